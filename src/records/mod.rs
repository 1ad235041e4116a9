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
mod foot;
mod head;
mod lines;
mod marks;
mod noted;
mod opened;
pub mod packed;
mod plain;
mod problems;
mod raw;
mod row;
mod rows;
#[cfg(feature = "xlsx")]
mod sheet;
mod source;
mod split;
mod stored;
#[cfg(test)]
mod tests;
mod trouble;

use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;

use encoding_rs::{Encoding, UTF_8};

use self::content::Content;
pub(crate) use self::dialect::is_table;
pub use self::noted::{NotedRows, RowNote};
use self::opened::{Decoded, Opened, decode, open_text};
use self::problems::{empty, read_failed, spool_failed};
use self::raw::Raw;
pub use self::row::{Chunk, Dialect, Row};
pub use self::rows::RowReader;
pub use self::source::Source;
use self::source::{Again, CHUNK, SMALL_CHUNK};
pub use self::stored::Stored;
pub use self::trouble::Trouble;
use crate::catalogue::records as words;
use crate::diagnostic::{Diagnostic, Place};

/// What the user says about the files, where it is not to be found out.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// The byte between cells.
    pub delimiter: Option<u8>,
    /// The encoding. A byte order mark in the file goes before it.
    pub encoding: Option<&'static Encoding>,
    /// The sheet of a spreadsheet, by name or by number from 1.
    pub sheet: Option<String>,
    /// What the text is.
    pub form: Option<Form>,
    /// The row of the header, as a spreadsheet counts them; what is above it is left out.
    pub header_row: Option<u32>,
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

/// Opens a candidates' file, to be shown as `name`. `at_once` says that each row is wanted as soon
/// as it has come.
///
/// # Errors
/// It cannot be read, it is no table, it is empty or has no header or nothing but a header.
pub fn open(input: Input, name: &str, options: &ReadOptions, at_once: bool) -> Result<Source, Diagnostic> {
    let again = match &input {
        Input::Path(path) => Some(Again { path: path.clone(), options: options.clone(), at_once }),
        Input::Stdin(_) => None,
    };
    let (raw, content) = look(input, name, options, at_once)?;
    let again = again.filter(|_| raw.file.is_some());
    let source = open_as(raw, content, name, options);
    source.map(|source| Source { chunk: if at_once { SMALL_CHUNK } else { CHUNK }, again, ..source })
}

/// Opens a file for each table in it, one after the other, and shows each to `see`: of a workbook, every sheet that can be
/// seen and has something in it, under the workbook's name and its own; of any other file, all of it.
///
/// # Errors
/// The file cannot be read, or what `see` says.
pub fn each_table(
    input: Input,
    name: &str,
    mut see: impl FnMut(Result<Source, Diagnostic>) -> Result<(), Diagnostic>,
) -> Result<(), Diagnostic> {
    let options = ReadOptions::default();
    let (raw, content) = match look(input, name, &options, false) {
        Ok(looked) => looked,
        Err(problem) => return see(Err(problem)),
    };
    #[cfg(feature = "xlsx")]
    if content == Content::Workbook {
        let (size, count) = (raw.size, Arc::clone(&raw.count));
        return sheet::read_each(&*filed(raw, name)?, name, |name, sheet| {
            see(of_sheet(sheet, name, (size, Arc::clone(&count)), &options))
        });
    }
    see(open_as(raw, content, name, &options))
}

/// Opens what a file is and looks at its start.
fn look(input: Input, name: &str, options: &ReadOptions, at_once: bool) -> Result<(Raw, Content), Diagnostic> {
    if let Some(delimiter) = options.delimiter.filter(|byte| !byte.is_ascii() || b"\"\r\n\0".contains(byte)) {
        let problem = Diagnostic::error("delimiter", words::no_delimiter(char::from(delimiter).to_string()));
        return Err(problem.help(words::no_delimiter_help()));
    }
    let form = options.form.or_else(|| form_of(&input));
    let mut raw = Raw::open(input, name, at_once)?;
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
    Ok((raw, content))
}

/// A file as the table that it is.
fn open_as(raw: Raw, content: Content, name: &str, options: &ReadOptions) -> Result<Source, Diagnostic> {
    match content {
        Content::Other(what, help) => {
            Err(Diagnostic::error("not-a-table", words::is_no_table(what)).at(Place::file(name)).help(help))
        }
        Content::Workbook => open_sheet(raw, name, options),
        Content::Lines => open_lines(raw, name, options),
        Content::Text | Content::Gzip => open_text(raw, name, options),
    }
}

/// What a file's name says of it.
fn form_of(input: &Input) -> Option<Form> {
    let Input::Path(path) = input else { return None };
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    (name.ends_with(".jsonl") || name.ends_with(".ndjson")).then_some(Form::Lines)
}

#[cfg(feature = "xlsx")]
fn open_sheet(raw: Raw, name: &str, options: &ReadOptions) -> Result<Source, Diagnostic> {
    let counted = (raw.size, Arc::clone(&raw.count));
    let read = sheet::read(&*filed(raw, name)?, name, options.sheet.as_deref())?;
    of_sheet(read, name, counted, options)
}

/// What is read here and there of a file: itself, or a copy of what came on a stream.
#[cfg(feature = "xlsx")]
fn filed(raw: Raw, name: &str) -> Result<Arc<std::fs::File>, Diagnostic> {
    if let Some(file) = raw.file.clone() {
        return Ok(file);
    }
    let mut copy = tempfile::tempfile().map_err(|error| spool_failed(&error, name))?;
    io::copy(&mut raw.whole(), &mut copy).map_err(|error| read_failed(&error, Place::file(name)))?;
    Ok(Arc::new(copy))
}

/// A sheet that was written out, of a workbook of so many bytes.
#[cfg(feature = "xlsx")]
fn of_sheet(
    read: sheet::Sheet,
    name: &str,
    (size, count): (Option<u64>, Arc<std::sync::atomic::AtomicU64>),
    options: &ReadOptions,
) -> Result<Source, Diagnostic> {
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
    opened.with_header(options).map_err(|problem| match read.others {
        // A cover, and the candidates on another sheet.
        Some(others) if matches!(problem.code, "no-candidates" | "no-table") => {
            problem.help(words::other_sheets(others))
        }
        _ => problem,
    })
}

#[cfg(not(feature = "xlsx"))]
fn open_sheet(_: Raw, name: &str, _: &ReadOptions) -> Result<Source, Diagnostic> {
    let problem = Diagnostic::error("not-a-table", words::no_spreadsheets());
    Err(problem.at(Place::file(name)).help(words::no_spreadsheets_help()))
}

/// All of it is read before the first of it is known: the last line may have a key of its own.
fn open_lines(raw: Raw, name: &str, options: &ReadOptions) -> Result<Source, Diagnostic> {
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
