//! `number`: a salary, a test result.

use super::bounds::{bound, need_one};
use super::{Kind, Measure, OneCell, Unit};
use crate::catalogue::kinds as words;
use crate::diagnostic::Diagnostic;
use crate::lexicon::Pay;
use crate::text::grammar::number::{self, Money};
use crate::yaml::{Field, Fields, Shape, short};

/// What pay may be for.
const PERIODS: &[&str] = &["hour", "day", "week", "month", "year"];

pub(super) const KIND: Kind = Kind {
    key: "number",
    doc: "A number, such as a salary or a test result.",
    fields: &[
        Field::required("column", Shape::Column, "The column with the number."),
        Field::new("at_least", Shape::Number, "The least that passes."),
        Field::new("at_most", Shape::Number, "The most that passes."),
        Field::new("full_at", Shape::Number, "The number that earns full credit; `at_least` if not given."),
        Field::new("currency", Shape::Text, "The ISO 4217 code of its currency; `EUR` if not given."),
        Field::new(
            "per",
            Shape::Choice(PERIODS),
            "What pay is for; a cell that says so is read where this does, too, and pay of a month is twelve to fourteen times as much a year.",
        ),
    ],
    example: "number: { column: expected_salary, at_most: 5100 }",
    read: |fields, _| {
        let column = fields.column("column");
        need_one(fields, &["at_least", "at_most", "full_at"], "at_most: 5100");
        let bound = bound(fields, None);
        let per = fields.choice("per", PERIODS).and_then(|period| Pay::named(PERIODS[period.value]));
        let about = bound.at_most.or(bound.at_least);
        let money = Money { currency: currency(fields), per, about };
        fields.ok().then_some(())?;
        Some(Box::new(Measure {
            columns: vec![column?],
            bound,
            unit: Unit::Number,
            subject: String::new(),
            requirement: Unit::Number.sizes(bound),
            reader: Box::new(move |binder| {
                let formats = binder.formats.clone();
                Box::new(OneCell::new(move |cell: &str| number::read_in(cell, money, &formats)))
            }),
        }))
    },
};

/// The currency that is named, or the usual one.
fn currency(fields: &mut Fields<'_, '_>) -> [u8; 3] {
    let Some(code) = fields.text("currency") else { return Money::USUAL.currency };
    number::currency(&code.value).unwrap_or_else(|| {
        let problem = Diagnostic::error("unknown-currency", words::unknown_currency(short(&code.value)));
        fields.problem(problem.at(code.place).help(words::currency_code_help()));
        Money::USUAL.currency
    })
}
