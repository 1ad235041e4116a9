//! A text cut into tokens: words, figures and marks. The only place where a cell, a header or a phrase of a pack is cut, so
//! that they are compared alike.

// `build.rs` reads this file as a module of its own, where a plain `mod` would be sought elsewhere.
#[cfg(test)]
#[path = "tokens/tests.rs"]
mod tests;

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::fold::{fold_into, is_invisible};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters. Single letters and short groups with dots between are one word: `Ph.D.`, `e.g.`.
    Word,
    /// Figures from 0 to 9.
    Figure,
    /// Any other sign, alone.
    Mark,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// `oxfam`, and what is no word.
    Lower,
    /// `Oxfam`, `McDonald`.
    Capital,
    /// `UNHCR`, and single capital letters.
    Upper,
}

/// One piece of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// What it is made of.
    pub kind: TokenKind,
    /// Where it is in the cell.
    pub span: Range<usize>,
    /// Whether there is space before it.
    pub gap: bool,
    /// Whether a line break is before it.
    pub line: bool,
    /// Whether an empty line is before it.
    pub blank: bool,
    /// How it is written.
    pub case: Case,
    /// How its accents are written, as [`spelling`] says.
    pub spelling: u32,
    /// Whether it is short groups of letters with dots between: `U.N`.
    pub dotted: bool,
    /// Where its folded text is.
    text: (u32, u32),
}

/// The endings that inclusive writing hangs on a word, each without the `s` of the plural and with the end of the words
/// that have it: `diplômé(e)`, `avancé·e`, `natifs/ves`, `Anfänger*in`.
const ENDINGS: [(&str, &str); 11] = [
    ("e", ""),
    ("", ""),
    ("ne", "n"),
    ("ve", "f"),
    ("le", "l"),
    ("trice", "teur"),
    ("rice", "teur"),
    ("euse", "eur"),
    ("ere", "er"),
    ("in", "er"),
    ("a", "o"),
];

/// A cell of more characters than this is a letter, and no answer to one question.
const LONGEST: usize = 4_000;

/// A cell in tokens.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tokens {
    all: Vec<Token>,
    folded: String,
    /// For the fold of one token.
    scratch: String,
    /// Whether the cell goes on after the last token, beyond what is read.
    pub cut: bool,
}

impl Tokens {
    /// Cuts a text.
    pub(crate) fn new(cell: &str) -> Self {
        let mut tokens = Self::default();
        tokens.recut(cell);
        tokens
    }

    /// Cuts another text, in the memory of the one before.
    pub(crate) fn recut(&mut self, cell: &str) {
        self.all.clear();
        self.folded.clear();
        self.cut = false;
        let mut space = Space::default();
        let mut at = 0;
        while let Some(byte) = cell.as_bytes().get(at) {
            if at > LONGEST {
                self.cut = true;
                break;
            }
            let end = self.plain(cell, at, &mut space).unwrap_or_else(|| self.any(cell, at, &mut space));
            at = end.max(at + usize::from(byte.is_ascii()));
        }
    }

    /// Takes what starts at this place, where it is ASCII, as most is; the place after it. Nothing where it is not.
    fn plain(&mut self, cell: &str, start: usize, space: &mut Space) -> Option<usize> {
        let bytes = cell.as_bytes();
        let byte = *bytes.get(start)?;
        let kind = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => TokenKind::Word,
            b'0'..=b'9' => TokenKind::Figure,
            b'!'..=b'~' if byte != b'`' => TokenKind::Mark,
            0..=b' ' | 0x7f => {
                space.take(char::from(byte));
                return Some(start + 1);
            }
            _ => return None,
        };
        if let Some(end) = dots_that_trail_off(&bytes[start..]).map(|length| start + length) {
            let from = self.folded.len();
            self.folded.push('…');
            self.push(cell, TokenKind::Mark, start..end, Case::Lower, from, space);
            return Some(end);
        }
        let mut end = start + 1;
        let mut lower = false;
        match kind {
            TokenKind::Word => {
                while let Some(next) = bytes.get(end).filter(|next| next.is_ascii_alphabetic()) {
                    lower |= next.is_ascii_lowercase();
                    end += 1;
                }
            }
            TokenKind::Figure => end += bytes[end..].iter().take_while(|next| next.is_ascii_digit()).count(),
            TokenKind::Mark => {}
        }
        // An accent, or a letter that has one.
        if kind != TokenKind::Mark && bytes.get(end).is_some_and(|next| !next.is_ascii()) {
            return None;
        }
        let case = match (kind, byte) {
            (TokenKind::Word, b'A'..=b'Z') if lower => Case::Capital,
            (TokenKind::Word, b'A'..=b'Z') => Case::Upper,
            _ => Case::Lower,
        };
        let from = self.folded.len();
        self.folded.push_str(&cell[start..end]);
        self.folded[from..].make_ascii_lowercase();
        self.push(cell, kind, start..end, case, from, space);
        Some(end)
    }

    /// Takes what starts at this place, whatever it is; the place after it.
    fn any(&mut self, cell: &str, start: usize, space: &mut Space) -> usize {
        let mut chars = cell[start..].char_indices().map(|(at, c)| (start + at, c)).peekable();
        let Some((_, c)) = chars.next() else { return cell.len() };
        let mut end = start + c.len_utf8();
        if c.is_whitespace() || c.is_control() {
            space.take(c);
            return end;
        }
        if is_invisible(c) || is_combining_mark(c) {
            return end;
        }
        let kind = kind_of(c);
        if kind != TokenKind::Mark {
            let goes_on = |c: char| kind_of(c) == kind || is_combining_mark(c) || is_invisible(c);
            while let Some((at, c)) = chars.next_if(|(_, c)| goes_on(*c)) {
                end = at + c.len_utf8();
            }
        }
        let text = &cell[start..end];
        let from = self.folded.len();
        let folded = &mut self.scratch;
        fold_into(text, folded);
        // A sign stays one, where a fold would take it apart or make a letter or figure of it: "½", "²".
        let keeps = kind == TokenKind::Mark && (folded.chars().count() != 1 || folded.contains(char::is_alphanumeric));
        self.folded.push_str(if keeps { text } else { folded });
        self.push(cell, kind, start..end, case_of(text, kind), from, space);
        end
    }

    fn push(&mut self, cell: &str, kind: TokenKind, span: Range<usize>, case: Case, from: usize, space: &mut Space) {
        let text = (offset(from), offset(self.folded.len()));
        let Space { gap, lines, .. } = std::mem::take(space);
        let spelling = if kind == TokenKind::Word { spelling(&cell[span.clone()]) } else { 0 };
        let (line, blank) = (lines > 0, lines > 1);
        self.all.push(Token { kind, span, gap, line, blank, case, spelling, dotted: false, text });
        self.join_abbreviation(cell);
    }

    /// Makes one word of the last three tokens where they are short groups of letters around a dot.
    fn join_abbreviation(&mut self, cell: &str) {
        let [.., before, dot, last] = self.all.as_slice() else { return };
        let glued = !dot.gap && !last.gap && dot.kind == TokenKind::Mark && self.text_of(dot) == ".";
        let words = before.kind == TokenKind::Word && last.kind == TokenKind::Word;
        // Of the groups before, all are as short: "Ph.D", "M.Sc", "B.Tech".
        let short = |token: &Token| cell[token.span.clone()].split('.').all(|group| group.chars().count() <= 2);
        if !(glued && words && short(before) && self.text_of(last).len() <= 4) {
            return;
        }
        let dot_text = dot.text;
        let (Some(last), Some(_)) = (self.all.pop(), self.all.pop()) else { return };
        self.folded.replace_range(dot_text.0 as usize..dot_text.1 as usize, "");
        if let Some(word) = self.all.last_mut() {
            word.span.end = last.span.end;
            word.text.1 = offset(self.folded.len());
            word.dotted = true;
            word.case = case_of(&cell[word.span.clone()], TokenKind::Word);
            word.spelling = spelling(&cell[word.span.clone()]);
        }
    }

    /// The tokens, in their order.
    pub(crate) fn all(&self) -> &[Token] {
        &self.all
    }

    /// The folded text of a token.
    pub(crate) fn text_of(&self, token: &Token) -> &str {
        self.folded.get(token.text.0 as usize..token.text.1 as usize).unwrap_or_default()
    }

    /// The folded text of the token at this place; empty beyond the last.
    pub(crate) fn text(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |token| self.text_of(token))
    }

    /// The place after an English possession: "the EU's", "King's College".
    pub(crate) fn after_possession(&self, end: usize) -> usize {
        let glued = |at: usize, text: &str| self.all.get(at).is_some_and(|token| !token.gap) && self.text(at) == text;
        if glued(end, "'") && glued(end + 1, "s") { end + 2 } else { end }
    }

    /// The place after the ending that inclusive writing hangs on the word before this place; the same place where there
    /// is none.
    pub(crate) fn after_ending(&self, at: usize) -> usize {
        let glued = |at: usize| self.all.get(at).is_some_and(|token| !token.gap);
        let word = at.saturating_sub(1);
        let stem = self.text(word);
        if !self.is(word, TokenKind::Word) || stem.len() < 4 {
            return at;
        }
        let mut end = at;
        // "défenseur·e·s"
        for _ in 0..2 {
            let (mark, ending) = (self.text(end), self.text(end + 1));
            let marked = glued(end) && matches!(mark, "(" | "·" | "." | "-" | "/" | "•" | "*" | ":" | "_");
            // It may be another language: "anglais-es".
            let code = ending == "es" && matches!(mark, "-" | "/" | "•" | ":");
            let one = ending.trim_end_matches('s');
            let fits = |(known, of): &(&str, &str)| *known == one && stem.trim_end_matches('s').ends_with(of);
            let ends = !ending.is_empty() && (ENDINGS.iter().any(fits) || ending == "innen" && stem.ends_with("er"));
            if !marked || !glued(end + 1) || code || !ends {
                break;
            }
            match mark {
                // "défenseur(e)s"
                "(" if self.text(end + 2) == ")" => end += 3 + usize::from(glued(end + 3) && self.text(end + 3) == "s"),
                "(" => break,
                _ => end += 2,
            }
        }
        end
    }

    /// Whether the token at this place is of this kind.
    pub(crate) fn is(&self, at: usize, kind: TokenKind) -> bool {
        self.all.get(at).is_some_and(|token| token.kind == kind)
    }
}

/// How many dots begin here, where they end what is said as one `…` does: "French, ...". Those that lead to something are
/// dots: "French .... C1".
fn dots_that_trail_off(bytes: &[u8]) -> Option<usize> {
    const LEAST: usize = 3;
    if bytes.first() != Some(&b'.') {
        return None;
    }
    let length = bytes.iter().take_while(|byte| **byte == b'.').count();
    let next = bytes[length..].iter().find(|byte| !matches!(byte, b' ' | b'\t'));
    let ends = matches!(next, None | Some(b'\n' | b'\r' | b',' | b';' | b')' | b']' | b'|'));
    (length >= LEAST && ends).then_some(length)
}

/// A number for the accents of a word, the same however it is encoded and in capitals; 0 where it has none.
pub(crate) fn spelling(word: &str) -> u32 {
    if word.is_ascii() {
        return 0;
    }
    let letters = word.chars().filter(|c| !is_invisible(*c));
    // Where no accent is a character of its own, each letter is composed already (Unicode Standard Annex 15: all below the
    // combining marks are), as in nearly every word.
    let hash = match word.chars().all(|c| c < '\u{300}') {
        true => number_of(letters),
        false => number_of(letters.nfc()),
    };
    hash.max(1)
}

/// FNV-1a of letters in lower case: the same on every machine, since the packs are laid out where the program is built.
fn number_of(letters: impl Iterator<Item = char>) -> u32 {
    letters.flat_map(char::to_lowercase).fold(0x811c_9dc5, |hash, c| (hash ^ u32::from(c)).wrapping_mul(0x0100_0193))
}

/// What stands between two tokens.
#[derive(Clone, Copy, Debug, Default)]
struct Space {
    gap: bool,
    lines: u8,
    /// The last was a carriage return, of which a line feed is a part.
    carriage: bool,
}

impl Space {
    fn take(&mut self, c: char) {
        let breaks = matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
        let new = breaks && !(c == '\n' && self.carriage);
        self.gap = true;
        self.lines = self.lines.saturating_add(u8::from(new));
        self.carriage = c == '\r';
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn kind_of(c: char) -> TokenKind {
    if c.is_ascii_digit() || ('０'..='９').contains(&c) {
        TokenKind::Figure
    } else if c.is_alphabetic() && !is_sign(c) {
        TokenKind::Word
    } else {
        TokenKind::Mark
    }
}

/// Signs that count as letters and are none in a word: the ordinal signs, and letters set high or low or in a ring.
fn is_sign(c: char) -> bool {
    matches!(c, 'ª' | 'º' | '№' | '℠' | '™' | '\u{2070}'..='\u{209f}' | '\u{2460}'..='\u{24ff}')
        || (!c.is_ascii() && std::iter::once(c).nfkd().any(|part| part.is_ascii_digit()))
}

fn case_of(text: &str, kind: TokenKind) -> Case {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    match (kind, letters.next()) {
        (TokenKind::Word, Some(first)) if first.is_uppercase() => {
            if letters.any(char::is_lowercase) {
                Case::Capital
            } else {
                Case::Upper
            }
        }
        _ => Case::Lower,
    }
}
