//! A page of figures: heads, sentences and tables, for a terminal, in Markdown or in HTML.
//!
//! Everything in it is plain text; what could do harm is made harmless here.

mod html;

use std::io::{self, Write};

use comfy_table::{CellAlignment, ContentArrangement, Table as Layout, presets};

use super::safe;
use super::text::{Pieces, Terminal, Tone, wrap};
use crate::catalogue::Lang;

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its title.
    pub title: String,
    /// Its sections.
    pub sections: Vec<PageSection>,
}

/// A section of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageSection {
    /// Its head; nothing where it belongs to the one before.
    pub head: String,
    /// What is said before the table.
    pub before: Vec<String>,
    /// The table.
    pub table: Option<Grid>,
    /// What is said after it.
    pub after: Vec<String>,
}

/// A table: names in the first column, figures in the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The heads of the columns.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// How many columns at the left hold words.
    pub words: usize,
}

impl Page {
    /// The same with a sentence below its title.
    #[must_use]
    pub fn with(mut self, said: String) -> Self {
        self.sections.insert(0, PageSection { before: vec![said], ..PageSection::default() });
        self
    }

    /// Writes it for a terminal.
    ///
    /// # Errors
    /// Whatever the writer says.
    pub fn on_terminal(&self, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let paragraph = |text: &str, first: &str, tone: Tone, out: &mut dyn Write| {
            let text = safe::terminal(text);
            let mut lines = wrap(&text, first, terminal.columns()).into_iter();
            lines.try_for_each(|line| terminal.line(&Pieces::one(line, tone), out))
        };
        paragraph(&self.title, "", Tone::Strong, out)?;
        for PageSection { head, before, table, after } in &self.sections {
            out.write_all(b"\n")?;
            if !head.is_empty() {
                paragraph(head, "", Tone::Strong, out)?;
            }
            before.iter().try_for_each(|text| paragraph(text, "", Tone::Plain, out))?;
            if let Some(grid) = table {
                for line in grid.drawn(terminal.columns()).lines() {
                    terminal.line(&Pieces::one(line, Tone::Plain), out)?;
                }
            }
            after.iter().try_for_each(|text| paragraph(text, "", Tone::Plain, out))?;
        }
        Ok(())
    }

    /// Writes it in Markdown.
    ///
    /// # Errors
    /// Whatever the writer says.
    pub fn as_markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "# {}", safe::markdown(&self.title))?;
        for PageSection { head, before, table, after } in &self.sections {
            if !head.is_empty() {
                writeln!(out, "\n## {}", safe::markdown(head))?;
            }
            before.iter().try_for_each(|text| writeln!(out, "\n{}", safe::markdown(text)))?;
            if let Some(grid) = table {
                let row =
                    |cells: &[String]| cells.iter().map(|cell| safe::markdown(cell)).collect::<Vec<_>>().join(" | ");
                writeln!(out, "\n| {} |", row(&grid.head))?;
                let side = |at: usize| if at < grid.words { "---" } else { "--:" };
                writeln!(out, "| {} |", (0..grid.head.len()).map(side).collect::<Vec<_>>().join(" | "))?;
                grid.rows.iter().try_for_each(|cells| writeln!(out, "| {} |", row(cells)))?;
            }
            after.iter().try_for_each(|text| writeln!(out, "\n{}", safe::markdown(text)))?;
        }
        Ok(())
    }

    /// Writes it as one HTML file.
    ///
    /// # Errors
    /// Whatever the writer says.
    pub fn as_html(&self, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
        html::write(self, lang, out)
    }
}

impl Grid {
    fn drawn(&self, width: usize) -> String {
        let mut layout = Layout::new();
        layout
            .load_style(presets::NOTHING)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(width).unwrap_or(u16::MAX));
        let row = |cells: &[String]| cells.iter().map(|cell| safe::terminal(cell).into_owned()).collect::<Vec<_>>();
        layout.set_header(row(&self.head));
        self.rows.iter().for_each(|cells| _ = layout.add_row(row(cells)));
        for column in layout.column_iter_mut().skip(self.words) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        layout.to_string()
    }
}

/// Writes a table as CSV, which no spreadsheet takes for formulas.
///
/// # Errors
/// Whatever the writer says.
pub fn write_csv(grid: &Grid, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    for row in std::iter::once(&grid.head).chain(&grid.rows) {
        let cells = row.iter().map(|cell| {
            let divided = safe::divided(cell);
            if safe::runs(cell) { format!("'{divided}") } else { divided.into_owned() }
        });
        writer.write_record(cells)?;
    }
    writer.flush()
}
