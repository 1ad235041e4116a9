//! Moments and the clocks of time zones: what a clock shows at a moment, and when it shows what.

use chrono::{DateTime, Days, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
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

/// The first and the last second of a day in a time zone, in seconds since 1970 in UTC.
#[must_use]
pub(crate) fn day(day: NaiveDate, zone: Tz) -> (i64, i64) {
    Zone::Named(zone).days(day, day)
}

/// Where a clock stands.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Zone {
    /// In a place.
    Named(Tz),
    /// So many seconds ahead of UTC, at least and at most.
    Ahead(i64, i64),
}

impl Zone {
    /// The first and the last moment that a clock can show this, in seconds since 1970 in UTC.
    pub(crate) fn utc(self, clock: NaiveDateTime) -> (i64, i64) {
        let plain = clock.and_utc().timestamp();
        match self {
            Self::Ahead(least, most) => (plain - most, plain - least),
            Self::Named(zone) => match zone.from_local_datetime(&clock) {
                MappedLocalTime::Single(one) => (one.timestamp(), one.timestamp()),
                MappedLocalTime::Ambiguous(a, b) => {
                    (a.timestamp().min(b.timestamp()), a.timestamp().max(b.timestamp()))
                }
                // Clocks were set forward over it: it is told by the old time or by the new.
                MappedLocalTime::None => {
                    let told = |hours: i64| {
                        let near = DateTime::<Utc>::from_timestamp(plain, 0)
                            .and_then(|utc| utc.checked_add_signed(TimeDelta::hours(hours)))
                            .unwrap_or_default()
                            .naive_utc();
                        let offset = zone.offset_from_utc_datetime(&near);
                        plain - i64::from(chrono::Offset::fix(&offset).local_minus_utc())
                    };
                    let (a, b) = (told(-26), told(26));
                    (a.min(b), a.max(b))
                }
            },
        }
    }

    /// The first and the last second of some days, in seconds since 1970 in UTC.
    pub(crate) fn days(self, first: NaiveDate, last: NaiveDate) -> (i64, i64) {
        let next = last.checked_add_days(Days::new(1)).unwrap_or(last);
        let midnights = [first, next].map(|day| day.and_time(NaiveTime::MIN));
        let [start, end] = midnights.map(|midnight| {
            let (early, late) = self.utc(midnight);
            match self {
                // A midnight that comes twice starts the day the first time; over one that is skipped, the clocks jump at
                // its old time.
                Self::Named(zone) if zone.from_local_datetime(&midnight) == MappedLocalTime::None => (late, late),
                Self::Named(_) => (early, early),
                Self::Ahead(..) => (early, late),
            }
        });
        (start.0, end.1 - 1)
    }
}
