//! The words of a posting and its criteria, which say nothing of any candidate.

use std::collections::HashSet;

use super::{Criteria, Criterion};
use crate::veil::known_words;
use crate::yaml::{Node, NodeValue};

impl Criteria {
    /// The words of the file and of what its criteria ask, folded. Few runs hide anybody, so that they are not at hand.
    #[must_use]
    pub fn words(&self) -> HashSet<String> {
        self.texts.iter().flat_map(|text| known_words(text)).collect()
    }
}

/// The texts of the file, and what its criteria ask.
pub(super) fn texts_of(tree: &Node, criteria: &[Criterion]) -> Vec<String> {
    let mut texts = Vec::new();
    let mut nodes = vec![tree];
    while let Some(node) = nodes.pop() {
        match &node.value {
            NodeValue::List(items) => nodes.extend(items),
            NodeValue::Map(entries) => {
                texts.extend(entries.iter().map(|(key, _)| key.value.clone()));
                nodes.extend(entries.iter().map(|(_, node)| node));
            }
            _ => texts.extend(node.as_written()),
        }
    }
    for asked in criteria.iter().map(|criterion| criterion.rule.requirement()) {
        texts.extend([asked.en, asked.fr]);
    }
    texts
}
