//! Points, score and status: the only home of these rules.

use crate::verdict::{Credit, Verdict};

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

/// The standing that follows from the judgements of all criteria, in the file's order.
#[must_use]
pub fn standing<'a>(judged: impl IntoIterator<Item = (Need, f64, &'a Judged)>) -> Standing {
    let mut verdict = Verdict::Met;
    let (mut low, mut high, mut weights) = (0.0, 0.0, 0.0);
    for (need, weight, judged) in judged {
        if !judged.counts {
            continue;
        }
        if need == Need::Required {
            verdict = verdict.and(judged.verdict);
        }
        low += weight * judged.credit.low;
        high += weight * judged.credit.high;
        weights += weight;
    }
    let score = |points: f64| Score::new(if weights > 0.0 { 100.0 * points / weights } else { 0.0 });
    Standing {
        status: match verdict {
            Verdict::Met => Status::Eligible,
            Verdict::Unknown => Status::Review,
            Verdict::NotMet => Status::NotEligible,
        },
        score: score(low),
        score_max: score(high),
    }
}
