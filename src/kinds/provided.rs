//! `provided`: something is there, such as a CV.

use super::{Kind, Unit, yes_in_column};
use crate::catalogue::kinds as words;
use crate::text::grammar::answer;
use crate::yaml::{Field, Shape};

pub(super) const KIND: Kind = Kind {
    key: "provided",
    doc: "Something is there, such as a CV or a cover letter; an explicit no is not met.",
    fields: &[Field::required("column", Shape::Column, "The column to look at.")],
    example: "provided: { column: cv }",
    read: |fields, _| yes_in_column(fields, Unit::Presence, words::provided(), answer::provided),
};
