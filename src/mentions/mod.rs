//! Terms mentioned in free text: whole words, in any case, without accents, plural or singular.
//!
//! Most texts have none of them, and millions are read, so the search is two steps: an automaton over the starts of the
//! terms' first words ([`starts`]) says where one may be, and only there the text is cut into tokens and compared. What
//! denies a term, or makes it depend on something, stands in its clause ([`clause`]).

mod clause;
mod folded;
mod snippet;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use aho_corasick::{AhoCorasick, Input, MatchKind};

pub(crate) use self::clause::Denials;
use crate::fold::fold;
use crate::lexicon::Lexicon;
use crate::reading::{Range, Why};
use crate::tokens::{TokenKind, Tokens};
use crate::written::{Written, adjective, same_word, starts};

/// What one thread keeps from text to text, for one list of terms: the text searched last and what was found in it so
/// far, so that whoever asks about it again need not search it again.
#[derive(Debug, Default)]
pub struct Scratch {
    text: String,
    /// The text folded, unless it is plain ASCII.
    folded: String,
    is_folded: bool,
    /// The same in small letters.
    lower: Vec<u8>,
    /// How far it is searched.
    at: usize,
    tokens: Tokens,
    found: Vec<Found>,
    /// The term that the whole text is, as it is written.
    whole: Option<usize>,
    tally: Tally,
}

/// A phrase found in a text.
#[derive(Clone, Copy, Debug)]
struct Found {
    term: usize,
    /// An abbreviation that is an everyday word in small letters.
    everyday: Option<Everyday>,
    /// Where it is in the folded text.
    start: usize,
    end: usize,
    /// Whether it is a part of a longer name: ".NET" of "ASP.NET".
    in_a_name: bool,
    /// Why it does not count for certain, if so; once that is known.
    open: Option<Option<Why>>,
}

/// What an abbreviation is in small letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Everyday {
    /// "un", "who".
    Word,
    /// One that may be an item of a list by itself: "HEALTH, CARE".
    Noun,
}

/// How surely each term is mentioned.
#[derive(Debug, Default)]
pub struct Tally(Vec<Sure>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sure {
    /// Not mentioned.
    No,
    /// Mentioned, but open each time: denied, hoped for, an everyday word.
    Open,
    /// Mentioned.
    Yes,
}

/// A term with other words for it.
#[derive(Clone, Debug)]
pub struct Term {
    /// What it is called.
    pub name: String,
    /// The words for it, its name among them.
    pub words: Vec<String>,
}

/// The terms that are looked for.
#[derive(Debug)]
pub struct Terms {
    count: usize,
    /// The terms as they are written.
    written: Written,
    /// Of each phrase.
    everyday: Vec<Option<Everyday>>,
    /// Where one may start; nothing where none has a word.
    finder: Option<AhoCorasick>,
    /// How far from its start a term may go, in bytes.
    longest: usize,
}

/// A term that a text mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The place of the term in the list.
    pub term: usize,
    /// Why it does not count for certain, where none of its mentions does.
    pub open: Option<Why>,
    /// The bytes of the text around the first of its mentions.
    pub snippet: std::ops::Range<usize>,
}

impl Terms {
    /// The terms to look for.
    #[must_use]
    pub fn new(terms: &[Term]) -> Self {
        let words = || terms.iter().enumerate().flat_map(|(at, t)| t.words.iter().map(move |word| (word.as_str(), at)));
        let written = Written::new(words());
        let everyday = written.phrases().iter().map(|phrase| everyday(phrase.only_word()?, terms, phrase.number));
        let everyday = everyday.collect();
        let mut firsts: Vec<String> = Vec::new();
        for phrase in written.phrases() {
            let first = phrase.first();
            match phrase.letters() {
                // "a s b l", "Ph. D.": one letter alone is too common.
                Some([a, b]) => firsts.extend([" ", ".", ". ", "-"].map(|joint| [a, joint, b].concat())),
                None => {
                    firsts.extend(starts(first));
                    let declined = adjective(first).filter(|_| phrase.words().len() > 1);
                    firsts.extend(declined.map(|stem| [stem, "e"].concat()));
                }
            }
            if phrase.is_upper() && (2..=5).contains(&first.len()) && first.is_ascii() {
                // "UN" is also written "U.N."
                firsts.push([&first[..1], ".", &first[1..2]].concat());
            }
        }
        firsts.sort_unstable();
        firsts.dedup();
        let finder = (!firsts.is_empty())
            .then(|| AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(&firsts).ok())
            .flatten();
        let longest = words().map(|(word, _)| word.len()).max().unwrap_or_default();
        Self { count: terms.len(), written, everyday, finder, longest: longest + longest / 2 + 16 }
    }

    /// Whether the text is one of the terms, as it is written.
    #[must_use]
    pub fn names(&self, text: &str) -> bool {
        self.written.whole(text).is_some()
    }

    /// How many there are.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a criteria file names one at least")]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Ready to count how many of the terms are mentioned.
    #[must_use]
    pub fn tally(&self) -> Tally {
        Tally(vec![Sure::No; self.count])
    }
}

/// Whether this word of a term is an abbreviation that is an everyday word in small letters, in any pack.
fn everyday(word: &str, terms: &[Term], term: usize) -> Option<Everyday> {
    const LONGEST: usize = 4;
    let capital = |written: &&String| !written.chars().any(char::is_lowercase);
    let is_it = |written: &&String| fold(written).replace('.', "") == word;
    terms.get(term)?.words.iter().filter(capital).find(is_it).filter(|_| word.len() <= LONGEST)?;
    clause::everyday(word).map(|noun| if noun { Everyday::Noun } else { Everyday::Word })
}

/// Terms to look for, with the words of the packs that deny them.
#[derive(Debug)]
pub struct Search {
    terms: Arc<Terms>,
    denials: Denials,
}

impl Search {
    /// These terms, in texts that are read with these words.
    #[must_use]
    pub(crate) fn new(terms: Arc<Terms>, lexicon: &Lexicon) -> Self {
        Self { terms, denials: Denials::of(lexicon) }
    }

    /// Whether a text is, in a language pack's words, one where nothing is said, and none of the terms.
    #[must_use]
    pub fn says_nothing(&self, text: &str) -> bool {
        self.denials.say_nothing(text) && !self.terms.names(text)
    }

    /// The terms.
    #[must_use]
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// How many of the terms the texts mention: surely, and at most (those that are only mentioned where a word denies
    /// them). Where that is `enough`, nothing more is looked for, and all of them may be.
    #[must_use]
    pub fn count<'a>(&self, texts: impl Iterator<Item = &'a str>, enough: Option<f64>, scratch: &mut Scratch) -> Range {
        let count = self.terms.count;
        let mut sure = 0.0;
        let mut tally = std::mem::take(&mut scratch.tally);
        tally.0.clear();
        tally.0.resize(count, Sure::No);
        'all: for text in texts {
            scratch.start(&self.terms, text);
            let (mut whole, mut numbers) = (scratch.whole, 0..);
            // The whole text first.
            while let Some((term, number)) = match whole.take() {
                Some(term) => Some((term, None)),
                None => numbers.next().and_then(|number| Some((scratch.term(&self.terms, number)?, Some(number)))),
            } {
                let Some(found) = tally.0.get_mut(term).filter(|found| **found != Sure::Yes) else { continue };
                if number.is_some_and(|number| scratch.why_open(&self.denials, number).is_some()) {
                    *found = Sure::Open;
                    continue;
                }
                *found = Sure::Yes;
                sure += 1.0;
                if enough.is_some_and(|enough| sure >= enough) {
                    break 'all;
                }
            }
        }
        let range = match enough {
            Some(enough) if sure >= enough => Range::between(sure, count as f64),
            _ => tally.range(),
        };
        scratch.tally = tally;
        range
    }

    /// Every term that a text mentions, in the order of their first mentions.
    #[must_use]
    pub fn find(&self, text: &str, scratch: &mut Scratch) -> Vec<Mention> {
        scratch.start(&self.terms, text);
        let mut mentions: Vec<Mention> = Vec::new();
        for number in 0.. {
            let Some(term) = scratch.term(&self.terms, number) else { break };
            let open = scratch.why_open(&self.denials, number);
            match mentions.iter_mut().find(|known| known.term == term) {
                Some(known) => known.open = known.open.filter(|_| open.is_some()),
                None => {
                    let Found { start, end, .. } = scratch.found[number];
                    mentions.push(Mention { term, open, snippet: start..end });
                }
            }
        }
        let places = if scratch.is_folded && !mentions.is_empty() { folded::places(text) } else { Vec::new() };
        let place = |at: usize| match places.is_empty() {
            true => at,
            false => places.get(at).map_or(text.len(), |place| *place as usize),
        };
        for mention in &mut mentions {
            mention.snippet = snippet::around(text, place(mention.snippet.start), place(mention.snippet.end));
        }
        if let Some(term) = scratch.whole {
            mentions.retain(|mention| mention.term != term);
            mentions.insert(0, Mention { term, open: None, snippet: 0..text.len() });
        }
        mentions
    }
}

impl Scratch {
    /// Starts on a text, unless it is the one searched last.
    fn start(&mut self, terms: &Terms, text: &str) {
        if self.text == text {
            return;
        }
        self.text.clear();
        self.text.push_str(text);
        self.at = 0;
        self.found.clear();
        self.whole = if text.trim().contains('\n') { None } else { terms.written.whole(text) };
        self.is_folded = !text.is_ascii();
        if self.is_folded {
            folded::fold(text, &mut self.folded);
        }
        let folded = if self.is_folded { &self.folded } else { &self.text };
        self.lower.clear();
        self.lower.extend_from_slice(folded.as_bytes());
        self.lower.make_ascii_lowercase();
    }

    /// The term of the mention with this number; the text is searched up to there.
    fn term(&mut self, terms: &Terms, number: usize) -> Option<usize> {
        while self.found.len() <= number {
            let from = self.at.min(self.lower.len());
            let start = terms.finder.as_ref()?.find(Input::new(&self.lower).span(from..self.lower.len()))?.start();
            self.at = start + 1;
            self.look(terms, start);
        }
        self.found.get(number).map(|found| found.term)
    }

    /// Looks for terms whose first word starts at this place.
    fn look(&mut self, terms: &Terms, start: usize) {
        let text = if self.is_folded { &self.folded } else { &self.text };
        let bytes = text.as_bytes();
        let goes_on = match start.checked_sub(1).map(|before| bytes[before]) {
            Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
            _ => text[..start].chars().next_back().is_some_and(char::is_alphanumeric),
        };
        // ".Net" and "ASP.NET" are other words, unless a full stop lacks its space.
        let dotted = text[..start].ends_with('.');
        if goes_on || !terms.may_start(&self.lower, start) {
            return;
        }
        let (from, to) = window(text, start, terms.longest);
        self.tokens.recut(text.get(from..to).unwrap_or_default());
        let tokens = &self.tokens;
        let Some(first) = tokens.all().iter().position(|token| token.span.start == start - from) else { return };
        let found = &mut self.found;
        terms.written.starting(tokens, first, same_word, |number, end| {
            let phrase = &terms.written.phrases()[number];
            // "EEA" is no singular of "EEAS".
            let shorter = |word: &str| end == first + 1 && tokens.text(first).len() < word.len();
            if phrase.is_upper() && phrase.only_word().is_some_and(shorter) {
                return;
            }
            let (lead, stop) = phrase.lead();
            let before = first.checked_sub(lead + 1).filter(|_| stop);
            let glued = before.is_some() && !tokens.all()[first - lead].gap;
            let in_a_name = glued && before.is_some_and(|before| !tokens.is(before, TokenKind::Mark))
                || lead == 0 && dotted && phrase.only_word().is_some();
            let everyday = terms.everyday.get(number).copied().flatten();
            let end = from + tokens.all()[end - 1].span.end;
            found.push(Found { term: phrase.number, everyday, start, end, in_a_name, open: None });
        });
    }

    /// Why the mention with this number does not count for certain, if so.
    fn why_open(&mut self, denials: &Denials, number: usize) -> Option<Why> {
        let found = self.found.get_mut(number)?;
        let text = if self.is_folded { &self.folded } else { &self.text };
        *found.open.get_or_insert_with(|| {
            let around = found.in_a_name || clause::is_unticked(text, found.start, found.end);
            let why = if around { Some(Why::Around) } else { denials.why_open(text, found.start) };
            let why = why.or_else(|| denials.is_answered_no(text, found.end).then_some(Why::Negated));
            let everyday = |everyday: Everyday| {
                clause::is_everyday(text, &text[found.start..found.end], everyday == Everyday::Noun)
            };
            why.or_else(|| found.everyday.is_some_and(everyday).then_some(Why::Everyday))
        })
    }
}

impl Terms {
    /// Whether a term of several words may start here: a look at the second word's first letter, which spares most places
    /// the cut into tokens.
    fn may_start(&self, lower: &[u8], start: usize) -> bool {
        const FAR: usize = 8;
        let rest = lower.get(start..).unwrap_or_default();
        let end = rest.iter().position(|byte| !is_word(*byte)).unwrap_or(rest.len());
        let after = rest.get(end..).unwrap_or_default();
        // An ending, or a mark that belongs to the word.
        if !matches!(after.first(), None | Some(b' ' | b'\n' | b',' | b';' | b')')) {
            return true;
        }
        let next = after.iter().take(FAR).position(|byte| is_word(*byte)).and_then(|at| after.get(at));
        let word = rest.get(..end).and_then(|word| std::str::from_utf8(word).ok()).unwrap_or_default();
        self.written.at_letter(word).any(|phrase| match phrase.start() {
            (length, _) if length.abs_diff(end) > 2 => false,
            (_, None) => true,
            (_, Some(second)) => next.is_none_or(|next| second.as_bytes().first() == Some(next)),
        })
    }
}

impl Tally {
    /// Notes a mention.
    pub fn add(&mut self, mention: &Mention) {
        if let Some(found) = self.0.get_mut(mention.term) {
            *found = (*found).max(if mention.open.is_some() { Sure::Open } else { Sure::Yes });
        }
    }

    /// How many terms are mentioned: surely, and at most.
    #[must_use]
    pub fn range(&self) -> Range {
        let number = |least: Sure| self.0.iter().filter(|found| **found >= least).count() as f64;
        Range::between(number(Sure::Yes), number(Sure::Open))
    }
}

/// A piece of a text around a place, cut at space, wide enough for a term that starts there and what it hangs on.
fn window(text: &str, start: usize, longest: usize) -> (usize, usize) {
    const BEFORE: usize = 16;
    const MORE: usize = 32;
    let bytes = text.as_bytes();
    let far = start.saturating_sub(BEFORE);
    let space = bytes[far..start].iter().position(u8::is_ascii_whitespace).filter(|_| far > 0);
    // With the end of the word before that space: what stands there tells what a mark after it belongs to.
    let word = space.map(|space| text[..far + space].trim_ascii_end().len().saturating_sub(1));
    let mut from = word.unwrap_or(far);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let far = (start + longest).min(bytes.len());
    let end = bytes[far..].iter().take(MORE).position(u8::is_ascii_whitespace).unwrap_or(MORE);
    let mut to = (far + end).min(bytes.len());
    while !text.is_char_boundary(to) {
        to += 1;
    }
    (from, to)
}

/// Letters and digits, and the bytes of what is not ASCII.
const fn is_word(byte: u8) -> bool {
    byte >= 0x80 || byte.is_ascii_alphanumeric()
}
