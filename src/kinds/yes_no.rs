//! `yes_no`: yes is met.

use super::bounds::YES;
use super::{Kind, Measure, OneCell, Unit};
use crate::catalogue::kinds as words;
use crate::text::grammar::answer;
use crate::yaml::{Field, Shape};

pub(super) const KIND: Kind = Kind {
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
            subject: String::new(),
            requirement: words::yes(),
            reader: Box::new(|binder| {
                let formats = binder.formats.clone();
                Box::new(OneCell(move |cell: &str| answer::read(cell, &formats)))
            }),
        }))
    },
};
