//! Amounts: a value with its unit, a range of two, and what is said of it: "at least", "or more", "about".

use super::quantity::{Quantity, quantity, unit};
use super::share::share;
use super::vague::{Sized, part_of, qualifies, round, vague};
use crate::formats::{Decimal, Formats};
use crate::lexicon::{Bound, Edge, Joint, Quantifier, Sense, Unit};
use crate::reading::{Range, Reading};
use crate::text::Cursor;
use crate::tokens::{Case, Token};

/// What the amounts of a kind are amounts of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measure {
    /// Whether amounts are durations, in years; else they are plain numbers.
    pub time: bool,
    /// Which mark stands before decimals, where the criteria file says.
    pub decimal: Option<Decimal>,
    /// The least value there is: 0 for what cannot be less than nothing.
    pub floor: f64,
    /// The currency that plain numbers may be of.
    currency: Option<[u8; 3]>,
}

/// A number alone that is more than this is no number of years.
const BARE: f64 = 50.0;

impl Measure {
    /// Durations, in years.
    pub(super) fn time(formats: &Formats) -> Self {
        Self { time: true, decimal: formats.decimal, floor: 0.0, currency: None }
    }

    /// Plain numbers, or money of this currency.
    pub(super) fn number(currency: [u8; 3], formats: &Formats) -> Self {
        Self { time: false, currency: Some(currency), ..Self::time(formats) }
    }

    /// Reads an amount with all that is said of it.
    pub(super) fn amount(self, cursor: &mut Cursor<'_>) -> Option<Reading> {
        let mut ahead = *cursor;
        let mut reading = self.bounded(&mut ahead)?;
        *cursor = ahead;
        // "more than 5 and less than 10", "at least 7, maximum 10"
        ahead.take_text(&[","]);
        let _ = ahead.take_sense(Sense::Joint(Joint::And)) || ahead.take_sense(Sense::Joint(Joint::But));
        let closes = |range: Range| range.low <= self.floor && range.high < f64::INFINITY && range.low < range.high;
        let opens = |range: Range| range.low > self.floor && range.high == f64::INFINITY;
        if let (Some(Reading::Within(other)), Reading::Within(range)) = (self.bounded(&mut ahead), reading)
            && (opens(range) && closes(other) || closes(range) && opens(other))
            && let Some(both) = range.both(other)
        {
            reading = Reading::Within(both);
            *cursor = ahead;
        }
        Some(reading)
    }

    /// An amount with what is said before and after it.
    fn bounded(self, cursor: &mut Cursor<'_>) -> Option<Reading> {
        let mut ahead = *cursor;
        let mut bounds = Vec::new();
        let between = ahead.take_sense(Sense::Joint(Joint::Between));
        let from = !self.time && ahead.take_sense(Sense::Edge(Edge::From));
        while !between && let Some(bound) = ahead.take(Sense::before).or_else(|| plus(&mut ahead)) {
            bounds.push(bound);
        }
        let mut first = self.sized(&mut ahead)?;
        // "10+ years", "7 or more years"
        let mut to = ahead;
        let mut said = Vec::new();
        to.take_glued(&["-"]);
        while first.unit.is_none()
            && self.time
            && let Some(bound) = after_marks(&mut to).or_else(|| to.take(Sense::after))
        {
            to.take_glued(&["-"]);
            said.push(bound);
        }
        if !said.is_empty()
            && let Some(unit) = unit(&mut to)
        {
            first.unit = Some(unit);
            bounds.append(&mut said);
            ahead = to;
        }
        let slash = self.time && ahead.text(0) == "/";
        let letter = self.time && first.unit.is_none() && ahead.text(0) == "a" && ahead.token(0).is_some_and(is_plain);
        let second = self.second(&mut ahead, between);
        // "7/8" is a date as well.
        if slash && second.is_some_and(|second| second.unit.is_none()) {
            return None;
        }
        if (between || from) && second.is_none() {
            return None;
        }
        let letter = letter && ahead.lexed().tokens.text(ahead.lexed().tokens_of(ahead.at - 1).start) == "m";
        let reading = match second {
            Some(second) if letter => self.letters(first, second)?,
            Some(second) => self.range(first, second)?,
            None => self.years(first)?,
        };
        // "5/7 ans" can be a fraction as well.
        let reading = match (slash, reading, first.value.hull(), second.and_then(|second| second.value.hull())) {
            (true, Reading::Within(range), Some(a), Some(b)) => Reading::Within(Range { low: a.low / b.high, ..range }),
            (_, reading, ..) => reading,
        };
        while let Some(bound) = after_marks(&mut ahead).or_else(|| said_after(&mut ahead)) {
            bounds.push(bound);
        }
        let reading = bounds.into_iter().try_fold(reading, |reading, bound| self.apply(reading, bound))?;
        *cursor = ahead;
        Some(reading)
    }

    /// The other end of a range.
    fn second(self, cursor: &mut Cursor<'_>, between: bool) -> Option<Sized> {
        let mut ahead = *cursor;
        let joined = ahead.take(|sense| match sense {
            Sense::Joint(Joint::And) if between => Some(()),
            Sense::Joint(Joint::To | Joint::Or) if !between => Some(()),
            _ => None,
        });
        let dash = joined.is_none() && (ahead.take_text(&["-", "~", "→"]) || self.time && ahead.take_glued(&["/"]));
        if joined.is_none() && !dash {
            return None;
        }
        while dash && ahead.take_glued(&["-", ">"]) {}
        // "12-cent" is one word.
        let figure = |cursor: &Cursor<'_>| cursor.figure(0).is_some();
        if dash && !ahead.gap(0) && !figure(&ahead) && cursor.before().is_some_and(|before| figure(&before)) {
            return None;
        }
        // "7 ans à 80 %" is no range.
        if self.time && share(&mut ahead.clone()).or_else(|| share(&mut cursor.clone())).is_some() {
            return None;
        }
        let second = self.sized(&mut ahead)?;
        *cursor = ahead;
        Some(second)
    }

    /// A value with its unit; of several units, the smaller after the larger.
    fn sized(self, cursor: &mut Cursor<'_>) -> Option<Sized> {
        let mut ahead = *cursor;
        let first = self.one(&mut ahead)?;
        *cursor = ahead;
        let (Some(mut last), false) = (first.unit, first.vague) else { return Some(first) };
        let mut years = self.years(first)?;
        let mut several = false;
        loop {
            if let Some((part, end)) = part_of(cursor, last) {
                // "7 ans et demi"
                let Reading::Within(range) = years else { return None };
                *cursor = end;
                return Some(Sized::years(Reading::Within(range.map(|value| value + part))));
            }
            ahead = *cursor;
            ahead.take_text(&[","]);
            let _ = ahead.take_sense(Sense::Joint(Joint::And)) || ahead.take_sense(Sense::Joint(Joint::Sum));
            let next = self.one(&mut ahead);
            let smaller = next.filter(|next| next.unit.is_some_and(|unit| unit < last) && !next.vague);
            let Some(next) = smaller else {
                return Some(if several { Sized::years(years) } else { first });
            };
            let (Reading::Within(a), Reading::Within(b)) = (years, self.years(next)?) else { return None };
            years = Reading::Within(Range::between(a.low + b.low, a.high + b.high));
            last = next.unit.unwrap_or(last);
            several = true;
            *cursor = ahead;
        }
    }

    /// One value with its unit, where it has one.
    fn one(self, cursor: &mut Cursor<'_>) -> Option<Sized> {
        let mut ahead = *cursor;
        if let Some(vague) = if self.time { vague(&mut ahead) } else { round(&mut ahead) } {
            *cursor = ahead;
            return Some(vague);
        }
        let money = !self.time && self.currency(&mut ahead);
        let Quantity { value, times, .. } = quantity(&mut ahead, self.decimal)?;
        let fraction = cursor.has(0, |sense| matches!(sense, Sense::Fraction(_)));
        *cursor = ahead;
        if !self.time {
            let millions = self.millions(cursor, money);
            let value = if millions { value.map(|value| value * 1e6) } else { value };
            dash_of_a_price(cursor);
            cursor.take_text(&["%"]);
            let money = self.currency(cursor) || money;
            return Some(Sized { value: if money { of_money(value) } else { value }, unit: None, vague: false, times });
        }
        // "half a year", "a dozen of years", "7-year"
        let mut to = ahead;
        to.take_glued(&["-"]);
        while qualifies(&mut to) {}
        let mut of_one = to;
        let part = value.hull().is_some_and(|range| range.high < 1.0);
        let one = part && of_one.take_sense(Sense::Quantifier(Quantifier::One));
        let article = one.then(|| unit(&mut of_one)).flatten();
        let unit = match article {
            Some(_) => {
                to = of_one;
                article
            }
            None => unit(&mut to),
        };
        // "la moitié" of something is no amount of time.
        if fraction && unit.is_none() {
            return None;
        }
        if unit.is_some() {
            *cursor = to;
        }
        Some(Sized { value, unit, vague: false, times })
    }

    /// A range of two; a unit said once is meant for both.
    fn range(self, first: Sized, second: Sized) -> Option<Reading> {
        let first = Sized { unit: first.unit.or(second.unit), ..first };
        let second = Sized { unit: second.unit.or(first.unit), ..second };
        // "4-5k"
        let shared = first.times <= 1.0 && second.times > 1.0 && first.value.hull()?.high < second.times;
        let first =
            if shared { Sized { value: first.value.map(|value| value * second.times), ..first } } else { first };
        // "2019-2020" are years.
        let year = |value: Reading| value.hull().is_some_and(|range| range.low >= 1900.0 && range.high <= 2030.0);
        if !self.time && year(first.value) && year(second.value) {
            return None;
        }
        let (low, high) = (self.years(first)?.hull()?, self.years(second)?.hull()?);
        (low.low <= high.high).then_some(Reading::Within(Range { high: high.high, high_open: high.high_open, ..low }))
    }

    /// "8 a 9 m": years and months by their first letters, as in Spanish, or from 8 to 9 months.
    fn letters(self, years: Sized, months: Sized) -> Option<Reading> {
        let sum = self.years(Sized { unit: Some(Unit::Year), ..years })?.hull()?.low + self.years(months)?.hull()?.low;
        let sum = Range::exactly(sum);
        Some(match self.range(years, months) {
            Some(Reading::Within(range)) => Reading::either(sum, range),
            _ => Reading::Within(sum),
        })
    }

    /// A value as the kind measures it.
    fn years(self, sized: Sized) -> Option<Reading> {
        // Hours make no years that anybody could count.
        if matches!(sized.unit, Some(Unit::Minute | Unit::Hour)) {
            return None;
        }
        if self.time && sized.unit.is_none() && sized.value.hull().is_none_or(|range| range.low > BARE) {
            return None;
        }
        Some(match sized.unit {
            // Twelfths, so that 84 months are 7 years and no hair less.
            Some(Unit::Month) => sized.value.map(|months| months / 12.0),
            Some(Unit::Week) => sized.value.map(|weeks| weeks / 52.0),
            Some(Unit::Day) => sized.value.map(|days| days / 365.0),
            Some(Unit::Decade) => sized.value.map(|decades| decades * 10.0),
            _ => sized.value,
        })
    }

    /// What is left of a range once the bound that comes next is said of it; nothing where none comes.
    pub(super) fn bound_after(self, cursor: &mut Cursor<'_>, range: Range) -> Option<Range> {
        let bound = after_marks(cursor).or_else(|| cursor.take(Sense::after))?;
        self.apply(Reading::Within(range), bound)?.hull()
    }

    /// The currency, before or after a value.
    fn currency(self, cursor: &mut Cursor<'_>) -> bool {
        self.currency.is_some_and(|code| cursor.take_sense(Sense::Currency(code)))
    }

    /// "1.2M EUR", "€2M": millions of money.
    fn millions(self, cursor: &mut Cursor<'_>, money: bool) -> bool {
        let mut ahead = *cursor;
        let letter = ahead.token(0).is_some_and(|token| token.case == Case::Upper) && ahead.take_text(&["m"]);
        let found = letter && (money || self.currency(&mut ahead.clone()));
        if found {
            *cursor = ahead;
        }
        found
    }

    /// What is left of a reading once a bound is said of it.
    fn apply(self, reading: Reading, bound: Bound) -> Option<Reading> {
        let on = |range: Range| match bound {
            Bound::AtLeast => Range { high: f64::INFINITY, high_open: false, ..range },
            Bound::Over => Range { low_open: true, high: f64::INFINITY, high_open: false, ..Range::from(range.low) },
            Bound::AtMost => Range { low: self.floor, low_open: false, ..range },
            Bound::Under => Range::under(self.floor, range.high),
            Bound::About => {
                let eighth = |value: f64| value.abs() / 8.0;
                Range::between(range.low - eighth(range.low), range.high + eighth(range.high))
            }
            Bound::Almost => Range { high_open: true, ..Range::between(range.low - range.low.abs() / 5.0, range.high) },
            Bound::Exactly => range,
        };
        match reading {
            Reading::Within(range) => Some(on(range)),
            Reading::Either(a, b) => Some(on(a).hull(on(b))),
            Reading::Unknown(_) => None,
        }
        // "almost 0" holds nothing.
        .filter(|range| range.low < range.high || !(range.low_open || range.high_open))
        .map(Reading::Within)
    }
}

/// "4'300.-", "4300,--"
fn dash_of_a_price(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    let dash = ahead.take_glued(&[".", ","]) && ahead.take_glued(&["-"]);
    ahead.take_glued(&["-"]);
    if dash && ahead.figure(0).is_none() {
        *cursor = ahead;
    }
}

/// Of money, three figures after a mark are thousands.
fn of_money(value: Reading) -> Reading {
    match value {
        Reading::Either(a, b) => Reading::Within(if a.low > b.low { a } else { b }),
        value => value,
    }
}

/// Whether a word has no accent: "a", not "à".
const fn is_plain(token: &Token) -> bool {
    token.spelling == 0
}

/// A bound after an amount. A word that can stand before as well does so where an amount follows: "min 5 max 7".
fn said_after(cursor: &mut Cursor<'_>) -> Option<Bound> {
    let mut next = *cursor;
    next.at += 1;
    let leads = cursor.sense(0, Sense::before).is_some() && quantity(&mut next, None).is_some();
    if leads { None } else { cursor.take(Sense::after) }
}

/// "+7 ans"
fn plus(cursor: &mut Cursor<'_>) -> Option<Bound> {
    // "+41791234567" is a telephone.
    let glued = cursor.figure(1).is_some_and(|figure| figure.len() < 7) && !cursor.gap(1);
    (glued && cursor.take_text(&["+"])).then_some(Bound::AtLeast)
}

/// "7+", "7 ans +"; no sum: "3 + 4".
fn after_marks(cursor: &mut Cursor<'_>) -> Option<Bound> {
    let sum = cursor.text(0) == "+" && cursor.figure(1).is_some();
    let more_or_less = cursor.text(1) == "/";
    (!sum && !more_or_less && cursor.take_text(&["+"])).then_some(Bound::AtLeast)
}
