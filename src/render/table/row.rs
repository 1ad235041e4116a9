//! A candidate as cells of the table, before anything is laid out.

use super::super::listed::lot;
use super::super::people;
use super::super::safe;
use super::super::text::Tone;
use super::marks;
use super::{KeySeen, State, TableColumn};
use crate::catalogue::{Lang, Say};
use crate::mark::Mark;
use crate::score::Status;
use crate::shortlist::Lot;
use crate::view::{Heading, Line, OutputColumn, Ranks};

/// More of a cell than this is never shown.
const LONGEST: usize = 400;

/// So many words that decided nothing are told below the table.
const MOST_UNREAD: usize = 20;

/// A candidate, ready to be laid out.
#[derive(Debug)]
pub(super) struct TableRow {
    pub status: Status,
    /// Whether the candidate is on the shortlist.
    pub lot: Option<Lot>,
    pub cells: Vec<TableCell>,
}

/// A cell of it.
#[derive(Debug)]
pub(super) enum TableCell {
    Text(String, Tone),
    /// A figure that is aligned to the right, and what follows it.
    Figure(String, String),
    /// Each mark, and whether a person decided it.
    Marks(Vec<(Mark, bool)>),
}

pub(super) const fn status_tone(status: Status) -> Tone {
    match status {
        Status::Eligible => Tone::Good,
        Status::Review => Tone::Open,
        Status::NotEligible => Tone::Bad,
    }
}

impl State {
    pub(super) fn row(&mut self, line: &Line<'_>) -> TableRow {
        let Self { heading, columns, seen, .. } = self;
        seen.any = true;
        for note in line.unread {
            if seen.unread.len() < MOST_UNREAD {
                seen.unread.push(safe::terminal(&format!("{}  {}", line.id, note.to(heading.lang))).into_owned());
            } else {
                seen.more_unread += 1;
            }
        }
        let cells = columns.iter().map(|column| cell(column, line, heading, seen)).collect();
        TableRow { status: line.status, lot: lot(heading, line), cells }
    }
}

fn cell(column: &TableColumn, line: &Line<'_>, heading: &Heading, seen: &mut KeySeen) -> TableCell {
    match column {
        TableColumn::Rank => rank(line.ranks, heading.lang, seen),
        TableColumn::Text(field) => text(field, line, heading),
        TableColumn::Status => status(line, heading.lang, seen),
        TableColumn::Scores => scores(line, heading.lang, seen),
        TableColumn::Why => TableCell::Text(people::why(line, heading, safe::terminal), status_tone(line.status)),
        TableColumn::Marks { criteria, .. } => {
            let each = criteria.iter().filter_map(|i| {
                let (told, criterion) = line.criteria.get(*i).zip(heading.criteria.get(*i))?;
                Some((people::mark(told, criterion), line.by_hand(*i).is_some()))
            });
            let marks: Vec<(Mark, bool)> = each.collect();
            seen.skipped |= marks.iter().any(|(mark, _)| *mark == Mark::Skipped);
            seen.by_hand |= marks.iter().any(|(_, by_hand)| *by_hand);
            TableCell::Marks(marks)
        }
    }
}

fn status(line: &Line<'_>, lang: Lang, seen: &mut KeySeen) -> TableCell {
    let mut text = people::status(line.status).say(lang);
    if !line.notes.is_empty() {
        seen.noted = true;
        text.push_str(" !");
    }
    let tone = status_tone(line.status);
    if line.status_decided.is_none() {
        return TableCell::Text(text, tone);
    }
    seen.status_by_hand = true;
    text.push_str(" *");
    TableCell::Text(text, tone.by_hand())
}

fn scores(line: &Line<'_>, lang: Lang, seen: &mut KeySeen) -> TableCell {
    let [low, high] = [line.score, line.score_max].map(|score| people::score(score, lang));
    seen.scores |= low != high;
    let tail = if low == high { String::new() } else { format!("–{high}") };
    TableCell::Figure(low, tail)
}

fn rank(ranks: Option<Ranks>, lang: Lang, seen: &mut KeySeen) -> TableCell {
    let Some(ranks) = ranks else { return TableCell::Figure(String::new(), String::new()) };
    if ranks.best == ranks.rank && ranks.worst == ranks.rank {
        return TableCell::Figure(ranks.rank.say(lang), String::new());
    }
    seen.ranks = true;
    TableCell::Figure(ranks.rank.say(lang), format!(" ({}–{})", ranks.best.say(lang), ranks.worst.say(lang)))
}

/// A field as text.
fn text(field: &OutputColumn, line: &Line<'_>, heading: &Heading) -> TableCell {
    let lang = heading.lang;
    let shown = |text: &str| {
        let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
        TableCell::Text(safe::terminal(text[..end].trim()).into_owned(), Tone::Plain)
    };
    let figure = |text: String| TableCell::Figure(text, String::new());
    let ranked = |rank: Option<u64>| figure(rank.map_or_else(String::new, |rank| rank.say(lang)));
    match field {
        OutputColumn::Rank => ranked(line.ranks.map(|ranks| ranks.rank)),
        OutputColumn::RankBest => ranked(line.ranks.map(|ranks| ranks.best)),
        OutputColumn::RankWorst => ranked(line.ranks.map(|ranks| ranks.worst)),
        OutputColumn::Id => shown(line.id),
        OutputColumn::Name => shown(line.name),
        OutputColumn::Status => TableCell::Text(people::status(line.status).say(lang), status_tone(line.status)),
        OutputColumn::Score => figure(people::score(line.score, lang)),
        OutputColumn::ScoreMax => figure(people::score(line.score_max, lang)),
        OutputColumn::Criterion(i) => match line.criteria.get(*i).zip(heading.criteria.get(*i)) {
            Some((told, criterion)) => {
                let tone = marks::tone(people::mark(told, criterion), criterion.need);
                TableCell::Text(people::verdict(told, criterion).say(lang), tone)
            }
            None => shown(""),
        },
        OutputColumn::Reason(_) | OutputColumn::Unread(_) => shown(""),
        OutputColumn::SourceFile => shown(line.file),
        OutputColumn::SourceLine => figure(line.line.to_string()),
        OutputColumn::Notes => shown(&line.notes_in(lang)),
        OutputColumn::Decided => shown(&line.decided_in(&heading.criteria)),
        OutputColumn::Cell(i, _) => shown(line.cells.get(*i).copied().unwrap_or_default()),
    }
}
