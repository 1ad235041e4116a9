//! Rows side by side, under the heads of their columns.

use std::io::{self, Write};

use comfy_table::{Cell as LaidCell, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width};
use unicode_width::UnicodeWidthStr;

use super::super::listed;
use super::super::people;
use super::super::text::{Pieces, Terminal, Tone, cut, wrap};
use super::layout::{Laid, WhyPlace};
use super::marks;
use super::row::{TableCell, TableRow, status_tone};
use super::{GAP, State, TableColumn};
use crate::catalogue::Say;

/// The line below the shortlist is no wider.
const RULE: usize = 80;

impl State {
    pub(super) fn write_wide(
        &mut self,
        rows: &[TableRow],
        (laid, why): (&[Laid], WhyPlace),
        first: bool,
        terminal: Terminal,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut table = comfy_table::Table::new();
        let style = TableStyle::new().header_separator(LineStyle::none().fill('─'));
        table.load_style(style).set_content_arrangement(ContentArrangement::Disabled);
        let tall = if first { laid.iter().map(|column| column.head.len()).max().unwrap_or(0) } else { 0 };
        if first {
            // Heads stand on the rule, whatever their height.
            table.set_header(laid.iter().map(|column| {
                LaidCell::new_owned(format!("{}{}", "\n".repeat(tall - column.head.len()), column.head.join("\n")))
            }));
        }
        let drawn: Vec<Vec<Pieces>> = rows
            .iter()
            .map(|row| {
                row.cells
                    .iter()
                    .zip(&self.columns)
                    .zip(laid)
                    .map(|((cell, column), laid)| draw(cell, column, laid, terminal))
                    .collect()
            })
            .collect();
        for row in &drawn {
            table.add_row(row.iter().map(|cell| LaidCell::new_owned(cell.text())).collect::<Vec<_>>());
        }
        for (at, column) in laid.iter().enumerate() {
            let gap = if at + 1 < laid.len() { GAP } else { 0 };
            if let Some(laid_column) = table.column_mut(at) {
                laid_column.set_padding((0, small(gap)));
                laid_column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(small(column.width + gap))));
            }
        }
        let mut lines = table.lines();
        for nth in 0..if first { tall + 1 } else { 0 } {
            let tone = if nth < tall { Tone::Strong } else { Tone::Dim };
            terminal.line(&Pieces::one(lines.next().unwrap_or_default(), tone), out)?;
        }
        for ((line, row), cells) in lines.zip(rows).zip(drawn) {
            self.part(row, terminal, out)?;
            terminal.line(&coloured(&line, cells, laid), out)?;
            self.rest(row, (laid, why), terminal, out)?;
        }
        Ok(())
    }

    /// What is to be asked of a candidate, as far as it does not stand in their row: below it, under their name or under
    /// where it began.
    fn rest(
        &self,
        row: &TableRow,
        (laid, why): (&[Laid], WhyPlace),
        terminal: Terminal,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let Some(TableCell::Text(text, tone)) = row.cells.last().filter(|_| why != WhyPlace::Nowhere) else {
            return Ok(());
        };
        let before = match why {
            WhyPlace::Beside => laid.len().saturating_sub(1),
            _ => usize::from(self.heading.ranked),
        };
        let indent: usize = laid.iter().take(before).map(|column| column.width + GAP).sum();
        let lines = match (why, laid.last()) {
            (WhyPlace::Beside, Some(column)) => wrap(text, "", column.width).into_iter().skip(1).collect(),
            _ if text.is_empty() => Vec::new(),
            _ => wrap(text, "", terminal.columns().saturating_sub(indent)),
        };
        lines.into_iter().try_for_each(|line| {
            let mut pieces = Pieces::one(" ".repeat(indent), Tone::Plain);
            pieces.push(line, *tone);
            terminal.line(&pieces, out)
        })
    }

    /// Before the first candidate of a status: a blank line, and what the block is. That status comes before score is said
    /// where it matters.
    pub(super) fn part(&mut self, row: &TableRow, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let status = row.status;
        if self.seen.listed.crosses(row.lot) {
            let rule = listed::rule(&self.heading, self.heading.lang, terminal.columns().min(RULE));
            terminal.line(&Pieces::one(rule, Tone::Dim), out)?;
        }
        let last = self.last.replace(status);
        if !self.heading.ranked || last == Some(status) {
            return Ok(());
        }
        if last.is_some() {
            terminal.line(&Pieces::default(), out)?;
        }
        let text = people::block(status).say(self.heading.lang);
        let lines = wrap(&text, "", terminal.columns()).into_iter();
        lines.map(|line| Pieces::one(line, status_tone(status))).try_for_each(|line| terminal.line(&line, out))
    }
}

/// A cell's text as it will stand in its column, with what each part of it means.
fn draw(cell: &TableCell, column: &TableColumn, laid: &Laid, terminal: Terminal) -> Pieces {
    match (cell, column) {
        // The rest of it stands on the lines below.
        (TableCell::Text(text, tone), TableColumn::Why) => {
            Pieces::one(wrap(text, "", laid.width).into_iter().next().unwrap_or_default(), *tone)
        }
        (TableCell::Text(text, tone), _) => Pieces::one(cut(text, laid.width), *tone),
        (TableCell::Figure(figure, tail), _) => {
            let pad = " ".repeat(laid.figure.saturating_sub(figure.width()));
            let mut pieces = Pieces::one(format!("{pad}{figure}"), Tone::Plain);
            if laid.tail {
                pieces.push(tail.as_str(), Tone::Dim);
            }
            pieces.cut(laid.width)
        }
        (TableCell::Marks(marks), TableColumn::Marks { need, from, .. }) => {
            let mut pieces = Pieces::default();
            marks::push(&mut pieces, marks, *need, *from, (laid.grouping, &laid.widths), terminal);
            pieces
        }
        (TableCell::Marks(_), _) => Pieces::default(),
    }
}

/// The line as it was laid out, with the tones of its cells. Where each cell is follows from the widths.
fn coloured(line: &str, cells: Vec<Pieces>, laid: &[Laid]) -> Pieces {
    let mut pieces = Pieces::default();
    let mut at = 0;
    for (cell, column) in cells.into_iter().zip(laid) {
        let text = cell.text();
        let end = at + text.len();
        if line.get(at..end) != Some(text.as_str()) {
            // The layout is not what it should be: show it as it is.
            return Pieces::one(line, Tone::Plain);
        }
        for (part, tone) in cell.iter() {
            pieces.push(part, tone);
        }
        let pad = column.width.saturating_sub(text.width()) + GAP;
        pieces.push(" ".repeat(pad), Tone::Plain);
        at = end + pad;
    }
    pieces
}

fn small(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}
