//! What stands around a mention: a word that denies it or makes it depend on something, from the start of its clause on; a
//! box that is not ticked; capitals that tell an abbreviation from an everyday word.

use std::collections::HashSet;

use foldhash::fast::FixedState;

use super::is_word;
use crate::form::boxes::{self, Boxes, Tick};
use crate::lexed::Lexed;
use crate::lexicon::{Joint, Lexicon, Sections, Sense, sections};
use crate::reading::Why;
use crate::tokens::TokenKind;

/// What denies, and what turns from one clause to another: "but".
const DENIALS: Sections = sections!(; Negations Joints);

/// What answers no.
const ANSWERS: Sections = sections!(Years; Answers Nothing Missing Negations);

/// No clause is longer, in bytes.
const LONGEST: usize = 1_000;

/// The words that deny what follows in their clause, or make it depend on something.
#[derive(Debug)]
pub(crate) struct Denials {
    lexicon: Lexicon,
    /// The first two words of the phrases that do, of some only the first, so that few clauses are cut and looked up.
    starts: HashSet<Box<[u8]>, FixedState>,
    /// By the first letter of a word, one bit for each length that the first of one of them has.
    lengths: Box<[u32; 256]>,
}

impl Denials {
    /// Whether a text only says that nothing is there, or where something is: "n.v.t.", "see CV", `#N/A`, an address.
    pub(crate) fn say_nothing(&self, text: &str) -> bool {
        /// No word for that is longer.
        const LONGEST: usize = 32;
        const MISSING: Sections = sections!(; Missing);
        let bare =
            text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '<' | '>' | '.'));
        let word = !bare.contains(char::is_whitespace);
        let address = word && (bare.contains("://") || bare.starts_with("www."));
        let error = bare.strip_prefix('#').is_some_and(|error| error.ends_with(['!', '?']) || error == "N/A");
        let told = |sense: &Sense| matches!(sense, Sense::Missing | Sense::Elsewhere);
        address
            || error
            || !bare.contains(char::is_alphanumeric)
            || text.len() <= LONGEST && self.lexicon.meanings(bare, MISSING).iter().any(told)
    }

    /// Those of these packs, and what the criteria file adds.
    pub(crate) fn of(lexicon: &Lexicon) -> Self {
        let mut lengths = Box::new([0; 256]);
        let mut starts = HashSet::with_hasher(FixedState::with_seed(0));
        lexicon.each_phrase(|sense, phrase| {
            let mut words = phrase.split(|byte| *byte == b' ').filter(|word| word.first().is_some_and(|b| is_word(*b)));
            if let (Sense::Negation(_), Some(first)) = (sense, words.next()) {
                lengths[usize::from(first[0])] |= 1 << first.len().min(31);
                let second = words.next().map_or(Vec::new(), |second| [b" ", second].concat());
                starts.insert([first, &second].concat().into());
            }
        });
        Self { lexicon: lexicon.clone(), starts, lengths }
    }

    /// Why a mention that starts here does not count for certain: a word between the start of its clause and it denies it,
    /// or makes it depend on something.
    pub(crate) fn why_open(&self, text: &str, start: usize) -> Option<Why> {
        let from = self.clause(text.as_bytes(), start)?;
        // In small letters: a word in capitals without its accents may be another ("DES" is no "dès").
        let before = text.get(from..start)?.to_lowercase();
        let lexed = Lexed::of_text(before.as_str().into(), &self.lexicon, DENIALS);
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

    /// Whether a mention that ends here is answered by a no, as an entry of a form is: "EU advocacy: none", "Excel (no)",
    /// "UN experience: none". Where no colon asks for it, the answer is all that stands there: not "Excel, no VBA".
    pub(crate) fn is_answered_no(&self, text: &str, end: usize) -> bool {
        /// No entry of a form is longer, in bytes, nor an answer.
        const FAR: usize = 32;
        let near = |text: &'_ str| (0..=FAR.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let after = text[end..].trim_start_matches([' ', '"']);
        let entry = &after[..near(after)];
        let colon = entry.find([':', '=']).filter(|at| entry[..*at].chars().all(|c| c.is_alphanumeric() || c == ' '));
        let answer = match colon {
            Some(at) => after[at + 1..].trim_start_matches(char::is_whitespace).trim_start_matches("- "),
            None => after.trim_start_matches(['(', '[', ',', '-', '–', '/', '|', '?', ' ']),
        };
        let line = answer[..near(answer)].split('\n').next().unwrap_or_default();
        let asked = colon == Some(0);
        let whole = line.len() == answer.len() || answer[line.len()..].starts_with('\n');
        let said = match line.find(['.', ',', ';', ')', ']', '|', '!']).filter(|_| !asked) {
            Some(stop) => &line[..stop],
            None if asked || whole => line,
            // The sentence goes on.
            None => return false,
        };
        if colon.is_some() && is_blank(said, answer) || is_zero(said, colon.is_some()) {
            return true;
        }
        let lexed = Lexed::of_text(said.into(), &self.lexicon, ANSWERS);
        // "At the EEAS, later": what is to follow answers where it is asked.
        let no = |sense: &Sense| match sense {
            Sense::Answer(false) | Sense::Nothing(_) | Sense::Negation(true) => true,
            sense => *sense == Sense::Missing && (colon.is_some() || after.starts_with('(')),
        };
        lexed.senses(0).iter().any(no) && (asked || matches!(lexed.text_at(1), "" | "/"))
    }

    /// Where in the clause before this place the first word stands that may deny; nothing where none does.
    fn clause(&self, text: &[u8], end: usize) -> Option<usize> {
        let mut first = None;
        let (mut at, mut next) = (end, &b""[..]);
        while at > end.saturating_sub(LONGEST) {
            let word_end = at;
            while at > 0 && is_word(text[at - 1]) {
                at -= 1;
            }
            let word = &text[at..word_end];
            // "👎no": a sign is no part of the word.
            let word = match word.is_ascii() {
                true => word,
                false => letters(word),
            };
            if self.may_deny(word, next) {
                first = Some(at);
            }
            if at == 0 || starts_clause(text, at) {
                break;
            }
            next = if word.is_empty() { next } else { word };
            at -= 1;
        }
        first
    }

    /// Whether a phrase that denies may start with this word, before this next one.
    fn may_deny(&self, word: &[u8], next: &[u8]) -> bool {
        const LONGEST: usize = 31;
        let letter = word.first().map_or(0, u8::to_ascii_lowercase);
        if self.lengths[usize::from(letter)] >> word.len().min(31) & 1 == 0 || word.len() > LONGEST {
            return false;
        }
        let next = Some(next).filter(|next| next.len() <= LONGEST).unwrap_or_default();
        let both = word.len() + 1 + next.len();
        let mut buffer = [b' '; 2 * LONGEST + 1];
        buffer[..word.len()].copy_from_slice(word);
        buffer[word.len() + 1..both].copy_from_slice(next);
        buffer.make_ascii_lowercase();
        self.starts.contains(&buffer[..word.len()]) || self.starts.contains(&buffer[..both])
    }
}

/// Whether an entry is left blank: "EU advocacy: -", or nothing to the end of the cell; below a heading there may be a list.
fn is_blank(said: &str, answer: &str) -> bool {
    !said.contains(char::is_alphanumeric) && (answer.trim().is_empty() || !said.trim().is_empty())
}

/// Whether an answer is zero, of something or of so many where no colon asks for it: "0 years", "0/5", "0 %".
fn is_zero(said: &str, asked: bool) -> bool {
    let Some(rest) = said.trim_start().strip_prefix('0') else { return false };
    let more = rest.strip_prefix(['.', ',']).unwrap_or(rest).starts_with(|c: char| c.is_ascii_digit());
    let rest = rest.trim();
    !more && (asked || rest.is_empty() || rest.starts_with(['%', '/']))
}

/// A word without the signs around it.
fn letters(word: &[u8]) -> &[u8] {
    std::str::from_utf8(word).map_or(word, |word| word.trim_matches(|c: char| !c.is_alphanumeric()).as_bytes())
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
        // A line that wraps goes on in small letters, or where capitals tell nothing, or after a word that something follows.
        b'\n' => {
            let next = text[at..].iter().find(|byte| !byte.is_ascii_whitespace());
            let before = text[..at - 1].trim_ascii_end();
            let line = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
            let wraps = next.is_some_and(|byte| match byte {
                b'A'..=b'Z' => !line.iter().any(u8::is_ascii_lowercase) || ends_with_a_small_word(line),
                byte => byte.is_ascii_lowercase() || *byte >= 0x80,
            });
            !wraps || before.len() + 2 < at
        }
        _ => false,
    }
}

/// Whether a line ends with a word that goes on in the next one: "never worked on", "keine Erfahrung mit".
fn ends_with_a_small_word(line: &[u8]) -> bool {
    const SMALL: Sections = sections!(; Slots Everyday);
    let from = line.iter().rposition(|byte| !is_word(*byte)).map_or(0, |at| at + 1);
    let word = std::str::from_utf8(&line[from..]).unwrap_or_default();
    let small = |sense: &Sense| matches!(sense, Sense::Slot(_) | Sense::Everyday(false));
    word.starts_with(|c: char| c.is_lowercase()) && Lexicon::default().meanings(word, SMALL).iter().any(small)
}

/// Whether a negation is a part of another word: "non-governmental". Before the term itself it is none: "non-EU".
fn is_prefix(lexed: &Lexed<'_>, at: usize) -> bool {
    let end = lexed.tokens_of(at).end;
    let glued = |at: usize| lexed.tokens.all().get(at).is_some_and(|token| !token.gap);
    lexed.tokens.text(end) == "-" && glued(end) && glued(end + 1) && lexed.tokens.is(end + 1, TokenKind::Word)
}

/// Whether the box of a mention is not ticked, where its line has boxes.
pub(super) fn is_unticked(text: &str, start: usize, end: usize) -> bool {
    let from = memchr::memrchr(b'\n', &text.as_bytes()[..start]).map_or(0, |at| at + 1);
    let to = memchr::memchr(b'\n', &text.as_bytes()[end..]).map_or(text.len(), |at| end + at);
    let Some(line) = text.get(from..to) else { return false };
    // Most texts are told by a look.
    if line.is_ascii() && memchr::memchr2(b'[', b'(', line.as_bytes()).is_none() {
        return false;
    }
    match boxes::read(line) {
        Boxes::None => false,
        Boxes::Unclear => true,
        Boxes::Items(items) => !items.iter().any(|item| {
            let at = from + item.text.as_ptr().addr() - line.as_ptr().addr();
            item.mark == Tick::Ticked && (at..at + item.text.len()).contains(&start)
        }),
    }
}

/// Whether a word is an everyday word of a pack, and if so, whether it may be an item of a list by itself.
pub(super) fn everyday(word: &str) -> Option<bool> {
    const EVERYDAY: Sections = sections!(; Everyday);
    Lexicon::default().meanings(word, EVERYDAY).into_iter().find_map(|sense| match sense {
        Sense::Everyday(noun) => Some(noun),
        _ => None,
    })
}

/// Whether an abbreviation cannot be told from the everyday word that it is in small letters: a small letter is in it, or all is in capitals that are no list of abbreviations ("OHCHR, UN, EU").
pub(super) fn is_everyday(text: &str, word: &str, noun: bool) -> bool {
    const MARKS: [char; 14] = [',', ';', ':', '/', '|', '&', '-', '(', ')', '?', '!', '\n', '\r', '\t'];
    const LONGEST: usize = 6;
    // "Un projet": a capital at the start of a sentence makes no abbreviation.
    if word.contains(|c: char| c.is_ascii_lowercase()) {
        return true;
    }
    // "U.N."
    if word.contains('.') {
        return false;
    }
    let abbreviation = |item: &str| item.chars().count() <= LONGEST && item.chars().all(char::is_alphanumeric);
    let items = || text.trim_end_matches(|c: char| c == '.' || c.is_whitespace()).split(MARKS).map(str::trim);
    !text.chars().any(char::is_lowercase) && (noun || !items().all(abbreviation))
}
