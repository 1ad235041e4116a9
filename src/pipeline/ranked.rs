//! The candidates that are shown, each with what is told of it, in the order of rank.

use std::io;

use super::twins::Spot;
use super::{Job, JudgedRecord};
use crate::rank::Key;
use crate::records::{Row, Stored, packed};
use crate::spill::{Merged, Runs};

/// Somebody on the list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed {
    /// What the order is by; smaller is ahead.
    first: u64,
    nth: u64,
}

/// What was put aside of a record.
#[derive(Clone, Copy, Debug)]
pub struct PutAside<'a> {
    /// The standing.
    pub key: Key,
    /// A number that grows in the order of reading ([`JudgedRecord::nth`]).
    pub nth: u64,
    /// Where it is.
    pub spot: Spot,
    /// The line that it begins on.
    pub line: u64,
    /// What each criterion comes to at a glance ([`crate::plan::Plan::take_glances`]); nothing where reasons are told.
    pub glances: &'a [u8],
    row: &'a [u8],
}

impl<'a> PutAside<'a> {
    /// Puts aside what is told of a record, with what its criteria come to at a glance where that is told. Records come out in the order of rank, then of reading.
    ///
    /// # Errors
    /// A temporary file that cannot be written.
    pub(super) fn put(runs: &mut Runs, record: &JudgedRecord<'_>, glances: &[u8], job: &Job<'_>) -> io::Result<()> {
        let JudgedRecord { file, row, spot, nth, judgement, .. } = record;
        let key = Key::from(judgement.standing).to_bits();
        let first = if job.ranked { key } else { 0 };
        runs.push((first, *nth), |out| {
            // What the order does not say already.
            packed::put(key - first, out);
            packed::put(spot.file() as u64, out);
            packed::put(spot.row(), out);
            // None, but for line ends within cells.
            packed::put(row.line.saturating_sub(spot.row()), out);
            packed::put(glances.len() as u64, out);
            out.extend_from_slice(glances);
            file.stored.put(row, out);
        })
    }

    /// What [`PutAside::put`] wrote.
    ///
    /// # Errors
    /// It is something else.
    pub(super) fn new(listed: Listed, record: &'a [u8]) -> io::Result<Self> {
        Self::read(listed, record).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    fn read(listed: Listed, mut row: &'a [u8]) -> Option<Self> {
        let key = Key::from_bits(listed.first.checked_add(packed::take(&mut row)?)?);
        let file = usize::try_from(packed::take(&mut row)?).ok()?;
        let spot = Spot::new(file, packed::take(&mut row)?);
        let line = spot.row().saturating_add(packed::take(&mut row)?);
        let count = usize::try_from(packed::take(&mut row)?).ok()?;
        let (glances, row) = row.split_at_checked(count)?;
        Some(Self { key, nth: listed.nth, spot, line, glances, row })
    }

    /// The bytes of the row's text.
    ///
    /// # Errors
    /// It is something else.
    pub fn text(&self) -> io::Result<&'a [u8]> {
        Stored::text(self.row).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    /// The row, read with what the file keeps of rows.
    ///
    /// # Errors
    /// It is something else.
    pub fn own_row<'b>(&self, stored: &'b mut Stored) -> io::Result<Row<'b>>
    where
        'a: 'b,
    {
        let text = str::from_utf8(self.text()?).map_err(io::Error::other)?;
        self.row(text, stored)
    }

    /// The row with its text, read with what the file keeps of rows.
    ///
    /// # Errors
    /// It is something else.
    pub fn row<'b>(&self, text: &'b str, stored: &'b mut Stored) -> io::Result<Row<'b>> {
        stored.row(self.row, text, (self.line, self.spot.row())).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }
}

/// Everybody on the list, to be taken once.
#[derive(Default)]
pub struct List {
    runs: Vec<Runs>,
    merged: Option<Merged>,
    /// How many are still to come.
    left: u64,
}

impl List {
    /// Of all that was put aside, the first so many.
    pub(super) fn new(runs: Vec<Runs>, top: Option<usize>) -> Self {
        let all = runs.iter().map(Runs::count).sum::<u64>();
        Self { runs, merged: None, left: all.min(top.map_or(u64::MAX, |top| top as u64)) }
    }

    /// How many are still to come.
    #[must_use]
    pub const fn left(&self) -> u64 {
        self.left
    }

    /// The next one, whose record is in `buffer` until the one after it; nothing where all have been taken.
    ///
    /// # Errors
    /// A temporary file that cannot be read.
    pub fn next<'a>(&mut self, buffer: &'a mut Vec<u8>) -> io::Result<Option<PutAside<'a>>> {
        buffer.clear();
        self.add(buffer)?.map(|listed| PutAside::new(listed, buffer)).transpose()
    }

    /// Adds the next one's record to `out`; nothing where all have been taken.
    ///
    /// # Errors
    /// A temporary file that cannot be read.
    pub(super) fn add(&mut self, out: &mut Vec<u8>) -> io::Result<Option<Listed>> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let merged = match &mut self.merged {
            Some(merged) => merged,
            none => none.insert(Merged::new(std::mem::take(&mut self.runs))?),
        };
        Ok(merged.next(out)?.map(|(first, nth)| Listed { first, nth }))
    }
}
