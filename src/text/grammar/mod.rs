//! One small grammar for each kind of cell. Each must account for every token: as a figure, a word of a pack in a place
//! that takes it, a name, or a word that the criteria file calls understood. What is left makes the reading open,
//! whatever else the cell says, and is told.

mod amount;
pub(crate) mod answer;
mod calendar;
mod certificate;
mod clock;
pub(crate) mod date;
pub(crate) mod degree;
mod habit;
pub(crate) mod language;
mod languages;
pub(crate) mod number;
mod period;
mod quantity;
pub(crate) mod scale;
mod share;
mod tenure;
mod tongues;
mod vague;
pub(crate) mod value;
pub(crate) mod years;

use crate::reading::{Reading, Why};
use crate::text::cell::Lexed;
use crate::text::words::{Lexicon, Sections, Sense, sections};

/// The month with this name, from 1.
pub(crate) fn month(word: &str) -> Option<u32> {
    const MONTHS: Sections = sections!(; Months);
    let lexed = Lexed::of_text(word.into(), &Lexicon::default(), MONTHS);
    lexed.cursor().sense(0, Sense::month)
}

/// What a grammar made of a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// What is meant by that which was understood.
    pub understood: Reading,
    /// The words that were not understood, as they are written.
    pub left: Vec<String>,
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

/// What several ways of reading a cell mean together; a way that makes no sense was not meant.
fn either(ways: impl IntoIterator<Item = Heard>) -> Heard {
    let join = |first: Heard, second: Heard| match (first.understood, second.understood) {
        (Reading::Unknown(_), _) => second,
        (_, Reading::Unknown(_)) => first,
        (Reading::Within(a), Reading::Within(b)) => Heard { understood: Reading::either(a, b), left: first.left },
        _ => first,
    };
    ways.into_iter().reduce(join).unwrap_or(Heard::whole(Reading::UNREADABLE))
}

/// The lexemes of a cell that no grammar placed.
#[derive(Clone, Debug, Default)]
struct Left(Vec<(usize, usize)>);

impl Left {
    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One more lexeme is left.
    fn add(&mut self, at: usize) {
        match self.0.last_mut() {
            Some((_, end)) if *end == at => *end = at + 1,
            _ => self.0.push((at, at + 1)),
        }
    }

    /// They as they are written.
    fn words(&self, lexed: &Lexed<'_>) -> Vec<String> {
        let written =
            |(from, to): &(usize, usize)| lexed.text.get(lexed.span(*from, *to)).unwrap_or_default().to_owned();
        let mut words: Vec<String> = self.0.iter().map(written).collect();
        // A cell beyond the longest that is read.
        if lexed.tokens.cut {
            words.push("…".to_owned());
        }
        words
    }
}
