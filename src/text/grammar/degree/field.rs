//! Fields of study: what a run of words around a degree says of its field, as far as the criteria ask.
//!
//! A field is any noun. Those that the packs know are told apart in every language; others count as another name for
//! what may be asked, unless the criteria file writes them.

use crate::lexicon::{Joint, Lexicon, Sections, Sense, Slot, Study, sections};
use crate::text::Lexed;
use crate::tokens::{Case, Kind};
use crate::written::{Written, same_word};

/// A degree's field, as far as the criteria ask; of several, the last in this order counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
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
pub(super) enum Before {
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
        for phrase in fields.iter().flatten() {
            let lexed = Lexed::of_text(phrase.into(), lexicon, SUBJECTS);
            let known = list.subjects.len();
            list.subjects.extend(lexed.senses(0).iter().filter(|_| lexed.len() == 1).filter_map(|sense| match sense {
                Sense::Subject(number) => Some(*number),
                _ => None,
            }));
            // What the packs do not know whole may share a word with what they do.
            for at in 0..if list.subjects.len() > known { 0 } else { lexed.len() } {
                let says = lexed.senses(at).iter().all(|sense| matches!(sense, Sense::Subject(_) | Sense::Near(_)));
                let words = lexed.tokens_of(at).filter(|at| says && lexed.tokens.is(*at, Kind::Word));
                // "sciences" is in the name of many.
                let adds =
                    |word: &&str| Lexed::of_text((*word).into(), lexicon, SUBJECTS).senses(0).contains(&Sense::Part);
                let words = words.map(|at| lexed.tokens.text(at)).filter(|word| !adds(word));
                list.words.extend(words.map(str::to_owned));
            }
        }
        list
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

    /// Whether the words from one lexeme up to another name a subject of the list.
    pub(crate) fn has(&self, lexed: &Lexed<'_>, from: usize, to: usize) -> bool {
        let subject =
            lexed.senses(from).iter().any(|sense| matches!(sense, Sense::Subject(n) if self.subjects.contains(n)));
        subject && to == from + 1 || self.phrase(lexed, from).is_some_and(|end| end >= to)
    }
}

fn word(lexed: &Lexed<'_>, degrees: &[bool], at: usize) -> Word {
    let tokens = lexed.tokens_of(at);
    let Some(token) = lexed.tokens.all().get(tokens.start).filter(|_| !tokens.is_empty()) else { return Word::No };
    if degrees.get(at).copied().unwrap_or_default() {
        return Word::No;
    }
    let (mut known, mut link, mut says) = (false, None, false);
    for sense in lexed.senses(at) {
        match sense {
            Sense::Subject(_) | Sense::Near(_) | Sense::Part | Sense::Understood => known = true,
            Sense::Study(Study::Of) => link = Some(Word::Of),
            Sense::Slot(Slot::Within) => link = link.or(Some(Word::Article)),
            Sense::Joint(Joint::And) | Sense::Place | Sense::Study(Study::Long) => link = link.or(Some(Word::Between)),
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
    let first = lexed.senses(at).is_empty();
    match token.kind {
        Kind::Word if says => Word::No,
        Kind::Word if known => Word::Known,
        Kind::Word if link.is_some() => link.unwrap_or(Word::No),
        Kind::Word if first && (token.case == Case::Lower || lexed.shouts()) => Word::New,
        Kind::Word if first => Word::Name,
        Kind::Mark if tokens.len() == 1 => match lexed.tokens.text(tokens.start) {
            "&" | "/" => Word::Between,
            "'" => Word::Article,
            "-" if !token.gap && lexed.tokens.all().get(tokens.end).is_some_and(|next| !next.gap) => Word::Between,
            _ => Word::No,
        },
        _ => Word::No,
    }
}

/// A field that starts at this lexeme, and the place after it.
///
/// After "in", it may be one word that nobody knows; elsewhere it is words that the packs or the criteria file know, and
/// names. A word in small letters that nobody knows never follows one that is known: it may say anything of it.
pub(super) fn run(
    lexed: &Lexed<'_>,
    fields: &FieldList,
    degrees: &[bool],
    from: usize,
    before: Before,
) -> Option<(Field, usize)> {
    let (mut at, mut end, mut known, mut new) = (from, from, false, 0);
    let mut noun = false;
    loop {
        if let Some(to) = fields.phrase(lexed, at).filter(|_| !degrees.get(at).copied().unwrap_or_default()) {
            (at, end, known, noun, new) = (to, to, true, false, 0);
            continue;
        }
        match word(lexed, degrees, at) {
            Word::Known => (end, known, noun, new) = (at + 1, true, false, 0),
            Word::Name if before != Before::Mark => (end, known, noun, new) = (at + 1, true, false, 0),
            Word::New if before == Before::Column => (end, noun) = (at + 1, false),
            Word::New if !known && before == Before::In && new < 3 => {
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
        if lexed.cursor_at(at).line() {
            break;
        }
    }
    // After a mark, words that only add to a subject name none, unless a level follows them: "European Master".
    let says = |at: usize| {
        fields.phrase(lexed, at).is_some() || lexed.senses(at).iter().any(|sense| !matches!(sense, Sense::Part))
    };
    let named = before != Before::Mark || degrees.get(end).copied().unwrap_or_default() || (from..end).any(says);
    (end > from && named).then(|| (of(lexed, fields, degrees, from, end), end))
}

/// What the words of a field say.
fn of(lexed: &Lexed<'_>, fields: &FieldList, degrees: &[bool], from: usize, end: usize) -> Field {
    let (mut listed, mut other, mut unlisted) = (false, false, false);
    let mut at = from;
    while at < end {
        let phrase = fields.phrase(lexed, at).filter(|to| *to <= end);
        let subjects = lexed.senses(at);
        let named = subjects.iter().any(|sense| matches!(sense, Sense::Subject(n) if fields.subjects.contains(n)));
        let to = phrase.unwrap_or(at + 1);
        let kind = word(lexed, degrees, at);
        if phrase.is_some() || named {
            // "law enforcement" is no law.
            let compound = to < end
                && matches!(word(lexed, degrees, to), Word::New | Word::Name)
                && fields.phrase(lexed, to).is_none();
            listed |= !compound;
            unlisted |= compound;
        } else if matches!(kind, Word::New | Word::Name) {
            unlisted = true;
        } else if kind == Word::Known {
            let near = subjects.iter().any(|sense| matches!(sense, Sense::Near(n) if fields.subjects.contains(n)));
            let shared =
                lexed.tokens_of(at).any(|at| fields.words.iter().any(|word| same_word(word, lexed.tokens.text(at))));
            unlisted |= near || shared;
            other |= subjects.iter().any(|sense| matches!(sense, Sense::Subject(_)));
        }
        at = to;
    }
    match (listed, unlisted, other) {
        (true, _, _) => Field::Listed,
        (_, false, true) => Field::Other,
        _ => Field::Unlisted,
    }
}

/// A school that is named in words that start at this lexeme, in small letters or capitals ("law faculty of Ghent"), and
/// the place after it.
pub(super) fn school(lexed: &Lexed<'_>, degrees: &[bool], from: usize) -> Option<usize> {
    let (mut at, mut end, mut found) = (from, from, false);
    while at < lexed.len() {
        let institution = lexed.senses(at).contains(&Sense::Study(Study::Institution));
        let placed = lexed.senses(at).iter().any(|sense| matches!(sense, Sense::Place | Sense::Study(Study::Long)));
        match word(lexed, degrees, at) {
            _ if institution && !degrees.get(at).copied().unwrap_or_default() => (found, end) = (true, at + 1),
            _ if placed => end = at + 1,
            // "Université Paris 1"
            _ if at > from
                && lexed.cursor_at(at).figure(0).is_some_and(|figure| figure.len() <= 2)
                && lexed.senses(at - 1).contains(&Sense::Place) =>
            {
                end = at + 1
            }
            Word::Known | Word::Name => end = at + 1,
            Word::Of | Word::Article | Word::Between if at > from => {}
            _ => break,
        }
        at += 1;
        if lexed.cursor_at(at).line() {
            break;
        }
    }
    found.then_some(end)
}

/// What the words of a level say of its field themselves: "LLM" is law.
pub(super) fn of_level(lexed: &Lexed<'_>, fields: &FieldList, at: usize) -> Field {
    if fields.has(lexed, at, at + 1) {
        return Field::Listed;
    }
    let senses = lexed.senses(at);
    let near = senses.iter().any(|sense| matches!(sense, Sense::Near(number) if fields.subjects.contains(number)));
    let other = senses.iter().any(|sense| matches!(sense, Sense::Subject(_)));
    match (near, other) {
        (true, _) => Field::Unlisted,
        (_, true) => Field::Other,
        _ => Field::Unsaid,
    }
}
