//! Words as a criteria file writes them, found in cells. A cell equal to one of them is that one, whatever marks it holds
//! ("C#", "2 - Good", "Employed, full-time"), and marks that make another word of a word are part of it: "C" is not in "C#".

use std::collections::HashMap;

use super::token::{Case, Kind, Tokens};
use crate::text::fold;

/// Words of a criteria file, each with the number of what it stands for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Written {
    exact: HashMap<String, usize>,
    loose: HashMap<String, usize>,
    /// Longer than this, in bytes, no cell is equal to one of them.
    longest: usize,
    phrases: Vec<Phrase>,
    /// The phrases by their first letter.
    by_letter: HashMap<char, Vec<usize>>,
}

/// One of the words, in tokens.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    /// The number of what it stands for.
    pub number: usize,
    /// The marks that must stand before it: ".NET", "> 5 years".
    lead: Vec<Mark>,
    /// Its words and figures; at least one.
    pieces: Vec<Piece>,
    /// Whether the first is in capital letters.
    upper: bool,
}

/// A word or a figure, and the marks written after it.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    /// Folded.
    pub text: String,
    figure: bool,
    /// Written against what is before it: "C1", "Node.js".
    glued: bool,
    marks: Vec<Mark>,
}

#[derive(Clone, Debug)]
struct Mark {
    text: String,
    /// Whether it makes another word: "C++", "1-3 years", "A-". Others only dress: "St. Gallen", "Employed, full-time".
    needed: bool,
    /// Written against the word.
    glued: bool,
}

impl Written {
    /// These words; where two are the same, the first counts.
    pub fn new<'a>(words: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
        let mut all = Self::default();
        for (word, number) in words {
            let key = exact_key(word);
            if key.is_empty() {
                continue;
            }
            // A fold shortens a letter to one byte in four at the most, and drops what shows nothing.
            all.longest = all.longest.max(64 + 4 * key.len());
            all.loose.entry(loose_key(&key)).or_insert(number);
            all.exact.entry(key).or_insert(number);
            for phrase in Phrase::variants(word, number) {
                if let Some(letter) = phrase.pieces.first().and_then(|piece| piece.text.chars().next()) {
                    all.by_letter.entry(letter).or_default().push(all.phrases.len());
                    all.phrases.push(phrase);
                }
            }
        }
        all
    }

    /// What a cell stands for that is equal to one of them: but for case, accents, and space beside marks.
    pub fn whole(&self, cell: &str) -> Option<usize> {
        (cell.len() <= self.longest).then(|| self.exact.get(&exact_key(cell)).copied())?
    }

    /// The same, with hyphens, spaces and full stops between letters left out: "fulltime" is "full-time".
    pub fn nearly(&self, cell: &str) -> Option<usize> {
        (cell.len() <= self.longest).then(|| self.loose.get(&loose_key(&exact_key(cell))).copied())?
    }

    /// All phrases.
    pub fn phrases(&self) -> &[Phrase] {
        &self.phrases
    }

    /// The phrases that start with the letter that this word starts with.
    pub fn at_letter(&self, word: &str) -> impl Iterator<Item = &Phrase> {
        let letter = word.chars().next();
        let numbers = letter.and_then(|letter| self.by_letter.get(&letter)).into_iter().flatten();
        numbers.filter_map(|number| self.phrases.get(*number))
    }

    /// Hands on the number of each phrase that starts at this token, with the place after it.
    pub fn starting(&self, tokens: &Tokens, at: usize, is: Same, mut each: impl FnMut(usize, usize)) {
        let Some(letter) = tokens.text(at).chars().next() else { return };
        for number in self.by_letter.get(&letter).into_iter().flatten() {
            if let Some(end) = self.phrases.get(*number).and_then(|phrase| phrase.end(tokens, at, is)) {
                each(*number, end);
            }
        }
    }

    /// The longest of them that starts at this token: what it stands for, and the place after it.
    pub fn longest(&self, tokens: &Tokens, at: usize, is: Same) -> Option<(usize, usize)> {
        let lead = |at: usize| (at..at + 3).find(|at| !tokens.is(*at, Kind::Mark)).unwrap_or(at);
        let first = lead(at);
        let mut longest: Option<(usize, usize)> = None;
        self.starting(tokens, first, is, |phrase, end| {
            let phrase = &self.phrases[phrase];
            if first - at == phrase.lead.len() && longest.is_none_or(|(_, other)| end > other) {
                longest = Some((phrase.number, end));
            }
        });
        longest
    }
}

/// How a word of a cell is compared with one of a criteria file.
pub(crate) type Same = fn(&str, &str) -> bool;

impl Phrase {
    /// The phrase as written; an abbreviation letter by letter ("a s b l"); what full stops join as one ("NodeJS").
    fn variants(written: &str, number: usize) -> Vec<Self> {
        let (lead, pieces, upper) = pieces(written);
        let split: Vec<Piece> = pieces.iter().flat_map(|piece| piece.split(written)).collect();
        let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
        for piece in &pieces {
            match joined.last_mut() {
                Some(last) if last.is_joined_to(piece) => {
                    let text = [&*last.text, &*piece.text].concat();
                    *last = Piece { text, ..piece.clone() };
                }
                _ => joined.push(piece.clone()),
            }
        }
        let others = [split, joined].into_iter().filter(|other| other.len() != pieces.len());
        let others = others.map(|pieces| Self { number, lead: lead.clone(), pieces, upper: false }).collect::<Vec<_>>();
        [Self { number, lead: lead.clone(), pieces, upper }].into_iter().chain(others).collect()
    }

    /// Its first word.
    pub fn first(&self) -> &str {
        self.pieces.first().map_or("", |piece| &piece.text)
    }

    /// How long what is written without a gap at its start is, and the word after that, where it has one.
    pub fn start(&self) -> (usize, Option<&str>) {
        let mut length = 0;
        for (nth, piece) in self.pieces.iter().enumerate() {
            let before = nth.checked_sub(1).and_then(|before| self.pieces.get(before));
            if before.is_some_and(|before| !piece.glued || !before.marks.is_empty()) {
                return (length, Some(&piece.text));
            }
            length += piece.text.len();
        }
        (length, None)
    }

    /// Its first two words, where they are single letters that nothing but a full stop parts: "a s b l".
    pub fn letters(&self) -> Option<[&str; 2]> {
        let [a, b, ..] = self.pieces.as_slice() else { return None };
        let letter = |piece: &Piece| piece.text.len() == 1 && !piece.figure;
        let plain = letter(a) && letter(b) && a.marks.iter().all(|mark| mark.text == ".");
        plain.then_some([&a.text, &b.text])
    }

    /// Whether it starts with a word in capital letters.
    pub fn is_upper(&self) -> bool {
        self.upper
    }

    /// Its only word; nothing where it has several, or marks.
    pub fn only_word(&self) -> Option<&str> {
        let [one] = self.pieces.as_slice() else { return None };
        (self.lead.is_empty() && one.marks.iter().all(|mark| !mark.needed)).then_some(&one.text)
    }

    /// How many marks lead it, and whether the first is a full stop.
    pub fn lead(&self) -> (usize, bool) {
        (self.lead.len(), self.lead.first().is_some_and(|mark| mark.text == "."))
    }

    /// The folded words in all.
    pub fn words(&self) -> impl ExactSizeIterator<Item = &str> {
        self.pieces.iter().map(|piece| piece.text.as_str())
    }

    /// The place after it, where it stands with its first word at this token and is not cut out of another word.
    fn end(&self, tokens: &Tokens, start: usize, is: Same) -> Option<usize> {
        let mut at = start;
        for (nth, piece) in self.pieces.iter().enumerate() {
            if !piece.is(tokens, at, is) {
                return None;
            }
            let Some(next) = self.pieces.get(nth + 1) else { break };
            // What looks like an ending may be the next word: "a.s.b.l."
            let ways = [at + 1, tokens.after_ending(at + 1), after_possession(tokens, at + 1)];
            let mut next_at = ways.into_iter().filter_map(|end| piece.joint(next, tokens, end));
            at = next_at.find(|at| next.is(tokens, *at, is))?;
        }
        let last = self.pieces.last()?;
        let mut end = at + 1;
        for mark in last.marks.iter().filter(|mark| mark.needed) {
            mark.is(tokens, end).then(|| end += 1)?;
        }
        if end == at + 1 {
            end = tokens.after_ending(end).max(after_possession(tokens, end));
        }
        let before = start.checked_sub(self.lead.len())?;
        let led = |(mark, at): (&Mark, usize)| tokens.text(at) == mark.text && !(mark.glued && gap(tokens, at + 1));
        let led = self.lead.iter().zip(before..start).all(led);
        (led && !self.is_cut(tokens, start, at + 1, end)).then_some(end)
    }

    /// Whether what stands there is cut out of another word: "C" of "C#" and "C++", "A" of "A+", "R" of "R&D", "net" of
    /// ".NET", "3 years" of "1-3 years".
    fn is_cut(&self, tokens: &Tokens, start: usize, word_end: usize, end: usize) -> bool {
        let glued = |at: usize, text: &str| !gap(tokens, at) && tokens.text(at) == text;
        let is_word = |at: usize| tokens.all().get(at).is_some_and(|token| token.kind != Kind::Mark);
        let glued_word = |at: usize| !gap(tokens, at) && is_word(at);
        let letter = |at: usize| is_word(at) && tokens.text(at).chars().count() == 1;
        let figure = |at: usize| tokens.is(at, Kind::Figure);
        let last = word_end - 1;
        let plain = end == word_end;
        // One word with a figure: "EU2020".
        let after = plain && glued_word(end)
            || glued(end, "#")
            || plain && glued(end, "+") && (glued(end + 1, "+") || letter(last) && !glued_word(end + 1))
            || glued(end, "&") && glued_word(end + 1) && (letter(last) || letter(end + 1))
            || plain && letter(last) && glued(end, "'") && glued_word(end + 1) && tokens.text(end + 1) != "s"
            || figure(last) && plain && between_figures(tokens, end);
        let Some(mark) = start.checked_sub(1).filter(|_| self.lead.is_empty()) else { return after };
        let before = mark.checked_sub(1).filter(|before| is_word(*before) && !gap(tokens, mark));
        let joined = |text: &str| !gap(tokens, start) && tokens.text(mark) == text;
        let ahead = is_word(mark) && !gap(tokens, start)
            || joined("&") && before.is_some_and(|before| letter(start) || letter(before))
            // "the UN .Advocacy"
            || joined(".") && before.is_none() && !(mark > 0 && glued(mark, tokens.text(mark - 1)))
                && !(mark > 0 && gap(tokens, mark) && tokens.all()[start].case == Case::Capital)
            || figure(start) && between_figures(tokens, mark);
        after || ahead
    }
}

/// Whether a mark at this place parts two figures, with nothing between: "1-3", "1.5".
fn between_figures(tokens: &Tokens, mark: usize) -> bool {
    let parts = matches!(tokens.text(mark), "-" | "." | "," | "/" | ":");
    parts
        && !gap(tokens, mark)
        && !gap(tokens, mark + 1)
        && tokens.is(mark + 1, Kind::Figure)
        && mark.checked_sub(1).is_some_and(|before| tokens.is(before, Kind::Figure))
}

fn gap(tokens: &Tokens, at: usize) -> bool {
    tokens.all().get(at).is_none_or(|token| token.gap)
}

/// The place after an English possession: "the EU's".
fn after_possession(tokens: &Tokens, end: usize) -> usize {
    let glued = |at: usize, text: &str| !gap(tokens, at) && tokens.text(at) == text;
    if glued(end, "'") && glued(end + 1, "s") { end + 2 } else { end }
}

impl Piece {
    fn is(&self, tokens: &Tokens, at: usize, is: Same) -> bool {
        let text = tokens.text(at);
        match tokens.all().get(at).map(|token| token.kind) {
            Some(Kind::Figure) => self.figure && text == self.text,
            Some(Kind::Word) => !self.figure && (text == self.text || is(&self.text, text)),
            _ => false,
        }
    }

    /// The place of the next piece: past the marks that are written between the two, and past hyphens, apostrophes and
    /// quotes, which need not be.
    fn joint(&self, next: &Self, tokens: &Tokens, end: usize) -> Option<usize> {
        const MOST: usize = 8;
        let figures = self.figure && next.figure;
        // "E.U. advocacy"
        let last = end.checked_sub(1).and_then(|last| tokens.all().get(last));
        let dotted = self.text.chars().count() == 1 || last.is_some_and(|last| last.dotted);
        let mut written = self.marks.iter();
        let mut at = end;
        while tokens.is(at, Kind::Mark) && at < end + MOST {
            let text = tokens.text(at);
            let free = matches!(text, "-" | "'" | "\"" | "_") || text == "." && dotted;
            let mut ahead = written.clone();
            if ahead.find(|mark| mark.needed || mark.text == text).is_some_and(|mark| mark.text == text) {
                written = ahead;
            } else if figures || !free {
                return None;
            }
            at += 1;
        }
        let token = tokens.all().get(at)?;
        let fits =
            written.all(|mark| !mark.needed) && !token.blank && !(next.glued && self.marks.is_empty() && token.gap);
        fits.then_some(at)
    }

    /// Whether a full stop alone stands between two words, as in "Node.js".
    fn is_joined_to(&self, next: &Self) -> bool {
        let [mark] = self.marks.as_slice() else { return false };
        mark.text == "." && next.glued && !self.figure && !next.figure
    }

    /// The groups of letters of an abbreviation, each for itself.
    fn split(&self, written: &str) -> Vec<Self> {
        let groups: Vec<String> = written.split(|c: char| !c.is_alphanumeric() && c != '.').map(fold).collect();
        let dotted = groups.iter().find(|group| group.contains('.') && group.replace('.', "") == self.text);
        let Some(dotted) = dotted else { return vec![self.clone()] };
        let mut parts: Vec<Self> = dotted
            .split('.')
            .filter(|part| !part.is_empty())
            .map(|part| Self { text: part.to_owned(), figure: false, glued: false, marks: vec![Mark::stop()] })
            .collect();
        if let Some(last) = parts.last_mut() {
            last.marks.clone_from(&self.marks);
        }
        parts
    }
}

impl Mark {
    fn stop() -> Self {
        Self { text: ".".to_owned(), needed: false, glued: true }
    }

    /// Whether it stands at this place. "A -" is not "A-".
    fn is(&self, tokens: &Tokens, at: usize) -> bool {
        tokens.text(at) == self.text && !(self.text == "-" && self.glued && gap(tokens, at))
    }
}

/// The marks that lead a word of a criteria file, and its words with the marks after each.
fn pieces(written: &str) -> (Vec<Mark>, Vec<Piece>, bool) {
    let tokens = Tokens::new(written);
    let first = tokens.all().iter().find(|token| token.kind != Kind::Mark);
    let upper = first.is_some_and(|token| token.case == Case::Upper);
    let (mut lead, mut pieces): (Vec<Mark>, Vec<Piece>) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(token) = tokens.all().get(at) {
        let text = tokens.text(at).to_owned();
        let glued = !token.gap && at > 0;
        match (token.kind, pieces.last_mut()) {
            (Kind::Mark, Some(last)) => {
                let dresses = matches!(
                    text.as_str(),
                    "(" | ")" | "[" | "]" | "\"" | "'" | "." | "," | ";" | ":" | "!" | "_" | "-"
                );
                // Marks between figures tell them apart, and one at the end is a sign: "A-".
                let edge = text == "-" && glued && at + 1 == tokens.all().len();
                last.marks.push(Mark { text, needed: !dresses || edge, glued });
            }
            (Kind::Mark, None) => lead.push(Mark { text, needed: true, glued: !gap(&tokens, at + 1) }),
            (kind, last) => {
                let figure = kind == Kind::Figure;
                if let Some(last) = last
                    && figure
                    && last.figure
                {
                    last.marks.iter_mut().for_each(|mark| mark.needed = true);
                }
                let end = tokens.after_ending(at + 1);
                pieces.push(Piece { text, figure, glued, marks: Vec::new() });
                // "défenseur·e·s" stands for "défenseur".
                at = end;
                continue;
            }
        }
        at += 1;
    }
    let dresses = |mark: &Mark| matches!(mark.text.as_str(), "(" | "[" | "\"" | "'" | "-" | "_");
    let from = lead.iter().rposition(dresses).map_or(0, |last| last + 1);
    (lead.split_off(from), pieces, upper)
}

/// A text folded, without space beside a mark: "2 - Good" is "2-Good".
fn exact_key(text: &str) -> String {
    let folded = fold(text);
    let is_mark = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let mut out = String::with_capacity(folded.len());
    let mut chars = folded.chars().peekable();
    while let Some(c) = chars.next() {
        if c != ' ' || !(is_mark(out.chars().last()) || is_mark(chars.peek().copied())) {
            out.push(c);
        }
    }
    out
}

/// The same without what may stand between two letters, or a letter and a figure; nor full stops at the end.
fn loose_key(key: &str) -> String {
    let mut out = String::with_capacity(key.len());
    let key = key.trim_end_matches(['.', '!', ',', ';', ':']);
    let mut rest = key;
    while let Some(c) = rest.chars().next() {
        let after = rest.trim_start_matches([' ', '-', '_', '.', '\'']);
        let figure = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (last, next) = (out.chars().last(), after.chars().next());
        if after.len() < rest.len() && letter(last) && letter(next) && !(figure(last) && figure(next)) {
            rest = after;
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::same_word;

    #[test]
    fn whole_cells() {
        let written = Written::new([
            ("C#", 0),
            ("2 - Good", 1),
            ("Élève", 2),
            ("-", 3),
            ("C", 4),
            ("c", 5),
            ("n/a", 6),
            ("full-time", 7),
        ]);
        for (cell, found) in [
            ("C#", Some(0)),
            (" c # ", Some(0)),
            ("2-GOOD", Some(1)),
            ("2 – good", Some(1)),
            ("ELEVE", Some(2)),
            ("—", Some(3)),
            ("C", Some(4)),
            ("N / A", Some(6)),
            ("", None),
            ("C++", None),
            ("2 good", None),
            ("fulltime", None),
        ] {
            assert_eq!(written.whole(cell), found, "{cell:?}");
        }
        for (cell, found) in [
            ("Full time", Some(7)),
            ("fulltime.", Some(7)),
            ("2 good", Some(1)),
            ("C.", Some(4)),
            ("C+", None),
            ("C++", None),
        ] {
            assert_eq!(written.nearly(cell), found, "{cell:?}");
        }
        assert_ne!(loose_key("1-3 years"), loose_key("13 years"));
        assert_ne!(loose_key("1.3"), loose_key("13"));
        assert_eq!(loose_key(".net"), ".net");
    }

    #[test]
    fn inside_a_cell() {
        let words = ["C", "C#", "A-", ".NET", "R&D", "D", "net", "Node.js", "U.N.", "3 years", "1-3 years", "a.s.b.l."];
        let written = Written::new(words.into_iter().zip(0..));
        for (cell, at, found) in [
            ("C, C#", 0, Some((0, 1))),
            ("C, C#", 2, Some((1, 4))),
            ("C++", 0, None),
            ("A-, B", 0, Some((2, 2))),
            ("A - B", 0, None),
            ("C/.NET", 2, Some((3, 4))),
            (".NET", 1, None),
            ("R&D", 0, Some((4, 3))),
            ("R&D", 2, None),
            ("net", 0, Some((6, 1))),
            ("Node.js, Vue", 0, Some((7, 3))),
            ("NodeJS", 0, Some((7, 1))),
            ("un", 0, Some((8, 1))),
            ("u n", 0, Some((8, 2))),
            ("1-3 years", 0, Some((10, 4))),
            ("1-3 years", 2, None),
            ("a s b l", 0, Some((11, 4))),
            ("asbl", 0, Some((11, 1))),
        ] {
            assert_eq!(written.longest(&Tokens::new(cell), at, same_word), found, "{cell:?}");
        }
    }
}
