//! What a test earns where a person says that it is met, or that it is not.

use super::Cells;
use super::check::Check;
use super::how::How;
use crate::reading::{Bound, Reading};
use crate::verdict::{Credit, Verdict};

impl Bound {
    /// What everything that passes may earn: from the credit of the bound up.
    fn met(&self) -> Credit {
        let least = self.at_least.map_or(Credit::UNKNOWN, |least| self.credit(Reading::exactly(least)));
        if self.full_at.is_some() { Credit { low: least.low, high: 1.0 } } else { Credit::FULL }
    }

    /// What everything that does not pass may earn: up to just under the credit of the bound.
    fn not_met(&self) -> Credit {
        let least = self.met().low;
        if self.full_at.is_none() || least <= 0.0 { Credit::NONE } else { Credit { low: 0.0, high: least.next_down() } }
    }
}

impl Check {
    /// What it may earn where no more is known than its verdict.
    #[must_use]
    pub fn decided(&self, verdict: Verdict) -> Credit {
        match verdict {
            Verdict::Met => self.met(),
            Verdict::NotMet => self.not_met(),
            Verdict::Unknown => Credit::UNKNOWN,
        }
    }

    fn met(&self) -> Credit {
        let Self::Group(group) = self else { return self.bound().met() };
        let lows = group.tests.iter().map(|test| test.met().low);
        let low = match group.how {
            How::Some => return group.bound.met(),
            How::Any => lows.fold(1.0, f64::min),
            How::All => mean(&lows.collect::<Vec<_>>()),
        };
        Credit { low, high: 1.0 }
    }

    fn not_met(&self) -> Credit {
        let Self::Group(group) = self else { return self.bound().not_met() };
        let most = group.tests.iter().map(|test| test.not_met().high).fold(0.0, f64::max);
        let high = match group.how {
            How::Some => return group.bound.not_met(),
            How::Any => most,
            // All others may be met.
            How::All => mean(&group.tests.iter().skip(1).map(|_| 1.0).chain([most]).collect::<Vec<_>>()),
        };
        Credit { low: 0.0, high }
    }

    fn bound(&self) -> Bound {
        match self {
            Self::Leaf(leaf) => leaf.bound,
            Self::Group(group) => group.bound,
        }
    }

    /// The columns that it reads, each once, in the order of the criteria file.
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        let mut columns = Vec::new();
        self.each_cell(&mut |name, _| {
            if !columns.contains(&name) {
                columns.push(name);
            }
        });
        columns
    }

    /// Each cell that it reads: its column's name and place.
    pub(super) fn each_cell<'a>(&'a self, each: &mut dyn FnMut(&'a str, Option<usize>)) {
        match self {
            Self::Leaf(leaf) => leaf.slots.iter().for_each(|slot| each(&slot.name, slot.index)),
            Self::Group(group) => group.tests.iter().for_each(|test| test.each_cell(each)),
        }
    }

    /// The cell of the column with this name; nothing where it reads none of that name, or the file has none.
    #[must_use]
    pub fn cell_of<'a>(&self, column: &str, row: &'a dyn Cells) -> Option<&'a str> {
        let mut found = None;
        self.each_cell(&mut |name, index| {
            if name == column {
                found = found.or(index);
            }
        });
        found.map(|index| row.cell(index))
    }

    /// Whether one of its tests has this text among the words that the criteria file writes for it.
    #[must_use]
    pub fn names(&self, text: &str) -> bool {
        match self {
            Self::Leaf(leaf) => leaf.reader.names(text),
            Self::Group(group) => group.tests.iter().any(|test| test.names(text)),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a group has few tests")]
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}
