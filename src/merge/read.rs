//! Parts, taken apart into the files that they were made of.

use std::borrow::Cow;
use std::fs;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use flate2::bufread::MultiGzDecoder;
use serde::Deserialize;

use super::write::RECORD;
use super::{FORM, FileEnd, OtherLine, PartAsked, PartEnd, PartFile, PartHead};
use crate::catalogue::{Text, merge as words, records as opening, system};
use crate::diagnostic::{Diagnostic, Place};
use crate::records::{NotedRows, RowNote, Source, Trouble};

/// Where a part is.
pub(crate) enum PartInput {
    /// In a file.
    Path(PathBuf),
    /// On a stream, such as standard input.
    Stream(Mutex<Option<Box<dyn Read + Send>>>),
}

/// Parts as what they were made of.
pub(crate) struct Parts {
    /// What was asked of each of them.
    pub asked: PartAsked,
    /// The files, in the order of the parts.
    pub sources: Vec<Source>,
    /// How many candidates have each status.
    pub by_status: [u64; 3],
    /// What is worth knowing: parts whose files are written otherwise.
    pub warnings: Vec<Diagnostic>,
}

/// A file of a part, its rows in a temporary file.
struct FileRead {
    file: PartFile,
    end: FileEnd,
    rows: NotedRows,
}

/// What is in one part, or in several one after the other.
struct PartRead {
    name: String,
    asked: Vec<PartAsked>,
    files: Vec<PartFile>,
    pieces: Vec<FileRead>,
    by_status: [u64; 3],
}

/// The line of a record.
#[derive(Deserialize)]
struct PartRecord<'a> {
    line: u64,
    row: u64,
    #[serde(default)]
    trouble: Option<[u64; 3]>,
    #[serde(borrow)]
    cells: Vec<PartCell<'a>>,
}

/// A cell, as it stands in the line where nothing in it is escaped.
#[derive(Deserialize)]
struct PartCell<'a>(#[serde(borrow)] Cow<'a, str>);

/// No line of a part is longer: a record has no more than 16 MiB of text, and a byte of it no more than six in JSON.
const LONGEST: u64 = 128 << 20;

/// Reads parts, each shown under its name, on so many threads; with `whole`, all are pieces of one file of that name, one
/// after the other. `version` is that of the program.
///
/// # Errors
/// A part that cannot be read, is none, is not whole, or was asked something else than the first.
pub(crate) fn read(
    given: Vec<(String, PartInput)>,
    whole: Option<&str>,
    version: &str,
    threads: usize,
) -> Result<Parts, Vec<Diagnostic>> {
    let all = match whole {
        None => apart(&given, version, threads),
        Some(whole) => joined(&given, version, whole),
    };
    let (mut read, mut problems) = (Vec::new(), Vec::new());
    for part in all {
        match part {
            Ok(part) => read.push(part),
            Err(problem) => problems.push(problem),
        }
    }
    problems.extend(disagreements(&read));
    let first = read.iter().flat_map(|part| &part.asked).next().cloned();
    let Some(asked) = first.filter(|_| problems.is_empty()) else { return Err(problems) };
    let warnings = differences(&read);
    let mut by_status = [0; 3];
    read.iter().for_each(|part| by_status.iter_mut().zip(part.by_status).for_each(|(sum, count)| *sum += count));
    let sources = read.into_iter().flat_map(|part| part.pieces).map(|piece| source(piece, whole));
    let sources = sources.collect::<Result<_, _>>().map_err(|problem| vec![problem])?;
    Ok(Parts { asked, sources, by_status, warnings })
}

/// Every part, in order, several at a time.
fn apart(given: &[(String, PartInput)], version: &str, threads: usize) -> Vec<Result<PartRead, Diagnostic>> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, Result<PartRead, Diagnostic>)>> = Mutex::default();
    let work = || loop {
        let at = next.fetch_add(1, Ordering::Relaxed);
        let Some((name, from)) = given.get(at) else { return };
        let part = one(name, from, version, None);
        done.lock().unwrap_or_else(PoisonError::into_inner).push((at, part));
    };
    std::thread::scope(|scope| {
        for _ in 1..threads.min(given.len()) {
            // Where the system refuses a thread, those that there are do the work.
            if std::thread::Builder::new().spawn_scoped(scope, work).is_err() {
                break;
            }
        }
        work();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, part)| part).collect()
}

/// Every part, in order, the files of all of them joined to one.
fn joined(given: &[(String, PartInput)], version: &str, whole: &str) -> Vec<Result<PartRead, Diagnostic>> {
    let mut all = Vec::new();
    let mut so_far = Vec::new();
    for (name, from) in given {
        let part = one(name, from, version, Some((whole, std::mem::take(&mut so_far)))).map(|mut part| {
            so_far = std::mem::take(&mut part.pieces);
            part
        });
        let failed = part.is_err();
        all.push(part);
        if failed {
            return all;
        }
    }
    if let Some(Ok(part)) = all.last_mut() {
        part.pieces = so_far;
    }
    all
}

/// What a part is read from, and where it has come to.
struct PartReader<'a> {
    name: &'a str,
    stream: Box<dyn BufRead + Send>,
    line: Vec<u8>,
    /// The number of the line at hand.
    number: u64,
    /// The name of the one file of which all are pieces.
    whole: Option<&'a str>,
}

/// Reads one part; where all are pieces of one file, with its name and what has been read of it.
fn one(
    name: &str,
    given: &PartInput,
    version: &str,
    whole: Option<(&str, Vec<FileRead>)>,
) -> Result<PartRead, Diagnostic> {
    let stream = open(given).map_err(|error| cannot_open(&error, name))?;
    let (whole, pieces) = whole.unzip();
    let pieces = pieces.unwrap_or_default();
    let mut reader = PartReader { name, stream, line: Vec::new(), number: 0, whole };
    let mut part = PartRead { name: name.to_owned(), asked: Vec::new(), files: Vec::new(), pieces, by_status: [0; 3] };
    // Several parts in one file are one after the other.
    while reader.advance()? {
        reader.part(&mut part, version)?;
    }
    if part.asked.is_empty() { Err(reader.no_part()) } else { Ok(part) }
}

fn open(given: &PartInput) -> io::Result<Box<dyn BufRead + Send>> {
    const ROOM: usize = 1 << 18;
    let stream: Box<dyn Read + Send> = match given {
        PartInput::Path(path) => Box::new(fs::File::open(path)?),
        PartInput::Stream(stream) => {
            let stream = stream.lock().unwrap_or_else(PoisonError::into_inner).take();
            stream.ok_or(io::ErrorKind::NotFound)?
        }
    };
    let mut stream = BufReader::with_capacity(ROOM, stream);
    let packed = stream.fill_buf()?.starts_with(b"\x1f\x8b");
    Ok(if packed { Box::new(BufReader::with_capacity(ROOM, MultiGzDecoder::new(stream))) } else { Box::new(stream) })
}

impl PartReader<'_> {
    /// Reads the next line; answers false at the end.
    fn advance(&mut self) -> Result<bool, Diagnostic> {
        self.line.clear();
        self.number += 1;
        let read = self.stream.by_ref().take(LONGEST).read_until(b'\n', &mut self.line);
        let count = read.map_err(|error| read_failed(&error, self.place()))?;
        if count > 0 && self.line.pop() != Some(b'\n') {
            return Err(self.cut());
        }
        Ok(count > 0)
    }

    /// Reads the part whose first line is at hand.
    fn part(&mut self, part: &mut PartRead, version: &str) -> Result<(), Diagnostic> {
        let PartHead { screen, part: asked } = serde_json::from_slice(&self.line).map_err(|_| self.no_part())?;
        if screen.format != FORM || screen.version != version {
            let what = words::other_version(&screen.version, version);
            let problem = Diagnostic::error("other-version", what).at(self.place());
            return Err(problem.help(words::other_version_help()));
        }
        part.asked.push(asked);
        let mut read = 0;
        loop {
            if !self.advance()? {
                return Err(self.cut());
            }
            match self.mark()? {
                OtherLine::File(file) => {
                    part.files.push(file.clone());
                    read += match part.pieces.last_mut().filter(|_| self.whole.is_some()) {
                        None => self.file(file, &mut part.pieces)?,
                        Some(piece) => self.further(file, piece)?,
                    };
                }
                OtherLine::FileEnd(_) => return Err(self.damaged()),
                OtherLine::PartEnd(PartEnd { records, by_status }) => {
                    let all = by_status.iter().try_fold(0u64, |sum, count| sum.checked_add(*count));
                    if read != records || all != Some(records) {
                        return Err(self.damaged());
                    }
                    part.by_status.iter_mut().zip(by_status).for_each(|(sum, count)| *sum += count);
                    return Ok(());
                }
            }
        }
    }

    /// Reads a file, and answers how many records it has.
    fn file(&mut self, file: PartFile, pieces: &mut Vec<FileRead>) -> Result<u64, Diagnostic> {
        let mut rows = NotedRows::new().map_err(|error| spool_failed(&error))?;
        let end = self.records(&mut rows, (0, 0))?;
        let records = end.records;
        pieces.push(FileRead { file, end, rows });
        Ok(records)
    }

    /// Reads one more piece of a file: what is in it comes as many lines further down as there are before it.
    fn further(&mut self, file: PartFile, piece: &mut FileRead) -> Result<u64, Diagnostic> {
        if piece.file.void {
            piece.file = file.clone();
        }
        if !file.void && file.header != piece.file.header {
            let problem = Diagnostic::error("parts-disagree", words::other_header(&file.name, &piece.file.name));
            return Err(problem.at(self.place()).help(words::other_header_help()));
        }
        let shift = |before: u64, first: u64, below: u64| first.wrapping_add(below).wrapping_sub(before);
        let (before, first, below) = (file.before, piece.file.before, piece.end.below);
        let shift = (shift(before.0, first.0, below.0), shift(before.1, first.1, below.1));
        let end = self.records(&mut piece.rows, shift)?;
        piece.end.below = (below.0.wrapping_add(end.below.0), below.1.wrapping_add(end.below.1));
        Ok(end.records)
    }

    /// Reads the records of a file, each on a line and in a row so much further down.
    fn records(&mut self, rows: &mut NotedRows, shift: (u64, u64)) -> Result<FileEnd, Diagnostic> {
        let mut records = 0;
        loop {
            if !self.advance()? {
                return Err(self.cut());
            }
            if !self.line.starts_with(RECORD) {
                break;
            }
            let record: PartRecord<'_> = serde_json::from_slice(&self.line).map_err(|_| self.damaged())?;
            let trouble = match record.trouble {
                None => None,
                Some(numbers) => Some(Trouble::from_numbers(numbers).ok_or_else(|| self.damaged())?),
            };
            let (line, number) = (record.line.wrapping_add(shift.0), record.row.wrapping_add(shift.1));
            let cells = record.cells.iter().map(|PartCell(cell)| &**cell);
            rows.put(RowNote { line, number, trouble }, cells).map_err(|error| spool_failed(&error))?;
            records += 1;
        }
        let OtherLine::FileEnd(end) = self.mark()? else { return Err(self.damaged()) };
        if end.records != records {
            return Err(self.damaged());
        }
        for _ in 0..end.blank_rows {
            let note = RowNote { line: 0, number: 0, trouble: None };
            rows.put(note, std::iter::empty()).map_err(|error| spool_failed(&error))?;
        }
        Ok(end)
    }

    fn mark(&self) -> Result<OtherLine, Diagnostic> {
        serde_json::from_slice(&self.line).map_err(|_| self.damaged())
    }

    fn place(&self) -> Place {
        Place::line(self.name, self.number)
    }

    /// Something that is no part at all.
    fn no_part(&self) -> Diagnostic {
        Diagnostic::error("not-a-part", words::no_part()).at(Place::file(self.name)).help(words::no_part_help())
    }

    /// A part that ends before its end.
    fn cut(&self) -> Diagnostic {
        Diagnostic::error("part-cut", words::cut()).at(self.place()).help(words::damaged_help())
    }

    /// A line that no part has.
    fn damaged(&self) -> Diagnostic {
        Diagnostic::error("part-damaged", words::damaged()).at(self.place()).help(words::damaged_help())
    }
}

fn spool_failed(error: &io::Error) -> Diagnostic {
    let problem = Diagnostic::error("no-room", opening::spool_failed(system::why(error)));
    problem.help(opening::spool_failed_help())
}

fn cannot_open(error: &io::Error, name: &str) -> Diagnostic {
    let problem = match error.kind() {
        io::ErrorKind::NotFound => Diagnostic::error("no-file", opening::no_file(name)).help(opening::no_file_help()),
        _ => return read_failed(error, Place::file(name)),
    };
    problem.at(Place::file(name))
}

fn read_failed(error: &io::Error, place: Place) -> Diagnostic {
    let problem = Diagnostic::error("read-failed", opening::read_failed(system::why(error)));
    problem.at(place).help(system::help(error).unwrap_or_else(opening::read_failed_help))
}

/// Each part that was asked something else than the first.
fn disagreements(parts: &[PartRead]) -> Vec<Diagnostic> {
    let mut all = parts.iter().flat_map(|part| part.asked.iter().map(move |asked| (&part.name, asked)));
    let Some((first_name, first)) = all.next() else { return Vec::new() };
    let told = |(name, asked): (&String, &PartAsked)| {
        let short = |rules: &str| rules.chars().take(12).collect::<String>();
        let asked_for = |asked: &PartAsked| Text::same(format!("`{}`", asked.options.join(" ")));
        let (what, here, there) = if asked.criteria != first.criteria {
            let (here, there) = (short(&asked.criteria.sha256), short(&first.criteria.sha256));
            (words::criteria(), Text::same(here), Text::same(there))
        } else if (&asked.as_of, &asked.as_of_source) != (&first.as_of, &first.as_of_source) {
            (words::as_of(), Text::same(&*asked.as_of), Text::same(&*first.as_of))
        } else if asked.options != first.options {
            (words::options(), asked_for(asked), asked_for(first))
        } else {
            return None;
        };
        let problem = Diagnostic::error("parts-disagree", words::disagree(what, here, first_name, there));
        Some(problem.at(Place::file(name)).help(words::disagree_help()))
    };
    all.filter_map(told).collect()
}

/// Each part with a file that is written otherwise than the first.
fn differences(parts: &[PartRead]) -> Vec<Diagnostic> {
    let written = |file: &PartFile| (file.encoding.clone(), file.delimiter);
    let mut all = parts.iter().flat_map(|part| part.files.iter().map(move |file| (&part.name, file)));
    let Some(first) = all.by_ref().find(|(_, file)| !file.void) else { return Vec::new() };
    let differs = |(_, file): &(&String, &PartFile)| !file.void && written(file) != written(first.1);
    let told = |(name, file): (&String, &PartFile)| {
        let shown = |file: &PartFile| format!("{}, `{}`", file.encoding, char::from(file.delimiter).escape_default());
        let what = words::written_otherwise(&file.name, shown(file), &first.1.name, shown(first.1));
        Diagnostic::warning("parts-differ", what).at(Place::file(name)).help(words::written_otherwise_help())
    };
    all.filter(differs).map(told).collect()
}

/// A file of a part as it was read, under its own name or that of the whole.
fn source(piece: FileRead, whole: Option<&str>) -> Result<Source, Diagnostic> {
    let FileRead { file, rows, .. } = piece;
    let name = whole.unwrap_or(&file.name);
    let source = Source::of_rows(name, file.header, file.header_line, file.line_end, rows);
    Ok(source.map_err(|error| spool_failed(&error))?.void(file.void))
}
