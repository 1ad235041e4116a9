//! What is told of the criteria of one candidate after the other, in words: much of it is the same again and again, and
//! stands here once.

use crate::verdict::{Credit, Finding, Glance};

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

impl Saying {
    /// The same at a glance.
    #[must_use]
    pub const fn glance(&self) -> Glance {
        Glance { finding: self.finding, share: self.credit.low }
    }
}

/// What is told of a candidate's criteria, and what is kept of what was told before: its places stay as they are.
#[derive(Debug, Default)]
pub struct Words {
    sayings: Vec<Saying>,
    phrases: Vec<PlacedSaying>,
    /// The evidence, one after the other.
    text: String,
    /// How much of each is kept; the rest is of the candidate at hand alone.
    kept: KeptWords,
    /// How often all of it has been forgotten.
    age: u32,
    /// How many bytes the reasons have that are kept.
    reasons: usize,
    /// The place of the phrase of each criterion of the candidate at hand.
    at_hand: Vec<u32>,
}

#[derive(Clone, Copy, Debug, Default)]
struct KeptWords {
    sayings: usize,
    phrases: usize,
    text: usize,
}

/// A saying, by its place, and where its evidence is.
#[derive(Clone, Copy, Debug)]
struct PlacedSaying {
    saying: u32,
    start: u32,
    end: u32,
}

/// What one criterion says of one candidate, in words.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    words: &'a Words,
    place: usize,
}

impl<'a> Told<'a> {
    fn phrase(&self) -> PlacedSaying {
        self.words.phrases[self.place]
    }

    /// What is said.
    #[must_use]
    pub fn saying(&self) -> &'a Saying {
        &self.words.sayings[self.phrase().saying as usize]
    }

    /// The text of the cell or cells that were read. A candidate's own words: hostile until escaped.
    #[must_use]
    pub fn evidence(&self) -> &'a str {
        let PlacedSaying { start, end, .. } = self.phrase();
        self.words.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// A number, where the same may be told again of the same criterion: nothing else of the same age has it.
    #[must_use]
    pub fn number(&self) -> Option<usize> {
        (self.place < self.words.kept.phrases).then_some(self.place)
    }

    /// The same of what is said, whatever the evidence.
    #[must_use]
    pub fn number_of_saying(&self) -> Option<usize> {
        let saying = self.phrase().saying as usize;
        (saying < self.words.kept.sayings).then_some(saying)
    }

    /// How often all that was told has been forgotten before this was.
    #[must_use]
    pub const fn age(&self) -> u32 {
        self.words.age
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
        self.at_hand.get(at).map(|place| Told { words: self, place: *place as usize })
    }

    /// Turns to the next candidate: what is not kept is gone.
    pub fn turn(&mut self) {
        self.sayings.truncate(self.kept.sayings);
        self.phrases.truncate(self.kept.phrases);
        self.text.truncate(self.kept.text);
        self.at_hand.clear();
    }

    /// Tells the next criterion in the phrase at this place.
    pub fn tell(&mut self, phrase: u32) {
        self.at_hand.push(phrase);
    }

    /// Says something of the candidate at hand; answers where it stands.
    pub fn say(&mut self, saying: Saying) -> u32 {
        self.sayings.push(saying);
        place(self.sayings.len() - 1)
    }

    /// Makes a phrase of what is said at this place and the evidence for it; answers where it stands.
    pub fn phrase(&mut self, saying: u32, evidence: &str) -> u32 {
        let start = place(self.text.len());
        self.text.push_str(evidence);
        self.phrases.push(PlacedSaying { saying, start, end: place(self.text.len()) });
        place(self.phrases.len() - 1)
    }

    /// Whether there is room for more that is kept.
    #[must_use]
    pub fn has_room(&self) -> bool {
        /// No more bytes are kept.
        const MOST: usize = 64 << 20;
        self.text.len() + self.reasons < MOST
    }

    /// Keeps what is said at this place, to be told again of other candidates.
    pub fn keep_saying(&mut self, saying: u32) {
        let saying = saying as usize;
        if saying >= self.kept.sayings {
            self.kept.sayings = saying + 1;
            self.reasons += self.sayings[saying].reason.len() + size_of::<Saying>();
        }
    }

    /// The same of the phrase at this place.
    pub fn keep(&mut self, phrase: u32) {
        let PlacedSaying { saying, end, .. } = self.phrases[phrase as usize];
        self.keep_saying(saying);
        self.kept.phrases = self.kept.phrases.max(phrase as usize + 1);
        self.kept.text = self.kept.text.max(end as usize);
    }

    /// The place of what is said in the phrase at this place, where that is kept, and the evidence for it.
    #[must_use]
    pub fn parts(&self, phrase: u32) -> Option<(u32, &str)> {
        let PlacedSaying { saying, start, end } = self.phrases[phrase as usize];
        let evidence = self.text.get(start as usize..end as usize)?;
        ((saying as usize) < self.kept.sayings).then_some((saying, evidence))
    }

    /// Keeps nothing of what was told.
    pub fn forget(&mut self) {
        *self = Self { age: self.age + 1, ..Self::default() };
    }
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
