//! A word of a criteria file with the other words for it, in each of the ways that it may be written: `law`,
//! `[law, droit]`, `law: droit`, and `{ en: law, fr: droit, also: [Recht, Jura] }`, which says what it is called in each
//! language.

use super::shape::Field;
use super::texts::{found, short, shown};
use super::tree::{Node, NodeValue, Spanned};
use crate::catalogue::{Text, kinds, list_or, yaml as words};
use crate::diagnostic::Diagnostic;

/// What a word is called in each language, and its other words.
const KEYS: [&str; 3] = ["en", "fr", "also"];

/// A word with the other words for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// What it is called: in each language as the file says, else its first word.
    pub name: Text,
    /// Each of its words, what it is called among them, as they stand in the file.
    pub words: Vec<Spanned<String>>,
}

impl Named {
    /// The word that an item of a list is; nothing where the item is none, which has been told.
    pub(super) fn read(item: &Node) -> Option<Self> {
        let Some(entries) = by_language(item) else {
            let words = words_of(item);
            return Some(Self { name: Text::same(words.first()?.value.clone()), words });
        };
        let all = |key: &str| entries.iter().find(|(known, _)| known.value == key).map(|(_, node)| words_of(node));
        let [en, fr, also] = KEYS.map(|key| all(key).unwrap_or_default());
        let said = |words: &[Spanned<String>]| words.first().map(|word| word.value.clone());
        let name = Text { en: said(&en).or_else(|| said(&fr))?, fr: said(&fr).or_else(|| said(&en))? };
        // One word may be the name in both languages.
        let fr = fr.into_iter().filter(|word| word.value != name.en || en.is_empty());
        let words = en.iter().cloned().chain(fr).chain(also).collect();
        Some(Self { name, words })
    }

    /// Its words, without their places.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.words.iter().map(|word| word.value.clone()).collect()
    }
}

/// The entries of an item that says what it is called in each language. `word: others` has one key, the word.
fn by_language(item: &Node) -> Option<&[(Spanned<String>, Node)]> {
    match &item.value {
        NodeValue::Map(entries) if entries.len() > 1 || entries.iter().any(|(key, _)| is_key(&key.value)) => {
            Some(entries)
        }
        _ => None,
    }
}

fn is_key(word: &str) -> bool {
    KEYS.contains(&word)
}

fn words_of(item: &Node) -> Vec<Spanned<String>> {
    let text = |node: &Node| Some(Spanned { value: node.as_written()?, place: node.place.clone() });
    match &item.value {
        NodeValue::List(words) => words.iter().filter_map(text).collect(),
        NodeValue::Map(entries) => {
            entries.iter().flat_map(|(key, node)| std::iter::once(key.clone()).chain(words_of(node))).collect()
        }
        _ => text(item).into_iter().collect(),
    }
}

/// What is wrong with an item of a field's list, if something is.
pub(super) fn wrong(field: &Field, item: &Node) -> Option<Diagnostic> {
    if let Some(entries) = by_language(item) {
        return wrong_entries(field, entries, item);
    }
    match &item.value {
        NodeValue::List(words) if !words.is_empty() => words.iter().find_map(|word| wrong_word(field, word)),
        NodeValue::Map(entries) => match entries.as_slice() {
            [(key, node)] => shown(field.name, &key.value, &key.place).or_else(|| wrong(field, node)),
            _ => wrong_word(field, item),
        },
        _ => wrong_word(field, item),
    }
}

/// A word that is none.
fn wrong_word(field: &Field, word: &Node) -> Option<Diagnostic> {
    match word.as_written() {
        Some(text) if text.trim().is_empty() => {
            let problem = Diagnostic::error("empty-text", words::empty_item(field.name)).at(word.place.clone());
            Some(problem.help(words::write_such_as(field.example())))
        }
        Some(text) => shown(field.name, &text, &word.place),
        None => {
            let what = words::wrong_type(field.name, words::word_lists(), found(&word.value));
            let help = words::write_such_as(field.example());
            Some(Diagnostic::error("wrong-type", what).at(word.place.clone()).help(help))
        }
    }
}

/// What is wrong with a word that says what it is called in each language.
fn wrong_entries(field: &Field, entries: &[(Spanned<String>, Node)], item: &Node) -> Option<Diagnostic> {
    let named = |name: &str| entries.iter().find(|(key, _)| key.value == name);
    let wrong = entries.iter().enumerate().find_map(|(at, (key, node))| {
        let first = entries[..at].iter().find(|(other, _)| other.value == key.value);
        match first {
            Some((first, _)) => {
                let what = words::key_twice(&key.value, first.place.line.to_string());
                let problem = Diagnostic::error("key-twice", what).at(key.place.clone());
                Some(problem.help(words::key_twice_help()))
            }
            None => wrong_entry(field, key, node),
        }
    });
    let missing = || {
        let what = kinds::one_is_needed(list_or(&["`en`", "`fr`"]));
        (named("en").is_none() && named("fr").is_none())
            .then(|| Diagnostic::error("missing-field", what).at(item.place.clone()).help(words::word_help()))
    };
    // Alone, a language may as well be the word itself.
    let alone = || match entries {
        [(key, node)] => {
            let word = short(&node.as_written().unwrap_or_default());
            let problem = Diagnostic::error("one-language", words::one_language(&key.value, &word));
            Some(problem.at(key.place.clone()).help(words::one_language_help(&key.value, &word)))
        }
        _ => None,
    };
    wrong.or_else(missing).or_else(alone)
}

fn wrong_entry(field: &Field, key: &Spanned<String>, node: &Node) -> Option<Diagnostic> {
    let name = key.value.as_str();
    if !is_key(name) {
        let meant = KEYS.into_iter().find(|known| name.trim().eq_ignore_ascii_case(known));
        let help = meant.map_or_else(words::word_help, words::did_you_mean);
        let what = words::unknown_key(short(name), words::a_word_of(field.name));
        return Some(Diagnostic::error("unknown-key", what).at(key.place.clone()).help(help));
    }
    let items = match &node.value {
        NodeValue::List(items) if name == "also" => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    if items.is_empty() {
        let problem = Diagnostic::error("empty-list", words::empty_text(name)).at(node.place.clone());
        return Some(problem.help(words::word_help()));
    }
    items.iter().find_map(|item| match item.as_written() {
        Some(text) if text.trim().is_empty() => {
            let problem = Diagnostic::error("empty-text", words::empty_text(name)).at(item.place.clone());
            Some(problem.help(words::word_help()))
        }
        Some(text) => shown(field.name, &text, &item.place),
        None => {
            let expected = if name == "also" { words::texts() } else { words::a_text() };
            let problem = Diagnostic::error("wrong-type", words::wrong_type(name, expected, found(&item.value)));
            let place = if item.value == NodeValue::Null { &key.place } else { &item.place };
            Some(problem.at(place.clone()).help(words::word_help()))
        }
    })
}
