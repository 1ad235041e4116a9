//! Values with their units, and amounts that are told without a number: "several years", "a year and a half".

use super::quantity::{part, unit};
use crate::lexicon::{Joint, Quantifier, Sense, Topic, Unit};
use crate::reading::{Range, Reading};
use crate::text::Cursor;

/// A value with its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sized {
    pub value: Reading,
    pub unit: Option<Unit>,
    /// A range by itself: "several years".
    pub vague: bool,
    /// By what a word after its figures multiplies it.
    pub times: f64,
}

impl Sized {
    pub(super) fn years(value: Reading) -> Self {
        Self { value, unit: Some(Unit::Year), vague: false, times: 1.0 }
    }
}

/// "une dizaine": about as many.
pub(super) fn round(cursor: &mut Cursor<'_>) -> Option<Sized> {
    let value = cursor.take(|sense| match sense {
        Sense::Round(about) => Some(Reading::between(about * 0.8, about * 1.25)),
        _ => None,
    })?;
    Some(Sized { value, unit: None, vague: true, times: 1.0 })
}

/// "several years", "une dizaine d'années", "a year": amounts without a number.
pub(super) fn vague(cursor: &mut Cursor<'_>) -> Option<Sized> {
    let mut ahead = *cursor;
    let (value, vague) = ahead.take(|sense| match sense {
        Sense::Quantifier(Quantifier::One) => Some((Reading::exactly(1.0), false)),
        Sense::Quantifier(Quantifier::Some) => Some((Reading::Within(Range::from(2.0)), true)),
        Sense::Quantifier(Quantifier::Many) => Some((Reading::Within(Range::from(3.0)), true)),
        Sense::Round(about) => Some((Reading::between(about * 0.8, about * 1.25), true)),
        _ => None,
    })?;
    while qualifies(&mut ahead) {}
    let unit = unit(&mut ahead)?;
    *cursor = ahead;
    // "several months" are no three years: who has these, counts in years.
    let few = value == Reading::Within(Range::from(2.0)) && unit < Unit::Year;
    let value = if few { Reading::between(2.0, 24.0) } else { value };
    Some(Sized { value, unit: Some(unit), vague, times: 1.0 })
}

/// Words between a value and its unit that change nothing: "7 full years", "une dizaine d'années".
pub(super) fn qualifies(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let neutral = ahead.take_neutral(Topic::Years);
    // Only where a unit is at the end of them.
    let mut to = ahead;
    while to.take_neutral(Topic::Years) {}
    let leads = neutral && unit(&mut to).is_some();
    if leads {
        *cursor = ahead;
    }
    leads
}

/// "et demi", "and a half", "1/2" after a unit: a part of that unit, in years.
pub(super) fn part_of<'a>(cursor: &Cursor<'a>, unit: Unit) -> Option<(f64, Cursor<'a>)> {
    let mut ahead = *cursor;
    ahead.take_sense(Sense::Joint(Joint::And));
    let part = part(&mut ahead).or_else(|| match (ahead.text(0), ahead.text(1), ahead.text(2)) {
        ("1", "/", "2") => {
            ahead.at += 3;
            Some(0.5)
        }
        _ => None,
    })?;
    let per_year = match unit {
        Unit::Decade => 0.1,
        Unit::Year => 1.0,
        Unit::Month => 12.0,
        Unit::Week => 52.0,
        Unit::Day => 365.0,
        Unit::Minute | Unit::Hour => return None,
    };
    Some((part / per_year, ahead))
}
