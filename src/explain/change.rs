//! What would change a candidate's standing: where confirmations would lead, and what could still add points.

use super::confirm::after;
pub use super::confirm::{Confirmation, cheapest};
use super::{CriterionAccount, standing_of};
use crate::catalogue::Text;
use crate::criteria::WhenMissing;
use crate::rank::Key;
use crate::score::{Need, Standing, Status};
use crate::verdict::{Credit, Verdict};

/// Where the candidate stands once these are confirmed and everything else is as it was: at least there, since what is
/// confirmed may say more than was asked.
#[must_use]
pub fn standing_after(criteria: &[CriterionAccount], confirmed: &[Confirmation]) -> Standing {
    standing_of(&after(criteria, confirmed))
}

/// The candidates of a list but for one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Others<'a> {
    /// The standings of all, the first one first.
    pub all: &'a [Key],
    /// That of the one.
    pub own: Option<Key>,
}

/// The rank that a standing has among other candidates.
#[must_use]
pub fn rank_after(standing: Standing, others: Others<'_>) -> u64 {
    let key = Key::from(standing);
    let ahead = others.all.partition_point(|other| *other < key);
    1 + (ahead - usize::from(others.own.is_some_and(|own| own < key)).min(ahead)) as u64
}

/// The standing if everything that is unknown went well; a candidate who is not eligible stays so.
#[must_use]
pub fn all_well(standing: Standing) -> Standing {
    Standing {
        status: if standing.status == Status::Review { Status::Eligible } else { standing.status },
        score: standing.score_max,
        ..standing
    }
}

/// An open criterion and what it could still add.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenPoint {
    /// The place of the criterion in the list.
    pub criterion: usize,
    /// The criterion's id.
    pub id: String,
    /// What it is called.
    pub label: Text,
    /// How many points it could add: its weight × (possible − proven credit).
    pub points: f64,
    /// The same as a part of the score, of 100.
    pub score: f64,
}

/// What could still add points, the most first; those that could add as much in the order of the criteria file.
#[must_use]
pub fn open_points(criteria: &[CriterionAccount]) -> Vec<OpenPoint> {
    let counting = || criteria.iter().enumerate().filter(|(_, criterion)| criterion.judged.counts);
    let weights: f64 = counting().map(|(_, criterion)| criterion.weight).sum();
    let mut open: Vec<OpenPoint> = counting()
        .map(|(at, criterion)| {
            let Credit { low, high } = criterion.judged.credit;
            let points = criterion.weight * (high - low);
            OpenPoint {
                criterion: at,
                id: criterion.id.clone(),
                label: criterion.label.clone(),
                points,
                score: if weights > 0.0 { 100.0 * points / weights } else { 0.0 },
            }
        })
        .filter(|open| open.points > 1e-9)
        .collect();
    open.sort_by(|a, b| b.points.total_cmp(&a.points));
    open
}

/// The requirements that are not met, so that no confirmation is enough.
#[must_use]
pub fn failed(criteria: &[CriterionAccount]) -> Vec<&CriterionAccount> {
    criteria.iter().filter(|criterion| criterion.requires(Verdict::NotMet)).collect()
}

/// Whether a criterion fails for want of a cell alone, so that supplying it would reopen it.
#[must_use]
pub fn reopens(criterion: &CriterionAccount) -> bool {
    criterion.when_missing == WhenMissing::Fail
        && criterion.account.outcome.missing
        && criterion.judged.verdict == Verdict::NotMet
        && criterion.need == Need::Required
        && criterion.decided.is_none()
}

#[cfg(test)]
mod tests {
    use super::super::samples::*;
    use super::super::standing_of;
    use super::*;
    use crate::kinds::{TestAccount, Unit};
    use crate::reading::{Bound, Reading};

    fn of(column: &str, reading: Reading) -> TestAccount {
        let bound = Bound { full_at: Some(14.0), ..least(7.0) };
        leaf(Unit::Years, bound, reading, &[(column, "5-8")])
    }

    fn years(reading: Reading) -> TestAccount {
        of("hrd_experience", reading)
    }

    fn other(reading: Reading) -> TestAccount {
        of("other", reading)
    }

    fn required(account: TestAccount) -> CriterionAccount {
        criterion("c", ("Experience", "Expérience"), Need::Required, 10.0, account)
    }

    const MET: Reading = Reading::exactly(14.0);
    const OPEN: Reading = Reading::between(5.0, 8.0);
    const SHORT: Reading = Reading::exactly(3.0);

    #[test]
    fn only_an_empty_cell_that_fails_reopens() {
        let with = |missing, reading| when_missing("c", ("c", "c"), Need::Required, 1.0, missing, years(reading));
        assert!(reopens(&with(WhenMissing::Fail, Reading::MISSING)));
        assert!(!reopens(&with(WhenMissing::Review, Reading::MISSING)));
        assert!(!reopens(&with(WhenMissing::Fail, SHORT)));
    }

    #[test]
    fn where_the_confirmations_lead() {
        let criteria = [
            required(years(OPEN)),
            criterion("a", ("Asset", "Atout"), Need::Asset, 30.0, other(OPEN)),
            when_missing("s", ("Skipped", "Omis"), Need::Required, 60.0, WhenMissing::Skip, other(Reading::MISSING)),
        ];
        let before = standing_of(&criteria);
        assert_eq!(before.status, Status::Review);
        let confirmations = cheapest(&criteria).unwrap();
        assert_eq!(confirmations.len(), 1);
        assert_eq!(confirmations[0].reading, Reading::between(7.0, 8.0));
        let after = standing_after(&criteria, &confirmations);
        assert_eq!(after.status, Status::Eligible);
        // 10 × 7/14 + 30 × 5/14, of 40.
        assert!((after.score.points() - 100.0 * (5.0 + 150.0 / 14.0) / 40.0).abs() < 1e-6);
        assert_eq!(after.score_max, before.score_max);
        let other = |status, points: f64| {
            let score = crate::score::Score::new(points);
            Key::from(Standing { status, score, score_max: score })
        };
        let mut all = [
            other(Status::Eligible, 90.0),
            other(Status::Eligible, 20.0),
            other(Status::Review, 99.0),
            Key::from(after),
            Key::from(before),
        ];
        all.sort();
        let others = Others { all: &all, own: Some(Key::from(before)) };
        assert_eq!(rank_after(after, others), 2);
        assert_eq!(rank_after(before, others), 5);
        assert_eq!(rank_after(before, Others::default()), 1);
    }

    #[test]
    fn open_points_largest_first() {
        let criteria = [
            required(years(MET)),
            criterion("a", ("A", "A"), Need::Asset, 10.0, years(OPEN)),
            criterion("b", ("B", "B"), Need::Asset, 20.0, years(Reading::MISSING)),
            when_missing("c", ("C", "C"), Need::Asset, 50.0, WhenMissing::Skip, years(Reading::MISSING)),
        ];
        let open = open_points(&criteria);
        let told: Vec<(&str, f64)> = open.iter().map(|open| (open.id.as_str(), open.points)).collect();
        assert_eq!(told, [("b", 20.0), ("a", 10.0 * (8.0 / 14.0 - 5.0 / 14.0))]);
        assert!((open[0].score - 50.0).abs() < 1e-9);
        let standing = standing_of(&criteria);
        let gained: f64 = open.iter().map(|open| open.score).sum();
        assert!((standing.score_max.points() - standing.score.points() - gained).abs() < 1e-5);
        assert_eq!(all_well(standing).score, standing.score_max);
    }
}
