//! The signs and numbers that stand before lines: of items, of headings, and those that only draw a line.

/// Whether the number of an item is the first of its kind where the one before it, which it takes the place of, is a later
/// one of that kind.
pub(super) fn begins_anew_after(mark: &str, last: &mut Option<String>) -> bool {
    const FIRST: [&str; 3] = ["1", "i", "a"];
    let number: String = mark.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    if number.is_empty() {
        return false;
    }
    let like = |other: &String| {
        let roman = |text: &str| text.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
        let figures = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        *other != number && roman(other) == roman(&number) && figures(other) == figures(&number)
    };
    let anew = FIRST.contains(&number.as_str()) && last.as_ref().is_some_and(like);
    *last = Some(number);
    anew
}

/// Whether a sign is a small picture.
pub(super) fn is_drawn(c: char) -> bool {
    matches!(c, '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}')
}

/// What stands around bold words in Markdown.
const BOLD: &str = "**";

/// What stands within the signs of a line that is bold from end to end.
pub(super) fn bold(line: &str) -> Option<&str> {
    line.strip_prefix(BOLD)?.trim_end_matches(':').strip_suffix(BOLD)
}

/// A line without the signs of bold words: "**Leadership:** you lead".
pub(super) fn without_bold(line: &str) -> String {
    line.replace(BOLD, "")
}

/// How many signs of a heading begin a line, and what stands after them where a blank does.
pub(super) fn after_hashes(line: &str) -> (usize, &str) {
    let rest = line.trim_start_matches('#');
    let marked = rest.len() < line.len() && rest.starts_with(' ');
    (line.len() - rest.len(), if marked { rest.trim() } else { line })
}

/// The lines of a text, each with whether it only draws one: a dash alone between blank lines does, where others begin items.
pub(super) fn with_rules(text: &str) -> Vec<(&str, bool)> {
    let lines: Vec<&str> = text.lines().collect();
    let dashed = lines.iter().any(|line| line.trim_start().starts_with("- "));
    let blank = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(|line| line.trim().is_empty());
    let drawn = |at: usize| lines[at].trim() == "-" && dashed && blank(at.checked_sub(1)) && blank(Some(at + 1));
    (0..lines.len()).map(|at| (lines[at], is_rule(lines[at].trim()) || drawn(at))).collect()
}

/// Whether a line only draws one.
fn is_rule(line: &str) -> bool {
    line.chars().count() > 2 && line.chars().all(|c| matches!(c, '=' | '-' | '_' | '*' | '~' | '|' | ':' | ' ' | '+'))
}

/// How many levels down a mark or number is that stands alone on its line: "iv.".
pub(super) fn lone_mark(line: &str) -> Option<usize> {
    // A number of pages or of days may stand alone as well.
    const LONGEST: usize = 6;
    let marked = line.ends_with(['.', ')']) || !line.contains(char::is_alphanumeric);
    let followed = (line.len() <= LONGEST && marked).then(|| format!("{line} x"))?;
    after_bullet(&followed).filter(|(_, rest)| *rest == "x").map(|(depth, _)| depth)
}

/// What stands after the text's own sign.
pub(super) fn after_own_sign<'a>(line: &'a str, sign: &str) -> Option<(usize, &'a str)> {
    Some((0, line.strip_prefix(sign)?.trim_start()))
}

/// What begins a line and may be such a sign.
fn sign(line: &str) -> Option<&str> {
    // What begins a line of its own as well.
    const OTHER: [char; 14] = ['"', '«', '“', '(', '[', '<', '#', '|', '_', '@', '$', '€', '&', '\''];
    let line = line.trim_start();
    let sign = &line[..line.find(|c: char| c.is_alphanumeric() || c.is_whitespace())?];
    let fits = sign.chars().count() <= 3 && sign != BOLD && !sign.starts_with(OTHER) && after_bullet(line).is_none();
    (fits && !sign.is_empty() && line.chars().any(char::is_alphabetic)).then_some(sign)
}

/// The sign of a text's own that begins its items, as fonts leave it in a text: `!"Fluent English`.
pub(super) fn own_sign(text: &str) -> Option<&str> {
    const LEAST: usize = 3;
    let mut signs: Vec<&str> = text.lines().filter_map(sign).collect();
    signs.sort_unstable();
    let runs = signs.chunk_by(|a, b| a == b).max_by_key(|run| run.len())?;
    (runs.len() >= LEAST).then(|| runs[0])
}

/// What stands after the sign or number of an item, and how many levels down that number is: none after a sign.
pub(super) fn after_bullet(line: &str) -> Option<(usize, &str)> {
    const SIGNS: &[char] = &[
        '•', '-', '–', '—', '*', '·', '▪', '▫', '◦', '●', '○', '■', '□', '➢', '➤', '►', '▶', '✓', '✔', '✅', '→', '⁃',
        '‣', '\u{f0b7}', '\u{f0a7}', '§', '»', '✦', '+',
    ];
    let mut chars = line.chars();
    let first = chars.next()?;
    if is_drawn(first) && !SIGNS.contains(&first) {
        let rest = chars.as_str().trim_start_matches('\u{fe0f}');
        return rest.starts_with(char::is_whitespace).then(|| (0, rest.trim_start()));
    }
    if SIGNS.contains(&first) {
        let rest = chars.as_str();
        let tight = matches!(first, '•' | '●' | '▪' | '\u{f0b7}' | '\u{f0a7}' | '➢' | '✓' | '✔' | '·' | '◦' | '■');
        return (rest.starts_with(char::is_whitespace) || tight).then(|| (0, rest.trim_start()));
    }
    if first == 'o'
        && chars.as_str().starts_with(['\t', ' '])
        && chars.as_str().trim_start().starts_with(char::is_uppercase)
    {
        return Some((0, chars.as_str().trim_start()));
    }
    if let Some(found) = after_levels(line) {
        return Some(found);
    }
    let inner = line.strip_prefix('(').unwrap_or(line);
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (number, rest) = inner.split_at(end);
    let roman = !number.is_empty() && number.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'I' | 'V' | 'X'));
    let numbered = number.len() <= 2 && number.chars().all(|c| c.is_ascii_digit())
        || number.len() == 1
        || roman && number.len() < 5;
    // "1- Une lettre", and not "3- 5 years".
    let dashed = || rest.strip_prefix('-').filter(|after| after.trim_start().starts_with(char::is_uppercase));
    let mark = rest.strip_prefix(['.', ')']).or_else(|| rest.strip_prefix("°")).or_else(dashed)?;
    // "1.5 years", "7.30 pm"
    let depth = usize::from(!number.chars().all(|c| c.is_ascii_lowercase()));
    (numbered && mark.starts_with(char::is_whitespace)).then(|| (depth, mark.trim_start()))
}

/// What stands after a number of several levels ("3.1", "2.4.1."), and how many.
fn after_levels(line: &str) -> Option<(usize, &str)> {
    let end = line.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (number, rest) = line.split_at(end);
    let levels: Vec<&str> = number.trim_end_matches('.').split('.').collect();
    let short = levels.len() > 1 && levels.iter().all(|level| (1..=2).contains(&level.len()));
    let rest = rest.strip_prefix(')').unwrap_or(rest);
    // "1.5 years", "7.30 pm"
    let begins = rest.starts_with(char::is_whitespace) && rest.trim_start().starts_with(char::is_uppercase);
    (short && begins).then(|| (levels.len(), rest.trim_start()))
}
