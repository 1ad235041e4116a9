//! Candidates' files: bytes to a header and rows, for files of any size, never holding one in memory.
//!
//! [`open`] finds out what a file is (text or spreadsheet, compressed or not), its encoding and its dialect, and reads
//! the header. [`Source::next`] then hands over chunks of whole records, which any thread turns into rows with a
//! [`RowReader`] of its own. Whatever the encoding, what is read of them is UTF-8. [`Stored`] puts rows aside, for those who
//! need them again in another order.
//!
//! A row that is not what it should be is a row with a [`Trouble`], never a stop: every record that goes in comes out
//! once, but for rows in which every cell is blank.

mod content;
mod dialect;
mod encoding;
mod head;
mod lines;
mod marks;
mod noted;
pub mod packed;
mod rows;
#[cfg(feature = "xlsx")]
mod sheet;
mod source;
mod split;
mod stored;
#[cfg(test)]
mod tests;
mod trouble;

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64};

use encoding_rs::{Encoding, UTF_8};
use flate2::bufread::MultiGzDecoder;

use self::content::Content;
pub use self::noted::{Note, NotedRows};
pub use self::rows::{Chunk, Dialect, Row, RowReader};
pub use self::source::Source;
use self::source::{Again, CHUNK, Counted, SMALL_CHUNK, read_failed};
use self::split::Splitter;
pub use self::stored::Stored;
pub use self::trouble::Trouble;
use crate::catalogue::records as words;
use crate::diagnostic::{Diagnostic, Place};

/// What the user says about the files, where it is not to be found out.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The byte between cells.
    pub delimiter: Option<u8>,
    /// The encoding. A byte order mark in the file goes before it.
    pub encoding: Option<&'static Encoding>,
    /// The sheet of a spreadsheet, by name or by number from 1.
    pub sheet: Option<String>,
    /// What the text is.
    pub form: Option<Form>,
    /// Whether a header may be all there is, and of JSON Lines nothing.
    pub may_be_empty: bool,
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Cells with marks between them, and a header.
    Cells,
    /// JSON Lines: an object on each line.
    Lines,
}

/// Where candidates come from.
pub enum Input {
    /// A file.
    Path(PathBuf),
    /// Standard input.
    Stdin(Box<dyn Read + Send>),
}

/// How much of a file is looked at to find out its encoding, and how much where that has no accents in it.
const HEAD: usize = 1 << 20;
const LONG_HEAD: usize = 8 << 20;

/// How much of the text is looked at to find out its dialect.
const SAMPLE: usize = 64 << 10;

/// The bytes of an input, and what is known of them.
struct Raw {
    /// What was read to look at it.
    head: Vec<u8>,
    /// What follows.
    rest: Box<dyn Read + Send>,
    /// The file itself, where the bytes are a file's as it stands.
    file: Option<Arc<File>>,
    size: Option<u64>,
    count: Arc<AtomicU64>,
    /// Whether there is no more than what was read.
    ended: bool,
    /// Whether records are to be handed over as they come.
    live: bool,
}

/// Opens a candidates' file, to be shown as `name`. `at_once` says that each row is wanted as soon
/// as it has come.
///
/// # Errors
/// It cannot be read, it is no table, it is empty or has no header or nothing but a header.
pub fn open(input: Input, name: &str, options: &Options, at_once: bool) -> Result<Source, Diagnostic> {
    if let Some(delimiter) = options.delimiter.filter(|byte| !byte.is_ascii() || b"\"\r\n\0".contains(byte)) {
        let problem = Diagnostic::error("delimiter", words::no_delimiter(char::from(delimiter).to_string()));
        return Err(problem.help(words::no_delimiter_help()));
    }
    let form = options.form.or_else(|| form_of(&input));
    let again = match &input {
        Input::Path(path) => Some(Again { path: path.clone(), options: options.clone(), at_once }),
        Input::Stdin(_) => None,
    };
    let mut raw = Raw::open(input, name, at_once)?;
    let again = again.filter(|_| raw.file.is_some());
    raw.look().map_err(|error| read_failed(&error, Place::file(name)))?;
    let mut content = content::of(raw.known(), raw.ended, form);
    if content == Content::Gzip {
        raw = raw.unpack();
        raw.look().map_err(|error| read_failed(&error, Place::file(name)))?;
        content = match content::of(raw.known(), raw.ended, form) {
            Content::Gzip => Content::Other(words::archive(), words::save_as_table()),
            content => content,
        };
    }
    if raw.head.is_empty() && !(content == Content::Lines && options.may_be_empty) {
        return Err(empty(name));
    }
    let source = match content {
        Content::Other(what, help) => {
            Err(Diagnostic::error("not-a-table", words::is_no_table(what)).at(Place::file(name)).help(help))
        }
        Content::Workbook => open_sheet(raw, name, options),
        Content::Lines => open_lines(raw, name, options),
        Content::Text | Content::Gzip => open_text(raw, name, options),
    };
    source.map(|source| Source { chunk: if at_once { SMALL_CHUNK } else { CHUNK }, again, ..source })
}

/// What a file's name says of it.
fn form_of(input: &Input) -> Option<Form> {
    let Input::Path(path) = input else { return None };
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    (name.ends_with(".jsonl") || name.ends_with(".ndjson")).then_some(Form::Lines)
}

impl Raw {
    fn open(input: Input, name: &str, at_once: bool) -> Result<Self, Diagnostic> {
        let count = Arc::new(AtomicU64::new(0));
        let (stream, file, size): (Box<dyn Read + Send>, _, _) = match input {
            Input::Stdin(stream) => (stream, None, None),
            Input::Path(path) => {
                let (file, size) = open_file(&path, name)?;
                let file = Arc::new(file);
                (Box::new(Arc::clone(&file)), size.is_some().then_some(file), size)
            }
        };
        Ok(Self {
            head: Vec::new(),
            rest: Box::new(Counted { inner: stream, count: Arc::clone(&count) }),
            live: file.is_none() && at_once,
            file,
            size,
            count,
            ended: false,
        })
    }

    /// Reads enough to find out what it is. Where reading fails after a while, that is told when what was read has been
    /// used.
    fn look(&mut self) -> io::Result<()> {
        match self.look_at_head() {
            Err(error) if !self.head.is_empty() => self.rest = Box::new(Failing(Some(error))),
            result => return result,
        }
        Ok(())
    }

    /// Of a stream whose records are awaited, no more than two lines are looked at.
    fn look_at_head(&mut self) -> io::Result<()> {
        if self.live {
            while !self.ended && self.head.len() < SAMPLE && self.awaited().is_none() {
                self.read_once(SAMPLE)?;
            }
            return Ok(());
        }
        self.read_up_to(HEAD)?;
        let mut plain = self.head.is_ascii();
        while !self.ended && self.head.len() < LONG_HEAD && plain {
            let from = self.head.len();
            self.read_up_to(from + CHUNK)?;
            plain = self.head[from..].is_ascii();
        }
        Ok(())
    }

    /// Reads what there is, if that is not too much.
    fn read_once(&mut self, up_to: usize) -> io::Result<()> {
        let from = self.head.len();
        self.head.resize(up_to, 0);
        let count = encoding::read(&mut self.rest, &mut self.head[from..]);
        self.head.truncate(from + *count.as_ref().unwrap_or(&0));
        self.ended = count? == 0;
        Ok(())
    }

    /// Reads until so much is there, in however small pieces it comes.
    fn read_up_to(&mut self, length: usize) -> io::Result<()> {
        let from = self.head.len();
        let wanted = length.saturating_sub(from);
        // Of a small file no more room than it takes, and one byte to see that it ends.
        let size = self.size.filter(|_| self.file.is_some()).and_then(|size| usize::try_from(size).ok());
        self.head.reserve_exact(size.map_or(wanted, |size| wanted.min(size.saturating_sub(from) + 1)));
        let count = self.rest.by_ref().take(wanted as u64).read_to_end(&mut self.head)?;
        self.ended = count < wanted;
        Ok(())
    }

    /// The same, uncompressed.
    fn unpack(self) -> Self {
        let packed = BufReader::with_capacity(CHUNK, Cursor::new(self.head).chain(self.rest));
        Self { head: Vec::new(), rest: Box::new(MultiGzDecoder::new(packed)), file: None, ended: false, ..self }
    }

    /// Where the lines end that decide of a stream whose records are awaited, however much more has come with them.
    fn awaited(&self) -> Option<usize> {
        if self.live && !content::is_container(&self.head) { two_lines(&self.head) } else { None }
    }

    /// What decides, so that it is the same however a stream happens to arrive.
    fn known(&self) -> &[u8] {
        &self.head[..self.awaited().unwrap_or(self.head.len())]
    }

    fn whole(self) -> impl Read + Send + 'static {
        Cursor::new(self.head).chain(self.rest)
    }
}

/// A stream that has failed.
struct Failing(Option<io::Error>);

impl Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

/// Where the second line that has something on it ends, its line end included.
fn two_lines(head: &[u8]) -> Option<usize> {
    let ends = |(i, byte): (usize, &u8)| match byte {
        b'\n' => true,
        b'\r' => head.get(i + 1).is_some_and(|next| *next != b'\n' && *next != 0),
        _ => false,
    };
    let mut from = 0;
    let mut lines = 0;
    for (i, _) in head.iter().enumerate().filter(|at| ends(*at)) {
        lines += usize::from(head[from..i].iter().any(|byte| *byte > b' '));
        from = i + 1;
        if lines == 2 {
            return Some(from);
        }
    }
    None
}

/// The file, and its size where it is a file that can be read from any place.
fn open_file(path: &Path, name: &str) -> Result<(File, Option<u64>), Diagnostic> {
    let file = File::open(path).map_err(|error| cannot_open(&error, path, name))?;
    let about = file.metadata().map_err(|error| cannot_open(&error, path, name))?;
    if about.is_dir() {
        return Err(directory(name));
    }
    let size = about.is_file().then_some(about.len());
    Ok((file, size))
}

#[cfg(feature = "xlsx")]
fn open_sheet(raw: Raw, name: &str, options: &Options) -> Result<Source, Diagnostic> {
    let (size, count) = (raw.size, Arc::clone(&raw.count));
    let read = match raw.file.clone() {
        Some(file) => sheet::read(&file, name, options.sheet.as_deref()),
        None => {
            let mut copy = tempfile::tempfile().map_err(|error| spool_failed(&error, name))?;
            io::copy(&mut raw.whole(), &mut copy).map_err(|error| read_failed(&error, Place::file(name)))?;
            sheet::read(&copy, name, options.sheet.as_deref())
        }
    }?;
    if let Some(size) = size {
        count.store(size, std::sync::atomic::Ordering::Relaxed);
    }
    let file = Arc::new(read.text);
    let opened = Opened {
        name: name.into(),
        notes: read.notes,
        size,
        count,
        text: Box::new(file),
        live: false,
        other_encoding: Arc::default(),
        encoding: UTF_8,
        known: Some((b',', b'\r')),
    };
    opened.with_header(options)
}

#[cfg(not(feature = "xlsx"))]
fn open_sheet(_: Raw, name: &str, _: &Options) -> Result<Source, Diagnostic> {
    let problem = Diagnostic::error("not-a-table", words::no_spreadsheets());
    Err(problem.at(Place::file(name)).help(words::no_spreadsheets_help()))
}

/// A text as UTF-8, and what is worth knowing about how it is read.
struct Decoded {
    text: Box<dyn Read + Send>,
    encoding: &'static Encoding,
    notes: Vec<Diagnostic>,
    other_encoding: Arc<AtomicBool>,
}

fn decode(raw: Raw, name: &str, options: &Options) -> Result<Decoded, Diagnostic> {
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

fn open_text(raw: Raw, name: &str, options: &Options) -> Result<Source, Diagnostic> {
    let (live, size, count) = (raw.live, raw.size, Arc::clone(&raw.count));
    let Decoded { text, encoding, notes, other_encoding } = decode(raw, name, options)?;
    let opened = Opened { name: name.into(), notes, size, count, text, live, other_encoding, encoding, known: None };
    opened.with_header(options)
}

/// All of it is read before the first of it is known: the last line may have a key of its own.
fn open_lines(raw: Raw, name: &str, options: &Options) -> Result<Source, Diagnostic> {
    let (size, count) = (raw.size, Arc::clone(&raw.count));
    // So as much of it may be looked at as of a file, however a stream happens to arrive.
    let mut raw = Raw { live: false, ..raw };
    raw.look().map_err(|error| read_failed(&error, Place::file(name)))?;
    let Decoded { text, encoding, notes, .. } = decode(raw, name, options)?;
    let read = lines::read(text, name)?;
    if read.records == 0 && !options.may_be_empty {
        return Err(empty(name));
    }
    let source = Source::noted(name, read.header, 0, read.text);
    Ok(Source { notes, encoding, size, count, last: read.lines + 1, void: read.records == 0, ..source })
}

/// A text as UTF-8, whose dialect and header are to be found out.
struct Opened {
    name: Arc<str>,
    notes: Vec<Diagnostic>,
    size: Option<u64>,
    count: Arc<AtomicU64>,
    text: Box<dyn Read + Send>,
    live: bool,
    other_encoding: Arc<AtomicBool>,
    encoding: &'static Encoding,
    /// Delimiter and line end, where the text was written here.
    known: Option<(u8, u8)>,
}

impl Opened {
    fn with_header(mut self, options: &Options) -> Result<Source, Diagnostic> {
        let mut buffer = vec![0; CHUNK];
        let mut filled = 0;
        let (mut ended, mut failed) = (false, None);
        while !ended && filled < SAMPLE && !(self.live && two_lines(&buffer[..filled]).is_some()) {
            match encoding::read(&mut self.text, &mut buffer[filled..SAMPLE]) {
                Ok(count) => {
                    filled += count;
                    ended = count == 0;
                }
                Err(error) => {
                    failed = Some(error);
                    ended = true;
                }
            }
        }
        let awaited = if self.live { two_lines(&buffer[..filled]) } else { None };
        let sample = &buffer[..awaited.unwrap_or(filled)];
        let sep = if self.known.is_none() { dialect::sep_line(sample) } else { None };
        let first = sep.map_or(0, |(_, length)| length);
        let (delimiter, newline) = match self.known {
            Some(known) => known,
            None => {
                let said = options.delimiter.or(sep.map(|(delimiter, _)| delimiter));
                let delimiter =
                    said.unwrap_or_else(|| dialect::delimiter(&sample[first..], ended || awaited.is_some()));
                let asked = options.delimiter.or(sep.map(|(delimiter, _)| delimiter)).is_some();
                if !asked
                    && delimiter != b','
                    && !dialect::is_sure(&sample[first..], delimiter, ended || awaited.is_some())
                {
                    self.notes.push(dialect_note(&self.name, None, Some(delimiter)));
                }
                (delimiter, dialect::newline(sample))
            }
        };
        let mut source = Source {
            name: self.name,
            header: Vec::new(),
            questions: Vec::new(),
            header_line: 0,
            notes: self.notes,
            dialect: Dialect { delimiter, newline, fewest: 0, most: usize::MAX, noted: false },
            size: self.size,
            count: self.count,
            text: self.text,
            buffer,
            filled,
            line: 1,
            row: 1,
            splitter: Splitter::new(delimiter, newline),
            live: self.live,
            chunk: CHUNK,
            other_encoding: self.other_encoding,
            skipping: false,
            ended,
            failed,
            again: None,
            closed: false,
            void: false,
            encoding: self.encoding,
            last: 0,
        };
        source.drop_front(first);
        // A line that only names the delimiter is no row of a spreadsheet.
        source.row = 1;
        source.scan();
        head::read(&mut source, self.known.is_some(), options.may_be_empty)?;
        Ok(source)
    }
}

fn empty(name: &str) -> Diagnostic {
    Diagnostic::error("empty-file", words::empty()).at(Place::file(name)).help(words::empty_help())
}

fn directory(name: &str) -> Diagnostic {
    Diagnostic::error("directory", words::directory(name)).at(Place::file(name)).help(words::directory_help())
}

/// What is told where the way to the text is barred.
fn cannot_open(error: &io::Error, path: &Path, name: &str) -> Diagnostic {
    let problem = match error.kind() {
        io::ErrorKind::NotFound => Diagnostic::error("no-file", words::no_file(name)).help(words::no_file_help()),
        io::ErrorKind::PermissionDenied if path.is_dir() => return directory(name),
        io::ErrorKind::PermissionDenied => {
            Diagnostic::error("no-permission", words::no_permission(name)).help(words::no_permission_help())
        }
        _ => return read_failed(error, Place::file(name)),
    };
    problem.at(Place::file(name))
}

fn spool_failed(error: &io::Error, name: &str) -> Diagnostic {
    let problem = Diagnostic::error("no-room", words::spool_failed(error.to_string()));
    problem.at(Place::file(name)).help(words::spool_failed_help())
}

/// Tells how a file is read, where that is not UTF-8 or not with commas.
fn dialect_note(name: &str, encoding: Option<&'static Encoding>, delimiter: Option<u8>) -> Diagnostic {
    let note = match (encoding, delimiter) {
        (Some(encoding), _) => {
            Diagnostic::note("encoding", words::read_as(encoding.name())).help(words::read_as_help())
        }
        (None, Some(b'\t')) => Diagnostic::note("delimiter", words::tab_between()),
        (None, delimiter) => {
            Diagnostic::note("delimiter", words::between(char::from(delimiter.unwrap_or(b',')).to_string()))
        }
    };
    note.at(Place::file(name))
}
