//! The tree: values with places.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::DuplicateKeyPolicy;

use super::lines::Lines;
use super::slips;
use crate::catalogue::yaml as words;
use crate::diagnostic::{Diagnostic, Place};

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

/// A node of the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it holds.
    pub value: NodeValue,
    /// Where it starts.
    pub place: Place,
}

/// What a node holds.
#[derive(Clone, Debug, PartialEq)]
pub enum NodeValue {
    /// Nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, and how it is written.
    Number(f64, String),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A mapping, in the file's order; keys may repeat.
    Map(Vec<(Spanned<String>, Node)>),
}

impl Node {
    /// A scalar as it is written: text, a number, true or false.
    #[must_use]
    pub fn as_written(&self) -> Option<String> {
        match &self.value {
            NodeValue::Text(text) | NodeValue::Number(_, text) => Some(text.clone()),
            NodeValue::Bool(flag) => Some(flag.to_string()),
            NodeValue::Null | NodeValue::List(_) | NodeValue::Map(_) => None,
        }
    }
}

/// A criteria file larger than this is refused before it is parsed.
pub const MOST_BYTES: usize = 1 << 20;
/// Nested deeper than this is refused.
pub(super) const MOST_DEPTH: usize = 64;
/// More values than this are refused.
pub(super) const MOST_NODES: usize = 200_000;

/// The tree of a YAML text; `file` is the name that places carry.
///
/// # Errors
/// A text over 1 MiB, nested too deep, with too many values or aliases, or that is not YAML; an empty one; several
/// documents.
pub fn parse(file: &str, text: &str) -> Result<Node, Diagnostic> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let place = Place::file(file);
    if text.len() > MOST_BYTES {
        return Err(Diagnostic::error("file-too-large", words::too_large(text.len()))
            .at(place)
            .help(words::too_large_help()));
    }
    let nothing = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#') || line.trim() == "---";
    if text.lines().all(nothing) {
        return Err(Diagnostic::error("empty-criteria", words::empty()).at(place).help(words::empty_help()));
    }
    let lines = Lines::new(file, text);
    if let Some(place) = lines.too_deep(2 * MOST_DEPTH) {
        return Err(slips::too_deep().at(place));
    }
    let raw: RawNode =
        serde_yaml::from_str_with_options(text, options()).map_err(|error| slips::told(&lines, &error))?;
    Ok(lines.node(raw))
}

fn options() -> serde_yaml::Options {
    let mut options = serde_yaml::Options::default();
    options.strict_booleans = true;
    options.with_snippet = false;
    options.duplicate_keys = DuplicateKeyPolicy::PassThrough;
    options.non_finite_float_policy = serde_yaml::options::NonFiniteFloatPolicy::AsString;
    let mut budget = serde_yaml::budget::Budget::default();
    budget.max_depth = MOST_DEPTH;
    budget.max_nodes = MOST_NODES;
    budget.max_events = 2 * MOST_NODES;
    budget.max_aliases = 1000;
    budget.max_anchors = 1000;
    budget.max_documents = 1;
    budget.max_total_scalar_bytes = 2 * MOST_BYTES;
    options.budget = Some(budget);
    options.alias_limits.max_total_replayed_events = MOST_NODES;
    options
}

/// A node as the YAML crate gives it.
pub(super) struct RawNode(pub serde_yaml::Spanned<RawValue>);

pub(super) enum RawValue {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<RawNode>),
    Map(Vec<(RawNode, RawNode)>),
}

impl<'de> Deserialize<'de> for RawNode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        serde_yaml::Spanned::deserialize(deserializer).map(RawNode)
    }
}

impl<'de> Deserialize<'de> for RawValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

/// Takes whatever value there is.
struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = RawValue;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<RawValue, E> {
        Ok(RawValue::Null)
    }

    fn visit_none<E>(self) -> Result<RawValue, E> {
        Ok(RawValue::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<RawValue, D::Error> {
        RawValue::deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<RawValue, E> {
        Ok(RawValue::Bool(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "sizes in a criteria file are small")]
    fn visit_i64<E>(self, value: i64) -> Result<RawValue, E> {
        Ok(RawValue::Number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "sizes in a criteria file are small")]
    fn visit_u64<E>(self, value: u64) -> Result<RawValue, E> {
        Ok(RawValue::Number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "sizes in a criteria file are small")]
    fn visit_i128<E>(self, value: i128) -> Result<RawValue, E> {
        Ok(RawValue::Number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "sizes in a criteria file are small")]
    fn visit_u128<E>(self, value: u128) -> Result<RawValue, E> {
        Ok(RawValue::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<RawValue, E> {
        Ok(RawValue::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<RawValue, E> {
        Ok(RawValue::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<RawValue, E> {
        Ok(RawValue::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<RawValue, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(RawValue::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawValue, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(RawValue::Map(entries))
    }
}
