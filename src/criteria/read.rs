//! The whole file: what stands at its top, and its criteria one after the other.

use std::collections::{HashMap, HashSet};

use chrono_tz::Tz;

use super::brief;
use super::known::texts_of;
use super::one::{CriterionReader, Ids};
use super::protect::protect;
use super::set::Set;
use super::{Criteria, Criterion, DATES, DECIMALS, FORMATS, POSTING, PostingFacts, SHORTLIST, TOP};
use crate::catalogue::{criteria as words, list_and, yaml as yaml_words};
use crate::diagnostic::{Diagnostic, Place};
use crate::formats::{DateOrder, Decimal, Formats, MISSING_WORDS};
use crate::header::fold_name;
use crate::kinds::KINDS;
use crate::score::Score;
use crate::shortlist::{Cutoff, Shortlist};
use crate::yaml::{self, Fields, Node, NodeValue, Spanned, nearest, shown};

/// No criteria file has more tests, those within tests included.
pub const MOST_TESTS: usize = 1000;
/// The tests of a criteria file read no more columns.
pub const MOST_COLUMNS: usize = 1000;

/// Reads a criteria file; `file` is its name in messages.
///
/// # Errors
/// Every mistake in the file, in its order.
pub fn read(file: &str, text: &str) -> Result<Criteria, Vec<Diagnostic>> {
    read_with(file, text, &[])
}

/// The same with other values for this run.
///
/// # Errors
/// Every mistake in the file, and every value that cannot be put into it.
pub fn read_with(file: &str, text: &str, sets: &[Set]) -> Result<Criteria, Vec<Diagnostic>> {
    let tree = match yaml::parse(file, text) {
        Ok(Node { value: NodeValue::Text(_) | NodeValue::List(_) | NodeValue::Number(..), .. }) | Err(_)
            if let Some(columns) = table(text) =>
        {
            let problem = Diagnostic::error("candidates", yaml_words::a_table(columns));
            return Err(vec![problem.at(Place::line(file, 1)).help(yaml_words::not_criteria_help())]);
        }
        tree => tree.map_err(|problem| vec![problem])?,
    };
    let mut tree = tree;
    let mut problems: Vec<Diagnostic> = sets.iter().filter_map(|set| set.apply(&mut tree).err()).collect();
    let criteria = read_tree(file, &tree, &mut problems);
    problems.sort_by(|a, b| a.place.cmp(&b.place));
    problems.dedup();
    match criteria {
        Some(criteria) if problems.is_empty() => Ok(criteria),
        _ => Err(problems),
    }
}

/// The names of the columns, where a text that is no criteria file is a table: its first rows have as many cells.
fn table(text: &str) -> Option<crate::catalogue::Text> {
    /// So many columns are named.
    const NAMED: usize = 4;
    let mut lines = text.trim_start_matches('\u{feff}').lines().filter(|line| !line.trim().is_empty());
    let (first, second) = (lines.next()?, lines.next()?);
    let cells = |line: &str, delimiter: char| line.split(delimiter).count();
    let delimiter = [',', ';', '\t', '|'].into_iter().find(|delimiter| {
        let count = cells(first, *delimiter);
        count > 1 && cells(second, *delimiter) >= count
    })?;
    let is_yaml = first.contains(": ") || first.ends_with(':') || first.trim_start().starts_with(['{', '[', '-', '#']);
    let named = first.split(delimiter).map(|name| format!("`{}`", yaml::short(name.trim().trim_matches('"'))));
    let named: Vec<String> = named.take(NAMED).collect();
    (!is_yaml).then(|| list_and(&named))
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
    let [posting, columns, formats, taught, shortlist, criteria] =
        ["posting", "columns", "formats", "words", "shortlist", "criteria"].map(|name| top.node(name));
    let identity: Vec<String> = top.columns("identity").into_iter().map(|name| name.value).collect();
    let posting = read_posting(posting, problems);
    let columns: Vec<(String, Vec<String>)> =
        read_columns(columns, problems).into_iter().map(|(name, headers)| (name.value, headers)).collect();
    let formats = read_formats(formats, taught, problems);
    let shortlist = shortlist.and_then(|node| read_shortlist(node, problems));
    let Some(Node { value: NodeValue::List(nodes), place }) = criteria else {
        return None;
    };
    let tests = nodes.iter().map(tests_in).sum::<usize>().max(nodes.len());
    if nodes.is_empty() {
        let problem = Diagnostic::error("no-criteria", words::no_criteria()).help(words::no_criteria_help());
        problems.push(problem.at(place.clone()));
    } else if tests > MOST_TESTS {
        let problem = Diagnostic::error("too-many-tests", words::too_many_tests(tests, MOST_TESTS));
        problems.push(problem.at(place.clone()).help(words::too_many_tests_help()));
    }
    // Of more than there may be, each is looked at for its mistakes and none is kept.
    let read = read_criteria(nodes, place, &CriterionReader { posting: &posting, keep: tests <= MOST_TESTS }, problems);
    protect(&read, &identity, &columns, problems);
    Some(Criteria { posting, columns, identity, formats, shortlist, texts: texts_of(tree, &read), criteria: read })
}

fn read_criteria(
    nodes: &[Node],
    place: &Place,
    reader: &CriterionReader<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Criterion> {
    let mut ids = Ids::new();
    let mut weights = Vec::new();
    let mut read: Vec<Criterion> =
        nodes.iter().filter_map(|node| reader.read(node, &mut ids, &mut weights, problems)).collect();
    if !weights.is_empty() && weights.len() == nodes.len() && weights.iter().all(|weight| weight.abs() <= 0.0) {
        let problem = Diagnostic::error("no-weight", words::no_weight());
        problems.push(problem.at(place.clone()).help(words::no_weight_help()));
    }
    brief::name(&mut read);
    let names: HashSet<&str> =
        read.iter().flat_map(|one| one.rule.columns()).map(|column| column.value.as_str()).collect();
    if names.len() > MOST_COLUMNS {
        let problem = Diagnostic::error("too-many-columns", words::too_many_columns(names.len(), MOST_COLUMNS));
        problems.push(problem.at(place.clone()).help(words::too_many_columns_help()));
    }
    read
}

/// How many tests a criterion or a test's mapping holds, those within tests included.
fn tests_in(node: &Node) -> usize {
    let NodeValue::Map(entries) = &node.value else { return 0 };
    let tests = entries.iter().filter(|(key, _)| KINDS.iter().any(|kind| kind.key == key.value));
    tests
        .map(|(_, node)| match &node.value {
            NodeValue::Map(fields) => {
                1 + fields.iter().filter(|(key, _)| key.value == "of").map(|(_, of)| within(of)).sum::<usize>()
            }
            _ => 1,
        })
        .sum()
}

/// How many tests stand in the list of a test.
fn within(of: &Node) -> usize {
    match &of.value {
        NodeValue::List(items) => items.iter().map(tests_in).sum(),
        _ => 0,
    }
}

fn read_posting(node: Option<&Node>, problems: &mut Vec<Diagnostic>) -> PostingFacts {
    let mut posting =
        PostingFacts { title: None, organisation: None, deadline: None, zone: Tz::UTC, unchecked: Vec::new() };
    let Some(node) = node else { return posting };
    let mut fields = Fields::open(node, &node.place, POSTING, &words::the_posting(), problems);
    posting.title = fields.label("title");
    posting.organisation = fields.text("organisation").map(|text| text.value);
    posting.deadline = fields.day("deadline").map(|day| day.value);
    posting.unchecked = fields.columns("unchecked").into_iter().map(|text| text.value).collect();
    if let Some(name) = fields.text("time_zone") {
        match name.value.parse::<Tz>() {
            Ok(zone) => posting.zone = zone,
            Err(_) => {
                let problem = Diagnostic::error("unknown-time-zone", words::unknown_zone(yaml::short(&name.value)));
                let help = match nearest(&name.value, chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name())) {
                    Some(near) => yaml_words::did_you_mean(near),
                    None => words::zone_help(),
                };
                fields.problem(problem.at(name.place).help(help));
            }
        }
    }
    posting
}

/// Reads where the shortlist's line is.
fn read_shortlist(node: &Node, problems: &mut Vec<Diagnostic>) -> Option<Shortlist> {
    let mut fields = Fields::open(node, &node.place, SHORTLIST, &words::the_shortlist(), problems);
    let [top, score, percent, least] = ["top", "score", "percent", "at_least"].map(|name| fields.number(name));
    for (name, most, number) in [("score", 100.0, &score), ("percent", 100.0, &percent)] {
        if let Some(number) = number.as_ref().filter(|number| !(0.0..=most).contains(&number.value)) {
            let problem = Diagnostic::error("out-of-range", words::not_of_a_hundred(name)).at(number.place.clone());
            fields.problem(problem.help(words::not_of_a_hundred_help()));
        }
    }
    for (name, number) in [("top", &top), ("percent", &percent)] {
        if let Some(number) = number.as_ref().filter(|number| number.value <= 0.0 && fields.ok()) {
            let problem = Diagnostic::error("out-of-range", words::line_at_nobody(name)).at(number.place.clone());
            fields.problem(problem.help(words::line_at_nobody_help()));
        }
    }
    let lines = [&top, &score, &percent].into_iter().flatten().count();
    if lines != 1 && fields.ok() {
        let problem = Diagnostic::error("one-line", words::one_line(lines)).at(node.place.clone());
        fields.problem(problem.help(words::one_line_help()));
    }
    fields.ok().then_some(())?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the shape is a count")]
    let count = |number: f64| number as u64;
    let line = match (top, score, percent) {
        (Some(top), ..) => Cutoff::Top(count(top.value)),
        (_, Some(score), _) => Cutoff::Score(Score::new(score.value)),
        (.., percent) => Cutoff::Part(percent?.value / 100.0),
    };
    Some(Shortlist { line, at_least: least.map_or(0, |least| count(least.value)) })
}

fn read_columns(node: Option<&Node>, problems: &mut Vec<Diagnostic>) -> Vec<(Spanned<String>, Vec<String>)> {
    let Some(NodeValue::Map(entries)) = node.map(|node| &node.value) else {
        return Vec::new();
    };
    let mut columns: Vec<(Spanned<String>, Vec<String>)> = Vec::new();
    let mut lines: HashMap<&str, u64> = HashMap::new();
    let mut taken: HashMap<String, &str> = HashMap::new();
    for (name, node) in entries {
        if let Some(line) = lines.get(name.value.as_str()) {
            let what = yaml_words::key_twice(&name.value, line.to_string());
            let problem = Diagnostic::error("key-twice", what).at(name.place.clone());
            problems.push(problem.help(yaml_words::key_twice_help()));
            continue;
        }
        lines.insert(&name.value, name.place.line);
        problems.extend(shown("columns", &name.value, &name.place));
        let mut headers = read_headers(name, node, &mut taken, problems);
        if headers.is_empty() {
            headers.push(name.value.clone());
        }
        columns.push((name.clone(), headers));
    }
    columns
}

/// The headers of one name; `taken` are those of the names before it.
fn read_headers<'a>(
    name: &'a Spanned<String>,
    node: &Node,
    taken: &mut HashMap<String, &'a str>,
    problems: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let items = match &node.value {
        NodeValue::List(items) => items.as_slice(),
        NodeValue::Null => &[],
        _ => std::slice::from_ref(node),
    };
    if matches!(&node.value, NodeValue::List(items) if items.is_empty()) {
        let problem = Diagnostic::error("empty-list", crate::catalogue::kinds::empty_list(&name.value));
        problems.push(problem.at(name.place.clone()).help(words::header_not_text_help(&name.value)));
    }
    let mut headers: Vec<String> = Vec::new();
    for item in items {
        let Some(header) = item.as_written() else {
            let problem = Diagnostic::error("wrong-type", words::header_not_text(&name.value)).at(item.place.clone());
            problems.push(problem.help(words::header_not_text_help(&name.value)));
            continue;
        };
        let other = *taken.entry(fold_name(&header)).or_insert(&name.value);
        if other != name.value {
            let what = words::header_of_two(yaml::short(&header), &name.value, other);
            let problem = Diagnostic::error("header-of-two", what).help(words::header_of_two_help());
            problems.push(problem.at(item.place.clone()));
        }
        headers.push(header);
    }
    headers
}

fn read_formats(node: Option<&Node>, taught: Option<&Node>, problems: &mut Vec<Diagnostic>) -> Formats {
    let Some(node) = node else {
        return Formats::default().with(super::taught::read(taught, &[], problems));
    };
    let fields = Fields::open(node, &node.place, FORMATS, &words::the_formats(), problems);
    let orders = [DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay];
    let dates = fields.choice("dates", &DATES).map(|choice| orders[choice.value]);
    let decimal = fields.choice("decimal", &DECIMALS).map(|choice| [Decimal::Comma, Decimal::Point][choice.value]);
    let usual = if fields.alone("missing") { &[] } else { MISSING_WORDS.as_slice() };
    let missing = fields.columns("missing");
    let languages = fields.columns("languages");
    let missing = usual.iter().copied().chain(missing.iter().map(|word| word.value.as_str()));
    Formats::new(dates, decimal, missing).with(super::taught::read(taught, &languages, problems))
}
