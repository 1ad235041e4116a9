//! Amounts: a value with its unit, a range of two, and what is said of it: "at least", "or more", "about".

use super::quantity::{Quantity, quantity, scaled, unit};
use super::share::share;
use super::vague::{WithUnit, part_of, per_year, qualifies, round, vague};
use crate::formats::{Decimal, Formats};
use crate::lexed::{Cursor, is};
use crate::lexicon::{Edge, Joint, Modifier, Quantifier, Sense, Share, Slot, TimeUnit, Topic, sections};
use crate::reading::{Range, Reading};
use crate::tokens::{Case, TokenKind};

/// What the amounts of a kind are amounts of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AmountOf {
    /// Whether amounts are durations, in years; else they are plain numbers.
    pub time: bool,
    /// Which mark stands before decimals, where the criteria file says.
    pub decimal: Option<Decimal>,
    /// The least value there is: 0 for what cannot be less than nothing.
    pub floor: f64,
    /// The currency that plain numbers may be of.
    currency: Option<[u8; 3]>,
    /// Whether they are pay of a month or a year, and so money without decimals wherever no currency stands, too.
    pay: bool,
}

/// A number alone that is more than this is no number of years.
const BARE: f64 = 50.0;

impl AmountOf {
    /// Durations, in years.
    pub(super) fn time(formats: &Formats) -> Self {
        Self { time: true, decimal: formats.decimal, floor: 0.0, currency: None, pay: false }
    }

    /// Plain numbers, or money of this currency; `pay` where they are that.
    pub(super) fn number(currency: [u8; 3], pay: bool, formats: &Formats) -> Self {
        Self { time: false, currency: Some(currency), pay, ..Self::time(formats) }
    }

    /// How many of something.
    pub(super) const fn count(self) -> Self {
        Self { time: false, currency: None, ..self }
    }

    /// Reads an amount with all that is said of it.
    pub(super) fn amount(self, cursor: &mut Cursor<'_>) -> Option<Reading> {
        let reading = self.bounded(cursor)?;
        let closes = |range: Range| range.low <= self.floor && range.high < f64::INFINITY && range.low < range.high;
        let opens = |range: Range| range.low > self.floor && range.high == f64::INFINITY;
        // "more than 5 and less than 10", "at least 7, maximum 10"
        let both = cursor.attempt(|cursor| {
            cursor.take_text(&[","]);
            cursor.take_any(is!(Sense::Joint(Joint::And | Joint::But)));
            let (Reading::Within(one), Reading::Within(other)) = (reading, self.bounded(cursor)?) else { return None };
            let fit = opens(one) && closes(other) || closes(one) && opens(other);
            one.both(other).filter(|_| fit)
        });
        Some(both.map_or(reading, Reading::Within))
    }

    /// An amount with what is said before and after it.
    fn bounded(self, cursor: &mut Cursor<'_>) -> Option<Reading> {
        cursor.attempt(|cursor| {
            let mut bounds = Vec::new();
            let between = cursor.take_joint(Joint::Between);
            let from = !self.time && cursor.take_sense(Sense::Edge(Edge::From));
            while !between && let Some(bound) = cursor.take(Sense::before).or_else(|| plus(cursor)) {
                bounds.push(bound);
            }
            let mut first = self.measured(cursor)?;
            if self.time
                && first.unit.is_none()
                && let Some((unit, mut said)) = cursor.attempt(bounded_unit)
            {
                first.unit = Some(unit);
                bounds.append(&mut said);
            }
            let reading = self.one_or_range(cursor, first, between || from, between)?;
            let behind = |cursor: &mut Cursor<'_>| (!self.time).then(|| cursor.attempt(behind_a_thing)).flatten();
            while let Some(bound) = after_marks(cursor).or_else(|| said_after(cursor)).or_else(|| behind(cursor)) {
                bounds.push(bound);
            }
            bounds.into_iter().try_fold(reading, |reading, bound| self.apply(reading, bound))
        })
    }

    /// What a value means, or the range from it to another, which is `needed` after "between" and "from".
    fn one_or_range(self, cursor: &mut Cursor<'_>, first: WithUnit, needed: bool, between: bool) -> Option<Reading> {
        let slash = self.time && cursor.text(0) == "/";
        let plain = cursor.token(0).is_some_and(|token| token.spelling == 0);
        let letter = self.time && first.unit.is_none() && cursor.text(0) == "a" && plain;
        let Some(second) = self.second(cursor, between) else {
            return self.years(first).filter(|_| !needed);
        };
        // "7/8" is a date as well.
        if slash && second.unit.is_none() {
            return None;
        }
        if letter && cursor.lexed().text_at(cursor.at - 1) == "m" {
            return self.letters(first, second);
        }
        // "5/7 ans" can be a fraction as well.
        Some(match (self.range(first, second)?, first.value.hull(), second.value.hull()) {
            (Reading::Within(range), Some(a), Some(b)) if slash => {
                Reading::Within(Range { low: a.low / b.high, ..range })
            }
            (reading, ..) => reading,
        })
    }

    /// The other end of a range.
    fn second(self, cursor: &mut Cursor<'_>, between: bool) -> Option<WithUnit> {
        let start = *cursor;
        cursor.attempt(|cursor| {
            let joined = match between {
                // "entre 1500 a 2000"
                true => cursor.take_any(is!(Sense::Joint(Joint::And | Joint::To))),
                false => cursor.take_any(is!(Sense::Joint(Joint::To | Joint::Or))),
            };
            let dash = !joined && (cursor.take_text(&["-", "~", "→"]) || self.time && cursor.take_glued(&["/"]));
            if !joined && !dash {
                return None;
            }
            while dash && cursor.take_glued(&["-", ">"]) {}
            // "12-cent" is one word.
            let figure = |cursor: &Cursor<'_>| cursor.figure(0).is_some();
            let word = cursor.token(0).is_some_and(|next| next.kind == TokenKind::Word && !next.gap);
            if dash && word && start.before().is_some_and(|before| figure(&before)) {
                return None;
            }
            // "7 ans à 80 %" is no range.
            let shared = |mut cursor: Cursor<'_>| share(&mut cursor).is_some();
            if self.time && (shared(*cursor) || shared(start)) {
                return None;
            }
            self.measured(cursor)
        })
    }

    /// A value with its unit; of several units, the smaller after the larger.
    fn measured(self, cursor: &mut Cursor<'_>) -> Option<WithUnit> {
        let mut all = self.one(cursor)?;
        let (Some(mut last), false) = (all.unit, all.vague) else { return Some(all) };
        let mut years = self.years(all)?;
        loop {
            if let Some(part) = part_of(cursor, last) {
                // "7 ans et demi"
                let Reading::Within(range) = years else { return None };
                return Some(WithUnit::years(Reading::Within(range.map(|value| value + part))));
            }
            let next = cursor.attempt(|cursor| {
                let apart = cursor.line() || cursor.take_text(&[","]);
                let joined = cursor.take_any(is!(Sense::Joint(Joint::And | Joint::Sum)));
                // "20 years, 24 months" are two amounts, "4 years" and "48 months" below it one told twice.
                let less = |next: &WithUnit| {
                    let years = self.years(*next).and_then(Reading::hull).map(|range| range.high);
                    !apart || joined || years.zip(per_year(last)).is_some_and(|(years, times)| years * times < 1.0)
                };
                self.one(cursor).filter(|next| !next.vague && next.unit.is_some_and(|unit| unit < last)).filter(less)
            });
            let Some(next) = next else { return Some(all) };
            let (Reading::Within(a), Reading::Within(b)) = (years, self.years(next)?) else { return None };
            years = Reading::Within(Range::between(a.low + b.low, a.high + b.high));
            (all, last) = (WithUnit::years(years), next.unit?);
        }
    }

    /// One value with its unit, where it has one.
    fn one(self, cursor: &mut Cursor<'_>) -> Option<WithUnit> {
        match self.time {
            true => vague(cursor).or_else(|| cursor.attempt(|cursor| self.duration(cursor))),
            false => round(cursor).or_else(|| cursor.attempt(|cursor| self.number_alone(cursor))),
        }
    }

    fn number_alone(self, cursor: &mut Cursor<'_>) -> Option<WithUnit> {
        let money = self.currency(cursor);
        let from = cursor.at;
        let Quantity { value, times } = quantity(cursor, self.decimal)?;
        let value = of_a_percent(cursor, from, value);
        let value = if self.millions(cursor, money) { value.map(|value| scaled(value, 1e6)) } else { value };
        // "4'300.-", "4300,--"
        cursor.follows(|cursor| {
            let dash = cursor.take_glued(&[".", ","]) && cursor.take_glued(&["-"]);
            cursor.take_glued(&["-"]);
            dash && cursor.figure(0).is_none()
        });
        cursor.take_text(&["%"]);
        let millions = value.hull().is_some_and(|range| range.low >= 1e6 && range.low % 1e6 == 0.0);
        let money = self.currency(cursor) || millions && self.of_money(cursor) || money;
        // Of money, three figures after a mark are thousands.
        let value = match value {
            Reading::Either(a, b) if (money || self.pay) && times <= 1.0 => {
                Reading::Within(if a.low > b.low { a } else { b })
            }
            value => value,
        };
        Some(WithUnit { value, unit: None, vague: false, times })
    }

    fn duration(self, cursor: &mut Cursor<'_>) -> Option<WithUnit> {
        // "la moitié" of something is no amount of time.
        let fraction = cursor.has(0, is!(Sense::Fraction(_)));
        let Quantity { value, times } = quantity(cursor, self.decimal)?;
        let value = spaced_decimals(cursor, value).unwrap_or(value);
        let part = value.hull().is_some_and(|range| range.high < 1.0);
        // "half a year", "a dozen of years", "7-year"
        let unit = cursor.attempt(|cursor| {
            cursor.take_glued(&["-"]);
            while qualifies(cursor) {}
            let one = |cursor: &mut Cursor<'_>| part && cursor.take_sense(Sense::Quantifier(Quantifier::One));
            cursor.after(one, unit).or_else(|| unit(cursor))
        });
        (unit.is_some() || !fraction).then_some(WithUnit { value, unit, vague: false, times })
    }

    /// A range of two; a unit said once is meant for both.
    fn range(self, first: WithUnit, second: WithUnit) -> Option<Reading> {
        let mut first = WithUnit { unit: first.unit.or(second.unit), ..first };
        let second = WithUnit { unit: second.unit.or(first.unit), ..second };
        // "4-5k"
        if first.times <= 1.0 && second.times > 1.0 && first.value.hull()?.high < second.times {
            first.value = first.value.map(|value| scaled(value, second.times));
        }
        // "2019-2020" are years.
        let year = |value: Reading| value.hull().is_some_and(|range| range.low >= 1900.0 && range.high <= 2030.0);
        if !self.time && year(first.value) && year(second.value) {
            return None;
        }
        let (low, high) = (self.years(first)?.hull()?, self.years(second)?.hull()?);
        (low.low <= high.high).then_some(Reading::Within(Range { high: high.high, high_open: high.high_open, ..low }))
    }

    /// "8 a 9 m": years and months by their first letters, as in Spanish, or from 8 to 9 months.
    fn letters(self, years: WithUnit, months: WithUnit) -> Option<Reading> {
        let whole = WithUnit { unit: Some(TimeUnit::Year), ..years };
        let sum = Range::exactly(self.years(whole)?.hull()?.low + self.years(months)?.hull()?.low);
        Some(match self.range(years, months) {
            Some(Reading::Within(range)) => Reading::either(sum, range),
            _ => Reading::Within(sum),
        })
    }

    /// A value as the kind measures it.
    fn years(self, WithUnit { value, unit, .. }: WithUnit) -> Option<Reading> {
        Some(match unit {
            None if self.time && value.hull().is_none_or(|range| range.low > BARE) => return None,
            None => value,
            Some(TimeUnit::Decade) => value.map(|decades| decades * 10.0),
            // Twelfths, so that 84 months are 7 years and no hair less.
            Some(unit) => {
                let per_year = per_year(unit)?;
                value.map(|value| value / per_year)
            }
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

    /// "75 millions de dollars", "2 millions d'euros": an article before the currency.
    fn of_money(self, cursor: &mut Cursor<'_>) -> bool {
        cursor.follows(|cursor| {
            let article = is_article(cursor);
            cursor.at += 1;
            cursor.take_glued(&["'"]);
            article && self.currency(cursor)
        })
    }

    /// "1.2M EUR", "€2M": millions of money.
    fn millions(self, cursor: &mut Cursor<'_>, money: bool) -> bool {
        cursor.follows(|cursor| {
            let letter = cursor.token(0).is_some_and(|token| token.case == Case::Upper) && cursor.take_text(&["m"]);
            letter && (money || self.currency(&mut cursor.clone()))
        })
    }

    /// What is left of a reading once a bound is said of it.
    fn apply(self, reading: Reading, bound: Modifier) -> Option<Reading> {
        let on = |range: Range| match bound {
            Modifier::AtLeast => Range { high: f64::INFINITY, high_open: false, ..range },
            Modifier::Over => Range::over(range.low),
            Modifier::AtMost => Range { low: self.floor, low_open: false, ..range },
            Modifier::Under => Range::under(self.floor, range.high),
            Modifier::About => {
                let eighth = |value: f64| value.abs() / 8.0;
                Range::between(range.low - eighth(range.low), range.high + eighth(range.high))
            }
            Modifier::Almost => {
                Range { high_open: true, ..Range::between(range.low - range.low.abs() / 5.0, range.high) }
            }
            Modifier::Exactly => range,
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

/// "3/4 %", "half a percent": that part of one per cent, or of all.
fn of_a_percent(cursor: &Cursor<'_>, from: usize, value: Reading) -> Reading {
    let percent = cursor.text(0) == "%" || cursor.has(0, is!(Sense::Share(Share::Percent)));
    let decimals = cursor.lexed().written(from, cursor.at).contains(['.', ',']);
    match value {
        Reading::Within(part) if percent && !decimals && part.low > 0.0 && part.high < 1.0 => {
            Reading::either(part, part.map(|part| part * 100.0))
        }
        value => value,
    }
}

/// "3, 5 ans": a comma before decimals with a space beside it, or two amounts: from the least of what that can mean to the
/// most.
fn spaced_decimals(cursor: &mut Cursor<'_>, first: Reading) -> Option<Reading> {
    cursor.attempt(|cursor| {
        let whole = cursor.before().and_then(|before| before.figure(0)).filter(|whole| whole.len() <= 2)?;
        let (a, b): (f64, f64) = (whole.parse().ok()?, cursor.figure(1)?.parse().ok()?);
        let decimals = cursor.figure(1).filter(|decimals| decimals.len() <= 2 && (cursor.gap(0) || cursor.gap(1)))?;
        let either = format!("{whole}.{decimals}").parse().ok().filter(|_| first == Reading::exactly(a))?;
        (cursor.take_text(&[","]) && cursor.take_figure().is_some()).then_some(())?;
        let years = matches!(unit(&mut cursor.clone()), Some(TimeUnit::Year | TimeUnit::Decade))
            || cursor.has(0, is!(Sense::Neutral(Topic::Years)));
        (years || cursor.ends() && cursor.text(0) != ",").then(|| Reading::between(a.max(b).min(either), a + b))
    })
}

/// Whether an article comes next: "de".
pub(super) fn is_article(cursor: &Cursor<'_>) -> bool {
    let (lexed, mut article) = (cursor.lexed(), false);
    lexed.meanings_from(lexed.tokens_of(cursor.at).start, sections!(; Slots), |sense, _| {
        article |= sense == Sense::Slot(Slot::Article);
    });
    article
}

/// "500 employees or more": a bound behind what is counted.
fn behind_a_thing(cursor: &mut Cursor<'_>) -> Option<Modifier> {
    cursor.take_neutral(Topic::Number).then(|| said_after(cursor)).flatten()
}

/// "10+ years", "7 or more years": bounds before the unit.
fn bounded_unit(cursor: &mut Cursor<'_>) -> Option<(TimeUnit, Vec<Modifier>)> {
    let mut bounds = Vec::new();
    cursor.take_glued(&["-"]);
    while let Some(bound) = after_marks(cursor).or_else(|| cursor.take(Sense::after)) {
        cursor.take_glued(&["-"]);
        bounds.push(bound);
    }
    let unit = if bounds.is_empty() { None } else { unit(cursor) };
    Some((unit?, bounds))
}

/// A bound after an amount. A word that can stand before as well does so where an amount follows: "min 5 max 7".
fn said_after(cursor: &mut Cursor<'_>) -> Option<Modifier> {
    let leads = cursor.sense(0, Sense::before).is_some() && quantity(&mut cursor.skip(1), None).is_some();
    if leads { None } else { cursor.take(Sense::after) }
}

/// "+7 ans"
fn plus(cursor: &mut Cursor<'_>) -> Option<Modifier> {
    // "+41791234567" and "+41 791 234 567" are telephones.
    const LONGEST: usize = 7;
    let figures = (1..).map_while(|ahead| cursor.figure(ahead));
    let digits: usize = figures.take(LONGEST).map(str::len).sum();
    let glued = (1..LONGEST).contains(&digits) && !cursor.gap(1);
    (glued && cursor.take_text(&["+"])).then_some(Modifier::AtLeast)
}

/// "7+", "7 ans +"; no sum: "3 + 4".
fn after_marks(cursor: &mut Cursor<'_>) -> Option<Modifier> {
    let sum = cursor.text(0) == "+" && cursor.figure(1).is_some();
    let more_or_less = cursor.text(1) == "/";
    (!sum && !more_or_less && cursor.take_text(&["+"])).then_some(Modifier::AtLeast)
}
