//! The table for people, laid out for a terminal.
//!
//! The widths come from the first lines; the lines after them are written with the same widths, so that a million of
//! them need no more memory than these. Where not even the narrowest table fits, each candidate is a few lines of its
//! own. Colour is put in after the layout, since escape sequences within a cell would count as text.

mod key;
mod layout;
mod marks;
mod row;
mod stacked;
mod wide;

use std::io::{self, Write};

use self::layout::Layout;
use self::row::TableRow;
use super::listed::ShortlistSeen;
use super::people::{self, ExampleCandidate};
use super::safe;
use super::text::{Pieces, Terminal, Tone, wrap};
use crate::catalogue::{Say, render as words};
use crate::score::{Need, Status};
use crate::view::{Foot, Heading, Line, OutputColumn, Render};

/// The lines that the widths are taken from; as many are held at a time.
const BLOCK: usize = 2000;

/// Space between columns.
const GAP: usize = 2;

/// Writes the table.
#[derive(Debug)]
pub(super) struct Table {
    terminal: Terminal,
    state: Option<State>,
}

impl Table {
    /// A table for this terminal.
    #[must_use]
    pub(super) const fn new(terminal: Terminal) -> Self {
        Self { terminal, state: None }
    }
}

/// What is held between lines.
#[derive(Debug)]
struct State {
    heading: Heading,
    columns: Vec<TableColumn>,
    rows: Vec<TableRow>,
    layout: Option<Layout>,
    last: Option<Status>,
    seen: KeySeen,
}

/// What has come up that the key must explain.
#[derive(Debug, Default)]
struct KeySeen {
    any: bool,
    example: ExampleCandidate,
    listed: ShortlistSeen,
    skipped: bool,
    noted: bool,
    by_hand: bool,
    status_by_hand: bool,
    ranks: bool,
    scores: bool,
    /// The words that decided nothing, each after its candidate's id.
    unread: Vec<String>,
    /// How many candidates have more of them.
    more_unread: usize,
}

/// A column of the table.
#[derive(Clone, Debug)]
enum TableColumn {
    /// The rank and how far it could move.
    Rank,
    /// A field as text.
    Text(OutputColumn),
    /// The status, and whether the row has notes.
    Status,
    /// The proven and the possible score.
    Scores,
    /// What is to be asked, or what decided against the candidate.
    Why,
    /// The marks of these criteria, which have this need; the first of them has the number `from` in the key.
    Marks { need: Need, criteria: Vec<usize>, from: usize },
}

impl Render for Table {
    fn begin(&mut self, heading: &Heading, out: &mut dyn Write) -> io::Result<()> {
        let width = self.terminal.columns();
        for line in wrap(&people::title(heading, safe::terminal), "", width) {
            self.terminal.line(&Pieces::one(line, Tone::Strong), out)?;
        }
        for line in wrap(&people::screened(heading, safe::terminal), "", width) {
            self.terminal.line(&Pieces::one(line, Tone::Plain), out)?;
        }
        self.terminal.line(&Pieces::default(), out)?;
        self.state = Some(State {
            heading: heading.clone(),
            columns: columns(heading),
            rows: Vec::new(),
            layout: None,
            last: None,
            seen: KeySeen::default(),
        });
        Ok(())
    }

    fn line(&mut self, line: &Line<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        let Some(state) = &mut self.state else { return Ok(()) };
        state.seen.example.see(line);
        state.seen.listed.see(&state.heading, line);
        let row = state.row(line);
        state.rows.push(row);
        if state.rows.len() == BLOCK { state.flush(self.terminal, false, out) } else { Ok(()) }
    }

    fn near_misses(&self) -> usize {
        people::MOST_NEAR_MISSES
    }

    fn end(&mut self, foot: &Foot, out: &mut dyn Write) -> io::Result<()> {
        let Some(mut state) = self.state.take() else { return Ok(()) };
        state.flush(self.terminal, true, out)?;
        let (terminal, lang) = (self.terminal, state.heading.lang);
        if !state.seen.any {
            terminal.line(&Pieces::one(people::nobody(foot).say(lang), Tone::Plain), out)?;
        }
        state.key(terminal, out)?;
        state.unread(terminal, out)?;
        let mut paragraph = |text: &str, first: &str, tone| {
            wrap(text, first, terminal.columns())
                .into_iter()
                .try_for_each(|line| terminal.line(&Pieces::one(line, tone), out))
        };
        paragraph("", "", Tone::Plain)?;
        paragraph(&people::counts(foot, lang), "", Tone::Strong)?;
        if let Some(told) = people::decisions(foot) {
            paragraph(told.to(lang), "", Tone::Plain)?;
        }
        if let Some(told) = state.seen.listed.told(&state.heading, safe::terminal) {
            paragraph(&told, "", Tone::Plain)?;
        }
        for list in people::lists(&state.heading, foot, safe::terminal) {
            paragraph("", "", Tone::Plain)?;
            paragraph(list.head.to(lang), "", Tone::Strong)?;
            for line in list.lines {
                paragraph(&line, "  ", Tone::Plain)?;
            }
        }
        paragraph("", "", Tone::Plain)?;
        paragraph(words::people_decide().to(lang), "", Tone::Dim)?;
        let commands = [
            (words::whole_account(), state.seen.example.command(&state.heading)),
            (words::settle(), people::settle(&state.heading, foot)),
        ];
        for (what, command) in commands {
            let Some(command) = command else { continue };
            wrap(what.to(lang), "", terminal.columns())
                .into_iter()
                .try_for_each(|line| terminal.line(&Pieces::one(line, Tone::Dim), out))?;
            // Whole, however long, so that it can be copied.
            writeln!(out, "    {command}")?;
        }
        Ok(())
    }
}

/// The columns asked for, else the table's own.
fn columns(heading: &Heading) -> Vec<TableColumn> {
    if let Some(fields) = &heading.fields {
        return fields.iter().cloned().map(TableColumn::Text).collect();
    }
    let mut columns = Vec::new();
    if heading.ranked {
        columns.push(TableColumn::Rank);
    }
    columns.push(TableColumn::Text(OutputColumn::Id));
    if !heading.blind {
        columns.push(TableColumn::Text(OutputColumn::Name));
    }
    columns.push(TableColumn::Status);
    columns.push(TableColumn::Scores);
    let mut from = 1;
    for need in [Need::Required, Need::Asset] {
        let criteria = people::with_need(heading, need);
        if !criteria.is_empty() {
            let next = from + criteria.len();
            columns.push(TableColumn::Marks { need, criteria, from });
            from = next;
        }
    }
    columns.push(TableColumn::Why);
    columns
}

impl State {
    /// Writes the rows that are held. `last` tells that no others come.
    fn flush(&mut self, terminal: Terminal, last: bool, out: &mut dyn Write) -> io::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let first = self.layout.is_none();
        let layout = self.layout.take().unwrap_or_else(|| self.lay_out(last, terminal.columns()));
        let rows = std::mem::take(&mut self.rows);
        match &layout {
            Layout::Wide(laid, why) => self.write_wide(&rows, (laid, *why), first, terminal, out)?,
            Layout::Stacked => self.write_stacked(&rows, terminal, out)?,
        }
        self.rows = rows;
        self.rows.clear();
        self.layout = Some(layout);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
