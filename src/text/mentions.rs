//! Terms mentioned in free text.

use crate::reading::Range;

/// What one thread keeps from text to text.
#[derive(Debug, Default)]
pub struct Scratch;

/// A term with other words for it.
#[derive(Clone, Debug)]
pub struct Term {
    /// What it is called.
    pub name: String,
    /// The words for it, its name among them.
    pub words: Vec<String>,
}

/// The terms that are looked for.
#[derive(Clone, Debug)]
pub struct Terms;

/// A term found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The place of the term in the list.
    pub term: usize,
    /// It stands just after a negation.
    pub negated: bool,
    /// The bytes of the text around it.
    pub snippet: std::ops::Range<usize>,
}

impl Terms {
    /// The terms to look for.
    #[must_use]
    pub fn new(_terms: Vec<Term>) -> Self {
        Self
    }

    /// How many of the terms the texts mention: surely, and at most.
    #[must_use]
    pub fn count<'a>(&self, _texts: impl Iterator<Item = &'a str>, _scratch: &mut Scratch) -> Range {
        Range::exactly(0.0)
    }

    /// Every mention in a text.
    #[must_use]
    pub fn find(&self, _text: &str) -> Vec<Mention> {
        Vec::new()
    }
}
