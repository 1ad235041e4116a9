//! A sheet written out as the text that the rest of the room reads.
//!
//! Rows end with a carriage return, which no cell has, so that the number of a row in the sheet is the number of a line
//! in the text, whatever the line breaks within cells. No more columns are written than the header has: what stands
//! far to the right of them costs nothing.

use std::fs::File;
use std::io::{self, BufWriter, Seek, Write};

use super::limits::{Limits, MOST_COLUMNS, MOST_ROWS, SheetFailure};
use super::value::{CellValue, number};
use crate::catalogue::{Text, list_and, records as words};
use crate::diagnostic::{Diagnostic, Place};
use crate::records::row::is_blank;
use crate::records::split::LONGEST;

/// So many columns are written of each row, however few the header has, so that a title above the table shows.
const FEWEST_COLUMNS: u32 = 64;

/// So many runs of hidden rows are told one by one.
const TOLD_RUNS: usize = 10;

/// Where a cell's text begins and ends in that of its row.
type Within = (usize, usize);

/// A sheet being written out, row by row.
pub(super) struct Out {
    text: BufWriter<File>,
    limits: Limits,
    /// Bytes that may yet be written.
    left: u64,
    /// The rows that are written.
    written: u32,
    /// The row that is being filled, or that comes next, from 0.
    row: u32,
    /// Its text, one cell after the other as they come.
    cells: String,
    /// Where each column's text is in it; nothing where the cell was not there.
    places: Vec<Option<Within>>,
    hidden: Hidden,
    /// Whether the row that is being filled is hidden.
    is_hidden: bool,
    /// The columns of the header, once it is known.
    columns: Option<Vec<ColumnNumbers>>,
}

/// What is kept of a column to see whether its dates are plain numbers.
struct ColumnNumbers {
    header: String,
    of_dates: bool,
    day_number: Option<f64>,
}

/// The hidden rows with something in them.
#[derive(Default)]
struct Hidden {
    count: usize,
    last: u32,
    /// The first runs of them, from and to, as rows are counted.
    runs: Vec<(u32, u32)>,
    /// How many are in these runs.
    told: usize,
}

impl Out {
    pub(super) fn new(limits: &Limits) -> io::Result<Self> {
        Ok(Self {
            text: BufWriter::with_capacity(1 << 18, tempfile::tempfile()?),
            limits: *limits,
            left: limits.text,
            written: 0,
            row: 0,
            cells: String::new(),
            places: Vec::new(),
            hidden: Hidden::default(),
            is_hidden: false,
            columns: None,
        })
    }

    /// The row that is being filled, or that comes next, from 0.
    pub(super) const fn row(&self) -> u32 {
        self.row
    }

    /// Whether anything has been written.
    pub(super) const fn is_filled(&self) -> bool {
        self.columns.is_some()
    }

    /// Whether a cell in this column is written.
    pub(super) fn wants(&self, column: u32) -> bool {
        let width = |columns: &Vec<ColumnNumbers>| u32::try_from(columns.len()).unwrap_or(u32::MAX);
        self.columns.as_ref().is_none_or(|columns| column < width(columns).max(FEWEST_COLUMNS))
    }

    /// A row begins, from 0: the one that comes next, or one further down.
    pub(super) fn begin(&mut self, row: u32, hidden: bool) -> Result<(), SheetFailure> {
        if row < self.row {
            return Err(SheetFailure::Damaged(words::rows_out_of_order(u64::from(row) + 1, u64::from(self.row))));
        }
        if row >= MOST_ROWS {
            return Err(SheetFailure::Large(words::too_many_rows(u64::from(MOST_ROWS))));
        }
        self.row = row;
        self.is_hidden = hidden;
        Ok(())
    }

    /// The row that comes next begins. That there are no more rows is told where one has something in it.
    pub(super) fn begin_next(&mut self, hidden: bool) {
        self.is_hidden = hidden;
    }

    /// A cell of the row, from 0. It stands in `times` columns one after the other.
    pub(super) fn cell(&mut self, column: u32, times: u32, value: &CellValue<'_>) -> Result<(), SheetFailure> {
        let from = self.cells.len();
        value.say(&mut self.cells);
        let place = (from, self.cells.len());
        if self.cells.len() > LONGEST {
            return Err(SheetFailure::Large(words::too_long_a_row(LONGEST >> 20)));
        }
        if times > 1 && is_blank(&self.cells[from..]) {
            return Ok(());
        }
        for column in column..column.saturating_add(times) {
            if !self.wants(column) {
                break;
            }
            if column >= MOST_COLUMNS {
                return Err(SheetFailure::Large(words::too_many_columns(u64::from(MOST_COLUMNS))));
            }
            let at = column as usize;
            if self.places.len() <= at {
                self.places.resize(at + 1, None);
            }
            if self.places[at].replace(place).is_some() {
                return Err(SheetFailure::Damaged(words::cell_twice(u64::from(column) + 1)));
            }
            let about = self.columns.as_mut().and_then(|columns| columns.get_mut(at));
            if let Some(about) = about.filter(|column| column.of_dates && column.day_number.is_none()) {
                about.day_number = value.day_number();
            }
        }
        Ok(())
    }

    /// The row ends. It stands in `times` rows one after the other.
    pub(super) fn end(&mut self, times: u32) -> Result<(), SheetFailure> {
        let last = self.places.iter().rposition(|place| !is_blank(text(&self.cells, *place)));
        if let Some(last) = last {
            if self.row.saturating_add(times) > MOST_ROWS {
                return Err(SheetFailure::Large(words::too_many_rows(u64::from(MOST_ROWS))));
            }
            let header = self.columns.is_none();
            for _ in 0..times {
                self.write()?;
            }
            if header {
                let columns = self.places[..=last].iter().map(|place| ColumnNumbers::new(text(&self.cells, *place)));
                self.columns = Some(columns.collect());
            } else if self.is_hidden {
                self.hidden.add(self.row + 1, times);
            }
        }
        self.row = self.row.saturating_add(times);
        self.cells.clear();
        self.places.clear();
        Ok(())
    }

    /// Writes the row, up to its last cell.
    fn write(&mut self) -> Result<(), SheetFailure> {
        let places = &self.places;
        let length: usize = places.iter().map(|place| place.map_or(1, |(from, to)| to - from + 1)).sum();
        let Some(left) = self.left.checked_sub(length as u64) else {
            return Err(SheetFailure::Large(words::too_much_text(self.limits.text >> 20)));
        };
        self.left = left;
        // Below the header, a row without anything in it is one that is left out and counted.
        let nothing: &[u8] = if self.columns.is_some() { b",\r" } else { b"\r" };
        for _ in self.written..self.row {
            self.text.write_all(nothing)?;
        }
        self.written = self.written.max(self.row) + 1;
        for (i, place) in places.iter().enumerate() {
            if i > 0 {
                self.text.write_all(b",")?;
            }
            write_quoted(&mut self.text, text(&self.cells, *place))?;
        }
        self.text.write_all(b"\r")?;
        Ok(())
    }

    /// The text, to be read from its start, and what is worth knowing about it.
    pub(super) fn finish(self, name: &str) -> Result<(File, Vec<Diagnostic>), SheetFailure> {
        let mut notes: Vec<Diagnostic> = self.hidden.told(name).into_iter().collect();
        notes.extend(self.columns.iter().flatten().filter_map(|column| column.date_as_number(name)));
        let mut text = self.text.into_inner().map_err(io::IntoInnerError::into_error)?;
        text.rewind()?;
        Ok((text, notes))
    }
}

/// The text of a cell; nothing where there is none.
fn text(cells: &str, place: Option<Within>) -> &str {
    place.and_then(|(from, to)| cells.get(from..to)).unwrap_or_default()
}

fn write_quoted(out: &mut impl Write, cell: &str) -> io::Result<()> {
    if memchr::memchr3(b',', b'"', b'\n', cell.as_bytes()).is_none() {
        return out.write_all(cell.as_bytes());
    }
    out.write_all(b"\"")?;
    for (i, part) in cell.split('"').enumerate() {
        if i > 0 {
            out.write_all(b"\"\"")?;
        }
        out.write_all(part.as_bytes())?;
    }
    out.write_all(b"\"")
}

impl Hidden {
    /// Rows are hidden, from this one on, from 1.
    fn add(&mut self, row: u32, times: u32) {
        let (last, count) = (row + times - 1, times as usize);
        let goes_on = self.count > 0 && self.last + 1 == row;
        if self.told == self.count {
            if let Some(run) = self.runs.last_mut().filter(|_| goes_on) {
                run.1 = last;
                self.told += count;
            } else if self.runs.len() < TOLD_RUNS {
                self.runs.push((row, last));
                self.told += count;
            }
        }
        self.count += count;
        self.last = last;
    }

    /// Hidden rows count like others, and whoever sees the sheet does not see them.
    fn told(&self, name: &str) -> Option<Diagnostic> {
        if self.count == 0 {
            return None;
        }
        let run = |(from, to): &(u32, u32)| {
            let (from, to) = (u64::from(*from), u64::from(*to));
            if from == to { words::row(from) } else { words::rows_from_to(from, to) }
        };
        let mut rows: Vec<Text> = self.runs.iter().map(run).collect();
        let more = self.count - self.told;
        if more > 0 {
            rows.push(words::rows_more(more));
        }
        let what = words::hidden_rows(self.count, list_and(&rows));
        Some(Diagnostic::warning("hidden-rows", what).at(Place::file(name)).help(words::hidden_rows_help()))
    }
}

impl ColumnNumbers {
    fn new(header: &str) -> Self {
        Self { header: header.to_owned(), of_dates: speaks_of_a_date(header), day_number: None }
    }

    /// Tells of a column that is called a date and holds the plain numbers that a spreadsheet keeps dates as.
    fn date_as_number(&self, name: &str) -> Option<Diagnostic> {
        let what = words::date_as_number(self.header.trim(), Text::same(number(self.day_number?)));
        Some(Diagnostic::warning("date-as-number", what).at(Place::file(name)).help(words::date_as_number_help()))
    }
}

/// The words that a header of dates has one of, folded.
const DATE_WORDS: [&str; 22] = [
    "date",
    "dates",
    "day",
    "jour",
    "deadline",
    "timestamp",
    "horodateur",
    "horodatage",
    "submitted",
    "soumis",
    "received",
    "recu",
    "recue",
    "birth",
    "naissance",
    "applied",
    "depot",
    "echeance",
    "expiry",
    "expires",
    "since",
    "depuis",
];

fn speaks_of_a_date(header: &str) -> bool {
    let folded = crate::header::fold_name(header);
    folded.split(' ').any(|word| DATE_WORDS.contains(&word))
}
