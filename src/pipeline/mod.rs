//! The way of the records: judged as they are read, ranked, and told in their order.
//!
//! [`each_record`] reads every file once, on any number of threads, and hands each judged [`JudgedRecord`] to a [`Consumer`]. There are
//! few of these, each in a file of its own: [`rank`] keeps a number of each candidate for the ranks, and puts aside what is
//! told of those who are shown, so that [`list`] can tell it in the order of rank; [`stream`] tells a record as soon as it
//! is judged, and keeps nothing; [`everybody`] gathers all as plain data. What is counted of all records, whoever takes
//! them, is the [`Census`]. What people decided stands in the place of what was judged before a consumer has it ([`decided`]).

mod accounts;
pub mod blind;
mod census;
pub mod decided;
mod everybody;
mod foot;
pub mod in_order;
mod judge;
mod judged;
mod list;
mod near;
mod notes;
mod orders;
mod rank;
mod ranked;
mod stream;
mod tell;
pub mod twins;
mod words;

use std::borrow::Cow;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub use self::accounts::accounts;
use self::blind::Blind;
pub use self::census::Census;
pub use self::everybody::everybody;
pub use self::foot::foot;
pub use self::judge::{Consumer, Done, each_record};
pub use self::judged::JudgedRecord;
pub use self::list::list;
pub use self::near::NearMisses;
pub use self::notes::notes_of;
pub use self::orders::Orders;
pub use self::rank::{Ranked, rank};
pub use self::ranked::{List, PutAside};
pub use self::stream::stream;
use crate::catalogue::{Lang, Text, pipeline as said};
use crate::criteria::Criteria;
use crate::decisions::Decisions;
use crate::diagnostic::Diagnostic;
use crate::fold::trimmed;
use crate::kinds::BoundColumn;
use crate::plan::{Judgement, Memory, Plan};
use crate::records::{Dialect, Row, Stored};
use crate::score::{Score, Standing};

/// A candidates' file whose columns are bound to the criteria.
pub struct BoundFile {
    /// Its plan's number; files with the same header have the same.
    pub number: usize,
    /// Its name, as the user gave it.
    pub name: String,
    /// How its rows are read.
    pub dialect: Dialect,
    /// What is judged of them.
    pub plan: Arc<Plan>,
    /// The column of the candidates' ids.
    pub id: Option<usize>,
    /// The column of their names, or of their family names.
    pub person: Option<usize>,
    /// The column of their given names, where these stand apart.
    pub given: Option<usize>,
    /// The column of their e-mails.
    pub email: Option<usize>,
    /// The column of their dates of birth.
    pub born: Option<usize>,
    /// The columns of dates whose order of day and month the criteria file leaves open.
    pub dates: Vec<BoundColumn>,
    /// The columns of numbers whose mark before decimals it leaves open.
    pub numbers: Vec<BoundColumn>,
    /// The columns that say who somebody is, where that is to be hidden.
    pub identity: Vec<usize>,
    /// Whether the ids do, too.
    pub id_says_who: bool,
    /// The columns that the output shows as they are.
    pub shown: Vec<Option<usize>>,
    /// Keeps of each row what is told of it, until its rank is known; nothing where there are no ranks.
    pub stored: Stored,
}

impl BoundFile {
    /// Decides what is kept of each row until its rank is known: who it is, what is shown as it is, and what the criteria
    /// read, where reasons are told, or what people decided, or words that were left beside what was understood.
    fn keep(&mut self, job: &Job<'_>) {
        let mut columns: Vec<usize> = self.who().chain(self.shown.iter().copied().flatten()).collect();
        if job.reasons || job.decisions.is_some() || self.plan.lenient {
            columns.extend(&self.plan.reads);
        }
        columns.sort_unstable();
        columns.dedup();
        self.stored = Stored::new(columns);
    }

    /// The columns that tell who a candidate is.
    fn who(&self) -> impl Iterator<Item = usize> {
        [self.id, self.given, self.person].into_iter().flatten()
    }

    /// The name of somebody, by what stands in a column: the given name first, where it stands apart.
    #[must_use]
    pub fn name_by<'a>(&self, cell: impl Fn(usize) -> &'a str) -> Cow<'a, str> {
        let cell = |column: Option<usize>| column.map_or("", |column| trimmed(cell(column)));
        match (cell(self.given), cell(self.person)) {
            ("", name) | (name, "") => name.into(),
            (given, family) => [given, " ", family].concat().into(),
        }
    }

    /// The id that the row itself surely gives; empty where it gives none, or cells may be shifted.
    #[must_use]
    pub fn own_id<'a>(&self, row: &Row<'a>) -> &'a str {
        self.id.map_or("", |column| row.sure(column))
    }

    /// Whether it is not known which id a record has of its own, though there is a column for it.
    #[must_use]
    pub fn lacks_id(&self, row: &Row<'_>) -> bool {
        !self.id_says_who && self.id.is_some() && self.own_id(row).is_empty()
    }

    /// Judges a row that was put aside.
    pub fn judge<'m>(&'m self, row: &Row<'_>, memory: &'m mut Memory) -> Judgement<'m> {
        if row.trouble.is_some() { self.plan.distrust(memory) } else { self.plan.judge(row, memory) }
    }

    /// What is to be known about a row by itself: what is wrong with it, and that it has no id.
    fn notes(&self, row: &Row<'_>) -> Vec<Text> {
        let mut notes: Vec<Text> = row.trouble.iter().map(|trouble| trouble.say()).collect();
        if self.lacks_id(row) {
            notes.push(if row.trouble.is_some() { said::unsure_id() } else { said::no_id() });
        }
        notes
    }

    /// The cells of the columns asked for, as they may be shown.
    fn cells<'a>(&self, row: &Row<'a>, blind: Option<&Blind>) -> Vec<Cow<'a, str>> {
        let cell = |column: &Option<usize>| column.map_or("", |column| row.get(column));
        let shown = |column: &Option<usize>| match blind {
            None => Cow::Borrowed(cell(column)),
            Some(_) if row.trouble.is_some() => Cow::Borrowed(""),
            Some(blind) => blind.cut(cell(column)),
        };
        self.shown.iter().map(shown).collect()
    }

    /// The candidate's id: the cell, else the row that the record is, as a spreadsheet counts it.
    #[must_use]
    pub fn id_of<'a>(&self, row: &Row<'a>, line: &'a mut String) -> &'a str {
        let id = self.own_id(row);
        if id.is_empty() {
            line.clear();
            line.push_str(&row.number.to_string());
            return line;
        }
        id
    }
}

/// What is asked of a run.
pub struct Job<'a> {
    /// The criteria.
    pub criteria: &'a Criteria,
    /// The language of what is told.
    pub lang: Lang,
    /// What people decided, where that is asked for.
    pub decisions: Option<&'a Decisions>,
    /// Whether who the candidates are is hidden; nobody can be told of then before the last record has been read.
    pub blind: bool,
    /// Whether those who are told of come in the order of rank, else in that of reading.
    pub ranked: bool,
    /// Whether evidence and reasons are told of each criterion, beside its verdict.
    pub reasons: bool,
    /// Whether the shares of their points are, beside their verdicts.
    pub shares: bool,
    /// How many threads work.
    pub threads: usize,
    /// How many candidates are shown; all if not given.
    pub top: Option<usize>,
    /// Which statuses are shown, in the order of [`crate::score::Status::ALL`].
    pub statuses: [bool; 3],
    /// The least score that is shown.
    pub least: Score,
    /// How many problems are kept to be told.
    pub problems: usize,
    /// How many near misses are told.
    pub near_misses: usize,
    /// Told of the bytes and records read so far.
    pub watch: &'a (dyn Fn(u64, u64) + Sync),
    /// Set when the run is to stop.
    pub stop: &'a AtomicBool,
}

impl<'a> Job<'a> {
    /// Everybody, in the order of rank, on one thread: nothing is told beside verdicts, and no problem is kept.
    #[must_use]
    pub fn everybody(
        criteria: &'a Criteria,
        lang: Lang,
        watch: &'a (dyn Fn(u64, u64) + Sync),
        stop: &'a AtomicBool,
    ) -> Self {
        Self {
            criteria,
            lang,
            decisions: None,
            blind: false,
            ranked: true,
            reasons: false,
            shares: false,
            threads: 1,
            top: None,
            statuses: [true; 3],
            least: Score::default(),
            problems: 0,
            near_misses: 0,
            watch,
            stop,
        }
    }

    fn shows(&self, standing: Standing) -> bool {
        self.statuses[standing.status as usize] && standing.score >= self.least
    }

    fn check_stop(&self) -> Result<(), Stopped> {
        if self.stop.load(Ordering::Relaxed) { Err(Stopped::Interrupted) } else { Ok(()) }
    }
}

/// Why a run ended early.
#[derive(Debug)]
pub enum Stopped {
    /// A file cannot be read on.
    Problem(Box<Diagnostic>),
    /// The output cannot be written.
    Output(io::Error),
    /// What is put aside until the ranks are known cannot be written or read.
    Spill(io::Error),
    /// Somebody stopped it.
    Interrupted,
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<Diagnostic> for Stopped {
    fn from(problem: Diagnostic) -> Self {
        Self::Problem(Box::new(problem))
    }
}
