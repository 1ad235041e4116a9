//! A record as cells, and the chunks that records come in.

use super::noted::RowNote;
use super::split::count_lines;
use super::trouble::Trouble;
use crate::fold::{is_invisible, trimmed};
use crate::kinds::{Cells, Short};

/// What it takes to read the rows of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// The byte between cells.
    pub delimiter: u8,
    /// The byte that ends lines, as they are counted.
    pub(super) newline: u8,
    /// The fewest cells a row may have: those up to the last header that has a name.
    pub(super) fewest: usize,
    /// The most cells a row may have, blank ones at its end aside.
    pub(super) most: usize,
    /// Whether the first cell says where the row was and what is wrong with it ([`super::noted`]).
    pub(super) noted: bool,
}

impl Dialect {
    /// The byte that ends lines, as they are counted.
    #[must_use]
    pub const fn line_end(self) -> u8 {
        self.newline
    }

    /// How many ends of lines, as they are counted, there are in a cell.
    #[must_use]
    pub fn line_ends(self, cell: &str) -> u64 {
        count_lines(cell.as_bytes(), self.newline)
    }
}

/// Whole records on their way from a source to its readers. Made once and filled again and again.
#[derive(Debug, Default)]
pub struct Chunk {
    pub(super) bytes: Vec<u8>,
    pub(super) used: usize,
    pub(super) breaks: Vec<usize>,
    /// The line of its first byte.
    pub line: u64,
    /// The row of its first byte, as [`Row::number`] counts.
    pub(super) row: u64,
}

impl Chunk {
    /// The records, as UTF-8 text unless something in them is not text.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.used).unwrap_or_default()
    }
}

/// One record as cells.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The line it begins on; of a spreadsheet, its row.
    pub line: u64,
    /// Its row as a spreadsheet counts them: the header is the first, and line ends within cells do not count.
    pub number: u64,
    /// Where it begins in its chunk.
    pub start: usize,
    /// Where it ends there, its line end aside.
    pub end: usize,
    /// What is wrong with it.
    pub trouble: Option<Trouble>,
    pub(super) text: &'a str,
    /// Where each cell is in the text.
    pub(super) cells: &'a [CellSpan],
}

/// The first byte of a cell, and the one after its last.
pub(super) type CellSpan = (u32, u32);

impl<'a> Row<'a> {
    /// How many cells it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether it has no cells; no row that comes out of a file is like that.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The cell in this column, empty past the row's end.
    #[must_use]
    pub fn get(&self, index: usize) -> &'a str {
        let Some(&(start, end)) = self.cells.get(index) else { return "" };
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The cell in this column where it surely belongs there, else nothing; without the space around it.
    #[must_use]
    pub fn sure(&self, column: usize) -> &'a str {
        let sure = self.trouble.is_none_or(|trouble| trouble.spares(column));
        if sure { trimmed(self.get(column)) } else { "" }
    }

    /// Its cells, in order.
    pub fn cells(self) -> impl Iterator<Item = &'a str> {
        (0..self.len()).map(move |index| self.get(index))
    }

    /// The same as its first cell says, and without it.
    pub(super) fn as_noted(self) -> Self {
        let note = RowNote::read(self.get(0));
        let row = Self { cells: self.cells.get(1..).unwrap_or_default(), ..self };
        note.map_or(row, |RowNote { line, number, trouble }| Self { line, number, trouble, ..row })
    }

    /// Whether it holds nothing and is left out.
    pub(super) fn is_left_out(&self, dialect: Dialect) -> bool {
        // What is wrong with a row that was noted down is all there is to know of it.
        self.is_blank() && !(dialect.noted && self.trouble.is_some())
    }

    fn is_blank(&self) -> bool {
        // Most rows begin with a name or a number, and that settles it.
        !self.get(0).as_bytes().first().is_some_and(u8::is_ascii_graphic) && self.cells().all(is_blank)
    }
}

impl Cells for Row<'_> {
    fn cell(&self, index: usize) -> &str {
        self.get(index)
    }

    #[inline]
    fn short(&self, index: usize) -> Option<Short> {
        let Some(&(start, end)) = self.cells.get(index) else { return Short::new("") };
        // Without a look at each byte, where enough of the record follows.
        match self.text.as_bytes().get(start as usize..).and_then(<[u8]>::first_chunk) {
            Some(bytes) => Short::start_of(*bytes, (end - start) as usize),
            None => Short::new(self.get(index)),
        }
    }
}

/// Whether there is nothing to see in a cell.
pub(super) fn is_blank(cell: &str) -> bool {
    cell.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c))
}

/// What is wrong with the number of cells.
pub(super) fn width(row: &Row<'_>, dialect: Dialect) -> Option<Trouble> {
    if row.len() < dialect.fewest {
        return Some(Trouble::TooFewCells { found: row.len(), expected: dialect.fewest });
    }
    if row.len() > dialect.most {
        let found = (dialect.most..row.len()).rev().find(|index| !is_blank(row.get(*index)))? + 1;
        return Some(Trouble::TooManyCells { found, expected: dialect.most });
    }
    None
}
