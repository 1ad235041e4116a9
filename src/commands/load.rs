//! Criteria read and files bound: all that can be wrong before the first record, told at once.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::{Failure, Setting, shown};
use crate::args::{Input, MissingColumns, Reading, StageArg};
use crate::catalogue::{Text, commands as words, list_and, yaml};
use crate::config;
use crate::criteria::{Criteria, Stage};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::header::{Header, Wanted};
use crate::pipeline::Bound;
use crate::plan::Plan;
use crate::records::{self, Source, Stored};
use crate::yaml::nearest;

/// The criteria of the posting that the program ships with.
pub const SHIPPED: &str = include_str!("../../criteria/omct-hrd-director.yaml");
/// What they are called in messages.
pub const SHIPPED_NAME: &str = "criteria/omct-hrd-director.yaml";

/// Reads the criteria file, or the shipped criteria.
pub fn criteria(path: Option<&Path>) -> Result<Criteria, Failure> {
    let Some(path) = path else {
        return crate::criteria::read(SHIPPED_NAME, SHIPPED).map_err(Failure::Problems);
    };
    let name = shown(path);
    let text = text(path, &name)?;
    crate::criteria::read(&name, &text).map_err(Failure::Problems)
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
            _ => Diagnostic::error("cannot-read", words::cannot_read(name, error.to_string())),
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
    if path == Path::new("-") && config::is_closed(&std::io::stdin()) {
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

/// The stage as the criteria know it.
pub fn stage(stage: StageArg) -> Stage {
    match stage {
        StageArg::Application => Stage::Application,
        StageArg::Interview => Stage::Interview,
    }
}

/// The day that "present" means, and where it comes from.
pub fn as_of(asked: Option<&str>, criteria: &Criteria, setting: &Setting) -> Result<(NaiveDate, Text), Failure> {
    match (asked, criteria.posting.deadline) {
        (Some(day), _) => match NaiveDate::parse_from_str(day.trim(), "%Y-%m-%d") {
            Ok(day) => Ok((day, words::as_of_asked())),
            Err(_) => Err(Failure::Usage(words::bad_as_of(day))),
        },
        (None, Some(deadline)) => Ok((deadline, words::as_of_deadline())),
        (None, None) => Ok((setting.config.today, words::as_of_today())),
    }
}

/// Candidates' files, open and bound to the criteria.
pub struct Candidates {
    /// What gives their records.
    pub sources: Vec<Source>,
    /// What is known of each.
    pub files: Vec<Bound>,
    /// What is worth knowing before the first record.
    pub warnings: Vec<Diagnostic>,
    /// Which column each name went to, for each file.
    pub bindings: Vec<Vec<(String, Option<String>)>>,
}

impl Candidates {
    /// Bytes to be read, where all of them are known.
    pub fn size(&self) -> Option<u64> {
        self.sources.iter().map(Source::size).sum()
    }
}

/// How candidates' files are to be bound.
pub struct Binding<'a> {
    /// The criteria.
    pub criteria: &'a Criteria,
    /// Their stage.
    pub stage: Stage,
    /// The day that "present" means.
    pub as_of: NaiveDate,
    /// How files are read.
    pub reading: &'a Reading,
    /// Columns that the output shows as they are.
    pub shown: &'a [String],
    /// Whether columns that say who somebody is stay empty.
    pub blind: bool,
    /// Whether each record is told as soon as it has come.
    pub at_once: bool,
}

/// What the user says about the files.
pub fn options(input: &Input) -> records::Options {
    records::Options { delimiter: input.delimiter, encoding: input.encoding, sheet: input.sheet.clone() }
}

fn input_closed() -> Diagnostic {
    Diagnostic::error("input-closed", words::input_closed()).help(words::input_closed_help())
}

/// A candidates' file's name, and the file; `-` is standard input.
pub fn input(path: &Path, setting: &Setting) -> Result<(String, records::Input), Failure> {
    if path.as_os_str() != "-" {
        return Ok((shown(path), records::Input::Path(path.to_owned())));
    }
    if setting.config.input_is_closed {
        return Err(input_closed().into());
    }
    let name = words::stdin().to(setting.config.lang).to_owned();
    Ok((name, records::Input::Stdin(Box::new(std::io::stdin()))))
}

/// Opens and binds candidates' files; standard input where there are none.
pub fn candidates(paths: &[PathBuf], binding: &Binding<'_>, setting: &Setting) -> Result<Candidates, Failure> {
    let Binding { criteria, stage, as_of, reading, shown: extra, blind, at_once } = binding;
    let stdin = [PathBuf::from("-")];
    let paths = if paths.is_empty() {
        if setting.config.input_is_terminal {
            return Err(Failure::Usage(words::no_input()));
        }
        &stdin
    } else {
        paths
    };
    if paths.iter().filter(|path| path.as_os_str() == "-").count() > 1 {
        return Err(Failure::Usage(words::stdin_twice()));
    }
    let options = options(&reading.input);
    let wanted = criteria.wanted(*stage);
    let lenient = reading.missing_columns == MissingColumns::Review;
    let mut candidates =
        Candidates { sources: Vec::new(), files: Vec::new(), warnings: Vec::new(), bindings: Vec::new() };
    let mut problems = Vec::new();
    let mut seen_extra = vec![false; extra.len()];
    for path in paths {
        let (name, input) = input(path, setting)?;
        let source = match records::open(input, &name, &options, *at_once) {
            Ok(source) => source,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        let header = Header::new(source.header().to_vec());
        let bound = match header.bind(&name, &wanted, &reading.map, lenient) {
            Ok((bound, warnings)) => {
                candidates.warnings.extend(source.notes().iter().cloned());
                candidates.warnings.extend(warnings);
                bound
            }
            Err(found) => {
                problems.extend(found);
                continue;
            }
        };
        let column = |name: &str| bound.get(name).copied();
        let identity = identity(criteria, &header, &bound);
        problems.extend(reads_identity(&name, &wanted, &identity, &bound));
        let hidden = |at: usize| *blind && identity.iter().any(|(column, _)| *column == at);
        let shown = extra
            .iter()
            .zip(&mut seen_extra)
            .map(|(name, seen)| {
                let found = column(name).or_else(|| header.find(&criteria.headers(name)).first().copied());
                *seen |= found.is_some();
                found.filter(|column| !hidden(*column))
            })
            .collect();
        candidates.bindings.push(
            wanted
                .iter()
                .map(|wanted| {
                    let header = column(&wanted.name).and_then(|at| header.names().get(at).cloned());
                    (wanted.name.clone(), header)
                })
                .collect(),
        );
        candidates.files.push(Bound {
            number: candidates.files.len(),
            name,
            dialect: source.dialect(),
            plan: Plan::new(criteria, *stage, &column, *as_of),
            id: column("id"),
            person: column("name"),
            email: column("email"),
            born: column("date_of_birth"),
            shown,
            stored: Stored::default(),
            verdicts_only: false,
        });
        candidates.sources.push(source);
    }
    if problems.is_empty() {
        for (name, _) in extra.iter().zip(seen_extra).filter(|(_, seen)| !seen) {
            problems.push(no_such_column(name, criteria, &candidates));
        }
    }
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Err(Failure::Problems(problems));
    }
    Ok(candidates)
}

/// The columns that say who somebody is, each with its name under `identity`.
fn identity(criteria: &Criteria, header: &Header, bound: &HashMap<String, usize>) -> Vec<(usize, String)> {
    let columns = |name: &String| {
        let found = header.find(&criteria.headers(name)).into_iter().chain(bound.get(name).copied());
        found.map(|column| (column, name.clone())).collect::<Vec<_>>()
    };
    criteria.identity.iter().flat_map(columns).collect()
}

/// The criteria that would read one of them, by a header of the file or by `--map`.
fn reads_identity(
    file: &str,
    wanted: &[Wanted],
    identity: &[(usize, String)],
    bound: &HashMap<String, usize>,
) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for wanted in wanted {
        let column = bound.get(&wanted.name);
        let Some((_, name)) = identity.iter().find(|(at, _)| Some(at) == column) else { continue };
        for id in &wanted.read_by {
            let problem = Diagnostic::error("reads-identity", crate::catalogue::criteria::reads_identity(id, name));
            problems.push(problem.at(Place::line(file, 1)).help(words::reads_identity_help(&wanted.name)));
        }
    }
    problems
}

fn no_such_column(name: &str, criteria: &Criteria, candidates: &Candidates) -> Diagnostic {
    let headers = candidates.sources.iter().flat_map(|source| source.header().iter().map(String::as_str));
    let fields = super::screen::FIELDS.iter().map(|(field, _)| *field);
    let ids = criteria.criteria.iter().map(|criterion| criterion.id.as_str());
    let known: Vec<&str> = fields.chain(ids).chain(headers).filter(|known| !known.trim().is_empty()).collect();
    let problem = Diagnostic::error("unknown-column", words::no_such_column(name));
    problem.help(match nearest(name, known.iter().copied()) {
        Some(near) => yaml::did_you_mean(near),
        None => words::columns_there(list_and(&known.iter().map(|known| format!("`{known}`")).collect::<Vec<_>>())),
    })
}
