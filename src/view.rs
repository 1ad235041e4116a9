//! What a renderer is given: plain data, already judged, already put into words.

mod words;

use std::sync::Arc;

use chrono::NaiveDate;

pub use self::words::{Saying, Told, Words};
use crate::catalogue::{Lang, Text};
use crate::diagnostic::Diagnostic;
pub use crate::rank::Ranks;
use crate::score::{Need, Score, Status};
use crate::verdict::Glance;

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
    /// `source.file`
    SourceFile,
    /// `source.line`
    SourceLine,
    /// `notes`
    Notes,
    /// A column of the candidates' file, at this place of [`Line::cells`], under this name.
    Cell(usize, Arc<str>),
}

impl Field {
    /// Those that are no criterion and no column, by name.
    pub const NAMED: [(&str, Self); 11] = [
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
    ];
}

/// A criterion, as far as a renderer knows it.
#[derive(Clone, Debug)]
pub struct CriterionHead {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// The posting's own words.
    pub quote: Option<String>,
    /// What is asked, as a sentence: "at least 7 years".
    pub requirement: String,
    /// Whether it can reject.
    pub need: Need,
    /// Its weight.
    pub weight: f64,
    /// Why it may read a column about a protected ground.
    pub lawful_basis: Option<String>,
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
}

impl Heading {
    /// The fields of the machine formats: those asked for, else all of them in the fixed order.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        use Field::{
            Criterion, Id, Name, Notes, Rank, RankBest, RankWorst, Score, ScoreMax, SourceFile, SourceLine, Status,
        };
        self.fields.clone().unwrap_or_else(|| {
            let mut fields = vec![Rank, RankBest, RankWorst, Id, Name, Status, Score, ScoreMax];
            fields.extend((0..self.criteria.len()).map(Criterion));
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
    /// What each of the heading's criteria comes to; none for a format that wants reasons.
    pub criteria: &'a [Glance],
    /// The same in words; none for a format that wants no reasons.
    pub told: &'a Words,
    /// The file the record is in, as given.
    pub file: &'a str,
    /// The line that the record starts on.
    pub line: u64,
    /// What else is to be known about the record: a ragged row, an id that comes twice.
    pub notes: &'a [Text],
    /// The cells of the columns asked for with `--columns`.
    pub cells: &'a [&'a str],
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
}

/// A format of the output. Each writes what it is told and never reads or judges again.
pub trait Render: Send {
    /// Whether each line needs the evidence and reasons of its criteria.
    fn wants_reasons(&self, _heading: &Heading) -> bool {
        false
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
