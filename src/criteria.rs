//! The criteria file: read whole, with every mistake in it told at once.

mod brief;
mod examples;
mod known;
mod one;
mod protect;
mod read;
mod set;
mod taught;

use std::collections::HashMap;

use chrono::NaiveDate;
use chrono_tz::Tz;

pub use self::examples::Example;
use self::protect::identity_headers;
pub use self::protect::{protected, proxy};
pub use self::read::{MOST_COLUMNS, MOST_TESTS, read, read_with};
pub use self::set::Set;
use crate::catalogue::Text;
use crate::diagnostic::Place;
use crate::formats::Formats;
use crate::header::Wanted;
use crate::kinds::Rule;
use crate::score::Need;
use crate::shortlist::Shortlist;
use crate::yaml::{Field, Shape, Spanned};

/// What an empty cell is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WhenMissing {
    /// Unknown.
    #[default]
    Review,
    /// Not met.
    Fail,
    /// Left out of this candidate's score and status.
    Skip,
}

/// When a criterion counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Always.
    #[default]
    Application,
    /// Only with `--stage interview`.
    Interview,
}

/// The posting.
#[derive(Clone, Debug)]
pub struct PostingFacts {
    /// Its title.
    pub title: Option<Text>,
    /// Who recruits.
    pub organisation: Option<String>,
    /// The last day on which an application counts.
    pub deadline: Option<NaiveDate>,
    /// Where that day ends.
    pub zone: Tz,
    /// What it requires and the file was made without, in its own words.
    unchecked: Vec<String>,
}

/// One criterion.
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: Text,
    /// The same in a word or two: what the file says, else its label's first words.
    pub short: Text,
    /// The posting's own words.
    pub quote: Option<String>,
    /// Whether it can reject.
    pub need: Need,
    /// Its weight.
    pub weight: f64,
    /// What an empty cell is.
    pub when_missing: WhenMissing,
    /// Whether what was understood of a cell decides although words are left, in the candidate's favour alone.
    pub lenient: bool,
    /// When it counts.
    pub stage: Stage,
    /// Why it may read a column about a protected ground.
    pub lawful_basis: Option<String>,
    /// Cells, and what it is to say of each.
    pub examples: Vec<Example>,
    /// What its test lists, values (true) and terms (false).
    pub listed: Vec<(bool, Spanned<String>)>,
    /// Where it stands in the file.
    pub place: Place,
    /// Its test.
    pub rule: Box<dyn Rule>,
}

/// A criteria file without mistakes.
pub struct Criteria {
    /// The posting.
    pub posting: PostingFacts,
    /// Names and the headers that they may have.
    pub columns: Vec<(String, Vec<String>)>,
    /// Columns that no criterion may read and `--blind` hides.
    pub identity: Vec<String>,
    /// What settles ambiguous cells.
    pub formats: Formats,
    /// The shortlist, where one is said beforehand.
    pub shortlist: Option<Shortlist>,
    /// The criteria, in the file's order.
    pub criteria: Vec<Criterion>,
    /// The texts of the file, and what it asks.
    texts: Vec<String>,
}

impl Criteria {
    /// What the posting requires and no criterion looks at, in its own words: what the file says of it, but for what is a
    /// criterion's quote.
    #[must_use]
    pub fn unchecked(&self) -> Vec<String> {
        let asked = |words: &&String| self.criteria.iter().any(|one| one.quote.as_ref() == Some(*words));
        self.posting.unchecked.iter().filter(|words| !asked(words)).cloned().collect()
    }

    /// The criteria that count at a stage: those of the application always, those of the interview at the interview.
    pub fn of_stage(&self, stage: Stage) -> impl Iterator<Item = &Criterion> {
        self.criteria.iter().filter(move |criterion| criterion.stage <= stage)
    }

    /// The headers that a name may have: those listed, else the name itself.
    #[must_use]
    pub fn headers(&self, name: &str) -> Vec<String> {
        let listed = self.columns.iter().find(|(known, _)| known == name);
        listed.map_or_else(|| vec![name.to_owned()], |(_, headers)| headers.clone())
    }

    /// The folded headers that columns under `identity` may have, each with its name there.
    #[must_use]
    pub fn identity_headers(&self) -> HashMap<String, &str> {
        identity_headers(&self.identity, &self.columns)
    }

    /// What the criteria of a stage ask of a header. `id`, `name`, `email` and `date_of_birth` are wanted where
    /// they are, and missed by nobody.
    #[must_use]
    pub fn wanted(&self, stage: Stage) -> Vec<Wanted> {
        let mut wanted: Vec<Wanted> = Vec::new();
        let mut known: HashMap<&str, usize> = HashMap::new();
        let listed: HashMap<&str, &Vec<String>> =
            self.columns.iter().map(|(name, headers)| (name.as_str(), headers)).collect();
        let new = |name: &str| Wanted {
            name: name.to_owned(),
            headers: listed.get(name).map_or_else(|| vec![name.to_owned()], |headers| (*headers).clone()),
            read_by: Vec::new(),
            required: false,
        };
        for criterion in self.of_stage(stage) {
            for column in criterion.rule.columns() {
                let at = *known.entry(&column.value).or_insert_with(|| {
                    wanted.push(new(&column.value));
                    wanted.len() - 1
                });
                let Wanted { read_by, required, .. } = &mut wanted[at];
                *required |= criterion.need == Need::Required;
                // One criterion after the other.
                if read_by.last() != Some(&criterion.id) {
                    read_by.push(criterion.id.clone());
                }
            }
        }
        let others = std::iter::once("id").chain(WHO).filter(|name| !known.contains_key(name));
        wanted.extend(others.map(new));
        wanted
    }
}

/// The fields at the top of the file.
pub const TOP: &[Field] = &[
    Field::required("version", Shape::Number, "The version of the criteria language: 1."),
    Field::new("posting", Shape::Mapping(POSTING), "The posting that the criteria come from."),
    Field::new("columns", Shape::Names, "The headers that each name used below may have in the candidates' file."),
    Field::new("identity", Shape::Texts, "The columns that `--blind` hides; no criterion may read them."),
    Field::new("formats", Shape::Mapping(FORMATS), "What settles cells that are otherwise ambiguous."),
    Field::new(
        "words",
        Shape::Taught,
        "Words that cells hold and that the language packs do not know: `understood`, and sections of a pack under its language.",
    ),
    Field::new("shortlist", Shape::Mapping(SHORTLIST), "The shortlist, said beforehand: `top`, `score` or `percent`."),
    Field::required("criteria", Shape::Criteria, "What is asked of the candidates."),
];

/// The fields of `posting`.
pub const POSTING: &[Field] = &[
    Field::new("title", Shape::Label, "Its title."),
    Field::new("organisation", Shape::Text, "Who recruits."),
    Field::new("deadline", Shape::Day, "The last day, in `time_zone`, on which an application counts."),
    Field::new("time_zone", Shape::Text, "The time zone of the deadline and of dates without one; UTC if not given."),
    Field::new(
        "unchecked",
        Shape::Texts,
        "What it requires and no criterion looks at, in its own words: told below every list.",
    ),
];

/// The fields of `shortlist`.
pub const SHORTLIST: &[Field] = &[
    Field::new("top", Shape::Count, "The first so many; who is level with the last of them is in, too."),
    Field::new("score", Shape::Number, "Those with a proven score of at least this."),
    Field::new("percent", Shape::Number, "The first so many of a hundred candidates, rounded up, ties included."),
    Field::new("at_least", Shape::Count, "Where the line leaves fewer, the first so many are in."),
];

/// The fields of `formats`.
pub const FORMATS: &[Field] = &[
    Field::new("dates", Shape::Choice(&DATES), "The order of day, month and year in figures."),
    Field::new("decimal", Shape::Choice(&DECIMALS), "The mark before decimals."),
    Field::new(
        "missing",
        Shape::Missing,
        "More words that stand for an empty cell, beside the usual ones; `{ only: [...] }` for these and no others.",
    ),
    Field::new("languages", Shape::Texts, "The languages whose packs are read, by their codes; all if not given."),
];

/// The fields of a criterion, beside its test.
pub const CRITERION: &[Field] = &[
    Field::required("id", Shape::Id, "Its name in the output."),
    Field::new("label", Shape::Label, "What it is called; its id if not given."),
    Field::new(
        "short",
        Shape::Label,
        "The same in a word or two, where there is little room; the first words of its label if not given.",
    ),
    Field::new("quote", Shape::Text, "The posting's own words."),
    Field::new("need", Shape::Choice(&NEEDS), "`required` (if not given), or `asset`: adds points, never rejects."),
    Field::new("weight", Shape::Number, "Its weight in the score; 1 if not given."),
    Field::new(
        "when_missing",
        Shape::Choice(&WHEN_MISSING),
        "What an empty cell is: `review` (if not given), `fail` or `skip`. A column that the file does not have is open.",
    ),
    Field::new(
        "unread",
        Shape::Choice(&UNREAD),
        "What a cell with words that are not understood is: `review` (if not given), or `note`: what was understood decides, but never against the candidate, and the words are shown (in CSV, TSV and XLSX, in a column `<id>.unread`).",
    ),
    Field::new(
        "stage",
        Shape::Choice(&STAGES),
        "`application` (if not given), or `interview`: counted only with `--stage interview`.",
    ),
    Field::new(
        "lawful_basis",
        Shape::Text,
        "Why the law allows it to read a column about age, sex, origin or another protected ground.",
    ),
    Field::new("examples", Shape::Examples, "Cells, and what it is to say of each; `screen check` holds them."),
];

const DATES: [&str; 3] = ["dmy", "mdy", "ymd"];
const DECIMALS: [&str; 2] = ["comma", "point"];
const NEEDS: [&str; 2] = ["required", "asset"];
const WHEN_MISSING: [&str; 3] = ["review", "fail", "skip"];
const UNREAD: [&str; 2] = ["review", "note"];
const STAGES: [&str; 2] = ["application", "interview"];

/// The names of columns that say who somebody is, whether or not a criteria file lists them: beside `id`.
pub const WHO: [&str; 4] = ["name", "given_name", "email", "date_of_birth"];

/// The fields of the output, which no criterion's id may be.
pub const TAKEN: [&str; 13] = [
    "rank",
    "rank_best",
    "rank_worst",
    "id",
    "name",
    "status",
    "score",
    "score_max",
    "source.file",
    "source.line",
    "notes",
    "source",
    "decided",
];
