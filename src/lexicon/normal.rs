//! Phrases as they are compared with the tokens of a cell.

use crate::tokens::Tokens;

/// Writes a phrase as it is compared: its tokens folded, one space between, dashes between words left out.
pub(super) fn normal(phrase: &str, out: &mut Vec<u8>) {
    let from = out.len();
    if !plain(phrase, out) {
        out.truncate(from);
        cut(phrase, out);
    }
}

/// The same of a phrase of letters, figures, single spaces, dashes between words and apostrophes, as nearly all are, in a
/// fraction of the time; answers false where there is more in it.
fn plain(phrase: &str, out: &mut Vec<u8>) -> bool {
    let is_word = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
    let from = out.len();
    let bytes = phrase.as_bytes();
    // Whether the last that was written is a letter, or a figure.
    let (mut letter, mut figure) = (false, false);
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let start = at;
        at += 1;
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | 0xc3 => {
                if figure {
                    out.push(b' ');
                }
                if byte.is_ascii() {
                    while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
                        at += 1;
                    }
                    out.extend_from_slice(bytes.get(start..at).unwrap_or_default());
                } else {
                    let Some(folded) = bytes.get(at).and_then(|second| latin(*second)) else { return false };
                    out.extend_from_slice(folded.as_bytes());
                    at += 1;
                }
                (letter, figure) = (true, false);
            }
            b'0'..=b'9' => {
                if letter {
                    out.push(b' ');
                }
                out.push(*byte);
                (letter, figure) = (false, true);
            }
            b' ' | b'-' if (letter || figure) && is_word(bytes.get(at)) => {
                out.push(b' ');
                (letter, figure) = (false, false);
            }
            b'\'' if letter && is_word(bytes.get(at)) => {
                out.extend_from_slice(b" ' ");
                (letter, figure) = (false, false);
            }
            b'\'' if letter && at == bytes.len() => out.extend_from_slice(b" '"),
            _ => return false,
        }
    }
    out[from..].make_ascii_lowercase();
    true
}

/// A letter of the block Latin-1 without its accent, by the second byte of two.
const fn latin(second: u8) -> Option<&'static str> {
    Some(match second | 0x20 {
        0xa0..=0xa5 => "a",
        0xa6 => "ae",
        0xa7 => "c",
        0xa8..=0xab => "e",
        0xac..=0xaf => "i",
        0xb1 => "n",
        0xb2..=0xb6 | 0xb8 => "o",
        0xb9..=0xbc => "u",
        0xbd => "y",
        _ => return None,
    })
}

/// The same, cut into tokens as a cell is.
pub(super) fn cut(phrase: &str, out: &mut Vec<u8>) {
    let from = out.len();
    let tokens = Tokens::new(phrase);
    for at in 0..tokens.all().len() {
        let dash = tokens.text(at) == "-" && at > 0 && at + 1 < tokens.all().len();
        let dot = tokens.text(at) == "." && at > 0 && at + 1 == tokens.all().len();
        if dash || dot {
            continue;
        }
        if out.len() > from {
            out.push(b' ');
        }
        out.extend_from_slice(tokens.text(at).as_bytes());
    }
}

/// Whether the tokens from this place on are those of a phrase, with or without dashes between them ("very_good" as well); the place
/// after.
pub(super) fn matches(phrase: &[u8], tokens: &Tokens, at: usize) -> Option<usize> {
    let mut end = at;
    for (nth, word) in phrase.split(|byte| *byte == b' ').enumerate() {
        if nth > 0 && matches!(tokens.text(end), "-" | "_") && word != b"-" {
            end += 1;
        }
        if tokens.text(end).as_bytes() != word {
            return None;
        }
        end += 1;
    }
    Some(end)
}
