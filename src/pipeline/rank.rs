//! Records ranked: a number of each candidate is kept for the ranks, and what is told of those who are shown is put aside.

use std::collections::BinaryHeap;
use std::sync::atomic::{AtomicU64, Ordering};

use super::census::{Census, twins};
use super::in_order::both;
use super::judge::{Consumer, each_record};
use super::judged::JudgedRecord;
use super::ranked::{List, PutAside};
use super::{BoundFile, Job, Stopped};
use crate::plan::SoFar;
use crate::rank::{Key, Ranking};
use crate::records::{Row, Source};
use crate::score::Status;
use crate::spill::{Log, Runs};

/// The candidates, ranked.
pub struct Ranked {
    /// The ranks of all.
    pub ranking: Ranking,
    /// Those who are shown, in the order of rank, or of reading where that is asked for.
    pub list: List,
}

/// Judges every record of every file, and ranks them. Those for whom `wanted` holds are kept to be told, each with what the
/// job tells of it.
///
/// # Errors
/// A file that cannot be read on, a temporary file that cannot be written or read, an interruption.
pub fn rank(
    sources: &mut [Source],
    files: &mut [BoundFile],
    job: &Job<'_>,
    wanted: &(dyn Fn(&BoundFile, &Row<'_>) -> bool + Sync),
) -> Result<(Census, Ranked), Stopped> {
    files.iter_mut().for_each(|file| file.keep(job));
    let bar = AtomicU64::new(u64::MAX);
    let ranker = |_| Ranker { job, wanted, bar: &bar, aside: Runs::default(), glances: Vec::new() };
    let rankers = (0..job.threads.max(1)).map(ranker).collect();
    let mut standings = Standings::new(job.top, &bar);
    let mut done = each_record(sources, files, job, rankers, |batch| standings.add(batch))?;
    let list = List::new(done.consumers.into_iter().map(|ranker| ranker.aside).collect(), job.top);
    let (seen, rank) = (done.seen, || standings.rank());
    // To rank everybody takes as long as to find the twins: each has a thread.
    let (twins, ranking) = if job.threads < 2 { (twins(seen, job), rank()) } else { both(|| twins(seen, job), rank) };
    done.census.twins = twins.map_err(Stopped::Spill)?;
    Ok((done.census, Ranked { ranking: ranking.map_err(Stopped::Spill)?, list }))
}

/// Takes records on one thread.
struct Ranker<'a> {
    job: &'a Job<'a>,
    wanted: &'a (dyn Fn(&BoundFile, &Row<'_>) -> bool + Sync),
    /// The standing of the last who will be shown, as far as that is known: nobody behind it is.
    bar: &'a AtomicU64,
    aside: Runs,
    /// What the criteria of the record at hand come to at a glance, as it is kept.
    glances: Vec<u8>,
}

/// What comes of some records.
#[derive(Default)]
struct RankBatch {
    keys: Vec<u64>,
    /// The standings of those who may be among the first, where only these are shown.
    first: Vec<Key>,
}

impl Consumer for Ranker<'_> {
    type Batch = RankBatch;

    /// Once all that will be shown are eligible, nobody who is not can come before or between them, with whatever score,
    /// and nobody whose best possible score is under that of the last of them: their scores need not be known. (Those in
    /// review may become eligible, and count for how far a rank may move.)
    fn wants(&self, so_far: &SoFar) -> bool {
        let bar = self.bar.load(Ordering::Relaxed);
        if bar >= Key::FIRST_IN_REVIEW.to_bits() {
            return true;
        }
        let last = || Key::from_bits(bar).standing().score;
        so_far.status() != Status::NotEligible && !so_far.best().score_max.is_clearly_under(last())
    }

    fn take(&mut self, record: &mut JudgedRecord<'_>, batch: &mut RankBatch) -> Result<(), Stopped> {
        let key = Key::from(record.judgement.standing);
        batch.keys.push(key.to_bits());
        let shown = record.judgement.whole && self.job.shows(record.judgement.standing);
        if !shown || !(self.wanted)(record.file, &record.row) || key.to_bits() > self.bar.load(Ordering::Relaxed) {
            return Ok(());
        }
        if self.job.top.is_some() {
            batch.first.push(key);
        }
        self.glances.clear();
        if !self.job.reasons {
            record.judgement.put_glances(self.job.shares, &mut self.glances);
        }
        PutAside::put(&mut self.aside, record, &self.glances, self.job).map_err(Stopped::Spill)
    }
}

/// The standings of all candidates.
struct Standings<'a> {
    keys: Log,
    /// How many are shown, and the best so many; all where that is not given.
    top: Option<usize>,
    best: BinaryHeap<Key>,
    bar: &'a AtomicU64,
}

impl<'a> Standings<'a> {
    fn new(top: Option<usize>, bar: &'a AtomicU64) -> Self {
        let keys = if top.is_none() { Log::in_memory() } else { Log::default() };
        Self { keys, top, best: BinaryHeap::new(), bar }
    }

    fn add(&mut self, batch: &mut RankBatch) -> Result<(), Stopped> {
        self.keys.extend(&batch.keys).map_err(Stopped::Spill)?;
        batch.keys.clear();
        let Some(top) = self.top else { return Ok(()) };
        for key in batch.first.drain(..) {
            self.best.push(key);
            if self.best.len() > top {
                self.best.pop();
            }
        }
        if self.best.len() >= top {
            self.bar.store(self.best.peek().map_or(0, |last| last.to_bits()), Ordering::Relaxed);
        }
        Ok(())
    }

    fn rank(mut self) -> std::io::Result<Ranking> {
        match self.top {
            None => Ok(Ranking::of_all(self.keys.into_held().into_iter().map(Key::from_bits).collect())),
            Some(_) => Ranking::of_few(self.keys.iter()?.map(|key| key.map(Key::from_bits)), &self.best.into_vec()),
        }
    }
}
