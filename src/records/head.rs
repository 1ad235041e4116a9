//! The header: taken off the text, and looked at whether it is one; titles above it and a form's own rows below it.

use std::collections::HashMap;

use super::dialect::{self, First};
use super::problems::{empty, read_failed};
use super::source::{CHUNK, Source};
use super::{Dialect, ReadOptions, row};
use crate::catalogue::{Text, records as words};
use crate::diagnostic::{Diagnostic, Place};
use crate::header::fold_name;

/// Takes the header off the text, with what is above the row that is said to be it, and looks whether it is one.
pub(super) fn read(source: &mut Source, sheet: bool, options: &ReadOptions) -> Result<(), Diagnostic> {
    let said = options.header_row.map(u64::from);
    let mut rows = rows_from_header(source, said)?;
    if source.live {
        rows.truncate(2);
    }
    let Some((header, rows)) = rows.split_first() else {
        let failed = source.failed.take().map(|error| read_failed(&error, Place::file(&source.name)));
        return Err(failed.unwrap_or_else(|| empty(&source.name)));
    };
    let line = source.line + header.line - 1;
    if let Some(said) = said.filter(|said| source.row + header.line - 1 != *said) {
        let problem = Diagnostic::error("no-header", words::no_such_header_row(said));
        return Err(problem.at(Place::line(&source.name, line)).help(words::no_such_header_row_help()));
    }
    if header.broken {
        return Err(no_header(source, line, words::header_unclosed()));
    }
    if dialect::is_data(&header.cells) {
        return Err(no_header(source, line, words::header_is_data()));
    }
    let named = header.cells.iter().rposition(|cell| !row::is_blank(cell)).map_or(0, |last| last + 1);
    not_a_table(source, header, rows)?;
    if rows.is_empty() && source.ended && source.failed.is_none() && !options.may_be_empty {
        let problem = Diagnostic::error("no-candidates", words::header_only());
        return Err(problem.at(Place::line(&source.name, line)).help(words::header_only_help()));
    }
    if dialect::may_be_data(&header.cells) {
        let warning = Diagnostic::warning("no-header", words::header_may_be_data());
        source.notes.push(warning.at(Place::line(&source.name, line)).help(words::no_header_help()));
    }
    source.header = header.cells[..named].iter().map(|name| name.trim().to_owned()).collect();
    source.header_line = line;
    source.dialect.fewest = if sheet { 0 } else { named };
    source.dialect.most = if sheet { usize::MAX } else { header.cells.len() };
    let below = rows.first();
    let own = survey_rows(&source.header, rows);
    if let Some(row) = below.filter(|row| own == 0 && is_second_header(&source.header, &row.cells)) {
        let problem = Diagnostic::error("second-header", words::second_header());
        let line = source.line + row.line - 1;
        return Err(problem.at(Place::line(&source.name, line)).help(words::second_header_help()));
    }
    source.drop_front(header.end);
    if own > 0 {
        leave_out_survey_rows(source, own);
    }
    Ok(())
}

/// So many rows below the header are looked at for one of a form's own.
const BELOW: usize = 3;

/// How many of the first rows below the header are a form's own: those that are of themselves, and those above the row of
/// Qualtrics' ids, whatever they say.
fn survey_rows(header: &[String], rows: &[First]) -> usize {
    let ids = rows.iter().take(BELOW).position(|row| has_import_ids(&row.cells)).map_or(0, |at| at + 1);
    ids.max(rows.iter().take_while(|row| is_survey_row(header, &row.cells)).count())
}

/// The header and what of the first candidates has come with it, from the row that is `said` to be the header on.
fn rows_from_header(source: &mut Source, said: Option<u64>) -> Result<Vec<First>, Diagnostic> {
    loop {
        let mut rows = ready(source);
        rows.retain(|row| said.is_none_or(|said| source.row + row.line > said));
        // The first candidates are looked at too, unless that takes long or would hold back one that is awaited.
        let enough = source.live || source.filled >= CHUNK;
        if rows.len() > BELOW || source.ended || (enough && !rows.is_empty()) {
            return Ok(rows);
        }
        if rows.is_empty() && said.is_none() {
            // However much of nothing comes before the header.
            source.drop_front(source.splitter.cut);
        }
        source.more();
        if source.skipping {
            return Err(no_header(source, source.line, words::header_too_long()));
        }
    }
}

/// The first rows that have come whole.
fn ready(source: &Source) -> Vec<First> {
    let text = &source.buffer[..source.splitter.cut];
    let Dialect { delimiter, newline, .. } = source.dialect;
    dialect::first_rows(text, &source.splitter.breaks, delimiter, newline)
}

/// Leaves out the rows that a form puts below its header, `own` of them and what else follows, tells so, and keeps what the
/// first of them asks.
fn leave_out_survey_rows(source: &mut Source, own: usize) {
    let mut lines: Vec<String> = Vec::new();
    let mut first = 0;
    loop {
        let rows = ready(source);
        let Some(row) = rows.first() else {
            if source.ended || source.filled >= CHUNK {
                break;
            }
            source.more();
            continue;
        };
        if lines.len() >= own && !is_survey_row(&source.header, &row.cells) {
            break;
        }
        if lines.is_empty() {
            first = source.line + row.line - 1;
            let asked = row.cells.iter().filter(|_| !has_import_ids(&row.cells));
            source.questions = asked.map(|cell| cell.trim().to_owned()).collect();
        }
        lines.push((source.line + row.line - 1).to_string());
        source.drop_front(row.end);
    }
    let note = Diagnostic::note("survey-rows", words::survey_rows(lines.len(), lines.join(", ")));
    source.notes.push(note.at(Place::line(&source.name, first)));
}

/// Names without what tells spellings apart.
fn bare(name: &str) -> String {
    fold_name(name).replace(' ', "")
}

fn filled(cells: &[String]) -> impl Iterator<Item = &str> {
    cells.iter().map(|cell| cell.trim()).filter(|cell| !row::is_blank(cell))
}

/// Whether cells are the columns' ids as Qualtrics notes them.
fn has_import_ids(cells: &[String]) -> bool {
    cells.iter().any(|cell| cell.trim_start().starts_with('{') && cell.contains("\"ImportId\""))
}

/// Whether a row below the header is surely the form's and no candidate: the columns' ids as Qualtrics notes them, words in
/// every column where a form notes figures, or the header once more, several of its names written otherwise (`Start Date`
/// below `StartDate`).
fn is_survey_row(header: &[String], cells: &[String]) -> bool {
    const ENOUGH: usize = 3;
    /// Columns that Qualtrics fills with figures.
    const FIGURES: [&str; 7] =
        ["startdate", "enddate", "recordeddate", "responseid", "progress", "ipaddress", "durationinseconds"];
    if has_import_ids(cells) {
        return true;
    }
    let figures = || header.iter().zip(cells).filter(|(name, _)| FIGURES.contains(&&*bare(name))).map(|(_, cell)| cell);
    let label = |cell: &String| !row::is_blank(cell) && !cell.contains(|c: char| c.is_ascii_digit());
    if figures().count() >= ENOUGH && figures().all(label) {
        return true;
    }
    let pairs = || header.iter().zip(cells).filter(|(name, cell)| !row::is_blank(cell) && !row::is_blank(name));
    let same = |(name, cell): &(&String, &String)| bare(name) == bare(cell);
    let otherwise = pairs().filter(same).filter(|(name, cell)| name.trim() != cell.trim()).count();
    let all = pairs().count();
    otherwise >= ENOUGH || all > 1 && pairs().all(|pair| same(&pair))
}

/// Whether a row below the header holds questions, or what survey tools write under them, and so is no candidate.
fn is_second_header(header: &[String], cells: &[String]) -> bool {
    const PARTS: [&str; 6] =
        ["response", "open ended response", "reponse", "reponse ouverte", "offene antwort", "respuesta abierta"];
    if is_survey_row(header, cells) {
        return false;
    }
    let count = filled(cells).count();
    let asks = filled(cells).filter(|cell| cell.ends_with('?')).count();
    let asked = header.iter().filter(|name| name.trim_end().ends_with('?')).count();
    let parts = filled(cells).filter(|cell| PARTS.contains(&&*fold_name(cell))).count();
    count > 1 && (asks * 2 > count && asked == 0 || parts > 1 || parts == 1 && row::is_blank(&cells[0]))
}

/// Tells where the first rows are no table: a title stands above the header, or each candidate is a block of lines.
fn not_a_table(source: &Source, header: &First, rows: &[First]) -> Result<(), Diagnostic> {
    let place = |row: &First| Place::line(&source.name, source.line + row.line - 1);
    if let Some((below, at)) = titles_above(header, rows) {
        let problem = Diagnostic::error("no-header", words::title_row(filled(&header.cells).count(), below));
        let line = source.line + at - 1;
        return Err(problem.at(place(header)).help(words::title_row_help(line)));
    }
    if is_prose(header, rows) {
        return Err(Diagnostic::error("no-table", words::prose()).at(place(header)).help(words::prose_help()));
    }
    if let Some(key) = block(header, rows) {
        let key = crate::yaml::short(&key);
        return Err(Diagnostic::error("no-table", words::blocks(key)).at(place(header)).help(words::blocks_help()));
    }
    Ok(())
}

/// How many cells rows have below the last of the titles above them, and on which line the first of these rows is.
fn titles_above(header: &First, rows: &[First]) -> Option<(usize, u64)> {
    let (below, line) = title_above(header, rows)?;
    let at = rows.iter().position(|row| row.line == line)?;
    Some(titles_above(&rows[at], &rows[at + 1..]).unwrap_or((below, line)))
}

/// How many cells rows have below a first one that fills no more than half as many, and so is a title; and on which line
/// the first of these rows is.
fn title_above(header: &First, rows: &[First]) -> Option<(usize, u64)> {
    let named = filled(&header.cells).count();
    let body: Vec<&First> = rows.iter().skip_while(|row| filled(&row.cells).count() <= named).collect();
    let width = filled(&body.first()?.cells).count();
    let wide = body.iter().filter(|row| filled(&row.cells).count() * 2 >= width).count();
    // A single name above two cells may be a list of one column with commas in it.
    let title = named * 2 <= width && width > 2 || named * 2 == width && header.cells.len() >= width;
    (title && body.len() > 1 && wide * 5 >= body.len() * 4).then(|| (width, body[0].line))
}

/// Whether the rows are the lines of a text: below a first one of one cell, which is no name of a column, sentences that end
/// with a full stop and are cut, if at all, by their commas.
fn is_prose(header: &First, rows: &[First]) -> bool {
    const WORDS: usize = 4;
    let words = |row: &First| filled(&row.cells).map(|cell| cell.split_whitespace().count()).sum::<usize>();
    let last = |row: &First| filled(&row.cells).last().and_then(|cell| cell.chars().last());
    let sentence = |row: &&First| words(row) >= WORDS && matches!(last(row), Some('.' | '!' | '…'));
    let sentences = rows.iter().filter(sentence).count();
    let greets = header.cells.len() > 1 || matches!(last(header), Some('.' | ':' | '!' | ',')) || words(header) > WORDS;
    let ragged = rows.iter().any(|row| filled(&row.cells).count() > header.cells.len());
    filled(&header.cells).count() == 1 && (greets || ragged) && sentences > 0 && sentences * 4 >= rows.len()
}

/// What stands before the first colon of a row's only cell, or in the first of its two.
fn key(row: &First) -> Option<&str> {
    let mut cells = filled(&row.cells);
    let first = cells.next()?;
    match (cells.next(), cells.next()) {
        (None, _) => first.split_once(':').map(|(key, _)| key.trim()),
        (Some(_), None) => Some(first.trim_end_matches(':').trim()),
        _ => None,
    }
}

/// The first key of a file of blocks: every row a key and what it says, the keys of the first block again and again.
fn block(header: &First, rows: &[First]) -> Option<String> {
    let first = key(header)?;
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for row in rows {
        *counts.entry(key(row)?).or_default() += 1;
    }
    let again = counts.get(first).copied().unwrap_or_default();
    let others = counts.iter().filter(|(key, count)| **key != first && **count >= again).count();
    (again > 0 && others > 0 && counts.len() * 2 <= rows.len() + 1).then(|| first.to_owned())
}

fn no_header(source: &Source, line: u64, what: Text) -> Diagnostic {
    Diagnostic::error("no-header", what).at(Place::line(&source.name, line)).help(words::no_header_help())
}
