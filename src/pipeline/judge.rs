//! Every record of every file read and judged, once, and handed to whoever takes it.

use std::sync::atomic::{AtomicU64, Ordering};

use super::census::{Census, ThreadCensus, count};
use super::decided::{Over, may_concern};
use super::in_order::in_order;
use super::judged::JudgedRecord;
use super::twins::{Sightings, Spot};
use super::{BoundFile, Job, Stopped};
use crate::diagnostic::Diagnostic;
use crate::plan::{Judgement, Memory, Miss, SoFar, Taker};
use crate::records::{Chunk, Row, RowReader, Source};

/// Takes judged records; one for each thread.
pub trait Consumer: Send {
    /// What comes of some records that stand one after the other: it is handed on in the order of reading, and filled again.
    type Batch: Default + Send;

    /// Whether a record of whom so much is known is to be judged to the end.
    fn wants(&self, _so_far: &SoFar) -> bool {
        true
    }

    /// What is known of cells is forgotten: from now on, other cells have their numbers ([`Judgement::cells`]).
    fn forget(&mut self) {}

    /// Takes a record.
    ///
    /// # Errors
    /// What comes of it cannot be written.
    fn take(&mut self, record: &mut JudgedRecord<'_>, batch: &mut Self::Batch) -> Result<(), Stopped>;
}

/// What comes of judging every record.
pub struct Done<C> {
    /// What was counted, but for the twins.
    pub census: Census,
    /// Who has been seen where, to be compared ([`super::twins::Twins`]).
    pub seen: Vec<Sightings>,
    /// Those who took the records.
    pub consumers: Vec<C>,
}

/// Judges every record of every file, on as many threads as there are consumers, and counts them. What the consumers hand
/// on comes in the order of reading.
///
/// # Errors
/// A file that cannot be read on, an output that cannot be written, an interruption.
pub fn each_record<C: Consumer>(
    sources: &mut [Source],
    files: &[BoundFile],
    job: &Job<'_>,
    consumers: Vec<C>,
    mut hand_on: impl FnMut(&mut C::Batch) -> Result<(), Stopped> + Send,
) -> Result<Done<C>, Stopped> {
    let read = AtomicU64::new(0);
    let mut feed = Feed { sources, job, at: 0, read_before: 0, taken: 0, read: &read, late: Vec::new() };
    let workers = consumers.into_iter().map(|consumer| JudgeWorker::new(files, job, consumer)).collect();
    let mut candidates = 0;
    let workers = in_order(
        workers,
        |piece: &mut Piece| feed.take(piece),
        |worker: &mut JudgeWorker<'_, C>, piece, batch: &mut JudgedPiece<C::Batch>| worker.work(piece, batch),
        |batch| {
            candidates += std::mem::take(&mut batch.candidates);
            batch.failed.take().map_or(Ok(()), Err)?;
            hand_on(&mut batch.own)?;
            (job.watch)(read.load(Ordering::Relaxed), candidates);
            Ok(())
        },
    )?;
    let (tallies, consumers) = workers.into_iter().map(JudgeWorker::finish).unzip();
    let (mut census, seen) = count(tallies, files, job);
    // Where nobody is to know who they are, files are called otherwise.
    let named = |(at, mut note): (usize, Diagnostic)| {
        note.place.iter_mut().for_each(|place| place.file = files[at].name.as_str().into());
        note
    };
    census.late = feed.late.into_iter().map(named).collect();
    Ok(Done { census, seen, consumers })
}

/// Some records on their way to a worker.
#[derive(Default)]
struct Piece {
    file: usize,
    chunk: Chunk,
    /// How many bytes of records came before it.
    before: u64,
}

/// The records of all files, a chunk at a time.
struct Feed<'a> {
    sources: &'a mut [Source],
    job: &'a Job<'a>,
    /// The file at hand.
    at: usize,
    /// How many bytes of the files before it were read, and of all files.
    read_before: u64,
    read: &'a AtomicU64,
    /// How many bytes of records were taken.
    taken: u64,
    /// What the end of a file has shown, by its number.
    late: Vec<(usize, Diagnostic)>,
}

impl Feed<'_> {
    fn take(&mut self, piece: &mut Piece) -> Result<bool, Stopped> {
        self.job.check_stop()?;
        while let Some(source) = self.sources.get_mut(self.at) {
            let more = source.next(&mut piece.chunk)?;
            self.read.store(self.read_before + source.bytes_read(), Ordering::Relaxed);
            if more {
                (piece.file, piece.before) = (self.at, self.taken);
                self.taken += piece.chunk.bytes().len() as u64;
                return Ok(true);
            }
            self.read_before += source.bytes_read();
            self.late.extend(source.late_note().map(|note| (self.at, note)));
            self.at += 1;
        }
        Ok(false)
    }
}

/// What comes of a piece.
#[derive(Default)]
struct JudgedPiece<B> {
    candidates: u64,
    own: B,
    failed: Option<Stopped>,
}

/// What one thread has while it judges.
struct JudgeWorker<'a, C> {
    files: &'a [BoundFile],
    job: &'a Job<'a>,
    /// What reads the file with this number: files come one after the other.
    reader: Option<(usize, RowReader)>,
    /// What is remembered, for the plan with this number.
    memory: (usize, Memory),
    tally: ThreadCensus,
    consumer: C,
}

impl<'a, C: Consumer> JudgeWorker<'a, C> {
    fn new(files: &'a [BoundFile], job: &'a Job<'a>, consumer: C) -> Self {
        Self { files, job, reader: None, memory: Default::default(), tally: ThreadCensus::new(job), consumer }
    }

    /// Makes ready for a file. What is remembered of cells is of use for files with the same header alone.
    fn turn_to(&mut self, number: usize) {
        if self.reader.as_ref().is_some_and(|(known, _)| *known == number) {
            return;
        }
        let file = &self.files[number];
        let before = self.reader.replace((number, RowReader::new(file.dialect)));
        self.tally.blank_rows += before.map_or(0, |(_, reader)| reader.blank_rows());
        if self.memory.0 != file.number {
            self.memory = (file.number, Memory::default());
            self.consumer.forget();
        }
    }

    fn work(&mut self, piece: &Piece, batch: &mut JudgedPiece<C::Batch>) {
        self.turn_to(piece.file);
        let Self { files, job, reader, memory: (_, memory), tally, consumer } = self;
        let (Some((_, reader)), file) = (reader, &files[piece.file]) else { return };
        let mut hands = Hands { file, job, piece, tally, consumer, batch };
        reader.blocks(&piece.chunk, |rows| {
            // Damaged rows stand alone: nothing is known of them.
            for rows in rows.chunk_by(|a, b| a.trouble.is_none() && b.trouble.is_none()) {
                match rows {
                    [row] if row.trouble.is_some() => hands.take(row, file.plan.distrust(memory)),
                    rows => file.plan.judge_rows(rows, memory, &mut hands),
                }
            }
        });
    }

    fn finish(mut self) -> (ThreadCensus, C) {
        self.tally.blank_rows += self.reader.map_or(0, |(_, reader)| reader.blank_rows());
        (self.tally, self.consumer)
    }
}

/// Takes the rows of a piece as they are judged.
struct Hands<'a, C: Consumer> {
    file: &'a BoundFile,
    job: &'a Job<'a>,
    piece: &'a Piece,
    tally: &'a mut ThreadCensus,
    consumer: &'a mut C,
    batch: &'a mut JudgedPiece<C::Batch>,
}

impl<C: Consumer> Hands<'_, C> {
    fn nth(&self, row: &Row<'_>) -> u64 {
        self.piece.before + row.start as u64
    }
}

impl<C: Consumer> Taker<Row<'_>> for Hands<'_, C> {
    fn wants(&self, row: &Row<'_>, so_far: &SoFar) -> bool {
        let near = |miss: Miss| self.tally.near.may_take(&miss, self.job.near_misses, self.nth(row));
        let decided = || self.job.decisions.is_some_and(|decisions| may_concern(decisions, self.file, row));
        self.consumer.wants(so_far) || so_far.near_miss().is_some_and(near) || decided()
    }

    fn take(&mut self, row: &Row<'_>, judgement: Judgement<'_>) {
        let (spot, nth) = (Spot::new(self.piece.file, row.number), self.nth(row));
        let over = self.job.decisions.and_then(|decisions| Over::of(decisions, self.file, row, || judgement.each()));
        let judgement = match &over {
            Some(over) => judgement.decided(over.each.clone(), over.standing, over.near_miss),
            None => judgement,
        };
        let mut record = JudgedRecord { file: self.file, row: *row, spot, nth, judgement, over };
        self.batch.candidates += 1;
        let seen = self.tally.see(&record, self.job).map_err(Stopped::Spill);
        let taken = seen.and_then(|()| self.consumer.take(&mut record, &mut self.batch.own));
        self.batch.failed = self.batch.failed.take().or(taken.err());
    }
}
