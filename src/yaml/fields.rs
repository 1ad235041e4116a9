//! Reading a mapping by a table of its fields.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{Node, Spanned, Value};
use crate::catalogue::{Text, list_and, list_or, yaml as words};
use crate::diagnostic::{Diagnostic, Place};

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Text; a number or true or false is taken as it is written.
    Text,
    /// Text, or one text per language.
    Label,
    /// The name of a column.
    Column,
    /// The names of several columns, or of one.
    Columns,
    /// Several texts, or one.
    Texts,
    /// Any number.
    Number,
    /// A number that is not below 0.
    Size,
    /// A whole number that is not below 0.
    Count,
    /// True or false.
    Flag,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A date.
    Day,
    /// A date, or the word `deadline`.
    DayOrDeadline,
    /// A step of a scale.
    Step,
    /// The name of a scale, or its steps.
    Scale,
    /// A list whose items are a word, or a word and other words for it.
    Words,
    /// The code of a language.
    Language,
    /// A list of tests.
    Tests,
    /// A mapping with fields of its own.
    Mapping(&'static [Field]),
    /// A mapping of names to texts.
    Names,
    /// A list of criteria.
    Criteria,
    /// A test: its own table tells what it holds.
    Test,
}

/// A field of a mapping.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its key.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
    /// What it means, for the documentation and the schema.
    pub doc: &'static str,
}

impl Field {
    /// A field that may be left out.
    #[must_use]
    pub const fn new(name: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self { name, shape, required: false, doc }
    }

    /// A field that must be there.
    #[must_use]
    pub const fn required(name: &'static str, shape: Shape, doc: &'static str) -> Self {
        Self { required: true, ..Self::new(name, shape, doc) }
    }
}

/// The nearest of some names, where one is near enough to be meant.
#[must_use]
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    known
        .into_iter()
        .map(|known| (strsim::jaro_winkler(&name, &known.to_lowercase()), known))
        .filter(|(near, _)| *near > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, known)| known)
}

/// The fields of one mapping. Every mistake in how they are written is told when the mapping is opened, once; what
/// is asked for later is well typed, or not there.
pub struct Fields<'a, 'p> {
    entries: &'a [(Spanned<String>, Node)],
    place: Place,
    /// Fields that are there and wrong.
    wrong: HashSet<&'static str>,
    problems: &'p mut Vec<Diagnostic>,
    told: bool,
}

impl<'a, 'p> Fields<'a, 'p> {
    /// Opens a mapping: tells unknown keys, keys that come twice, fields that are missing and values of the wrong
    /// type. `place` is where a missing field is told, `what` the mapping's name in a sentence.
    pub fn open(
        node: &'a Node,
        place: &Place,
        table: impl IntoIterator<Item = &'static Field>,
        what: &Text,
        problems: &'p mut Vec<Diagnostic>,
    ) -> Self {
        let table: Vec<&'static Field> = table.into_iter().collect();
        let mut fields = Self { entries: &[], place: place.clone(), wrong: HashSet::new(), problems, told: false };
        let Value::Map(entries) = &node.value else {
            let problem = Diagnostic::error("wrong-type", words::not_a_mapping(what, kind(&node.value)));
            let at = if node.value == Value::Null { place } else { &node.place };
            fields.problem(problem.at(at.clone()).help(words::mapping_help()));
            return fields;
        };
        fields.entries = entries;
        for (i, (key, node)) in entries.iter().enumerate() {
            if let Some((first, _)) = entries.iter().take(i).find(|(first, _)| first.value == key.value) {
                let what = words::key_twice(&key.value, first.place.line.to_string());
                fields
                    .problem(Diagnostic::error("key-twice", what).at(key.place.clone()).help(words::key_twice_help()));
                continue;
            }
            let Some(field) = table.iter().find(|field| field.name == key.value) else {
                let names: Vec<String> = table.iter().map(|field| format!("`{}`", field.name)).collect();
                let help = match nearest(&key.value, table.iter().map(|field| field.name)) {
                    Some(near) => words::did_you_mean(near),
                    None => words::known_keys(list_and(&names)),
                };
                let problem = Diagnostic::error("unknown-key", words::unknown_key(&key.value, what));
                fields.problem(problem.at(key.place.clone()).help(help));
                continue;
            };
            fields.check(field, key, node);
        }
        for field in table.iter().filter(|field| field.required) {
            if !entries.iter().any(|(key, _)| key.value == field.name) {
                let problem = Diagnostic::error("missing-field", words::missing_field(field.name, what));
                fields.problem(problem.at(place.clone()).help(words::field_help(field.name, field.doc)));
            }
        }
        fields
    }

    /// Tells a value of the wrong type.
    fn check(&mut self, field: &'static Field, key: &Spanned<String>, node: &Node) {
        let name = field.name;
        let place = if node.value == Value::Null { &key.place } else { &node.place };
        let expected = |expected: Text| {
            Some(
                Diagnostic::error("wrong-type", words::wrong_type(name, expected, kind(&node.value))).at(place.clone()),
            )
        };
        let problem = match field.shape {
            Shape::Text | Shape::Column | Shape::Step | Shape::Language => match node.as_written() {
                None => expected(words::a_text()),
                Some(text) if text.trim().is_empty() => {
                    Some(Diagnostic::error("empty-text", words::empty_text(name)).at(place.clone()))
                }
                Some(_) => None,
            },
            Shape::Label => match &node.value {
                Value::Map(entries) => {
                    let odd = |(key, value): &&(Spanned<String>, Node)| {
                        !matches!(key.value.as_str(), "en" | "fr") || value.as_written().is_none()
                    };
                    match entries.iter().find(odd) {
                        Some((key, value)) if value.as_written().is_some() => Some(
                            Diagnostic::error("unknown-key", words::unknown_key(&key.value, format!("`{name}`")))
                                .at(key.place.clone())
                                .help(words::known_keys(list_and(&["`en`".to_owned(), "`fr`".to_owned()]))),
                        ),
                        Some(_) => expected(words::a_label()),
                        None if entries.is_empty() => expected(words::a_label()),
                        None => None,
                    }
                }
                _ if node.as_written().is_none() => expected(words::a_label()),
                _ => None,
            },
            Shape::Columns | Shape::Texts => match &node.value {
                Value::List(items) => match items.iter().find(|item| item.as_written().is_none()) {
                    Some(item) => Some(
                        Diagnostic::error("wrong-type", words::wrong_type(name, words::texts(), kind(&item.value)))
                            .at(item.place.clone()),
                    ),
                    None if items.is_empty() && matches!(field.shape, Shape::Columns) => {
                        Some(Diagnostic::error("empty-list", words::empty_text(name)).at(place.clone()))
                    }
                    None => None,
                },
                _ if node.as_written().is_none() => expected(words::texts()),
                _ => None,
            },
            Shape::Number => (!matches!(node.value, Value::Number(..))).then(|| expected(words::a_number())).flatten(),
            Shape::Size | Shape::Count => match &node.value {
                Value::Number(number, _) if *number < 0.0 => {
                    Some(Diagnostic::error("below-zero", words::below_zero(name)).at(place.clone()))
                }
                Value::Number(number, _) if matches!(field.shape, Shape::Count) && number.fract() != 0.0 => {
                    Some(Diagnostic::error("not-whole", words::not_whole(name)).at(place.clone()))
                }
                Value::Number(..) => None,
                _ => expected(words::a_number()),
            },
            Shape::Flag => (!matches!(node.value, Value::Bool(_))).then(|| expected(words::a_flag())).flatten(),
            Shape::Choice(choices) => match node.as_written() {
                Some(word) if choices.contains(&word.as_str()) => None,
                Some(word) => {
                    let known: Vec<String> = choices.iter().map(|choice| format!("`{choice}`")).collect();
                    let help = match nearest(&word, choices.iter().copied()) {
                        Some(near) => words::did_you_mean(near),
                        None => words::write_one_of(list_or(&known)),
                    };
                    let problem = Diagnostic::error("unknown-choice", words::unknown_choice(word, name));
                    Some(problem.at(place.clone()).help(help))
                }
                None => expected(words::a_text()),
            },
            Shape::Day | Shape::DayOrDeadline => match node.as_written() {
                None => expected(words::a_day()),
                Some(word) if matches!(field.shape, Shape::DayOrDeadline) && word == "deadline" => None,
                Some(word) if day(&word).is_some() => None,
                Some(word) => Some(
                    Diagnostic::error("not-a-date", words::not_a_day(word)).at(place.clone()).help(words::day_help()),
                ),
            },
            Shape::Scale => match &node.value {
                Value::List(items) => wrong_word(items, name),
                _ if node.as_written().is_none() => expected(words::a_scale()),
                _ => None,
            },
            Shape::Words => match &node.value {
                Value::List(items) => wrong_word(items, name),
                _ if node.as_written().is_none() => expected(words::word_lists()),
                _ => None,
            },
            Shape::Tests | Shape::Criteria => {
                (!matches!(node.value, Value::List(_))).then(|| expected(words::a_list_of_tests())).flatten()
            }
            Shape::Test => None,
            Shape::Mapping(_) | Shape::Names => {
                (!matches!(node.value, Value::Map(_))).then(|| expected(words::a_mapping())).flatten()
            }
        };
        if let Some(problem) = problem {
            self.wrong.insert(name);
            self.problem(problem);
        }
    }

    /// Tells a problem.
    pub fn problem(&mut self, problem: Diagnostic) {
        self.told = true;
        self.problems.push(problem);
    }

    /// Whether nothing has been told of this mapping.
    #[must_use]
    pub fn ok(&self) -> bool {
        !self.told
    }

    /// Where the mapping is told of as a whole.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place.clone()
    }

    /// Where a field's value stands; the mapping's place where there is none.
    #[must_use]
    pub fn place_of(&self, name: &str) -> Place {
        self.entries.iter().find(|(key, _)| key.value == name).map_or_else(
            || self.place(),
            |(key, node)| if node.value == Value::Null { key.place.clone() } else { node.place.clone() },
        )
    }

    /// A field's key, where it is there.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'a Spanned<String>> {
        self.entries.iter().find(|(key, _)| key.value == name).map(|(key, _)| key)
    }

    /// A field's value, where it is there and well typed.
    #[must_use]
    pub fn node(&self, name: &str) -> Option<&'a Node> {
        if self.wrong.contains(name) {
            return None;
        }
        self.entries.iter().find(|(key, _)| key.value == name).map(|(_, node)| node)
    }

    /// Whether a field is there, well typed or not.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.key(name).is_some()
    }

    fn map<T>(&self, name: &str, read: impl FnOnce(&Node) -> Option<T>) -> Option<Spanned<T>> {
        let node = self.node(name)?;
        Some(Spanned { value: read(node)?, place: node.place.clone() })
    }

    /// A field that holds text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<Spanned<String>> {
        self.map(name, |node| node.as_written().map(|text| text.trim().to_owned()))
    }

    /// A field that names a column.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<Spanned<String>> {
        self.text(name)
    }

    /// A field that names several columns, or holds several texts.
    #[must_use]
    pub fn columns(&self, name: &str) -> Vec<Spanned<String>> {
        let text =
            |node: &Node| Some(Spanned { value: node.as_written()?.trim().to_owned(), place: node.place.clone() });
        match self.node(name) {
            Some(Node { value: Value::List(items), .. }) => items.iter().filter_map(text).collect(),
            Some(node) => text(node).into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// A field that holds a text, or one per language.
    #[must_use]
    pub fn label(&self, name: &str) -> Option<Text> {
        let node = self.node(name)?;
        let Value::Map(entries) = &node.value else {
            return Some(Text::same(node.as_written()?));
        };
        let get =
            |lang: &str| entries.iter().find(|(key, _)| key.value == lang).and_then(|(_, node)| node.as_written());
        let (en, fr) = (get("en"), get("fr"));
        Some(Text { en: en.clone().or_else(|| fr.clone())?, fr: fr.or(en)? })
    }

    /// A field that holds a number.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<Spanned<f64>> {
        self.map(name, |node| match node.value {
            Value::Number(number, _) => Some(number),
            _ => None,
        })
    }

    /// A field that holds true or false.
    #[must_use]
    pub fn flag(&self, name: &str) -> Option<bool> {
        match self.node(name)?.value {
            Value::Bool(flag) => Some(flag),
            _ => None,
        }
    }

    /// A field that holds one of `choices`: its place among them.
    #[must_use]
    pub fn choice(&self, name: &str, choices: &[&str]) -> Option<Spanned<usize>> {
        self.map(name, |node| {
            let word = node.as_written()?;
            choices.iter().position(|choice| *choice == word)
        })
    }

    /// A field that holds a date, or the word `deadline`.
    #[must_use]
    pub fn day_or_deadline(&mut self, name: &str, deadline: Option<NaiveDate>) -> Option<Spanned<NaiveDate>> {
        let word = self.text(name)?;
        let value = if word.value == "deadline" { deadline } else { day(&word.value) };
        match value {
            Some(value) => Some(Spanned { value, place: word.place }),
            None => {
                let problem = Diagnostic::error("no-deadline", words::no_deadline());
                self.problem(problem.at(word.place).help(words::no_deadline_help()));
                None
            }
        }
    }

    /// A field that holds a date.
    #[must_use]
    pub fn day(&self, name: &str) -> Option<Spanned<NaiveDate>> {
        self.map(name, |node| day(&node.as_written()?))
    }

    /// A list whose items are a word, or a word and other words for it; the first is its name.
    #[must_use]
    pub fn words(&self, name: &str) -> Vec<Vec<Spanned<String>>> {
        match self.node(name) {
            Some(Node { value: Value::List(items), .. }) => items.iter().map(item_words).collect(),
            Some(node) => vec![item_words(node)],
            None => Vec::new(),
        }
    }
}

fn item_words(item: &Node) -> Vec<Spanned<String>> {
    let text = |node: &Node| Some(Spanned { value: node.as_written()?, place: node.place.clone() });
    match &item.value {
        Value::List(words) => words.iter().filter_map(text).collect(),
        Value::Map(entries) => {
            entries.iter().flat_map(|(key, node)| std::iter::once(key.clone()).chain(item_words(node))).collect()
        }
        _ => text(item).into_iter().collect(),
    }
}

/// The first item that is neither a word nor a word with other words for it.
fn wrong_word(items: &[Node], name: &str) -> Option<Diagnostic> {
    fn bad(item: &Node) -> Option<&Node> {
        match &item.value {
            Value::List(words) => match words.iter().find(|word| word.as_written().is_none()) {
                None if words.is_empty() => Some(item),
                found => found,
            },
            Value::Map(entries) => match entries.as_slice() {
                [(_, node)] => bad(node),
                _ => Some(item),
            },
            _ => item.as_written().is_none_or(|word| word.trim().is_empty()).then_some(item),
        }
    }
    let item = items.iter().find_map(bad)?;
    let what = words::wrong_type(name, words::word_lists(), kind(&item.value));
    Some(Diagnostic::error("wrong-type", what).at(item.place.clone()))
}

fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()
}

/// What a value is, in words.
fn kind(value: &Value) -> Text {
    match value {
        Value::Null => words::nothing(),
        Value::Bool(_) => words::a_flag(),
        Value::Number(..) => words::a_number(),
        Value::Text(_) => words::a_text(),
        Value::List(_) => words::a_list(),
        Value::Map(_) => words::a_mapping(),
    }
}
