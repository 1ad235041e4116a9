//! Points, score and status: the only home of these rules.

use crate::verdict::{Credit, Finding, Glance, Verdict};

/// Where a candidate stands after all that counts has been judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Every required criterion is met.
    Eligible,
    /// No required criterion is refuted, and at least one is open.
    Review,
    /// At least one required criterion is not met.
    NotEligible,
}

impl Status {
    /// In the order of rank.
    pub const ALL: [Self; 3] = [Self::Eligible, Self::Review, Self::NotEligible];

    /// The name in the machine formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::Review => "review",
            Self::NotEligible => "not_eligible",
        }
    }
}

/// A score from 0 to 100, kept to 6 decimals as a whole number, so that equal scores are equal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Score(u32);

impl Score {
    /// How many of the smallest steps make one point.
    pub const STEPS: f64 = 1e6;

    /// The nearest score that can be told from its neighbours.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=1e8 first")]
    pub fn new(points: f64) -> Self {
        Self((points.clamp(0.0, 100.0) * Self::STEPS).round() as u32)
    }

    /// From a count of smallest steps.
    #[must_use]
    pub const fn from_steps(steps: u32) -> Self {
        Self(steps)
    }

    /// The count of smallest steps.
    #[must_use]
    pub const fn steps(self) -> u32 {
        self.0
    }

    /// Whether it is less, by more than two ways of adding up the same could differ.
    #[must_use]
    pub const fn is_clearly_under(self, other: Self) -> bool {
        self.0 + 1 < other.0
    }

    /// The score as a number.
    #[must_use]
    pub fn points(self) -> f64 {
        f64::from(self.0) / Self::STEPS
    }
}

/// Shown with at most 6 decimals and none that are zero at the end: `82.5`.
impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, mut part) = (self.0 / 1_000_000, self.0 % 1_000_000);
        if part == 0 {
            return write!(f, "{whole}");
        }
        let mut places = 6;
        while part.is_multiple_of(10) {
            part /= 10;
            places -= 1;
        }
        write!(f, "{whole}.{part:0places$}")
    }
}

/// Whether a criterion can reject, or only adds points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Need {
    /// Must be met.
    #[default]
    Required,
    /// Adds points and never rejects.
    Asset,
}

impl Need {
    /// The name in the criteria file and the machine formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Asset => "asset",
        }
    }
}

/// What one criterion says of one candidate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// Met, not met or unknown.
    pub verdict: Verdict,
    /// The share of the weight that is earned.
    pub credit: Credit,
    /// Whether it counts for this candidate; a criterion skipped for want of a cell does not.
    pub counts: bool,
}

impl Judged {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { verdict: Verdict::Unknown, credit: Credit::UNKNOWN, counts: true };

    /// What is told of it.
    #[must_use]
    pub fn finding(&self) -> Finding {
        if self.counts { self.verdict.into() } else { Finding::Skipped }
    }

    /// The same at a glance.
    #[must_use]
    pub fn glance(&self) -> Glance {
        Glance { finding: self.finding(), share: self.credit.low }
    }
}

/// A candidate's status and score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Eligible, for review or not eligible.
    pub status: Status,
    /// What is proven.
    pub score: Score,
    /// What is possible.
    pub score_max: Score,
}

impl Standing {
    /// The same of a row whose cells cannot be trusted: it is in review, even where nothing is required.
    #[must_use]
    pub const fn untrusted(self) -> Self {
        Self { status: Status::Review, ..self }
    }
}

/// A weight as a share of all weights, in whole steps, so that sums do not depend on their order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Share(f64);

impl Share {
    /// All weights together are so many steps: far finer than a score is kept, and no sum comes near the end of 64 bits.
    const STEPS: f64 = (1_u64 << 56) as f64;

    /// The share of a weight in the sum of all.
    #[must_use]
    pub fn new(weight: f64, all: f64) -> Self {
        Self(if all > 0.0 { (weight / all * Self::STEPS).round() } else { 0.0 })
    }

    /// So much of it.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 2⁵⁶")]
    fn times(self, part: f64) -> u64 {
        (self.0 * part + 0.5) as u64
    }
}

/// What judgements come to together: all those of a candidate, or some of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    low: u64,
    high: u64,
    shares: u64,
    /// How many required criteria are not met.
    pub failed: u32,
    /// How many required criteria are open.
    pub open: u32,
}

impl Sum {
    /// Of one judgement alone.
    #[must_use]
    pub fn of(need: Need, share: Share, judged: &Judged) -> Self {
        if !judged.counts {
            return Self::default();
        }
        let is = |verdict| u32::from(need == Need::Required && judged.verdict == verdict);
        Self {
            low: share.times(judged.credit.low),
            high: share.times(judged.credit.high),
            shares: share.times(1.0),
            failed: is(Verdict::NotMet),
            open: is(Verdict::Unknown),
        }
    }

    /// With others.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            high: self.high + other.high,
            shares: self.shares + other.shares,
            failed: self.failed + other.failed,
            open: self.open + other.open,
        }
    }

    /// The status that follows, where all that is required is among these.
    #[must_use]
    pub const fn status(self) -> Status {
        match (self.failed, self.open) {
            (0, 0) => Status::Eligible,
            (0, _) => Status::Review,
            _ => Status::NotEligible,
        }
    }

    /// The standing that follows, where these are all the judgements.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a score is kept to 8 digits")]
    pub fn standing(self) -> Standing {
        let score =
            |part: u64| Score::new(if self.shares > 0 { 100.0 * (part as f64 / self.shares as f64) } else { 0.0 });
        Standing { status: self.status(), score: score(self.low), score_max: score(self.high) }
    }
}

/// The standing that follows from the judgements of all criteria.
#[must_use]
pub fn standing<'a>(judged: impl Iterator<Item = (Need, f64, &'a Judged)> + Clone) -> Standing {
    let all = judged.clone().map(|(_, weight, _)| weight).sum();
    let each = judged.map(|(need, weight, judged)| Sum::of(need, Share::new(weight, all), judged));
    each.fold(Sum::default(), Sum::plus).standing()
}
