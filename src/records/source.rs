//! A file being read: whole records, a chunk at a time.

use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use encoding_rs::{Encoding, UTF_8};
use memchr::memchr2;

use super::encoding::read;
use super::foot;
use super::noted::{self, NotedRows};
use super::problems::{dialect_note, read_failed};
use super::row::{Chunk, Dialect};
use super::split::{LONGEST, Splitter, count_lines};
use super::{Input, ReadOptions};
use crate::catalogue::records as words;
use crate::diagnostic::{Diagnostic, Place};

/// How many bytes a chunk has, unless one record alone has more.
pub(super) const CHUNK: usize = 256 << 10;
/// The same where each record is told at once: what is told of a chunk is many times as long, and 8 % faster to write
/// where it stays near the processor.
pub(super) const SMALL_CHUNK: usize = 32 << 10;

/// A stream that counts the bytes that come out of it.
pub(super) struct CountedStream<R> {
    pub(super) inner: R,
    pub(super) count: Arc<AtomicU64>,
}

impl<R: Read> Read for CountedStream<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(out)?;
        self.count.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

/// A candidates' file, opened: its header is known, its rows are to come.
pub struct Source {
    pub(super) name: Arc<str>,
    pub(super) header: Vec<String>,
    /// What a form asks under each of them, where a row below the header says so.
    pub(super) questions: Vec<String>,
    pub(super) header_line: u64,
    pub(super) notes: Vec<Diagnostic>,
    /// What its end has shown.
    pub(super) late: Option<Diagnostic>,
    pub(super) dialect: Dialect,
    pub(super) size: Option<u64>,
    pub(super) count: Arc<AtomicU64>,
    /// The text as UTF-8.
    pub(super) text: Box<dyn Read + Send>,
    /// What has been read of it and not been handed over. It begins with a record.
    pub(super) buffer: Vec<u8>,
    pub(super) filled: usize,
    /// The line of the buffer's first byte.
    pub(super) line: u64,
    /// The row of the buffer's first byte, as [`super::Row::number`] counts.
    pub(super) row: u64,
    pub(super) splitter: Splitter,
    /// Whether a record is handed over as soon as it is there.
    pub(super) live: bool,
    /// How many bytes a chunk has.
    pub(super) chunk: usize,
    /// Set where a text that looked like UTF-8 turned out not to be, on the way.
    pub(super) other_encoding: Arc<AtomicBool>,
    /// The rest of a line that was too long is being left out.
    pub(super) skipping: bool,
    pub(super) ended: bool,
    pub(super) failed: Option<io::Error>,
    /// How to open it again, where it can be.
    pub(super) again: Option<Again>,
    pub(super) closed: bool,
    /// Whether it holds neither a header nor a record.
    pub(super) void: bool,
    /// What its text was written in.
    pub(super) encoding: &'static Encoding,
    /// Of rows that were written here, what comes after the last line.
    pub(super) last: u64,
}

/// What it takes to open a file a second time.
#[derive(Clone)]
pub(super) struct Again {
    pub(super) path: PathBuf,
    pub(super) options: ReadOptions,
    pub(super) at_once: bool,
}

impl Source {
    /// Rows of a file that was read elsewhere, under its header; `line_end` is the byte that ends its lines.
    ///
    /// # Errors
    /// The rows' temporary file cannot be written.
    pub fn of_rows(
        name: &str,
        header: Vec<String>,
        header_line: u64,
        line_end: u8,
        rows: NotedRows,
    ) -> io::Result<Self> {
        let mut source = Self::noted(name, header, header_line, rows.finish()?);
        source.dialect.newline = line_end;
        Ok(source)
    }

    /// The same, if it holds neither a header nor a record.
    #[must_use]
    pub fn void(self, void: bool) -> Self {
        Self { void, ..self }
    }

    /// Rows that were written here ([`super::noted`]) under this header.
    pub(super) fn noted(name: &str, header: Vec<String>, header_line: u64, text: File) -> Self {
        let dialect = Dialect {
            delimiter: noted::DELIMITER,
            newline: noted::NO_LINE_END,
            fewest: 0,
            most: usize::MAX,
            noted: true,
        };
        Self { header, header_line, ..Self::of(name.into(), Box::new(text), dialect) }
    }

    /// A text of which nothing has been read.
    pub(super) fn of(name: Arc<str>, text: Box<dyn Read + Send>, dialect: Dialect) -> Self {
        Self {
            name,
            header: Vec::new(),
            questions: Vec::new(),
            header_line: 0,
            notes: Vec::new(),
            late: None,
            dialect,
            size: None,
            count: Arc::default(),
            text,
            buffer: Vec::new(),
            filled: 0,
            line: 0,
            row: 0,
            splitter: Splitter::new(dialect.delimiter, dialect.newline),
            live: false,
            chunk: CHUNK,
            other_encoding: Arc::default(),
            skipping: false,
            ended: false,
            failed: None,
            again: None,
            closed: false,
            void: false,
            encoding: UTF_8,
            last: 0,
        }
    }

    /// The name it is shown under.
    #[must_use]
    pub const fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// Whether it holds neither a header nor a record.
    #[must_use]
    pub const fn is_void(&self) -> bool {
        self.void
    }

    /// What its text was written in.
    #[must_use]
    pub const fn encoding(&self) -> &'static Encoding {
        self.encoding
    }

    /// The line and the row that come next: before the first record is handed over, those of the header's end.
    #[must_use]
    pub const fn position(&self) -> (u64, u64) {
        (self.line, self.row)
    }

    /// The names of the columns, without the space around them; empty where a column has none.
    #[must_use]
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The questions that a form asks under the columns, where rows of its own below the header say so; else nothing.
    #[must_use]
    pub fn questions(&self) -> &[String] {
        &self.questions
    }

    /// The line of the header.
    #[must_use]
    pub const fn header_line(&self) -> u64 {
        self.header_line
    }

    /// What is worth knowing about how the file is read; nothing where it is plain UTF-8 with commas. More may come
    /// while it is read.
    #[must_use]
    pub fn notes(&self) -> &[Diagnostic] {
        &self.notes
    }

    /// What is worth knowing of its last rows, once they have been handed over.
    pub const fn late_note(&mut self) -> Option<Diagnostic> {
        self.late.take()
    }

    /// What it takes to read its rows.
    #[must_use]
    pub const fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// How many bytes there are to read, where that is known.
    #[must_use]
    pub const fn size(&self) -> Option<u64> {
        self.size
    }

    /// How many of them have been read.
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        self.count.load(Ordering::Relaxed)
    }

    /// Closes a file of which nothing has been handed over, until its first records are asked for: of very many files
    /// only some can be open, or in memory, at a time. What cannot be opened again, such as a pipe, stays open.
    pub fn close(&mut self) {
        if self.again.is_some() {
            self.closed = true;
            self.let_go();
        }
    }

    /// Gives back what it takes to read.
    fn let_go(&mut self) {
        self.text = Box::new(io::empty());
        self.buffer = Vec::new();
        self.filled = 0;
        self.splitter = Splitter::new(self.dialect.delimiter, self.dialect.newline);
    }

    /// Opens a closed file again.
    fn reopen(&mut self) -> Result<(), Diagnostic> {
        self.closed = false;
        let Some(Again { path, options, at_once }) = self.again.clone() else { return Ok(()) };
        let new = super::open(Input::Path(path), &self.name, &options, at_once)?;
        if (&new.header, new.header_line, new.dialect) != (&self.header, self.header_line, self.dialect) {
            let problem = Diagnostic::error("file-changed", words::file_changed()).at(Place::file(&self.name));
            return Err(problem.help(words::file_changed_help()));
        }
        *self = Self { notes: std::mem::take(&mut self.notes), ..new };
        Ok(())
    }

    /// Fills `chunk` with the next whole records. Answers false at the end.
    ///
    /// # Errors
    /// The file cannot be read on, or is another one than when it was closed. What came before has been handed over.
    pub fn next(&mut self, chunk: &mut Chunk) -> Result<bool, Diagnostic> {
        if self.closed {
            self.reopen()?;
        }
        loop {
            if self.splitter.cut > 0 {
                self.hand_over(chunk);
                return Ok(true);
            }
            if let Some(error) = self.failed.take() {
                return Err(read_failed(&error, Place::line(&self.name, self.line)));
            }
            if self.ended {
                self.finish();
                self.let_go();
                chunk.used = 0;
                chunk.breaks.clear();
                return Ok(false);
            }
            self.more();
        }
    }

    /// Reads on, up to the end of what the buffer holds or to what there is of a stream that is awaited.
    pub(super) fn more(&mut self) {
        if self.filled == self.buffer.len() {
            if self.filled >= LONGEST {
                self.skipping = self.splitter.give_up(&self.buffer);
                return;
            }
            let room = (self.buffer.len() * 2).clamp(self.chunk, LONGEST);
            self.buffer.resize(room, 0);
        }
        while self.filled < self.buffer.len() && !self.ended {
            match read(&mut self.text, &mut self.buffer[self.filled..]) {
                Ok(0) => self.ended = true,
                Ok(count) => self.filled += count,
                Err(error) => {
                    self.failed = Some(error);
                    self.ended = true;
                }
            }
            if self.live {
                break;
            }
        }
        if self.skipping {
            self.skip();
        }
        self.scan();
    }

    /// Looks for the ends of records in what has come.
    pub(super) fn scan(&mut self) {
        // Where reading failed, the last record may be a part of one.
        let last = self.ended && self.failed.is_none();
        self.splitter.scan(&self.buffer[..self.filled], last);
    }

    /// Leaves out the rest of a line.
    fn skip(&mut self) {
        let found = memchr2(b'\n', b'\r', &self.buffer[..self.filled]);
        let count = found.map_or(self.filled, |end| end + 1);
        self.skipping = found.is_none();
        let lines = count_lines(&self.buffer[..count], self.dialect.newline);
        self.line += lines;
        self.row += lines;
        self.buffer.copy_within(count..self.filled, 0);
        self.filled -= count;
    }

    /// Drops what stands before the first record that is to be handed over.
    pub(super) fn drop_front(&mut self, count: usize) {
        let lines = count_lines(&self.buffer[..count], self.dialect.newline);
        self.line += lines;
        self.row += lines - self.splitter.line_ends_within(count).min(lines);
        self.buffer.copy_within(count..self.filled, 0);
        self.filled -= count;
        self.splitter.drop_front(count);
    }

    fn hand_over(&mut self, chunk: &mut Chunk) {
        let cut = self.splitter.cut;
        let rest = self.filled - cut;
        std::mem::swap(&mut chunk.bytes, &mut self.buffer);
        if self.buffer.len() > self.chunk && rest < self.chunk {
            self.buffer.truncate(self.chunk);
            self.buffer.shrink_to(self.chunk);
        }
        let room = if self.ended { rest } else { self.chunk.max(rest) };
        if self.buffer.len() < room {
            self.buffer.resize(room, 0);
        }
        self.buffer[..rest].copy_from_slice(&chunk.bytes[cut..self.filled]);
        self.filled = rest;
        chunk.used = cut;
        (chunk.line, chunk.row) = (self.line, self.row);
        std::mem::swap(&mut chunk.breaks, &mut self.splitter.breaks);
        self.splitter.breaks.clear();
        let lines = count_lines(chunk.bytes(), self.dialect.newline);
        self.line += lines;
        self.row += lines - self.splitter.line_ends_within(cut).min(lines);
        self.splitter.drop_front(cut);
        if self.ended && rest == 0 && !self.live {
            self.late = foot::told(&self.name, chunk, self.dialect);
        }
    }

    fn finish(&mut self) {
        if self.dialect.noted {
            (self.line, self.row) = (self.last, self.last);
        }
        if self.other_encoding.swap(false, Ordering::Relaxed) {
            self.notes.push(dialect_note(&self.name, Some(encoding_rs::WINDOWS_1252), None));
        }
    }
}
