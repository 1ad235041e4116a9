//! A decisions file: a table of any kind that candidates' files are, one decision a row.

use super::words;
use crate::catalogue::{decisions as words_of, list_and};
use crate::diagnostic::{Diagnostic, Place};
use crate::header::Header;
use crate::records::{self, Chunk, ReadOptions, Row, RowReader};

/// One row of a decisions file. A candidate's own words in `cell`, and anybody's elsewhere: hostile until escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Where it is.
    pub place: Place,
    /// The candidate; empty for everybody with the cell.
    pub id: String,
    /// The criterion's id; empty for the status as a whole.
    pub criterion: String,
    /// The text that was seen.
    pub cell: String,
    /// A reading, a verdict, a status.
    pub decision: String,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: String,
}

/// The columns of a decisions file, by their English names, in the order in which they are written.
pub(crate) const COLUMNS: [&str; 7] = ["id", "criterion", "cell", "decision", "reason", "by", "at"];

/// The headers that each of [`COLUMNS`] may have.
const HEADERS: [&[&str]; 7] =
    [words::ID, words::CRITERION, words::CELL, words::DECISION, words::REASON, words::BY, words::AT];

/// How many of [`COLUMNS`] must be there.
const NEEDED: usize = 4;

/// Reads a decisions file, shown as `name`: its decisions, in their order, and what is wrong with rows of it. A row without
/// a decision is none, and neither is a file without rows.
///
/// # Errors
/// It cannot be read, or is no table of decisions.
pub(crate) fn read(input: records::Input, name: &str) -> Result<(Vec<Entry>, Vec<Diagnostic>), Diagnostic> {
    let mut source = match records::open(input, name, &ReadOptions::default(), false) {
        Ok(source) => source,
        Err(problem) if problem.code == "no-candidates" || problem.code == "empty-file" => {
            return Ok(Default::default());
        }
        Err(problem) => return Err(problem),
    };
    let columns = bind(source.header(), source.header_line(), name)?;
    let mut entries = Vec::new();
    let mut problems = source.notes().to_vec();
    let mut reader = RowReader::new(source.dialect());
    let mut chunk = Chunk::default();
    while source.next(&mut chunk)? {
        reader.rows(&chunk, |row| {
            let entry = entry(&row, &columns, name);
            match row.trouble {
                Some(trouble) => problems.push(trouble.told(name, row.line)),
                None if entry.decision.trim().is_empty() => {}
                None => entries.push(entry),
            }
        });
    }
    Ok((entries, problems))
}

/// Which column each of [`COLUMNS`] is in a header on this line of the file shown as `name`.
///
/// # Errors
/// One that is needed is missing, or two could be meant.
pub(crate) fn bind(header: &[String], line: u64, name: &str) -> Result<[Option<usize>; 7], Diagnostic> {
    let header = Header::new(header.to_vec());
    let wrong = |what, help| Err(Diagnostic::error("not-decisions", what).at(Place::line(name, line)).help(help));
    let mut columns = [None; 7];
    for (at, headers) in HEADERS.iter().enumerate() {
        let headers: Vec<String> = headers.iter().map(|name| (*name).to_owned()).collect();
        match header.find(&headers).as_slice() {
            [] => {}
            [one] => columns[at] = Some(*one),
            several => {
                let names: Vec<String> = several.iter().map(|at| format!("`{}`", header.names()[*at])).collect();
                return wrong(words_of::two_columns(COLUMNS[at], list_and(&names)), words_of::two_columns_help());
            }
        }
    }
    let missing = columns[..NEEDED].iter().zip(COLUMNS).filter(|(column, _)| column.is_none());
    let missing: Vec<String> = missing.map(|(_, name)| format!("`{name}`")).collect();
    if missing.is_empty() {
        return Ok(columns);
    }
    wrong(words_of::missing_columns(missing.len(), list_and(&missing)), words_of::missing_columns_help())
}

fn entry(row: &Row<'_>, columns: &[Option<usize>; 7], name: &str) -> Entry {
    let [id, criterion, cell, decision, reason, by, at] =
        columns.map(|column| column.map_or("", |column| row.get(column)).to_owned());
    Entry { place: Place::line(name, row.line), id, criterion, cell, decision, reason, by, at }
}
