//! `screen check CRITERIA [FILE]`: the criteria are right, and this is how they bind to that file.

mod doubts;
mod examples;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use super::load::{self, Binding, Candidates, SHIPPED_NAME};
use super::output::{self, Inputs};
use super::progress::Progress;
use super::{Failure, Setting, shown};
use crate::args::{CheckArgs, CheckFormat};
use crate::catalogue::{Say, Text, check as words, list_and, list_first};
use crate::criteria::{Criteria, Stage};
use crate::diagnostic::{Diagnostic, Severity};
use crate::exit::Exit;
use crate::fold::fold;
use crate::kinds::{TestAccount, Unit};
use crate::lint::Branches;
use crate::pipeline::{self, Job};
use crate::reading::{Reading, Why};
use crate::records::{Row, Source};
use crate::render::{found, safe};
use crate::roll::Roll;
use crate::score::Need;

pub(super) fn run(asked: &CheckArgs, setting: &Setting) -> anyhow::Result<Exit> {
    let lang = setting.config.lang;
    let inputs = [asked.criteria.as_deref(), asked.file.as_deref()];
    output::check_standard(&Inputs::of(inputs.into_iter().flatten()))?;
    let found = match look(asked, setting) {
        Err(Failure::Problems(problems)) if asked.format != CheckFormat::Text => {
            Findings { text: String::new(), of_files: problems, doubts: Vec::new() }
        }
        found => found?,
    };
    let all = || [&*found.of_files, &*found.doubts].concat();
    match asked.format {
        CheckFormat::Text => {
            setting.tell_unless_quiet(&found.of_files);
            setting.tell_unless_quiet(&found.doubts);
            return setting.say(&found.text);
        }
        CheckFormat::Json => output::to_stdout(&found::document(&all(), lang).document())?,
        CheckFormat::Github => output::to_stdout(found::annotations(&all(), lang).as_bytes())?,
    };
    let wrong = found.of_files.iter().any(|problem| problem.severity == Severity::Error);
    Ok(if wrong { Exit::Unusable } else { Exit::Well })
}

/// What is found in a criteria file, and in how it binds to a candidates' file.
struct Findings {
    /// For people, where nothing is wrong.
    text: String,
    /// What is wrong with the files, or worth knowing of how they are read.
    of_files: Vec<Diagnostic>,
    /// What the criteria seem to do and do not.
    doubts: Vec<Diagnostic>,
}

fn look(asked: &CheckArgs, setting: &Setting) -> Result<Findings, Failure> {
    let criteria = load::criteria(asked.criteria.as_deref(), None, &asked.when.set, setting)?;
    let stage = load::stage(asked.when.stage);
    let name = asked.criteria.as_deref().map_or_else(|| SHIPPED_NAME.to_owned(), shown);
    let set: Vec<String> = asked.when.set.iter().map(|set| format!("`{}`", set.typed())).collect();
    let name = if set.is_empty() { name } else { words::with(name, list_and(&set)).to(setting.config.lang).to_owned() };
    let mut text = of_criteria(&name, &criteria, setting);
    let (as_of, _) = load::as_of(asked.when.as_of.as_deref(), &criteria, setting)?;
    let (held, failed) = examples::failed(&criteria, as_of);
    if !failed.is_empty() {
        return Err(Failure::Problems(failed));
    }
    if held > 0 {
        let _ = writeln!(text, "  {}", words::examples_hold(held).to(setting.config.lang));
    }
    let (mut of_files, mut doubts) = (Vec::new(), doubts::of_file(&criteria));
    if let Some(file) = &asked.file {
        let of = Binding::of((&criteria, stage, as_of), &asked.reading, asked.criteria.is_none());
        let binding = Binding { at_once: true, ..of };
        let mut candidates = load::candidates(std::slice::from_ref(file), &binding, setting)?;
        let (counts, branches, roll) = count(&mut candidates, (&criteria, stage), setting)?;
        text.push('\n');
        text.push_str(&of_binding(&candidates, &criteria, stage, &counts, setting));
        text.push_str(&of_words(&candidates, &counts, setting));
        of_files.append(&mut candidates.warnings);
        let named = candidates.files.first().map_or("", |file| file.name.as_str());
        doubts.extend(doubts::of_candidates(&roll, &branches, (&criteria, stage), &counts, named));
        let headers = candidates.sources.iter().map(Source::header).zip(&candidates.files);
        doubts.extend(headers.flat_map(|(header, file)| doubts::of_header(header, file, &criteria)));
    }
    Ok(Findings { text, of_files, doubts })
}

/// What the criteria file holds, in a few lines.
fn of_criteria(name: &str, criteria: &Criteria, setting: &Setting) -> String {
    let lang = setting.config.lang;
    let count = |need: Need, stage: Stage| {
        criteria.criteria.iter().filter(|criterion| criterion.need == need && criterion.stage == stage).count()
    };
    let weight: f64 = criteria.of_stage(Stage::Application).map(|criterion| criterion.weight).sum();
    let interview = criteria.criteria.iter().filter(|criterion| criterion.stage == Stage::Interview).count();
    let mut text = String::new();
    let name = safe::terminal(name);
    let _ = writeln!(text, "{}", words::right(criteria.criteria.len(), &*name).to(lang));
    let (required, assets) = (count(Need::Required, Stage::Application), count(Need::Asset, Stage::Application));
    let application = words::application(words::required(required), words::assets(assets), weight);
    let _ = writeln!(text, "  {}", application.to(lang));
    if interview > 0 {
        let _ = writeln!(text, "  {}", words::interview(interview).to(lang));
    }
    text
}

/// What was read of one column.
#[derive(Default)]
struct ColumnCount {
    read: u64,
    missing: u64,
    unreadable: u64,
    /// Some of what cannot be read.
    examples: Vec<String>,
    /// Words that were not understood, folded: as they are written first, and how many records have them.
    left: BTreeMap<String, (String, usize)>,
    /// Values that a category's lists do not have, with how often.
    others: BTreeMap<String, usize>,
}

/// So many words that were not understood are told of one column.
const WORDS: usize = 5;
/// So many different ones are counted.
const MOST_WORDS: usize = 10_000;

/// How many examples of unreadable cells are told.
const EXAMPLES: usize = 3;
/// How many values in neither list are told, and how many are counted.
const OTHERS: usize = 10;
const MOST_OTHERS: usize = 1_000;
/// How much of one is shown, in characters.
const EXAMPLE: usize = 30;

fn count(
    candidates: &mut Candidates,
    (criteria, stage): (&Criteria, Stage),
    setting: &Setting,
) -> Result<(BTreeMap<String, ColumnCount>, Vec<Branches>, Roll), Failure> {
    let progress = Progress::new(setting, candidates.size());
    let watch = |bytes, records| progress.update(bytes, records);
    let job = Job::everybody(criteria, setting.config.lang, &watch, &setting.stop);
    let (mut counts, mut branches) = (BTreeMap::new(), Vec::new());
    let Candidates { sources, files, .. } = candidates;
    let mut look = |_: &pipeline::BoundFile, _: &Row<'_>, accounts: &[TestAccount]| {
        let mut seen = RecordsSeen::default();
        accounts.iter().for_each(|account| add(account, &mut counts, &mut seen));
        doubts::count(&mut branches, accounts);
    };
    let (roll, notes) = pipeline::everybody(sources, files, &job, (criteria, stage), true, &mut look)?;
    candidates.warnings.extend(notes);
    progress.done();
    Ok((counts, branches, roll))
}

/// What has been counted of a record.
#[derive(Default)]
struct RecordsSeen {
    columns: Vec<Arc<str>>,
    /// Words that were not understood, each with its column.
    words: Vec<(Arc<str>, String)>,
}

/// Counts each column and each word of it once for a record, however many tests read it.
fn add(account: &TestAccount, counts: &mut BTreeMap<String, ColumnCount>, seen: &mut RecordsSeen) {
    let category = matches!(account.unit, Unit::Category);
    // A value that no list has is told whole; what contradicts itself is none.
    let contradicts = account.reading == Reading::Unknown(Why::Unreadable);
    let in_no_list = category && account.understood.why().is_some() && !contradicts;
    for words in account.left.iter().filter(|_| !in_no_list) {
        add_words(words, account, counts, seen);
    }
    for evidence in &account.evidence {
        if !evidence.bound || seen.columns.contains(&evidence.column) {
            continue;
        }
        seen.columns.push(evidence.column.clone());
        let count = counts.entry(evidence.column.to_string()).or_default();
        if matches!(account.reading, Reading::MISSING | Reading::ABSENT) || evidence.text.trim().is_empty() {
            count.missing += 1;
            continue;
        }
        if in_no_list && (count.others.len() < MOST_OTHERS || count.others.contains_key(&evidence.text)) {
            *count.others.entry(evidence.text.clone()).or_default() += 1;
        }
        if account.reading == Reading::Unknown(Why::Unreadable) || !category && !account.left.is_empty() {
            count.unreadable += 1;
            let example = cut(&evidence.text);
            if count.examples.len() < EXAMPLES && !count.examples.contains(&example) {
                count.examples.push(example);
            }
        } else {
            count.read += 1;
        }
    }
    account.parts.iter().for_each(|part| add(part, counts, seen));
}

/// Counts words that were not understood, under the column whose cell has them.
fn add_words(words: &str, account: &TestAccount, counts: &mut BTreeMap<String, ColumnCount>, seen: &mut RecordsSeen) {
    let bound = || account.evidence.iter().filter(|evidence| evidence.bound);
    let Some(cell) = bound().find(|evidence| evidence.text.contains(words)).or_else(|| bound().next()) else { return };
    let written = cut(words);
    let counted = (Arc::clone(&cell.column), fold(&written));
    if counted.1.is_empty() || seen.words.contains(&counted) {
        return;
    }
    let left = &mut counts.entry(cell.column.to_string()).or_default().left;
    if left.len() < MOST_WORDS || left.contains_key(&counted.1) {
        left.entry(counted.1.clone()).or_insert((written, 0)).1 += 1;
    }
    seen.words.push(counted);
}

/// The start of a text, on one line.
fn cut(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(EXAMPLE) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// The words of each column that were not understood, the most frequent first.
fn of_words(candidates: &Candidates, counts: &BTreeMap<String, ColumnCount>, setting: &Setting) -> String {
    let lang = setting.config.lang;
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in candidates.bindings.iter().flatten() {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    let mut table = table(setting);
    for (name, count) in names.into_iter().filter_map(|name| Some((name, counts.get(name)?))) {
        let mut left: Vec<&(String, usize)> = count.left.values().collect();
        // Of equal numbers, in the order of the alphabet, as they came.
        left.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        if left.is_empty() {
            continue;
        }
        let told = |(words, count): &&(String, usize)| words::word(*count, format!("`{}`", safe::terminal(words)));
        let told: Vec<Text> = left.iter().map(told).collect();
        table.add_row([name, list_first(&told, WORDS).to(lang)]);
    }
    if table.is_empty() {
        return String::new();
    }
    let (head, help) = (words::not_understood(), words::not_understood_help());
    format!("\n{}\n{}{}\n", head.to(lang), lines(&table), help.to(lang))
}

/// A table without lines, as wide as the terminal.
fn table(setting: &Setting) -> comfy_table::Table {
    let mut table = comfy_table::Table::new();
    table
        .load_style(comfy_table::presets::NOTHING)
        .set_content_arrangement(comfy_table::ContentArrangement::Dynamic)
        .set_width(u16::try_from(setting.config.output.width).unwrap_or(u16::MAX));
    table
}

/// The lines of a table, without space at their ends.
fn lines(table: &comfy_table::Table) -> String {
    table.to_string().lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

/// Which header went to which name, and how much of each column could be read.
fn of_binding(
    candidates: &Candidates,
    criteria: &Criteria,
    stage: Stage,
    counts: &BTreeMap<String, ColumnCount>,
    setting: &Setting,
) -> String {
    let lang = setting.config.lang;
    let mut table = table(setting);
    let heads =
        [words::name(), words::header(), words::read(), words::missing(), words::unreadable(), words::examples()];
    table.set_header(heads.map(|head| head.to(lang).to_owned()));
    let wanted = criteria.wanted(stage);
    let mut text = String::new();
    for (file, bindings) in candidates.files.iter().zip(&candidates.bindings) {
        let _ = writeln!(text, "{}", safe::terminal(&file.name));
        for (name, header) in bindings {
            let judged = wanted.iter().any(|wanted| wanted.name == *name && !wanted.read_by.is_empty());
            if !judged && header.is_none() {
                continue;
            }
            let header = header
                .as_deref()
                .map_or_else(|| words::not_there().to(lang).to_owned(), |header| safe::terminal(header).into_owned());
            let figures = counts.get(name);
            let figure = |of: &dyn Fn(&ColumnCount) -> u64| figures.map_or(String::new(), |count| of(count).say(lang));
            let examples = figures.map_or(String::new(), |count| {
                count
                    .examples
                    .iter()
                    .map(|example| format!("`{}`", safe::terminal(example)))
                    .collect::<Vec<_>>()
                    .join(", ")
            });
            table.add_row([
                name.clone(),
                header,
                figure(&|count| count.read),
                figure(&|count| count.missing),
                figure(&|count| count.unreadable),
                examples,
            ]);
        }
    }
    text.push_str(&lines(&table));
    for (name, count) in counts.iter().filter(|(_, count)| !count.others.is_empty()) {
        let _ = writeln!(text, "{}", words::in_neither_list(&**name, of_others(&count.others)).to(lang));
    }
    text
}

/// The values that no list has, the most frequent first.
fn of_others(others: &BTreeMap<String, usize>) -> Text {
    let mut each: Vec<(&String, &usize)> = others.iter().collect();
    each.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    let shown =
        |(value, count): &(&String, &usize)| words::so_often(**count, format!("`{}`", safe::terminal(&cut(value))));
    let mut parts: Vec<Text> = each.iter().take(OTHERS).map(shown).collect();
    if each.len() > OTHERS {
        parts.push(words::and_more(each.len() - OTHERS));
    }
    Text::each(|lang| parts.iter().map(|part| part.to(lang)).collect::<Vec<_>>().join(", "))
}
