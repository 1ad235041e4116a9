//! Who somebody is, cut out of free text.
//!
//! A [`Veil`] is told the cells that say who the candidates are, all of them. What is cut out of a text follows from the
//! text and from all these cells together: whose cell is whose makes no difference, so that what is left tells nobody
//! apart. E-mail addresses, links and telephone numbers are cut out by their form, wherever they come from.

#[cfg(test)]
mod tests;

mod figures;
mod forms;

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::BuildHasher;
use std::ops::Range;

use foldhash::fast::FixedState;
use unicode_normalization::char::is_combining_mark;

use self::figures::TextFigures;
use crate::fold::{fold, is_invisible};
use crate::lexicon::{Lexicon, Sections, Sense, sections};

/// What stands where something was cut out.
pub const MARK: &str = "[…]";

/// Words that stand in many names and in every text, in English and French, and the answers of a form: cut out only
/// beside a word that is nothing but a name.
const COMMON: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "by", "do", "for", "from", "has", "have", "he", "her", "his", "i", "if",
    "in", "is", "it", "me", "my", "no", "not", "of", "on", "or", "our", "she", "so", "the", "to", "was", "we", "with",
    "yes", "you", "none", "other", "true", "false", "unknown", "say", "prefer", "rather", "au", "aux", "avec", "ce",
    "ces", "d", "dans", "de", "des", "du", "elle", "en", "est", "et", "il", "je", "l", "la", "le", "les", "ma", "mes",
    "mon", "ne", "non", "nous", "ou", "oui", "par", "pas", "pour", "que", "qui", "sa", "ses", "son", "sur", "un",
    "une", "vous", "autre", "autres", "aucun", "aucune", "vrai", "faux", "inconnu", "na", "nc", "null", "tbd",
];

/// A cell of more words than this is no name and no address: its words are not hidden elsewhere.
const MOST_WORDS: usize = 12;

/// What says who the candidates are.
#[derive(Clone, Debug, Default)]
pub struct Veil {
    /// Hashes of folded words.
    words: HashSet<u64, FixedState>,
    /// Telephone numbers and the like, as `figures::key` gives them.
    numbers: HashSet<u64, FixedState>,
    /// Days, as `figures::days` gives them.
    days: HashSet<u32, FixedState>,
    /// The words of the posting and its criteria, folded: they say nothing of anybody, unless they stand beside a part of a
    /// name.
    known: HashSet<String>,
}

fn hash(word: &str) -> u64 {
    FixedState::with_seed(0).hash_one(word)
}

impl Veil {
    /// A veil that hides nothing yet, of a posting with these words, folded.
    #[must_use]
    pub fn knowing(known: HashSet<String>) -> Self {
        Self { known, ..Self::default() }
    }

    /// Hides what a cell says of somebody.
    pub fn hide(&mut self, cell: &str) {
        let figures = TextFigures::new(cell);
        self.numbers.extend(figures.numbers());
        let mut spans = forms::addresses(cell);
        for (span, days) in figures.days() {
            self.days.extend(days);
            spans.push(span);
        }
        // What is left of the cell is names.
        let mut names = String::with_capacity(cell.len());
        let mut from = 0;
        for span in disjoint(spans) {
            names.push_str(&cell[from..span.start]);
            names.push(' ');
            names.push_str(forms::personal(&cell[span.clone()]));
            from = span.end;
        }
        names.push_str(&cell[from..]);
        self.hide_names(&names);
    }

    fn hide_names(&mut self, names: &str) {
        let of = |token| words(token).map(|word| fold(&token[word])).filter(|word| !word.is_empty());
        let tokens: Vec<Vec<String>> = names.split_whitespace().map(|token| of(token).collect()).collect();
        if tokens.iter().map(Vec::len).sum::<usize>() > MOST_WORDS {
            return;
        }
        for word in words(names).map(|word| &names[word]) {
            self.words.extend(humps(word).into_iter().map(|part| hash(&fold(&word[part]))));
            self.words.extend(spelled_out(word).map(|word| hash(&fold(&word))));
        }
        for word in tokens.iter().flatten() {
            self.words.insert(hash(word));
            // An initial, which is cut out only beside another part of a name.
            self.words.extend(initial(word).map(hash));
        }
        // What accounts and files are called.
        let tokens: Vec<String> = tokens.iter().filter(|words| !words.is_empty()).map(|words| words.concat()).collect();
        let mut joined = tokens.clone();
        if let [first, .., last] = tokens.as_slice()
            && tokens.len() < 5
        {
            let (f, l) = (initial(first).unwrap_or_default(), initial(last).unwrap_or_default());
            let pairs = [(&**first, &**last), (last, first), (f, last), (last, f), (first, l), (l, first)];
            joined.push(tokens.concat());
            joined.extend(pairs.map(|(one, other)| [one, other].concat()));
        }
        self.words.extend(joined.iter().filter(|word| word.chars().count() > 3).map(|word| hash(word)));
    }

    /// Hides all that another one hides.
    pub fn join(&mut self, other: Self) {
        self.words.extend(other.words);
        self.numbers.extend(other.numbers);
        self.days.extend(other.days);
    }

    /// The text without who it speaks of.
    #[must_use]
    pub fn cut<'a>(&self, text: &'a str) -> Cow<'a, str> {
        without(text, &self.spans(text))
    }

    /// The same of a part of a text, or of several of them in order with ` … ` between and `…` at the end: what a part
    /// breaks off is cut out too.
    #[must_use]
    pub fn cut_part<'a>(&self, text: &str, part: &'a str) -> Cow<'a, str> {
        const BETWEEN: &str = " … ";
        if part == text {
            return self.cut(part);
        }
        let whole = self.spans(text);
        let mut from = 0;
        let mut one = |piece: &'a str| -> Cow<'a, str> {
            let shown = piece.strip_suffix('…').unwrap_or(piece);
            let mut spans = self.spans(piece);
            if let Some(at) = memchr::memmem::find(&text.as_bytes()[from..], shown.as_bytes()) {
                let (start, end) = (from + at, from + at + shown.len());
                let first = whole.partition_point(|span| span.end <= start);
                let within = whole[first..].iter().take_while(|span| span.start < end);
                spans.extend(within.map(|span| span.start.max(start) - start..span.end.min(end) - start));
                spans = disjoint(spans);
                from = end;
            }
            without(piece, &spans)
        };
        if !part.contains(BETWEEN) {
            return one(part);
        }
        part.split(BETWEEN).map(one).collect::<Vec<_>>().join(BETWEEN).into()
    }

    /// Whether something hidden is in a text, whatever has the form of an address or a number aside.
    #[must_use]
    pub fn hides(&self, text: &str) -> bool {
        let mut found = Vec::new();
        words(text).for_each(|word| self.find(text, word, &mut found));
        found.iter().any(|(_, found)| *found == TellsWho::Name)
            || TextFigures::new(text).numbers().any(|number| self.numbers.contains(&number))
    }

    /// What is to be cut out, in order; no two of them overlap.
    fn spans(&self, text: &str) -> Vec<Range<usize>> {
        let mut spans: Vec<Range<usize>> = forms::addresses(text);
        let figures = TextFigures::new(text);
        spans.extend(figures.telephones(&self.numbers));
        let hidden = |days: &[u32]| days.iter().any(|day| self.days.contains(day));
        spans.extend(figures.days().filter(|(_, days)| hidden(days)).map(|(span, _)| span));
        let spans = disjoint(spans);
        let mut found: Vec<(Range<usize>, TellsWho)> = Vec::new();
        for word in words(text) {
            let at = spans.partition_point(|span| span.end <= word.start);
            match spans.get(at).is_none_or(|span| span.start >= word.end) {
                true => self.find(text, word, &mut found),
                // No part of a word is left.
                false => found.push((word, TellsWho::Form)),
            }
        }
        found.extend(spans.into_iter().map(|span| (span, TellsWho::Form)));
        found.sort_by_key(|(span, _)| (span.start, span.end));
        beside(text, &mut found);
        let cut = found.into_iter().filter(|(_, found)| matches!(found, TellsWho::Name | TellsWho::Form));
        disjoint(cut.map(|(span, _)| span).collect())
    }

    /// What of a word is a name, and what may be one.
    fn find(&self, text: &str, word: Range<usize>, found: &mut Vec<(Range<usize>, TellsWho)>) {
        let what = |span: &Range<usize>| {
            let folded = fold(&text[span.clone()]);
            let is_initial = folded.chars().count() < 2;
            // "Z. Exemple", and not "Zoé a travaillé".
            if is_initial && !text[span.clone()].starts_with(char::is_uppercase) {
                return None;
            }
            self.words.contains(&hash(&folded)).then(|| match () {
                () if is_initial || is_common(&folded) => TellsWho::Common,
                () if self.known.contains(&folded) => TellsWho::Known,
                () => TellsWho::Name,
            })
        };
        if let Some(what) = what(&word) {
            found.push((word, what));
            return;
        }
        let parts = humps(&text[word.clone()]).into_iter().chain(unspaced(&text[word.clone()]));
        let parts = parts.map(|part| word.start + part.start..word.start + part.end);
        let names = parts.filter(|part| what(part) == Some(TellsWho::Name));
        found.extend(names.map(|part| (part, TellsWho::Name)));
    }
}

/// Whether there is something in a text that has the form of an address, a telephone number or a day.
#[must_use]
pub fn is_personal(text: &str) -> bool {
    let figures = TextFigures::new(text);
    !forms::addresses(text).is_empty()
        || !figures.telephones(&HashSet::<u64>::new()).is_empty()
        || figures.days().next().is_some()
}

/// What a part of a text is that may have to be hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TellsWho {
    /// It has the form of an address, a telephone number or a day of birth.
    Form,
    /// It names somebody.
    Name,
    /// It is a word of the posting.
    Known,
    /// It is a word of every text.
    Common,
}

/// The month with this name in any pack, from 1.
fn month(word: &str) -> Option<u32> {
    const MONTHS: Sections = sections!(; Months);
    Lexicon::default().meanings(word, MONTHS).into_iter().find_map(Sense::month)
}

/// A word that stands in many names and in every text.
fn is_common(word: &str) -> bool {
    COMMON.contains(&word) || month(word).is_some()
}

/// The same spans in order, those that overlap as one.
fn disjoint(mut spans: Vec<Range<usize>>) -> Vec<Range<usize>> {
    spans.sort_by_key(|span| (span.start, span.end));
    spans.dedup_by(|next, last| {
        let overlaps = next.start < last.end;
        last.end = if overlaps { last.end.max(next.end) } else { last.end };
        overlaps
    });
    spans
}

/// The text with the mark in place of these parts of it; those side by side have one.
fn without<'a>(text: &'a str, spans: &[Range<usize>]) -> Cow<'a, str> {
    let [first, rest @ ..] = spans else { return text.into() };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..first.start]);
    out.push_str(MARK);
    let mut from = first.end;
    for span in rest {
        let between = &text[from..span.start];
        if !is_gap(between) {
            out.push_str(between);
            out.push_str(MARK);
        }
        from = span.end;
    }
    out.push_str(&text[from..]);
    out.into()
}

/// Whether nothing else stands between two parts of a name.
fn is_gap(between: &str) -> bool {
    between.chars().count() < 4 && between.chars().all(|c| c.is_whitespace() || " .-_'’,·".contains(c))
}

/// What stands beside a name is a part of it, and so on to both sides. A comma parts a common word from a name.
fn beside(text: &str, found: &mut [(Range<usize>, TellsWho)]) {
    let joins = |found: &mut [(Range<usize>, TellsWho)], of: usize, to: usize| {
        let (what, gap) = (found[of].1, found[of.min(to)].0.end..found[of.max(to)].0.start);
        let near = text.get(gap).is_some_and(|gap| is_gap(gap) && !(what == TellsWho::Common && gap.contains(',')));
        if matches!(what, TellsWho::Known | TellsWho::Common) && found[to].1 == TellsWho::Name && near {
            found[of].1 = TellsWho::Name;
        }
    };
    (1..found.len()).for_each(|at| joins(found, at, at - 1));
    (1..found.len()).rev().for_each(|at| joins(found, at - 1, at));
}

/// The first letter of a word.
fn initial(word: &str) -> Option<&str> {
    word.chars().next().map(|first| &word[..first.len_utf8()])
}

/// The folded words of a text, of two letters and more.
pub fn known_words(text: &str) -> impl Iterator<Item = String> {
    words(text).map(|word| fold(&text[word])).filter(|word| word.chars().count() > 1)
}

/// The words of a text: letters, and what shows nothing between them.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_letter = |c: char| c.is_alphabetic() || is_combining_mark(c) || is_invisible(c);
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = chars.by_ref().find(|(_, c)| is_letter(*c))?;
        while chars.next_if(|(_, c)| is_letter(*c)).is_some() {}
        Some(start..chars.peek().map_or(text.len(), |(at, _)| *at))
    })
}

/// The parts of a word that is written `LikeThis`; none of one that is not.
fn humps(word: &str) -> Vec<Range<usize>> {
    let starts: Vec<usize> = (word.char_indices().zip(word.chars().skip(1)))
        .filter(|((_, c), next)| c.is_lowercase() && next.is_uppercase())
        .map(|((at, c), _)| at + c.len_utf8())
        .collect();
    if starts.is_empty() {
        return Vec::new();
    }
    let ends = starts.iter().copied().chain([word.len()]);
    [0].iter().chain(&starts).copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// The word as it is written where there are no umlauts.
fn spelled_out(word: &str) -> Option<String> {
    const LETTERS: [(char, &str); 7] =
        [('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('å', "aa"), ('ø', "oe"), ('ñ', "ny"), ('æ', "ae")];
    let lower = word.to_lowercase();
    lower
        .contains(|c| LETTERS.iter().any(|(letter, _)| *letter == c))
        .then(|| LETTERS.iter().fold(lower.clone(), |word, (letter, letters)| word.replace(*letter, letters)))
}

/// Parts of a word in a script without spaces, where a name stands among other words; none of other words.
fn unspaced(word: &str) -> Vec<Range<usize>> {
    const LENGTHS: Range<usize> = 2..7;
    if !word.chars().any(|c| matches!(c, '\u{e00}'..='\u{eff}' | '\u{2e80}'..='\u{d7ff}' | '\u{20000}'..)) {
        return Vec::new();
    }
    let edges: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    let from = |first: usize| LENGTHS.filter_map(|length| Some(edges[first]..*edges.get(first + length)?)).collect();
    (0..edges.len()).flat_map(|first| -> Vec<Range<usize>> { from(first) }).collect()
}
