//! Criteria files of one criterion, and what is wrong with them.

use screen::criteria;
use screen::diagnostic::Diagnostic;

/// What is wrong with a criteria file.
pub(crate) fn mistakes(text: &str) -> Vec<Diagnostic> {
    criteria::read("criteria.yaml", text).err().unwrap_or_default()
}

/// A criteria file with one criterion, as it is written between its braces.
pub(crate) fn one(criterion: &str) -> String {
    format!("version: 1\nposting: {{ deadline: 2024-05-26 }}\ncriteria:\n  - {{ {criterion} }}\n")
}

/// A criterion of this id with this test.
pub(crate) fn with(test: &str) -> String {
    one(&format!("id: a, {test}"))
}
