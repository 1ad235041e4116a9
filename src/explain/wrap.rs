//! Paragraphs that fit a width.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::catalogue::spaced::words;

/// Adds `text` to `out`, with `first` before its first line and as many spaces before each further line, so that no
/// line is wider than `width` where its words allow it.
pub(super) fn paragraph(out: &mut String, first: &str, text: &str, width: usize) {
    let indent = first.width();
    let room = width.saturating_sub(indent).max(20);
    let mut used = 0;
    out.push_str(first);
    for word in words(text) {
        let wide = word.width();
        if used > 0 && used + 1 + wide > room {
            line_break(out, indent);
            used = 0;
        } else if used > 0 {
            out.push(' ');
            used += 1;
        }
        if wide <= room {
            out.push_str(&word);
            used += wide;
            continue;
        }
        for c in word.chars() {
            let wide = c.width().unwrap_or(0);
            if used + wide > room {
                line_break(out, indent);
                used = 0;
            }
            out.push(c);
            used += wide;
        }
    }
    while out.ends_with(' ') {
        out.pop();
    }
    out.push('\n');
}

fn line_break(out: &mut String, indent: usize) {
    while out.ends_with(' ') {
        out.pop();
    }
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', indent));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wrapped(first: &str, text: &str, width: usize) -> String {
        let mut out = String::new();
        paragraph(&mut out, first, text, width);
        out
    }

    #[test]
    fn paragraphs() {
        for (first, text, lines) in [
            ("- ", "one two three four five six", "- one two three four\n  five six\n"),
            ("", "a « bonne » : oui ; et la suite ?", "a « bonne » : oui ;\net la suite ?\n"),
            ("", "exactly twenty wide ; no", "exactly twenty\nwide ; no\n"),
            ("", "", "\n"),
            ("  cell     ", "", "  cell\n"),
            ("", "abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrst\nuvwxyz\n"),
            ("", "日本語日本語日本語日本語", "日本語日本語日本語日\n本語\n"),
        ] {
            assert_eq!(wrapped(first, text, 20), lines);
        }
    }

    proptest! {
        /// No line is too wide, and nothing but space is lost.
        #[test]
        fn lines_fit(text in "[a-z«»:;é日 \n]{0,200}", width in 22..60usize) {
            let lines = wrapped("- ", &text, width);
            prop_assert!(lines.lines().all(|line| line.width() <= width), "{}", lines);
            let dense = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(dense(lines.strip_prefix("-").unwrap_or_default()), dense(&text));
        }
    }
}
