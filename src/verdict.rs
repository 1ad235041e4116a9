//! Met, not met, or unknown: Kleene's strong three-valued logic, and the credit that goes with it.

/// What a requirement says of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// Every value that the cell can mean passes.
    Met,
    /// No value that the cell can mean passes.
    NotMet,
    /// Some pass and some do not, or nothing is known.
    Unknown,
}

impl Verdict {
    /// The name in the machine formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::Unknown => "unknown",
        }
    }

    /// Met if both are, not met if either is not.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::NotMet, _) | (_, Self::NotMet) => Self::NotMet,
            (Self::Met, Self::Met) => Self::Met,
            _ => Self::Unknown,
        }
    }

    /// Met if either is, not met if both are not.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Met, _) | (_, Self::Met) => Self::Met,
            (Self::NotMet, Self::NotMet) => Self::NotMet,
            _ => Self::Unknown,
        }
    }
}

/// What is told of a criterion and one candidate: its verdict, or that it does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Finding {
    /// Met.
    Met,
    /// Not met.
    NotMet,
    /// Open.
    Unknown,
    /// It does not count for this candidate: left out for want of a cell.
    Skipped,
}

impl Finding {
    /// All of them, each at the place that is its number.
    pub const ALL: [Self; 4] = [Self::Met, Self::NotMet, Self::Unknown, Self::Skipped];
    /// How many fit one number side by side.
    pub const IN_ONE: usize = 32;

    /// The bits of the one at this place in the number that it is in.
    #[must_use]
    pub const fn packed(self, place: usize) -> u64 {
        (self as u64) << (2 * (place % Self::IN_ONE))
    }

    /// The one at this place, of those in the number.
    #[must_use]
    pub const fn unpacked(all: u64, place: usize) -> Self {
        Self::ALL[(all >> (2 * (place % Self::IN_ONE)) & 3) as usize]
    }

    /// The name in the machine formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => Verdict::Met.name(),
            Self::NotMet => Verdict::NotMet.name(),
            Self::Unknown => Verdict::Unknown.name(),
            Self::Skipped => "skipped",
        }
    }
}

impl From<Verdict> for Finding {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Met => Self::Met,
            Verdict::NotMet => Self::NotMet,
            Verdict::Unknown => Self::Unknown,
        }
    }
}

/// The share of a criterion's weight that is earned, from 0 to 1: what is proven and what is possible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Credit {
    /// Earned for certain.
    pub low: f64,
    /// Earned if everything unknown goes well.
    pub high: f64,
}

impl Credit {
    /// Anything is possible.
    pub const UNKNOWN: Self = Self { low: 0.0, high: 1.0 };
    /// All of it, for certain.
    pub const FULL: Self = Self { low: 1.0, high: 1.0 };
    /// Nothing, for certain.
    pub const NONE: Self = Self { low: 0.0, high: 0.0 };

    /// The credit of a test without size.
    #[must_use]
    pub const fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Met => Self::FULL,
            Verdict::NotMet => Self::NONE,
            Verdict::Unknown => Self::UNKNOWN,
        }
    }
}

/// What one criterion comes to at a glance: all that a list shows of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glance {
    /// Its verdict, or that it does not count.
    pub finding: Finding,
    /// The share of its points that is earned for certain, from 0 to 1; without meaning where it does not count.
    pub share: f64,
}

impl Glance {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { finding: Finding::Unknown, share: 0.0 };
}

#[cfg(test)]
mod tests {
    use super::Verdict::{Met, NotMet, Unknown};
    use super::*;

    #[test]
    fn two_together_are_as_kleene_says() {
        for (one, other, both, either) in [
            (Met, Met, Met, Met),
            (Met, NotMet, NotMet, Met),
            (Met, Unknown, Unknown, Met),
            (NotMet, NotMet, NotMet, NotMet),
            (NotMet, Unknown, NotMet, Unknown),
            (Unknown, Unknown, Unknown, Unknown),
        ] {
            assert_eq!((one.and(other), other.and(one)), (both, both), "{one:?} and {other:?}");
            assert_eq!((one.or(other), other.or(one)), (either, either), "{one:?} or {other:?}");
        }
    }

    #[test]
    fn a_verdict_is_a_finding_and_has_a_credit() {
        for (verdict, finding, credit, name) in [
            (Met, Finding::Met, Credit { low: 1.0, high: 1.0 }, "met"),
            (NotMet, Finding::NotMet, Credit { low: 0.0, high: 0.0 }, "not_met"),
            (Unknown, Finding::Unknown, Credit { low: 0.0, high: 1.0 }, "unknown"),
        ] {
            assert_eq!((Finding::from(verdict), Credit::of(verdict)), (finding, credit));
            assert_eq!((verdict.name(), finding.name()), (name, name));
        }
        assert_eq!(Finding::Skipped.name(), "skipped");
    }

    #[test]
    fn findings_fit_one_number_side_by_side() {
        // Each beside others than its own, in every place of the number, and of the numbers after it.
        let finding = |place: usize| Finding::ALL[(place * 7 + place / 4) % 4];
        let all = (0..Finding::IN_ONE).fold(0, |all, place| all | finding(place).packed(place));
        for place in 0..Finding::IN_ONE {
            assert_eq!(Finding::unpacked(all, place), finding(place), "{place}");
            assert_eq!(Finding::unpacked(all, place + Finding::IN_ONE), finding(place), "{place} in the next number");
        }
        assert_eq!(Finding::Skipped.packed(31), 3 << 62);
        assert_eq!(Finding::Unknown.packed(Finding::IN_ONE + 1), 2 << 2);
    }
}
