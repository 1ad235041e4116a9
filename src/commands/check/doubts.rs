//! What criteria seem to do and do not, on these candidates: warnings of `screen check`.

use std::collections::BTreeMap;

use super::{ColumnCount, WORDS};
use crate::catalogue::{check as words, list_first};
use crate::criteria::{Criteria, Criterion, Stage, proxy};
use crate::diagnostic::{Diagnostic, Place};
use crate::header::fold_name;
use crate::kinds::{How, TestAccount};
use crate::lint::{Branches, Doubt, doubts};
use crate::pipeline::BoundFile;
use crate::propose::{says_who, tells_who};
use crate::render::safe;
use crate::roll::Roll;

/// A column is told of where more than one in so many of its cells is not understood.
const ONE_IN: u64 = 5;

/// What the criteria file alone shows: columns that may stand for a protected ground.
pub(super) fn of_file(criteria: &Criteria) -> Vec<Diagnostic> {
    let names = |criterion: &Criterion| -> Vec<String> {
        let columns = criterion.rule.columns();
        columns
            .iter()
            .flat_map(|column| std::iter::once(column.value.clone()).chain(criteria.headers(&column.value)))
            .collect()
    };
    criteria.criteria.iter().filter_map(|one| proxy(one, names(one).iter().map(String::as_str))).collect()
}

/// Counts what the tests of each `any_of` decided.
pub(super) fn count(branches: &mut Vec<Branches>, accounts: &[TestAccount]) {
    for (criterion, account) in accounts.iter().enumerate().filter(|(_, account)| account.how == Some(How::Any)) {
        let at = branches.iter().position(|one| one.criterion == criterion).unwrap_or_else(|| {
            branches.push(Branches { criterion, decided: Vec::new() });
            branches.len() - 1
        });
        let tests =
            account.parts.iter().map(|part| (part.outcome.verdict, part.outcome.credit.low, part.outcome.credit.high));
        branches[at].add(&tests.collect::<Vec<_>>());
    }
}

/// What everybody's judgements show.
pub(super) fn of_candidates(
    roll: &Roll,
    branches: &[Branches],
    (criteria, stage): (&Criteria, Stage),
    counts: &BTreeMap<String, ColumnCount>,
    file: &str,
) -> Vec<Diagnostic> {
    let all: Vec<&Criterion> = criteria.of_stage(stage).collect();
    let told = |doubt: Doubt| {
        let id = |at: usize| all[at].id.as_str();
        let warn = |code, at: usize, what| Diagnostic::warning(code, what).at(all[at].place.clone());
        match doubt {
            Doubt::Nobody(at) => warn("nobody-meets", at, words::nobody_meets(id(at))).help(words::nobody_meets_help()),
            Doubt::Everybody(at) => {
                warn("everybody-meets", at, words::everybody_meets(id(at))).help(words::everybody_meets_help())
            }
            Doubt::SameCredit(at) => {
                warn("same-credit", at, words::same_credit(id(at))).help(words::same_credit_help())
            }
            Doubt::Agree(a, b) => warn("always-agree", b, words::agree(id(a), id(b))).help(words::agree_help()),
            Doubt::RemovesMost(at, alone) => {
                warn("removes-most", at, words::removes_most(id(at), alone, roll.people.len()))
                    .help(words::removes_most_help())
            }
            Doubt::Heaviest(at) => warn("heaviest", at, words::heaviest(id(at))).help(words::heaviest_help()),
            Doubt::Branch(at, nth) => {
                warn("idle-branch", at, words::idle_branch(id(at), nth + 1)).help(words::idle_branch_help())
            }
        }
    };
    let mut found: Vec<Diagnostic> = doubts(roll, branches).into_iter().map(told).collect();
    found.extend(counts.iter().filter_map(|(column, count)| not_understood(column, count, file)));
    found
}

/// A column of which more than a fifth is not understood, with what comes most often.
fn not_understood(column: &str, count: &ColumnCount, file: &str) -> Option<Diagnostic> {
    let said = count.read + count.unreadable;
    if count.unreadable * ONE_IN <= said {
        return None;
    }
    let mut left: Vec<&(String, usize)> = count.left.values().collect();
    left.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let named: Vec<String> = match left.is_empty() {
        true => count.examples.iter().map(|example| format!("`{}`", safe::terminal(example))).collect(),
        false => left.iter().map(|(word, count)| format!("`{}` ({count})", safe::terminal(word))).collect(),
    };
    let what = words::column_not_understood(column, count.unreadable, said, list_first(&named, WORDS));
    Some(Diagnostic::warning("not-understood", what).at(Place::file(file)).help(words::column_not_understood_help()))
}

/// The columns of a file that look like identity and stand not under `identity`, those that a criterion reads too, unless it
/// says why it may, or is told of them already.
pub(super) fn of_header(header: &[String], file: &BoundFile, criteria: &Criteria) -> Vec<Diagnostic> {
    let known = criteria.identity_headers();
    let told = |(at, name): (usize, &String)| {
        if known.contains_key(&fold_name(name)) || Some(at) == file.id {
            return None;
        }
        let problem = if file.plan.reads.contains(&at) {
            let reader = tells_who(name).then(|| reader(name, criteria))??;
            let what = words::identity_read(&reader.id, crate::yaml::short(name));
            Diagnostic::warning("identity-not-listed", what).help(words::identity_read_help())
        } else {
            let what = says_who(name).then(|| words::identity_not_listed(crate::yaml::short(name)))?;
            Diagnostic::warning("identity-not-listed", what).help(words::identity_not_listed_help())
        };
        Some(problem.at(Place::line(&file.name, 1)))
    };
    // A name that a file lacks is no mistake; one that is nearly there may be.
    let there = |name: &String| {
        let reaches = |header: &String| known.get(&fold_name(header)).is_some_and(|reached| reached == name);
        header.iter().any(reaches)
    };
    let free = || header.iter().filter(|name| !known.contains_key(&fold_name(name))).map(String::as_str);
    let misspelt = criteria.identity.iter().filter(|name| !there(name)).filter_map(|name| {
        let near = crate::yaml::nearest(name, free())?;
        let problem = Diagnostic::warning("identity-unknown", words::identity_unknown(crate::yaml::short(name)));
        let help = crate::catalogue::yaml::did_you_mean(crate::yaml::short(near));
        Some(problem.at(Place::line(&file.name, 1)).help(help))
    });
    misspelt.chain(header.iter().enumerate().filter_map(told)).collect()
}

/// The first criterion that reads the column of this header and does not say why it may, where nothing else is told of that.
fn reader<'a>(header: &str, criteria: &'a Criteria) -> Option<&'a Criterion> {
    let folded = fold_name(header);
    let reads = |criterion: &&Criterion| {
        let columns = criterion.rule.columns();
        let mut names = columns
            .iter()
            .flat_map(|column| std::iter::once(column.value.clone()).chain(criteria.headers(&column.value)));
        names.any(|name| fold_name(&name) == folded)
    };
    let mut readers = criteria.criteria.iter().filter(reads);
    readers.find(|criterion| criterion.lawful_basis.is_none() && proxy(criterion, [header]).is_none())
}
