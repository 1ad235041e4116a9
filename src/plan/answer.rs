//! What criteria say of a row: one of them, and those that have been judged so far together.

use crate::score::{Judged, Standing, Status, Sum};

/// What one criterion says of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer {
    /// What it counts as.
    pub judged: Judged,
    /// How near the cells come to what is asked, as [`crate::kinds::Outcome::gap`] says; infinite where they are empty.
    pub gap: f32,
}

impl Answer {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { judged: Judged::UNKNOWN, gap: 0.0 };

    /// What a person said, who is not near to anything else.
    #[must_use]
    pub const fn decided(judged: Judged) -> Self {
        Self { judged, gap: f32::INFINITY }
    }
}

/// The one required criterion that is not met, and that nearly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Miss {
    /// Its place among the criteria that count.
    pub criterion: usize,
    /// How near, as [`crate::kinds::Outcome::gap`] says: from 0 to 1.
    pub gap: f32,
    /// How many other required criteria are open.
    pub open: u32,
}

/// What is known of a row of which all that is required has been judged.
pub struct SoFar {
    /// What has been judged comes to this.
    pub(super) together: Together,
    /// What has not, if all goes well.
    pub(super) hope: Sum,
}

impl SoFar {
    /// Its status, which is settled.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.together.sum.status()
    }

    /// The best that may come of it.
    #[must_use]
    pub fn best(&self) -> Standing {
        self.together.sum.plus(self.hope).standing()
    }

    /// As [`super::Judgement::near_miss`] says.
    #[must_use]
    pub fn near_miss(&self) -> Option<Miss> {
        self.together.near_miss()
    }
}

/// What some criteria come to together.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Together {
    pub(super) sum: Sum,
    /// The place of the one that is required and not met in the upper half, how near that is in the lower; without meaning
    /// where there are several.
    pub(super) miss: u64,
}

impl Together {
    pub(super) const fn plus(self, other: Self) -> Self {
        Self { sum: self.sum.plus(other.sum), miss: self.miss.wrapping_add(other.miss) }
    }

    #[expect(clippy::cast_possible_truncation, reason = "one half after the other")]
    pub(super) fn near_miss(&self) -> Option<Miss> {
        let (criterion, gap) = ((self.miss >> 32) as usize, f32::from_bits(self.miss as u32));
        (self.sum.failed == 1 && gap <= 1.0).then_some(Miss { criterion, gap, open: self.sum.open })
    }
}
