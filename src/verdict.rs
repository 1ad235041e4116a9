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
    /// Marks a share of all.
    const ALL: u8 = 4;
    /// Marks a share that follows.
    const SOME: u8 = 8;

    /// Adds it to what is kept in a file: one byte, and the share where that is neither none nor all.
    pub fn put(self, out: &mut Vec<u8>) {
        let finding = self.finding as u8;
        if self.share == 0.0 {
            out.push(finding);
        } else if self.share == 1.0 {
            out.push(finding | Self::ALL);
        } else {
            out.push(finding | Self::SOME);
            out.extend(self.share.to_le_bytes());
        }
    }

    /// Takes off what [`Glance::put`] added; nothing where that is not there.
    pub fn take(bytes: &mut &[u8]) -> Option<Self> {
        let (first, mut rest) = bytes.split_first()?;
        let share = match first & !3 {
            0 => 0.0,
            Self::ALL => 1.0,
            _ => {
                let (share, after) = rest.split_first_chunk()?;
                rest = after;
                f64::from_le_bytes(*share)
            }
        };
        *bytes = rest;
        Some(Self { finding: Finding::ALL[usize::from(first & 3)], share })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        let shares = [0.0, 1.0, 0.5, 1.0 / 3.0, f64::MIN_POSITIVE, 1.0 - f64::EPSILON];
        let all = shares.into_iter().flat_map(|share| Finding::ALL.map(|finding| Glance { finding, share }));
        let all: Vec<Glance> = all.collect();
        let mut bytes = Vec::new();
        all.iter().for_each(|glance| glance.put(&mut bytes));
        let mut rest = bytes.as_slice();
        let again: Vec<Glance> = std::iter::from_fn(|| Glance::take(&mut rest)).collect();
        assert_eq!((again, rest), (all, &[][..]));
    }
}
