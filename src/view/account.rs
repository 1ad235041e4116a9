//! One candidate's whole account, as plain data: for a format that tells of everybody what `screen explain` tells of one.

use super::Line;
use crate::reading::{Bound, Range};
use crate::verdict::{Credit, Finding};

/// All that is told of one candidate.
#[derive(Clone, Copy, Debug)]
pub struct Account<'a> {
    /// Who it is and where they stand; without criteria.
    pub line: &'a Line<'a>,
    /// A number that grows in the order of reading; no other candidate has it. Equals are shown in its order.
    pub nth: u64,
    /// Whether the row cannot be trusted, so that the candidate is in review whatever is asked.
    pub untrusted: bool,
    /// One for each of the heading's criteria.
    pub criteria: &'a [Point],
    /// What to ask, and where that would lead: sentences. May quote the candidate: hostile until escaped.
    pub change: &'a [String],
}

/// What one criterion says of one candidate.
#[derive(Clone, Debug)]
pub struct Point {
    /// Met, not met or unknown, or that it does not count.
    pub finding: Finding,
    /// The share of the weight; without meaning where the criterion does not count.
    pub credit: Credit,
    /// The text of the cell or cells that were read. A candidate's own words: hostile until escaped.
    pub evidence: String,
    /// Why the verdict is what it is. May quote the candidate: hostile until escaped.
    pub reason: String,
    /// The words of the cells that were not understood. A candidate's own: hostile until escaped.
    pub unread: Vec<String>,
    /// Whether somebody decided it, where that is known.
    pub decided: bool,
    /// Whether it is a panel's ratings.
    pub rated: bool,
    /// What was measured; nothing for what has no size, and where nothing is known of it.
    pub measured: Option<Measured>,
}

/// What was measured, and what it was held against.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// In what.
    pub unit: SizeUnit,
    /// What is asked.
    pub bound: Bound,
    /// All that the cells can mean: one range, or either of two; none where nothing is known.
    pub ranges: Vec<Range>,
    /// What decides instead where it passes and `ranges` leave it open: what was understood, though words are left.
    pub understood: Vec<Range>,
}

/// A unit of sizes.
#[derive(Clone, Debug, PartialEq)]
pub enum SizeUnit {
    /// Years.
    Years,
    /// A plain number.
    Number,
    /// Steps of a scale, by what they are called, the lowest first.
    Steps(Vec<String>),
    /// How many of so many.
    Count(usize),
    /// A rating, out of this.
    Rating(f64),
}
