//! Names by their form: an application is full of employers, places and universities that no list holds.

use super::Lexed;
use crate::lexicon::{Joint, Sense, Slot, Study, sections};
use crate::tokens::{Case, TokenKind};

/// More letters than this, all capital, are no abbreviation of a name.
const ABBREVIATION: usize = 6;

/// What stands before a name and says that it is one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// Nothing but its place.
    None,
    /// A word that leads to names: "at", "chez".
    Led,
    /// An answer or a level, which nouns say more of.
    Aside,
    /// A word that leads to employers and little else: "bei".
    Employer,
    /// A degree: schools and their towns are an open list, and any noun may stand there that is not what is done or had.
    Study,
}

/// The place after a name that starts at this lexeme; nothing where none does.
///
/// Each word of a name begins with a capital, or is an abbreviation in capitals, but for the small words that names hold
/// ("Médecins du Monde"). Where a cell is all capitals, they tell nothing. Where nouns have capitals, a name is in capitals
/// throughout, or two words side by side after what leads to employers, none of them a noun by its ending.
pub(super) fn end(lexed: &Lexed<'_>, at: usize, lead: Lead) -> Option<usize> {
    let end = if is_part(lexed, at) { longest(lexed, at) } else { return None };
    // "8 (MSF)", but "8 (SALES)"
    if lexed.shouts() && !parts(lexed, at, end).all(|at| names_an_employer(lexed, at) == Some(true)) {
        return None;
    }
    // "8 years, PhD", but "8 years at BA"; a month is none anywhere: "C1 by June".
    let led = matches!(lead, Lead::Led | Lead::Employer) && !is_capital_before(lexed, at);
    if (at..end).any(|at| lexed.claims(at, led)) {
        return None;
    }
    let upper = |at: usize| lexed.token(at).is_some_and(|token| token.case == Case::Upper);
    // "FU Berlin"
    let place = |at: usize| lexed.has(at, super::is!(Sense::Place));
    let capitals = upper(at) && (at..end).all(|at| upper(at) || place(at) || is_small(lexed, at));
    let known = || match lead {
        Lead::None | Lead::Led | Lead::Aside => false,
        Lead::Employer => is_part(lexed, at + 1) && !(at..end).any(|at| is_noun_by_its_ending(lexed, at)),
        Lead::Study => !ends_with_any(lexed, at, &ABSTRACT),
    };
    // "Yes, Formerly" is as likely as "Yes, Oxfam"; "Yes, French" says of which country somebody is.
    let alone = || {
        lead == Lead::Aside && !(at + 1..end).any(|at| is_part(lexed, at)) && !place(at) && !lexed.names_language(at)
    };
    if !capitals && (!led && lexed.is_titled() || alone()) {
        return None;
    }
    let german = || if lead == Lead::Aside { lexed.may_capitalise_nouns() } else { lexed.capitalises_nouns() };
    (capitals || known() || !german()).then_some(end)
}

/// Whether the word before has a capital as well, and so leads to nothing: "9 Years With My Dog".
fn is_capital_before(lexed: &Lexed<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| lexed.token(before));
    at > 1 && before.is_some_and(|token| token.case == Case::Capital)
}

/// The place after the longest name that starts at this lexeme.
fn longest(lexed: &Lexed<'_>, at: usize) -> usize {
    let mut end = at + 1;
    loop {
        let next = beyond(lexed, end);
        if !is_part(lexed, next) {
            return end;
        }
        end = next + 1;
    }
}

/// The next word of a name that goes on at this place, beyond an `'s`, small words and marks.
fn beyond(lexed: &Lexed<'_>, at: usize) -> usize {
    // Each of its two tokens is a lexeme.
    let token = lexed.tokens_of(at).start;
    let mut next = at + lexed.tokens.after_possession(token) - token;
    while is_small(lexed, next) || is_mark(lexed, next) {
        next += 1;
    }
    next
}

/// Whether a lexeme is written as a part of a name, and no word that says something of its own.
fn is_part(lexed: &Lexed<'_>, at: usize) -> bool {
    let tokens = lexed.tokens_of(at);
    let Some(token) = lexed.tokens.all().get(tokens.start).filter(|_| !tokens.is_empty()) else { return false };
    // "UN" among small letters is no number.
    let abbreviated = token.case == Case::Upper && token.span.len() > 1;
    let says = |sense: &Sense| match sense {
        Sense::Place | Sense::Understood | Sense::Role | Sense::Office | Sense::Neutral(_) | Sense::Counted(_) => false,
        // "London School of Economics"
        Sense::Subject(_) | Sense::Near(_) | Sense::Part | Sense::Study(Study::Institution | Study::Long) => false,
        Sense::Number(_) | Sense::Multiple(_) | Sense::Unit(_) | Sense::Slot(_) | Sense::Quantifier(_) => !abbreviated,
        _ => true,
    };
    let formed = match token.case {
        Case::Capital => true,
        Case::Upper => token.span.len() <= ABBREVIATION,
        Case::Lower => false,
    };
    token.kind == TokenKind::Word && formed && !lexed.senses(at).iter().any(says)
}

/// Whether the words from one lexeme up to another are a name by more than the capital that any word may have: an
/// abbreviation, capitals within a word, a place, or somebody whom the packs know. One word with a capital says in what or
/// as what as often as for whom: "8 years, Sales", "2010-2018 Patient".
pub(super) fn is_known(lexed: &Lexed<'_>, from: usize, end: usize) -> bool {
    let within = |at: usize| {
        let word = lexed.token(at).and_then(|token| lexed.text.get(token.span.clone())).unwrap_or_default();
        word.chars().skip(1).any(char::is_uppercase)
    };
    let known = |at: usize| {
        let place = lexed.has(at, super::is!(Sense::Place | Sense::Understood)).then_some(true);
        names_an_employer(lexed, at).or(place)
    };
    parts(lexed, from, end).any(|at| known(at).unwrap_or_else(|| within(at)))
}

/// Whether the packs know the word at this place as somebody's name, or as that of something else; nothing where they do not
/// know it.
fn names_an_employer(lexed: &Lexed<'_>, at: usize) -> Option<bool> {
    let mut known = None;
    lexed.meanings_from(lexed.tokens_of(at).start, sections!(; Employers), |sense, _| {
        known = Some(sense == Sense::Employer(true));
    });
    known
}

/// Whether two words with capitals stand side by side in them, or with a small word between ("Médecins du Monde"): two that
/// "and" or a dash joins say no more than one does.
pub(super) fn is_of_two(lexed: &Lexed<'_>, from: usize, end: usize) -> bool {
    let apart = |at: usize| joins(lexed, at) || lexed.has(at, super::is!(Sense::Joint(Joint::And)));
    // "Ligue des droits humains", where these are understood.
    let understood = |at: usize| lexed.has(at, super::is!(Sense::Understood));
    parts(lexed, from, end).any(|at| {
        let next = beyond(lexed, at + 1);
        !(at..next).any(apart) && (next < end && is_part(lexed, next) || understood(next))
    })
}

/// The words with capitals from one lexeme up to another.
fn parts(lexed: &Lexed<'_>, from: usize, end: usize) -> impl Iterator<Item = usize> {
    (from..end).filter(|at| is_part(lexed, *at))
}

/// How German nouns end that say what is done or had. Duden, Grammatik: Suffixe.
const ABSTRACT: [&str; 5] = ["ung", "heit", "keit", "schaft", "tion"];

/// How German adjectives and nouns end in the cases and in the plural. Duden, Grammatik: Deklination.
const INFLECTED: [&str; 4] = ["en", "em", "er", "es"];

/// Whether a word ends as German adjectives and nouns do and few names: "bei Großen Banken", "bei Krankheit Urlaub".
fn is_noun_by_its_ending(lexed: &Lexed<'_>, at: usize) -> bool {
    ends_with_any(lexed, at, &ABSTRACT) || ends_with_any(lexed, at, &INFLECTED)
}

fn ends_with_any(lexed: &Lexed<'_>, at: usize, endings: &[&str]) -> bool {
    endings.iter().any(|ending| lexed.text_at(at).ends_with(ending))
}

/// Whether a lexeme is a small word within names.
fn is_small(lexed: &Lexed<'_>, at: usize) -> bool {
    lexed.has(at, super::is!(Sense::Slot(Slot::Article | Slot::Within)))
}

/// Whether a lexeme is a mark within names: "Save-the-Children", "Amnesty & Co", "d'Oxfam", "J. Smith".
fn is_mark(lexed: &Lexed<'_>, at: usize) -> bool {
    at > 0 && (joins(lexed, at) || lexed.text_at(at) == "'" || is_dot_of_an_initial(lexed, at))
}

/// Whether a lexeme is a mark that joins two words to one name, or names two things.
fn joins(lexed: &Lexed<'_>, at: usize) -> bool {
    lexed.tokens_of(at).len() == 1 && matches!(lexed.text_at(at), "-" | "&")
}

fn is_dot_of_an_initial(lexed: &Lexed<'_>, at: usize) -> bool {
    let initial = at.checked_sub(1).and_then(|before| lexed.token(before));
    let glued = lexed.token(at).is_some_and(|dot| !dot.gap) && lexed.text_at(at) == ".";
    glued && initial.is_some_and(|word| word.case == Case::Upper && (word.span.len() == 1 || word.dotted))
}
