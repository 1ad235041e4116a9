//! `screen check CRITERIA [FILE]`: the criteria are right, and this is how they bind to that file.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use super::load::{self, Binding, Candidates, SHIPPED_NAME};
use super::output::{self, Inputs};
use super::progress::Progress;
use super::{Failure, Setting, shown};
use crate::args::Check;
use crate::catalogue::{Say, Text, check as words, list_first};
use crate::criteria::{Criteria, Stage};
use crate::exit::Exit;
use crate::kinds::Account;
use crate::pipeline::{self, Job};
use crate::reading::{Reading, Why};
use crate::render::safe;
use crate::score::{Need, Score};
use crate::text::fold;

pub fn run(asked: &Check, setting: &Setting) -> anyhow::Result<Exit> {
    let inputs = [asked.criteria.as_deref(), asked.file.as_deref()];
    output::check_standard(&Inputs::of(inputs.into_iter().flatten()))?;
    let criteria = load::criteria(asked.criteria.as_deref(), None, setting)?;
    let stage = load::stage(asked.when.stage);
    let name = asked.criteria.as_deref().map_or_else(|| SHIPPED_NAME.to_owned(), shown);
    let mut text = of_criteria(&name, &criteria, setting);
    if let Some(file) = &asked.file {
        let (as_of, _) = load::as_of(asked.when.as_of.as_deref(), &criteria, setting)?;
        let binding = Binding {
            criteria: &criteria,
            stage,
            as_of,
            reading: &asked.reading,
            shown: &[],
            blind: false,
            at_once: true,
            shipped: asked.criteria.is_none(),
        };
        let mut candidates = load::candidates(std::slice::from_ref(file), &binding, setting)?;
        let counts = count(&mut candidates, &criteria, setting)?;
        text.push('\n');
        text.push_str(&of_binding(&candidates, &criteria, stage, &counts, setting));
        text.push_str(&of_words(&candidates, &counts, setting));
        setting.tell_unless_quiet(&candidates.warnings);
    }
    setting.say(&text)
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
struct Count {
    read: u64,
    missing: u64,
    unreadable: u64,
    /// Some of what cannot be read.
    examples: Vec<String>,
    /// Words that were not understood, folded: as they are written first, and how many records have them.
    left: BTreeMap<String, (String, usize)>,
}

/// So many words that were not understood are told of one column.
const WORDS: usize = 5;
/// So many different ones are counted.
const MOST_WORDS: usize = 10_000;

/// How many examples of unreadable cells are told.
const EXAMPLES: usize = 3;
/// How much of one is shown, in characters.
const EXAMPLE: usize = 30;

fn count(
    candidates: &mut Candidates,
    criteria: &Criteria,
    setting: &Setting,
) -> Result<BTreeMap<String, Count>, Failure> {
    let progress = Progress::new(setting, candidates.size());
    let watch = |bytes, records| progress.update(bytes, records);
    let job = Job {
        criteria,
        lang: setting.config.lang,
        blind: false,
        ranked: true,
        threads: 1,
        top: None,
        statuses: [true; 3],
        least: Score::default(),
        problems: 0,
        near_misses: 0,
        watch: &watch,
        stop: &setting.stop,
    };
    let counts: Mutex<BTreeMap<String, Count>> = Mutex::default();
    pipeline::judge(
        &mut candidates.sources,
        &candidates.files,
        &job,
        &|file, row| {
            if row.trouble.is_none() {
                let mut counts = counts.lock().unwrap_or_else(PoisonError::into_inner);
                let mut seen = Seen::default();
                for account in file.plan.account(row) {
                    add(&account, &mut counts, &mut seen);
                }
            }
            false
        },
        None,
    )?;
    progress.done();
    Ok(counts.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// What has been counted of a record.
#[derive(Default)]
struct Seen {
    columns: Vec<Arc<str>>,
    /// Words that were not understood, each with its column.
    words: Vec<(Arc<str>, String)>,
}

/// Counts each column and each word of it once for a record, however many tests read it.
fn add(account: &Account, counts: &mut BTreeMap<String, Count>, seen: &mut Seen) {
    for words in &account.left {
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
        } else if account.reading == Reading::Unknown(Why::Unreadable) || !account.left.is_empty() {
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
fn add_words(words: &str, account: &Account, counts: &mut BTreeMap<String, Count>, seen: &mut Seen) {
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
fn of_words(candidates: &Candidates, counts: &BTreeMap<String, Count>, setting: &Setting) -> String {
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
    counts: &BTreeMap<String, Count>,
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
            let figure = |of: &dyn Fn(&Count) -> u64| figures.map_or(String::new(), |count| of(count).say(lang));
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
    text
}
