//! The tests of a criterion, one file each. [`KINDS`] is the only list of them.
//!
//! A test lives three times: its *definition* ([`Kind`]: key, fields, docs), its *rule* as written in a criteria file
//! ([`Rule`]: knows names), and its *check* as run ([`Check`]: knows where the cells are, cannot fail). A new test is
//! one file with its [`Kind`], and two lines here: `mod`, and its place in [`KINDS`]; most are a [`Measure`] with a reader of their own.

mod bounds;
mod cells;
pub mod check;
mod date;
mod decided;
mod degree;
mod evidence;
mod gap;
mod group;
mod how;
mod language;
mod level;
mod mentions;
mod number;
mod one_of;
mod provided;
mod rating;
mod reader;
#[cfg(test)]
mod tests;
mod unit;
mod years;
mod yes_no;

use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;

pub use self::cells::{Cells, Short};
pub use self::check::{BoundColumn, Check, Evidence, Leaf, Outcome, TestAccount, of_tests};
pub use self::evidence::{cut, evidence, evidence_of, gather};
pub use self::how::How;
#[cfg(test)]
pub(crate) use self::mentions::of_terms as terms;
pub use self::reader::{Hope, Kept, Lately, Reader, Said};
pub use self::unit::{Count, Noun, Unit, step_index};
use crate::catalogue::Text;
use crate::diagnostic::Diagnostic;
use crate::formats::Formats;
use crate::reading::{Bound, Reading};
use crate::text::grammar::Heard;
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
    pub read: fn(&mut Fields<'_, '_>, &RuleSetting<'_>) -> Option<Box<dyn Rule>>,
}

/// What a test may know of the rest of the criteria file while it is read.
pub struct RuleSetting<'a> {
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
    /// Where whatever can be read meets it, for it has no bound or one below all there can be: a bound to write.
    fn unbound(&self) -> Option<String>;
    /// Whether it has no threshold: what is read earns points, and nothing says what is enough.
    fn earns_only(&self) -> bool;
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
    pub fn slot(&self, name: &str) -> BoundColumn {
        BoundColumn { index: (self.column)(name), name: name.into() }
    }
}

/// Makes the reader of a test, once its columns are known.
type MakeReader = Box<dyn Fn(&Binder<'_>) -> Box<dyn Reader> + Send + Sync>;

/// The rule of a test that reads one size from its cells and holds it against a bound.
struct Measure {
    columns: Vec<Spanned<String>>,
    bound: Bound,
    unit: Unit,
    /// As [`Leaf::subject`] says; two tests of the same cells with the same unit and subject read the same of them.
    subject: String,
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

    fn unbound(&self) -> Option<String> {
        let (lowest, write) = match &self.unit {
            Unit::Years => (0.0, "7".to_owned()),
            Unit::Number => (f64::NEG_INFINITY, "60".to_owned()),
            Unit::Step(scale) => (0.0, scale.name(scale.top().div_ceil(2)).en),
            Unit::Rating(out_of) => (0.0, (out_of * 0.6).to_string()),
            Unit::Count(_) => (0.0, "1".to_owned()),
            Unit::Moment(_) | Unit::YesNo | Unit::Presence | Unit::Category => return None,
        };
        let open = self.bound.at_most.is_none() && self.bound.at_least.is_none_or(|least| least <= lowest);
        open.then(|| format!("at_least: {write}"))
    }

    fn earns_only(&self) -> bool {
        self.bound.earns_only()
    }

    fn bind(&self, binder: &Binder<'_>) -> Check {
        Check::Leaf(Leaf {
            slots: self.columns.iter().map(|column| binder.slot(&column.value)).collect(),
            bound: self.bound,
            unit: self.unit.clone(),
            subject: self.subject.as_str().into(),
            requirement: Arc::new(self.requirement.clone()),
            reader: (self.reader)(binder),
            formats: Arc::clone(&binder.formats),
            number: 0,
            lenient: false,
        })
    }
}

/// The rule of a test that is met where its column says yes, as `hear` understands that.
fn yes_in_column(
    fields: &mut Fields<'_, '_>,
    unit: Unit,
    requirement: Text,
    hear: fn(&str, &Formats, NaiveDate) -> Heard,
) -> Option<Box<dyn Rule>> {
    let column = fields.column("column");
    fields.ok().then_some(())?;
    Some(Box::new(Measure {
        columns: vec![column?],
        bound: bounds::YES,
        unit,
        subject: String::new(),
        requirement,
        reader: Box::new(move |binder| {
            let (formats, as_of) = (binder.formats.clone(), binder.as_of);
            Box::new(OneCell::new(move |cell: &str| hear(cell, &formats, as_of)))
        }),
    }))
}

/// A reader that looks at one cell alone.
struct OneCell<F, N = fn(&str) -> bool> {
    hear: F,
    names: N,
}

impl<F> OneCell<F> {
    fn new(hear: F) -> Self {
        Self { hear, names: |_| false }
    }
}

impl<F: Fn(&str) -> Heard, N> OneCell<F, N> {
    fn hear(&self, cells: &[Option<&str>]) -> Heard {
        match cells {
            [Some(cell), ..] => (self.hear)(cell),
            _ => Heard::whole(Reading::MISSING),
        }
    }
}

impl<F: Fn(&str) -> Heard + Send + Sync, N: Fn(&str) -> bool + Send + Sync> Reader for OneCell<F, N> {
    fn read(&self, cells: &[Option<&str>], _: Lately<'_>) -> Reading {
        self.hear(cells).reading()
    }

    fn understood(&self, cells: &[Option<&str>]) -> Option<Reading> {
        Some(self.hear(cells).understood)
    }

    fn account<'a>(&self, cells: &[Option<&'a str>], all: &[&'a str], _: Lately<'_>) -> Said<'a> {
        Said::of(self.hear(cells), all)
    }

    fn names(&self, cell: &str) -> bool {
        (self.names)(cell)
    }
}
