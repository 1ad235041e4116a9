//! A decisions file: a table of any kind that candidates' files are, one decision a row; of a workbook, each sheet that has
//! the columns for it, wherever it stands.

use super::words;
use crate::catalogue::{Text, decisions as words_of, list_and};
use crate::diagnostic::{Diagnostic, Place};
use crate::header::Header;
use crate::records::{self, Chunk, Row, RowReader, Source};

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

/// How many columns a decisions file has.
pub(crate) const WIDTH: usize = 7;

/// The headers that each of them may have, in the order in which they are written.
const HEADERS: [&[&str]; WIDTH] =
    [words::ID, words::CRITERION, words::CELL, words::DECISION, words::REASON, words::BY, words::AT];

/// Which columns of [`HEADERS`] a file of decisions on cells must have.
const ON_CELLS: [usize; 4] = [0, 1, 2, 3];

/// Which of them one must have that decides on nothing but statuses; it has neither criterion nor cell.
const ON_STATUSES: [usize; 3] = [0, 3, 4];

/// What the columns are called, in their order.
pub(crate) fn heads() -> [Text; WIDTH] {
    use words_of as head;
    [head::id(), head::criterion(), head::cell(), head::decision(), head::reason(), head::by(), head::at()]
}

/// Reads a decisions file, shown as `name`: its decisions, in their order, and what is wrong with rows of it. A row without
/// a decision is none, and neither is a file without rows. Of a workbook, every sheet of decisions is read.
///
/// # Errors
/// It cannot be read, or none of it is a table of decisions.
pub(crate) fn read(input: records::Input, name: &str) -> Result<(Vec<Entry>, Vec<Diagnostic>), Diagnostic> {
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    // Whether there was a table of decisions; and why the first one that is none is none.
    let (mut any, mut other) = (false, None);
    records::each_table(input, name, |table| {
        let none = match table {
            Err(problem) if problem.code == "no-candidates" || problem.code == "empty-file" => return Ok(()),
            Err(problem) => problem,
            Ok(source) => match missing(&Header::new(source.header().to_vec())) {
                missing if missing.is_empty() => {
                    any = true;
                    return table_of(source, &mut entries, &mut problems);
                }
                missing => lacking(&missing, &Place::line(source.name(), source.header_line())),
            },
        };
        other.get_or_insert(none);
        Ok(())
    })?;
    match other {
        Some(problem) if !any => Err(problem),
        _ => Ok((entries, problems)),
    }
}

/// Reads the decisions of one table.
fn table_of(mut source: Source, entries: &mut Vec<Entry>, problems: &mut Vec<Diagnostic>) -> Result<(), Diagnostic> {
    let name = source.name().clone();
    let columns = bind(source.header(), source.header_line(), &name)?;
    problems.extend_from_slice(source.notes());
    let mut reader = RowReader::new(source.dialect());
    let mut chunk = Chunk::default();
    while source.next(&mut chunk)? {
        reader.rows(&chunk, |row| {
            let entry = entry(&row, &columns, &name);
            match row.trouble {
                Some(trouble) => problems.push(trouble.told(&name, row.line)),
                None if entry.decision.trim().is_empty() => {}
                None => entries.push(entry),
            }
        });
    }
    Ok(())
}

/// The columns of a header that may be the one at this place of [`HEADERS`].
fn found(header: &Header, at: usize) -> Vec<usize> {
    let find = |headers: &[&str]| header.find(&headers.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
    match find(HEADERS[at]) {
        // Whoever has no id is called by the row.
        none if at == 0 && none.is_empty() => find(words::ROW),
        columns => columns,
    }
}

/// The places in [`HEADERS`] of what a header lacks to be that of decisions.
fn missing(header: &Header) -> Vec<usize> {
    let lacks = |at: &usize| found(header, *at).is_empty();
    if lacks(&1) && lacks(&2) && !ON_STATUSES.iter().any(lacks) {
        return Vec::new();
    }
    ON_CELLS.into_iter().filter(lacks).collect()
}

fn lacking(missing: &[usize], place: &Place) -> Diagnostic {
    let names: Vec<Text> = missing.iter().map(|at| named(*at)).collect();
    let what = words_of::missing_columns(names.len(), list_and(&names));
    Diagnostic::error("not-decisions", what).at(place.clone()).help(words_of::missing_columns_help())
}

/// What the column at this place of [`HEADERS`] is called in a message.
pub(crate) fn named(at: usize) -> Text {
    let head = &heads()[at];
    Text::each(|lang| format!("`{}`", head.to(lang)))
}

/// Which column each of those of a decisions file is in a header on this line of the file shown as `name`.
///
/// # Errors
/// One that is needed is missing, or two could be meant.
pub(crate) fn bind(header: &[String], line: u64, name: &str) -> Result<[Option<usize>; WIDTH], Diagnostic> {
    let header = Header::new(header.to_vec());
    let place = Place::line(name, line);
    let missing = missing(&header);
    if !missing.is_empty() {
        return Err(lacking(&missing, &place));
    }
    let mut columns = [None; WIDTH];
    for (at, column) in columns.iter_mut().enumerate() {
        match found(&header, at).as_slice() {
            [] => {}
            [one] => *column = Some(*one),
            several => {
                let names: Vec<String> = several.iter().map(|at| format!("`{}`", header.names()[*at])).collect();
                let what = words_of::two_columns(named(at), list_and(&names));
                return Err(Diagnostic::error("not-decisions", what).at(place).help(words_of::two_columns_help()));
            }
        }
    }
    Ok(columns)
}

fn entry(row: &Row<'_>, columns: &[Option<usize>; WIDTH], name: &str) -> Entry {
    let [id, criterion, cell, decision, reason, by, at] =
        columns.map(|column| column.map_or("", |column| row.get(column)).to_owned());
    Entry { place: Place::line(name, row.line), id, criterion, cell, decision, reason, by, at }
}
