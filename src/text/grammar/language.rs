//! Languages and how well they are known, in a cell about one of them or about several.
//!
//! A cell is first cut into what matters ([`super::tongues`]): languages, levels, and what stands between. Then each level
//! is given to its languages ([`super::languages`]), in the ways people write a list: the level after its language or
//! before it, one for several, a heading. Where it cannot be told to which language a level belongs, each that it may
//! belong to is left as wide as that. A language that is not named is below A1 only where every word of the cell is
//! accounted for.

#[cfg(test)]
mod tests;

mod listed;

pub(crate) use self::listed::ReadLists;
use super::Heard;
use super::languages::{LanguageLevels, groups};
use super::scale::Steps;
use super::tongues::{Clues, NAMED, SECTIONS, Tongue};
use crate::formats::Formats;
use crate::languages::Language;
use crate::lexed::Lexed;
use crate::reading::{Reading, Why};

/// Reads the level of one language, as of a year, in a cell about it; without a language, of whichever the cell is about.
pub(crate) fn level(cell: &str, language: Option<&'static Language>, formats: &Formats, year: i32) -> Heard {
    LanguageList::new(cell, formats, year).map_or(Heard::NOTHING, |list| list.own(language))
}

/// Reads the level of one language, as of a year, in a cell with several: below A1 where only others are named.
pub(crate) fn in_list(cell: &str, language: &Language, formats: &Formats, year: i32) -> Heard {
    ReadLists::default().level(cell, language, formats, year)
}

/// A cell with several languages, as far as it is read.
#[derive(Clone, Debug, Default)]
struct LanguageList {
    told: Vec<ToldOf>,
    /// Languages are named by their names, not only by their certificates.
    named: bool,
    /// What is said of languages that are not named.
    others: Option<Steps>,
    /// What is said where no language is named.
    alone: Option<Steps>,
    /// Levels are of skills, so that other parts of the cell may tell more of them.
    of_skills: bool,
    left: Vec<String>,
}

/// What is said of one language.
#[derive(Clone, Copy, Debug)]
struct ToldOf {
    language: &'static Language,
    /// None where it is only named.
    level: Option<Steps>,
    /// Another language is near it.
    near: bool,
}

impl LanguageList {
    /// Reads a cell, as of a year; nothing where it cannot be told which box of a form is ticked.
    fn new(cell: &str, formats: &Formats, year: i32) -> Option<Self> {
        let lexed = Lexed::new(cell, &formats.lexicon, SECTIONS)?;
        let parts = Clues::of(&lexed, formats, year);
        let mut list = Self { left: parts.left.words(&lexed), ..Self::default() };
        for group in groups(&parts.all) {
            list.add(&group);
        }
        if parts.yes && list.told.is_empty() && list.alone.is_none() {
            list.alone = Some(NAMED);
        }
        Some(list)
    }

    fn add(&mut self, group: &LanguageLevels) {
        let level = group.level();
        self.of_skills |= group.is_of_skills();
        let widest = |before: Option<Steps>, steps: Steps| Some(before.map_or(steps, |before| before.hull(steps)));
        if let (true, Some(steps)) = (group.tongues.is_empty(), level) {
            self.alone = widest(self.alone, steps);
        }
        for tongue in &group.tongues {
            match tongue {
                // What is not understood may name any.
                Tongue::Unknown | Tongue::Others => self.others = widest(self.others, level.unwrap_or(NAMED)),
                Tongue::Named(language) | Tongue::Certified(language) => {
                    self.told.push(ToldOf { language, level, near: language.has_near() });
                }
            }
            self.named |= matches!(tongue, Tongue::Named(_));
        }
    }

    /// Nothing is said.
    fn clear(&mut self) {
        self.told.clear();
        (self.named, self.others, self.alone, self.of_skills) = (true, None, None, false);
        self.left.clear();
    }

    /// What is said of the one language that is named with its level, where that is all.
    fn one(&self) -> Option<ToldOf> {
        let (first, rest) = self.told.split_first()?;
        let level = self.of(first.language)?;
        let one = rest.iter().all(|told| told.language == first.language)
            && self.told.iter().all(|told| told.level.is_some());
        let all =
            self.named && !self.of_skills && self.others.is_none() && self.alone.is_none() && self.left.is_empty();
        (one && all).then_some(ToldOf { level: Some(level), ..*first })
    }

    /// The level of a language where several can be named.
    fn level(&self, language: &Language) -> Heard {
        let understood = match self.of(language) {
            Some(steps) => steps.reading(),
            None if self.told.iter().any(|told| told.near && told.language.is_near(language)) => {
                Reading::Unknown(Why::Elsewhere)
            }
            // A certificate of another language says nothing of this one.
            None if self.named => self.others.map_or(Steps::of(0, 0), |others| Steps::of(0, others.high)).reading(),
            None if self.told.is_empty() && self.alone == Some(Steps::of(0, 0)) => Reading::exactly(0.0),
            None => Reading::UNREADABLE,
        };
        Heard { understood, left: self.left.clone() }
    }

    /// The level in a cell that is about one language.
    fn own(&self, language: Option<&'static Language>) -> Heard {
        let first = self.told.first().map(|told| told.language);
        let one = self.told.iter().all(|told| Some(told.language) == first).then_some(first).flatten();
        let asked = language.or(one);
        let understood = match (asked.and_then(|language| self.of(language)), first) {
            (Some(steps), _) => steps.reading(),
            (None, Some(_)) => Reading::Unknown(Why::Elsewhere),
            (None, None) => self.alone.map_or(Reading::UNREADABLE, Steps::reading),
        };
        Heard { understood, left: self.left.clone() }
    }

    fn of(&self, language: &Language) -> Option<Steps> {
        let told = || self.told.iter().filter(|told| told.language == language);
        let level = told().filter_map(|told| told.level).reduce(Steps::hull);
        level.or_else(|| told().next().map(|_| NAMED))
    }
}
