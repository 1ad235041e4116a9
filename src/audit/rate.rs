//! Rates and impact ratios as ranges over all that is open, in whole numbers.

use super::significance::{Proportion, float};
use crate::shortlist::Lot;
use crate::verdict::Verdict;

/// How many of a group are selected: as things stand, and at least and at most however what is open turns out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    /// At least so many.
    pub least: u64,
    /// As things stand.
    pub now: u64,
    /// At most so many.
    pub most: u64,
    /// Of so many.
    pub of: u64,
}

impl Rate {
    /// One more person.
    pub fn add(&mut self, lot: Lot) {
        self.least += u64::from(lot.sure);
        self.now += u64::from(lot.now);
        self.most += u64::from(lot.possible);
        self.of += 1;
    }

    /// A rate without anything open.
    #[must_use]
    pub const fn exactly(selected: u64, of: u64) -> Self {
        Self { least: selected, now: selected, most: selected, of }
    }

    /// The three counts as parts: least, now, most.
    #[must_use]
    pub fn parts(self) -> [Proportion; 3] {
        let part = |selected| Proportion { selected, of: self.of };
        [part(self.least), part(self.now), part(self.most)]
    }
}

impl Proportion {
    /// The share, from 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        if self.of == 0 { 0.0 } else { float(self.selected) / float(self.of) }
    }

    fn is_over(self, other: Self) -> bool {
        self.times(other.of) > other.times(self.of)
    }

    /// In 128 bits: no product of two counts of people is too large.
    fn times(self, of: u64) -> u128 {
        u128::from(self.selected) * u128::from(of)
    }

    /// The larger of two rates; the first of equals.
    fn max(self, other: Self) -> Self {
        if other.is_over(self) { other } else { self }
    }
}

/// A rate against another, as the fraction that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// The rate of the group.
    pub group: Proportion,
    /// The rate that it is held against: never 0.
    pub highest: Proportion,
}

impl Ratio {
    fn new(group: Proportion, highest: Proportion) -> Option<Self> {
        (highest.selected > 0).then_some(Self { group, highest })
    }

    /// The ratio as a number.
    #[must_use]
    pub fn value(self) -> f64 {
        let whole = |number: u128| u64::try_from(number).map_or(f64::MAX, float);
        whole(self.group.times(self.highest.of)) / whole(self.highest.times(self.group.of))
    }

    /// Whether it is under four fifths: 5·x·N < 4·X·n, in whole numbers (29 CFR § 1607.4 D).
    #[must_use]
    pub fn is_under_four_fifths(self) -> bool {
        5 * self.group.times(self.highest.of) < 4 * self.highest.times(self.group.of)
    }

    /// How many more selections in the group would reach four fifths, the other rate as it is.
    #[must_use]
    pub fn more_for_four_fifths(self) -> u64 {
        let needed = (4 * self.highest.times(self.group.of)).div_ceil(5 * u128::from(self.highest.of));
        u64::try_from(needed.saturating_sub(u128::from(self.group.selected))).unwrap_or(u64::MAX)
    }
}

/// An impact ratio: as things stand, and at least and at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Impact {
    /// At the worst.
    pub low: Ratio,
    /// As things stand; nothing where nobody is selected yet.
    pub now: Option<Ratio>,
    /// At the best.
    pub high: Ratio,
}

impl Impact {
    /// Whether four fifths are reached: whatever comes, in no case, or that is open.
    #[must_use]
    pub fn four_fifths(self) -> Verdict {
        match (self.low.is_under_four_fifths(), self.high.is_under_four_fifths()) {
            (false, _) => Verdict::Met,
            (true, true) => Verdict::NotMet,
            (true, false) => Verdict::Unknown,
        }
    }
}

/// The impact ratio of one group against the highest rate among those that set it, which the group may be one of, over all
/// ways in which each group may turn out; nothing where nobody can be selected in any of these.
#[must_use]
pub(crate) fn impact(rates: &[Rate], sets: &[bool], group: usize) -> Option<Impact> {
    if rates[group].of == 0 {
        return None;
    }
    let one = |at: usize| rates[at].parts();
    let others = || (0..rates.len()).filter(|at| sets[*at] && *at != group);
    let highest = |which: usize, own: Option<Proportion>| {
        let all = others().map(|at| one(at)[which]).chain(own.filter(|_| sets[group]));
        all.reduce(Proportion::max)
    };
    let [least, now, most] = one(group);
    // At the worst: all others at their most.
    let low = Ratio::new(least, highest(2, Some(least))?);
    let high = match highest(0, Some(most))? {
        // Where the others may have nobody at all, the ratio is told over the ways in which somebody is selected.
        Proportion { selected: 0, .. } => {
            let some = others().filter(|at| rates[*at].most > 0);
            let smallest = some.map(|at| Proportion { selected: rates[at].least.max(1), of: rates[at].of });
            let smallest = smallest.reduce(|a, b| if a.is_over(b) { b } else { a });
            Ratio::new(most, smallest?)
        }
        highest => Ratio::new(most, highest),
    };
    let now = highest(1, Some(now)).and_then(|highest| Ratio::new(now, highest));
    // Where all others have nobody at their most, the group is the highest whenever it has anybody.
    let high = high?;
    Some(Impact { low: low.unwrap_or(high), now, high })
}

/// The group with the highest rate as things stand, the largest of equals; nothing where nobody is selected.
#[must_use]
pub(crate) fn highest(rates: &[Rate], sets: &[bool]) -> Option<usize> {
    let some = (0..rates.len()).filter(|at| sets[*at] && rates[*at].now > 0);
    some.reduce(|a, b| {
        let [first, second] = [a, b].map(|at| rates[at].parts()[1]);
        let larger = !first.is_over(second) && rates[b].of > rates[a].of;
        if second.is_over(first) || larger { b } else { a }
    })
}
