//! The tests of a criterion, one file each. [`KINDS`] is the only list of them.
//!
//! A test lives three times: its *definition* ([`Kind`]: key, fields, docs), its *rule* as written in a criteria file
//! ([`Rule`]: knows names), and its *check* as run ([`Check`]: knows where the cells are, cannot fail). A new test is
//! one file with its [`Kind`] and one line in [`KINDS`]; most are a [`Measure`] with a reader of their own.

pub mod check;
mod date;
mod degree;
mod group;
mod language;
mod level;
mod mentions;
mod number;
mod one_of;
mod provided;
mod rating;
mod years;
mod yes_no;

use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;

pub use self::check::{Account, Cells, Check, Evidence, How, Leaf, Outcome, Reader, Slot, Unit};
use crate::catalogue::{Text, kinds as words};
use crate::diagnostic::Diagnostic;
use crate::reading::Bound;
use crate::text::Formats;
use crate::yaml::{Field, Fields, Node, Spanned};

/// Every test, in the order of the documentation.
pub const KINDS: &[&Kind] = &[
    &years::KIND,
    &number::KIND,
    &level::KIND,
    &language::KIND,
    &degree::KIND,
    &yes_no::KIND,
    &date::KIND,
    &provided::KIND,
    &one_of::KIND,
    &mentions::KIND,
    &rating::KIND,
    &group::SOME_OF,
    &group::ANY_OF,
    &group::ALL_OF,
];

/// A test's definition.
pub struct Kind {
    /// Its key in the criteria file.
    pub key: &'static str,
    /// What it tests, in one sentence for the documentation and the schema.
    pub doc: &'static str,
    /// Its fields; the reader, the schema and the documentation all follow this table.
    pub fields: &'static [Field],
    /// One example of the test, as YAML.
    pub example: &'static str,
    /// Reads its fields; tells every mistake and answers with nothing where there was one.
    pub read: fn(&mut Fields<'_, '_>, &Setting<'_>) -> Option<Box<dyn Rule>>,
}

/// What a test may know of the rest of the criteria file while it is read.
pub struct Setting<'a> {
    /// The posting's deadline.
    pub deadline: Option<NaiveDate>,
    /// The posting's time zone.
    pub zone: Tz,
    /// Reads a test within this one: a mapping with one key, the test's.
    pub nested: &'a dyn Fn(&Node, &mut Vec<Diagnostic>) -> Option<Box<dyn Rule>>,
}

/// A test as written: knows the names of its columns.
pub trait Rule: Send + Sync {
    /// The columns it reads, each with its place in the criteria file.
    fn columns(&self) -> Vec<&Spanned<String>>;
    /// What it asks, as a phrase: "at least 7 years".
    fn requirement(&self) -> Text;
    /// Binds it to a header.
    fn bind(&self, binder: &Binder<'_>) -> Check;
}

/// What a rule needs to become a check.
pub struct Binder<'a> {
    /// The number of the column with this name, if the file has it.
    pub column: &'a dyn Fn(&str) -> Option<usize>,
    /// What settles ambiguous cells.
    pub formats: Arc<Formats>,
    /// The day that "present" means.
    pub as_of: NaiveDate,
    /// The posting's time zone.
    pub zone: Tz,
}

impl Binder<'_> {
    /// Where the cells of the column with this name are.
    #[must_use]
    pub fn slot(&self, name: &str) -> Slot {
        Slot { index: (self.column)(name), name: name.to_owned() }
    }
}

/// Makes the reader of a test, once its columns are known.
type MakeReader = Box<dyn Fn(&Binder<'_>) -> Box<dyn Reader> + Send + Sync>;

/// The rule of a test that reads one size from its cells and holds it against a bound.
struct Measure {
    columns: Vec<Spanned<String>>,
    bound: Bound,
    unit: Unit,
    requirement: Text,
    reader: MakeReader,
}

impl Rule for Measure {
    fn columns(&self) -> Vec<&Spanned<String>> {
        self.columns.iter().collect()
    }

    fn requirement(&self) -> Text {
        self.requirement.clone()
    }

    fn bind(&self, binder: &Binder<'_>) -> Check {
        Check::Leaf(Leaf {
            slots: self.columns.iter().map(|column| binder.slot(&column.value)).collect(),
            bound: self.bound,
            unit: self.unit.clone(),
            requirement: self.requirement.clone(),
            reader: (self.reader)(binder),
            formats: Arc::clone(&binder.formats),
            number: 0,
        })
    }
}

/// A reader that looks at one cell alone.
struct OneCell<F>(F);

impl<F: Fn(&str) -> crate::reading::Reading + Send + Sync> Reader for OneCell<F> {
    fn read(&self, cells: &[Option<&str>], _: &mut crate::text::mentions::Scratch) -> crate::reading::Reading {
        match cells {
            [Some(cell), ..] => (self.0)(cell),
            _ => crate::reading::Reading::MISSING,
        }
    }
}

/// Reads `at_least`, `at_most` and `full_at` and tells where they contradict each other. Full credit is at
/// `full_at`, else at `at_least`, else at `top`.
fn bound(fields: &mut Fields<'_, '_>, top: Option<f64>) -> Bound {
    let [least, most, full] = ["at_least", "at_most", "full_at"].map(|name| fields.number(name));
    for (name, limit) in [("full_at", &full), ("at_most", &most)] {
        if let (Some(least), Some(limit)) = (&least, limit) {
            in_order(fields, least.value, limit.value, name, &least.place);
        }
    }
    for size in [&least, &most, &full].into_iter().flatten() {
        if let Some(top) = top.filter(|top| size.value > *top) {
            let problem = Diagnostic::error("over-the-top", words::over_the_top(size.value, top));
            fields.problem(problem.at(size.place.clone()).help(words::over_the_top_help(top)));
        }
    }
    let least = least.map(|size| size.value);
    Bound {
        at_least: least,
        at_most: most.map(|size| size.value),
        full_at: full.map(|size| size.value).or(least).or(top),
    }
}

/// Tells that `at_least` is over `full_at` or `at_most`, where it is.
fn in_order(fields: &mut Fields<'_, '_>, least: f64, limit: f64, name: &str, place: &crate::diagnostic::Place) {
    if least > limit {
        let problem = Diagnostic::error("at-least-over", words::at_least_over(name));
        fields.problem(problem.at(place.clone()).help(words::at_least_over_help(name)));
    }
}

/// Tells that none of these fields is there, where one is needed.
fn need_one(fields: &mut Fields<'_, '_>, names: &[&str]) {
    if names.iter().all(|name| !fields.has(name)) {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let place = fields.place();
        let names = crate::catalogue::list_or(&names);
        fields.problem(Diagnostic::error("missing-field", words::one_is_needed(&names)).at(place));
    }
}
