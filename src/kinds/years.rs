//! `years`: a duration, or periods whose overlaps count once.

use super::bounds::{bound, need_one};
use super::{Kind, Measure, OneCell, Unit};
use crate::text::grammar::years;
use crate::yaml::{Field, Shape};

pub(super) const KIND: Kind = Kind {
    key: "years",
    doc: "A duration in years, or periods whose overlaps count once.",
    fields: &[
        Field::required("column", Shape::Column, "The column with the duration or the periods."),
        Field::new("at_least", Shape::Size, "How many years are asked."),
        Field::new("full_at", Shape::Size, "How many years earn full credit; `at_least` if not given."),
        Field::new("prorate", Shape::Flag, "Whether a note such as `(50%)` reduces a period; no if not given."),
    ],
    example: "years: { column: hrd_experience, at_least: 7, full_at: 15 }",
    read: |fields, _| {
        let column = fields.column("column");
        let prorate = fields.flag("prorate").unwrap_or(false);
        need_one(fields, &["at_least", "full_at"], "at_least: 7");
        let bound = bound(fields, None);
        fields.ok().then_some(())?;
        Some(Box::new(Measure {
            columns: vec![column?],
            bound,
            unit: Unit::Years,
            subject: if prorate { "prorate".to_owned() } else { String::new() },
            requirement: Unit::Years.sizes(bound),
            reader: Box::new(move |binder| {
                let (formats, as_of) = (binder.formats.clone(), binder.as_of);
                Box::new(OneCell::new(move |cell: &str| years::read(cell, &formats, as_of, prorate)))
            }),
        }))
    },
};
