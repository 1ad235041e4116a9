//! A text on its way to a source: as UTF-8, then with its dialect and its header.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64};

use encoding_rs::{Encoding, UTF_8};

use super::problems::{dialect_note, read_failed};
use super::raw::{Raw, SAMPLE, two_lines};
use super::source::CHUNK;
use super::{Dialect, ReadOptions, Source, dialect, encoding, head, split};
use crate::catalogue::records as words;
use crate::diagnostic::{Diagnostic, Place};

/// A text as UTF-8, and what is worth knowing about how it is read.
pub(super) struct Decoded {
    pub(super) text: Box<dyn Read + Send>,
    pub(super) encoding: &'static Encoding,
    pub(super) notes: Vec<Diagnostic>,
    pub(super) other_encoding: Arc<AtomicBool>,
}

pub(super) fn decode(raw: Raw, name: &str, options: &ReadOptions) -> Result<Decoded, Diagnostic> {
    let awaited = raw.awaited();
    let head = raw.known();
    let found = encoding::find(head, options.encoding, raw.ended || awaited.is_some());
    let other_encoding = Arc::new(AtomicBool::new(false));
    let mut notes = Vec::new();
    if found.encoding != UTF_8 && options.encoding != Some(found.encoding) && !encoding::is_sure(head, found) {
        notes.push(dialect_note(name, Some(found.encoding), None));
    }
    if options.sheet.is_some() {
        notes.push(Diagnostic::note("sheet", words::no_sheets()).at(Place::file(name)));
    }
    let live = raw.live;
    let mut stream = raw.whole();
    let mark = found.mark as u64;
    io::copy(&mut stream.by_ref().take(mark), &mut io::sink())
        .map_err(|error| read_failed(&error, Place::file(name)))?;
    let text: Box<dyn Read + Send> = if found.encoding != UTF_8 {
        Box::new(encoding::Decoding::new(stream, found.encoding))
    } else if live && !found.settled {
        Box::new(encoding::Settling::new(stream, Arc::clone(&other_encoding)))
    } else {
        Box::new(stream)
    };
    Ok(Decoded { text, encoding: found.encoding, notes, other_encoding })
}

pub(super) fn open_text(raw: Raw, name: &str, options: &ReadOptions) -> Result<Source, Diagnostic> {
    let (live, size, count) = (raw.live, raw.size, Arc::clone(&raw.count));
    let Decoded { text, encoding, notes, other_encoding } = decode(raw, name, options)?;
    let opened = Opened { name: name.into(), notes, size, count, text, live, other_encoding, encoding, known: None };
    opened.with_header(options)
}

/// A text as UTF-8, whose dialect and header are to be found out.
pub(super) struct Opened {
    pub(super) name: Arc<str>,
    pub(super) notes: Vec<Diagnostic>,
    pub(super) size: Option<u64>,
    pub(super) count: Arc<AtomicU64>,
    pub(super) text: Box<dyn Read + Send>,
    pub(super) live: bool,
    pub(super) other_encoding: Arc<AtomicBool>,
    pub(super) encoding: &'static Encoding,
    /// Delimiter and line end, where the text was written here.
    pub(super) known: Option<(u8, u8)>,
}

impl Opened {
    pub(super) fn with_header(mut self, options: &ReadOptions) -> Result<Source, Diagnostic> {
        let mut buffer = vec![0; CHUNK];
        let (filled, ended, failed) = self.fill(&mut buffer[..SAMPLE]);
        let awaited = if self.live { two_lines(&buffer[..filled]) } else { None };
        let sample = &buffer[..awaited.unwrap_or(filled)];
        let (first, delimiter, newline) = self.dialect(sample, ended || awaited.is_some(), options);
        let dialect = Dialect { delimiter, newline, fewest: 0, most: usize::MAX, noted: false };
        let mut source = Source {
            notes: self.notes,
            size: self.size,
            count: self.count,
            buffer,
            filled,
            line: 1,
            row: 1,
            live: self.live,
            other_encoding: self.other_encoding,
            ended,
            failed,
            encoding: self.encoding,
            ..Source::of(self.name, self.text, dialect)
        };
        source.drop_front(first);
        // A line that only names the delimiter is no row of a spreadsheet.
        source.row = 1;
        source.scan();
        head::read(&mut source, self.known.is_some(), options)?;
        Ok(source)
    }

    /// Reads what the dialect is found out by; answers with how much there is, whether that is all, and what failed.
    fn fill(&mut self, buffer: &mut [u8]) -> (usize, bool, Option<io::Error>) {
        let mut filled = 0;
        while filled < buffer.len() && !(self.live && two_lines(&buffer[..filled]).is_some()) {
            match encoding::read(&mut self.text, &mut buffer[filled..]) {
                Ok(0) => return (filled, true, None),
                Ok(count) => filled += count,
                Err(error) => return (filled, true, Some(error)),
            }
        }
        (filled, false, None)
    }

    /// The length of a first line that only names the delimiter, the delimiter and the line end, by a sample that
    /// `ended` says is all or enough; where they are not sure, that is told.
    fn dialect(&mut self, sample: &[u8], ended: bool, options: &ReadOptions) -> (usize, u8, u8) {
        if let Some((delimiter, newline)) = self.known {
            return (0, delimiter, newline);
        }
        let sep = dialect::sep_line(sample);
        let first = sep.map_or(0, |(_, length)| length);
        let above = options.header_row.map_or(0, |row| row as usize - 1);
        let newline = split::newline(sample);
        let table = (0..above).fold(&sample[first..], |rest, _| &rest[split::line_end(rest, 0)..]);
        let said = options.delimiter.or(sep.map(|(delimiter, _)| delimiter));
        let delimiter = said.unwrap_or_else(|| dialect::delimiter(table, ended));
        if said.is_none() && delimiter != b',' && !dialect::is_sure(table, delimiter, ended) {
            self.notes.push(dialect_note(&self.name, None, Some(delimiter)));
        }
        (first, delimiter, newline)
    }
}
