//! The candidates that are shown, each with what is told of it, in the order of rank.

use std::io;

use super::Bound;
use super::twins::Spot;
use crate::rank::Key;
use crate::records::{Row, Stored, packed};
use crate::spill::{Merged, Runs};
use crate::verdict::Verdicts;

/// Somebody on the list.
#[derive(Clone, Copy, Debug)]
pub struct Listed {
    /// The standing.
    pub key: Key,
    /// A number that grows in the order of reading; no other record has it. (Several may be on one line, where some
    /// lines end in another way than most.)
    pub nth: u64,
}

/// What was put aside of a record.
#[derive(Clone, Copy, Debug)]
pub struct Aside<'a> {
    /// Where it is.
    pub spot: Spot,
    /// The line that it begins on.
    pub line: u64,
    /// Its verdicts, as far as they fit.
    pub verdicts: Verdicts,
    row: &'a [u8],
}

impl<'a> Aside<'a> {
    /// Puts aside what is told of a row. Rows come out in the order of rank, then of reading.
    ///
    /// # Errors
    /// A temporary file that cannot be written.
    pub(super) fn put(
        runs: &mut Runs,
        listed: Listed,
        spot: Spot,
        verdicts: Verdicts,
        file: &Bound,
        row: &Row<'_>,
    ) -> io::Result<()> {
        runs.push((listed.key.to_bits(), listed.nth), |out| {
            packed::put(spot.file() as u64, out);
            packed::put(spot.row(), out);
            // None, but for line ends within cells.
            packed::put(row.line.saturating_sub(spot.row()), out);
            packed::put(verdicts.to_bits(), out);
            file.stored.put(row, out);
        })
    }

    /// What [`Aside::put`] wrote.
    ///
    /// # Errors
    /// It is something else.
    pub fn new(record: &'a [u8]) -> io::Result<Self> {
        Self::read(record).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    fn read(mut row: &'a [u8]) -> Option<Self> {
        let file = usize::try_from(packed::take(&mut row)?).ok()?;
        let spot = Spot::new(file, packed::take(&mut row)?);
        let line = spot.row().saturating_add(packed::take(&mut row)?);
        let verdicts = Verdicts::from_bits(packed::take(&mut row)?);
        Some(Self { spot, line, verdicts, row })
    }

    /// The bytes of the row's text.
    ///
    /// # Errors
    /// It is something else.
    pub fn text(&self) -> io::Result<&'a [u8]> {
        Stored::text(self.row).ok_or_else(|| io::ErrorKind::InvalidData.into())
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
pub struct Ranked {
    pub(super) runs: Vec<Runs>,
    merged: Option<Merged>,
    /// How many are still to come.
    pub(super) left: u64,
}

impl Ranked {
    /// Adds the next one's record to `out`; nothing where all have been taken.
    ///
    /// # Errors
    /// A temporary file that cannot be read.
    pub fn next(&mut self, out: &mut Vec<u8>) -> io::Result<Option<Listed>> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let merged = match &mut self.merged {
            Some(merged) => merged,
            none => none.insert(Merged::new(std::mem::take(&mut self.runs))?),
        };
        let next = merged.next(out)?;
        Ok(next.map(|(key, nth)| Listed { key: Key::from_bits(key), nth }))
    }
}
