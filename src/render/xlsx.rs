//! A workbook: the candidates with room for what people decide, what is open as a list of decisions, why each verdict is what
//! it is, the criteria, and what is wrong with the data.
//!
//! Excel's files can only be written whole, so the candidates wait in temporary files, a few of them in memory. Text is
//! written as text and never as a formula, and neutralised as in CSV, since a workbook may be saved as that.

mod about;
mod guard;
use std::io::{self, BufWriter, Seek as _, Write};

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Workbook,
    Worksheet, XlsxError,
};

use super::csv::{said, unread};
use super::people::{self, ExampleCandidate};
use super::safe;
use crate::catalogue::{Lang, Say, Text, decisions as kept, render as words};
use crate::decisions;
use crate::mark::Mark;
use crate::score::{Score, Status};
use crate::verdict::Finding;
use crate::view::{Foot, Heading, Line, OutputColumn, Render};

/// Rows of a sheet, its header among them.
const MOST_ROWS: u32 = 1_048_576;

/// UTF-16 units of a cell.
const LONGEST: usize = 32_767;

/// Writes a workbook.
pub(super) struct Xlsx {
    book: Workbook,
    formats: CellFormats,
    heading: Option<Heading>,
    fields: Vec<OutputColumn>,
    example: ExampleCandidate,
    /// The candidates' sheet that is being written: they are the first sheets.
    sheet: usize,
    /// Its next row.
    row: u32,
    most_rows: u32,
    /// How many columns there are for people.
    people: usize,
    /// How many sheets of candidates there are.
    sheets: usize,
    /// The list of what is open, and that of all reasons.
    decisions: SideSheet,
    reasons: SideSheet,
}

/// A sheet that goes on beside that of the candidates, and its next row.
#[derive(Clone, Copy, Debug, Default)]
struct SideSheet {
    sheet: usize,
    row: u32,
}

/// How wide the columns of a file of decisions are.
const DECISIONS: [f64; decisions::WIDTH] = [16.0, 22.0, 50.0, 16.0, 34.0, 14.0, 20.0];
/// Which of them is the decision.
const DECISION: u16 = 3;

impl Default for Xlsx {
    fn default() -> Self {
        Self {
            book: Workbook::new(),
            formats: CellFormats::new(),
            heading: None,
            fields: Vec::new(),
            example: ExampleCandidate::default(),
            sheet: 0,
            row: 0,
            most_rows: MOST_ROWS,
            people: 0,
            sheets: 0,
            decisions: SideSheet::default(),
            reasons: SideSheet::default(),
        }
    }
}

/// How cells look.
struct CellFormats {
    head: Format,
    wrapped: Format,
    score: Format,
    /// Of a score that two decimals would show as none or all of it.
    fine_score: Format,
    strong: Format,
    /// What people fill in.
    people: Format,
    status: [Format; 3],
    marks: [Format; 5],
}

const GREEN: (u32, u32) = (0x00C6_EFCE, 0x0000_6100);
const YELLOW: (u32, u32) = (0x00FF_EB9C, 0x007F_6000);
const RED: (u32, u32) = (0x00FF_C7CE, 0x009C_0006);

impl CellFormats {
    fn new() -> Self {
        let filled =
            |(back, front)| Format::new().set_background_color(Color::RGB(back)).set_font_color(Color::RGB(front));
        let written = |front| Format::new().set_font_color(Color::RGB(front));
        Self {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0x00DD_E3EA))
                .set_border_bottom(FormatBorder::Thin),
            wrapped: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            score: Format::new().set_num_format("0.00"),
            fine_score: Format::new().set_num_format("0.00####"),
            people: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0x00FF_F2CC))
                .set_border_bottom(FormatBorder::Thin),
            strong: Format::new().set_bold().set_align(FormatAlign::Top),
            status: [filled(GREEN), filled(YELLOW), filled(RED)],
            marks: [GREEN.1, 0x001F_4E79, YELLOW.1, RED.1, 0x0080_8080].map(written),
        }
    }

    const fn mark(&self, mark: Mark) -> &Format {
        match mark {
            Mark::Met => &self.marks[0],
            Mark::Share(_) => &self.marks[1],
            Mark::Unknown => &self.marks[2],
            Mark::NotMet => &self.marks[3],
            Mark::Skipped => &self.marks[4],
        }
    }

    fn score(&self, score: Score) -> &Format {
        const USUAL: usize = 2;
        if people::score_places(score, USUAL) > USUAL { &self.fine_score } else { &self.score }
    }

    const fn status(&self, status: Status) -> &Format {
        match status {
            Status::Eligible => &self.status[0],
            Status::Review => &self.status[1],
            Status::NotEligible => &self.status[2],
        }
    }
}

impl Render for Xlsx {
    fn wants_reasons(&self, _: &Heading) -> bool {
        true
    }

    fn begin(&mut self, heading: &Heading, _: &mut dyn Write) -> io::Result<()> {
        let most_rows = self.most_rows;
        *self = Self { fields: heading.fields(), heading: Some(heading.clone()), most_rows, ..Self::default() };
        if heading.fields.is_none() {
            let twice = |field: &OutputColumn| *field == OutputColumn::SourceLine && people::by_row(heading);
            let hidden = |field: &OutputColumn| *field == OutputColumn::Name && heading.blind;
            self.fields.retain(|field| !twice(field) && !hidden(field));
        }
        held(heading.lang, || {
            let title = clean(&people::title(heading, safe::terminal), 255, heading.lang);
            self.book.set_properties(&undated()?.set_title(title));
            self.start_sheet(heading)?;
            self.start_lists(heading)
        })
    }

    fn line(&mut self, line: &Line<'_>, _: &mut Vec<u8>) -> io::Result<()> {
        let Some(heading) = self.heading.take() else { return Ok(()) };
        self.example.see(line);
        let written = held(heading.lang, || self.write_line(line, &heading));
        self.heading = Some(heading);
        written
    }

    fn near_misses(&self) -> usize {
        people::MOST_NEAR_MISSES
    }

    fn end(&mut self, foot: &Foot, out: &mut dyn Write) -> io::Result<()> {
        let Some(heading) = self.heading.take() else { return Ok(()) };
        let unwritten = words::workbook_unwritten().to(heading.lang).to_owned();
        let file = tempfile::tempfile().map_err(|_| io::Error::other(unwritten))?;
        held(heading.lang, || {
            self.end_sheet(heading.lang)?;
            let SideSheet { sheet, row } = self.decisions;
            let verdicts = [kept::met(), kept::not_met()];
            offer(self.book.worksheet_from_index(sheet)?, row, DECISION, &verdicts, heading.lang)?;
            self.criteria(&heading, foot)?;
            self.problems(foot, heading.lang)?;
            let mut file = BufWriter::new(&file);
            self.book.save_to_writer(&mut file)?;
            Ok(file.flush()?)
        })?;
        (&file).rewind()?;
        io::copy(&mut &file, out)?;
        Ok(())
    }
}

/// Properties of a workbook: the time of writing would make each file another one.
pub(super) fn undated() -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?))
}

/// Does a part of the work on the workbook.
pub(super) fn held<T>(lang: Lang, work: impl FnOnce() -> Result<T, XlsxError>) -> io::Result<T> {
    guard::held(words::workbook_unwritten().to(lang), work)
}

/// A text as a cell can hold it.
fn clean(text: &str, most: usize, lang: Lang) -> String {
    safe::sheet(text, most, words::cut_here().to(lang))
}

impl Xlsx {
    /// Starts a sheet of candidates: the first one, or the next one where Excel has no more rows.
    fn start_sheet(&mut self, heading: &Heading) -> Result<(), XlsxError> {
        let lang = heading.lang;
        let index = self.book.worksheets().len();
        self.sheets += 1;
        let name = if self.sheets == 1 { words::sheet_ranking() } else { words::sheet_ranking_more(self.sheets) };
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_name(name.to(lang))?;
        for (column, field) in (0..).zip(&self.fields) {
            let head = match field {
                OutputColumn::Criterion(i) => heading.criteria.get(*i).map_or(String::new(), |one| one.label.clone()),
                field => people::head(field, heading),
            };
            sheet.write_string_with_format(0, column, clean(&head, LONGEST, lang), &self.formats.head)?;
            sheet.set_column_width(column, width(field))?;
        }
        let people = [(words::decision_head(), 14.0), (words::reason_head(), 34.0), (words::by_head(), 14.0)];
        // Whoever asks for columns gets these alone.
        self.people = if heading.fields.is_none() { people.len() } else { 0 };
        let people = people.into_iter().take(self.people);
        for (column, (head, width)) in (u16::try_from(self.fields.len()).unwrap_or(u16::MAX - 3)..).zip(people) {
            sheet.write_string_with_format(0, column, head.to(lang), &self.formats.people)?;
            sheet.set_column_width(column, width)?;
        }
        let named = self
            .fields
            .iter()
            .rposition(|field| matches!(field, OutputColumn::Id | OutputColumn::Name))
            .map_or(0, |at| at + 1);
        // Freezing more than what fits a screen would leave nothing to scroll.
        sheet.set_freeze_panes(1, if named <= 6 { u16::try_from(named).unwrap_or(0) } else { 0 })?;
        let printed: f64 = self.fields.iter().map(width).sum();
        print_whole(sheet, printed)?;
        (self.sheet, self.row) = (index, 1);
        Ok(())
    }

    /// Starts the sheets that go on beside that of the candidates.
    fn start_lists(&mut self, heading: &Heading) -> Result<(), XlsxError> {
        let lang = heading.lang;
        let reasons = [
            (words::id(), 16.0),
            (words::criterion_head(), 34.0),
            (words::verdict_head(), 14.0),
            (words::cell_head(), 60.0),
            (words::why_it_is(), 70.0),
        ];
        let helping =
            [(kept::person(), 24.0), (kept::label(), 34.0), (words::why_open(), 50.0), (kept::posting(), 50.0)];
        let decisions: Vec<(Text, f64)> = decisions::heads().into_iter().zip(DECISIONS).chain(helping).collect();
        self.decisions = SideSheet { sheet: self.book.worksheets().len(), row: 1 };
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_name(words::sheet_decisions().to(lang))?;
        header(sheet, &decisions, &self.formats.head, lang)?;
        self.reasons = SideSheet { sheet: self.book.worksheets().len(), row: 1 };
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_name(words::sheet_reasons().to(lang))?;
        header(sheet, &reasons, &self.formats.head, lang)
    }

    /// What is open of a candidate, as decisions to be made, and why each verdict is what it is; as many as a sheet holds.
    fn write_lists(&mut self, line: &Line<'_>, heading: &Heading) -> Result<(), XlsxError> {
        let lang = heading.lang;
        for (at, criterion) in heading.criteria.iter().enumerate() {
            let Some(told) = line.told.get(at) else { continue };
            let (saying, evidence) = (told.saying(), told.evidence());
            let verdict = people::verdict(&saying.glance(), criterion).say(lang);
            let quote = criterion.quote.as_deref().unwrap_or_default();
            let open =
                [line.id, &criterion.id, evidence, "", "", "", "", line.name, &criterion.label, &saying.reason, quote];
            let all = [line.id, &criterion.label, &verdict, evidence, &saying.reason];
            let is_open = saying.finding == Finding::Unknown;
            for (list, texts) in [(&mut self.decisions, &open[..]), (&mut self.reasons, &all[..])] {
                if (texts.len() == open.len() && !is_open) || list.row >= self.most_rows {
                    continue;
                }
                let sheet = self.book.worksheet_from_index(list.sheet)?;
                for (column, value) in (0..).zip(texts) {
                    text(sheet, list.row, column, value, lang)?;
                }
                list.row += 1;
            }
        }
        Ok(())
    }

    /// Ends a sheet of candidates.
    fn end_sheet(&mut self, lang: Lang) -> Result<(), XlsxError> {
        let last = u16::try_from(self.fields.len() + self.people).unwrap_or(u16::MAX).checked_sub(1);
        let Some(last) = last else { return Ok(()) };
        let sheet = self.book.worksheet_from_index(self.sheet)?;
        sheet.autofilter(0, 0, self.row - 1, last)?;
        if self.people > 0 {
            let decision = u16::try_from(self.fields.len()).unwrap_or(u16::MAX);
            offer(sheet, self.row, decision, &[words::eligible(), words::review(), words::not_eligible()], lang)?;
        }
        Ok(())
    }

    fn write_line(&mut self, line: &Line<'_>, heading: &Heading) -> Result<(), XlsxError> {
        if self.row >= self.most_rows {
            self.end_sheet(heading.lang)?;
            self.start_sheet(heading)?;
        }
        self.write_lists(line, heading)?;
        let (row, formats) = (self.row, &self.formats);
        let sheet = self.book.worksheet_from_index(self.sheet)?;
        let (lang, ranks) = (heading.lang, line.ranks);
        for (column, field) in (0..).zip(&self.fields) {
            match field {
                OutputColumn::Rank => whole(sheet, row, column, ranks.map(|ranks| ranks.rank))?,
                OutputColumn::RankBest => whole(sheet, row, column, ranks.map(|ranks| ranks.best))?,
                OutputColumn::RankWorst => whole(sheet, row, column, ranks.map(|ranks| ranks.worst))?,
                OutputColumn::Id => text(sheet, row, column, line.id, lang)?,
                OutputColumn::Name => text(sheet, row, column, line.name, lang)?,
                OutputColumn::Status => {
                    let status = people::status(line.status).say(lang);
                    let format = formats.status(line.status);
                    let format = match line.status_decided {
                        Some(_) => &format.clone().set_underline(FormatUnderline::Single),
                        None => format,
                    };
                    sheet.write_string_with_format(row, column, status, format)?;
                }
                OutputColumn::Score => {
                    let score = line.score;
                    sheet.write_number_with_format(row, column, score.points(), formats.score(score))?;
                }
                OutputColumn::ScoreMax => {
                    let score = line.score_max;
                    sheet.write_number_with_format(row, column, score.points(), formats.score(score))?;
                }
                OutputColumn::Criterion(i) => {
                    if let Some((told, criterion)) = line.told.get(*i).zip(heading.criteria.get(*i)) {
                        let glance = &told.saying().glance();
                        let verdict = people::verdict(glance, criterion).say(lang);
                        let format = formats.mark(people::mark(glance, criterion));
                        let format = match line.by_hand(*i) {
                            Some(_) => &format.clone().set_underline(FormatUnderline::Single),
                            None => format,
                        };
                        sheet.write_string_with_format(row, column, verdict, format)?;
                    }
                }
                OutputColumn::Reason(i) => {
                    text(sheet, row, column, said(line, *i).map_or("", |said| &said.reason), lang)?;
                }
                OutputColumn::Unread(i) => text(sheet, row, column, &unread(line, *i), lang)?,
                OutputColumn::SourceFile => text(sheet, row, column, line.file, lang)?,
                OutputColumn::SourceLine => whole(sheet, row, column, Some(line.row))?,
                OutputColumn::Notes => text(sheet, row, column, &line.notes_in(lang), lang)?,
                OutputColumn::Decided => text(sheet, row, column, &line.decided_in(&heading.criteria), lang)?,
                OutputColumn::Cell(i, _) => {
                    text(sheet, row, column, line.cells.get(*i).copied().unwrap_or_default(), lang)?
                }
            }
        }
        self.row += 1;
        Ok(())
    }
}

fn header(sheet: &mut Worksheet, heads: &[(Text, f64)], format: &Format, lang: Lang) -> Result<(), XlsxError> {
    for (column, (head, width)) in (0..).zip(heads) {
        sheet.write_string_with_format(0, column, head.to(lang), format)?;
        sheet.set_column_width(column, *width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    print_whole(sheet, heads.iter().map(|(_, width)| width).sum())
}

/// Prints a sheet of so many characters a line one page wide, its head on each page: on A3 where A4 would make it too small.
fn print_whole(sheet: &mut Worksheet, characters: f64) -> Result<(), XlsxError> {
    const A3: u8 = 8;
    const A4: u8 = 9;
    const MOST_ON_A4: f64 = 200.0;
    const MARGIN: f64 = 0.3;
    sheet.set_landscape().set_repeat_rows(0, 0)?;
    sheet.set_print_fit_to_pages(1, 0).set_paper_size(if characters > MOST_ON_A4 { A3 } else { A4 });
    sheet.set_margins(MARGIN, MARGIN, MARGIN, 2.0 * MARGIN, MARGIN, MARGIN).set_footer("&C&P / &N");
    Ok(())
}

/// Offers answers in a column of a sheet, from below its header up to this row; others may be written, too.
fn offer(sheet: &mut Worksheet, end: u32, column: u16, answers: &[Text], lang: Lang) -> Result<(), XlsxError> {
    if end > 1 {
        let answers: Vec<&str> = answers.iter().map(|answer| answer.to(lang)).collect();
        let offered = DataValidation::new().allow_list_strings(&answers)?.show_error_message(false);
        sheet.add_data_validation(1, column, end - 1, column, &offered)?;
    }
    Ok(())
}

/// A text that is not the program's own; an empty one leaves its cell empty.
fn text(sheet: &mut Worksheet, row: u32, column: u16, text: &str, lang: Lang) -> Result<(), XlsxError> {
    if !text.is_empty() {
        sheet.write_string(row, column, clean(text, LONGEST, lang))?;
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a spreadsheet has no other numbers")]
fn whole(sheet: &mut Worksheet, row: u32, column: u16, number: Option<u64>) -> Result<(), XlsxError> {
    if let Some(number) = number {
        sheet.write_number(row, column, number as f64)?;
    }
    Ok(())
}

/// The width of a field's column, in digits.
const fn width(field: &OutputColumn) -> f64 {
    match field {
        OutputColumn::Rank | OutputColumn::RankBest | OutputColumn::RankWorst | OutputColumn::SourceLine => 8.0,
        OutputColumn::Id => 16.0,
        OutputColumn::Name => 24.0,
        OutputColumn::Status => 14.0,
        OutputColumn::Criterion(_) => 10.0,
        OutputColumn::Score | OutputColumn::ScoreMax => 10.0,
        OutputColumn::SourceFile => 16.0,
        OutputColumn::Cell(..) | OutputColumn::Unread(_) => 24.0,
        OutputColumn::Notes => 34.0,
        OutputColumn::Reason(_) => 50.0,
        OutputColumn::Decided => 20.0,
    }
}

#[cfg(test)]
mod tests;
