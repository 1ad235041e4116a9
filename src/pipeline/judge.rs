//! Every record read and judged once.

use std::collections::BinaryHeap;
use std::io::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use super::blind::{Blind, Gathered};
use super::decided::Over;
use super::in_order::{both, in_order};
use super::near::{NearMisses, Nearest};
use super::orders::Orders;
use super::ranked::{Aside, Listed, Ranked};
use super::tell::Teller;
use super::twins::{Sightings, Spot, Twins};
use super::{Bound, Job, Stopped};
use crate::plan::Scratch;
use crate::rank::{Key, Ranking};
use crate::records::{Chunk, Row, RowReader, Source, Trouble};
use crate::score::{Standing, Status};
use crate::spill::{Log, Runs};
use crate::view::{Heading, Render};

/// What is known once every record has been judged.
#[derive(Default)]
pub struct Judgement {
    /// How many candidates there are.
    pub candidates: u64,
    /// How many have each status.
    pub by_status: [u64; 3],
    /// How many are shown.
    pub shown: u64,
    /// The ranks of all; of nobody with `--sort input`.
    pub ranking: Ranking,
    /// The candidates that are shown, in the order of rank; empty with `--sort input`.
    pub ranked: Ranked,
    /// Whether each candidate was told before the next was judged, and so before its twins were known.
    pub at_once: bool,
    /// The records that share an id or a person.
    pub twins: Twins,
    /// The first rows with something wrong, each with its line.
    pub troubles: Vec<(Spot, u64, Trouble)>,
    /// How many rows have something wrong.
    pub troubled: u64,
    /// How many rows had no id of their own, though there is a column for it.
    pub without_id: u64,
    /// The rows that were left out, since they hold nothing.
    pub blank_rows: u64,
    /// The candidates who miss one requirement only, and that nearly.
    pub near: NearMisses,
    /// How the dates of each column are ordered.
    pub orders: Orders,
    /// How they are told of, where nobody is to know who they are.
    pub blind: Option<Blind>,
}

/// What one thread has while it judges.
struct Worker<'a> {
    /// What it takes to read and judge the file at hand: files come one after the other.
    at_hand: Option<(usize, RowReader)>,
    blank_rows: u64,
    /// The number of the plan that this is for.
    plan: usize,
    scratch: Scratch,
    seen: Sightings,
    near: Nearest,
    ranked: Runs,
    orders: Orders,
    gathered: Option<Gathered>,
    teller: Option<Teller<'a>>,
    id: String,
}

impl Worker<'_> {
    /// Makes ready for a file. What is remembered of cells is of use for files with the same header alone.
    fn turn_to(&mut self, number: usize, file: &Bound) {
        if self.at_hand.as_ref().is_some_and(|(known, _)| *known == number) {
            return;
        }
        let before = self.at_hand.replace((number, RowReader::new(file.dialect)));
        self.blank_rows += before.map_or(0, |(_, reader)| reader.blank_rows());
        if std::mem::replace(&mut self.plan, file.number) != file.number {
            self.scratch = Scratch::default();
            self.teller.iter_mut().for_each(Teller::forget);
        }
    }
}

/// Some records on their way to a worker.
#[derive(Default)]
struct Piece {
    file: usize,
    chunk: Chunk,
    /// How many bytes of records came before it.
    before: u64,
}

/// What comes of them.
#[derive(Default)]
struct Batch {
    keys: Vec<u64>,
    by_status: [u64; 3],
    /// The standings of those who may be among the first, where only these are shown.
    first: Vec<Key>,
    troubles: Vec<(Spot, u64, Trouble)>,
    without_id: u64,
    shown: u64,
    out: Vec<u8>,
    failed: Option<Stopped>,
}

impl Batch {
    fn clear(&mut self) {
        self.keys.clear();
        self.by_status = [0; 3];
        self.first.clear();
        self.troubles.clear();
        self.without_id = 0;
        self.shown = 0;
        self.out.clear();
    }
}

/// Where records go as soon as they are judged (`--sort input`).
pub struct AtOnce<'a> {
    /// The format, begun.
    pub render: &'a mut dyn Render,
    /// What is known before the first candidate.
    pub heading: &'a Heading,
    /// Where it is written.
    pub out: &'a mut (dyn Write + Send),
}

/// Judges every record of every file. With `at_once`, each is told then and there and none is kept; else those for whom
/// `wanted` holds are kept to be told in the order of rank.
///
/// # Errors
/// A file that cannot be read on, an output that cannot be written, an interruption.
pub fn judge(
    sources: &mut [Source],
    files: &[Bound],
    job: &Job<'_>,
    wanted: &(dyn Fn(&Bound, &Row<'_>) -> bool + Sync),
    at_once: Option<AtOnce<'_>>,
) -> Result<Judgement, Stopped> {
    let forks: Vec<_> =
        at_once.iter().flat_map(|at_once| (0..job.threads.max(1)).map(|_| at_once.render.fork())).collect();
    let heading = at_once.as_ref().map(|at_once| at_once.heading);
    let between: &[u8] = at_once.as_ref().map_or(b"", |at_once| at_once.render.between());
    let (mut out, whole) = at_once.map(|AtOnce { render, out, .. }| (out, Mutex::new(render))).unzip();
    // A format whose lines depend on each other has no copies: it writes all of them itself, on one thread.
    let whole = whole.filter(|_| forks.iter().any(Option::is_none));
    let threads = if whole.is_some() { 1 } else { job.threads.max(1) };
    let mut forks = forks.into_iter();
    let workers = (0..threads)
        .map(|_| Worker {
            at_hand: None,
            blank_rows: 0,
            plan: 0,
            scratch: Scratch::default(),
            seen: Sightings::default(),
            near: Nearest::default(),
            ranked: Runs::default(),
            orders: Orders::default(),
            gathered: job.blind.then(Gathered::default),
            teller: heading.map(|heading| Teller::new(job, heading, forks.next().flatten())),
            id: String::new(),
        })
        .collect();
    let mut judgement = Judgement::default();
    // The standing of every candidate, in the order of reading.
    let mut keys = if job.top.is_none() { Log::in_memory() } else { Log::default() };
    let streams = out.is_some();
    let mut best: BinaryHeap<Key> = BinaryHeap::new();
    let bar = AtomicU64::new(u64::MAX);
    let mut current = 0;
    let mut read_before = 0;
    let read = AtomicU64::new(0);
    let mut taken = 0;
    let take = |piece: &mut Piece| -> Result<bool, Stopped> {
        job.check_stop()?;
        while let Some(source) = sources.get_mut(current) {
            let more = source.next(&mut piece.chunk)?;
            read.store(read_before + source.bytes_read(), Ordering::Relaxed);
            if more {
                piece.file = current;
                piece.before = taken;
                taken += piece.chunk.bytes().len() as u64;
                return Ok(true);
            }
            read_before += source.bytes_read();
            current += 1;
        }
        Ok(false)
    };
    // Once all that will be shown are eligible, nobody who is not can come before or between them, with whatever score, and
    // nobody whose best possible score is under that of the last of them: their scores need not be known. (Those in review
    // may become eligible, and count for how far a rank may move.)
    let out_of_reach = Key::FIRST_IN_REVIEW.to_bits();
    let work = |worker: &mut Worker<'_>, piece: &mut Piece, batch: &mut Batch| {
        batch.clear();
        let file = &files[piece.file];
        worker.turn_to(piece.file, file);
        let Worker { at_hand, scratch, seen, near, ranked, orders, gathered, teller, id, .. } = worker;
        let Some((_, reader)) = at_hand else { return };
        let mut one = |row: Row<'_>, scratch: &mut Scratch| {
            let spot = Spot::new(piece.file, row.number);
            orders.see(piece.file, file, &row);
            let nth = piece.before + row.start as u64;
            let ahead = bar.load(Ordering::Relaxed);
            let standing = match row.trouble {
                None => match file.plan.judge_required(&row, scratch) {
                    _ if ahead >= out_of_reach => Ok(file.plan.judge_rest(&row, scratch)),
                    Status::NotEligible => Err(Status::NotEligible),
                    status => {
                        let last = Key::from_bits(ahead).standing().score;
                        let in_reach = |hope: Standing| !hope.score_max.is_clearly_under(last);
                        file.plan.judge_in_reach(&row, scratch, in_reach).ok_or(status)
                    }
                },
                Some(trouble) => {
                    batch.troubles.push((spot, row.line, trouble));
                    Ok(file.plan.distrust(scratch))
                }
            };
            let over = job.decisions.and_then(|decisions| Over::of(decisions, file, &row));
            let standing = match &over {
                Some(over) => {
                    scratch.verdicts = over.verdicts();
                    scratch.near_miss = over.near_miss;
                    Ok(over.standing)
                }
                None => standing,
            };
            let (key, status) = match standing {
                Ok(standing) => (Key::from(standing), standing.status),
                Err(status) => (Key::last(status), status),
            };
            batch.by_status[status as usize] += 1;
            if !streams {
                batch.keys.push(key.to_bits());
            }
            let cell = |column: Option<usize>| column.map_or("", |column| row.sure(column));
            let own_id = file.own_id(&row);
            batch.without_id += u64::from(row.trouble.is_none() && file.lacks_id(&row));
            if let Some(gathered) = gathered {
                gathered.see(spot, file, &row);
            }
            let seen = seen.see(spot, own_id, cell(file.email), cell(file.person), cell(file.born));
            batch.failed = batch.failed.take().or(seen.err().map(Stopped::Spill));
            if let Some(miss) = scratch.near_miss {
                let exact = || standing.map_or_else(|_| file.plan.judge_rest(&row, scratch).into(), |_| key);
                let put = near.offer(&miss, exact, job.near_misses, (spot, nth), file, &row);
                batch.failed = batch.failed.take().or(put.err().map(Stopped::Spill));
            }
            let standing = standing.ok().filter(|standing| job.shows(*standing) && wanted(file, &row));
            let Some(standing) = standing else { return };
            if let Some(teller) = teller {
                if row.trouble.is_none() && !file.verdicts_only && teller.wants_each() {
                    file.plan.judge_each(&row, scratch);
                }
                let id = file.id_of(&row, id);
                let out = &mut batch.out;
                let told = match &whole {
                    None => teller.line(file, &row, id, standing, scratch, over.as_ref(), None, &[], out),
                    Some(whole) => {
                        let mut render = whole.lock().unwrap_or_else(PoisonError::into_inner);
                        teller.tell(file, &row, id, standing, scratch, over.as_ref(), None, &[], &mut **render, out)
                    }
                };
                batch.failed = batch.failed.take().or(told.err().map(Stopped::Output));
                batch.shown += 1;
            } else if key.to_bits() <= ahead {
                if job.top.is_some() {
                    batch.first.push(key);
                }
                let key = if job.ranked { key } else { Key::FIRST };
                let put = Aside::put(ranked, Listed { key, nth }, spot, scratch.verdicts, file, &row);
                batch.failed = batch.failed.take().or(put.err().map(Stopped::Spill));
            }
        };
        reader.blocks(&piece.chunk, |rows| {
            file.plan.look_ahead(rows, job.top.is_none(), scratch);
            for (at, row) in rows.iter().enumerate() {
                scratch.turn(at);
                one(*row, scratch);
            }
        });
    };
    let hand_on = |batch: &mut Batch| -> Result<(), Stopped> {
        if let Some(stopped) = batch.failed.take() {
            return Err(stopped);
        }
        for (sum, count) in judgement.by_status.iter_mut().zip(batch.by_status) {
            *sum += count;
            judgement.candidates += count;
        }
        judgement.without_id += batch.without_id;
        judgement.troubled += batch.troubles.len() as u64;
        let room = job.problems.saturating_sub(judgement.troubles.len());
        judgement.troubles.extend(batch.troubles.iter().take(room));
        keys.extend(&batch.keys).map_err(Stopped::Spill)?;
        if let Some(top) = job.top {
            for key in batch.first.drain(..) {
                best.push(key);
                if best.len() > top {
                    best.pop();
                }
            }
            if best.len() >= top && !streams {
                bar.store(best.peek().map_or(0, |last| last.to_bits()), Ordering::Relaxed);
            }
        }
        if let Some(out) = &mut out {
            let first = judgement.shown == 0;
            judgement.shown += batch.shown;
            if batch.shown > 0 {
                if !first {
                    out.write_all(between)?;
                }
                out.write_all(&batch.out)?;
                out.flush()?;
            }
        }
        (job.watch)(read.load(Ordering::Relaxed), judgement.candidates);
        Ok(())
    };
    let workers = in_order(workers, take, work, hand_on)?;
    let mut seen = Vec::with_capacity(workers.len());
    let mut gathered = Vec::new();
    for worker in workers {
        gathered.extend(worker.gathered);
        judgement.near.add(worker.near);
        judgement.orders.join(&worker.orders);
        judgement.blank_rows += worker.blank_rows + worker.at_hand.map_or(0, |(_, reader)| reader.blank_rows());
        seen.push(worker.seen);
        judgement.ranked.left += worker.ranked.count();
        judgement.ranked.runs.push(worker.ranked);
    }
    if !streams {
        judgement.ranked.left = judgement.ranked.left.min(job.top.map_or(u64::MAX, |top| top as u64));
        judgement.shown = judgement.ranked.left;
    }
    judgement.blind = job.blind.then(|| Blind::new(gathered, files, job.criteria));
    // To rank everybody takes as long as to find the twins: each has a thread.
    let rank = || match job.top {
        None => Ok(Ranking::of_all(keys.into_held().into_iter().map(Key::from_bits).collect())),
        Some(_) => Ranking::of_few(keys.iter()?.map(|key| key.map(Key::from_bits)), &best.into_vec()),
    };
    let seen = Mutex::new(seen);
    let twins = || {
        let seen = std::mem::take(&mut *seen.lock().unwrap_or_else(PoisonError::into_inner));
        if job.ranked { Twins::find(seen) } else { Twins::first(seen, job.problems) }
    };
    let (twins, ranking) = if threads < 2 { (twins(), rank()) } else { both(twins, rank) };
    judgement.at_once = !job.ranked;
    judgement.twins = twins.map_err(Stopped::Spill)?;
    judgement.ranking = ranking.map_err(Stopped::Spill)?;
    Ok(judgement)
}
