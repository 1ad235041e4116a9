//! What can be wrong with a row.

use super::split::LONGEST;
use crate::catalogue::{Text, records as words};
use crate::diagnostic::{Diagnostic, Place};

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
}

impl Trouble {
    /// A short name for it, the same in every language.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooManyCells { .. } => "too-many-cells",
            Self::TooFewCells { .. } => "too-few-cells",
            Self::NotText => "not-text",
            Self::UnclosedQuote { .. } => "unclosed-quote",
            Self::TooLong { .. } => "too-long",
        }
    }

    /// Whether the cell in this column is surely the one that belongs there. Where cells are missing or too many, nobody
    /// knows from which one on they are shifted: nothing can stand before the first.
    #[must_use]
    pub const fn spares(self, column: usize) -> bool {
        match self {
            Self::NotText => true,
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
        }
    }
}
