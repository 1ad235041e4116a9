//! Names of columns and ids of criteria, made from headers and words.

use super::columns::Item;
use crate::head::{question, spelled};
use crate::header::fold_name;

/// The id of a criterion for some columns, which are given their names.
pub(super) fn id_of(item: &mut Item<'_>, names: &mut Names) -> String {
    let alone = if let [(name, _)] = item.named(names) { Some(name.replace('_', "-")) } else { None };
    let label = if item.label.is_empty() { "panel" } else { &item.label };
    alone.unwrap_or_else(|| id_from(label))
}

/// Names of columns that are taken.
#[derive(Default)]
pub(super) struct Names(Vec<String>);

impl Names {
    /// Whether no column has this name.
    pub(super) fn free(&self, name: &str) -> bool {
        !self.0.iter().any(|taken| taken == name)
    }

    /// Gives a name to a column.
    pub(super) fn take(&mut self, name: &str) -> String {
        self.0.push(name.to_owned());
        name.to_owned()
    }

    /// A name made from a header.
    pub(super) fn of(&mut self, header: &str) -> String {
        let name = slug(header);
        let name = if name.is_empty() { "column".to_owned() } else { name };
        let name = if self.free(&name) { name } else { numbered(&name, '_', |name| !self.free(name)) };
        self.take(&name)
    }
}

/// The first of a name's numbered forms that is not taken.
pub(super) fn numbered(name: &str, mark: char, taken: impl Fn(&str) -> bool) -> String {
    (2..).map(|n: u32| format!("{name}{mark}{n}")).find(|name| !taken(name)).unwrap_or_default()
}

/// Words as the id of a criterion.
pub(super) fn id_from(words: &str) -> String {
    slug(words).replace('_', "-")
}

/// A header as a name: folded words joined by `_`, of no more than some forty letters.
fn slug(header: &str) -> String {
    const ENOUGH: usize = 40;
    let folded = fold_name(&spelled(question(header)));
    let mut name = String::new();
    for word in folded.split(' ') {
        if !name.is_empty() && name.chars().count() + word.chars().count() >= ENOUGH {
            break;
        }
        if !name.is_empty() {
            name.push('_');
        }
        name.extend(word.chars().take(ENOUGH));
    }
    name
}
