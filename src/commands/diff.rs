//! `screen diff BEFORE AFTER`: two outputs side by side, or one candidates' file under two sets of rules.

use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use super::output::{Inputs, Target, by_ending};
use super::screen::Screened;
use super::{Failure, Setting, shown};
use crate::args::{Diff, DiffFormat, Output, PostingArgs, Screening, SortArg};
use crate::catalogue::{PROGRAM, commands, diff as words, render};
use crate::diff::{self, Listing};
use crate::exit::Exit;
use crate::pipeline::Stopped;
use crate::render::difference::{self, DifferenceFormat};
use crate::render::{self as rendering, Format, Terminal};

pub(super) fn run(asked: &Diff, setting: &Setting) -> anyhow::Result<Exit> {
    let rules = asked.asked.criteria.iter().chain(&asked.to).chain(&asked.asked.decisions).chain(&asked.to_decisions);
    let inputs = Inputs::of(asked.files.iter().chain(rules).map(PathBuf::as_path));
    let format = format(asked)?;
    let target = Target::of(asked.output.as_deref(), &inputs).map_err(Failure::from)?;
    let mut terminal = setting.config.output;
    terminal.colour &= target.is_standard();
    let other_rules = asked.to.is_some() || !asked.to_decisions.is_empty() || asked.asked.decisions.len() == 2;
    let [before, after] = if other_rules { under_rules(asked, setting)? } else { outputs(asked, setting)? };
    let found = diff::compare(&before, &after);
    let mut sink = target.open(&inputs, &setting.unfinished).map_err(Failure::from)?;
    match difference::write(&found, format, setting.config.lang, terminal, &mut sink) {
        Err(_) if sink.closed() => {}
        done => {
            done.map_err(|error| Failure::from(Stopped::Output(error)))?;
            setting.tell_unless_quiet(&sink.finish()?);
        }
    }
    Ok(if found.is_none() { Exit::Well } else { Exit::Found })
}

/// The format asked for, else the one that the output's name says.
fn format(asked: &Diff) -> Result<DifferenceFormat, Failure> {
    Ok(match asked.format {
        Some(DiffFormat::Table) => DifferenceFormat::Table,
        Some(DiffFormat::Json) => DifferenceFormat::Json,
        Some(DiffFormat::Markdown) => DifferenceFormat::Markdown,
        None => {
            let formats = [
                (DifferenceFormat::Table, Format::Table.endings()),
                (DifferenceFormat::Json, Format::Json.endings()),
                (DifferenceFormat::Markdown, Format::Markdown.endings()),
            ];
            let named = by_ending(asked.output.as_deref(), &formats, commands::output_ending_help)?;
            named.unwrap_or(DifferenceFormat::Table)
        }
    })
}

/// The two outputs that are given.
fn outputs(asked: &Diff, setting: &Setting) -> Result<[Listing; 2], Failure> {
    let [before, after] = asked.files.as_slice() else {
        return Err(Failure::Usage(words::two_outputs(asked.files.len())));
    };
    let typed = asked.asked.criteria.is_some() && asked.asked.criteria_from.is_none();
    let rules = [(typed, "--criteria"), (!asked.asked.decisions.is_empty(), "--decisions")];
    if let Some((_, option)) = rules.iter().find(|(given, _)| *given) {
        return Err(Failure::Usage(words::rules_for_outputs(option)));
    }
    if [before, after].iter().all(|path| path.as_os_str() == "-") {
        return Err(Failure::Usage(commands::stdin_twice()));
    }
    let read = |path: &PathBuf| {
        let (name, input) = super::load::input(path, setting)?;
        let input = match input {
            crate::records::Input::Path(path) => diff::OutputInput::File(path),
            crate::records::Input::Stdin(stream) => diff::OutputInput::Stream(stream),
        };
        diff::read(input, &name).map_err(Failure::from)
    };
    Ok([read(before)?, read(after)?])
}

/// The candidates' files under the first rules and under the others.
fn under_rules(asked: &Diff, setting: &Setting) -> Result<[Listing; 2], Failure> {
    if asked.files.iter().any(|path| path.as_os_str() == "-") {
        return Err(Failure::Usage(commands::stdin_twice()));
    }
    let mut before = asked.asked.clone();
    let mut after = before.clone();
    if asked.to.is_some() {
        (after.criteria, after.criteria_from) = (asked.to.clone(), None);
    }
    if !asked.to_decisions.is_empty() {
        after.decisions.clone_from(&asked.to_decisions);
    } else if asked.to.is_none() {
        // Two files of decisions, and nothing else that differs: one for each run.
        after.decisions = before.decisions.split_off(1);
    }
    Ok([screened(asked, before, setting)?, screened(asked, after, setting)?])
}

/// What comes of the candidates' files under these rules.
fn screened(asked: &Diff, rules: PostingArgs, setting: &Setting) -> Result<Listing, Failure> {
    let name = rules_told(&rules, setting);
    let (files, reading) = (asked.files.clone(), asked.reading.clone());
    let run = Screening { files, asked: rules, reading, output: Output::new(SortArg::Rank) };
    let mut screened = Screened::new(&run, setting)?;
    setting.tell_unless_quiet(&screened.candidates.warnings);
    let spilled = |error| Failure::from(Stopped::Spill(error));
    let file = tempfile::tempfile().map_err(spilled)?;
    let mut out = BufWriter::new(file.try_clone().map_err(spilled)?);
    let mut render = rendering::renderer(Format::Json, Terminal::default());
    screened.write(&run, setting, &mut *render, &mut out)?;
    out.flush().map_err(spilled)?;
    std::io::Seek::rewind(&mut &file).map_err(spilled)?;
    Ok(diff::read(diff::OutputInput::Stream(Box::new(file)), &name)?)
}

/// The rules of a run, by the names of their files.
fn rules_told(rules: &PostingArgs, setting: &Setting) -> String {
    let lang = setting.config.lang;
    let criteria =
        rules.criteria.as_deref().map_or_else(|| render::shipped_criteria(PROGRAM).to(lang).to_owned(), shown);
    let decisions = rules.decisions.iter().map(|path| shown(path));
    std::iter::once(criteria).chain(decisions).collect::<Vec<_>>().join(" + ")
}
