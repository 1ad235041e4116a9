//! `yes_no`: yes is met.

use chrono::Datelike;

use super::bounds::YES;
use super::{Kind, Measure, OneCell, Unit};
use crate::catalogue::kinds as words;
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
            subject: String::new(),
            requirement: words::yes(),
            reader: Box::new(|binder| {
                let year = binder.as_of.year();
                Box::new(OneCell(move |cell: &str| yes_no::read_answer(cell, year)))
            }),
        }))
    },
};
