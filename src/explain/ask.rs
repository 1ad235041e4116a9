//! What to ask a candidate for, to settle what is open.

use super::reason::{is_scale, no_cell, snip};
use crate::catalogue::{Lang, Text, explain as words, list_and};
use crate::kinds::{TestAccount, Unit, gather};
use crate::reading::Why;

/// What to ask for, to show of what `account` measures that it meets `requirement`; `whys` is what the cell itself says
/// is in doubt. May quote the candidate: hostile until escaped.
pub(super) fn ask(account: &TestAccount, whys: &[Why], requirement: &Text) -> Text {
    let names: Vec<String> = account.evidence.iter().map(|cell| format!("`{}`", cell.column)).collect();
    let names = list_and(&names);
    Text::each(|lang| {
        let question = question(lang, account, whys, names.to(lang));
        words::to_be_shown(lang, question, requirement.to(lang), so_far(lang, account)).to_string()
    })
}

fn question(lang: Lang, account: &TestAccount, whys: &[Why], columns: &str) -> String {
    match &account.unit {
        Unit::Years => words::ask_years(lang, columns).to_string(),
        Unit::Number => words::ask_number(lang, columns).to_string(),
        Unit::Step(_) if is_scale(&account.unit, "education") => of_degree(lang, whys, columns),
        Unit::Step(_) => words::ask_level(lang, columns).to_string(),
        Unit::Moment(_) => words::ask_date(lang, columns).to_string(),
        Unit::YesNo => words::ask_yes_no(lang, columns).to_string(),
        Unit::Presence => words::ask_provided(lang, columns).to_string(),
        Unit::Category => words::ask_category(lang, columns).to_string(),
        Unit::Rating(_) => words::ask_rating(lang, columns).to_string(),
        Unit::Count(count) => (count.noun.ask)(lang, columns),
    }
}

fn of_degree(lang: Lang, whys: &[Why], columns: &str) -> String {
    let [under_way, related, unsaid] = [Why::UnderWay, Why::Elsewhere, Why::Unsaid].map(|why| whys.contains(&why));
    match (under_way, related, unsaid) {
        (false, false, false) => words::ask_degree(lang, columns).to_string(),
        (true, false, false) => words::ask_finished(lang, columns).to_string(),
        (false, true, _) => words::ask_related(lang, columns).to_string(),
        (true, true, _) => words::ask_related_finished(lang, columns).to_string(),
        (false, false, true) => words::ask_field(lang, columns).to_string(),
        (true, false, true) => words::ask_field_finished(lang, columns).to_string(),
    }
}

/// What the cells say before anything is asked.
fn so_far(lang: Lang, account: &TestAccount) -> String {
    let mut cells = Vec::new();
    gather(account, &mut cells);
    match cells.first() {
        Some((_, text)) if !account.outcome.missing => words::cell_says(lang, snip(text)).to_string(),
        _ => no_cell(lang, account),
    }
}
