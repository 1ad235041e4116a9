//! Records told as soon as they are judged (`--sort input`): none is kept.

use std::io::Write;

use super::census::{Census, twins};
use super::judge::{Consumer, Record, each_record};
use super::tell::{Candidate, Said, Teller, tellers};
use super::{Bound, Job, Stopped};
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
    files: &[Bound],
    job: &Job<'_>,
    heading: &Heading,
    render: &mut dyn Render,
    out: &mut (dyn Write + Send),
) -> Result<(Census, u64), Stopped> {
    let between = render.between();
    let streamer = |teller| Streamer { job, teller, glances: Vec::new(), id: String::new() };
    let streamers = tellers(job, heading, None, render).map(streamer).collect();
    let mut told = 0;
    let mut done = each_record(sources, files, job, streamers, |batch: &mut Batch| {
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
struct Batch {
    out: Vec<u8>,
    told: u64,
}

impl Consumer for Streamer<'_> {
    type Batch = Batch;

    fn forget(&mut self) {
        self.teller.forget();
    }

    fn take(&mut self, record: &mut Record<'_>, batch: &mut Batch) -> Result<(), Stopped> {
        let Record { file, row, judgement, over, .. } = record;
        let standing = judgement.standing;
        if !self.job.shows(standing) {
            return Ok(());
        }
        let said = if self.job.reasons {
            Said::Words(judgement.cells)
        } else {
            judgement.glances(&mut self.glances);
            Said::Glances(&self.glances)
        };
        let id = file.id_of(row, &mut self.id);
        batch.told += 1;
        let candidate = Candidate { file, row, id, standing, ranks: None, notes: &[], over: over.as_ref() };
        self.teller.tell(&candidate, said, judgement.kept, &mut batch.out).map_err(Stopped::Output)
    }
}
