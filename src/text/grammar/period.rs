//! Periods: spans of time, whose overlaps count once.
//!
//! Time is counted on a line where every month is as long as any other, so that twelve months are a year whichever
//! they are: a month is 31 steps, a day is one, and the last day of a short month fills it. A month named alone is meant
//! whole; a year named alone may be any moment of it; "present" is the as-of date, or its month counted whole.

use chrono::{Datelike, NaiveDate};

use super::calendar::{self, Looseness, Point};
use super::habit::Habit;
use crate::lexicon::{Edge, Joint, Sense, Slot};
use crate::reading::Range;
use crate::text::Cursor;
use crate::text::cursor::is;

/// The steps of a month.
const MONTH: i64 = 31;
/// The steps of a year.
const YEAR: i64 = 12 * MONTH;
/// More spans than a life has room for.
const MOST: usize = 400;

/// A moment that is known to lie between two steps.
type Between = (i64, i64);

/// A span of time as written: when it can start, and when it can end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Span {
    start: Between,
    end: Between,
    /// Whether its end is written to the day.
    to_the_day: bool,
    /// The least and the most of the working time that it was.
    pub share: (f64, f64),
    /// Whether it may not count at all.
    pub doubtful: bool,
}

/// What is found at one place of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Event {
    /// A span of time.
    Span(Span),
    /// A year, a month or a day named alone: no longer than itself, and perhaps nothing.
    Point(Span),
}

fn steps(year: i32, month: u32) -> i64 {
    (i64::from(year) * 12 + i64::from(month) - 1) * MONTH
}

fn first_of(day: NaiveDate) -> i64 {
    steps(day.year(), day.month()) + i64::from(day.day0())
}

fn last_of(day: NaiveDate) -> i64 {
    let full = day.day() >= calendar::days_in(day.year(), day.month());
    steps(day.year(), day.month()) + if full { MONTH } else { i64::from(day.day()) }
}

/// The steps from the first moment that a point can mean to the last, and from which to which it reaches, if it is one
/// that has no length of its own.
fn moments(point: Point, ends: bool) -> Option<Between> {
    let year = point.year?;
    let fuzzy = point.looseness != Looseness::Plain;
    let (low, high) = match (point.month, point.day) {
        (None, _) => (steps(year, 1), steps(year + 1, 1)),
        (Some(month), None) if fuzzy => (steps(year, month), steps(year, month) + MONTH),
        (Some(month), None) if ends => (steps(year, month) + MONTH, steps(year, month) + MONTH),
        (Some(month), None) => (steps(year, month), steps(year, month)),
        (Some(month), Some(day)) => {
            let day = NaiveDate::from_ymd_opt(year, month, day)?;
            let at = if ends { last_of(day) } else { first_of(day) };
            (at, at)
        }
    };
    let (low, high) = match point.or_year {
        Some(second) => (low.min(steps(year, 1)), high.max(steps(second + 1, 1))),
        None => (low, high),
    };
    Some(if point.looseness == Looseness::Loose { (low - YEAR, high + YEAR) } else { (low, high) })
}

impl Span {
    fn new(start: Between, end: Between, to_the_day: bool) -> Self {
        Self { start, end, to_the_day, share: (1.0, 1.0), doubtful: false }
    }

    /// From a point until the as-of date.
    fn to_present(start: Point) -> Option<Self> {
        Some(Self::new(moments(start, false)?, (i64::MAX, i64::MAX), false))
    }

    /// From one point to another; nothing where the end is before the start.
    fn from_to(start: Point, end: Point) -> Option<Self> {
        let shared = start.year.is_none();
        let mut start = start.completed(end);
        let end = end.completed(start);
        // "Nov – Feb 2016" began the year before.
        if shared && start.month > end.month && end.month.is_some() {
            start.year = start.year.map(|year| year - 1);
        }
        let to_the_day = end.day.is_some() && end.looseness != Looseness::Loose;
        let span = Self::new(moments(start, false)?, moments(end, true)?, to_the_day);
        (span.start.0 < span.end.1 && span.start.0 <= span.end.0 && span.start.1 <= span.end.1).then_some(span)
    }

    /// The most years from it to a day; nothing where it may be after that day's month.
    pub(super) fn until(&self, day: NaiveDate) -> Option<f64> {
        let month = steps(day.year(), day.month()) + MONTH;
        (self.end.1 <= month).then(|| length((last_of(day) - self.start.0).max(0)) / length(YEAR))
    }

    /// Whether it has no end but the as-of date.
    pub(super) fn goes_on(&self) -> bool {
        self.end.0 == i64::MAX
    }

    /// Whether it has begun before the end of this day.
    pub(super) fn has_begun(&self, day: NaiveDate) -> bool {
        self.start.0 < last_of(day)
    }
}

/// What starts at this place: a span, a point, or nothing of time.
pub(crate) fn find(cursor: &mut Cursor<'_>, habit: Habit) -> Option<Event> {
    cursor.attempt(|cursor| {
        if let Some(span) = cursor.attempt(|cursor| two_figures(cursor, habit)) {
            return Some(Event::Span(span));
        }
        let between = cursor.take_joint(Joint::Between);
        let since = !between && cursor.take_any(is!(Sense::Edge(Edge::Since | Edge::From)));
        cursor.take_text(&[":"]);
        let start = start(cursor, habit)?;
        if let Some(event) = ending(cursor, start, habit, between) {
            // "2012-2014-2016": which is the end of which?
            let more = cursor.text(0) == "-" && calendar::point(&mut cursor.skip(1), habit).is_some();
            return event.filter(|_| !more);
        }
        if since || years_on(cursor) {
            return Span::to_present(start).map(Event::Span);
        }
        let whole = Span::new(moments(start, false)?, moments(start, true)?, start.day.is_some());
        (!between).then_some(Event::Point(Span { doubtful: true, ..whole }))
    })
}

/// Takes a span or a point of time, whenever it is.
pub(crate) fn take(cursor: &mut Cursor<'_>) -> bool {
    find(cursor, Habit { month_first: false, year_first: false, year: 2030 }).is_some()
}

/// "03/12 - 06/16"
fn two_figures(cursor: &mut Cursor<'_>, habit: Habit) -> Option<Span> {
    // "1.75-6.75" are numbers, "01.75-06.75" months.
    let decimal = |cursor: &Cursor<'_>| cursor.text(1) == "." && !cursor.text(0).starts_with('0');
    let first = decimal(cursor);
    let start = calendar::month_and_two(cursor, habit)?;
    (joint(cursor, false) && !(first && decimal(cursor))).then_some(())?;
    let end = calendar::month_and_two(cursor, habit)?;
    // "03/12 - 06/16/2016"
    (!matches!(cursor.text(0), "/" | "-" | ".") || cursor.gap(0)).then_some(())?;
    Span::from_to(start, end)
}

/// The first point of a span: of a day alone, the rest is told by the second.
fn start(cursor: &mut Cursor<'_>, habit: Habit) -> Option<Point> {
    calendar::point(cursor, habit).or_else(|| {
        let day = calendar::bare_day(cursor)?;
        joint(&mut cursor.clone(), false).then_some(day)
    })
}

/// "2015+": from then on.
fn years_on(cursor: &mut Cursor<'_>) -> bool {
    let dash = |cursor: &mut Cursor<'_>| {
        // "2015 -", "2015 – ...": open at the end of what is said.
        let dash = cursor.take_text(&["-", "→"]);
        while dash && cursor.take_text(&[".", "…", "-"]) {}
        dash && cursor.ends()
    };
    cursor.take_glued(&["+"]) || cursor.follows(dash)
}

/// What stands between the two ends of a span.
fn joint(cursor: &mut Cursor<'_>, between: bool) -> bool {
    cursor.follows(|cursor| {
        let comma = cursor.take_text(&[",", ";"]);
        let until = cursor.take_any(|sense| match sense {
            Sense::Joint(Joint::And) => between,
            sense => matches!(sense, Sense::Joint(Joint::To) | Sense::Edge(Edge::Until)),
        });
        if until {
            cursor.take_text(&[":"]);
        }
        let dash = !until && !comma && cursor.take_text(&["-", "/", "~", "→", ">"]);
        while dash && cursor.take_text(&["-", ">"]) {}
        until || dash
    })
}

/// The end of a span that has begun: nothing where none follows, an empty answer where it makes no sense.
fn ending(cursor: &mut Cursor<'_>, start: Point, habit: Habit, between: bool) -> Option<Option<Event>> {
    let interval = cursor.text(0) == "/";
    cursor.attempt(|cursor| {
        let joined = joint(cursor, between);
        let now = cursor.follows(|cursor| {
            // "2015 - present", "2015 (present)"
            let bracket = cursor.take_text(&["("]) && !joined;
            while cursor.take_sense(Sense::Slot(Slot::Within)) {}
            cursor.take_sense(Sense::Edge(Edge::Present)) && (!bracket || cursor.take_text(&[")"]))
        });
        if now {
            return Some(Span::to_present(start).map(Event::Span));
        }
        let day = |day: &Point| start.month.is_some() && (day.year.is_some() || start.year.is_some());
        let end = if joined { calendar::short_year(cursor, start, habit) } else { return None };
        let end = end.or_else(|| calendar::point(cursor, habit)).or_else(|| calendar::bare_day(cursor).filter(day))?;
        let [start, end] = months([start, end], interval);
        Some(Span::from_to(start, end).map(Event::Span))
    })
}

/// The ends of a span, where "2009-10" may be a month or two years: a month where the other end is a month, or where
/// both are the ends of an interval of ISO 8601, "2009-10/2011-12".
fn months([start, end]: [Point; 2], interval: bool) -> [Point; 2] {
    let is_month = |point: Point| point.month.is_some() && (interval || point.or_year.is_none());
    if is_month(start) || is_month(end) {
        return [start, end].map(|point| Point { or_year: None, ..point });
    }
    [start, end]
}

/// The years that all spans and points of a cell can make together, each moment counted once.
pub(crate) fn together(spans: &[Span], as_of: NaiveDate, prorate: bool) -> Option<Range> {
    if spans.len() > MOST {
        return None;
    }
    let day = last_of(as_of);
    let month = steps(as_of.year(), as_of.month()) + MONTH;
    let mut sure = Vec::with_capacity(spans.len());
    let mut possible = Vec::with_capacity(spans.len());
    for span in spans {
        let (low, high) = if prorate { span.share } else { (1.0, 1.0) };
        if !span.doubtful {
            sure.push((span.start.1, span.end.0.min(day), low));
        }
        let latest = if span.to_the_day { day } else { month };
        possible.push((span.start.0, span.end.1.min(latest), high));
    }
    let low = counted(&sure, |a, b| a.max(b));
    let high = counted(&possible, |a, b| (a + b).min(1.0));
    Some(Range::between(low.min(high), high))
}

/// The years of the union of spans, each moment weighed by what its spans weigh together.
fn counted(spans: &[(i64, i64, f64)], weigh: impl Fn(f64, f64) -> f64) -> f64 {
    let mut spans: Vec<(i64, i64, f64)> = spans.iter().copied().filter(|(start, end, _)| start < end).collect();
    spans.sort_by_key(|span| (span.0, span.1));
    let mut edges: Vec<i64> = spans.iter().flat_map(|(start, end, _)| [*start, *end]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut total = 0.0;
    let mut from = 0;
    for pair in edges.windows(2) {
        let (start, end) = (pair[0], pair[1]);
        while from < spans.len() && spans[from].1 <= start {
            from += 1;
        }
        let share = spans[from..]
            .iter()
            .take_while(|span| span.0 <= start)
            .filter(|span| span.1 >= end)
            .fold(0.0, |all, span| weigh(all, span.2));
        total += length(end - start) * share;
    }
    // Whole steps stay whole: twelve months make exactly a year.
    total / length(YEAR)
}

/// A count of steps as a number.
#[expect(clippy::cast_precision_loss, reason = "the steps of any calendar are far below 2⁵³")]
fn length(steps: i64) -> f64 {
    steps as f64
}
