//! The cells of a column, numbered as they come: columns of an applicants' file hold the same few answers again and again,
//! and what is known of a cell is found by its number.
//!
//! Where cells do not come again, no more of them are numbered, and soon none is looked for.

use std::hash::{BuildHasher, Hash};

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use crate::kinds::{Cells, Short};

/// Cells longer than this are not likely to come again.
const LONGEST: usize = 1024;
/// No column has more numbers than this, nor for more bytes of text.
pub(super) const MOST: usize = 7_168;
const MOST_BYTES: usize = 4 << 20;
/// Beyond so many, a new cell has a number only where cells came again [`AGAIN`] times as often as there are numbers.
const ENOUGH: usize = 4096;
const AGAIN: usize = 2;
/// So many cells of text show whether such cells come again in a column.
const TRIAL: usize = 16_384;
/// The number of a cell that is not numbered.
pub const NONE: u32 = u32::MAX;

/// The cells of one column, numbered as they come.
#[derive(Default)]
pub struct Numbers {
    short: HashTable<(Short, u32)>,
    /// By their places in the text.
    long: HashTable<(u32, u32, u32)>,
    /// The longer ones, one after the other.
    text: Vec<u8>,
    /// How many have a number.
    count: usize,
    /// How many cells were looked for, and how many of them had no number.
    trial: Trial,
    /// The same for cells of text, which are slower to look for.
    trial_of_text: Trial,
}

/// Whether cells come again in a column, so that it pays to look for them.
#[derive(Default)]
struct Trial {
    looked_for: usize,
    new: usize,
}

impl Numbers {
    /// The number of the cell in this column; [`NONE`] where it is not numbered.
    #[inline]
    pub fn of<R: Cells + ?Sized>(&mut self, row: &R, column: usize) -> u32 {
        let Some(short) = row.short(column) else { return self.of_text(row.cell(column)) };
        self.trial.looked_for += 1;
        let hash = short.hash();
        match self.short.find(hash, |(known, _)| *known == short) {
            Some((_, number)) => *number,
            None => self.of_new(short, hash),
        }
    }

    #[cold]
    fn of_new(&mut self, short: Short, hash: u64) -> u32 {
        let number = self.new_number();
        if number != NONE {
            self.short.insert_unique(hash, (short, number), |(known, _)| known.hash());
        }
        number
    }

    /// The same of a cell that is not short.
    #[inline(never)]
    fn of_text(&mut self, cell: &str) -> u32 {
        let cell = cell.as_bytes();
        // Most cells of text do not come again where three of four did not.
        let Trial { looked_for, new } = self.trial_of_text;
        if cell.len() > LONGEST || looked_for >= TRIAL && new > looked_for / 4 * 3 {
            return NONE;
        }
        self.trial.looked_for += 1;
        self.trial_of_text.looked_for += 1;
        let hashed = hash(cell);
        let at = |start: u32, end: u32| start as usize..end as usize;
        if let Some((.., number)) = self.long.find(hashed, |(start, end, _)| self.text[at(*start, *end)] == *cell) {
            return *number;
        }
        self.trial_of_text.new += 1;
        let number = self.new_number();
        if number != NONE {
            let Self { text, long, .. } = self;
            let end = |text: &[u8]| u32::try_from(text.len()).unwrap_or(NONE);
            let start = end(text);
            text.extend_from_slice(cell);
            long.insert_unique(hashed, (start, end(text), number), |(start, end, _)| hash(&text[at(*start, *end)]));
        }
        number
    }

    /// The number for a new cell; [`NONE`] where new ones are numbered no more.
    #[cold]
    fn new_number(&mut self) -> u32 {
        self.trial.new += 1;
        let again = self.trial.looked_for - self.trial.new;
        if self.count >= MOST || self.text.len() >= MOST_BYTES || self.count >= ENOUGH && again < AGAIN * self.count {
            return NONE;
        }
        self.count += 1;
        u32::try_from(self.count - 1).unwrap_or(NONE)
    }
}

pub(super) fn hash<T: Hash + ?Sized>(what: &T) -> u64 {
    FixedState::with_seed(0).hash_one(what)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Two cells have the same number where they are the same, and only there.
        #[test]
        fn a_number_for_each_cell(cells in prop::collection::vec("[ab\0é]{0,18}", 1..60)) {
            let mut numbers = Numbers::default();
            let of: Vec<u32> = (0..cells.len()).map(|at| numbers.of(&cells, at)).collect();
            for (a, x) in cells.iter().zip(&of) {
                for (b, y) in cells.iter().zip(&of) {
                    prop_assert_eq!(a == b, x == y, "{:?} {:?}", a, b);
                }
            }
        }
    }

    #[test]
    fn text_that_does_not_come_again_is_not_looked_for() {
        let mut numbers = Numbers::default();
        let text = |at: usize| vec![format!("no two letters of motivation are the same: {at}")];
        let short = vec!["yes".to_owned()];
        assert_eq!([text(1), text(2), short.clone(), text(1)].map(|cell| numbers.of(&cell, 0)), [0, 1, 2, 0]);
        (0..TRIAL).for_each(|at| _ = numbers.of(&text(at), 0));
        assert_eq!(numbers.count, ENOUGH);
        let looked_for = numbers.trial_of_text.looked_for;
        assert_eq!((numbers.of(&text(1), 0), numbers.of(&short, 0)), (NONE, 2));
        assert_eq!(numbers.trial_of_text.looked_for, looked_for);
    }

    #[test]
    fn no_more_text_is_kept_than_there_is_room_for() {
        let mut numbers = Numbers::default();
        let most = MOST_BYTES / LONGEST;
        for at in (0..4).flat_map(|_| 0..most + 500) {
            numbers.of(&vec![format!("{at:0LONGEST$}")], 0);
        }
        assert_eq!((numbers.text.len(), numbers.count), (MOST_BYTES, most));
        // More and shorter ones have numbers, since they come again.
        let mut numbers = Numbers::default();
        for at in (0..4).flat_map(|_| 0..ENOUGH + 500) {
            numbers.of(&vec![at.to_string()], 0);
        }
        assert_eq!(numbers.count, ENOUGH + 500);
    }
}
