//! Reading a mapping by a table of its fields.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::days::day;
use super::texts;
use super::wrong::wrong;
use super::{Field, Named, Node, NodeValue, Shape, Spanned, meant};
use crate::catalogue::{Text, list_and, to, yaml as words};
use crate::diagnostic::{Diagnostic, Place};

/// The fields of one mapping. Every mistake in how they are written is told when the mapping is opened, once; what
/// is asked for later is well typed, or not there.
pub struct Fields<'a, 'p> {
    entries: &'a [(Spanned<String>, Node)],
    place: Place,
    /// Fields that are there and wrong.
    wrong: HashSet<&'static str>,
    /// Fields that are there under a name that does not exist.
    meant: HashSet<&'static str>,
    /// Fields of a test stand beside it.
    strays: bool,
    is_mapping: bool,
    /// How many keys do not exist.
    unknown: usize,
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
        let mut fields = Self {
            entries: &[],
            place: place.clone(),
            wrong: HashSet::new(),
            meant: HashSet::new(),
            strays: false,
            is_mapping: matches!(node.value, NodeValue::Map(_)),
            unknown: 0,
            problems,
            told: false,
        };
        let NodeValue::Map(entries) = &node.value else {
            let problem = Diagnostic::error("wrong-type", words::not_a_mapping(what, texts::found(&node.value)));
            let at = if node.value == NodeValue::Null { place } else { &node.place };
            fields.problem(problem.at(at.clone()).help(within_braces(node, &table)));
            return fields;
        };
        fields.entries = entries;
        let mut first: HashMap<&str, u64> = HashMap::new();
        for (key, node) in entries {
            match first.entry(&key.value) {
                Entry::Occupied(line) => {
                    let what = words::key_twice(&key.value, line.get().to_string());
                    let problem = Diagnostic::error("key-twice", what).at(key.place.clone());
                    fields.problem(problem.help(words::key_twice_help()));
                    continue;
                }
                Entry::Vacant(vacant) => vacant.insert(key.place.line),
            };
            match table.iter().find(|field| field.name == key.value) {
                Some(field) => fields.check(field, key, node),
                None => fields.unknown(key, node, &table, what),
            }
        }
        for field in table.iter().filter(|field| field.required) {
            if !fields.has(field.name) {
                let problem = Diagnostic::error("missing-field", words::missing_field(field.name, to(what)));
                fields.problem(problem.at(place.clone()).help(words::write_such_as(field.example())));
            }
        }
        fields
    }

    /// Tells a value of the wrong type.
    fn check(&mut self, field: &'static Field, key: &Spanned<String>, node: &Node) {
        if let Some(problem) = wrong(field, key, node) {
            self.wrong.insert(field.name);
            self.problem(problem);
        }
    }

    /// Tells a key that does not exist. The field that was meant counts as there: one slip is told once.
    fn unknown(&mut self, key: &Spanned<String>, node: &Node, table: &[&'static Field], what: &Text) {
        /// Of so many in one mapping it is asked what was meant.
        const ASKED: usize = 50;
        self.unknown += 1;
        if self.unknown > ASKED {
            let problem = Diagnostic::error("unknown-key", words::unknown_key(texts::short(&key.value), what));
            return self.problem(problem.at(key.place.clone()).help(words::mapping_help()));
        }
        let known: Vec<&'static str> = table.iter().map(|field| field.name).collect();
        let there = |name: &str| self.entries.iter().any(|(key, _)| key.value == name);
        let value = node.as_written();
        let (of_criterion, of_file) = (known.contains(&"need"), known.contains(&"version"));
        let of_the_file = !of_file && meant::is_of_the_file(&key.value);
        let of = table.iter().find(|field| matches!(field.shape, Shape::Tests));
        let help = match meant::field(&key.value, value.as_deref(), &known) {
            _ if is_quoted_otherwise(key) => words::straight_quotes(),
            _ if of_criterion && !of_the_file && meant::is_of_a_test(&key.value) => {
                self.strays = true;
                words::within_test()
            }
            Some((field, write)) if there(field) && field == write => words::meant_twice(field),
            Some((field, write)) => {
                self.meant.insert(field);
                if field == write { words::did_you_mean(write) } else { words::write_help(write) }
            }
            None if of_the_file => words::of_the_file(&key.value),
            None if of.is_some() && matches!(node.value, NodeValue::Map(_)) => {
                self.meant.extend(of.map(|of| of.name));
                words::tests_within(&key.value)
            }
            None if known.iter().any(|name| meant::is_of_a_test(name)) && meant::is_of_a_criterion(&key.value) => {
                words::beside_test()
            }
            None => {
                let names: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
                words::known_keys(names.len(), list_and(&names))
            }
        };
        let what = match texts::short(&key.value) {
            name if name.is_empty() => words::no_name(what),
            name => words::unknown_key(name, what),
        };
        self.problem(Diagnostic::error("unknown-key", what).at(key.place.clone()).help(help));
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
            |(key, node)| if node.value == NodeValue::Null { key.place.clone() } else { node.place.clone() },
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
        self.value(name)
    }

    /// A field's value, well typed or not.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&'a Node> {
        self.entries.iter().find(|(key, _)| key.value == name).map(|(_, node)| node)
    }

    /// Whether a field is there, well typed or not, or under a name that was told; whether it would be is not known where
    /// there is no mapping, which was told.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        !self.is_mapping || self.key(name).is_some() || self.meant.contains(name)
    }

    /// Whether fields of a test stand beside it, which was told.
    #[must_use]
    pub fn has_strays(&self) -> bool {
        self.strays
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
        let node = self.node(name).map(|node| only(node).unwrap_or(node));
        match node {
            Some(Node { value: NodeValue::List(items), .. }) => items.iter().filter_map(text).collect(),
            Some(node) => text(node).into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// Whether a field's texts stand under `only`.
    #[must_use]
    pub fn alone(&self, name: &str) -> bool {
        self.node(name).and_then(only).is_some()
    }

    /// A field that holds a text, or one per language.
    #[must_use]
    pub fn label(&self, name: &str) -> Option<Text> {
        let node = self.node(name)?;
        let NodeValue::Map(entries) = &node.value else {
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
            NodeValue::Number(number, _) => Some(number),
            _ => None,
        })
    }

    /// A field that holds true or false.
    #[must_use]
    pub fn flag(&self, name: &str) -> Option<bool> {
        match self.node(name)?.value {
            NodeValue::Bool(flag) => Some(flag),
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

    /// A list whose items are each a word with other words for it.
    #[must_use]
    pub fn words(&self, name: &str) -> Vec<Named> {
        match self.node(name) {
            Some(Node { value: NodeValue::List(items), .. }) => items.iter().filter_map(Named::read).collect(),
            Some(node) => Named::read(node).into_iter().collect(),
            None => Vec::new(),
        }
    }
}

/// What stands under `only`.
fn only(node: &Node) -> Option<&Node> {
    match &node.value {
        NodeValue::Map(entries) => entries.iter().find(|(key, _)| key.value == "only").map(|(_, node)| node),
        _ => None,
    }
}

/// Whether a key is the end of a text between quotes that are none in YAML: `label: “Experience, years”`.
fn is_quoted_otherwise(key: &Spanned<String>) -> bool {
    let quote = |c: char| matches!(c, '“' | '”' | '„' | '«' | '»' | '‘' | '’');
    let line = key.place.text.as_deref().unwrap_or_default();
    key.value.ends_with(quote) && line.matches(quote).count() > 1
}

/// How a mapping is written, with what was written in its place.
fn within_braces(node: &Node, table: &[&'static Field]) -> Text {
    let one = |name: &str| table.iter().find(|field| field.name == name);
    if matches!(node.value, NodeValue::List(_)) && table.iter().any(|field| matches!(field.shape, Shape::Tests)) {
        return words::tests_in_list();
    }
    let Some(column) = one("column") else { return words::mapping_help() };
    let written = node.as_written().map(|written| texts::short(&written)).unwrap_or_default();
    words::write_help(match (&node.value, one("at_least")) {
        (NodeValue::Number(..), Some(_)) => format!("{{ {}, at_least: {written} }}", column.example().en),
        (NodeValue::Text(_), _) if !written.is_empty() => format!("{{ column: {written} }}"),
        _ => format!("{{ {} }}", column.example().en),
    })
}
