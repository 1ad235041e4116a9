//! A test as run: reads cells, judges, and gives account of what it read.

use std::borrow::Cow;
use std::sync::Arc;

use super::Cells;
use super::gap::gap;
use super::how::How;
use super::reader::{Hope, Kept, Lately, Reader, Said};
use super::unit::{Count, Noun, Unit};
use crate::catalogue::{Text, explain as told, kinds as words};
use crate::formats::Formats;
use crate::reading::{Bound, Reading, Why};
use crate::verdict::{Credit, Verdict};

/// Where a cell is in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundColumn {
    /// The column's number; none where the file does not have the column.
    pub index: Option<usize>,
    /// The column's name in the criteria file.
    pub name: Arc<str>,
}

/// One thing measured against a bound.
pub struct Leaf {
    /// The cells it reads.
    pub slots: Vec<BoundColumn>,
    /// What is asked.
    pub bound: Bound,
    /// What is measured.
    pub unit: Unit,
    /// Of what, beyond the cells and the unit: which language, degrees in which fields. Empty where that says all.
    pub subject: Arc<str>,
    /// What is asked, as a phrase.
    pub requirement: Arc<Text>,
    /// What reads it.
    pub reader: Box<dyn Reader>,
    /// What counts as an empty cell.
    pub formats: Arc<Formats>,
    /// Its number among the leaves of a plan.
    pub number: usize,
    /// Whether what was understood decides although words are left, in the candidate's favour alone.
    pub lenient: bool,
}

/// Tests that are met, of those within.
static TESTS: Noun = Noun {
    asked: |of, size| words::of_tests(of.unwrap_or_default(), size),
    read: |lang, of, (_, number)| told::tests(lang, of.unwrap_or_default(), number).to_string(),
    none: None,
    ask: |lang, columns| told::ask_terms(lang, columns).to_string(),
    shown: false,
};

/// How many of so many tests.
#[must_use]
pub const fn of_tests(total: usize) -> Unit {
    Unit::Count(Count { of: Some(total), noun: &TESTS })
}

/// Tests that make one test together.
pub struct TestGroup {
    /// How they come together.
    pub how: How,
    /// For [`How::Some`]: how many must be met, and how many earn full credit.
    pub bound: Bound,
    /// What is asked, as a phrase.
    pub requirement: Arc<Text>,
    /// The tests; never empty.
    pub tests: Vec<Check>,
}

/// A test as run. It cannot fail.
pub enum Check {
    /// One thing measured.
    Leaf(Leaf),
    /// Several tests.
    Group(TestGroup),
}

/// What a test says of one candidate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// Met, not met or unknown.
    pub verdict: Verdict,
    /// The credit that goes with it.
    pub credit: Credit,
    /// Whether every cell that it reads is missing, and the file has all the columns: one that it does not have might
    /// have said something.
    pub missing: bool,
    /// Where it is not met: how near the cells come to what is asked, from 0 to 1; infinite where they are not near. Orders
    /// near misses and decides nothing.
    pub gap: f32,
}

impl Outcome {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { verdict: Verdict::Unknown, credit: Credit::UNKNOWN, missing: false, gap: 0.0 };
}

/// What a test says of one candidate, with what it rests on.
#[derive(Clone, Debug)]
pub struct TestAccount {
    /// The verdict and the credit.
    pub outcome: Outcome,
    /// What is asked, as a phrase.
    pub requirement: Arc<Text>,
    /// The bound that the reading was held against.
    pub bound: Bound,
    /// What was read.
    pub reading: Reading,
    /// What is meant by that which was understood, where words are left.
    pub understood: Reading,
    /// What was read, if words that are left count against the candidate as they do elsewhere: another reading where what
    /// was understood decides in spite of them.
    pub strict: Reading,
    /// Whether what was understood may decide in spite of them.
    pub lenient: bool,
    /// The words of the cells that were not understood. A candidate's own: hostile until escaped.
    pub left: Vec<String>,
    /// What the reading measures.
    pub unit: Unit,
    /// Of what, as [`Leaf::subject`] says.
    pub subject: Arc<str>,
    /// Why the reading is as wide as it is.
    pub doubt: Option<Why>,
    /// What in the cells is in doubt, where that can be asked about.
    pub hopes: Vec<Hope>,
    /// The cells: their column, whether the file has it, and their text or the part of it that matters.
    pub evidence: Vec<Evidence>,
    /// How the parts come together; none for a single test.
    pub how: Option<How>,
    /// The tests within.
    pub parts: Vec<TestAccount>,
}

impl TestAccount {
    /// Whether it has no threshold: what was read earns points, and nothing says what is enough.
    #[must_use]
    pub fn earns_only(&self) -> bool {
        match self.how {
            None => self.bound.earns_only(),
            Some(how) => how.earns_only(|| self.parts.iter().any(Self::earns_only)),
        }
    }
}

/// A cell that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The column's name in the criteria file.
    pub column: Arc<str>,
    /// Whether the file has that column.
    pub bound: bool,
    /// The cell's text, or the part of it that matters.
    pub text: String,
}

impl Leaf {
    fn outcome(&self, reading: Reading) -> Outcome {
        let verdict = self.bound.verdict(reading);
        Outcome {
            verdict,
            credit: self.bound.credit(reading),
            missing: reading == Reading::MISSING,
            gap: if verdict == Verdict::NotMet { gap(&self.unit, self.bound, reading) } else { 0.0 },
        }
    }

    /// What is read where no cell says anything.
    fn nothing(&self) -> Reading {
        if self.slots.iter().all(|slot| slot.index.is_some()) { Reading::MISSING } else { Reading::ABSENT }
    }

    fn cell<'a, R: Cells + ?Sized>(&self, slot: &BoundColumn, row: &'a R) -> Option<&'a str> {
        let cell = row.cell(slot.index?);
        let says = if self.formats.is_missing(cell) { self.reader.names(cell) } else { !self.reader.is_nothing(cell) };
        says.then_some(cell)
    }

    /// What the row's cells say.
    #[must_use]
    pub fn judge<R: Cells + ?Sized>(&self, row: &R, lately: Lately<'_>) -> Outcome {
        let cell = |slot: &BoundColumn| self.cell(slot, row);
        let outcome = |cells: &[Option<&str>]| {
            let missing = cells.iter().all(Option::is_none);
            if missing {
                return self.outcome(self.nothing());
            }
            let reading = self.reader.read_for(&self.bound, cells, lately);
            self.outcome(self.lenient(reading, || self.reader.understood(cells)))
        };
        match self.slots.as_slice() {
            // The usual cases without allocation.
            [one] => outcome(&[cell(one)]),
            [one, two] => outcome(&[cell(one), cell(two)]),
            slots => outcome(&slots.iter().map(cell).collect::<Vec<_>>()),
        }
    }

    /// The reading that decides: where words are left, what was understood if that is asked for and meets the bound.
    fn lenient(&self, reading: Reading, understood: impl FnOnce() -> Option<Reading>) -> Reading {
        if !self.lenient || self.bound.verdict(reading) != Verdict::Unknown {
            return reading;
        }
        understood().filter(|understood| self.bound.verdict(*understood) == Verdict::Met).unwrap_or(reading)
    }

    /// Whether the same cells are likely to come again, as [`Reader::repeats`] says.
    #[must_use]
    pub fn repeats(&self) -> bool {
        self.reader.repeats()
    }

    fn said<'a>(&self, cells: &[Option<&'a str>], all: &[&'a str], lately: Lately<'_>) -> Said<'a> {
        if cells.iter().any(Option::is_some) {
            return self.reader.account(cells, all, lately);
        }
        Said::whole(self.nothing(), None, all.iter().map(|cell| Cow::from(*cell)).collect())
    }

    /// What the one cell that it reads says, and the part of it that matters; nothing where it reads several.
    #[must_use]
    pub fn said_of_cell<'a>(&self, row: &'a dyn Cells, lately: Lately<'_>) -> Option<Said<'a>> {
        let [slot] = self.slots.as_slice() else { return None };
        Some(self.said(&[self.cell(slot, row)], &[text(slot, row)], lately))
    }

    fn account<'a>(&self, row: &'a dyn Cells, lately: Lately<'_>) -> TestAccount {
        let tell = |cells: &[Option<&'a str>], all: &[&'a str]| {
            let said = self.said(cells, all, lately);
            let (strict, understood) = (said.reading, said.understood);
            let said = Said { reading: self.lenient(strict, || Some(understood)), ..said };
            let hopes = if said.doubt.is_some() { self.reader.hopes(cells) } else { Vec::new() };
            (said, strict, hopes)
        };
        let (said, strict, hopes) = match self.slots.as_slice() {
            // The usual case without allocation.
            [one] => tell(&[self.cell(one, row)], &[text(one, row)]),
            slots => {
                let each = slots.iter().map(|slot| (self.cell(slot, row), text(slot, row)));
                let (cells, all): (Vec<_>, Vec<_>) = each.unzip();
                tell(&cells, &all)
            }
        };
        let parts = self.slots.iter().zip(said.parts);
        let outcome = self.outcome(said.reading);
        // A column that the file does not have may be why it is open.
        let first = self.slots.first().and_then(|slot| self.cell(slot, row));
        let absent = (outcome.verdict == Verdict::Unknown && self.slots.iter().any(|slot| slot.index.is_none()))
            .then_some(Why::Absent)
            .filter(|_| self.reader.settled(first).is_none());
        TestAccount {
            outcome,
            requirement: Arc::clone(&self.requirement),
            bound: self.bound,
            reading: said.reading,
            understood: said.understood,
            strict,
            lenient: self.lenient,
            left: said.left,
            unit: self.unit.clone(),
            subject: Arc::clone(&self.subject),
            hopes,
            doubt: match said.reading {
                Reading::Unknown(why) => Some(why),
                _ => absent.or(said.doubt),
            },
            evidence: parts
                .map(|(slot, text)| Evidence {
                    column: Arc::clone(&slot.name),
                    bound: slot.index.is_some(),
                    text: text.into_owned(),
                })
                .collect(),
            how: None,
            parts: Vec::new(),
        }
    }
}

/// The cell as it is, empty where the file does not have it.
fn text<'a>(slot: &BoundColumn, row: &'a dyn Cells) -> &'a str {
    slot.index.map_or("", |index| row.cell(index))
}

impl TestGroup {
    fn outcome(&self, parts: impl Iterator<Item = Outcome>) -> (Reading, Outcome) {
        self.how.together(&self.bound, parts)
    }
}

impl How {
    /// What several outcomes say together, and how many of them are met, at least and at most: the reading that
    /// [`How::Some`] holds against `bound`.
    #[must_use]
    pub fn together(self, bound: &Bound, parts: impl Iterator<Item = Outcome>) -> (Reading, Outcome) {
        let (mut any, mut all) = (Verdict::NotMet, Verdict::Met);
        let (mut largest, mut sum) = (Credit::NONE, Credit::NONE);
        let (mut met, mut possible, mut count) = (0u32, 0u32, 0u32);
        let mut missing = true;
        let (mut nearest, mut failed) = (f32::INFINITY, 0u32);
        for part in parts {
            any = any.or(part.verdict);
            all = all.and(part.verdict);
            largest.low = largest.low.max(part.credit.low);
            largest.high = largest.high.max(part.credit.high);
            sum.low += part.credit.low;
            sum.high += part.credit.high;
            met += u32::from(part.verdict == Verdict::Met);
            possible += u32::from(part.verdict != Verdict::NotMet);
            count += 1;
            missing &= part.missing;
            if part.verdict == Verdict::NotMet {
                nearest = nearest.min(part.gap);
                failed += 1;
            }
        }
        let reading = Reading::between(f64::from(met), f64::from(possible));
        let count = f64::from(count.max(1));
        let (verdict, credit) = match self {
            How::Some => (bound.verdict(reading), bound.credit(reading)),
            How::Any => (any, largest),
            How::All => (all, Credit { low: sum.low / count, high: sum.high / count }),
        };
        let gap = if verdict == Verdict::NotMet { self.gap(bound, possible, failed, nearest) } else { 0.0 };
        (reading, Outcome { verdict, credit, missing, gap })
    }
}

impl Check {
    /// What is asked, as a phrase.
    #[must_use]
    pub fn requirement(&self) -> &Text {
        match self {
            Self::Leaf(leaf) => &leaf.requirement,
            Self::Group(group) => &group.requirement,
        }
    }

    /// The cells that are read in a unit.
    #[must_use]
    pub fn read_in(&self, unit: fn(&Unit) -> bool) -> Vec<BoundColumn> {
        match self {
            Self::Leaf(leaf) if unit(&leaf.unit) => leaf.slots.clone(),
            Self::Leaf(_) => Vec::new(),
            Self::Group(group) => group.tests.iter().flat_map(|test| test.read_in(unit)).collect(),
        }
    }

    /// Its leaves, in order, those of the tests within included.
    pub fn each_leaf(&mut self, each: &mut dyn FnMut(&mut Leaf)) {
        match self {
            Self::Leaf(leaf) => each(leaf),
            Self::Group(group) => group.tests.iter_mut().for_each(|test| test.each_leaf(each)),
        }
    }

    /// Each text of a cell that an account of this test shows: what it rests on and the words that are left, with the
    /// columns that they may be from.
    pub fn each_text(&self, account: &mut TestAccount, each: &mut dyn FnMut(Option<usize>, &mut String)) {
        match self {
            Self::Leaf(leaf) => {
                let evidence = leaf.slots.iter().zip(&mut account.evidence);
                evidence.for_each(|(slot, evidence)| each(slot.index, &mut evidence.text));
                for words in &mut account.left {
                    leaf.slots.iter().for_each(|slot| each(slot.index, words));
                }
                account.left.retain(|words| !words.trim().is_empty());
            }
            Self::Group(group) => {
                let parts = group.tests.iter().zip(&mut account.parts);
                parts.for_each(|(test, part)| test.each_text(part, each));
            }
        }
    }

    /// What the test says, given what each of its leaves says.
    #[must_use]
    pub fn outcome(&self, of: &mut impl FnMut(&Leaf) -> Outcome) -> Outcome {
        match self {
            Self::Leaf(leaf) => of(leaf),
            Self::Group(group) => group.outcome(group.tests.iter().map(|test| test.outcome(of))).1,
        }
    }

    /// The same, with what it rests on.
    #[must_use]
    pub fn account(&self, row: &dyn Cells) -> TestAccount {
        self.account_again(row, &mut Kept::default())
    }

    /// The same of a row that was judged before.
    #[must_use]
    pub fn account_again(&self, row: &dyn Cells, kept: &mut Kept) -> TestAccount {
        match self {
            Self::Leaf(leaf) => leaf.account(row, kept.of(leaf.number)),
            Self::Group(group) => {
                let parts: Vec<TestAccount> = group.tests.iter().map(|test| test.account_again(row, kept)).collect();
                let (reading, outcome) = group.outcome(parts.iter().map(|part| part.outcome));
                TestAccount {
                    outcome,
                    requirement: Arc::clone(&group.requirement),
                    bound: group.bound,
                    reading,
                    understood: reading,
                    strict: reading,
                    lenient: false,
                    left: Vec::new(),
                    unit: of_tests(parts.len()),
                    subject: Arc::default(),
                    doubt: None,
                    hopes: Vec::new(),
                    evidence: Vec::new(),
                    how: Some(group.how),
                    parts,
                }
            }
        }
    }
}
