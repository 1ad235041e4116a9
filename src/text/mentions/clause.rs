//! What stands around a mention: a word that denies it or makes it depend on something, from the start of its clause on; a
//! box that is not ticked; capitals that tell an abbreviation from an everyday word.

use std::collections::HashSet;

use foldhash::fast::FixedState;

use super::is_word;
use crate::reading::Why;
use crate::text::cell::boxes::{self, Form, Mark};
use crate::text::cell::{Kind, Lexed};
use crate::text::words::{Joint, Lexicon, Section, Sections, Sense};

/// What denies, and what turns from one clause to another: "but".
const DENIALS: Sections = Sections::of(&[], &[Section::Negations, Section::Joints]);

/// What answers no.
const ANSWERS: Sections =
    Sections::of(&[], &[Section::Answers, Section::Nothing, Section::Missing, Section::Negations]);

/// No clause is longer, in bytes.
const LONGEST: usize = 1_000;

/// The words that deny what follows in their clause, or make it depend on something.
#[derive(Debug)]
pub(crate) struct Denials {
    lexicon: Lexicon,
    /// The first words of the phrases that do, so that few clauses are cut and looked up.
    firsts: HashSet<Box<[u8]>, FixedState>,
    /// By the first letter of a word, one bit for each length that one of them has.
    lengths: Box<[u32; 256]>,
}

impl Denials {
    /// Those of these packs, and what the criteria file adds.
    pub fn of(lexicon: &Lexicon) -> Self {
        let mut lengths = Box::new([0; 256]);
        let mut firsts = HashSet::with_hasher(FixedState::with_seed(0));
        lexicon.each_first(|sense, word| {
            if let (Sense::Negation(_), [letter, ..]) = (sense, word) {
                lengths[usize::from(*letter)] |= 1 << word.len().min(31);
                firsts.insert(word.into());
            }
        });
        Self { lexicon: lexicon.clone(), firsts, lengths }
    }

    /// Why a mention that starts here does not count for certain: a word between the start of its clause and it denies it,
    /// or makes it depend on something.
    pub fn why_open(&self, text: &str, start: usize) -> Option<Why> {
        let from = self.clause(text.as_bytes(), start)?;
        let lexed = Lexed::of_text(text.get(from..start)?.into(), &self.lexicon, DENIALS);
        let mut open = None;
        for at in 0..lexed.len() {
            for sense in lexed.senses(at) {
                match sense {
                    Sense::Joint(Joint::But) => open = None,
                    Sense::Negation(_) if is_prefix(&lexed, at) => {}
                    Sense::Negation(true) => open = Some(Why::Negated),
                    Sense::Negation(false) => open = open.or(Some(Why::Around)),
                    _ => {}
                }
            }
        }
        open
    }

    /// Whether a mention that ends here is answered by a no, as an entry of a form is: "EU advocacy: none".
    pub fn is_answered_no(&self, text: &str, end: usize) -> bool {
        const FAR: usize = 32;
        let after = text[end..].trim_start_matches([' ', '"']);
        let Some(answer) = after.strip_prefix([':', '=']) else { return false };
        let far = (0..=FAR.min(answer.len())).rev().find(|at| answer.is_char_boundary(*at)).unwrap_or_default();
        let line = answer[..far].split('\n').next().unwrap_or_default();
        let lexed = Lexed::of_text(line.into(), &self.lexicon, ANSWERS);
        let no = |sense: &Sense| {
            matches!(sense, Sense::Answer(false) | Sense::Nothing(_) | Sense::Missing | Sense::Negation(true))
        };
        lexed.senses(0).iter().any(no)
    }

    /// Where the clause before this place starts; nothing where no word in it may deny.
    fn clause(&self, text: &[u8], end: usize) -> Option<usize> {
        const LONGEST_WORD: usize = 24;
        let mut buffer = [0; LONGEST_WORD];
        let mut denies = false;
        let mut at = end;
        while at > end.saturating_sub(LONGEST) {
            let word_end = at;
            while at > 0 && is_word(text[at - 1]) {
                at -= 1;
            }
            let word = &text[at..word_end];
            let letter = word.first().map_or(0, u8::to_ascii_lowercase);
            let known = self.lengths[usize::from(letter)] >> word.len().min(31) & 1 != 0;
            if !denies && known && word.len() <= LONGEST_WORD {
                let lower = &mut buffer[..word.len()];
                lower.copy_from_slice(word);
                lower.make_ascii_lowercase();
                denies = self.firsts.contains(&*lower);
            }
            if at == 0 || starts_clause(text, at) {
                break;
            }
            at -= 1;
        }
        // Not in the midst of a letter.
        while at < end && text[at] & 0xc0 == 0x80 {
            at += 1;
        }
        denies.then_some(at)
    }
}

/// Whether a clause starts after the mark before this place.
fn starts_clause(text: &[u8], at: usize) -> bool {
    match text[at - 1] {
        b'!' | b'?' | b';' | b'|' => true,
        // A full stop ends a sentence where space follows it, and not after an abbreviation of one letter.
        b'.' => {
            text.get(at).is_none_or(u8::is_ascii_whitespace)
                && !(at >= 2 && is_word(text[at - 2]) && (at < 3 || !is_word(text[at - 3])))
        }
        // A line that wraps goes on in small letters.
        b'\n' => {
            let next = text[at..].iter().find(|byte| !byte.is_ascii_whitespace());
            let wraps = next.is_some_and(|byte| byte.is_ascii_lowercase() || *byte >= 0x80);
            !wraps || text[..at - 1].trim_ascii_end().len() + 2 < at
        }
        _ => false,
    }
}

/// Whether a negation is a part of another word: "non-governmental". Before the term itself it is none: "non-EU".
fn is_prefix(lexed: &Lexed<'_>, at: usize) -> bool {
    let end = lexed.tokens_of(at).end;
    let glued = |at: usize| lexed.tokens.all().get(at).is_some_and(|token| !token.gap);
    lexed.tokens.text(end) == "-" && glued(end) && glued(end + 1) && lexed.tokens.is(end + 1, Kind::Word)
}

/// Whether the box of a mention is not ticked, where its line has boxes.
pub(super) fn is_unticked(text: &str, start: usize, end: usize) -> bool {
    let from = memchr::memrchr(b'\n', &text.as_bytes()[..start]).map_or(0, |at| at + 1);
    let to = memchr::memchr(b'\n', &text.as_bytes()[end..]).map_or(text.len(), |at| end + at);
    let Some(line) = text.get(from..to) else { return false };
    match boxes::read(line) {
        Form::None => false,
        Form::Unclear => true,
        Form::Items(items) => !items.iter().any(|item| {
            let at = from + item.text.as_ptr().addr() - line.as_ptr().addr();
            item.mark == Mark::Ticked && (at..at + item.text.len()).contains(&start)
        }),
    }
}

/// Whether a word is an everyday word of a pack, and if so, whether it may be an item of a list by itself.
pub(super) fn everyday(word: &str) -> Option<bool> {
    const EVERYDAY: Sections = Sections::of(&[], &[Section::Everyday]);
    let lexed = Lexed::of_text(word.into(), &Lexicon::default(), EVERYDAY);
    lexed.senses(0).iter().find_map(|sense| match sense {
        Sense::Everyday(noun) => Some(*noun),
        _ => None,
    })
}

/// Whether an abbreviation cannot be told from the everyday word that it is in small letters: it stands in small
/// letters, or all is in capitals that are no list of abbreviations ("OHCHR, UN, EU").
pub(super) fn is_everyday(text: &str, word: &str, noun: bool) -> bool {
    const MARKS: [char; 14] = [',', ';', ':', '/', '|', '&', '-', '(', ')', '?', '!', '\n', '\r', '\t'];
    const LONGEST: usize = 6;
    if !word.contains(|c: char| c.is_ascii_uppercase()) {
        return true;
    }
    // "U.N."
    if word.contains('.') {
        return false;
    }
    let abbreviation = |item: &str| item.chars().count() <= LONGEST && item.chars().all(char::is_alphanumeric);
    let items = || text.trim_end_matches(['.', ' ']).split(MARKS).map(str::trim);
    !text.chars().any(char::is_lowercase) && (noun || !items().all(abbreviation))
}
