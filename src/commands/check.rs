//! `screen check CRITERIA [FILE]`: the criteria are right, and this is how they bind to that file.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::load::{self, Binding, Candidates, SHIPPED_NAME};
use super::output::{self, Inputs};
use super::progress::Progress;
use super::{Failure, Setting, shown};
use crate::args::Check;
use crate::catalogue::{Say, check as words};
use crate::criteria::{Criteria, Stage};
use crate::exit::Exit;
use crate::kinds::Account;
use crate::pipeline::{self, Consumer, Job, Record, Stopped};
use crate::reading::{Reading, Why};
use crate::render::safe;
use crate::score::{Need, Score};

pub fn run(asked: &Check, setting: &Setting) -> anyhow::Result<Exit> {
    let inputs = [asked.criteria.as_deref(), asked.file.as_deref()];
    output::check_standard(&Inputs::of(inputs.into_iter().flatten()))?;
    let criteria = load::criteria(asked.criteria.as_deref(), None)?;
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
        };
        let mut candidates = load::candidates(std::slice::from_ref(file), &binding, setting)?;
        let counts = count(&mut candidates, &criteria, setting)?;
        text.push('\n');
        text.push_str(&of_binding(&candidates, &criteria, stage, &counts, setting));
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
}

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
        reasons: false,
        watch: &watch,
        stop: &setting.stop,
    };
    let Candidates { sources, files, .. } = candidates;
    let done = pipeline::each_record(sources, files, &job, vec![Survey::default()], |()| Ok(()))?;
    progress.done();
    Ok(done.consumers.into_iter().next().unwrap_or_default().counts)
}

/// How the cells of each column were read.
#[derive(Default)]
struct Survey {
    counts: BTreeMap<String, Count>,
}

impl Consumer for Survey {
    type Batch = ();

    fn take(&mut self, record: &mut Record<'_>, (): &mut ()) -> Result<(), Stopped> {
        if record.row.trouble.is_none() {
            let mut seen = Vec::new();
            for account in record.file.plan.account(&record.row) {
                add(&account, &mut self.counts, &mut seen);
            }
        }
        Ok(())
    }
}

/// Counts each column once for a record, however many tests read it.
fn add(account: &Account, counts: &mut BTreeMap<String, Count>, seen: &mut Vec<std::sync::Arc<str>>) {
    for evidence in &account.evidence {
        if !evidence.bound || seen.contains(&evidence.column) {
            continue;
        }
        seen.push(evidence.column.clone());
        let count = counts.entry(evidence.column.to_string()).or_default();
        if matches!(account.reading, Reading::MISSING | Reading::ABSENT) || evidence.text.trim().is_empty() {
            count.missing += 1;
        } else if account.reading == Reading::Unknown(Why::Unreadable) {
            count.unreadable += 1;
            let example: String = evidence.text.chars().take(EXAMPLE).collect();
            if count.examples.len() < EXAMPLES && !count.examples.contains(&example) {
                count.examples.push(example);
            }
        } else {
            count.read += 1;
        }
    }
    account.parts.iter().for_each(|part| add(part, counts, seen));
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
    let mut table = comfy_table::Table::new();
    table
        .load_style(comfy_table::presets::NOTHING)
        .set_content_arrangement(comfy_table::ContentArrangement::Dynamic)
        .set_width(u16::try_from(setting.config.output.width).unwrap_or(u16::MAX));
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
    for line in table.to_string().lines() {
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}
