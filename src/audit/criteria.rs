//! Which requirement makes the difference, and whose cells say nothing or are not understood.

use super::rate::{Impact, Rate, impact};
use super::{AuditQuery, GroupBy, ShownGroups, lots, rates};
use crate::roll::Roll;
use crate::score::{Need, Standing};
use crate::shortlist::Lot;
use crate::verdict::Verdict;

/// What one required criterion does to the groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Demand {
    /// Its place among the criteria.
    pub criterion: usize,
    /// For each group; nothing where it is too small to be shown.
    pub groups: Vec<Option<Passing>>,
}

/// How a group fares with one criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passing {
    /// Those who pass: from those who meet it to those who still may. Whom it does not count for passes: it stops nobody.
    pub pass: Rate,
    /// Those for whom it is open.
    pub open: u64,
    /// Those who fail.
    pub fail: u64,
    /// The pass rate against the highest.
    pub impact: Option<Impact>,
    /// Those selected, if this criterion alone were not asked.
    pub selected: Rate,
    /// The selection rate against the highest, if this criterion alone were not asked.
    pub without: Option<Impact>,
}

/// How a column's cells could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CellsRead {
    /// The column's name in the criteria file.
    pub column: String,
    /// For each candidate.
    pub of: Vec<Read>,
}

/// How one cell could be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Read {
    /// All of it was understood; or there is no such cell.
    #[default]
    Understood,
    /// It says nothing.
    Empty,
    /// It is not understood, or words of it are not.
    NotUnderstood,
}

/// How often a column's cells say nothing or are not understood, by group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reads {
    /// The column's name in the criteria file.
    pub column: String,
    /// For each group, how many are empty and how many not understood; nothing where it is too small to be shown.
    pub groups: Vec<Option<(u64, u64)>>,
}

pub(super) fn demands(roll: &Roll, by: &GroupBy, shown: &ShownGroups, ask: &AuditQuery) -> Vec<Demand> {
    let required = roll.asked.iter().enumerate().filter(|(_, asked)| asked.need == Need::Required);
    required.map(|(criterion, _)| demand(criterion, roll, by, shown, ask)).collect()
}

fn demand(criterion: usize, roll: &Roll, by: &GroupBy, shown: &ShownGroups, ask: &AuditQuery) -> Demand {
    let verdict = |person: &crate::roll::Person| {
        let judged = person.judged[criterion];
        if judged.counts { judged.verdict } else { Verdict::Met }
    };
    let verdicts: Vec<Verdict> = roll.people.iter().map(verdict).collect();
    let lot = |verdict: &Verdict| {
        let met = *verdict == Verdict::Met;
        Lot { now: met, sure: met, possible: *verdict != Verdict::NotMet }
    };
    let pass = rates(by, &verdicts.iter().map(lot).collect::<Vec<_>>());
    let standings: Vec<Standing> = roll.people.iter().map(|person| person.without(&roll.asked, criterion)).collect();
    let without = rates(by, &lots(&standings, ask));
    let group = |at: usize| {
        let Rate { least, most, of, .. } = pass[at];
        shown.shown[at].then(|| Passing {
            pass: pass[at],
            open: most - least,
            fail: of - most,
            impact: impact(&pass, &shown.sets, at),
            selected: without[at],
            without: impact(&without, &shown.sets, at),
        })
    };
    Demand { criterion, groups: (0..pass.len()).map(group).collect() }
}

pub(super) fn reads(cells: &[CellsRead], by: &GroupBy, shown: &ShownGroups) -> Vec<Reads> {
    let column = |cells: &CellsRead| {
        let mut groups = vec![(0, 0); by.groups.labels.len()];
        for (group, read) in by.groups.of.iter().zip(&cells.of) {
            let Some(group) = group else { continue };
            groups[*group].0 += u64::from(*read == Read::Empty);
            groups[*group].1 += u64::from(*read == Read::NotUnderstood);
        }
        let told = groups.into_iter().zip(&shown.shown).map(|(counts, shown)| shown.then_some(counts));
        Reads { column: cells.column.clone(), groups: told.collect() }
    };
    cells.iter().map(column).collect()
}
