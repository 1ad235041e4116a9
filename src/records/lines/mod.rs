//! JSON Lines: each line one object, each object one candidate, written out as the rows that the rest of the room reads.
//!
//! The header is every key that any line has, in the order in which they come. A line that is no such object is a row with
//! what is wrong with it, and whatever of it could be read.

mod object;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use memchr::memchr;

use self::object::{JsonLine, Keys};
use super::noted::{NotedRows, RowNote};
use super::problems::read_failed;
use super::source::CHUNK;
use super::split::LONGEST;
use super::trouble::Trouble;
use crate::catalogue::records as words;
use crate::diagnostic::{Diagnostic, Place};

/// Lines as rows.
pub(super) struct LinesRead {
    /// The rows, to be read from their start.
    pub(super) text: File,
    /// Every key that there is.
    pub(super) header: Vec<String>,
    /// How many lines there are.
    pub(super) lines: u64,
    /// How many of them hold something.
    pub(super) records: u64,
}

/// Of a file in which none of so many lines is an object, every line is something else.
const NONE_OF: u64 = 100;

/// Whether a text whose first lines are these is JSON Lines: the first that has something on it is an object by itself.
/// `whole` says that nothing follows.
pub(super) fn are_lines(head: &str, whole: bool) -> bool {
    let text = head.trim_start_matches(|c: char| c.is_whitespace() || c == object::MARK);
    let line = text.split_once('\n').map(|(line, _)| line).or(whole.then_some(text));
    line.is_some_and(object::is_object)
}

/// Reads all lines of a text in UTF-8.
///
/// # Errors
/// It cannot be read, it holds no objects, or more keys than a table has columns.
pub(super) fn read(stream: impl Read, name: &str) -> Result<LinesRead, Diagnostic> {
    let place = |number: u64| Place::line(name, number);
    let spool_failed = |error: io::Error| super::spool_failed(&error, name);
    let mut stream = BufReader::with_capacity(CHUNK, stream);
    let mut rows = NotedRows::new().map_err(spool_failed)?;
    let (mut keys, mut object) = (Keys::default(), JsonLine::default());
    let (mut number, mut records, mut objects) = (0, 0, 0);
    let mut line = Vec::new();
    let mut next = |line: &mut Vec<u8>, number: u64| {
        next_line(&mut stream, line).map_err(|error| read_failed(&error, place(number + 1)))
    };
    while let Some(whole) = next(&mut line, number)? {
        number += 1;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let found = object.read(&line, &mut keys).map_err(|_| too_many_keys(place(number)))?;
        let trouble = if whole { found } else { Some(Trouble::TooLong { before: object.width() }) };
        records += 1;
        objects += u64::from(!matches!(found, Some(Trouble::NotJson { .. } | Trouble::NotAnObject)));
        if objects == 0 && records >= NONE_OF {
            return Err(no_objects(name));
        }
        rows.put(RowNote { line: number, number, trouble }, object.cells()).map_err(spool_failed)?;
    }
    if objects == 0 && records > 0 {
        return Err(no_objects(name));
    }
    Ok(LinesRead { text: rows.finish().map_err(spool_failed)?, header: keys.into_names(), lines: number, records })
}

/// Reads a line without its end, and says whether that is all of it: one of [`LONGEST`] bytes is cut there. Nothing at the
/// end of the text.
fn next_line(stream: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
    line.clear();
    let (mut begun, mut whole) = (false, true);
    loop {
        let bytes = match stream.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            bytes => bytes?,
        };
        if bytes.is_empty() {
            return Ok(begun.then_some(whole));
        }
        begun = true;
        let end = memchr(b'\n', bytes);
        let part = &bytes[..end.unwrap_or(bytes.len())];
        let room = LONGEST - line.len();
        whole &= part.len() <= room;
        line.extend_from_slice(&part[..part.len().min(room)]);
        let taken = end.map_or(bytes.len(), |end| end + 1);
        stream.consume(taken);
        if end.is_some() {
            return Ok(Some(whole));
        }
    }
}

/// Something else than an object on each line.
fn no_objects(name: &str) -> Diagnostic {
    Diagnostic::error("not-json-lines", words::no_objects()).at(Place::file(name)).help(words::json_help())
}

fn too_many_keys(place: Place) -> Diagnostic {
    Diagnostic::error("too-many-keys", words::too_many_keys(object::MOST_KEYS))
        .at(place)
        .help(words::too_many_keys_help())
}
