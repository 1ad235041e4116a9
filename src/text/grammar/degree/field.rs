//! Fields of study: what a run of words around a degree says of its field, as far as the criteria ask.
//!
//! A field is any noun. Those that the packs know are told apart in every language; others count as another name for
//! what may be asked, unless the criteria file writes them.

use crate::lexed::{Lexed, is};
use crate::lexicon::{Joint, Lexicon, Sections, Sense, Slot, Study, sections};
use crate::tokens::{Case, TokenKind};
use crate::written::{Written, same_word};

/// A degree's field, as far as the criteria ask; of several, the last in this order counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum StudyField {
    /// No field is said.
    #[default]
    Unsaid,
    /// One that the packs know to be another than those asked for.
    Other,
    /// One that may be another name for one of those asked for, or a part of it.
    Unlisted,
    /// One of the fields asked for.
    Listed,
}

/// The fields that count, each with other words for it.
#[derive(Clone, Debug, Default)]
pub(crate) struct FieldList {
    /// The phrases as they are written.
    phrases: Written,
    /// The subjects that a phrase names, by the packs' numbers.
    subjects: Vec<u32>,
    /// The words of the phrases that say what the subject is.
    words: Vec<String>,
}

/// Where a run of words stands that may be a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldLead {
    /// After a mark, or at the start: also a name's place.
    Mark,
    /// Directly after a level: words that are known, and names.
    Level,
    /// After "of".
    Of,
    /// After "in": any noun is a field.
    In,
    /// In a column of its own.
    Column,
}

/// What a lexeme can be to a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    /// A word of a subject.
    Known,
    /// A word that nobody knows, in small letters.
    New,
    /// The same with a capital.
    Name,
    /// What a noun of the same field follows: "of".
    Of,
    /// An article or an apostrophe after it.
    Article,
    /// What else stands between words of one field: "and", a place, a mark.
    Between,
    /// No part of a field.
    No,
}

impl FieldList {
    /// The list with these fields.
    pub(crate) fn new(fields: &[Vec<String>], lexicon: &Lexicon) -> Self {
        const SUBJECTS: Sections = sections!(; Subjects Studies Slots);
        let phrases = Written::new(fields.iter().flatten().map(|phrase| (phrase.as_str(), 0)));
        let mut list = Self { phrases, ..Self::default() };
        // "sciences" is in the name of many.
        let adds = |word: &&str| lexicon.meanings(word, SUBJECTS).contains(&Sense::Part);
        for phrase in fields.iter().flatten() {
            let subject = |sense| if let Sense::Subject(number) = sense { Some(number) } else { None };
            let subjects: Vec<u32> = lexicon.meanings(phrase, SUBJECTS).into_iter().filter_map(subject).collect();
            if !subjects.is_empty() {
                list.subjects.extend(subjects);
                continue;
            }
            // What the packs do not know whole may share a word with what they do.
            let lexed = Lexed::of_text(phrase.into(), lexicon, SUBJECTS);
            let says = |at: &usize| !lexed.has(*at, |sense| !matches!(sense, Sense::Subject(_) | Sense::Near(_)));
            let tokens = (0..lexed.len()).filter(says).flat_map(|at| lexed.tokens_of(at));
            let words = tokens.filter(|at| lexed.tokens.is(*at, TokenKind::Word)).map(|at| lexed.tokens.text(at));
            list.words.extend(words.filter(|word| !adds(word)).map(str::to_owned));
        }
        list
    }

    /// Whether a field is asked for.
    pub(super) fn asks(&self) -> bool {
        !self.phrases.phrases().is_empty()
    }

    /// The place after the longest phrase of the list that starts at this lexeme and is no part of another phrase.
    fn phrase(&self, lexed: &Lexed<'_>, at: usize) -> Option<usize> {
        let first = lexed.tokens_of(at);
        let (_, end) = self.phrases.longest(&lexed.tokens, first.start, same_word).filter(|_| !first.is_empty())?;
        let to = lexed.lexeme_at(at, end);
        // The dot of an abbreviation belongs to it.
        let last = lexed.tokens_of(to - 1).end;
        (last == end || last == end + 1 && lexed.tokens.text(end) == ".").then_some(to)
    }

    /// Whether the lexeme at this place names a subject of the list.
    fn has(&self, lexed: &Lexed<'_>, at: usize) -> bool {
        lexed.has(at, is!(Sense::Subject(number) if self.subjects.contains(&number)))
    }

    /// Whether it names what may well be one of them.
    fn is_near(&self, lexed: &Lexed<'_>, at: usize) -> bool {
        lexed.has(at, is!(Sense::Near(number) if self.subjects.contains(&number)))
    }
}

/// A cell in which fields are looked for.
#[derive(Clone, Copy)]
pub(super) struct Studied<'a> {
    pub lexed: &'a Lexed<'a>,
    pub fields: &'a FieldList,
    /// Which lexemes are levels.
    pub levels: &'a [bool],
}

impl Studied<'_> {
    /// Whether the lexeme at this place is a level.
    pub(super) fn is_level(&self, at: usize) -> bool {
        self.levels.get(at) == Some(&true)
    }

    fn phrase(&self, at: usize) -> Option<usize> {
        self.fields.phrase(self.lexed, at)
    }

    /// Whether a word with a capital stands at this place that nobody knows.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.word(at) == Word::Name
    }

    fn word(&self, at: usize) -> Word {
        let (lexed, tokens) = (self.lexed, self.lexed.tokens_of(at));
        let Some(token) = lexed.token(at).filter(|_| !self.is_level(at)) else { return Word::No };
        let (mut known, mut link, mut says) = (false, None, false);
        for sense in lexed.senses(at) {
            match sense {
                Sense::Subject(_) | Sense::Near(_) | Sense::Part | Sense::Understood => known = true,
                Sense::Study(Study::Of) => link = Some(Word::Of),
                Sense::Slot(Slot::Article | Slot::Within) => link = link.or(Some(Word::Article)),
                Sense::Joint(Joint::And) | Sense::Place | Sense::Study(Study::Long) => {
                    link = link.or(Some(Word::Between));
                }
                // The packs know the word of degrees that this one is not here, and of places where a name follows.
                Sense::Degree(..)
                | Sense::Slot(_)
                | Sense::Study(_)
                | Sense::Unit(_)
                | Sense::Edge(_)
                | Sense::Neutral(_)
                | Sense::Joint(Joint::OutOf) => {}
                _ => says = true,
            }
        }
        let new = lexed.senses(at).is_empty();
        match (token.kind, lexed.text_at(at)) {
            (TokenKind::Word, _) if says => Word::No,
            (TokenKind::Word, _) if known => Word::Known,
            (TokenKind::Word, _) if link.is_some() => link.unwrap_or(Word::No),
            (TokenKind::Word, _) if new && (token.case == Case::Lower || lexed.shouts()) => Word::New,
            (TokenKind::Word, _) if new => Word::Name,
            (TokenKind::Mark, _) if tokens.len() > 1 => Word::No,
            (TokenKind::Mark, "&" | "/") => Word::Between,
            (TokenKind::Mark, "'") => Word::Article,
            (TokenKind::Mark, "-") if !token.gap && lexed.token(at + 1).is_some_and(|next| !next.gap) => Word::Between,
            _ => Word::No,
        }
    }

    /// A field that starts at this lexeme, and the place after it.
    ///
    /// After "in", it may be one word that nobody knows; elsewhere it is words that the packs or the criteria file know,
    /// and names. A word in small letters that nobody knows never follows one that is known: it may say anything of it.
    pub(super) fn run(&self, from: usize, before: FieldLead) -> Option<(StudyField, usize)> {
        let (mut at, mut end, mut known, mut new) = (from, from, false, 0);
        let mut noun = false;
        loop {
            if let Some(to) = self.phrase(at).filter(|_| !self.is_level(at)) {
                (at, end, known, noun, new) = (to, to, true, false, 0);
                continue;
            }
            match self.word(at) {
                Word::Known => (end, known, noun, new) = (at + 1, true, false, 0),
                Word::Name if before != FieldLead::Mark => (end, known, noun, new) = (at + 1, true, false, 0),
                Word::New if before == FieldLead::Column => (end, noun) = (at + 1, false),
                Word::New if !known && before == FieldLead::In && new < 3 => {
                    end = if new == 0 { at + 1 } else { end };
                    new += 1;
                }
                Word::New if noun && end > from => {
                    end = at + 1;
                    break;
                }
                // Nothing of these starts a field.
                Word::Of if at > from => noun = true,
                Word::Article if at > from => {}
                Word::Between if at > from => noun = false,
                _ => break,
            }
            at += 1;
            if self.lexed.cursor_at(at).line() {
                break;
            }
        }
        // After a mark, words that only add to a subject name none, unless a level follows them: "European Master".
        let says = |at: usize| self.phrase(at).is_some() || self.lexed.has(at, |sense| sense != Sense::Part);
        let named = before != FieldLead::Mark || self.is_level(end) || (from..end).any(says);
        (end > from && named).then(|| (self.of(from, end), end))
    }

    /// What the words of a field say.
    fn of(&self, from: usize, end: usize) -> StudyField {
        let (mut listed, mut other, mut unlisted) = (false, false, false);
        let mut at = from;
        while at < end {
            let phrase = self.phrase(at).filter(|to| *to <= end);
            let to = phrase.unwrap_or(at + 1);
            if phrase.is_some() || self.fields.has(self.lexed, at) {
                // "law enforcement" is no law.
                let compound = to < end && matches!(self.word(to), Word::New | Word::Name) && self.phrase(to).is_none();
                listed |= !compound;
                unlisted |= compound;
            } else {
                let tokens = &self.lexed.tokens;
                let is = |at: usize| self.fields.words.iter().any(|word| same_word(word, tokens.text(at)));
                let shared = || self.lexed.tokens_of(at).any(is);
                match self.word(at) {
                    Word::New | Word::Name => unlisted = true,
                    Word::Known => {
                        unlisted |= self.fields.is_near(self.lexed, at) || shared();
                        other |= self.lexed.has(at, is!(Sense::Subject(_)));
                    }
                    _ => {}
                }
            }
            at = to;
        }
        match (listed, unlisted, other) {
            (true, _, _) => StudyField::Listed,
            (_, false, true) => StudyField::Other,
            _ => StudyField::Unlisted,
        }
    }

    /// A school that is named in words that start at this lexeme, in small letters or capitals ("law faculty of Ghent"),
    /// and the place after it.
    pub(super) fn school(&self, from: usize) -> Option<usize> {
        let (lexed, mut found, mut end) = (self.lexed, false, from);
        for at in from..lexed.len() {
            let institution = lexed.has(at, is!(Sense::Study(Study::Institution))) && !self.is_level(at);
            let placed = lexed.has(at, is!(Sense::Place | Sense::Study(Study::Long)));
            // "Université Paris 1"
            let numbered = || {
                let small = lexed.cursor_at(at).figure(0).is_some_and(|figure| figure.len() <= 2);
                small && at > from && lexed.has(at - 1, is!(Sense::Place))
            };
            match self.word(at) {
                _ if institution || placed || numbered() => end = at + 1,
                Word::Known | Word::Name => end = at + 1,
                Word::Of | Word::Article | Word::Between if at > from => {}
                _ => break,
            }
            found |= institution;
            if lexed.cursor_at(at + 1).line() {
                break;
            }
        }
        found.then_some(end)
    }

    /// What the words of a level say of its field themselves: "LLM" is law.
    pub(super) fn of_level(&self, at: usize) -> StudyField {
        match () {
            () if self.fields.has(self.lexed, at) || self.phrase(at).is_some() => StudyField::Listed,
            () if self.fields.is_near(self.lexed, at) => StudyField::Unlisted,
            () if self.lexed.has(at, is!(Sense::Subject(_))) => StudyField::Other,
            () => StudyField::Unsaid,
        }
    }
}
