//! Words as a criteria file writes them. A cell equal to one of them is that one, whatever marks it holds ("C#",
//! "2 - Good", "Employed, full-time"), and marks that make another word of a word are part of it: "C" is not in "C#".

use std::collections::HashMap;

use super::fold::fold;
use super::lexicon::Tokens;

/// Words of a criteria file, each with the number of what it stands for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Written {
    by_key: HashMap<String, usize>,
    /// Longer than this, in bytes, no cell is equal to one of them.
    longest: usize,
    /// Their tokens, all marks among them, the longest first.
    phrases: Vec<(Vec<Sign>, usize)>,
}

#[derive(Clone, Debug)]
struct Sign {
    text: String,
    word: bool,
    glued: bool,
}

impl Written {
    /// These words; where two are the same, the first counts.
    pub fn new<'a>(words: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
        let mut all = Self::default();
        for (word, number) in words {
            let key = key(word);
            if key.is_empty() {
                continue;
            }
            // A fold shortens a letter to one byte in four at the most, and drops what shows nothing.
            all.longest = all.longest.max(64 + 4 * key.len());
            all.by_key.entry(key).or_insert(number);
            let tokens = Tokens::new(word);
            let sign = |at: usize| Sign {
                text: tokens.text_of(at).to_owned(),
                word: tokens.is_word(at),
                glued: tokens.is_glued(at),
            };
            let signs: Vec<Sign> = (0..tokens.len()).map(sign).collect();
            if signs.iter().any(|sign| sign.word) {
                all.phrases.push((signs, number));
            }
        }
        all.phrases.sort_by_key(|(signs, _)| std::cmp::Reverse(signs.len()));
        all
    }

    /// What a cell stands for that is equal to one of them: but for case, accents, and space beside marks.
    pub fn whole(&self, cell: &str) -> Option<usize> {
        if cell.len() > self.longest {
            return None;
        }
        self.by_key.get(&key(cell)).copied()
    }

    /// The longest of them that starts at this token with all its marks: what it stands for, and the place after it.
    pub fn longest(&self, tokens: &Tokens, at: usize) -> Option<(usize, usize)> {
        self.phrases.iter().find_map(|(signs, number)| {
            let end = at + signs.len();
            let same = (at..end).zip(signs).all(|(at, sign)| tokens.text_of(at) == sign.text);
            // "A -" is not "A-".
            let edge = |at: usize, sign: Option<&Sign>| sign.is_some_and(|sign| sign.glued && !tokens.is_glued(at));
            let last = signs.last().filter(|sign| !sign.word);
            let second = signs.get(1).filter(|_| !signs[0].word);
            let fits = same && !edge(end - 1, last) && !edge(at + 1, second) && !is_cut(tokens, at, end);
            fits.then_some((*number, end))
        })
    }
}

/// A text folded, without space beside a mark: "2 - Good" is "2-Good".
fn key(text: &str) -> String {
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

/// Whether the words from here to there are cut out of another word: "C" of "C#" and "C++", "A" of "A+", "R" of "R&D",
/// "net" of ".NET".
pub(crate) fn is_cut(tokens: &Tokens, start: usize, end: usize) -> bool {
    let glued = |at: usize, text: &str| tokens.is_glued(at) && tokens.text_of(at) == text;
    let letter = |at: usize| tokens.is_word(at) && tokens.text_of(at).chars().count() == 1;
    let last = end.saturating_sub(1);
    let glued_word = |at: usize| tokens.is_glued(at) && tokens.is_word(at);
    let after = glued(end, "#")
        || glued(end, "+") && (glued(end + 1, "+") || letter(last) && !glued_word(end + 1))
        || glued(end, "&") && glued_word(end + 1) && (letter(last) || letter(end + 1));
    let (mark, before) = (start.wrapping_sub(1), start.wrapping_sub(2));
    let joined = tokens.is_word(before) && tokens.is_glued(mark);
    let ahead = tokens.is_word(start)
        && (glued_to(tokens, start, "&") && joined && (letter(start) || letter(before))
            || glued_to(tokens, start, ".") && !joined && !glued_to(tokens, mark, "."));
    after || ahead
}

fn glued_to(tokens: &Tokens, at: usize, mark: &str) -> bool {
    at > 0 && tokens.is_glued(at) && tokens.text_of(at - 1) == mark
}

/// Whether a word of a criteria file is still the same without its marks: it has none that make another word of it
/// ("C#"), none at its edges ("A-") and none between figures ("1-3 years").
pub(crate) fn is_loose(word: &str) -> bool {
    let tokens = Tokens::new(word);
    let figure = |at: usize| tokens.text_of(at).starts_with(|c: char| c.is_ascii_digit());
    let dressing =
        |at: usize| matches!(tokens.text_of(at), "(" | ")" | "[" | "]" | "\"" | "'" | "." | "," | ";" | ":" | "!");
    let edge = |at: usize| tokens.is_word(at) || dressing(at);
    let parts_figures = |at: usize| figure(at) && !tokens.is_word(at + 1) && figure(at + 2);
    let mut words = (0..tokens.len()).filter(|at| tokens.is_word(*at)).peekable();
    words.peek().is_some()
        && edge(0)
        && edge(tokens.len() - 1)
        && words.all(|at| !is_cut(&tokens, at, at + 1) && !parts_figures(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_cells() {
        let written =
            Written::new([("C#", 0), ("2 - Good", 1), ("Élève", 2), ("-", 3), ("C", 4), ("c", 5), ("n/a", 6)]);
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
        ] {
            assert_eq!(written.whole(cell), found, "{cell:?}");
        }
    }

    #[test]
    fn inside_a_cell() {
        let written = Written::new([("C", 0), ("C#", 1), ("A-", 2), (".NET", 3), ("R&D", 4), ("D", 5), ("net", 6)]);
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
        ] {
            assert_eq!(written.longest(&Tokens::new(cell), at), found, "{cell:?}");
        }
    }

    #[test]
    fn loose_words() {
        for word in ["good", "EU citizen (or EEA)", "chef d'équipe", "Employed, full-time", "A/B testing", "St. Gallen"]
        {
            assert!(is_loose(word), "{word}");
        }
        for word in ["", "-", "C#", "C++", "A+", "A-", "R&D", ".NET", "1-3 years", "24/7"] {
            assert!(!is_loose(word), "{word}");
        }
    }
}
