//! Degrees: levels, fields, and whether they are finished.

use crate::reading::{Range, Reading};

/// A degree's field, as far as the criteria ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// One of the fields asked for.
    Listed,
    /// Another field.
    Other,
    /// No field is said.
    Unsaid,
}

/// One degree that a cell names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Its level on `education`.
    pub level: Range,
    /// It is not finished.
    pub under_way: bool,
    /// Its field.
    pub field: Field,
}

/// The fields that count, each with other words for it.
#[derive(Clone, Debug)]
pub struct FieldList;

impl FieldList {
    /// The list with these fields.
    #[must_use]
    pub fn new(_fields: Vec<Vec<String>>) -> Self {
        Self
    }
}

/// The degrees that a cell names.
#[must_use]
pub fn read(_cell: &str, _fields: &FieldList) -> Vec<Found> {
    Vec::new()
}

/// The levels that a cell names, without their fields.
#[must_use]
pub fn level(_cell: &str) -> Vec<Found> {
    Vec::new()
}

/// The field that a cell names.
#[must_use]
pub fn field(_cell: &str, _fields: &FieldList) -> Field {
    Field::Unsaid
}

/// The best level of several degrees.
#[must_use]
pub fn best_level(_found: &[Found]) -> Reading {
    Reading::UNREADABLE
}
