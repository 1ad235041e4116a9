//! Periods in a cell: from one point in time to another, since one, or a point alone.

use chrono::NaiveDate;

use super::calendar;
use super::habit::Habit;
use crate::lexed::{Cursor, is};
use crate::lexicon::{Edge, Joint, Sense};
use crate::timeline::{PointInTime, Span};

/// What is found at one place of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Event {
    /// A span of time.
    Span(Span),
    /// A year, a month or a day named alone: no longer than itself, and perhaps nothing.
    Point(Span),
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
        if between { None } else { Span::of_point(start).map(Event::Point) }
    })
}

/// Takes a span or a point of time, whenever it is.
pub(crate) fn take(cursor: &mut Cursor<'_>) -> bool {
    find(cursor, Habit { month_first: false, year_first: false, year: 2030, ahead: 0 }).is_some()
}

/// Whether a span or a point of time starts at this place that has not begun on a day, in one of the ways to read it.
pub(crate) fn is_to_come(cursor: &Cursor<'_>, habits: &[Habit], day: NaiveDate) -> bool {
    habits.iter().any(|habit| {
        let Some(Event::Span(span) | Event::Point(span)) = find(&mut cursor.clone(), *habit) else { return false };
        !span.has_begun(day)
    })
}

/// "03/12 - 06/16"
fn two_figures(cursor: &mut Cursor<'_>, habit: Habit) -> Option<Span> {
    // "1.75-6.75" are numbers, "01.75-06.75" months.
    let decimal = |cursor: &Cursor<'_>| cursor.text(1) == "." && !cursor.text(0).starts_with('0');
    let first = decimal(cursor);
    let from = cursor.at;
    let start = calendar::month_and_two(cursor, habit)?;
    (joint(cursor, false) && !(first && decimal(cursor))).then_some(())?;
    let end = calendar::month_and_two(cursor, habit)?;
    // "03/12 - 06/16/2016", "Nov 18 - Dec 19, 2015"
    let goes_on = matches!(cursor.text(0), "/" | "-" | ".") && !cursor.gap(0);
    let year = cursor.text(0) == "," && cursor.figure(1).is_some_and(|figure| figure.len() == 4);
    (!goes_on && !year).then_some(())?;
    // "1/10 - 7/11": perhaps days of October and November, in a year that is not told.
    let month = |two: &str| two.parse().is_ok_and(|two: u32| two <= 12);
    let mut figures = (from..cursor.at).filter_map(|at| cursor.lexed().cursor_at(at).figure(0));
    let days = figures.clone().count() == 4 && figures.all(month);
    Span::from_to(start, end).map(|mut span| {
        span.doubtful = days;
        span
    })
}

/// The first point of a span: of a day alone, the rest is told by the second.
fn start(cursor: &mut Cursor<'_>, habit: Habit) -> Option<PointInTime> {
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
fn ending(cursor: &mut Cursor<'_>, start: PointInTime, habit: Habit, between: bool) -> Option<Option<Event>> {
    let interval = cursor.text(0) == "/";
    cursor.attempt(|cursor| {
        let joined = joint(cursor, between);
        // "from 2014 / from 2016" are two.
        if interval && cursor.has(0, is!(Sense::Edge(Edge::Since | Edge::From))) {
            return None;
        }
        let now = cursor.follows(|cursor| {
            // "2015 - present", "2015 (present)"
            let bracket = cursor.take_text(&["("]) && !joined;
            while cursor.take_small() {}
            cursor.take_sense(Sense::Edge(Edge::Present)) && (!bracket || cursor.take_text(&[")"]))
        });
        if now {
            return Some(Span::to_present(start).map(Event::Span));
        }
        let day = |day: &PointInTime| start.month.is_some() && day.year.is_some();
        let end = if joined { calendar::short_year(cursor, start, habit) } else { return None };
        let end = end.or_else(|| calendar::point(cursor, habit)).or_else(|| calendar::bare_day(cursor).filter(day))?;
        // "from 08 to 2018": no day of August, and perhaps a year.
        if start.year.is_none() && start.month.is_none() && end.month.is_none() {
            return None;
        }
        // "January 2012 - June, Amnesty, 2020": of the first year, or of the last.
        let borrowed = start.year.is_some() && end.month.is_some() && end.year.is_none();
        if borrowed && year_alone_follows(cursor) {
            return Some(None);
        }
        let [start, end] = months([start, end], interval);
        Some(Span::from_to(start, end).map(Event::Span))
    })
}

/// Whether the next figure on the line is a year that no month stands before.
fn year_alone_follows(cursor: &Cursor<'_>) -> bool {
    let lexed = cursor.lexed();
    for at in cursor.at..lexed.len() {
        let here = lexed.cursor_at(at);
        if let Some(figure) = here.figure(0) {
            return figure.len() == 4;
        }
        if here.line() || matches!(here.text(0), ";" | "|") || here.sense(0, Sense::month).is_some() {
            return false;
        }
    }
    false
}

/// The ends of a span, where "2009-10" may be a month or two years: a month where the other end is a month, or where
/// both are the ends of an interval of ISO 8601, "2009-10/2011-12".
fn months([start, end]: [PointInTime; 2], interval: bool) -> [PointInTime; 2] {
    let is_month = |point: PointInTime| point.month.is_some() && (interval || point.or_year.is_none());
    if is_month(start) || is_month(end) {
        return [start, end].map(|point| PointInTime { or_year: None, ..point });
    }
    [start, end]
}
