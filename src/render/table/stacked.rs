//! Each candidate in a few lines, where no table fits.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::super::people;
use super::super::safe;
use super::super::text::{Pieces, Terminal, Tone, wrap};
use super::marks::{self, Grouping};
use super::row::{TableCell, TableRow};
use super::{State, TableColumn};
use crate::score::Need;

impl State {
    /// Each candidate in a few lines of their own.
    pub(super) fn write_stacked(
        &mut self,
        rows: &[TableRow],
        terminal: Terminal,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let width = terminal.columns();
        for row in rows {
            if self.last == Some(row.status) || (self.last.is_some() && !self.heading.ranked) {
                terminal.line(&Pieces::default(), out)?;
            }
            self.part(row, terminal, out)?;
            let lines = if self.heading.fields.is_some() { self.fields(row) } else { self.card(row, terminal) };
            for line in lines {
                terminal.line(&line.cut(width), out)?;
            }
        }
        Ok(())
    }

    /// The columns asked for, a line each.
    fn fields(&self, row: &TableRow) -> Vec<Pieces> {
        let mut lines = Vec::new();
        for (column, cell) in self.columns.iter().zip(&row.cells) {
            let TableColumn::Text(field) = column else { continue };
            let mut line = Pieces::one(safe::terminal(&people::head(field, &self.heading)), Tone::Strong);
            line.push("  ", Tone::Plain);
            match cell {
                TableCell::Text(text, tone) => line.push(text.as_str(), *tone),
                TableCell::Figure(figure, _) => line.push(figure.as_str(), Tone::Plain),
                TableCell::Marks(_) => {}
            }
            lines.push(line);
        }
        lines
    }

    /// The table's own columns: who, where they stand, and the marks.
    fn card(&self, row: &TableRow, terminal: Terminal) -> Vec<Pieces> {
        const INDENT: &str = "   ";
        let mut who = Pieces::default();
        let mut standing = Pieces::one(INDENT, Tone::Plain);
        let mut marks = Vec::new();
        let titles = [Need::Required, Need::Asset].map(|need| marks::title(need, self.heading.lang));
        let title_width = titles.iter().map(|title| title.width()).max().unwrap_or(0);
        for (column, cell) in self.columns.iter().zip(&row.cells) {
            match (column, cell) {
                (TableColumn::Rank, TableCell::Figure(figure, tail)) => {
                    who.push(figure.as_str(), Tone::Strong);
                    who.push(tail.as_str(), Tone::Dim);
                }
                (TableColumn::Text(_), TableCell::Text(text, _)) => {
                    let between = if who.is_empty() || text.is_empty() { "" } else { " · " };
                    who.push(format!("{between}{text}"), Tone::Strong);
                }
                (TableColumn::Status, TableCell::Text(text, tone)) => standing.push(text.as_str(), *tone),
                (TableColumn::Scores, TableCell::Figure(figure, tail)) => {
                    standing.push(format!("  {figure}"), Tone::Plain);
                    standing.push(tail.as_str(), Tone::Dim);
                }
                (TableColumn::Marks { need, .. }, TableCell::Marks(cell)) => {
                    let room = terminal.columns().saturating_sub(INDENT.len() + title_width + 2);
                    let mut title = marks::title(*need, self.heading.lang);
                    // Five marks and a space.
                    for some in cell.chunks((room.div_ceil(6) * 5).max(5)) {
                        let mut line = Pieces::one(format!("{INDENT}{title:<title_width$}  "), Tone::Dim);
                        marks::push(&mut line, some, *need, 0, (Grouping::Fives, &[]), terminal);
                        marks.push(line);
                        title.clear();
                    }
                }
                _ => {}
            }
        }
        let why = row.cells.last().and_then(|cell| match cell {
            TableCell::Text(text, tone)
                if !text.is_empty() && matches!(self.columns.last(), Some(TableColumn::Why)) =>
            {
                Some(wrap(text, INDENT, terminal.columns()).into_iter().map(|line| Pieces::one(line, *tone)))
            }
            _ => None,
        });
        [who, standing].into_iter().chain(marks).chain(why.into_iter().flatten()).collect()
    }
}
