//! Spreadsheets: one sheet, written out as the text that the rest of the room reads.
//!
//! Rows end with a carriage return, which no cell has, so that the number of a row in the sheet is the number of a line
//! in the text, whatever the line breaks within cells.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Seek, Write};

use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, SheetType, SheetVisible, Style, Xls, Xlsb, Xlsx};

use super::rows::is_blank;
use crate::catalogue::{Text, list_and, records as words};
use crate::diagnostic::{Diagnostic, Place};

/// The last row that any spreadsheet has.
const LAST_ROW: u32 = 1 << 20;

/// A sheet as text.
pub(super) struct Sheet {
    /// The text, to be read from its start.
    pub(super) text: File,
    /// What is worth knowing about the choice of the sheet and its cells.
    pub(super) notes: Vec<Diagnostic>,
}

enum Book {
    Xlsx(Box<Xlsx<BufReader<File>>>),
    Xlsb(Box<Xlsb<BufReader<File>>>),
    Xls(Box<Xls<BufReader<File>>>),
    Ods(Box<Ods<BufReader<File>>>),
}

/// Why a sheet could not be written out.
enum Failure {
    /// The spreadsheet is damaged.
    Damaged(String),
    /// The text could not be written.
    Spool(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Spool(error)
    }
}

fn damaged(error: impl std::fmt::Debug + std::fmt::Display) -> Failure {
    Failure::Damaged(error.to_string())
}

/// Writes out the sheet that is wanted, by name or number; without one, the first that can be seen and has something
/// in it.
pub(super) fn read(file: &File, name: &str, wanted: Option<&str>) -> Result<Sheet, Diagnostic> {
    let mut book = open(file).map_err(|failure| tell(failure, name))?;
    let sheets: Vec<(String, bool)> = book
        .sheets()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
        .collect();
    let candidates: Vec<&str> = match wanted {
        Some(wanted) => vec![choose(&sheets, wanted, name)?],
        None => sheets.iter().filter(|(_, visible)| *visible).map(|(sheet, _)| sheet.as_str()).collect(),
    };
    for sheet in candidates {
        let (mut text, filled, mut notes) = write_out(&mut book, sheet, name).map_err(|failure| tell(failure, name))?;
        if !filled {
            continue;
        }
        let others: Vec<Text> = sheets.iter().filter(|(other, _)| other != sheet).map(shown).collect();
        if !others.is_empty() && wanted.is_none() {
            let what = words::sheet_chosen(sheet, list_and(&others));
            notes.insert(0, Diagnostic::note("sheet", what).at(Place::file(name)).help(words::sheet_chosen_help()));
        }
        text.rewind().map_err(|error| tell(error.into(), name))?;
        return Ok(Sheet { text, notes });
    }
    let what = match wanted {
        Some(wanted) => words::sheet_empty(wanted),
        None => words::sheets_empty(),
    };
    let problem = Diagnostic::error("empty-file", what).at(Place::file(name));
    Err(if sheets.len() > 1 { problem.help(words::sheets_there(listed(&sheets))) } else { problem })
}

fn shown((sheet, visible): &(String, bool)) -> Text {
    if *visible { Text::same(format!("`{sheet}`")) } else { words::hidden_sheet(sheet) }
}

fn listed(sheets: &[(String, bool)]) -> Text {
    list_and(&sheets.iter().map(shown).collect::<Vec<_>>())
}

/// The sheet with this name, in any case, or this number.
fn choose<'a>(sheets: &'a [(String, bool)], wanted: &str, name: &str) -> Result<&'a str, Diagnostic> {
    let folded = crate::header::fold_name(wanted);
    let exact = sheets.iter().find(|(sheet, _)| sheet == wanted);
    let alike = || sheets.iter().find(|(sheet, _)| crate::header::fold_name(sheet) == folded);
    let number = || wanted.parse::<usize>().ok().and_then(|number| sheets.get(number.checked_sub(1)?));
    if let Some((sheet, _)) = exact.or_else(alike).or_else(number) {
        return Ok(sheet);
    }
    let near = |sheet: &str| strsim::jaro_winkler(&crate::header::fold_name(sheet), &folded);
    let nearest = sheets.iter().map(|(sheet, _)| (near(sheet), sheet)).max_by(|a, b| a.0.total_cmp(&b.0));
    let help = match nearest {
        Some((near, sheet)) if near > 0.8 => words::sheet_nearest(sheet, listed(sheets)),
        _ => words::sheets_there(listed(sheets)),
    };
    Err(Diagnostic::error("unknown-sheet", words::unknown_sheet(wanted)).at(Place::file(name)).help(help))
}

fn tell(failure: Failure, name: &str) -> Diagnostic {
    match failure {
        Failure::Damaged(what) if what.to_lowercase().contains("password") => {
            let problem = Diagnostic::error("not-a-table", words::is_no_table(words::with_password()));
            problem.at(Place::file(name)).help(words::with_password_help())
        }
        Failure::Damaged(what) => Diagnostic::error("damaged-sheet", words::damaged_sheet(what))
            .at(Place::file(name))
            .help(words::damaged_sheet_help()),
        Failure::Spool(error) => super::spool_failed(&error, name),
    }
}

fn open(file: &File) -> Result<Book, Failure> {
    let again = || -> Result<BufReader<File>, Failure> {
        let mut file = file.try_clone()?;
        file.rewind()?;
        Ok(BufReader::new(file))
    };
    let mut magic = [0; 4];
    let count = super::encoding::read(&mut again()?, &mut magic)?;
    if !magic[..count].starts_with(b"PK") {
        return Xls::new(again()?).map(|book| Book::Xls(Box::new(book))).map_err(damaged);
    }
    let first = match Xlsx::new(again()?) {
        Ok(book) => return Ok(Book::Xlsx(Box::new(book))),
        Err(error) => error,
    };
    if let Ok(book) = Xlsb::new(again()?) {
        return Ok(Book::Xlsb(Box::new(book)));
    }
    if let Ok(book) = Ods::new(again()?) {
        return Ok(Book::Ods(Box::new(book)));
    }
    Err(damaged(first))
}

impl Book {
    fn sheets(&self) -> &[calamine::Sheet] {
        match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Xlsb(book) => book.sheets_metadata(),
            Self::Xls(book) => book.sheets_metadata(),
            Self::Ods(book) => book.sheets_metadata(),
        }
    }
}

/// Writes a sheet to a file of its own; answers whether anything is in it.
fn write_out(book: &mut Book, sheet: &str, name: &str) -> Result<(File, bool, Vec<Diagnostic>), Failure> {
    let mut out = Out {
        text: BufWriter::with_capacity(1 << 18, tempfile::tempfile()?),
        row: 0,
        cells: Vec::new(),
        used: 0,
        filled: false,
        columns: Vec::new(),
    };
    match book {
        Book::Xlsx(book) => {
            let mut cells = book.worksheet_cells_reader(sheet).map_err(damaged)?;
            let format = |style: &Style| style.number_format.as_ref().is_some_and(|f| is_percent(&f.format_code));
            let percents: Vec<bool> = cells.styles().iter().map(format).collect();
            while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(damaged)? {
                let percent = percents.get(style).is_some_and(|percent| *percent);
                out.cell(cell.get_position(), &cell_of(cell.get_value()), percent)?;
            }
        }
        Book::Xlsb(book) => {
            let mut cells = book.worksheet_cells_reader(sheet).map_err(damaged)?;
            while let Some(cell) = cells.next_cell().map_err(damaged)? {
                out.cell(cell.get_position(), &cell_of(cell.get_value()), false)?;
            }
        }
        Book::Xls(book) => out.range(&book.worksheet_range(sheet).map_err(damaged)?)?,
        Book::Ods(book) => out.range(&book.worksheet_range(sheet).map_err(damaged)?)?,
    }
    out.end_row()?;
    let notes = out.dates_as_numbers(name);
    let text = out.text.into_inner().map_err(io::IntoInnerError::into_error)?;
    Ok((text, out.filled, notes))
}

/// A cell's value, whatever kind of spreadsheet it comes from.
enum Value<'a> {
    Nothing,
    Number(f64),
    Whole(i64),
    Text(&'a str),
    Flag(bool),
    Moment(ExcelDateTime),
    MomentIso(&'a str),
    DurationIso(&'a str),
    Error(String),
}

fn cell_of<'a>(cell: &'a DataRef<'_>) -> Value<'a> {
    match cell {
        DataRef::Empty => Value::Nothing,
        DataRef::Int(value) => Value::Whole(*value),
        DataRef::Float(value) => Value::Number(*value),
        DataRef::String(text) => Value::Text(text),
        DataRef::SharedString(text) => Value::Text(text),
        DataRef::Bool(value) => Value::Flag(*value),
        DataRef::DateTime(moment) => Value::Moment(*moment),
        DataRef::DateTimeIso(text) => Value::MomentIso(text),
        DataRef::DurationIso(text) => Value::DurationIso(text),
        DataRef::Error(error) => Value::Error(error.to_string()),
    }
}

fn data_of(cell: &Data) -> Value<'_> {
    match cell {
        Data::Empty => Value::Nothing,
        Data::Int(value) => Value::Whole(*value),
        Data::Float(value) => Value::Number(*value),
        Data::String(text) => Value::Text(text),
        Data::Bool(value) => Value::Flag(*value),
        Data::DateTime(moment) => Value::Moment(*moment),
        Data::DateTimeIso(text) => Value::MomentIso(text),
        Data::DurationIso(text) => Value::DurationIso(text),
        Data::Error(error) => Value::Error(error.to_string()),
    }
}

/// What is kept of a column to see whether its dates are plain numbers.
#[derive(Default)]
struct Column {
    header: Option<String>,
    day_number: Option<f64>,
}

struct Out {
    text: BufWriter<File>,
    /// The row that is being filled, from 0.
    row: u32,
    cells: Vec<String>,
    used: usize,
    filled: bool,
    columns: Vec<Column>,
}

impl Out {
    fn range(&mut self, range: &calamine::Range<Data>) -> Result<(), Failure> {
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            let at = |start: u32, offset: usize| start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
            self.cell((at(top, row), at(left, column)), &data_of(cell), false)?;
        }
        Ok(())
    }

    fn cell(&mut self, (row, column): (u32, u32), value: &Value<'_>, percent: bool) -> Result<(), Failure> {
        if matches!(value, Value::Nothing) {
            return Ok(());
        }
        if row < self.row || row > LAST_ROW || column > LAST_ROW {
            return Err(Failure::Damaged(format!("row {}, column {}", u64::from(row) + 1, u64::from(column) + 1)));
        }
        while self.row < row {
            self.end_row()?;
        }
        let column = column as usize;
        if self.cells.len() <= column {
            self.cells.resize_with(column + 1, String::new);
        }
        self.used = self.used.max(column + 1);
        let cell = &mut self.cells[column];
        cell.clear();
        say(value, percent, cell);
        if self.columns.len() <= column {
            self.columns.resize_with(column + 1, Column::default);
        }
        let about = &mut self.columns[column];
        if about.header.is_none() && !is_blank(cell) {
            about.header = Some(cell.clone());
        } else if let Some(day) = day_number(value).filter(|_| !percent && about.day_number.is_none()) {
            about.day_number = Some(day);
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Failure> {
        let cells = &self.cells[..self.used];
        if !cells.iter().all(|cell| is_blank(cell)) {
            self.filled = true;
            for (i, cell) in cells.iter().enumerate() {
                if i > 0 {
                    self.text.write_all(b",")?;
                }
                write_quoted(&mut self.text, cell)?;
            }
        }
        self.text.write_all(b"\r")?;
        self.cells[..self.used].iter_mut().for_each(String::clear);
        self.used = 0;
        self.row += 1;
        Ok(())
    }

    /// Tells of columns that are called dates and hold the plain numbers that a spreadsheet keeps dates as.
    fn dates_as_numbers(&self, name: &str) -> Vec<Diagnostic> {
        let tell = |column: &Column| {
            let header = column.header.as_deref()?;
            let day = column.day_number.filter(|_| speaks_of_a_date(header))?;
            let what = words::date_as_number(header.trim(), Text::same(number(day)));
            Some(Diagnostic::warning("date-as-number", what).at(Place::file(name)).help(words::date_as_number_help()))
        };
        self.columns.iter().filter_map(tell).collect()
    }
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

/// A number that could be a day of the years 1979 to 2064, as a spreadsheet counts them.
fn day_number(value: &Value<'_>) -> Option<f64> {
    let day = match value {
        Value::Number(day) => *day,
        #[expect(clippy::cast_precision_loss, reason = "a day has few figures")]
        Value::Whole(day) => *day as f64,
        _ => return None,
    };
    (29_000.0..60_000.0).contains(&day).then_some(day)
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

/// Whether a number's format shows it in hundredths.
fn is_percent(format: &str) -> bool {
    let mut quoted = false;
    let mut escaped = false;
    format.chars().any(|c| {
        if std::mem::take(&mut escaped) {
            return false;
        }
        match c {
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            _ => {}
        }
        c == '%' && !quoted
    })
}

/// The cell as text that a reader of cells understands.
fn say(value: &Value<'_>, percent: bool, out: &mut String) {
    match value {
        Value::Nothing => {}
        Value::Whole(value) if !percent => out.push_str(&value.to_string()),
        #[expect(clippy::cast_precision_loss, reason = "a percentage is no such large number")]
        Value::Whole(value) => out.push_str(&hundredths(*value as f64)),
        Value::Number(value) if percent => out.push_str(&hundredths(*value)),
        Value::Number(value) => out.push_str(&number(*value)),
        Value::Text(text) => push_text(text, out),
        Value::Flag(value) => out.push_str(if *value { "TRUE" } else { "FALSE" }),
        Value::Moment(moment) => out.push_str(&moment_text(*moment)),
        Value::MomentIso(text) => push_text(text.strip_suffix("T00:00:00").unwrap_or(text), out),
        Value::DurationIso(text) => out.push_str(&duration_iso(text).unwrap_or_else(|| (*text).to_owned())),
        Value::Error(error) => out.push_str(error),
    }
}

fn push_text(text: &str, out: &mut String) {
    let mut parts = text.split('\r').peekable();
    while let Some(part) = parts.next() {
        out.push_str(part);
        if parts.peek().is_some_and(|next| !next.starts_with('\n')) {
            out.push('\n');
        }
    }
}

/// A number as a spreadsheet shows it: fifteen digits, no zeros at the end.
fn number(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    // Sums in binary leave a last digit that is not meant: 0.1 + 0.2.
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

fn hundredths(value: f64) -> String {
    format!("{}%", number(value * 100.0))
}

/// A day, a day and a time, a time of day, or hours and minutes.
fn moment_text(moment: ExcelDateTime) -> String {
    let value = moment.as_f64();
    if !value.is_finite() || value < 0.0 {
        return number(value);
    }
    if moment.is_duration() || value < 1.0 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "finite, not negative, and saturating"
        )]
        let seconds = (value * 86_400.0).round() as u64;
        return clock(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    // Parts of a second are dropped, never rounded: that could make it the next day.
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) { date } else { format!("{date}T{hour:02}:{minute:02}:{second:02}") }
}

fn clock(hours: u64, minutes: u64, seconds: u64) -> String {
    if seconds == 0 { format!("{hours:02}:{minutes:02}") } else { format!("{hours:02}:{minutes:02}:{seconds:02}") }
}

/// `PT7H30M00S` as hours and minutes.
fn duration_iso(text: &str) -> Option<String> {
    let mut rest = text.strip_prefix("PT")?;
    let mut parts = [0; 3];
    for (part, unit) in parts.iter_mut().zip(['H', 'M', 'S']) {
        if let Some((figures, after)) = rest.split_once(unit) {
            *part = figures.split(['.', ',']).next()?.parse().ok()?;
            rest = after;
        }
    }
    rest.is_empty().then(|| clock(parts[0], parts[1], parts[2]))
}
