//! One criterion: its own fields, its test, and the tests within that.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::{CRITERION, Criterion, NEEDS, PostingFacts, STAGES, Stage, TAKEN, UNREAD, WHEN_MISSING, WhenMissing};
use crate::catalogue::{Text, criteria as words, list_and};
use crate::diagnostic::{Diagnostic, Place};
use crate::kinds::{KINDS, Kind, Rule, RuleSetting};
use crate::score::Need;
use crate::yaml::{Field, Fields, Node, NodeValue, Shape, Spanned, meant, short};

/// Tests nest at most this deep.
const MOST_NESTED: usize = 16;

/// The ids so far, each with its line.
pub(super) type Ids = HashMap<String, u64>;

/// The tests as fields of a criterion. Any value: the test's own table tells what is wrong with it.
static TESTS: LazyLock<Vec<Field>> =
    LazyLock::new(|| KINDS.iter().map(|kind| Field::new(kind.key, Shape::Test, kind.doc)).collect());

/// Reads one criterion after the other.
pub(super) struct CriterionReader<'a> {
    pub posting: &'a PostingFacts,
    /// Whether what is read is kept, or only looked at for mistakes.
    pub keep: bool,
}

impl CriterionReader<'_> {
    /// Reads a criterion, and tells every mistake in it. Its weight is added to `weights` even where it has some.
    pub(super) fn read(
        &self,
        node: &Node,
        ids: &mut Ids,
        weights: &mut Vec<f64>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Criterion> {
        let NodeValue::Map(entries) = &node.value else {
            let problem = Diagnostic::error("wrong-type", words::criterion_not_mapping());
            problems.push(problem.at(node.place.clone()).help(words::criterion_help()));
            return None;
        };
        let id = entries.iter().find(|(key, _)| key.value == "id").and_then(|(_, node)| node.as_written());
        let id = id.map(|id| id.trim().to_owned());
        let what = id.as_ref().map_or_else(words::a_criterion, |id| words::the_criterion(short(id)));
        let start = entries.first().map_or(&node.place, |(key, _)| &key.place).clone();
        let mut fields = Fields::open(node, &start, CRITERION.iter().chain(TESTS.iter()), &what, problems);
        read_id(&mut fields, ids);
        let weight = read_weight(&mut fields);
        weights.push(weight);
        let kind = read_kind(&mut fields, &what, &start);
        let label = fields.label("label");
        let short_label = fields.label("short");
        let quote = fields.text("quote").map(|text| text.value);
        let Purpose { need, is_required, when_missing, lenient, stage } = Purpose::read(&mut fields);
        let lawful_basis = fields.text("lawful_basis").map(|text| text.value).filter(|basis| !basis.is_empty());
        let examples = super::examples::read(&mut fields);
        let test = kind.and_then(|(kind, key)| Some((kind, key, fields.value(kind.key)?)));
        let mut listed = Vec::new();
        test.iter().for_each(|(.., node)| list(node, &mut listed));
        let tests = TestReader { reader: self, unbound: RefCell::default() };
        let rule = test.and_then(|(kind, key, node)| tests.read(kind, node, &key.place, 0, problems));
        if let Some(rule) = &rule {
            problems.extend(super::examples::one_column(node, &**rule));
        }
        if is_required {
            problems.extend(tests.unbound.take().into_iter().map(|test| test.told(&what)));
        }
        let id = id?;
        Some(Criterion {
            // Where none is given, it is made when all labels are known.
            short: short_label.unwrap_or_default(),
            label: label.unwrap_or_else(|| Text::same(id.clone())),
            id,
            quote,
            need,
            weight,
            when_missing,
            lenient,
            stage,
            lawful_basis,
            examples,
            listed,
            place: start,
            rule: rule?,
        })
    }
}

/// What a criterion is for, in the words of fixed lists.
struct Purpose {
    need: Need,
    /// Whether it is known to be required: under another name of the field, it is not.
    is_required: bool,
    when_missing: WhenMissing,
    lenient: bool,
    stage: Stage,
}

impl Purpose {
    fn read(fields: &mut Fields<'_, '_>) -> Self {
        let needs = [Need::Required, Need::Asset];
        let need = fields.choice("need", &NEEDS).map_or(Need::Required, |choice| needs[choice.value]);
        let is_required = need == Need::Required && (fields.key("need").is_some() || !fields.has("need"));
        let missing = [WhenMissing::Review, WhenMissing::Fail, WhenMissing::Skip];
        let when_missing =
            fields.choice("when_missing", &WHEN_MISSING).map_or(WhenMissing::Review, |at| missing[at.value]);
        let lenient = fields.choice("unread", &UNREAD).is_some_and(|choice| choice.value == 1);
        let stages = [Stage::Application, Stage::Interview];
        let stage = fields.choice("stage", &STAGES).map_or(Stage::Application, |choice| stages[choice.value]);
        Self { need, is_required, when_missing, lenient, stage }
    }
}

/// Gathers what a test lists, values and terms, those of the tests within it as well.
fn list(node: &Node, listed: &mut Vec<(bool, Spanned<String>)>) {
    match &node.value {
        NodeValue::Map(entries) => {
            for (key, node) in entries {
                if matches!(key.value.as_str(), "values" | "terms") {
                    written(node, key.value == "values", listed);
                } else {
                    list(node, listed);
                }
            }
        }
        NodeValue::List(items) => items.iter().for_each(|item| list(item, listed)),
        _ => {}
    }
}

/// All texts within.
fn written(node: &Node, values: bool, listed: &mut Vec<(bool, Spanned<String>)>) {
    match &node.value {
        NodeValue::Map(entries) => {
            for (key, node) in entries {
                listed.push((values, key.clone()));
                written(node, values, listed);
            }
        }
        NodeValue::List(items) => items.iter().for_each(|item| written(item, values, listed)),
        _ => {
            let text = node.as_written().map(|value| Spanned { value, place: node.place.clone() });
            listed.extend(text.map(|text| (values, text)));
        }
    }
}

fn read_id(fields: &mut Fields<'_, '_>, ids: &mut Ids) {
    let Some(id) = fields.text("id") else { return };
    if let Some(line) = ids.get(&id.value) {
        let what = words::id_twice(short(&id.value), line.to_string());
        fields.problem(Diagnostic::error("duplicate-id", what).at(id.place.clone()).help(words::id_twice_help()));
    } else {
        ids.insert(id.value.clone(), id.place.line);
    }
    if TAKEN.contains(&id.value.as_str()) {
        let what = words::id_taken(&id.value);
        fields.problem(Diagnostic::error("id-taken", what).at(id.place.clone()).help(words::id_taken_help()));
    }
}

fn read_weight(fields: &mut Fields<'_, '_>) -> f64 {
    let Some(weight) = fields.number("weight") else { return 1.0 };
    if weight.value < 0.0 {
        let problem = Diagnostic::error("negative-weight", words::negative_weight());
        fields.problem(problem.at(weight.place).help(words::negative_weight_help()));
    }
    weight.value
}

/// The criterion's one test, with its key; the last of several, which are told.
fn read_kind<'a>(
    fields: &mut Fields<'a, '_>,
    what: &Text,
    start: &Place,
) -> Option<(&'static Kind, &'a Spanned<String>)> {
    let found: Vec<(&'static Kind, &Spanned<String>)> =
        KINDS.iter().filter_map(|kind| Some((*kind, fields.key(kind.key)?))).collect();
    match found.as_slice() {
        // A misspelt test has been told as an unknown field, and so has what belongs within one.
        [] if KINDS.iter().any(|kind| fields.has(kind.key)) || fields.has_strays() => {}
        [] => {
            let problem = Diagnostic::error("no-test", words::no_test(what)).at(start.clone());
            fields.problem(problem.help(words::no_test_help(known())));
        }
        [_] => {}
        [_, (_, second), ..] => {
            let problem = Diagnostic::error("two-tests", words::two_tests(what));
            fields.problem(problem.at(second.place.clone()).help(words::two_tests_help()));
        }
    }
    found.last().copied()
}

/// The tests there are.
fn known() -> Text {
    list_and(&KINDS.iter().map(|kind| format!("`{}`", kind.key)).collect::<Vec<_>>())
}

/// Reads the tests of one criterion.
struct TestReader<'a> {
    reader: &'a CriterionReader<'a>,
    /// The tests that anything meets.
    unbound: RefCell<Vec<Unbound>>,
}

/// A test that anything meets.
struct Unbound {
    /// The test's key.
    key: &'static str,
    place: Place,
    /// A bound to write.
    write: String,
}

impl Unbound {
    /// What is wrong with it where it is required.
    fn told(self, criterion: &Text) -> Diagnostic {
        let problem = Diagnostic::error("no-bound", words::no_bound(criterion, self.key));
        problem.at(self.place).help(words::no_bound_help(self.write))
    }
}

impl TestReader<'_> {
    fn read(
        &self,
        kind: &'static Kind,
        node: &Node,
        key: &Place,
        depth: usize,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Box<dyn Rule>> {
        let PostingFacts { deadline, zone, .. } = *self.reader.posting;
        let nested = |node: &Node, problems: &mut Vec<Diagnostic>| self.read_nested(node, depth + 1, problems);
        let mut fields = Fields::open(node, key, kind.fields, &words::the_test(kind.key), problems);
        let place = fields.place_of("at_least");
        let rule = (kind.read)(&mut fields, &RuleSetting { deadline, zone, nested: &nested })?;
        if let Some(write) = rule.unbound() {
            self.unbound.borrow_mut().push(Unbound { key: kind.key, place, write });
        }
        self.reader.keep.then_some(rule)
    }

    /// Reads a test within a test: a mapping with one key.
    fn read_nested(&self, node: &Node, depth: usize, problems: &mut Vec<Diagnostic>) -> Option<Box<dyn Rule>> {
        if depth > MOST_NESTED {
            let problem = Diagnostic::error("nested-too-deep", words::nested_too_deep());
            problems.push(problem.at(node.place.clone()).help(words::nested_too_deep_help()));
            return None;
        }
        let one = match &node.value {
            NodeValue::Map(entries) => match entries.as_slice() {
                [one] => Some(one),
                _ => None,
            },
            _ => None,
        };
        let Some((key, inner)) = one else {
            let problem = Diagnostic::error("not-one-test", words::not_one_test());
            problems.push(problem.at(node.place.clone()).help(words::not_one_test_help(known())));
            return None;
        };
        let Some(kind) = KINDS.iter().find(|kind| kind.key == key.value) else {
            let what = words::unknown_test(short(&key.value));
            let problem = Diagnostic::error("unknown-test", what).at(key.place.clone());
            problems.push(problem.help(match meant(&key.value, KINDS.iter().map(|kind| kind.key)) {
                Some(near) => crate::catalogue::yaml::did_you_mean(near),
                None => words::no_test_help(known()),
            }));
            return None;
        };
        self.read(kind, inner, &key.place, depth, problems)
    }
}
