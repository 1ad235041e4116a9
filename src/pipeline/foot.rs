//! What is told below the candidates.

use super::census::Census;
use super::notes::{line_of, places};
use super::twins::{Bond, Spot};
use super::{BoundFile, Job};
use crate::catalogue::pipeline as words;
use crate::decisions::Decisions;
use crate::diagnostic::{Diagnostic, Place};
use crate::view::Foot;

/// What is known after the last candidate, of whom so many are shown. Near misses are told apart ([`super::NearMisses::tell`]).
#[must_use]
pub fn foot(files: &[BoundFile], job: &Job<'_>, census: &Census, shown: u64) -> Foot {
    let (mut problems, told) = problems(files, job, census);
    // What to do is said once.
    let mut helped: Vec<&'static str> = Vec::new();
    for problem in &mut problems {
        if helped.contains(&problem.code) {
            problem.help = None;
        } else {
            helped.push(problem.code);
        }
    }
    let all = census.troubled + census.twins.count() as u64;
    let count = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    // What a word in the criteria file settles comes first.
    problems.splice(0..0, census.orders.told(files));
    problems.extend(census.late.iter().cloned());
    if census.without_id > 0 {
        problems.push(Diagnostic::note("no-id", words::without_id(count(census.without_id))));
    }
    if census.blank_rows > 0 {
        problems.push(Diagnostic::note("blank-rows", words::blank_rows(count(census.blank_rows))));
    }
    Foot {
        candidates: census.candidates,
        by_status: census.by_status,
        shown,
        near_misses: Vec::new(),
        more_near_misses: census.near.all,
        problems,
        more_problems: all - told as u64,
        decisions: job.decisions.map(Decisions::tally),
    }
}

/// Rows with something wrong, and twins, at most `job.problems` of them, and how many these are. Where no note of a
/// candidate tells of its twins, some of these come first, and that is told.
fn problems(files: &[BoundFile], job: &Job<'_>, census: &Census) -> (Vec<Diagnostic>, usize) {
    let blind = census.blind.as_ref();
    let name = |spot: Spot| files.get(spot.file()).map_or("", |file| file.name.as_str());
    let troubles = census.troubles.iter();
    let troubles = troubles.map(|(spot, line, trouble)| trouble.told(name(*spot), line_of(blind, *spot, *line)));
    let twins = census.twins.groups().map(|group| {
        let places = places(files, &group, None);
        let (code, what) = match group.bond {
            Bond::Id => ("id-twice", words::id_twice(places)),
            Bond::Person => ("person-twice", words::person_twice(places)),
        };
        let spot = group.spots[0];
        Diagnostic::warning(code, what).help(words::id_twice_help()).at(Place::file(name(spot)))
    });
    if job.ranked || census.twins.count() == 0 {
        let problems: Vec<Diagnostic> = troubles.chain(twins).take(job.problems).collect();
        let told = problems.len();
        return (problems, told);
    }
    let mut problems: Vec<Diagnostic> = twins.take(job.problems.div_ceil(2)).collect();
    let room = job.problems - problems.len();
    problems.push(Diagnostic::note("twins-not-in-notes", words::twins_not_in_notes()));
    problems.extend(troubles.take(room));
    let told = problems.len() - 1;
    (problems, told)
}
