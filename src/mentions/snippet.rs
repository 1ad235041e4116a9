//! The piece of a text that is shown around a mention.

/// About 60 characters on each side of a mention, in its line, cut between words.
pub(super) fn around(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    const AROUND: usize = 60;
    let is_break = |c: char| matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    let far = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    // Where the line starts, as far as that matters.
    let line = match before[far..].rfind(is_break) {
        Some(at) => far + at + before[far + at..].chars().next().map_or(1, char::len_utf8),
        None if before[..far].ends_with(is_break) => far,
        None => 0,
    };
    let mut from = line.max(far);
    if far > line {
        from += before[from..].find(char::is_whitespace).map_or(before.len() - from, |at| at);
    }
    from += text[from..start].len() - text[from..start].trim_start().len();
    let far = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let line = match after[..far].find(is_break) {
        Some(at) => at,
        None if after[far..].starts_with(is_break) => far,
        None => after.len(),
    };
    let mut to = line.min(far);
    if far < line {
        to = after[..to].rfind(char::is_whitespace).unwrap_or(0);
    }
    from..end + after[..to].trim_end().len()
}
