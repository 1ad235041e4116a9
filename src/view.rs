//! What a renderer is given: plain data, already judged, already put into words.

pub mod account;
mod words;

use std::sync::Arc;

use chrono::NaiveDate;

pub use self::words::{Saying, Told, Words};
use crate::catalogue::{Lang, Text};
use crate::diagnostic::Diagnostic;
pub use crate::rank::Ranks;
use crate::score::{Need, Score, Status};
use crate::shortlist::Shortlist;
use crate::verdict::{Credit, Finding, Glance};

/// The form of the machine formats, which every document tells as `screen`. Where a member goes, or means something else, the
/// form is the next one; members may be added in any.
pub const FORM: u64 = 1;

/// One column of the output, in the order asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutputColumn {
    /// `rank`
    Rank,
    /// `rank_best`
    RankBest,
    /// `rank_worst`
    RankWorst,
    /// `id`
    Id,
    /// `name`
    Name,
    /// `status`
    Status,
    /// `score`
    Score,
    /// `score_max`
    ScoreMax,
    /// The verdict of the criterion at this place of [`Heading::criteria`]; its id is the field's name.
    Criterion(usize),
    /// Why it is that, for the criterion at this place: its id and `.reason`.
    Reason(usize),
    /// The words of its cells that were not understood, for the criterion at this place: its id and `.unread`.
    Unread(usize),
    /// `source.file`
    SourceFile,
    /// `source.line`
    SourceLine,
    /// `notes`
    Notes,
    /// `decided`: the criteria that people decided on.
    Decided,
    /// A column of the candidates' file, at this place of [`Line::cells`], under this name.
    Cell(usize, Arc<str>),
}

impl OutputColumn {
    /// Those that are no criterion and no column, by name.
    pub const NAMED: [(&str, Self); 12] = [
        ("rank", Self::Rank),
        ("rank_best", Self::RankBest),
        ("rank_worst", Self::RankWorst),
        ("id", Self::Id),
        ("name", Self::Name),
        ("status", Self::Status),
        ("score", Self::Score),
        ("score_max", Self::ScoreMax),
        ("source.file", Self::SourceFile),
        ("source.line", Self::SourceLine),
        ("notes", Self::Notes),
        ("decided", Self::Decided),
    ];

    /// Those that say more of a criterion than its verdict, by what stands after its id.
    pub const SAID: [(&str, fn(usize) -> Self); 2] = [(".reason", Self::Reason), (".unread", Self::Unread)];

    /// Whether it takes more than a glance at a criterion.
    #[must_use]
    pub const fn is_said(&self) -> bool {
        matches!(self, Self::Reason(_) | Self::Unread(_))
    }
}

/// A criterion, as far as a renderer knows it.
#[derive(Clone, Debug)]
pub struct CriterionHead {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// The same in a word or two.
    pub short: String,
    /// The posting's own words.
    pub quote: Option<String>,
    /// What is asked, as a sentence: "at least 7 years".
    pub requirement: String,
    /// Whether it can reject.
    pub need: Need,
    /// Whether it has no threshold: it earns points, and is neither met nor not met in the words of people.
    pub earns_only: bool,
    /// Its weight.
    pub weight: f64,
    /// Why it may read a column about a protected ground.
    pub lawful_basis: Option<String>,
    /// Whether what was understood decides although words are left, which are then told ([`Line::unread`]).
    pub lenient: bool,
}

/// What is known before the first candidate.
#[derive(Clone, Debug)]
pub struct Heading {
    /// The language of labels and sentences.
    pub lang: Lang,
    /// The posting's title.
    pub title: Option<String>,
    /// Who recruits.
    pub organisation: Option<String>,
    /// The candidates' files, as given.
    pub files: Vec<String>,
    /// The criteria file, as given; nothing for the shipped one.
    pub criteria_file: Option<String>,
    /// The day that "present" means.
    pub as_of: NaiveDate,
    /// Where that day comes from: "the posting's deadline".
    pub as_of_source: String,
    /// The criteria that count, in the file's order.
    pub criteria: Vec<CriterionHead>,
    /// What the posting requires and none of them looks at, in its own words.
    pub unchecked: Vec<String>,
    /// The columns asked for; nothing for the format's own choice.
    pub fields: Option<Vec<OutputColumn>>,
    /// Whether there are ranks (not with `--sort input`).
    pub ranked: bool,
    /// Whether identity is hidden.
    pub blind: bool,
    /// Whether people's decisions are heeded.
    pub decisions: bool,
    /// The name that the program was called by.
    pub program: String,
    /// The words of the command line that ask `screen explain` for what was asked here.
    pub again: Vec<String>,
    /// The values of the criteria file that are others in this run, as they were typed: `english.weight=5`.
    pub set: Vec<String>,
    /// The shortlist, its line by place or by score.
    pub shortlist: Option<Shortlist>,
    /// Whether no file has ids, so that each candidate is called by the row they are in.
    pub by_row: bool,
    /// Who reads it.
    pub reader: Audience,
}

/// Who reads what is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// Whoever decides: all of it.
    #[default]
    Committee,
    /// Whoever is still to rate the candidates: no score, no rank, nobody else's rating.
    Rater,
}

impl Heading {
    /// Whether what is said of criteria is among the fields asked for.
    #[must_use]
    pub fn wants_reasons(&self) -> bool {
        self.fields.iter().flatten().any(OutputColumn::is_said)
    }

    /// The fields of the machine formats: those asked for, else all of them in the fixed order, a criterion's words that were
    /// not understood beside its verdict where these may decide nothing.
    #[must_use]
    pub fn fields(&self) -> Vec<OutputColumn> {
        use OutputColumn::{
            Criterion, Id, Name, Notes, Rank, RankBest, RankWorst, Score, ScoreMax, SourceFile, SourceLine, Status,
            Unread,
        };
        self.fields.clone().unwrap_or_else(|| {
            let mut fields = vec![Rank, RankBest, RankWorst, Id, Name, Status, Score, ScoreMax];
            for (at, criterion) in self.criteria.iter().enumerate() {
                fields.push(Criterion(at));
                fields.extend(criterion.lenient.then_some(Unread(at)));
            }
            fields.extend(self.decisions.then_some(OutputColumn::Decided));
            fields.extend([SourceFile, SourceLine, Notes]);
            fields
        })
    }
}

/// One candidate.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The ranks; none with `--sort input`.
    pub ranks: Option<Ranks>,
    /// The candidate's id. A candidate's own words, as are `name` and `cells`: hostile until escaped.
    pub id: &'a str,
    /// The candidate's name; empty where there is none or it is hidden.
    pub name: &'a str,
    /// Eligible, for review or not eligible.
    pub status: Status,
    /// What is proven.
    pub score: Score,
    /// What is possible.
    pub score_max: Score,
    /// What each of the heading's criteria comes to; none for a format that wants reasons. Shares may be missing for one
    /// that wants none.
    pub criteria: &'a [Glance],
    /// The same in words; none for a format that wants no reasons.
    pub told: &'a Words,
    /// The file the record is in, as given.
    pub file: &'a str,
    /// The line that the record starts on, which machines are told.
    pub line: u64,
    /// The row that it is, as a spreadsheet counts them, which people are told.
    pub row: u64,
    /// What else is to be known about the record: a ragged row, an id that comes twice.
    pub notes: &'a [Text],
    /// The words that were not understood beside what was, each with its criterion, where these may decide nothing. May
    /// quote the candidate: hostile until escaped.
    pub unread: &'a [Text],
    /// The cells of the columns asked for with `--columns`.
    pub cells: &'a [&'a str],
    /// The criteria that people decided on, in their order: what is told of each in words stands here, and not in
    /// [`Self::told`].
    pub decided: &'a [ByHand<'a>],
    /// What a person decided of the status, and what it is by the criteria.
    pub status_decided: Option<(Decided<'a>, Status)>,
}

/// A person's decision. Anybody's words: hostile until escaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided<'a> {
    /// What was decided.
    pub decision: &'a str,
    /// Why.
    pub reason: &'a str,
    /// Who decided.
    pub by: &'a str,
    /// When.
    pub at: &'a str,
}

/// A criterion that a person decided on.
#[derive(Clone, Copy, Debug)]
pub struct ByHand<'a> {
    /// Its place among the heading's.
    pub criterion: usize,
    /// What is said of it.
    pub saying: &'a Saying,
    /// The text of the cell or cells that were read. A candidate's own words: hostile until escaped.
    pub evidence: &'a str,
    /// The decision.
    pub decided: Decided<'a>,
    /// What the machine had said.
    pub machine: (Finding, Credit),
}

impl Line<'_> {
    /// What a person decided of the criterion at this place.
    #[must_use]
    pub fn by_hand(&self, criterion: usize) -> Option<&ByHand<'_>> {
        self.decided.iter().find(|one| one.criterion == criterion)
    }

    /// The ids of the criteria that people decided on, and `status` where they decided that.
    #[must_use]
    pub fn decided_in(&self, heading: &[CriterionHead]) -> String {
        let ids = self.decided.iter().filter_map(|one| Some(heading.get(one.criterion)?.id.as_str()));
        ids.chain(self.status_decided.map(|_| "status")).collect::<Vec<_>>().join("; ")
    }

    /// All that stands in the column of notes.
    pub fn all_notes(&self) -> impl Iterator<Item = &Text> {
        self.notes.iter().chain(self.unread)
    }

    /// The same in one text.
    #[must_use]
    pub fn notes_in(&self, lang: Lang) -> String {
        self.all_notes().map(|note| note.to(lang)).collect::<Vec<_>>().join("; ")
    }
}

/// A size as data.
#[derive(Clone, Debug, PartialEq)]
pub enum Size {
    /// A number in the unit of the criterion.
    Number(f64),
    /// A step of a scale by its English name, or a date or a moment as ISO 8601 writes it.
    Name(String),
}

/// A candidate who misses one requirement only, and that nearly.
#[derive(Clone, Debug)]
pub struct NearMiss<'a> {
    /// The candidate's id. A candidate's own words: hostile until escaped.
    pub id: &'a str,
    /// The criterion's id.
    pub criterion: &'a str,
    /// The best that the cells can mean, and what is asked; nothing where no single size is missed.
    pub sizes: Option<(Size, Size)>,
    /// How many other requirements are open.
    pub open: u64,
    /// The file the record is in, as given.
    pub file: &'a str,
    /// The line that the record starts on.
    pub line: u64,
    /// By how much it is missed. May quote the candidate: hostile until escaped.
    pub reason: Text,
    /// The same with who and which requirement, as a sentence.
    pub told: Text,
}

/// What is known after the last candidate.
#[derive(Clone, Debug, Default)]
pub struct Foot {
    /// How many candidates were read.
    pub candidates: u64,
    /// How many have each status, in the order of [`Status::ALL`], of all that were read.
    pub by_status: [u64; 3],
    /// How many were shown.
    pub shown: u64,
    /// Who misses one requirement only, and by how little; one sentence each, the nearest first; none for a format that has
    /// told all of them ([`Render::near_miss`]). May quote a candidate: hostile until escaped.
    pub near_misses: Vec<Text>,
    /// How many more near misses there are than told.
    pub more_near_misses: u64,
    /// What is wrong with the data, the gravest first. May quote a candidate: hostile until escaped.
    pub problems: Vec<Diagnostic>,
    /// How many more problems there are than told.
    pub more_problems: u64,
    /// What came of people's decisions, where there are any.
    pub decisions: Option<DecisionCounts>,
}

/// How many of people's decisions came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DecisionCounts {
    /// Decided for somebody.
    pub applied: usize,
    /// Of these, against what the machine had decided.
    pub overturned: usize,
    /// Made for a text that is no longer there.
    pub stale: usize,
}

/// A format of the output. Each writes what it is told and never reads or judges again.
pub trait Render: Send {
    /// Whether each line needs the evidence and reasons of its criteria.
    fn wants_reasons(&self, _heading: &Heading) -> bool {
        false
    }
    /// Whether each line needs the shares of its criteria's points, beside their verdicts.
    fn wants_shares(&self) -> bool {
        true
    }
    /// Before the first candidate.
    ///
    /// # Errors
    /// Whatever the writer says.
    fn begin(&mut self, heading: &Heading, out: &mut dyn std::io::Write) -> std::io::Result<()>;
    /// One candidate, added to what is written already.
    ///
    /// # Errors
    /// A format that keeps what it is told, in a file of its own.
    fn line(&mut self, line: &Line<'_>, out: &mut Vec<u8>) -> std::io::Result<()>;
    /// Whether it takes each candidate's whole account ([`Self::account`]) instead of a line.
    fn wants_accounts(&self) -> bool {
        false
    }
    /// One candidate's whole account, for a format that asks for it.
    ///
    /// # Errors
    /// Whatever the writer says.
    fn account(&mut self, _account: &account::Account<'_>, _out: &mut dyn std::io::Write) -> std::io::Result<()> {
        Ok(())
    }
    /// What stands between one candidate's line and the next, beyond what ends a line.
    fn between(&self) -> &'static [u8] {
        b""
    }
    /// A copy, begun already, that writes the same bytes for the same line on another thread; nothing where a line's
    /// bytes depend on other lines.
    fn fork(&self) -> Option<Box<dyn Render>> {
        None
    }
    /// How many near misses it tells, the nearest first: so many of them are in [`Foot::near_misses`], unless it is
    /// `usize::MAX` and the format takes each by [`Self::near_miss`].
    fn near_misses(&self) -> usize {
        0
    }
    /// A near miss, after the last candidate and before the end, for a format that tells all of them.
    ///
    /// # Errors
    /// Whatever the writer says.
    fn near_miss(&mut self, _miss: &NearMiss<'_>, _out: &mut dyn std::io::Write) -> std::io::Result<()> {
        Ok(())
    }
    /// After the last candidate.
    ///
    /// # Errors
    /// Whatever the writer says.
    fn end(&mut self, foot: &Foot, out: &mut dyn std::io::Write) -> std::io::Result<()>;
}
