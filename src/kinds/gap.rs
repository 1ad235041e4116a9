//! How near a reading that is not met comes to what is asked.
//!
//! What is near is a matter of the unit: a tenth of what is asked for a size or a count, one step of a scale, three days
//! for a date. What is or is not so (yes or no, a document, a category) has nothing near it. A gap is a share of that, so
//! that gaps of all units can be compared: 0 at the bound, 1 at the last that is near, infinite beyond. Where a cell has
//! several meanings, the nearest counts.

use chrono_tz::Tz;

use super::how::How;
use super::unit::Unit;
use crate::moments::{days, local, whole_days};
use crate::reading::{Bound, Range, Reading};
use crate::verdict::Verdict;

/// The part of a size that is asked within which another is near.
const PART: f64 = 0.1;
/// How many steps of a scale are near.
const STEPS: f64 = 1.0;
/// How many days are near.
const DAYS: f64 = 3.0;
const DAY: f64 = 86_400.0;
/// Shares that arithmetic makes a little more than 1 are 1.
const EQUAL: f64 = 1e-9;

/// How near the best that the cells can mean comes to the bound that it misses.
pub(super) fn gap(unit: &Unit, bound: Bound, reading: Reading) -> f32 {
    let Some(range) = reading.hull() else { return f32::INFINITY };
    let under = bound.at_least.filter(|least| range.at_least(*least) == Verdict::NotMet);
    let over = bound.at_most.filter(|most| range.at_most(*most) == Verdict::NotMet);
    let under = under.map(|least| share(unit, least, least - range.high, range));
    let over = over.map(|most| share(unit, most, range.low - most, range));
    near(under.into_iter().chain(over).fold(0.0, f64::max))
}

#[expect(clippy::cast_possible_truncation, reason = "from 0 to 1, to order by")]
fn near(share: f64) -> f32 {
    if share <= 1.0 + EQUAL { share.min(1.0) as f32 } else { f32::INFINITY }
}

/// What so much short of a bound is of what is near.
fn share(unit: &Unit, asked: f64, short: f64, range: Range) -> f64 {
    match unit {
        Unit::Moment(zone) => short_by(*zone, asked, short, range) / DAYS,
        Unit::Step(_) => short / STEPS,
        Unit::YesNo | Unit::Presence | Unit::Category => f64::INFINITY,
        // Less than what is asked, and no more is known.
        _ if short <= 0.0 => 0.0,
        Unit::Years | Unit::Number | Unit::Rating(_) | Unit::Count(_) => short / (PART * asked.abs()),
    }
}

/// How many days a moment is before or after the bound; dates without a time are whole days apart.
#[expect(clippy::cast_precision_loss, reason = "days of a calendar")]
fn short_by(zone: Tz, asked: f64, short: f64, range: Range) -> f64 {
    if whole_days(zone, range)
        && let Some((first, last)) = days(zone, range)
        && let Some(asked) = local(asked, zone)
    {
        return (asked.date() - last).max(first - asked.date()).num_days() as f64;
    }
    // The last second of a day is one before its end.
    let late = range.low > asked;
    (if late { short - 1.0 } else { short }) / DAY
}

impl How {
    /// The same of several tests that together are not met: any of them comes as near as the nearest; all of them, or so
    /// many, are near where one more is wanted and that one is near, or where so many are nearly enough.
    ///
    /// `possible` tests may be met at most, `failed` are not, and `nearest` is the least gap of these.
    pub(super) fn gap(self, bound: &Bound, possible: u32, failed: u32, nearest: f32) -> f32 {
        match self {
            Self::Any => nearest,
            Self::All if failed == 1 => nearest,
            Self::All => f32::INFINITY,
            Self::Some => {
                let asked = bound.at_least.unwrap_or_default();
                let short = asked - f64::from(possible);
                let counted = near(short / (PART * asked));
                if short <= 1.0 { counted.min(nearest) } else { counted }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Outcome;
    use super::*;
    use crate::scale;

    const ZONE: Tz = chrono_tz::Europe::Brussels;

    fn least(size: f64) -> Bound {
        Bound { at_least: Some(size), ..Bound::default() }
    }

    fn most(size: f64) -> Bound {
        Bound { at_most: Some(size), ..Bound::default() }
    }

    #[test]
    fn what_is_near() {
        let exactly = Reading::exactly;
        let cefr = || Unit::Step(scale::cefr().clone());
        let far = f32::INFINITY;
        for (unit, bound, reading, expected) in [
            (Unit::Years, least(7.0), exactly(6.3), 1.0),
            (Unit::Years, least(7.0), exactly(6.65), 0.5),
            (Unit::Years, least(7.0), exactly(6.29), far),
            (Unit::Years, least(7.0), exactly(1.0), far),
            (Unit::Years, least(7.0), Reading::between(5.0, 6.65), 0.5),
            (Unit::Years, least(3.0), Reading::Within(Range::under(0.0, 3.0)), 0.0),
            (Unit::Number, most(5000.0), exactly(5500.0), 1.0),
            (Unit::Number, most(5000.0), exactly(5501.0), far),
            (Unit::Number, most(0.0), exactly(0.1), far),
            (Unit::Number, Bound { at_most: Some(200.0), ..least(100.0) }, exactly(95.0), 0.5),
            (cefr(), least(5.0), exactly(4.0), 1.0),
            (cefr(), least(5.0), Reading::between(3.0, 4.0), 1.0),
            (cefr(), least(5.0), exactly(3.0), far),
            (crate::kinds::of_tests(20), least(10.0), exactly(9.0), 1.0),
            (crate::kinds::of_tests(5), least(2.0), exactly(1.0), far),
            (Unit::Rating(10.0), least(8.0), exactly(7.2), 1.0),
            (Unit::YesNo, least(1.0), exactly(0.0), far),
            (Unit::Presence, least(1.0), exactly(0.0), far),
            (Unit::Category, least(1.0), exactly(0.0), far),
            (Unit::Years, least(7.0), Reading::MISSING, far),
        ] {
            let found = gap(&unit, bound, reading);
            assert!(found == expected || (found - expected).abs() < 1e-6, "{bound:?} {reading:?}: {found}");
        }
    }

    #[test]
    fn days_are_days_whether_or_not_a_time_is_written() {
        let day = |text: &str| crate::moments::day(text.parse().unwrap(), ZONE);
        let whole = |text: &str| Reading::between(day(text).0 as f64, day(text).1 as f64);
        let at = |text: &str, seconds: i64| Reading::exactly((day(text).0 + seconds) as f64);
        let late = most(day("2024-05-26").1 as f64);
        let early = least(day("2024-05-26").0 as f64);
        let third = 1.0 / 3.0;
        for (bound, reading, expected) in [
            (late, whole("2024-05-27"), third),
            (late, whole("2024-05-29"), 1.0),
            (late, whole("2024-05-30"), f32::INFINITY),
            (late, at("2024-05-27", 300), third * 300.0 / 86_400.0),
            (late, at("2024-05-30", 0), 1.0),
            (late, at("2024-05-30", 1), f32::INFINITY),
            (early, whole("2024-05-25"), third),
            (early, whole("2024-05-23"), 1.0),
            (early, whole("2024-05-22"), f32::INFINITY),
            (early, at("2024-05-25", 43_200), third / 2.0),
        ] {
            let found = gap(&Unit::Moment(ZONE), bound, reading);
            assert!(found == expected || (found - expected).abs() < 1e-6, "{reading:?}: {found}, not {expected}");
        }
    }

    #[test]
    fn what_is_near_of_several_tests() {
        let part = |verdict, gap| Outcome { verdict, gap, ..Outcome::UNKNOWN };
        let (met, open) = (part(Verdict::Met, 0.0), part(Verdict::Unknown, 0.0));
        let (near, far) = (part(Verdict::NotMet, 0.5), part(Verdict::NotMet, f32::INFINITY));
        for (how, asked, parts, expected) in [
            (How::Any, 0.0, vec![far, near], 0.5),
            (How::All, 0.0, vec![met, near, open], 0.5),
            (How::All, 0.0, vec![near, near], f32::INFINITY),
            (How::Some, 2.0, vec![met, near, far], 0.5),
            (How::Some, 2.0, vec![met, far, far], f32::INFINITY),
            (How::Some, 3.0, vec![met, near, near], f32::INFINITY),
            (How::Some, 10.0, [vec![met; 9], vec![far; 2]].concat(), 1.0),
        ] {
            let together = how.together(&least(asked), parts.iter().copied()).1;
            assert_eq!((together.verdict, together.gap), (Verdict::NotMet, expected), "{how:?} {parts:?}");
        }
    }
}
