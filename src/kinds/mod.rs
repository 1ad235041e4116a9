//! The tests of a criterion, one file each. [`KINDS`] is the only list of them.
//!
//! A test lives three times: its *definition* ([`Kind`]: key, fields, docs), its *rule* as written in a criteria file
//! ([`Rule`]: knows names), and its *check* as run ([`Check`]: knows where the cells are, cannot fail).

use chrono::NaiveDate;
use chrono_tz::Tz;

use crate::catalogue::Text;
use crate::reading::{Bound, Reading, Why};
use crate::text::Formats;
use crate::verdict::{Credit, Verdict};
use crate::yaml::{Field, Fields, Node, Spanned};

/// Every test, in the order of the documentation.
pub const KINDS: &[&Kind] = &[];

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
    pub read: fn(&mut Fields<'_>, &Setting<'_>) -> Option<Box<dyn Rule>>,
}

/// What a test may know of the rest of the criteria file while it is read.
pub struct Setting<'a> {
    /// The posting's deadline.
    pub deadline: Option<NaiveDate>,
    /// The posting's time zone.
    pub zone: Tz,
    /// How to read a test within this one: a mapping with one key, the test's.
    pub nested: &'a dyn Fn(&Node, &mut Vec<crate::diagnostic::Diagnostic>) -> Option<Box<dyn Rule>>,
}

/// A test as written: knows the names of its columns.
pub trait Rule: Send + Sync {
    /// The columns it reads, each with its place in the criteria file.
    fn columns(&self) -> Vec<&Spanned<String>>;
    /// What it asks, as a phrase: "at least 7 years".
    fn requirement(&self) -> Text;
    /// Binds it to a header.
    fn bind(&self, binder: &Binder<'_>) -> Box<dyn Check>;
}

/// What a rule needs to become a check.
pub struct Binder<'a> {
    /// Where a column's cell is in a row; `None` for a column that the file does not have.
    pub slot: &'a dyn Fn(&str) -> Slot,
    /// What settles ambiguous cells.
    pub formats: &'a Formats,
    /// The day that "present" means.
    pub as_of: NaiveDate,
    /// The posting's time zone.
    pub zone: Tz,
}

/// Where a cell is in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The column's number; none where the file does not have the column.
    pub index: Option<usize>,
    /// The column's name in the criteria file.
    pub name: String,
}
