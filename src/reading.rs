//! What a cell can mean: a range of values, or nothing known. The idea of the whole program.
//!
//! Every size is a plain number: years, steps of a scale (the lowest is 0), seconds since 1970 in UTC for a
//! moment, 1 and 0 for yes and no. A reading holds *all* the values its cell can mean, so a requirement that every
//! one of them passes is proven, one that none passes is refuted, and anything else stays open.

use crate::verdict::{Credit, Verdict};

/// An interval of values, each end included unless it is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The smallest value meant; minus infinity when there is none.
    pub low: f64,
    /// The largest value meant; infinity when there is none.
    pub high: f64,
    /// `low` itself is not meant ("over 7").
    pub low_open: bool,
    /// `high` itself is not meant ("less than 3").
    pub high_open: bool,
}

impl Range {
    /// One value and no other.
    #[must_use]
    pub const fn exactly(value: f64) -> Self {
        Self::between(value, value)
    }

    /// From `low` to `high`, both included.
    #[must_use]
    pub const fn between(low: f64, high: f64) -> Self {
        Self { low, high, low_open: false, high_open: false }
    }

    /// `low` or more.
    #[must_use]
    pub const fn from(low: f64) -> Self {
        Self::between(low, f64::INFINITY)
    }

    /// More than `low`.
    #[must_use]
    pub const fn over(low: f64) -> Self {
        Self { low_open: true, ..Self::from(low) }
    }

    /// `high` or less, with nothing below `floor` (0 for years).
    #[must_use]
    pub const fn up_to(floor: f64, high: f64) -> Self {
        Self::between(floor, high)
    }

    /// Less than `high`, with nothing below `floor`.
    #[must_use]
    pub const fn under(floor: f64, high: f64) -> Self {
        Self { high_open: true, ..Self::between(floor, high) }
    }

    /// Whether every value is at least `bound` (met), none is (not met), or some are.
    #[must_use]
    pub fn at_least(self, bound: f64) -> Verdict {
        if self.low >= bound {
            Verdict::Met
        } else if self.high < bound || (self.high <= bound && self.high_open) {
            Verdict::NotMet
        } else {
            Verdict::Unknown
        }
    }

    /// Whether every value is at most `bound` (met), none is (not met), or some are.
    #[must_use]
    pub fn at_most(self, bound: f64) -> Verdict {
        if self.high <= bound {
            Verdict::Met
        } else if self.low > bound || (self.low >= bound && self.low_open) {
            Verdict::NotMet
        } else {
            Verdict::Unknown
        }
    }

    /// The smallest range that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        let (low, low_open) = match self.low.total_cmp(&other.low) {
            std::cmp::Ordering::Less => (self.low, self.low_open),
            std::cmp::Ordering::Greater => (other.low, other.low_open),
            std::cmp::Ordering::Equal => (self.low, self.low_open && other.low_open),
        };
        let (high, high_open) = match self.high.total_cmp(&other.high) {
            std::cmp::Ordering::Greater => (self.high, self.high_open),
            std::cmp::Ordering::Less => (other.high, other.high_open),
            std::cmp::Ordering::Equal => (self.high, self.high_open && other.high_open),
        };
        Self { low, high, low_open, high_open }
    }

    /// The values that both hold; nothing where there are none.
    #[must_use]
    pub fn both(self, other: Self) -> Option<Self> {
        let (low, low_open) = match self.low.total_cmp(&other.low) {
            std::cmp::Ordering::Less => (other.low, other.low_open),
            std::cmp::Ordering::Greater => (self.low, self.low_open),
            std::cmp::Ordering::Equal => (self.low, self.low_open || other.low_open),
        };
        let (high, high_open) = match self.high.total_cmp(&other.high) {
            std::cmp::Ordering::Less => (self.high, self.high_open),
            std::cmp::Ordering::Greater => (other.high, other.high_open),
            std::cmp::Ordering::Equal => (self.high, self.high_open || other.high_open),
        };
        let some = low < high || (low <= high && !low_open && !high_open);
        some.then_some(Self { low, high, low_open, high_open })
    }

    /// The range after a function that never reverses the order of two values.
    #[must_use]
    pub fn map(self, f: impl Fn(f64) -> f64) -> Self {
        Self { low: f(self.low), high: f(self.high), ..self }
    }

    /// So many times as much, at least and at most.
    #[must_use]
    pub fn times(self, low: f64, high: f64) -> Self {
        Self { low: self.low * low, high: self.high * high, ..self }
    }

    /// Whether only one value is meant.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.low.total_cmp(&self.high).is_eq()
    }

    /// Whether `value` is one of the values meant.
    #[must_use]
    pub fn holds(self, value: f64) -> bool {
        (if self.low_open { value > self.low } else { value >= self.low })
            && (if self.high_open { value < self.high } else { value <= self.high })
    }
}

/// Why nothing is known, or why what is known does not decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Why {
    /// The cell is empty, or holds one of the words for "nothing said".
    Missing,
    /// The file does not have the column, so that nothing is known of what it would say.
    Absent,
    /// The cell holds something that is not of the kind asked for.
    Unreadable,
    /// The row itself cannot be trusted (too many cells, too few, bytes that are no text).
    Untrusted,
    /// The cell says that it is still under way (a degree not finished).
    UnderWay,
    /// The cell names it beside a negation.
    Negated,
    /// The cell names it, but the words or marks around it leave it open (hoped for, a box left empty).
    Around,
    /// The cell holds it only as what may be an everyday word ("un" for the UN).
    Everyday,
    /// The cell names something else (a degree in a field that is not listed, a language not named).
    Elsewhere,
    /// The cell has words that are not understood beside what was read.
    Words,
    /// The cell leaves out what is asked for (a degree without a field).
    Unsaid,
}

/// All that a cell can mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    /// Any value of a range.
    Within(Range),
    /// Any value of one of two ranges, and nothing between them ("1,500" is 1.5 or 1500).
    Either(Range, Range),
    /// Nothing is known.
    Unknown(Why),
}

impl Reading {
    /// The cell is empty.
    pub const MISSING: Self = Self::Unknown(Why::Missing);
    /// There is no such cell.
    pub const ABSENT: Self = Self::Unknown(Why::Absent);
    /// The cell cannot be read.
    pub const UNREADABLE: Self = Self::Unknown(Why::Unreadable);

    /// One value and no other.
    #[must_use]
    pub const fn exactly(value: f64) -> Self {
        Self::Within(Range::exactly(value))
    }

    /// From `low` to `high`, both included.
    #[must_use]
    pub const fn between(low: f64, high: f64) -> Self {
        Self::Within(Range::between(low, high))
    }

    /// Either of two ranges; one alone where they are the same.
    #[must_use]
    pub fn either(a: Range, b: Range) -> Self {
        if a == b { Self::Within(a) } else { Self::Either(a, b) }
    }

    /// The smallest range that holds every value meant; nothing when nothing is known.
    #[must_use]
    pub fn hull(self) -> Option<Range> {
        match self {
            Self::Within(range) => Some(range),
            Self::Either(a, b) => Some(a.hull(b)),
            Self::Unknown(_) => None,
        }
    }

    /// Why nothing is known, where that is so.
    #[must_use]
    pub const fn why(self) -> Option<Why> {
        match self {
            Self::Unknown(why) => Some(why),
            _ => None,
        }
    }

    /// The reading after a function that never reverses the order of two values.
    #[must_use]
    pub fn map(self, f: impl Fn(f64) -> f64) -> Self {
        match self {
            Self::Within(range) => Self::Within(range.map(f)),
            Self::Either(a, b) => Self::either(a.map(&f), b.map(&f)),
            unknown => unknown,
        }
    }

    /// The verdict of a test that is told for each range alone: decided only where all agree.
    #[must_use]
    pub fn decide(self, test: impl Fn(Range) -> Verdict) -> Verdict {
        match self {
            Self::Within(range) => test(range),
            Self::Either(a, b) => {
                let (a, b) = (test(a), test(b));
                if a == b { a } else { Verdict::Unknown }
            }
            Self::Unknown(_) => Verdict::Unknown,
        }
    }
}

/// The bounds of a requirement and the size that earns full credit, in the unit of the reading.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bound {
    /// The least that passes.
    pub at_least: Option<f64>,
    /// The most that passes.
    pub at_most: Option<f64>,
    /// The size that earns full credit; without it credit is 1 if met and 0 if not.
    pub full_at: Option<f64>,
}

impl Bound {
    /// Whether there is no threshold: what is read earns points, and nothing says what is enough.
    #[must_use]
    pub const fn earns_only(&self) -> bool {
        self.at_least.is_none() && self.at_most.is_none() && self.full_at.is_some()
    }

    /// Whether every value of the reading passes, none does, or some do. Without a threshold: whether every value earns
    /// some credit, none does, or some do.
    #[must_use]
    pub fn verdict(&self, reading: Reading) -> Verdict {
        if let (true, Some(full)) = (self.earns_only(), self.full_at) {
            return reading.decide(|range| match (share(range.low, full), share(range.high, full)) {
                (low, _) if low > 0.0 => Verdict::Met,
                (_, high) if high <= 0.0 => Verdict::NotMet,
                _ => Verdict::Unknown,
            });
        }
        reading.decide(|range| {
            let low = self.at_least.map_or(Verdict::Met, |bound| range.at_least(bound));
            let high = self.at_most.map_or(Verdict::Met, |bound| range.at_most(bound));
            low.and(high)
        })
    }

    /// From here on every value is met, with full credit; nothing where some larger value is not.
    #[must_use]
    pub fn enough(&self) -> Option<f64> {
        let least = self.at_least.or(self.full_at)?;
        self.at_most.is_none().then(|| self.full_at.map_or(least, |full| least.max(full)))
    }

    /// The credit of the reading: `min(1, v / full_at)` at its lowest and its highest value.
    #[must_use]
    pub fn credit(&self, reading: Reading) -> Credit {
        let Some(range) = reading.hull() else {
            return Credit::UNKNOWN;
        };
        match self.full_at {
            Some(full) => Credit { low: share(range.low, full), high: share(range.high, full) },
            None => Credit::of(self.verdict(reading)),
        }
    }
}

fn share(value: f64, full: f64) -> f64 {
    if value >= full {
        1.0
    } else if value <= 0.0 {
        0.0
    } else {
        value / full
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use Verdict::{Met, NotMet, Unknown};

    const MIDDLE: Range = Range::between(3.0, 5.0);

    /// More than 3 and less than 5.
    const OPEN: Range = Range { low_open: true, high_open: true, ..MIDDLE };

    #[test]
    fn a_range_times_shares_has_each_end_times_its_own() {
        assert_eq!(MIDDLE.times(0.5, 0.8), Range::between(1.5, 4.0));
        assert_eq!(OPEN.times(2.0, 2.0), Range { low: 6.0, high: 10.0, ..OPEN });
    }

    #[test]
    fn a_range_holds_its_ends_unless_they_are_open() {
        for (range, held) in [
            (Range::exactly(3.0), [false, true, false, false, false]),
            (MIDDLE, [false, true, true, true, false]),
            (OPEN, [false, false, true, false, false]),
            (Range::from(5.0), [false, false, false, true, true]),
            (Range::over(5.0), [false, false, false, false, true]),
            (Range::up_to(3.0, 5.0), [false, true, true, true, false]),
            (Range::under(3.0, 5.0), [false, true, true, false, false]),
        ] {
            assert_eq!([2.0, 3.0, 4.0, 5.0, 6.0].map(|value| range.holds(value)), held, "{range:?}");
        }
        assert!(Range::from(5.0).holds(f64::INFINITY));
        assert!(Range::exactly(3.0).is_exact() && !MIDDLE.is_exact());
    }

    #[test]
    fn a_bound_is_passed_by_every_value_by_none_or_by_some() {
        for (range, bound, at_least, at_most) in [
            (MIDDLE, 2.0, Met, NotMet),
            (MIDDLE, 3.0, Met, Unknown),
            (MIDDLE, 4.0, Unknown, Unknown),
            (MIDDLE, 5.0, Unknown, Met),
            (MIDDLE, 6.0, NotMet, Met),
            (OPEN, 2.0, Met, NotMet),
            (OPEN, 3.0, Met, NotMet),
            (OPEN, 4.0, Unknown, Unknown),
            (OPEN, 5.0, NotMet, Met),
            (OPEN, 6.0, NotMet, Met),
        ] {
            assert_eq!((range.at_least(bound), range.at_most(bound)), (at_least, at_most), "{range:?} {bound}");
        }
    }

    #[test]
    fn two_ranges_have_a_hull_and_what_both_hold() {
        let (under, over) = (Range::under(3.0, 5.0), Range { low_open: true, ..MIDDLE });
        for (one, other, hull, both) in [
            (MIDDLE, Range::between(4.0, 9.0), Range::between(3.0, 9.0), Some(Range::between(4.0, 5.0))),
            (MIDDLE, Range::between(5.0, 9.0), Range::between(3.0, 9.0), Some(Range::exactly(5.0))),
            (MIDDLE, Range::between(6.0, 9.0), Range::between(3.0, 9.0), None),
            (MIDDLE, Range::over(5.0), Range::from(3.0), None),
            (under, Range::from(5.0), Range::from(3.0), None),
            (MIDDLE, OPEN, MIDDLE, Some(OPEN)),
            (under, over, MIDDLE, Some(OPEN)),
            (OPEN, OPEN, OPEN, Some(OPEN)),
            (OPEN, Range::between(1.0, 9.0), Range::between(1.0, 9.0), Some(OPEN)),
            (OPEN, Range::exactly(4.0), OPEN, Some(Range::exactly(4.0))),
            (
                Range { low_open: true, high_open: true, ..Range::between(1.0, 9.0) },
                MIDDLE,
                Range { low_open: true, high_open: true, ..Range::between(1.0, 9.0) },
                Some(MIDDLE),
            ),
        ] {
            assert_eq!((one.hull(other), other.hull(one)), (hull, hull), "{one:?} {other:?}");
            assert_eq!((one.both(other), other.both(one)), (both, both), "{one:?} {other:?}");
        }
    }

    #[test]
    fn a_reading_is_all_that_its_ranges_are() {
        let (one, other) = (Range::exactly(1.5), OPEN);
        let either = Reading::either(one, other);
        assert_eq!(either, Reading::Either(one, other));
        assert_eq!(Reading::either(one, one), Reading::Within(one));
        assert_eq!(
            (Reading::exactly(1.5), Reading::between(3.0, 5.0)),
            (Reading::Within(one), Reading::Within(MIDDLE))
        );
        assert_eq!(either.hull(), Some(Range { high_open: true, ..Range::between(1.5, 5.0) }));
        assert_eq!((Reading::Within(one).hull(), Reading::MISSING.hull()), (Some(one), None));
        assert_eq!((either.why(), Reading::ABSENT.why()), (None, Some(Why::Absent)));
        let double = |value: f64| value * 2.0;
        let wide = Range { low: 6.0, high: 10.0, ..OPEN };
        assert_eq!(Reading::Within(OPEN).map(double), Reading::Within(wide));
        assert_eq!(either.map(double), Reading::Either(Range::exactly(3.0), wide));
        assert_eq!(Reading::UNREADABLE.map(double), Reading::UNREADABLE);
        // What made two of them may make one.
        assert_eq!(Reading::either(one, Range::exactly(2.0)).map(|_| 7.0), Reading::exactly(7.0));
    }

    #[test]
    fn two_bounds_are_both_to_be_passed() {
        let bound = Bound { at_least: Some(3.0), at_most: Some(5.0), full_at: None };
        for (reading, verdict, low, high) in [
            (Reading::exactly(3.0), Met, 1.0, 1.0),
            (Reading::exactly(2.0), NotMet, 0.0, 0.0),
            (Reading::exactly(6.0), NotMet, 0.0, 0.0),
            (Reading::between(2.0, 4.0), Unknown, 0.0, 1.0),
            (Reading::either(Range::exactly(3.0), Range::exactly(4.0)), Met, 1.0, 1.0),
            (Reading::either(Range::exactly(3.0), Range::exactly(6.0)), Unknown, 0.0, 1.0),
            (Reading::either(Range::exactly(2.0), Range::exactly(6.0)), NotMet, 0.0, 0.0),
            (Reading::MISSING, Unknown, 0.0, 1.0),
        ] {
            assert_eq!((bound.verdict(reading), bound.credit(reading)), (verdict, Credit { low, high }), "{reading:?}");
        }
        assert_eq!(Bound::default().verdict(Reading::exactly(1.0)), Met);
        assert_eq!(Bound::default().verdict(Reading::UNREADABLE), Unknown);
    }

    #[test]
    fn credit_grows_up_to_the_size_that_earns_all() {
        let bound = Bound { at_least: Some(5.0), full_at: Some(10.0), at_most: None };
        for (reading, low, high) in [
            (Reading::exactly(-1.0), 0.0, 0.0),
            (Reading::exactly(2.5), 0.25, 0.25),
            (Reading::exactly(10.0), 1.0, 1.0),
            (Reading::exactly(12.0), 1.0, 1.0),
            (Reading::between(5.0, 9.0), 0.5, 0.9),
            (Reading::either(Range::exactly(1.0), Range::exactly(20.0)), 0.1, 1.0),
            (Reading::MISSING, 0.0, 1.0),
        ] {
            assert_eq!(bound.credit(reading), Credit { low, high }, "{reading:?}");
        }
        // Whatever is asked for is none at all: nothing is too little.
        let nothing = Bound { full_at: Some(0.0), ..Bound::default() };
        assert_eq!(nothing.credit(Reading::exactly(0.0)), Credit::FULL);
    }

    #[test]
    fn enough_is_where_nothing_more_could_be_asked() {
        for (at_least, at_most, full_at, enough) in [
            (Some(5.0), None, None, Some(5.0)),
            (Some(5.0), None, Some(9.0), Some(9.0)),
            (Some(5.0), None, Some(2.0), Some(5.0)),
            (None, None, Some(9.0), Some(9.0)),
            (Some(5.0), Some(7.0), None, None),
            (None, Some(7.0), None, None),
            (None, None, None, None),
        ] {
            let bound = Bound { at_least, at_most, full_at };
            assert_eq!(bound.enough(), enough, "{bound:?}");
            assert_eq!(bound.earns_only(), at_least.is_none() && at_most.is_none() && full_at.is_some());
        }
    }

    #[test]
    fn without_a_threshold_what_earns_nothing_is_not_met() {
        let bound = Bound { full_at: Some(10.0), ..Bound::default() };
        for (reading, verdict) in [
            (Reading::exactly(0.0), Verdict::NotMet),
            (Reading::exactly(-3.0), Verdict::NotMet),
            (Reading::exactly(0.5), Verdict::Met),
            (Reading::exactly(12.0), Verdict::Met),
            (Reading::between(1.0, 12.0), Verdict::Met),
            (Reading::between(0.0, 5.0), Verdict::Unknown),
            (Reading::Within(Range::over(0.0)), Verdict::Unknown),
            (Reading::either(Range::exactly(0.0), Range::exactly(2.0)), Verdict::Unknown),
            (Reading::MISSING, Verdict::Unknown),
        ] {
            assert_eq!(bound.verdict(reading), verdict, "{reading:?}");
        }
        assert!(bound.earns_only() && !Bound { at_least: Some(1.0), ..bound }.earns_only());
    }
}
