//! Tick boxes of a form that came along with the answer: `☐ 0-3 ☐ 4-6 ☑ 7+`.

/// What a cell's tick boxes say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// There are none, or a tick alone, which is only a mark of the answer.
    None,
    /// One is ticked; the text that belongs to it.
    Ticked(String),
    /// None or several are ticked, or it is not clear which text belongs to which box.
    Unclear,
}

/// A box that starts a text: its length, and whether it is ticked.
fn a_box(text: &str) -> Option<(usize, bool)> {
    let first = text.chars().next()?;
    let close = match first {
        '☐' => return Some((first.len_utf8(), false)),
        '☑' | '☒' | '🗹' => return Some((first.len_utf8(), true)),
        '[' => ']',
        '(' => ')',
        _ => return None,
    };
    let inside = text[1..].char_indices().take(6).find(|(_, c)| *c == close).map(|(at, _)| at)?;
    let ticked = match text[1..=inside].trim() {
        "" | "_" => false,
        "x" | "X" | "✓" | "✔" => true,
        _ => return None,
    };
    Some((inside + 2, ticked))
}

/// A mark that is a box only where both kinds are there; else it is the dot of a list.
fn a_dot(text: &str) -> Option<(usize, bool)> {
    let first = text.chars().next()?;
    let ticked = match first {
        '□' | '○' | '◯' => false,
        '■' | '●' | '◉' => true,
        _ => return None,
    };
    Some((first.len_utf8(), ticked))
}

/// The answer that is ticked in a cell.
pub(crate) fn ticked(cell: &str) -> Form {
    if !cell.contains(['☐', '☑', '☒', '🗹', '[', '(', '□', '■', '○', '●', '◯', '◉']) {
        return Form::None;
    }
    let mut found = find(cell, a_box);
    if found.is_empty() {
        found = find(cell, a_dot);
        if found.iter().all(|one| one.2) || found.iter().all(|one| !one.2) {
            return Form::None;
        }
    }
    let ticks = found.iter().filter(|one| one.2).count();
    match (found.len(), ticks) {
        (0, _) | (1, 1) => return Form::None,
        (_, 1) => {}
        _ => return Form::Unclear,
    }
    let bare = |text: &str| !text.chars().any(char::is_alphanumeric);
    let first = found.first().map_or(0, |one| one.0);
    let last = found.last().map_or(0, |one| one.1);
    let boxes_last = bare(&cell[last..]);
    // "0-3 ☐ 4-6 ☑": the box stands after its text.
    if boxes_last && bare(&cell[..first]) {
        return Form::Unclear;
    }
    let Some(at) = found.iter().position(|one| one.2) else { return Form::Unclear };
    let answer = if boxes_last {
        let from = at.checked_sub(1).map_or(0, |before| found[before].1);
        &cell[from..found[at].0]
    } else {
        let to = found.get(at + 1).map_or(cell.len(), |next| next.0);
        &cell[found[at].1..to]
    };
    let answer = answer.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '/'));
    // "More than 7 years? ☐ yes ☑ no": the answer is to what stands before.
    let asked = !boxes_last && !bare(&cell[..first]) && !answer.chars().any(char::is_numeric);
    if asked || bare(answer) { Form::Unclear } else { Form::Ticked(answer.to_owned()) }
}

/// Where boxes stand: from, to, and whether each is ticked.
fn find(cell: &str, one: fn(&str) -> Option<(usize, bool)>) -> Vec<(usize, usize, bool)> {
    let boxes =
        cell.char_indices().filter_map(|(at, _)| one(&cell[at..]).map(|(length, ticked)| (at, at + length, ticked)));
    boxes.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ticked_one_counts() {
        for (cell, answer) in [
            ("☐ 0-3 ☐ 4-6 ☑ 7+", "7+"),
            ("[ ] 0-3 [ ] 4-6 [x] 7+", "7+"),
            ("[ ] 0-3 [X] 4-6 [ ] 7+", "4-6"),
            ("( ) 0-3 ( ) 4-6 (x) 7+", "7+"),
            ("[ ] 7+ [x] 0-3", "0-3"),
            ("☒ 4-6 ans ☐ 7 ans et plus", "4-6 ans"),
            ("□ 4-6 ans ■ 7 ans et plus", "7 ans et plus"),
            ("0-3 ☐, 4-6 ☑, 7+ ☐", "4-6"),
            ("☐ moins de 3 ans\n☑ 7 ans", "7 ans"),
        ] {
            assert_eq!(ticked(cell), Form::Ticked(answer.to_owned()), "{cell:?}");
        }
        for cell in ["☐ 0-3 ☐ 4-6 ☐ 7+", "☑ 0-3 ☑ 4-6", "[x] 3 [x] 4 [ ] 5", "☐ 7", "☐ ☑", "> 7 years? ☐ yes ☑ no"]
        {
            assert_eq!(ticked(cell), Form::Unclear, "{cell:?}");
        }
        for cell in ["", "7", "☑ 7-10 years", "[x] 10+ years", "● 2010-2012 ● 2014-2016", "7 (UN)", "■ 7"] {
            assert_eq!(ticked(cell), Form::None, "{cell:?}");
        }
    }
}
