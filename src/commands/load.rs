//! Criteria read and files bound: all that can be wrong before the first record, told at once.

mod files;

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

pub(super) use self::files::{Binding, Candidates, candidates, given};
use super::{Failure, Setting, shown};
use crate::args::{InputArgs, InputFormat, PostingArgs, StageArg, WhenArgs};
use crate::catalogue::{Text, commands as words, decisions as told, list_and, yaml};

use crate::criteria::{Criteria, Set, Stage, read_with};
use crate::decisions::{self, Decisions, Entry};
use crate::diagnostic::{Diagnostic, Place};
use crate::records::{self, Form};
use crate::render::decisions::written;
use crate::streams;
use crate::yaml::nearest;

/// The criteria of the posting that the program ships with.
pub(super) const SHIPPED: &str = include_str!("../../criteria/omct-hrd-director.yaml");
/// What they are called in messages.
pub(super) const SHIPPED_NAME: &str = "criteria/omct-hrd-director.yaml";

/// Reads the criteria file, or the shipped criteria, with the values that are set for this run. The path may come from a
/// variable of the environment.
pub(super) fn criteria(
    path: Option<&Path>,
    variable: Option<&str>,
    sets: &[Set],
    setting: &Setting,
) -> Result<Criteria, Failure> {
    let text = criteria_text(path, variable, setting)?;
    criteria_of(path, &text, sets)
}

/// The same, from the file's text.
pub(super) fn criteria_of(path: Option<&Path>, text: &str, sets: &[Set]) -> Result<Criteria, Failure> {
    let name = path.map_or_else(|| SHIPPED_NAME.to_owned(), shown);
    read_with(&name, text, sets).map_err(Failure::Problems)
}

/// The text of the criteria file, or of the shipped criteria.
pub(super) fn criteria_text(
    path: Option<&Path>,
    variable: Option<&str>,
    setting: &Setting,
) -> Result<Cow<'static, str>, Failure> {
    let Some(path) = path else { return Ok(SHIPPED.into()) };
    let text = text(setting.place(path), &shown(path)).map_err(|problem| match variable {
        Some(variable) => problem.help(words::named_by(variable)),
        None => problem,
    })?;
    Ok(text.into())
}

/// How files of office programs begin: XLSX, ODS and their kin, old XLS and its kin, PDF.
const OFFICE: [&[u8]; 3] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-"];

/// A criteria file's text.
fn text(path: &Path, name: &str) -> Result<String, Diagnostic> {
    let fail = |error: &std::io::Error| {
        let problem = match error.kind() {
            std::io::ErrorKind::NotFound => {
                Diagnostic::error("file-not-found", words::no_criteria_file(name)).help(words::no_criteria_file_help())
            }
            std::io::ErrorKind::IsADirectory => Diagnostic::error("is-directory", words::criteria_is_directory(name))
                .help(words::no_criteria_file_help()),
            _ => super::cannot_read(error, name),
        };
        problem.at(Place::file(name))
    };
    let read = || {
        use std::io::Read;
        let mut bytes = Vec::new();
        let mut input: Box<dyn Read> = if path == Path::new("-") {
            Box::new(std::io::stdin().lock())
        } else {
            Box::new(std::fs::File::open(path)?)
        };
        // One byte more than is allowed, so that the reader of the criteria says what is wrong.
        input.by_ref().take(crate::yaml::MOST_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    if path == Path::new("-") && streams::input_was_closed() {
        return Err(input_closed());
    }
    let bytes = read().map_err(|error| fail(&error))?;
    if OFFICE.iter().any(|start| bytes.starts_with(start)) {
        let problem = Diagnostic::error("candidates", yaml::a_spreadsheet()).at(Place::file(name));
        return Err(problem.help(yaml::not_criteria_help()));
    }
    let decoded = match encoding_rs::Encoding::for_bom(&bytes) {
        Some((encoding, _)) => encoding.decode(&bytes).0.into_owned(),
        None => match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) if error.as_bytes().len() > crate::yaml::MOST_BYTES => {
                String::from_utf8_lossy(error.as_bytes()).into_owned()
            }
            Err(error) => {
                let line =
                    1 + error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|b| **b == b'\n').count();
                let problem = Diagnostic::error("not-utf8", words::not_utf8());
                return Err(problem.at(Place::line(name, line as u64)).help(words::not_utf8_help()));
            }
        },
    };
    Ok(decoded)
}

/// What people decided, where that is asked for, and what is wrong with decisions that cannot be used.
pub(super) fn decided(
    paths: &[PathBuf],
    criteria: &Criteria,
    stage: Stage,
    as_of: NaiveDate,
    setting: &Setting,
) -> Result<(Option<Decisions>, Vec<Diagnostic>), Failure> {
    if paths.is_empty() {
        return Ok((None, Vec::new()));
    }
    let (entries, mut warnings) = decisions(paths, setting)?;
    let (decisions, problems) = Decisions::new(entries, criteria, stage, as_of, written);
    warnings.extend(problems);
    Ok((Some(decisions), warnings))
}

/// Reads decisions files, one after the other; and what is wrong with rows of them.
pub(super) fn decisions(paths: &[PathBuf], setting: &Setting) -> Result<(Vec<Entry>, Vec<Diagnostic>), Failure> {
    let (mut entries, mut problems, mut warnings) = (Vec::new(), Vec::new(), Vec::new());
    for path in paths {
        let (name, input) = input(path, setting)?;
        match decisions::read(input, &name) {
            Ok((read, told)) => {
                entries.extend(read);
                warnings.extend(told);
            }
            Err(problem) => problems.push(problem),
        }
    }
    if !problems.is_empty() {
        return Err(Failure::Problems(problems));
    }
    Ok((entries, warnings))
}

/// Refuses a criterion that there is not.
pub(super) fn known_criterion(id: &str, criteria: &Criteria, stage: Stage) -> Result<(), Failure> {
    let ids = || criteria.of_stage(stage).map(|criterion| criterion.id.as_str());
    if ids().any(|known| known == id.trim()) {
        return Ok(());
    }
    let help = match nearest(id, ids()) {
        Some(near) => yaml::did_you_mean(near),
        None => told::criteria_there(list_and(&ids().map(|id| format!("`{id}`")).collect::<Vec<_>>())),
    };
    Err(Diagnostic::error("unknown-criterion", told::unknown_criterion(id)).help(help).into())
}

/// The stage as the criteria know it.
pub(super) fn stage(stage: StageArg) -> Stage {
    match stage {
        StageArg::Application => Stage::Application,
        StageArg::Interview => Stage::Interview,
    }
}

/// The day that "present" means, and where it comes from.
pub(super) fn as_of(asked: Option<&str>, criteria: &Criteria, setting: &Setting) -> Result<(NaiveDate, Text), Failure> {
    match (asked, criteria.posting.deadline) {
        (Some(day), _) => match NaiveDate::parse_from_str(day.trim(), "%Y-%m-%d") {
            Ok(day) => Ok((day, words::as_of_asked())),
            Err(_) => Err(Failure::Usage(words::bad_as_of(day))),
        },
        (None, Some(deadline)) => Ok((deadline, words::as_of_deadline())),
        (None, None) => Ok((setting.config.today, words::as_of_today())),
    }
}

/// What is asked: the criteria, the stage of the selection, and the day that "present" means.
pub(super) fn asked(asked: &PostingArgs, setting: &Setting) -> Result<(Criteria, Stage, NaiveDate), Failure> {
    let WhenArgs { as_of: day, stage: at, set } = &asked.when;
    let criteria = criteria(asked.criteria.as_deref(), asked.criteria_from, set, setting)?;
    let (as_of, _) = as_of(day.as_deref(), &criteria, setting)?;
    Ok((criteria, stage(*at), as_of))
}

/// What the user says about the files.
pub(super) fn options(input: &InputArgs) -> records::ReadOptions {
    records::ReadOptions {
        delimiter: input.delimiter,
        encoding: input.encoding,
        sheet: input.sheet.clone(),
        header_row: input.header_row,
        form: input.input_format.map(|form| match form {
            InputFormat::Csv => Form::Cells,
            InputFormat::Jsonl => Form::Lines,
        }),
        may_be_empty: false,
    }
}

fn input_closed() -> Diagnostic {
    Diagnostic::error("input-closed", words::input_closed()).help(words::input_closed_help())
}

/// A candidates' file's name, and the file; `-` is standard input.
pub(super) fn input(path: &Path, setting: &Setting) -> Result<(String, records::Input), Failure> {
    if path.as_os_str() != "-" {
        return Ok((shown(path), records::Input::Path(setting.place(path).to_owned())));
    }
    if setting.config.input_is_closed {
        return Err(input_closed().into());
    }
    let name = words::stdin().to(setting.config.lang).to_owned();
    Ok((name, records::Input::Stdin(Box::new(std::io::stdin()))))
}
