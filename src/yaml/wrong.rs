//! What is wrong with the value of a field, and what to write instead.

use super::days::{day, day_help};
use super::meant;
use super::named;
use super::shape::{Field, Shape};
use super::texts::{MOST_IN_TEXT, found, long, short, shown, unseen};
use super::tree::{Node, NodeValue, Spanned};
use crate::catalogue::unseen::{is_odd_space, is_unseen};
use crate::catalogue::{Text, list_and, list_or, yaml as words};
use crate::diagnostic::{Diagnostic, Place};

/// Numbers of this size and more are refused, so that sums of them are numbers still.
pub const MOST_NUMBER: f64 = 1e15;
/// More characters than this are no name of a criterion.
const MOST_IN_ID: usize = 100;
/// More than this are not the words of one requirement.
const MOST_IN_QUOTE: usize = 20_000;

/// A field with its key and its value, to be looked at.
struct PlacedField<'a> {
    field: &'a Field,
    key: &'a Spanned<String>,
    node: &'a Node,
}

/// What is wrong with a field's value, if something is.
pub(super) fn wrong(field: &Field, key: &Spanned<String>, node: &Node) -> Option<Diagnostic> {
    let at = PlacedField { field, key, node };
    match field.shape {
        Shape::Text | Shape::Id | Shape::Column | Shape::Step | Shape::Language => at.text(),
        Shape::Label => at.label(),
        Shape::Columns | Shape::Texts => at.texts(),
        Shape::Missing => at.missing(),
        Shape::Number | Shape::Size | Shape::Count => at.number(),
        Shape::Flag => at.flag(),
        Shape::Choice(choices) => at.choice(choices),
        Shape::Day | Shape::DayOrDeadline => at.day(),
        Shape::Scale => at.words(words::a_scale()),
        Shape::Words => at.words(words::word_lists()),
        Shape::Tests => at.list(words::a_list_of_tests(), words::tests_help()),
        Shape::Criteria => at.list(words::a_list_of_criteria(), words::criteria_help()),
        Shape::Test => None,
        Shape::Mapping(_) | Shape::Names | Shape::Taught | Shape::Examples => match node.value {
            NodeValue::Map(_) => None,
            _ => at.not(words::a_mapping()),
        },
    }
}

impl PlacedField<'_> {
    /// Where the value stands; its key where there is none.
    fn place(&self) -> Place {
        if self.node.value == NodeValue::Null { self.key.place.clone() } else { self.node.place.clone() }
    }

    fn tell(&self, code: &'static str, what: Text, help: Text) -> Option<Diagnostic> {
        Some(Diagnostic::error(code, what).at(self.place()).help(help))
    }

    /// The field as it could be written.
    fn write(&self) -> Text {
        words::write_such_as(self.field.example())
    }

    /// The value is something else than is expected.
    fn not(&self, expected: Text) -> Option<Diagnostic> {
        self.not_but(expected, self.write())
    }

    fn not_but(&self, expected: Text, help: Text) -> Option<Diagnostic> {
        let what = words::wrong_type(self.field.name, expected, found(&self.node.value));
        // A mark that takes the text for itself leaves nothing: `label: !new`.
        let help = match taken_by_a_mark(self.key).filter(|_| self.node.value == NodeValue::Null) {
            Some(mark) => words::mark_help(mark.to_string()),
            None => help,
        };
        self.tell("wrong-type", what, help)
    }

    fn text(&self) -> Option<Diagnostic> {
        let name = self.field.name;
        let Some(text) = self.node.as_written() else {
            return match &self.node.value {
                NodeValue::List(items) if let [one] = items.as_slice() => match one.as_written() {
                    Some(one) => self.not_but(words::a_text(), words::write_help(format!("{name}: {}", short(&one)))),
                    None => self.not(words::a_text()),
                },
                _ => self.not(words::a_text()),
            };
        };
        if text.trim().is_empty() {
            return self.tell("empty-text", words::empty_text(name), self.write());
        }
        match self.field.shape {
            Shape::Id => long(name, &text, MOST_IN_ID, &self.node.place)
                .or_else(|| unseen(name, text.trim(), &self.node.place, |c| is_unseen(c) || is_odd_space(c))),
            Shape::Column | Shape::Step => shown(name, &text, &self.node.place),
            _ if name == "quote" => long(name, &text, MOST_IN_QUOTE, &self.node.place),
            _ => long(name, &text, MOST_IN_TEXT, &self.node.place),
        }
    }

    fn label(&self) -> Option<Diagnostic> {
        let NodeValue::Map(entries) = &self.node.value else {
            return match self.node.as_written() {
                Some(text) => self.label_text(&text, &self.node.place),
                None => self.not(words::a_label()),
            };
        };
        for (key, value) in entries {
            let Some(text) = value.as_written() else { return self.not_but(words::a_label(), words::label_help()) };
            if !matches!(key.value.as_str(), "en" | "fr") {
                let what = words::unknown_key(&key.value, format!("`{}`", self.field.name));
                let known = words::known_keys(2, list_and(&["`en`", "`fr`"]));
                return Some(Diagnostic::error("unknown-key", what).at(key.place.clone()).help(known));
            }
            if let Some(problem) = self.label_text(&text, &value.place) {
                return Some(problem);
            }
        }
        if entries.is_empty() { self.not_but(words::a_label(), words::label_help()) } else { None }
    }

    /// A label in one language: an empty one would leave what it names without a name.
    fn label_text(&self, text: &str, place: &Place) -> Option<Diagnostic> {
        if text.trim().is_empty() {
            let problem = Diagnostic::error("empty-text", words::empty_text(self.field.name)).at(place.clone());
            return Some(problem.help(self.write()));
        }
        shown(self.field.name, text, place)
    }

    fn texts(&self) -> Option<Diagnostic> {
        let name = self.field.name;
        let items = match &self.node.value {
            NodeValue::List(items) => items.as_slice(),
            _ if self.node.as_written().is_some() => std::slice::from_ref(self.node),
            _ => return self.not(words::texts()),
        };
        if items.is_empty() && matches!(self.field.shape, Shape::Columns) {
            return self.tell("empty-list", words::empty_text(name), self.write());
        }
        items.iter().find_map(|item| match item.as_written() {
            None => {
                let what = words::wrong_type(name, words::texts(), found(&item.value));
                Some(Diagnostic::error("wrong-type", what).at(item.place.clone()).help(self.write()))
            }
            Some(text) if text.trim().is_empty() && matches!(self.field.shape, Shape::Columns) => {
                let problem = Diagnostic::error("empty-text", words::empty_item(name)).at(item.place.clone());
                Some(problem.help(self.write()))
            }
            Some(text) => shown(name, &text, &item.place),
        })
    }

    /// Texts, or `only:` with texts below it.
    fn missing(&self) -> Option<Diagnostic> {
        let items = match &self.node.value {
            NodeValue::Map(entries) => match entries.as_slice() {
                [(key, only)] if key.value == "only" => only,
                _ => return self.not_but(words::missing_words(), words::missing_help()),
            },
            _ => self.node,
        };
        let well = match &items.value {
            NodeValue::List(items) => items.iter().all(|item| item.as_written().is_some()),
            _ => items.as_written().is_some(),
        };
        if well { None } else { self.not_but(words::missing_words(), words::missing_help()) }
    }

    fn number(&self) -> Option<Diagnostic> {
        let name = self.field.name;
        let said = |number: f64| words::write_help(format!("{name}: {number}"));
        let NodeValue::Number(number, _) = self.node.value else {
            // "20%", "7 years", "7,5"
            let digits = self.node.as_written().and_then(|text| number_within(&text));
            return self.not_but(words::a_number(), digits.map_or_else(|| self.write(), said));
        };
        if number.abs() > MOST_NUMBER {
            return self.tell("too-large", words::too_large_number(name), self.write());
        }
        match self.field.shape {
            Shape::Size | Shape::Count if number < 0.0 => {
                self.tell("below-zero", words::below_zero(name), said(number.abs().ceil()))
            }
            Shape::Count if number.fract() != 0.0 => {
                let help = [number.floor(), number.ceil()].map(|number| format!("`{name}: {number}`"));
                self.tell("not-whole", words::not_whole(name), words::write_one_of(list_or(&help)))
            }
            _ => None,
        }
    }

    fn flag(&self) -> Option<Diagnostic> {
        let name = self.field.name;
        let said = match &self.node.value {
            NodeValue::Bool(_) => return None,
            _ => self.node.as_written().unwrap_or_default().trim().to_lowercase(),
        };
        let help = match &*said {
            "yes" | "oui" | "on" | "1" | "y" | "o" | "vrai" => words::write_help(format!("{name}: true")),
            "no" | "non" | "off" | "0" | "n" | "faux" => words::write_help(format!("{name}: false")),
            _ => words::write_one_of(list_or(&[format!("`{name}: true`"), format!("`{name}: false`")])),
        };
        self.not_but(words::a_flag(), help)
    }

    fn choice(&self, choices: &[&str]) -> Option<Diagnostic> {
        let name = self.field.name;
        let known: Vec<String> = choices.iter().map(|choice| format!("`{name}: {choice}`")).collect();
        let all = || words::write_one_of(list_or(&known));
        let Some(word) = self.node.as_written() else { return self.not_but(words::a_text(), all()) };
        if choices.contains(&word.as_str()) {
            return None;
        }
        let help = match meant::choice(&word, choices) {
            Some(near) => words::did_you_mean(format!("{name}: {near}")),
            None => all(),
        };
        self.tell("unknown-choice", words::unknown_choice(short(&word), name), help)
    }

    fn day(&self) -> Option<Diagnostic> {
        match self.node.as_written() {
            None => self.not(words::a_day()),
            Some(word) if matches!(self.field.shape, Shape::DayOrDeadline) && word == "deadline" => None,
            Some(word) if day(&word).is_some() => None,
            Some(word) => self.tell("not-a-date", words::not_a_day(short(&word)), day_help(&word)),
        }
    }

    fn words(&self, expected: Text) -> Option<Diagnostic> {
        match &self.node.value {
            NodeValue::List(items) => items.iter().find_map(|item| named::wrong(self.field, item)),
            _ if self.node.as_written().is_none() => self.not(expected),
            _ => None,
        }
    }

    fn list(&self, expected: Text, help: Text) -> Option<Diagnostic> {
        if matches!(self.node.value, NodeValue::List(_)) { None } else { self.not_but(expected, help) }
    }
}

/// The mark that begins what stands after a key, where it takes the text for itself.
fn taken_by_a_mark(key: &Spanned<String>) -> Option<char> {
    let line = key.place.text.as_deref()?;
    let (_, value) = line.split_once(&format!("{}:", key.value))?;
    value.trim_start().chars().next().filter(|c| matches!(c, '!' | '&'))
}

/// The number that a text begins with: 20 of "20%", 7.5 of "7,5".
fn number_within(text: &str) -> Option<f64> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    // "1,500" and "1 500" say more than one thing.
    let thousands = number.split_once(',').is_some_and(|(_, part)| part.len() == 3);
    let more = rest.contains(|c: char| c.is_ascii_digit());
    let number = number.replace(',', ".").parse().ok().filter(|number: &f64| *number < MOST_NUMBER);
    number.filter(|_| !thousands && !more)
}
