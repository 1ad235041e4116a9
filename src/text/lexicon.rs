//! Words and marks of a cell, and phrases found among them. What the readers of words share.

use std::collections::HashMap;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::fold::{self, fold};

/// The longest cell, in bytes, that a reader of short answers looks at; what is longer is no short answer.
pub(crate) const LIMIT: usize = 4_000;

/// A word, or one mark between words.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    folded: Range<usize>,
    /// Whether it is a word (letters and digits) and not a mark.
    pub word: bool,
    /// Whether nothing stands between it and the token before.
    pub glued: bool,
}

/// A cell cut into folded words and marks. A line break is the mark `"\n"`; other space only parts words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tokens {
    text: String,
    list: Vec<Token>,
}

/// The endings that inclusive writing sets apart, each with what it agrees with: `diplômé(e)`, `avancé·e`, `natif/ve`.
const ENDINGS: [(&str, &str); 12] = [
    ("e", ""),
    ("es", ""),
    ("s", ""),
    ("ne", "n"),
    ("nes", "n"),
    ("ve", "f"),
    ("ves", "f"),
    ("le", "l"),
    ("les", "l"),
    ("trice", "teur"),
    ("euse", "eur"),
    ("ere", "er"),
];

impl Tokens {
    /// Cuts a cell.
    pub fn new(cell: &str) -> Self {
        let mut tokens = Self::default();
        let mut start = None;
        let mut glued = false;
        let mut line = false;
        for (at, c) in cell.char_indices() {
            if c.is_alphanumeric() || is_combining_mark(c) || fold::is_invisible(c) {
                start.get_or_insert(at);
                continue;
            }
            if let Some(start) = start.take() {
                tokens.push(&cell[start..at], true, &mut glued, &mut line);
            }
            if c.is_whitespace() || c.is_control() {
                glued = false;
                line |= matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
            } else {
                tokens.push(&cell[at..at + c.len_utf8()], false, &mut glued, &mut line);
            }
        }
        if let Some(start) = start {
            tokens.push(&cell[start..], true, &mut glued, &mut line);
        }
        tokens.drop_endings();
        tokens
    }

    fn push(&mut self, part: &str, word: bool, glued: &mut bool, line: &mut bool) {
        let start = self.text.len();
        if part.is_ascii() {
            self.text.extend(part.bytes().map(|b| char::from(b.to_ascii_lowercase())));
        } else {
            self.text.push_str(&fold(part));
        }
        if self.text.len() == start {
            return;
        }
        if std::mem::take(line) && !self.list.is_empty() {
            let end = self.text.len();
            self.text.push('\n');
            self.list.push(Token { folded: end..end + 1, word: false, glued: false });
        }
        let end = if self.text.ends_with('\n') { self.text.len() - 1 } else { self.text.len() };
        self.list.push(Token { folded: start..end, word, glued: *glued });
        *glued = true;
    }

    /// Drops the endings of inclusive writing, so that `diplômé(e)` is `diplômé`.
    fn drop_endings(&mut self) {
        let mut at = 1;
        while at + 1 < self.list.len() {
            let stem = self.list[at - 1].word && self.text_of(at - 1).len() >= 4;
            let mark = self.text_of(at);
            let parenthesis = mark == "(";
            let marked = parenthesis || matches!(mark, "·" | "." | "-" | "/" | "•");
            let ending = self.list[at].glued
                && self.list[at + 1].glued
                && self.list[at + 1].word
                && ENDINGS.iter().any(|(ending, of)| {
                    // It may be another language ("anglais-es").
                    let code = *ending == "es" && of.is_empty() && matches!(mark, "-" | "/" | "•");
                    *ending == self.text_of(at + 1) && self.text_of(at - 1).trim_end_matches('s').ends_with(of) && !code
                });
            let closed = self.list.get(at + 2).is_some_and(|t| t.glued && !t.word) && self.text_of(at + 2) == ")";
            if stem && marked && ending && (!parenthesis || closed) {
                self.list.drain(at..at + 2 + usize::from(parenthesis));
            } else {
                at += 1;
            }
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The folded text at this place; empty past the end.
    pub fn text_of(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |token| &self.text[token.folded.clone()])
    }

    /// Whether there is a word at this place.
    pub fn is_word(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|token| token.word)
    }

    /// Whether the token at this place is written against the one before.
    pub fn is_glued(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|token| token.glued)
    }

    /// The next word of a phrase after the word at `at`: past an apostrophe, a hyphen without spaces, or the full stop
    /// of an abbreviation.
    pub fn next_in_phrase(&self, at: usize) -> Option<usize> {
        let next = at + 1;
        if self.is_word(next) {
            return Some(next);
        }
        let joined = match self.text_of(next) {
            "'" => true,
            "-" | "_" => self.is_glued(next) && self.is_glued(next + 1),
            "." => self.is_glued(next) && (self.is_glued(next + 1) || self.text_of(at).len() <= 2),
            _ => false,
        };
        (joined && self.is_word(next + 1)).then_some(next + 1)
    }
}

/// The place after these folded words where they stand at `at`, each as `is` compares it.
pub(crate) fn phrase_end(
    tokens: &Tokens,
    at: usize,
    words: &[String],
    is: impl Fn(&str, &str) -> bool,
) -> Option<usize> {
    let (first, rest) = words.split_first()?;
    if !is(first, tokens.text_of(at)) {
        return None;
    }
    let last = rest.iter().try_fold(at, |at, word| {
        let next = if is_mark(word) { at + 1 } else { tokens.next_in_phrase(at)? };
        is(word, tokens.text_of(next)).then_some(next)
    })?;
    Some(last + 1)
}

/// Phrases and what each stands for. The longest phrase wins; where two rows give the same phrase, the first does.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon<T> {
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
}

impl<T: Copy> Lexicon<T> {
    /// The phrases of these rows.
    pub fn new<'a>(entries: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut by_first: HashMap<String, Vec<(Vec<String>, T)>> = HashMap::new();
        for (phrase, value) in entries {
            let mut words = words(phrase).into_iter();
            if let Some(first) = words.next() {
                let rest: Vec<String> = words.collect();
                let list = by_first.entry(first).or_default();
                if !list.iter().any(|(other, _)| *other == rest) {
                    list.push((rest, value));
                }
            }
        }
        for list in by_first.values_mut() {
            list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        Self { by_first }
    }

    /// The longest phrase that starts at this token, and the place after it.
    pub fn longest(&self, tokens: &Tokens, at: usize) -> Option<(T, usize)> {
        self.longest_where(tokens, at, |_, _| true)
    }

    /// As [`Self::longest`], among the phrases that `fits` accepts, given the place after each.
    pub fn longest_where(&self, tokens: &Tokens, at: usize, fits: impl Fn(T, usize) -> bool) -> Option<(T, usize)> {
        let list = self.by_first.get(tokens.text_of(at))?;
        list.iter().find_map(|(rest, value)| {
            let last = rest.iter().try_fold(at, |at, word| {
                let next = if is_mark(word) { at + 1 } else { tokens.next_in_phrase(at)? };
                (tokens.text_of(next) == word).then_some(next)
            })?;
            fits(*value, last + 1).then_some((*value, last + 1))
        })
    }
}

/// Whether two folded words are the same but for singular and plural, in English or French.
pub(crate) fn same_word(a: &[u8], b: &[u8]) -> bool {
    a == b || is_plural(a, b) || is_plural(b, a)
}

/// Whether `many` is a plural of `one`. Abbreviations of two letters have only the plain "s" ("NGOs", but not "eux" for
/// "eu"), and figures have none.
fn is_plural(one: &[u8], many: &[u8]) -> bool {
    if one.is_empty() || many.len() <= one.len().saturating_sub(2) || one[one.len() - 1].is_ascii_digit() {
        return false;
    }
    let is = |end: &[u8], ends: &[u8]| {
        one.strip_suffix(end).is_some_and(|stem| many.strip_suffix(ends).is_some_and(|other| stem == other))
    };
    if one.len() <= 2 {
        // "UNs" is a plural, "uns" and "eus" are French words of their own.
        return one.len() == 2 && !matches!(one, b"un" | b"eu" | b"it" | b"a" | b"i") && is(b"", b"s");
    }
    let hissing = [&b"s"[..], b"x", b"z", b"ch", b"sh", b"o"].iter().any(|end| one.ends_with(end));
    let rounded = [&b"au"[..], b"eu", b"ou"].iter().any(|end| one.ends_with(end));
    is(b"", b"s")
        || (hissing && is(b"", b"es"))
        || (rounded && is(b"", b"x"))
        || is(b"al", b"aux")
        || (one.len() > 4 && is(b"ail", b"aux"))
        || (one.len() > 3
            && !one.ends_with(b"ay")
            && !one.ends_with(b"ey")
            && !one.ends_with(b"oy")
            && is(b"y", b"ies"))
        || (one.len() > 4 && is(b"sis", b"ses"))
        || is(b"man", b"men")
}

fn is_mark(word: &str) -> bool {
    !word.chars().any(char::is_alphanumeric)
}

/// The folded words of a phrase, with the marks that mean something (`bac+3`) and without those that only join.
pub(crate) fn words(phrase: &str) -> Vec<String> {
    let tokens = Tokens::new(phrase);
    (0..tokens.len())
        .map(|at| tokens.text_of(at))
        .filter(|text| !matches!(*text, "'" | "-" | "." | "_" | "\n"))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(cell: &str) -> Vec<String> {
        let tokens = Tokens::new(cell);
        (0..tokens.len()).map(|at| tokens.text_of(at).to_owned()).collect()
    }

    #[test]
    fn cuts() {
        for (cell, parts) in [
            ("", &[][..]),
            ("  \n ", &[]),
            ("Très bon", &["tres", "bon"]),
            ("EN: C2\r\nFR", &["en", ":", "c2", "\n", "fr"]),
            ("\nEN", &["en"]),
            ("diplômé(e) natif/ve", &["diplome", "natif"]),
            ("avancé·e", &["avance"]),
            ("AVANCÉ·E, DÉBUTANT(E)", &["avance", ",", "debutant"]),
            ("CITOYEN-NE, natifs/ves", &["citoyen", ",", "natifs"]),
            ("sept-ne, anglais-ES", &["sept", "-", "ne", ",", "anglais", "-", "es"]),
            ("B2/C1", &["b2", "/", "c1"]),
            ("M.E.", &["m", ".", "e", "."]),
            ("l’État", &["l", "'", "etat"]),
            ("e\u{301}te\u{301}", &["ete"]),
            ("\u{200b}✔\u{fe0f}", &["✔"]),
        ] {
            assert_eq!(texts(cell), parts, "{cell:?}");
        }
    }

    #[test]
    fn finds_the_longest() {
        let lexicon = Lexicon::new([("good", 1), ("very good", 2), ("langue d'origine", 3), ("bac+3", 4), ("M.A.", 5)]);
        for (cell, found) in [
            ("very good", Some((2, 2))),
            ("Very-Good", Some((2, 3))),
            ("very - good", None),
            ("good very", Some((1, 1))),
            ("langue d’origine", Some((3, 4))),
            ("bac + 3", Some((4, 3))),
            ("m. a.", Some((5, 3))),
            ("m, a", None),
        ] {
            assert_eq!(lexicon.longest(&Tokens::new(cell), 0), found, "{cell:?}");
        }
    }
}
