//! One small grammar for each kind of cell. Each must account for every token: as a figure, a word of a pack in a place
//! that takes it, a name, or a word that the criteria file calls understood. What is left makes the reading open,
//! whatever else the cell says, and is told.

mod amount;
pub(crate) mod answer;
mod bare;
mod calendar;
mod certificate;
pub(crate) mod clock;
mod counted;
pub(crate) mod date;
pub(crate) mod degree;
pub(crate) mod durations;
mod habit;
pub(crate) mod language;
mod languages;
pub(crate) mod level;
pub(crate) mod number;
mod of;
mod period;
mod quantity;
mod scale;
mod share;
mod tenure;
mod tie;
mod tongues;
mod vague;
pub(crate) mod value;
mod workplace;
pub(crate) mod years;
mod yes;

use crate::formats::Formats;
use crate::lexed::{Cursor, Lexed};
use crate::lexicon::{Joint, Sections, Sense};
use crate::reading::{Reading, Why};
use crate::tokens::{Case, TokenKind};

/// What a grammar made of a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// What is meant by that which was understood.
    pub understood: Reading,
    /// The words that were not understood, as they are written.
    pub left: Vec<String>,
}

impl Heard {
    /// Nothing can be read.
    const NOTHING: Self = Self::whole(Reading::UNREADABLE);

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

/// Cuts a cell, looks it up in these sections, and hears what it says.
fn hear(cell: &str, sections: Sections, formats: &Formats, hear: impl FnOnce(&Lexed<'_>) -> Heard) -> Heard {
    Lexed::new(cell, &formats.lexicon, sections).map_or(Heard::NOTHING, |lexed| hear(&lexed))
}

/// The word at the end of a cell that leads to something which is not there: "good, but".
fn cut_off(lexed: &Lexed<'_>) -> Option<String> {
    let leads = |sense: &Sense| matches!(sense, Sense::Joint(Joint::And | Joint::Or | Joint::But));
    // "8 y"
    let other = |sense: &Sense| matches!(sense, Sense::Unit(_) | Sense::Number(_));
    let said = |at: &usize| lexed.token(*at).is_some_and(|token| token.kind != TokenKind::Mark);
    // "FR/EN" are two languages.
    let small = |at: &usize| lexed.token(*at).is_some_and(|token| token.case == Case::Lower);
    let last = (0..lexed.len()).rfind(said).filter(|at| *at > 0 && small(at))?;
    let senses = lexed.senses(last);
    (senses.iter().any(leads) && !senses.iter().any(other)).then(|| lexed.written(last, last + 1).to_owned())
}

/// What several ways of reading a cell mean together; a way that makes no sense was not meant.
fn either(ways: impl IntoIterator<Item = Heard>) -> Heard {
    let join = |first: Heard, second: Heard| match (first.understood, second.understood) {
        (Reading::Unknown(_), _) => second,
        (_, Reading::Unknown(_)) => first,
        (Reading::Within(a), Reading::Within(b)) => Heard { understood: Reading::either(a, b), left: first.left },
        (a, b) => {
            let all = a.hull().zip(b.hull()).map(|(a, b)| Reading::Within(a.hull(b)));
            Heard { understood: all.unwrap_or(a), left: first.left }
        }
    };
    ways.into_iter().reduce(join).unwrap_or(Heard::NOTHING)
}

/// The lexemes of a cell that no grammar placed.
#[derive(Clone, Debug, Default)]
struct Left(Vec<(usize, usize)>);

impl Left {
    /// What is left of a cell where this takes what comes next, as long as it takes something.
    fn of<'a>(lexed: &'a Lexed<'_>, mut take: impl FnMut(&mut Cursor<'a>) -> bool) -> Self {
        let (mut left, mut cursor) = (Self::default(), lexed.cursor());
        while !cursor.is_done() {
            if !cursor.follows(&mut take) {
                left.skip(&mut cursor);
            }
        }
        left
    }

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What comes next is left.
    fn skip(&mut self, cursor: &mut Cursor<'_>) {
        self.add(cursor.at);
        cursor.at += 1;
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
        let mut words: Vec<String> = self.0.iter().map(|(from, to)| lexed.written(*from, *to).to_owned()).collect();
        if words.is_empty() {
            words.extend(cut_off(lexed));
        }
        // A cell beyond the longest that is read.
        if lexed.tokens.cut {
            words.push("…".to_owned());
        }
        words
    }
}
