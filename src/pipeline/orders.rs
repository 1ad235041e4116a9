//! The order of day and month in the columns of dates, and the mark before decimals in those of numbers: what is open in
//! some cells may be settled by the others.

use std::collections::BTreeMap;

use super::BoundFile;
use crate::catalogue::pipeline as words;
use crate::diagnostic::{Diagnostic, Place};
use crate::formats::{DateOrder, Decimal, DecimalSign, Order, mark, order};
use crate::kinds::BoundColumn;
use crate::records::Row;

/// So many rows of a file are looked at: others say the same.
const LOOKED_AT: u64 = 10_000;

/// How many cells of one column are open, prove one of two ways of writing, and prove the other.
type OrderCounts = [u64; 3];

/// What the cells of some records say, by file and column.
type ColumnOrders = BTreeMap<(usize, usize), OrderCounts>;

/// What the dates and the numbers of some records say.
#[derive(Clone, Debug, Default)]
pub struct Orders {
    /// Of the day before the month, and of the month before the day.
    dates: ColumnOrders,
    /// Of the comma before decimals, and of the point.
    numbers: ColumnOrders,
}

impl Orders {
    /// Looks at a record of the file with this number.
    pub(super) fn see(&mut self, number: usize, file: &BoundFile, row: &Row<'_>) {
        if row.trouble.is_some() || row.number > LOOKED_AT {
            return;
        }
        let of_date = |cell: &str| match order(cell)? {
            Order::Open => Some(0),
            Order::Proven(DateOrder::DayMonthYear) => Some(1),
            Order::Proven(_) => Some(2),
        };
        let of_number = |cell: &str| match mark(cell)? {
            DecimalSign::Open => Some(0),
            DecimalSign::Proven(Decimal::Comma) => Some(1),
            DecimalSign::Proven(Decimal::Point) => Some(2),
        };
        count(&mut self.dates, number, &file.dates, |column| of_date(row.get(column)));
        count(&mut self.numbers, number, &file.numbers, |column| of_number(row.get(column)));
    }

    /// With what others say.
    pub(super) fn join(&mut self, other: &Self) {
        for (own, others) in [(&mut self.dates, &other.dates), (&mut self.numbers, &other.numbers)] {
            for (key, counts) in others {
                let own = own.entry(*key).or_default();
                own.iter_mut().zip(counts).for_each(|(own, count)| *own += count);
            }
        }
    }

    /// Tells of each column in which some dates or numbers are open, and what settles them.
    #[must_use]
    pub fn told(&self, files: &[BoundFile]) -> Vec<Diagnostic> {
        let dates = told(&self.dates, files, |file| &file.dates, "date-order", dates_told);
        let numbers = told(&self.numbers, files, |file| &file.numbers, "decimal-mark", numbers_told);
        [dates, numbers].concat()
    }
}

/// Counts what a record's cells in these columns say.
fn count(columns: &mut ColumnOrders, number: usize, slots: &[BoundColumn], says: impl Fn(usize) -> Option<usize>) {
    for column in slots.iter().filter_map(|slot| slot.index) {
        if let Some(at) = says(column) {
            columns.entry((number, column)).or_default()[at] += 1;
        }
    }
}

/// A note on each column in which something is open.
fn told(
    columns: &ColumnOrders,
    files: &[BoundFile],
    slots: impl Fn(&BoundFile) -> &Vec<BoundColumn>,
    code: &'static str,
    what: impl Fn(&str, [usize; 3]) -> crate::catalogue::Text,
) -> Vec<Diagnostic> {
    let open = columns.iter().filter(|(_, [open, ..])| *open > 0);
    let notes = open.filter_map(|((number, column), counts)| {
        let file = files.get(*number)?;
        let name = &slots(file).iter().find(|slot| slot.index == Some(*column))?.name;
        let counts = counts.map(|count| usize::try_from(count).unwrap_or(usize::MAX));
        Some(Diagnostic::note(code, what(name, counts)).at(Place::file(&file.name)))
    });
    notes.collect()
}

fn dates_told(name: &str, [open, day_first, month_first]: [usize; 3]) -> crate::catalogue::Text {
    match (day_first, month_first) {
        (0, 0) => words::dates_open(open, name),
        (proofs, 0) => words::dates_settled(open, name, words::others_prove(proofs, words::day_first()), "dmy"),
        (0, proofs) => words::dates_settled(open, name, words::others_prove(proofs, words::month_first()), "mdy"),
        (days, months) => words::dates_mixed(open, name, days, months),
    }
}

fn numbers_told(name: &str, [open, comma, point]: [usize; 3]) -> crate::catalogue::Text {
    match (comma, point) {
        (0, 0) => words::numbers_open(open, name),
        (proofs, 0) => words::numbers_settled(open, name, proofs, words::comma(), "comma"),
        (0, proofs) => words::numbers_settled(open, name, proofs, words::point(), "point"),
        (commas, points) => words::numbers_mixed(open, name, commas, points),
    }
}
