//! Points in time as far as they are told, and spans of time, whose overlaps count once.
//!
//! Time is counted on a line where every month is as long as any other, so that twelve months are a year whichever
//! they are: a month is 31 steps, a day is one, and the last day of a short month fills it. A month named alone is meant
//! whole; a year named alone may be any moment of it; "present" is the as-of date, or its month counted whole.

use chrono::{Datelike, NaiveDate};

use crate::reading::Range;

/// How loosely a point in time is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Looseness {
    /// As it stands.
    Plain,
    /// Some day of it: "mid-March 2012".
    Fuzzy,
    /// Some day of it, or of the winter that it ends or begins with: "winter 2012".
    Wintry,
    /// A year sooner or later: "vers 2012".
    Loose,
}

/// A point in time, as far as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PointInTime {
    /// The year.
    pub year: Option<i32>,
    /// The month, from 1.
    pub month: Option<u32>,
    /// The day of the month, from 1.
    pub day: Option<u32>,
    /// How loosely it is told.
    pub looseness: Looseness,
    /// `2009-10`: a month, or two years; the second of them.
    pub or_year: Option<i32>,
    /// The day of the week that is named, from 1 for Monday.
    pub weekday: Option<u32>,
    /// Whether the year is told by its last two figures, which may be a day: "May-24".
    pub short: bool,
}

impl PointInTime {
    /// One of these; nothing where no calendar has it.
    pub(crate) fn of(year: Option<i32>, month: Option<u32>, day: Option<u32>) -> Option<Self> {
        let fits = month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| (1..=days_in(year.unwrap_or(2000), month.unwrap_or(1))).contains(&day));
        fits.then_some(Self {
            year,
            month,
            day,
            looseness: Looseness::Plain,
            or_year: None,
            weekday: None,
            short: false,
        })
    }

    /// What is missing of it, taken from another point: "March to June 2016".
    pub(crate) fn completed(self, other: Self) -> Self {
        let month = self.month.or(other.month.filter(|_| self.day.is_some()));
        let year = self.year.or(other.year);
        Self { year, month, ..self }
    }

    /// The first and the last day that it can mean.
    pub(crate) fn days(self) -> Option<(NaiveDate, NaiveDate)> {
        let year = self.year?;
        // "May-24" is a month, or a day.
        if self.looseness == Looseness::Loose || self.short {
            return None;
        }
        let (from, to) = match (self.month, self.day) {
            (Some(month), Some(day)) => ((month, day), (month, day)),
            (Some(month), None) => ((month, 1), (month, days_in(year, month))),
            (None, _) => ((1, 1), (12, 31)),
        };
        if self.looseness == Looseness::Wintry {
            let whole = (NaiveDate::from_ymd_opt(year - 1, 12, 1)?, NaiveDate::from_ymd_opt(year + 1, 3, 31)?);
            return Some(whole);
        }
        Some((NaiveDate::from_ymd_opt(year, from.0, from.1)?, NaiveDate::from_ymd_opt(year, to.0, to.1)?))
    }

    /// The last month that it may be, counted from year 0; of a year alone its first.
    pub(crate) fn last_month(self) -> Option<i32> {
        let whole = if self.looseness == Looseness::Plain { 1 } else { 12 };
        let month = self.month.map_or(whole, |month| i32::try_from(month).unwrap_or(whole));
        let month = self.year? * 12 + month - 1;
        // "2009-10": a month, or two years.
        Some(self.or_year.map_or(month, |year| month.max(year * 12)))
    }
}

/// How many days a month has.
fn days_in(year: i32, month: u32) -> u32 {
    let next =
        if month == 12 { NaiveDate::from_ymd_opt(year + 1, 1, 1) } else { NaiveDate::from_ymd_opt(year, month + 1, 1) };
    next.and_then(|next| next.pred_opt()).map_or(31, |last| last.day())
}

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

fn steps(year: i32, month: u32) -> i64 {
    (i64::from(year) * 12 + i64::from(month) - 1) * MONTH
}

fn first_of(day: NaiveDate) -> i64 {
    steps(day.year(), day.month()) + i64::from(day.day0())
}

fn last_of(day: NaiveDate) -> i64 {
    let full = day.day() >= days_in(day.year(), day.month());
    steps(day.year(), day.month()) + if full { MONTH } else { i64::from(day.day()) }
}

/// The steps from the first moment that a point can mean to the last, and from which to which it reaches, if it is one
/// that has no length of its own.
fn moments(point: PointInTime, ends: bool) -> Option<Between> {
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
    Some(match point.looseness {
        Looseness::Loose => (low - YEAR, high + YEAR),
        Looseness::Wintry => (low - MONTH, high + 3 * MONTH),
        _ => (low, high),
    })
}

impl Span {
    fn new(start: Between, end: Between, to_the_day: bool) -> Self {
        Self { start, end, to_the_day, share: (1.0, 1.0), doubtful: false }
    }

    /// A point alone: no longer than itself, and perhaps nothing.
    pub(crate) fn of_point(point: PointInTime) -> Option<Self> {
        let whole = Self::new(moments(point, false)?, moments(point, true)?, point.day.is_some());
        Some(Self { doubtful: true, ..whole })
    }

    /// From a point until the as-of date.
    pub(crate) fn to_present(start: PointInTime) -> Option<Self> {
        Some(Self::new(moments(start, false)?, (i64::MAX, i64::MAX), false))
    }

    /// From one point to another; nothing where the end is before the start.
    pub(crate) fn from_to(start: PointInTime, end: PointInTime) -> Option<Self> {
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
    pub(crate) fn until(&self, day: NaiveDate) -> Option<f64> {
        let month = steps(day.year(), day.month()) + MONTH;
        (self.end.1 <= month).then(|| length((last_of(day) - self.start.0).max(0)) / length(YEAR))
    }

    /// Whether it has no end but the as-of date.
    pub(crate) fn goes_on(&self) -> bool {
        self.end.0 == i64::MAX
    }

    /// Whether it has begun before the end of this day.
    pub(crate) fn has_begun(&self, day: NaiveDate) -> bool {
        self.start.0 < last_of(day)
    }
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
