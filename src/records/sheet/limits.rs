//! What a spreadsheet may take, and why one was not read.
//!
//! Nothing is set aside by what a file says of itself. What it may unfold to grows with the bytes it has: honest
//! workbooks shrink to a tenth or a fiftieth when they are packed, those made to do harm to a thousandth.

use std::io;

use crate::catalogue::{Text, records as words};

/// The rows that any spreadsheet has at the most.
pub(super) const MOST_ROWS: u32 = 1 << 20;
/// The columns that any spreadsheet has at the most.
pub(super) const MOST_COLUMNS: u32 = 1 << 14;
/// The longest text of a cell, in bytes; Excel itself stops at 32,767 characters.
pub(super) const MOST_CELL: usize = 1 << 20;
/// The longest tag, comment or piece of text in XML, in bytes.
pub(super) const MOST_EVENT: usize = 4 << 20;
/// How many elements may be within one another.
pub(super) const MOST_DEPTH: usize = 100;
/// The most sheets of a workbook.
pub(super) const MOST_SHEETS: usize = 10_000;
/// The longest name of a sheet, in bytes; Excel itself stops at 31 characters.
pub(super) const MOST_NAME: usize = 1 << 10;
/// The most formats of cells; Excel itself stops at 65,490.
pub(super) const MOST_FORMATS: usize = 1 << 20;

/// What the file's own size allows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Bytes of its parts, unpacked.
    pub(super) unpacked: u64,
    /// Elements of their XML, of which a cell has two to four.
    pub(super) elements: u64,
    /// Bytes of memory for the texts that cells share.
    pub(super) shared: u64,
    /// Bytes of the text that a sheet is written out as.
    pub(super) text: u64,
}

impl Limits {
    /// For a file of so many bytes.
    pub(super) fn of(size: u64) -> Self {
        let at_least = |base: u64, times: u64| base.saturating_add(size.saturating_mul(times));
        Self {
            unpacked: at_least(64 << 20, 200),
            elements: at_least(2 << 20, 6),
            shared: at_least(96 << 20, 16),
            text: at_least(64 << 20, 50),
        }
    }
}

/// Why a sheet could not be written out.
#[derive(Debug)]
pub(super) enum SheetFailure {
    /// The spreadsheet is damaged.
    Damaged(Text),
    /// It is more than the limits allow.
    Large(Text),
    /// It is protected by a password.
    Password,
    /// It is of a kind that is not read.
    Kind(Text),
    /// The text could not be written, or the file not be read.
    Spool(io::Error),
}

impl From<io::Error> for SheetFailure {
    fn from(error: io::Error) -> Self {
        Self::Spool(error)
    }
}

/// A limit that was reached while a part was being unpacked, on its way through an [`io::Error`].
#[derive(Clone, Copy, Debug)]
pub(super) enum Reached {
    /// All parts together.
    Unpacked,
    /// One tag, comment or piece of text.
    Event,
}

impl std::fmt::Display for Reached {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self, out)
    }
}

impl std::error::Error for Reached {}

impl Reached {
    /// As the failure that it is.
    pub(super) fn told(self, limits: &Limits) -> SheetFailure {
        SheetFailure::Large(match self {
            Self::Unpacked => words::too_much_unpacked(limits.unpacked >> 20),
            Self::Event => words::too_long_a_cell(MOST_CELL >> 20),
        })
    }
}
