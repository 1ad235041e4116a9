//! A proposal as a criteria file, with what was seen as comments.
//!
//! Headers and cells are somebody else's text: in comments they are one short line each, in values they are quoted with
//! everything unseen escaped, so that no header can break the file or add to it.

mod comments;
mod yaml;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chrono::NaiveDate;
use chrono_tz::Tz;

use self::comments::{examples, hints, seen, told};
use self::yaml::{quoted, test, word};
use super::guess::{COLUMN, Guess};
use super::matching::Fit;
use super::{Asked, Counting, Draft, Proposal, Unused, one_line};
use crate::catalogue::{Lang, Text, init as words};

/// What a person has said of the posting.
#[derive(Clone, Debug, Default)]
pub struct PostingSaid {
    /// Its title.
    pub title: Option<String>,
    /// Who recruits.
    pub organisation: Option<String>,
    /// The last day on which an application counts.
    pub deadline: Option<NaiveDate>,
    /// The hour of that day at which the posting says that it ends.
    pub hour: Option<String>,
    /// Where that day ends, and the place that says so.
    pub zone: Option<(Tz, String)>,
}

impl From<&crate::posting::Posting> for PostingSaid {
    fn from(read: &crate::posting::Posting) -> Self {
        Self {
            title: read.title.clone(),
            organisation: read.organisation.clone(),
            deadline: read.last_day(),
            hour: read.deadline.as_ref().and_then(|deadline| deadline.hour.clone()),
            zone: read.zone.clone(),
        }
    }
}

/// The first line: which schema an editor checks the file by.
const SCHEMA: &str = "# yaml-language-server: $schema=criteria.schema.json";

/// A commented example, without any candidates' file.
#[must_use]
pub fn example(lang: Lang) -> String {
    format!("{SCHEMA}\n{}", words::example(words::schema_help()).to(lang))
}

/// A file being written.
struct FileText {
    text: String,
    lang: Lang,
}

impl FileText {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn comment(&mut self, indent: usize, text: &Text) {
        let lang = self.lang;
        for line in text.to(lang).lines() {
            let _ = writeln!(self.text, "{}# {line}", " ".repeat(indent));
        }
    }
}

/// A criteria file with one criterion of a draft, so that it can be tried; nothing else of the posting but its deadline.
#[must_use]
pub fn alone(draft: &Draft, at: usize, posting: &PostingSaid) -> String {
    let mut page = FileText { text: String::new(), lang: Lang::En };
    page.line("version: 1");
    if let Some(day) = posting.deadline {
        page.line(&format!("posting: {{ deadline: {day} }}"));
    }
    let settled = formats(draft);
    if !settled.is_empty() {
        page.line(&format!("formats: {{ {settled} }}"));
    }
    if let Some(proposal) = draft.proposals.get(at) {
        page.line("columns:");
        for (name, header) in &proposal.columns {
            page.line(&format!("  {}: [{}]", word(name), word(header)));
        }
        page.line("criteria:");
        page.line("  - id: tried");
        page.line("    need: asset");
        let names: Vec<String> = proposal.columns.iter().map(|(name, _)| word(name)).collect();
        for line in test(&proposal.guess, &names, &proposal.terms, Lang::En) {
            page.line(&format!("    {line}"));
        }
    }
    page.text
}

/// The criteria file for a draft; `source` is the candidates' file's name.
#[must_use]
pub fn file(draft: &Draft, posting: &PostingSaid, source: &str, lang: Lang) -> String {
    let mut page = FileText { text: String::new(), lang };
    page.line(SCHEMA);
    page.comment(0, &words::schema_help());
    page.line("#");
    // A column may answer several things that a posting asks.
    let read: BTreeSet<_> = draft.proposals.iter().flat_map(|one| &one.columns).collect();
    let columns = draft.identity.len() + read.len() + usize::from(draft.id.is_some()) + draft.unused.len();
    let source = one_line(source, 80);
    page.comment(0, &words::made_from(&source, words::rows(draft.rows), words::columns(columns)));
    if !draft.all {
        page.comment(0, &words::first_rows());
    }
    page.line("#");
    page.comment(
        0,
        &if draft.proposals.iter().any(|one| one.asked.is_some()) {
            words::what_to_check()
        } else {
            words::what_to_do()
        },
    );
    page.line("");
    page.line("version: 1");
    page.line("");
    write_posting(&mut page, draft, posting);
    write_columns(&mut page, draft);
    page.line("criteria:");
    let mut counting = 0;
    for proposal in &draft.proposals {
        let counts = counts(proposal, posting);
        counting += usize::from(counts && proposal.weight() > 0);
        write_proposal(&mut page, proposal, counts);
    }
    if counting == 0 {
        // No file has such a column: nobody gets points for what nobody asked.
        page.comment(2, &words::nothing_counts());
        page.line(&format!(
            "  - id: nothing-yet\n    need: asset\n    weight: 10\n    provided: {{ column: {COLUMN} }}\n"
        ));
    }
    write_unused(&mut page, draft);
    page.text.truncate(page.text.trim_end().len());
    page.text.push('\n');
    page.text
}

/// Whether a proposal counts, and is no comment.
fn counts(proposal: &Proposal, posting: &PostingSaid) -> bool {
    proposal.need != Counting::LeftOut && proposal.ready(posting)
}

/// What the posting requires and the file looks at nowhere, in its own words, each once.
fn unchecked<'a>(draft: &'a Draft, posting: &PostingSaid) -> Vec<&'a str> {
    let quote = |proposal: &'a Proposal| Some(proposal.asked.as_ref()?.quote.as_str());
    let looked_at: Vec<&str> = draft.proposals.iter().filter(|one| counts(one, posting)).filter_map(quote).collect();
    let required = |one: &&Proposal| one.asked.as_ref().is_some_and(|asked| asked.required) && !counts(one, posting);
    let mut unchecked = Vec::new();
    for asked in draft.proposals.iter().filter(required).filter_map(quote) {
        if !asked.is_empty() && !looked_at.contains(&asked) && !unchecked.contains(&asked) {
            unchecked.push(asked);
        }
    }
    unchecked
}

fn write_posting(page: &mut FileText, draft: &Draft, posting: &PostingSaid) {
    let unchecked = unchecked(draft, posting);
    let told = posting.title.is_some() || posting.organisation.is_some() || posting.deadline.is_some();
    let said = told || !unchecked.is_empty();
    let mark = |there: bool| if there { "" } else { "# " };
    page.comment(0, &words::posting_help());
    page.line(&format!("{}posting:", mark(said)));
    let title = posting.title.clone().unwrap_or_else(|| words::a_title().to(page.lang).to_owned());
    let organisation =
        posting.organisation.clone().unwrap_or_else(|| words::an_organisation().to(page.lang).to_owned());
    let deadline = posting.deadline.map_or_else(|| "2024-05-26".to_owned(), |day| day.to_string());
    let zone = posting.zone.as_ref().map_or(chrono_tz::Europe::Brussels, |(zone, _)| *zone);
    let place = posting.zone.as_ref().map(|(_, place)| words::zone_of(one_line(place, 40)));
    let hour = posting.hour.as_ref().map(|hour| words::hour_of(one_line(hour, 40)));
    for (name, value, there) in [
        ("title", quoted(&title), posting.title.is_some()),
        ("organisation", quoted(&organisation), posting.organisation.is_some()),
        ("deadline", deadline, posting.deadline.is_some()),
        ("time_zone", zone.name().to_owned(), posting.zone.is_some()),
    ] {
        // Where nothing is said at all, the whole block is a comment.
        let line = if said { format!("  {}{name}: {value}", mark(there)) } else { format!("#   {name}: {value}") };
        let note = match name {
            "time_zone" => place.as_ref(),
            "deadline" => hour.as_ref(),
            _ => None,
        };
        match note.filter(|_| said) {
            Some(note) => page.line(&format!("{line} # {}", note.to(page.lang))),
            None => page.line(&line),
        }
    }
    if !unchecked.is_empty() {
        page.comment(2, &words::unchecked_help());
        page.line("  unchecked:");
        unchecked.iter().for_each(|asked| page.line(&format!("    - {}", quoted(asked))));
    }
    page.line("");
}

fn write_columns(page: &mut FileText, draft: &Draft) {
    let judged = draft.proposals.iter().flat_map(|proposal| &proposal.columns);
    let mut columns: Vec<&(String, String)> = Vec::new();
    for column in draft.id.iter().chain(&draft.identity).chain(judged) {
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    if !columns.is_empty() {
        page.comment(0, &words::columns_help());
        page.line("columns:");
        for (name, header) in columns {
            page.line(&format!("  {}: [{}]", word(name), word(header)));
        }
        page.line("");
    }
    if !draft.identity.is_empty() {
        page.comment(0, &words::identity_help());
        let names: Vec<String> = draft.identity.iter().map(|(name, _)| word(name)).collect();
        page.line(&format!("identity: [{}]", names.join(", ")));
        page.line("");
    } else {
        page.comment(0, &words::no_identity());
        page.line("# identity: [name, email]");
        page.line("");
    }
    write_formats(page, draft);
}

fn write_formats(page: &mut FileText, draft: &Draft) {
    if let Some(dates) = &draft.dates {
        page.comment(0, &words::formats_help(dates.open, one_line(&dates.proof, 40), one_line(&dates.header, 60)));
    }
    if let Some(decimal) = &draft.decimal {
        let (example, header) = (one_line(&decimal.example, 40), one_line(&decimal.header, 60));
        let help = if decimal.proven { words::decimal_help } else { words::decimal_open };
        page.comment(0, &help(decimal.open, example, header));
    }
    let settled = formats(draft);
    if !settled.is_empty() {
        page.line(&format!("formats: {{ {settled} }}"));
    }
    if let Some(decimal) = draft.decimal.as_ref().filter(|decimal| !decimal.proven) {
        let dates = draft.dates.as_ref().map_or_else(String::new, |dates| format!("dates: {}, ", dates.name()));
        page.line(&format!("# formats: {{ {dates}decimal: {} }}", decimal.name()));
    }
    if draft.dates.is_some() || draft.decimal.is_some() {
        page.line("");
    }
}

/// What the cells of a file prove of how they are written.
fn formats(draft: &Draft) -> String {
    let dates = draft.dates.as_ref().map(|dates| format!("dates: {}", dates.name()));
    let decimal = draft.decimal.as_ref().filter(|decimal| decimal.proven);
    let decimal = decimal.map(|decimal| format!("decimal: {}", decimal.name()));
    dates.into_iter().chain(decimal).collect::<Vec<_>>().join(", ")
}

fn write_proposal(page: &mut FileText, proposal: &Proposal, counts: bool) {
    let lang = page.lang;
    match &proposal.asked {
        None => {
            page.comment(2, &seen(&proposal.guess, &proposal.seen));
            for hint in hints(&proposal.guess) {
                page.comment(2, &hint);
            }
        }
        Some(asked) => write_asked(page, proposal, asked, counts),
    }
    if proposal.need == Counting::LeftOut {
        page.comment(2, &words::left_out());
    } else if !counts && proposal.guess == Guess::YesNo {
        page.comment(2, &words::hint_either());
    } else if !counts && matches!(proposal.guess, Guess::Number { .. }) {
        page.comment(2, &words::hint_direction());
    }
    // What the posting requires stays so where it only waits for its column.
    let need = if proposal.need == Counting::Required { "required" } else { "asset" };
    let label = quoted(proposal.label.to(lang));
    let mut lines = vec![format!("- id: {}", word(&proposal.id)), format!("  label: {label}")];
    lines.extend(proposal.short.as_ref().map(|short| format!("  short: {}", quoted(short.to(lang)))));
    if let Some(asked) = proposal.asked.as_ref().filter(|asked| !asked.quote.is_empty()) {
        lines.push(format!("  quote: {}", quoted(&asked.quote)));
    }
    lines.push(format!("  need: {need}"));
    lines.push(format!("  weight: {}", proposal.weight()));
    if matches!(proposal.guess, Guess::Rating { panel: true, .. }) {
        lines.push("  stage: interview".to_owned());
    }
    let names: Vec<String> = proposal.columns.iter().map(|(name, _)| word(name)).collect();
    lines.extend(test(&proposal.guess, &names, &proposal.terms, lang).into_iter().map(|line| format!("  {line}")));
    for line in lines {
        page.line(&format!("  {}{line}", if counts { "" } else { "# " }));
    }
    page.line("");
}

/// What a person should know of a requirement: the column that answers it and how sure that is, and what was made of it.
fn write_asked(page: &mut FileText, proposal: &Proposal, asked: &Asked, counts: bool) {
    let header = proposal.header().map(|header| one_line(header, 60)).unwrap_or_default();
    match asked.fit {
        Fit::Sure => page.comment(2, &words::fits_sure(header)),
        Fit::Likely => page.comment(2, &words::fits_likely(header)),
        Fit::Paper => {}
        Fit::None => page.comment(2, &words::fits_nothing()),
    }
    if asked.fit != Fit::None {
        page.comment(2, &seen(&proposal.guess, &proposal.seen));
    }
    for note in &asked.notes {
        page.comment(2, &told(*note));
    }
    match &proposal.guess {
        Guess::Received if !counts => page.comment(2, &words::hint_received()),
        Guess::Years { full_at } if proposal.terms.exceeded_by(*full_at) => {
            page.comment(2, &words::hint_full(*full_at));
        }
        guess @ (Guess::Mentions { .. }
        | Guess::OneOf { .. }
        | Guess::Day { .. }
        | Guess::Rating { .. }
        | Guess::Own { .. }) => {
            for hint in hints(guess) {
                page.comment(2, &hint);
            }
        }
        Guess::Degree { .. } if !proposal.terms.fields.is_empty() => page.comment(2, &words::hint_fields()),
        _ => {}
    }
}

fn write_unused(page: &mut FileText, draft: &Draft) {
    if draft.unused.is_empty() {
        return;
    }
    page.comment(0, &words::unused());
    for (header, why) in &draft.unused {
        let header = one_line(header, 60);
        let why = match why {
            Unused::Empty => words::unused_empty(),
            Unused::NoHeader => words::unused_no_header(),
            Unused::SameHeader => words::unused_same_header(),
            Unused::Id => words::unused_id(),
            Unused::Form => words::unused_form(),
            Unused::NotAsked(key) => words::unused_not_asked(format!("`{key}`")),
            Unused::TooMany => words::unused_too_many(),
            Unused::Unclear(seen) => words::unused_unclear(seen.unreadable + seen.read, examples(seen)),
        };
        page.comment(0, &words::unused_one(header, why));
    }
}
