//! A record, just judged.

use super::BoundFile;
use super::decided::Over;
use super::twins::Spot;
use crate::plan::Judgement;
use crate::records::Row;

/// A record, just judged.
pub struct JudgedRecord<'a> {
    /// The file it is in.
    pub file: &'a BoundFile,
    /// Its cells.
    pub row: Row<'a>,
    /// Its place.
    pub spot: Spot,
    /// A number that grows in the order of reading; no other record has it. (Several may be on one line, where some
    /// lines end in another way than most.)
    pub nth: u64,
    /// What its criteria say, and people in their place.
    pub judgement: Judgement<'a>,
    /// What people decided of it.
    pub over: Option<Over<'a>>,
}
