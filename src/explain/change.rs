//! What would change a candidate's standing: the fewest confirmations that are enough, and where they would lead.
//!
//! A confirmation settles one open test, a leaf of a criterion's tree, in the candidate's favour. It costs 1; what is
//! met costs nothing; what is not met cannot be confirmed. All of several cost what they cost together, any of them
//! what the cheapest costs, so many of them what the cheapest so many cost; where two cost the same, the first in the
//! criteria file is taken. The tests of a tree share nothing, so the sum of the cheapest parts is the cheapest whole.

use super::amount;
use super::reason::{gather, is_scale, no_cell, snip};
use super::{CriterionAccount, standing_of};
use crate::catalogue::{Lang, Text, explain as words, list_and};
use crate::criteria::WhenMissing;
use crate::kinds::{Account, How, Outcome, Unit};
use crate::rank::Key;
use crate::reading::{Bound, Range, Reading, Why};
use crate::score::{Judged, Need, Standing, Status};
use crate::verdict::{Credit, Verdict};

/// One open test to be settled with the candidate.
#[derive(Clone, Debug)]
pub struct Confirmation {
    /// The place of its criterion in the list.
    pub criterion: usize,
    /// The criterion's id.
    pub id: String,
    /// What the criterion is called.
    pub label: Text,
    /// Which of the criterion's single tests it is, counted from 0 in the order of the criteria file.
    pub leaf: usize,
    /// What is asked, as a phrase.
    pub requirement: Text,
    /// The columns that the test reads.
    pub columns: Vec<String>,
    /// What to ask for. May quote the candidate: hostile until escaped.
    pub ask: Text,
    /// The credit of the test once it is confirmed.
    pub credit: Credit,
}

/// The fewest confirmations that make the candidate eligible: none for one who is, nothing where a requirement is not
/// met, so that no confirmation could.
#[must_use]
pub fn cheapest(criteria: &[CriterionAccount]) -> Option<Vec<Confirmation>> {
    let mut confirmations = Vec::new();
    for (at, criterion) in criteria.iter().enumerate() {
        if criterion.requires(Verdict::NotMet) {
            return None;
        }
        if criterion.requires(Verdict::Unknown) {
            let leaves = cheapest_leaves(&criterion.account, &mut 0)?;
            confirmations.extend(leaves.into_iter().map(|(leaf, account)| confirmation(at, criterion, leaf, account)));
        }
    }
    Some(confirmations)
}

/// The fewest leaves to confirm, each with its number; `next` is the number of the first leaf, and then of the leaf
/// after the last.
fn cheapest_leaves<'a>(account: &'a Account, next: &mut usize) -> Option<Vec<(usize, &'a Account)>> {
    let verdict = account.outcome.verdict;
    let Some(how) = account.how else {
        let leaf = *next;
        *next += 1;
        return match verdict {
            Verdict::Met => Some(Vec::new()),
            Verdict::Unknown => Some(vec![(leaf, account)]),
            Verdict::NotMet => None,
        };
    };
    // Every part is looked at, so that each leaf keeps its number.
    let parts: Vec<_> = account.parts.iter().map(|part| cheapest_leaves(part, next)).collect();
    match how {
        How::All => parts.into_iter().collect::<Option<Vec<_>>>().map(|parts| parts.concat()),
        How::Any => parts.into_iter().flatten().min_by_key(Vec::len),
        How::Some => {
            let wanted = account.bound.at_least.map_or(0, amount::count);
            let mut parts: Vec<_> = parts.into_iter().flatten().collect();
            parts.sort_by_key(Vec::len);
            parts.truncate(wanted);
            let enough = parts.len() == wanted;
            let mut leaves = parts.concat();
            leaves.sort_by_key(|(leaf, _)| *leaf);
            enough.then_some(leaves)
        }
    }
}

fn confirmation(at: usize, criterion: &CriterionAccount, leaf: usize, account: &Account) -> Confirmation {
    Confirmation {
        criterion: at,
        id: criterion.id.clone(),
        label: criterion.label.clone(),
        leaf,
        requirement: Text::clone(&account.requirement),
        columns: account.evidence.iter().map(|cell| cell.column.to_string()).collect(),
        ask: ask(account),
        credit: settle(account).credit,
    }
}

/// What to ask for, to settle one open test.
fn ask(account: &Account) -> Text {
    let names: Vec<String> = account.evidence.iter().map(|cell| format!("`{}`", cell.column)).collect();
    let names = list_and(&names);
    Text::each(|lang| {
        let columns = names.to(lang);
        let degree = is_scale(&account.unit, "education");
        let ask = match (&account.unit, account.doubt) {
            (Unit::Years, _) => words::ask_years(lang, columns).to_string(),
            (Unit::Number, _) => words::ask_number(lang, columns).to_string(),
            (Unit::Step(_), Some(Why::UnderWay)) if degree => words::ask_finished(lang, columns).to_string(),
            (Unit::Step(_), Some(Why::Elsewhere)) if degree => words::ask_field(lang, columns).to_string(),
            (Unit::Step(_), _) if degree => words::ask_degree(lang, columns).to_string(),
            (Unit::Step(_), _) => words::ask_level(lang, columns).to_string(),
            (Unit::Moment(_), _) => words::ask_date(lang, columns).to_string(),
            (Unit::YesNo, _) => words::ask_yes_no(lang, columns).to_string(),
            (Unit::Presence, _) => words::ask_provided(lang, columns).to_string(),
            (Unit::Category, _) => words::ask_category(lang, columns).to_string(),
            (Unit::Rating(_), _) => words::ask_rating(lang, columns).to_string(),
            (Unit::Terms(_) | Unit::Tests(_), _) => words::ask_terms(lang, columns).to_string(),
        };
        words::to_be_shown(lang, ask, account.requirement.to(lang), so_far(lang, account)).to_string()
    })
}

/// What the cells say before anything is asked.
fn so_far(lang: Lang, account: &Account) -> String {
    let mut cells = Vec::new();
    gather(account, &mut cells);
    match cells.first() {
        Some((_, text)) if !account.outcome.missing => words::cell_says(lang, snip(text)).to_string(),
        _ => no_cell(lang, account),
    }
}

/// A reading narrowed to the values that pass. Where nothing is known, it becomes what passes at all.
#[must_use]
pub fn narrow(unit: &Unit, bound: Bound, reading: Reading) -> Reading {
    let (floor, top) = span(unit);
    let passing = Range {
        low: bound.at_least.unwrap_or(floor),
        high: bound.at_most.unwrap_or(top).min(top.max(bound.at_least.unwrap_or(floor))),
        low_open: false,
        high_open: false,
    };
    match reading {
        Reading::Within(range) => both(range, passing).map_or(reading, Reading::Within),
        Reading::Either(a, b) => match (both(a, passing), both(b, passing)) {
            (Some(a), Some(b)) => Reading::either(a, b),
            (Some(one), None) | (None, Some(one)) => Reading::Within(one),
            (None, None) => reading,
        },
        Reading::Unknown(_) => Reading::Within(passing),
    }
}

/// The least and the most that a unit can be.
#[expect(clippy::cast_precision_loss, reason = "scales and lists of a criteria file are short")]
fn span(unit: &Unit) -> (f64, f64) {
    match unit {
        Unit::Years => (0.0, f64::INFINITY),
        Unit::Number | Unit::Moment(_) => (f64::NEG_INFINITY, f64::INFINITY),
        Unit::Step(scale) => (0.0, scale.top() as f64),
        Unit::YesNo | Unit::Presence | Unit::Category => (0.0, 1.0),
        Unit::Terms(total) | Unit::Tests(total) => (0.0, *total as f64),
        Unit::Rating(out_of) => (0.0, *out_of),
    }
}

/// The values that are in both ranges.
fn both(a: Range, b: Range) -> Option<Range> {
    let (low, low_open) = if a.low >= b.low { (a.low, a.low_open) } else { (b.low, b.low_open) };
    let (high, high_open) = if a.high <= b.high { (a.high, a.high_open) } else { (b.high, b.high_open) };
    let some = low < high || (low <= high && !low_open && !high_open);
    some.then_some(Range { low, high, low_open, high_open })
}

/// The outcome of one test once it is confirmed.
fn settle(account: &Account) -> Outcome {
    let reading = narrow(&account.unit, account.bound, account.reading);
    Outcome { verdict: account.bound.verdict(reading), credit: account.bound.credit(reading), missing: false, gap: 0.0 }
}

/// The outcome of a test once the leaves with these numbers are confirmed.
fn outcome_after(account: &Account, leaves: &[usize], next: &mut usize) -> Outcome {
    let Some(how) = account.how else {
        let confirmed = leaves.contains(next);
        *next += 1;
        return if confirmed { settle(account) } else { account.outcome };
    };
    let parts: Vec<Outcome> = account.parts.iter().map(|part| outcome_after(part, leaves, next)).collect();
    how.together(&account.bound, parts.into_iter()).1
}

/// Where the candidate stands once these are confirmed and everything else is as it was.
#[must_use]
pub fn standing_after(criteria: &[CriterionAccount], confirmed: &[Confirmation]) -> Standing {
    let chosen: Vec<(usize, usize)> = confirmed.iter().map(|one| (one.criterion, one.leaf)).collect();
    after(criteria, &chosen)
}

fn after(criteria: &[CriterionAccount], chosen: &[(usize, usize)]) -> Standing {
    let after: Vec<CriterionAccount> = criteria
        .iter()
        .enumerate()
        .map(|(at, criterion)| {
            let leaves: Vec<usize> = chosen.iter().filter(|(of, _)| *of == at).map(|(_, leaf)| *leaf).collect();
            if leaves.is_empty() {
                return criterion.clone();
            }
            // Whoever answers has said something: an empty cell is empty no longer.
            let Outcome { verdict, credit, .. } = outcome_after(&criterion.account, &leaves, &mut 0);
            CriterionAccount { judged: Judged { verdict, credit, counts: true }, ..criterion.clone() }
        })
        .collect();
    standing_of(&after)
}

/// The rank that a standing has among other candidates.
#[must_use]
pub fn rank_after(standing: Standing, others: impl Iterator<Item = Key>) -> u64 {
    let key = Key::from(standing);
    1 + others.filter(|other| *other < key).count() as u64
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
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples::*;
    use super::super::{distrust, standing_of};
    use super::*;
    use crate::text::scale;

    fn years(reading: Reading) -> Account {
        let bound = Bound { full_at: Some(14.0), ..least(7.0) };
        leaf(Unit::Years, bound, reading, &[("hrd_experience", "5-8")])
    }

    fn required(account: Account) -> CriterionAccount {
        criterion("c", ("Experience", "Expérience"), Need::Required, 10.0, account)
    }

    fn leaves(criteria: &[CriterionAccount]) -> Option<Vec<(usize, usize)>> {
        cheapest(criteria).map(|set| set.iter().map(|one| (one.criterion, one.leaf)).collect())
    }

    const MET: Reading = Reading::exactly(14.0);
    const OPEN: Reading = Reading::between(5.0, 8.0);
    const SHORT: Reading = Reading::exactly(3.0);

    #[test]
    fn the_cheapest_set() {
        let any = |parts: &[Reading]| group(How::Any, Bound::default(), parts.iter().copied().map(years).collect());
        let all = |parts: &[Reading]| group(How::All, Bound::default(), parts.iter().copied().map(years).collect());
        let two = |parts: &[Reading]| group(How::Some, least(2.0), parts.iter().copied().map(years).collect());
        for (account, expected) in [
            (years(MET), Some(vec![])),
            (years(OPEN), Some(vec![0])),
            (years(Reading::MISSING), Some(vec![0])),
            (years(Reading::UNREADABLE), Some(vec![0])),
            (years(SHORT), None),
            (any(&[SHORT, OPEN, OPEN]), Some(vec![1])),
            (any(&[SHORT, OPEN, MET]), Some(vec![])),
            (any(&[SHORT, SHORT]), None),
            (all(&[OPEN, MET, OPEN]), Some(vec![0, 2])),
            (all(&[OPEN, MET, SHORT]), None),
            (two(&[OPEN, SHORT, OPEN, OPEN]), Some(vec![0, 2])),
            (two(&[OPEN, SHORT, OPEN, MET]), Some(vec![0])),
            (two(&[OPEN, SHORT, SHORT]), None),
            // The first part costs two, the second one.
            (group(How::Any, Bound::default(), vec![all(&[OPEN, OPEN]), all(&[MET, OPEN])]), Some(vec![3])),
            (group(How::Any, Bound::default(), vec![all(&[OPEN, SHORT]), all(&[OPEN, OPEN])]), Some(vec![2, 3])),
        ] {
            let expected = expected.map(|leaves: Vec<usize>| leaves.into_iter().map(|leaf| (0, leaf)).collect());
            assert_eq!(leaves(&[required(account)]), expected);
        }
    }

    #[test]
    fn only_what_counts_and_can_reject_is_asked() {
        let open = || years(Reading::MISSING);
        let with = |missing, need| when_missing("c", ("c", "c"), need, 1.0, missing, open());
        assert_eq!(leaves(&[with(WhenMissing::Fail, Need::Required)]), None);
        assert_eq!(leaves(&[with(WhenMissing::Skip, Need::Required)]), Some(vec![]));
        assert_eq!(leaves(&[with(WhenMissing::Review, Need::Asset)]), Some(vec![]));
        assert_eq!(leaves(&[with(WhenMissing::Fail, Need::Asset), required(open())]), Some(vec![(1, 0)]));
        assert!(reopens(&with(WhenMissing::Fail, Need::Required)));
        assert!(!reopens(&with(WhenMissing::Review, Need::Required)));
        assert!(!reopens(&when_missing("c", ("c", "c"), Need::Required, 1.0, WhenMissing::Fail, years(SHORT))));
    }

    #[test]
    fn a_confirmation_says_what_to_ask() {
        let asked = |account| cheapest(&[required(account)]).unwrap().remove(0).ask;
        let degree = |why| {
            let education = step(scale::education());
            doubted(leaf(education, least(3.0), Reading::between(0.0, 4.0), &[("degree", "Master en cours")]), why)
        };
        for (account, en, fr) in [
            (
                years(OPEN),
                "ask for the number of years (`hrd_experience`); to be shown: at least 7 years; the cell says `5-8`",
                "demander le nombre d'années (`hrd_experience`) ; à établir : au moins 7 ans ; la cellule dit `5-8`",
            ),
            (
                leaf(cefr(), least(4.0), Reading::MISSING, &[("french", ""), ("languages", "")]),
                "ask for the level (`french` and `languages`); to be shown: B2 or better; the cells are empty",
                "demander le niveau (`french` et `languages`) ; à établir : B2 ou mieux ; les cellules sont vides",
            ),
            (
                degree(Why::UnderWay),
                "ask whether the degree is finished (`degree`); to be shown: “bachelor” or better; the cell says `Master en cours`",
                "demander si le diplôme est obtenu (`degree`) ; à établir : « licence ou bachelier » ou mieux ; la cellule dit `Master en cours`",
            ),
            (
                degree(Why::Elsewhere),
                "ask for the field of the degree (`degree`); to be shown: “bachelor” or better; the cell says `Master en cours`",
                "demander le domaine du diplôme (`degree`) ; à établir : « licence ou bachelier » ou mieux ; la cellule dit `Master en cours`",
            ),
            (
                leaf(Unit::Presence, YES, Reading::MISSING, &[("cv", "")]),
                "ask for what is to be provided (`cv`); to be shown: provided; the cell is empty",
                "demander ce qui est à fournir (`cv`) ; à établir : fourni ; la cellule est vide",
            ),
        ] {
            assert_eq!(asked(account), Text { en: en.into(), fr: fr.into() });
        }
    }

    #[test]
    fn readings_are_narrowed_to_what_passes() {
        let bound = least(7.0);
        let within = |range| Reading::Within(range);
        for (unit, bound, reading, narrowed) in [
            (Unit::Years, bound, Reading::between(5.0, 8.0), Reading::between(7.0, 8.0)),
            (Unit::Years, bound, within(Range::under(5.0, 8.0)), within(Range::under(7.0, 8.0))),
            (Unit::Years, bound, within(Range::over(5.0)), within(Range::from(7.0))),
            (Unit::Years, bound, Reading::MISSING, within(Range::from(7.0))),
            (Unit::Rating(10.0), bound, Reading::MISSING, Reading::between(7.0, 10.0)),
            (cefr(), least(5.0), Reading::UNREADABLE, Reading::between(5.0, 6.0)),
            (Unit::YesNo, YES, Reading::between(0.0, 1.0), Reading::exactly(1.0)),
            (
                Unit::Number,
                most(100.0),
                Reading::Either(Range::exactly(1.5), Range::exactly(1500.0)),
                Reading::exactly(1.5),
            ),
            (Unit::Number, most(100.0), Reading::MISSING, within(Range::between(f64::NEG_INFINITY, 100.0))),
        ] {
            assert_eq!(narrow(&unit, bound, reading), narrowed, "{bound:?} {reading:?}");
        }
    }

    #[test]
    fn where_the_confirmations_lead() {
        let criteria = [
            required(years(OPEN)),
            criterion("a", ("Asset", "Atout"), Need::Asset, 30.0, years(OPEN)),
            when_missing("s", ("Skipped", "Omis"), Need::Required, 60.0, WhenMissing::Skip, years(Reading::MISSING)),
        ];
        let before = standing_of(&criteria);
        assert_eq!(before.status, Status::Review);
        let confirmations = cheapest(&criteria).unwrap();
        assert_eq!(confirmations.len(), 1);
        assert_eq!(confirmations[0].credit, Credit { low: 0.5, high: 8.0 / 14.0 });
        let after = standing_after(&criteria, &confirmations);
        assert_eq!(after.status, Status::Eligible);
        // 10 × 7/14 + 30 × 5/14, of 40.
        assert!((after.score.points() - 100.0 * (5.0 + 150.0 / 14.0) / 40.0).abs() < 1e-6);
        assert_eq!(after.score_max, before.score_max);
        let other = |status, points: f64| {
            let score = crate::score::Score::new(points);
            Key::from(Standing { status, score, score_max: score })
        };
        let others = [
            other(Status::Eligible, 90.0),
            other(Status::Eligible, 20.0),
            other(Status::Review, 99.0),
            Key::from(after),
        ];
        assert_eq!(rank_after(after, others.into_iter()), 2);
        assert_eq!(rank_after(before, others.into_iter()), 5);
        assert_eq!(rank_after(before, std::iter::empty()), 1);
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

    #[test]
    fn a_row_that_cannot_be_trusted_is_all_open() {
        let criteria = distrust(vec![required(years(SHORT)), required(years(MET))]);
        assert_eq!(standing_of(&criteria).status, Status::Review);
        assert_eq!(leaves(&criteria), Some(vec![(0, 0), (1, 0)]));
    }

    /// A single test of any verdict.
    fn any_leaf() -> impl Strategy<Value = Account> {
        let readings = [
            MET,
            OPEN,
            SHORT,
            Reading::MISSING,
            Reading::UNREADABLE,
            Reading::Either(Range::exactly(1.5), Range::exactly(1500.0)),
        ];
        (prop::sample::select(readings.to_vec()), 0..3u8).prop_map(|(reading, sort)| match sort {
            0 => years(reading),
            1 => leaf(Unit::Number, most(7.0), reading, &[("n", "…")]),
            _ => leaf(Unit::Number, Bound { at_most: Some(100.0), ..least(2.0) }, reading, &[("n", "…")]),
        })
    }

    fn any_account() -> impl Strategy<Value = Account> {
        any_leaf().prop_recursive(2, 6, 3, |inner| {
            (prop::collection::vec(inner, 1..4), 0..3u8, 1..4u32).prop_map(|(parts, how, wanted)| {
                let how = [How::Some, How::Any, How::All][usize::from(how)];
                let wanted = f64::from(wanted).min(parts.len() as f64);
                group(how, if how == How::Some { least(wanted) } else { Bound::default() }, parts)
            })
        })
    }

    fn any_criterion() -> impl Strategy<Value = CriterionAccount> {
        (any_account(), any::<bool>(), 0..3usize, 0..5u32).prop_map(|(account, asset, missing, weight)| {
            let need = if asset { Need::Asset } else { Need::Required };
            let missing = [WhenMissing::Review, WhenMissing::Fail, WhenMissing::Skip][missing];
            when_missing("c", ("c", "c"), need, f64::from(weight), missing, account)
        })
    }

    fn all_leaves(account: &Account) -> Vec<&Account> {
        if account.how.is_none() { vec![account] } else { account.parts.iter().flat_map(all_leaves).collect() }
    }

    /// The open leaves that may be asked about: not those of a criterion that an empty cell fails or leaves out.
    fn open_leaves(criteria: &[CriterionAccount]) -> Vec<(usize, usize)> {
        let mut open = Vec::new();
        for (at, criterion) in criteria.iter().enumerate() {
            let empty = criterion.account.outcome.missing && criterion.when_missing != WhenMissing::Review;
            for (leaf, account) in all_leaves(&criterion.account).into_iter().enumerate() {
                if account.outcome.verdict == Verdict::Unknown && !empty {
                    open.push((at, leaf));
                }
            }
        }
        open
    }

    proptest! {
        /// By trying every set of open leaves: the one found is enough, none smaller is, and none is where there is none.
        #[test]
        fn the_set_is_enough_and_none_smaller_is(
            criteria in prop::collection::vec(any_criterion(), 1..4)
                .prop_filter("few leaves", |all| all.iter().map(|c| all_leaves(&c.account).len()).sum::<usize>() <= 8)
        ) {
            let open = open_leaves(&criteria);
            let enough = |set: &[(usize, usize)]| after(&criteria, set).status == Status::Eligible;
            let fewest = (0..1u32 << open.len())
                .filter(|chosen| {
                    let set: Vec<(usize, usize)> =
                        open.iter().enumerate().filter(|(at, _)| chosen & (1 << at) != 0).map(|(_, leaf)| *leaf).collect();
                    enough(&set)
                })
                .map(u32::count_ones)
                .min();
            let found = leaves(&criteria);
            prop_assert_eq!(found.as_ref().map(Vec::len), fewest.map(|count| count as usize));
            if let (Some(found), Some(confirmations)) = (found, cheapest(&criteria)) {
                prop_assert!(enough(&found));
                prop_assert!(found.iter().all(|leaf| open.contains(leaf)));
                let (before, after) = (standing_of(&criteria), standing_after(&criteria, &confirmations));
                prop_assert!(after.score >= before.score && after.score_max <= before.score_max);
            }
        }

        /// A confirmed reading passes, and is one of the values that the cell could mean.
        #[test]
        fn what_is_narrowed_passes(account in any_leaf()) {
            if account.outcome.verdict == Verdict::Unknown {
                let after = settle(&account);
                prop_assert_eq!(after.verdict, Verdict::Met);
                prop_assert!(after.credit.low >= account.outcome.credit.low);
                prop_assert!(after.credit.high <= account.outcome.credit.high);
            }
        }
    }
}
