//! What is told of the criteria of one candidate after the other, in words: much of it is the same again and again, and
//! stands here once.

use crate::verdict::{Credit, Finding};

/// What is told of criteria, but for the evidence.
#[derive(Clone, Debug)]
pub struct Saying {
    /// Met, not met or unknown, or that it does not count.
    pub finding: Finding,
    /// The share of the weight; without meaning where the criterion does not count.
    pub credit: Credit,
    /// The weight that counts for the candidate; 0 where the criterion does not.
    pub weight: f64,
    /// Why the verdict is what it is, in the heading's language. May quote the candidate: hostile until escaped.
    pub reason: String,
    /// The words of the cells that were not understood. A candidate's own: hostile until escaped.
    pub unread: Vec<String>,
}

/// A saying with its evidence, by where they stand in some [`Words`].
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    saying: u32,
    start: u32,
    end: u32,
    /// Its number, where it is kept.
    number: Option<u32>,
}

/// What is told of a candidate's criteria, and what is kept of what was told before.
#[derive(Debug, Default)]
pub struct Words {
    sayings: Vec<Saying>,
    /// Their numbers, where they are kept.
    numbers: Vec<Option<u32>>,
    /// The evidence, one after the other.
    text: String,
    /// How much of both is kept; the rest is of the candidate at hand alone.
    kept: (usize, usize),
    /// How many bytes are kept.
    bytes: usize,
    /// How many numbers have been given. None is given twice.
    given: u32,
    /// One for each criterion of the candidate at hand.
    at_hand: Vec<Phrase>,
}

/// What one criterion says of one candidate, in words.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    words: &'a Words,
    phrase: Phrase,
}

impl<'a> Told<'a> {
    /// What is said.
    #[must_use]
    pub fn saying(&self) -> &'a Saying {
        &self.words.sayings[self.phrase.saying as usize]
    }

    /// The text of the cell or cells that were read. A candidate's own words: hostile until escaped.
    #[must_use]
    pub fn evidence(&self) -> &'a str {
        self.words.text.get(self.phrase.start as usize..self.phrase.end as usize).unwrap_or_default()
    }

    /// A number, where the same may be told again of the same criterion: nothing else has it.
    #[must_use]
    pub const fn number(&self) -> Option<u32> {
        self.phrase.number
    }

    /// The same of what is said, whatever the evidence.
    #[must_use]
    pub fn number_of_saying(&self) -> Option<u32> {
        self.words.numbers[self.phrase.saying as usize]
    }
}

impl Words {
    /// How many criteria there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.at_hand.len()
    }

    /// Whether nothing is told in words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.at_hand.is_empty()
    }

    /// What is told of the criterion at this place.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<Told<'_>> {
        self.at_hand.get(at).map(|phrase| Told { words: self, phrase: *phrase })
    }

    /// Turns to the next candidate: what is not kept is gone.
    pub fn turn(&mut self) {
        self.sayings.truncate(self.kept.0);
        self.numbers.truncate(self.kept.0);
        self.text.truncate(self.kept.1);
        self.at_hand.clear();
    }

    /// Tells of the next criterion.
    pub fn tell(&mut self, phrase: Phrase) {
        self.at_hand.push(phrase);
    }

    /// Says something of the candidate at hand; answers where it stands.
    pub fn say(&mut self, saying: Saying) -> u32 {
        self.sayings.push(saying);
        self.numbers.push(None);
        place(self.sayings.len() - 1)
    }

    /// Adds evidence of the candidate at hand to what is said at a place.
    pub fn phrase(&mut self, saying: u32, evidence: &str) -> Phrase {
        let start = place(self.text.len());
        self.text.push_str(evidence);
        Phrase { saying, start, end: place(self.text.len()), number: None }
    }

    /// Whether there is room for more that is kept.
    #[must_use]
    pub const fn has_room(&self) -> bool {
        /// No more bytes are kept.
        const MOST: usize = 64 << 20;
        self.bytes < MOST
    }

    /// Keeps what is said at a place, to be told again of other candidates.
    pub fn keep_saying(&mut self, saying: u32) {
        let at = saying as usize;
        if self.numbers[at].is_none() {
            self.numbers[at] = Some(self.give());
            self.kept.0 = self.kept.0.max(at + 1);
            self.bytes += self.sayings[at].reason.len() + size_of::<Saying>();
        }
    }

    /// The same of a saying with its evidence.
    #[must_use]
    pub fn keep(&mut self, phrase: Phrase) -> Phrase {
        self.keep_saying(phrase.saying);
        self.kept.1 = self.kept.1.max(phrase.end as usize);
        self.bytes += (phrase.end - phrase.start) as usize;
        Phrase { number: Some(self.give()), ..phrase }
    }

    /// Keeps nothing of what was told.
    pub fn forget(&mut self) {
        *self = Self { given: self.given, ..Self::default() };
    }

    fn give(&mut self) -> u32 {
        self.given += 1;
        self.given - 1
    }
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
