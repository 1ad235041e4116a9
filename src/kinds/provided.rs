//! `provided`: something is there, such as a CV.

use super::bounds::YES;
use super::{Kind, Measure, OneCell, Unit};
use crate::catalogue::kinds as words;
use crate::text::grammar::answer;
use crate::yaml::{Field, Shape};

pub(super) const KIND: Kind = Kind {
    key: "provided",
    doc: "Something is there, such as a CV or a cover letter; an explicit no is not met.",
    fields: &[Field::required("column", Shape::Column, "The column to look at.")],
    example: "provided: { column: cv }",
    read: |fields, _| {
        let column = fields.column("column");
        fields.ok().then_some(())?;
        Some(Box::new(Measure {
            columns: vec![column?],
            bound: YES,
            unit: Unit::Presence,
            subject: String::new(),
            requirement: words::provided(),
            reader: Box::new(|binder| {
                let formats = binder.formats.clone();
                Box::new(OneCell(move |cell: &str| answer::provided(cell, &formats)))
            }),
        }))
    },
};
