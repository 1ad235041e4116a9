//! What reads the cells of one test, and what it says of them.

use std::borrow::Cow;

use crate::mentions;
use crate::reading::{Bound, Range, Reading, Why};
use crate::text::grammar::Heard;
use crate::text::grammar::language::ReadLists;

/// A reading with what it rests on.
pub struct Said<'a> {
    /// All that the cells can mean.
    pub reading: Reading,
    /// Why it is as wide as it is, where the cells themselves say so.
    pub doubt: Option<Why>,
    /// Of each cell the part that matters.
    pub parts: Vec<Cow<'a, str>>,
    /// What is meant by that which was understood, where words are left.
    pub understood: Reading,
    /// The words that were not understood.
    pub left: Vec<String>,
}

impl<'a> Said<'a> {
    /// What a reader says that understood all.
    pub fn whole(reading: Reading, doubt: Option<Why>, parts: Vec<Cow<'a, str>>) -> Self {
        Self { reading, doubt, parts, understood: reading, left: Vec::new() }
    }

    /// What a grammar heard in cells.
    pub fn of(heard: Heard, all: &[&'a str]) -> Self {
        let parts = all.iter().map(|cell| Cow::from(*cell)).collect();
        Self { reading: heard.reading(), doubt: None, parts, understood: heard.understood, left: heard.left }
    }
}

/// What one thread keeps of the texts that it read last, for whoever reads them again.
#[derive(Default)]
pub struct Kept {
    /// One for each leaf, since what matters of a text depends on the terms asked for.
    mentions: Vec<mentions::Scratch>,
    listed: ReadLists,
}

impl Kept {
    /// What there is for the leaf with this number.
    pub fn of(&mut self, leaf: usize) -> Lately<'_> {
        if leaf >= self.mentions.len() {
            self.mentions.resize_with(leaf + 1, mentions::Scratch::default);
        }
        Lately { mentions: &mut self.mentions[leaf], listed: &mut self.listed }
    }
}

/// What a reader may know already of the cells that it is given.
pub struct Lately<'a> {
    /// The free text that it read last.
    pub mentions: &'a mut mentions::Scratch,
    /// The lists of languages that were read last.
    pub listed: &'a mut ReadLists,
}

/// One thing in a cell that is in doubt, and what the cell means once that turns out well.
#[derive(Clone, Debug, PartialEq)]
pub struct Hope {
    /// What is in doubt: one or several of [`Why`].
    pub whys: Vec<Why>,
    /// What the cell means then, at least.
    pub range: Range,
}

/// Reads the cells of one test.
pub trait Reader: Send + Sync {
    /// All that the cells can mean. At least one of them is not missing; those that are missing are `None`.
    fn read(&self, cells: &[Option<&str>], lately: Lately<'_>) -> Reading;

    /// The same as far as the bound needs it: what is enough already need not be read on.
    fn read_for(&self, _bound: &Bound, cells: &[Option<&str>], lately: Lately<'_>) -> Reading {
        self.read(cells, lately)
    }

    /// The reading, where the first cell settles it whatever the others say.
    fn settled(&self, _first: Option<&str>) -> Option<Reading> {
        None
    }

    /// What is meant by that which was understood, whatever words are left; nothing where that is no other reading.
    fn understood(&self, _cells: &[Option<&str>]) -> Option<Reading> {
        None
    }

    /// Why the reading is as wide as it is, where the cells themselves say so.
    fn doubt(&self, _cells: &[Option<&str>]) -> Option<Why> {
        None
    }

    /// What in the cells is in doubt, one thing after the other, where they can be asked about.
    fn hopes(&self, _cells: &[Option<&str>]) -> Vec<Hope> {
        Vec::new()
    }

    /// The reading again, with what it rests on: the cells as [`Reader::read`] is given them, and all of them as they
    /// are.
    fn account<'a>(&self, cells: &[Option<&'a str>], all: &[&'a str], lately: Lately<'_>) -> Said<'a> {
        let reading = self.read(cells, lately);
        Said::whole(reading, self.doubt(cells), all.iter().map(|cell| (*cell).into()).collect())
    }

    /// Whether the cell is a word that the criteria file itself writes for this test, and so says something even where
    /// it is one of the words for an empty cell.
    fn names(&self, _cell: &str) -> bool {
        false
    }

    /// Whether the cell is, in a language pack's words, one where nothing is said; what tells that itself need not say so.
    fn is_nothing(&self, _cell: &str) -> bool {
        false
    }

    /// Whether the same cell is likely to come again and is soon read: false for free text, which is judged last.
    fn repeats(&self) -> bool {
        true
    }
}
