//! Durations within running text.

use super::amount::AmountOf;
use crate::formats::Formats;
use crate::lexed::{Lexed, is};
use crate::lexicon::{Sections, Sense, sections};
use crate::reading::Range;

/// The durations that a text names with their unit, in years, and where each stands.
pub(crate) fn find(text: &str, formats: &Formats) -> Vec<(std::ops::Range<usize>, Range)> {
    // Without the words around a number of years, which hold its unit: "years of experience".
    const AMOUNTS: Sections = sections!(
        ; Numbers Rounds Fractions DecimalMarks Units BoundsBefore BoundsAfter Joints Quantifiers
    );
    let lexed = Lexed::of_text(text.into(), &formats.lexicon, AMOUNTS);
    let (mut cursor, mut found) = (lexed.cursor(), Vec::new());
    while !cursor.is_done() {
        let from = cursor.at;
        let range = cursor.attempt(|cursor| {
            let range = AmountOf::time(formats).amount(cursor)?.hull()?;
            cursor.had(from, is!(Sense::Unit(_))).then_some(range)
        });
        match range {
            Some(range) => found.push((lexed.span(from, cursor.at), range)),
            None => cursor.at += 1,
        }
    }
    found
}
