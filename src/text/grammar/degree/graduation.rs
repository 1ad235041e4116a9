//! The figures beside a degree: when it was had, how many years it took, its result.

use crate::lexicon::{Edge, Joint, Lexicon, Sections, Sense, Slot, Study, Unit, sections};
use crate::text::grammar::calendar::{self, Looseness, Point};
use crate::text::grammar::habit::Habit;
use crate::text::{Cursor, Lexed};
use crate::tokens::Kind;

/// A time beside a degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    /// The last month named, counted from year 0; of a year alone its first.
    pub ends: i32,
    /// It has no end, or none yet.
    pub goes_on: bool,
}

/// The time that starts at this place.
pub(super) fn find(cursor: &mut Cursor<'_>, habit: Habit) -> Option<Time> {
    let mut ahead = *cursor;
    let since = ahead.take_sense(Sense::Edge(Edge::Since));
    let from = !since && ahead.take_sense(Sense::Edge(Edge::From));
    lead(&mut ahead);
    let start = calendar::point(&mut ahead, habit)?;
    let mut to = ahead;
    let until = to.take_any(|sense| matches!(sense, Sense::Joint(Joint::To) | Sense::Edge(Edge::Until)));
    let dash = !until && to.take_text(&["-", "→", "~", ">"]);
    let slash = !until && !dash && to.take_text(&["/"]);
    if until || dash || slash {
        lead(&mut to);
        let open = dash && (to.is_done() || to.line() || matches!(to.text(0), ")" | "]" | ";" | "," | "|"));
        let now = to.take_sense(Sense::Edge(Edge::Present));
        let end = calendar::short_year(&mut to, start, habit);
        let end = end.or_else(|| if open || now { None } else { calendar::point(&mut to, habit) });
        if open || now || end.is_some() {
            *cursor = to;
            return Some(Time {
                ends: last(end.unwrap_or(start))?.max(last(start.completed(end.unwrap_or(start)))?),
                goes_on: open || now,
            });
        }
    }
    let ends = last(start)?;
    *cursor = ahead;
    Some(Time { ends, goes_on: since || from })
}

/// "in", "the year", before a point in time.
fn lead(cursor: &mut Cursor<'_>) {
    let small = |sense: Sense| {
        matches!(
            sense,
            Sense::Slot(Slot::Place | Slot::Within) | Sense::Study(Study::Of | Study::Field) | Sense::Unit(Unit::Year)
        )
    };
    while cursor.take_any(small) || cursor.take_glued(&["'"]) {}
}

/// The last month that a point may be, counted from year 0; of a year alone its first.
fn last(point: Point) -> Option<i32> {
    let whole = if point.looseness == Looseness::Plain { 1 } else { 12 };
    let month = point.month.map_or(whole, |month| i32::try_from(month).unwrap_or(whole));
    let month = point.year? * 12 + month - 1;
    // "2009-10": a month, or two years.
    Some(point.or_year.map_or(month, |year| month.max(year * 12)))
}

/// The steps of a level.
pub(super) fn degree(sense: Sense) -> Option<(u8, u8)> {
    match sense {
        Sense::Degree(low, high) => Some((low, high)),
        _ => None,
    }
}

/// After a level that ends with a figure, another one: "Bac+3/4", "bac+3 à 5", "M1/2". The highest step of it.
pub(super) fn years_after(cursor: &mut Cursor<'_>) -> Option<u8> {
    const LEVELS: Sections = sections!(; Degrees);
    let tokens = &cursor.lexed().tokens;
    let level = cursor.lexed().tokens_of(cursor.at.checked_sub(1)?);
    let words = level.start..level.end.checked_sub(1).filter(|last| tokens.is(*last, Kind::Figure))?;
    let mut ahead = *cursor;
    let or = |sense: Sense| matches!(sense, Sense::Joint(Joint::Or | Joint::To));
    let joined = ahead.take_glued(&["/", "-"]) || ahead.take_any(or);
    let second = ahead.figure(0).filter(|second| second.len() == 1 && joined && !words.is_empty())?;
    let phrase = words.fold(String::new(), |phrase, at| phrase + tokens.text(at) + " ") + second;
    let lexed = Lexed::of_text(phrase.into(), &Lexicon::default(), LEVELS);
    let (_, high) = lexed.cursor().sense(0, degree).filter(|_| lexed.len() == 1)?;
    ahead.at += 1;
    *cursor = ahead;
    Some(high)
}

/// A result in figures: "GPA 3.8/4", "note : 16/20".
pub(super) fn grade(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let named = ahead.take_any(|sense| sense == Sense::Study(Study::Grade));
    ahead.take_text(&[":"]);
    let figures = named && ahead.figure(0).is_some();
    while figures && ahead.figure(0).is_some() {
        ahead.at += 1;
        ahead.at += usize::from(ahead.figure(1).is_some() && matches!(ahead.text(0), "." | "," | "/"));
    }
    if figures {
        *cursor = ahead;
    }
    figures
}
