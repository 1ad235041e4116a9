//! What followed from cells that have been seen before, by their numbers.
//!
//! Nothing here changes an answer: what follows from a cell follows from it each time.

use hashbrown::HashTable;

use super::answer::{Answer, SoFar, Together};
use super::numbers::{MOST, NONE, Numbers, hash};
use super::{Depends, Plan};
use crate::kinds::Kept;
use crate::score::Sum;
use crate::verdict::Finding;

/// How many rows are judged together, at the most.
pub(super) const ROWS: usize = 32;

/// What one thread keeps from row to row, for one plan, and what is known of the rows at hand.
#[derive(Default)]
pub struct Memory {
    /// What is known of the texts read last.
    pub(super) kept: Kept,
    /// The cells of each numbered column.
    pub(super) numbers: Vec<Numbers>,
    /// What the criteria that depend on one column alone said of its cells.
    pub(super) columns: Vec<Sayings>,
    /// What each criterion that depends on a few columns said of their cells.
    pub(super) few: Vec<Few<(Answer, Together)>>,
    pub(super) rows: Vec<AtHand>,
    /// The numbers of the rows' cells, those of one row after the other.
    pub(super) cells: Vec<u32>,
    /// Where in [`Self::columns`] what was said of each of them stands.
    pub(super) places: Vec<u32>,
    /// What the other criteria said of the rows.
    pub(super) others: Vec<Answer>,
}

/// What is known of a row at hand.
#[derive(Clone, Copy)]
pub(super) struct AtHand {
    /// What was judged of it comes to this.
    pub together: Together,
    /// Whether more is to be judged.
    pub wanted: bool,
}

impl Memory {
    /// Ready for so many rows.
    pub(super) fn begin(&mut self, plan: &Plan, rows: usize) {
        let width = plan.columns.len();
        self.numbers.resize_with(width, Numbers::default);
        self.columns.resize_with(width, Sayings::default);
        self.few.resize_with(plan.criteria.len(), Few::default);
        anew(&mut self.rows, rows, AtHand { together: Together::default(), wanted: true });
        anew(&mut self.cells, rows * width, NONE);
        anew(&mut self.places, rows * width, NONE);
        anew(&mut self.others, rows * plan.others.len(), Answer::UNKNOWN);
    }
}

impl AtHand {
    /// Judges no more of it unless it is wanted, with the best that may come of the rest.
    pub(super) fn ask(&mut self, hope: Sum, wants: impl FnOnce(&SoFar) -> bool) {
        self.wanted = self.wanted && wants(&SoFar { together: self.together, hope });
    }
}

/// So many items, all the same.
fn anew<T: Clone>(items: &mut Vec<T>, count: usize, item: T) {
    items.clear();
    items.resize(count, item);
}

/// All that the criteria that depend on one column alone say of its cells. Of many cells they say the same.
#[derive(Default)]
pub(super) struct Sayings {
    /// What they come to together, by place; the first [`ROWS`] places are for what is said of the rows at hand alone.
    together: Vec<Together>,
    /// What each of them says: so many answers at each place.
    each: Vec<Answer>,
    /// Whether that is met, each at the place of its criterion among all: so many numbers at each place
    /// ([`Finding::packed`]).
    findings: Vec<u64>,
    /// The place of what is said of a cell, by its number; 0 where that is not known.
    of: Vec<u32>,
}

impl Sayings {
    /// Where what is said of the cell with this number stands, if it is known.
    #[inline]
    pub(super) fn place(&self, number: u32) -> Option<u32> {
        self.of.get(number as usize).copied().filter(|place| *place > 0)
    }

    #[inline]
    pub(super) fn together(&self, place: u32) -> Together {
        self.together[place as usize]
    }

    /// What each of so many criteria says at a place; nothing where nothing has been said.
    pub(super) fn each(&self, place: u32, count: usize) -> &[Answer] {
        self.each.get(place as usize * count..).and_then(|each| each.get(..count)).unwrap_or_default()
    }

    /// Whether that is met, as far as it is in one of so many numbers; nothing where nothing has been said.
    #[inline]
    pub(super) fn findings(&self, place: u32, number: usize, numbers: usize) -> u64 {
        self.findings.get(place as usize * numbers + number).copied().unwrap_or_default()
    }

    /// Room for what so many criteria say of the row at hand at this place; all criteria are in so many `numbers`.
    pub(super) fn at_hand(&mut self, nth: usize, count: usize, numbers: usize) -> &mut [Answer] {
        if self.together.is_empty() {
            self.together.resize(ROWS, Together::default());
            self.each.resize(ROWS * count, Answer::UNKNOWN);
            self.findings.resize(ROWS * numbers, 0);
        }
        &mut self.each[nth * count..][..count]
    }

    /// Keeps what these criteria said of the row at hand at this place, whose cell has this number; all criteria are in so
    /// many `numbers`. Answers where it stands.
    pub(super) fn keep(
        &mut self,
        nth: usize,
        number: u32,
        (criteria, numbers): (&[usize], usize),
        together: Together,
    ) -> u32 {
        /// So many are searched for the same.
        const FIRST: usize = 64;
        let count = criteria.len();
        let own = nth * count..(nth + 1) * count;
        self.together[nth] = together;
        let findings = nth * numbers..(nth + 1) * numbers;
        self.findings[findings.clone()].fill(0);
        for (at, answer) in criteria.iter().zip(&self.each[own.clone()]) {
            self.findings[findings.start + at / Finding::IN_ONE] |= answer.judged.finding().packed(*at);
        }
        if number == NONE {
            return to_place(nth);
        }
        let same = |place: &usize| {
            self.together[*place] == together && self.each[*place * count..][..count] == self.each[own.clone()]
        };
        let place = (ROWS..self.together.len().min(ROWS + FIRST)).find(same).unwrap_or(self.together.len());
        if place == self.together.len() {
            self.together.push(together);
            self.each.extend_from_within(own);
            self.findings.extend_from_within(findings);
        }
        let number = number as usize;
        self.of.resize(self.of.len().max(number + 1), 0);
        self.of[number] = to_place(place);
        to_place(place)
    }
}

fn to_place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NONE)
}

impl Depends {
    /// One number for a few cells, where they are numbered.
    #[must_use]
    pub fn key(&self, cells: &[u32]) -> Option<u64> {
        /// The numbers of cells, each under [`MOST`], have so many bits.
        const BITS: u32 = MOST.ilog2() + 1;
        let Self::Cells(columns) = self else { return None };
        columns.iter().try_fold(0, |key, column| {
            let number = *cells.get(*column)?;
            (number != NONE).then_some(key << BITS | u64::from(number))
        })
    }
}

/// What is remembered of a few cells together, by one number for them ([`Depends::key`]).
pub struct Few<T>(HashTable<(u64, T)>);

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self(HashTable::new())
    }
}

impl<T: Copy> Few<T> {
    /// What is remembered under this number.
    #[must_use]
    pub fn get(&self, key: u64) -> Option<T> {
        self.0.find(hash(&key), |(known, _)| *known == key).map(|(_, what)| *what)
    }

    /// Remembers something under a number that has nothing yet, unless there is too much.
    pub fn put(&mut self, key: u64, what: T) {
        if self.0.len() < MOST {
            self.0.insert_unique(hash(&key), (key, what), |(known, _)| hash(known));
        }
    }
}
