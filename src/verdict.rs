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
