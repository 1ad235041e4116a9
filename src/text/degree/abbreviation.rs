//! Abbreviations of degrees that may be everyday words: "des" is a degree and an article, "ms" a master and a lady.
//!
//! What a word is follows from its place, never from its case alone: capitals only settle a doubt that the place leaves,
//! and small letters leave it open. So two ways to write a cell never say opposite things of it.

use super::words::{CAPITALS, EVERYDAY, NAMES, POSSESSED, TITLES};
use super::{LEVELS, SUBJECTS, Topic};
use crate::text::lexicon::Tokens;

/// Whether a word that can abbreviate a degree does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counts {
    Yes,
    /// It may as well be another word.
    May,
    No,
}

/// What the place of a word leaves of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// A degree, in any case.
    Sure,
    /// A degree in capitals that tell something; otherwise it may be one.
    Likely,
    /// Another word; in capitals that tell something it may be a degree.
    Unlikely,
}

/// Whether the word at `at`, all that names a level there, does.
pub(super) fn counts(tokens: &Tokens, at: usize) -> Counts {
    let text = tokens.text_of(at);
    // "ma licence": my; "MA LLB": two degrees.
    if text == "ma" && LEVELS.longest(tokens, at + 1).is_some() {
        return match (POSSESSED.contains(&tokens.text_of(at + 1)), tokens.is_upper(at)) {
            (false, true) => Counts::Yes,
            (true, true) if !tokens.shouts() => Counts::May,
            (true, _) => Counts::No,
            (false, false) => Counts::May,
        };
    }
    if !CAPITALS.contains(&text) {
        return Counts::Yes;
    }
    let capitals = || tokens.is_upper(at) && !tokens.shouts();
    match place(tokens, at) {
        Place::Sure => Counts::Yes,
        Place::Likely if capitals() || (tokens.is_upper(at) && tokens.len() <= 3) => Counts::Yes,
        Place::Likely => Counts::May,
        Place::Unlikely if capitals() => Counts::May,
        Place::Unlikely => Counts::No,
    }
}

fn place(tokens: &Tokens, at: usize) -> Place {
    let text = tokens.text_of(at);
    let everyday = EVERYDAY.contains(&text);
    if text == "dec" && is_month(tokens, at) {
        return Place::Unlikely;
    }
    let named = NAMES.contains(&text);
    let figures = |at: usize| tokens.text_of(at).bytes().all(|byte| byte.is_ascii_digit());
    if !named && (0..tokens.len()).all(|other| other == at || !tokens.is_word(other) || figures(other)) {
        return Place::Sure;
    }
    let title = TITLES.contains(&text) && at == 0 && is_mark(tokens, at + 1);
    let fits = follows_well(tokens, at) && leads_well(tokens, at);
    if stands_alone(tokens, at) || (fits && !everyday && !named && !title) {
        return Place::Sure;
    }
    // "un DES en droit": no article stands before "en".
    let article = matches!(text, "des" | "du") && tokens.text_of(at + 1) == "en";
    if fits || article || !everyday { Place::Likely } else { Place::Unlikely }
}

/// Whether a short word is all there is between marks, so that small letters hide no other word: "bsc, ms".
fn stands_alone(tokens: &Tokens, at: usize) -> bool {
    const OTHER: [&str; 6] = ["but", "des", "du", "as", "cas", "dipl"];
    let mark = |text: &str| matches!(text, "" | "," | ";" | "/" | "|" | "(" | ")" | "\n" | "+" | "&");
    let before = at.checked_sub(1).map_or("", |before| tokens.text_of(before));
    !OTHER.contains(&tokens.text_of(at)) && at > 0 && mark(before) && mark(tokens.text_of(at + 1))
}

/// Whether a degree may start here: at the start, after a mark, a figure, an article or a word that joins.
fn follows_well(tokens: &Tokens, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let text = tokens.text_of(before);
    const JOINS: [&str; 16] =
        ["et", "and", "ou", "or", "puis", "then", "plus", "avec", "with", "un", "une", "an", "mon", "my", "y", "und"];
    JOINS.contains(&text)
        || if tokens.is_word(before) {
            text.bytes().all(|byte| byte.is_ascii_digit())
        } else {
            !(tokens.is_glued(at) && matches!(text, "'" | "." | "-" | "_"))
        }
}

/// Whether a degree may end here: at the end, before a mark, a figure, a subject or a word that leads to one or joins.
fn leads_well(tokens: &Tokens, at: usize) -> bool {
    let dot = tokens.text_of(at + 1) == "." && tokens.is_glued(at + 1);
    let next = at + 1 + usize::from(dot);
    let text = tokens.text_of(next);
    if is_mark(tokens, next) || matches!(text, "en" | "in" | "of" | "de" | "d" | "et" | "and" | "ou" | "or") {
        return true;
    }
    // "et des droits humains" is no degree in human rights.
    let article = matches!(tokens.text_of(at), "des" | "du");
    let joined = at.checked_sub(1).is_some_and(|before| tokens.is_word(before));
    let subject = SUBJECTS.longest(tokens, next).is_some_and(|(topic, _)| topic != Topic::Opaque);
    text.bytes().all(|byte| byte.is_ascii_digit()) || (subject && !(article && joined))
}

/// Whether there is no word here, nor what joins words.
fn is_mark(tokens: &Tokens, at: usize) -> bool {
    let joins = tokens.is_glued(at) && matches!(tokens.text_of(at), "'" | "-" | "_");
    !joins && !tokens.is_word(at)
}

/// Whether "dec" is December: beside a year or a day, or after "since" and its like.
fn is_month(tokens: &Tokens, at: usize) -> bool {
    const BEFORE: [&str; 13] =
        ["in", "en", "since", "from", "to", "until", "depuis", "a", "de", "fin", "early", "mid", "late"];
    let number = |at: usize| tokens.text_of(at).parse::<u32>().ok();
    let before = at.checked_sub(1);
    let next = at + 1 + usize::from(tokens.text_of(at + 1) == ".");
    number(next).is_some()
        || before.is_some_and(|at| number(at).is_some_and(|day| day <= 31) || BEFORE.contains(&tokens.text_of(at)))
}
