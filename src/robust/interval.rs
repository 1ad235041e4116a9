//! For each criterion, how far its weight can move, the others as they are, before the list is another.
//!
//! By what is proven. Two candidates change places where their scores cross, which is where a polynomial of the weight is
//! zero: of degree one where the same criteria count for both, else two.

use super::model::{CandidateCredits, Model};

/// How far a criterion's weight can move.
#[derive(Clone, Debug, PartialEq)]
pub struct Interval {
    /// The criterion.
    pub criterion: usize,
    /// Down to this weight the list stays the same.
    pub low: f64,
    /// Who leaves and enters below; nothing where it stays the same down to 0.
    pub below: Option<ListChange>,
    /// Up to this weight; nothing where it stays the same however large the weight is.
    pub high: Option<f64>,
    /// Who leaves and enters above.
    pub above: Option<ListChange>,
}

/// Who leaves a list, and who enters it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListChange {
    /// Who leaves.
    pub leaves: Vec<usize>,
    /// Who enters.
    pub enters: Vec<usize>,
}

impl Model {
    /// The intervals of all weights above 0.
    #[must_use]
    pub(crate) fn intervals(&self, places: usize) -> Vec<Interval> {
        let first = self.first(&self.weights, places);
        let criteria = (0..self.weights.len()).filter(|at| self.weights[*at] > 0.0);
        criteria.map(|criterion| self.interval(criterion, places, &first)).collect()
    }

    fn interval(&self, criterion: usize, places: usize, first: &[bool]) -> Interval {
        let now = self.weights[criterion];
        let crossings = self.crossings(criterion, places, first);
        let change = |weight: f64| {
            let mut weights = self.weights.clone();
            weights[criterion] = weight;
            let then = self.first(&weights, places);
            (then != first).then(|| {
                let who =
                    |before: bool| (0..first.len()).filter(|at| first[*at] == before && then[*at] != before).collect();
                ListChange { leaves: who(true), enters: who(false) }
            })
        };
        // Walks away from the weight as it is, from one crossing to the next, until the list is another beyond it.
        let walk = |crossings: &[f64], end: &dyn Fn(f64) -> f64| {
            crossings.iter().enumerate().find_map(|(at, crossing)| {
                let beyond =
                    crossings.get(at + 1).map_or_else(|| end(*crossing), |next| f64::midpoint(*crossing, *next));
                Some((*crossing, change(beyond)?))
            })
        };
        let mut up: Vec<f64> = crossings.iter().copied().filter(|at| *at >= now).collect();
        let mut down: Vec<f64> = crossings.into_iter().filter(|at| *at <= now).collect();
        up.sort_by(f64::total_cmp);
        up.dedup();
        down.sort_by(|a, b| b.total_cmp(a));
        down.dedup();
        let above = walk(&up, &|last| 2.0 * last + 1.0);
        let below = walk(&down, &|last| last / 2.0).filter(|(at, _)| *at > 0.0);
        let (high, above) = above.unzip();
        let (low, below) = below.unzip();
        Interval { criterion, low: low.unwrap_or(0.0), below, high, above }
    }

    /// The weights at which somebody who is in the list and somebody who is not are level; where more are in than there are
    /// places, also those in it with each other.
    fn crossings(&self, criterion: usize, places: usize, first: &[bool]) -> Vec<f64> {
        let (status, left) = self.line(places);
        let level = || (0..first.len()).filter(|at| self.people[*at].status == status);
        let parts: Vec<Option<ScoreByWeight>> =
            self.people.iter().map(|one| (one.status == status).then(|| self.parts(one, criterion))).collect();
        let tied = level().filter(|at| first[*at]).count() > left;
        let mut found = Vec::new();
        for inside in level().filter(|at| first[*at]) {
            for other in level().filter(|at| !first[*at] || (tied && *at > inside)) {
                if let (Some(a), Some(b)) = (&parts[inside], &parts[other]) {
                    found.extend(a.crossings(b));
                }
            }
        }
        found
    }

    fn parts(&self, one: &CandidateCredits, criterion: usize) -> ScoreByWeight {
        let mut parts = ScoreByWeight { credit: 0.0, counts: 0.0, points: 0.0, weights: 0.0 };
        for (at, weight) in self.weights.iter().enumerate().filter(|(at, _)| one.counts[*at]) {
            if at == criterion {
                (parts.credit, parts.counts) = (one.low[at], 1.0);
            } else {
                parts.points += weight * one.low[at];
                parts.weights += weight;
            }
        }
        parts
    }
}

/// A score as a function of one weight: `(w·credit + points) / (w·counts + weights)`.
struct ScoreByWeight {
    credit: f64,
    counts: f64,
    points: f64,
    weights: f64,
}

impl ScoreByWeight {
    /// The weights of 0 or more at which two scores are the same.
    fn crossings(&self, other: &Self) -> impl Iterator<Item = f64> + use<> {
        let (a, b) = (self, other);
        let square = a.credit * b.counts - b.credit * a.counts;
        let linear = a.credit * b.weights + a.points * b.counts - b.credit * a.weights - b.points * a.counts;
        let constant = a.points * b.weights - b.points * a.weights;
        // With the same criteria, one factor is the sum of the weights, which is never zero.
        let roots = if a.counts > 0.0 && b.counts > 0.0 && (a.weights - b.weights).abs() <= 0.0 {
            let slope = a.credit - b.credit;
            [(slope.abs() > 0.0).then(|| (b.points - a.points) / slope), None]
        } else if square.abs() > 0.0 {
            let inside = linear * linear - 4.0 * square * constant;
            let root = (inside >= 0.0).then(|| inside.sqrt());
            [root.map(|root| (-linear + root) / (2.0 * square)), root.map(|root| (-linear - root) / (2.0 * square))]
        } else {
            [(linear.abs() > 0.0).then(|| -constant / linear), None]
        };
        roots.into_iter().flatten().filter(|root| root.is_finite() && *root >= 0.0)
    }
}
