//! The table for people, laid out for a terminal.
//!
//! The widths come from the first lines; the lines after them are written with the same widths, so that a million of
//! them need no more memory than these. Where not even the narrowest table fits, each candidate is a few lines of its
//! own. Colour is put in after the layout, since escape sequences within a cell would count as text.

mod marks;

use std::io::{self, Write};

use comfy_table::{Cell as LaidCell, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width};
use unicode_width::UnicodeWidthStr;

use self::marks::Grouping;
use super::listed::{self, Listed, lot};
use super::people::{self, Example};
use super::safe;
use super::text::{Pieces, Terminal, Tone, cut, wrap};
use crate::catalogue::{Lang, Say, render as words};
use crate::mark::Mark;
use crate::score::{Need, Status};
use crate::shortlist::Lot;
use crate::view::{Field, Foot, Heading, Line, Ranks, Render};

/// The lines that the widths are taken from; as many are held at a time.
const BLOCK: usize = 2000;

/// Space between columns.
const GAP: usize = 2;

/// Ids up to this width are not cut while there is room.
const SHORT_ID: usize = 18;

/// More of a cell than this is never shown.
const LONGEST: usize = 400;

/// Writes the table.
#[derive(Debug)]
pub struct Table {
    terminal: Terminal,
    state: Option<State>,
}

impl Table {
    /// A table for this terminal.
    #[must_use]
    pub const fn new(terminal: Terminal) -> Self {
        Self { terminal, state: None }
    }
}

/// What is held between lines.
#[derive(Debug)]
struct State {
    heading: Heading,
    columns: Vec<Column>,
    rows: Vec<Row>,
    layout: Option<Layout>,
    last: Option<Status>,
    seen: Seen,
}

/// What has come up that the key must explain.
#[derive(Debug, Default)]
struct Seen {
    any: bool,
    example: Example,
    listed: Listed,
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

/// So many words that decided nothing are told below the table.
const MOST_UNREAD: usize = 20;

/// A column of the table.
#[derive(Clone, Debug)]
enum Column {
    /// The rank and how far it could move.
    Rank,
    /// A field as text.
    Text(Field),
    /// The status, and whether the row has notes.
    Status,
    /// The proven and the possible score.
    Scores,
    /// What is to be asked, or what decided against the candidate.
    Why,
    /// The marks of these criteria, which have this need; the first of them has the number `from` in the key.
    Marks { need: Need, criteria: Vec<usize>, from: usize },
}

/// A candidate, ready to be laid out.
#[derive(Debug)]
struct Row {
    status: Status,
    /// Whether the candidate is on the shortlist.
    lot: Option<Lot>,
    cells: Vec<Cell>,
}

#[derive(Debug)]
enum Cell {
    Text(String, Tone),
    /// A figure that is aligned to the right, and what follows it.
    Figure(String, String),
    /// Each mark, and whether a person decided it.
    Marks(Vec<(Mark, bool)>),
}

/// How the rows are laid out.
#[derive(Debug)]
enum Layout {
    /// A table; what is to be asked is a column of it, or stands below each row that has it, or nowhere.
    Wide(Vec<Laid>, Why),
    Stacked,
}

/// Where it stands what is to be asked of a candidate, or what decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    Beside,
    Below,
    Nowhere,
}

/// How one column is laid out.
#[derive(Clone, Debug)]
struct Laid {
    /// What the column is called, in one or several lines.
    head: Vec<String>,
    width: usize,
    /// Of this, what a figure is aligned in.
    figure: usize,
    tail: bool,
    grouping: Grouping,
    /// How wide each mark is, where names stand over them.
    widths: Vec<usize>,
}

/// How much room a layout takes: tried in this order until one fits.
const LEVELS: [(Grouping, bool, usize); 8] = [
    (Grouping::Spaced, true, 60),
    (Grouping::Spaced, true, 22),
    (Grouping::Fives, true, 16),
    (Grouping::Fives, true, 12),
    (Grouping::Fives, false, 12),
    (Grouping::Tight, false, 12),
    (Grouping::Fives, false, 9),
    (Grouping::Tight, false, 8),
];

/// The line below the shortlist is no wider.
const RULE: usize = 80;

/// From so many columns on, names stand over the marks, and what is to be asked with each candidate.
const ROOMY: usize = 100;

/// The same, in the order tried, where there is room for names.
const ROOMY_LEVELS: [(Grouping, bool, usize); 4] = [
    (Grouping::Named(2), true, 40),
    (Grouping::Named(2), true, 16),
    (Grouping::Named(1), true, 16),
    (Grouping::Named(1), false, 12),
];

/// What is to be asked stands in a column of its own only if that is so wide, or as wide as most of it;
/// the rest of it stands on lines below.
const WIDE_ENOUGH: usize = 26;

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
            seen: Seen::default(),
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
        for list in people::lists(foot, lang, safe::terminal) {
            paragraph("", "", Tone::Plain)?;
            paragraph(list.head.to(lang), "", Tone::Strong)?;
            for line in list.lines {
                paragraph(&line, "  ", Tone::Plain)?;
            }
        }
        paragraph("", "", Tone::Plain)?;
        paragraph(words::people_decide().to(lang), "", Tone::Dim)?;
        if let Some(command) = state.seen.example.command(&state.heading) {
            paragraph(words::whole_account().to(lang), "", Tone::Dim)?;
            // Whole, however long, so that it can be copied.
            writeln!(out, "    {command}")?;
        }
        Ok(())
    }
}

/// The columns asked for, else the table's own.
fn columns(heading: &Heading) -> Vec<Column> {
    if let Some(fields) = &heading.fields {
        return fields.iter().cloned().map(Column::Text).collect();
    }
    let mut columns = Vec::new();
    if heading.ranked {
        columns.push(Column::Rank);
    }
    columns.push(Column::Text(Field::Id));
    if !heading.blind {
        columns.push(Column::Text(Field::Name));
    }
    columns.push(Column::Status);
    columns.push(Column::Scores);
    let mut from = 1;
    for need in [Need::Required, Need::Asset] {
        let criteria = people::with_need(heading, need);
        if !criteria.is_empty() {
            let next = from + criteria.len();
            columns.push(Column::Marks { need, criteria, from });
            from = next;
        }
    }
    columns.push(Column::Why);
    columns
}

const fn status_tone(status: Status) -> Tone {
    match status {
        Status::Eligible => Tone::Good,
        Status::Review => Tone::Open,
        Status::NotEligible => Tone::Bad,
    }
}

impl State {
    fn row(&mut self, line: &Line<'_>) -> Row {
        let Self { heading, columns, seen, .. } = self;
        seen.any = true;
        for note in line.unread {
            if seen.unread.len() < MOST_UNREAD {
                seen.unread.push(safe::terminal(&format!("{}  {}", line.id, note.to(heading.lang))).into_owned());
            } else {
                seen.more_unread += 1;
            }
        }
        let cells = columns
            .iter()
            .map(|column| match column {
                Column::Rank => rank(line.ranks, heading.lang, seen),
                Column::Text(field) => text(field, line, heading),
                Column::Status => {
                    let mut text = people::status(line.status).say(heading.lang);
                    if !line.notes.is_empty() {
                        seen.noted = true;
                        text.push_str(" !");
                    }
                    let tone = status_tone(line.status);
                    if line.status_decided.is_none() {
                        Cell::Text(text, tone)
                    } else {
                        seen.status_by_hand = true;
                        text.push_str(" *");
                        Cell::Text(text, tone.by_hand())
                    }
                }
                Column::Scores => {
                    let (low, high) =
                        (people::score(line.score, heading.lang), people::score(line.score_max, heading.lang));
                    seen.scores |= low != high;
                    let tail = if low == high { String::new() } else { format!("–{high}") };
                    Cell::Figure(low, tail)
                }
                Column::Why => Cell::Text(people::why(line, heading, safe::terminal), status_tone(line.status)),
                Column::Marks { criteria, .. } => {
                    let each = criteria.iter().filter_map(|i| {
                        let (told, criterion) = line.criteria.get(*i).zip(heading.criteria.get(*i))?;
                        Some((people::mark(told, criterion), line.by_hand(*i).is_some()))
                    });
                    let marks: Vec<(Mark, bool)> = each.collect();
                    seen.skipped |= marks.iter().any(|(mark, _)| *mark == Mark::Skipped);
                    seen.by_hand |= marks.iter().any(|(_, by_hand)| *by_hand);
                    Cell::Marks(marks)
                }
            })
            .collect();
        Row { status: line.status, lot: lot(heading, line), cells }
    }

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

    /// The first layout that fits. `last` tells that no other rows come than those that are held.
    fn lay_out(&self, last: bool, width: usize) -> Layout {
        let why = matches!(self.columns.last(), Some(Column::Why));
        let own = self.columns.len() - usize::from(why);
        let lay = |columns: &[Column], level| lay(&self.heading, columns, &self.rows, last, level, width);
        let roomy = why && width >= ROOMY;
        let below = if roomy { Why::Below } else { Why::Nowhere };
        let beside =
            |level| roomy.then(|| lay(&self.columns, level)).flatten().map(|laid| Layout::Wide(laid, Why::Beside));
        let without = |level| lay(&self.columns[..own], level).map(|laid| Layout::Wide(laid, below));
        let named = || ROOMY_LEVELS.into_iter().filter(|_| roomy);
        let names = named().find_map(beside).or_else(|| named().find_map(without));
        names
            .or_else(|| LEVELS.into_iter().find_map(beside))
            .or_else(|| LEVELS.into_iter().find_map(without))
            .unwrap_or(Layout::Stacked)
    }

    fn write_wide(
        &mut self,
        rows: &[Row],
        (laid, why): (&[Laid], Why),
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
    fn rest(&self, row: &Row, (laid, why): (&[Laid], Why), terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let Some(Cell::Text(text, tone)) = row.cells.last().filter(|_| why != Why::Nowhere) else { return Ok(()) };
        let before = match why {
            Why::Beside => laid.len().saturating_sub(1),
            _ => usize::from(self.heading.ranked),
        };
        let indent: usize = laid.iter().take(before).map(|column| column.width + GAP).sum();
        let lines = match (why, laid.last()) {
            (Why::Beside, Some(column)) => wrap(text, "", column.width).into_iter().skip(1).collect(),
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
    fn part(&mut self, row: &Row, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
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

    /// Each candidate in a few lines of their own.
    fn write_stacked(&mut self, rows: &[Row], terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
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
    fn fields(&self, row: &Row) -> Vec<Pieces> {
        let mut lines = Vec::new();
        for (column, cell) in self.columns.iter().zip(&row.cells) {
            let Column::Text(field) = column else { continue };
            let mut line = Pieces::one(safe::terminal(&people::head(field, &self.heading)), Tone::Strong);
            line.push("  ", Tone::Plain);
            match cell {
                Cell::Text(text, tone) => line.push(text.as_str(), *tone),
                Cell::Figure(figure, _) => line.push(figure.as_str(), Tone::Plain),
                Cell::Marks(_) => {}
            }
            lines.push(line);
        }
        lines
    }

    /// The table's own columns: who, where they stand, and the marks.
    fn card(&self, row: &Row, terminal: Terminal) -> Vec<Pieces> {
        const INDENT: &str = "   ";
        let mut who = Pieces::default();
        let mut standing = Pieces::one(INDENT, Tone::Plain);
        let mut marks = Vec::new();
        let titles = [Need::Required, Need::Asset].map(|need| marks::title(need, self.heading.lang));
        let title_width = titles.iter().map(|title| title.width()).max().unwrap_or(0);
        for (column, cell) in self.columns.iter().zip(&row.cells) {
            match (column, cell) {
                (Column::Rank, Cell::Figure(figure, tail)) => {
                    who.push(figure.as_str(), Tone::Strong);
                    who.push(tail.as_str(), Tone::Dim);
                }
                (Column::Text(_), Cell::Text(text, _)) => {
                    let between = if who.is_empty() || text.is_empty() { "" } else { " · " };
                    who.push(format!("{between}{text}"), Tone::Strong);
                }
                (Column::Status, Cell::Text(text, tone)) => standing.push(text.as_str(), *tone),
                (Column::Scores, Cell::Figure(figure, tail)) => {
                    standing.push(format!("  {figure}"), Tone::Plain);
                    standing.push(tail.as_str(), Tone::Dim);
                }
                (Column::Marks { need, .. }, Cell::Marks(cell)) => {
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
            Cell::Text(text, tone) if !text.is_empty() && matches!(self.columns.last(), Some(Column::Why)) => {
                Some(wrap(text, INDENT, terminal.columns()).into_iter().map(|line| Pieces::one(line, *tone)))
            }
            _ => None,
        });
        [who, standing].into_iter().chain(marks).chain(why.into_iter().flatten()).collect()
    }

    /// The words that decided nothing, unless a column tells them.
    fn unread(&self, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let told = self.columns.iter().any(|column| matches!(column, Column::Text(Field::Notes)));
        if told || self.seen.unread.is_empty() {
            return Ok(());
        }
        let lang = self.heading.lang;
        terminal.line(&Pieces::default(), out)?;
        terminal.line(&Pieces::one(words::unread().say(lang), Tone::Strong), out)?;
        let more = (self.seen.more_unread > 0).then(|| words::more_unread(self.seen.more_unread).say(lang));
        for text in self.seen.unread.iter().chain(&more) {
            for line in wrap(text, "  ", terminal.columns()) {
                terminal.line(&Pieces::one(line, Tone::Plain), out)?;
            }
        }
        Ok(())
    }

    /// What the marks and numbers mean.
    fn key(&self, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let lang = self.heading.lang;
        let marks = self.columns.iter().any(|column| matches!(column, Column::Marks { .. }));
        if !marks || !self.seen.any {
            return Ok(());
        }
        terminal.line(&Pieces::default(), out)?;
        let assets = self.heading.criteria.iter().any(|criterion| criterion.need == Need::Asset);
        let mut shown = vec![Mark::Met, Mark::NotMet, Mark::Unknown];
        shown.extend(assets.then_some(Mark::Share(0)));
        shown.extend(self.seen.skipped.then_some(Mark::Skipped));
        let mut items: Vec<(String, String, Tone)> = shown
            .into_iter()
            .map(|mark| {
                (
                    mark.signs(terminal.unicode),
                    mark.meaning(terminal.unicode).say(lang),
                    marks::tone(if let Mark::Share(_) = mark { Mark::Share(4) } else { mark }, Need::Required),
                )
            })
            .collect();
        if self.seen.by_hand || self.seen.status_by_hand {
            let signs = [Mark::Met, Mark::NotMet, Mark::Unknown].map(|mark| marks::sign(mark, true, terminal));
            let star = self.seen.status_by_hand.then(|| "*".to_owned());
            let signs = signs.into_iter().filter(|_| self.seen.by_hand).chain(star);
            let sign = signs.collect::<Vec<_>>().join(" ");
            items.push((sign, words::by_a_person().say(lang), Tone::Dim.by_hand()));
        }
        if self.seen.noted {
            items.push(("!".to_owned(), words::noted().say(lang), Tone::Open));
        }
        let mut line = Pieces::default();
        for (sign, meaning, tone) in items {
            let gap = if line.is_empty() { "" } else { "   " };
            if line.width() + gap.width() + sign.width() + 1 + meaning.width() > terminal.columns() && !line.is_empty()
            {
                terminal.line(&std::mem::take(&mut line).cut(terminal.columns()), out)?;
            } else {
                line.push(gap, Tone::Plain);
            }
            line.push(sign, tone);
            line.push(format!(" {meaning}"), Tone::Plain);
        }
        terminal.line(&line.cut(terminal.columns()), out)?;
        let tails = match &self.layout {
            Some(Layout::Wide(laid, _)) => laid.first().is_some_and(|rank| rank.tail),
            _ => true,
        };
        let named =
            matches!(&self.layout, Some(Layout::Wide(laid, _)) if laid.iter().any(|one| !one.widths.is_empty()));
        let notes = [(self.seen.scores, words::score_key()), (self.seen.ranks && tails, words::rank_key())];
        for (_, note) in notes.into_iter().filter(|(seen, _)| *seen) {
            for line in wrap(note.to(lang), "", terminal.columns()) {
                terminal.line(&Pieces::one(line, Tone::Plain), out)?;
            }
        }
        let digits = self.heading.criteria.len().to_string().len();
        let names = self.heading.criteria.iter().map(|one| safe::terminal(&one.short).width()).max().unwrap_or(0);
        for column in &self.columns {
            let Column::Marks { need, criteria, from } = column else { continue };
            terminal.line(&Pieces::default(), out)?;
            terminal.line(&Pieces::one(marks::title(*need, lang), Tone::Strong), out)?;
            for (number, criterion) in (*from..).zip(criteria.iter().filter_map(|i| self.heading.criteria.get(*i))) {
                let text = people::criterion(criterion, lang, safe::terminal);
                let short = safe::terminal(&criterion.short);
                let first = if named { format!("{short:<names$}  ") } else { format!("{number:>digits$}  ") };
                for line in wrap(&text, &first, terminal.columns()) {
                    terminal.line(&Pieces::one(line, Tone::Plain), out)?;
                }
            }
        }
        Ok(())
    }
}

fn rank(ranks: Option<Ranks>, lang: Lang, seen: &mut Seen) -> Cell {
    let Some(ranks) = ranks else { return Cell::Figure(String::new(), String::new()) };
    if ranks.best == ranks.rank && ranks.worst == ranks.rank {
        return Cell::Figure(ranks.rank.say(lang), String::new());
    }
    seen.ranks = true;
    Cell::Figure(ranks.rank.say(lang), format!(" ({}–{})", ranks.best.say(lang), ranks.worst.say(lang)))
}

/// A field as text.
fn text(field: &Field, line: &Line<'_>, heading: &Heading) -> Cell {
    let lang = heading.lang;
    let shown = |text: &str| {
        let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
        Cell::Text(safe::terminal(text[..end].trim()).into_owned(), Tone::Plain)
    };
    let figure = |text: String| Cell::Figure(text, String::new());
    let ranked = |rank: Option<u64>| figure(rank.map_or_else(String::new, |rank| rank.say(lang)));
    match field {
        Field::Rank => ranked(line.ranks.map(|ranks| ranks.rank)),
        Field::RankBest => ranked(line.ranks.map(|ranks| ranks.best)),
        Field::RankWorst => ranked(line.ranks.map(|ranks| ranks.worst)),
        Field::Id => shown(line.id),
        Field::Name => shown(line.name),
        Field::Status => Cell::Text(people::status(line.status).say(lang), status_tone(line.status)),
        Field::Score => figure(people::score(line.score, lang)),
        Field::ScoreMax => figure(people::score(line.score_max, lang)),
        Field::Criterion(i) => match line.criteria.get(*i).zip(heading.criteria.get(*i)) {
            Some((told, criterion)) => {
                let tone = marks::tone(people::mark(told, criterion), criterion.need);
                Cell::Text(people::verdict(told, criterion).say(lang), tone)
            }
            None => shown(""),
        },
        Field::Reason(_) => shown(""),
        Field::SourceFile => shown(line.file),
        Field::SourceLine => figure(line.line.to_string()),
        Field::Notes => shown(&line.notes_in(lang)),
        Field::Decided => shown(&line.decided_in(&heading.criteria)),
        Field::Cell(i, _) => shown(line.cells.get(*i).copied().unwrap_or_default()),
    }
}

/// The widths of all columns at one level, if they fit. Unless these rows are all, room is left for what may come.
fn lay(
    heading: &Heading,
    columns: &[Column],
    rows: &[Row],
    all: bool,
    (grouping, ranks, least): (Grouping, bool, usize),
    width: usize,
) -> Option<Vec<Laid>> {
    let lang = heading.lang;
    let mut laid = Vec::with_capacity(columns.len());
    let mut wanted = Vec::with_capacity(columns.len());
    for (at, column) in columns.iter().enumerate() {
        let cells = || rows.iter().filter_map(|row| row.cells.get(at));
        let widest = |of: fn(&Cell) -> usize| cells().map(of).max().unwrap_or(0);
        let tail = ranks || !matches!(column, Column::Rank);
        let (mut figure, mut text) = (widest(figure_width), widest(text_width));
        let mut follows = if tail { widest(tail_width) } else { 0 };
        let mut widths = Vec::new();
        let head = match column {
            Column::Rank => vec![words::rank().say(lang)],
            Column::Text(field) => vec![safe::terminal(&people::head(field, heading)).into_owned()],
            Column::Status => vec![words::status().say(lang)],
            Column::Scores => vec![words::score().say(lang)],
            Column::Why => vec![words::why_head().say(lang)],
            Column::Marks { need, criteria, from } => {
                let (head, each) = marks::head(*need, criteria, *from, grouping, heading);
                widths = each;
                head
            }
        };
        match column {
            Column::Rank if !all => (figure, follows) = (figure.max(9), if tail { follows.max(22) } else { 0 }),
            Column::Scores if !all => (figure, follows) = (figure.max(5), follows.max(6)),
            Column::Status if !all => {
                text = Status::ALL
                    .map(|status| people::status(status).say(lang).width() + 2)
                    .into_iter()
                    .max()
                    .unwrap_or(0);
            }
            Column::Marks { .. } => text = head.iter().map(|line| line.width()).max().unwrap_or(0),
            _ => {}
        }
        let natural = text.max(figure + follows).max(head.iter().map(|line| line.width()).max().unwrap_or(0));
        let flexible = matches!(column, Column::Text(_) | Column::Why) && figure == 0;
        let now = if flexible { natural.min(least) } else { natural };
        let usual = usual_width(rows, at).clamp(now, natural);
        wanted.push([usual - now, natural - usual]);
        laid.push(Laid { head, width: now, figure, tail, grouping, widths });
    }
    let gaps = GAP * columns.len().saturating_sub(1);
    let used = laid.iter().map(|column| column.width).sum::<usize>() + gaps;
    let mut room = width.checked_sub(used)?;
    // What is left goes to short ids first, since `explain` needs them whole, then to all in turn: first for what most
    // rows need, then for the few that need more.
    for round in 0..2 {
        for (at, column) in columns.iter().enumerate() {
            let more = wanted[at][round];
            if matches!(column, Column::Text(Field::Id)) && more <= room && laid[at].width + more <= SHORT_ID {
                (laid[at].width, wanted[at][round], room) = (laid[at].width + more, 0, room - more);
            }
        }
        while room > 0 && wanted.iter().any(|wanted| wanted[round] > 0) {
            for (column, wanted) in laid.iter_mut().zip(&mut wanted) {
                if wanted[round] > 0 && room > 0 {
                    (column.width, wanted[round], room) = (column.width + 1, wanted[round] - 1, room - 1);
                }
            }
        }
    }
    if let (Some(Column::Why), Some(why)) = (columns.last(), laid.last())
        && why.width < usual_width(rows, columns.len() - 1).min(WIDE_ENOUGH)
    {
        return None;
    }
    for column in &mut laid {
        // Narrow heads over wide figures stand over the figures.
        column.head = column.head.iter().map(|line| cut(line, column.width)).collect();
        if column.figure > 0 && column.head.len() == 1 {
            let head = &column.head[0];
            column.head[0] = format!("{}{head}", " ".repeat(column.figure.saturating_sub(head.width())));
        }
    }
    Some(laid)
}

/// As wide as nineteen cells in twenty of a column of text.
fn usual_width(rows: &[Row], at: usize) -> usize {
    let mut widths: Vec<usize> = rows.iter().filter_map(|row| row.cells.get(at)).map(text_width).collect();
    widths.sort_unstable();
    widths.get((widths.len() * 19).div_ceil(20).saturating_sub(1)).copied().unwrap_or(0)
}

fn figure_width(cell: &Cell) -> usize {
    if let Cell::Figure(figure, _) = cell { figure.width() } else { 0 }
}

fn tail_width(cell: &Cell) -> usize {
    if let Cell::Figure(_, tail) = cell { tail.width() } else { 0 }
}

fn text_width(cell: &Cell) -> usize {
    if let Cell::Text(text, _) = cell { text.width() } else { 0 }
}

/// A cell's text as it will stand in its column, with what each part of it means.
fn draw(cell: &Cell, column: &Column, laid: &Laid, terminal: Terminal) -> Pieces {
    match (cell, column) {
        // The rest of it stands on the lines below.
        (Cell::Text(text, tone), Column::Why) => {
            Pieces::one(wrap(text, "", laid.width).into_iter().next().unwrap_or_default(), *tone)
        }
        (Cell::Text(text, tone), _) => Pieces::one(cut(text, laid.width), *tone),
        (Cell::Figure(figure, tail), _) => {
            let pad = " ".repeat(laid.figure.saturating_sub(figure.width()));
            let mut pieces = Pieces::one(format!("{pad}{figure}"), Tone::Plain);
            if laid.tail {
                pieces.push(tail.as_str(), Tone::Dim);
            }
            pieces.cut(laid.width)
        }
        (Cell::Marks(marks), Column::Marks { need, from, .. }) => {
            let mut pieces = Pieces::default();
            marks::push(&mut pieces, marks, *need, *from, (laid.grouping, &laid.widths), terminal);
            pieces
        }
        (Cell::Marks(_), _) => Pieces::default(),
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::render::sample;

    fn drawn(terminal: Terminal, heading: &Heading) -> String {
        sample::write(&mut Table::new(terminal), heading)
    }

    fn plain(width: usize) -> Terminal {
        Terminal { width, ..Terminal::default() }
    }

    #[test]
    fn a_terminal_of_80_columns() {
        insta::assert_snapshot!(drawn(plain(80), &sample::heading(Lang::En)));
    }

    #[test]
    fn a_narrow_terminal() {
        insta::assert_snapshot!(drawn(plain(40), &sample::heading(Lang::Fr)));
    }

    #[test]
    fn columns_asked_for() {
        let mut heading = sample::heading(Lang::En);
        let fields = [Field::RankWorst, Field::Id, Field::Criterion(1), Field::Cell(0, "email".into()), Field::Notes];
        heading.fields = Some(fields.to_vec());
        insta::assert_snapshot!(drawn(plain(80), &heading));
        insta::assert_snapshot!(drawn(plain(34), &heading));
    }

    #[test]
    fn nobody() {
        let heading = sample::heading(Lang::En);
        let none = sample::write_lines(&mut Table::new(plain(80)), &heading, &[]);
        assert!(none.contains("\nno candidates\n"), "{none}");
    }

    #[test]
    fn colour_changes_nothing_but_colour() {
        for width in [30, 80, 120] {
            let heading = sample::heading(Lang::En);
            let coloured = drawn(Terminal { colour: true, ..plain(width) }, &heading);
            assert!(coloured.contains("\u{1b}[32meligible\u{1b}[0m"), "{coloured}");
            let mut bare = String::new();
            for (nth, part) in coloured.split('\u{1b}').enumerate() {
                bare.push_str(if nth == 0 { part } else { part.split_once('m').unwrap().1 });
            }
            assert_eq!(bare, drawn(plain(width), &heading));
        }
    }

    #[test]
    fn ascii_only() {
        let mut heading = sample::heading(Lang::En);
        heading.blind = true;
        let line = sample::line();
        let mut table = Table::new(Terminal { unicode: false, ..plain(80) });
        let written = String::from_utf8(sample::write_bytes(&mut table, &heading, &[line], &Foot::default())).unwrap();
        assert!(written.is_ascii(), "{written}");
    }

    #[test]
    fn lines_beyond_a_block_keep_the_widths() {
        let heading = sample::heading(Lang::En);
        let mut lines = vec![sample::line(); BLOCK + 3];
        for (rank, line) in (1..).zip(&mut lines) {
            line.ranks = Some(Ranks { rank, best: rank, worst: rank + 1 });
        }
        let written = sample::write_lines(&mut Table::new(plain(80)), &heading, &lines);
        let starts: Vec<Option<usize>> =
            written.lines().filter(|line| line.contains("C-001  ")).map(|line| line.find("eligible")).collect();
        assert_eq!(starts.len(), BLOCK + 3);
        assert!(starts.windows(2).all(|pair| pair[0] == pair[1]));
        assert_eq!(written.matches("Status").count(), 1);
    }

    #[test]
    fn a_blind_list_without_ranks_shows_neither_names_nor_ranks() {
        let mut heading = sample::heading(Lang::En);
        (heading.blind, heading.ranked) = (true, false);
        let mut line = sample::line();
        line.ranks = None;
        for width in [40, 80, 200] {
            let written = sample::write_lines(&mut Table::new(plain(width)), &heading, &[line]);
            assert!(!written.contains("Name") && !written.contains("Rank"), "{written}");
            assert!(written.contains("C-001"), "{written}");
        }
    }

    #[test]
    fn twenty_criteria_fit_80_columns() {
        let mut heading = sample::heading(Lang::Fr);
        let one = heading.criteria[3].clone();
        heading.criteria.extend(std::iter::repeat_n(one, 15));
        let told: Vec<crate::view::Told<'_>> = sample::line().criteria.iter().copied().cycle().take(20).collect();
        let mut line = sample::line();
        line.criteria = &told;
        let written = sample::write_lines(&mut Table::new(plain(80)), &heading, &[line]);
        let row = written.lines().find(|line| line.contains("C-001")).unwrap();
        assert!(row.contains("Ana Ejemplo") && row.contains("éligible") && row.contains("82,5–87,0"), "{row}");
        assert_eq!(row.chars().filter(|c| "✓◑".contains(*c)).count(), 20, "{row}");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_terminal(
            width in 20_usize..140,
            id in any::<String>(),
            name in "[\\x00-\\x7f\u{202e}漢é\u{301}\u{200b}👩\u{200d}]{0,40}",
            own in 0_usize..3,
            french: bool,
        ) {
            let mut heading = sample::heading(if french { Lang::Fr } else { Lang::En });
            if own == 1 {
                heading.fields = Some(heading.fields());
            } else if own == 2 {
                let one = heading.criteria[4].clone();
                heading.criteria.extend(std::iter::repeat_n(one, 15));
            }
            let mut line = sample::line();
            (line.id, line.name) = (&id, &name);
            let written = sample::write_lines(&mut Table::new(plain(width)), &heading, &[line, sample::line()]);
            for line in written.lines().filter(|line| !line.starts_with("    screen ")) {
                prop_assert!(line.width() <= width, "{:?}", line);
                prop_assert!(!line.chars().any(safe::is_unseen), "{:?}", line);
            }
        }
    }
}
