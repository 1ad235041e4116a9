//! `date`: a day or a moment, before or after another.

use super::bounds::need_one;
use super::{Kind, Measure, OneCell, Unit};
use crate::catalogue::kinds as words;
use crate::diagnostic::Diagnostic;
use crate::moments;
use crate::reading::Bound;
use crate::text::grammar::date;
use crate::yaml::{Field, Shape};

pub(super) const KIND: Kind = Kind {
    key: "date",
    doc: "A date or a moment, on or before another, or on or after it. A day lasts until midnight in the posting's time zone.",
    fields: &[
        Field::required("column", Shape::Column, "The column with the date."),
        Field::new("on_or_before", Shape::DayOrDeadline, "The last day that passes: a date, or `deadline`."),
        Field::new("on_or_after", Shape::DayOrDeadline, "The first day that passes: a date, or `deadline`."),
    ],
    example: "date: { column: received, on_or_before: deadline }",
    read: |fields, setting| {
        let column = fields.column("column");
        need_one(fields, &["on_or_before", "on_or_after"], "on_or_before: deadline");
        let [before, after] =
            ["on_or_before", "on_or_after"].map(|name| fields.day_or_deadline(name, setting.deadline));
        if let (Some(before), Some(after)) = (&before, &after)
            && after.value > before.value
        {
            let problem = Diagnostic::error("dates-crossed", words::dates_crossed());
            fields.problem(problem.at(after.place.clone()).help(words::dates_crossed_help()));
        }
        fields.ok().then_some(())?;
        let zone = setting.zone;
        let [before, after] = [before, after].map(|day| day.map(|day| day.value));
        let bound = Bound {
            at_least: after.map(|day| seconds(moments::day(day, zone).0)),
            at_most: before.map(|day| seconds(moments::day(day, zone).1)),
            full_at: None,
        };
        Some(Box::new(Measure {
            columns: vec![column?],
            bound,
            unit: Unit::Moment(zone),
            subject: String::new(),
            requirement: match (after, before) {
                (Some(after), Some(before)) => words::between_days(after, before),
                (Some(after), None) => words::on_or_after(after),
                (None, before) => words::on_or_before(before?),
            },
            reader: Box::new(|binder| {
                let (formats, zone, as_of) = (binder.formats.clone(), binder.zone, binder.as_of);
                Box::new(OneCell::new(move |cell: &str| date::read(cell, &formats, zone, as_of)))
            }),
        }))
    },
};

/// A moment as a size.
#[expect(clippy::cast_precision_loss, reason = "seconds of any calendar year are far below 2⁵³")]
fn seconds(moment: i64) -> f64 {
    moment as f64
}
