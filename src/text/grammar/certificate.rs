//! Certificates of a language and the results of tests, as levels of the CEFR.

use super::quantity::quantity;
use super::scale::Span;
use crate::formats::Formats;
use crate::lexicon::Topic;
use crate::text::Cursor;

/// The level that a certificate with this folded name stands for, alone or with the result that follows; nothing where
/// its level has to be told.
pub(super) fn level(name: &str, cursor: &mut Cursor<'_>, formats: &Formats) -> Option<Span> {
    awarded(name).or_else(|| score(name, cursor, formats))
}

/// The level of a certificate that has one alone, as Cambridge English gives it.
fn awarded(name: &str) -> Option<Span> {
    match name {
        "cpe" | "certificate of proficiency in english" => Some(Span::named(6, 6)),
        "cae" | "certificate in advanced english" => Some(Span::named(5, 6)),
        "fce" | "first certificate" | "first certificate in english" => Some(Span::named(4, 5)),
        _ => None,
    }
}

/// The result of a test of a language, as its owner publishes the levels (ETS, the IELTS partners).
fn score(name: &str, cursor: &mut Cursor<'_>, formats: &Formats) -> Option<Span> {
    let mut ahead = *cursor;
    while ahead.take_neutral(Topic::Language) || ahead.take_text(&[":", "=", "-", "("]) {}
    let score = quantity(&mut ahead, formats.decimal)?.value.hull().filter(|range| range.is_exact())?.low;
    let bands: &[(f64, f64, Span)] = match name.split(' ').next()? {
        "toefl" => &[
            (114.0, 120.0, Span::named(6, 6)),
            (95.0, 113.0, Span::named(5, 5)),
            (72.0, 94.0, Span::named(4, 4)),
            (42.0, 71.0, Span::named(3, 3)),
        ],
        // The owners' own chart lets 6.5 be either.
        "ielts" => &[
            (8.5, 9.0, Span::named(6, 6)),
            (7.0, 8.0, Span::named(5, 5)),
            (6.5, 6.5, Span::named(4, 5)),
            (5.5, 6.0, Span::named(4, 4)),
            (4.0, 5.0, Span::named(3, 3)),
        ],
        // The test measures nothing above C1.
        "toeic" => &[
            (945.0, 990.0, Span::named(5, 6)),
            (785.0, 944.0, Span::named(4, 4)),
            (550.0, 784.0, Span::named(3, 3)),
            (225.0, 549.0, Span::named(2, 2)),
            (120.0, 224.0, Span::named(1, 1)),
        ],
        _ => return None,
    };
    let (.., span) = bands.iter().find(|(low, high, _)| (*low..=*high).contains(&score))?;
    // "110/120"
    if ahead.text(0) == "/" && ahead.figure(1).is_some() {
        ahead.at += 2;
    }
    *cursor = ahead;
    Some(*span)
}
