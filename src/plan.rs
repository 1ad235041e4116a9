//! Criteria bound to one file's header: what is judged, row by row.
//!
//! What a cell is read as depends on the cell alone, and columns of an applicants' file hold the same few answers again
//! and again. So each column's cells are numbered as they come, each leaf of a test remembers its outcome by the
//! numbers of its cells, and a row of known cells is judged without reading any of them again. `past` remembers.

mod past;

use std::iter;
use std::sync::Arc;

use chrono::NaiveDate;

pub use self::past::{Known, NONE};
use self::past::{Memo, Past, joint};
use crate::criteria::{Criteria, Stage, WhenMissing};
use crate::kinds::{Account, Binder, Cells, Check, Kept, Leaf, Outcome, Said};
use crate::score::{Judged, Need, Share, Standing, Status, Sum};
use crate::verdict::{Credit, Finding, Verdict, Verdicts};

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
    share: Share,
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

impl Depends {
    /// One number for the cells, where they are numbered.
    #[must_use]
    pub fn key(&self, numbers: &[u32]) -> Option<u64> {
        let Self::Cells(columns) = self else { return None };
        columns.iter().try_fold(0, |key, column| {
            let number = *numbers.get(*column)?;
            (number != NONE).then_some(joint(key, number))
        })
    }
}

/// All that is judged of one file's rows.
pub struct Plan {
    /// The criteria that count, in the file's order.
    pub criteria: Vec<Planned>,
    /// The columns that the criteria read, in order.
    pub reads: Vec<usize>,
    /// The columns whose cells are numbered.
    columns: Vec<Column>,
    /// What is judged one after the other: [`FIRST`], [`SECOND`], [`LAST`].
    steps: [Step; 3],
    /// What the last step comes to, if all goes well.
    hope: Sum,
    /// How each leaf remembers, by its number; not at all where it reads many cells, or free text in several.
    recalls: Vec<Option<Recall>>,
}

/// A column whose cells are numbered.
struct Column {
    /// Its place in the file.
    index: usize,
    /// How many leaves have it as their first.
    leaves: usize,
    /// Whether one of them reads it as free text.
    free: bool,
    /// The criteria that depend on it alone.
    alone: Vec<usize>,
}

/// What decides the status: all that is required.
const FIRST: usize = 0;
/// The rest, but for what is judged last.
const SECOND: usize = 1;
/// What takes longest: free text, and what depends on several columns.
const LAST: usize = 2;

/// A part of the work on a row.
#[derive(Default)]
struct Step {
    /// The numbered columns that it looks at; no other step does.
    columns: Vec<usize>,
    /// The criteria that do not depend on one of these alone.
    others: Vec<usize>,
}

/// By which of the numbered columns a leaf remembers.
#[derive(Clone, Copy)]
struct Recall {
    first: usize,
    /// Its number among the leaves with the same first column.
    place: usize,
    second: Option<usize>,
}

/// What one thread keeps from row to row.
#[derive(Default)]
pub struct Scratch {
    leaves: Leaves,
    ahead: Ahead,
    columns: Vec<Past<Together>>,
    /// What each criterion that depends on a few columns said, by the numbers of all its cells.
    others: Vec<Known<(Judged, Together)>>,
    /// The judgements of the criteria that do not depend on one column alone, with their places.
    judged_others: Vec<(usize, Judged)>,
    /// What the requirements of the row at hand come to.
    together: Together,
    /// The verdicts of the row last judged.
    pub verdicts: Verdicts,
    /// The one required criterion that the row last judged nearly meets; nothing where it meets all, fails several, or is
    /// not near.
    pub near_miss: Option<Miss>,
    /// The judgements of the row last given to [`Plan::judge_each`], one for each criterion.
    pub judged: Vec<Judged>,
}

/// What is known of some rows, looked up together: so the waits for what is far from the processor overlap.
#[derive(Default)]
struct Ahead {
    /// The numbers of the cells, those of one row after the other.
    numbers: Vec<u32>,
    /// What the criteria that depend on one column alone come to, as far as it is known: for each step, of each row; and
    /// whether more is to be read.
    said: Vec<(Together, bool)>,
    /// How many of the steps have been looked up, and for how many rows.
    steps: usize,
    rows: usize,
    /// The row at hand.
    row: usize,
}

/// What the leaves said before.
#[derive(Default)]
struct Leaves {
    /// What is known of the texts read last.
    kept: Kept,
    /// The numbers of the row's cells.
    row: Vec<u32>,
    /// What was said of the cells of each numbered column.
    memos: Vec<Memo>,
    /// What each leaf said of pairs of cells.
    pairs: Vec<Known<Outcome>>,
}

/// What some criteria come to together.
#[derive(Clone, Copy, Default, PartialEq)]
struct Together {
    sum: Sum,
    verdicts: Verdicts,
    /// The one that is required and not met; without meaning where there are several.
    miss: Packed,
}

impl Together {
    fn plus(self, other: Self) -> Self {
        Self {
            sum: self.sum.plus(other.sum),
            verdicts: self.verdicts.plus(other.verdicts),
            miss: Packed(self.miss.0.wrapping_add(other.miss.0)),
        }
    }
}

/// A criterion's place and how near it is to being met, in one number; 0 for none.
#[derive(Clone, Copy, Default, PartialEq)]
struct Packed(u64);

impl Packed {
    fn new(criterion: usize, gap: f32) -> Self {
        Self((criterion as u64) << 32 | u64::from(gap.to_bits()))
    }

    #[expect(clippy::cast_possible_truncation, reason = "one half after the other")]
    fn unpack(self) -> (usize, f32) {
        ((self.0 >> 32) as usize, f32::from_bits(self.0 as u32))
    }
}

/// The one required criterion that is not met, and that nearly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Miss {
    /// Its place among the criteria that count.
    pub criterion: usize,
    /// How near, as [`Outcome::gap`] says: from 0 to 1.
    pub gap: f32,
    /// How many other required criteria are open.
    pub open: u32,
}

/// Marks the number of a cell, looked up ahead, that is still to be read; [`NONE`] has the mark too.
const OPEN: u32 = 1 << 31;

/// The numbers of so many cells fit one.
const FEW: usize = 4;

impl Plan {
    /// Binds the criteria of `stage` to a header whose columns `column` finds.
    #[must_use]
    pub fn new(criteria: &Criteria, stage: Stage, column: &dyn Fn(&str) -> Option<usize>, as_of: NaiveDate) -> Self {
        let binder = Binder { column, formats: Arc::new(criteria.formats.clone()), as_of, zone: criteria.posting.zone };
        let mut plan = Self {
            criteria: Vec::new(),
            reads: Vec::new(),
            columns: Vec::new(),
            steps: Default::default(),
            hope: Sum::default(),
            recalls: Vec::new(),
        };
        let all = criteria.of_stage(stage).map(|criterion| criterion.weight).sum();
        for criterion in criteria.of_stage(stage) {
            let mut check = criterion.rule.bind(&binder);
            let mut depends = Some(Vec::new());
            check.each_leaf(&mut |leaf| {
                leaf.number = plan.recalls.len();
                leaf.lenient = criterion.lenient;
                plan.reads.extend(leaf.slots.iter().filter_map(|slot| slot.index));
                let recall = plan.remember(leaf);
                plan.recalls.push(recall);
                match (&mut depends, recall) {
                    (Some(columns), Some(recall)) => columns.extend(iter::once(recall.first).chain(recall.second)),
                    _ => depends = None,
                }
            });
            let depends = depends.map_or(Depends::More, |mut columns| {
                columns.sort_unstable();
                columns.dedup();
                match columns[..] {
                    [column] => Depends::Cell { column, index: plan.columns[column].index },
                    _ if columns.len() > FEW => Depends::More,
                    _ => Depends::Cells(columns),
                }
            });
            if let Depends::Cell { column, .. } = depends {
                plan.columns[column].alone.push(plan.criteria.len());
            }
            plan.criteria.push(Planned {
                id: criterion.id.clone(),
                need: criterion.need,
                weight: criterion.weight,
                when_missing: criterion.when_missing,
                lenient: criterion.lenient,
                check,
                share: Share::new(criterion.weight, all),
                depends,
            });
        }
        plan.reads.sort_unstable();
        plan.reads.dedup();
        let mut needed = vec![false; plan.columns.len()];
        for criterion in &mut plan.criteria {
            let required = criterion.need == Need::Required;
            criterion.check.each_leaf(&mut |leaf| {
                if let Some(recall) = plan.recalls[leaf.number].filter(|_| required) {
                    iter::once(recall.first).chain(recall.second).for_each(|column| needed[column] = true);
                }
            });
        }
        let columns = |of: &dyn Fn(usize) -> bool| (0..needed.len()).filter(|column| of(*column)).collect();
        let others = |need: &dyn Fn(Need) -> bool| {
            let each = plan.criteria.iter().enumerate();
            each.filter(|(_, one)| !one.is_alone() && need(one.need)).map(|(at, _)| at).collect()
        };
        let free = |column: usize| plan.columns[column].free;
        let first = Step { columns: columns(&|column| needed[column]), others: others(&|need| need == Need::Required) };
        let second = Step { columns: columns(&|column| !needed[column] && !free(column)), others: Vec::new() };
        let last = Step {
            columns: columns(&|column| !needed[column] && free(column)),
            others: others(&|need| need != Need::Required),
        };
        let alone = last.columns.iter().flat_map(|column| &plan.columns[*column].alone);
        let open = alone.chain(&last.others).map(|at| &plan.criteria[*at]);
        let unknown = open.map(|criterion| Sum::of(criterion.need, criterion.share, &Judged::UNKNOWN));
        plan.hope = unknown.fold(Sum::default(), Sum::plus);
        plan.steps = [first, second, last];
        plan
    }

    fn remember(&mut self, leaf: &Leaf) -> Option<Recall> {
        let bound: Vec<usize> = leaf.slots.iter().filter_map(|slot| slot.index).collect();
        let mut number = |column: usize| {
            self.columns.iter().position(|known| known.index == column).unwrap_or_else(|| {
                self.columns.push(Column { index: column, leaves: 0, free: false, alone: Vec::new() });
                self.columns.len() - 1
            })
        };
        let (first, second) = match bound[..] {
            [one] => (number(one), None),
            [one, two] if leaf.repeats() => (number(one), Some(number(two))),
            _ => return None,
        };
        let Column { leaves, free, .. } = &mut self.columns[first];
        *leaves += 1;
        *free |= !leaf.repeats();
        Some(Recall { first, place: *leaves - 1, second })
    }

    /// Judges a row. The verdicts and the near miss stay in `scratch` until the next one.
    pub fn judge<R: Cells + ?Sized>(&self, row: &R, scratch: &mut Scratch) -> Standing {
        scratch.ahead.steps = 0;
        self.judge_required(row, scratch);
        self.judge_rest(row, scratch)
    }

    /// Looks up the cells of rows that are judged next, one after the other and each after [`Scratch::turn`] to it: those
    /// that the requirements depend on, or `all`.
    pub fn look_ahead<R: Cells>(&self, rows: &[R], all: bool, scratch: &mut Scratch) {
        scratch.begin(self);
        let Scratch { columns, ahead, .. } = scratch;
        let (width, steps) = (self.columns.len(), &self.steps);
        ahead.steps = if all { steps.len() } else { 1 };
        ahead.rows = rows.len();
        ahead.numbers.clear();
        ahead.numbers.resize(rows.len() * width, NONE);
        ahead.said.clear();
        ahead.said.resize(rows.len() * steps.len(), Default::default());
        for (nth, step) in steps[..ahead.steps].iter().enumerate() {
            for at in &step.columns {
                let (column, Past { numbers, said }) = (&self.columns[*at], &mut columns[*at]);
                let to = ahead.numbers[*at..].iter_mut().step_by(width);
                let sums = &mut ahead.said[nth * rows.len()..][..rows.len()];
                for ((row, to), sum) in rows.iter().zip(to).zip(sums) {
                    *to = numbers.of(row, column.index);
                    if column.alone.is_empty() {
                        continue;
                    }
                    match said.get(*to) {
                        Some(known) => sum.0 = sum.0.plus(known),
                        None => {
                            *to |= OPEN;
                            sum.1 = true;
                        }
                    }
                }
            }
        }
    }

    /// Judges the rest of the row whose requirements were just judged, unless `in_reach` says no to the best that may
    /// come of it: what takes longest is judged last. The verdicts stay in `scratch`.
    pub fn judge_in_reach<R: Cells + ?Sized>(
        &self,
        row: &R,
        scratch: &mut Scratch,
        in_reach: impl FnOnce(Standing) -> bool,
    ) -> Option<Standing> {
        let columns = scratch.together.plus(self.columns(SECOND, row, scratch));
        in_reach(columns.sum.plus(self.hope).standing()).then(|| self.judge_last(columns, row, scratch))
    }

    /// Judges what is required of a row, and answers with its status. The near miss stays in `scratch`.
    pub fn judge_required<R: Cells + ?Sized>(&self, row: &R, scratch: &mut Scratch) -> Status {
        if scratch.ahead.steps == 0 {
            scratch.begin(self);
        }
        let together = self.columns(FIRST, row, scratch).plus(self.others(FIRST, row, scratch));
        scratch.together = together;
        let Together { sum, miss, .. } = together;
        let (criterion, gap) = miss.unpack();
        scratch.near_miss = (sum.failed == 1 && gap <= 1.0).then_some(Miss { criterion, gap, open: sum.open });
        sum.status()
    }

    /// Judges the rest of the row whose requirements were just judged. The verdicts stay in `scratch`.
    pub fn judge_rest<R: Cells + ?Sized>(&self, row: &R, scratch: &mut Scratch) -> Standing {
        let columns = scratch.together.plus(self.columns(SECOND, row, scratch));
        self.judge_last(columns, row, scratch)
    }

    fn judge_last<R: Cells + ?Sized>(&self, known: Together, row: &R, scratch: &mut Scratch) -> Standing {
        let known = known.plus(self.columns(LAST, row, scratch));
        let together = known.plus(self.others(LAST, row, scratch));
        scratch.verdicts = together.verdicts;
        together.sum.standing()
    }

    /// What the criteria that depend on one column alone come to, of one of the steps.
    fn columns<R: Cells + ?Sized>(&self, step: usize, row: &R, scratch: &mut Scratch) -> Together {
        let Scratch { leaves, columns, ahead, .. } = scratch;
        if step < ahead.steps {
            let (together, open) = ahead.said[step * ahead.rows + ahead.row];
            return if open { self.open_columns(step, row, scratch) } else { together };
        }
        let mut together = Together::default();
        for at in &self.steps[step].columns {
            let (column, Past { numbers, said }) = (&self.columns[*at], &mut columns[*at]);
            let number = numbers.of(row, column.index);
            leaves.row[*at] = number;
            if !column.alone.is_empty() {
                together = together.plus(said.of(number, || self.together(&column.alone, row, leaves)));
            }
        }
        together
    }

    /// The same with what is missing of what was looked up. It is read when the row's turn has come: whoever gives account
    /// of it reads it again soon.
    #[cold]
    fn open_columns<R: Cells + ?Sized>(&self, step: usize, row: &R, scratch: &mut Scratch) -> Together {
        let Scratch { leaves, columns, ahead, .. } = scratch;
        let (together, open) = &mut ahead.said[step * ahead.rows + ahead.row];
        *open = false;
        for at in &self.steps[step].columns {
            if leaves.row[*at] & OPEN == 0 {
                continue;
            }
            if leaves.row[*at] != NONE {
                leaves.row[*at] &= !OPEN;
            }
            let (column, said) = (&self.columns[*at], &mut columns[*at].said);
            *together = together.plus(said.of(leaves.row[*at], || self.together(&column.alone, row, leaves)));
        }
        *together
    }

    /// What the other criteria come to, once the cells that they share with these are numbered.
    fn others<R: Cells + ?Sized>(&self, step: usize, row: &R, scratch: &mut Scratch) -> Together {
        let Scratch { leaves, others, judged_others, .. } = scratch;
        let mut together = Together::default();
        for at in &self.steps[step].others {
            let one = |leaves: &mut Leaves| self.one(*at, row, leaves);
            let (judged, sum) = match self.criteria[*at].depends.key(&leaves.row) {
                Some(key) => others[*at].known(key, || one(leaves)),
                None => one(leaves),
            };
            judged_others.push((*at, judged));
            together = together.plus(sum);
        }
        together
    }

    /// Puts what each criterion says of the row just judged into `scratch`.
    pub fn judge_each<R: Cells + ?Sized>(&self, row: &R, scratch: &mut Scratch) {
        let Scratch { leaves, judged, judged_others, .. } = scratch;
        judged.clear();
        judged.resize(self.criteria.len(), Judged::UNKNOWN);
        for at in self.columns.iter().flat_map(|column| &column.alone) {
            judged[*at] = self.one(*at, row, leaves).0;
        }
        for (at, known) in judged_others {
            judged[*at] = *known;
        }
    }

    /// What these criteria come to.
    fn together<R: Cells + ?Sized>(&self, criteria: &[usize], row: &R, leaves: &mut Leaves) -> Together {
        criteria.iter().fold(Together::default(), |together, at| together.plus(self.one(*at, row, leaves).1))
    }

    /// What one criterion says.
    fn one<R: Cells + ?Sized>(&self, at: usize, row: &R, leaves: &mut Leaves) -> (Judged, Together) {
        let criterion = &self.criteria[at];
        let outcome = self.outcome(criterion, row, leaves);
        let judged = criterion.count(outcome);
        let sum = Sum::of(criterion.need, criterion.share, &judged);
        // An empty cell that counts as not met is not near.
        let gap = if outcome.missing { f32::INFINITY } else { outcome.gap };
        let miss = if sum.failed > 0 { Packed::new(at, gap) } else { Packed::default() };
        (judged, Together { sum, verdicts: Verdicts::one(at, judged.finding()), miss })
    }

    fn outcome<R: Cells + ?Sized>(&self, criterion: &Planned, row: &R, leaves: &mut Leaves) -> Outcome {
        let Leaves { kept, row: numbers, memos, pairs } = leaves;
        criterion.check.outcome(&mut |leaf| {
            let Some(recall) = self.recalls[leaf.number] else { return leaf.judge(row, kept.of(leaf.number)) };
            let one = numbers[recall.first];
            if one == NONE {
                return leaf.judge(row, kept.of(leaf.number));
            }
            // The first cell often says all, whatever the second one is.
            let leaves = self.columns[recall.first].leaves;
            let known = memos[recall.first].known(one, recall.place, leaves);
            if let Some(outcome) = *known.get_or_insert_with(|| leaf.settled(row, kept.of(leaf.number))) {
                return outcome;
            }
            match recall.second.map_or(NONE, |second| numbers[second]) {
                NONE => leaf.judge(row, kept.of(leaf.number)),
                two => pairs[leaf.number].known(joint(u64::from(two), one), || leaf.judge(row, kept.of(leaf.number))),
            }
        })
    }

    /// What is known of a row that cannot be trusted: nothing, so it is in review.
    pub fn distrust(&self, scratch: &mut Scratch) -> Standing {
        scratch.near_miss = None;
        scratch.judged.clear();
        scratch.judged.resize(self.criteria.len(), Judged::UNKNOWN);
        let each = self.criteria.iter().enumerate().map(|(at, criterion)| Together {
            sum: Sum::of(criterion.need, criterion.share, &Judged::UNKNOWN),
            verdicts: Verdicts::one(at, Finding::Unknown),
            miss: Packed::default(),
        });
        let together = each.fold(Together::default(), Together::plus);
        scratch.verdicts = together.verdicts;
        together.sum.standing().untrusted()
    }

    /// What one criterion read in the row just judged, where it is a single test of one cell: much less work than its
    /// account.
    #[must_use]
    pub fn said_again<'a>(&self, criterion: &Planned, row: &'a dyn Cells, scratch: &mut Scratch) -> Option<Said<'a>> {
        match &criterion.check {
            Check::Leaf(leaf) => leaf.said_of_cell(row, scratch.leaves.kept.of(leaf.number)),
            Check::Group(_) => None,
        }
    }

    /// What one criterion read in the row just judged.
    #[must_use]
    pub fn account_again(&self, criterion: &Planned, row: &dyn Cells, scratch: &mut Scratch) -> Account {
        criterion.check.account_again(row, &mut scratch.leaves.kept)
    }

    /// What each criterion read in a row.
    #[must_use]
    pub fn account(&self, row: &dyn Cells) -> Vec<Account> {
        self.criteria.iter().map(|criterion| criterion.check.account(row)).collect()
    }
}

impl Planned {
    /// Whether it depends on one numbered column and nothing else.
    fn is_alone(&self) -> bool {
        matches!(self.depends, Depends::Cell { .. })
    }

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

impl Scratch {
    /// The numbers of the row's cells, by the places of the numbered columns.
    #[must_use]
    pub fn numbers(&self) -> &[u32] {
        &self.leaves.row
    }

    /// Turns to one of the rows that were looked up ([`Plan::look_ahead`]).
    pub fn turn(&mut self, row: usize) {
        let width = self.leaves.row.len();
        self.leaves.row.copy_from_slice(&self.ahead.numbers[row * width..][..width]);
        self.judged_others.clear();
        self.ahead.row = row;
    }

    /// Ready for a row, whose cells are to be numbered.
    fn begin(&mut self, plan: &Plan) {
        let Self { leaves, columns, others, judged_others, .. } = self;
        columns.resize_with(plan.columns.len(), Past::default);
        leaves.memos.resize_with(plan.columns.len(), Memo::default);
        others.resize_with(plan.criteria.len(), Known::default);
        leaves.pairs.resize_with(plan.recalls.len(), Known::default);
        leaves.row.clear();
        leaves.row.resize(plan.columns.len(), NONE);
        judged_others.clear();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plan() -> Plan {
        let yaml = "version: 1\ncriteria:\n  - id: a\n    yes_no: { column: a }\n  - id: ab\n    any_of:\n      of:\n        \
                    - yes_no: { column: b }\n        - all_of: { of: [{ provided: { column: a } }, { provided: { column: c } }] }\n  \
                    - id: c\n    need: asset\n    when_missing: skip\n    level: { column: c, scale: proficiency, at_least: good }\n";
        let criteria = crate::criteria::read("test.yaml", yaml).unwrap_or_else(|problems| panic!("{problems:?}"));
        let column = |name: &str| ["a", "b", "c"].iter().position(|known| *known == name);
        Plan::new(&criteria, Stage::Application, &column, NaiveDate::default())
    }

    proptest! {
        /// A row is judged the same whether its cells have been seen before or not, and as its account says.
        #[test]
        fn what_is_remembered_is_what_is_read(rows in prop::collection::vec(prop::collection::vec("yes|no||x|good|none|basic|.{0,70}", 3), 1..40)) {
            let plan = plan();
            let mut kept = Scratch::default();
            let mut ahead = Scratch::default();
            for (block, all) in rows.chunks(5).zip([true, false].into_iter().cycle()) {
                plan.look_ahead(block, all, &mut ahead);
                for (at, row) in block.iter().enumerate() {
                    ahead.turn(at);
                    plan.judge_required(row, &mut ahead);
                    let standing = plan.judge_rest(row, &mut ahead);
                    prop_assert_eq!(standing, plan.judge_rest(row, &mut ahead));
                    prop_assert_eq!(standing, plan.judge(row, &mut kept));
                    prop_assert_eq!((kept.verdicts, kept.near_miss), (ahead.verdicts, ahead.near_miss));
                    plan.judge_each(row, &mut kept);
                    plan.judge_each(row, &mut ahead);
                    prop_assert_eq!(&kept.judged, &ahead.judged);
                }
            }
            for row in &rows {
                let standing = plan.judge(row, &mut kept);
                let mut fresh = Scratch::default();
                prop_assert_eq!(standing, plan.judge(row, &mut fresh));
                prop_assert_eq!((kept.verdicts, kept.near_miss), (fresh.verdicts, fresh.near_miss));
                plan.judge_each(row, &mut kept);
                plan.judge_each(row, &mut fresh);
                prop_assert_eq!(&kept.judged, &fresh.judged);
                let each = plan.criteria.iter().zip(&kept.judged).map(|(planned, judged)| (planned.need, planned.weight, judged));
                prop_assert_eq!(standing, crate::score::standing(each));
                for (at, judged) in kept.judged.iter().enumerate() {
                    prop_assert_eq!(kept.verdicts.at(at), judged.finding());
                }
                for ((planned, account), judged) in plan.criteria.iter().zip(plan.account(row)).zip(&kept.judged) {
                    prop_assert_eq!(planned.count(account.outcome), *judged);
                }
            }
        }
    }
}
