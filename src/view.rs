//! What a renderer is given: plain data, already judged, already put into words.

pub mod account;

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::catalogue::{Lang, Text};
use crate::diagnostic::Diagnostic;
use crate::score::{Need, Score, Status};
use crate::shortlist::Shortlist;
use crate::verdict::{Credit, Finding, Verdicts};

/// One column of the output, in the order asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
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
    /// The columns asked for; nothing for the format's own choice.
    pub fields: Option<Vec<Field>>,
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
    pub reader: Reader,
}

/// Who reads what is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reader {
    /// Whoever decides: all of it.
    #[default]
    Committee,
    /// Whoever is still to rate the candidates: no score, no rank, nobody else's rating.
    Rater,
}

impl Heading {
    /// Whether reasons are among the fields asked for.
    #[must_use]
    pub fn wants_reasons(&self) -> bool {
        self.fields.iter().flatten().any(|field| matches!(field, Field::Reason(_)))
    }

    /// The fields of the machine formats: those asked for, else all of them in the fixed order.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        use Field::{
            Criterion, Id, Name, Notes, Rank, RankBest, RankWorst, Score, ScoreMax, SourceFile, SourceLine, Status,
        };
        self.fields.clone().unwrap_or_else(|| {
            let mut fields = vec![Rank, RankBest, RankWorst, Id, Name, Status, Score, ScoreMax];
            fields.extend((0..self.criteria.len()).map(Criterion));
            fields.extend(self.decisions.then_some(Field::Decided));
            fields.extend([SourceFile, SourceLine, Notes]);
            fields
        })
    }
}

/// A candidate's three ranks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranks {
    /// By what is proven.
    pub rank: u64,
    /// If all that is unknown goes well for this candidate and badly for the others.
    pub best: u64,
    /// If all that is unknown goes badly for this candidate and well for the others.
    pub worst: u64,
}

/// What one criterion says of one candidate, in words.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// Met, not met or unknown, or that it does not count.
    pub finding: Finding,
    /// The share of the weight; without meaning where the criterion does not count.
    pub credit: Credit,
    /// The weight that counts for this candidate; 0 where the criterion does not.
    pub weight: f64,
    /// The text of the cell or cells that were read. A candidate's own words: hostile until escaped.
    pub evidence: &'a str,
    /// Why the verdict is what it is, in the heading's language. May quote the candidate: hostile until escaped.
    pub reason: &'a str,
    /// The words of the cells that were not understood. A candidate's own: hostile until escaped.
    pub unread: &'a [&'a str],
}

/// What a format wrote of each criterion of one candidate ([`Render::criterion`]).
#[derive(Clone, Copy, Debug, Default)]
pub struct Written<'a> {
    /// What was written of candidates before.
    pub kept: &'a [u8],
    /// What was written of this one.
    pub fresh: &'a [u8],
    /// Where it is, one for each of the heading's criteria.
    pub pieces: &'a [Pieces],
}

/// Where what was written of one criterion is: a stretch of what was written of candidates before, one of what was
/// written of this one, and another of those before. Any of them may be empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pieces {
    /// The first one.
    pub before: Stretch,
    /// The one that is of this candidate.
    pub fresh: Stretch,
    /// The last one.
    pub after: Stretch,
}

/// A stretch of what was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Stretch {
    /// The first byte.
    pub start: u32,
    /// The one after the last.
    pub end: u32,
}

impl Stretch {
    /// What stands there.
    #[must_use]
    pub fn of(self, written: &[u8]) -> &[u8] {
        written.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

impl Written<'_> {
    /// Adds what was written of the criterion at this place; answers whether anything was.
    pub fn push(&self, criterion: usize, out: &mut Vec<u8>) -> bool {
        let pieces = self.pieces.get(criterion);
        pieces.into_iter().for_each(|pieces| self.push_pieces(pieces, out));
        pieces.is_some()
    }

    /// Adds what was written of all criteria, one after the other.
    pub fn push_all(&self, out: &mut Vec<u8>) {
        self.pieces.iter().for_each(|pieces| self.push_pieces(pieces, out));
    }

    #[inline]
    fn push_pieces(&self, pieces: &Pieces, out: &mut Vec<u8>) {
        out.extend_from_slice(pieces.before.of(self.kept));
        // Most criteria are one piece.
        if pieces.fresh.end > 0 || pieces.after.end > 0 {
            out.extend_from_slice(pieces.fresh.of(self.fresh));
            out.extend_from_slice(pieces.after.of(self.kept));
        }
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
    /// One for each of the heading's criteria, without evidence and reason; none for a format that wants reasons, but
    /// [`Self::written`].
    pub criteria: &'a [Told<'a>],
    /// What the format wrote of each of the heading's criteria; nothing for a format that wants no reasons.
    pub written: Written<'a>,
    /// The verdicts of all criteria, where a format asks for nothing else of them; [`Self::criteria`] is empty then.
    pub verdicts: Option<Verdicts>,
    /// The file the record is in, as given.
    pub file: &'a str,
    /// The line that the record starts on.
    pub line: u64,
    /// What else is to be known about the record: a ragged row, an id that comes twice.
    pub notes: &'a [Text],
    /// The words that were not understood beside what was, each with its criterion, where these may decide nothing. May
    /// quote the candidate: hostile until escaped.
    pub unread: &'a [Text],
    /// The cells of the columns asked for with `--columns`.
    pub cells: &'a [&'a str],
    /// The criteria that people decided on, in their order: what is told of each stands here, and not in
    /// [`Self::written`].
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
    /// What is told of it.
    pub told: Told<'a>,
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
    pub decisions: Option<Decisions>,
}

/// How many of people's decisions came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    /// Decided for somebody.
    pub applied: usize,
    /// Of these, against what the machine had decided.
    pub overturned: usize,
    /// Made for a text that is no longer there.
    pub stale: usize,
}

/// A format of the output. Each writes what it is told and never reads or judges again.
pub trait Render: Send {
    /// Whether each line needs its evidence and reasons, and takes its criteria as [`Self::criterion`] wrote them.
    fn wants_reasons(&self) -> bool {
        false
    }
    /// Writes the criterion at this place as it stands in the line of every candidate of whom the same is told: millions
    /// of lines are made of few of them, and each is written once. Answers where in `out` the evidence is: elsewhere it
    /// may be another, with the rest the same.
    fn criterion(&self, _at: usize, _told: &Told<'_>, out: &mut Vec<u8>) -> Range<usize> {
        out.len()..out.len()
    }
    /// Writes evidence as [`Self::criterion`] does.
    fn evidence(&self, _evidence: &str, _out: &mut Vec<u8>) {}
    /// Whether each line needs the credits and weights of its criteria, beside their verdicts.
    fn wants_credits(&self) -> bool {
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
