//! Tick boxes: of a cell with several, only what is ticked is said.

use std::borrow::Cow;

/// What stands for a box, and whether it is ticked.
#[rustfmt::skip]
const SIGNS: &[(&str, bool)] = &[
    ("[ ]", false), ("[]", false), ("[_]", false), ("[-]", false), ("( )", false), ("[\u{a0}]", false),
    ("☐", false), ("◻", false), ("□", false), ("▢", false), ("⬜", false), ("❏", false), ("❑", false),
    ("[x]", true), ("[X]", true), ("[v]", true), ("[V]", true), ("[✓]", true), ("[✔]", true), ("[*]", true),
    ("(x)", true), ("(X)", true), ("(✓)", true), ("☑", true), ("☒", true), ("✅", true), ("🗹", true), ("🗷", true),
];

/// What stands for "no", as an empty box does.
const CROSSES: &[&str] = &["✗", "✘", "❌", "✖", "❎"];

/// The text of a cell without what is not ticked: the cell itself where it has no boxes, nothing where none of them is
/// ticked. Boxes stand before what they are of, or after it; what is before the first of those is of all.
#[must_use]
pub(crate) fn ticked(cell: &str) -> Cow<'_, str> {
    // Few cells have any of these.
    if !cell.bytes().any(|byte| byte >= 0x80 || byte == b'[') && !cell.contains("( )") && !cell.contains("(x)") {
        return cell.into();
    }
    let signs = signs(cell);
    let (Some(first), Some(last)) = (signs.first(), signs.last()) else { return cell.into() };
    let (head, tail) = (cell[..first.start].trim(), cell[last.end..].trim());
    let follows = !head.is_empty() && tail.is_empty();
    let mut said = String::new();
    for (at, sign) in signs.iter().enumerate() {
        let text = if follows {
            &cell[at.checked_sub(1).map_or(0, |before| signs[before].end)..sign.start]
        } else {
            &cell[sign.end..signs.get(at + 1).map_or(cell.len(), |next| next.start)]
        };
        if sign.ticked {
            for part in [if follows { "" } else { head }, text.trim()].iter().filter(|part| !part.is_empty()) {
                said.push_str(if said.is_empty() { "" } else { " " });
                said.push_str(part);
            }
            said.push(';');
        }
    }
    said.truncate(said.trim_end_matches(';').len());
    said.into()
}

struct Sign {
    start: usize,
    end: usize,
    ticked: bool,
}

fn signs(cell: &str) -> Vec<Sign> {
    let mut signs = Vec::new();
    let mut at = 0;
    while let Some(rest) = cell.get(at..).filter(|rest| !rest.is_empty()) {
        let crosses = CROSSES.iter().map(|sign| (*sign, false));
        let sign = SIGNS.iter().copied().chain(crosses).find(|(sign, _)| rest.starts_with(sign));
        if let Some((text, ticked)) = sign {
            // A sign within a word is none: "f(x)".
            let within = text.starts_with('(') && cell[..at].ends_with(char::is_alphanumeric);
            if !within {
                signs.push(Sign { start: at, end: at + text.len(), ticked });
            }
            at += text.len();
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::ticked;

    #[test]
    fn only_what_is_ticked_is_said() {
        for (cell, said) in [
            ("LLM in Law", "LLM in Law"),
            ("Master (en cours)", "Master (en cours)"),
            ("☐ Master ☑ Bachelor", "Bachelor"),
            ("[ ] LLM [x] LLB", "LLB"),
            ("( ) 0-3 (x) 7+", "7+"),
            ("☒ 4-6 ans ☐ 7 ans et plus", "4-6 ans"),
            ("EU citizen [ ] other [x]", "other"),
            ("English: [ ] B2 [x] C1", "English: C1"),
            ("[x] Anglais [x] Français [ ] Russe", "Anglais; Français"),
            ("☐ Oui ☐ Non", ""),
            ("[ ] C1", ""),
            ("C1 [ ]", ""),
            ("LLM ✗", ""),
            ("❌ permis de travail", ""),
            ("[x] C1", "C1"),
            ("f(x) = 2", "f(x) = 2"),
            ("Zoé ☑", "Zoé"),
            ("☐ A\n☑ B\n", "B"),
        ] {
            assert_eq!(ticked(cell), said, "{cell:?}");
        }
    }
}
