//! `--set english.weight=5`: a value of the criteria file, another one for this run.
//!
//! The value takes its place in the tree before anything is read, so that it is checked like every other: what is wrong
//! with it is told with the words that tell it in a file.

use super::{CRITERION, FORMATS, POSTING};
use crate::catalogue::{Text, criteria as words, list_and, yaml as yaml_words};
use crate::diagnostic::{Diagnostic, Place};
use crate::kinds::KINDS;
use crate::yaml::{self, Field, Node, NodeValue, Spanned, nearest, short};

/// One value of a criteria file to be another: a dotted name, and what it is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set {
    /// The name: `english.weight`, `formats.dates`.
    pub path: String,
    /// The value, as a criteria file writes it.
    pub value: String,
}

impl Set {
    /// As it is typed: `english.weight=5`.
    #[must_use]
    pub fn typed(&self) -> String {
        format!("{}={}", self.path, self.value)
    }

    fn place(&self) -> Place {
        Place::file(&format!("--set {}", self.typed()))
    }

    /// The value as a file would have it; what is no YAML is text.
    fn node(&self) -> Node {
        let place = self.place();
        let name = place.file.to_string();
        let value = match yaml::parse(&name, &self.value) {
            Ok(Node { value, .. }) => value,
            Err(_) if self.value.trim().is_empty() => NodeValue::Null,
            Err(_) => NodeValue::Text(self.value.trim().to_owned()),
        };
        Node { value, place }
    }

    /// Puts the value into the tree.
    ///
    /// # Errors
    /// There is no such criterion, or it has no such field; with the nearest name, or all there are.
    pub(super) fn apply(&self, tree: &mut Node) -> Result<(), Diagnostic> {
        let (first, rest) = self.path.split_once('.').unwrap_or((&self.path, ""));
        for (name, fields) in [("formats", FORMATS), ("posting", POSTING)] {
            if first == name {
                let field = self.known(rest, fields.iter(), &Text::same(format!("`{name}`")))?;
                if let Some(entries) = mapping(tree, name, &self.place()) {
                    put(entries, field, self.node(), &self.place());
                }
                return Ok(());
            }
        }
        let ids = ids(tree);
        // An id may have points of its own.
        let id = ids.iter().filter(|id| self.path.strip_prefix(*id).is_some_and(|rest| rest.starts_with('.')));
        let Some(id) = id.max_by_key(|id| id.len()) else { return Err(self.no_such_criterion(first, &ids)) };
        let rest = self.path[id.len() + 1..].to_owned();
        let Some(criterion) = criterion(tree, id) else { return Err(self.no_such_criterion(first, &ids)) };
        self.put_in_criterion(id, &rest, criterion)
    }

    fn put_in_criterion(
        &self,
        id: &str,
        rest: &str,
        criterion: &mut Vec<(Spanned<String>, Node)>,
    ) -> Result<(), Diagnostic> {
        let place = self.place();
        let kind = KINDS.iter().find(|kind| criterion.iter().any(|(key, _)| key.value == kind.key));
        let of_test = kind.map_or(&[][..], |kind| kind.fields);
        // The test may be named: `english.language.at_least`.
        let rest = kind.and_then(|kind| rest.strip_prefix(kind.key)?.strip_prefix('.')).unwrap_or(rest);
        let own = CRITERION.iter().filter(|field| field.name != "id");
        let field = self.known(rest, own.chain(of_test), &words::the_criterion(short(id)))?;
        let test = kind.filter(|_| of_test.iter().any(|one| one.name == field));
        let entries = match test.and_then(|kind| criterion.iter().position(|(key, _)| key.value == kind.key)) {
            Some(at) => self::entries(&mut criterion[at].1),
            None => Some(criterion),
        };
        entries.into_iter().for_each(|entries| put(entries, field, self.node(), &place));
        Ok(())
    }

    /// The field of this name.
    fn known<'a>(
        &self,
        name: &str,
        fields: impl Iterator<Item = &'a Field>,
        what: &Text,
    ) -> Result<&'a str, Diagnostic> {
        let names: Vec<&str> = fields.map(|field| field.name).collect();
        if let Some(name) = names.iter().find(|known| **known == name) {
            return Ok(name);
        }
        let problem = Diagnostic::error("set-unknown-field", words::set_no_field(short(name), what)).at(self.place());
        Err(problem.help(match nearest(name, names.iter().copied()).filter(|_| !name.is_empty()) {
            Some(near) => yaml_words::did_you_mean(near),
            None => {
                let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
                yaml_words::known_keys(names.len(), list_and(&names))
            }
        }))
    }

    fn no_such_criterion(&self, name: &str, ids: &[String]) -> Diagnostic {
        let problem = Diagnostic::error("set-unknown-criterion", words::set_no_criterion(short(name)));
        let known = ids.iter().map(String::as_str).chain(["formats", "posting"]);
        problem.at(self.place()).help(match nearest(name, known.clone()) {
            Some(near) => yaml_words::did_you_mean(near),
            None => words::set_criteria_there(list_and(&known.map(|id| format!("`{id}`")).collect::<Vec<_>>())),
        })
    }
}

fn ids(tree: &Node) -> Vec<String> {
    let NodeValue::Map(entries) = &tree.value else { return Vec::new() };
    let criteria = entries.iter().find(|(key, _)| key.value == "criteria");
    let Some((_, Node { value: NodeValue::List(criteria), .. })) = criteria else { return Vec::new() };
    criteria.iter().filter_map(id_of).collect()
}

fn id_of(criterion: &Node) -> Option<String> {
    let NodeValue::Map(entries) = &criterion.value else { return None };
    entries.iter().find(|(key, _)| key.value == "id").and_then(|(_, node)| node.as_written())
}

/// The entries of a criterion.
fn criterion<'a>(tree: &'a mut Node, id: &str) -> Option<&'a mut Vec<(Spanned<String>, Node)>> {
    let (_, criteria) = entries(tree)?.iter_mut().find(|(key, _)| key.value == "criteria")?;
    let NodeValue::List(criteria) = &mut criteria.value else { return None };
    entries(criteria.iter_mut().find(|one| id_of(one).as_deref() == Some(id))?)
}

/// The entries of a mapping at the top, made where the file does not have it.
fn mapping<'a>(tree: &'a mut Node, name: &str, place: &Place) -> Option<&'a mut Vec<(Spanned<String>, Node)>> {
    let entries = entries(tree)?;
    if !entries.iter().any(|(key, _)| key.value == name) {
        put(entries, name, Node { value: NodeValue::Map(Vec::new()), place: place.clone() }, place);
    }
    let (_, node) = entries.iter_mut().find(|(key, _)| key.value == name)?;
    if node.value == NodeValue::Null {
        node.value = NodeValue::Map(Vec::new());
    }
    self::entries(node)
}

/// The entries of a mapping; what is no mapping is told when it is read.
fn entries(node: &mut Node) -> Option<&mut Vec<(Spanned<String>, Node)>> {
    if let NodeValue::Map(entries) = &mut node.value { Some(entries) } else { None }
}

fn put(entries: &mut Vec<(Spanned<String>, Node)>, name: &str, node: Node, place: &Place) {
    match entries.iter_mut().find(|(key, _)| key.value == name) {
        Some((key, old)) => (key.place, *old) = (place.clone(), node),
        None => entries.push((Spanned { value: name.to_owned(), place: place.clone() }, node)),
    }
}
