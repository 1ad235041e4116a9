//! `level`: a step of an ordered scale, built in or of one's own.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::Datelike;

use super::bounds::steps;
use super::{Kind, Measure, OneCell, Unit};
use crate::catalogue::{kinds as words, list_or};
use crate::diagnostic::Diagnostic;
use crate::scale::{self, Scale, Step};
use crate::text::grammar;
use crate::yaml::{Field, Fields, NodeValue, Shape, short};

pub(super) const KIND: Kind = Kind {
    key: "level",
    doc: "A step of an ordered scale: `proficiency`, `cefr`, `education`, or a list of your own from the lowest up.",
    fields: &[
        Field::required("column", Shape::Column, "The column with the step."),
        Field::required(
            "scale",
            Shape::Scale,
            "`proficiency`, `cefr`, `education`, or a list of steps from the lowest up, each in any language, with other words for it.",
        ),
        Field::new("at_least", Shape::Step, "The lowest step that passes."),
        Field::new("full_at", Shape::Step, "The step that earns full credit; `at_least`, else the top, if not given."),
    ],
    example: "level: { column: drafting, scale: proficiency, at_least: good, full_at: excellent }",
    read: |fields, _| {
        let column = fields.column("column");
        let scale = scale(fields);
        let bound = steps(fields, scale.as_deref());
        fields.ok().then_some(())?;
        let (scale, bound) = (scale?, bound);
        let unit = Unit::Step(Arc::clone(&scale));
        Some(Box::new(Measure {
            columns: vec![column?],
            bound,
            requirement: unit.sizes(bound),
            unit,
            subject: format!("{:?}", scale.steps()),
            reader: Box::new(move |binder| {
                let (formats, year) = (Arc::clone(&binder.formats), binder.as_of.year());
                let (scale, named) = (Arc::clone(&scale), Arc::clone(&scale));
                Box::new(OneCell {
                    hear: move |cell: &str| grammar::level::read(cell, &scale, &formats, year),
                    names: move |cell: &str| named.names(cell),
                })
            }),
        }))
    },
};

/// The scale named or listed.
fn scale(fields: &mut Fields<'_, '_>) -> Option<Arc<Scale>> {
    let node = fields.node("scale")?;
    if let NodeValue::Text(name) = &node.value {
        let known = [scale::proficiency(), scale::cefr(), scale::education()];
        if let Some(scale) = known.into_iter().find(|scale| scale.id() == name) {
            return Some(Arc::clone(scale));
        }
        let names: Vec<String> = known.iter().map(|scale| format!("`{}`", scale.id())).collect();
        let problem = Diagnostic::error("unknown-scale", words::unknown_scale(short(name)));
        fields.problem(problem.at(node.place.clone()).help(words::unknown_scale_help(list_or(&names))));
        return None;
    }
    let steps = fields.words("scale");
    if steps.len() < 2 {
        let problem = Diagnostic::error("short-scale", words::short_scale()).help(words::short_scale_help());
        fields.problem(problem.at(node.place.clone()));
        return None;
    }
    let mut seen: HashSet<String> = HashSet::new();
    for word in steps.iter().flat_map(|step| &step.words) {
        if !seen.insert(crate::fold::fold(&word.value)) {
            let problem = Diagnostic::error("step-twice", words::step_twice(short(&word.value)));
            fields.problem(problem.at(word.place.clone()).help(words::step_twice_help()));
        }
    }
    let steps = steps.into_iter().map(|step| Step { words: step.texts(), name: step.name });
    Some(Arc::new(Scale::own("own", steps.collect())))
}
