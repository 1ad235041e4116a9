//! Everybody's whole account, in the order in which they are shown, for a format that asks for them.

use std::io::Write;

use super::blind::Blind;
use super::census::Census;
use super::decided::{Worded, accounts_of};
use super::notes::{line_of, notes_of};
use super::rank::Ranked;
use super::ranked::PutAside;
use super::{BoundFile, Job, Stopped};
use crate::catalogue::{Say as _, Text, pipeline as words};
use crate::criteria::Stage;
use crate::explain::{self, CriterionAccount};
use crate::rank::{Key, Near, Ranking};
use crate::records::Row;
use crate::view::account::Account;
use crate::view::{Line, Render, Words};

/// Tells the accounts of the candidates that are shown through `render`, begun already.
///
/// # Errors
/// A temporary file that cannot be read, an output that cannot be written, an interruption.
pub fn accounts(
    files: &[BoundFile],
    job: &Job<'_>,
    stage: Stage,
    census: &Census,
    ranked: &mut Ranked,
    render: &mut dyn Render,
    out: &mut dyn Write,
) -> Result<(), Stopped> {
    let Ranked { ranking, list } = ranked;
    let teller = AccountTeller { files, job, stage, census, ranking, blind: census.blind.as_ref() };
    let mut record = Vec::new();
    let mut near = Near::default();
    while let Some(aside) = list.next(&mut record).map_err(Stopped::Spill)? {
        job.check_stop()?;
        teller.tell(&aside, &mut near, render, out)?;
    }
    Ok(())
}

#[derive(Clone, Copy)]
struct AccountTeller<'a> {
    files: &'a [BoundFile],
    job: &'a Job<'a>,
    stage: Stage,
    census: &'a Census,
    ranking: &'a Ranking,
    blind: Option<&'a Blind>,
}

impl AccountTeller<'_> {
    fn tell(
        &self,
        aside: &PutAside<'_>,
        near: &mut Near,
        render: &mut dyn Render,
        out: &mut dyn Write,
    ) -> Result<(), Stopped> {
        let (Self { files, job, blind, .. }, key) = (*self, aside.key);
        let file = &files[aside.spot.file()];
        let mut stored = file.stored.clone();
        let mut row = aside.own_row(&mut stored).map_err(Stopped::Spill)?;
        row.line = line_of(blind, aside.spot, aside.line);
        let (accounts, over) = accounts_of((job.criteria, self.stage), file, &row, job.decisions, blind);
        let standing = over.as_ref().map_or_else(|| explain::standing_of(&accounts), |over| over.standing);
        let worded = over.as_ref().map(|over| Worded::new(over, file, &row, blind, job.lang));
        let (decided, status_decided) = worded.as_ref().map_or_else(Default::default, Worded::told);
        let trouble = row.trouble.map(|trouble| trouble.say());
        let points = explain::points(&accounts, trouble.as_ref(), job.lang);
        let rank = |after| Some((self.ranking.rank_after(key, Key::from(after))?, self.census.candidates));
        let change = explain::change(&accounts, (&file.name, aside.spot.row()), rank, job.lang);
        let mut own = String::new();
        let id = match blind {
            Some(blind) => blind.id(files, aside.spot, file.own_id(&row), &mut own),
            None => file.id_of(&row, &mut own),
        };
        let cells = file.cells(&row, blind);
        let cells: Vec<&str> = cells.iter().map(|cell| &**cell).collect();
        let name = if blind.is_none() { file.name_by(|column| row.get(column)) } else { "".into() };
        let unread: Vec<Text> = accounts.iter().flat_map(unread_of).collect();
        let line = Line {
            ranks: job.ranked.then(|| self.ranking.ranks(key, near)),
            id,
            name: &name,
            status: standing.status,
            score: standing.score,
            score_max: standing.score_max,
            criteria: &[],
            told: &Words::default(),
            file: &file.name,
            line: row.line,
            row: row.number,
            notes: &self.notes(file, &row, aside),
            unread: &unread,
            decided: &decided,
            status_decided,
            cells: &cells,
        };
        let untrusted = row.trouble.is_some();
        let account = Account { line: &line, nth: aside.nth, untrusted, criteria: &points, change: &change };
        Ok(render.account(&account, out)?)
    }

    /// What else is to be known about the record.
    fn notes(&self, file: &BoundFile, row: &Row<'_>, aside: &PutAside<'_>) -> Vec<Text> {
        let mut notes = file.notes(row);
        if self.job.ranked {
            let sought = self.census.twins.seek(std::iter::once(aside.spot)).first().map(|(_, sought)| *sought);
            notes.extend(notes_of(self.files, aside.spot, self.census.twins.of(sought)));
        }
        notes
    }
}

/// The words that were left beside what was understood, where a criterion lets these decide nothing.
fn unread_of(criterion: &CriterionAccount) -> Option<Text> {
    let told =
        if criterion.account.lenient { explain::unread_told(&explain::unread(&criterion.account)) } else { None };
    told.map(|told| Text::each(|lang| words::of_criterion(criterion.label.to(lang), told.to(lang)).say(lang)))
}
