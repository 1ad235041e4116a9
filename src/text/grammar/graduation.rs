//! When a degree was had: a year, a month, or a period whose end it is.

use super::calendar::{self, Degree, Habit, Point};
use crate::text::cell::Cursor;
use crate::text::words::{Edge, Joint, Sense, Slot, Study, Unit};

/// A time beside a degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    /// The last month named, counted from year 0; of a year alone its first.
    pub ends: i32,
    /// It has no end, or none yet.
    pub goes_on: bool,
}

fn edge(edges: &'static [Edge]) -> impl Fn(Sense) -> Option<()> {
    move |sense| matches!(sense, Sense::Edge(edge) if edges.contains(&edge)).then_some(())
}

/// The time that starts at this place.
pub(super) fn find(cursor: &mut Cursor<'_>, habit: Habit) -> Option<Time> {
    let mut ahead = *cursor;
    let since = ahead.take(edge(&[Edge::Since])).is_some();
    let from = !since && ahead.take(edge(&[Edge::From])).is_some();
    lead(&mut ahead);
    let start = point(&mut ahead, habit)?;
    let mut to = ahead;
    let until =
        to.take(|sense| matches!(sense, Sense::Joint(Joint::To) | Sense::Edge(Edge::Until)).then_some(())).is_some();
    let dash = !until && to.take_text(&["-", "→", "~", ">"]);
    let slash = !until && !dash && to.take_text(&["/"]);
    if until || dash || slash {
        lead(&mut to);
        let open = dash && (to.is_done() || to.line() || matches!(to.text(0), ")" | "]" | ";" | "," | "|"));
        let now = to.take(edge(&[Edge::Present])).is_some();
        let end = short(&to, start, habit).map(|year| {
            to.at += 1;
            Point { year: Some(year), month: None, day: None, ..start }
        });
        let end = end.or_else(|| if open || now { None } else { point(&mut to, habit) });
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
        .then_some(())
    };
    while cursor.take(small).is_some() || cursor.take_glued(&["'"]) {}
}

fn point(cursor: &mut Cursor<'_>, habit: Habit) -> Option<Point> {
    calendar::point(cursor, habit)
}

/// "2012-16", "2012/13": the last two figures of a year.
fn short(cursor: &Cursor<'_>, start: Point, habit: Habit) -> Option<i32> {
    let figure = cursor.figure(0).filter(|figure| figure.len() == 2 && !cursor.gap(0) && start.month.is_none())?;
    let from = start.year?;
    let year = from - from.rem_euclid(100) + figure.parse::<i32>().ok()?;
    (year > from && year <= habit.year + 10).then_some(year)
}

/// The last month that a point may be, counted from year 0; of a year alone its first.
fn last(point: Point) -> Option<i32> {
    let year = point.or_year.or(point.year)?;
    let whole = if point.degree == Degree::Plain { 1 } else { 12 };
    let month = point.month.map_or(whole, |month| i32::try_from(month).unwrap_or(whole));
    Some(year * 12 + month - 1)
}
