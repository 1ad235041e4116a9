//! A date or a moment.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::Formats;
use crate::reading::Reading;

/// The first and the last second of a day in a time zone, in seconds since 1970 in UTC.
#[must_use]
pub fn day(_day: NaiveDate, _zone: Tz) -> (i64, i64) {
    (0, 0)
}

/// All the moments that a cell can mean, in seconds since 1970 in UTC.
#[must_use]
pub fn read(_cell: &str, _formats: &Formats, _zone: Tz, _as_of: NaiveDate) -> Reading {
    Reading::UNREADABLE
}
