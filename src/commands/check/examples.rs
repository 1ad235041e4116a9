//! The examples of a criteria file: each cell read as a candidate's would be, and told where it says something else.

use chrono::NaiveDate;

use crate::catalogue::check as words;
use crate::criteria::{Criteria, Criterion, Stage};
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::verdict::Finding;

/// How many examples there are, and those that do not hold.
pub(super) fn failed(criteria: &Criteria, as_of: NaiveDate) -> (usize, Vec<Diagnostic>) {
    let all: usize = criteria.criteria.iter().map(|criterion| criterion.examples.len()).sum();
    if all == 0 {
        return (0, Vec::new());
    }
    // Every column is the one that the example stands in.
    let plan = Plan::new(criteria, Stage::Interview, &|_| Some(0), as_of);
    let each = criteria.of_stage(Stage::Interview).zip(&plan.criteria);
    let wrong = each.flat_map(|(criterion, planned)| {
        criterion.examples.iter().filter_map(|example| {
            let row = vec![example.cell.value.clone()];
            let said = planned.count(planned.check.account(&row).outcome).finding();
            (said != example.finding)
                .then(|| told(criterion, &example.cell.value, example.finding, said).at(example.cell.place.clone()))
        })
    });
    (all, wrong.collect())
}

fn told(criterion: &Criterion, cell: &str, expected: Finding, said: Finding) -> Diagnostic {
    let what = words::example_failed(&criterion.id, crate::yaml::short(cell), expected.name(), said.name());
    Diagnostic::error("example-failed", what).help(words::example_failed_help())
}
