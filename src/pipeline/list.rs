//! Candidates told in the order in which they are shown.

use std::collections::HashMap;
use std::io::{self, Write};

use foldhash::fast::FixedState;

use super::census::Census;
use super::decided::Over;
use super::in_order::in_order;
use super::notes::{line_of, notes_of};
use super::rank::Ranked;
use super::ranked::{List, Listed, PutAside};
use super::tell::{CriteriaTold, Teller, ToldCandidate, tellers};
use super::twins::{Sought, Twins};
use super::{BoundFile, Job, Stopped};
use crate::kinds::Kept;
use crate::plan::Numbers;
use crate::rank::{Near, Ranking};
use crate::records::Stored;
use crate::verdict::Glance;
use crate::view::{Heading, Render};

/// How many candidates are told at a time.
const BATCH: usize = 512;
/// Nor many more once they have so many bytes.
const BATCH_BYTES: usize = 1 << 20;

/// Tells the candidates that are shown, in the order of rank, through `render`, begun already.
///
/// # Errors
/// A temporary file that cannot be read, an output that cannot be written, an interruption.
pub fn list(
    files: &[BoundFile],
    job: &Job<'_>,
    census: &Census,
    ranked: &mut Ranked,
    heading: &Heading,
    render: &mut dyn Render,
    out: &mut (dyn Write + Send),
) -> Result<(), Stopped> {
    let Ranked { ranking, list } = ranked;
    let between = render.between();
    let workers = tellers(job, heading, census.blind.as_ref(), render).map(|teller| TellWorker {
        files,
        job,
        census,
        ranking,
        teller,
        plans: HashMap::default(),
        glances: Vec::new(),
        near: Near::default(),
        id: String::new(),
    });
    let mut first = true;
    let hand_on = |batch: &mut ToldBatch| -> Result<(), Stopped> {
        batch.failed.take().map_or(Ok(()), Err)?;
        if !std::mem::take(&mut first) {
            out.write_all(between)?;
        }
        Ok(out.write_all(&batch.out)?)
    };
    in_order(workers.collect(), |piece: &mut ListPiece| piece.fill(list, job), TellWorker::work, hand_on)?;
    Ok(())
}

/// Candidates on their way to be told.
#[derive(Default)]
struct ListPiece {
    records: Vec<u8>,
    /// Who they are, and where their records end.
    listed: Vec<(Listed, usize)>,
    /// The text of all records, so that it is known to be text once for all.
    text: Vec<u8>,
}

impl ListPiece {
    fn fill(&mut self, list: &mut List, job: &Job<'_>) -> Result<bool, Stopped> {
        job.check_stop()?;
        self.records.clear();
        self.listed.clear();
        while self.listed.len() < BATCH
            && self.records.len() < BATCH_BYTES
            && let Some(listed) = list.add(&mut self.records).map_err(Stopped::Spill)?
        {
            self.listed.push((listed, self.records.len()));
        }
        Ok(!self.listed.is_empty())
    }

    /// Each candidate's record, with its twins and its text.
    fn each<'a>(
        &'a mut self,
        twins: &'a Twins,
    ) -> io::Result<impl Iterator<Item = (PutAside<'a>, Option<Sought<'a>>, &'a str)>> {
        self.text.clear();
        let mut from = 0;
        let mut all = Vec::with_capacity(self.listed.len());
        for (listed, to) in &self.listed {
            let aside = PutAside::new(*listed, &self.records[std::mem::replace(&mut from, *to)..*to])?;
            self.text.extend_from_slice(aside.text()?);
            all.push((aside, None, self.text.len()));
        }
        for (at, sought) in twins.seek(all.iter().map(|(aside, ..)| aside.spot)) {
            all[at].1 = Some(sought);
        }
        let text = simdutf8::basic::from_utf8(&self.text).map_err(io::Error::other)?;
        let mut from = 0;
        Ok(all.into_iter().map(move |(aside, sought, to)| {
            (aside, sought, text.get(std::mem::replace(&mut from, to)..to).unwrap_or_default())
        }))
    }
}

/// Candidates told, on their way to the output.
#[derive(Default)]
struct ToldBatch {
    out: Vec<u8>,
    failed: Option<Stopped>,
}

/// What one thread has while it tells.
struct TellWorker<'a> {
    files: &'a [BoundFile],
    job: &'a Job<'a>,
    census: &'a Census,
    ranking: &'a Ranking,
    teller: Teller<'a>,
    /// What it takes to read the rows of files with the same header, by the number of their plan.
    plans: HashMap<usize, Rereading, FixedState>,
    glances: Vec<Glance>,
    near: Near,
    id: String,
}

/// What it takes to read again the rows that were put aside.
struct Rereading {
    stored: Stored,
    numbers: Vec<Numbers>,
    cells: Vec<u32>,
    kept: Kept,
}

impl TellWorker<'_> {
    fn work(&mut self, piece: &mut ListPiece, batch: &mut ToldBatch) {
        batch.out.clear();
        let told = piece.each(&self.census.twins).map_err(Stopped::Spill).and_then(|mut each| {
            each.try_for_each(|(aside, sought, text)| self.one(&aside, sought, text, &mut batch.out))
        });
        batch.failed = told.err();
    }

    fn one(
        &mut self,
        aside: &PutAside<'_>,
        sought: Option<Sought<'_>>,
        text: &str,
        out: &mut Vec<u8>,
    ) -> Result<(), Stopped> {
        let Self { files, job, census, ranking, teller, plans, glances, near, id } = self;
        let (file, blind) = (&files[aside.spot.file()], census.blind.as_ref());
        let Rereading { stored, numbers, cells, kept } = reading(plans, file, teller);
        let mut row = aside.row(text, stored).map_err(Stopped::Spill)?;
        row.line = line_of(blind, aside.spot, aside.line);
        let said = if job.reasons {
            cells.clear();
            if row.trouble.is_none() {
                file.plan.number_cells(&row, numbers, cells);
            }
            CriteriaTold::Words(cells)
        } else {
            let taken = file.plan.take_glances(aside.glances, glances);
            taken.ok_or_else(|| Stopped::Spill(io::ErrorKind::InvalidData.into()))?;
            CriteriaTold::Glances(glances)
        };
        // Where the order is that of reading, neither ranks nor twins are told of.
        let twins = census.twins.of(sought).take(if job.ranked { usize::MAX } else { 0 });
        let notes = notes_of(files, aside.spot, twins);
        let ranks = job.ranked.then(|| ranking.ranks(aside.key, near));
        let id = match blind {
            Some(blind) => blind.id(files, aside.spot, file.own_id(&row), id),
            None => file.id_of(&row, id),
        };
        let over = job.decisions.and_then(|decisions| Over::read_again(decisions, file, &row));
        let (standing, over) = (aside.key.standing(), over.as_ref());
        let candidate = ToldCandidate { file, row: &row, id, standing, ranks, notes: &notes, over };
        teller.tell(&candidate, said, kept, out).map_err(Stopped::Output)
    }
}

/// What it takes to read the rows of a file.
fn reading<'a>(
    plans: &'a mut HashMap<usize, Rereading, FixedState>,
    file: &BoundFile,
    teller: &mut Teller<'_>,
) -> &'a mut Rereading {
    /// So many are remembered at a time, since each may remember many cells.
    const MOST: usize = 64;
    if plans.len() >= MOST && !plans.contains_key(&file.number) {
        plans.clear();
        teller.forget();
    }
    plans.entry(file.number).or_insert_with(|| Rereading {
        stored: file.stored.clone(),
        numbers: Vec::new(),
        cells: Vec::new(),
        kept: Kept::default(),
    })
}
