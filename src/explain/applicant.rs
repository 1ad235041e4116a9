//! The account addressed to the applicant: what was asked, what the application shows, what was not found in it.
//!
//! Nothing on scores, ranks or other candidates, and no decision: people decide. The rights it names are those of
//! Articles 15, 16 and 22 of Regulation (EU) 2016/679 (data protection) and Article 86 of Regulation (EU) 2024/1689
//! (artificial intelligence).

use super::CriterionAccount;
use super::page::{AccountPage, Show};
use super::reason::{asked, is_scale, part_name, unread, value_read};
use crate::catalogue::kinds::beside_label;
use crate::catalogue::{Lang, explain as words, list_and};
use crate::kinds::{TestAccount, Unit, cut, gather};
use crate::reading::{Reading, Why};
use crate::score::Need;
use crate::verdict::Verdict;

/// How much of a cell is quoted, in characters.
const QUOTED: usize = 200;

/// What a letter to an applicant rests on.
#[derive(Clone, Copy, Debug)]
pub struct Letter<'a> {
    /// The candidate's id.
    pub id: &'a str,
    /// The candidate's name; empty where there is none or it is hidden.
    pub name: &'a str,
    /// The posting's title, in the letter's language.
    pub title: Option<&'a str>,
    /// Who recruits.
    pub organisation: Option<&'a str>,
    /// Whether a person decided on the application as a whole.
    pub decided: bool,
    /// The criteria that were judged, in the file's order.
    pub criteria: &'a [CriterionAccount],
}

/// Writes the letter.
///
/// # Errors
/// Whatever the writer says.
pub fn for_candidate(letter: &Letter<'_>, show: &Show<'_>, out: &mut dyn std::fmt::Write) -> std::fmt::Result {
    let lang = show.lang;
    let mut page = AccountPage::new(show);
    let name = letter.name.trim();
    if name.is_empty() {
        page.paragraph(&words::dear(lang).to_string());
    } else {
        page.paragraph(&words::dear_name(lang, name).to_string());
    }
    page.gap();
    match letter.title {
        Some(title) => page.paragraph(&words::thanks_for(lang, title.trim()).to_string()),
        None => page.paragraph(&words::thanks(lang).to_string()),
    }
    page.paragraph(&words::reference(lang, letter.id).to_string());
    if letter.criteria.iter().any(CriterionAccount::distrusted) {
        page.gap();
        page.paragraph(&words::you_untrusted(lang).to_string());
    } else {
        // The posting's words are told once, however many points rest on them.
        let mut quoted: Vec<&str> = Vec::new();
        for (verdict, heading) in [
            (Verdict::Met, words::shown(lang).to_string()),
            (Verdict::Unknown, words::not_established(lang).to_string()),
            (Verdict::NotMet, words::not_found(lang).to_string()),
        ] {
            let points: Vec<_> = letter.criteria.iter().filter(|criterion| section(criterion) == verdict).collect();
            if !points.is_empty() {
                page.gap();
                page.heading(2, &heading);
                for criterion in points {
                    page.item("- ", criterion.label.to(lang));
                    page.item("  ", &point(lang, criterion, &mut quoted));
                }
            }
        }
    }
    if letter.decided {
        page.text.push('\n');
        page.paragraph(&words::you_decided(lang).to_string());
    }
    for text in
        [words::you_may_complete(lang).to_string(), words::how_done(lang).to_string(), words::rights(lang).to_string()]
    {
        page.gap();
        page.paragraph(&text);
    }
    page.gap();
    page.paragraph(&words::regards(lang).to_string());
    let signed = words::signed(lang).to_string();
    page.paragraph(letter.organisation.map(str::trim).filter(|name| !name.is_empty()).unwrap_or(&signed));
    out.write_str(&page.text)
}

/// Where a point belongs: one that is left out could not be established.
fn section(criterion: &CriterionAccount) -> Verdict {
    if criterion.judged.counts { criterion.judged.verdict } else { Verdict::Unknown }
}

/// What was asked on one point, and what the application says of it.
fn point<'a>(lang: Lang, criterion: &'a CriterionAccount, quoted: &mut Vec<&'a str>) -> String {
    let account = &criterion.account;
    let mut said: Vec<String> = Vec::new();
    let label = criterion.label.to(lang);
    let requirement = asked(lang, account);
    let requirement = beside_label(label, &requirement);
    let plain = matches!(account.unit, Unit::YesNo | Unit::Presence);
    said.push(match criterion.need {
        // "Yes" alone would not say to what.
        Need::Required if plain => words::condition(lang, label).to_string(),
        Need::Asset if plain => words::asset_of(lang, label).to_string(),
        Need::Required => words::asked_for(lang, requirement).to_string(),
        Need::Asset => words::an_asset(lang, requirement).to_string(),
    });
    if let Some(quote) = criterion.quote.as_deref().map(str::trim) {
        if quoted.contains(&quote) {
            said.push(words::same_words(lang).to_string());
        } else {
            said.push(words::in_its_words(lang, quote.trim_end_matches('.')).to_string());
            quoted.push(quote);
        }
    }
    if let Some(basis) = &criterion.lawful_basis {
        said.push(words::you_lawful(lang, basis.trim().trim_end_matches('.')).to_string());
    }
    if criterion.decided.is_some() {
        // What the machine read is not what was decided.
        let mut cells = Vec::new();
        gather(account, &mut cells);
        wrote(lang, account, &cells, &mut said);
        said.push(words::you_looked_at(lang).to_string());
        return said.join(" ");
    }
    told(lang, account, section(criterion), &mut said);
    if !criterion.judged.counts {
        said.push(words::you_left_out(lang).to_string());
    }
    said.join(" ")
}

fn told(lang: Lang, account: &TestAccount, verdict: Verdict, said: &mut Vec<String>) {
    if matches!(account.unit, Unit::Rating(_)) {
        // A panel's marks are the panel's words, not the application's.
        if let Ok(read) = value_read(lang, account) {
            said.push(words::panel(lang, read).to_string());
        }
        return;
    }
    if !recorded(account) {
        said.push(words::you_not_recorded(lang).to_string());
        return;
    }
    let mut cells = Vec::new();
    gather(account, &mut cells);
    if account.outcome.missing || cells.is_empty() {
        said.push(words::you_said_nothing(lang).to_string());
        return;
    }
    wrote(lang, account, &cells, said);
    if account.how.is_some() {
        parts(lang, account, said);
        return unread_by_us(lang, account, said);
    }
    // What is in doubt tells why a point is open. What is not met is so whatever the doubt, and told by what was read; but
    // where a degree is read as none, it is its field that made it so.
    let open = verdict == Verdict::Unknown;
    let none = account.reading.hull().is_none_or(|range| range.high <= 0.0);
    match (account.reading, account.doubt) {
        (Reading::Unknown(Why::Unreadable), _) => said.push(words::not_understood(lang).to_string()),
        (_, Some(Why::UnderWay)) if open => said.push(words::you_under_way(lang).to_string()),
        (_, Some(Why::Negated)) if open => said.push(words::you_negated(lang).to_string()),
        (_, Some(Why::Around)) if open => said.push(words::you_left_open(lang).to_string()),
        (_, Some(Why::Everyday)) if open => said.push(words::you_everyday(lang).to_string()),
        (_, Some(Why::Elsewhere | Why::Unsaid)) if (open || none) && matches!(account.unit, Unit::Step(_)) => {
            if is_scale(&account.unit, "education") {
                said.push(words::you_elsewhere(lang).to_string());
            }
        }
        // A yes is a yes: nothing to add.
        _ if matches!(account.unit, Unit::YesNo | Unit::Presence | Unit::Category) => {}
        _ if matches!(account.unit, Unit::Count(count) if count.noun.shown) => {}
        _ => {
            if let Ok(read) = value_read(lang, account) {
                said.push(words::understood(lang, read).to_string());
            }
        }
    }
    unread_by_us(lang, account, said);
}

/// What the application says in these cells: of several, each under its question.
fn wrote(lang: Lang, account: &TestAccount, cells: &[(&str, &str)], said: &mut Vec<String>) {
    for (column, text) in cells {
        let text = cut(text, QUOTED);
        said.push(match account.unit {
            _ if cells.len() > 1 => words::you_wrote_under(lang, column.replace('_', " "), text).to_string(),
            Unit::YesNo => words::you_answered(lang, text).to_string(),
            _ => words::you_wrote(lang, text).to_string(),
        });
    }
}

/// The words that were not understood, as the application has them.
fn unread_by_us(lang: Lang, account: &TestAccount, said: &mut Vec<String>) {
    let quoted = |words: &str| match lang {
        Lang::En => format!("“{words}”"),
        Lang::Fr => format!("« {words} »"),
    };
    let left: Vec<String> = unread(account).into_iter().map(|words| quoted(&cut(words, QUOTED))).collect();
    if !left.is_empty() {
        said.push(words::you_unread(lang, list_and(&left).to(lang)).to_string());
    }
}

/// Whether the file has any of the columns.
fn recorded(account: &TestAccount) -> bool {
    account.evidence.iter().any(|cell| cell.bound) || account.parts.iter().any(recorded)
}

/// Which parts of a group the application shows.
fn parts(lang: Lang, account: &TestAccount, said: &mut Vec<String>) {
    let of = |verdict: Verdict| {
        let parts = account.parts.iter().filter(|part| part.outcome.verdict == verdict);
        parts.map(|part| part_name(lang, part)).collect::<Vec<_>>().join(match lang {
            Lang::En => "; ",
            Lang::Fr => "\u{a0}; ",
        })
    };
    let [met, open, not_met] = [Verdict::Met, Verdict::Unknown, Verdict::NotMet].map(of);
    if !met.is_empty() {
        said.push(words::parts_found(lang, met).to_string());
    }
    if !open.is_empty() {
        said.push(words::parts_open(lang, open).to_string());
    }
    if !not_met.is_empty() {
        said.push(words::parts_not_found(lang, not_met).to_string());
    }
}
