//! `yes_no`: yes is met.

use super::{Kind, Unit, yes_in_column};
use crate::catalogue::kinds as words;
use crate::text::grammar::answer;
use crate::yaml::{Field, Shape};

pub(super) const KIND: Kind = Kind {
    key: "yes_no",
    doc: "Yes or no; yes is met.",
    fields: &[Field::required("column", Shape::Column, "The column with yes or no.")],
    example: "yes_no: { column: eu_advocacy }",
    read: |fields, _| yes_in_column(fields, Unit::YesNo, words::yes(), answer::read),
};
