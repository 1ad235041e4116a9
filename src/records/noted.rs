//! Rows written here to be read here: each begins with a cell of its own that says where the row was and what is wrong
//! with it, since neither can be seen from the text that it is written as.

use std::fs::File;
use std::io::{self, BufWriter, Seek as _, Write as _};

use super::split::LONGEST;
use super::trouble::Trouble;

/// What stands between the cells of such rows.
pub(super) const DELIMITER: u8 = b',';

/// What ends a line within a cell where nothing does: a byte that no text has.
pub(super) const NO_LINE_END: u8 = 0xff;

/// Where a row was, and what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowNote {
    /// The line that it began on.
    pub line: u64,
    /// Its row, as [`super::Row::number`] counts.
    pub number: u64,
    /// What is wrong with it.
    pub trouble: Option<Trouble>,
}

impl RowNote {
    /// What [`NotedRows::put`] wrote as the first cell.
    pub(super) fn read(cell: &str) -> Option<Self> {
        let mut numbers = cell.split(' ').map(str::parse::<u64>);
        let mut next = || numbers.next()?.ok();
        let (line, number) = (next()?, next()?);
        let trouble = match next() {
            None => None,
            Some(kind) => Some(Trouble::from_numbers([kind, next()?, next()?])?),
        };
        Some(Self { line, number, trouble })
    }

    fn write(self, out: &mut impl io::Write) -> io::Result<()> {
        write!(out, "{} {}", self.line, self.number)?;
        let Some(trouble) = self.trouble else { return Ok(()) };
        trouble.numbers().iter().try_for_each(|number| write!(out, " {number}"))
    }
}

/// Such rows, put into a temporary file.
pub struct NotedRows {
    out: BufWriter<File>,
    /// The cells of the row at hand.
    cells: Vec<u8>,
}

impl NotedRows {
    /// None so far.
    ///
    /// # Errors
    /// A temporary file cannot be made.
    pub fn new() -> io::Result<Self> {
        Ok(Self { out: BufWriter::with_capacity(1 << 18, tempfile::tempfile()?), cells: Vec::new() })
    }

    /// Adds a row. One that takes more than a row may is cut there, and said to be.
    ///
    /// # Errors
    /// The temporary file cannot be written.
    pub fn put<'a>(&mut self, note: RowNote, cells: impl Iterator<Item = &'a str>) -> io::Result<()> {
        /// The first cell, and the line end.
        const ROOM: usize = 128;
        self.cells.clear();
        let mut note = note;
        for (at, cell) in cells.enumerate() {
            let before = self.cells.len();
            self.cells.push(DELIMITER);
            push(cell, &mut self.cells);
            if self.cells.len() > LONGEST - ROOM {
                self.cells.truncate(before);
                note.trouble = Some(Trouble::TooLong { before: at });
                break;
            }
        }
        if self.cells.is_empty() {
            self.cells.push(DELIMITER);
        }
        note.write(&mut self.out)?;
        self.out.write_all(&self.cells)?;
        self.out.write_all(b"\n")
    }

    /// All of them, to be read from their start.
    ///
    /// # Errors
    /// The temporary file cannot be written.
    pub fn finish(self) -> io::Result<File> {
        let mut file = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.rewind()?;
        Ok(file)
    }
}

fn push(cell: &str, out: &mut Vec<u8>) {
    let bytes = cell.as_bytes();
    if memchr::memchr3(b'"', b'\n', b'\r', bytes).is_none() && memchr::memchr(DELIMITER, bytes).is_none() {
        out.extend_from_slice(bytes);
        return;
    }
    out.push(b'"');
    for (at, part) in cell.split('"').enumerate() {
        if at > 0 {
            out.extend_from_slice(b"\"\"");
        }
        out.extend_from_slice(part.as_bytes());
    }
    out.push(b'"');
}
