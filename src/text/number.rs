//! A number.

use super::Formats;
use crate::reading::Reading;

/// All the numbers that a cell can mean.
#[must_use]
pub fn read(_cell: &str, _formats: &Formats) -> Reading {
    Reading::UNREADABLE
}
