//! A date or a moment.

use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::calendar;
use super::clock::{self, Time};
use super::habit::{Habit, habits};
use super::{Heard, Left, hear};
use crate::formats::Formats;
use crate::lexed::{Cursor, is, said};
use crate::lexicon::{Joint, Sections, Sense, Topic, When, sections};
use crate::moments::Zone;
use crate::reading::{Range, Reading};
use crate::timeline::{Looseness, PointInTime};

/// What a cell with a date is made of.
pub(crate) const SECTIONS: Sections = sections!(
    Date; Numbers Ordinals OrdinalEndings Units Months Weekdays Seasons BoundsBefore Joints Slots WhenBefore WhenAfter
    Clock Zones Offsets
);

/// Reads all the moments that a cell can mean, in seconds since 1970 in UTC.
///
/// A date without a time is its whole day, a month or a year all of its days, a time its whole minute or second. Where
/// clocks are set back, a time that comes twice is both. A serial number of a spreadsheet is not read: nothing in the
/// cell says that it is a date. Two dates of which one is unlike the named day of the week are the other.
pub(crate) fn read(cell: &str, formats: &Formats, zone: Tz, as_of: NaiveDate) -> Heard {
    hear(cell, SECTIONS, formats, |lexed| {
        super::either(habits(lexed, formats.dates, as_of).into_iter().map(|habit| {
            let mut reader = DateReader::new(habit, zone, as_of);
            let left = Left::of(lexed, |cursor| reader.takes(cursor));
            let understood = reader.range().map_or(Reading::UNREADABLE, Reading::Within);
            Heard { understood, left: left.words(lexed) }
        }))
    })
}

struct DateReader {
    habit: Habit,
    zone: Zone,
    told_zone: bool,
    as_of: NaiveDate,
    days: Option<(NaiveDate, NaiveDate)>,
    /// Some day of them, and no one knows which.
    vague: bool,
    /// The named day of the week is another.
    crossed: bool,
    time: Option<Time>,
    when: Option<When>,
    /// A unit of time is named without a number.
    spans: bool,
}

impl DateReader {
    const fn new(habit: Habit, zone: Tz, as_of: NaiveDate) -> Self {
        let zone = Zone::Named(zone);
        let (told_zone, vague, crossed) = (false, false, false);
        Self { habit, zone, told_zone, as_of, days: None, vague, crossed, time: None, when: None, spans: false }
    }

    /// Takes what comes next, where it is a part of a date.
    fn takes(&mut self, cursor: &mut Cursor<'_>) -> bool {
        self.time(cursor)
            || self.when(cursor)
            || self.dates(cursor)
            || self.zone(cursor)
            || self.neutral(cursor)
            || mark(cursor)
    }

    /// A word that changes nothing; but "a year from now" is not now.
    fn neutral(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let spans = cursor.has(0, is!(Sense::Unit(_)));
        let neutral = cursor.take_neutral(Topic::Date);
        self.spans |= neutral && spans;
        neutral
    }

    fn time(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let time = if self.time.is_none() { clock::time(cursor) } else { None };
        self.time = time.or(self.time);
        time.is_some()
    }

    /// A date, or the dates from one to another.
    fn dates(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let dates = |cursor: &mut Cursor<'_>| {
            let (point, end) = points(cursor, self.habit)?;
            let (first, last) = point.days()?;
            let (_, to) = end.unwrap_or(point).days().filter(|(from, to)| first <= *from && last <= *to)?;
            let vague = end.is_some() || point.looseness != Looseness::Plain;
            let other = |day| first == last && first.weekday().number_from_monday() != day;
            Some(((first, to), vague, point.weekday.is_some_and(other)))
        };
        let found = if self.days.is_none() { cursor.attempt(dates) } else { None };
        let Some((days, vague, crossed)) = found else { return false };
        (self.days, self.vague, self.crossed) = (Some(days), vague, crossed);
        true
    }

    fn zone(&mut self, cursor: &mut Cursor<'_>) -> bool {
        // "10:00-12:00" is no offset.
        let until = cursor.text(0) == "-" && self.time.is_some_and(|time| time.first != time.last);
        let may = !self.told_zone && !until && (self.days.is_some() || self.time.is_some());
        let Some(zone) = may.then(|| clock::zone(cursor)).flatten() else { return false };
        (self.zone, self.told_zone) = (zone, true);
        true
    }

    fn when(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let (after, told) = (self.days.is_some(), self.when.is_some());
        let said = cursor.take(said!(
            Sense::WhenAfter(when) if after && !told => when,
            Sense::WhenBefore(when) if !after && !told => when,
        ));
        self.when = said.or(self.when);
        said.is_some()
    }

    fn range(&self) -> Option<Range> {
        if self.when == Some(When::AtOnce) && self.days.is_none() && !self.spans {
            // By the as-of date, give or take the month in which it was written.
            let last = self.as_of.checked_add_days(Days::new(31))?;
            return Some(Range::between(f64::NEG_INFINITY, seconds(self.zone.days(last, last).1)));
        }
        let (first, last) = self.days.filter(|_| !self.crossed)?;
        let (low, high) = match self.time {
            Some(time) if !self.vague && first == last => {
                let at = |seconds: u32| NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0);
                let (a, b) = (first.and_time(at(time.first)?), first.and_time(at(time.last)?));
                (self.zone.utc(a).0, self.zone.utc(b).1)
            }
            _ => self.zone.days(first, last),
        };
        let (low, high) = (seconds(low), seconds(high));
        Some(match self.when {
            None => Range::between(low, high),
            // Before some day of it.
            Some(When::Before) if self.vague => Range::between(f64::NEG_INFINITY, high),
            Some(When::After) if self.vague => Range::from(low),
            Some(When::NotBefore) => Range::from(low),
            Some(When::Before) => Range { high_open: true, ..Range::between(f64::NEG_INFINITY, low) },
            Some(When::After) => Range { low_open: true, ..Range::from(high) },
            Some(When::By) => Range::between(f64::NEG_INFINITY, high),
            Some(When::AtOnce) => return None,
        })
    }
}

/// A point, and the end where it is the start of several days: "26-27 May 2024".
fn points(cursor: &mut Cursor<'_>, habit: Habit) -> Option<(PointInTime, Option<PointInTime>)> {
    cursor.take_joint(Joint::Between);
    let first = calendar::point(cursor, habit);
    let start = first.or_else(|| calendar::bare_day(cursor))?;
    let joint = is!(Sense::Joint(Joint::To | Joint::Or | Joint::And));
    let joins = |cursor: &mut Cursor<'_>| cursor.take_any(joint) || cursor.take_text(&["-", "→"]);
    let end = cursor.after(joins, |cursor| calendar::point(cursor, habit));
    match end {
        Some(end) => Some((start.completed(end), Some(end))),
        None => Some((first?, None)),
    }
}

fn mark(cursor: &mut Cursor<'_>) -> bool {
    cursor.take_idle() || cursor.take_text(&[",", ".", ";", ":", "-", "(", ")", "[", "]", "'", "|", "/", "@", "="])
}

/// A moment as a size.
#[expect(clippy::cast_precision_loss, reason = "seconds of any calendar year are far below 2⁵³")]
fn seconds(moment: i64) -> f64 {
    moment as f64
}
