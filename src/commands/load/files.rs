//! Candidates' files, opened and bound to the criteria: every problem with any of them is told at once.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::super::{Failure, Setting};
use super::{input, options};
use crate::args::{MissingColumns, ReadingArgs, again};
use crate::catalogue::{PROGRAM, commands as words, list_and, yaml};
use crate::criteria::{Criteria, Criterion, Stage, WHO, protected};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::header::{Header, Wanted, fold_name};
use crate::kinds::Unit;
use crate::pipeline::BoundFile;
use crate::pipeline::twins::Spot;
use crate::plan::Plan;
use crate::propose::says_who;
use crate::records::{self, Source, Stored};
use crate::view::OutputColumn;
use crate::yaml::nearest;

/// Candidates' files, open and bound to the criteria.
pub(crate) struct Candidates {
    /// What gives their records.
    pub sources: Vec<Source>,
    /// What is known of each.
    pub files: Vec<BoundFile>,
    /// What is worth knowing before the first record.
    pub warnings: Vec<Diagnostic>,
    /// Which column each name went to, for each file.
    pub bindings: Vec<Vec<(String, Option<String>)>>,
}

impl Candidates {
    /// Bytes to be read, where all of them are known.
    pub(crate) fn size(&self) -> Option<u64> {
        self.sources.iter().map(Source::size).sum()
    }
}

/// How candidates' files are to be bound.
pub(crate) struct Binding<'a> {
    /// The criteria.
    pub criteria: &'a Criteria,
    /// Their stage.
    pub stage: Stage,
    /// The day that "present" means.
    pub as_of: NaiveDate,
    /// How files are read.
    pub reading: &'a ReadingArgs,
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

impl<'a> Binding<'a> {
    /// All records in their turn, with nobody hidden and no column shown as it is.
    pub(crate) fn of(
        (criteria, stage, as_of): (&'a Criteria, Stage, NaiveDate),
        reading: &'a ReadingArgs,
        shipped: bool,
    ) -> Self {
        Self { criteria, stage, as_of, reading, shown: &[], blind: false, at_once: false, may_be_empty: false, shipped }
    }
}

/// How many files are open, with what has been read of them, until their turn comes: those after them are closed once
/// their headers are known.
const OPEN: usize = 8;

/// Opens and binds candidates' files; standard input where there are none.
pub(crate) fn candidates(paths: &[PathBuf], binding: &Binding<'_>, setting: &Setting) -> Result<Candidates, Failure> {
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
    let Binding { reading, at_once, may_be_empty, .. } = binding;
    let options = records::ReadOptions { may_be_empty: *may_be_empty, ..options(&reading.input) };
    let mut loading = Loading::new(paths, binding, setting);
    for (number, path) in (1..).zip(paths) {
        let (name, input) = input(path, setting)?;
        match records::open(input, &name, &options, *at_once) {
            Ok(source) => loading.add(number, path, source)?,
            Err(problem) => loading.problems.push(problem),
        }
    }
    loading.finish()
}

/// Binds files that have been read already.
pub(crate) fn given(sources: Vec<Source>, binding: &Binding<'_>, setting: &Setting) -> Result<Candidates, Failure> {
    if sources.len() > Spot::FILES {
        return Err(Failure::Usage(words::too_many_files(sources.len(), Spot::FILES)));
    }
    let paths: Vec<PathBuf> = sources.iter().map(|source| PathBuf::from(&**source.name())).collect();
    let mut loading = Loading::new(&paths, binding, setting);
    for ((number, path), source) in (1..).zip(&paths).zip(sources) {
        loading.add(number, path, source)?;
    }
    loading.finish()
}

/// Candidates' files on their way to be bound, all problems with them told at once.
struct Loading<'a> {
    paths: &'a [PathBuf],
    binding: &'a Binding<'a>,
    setting: &'a Setting,
    /// The columns that the criteria want.
    wanted: Vec<Wanted>,
    /// The headers that say who somebody is.
    who: HashMap<String, &'a str>,
    candidates: Candidates,
    problems: Vec<Diagnostic>,
    /// Which of the columns that are shown some file has.
    seen: Vec<bool>,
    /// Most files of many have the same header, and are judged by one plan.
    plans: HashMap<Vec<String>, (usize, Arc<Plan>)>,
}

/// Which column of the file each name goes to.
type ColumnsByName = HashMap<String, usize>;

impl<'a> Loading<'a> {
    fn new(paths: &'a [PathBuf], binding: &'a Binding<'a>, setting: &'a Setting) -> Self {
        Self {
            paths,
            binding,
            setting,
            wanted: binding.criteria.wanted(binding.stage),
            who: binding.criteria.identity_headers(),
            candidates: Candidates {
                sources: Vec::new(),
                files: Vec::new(),
                warnings: Vec::new(),
                bindings: Vec::new(),
            },
            problems: Vec::new(),
            seen: vec![false; binding.shown.len()],
            plans: HashMap::new(),
        }
    }

    /// Binds the file with this number.
    fn add(&mut self, number: usize, path: &Path, mut source: Source) -> Result<(), Failure> {
        let Binding { reading, blind, shipped, .. } = self.binding;
        let mut name = source.name().to_string();
        let header = Header::new(source.header().to_vec());
        // Where there is nobody, nothing is missing.
        let void = source.is_void();
        let lenient = void || reading.missing_columns == MissingColumns::Review;
        if *shipped && !lenient && !fits(&header, &self.wanted, &reading.map) {
            return Err(self.other_posting(&name, path).into());
        }
        let (columns, warnings) = match header.bind(&name, &self.wanted, &reading.map, lenient) {
            Ok(bound) => bound,
            Err(problems) => {
                self.problems.extend(problems);
                return Ok(());
            }
        };
        let warnings = warnings.into_iter().filter(|_| !void);
        let mut warnings: Vec<Diagnostic> = source.notes().iter().cloned().chain(warnings).collect();
        if *blind {
            // Files are called after people, too.
            name = words::file_number(number).to(self.setting.config.lang).to_owned();
            let places = warnings.iter_mut().filter_map(|one| one.place.as_mut());
            places.for_each(|at| at.file = name.as_str().into());
        }
        self.candidates.warnings.extend(warnings);
        let file = self.bind(name, &source, &header, &columns);
        self.candidates.files.push(file);
        if self.candidates.sources.len() >= OPEN {
            source.close();
        }
        self.candidates.sources.push(source);
        Ok(())
    }

    /// What is known of a file whose columns are bound so.
    fn bind(&mut self, name: String, source: &Source, header: &Header, columns: &ColumnsByName) -> BoundFile {
        let Binding { criteria, stage, as_of, blind, .. } = *self.binding;
        let column = |name: &str| columns.get(name).copied();
        let identity = identity(&self.who, header, columns);
        self.check(&name, &identity, header, columns);
        let hidden = if blind { who(&identity, header, &self.wanted, columns) } else { Vec::new() };
        let shown = self.shown(header, columns, &hidden);
        let bindings = self.wanted.iter().map(|wanted| {
            let header = column(&wanted.name).and_then(|at| header.names().get(at).cloned());
            (wanted.name.clone(), header)
        });
        self.candidates.bindings.push(bindings.collect());
        let new = self.plans.len();
        let plan = || (new, Arc::new(Plan::new(criteria, stage, &column, as_of)));
        let (number, plan) = self.plans.entry(source.header().to_vec()).or_insert_with(plan);
        let read_in = |unit| plan.criteria.iter().flat_map(move |planned| planned.check.read_in(unit));
        let (dates, numbers) =
            (read_in(|unit| matches!(unit, Unit::Moment(_))), read_in(|unit| matches!(unit, Unit::Number)));
        BoundFile {
            dates: dates.filter(|_| criteria.formats.dates.is_none()).collect(),
            numbers: numbers.filter(|_| criteria.formats.decimal.is_none()).collect(),
            name,
            dialect: source.dialect(),
            number: *number,
            plan: Arc::clone(plan),
            id: column("id"),
            person: column("name"),
            given: column("given_name"),
            email: column("email"),
            born: column("date_of_birth"),
            id_says_who: blind && identity.iter().any(|(at, _)| Some(*at) == column("id")),
            identity: hidden,
            shown,
            stored: Stored::default(),
        }
    }

    /// Notes which criteria read what they may not.
    fn check(&mut self, name: &str, identity: &[(usize, String)], header: &Header, columns: &ColumnsByName) {
        let forbidden = reads_identity(name, &self.wanted, identity, columns);
        if forbidden.is_empty() {
            let Binding { criteria, stage, .. } = *self.binding;
            self.problems.extend(reads_protected(name, criteria, stage, header, columns));
        }
        self.problems.extend(forbidden);
    }

    /// Tells that nobody named criteria and that a file is not one of candidates for the shipped posting, once and with the
    /// commands that make criteria for it.
    fn other_posting(&self, name: &str, path: &Path) -> Diagnostic {
        let (Binding { criteria, reading, .. }, lang) = (self.binding, self.setting.config.lang);
        let title = criteria.posting.title.as_ref().map_or_else(String::new, |title| title.to(lang).to_owned());
        let problem = Diagnostic::error("other-posting", words::other_posting(title)).at(Place::file(name));
        let (yaml, placeholder) = (words::criteria_name(), words::file_word());
        let (yaml, placeholder) = (yaml.to(lang), placeholder.to(lang));
        let file = |path: &Path| if path == Path::new("-") { placeholder.to_owned() } else { again::path(path) };
        let of = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let input = reading.input.again();
        let posting = words::posting_name();
        let asked = of(&["--posting", posting.to(lang), "--output", yaml]);
        let init = [of(&[PROGRAM.name(), "init"]), vec![file(path)], input.clone(), asked].concat();
        let all = self.paths.iter().map(|path| file(path)).collect();
        let rank = [of(&[PROGRAM.name(), "-c", yaml]), all, input].concat();
        let commands = [init, rank].map(|words| again::command(words, placeholder));
        problem.help(words::other_posting_help()).commands(commands.into())
    }

    /// The columns that the output shows as they are, but for those that are hidden.
    fn shown(&mut self, header: &Header, columns: &ColumnsByName, hidden: &[usize]) -> Vec<Option<usize>> {
        let criteria = self.binding.criteria;
        let find = |headers: &[String]| header.find(headers).first().copied();
        let each = self.binding.shown.iter().zip(&mut self.seen).map(|(name, seen)| {
            let listed = columns.get(name).copied().or_else(|| find(&criteria.headers(name)));
            let found = listed.or_else(|| find(std::slice::from_ref(name)));
            *seen |= found.is_some();
            found.filter(|column| !hidden.contains(column))
        });
        each.collect()
    }

    fn finish(mut self) -> Result<Candidates, Failure> {
        if self.problems.is_empty() {
            for (name, _) in self.binding.shown.iter().zip(self.seen).filter(|(_, seen)| !seen) {
                self.problems.push(no_such_column(name, self.binding.criteria, &self.candidates));
            }
        }
        if self.problems.iter().any(|problem| problem.severity == Severity::Error) {
            return Err(Failure::Problems(self.problems));
        }
        Ok(self.candidates)
    }
}

/// Whether at least half of the columns that the criteria read are there.
fn fits(header: &Header, wanted: &[Wanted], maps: &[(String, String)]) -> bool {
    let by_hand = |name: &str| maps.iter().any(|(known, _)| fold_name(known) == fold_name(name));
    let read = || wanted.iter().filter(|wanted| !wanted.read_by.is_empty());
    let there = read().filter(|wanted| by_hand(&wanted.name) || !header.find(&wanted.headers).is_empty());
    there.count() * 2 >= read().count()
}

/// The columns that say who somebody is, each with its name under `identity`, by whatever way they are reached.
fn identity(who: &HashMap<String, &str>, header: &Header, bound: &ColumnsByName) -> Vec<(usize, String)> {
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
fn who(identity: &[(usize, String)], header: &Header, wanted: &[Wanted], bound: &ColumnsByName) -> Vec<usize> {
    let usual = WHO.iter().filter_map(|name| bound.get(*name).copied());
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
    bound: &ColumnsByName,
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
    bound: &ColumnsByName,
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
    let fields = OutputColumn::NAMED.iter().map(|(field, _)| *field);
    let ids = criteria.criteria.iter().map(|criterion| criterion.id.as_str());
    let known: Vec<&str> = fields.chain(ids.clone()).chain(headers).filter(|known| !known.trim().is_empty()).collect();
    let said: Vec<String> = ids.flat_map(|id| OutputColumn::SAID.map(|(after, _)| format!("{id}{after}"))).collect();
    let problem = Diagnostic::error("unknown-column", words::no_such_column(name));
    problem.help(match nearest(name, known.iter().copied().chain(said.iter().map(String::as_str))) {
        Some(near) => yaml::did_you_mean(near),
        None => words::columns_there(list_and(&known.iter().map(|known| format!("`{known}`")).collect::<Vec<_>>())),
    })
}
