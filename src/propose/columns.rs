//! The columns of a file sorted by what they are for.

use chrono::NaiveDate;

use super::guess::{self, Guess, Seen};
use super::role::{self, Role};
use super::survey::ColumnCells;
use super::{Draft, Names, Survey, Unused, one_line, order};
use crate::criteria::WHO;
use crate::header::fold_name;

/// More columns than this are not looked at.
const MOST_COLUMNS: usize = 300;

/// A column, or those of a panel or of a degree, with what it lends itself to.
#[derive(Clone, Debug)]
pub(super) struct Item<'a> {
    /// The columns.
    pub columns: Vec<&'a ColumnCells>,
    /// What they are about.
    pub label: String,
    /// Their test.
    pub guess: Guess,
    /// What their cells are to it.
    pub seen: Seen,
    /// Their names and headers, once they have been named.
    pub names: Vec<(String, String)>,
}

impl Item<'_> {
    /// What they are about, whole: the header of one column, what the columns of a panel share.
    pub(super) fn title(&self) -> &str {
        match self.columns.as_slice() {
            [column] => column.title(),
            _ => &self.label,
        }
    }

    /// Names the columns, unless they have names.
    pub(super) fn named(&mut self, names: &mut Names) -> &[(String, String)] {
        if self.names.is_empty() {
            let received = self.guess == Guess::Received;
            let name = |column: &&ColumnCells| {
                let taken = received && names.free("received");
                let name = if taken { names.take("received") } else { names.of(&column.header) };
                (name, column.header.clone())
            };
            self.names = self.columns.iter().map(name).collect();
        }
        &self.names
    }
}

/// The columns of a file, each as what it is for: who somebody is and what is not judged in the draft, the others as
/// what they lend themselves to, in their order.
pub(super) fn sorted(survey: &Survey, as_of: NaiveDate) -> (Draft, Names, Vec<Item<'_>>) {
    let mut draft = Draft {
        rows: survey.rows() + survey.broken(),
        all: survey.all(),
        id: None,
        identity: Vec::new(),
        dates: order::proven(survey.columns()),
        decimal: None,
        proposals: Vec::new(),
        unused: Vec::new(),
    };
    let mut names = Names::default();
    let rest = take_roles(&mut draft, survey, as_of, &mut names);
    // Names that mean something to the program are kept for the columns they mean.
    for name in std::iter::once("id").chain(WHO) {
        names.take(name);
    }
    let mut items = items(&mut draft, &rest, as_of);
    let order = draft.dates.as_ref().map(|dates| dates.order);
    for item in &mut items {
        if let (Guess::Day { last }, [column]) = (&mut item.guess, &*item.columns) {
            *last = guess::last_day(column, order, as_of).unwrap_or(*last);
        }
    }
    let numbers = items.iter().filter(|item| matches!(item.guess, Guess::Number { .. } | Guess::Ceiling { .. }));
    draft.decimal = order::marked(&numbers.flat_map(|item| item.columns.clone()).collect::<Vec<_>>());
    (draft, names, items)
}

/// Takes out the columns that are not to be judged, and answers with the others.
fn take_roles<'a>(draft: &mut Draft, survey: &'a Survey, as_of: NaiveDate, names: &mut Names) -> Vec<&'a ColumnCells> {
    let form = role::is_form(survey.columns());
    let folded: Vec<String> = survey.columns().iter().map(|column| fold_name(&column.header)).collect();
    let mut rest: Vec<&ColumnCells> = Vec::new();
    let roles: Vec<Option<Role>> = survey.columns().iter().map(|column| role::of(column, form, as_of)).collect();
    // A form's own column of names may be empty, and the names in an answer.
    let elsewhere = |name: &str| {
        let mut others = survey.columns().iter().zip(&roles);
        others.any(|(column, role)| {
            matches!(role, Some(Role::Identity(Some(other))) if *other == name) && column.filled() > 0
        })
    };
    for (at, column) in survey.columns().iter().enumerate() {
        let header = &column.header;
        let unused = if at >= MOST_COLUMNS {
            Some(Unused::TooMany)
        } else if folded[at].is_empty() {
            Some(Unused::NoHeader)
        } else if folded.iter().filter(|other| **other == folded[at]).count() > 1 {
            Some(Unused::SameHeader)
        } else {
            None
        };
        if let Some(unused) = unused {
            draft.unused.push((header.clone(), unused));
            continue;
        }
        match roles[at] {
            Some(Role::Id) if draft.id.is_none() => draft.id = Some((names.take("id"), header.clone())),
            Some(Role::Id) => draft.unused.push((header.clone(), Unused::Id)),
            Some(Role::Form) => draft.unused.push((header.clone(), Unused::Form)),
            Some(Role::Identity(name)) => {
                let named = name.filter(|name| names.free(name) && (column.filled() > 0 || !elsewhere(name)));
                let name = match named {
                    Some(name) => names.take(name),
                    None => names.of(header),
                };
                draft.identity.push((name, header.clone()));
            }
            None => rest.push(column),
        }
    }
    rest
}

/// What columns lend themselves to.
fn items<'a>(draft: &mut Draft, rest: &[&'a ColumnCells], as_of: NaiveDate) -> Vec<Item<'a>> {
    let panels = guess::panels(rest);
    let pair = degree_and_field(rest, as_of);
    let is = |of: Option<&ColumnCells>, column: &ColumnCells| of.is_some_and(|of| std::ptr::eq(of, column));
    let mut items = Vec::new();
    let mut add = |columns: Vec<&'a ColumnCells>, label: String, guess: Guess, seen: Seen| {
        items.push(Item { columns, label, guess, seen, names: Vec::new() });
    };
    for (at, column) in rest.iter().enumerate() {
        if let Some(panel) = panels.iter().find(|panel| panel.columns.contains(&at)) {
            if panel.columns.first() == Some(&at) {
                let columns = panel.columns.iter().map(|at| rest[*at]).collect();
                add(
                    columns,
                    panel.label.clone(),
                    Guess::Rating { out_of: panel.out_of, panel: true },
                    panel.seen.clone(),
                );
            }
            continue;
        }
        if column.filled() == 0 {
            draft.unused.push((column.header.clone(), Unused::Empty));
            continue;
        }
        let label = one_line(column.title(), 80);
        match guess::of(column, as_of) {
            (_, seen) if is(pair.map(|[level, _]| level), column) => {
                add(pair.into_iter().flatten().collect(), label, Guess::Degree { two: true }, seen);
            }
            _ if is(pair.map(|[_, field]| field), column) => {}
            (Some(guess), seen) => add(vec![*column], label, guess, seen),
            (None, seen) => draft.unused.push((column.header.clone(), Unused::Unclear(seen))),
        }
    }
    items
}

/// The only one of them.
fn only<'a>(mut columns: impl Iterator<Item = &'a ColumnCells>) -> Option<&'a ColumnCells> {
    columns.next().filter(|_| columns.next().is_none())
}

/// The column of degrees and the column of their fields, where each is the only one of its kind and the first leaves the
/// field to the second: they are one thing.
fn degree_and_field<'a>(rest: &[&'a ColumnCells], as_of: NaiveDate) -> Option<[&'a ColumnCells; 2]> {
    let filled = || rest.iter().copied().filter(|column| column.filled() > 0);
    let names_degrees = |column: &&ColumnCells| {
        let guess = guess::of(column, as_of).0;
        matches!(guess, Some(Guess::Degree { .. } | Guess::Level { scale: "education", .. }))
    };
    let field = only(filled().filter(|column| guess::is_field(column)))?;
    let levels: Vec<_> = filled().filter(|column| !guess::is_field(column)).filter(names_degrees).collect();
    // Degrees stand before names as well: "Dr A. Beispiel".
    let titled = levels.iter().copied().filter(|column| guess::asks_for_degrees(column));
    let level = only(titled).or_else(|| only(levels.iter().copied()))?;
    // "In which field did you obtain this degree?" is asked beside a degree, whatever its cells say of one.
    let asked = guess::asks_for_degrees(field) && guess::asks_for_degrees(level);
    (asked || guess::is_level(level, as_of)).then_some([level, field])
}
