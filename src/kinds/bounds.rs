//! Bounds read from a test's fields: what several tests share.

use std::collections::HashSet;

use crate::catalogue::{Text, kinds as words, list_first, list_or};
use crate::diagnostic::{Diagnostic, Place};
use crate::reading::Bound;
use crate::scale::Scale;
use crate::yaml::{Fields, Spanned, short};

/// So many steps of a scale are named in a sentence.
const NAMED: usize = 20;

/// Where 1 is yes and 0 is no: yes, and credit by the verdict alone.
pub(super) const YES: Bound = Bound { at_least: Some(1.0), at_most: None, full_at: None };

/// Reads `at_least`, `at_most` and `full_at` and tells where they contradict each other. Full credit is at
/// `full_at`, else at `at_least`, else at `top`.
pub(super) fn bound(fields: &mut Fields<'_, '_>, top: Option<f64>) -> Bound {
    let [least, most, full] = ["at_least", "at_most", "full_at"].map(|name| fields.number(name));
    for (name, limit) in [("full_at", &full), ("at_most", &most)] {
        if let (Some(least), Some(limit)) = (&least, limit) {
            in_order(fields, least.value, limit.value, name, &least.place);
        }
    }
    if let Some(full) = full.as_ref().filter(|full| full.value <= 0.0) {
        let problem = Diagnostic::error("full-at-zero", words::full_at_zero());
        fields.problem(problem.at(full.place.clone()).help(words::full_at_zero_help()));
    }
    for size in [&least, &most, &full].into_iter().flatten() {
        if let Some(top) = top.filter(|top| size.value > *top) {
            let problem = Diagnostic::error("over-the-top", words::over_the_top(size.value, top));
            fields.problem(problem.at(size.place.clone()).help(words::over_the_top_help(top)));
        }
    }
    let least = least.map(|size| size.value);
    Bound {
        at_least: least,
        at_most: most.map(|size| size.value),
        full_at: full.map(|size| size.value).or(least).or(top),
    }
}

/// Tells that `at_least` is over `full_at` or `at_most`, where it is.
fn in_order(fields: &mut Fields<'_, '_>, least: f64, limit: f64, name: &str, place: &Place) {
    if least > limit {
        let problem = Diagnostic::error("at-least-over", words::at_least_over(name));
        fields.problem(problem.at(place.clone()).help(words::at_least_over_help(name)));
    }
}

/// Tells that none of these fields is there, where one is needed; `example` is what to write.
pub(super) fn need_one(fields: &mut Fields<'_, '_>, names: &[&str], example: &str) {
    if names.iter().all(|name| !fields.has(name)) {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let place = fields.place();
        let names = list_or(&names);
        let problem = Diagnostic::error("missing-field", words::one_is_needed(&names)).at(place);
        fields.problem(problem.help(crate::catalogue::yaml::write_such_as(example)));
    }
}

/// The columns that a test reads, each once.
pub(super) fn several(fields: &mut Fields<'_, '_>) -> Vec<Spanned<String>> {
    let columns = fields.columns("columns");
    let mut seen = HashSet::new();
    for column in columns.iter().filter(|column| !seen.insert(&column.value)) {
        let problem = Diagnostic::error("column-twice", words::column_twice(short(&column.value)));
        fields.problem(problem.at(column.place.clone()).help(words::column_twice_help()));
    }
    columns
}

/// A bound that counts, of at most `top`: at least 1 if nothing is said.
pub(super) fn counts(fields: &mut Fields<'_, '_>, top: usize) -> Bound {
    #[expect(clippy::cast_precision_loss, reason = "a list in a criteria file of at most 1 MiB")]
    let top = (top > 0).then_some(top as f64);
    let said = fields.number("at_least").is_some();
    let mut bound = bound(fields, top);
    if !said {
        bound.at_least = Some(1.0);
        if fields.node("full_at").is_none() {
            bound.full_at = Some(1.0);
        }
    }
    bound
}

/// The bound whose sizes are steps of `scale`; its mistakes are told even where the scale itself is wrong.
pub(super) fn steps(fields: &mut Fields<'_, '_>, scale: Option<&Scale>) -> Bound {
    let Some(scale) = scale else {
        return Bound::default();
    };
    let [least, full] = ["at_least", "full_at"].map(|name| step(fields, name, scale));
    if let (Some(least), Some(full)) = (&least, &full) {
        in_order(fields, least.value, full.value, "full_at", &least.place);
    }
    let least = least.map(|step| step.value);
    Bound { at_least: least, at_most: None, full_at: full.map(|step| step.value).or(least).or(Some(size(scale.top()))) }
}

fn step(fields: &mut Fields<'_, '_>, name: &str, scale: &Scale) -> Option<Spanned<f64>> {
    let word = fields.text(name)?;
    if let Some(index) = scale.step(&word.value) {
        return Some(Spanned { value: size(index), place: word.place });
    }
    let steps: Vec<Text> = (0..=scale.top()).map(|index| words::quoted(&scale.name(index))).collect();
    let problem = Diagnostic::error("unknown-step", words::unknown_step(short(&word.value)));
    let help = if steps.len() > NAMED {
        words::unknown_step_help(list_first(&steps, NAMED))
    } else {
        words::unknown_step_help(list_or(&steps))
    };
    fields.problem(problem.at(word.place).help(help));
    None
}

/// A step's place on its scale, as a size.
#[expect(clippy::cast_precision_loss, reason = "a scale has few steps")]
fn size(index: usize) -> f64 {
    index as f64
}
