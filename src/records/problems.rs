//! What can be wrong with a file as a whole.

use std::io;
use std::path::Path;

use encoding_rs::Encoding;

use crate::catalogue::{records as words, system};
use crate::diagnostic::{Diagnostic, Place};

pub(super) fn empty(name: &str) -> Diagnostic {
    Diagnostic::error("empty-file", words::empty()).at(Place::file(name)).help(words::empty_help())
}

pub(super) fn directory(name: &str) -> Diagnostic {
    Diagnostic::error("directory", words::directory(name)).at(Place::file(name)).help(words::directory_help())
}

/// What is told where the way to the text is barred.
pub(super) fn cannot_open(error: &io::Error, path: &Path, name: &str) -> Diagnostic {
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

pub(super) fn spool_failed(error: &io::Error, name: &str) -> Diagnostic {
    let problem = Diagnostic::error("no-room", words::spool_failed(system::why(error)));
    problem.at(Place::file(name)).help(words::spool_failed_help())
}

/// Tells how a file is read, where that is not UTF-8 or not with commas.
pub(super) fn dialect_note(name: &str, encoding: Option<&'static Encoding>, delimiter: Option<u8>) -> Diagnostic {
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

/// Tells that reading failed, before or in the midst of a file.
pub(super) fn read_failed(error: &io::Error, place: Place) -> Diagnostic {
    let line = place.line.max(1);
    let problem = match error.kind() {
        io::ErrorKind::UnexpectedEof => {
            Diagnostic::error("truncated-file", words::truncated(line)).help(words::truncated_help())
        }
        io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData => {
            Diagnostic::error("damaged-file", words::damaged(line)).help(words::truncated_help())
        }
        _ => Diagnostic::error("read-failed", words::read_failed(system::why(error)))
            .help(system::help(error).unwrap_or_else(words::read_failed_help)),
    };
    problem.at(place)
}
