//! Near misses: put aside as records are judged, told in their order at the end.

use std::io;

use super::blind::Blind;
use super::notes::line_of;
use super::twins::Spot;
use super::{BoundFile, Job, JudgedRecord, Stopped};
use crate::criteria::Criterion;
use crate::explain;
use crate::plan::Miss;
use crate::records::{Stored, packed};
use crate::score::Score;
use crate::spill::{Merged, Runs, SortKey};
use crate::view::NearMiss;

/// The near misses of one thread's records: all of them, or enough to tell the first few. Millions of them wait in a
/// temporary file.
#[derive(Default)]
pub(super) struct Nearest {
    runs: Runs,
    /// The first orders, where only these are told.
    first: Vec<SortKey>,
    all: u64,
}

/// The order of a near miss: the nearest first, then those with the fewest requirements open beside it, then those with
/// the best score, then in the order of reading (`nth`).
fn order(miss: &Miss, score: Score, nth: u64) -> SortKey {
    // Shares are not negative, and such floats sort as their bits do; those up to 1 need 30 of these.
    let key = u64::from(miss.gap.to_bits()) << 33 | u64::from(miss.open.min(63)) << 27;
    (key | u64::from(Score::new(100.0).steps() - score.steps()), nth)
}

/// What is kept of a file's rows for their near misses: who it is, and what the criteria read.
fn kept(file: &BoundFile) -> Stored {
    let mut columns: Vec<usize> = file.who().chain(file.plan.reads.clone()).collect();
    columns.sort_unstable();
    columns.dedup();
    Stored::new(columns)
}

impl Nearest {
    /// Whether a near miss may be one of the `most` that come first, whatever its score.
    pub(super) fn may_take(&self, miss: &Miss, most: usize, nth: u64) -> bool {
        self.takes(order(miss, Score::new(100.0), nth), most)
    }

    fn takes(&self, order: SortKey, most: usize) -> bool {
        let last = if self.first.len() < most { None } else { self.first.last() };
        most > 0 && last.is_none_or(|last| order <= *last)
    }

    /// Puts a record's near miss aside, if it has one, unless `most` others come before it.
    ///
    /// # Errors
    /// A temporary file that cannot be written.
    pub(super) fn see(&mut self, record: &JudgedRecord<'_>, most: usize) -> io::Result<()> {
        let Some(miss) = record.judgement.near_miss else { return Ok(()) };
        self.all += 1;
        let order = order(&miss, record.judgement.standing.score, record.nth);
        if !record.judgement.whole || !self.takes(order, most) {
            return Ok(());
        }
        if most < usize::MAX {
            let at = self.first.partition_point(|known| *known < order);
            self.first.insert(at, order);
            self.first.truncate(most);
        }
        let (spot, line) = (record.spot, record.row.line);
        self.runs.push(order, |out| {
            for number in [spot.file() as u64, spot.row(), line, miss.criterion as u64, u64::from(miss.open)] {
                packed::put(number, out);
            }
            kept(record.file).put(&record.row, out);
        })
    }
}

/// The near misses of all records, to be told once.
#[derive(Default)]
pub struct NearMisses {
    runs: Vec<Runs>,
    /// How many there are.
    pub all: u64,
}

impl NearMisses {
    pub(super) fn of(all: Vec<Nearest>) -> Self {
        let count = all.iter().map(|nearest| nearest.all).sum();
        Self { runs: all.into_iter().map(|nearest| nearest.runs).collect(), all: count }
    }

    /// Hands over the near misses that `job` asks for, the nearest first, and answers how many these were; `blind` says
    /// how they are told of where nobody is to know who they are.
    ///
    /// # Errors
    /// A temporary file that cannot be read, an output that cannot be written, an interruption.
    pub fn tell(
        &mut self,
        files: &[BoundFile],
        job: &Job<'_>,
        blind: Option<&Blind>,
        criteria: &[&Criterion],
        mut each: impl FnMut(&NearMiss<'_>) -> io::Result<()>,
    ) -> Result<u64, Stopped> {
        let mut merged = Merged::new(std::mem::take(&mut self.runs)).map_err(Stopped::Spill)?;
        let mut record = Vec::new();
        let mut told = 0;
        while told < job.near_misses as u64 && merged.next(&mut record).map_err(Stopped::Spill)?.is_some() {
            job.check_stop()?;
            one(files, blind, criteria, &record, &mut each)?;
            record.clear();
            told += 1;
        }
        Ok(told)
    }
}

/// Hands over the near miss that was put aside so.
fn one(
    files: &[BoundFile],
    blind: Option<&Blind>,
    criteria: &[&Criterion],
    record: &[u8],
    each: &mut impl FnMut(&NearMiss<'_>) -> io::Result<()>,
) -> Result<(), Stopped> {
    let broken = || Stopped::Spill(io::ErrorKind::InvalidData.into());
    let mut from = record;
    let mut number = || packed::take(&mut from).and_then(|number| usize::try_from(number).ok()).ok_or_else(broken);
    let (file, nth, line, at, open) = (number()?, number()? as u64, number()? as u64, number()?, number()?);
    let spot = Spot::new(file, nth);
    let file = files.get(file).ok_or_else(broken)?;
    let (planned, criterion) = file.plan.criteria.get(at).zip(criteria.get(at)).ok_or_else(broken)?;
    let text = Stored::text(from).and_then(|text| str::from_utf8(text).ok()).ok_or_else(broken)?;
    let mut stored = kept(file);
    let row = stored.row(from, text, (line, nth)).ok_or_else(broken)?;
    let mut account = planned.check.account(&row);
    let mut own = String::new();
    let (id, name) = match blind {
        None => (file.id_of(&row, &mut own), file.name_by(|column| row.get(column))),
        Some(blind) => {
            blind.cut_account(&planned.check, &row, false, &mut account);
            (blind.id(files, spot, file.own_id(&row), &mut own), "".into())
        }
    };
    let reason = explain::lack(&account, &planned.count(account.outcome), planned.when_missing);
    let miss = NearMiss {
        id,
        criterion: &planned.id,
        sizes: explain::sizes(&account),
        open: open as u64,
        file: &file.name,
        line: line_of(blind, spot, line),
        told: explain::near_miss((id, &name), &criterion.label, &reason, open),
        reason,
    };
    Ok(each(&miss)?)
}
