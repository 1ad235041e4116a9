//! What can be wrong with a row.

use super::split::LONGEST;
use crate::catalogue::{Text, records as words};
use crate::diagnostic::{Diagnostic, Place};

/// How deep values may lie within one another.
pub(super) const DEEPEST: usize = 64;

/// What is wrong with a row. Its cells cannot be trusted to be under their headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trouble {
    /// More cells than the header has, and not only blank ones.
    TooManyCells {
        /// How many cells the row has.
        found: usize,
        /// How many the header has.
        expected: usize,
    },
    /// Fewer cells than the header has.
    TooFewCells {
        /// How many cells the row has.
        found: usize,
        /// How many the header has.
        expected: usize,
    },
    /// Bytes that are no text in the file's encoding.
    NotText,
    /// A cell that begins with a quote and has no closing quote.
    UnclosedQuote {
        /// How many cells stand before it.
        before: usize,
    },
    /// A record so long that it was cut.
    TooLong {
        /// How many cells stand before the one that was cut.
        before: usize,
    },
    /// A line that is no JSON.
    NotJson {
        /// From which of its bytes on, counted from 1.
        at: usize,
    },
    /// A line that is JSON, but no object.
    NotAnObject,
    /// An object in which a key comes twice.
    KeyTwice,
    /// An object with values that lie too deep within one another.
    TooDeep,
}

impl Trouble {
    /// It as numbers: its kind, from 1, and what is known of it.
    #[must_use]
    pub const fn numbers(self) -> [u64; 3] {
        match self {
            Self::TooManyCells { found, expected } => [1, found as u64, expected as u64],
            Self::TooFewCells { found, expected } => [2, found as u64, expected as u64],
            Self::NotText => [3, 0, 0],
            Self::UnclosedQuote { before } => [4, before as u64, 0],
            Self::TooLong { before } => [5, before as u64, 0],
            Self::NotJson { at } => [6, at as u64, 0],
            Self::NotAnObject => [7, 0, 0],
            Self::KeyTwice => [8, 0, 0],
            Self::TooDeep => [9, 0, 0],
        }
    }

    /// What [`Self::numbers`] says; nothing for others.
    #[must_use]
    pub fn from_numbers([kind, first, second]: [u64; 3]) -> Option<Self> {
        let (first, second) = (usize::try_from(first).ok()?, usize::try_from(second).ok()?);
        Some(match kind {
            1 => Self::TooManyCells { found: first, expected: second },
            2 => Self::TooFewCells { found: first, expected: second },
            3 => Self::NotText,
            4 => Self::UnclosedQuote { before: first },
            5 => Self::TooLong { before: first },
            6 => Self::NotJson { at: first },
            7 => Self::NotAnObject,
            8 => Self::KeyTwice,
            9 => Self::TooDeep,
            _ => return None,
        })
    }

    /// A short name for it, the same in every language.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooManyCells { .. } => "too-many-cells",
            Self::TooFewCells { .. } => "too-few-cells",
            Self::NotText => "not-text",
            Self::UnclosedQuote { .. } => "unclosed-quote",
            Self::TooLong { .. } => "too-long",
            Self::NotJson { .. } => "not-json",
            Self::NotAnObject => "not-an-object",
            Self::KeyTwice => "key-twice",
            Self::TooDeep => "too-deep",
        }
    }

    /// Whether the cell in this column is surely the one that belongs there. Where cells are missing or too many, nobody
    /// knows from which one on they are shifted: nothing can stand before the first.
    #[must_use]
    pub const fn spares(self, column: usize) -> bool {
        match self {
            // Each value stands beside its key.
            Self::NotText | Self::NotJson { .. } | Self::NotAnObject | Self::KeyTwice | Self::TooDeep => true,
            Self::UnclosedQuote { before } | Self::TooLong { before } => column < before,
            Self::TooManyCells { .. } | Self::TooFewCells { .. } => column == 0,
        }
    }

    /// What is wrong, for people.
    #[must_use]
    pub fn say(self) -> Text {
        match self {
            Self::TooManyCells { found, expected } => {
                words::too_many_cells(words::cells(found), words::cells(expected))
            }
            Self::TooFewCells { found, expected } => words::too_few_cells(words::cells(found), words::cells(expected)),
            Self::NotText => words::not_text(),
            Self::UnclosedQuote { .. } => words::unclosed_quote(),
            Self::TooLong { .. } => words::too_long(LONGEST >> 20),
            Self::NotJson { at } => words::not_json(at),
            Self::NotAnObject => words::not_an_object(),
            Self::KeyTwice => words::key_twice(),
            Self::TooDeep => words::too_deep(DEEPEST),
        }
    }

    /// The same as a warning, at the row's line.
    #[must_use]
    pub fn told(self, name: &str, line: u64) -> Diagnostic {
        Diagnostic::warning(self.code(), self.say()).at(Place::line(name, line)).help(self.help())
    }

    /// What to do about it.
    #[must_use]
    pub fn help(self) -> Text {
        match self {
            Self::TooManyCells { .. } => words::too_many_cells_help(),
            Self::TooFewCells { .. } => words::too_few_cells_help(),
            Self::NotText => words::not_text_help(),
            Self::UnclosedQuote { .. } => words::unclosed_quote_help(),
            Self::TooLong { .. } => words::too_long_help(),
            Self::NotJson { .. } | Self::NotAnObject => words::not_json_help(),
            Self::KeyTwice => words::key_twice_help(),
            Self::TooDeep => words::too_deep_help(),
        }
    }
}
