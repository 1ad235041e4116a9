//! What people said of a row, beside what the machine said.

use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use super::told::{APPLIED, NO_REASON, OVERTURNED, SEEN, STALE, UNREAD};
use super::{Decision, Decisions, Meaning, overturns};
use crate::fold::fold;
use crate::kinds::{Cells, evidence};
use crate::plan::Planned;
use crate::score::{Judged, Status};

/// What people decided of one candidate.
#[derive(Debug, Default)]
pub struct Ruling<'a> {
    /// The criteria that were decided, in their order.
    pub criteria: Vec<Ruled<'a>>,
    /// The status, if it was.
    pub status: Option<(Status, &'a Decision)>,
}

/// What people decided of one criterion.
#[derive(Clone, Copy, Debug)]
pub struct Ruled<'a> {
    /// The criterion's place among those that count.
    pub criterion: usize,
    /// The decision.
    pub decision: &'a Decision,
    /// What follows from it.
    pub judged: Judged,
    /// What the machine had said.
    pub machine: Judged,
}

impl Ruling<'_> {
    /// Whether nothing was decided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.criteria.is_empty() && self.status.is_none()
    }

    /// Puts what was decided in the place of what the machine said.
    pub fn apply(&self, judged: &mut [Judged]) {
        for ruled in &self.criteria {
            if let Some(judged) = judged.get_mut(ruled.criterion) {
                *judged = ruled.judged;
            }
        }
    }
}

impl Decisions {
    /// Whether anything may have been decided of the candidate with this id: for the id, or for everybody with a cell. Quick,
    /// since it is asked of every record.
    #[must_use]
    pub fn may_concern(&self, id: &str, planned: &[Planned], row: &dyn Cells) -> bool {
        self.by_id.contains_key(&fold(id))
            || planned.iter().enumerate().any(|(criterion, planned)| {
                self.for_all.contains(&criterion)
                    && !self.for_cell(criterion, &CellTexts::new(planned, row, self.written)).is_empty()
            })
    }

    /// What people said of the candidate with this id, in whose row `planned` read the cells and the machine said `machine`.
    #[must_use]
    pub fn rule(&self, id: &str, planned: &[Planned], row: &dyn Cells, machine: &[Judged]) -> Ruling<'_> {
        let own = self.by_id.get(&fold(id)).map_or(&[][..], Vec::as_slice);
        let mut ruling = Ruling::default();
        own.iter().for_each(|at| self.mark(*at, SEEN));
        for (criterion, (planned, machine)) in planned.iter().zip(machine).enumerate() {
            let of_it = own.iter().copied().filter(|at| self.all[*at].criterion == Some(criterion));
            let of_it: Vec<usize> = of_it.collect();
            if of_it.is_empty() && !self.for_all.contains(&criterion) {
                continue;
            }
            ruling.criteria.extend(self.one(criterion, &of_it, planned, row, machine));
        }
        let statuses = own.iter().filter_map(|at| match self.all[*at].meaning {
            Meaning::Status(status) => Some((*at, status)),
            _ => None,
        });
        let statuses: Vec<(usize, Status)> = statuses.collect();
        if let Some((last, status)) = statuses.last() {
            self.mark(*last, APPLIED);
            statuses.iter().filter(|(_, other)| other != status).for_each(|(at, _)| self.disagree(*last, *at));
            ruling.status = Some((*status, &self.all[*last]));
        }
        ruling
    }

    /// What was decided of one criterion: the last of those that hold.
    fn one(
        &self,
        criterion: usize,
        own: &[usize],
        planned: &Planned,
        row: &dyn Cells,
        machine: &Judged,
    ) -> Option<Ruled<'_>> {
        let seen = CellTexts::new(planned, row, self.written);
        let mut holding: Vec<usize> = self.for_cell(criterion, &seen);
        holding.iter().for_each(|at| self.mark(*at, SEEN));
        let (fresh, stale): (Vec<usize>, Vec<usize>) =
            own.iter().partition(|at| seen.is(&fold(&self.all[**at].entry.cell)));
        holding.extend(fresh);
        holding.sort_unstable();
        let ruled = holding.iter().rev().find_map(|at| self.follows(*at, criterion, planned, row, machine));
        // What was decided anew for the cell as it is now takes the place of what was decided before.
        let last = ruled.map_or(0, |(at, _)| at);
        stale.into_iter().filter(|at| ruled.is_none() || *at > last).for_each(|at| self.mark(at, STALE));
        let (at, ruled) = ruled?;
        self.mark(at, APPLIED);
        if overturns(machine, &ruled.judged) {
            self.mark(at, OVERTURNED);
        }
        let said = |at: usize| fold(&self.all[at].entry.decision);
        holding
            .iter()
            .filter(|other| **other < at && said(**other) != said(at))
            .for_each(|other| self.disagree(at, *other));
        Some(ruled)
    }

    /// The decisions for everybody whose cell says this.
    fn for_cell(&self, criterion: usize, seen: &CellTexts<'_>) -> Vec<usize> {
        if !self.for_all.contains(&criterion) {
            return Vec::new();
        }
        let of = |text: String| self.by_cell.get(&(criterion, text));
        let mut found: Vec<usize> = seen.texts().filter_map(of).flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// What follows from a decision that holds for the cell; nothing where it cannot be used after all.
    fn follows(
        &self,
        at: usize,
        criterion: usize,
        planned: &Planned,
        row: &dyn Cells,
        machine: &Judged,
    ) -> Option<(usize, Ruled<'_>)> {
        let decision = &self.all[at];
        let judged = match &decision.meaning {
            Meaning::Reading(_, Some(judged)) | Meaning::Verdict(judged) => *judged,
            Meaning::Reading(cells, None) => {
                let other = |column: &str| planned.check.cell_of(column, row).unwrap_or_default();
                let (judged, understood) = self.readings(&self.readers.criteria[criterion], cells, &other);
                if !understood {
                    self.mark(at, UNREAD);
                    return None;
                }
                judged
            }
            Meaning::Status(_) => return None,
        };
        if overturns(machine, &judged) && decision.entry.reason.trim().is_empty() {
            self.mark(at, NO_REASON);
            return None;
        }
        Some((at, Ruled { criterion, decision, judged, machine: *machine }))
    }

    /// Notes that the later of two decisions of two people says something else.
    fn disagree(&self, later: usize, earlier: usize) {
        let by = |at: usize| fold(&self.all[at].entry.by);
        if by(later) != by(earlier) {
            self.against.lock().unwrap_or_else(PoisonError::into_inner).insert((later, earlier));
        }
    }

    /// Notes what the status was by the criteria, where a person decided it.
    pub fn compare_status(&self, ruling: &Ruling<'_>, by_criteria: Status) {
        if let Some((status, decision)) = ruling.status
            && by_criteria != Status::Review
            && status != by_criteria
            && let Some(at) = self.all.iter().position(|one| std::ptr::eq(one, decision))
        {
            self.mark(at, OVERTURNED);
        }
    }

    fn mark(&self, at: usize, mark: u8) {
        self.marks[at].fetch_or(mark, Ordering::Relaxed);
    }
}

/// What a criterion is given to read in a row, in the ways in which it is shown and written.
struct CellTexts<'a> {
    whole: String,
    planned: &'a Planned,
    row: &'a dyn Cells,
    written: fn(&str) -> String,
}

impl<'a> CellTexts<'a> {
    fn new(planned: &'a Planned, row: &'a dyn Cells, written: fn(&str) -> String) -> Self {
        Self { whole: planned.check.whole_evidence(row), planned, row, written }
    }

    /// Each way, folded: the whole of it, as a spreadsheet is given it, and the part that an account shows.
    fn texts(&self) -> impl Iterator<Item = String> {
        let written = (self.written)(&self.whole);
        let shown = || {
            let account = self.planned.check.account(self.row);
            let evidence = evidence(&account).into_owned();
            [(self.written)(&evidence), evidence]
        };
        [fold(&self.whole), fold(&written)]
            .into_iter()
            .chain(std::iter::once_with(shown).flatten().map(|text| fold(&text)))
    }

    /// Whether it is this text, folded.
    fn is(&self, text: &str) -> bool {
        self.texts().any(|seen| seen == text)
    }
}
