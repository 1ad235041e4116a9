//! `degree`: one or more degrees, in one column or as a level and a field; the best one counts.

use std::sync::Arc;

use chrono::Datelike;

use super::bounds::steps;
use super::{Hope, Kind, Lately, Measure, Reader, Unit};
use crate::catalogue::kinds as words;
use crate::diagnostic::Diagnostic;
use crate::reading::{Range, Reading, Why};
use crate::text::degree::{self, FieldList, Found};
use crate::text::{degree::Field as Subject, scale};
use crate::yaml::{Field, Shape};

const OTHER_FIELD: [&str; 2] = ["review", "fail"];

pub const KIND: Kind = Kind {
    key: "degree",
    doc: "One or more degrees; the best one counts. A degree still under way is unknown.",
    fields: &[
        Field::new("column", Shape::Column, "The column with degrees in free text."),
        Field::new("level", Shape::Column, "The column with the degree's level, where it has a column of its own."),
        Field::new("field", Shape::Column, "The column with the degree's field, where it has a column of its own."),
        Field::new("at_least", Shape::Step, "The lowest step of `education` that passes."),
        Field::new(
            "full_at",
            Shape::Step,
            "The step that earns full credit; `at_least`, else a doctorate, if not given.",
        ),
        Field::new("fields", Shape::Words, "The fields that count, each with other words for it; any if not given."),
        Field::new(
            "other_field",
            Shape::Choice(&OTHER_FIELD),
            "What a degree in another field is: `review` (unknown, if not given) or `fail`.",
        ),
    ],
    example: "degree: { column: degree, at_least: bachelor, full_at: master, fields: [law, [human rights, droits humains]] }",
    read: |fields, _| {
        let [column, level, field] = ["column", "level", "field"].map(|name| fields.column(name));
        let place = fields.place();
        match (&column, &level, &field) {
            (None, None, None) if fields.ok() => {
                fields.problem(
                    Diagnostic::error("missing-field", words::degree_needs_column())
                        .at(place)
                        .help(words::degree_needs_column_help()),
                );
            }
            (None, None, Some(_)) => {
                fields.problem(
                    Diagnostic::error("missing-field", words::degree_needs_level())
                        .at(place)
                        .help(words::degree_needs_column_help()),
                );
            }
            (Some(_), Some(other), _) | (Some(_), _, Some(other)) => {
                let place = other.place.clone();
                fields.problem(
                    Diagnostic::error("two-ways", words::degree_two_ways())
                        .at(place)
                        .help(words::degree_needs_column_help()),
                );
            }
            _ => {}
        }
        let subjects: Vec<Vec<String>> = fields
            .words("fields")
            .into_iter()
            .map(|words| words.into_iter().map(|word| word.value).collect())
            .collect();
        let fail = fields.choice("other_field", &OTHER_FIELD).is_some_and(|choice| choice.value == 1);
        let bound = steps(fields, Some(scale::education()));
        fields.ok().then_some(())?;
        let unit = Unit::Step(Arc::clone(scale::education()));
        let names: Vec<String> = subjects.iter().filter_map(|words| words.first().cloned()).collect();
        let requirement = words::degree(words::sizes(&unit, bound), &names);
        // A degree in a field is a degree.
        let subject = if subjects.is_empty() { String::new() } else { format!("{subjects:?} {fail}") };
        let reader = Degrees {
            any_field: subjects.is_empty(),
            fields: Arc::new(FieldList::new(subjects)),
            fail,
            parts: column.is_none(),
            month: i32::MAX,
        };
        Some(Box::new(Measure {
            columns: [column, level, field].into_iter().flatten().collect(),
            bound,
            unit,
            subject,
            requirement,
            reader: Box::new(move |binder| Box::new(Degrees { month: months(binder.as_of), ..reader.clone() })),
        }))
    },
};

#[derive(Clone)]
struct Degrees {
    fields: Arc<FieldList>,
    /// No field is asked for.
    any_field: bool,
    /// A degree in another field is none, for certain.
    fail: bool,
    /// The cells are a level and a field, not free text.
    parts: bool,
    /// The month of the as-of date, counted from year 0: a degree of a later one is still under way.
    month: i32,
}

/// The months from year 0 to this day's.
#[expect(clippy::cast_possible_wrap, reason = "under 12")]
fn months(day: chrono::NaiveDate) -> i32 {
    day.year() * 12 + day.month0() as i32
}

/// One degree, as far as it counts.
struct Counted {
    range: Range,
    doubt: Option<Why>,
}

impl Degrees {
    fn found(&self, cells: &[Option<&str>]) -> Vec<Vec<Found>> {
        if !self.parts {
            return cells.first().copied().flatten().map_or_else(Vec::new, |cell| degree::read(cell, &self.fields));
        }
        let any = Found { level: Range::between(0.0, 5.0), under_way: false, field: Subject::Unsaid, ends: None };
        let said = match cells.get(1) {
            Some(Some(cell)) => degree::field(cell, &self.fields),
            _ => any,
        };
        let mut found = match cells.first() {
            Some(Some(cell)) => degree::level(cell),
            _ => vec![vec![any]],
        };
        for degree in found.iter_mut().flatten() {
            degree.field = said.field;
            degree.under_way |= said.under_way;
            degree.ends = degree.ends.max(said.ends);
        }
        found
    }

    fn is_under_way(&self, degree: &Found) -> bool {
        degree.under_way || degree.ends.is_some_and(|month| month > self.month)
    }

    /// What is in doubt about a degree that may turn out well.
    fn whys(&self, degree: &Found) -> Vec<Why> {
        let field = match degree.field {
            _ if self.any_field => None,
            Subject::Listed => None,
            Subject::Other => Some(Why::Elsewhere),
            Subject::Unsaid => Some(Why::Unsaid),
        };
        self.is_under_way(degree).then_some(Why::UnderWay).into_iter().chain(field).collect()
    }

    fn count(&self, degree: &Found) -> Counted {
        let doubtful = |why| Counted { range: Range::between(0.0, degree.level.high), doubt: Some(why) };
        match degree.field {
            // No degree at all is in no field.
            _ if degree.level.high <= 0.0 => Counted { range: degree.level, doubt: None },
            Subject::Other if !self.any_field && self.fail => {
                Counted { range: Range::exactly(0.0), doubt: Some(Why::Elsewhere) }
            }
            _ if self.is_under_way(degree) => doubtful(Why::UnderWay),
            Subject::Other if !self.any_field => doubtful(Why::Elsewhere),
            Subject::Unsaid if !self.any_field => doubtful(Why::Unsaid),
            _ => Counted { range: degree.level, doubt: None },
        }
    }
}

impl Reader for Degrees {
    fn read(&self, cells: &[Option<&str>], _: Lately<'_>) -> Reading {
        degree::best(&self.found(cells), |degree| self.count(degree).range)
    }

    fn doubt(&self, cells: &[Option<&str>]) -> Option<Why> {
        self.found(cells).iter().find_map(|way| {
            let counted: Vec<Counted> = way.iter().map(|degree| self.count(degree)).collect();
            let best = counted.iter().map(|degree| degree.range.low).fold(0.0, f64::max);
            counted.iter().filter(|degree| degree.range.high > best || best <= 0.0).find_map(|degree| degree.doubt)
        })
    }

    fn hopes(&self, cells: &[Option<&str>]) -> Vec<Hope> {
        let mut hopes = Vec::new();
        let ways = self.found(cells);
        for way in &ways {
            let sure = way.iter().map(|degree| self.count(degree).range.low).fold(0.0, f64::max);
            for degree in way {
                let Counted { range, doubt } = self.count(degree);
                // One that counts as none for certain is not to be hoped for.
                if doubt.is_some() && range.high > sure {
                    // Where the cell can be cut in another way as well, its level is not settled with it.
                    let low = if ways.len() > 1 { 0.0 } else { degree.level.low.max(sure) };
                    let range = Range::between(low, degree.level.high);
                    hopes.push(Hope { whys: self.whys(degree), range });
                }
            }
        }
        hopes
    }
}
