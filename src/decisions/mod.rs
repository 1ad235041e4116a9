//! What people decided: what a cell means, that a criterion is met or not, a candidate's status.
//!
//! [`read`] takes decisions from a table. [`Decisions::rule`] is the one call between judging and ranking: given what the
//! machine said of a row, it answers with what people said of it. What the machine said is not lost: it is beside.
//!
//! A decision holds for the text that it was made on. Where the cell says something else, it is stale, not applied, and told.

mod read;
mod rule;
#[cfg(test)]
mod tests;
mod told;
mod words;

use std::collections::{HashMap, HashSet};
use std::sync::Mutex;
use std::sync::atomic::AtomicU8;

use chrono::NaiveDate;
use foldhash::fast::FixedState;

pub(crate) use self::read::{Entry, WIDTH, bind, heads, named, read};
pub(crate) use self::rule::{Ruled, Ruling};
pub(crate) use self::words::{status, verdict};
use crate::catalogue::{Text, decisions as words_of, list_and, list_or};
use crate::criteria::{Criteria, Stage};
use crate::diagnostic::Diagnostic;
use crate::fold::fold;
use crate::header::fold_name;
use crate::kinds::{Check, Evidence, TestAccount};
use crate::plan::{Plan, Planned};
use crate::reading::Why;
use crate::score::{Judged, Status};
use crate::verdict::Verdict;
use crate::yaml::nearest;

/// One decision that can be used.
#[derive(Clone, Debug)]
pub struct Decision {
    /// As it is written.
    pub entry: Entry,
    /// The place of the criterion among those that count; nothing for a status.
    pub criterion: Option<usize>,
    /// What it says.
    pub meaning: Meaning,
}

/// What a decision says.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// What the cell means: the text that stands for each of the criterion's columns by name, and what follows from it
    /// where these are all of them.
    Reading(Vec<(String, String)>, Option<Judged>),
    /// That the criterion is met or not.
    Verdict(Judged),
    /// The candidate's status.
    Status(Status),
}

impl Meaning {
    /// Whether it is a verdict or a status, and no reading.
    #[must_use]
    pub const fn is_word(&self) -> bool {
        !matches!(self, Self::Reading(..))
    }
}

/// All decisions of a run, by whom and what they are for.
pub struct Decisions {
    /// In the order in which they were made.
    all: Vec<Decision>,
    /// Those for one candidate, by the folded id; and those for everybody with a cell, by criterion and folded text. In
    /// their order.
    by_id: HashMap<String, Vec<usize>, FixedState>,
    by_cell: HashMap<(usize, String), Vec<usize>, FixedState>,
    /// The criteria for which there are decisions for everybody.
    for_all: HashSet<usize, FixedState>,
    /// The criteria, bound to a row that has every column by its name.
    readers: Plan,
    names: Vec<String>,
    /// How a text is written where a spreadsheet might run it.
    written: fn(&str) -> String,
    /// What came of each decision so far.
    marks: Vec<AtomicU8>,
    /// Decisions of two people that contradict each other, for the same cell: the later one and the earlier.
    against: Mutex<HashSet<(usize, usize), FixedState>>,
}

impl Decisions {
    /// The decisions of these entries, and what is wrong with those that cannot be used. `written` says how a text is written
    /// where a spreadsheet might run it.
    #[must_use]
    pub fn new(
        entries: Vec<Entry>,
        criteria: &Criteria,
        stage: Stage,
        as_of: NaiveDate,
        written: fn(&str) -> String,
    ) -> (Self, Vec<Diagnostic>) {
        let mut names: Vec<String> = Vec::new();
        for criterion in criteria.of_stage(stage) {
            names.extend(criterion.rule.columns().iter().map(|column| column.value.clone()));
        }
        names.sort_unstable();
        names.dedup();
        let readers =
            Plan::new(criteria, stage, &|name| names.binary_search_by(|known| known.as_str().cmp(name)).ok(), as_of);
        let mut decisions = Self {
            all: Vec::new(),
            by_id: HashMap::default(),
            by_cell: HashMap::default(),
            for_all: HashSet::default(),
            readers,
            names,
            written,
            marks: Vec::new(),
            against: Mutex::default(),
        };
        let mut problems = Vec::new();
        for entry in entries {
            match decisions.understood(entry, criteria) {
                Ok(Some(decision)) => decisions.add(decision),
                Ok(None) => {}
                Err(problem) => problems.push(*problem),
            }
        }
        (decisions, problems)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    fn add(&mut self, decision: Decision) {
        let at = self.all.len();
        match (decision.criterion, decision.entry.id.trim()) {
            (Some(criterion), "") => {
                self.for_all.insert(criterion);
                self.by_cell.entry((criterion, fold(&decision.entry.cell))).or_default().push(at);
            }
            (_, id) => self.by_id.entry(fold(id)).or_default().push(at),
        }
        self.all.push(decision);
        self.marks.push(AtomicU8::new(0));
    }

    /// What an entry decides; nothing where its criterion counts at another stage.
    fn understood(&self, entry: Entry, criteria: &Criteria) -> Result<Option<Decision>, Box<Diagnostic>> {
        let wrong =
            |code, what: Text, help: Text| Box::new(Diagnostic::warning(code, what).at(entry.place.clone()).help(help));
        if entry.criterion.trim().is_empty() {
            let Some(status) = status(&entry.decision) else {
                let what = words_of::no_status(&*entry.decision);
                return Err(wrong("unknown-decision", what, words_of::no_status_help()));
            };
            if entry.id.trim().is_empty() {
                return Err(wrong("no-candidate", words_of::status_for_nobody(), words_of::status_for_nobody_help()));
            }
            if entry.reason.trim().is_empty() {
                return Err(wrong("no-reason", words_of::status_without_reason(), words_of::reason_help()));
            }
            return Ok(Some(Decision { entry, criterion: None, meaning: Meaning::Status(status) }));
        }
        let Some(criterion) = self.place_of(&entry.criterion) else {
            let ids = || criteria.criteria.iter().map(|criterion| criterion.id.as_str());
            if ids().any(|id| fold_name(id) == fold_name(&entry.criterion)) {
                return Ok(None);
            }
            let help = match nearest(entry.criterion.trim(), ids()) {
                Some(near) => crate::catalogue::yaml::did_you_mean(near),
                None => words_of::criteria_there(list_and(&ids().map(|id| format!("`{id}`")).collect::<Vec<_>>())),
            };
            return Err(wrong("unknown-criterion", words_of::unknown_criterion(&*entry.criterion), help));
        };
        if entry.id.trim().is_empty() && entry.cell.trim().is_empty() {
            return Err(wrong("no-candidate", words_of::for_all_without_cell(), words_of::for_all_without_cell_help()));
        }
        let meaning =
            self.meaning(criterion, &entry.decision).map_err(|(what, help)| wrong("unknown-reading", what, help))?;
        Ok(Some(Decision { entry, criterion: Some(criterion), meaning }))
    }

    fn place_of(&self, id: &str) -> Option<usize> {
        let exactly = self.readers.criteria.iter().position(|planned| planned.id == id.trim());
        exactly.or_else(|| self.readers.criteria.iter().position(|planned| fold_name(&planned.id) == fold_name(id)))
    }

    /// What a text decides of the criterion at this place.
    ///
    /// # Errors
    /// What is wrong with it, and what to do: the criterion's own reader does not understand it.
    pub fn meaning(&self, criterion: usize, text: &str) -> Result<Meaning, (Text, Text)> {
        let planned = &self.readers.criteria[criterion];
        let text = text.trim();
        // A step of the file's own that is called so is a step.
        if let Some(verdict) = verdict(text).filter(|_| !planned.check.names(text)) {
            return Ok(Meaning::Verdict(Judged { verdict, credit: planned.check.decided(verdict), counts: true }));
        }
        let columns = planned.check.columns();
        let Some(cells) = cells_of(text, &columns, is_one_test(planned)) else {
            let named: Vec<String> = columns.iter().map(|column| format!("`{column}: ...`")).collect();
            return Err((words_of::which_column(text), words_of::which_column_help(list_and(&named))));
        };
        let whole = cells.len() == columns.len();
        let read = self.readings(planned, &cells, &|_| "");
        if whole && !read.1 {
            let what = words_of::not_understood(text, planned.check.requirement());
            return Err((what, words_of::not_understood_help(self.examples(criterion))));
        }
        Ok(Meaning::Reading(cells, whole.then_some(read.0)))
    }

    /// Texts that the criterion's own reader understands and that settle it, for whoever is to write one.
    #[must_use]
    pub fn examples(&self, criterion: usize) -> Option<Text> {
        let planned = &self.readers.criteria[criterion];
        let columns = planned.check.columns();
        let settles = |text: &Text| {
            let read =
                cells_of(&text.en, &columns, is_one_test(planned)).map(|cells| self.readings(planned, &cells, &|_| ""));
            read.is_some_and(|(judged, understood)| understood && judged.verdict != Verdict::Unknown)
        };
        let quoted: Vec<Text> = words_of::examples().into_iter().filter(settles).collect();
        let quoted: Vec<Text> = quoted.iter().map(|text| Text::each(|lang| format!("`{}`", text.to(lang)))).collect();
        (!quoted.is_empty()).then(|| list_or(&quoted))
    }

    /// What the criterion's reader reads in a reading; nothing where that takes other cells, too.
    #[must_use]
    pub fn account(&self, criterion: usize, meaning: &Meaning) -> Option<TestAccount> {
        let Meaning::Reading(cells, Some(_)) = meaning else { return None };
        let planned = &self.readers.criteria[criterion];
        Some(planned.check.account(&self.row(planned, cells, &|_| "")))
    }

    /// A row that holds these texts in the columns of a criterion, and in its others what `other` says.
    fn row<'a>(
        &self,
        planned: &Planned,
        cells: &'a [(String, String)],
        other: &dyn Fn(&str) -> &'a str,
    ) -> Vec<String> {
        let mut row = vec![String::new(); self.names.len()];
        for column in planned.check.columns() {
            let Ok(at) = self.names.binary_search_by(|known| known.as_str().cmp(column)) else { continue };
            let own = cells.iter().find(|(name, _)| name == column);
            own.map_or_else(|| other(column), |(_, text)| text.as_str()).clone_into(&mut row[at]);
        }
        row
    }

    /// What follows where these columns hold these texts and the others what `other` says, and whether all of it is
    /// understood.
    fn readings<'a>(
        &self,
        planned: &Planned,
        cells: &'a [(String, String)],
        other: &dyn Fn(&str) -> &'a str,
    ) -> (Judged, bool) {
        let row = self.row(planned, cells, other);
        let account = planned.check.account(&row);
        (planned.count(account.outcome), understood(&account, cells))
    }
}

/// Whether it is one test and no group of tests.
const fn is_one_test(planned: &Planned) -> bool {
    matches!(planned.check, Check::Leaf(_))
}

/// The texts that a decision puts in the columns of a criterion: written as the evidence of several cells is
/// (`degree: LLM; field: law`); or the whole of it in the one column, or in the first of one test's, whose others then say
/// nothing. Nothing where it could be meant for any of several.
fn cells_of(text: &str, columns: &[&str], one_test: bool) -> Option<Vec<(String, String)>> {
    let named = |part: &str| {
        let (name, text) = part.split_once(':')?;
        let column = columns.iter().find(|column| fold_name(column) == fold_name(name))?;
        Some(((*column).to_owned(), text.trim().to_owned()))
    };
    if columns.len() > 1
        && let Some(cells) = text.split("; ").map(named).collect::<Option<Vec<_>>>()
    {
        return Some(cells);
    }
    if columns.len() > 1 && !one_test {
        return None;
    }
    let texts = std::iter::once(text).chain(std::iter::repeat(""));
    Some(columns.iter().zip(texts).map(|(column, text)| ((*column).to_owned(), text.to_owned())).collect())
}

/// Whether the readers of these columns understood what they were given, whatever follows from it: one of them has a
/// reading, and no words are left. One may have nothing to say of what another one reads.
fn understood(account: &TestAccount, cells: &[(String, String)]) -> bool {
    let mut readers = Vec::new();
    readers_of(account, cells, &mut readers);
    let nothing = |account: &TestAccount| {
        let why = account.reading.why();
        matches!(why, Some(Why::Missing | Why::Absent | Why::Unreadable | Why::Untrusted | Why::Words))
    };
    readers.iter().any(|account| !nothing(account)) && readers.iter().all(|account| account.left.is_empty())
}

/// The accounts of the single tests that read one of these columns.
fn readers_of<'a>(account: &'a TestAccount, cells: &[(String, String)], readers: &mut Vec<&'a TestAccount>) {
    let reads = |evidence: &Evidence| cells.iter().any(|(column, _)| **column == *evidence.column);
    if account.how.is_none() && account.evidence.iter().any(reads) {
        readers.push(account);
    }
    account.parts.iter().for_each(|part| readers_of(part, cells, readers));
}

/// Whether a person says otherwise than the machine, which had decided.
fn overturns(machine: &Judged, judged: &Judged) -> bool {
    machine.counts && machine.verdict != Verdict::Unknown && machine.verdict != judged.verdict
}
