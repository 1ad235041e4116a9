//! All phrases of all packs, to be looked up by their first word.

use std::hash::BuildHasher;
use std::sync::{Arc, LazyLock};

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use super::pack;
use super::sense::{Section, Sections, Sense, sense};
use super::{EVERYWHERE, PACKS, SECTIONS};
use crate::text::cell::Tokens;

/// A set of packs: those whose words are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Langs(u8);

impl Langs {
    /// All packs.
    pub const ALL: Self = Self(u8::MAX);

    /// The packs of both; nothing where they share none.
    pub fn both(self, other: Self) -> Option<Self> {
        Some(Self(self.0 & other.0)).filter(|both| both.0 != 0)
    }

    /// The packs of either.
    pub fn either(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The numbers of the packs of one language; none where it is said everywhere.
    pub fn each(self) -> impl Iterator<Item = usize> {
        let one = if self.is_everywhere() { 0 } else { self.0 };
        (0..u8::BITS as usize).filter(move |at| one & (1 << at) != 0)
    }

    /// Whether it is said in every language, or by the criteria file.
    pub const fn is_everywhere(self) -> bool {
        self.0 & (1 << (PACKS.len() - 1)) != 0
    }

    /// The packs with these codes; nothing where one is not there.
    pub fn of<'a>(codes: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let bit = |code: &str| PACKS.iter().position(|(known, _)| *known == code).map(|at| 1 << at);
        codes.into_iter().chain([EVERYWHERE]).map(bit).try_fold(0, |all, bit| Some(all | bit?)).map(Self)
    }
}

/// A phrase with one of its meanings.
#[derive(Clone, Debug)]
struct Entry {
    /// Where its words are, folded, with a space between.
    text: (u32, u32),
    /// How long its first word is.
    first: u8,
    section: Section,
    sense: Sense,
    langs: u8,
    /// The phrase before this one with the same first word, counted from 1.
    next: u32,
}

/// Phrases, by their first words.
#[derive(Debug, Default)]
struct Phrases {
    texts: String,
    entries: Vec<Entry>,
    /// The last phrase of each first word, counted from 1.
    heads: HashTable<u32>,
}

fn hash(word: &str) -> u64 {
    FixedState::with_seed(0).hash_one(word)
}

impl Phrases {
    /// The phrases of these packs.
    fn of<'a>(packs: impl Iterator<Item = &'a str>) -> Self {
        let mut phrases = Self::default();
        let mut scratch = String::new();
        for (number, text) in packs.enumerate() {
            // What is written alike everywhere is of every language.
            let everywhere = PACKS.get(number).is_some_and(|(code, _)| *code == EVERYWHERE);
            let langs = if everywhere { u8::MAX } else { 1 << number };
            let mut last: (&str, &str, Option<(Section, Sense)>) = ("", "", None);
            // A pack that is not of the form is told by the tests.
            let _ = pack::read(text, |entry| {
                if (entry.section, entry.meaning) != (last.0, last.1) {
                    let section = Section::named(entry.section);
                    let known = section.and_then(|section| Some((section, sense(section, entry.meaning)?)));
                    last = (entry.section, entry.meaning, known);
                }
                if let Some((section, sense)) = last.2 {
                    phrases.add(entry.phrase, section, sense, langs, &mut scratch);
                }
            });
        }
        phrases
    }

    fn first(&self, entry: &Entry) -> &str {
        let from = entry.text.0 as usize;
        self.texts.get(from..from + usize::from(entry.first)).unwrap_or_default()
    }

    fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.get((number as usize).checked_sub(1)?)
    }

    fn add(&mut self, phrase: &str, section: Section, sense: Sense, langs: u8, scratch: &mut String) {
        normal(phrase, scratch);
        if scratch.is_empty() {
            return;
        }
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let from = self.texts.len();
        self.texts.push_str(scratch);
        let word = scratch.split(' ').next().unwrap_or_default();
        let number = offset(self.entries.len() + 1);
        let mut entry = Entry {
            text: (offset(from), offset(self.texts.len())),
            first: u8::try_from(word.len()).unwrap_or(u8::MAX),
            section,
            sense,
            langs,
            next: 0,
        };
        let Self { texts, entries, heads } = self;
        let first_of = |number: &u32| {
            let entry = &entries[*number as usize - 1];
            &texts[entry.text.0 as usize..][..usize::from(entry.first)]
        };
        match heads.entry(hash(word), |head| first_of(head) == word, |head| hash(first_of(head))) {
            hashbrown::hash_table::Entry::Occupied(mut head) => {
                entry.next = *head.get();
                *head.get_mut() = number;
            }
            hashbrown::hash_table::Entry::Vacant(head) => {
                head.insert(number);
            }
        }
        self.entries.push(entry);
    }

    /// Hands on every phrase that starts at this token, in one of these sections and languages, with the place after it.
    fn starting(
        &self,
        tokens: &Tokens,
        at: usize,
        sections: Sections,
        langs: Langs,
        each: &mut impl FnMut(Sense, Langs, usize),
    ) {
        let word = tokens.text(at);
        let mut next = self
            .heads
            .find(hash(word), |head| self.entry(*head).is_some_and(|entry| self.first(entry) == word))
            .copied()
            .unwrap_or_default();
        while let Some(entry) = self.entry(next) {
            if sections.take(entry.section, entry.sense) && entry.langs & langs.0 != 0 {
                let text = self.texts.get(entry.text.0 as usize..entry.text.1 as usize).unwrap_or_default();
                if let Some(end) = matches(text, tokens, at) {
                    each(entry.sense, Langs(entry.langs), end);
                }
            }
            next = entry.next;
        }
    }
}

/// A phrase as it is compared: its tokens folded, one space between, dashes between words left out.
pub(super) fn normal(phrase: &str, out: &mut String) {
    out.clear();
    if phrase.bytes().all(|byte| byte.is_ascii_lowercase()) {
        out.push_str(phrase);
    } else {
        cut(phrase, out);
    }
}

/// The same, cut into tokens as a cell is.
pub(super) fn cut(phrase: &str, out: &mut String) {
    out.clear();
    let tokens = Tokens::new(phrase);
    for at in 0..tokens.all().len() {
        let dash = tokens.text(at) == "-" && at > 0 && at + 1 < tokens.all().len();
        let dot = tokens.text(at) == "." && at > 0 && at + 1 == tokens.all().len();
        if dash || dot {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(tokens.text(at));
    }
}

/// Whether the tokens from this place on are those of a phrase, with or without dashes between them; the place after.
fn matches(phrase: &str, tokens: &Tokens, at: usize) -> Option<usize> {
    let mut end = at;
    for (nth, word) in phrase.split(' ').enumerate() {
        if nth > 0 && tokens.text(end) == "-" && word != "-" {
            end += 1;
        }
        if tokens.text(end) != word {
            return None;
        }
        end += 1;
    }
    Some(end)
}

static BUILT_IN: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(PACKS.iter().map(|(_, text)| *text)));

/// Reads all packs anew; how many phrases they hold.
pub(crate) fn load() -> usize {
    Phrases::of(PACKS.iter().map(|(_, text)| *text)).entries.len()
}

/// The words that a criteria file teaches.
#[derive(Debug, Default)]
pub(crate) struct Own(Phrases);

impl Own {
    /// Adds a phrase.
    pub fn add(&mut self, phrase: &str, section: Section, sense: Sense) {
        self.0.add(phrase, section, sense, u8::MAX, &mut String::new());
    }

    /// Whether nothing is taught.
    pub fn is_empty(&self) -> bool {
        self.0.entries.is_empty()
    }
}

/// The words that cells are read with: the packs', and those of the criteria file over them.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    langs: Langs,
    own: Option<Arc<Own>>,
}

impl Default for Lexicon {
    fn default() -> Self {
        Self { langs: Langs::ALL, own: None }
    }
}

impl PartialEq for Lexicon {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.own, &other.own) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        };
        same && self.langs == other.langs
    }
}

impl Lexicon {
    /// The packs of these languages, all if none is named, and these words over them.
    pub fn of<'a>(codes: impl Iterator<Item = &'a str>, own: Own) -> Self {
        let mut codes = codes.peekable();
        let langs = if codes.peek().is_some() { Langs::of(codes) } else { None };
        Self { langs: langs.unwrap_or(Langs::ALL), own: (!own.is_empty()).then(|| Arc::new(own)) }
    }

    /// Hands on every phrase that starts at this token, in one of these sections, with the place after it.
    pub fn starting(&self, tokens: &Tokens, at: usize, sections: Sections, mut each: impl FnMut(Sense, Langs, usize)) {
        BUILT_IN.starting(tokens, at, sections, self.langs, &mut each);
        if let Some(own) = &self.own {
            own.0.starting(tokens, at, sections, Langs::ALL, &mut each);
        }
    }
}

/// The name of a section in a pack.
pub(crate) fn name_of(section: Section) -> &'static str {
    SECTIONS.iter().find(|(_, known)| *known == section).map_or("", |(name, _)| name)
}
