//! Records told as soon as they are judged (`--sort input`): none is kept.

use std::io::Write;

use super::census::{Census, twins};
use super::judge::{Consumer, each_record};
use super::judged::JudgedRecord;
use super::tell::{CriteriaTold, Teller, ToldCandidate, tellers};
use super::{BoundFile, Job, Stopped};
use crate::records::Source;
use crate::verdict::Glance;
use crate::view::{Heading, Render};

/// Judges every record of every file, and tells each then and there through `render`, begun already. Answers how many were
/// told, too.
///
/// # Errors
/// A file that cannot be read on, an output that cannot be written, an interruption.
pub fn stream(
    sources: &mut [Source],
    files: &[BoundFile],
    job: &Job<'_>,
    heading: &Heading,
    render: &mut dyn Render,
    out: &mut (dyn Write + Send),
) -> Result<(Census, u64), Stopped> {
    let between = render.between();
    let streamer = |teller| Streamer { job, teller, glances: Vec::new(), id: String::new() };
    let streamers = tellers(job, heading, None, render).map(streamer).collect();
    let mut told = 0;
    let mut done = each_record(sources, files, job, streamers, |batch: &mut StreamBatch| {
        if batch.told > 0 {
            if told > 0 {
                out.write_all(between)?;
            }
            out.write_all(&batch.out)?;
            out.flush()?;
            told += std::mem::take(&mut batch.told);
            batch.out.clear();
        }
        Ok(())
    })?;
    done.census.twins = twins(done.seen, job).map_err(Stopped::Spill)?;
    Ok((done.census, told))
}

/// Takes records on one thread.
struct Streamer<'a> {
    job: &'a Job<'a>,
    teller: Teller<'a>,
    glances: Vec<Glance>,
    id: String,
}

/// What comes of some records.
#[derive(Default)]
struct StreamBatch {
    out: Vec<u8>,
    told: u64,
}

impl Consumer for Streamer<'_> {
    type Batch = StreamBatch;

    fn forget(&mut self) {
        self.teller.forget();
    }

    fn take(&mut self, record: &mut JudgedRecord<'_>, batch: &mut StreamBatch) -> Result<(), Stopped> {
        let JudgedRecord { file, row, judgement, over, .. } = record;
        let standing = judgement.standing;
        if !self.job.shows(standing) {
            return Ok(());
        }
        let said = if self.job.reasons {
            CriteriaTold::Words(judgement.cells)
        } else {
            judgement.glances(&mut self.glances);
            CriteriaTold::Glances(&self.glances)
        };
        let id = file.id_of(row, &mut self.id);
        batch.told += 1;
        let candidate = ToldCandidate { file, row, id, standing, ranks: None, notes: &[], over: over.as_ref() };
        self.teller.tell(&candidate, said, judgement.kept, &mut batch.out).map_err(Stopped::Output)
    }
}
