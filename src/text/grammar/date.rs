//! A date or a moment.

use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::calendar::{self, Degree, Point};
use super::clock::{self, Time, Zone};
use super::habit::{Habit, habits};
use super::{Heard, Left};
use crate::formats::Formats;
use crate::lexicon::{Joint, Sections, Sense, Topic, When, sections};
use crate::reading::{Range, Reading};
use crate::text::{Cursor, Lexed};

/// What a cell with a date is made of.
pub(crate) const SECTIONS: Sections = sections!(
    Date; Numbers Ordinals OrdinalEndings Months Weekdays Seasons BoundsBefore Joints Slots WhenBefore WhenAfter
    Clock Zones Offsets
);

/// The first and the last second of a day in a time zone, in seconds since 1970 in UTC.
#[must_use]
pub(crate) fn day(day: NaiveDate, zone: Tz) -> (i64, i64) {
    clock::days(day, day, Zone::Named(zone))
}

/// Reads all the moments that a cell can mean, in seconds since 1970 in UTC.
///
/// A date without a time is its whole day, a month or a year all of its days, a time its whole minute or second. Where
/// clocks are set back, a time that comes twice is both. A serial number of a spreadsheet is not read: nothing in the
/// cell says that it is a date. Two dates of which one is unlike the named day of the week are the other.
pub(crate) fn read(cell: &str, formats: &Formats, zone: Tz, as_of: NaiveDate) -> Heard {
    let Some(lexed) = Lexed::new(cell, &formats.lexicon, SECTIONS) else { return Heard::whole(Reading::UNREADABLE) };
    let ways: Vec<Heard> = habits(&lexed, formats.dates, as_of)
        .into_iter()
        .map(|habit| {
            let mut reader = Reader::new(habit, zone, as_of);
            let mut cursor = lexed.cursor();
            reader.cell(&mut cursor);
            let understood = reader.range().map_or(Reading::UNREADABLE, Reading::Within);
            Heard { understood, left: reader.left.words(&lexed) }
        })
        .collect();
    super::either(ways)
}

struct Reader {
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
    left: Left,
}

impl Reader {
    fn new(habit: Habit, zone: Tz, as_of: NaiveDate) -> Self {
        Self {
            habit,
            zone: Zone::Named(zone),
            told_zone: false,
            as_of,
            days: None,
            vague: false,
            crossed: false,
            time: None,
            when: None,
            left: Left::default(),
        }
    }

    fn cell(&mut self, cursor: &mut Cursor<'_>) {
        while !cursor.is_done() {
            let known = self.time(cursor) || self.dates(cursor) || self.zone(cursor) || self.when(cursor);
            if known || cursor.take_neutral(Topic::Date) || mark(cursor) {
                continue;
            }
            self.left.add(cursor.at);
            cursor.at += 1;
        }
    }

    fn time(&mut self, cursor: &mut Cursor<'_>) -> bool {
        if self.time.is_some() {
            return false;
        }
        self.time = clock::time(cursor);
        self.time.is_some()
    }

    /// A date, or the dates from one to another.
    fn dates(&mut self, cursor: &mut Cursor<'_>) -> bool {
        if self.days.is_some() {
            return false;
        }
        let mut ahead = *cursor;
        let Some((points, end)) = points(&mut ahead, self.habit) else { return false };
        let Some((first, last)) = days_of(points) else { return false };
        let Some((_, to)) = days_of(end.unwrap_or(points)).filter(|(from, to)| first <= *from && last <= *to) else {
            return false;
        };
        self.vague = end.is_some() || points.degree != Degree::Plain;
        self.crossed = points.weekday.is_some_and(|day| first == last && first.weekday().number_from_monday() != day);
        self.days = Some((first, to));
        *cursor = ahead;
        true
    }

    fn zone(&mut self, cursor: &mut Cursor<'_>) -> bool {
        // "10:00-12:00" is no offset.
        let until = cursor.text(0) == "-" && self.time.is_some_and(|time| time.first != time.last);
        if self.told_zone || until || self.days.is_none() && self.time.is_none() {
            return false;
        }
        match clock::zone(cursor) {
            Some(zone) => {
                self.zone = zone;
                self.told_zone = true;
                true
            }
            None => false,
        }
    }

    fn when(&mut self, cursor: &mut Cursor<'_>) -> bool {
        let after = self.days.is_some();
        let said = cursor.sense(0, |sense| match sense {
            Sense::WhenAfter(when) if after => Some(when),
            Sense::WhenBefore(when) if !after => Some(when),
            _ => None,
        });
        let Some(said) = said.filter(|_| self.when.is_none()) else { return false };
        self.when = Some(said);
        cursor.at += 1;
        true
    }

    fn range(&self) -> Option<Range> {
        if self.when == Some(When::AtOnce) && self.days.is_none() {
            // By the as-of date, give or take the month in which it was written.
            let last = self.as_of.checked_add_days(Days::new(31))?;
            return Some(Range::between(f64::NEG_INFINITY, seconds(clock::days(last, last, self.zone).1)));
        }
        let (first, last) = self.days.filter(|_| !self.crossed)?;
        let (low, high) = match self.time {
            Some(time) if !self.vague && first == last => {
                let at = |seconds: u32| NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0);
                let (a, b) = (first.and_time(at(time.first)?), first.and_time(at(time.last)?));
                (self.zone.utc(a).0, self.zone.utc(b).1)
            }
            _ => clock::days(first, last, self.zone),
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
fn points(cursor: &mut Cursor<'_>, habit: Habit) -> Option<(Point, Option<Point>)> {
    let mut ahead = *cursor;
    ahead.take_sense(Sense::Joint(Joint::Between));
    let mut day_alone = ahead;
    let first = calendar::point(&mut ahead, habit);
    let bare = calendar::bare_day(&mut day_alone);
    let mut to = if first.is_some() { ahead } else { day_alone };
    let joined = to.take_any(|sense| matches!(sense, Sense::Joint(Joint::To | Joint::Or | Joint::And)))
        || to.take_text(&["-", "→"]);
    let end = joined.then(|| calendar::point(&mut to, habit)).flatten();
    let Some(end) = end else {
        *cursor = ahead;
        return Some((first?, None));
    };
    let start = first.or(bare)?.completed(end);
    *cursor = to;
    Some((start, Some(end)))
}

/// The first and the last day that a point can mean.
fn days_of(point: Point) -> Option<(NaiveDate, NaiveDate)> {
    let year = point.year?;
    // "May-24" is a month, or a day.
    if point.degree == Degree::Loose || point.short {
        return None;
    }
    let (from, to) = match (point.month, point.day) {
        (Some(month), Some(day)) => ((month, day), (month, day)),
        (Some(month), None) => ((month, 1), (month, calendar::days_in(year, month))),
        (None, _) => ((1, 1), (12, 31)),
    };
    Some((NaiveDate::from_ymd_opt(year, from.0, from.1)?, NaiveDate::from_ymd_opt(year, to.0, to.1)?))
}

fn mark(cursor: &mut Cursor<'_>) -> bool {
    cursor.take_idle() || cursor.take_text(&[",", ".", ";", ":", "-", "(", ")", "[", "]", "'", "|", "/", "@", "="])
}

/// A moment as a size.
#[expect(clippy::cast_precision_loss, reason = "seconds of any calendar year are far below 2⁵³")]
fn seconds(moment: i64) -> f64 {
    moment as f64
}
