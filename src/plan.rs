//! Criteria bound to one file's header: what is judged, row by row.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::criteria::{Criteria, Stage, WhenMissing};
use crate::kinds::{Account, Binder, Cells, Check, Outcome};
use crate::score::{Judged, Need, Standing, standing};
use crate::text::mentions;
use crate::verdict::{Credit, Verdict};

/// One criterion, ready to run.
pub struct Planned {
    /// Its id.
    pub id: String,
    /// Whether it can reject.
    pub need: Need,
    /// Its weight.
    pub weight: f64,
    /// What an empty cell is.
    pub when_missing: WhenMissing,
    /// What judges it.
    pub check: Check,
}

/// All that is judged of one file's rows.
pub struct Plan {
    /// The criteria that count, in the file's order.
    pub criteria: Vec<Planned>,
}

/// What one thread keeps from row to row.
#[derive(Default)]
pub struct Scratch {
    mentions: mentions::Scratch,
    memos: Vec<HashMap<Box<str>, Outcome>>,
    /// The judgements of the row last judged, one for each criterion.
    pub judged: Vec<Judged>,
}

/// Cells longer than this are not likely to come again.
const MEMO_CELL: usize = 64;
/// A column with more distinct cells than this is not remembered further.
const MEMO_SIZE: usize = 4096;

impl Plan {
    /// Binds the criteria of `stage` to a header whose columns `column` finds.
    #[must_use]
    pub fn new(criteria: &Criteria, stage: Stage, column: &dyn Fn(&str) -> Option<usize>, as_of: NaiveDate) -> Self {
        let binder = Binder { column, formats: Arc::new(criteria.formats.clone()), as_of, zone: criteria.posting.zone };
        let criteria = criteria
            .of_stage(stage)
            .map(|criterion| Planned {
                id: criterion.id.clone(),
                need: criterion.need,
                weight: criterion.weight,
                when_missing: criterion.when_missing,
                check: criterion.rule.bind(&binder),
            })
            .collect();
        Self { criteria }
    }

    /// Judges a row; the judgements stay in `scratch` until the next one.
    pub fn judge(&self, row: &dyn Cells, scratch: &mut Scratch) -> Standing {
        let Scratch { mentions, memos, judged } = scratch;
        memos.resize_with(self.criteria.len(), HashMap::new);
        judged.clear();
        for (criterion, memo) in self.criteria.iter().zip(memos) {
            let outcome = match criterion.check.only_cell() {
                Some(column) => remember(memo, row.cell(column), || criterion.check.judge(row, mentions)),
                None => criterion.check.judge(row, mentions),
            };
            judged.push(criterion.count(outcome));
        }
        self.standing(judged)
    }

    /// What is known of a row that cannot be trusted: nothing.
    pub fn distrust(&self, scratch: &mut Scratch) -> Standing {
        scratch.judged.clear();
        scratch
            .judged
            .resize(self.criteria.len(), Judged { verdict: Verdict::Unknown, credit: Credit::UNKNOWN, counts: true });
        self.standing(&scratch.judged)
    }

    fn standing(&self, judged: &[Judged]) -> Standing {
        let each = self.criteria.iter().zip(judged);
        standing(each.map(|(criterion, judged)| (criterion.need, criterion.weight, judged)))
    }

    /// What each criterion read in a row.
    #[must_use]
    pub fn account(&self, row: &dyn Cells) -> Vec<Account> {
        self.criteria.iter().map(|criterion| criterion.check.account(row)).collect()
    }
}

impl Planned {
    /// The outcome of the test as the criterion counts it: an empty cell may fail it or leave it out.
    #[must_use]
    pub fn count(&self, outcome: Outcome) -> Judged {
        let as_read = Judged { verdict: outcome.verdict, credit: outcome.credit, counts: true };
        match self.when_missing {
            WhenMissing::Fail if outcome.missing => {
                Judged { verdict: Verdict::NotMet, credit: Credit::NONE, counts: true }
            }
            WhenMissing::Skip if outcome.missing => Judged { counts: false, ..as_read },
            _ => as_read,
        }
    }
}

fn remember(memo: &mut HashMap<Box<str>, Outcome>, cell: &str, judge: impl FnOnce() -> Outcome) -> Outcome {
    if cell.len() > MEMO_CELL {
        return judge();
    }
    if let Some(outcome) = memo.get(cell) {
        return *outcome;
    }
    let outcome = judge();
    if memo.len() < MEMO_SIZE {
        memo.insert(cell.into(), outcome);
    }
    outcome
}
