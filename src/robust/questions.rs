//! The questions that matter: the open cells whose answers can still change who is on the list, and no others.
//!
//! An answer can move a score to anywhere between what is proven and what is possible, and settle a status. With the
//! weights as they are, a candidate's move changes the list iff it crosses the line, which is the score of the last of the
//! first N among the others, or may be level with it. Where that line can be follows from counting.

use super::model::{Model, is_open};
use crate::roll::Roll;
use crate::score::{Need, Status};
use crate::verdict::Verdict;

/// An open cell whose answer can change the list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpenCell {
    /// The candidate.
    pub person: usize,
    /// The criterion.
    pub criterion: usize,
    /// Whether the answer settles whether the candidate is eligible at all.
    pub decides_status: bool,
    /// How many points of the score it can bring.
    pub points: f64,
}

/// A candidate's scores in smallest steps, and whether the candidate may turn out not eligible.
#[derive(Clone, Copy)]
struct ScoreRange {
    low: u32,
    high: u32,
    review: bool,
}

/// The ends of the ranges, sorted, to count by.
struct Ends {
    /// The proven scores of the eligible.
    eligible: Vec<u32>,
    /// The proven scores of those in review.
    review: Vec<u32>,
    /// Of both.
    low: Vec<u32>,
    high: Vec<u32>,
    places: usize,
}

/// The questions that matter for the first so many places, the most decisive first: those that settle a status, then those
/// that bring the most points, then by rank.
#[must_use]
pub(crate) fn questions(roll: &Roll, places: usize) -> Vec<OpenCell> {
    let range = |person: &crate::roll::Person| {
        let standing = person.standing;
        (standing.status != Status::NotEligible).then(|| ScoreRange {
            low: standing.score.steps(),
            high: standing.score_max.steps(),
            review: standing.status == Status::Review,
        })
    };
    let ranges: Vec<Option<ScoreRange>> = roll.people.iter().map(range).collect();
    let ends = Ends::new(ranges.iter().flatten(), places);
    let model = Model::of(roll);
    let mut found = Vec::new();
    for (person, range) in ranges.iter().enumerate() {
        let Some(range) = range.filter(|_| places > 0) else { continue };
        let (enters, crosses) = (ends.enters(range), ends.crosses(range));
        if !enters && !crosses {
            continue;
        }
        let one = &model.people[person];
        let all: f64 =
            roll.asked.iter().zip(&one.counts).filter(|(_, counts)| **counts).map(|(asked, _)| asked.weight).sum();
        for (criterion, (asked, judged)) in roll.asked.iter().zip(&roll.people[person].judged).enumerate() {
            let points = 100.0 * asked.weight * (judged.credit.high - judged.credit.low) / all.max(f64::MIN_POSITIVE);
            let decides_status = range.review && asked.need == Need::Required && judged.verdict == Verdict::Unknown;
            if is_open(judged) && ((decides_status && enters) || (points > 0.0 && crosses)) {
                found.push(OpenCell { person, criterion, decides_status, points });
            }
        }
    }
    let standing = |question: &OpenCell| crate::rank::Key::from(roll.people[question.person].standing);
    found.sort_by(|a, b| {
        let first = b.decides_status.cmp(&a.decides_status).then(b.points.total_cmp(&a.points));
        first.then_with(|| standing(a).cmp(&standing(b))).then((a.person, a.criterion).cmp(&(b.person, b.criterion)))
    });
    found
}

impl Ends {
    fn new<'a>(ranges: impl Iterator<Item = &'a ScoreRange> + Clone, places: usize) -> Self {
        let sorted = |mut of: Vec<u32>| {
            of.sort_unstable();
            of
        };
        let low = |review: bool| {
            sorted(ranges.clone().filter(|range| range.review == review).map(|range| range.low).collect())
        };
        Self {
            eligible: low(false),
            review: low(true),
            low: sorted(ranges.clone().map(|range| range.low).collect()),
            high: sorted(ranges.map(|range| range.high).collect()),
            places,
        }
    }

    /// Whether the candidate, eligible and at its best, can be among the first.
    fn enters(&self, me: ScoreRange) -> bool {
        over(&self.eligible, me.high) < self.places
    }

    /// Whether a move of the candidate's score can change the list.
    fn crosses(&self, me: ScoreRange) -> bool {
        if me.low >= me.high {
            return false;
        }
        // Below, as many as there are places are surely ahead.
        let last = self.eligible.len().checked_sub(self.places).map_or(0, |at| self.eligible[at]);
        let near = |ends: &[u32]| {
            let from = ends.partition_point(|end| *end < me.low.max(last.saturating_sub(1)));
            let to = ends.partition_point(|end| *end <= me.high);
            ends[from.min(to)..to].iter().flat_map(|end| [*end, end + 1]).collect::<Vec<_>>()
        };
        let points = [near(&self.low), near(&self.high), vec![me.low + 1, me.high]].concat();
        let line_at = points.into_iter().any(|at| me.low < at && at <= me.high && self.line_can_be(at, me));
        line_at || self.can_be_last(me.low, me)
    }

    /// How many others are surely above a score, how many more may be, and how many may have just this score.
    fn counts(&self, at: u32, me: ScoreRange) -> (usize, usize, usize) {
        let mine = |is: bool| usize::from(is);
        let surely = over(&self.eligible, at) - mine(!me.review && me.low > at);
        let maybe = over(&self.review, at) - mine(me.review && me.low > at);
        let level = up_to(&self.low, at) - under(&self.high, at) - mine(me.low <= at && at <= me.high);
        (surely, maybe, level)
    }

    /// Whether the last of the first so many among the others can have this score.
    fn line_can_be(&self, at: u32, me: ScoreRange) -> bool {
        let (surely, maybe, level) = self.counts(at, me);
        level > 0 && surely < self.places && (self.places - 1).min(surely + maybe) + level >= self.places
    }

    /// Whether another can be at this score as the last of the first, with just one place fewer taken above: who comes ahead
    /// of that one takes the place.
    fn can_be_last(&self, at: u32, me: ScoreRange) -> bool {
        let (surely, maybe, level) = self.counts(at, me);
        let rising = up_to(&self.low, at) - up_to(&self.high, at) - usize::from(me.low <= at && at < me.high);
        level > 0 && surely < self.places && surely + maybe + rising.min(level - 1) >= self.places - 1
    }
}

fn over(sorted: &[u32], at: u32) -> usize {
    sorted.len() - up_to(sorted, at)
}

fn up_to(sorted: &[u32], at: u32) -> usize {
    sorted.partition_point(|known| *known <= at)
}

fn under(sorted: &[u32], at: u32) -> usize {
    sorted.partition_point(|known| *known < at)
}
