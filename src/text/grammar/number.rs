//! Numbers: a salary, the result of a test, a rating out of so many.

use super::amount::{AmountOf, is_article};
use super::quantity::quantity;
use super::{Heard, Left, hear, scale};
use crate::formats::{Decimal, Formats};
use crate::lexed::{Cursor, Lexed, is, said};
use crate::lexicon::{self, Joint, Lexicon, Pay, Sections, Sense, Share, Topic, sections};
use crate::reading::{Range, Reading};
use crate::tokens::TokenKind;

/// What a cell with a number is made of.
pub(crate) const SECTIONS: Sections = sections!(
    Number; Numbers Rounds Fractions DecimalMarks BoundsBefore BoundsAfter Joints Edges Shares Quantifiers Nothing
    Currencies Pay
);

/// The same with a rating, which a word may tell once more: "4 - good".
const RATING: Sections = sections!(
    Number; Numbers Rounds Fractions DecimalMarks BoundsBefore BoundsAfter Joints Edges Shares Quantifiers Nothing
    Currencies Proficiency
);

/// What an amount of money is of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Money {
    /// Its currency, by the ISO 4217 code.
    pub currency: [u8; 3],
    /// Pay for so long; where it is not said, a cell that says it is left open.
    pub per: Option<Pay>,
    /// What is asked, by which pay is known that is written for another period or in thousands.
    pub about: Option<f64>,
}

impl Money {
    /// What is meant where the criteria file says nothing.
    pub(crate) const USUAL: Self = Self { currency: *b"eur", per: None, about: None };
}

/// Marks that may stand beside a number and change nothing.
const MARKS: [&str; 11] = ["%", ":", "=", "'", ".", ",", "/", "(", ")", "[", "]"];

/// What results are commonly given out of.
const COMMON: [f64; 6] = [5.0, 10.0, 20.0, 50.0, 100.0, 120.0];

/// The currency with this code of ISO 4217; nothing where there is none.
pub(crate) fn currency(code: &str) -> Option<[u8; 3]> {
    const CODES: Sections = sections!(; Currencies);
    let wanted = lexicon::code(&code.to_ascii_lowercase())?;
    Lexicon::default().meanings(code, CODES).contains(&Sense::Currency(wanted)).then_some(wanted)
}

/// Reads a number, of money in euros.
pub(crate) fn read(cell: &str, formats: &Formats) -> Heard {
    read_in(cell, Money::USUAL, formats)
}

/// Reads a number, of money of this currency and for so long; of another it is left open. A result out of a common whole is either as it
/// stands or its share of a hundred; what is net is at least as much before taxes.
pub(crate) fn read_in(cell: &str, money: Money, formats: &Formats) -> Heard {
    let measure = AmountOf::number(money.currency, matches!(money.per, Some(Pay::Month | Pay::Year)), formats);
    hear(cell, SECTIONS, formats, |lexed| alone(lexed, money, |cursor| one(cursor, measure)))
}

/// For how long a text says that pay is, where it says so of one period alone.
pub(crate) fn period(text: &str, formats: &Formats) -> Option<Pay> {
    const PAY: Sections = sections!(; Pay);
    let lexed = Lexed::of_text(text.into(), &formats.lexicon, PAY);
    let senses = (0..lexed.len()).flat_map(|at| lexed.senses(at));
    let mut periods = senses.filter_map(|sense| match sense {
        Sense::Pay(Pay::Net | Pay::Besides | Pay::Negotiable) => None,
        Sense::Pay(pay) => Some(*pay),
        _ => None,
    });
    let first = periods.next()?;
    periods.all(|period| period == first).then_some(first)
}

/// Reads a rating out of `out_of`: a number up to it, stars, a share such as `8/10` or `80%`.
pub(crate) fn rating(cell: &str, out_of: f64, formats: &Formats) -> Heard {
    let rated = |cursor: &mut Cursor<'_>| cursor.attempt(|cursor| rated(cursor, out_of, formats));
    let rating = |cursor: &mut Cursor<'_>| {
        let first = cursor.attempt(|cursor| stars(cursor, out_of)).or_else(|| rated(cursor))?;
        // "7/10 or 8/10"
        let second = cursor.after(|cursor| cursor.take_any(is!(Sense::Joint(Joint::Or | Joint::To))), rated);
        Some(Reading::Within(second.map_or(first, |second| first.hull(second))))
    };
    hear(cell, RATING, formats, |lexed| alone(lexed, Money::USUAL, rating))
}

/// One value among words and marks that change nothing; whatever else there is, is left.
fn alone(lexed: &Lexed<'_>, money: Money, value: impl Fn(&mut Cursor<'_>) -> Option<Reading>) -> Heard {
    let (mut found, mut more, mut less, mut paid) = (None, false, false, None);
    let mut end = 0;
    let left = Left::of(lexed, |cursor| {
        if found.is_none() {
            found = cursor.attempt(&value);
            if found.is_some() {
                end = cursor.at;
                return true;
            }
        }
        let adds = cursor.take_sense(Sense::Pay(Pay::Net)) || found.is_some() && adds(cursor);
        let lowers = cursor.take_sense(Sense::Pay(Pay::Negotiable));
        (more, less) = (more | adds, less | lowers);
        let mut period = |cursor: &mut Cursor<'_>| {
            cursor.take_text(&["/"]);
            let per = money.per?;
            let same = said!(Sense::Pay(of) if of == per => Range::exactly(1.0));
            let other = |sense| if let Sense::Pay(of) = sense { payments(of, per) } else { None };
            let times = cursor.take(same).or_else(|| cursor.take(other))?;
            // "5,500 monthly/yearly": one of them is wrong.
            (*paid.get_or_insert(times) == times).then_some(())
        };
        adds || lowers
            || cursor.attempt(&mut period).is_some()
            || !is_a_currency(cursor, found.map(|_| end)) && cursor.take_neutral(Topic::Number)
            || found.is_some() && cursor.follows(said_in_words)
            || mark(cursor, money.currency)
    });
    // Net pay is more before taxes, and so is pay that has something besides.
    let widened = |range: Range| {
        let low = if less { Range { low: 0.0, low_open: false, ..range } } else { range };
        if more { Range { high: f64::INFINITY, high_open: false, ..low } } else { low }
    };
    let moved = more || less;
    let unsaid = paid.is_none();
    let times = paid.unwrap_or(Range::exactly(1.0));
    let paid = |range: Range| range.times(times.low, times.high);
    if let Some(Reading::Within(range)) = found
        && let Some(other) = otherwise(range, money).filter(|_| unsaid)
    {
        let understood =
            if moved { Reading::Within(widened(range.hull(other))) } else { Reading::either(range, other) };
        return Heard { understood, left: left.words(lexed) };
    }
    let found = found.map(|found| match found {
        Reading::Within(range) => Reading::Within(paid(range)),
        Reading::Either(a, b) => Reading::Either(paid(a), paid(b)),
        other => other,
    });
    let understood = match found {
        None => return Heard::NOTHING,
        Some(Reading::Within(range)) => Reading::Within(widened(range)),
        Some(Reading::Either(a, b)) if moved => Reading::Within(widened(a.hull(b))),
        Some(found) => found,
    };
    Heard { understood, left: left.words(lexed) }
}

/// Whether an article comes next that leads to nothing, right after the value that ends at a place or in capitals alone before
/// one: perhaps a currency that no pack knows, as "4200 LE" and "LE 4200" are Egyptian pounds and "4200 DEN" denars.
fn is_a_currency(cursor: &Cursor<'_>, end: Option<usize>) -> bool {
    let first = cursor.at == 0 && cursor.is_upper() && cursor.figure(1).is_some();
    is_article(cursor) && (first || end == Some(cursor.at))
}

/// "bonus", "+ 10% target bonus", "bonus of 5,000": what is paid beside an amount.
fn adds(cursor: &mut Cursor<'_>) -> bool {
    let figure = |cursor: &mut Cursor<'_>| {
        let counted = quantity(cursor, None).is_some();
        let _ = cursor.take_text(&["%"]) || percent(cursor) || cursor.take_any(is!(Sense::Currency(_)));
        counted
    };
    let said = cursor.follows(|cursor| {
        if !cursor.take_text(&["+", "&"]) {
            cursor.take_joint(Joint::And);
        }
        cursor.follows(figure);
        cursor.take_sense(Sense::Pay(Pay::Besides))
    });
    if said {
        cursor.follows(|cursor| cursor.take_neutral(Topic::Any) && figure(cursor));
    }
    said
}

/// "4 - good", "5 (excellent)": a rating once more, in words.
fn said_in_words(cursor: &mut Cursor<'_>) -> bool {
    cursor.take_text(&["-", "(", "[", ","]);
    let said = cursor.take_any(is!(Sense::Proficiency(..)));
    cursor.take_text(&[")", "]"]);
    said
}

/// What pay may be besides, where it is far from what is asked and its period is not said: 54,000 of a year where some 5,000 a
/// month are asked, or 5.5 in thousands.
fn otherwise(range: Range, money: Money) -> Option<Range> {
    /// Pay is within so many times what is asked, or so many parts of it.
    const FAR: f64 = 3.0;
    let (per, about) = (money.per?, money.about?);
    let near = |range: &Range| range.high >= about / FAR && range.low <= about * FAR;
    if near(&range) || !range.high.is_finite() {
        return None;
    }
    // A month has some 15 to 23 days of work, and 130 to 208 hours.
    let months = if per == Pay::Year { 12.0 } else { 1.0 };
    let [days, hours] =
        [(15.0, 23.0), (130.0, 208.0)].map(|(low, high)| Some(Range::between(low * months, high * months)));
    let ways = [payments(Pay::Year, per), payments(Pay::Month, per), Some(Range::exactly(1000.0))];
    let times = |ways: Vec<Option<Range>>| ways.into_iter().flatten().map(|times| range.times(times.low, times.high));
    let worked = || times(vec![days, hours]).filter(near).reduce(Range::hull);
    times(ways.to_vec()).find(near).or_else(worked)
}

/// How often pay of one period is paid in another: a year has from twelve months of pay to fourteen, since some countries
/// pay a thirteenth and a fourteenth.
fn payments(of: Pay, per: Pay) -> Option<Range> {
    match (of, per) {
        (Pay::Month, Pay::Year) => Some(Range::between(12.0, 14.0)),
        (Pay::Year, Pay::Month) => Some(Range::between(1.0 / 14.0, 1.0 / 12.0)),
        _ => None,
    }
}

/// A mark that changes nothing where it stands: no part of a further number.
fn mark(cursor: &mut Cursor<'_>, currency: [u8; 3]) -> bool {
    let leads = matches!(cursor.text(0), ":" | "=" | "'");
    // "/mes" is a month in Spanish, and says nothing in French.
    let per = cursor.text(0) == "/" && cursor.token(1).is_some_and(|next| next.kind == TokenKind::Word);
    cursor.take_idle()
        || !per && (leads || cursor.figure(1).is_none()) && cursor.take_text(&MARKS)
        || percent(cursor)
        || cursor.take_sense(Sense::Currency(currency))
}

fn percent(cursor: &mut Cursor<'_>) -> bool {
    cursor.take_sense(Sense::Share(Share::Percent))
}

/// One number with all that is said of it.
fn one(cursor: &mut Cursor<'_>, measure: AmountOf) -> Option<Reading> {
    if cursor.take_sense(Sense::Nothing(Topic::Any)) {
        return Some(Reading::exactly(0.0));
    }
    let negative = sign(cursor);
    let reading = measure.amount(cursor)?;
    if negative {
        return Some(Reading::exactly(-reading.hull().filter(|range| range.is_exact())?.low));
    }
    let Reading::Within(range) = reading else { return Some(reading) };
    let common = |whole: &f64| COMMON.contains(whole) && range.high <= *whole;
    let whole = cursor.attempt(|cursor| out_of(cursor, measure.decimal).filter(common));
    Some(whole.map_or(reading, |whole| Reading::either(range, range.map(|value| value / whole * 100.0))))
}

/// "-5", "negative 5".
fn sign(cursor: &mut Cursor<'_>) -> bool {
    let first = cursor.at == 0 || cursor.gap(0);
    let dash = first && cursor.text(0) == "-" && cursor.figure(1).is_some() && !cursor.gap(1);
    dash && cursor.take_text(&["-"]) || cursor.take_joint(Joint::Minus)
}

/// "/ 20", "sur 20": what a value is out of.
fn out_of(cursor: &mut Cursor<'_>, decimal: Option<Decimal>) -> Option<f64> {
    let said = |cursor: &mut Cursor<'_>| cursor.take_text(&["/"]) || cursor.take_joint(Joint::OutOf);
    let mut found = said(cursor);
    while !found && (cursor.take_neutral(Topic::Number) || percent(cursor)) {
        found = said(cursor);
    }
    let whole = if found { quantity(cursor, decimal)?.value.hull()? } else { return None };
    (whole.is_exact() && whole.low > 0.0).then_some(whole.low)
}

/// One rating, as a value out of `most`.
fn rated(cursor: &mut Cursor<'_>, most: f64, formats: &Formats) -> Option<Range> {
    let (from, in_figures) = (*cursor, cursor.figure(0).is_some());
    let mut reading = AmountOf::number(Money::USUAL.currency, false, formats).amount(cursor)?;
    let has = |mark: &str| (0..cursor.at - from.at).any(|at| from.text(at) == mark);
    let (shared, divided) = (has("%"), has("/"));
    let percent = shared || cursor.take_text(&["%"]) || percent(cursor);
    let whole = if percent { Some(100.0) } else { cursor.attempt(|cursor| out_of(cursor, formats.decimal)) };
    let range = reading.hull()?;
    if whole.is_none() && !in_figures && range.is_exact() && range.low < 1.0 {
        // "½" is half a point, or half of all.
        reading = Reading::between(range.low, range.low * most);
    } else if whole.is_none() && divided && range.is_exact() && range.low < 1.0 {
        // "3/4" is three of four, as "2/3" is two of three.
        reading = Reading::exactly(range.low * most);
    }
    // "4%" of five is rather four than a fifth of a point.
    if percent && range.high > 0.0 && range.high <= most && most < 100.0 {
        return None;
    }
    // "3+" goes as far as ratings do; "more than 10" of ten holds nothing, and nothing is beyond the highest rating.
    let scaled = |range: Range| {
        let range = range.map(|value| value * whole.map_or(1.0, |whole| most / whole));
        let endless = range.high == f64::INFINITY;
        let range = if endless { Range { high: range.low.max(most), high_open: false, ..range } } else { range };
        let holds = range.low < range.high || !range.low_open && !range.high_open;
        (range.low >= 0.0 && range.high <= most && holds).then_some(range)
    };
    match reading {
        Reading::Within(range) => scaled(range),
        // Of two meanings, one that is beyond the highest rating was not meant.
        Reading::Either(a, b) => match (scaled(a), scaled(b)) {
            (Some(a), Some(b)) => Some(a.hull(b)),
            (a, b) => a.or(b),
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
