//! Values with their units, and amounts that are told without a number: "several years", "a year and a half".

use super::quantity::{one_over, part, unit};
use crate::lexed::{Cursor, said};
use crate::lexicon::{Joint, Quantifier, Sense, TimeUnit, Topic};
use crate::reading::{Range, Reading};

/// A value with its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct WithUnit {
    pub value: Reading,
    pub unit: Option<TimeUnit>,
    /// A range by itself: "several years".
    pub vague: bool,
    /// By what a word after its figures multiplies it.
    pub times: f64,
}

impl WithUnit {
    pub(super) fn years(value: Reading) -> Self {
        Self { value, unit: Some(TimeUnit::Year), vague: false, times: 1.0 }
    }
}

/// "une dizaine": about as many.
pub(super) fn round(cursor: &mut Cursor<'_>) -> Option<WithUnit> {
    let about = cursor.take(said!(Sense::Round(about) => about))?;
    Some(WithUnit { value: Reading::between(about * 0.8, about * 1.25), unit: None, vague: true, times: 1.0 })
}

/// "several years", "une dizaine d'années", "a year": amounts without a number.
pub(super) fn vague(cursor: &mut Cursor<'_>) -> Option<WithUnit> {
    cursor.attempt(|cursor| {
        let said = cursor.take(said!(
            Sense::Quantifier(Quantifier::One) => Range::exactly(1.0),
            Sense::Quantifier(Quantifier::Some) => Range::from(2.0),
            Sense::Quantifier(Quantifier::Many) => Range::from(3.0),
        ));
        let value = said.map(Reading::Within).or_else(|| round(cursor).map(|round| round.value))?;
        while qualifies(cursor) {}
        let unit = unit(cursor)?;
        // "several months" are no three years: who has these, counts in years.
        let few = value == Reading::Within(Range::from(2.0)) && unit < TimeUnit::Year;
        let vague = value != Reading::exactly(1.0);
        let value = if few { Reading::between(2.0, 24.0) } else { value };
        Some(WithUnit { value, unit: Some(unit), vague, times: 1.0 })
    })
}

/// Words between a value and its unit that change nothing: "7 full years", "une dizaine d'années".
pub(super) fn qualifies(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let neutral = cursor.clone().take_neutral(Topic::Years);
    // Only where a unit is at the end of them.
    while ahead.take_neutral(Topic::Years) {}
    let leads = neutral && unit(&mut ahead).is_some();
    cursor.at += usize::from(leads);
    leads
}

/// "et demi", "and a half", "1/2" after a unit: a part of that unit, in years.
pub(super) fn part_of(cursor: &mut Cursor<'_>, unit: TimeUnit) -> Option<f64> {
    let per_year = per_year(unit)?;
    cursor.attempt(|cursor| {
        cursor.take_joint(Joint::And);
        let half = |cursor: &mut Cursor<'_>| {
            let first = cursor.take_figure()?;
            one_over(cursor, first).filter(|part| *part == 0.5)
        };
        Some(part(cursor).or_else(|| half(cursor))? / per_year)
    })
}

/// How many of a unit make a year; nothing of hours, which make no years that anybody could count.
pub(super) const fn per_year(unit: TimeUnit) -> Option<f64> {
    Some(match unit {
        TimeUnit::Decade => 0.1,
        TimeUnit::Year => 1.0,
        TimeUnit::Month => 12.0,
        TimeUnit::Week => 52.0,
        TimeUnit::Day => 365.0,
        TimeUnit::Minute | TimeUnit::Hour => return None,
    })
}
