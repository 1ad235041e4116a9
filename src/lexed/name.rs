//! Names by their form: an application is full of employers, places and universities that no list holds.

use super::Lexed;
use crate::lexicon::{Sense, Slot, Study};
use crate::tokens::{Case, TokenKind};

/// More letters than this, all capital, are no abbreviation of a name.
const ABBREVIATION: usize = 6;

/// The place after a name that starts at this lexeme; nothing where none does.
///
/// Each word of a name begins with a capital, or is an abbreviation in capitals, but for the small words that names hold
/// ("Médecins du Monde"). Where a cell is all capitals, they tell nothing; nor does one capital where nouns have them, but
/// where the word is `led` by one that stands before employers.
pub(super) fn end(lexed: &Lexed<'_>, at: usize, led: bool) -> Option<usize> {
    if lexed.shouts() || !is_part(lexed, at) {
        return None;
    }
    let end = longest(lexed, at);
    let capitals = lexed.token(at).is_some_and(|token| token.case == Case::Upper);
    let noun = !capitals && !(at + 1..end).any(|next| is_word_after_word(lexed, next));
    let employs = led && !is_dative_plural(lexed, at);
    (!noun || employs || !lexed.capitalises_nouns()).then_some(end)
}

/// The place after the longest name that starts at this lexeme.
fn longest(lexed: &Lexed<'_>, at: usize) -> usize {
    let mut end = at + 1;
    loop {
        // Each of its two tokens is a lexeme.
        let token = lexed.tokens_of(end).start;
        let mut next = end + lexed.tokens.after_possession(token) - token;
        while is_small(lexed, next) || is_mark(lexed, next) {
            next += 1;
        }
        if !is_part(lexed, next) {
            return end;
        }
        end = next + 1;
    }
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
        Sense::Number(_) | Sense::Unit(_) | Sense::Slot(_) | Sense::Quantifier(_) => !abbreviated,
        _ => true,
    };
    let formed = match token.case {
        Case::Capital => true,
        Case::Upper => token.span.len() <= ABBREVIATION,
        Case::Lower => false,
    };
    token.kind == TokenKind::Word && formed && !lexed.senses(at).iter().any(says)
}

/// Whether a lexeme has a capital and follows another such: "Amnesty International", not "Hunde und Katzen".
fn is_word_after_word(lexed: &Lexed<'_>, at: usize) -> bool {
    is_part(lexed, at) && at.checked_sub(1).is_some_and(|before| is_part(lexed, before))
}

/// Whether a word may be a noun in the dative plural, as what many employers are called: "bei Banken", "bei Hotels". In
/// German all nouns have -n there, but those of foreign origin with -s (Duden, Grammatik: Deklination der Substantive).
fn is_dative_plural(lexed: &Lexed<'_>, at: usize) -> bool {
    lexed.text_at(at).ends_with(['n', 's'])
}

/// Whether a lexeme is a small word within names.
fn is_small(lexed: &Lexed<'_>, at: usize) -> bool {
    lexed.senses(at).contains(&Sense::Slot(Slot::Within))
}

/// Whether a lexeme is a mark within names: "Save-the-Children", "Amnesty & Co", "d'Oxfam".
fn is_mark(lexed: &Lexed<'_>, at: usize) -> bool {
    let tokens = lexed.tokens_of(at);
    tokens.len() == 1 && matches!(lexed.tokens.text(tokens.start), "-" | "&" | "'") && at > 0
}
