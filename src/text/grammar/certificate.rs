//! Certificates of a language and the results of tests, as levels of the CEFR.

use super::quantity::quantity;
use super::scale::Steps;
use crate::formats::Formats;
use crate::lexed::Cursor;
use crate::lexicon::Topic;

/// The levels of a certificate that has one alone, as Cambridge English gives it.
const AWARDED: [(&str, u8, u8); 7] = [
    ("cpe", 6, 6),
    ("certificate of proficiency in english", 6, 6),
    ("cae", 5, 6),
    ("certificate in advanced english", 5, 6),
    ("fce", 4, 5),
    ("first certificate", 4, 5),
    ("first certificate in english", 4, 5),
];

/// The levels of the results of tests, from one to another, as their owners publish them (ETS, the IELTS partners). They let
/// an IELTS of 6.5 be either of two; the TOEIC measures nothing above C1.
const SCORES: [(&str, f64, f64, u8, u8); 14] = [
    ("toefl", 114.0, 120.0, 6, 6),
    ("toefl", 95.0, 113.0, 5, 5),
    ("toefl", 72.0, 94.0, 4, 4),
    ("toefl", 42.0, 71.0, 3, 3),
    ("ielts", 8.5, 9.0, 6, 6),
    ("ielts", 7.0, 8.0, 5, 5),
    ("ielts", 6.5, 6.5, 4, 5),
    ("ielts", 5.5, 6.0, 4, 4),
    ("ielts", 4.0, 5.0, 3, 3),
    ("toeic", 945.0, 990.0, 5, 6),
    ("toeic", 785.0, 944.0, 4, 4),
    ("toeic", 550.0, 784.0, 3, 3),
    ("toeic", 225.0, 549.0, 2, 2),
    ("toeic", 120.0, 224.0, 1, 1),
];

/// The level that a certificate with this folded name stands for, alone or with the result that follows; nothing where
/// its level has to be told.
pub(super) fn level(name: &str, cursor: &mut Cursor<'_>, formats: &Formats) -> Option<Steps> {
    let named = |low: u8, high: u8| Steps::named(low.into(), high.into());
    if let Some((_, low, high)) = AWARDED.iter().find(|(known, ..)| *known == name) {
        return Some(named(*low, *high));
    }
    cursor.attempt(|cursor| {
        while cursor.take_neutral(Topic::Language) || cursor.take_text(&[":", "=", "-", "("]) {}
        let score = quantity(cursor, formats.decimal)?.value.hull().filter(|range| range.is_exact())?.low;
        let test = name.split(' ').next()?;
        let fits = |(known, from, to, ..): &&(&str, f64, f64, u8, u8)| *known == test && (*from..=*to).contains(&score);
        let (.., low, high) = SCORES.iter().find(fits)?;
        // "110/120"
        if cursor.text(0) == "/" && cursor.figure(1).is_some() {
            cursor.at += 2;
        }
        Some(named(*low, *high))
    })
}
