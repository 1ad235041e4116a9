//! `yes_no`: yes is met.

use super::{Kind, Measure, OneCell, Unit};
use crate::catalogue::kinds as words;
use crate::reading::Bound;
use crate::text::yes_no;
use crate::yaml::{Field, Shape};

pub const KIND: Kind = Kind {
    key: "yes_no",
    doc: "Yes or no; yes is met.",
    fields: &[Field::required("column", Shape::Column, "The column with yes or no.")],
    example: "yes_no: { column: eu_advocacy }",
    read: |fields, _| {
        let column = fields.column("column");
        fields.ok().then_some(())?;
        Some(Box::new(Measure {
            columns: vec![column?],
            bound: YES,
            unit: Unit::YesNo,
            requirement: words::yes(),
            reader: Box::new(|_| Box::new(OneCell(yes_no::read))),
        }))
    },
};

/// Where 1 is yes and 0 is no: yes, and credit by the verdict alone.
pub(super) const YES: Bound = Bound { at_least: Some(1.0), at_most: None, full_at: None };
