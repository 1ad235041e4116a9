//! Near misses: who fails one requirement only, and by how much.

use super::amount;
use super::reason::reason_into;
use crate::catalogue::{Lang, Text, explain as words};
use crate::criteria::WhenMissing;
use crate::kinds::{Account, How, Unit};
use crate::reading::{Bound, Range, Reading};
use crate::score::{Judged, Need};
use crate::verdict::Verdict;

/// The one requirement that a candidate fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alone {
    /// Its place among the criteria.
    pub at: usize,
    /// How many other requirements are open.
    pub open: usize,
}

/// A candidate who fails one requirement only.
#[derive(Clone, Debug, PartialEq)]
pub struct NearMiss {
    /// How far from what is asked, as a share of it: the smaller, the nearer. See [`gap`].
    pub gap: f64,
    /// Who, which requirement, and by how much. May quote the candidate: hostile until escaped.
    pub text: Text,
}

/// The requirement that fails, where only one does. The judgements are in the order of the criteria.
#[must_use]
pub fn failed_alone<'a>(judged: impl IntoIterator<Item = (Need, &'a Judged)>) -> Option<Alone> {
    let (mut failed, mut open) = (None, 0);
    for (at, (need, judged)) in judged.into_iter().enumerate() {
        if need != Need::Required || !judged.counts {
            continue;
        }
        match judged.verdict {
            Verdict::NotMet if failed.is_some() => return None,
            Verdict::NotMet => failed = Some(at),
            Verdict::Unknown => open += 1,
            Verdict::Met => {}
        }
    }
    failed.map(|at| Alone { at, open })
}

/// The near miss of a candidate: `label` is what the one failed criterion is called, `account` and `judged` what it
/// says, `open` how many other requirements are open.
#[must_use]
pub fn near_miss(
    (id, name): (&str, &str),
    label: &Text,
    account: &Account,
    judged: &Judged,
    when_missing: WhenMissing,
    open: usize,
) -> NearMiss {
    let who = if name.trim().is_empty() { id.to_owned() } else { format!("{id} {name}") };
    let text = Text::each(|lang| {
        let lack = lack(lang, account, judged, when_missing);
        let miss = words::near_miss(lang, &who, label.to(lang), lack);
        if open == 0 { miss.to_string() } else { words::near_miss_open(lang, open, miss).to_string() }
    });
    NearMiss { gap: gap(account), text }
}

/// How far an account is from what is asked, so that near misses of different units can be put in order: 0 is there,
/// 1 is as far as what is asked itself.
///
/// A size lacks a share of its bound, a step a share of its scale, a moment a share of thirty days; what is not there
/// at all lacks 1. Any of several lack what the nearest lacks, all of several what they lack together, so many of them
/// what the nearest so many lack.
#[must_use]
pub fn gap(account: &Account) -> f64 {
    if account.outcome.verdict != Verdict::NotMet {
        // An empty cell that counts as not met is unknown by itself.
        return if account.outcome.missing { 1.0 } else { 0.0 };
    }
    let Some(how) = account.how else {
        return match account.reading {
            Reading::Within(range) => of_range(account, range),
            Reading::Either(a, b) => of_range(account, a).min(of_range(account, b)),
            Reading::Unknown(_) => 1.0,
        };
    };
    let mut gaps: Vec<f64> =
        account.parts.iter().filter(|part| part.outcome.verdict == Verdict::NotMet).map(gap).collect();
    gaps.sort_by(f64::total_cmp);
    let lacking = match how {
        How::All => gaps.len(),
        How::Any => 1,
        How::Some => {
            let possible = account.parts.len() - gaps.len();
            account.bound.at_least.map_or(0, amount::count).saturating_sub(possible)
        }
    };
    gaps.iter().take(lacking).sum()
}

fn of_range(account: &Account, range: Range) -> f64 {
    const MONTH: f64 = 30.0 * 24.0 * 3600.0;
    let whole = |limit: f64| match &account.unit {
        Unit::YesNo | Unit::Presence | Unit::Category => 1.0,
        #[expect(clippy::cast_precision_loss, reason = "a scale has few steps")]
        Unit::Step(scale) => (scale.top() as f64).max(1.0),
        Unit::Moment(_) => MONTH,
        Unit::Years | Unit::Number | Unit::Terms(_) | Unit::Rating(_) | Unit::Tests(_) if limit == 0.0 => 1.0,
        Unit::Years | Unit::Number | Unit::Terms(_) | Unit::Rating(_) | Unit::Tests(_) => limit.abs(),
    };
    let short = account.bound.at_least.map_or(0.0, |least| (least - range.high) / whole(least));
    let over = account.bound.at_most.map_or(0.0, |most| (range.low - most) / whole(most));
    let gap = short.max(over).max(0.0);
    if gap.is_finite() { gap } else { f64::MAX }
}

/// By how much a requirement is missed: "6.8 of 7 years", "B2, C1 asked", "3 hours too late".
pub(super) fn lack(lang: Lang, account: &Account, judged: &Judged, when_missing: WhenMissing) -> String {
    sized(lang, account).unwrap_or_else(|| {
        let mut out = String::new();
        reason_into(&mut out, lang, account, judged, when_missing);
        out
    })
}

/// The same for a single test that misses a bound, where there is a shorter way to say it than the reason.
fn sized(lang: Lang, account: &Account) -> Option<String> {
    let Account { unit, bound, reading: Reading::Within(range), how: None, doubt: None, .. } = account else {
        return None;
    };
    let under = bound.at_least.filter(|least| range.at_least(*least) == Verdict::NotMet);
    let over = bound.at_most.filter(|most| range.at_most(*most) == Verdict::NotMet);
    match (unit, under, over) {
        (Unit::Years, Some(least), _) if range.is_exact() => {
            let (_, read) = amount::exact(lang, unit, *bound, range.low);
            Some(words::of_asked(lang, read, amount::exact(lang, unit, Bound::default(), least).0).to_string())
        }
        (Unit::Step(_), Some(least), _) => {
            let read = amount::reading(lang, unit, *bound, account.reading)?;
            Some(words::step_asked(lang, read, amount::limit(lang, unit, least)).to_string())
        }
        (Unit::Moment(zone), under, over) => {
            let read = amount::reading(lang, unit, *bound, account.reading)?;
            let (first, last) = amount::days(*zone, *range)?;
            let whole = amount::whole_days(*zone, *range);
            if let Some(most) = over {
                let day = amount::local(most, *zone)?.date();
                let by = if whole { days(lang, (first - day).num_days()) } else { elapsed(lang, range.low - most) };
                return Some(words::too_late(lang, read, by).to_string());
            }
            let least = under?;
            let day = amount::local(least, *zone)?.date();
            let by = if whole { days(lang, (day - last).num_days()) } else { elapsed(lang, least - range.high) };
            Some(words::too_early(lang, read, by).to_string())
        }
        _ => None,
    }
}

fn days(lang: Lang, count: i64) -> String {
    words::days(lang, usize::try_from(count).unwrap_or_default()).to_string()
}

/// A span of time in its two largest units, cut and never rounded up.
fn elapsed(lang: Lang, seconds: f64) -> String {
    let seconds = amount::count(seconds);
    let (minutes, hours) = (seconds / 60, seconds / 3600);
    match (hours, minutes) {
        (0, 0) => words::seconds(lang, seconds).to_string(),
        (0, _) => words::minutes(lang, minutes).to_string(),
        (..48, _) if minutes % 60 == 0 => words::hours(lang, hours).to_string(),
        (..48, _) => words::and(lang, words::hours(lang, hours), words::minutes(lang, minutes % 60)).to_string(),
        _ => words::days(lang, hours / 24).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::*;
    use super::*;
    use crate::reading::Why;
    use crate::text::scale;

    fn miss(account: &Account, when_missing: WhenMissing, open: usize) -> NearMiss {
        let label = Text { en: "Experience".into(), fr: "Expérience".into() };
        near_miss(("C7", "Ana Exemple"), &label, account, &judged(account, when_missing), when_missing, open)
    }

    #[test]
    fn by_how_much() {
        let years = |reading| leaf(Unit::Years, least(7.0), reading, &[("years", "…")]);
        let date = |reading| leaf(Unit::Moment(ZONE), most(day(2024, 5, 26).1), reading, &[("received", "…")]);
        let since = Bound { at_least: Some(day(2024, 5, 26).0), at_most: None, full_at: None };
        let since = |reading| leaf(Unit::Moment(ZONE), since, reading, &[("from", "…")]);
        let (start, end) = day(2024, 5, 27);
        for (account, en, fr) in [
            (years(Reading::exactly(6.8)), "6.8 of 7 years", "6,8 sur 7 ans"),
            (years(Reading::exactly(6.999)), "6.999 of 7 years", "6,999 sur 7 ans"),
            (
                years(Reading::between(5.0, 6.0)),
                "5 to 6 years, under the 7 asked",
                "5 à 6 ans, sous le minimum demandé (7)",
            ),
            (leaf(cefr(), least(5.0), Reading::exactly(4.0), &[]), "B2, C1 asked", "B2, demandé : C1"),
            (
                date(Reading::exactly(moment(2024, 5, 27, 3, 0))),
                "27 May 2024 at 03:00 (Europe/Brussels): 3 hours too late",
                "27 mai 2024 à 3 h 00 (Europe/Brussels) : 3 heures trop tard",
            ),
            (
                date(Reading::exactly(moment(2024, 5, 27, 1, 20))),
                "27 May 2024 at 01:20 (Europe/Brussels): 1 hour and 20 minutes too late",
                "27 mai 2024 à 1 h 20 (Europe/Brussels) : 1 heure et 20 minutes trop tard",
            ),
            (date(Reading::between(start, end)), "27 May 2024: 1 day too late", "27 mai 2024 : 1 jour trop tard"),
            (
                since(Reading::between(day(2024, 5, 23).0, day(2024, 5, 24).1)),
                "23 May 2024 to 24 May 2024: 2 days too early",
                "du 23 mai 2024 au 24 mai 2024 : 2 jours trop tôt",
            ),
            (leaf(Unit::YesNo, YES, Reading::exactly(0.0), &[]), "no", "non"),
        ] {
            let NearMiss { text, .. } = miss(&account, WhenMissing::Review, 0);
            assert_eq!(text.en, format!("C7 Ana Exemple: Experience: {en}"));
            assert_eq!(text.fr, format!("C7 Ana Exemple : Expérience : {fr}"));
        }
        let open = miss(&years(Reading::exactly(6.0)), WhenMissing::Review, 2).text;
        assert_eq!(open.en, "C7 Ana Exemple: Experience: 6 of 7 years; 2 other requirements open");
        assert_eq!(open.fr, "C7 Ana Exemple : Expérience : 6 sur 7 ans ; 2 autres exigences à vérifier");
    }

    #[test]
    fn the_nearest_come_first_across_units() {
        let years = |reading| leaf(Unit::Years, least(7.0), reading, &[("years", "…")]);
        let date = |hours: f64| {
            let deadline = day(2024, 5, 26).1;
            leaf(Unit::Moment(ZONE), most(deadline), Reading::exactly(deadline + 3600.0 * hours), &[("received", "…")])
        };
        let degree = leaf(step(scale::education()), least(3.0), Reading::exactly(0.0), &[("degree", "…")]);
        let missing = leaf(Unit::Years, least(7.0), Reading::MISSING, &[("years", "")]);
        let any = group(How::Any, Bound::default(), vec![degree.clone(), years(Reading::exactly(3.5))]);
        let all = group(
            How::All,
            Bound::default(),
            vec![degree.clone(), years(Reading::exactly(3.5)), years(Reading::exactly(9.0))],
        );
        let in_order = [
            date(3.0),
            years(Reading::exactly(6.8)),
            leaf(cefr(), least(5.0), Reading::exactly(4.0), &[]),
            any,
            doubted(degree, Why::Elsewhere),
            date(24.0 * 25.0),
            missing,
            all,
        ];
        let gaps: Vec<f64> = in_order.iter().map(gap).collect();
        assert!(gaps.is_sorted_by(|a, b| a < b), "{gaps:?}");
        assert!(
            (gaps[3] - 0.5).abs() < 1e-9 && (gaps[6] - 1.0).abs() < 1e-9 && (gaps[7] - 1.1).abs() < 1e-9,
            "{gaps:?}"
        );
        let two_of_three = |a, b, c| group(How::Some, least(2.0), vec![years(a), years(b), years(c)]);
        let [met, short, shorter] = [7.0, 6.3, 3.5].map(Reading::exactly);
        assert!((gap(&two_of_three(met, shorter, short)) - 0.1).abs() < 1e-9);
        assert!((gap(&two_of_three(shorter, shorter, short)) - 0.6).abs() < 1e-9);
    }

    #[test]
    fn one_requirement_alone() {
        use Need::{Asset, Required};
        use Verdict::{Met, NotMet, Unknown};
        let of = |rows: &[(Need, Verdict, bool)]| {
            let judged: Vec<(Need, Judged)> = rows
                .iter()
                .map(|(need, verdict, counts)| {
                    (*need, Judged { verdict: *verdict, credit: crate::verdict::Credit::of(*verdict), counts: *counts })
                })
                .collect();
            failed_alone(judged.iter().map(|(need, judged)| (*need, judged)))
        };
        assert_eq!(of(&[(Required, Met, true), (Asset, NotMet, true)]), None);
        assert_eq!(of(&[(Asset, NotMet, true), (Required, NotMet, true)]), Some(Alone { at: 1, open: 0 }));
        assert_eq!(of(&[(Required, NotMet, true), (Required, Unknown, true)]), Some(Alone { at: 0, open: 1 }));
        assert_eq!(of(&[(Required, NotMet, true), (Required, Unknown, false)]), Some(Alone { at: 0, open: 0 }));
        assert_eq!(of(&[(Required, NotMet, true), (Required, NotMet, true)]), None);
    }
}
