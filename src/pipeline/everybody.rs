//! Everybody judged, as plain data for the rooms that look at all candidates together.

use super::judge::{Consumer, each_record};
use super::judged::JudgedRecord;
use super::twins::Spot;
use super::{BoundFile, Job, Stopped};
use crate::criteria::{Criteria, Stage};
use crate::diagnostic::Diagnostic;
use crate::kinds::TestAccount;
use crate::records::{Row, Source};
use crate::roll::{Person, Roll, RollCriterion};

/// What else is looked at in each record: the file, the row, and, where they are asked for, what each criterion read in it;
/// nothing of a row that cannot be trusted.
pub(super) type Look<'a> = dyn FnMut(&BoundFile, &Row<'_>, &[TestAccount]) + Send + 'a;

/// Judges every record, in the order of reading, and answers with what is worth telling of the data, too. With `accounts`,
/// `look` is given what each criterion read.
///
/// # Errors
/// A file that cannot be read on, an interruption.
pub fn everybody<'a>(
    sources: &mut [Source],
    files: &[BoundFile],
    job: &Job<'a>,
    (criteria, stage): (&Criteria, Stage),
    accounts: bool,
    look: &'a mut Look<'a>,
) -> Result<(Roll, Vec<Diagnostic>), Stopped> {
    // One thread: the order of reading is that of judging.
    let gatherer = Gatherer { people: Vec::new(), accounts, look };
    let done = each_record(sources, files, job, vec![gatherer], |()| Ok(()))?;
    let (census, mut buffer) = (done.census, String::new());
    let people = done.consumers.into_iter().flat_map(|gatherer| gatherer.people);
    let told = people.map(|(spot, person)| match &census.blind {
        Some(blind) => Person { id: blind.id(files, spot, &person.id, &mut buffer).to_owned(), ..person },
        None => person,
    });
    let asked = criteria.of_stage(stage).map(|criterion| RollCriterion {
        id: criterion.id.clone(),
        need: criterion.need,
        weight: criterion.weight,
    });
    let roll = Roll { people: told.collect(), asked: asked.collect() };
    Ok((roll, census.orders.told(files)))
}

/// Takes all records.
struct Gatherer<'a> {
    people: Vec<(Spot, Person)>,
    accounts: bool,
    look: &'a mut Look<'a>,
}

impl Consumer for Gatherer<'_> {
    type Batch = ();

    fn take(&mut self, record: &mut JudgedRecord<'_>, (): &mut ()) -> Result<(), Stopped> {
        let JudgedRecord { file, row, spot, judgement, .. } = record;
        let trusted = row.trouble.is_none();
        let person = Person {
            id: file.id_of(row, &mut String::new()).to_owned(),
            standing: judgement.standing,
            judged: judgement.each().iter().map(|answer| answer.judged).collect(),
            trusted,
            near: judgement.near_miss.is_some(),
        };
        self.people.push((*spot, person));
        let accounts = if self.accounts && trusted { file.plan.account(row) } else { Vec::new() };
        (self.look)(file, row, &accounts);
        Ok(())
    }
}
