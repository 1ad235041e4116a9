//! Numbers: a salary, the result of a test, a rating out of so many.

use super::amount::Measure;
use super::quantity::quantity;
use super::{Heard, Left, scale};
use crate::formats::{Decimal, Formats};
use crate::lexicon::{self, Joint, Lexicon, Sections, Sense, Share, Topic, sections};
use crate::reading::{Range, Reading};
use crate::text::{Cursor, Lexed};

/// What a cell with a number is made of.
pub(crate) const SECTIONS: Sections = sections!(
    Number; Numbers Rounds Fractions DecimalMarks BoundsBefore BoundsAfter Joints Edges Shares Quantifiers Nothing
    Currencies Pay
);

/// The currency of an amount where the criteria file names none, by its ISO 4217 code.
pub(crate) const CURRENCY: [u8; 3] = *b"eur";

/// Marks that may stand beside a number and change nothing.
const MARKS: [&str; 7] = ["%", ":", "=", "'", ".", ",", "/"];

/// What results are commonly given out of.
const COMMON: [f64; 6] = [5.0, 10.0, 20.0, 50.0, 100.0, 120.0];

/// The currency with this code of ISO 4217; nothing where there is none.
pub(crate) fn currency(code: &str) -> Option<[u8; 3]> {
    const CODES: Sections = sections!(; Currencies);
    let wanted = lexicon::code(&code.to_ascii_lowercase())?;
    let lexed = Lexed::of_text(code.into(), &Lexicon::default(), CODES);
    lexed.senses(0).contains(&Sense::Currency(wanted)).then_some(wanted)
}

/// Reads a number, of money in euros.
pub(crate) fn read(cell: &str, formats: &Formats) -> Heard {
    read_in(cell, CURRENCY, formats)
}

/// Reads a number, of money in this currency; in another it is left open. A result out of a common whole is either as it
/// stands or its share of a hundred; what is net is at least as much before taxes.
pub(crate) fn read_in(cell: &str, currency: [u8; 3], formats: &Formats) -> Heard {
    let Some(lexed) = Lexed::new(cell, &formats.lexicon, SECTIONS) else { return Heard::whole(Reading::UNREADABLE) };
    let found = list(&lexed, |cursor| one(cursor, Measure::number(currency, formats)), currency);
    found.unwrap_or(Heard::whole(Reading::UNREADABLE))
}

/// Reads a rating out of `out_of`: a number up to it, stars, a share such as `8/10` or `80%`.
pub(crate) fn rating(cell: &str, out_of: f64, formats: &Formats) -> Heard {
    let Some(lexed) = Lexed::new(cell, &formats.lexicon, SECTIONS) else { return Heard::whole(Reading::UNREADABLE) };
    let found = list(
        &lexed,
        |cursor| {
            let mut ahead = *cursor;
            let share = stars(&mut ahead, out_of).or_else(|| {
                ahead = *cursor;
                rated(&mut ahead, out_of, formats)
            })?;
            // "7/10 or 8/10"
            let mut to = ahead;
            let joined = to.take_any(|sense| matches!(sense, Sense::Joint(Joint::Or | Joint::To)));
            let second = joined.then(|| rated(&mut to, out_of, formats)).flatten();
            *cursor = if second.is_some() { to } else { ahead };
            Some(Reading::Within(second.map_or(share, |second| share.hull(second))))
        },
        CURRENCY,
    );
    found.unwrap_or(Heard::whole(Reading::UNREADABLE))
}

/// One value among words and marks that change nothing; whatever else there is, is left.
fn list<'a>(
    lexed: &'a Lexed<'_>,
    value: impl Fn(&mut Cursor<'a>) -> Option<Reading>,
    currency: [u8; 3],
) -> Option<Heard> {
    let mut cursor = lexed.cursor();
    let mut net = false;
    let mut left = Left::default();
    let mut found = None;
    while !cursor.is_done() {
        let mut ahead = cursor;
        if found.is_none()
            && let Some(reading) = value(&mut ahead)
        {
            found = Some(reading);
            cursor = ahead;
        } else if cursor.take_sense(Sense::Net) {
            net = true;
        } else if !cursor.take_neutral(Topic::Number) && !mark(&mut cursor, currency) {
            left.add(cursor.at);
            cursor.at += 1;
        }
    }
    let least = |range: Range| Range { high: f64::INFINITY, high_open: false, ..range };
    let understood = match found? {
        Reading::Within(range) if net => Reading::Within(least(range)),
        Reading::Either(a, b) if net => Reading::Within(least(a.hull(b))),
        found => found,
    };
    Some(Heard { understood, left: left.words(lexed) })
}

/// A mark that changes nothing where it stands: no part of a further number.
fn mark(cursor: &mut Cursor<'_>, currency: [u8; 3]) -> bool {
    let leads = matches!(cursor.text(0), ":" | "=" | "'");
    cursor.take_idle()
        || (leads || cursor.figure(1).is_none()) && cursor.take_text(&MARKS)
        || cursor.take_sense(Sense::Share(Share::Percent))
        || cursor.take_sense(Sense::Currency(currency))
}

/// One number with all that is said of it.
fn one(cursor: &mut Cursor<'_>, measure: Measure) -> Option<Reading> {
    if cursor.take_sense(Sense::Nothing(Topic::Any)) {
        return Some(Reading::exactly(0.0));
    }
    let mut ahead = *cursor;
    let negative = sign(&mut ahead);
    let reading = measure.amount(&mut ahead)?;
    *cursor = ahead;
    if negative {
        return Some(Reading::exactly(-reading.hull().filter(|range| range.is_exact())?.low));
    }
    let whole = out_of(&mut ahead, measure.decimal).filter(|whole| COMMON.contains(whole));
    let Some((whole, Reading::Within(range))) = whole.map(|whole| (whole, reading)) else { return Some(reading) };
    if range.high > whole {
        return Some(reading);
    }
    *cursor = ahead;
    Some(Reading::either(range, range.map(|value| value / whole * 100.0)))
}

/// "-5", "negative 5".
fn sign(cursor: &mut Cursor<'_>) -> bool {
    let first = cursor.at == 0 || cursor.gap(0);
    let dash = first && cursor.text(0) == "-" && cursor.figure(1).is_some() && !cursor.gap(1);
    dash && cursor.take_text(&["-"]) || cursor.take_sense(Sense::Joint(Joint::Minus))
}

/// "/ 20", "sur 20": what a value is out of.
fn out_of(cursor: &mut Cursor<'_>, decimal: Option<Decimal>) -> Option<f64> {
    let said = |cursor: &mut Cursor<'_>| cursor.take_text(&["/"]) || cursor.take_sense(Sense::Joint(Joint::OutOf));
    let mut found = said(cursor);
    while !found && (cursor.take_neutral(Topic::Number) || cursor.take_sense(Sense::Share(Share::Percent))) {
        found = said(cursor);
    }
    let whole = found.then(|| quantity(cursor, decimal)).flatten()?.value.hull()?;
    (whole.is_exact() && whole.low > 0.0).then_some(whole.low)
}

/// One rating, as a value out of `most`.
fn rated(cursor: &mut Cursor<'_>, most: f64, formats: &Formats) -> Option<Range> {
    let measure = Measure::number(CURRENCY, formats);
    let mut ahead = *cursor;
    let mut reading = measure.amount(&mut ahead)?;
    let in_figures = cursor.figure(0).is_some();
    let shared = (0..ahead.at - cursor.at).any(|at| cursor.text(at) == "%");
    *cursor = ahead;
    let percent = shared || ahead.take_text(&["%"]) || ahead.take_sense(Sense::Share(Share::Percent));
    let whole = if percent { Some(100.0) } else { out_of(&mut ahead, formats.decimal) };
    if whole.is_some() {
        *cursor = ahead;
    } else if let Some(range) = reading.hull()
        && !in_figures
        && range.is_exact()
        && range.low < 1.0
    {
        // "½" is half a point, or half of all.
        reading = Reading::between(range.low, range.low * most);
    }
    // "4%" of five is rather four than a fifth of a point.
    let small = |range: Range| range.high > 0.0 && range.high <= most && most < 100.0;
    if percent && reading.hull().is_some_and(small) {
        return None;
    }
    let factor = whole.map_or(1.0, |whole| most / whole);
    // "3+" goes as far as ratings do.
    let scaled = |range: Range| {
        let range = range.map(|value| value * factor);
        let endless = range.high == f64::INFINITY;
        if endless { Range { high: range.low.max(most), high_open: false, ..range } } else { range }
    };
    // "more than 10" of ten holds nothing.
    let holds = |range: &Range| range.low < range.high || !range.low_open && !range.high_open;
    let fits = |range: &Range| range.low >= 0.0 && range.high <= most && holds(range);
    match reading {
        Reading::Within(range) => Some(scaled(range)).filter(fits),
        // Of two meanings, one that is beyond the highest rating was not meant.
        Reading::Either(a, b) => match [scaled(a), scaled(b)].map(|range| Some(range).filter(fits)) {
            [Some(a), Some(b)] => Some(a.hull(b)),
            [a, b] => a.or(b),
        },
        Reading::Unknown(_) => None,
    }
}

/// `★★★★☆`: a share of all stars that can be seen, or the full ones alone.
fn stars(cursor: &mut Cursor<'_>, most: f64) -> Option<Range> {
    let (full, empty) = scale::run_of_stars(cursor);
    let (full, all) = (f64::from(full), f64::from(full + empty));
    let usual = |all: f64| [5.0, 10.0, most].iter().any(|usual| (all - usual).abs() < 1e-9);
    // Up to five stars alone may be of five.
    let alone = full <= most && (most <= 5.0 || full > 5.0);
    let value = match empty {
        _ if full == 0.0 => return None,
        0 => alone.then_some(full)?,
        _ => usual(all).then_some(full / all * most)?,
    };
    Some(Range::exactly(value))
}
