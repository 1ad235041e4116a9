//! Accounts made by hand, for the tests of this room.

use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::CriterionAccount;
use crate::catalogue::{Text, kinds};
use crate::criteria::WhenMissing;
use crate::kinds::{Evidence, How, Outcome, TestAccount, Unit};
use crate::reading::{Bound, Reading, Why};
use crate::scale::{self, Scale};
use crate::score::{Judged, Need};
use crate::verdict::{Credit, Verdict};

pub(super) const ZONE: Tz = chrono_tz::Europe::Brussels;

pub(super) fn least(size: f64) -> Bound {
    Bound { at_least: Some(size), at_most: None, full_at: Some(size) }
}

pub(super) fn most(size: f64) -> Bound {
    Bound { at_least: None, at_most: Some(size), full_at: None }
}

pub(super) const YES: Bound = Bound { at_least: Some(1.0), at_most: None, full_at: None };

pub(super) fn step(scale: &Arc<Scale>) -> Unit {
    Unit::Step(Arc::clone(scale))
}

pub(super) fn cefr() -> Unit {
    step(scale::cefr())
}

/// A moment of the test's time zone, in seconds.
pub(super) fn moment(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> f64 {
    let at = NaiveDate::from_ymd_opt(year, month, day).unwrap().and_hms_opt(hour, minute, 0).unwrap();
    at.and_local_timezone(ZONE).unwrap().timestamp() as f64
}

/// The first and the last second of a day.
pub(super) fn day(year: i32, month: u32, day: u32) -> (f64, f64) {
    let start = moment(year, month, day, 0, 0);
    (start, moment(year, month, day, 23, 59) + 59.0)
}

pub(super) fn leaf(unit: Unit, bound: Bound, reading: Reading, cells: &[(&str, &str)]) -> TestAccount {
    let requirement = match unit {
        Unit::YesNo => kinds::yes(),
        Unit::Presence => kinds::provided(),
        _ => unit.sizes(bound),
    };
    TestAccount {
        outcome: Outcome {
            verdict: bound.verdict(reading),
            credit: bound.credit(reading),
            missing: reading == Reading::MISSING,
            gap: 0.0,
        },
        requirement: requirement.into(),
        bound,
        reading,
        understood: reading,
        strict: reading,
        lenient: false,
        left: Vec::new(),
        unit,
        subject: Arc::default(),
        doubt: reading.why(),
        hopes: Vec::new(),
        evidence: cells
            .iter()
            .map(|(column, text)| Evidence { column: (*column).into(), bound: true, text: (*text).into() })
            .collect(),
        how: None,
        parts: Vec::new(),
    }
}

pub(super) fn doubted(account: TestAccount, why: Why) -> TestAccount {
    TestAccount { doubt: Some(why), ..account }
}

pub(super) fn named(account: TestAccount, en: &str, fr: &str) -> TestAccount {
    TestAccount { requirement: Text { en: en.into(), fr: fr.into() }.into(), ..account }
}

pub(super) fn group(how: How, bound: Bound, parts: Vec<TestAccount>) -> TestAccount {
    let requirements: Vec<Text> = parts.iter().map(|part| Text::clone(&part.requirement)).collect();
    let unit = crate::kinds::of_tests(parts.len());
    let (reading, outcome) = how.together(&bound, parts.iter().map(|part| part.outcome));
    let requirement = match how {
        How::Some => kinds::some_of(unit.sizes(bound), &requirements),
        How::Any => kinds::any_of(&requirements),
        How::All => kinds::all_of(&requirements),
    };
    let alone = leaf(unit, bound, reading, &[]);
    TestAccount { outcome, requirement: requirement.into(), doubt: None, how: Some(how), parts, ..alone }
}

pub(super) fn judged(account: &TestAccount, when_missing: WhenMissing) -> Judged {
    let Outcome { verdict, credit, missing, .. } = account.outcome;
    match when_missing {
        WhenMissing::Fail if missing => Judged { verdict: Verdict::NotMet, credit: Credit::NONE, counts: true },
        WhenMissing::Skip if missing => Judged { verdict, credit, counts: false },
        _ => Judged { verdict, credit, counts: true },
    }
}

pub(super) fn criterion(
    id: &str,
    (en, fr): (&str, &str),
    need: Need,
    weight: f64,
    account: TestAccount,
) -> CriterionAccount {
    when_missing(id, (en, fr), need, weight, WhenMissing::Review, account)
}

pub(super) fn when_missing(
    id: &str,
    (en, fr): (&str, &str),
    need: Need,
    weight: f64,
    when_missing: WhenMissing,
    account: TestAccount,
) -> CriterionAccount {
    CriterionAccount {
        id: id.into(),
        label: Text { en: en.into(), fr: fr.into() },
        quote: None,
        need,
        weight,
        when_missing,
        lawful_basis: None,
        decided: None,
        judged: judged(&account, when_missing),
        account,
    }
}
