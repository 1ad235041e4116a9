//! Decisions as rows of a table, and open questions as a table of decisions to fill in.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr as _;

use super::safe;
use super::text::{Terminal, wrap};
use crate::catalogue::{Lang, Say, decisions as words, list_first, render, settle};
use crate::decisions::{self, Entry, WIDTH};
use crate::settle::Question;

/// The longest text of a spreadsheet's cell, in UTF-16 units.
const LONGEST: usize = 32_767;

/// So many of those who wrote the same are named.
const NAMED: usize = 5;

/// A text as it stands in a decisions file: what a spreadsheet might run has an apostrophe before it.
#[must_use]
pub fn written(text: &str) -> String {
    safe::sheet(text, LONGEST, "…")
}

/// The header of a decisions file.
#[must_use]
pub fn header(lang: Lang) -> String {
    row(&heads(lang), b',')
}

/// An entry as a line of a file with this mark between cells, where `columns` says which cell each of a decisions file's
/// columns is, of `width` cells in all.
#[must_use]
pub fn line(entry: &Entry, columns: &[Option<usize>; WIDTH], width: usize, mark: u8) -> String {
    let mut cells = vec![String::new(); width];
    for (column, text) in columns.iter().zip(texts(entry)) {
        if let Some(cell) = column.and_then(|at| cells.get_mut(at)) {
            text.clone_into(cell);
        }
    }
    row(&cells, mark)
}

/// The columns of a file that [`header`] begins.
#[must_use]
pub fn columns() -> [Option<usize>; WIDTH] {
    std::array::from_fn(Some)
}

fn texts(entry: &Entry) -> [&str; WIDTH] {
    let Entry { id, criterion, cell, decision, reason, by, at, .. } = entry;
    [id, criterion, cell, decision, reason, by, at]
}

fn heads(lang: Lang) -> Vec<String> {
    decisions::heads().iter().map(|head| head.say(lang)).collect()
}

/// One line, each cell that holds something in quotes: whatever the mark between them is, it is one cell.
fn row(cells: &[String], mark: u8) -> String {
    let quoted = |cell: &String| match written(cell) {
        text if text.is_empty() => text,
        text => format!("\"{}\"", text.replace('"', "\"\"")),
    };
    let cells: Vec<String> = cells.iter().map(quoted).collect();
    cells.join(&char::from(mark).to_string()) + "\n"
}

/// The rows of a list of questions: the columns of a decisions file, and beside them what it takes to answer.
fn list(questions: &[Question], lang: Lang) -> Vec<Vec<String>> {
    let mut heads = heads(lang);
    let beside = [words::label(), words::asked(), words::posting(), words::read_as(), words::who()];
    heads.extend(beside.iter().map(|head| head.say(lang)));
    let each = questions.iter().map(|question| {
        let entry = question.entry("", "", "", "");
        let names: Vec<&str> = question.people.iter().map(|person| person.shown.as_str()).collect();
        let mut cells: Vec<String> = texts(&entry).map(str::to_owned).to_vec();
        cells.extend([
            question.label.say(lang),
            question.requirement.say(lang),
            question.quote.clone().unwrap_or_default(),
            question.read.say(lang),
            list_first(&names, NAMED).say(lang),
        ]);
        cells
    });
    std::iter::once(heads).chain(each).collect()
}

/// Writes questions as CSV.
///
/// # Errors
/// Whatever the writer says.
pub fn csv(questions: &[Question], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    list(questions, lang).iter().try_for_each(|cells| out.write_all(row(cells, b',').as_bytes()))
}

/// Writes questions as a workbook, with a list to choose from where the answers are few.
///
/// # Errors
/// Whatever the writer says.
#[cfg(feature = "xlsx")]
pub fn xlsx(questions: &[Question], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    use rust_xlsxwriter::{Color, DataValidation, Format, FormatAlign, Workbook};
    const DECISION: u16 = 3;
    const WIDTHS: [f64; 12] = [10.0, 18.0, 40.0, 18.0, 24.0, 14.0, 14.0, 30.0, 24.0, 50.0, 44.0, 30.0];
    let head = Format::new().set_bold().set_background_color(Color::RGB(0x00DD_E3EA)).set_text_wrap();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let open = wrapped.clone().set_background_color(Color::RGB(0x00FF_F8DC));
    let work = || {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.set_freeze_panes(1, 0)?;
        for (column, width) in (0..).zip(WIDTHS) {
            sheet.set_column_width(column, width)?;
        }
        for (at, cells) in (0..).zip(list(questions, lang)) {
            for (column, text) in (0..).zip(&cells) {
                let fill = (DECISION..DECISION + 3).contains(&column);
                let format = if at == 0 {
                    &head
                } else if fill {
                    &open
                } else {
                    &wrapped
                };
                sheet.write_string_with_format(at, column, written(text), format)?;
            }
        }
        for (at, question) in (1..).zip(questions) {
            let choices: Vec<String> = question.choices.iter().map(|choice| choice.say(lang)).collect();
            // What else may be written is for the criterion's reader to understand.
            if let Ok(choice) = DataValidation::new().allow_list_strings(&choices) {
                let choice = choice.show_error_message(false);
                sheet.add_data_validation(at, DECISION, at, DECISION, &choice)?;
            }
        }
        book.set_properties(&super::xlsx::undated()?);
        book.save_to_buffer()
    };
    let bytes = super::xlsx::held(lang, work)?;
    out.write_all(&bytes)
}

/// What is said between questions, as lines for a terminal.
#[must_use]
pub fn wrapped(text: &str, terminal: Terminal) -> Vec<String> {
    wrap(text, "  ", terminal.columns())
}

/// A question as lines for a terminal.
#[must_use]
pub fn card(question: &Question, (at, of): (usize, usize), lang: Lang, terminal: Terminal) -> Vec<String> {
    let width = terminal.columns();
    let shown = |text: &str| safe::terminal(text).into_owned();
    let title = format!("{} · {}", shown(question.label.to(lang)), shown(question.requirement.to(lang)));
    let number = settle::nth(at, of).say(lang);
    let room = width.saturating_sub(number.width() + 2);
    let mut lines = wrap(&title, "", room.max(width / 2));
    if let Some(first) = lines.first_mut() {
        let gap = width.saturating_sub(first.width() + number.width()).max(1);
        first.push_str(&format!("{}{number}", " ".repeat(gap)));
    }
    let names = [settle::posting(), settle::cell(), settle::read()].map(|name| name.say(lang));
    let column = names.iter().map(|name| name.width()).max().unwrap_or(0);
    if let Some(quote) = &question.quote {
        lines.extend(wrap(&render::quoted(shown(quote)).say(lang), &format!("{}  ", names[0]), width));
    }
    let others = question.people.len().saturating_sub(1);
    let first = question.people.first().map_or("", |person| person.shown.as_str());
    let who = if others > 0 { settle::and_others(others, shown(first)).say(lang) } else { shown(first) };
    lines.extend(wrap(&who, "", width));
    let mut beside = |name: &str, text: &str| {
        let first = format!("  {name}{}  ", " ".repeat(column - name.width()));
        lines.extend(wrap(text, &first, width));
    };
    let cell = match question.shown.trim() {
        "" => settle::empty(),
        cell => render::quoted(shown(cell)),
    };
    beside(&names[1], cell.to(lang));
    beside(&names[2], &shown(question.read.to(lang)));
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// What is written reads back as it was, whatever the mark and the order of the columns.
        #[test]
        fn any_entry_reads_back(id in ".{1,8}", cell in any::<String>(), decision in "[a-z0-9 ]{1,8}", mark in prop::sample::select(vec![b',', b';', b'\t'])) {
            let entry = Entry { id: id.clone(), cell: cell.clone(), decision, criterion: "c".into(), ..Entry::default() };
            let head = row(&["decision", "x", "cell", "criterion", "id"].map(str::to_owned), mark);
            let columns = [Some(4), Some(3), Some(2), Some(0), None, None, None];
            let text = head + &line(&entry, &columns, 5, mark);
            let input = crate::records::Input::Stdin(Box::new(io::Cursor::new(text.into_bytes())));
            let (entries, _) = crate::decisions::read(input, "x.csv").unwrap();
            prop_assert_eq!(entries.len(), usize::from(!entry.decision.trim().is_empty()));
            if let Some(back) = entries.first() {
                prop_assert_eq!(&back.cell, &written(&cell));
                prop_assert_eq!(&back.id, &written(&id));
                prop_assert_eq!(&back.decision, &entry.decision);
            }
        }
    }
}
