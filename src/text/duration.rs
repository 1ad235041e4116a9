//! A duration in years.

use chrono::NaiveDate;

use super::Formats;
use crate::reading::Reading;

/// All the years that a cell can mean.
#[must_use]
pub fn read(_cell: &str, _formats: &Formats, _as_of: NaiveDate, _prorate: bool) -> Reading {
    Reading::UNREADABLE
}
