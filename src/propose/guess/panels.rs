//! The columns of one panel's ratings, told by their headers: a rater's number or letter sets them apart.

use super::super::one_line;
use super::super::survey::ColumnCells;
use super::{Seen, reads};
use crate::formats::Formats;
use crate::head::HeaderWords;
use crate::header::fold_name;
use crate::lexicon::Head;
use crate::text::grammar::number;

/// Columns of one panel's ratings of one thing.
pub(in super::super) struct Panel {
    /// The numbers of the columns.
    pub columns: Vec<usize>,
    /// What is rated; empty where the headers do not say.
    pub label: String,
    /// The highest rating there is.
    pub out_of: f64,
    /// What the cells are.
    pub seen: Seen,
}

/// The panels among some columns.
pub(in super::super) fn panels(columns: &[&ColumnCells]) -> Vec<Panel> {
    let formats = Formats::default();
    let mut panels: Vec<(String, Vec<usize>)> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let Some(base) = panel_base(column) else { continue };
        if column.filled() > 0 && !column.mostly(80, |cell| reads(number::read(cell, &formats).reading())) {
            continue;
        }
        match panels.iter_mut().find(|(known, _)| *known == base) {
            Some((_, members)) => members.push(at),
            None => panels.push((base, vec![at])),
        }
    }
    panels.retain(|(_, members)| members.len() > 1);
    let made = panels.into_iter().map(|(_, members)| {
        let mut seen = Seen::default();
        let mut highest = 0.0_f64;
        for at in &members {
            let column = columns[*at];
            seen.add(&Seen::of(column, |cell| reads(number::read(cell, &formats).reading())));
            for (cell, _) in &column.cells {
                let high = number::read(cell, &formats).reading().hull().map_or(0.0, |range| range.low);
                highest = highest.max(high);
            }
        }
        let out_of = [5.0, 10.0, 20.0, 100.0].into_iter().find(|out_of| highest <= *out_of).unwrap_or(highest);
        let label = members.first().map_or_else(String::new, |at| panel_label(columns[*at].title()));
        Panel { columns: members, label, out_of, seen }
    });
    made.collect()
}

/// A rater's header without the number or the letter of the rater.
fn panel_base(column: &ColumnCells) -> Option<String> {
    let folded = fold_name(column.title());
    let (base, last) = folded.rsplit_once(' ')?;
    let tells_apart = last.chars().all(|c| c.is_ascii_digit()) || last.chars().count() == 1;
    (tells_apart && HeaderWords::of(base).say(&[Head::Rater])).then(|| base.to_owned())
}

/// What stands before the rater in a header, if anything does.
fn panel_label(header: &str) -> String {
    let before = header.split(['(', '[', ':', '–', '—']).next().unwrap_or_default().trim();
    if HeaderWords::of(before).say(&[Head::Rater]) { String::new() } else { one_line(before, 80) }
}
