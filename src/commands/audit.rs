//! `screen audit FILE... --by COLUMN`: does what is asked weigh on some groups more than on others?

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::gather::{Destination, Gathering, WrittenFigures};
use super::output::Inputs;
use super::{Failure, Setting, load};
use crate::args::{AuditArgs, StatusArg};
use crate::audit::groups::groups;
use crate::audit::{AuditQuery, BETWEEN, CellsRead, GroupBy, Groups, Read, Sizes, audit};
use crate::catalogue::{audit as words, list_and};
use crate::diagnostic::{Diagnostic, Place as At};
use crate::exit::Exit;
use crate::fold::{fold, trimmed};
use crate::header::Header;
use crate::kinds::{Check, TestAccount};
use crate::reading::{Reading, Why};
use crate::records::{self, Chunk, RowReader};
use crate::render::audit::{AuditReport, selection};
use crate::sexes;
use crate::shortlist::{Cutoff, ELIGIBLE, Shortlist};

pub(super) fn run(asked: &AuditArgs, setting: &Setting) -> anyhow::Result<Exit> {
    let stdin = asked.files.is_empty().then_some(Path::new("-"));
    let others = [asked.asked.criteria.as_deref(), asked.groups.as_deref()];
    let inputs = asked.files.iter().map(PathBuf::as_path).chain(stdin).chain(others.into_iter().flatten());
    let place = Destination::new(&asked.written, Inputs::of(inputs), setting)?;
    let here: &[String] = if asked.groups.is_some() { &[] } else { &asked.by };
    let mut gathering = Gathering::new(&asked.files, &asked.asked, &asked.reading, here, false, setting)?;
    let joined = asked.groups.as_deref().map(|path| join(path, asked, &gathering, setting)).transpose()?;
    let mut seen = RowsSeen::new(&gathering, asked.sweep);
    let roll = gathering.roll(
        true,
        &mut |file, row, accounts| {
            let own = file.shown.iter().map(|column| column.map(|column| row.sure(column).to_owned()));
            let joined = joined.as_ref().map(|joined| joined.of(file.own_id(row), asked.by.len()));
            seen.add(joined.unwrap_or_else(|| own.collect()), accounts);
        },
        setting,
    )?;
    if let Some(joined) = joined {
        setting.tell_unless_quiet(&joined.told());
    }
    let by = by(asked, &gathering, &seen);
    let shortlist = match asked.top {
        Some(top) => Some(Shortlist { line: Cutoff::Top(top as u64), at_least: 0 }),
        None => gathering.criteria.shortlist.filter(|_| asked.selected.is_empty()),
    };
    let statuses = statuses(&asked.selected);
    let ask = AuditQuery { statuses, shortlist, small: asked.small, sweep: asked.sweep };
    let found = audit(&roll, &by, &seen.cells, &seen.sizes, &ask);
    let ids: Vec<String> = roll.people.iter().map(|person| person.id.clone()).collect();
    let (name, lawful) = (gathering.name(setting), gathering.lawful());
    let told = AuditReport {
        audit: &found,
        name: &name,
        selection: selection(statuses, shortlist),
        by_place: shortlist.is_some_and(|list| !matches!(list.line, Cutoff::Score(_)) || list.at_least > 0),
        criteria: &roll.asked.iter().map(|asked| asked.id.clone()).collect::<Vec<_>>(),
        lawful: &lawful,
        who: asked.who.then_some(&ids),
        lang: setting.config.lang,
    };
    let figures = WrittenFigures {
        page: &|| told.page(),
        table: &|| told.table(),
        set: gathering.set_here(),
        document: &|| told.document(),
    };
    place.write(&figures, setting)?;
    let best = found.dimensions.iter().filter_map(crate::audit::Dimension::best_case);
    let below = asked.fail_below.is_some_and(|least| best.into_iter().any(|best| best < least));
    Ok(if below { Exit::Found } else { Exit::Well })
}

/// Which statuses count as selected: the eligible where nothing is said.
fn statuses(asked: &[StatusArg]) -> [bool; 3] {
    let all = [StatusArg::Eligible, StatusArg::Review, StatusArg::NotEligible];
    if asked.is_empty() { ELIGIBLE } else { all.map(|status| asked.contains(&status)) }
}

/// What is gathered of the rows for the figures.
struct RowsSeen {
    /// Of each row the cells that make the groups.
    groups: Vec<Vec<Option<String>>>,
    cells: Vec<CellsRead>,
    sizes: Vec<Sizes>,
    rows: usize,
}

impl RowsSeen {
    /// With `sweep`, what was read for each criterion that asks for a size of at least something is kept.
    fn new(gathering: &Gathering, sweep: bool) -> Self {
        let plan = gathering.candidates.files.first().map(|file| &file.plan);
        let all = plan.iter().flat_map(|plan| plan.criteria.iter().enumerate()).filter(|_| sweep);
        let bounds = all.filter_map(|(at, planned)| match &planned.check {
            Check::Leaf(leaf) if leaf.bound.at_least.is_some() => Some((at, leaf.bound)),
            _ => None,
        });
        let sizes = bounds.map(|(criterion, bound)| Sizes { criterion, bound, of: Vec::new() });
        Self { groups: Vec::new(), cells: Vec::new(), sizes: sizes.collect(), rows: 0 }
    }

    /// Adds a row; one that cannot be trusted has no accounts.
    fn add(&mut self, groups: Vec<Option<String>>, accounts: &[TestAccount]) {
        self.groups.push(groups);
        for sizes in &mut self.sizes {
            let reading = accounts.get(sizes.criterion).map_or(Reading::Unknown(Why::Untrusted), |one| one.reading);
            sizes.of.push(reading);
        }
        self.rows += 1;
        let mut told = HashSet::new();
        accounts.iter().for_each(|account| self.read(account, &mut told));
        self.cells.iter_mut().for_each(|cells| cells.of.resize(self.rows, Read::default()));
    }

    /// Notes of each column once how its cell could be read.
    fn read(&mut self, account: &TestAccount, told: &mut HashSet<String>) {
        for evidence in account.evidence.iter().filter(|evidence| evidence.bound) {
            let column = evidence.column.to_string();
            let at = self.cells.iter().position(|cells| cells.column == column).unwrap_or_else(|| {
                self.cells.push(CellsRead { column: column.clone(), of: Vec::new() });
                self.cells.len() - 1
            });
            let empty = matches!(account.reading, Reading::MISSING) || evidence.text.trim().is_empty();
            let read = match account.reading {
                _ if empty => Read::Empty,
                Reading::UNREADABLE => Read::NotUnderstood,
                _ if !account.left.is_empty() => Read::NotUnderstood,
                _ => Read::Understood,
            };
            let cells = &mut self.cells[at].of;
            cells.resize(self.rows, Read::default());
            if told.insert(column) {
                cells[self.rows - 1] = read;
            } else if read == Read::NotUnderstood {
                // Several criteria read it: one that does not understand it is enough.
                cells[self.rows - 1] = read;
            }
        }
        account.parts.iter().for_each(|part| self.read(part, told));
    }
}

/// Who is in which group, by each column and, where that is asked for, by all combinations.
fn by(asked: &AuditArgs, gathering: &Gathering, seen: &RowsSeen) -> Vec<GroupBy> {
    let formats = &gathering.criteria.formats;
    let one = |(at, name): (usize, &String)| {
        let headers = gathering.criteria.headers(name);
        let sexes = std::iter::once(name).chain(&headers).any(|header| sexes::is_header(header));
        let cells = seen.groups.iter().map(|cells| cells.get(at).and_then(Option::as_deref));
        GroupBy { name: name.clone(), groups: groups(cells, formats, &asked.group, sexes) }
    };
    let mut by: Vec<GroupBy> = asked.by.iter().enumerate().map(one).collect();
    if asked.together {
        // Every choice of two columns or more, the smaller ones first.
        let columns = by.len().min(16);
        let mut choices: Vec<usize> = (0..1_usize << columns).filter(|choice| choice.count_ones() > 1).collect();
        choices.sort_by_key(|choice| choice.count_ones());
        for choice in choices {
            let chosen: Vec<usize> = (0..columns).filter(|at| choice >> at & 1 == 1).collect();
            let all: Vec<&Groups> = chosen.iter().map(|at| &by[*at].groups).collect();
            let name = chosen.iter().map(|at| by[*at].name.as_str()).collect::<Vec<_>>().join(BETWEEN);
            by.push(GroupBy { groups: Groups::together(&all, BETWEEN), name });
        }
    }
    by
}

/// Groups from a file of their own, by id.
struct JoinedGroups {
    file: String,
    by_id: HashMap<String, Vec<String>>,
    /// The ids with two different groups.
    two: HashSet<String>,
    asked_for: std::sync::Mutex<HashSet<String>>,
}

impl JoinedGroups {
    fn of(&self, id: &str, columns: usize) -> Vec<Option<String>> {
        let id = fold(trimmed(id));
        let found = self.by_id.get(&id).filter(|_| !id.is_empty());
        if found.is_some() {
            self.asked_for.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(id.clone());
        }
        let found = found.filter(|_| !self.two.contains(&id));
        (0..columns).map(|at| found.and_then(|cells| cells.get(at).cloned())).collect()
    }

    /// What is worth knowing of the join.
    fn told(&self) -> Vec<Diagnostic> {
        let asked_for = self.asked_for.lock().unwrap_or_else(std::sync::PoisonError::into_inner).len();
        let nobody = self.by_id.len() - asked_for;
        let warn = |count: usize, code: &'static str, text| {
            (count > 0).then(|| Diagnostic::warning(code, text).at(At::file(&self.file)))
        };
        let two = warn(self.two.len(), "two-groups", words::two_groups(self.two.len(), &self.file));
        let nobody = warn(nobody, "nobody", words::nobody(nobody, &self.file));
        two.into_iter().chain(nobody).collect()
    }
}

/// Reads the groups' file.
fn join(path: &Path, asked: &AuditArgs, gathering: &Gathering, setting: &Setting) -> Result<JoinedGroups, Failure> {
    let (file, input) = load::input(path, setting)?;
    let mut source = records::open(input, &file, &load::options(&asked.reading.input), false)?;
    let header = Header::new(source.header().to_vec());
    let criteria = &gathering.criteria;
    let find = |name: &String| {
        let listed = header.find(&criteria.headers(name));
        listed.first().copied().or_else(|| header.find(std::slice::from_ref(name)).first().copied())
    };
    let Some(id) = find(&"id".to_owned()) else {
        let names: Vec<String> = header.names().iter().map(|name| format!("`{name}`")).collect();
        let problem = Diagnostic::error("no-id", words::no_id(&file)).at(At::file(&file));
        return Err(problem.help(words::columns_there(list_and(&names))).into());
    };
    let mut columns = Vec::new();
    for name in &asked.by {
        let Some(column) = find(name) else {
            let problem = Diagnostic::error("unknown-column", words::no_such_column(name, &file)).at(At::file(&file));
            let names: Vec<String> = header.names().iter().map(|name| format!("`{name}`")).collect();
            return Err(problem.help(words::columns_there(list_and(&names))).into());
        };
        columns.push(column);
    }
    let (mut by_id, mut two) = (HashMap::new(), HashSet::new());
    let mut reader = RowReader::new(source.dialect());
    let mut chunk = Chunk::default();
    while source.next(&mut chunk)? {
        reader.rows(&chunk, |row| {
            let id = fold(trimmed(row.sure(id)));
            if id.is_empty() {
                return;
            }
            let cells: Vec<String> = columns.iter().map(|column| row.sure(*column).to_owned()).collect();
            let known = by_id.entry(id.clone()).or_insert_with(|| cells.clone());
            if *known != cells {
                two.insert(id);
            }
        });
    }
    Ok(JoinedGroups { file, by_id, two, asked_for: std::sync::Mutex::default() })
}
