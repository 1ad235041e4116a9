//! One small grammar for each kind of cell. Each must account for every token: as a figure, a word of a pack in a place
//! that takes it, a name, or a word that the criteria file calls understood. What is left makes the reading open,
//! whatever else the cell says, and is told.

mod amount;
mod calendar;
pub(crate) mod number;
mod period;
mod quantity;
pub(crate) mod years;

use std::ops::Range;

use crate::reading::{Reading, Why};
use crate::text::cell::Lexed;

/// What a grammar made of a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// What is meant by that which was understood.
    pub understood: Reading,
    /// Where in the text the words are that were not understood.
    pub left: Vec<Range<usize>>,
}

impl Heard {
    /// All of it was understood.
    #[must_use]
    pub const fn whole(understood: Reading) -> Self {
        Self { understood, left: Vec::new() }
    }

    /// The reading: open where words are left.
    #[must_use]
    pub fn reading(&self) -> Reading {
        match (self.left.as_slice(), self.understood) {
            ([], reading) => reading,
            (_, Reading::Unknown(Why::Missing)) => Reading::MISSING,
            _ => Reading::Unknown(Why::Words),
        }
    }
}

/// The lexemes of a cell that no grammar placed.
#[derive(Clone, Debug, Default)]
struct Left(Vec<(usize, usize)>);

impl Left {
    /// One more lexeme is left.
    fn add(&mut self, at: usize) {
        match self.0.last_mut() {
            Some((_, end)) if *end == at => *end = at + 1,
            _ => self.0.push((at, at + 1)),
        }
    }

    /// Where they are in the text.
    fn spans(&self, lexed: &Lexed<'_>) -> Vec<Range<usize>> {
        let mut spans: Vec<Range<usize>> = self.0.iter().map(|(from, to)| lexed.span(*from, *to)).collect();
        if lexed.tokens.cut {
            let end = spans.last().map_or(0, |last| last.end);
            spans.push(end..lexed.text.len());
        }
        spans
    }
}
