//! Moments as the clocks of a time zone show them.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use crate::reading::Range;

/// A moment, in seconds since 1970 in UTC, as the clocks of a time zone show it; nothing beyond the calendar.
#[must_use]
pub fn local(seconds: f64, zone: Tz) -> Option<NaiveDateTime> {
    instant(seconds, zone).map(|at| at.naive_local())
}

/// A moment with the offset of a time zone; nothing beyond the calendar.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "a float beyond the whole numbers becomes the nearest one")]
pub fn instant(seconds: f64, zone: Tz) -> Option<DateTime<Tz>> {
    Some(DateTime::from_timestamp(seconds as i64, 0)?.with_timezone(&zone))
}

/// The first and the last day of a range of moments, where both have one.
#[must_use]
pub fn days(zone: Tz, range: Range) -> Option<(NaiveDate, NaiveDate)> {
    let (first, last) = ends(range);
    Some((local(first, zone)?.date(), local(last, zone)?.date()))
}

/// Whether a range of moments is one or more whole days, as of a date written without a time.
#[must_use]
pub fn whole_days(zone: Tz, range: Range) -> bool {
    let (first, last) = ends(range);
    let first = local(first, zone).is_some_and(|at| at.time() == NaiveTime::MIN);
    let last = local(last, zone).is_some_and(|at| at.time() + TimeDelta::minutes(1) < at.time());
    first && last
}

/// The first and the last second that are meant.
#[must_use]
pub fn ends(range: Range) -> (f64, f64) {
    let one_in = |open: bool| if open && !range.is_exact() { 1.0 } else { 0.0 };
    (range.low + one_in(range.low_open), range.high - one_in(range.high_open))
}
