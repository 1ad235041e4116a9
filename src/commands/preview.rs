//! What a criterion would do to the candidates of a file, as the plan judges it.

use chrono::NaiveDate;

use crate::catalogue::{Text, init as words};
use crate::criteria::{self, Stage};
use crate::header::Header;
use crate::plan::Plan;
use crate::propose::{Draft, PostingSaid, alone};
use crate::verdict::Verdict;

/// The rows of a file that are kept to try criteria on.
#[derive(Debug, Default)]
pub(super) struct KeptRows {
    /// The headers.
    pub header: Vec<String>,
    /// The cells of each row.
    pub cells: Vec<Vec<String>>,
    /// How many rows are not whole, in which everything stays open.
    pub broken: usize,
}

/// How many candidates would meet a criterion, and for how many it would stay open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tried {
    /// They meet it.
    pub met: usize,
    /// It stays open.
    pub open: usize,
    /// All of them.
    pub all: usize,
}

impl KeptRows {
    /// Tries one criterion of a draft; nothing where it cannot be tried as it is.
    pub(super) fn try_out(&self, draft: &Draft, at: usize, posting: &PostingSaid, as_of: NaiveDate) -> Option<Tried> {
        let criteria = criteria::read("", &alone(draft, at, posting)).ok()?;
        let wanted = criteria.wanted(Stage::Interview);
        let (bound, _) = Header::new(self.header.clone()).bind("", &wanted, &[], true).ok()?;
        let column = |name: &str| bound.get(name).copied();
        let plan = Plan::new(&criteria, Stage::Interview, &column, as_of);
        let mut tried = Tried { met: 0, open: self.broken, all: self.cells.len() + self.broken };
        for row in &self.cells {
            match plan.account(row).first()?.outcome.verdict {
                Verdict::Met => tried.met += 1,
                Verdict::Unknown => tried.open += 1,
                Verdict::NotMet => {}
            }
        }
        Some(tried)
    }
}

impl Tried {
    /// "28 of 40 would meet it, 7 open".
    pub(super) fn say(self) -> Text {
        words::preview(self.met, self.all, self.open)
    }
}
