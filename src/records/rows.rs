//! Rows: the records of a chunk as cells, each with what is wrong with it.

use std::ops::Range;

use csv_core::{ReadRecordResult, ReaderBuilder};

use super::marks::Marks;
use super::noted::Note;
use super::split::{BOM, LONGEST, count_lines, unclosed};
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
    pub(super) cells: &'a [Cell],
}

/// The first byte of a cell, and the one after its last.
pub(super) type Cell = (u32, u32);

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
    fn as_noted(self) -> Self {
        let note = Note::read(self.get(0));
        let row = Self { cells: self.cells.get(1..).unwrap_or_default(), ..self };
        note.map_or(row, |Note { line, number, trouble }| Self { line, number, trouble, ..row })
    }

    /// Whether it holds nothing and is left out.
    fn is_left_out(&self, dialect: Dialect) -> bool {
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

/// Reads the rows of chunks; one for each thread. What it needs it keeps from row to row.
pub struct RowReader {
    dialect: Dialect,
    parser: csv_core::Reader,
    output: Vec<u8>,
    ends: Vec<usize>,
    /// The records that are to be given out next, their cells one after the other.
    block: Vec<Plain>,
    cells: Vec<Cell>,
    /// The text of those that are not as they stand in the file.
    rewritten: String,
    blank_rows: u64,
}

/// How many rows are given out together, at the most.
const BLOCK: usize = 32;

/// Where the reading of a chunk has come to.
struct At {
    /// The first byte of the part at hand.
    part: usize,
    line: u64,
    row: u64,
}

/// A record read without the parser.
struct Plain {
    line: u64,
    row: u64,
    /// Where it is in the text.
    from: usize,
    to: usize,
    /// How many bytes were read, its line end among them.
    read: usize,
    /// The line ends within its cells.
    breaks: u64,
    /// Where it was written anew, where quotes within quotes were taken out.
    rewritten: Option<Range<usize>>,
    /// Where its cells are in the block's.
    cells: Range<usize>,
}

impl RowReader {
    /// A reader for a source's dialect.
    #[must_use]
    pub fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            parser: ReaderBuilder::new().delimiter(dialect.delimiter).build(),
            output: vec![0; 4096],
            ends: vec![0; dialect.fewest.clamp(64, 1 << 16) + 1],
            block: Vec::with_capacity(BLOCK),
            cells: Vec::new(),
            rewritten: String::new(),
            blank_rows: 0,
        }
    }

    /// How many rows had nothing in any cell and were left out. Empty lines do not count.
    #[must_use]
    pub const fn blank_rows(&self) -> u64 {
        self.blank_rows
    }

    /// Gives out the rows of a chunk, in order. Rows with nothing in any cell are left out.
    pub fn rows(&mut self, chunk: &Chunk, mut each: impl FnMut(Row<'_>)) {
        self.blocks(chunk, |rows| rows.iter().for_each(|row| each(*row)));
    }

    /// The same, several rows at a time.
    pub fn blocks(&mut self, chunk: &Chunk, mut each: impl FnMut(&[Row<'_>])) {
        let bytes = chunk.bytes();
        let text = simdutf8::basic::from_utf8(bytes).ok();
        let mut at = At { part: 0, line: chunk.line, row: chunk.row };
        let mut from = 0;
        for &to in &chunk.breaks {
            self.part(bytes.get(from..to).unwrap_or_default(), None, true, &mut at, &mut each);
            from = to;
        }
        let text = text.and_then(|text| text.get(from..));
        self.part(bytes.get(from..).unwrap_or_default(), text, false, &mut at, &mut each);
    }

    /// Reads records that stand one after the other, and are `text` if they are that. Where they are `broken` off, the
    /// last one is cut short.
    fn part(&mut self, bytes: &[u8], text: Option<&str>, broken: bool, at: &mut At, each: &mut impl FnMut(&[Row<'_>])) {
        let newline = self.dialect.newline;
        let text = self.plainly(text);
        let mut marks = Marks::new(text.map_or(b"", str::as_bytes), self.dialect.delimiter);
        self.parser.reset();
        // The line end after a quote that is never closed is no part of the cell.
        let body = if broken { trim_line_end(bytes) } else { bytes };
        let mut from = 0;
        while from < body.len() {
            let rest = &body[from..];
            if let [byte @ (b'\r' | b'\n'), ..] = rest {
                let ends = u64::from(*byte == newline);
                (at.line, at.row) = (at.line + ends, at.row + ends);
                from += 1;
                marks.take();
                continue;
            }
            if rest.starts_with(BOM) {
                from += BOM.len();
                continue;
            }
            if let Some(text) = text
                && let Some(plain) = self.plain(&mut marks, text, from, (at.line, at.row))
            {
                // A line end of its own, and those within quotes.
                let ends = u64::from(bytes[plain.to..plain.from + plain.read].contains(&newline));
                (at.line, at.row) = (at.line + ends + plain.breaks, at.row + ends);
                from += plain.read;
                self.block.push(plain);
                if self.block.len() == BLOCK {
                    self.give_out(text, at.part, each);
                }
                continue;
            }
            self.give_out(text.unwrap_or_default(), at.part, each);
            self.parser.reset();
            let lines = self.parser.line();
            let (read, written, fields) = self.record(rest);
            // The parser has counted line feeds on its way.
            let lines = match newline {
                b'\n' => self.parser.line() - lines,
                _ => count_lines(&rest[..read], newline),
            };
            let record = trim_line_end(&rest[..read]);
            let cut = broken && from + read == body.len();
            let trouble = if cut { self.cut_short(record, fields.saturating_sub(1)) } else { None };
            let start = at.part + from;
            let ends = count_lines(&rest[record.len()..read], newline);
            let dialect = self.dialect;
            let row = self.row(written, fields, trouble, start..start + record.len(), (at.line, at.row));
            let blank = trouble.is_none() && row.is_left_out(dialect);
            if !blank {
                each(&[row]);
            }
            self.cells.clear();
            self.rewritten.clear();
            self.blank_rows += u64::from(blank);
            (at.line, at.row) = (at.line + lines, at.row + ends);
            from += read;
            marks.go_to(from);
        }
        self.give_out(text.unwrap_or_default(), at.part, each);
        let ends = count_lines(bytes.get(from..).unwrap_or_default(), newline);
        (at.line, at.row) = (at.line + ends, at.row + ends);
        at.part += bytes.len();
    }

    /// The text, if records of it may be read without the parser.
    fn plainly<'b>(&self, text: Option<&'b str>) -> Option<&'b str> {
        text.filter(|text| self.dialect.delimiter.is_ascii() && text.len() < LONGEST)
    }

    /// Reads the record that begins here, and where its cells are; nothing where something stands behind a closing
    /// quote, or none closes: then the block is given out as it is, and the csv crate's own parser is asked. The two agree
    /// on every record that both read.
    fn plain(&mut self, from_here: &mut Marks<'_>, text: &str, from: usize, (line, row): (u64, u64)) -> Option<Plain> {
        let Dialect { delimiter, newline, .. } = self.dialect;
        let bytes = text.as_bytes();
        let (first_cell, first_byte) = (self.cells.len(), self.rewritten.len());
        // What is taken out of the record so far, and up to where the rest of it has been written anew.
        let (mut removed, mut written) = (0, from);
        let (mut at, mut breaks) = (from, 0);
        let mut marks = *from_here;
        let Self { cells, rewritten, .. } = self;
        let mut cell = |start: usize, end: usize| {
            #[expect(clippy::cast_possible_truncation, reason = "the text is shorter than LONGEST")]
            let place = |at: usize| (at - from) as u32;
            cells.push((place(start), place(end)));
        };
        let end = loop {
            // What stands behind the cell.
            let after = if bytes.get(at) == Some(&b'"') {
                marks.take();
                let start = at + 1 - removed;
                loop {
                    at = marks.take()?;
                    match bytes[at] {
                        b'"' if bytes.get(at + 1) != Some(&b'"') => break,
                        b'"' => {
                            marks.take();
                            rewritten.push_str(&text[written..=at]);
                            removed += 1;
                            written = at + 2;
                        }
                        byte => breaks += u64::from(byte == newline),
                    }
                }
                cell(start, at - removed);
                at += 1;
                marks.take();
                bytes.get(at)
            } else {
                let start = at - removed;
                let after = loop {
                    match marks.take() {
                        None => {
                            at = bytes.len();
                            break None;
                        }
                        Some(mark) if bytes[mark] == b'"' => {}
                        Some(mark) => {
                            at = mark;
                            break Some(&bytes[mark]);
                        }
                    }
                };
                cell(start, at - removed);
                after
            };
            let end = at;
            match after {
                Some(byte) if *byte == delimiter => {
                    at += 1;
                    continue;
                }
                None => {}
                Some(b'\n') => at += 1,
                Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => {
                    marks.take();
                    at += 2;
                }
                Some(b'\r') => at += 1,
                Some(_) => return None,
            }
            break end;
        };
        *from_here = marks;
        if removed > 0 {
            rewritten.push_str(&text[written..end]);
        }
        Some(Plain {
            line,
            row,
            from,
            to: end,
            read: at - from,
            breaks,
            rewritten: (removed > 0).then_some(first_byte..rewritten.len()),
            cells: first_cell..self.cells.len(),
        })
    }

    /// Gives out the rows of the block, whose records stand in this text, that of the chunk from `part` on.
    fn give_out(&mut self, text: &str, part: usize, each: &mut impl FnMut(&[Row<'_>])) {
        let Self { block, cells, rewritten, dialect, blank_rows, .. } = self;
        let rows = block.iter().filter_map(|plain| {
            let text = plain.rewritten.as_ref().map_or(&text[plain.from..plain.to], |at| &rewritten[at.clone()]);
            let (start, end) = (part + plain.from, part + plain.to);
            let cells = &cells[plain.cells.clone()];
            let mut row = Row { line: plain.line, number: plain.row, start, end, trouble: None, text, cells };
            if dialect.noted {
                row = row.as_noted();
            } else {
                row.trouble = width(&row, *dialect);
            }
            let blank = row.is_left_out(*dialect);
            *blank_rows += u64::from(blank);
            (!blank).then_some(row)
        });
        let rows: Vec<Row<'_>> = rows.collect();
        if !rows.is_empty() {
            each(&rows);
        }
        block.clear();
        cells.clear();
        rewritten.clear();
    }

    /// Why the record ends before it should, where it does, in the cell after so many.
    fn cut_short(&self, record: &[u8], before: usize) -> Option<Trouble> {
        if record.len() >= LONGEST {
            Some(Trouble::TooLong { before })
        } else {
            unclosed(record, self.dialect.delimiter).then_some(Trouble::UnclosedQuote { before })
        }
    }

    /// Reads one record; answers with how many bytes were read and written, and how many cells there are.
    fn record(&mut self, bytes: &[u8]) -> (usize, usize, usize) {
        let (mut read, mut written, mut fields) = (0, 0, 0);
        loop {
            let (result, took, wrote, ended) =
                self.parser.read_record(&bytes[read..], &mut self.output[written..], &mut self.ends[fields..]);
            read += took;
            written += wrote;
            fields += ended;
            match result {
                ReadRecordResult::Record | ReadRecordResult::End => return (read, written, fields),
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                // An empty slice, which comes next, says that the record ends here.
                ReadRecordResult::InputEmpty => {}
            }
        }
    }

    fn row(
        &mut self,
        written: usize,
        fields: usize,
        trouble: Option<Trouble>,
        place: Range<usize>,
        (line, number): (u64, u64),
    ) -> Row<'_> {
        // Bytes that are text together may still be cut in the midst of a character by the delimiter.
        let text = str::from_utf8(&self.output[..written]).ok();
        let text = text.filter(|text| self.ends[..fields].iter().all(|end| text.is_char_boundary(*end)));
        let (text, not_text) = match text {
            Some(text) => (text, None),
            None => {
                let mut start = 0;
                for end in &mut self.ends[..fields] {
                    self.rewritten.push_str(&String::from_utf8_lossy(&self.output[start..*end]));
                    start = std::mem::replace(end, self.rewritten.len());
                }
                (self.rewritten.as_str(), Some(Trouble::NotText))
            }
        };
        let cut = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let mut start = 0;
        self.cells.extend(self.ends[..fields].iter().map(|end| (std::mem::replace(&mut start, cut(*end)), cut(*end))));
        let mut row = Row { line, number, start: place.start, end: place.end, trouble, text, cells: &self.cells };
        if self.dialect.noted {
            return row.as_noted();
        }
        row.trouble = row.trouble.or_else(|| width(&row, self.dialect)).or(not_text);
        row
    }
}

/// What is wrong with the number of cells.
fn width(row: &Row<'_>, dialect: Dialect) -> Option<Trouble> {
    if row.len() < dialect.fewest {
        return Some(Trouble::TooFewCells { found: row.len(), expected: dialect.fewest });
    }
    if row.len() > dialect.most {
        let found = (dialect.most..row.len()).rev().find(|index| !is_blank(row.get(*index)))? + 1;
        return Some(Trouble::TooManyCells { found, expected: dialect.most });
    }
    None
}

fn trim_line_end(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.strip_suffix(b"\r").unwrap_or(bytes)
}
