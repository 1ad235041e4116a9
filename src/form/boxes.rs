//! The boxes of a form, ticked and not: `☑ Yes ☐ No`, `[ ] EU citizen [x] other`, `work permit ✗`.

use std::borrow::Cow;

use crate::tokens::{TokenKind, Tokens};

/// What a cell with boxes says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Boxes<'a> {
    /// There is no box, nothing beside it, or several that are all ticked, as bullets are: the words tell.
    None,
    /// It cannot be told which box is whose, or what a cross stands for.
    Unclear,
    /// What each box stands beside.
    Items(Vec<BoxItem<'a>>),
}

/// What stands beside one box.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct BoxItem<'a> {
    /// How the box is.
    pub mark: Tick,
    /// The words beside it.
    pub text: &'a str,
}

/// How a box is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tick {
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
pub(crate) fn read(cell: &str) -> Boxes<'_> {
    if !may_have_boxes(cell) {
        return Boxes::None;
    }
    let tokens = &Tokens::new(cell);
    let mut boxes: Vec<(Tick, usize, usize)> = Vec::new();
    let mut at = 0;
    while at < tokens.all().len() {
        match mark_at(tokens, at) {
            Some((mark, end)) => {
                boxes.push((mark, at, end));
                at = end;
            }
            None => at += 1,
        }
    }
    let has = |mark: Tick| boxes.iter().any(|(other, _, _)| *other == mark);
    let worded = |from: usize, to: usize| (from..to).any(|at| !tokens.is(at, TokenKind::Mark));
    let (Some((_, first, _)), Some((_, _, last))) = (boxes.first().copied(), boxes.last().copied()) else {
        return Boxes::None;
    };
    let all_words = (0..tokens.all().len()).filter(|at| !tokens.is(*at, TokenKind::Mark));
    let outside = all_words.filter(|at| !boxes.iter().any(|(_, start, end)| (*start..*end).contains(at))).count();
    let all_ticked = boxes.iter().all(|(mark, _, _)| *mark == Tick::Ticked);
    let sides = (worded(0, first), worded(last, tokens.all().len()));
    if outside == 0 || (all_ticked && (boxes.len() > 1 || sides == (true, true))) {
        return Boxes::None;
    }
    let crosses = match (has(Tick::Ticked), has(Tick::Empty)) {
        (true, _) => Tick::Crossed,
        (false, true) if !has(Tick::Crossed) => Tick::Ticked,
        _ => Tick::Cross,
    };
    let cross_alone = has(Tick::Crossed) && has(Tick::Empty) && !has(Tick::Ticked);
    if (has(Tick::Cross) && crosses == Tick::Cross) || cross_alone {
        return Boxes::Unclear;
    }
    let leads = match sides {
        (false, true) => true,
        (true, false) => false,
        _ => return Boxes::Unclear,
    };
    let item = |(number, (mark, start, end)): (usize, &(Tick, usize, usize))| {
        let (from, to) = if leads {
            (*end, boxes.get(number + 1).map_or(tokens.all().len(), |(_, start, _)| *start))
        } else {
            (number.checked_sub(1).and_then(|before| boxes.get(before)).map_or(0, |(_, _, end)| *end), *start)
        };
        let mark = if *mark == Tick::Cross { crosses } else { *mark };
        worded(from, to).then(|| BoxItem { mark, text: text(cell, tokens, from, to) })
    };
    match boxes.iter().enumerate().map(item).collect() {
        Some(items) => Boxes::Items(items),
        None => Boxes::Unclear,
    }
}

/// What a cell says: all of it where it has no boxes that are not ticked, else the words beside the only one that is,
/// as written; nothing where none is ticked, or several, or it cannot be told which.
pub(crate) fn answer(cell: &str) -> Option<Cow<'_, str>> {
    let mut ticked = match read(cell) {
        Boxes::None => return Some(cell.into()),
        Boxes::Unclear => return None,
        Boxes::Items(items) => items.into_iter().filter(|item| item.mark == Tick::Ticked),
    };
    let one = ticked.next()?;
    ticked.next().is_none().then(|| one.text.into())
}

/// A look that spares most cells the cut into tokens: the signs start with these bytes, and few notes in brackets look
/// like a box.
fn may_have_boxes(cell: &str) -> bool {
    const FIRST_SIGN: u8 = 0xe2;
    let may_be_box = |rest: &str| {
        !rest.trim_start().starts_with(|c: char| c.is_ascii_alphanumeric() && !matches!(c, 'x' | 'X' | 'v' | 'V'))
    };
    cell.bytes().any(|byte| byte >= FIRST_SIGN) || cell.split(['[', '(']).skip(1).any(may_be_box)
}

/// The box that starts at this place, and the place after it.
fn mark_at(tokens: &Tokens, at: usize) -> Option<(Tick, usize)> {
    let mark = match tokens.text(at) {
        "☐" | "□" | "◻" | "▢" | "⬜" | "🔲" | "❏" | "❐" | "❑" | "❒" | "○" => Tick::Empty,
        "☑" | "✓" | "✔" | "✅" | "🗹" | "■" | "●" | "◉" => Tick::Ticked,
        "✗" | "✘" | "✖" | "❌" => Tick::Crossed,
        "☒" => Tick::Cross,
        open @ ("[" | "(") => {
            let close = if open == "[" { "]" } else { ")" };
            return match (tokens.text(at + 1), tokens.text(at + 2)) {
                (end, _) if end == close => Some((Tick::Empty, at + 2)),
                ("_" | "-", end) if end == close => Some((Tick::Empty, at + 3)),
                ("x" | "✓" | "✔" | "v" | "*", end) if end == close => Some((Tick::Ticked, at + 3)),
                ("✗" | "✘" | "✖" | "❌", end) if end == close => Some((Tick::Cross, at + 3)),
                _ => None,
            };
        }
        _ => return None,
    };
    Some((mark, at + 1))
}

/// These tokens as they are written.
fn text<'a>(cell: &'a str, tokens: &Tokens, from: usize, to: usize) -> &'a str {
    let span = |at: usize| tokens.all().get(at).map(|token| token.span.clone());
    match (span(from), to.checked_sub(1).and_then(span)) {
        (Some(first), Some(last)) => cell.get(first.start..last.end).unwrap_or_default(),
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::Tick::{Crossed, Empty, Ticked};
    use super::*;

    #[test]
    fn one_answer() {
        for (cell, said) in [
            ("☐ 0-3 ☐ 4-6 ☑ 7+", "7+"),
            ("[ ] 0-3 [X] 4-6 [ ] 7+", "4-6"),
            ("( ) 0-3 ( ) 4-6 (x) 7+", "7+"),
            ("☒ 4-6 ans ☐ 7 ans et plus", "4-6 ans"),
            ("EU citizen [ ] other [x]", "other"),
            ("☐ moins de 3 ans\n☑ 7 ans", "7 ans"),
            ("☐ Master in Law ☑ Bachelor of Law", "Bachelor of Law"),
            ("☑ 7-10 years", "7-10 years"),
            ("[x] 10+ years", "10+ years"),
        ] {
            assert_eq!(answer(cell).as_deref(), Some(said), "{cell:?}");
        }
        for cell in
            ["☐ 0-3 ☐ 4-6 ☐ 7+", "[x] 3 [x] 4 [ ] 5", "☐ 7", "[ ] C1", "C1 [ ]", "LLM ✗", "> 7 years? ☐ yes ☑ no"]
        {
            assert_eq!(answer(cell), None, "{cell:?}");
        }
        for cell in ["", "7", "● 2010-2012 ● 2014-2016", "7 (UN)", "f(x) = 2"] {
            assert_eq!(answer(cell).as_deref(), Some(cell), "{cell:?}");
        }
    }

    #[test]
    fn reads() {
        let items = |items: &[(Tick, &'static str)]| {
            Boxes::Items(items.iter().map(|(mark, text)| BoxItem { mark: *mark, text }).collect())
        };
        for (cell, expected) in [
            ("", Boxes::None),
            ("yes", Boxes::None),
            ("[x] yes", items(&[(Ticked, "yes")])),
            ("C1 ✓", items(&[(Ticked, "C1")])),
            ("yes ✓ since 2015", Boxes::None),
            ("✓", Boxes::None),
            ("☑ Yes ☑ No", Boxes::None),
            ("[ ]", Boxes::None),
            ("☐", Boxes::None),
            ("☒", Boxes::None),
            ("C1 (spoken)", Boxes::None),
            ("☑ Yes ☐ No", items(&[(Ticked, "Yes"), (Empty, "No")])),
            ("[ ] Oui [X] Non", items(&[(Empty, "Oui"), (Ticked, "Non")])),
            ("Yes ( ) No (x)", items(&[(Empty, "Yes"), (Ticked, "No")])),
            ("☒ Yes ☐ No", items(&[(Ticked, "Yes"), (Empty, "No")])),
            ("☒ Yes ☑ No", items(&[(Crossed, "Yes"), (Ticked, "No")])),
            ("○ EU citizen\n● l'autre", items(&[(Empty, "EU citizen"), (Ticked, "l'autre")])),
            ("EU citizen ❌", items(&[(Crossed, "EU citizen")])),
            ("[ ] EU citizen", items(&[(Empty, "EU citizen")])),
            ("☒ EU citizen", Boxes::Unclear),
            ("✗ Yes ☐ No", Boxes::Unclear),
            ("Permit: [x] yes [ ] no", Boxes::Unclear),
            ("[x] yes [ ]", Boxes::Unclear),
            ("[ ] [x] yes", Boxes::Unclear),
        ] {
            let found = read(cell);
            assert_eq!(found, expected, "{cell:?}");
        }
    }
}
