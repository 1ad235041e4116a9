//! Near misses: who fails one requirement only, and by how much.

use super::amount;
use super::reason::reason_into;
use crate::catalogue::{Lang, Text, explain as words};
use crate::criteria::WhenMissing;
use crate::kinds::{TestAccount, Unit, step_index};
use crate::moments::{days as days_of, instant, local, whole_days};
use crate::reading::{Bound, Reading};
use crate::score::Judged;
use crate::verdict::Verdict;
use crate::view::Size;

/// The near miss of a candidate: who, which requirement, and by how much. May quote the candidate: hostile until
/// escaped. `label` is what the one failed criterion is called, `lack` by how much it is missed ([`lack`]), `open` how many
/// other requirements are open.
#[must_use]
pub fn near_miss((id, name): (&str, &str), label: &Text, lack: &Text, open: usize) -> Text {
    let who = if name.trim().is_empty() { id.to_owned() } else { format!("{id} {name}") };
    Text::each(|lang| {
        let miss = words::near_miss(lang, &who, label.to(lang), lack.to(lang));
        if open == 0 { miss.to_string() } else { words::near_miss_open(lang, open, miss).to_string() }
    })
}

/// By how much a requirement is missed, as [`near_miss`] tells it.
#[must_use]
pub fn lack(account: &TestAccount, judged: &Judged, when_missing: WhenMissing) -> Text {
    Text::each(|lang| lack_in(lang, account, judged, when_missing))
}

/// What the cells of a requirement that is not met mean at best, and what is asked; of several tests, of the one that comes
/// nearest. Nothing where no single size is missed.
#[must_use]
pub fn sizes(account: &TestAccount) -> Option<(Size, Size)> {
    let failed = || account.parts.iter().filter(|part| part.outcome.verdict == Verdict::NotMet);
    if let Some(part) = failed().min_by(|a, b| a.outcome.gap.total_cmp(&b.outcome.gap))
        && part.outcome.gap <= account.outcome.gap
    {
        return sizes(part);
    }
    let TestAccount { unit, bound, .. } = account;
    let range = account.reading.hull()?;
    let under = bound.at_least.filter(|least| range.at_least(*least) == Verdict::NotMet);
    let (best, asked) = match under {
        Some(least) => (range.high, least),
        None => (range.low, bound.at_most?),
    };
    let size = |value: f64, whole: bool| match unit {
        Unit::Step(scale) => Some(Size::Name(scale.name(step_index(value)).en)),
        Unit::Moment(zone) if whole => Some(Size::Name(local(value, *zone)?.date().to_string())),
        Unit::Moment(zone) => Some(Size::Name(instant(value, *zone)?.to_rfc3339())),
        _ => Some(Size::Number(value)),
    };
    let whole = matches!(unit, Unit::Moment(zone) if whole_days(*zone, range));
    Some((size(best, whole)?, size(asked, true)?))
}

/// By how much a requirement is missed: "6.8 of 7 years", "B2, C1 asked", "3 hours too late".
pub(super) fn lack_in(lang: Lang, account: &TestAccount, judged: &Judged, when_missing: WhenMissing) -> String {
    sized(lang, account).unwrap_or_else(|| {
        let mut out = String::new();
        reason_into(&mut out, lang, account, judged, when_missing);
        out
    })
}

/// The same for a single test that misses a bound, where there is a shorter way to say it than the reason.
fn sized(lang: Lang, account: &TestAccount) -> Option<String> {
    let TestAccount { unit, bound, reading: Reading::Within(range), how: None, doubt: None, .. } = account else {
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
            let (first, last) = days_of(*zone, *range)?;
            let whole = whole_days(*zone, *range);
            if let Some(most) = over {
                let day = local(most, *zone)?.date();
                let by = if whole { days(lang, (first - day).num_days()) } else { elapsed(lang, range.low - most) };
                return Some(words::too_late(lang, read, by).to_string());
            }
            let least = under?;
            let day = local(least, *zone)?.date();
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
        (..48, _) if lang == Lang::Fr => words::in_figures(lang, hours, format!("{:02}", minutes % 60)).to_string(),
        (..48, _) => words::and(lang, words::hours(lang, hours), words::minutes(lang, minutes % 60)).to_string(),
        _ => words::days(lang, hours / 24).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::*;
    use super::*;

    fn miss(account: &TestAccount, when_missing: WhenMissing, open: usize) -> Text {
        let label = Text { en: "Experience".into(), fr: "Expérience".into() };
        let lack = lack(account, &judged(account, when_missing), when_missing);
        near_miss(("C7", "Ana Exemple"), &label, &lack, open)
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
            (leaf(cefr(), least(5.0), Reading::exactly(4.0), &[]), "B2, C1 asked", "B2 (C1 demandé)"),
            (
                date(Reading::exactly(moment(2024, 5, 27, 3, 0))),
                "27 May 2024 at 03:00 (Europe/Brussels): 3 hours too late",
                "27 mai 2024 à 3 h 00 (Europe/Brussels) : 3 heures de retard",
            ),
            (
                date(Reading::exactly(moment(2024, 5, 27, 1, 20))),
                "27 May 2024 at 01:20 (Europe/Brussels): 1 hour and 20 minutes too late",
                "27 mai 2024 à 1 h 20 (Europe/Brussels) : 1 h 20 de retard",
            ),
            (date(Reading::between(start, end)), "27 May 2024: 1 day too late", "27 mai 2024 : 1 jour de retard"),
            (
                since(Reading::between(day(2024, 5, 23).0, day(2024, 5, 24).1)),
                "23 May 2024 to 24 May 2024: 2 days too early",
                "du 23 mai 2024 au 24 mai 2024 : 2 jours trop tôt",
            ),
            (leaf(Unit::YesNo, YES, Reading::exactly(0.0), &[]), "no", "non"),
        ] {
            let text = miss(&account, WhenMissing::Review, 0);
            assert_eq!(text.en, format!("C7 Ana Exemple: Experience: {en}"));
            assert_eq!(text.fr, format!("C7 Ana Exemple : Expérience : {fr}"));
        }
        let open = miss(&years(Reading::exactly(6.0)), WhenMissing::Review, 2);
        assert_eq!(open.en, "C7 Ana Exemple: Experience: 6 of 7 years; 2 other requirements open");
        assert_eq!(open.fr, "C7 Ana Exemple : Expérience : 6 sur 7 ans ; 2 autres exigences à vérifier");
    }
}
