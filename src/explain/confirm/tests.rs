//! What is asked, of whom, and what comes of it.

use proptest::prelude::*;

use super::super::change::standing_after;
use super::super::samples::*;
use super::super::{distrust, standing_of};
use super::*;
use crate::criteria::WhenMissing;
use crate::kinds::{Hope, Unit};
use crate::reading::{Bound, Why};
use crate::scale;
use crate::score::{Standing, Status};
use crate::verdict::Credit;

const MET: Reading = Reading::exactly(14.0);
const OPEN: Reading = Reading::between(5.0, 8.0);
const SHORT: Reading = Reading::exactly(3.0);

/// Years in a column, of which so many are asked.
fn of(column: &str, asked: f64, reading: Reading) -> TestAccount {
    let bound = Bound { full_at: Some(2.0 * asked), ..least(asked) };
    leaf(Unit::Years, bound, reading, &[(column, "…")])
}

fn years(column: &str, reading: Reading) -> TestAccount {
    of(column, 7.0, reading)
}

fn required(account: TestAccount) -> CriterionAccount {
    criterion("c", ("Experience", "Expérience"), Need::Required, 10.0, account)
}

/// The columns that are asked about.
fn asked(criteria: &[CriterionAccount]) -> Option<Vec<String>> {
    cheapest(criteria).map(|set| set.iter().map(|one| one.columns.join("+")).collect())
}

fn columns(names: &[&str]) -> Option<Vec<String>> {
    Some(names.iter().map(|name| (*name).to_owned()).collect())
}

/// Tests of columns `a`, `b`, `c` and so on.
fn lettered(readings: &[Reading]) -> Vec<TestAccount> {
    ('a'..).zip(readings).map(|(column, reading)| years(&column.to_string(), *reading)).collect()
}

#[test]
fn the_cheapest_set() {
    let any = |readings: &[Reading]| group(How::Any, Bound::default(), lettered(readings));
    let all = |readings: &[Reading]| group(How::All, Bound::default(), lettered(readings));
    let two = |readings: &[Reading]| group(How::Some, least(2.0), lettered(readings));
    let other = |readings: &[Reading]| {
        let parts = ('m'..).zip(readings).map(|(column, reading)| years(&column.to_string(), *reading));
        group(How::All, Bound::default(), parts.collect())
    };
    for (account, expected) in [
        (years("a", MET), columns(&[])),
        (years("a", OPEN), columns(&["a"])),
        (years("a", Reading::MISSING), columns(&["a"])),
        (years("a", Reading::UNREADABLE), columns(&["a"])),
        (years("a", SHORT), None),
        (any(&[SHORT, OPEN, OPEN]), columns(&["b"])),
        (any(&[SHORT, OPEN, MET]), columns(&[])),
        (any(&[SHORT, SHORT]), None),
        (all(&[OPEN, MET, OPEN]), columns(&["a", "c"])),
        (all(&[OPEN, MET, SHORT]), None),
        (two(&[OPEN, SHORT, OPEN, OPEN]), columns(&["a", "c"])),
        (two(&[OPEN, SHORT, OPEN, MET]), columns(&["a"])),
        (two(&[OPEN, SHORT, SHORT]), None),
        // The first part costs two, the second one.
        (group(How::Any, Bound::default(), vec![all(&[OPEN, OPEN]), other(&[MET, OPEN])]), columns(&["n"])),
        (group(How::Any, Bound::default(), vec![all(&[OPEN, SHORT]), other(&[OPEN, OPEN])]), columns(&["m", "n"])),
    ] {
        assert_eq!(asked(&[required(account)]), expected);
    }
}

#[test]
fn only_what_counts_and_can_reject_is_asked() {
    let open = |column| years(column, Reading::MISSING);
    let with = |missing, need| when_missing("c", ("c", "c"), need, 1.0, missing, open("a"));
    assert_eq!(asked(&[with(WhenMissing::Fail, Need::Required)]), None);
    assert_eq!(asked(&[with(WhenMissing::Skip, Need::Required)]), columns(&[]));
    assert_eq!(asked(&[with(WhenMissing::Review, Need::Asset)]), columns(&[]));
    assert_eq!(asked(&[with(WhenMissing::Fail, Need::Asset), required(open("b"))]), columns(&["b"]));
}

/// One question about the same cells, for the most that is asked of them.
#[test]
fn one_question_about_a_cell() {
    let confirmations = cheapest(&[
        criterion("few", ("Few", "Peu"), Need::Required, 1.0, of("a", 2.0, Reading::MISSING)),
        criterion("many", ("Many", "Beaucoup"), Need::Required, 1.0, of("a", 10.0, Reading::MISSING)),
        criterion("asset", ("Asset", "Atout"), Need::Asset, 1.0, of("a", 20.0, Reading::MISSING)),
    ])
    .unwrap();
    let [one] = confirmations.as_slice() else { panic!("{confirmations:?}") };
    assert_eq!(one.requirement.en, "at least 10 years");
    assert_eq!(one.label, Text { en: "Few and Many".into(), fr: "Peu et Beaucoup".into() });
    assert_eq!(one.reading, Reading::Within(Range::from(10.0)));
}

#[test]
fn what_settles_more_is_asked_first() {
    let any = |columns: [&str; 2]| {
        group(How::Any, Bound::default(), columns.iter().map(|column| years(column, OPEN)).collect())
    };
    // "b" settles both, though the first could be settled by "a".
    assert_eq!(asked(&[required(any(["a", "b"])), required(years("b", OPEN))]), columns(&["b"]));
    assert_eq!(asked(&[required(any(["a", "b"])), required(any(["c", "b"]))]), columns(&["b"]));
    // For the most that is asked of it only where that is needed.
    let strong = group(How::Any, Bound::default(), vec![of("b", 8.0, OPEN), years("a", OPEN)]);
    let set = cheapest(&[required(strong), required(years("b", OPEN)), required(years("a", OPEN))]).unwrap();
    let requirements: Vec<&str> = set.iter().map(|one| &*one.requirement.en).collect();
    assert_eq!(requirements, ["at least 7 years", "at least 7 years"]);
}

#[test]
fn requirements_that_exclude_each_other() {
    let at_most = |most_years| leaf(Unit::Years, most(most_years), Reading::MISSING, &[("a", "")]);
    let criteria = [required(years("a", Reading::MISSING)), required(at_most(5.0))];
    assert_eq!(asked(&criteria), None);
    let way_out = group(How::Any, Bound::default(), vec![at_most(5.0), years("b", OPEN)]);
    assert_eq!(asked(&[required(years("a", Reading::MISSING)), required(way_out)]), columns(&["a", "b"]));
    let within = cheapest(&[required(years("a", Reading::MISSING)), required(at_most(9.0))]).unwrap();
    assert_eq!(within[0].requirement.en, "at least 7 years; and at most 9 years");
    assert_eq!(within[0].reading, Reading::between(7.0, 9.0));
}

/// A criterion that was left out counts once its cell says something.
#[test]
fn what_was_left_out_counts_then() {
    let skipped = when_missing(
        "s",
        ("Skipped", "Omis"),
        Need::Required,
        60.0,
        WhenMissing::Skip,
        of("a", 10.0, Reading::MISSING),
    );
    let criteria = [required(years("a", Reading::MISSING)), skipped];
    let set = cheapest(&criteria).unwrap();
    assert_eq!(set.iter().map(|one| &*one.requirement.en).collect::<Vec<_>>(), ["at least 10 years"]);
    let after = standing_after(&criteria, &set);
    assert_eq!(after.status, Status::Eligible);
    // 10 × 10/14 and 60 × 10/20, of 70.
    assert!((after.score.points() - 100.0 * (100.0 / 14.0 + 30.0) / 70.0).abs() < 1e-5);
}

fn degree(subject: &str, asked_step: f64, reading: Reading, hopes: Vec<Hope>) -> TestAccount {
    let account = leaf(step(scale::education()), least(asked_step), reading, &[("degree", "Master en sociologie")]);
    TestAccount { subject: subject.into(), hopes, ..account }
}

/// The field of a master's degree, once confirmed, counts wherever that degree is asked for.
#[test]
fn all_criteria_that_read_the_cell_have_it() {
    let hope = |whys: &[Why]| vec![Hope { whys: whys.to_vec(), range: Range::exactly(4.0) }];
    let open = |asked_step| degree("law", asked_step, Reading::between(0.0, 4.0), hope(&[Why::Elsewhere]));
    let master = criterion("m", ("Master", "Master"), Need::Asset, 4.0, open(4.0));
    let criteria = [criterion("d", ("Degree", "Diplôme"), Need::Required, 6.0, open(3.0)), master];
    let set = cheapest(&criteria).unwrap();
    assert_eq!(set.len(), 1);
    assert!(set[0].ask.en.starts_with("ask whether the degree is in a related field (`degree`); to be shown: "));
    assert_eq!(standing_after(&criteria, &set).score.points(), 100.0);
    // Degrees in other fields are another matter; any degree is not.
    let other = |subject, expected: Credit| {
        let account = degree(subject, 4.0, Reading::UNREADABLE, Vec::new());
        let criteria = [criteria[0].clone(), criterion("o", ("Other", "Autre"), Need::Asset, 4.0, account)];
        let after = after(&criteria, &cheapest(&criteria).unwrap());
        assert_eq!(after[1].judged.credit, expected, "{subject}");
    };
    other("law", Credit::FULL);
    other("", Credit::FULL);
    other("arts", Credit::UNKNOWN);
}

#[test]
fn a_confirmation_says_what_to_ask() {
    let asked = |account| cheapest(&[required(account)]).unwrap().remove(0).ask;
    let doubtful = |whys: &[Why]| {
        let hopes = vec![Hope { whys: whys.to_vec(), range: Range::exactly(4.0) }];
        degree("law", 3.0, Reading::between(0.0, 4.0), hopes)
    };
    let of_degree = |en: &str, fr: &str| Text {
        en: format!("{en} (`degree`); to be shown: “bachelor” or better; the cell says `Master en sociologie`"),
        fr: format!(
            "{fr} (`degree`) ; à établir : « licence ou bachelier » minimum ; la cellule dit `Master en sociologie`"
        ),
    };
    for (whys, en, fr) in [
        (&[][..], "ask for the degree", "demander le diplôme"),
        (&[Why::UnderWay], "ask whether the degree is finished", "demander si le diplôme est obtenu"),
        (
            &[Why::Elsewhere],
            "ask whether the degree is in a related field",
            "demander si le domaine du diplôme est connexe",
        ),
        (&[Why::Unsaid], "ask for the field of the degree", "demander le domaine du diplôme"),
        (
            &[Why::UnderWay, Why::Elsewhere],
            "ask whether the degree is in a related field, and whether it is finished",
            "demander si le domaine du diplôme est connexe, et si le diplôme est obtenu",
        ),
        (
            &[Why::UnderWay, Why::Unsaid],
            "ask for the field of the degree, and whether it is finished",
            "demander le domaine du diplôme, et si le diplôme est obtenu",
        ),
    ] {
        assert_eq!(asked(doubtful(whys)), of_degree(en, fr));
    }
    for (account, en, fr) in [
        (
            leaf(Unit::Years, least(7.0), OPEN, &[("hrd_experience", "5-8")]),
            "ask for the number of years (`hrd_experience`); to be shown: at least 7 years; the cell says `5-8`",
            "demander le nombre d'années (`hrd_experience`) ; à établir : au moins 7 ans ; la cellule dit `5-8`",
        ),
        (
            leaf(cefr(), least(4.0), Reading::MISSING, &[("french", ""), ("languages", "")]),
            "ask for the level (`french` and `languages`); to be shown: B2 or better; the cells are empty",
            "demander le niveau (`french` et `languages`) ; à établir : B2 minimum ; les cellules sont vides",
        ),
        (
            leaf(Unit::Presence, YES, Reading::MISSING, &[("cv", "")]),
            "ask for what is to be provided (`cv`); to be shown: provided; the cell is empty",
            "demander ce qui est à fournir (`cv`) ; à établir : document fourni ; la cellule est vide",
        ),
    ] {
        assert_eq!(asked(account), Text { en: en.into(), fr: fr.into() });
    }
}

#[test]
fn a_row_that_cannot_be_trusted_is_all_open() {
    let criteria = distrust(vec![required(years("a", SHORT)), required(years("b", MET))]);
    assert_eq!(standing_of(&criteria).status, Status::Review);
    assert_eq!(asked(&criteria), columns(&["a", "b"]));
}

#[test]
fn many_open_tests_are_no_trouble() {
    let every: Vec<CriterionAccount> = (0..60).map(|at| required(years(&format!("c{at}"), OPEN))).collect();
    assert_eq!(cheapest(&every).map(|set| set.len()), Some(60));
    let some = |wanted| {
        let parts = (0..24).map(|at| years(&format!("c{at}"), OPEN)).collect();
        required(group(How::Some, least(wanted), parts))
    };
    assert_eq!(cheapest(&[some(12.0)]).map(|set| set.len()), Some(12));
    // Shared, and too many sets to try all.
    let set = cheapest(&[some(12.0), some(9.0)]).unwrap();
    assert_eq!(set.len(), 12);
}

/// A single test of any verdict, of one of a few columns.
fn any_leaf() -> impl Strategy<Value = TestAccount> {
    let readings = [
        MET,
        OPEN,
        SHORT,
        Reading::MISSING,
        Reading::UNREADABLE,
        Reading::Either(Range::exactly(1.5), Range::exactly(1500.0)),
    ];
    // The same cell is read alike wherever it is read.
    (0..6usize, 0..4u8).prop_map(move |(at, sort)| {
        let column = ["a", "b", "c", "d", "e", "f"][at];
        match sort {
            0 => years(column, readings[at]),
            1 => of(column, 6.0, readings[at]),
            2 => leaf(Unit::Years, most(7.0), readings[at], &[(column, "…")]),
            _ => leaf(Unit::Years, Bound { at_most: Some(100.0), ..least(2.0) }, readings[at], &[(column, "…")]),
        }
    })
}

fn any_account() -> impl Strategy<Value = TestAccount> {
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

/// The fewest columns to ask about, by trying every set of open tests: each column is told to be what passes all tests of
/// it in the set.
fn fewest(criteria: &[CriterionAccount]) -> Option<usize> {
    if criteria.iter().any(|criterion| criterion.requires(Verdict::NotMet)) {
        return None;
    }
    let open: Vec<&TestAccount> = (criteria.iter())
        .filter(|criterion| criterion.need == Need::Required)
        .flat_map(|criterion| leaves(&criterion.account))
        .filter(|leaf| leaf.outcome.verdict == Verdict::Unknown)
        .collect();
    let column = |leaf: &TestAccount| leaf.evidence[0].column.clone();
    let tried = (0..1u32 << open.len()).filter_map(|chosen| {
        let chosen: Vec<&TestAccount> =
            open.iter().enumerate().filter(|(at, _)| chosen & (1 << at) != 0).map(|(_, leaf)| *leaf).collect();
        let mut told: Vec<AccountRead<'_>> = Vec::new();
        for leaf in &chosen {
            if told.iter().any(|(of, _)| column(of) == column(leaf)) {
                continue;
            }
            let same: Vec<&TestAccount> =
                chosen.iter().copied().filter(|other| column(other) == column(leaf)).collect();
            told.push((leaf, confirmed(leaf, all_passing(&same)?)?.0));
        }
        let after = criteria.iter().map(|one| CriterionAccount { judged: judged_after(one, &told), ..one.clone() });
        (standing_of(&after.collect::<Vec<_>>()).status == Status::Eligible).then_some(told.len())
    });
    tried.min()
}

proptest! {
    #[test]
    fn the_set_is_enough_and_none_smaller_is(
        criteria in prop::collection::vec(any_criterion(), 1..5)
            .prop_filter("few leaves", |all| all.iter().map(|one| leaves(&one.account).len()).sum::<usize>() <= 7)
    ) {
        let found = cheapest(&criteria);
        prop_assert_eq!(found.as_ref().map(Vec::len), fewest(&criteria));
        if let Some(confirmations) = found {
            let (before, after): (Standing, Standing) = (standing_of(&criteria), standing_after(&criteria, &confirmations));
            prop_assert_eq!(after.status, Status::Eligible);
            let counts = criteria.iter().all(|one| one.judged.counts && !(one.account.outcome.missing && one.when_missing != WhenMissing::Review));
            if counts {
                prop_assert!(after.score >= before.score && after.score_max <= before.score_max);
            }
        }
    }

    /// A confirmed reading passes, and is one of the values that the cell could mean.
    #[test]
    fn what_is_narrowed_passes(account in any_leaf()) {
        if account.outcome.verdict == Verdict::Unknown {
            let (reading, _) = confirmed(&account, passing(&account.unit, account.bound)).unwrap();
            let (before, after) = (account.outcome.credit, account.bound.credit(reading));
            prop_assert_eq!(account.bound.verdict(reading), Verdict::Met);
            prop_assert!(after.low >= before.low && after.high <= before.high);
        }
    }
}
