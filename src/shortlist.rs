//! The shortlist said beforehand: who is on it, and who could still cross its line.

use crate::rank::Ranks;
use crate::score::{Score, Standing, Status};

/// Where the line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cutoff {
    /// After the first so many; who is level with the last of them is in, too.
    Top(u64),
    /// At this score.
    Score(Score),
    /// After this part of all candidates, from 0 to 1, rounded up to a whole one; who is level with the last is in, too.
    Part(f64),
}

/// A shortlist.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shortlist {
    /// Its line.
    pub line: Cutoff,
    /// Where the line leaves fewer than so many, the first so many are in.
    pub at_least: u64,
}

/// Whether a candidate is on a list: as things stand, and however what is open turns out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lot {
    /// As things stand.
    pub now: bool,
    /// Whatever comes.
    pub sure: bool,
    /// If it goes well.
    pub possible: bool,
}

impl Lot {
    /// Whether it can still turn out either way.
    #[must_use]
    pub const fn is_open(self) -> bool {
        self.possible && !self.sure
    }
}

/// Which statuses are selected, in the order of [`Status::ALL`].
pub(crate) type Statuses = [bool; 3];

/// Those who are eligible, and no others.
pub(crate) const ELIGIBLE: Statuses = [true, false, false];

/// Who is selected by status alone: a candidate in review may turn out eligible or not.
#[must_use]
pub(crate) fn by_status(statuses: Statuses, standing: Standing) -> Lot {
    let now = statuses[standing.status as usize];
    let ends: &[Status] = match standing.status {
        Status::Eligible => &[Status::Eligible],
        Status::Review => &[Status::Eligible, Status::NotEligible],
        Status::NotEligible => &[Status::NotEligible],
    };
    let on = |status: &Status| statuses[*status as usize];
    Lot { now, sure: now && ends.iter().all(on), possible: now || ends.iter().any(on) }
}

impl Shortlist {
    /// The last rank that is in by its place alone, among so many candidates.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "counts")]
    pub fn places(&self, candidates: u64) -> u64 {
        let line = match self.line {
            Cutoff::Top(places) => places,
            Cutoff::Score(_) => 0,
            // A part such as a fifth is a little off in binary: no candidate more for that.
            Cutoff::Part(part) => (part * candidates as f64 - 1e-9).ceil().max(0.0) as u64,
        };
        line.max(self.at_least)
    }

    /// The same among so many candidates: a part of all of them is so many places.
    #[must_use]
    pub fn of(self, candidates: u64) -> Self {
        match self.line {
            Cutoff::Part(_) => Self { line: Cutoff::Top(self.places(candidates)), at_least: 0 },
            _ => self,
        }
    }

    /// Whether a candidate is on the list, among so many candidates.
    #[must_use]
    pub fn lot(&self, statuses: Statuses, standing: Standing, ranks: Ranks, candidates: u64) -> Lot {
        let places = self.places(candidates);
        let enough = |score: Score| matches!(self.line, Cutoff::Score(line) if score >= line);
        let lot = by_status(statuses, standing);
        Lot {
            now: lot.now && (ranks.rank <= places || enough(standing.score)),
            sure: lot.sure && (ranks.worst <= places || enough(standing.score)),
            possible: lot.possible && (ranks.best <= places || enough(standing.score_max)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(status: Status, score: u32, max: u32) -> Standing {
        Standing { status, score: Score::from_steps(score * 1_000_000), score_max: Score::from_steps(max * 1_000_000) }
    }

    const fn ranks(best: u64, rank: u64, worst: u64) -> Ranks {
        Ranks { rank, best, worst }
    }

    #[test]
    fn ties_at_the_line_are_in() {
        let top = Shortlist { line: Cutoff::Top(2), at_least: 0 };
        let lot = |ranks| top.lot(ELIGIBLE, at(Status::Eligible, 50, 60), ranks, 10);
        assert_eq!(lot(ranks(2, 2, 2)), Lot { now: true, sure: true, possible: true });
        assert_eq!(lot(ranks(2, 3, 4)), Lot { now: false, sure: false, possible: true });
        assert_eq!(lot(ranks(3, 3, 4)), Lot { now: false, sure: false, possible: false });
        let in_review = top.lot(ELIGIBLE, at(Status::Review, 50, 60), ranks(1, 2, 4), 10);
        assert_eq!(in_review, Lot { now: false, sure: false, possible: true });
    }

    #[test]
    fn a_score_or_a_part_draws_the_line_and_no_fewer_than_asked_are_in() {
        let score = Shortlist { line: Cutoff::Score(Score::new(70.0)), at_least: 3 };
        let lot = |score_: (u32, u32), rank| score.lot(ELIGIBLE, at(Status::Eligible, score_.0, score_.1), rank, 10);
        assert!(lot((70, 70), ranks(5, 5, 5)).sure && lot((60, 60), ranks(3, 3, 3)).sure);
        assert_eq!(lot((60, 80), ranks(4, 4, 4)), Lot { now: false, sure: false, possible: true });
        let part = |part, candidates| Shortlist { line: Cutoff::Part(part), at_least: 0 }.places(candidates);
        assert_eq!([part(0.2, 10), part(0.2, 11), part(0.07, 100), part(0.0, 9)], [2, 3, 7, 0]);
    }

    #[test]
    fn who_is_selected_by_status() {
        let lots = Status::ALL.map(|status| by_status([true, true, false], at(status, 0, 0)));
        assert_eq!(
            lots.map(|lot| (lot.now, lot.sure, lot.possible)),
            [(true, true, true), (true, false, true), (false, false, false)]
        );
    }
}
