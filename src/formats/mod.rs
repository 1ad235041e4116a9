//! What settles a cell that could be read in several ways (`formats:` of a criteria file), which words stand for an empty
//! one, and what a cell proves of the formats that its column is written in.

mod order;

pub use self::order::{DecimalSign, Order, mark, order};
use crate::fold::{fold, trimmed};
use crate::lexicon::Lexicon;

/// The order of day, month and year where a date is written in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 26/05/2024
    DayMonthYear,
    /// 05/26/2024
    MonthDayYear,
    /// 2024/05/26
    YearMonthDay,
}

/// The mark before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decimal {
    /// 7.5
    Point,
    /// 7,5
    Comma,
}

/// What settles a cell that could be read in several ways (`formats:` of the criteria file).
#[derive(Clone, Debug, PartialEq)]
pub struct Formats {
    /// How dates in figures are ordered; without it both orders are meant where both are possible.
    pub dates: Option<DateOrder>,
    /// Which mark stands before decimals; without it both are meant where both are possible.
    pub decimal: Option<Decimal>,
    /// The words that cells are read with.
    pub(crate) lexicon: Lexicon,
    /// Folded words that stand for an empty cell.
    missing: Vec<String>,
    /// Longer than this, in bytes, no cell says nothing.
    longest: usize,
    /// Nor does one with more letters and digits than this.
    most_letters: usize,
}

/// The words for an empty cell where the criteria file gives none.
pub const MISSING_WORDS: [&str; 12] =
    ["n/a", "na", "nc", "-", "–", "—", "?", "unknown", "inconnu", "null", "tbd", "à confirmer"];

impl Default for Formats {
    fn default() -> Self {
        Self::usual(None, None)
    }
}

impl Formats {
    /// Formats with the usual words for an empty cell.
    #[must_use]
    pub fn usual(dates: Option<DateOrder>, decimal: Option<Decimal>) -> Self {
        Self::new(dates, decimal, MISSING_WORDS.iter().copied())
    }

    /// Formats with these words for an empty cell.
    #[must_use]
    pub fn new<'a>(
        dates: Option<DateOrder>,
        decimal: Option<Decimal>,
        missing: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let missing: Vec<String> = missing.into_iter().map(fold).collect();
        // Accents and marks that show nothing take bytes that a fold drops.
        let most_letters = missing.iter().map(String::len).max().unwrap_or_default();
        Self { dates, decimal, lexicon: Lexicon::default(), missing, longest: 64 + 4 * most_letters, most_letters }
    }

    /// The same, with the words that cells are read with.
    #[must_use]
    pub(crate) fn with(self, lexicon: Lexicon) -> Self {
        Self { lexicon, ..self }
    }

    /// Whether the cell says nothing: it is empty, blank, or one of the words for that.
    #[must_use]
    pub fn is_missing(&self, cell: &str) -> bool {
        if cell.is_empty() {
            return true;
        }
        // No fold for a cover letter, nor where a look tells.
        let trimmed = trimmed(cell);
        if trimmed.is_empty() {
            return true;
        }
        // A fold keeps letters and digits of ASCII, each one, so that most cells are told by their first.
        let first = trimmed.as_bytes()[0].to_ascii_lowercase();
        if first.is_ascii_alphanumeric() && !self.missing.iter().any(|word| word.as_bytes().first() == Some(&first)) {
            return false;
        }
        let letters = || trimmed.bytes().filter(u8::is_ascii_alphanumeric).count();
        if trimmed.len() > self.longest || (trimmed.len() > self.most_letters && letters() > self.most_letters) {
            return false;
        }
        if trimmed.bytes().all(|byte| byte.is_ascii_graphic()) {
            return self.missing.iter().any(|word| word.eq_ignore_ascii_case(trimmed));
        }
        let folded = fold(cell);
        folded.is_empty() || self.missing.contains(&folded)
    }
}
