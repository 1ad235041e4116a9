//! Answers: yes or no, and whether something was provided.

use std::ops::Range;

use chrono::NaiveDate;

use super::amount::AmountOf;
use super::habit::habits;
use super::{Heard, Left, hear, period};
use crate::formats::Formats;
use crate::lexed::{Cursor, Lexed, is, said};
use crate::lexicon::{Joint, Quantifier, Sections, Sense, Topic, sections};
use crate::reading::Reading;
use crate::tokens::TokenKind;

/// What an answer is made of.
pub(crate) const SECTIONS: Sections = sections!(
    Answer Permit; Answers Nothing Missing Numbers Units BoundsBefore BoundsAfter Quantifiers Places Slots Roles Offices
    Months Seasons Joints Edges
);

/// What tells that nothing was provided.
const NOTHING: Sections = sections!(Answer Provided; Answers Nothing Missing Negations);

/// Reads yes (1) or no (0), as on the day `as_of`. After a yes, amounts, names and times that have begun say more of it; a
/// no with anything beside it is open, since it may be one with a but.
pub(crate) fn read(cell: &str, formats: &Formats, as_of: NaiveDate) -> Heard {
    hear(cell, SECTIONS, formats, |lexed| {
        let habits = habits(lexed, formats.dates, as_of);
        let to_come = |cursor: &Cursor<'_>| period::is_to_come(cursor, &habits, as_of);
        let (mut said, mut at, mut contradicts) = (None, None, false);
        // "I have" alone is a yes, and "I have a trainee" says nothing of what is asked.
        let mut plainly = false;
        let left = Left::of(lexed, |cursor| {
            let from = cursor.at;
            let agrees = cursor.has(0, is!(Sense::Agrees));
            if let Some(answer) = cursor.attempt(answer) {
                // "no falso": of two that say no, one may deny the other.
                let denies =
                    !answer && at == Some(from) && cursor.lexed().text_at(from) != cursor.lexed().text_at(from - 1);
                contradicts |= denies || said.is_some_and(|said| said != answer);
                (said, at) = (Some(answer), Some(cursor.at));
                plainly |= !agrees;
                return true;
            }
            let joined = |cursor: &mut Cursor<'_>| cursor.take_joint(Joint::And) && class(cursor);
            let more = |cursor: &mut Cursor<'_>| match plainly {
                true => tells_more(cursor, formats),
                false => cursor.take_neutral(Topic::Permit),
            };
            said == Some(true) && (!to_come(cursor) && more(cursor) || cursor.follows(joined))
                || cursor.take_neutral(Topic::Answer)
                || mark(cursor)
        });
        match said {
            _ if contradicts => Heard::NOTHING,
            Some(yes) => Heard { understood: Reading::exactly(if yes { 1.0 } else { 0.0 }), left: left.words(lexed) },
            None => Heard { understood: Reading::UNREADABLE, left: left.words(lexed) },
        }
    })
}

/// A text of more words is something, whatever it says no to on its way.
const FEW: usize = 8;

/// Reads whether something was provided (1) or not (0): anything is something, but for what says no, nothing or that it
/// is missing. Such a word beside others leaves it open: "no driving licence".
pub(crate) fn provided(cell: &str, formats: &Formats, _: NaiveDate) -> Heard {
    hear(cell, NOTHING, formats, is_provided)
}

fn is_provided(lexed: &Lexed<'_>) -> Heard {
    let spreadsheet_error = lexed.text.trim_start().starts_with('#') && lexed.len() < 6;
    let words = lexed.tokens.all().iter().filter(|token| token.kind != TokenKind::Mark).count();
    let (mut yes, mut no, mut missing) = (false, false, false);
    // Whether it says no at its start, at its end, or in few words.
    let mut denies = false;
    let left = Left::of(lexed, |cursor| {
        let at = cursor.at;
        let counts = words <= FEW || !has_words(lexed, 0..at) || !has_words(lexed, at + 1..lexed.len());
        let free = counts && stands_free(lexed, at);
        if let Some(answer) = cursor.attempt(answer) {
            yes |= answer;
            no |= !answer;
            denies |= free && !answer;
        } else if cursor.take_sense(Sense::Missing) {
            missing = true;
            denies |= free && lexed.is(at, TokenKind::Word);
        } else if !says_nothing(cursor) {
            // "0 files"
            denies |= at == 0 && cursor.figure(0) == Some("0");
            denies |= free && lexed.senses(at).contains(&Sense::Negation(true));
            return false;
        }
        true
    });
    let left = left.words(lexed);
    let provided = |yes: bool| Heard::whole(Reading::exactly(if yes { 1.0 } else { 0.0 }));
    match (yes, no, missing) {
        _ if !left.is_empty() && (spreadsheet_error || words == 0) => Heard::NOTHING,
        _ if !left.is_empty() && denies => Heard { understood: Reading::between(0.0, 1.0), left },
        _ if !left.is_empty() => provided(true),
        // All of it is understood.
        (true, false, false) => provided(true),
        (false, true, false) => provided(false),
        (false, false, false) if words > 0 => provided(true),
        _ => Heard::NOTHING,
    }
}

fn has_words(lexed: &Lexed<'_>, mut lexemes: Range<usize>) -> bool {
    lexemes.any(|at| lexed.tokens_of(at).any(|token| !lexed.tokens.is(token, TokenKind::Mark)))
}

/// Whether a lexeme is a word of its own: no part of a file's name ("no_photo.pdf"), of an address, or of a number's
/// ("No. 4711").
fn stands_free(lexed: &Lexed<'_>, at: usize) -> bool {
    let (tokens, own) = (&lexed.tokens, lexed.tokens_of(at));
    let gap = |at: usize| tokens.all().get(at).is_none_or(|token| token.gap);
    let before = own.start == 0 || gap(own.start) || matches!(tokens.text(own.start - 1), "(" | "[" | "\"");
    let ends = matches!(tokens.text(own.end), "," | ";" | ":" | "." | "!" | ")" | "]" | "\"");
    let next = (own.end..tokens.all().len()).find(|at| !tokens.is(*at, TokenKind::Mark)).unwrap_or(tokens.all().len());
    let after = gap(own.end) || ends && (own.end + 1..=next).any(gap);
    let figure = |at: usize| tokens.is(at, TokenKind::Figure);
    let numbers = tokens.text(own.start) == "no"
        && (own.len() == 1 || tokens.text(own.end - 1) == ".")
        && (own.len() == 2 && tokens.text(own.end - 1) == "." && figure(own.end)
            || tokens.text(own.end) == "." && figure(own.end + 1)
            || figure(own.end) && tokens.text(own.end).len() > 2);
    before && after && !numbers
}

/// Yes or no, or nothing of it.
fn answer(cursor: &mut Cursor<'_>) -> Option<bool> {
    // "n'" and "s'" are the start of a word, not short for an answer.
    if cursor.text(0).len() == 1 && cursor.text(1) == "'" && !cursor.gap(1) {
        return None;
    }
    let said = said!(Sense::Answer(answer) => answer, Sense::Agrees => true, Sense::Nothing(_) => false);
    cursor.take(said).or_else(|| one_or_zero(cursor))
}

/// `1`, `0.0`: a spreadsheet's yes and no, as a cell of their own or in brackets.
fn one_or_zero(cursor: &mut Cursor<'_>) -> Option<bool> {
    let inside = cursor.before().is_some_and(|before| before.text(0) == "(");
    let first = cursor.at == 0 || inside;
    let answer = match cursor.take_figure().filter(|_| first)? {
        "1" => true,
        "0" => false,
        _ => return None,
    };
    if matches!(cursor.text(0), "." | ",") && cursor.figure(1) == Some("0") {
        cursor.at += 2;
    }
    let alone = match inside {
        true => cursor.text(0) == ")",
        false => cursor.is_done() || matches!(cursor.text(0), "=" | "("),
    };
    alone.then_some(answer)
}

/// An amount, a place or a name after an answer; when it was changes no answer.
fn tells_more(cursor: &mut Cursor<'_>, formats: &Formats) -> bool {
    let amount = |cursor: &mut Cursor<'_>| {
        let amount = AmountOf::time(formats).amount(cursor).and_then(Reading::hull);
        amount.is_some_and(|range| range.low > 0.0)
    };
    // "oui, permis B"
    let after = cursor.before().is_some_and(|mut before| {
        matches!(before.text(0), "," | ":" | "(" | "-" | ";")
            || before.take_joint(Joint::And)
            || before.take_neutral(Topic::Permit)
    });
    cursor.follows(amount)
        || period::take(cursor)
        || cursor.take_named_aside()
        || cursor.take_role()
        || cursor.take_neutral(Topic::Permit)
        || cursor.follows(|cursor| take_article(cursor) && cursor.take_neutral(Topic::Permit))
        || after && (cursor.take_name_aside() || take_reference(cursor))
}

/// "a Kenyan citizen"
fn take_article(cursor: &mut Cursor<'_>) -> bool {
    cursor.take_sense(Sense::Quantifier(Quantifier::One))
}

/// A number of a register, too long for an amount or a year: "yes - 10452".
fn take_reference(cursor: &mut Cursor<'_>) -> bool {
    const SHORTEST: usize = 5;
    let text = cursor.text(0);
    let long = text.len() >= SHORTEST && text.bytes().all(|byte| byte.is_ascii_digit());
    cursor.at += usize::from(long);
    long
}

/// The classes of driving licences (Directive 2006/126/EC, article 4).
const CLASSES: [&str; 16] =
    ["AM", "A", "A1", "A2", "B", "B1", "BE", "C", "C1", "CE", "C1E", "D", "D1", "DE", "D1E", "T"];

/// One more class of a licence, or one more thing that a permit has: "oui, B1 et B".
fn class(cursor: &mut Cursor<'_>) -> bool {
    if cursor.take_neutral(Topic::Permit) {
        return true;
    }
    let (lexed, at) = (cursor.lexed(), cursor.at);
    let longest = (at + 1..=lexed.len().min(at + 3)).rev().find(|to| CLASSES.contains(&lexed.written(at, *to)));
    cursor.at = longest.unwrap_or(at);
    longest.is_some()
}

/// Takes what neither answers nor denies, in what was handed in.
fn says_nothing(cursor: &mut Cursor<'_>) -> bool {
    cursor.take_neutral(Topic::Answer)
        || cursor.take_neutral(Topic::Provided)
        || mark(cursor)
        || cursor.take_text(&["…"])
}

/// Takes a mark that changes no answer.
pub(super) fn mark(cursor: &mut Cursor<'_>) -> bool {
    cursor.take_idle() || cursor.take_text(&[",", ".", ":", ";", "(", ")", "'", "/", "|", "=", "-", "[", "]", "¿"])
}
