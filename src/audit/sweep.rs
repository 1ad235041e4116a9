//! Every cut of the score, and every value that a criterion might ask for at least.

use super::rate::{Impact, Rate, impact};
use super::{AuditQuery, GroupBy, ShownGroups, rates};
use crate::reading::{Bound, Reading};
use crate::roll::Roll;
use crate::score::Score;
use crate::shortlist::{Lot, by_status};
use crate::verdict::Verdict;

/// What was read for a criterion that asks for a size of at least something.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sizes {
    /// Its place among the criteria.
    pub criterion: usize,
    /// What it asks.
    pub bound: Bound,
    /// What was read of each candidate.
    pub of: Vec<Reading>,
}

/// All cuts of one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    /// The criterion whose bound is moved, by its place; the score where there is none.
    pub criterion: Option<usize>,
    /// The cuts, the lowest first.
    pub cuts: Vec<Cut>,
}

/// One cut.
#[derive(Clone, Debug, PartialEq)]
pub struct Cut {
    /// At least so much is asked.
    pub at_least: f64,
    /// For each group, who would pass and the ratio; nothing where it is too small to be shown.
    pub groups: Vec<Option<(Rate, Option<Impact>)>>,
}

pub(super) fn sweeps(roll: &Roll, by: &GroupBy, shown: &ShownGroups, sizes: &[Sizes], ask: &AuditQuery) -> Vec<Sweep> {
    let score = Sweep { criterion: None, cuts: of_score(roll, by, shown, ask) };
    let criteria =
        sizes.iter().map(|sizes| Sweep { criterion: Some(sizes.criterion), cuts: of_sizes(sizes, by, shown) });
    std::iter::once(score).chain(criteria).filter(|sweep| !sweep.cuts.is_empty()).collect()
}

fn cut(at_least: f64, lots: &[Lot], by: &GroupBy, shown: &ShownGroups) -> Cut {
    let rates = rates(by, lots);
    let group = |at: usize| shown.shown[at].then(|| (rates[at], impact(&rates, &shown.sets, at)));
    Cut { at_least, groups: (0..rates.len()).map(group).collect() }
}

/// Those of the selected statuses with a score of at least each that somebody has, proven or possible.
fn of_score(roll: &Roll, by: &GroupBy, shown: &ShownGroups, ask: &AuditQuery) -> Vec<Cut> {
    let standings = || roll.people.iter().map(|person| person.standing);
    let mut scores: Vec<Score> = standings().flat_map(|standing| [standing.score, standing.score_max]).collect();
    scores.sort_unstable();
    scores.dedup();
    let cut = |at_least: &Score| {
        let lots: Vec<Lot> = standings()
            .map(|standing| {
                let lot = by_status(ask.statuses, standing);
                let (proven, possible) = (standing.score >= *at_least, standing.score_max >= *at_least);
                Lot { now: lot.now && proven, sure: lot.sure && proven, possible: lot.possible && possible }
            })
            .collect();
        cut(at_least.points(), &lots, by, shown)
    };
    scores.iter().map(cut).collect()
}

/// Those whose size is at least each that somebody has.
fn of_sizes(sizes: &Sizes, by: &GroupBy, shown: &ShownGroups) -> Vec<Cut> {
    let hulls = sizes.of.iter().filter_map(|reading| reading.hull());
    let mut values: Vec<f64> =
        hulls.flat_map(|range| [range.low, range.high]).filter(|size| size.is_finite()).collect();
    values.extend(sizes.bound.at_least);
    values.sort_by(f64::total_cmp);
    values.dedup();
    let cut = |at_least: &f64| {
        let bound = Bound { at_least: Some(*at_least), ..sizes.bound };
        let lot = |reading: &Reading| {
            let verdict = bound.verdict(*reading);
            let met = verdict == Verdict::Met;
            Lot { now: met, sure: met, possible: verdict != Verdict::NotMet }
        };
        cut(*at_least, &sizes.of.iter().map(lot).collect::<Vec<_>>(), by, shown)
    };
    values.iter().map(cut).collect()
}
