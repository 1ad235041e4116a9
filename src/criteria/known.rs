//! The words of a posting and its criteria, which say nothing of any candidate.

use std::collections::HashSet;

use super::Criterion;
use crate::veil::known_words;
use crate::yaml::{Node, NodeValue};

/// The words of the file, and of what its criteria ask.
pub(super) fn words_of(tree: &Node, criteria: &[Criterion]) -> HashSet<String> {
    let mut known = HashSet::new();
    let mut nodes = vec![tree];
    while let Some(node) = nodes.pop() {
        match &node.value {
            NodeValue::List(items) => nodes.extend(items),
            NodeValue::Map(entries) => {
                known.extend(entries.iter().flat_map(|(key, _)| known_words(&key.value)));
                nodes.extend(entries.iter().map(|(_, node)| node));
            }
            _ => known.extend(node.as_written().iter().flat_map(|text| known_words(text))),
        }
    }
    for asked in criteria.iter().map(|criterion| criterion.rule.requirement()) {
        known.extend(known_words(&asked.en).chain(known_words(&asked.fr)));
    }
    known
}
