//! Which test a column is for: [`questions`] are asked one after another, and the first that is answered names it.

mod numbers;
mod panels;
mod questions;
mod steps;
mod values;

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;

pub(super) use self::panels::panels;
use super::one_line;
use super::survey::ColumnCells;
use crate::formats::{DateOrder, Formats};
use crate::head::HeaderWords;
use crate::lexed::Lexed;
use crate::lexicon::{Head, Joint, Lexicon, Sense, sections};
use crate::reading::Reading;
use crate::text::grammar::degree::{self, FieldList, StudyField};
use crate::text::grammar::{answer, date};

/// A test, with what a proposal has found out for it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Guess {
    /// Years; few have more than `full_at`.
    Years { full_at: f64 },
    /// A number that is the better the larger it is; those that a quarter, half and three quarters of the cells are under.
    Number { full_at: f64, quarters: Vec<f64> },
    /// A number that is asked, such as a salary: the highest one seen; those that stand at its quarters; what it is for,
    /// such as a month.
    Ceiling { at_most: f64, quarters: Vec<f64>, per: Option<&'static str> },
    /// A step of a built-in scale, and one in the middle as an example.
    Level { scale: &'static str, such_as: &'static str },
    /// A step of a scale of its own, from the lowest up, each with the words found for it.
    Own { steps: Vec<Vec<String>> },
    /// How well one language is known, in a column of its own or in a list.
    Language { code: &'static str, listed: bool },
    /// Several languages in a cell: those named, the most frequent first, with how often.
    Languages { codes: Vec<(&'static str, usize)> },
    /// Some of these languages: the name of the column of each, and whether that is a list; how many of them are enough.
    Tongues { of: Vec<(&'static str, String, bool)>, enough: usize },
    /// Degrees; their level and their field in two columns where it is so.
    Degree { two: bool },
    /// Yes or no.
    YesNo,
    /// Several columns by their names, each with its test: one of them is enough, or all are asked for.
    Several { any: bool, of: Vec<(String, Guess)> },
    /// When the application came.
    Received,
    /// Another day; the last one seen.
    Day { last: NaiveDate },
    /// Something is there.
    Provided,
    /// Consent or a declaration; whether the answers are yes and no.
    Consent { yes_no: bool },
    /// A category: the values seen, and those of them that say none; whether a person has chosen which are accepted.
    OneOf { values: Vec<String>, not: Vec<String>, chosen: bool },
    /// Free text; words that many write; what a posting calls by its name, where cells name it.
    Mentions { many: Vec<String>, named: Vec<String> },
    /// Ratings: a panel's, or how applicants rate themselves.
    Rating { out_of: f64, panel: bool },
    /// What a posting asks and no column answers: its test as it would be.
    Wanted { test: Box<Guess> },
}

/// What stands where a column is to be named.
pub(super) const COLUMN: &str = "COLUMN";

impl Guess {
    /// Whether it earns credit without a bound.
    pub(super) const fn counts_without_bound(&self) -> bool {
        matches!(self, Self::Years { .. } | Self::Number { .. } | Self::Rating { .. })
    }

    /// The key of the test.
    pub(super) fn key(&self) -> &'static str {
        match self {
            Self::Years { .. } => "years",
            Self::Number { .. } | Self::Ceiling { .. } => "number",
            Self::Level { .. } | Self::Own { .. } => "level",
            Self::Language { .. } => "language",
            Self::Languages { .. } | Self::Tongues { .. } => "some_of",
            Self::Degree { .. } => "degree",
            Self::YesNo | Self::Consent { yes_no: true } => "yes_no",
            Self::Several { any: true, .. } => "any_of",
            Self::Several { .. } => "all_of",
            Self::Received | Self::Day { .. } => "date",
            Self::Provided | Self::Consent { yes_no: false } => "provided",
            Self::OneOf { .. } => "one_of",
            Self::Mentions { .. } => "mentions",
            Self::Rating { .. } => "rating",
            Self::Wanted { .. } => "",
        }
    }
}

/// What the cells of a column are to its test.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    /// Cells that the test reads.
    pub read: usize,
    /// Cells that say nothing.
    pub empty: usize,
    /// Cells that it does not read.
    pub unreadable: usize,
    /// Some of those.
    pub examples: Vec<String>,
    /// The options of a drop-down that say yes or no and more than that: which of them will do, only a person knows.
    pub options: Vec<String>,
}

/// How many examples are shown.
const EXAMPLES: usize = 2;
/// How many characters of one.
const EXAMPLE: usize = 40;

impl Seen {
    fn of(column: &ColumnCells, reads: impl Fn(&str) -> bool) -> Self {
        let mut seen = Self { empty: column.missing, ..Self::default() };
        for (cell, count) in &column.cells {
            if reads(cell) {
                seen.read += count;
            } else {
                seen.unreadable += count;
                let example = one_line(cell, EXAMPLE);
                if seen.examples.len() < EXAMPLES && !example.is_empty() {
                    seen.examples.push(example);
                }
            }
        }
        seen
    }

    fn add(&mut self, other: &Self) {
        self.read += other.read;
        self.empty += other.empty;
        self.unreadable += other.unreadable;
        self.examples.extend(other.examples.iter().cloned());
        self.examples.truncate(EXAMPLES);
    }
}

fn reads(reading: Reading) -> bool {
    reading.why().is_none()
}

/// Whether a reading says one thing, or nearly.
fn is_narrow(reading: Reading, width: f64) -> bool {
    reading.hull().is_some_and(|range| range.high - range.low <= width)
}

/// The test that a column is for, if one is, and what its cells are to it.
pub(super) fn of(column: &ColumnCells, as_of: NaiveDate) -> (Option<Guess>, Seen) {
    match questions::first(column, as_of) {
        Some((guess, seen)) => (Some(guess), seen),
        None => (None, Seen::of(column, |_| false)),
    }
}

/// Whether a column says what a degree is in, and not which degree it is: its header asks for the field of a degree, or
/// for a field alone over cells that name what people study.
pub(super) fn is_field(column: &ColumnCells) -> bool {
    let header = HeaderWords::of(column.title());
    let both = asks_for_both(column.title());
    let alone = || header.say_only(&[Head::Field], &[Head::Filler, Head::Person]) && column.mostly(50, names_subject);
    header.say(&[Head::Field]) && !both && (header.say(&[Head::Degree]) || alone())
}

/// Whether a header joins a degree and a field, as "Diplômes et domaines d'études" does and "Intitulé et spécialité de ce
/// diplôme" does not.
fn asks_for_both(title: &str) -> bool {
    let lexed = Lexed::of_text(title.into(), &Lexicon::default(), sections!(; Joints));
    let joints = (0..lexed.len()).filter(|at| lexed.senses(*at).contains(&Sense::Joint(Joint::And)));
    joints.map(|at| lexed.span(at, at + 1)).any(|joint| {
        let sides = [&title[..joint.start], &title[joint.end..]].map(HeaderWords::of);
        let field = sides.iter().position(|side| side.say(&[Head::Field]));
        field.is_some_and(|field| sides[1 - field].say(&[Head::Degree, Head::Step]))
    })
}

/// Whether a cell names something that people study.
fn names_subject(cell: &str) -> bool {
    let lexed = Lexed::of_text(cell.into(), &Lexicon::default(), sections!(; Subjects));
    (0..lexed.len()).any(|at| lexed.senses(at).iter().any(|sense| matches!(sense, Sense::Subject(_))))
}

/// Whether a cell only tells that nothing is told.
pub(super) fn tells_nothing(cell: &str) -> bool {
    !reads(answer::provided(cell, &Formats::default(), NaiveDate::default()).understood)
}

/// Whether the header of a column asks for degrees.
pub(super) fn asks_for_degrees(column: &ColumnCells) -> bool {
    HeaderWords::of(column.title()).say(&[Head::Degree])
}

/// Whether a column of degrees leaves the field of a degree to another column: its header asks for a level, or nearly no
/// cell says a field.
pub(super) fn is_level(column: &ColumnCells, as_of: NaiveDate) -> bool {
    let header = HeaderWords::of(column.title());
    let (fields, formats) = (FieldList::default(), Formats::default());
    let bare = |cell: &str| {
        let degrees = degree::read(cell, &fields, &formats, as_of);
        degrees.ways.iter().flatten().all(|degree| degree.field == StudyField::Unsaid)
    };
    header.say(&[Head::Degree]) && header.say(&[Head::Step]) || column.mostly(90, bare)
}

/// Whether a column says when an application came.
pub(super) fn is_received(column: &ColumnCells) -> bool {
    HeaderWords::of(column.title()).say(&[Head::Received]) || HeaderWords::of(&column.header).say(&[Head::Received])
}

/// The last day that a column surely names, read in the order that the file proves; where each may be two, the last that
/// one may be.
pub(super) fn last_day(column: &ColumnCells, order: Option<DateOrder>, as_of: NaiveDate) -> Option<NaiveDate> {
    let formats = Formats::usual(order, None);
    let moment = |cell: &str| date::read(cell, &formats, Tz::UTC, as_of).reading().hull();
    let all = || column.cells.iter().filter_map(|(cell, _)| moment(cell)).filter(|range| range.low.is_finite());
    let exact = all().filter(|range| range.high - range.low <= 86_400.0).map(|range| range.low);
    let last = exact.max_by(f64::total_cmp).or_else(|| all().map(|range| range.high).max_by(f64::total_cmp))?;
    #[expect(clippy::cast_possible_truncation, reason = "seconds of a calendar year")]
    DateTime::from_timestamp(last as i64, 0).map(|moment| moment.date_naive())
}
