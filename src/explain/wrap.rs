//! Paragraphs that fit a width.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Adds `text` to `out`, with `first` before its first line and as many spaces before each further line, so that no
/// line is wider than `width` where its words allow it. A mark that French sets apart stays with its word.
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

/// The words of a text, each with the marks around it that a space sets apart: `« oui »`, `a :`.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut opening = false;
    for word in text.split([' ', '\n', '\t', '\r']).filter(|word| !word.is_empty()) {
        let closes = word.starts_with([':', ';', '?', '!', '»', '%']);
        match words.last_mut() {
            Some(last) if opening || closes => {
                last.push(' ');
                last.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
        opening = word.ends_with('«');
    }
    words
}
