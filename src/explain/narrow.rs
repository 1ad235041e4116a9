//! Readings narrowed by what a candidate confirms.

use crate::kinds::{Hope, TestAccount, Unit};
use crate::reading::{Bound, Range, Reading, Why};

/// The least and the most that a unit can be.
#[expect(clippy::cast_precision_loss, reason = "scales and lists of a criteria file are short")]
fn span(unit: &Unit) -> (f64, f64) {
    match unit {
        Unit::Years => (0.0, f64::INFINITY),
        Unit::Number | Unit::Moment(_) => (f64::NEG_INFINITY, f64::INFINITY),
        Unit::Step(scale) => (0.0, scale.top() as f64),
        Unit::YesNo | Unit::Presence | Unit::Category => (0.0, 1.0),
        Unit::Count(count) => (0.0, count.most()),
        Unit::Rating(out_of) => (0.0, *out_of),
    }
}

/// What passes at all.
pub(super) fn passing(unit: &Unit, bound: Bound) -> Range {
    let (floor, top) = span(unit);
    if bound.earns_only() {
        return Range { low: 0.0, low_open: true, ..Range::between(0.0, top) };
    }
    let low = bound.at_least.unwrap_or(floor);
    Range::between(low, bound.at_most.unwrap_or(top).min(top.max(low)))
}

/// The values that are in both ranges.
pub(super) fn both(a: Range, b: Range) -> Option<Range> {
    let (low, low_open) = if a.low >= b.low { (a.low, a.low_open) } else { (b.low, b.low_open) };
    let (high, high_open) = if a.high <= b.high { (a.high, a.high_open) } else { (b.high, b.high_open) };
    let some = low < high || (low <= high && !low_open && !high_open);
    some.then_some(Range { low, high, low_open, high_open })
}

/// The values of the reading that are also in `range`: all of `range` where nothing is known, nothing where none is.
pub(super) fn within(reading: Reading, range: Range) -> Option<Reading> {
    match reading {
        Reading::Within(own) => both(own, range).map(Reading::Within),
        Reading::Either(a, b) => match (both(a, range), both(b, range)) {
            (Some(a), Some(b)) => Some(Reading::either(a, b)),
            (one, other) => one.or(other).map(Reading::Within),
        },
        Reading::Unknown(_) => Some(Reading::Within(range)),
    }
}

/// The reading with what another one of the same leaves of it; as it was where they have nothing in common.
pub(super) fn meet(reading: Reading, other: Reading) -> Reading {
    let ranges = match other {
        Reading::Within(range) => [Some(range), None],
        Reading::Either(a, b) => [Some(a), Some(b)],
        Reading::Unknown(_) => [None, None],
    };
    match ranges.map(|range| range.and_then(|range| within(reading, range))) {
        [Some(Reading::Within(a)), Some(Reading::Within(b))] => Reading::either(a, b),
        [Some(a), Some(b)] => a.hull().zip(b.hull()).map_or(reading, |(a, b)| Reading::Within(a.hull(b))),
        [one, other] => one.or(other).unwrap_or(reading),
    }
}

/// What a cell means once it is confirmed that it passes; and what was in doubt, where the cell itself said that.
/// Nothing where no meaning of it passes.
///
/// Where one thing is in doubt, such as the field of a degree, all that the cell says of it holds once that is settled:
/// a master's degree is one, whatever less would have passed.
pub(super) fn confirmed(account: &TestAccount, passing: Range) -> Option<(Reading, &[Why])> {
    let within_hope = |hope: &Hope| both(hope.range, passing);
    let hope = account.hopes.iter().find_map(|hope| within_hope(hope).map(|range| (range, &*hope.whys)));
    match (account.reading, hope) {
        (Reading::Within(own), Some((range, whys))) => {
            Some((Reading::Within(Range { high: own.high, high_open: own.high_open, ..range }), whys))
        }
        (reading, _) => Some((within(reading, passing)?, &[])),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::*;
    use super::*;

    #[test]
    fn readings_are_narrowed_to_what_passes() {
        let bound = least(7.0);
        let within = |range| Reading::Within(range);
        for (unit, bound, reading, narrowed) in [
            (Unit::Years, bound, Reading::between(5.0, 8.0), Some(Reading::between(7.0, 8.0))),
            (Unit::Years, bound, within(Range::under(5.0, 8.0)), Some(within(Range::under(7.0, 8.0)))),
            (Unit::Years, bound, within(Range::over(5.0)), Some(within(Range::from(7.0)))),
            (Unit::Years, bound, Reading::MISSING, Some(within(Range::from(7.0)))),
            (Unit::Years, bound, Reading::exactly(5.0), None),
            (Unit::Rating(10.0), bound, Reading::MISSING, Some(Reading::between(7.0, 10.0))),
            (cefr(), least(5.0), Reading::UNREADABLE, Some(Reading::between(5.0, 6.0))),
            (Unit::YesNo, YES, Reading::between(0.0, 1.0), Some(Reading::exactly(1.0))),
            (
                Unit::Number,
                most(100.0),
                Reading::Either(Range::exactly(1.5), Range::exactly(1500.0)),
                Some(Reading::exactly(1.5)),
            ),
            (Unit::Number, most(100.0), Reading::MISSING, Some(within(Range::between(f64::NEG_INFINITY, 100.0)))),
        ] {
            let account = leaf(unit, bound, reading, &[]);
            let found = confirmed(&account, passing(&account.unit, bound)).map(|(reading, _)| reading);
            assert_eq!(found, narrowed, "{bound:?} {reading:?}");
        }
    }

    #[test]
    fn what_was_in_doubt_counts_whole() {
        let hopes = vec![
            Hope { whys: vec![Why::UnderWay], range: Range::exactly(3.0) },
            Hope { whys: vec![Why::Elsewhere], range: Range::exactly(4.0) },
        ];
        let degree =
            |bound| TestAccount { hopes: hopes.clone(), ..leaf(cefr(), bound, Reading::between(0.0, 4.0), &[]) };
        let said = |least_step| {
            let account = degree(least(least_step));
            confirmed(&account, passing(&account.unit, account.bound)).map(|(reading, whys)| (reading, whys.to_vec()))
        };
        assert_eq!(said(2.0), Some((Reading::between(3.0, 4.0), vec![Why::UnderWay])));
        assert_eq!(said(4.0), Some((Reading::exactly(4.0), vec![Why::Elsewhere])));
        assert_eq!(said(5.0), None);
    }
}
