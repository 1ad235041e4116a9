//! Why a verdict is what it is: one short fragment for each criterion and candidate.

use std::fmt::{Display, Write as _};

use super::amount;
use crate::catalogue::{Lang, Text, explain as words, kinds, list_and, list_or};
use crate::criteria::WhenMissing;
use crate::kinds::{How, TestAccount, Unit, cut, gather};
use crate::reading::{Reading, Why};
use crate::score::Judged;
use crate::verdict::Verdict;

/// How much of a cell is quoted within a sentence, in characters.
const QUOTED: usize = 40;
/// How much of a requirement is told within a reason, in characters.
const REQUIREMENT: usize = 60;
/// How many parts of a group are told within a reason.
const PARTS: usize = 3;

/// Why the verdict is what it is, as a fragment: "4.33 years, under the 7 asked". May quote the candidate: hostile
/// until escaped.
#[must_use]
pub fn reason(account: &TestAccount, judged: &Judged, when_missing: WhenMissing) -> Text {
    Text::each(|lang| {
        let mut out = String::new();
        reason_into(&mut out, lang, account, judged, when_missing);
        out
    })
}

/// Adds to `out` the reason in one language, for the formats that give one for every candidate.
pub fn reason_into(out: &mut String, lang: Lang, account: &TestAccount, judged: &Judged, when_missing: WhenMissing) {
    if !account.outcome.missing {
        return of_account(out, lang, account);
    }
    let empty = no_cell(lang, account);
    match when_missing {
        WhenMissing::Fail => put(out, words::counted_as_not_met(lang, empty)),
        WhenMissing::Skip if !judged.counts => put(out, words::left_out(lang, empty)),
        WhenMissing::Review | WhenMissing::Skip => out.push_str(&empty),
    }
}

/// Whether the reason follows from what was read and its doubt alone, whatever the words of the cells: for what is counted
/// or one of a few steps.
#[must_use]
pub fn follows_from_reading(account: &TestAccount) -> bool {
    matches!(account.unit, Unit::Step(_) | Unit::Count(_))
        && account.how.is_none()
        && matches!(account.reading, Reading::Within(_))
        && account.left.is_empty()
}

/// Why nothing is known of a candidate whose row cannot be trusted: `problem` is what is wrong with the row, such as
/// "the row has 12 cells where the header has 14".
#[must_use]
pub fn untrusted(problem: &Text) -> Text {
    Text::each(|lang| words::untrusted_because(lang, problem.to(lang)).to_string())
}

/// How the cells were read: "read as 4.33 to 5 years", "cannot be read".
#[must_use]
pub fn how_read(account: &TestAccount) -> Text {
    Text::each(|lang| match value_read(lang, account) {
        Ok(read) if account.how.is_none() => words::read_as(lang, read).to_string(),
        Ok(read) | Err(read) => read,
    })
}

/// What the cells were read as, or what stands in the way of reading them.
pub(super) fn value_read(lang: Lang, account: &TestAccount) -> Result<String, String> {
    if account.outcome.missing {
        return Err(words::nothing_said(lang).to_string());
    }
    if in_another_field(account) {
        return Err(words::other_field(lang).to_string());
    }
    amount::reading(lang, &account.unit, account.bound, account.reading).ok_or_else(|| match account.reading.why() {
        Some(Why::Untrusted) => words::not_read(lang).to_string(),
        Some(Why::Unreadable) => words::cannot_be_read(lang).to_string(),
        Some(Why::Missing) => words::nothing_said(lang).to_string(),
        _ => {
            let mut out = String::new();
            of_account(&mut out, lang, account);
            out
        }
    })
}

/// The reason where no cell decides by being empty; the words that were not understood are named.
fn of_account(out: &mut String, lang: Lang, account: &TestAccount) {
    decided(out, lang, account);
    beside(out, lang, account);
}

/// The words that were not understood, after what decides without them.
fn beside(out: &mut String, lang: Lang, account: &TestAccount) {
    let open = account.outcome.verdict == Verdict::Unknown;
    let named = account.reading.why() == Some(Why::Words) || (open && account.doubt == Some(Why::Words));
    if account.how.is_none() && !named && !account.left.is_empty() {
        put(out, words::besides(lang));
        not_understood(out, lang, &account.left);
    }
}

fn decided(out: &mut String, lang: Lang, account: &TestAccount) {
    if let Reading::Unknown(why) = account.reading {
        return unknown(out, lang, account, why);
    }
    if let Some(how) = account.how {
        return together(out, lang, account, how);
    }
    let verdict = account.outcome.verdict;
    match (account.doubt, verdict) {
        (
            Some(
                why @ (Why::Absent
                | Why::UnderWay
                | Why::Negated
                | Why::Around
                | Why::Everyday
                | Why::Elsewhere
                | Why::Unsaid
                | Why::Words),
            ),
            Verdict::Unknown,
        ) => {
            unknown(out, lang, account, why);
        }
        _ if in_another_field(account) => put(out, words::other_field(lang)),
        // A degree that is too low whatever its field is told by its level.
        (Some(Why::Elsewhere), Verdict::NotMet) if is_scale(&account.unit, "education") => measured(out, lang, account),
        (Some(Why::Elsewhere), Verdict::NotMet) => unknown(out, lang, account, Why::Elsewhere),
        _ => measured(out, lang, account),
    }
}

/// Whether there is a degree, which counts as none since it is in another field than those asked for.
fn in_another_field(account: &TestAccount) -> bool {
    account.doubt == Some(Why::Elsewhere)
        && account.outcome.verdict == Verdict::NotMet
        && is_scale(&account.unit, "education")
        && account.reading.hull().is_none_or(|range| range.high <= 0.0)
}

fn unknown(out: &mut String, lang: Lang, account: &TestAccount, why: Why) {
    match why {
        Why::Missing | Why::Absent => out.push_str(&no_cell(lang, account)),
        Why::Unreadable => unreadable(out, lang, account),
        Why::Words => words_left(out, lang, account),
        Why::Untrusted => put(out, words::untrusted(lang)),
        Why::UnderWay if is_scale(&account.unit, "education") => put(out, words::degree_under_way(lang)),
        Why::UnderWay => put(out, words::under_way(lang)),
        Why::Negated => put(out, words::negated(lang)),
        Why::Around => put(out, words::left_open(lang)),
        Why::Everyday => put(out, words::everyday(lang)),
        Why::Elsewhere | Why::Unsaid if is_scale(&account.unit, "education") => put(out, words::no_field(lang)),
        Why::Elsewhere if is_scale(&account.unit, "cefr") => put(out, words::language_not_named(lang)),
        Why::Elsewhere | Why::Unsaid => put(out, words::something_else(lang)),
    }
}

/// What an empty cell is called: empty, a word for nothing, or a column that is not there.
pub(super) fn no_cell(lang: Lang, account: &TestAccount) -> String {
    if account.reading == Reading::ABSENT || account.doubt == Some(Why::Absent) {
        let names = account.evidence.iter().filter(|cell| !cell.bound).map(|cell| format!("`{}`", cell.column));
        return words::no_column(lang, list_or(&names.collect::<Vec<_>>()).to(lang)).to_string();
    }
    let mut columns: Vec<&str> = Vec::new();
    let mut said = "";
    each_leaf(account, &mut |leaf| {
        for cell in &leaf.evidence {
            if !columns.contains(&&*cell.column) {
                columns.push(&cell.column);
            }
            if said.is_empty() {
                said = cell.text.trim();
            }
        }
    });
    if !said.is_empty() {
        words::says_nothing(lang, snip(said)).to_string()
    } else if columns.len() > 1 {
        words::all_empty(lang).to_string()
    } else {
        words::empty(lang).to_string()
    }
}

/// The words of the cells that were not understood, each once: several tests may have read one cell. A candidate's own:
/// hostile until escaped.
#[must_use]
pub fn unread(account: &TestAccount) -> Vec<&str> {
    let mut all = Vec::new();
    each_leaf(account, &mut |leaf| {
        for words in &leaf.left {
            if !all.contains(&words.as_str()) {
                all.push(words.as_str());
            }
        }
    });
    all
}

/// That these words were not understood, where there are some. May quote the candidate: hostile until escaped.
#[must_use]
pub fn unread_told(left: &[impl AsRef<str>]) -> Option<Text> {
    let told = |lang| {
        let mut out = String::new();
        not_understood(&mut out, lang, left);
        out
    };
    (!left.is_empty()).then(|| Text::each(told))
}

fn each_leaf<'a>(account: &'a TestAccount, tell: &mut impl FnMut(&'a TestAccount)) {
    if account.how.is_none() {
        tell(account);
    }
    for part in &account.parts {
        each_leaf(part, tell);
    }
}

fn unreadable(out: &mut String, lang: Lang, account: &TestAccount) {
    let mut cells = Vec::new();
    gather(account, &mut cells);
    let cell = snip(cells.first().map_or("", |(_, text)| text));
    match &account.unit {
        Unit::Years => put(out, words::no_years(lang, cell)),
        Unit::Number => put(out, words::no_number(lang, cell)),
        Unit::Step(scale) if scale.id() == "cefr" => put(out, words::no_language_level(lang, cell)),
        Unit::Step(scale) if scale.id() == "education" => put(out, words::no_degree(lang, cell)),
        Unit::Step(_) => put(out, words::no_level(lang, cell)),
        Unit::Moment(_) => put(out, words::no_date(lang, cell)),
        Unit::YesNo => put(out, words::no_yes_no(lang, cell)),
        Unit::Rating(_) => put(out, words::no_rating(lang, cell)),
        Unit::Presence | Unit::Category | Unit::Count(_) => put(out, words::no_reading(lang, cell)),
    }
}

/// What was understood, and the words that were not.
fn words_left(out: &mut String, lang: Lang, account: &TestAccount) {
    if let Some(read) = amount::reading(lang, &account.unit, account.bound, account.understood) {
        out.push_str(&read);
        put(out, words::besides(lang));
    }
    not_understood(out, lang, &account.left);
}

/// That these words are not understood, each once; that some are not, where none of them may be shown.
fn not_understood(out: &mut String, lang: Lang, left: &[impl AsRef<str>]) {
    let mut each: Vec<String> = Vec::new();
    for words in left {
        let words = format!("`{}`", snip(words.as_ref()));
        if !each.contains(&words) {
            each.push(words);
        }
    }
    match each.as_slice() {
        [] => put(out, words::something_not_understood(lang)),
        [one] => put(out, words::is_not_understood(lang, one)),
        several => put(out, words::are_not_understood(lang, list_and(several).to(lang))),
    }
}

/// What was read, and how it compares with what is asked.
fn measured(out: &mut String, lang: Lang, account: &TestAccount) {
    let verdict = account.outcome.verdict;
    match (&account.unit, verdict) {
        (Unit::YesNo, Verdict::Met) => put(out, words::yes(lang)),
        (Unit::YesNo, Verdict::NotMet) => put(out, words::no(lang)),
        (Unit::YesNo, Verdict::Unknown) => put(out, words::yes_or_no(lang)),
        (Unit::Presence, Verdict::Met) => put(out, words::provided(lang)),
        (Unit::Presence, Verdict::NotMet) => put(out, words::not_provided(lang)),
        (Unit::Presence, Verdict::Unknown) => put(out, words::perhaps_provided(lang)),
        (Unit::Category, Verdict::Met) => put(out, words::listed(lang)),
        (Unit::Category, Verdict::NotMet) => put(out, words::not_listed(lang)),
        (Unit::Category, Verdict::Unknown) => put(out, words::perhaps_listed(lang)),
        (Unit::Count(count), Verdict::NotMet) if account.reading == Reading::exactly(0.0) => match count.noun.none {
            Some(none) => out.push_str(&none(lang, count.of)),
            None => compared(out, lang, account),
        },
        _ => compared(out, lang, account),
    }
}

fn compared(out: &mut String, lang: Lang, account: &TestAccount) {
    let TestAccount { unit, bound, reading, .. } = account;
    let read = amount::reading(lang, unit, *bound, *reading).unwrap_or_default();
    let said = |size: f64| amount::limit(lang, unit, size);
    let least = bound.at_least.map(|size| (said(size), reading.decide(|range| range.at_least(size))));
    let most = bound.at_most.map(|size| (said(size), reading.decide(|range| range.at_most(size))));
    let moment = matches!(unit, Unit::Moment(_));
    match (account.outcome.verdict, least, most, moment) {
        (_, None, None, _) => match bound.full_at {
            Some(full) => put(out, words::no_bound(lang, read, said(full))),
            None => out.push_str(&read),
        },
        (Verdict::Met, Some((least, _)), Some((most, _)), false) => put(out, words::within(lang, read, least, most)),
        (Verdict::Met, Some((least, _)), None, false) => put(out, words::asked(lang, read, least)),
        (Verdict::Met, None, Some((most, _)), false) => put(out, words::limit_kept(lang, read, most)),
        (Verdict::Met, Some((least, _)), Some((most, _)), true) => {
            put(out, words::between_days(lang, read, least, most));
        }
        (Verdict::Met, Some((least, _)), None, true) => put(out, words::late_enough(lang, read, least)),
        (Verdict::Met, None, Some((most, _)), true) => put(out, words::in_time(lang, read, most)),
        (Verdict::NotMet, Some((least, Verdict::NotMet)), _, false) => put(out, words::under(lang, read, least)),
        (Verdict::NotMet, Some((least, Verdict::NotMet)), _, true) => put(out, words::before(lang, read, least)),
        (Verdict::NotMet, _, Some((most, Verdict::NotMet)), false) => put(out, words::over(lang, read, most)),
        (Verdict::NotMet, _, Some((most, Verdict::NotMet)), true) => put(out, words::after(lang, read, most)),
        (Verdict::NotMet, Some((least, _)), Some((most, _)), false) => {
            put(out, words::outside(lang, read, least, most));
        }
        (Verdict::NotMet, Some((least, _)), Some((most, _)), true) => {
            put(out, words::not_between_days(lang, read, least, most));
        }
        (Verdict::Unknown, Some((least, open)), Some((most, other)), _) => match (open, other, moment) {
            (_, Verdict::Met, false) => put(out, words::perhaps_enough(lang, read, least)),
            (_, Verdict::Met, true) => put(out, words::perhaps_before(lang, read, least)),
            (Verdict::Met, _, false) => put(out, words::perhaps_over(lang, read, most)),
            (Verdict::Met, _, true) => put(out, words::perhaps_after(lang, read, most)),
            (_, _, false) => put(out, words::perhaps_within(lang, read, least, most)),
            (_, _, true) => put(out, words::perhaps_between(lang, read, least, most)),
        },
        (_, Some((least, _)), None, false) => put(out, words::perhaps_enough(lang, read, least)),
        (_, Some((least, _)), None, true) => put(out, words::perhaps_before(lang, read, least)),
        (_, None, Some((most, _)), false) => put(out, words::perhaps_over(lang, read, most)),
        (_, None, Some((most, _)), true) => put(out, words::perhaps_after(lang, read, most)),
    }
}

/// The parts of a group that decide it.
fn together(out: &mut String, lang: Lang, account: &TestAccount, how: How) {
    // One of one is that one.
    if let [alone] = account.parts.as_slice()
        && alone.outcome.verdict == account.outcome.verdict
    {
        return if alone.outcome.missing { briefly(out, lang, alone) } else { of_account(out, lang, alone) };
    }
    let total = account.parts.len();
    let told = |verdict: Verdict| parts(lang, account, verdict);
    let met = account.parts.iter().filter(|part| part.outcome.verdict == Verdict::Met).count();
    match (how, account.outcome.verdict) {
        (How::Any, Verdict::Met) => put(out, words::through(lang, told(Verdict::Met))),
        (How::Any, Verdict::NotMet) => put(out, words::none_of(lang, told(Verdict::NotMet))),
        (How::Any, Verdict::Unknown) => put(out, words::open_through(lang, told(Verdict::Unknown))),
        (How::All, Verdict::Met) => put(out, words::all_met(lang, total)),
        (How::All, Verdict::NotMet) => put(out, words::lacking(lang, told(Verdict::NotMet))),
        (How::All, Verdict::Unknown) => put(out, words::still_open(lang, met, told(Verdict::Unknown))),
        (How::Some, verdict) => {
            let mut count = words::count_met(lang, met, total).to_string();
            if verdict != Verdict::Met
                && let Some(least) = account.bound.at_least
            {
                count = words::count_asked(lang, amount::count(least), count).to_string();
            }
            match verdict {
                Verdict::Met if met > 0 => put(out, words::count_parts(lang, count, told(Verdict::Met))),
                Verdict::Unknown => put(out, words::count_open(lang, count, told(Verdict::Unknown))),
                _ => out.push_str(&count),
            }
        }
    }
}

/// The parts with this verdict, each with what was read.
fn parts(lang: Lang, account: &TestAccount, verdict: Verdict) -> String {
    let all = || account.parts.iter().filter(|part| part.outcome.verdict == verdict);
    let mut each: Vec<String> = all()
        .take(PARTS)
        .map(|part| {
            let mut read = String::new();
            briefly(&mut read, lang, part);
            words::part(lang, cut(&part_name(lang, part), REQUIREMENT), read).to_string()
        })
        .collect();
    let more = all().count().saturating_sub(PARTS);
    if more > 0 {
        each.push(words::more_parts(lang, more).to_string());
    }
    each.join(match lang {
        Lang::En => "; ",
        Lang::Fr => "\u{a0}; ",
    })
}

/// What a criterion asks; a group names the columns of its parts where they do not say what they are about.
pub(super) fn asked(lang: Lang, account: &TestAccount) -> String {
    let parts = || account.parts.iter().map(|part| Text::same(part_name(lang, part))).collect::<Vec<_>>();
    let text = match account.how {
        None => return account.requirement.to(lang).to_owned(),
        Some(How::Any) => kinds::any_of(&parts()),
        Some(How::All) => kinds::all_of(&parts()),
        Some(How::Some) => kinds::some_of(account.unit.sizes(account.bound), &parts()),
    };
    text.to(lang).to_owned()
}

/// What a part of a group asks; after its column where the requirement does not say what it is about.
pub(super) fn part_name(lang: Lang, part: &TestAccount) -> String {
    if part.how.is_some() {
        return asked(lang, part);
    }
    let requirement = part.requirement.to(lang);
    let bare = || match part.unit {
        Unit::YesNo | Unit::Presence | Unit::Category => true,
        _ => *part.requirement == part.unit.sizes(part.bound),
    };
    match part.evidence.first() {
        Some(cell) if bare() => words::in_column(lang, cell.column.replace('_', " "), requirement).to_string(),
        _ => requirement.to_owned(),
    }
}

/// What was read of a part of a group, next to its requirement.
fn briefly(out: &mut String, lang: Lang, part: &TestAccount) {
    if part.outcome.missing {
        return out.push_str(&no_cell(lang, part));
    }
    let doubtful = part.doubt.is_some() && part.outcome.verdict != Verdict::Met;
    if part.how.is_some() || doubtful || part.reading.why().is_some() {
        return of_account(out, lang, part);
    }
    out.push_str(&amount::reading(lang, &part.unit, part.bound, part.reading).unwrap_or_default());
    beside(out, lang, part);
}

pub(super) fn is_scale(unit: &Unit, name: &str) -> bool {
    matches!(unit, Unit::Step(scale) if scale.id() == name)
}

/// The start of a cell, on one line and without the marks that would end its quotation.
pub(super) fn snip(cell: &str) -> String {
    let mut line = String::new();
    for word in cell.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
        if line.len() > 4 * QUOTED {
            break;
        }
    }
    cut(&line.replace('`', "'"), QUOTED).into_owned()
}

/// Adds a phrase. Writing to a string cannot fail.
pub(super) fn put(out: &mut String, phrase: impl Display) {
    let _ = write!(out, "{phrase}");
}

#[cfg(test)]
mod tests;
