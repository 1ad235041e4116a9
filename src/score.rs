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
pub struct WeightShare(f64);

impl WeightShare {
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
    pub fn of(need: Need, share: WeightShare, judged: &Judged) -> Self {
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
    let each = judged.map(|(need, weight, judged)| Sum::of(need, WeightShare::new(weight, all), judged));
    each.fold(Sum::default(), Sum::plus).standing()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What decides, and whether it counts.
    fn judged(verdict: Verdict, low: f64, high: f64) -> Judged {
        Judged { verdict, credit: Credit { low, high }, counts: true }
    }

    const MET: Judged = Judged { verdict: Verdict::Met, credit: Credit::FULL, counts: true };
    const NOT_MET: Judged = Judged { verdict: Verdict::NotMet, credit: Credit::NONE, counts: true };
    const SKIPPED: Judged = Judged { counts: false, ..Judged::UNKNOWN };

    #[test]
    fn a_score_is_kept_to_six_decimals_and_shown_with_no_more_than_it_has() {
        for (points, steps, shown) in [
            (0.0, 0, "0"),
            (-1.0, 0, "0"),
            (82.5, 82_500_000, "82.5"),
            (7.0, 7_000_000, "7"),
            (10.0, 10_000_000, "10"),
            (0.000_001, 1, "0.000001"),
            (0.000_000_4, 0, "0"),
            (33.333_333_333, 33_333_333, "33.333333"),
            (66.666_666_666, 66_666_667, "66.666667"),
            (1.02, 1_020_000, "1.02"),
            (100.0, 100_000_000, "100"),
            (100.1, 100_000_000, "100"),
        ] {
            let score = Score::new(points);
            assert_eq!((score.steps(), &*score.to_string()), (steps, shown), "{points}");
            assert_eq!(score, Score::from_steps(steps));
            assert_eq!(score.points(), f64::from(steps) / 1e6);
        }
    }

    #[test]
    fn a_score_is_clearly_under_another_by_two_steps() {
        let score = Score::from_steps;
        assert!(score(7).is_clearly_under(score(9)));
        for other in [6, 7, 8] {
            assert!(!score(7).is_clearly_under(score(other)), "{other}");
        }
    }

    #[test]
    fn names_are_those_of_the_machine_formats() {
        assert_eq!(Status::ALL.map(Status::name), ["eligible", "review", "not_eligible"]);
        assert_eq!([Need::Required, Need::Asset].map(Need::name), ["required", "asset"]);
    }

    #[test]
    fn what_does_not_count_is_skipped_and_has_no_part() {
        let half = judged(Verdict::Unknown, 0.5, 1.0);
        assert_eq!(half.glance(), Glance { finding: Finding::Unknown, share: 0.5 });
        assert_eq!(SKIPPED.finding(), Finding::Skipped);
        assert_eq!(Sum::of(Need::Required, WeightShare::new(1.0, 2.0), &SKIPPED), Sum::default());
    }

    #[test]
    fn a_share_is_a_part_of_all() {
        let steps = |weight, all| WeightShare::new(weight, all).times(1.0);
        assert_eq!(steps(1.0, 1.0), 1 << 56);
        assert_eq!(steps(3.0, 4.0), 3 << 54);
        assert_eq!((steps(0.0, 4.0), steps(0.0, 0.0), steps(1.0, 0.0)), (0, 0, 0));
        // The nearest whole step, not the one below.
        assert_eq!(WeightShare(3.0).times(0.5), 2);
        assert_eq!(WeightShare(3.0).times(0.4), 1);
    }

    #[test]
    fn a_status_follows_from_what_is_required() {
        use Need::{Asset, Required};
        for (all, status) in [
            (vec![(Required, MET), (Asset, NOT_MET)], Status::Eligible),
            (vec![(Required, MET), (Required, Judged::UNKNOWN)], Status::Review),
            (vec![(Required, NOT_MET), (Required, Judged::UNKNOWN)], Status::NotEligible),
            (vec![(Required, NOT_MET), (Required, NOT_MET)], Status::NotEligible),
            (vec![(Asset, Judged::UNKNOWN), (Required, SKIPPED)], Status::Eligible),
            (vec![], Status::Eligible),
        ] {
            let found = standing(all.iter().map(|(need, judged)| (*need, 1.0, judged)));
            assert_eq!(found.status, status, "{all:?}");
            let untrusted = found.untrusted();
            assert_eq!((untrusted.status, untrusted.score), (Status::Review, found.score));
            assert_eq!(untrusted.score_max, found.score_max);
        }
    }

    #[test]
    fn a_score_is_the_share_of_the_points_of_what_counts() {
        let of = |all: &[(f64, Judged)]| {
            let found = standing(all.iter().map(|(weight, judged)| (Need::Asset, *weight, judged)));
            (found.score.points(), found.score_max.points())
        };
        assert_eq!(of(&[(3.0, MET), (1.0, NOT_MET)]), (75.0, 75.0));
        assert_eq!(of(&[(3.0, MET), (1.0, Judged::UNKNOWN)]), (75.0, 100.0));
        assert_eq!(of(&[(1.0, judged(Verdict::Met, 0.25, 0.5)), (1.0, MET)]), (62.5, 75.0));
        assert_eq!(of(&[(3.0, MET), (5.0, SKIPPED), (1.0, NOT_MET)]), (75.0, 75.0));
        assert_eq!(of(&[(3.0, SKIPPED)]), (0.0, 0.0));
        assert_eq!(of(&[(0.0, MET)]), (0.0, 0.0));
        assert_eq!(of(&[(1.0, MET), (1.0, MET), (1.0, NOT_MET)]), (66.666_667, 66.666_667));
    }

    proptest! {
        /// What judgements come to does not depend on the order in which they are added up, nor how they are grouped.
        #[test]
        fn sums_are_the_same_in_any_order(parts in prop::collection::vec((0..50_u32, 0..=10_u32, 0..=10_u32, 0..3_usize, any::<bool>()), 0..12), cut in 0..12_usize) {
            let all = parts.iter().map(|part| f64::from(part.0)).sum();
            let sums: Vec<Sum> = parts.iter().map(|(weight, low, high, verdict, required)| {
                let verdict = [Verdict::Met, Verdict::NotMet, Verdict::Unknown][*verdict];
                let need = if *required { Need::Required } else { Need::Asset };
                let judged = judged(verdict, f64::from(*low) / 10.0, f64::from(*high) / 10.0);
                Sum::of(need, WeightShare::new(f64::from(*weight), all), &judged)
            }).collect();
            let plus = |sums: &[Sum]| sums.iter().copied().fold(Sum::default(), Sum::plus);
            let (one, other) = sums.split_at(cut.min(sums.len()));
            prop_assert_eq!(plus(&sums), plus(other).plus(plus(one)));
            let count = |verdict| parts.iter().filter(|part| part.4 && part.3 == verdict).count() as u32;
            prop_assert_eq!((plus(&sums).failed, plus(&sums).open), (count(1), count(2)));
        }
    }
}
