//! The candidates that are shown, each with what is told of it, in the order of rank.

use std::io;

use super::Bound;
use super::twins::Spot;
use crate::rank::Key;
use crate::records::Row;
use crate::spill::{Merged, Runs};
use crate::verdict::Verdicts;

/// Somebody on the list.
#[derive(Clone, Copy, Debug)]
pub struct Listed {
    /// The standing.
    pub key: Key,
    /// Where the record is.
    pub spot: Spot,
}

/// Puts aside what is told of a row. Rows come out in the order of rank, then of reading.
///
/// # Errors
/// A temporary file that cannot be written.
pub(super) fn put(runs: &mut Runs, listed: Listed, verdicts: Verdicts, file: &Bound, row: &Row<'_>) -> io::Result<()> {
    runs.push((listed.key.to_bits(), listed.spot.0), |out| {
        out.extend_from_slice(&verdicts.to_bits().to_le_bytes());
        file.stored.put(row, out);
    })
}

/// What was put aside, as [`put`] wrote it.
pub fn parts(record: &[u8]) -> Option<(Verdicts, &[u8])> {
    let (verdicts, row) = record.split_first_chunk()?;
    Some((Verdicts::from_bits(u64::from_le_bytes(*verdicts)), row))
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
        Ok(next.map(|(key, spot)| Listed { key: Key::from_bits(key), spot: Spot(spot) }))
    }
}
