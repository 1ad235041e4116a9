//! `screen init [FILE]`: a criteria file to start from.

use std::io::{BufRead as _, Write as _};
use std::path::Path;

use chrono::NaiveDate;

use super::output::{Inputs, Target};
use super::{Failure, Setting, load, shown};
use crate::args::Init;
use crate::catalogue::{Say, Text, init as words};
use crate::diagnostic::{Diagnostic, Place};
use crate::exit::Exit;
use crate::pipeline::Stopped;
use crate::propose::{self, Need, Posting, Survey};
use crate::records::{self, Chunk, RowReader};
use crate::render::safe;

pub fn run(asked: &Init, setting: &Setting) -> anyhow::Result<Exit> {
    let inputs = Inputs::of(asked.file.as_deref());
    let target = Target::of(asked.output.as_deref(), &inputs).map_err(Failure::from)?;
    if let (Some(path), Target::At(_)) = (&asked.output, &target)
        && path.symlink_metadata().is_ok()
    {
        let problem = Diagnostic::error("already-there", words::already_there(shown(path)));
        return Err(Failure::from(problem.help(words::already_there_help())).into());
    }
    let text = match &asked.file {
        None => propose::example(setting.config.lang),
        Some(_) => proposed(asked, setting)?,
    };
    let mut sink = target.open(&inputs, &setting.unfinished).map_err(Failure::from)?;
    match sink.write_all(text.as_bytes()) {
        Err(_) if sink.closed() => {}
        done => {
            done.map_err(|error| Failure::from(Stopped::Output(error)))?;
            sink.finish()?;
        }
    }
    Ok(Exit::Well)
}

/// The file that is proposed, after the questions that somebody can answer.
fn proposed(asked: &Init, setting: &Setting) -> Result<String, Failure> {
    let (name, survey) = survey(asked, setting)?;
    let ask = setting.config.answers && !asked.yes;
    let posting = if ask { ask_posting(setting) } else { Posting::default() };
    let as_of = posting.deadline.or_else(|| propose::last_day(&survey)).unwrap_or(setting.config.today);
    let mut draft = propose::draft(&survey, as_of);
    if draft.knows_nobody() {
        let warning = Diagnostic::warning("no-identity", words::knows_nobody(&name));
        setting.tell_unless_quiet(&[warning.help(words::knows_nobody_help())]);
    }
    if ask && !draft.proposals.is_empty() {
        ask_needs(&mut draft, &posting, setting);
    }
    Ok(propose::file(&draft, &posting, &name, setting.config.lang))
}

/// The name of the file, and what its columns hold.
fn survey(asked: &Init, setting: &Setting) -> Result<(String, Survey), Failure> {
    let options = load::options(&asked.input);
    let (name, input) = load::input(asked.file.as_deref().unwrap_or(Path::new("-")), setting)?;
    let mut source = records::open(input, &name, &options, true)?;
    setting.tell_unless_quiet(source.notes());
    let mut survey = Survey::new(source.header(), source.questions());
    let mut reader = RowReader::new(source.dialect());
    let mut chunk = Chunk::default();
    let mut more = true;
    while more && source.next(&mut chunk)? {
        reader.rows(&chunk, |row| {
            // The cells of a row that is not whole may be under other headers.
            if more && row.trouble.is_none() {
                more = survey.add(|at| row.get(at));
            }
        });
    }
    if survey.rows() == 0 {
        let problem = Diagnostic::error("no-candidates", crate::catalogue::records::header_only());
        return Err(problem.at(Place::file(&name)).into());
    }
    Ok((name, survey))
}

/// Asks on standard error; nothing at the end of the answers.
fn ask(question: &Text, setting: &Setting) -> Option<String> {
    let mut errors = std::io::stderr().lock();
    // Where nobody can see the question, nobody answers it either.
    let _ = write!(errors, "{}", setting.config.errors.letters(&safe::terminal(&question.say(setting.config.lang))));
    let _ = errors.flush();
    let mut answer = String::new();
    match std::io::stdin().lock().read_line(&mut answer) {
        Ok(length) if length > 0 => Some(answer.trim().to_owned()),
        _ => None,
    }
}

fn say(text: &Text, setting: &Setting) {
    let _ = writeln!(
        std::io::stderr().lock(),
        "{}",
        setting.config.errors.letters(&safe::terminal(text.to(setting.config.lang)))
    );
}

fn ask_posting(setting: &Setting) -> Posting {
    let said = |question: Text| ask(&question, setting).filter(|answer| !answer.is_empty());
    let title = said(words::ask_title());
    let organisation = said(words::ask_organisation());
    let deadline = loop {
        let Some(answer) = said(words::ask_deadline()) else { break None };
        match NaiveDate::parse_from_str(&answer, "%Y-%m-%d") {
            Ok(day) => break Some(day),
            Err(_) => say(&words::ask_deadline_again(answer), setting),
        }
    };
    Posting { title, organisation, deadline }
}

/// Asks of each proposal that can count whether it is required, an asset or left out.
fn ask_needs(draft: &mut propose::Draft, posting: &Posting, setting: &Setting) {
    let lang = setting.config.lang;
    let letters = words::answers();
    say(&words::ask_columns(), setting);
    for proposal in draft.proposals.iter_mut().filter(|proposal| proposal.ready(posting)) {
        let label = if proposal.label().is_empty() { words::panel() } else { Text::same(proposal.label()) };
        let question = words::ask_column(label, proposal.test(), "a");
        loop {
            let Some(answer) = ask(&question, setting) else { return };
            let answer = answer.to_lowercase();
            let Some(first) = answer.chars().next() else { break };
            let needs = [Need::Required, Need::Asset, Need::LeftOut];
            match letters.to(lang).chars().position(|letter| letter == first) {
                Some(at) => {
                    proposal.need = needs[at];
                    break;
                }
                None => say(&words::ask_column_again(), setting),
            }
        }
    }
}
