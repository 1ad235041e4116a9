//! The order of day and month in the columns of dates: what is open in some cells may be settled by the others.

use std::collections::BTreeMap;

use super::Bound;
use crate::catalogue::pipeline as words;
use crate::diagnostic::{Diagnostic, Place};
use crate::records::Row;
use crate::text::DateOrder;
use crate::text::order::{Order, order};

/// So many rows of a file are looked at: others say the same.
const LOOKED_AT: u64 = 10_000;

/// How many cells of one column are open, prove that the day is first, and prove that the month is.
type Counts = [u64; 3];

/// What the dates of some records say, by file and column.
#[derive(Clone, Debug, Default)]
pub struct Orders(BTreeMap<(usize, usize), Counts>);

impl Orders {
    /// Looks at a record of the file with this number.
    pub(super) fn see(&mut self, number: usize, file: &Bound, row: &Row<'_>) {
        if file.dates.is_empty() || row.trouble.is_some() || row.number > LOOKED_AT {
            return;
        }
        for column in file.dates.iter().filter_map(|slot| slot.index) {
            let at = match order(row.get(column)) {
                Some(Order::Open) => 0,
                Some(Order::Proven(DateOrder::DayMonthYear)) => 1,
                Some(Order::Proven(_)) => 2,
                None => continue,
            };
            self.0.entry((number, column)).or_default()[at] += 1;
        }
    }

    /// With what others say.
    pub(super) fn join(&mut self, other: &Self) {
        for (key, counts) in &other.0 {
            let own = self.0.entry(*key).or_default();
            own.iter_mut().zip(counts).for_each(|(own, count)| *own += count);
        }
    }

    /// Tells of each column in which some dates are open, and what settles them.
    #[must_use]
    pub fn told(&self, files: &[Bound]) -> Vec<Diagnostic> {
        let told = self.0.iter().filter(|(_, [open, ..])| *open > 0).filter_map(|((number, column), counts)| {
            let file = files.get(*number)?;
            let name = &file.dates.iter().find(|slot| slot.index == Some(*column))?.name;
            let [open, day_first, month_first] = counts.map(|count| usize::try_from(count).unwrap_or(usize::MAX));
            let what = match (day_first, month_first) {
                (0, 0) => words::dates_open(open, &**name),
                (proofs, 0) => {
                    words::dates_settled(open, &**name, words::others_prove(proofs, words::day_first()), "dmy")
                }
                (0, proofs) => {
                    words::dates_settled(open, &**name, words::others_prove(proofs, words::month_first()), "mdy")
                }
                (days, months) => words::dates_mixed(open, &**name, days, months),
            };
            Some(Diagnostic::note("date-order", what).at(Place::file(&file.name)))
        });
        told.collect()
    }
}
