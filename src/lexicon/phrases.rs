//! All phrases of all packs, to be looked up by their first word.

use std::collections::HashMap;
use std::hash::BuildHasher;
use std::sync::{Arc, LazyLock};

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use super::langs::Langs;
use super::normal::{matches, normal};
use super::pack;
use super::section::Section;
use super::sense::{Joint, Sense, sense};
use super::taken::Sections;
use super::{EVERYWHERE, PACKS};
use crate::tokens::{Case, Tokens, spelling};

/// A phrase with one of its meanings.
#[derive(Clone, Debug)]
struct Phrase {
    /// Where its words are, folded, with a space between.
    text: u32,
    /// How long they are.
    length: u16,
    /// How long the first of them is.
    first: u8,
    langs: u8,
    /// Which of the meanings.
    meaning: u16,
    /// How the accents of its first word are written.
    spelling: u32,
    /// Whether it has an umlaut, which German writes in capitals as well.
    umlaut: bool,
    /// The phrase before this one with the same first word, counted from 1.
    next: u32,
}

/// Phrases, by their first words.
#[derive(Debug, Default)]
struct Phrases {
    /// UTF-8, kept as bytes: they are compared and cut at spaces alone.
    texts: Vec<u8>,
    meanings: Vec<(Section, Sense)>,
    entries: Vec<Phrase>,
    /// How phrases of one word are written that has accents, and in which packs.
    spellings: HashMap<u32, u8, FixedState>,
    /// The last phrase of each first word, counted from 1.
    heads: HashTable<u32>,
}

fn hash(word: &[u8]) -> u64 {
    const STATE: FixedState = FixedState::with_seed(0);
    STATE.hash_one(word)
}

impl Phrases {
    /// The phrases of these packs.
    fn of<'a>(packs: impl Iterator<Item = &'a str>) -> Self {
        // A little more than there are.
        const PHRASES: usize = 16_000;
        let mut phrases = Self {
            texts: Vec::with_capacity(12 * PHRASES),
            meanings: Vec::with_capacity(PHRASES / 8),
            entries: Vec::with_capacity(PHRASES),
            spellings: HashMap::with_capacity_and_hasher(PHRASES / 8, FixedState::default()),
            heads: HashTable::with_capacity(PHRASES / 2),
        };
        for (number, text) in packs.enumerate() {
            // What is written alike everywhere is of every language.
            let everywhere = PACKS.get(number).is_some_and(|(code, _)| *code == EVERYWHERE);
            let langs = if everywhere { u8::MAX } else { 1 << number };
            let (mut name, mut section, mut meaning, mut known) = ("", None, "", false);
            // A pack that is not of the form is told by the tests.
            let _ = pack::read(text, |entry| {
                // The same meaning is the same place of the pack.
                if !std::ptr::eq(entry.meaning, meaning) {
                    meaning = entry.meaning;
                    if !std::ptr::eq(entry.section, name) {
                        (name, section) = (entry.section, Section::named(entry.section));
                    }
                    let said = section.and_then(|section| Some((section, sense(section, meaning)?)));
                    known = said.is_some();
                    phrases.meanings.extend(said);
                }
                if known {
                    phrases.add(entry.phrase, langs);
                }
            });
        }
        phrases
    }

    fn first(&self, entry: &Phrase) -> &[u8] {
        let from = entry.text as usize;
        self.texts.get(from..from + usize::from(entry.first)).unwrap_or_default()
    }

    fn text(&self, entry: &Phrase) -> &[u8] {
        let from = entry.text as usize;
        self.texts.get(from..from + usize::from(entry.length)).unwrap_or_default()
    }

    fn entry(&self, number: u32) -> Option<&Phrase> {
        self.entries.get((number as usize).checked_sub(1)?)
    }

    /// Adds a phrase with the last of the meanings.
    fn add(&mut self, phrase: &str, langs: u8) {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let from = self.texts.len();
        normal(phrase, &mut self.texts);
        let word = &self.texts[from..];
        let first = memchr::memchr(b' ', word).unwrap_or(word.len());
        if first == 0 {
            return;
        }
        let hashed = hash(&word[..first]);
        let number = offset(self.entries.len() + 1);
        // Without accents there is nothing to be told of them.
        let accented = if phrase.is_ascii() { "" } else { phrase };
        let first_word = accented.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let mut entry = Phrase {
            text: offset(from),
            length: u16::try_from(word.len()).unwrap_or(u16::MAX),
            first: u8::try_from(first).unwrap_or(u8::MAX),
            langs,
            meaning: u16::try_from(self.meanings.len().saturating_sub(1)).unwrap_or(u16::MAX),
            spelling: spelling(first_word),
            umlaut: first_word.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü']),
            next: 0,
        };
        if entry.spelling != 0 && first == word.len() {
            *self.spellings.entry(entry.spelling).or_default() |= if langs == u8::MAX { 0 } else { langs };
        }
        let Self { texts, entries, heads, .. } = self;
        let first_of = |number: &u32| {
            let entry = &entries[*number as usize - 1];
            &texts[entry.text as usize..][..usize::from(entry.first)]
        };
        let word = &texts[from..][..first];
        match heads.entry(hashed, |head| first_of(head) == word, |head| hash(first_of(head))) {
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

    /// The values that a word alone has as a number, and whether it joins numbers ("und"), in these languages.
    fn numbers(&self, word: &str, langs: Langs) -> impl Iterator<Item = (Option<f64>, u8)> {
        let head = self.heads.find(hash(word.as_bytes()), |head| {
            self.entry(*head).is_some_and(|entry| self.first(entry) == word.as_bytes())
        });
        let first = head.and_then(|head| self.entry(*head));
        let all = std::iter::successors(first, |entry| self.entry(entry.next));
        all.filter(move |entry| entry.langs & langs.0 != 0 && usize::from(entry.first) == usize::from(entry.length))
            .filter_map(|entry| match self.meanings.get(usize::from(entry.meaning))?.1 {
                Sense::Number(value) => Some((Some(value), entry.langs)),
                Sense::Joint(Joint::And) => Some((None, entry.langs)),
                _ => None,
            })
    }

    /// The value of a number that is written as one word: "hundertfünfzig", "drieduizendtweehonderd".
    fn compound(&self, word: &str, langs: Langs) -> Option<(f64, Langs)> {
        [1_000.0, 100.0].into_iter().find_map(|scale| self.scaled(word, scale, langs))
    }

    /// The value of so many times a scale and what is added to that, all in one word.
    fn scaled(&self, word: &str, scale: f64, langs: Langs) -> Option<(f64, Langs)> {
        /// No word for a hundred or a thousand is shorter.
        const LETTERS: usize = 7;
        let cuts = || word.char_indices().map(|(at, _)| at).chain([word.len()]);
        let pairs = cuts().flat_map(|from| cuts().map(move |to| (from, to)));
        for (from, to) in pairs.filter(|(from, to)| from + LETTERS <= *to) {
            for (value, of) in self.numbers(&word[from..to], langs).filter_map(|(value, of)| Some((value?, of))) {
                let langs = Langs(of & langs.0);
                // "zweihundert" is a word of its own.
                if value < scale || value >= 10.0 * scale || value > scale && from > 0 {
                    continue;
                }
                let times = if from == 0 { Some(1.0) } else { self.under(&word[..from], scale, langs) };
                let rest = &word[to..];
                let joined = (1..rest.len())
                    .filter(|at| rest.is_char_boundary(*at))
                    .find(|at| self.numbers(&rest[..*at], langs).any(|(value, _)| value.is_none()));
                let more = if rest.is_empty() { Some(0.0) } else { self.under(rest, scale, langs) };
                let more = more.or_else(|| self.under(&rest[joined?..], scale, langs));
                if let (Some(times), Some(more)) = (times, more) {
                    return Some((times * value + more, langs));
                }
            }
        }
        None
    }

    /// The value of a word that is a number below a scale.
    fn under(&self, word: &str, scale: f64, langs: Langs) -> Option<f64> {
        let plain = self.numbers(word, langs).find_map(|(value, _)| value.filter(|value| *value < scale));
        plain.or_else(|| (scale > 100.0).then(|| self.scaled(word, 100.0, langs))?.map(|(value, _)| value))
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
        let word = tokens.text(at).as_bytes();
        let (spelling, case) = tokens.all().get(at).map_or((0, Case::Lower), |token| (token.spelling, token.case));
        let spelled = self.spellings.get(&spelling).copied();
        // A word that is written as a phrase is, accents and all, is none without ("dès" is not "DES", nor "née" "nee"),
        // and none of the same language with others ("maîtrisé" is not "maîtrise").
        let other = |entry: &Phrase| {
            let own = entry.langs != u8::MAX && spelled.is_some_and(|langs| langs & entry.langs != 0);
            // "Uber" is a name.
            let name = entry.umlaut && spelling == 0 && case == Case::Capital;
            name || spelled.is_some() && entry.spelling != spelling && (entry.spelling == 0 || own)
        };
        let mut next = self
            .heads
            .find(hash(word), |head| self.entry(*head).is_some_and(|entry| self.first(entry) == word))
            .copied()
            .unwrap_or_default();
        while let Some(entry) = self.entry(next) {
            let meaning = self.meanings.get(usize::from(entry.meaning)).copied();
            if let Some((section, sense)) = meaning
                && entry.langs & langs.0 != 0
                && !other(entry)
                && sections.take(section, sense)
                && let Some(end) = matches(self.text(entry), tokens, at)
            {
                each(sense, Langs(entry.langs), end);
            }
            next = entry.next;
        }
    }
}

static BUILT_IN: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(PACKS.iter().map(|(_, text)| *text)));

/// Reads the language packs anew, as each start of the program does once; how many phrases they hold.
#[doc(hidden)]
#[must_use]
pub fn load_packs() -> usize {
    Phrases::of(PACKS.iter().map(|(_, text)| *text)).entries.len()
}

/// The words that a criteria file teaches.
#[derive(Debug, Default)]
pub(crate) struct Own(Phrases);

impl Own {
    /// Adds a phrase.
    pub(crate) fn add(&mut self, phrase: &str, section: Section, sense: Sense) {
        self.0.meanings.push((section, sense));
        self.0.add(phrase, u8::MAX);
    }

    /// Whether nothing is taught.
    pub(crate) fn is_empty(&self) -> bool {
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
    pub(crate) fn of<'a>(codes: impl Iterator<Item = &'a str>, own: Own) -> Self {
        let mut codes = codes.peekable();
        let langs = if codes.peek().is_some() { Langs::of(codes) } else { None };
        Self { langs: langs.unwrap_or(Langs::ALL), own: (!own.is_empty()).then(|| Arc::new(own)) }
    }

    /// Hands on each sense of these words with a phrase that has it, folded, a space between its tokens.
    pub(crate) fn each_phrase(&self, mut each: impl FnMut(Sense, &[u8])) {
        let own = self.own.as_ref().map(|own| (&own.0, Langs::ALL));
        for (phrases, langs) in [Some((&*BUILT_IN, self.langs)), own].into_iter().flatten() {
            for entry in phrases.entries.iter().filter(|entry| entry.langs & langs.0 != 0) {
                if let Some((_, sense)) = phrases.meanings.get(usize::from(entry.meaning)) {
                    each(*sense, phrases.text(entry));
                }
            }
        }
    }

    /// The value of a number that is written as one word, and its languages; nothing for any other word.
    pub(crate) fn compound(&self, word: &str) -> Option<(f64, Langs)> {
        /// No shorter word is such a number, nor a longer one.
        const LETTERS: std::ops::RangeInclusive<usize> = 8..=64;
        LETTERS.contains(&word.len()).then(|| BUILT_IN.compound(word, self.langs))?
    }

    /// What a text means as a whole, in these sections; nothing where no phrase is all of it.
    pub(crate) fn meanings(&self, text: &str, sections: Sections) -> Vec<Sense> {
        let tokens = Tokens::new(text);
        let mut meanings = Vec::new();
        self.starting(&tokens, 0, sections, |sense, _, end| {
            let end = tokens.after_ending(end);
            // The dot of an abbreviation belongs to it.
            if tokens.all().len() == end + usize::from(tokens.text(end) == ".") {
                meanings.push(sense);
            }
        });
        meanings
    }

    /// Hands on every phrase that starts at this token, in one of these sections, with the place after it.
    pub(crate) fn starting(
        &self,
        tokens: &Tokens,
        at: usize,
        sections: Sections,
        mut each: impl FnMut(Sense, Langs, usize),
    ) {
        BUILT_IN.starting(tokens, at, sections, self.langs, &mut each);
        if let Some(own) = &self.own {
            own.0.starting(tokens, at, sections, Langs::ALL, &mut each);
        }
    }
}
