//! The table for people, laid out for a terminal.
//!
//! The widths come from the first lines; the lines after them are written with the same widths, so that a million of
//! them need no more memory than these. Where not even the narrowest table fits, each candidate is a few lines of its
//! own. Colour is put in after the layout, since escape sequences within a cell would count as text.

use std::io::{self, Write};

use comfy_table::{Cell as LaidCell, ColumnConstraint, ContentArrangement, LineStyle, TableStyle, Width};
use unicode_width::UnicodeWidthStr;

use super::people::{self, Mark};
use super::safe;
use super::text::{Pieces, Terminal, Tone, cut, wrap};
use crate::catalogue::{Lang, Say, render as words};
use crate::score::{Need, Status};
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
    skipped: bool,
    noted: bool,
    ranks: bool,
    scores: bool,
}

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
    /// The marks of these criteria, which have this need; the first of them has the number `from` in the key.
    Marks { need: Need, criteria: Vec<usize>, from: usize },
}

/// A candidate, ready to be laid out.
#[derive(Debug)]
struct Row {
    status: Status,
    cells: Vec<Cell>,
}

#[derive(Debug)]
enum Cell {
    Text(String, Tone),
    /// A figure that is aligned to the right, and what follows it.
    Figure(String, String),
    Marks(Vec<Mark>),
}

/// How the rows are laid out.
#[derive(Debug)]
enum Layout {
    Wide(Vec<Laid>),
    Stacked,
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
}

/// How marks stand beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grouping {
    Spaced,
    Fives,
    Tight,
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
        let mut paragraph = |text: &str, first: &str, tone| {
            wrap(text, first, terminal.columns())
                .into_iter()
                .try_for_each(|line| terminal.line(&Pieces::one(line, tone), out))
        };
        paragraph("", "", Tone::Plain)?;
        paragraph(&people::counts(foot, lang), "", Tone::Strong)?;
        for list in people::lists(foot, lang, safe::terminal) {
            paragraph("", "", Tone::Plain)?;
            paragraph(list.head.to(lang), "", Tone::Strong)?;
            for line in list.lines {
                paragraph(&line, "  ", Tone::Plain)?;
            }
        }
        paragraph("", "", Tone::Plain)?;
        paragraph(words::people_decide().to(lang), "", Tone::Dim)
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
    columns
}

const fn status_tone(status: Status) -> Tone {
    match status {
        Status::Eligible => Tone::Good,
        Status::Review => Tone::Open,
        Status::NotEligible => Tone::Bad,
    }
}

const fn mark_tone(mark: Mark, need: Need) -> Tone {
    match (mark, need) {
        (Mark::Met, _) => Tone::Good,
        (Mark::Part, _) => Tone::Part,
        (Mark::Unknown, _) => Tone::Open,
        (Mark::NotMet, Need::Required) => Tone::Bad,
        (Mark::NotMet, Need::Asset) | (Mark::Skipped, _) => Tone::Dim,
    }
}

impl State {
    fn row(&mut self, line: &Line<'_>) -> Row {
        let Self { heading, columns, seen, .. } = self;
        seen.any = true;
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
                    Cell::Text(text, status_tone(line.status))
                }
                Column::Scores => {
                    let (low, high) =
                        (people::score(line.score, heading.lang), people::score(line.score_max, heading.lang));
                    seen.scores |= low != high;
                    let tail = if low == high { String::new() } else { format!("–{high}") };
                    Cell::Figure(low, tail)
                }
                Column::Marks { criteria, .. } => {
                    let told = criteria.iter().filter_map(|i| line.criteria.get(*i).zip(heading.criteria.get(*i)));
                    let marks: Vec<Mark> = told.map(|(told, criterion)| Mark::of(told, criterion)).collect();
                    seen.skipped |= marks.contains(&Mark::Skipped);
                    Cell::Marks(marks)
                }
            })
            .collect();
        Row { status: line.status, cells }
    }

    /// Writes the rows that are held. `last` tells that no others come.
    fn flush(&mut self, terminal: Terminal, last: bool, out: &mut dyn Write) -> io::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let first = self.layout.is_none();
        let layout = self.layout.take().unwrap_or_else(|| {
            let levels = LEVELS.iter();
            levels
                .filter_map(|level| lay(&self.heading, &self.columns, &self.rows, last, *level, terminal.columns()))
                .next()
                .map_or(Layout::Stacked, Layout::Wide)
        });
        let rows = std::mem::take(&mut self.rows);
        match &layout {
            Layout::Wide(laid) => self.write_wide(&rows, laid, first, terminal, out)?,
            Layout::Stacked => self.write_stacked(&rows, terminal, out)?,
        }
        self.rows = rows;
        self.rows.clear();
        self.layout = Some(layout);
        Ok(())
    }

    fn write_wide(
        &mut self,
        rows: &[Row],
        laid: &[Laid],
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
            self.part(row.status, terminal, out)?;
            terminal.line(&coloured(&line, cells, laid), out)?;
        }
        Ok(())
    }

    /// A blank line between candidates of one status and of the next.
    fn part(&mut self, status: Status, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let last = self.last.replace(status);
        if self.heading.ranked && last.is_some_and(|last| last != status) {
            terminal.line(&Pieces::default(), out)?;
        }
        Ok(())
    }

    /// Each candidate in a few lines of their own.
    fn write_stacked(&mut self, rows: &[Row], terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
        let width = terminal.columns();
        for row in rows {
            if self.last.replace(row.status).is_some() {
                terminal.line(&Pieces::default(), out)?;
            }
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
        let titles = [Need::Required, Need::Asset].map(|need| marks_title(need, self.heading.lang));
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
                    let mut title = marks_title(*need, self.heading.lang);
                    // Five marks and a space.
                    for some in cell.chunks((room.div_ceil(6) * 5).max(5)) {
                        let mut line = Pieces::one(format!("{INDENT}{title:<title_width$}  "), Tone::Dim);
                        push_marks(&mut line, some, *need, 0, Grouping::Fives, terminal);
                        marks.push(line);
                        title.clear();
                    }
                }
                _ => {}
            }
        }
        [who, standing].into_iter().chain(marks).collect()
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
        shown.extend(assets.then_some(Mark::Part));
        shown.extend(self.seen.skipped.then_some(Mark::Skipped));
        let mut items: Vec<(String, String, Tone)> = shown
            .into_iter()
            .map(|mark| {
                (mark.sign(terminal.unicode).to_string(), mark.meaning().say(lang), mark_tone(mark, Need::Required))
            })
            .collect();
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
            Some(Layout::Wide(laid)) => laid.first().is_some_and(|rank| rank.tail),
            _ => true,
        };
        let notes = [(self.seen.scores, words::score_key()), (self.seen.ranks && tails, words::rank_key())];
        for (_, note) in notes.into_iter().filter(|(seen, _)| *seen) {
            for line in wrap(note.to(lang), "", terminal.columns()) {
                terminal.line(&Pieces::one(line, Tone::Plain), out)?;
            }
        }
        let digits = self.heading.criteria.len().to_string().len();
        for column in &self.columns {
            let Column::Marks { need, criteria, from } = column else { continue };
            terminal.line(&Pieces::default(), out)?;
            terminal.line(&Pieces::one(marks_title(*need, lang), Tone::Strong), out)?;
            for (number, criterion) in (*from..).zip(criteria.iter().filter_map(|i| self.heading.criteria.get(*i))) {
                let text = people::criterion(criterion, lang, safe::terminal);
                for line in wrap(&text, &format!("{number:>digits$}  "), terminal.columns()) {
                    terminal.line(&Pieces::one(line, Tone::Plain), out)?;
                }
            }
        }
        Ok(())
    }
}

fn marks_title(need: Need, lang: Lang) -> String {
    match need {
        Need::Required => words::required(),
        Need::Asset => words::assets(),
    }
    .say(lang)
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
                let tone = mark_tone(Mark::of(told, criterion), criterion.need);
                Cell::Text(people::verdict(told).say(lang), tone)
            }
            None => shown(""),
        },
        Field::SourceFile => shown(line.file),
        Field::SourceLine => figure(line.line.to_string()),
        Field::Notes => {
            let notes: Vec<&str> = line.notes.iter().map(|note| note.to(lang)).collect();
            shown(&notes.join("; "))
        }
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
        let head = match column {
            Column::Rank => vec![words::rank().say(lang)],
            Column::Text(field) => vec![safe::terminal(&people::head(field, heading)).into_owned()],
            Column::Status => vec![words::status().say(lang)],
            Column::Scores => vec![words::score().say(lang)],
            Column::Marks { need, criteria, from } => marks_head(*need, criteria.len(), *from, grouping, lang),
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
        let flexible = matches!(column, Column::Text(_)) && figure == 0;
        let now = if flexible { natural.min(least) } else { natural };
        let usual = usual_width(rows, at).clamp(now, natural);
        wanted.push([usual - now, natural - usual]);
        laid.push(Laid { head, width: now, figure, tail, grouping });
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

/// What stands over marks: their need, then their numbers, which stand upright where marks stand close.
fn marks_head(need: Need, count: usize, from: usize, grouping: Grouping, lang: Lang) -> Vec<String> {
    let numbers: Vec<String> = (from..from + count).map(|number| number.to_string()).collect();
    let title = marks_title(need, lang);
    if grouping == Grouping::Spaced {
        return vec![title, numbers.join(" ")];
    }
    let digits = numbers.last().map_or(1, String::len);
    let mut lines = vec![String::new(); digits];
    for (at, number) in numbers.iter().enumerate() {
        for (line, digit) in lines.iter_mut().zip(format!("{number:>digits$}").chars()) {
            if grouping == Grouping::Fives && at > 0 && at % 5 == 0 {
                line.push(' ');
            }
            line.push(digit);
        }
    }
    let least = if grouping == Grouping::Tight { 6 } else { title.width() };
    let width = lines[0].width().max(least);
    lines.insert(0, cut(&title, width));
    lines
}

/// A cell's text as it will stand in its column, with what each part of it means.
fn draw(cell: &Cell, column: &Column, laid: &Laid, terminal: Terminal) -> Pieces {
    match (cell, column) {
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
            push_marks(&mut pieces, marks, *need, *from, laid.grouping, terminal);
            pieces
        }
        (Cell::Marks(_), _) => Pieces::default(),
    }
}

fn push_marks(pieces: &mut Pieces, marks: &[Mark], need: Need, from: usize, grouping: Grouping, terminal: Terminal) {
    for (at, mark) in marks.iter().enumerate() {
        let gap = match grouping {
            // Under the last digit of its number.
            Grouping::Spaced => (from + at).to_string().len() - usize::from(at == 0),
            Grouping::Fives => usize::from(at > 0 && at % 5 == 0),
            Grouping::Tight => 0,
        };
        pieces.push(" ".repeat(gap), Tone::Plain);
        pieces.push(mark.sign(terminal.unicode), mark_tone(*mark, need));
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
            written.lines().filter(|line| line.contains("C-001")).map(|line| line.find("eligible")).collect();
        assert_eq!(starts.len(), BLOCK + 4 - 1);
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
        let told: Vec<crate::verdict::Glance> = sample::line().criteria.iter().copied().cycle().take(20).collect();
        let mut line = sample::line();
        line.criteria = &told;
        let written = sample::write_lines(&mut Table::new(plain(80)), &heading, &[line]);
        let row = written.lines().find(|line| line.contains("C-001")).unwrap();
        assert!(row.contains("Ana Ejemplo") && row.contains("éligible") && row.contains("82,5–87,0"), "{row}");
        assert_eq!(row.chars().filter(|c| "✓◐".contains(*c)).count(), 20, "{row}");
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
            for line in written.lines() {
                prop_assert!(line.width() <= width, "{:?}", line);
                prop_assert!(!line.chars().any(safe::is_unseen), "{:?}", line);
            }
        }
    }
}
