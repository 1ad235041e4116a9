//! What the name of a file says of what is to be in it: one rule for every command that writes.

use std::path::Path;

use super::super::{Failure, shown};
use crate::catalogue::{Text, commands as words, list_or};
use crate::diagnostic::{Diagnostic, Place};

/// The endings of criteria files.
pub(crate) const CRITERIA_ENDINGS: &[&str] = &["yaml", "yml"];

/// The format that a file's name asks for, of those a command writes, each with the endings of its files; none where the
/// name has no ending. A name that ends otherwise would hold something else than it says: it is refused, and `help` is
/// given the endings there are.
///
/// # Errors
/// No format ends so.
pub(crate) fn by_ending<T: Copy>(
    path: Option<&Path>,
    formats: &[(T, &[&str])],
    help: fn(Text) -> Text,
) -> Result<Option<T>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let Some(ending) = ending.filter(|ending| !ending.is_empty()) else { return Ok(None) };
    let format = formats.iter().find(|(_, endings)| endings.contains(&ending.as_str()));
    format.map(|(format, _)| Some(*format)).ok_or_else(|| {
        let first = |(_, endings): &(T, &[&str])| endings.first().map(|ending| format!("`.{ending}`"));
        let endings: Vec<String> = formats.iter().filter_map(first).collect();
        let problem = Diagnostic::error("output-ending", words::output_ending(&ending));
        problem.at(Place::file(&shown(path))).help(help(list_or(&endings))).into()
    })
}
