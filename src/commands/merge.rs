//! `screen merge PART...`: parts that were judged apart, ranked and told as one run over all of them does.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::NaiveDate;

use super::output::Inputs;
use super::screen::{self, Screened};
use super::{Failure, Setting, load};
use crate::args::{self, Before, CRITERIA_VARIABLE, Merge, Parsed, Screening};
use crate::catalogue::merge as words;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Place};
use crate::exit::Exit;
use crate::merge::{self, PartAsked, PartInput, Parts};
use crate::records;

pub(super) fn run(asked: &Merge, setting: &Setting) -> anyhow::Result<Exit> {
    refuse(asked)?;
    let paths = asked.parts.iter().chain(&asked.criteria).chain(&asked.decisions);
    let inputs = Inputs::of(paths.map(PathBuf::as_path));
    let given = asked.parts.iter().map(|path| part(path, setting)).collect::<Result<Vec<_>, _>>()?;
    let threads = asked.output.threads.map_or(setting.config.cores, usize::from);
    let parts = merge::read(given, asked.whole.as_deref(), env!("CARGO_PKG_VERSION"), threads);
    let Parts { asked: part, sources, by_status, warnings } = parts.map_err(Failure::Problems)?;
    setting.tell_unless_quiet(&warnings);
    let run = screening(asked, &part)?;
    let today = NaiveDate::parse_from_str(&part.as_of, "%Y-%m-%d").unwrap_or(setting.config.today);
    let setting = &Setting {
        config: Config { today, ..setting.config.clone() },
        stop: Arc::clone(&setting.stop),
        unfinished: Arc::clone(&setting.unfinished),
        elsewhere: HashMap::new(),
    };
    let screened = || {
        let rules = &part.criteria;
        if let Some(path) = &asked.criteria
            && *load::criteria_text(Some(path), None, setting)? != *rules.text
        {
            let problem = Diagnostic::error("parts-disagree", words::other_criteria());
            return Err(problem.at(Place::file(&super::shown(path))).help(words::disagree_help()).into());
        }
        let criteria = load::criteria_of(run.asked.criteria.as_deref(), &rules.text, &run.asked.when.set)?;
        let screened = Screened::of(criteria, &run, |binding| load::given(sources, binding, setting), setting)?;
        Ok(screened.expect(by_status))
    };
    screen::show(&run, &inputs, screened, setting)
}

fn refuse(asked: &Merge) -> Result<(), Failure> {
    if asked.output.record.is_some() {
        return Err(Failure::Usage(words::no_record()));
    }
    if asked.output.for_merge {
        return Err(Failure::Usage(words::parts_of_parts()));
    }
    if asked.parts.iter().filter(|path| path.as_os_str() == "-").count() > 1 {
        return Err(Failure::Usage(crate::catalogue::commands::stdin_twice()));
    }
    Ok(())
}

fn part(path: &Path, setting: &Setting) -> Result<(String, PartInput), Failure> {
    let (name, input) = load::input(path, setting)?;
    let given = match input {
        records::Input::Path(path) => PartInput::Path(path),
        records::Input::Stdin(stream) => PartInput::Stream(Mutex::new(Some(stream))),
    };
    Ok((name, given))
}

/// What was asked of the parts, with what is asked of all of them together.
fn screening(asked: &Merge, part: &PartAsked) -> Result<Screening, Failure> {
    let words = std::iter::once("screen").chain(part.options.iter().chain(&part.input).map(String::as_str));
    let argv: Vec<_> = words.map(Into::into).collect();
    let before = Before { lang: crate::catalogue::Lang::En, width: 80, set: |_| false };
    let Parsed::Args(parsed) = args::parse(&argv, before) else {
        let problem = Diagnostic::error("part-damaged", words::damaged());
        return Err(problem.help(words::damaged_help()).into());
    };
    let mut run = parsed.screening;
    run.asked.criteria = part.criteria.name.as_deref().map(PathBuf::from);
    run.asked.criteria_from = part.criteria.by_variable.then_some(CRITERIA_VARIABLE);
    run.asked.decisions.clone_from(&asked.decisions);
    run.output = asked.output.clone();
    Ok(run)
}
