//! Words as a criteria file writes them, found in cells. A cell equal to one of them is that one, whatever marks it holds
//! ("C#", "2 - Good", "Employed, full-time"), and marks that make another word of a word are part of it: "C" is not in "C#".

use std::collections::HashMap;

mod phrase;
mod plural;

pub(crate) use self::phrase::Same;
use self::phrase::WrittenPhrase;
pub(crate) use self::plural::{adjective, same_word, starts};
use crate::fold::fold;
use crate::tokens::{TokenKind, Tokens};

/// Words of a criteria file, each with the number of what it stands for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Written {
    exact: HashMap<String, usize>,
    loose: HashMap<String, usize>,
    /// Longer than this, in bytes, no cell is equal to one of them.
    longest: usize,
    phrases: Vec<WrittenPhrase>,
    /// The phrases by their first letter.
    by_letter: HashMap<char, Vec<usize>>,
}

impl Written {
    /// These words; where two are the same, the first counts.
    pub(crate) fn new<'a>(words: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
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
            for phrase in WrittenPhrase::variants(word, number) {
                if let Some(letter) = phrase.first().chars().next() {
                    all.by_letter.entry(letter).or_default().push(all.phrases.len());
                    all.phrases.push(phrase);
                }
            }
        }
        all
    }

    /// What a cell stands for that is equal to one of them: but for case, accents, and space beside marks.
    pub(crate) fn whole(&self, cell: &str) -> Option<usize> {
        (cell.len() <= self.longest).then(|| self.exact.get(&exact_key(cell)).copied())?
    }

    /// The same, with hyphens, spaces and full stops between letters left out: "fulltime" is "full-time".
    pub(crate) fn nearly(&self, cell: &str) -> Option<usize> {
        (cell.len() <= self.longest).then(|| self.loose.get(&loose_key(&exact_key(cell))).copied())?
    }

    /// All phrases.
    pub(crate) fn phrases(&self) -> &[WrittenPhrase] {
        &self.phrases
    }

    /// The phrases that start with the letter that this word starts with.
    pub(crate) fn at_letter(&self, word: &str) -> impl Iterator<Item = &WrittenPhrase> {
        let letter = word.chars().next();
        let numbers = letter.and_then(|letter| self.by_letter.get(&letter)).into_iter().flatten();
        numbers.filter_map(|number| self.phrases.get(*number))
    }

    /// Hands on the number of each phrase that starts at this token, with the place after it.
    pub(crate) fn starting(&self, tokens: &Tokens, at: usize, is: Same, mut each: impl FnMut(usize, usize)) {
        let Some(letter) = tokens.text(at).chars().next() else { return };
        for number in self.by_letter.get(&letter).into_iter().flatten() {
            if let Some(end) = self.phrases.get(*number).and_then(|phrase| phrase.end(tokens, at, is)) {
                each(*number, end);
            }
        }
    }

    /// The longest of them that starts at this token: what it stands for, and the place after it.
    pub(crate) fn longest(&self, tokens: &Tokens, at: usize, is: Same) -> Option<(usize, usize)> {
        let lead = |at: usize| (at..at + 3).find(|at| !tokens.is(*at, TokenKind::Mark)).unwrap_or(at);
        let first = lead(at);
        let mut longest: Option<(usize, usize)> = None;
        self.starting(tokens, first, is, |phrase, end| {
            let phrase = &self.phrases[phrase];
            if first - at == phrase.lead().0 && longest.is_none_or(|(_, other)| end > other) {
                longest = Some((phrase.number, end));
            }
        });
        longest
    }
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
    use crate::written::same_word;

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
