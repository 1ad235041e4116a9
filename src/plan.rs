//! Criteria bound to one file's header: what is judged, row by row.
//!
//! What a cell is read as depends on the cell alone, and columns of an applicants' file hold the same few answers again
//! and again. So each column's cells are numbered as they come, each leaf of a test remembers its outcome by the
//! numbers of its cells, and a row of known cells is judged without reading any of them again.

use std::iter;
use std::sync::Arc;

use chrono::NaiveDate;
use foldhash::fast::FixedState;
use hashbrown::HashTable;

use crate::criteria::{Criteria, Stage, WhenMissing};
use crate::kinds::{Account, Binder, Cells, Check, Leaf, Outcome};
use crate::score::{Judged, Need, Standing, standing};
use crate::text::mentions;
use crate::verdict::{Credit, Verdict, Verdicts};

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
    /// The numbered columns that it depends on, where it depends on nothing else and they are few.
    depends: Option<Vec<usize>>,
}

/// All that is judged of one file's rows.
pub struct Plan {
    /// The criteria that count, in the file's order.
    pub criteria: Vec<Planned>,
    /// The columns whose cells are numbered, and how many leaves have it as their first.
    columns: Vec<(usize, usize)>,
    /// How each leaf remembers, by its number; not at all where its cells are not likely to come again.
    recalls: Vec<Option<Recall>>,
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
    mentions: mentions::Scratch,
    columns: Vec<Numbers>,
    /// The numbers of the row's cells.
    row: Vec<u32>,
    /// What was said of the cells of each numbered column.
    memos: Vec<Memo>,
    /// What each leaf said of pairs of cells.
    pairs: Vec<Pairs>,
    /// The judgements of the row last judged, one for each criterion.
    pub judged: Vec<Judged>,
    /// The one required criterion that the row last judged does not meet; nothing where it meets all, or fails several.
    pub near_miss: Option<Miss>,
}

/// The one required criterion that is not met.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Miss {
    /// Its place among the criteria that count.
    pub criterion: usize,
    /// How far, as [`Outcome::gap`] says.
    pub gap: f32,
    /// How many other required criteria are open.
    pub open: u32,
}

/// Cells longer than this are not likely to come again.
const LONGEST: usize = 64;
/// A column with more distinct cells than this is not numbered further.
const MOST: usize = 8192;
/// The numbers of so many cells fit one.
const FEW: usize = 4;
/// The number of a cell that is not numbered.
const NONE: u32 = u32::MAX;

impl Plan {
    /// Binds the criteria of `stage` to a header whose columns `column` finds.
    #[must_use]
    pub fn new(criteria: &Criteria, stage: Stage, column: &dyn Fn(&str) -> Option<usize>, as_of: NaiveDate) -> Self {
        let binder = Binder { column, formats: Arc::new(criteria.formats.clone()), as_of, zone: criteria.posting.zone };
        let mut plan = Self { criteria: Vec::new(), columns: Vec::new(), recalls: Vec::new() };
        for criterion in criteria.of_stage(stage) {
            let mut check = criterion.rule.bind(&binder);
            let mut depends = Some(Vec::new());
            check.each_leaf(&mut |leaf| {
                leaf.number = plan.recalls.len();
                let recall = plan.remember(leaf);
                plan.recalls.push(recall);
                match (&mut depends, recall) {
                    (Some(columns), Some(recall)) => columns.extend(iter::once(recall.first).chain(recall.second)),
                    _ => depends = None,
                }
            });
            let depends = depends.and_then(|mut columns| {
                columns.sort_unstable();
                columns.dedup();
                (columns.len() <= FEW).then_some(columns)
            });
            plan.criteria.push(Planned {
                id: criterion.id.clone(),
                need: criterion.need,
                weight: criterion.weight,
                when_missing: criterion.when_missing,
                check,
                depends,
            });
        }
        plan
    }

    fn remember(&mut self, leaf: &Leaf) -> Option<Recall> {
        let bound: Vec<usize> = leaf.slots.iter().filter_map(|slot| slot.index).collect();
        let mut number = |column: usize| {
            self.columns.iter().position(|(known, _)| *known == column).unwrap_or_else(|| {
                self.columns.push((column, 0));
                self.columns.len() - 1
            })
        };
        let (first, second) = match bound[..] {
            [one] if leaf.repeats() => (number(one), None),
            [one, two] if leaf.repeats() => (number(one), Some(number(two))),
            _ => return None,
        };
        let leaves = &mut self.columns[first].1;
        *leaves += 1;
        Some(Recall { first, place: *leaves - 1, second })
    }

    /// Judges a row; the judgements stay in `scratch` until the next one.
    pub fn judge<R: Cells + ?Sized>(&self, row: &R, scratch: &mut Scratch) -> Standing {
        let Scratch { mentions, columns, row: numbers, memos, pairs, judged, near_miss } = scratch;
        columns.resize_with(self.columns.len(), Numbers::default);
        memos.resize_with(self.columns.len(), Memo::default);
        pairs.resize_with(self.recalls.len(), Pairs::default);
        numbers.clear();
        let each = self.columns.iter().zip(columns);
        numbers.extend(each.map(|((column, _), known)| known.number(row.cell(*column))));
        judged.clear();
        *near_miss = None;
        let (mut failed, mut open) = (0, 0);
        for (at, criterion) in self.criteria.iter().enumerate() {
            let outcome = criterion.check.outcome(&mut |leaf| {
                let Some(recall) = self.recalls[leaf.number] else { return leaf.judge(row, mentions) };
                let one = numbers[recall.first];
                if one == NONE {
                    return leaf.judge(row, mentions);
                }
                // The first cell often says all, whatever the second one is.
                let leaves = self.columns[recall.first].1;
                let known = memos[recall.first].known(one, recall.place, leaves);
                if let Some(outcome) = *known.get_or_insert_with(|| leaf.settled(row, mentions)) {
                    return outcome;
                }
                match recall.second.map_or(NONE, |second| numbers[second]) {
                    NONE => leaf.judge(row, mentions),
                    two => pairs[leaf.number].outcome(one, two, || leaf.judge(row, mentions)),
                }
            });
            let counted = criterion.count(outcome);
            if counted.counts && criterion.need == Need::Required {
                match counted.verdict {
                    Verdict::Met => {}
                    Verdict::Unknown => open += 1,
                    Verdict::NotMet => {
                        failed += 1;
                        let gap = if outcome.missing { 1.0 } else { outcome.gap };
                        *near_miss = (failed == 1).then_some(Miss { criterion: at, gap, open: 0 });
                    }
                }
            }
            judged.push(counted);
        }
        if let Some(miss) = near_miss {
            miss.open = open;
        }
        self.standing(judged)
    }

    /// What is known of a row that cannot be trusted: nothing.
    pub fn distrust(&self, scratch: &mut Scratch) -> Standing {
        scratch.near_miss = None;
        scratch.judged.clear();
        scratch.judged.resize(self.criteria.len(), Judged::UNKNOWN);
        self.standing(&scratch.judged)
    }

    /// Puts the verdicts of a row judged before into `scratch`, for a format that shows no more of the criteria than
    /// these. Answers whether they are all there: not where there are too many.
    pub fn recall(&self, verdicts: Verdicts, scratch: &mut Scratch) -> bool {
        scratch.judged.clear();
        let each = (0..self.criteria.len().min(Verdicts::MOST)).map(|at| verdicts.at(at));
        scratch.judged.extend(each.map(|verdict| Judged { verdict, credit: Credit::of(verdict), counts: true }));
        self.criteria.len() <= Verdicts::MOST
    }

    /// A number that the row last judged shares with every other row in which this criterion's cells are the same;
    /// nothing where they are not numbered.
    #[must_use]
    pub fn same(&self, criterion: usize, scratch: &Scratch) -> Option<u64> {
        let columns = self.criteria.get(criterion)?.depends.as_ref()?;
        columns.iter().try_fold(0, |key, column| {
            let number = *scratch.row.get(*column)?;
            (number != NONE).then_some(key * MOST as u64 + u64::from(number))
        })
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

/// The cells of one column, numbered as they come.
#[derive(Default)]
struct Numbers {
    short: HashTable<(Short, u32)>,
    long: HashTable<(Box<str>, u32)>,
}

/// A cell of at most 16 bytes, as three numbers that are compared and hashed faster than text. Most cells are such.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Short {
    start: u64,
    end: u64,
    length: usize,
}

impl Short {
    fn new(cell: &str) -> Option<Self> {
        let bytes = cell.as_bytes();
        let length = bytes.len();
        let (start, end) = match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
            _ if length > 16 => return None,
            (Some(start), Some(end)) => (u64::from_le_bytes(*start), u64::from_le_bytes(*end)),
            _ => match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
                (Some(start), Some(end)) => (u32::from_le_bytes(*start).into(), u32::from_le_bytes(*end).into()),
                _ => (bytes.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)), 0),
            },
        };
        Some(Self { start, end, length })
    }

    #[expect(clippy::cast_possible_truncation, reason = "both halves are used")]
    fn hash(&self) -> u64 {
        const A: u64 = 0x9E37_79B9_7F4A_7C15;
        const B: u64 = 0xC2B2_AE3D_27D4_EB4F;
        let product = u128::from(self.start ^ A).wrapping_mul(u128::from(self.end ^ B ^ (self.length as u64) << 56));
        product as u64 ^ (product >> 64) as u64
    }
}

impl Numbers {
    fn number(&mut self, cell: &str) -> u32 {
        let next = self.short.len() + self.long.len();
        if let Some(short) = Short::new(cell) {
            let hashed = short.hash();
            if let Some((_, number)) = self.short.find(hashed, |(known, _)| *known == short) {
                return *number;
            }
            let Some(number) = Self::free(next) else { return NONE };
            self.short.insert_unique(hashed, (short, number), |(known, _)| known.hash());
            return number;
        }
        if cell.len() > LONGEST {
            return NONE;
        }
        let hash = |cell: &str| std::hash::BuildHasher::hash_one(&FixedState::with_seed(0), cell);
        let hashed = hash(cell);
        if let Some((_, number)) = self.long.find(hashed, |(known, _)| **known == *cell) {
            return *number;
        }
        let Some(number) = Self::free(next) else { return NONE };
        self.long.insert_unique(hashed, (cell.into(), number), |(known, _)| hash(known));
        number
    }

    /// The next number, as long as there are any.
    fn free(next: usize) -> Option<u32> {
        (next < MOST).then(|| u32::try_from(next).ok()).flatten()
    }
}

/// What the leaves that have one column as their first said of its cells: the outcome, or that the second cell has a
/// say. What all of them said of one cell stands side by side, by the cell's number.
#[derive(Default)]
struct Memo(Vec<Option<Option<Outcome>>>);

impl Memo {
    fn known(&mut self, number: u32, place: usize, leaves: usize) -> &mut Option<Option<Outcome>> {
        let number = number as usize;
        let at = number * leaves + place;
        if at >= self.0.len() {
            self.0.resize((number + 1) * leaves, None);
        }
        &mut self.0[at]
    }
}

/// What a leaf said of pairs of cells seen before.
#[derive(Default)]
struct Pairs(HashTable<(u64, Outcome)>);

impl Pairs {
    fn outcome(&mut self, one: u32, two: u32, judge: impl FnOnce() -> Outcome) -> Outcome {
        let key = u64::from(two) << 32 | u64::from(one);
        let hash = |key: &u64| std::hash::BuildHasher::hash_one(&FixedState::with_seed(0), key);
        let hashed = hash(&key);
        if let Some((_, outcome)) = self.0.find(hashed, |(known, _)| *known == key) {
            return *outcome;
        }
        let outcome = judge();
        if self.0.len() < MOST {
            self.0.insert_unique(hashed, (key, outcome), |(known, _)| hash(known));
        }
        outcome
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
        /// Two cells have the same number where they are the same, and only there.
        #[test]
        fn a_number_for_each_cell(cells in prop::collection::vec("[ab\0é]{0,18}", 1..60)) {
            let mut numbers = Numbers::default();
            let of: Vec<u32> = cells.iter().map(|cell| numbers.number(cell)).collect();
            for (a, x) in cells.iter().zip(&of) {
                for (b, y) in cells.iter().zip(&of) {
                    prop_assert_eq!(a == b, x == y, "{:?} {:?}", a, b);
                }
            }
        }

        /// A row is judged the same whether its cells have been seen before or not, and as its account says.
        #[test]
        fn what_is_remembered_is_what_is_read(rows in prop::collection::vec(prop::collection::vec("yes|no||x|good|none|basic|.{0,70}", 3), 1..40)) {
            let plan = plan();
            let mut kept = Scratch::default();
            for row in &rows {
                let standing = plan.judge(row, &mut kept);
                let mut fresh = Scratch::default();
                prop_assert_eq!(standing, plan.judge(row, &mut fresh));
                prop_assert_eq!(&kept.judged, &fresh.judged);
                let verdicts = |scratch: &Scratch| scratch.judged.iter().map(|judged| judged.verdict).collect::<Vec<_>>();
                let mut recalled = Scratch::default();
                prop_assert!(plan.recall(Verdicts::of(verdicts(&kept).into_iter()), &mut recalled));
                prop_assert_eq!(verdicts(&kept), verdicts(&recalled));
                for ((planned, account), judged) in plan.criteria.iter().zip(plan.account(row)).zip(&kept.judged) {
                    prop_assert_eq!(planned.count(account.outcome), *judged);
                }
            }
        }
    }
}
