//! `number`: a salary, a test result.

use super::bounds::{bound, need_one};
use super::{Kind, Measure, OneCell, Unit};
use crate::catalogue::kinds as words;
use crate::reading::Reading;
use crate::text::number;
use crate::yaml::{Field, Shape};

pub const KIND: Kind = Kind {
    key: "number",
    doc: "A number, such as a salary or a test result.",
    fields: &[
        Field::required("column", Shape::Column, "The column with the number."),
        Field::new("at_least", Shape::Number, "The least that passes."),
        Field::new("at_most", Shape::Number, "The most that passes."),
        Field::new("full_at", Shape::Number, "The number that earns full credit; `at_least` if not given."),
    ],
    example: "number: { column: expected_salary, at_most: 5100 }",
    read: |fields, _| {
        let column = fields.column("column");
        need_one(fields, &["at_least", "at_most", "full_at"], "at_most: 5100");
        let bound = bound(fields, None);
        fields.ok().then_some(())?;
        Some(Box::new(Measure {
            columns: vec![column?],
            bound,
            unit: Unit::Number,
            subject: String::new(),
            requirement: words::sizes(&Unit::Number, bound),
            reader: Box::new(move |binder| {
                let formats = binder.formats.clone();
                Box::new(OneCell(move |cell: &str| match bound.at_least {
                    Some(asked) if number::is_on_another_scale(cell, asked) => Reading::UNREADABLE,
                    _ => number::read(cell, &formats),
                }))
            }),
        }))
    },
};
