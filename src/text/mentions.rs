//! Terms mentioned in free text: whole words, in any case, without accents, plural or singular.
//!
//! A text without any of the terms is the usual case and millions of them are read, so the search is two steps: a table
//! of the first three letters of every term's first word says where a term may start, and only there the words
//! themselves are compared. Text that is not plain ASCII is folded once, for all terms, into a buffer that is kept.

use std::sync::LazyLock;

use foldhash::fast::FixedState;
use hashbrown::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use wide::u8x16;

use super::fold::{self, fold};
use super::lexicon::same_word;
use super::written::Written;
use crate::reading::{Range, Why};

/// What one thread keeps from text to text, for one list of terms: the text searched last and what was found in it so
/// far, so that whoever asks about it again need not search it again.
#[derive(Debug, Default)]
pub struct Scratch {
    text: String,
    /// The text folded, unless it is plain ASCII.
    folded: Vec<u8>,
    is_folded: bool,
    /// Places where a term may start, and how many of them were looked at.
    starts: Vec<u32>,
    looked_at: usize,
    found: Vec<Found>,
    /// The term that the whole text is, as it is written.
    whole: Option<usize>,
    tally: Tally,
}

/// A phrase found in a text.
#[derive(Clone, Copy, Debug)]
struct Found {
    phrase: usize,
    /// Where it is in the folded text.
    start: usize,
    end: usize,
    /// Why it does not count for certain, if so; once that is known.
    open: Option<Option<Why>>,
}

/// How surely each term is mentioned.
#[derive(Debug, Default)]
pub struct Tally(Vec<Sure>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sure {
    /// Not mentioned.
    No,
    /// Mentioned, but open each time: negated, hoped for, an everyday word.
    Negated,
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
#[derive(Clone, Debug)]
pub struct Terms {
    count: usize,
    /// The terms as they are written.
    written: Written,
    phrases: Vec<Phrase>,
    /// The phrases by their first letter.
    by_letter: Vec<(u8, Vec<usize>)>,
    filter: Filter,
}

/// Where a phrase may start in a text: 1 for each hash of three letters that one does start with.
#[derive(Clone, Debug)]
struct Filter(Box<[u8; FILTER]>);

#[derive(Clone, Debug)]
struct Phrase {
    term: usize,
    /// The marks that must stand just before it (".NET").
    lead: Vec<u8>,
    words: Vec<Piece>,
    /// An abbreviation that is an everyday word in small letters: "UN", "EU", "US".
    everyday: bool,
}

/// A word of a phrase and the marks that must follow it ("C++").
#[derive(Clone, Debug, Default)]
struct Piece {
    word: Vec<u8>,
    marks: Vec<u8>,
    /// A full stop, which need not follow it: "Node.js", "St. Gallen".
    stop: bool,
    /// Whether the next word follows the full stop at once.
    glued: bool,
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

/// Bits of the filter's index: few enough to stay in the nearest cache.
const FILTER_BITS: u32 = 13;
const FILTER: usize = 1 << FILTER_BITS;
/// Places that are looked at together, each one bit of a word.
const BLOCK: usize = 64;

/// Words in small letters that capitals make an abbreviation of; in English and French.
#[rustfmt::skip]
const EVERYDAY: &[&str] = &[
    "un", "eu", "us", "it", "who", "or", "as", "is", "am", "an", "at", "be", "by", "do", "go", "he", "if", "in", "me",
    "my", "no", "of", "on", "so", "to", "up", "we", "aid", "aids", "care", "one", "act", "all", "can", "may", "pen",
    "see", "set", "ai", "au", "ce", "de", "du", "en", "es", "et", "la", "le", "les", "ma", "mes", "ne", "ou", "sa",
    "se", "ses", "si", "son", "ont", "par", "pas", "que", "qui", "sur", "ta", "te", "tu", "une", "des", "car", "est",
    "sont", "cour", "etre",
];

/// Those of them that may be an item of a list by themselves: "HEALTH, CARE".
const NOUNS: &[&str] = &["aid", "aids", "care", "one", "act", "all", "can", "may", "pen", "see", "set", "car", "cour"];

impl Terms {
    /// The terms to look for.
    #[must_use]
    pub fn new(terms: Vec<Term>) -> Self {
        let count = terms.len();
        let mut phrases: Vec<Phrase> = Vec::new();
        for (term, words) in terms.iter().enumerate().flat_map(|(at, t)| t.words.iter().map(move |w| (at, w))) {
            phrases.extend(Phrase::variants(term, words));
        }
        let words = terms.iter().enumerate().flat_map(|(at, t)| t.words.iter().map(move |word| (word.as_str(), at)));
        let written = Written::new(words);
        let mut filter = Filter::default();
        let mut by_letter: Vec<(u8, Vec<usize>)> = Vec::new();
        for (at, phrase) in phrases.iter().enumerate() {
            let Some(first) = phrase.words.first() else { continue };
            filter.add(phrase);
            let letter = first.word.first().copied().unwrap_or_default();
            match by_letter.iter_mut().find(|(other, _)| *other == letter) {
                Some((_, list)) => list.push(at),
                None => by_letter.push((letter, vec![at])),
            }
        }
        Self { count, written, phrases, by_letter, filter }
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

    /// How many of the terms the texts mention: surely, and at most (those that are only mentioned after a negation).
    /// Where that is `enough`, nothing more is looked for, and all of them may be.
    #[must_use]
    pub fn count<'a>(&self, texts: impl Iterator<Item = &'a str>, enough: Option<f64>, scratch: &mut Scratch) -> Range {
        let mut sure = 0.0;
        let mut tally = std::mem::take(&mut scratch.tally);
        tally.0.clear();
        tally.0.resize(self.count, Sure::No);
        'all: for text in texts {
            scratch.start(self, text);
            let whole = scratch.whole.filter(|term| tally.0.get(*term) != Some(&Sure::Yes));
            if let Some(found) = whole.and_then(|term| tally.0.get_mut(term)) {
                *found = Sure::Yes;
                sure += 1.0;
                if enough.is_some_and(|enough| sure >= enough) {
                    break 'all;
                }
            }
            for number in 0.. {
                let Some(term) = scratch.term(self, number) else { break };
                let Some(found) = tally.0.get_mut(term).filter(|found| **found != Sure::Yes) else { continue };
                if scratch.why_open(self, number).is_some() {
                    *found = Sure::Negated;
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
            Some(enough) if sure >= enough => Range::between(sure, self.count as f64),
            _ => tally.range(),
        };
        scratch.tally = tally;
        range
    }

    /// Every term that a text mentions, in the order of their first mentions.
    #[must_use]
    pub fn find(&self, text: &str, scratch: &mut Scratch) -> Vec<Mention> {
        scratch.start(self, text);
        let mut mentions: Vec<Mention> = Vec::new();
        for number in 0.. {
            let Some(term) = scratch.term(self, number) else { break };
            match mentions.iter_mut().find(|known| known.term == term) {
                Some(known) => known.open = known.open.and_then(|open| scratch.why_open(self, number).and(Some(open))),
                None => {
                    let Found { start, end, .. } = scratch.found[number];
                    mentions.push(Mention { term, open: scratch.why_open(self, number), snippet: start..end });
                }
            }
        }
        let mut places = Vec::new();
        let plain = !scratch.is_folded;
        if !plain && !mentions.is_empty() {
            fold_text(text, &mut scratch.folded, Some(&mut places));
        }
        let place = |at: usize| if plain { at } else { places.get(at).map_or(text.len(), |place| *place as usize) };
        for mention in &mut mentions {
            mention.snippet = snippet(text, place(mention.snippet.start), place(mention.snippet.end));
        }
        if let Some(term) = scratch.whole {
            mentions.retain(|mention| mention.term != term);
            mentions.insert(0, Mention { term, open: None, snippet: 0..text.len() });
        }
        mentions
    }

    /// Gives the number of each phrase that stands at this place, with the place after it.
    fn at(&self, text: &[u8], start: usize, mut found: impl FnMut(usize, usize)) {
        if start > 0 && is_word(text[start - 1]) {
            return;
        }
        let Some(letter) = text.get(start).map(u8::to_ascii_lowercase) else { return };
        for at in self.by_letter.iter().filter(|(first, _)| *first == letter).flat_map(|(_, list)| list) {
            if let Some(end) = self.phrases.get(*at).and_then(|phrase| phrase.end(text, start)) {
                found(*at, end);
            }
        }
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
        self.looked_at = 0;
        self.found.clear();
        self.whole = if text.trim().contains('\n') { None } else { terms.written.whole(text) };
        self.is_folded = !text.is_ascii();
        if self.is_folded {
            fold_text(text, &mut self.folded, None);
        }
        let bytes = if self.is_folded { &self.folded } else { self.text.as_bytes() };
        terms.filter.starts(bytes, &mut self.starts);
    }

    /// The term of the mention with this number; the text is searched up to there.
    fn term(&mut self, terms: &Terms, number: usize) -> Option<usize> {
        let Self { text, folded, is_folded, starts, looked_at, found, .. } = self;
        let bytes = if *is_folded { folded } else { text.as_bytes() };
        while found.len() <= number {
            let start = *starts.get(*looked_at)? as usize;
            *looked_at += 1;
            terms.at(bytes, start, |phrase, end| {
                found.push(Found { phrase, start, end, open: None });
            });
        }
        Some(terms.phrases.get(found.get(number)?.phrase)?.term)
    }

    /// Why the mention with this number does not count for certain, if so.
    fn why_open(&mut self, terms: &Terms, number: usize) -> Option<Why> {
        let Self { text, folded, is_folded, found, .. } = self;
        let Found { phrase, start, end, open } = found.get_mut(number)?;
        let bytes = if *is_folded { folded } else { text.as_bytes() };
        *open.get_or_insert_with(|| why_open(text, bytes, &terms.phrases[*phrase], *start, *end))
    }
}

impl Tally {
    /// Notes a mention.
    pub fn add(&mut self, mention: &Mention) {
        if let Some(found) = self.0.get_mut(mention.term) {
            *found = (*found).max(if mention.open.is_some() { Sure::Negated } else { Sure::Yes });
        }
    }

    /// How many terms are mentioned: surely, and at most.
    #[must_use]
    pub fn range(&self) -> Range {
        let number = |least: Sure| self.0.iter().filter(|found| **found >= least).count() as f64;
        Range::between(number(Sure::Yes), number(Sure::Negated))
    }
}

impl Default for Filter {
    fn default() -> Self {
        Self(Box::new([0; FILTER]))
    }
}

impl Filter {
    fn add(&mut self, phrase: &Phrase) {
        let Some(first) = phrase.words.first() else { return };
        for start in starts(first, phrase.words.get(1)) {
            self.0[hash(start)] = 1;
        }
    }

    /// Puts every place where a phrase may start into `places`.
    fn starts(&self, text: &[u8], places: &mut Vec<u32>) {
        places.clear();
        self.each(text, |at| {
            places.extend(u32::try_from(at));
            true
        });
    }

    /// Whether a phrase may start anywhere.
    fn any(&self, text: &[u8]) -> bool {
        let mut any = false;
        self.each(text, |_| {
            any = true;
            false
        });
        any
    }

    /// Gives every place where a phrase may start, as long as it is answered with true.
    #[inline]
    fn each(&self, text: &[u8], mut place: impl FnMut(usize) -> bool) {
        let (mut rest, mut from, mut last) = (text, 0, false);
        while !rest.is_empty() {
            let mut filled = [b' '; BLOCK + 3];
            let block = match rest.first_chunk() {
                Some(block) => block,
                None => {
                    filled[..rest.len()].copy_from_slice(rest);
                    &filled
                }
            };
            let words = words_in(block);
            let mut new = words & !(words << 1 | u64::from(last));
            while new != 0 {
                let at = new.trailing_zeros() as usize;
                let bytes = block.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_le_bytes);
                if self.0[index(bytes)] != 0 && !place(from + at) {
                    return;
                }
                new &= new - 1;
            }
            last = words >> (BLOCK - 1) != 0;
            from += BLOCK;
            rest = rest.get(BLOCK..).unwrap_or_default();
        }
    }
}

impl Phrase {
    /// The phrase as written, and an abbreviation with and without its full stops.
    fn variants(term: usize, written: &str) -> Vec<Self> {
        let mut bytes = Vec::new();
        fold_text(written, &mut bytes, None);
        bytes.make_ascii_lowercase();
        let (lead, words) = pieces(&bytes);
        let Some(first) = words.first() else { return Vec::new() };
        let is_everyday = |words: &[Piece]| {
            let [one] = words else { return false };
            one.marks.is_empty() && one.word.len() <= 4 && is_one_of(&one.word, EVERYDAY)
        };
        let mut variants = Vec::new();
        if let Some(joined) = without_stops(&words) {
            // "U.N." is also written "UN", and "Node.js" "Nodejs".
            let everyday = is_everyday(&joined) && words.iter().all(|piece| piece.word.len() == 1);
            variants.push(Self { term, lead: lead.clone(), words: joined, everyday });
        }
        let start = written.split(|c: char| !c.is_alphanumeric()).find(|part| !part.is_empty()).unwrap_or_default();
        if (2..=5).contains(&start.len())
            && start.bytes().all(|b| b.is_ascii_uppercase())
            && first.word.len() == start.len()
        {
            // "UN" is also written "U.N."
            let letter = |letter: &u8| Piece { word: vec![*letter], ..Piece::default() };
            let mut dotted: Vec<Piece> = first.word.iter().map(letter).collect();
            if let Some(last) = dotted.last_mut() {
                last.marks.clone_from(&first.marks);
            }
            dotted.extend_from_slice(&words[1..]);
            variants.push(Self { term, lead: lead.clone(), words: dotted, everyday: false });
        }
        let everyday = is_everyday(&words) && !written.chars().any(char::is_lowercase);
        variants.push(Self { term, lead, words, everyday });
        variants
    }

    /// The place after the phrase, where it stands at `start`.
    fn end(&self, text: &[u8], start: usize) -> Option<usize> {
        let mut at = start;
        let mut end = start;
        for (number, piece) in self.words.iter().enumerate() {
            let word = word_at(text, at);
            if !is_same(word, &piece.word) {
                return None;
            }
            end = at + word.len();
            for mark in &piece.marks {
                while text.get(end).is_some_and(u8::is_ascii_whitespace) {
                    end += 1;
                }
                (text.get(end) == Some(mark)).then(|| end += 1)?;
            }
            let Some(next) = self.words.get(number + 1) else { break };
            at = if piece.marks.is_empty() {
                // What looks like an ending may be the next word: "a.s.b.l."
                let next_from = |from: usize| {
                    let at = joined(text, from, piece.word.len() == 1 || piece.stop)?;
                    is_same(word_at(text, at), &next.word).then_some(at)
                };
                next_from(end).or_else(|| next_from(after_ending(text, end)))?
            } else {
                joined(text, end, false).unwrap_or(end)
            };
        }
        if self.words.last().is_some_and(|piece| piece.marks.is_empty()) {
            end = end.max(after_ending(text, end));
        }
        (text.get(..start)?.ends_with(&self.lead) && !self.is_cut(text, start, end)).then_some(end)
    }

    /// Whether what stands there is cut out of another word: "C" of "C#", "A" of "A+", "R" of "R&D", "net" of ".NET".
    fn is_cut(&self, text: &[u8], start: usize, end: usize) -> bool {
        let [one] = self.words.as_slice() else { return text.get(end) == Some(&b'#') };
        let letter = one.word.len() == 1;
        let next = |at: usize| word_at(text, at);
        let after = match text.get(end..).unwrap_or_default() {
            [b'#', ..] | [b'+', b'+', ..] => true,
            [b'+', ..] => letter && next(end + 1).is_empty(),
            [b'&', ..] => next(end + 1).len() == 1 || letter && !next(end + 1).is_empty(),
            // "C'est"
            [b'\'', ..] => letter && !next(end + 1).is_empty() && !is_one_of(next(end + 1), &["s"]),
            _ => false,
        };
        let before = text.get(..start).unwrap_or_default();
        let ahead = match before {
            [.., other, word, b'&'] => is_word(*word) && (letter || !is_word(*other)),
            [word, b'&'] => is_word(*word),
            [.., b'.'] if self.lead.is_empty() => is_dotted(text, start) && !starts_sentence(text, start),
            _ => false,
        };
        after || ahead
    }
}

/// Whether a full stop stands just before this place that ends no word: ".NET".
fn is_dotted(text: &[u8], start: usize) -> bool {
    match text.get(..start).unwrap_or_default() {
        [.., before, b'.'] => !is_word(*before) && *before != b'.',
        [b'.'] => true,
        _ => false,
    }
}

/// Whether a full stop that is set apart from the word before it may end a sentence all the same: "the UN .Advocacy".
fn starts_sentence(text: &[u8], start: usize) -> bool {
    let word = word_at(text, start);
    let capital = word.first().is_some_and(u8::is_ascii_uppercase) && word.iter().skip(1).all(u8::is_ascii_lowercase);
    capital && text.get(..start).is_some_and(|before| matches!(before, [.., word, b' ', b'.'] if is_word(*word)))
}

/// The marks that lead a phrase, folded and in small letters, and its words with the marks after each.
fn pieces(bytes: &[u8]) -> (Vec<u8>, Vec<Piece>) {
    let (mut lead, mut words): (Vec<u8>, Vec<Piece>) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let word = word_at(bytes, at);
        if !word.is_empty() {
            if let Some(last) = words.last_mut() {
                last.glued = last.stop && at > 0 && bytes[at - 1] == b'.';
            }
            words.push(Piece { word: word.to_vec(), ..Piece::default() });
            // "défenseur·e·s" stands for "défenseur".
            at = if word.len() >= 4 { after_ending(bytes, at + word.len()) } else { at + word.len() };
            continue;
        }
        match words.last_mut() {
            Some(last) if *byte == b'.' => last.stop = true,
            Some(last) if !is_joint(*byte) => last.marks.push(*byte),
            None if is_joint(*byte) || matches!(byte, b'(' | b'[') => lead.clear(),
            None => lead.push(*byte),
            Some(_) => {}
        }
        at += 1;
    }
    (lead, words)
}

/// The words where those that a full stop joins are written as one; nothing where none are.
fn without_stops(words: &[Piece]) -> Option<Vec<Piece>> {
    let mut all: Vec<Piece> = Vec::with_capacity(words.len());
    let figure = |word: &[u8]| word.iter().any(u8::is_ascii_digit);
    for piece in words {
        match all.last_mut() {
            Some(last)
                if last.stop
                    && last.marks.is_empty()
                    && (last.glued || last.word.len() == 1 && piece.word.len() == 1)
                    && !figure(&last.word)
                    && !figure(&piece.word) =>
            {
                let word = [&*last.word, &*piece.word].concat();
                *last = Piece { word, ..piece.clone() };
            }
            _ => all.push(piece.clone()),
        }
    }
    (all.len() < words.len()).then_some(all)
}

/// The three bytes that may stand where this word starts, in any case, plural or singular, before this next word.
fn starts(first: &Piece, next: Option<&Piece>) -> Vec<[u8; 3]> {
    let any = 0..=u8::MAX;
    match *first.word {
        // The letters that a plural changes come after the third, but for short words.
        [a, b'a', b'u', b'x'] => vec![[a, b'a', b'u'], [a, b'a', b'l']],
        [a, b, c, _, ..] => vec![[a, b, c]],
        [a, b, c] => {
            // "NGOs"; "ONG"; "man" and "men".
            let mut starts = vec![[a, b, c]];
            starts.extend((b == b'a' && c == b'n').then_some([a, b'e', b'n']));
            starts.extend((b == b'e' && c == b'n').then_some([a, b'a', b'n']));
            starts.extend((c == b's' || c == b'x').then_some(()).into_iter().flat_map(|()| after(a, b)));
            starts.extend((b == b'a' && c == b'l').then_some([a, b'a', b'u']));
            starts
        }
        [a, b] => after(a, b).collect(),
        [a] => match (first.marks.first(), next.and_then(|next| next.word.first())) {
            // "C++", and with space between.
            (Some(mark), _) => {
                let marks = any.clone().filter(|byte| byte == mark || byte.is_ascii_whitespace());
                marks.flat_map(|b| any.clone().map(move |c| [a, b, c])).collect()
            }
            // "E.U.", "e u": what joins, then the next letter or more of what joins.
            (None, Some(letter)) => {
                let joints: Vec<u8> = any.filter(|byte| is_joint(*byte) || *byte == b'.').collect();
                let then = joints.iter().chain([letter]);
                then.flat_map(|c| joints.iter().map(move |b| [a, *b, *c])).collect()
            }
            (None, None) => {
                any.clone().filter(|b| !is_word(*b)).flat_map(|b| any.clone().map(move |c| [a, b, c])).collect()
            }
        },
        _ => Vec::new(),
    }
}

/// Two letters and all that may follow the word they are.
fn after(a: u8, b: u8) -> impl Iterator<Item = [u8; 3]> {
    (0..=u8::MAX).filter(|byte| !is_word(*byte) || matches!(byte, b's' | b'x' | b'e')).map(move |c| [a, b, c])
}

/// A number of [`FILTER_BITS`] bits for three bytes, which does not depend on case.
fn hash([a, b, c]: [u8; 3]) -> usize {
    index(u32::from_le_bytes([a, b, c, 0]))
}

/// The same, for the first three of four bytes.
const fn index(bytes: u32) -> usize {
    ((bytes << 8 | 0x2020_2000).wrapping_mul(0x9E37_79B1) >> (32 - FILTER_BITS)) as usize
}

/// One bit for each byte of a block: whether it is of a word.
#[inline]
fn words_in(block: &[u8; BLOCK + 3]) -> u64 {
    let all = u8x16::splat;
    let mut words = 0;
    for (at, part) in block.as_chunks::<16>().0.iter().enumerate() {
        let part = u8x16::new(*part);
        let (letter, digit) = ((part | all(0x20)) - all(b'a'), part - all(b'0'));
        let found = letter.min(all(25)).simd_eq(letter) | digit.min(all(9)).simd_eq(digit) | part;
        // The top bit of each byte, which all that are not ASCII have.
        words |= u64::from(found.to_bitmask()) << (16 * at);
    }
    words
}

/// Letters and digits, and the bytes of letters that are not ASCII.
const fn is_word(byte: u8) -> bool {
    WORD_BYTES[byte as usize]
}

/// Asked of every byte around a mention: looked up, not compared.
static WORD_BYTES: [bool; 256] = {
    let mut bytes = [true; 256];
    let mut byte = 0u8;
    while byte < 0x80 {
        bytes[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    bytes
};

/// What may stand between two words of one phrase.
const fn is_joint(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'-' | b'\'' | b'_' | b'"' | 0x0b)
}

/// The word that starts at this place; empty where there is none.
fn word_at(text: &[u8], at: usize) -> &[u8] {
    let rest = text.get(at..).unwrap_or_default();
    rest.get(..rest.iter().position(|byte| !is_word(*byte)).unwrap_or(rest.len())).unwrap_or_default()
}

/// Whether a word of a text, in any case, is this word of a phrase.
fn is_same(word: &[u8], known: &[u8]) -> bool {
    const LONGEST: usize = 64;
    let mut buffer = [0; LONGEST];
    // Words differ at most in their last three letters.
    if word.len() > LONGEST || word.len().abs_diff(known.len()) > 2 {
        return word.eq_ignore_ascii_case(known);
    }
    if word.iter().zip(known).take(known.len().saturating_sub(3)).any(|(a, b)| !a.eq_ignore_ascii_case(b)) {
        return false;
    }
    let Some(lower) = buffer.get_mut(..word.len()) else { return false };
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    same_word(lower, known)
}

/// The place after what inclusive writing and English possession hang on a word: `défenseur·e·s`, `EU's`.
fn after_ending(text: &[u8], end: usize) -> usize {
    const ENDINGS: [&str; 18] = [
        "e", "es", "s", "ne", "nes", "ve", "ves", "le", "les", "rice", "rices", "trice", "trices", "euse", "euses",
        "ere", "eres", "x",
    ];
    let mut at = end;
    for _ in 0..2 {
        let Some(mark) = text.get(at).copied().filter(|byte| matches!(byte, b'.' | b'(' | b'-' | b'/' | b'\'')) else {
            break;
        };
        let ending = word_at(text, at + 1);
        let fits = match mark {
            b'\'' => ending.eq_ignore_ascii_case(b"s"),
            _ => is_one_of(ending, &ENDINGS),
        };
        let after = at + 1 + ending.len();
        if !fits || (mark == b'(' && text.get(after) != Some(&b')')) {
            break;
        }
        at = after + usize::from(mark == b'(');
        // "défenseur(e)s"
        if mark == b'(' && is_one_of(word_at(text, at), &["s"]) {
            at += 1;
        }
    }
    at
}

/// The place of the next word of a phrase: past space, a hyphen, an apostrophe, and the full stop of an abbreviation.
fn joined(text: &[u8], mut at: usize, letter: bool) -> Option<usize> {
    let start = at;
    if letter && text.get(at) == Some(&b'.') {
        at += 1;
    }
    while at < start + 8 && text.get(at).is_some_and(|byte| is_joint(*byte)) {
        at += 1;
    }
    // An empty line parts; a line break alone does not.
    let breaks = text.get(start..at)?.iter().filter(|byte| **byte == b'\n').count();
    (at > start && breaks < 2 && text.get(at).is_some_and(|byte| is_word(*byte))).then_some(at)
}

/// What an empty box, a tick and a cross are folded to: bytes that no one writes.
const EMPTY_BOX: u8 = 0x01;
const TICK: u8 = 0x02;
const CROSS: u8 = 0x03;

/// Folds a text as [`fold`] does, but keeps line breaks and leaves ASCII letters in their case. `places` takes the place
/// in the text of each byte, and of the end.
fn fold_text(text: &str, out: &mut Vec<u8>, mut places: Option<&mut Vec<u32>>) {
    out.clear();
    if let Some(places) = &mut places {
        places.clear();
    }
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = rest.bytes().position(|byte| byte >= 0x80).unwrap_or(rest.len());
        out.extend_from_slice(&rest.as_bytes()[..plain]);
        if let Some(places) = &mut places {
            places.extend((at..at + plain).map(number));
        }
        at += plain;
        let Some(c) = rest[plain..].chars().next() else { break };
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => out.push(b'a'),
            'ç' => out.push(b'c'),
            'è' | 'é' | 'ê' | 'ë' => out.push(b'e'),
            'ì' | 'í' | 'î' | 'ï' => out.push(b'i'),
            'ñ' => out.push(b'n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => out.push(b'o'),
            'ù' | 'ú' | 'û' | 'ü' => out.push(b'u'),
            '‘' | '’' => out.push(b'\''),
            '\u{a0}' | '\u{202f}' => out.push(b' '),
            '“' | '”' | '«' | '»' => out.push(b'"'),
            '‐' | '‑' | '–' | '—' => out.push(b'-'),
            // Inclusive writing sets endings apart with it.
            '·' => out.push(b'.'),
            '☐' | '□' | '◻' | '▢' | '⬜' | '🔲' => out.push(EMPTY_BOX),
            '☑' | '✓' | '✔' | '✅' | '🗹' => out.push(TICK),
            '✗' | '✘' | '✖' | '❌' => out.push(CROSS),
            '\u{85}' | '\u{2028}' | '\u{2029}' | '•' | '▪' | '●' | '◦' | '‣' | '■' => out.push(b'\n'),
            c if fold::is_invisible(c) || is_combining_mark(c) => {}
            c => fold_rare(c, out),
        }
        if let Some(places) = &mut places {
            places.resize(out.len(), number(at));
        }
        at += c.len_utf8();
    }
    if let Some(places) = &mut places {
        places.push(number(text.len()));
    }
}

/// Folds one character that is not among the usual ones. A capital stays one where it is a letter of ASCII.
fn fold_rare(c: char, out: &mut Vec<u8>) {
    if matches!(c, '\u{bc}'..='\u{be}') {
        out.push(b' ');
    }
    let from = out.len();
    let folded = fold(c.encode_utf8(&mut [0; 4]));
    if folded.is_empty() {
        out.push(b' ');
    }
    for c in folded.chars() {
        let c = if c.is_ascii() || c.is_alphanumeric() { c } else { ' ' };
        out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }
    if c.is_uppercase() && c.nfd().next().is_some_and(|base| base.is_ascii()) {
        out[from..].make_ascii_uppercase();
    }
}

/// Why a mention does not count for certain: it is negated, set aside, or cannot be told from an everyday word.
fn why_open(text: &str, bytes: &[u8], phrase: &Phrase, start: usize, end: usize) -> Option<Why> {
    // "ASP.NET", "the UN .Advocacy"
    let in_a_name = phrase.lead.starts_with(b".") && bytes.get(..start - phrase.lead.len()).is_some_and(ends_in_word);
    if in_a_name || (phrase.lead.is_empty() && is_dotted(bytes, start)) || is_unticked(bytes, start, end) {
        return Some(Why::Around);
    }
    let (words, count) = last_before(bytes, start);
    let words = &words[..count];
    if is_set_aside(bytes, words) {
        return Some(Why::Around);
    }
    let negated = is_negated_before(bytes, start, words)
        || is_negated_after(bytes, end)
        || list_end(bytes, end).is_some_and(|colon| is_negated_after(bytes, colon));
    if negated {
        return Some(Why::Negated);
    }
    if is_hedged(bytes, start, end) {
        return Some(Why::Around);
    }
    (phrase.everyday && is_everyday(text, word_at(bytes, start))).then_some(Why::Everyday)
}

fn ends_in_word(text: &[u8]) -> bool {
    text.last().is_some_and(|byte| is_word(*byte))
}

/// Whether an abbreviation cannot be told from the everyday word that it is in small letters: it stands in small
/// letters, or all is in capitals that are no list of abbreviations ("OHCHR, UN, EU").
fn is_everyday(text: &str, word: &[u8]) -> bool {
    const MARKS: [char; 11] = [',', ';', '/', '|', '&', '-', '(', ')', '\n', '\r', '\t'];
    const LONGEST: usize = 6;
    if !word.iter().any(u8::is_ascii_uppercase) {
        return true;
    }
    let abbreviation = |item: &str| item.chars().count() <= LONGEST && item.chars().all(char::is_alphanumeric);
    !text.chars().any(char::is_lowercase)
        && (is_one_of(word, NOUNS) || !text.trim_end_matches(['.', ' ']).split(MARKS).map(str::trim).all(abbreviation))
}

/// How a box or a mark that answers is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tick {
    Ticked,
    Unticked,
}

/// The box that ends just before this place: `[x]`, `[ ]`, a tick or a cross, but for space.
fn box_before(text: &[u8], start: usize) -> Option<Tick> {
    let before = text.get(..start)?.trim_ascii_end();
    let (last, rest) = before.split_last()?;
    let open = match last {
        &EMPTY_BOX | &CROSS => return Some(Tick::Unticked),
        &TICK => return Some(Tick::Ticked),
        b']' => b'[',
        b')' => b'(',
        _ => return None,
    };
    let at = rest.iter().rposition(|byte| *byte == open)?;
    box_inside(rest.get(at + 1..)?)
}

/// The box that starts just after this place, but for space and what joins an answer to its question.
fn box_after(text: &[u8], end: usize) -> Option<Tick> {
    let after = text.get(end..)?;
    let joins = |byte: &&u8| matches!(**byte, b' ' | b'\t' | b':' | b'=' | b'?' | b'"' | b'-');
    let after = after.get(after.iter().take_while(joins).count()..)?;
    let (first, rest) = after.split_first()?;
    let close = match first {
        &EMPTY_BOX | &CROSS => return Some(Tick::Unticked),
        &TICK => return Some(Tick::Ticked),
        b'[' => b']',
        b'(' => b')',
        _ => return None,
    };
    let at = rest.iter().take(4).position(|byte| *byte == close)?;
    box_inside(rest.get(..at)?)
}

/// What stands inside the brackets of a box.
fn box_inside(inside: &[u8]) -> Option<Tick> {
    match inside.trim_ascii() {
        [] | [b'_' | b'-' | b'?' | EMPTY_BOX | CROSS] => Some(Tick::Unticked),
        [b'x' | b'X' | b'v' | b'V' | b'*' | TICK] => Some(Tick::Ticked),
        _ => None,
    }
}

/// Whether the box of a mention is left empty, or a cross or a dash answers it.
fn is_unticked(text: &[u8], start: usize, end: usize) -> bool {
    match box_before(text, start) {
        Some(Tick::Unticked) => return true,
        // The box after it is the next one's.
        Some(Tick::Ticked) => return false,
        None => {}
    }
    if box_after(text, end) == Some(Tick::Unticked) {
        return true;
    }
    // "UPR, none."
    const NONE: &[&str] = &["none", "never", "no", "non", "nil", "aucun", "aucune", "jamais", "neant"];
    let after = text.get(end..).unwrap_or_default();
    if let Some(first) = after.iter().position(|byte| is_word(*byte) || *byte == b'\n') {
        let word = word_at(after, first);
        let mut rest = after[first + word.len()..].iter().take_while(|byte| **byte != b'\n');
        if is_one_of(word, NONE) && !rest.any(|byte| is_word(*byte)) {
            return true;
        }
    }
    // "UPR: -", "UPR: ?", and "UPR?" alone.
    if after.trim_ascii() == b"?" && text.get(..start).is_some_and(|before| before.trim_ascii().is_empty()) {
        return true;
    }
    let ends = after.iter().position(|byte| is_word(*byte) || matches!(byte, b'\n' | b';' | b',' | b'|'));
    match after.get(..ends.unwrap_or(after.len())).unwrap_or_default().trim_ascii() {
        [b':' | b'=', rest @ ..] => {
            let nothing = !rest.is_empty() && rest.iter().all(|byte| matches!(byte, b' ' | b'-' | b'?' | b'.'));
            nothing && ends.is_none_or(|at| !after.get(at).is_some_and(|byte| is_word(*byte)))
        }
        _ => false,
    }
}

/// Phrases that set aside what follows within a few words: "CAT rather than UPR".
#[rustfmt::skip]
const ASIDE: &[&str] = &[
    "rather than", "instead of", "in lieu of", "other than", "yet to", "failed to get", "failed to obtain",
    "failed to gain", "failed to acquire", "failed to secure", "not including", "with the exception of",
    "plutot que", "plutot qu", "au lieu de", "au lieu d", "au lieu du", "au lieu des", "a la place de", "a la place du", "a l exception de", "a l exception d",
    "a l exception des", "a l exception du", "a l exclusion de", "a l exclusion des", "a l exclusion du",
];

/// Phrases that set aside what follows at once, or after an article: "outside the UPR", "hors EPU".
#[rustfmt::skip]
const ASIDE_NEXT: &[&str] = &[
    "outside", "outside of", "everything but", "all but", "anything but", "anyone but", "apart from", "aside from",
    "minus", "hors", "hors de", "hors d", "en dehors de", "en dehors des", "en dehors du", "en dehors d", "a part",
    "mis a part", "a l ecart de", "tout sauf",
];

const ARTICLES: &[&str] =
    &["the", "any", "all", "a", "an", "our", "my", "its", "le", "la", "les", "l", "de", "du", "des", "d", "un", "une"];

/// Words that, before a colon, head what is not had: "gaps: UPR", "à acquérir : EPU".
#[rustfmt::skip]
const GAPS: &[&str] = &[
    "gap", "gaps", "missing", "weakness", "weaknesses", "acquire", "develop", "learn", "improve", "excluded",
    "lacune", "lacunes", "manquant", "manquants", "manquante", "manquantes", "faiblesse", "faiblesses", "faible",
    "faibles", "acquerir", "developper", "apprendre", "ameliorer", "exclu", "exclus", "exclue", "exclues",
];

/// People who are not the candidate, and what they did, each in the singular.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "wife", "husband", "partner", "colleague", "boss", "friend", "father", "mother", "sister", "brother",
    "predecessor", "successor", "femme", "epouse", "epoux", "mari", "conjoint", "conjointe", "collegue", "chef", "ami",
    "amie", "pere", "mere", "soeur", "frere", "predecesseur",
];
#[rustfmt::skip]
const DID: &[&str] = &[
    "did", "does", "led", "leads", "worked", "works", "handled", "handles", "covered", "covers", "has", "had", "a",
    "fait", "faisait", "travaille", "travaillait", "suit", "suivait", "gere", "gerait", "connait",
];

/// Words that say something to [`is_set_aside`], or end a phrase that does.
static SETTERS: LazyLock<Lengths> = LazyLock::new(|| {
    let words = ARTICLES.iter().chain(DID).chain(THAN).chain(STATEMENT).copied();
    Lengths::of(last_words().chain(words.map(str::as_bytes)))
});

/// The words that end such a phrase.
static ENDS: LazyLock<Lengths> = LazyLock::new(|| Lengths::of(last_words()));

fn last_words() -> impl Iterator<Item = &'static [u8]> {
    let phrases = ASIDE.iter().chain(ASIDE_NEXT);
    phrases.filter_map(|phrase| phrase.rsplit(' ').next()).map(str::as_bytes)
}

const THAN: &[&str] = &["que", "qu"];
const STATEMENT: &[&str] = &["i", "we", "je", "j", "nous"];

/// Whether what stands before a mention sets it aside: "rather than", "outside", "gaps:".
fn is_set_aside(text: &[u8], words: &[Before]) -> bool {
    const NEAR: usize = 5;
    let word = |number: usize| words.get(number).map_or(&b""[..], |word| word.of(text));
    // Whether a phrase ends with the word of this number, counted back from the mention.
    let ends_at = |number: usize, phrases: &[&str]| {
        let last = word(number);
        let may = |phrase: &&&str| {
            let end = phrase.len().checked_sub(last.len()).and_then(|from| phrase.as_bytes().get(from..));
            end.is_some_and(|end| end.eq_ignore_ascii_case(last))
        };
        phrases.iter().filter(may).any(|phrase| {
            let mut back = phrase.rsplit(' ').enumerate();
            back.all(|(more, known)| word(number + more).eq_ignore_ascii_case(known.as_bytes()))
        })
    };
    let mut articles = true;
    for (number, Before { mark, .. }) in words.iter().enumerate().take(NEAR) {
        match mark {
            Some(b',') => return false,
            Some(b')') if number == 0 => return false,
            Some(b':') if is_one_of(word(number), GAPS) => return true,
            Some(b':') if is_one_of(word(number), &["point", "points"]) => {
                return is_one_of(word(number + 1), &["weak", "weaker"]);
            }
            _ => {}
        }
        if !SETTERS.may_have(word(number)) {
            if role(word(number)) == Some(Role::Turn) {
                return false;
            }
            articles = false;
            continue;
        }
        let ends = ENDS.may_have(word(number));
        if ends && (ends_at(number, ASIDE) || (articles && ends_at(number, ASIDE_NEXT))) {
            return true;
        }
        // "plutôt CAT que EPU"
        let than = is_one_of(word(number), THAN);
        if than && (number + 1..number + NEAR).any(|more| is_one_of(word(more), &["plutot"])) {
            return true;
        }
        // "My colleague did the UPR", "mon collègue a suivi l'EPU"
        let theirs = is_one_of(word(number), DID) && is_one_of(word(number + 1), OTHERS);
        if theirs && is_one_of(word(number + 2), &["my", "mon", "ma", "our", "notre"]) {
            return true;
        }
        articles &= is_one_of(word(number), ARTICLES);
        // A statement of its own: "outside work I do EU advocacy".
        let statement = is_one_of(word(number), STATEMENT);
        if statement || role(word(number)) == Some(Role::Turn) {
            return false;
        }
    }
    false
}

/// Phrases that make a sentence speak of what is hoped for, new, or was never done, wherever in it they stand.
#[rustfmt::skip]
const HEDGES: &[&str] = &[
    // English.
    "new to me", "never did", "not worked on", "not yet worked", "never worked", "never had the", "like to learn",
    "love to learn", "have liked to", "have loved to", "hope to learn", "eager to learn", "keen to learn",
    "want to learn", "wish to learn", "willing to learn", "ready to learn", "curious to learn", "learn about",
    "learn more about", "like to discover", "like to work on", "unknown to me",
    // French, without accents and apostrophes.
    "nouveau pour moi", "nouvelle pour moi", "nouveaux pour moi", "inconnu pour moi", "aimerais apprendre",
    "aimerais decouvrir", "aimerais travailler", "souhaite apprendre", "souhaiterais", "aurais aime", "d apprendre",
    "d'apprendre", "desire apprendre", "jamais eu l", "jamais fait", "jamais travaille", "pas travaille",
    "pret a apprendre", "prete a apprendre",
    // At the end of what is said.
    "none so far", "nothing so far", "none yet", "but no practice", "but no experience", "but not yet",
    "mais pas encore", "mais sans pratique", "mais pas de pratique", "mais aucune pratique",
    "mais sans experience", "mais aucune experience", "mais pas d'experience",
    "never practised", "never practiced", "jamais pratique", "m'est inconnu", "m'est inconnue", "me sont inconnus", "me sont inconnues",
];

/// Every one of [`HEDGES`] holds one of these words, so that few sentences are searched for all of them.
const HINTS: &[&str] = &[
    "learn",
    "like",
    "liked",
    "loved",
    "me",
    "never",
    "not",
    "apprendre",
    "aimerais",
    "aurais",
    "jamais",
    "moi",
    "pas",
    "souhaiterais",
    "far",
    "yet",
    "but",
    "mais",
    "inconnu",
    "inconnue",
];

static HINT_FILTER: LazyLock<Filter> = LazyLock::new(|| {
    let mut filter = Filter::default();
    for phrase in HINTS.iter().flat_map(|word| Phrase::variants(0, word)) {
        filter.add(&phrase);
    }
    filter
});

static HEDGE_FINDERS: LazyLock<Vec<memchr::memmem::Finder<'static>>> =
    LazyLock::new(|| HEDGES.iter().map(|hedge| memchr::memmem::Finder::new(*hedge)).collect());

/// Whether the sentence around a mention says that it is hoped for, new, or was never done.
fn is_hedged(bytes: &[u8], start: usize, end: usize) -> bool {
    let (before, after) = (&bytes[..start], &bytes[end..]);
    let first = memchr::memrchr3(b'.', b'!', b'?', before).map_or(0, |last| last + 1);
    let first = memchr::memrchr2(b';', b'\n', &before[first..]).map_or(first, |last| first + last + 1);
    let after = &after[..memchr::memchr3(b'.', b'!', b'?', after).unwrap_or(after.len())];
    let after = &after[..memchr::memchr2(b';', b'\n', after).unwrap_or(after.len())];
    let sentence = &bytes[first..end + after.len()];
    if !HINT_FILTER.any(sentence) {
        return false;
    }
    let lower = sentence.to_ascii_lowercase();
    HEDGE_FINDERS.iter().any(|hedge| hedge.find(&lower).is_some())
}

/// Words that negate what follows.
#[rustfmt::skip]
const NEGATIONS: &[&str] = &[
    // English.
    "no", "not", "never", "without", "lack", "lacks", "lacking", "lacked", "neither", "nor", "none", "cannot", "cant",
    "dont", "didnt", "doesnt", "havent", "hasnt", "wasnt", "isnt", "arent", "t", "unfamiliar", "zero", "unable",
    "hardly", "barely", "nothing", "absence", "except", "excluding", "unaware", "ignorant", "little", "inexperienced",
    "nil", "rarely", "seldom", "scarcely", "0",
    // French.
    "pas", "jamais", "sans", "aucun", "aucune", "aucunement", "ni", "n", "ne", "non", "manque", "absence", "depourvu",
    "depourvue", "nul", "nulle", "nullement", "rien", "sauf", "hormis", "excepte", "guere", "ignore", "meconnais",
    "peu", "faute", "incapable", "inexperimente", "inexperimentee",
];

/// Phrases that hold a negation and negate nothing, from the negation on.
#[rustfmt::skip]
const NOT_NEGATIONS: &[&str] = &[
    // English.
    "not only", "not just", "not merely", "not simply", "not solely", "not limited to", "not to mention", "not least",
    "no doubt", "no less than", "no fewer than", "nothing less than", "no stranger to", "without doubt",
    "without a doubt", "without interruption", "never stopped", "never ceased", "not for profit", "no later than",
    "no problem", "little by little", "nothing but", "no secret",
    // French.
    "non seulement", "non gouvernementale", "non gouvernementales", "non gouvernemental", "non gouvernementaux",
    "non lucratif", "non lucrative", "non profit", "non governmental", "pas seulement", "pas uniquement", "pas que",
    "pas moins de", "sans doute", "sans aucun doute", "sans oublier", "sans compter", "sans interruption",
    "sans relache", "sans cesse", "ne cesse", "n ai jamais cesse", "ne hesitez", "n hesitez pas", "n hesite pas",
    "peu a peu", "sans parler", "sans frontieres", "sans probleme", "sans difficulte", "rien de moins",
    "sans exception",
];

/// Words after which what is said is no longer under a negation before them.
#[rustfmt::skip]
const TURNS: &[&str] = &[
    "but", "however", "although", "though", "because", "whereas", "while", "nevertheless", "instead", "then",
    "having", "mais", "cependant", "toutefois", "neanmoins", "pourtant", "car", "parce", "puisque", "tandis", "ayant",
    "hence", "plutot",
];

/// Words that start a statement of their own after a comma or an "and".
#[rustfmt::skip]
const STARTS: &[&str] = &[
    "i", "we", "my", "have", "am", "had", "worked", "led", "je", "j", "nous", "mon", "ma", "mes", "ai", "suis", "on",
    "with", "avec", "since", "depuis", "yes", "oui", "did", "also", "experience", "experienced",
];

const AND: &[&str] = &["and", "et"];

/// How many words may stand between a negation and what it negates.
const REACH: usize = 9;

/// A word before another in the same sentence.
#[derive(Clone, Copy, Default)]
struct Before {
    start: usize,
    end: usize,
    /// The mark that stands after it, if any.
    mark: Option<u8>,
}

impl Before {
    fn of<'a>(&self, text: &'a [u8]) -> &'a [u8] {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// The words before this place that may negate or set aside what stands there, and how many they are.
fn last_before(text: &[u8], end: usize) -> ([Before; REACH + 1], usize) {
    let mut words = [Before::default(); REACH + 1];
    let mut count = 0;
    for (word, found) in words.iter_mut().zip(before(text, end)) {
        *word = found;
        count += 1;
    }
    (words, count)
}

/// The words before this place in the same sentence, nearest first.
fn before(text: &[u8], end: usize) -> impl Iterator<Item = Before> {
    let mut at = end;
    let mut done = false;
    std::iter::from_fn(move || {
        let mut mark = None;
        loop {
            if done || at == 0 {
                return None;
            }
            let byte = text[at - 1];
            if is_word(byte) {
                break;
            }
            match byte {
                b'!' | b'?' | b';' | b'|' => done = true,
                // A full stop ends a sentence where space follows it, and not after an abbreviation of one letter.
                b'.' if text.get(at).is_none_or(u8::is_ascii_whitespace) => {
                    done = at < 3 || !is_word(text[at - 2]) || is_word(text[at - 3]);
                }
                // A line that wraps goes on in small letters.
                b'\n' => {
                    let next = text[at..].iter().find(|byte| !byte.is_ascii_whitespace());
                    let wraps = next.is_some_and(|byte| byte.is_ascii_lowercase() || *byte >= 0x80);
                    done = !wraps || text[..at - 1].iter().rev().find(|b| **b != b'\r' && **b != b' ') == Some(&b'\n');
                }
                b',' | b'(' | b')' | b':' => mark = Some(byte),
                _ => {}
            }
            at -= 1;
        }
        if done {
            return None;
        }
        let end = at;
        while at > 0 && is_word(text[at - 1]) {
            at -= 1;
        }
        Some(Before { start: at, end, mark })
    })
}

/// What a word does to a negation before it, or is one itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Negation,
    Turn,
    And,
    Start,
}

struct Roles {
    words: HashMap<&'static [u8], Role, FixedState>,
    lengths: Lengths,
}

/// By the first letter of a word, one bit for each length that one of some words has: few others have the same.
struct Lengths([u32; 256]);

impl Lengths {
    fn of<'a>(words: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut lengths = [0; 256];
        for word in words {
            lengths[usize::from(word[0])] |= 1 << word.len().min(31);
        }
        Self(lengths)
    }

    fn may_have(&self, word: &[u8]) -> bool {
        let first = word.first().map_or(0, u8::to_ascii_lowercase);
        self.0[usize::from(first)] >> word.len().min(31) & 1 != 0
    }
}

static ROLES: LazyLock<Roles> = LazyLock::new(|| {
    let rows = [(STARTS, Role::Start), (AND, Role::And), (TURNS, Role::Turn), (NEGATIONS, Role::Negation)];
    let each = rows.into_iter().flat_map(|(words, role)| words.iter().map(move |word| (word.as_bytes(), role)));
    let words: HashMap<_, _, _> = each.collect();
    let lengths = Lengths::of(words.keys().copied());
    Roles { words, lengths }
});

fn role(word: &[u8]) -> Option<Role> {
    const LONGEST: usize = 16;
    let roles = &*ROLES;
    if word.len() > LONGEST || !roles.lengths.may_have(word) {
        return None;
    }
    let mut buffer = [0; LONGEST];
    let lower = buffer.get_mut(..word.len())?;
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    roles.words.get(&*lower).copied()
}

fn is_one_of(word: &[u8], list: &[&str]) -> bool {
    list.iter().any(|known| known.as_bytes().eq_ignore_ascii_case(word))
}

fn is_negated_before(text: &[u8], start: usize, words: &[Before]) -> bool {
    // The word after the one that is looked at: the start of a statement after a comma or an "and".
    let mut next: &[u8] = b"";
    let mut next_role = None;
    for (count, &Before { start: at, end, mark }) in words.iter().enumerate() {
        let word = &text[at..end];
        let role = role(word);
        let statement = next_role == Some(Role::Start);
        // "No, I have ...": what follows the comma stands for itself.
        if mark == Some(b',') && (statement || next.first().is_some_and(u8::is_ascii_digit)) {
            return false;
        }
        if mark == Some(b')') && count == 0 {
            return false;
        }
        match role {
            Some(Role::And) if statement && !is_one_of(next, &["experience", "experienced"]) => return false,
            Some(Role::Turn) => return false,
            Some(Role::Negation) => {
                // A prefix negates only its own word: "non-profit".
                let prefix = text.get(end) == Some(&b'-') && end + 1 != start;
                if !prefix && !is_spared(text, at) {
                    return true;
                }
            }
            _ => {}
        }
        (next, next_role) = (word, role);
    }
    false
}

/// Whether the negation at this place belongs to a phrase that negates nothing, or to another word ("non-EU", "No. 5").
fn is_spared(text: &[u8], from: usize) -> bool {
    let word = word_at(text, from);
    let starts = |at: usize, phrase: &str| {
        let mut at = Some(at);
        phrase.split(' ').all(|known| {
            let Some(here) = at else { return false };
            let word = word_at(text, here);
            at = joined(text, here + word.len(), true);
            word.eq_ignore_ascii_case(known.as_bytes())
        })
    };
    if NOT_NEGATIONS.iter().any(|phrase| starts(from, phrase)) {
        return true;
    }
    // The words before it may belong to the phrase: "n'ai jamais cessé".
    let around = |at: usize| {
        NOT_NEGATIONS
            .iter()
            .any(|phrase| phrase.starts_with("n ") && phrase.split(' ').count() > 2 && starts(at, phrase))
    };
    if before(text, from).take(2).any(|word| around(word.start)) {
        return true;
    }
    // "a little", "un peu" are something.
    if is_one_of(word, &["little", "peu"]) {
        return before(text, from).next().is_some_and(|word| is_one_of(word.of(text), &["a", "un"]));
    }
    // Only a "t" after an apostrophe is a negation, and only an "n" before one.
    let (last, after) = (from.checked_sub(1).and_then(|at| text.get(at)), text.get(from + word.len()));
    match word.len() {
        // A nought of its own, not one of "2.0".
        1 if word == b"0" => {
            let alone = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
            !alone(last) && !matches!(last, Some(b'(' | b':' | b'='))
                || matches!(after, Some(b'.' | b',')) && {
                    word_at(text, from + 2).first().is_some_and(u8::is_ascii_digit)
                }
        }
        1 if word.eq_ignore_ascii_case(b"t") => {
            last != Some(&b'\'') || !text[..from - 1].last().is_some_and(|byte| matches!(byte, b'n' | b'N'))
        }
        1 => after != Some(&b'\''),
        // "No. 5"
        2 => after == Some(&b'.') && word_at(text, from + 4).first().is_some_and(u8::is_ascii_digit),
        _ => false,
    }
}

/// The place of the colon after the list that a mention stands in: "UPR, EU advocacy: none".
fn list_end(text: &[u8], end: usize) -> Option<usize> {
    const FARTHEST: usize = 60;
    const WORDS: usize = 5;
    let line = text.get(end..)?;
    let line = line.get(..FARTHEST.min(line.len()))?;
    let colon = memchr::memchr2(b':', b'=', line)?;
    let list = line.get(..colon)?;
    let plain = |byte: &u8| {
        byte.is_ascii_alphabetic() || *byte >= 0x80 || matches!(byte, b' ' | b',' | b'/' | b'&' | b'-' | b'\'' | b'"')
    };
    let mut words = 0;
    let mut and = list.iter().any(|byte| matches!(byte, b',' | b'/' | b'&'));
    for word in list.split(|byte| !is_word(*byte)).filter(|word| !word.is_empty()) {
        words += 1;
        and |= is_one_of(word, AND) || is_one_of(word, &["or", "ou"]);
    }
    (and && words <= WORDS && list.iter().all(plain)).then_some(end + colon)
}

/// Words that negate what they follow.
#[rustfmt::skip]
const AFTER: &[&str] = &[
    "none", "never", "not", "nil", "no", "zero", "0", "aucun", "aucune", "jamais", "non", "neant", "pas", "nul",
    "nulle", "n", "without", "false", "faux", "off", "na", "nc", "excluded", "exclu", "exclue", "exclus", "exclues",
    "unknown", "inconnu", "inconnue", "inconnus", "inconnues", "nope", "nothing", "rien", "nein", "nada", "negative",
    "negatif", "sans",
];

/// Those that answer only after a colon.
const ANSWERS: &[&str] = &[
    "no", "non", "0", "zero", "false", "faux", "off", "na", "nc", "nope", "nothing", "rien", "nein", "nada",
    "negative", "negatif", "sans",
];

/// What is to come of it, after a colon: "UPR (to be learned)", "EPU : à acquérir".
#[rustfmt::skip]
const TO_COME: &[&str] = &[
    "be", "learn", "develop", "acquire", "improve", "discover", "come", "strengthen", "acquerir", "developper",
    "apprendre", "ameliorer", "decouvrir", "renforcer", "venir",
];

/// Words that lead from a mention to what is said of it.
#[rustfmt::skip]
const GOES_ON: &[&str] = &[
    "experience", "experiences", "is", "was", "are", "has", "have", "work", "knowledge",
    "skills", "est", "connaissance",
];

/// All words that say something where they follow a mention.
static FOLLOWERS: LazyLock<Lengths> = LazyLock::new(|| {
    let words = AFTER.iter().chain(ANSWERS).chain(GOES_ON).chain(&["to", "a"]);
    Lengths::of(words.map(|word| word.as_bytes()))
});

/// Whether a negation follows at once: "EU advocacy: none", "plaidoyer : aucune expérience".
fn is_negated_after(text: &[u8], end: usize) -> bool {
    let mut at = end;
    for count in 0..3 {
        let gap = text.get(at..).unwrap_or_default().iter().take_while(|byte| !is_word(**byte)).count();
        let marks = text.get(at..at + gap).unwrap_or_default();
        if marks.iter().any(|byte| matches!(byte, b',' | b'.' | b';' | b'!' | b'\n' | b'|' | b')')) {
            return false;
        }
        let colon = marks.iter().any(|byte| matches!(byte, b':' | b'=' | b'(' | b'?' | b'-'));
        at += gap;
        let word = word_at(text, at);
        if word.is_empty() {
            return false;
        }
        if !FOLLOWERS.may_have(word) {
            if count == 0 && !colon {
                return false;
            }
            at += word.len();
            continue;
        }
        let next = text.get(at + word.len()).copied();
        let negates = is_one_of(word, AFTER) && next != Some(b'-');
        // "no", "non" and "0" answer only after a colon; an "n" needs its apostrophe.
        let answers = match word.len() {
            1 if word.eq_ignore_ascii_case(b"n") => next == Some(b'\'') || (colon && is_no_letter(text, at)),
            _ if is_one_of(word, ANSWERS) => colon,
            _ if is_one_of(word, &["without"]) => false,
            _ => true,
        };
        let letter = word.eq_ignore_ascii_case(b"n") && next != Some(b'\'');
        if negates && answers && (letter || !is_spared(text, at)) {
            return true;
        }
        let coming = is_one_of(word, &["to", "a"]) && colon;
        if coming && joined(text, at + word.len(), false).is_some_and(|at| is_one_of(word_at(text, at), TO_COME)) {
            return true;
        }
        let goes_on = is_one_of(word, GOES_ON);
        if !goes_on && count == 0 && !colon {
            return false;
        }
        at += word.len();
    }
    false
}

/// Whether the "n" at this place is an answer of its own: "n", "N/A", "n.c.", but not "n° 3".
fn is_no_letter(text: &[u8], at: usize) -> bool {
    let rest = text.get(at + 1..).unwrap_or_default();
    let rest = match rest {
        [b'/' | b'.', b'a' | b'A' | b'c' | b'C' | b'd' | b'D', rest @ ..] => rest,
        rest => rest,
    };
    !rest.first().is_some_and(|byte| is_word(*byte)) && {
        let rest = rest.trim_ascii_start();
        rest.first().is_none_or(|byte| matches!(byte, b'.' | b',' | b';' | b')' | b']' | b'|' | b'"' | b'/'))
            || text.get(at + 1..).is_some_and(|after| after.first() == Some(&b'\n'))
    }
}

/// About 60 characters on each side of a mention, in its line, cut between words.
fn snippet(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    const AROUND: usize = 60;
    let is_break = |c: char| matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    let far = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    // Where the line starts, as far as that matters.
    let line = match before[far..].rfind(is_break) {
        Some(at) => far + at + before[far + at..].chars().next().map_or(1, char::len_utf8),
        None if before[..far].ends_with(is_break) => far,
        None => 0,
    };
    let mut from = line.max(far);
    if far > line {
        from += before[from..].find(char::is_whitespace).map_or(before.len() - from, |at| at);
    }
    from += text[from..start].len() - text[from..start].trim_start().len();
    let far = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let line = match after[..far].find(is_break) {
        Some(at) => at,
        None if after[far..].starts_with(is_break) => far,
        None => after.len(),
    };
    let mut to = line.min(far);
    if far < line {
        to = after[..to].rfind(char::is_whitespace).unwrap_or(0);
    }
    from..end + after[..to].trim_end().len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_hint_in_every_hedge() {
        for hedge in HEDGES {
            assert!(HINT_FILTER.any(hedge.as_bytes()), "{hedge}");
        }
    }

    fn terms(terms: &[&[&str]]) -> Terms {
        let term = |words: &&[&str]| Term {
            name: words[0].to_owned(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
        };
        Terms::new(terms.iter().map(term).collect())
    }

    fn posting() -> Terms {
        terms(&[
            &["EU advocacy", "plaidoyer auprès de l'UE", "plaidoyer européen"],
            &["special rapporteur", "rapporteur spécial", "procédures spéciales"],
            &["human rights defender", "défenseur des droits humains", "HRD", "DDH"],
            &["EEAS", "SEAE"],
            &["mécanisme régional", "regional mechanism"],
            &["universal periodic review", "UPR", "EPU"],
        ])
    }

    /// Surely and at most.
    fn count(terms: &Terms, text: &str) -> (f64, f64) {
        count_with(terms, text, &mut Scratch::default())
    }

    fn count_with(terms: &Terms, text: &str, scratch: &mut Scratch) -> (f64, f64) {
        let range = terms.count(std::iter::once(text), None, scratch);
        (range.low, range.high)
    }

    #[rustfmt::skip]
    const MENTIONED: &[&str] = &[
        "I led EU advocacy for five years",
        "eu advocacy",
        "EU-advocacy",
        "EU\nadvocacy",
        "EU  advocacy.",
        "E.U. advocacy",
        "(EU advocacy)",
        "the EU's advocacy",
        "J'ai mené du plaidoyer auprès de l’UE",
        "PLAIDOYER AUPRES DE L'UE",
        "plaidoyer aupre\u{300}s de l'UE",
        "plaidoyers européens",
        "worked with Special Rapporteurs at the UN",
        "les rapporteurs spéciaux",
        "rapporteur\u{a0}spécial",
        "défenseurs des droits humains",
        "défenseur·e·s des droits humains",
        "défenseur(e)s des droits humains",
        "défenseurs-euses des droits humains",
        "HRDs",
        "hrd",
        "HRD/women",
        "les mécanismes régionaux",
        "Mécanismes-régionaux",
        "l'EPU",
        "«EEAS»",
        "EEAS, DEVCO",
        // A negation of something else.
        "No car, 10 years of EU advocacy",
        "I am not a lawyer. EU advocacy is what I do",
        "I have never been bored. EEAS was my partner",
        "no, I have done EU advocacy",
        "Non, mais j'ai fait du plaidoyer européen",
        "not only EU advocacy but also campaigns",
        "not just EU advocacy",
        "non seulement le plaidoyer européen mais aussi les campagnes",
        "pas seulement du plaidoyer européen",
        "ONG non gouvernementale et plaidoyer européen",
        "non-governmental EU advocacy",
        "a non-profit working on EU advocacy",
        "sans doute du plaidoyer européen",
        "sans oublier le plaidoyer européen",
        "je n'ai jamais cessé le plaidoyer européen",
        "n'hésitez pas à me parler de plaidoyer européen",
        "I did not study law but EU advocacy is my trade",
        "Je ne suis pas juriste mais le plaidoyer européen est mon métier",
        "no doubt EU advocacy matters",
        "Resolution No. 5 on human rights defenders",
        "a little EU advocacy",
        "no children\nEU advocacy: five years",
        "I did not stay and I led EU advocacy",
        "EU advocacy, not lobbying",
        "EU advocacy. No other experience",
        "EU advocacy ✓", "✓ EU advocacy", "☑ EU advocacy", "[x] EU advocacy", "EU advocacy: x", "EU advocacy: TRUE",
        "[x] EU advocacy [ ] lobbying", "☑ plaidoyer européen ☐ lobbying", "EU advocacy: 10", "EU advocacy: 0.5 years",
        "EU advocacy 2.0 and more", "plan 2.0, EU advocacy", "EU advocacy n° 3", "EU advocacy - no. 3",
        "Rather than litigate, I did EU advocacy", "Outside Europe I led EU advocacy", "EU advocacy: - led it",
        "au moins du plaidoyer européen", "hors Europe, j'ai fait du plaidoyer européen", "EU advocacy: to 2019",
        "Instead of a desk, I chose EU advocacy", "governments failed to answer our EU advocacy",
        "Gap year: EU advocacy", "Hors des sentiers battus, du plaidoyer européen", "EU advocacy (five years)",
        "membre à part entière du plaidoyer européen", "EU advocacy but no trials",
        "EU advocacy; lobbying: none", "EU advocacy for 5 years, lobbying: none", "EU advocacy and lobbying: ten years",
        "EU advocacy sans relâche",
        "My colleague and I did EU advocacy",
        "worked with my colleagues on EU advocacy",
        "Avec mon collègue nous avons fait du plaidoyer européen",
    ];

    #[test]
    fn every_hedge_has_its_hint() {
        for hedge in HEDGES {
            assert!(HINTS.iter().any(|hint| hedge.contains(hint)), "{hedge}");
        }
    }

    #[rustfmt::skip]
    const NEGATED: &[&str] = &[
        "EU advocacy is new to me and I have not worked on it", "I would have liked to do EU advocacy, but never did",
        "I would like to learn EU advocacy", "le plaidoyer EU advocacy est nouveau pour moi",
        "J'aimerais apprendre EU advocacy",
        "no experience of EU advocacy",
        "No EU advocacy",
        "I have no direct experience in EU advocacy",
        "without EU advocacy",
        "never worked on EU advocacy",
        "I have never, in ten years, touched EU advocacy",
        "I don't have experience in EU advocacy",
        "I don’t do EU advocacy",
        "I haven't done EU advocacy",
        "I lack EU advocacy experience",
        "not familiar with EU advocacy",
        "unfamiliar with EU advocacy",
        "neither campaigns nor EU advocacy",
        "no experience of lobbying, EU advocacy",
        "no experience in lobbying or EU advocacy",
        "I cannot claim EU advocacy",
        "non-EU advocacy",
        "sans expérience de plaidoyer européen",
        "Aucune expérience en plaidoyer européen",
        "je n'ai pas d'expérience de plaidoyer européen",
        "je n’ai jamais fait de plaidoyer européen",
        "Je ne connais pas le plaidoyer européen",
        "pas de plaidoyer européen",
        "ni plaidoyer européen",
        "peu d'expérience en plaidoyer européen",
        "manque d'expérience en plaidoyer européen",
        "no experience\nof EU advocacy",
        "EU advocacy: none",
        "EU advocacy: no",
        "EU advocacy - never",
        "EU advocacy is not my field",
        "EU advocacy experience: none",
        "plaidoyer européen : aucune expérience",
        "Plaidoyer européen : non",
        "le plaidoyer européen n'est pas mon domaine",
        "not without EU advocacy",
        "EU advocacy ✗", "❌ EU advocacy", "EU advocacy: ❌", "[ ] EU advocacy", "☐ plaidoyer européen", "EU advocacy [ ]",
        "EU advocacy ☐", "plaidoyer européen ( )", "EU advocacy (-)", "EU advocacy: -", "plaidoyer européen : –",
        "EU advocacy: ?", "EU advocacy: 0", "EU advocacy = 0", "EU advocacy experience: 0", "EU advocacy: 0 years",
        "0 experience of EU advocacy", "EU advocacy: FALSE", "plaidoyer européen : FAUX", "EU advocacy: n",
        "EU advocacy=N", "EU advocacy — n/a", "EU advocacy: N/A", "EU advocacy (n.a.)",
        "other than EU advocacy, nothing", "outside EU advocacy", "hors plaidoyer européen", "everything but EU advocacy",
        "à part le plaidoyer européen", "apart from EU advocacy no", "minus EU advocacy", "EU advocacy excluded",
        "à l'exception du plaidoyer européen", "plaidoyer européen exclu", "plaidoyer européen inconnu",
        "le plaidoyer européen m'est inconnu", "yet to work on EU advocacy", "failed to get EU advocacy experience",
        "missing: EU advocacy", "to acquire: EU advocacy", "à acquérir : plaidoyer européen", "gap: EU advocacy",
        "Lacunes : plaidoyer européen", "weak point: EU advocacy", "EU advocacy (to be learned)",
        "EU advocacy: to develop", "plaidoyer européen (à développer)", "EU advocacy: beginner, none so far",
        "CAT rather than EU advocacy", "CAT instead of EU advocacy", "plutôt lobbying que plaidoyer européen",
        "plutôt que le plaidoyer européen", "au lieu du lobbying ou du plaidoyer européen", "rather than EU advocacy, CAT",
        "my colleague did the EU advocacy", "Ma collègue a fait du plaidoyer européen", "EU advocacy?",
        "EU advocacy, lobbying: none", "EU advocacy / lobbying : non", "plaidoyer européen et lobbying : aucun",
        "EU advocacy: nope", "EU advocacy: nothing", "plaidoyer européen : rien", "plaidoyer européen : sans objet",
        "I have heard of EU advocacy but never practised it",
        "interested in EU advocacy but no practice", "du plaidoyer européen en théorie, mais sans pratique",
    ];

    const ABSENT: &[&str] = &[
        "",
        "   ",
        "advocacy in the EU",
        "the EU. Advocacy",
        "neu advocacy",
        "EU advocacyx",
        "EU\n\nadvocacy",
        "rapporteurs",
        "special, rapporteur",
        "thirds",
        "EEASY",
        "régional",
        "Dehors",
        "plaidoyer auprès de l'ONU",
    ];

    #[test]
    fn counts() {
        let terms = posting();
        for text in MENTIONED {
            assert_eq!(count(&terms, text), (1.0, 1.0), "{text:?}");
        }
        for text in NEGATED {
            assert_eq!(count(&terms, text), (0.0, 1.0), "{text:?}");
        }
        for text in ABSENT {
            assert_eq!(count(&terms, text), (0.0, 0.0), "{text:?}");
        }
        assert_eq!(count(&terms, "HRDs, the EEAS and the UPR; no EU advocacy"), (3.0, 4.0));
        assert_eq!(count(&terms, "no EU advocacy at first. Later EU advocacy"), (1.0, 1.0));
        let texts = ["no EU advocacy", "EU advocacy, EEAS"];
        assert_eq!(terms.count(texts.into_iter(), None, &mut Scratch::default()), Range::exactly(2.0));
    }

    #[test]
    fn abbreviations() {
        // (term, text, surely, at most)
        for (term, text, low, high) in [
            ("UN", "at the UN.", 1.0, 1.0),
            ("UN", "U.N. bodies", 1.0, 1.0),
            ("U.N.", "UN bodies", 1.0, 1.0),
            ("UN", "un chien", 0.0, 1.0),
            ("UN", "UN CHIEN", 0.0, 1.0),
            ("UN", "les uns", 0.0, 0.0),
            ("EU", "eux", 0.0, 0.0),
            ("EU", "pour eux, l'EU", 1.0, 1.0),
            ("NGO", "NGOs", 1.0, 1.0),
            ("NGO", "ngo", 1.0, 1.0),
            ("C++", "C and D", 0.0, 0.0),
            ("C++", "C++ and D", 1.0, 1.0),
            ("R&D", "our R&D unit", 1.0, 1.0),
            ("R&D", "our R and D", 0.0, 0.0),
            ("policy", "policies", 1.0, 1.0),
            ("woman", "women", 1.0, 1.0),
            ("travail", "travaux", 1.0, 1.0),
            ("réseau", "réseaux", 1.0, 1.0),
            ("crisis", "crises", 1.0, 1.0),
            ("analyses", "analysis", 1.0, 1.0),
            ("défenseur·e·s", "une défenseure, deux défenseurs", 1.0, 1.0),
            ("Łódź", "lodz", 1.0, 1.0),
            ("права человека", "Права человека", 1.0, 1.0),
            ("ligue", "LIGUES", 1.0, 1.0),
            ("???", "???", 1.0, 1.0),
        ] {
            assert_eq!(count(&terms(&[&[term]]), text), (low, high), "{term:?} in {text:?}");
        }
    }

    #[test]
    fn words_are_told_a_block_at_a_time() {
        for byte in 0..=u8::MAX {
            for other in [0, b'a', b'/', 0xff] {
                let mut bytes = [other; BLOCK + 3];
                for at in 0..BLOCK {
                    bytes[at] = byte;
                    let expected: u64 = (0..BLOCK).map(|at| u64::from(is_word(bytes[at])) << at).sum();
                    assert_eq!(words_in(&bytes), expected, "{bytes:?}");
                    bytes[at] = other;
                }
            }
        }
    }

    #[test]
    fn snippets() {
        let terms = posting();
        let text = "Première ligne sans rapport.\nDepuis dix ans à Bruxelles et à Genève, je travaille avec passion sur le plaidoyer \
                    auprès de l’UE et d'autres institutions internationales, avec une équipe de douze personnes.\nFin.";
        let [mention] = &terms.find(text, &mut Scratch::default())[..] else { panic!("one mention") };
        assert_eq!(mention.term, 0);
        assert_eq!(mention.open, None);
        let snippet = &text[mention.snippet.clone()];
        assert_eq!(
            snippet,
            "à Bruxelles et à Genève, je travaille avec passion sur le plaidoyer auprès de l’UE et d'autres institutions \
             internationales, avec une équipe"
        );
        let scratch = &mut Scratch::default();
        assert_eq!(&"EEAS"[terms.find("EEAS", scratch)[0].snippet.clone()], "EEAS");
        assert_eq!(terms.find("no EEAS", scratch)[0].open, Some(Why::Negated));
        assert_eq!(terms.find("no EEAS. I know the EEAS.", scratch)[0].open, None);
    }

    /// The search without the filter and without folding once.
    fn slowly(terms: &Terms, text: &str) -> Vec<usize> {
        let (mut folded, mut found) = (Vec::new(), Vec::new());
        fold_text(text, &mut folded, None);
        for start in 0..folded.len() {
            terms.at(&folded, start, |phrase, _| found.push(terms.phrases[phrase].term));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    const WORDS: &[&str] = &[
        "EU",
        "eu",
        "advocacy",
        "no",
        "special",
        "rapporteurs",
        "HRDs",
        "hrd",
        "é",
        "défenseurs",
        "des",
        "droits",
        "humains",
        "-",
        "\n",
        ".",
        ",",
        "'",
        "EEAS",
        "\u{301}",
        "œ",
        "not",
        "régionaux",
        "mécanismes",
        "(",
        "E.U.",
        "ß",
    ];

    proptest! {
        #[test]
        fn any_text(text in any::<String>()) {
            let terms = posting();
            let range = terms.count(std::iter::once(text.as_str()), None, &mut Scratch::default());
            prop_assert!(range.low <= range.high);
            for mention in terms.find(&text, &mut Scratch::default()) {
                prop_assert!(text.get(mention.snippet).is_some());
            }
        }

        #[test]
        fn folds_as_everywhere(text in any::<String>()) {
            let mut folded = Vec::new();
            fold_text(&text, &mut folded, None);
            let words = |text: &str| -> Vec<String> {
                text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
            };
            prop_assert_eq!(words(&fold(&String::from_utf8_lossy(&folded))), words(&fold(&text)));
        }

        /// Counting, finding and looking everywhere agree.
        #[test]
        fn all_ways(words in prop::collection::vec(prop::sample::select(WORDS), 0..30),
        gap in prop::sample::select(&["", " "][..])) {
            let text = words.join(gap);
            let terms = posting();
            let (low, high) = count(&terms, &text);
            let found = terms.find(&text, &mut Scratch::default());
            // What was searched in part is searched on.
            let mut scratch = Scratch::default();
            let _ = terms.count(std::iter::once(text.as_str()), Some(1.0), &mut scratch);
            prop_assert_eq!(&terms.find(&text, &mut scratch), &found);
            prop_assert_eq!(count_with(&terms, &text, &mut scratch), (low, high));
            let number = |sure: bool| -> usize {
                (0..6).filter(|term| found.iter().any(|m| m.term == *term && !(sure && m.open.is_some()))).count()
            };
            prop_assert_eq!((low, high), (number(true) as f64, number(false) as f64), "{:?}", text);
            prop_assert_eq!(number(false), slowly(&terms, &text).len(), "{:?}", text);
        }

        /// Neither case, accents nor kinds of space matter.
        #[test]
        fn dress(text in prop::sample::select(MENTIONED)) {
            let terms = posting();
            prop_assert_eq!(count(&terms, &text.replace(' ', "\u{a0}")).0, 1.0);
            prop_assert_eq!(count(&terms, &text.to_uppercase()).1, 1.0);
        }
    }
}
