//! `screen diff BEFORE AFTER`: two outputs side by side, or one candidates' file under two sets of rules.

use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use super::output::{Inputs, Target};
use super::screen::Screened;
use super::{Failure, Setting, shown};
use crate::args::{Asked, Diff, DiffFormat, Output, Screening, Sort};
use crate::catalogue::{commands, diff as words, render};
use crate::diff::{self, Listing};
use crate::exit::Exit;
use crate::pipeline::Stopped;
use crate::render::difference::{self, Format};
use crate::render::{self as rendering, Terminal};

pub fn run(asked: &Diff, setting: &Setting) -> anyhow::Result<Exit> {
    let rules = [asked.asked.criteria.as_deref(), asked.to.as_deref()];
    let inputs = Inputs::of(asked.files.iter().map(PathBuf::as_path).chain(rules.into_iter().flatten()));
    let target = Target::of(asked.output.as_deref(), &inputs).map_err(Failure::from)?;
    let mut terminal = setting.config.output;
    terminal.colour &= target.is_standard();
    let [before, after] = if asked.to.is_some() { under_rules(asked, setting)? } else { outputs(asked, setting)? };
    let found = diff::compare(&before, &after);
    let mut sink = target.open(&inputs, &setting.unfinished).map_err(Failure::from)?;
    match difference::write(&found, format(asked), setting.config.lang, terminal, &mut sink) {
        Err(_) if sink.closed() => {}
        done => {
            done.map_err(|error| Failure::from(Stopped::Output(error)))?;
            setting.tell_unless_quiet(&sink.finish()?);
        }
    }
    Ok(if found.is_none() { Exit::Well } else { Exit::Found })
}

/// The format asked for, else the one that the output's name says.
fn format(asked: &Diff) -> Format {
    let ending = asked.output.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
    match (asked.format, ending) {
        (Some(DiffFormat::Json), _) | (None, Some("json")) => Format::Json,
        (Some(DiffFormat::Markdown), _) | (None, Some("md")) => Format::Markdown,
        _ => Format::Table,
    }
}

/// The two outputs that are given.
fn outputs(asked: &Diff, setting: &Setting) -> Result<[Listing; 2], Failure> {
    let [before, after] = asked.files.as_slice() else {
        return Err(Failure::Usage(words::two_outputs(asked.files.len())));
    };
    if asked.asked.criteria.is_some() && asked.asked.criteria_from.is_none() {
        return Err(Failure::Usage(words::rules_for_outputs("--criteria")));
    }
    if [before, after].iter().all(|path| path.as_os_str() == "-") {
        return Err(Failure::Usage(commands::stdin_twice()));
    }
    let read = |path: &PathBuf| {
        let (name, input) = super::load::input(path, setting)?;
        let input = match input {
            crate::records::Input::Path(path) => diff::Input::File(path),
            crate::records::Input::Stdin(stream) => diff::Input::Stream(stream),
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
    let before = asked.asked.clone();
    let after = Asked { criteria: asked.to.clone(), criteria_from: None, ..before.clone() };
    Ok([screened(asked, before, setting)?, screened(asked, after, setting)?])
}

/// What comes of the candidates' files under these rules.
fn screened(asked: &Diff, rules: Asked, setting: &Setting) -> Result<Listing, Failure> {
    let name =
        rules.criteria.as_deref().map_or_else(|| render::shipped_criteria().to(setting.config.lang).to_owned(), shown);
    let (files, reading) = (asked.files.clone(), asked.reading.clone());
    let run = Screening { files, asked: rules, reading, output: Output::new(Sort::Rank) };
    let mut screened = Screened::new(&run, setting)?;
    setting.tell_unless_quiet(&screened.candidates.warnings);
    let spilled = |error| Failure::from(Stopped::Spill(error));
    let file = tempfile::tempfile().map_err(spilled)?;
    let mut out = BufWriter::new(file.try_clone().map_err(spilled)?);
    let mut render = rendering::renderer(rendering::Format::Json, Terminal::default());
    screened.write(&run, setting, &mut *render, &mut out)?;
    out.flush().map_err(spilled)?;
    std::io::Seek::rewind(&mut &file).map_err(spilled)?;
    Ok(diff::read(diff::Input::Stream(Box::new(file)), &name)?)
}
