//! Examples of cells under a criterion, and what it is to say of each: held by `screen check`.

use crate::catalogue::{criteria as words, list_or};
use crate::diagnostic::Diagnostic;
use crate::kinds::Rule;
use crate::verdict::Finding;
use crate::yaml::{Fields, Node, NodeValue, Spanned, nearest};

/// A cell, and what its criterion is to say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The cell.
    pub cell: Spanned<String>,
    /// What is to be said.
    pub finding: Finding,
}

/// Reads the examples of a criterion.
pub(super) fn read(fields: &mut Fields<'_, '_>) -> Vec<Example> {
    let Some(Node { value: NodeValue::Map(entries), .. }) = fields.node("examples") else { return Vec::new() };
    let mut examples = Vec::new();
    for (cell, node) in entries {
        let said = node.as_written().unwrap_or_default();
        match Finding::ALL.into_iter().find(|finding| finding.name() == said) {
            Some(finding) => examples.push(Example { cell: cell.clone(), finding }),
            None => {
                let names = Finding::ALL.map(Finding::name);
                let problem = Diagnostic::error("unknown-verdict", words::unknown_verdict(crate::yaml::short(&said)));
                let help = match nearest(&said, names.iter().copied()) {
                    Some(near) => crate::catalogue::yaml::did_you_mean(near),
                    None => crate::catalogue::yaml::write_one_of(list_or(&names.map(|name| format!("`{name}`")))),
                };
                fields.problem(problem.at(node.place.clone()).help(help));
            }
        }
    }
    examples
}

/// Tells that examples are there for a test of several columns: which cell would they be?
pub(super) fn one_column(criterion: &Node, rule: &dyn Rule) -> Option<Diagnostic> {
    let NodeValue::Map(entries) = &criterion.value else { return None };
    let (key, _) = entries.iter().find(|(key, _)| key.value == "examples")?;
    let columns = rule.columns();
    let several = columns.iter().any(|column| column.value != columns[0].value);
    let problem = || Diagnostic::error("examples-of-several", words::examples_of_several()).at(key.place.clone());
    several.then(|| problem().help(words::examples_of_several_help()))
}
