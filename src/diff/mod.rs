//! Two outputs of the program, side by side: who is new or gone, who stands elsewhere, and through which criterion.
//!
//! [`read`] takes what a run wrote as JSON, JSON Lines or CSV and gives a [`Listing`]; [`compare`] holds two of them against
//! each other. What is compared is what comes of a run, not how it says so: status, score, ranks, and each criterion's
//! verdict, credit and decision. Reasons differ with the language and are left aside.

mod compare;
mod csv;
mod json;
mod listing;

use std::io::{self, BufReader, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;

pub(crate) use self::compare::{Cause, Change, ChangedRule, Difference, compare};
pub(crate) use self::listing::{ListedCriterion, ListedDecision, ListedPerson, Listing, Rated};
use crate::catalogue::{Text, diff as words, records as opening, system};
use crate::diagnostic::{Diagnostic, Place};
use crate::records;

/// Where an output is.
pub(crate) enum OutputInput {
    /// A file.
    File(std::path::PathBuf),
    /// A stream, such as standard input.
    Stream(Box<dyn Read + Send>),
}

/// Reads an output of the program, shown as `name`. What it is written in is told from its first bytes.
///
/// # Errors
/// It cannot be read, or is no output of the program in a format that can be compared.
pub(crate) fn read(input: OutputInput, name: &str) -> Result<Listing, Diagnostic> {
    let fail = |error: &io::Error| cannot_read(error, name);
    let stream: Box<dyn Read + Send> = match input {
        OutputInput::File(path) => open(&path, name)?,
        OutputInput::Stream(stream) => stream,
    };
    let (first, stream) = peek(stream).map_err(|error| fail(&error))?;
    let (first, stream) = if first.starts_with(b"\x1f\x8b") {
        peek(Box::new(MultiGzDecoder::new(BufReader::new(stream)))).map_err(|error| fail(&error))?
    } else {
        (first, stream)
    };
    let mark = first.strip_prefix(b"\xef\xbb\xbf").map_or(0, |_| 3);
    let begins = first[mark..].iter().find(|byte| !byte.is_ascii_whitespace());
    let listing = match begins {
        Some(b'{' | b'[') => {
            let mut stream = BufReader::new(stream);
            io::copy(&mut stream.by_ref().take(mark as u64), &mut io::sink()).map_err(|error| fail(&error))?;
            json::read(stream, name)
        }
        _ => csv::read(records::Input::Stdin(stream), name),
    }?;
    if listing.compares() { Ok(listing) } else { Err(no_output(name, 0, words::nothing_to_compare())) }
}

fn open(path: &Path, name: &str) -> Result<Box<dyn Read + Send>, Diagnostic> {
    if path.is_dir() {
        let problem = Diagnostic::error("directory", opening::directory(name)).at(Place::file(name));
        return Err(problem.help(words::two_outputs_help()));
    }
    match std::fs::File::open(path) {
        Ok(file) => Ok(Box::new(file)),
        Err(error) => Err(cannot_read(&error, name)),
    }
}

fn cannot_read(error: &io::Error, name: &str) -> Diagnostic {
    let problem = match error.kind() {
        io::ErrorKind::NotFound => Diagnostic::error("no-file", opening::no_file(name)).help(opening::no_file_help()),
        _ => Diagnostic::error("read-failed", opening::read_failed(system::why(error)))
            .help(system::help(error).unwrap_or_else(opening::read_failed_help)),
    };
    problem.at(Place::file(name))
}

/// Something that is no output of the program, or none that can be compared.
fn no_output(name: &str, line: u64, what: Text) -> Diagnostic {
    let problem = Diagnostic::error("not-an-output", words::no_output(what));
    problem.at(Place::line(name, line)).help(words::two_outputs_help())
}

/// The first bytes of a stream, and the stream from its beginning.
fn peek(mut stream: Box<dyn Read + Send>) -> io::Result<(Vec<u8>, Box<dyn Read + Send>)> {
    const HEAD: u64 = 4096;
    let mut first = Vec::new();
    stream.by_ref().take(HEAD).read_to_end(&mut first)?;
    let whole = io::Cursor::new(first.clone()).chain(stream);
    Ok((first, Box::new(whole)))
}
