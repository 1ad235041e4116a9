//! Everybody judged, as plain data for the rooms that look at all candidates together.

use std::sync::{Mutex, PoisonError};

use super::decided::Over;
use super::twins::Spot;
use super::{Bound, Job, Stopped, judge};
use crate::criteria::{Criteria, Stage};
use crate::decisions::Decisions;
use crate::diagnostic::Diagnostic;
use crate::kinds::Account;
use crate::plan::Scratch;
use crate::records::{Row, Source};
use crate::roll::{Asked, Person, Roll};

/// What else is looked at in each record: the file, the row, and, where they are asked for, what each criterion read in it;
/// nothing of a row that cannot be trusted.
pub type Look<'a> = dyn FnMut(&Bound, &Row<'_>, &[Account]) + Send + 'a;

/// What is gathered while the records are judged.
struct Gathered<'a> {
    scratch: Vec<Scratch>,
    people: Vec<(Spot, String, Person)>,
    look: &'a mut Look<'a>,
    decisions: Option<&'a Decisions>,
}

/// Judges every record, in the order of reading, and answers with what is worth telling of the data, too. With `accounts`,
/// `look` is given what each criterion read.
///
/// # Errors
/// A file that cannot be read on, an interruption.
pub fn everybody<'a>(
    sources: &mut [Source],
    files: &[Bound],
    job: &Job<'a>,
    (criteria, stage): (&Criteria, Stage),
    accounts: bool,
    look: &'a mut Look<'a>,
) -> Result<(Roll, Vec<Diagnostic>), Stopped> {
    let gathered = Mutex::new(Gathered { scratch: Vec::new(), people: Vec::new(), look, decisions: job.decisions });
    // One thread: the order of reading is that of judging.
    let job = Job { threads: 1, ..*job };
    let each = |file: &Bound, row: &Row<'_>| {
        gathered.lock().unwrap_or_else(PoisonError::into_inner).add(files, file, row, accounts);
        false
    };
    let judgement = judge(sources, files, &job, &each, None)?;
    let Gathered { people, .. } = gathered.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mut buffer = String::new();
    let told = people.into_iter().map(|(spot, id, person)| {
        let id = match &judgement.blind {
            Some(blind) => blind.id(files, spot, &id, &mut buffer).to_owned(),
            None => id,
        };
        Person { id, ..person }
    });
    let asked = criteria.of_stage(stage).map(|criterion| Asked {
        id: criterion.id.clone(),
        need: criterion.need,
        weight: criterion.weight,
    });
    let roll = Roll { people: told.collect(), asked: asked.collect() };
    Ok((roll, judgement.orders.told(files)))
}

impl Gathered<'_> {
    fn add(&mut self, files: &[Bound], file: &Bound, row: &Row<'_>, accounts: bool) {
        let Self { scratch, people, look, decisions } = self;
        // What is remembered of cells is of use for files with the same header alone.
        scratch.resize_with(scratch.len().max(file.number + 1), Scratch::default);
        let scratch = &mut scratch[file.number];
        let plan = &file.plan;
        let trusted = row.trouble.is_none();
        let standing = if trusted { plan.judge(row, scratch) } else { plan.distrust(scratch) };
        let mut near = scratch.near_miss.is_some();
        if trusted {
            plan.judge_each(row, scratch);
        }
        let over = decisions.and_then(|decisions| Over::of(decisions, file, row));
        let standing = over.as_ref().map_or(standing, |over| over.standing);
        if let Some(over) = &over {
            near = over.near_miss.is_some();
            scratch.judged.clone_from(&over.judged);
        }
        let number = files.iter().position(|one| std::ptr::eq(one, file)).unwrap_or_default();
        let id = file.id_of(row, &mut String::new()).to_owned();
        let person = Person { id: String::new(), standing, judged: scratch.judged.clone(), trusted, near };
        people.push((Spot::new(number, row.number), id, person));
        let accounts = if accounts && trusted { plan.account(row) } else { Vec::new() };
        look(file, row, &accounts);
    }
}
