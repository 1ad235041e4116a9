//! What is counted of all records, whoever takes them.

use std::io;

use super::blind::{Blind, Gathered};
use super::near::{NearMisses, Nearest};
use super::orders::Orders;
use super::twins::{Sightings, Spot, Twins};
use super::{BoundFile, Job, JudgedRecord};
use crate::diagnostic::Diagnostic;
use crate::records::Trouble;

/// What is known once every record has been judged.
#[derive(Default)]
pub struct Census {
    /// How many candidates there are.
    pub candidates: u64,
    /// How many have each status.
    pub by_status: [u64; 3],
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
    /// What the end of files has shown.
    pub late: Vec<Diagnostic>,
    /// The candidates who miss one requirement only, and that nearly.
    pub near: NearMisses,
    /// How the dates of each column are ordered.
    pub orders: Orders,
    /// How they are told of, where nobody is to know who they are.
    pub blind: Option<Blind>,
}

/// What one thread counts of the records that it judges.
pub(super) struct ThreadCensus {
    by_status: [u64; 3],
    /// The first rows with something wrong, with their numbers in the order of reading and their lines.
    troubles: Vec<(u64, Spot, u64, Trouble)>,
    troubled: u64,
    without_id: u64,
    pub blank_rows: u64,
    seen: Sightings,
    pub near: Nearest,
    orders: Orders,
    gathered: Option<Gathered>,
}

impl ThreadCensus {
    pub(super) fn new(job: &Job<'_>) -> Self {
        Self {
            by_status: [0; 3],
            troubles: Vec::new(),
            troubled: 0,
            without_id: 0,
            blank_rows: 0,
            seen: Sightings::default(),
            near: Nearest::default(),
            orders: Orders::default(),
            gathered: job.blind.then(Gathered::default),
        }
    }

    /// Counts a record.
    ///
    /// # Errors
    /// A temporary file that cannot be written.
    pub(super) fn see(&mut self, record: &JudgedRecord<'_>, job: &Job<'_>) -> io::Result<()> {
        let JudgedRecord { file, row, spot, nth, judgement, .. } = record;
        self.by_status[judgement.standing.status as usize] += 1;
        match row.trouble {
            None => self.without_id += u64::from(file.lacks_id(row)),
            Some(trouble) => {
                self.troubled += 1;
                if self.troubles.len() < job.problems {
                    self.troubles.push((*nth, *spot, row.line, trouble));
                }
            }
        }
        self.orders.see(spot.file(), file, row);
        if let Some(gathered) = &mut self.gathered {
            gathered.see(*spot, file, row);
        }
        let cell = |column: Option<usize>| column.map_or("", |column| row.sure(column));
        let born = cell(file.born);
        // A name says who somebody is beside their date of birth alone.
        let name = if born.is_empty() { "".into() } else { file.name_by(|column| row.sure(column)) };
        self.seen.see(*spot, file.own_id(row), cell(file.email), &name, born)?;
        self.near.see(record, job.near_misses)
    }
}

/// What all threads counted, but for who has been seen where: that may be compared while something else is done.
pub(super) fn count(tallies: Vec<ThreadCensus>, files: &[BoundFile], job: &Job<'_>) -> (Census, Vec<Sightings>) {
    let mut census = Census::default();
    let (mut troubles, mut gathered, mut seen, mut near) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for tally in tallies {
        for (sum, count) in census.by_status.iter_mut().zip(tally.by_status) {
            *sum += count;
        }
        census.troubled += tally.troubled;
        census.without_id += tally.without_id;
        census.blank_rows += tally.blank_rows;
        troubles.extend(tally.troubles);
        census.orders.join(&tally.orders);
        gathered.extend(tally.gathered);
        seen.push(tally.seen);
        near.push(tally.near);
    }
    census.candidates = census.by_status.iter().sum();
    troubles.sort_unstable_by_key(|(nth, ..)| *nth);
    let first = troubles.into_iter().take(job.problems);
    census.troubles = first.map(|(_, spot, line, trouble)| (spot, line, trouble)).collect();
    census.near = NearMisses::of(near);
    census.blind = job.blind.then(|| Blind::new(gathered, files, job.criteria));
    (census, seen)
}

/// The records that share an id or a person: all of them, or as many as are told of where no candidate's notes tell.
///
/// # Errors
/// A temporary file that cannot be written or read.
pub(super) fn twins(seen: Vec<Sightings>, job: &Job<'_>) -> io::Result<Twins> {
    if job.ranked { Twins::find(seen) } else { Twins::first(seen, job.problems) }
}
