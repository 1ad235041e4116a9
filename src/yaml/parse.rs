//! The tree of a YAML text.

use serde_yaml::options::DuplicateKeyPolicy;

use super::lines::Lines;
use super::slips;
use super::tree::{MOST_BYTES, MOST_DEPTH, MOST_NODES, Node, RawNode};
use crate::catalogue::yaml as words;
use crate::diagnostic::{Diagnostic, Place};

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
