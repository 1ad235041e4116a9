//! Values: a cell that is one of several, has some of them, or is something else.

use chrono::NaiveDate;

use super::answer::mark;
use super::habit::habits;
use super::{Heard, Left, period};
use crate::form;
use crate::form::boxes::{self, Boxes, Tick};
use crate::formats::Formats;
use crate::lexed::{Cursor, Lexed, is, said};
use crate::lexicon::{Edge, Joint, Lexicon, Sections, Sense, Slot, Topic, sections};
use crate::reading::Reading;
use crate::tokens::TokenKind;
use crate::written::{Written, same_word};

/// What a cell with values is made of, beside them.
const SECTIONS: Sections = sections!(
    Value Answer; Answers Nothing Missing Negations Joints Edges Numbers Months Seasons Places Slots
);

/// More words than this are a text, and no value.
const WORDS: usize = 12;

const YES: Reading = Reading::exactly(1.0);
const NO: Reading = Reading::exactly(0.0);

/// The values of a test, each with other words for it.
#[derive(Clone, Debug)]
pub(crate) struct Values {
    /// Those that meet are numbered first.
    written: Written,
    /// How many meet.
    meet: usize,
    /// Whether whatever is in no list does not meet.
    others_fail: bool,
    /// Whether some of them are places.
    of_places: bool,
}

impl Values {
    /// Values that meet, and values that do not; whether whatever else there is does not either.
    pub(crate) fn new(meet: &[Vec<String>], not: &[Vec<String>], others_fail: bool) -> Self {
        let each = meet.iter().chain(not).enumerate();
        let words = each.flat_map(|(number, words)| words.iter().map(move |word| (word.as_str(), number)));
        const PLACES: Sections = sections!(; Places);
        let is_place = |word: &String| Lexicon::default().meanings(word, PLACES).contains(&Sense::Place);
        let of_places = meet.iter().chain(not).flatten().any(is_place);
        Self { written: Written::new(words), meet: meet.len(), others_fail, of_places }
    }

    /// Whether the cell is one of the values, as it is written.
    pub(crate) fn names(&self, cell: &str) -> bool {
        self.written.whole(cell).is_some()
    }

    /// Reads whether a cell has a value that meets (1) or not (0), as on the day `as_of`.
    pub(crate) fn read(&self, cell: &str, formats: &Formats, as_of: NaiveDate) -> Heard {
        if let Some(value) = self.written.whole(cell) {
            return Heard::whole(self.reading(value));
        }
        let bare = form::bare(cell);
        match boxes::read(&bare) {
            Boxes::None => self.text(&bare, formats, as_of),
            Boxes::Unclear => Heard::NOTHING,
            Boxes::Items(items) => {
                let ticked = items.iter().filter(|item| item.mark == Tick::Ticked);
                together(ticked.map(|item| self.text(item.text, formats, as_of)).collect())
            }
        }
    }

    /// What one value means.
    fn reading(&self, value: usize) -> Reading {
        if value < self.meet { YES } else { NO }
    }

    /// Reads a cell, or what stands beside a ticked box: values in a list, each entry for itself.
    fn text(&self, text: &str, formats: &Formats, as_of: NaiveDate) -> Heard {
        // "Paris...": and others.
        let goes_on = text.trim_end().ends_with(['…', '+']) || text.trim_end().ends_with("...");
        let near = || self.written.nearly(text).filter(|_| !goes_on);
        if let Some(value) = self.written.whole(text).or_else(near) {
            return Heard::whole(self.reading(value));
        }
        let lexed = Lexed::of_text(text.into(), &formats.lexicon, SECTIONS);
        let habits = habits(&lexed, formats.dates, as_of);
        let to_come = |cursor: &Cursor<'_>| period::is_to_come(cursor, &habits, as_of);
        let mut cursor = lexed.cursor();
        let (mut entries, mut nones) = (Vec::new(), 0);
        while !cursor.is_done() {
            let entry = self.entry(&mut cursor, &to_come);
            nones += usize::from(entry.says_none());
            entries.extend(entry.says_something().then(|| entry.heard(self, &lexed)));
        }
        // "EU citizen; none" contradicts itself.
        if nones > 0 && nones < entries.len() { Heard::NOTHING } else { together(entries) }
    }

    /// Reads up to the end of an entry: a semicolon, a bar, a line.
    fn entry(&self, cursor: &mut Cursor<'_>, to_come: &dyn Fn(&Cursor<'_>) -> bool) -> ListedValue {
        let mut entry = ListedValue { from: cursor.at, ..ListedValue::default() };
        while !cursor.is_done() && (cursor.at == entry.from || !cursor.line()) {
            if cursor.take_text(&[";", "|", "•", "·"]) {
                return entry;
            }
            if let Some((value, end)) = self.value(cursor) {
                entry.values.push(value);
                cursor.at = end;
            } else if self.denied(cursor) {
                entry.denials += 1;
            } else if to_come(cursor) || !(self.note(cursor, &mut entry) || entry.word(cursor)) {
                entry.left.skip(cursor);
            }
            entry.to = cursor.at;
        }
        entry
    }

    /// The longest value that starts here, and the place after it.
    fn value(&self, cursor: &Cursor<'_>) -> Option<(usize, usize)> {
        if cursor.is_done() {
            return None;
        }
        let lexed = cursor.lexed();
        let token = lexed.tokens_of(cursor.at).start;
        let (value, end) = self.written.longest(&lexed.tokens, token, same_or_feminine)?;
        Some((value, lexed.lexeme_at(cursor.at, end)))
    }

    /// Takes what says more of a value and changes nothing: where, and since when. A place that is a value itself may be the
    /// one that is meant: "student visa in Belgium".
    fn note(&self, cursor: &mut Cursor<'_>, entry: &mut ListedValue) -> bool {
        let from = cursor.at;
        // "Until 2020" may be over, and "in 2040" is to come.
        let since = cursor.has(0, is!(Sense::Edge(Edge::Since)));
        // Beside a place that does not pass, one that is joined to it is another answer: "Paris and Lyon", "Paris, Berlin,
        // Rome"; but "Paris, France".
        let joins = |before: &Cursor<'_>| match before.text(0) {
            "," => entry.placed,
            "/" | "&" | "+" => true,
            _ => before.has(0, is!(Sense::Joint(Joint::And | Joint::Or))),
        };
        let joined = cursor.before().is_some_and(|before| joins(&before));
        let other = self.of_places && joined && entry.values.iter().any(|value| *value >= self.meet);
        entry.placed |= cursor.before().is_some_and(|before| before.text(0) == ",");
        let place = |cursor: &mut Cursor<'_>| cursor.take_named() || cursor.take_sense(Sense::Place);
        let says = |cursor: &mut Cursor<'_>| place(cursor) || since && period::take(cursor);
        if entry.values.is_empty() || !cursor.follows(says) {
            return false;
        }
        let named = (from + 1..cursor.at).any(|at| self.value(&cursor.lexed().cursor_at(at)).is_some());
        entry.or |= named;
        if named || other {
            cursor.at = from;
        }
        !named && !other
    }

    /// Takes a negation of the value that comes next: "not an EU citizen", "sans permis de travail".
    fn denied(&self, cursor: &mut Cursor<'_>) -> bool {
        cursor.follows(|cursor| {
            let denies = cursor.take_sense(Sense::Negation(true));
            let leads = |cursor: &mut Cursor<'_>| {
                cursor.take_neutral(Topic::Value) || takes_slot(cursor) || cursor.take_text(&["-", "'"])
            };
            while denies && leads(cursor) {}
            denies && self.value(cursor).is_some()
        })
    }

    /// Whether these words of neither list may be a value that is written otherwise: a part of one, or one letter off.
    fn is_near(&self, words: &[&str]) -> bool {
        self.written.phrases().iter().any(|phrase| {
            let known: Vec<&str> = phrase.words().collect();
            let has = |word: &&str| known.iter().any(|known| same_or_feminine(known, word));
            let off = |a: &str, b: &str| a.len() > 4 && strsim::osa_distance(a, b) == 1;
            // The same words with other marks are another value: "C" and "C#".
            let pairs = || known.iter().zip(words);
            let misspelt = known.len() == words.len()
                && pairs().all(|(a, b)| same_or_feminine(a, b) || off(a, b))
                && pairs().any(|(a, b)| off(a, b));
            misspelt || known.len() > 1 && words.iter().all(has)
        })
    }
}

/// One entry of a cell's list.
#[derive(Default)]
struct ListedValue {
    /// Its lexemes.
    from: usize,
    to: usize,
    /// The values in it.
    values: Vec<usize>,
    /// How many of them are denied.
    denials: usize,
    /// After a comma stood where it is.
    placed: bool,
    /// They are told apart: one of them, and not said which.
    or: bool,
    yes: bool,
    no: bool,
    missing: bool,
    left: Left,
}

impl ListedValue {
    /// Takes a word or a mark that is no value.
    fn word(&mut self, cursor: &mut Cursor<'_>) -> bool {
        if cursor.take_text(&["/"]) || cursor.take_joint(Joint::Or) {
            self.or = true;
            return true;
        }
        let answer =
            said!(Sense::Answer(answer) => Some(answer), Sense::Nothing(_) => Some(false), Sense::Missing => None);
        match cursor.take(answer) {
            Some(Some(true)) => self.yes = true,
            Some(Some(false)) => self.no = true,
            Some(None) => self.missing = true,
            None => {
                return cursor.take_neutral(Topic::Value)
                    || cursor.take_neutral(Topic::Answer)
                    || takes_slot(cursor)
                    || cursor.take_joint(Joint::And)
                    || cursor.take_text(&["&", "+"])
                    || mark(cursor);
            }
        }
        true
    }

    fn says_something(&self) -> bool {
        !self.values.is_empty() || self.yes || self.no || self.missing || self.denials > 0 || !self.left.is_empty()
    }

    /// Whether it says that there is no value at all.
    fn says_none(&self) -> bool {
        self.no && self.values.is_empty() && self.denials == 0
    }

    /// What it means.
    fn heard(&self, values: &Values, lexed: &Lexed<'_>) -> Heard {
        let meets = |value: &usize| *value < values.meet;
        let (any, all) = (self.values.iter().any(meets), self.values.iter().all(meets));
        let understood = match self.values.as_slice() {
            _ if self.missing || self.yes && self.no => Reading::UNREADABLE,
            [] if self.left.is_empty() && self.no => NO,
            [] if self.is_another(values, lexed) => return Heard::whole(NO),
            [] => Reading::UNREADABLE,
            _ if self.no => Reading::UNREADABLE,
            // Who has not the only value that meets does not meet.
            [value] if self.denials == 1 && meets(value) && values.meet == 1 => NO,
            _ if self.denials > 0 || self.or && any != all => Reading::UNREADABLE,
            _ if any => YES,
            _ => NO,
        };
        Heard { understood, left: self.left.words(lexed) }
    }

    /// Whether it is a value of neither list, where such do not meet.
    fn is_another(&self, values: &Values, lexed: &Lexed<'_>) -> bool {
        let tokens = lexed.tokens_of(self.from).start..lexed.tokens_of(self.to - 1).end;
        let words = tokens.filter(|at| !lexed.tokens.is(*at, TokenKind::Mark)).map(|at| lexed.tokens.text(at));
        let words: Vec<&str> = words.collect();
        let asks = (self.from..self.to).any(|at| lexed.cursor_at(at).text(0) == "?");
        let open = self.left.is_empty() || self.yes || asks || lexed.tokens.cut || words.len() > WORDS;
        values.others_fail && !open && !values.is_near(&words)
    }
}

/// What the entries of a list say together: one that meets is enough, and all must fail for the cell to.
fn together(entries: Vec<Heard>) -> Heard {
    let met = |heard: &Heard| heard.understood == YES;
    if entries.iter().any(|heard| met(heard) && heard.left.is_empty()) {
        return Heard::whole(YES);
    }
    let understood = match entries.iter().all(|heard| heard.understood == NO) {
        _ if entries.iter().any(met) => YES,
        true if !entries.is_empty() => NO,
        _ => Reading::UNREADABLE,
    };
    Heard { understood, left: entries.into_iter().flat_map(|heard| heard.left).collect() }
}

/// Takes a word that leads to a place, or stands within names: "in Brussels", "de permis".
fn takes_slot(cursor: &mut Cursor<'_>) -> bool {
    cursor.take_any(is!(Sense::Slot(Slot::Place | Slot::Article | Slot::Within)))
}

/// Whether two words are the same but for number and, in French, gender: "citoyenne" is "citoyen".
fn same_or_feminine(word: &str, text: &str) -> bool {
    let masculine = |text: &str| -> Option<String> {
        let stem = text.trim_end_matches('s').strip_suffix('e')?;
        let doubled = ["nn", "ll", "tt"].iter().any(|end| stem.ends_with(end));
        let stem = &stem[..stem.len() - usize::from(doubled)];
        (stem.len() + usize::from(doubled) >= 4).then(|| stem.trim_end_matches('s').to_owned())
    };
    same_word(word, text)
        || masculine(text).is_some_and(|text| text == word.trim_end_matches('s'))
        || masculine(word).is_some_and(|word| word == text.trim_end_matches('s'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn permit() -> Values {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Values::new(
            &[words(&["EU citizen", "citoyen UE"]), words(&["work permit"])],
            &[words(&["student visa"])],
            false,
        )
    }

    proptest! {
        #[test]
        fn any_text(cell in any::<String>()) {
            let _ = permit().read(&cell, &Formats::default(), NaiveDate::MIN);
        }

        /// A negated value is never taken for the value.
        #[test]
        fn negated(word in prop::sample::select(&["not", "no", "non", "pas", "sans", "never", "without", "ni", "aucun",
        "kein", "geen", "sin"][..]),
            gap in prop::sample::select(&[" ", " a ", "-", " de ", " any "][..]),
            value in prop::sample::select(&["EU citizen", "work permit", "citoyen UE"][..])) {
            let heard = permit().read(&format!("{word}{gap}{value}"), &Formats::default(), NaiveDate::MIN);
            prop_assert_ne!(heard.reading(), Reading::exactly(1.0));
        }

        /// A word that nobody knows beside a value leaves the cell open.
        #[test]
        fn unknown_words(cell in prop::sample::select(&["EU citizen", "work permit since 2015", "student visa", "no"][..]),
            gap in prop::sample::select(&[" ", ", ", " - ", ": "][..])) {
            let heard = permit().read(&format!("{cell}{gap}zyxvut"), &Formats::default(), NaiveDate::MIN);
            prop_assert!(heard.reading().hull().is_none(), "{:?}", heard);
        }
    }
}
