//! Text made comparable: case, accents, kinds of space, dash and apostrophe no longer matter.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in lower case, without accents, with plain spaces, dashes and apostrophes, no invisible characters, one
/// space between words and none around them.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// As [`fold`], into a buffer that is emptied first.
pub fn fold_into(text: &str, out: &mut String) {
    out.clear();
    // Each byte is looked at, many at once.
    if text.bytes().fold(true, |all, byte| all & byte.is_ascii_graphic() & (byte != b'`')) {
        // One word, as most cells are.
        out.push_str(text);
        out.make_ascii_lowercase();
        return;
    }
    if text.is_ascii() {
        for byte in text.bytes() {
            ascii(out, byte);
        }
    } else {
        for c in text.chars() {
            match c {
                '\u{bd}' => " 1/2".chars().for_each(|c| push(out, c)),
                '\u{bc}' => " 1/4".chars().for_each(|c| push(out, c)),
                '\u{be}' => " 3/4".chars().for_each(|c| push(out, c)),
                // Signs of a number or an apostrophe, which decompose into letters or a space: "Nº" is not "no".
                'º' => push(out, '°'),
                '№' => out.push_str("n°"),
                '´' => out.push('\''),
                '\0'..='\x7f' => ascii(out, c as u8),
                _ => std::iter::once(c)
                    .nfkd()
                    .filter(|c| !is_combining_mark(*c))
                    .flat_map(char::to_lowercase)
                    .filter(|c| !is_combining_mark(*c))
                    .for_each(|c| plain(out, c)),
            }
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
}

/// A text without the white space around it, as [`str::trim`] gives it: most have none, and a look tells.
#[must_use]
pub fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

/// Of ASCII, white space and one apostrophe alone are written otherwise.
fn ascii(out: &mut String, byte: u8) {
    match byte {
        b'`' => out.push('\''),
        byte if byte.is_ascii_graphic() => out.push(char::from(byte.to_ascii_lowercase())),
        byte => push(out, char::from(byte)),
    }
}

fn plain(out: &mut String, c: char) {
    match c {
        'œ' => out.push_str("oe"),
        'æ' => out.push_str("ae"),
        'ß' => out.push_str("ss"),
        'ø' => out.push('o'),
        'ł' => out.push('l'),
        'đ' | 'ð' => out.push('d'),
        'ı' => out.push('i'),
        'ς' => out.push('σ'),
        'þ' => out.push_str("th"),
        '‘' | '’' | '‛' | 'ʼ' | 'ʹ' | '′' | '`' | '´' => out.push('\''),
        '“' | '”' | '„' | '«' | '»' | '″' => out.push('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => out.push('-'),
        '⁄' | '∕' => out.push('/'),
        c if is_invisible(c) => {}
        c => push(out, c),
    }
}

/// Whether a character shows nothing: joiners, marks of direction, soft hyphen, byte order mark.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{fe00}'..='\u{fe0f}'
    )
}

fn push(out: &mut String, c: char) {
    if c.is_whitespace() || c.is_control() {
        if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    } else {
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds() {
        for (text, folded) in [
            ("Numéro de  candidat", "numero de candidat"),
            ("\u{a0}C1\u{202f}\t", "c1"),
            ("ŒUVRE Straße Łódź Øre", "oeuvre strasse lodz ore"),
            ("e\u{301}te\u{301}", "ete"),
            ("l’État – d'où", "l'etat - d'ou"),
            ("7½ ans", "7 1/2 ans"),
            ("\u{feff}nom\u{200b}", "nom"),
            ("７＋", "7+"),
            ("Nº 5, № 5, l´an", "n° 5, n° 5, l'an"),
            ("ΛΌΓΟΣ", "λογοσ"),
            ("λόγος", "λογοσ"),
            ("İstanbul", "istanbul"),
            ("a\r\n b", "a b"),
            // The same whether or not there is anything beyond ASCII in it.
            ("l`an", "l'an"),
            ("l`été", "l'ete"),
        ] {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }
}
