//! Rows: the records of a chunk as cells, each with what is wrong with it.

use std::ops::Range;

use csv_core::{ReadRecordResult, ReaderBuilder};

use super::marks::Marks;
use super::plain::PlainBlock;
use super::row::{Chunk, Dialect, Row, width};
use super::split::{BOM, LONGEST, count_lines, unclosed};
use super::trouble::Trouble;

/// Reads the rows of chunks; one for each thread. What it needs it keeps from row to row.
pub struct RowReader {
    dialect: Dialect,
    parser: csv_core::Reader,
    output: Vec<u8>,
    ends: Vec<usize>,
    /// The records that are to be given out next.
    block: PlainBlock,
    blank_rows: u64,
}

/// How many rows are given out together, at the most.
const BLOCK: usize = 32;

/// Where the reading of a chunk has come to.
struct ChunkPlace {
    /// The first byte of the part at hand.
    part: usize,
    line: u64,
    row: u64,
}

impl ChunkPlace {
    /// Goes on behind so many line ends, as lines are counted and as rows are.
    #[inline]
    fn pass(&mut self, lines: u64, rows: u64) {
        self.line += lines;
        self.row += rows;
    }
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
            block: PlainBlock::default(),
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
        let mut at = ChunkPlace { part: 0, line: chunk.line, row: chunk.row };
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
    fn part(
        &mut self,
        bytes: &[u8],
        text: Option<&str>,
        broken: bool,
        at: &mut ChunkPlace,
        each: &mut impl FnMut(&[Row<'_>]),
    ) {
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
                at.pass(ends, ends);
                from += 1;
                marks.take();
            } else if rest.starts_with(BOM) {
                from += BOM.len();
            } else if let Some(text) = text
                && let Some(plain) = self.block.read(&mut marks, text, from, self.dialect, (at.line, at.row))
            {
                // A line end of its own, and those within quotes.
                let ends = u64::from(bytes[plain.to..plain.from + plain.read].contains(&newline));
                at.pass(ends + plain.breaks, ends);
                from += plain.read;
                self.block.records.push(plain);
                if self.block.records.len() == BLOCK {
                    self.give_out(text, at.part, each);
                }
            } else {
                self.give_out(text.unwrap_or_default(), at.part, each);
                from += self.parsed(rest, from, broken, at, each);
                marks.go_to(from);
            }
        }
        self.give_out(text.unwrap_or_default(), at.part, each);
        let ends = count_lines(bytes.get(from..).unwrap_or_default(), newline);
        at.pass(ends, ends);
        at.part += bytes.len();
    }

    /// Reads a record that takes the parser, `from` here in its part, and gives it out; answers with how many bytes it has.
    /// Where what is left is `broken` off and the record is all of it, it is cut short.
    fn parsed(
        &mut self,
        rest: &[u8],
        from: usize,
        broken: bool,
        at: &mut ChunkPlace,
        each: &mut impl FnMut(&[Row<'_>]),
    ) -> usize {
        let dialect = self.dialect;
        self.parser.reset();
        let lines = self.parser.line();
        let (read, written, fields) = self.record(rest);
        // The parser has counted line feeds on its way.
        let lines = match dialect.newline {
            b'\n' => self.parser.line() - lines,
            newline => count_lines(&rest[..read], newline),
        };
        let record = trim_line_end(&rest[..read]);
        let cut = broken && read == rest.len();
        let trouble = if cut { self.cut_short(record, fields.saturating_sub(1)) } else { None };
        let start = at.part + from;
        let ends = count_lines(&rest[record.len()..read], dialect.newline);
        let row = self.row(written, fields, trouble, start..start + record.len(), at);
        let blank = trouble.is_none() && row.is_left_out(dialect);
        if !blank {
            each(&[row]);
        }
        self.block.clear();
        self.blank_rows += u64::from(blank);
        at.pass(lines, ends);
        read
    }

    /// The text, if records of it may be read without the parser.
    fn plainly<'b>(&self, text: Option<&'b str>) -> Option<&'b str> {
        text.filter(|text| self.dialect.delimiter.is_ascii() && text.len() < LONGEST)
    }

    /// Gives out the rows of the block, whose records stand in this text, that of the chunk from `part` on.
    fn give_out(&mut self, text: &str, part: usize, each: &mut impl FnMut(&[Row<'_>])) {
        let Self { block, dialect, blank_rows, .. } = self;
        let PlainBlock { records, cells, rewritten } = block;
        let rows = records.iter().filter_map(|plain| {
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
        at: &ChunkPlace,
    ) -> Row<'_> {
        let PlainBlock { cells, rewritten, .. } = &mut self.block;
        // Bytes that are text together may still be cut in the midst of a character by the delimiter.
        let text = str::from_utf8(&self.output[..written]).ok();
        let text = text.filter(|text| self.ends[..fields].iter().all(|end| text.is_char_boundary(*end)));
        let (text, not_text) = match text {
            Some(text) => (text, None),
            None => {
                let mut start = 0;
                for end in &mut self.ends[..fields] {
                    rewritten.push_str(&String::from_utf8_lossy(&self.output[start..*end]));
                    start = std::mem::replace(end, rewritten.len());
                }
                (rewritten.as_str(), Some(Trouble::NotText))
            }
        };
        let cut = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let mut start = 0;
        cells.extend(self.ends[..fields].iter().map(|end| (std::mem::replace(&mut start, cut(*end)), cut(*end))));
        let (line, number) = (at.line, at.row);
        let mut row = Row { line, number, start: place.start, end: place.end, trouble, text, cells };
        if self.dialect.noted {
            return row.as_noted();
        }
        row.trouble = row.trouble.or_else(|| width(&row, self.dialect)).or(not_text);
        row
    }
}

fn trim_line_end(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.strip_suffix(b"\r").unwrap_or(bytes)
}
