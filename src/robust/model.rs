//! Candidates as points in the space of the criteria, and the list that weights make of them.

use crate::roll::Roll;
use crate::score::{Judged, Need, Status};
use crate::verdict::Verdict;

/// Shares of the whole score that differ by less are level: half of the smallest step in which scores are told.
pub(super) const MARGIN: f64 = 5e-9;

/// A candidate's credits.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CandidateCredits {
    /// The status, which no weight moves.
    pub status: Status,
    /// What is proven of each criterion.
    pub low: Vec<f64>,
    /// What is possible.
    pub high: Vec<f64>,
    /// Which criteria count for this candidate.
    pub counts: Vec<bool>,
    /// Which of them are open.
    pub open: Vec<bool>,
}

/// Weights and candidates.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Model {
    /// The weights as they are given.
    pub weights: Vec<f64>,
    /// Which criteria can reject.
    pub required: Vec<bool>,
    /// The candidates, in the order of reading.
    pub people: Vec<CandidateCredits>,
}

/// Which end of the credits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Proven,
    Possible,
}

impl CandidateCredits {
    pub(super) fn credits(&self, end: End) -> &[f64] {
        match end {
            End::Proven => &self.low,
            End::Possible => &self.high,
        }
    }

    /// The score under these weights, from 0 to 1.
    pub(super) fn score(&self, weights: &[f64], end: End) -> f64 {
        let each = weights.iter().zip(self.credits(end)).zip(&self.counts).filter(|(_, counts)| **counts);
        let (points, all) =
            each.fold((0.0, 0.0), |(points, all), ((weight, credit), _)| (points + weight * credit, all + weight));
        if all > 0.0 { points / all } else { 0.0 }
    }

    /// Whether the candidate may turn out eligible.
    pub(super) fn may_be_listed(&self) -> bool {
        self.status != Status::NotEligible
    }
}

/// Whether an answer can still change what a criterion says.
pub(super) fn is_open(judged: &Judged) -> bool {
    judged.counts && (judged.verdict == Verdict::Unknown || judged.credit.low < judged.credit.high)
}

impl Model {
    /// The candidates of a roll.
    #[must_use]
    pub(crate) fn of(roll: &Roll) -> Self {
        let candidate = |person: &crate::roll::Person| {
            let each = |of: &dyn Fn(&Judged) -> f64| person.judged.iter().map(of).collect();
            CandidateCredits {
                status: person.standing.status,
                low: each(&|judged| judged.credit.low),
                high: each(&|judged| judged.credit.high),
                counts: person.judged.iter().map(|judged| judged.counts).collect(),
                open: person.judged.iter().map(is_open).collect(),
            }
        };
        Self {
            weights: roll.asked.iter().map(|asked| asked.weight).collect(),
            required: roll.asked.iter().map(|asked| asked.need == Need::Required).collect(),
            people: roll.people.iter().map(candidate).collect(),
        }
    }

    /// The status in which the line after so many places falls, and how many of its candidates are in; the candidates of
    /// the statuses before it are all in. Who is not eligible never is.
    #[must_use]
    pub(crate) fn line(&self, places: usize) -> (Status, usize) {
        let eligible = self.people.iter().filter(|one| one.status == Status::Eligible).count();
        if eligible >= places { (Status::Eligible, places) } else { (Status::Review, places - eligible) }
    }

    /// Who is among the first so many under these weights, by what is proven; who is level with the last is in, too.
    #[must_use]
    pub(crate) fn first(&self, weights: &[f64], places: usize) -> Vec<bool> {
        let (status, left) = self.line(places);
        let scores: Vec<f64> = self.people.iter().map(|one| one.score(weights, End::Proven)).collect();
        let mut level: Vec<f64> =
            self.people.iter().zip(&scores).filter(|(one, _)| one.status == status).map(|(_, score)| *score).collect();
        level.sort_by(|a, b| b.total_cmp(a));
        let last = left.checked_sub(1).and_then(|at| level.get(at).or(level.last()));
        let is_in = |(one, score): (&CandidateCredits, &f64)| match one.status.cmp(&status) {
            std::cmp::Ordering::Less => true,
            std::cmp::Ordering::Equal => last.is_some_and(|last| *score >= last - MARGIN),
            std::cmp::Ordering::Greater => false,
        };
        self.people.iter().zip(&scores).map(is_in).collect()
    }
}
