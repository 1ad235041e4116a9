//! What holds for any input at all. The same bodies run under `cargo fuzz` and, over a small corpus, in `cargo test`.
//!
//! Each body takes any bytes and panics where a promise is broken. The first byte of [`candidates`] and the first line of
//! [`cells`] say how the rest is taken; the corpus beside this file has examples of each.

mod candidates;
mod cells;
mod criteria;
mod output;
mod sheets;

pub(crate) use candidates::candidates;
pub(crate) use cells::{cells, names_a_test};
pub(crate) use criteria::criteria;
pub(crate) use output::output;
pub(crate) use sheets::sheets;

use chrono::NaiveDate;
use screen::criteria::Criteria;
use screen::verdict::{Credit, Verdict};

/// The day that "present" means.
pub(crate) fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 5, 26).expect("a day")
}

/// Criteria that are right.
pub(crate) fn right(yaml: &str) -> Criteria {
    screen::criteria::read("criteria.yaml", yaml).unwrap_or_else(|problems| panic!("{yaml}\n{problems:?}"))
}

/// A credit is a share, what is proven is possible, and a verdict without credit is never met in full for nothing.
pub(crate) fn check_credit(verdict: Verdict, credit: Credit) {
    let Credit { low, high } = credit;
    assert!((0.0..=1.0).contains(&low) && (0.0..=1.0).contains(&high) && low <= high, "{verdict:?} {credit:?}");
}

/// Whether a character may move a terminal's cursor or turn its writing around. Written out here anew, not taken from
/// the program, so that a gap there shows.
pub(crate) fn is_dangerous(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}
