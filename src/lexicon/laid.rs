//! Phrases laid out to be looked up by their first word: those of the packs when the program is built, those of a criteria
//! file when it is read. What they mean is a number here.
//!
//! `build.rs` reads this file too, so that it stands on no other but `normal.rs` and what cuts a text.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use super::normal::normal;
use crate::tokens::spelling;

/// A phrase with one of its meanings.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Where its words are, folded, with a space between.
    pub(super) text: u32,
    /// How long they are.
    pub(super) length: u16,
    /// How long the first of them is.
    pub(super) first: u8,
    /// The packs that have it, a bit each; all where it is said everywhere.
    pub(super) langs: u8,
    /// Which of the meanings.
    pub(super) meaning: u16,
    /// How the accents of its first word are written.
    pub(super) spelling: u32,
    /// Whether it has an umlaut, which German writes in capitals as well.
    pub(super) umlaut: bool,
    /// The phrase before this one with the same first word, counted from 1.
    pub(super) next: u32,
}

impl Phrase {
    /// Whether it is a single word.
    pub(super) fn is_word(&self) -> bool {
        usize::from(self.first) == usize::from(self.length)
    }
}

/// Phrases, by their first words.
#[derive(Debug, Default)]
pub(super) struct PhraseTable {
    /// UTF-8, kept as bytes: they are compared and cut at spaces alone.
    texts: Cow<'static, [u8]>,
    phrases: Cow<'static, [Phrase]>,
    /// How phrases of one word are written that has accents, and in which packs.
    spellings: HashMap<u32, u8, FixedState>,
    /// The last phrase of each first word, counted from 1.
    heads: HashTable<u32>,
}

fn hash(word: &[u8]) -> u64 {
    const STATE: FixedState = FixedState::with_seed(0);
    STATE.hash_one(word)
}

/// The first word of the phrase with this number, counted from 1.
fn first_of<'a>(texts: &'a [u8], phrases: &[Phrase], number: u32) -> &'a [u8] {
    let phrase = (number as usize).checked_sub(1).and_then(|at| phrases.get(at));
    let first = phrase.and_then(|phrase| texts.get(phrase.text as usize..)?.get(..usize::from(phrase.first)));
    first.unwrap_or_default()
}

impl PhraseTable {
    /// What was laid out before: the phrases and their texts, and the last phrase of each first word.
    pub(super) fn again(texts: &'static [u8], phrases: &'static [Phrase], heads: &[u32]) -> Self {
        let mut laid = Self { texts: texts.into(), phrases: phrases.into(), ..Self::default() };
        laid.heads.reserve(heads.len(), |_| 0);
        for head in heads {
            let first = |head: &u32| hash(first_of(texts, phrases, *head));
            laid.heads.insert_unique(first(head), *head, first);
        }
        for phrase in phrases {
            laid.spell(phrase);
        }
        laid
    }

    /// The texts, the phrases and the last phrase of each first word, as [`Self::again`] takes them.
    #[allow(dead_code, reason = "asked for when the program is built")]
    pub(super) fn parts(&self) -> (&[u8], &[Phrase], Vec<u32>) {
        let mut heads: Vec<u32> = self.heads.iter().copied().collect();
        heads.sort_unstable();
        (&self.texts, &self.phrases, heads)
    }

    /// Adds a phrase with a meaning.
    pub(super) fn add(&mut self, phrase: &str, langs: u8, meaning: u16) {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let texts = self.texts.to_mut();
        let from = texts.len();
        normal(phrase, texts);
        let word = &texts[from..];
        let first = memchr::memchr(b' ', word).unwrap_or(word.len());
        if first == 0 {
            return;
        }
        // Without accents there is nothing to be told of them.
        let accented = if phrase.is_ascii() { "" } else { phrase };
        let first_word = accented.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let mut new = Phrase {
            text: offset(from),
            length: u16::try_from(word.len()).unwrap_or(u16::MAX),
            first: u8::try_from(first).unwrap_or(u8::MAX),
            langs,
            meaning,
            spelling: spelling(first_word),
            umlaut: first_word.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü']),
            next: 0,
        };
        self.spell(&new);
        let Self { texts, phrases, heads, .. } = self;
        let number = offset(phrases.len() + 1);
        let word = &texts[from..][..first];
        let of = |head: &u32| first_of(texts, phrases, *head);
        match heads.entry(hash(word), |head| of(head) == word, |head| hash(of(head))) {
            hashbrown::hash_table::Entry::Occupied(mut head) => new.next = std::mem::replace(head.get_mut(), number),
            hashbrown::hash_table::Entry::Vacant(head) => {
                head.insert(number);
            }
        }
        phrases.to_mut().push(new);
    }

    /// Keeps how a phrase of one word is written.
    fn spell(&mut self, phrase: &Phrase) {
        if phrase.spelling != 0 && phrase.is_word() {
            *self.spellings.entry(phrase.spelling).or_default() |=
                if phrase.langs == u8::MAX { 0 } else { phrase.langs };
        }
    }

    /// All phrases, in the order in which they were added.
    pub(super) fn all(&self) -> &[Phrase] {
        &self.phrases
    }

    /// The words of a phrase, folded, with a space between.
    pub(super) fn text(&self, phrase: &Phrase) -> &[u8] {
        let from = phrase.text as usize;
        self.texts.get(from..from + usize::from(phrase.length)).unwrap_or_default()
    }

    /// The phrases with this first word, the last that was added first.
    pub(super) fn of(&self, word: &[u8]) -> impl Iterator<Item = &Phrase> {
        let head = self.heads.find(hash(word), |head| first_of(&self.texts, &self.phrases, *head) == word);
        let at = |number: u32| self.phrases.get((number as usize).checked_sub(1)?);
        std::iter::successors(head.and_then(|head| at(*head)), move |phrase| at(phrase.next))
    }

    /// The packs of which a word with these accents is a phrase; nothing where none is written so.
    pub(super) fn spelled(&self, spelling: u32) -> Option<u8> {
        self.spellings.get(&spelling).copied()
    }
}
