//! The boxes of a form, ticked and not: `☑ Yes ☐ No`, `[ ] EU citizen [x] other`, `work permit ✗`.

use super::lexicon::Tokens;

/// What a cell with boxes says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// There is no box, nothing beside it, or several that are all ticked, as bullets are: the words tell.
    None,
    /// It cannot be told which box is whose, or what a cross stands for.
    Unclear,
    /// What each box stands beside.
    Items(Vec<Item>),
}

/// What stands beside one box.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// How the box is.
    pub mark: Mark,
    /// The words beside it, folded.
    pub text: String,
}

/// How a box is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Ticked.
    Ticked,
    /// Left empty.
    Empty,
    /// Crossed out.
    Crossed,
    /// A cross in a box, which ticks it on some forms and crosses it out on others.
    Cross,
}

/// The boxes of a cell and what each stands beside: before each of them, or after each.
pub(crate) fn read(tokens: &Tokens) -> Form {
    let mut boxes: Vec<(Mark, usize, usize)> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match mark_at(tokens, at) {
            Some((mark, end)) => {
                boxes.push((mark, at, end));
                at = end;
            }
            None => at += 1,
        }
    }
    let has = |mark: Mark| boxes.iter().any(|(other, _, _)| *other == mark);
    let worded = |from: usize, to: usize| (from..to).any(|at| tokens.is_word(at));
    let (Some((_, first, _)), Some((_, _, last))) = (boxes.first().copied(), boxes.last().copied()) else {
        return Form::None;
    };
    let all_words = (0..tokens.len()).filter(|at| tokens.is_word(*at));
    let outside = all_words.filter(|at| !boxes.iter().any(|(_, start, end)| (*start..*end).contains(at))).count();
    let all_ticked = boxes.iter().all(|(mark, _, _)| *mark == Mark::Ticked);
    let sides = (worded(0, first), worded(last, tokens.len()));
    if outside == 0 || (all_ticked && (boxes.len() > 1 || sides == (true, true))) {
        return Form::None;
    }
    let crosses = match (has(Mark::Ticked), has(Mark::Empty)) {
        (true, _) => Mark::Crossed,
        (false, true) if !has(Mark::Crossed) => Mark::Ticked,
        _ => Mark::Cross,
    };
    let cross_alone = has(Mark::Crossed) && has(Mark::Empty) && !has(Mark::Ticked);
    if (has(Mark::Cross) && crosses == Mark::Cross) || cross_alone {
        return Form::Unclear;
    }
    let leads = match sides {
        (false, true) => true,
        (true, false) => false,
        _ => return Form::Unclear,
    };
    let item = |(number, (mark, start, end)): (usize, &(Mark, usize, usize))| {
        let (from, to) = if leads {
            (*end, boxes.get(number + 1).map_or(tokens.len(), |(_, start, _)| *start))
        } else {
            (number.checked_sub(1).and_then(|before| boxes.get(before)).map_or(0, |(_, _, end)| *end), *start)
        };
        let mark = if *mark == Mark::Cross { crosses } else { *mark };
        worded(from, to).then(|| Item { mark, text: text(tokens, from, to) })
    };
    match boxes.iter().enumerate().map(item).collect() {
        Some(items) => Form::Items(items),
        None => Form::Unclear,
    }
}

/// The box that starts at this place, and the place after it.
fn mark_at(tokens: &Tokens, at: usize) -> Option<(Mark, usize)> {
    let mark = match tokens.text_of(at) {
        "☐" | "□" | "◻" | "▢" | "⬜" | "🔲" | "❏" | "❐" | "❑" | "❒" | "○" => Mark::Empty,
        "☑" | "✓" | "✔" | "✅" | "🗹" | "■" | "●" | "◉" => Mark::Ticked,
        "✗" | "✘" | "✖" | "❌" => Mark::Crossed,
        "☒" => Mark::Cross,
        open @ ("[" | "(") => {
            let close = if open == "[" { "]" } else { ")" };
            return match (tokens.text_of(at + 1), tokens.text_of(at + 2)) {
                (end, _) if end == close => Some((Mark::Empty, at + 2)),
                ("_" | "-", end) if end == close => Some((Mark::Empty, at + 3)),
                ("x" | "✓" | "✔" | "v" | "*", end) if end == close => Some((Mark::Ticked, at + 3)),
                ("✗" | "✘" | "✖" | "❌", end) if end == close => Some((Mark::Cross, at + 3)),
                _ => None,
            };
        }
        _ => return None,
    };
    Some((mark, at + 1))
}

/// These tokens as text.
fn text(tokens: &Tokens, from: usize, to: usize) -> String {
    let mut text = String::new();
    for at in from..to {
        if at > from && !tokens.is_glued(at) {
            text.push(' ');
        }
        text.push_str(tokens.text_of(at));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::Mark::{Crossed, Empty, Ticked};
    use super::*;

    #[test]
    fn reads() {
        let items = |items: &[(Mark, &str)]| {
            Form::Items(items.iter().map(|(mark, text)| Item { mark: *mark, text: (*text).to_owned() }).collect())
        };
        for (cell, expected) in [
            ("", Form::None),
            ("yes", Form::None),
            ("[x] yes", items(&[(Ticked, "yes")])),
            ("C1 ✓", items(&[(Ticked, "c1")])),
            ("yes ✓ since 2015", Form::None),
            ("✓", Form::None),
            ("☑ Yes ☑ No", Form::None),
            ("[ ]", Form::None),
            ("☐", Form::None),
            ("☒", Form::None),
            ("C1 (spoken)", Form::None),
            ("☑ Yes ☐ No", items(&[(Ticked, "yes"), (Empty, "no")])),
            ("[ ] Oui [X] Non", items(&[(Empty, "oui"), (Ticked, "non")])),
            ("Yes ( ) No (x)", items(&[(Empty, "yes"), (Ticked, "no")])),
            ("☒ Yes ☐ No", items(&[(Ticked, "yes"), (Empty, "no")])),
            ("☒ Yes ☑ No", items(&[(Crossed, "yes"), (Ticked, "no")])),
            ("○ EU citizen\n● l'autre", items(&[(Empty, "eu citizen\n"), (Ticked, "l'autre")])),
            ("EU citizen ❌", items(&[(Crossed, "eu citizen")])),
            ("[ ] EU citizen", items(&[(Empty, "eu citizen")])),
            ("☒ EU citizen", Form::Unclear),
            ("✗ Yes ☐ No", Form::Unclear),
            ("Permit: [x] yes [ ] no", Form::Unclear),
            ("[x] yes [ ]", Form::Unclear),
            ("[ ] [x] yes", Form::Unclear),
        ] {
            let found = read(&Tokens::new(cell));
            let plain = |form: Form| match form {
                Form::Items(items) => Form::Items(
                    items.into_iter().map(|item| Item { text: item.text.trim().to_owned(), ..item }).collect(),
                ),
                form => form,
            };
            assert_eq!(plain(found), plain(expected), "{cell:?}");
        }
    }
}
