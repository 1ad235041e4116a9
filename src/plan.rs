//! Criteria bound to one file's header: what is judged, row by row.
//!
//! [`Plan::judge`] is the one way to judge a row; the [`Judgement`] that it gives has all that later steps ask for.
//! `memory` keeps what followed from cells that have been seen before.

mod answer;
mod judge;
mod memory;
mod numbers;

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

pub use self::answer::{Answer, Miss, SoFar};
pub use self::judge::{Judgement, Taker};
pub use self::memory::{Few, Memory};
pub use self::numbers::{NONE, Numbers};
use crate::criteria::{Criteria, Criterion, Stage, WhenMissing};
use crate::kinds::{Binder, Cells, Check, Leaf, Outcome, TestAccount};
use crate::score::{Judged, Need, Sum, WeightShare};
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
    /// Whether what was understood decides although words are left, which are then told.
    pub lenient: bool,
    /// What judges it.
    pub check: Check,
    /// Its weight among those of all criteria.
    share: WeightShare,
    /// The cells that it depends on.
    pub depends: Depends,
}

/// The cells that a criterion depends on: what is said and told of it is the same wherever these are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Depends {
    /// One cell.
    Cell {
        /// The column's place among the numbered ones.
        column: usize,
        /// Its place in the file.
        index: usize,
    },
    /// A few cells, of columns at these places among the numbered ones.
    Cells(Vec<usize>),
    /// Cells that are not numbered, or too many.
    More,
}

/// All that is judged of one file's rows.
pub struct Plan {
    /// The criteria that count, in the file's order.
    pub criteria: Vec<Planned>,
    /// Whether words may be left beside what decides, by one criterion at least ([`Planned::lenient`]).
    pub lenient: bool,
    /// The columns that the criteria read, in order.
    pub reads: Vec<usize>,
    /// The columns whose cells are numbered.
    columns: Vec<NumberedColumn>,
    /// The criteria that do not depend on one of these alone, in the order in which they are judged.
    others: Vec<usize>,
    /// What is judged one after the other: all that is required, which decides the status; the rest, but for what is judged
    /// last; what takes longest: free text, and what depends on several columns.
    steps: [Task; 3],
}

/// A column whose cells are numbered.
struct NumberedColumn {
    /// Its place in the file.
    index: usize,
    /// Whether it is read as free text.
    free: bool,
    /// The criteria that depend on it alone.
    alone: Vec<usize>,
}

/// A part of the work on a row.
#[derive(Default)]
struct Task {
    /// The numbered columns that it looks at; no other step does.
    columns: Vec<usize>,
    /// Those of [`Plan::others`] that it judges.
    others: Range<usize>,
    /// What it and the steps after it come to, if all goes well.
    hope: Sum,
}

impl Plan {
    /// Binds the criteria of `stage` to a header whose columns `column` finds.
    #[must_use]
    pub fn new(criteria: &Criteria, stage: Stage, column: &dyn Fn(&str) -> Option<usize>, as_of: NaiveDate) -> Self {
        let binder = Binder { column, formats: Arc::new(criteria.formats.clone()), as_of, zone: criteria.posting.zone };
        let all = criteria.of_stage(stage).map(|criterion| criterion.weight).sum();
        let mut plan = Self {
            criteria: Vec::new(),
            lenient: false,
            reads: Vec::new(),
            columns: Vec::new(),
            others: Vec::new(),
            steps: Default::default(),
        };
        let mut leaves = 0;
        for criterion in criteria.of_stage(stage) {
            plan.add(criterion, &binder, all, &mut leaves);
        }
        plan.reads.sort_unstable();
        plan.reads.dedup();
        let others = |need: &dyn Fn(Need) -> bool| {
            let all = plan.criteria.iter().enumerate();
            let others = all.filter(|(_, one)| !matches!(one.depends, Depends::Cell { .. }) && need(one.need));
            others.map(|(at, _)| at).collect::<Vec<_>>()
        };
        let required = others(&|need| need == Need::Required);
        let others = [required.clone(), others(&|need| need != Need::Required)].concat();
        plan.steps = plan.in_steps(&others, required.len());
        plan.others = others;
        plan
    }

    /// Adds a criterion, where the weights of `all` are so much and so many `leaves` have a number.
    fn add(&mut self, criterion: &Criterion, binder: &Binder<'_>, all: f64, leaves: &mut usize) {
        let mut check = criterion.rule.bind(binder);
        let mut reads = Some(Vec::new());
        check.each_leaf(&mut |leaf| {
            leaf.number = *leaves;
            leaf.lenient = criterion.lenient;
            *leaves += 1;
            self.reads.extend(bound(leaf));
            reads = reads.take().zip(repeating(leaf)).map(|(reads, more)| [reads, more].concat());
        });
        let depends = reads.map_or(Depends::More, |reads| self.depends(&reads));
        if let Depends::Cell { column, .. } = depends {
            self.columns[column].alone.push(self.criteria.len());
        }
        self.lenient |= criterion.lenient;
        self.criteria.push(Planned {
            id: criterion.id.clone(),
            need: criterion.need,
            weight: criterion.weight,
            when_missing: criterion.when_missing,
            lenient: criterion.lenient,
            check,
            share: WeightShare::new(criterion.weight, all),
            depends,
        });
    }

    /// What depends on these columns of the file, each of which may be free text; they are numbered from now on.
    fn depends(&mut self, reads: &[(usize, bool)]) -> Depends {
        /// The numbers of so many cells fit one.
        const FEW: usize = 4;
        let mut indexes: Vec<usize> = reads.iter().map(|(index, _)| *index).collect();
        indexes.sort_unstable();
        indexes.dedup();
        if indexes.len() > FEW {
            return Depends::More;
        }
        let mut columns: Vec<usize> = indexes.into_iter().map(|index| self.number(index)).collect();
        columns.sort_unstable();
        for (index, free) in reads {
            let column = self.number(*index);
            self.columns[column].free |= *free;
        }
        match columns[..] {
            [column] => Depends::Cell { column, index: self.columns[column].index },
            _ => Depends::Cells(columns),
        }
    }

    /// The place of a column of the file among the numbered ones.
    fn number(&mut self, index: usize) -> usize {
        self.columns.iter().position(|known| known.index == index).unwrap_or_else(|| {
            self.columns.push(NumberedColumn { index, free: false, alone: Vec::new() });
            self.columns.len() - 1
        })
    }

    /// Everything in the order in which it is judged; `required` is how many of the `others` are.
    fn in_steps(&self, others: &[usize], required: usize) -> [Task; 3] {
        let decides = |column: usize| {
            let needs = |criterion: &Planned| criterion.need == Need::Required && criterion.depends.on(column);
            self.criteria.iter().any(needs)
        };
        let mut steps: [Task; 3] = Default::default();
        let [first, second, last] = &mut steps;
        for (at, column) in self.columns.iter().enumerate() {
            let step = match (decides(at), column.free) {
                (true, _) => &mut *first,
                (false, false) => &mut *second,
                (false, true) => &mut *last,
            };
            step.columns.push(at);
        }
        (first.others, last.others) = (0..required, required..others.len());
        let mut hope = Sum::default();
        for step in steps.iter_mut().rev() {
            let alone = step.columns.iter().flat_map(|column| &self.columns[*column].alone);
            let open = alone.chain(&others[step.others.clone()]).map(|at| self.criteria[*at].sum(&Judged::UNKNOWN));
            hope = open.fold(hope, Sum::plus);
            step.hope = hope;
        }
        steps
    }

    /// Numbers the cells of a row, each column's own.
    pub fn number_cells<R: Cells + ?Sized>(&self, row: &R, numbers: &mut Vec<Numbers>, cells: &mut Vec<u32>) {
        numbers.resize_with(self.columns.len(), Numbers::default);
        cells.clear();
        cells.extend(self.columns.iter().zip(numbers).map(|(column, numbers)| numbers.of(row, column.index)));
    }

    /// What each criterion read in a row.
    #[must_use]
    pub fn account(&self, row: &dyn Cells) -> Vec<TestAccount> {
        self.criteria.iter().map(|criterion| criterion.check.account(row)).collect()
    }
}

/// The columns of the file that a leaf reads.
fn bound(leaf: &Leaf) -> impl Iterator<Item = usize> {
    leaf.slots.iter().filter_map(|slot| slot.index)
}

/// The same, each with whether it is free text, where it is likely that the leaf reads the same there again.
fn repeating(leaf: &Leaf) -> Option<Vec<(usize, bool)>> {
    let columns: Vec<(usize, bool)> = bound(leaf).map(|index| (index, !leaf.repeats())).collect();
    let likely = columns.len() == 1 || columns.len() == 2 && leaf.repeats();
    likely.then_some(columns)
}

impl Depends {
    fn on(&self, column: usize) -> bool {
        match self {
            Self::Cell { column: own, .. } => *own == column,
            Self::Cells(columns) => columns.contains(&column),
            Self::More => false,
        }
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

    /// What this adds to a candidate's standing.
    fn sum(&self, judged: &Judged) -> Sum {
        Sum::of(self.need, self.share, judged)
    }
}
