//! Sexes, as forms ask for them: one group whatever the words and the language.

use crate::formats::Formats;
use crate::head::HeaderWords;
use crate::lexicon::{Lexicon, Section, Sections, Sense, Sex, Who};
use crate::tokens::Tokens;

/// Whether a header says that its column tells sexes.
#[must_use]
pub fn is_header(header: &str) -> bool {
    HeaderWords::of(header).who() == Some(Who::Sex)
}

/// Reads sexes.
pub struct Sexes<'a> {
    lexicon: &'a Lexicon,
}

impl<'a> Sexes<'a> {
    /// With the words of these formats.
    #[must_use]
    pub const fn new(formats: &'a Formats) -> Self {
        Self { lexicon: &formats.lexicon }
    }

    /// The sex that a cell names in all its words: `female`, `male` or `other`; nothing where it names none or several.
    #[must_use]
    pub fn read(&self, cell: &str) -> Option<&'static str> {
        let tokens = Tokens::new(cell);
        let (mut at, mut found) = (0, None);
        while at < tokens.all().len() {
            if tokens.text(at).chars().all(|c| !c.is_alphanumeric()) {
                at += 1;
                continue;
            }
            let (end, sex) = self.longest(&tokens, at, Section::Sexes, |sense| match sense {
                Sense::Sex(Sex::Female) => Some("female"),
                Sense::Sex(Sex::Male) => Some("male"),
                Sense::Sex(Sex::Other) => Some("other"),
                _ => None,
            })?;
            if found.is_some_and(|found| found != sex) {
                return None;
            }
            (at, found) = (end, Some(sex));
        }
        found
    }

    /// Whether the whole cell is one of the phrases by which nothing is said.
    #[must_use]
    pub fn says_nothing(&self, cell: &str) -> bool {
        let tokens = Tokens::new(cell);
        let all = self.longest(&tokens, 0, Section::Missing, |_| Some(()));
        all.is_some_and(|(end, ())| end == tokens.all().len())
    }

    /// The longest phrase of a section from this place on, with the place after it.
    fn longest<T>(
        &self,
        tokens: &Tokens,
        at: usize,
        section: Section,
        meaning: impl Fn(Sense) -> Option<T>,
    ) -> Option<(usize, T)> {
        let mut longest: Option<(usize, T)> = None;
        self.lexicon.starting(tokens, at, Sections::of(&[], &[section]), |sense, _, end| {
            if longest.as_ref().is_none_or(|(known, _)| end > *known)
                && let Some(meaning) = meaning(sense)
            {
                longest = Some((end, meaning));
            }
        });
        longest
    }
}
