//! Tables of a posting: what their columns and their rows say is needed.

use super::cues::{announces, answer, is_word};
use super::lines::says_heading;
use crate::lexicon::Cue;

/// Whether the first row of a table only says what its columns are.
pub(super) fn names_columns(cells: &[String]) -> bool {
    let short = |cell: &String| cell.split_whitespace().count() < 4 && !cell.chars().any(|c| c.is_ascii_digit());
    let first = cells.first().and_then(|cell| cell.split_whitespace().next());
    cells.len() > 1
        && cells.iter().all(short)
        && first.is_none_or(|word| is_word(word, &[Cue::Criterion]))
        && !cells.iter().skip(1).any(|cell| matches!(announces(cell), Some(Cue::Wishes)))
}

/// What the cells after a requirement say of it where they only mark how much it is needed: "E" or "D", "Essential", a
/// cross under a column's name.
fn marked(cells: &[String], columns: &[Option<Cue>]) -> Option<Cue> {
    const CROSSES: [&str; 6] = ["x", "✓", "✔", "✗", "•", "●"];
    let crossed = |cell: &str| CROSSES.contains(&cell.to_lowercase().as_str()) || answer(cell) == Some(true);
    let need = |(at, cell): (usize, &String)| match cell.as_str() {
        letter if is_word(letter, &[Cue::MarksRequired]) => Some(Cue::Requirements),
        letter if is_word(letter, &[Cue::MarksWished]) => Some(Cue::Wishes),
        cross if crossed(cross) => columns.get(at + 1).copied().flatten(),
        word if word.split_whitespace().count() < 3 => {
            announces(cell).filter(|cue| matches!(cue, Cue::Requirements | Cue::Wishes))
        }
        _ => None,
    };
    let mut needs = cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).map(need);
    let first = needs.next()??;
    needs.all(|need| need == Some(first)).then_some(first)
}

/// What a cell of a row says, with what its row and its column say of it.
pub(super) struct CellSaid {
    pub section: Option<Cue>,
    pub label: Option<String>,
    pub text: String,
}

/// The cells of a row, each under what the first row of its table says of it.
pub(super) fn row(
    cells: &[String],
    section: Option<Cue>,
    first: bool,
    columns: &mut Vec<Option<Cue>>,
) -> Vec<CellSaid> {
    let announced: Vec<Option<Cue>> =
        cells.iter().map(|cell| announces(cell).filter(|_| cell.split_whitespace().count() < 4)).collect();
    let asked = |cue: &Option<Cue>| matches!(cue, Some(Cue::Requirements | Cue::Wishes));
    // "Salary range | Dependent on experience" is a row of what is offered.
    let column = |cue: &Option<Cue>| cue.is_none() || asked(cue);
    let few = |cell: &String| cell.split_whitespace().count() < 5;
    if first && announced.first().is_none_or(column) && announced.iter().skip(1).any(asked) && cells.iter().all(few) {
        *columns = announced;
        return Vec::new();
    }
    let Some((name, rest)) = cells.split_first() else { return Vec::new() };
    if let Some(marked) = marked(rest, columns) {
        let said = CellSaid { section: Some(marked), label: None, text: name.clone() };
        return Some(said).filter(|said| !said.text.is_empty()).into_iter().collect();
    }
    // "Languages | English C1 | Essential"
    let needed = rest.split_last().filter(|(_, others)| others.iter().any(|cell| !cell.is_empty()));
    let needed = needed.and_then(|(last, others)| Some((marked(std::slice::from_ref(last), &[])?, others)));
    let (need, rest) = needed.map_or((None, rest), |(need, others)| (Some(need), others));
    // "Education University" is no heading.
    let named = || name.split_whitespace().count() < 4 || says_heading(name);
    let own = need.or_else(|| announces(name).filter(|_| name.split_whitespace().count() < 6 && named()));
    let says = |cell: &str| cell.chars().any(char::is_alphabetic);
    let said = |(at, cell): (usize, &String)| {
        let column =
            columns.get(at + 1).copied().flatten().filter(|cue| matches!(cue, Cue::Requirements | Cue::Wishes));
        let label = Some(name.clone()).filter(|name| !name.is_empty());
        CellSaid { section: need.or(column).or(own).or(section), label, text: cell.clone() }
    };
    rest.iter().enumerate().filter(|(_, cell)| says(cell)).map(said).collect()
}
