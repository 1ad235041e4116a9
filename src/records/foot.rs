//! Rows below the candidates that add them up and are none: "Total", "Moyenne".

use super::row::{Chunk, Dialect, Row};
use super::rows::RowReader;
use crate::catalogue::records as words;
use crate::diagnostic::{Diagnostic, Place};
use crate::head::sums_up;

/// So many rows at the end are looked at.
const MOST: usize = 8;

/// Tells of such rows at the end of a file, whose last chunk this is. They stay: no record is left out by what it says.
pub(super) fn told(name: &str, chunk: &Chunk, dialect: Dialect) -> Option<Diagnostic> {
    let (mut ahead, mut last) = (0, Vec::with_capacity(MOST));
    RowReader::new(dialect).rows(chunk, |_| ahead += 1);
    // Only what stands last is looked at word by word.
    RowReader::new(dialect).rows(chunk, |row| {
        if ahead <= MOST {
            last.push((row.line, row.number, summing(row)));
        }
        ahead -= 1;
    });
    let from = last.iter().rposition(|(.., sum)| sum.is_none()).map_or(0, |at| at + 1);
    let (line, _, Some(first)) = last.get(from)? else { return None };
    let rows: Vec<String> = last[from..].iter().map(|(_, row, _)| row.to_string()).collect();
    let what = words::summing_rows(rows.len(), rows.join(", "), first);
    Some(Diagnostic::warning("no-candidate", what).at(Place::line(name, *line)).help(words::summing_rows_help()))
}

/// The first cell that says something, where it says that the row adds others up and no other cell has letters.
fn summing(row: Row<'_>) -> Option<String> {
    let mut cells = row.cells().map(str::trim).filter(|cell| !cell.is_empty());
    let first = cells.next()?;
    let figures = |cell: &str| !cell.chars().any(char::is_alphabetic) || sums_up(cell);
    (first.len() < 64 && sums_up(first) && cells.all(figures)).then(|| first.to_owned())
}
