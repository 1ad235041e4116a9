//! What candidates and files supply, made harmless for where it is going.
//!
//! Everything here is a plain function of one text. Nothing a candidate writes may move a terminal's cursor, colour it
//! or turn its writing around, run in a spreadsheet, or become part of a document's markup.

mod markdown;
mod shell;

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;
use wide::u8x16;

pub use self::markdown::markdown;
pub use self::shell::shell;
pub use crate::catalogue::unseen::is_unseen;
use crate::catalogue::unseen::{is_break, is_silent};

/// Stands where a character was that must not be shown.
pub const MARK: char = '\u{fffd}';

/// Zero-width marks over one letter; a text that piles up more covers the lines around it.
const MOST_STACKED: usize = 4;

fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// One line of text for a terminal: line ends and tabs are spaces, joiners and variation selectors go, everything else
/// that is unseen is `�`, and marks do not pile up.
#[must_use]
pub fn terminal(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut stacked = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\r' && chars.peek() == Some(&'\n') || is_silent(c) {
            continue;
        }
        let shown = one(c);
        stacked = if shown.width() == Some(0) { stacked + 1 } else { 0 };
        if stacked <= MOST_STACKED {
            out.push(shown);
        }
    }
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// As [`terminal`], but each character stays one character, so that columns still count right.
#[must_use]
pub fn terminal_each(text: &str) -> String {
    text.chars().map(one).collect()
}

const fn one(c: char) -> char {
    if is_break(c) {
        ' '
    } else if is_unseen(c) {
        MARK
    } else {
        c
    }
}

/// Whether a spreadsheet that opens this text as a cell may run it as a formula. A signed number is none, and neither is a plus
/// or a minus alone, which people write for nothing.
#[must_use]
pub fn runs(text: &str) -> bool {
    if matches!(text.as_bytes().first(), Some(b'\t' | b'\r' | b'\n')) {
        return true;
    }
    match signed(text) {
        Some(start) if start.starts_with(['+', '-']) => !is_number(start.trim_end_matches(stays_blank)),
        signed => signed.is_some(),
    }
}

/// Whether it may run as one where more follows in the same cell: a number may then be the start of something else.
#[must_use]
pub fn runs_on(text: &str) -> bool {
    signed(text).is_some() || runs(text)
}

/// The text from the sign that would start a formula, where blanks at most stand before it.
fn signed(text: &str) -> Option<&str> {
    // Nearly every text begins with what is neither a blank nor a sign.
    let first = *text.as_bytes().first()?;
    if first.is_ascii_graphic() && !starts_formula(char::from(first)) {
        return None;
    }
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || is_unseen(c));
    start.starts_with(starts_formula).then_some(start)
}

/// The signs that start a formula, and their full-width and small forms, which some spreadsheets take for them.
const fn starts_formula(c: char) -> bool {
    matches!(
        c,
        '=' | '+'
            | '-'
            | '@'
            | '\u{ff1d}'
            | '\u{ff0b}'
            | '\u{ff0d}'
            | '\u{ff20}'
            | '\u{fe66}'
            | '\u{fe62}'
            | '\u{fe63}'
            | '\u{fe6b}'
    )
}

/// What divides cells for one spreadsheet or another, whatever quotes stand around it.
const fn divides(c: char) -> bool {
    matches!(c, ',' | ';' | '\t' | '|' | '\n' | '\r')
}

/// A text in which no part would start a formula if a spreadsheet divided it: an apostrophe stands before each sign
/// that follows a delimiter or a line end, blanks and quotes between them aside. What a part would run on into is not
/// known, so that a number has one too. The start of the text is for [`runs`] to tell.
#[must_use]
pub fn divided(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let (mut kept, mut fresh) = (0, false);
    for (at, c) in text.char_indices() {
        if fresh && starts_formula(c) {
            out.push_str(&text[kept..at]);
            out.push('\'');
            kept = at;
        }
        fresh = divides(c) || fresh && (c == '"' || c.is_whitespace() || is_unseen(c));
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[kept..]);
    Cow::Owned(out)
}

/// Blank, and written as it is: other control characters are shown as a mark, so that "-5" with one is no number.
const fn stays_blank(c: char) -> bool {
    c.is_whitespace() && (!is_unseen(c) || matches!(c, '\t' | '\n' | '\r'))
}

/// A sign, and at most digits and decimals: nothing that could be more than a number.
fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let text = &text[1..];
    text.is_empty()
        || text.split_once(['.', ',']).map_or_else(|| digits(text), |(whole, part)| digits(whole) && digits(part))
}

/// A text for a cell of a spreadsheet's own file: no character that XML cannot hold, nothing that would run if the
/// sheet were saved as CSV with any delimiter, and no longer than `most` UTF-16 units, with `cut` at the end of what is.
#[must_use]
pub fn sheet(text: &str, most: usize, cut: &str) -> String {
    let lead = if runs(text) { "'" } else { "" };
    let text = &*divided(text);
    let mut out = String::from(lead);
    let whole = lead.len() + text.chars().map(char::len_utf16).sum::<usize>() <= most;
    let taken = lead.len() + if whole { 0 } else { cut.encode_utf16().count() };
    let mut room = most.saturating_sub(taken);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let c = match c {
            '\r' if chars.peek() == Some(&'\n') => continue,
            '\r' => '\n',
            '\t' | '\n' => c,
            '\u{fffe}' | '\u{ffff}' => MARK,
            c if c.is_control() => MARK,
            c => c,
        };
        match room.checked_sub(c.len_utf16()) {
            Some(left) => room = left,
            None => break,
        }
        out.push(c);
    }
    if !whole {
        out.push_str(cut);
    }
    out
}

/// A text as a JSON string, with its quotes. Beside what JSON must escape, everything unseen is, and so is `<`, so that
/// the document can stand in a page.
pub fn push_json(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    let mut rest = text;
    loop {
        let (plain, other) = rest.split_at(json_plain(rest.as_bytes()));
        out.extend_from_slice(plain.as_bytes());
        let mut chars = other.chars();
        let Some(c) = chars.next() else { break };
        push_json_char(out, c);
        rest = chars.as_str();
    }
    out.push(b'"');
}

/// How many bytes at the start need no look at their character. Sixteen are looked at together.
fn json_plain(bytes: &[u8]) -> usize {
    const BLOCK: usize = 16;
    const HALF: usize = BLOCK / 2;
    for (at, block) in bytes.as_chunks::<BLOCK>().0.iter().enumerate() {
        let other = json_other(*block);
        if other != 0 {
            return at * BLOCK + other.trailing_zeros() as usize;
        }
    }
    // The last ones once more with those before them, which are known to need none.
    if let Some(last) = bytes.last_chunk::<BLOCK>() {
        let other = json_other(*last);
        return if other == 0 { bytes.len() } else { bytes.len() - BLOCK + other.trailing_zeros() as usize };
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<HALF>(), bytes.last_chunk::<HALF>()) {
        let both = u128::from(u64::from_le_bytes(*first)) | u128::from(u64::from_le_bytes(*last)) << u64::BITS;
        let other = json_other(both.to_le_bytes());
        return match other.trailing_zeros() as usize {
            at @ ..HALF => at,
            at => bytes.len().min(bytes.len() + at - BLOCK),
        };
    }
    let other = |byte: &u8| matches!(byte, ..0x20 | b'"' | b'\\' | b'<' | 0x7f..);
    bytes.iter().position(other).unwrap_or(bytes.len())
}

/// One bit for each byte whose character needs a look.
fn json_other(block: [u8; 16]) -> u32 {
    let block = u8x16::new(block);
    let is = |byte: u8| block.simd_eq(u8x16::splat(byte));
    let control = block.min(u8x16::splat(0x1f)).simd_eq(block);
    let high = block.max(u8x16::splat(0x7f)).simd_eq(block);
    (control | high | is(b'"') | is(b'\\') | is(b'<')).to_bitmask()
}

/// A text for a page: markup's own characters by name, line ends and tabs as spaces, and everything else that is unseen
/// and no part of an honest name as `�`, so that no text turns the writing around it.
#[must_use]
pub fn page(text: &str) -> Cow<'_, str> {
    let plain = |c: char| !matches!(c, '&' | '<' | '>' | '"') && (!is_unseen(c) || is_silent(c));
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if is_silent(c) => out.push(c),
            c => out.push(one(c)),
        }
    }
    Cow::Owned(out)
}

/// A text as a string of a style sheet, with its quotes: all but letters, digits and spaces by number.
#[must_use]
pub fn style(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars().filter(|c| !is_silent(*c)).map(one) {
        match c {
            ' ' => out.push(c),
            c if c.is_alphanumeric() => out.push(c),
            c => out.push_str(&format!("\\{:x} ", u32::from(c))),
        }
    }
    out.push('"');
    out
}

fn push_json_char(out: &mut Vec<u8>, c: char) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    match c {
        '"' => out.extend_from_slice(b"\\\""),
        '\\' => out.extend_from_slice(b"\\\\"),
        '\n' => out.extend_from_slice(b"\\n"),
        '\r' => out.extend_from_slice(b"\\r"),
        '\t' => out.extend_from_slice(b"\\t"),
        c if c == '<' || is_unseen(c) => {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.extend_from_slice(b"\\u");
                out.extend([12, 8, 4, 0].map(|shift| HEX[usize::from(*unit >> shift & 15)]));
            }
        }
        c => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_terminal_sees_only_text() {
        for (text, shown) in [
            ("Ana Ejemplo", "Ana Ejemplo"),
            ("\x1b[31mred\x1b[0m", "\u{fffd}[31mred\u{fffd}[0m"),
            ("a\tb\r\nc\nd", "a b c d"),
            ("\u{202e}gnirts", "\u{fffd}gnirts"),
            ("C-\u{200b}1", "C-\u{fffd}1"),
            ("علی\u{200c}رضا", "علیرضا"),
            ("❤\u{fe0f} 👩\u{200d}💻", "❤ 👩💻"),
            ("Zoé Ndiaye-Œuvre", "Zoé Ndiaye-Œuvre"),
            ("e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}x", "e\u{301}\u{301}\u{301}\u{301}x"),
            ("\u{9b}2J", "\u{fffd}2J"),
        ] {
            assert_eq!(terminal(text), shown, "{text:?}");
        }
    }

    #[test]
    fn a_page_and_a_style_sheet_see_only_text() {
        for (text, shown) in [
            ("Zoé l'Exemple", "Zoé l'Exemple"),
            ("<script>alert(\"&\")</script>", "&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;"),
            ("a\r\nb\u{202e}c\0", "a  b\u{fffd}c\u{fffd}"),
            ("علی\u{200c}رضا", "علی\u{200c}رضا"),
        ] {
            assert_eq!(page(text), shown, "{text:?}");
        }
        assert_eq!(style("l'ONU: a\"</style>"), "\"l\\27 ONU\\3a  a\\22 \\3c \\2f style\\3e \"");
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_known() {
        for text in [
            "=1+1",
            "=HYPERLINK(\"x\")",
            "+1+1",
            "-1+cmd",
            "@SUM(A1)",
            "  =1",
            "\u{a0}=1",
            "\u{feff}=1",
            "\t=1",
            "\tplain",
            "\rplain",
            "＝1+1",
            "＠x",
            "+32 2 555 01 02",
            "－",
            "=",
            "- none",
            "--",
            "-1.2.3",
            "-,5",
            "-5\u{b}",
        ] {
            assert!(runs(text), "{text:?}");
        }
        for text in [
            "",
            "Ana",
            "-5",
            "+5",
            "-5.25",
            "-",
            "+",
            " - ",
            " -5",
            "-5 ",
            "-5\n",
            "+3212345678",
            "-0,5",
            "5-7",
            "a=b",
            "'=1",
            "é",
            "–",
            " ",
        ] {
            assert!(!runs(text), "{text:?}");
        }
    }

    #[test]
    fn nothing_runs_where_a_text_is_divided() {
        for (text, written) in [
            ("=1+1,x", "=1+1,x"),
            ("a;=1+1", "a;'=1+1"),
            ("a,=1", "a,'=1"),
            ("a|@x", "a|'@x"),
            ("a\t-5", "a\t'-5"),
            ("- one\n- two\r\n+3", "- one\n'- two\r\n'+3"),
            ("a\";=1", "a\";'=1"),
            ("a;\"=1\"", "a;\"'=1\""),
            ("a; \u{a0}\u{200b}\"\0=1", "a; \u{a0}\u{200b}\"\0'=1"),
            ("a;;=1;;", "a;;'=1;;"),
            ("a;＝1", "a;'＝1"),
            (";=1", ";'=1"),
        ] {
            assert_eq!(divided(text), written, "{text:?}");
        }
        for text in ["", "a;b", "5-7; 8+", "a=b;c", "a,'=1", "a; (=1)", "M|F", "12 rue X, 1000 Y"] {
            assert!(matches!(divided(text), Cow::Borrowed(same) if same == text), "{text:?}");
        }
    }

    #[test]
    fn a_sheet_holds_no_more_than_it_can() {
        assert_eq!(sheet("=1", 100, "…"), "'=1");
        assert_eq!(sheet("abcdef", 6, "…"), "abcdef");
        assert_eq!(sheet("abcdefg", 6, "…"), "abcde…");
        assert_eq!(sheet("😀😀😀😀", 6, "…"), "😀😀…");
        assert_eq!(sheet("a\0b\u{ffff}c\nd", 100, "…"), "a\u{fffd}b\u{fffd}c\nd");
    }

    fn any_text() -> impl Strategy<Value = String> {
        prop_oneof![
            any::<String>(),
            "[\\x00-\\x7f]{0,12}",
            "[=+@\\-\u{200b}\u{202e}\u{2066}\u{feff}\u{ad}\u{600}\u{301}\u{2028}a<\"\\\\\t\r\n]{0,12}",
        ]
    }

    proptest! {
        #[test]
        fn a_terminal_never_sees_what_is_unseen(text in any_text()) {
            let shown = terminal(&text);
            prop_assert!(!shown.chars().any(is_unseen), "{:?}", shown);
            prop_assert!(!terminal_each(&text).chars().any(is_unseen));
            prop_assert_eq!(terminal_each(&text).chars().count(), text.chars().count());
            let again = terminal(&shown).into_owned();
            prop_assert_eq!(again, shown.into_owned());
        }

        #[test]
        fn json_reads_back_the_same(text in any_text()) {
            let mut out = Vec::new();
            push_json(&mut out, &text);
            let back: String = serde_json::from_slice(&out).unwrap();
            prop_assert_eq!(&back, &text);
            let written = String::from_utf8(out).unwrap();
            prop_assert!(!written.chars().any(|c| c == '<' || is_unseen(c)));
        }

        #[test]
        fn a_sheet_never_runs_a_cell(text in any_text(), most in 4_usize..20) {
            let cell = sheet(&text, most, "…");
            prop_assert!(!runs(&cell));
            prop_assert!(matches!(divided(&cell), Cow::Borrowed(_)), "{:?}", cell);
            prop_assert!(cell.encode_utf16().count() <= most);
        }
    }
}
