//! Records read without the csv crate's parser, from mark to mark.

use std::ops::Range;

use super::marks::Marks;
use super::row::{CellSpan, Dialect};

/// A record read without the parser.
pub(super) struct Plain {
    pub(super) line: u64,
    pub(super) row: u64,
    /// Where it is in the text.
    pub(super) from: usize,
    pub(super) to: usize,
    /// How many bytes were read, its line end among them.
    pub(super) read: usize,
    /// The line ends within its cells.
    pub(super) breaks: u64,
    /// Where it was written anew, where quotes within quotes were taken out.
    pub(super) rewritten: Option<Range<usize>>,
    /// Where its cells are in the block's.
    pub(super) cells: Range<usize>,
}

/// Records that are given out together.
#[derive(Default)]
pub(super) struct PlainBlock {
    pub(super) records: Vec<Plain>,
    /// Their cells, one after the other.
    pub(super) cells: Vec<CellSpan>,
    /// The text of those that are not as they stand in the file.
    pub(super) rewritten: String,
}

impl PlainBlock {
    /// Reads the record that begins `from` here, on this line and row, and where its cells are; nothing where something
    /// stands behind a closing quote, or none closes: then the csv crate's own parser is to be asked. The two agree on
    /// every record that both read.
    #[inline]
    pub(super) fn read<'t>(
        &mut self,
        marks: &mut Marks<'t>,
        text: &'t str,
        from: usize,
        dialect: Dialect,
        (line, row): (u64, u64),
    ) -> Option<Plain> {
        let Self { cells, rewritten, .. } = self;
        let (first_cell, first_byte) = (cells.len(), rewritten.len());
        let at = from;
        let mut walk =
            Walk { text, dialect, marks: *marks, from, at, breaks: 0, removed: 0, written: from, cells, rewritten };
        let to = walk.reach_the_end()?;
        *marks = walk.marks;
        let Walk { at, breaks, removed, written, .. } = walk;
        if removed > 0 {
            rewritten.push_str(&text[written..to]);
        }
        let rewritten = (removed > 0).then_some(first_byte..rewritten.len());
        Some(Plain { line, row, from, to, read: at - from, breaks, rewritten, cells: first_cell..cells.len() })
    }

    pub(super) fn clear(&mut self) {
        self.records.clear();
        self.cells.clear();
        self.rewritten.clear();
    }
}

/// A record on its way from mark to mark.
struct Walk<'t, 'b> {
    text: &'t str,
    dialect: Dialect,
    marks: Marks<'t>,
    /// The first byte of the record.
    from: usize,
    /// Where it has come to.
    at: usize,
    /// The line ends within its cells.
    breaks: u64,
    /// How many bytes have been taken out of the record, and up to where the rest of it has been written anew.
    removed: usize,
    written: usize,
    cells: &'b mut Vec<CellSpan>,
    rewritten: &'b mut String,
}

impl Walk<'_, '_> {
    /// Goes over all cells and the line end; answers with where the last cell ends.
    #[inline]
    fn reach_the_end(&mut self) -> Option<usize> {
        let bytes = self.text.as_bytes();
        loop {
            if bytes.get(self.at) == Some(&b'"') {
                self.quoted()?
            } else {
                self.bare()
            }
            let end = self.at;
            match bytes.get(end) {
                Some(byte) if *byte == self.dialect.delimiter => {
                    self.at += 1;
                    continue;
                }
                None => {}
                Some(b'\n') => self.at += 1,
                Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => {
                    self.marks.take();
                    self.at += 2;
                }
                Some(b'\r') => self.at += 1,
                Some(_) => return None,
            }
            return Some(end);
        }
    }

    /// Goes over a cell in quotes and takes the mark behind it; nothing where no quote closes it.
    #[inline]
    fn quoted(&mut self) -> Option<()> {
        let bytes = self.text.as_bytes();
        self.marks.take();
        let start = self.at + 1 - self.removed;
        let close = loop {
            let at = self.marks.take()?;
            match bytes[at] {
                b'"' if bytes.get(at + 1) != Some(&b'"') => break at,
                b'"' => {
                    self.marks.take();
                    self.rewritten.push_str(&self.text[self.written..=at]);
                    self.removed += 1;
                    self.written = at + 2;
                }
                byte => self.breaks += u64::from(byte == self.dialect.newline),
            }
        };
        self.cell(start, close - self.removed);
        self.marks.take();
        self.at = close + 1;
        Some(())
    }

    /// Goes over a cell without quotes and takes the mark behind it.
    #[inline]
    fn bare(&mut self) {
        let bytes = self.text.as_bytes();
        let start = self.at - self.removed;
        self.at = loop {
            match self.marks.take() {
                None => break bytes.len(),
                Some(mark) if bytes[mark] == b'"' => {}
                Some(mark) => break mark,
            }
        };
        self.cell(start, self.at - self.removed);
    }

    #[inline]
    fn cell(&mut self, start: usize, end: usize) {
        let from = self.from;
        #[expect(clippy::cast_possible_truncation, reason = "the text is shorter than LONGEST")]
        let place = |at: usize| (at - from) as u32;
        self.cells.push((place(start), place(end)));
    }
}
