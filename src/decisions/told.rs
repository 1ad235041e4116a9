//! What came of the decisions of a run, once all records have been judged.

use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use super::{Decision, Decisions, Meaning};
use crate::catalogue::{Text, decisions as words};
use crate::diagnostic::Diagnostic;
use crate::view::DecisionCounts;

/// The candidate is there, or somebody has the cell.
pub(super) const SEEN: u8 = 1;
/// It decided for somebody.
pub(super) const APPLIED: u8 = 2;
/// The machine had decided otherwise.
pub(super) const OVERTURNED: u8 = 4;
/// The cell says something else now.
pub(super) const STALE: u8 = 8;
/// It would overturn the machine, and does not say why.
pub(super) const NO_REASON: u8 = 16;
/// The criterion's reader does not understand it beside the other cells.
pub(super) const UNREAD: u8 = 32;

impl Decisions {
    fn has(&self, at: usize, mark: u8) -> bool {
        self.marks[at].load(Ordering::Relaxed) & mark != 0
    }

    /// Whether the cell that it was made for is no longer there: that of its candidate, or everybody's.
    fn is_stale(&self, at: usize) -> bool {
        let for_all = self.all[at].entry.id.trim().is_empty();
        self.has(at, STALE) && !self.has(at, APPLIED) || for_all && !self.has(at, SEEN)
    }

    /// How many were applied, how many of them overturned the machine, and how many are stale.
    #[must_use]
    pub fn tally(&self) -> DecisionCounts {
        let count = |of: &dyn Fn(usize) -> bool| (0..self.all.len()).filter(|at| of(*at)).count();
        DecisionCounts {
            applied: count(&|at| self.has(at, APPLIED)),
            overturned: count(&|at| self.has(at, OVERTURNED)),
            stale: count(&|at| self.is_stale(at)),
        }
    }

    /// What is to be told of the decisions: who is not there, what is stale, what lacks a reason, who disagrees. Where nobody
    /// is to know who the candidates are, neither ids nor cells are told.
    #[must_use]
    pub fn problems(&self, blind: bool) -> Vec<Diagnostic> {
        let mut problems: Vec<Diagnostic> =
            self.all.iter().enumerate().filter_map(|(at, decision)| self.problem(at, decision, blind)).collect();
        let against = self.against.lock().unwrap_or_else(PoisonError::into_inner);
        let mut against: Vec<(usize, usize)> = against.iter().copied().collect();
        against.sort_unstable();
        for (later, earlier) in against {
            let (later, earlier) = (&self.all[later].entry, &self.all[earlier].entry);
            let [a, b] = [later, earlier].map(|entry| words::who_said(named(&entry.by), entry.decision.trim()));
            let note = Diagnostic::note("disagree", words::disagree(a, b, earlier.place.line));
            problems.push(note.at(later.place.clone()));
        }
        problems
    }

    fn problem(&self, at: usize, decision: &Decision, blind: bool) -> Option<Diagnostic> {
        let entry = &decision.entry;
        let (id, said) = (entry.id.trim(), entry.decision.trim());
        let warn = |code, what, help| Some(Diagnostic::warning(code, what).at(entry.place.clone()).help(help));
        if !id.is_empty() && !self.has(at, SEEN) {
            let what = if blind { words::not_there_blind() } else { words::not_there(id) };
            return warn("no-such-candidate", what, words::not_there_help());
        }
        if self.is_stale(at) {
            let what = if blind {
                words::stale_blind(said, entry.criterion.trim())
            } else if id.is_empty() {
                words::stale_for_all(said, entry.criterion.trim(), entry.cell.trim())
            } else {
                words::stale(said, id, entry.criterion.trim(), entry.cell.trim())
            };
            return warn("stale-decision", what, words::stale_help());
        }
        if self.has(at, NO_REASON) {
            return warn("no-reason", words::without_reason(said, entry.criterion.trim()), words::reason_help());
        }
        if self.has(at, UNREAD) {
            return warn(
                "unknown-reading",
                words::not_understood_beside(said),
                words::not_understood_help(self.examples_of(decision)),
            );
        }
        None
    }
}

impl Decisions {
    /// Texts that could have been decided instead.
    fn examples_of(&self, decision: &Decision) -> Option<Text> {
        self.examples(decision.criterion?)
    }
}

/// Somebody's name, where it is told.
fn named(by: &str) -> Text {
    if by.trim().is_empty() { words::somebody() } else { Text::same(by.trim()) }
}

impl Decision {
    /// Whether it decides the status.
    #[must_use]
    pub const fn is_status(&self) -> bool {
        matches!(self.meaning, Meaning::Status(_))
    }
}
