//! A text folded as cells are, but with its capitals and its lines.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::fold as folding;

/// Folds a text: no accents, plain spaces, dashes, quotes and apostrophes; letters of ASCII in their case, bullets as line
/// breaks.
pub(super) fn fold(text: &str, out: &mut String) {
    out.clear();
    each(text, out, |_, _| {});
}

/// The place in a text of each byte of its fold, and of its end.
pub(super) fn places(text: &str) -> Vec<u32> {
    let mut places: Vec<u32> = Vec::with_capacity(text.len() + 1);
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    // Bytes that are kept stand each for itself; those of a folded letter for the letter.
    each(text, &mut String::new(), |at, folded| match folded {
        Folded::Kept(length) => places.extend((at..at + length).map(number)),
        Folded::To(length) => places.extend(std::iter::repeat_n(number(at), length)),
    });
    places.push(number(text.len()));
    places
}

/// What became of a piece of the text.
enum Folded {
    /// So many bytes, as they are.
    Kept(usize),
    /// A character, in so many bytes.
    To(usize),
}

fn each(text: &str, out: &mut String, mut told: impl FnMut(usize, Folded)) {
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = rest.bytes().position(|byte| byte >= 0x80).unwrap_or(rest.len());
        out.push_str(&rest[..plain]);
        told(at, Folded::Kept(plain));
        at += plain;
        let Some(c) = rest[plain..].chars().next() else { break };
        let from = out.len();
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => out.push('a'),
            'ç' => out.push('c'),
            'è' | 'é' | 'ê' | 'ë' => out.push('e'),
            'ì' | 'í' | 'î' | 'ï' => out.push('i'),
            'ñ' => out.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => out.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => out.push('u'),
            '‘' | '’' => out.push('\''),
            '\u{a0}' | '\u{202f}' => out.push(' '),
            '“' | '”' | '«' | '»' => out.push('"'),
            '‐' | '‑' | '–' | '—' => out.push('-'),
            // Inclusive writing sets endings apart with it.
            '·' => out.push('.'),
            '\u{85}' | '\u{2028}' | '\u{2029}' | '•' | '▪' | '◦' | '‣' => out.push('\n'),
            c if folding::is_invisible(c) || is_combining_mark(c) => {}
            c => rare(c, out),
        }
        told(at, Folded::To(out.len() - from));
        at += c.len_utf8();
    }
}

/// Folds one character that is not among the usual ones. A capital stays one where it is a letter of ASCII.
fn rare(c: char, out: &mut String) {
    let from = out.len();
    let mut folded = String::new();
    folding::fold_into(c.encode_utf8(&mut [0; 4]), &mut folded);
    match folded.is_empty() {
        true => out.push(' '),
        // A sign stays one, where a fold would make figures of it: "½".
        false if !c.is_alphabetic() && folded.contains(char::is_alphanumeric) => out.push(c),
        false => out.push_str(&folded),
    }
    if c.is_uppercase() && c.nfd().next().is_some_and(|base| base.is_ascii()) {
        out[from..].make_ascii_uppercase();
    }
}
