//! Accounts as plain data, for a format that tells of everybody.

use super::account::{columns, points as shown, standing_at};
use super::change::{cheapest, failed, reopens, standing_after};
use super::{CriterionAccount, DecidedCriterion, decided, evidence, reason_into, unread, untrusted};
use crate::catalogue::{Lang, Text, explain as words, list_and};
use crate::kinds::{How, TestAccount, Unit};
use crate::reading::{Range, Reading};
use crate::score::Standing;
use crate::view::account::{Measured, Point, SizeUnit};

/// What each criterion says of a candidate; `trouble` is what is wrong with a row that cannot be trusted.
#[must_use]
pub fn points(criteria: &[CriterionAccount], trouble: Option<&Text>, lang: Lang) -> Vec<Point> {
    criteria.iter().map(|criterion| point(criterion, trouble, lang)).collect()
}

fn point(criterion: &CriterionAccount, trouble: Option<&Text>, lang: Lang) -> Point {
    let CriterionAccount { account, judged, .. } = criterion;
    let mut reason = String::new();
    match (trouble, &criterion.decided) {
        (_, Some(DecidedCriterion { entry, .. })) => reason.push_str(decided(entry).to(lang)),
        (Some(trouble), None) => reason.push_str(untrusted(trouble).to(lang)),
        (None, None) => reason_into(&mut reason, lang, account, judged, criterion.when_missing),
    }
    Point {
        finding: judged.finding(),
        credit: judged.credit,
        evidence: evidence(account).into_owned(),
        reason,
        unread: unread(account).into_iter().map(str::to_owned).collect(),
        decided: criterion.decided.is_some(),
        rated: rated(account),
        measured: match account.how {
            // What a person decided follows from no cell.
            _ if criterion.decided.is_some() => None,
            Some(How::Any | How::All) => None,
            _ => measured(criterion, lang),
        },
    }
}

/// Whether a panel's ratings are any part of it.
fn rated(account: &TestAccount) -> bool {
    matches!(account.unit, Unit::Rating(_)) || account.parts.iter().any(rated)
}

fn measured(criterion: &CriterionAccount, lang: Lang) -> Option<Measured> {
    let CriterionAccount { account, judged, .. } = criterion;
    let unit = match &account.unit {
        Unit::Years => SizeUnit::Years,
        Unit::Number => SizeUnit::Number,
        Unit::Step(scale) => {
            let names = (0..scale.steps().len()).map(|step| scale.name(step).to(lang).to_owned());
            SizeUnit::Steps(names.collect())
        }
        Unit::Count(count) => count.of.map_or(SizeUnit::Number, SizeUnit::Count),
        Unit::Rating(out_of) => SizeUnit::Rating(*out_of),
        Unit::Moment(_) | Unit::YesNo | Unit::Presence | Unit::Category => return None,
    };
    // An empty cell may decide whatever is asked.
    let read = judged.counts && (judged.verdict, judged.credit) == (account.outcome.verdict, account.outcome.credit);
    let understood = if account.lenient && read { ranges(account.understood) } else { Vec::new() };
    let ranges = if read { ranges(account.strict) } else { Vec::new() };
    Some(Measured { unit, bound: account.bound, ranges, understood })
}

fn ranges(reading: Reading) -> Vec<Range> {
    match reading {
        Reading::Within(range) => vec![range],
        Reading::Either(a, b) => vec![a, b],
        Reading::Unknown(_) => Vec::new(),
    }
}

/// What to ask a candidate for, and where that would lead, in sentences: at the rank among how many that `rank` tells of a
/// standing. Nothing for who is eligible already, nor where only another application would help.
#[must_use]
pub fn change(
    criteria: &[CriterionAccount],
    (file, line): (&str, u64),
    rank: impl FnOnce(Standing) -> Option<(u64, u64)>,
    lang: Lang,
) -> Vec<String> {
    if criteria.iter().any(CriterionAccount::distrusted) {
        return vec![words::row_first(lang, words::source(lang, file, line)).to_string()];
    }
    let Some(confirmations) = cheapest(criteria) else {
        let failed = failed(criteria);
        if failed.is_empty() {
            return vec![words::no_confirmation(lang).to_string()];
        }
        let reopened = failed.into_iter().filter(|criterion| reopens(criterion));
        let supply = |criterion: &CriterionAccount| {
            let columns = list_and(&columns(&criterion.account));
            let supply = words::supply(lang, columns.to(lang)).to_string();
            words::fails(lang, criterion.label.to(lang), supply).to_string()
        };
        return reopened.map(supply).collect();
    };
    if confirmations.is_empty() {
        return Vec::new();
    }
    let ask = |one: &super::change::Confirmation| words::fails(lang, one.label.to(lang), one.ask.to(lang)).to_string();
    let mut told: Vec<String> = confirmations.iter().map(ask).collect();
    let after = standing_after(criteria, &confirmations);
    let score = words::then_stands(lang, shown(lang, after.score)).to_string();
    told.push(standing_at(lang, score, rank(after)));
    told
}

#[cfg(test)]
mod tests {
    use super::super::samples::*;
    use super::*;
    use crate::criteria::WhenMissing;
    use crate::score::Need;
    use crate::verdict::Finding;

    fn required(reading: Reading) -> CriterionAccount {
        let account = leaf(Unit::Years, least(7.0), reading, &[("hrd", "5-8")]);
        criterion("c", ("Experience", "Expérience"), Need::Required, 10.0, account)
    }

    #[test]
    fn a_point_is_what_was_read() {
        let points = points(&[required(Reading::between(5.0, 8.0))], None, Lang::En);
        let [point] = &points[..] else { panic!("{points:?}") };
        assert_eq!((point.finding, &*point.evidence), (Finding::Unknown, "5-8"));
        let measured = point.measured.as_ref().unwrap();
        assert_eq!((&measured.unit, measured.bound.at_least), (&SizeUnit::Years, Some(7.0)));
        assert_eq!((&measured.ranges[..], &measured.understood[..]), (&[Range::between(5.0, 8.0)][..], &[][..]));
    }

    #[test]
    fn what_to_ask_ends_with_where_it_leads() {
        let told = |reading, missing| {
            let one = CriterionAccount { when_missing: missing, ..required(reading) };
            let one = CriterionAccount {
                judged: when_missing("c", ("c", "c"), Need::Required, 10.0, missing, one.account.clone()).judged,
                ..one
            };
            change(&[one], ("c.csv", 2), |_| Some((1, 2)), Lang::En)
        };
        let open = told(Reading::between(5.0, 8.0), WhenMissing::Review);
        assert_eq!(open.len(), 2, "{open:?}");
        assert!(open[0].starts_with("Experience: ") && open[1].ends_with("rank 1 of 2"), "{open:?}");
        assert!(told(Reading::exactly(8.0), WhenMissing::Review).is_empty());
        assert!(told(Reading::exactly(3.0), WhenMissing::Review).is_empty());
        let empty = told(Reading::MISSING, WhenMissing::Fail);
        assert_eq!(empty, ["Experience: supplying it (`hrd`) would reopen this requirement"]);
    }
}
