//! The criteria file: read whole, with every mistake in it told at once.

mod known;
mod protect;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;

use self::protect::identity_headers;
pub use self::protect::protected;
use crate::catalogue::{Text, criteria as words, list_and};
use crate::diagnostic::{Diagnostic, Place};
use crate::header::{Wanted, fold_name};
use crate::kinds::{KINDS, Kind, Rule, Setting};
use crate::score::Need;
use crate::text::{DateOrder, Decimal, Formats};
use crate::yaml::{self, Field, Fields, Node, Shape, Spanned, Value, nearest};

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
pub struct Posting {
    /// Its title.
    pub title: Option<Text>,
    /// Who recruits.
    pub organisation: Option<String>,
    /// The last day on which an application counts.
    pub deadline: Option<NaiveDate>,
    /// Where that day ends.
    pub zone: Tz,
}

/// One criterion.
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: Text,
    /// The posting's own words.
    pub quote: Option<String>,
    /// Whether it can reject.
    pub need: Need,
    /// Its weight.
    pub weight: f64,
    /// What an empty cell is.
    pub when_missing: WhenMissing,
    /// When it counts.
    pub stage: Stage,
    /// Why it may read a column about a protected ground.
    pub lawful_basis: Option<String>,
    /// Its test.
    pub rule: Box<dyn Rule>,
}

/// A criteria file without mistakes.
pub struct Criteria {
    /// The posting.
    pub posting: Posting,
    /// Names and the headers that they may have.
    pub columns: Vec<(String, Vec<String>)>,
    /// Columns that no criterion may read and `--blind` hides.
    pub identity: Vec<String>,
    /// What settles ambiguous cells.
    pub formats: Formats,
    /// The criteria, in the file's order.
    pub criteria: Vec<Criterion>,
    /// The words of the file and of what it asks, folded.
    pub words: Arc<HashSet<String>>,
}

impl Criteria {
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

    /// The names under `identity`, each with all the folded headers that its column may have.
    #[must_use]
    pub fn identity_headers(&self) -> Vec<(String, Vec<String>)> {
        identity_headers(&self.identity, &self.columns)
    }

    /// What the criteria of a stage ask of a header. `id`, `name`, `email` and `date_of_birth` are wanted where
    /// they are, and missed by nobody.
    #[must_use]
    pub fn wanted(&self, stage: Stage) -> Vec<Wanted> {
        let mut wanted: Vec<Wanted> = Vec::new();
        for criterion in self.of_stage(stage) {
            for column in criterion.rule.columns() {
                let required = criterion.need == Need::Required;
                if let Some(known) = wanted.iter_mut().find(|wanted| wanted.name == column.value) {
                    known.required |= required;
                    if !known.read_by.contains(&criterion.id) {
                        known.read_by.push(criterion.id.clone());
                    }
                } else {
                    wanted.push(Wanted {
                        name: column.value.clone(),
                        headers: self.headers(&column.value),
                        read_by: vec![criterion.id.clone()],
                        required,
                    });
                }
            }
        }
        for name in ["id", "name", "email", "date_of_birth"] {
            if !wanted.iter().any(|wanted| wanted.name == name) {
                wanted.push(Wanted {
                    name: name.to_owned(),
                    headers: self.headers(name),
                    read_by: Vec::new(),
                    required: false,
                });
            }
        }
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
    Field::required("criteria", Shape::Criteria, "What is asked of the candidates."),
];

/// The fields of `posting`.
pub const POSTING: &[Field] = &[
    Field::new("title", Shape::Label, "Its title."),
    Field::new("organisation", Shape::Text, "Who recruits."),
    Field::new("deadline", Shape::Day, "The last day, in `time_zone`, on which an application counts."),
    Field::new("time_zone", Shape::Text, "The time zone of the deadline and of dates without one; UTC if not given."),
];

/// The fields of `formats`.
pub const FORMATS: &[Field] = &[
    Field::new("dates", Shape::Choice(&DATES), "The order of day, month and year in figures."),
    Field::new("decimal", Shape::Choice(&DECIMALS), "The mark before decimals."),
    Field::new("missing", Shape::Texts, "The words that stand for an empty cell."),
];

/// The fields of a criterion, beside its test.
pub const CRITERION: &[Field] = &[
    Field::required("id", Shape::Text, "Its name in the output."),
    Field::new("label", Shape::Label, "What it is called; its id if not given."),
    Field::new("quote", Shape::Text, "The posting's own words."),
    Field::new("need", Shape::Choice(&NEEDS), "`required` (if not given), or `asset`: adds points, never rejects."),
    Field::new("weight", Shape::Number, "Its weight in the score; 1 if not given."),
    Field::new(
        "when_missing",
        Shape::Choice(&WHEN_MISSING),
        "What an empty cell is: `review` (if not given), `fail` or `skip`.",
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
];

const DATES: [&str; 3] = ["dmy", "mdy", "ymd"];
const DECIMALS: [&str; 2] = ["comma", "point"];
const NEEDS: [&str; 2] = ["required", "asset"];
const WHEN_MISSING: [&str; 3] = ["review", "fail", "skip"];
const STAGES: [&str; 2] = ["application", "interview"];

/// The fields of the output, which no criterion's id may be.
pub const TAKEN: [&str; 12] = [
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
];

/// Tests nest at most this deep.
const MOST_NESTED: usize = 16;

/// Reads a criteria file; `file` is its name in messages.
///
/// # Errors
/// Every mistake in the file, in its order.
pub fn read(file: &str, text: &str) -> Result<Criteria, Vec<Diagnostic>> {
    let tree = yaml::parse(file, text).map_err(|problem| vec![problem])?;
    let mut problems = Vec::new();
    let criteria = read_tree(file, &tree, &mut problems);
    problems.sort_by(|a, b| a.place.cmp(&b.place));
    problems.dedup();
    match criteria {
        Some(criteria) if problems.is_empty() => Ok(criteria),
        _ => Err(problems),
    }
}

fn read_tree(file: &str, tree: &Node, problems: &mut Vec<Diagnostic>) -> Option<Criteria> {
    let start = Place { line: 1, ..Place::file(file) };
    let mut top = Fields::open(tree, &start, TOP, &words::the_file(), problems);
    if let Some(version) = top.number("version")
        && version.value.total_cmp(&1.0).is_ne()
    {
        let problem = Diagnostic::error("unknown-version", words::unknown_version());
        top.problem(problem.at(version.place).help(words::unknown_version_help()));
    }
    let nodes = ["posting", "columns", "identity", "formats", "criteria"].map(|name| top.node(name));
    let identity = top.columns("identity");
    let [posting, columns, _, formats, criteria] = nodes;
    let posting = read_posting(posting, problems);
    let columns = read_columns(columns, problems);
    let formats = read_formats(formats, problems);
    let Some(Value::List(nodes)) = criteria.map(|node| &node.value) else {
        return None;
    };
    if nodes.is_empty() {
        let place = criteria.map_or(start, |node| node.place.clone());
        let problem = Diagnostic::error("no-criteria", words::no_criteria()).help(words::no_criteria_help());
        problems.push(problem.at(place));
    }
    let mut read: Vec<Criterion> = Vec::new();
    let mut ids: HashMap<String, u64> = HashMap::new();
    let mut weights = Vec::new();
    let identity: Vec<String> = identity.into_iter().map(|name| name.value).collect();
    let columns: Vec<(String, Vec<String>)> =
        columns.into_iter().map(|(name, headers)| (name.value, headers)).collect();
    let who = identity_headers(&identity, &columns);
    for node in nodes {
        let criterion = read_criterion(node, &posting, &mut ids, &mut weights, problems);
        if let Some(criterion) = criterion {
            protect::protect(&criterion, &who, &columns, problems);
            read.push(criterion);
        }
    }
    if !weights.is_empty() && weights.len() == nodes.len() && weights.iter().all(|weight| *weight <= 0.0) {
        let place = criteria.map_or_else(Place::default, |node| node.place.clone());
        let problem = Diagnostic::error("no-weight", words::no_weight());
        problems.push(problem.at(place).help(words::no_weight_help()));
    }
    Some(Criteria {
        posting,
        columns,
        identity,
        formats,
        words: Arc::new(known::words_of(tree, &read)),
        criteria: read,
    })
}

fn read_posting(node: Option<&Node>, problems: &mut Vec<Diagnostic>) -> Posting {
    let mut posting = Posting { title: None, organisation: None, deadline: None, zone: Tz::UTC };
    let Some(node) = node else { return posting };
    let mut fields = Fields::open(node, &node.place, POSTING, &words::the_posting(), problems);
    posting.title = fields.label("title");
    posting.organisation = fields.text("organisation").map(|text| text.value);
    posting.deadline = fields.day("deadline").map(|day| day.value);
    if let Some(name) = fields.text("time_zone") {
        match name.value.parse::<Tz>() {
            Ok(zone) => posting.zone = zone,
            Err(_) => {
                let problem = Diagnostic::error("unknown-time-zone", words::unknown_zone(&name.value));
                let help = match nearest(&name.value, chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name())) {
                    Some(near) => crate::catalogue::yaml::did_you_mean(near),
                    None => words::zone_help(),
                };
                fields.problem(problem.at(name.place).help(help));
            }
        }
    }
    posting
}

fn read_columns(node: Option<&Node>, problems: &mut Vec<Diagnostic>) -> Vec<(Spanned<String>, Vec<String>)> {
    let Some(Value::Map(entries)) = node.map(|node| &node.value) else {
        return Vec::new();
    };
    let mut columns: Vec<(Spanned<String>, Vec<String>)> = Vec::new();
    let mut taken: HashMap<String, Spanned<String>> = HashMap::new();
    for (name, node) in entries {
        if let Some((first, _)) = columns.iter().find(|(known, _)| known.value == name.value) {
            let what = crate::catalogue::yaml::key_twice(&name.value, first.place.line.to_string());
            let help = crate::catalogue::yaml::key_twice_help();
            problems.push(Diagnostic::error("key-twice", what).at(name.place.clone()).help(help));
            continue;
        }
        let mut headers: Vec<String> = Vec::new();
        let items: Vec<&Node> = match &node.value {
            Value::List(items) => items.iter().collect(),
            Value::Null => Vec::new(),
            _ => vec![node],
        };
        for item in items {
            let Some(header) = item.as_written() else {
                let what = words::header_not_text(&name.value);
                problems.push(Diagnostic::error("wrong-type", what).at(item.place.clone()));
                continue;
            };
            match taken.get(&fold_name(&header)) {
                Some(other) if other.value != name.value => {
                    let what = words::header_of_two(&header, &name.value, &other.value);
                    let problem = Diagnostic::error("header-of-two", what).help(words::header_of_two_help());
                    problems.push(problem.at(item.place.clone()));
                }
                _ => {
                    taken.insert(fold_name(&header), name.clone());
                }
            }
            headers.push(header);
        }
        if headers.is_empty() {
            headers.push(name.value.clone());
        }
        columns.push((name.clone(), headers));
    }
    columns
}

fn read_formats(node: Option<&Node>, problems: &mut Vec<Diagnostic>) -> Formats {
    let Some(node) = node else {
        return Formats::default();
    };
    let fields = Fields::open(node, &node.place, FORMATS, &words::the_formats(), problems);
    let orders = [DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay];
    let dates = fields.choice("dates", &DATES).map(|choice| orders[choice.value]);
    let decimal = fields.choice("decimal", &DECIMALS).map(|choice| [Decimal::Comma, Decimal::Point][choice.value]);
    if fields.has("missing") {
        let missing = fields.columns("missing");
        Formats::new(dates, decimal, missing.iter().map(|word| word.value.as_str()))
    } else {
        Formats::usual(dates, decimal)
    }
}

fn read_criterion(
    node: &Node,
    posting: &Posting,
    ids: &mut HashMap<String, u64>,
    weights: &mut Vec<f64>,
    problems: &mut Vec<Diagnostic>,
) -> Option<Criterion> {
    let Value::Map(entries) = &node.value else {
        let problem = Diagnostic::error("wrong-type", words::criterion_not_mapping());
        problems.push(problem.at(node.place.clone()).help(words::criterion_help()));
        return None;
    };
    let id = entries.iter().find(|(key, _)| key.value == "id").and_then(|(_, node)| node.as_written());
    let what = id.as_ref().map_or_else(words::a_criterion, words::the_criterion);
    let start = entries.first().map_or(&node.place, |(key, _)| &key.place).clone();
    // The tests are fields too, each with a table of its own.
    let tests: Vec<&'static Field> = KINDS.iter().map(|kind| test_field(kind)).collect();
    let mut fields = Fields::open(node, &start, CRITERION.iter().chain(tests), &what, problems);
    if let Some(id) = fields.text("id") {
        if let Some(line) = ids.get(&id.value) {
            let what = words::id_twice(&id.value, line.to_string());
            fields.problem(Diagnostic::error("duplicate-id", what).at(id.place.clone()).help(words::id_twice_help()));
        } else {
            ids.insert(id.value.clone(), id.place.line);
        }
        if TAKEN.contains(&id.value.as_str()) {
            let what = words::id_taken(&id.value);
            fields.problem(Diagnostic::error("id-taken", what).at(id.place.clone()).help(words::id_taken_help()));
        }
    }
    let weight = fields.number("weight");
    if let Some(weight) = &weight
        && weight.value < 0.0
    {
        let problem = Diagnostic::error("negative-weight", words::negative_weight());
        fields.problem(problem.at(weight.place.clone()).help(words::negative_weight_help()));
    }
    let weight = weight.map_or(1.0, |weight| weight.value);
    weights.push(weight);
    let found: Vec<(&'static Kind, &Spanned<String>)> =
        KINDS.iter().filter_map(|kind| Some((*kind, fields.key(kind.key)?))).collect();
    match found.as_slice() {
        // A misspelt test has been told as an unknown field.
        [] if entries.iter().any(|(key, _)| is_misspelt_test(&key.value)) => {}
        [] => {
            let known: Vec<String> = KINDS.iter().map(|kind| format!("`{}`", kind.key)).collect();
            let problem = Diagnostic::error("no-test", words::no_test(&what));
            fields.problem(problem.at(start.clone()).help(words::no_test_help(list_and(&known))));
        }
        [_] => {}
        [_, (_, second), ..] => {
            let problem = Diagnostic::error("two-tests", words::two_tests(&what));
            fields.problem(problem.at(second.place.clone()).help(words::two_tests_help()));
        }
    }
    let label = fields.label("label");
    let quote = fields.text("quote").map(|text| text.value);
    let need =
        fields.choice("need", &NEEDS).map_or(Need::Required, |choice| [Need::Required, Need::Asset][choice.value]);
    let when_missing = fields.choice("when_missing", &WHEN_MISSING).map_or(WhenMissing::Review, |choice| {
        [WhenMissing::Review, WhenMissing::Fail, WhenMissing::Skip][choice.value]
    });
    let stage = fields
        .choice("stage", &STAGES)
        .map_or(Stage::Application, |choice| [Stage::Application, Stage::Interview][choice.value]);
    let lawful_basis = fields.text("lawful_basis").map(|text| text.value).filter(|basis| !basis.trim().is_empty());
    let mut rule = None;
    for (kind, key) in found {
        if let Some((_, node)) = entries.iter().find(|(known, _)| known.value == kind.key) {
            rule = read_test(kind, node, &key.place, posting, 0, problems);
        }
    }
    let id = id?;
    Some(Criterion {
        label: label.unwrap_or_else(|| Text::same(id.clone())),
        id,
        quote,
        need,
        weight,
        when_missing,
        stage,
        lawful_basis,
        rule: rule?,
    })
}

/// Whether a key is no field of a criterion, and nearest to a test's.
fn is_misspelt_test(key: &str) -> bool {
    let fields = || CRITERION.iter().map(|field| field.name);
    let tests = || KINDS.iter().map(|kind| kind.key);
    !fields().chain(tests()).any(|known| known == key)
        && nearest(key, fields().chain(tests())).is_some_and(|near| tests().any(|test| test == near))
}

/// The field that a test is, in the table of a criterion.
fn test_field(kind: &'static Kind) -> &'static Field {
    use std::sync::LazyLock;
    static FIELDS: LazyLock<Vec<Field>> = LazyLock::new(|| {
        // Any value: the test's own table tells what is wrong with it.
        KINDS.iter().map(|kind| Field::new(kind.key, Shape::Test, kind.doc)).collect()
    });
    let at = KINDS.iter().position(|known| std::ptr::eq(*known, kind)).unwrap_or_default();
    &FIELDS[at]
}

fn read_test(
    kind: &'static Kind,
    node: &Node,
    key: &Place,
    posting: &Posting,
    depth: usize,
    problems: &mut Vec<Diagnostic>,
) -> Option<Box<dyn Rule>> {
    let nested = |node: &Node, problems: &mut Vec<Diagnostic>| read_nested(node, posting, depth + 1, problems);
    let setting = Setting { deadline: posting.deadline, zone: posting.zone, nested: &nested };
    let mut fields = Fields::open(node, key, kind.fields, &words::the_test(kind.key), problems);
    (kind.read)(&mut fields, &setting)
}

/// Reads a test within a test: a mapping with one key.
fn read_nested(node: &Node, posting: &Posting, depth: usize, problems: &mut Vec<Diagnostic>) -> Option<Box<dyn Rule>> {
    if depth > MOST_NESTED {
        let problem = Diagnostic::error("nested-too-deep", words::nested_too_deep());
        problems.push(problem.at(node.place.clone()).help(words::nested_too_deep_help()));
        return None;
    }
    let known: Vec<String> = KINDS.iter().map(|kind| format!("`{}`", kind.key)).collect();
    let one = match &node.value {
        Value::Map(entries) => match entries.as_slice() {
            [one] => Some(one),
            _ => None,
        },
        _ => None,
    };
    let Some((key, inner)) = one else {
        let problem = Diagnostic::error("not-one-test", words::not_one_test());
        problems.push(problem.at(node.place.clone()).help(words::no_test_help(list_and(&known))));
        return None;
    };
    let Some(kind) = KINDS.iter().find(|kind| kind.key == key.value) else {
        let problem = Diagnostic::error("unknown-test", words::unknown_test(&key.value)).at(key.place.clone());
        problems.push(problem.help(match nearest(&key.value, KINDS.iter().map(|kind| kind.key)) {
            Some(near) => crate::catalogue::yaml::did_you_mean(near),
            None => words::no_test_help(list_and(&known)),
        }));
        return None;
    };
    read_test(kind, inner, &key.place, posting, depth, problems)
}
