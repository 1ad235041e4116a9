//! `screen words CELL...`: how a cell is cut, what each word is taken for, what is left of it, and what the criteria of a file say
//! of it.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::{Setting, load};
use crate::args::WordsArgs;
use crate::catalogue::{Lang, commands as words};
use crate::criteria::{Criteria, Stage};
use crate::exit::Exit;
use crate::explain;
use crate::kinds::Unit;
use crate::plan::Plan;
use crate::reading::Reading;
use crate::render::safe;
use crate::text::shown;

pub(super) fn run(asked: &WordsArgs, setting: &Setting) -> anyhow::Result<Exit> {
    let criteria = load::criteria(asked.criteria.as_deref(), None, &[], setting)?;
    let (as_of, _) = load::as_of(None, &criteria, setting)?;
    let lang = setting.config.lang;
    let mut text = String::new();
    for cell in &asked.cells {
        writeln!(text, "{}", safe::terminal(cell))?;
        for looked in shown::cut(cell, &criteria.formats) {
            let senses: Vec<&str> = looked.senses.iter().map(|sense| sense.to(lang)).collect();
            let senses = if senses.is_empty() { words::not_known().to(lang).to_owned() } else { senses.join(", ") };
            writeln!(text, "  {:<20} {senses}", safe::terminal(&looked.text))?;
        }
        for (kind, reading, left) in shown::heard(cell, &criteria.formats, as_of) {
            let left: Vec<String> = left.iter().map(|words| format!("`{}`", safe::terminal(words))).collect();
            let left =
                if left.is_empty() { String::new() } else { words::words_left(left.join(", ")).to(lang).to_owned() };
            let line = format!("  {kind:<20} {:<20} {left}", in_words(lang, kind, reading));
            writeln!(text, "{}", line.trim_end())?;
        }
        if asked.criteria.is_some() {
            judge(&mut text, cell, &criteria, as_of, lang);
        }
    }
    setting.say(&text)
}

/// Adds what each criterion says of a cell, were it in all its columns.
fn judge(text: &mut String, cell: &str, criteria: &Criteria, as_of: NaiveDate, lang: Lang) {
    let plan = Plan::new(criteria, Stage::Interview, &|_| Some(0), as_of);
    let row = vec![cell.to_owned()];
    for (criterion, planned) in criteria.of_stage(Stage::Interview).zip(&plan.criteria) {
        let account = planned.check.account(&row);
        let judged = planned.count(account.outcome);
        let verdict = explain::verdict_of(lang, &account, &judged);
        let why = explain::reason(&account, &judged, criterion.when_missing);
        let line = format!("  {:<20} {verdict:<20} {}", criterion.id, safe::terminal(why.to(lang)));
        text.push_str(line.trim_end());
        text.push('\n');
    }
}

/// A reading as accounts say it.
fn in_words(lang: Lang, kind: &str, reading: Reading) -> String {
    let unit = match kind {
        "years" => Unit::Years,
        "date" => Unit::Moment(chrono_tz::Tz::UTC),
        "yes_no" => Unit::YesNo,
        "provided" => Unit::Presence,
        _ => Unit::Number,
    };
    explain::amount_read(lang, &unit, reading).unwrap_or_else(|| "?".to_owned())
}
