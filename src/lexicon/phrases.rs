//! All phrases of all packs, to be looked up by their first word.

use std::sync::{Arc, LazyLock};

use super::laid::{Phrase, PhraseTable};
use super::langs::Langs;
use super::normal::matches;
use super::section::Section;
use super::sense::{Joint, Sense, sense};
use super::taken::Sections;
use crate::tokens::{Case, Tokens};

/// The packs as `build.rs` has laid them out: `TEXTS`, `PHRASES`, `HEADS` and `MEANINGS`.
mod built_in {
    use super::Phrase;

    include!(concat!(env!("OUT_DIR"), "/packs.rs"));
}

/// Phrases with what they mean.
#[derive(Debug, Default)]
struct Phrases {
    laid: PhraseTable,
    /// Nothing where the program knows no such section, or it no such meaning: a test tells of those.
    meanings: Vec<Option<(Section, Sense)>>,
}

impl Phrases {
    /// The phrases of the packs.
    fn built_in() -> Self {
        use built_in::{HEADS, MEANINGS, PHRASES, TEXTS};
        let known = |(name, meaning): &(&str, &str)| {
            let section = Section::named(name)?;
            Some((section, sense(section, meaning)?))
        };
        Self {
            laid: PhraseTable::again(TEXTS.as_bytes(), PHRASES, HEADS),
            meanings: MEANINGS.iter().map(known).collect(),
        }
    }

    fn meaning(&self, phrase: &Phrase) -> Option<(Section, Sense)> {
        *self.meanings.get(usize::from(phrase.meaning))?
    }

    /// The values that a word alone has as a number, and whether it joins numbers ("und"), in these languages.
    fn numbers(&self, word: &str, langs: Langs) -> impl Iterator<Item = (Option<f64>, u8)> {
        let words = self.laid.of(word.as_bytes()).filter(move |entry| entry.langs & langs.0 != 0 && entry.is_word());
        words.filter_map(|entry| match self.meaning(entry)?.1 {
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

    /// Hands on every phrase that starts at this token, in one of these sections and languages, with its section and the
    /// place after it.
    fn starting(
        &self,
        tokens: &Tokens,
        at: usize,
        sections: Sections,
        langs: Langs,
        each: &mut impl FnMut(Section, Sense, Langs, usize),
    ) {
        let word = tokens.text(at).as_bytes();
        let (spelling, case) = tokens.all().get(at).map_or((0, Case::Lower), |token| (token.spelling, token.case));
        let spelled = self.laid.spelled(spelling);
        // A word that is written as a phrase is, accents and all, is none without ("dès" is not "DES", nor "née" "nee"),
        // and none of the same language with others ("maîtrisé" is not "maîtrise").
        let other = |entry: &Phrase| {
            let own = entry.langs != u8::MAX && spelled.is_some_and(|langs| langs & entry.langs != 0);
            spelled.is_some() && entry.spelling != spelling && (entry.spelling == 0 || own)
        };
        for entry in self.laid.of(word).filter(|entry| entry.langs & langs.0 != 0 && !other(entry)) {
            // "Uber" is a name; months and languages have a capital anyway.
            let bare = entry.umlaut && spelling == 0 && case == Case::Capital;
            // Of small words in running text, "a" is not "à".
            let letter = entry.length == 1 && entry.spelling != spelling;
            if let Some((section, sense)) = self.meaning(entry)
                && sections.take(section, sense)
                && !(letter && section == Section::Around)
                && (!bare || matches!(section, Section::Months | Section::Languages))
                && let Some(end) = matches(self.laid.text(entry), tokens, at)
            {
                each(section, sense, Langs(entry.langs), end);
            }
        }
    }
}

static BUILT_IN: LazyLock<Phrases> = LazyLock::new(Phrases::built_in);

/// Takes up the language packs anew, as each start of the program does once; how many phrases they hold.
#[doc(hidden)]
#[must_use]
pub fn load_packs() -> usize {
    Phrases::built_in().laid.all().len()
}

/// The words that a criteria file teaches.
#[derive(Debug, Default)]
pub(crate) struct Own(Phrases);

impl Own {
    /// Adds a phrase.
    pub(crate) fn add(&mut self, phrase: &str, section: Section, sense: Sense) {
        let Phrases { laid, meanings } = &mut self.0;
        laid.add(phrase, u8::MAX, u16::try_from(meanings.len()).unwrap_or(u16::MAX));
        meanings.push(Some((section, sense)));
    }

    /// Whether nothing is taught.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.laid.all().is_empty()
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
            for entry in phrases.laid.all().iter().filter(|entry| entry.langs & langs.0 != 0) {
                if let Some((_, sense)) = phrases.meaning(entry) {
                    each(sense, phrases.laid.text(entry));
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

    /// Hands on every phrase that starts at this token, in one of these sections, with the place after it. What the criteria
    /// file teaches of a phrase stands in place of what the same section of the packs says.
    pub(crate) fn starting(
        &self,
        tokens: &Tokens,
        at: usize,
        sections: Sections,
        mut each: impl FnMut(Sense, Langs, usize),
    ) {
        let mut taught = Vec::new();
        if let Some(own) = &self.own {
            own.0.starting(tokens, at, sections, Langs::ALL, &mut |section, sense, langs, end| {
                taught.push((section, end));
                each(sense, langs, end);
            });
        }
        BUILT_IN.starting(tokens, at, sections, self.langs, &mut |section, sense, langs, end| {
            if !taught.contains(&(section, end)) {
                each(sense, langs, end);
            }
        });
    }
}
