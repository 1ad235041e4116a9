//! Sizes and ranges of them, in the words of their unit.

use chrono::{TimeDelta, Timelike};
use chrono_tz::Tz;

use crate::catalogue::kinds::quoted_in;
use crate::catalogue::{Lang, Say, decimals, explain as words, places_beside};
use crate::kinds::{Unit, step_index};
use crate::moments::{ends, local, whole_days};
use crate::reading::{Bound, Range, Reading};

/// What is read, in the words of its unit; nothing where nothing is known. Sizes have two decimals, and as many more
/// as it takes to see on which side of `bound` they are.
pub(super) fn reading(lang: Lang, unit: &Unit, bound: Bound, reading: Reading) -> Option<String> {
    match reading {
        Reading::Within(within) => Some(range(lang, unit, bound, within)),
        Reading::Either(a, b) => {
            let (a, b) = (range(lang, unit, bound, a), range(lang, unit, bound, b));
            Some(if a == b { a } else { words::either(lang, a, b).to_string() })
        }
        Reading::Unknown(_) => None,
    }
}

/// What is read where nothing is asked of it.
#[must_use]
pub fn amount_read(lang: Lang, unit: &Unit, read: Reading) -> Option<String> {
    reading(lang, unit, Bound::default(), read)
}

/// A bound on its own, where its unit goes without saying: "7", "C1", "26 May 2024".
pub(super) fn limit(lang: Lang, unit: &Unit, size: f64) -> String {
    match unit {
        Unit::Step(scale) => step(lang, scale, size),
        Unit::Moment(zone) => local(size, *zone).map_or_else(|| size.say(lang), |at| at.date().say(lang)),
        // A criteria file writes few decimals, and all of them are meant.
        _ => decimals(size, 6, lang),
    }
}

fn range(lang: Lang, unit: &Unit, bound: Bound, range: Range) -> String {
    match unit {
        Unit::Step(scale) => {
            let (low, high) = (step_index(range.low.max(0.0)), step_index(range.high).min(scale.top()));
            let language = scale.id() == "cefr" && high == 0;
            if language {
                return words::no_level_of_it(lang).to_string();
            }
            let name = |at: usize| scale.steps().get(at).map_or("".into(), |step| quoted_in(&step.name, lang));
            match (low, high) {
                (low, high) if low >= high => name(low).into_owned(),
                // Nobody is told that a degree may be none because it may be any up to that.
                (0, high) if high < scale.top() => words::at_most(lang, name(high)).to_string(),
                (low, high) => words::to(lang, name(low), name(high)).to_string(),
            }
        }
        Unit::Moment(zone) => moments(lang, *zone, range),
        Unit::YesNo => two(lang, range, words::no(lang), words::yes(lang)),
        Unit::Presence => two(lang, range, words::not_provided(lang), words::provided(lang)),
        Unit::Category => two(lang, range, words::not_listed(lang), words::listed(lang)),
        Unit::Years | Unit::Number | Unit::Rating(_) | Unit::Count(_) => numbers(lang, unit, bound, range),
    }
}

fn step(lang: Lang, scale: &crate::scale::Scale, size: f64) -> String {
    scale.steps().get(step_index(size)).map_or_else(String::new, |step| quoted_in(&step.name, lang).into_owned())
}

/// One of two words, or both.
fn two(lang: Lang, range: Range, none: impl std::fmt::Display, all: impl std::fmt::Display) -> String {
    if range.low >= 1.0 {
        all.to_string()
    } else if range.high <= 0.0 {
        none.to_string()
    } else {
        words::either(lang, all, none).to_string()
    }
}

fn numbers(lang: Lang, unit: &Unit, bound: Bound, range: Range) -> String {
    let bare = |value: f64| decimals(value, places(value, bound), lang);
    let full = |value: f64| with_unit(lang, unit, value, &bare(value));
    let Range { low, high, low_open, high_open } = range;
    if range.is_exact() {
        return full(low);
    }
    // Where the unit has a floor, "less than 3" begins there.
    let from_floor =
        low == f64::NEG_INFINITY || (low <= 0.0 && high_open && !low_open && !matches!(unit, Unit::Number));
    match (from_floor, high == f64::INFINITY) {
        (_, true) if low == f64::NEG_INFINITY => words::anything(lang).to_string(),
        (_, true) if low_open => words::more_than(lang, full(low)).to_string(),
        (_, true) => words::or_more(lang, full(low)).to_string(),
        (true, false) if high_open => words::less_than(lang, full(high)).to_string(),
        (true, false) => words::at_most(lang, full(high)).to_string(),
        (false, false) => match (low_open, high_open) {
            (false, false) if bare(low) == bare(high) => full(high),
            (false, false) => words::to(lang, bare(low), full(high)).to_string(),
            (true, true) => words::between(lang, bare(low), full(high)).to_string(),
            (false, true) => words::to_less_than(lang, bare(low), full(high)).to_string(),
            (true, false) => words::more_than_to(lang, bare(low), full(high)).to_string(),
        },
    }
}

fn with_unit(lang: Lang, unit: &Unit, value: f64, number: &str) -> String {
    match unit {
        Unit::Years => {
            let one = match lang {
                Lang::En => number == "1",
                Lang::Fr => value.abs() < 2.0,
            };
            if one { words::year(lang, number).to_string() } else { words::years(lang, number).to_string() }
        }
        Unit::Rating(top) => words::out_of(lang, number, decimals(*top, 2, lang)).to_string(),
        Unit::Count(count) => count.read(lang, (value, number)),
        _ => number.to_owned(),
    }
}

/// How many decimals show on which side of the bound a value is: 6.999 is not 7.
fn places(value: f64, bound: Bound) -> usize {
    let limits: Vec<f64> = [bound.at_least, bound.at_most].into_iter().flatten().collect();
    places_beside(value, 2, &limits)
}

fn moments(lang: Lang, zone: Tz, range: Range) -> String {
    let (start, last) = ends(range);
    let day = |seconds: f64| local(seconds, zone).map_or_else(|| seconds.say(lang), |at| at.date().say(lang));
    match (range.low == f64::NEG_INFINITY, range.high == f64::INFINITY) {
        (true, true) => return words::anything(lang).to_string(),
        (true, false) => return words::or_earlier(lang, day(last)).to_string(),
        (false, true) => return words::or_later(lang, day(start)).to_string(),
        (false, false) => {}
    }
    let (Some(first), Some(end)) = (local(start, zone), local(last, zone)) else {
        return words::span(lang, day(start), day(last)).to_string();
    };
    let clock = |at: chrono::NaiveDateTime| words::clock(lang, at.hour(), at.minute()).to_string();
    let whole = whole_days(zone, range);
    let same_minute = (end - first) < TimeDelta::minutes(1) && first.minute() == end.minute();
    match (first.date() == end.date(), whole) {
        (true, true) => day(start),
        (false, true) => words::span(lang, day(start), day(last)).to_string(),
        (true, false) if same_minute => words::at(lang, day(start), clock(first), zone.name()).to_string(),
        (true, false) => words::between_times(lang, day(start), clock(first), clock(end), zone.name()).to_string(),
        (false, false) => {
            let at =
                |at: chrono::NaiveDateTime| words::at(lang, at.date().say(lang), clock(at), zone.name()).to_string();
            words::span(lang, at(first), at(end)).to_string()
        }
    }
}

/// A size that counts something, as a count.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float beyond the counts becomes the nearest"
)]
pub(super) fn count(size: f64) -> usize {
    size.max(0.0).ceil() as usize
}

/// A size as a number with its unit, with the decimals that show on which side of the bound it is; and the bare number.
pub(super) fn exact(lang: Lang, unit: &Unit, bound: Bound, size: f64) -> (String, String) {
    let bare = decimals(size, places(size, bound), lang);
    (with_unit(lang, unit, size, &bare), bare)
}
