//! What followed from cells that have been seen before, by their numbers.
//!
//! Nothing here changes an answer: what follows from a cell follows from it each time.

use hashbrown::HashTable;

use super::judge::{Answer, Together};
use super::numbers::{MOST, NONE, Numbers, hash};
use super::{Depends, Plan};
use crate::kinds::Kept;

/// What one thread keeps from row to row, for one plan.
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
    /// The numbers of the row's cells.
    pub(super) cells: Vec<u32>,
    /// Where in [`Self::columns`] what was said of each of them stands.
    pub(super) places: Vec<usize>,
    /// What the other criteria said of the row, with their places.
    pub(super) others: Vec<(usize, Answer)>,
}

impl Memory {
    /// Ready for a row, whose cells are to be numbered.
    pub(super) fn begin(&mut self, plan: &Plan) {
        let width = plan.columns.len();
        self.numbers.resize_with(width, Numbers::default);
        self.columns.resize_with(width, Sayings::default);
        self.few.resize_with(plan.criteria.len(), Few::default);
        self.cells.clear();
        self.cells.resize(width, NONE);
        self.places.clear();
        self.places.resize(width, Sayings::NOWHERE);
        self.others.clear();
    }
}

/// All that the criteria that depend on one column alone say of its cells. Of many cells they say the same.
#[derive(Default)]
pub(super) struct Sayings {
    /// What they come to together, by place.
    together: Vec<Together>,
    /// What each of them says: so many answers at each place.
    each: Vec<Answer>,
    /// The same at a glance, as bytes.
    glances: Vec<u8>,
    /// The place of what is said of a cell, by its number; [`Self::AT_HAND`] where that is not known.
    of: Vec<u32>,
}

impl Sayings {
    /// Where that stands which is said of the cell at hand alone.
    const AT_HAND: usize = 0;
    /// Where nothing stands.
    const NOWHERE: usize = u32::MAX as usize;

    /// Where what is said of the cell with this number stands, if it is known.
    pub fn place(&self, number: u32) -> Option<usize> {
        let place = *self.of.get(number as usize)? as usize;
        (place != Self::AT_HAND).then_some(place)
    }

    pub fn together(&self, place: usize) -> Together {
        self.together[place]
    }

    /// What each of so many criteria says at a place; nothing where nothing has been said.
    pub fn each(&self, place: usize, count: usize) -> &[Answer] {
        self.each.get(place * count..).and_then(|each| each.get(..count)).unwrap_or_default()
    }

    /// The same at a glance, as bytes.
    pub fn glances(&self, place: usize, count: usize) -> &[u8] {
        self.glances.get(place * count..).and_then(|glances| glances.get(..count)).unwrap_or_default()
    }

    /// Room for what so many criteria say of the cell at hand.
    pub fn at_hand(&mut self, count: usize) -> &mut [Answer] {
        if self.together.is_empty() {
            self.together.push(Together::default());
            self.each.resize(count, Answer::UNKNOWN);
            self.glances.resize(count, 0);
        }
        &mut self.each[..count]
    }

    /// Keeps what so many criteria said of the cell at hand, which has this number; answers where it stands.
    pub fn keep(&mut self, number: u32, count: usize, together: Together) -> usize {
        /// So many are searched for the same.
        const FIRST: usize = 64;
        self.together[Self::AT_HAND] = together;
        for (answer, glance) in self.each[..count].iter().zip(&mut self.glances) {
            *glance = answer.judged.glance().to_byte();
        }
        if number == NONE {
            return Self::AT_HAND;
        }
        let at_hand = self.each(Self::AT_HAND, count);
        let same = |place: &usize| self.together[*place] == together && self.each(*place, count) == at_hand;
        let place = (1..self.together.len().min(FIRST)).find(same).unwrap_or(self.together.len());
        if place == self.together.len() {
            self.together.push(together);
            self.each.extend_from_within(..count);
            self.glances.extend_from_within(..count);
        }
        let number = number as usize;
        if number >= self.of.len() {
            self.of.resize(number + 1, 0);
        }
        self.of[number] = u32::try_from(place).unwrap_or_default();
        place
    }
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
