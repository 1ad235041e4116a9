//! Criteria read and files bound: all that can be wrong before the first record, told at once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::{Failure, Setting, shown};
use crate::args::{Input, InputFormat, MissingColumns, Reading, StageArg, again};
use crate::catalogue::{PROGRAM, Text, commands as words, decisions as told, list_and, yaml};
use crate::config;
use crate::criteria::{Criteria, Criterion, Set, Stage, protected, read_with};
use crate::decisions::{self, Decisions, Entry};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::header::{Header, Wanted, fold_name};
use crate::kinds::Unit;
use crate::pipeline::Bound;
use crate::pipeline::twins::Spot;
use crate::plan::Plan;
use crate::propose::says_who;
use crate::records::{self, Form, Source, Stored};
use crate::render::decisions::written;
use crate::yaml::nearest;

/// The criteria of the posting that the program ships with.
pub const SHIPPED: &str = include_str!("../../criteria/omct-hrd-director.yaml");
/// What they are called in messages.
pub const SHIPPED_NAME: &str = "criteria/omct-hrd-director.yaml";

/// Reads the criteria file, or the shipped criteria, with the values that are set for this run. The path may come from a
/// variable of the environment.
pub fn criteria(
    path: Option<&Path>,
    variable: Option<&str>,
    sets: &[Set],
    setting: &Setting,
) -> Result<Criteria, Failure> {
    let text = criteria_text(path, variable, setting)?;
    criteria_of(path, &text, sets)
}

/// The same, from the file's text.
pub fn criteria_of(path: Option<&Path>, text: &str, sets: &[Set]) -> Result<Criteria, Failure> {
    let name = path.map_or_else(|| SHIPPED_NAME.to_owned(), shown);
    read_with(&name, text, sets).map_err(Failure::Problems)
}

/// The text of the criteria file, or of the shipped criteria.
pub fn criteria_text(
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

/// What people decided, where that is asked for, and what is wrong with decisions that cannot be used.
pub fn decided(
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
pub fn decisions(paths: &[PathBuf], setting: &Setting) -> Result<(Vec<Entry>, Vec<Diagnostic>), Failure> {
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
pub fn known_criterion(id: &str, criteria: &Criteria, stage: Stage) -> Result<(), Failure> {
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
    /// Whether there may be nobody in a file.
    pub may_be_empty: bool,
    /// Whether nobody named these criteria: they are those of the shipped posting.
    pub shipped: bool,
}

/// How many files are open, with what has been read of them, until their turn comes: those after them are closed once
/// their headers are known.
const OPEN: usize = 8;

/// What the user says about the files.
pub fn options(input: &Input) -> records::Options {
    records::Options {
        delimiter: input.delimiter,
        encoding: input.encoding,
        sheet: input.sheet.clone(),
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
pub fn input(path: &Path, setting: &Setting) -> Result<(String, records::Input), Failure> {
    if path.as_os_str() != "-" {
        return Ok((shown(path), records::Input::Path(setting.place(path).to_owned())));
    }
    if setting.config.input_is_closed {
        return Err(input_closed().into());
    }
    let name = words::stdin().to(setting.config.lang).to_owned();
    Ok((name, records::Input::Stdin(Box::new(std::io::stdin()))))
}

/// Opens and binds candidates' files; standard input where there are none.
pub fn candidates(paths: &[PathBuf], binding: &Binding<'_>, setting: &Setting) -> Result<Candidates, Failure> {
    let Binding { reading, at_once, may_be_empty, .. } = binding;
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
    if paths.len() > Spot::FILES {
        return Err(Failure::Usage(words::too_many_files(paths.len(), Spot::FILES)));
    }
    let options = records::Options { may_be_empty: *may_be_empty, ..options(&reading.input) };
    let open = |path: &Path| {
        let (name, input) = input(path, setting)?;
        Ok(records::open(input, &name, &options, *at_once))
    };
    bind(paths, paths.iter().map(|path| open(path)), binding, setting)
}

/// Binds files that have been read already.
pub fn given(sources: Vec<Source>, binding: &Binding<'_>, setting: &Setting) -> Result<Candidates, Failure> {
    if sources.len() > Spot::FILES {
        return Err(Failure::Usage(words::too_many_files(sources.len(), Spot::FILES)));
    }
    let paths: Vec<PathBuf> = sources.iter().map(|source| PathBuf::from(&**source.name())).collect();
    bind(&paths, sources.into_iter().map(|source| Ok(Ok(source))), binding, setting)
}

/// Binds candidates' files, opened one after the other.
fn bind(
    paths: &[PathBuf],
    opened: impl Iterator<Item = Result<Result<Source, Diagnostic>, Failure>>,
    binding: &Binding<'_>,
    setting: &Setting,
) -> Result<Candidates, Failure> {
    let Binding { criteria, stage, as_of, reading, shown: extra, blind, shipped, .. } = binding;
    let wanted = criteria.wanted(*stage);
    let by_header = criteria.identity_headers();
    let lenient = reading.missing_columns == MissingColumns::Review;
    let mut candidates =
        Candidates { sources: Vec::new(), files: Vec::new(), warnings: Vec::new(), bindings: Vec::new() };
    let mut problems = Vec::new();
    let mut seen_extra = vec![false; extra.len()];
    // Most files of many have the same header, and are judged by one plan.
    let mut plans: HashMap<Vec<String>, (usize, Arc<Plan>)> = HashMap::new();
    for (number, (path, source)) in (1usize..).zip(paths.iter().zip(opened)) {
        let (mut name, mut source) = match source? {
            Ok(source) => (source.name().to_string(), source),
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        let header = Header::new(source.header().to_vec());
        if *shipped && !lenient && !source.is_void() && !fits(&header, &wanted, &reading.map) {
            return Err(other_posting(criteria, &name, path, paths, &reading.input, setting).into());
        }
        // Where there is nobody, nothing is missing.
        let void = source.is_void();
        let bound = match header.bind(&name, &wanted, &reading.map, lenient || void) {
            Ok((bound, mut warnings)) => {
                warnings.retain(|_| !void);
                let mut warnings: Vec<Diagnostic> = source.notes().iter().cloned().chain(warnings).collect();
                if *blind {
                    // Files are called after people, too.
                    name = words::file_number(number).to(setting.config.lang).to_owned();
                    warnings
                        .iter_mut()
                        .filter_map(|one| one.place.as_mut())
                        .for_each(|at| at.file = name.as_str().into());
                }
                candidates.warnings.extend(warnings);
                bound
            }
            Err(found) => {
                problems.extend(found);
                continue;
            }
        };
        let column = |name: &str| bound.get(name).copied();
        let identity = identity(&by_header, &header, &bound);
        let forbidden = reads_identity(&name, &wanted, &identity, &bound);
        if forbidden.is_empty() {
            problems.extend(reads_protected(&name, criteria, *stage, &header, &bound));
        }
        problems.extend(forbidden);
        let id_says_who = *blind && identity.iter().any(|(at, _)| Some(*at) == column("id"));
        let hidden = if *blind { who(&identity, &header, &wanted, &bound) } else { Vec::new() };
        let shown = extra
            .iter()
            .zip(&mut seen_extra)
            .map(|(name, seen)| {
                let find = |headers: &[String]| header.find(headers).first().copied();
                let listed = column(name).or_else(|| find(&criteria.headers(name)));
                let found = listed.or_else(|| find(std::slice::from_ref(name)));
                *seen |= found.is_some();
                found.filter(|column| !hidden.contains(column))
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
        let new = || Arc::new(Plan::new(criteria, *stage, &column, *as_of));
        let number = plans.len();
        let (number, plan) = plans.entry(source.header().to_vec()).or_insert_with(|| (number, new()));
        let read_in = |unit| plan.criteria.iter().flat_map(move |planned| planned.check.read_in(unit));
        let (dates, numbers) =
            (read_in(|unit| matches!(unit, Unit::Moment(_))), read_in(|unit| matches!(unit, Unit::Number)));
        candidates.files.push(Bound {
            dates: dates.filter(|_| criteria.formats.dates.is_none()).collect(),
            numbers: numbers.filter(|_| criteria.formats.decimal.is_none()).collect(),
            name,
            dialect: source.dialect(),
            number: *number,
            plan: Arc::clone(plan),
            id: column("id"),
            person: column("name"),
            email: column("email"),
            born: column("date_of_birth"),
            identity: hidden,
            id_says_who,
            shown,
            stored: Stored::default(),
            verdicts_only: false,
        });
        if candidates.sources.len() >= OPEN {
            source.close();
        }
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

/// Whether at least half of the columns that the criteria read are there.
fn fits(header: &Header, wanted: &[Wanted], maps: &[(String, String)]) -> bool {
    let by_hand = |name: &str| maps.iter().any(|(known, _)| fold_name(known) == fold_name(name));
    let read = || wanted.iter().filter(|wanted| !wanted.read_by.is_empty());
    let there = read().filter(|wanted| by_hand(&wanted.name) || !header.find(&wanted.headers).is_empty());
    there.count() * 2 >= read().count()
}

/// Tells that nobody named criteria and that a file is not one of candidates for the shipped posting, once and with the
/// commands that make criteria for it.
fn other_posting(
    criteria: &Criteria,
    name: &str,
    path: &Path,
    paths: &[PathBuf],
    input: &Input,
    setting: &Setting,
) -> Diagnostic {
    let lang = setting.config.lang;
    let title = criteria.posting.title.as_ref().map_or_else(String::new, |title| title.to(lang).to_owned());
    let problem = Diagnostic::error("other-posting", words::other_posting(title)).at(Place::file(name));
    let (yaml, placeholder) = (words::criteria_name(), words::file_word());
    let (yaml, placeholder) = (yaml.to(lang), placeholder.to(lang));
    let file = |path: &Path| if path == Path::new("-") { placeholder.to_owned() } else { again::path(path) };
    let of = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let init = [of(&[PROGRAM.name(), "init"]), vec![file(path)], input.again(), of(&["--output", yaml])].concat();
    let all = paths.iter().map(|path| file(path)).collect();
    let rank = [of(&[PROGRAM.name(), "-c", yaml]), all, input.again()].concat();
    let commands = [init, rank].map(|words| again::command(words, placeholder));
    problem.help(words::other_posting_help()).commands(commands.into())
}

/// The columns that say who somebody is, each with its name under `identity`, by whatever way they are reached.
fn identity(who: &HashMap<String, &str>, header: &Header, bound: &HashMap<String, usize>) -> Vec<(usize, String)> {
    let own = header.names().iter().enumerate();
    let by_hand = bound.iter().map(|(name, at)| (*at, name));
    let mut columns: Vec<(usize, String)> =
        own.chain(by_hand).filter_map(|(at, name)| Some((at, (*who.get(&fold_name(name))?).to_owned()))).collect();
    columns.sort();
    columns.dedup_by_key(|(at, _)| *at);
    columns
}

/// All columns that say who somebody is: those under `identity`, names, e-mails and dates of birth, and those whose header
/// says so, unless it is that of the ids or a criterion reads it.
fn who(identity: &[(usize, String)], header: &Header, wanted: &[Wanted], bound: &HashMap<String, usize>) -> Vec<usize> {
    let usual = ["name", "email", "date_of_birth"].iter().filter_map(|name| bound.get(*name).copied());
    let read = wanted.iter().filter(|wanted| !wanted.read_by.is_empty() || wanted.name == "id");
    let read: Vec<usize> = read.filter_map(|wanted| bound.get(&wanted.name).copied()).collect();
    let told = header.names().iter().enumerate().filter(|(at, name)| !read.contains(at) && says_who(name));
    let unread = usual.filter(|at| !read.contains(at)).chain(told.map(|(at, _)| at));
    let mut columns: Vec<usize> = identity.iter().map(|(at, _)| *at).chain(unread).collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// The criteria that would read a column about a protected ground, by a header of the file or by `--map`.
fn reads_protected(
    file: &str,
    criteria: &Criteria,
    stage: Stage,
    header: &Header,
    bound: &HashMap<String, usize>,
) -> Vec<Diagnostic> {
    let of = |criterion: &Criterion| {
        let columns = criterion.rule.columns();
        let headers = columns.iter().filter_map(|column| header.names().get(*bound.get(&column.value)?));
        protected(criterion, headers.map(String::as_str)).map(|problem| problem.at(Place::line(file, 1)))
    };
    criteria.of_stage(stage).filter_map(of).collect()
}

/// The criteria that would read one of the columns that say who somebody is, by a header of the file or by `--map`.
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
