//! How large the numbers of a column are.

use super::super::survey::ColumnCells;
use super::Guess;
use crate::formats::Formats;
use crate::lexicon::Pay;
use crate::reading::Reading;
use crate::text::grammar::number::{self, Money};

/// For how long the pay in a column is, by its header, or by most cells that say so.
pub(super) fn period(column: &ColumnCells, formats: &Formats) -> Option<Pay> {
    let mut said: Vec<(Pay, usize)> = Vec::new();
    for (cell, count) in &column.cells {
        let Some(period) = number::period(cell, formats) else { continue };
        match said.iter_mut().find(|(known, _)| *known == period) {
            Some((_, all)) => *all += count,
            None => said.push((period, *count)),
        }
    }
    let most = || said.iter().max_by_key(|(_, count)| *count).map(|(period, _)| *period);
    number::period(column.title(), formats).or_else(most)
}

/// A number that is the better the larger it is, or one that is asked as pay.
pub(super) fn of_numbers(column: &ColumnCells, pay: bool, money: Money, formats: &Formats) -> Guess {
    let read = |cell: &str| number::read_in(cell, money, formats).reading();
    let sizes = sizes(column, read);
    let mut quarters: Vec<f64> = (1..4).filter_map(|at| sizes.get(sizes.len() * at / 4).copied()).collect();
    quarters.dedup();
    if pay {
        let highest = column.cells.iter().filter_map(|(cell, _)| read(cell).hull());
        let at_most = highest.map(|range| range.high).filter(|high| high.is_finite()).max_by(f64::total_cmp);
        let per = money.per.and_then(|per| Pay::ALL.iter().find(|(_, known)| *known == per)).map(|(name, _)| *name);
        return Guess::Ceiling { at_most: at_most.unwrap_or(0.0), quarters, per };
    }
    Guess::Number { full_at: few_have_more(column, read), quarters }
}

/// A size that one cell in ten is over: the whole number at the ninth tenth of the lowest each can mean.
pub(super) fn few_have_more(column: &ColumnCells, read: impl Fn(&str) -> Reading) -> f64 {
    let sizes = sizes(column, read);
    sizes.get(sizes.len().saturating_sub(1) * 9 / 10).copied().unwrap_or(1.0).ceil()
}

/// The lowest that each cell can mean, from the lowest up.
fn sizes(column: &ColumnCells, read: impl Fn(&str) -> Reading) -> Vec<f64> {
    let mut sizes: Vec<f64> = Vec::new();
    for (cell, count) in &column.cells {
        if let Some(range) = read(cell).hull().filter(|range| range.low.is_finite()) {
            sizes.extend(std::iter::repeat_n(range.low, *count));
        }
    }
    sizes.sort_by(f64::total_cmp);
    sizes
}
