//! Answers: yes or no, and whether something was provided.

use super::amount::Measure;
use super::period;
use super::{Heard, Left};
use crate::formats::Formats;
use crate::lexicon::{Sections, Sense, Topic, sections};
use crate::reading::Reading;
use crate::text::{Cursor, Lexed};
use crate::tokens::Kind;

/// What an answer is made of.
pub(crate) const SECTIONS: Sections = sections!(
    Answer Permit; Answers Nothing Numbers Units BoundsBefore BoundsAfter Quantifiers Places Slots Roles Offices
    Months Seasons Joints Edges
);

/// What tells that nothing was provided.
const NOTHING: Sections = sections!(Answer Provided; Answers Nothing Missing Negations);

/// Reads yes (1) or no (0). After a yes, amounts and names say more of it; a no with anything beside it is open, since it
/// may be one with a but.
pub(crate) fn read(cell: &str, formats: &Formats) -> Heard {
    let Some(lexed) = Lexed::new(cell, &formats.lexicon, SECTIONS) else { return Heard::whole(Reading::UNREADABLE) };
    let mut cursor = lexed.cursor();
    let mut left = Left::default();
    let mut said: Option<bool> = None;
    let mut more = false;
    while !cursor.is_done() {
        if let Some(answer) = answer(&mut cursor) {
            if said.is_some_and(|said| said != answer) {
                return Heard::whole(Reading::UNREADABLE);
            }
            said = Some(answer);
        } else if said == Some(true) && tells_more(&mut cursor, formats) {
            more = true;
        } else if !cursor.take_neutral(Topic::Answer) && !mark(&mut cursor) {
            left.add(cursor.at);
            cursor.at += 1;
        }
    }
    let reading = match said {
        Some(false) if more => Reading::UNREADABLE,
        Some(said) => Reading::exactly(if said { 1.0 } else { 0.0 }),
        None => Reading::UNREADABLE,
    };
    Heard { understood: reading, left: left.words(&lexed) }
}

/// A text of more words is something, whatever it says no to on its way.
const FEW: usize = 8;

/// Reads whether something was provided (1) or not (0): anything is something, but for what says no, nothing or that it
/// is missing. Such a word beside others leaves it open: "no driving licence".
pub(crate) fn provided(cell: &str, formats: &Formats) -> Heard {
    let Some(lexed) = Lexed::new(cell, &formats.lexicon, NOTHING) else { return Heard::whole(Reading::UNREADABLE) };
    let spreadsheet_error = lexed.text.trim_start().starts_with('#') && lexed.len() < 6;
    let words = lexed.tokens.all().iter().filter(|token| token.kind != Kind::Mark).count();
    let mut cursor = lexed.cursor();
    let (mut yes, mut no, mut missing, mut other) = (false, false, false, Left::default());
    // Whether it says no at its start, at its end, or in few words.
    let mut denies = false;
    while !cursor.is_done() {
        let at = cursor.at;
        let counts = words <= FEW || !has_words(&lexed, 0..at) || !has_words(&lexed, at + 1..lexed.len());
        let free = counts && stands_free(&lexed, at);
        if let Some(answer) = answer(&mut cursor) {
            yes |= answer;
            no |= !answer;
            denies |= free && !answer;
        } else if cursor.take_sense(Sense::Missing) {
            missing = true;
            denies |= free && lexed.tokens.is(lexed.tokens_of(at).start, Kind::Word);
        } else if !cursor.take_neutral(Topic::Answer) && !cursor.take_neutral(Topic::Provided) && !mark(&mut cursor) {
            denies |= free && lexed.senses(at).contains(&Sense::Negation(true));
            other.add(at);
            cursor.at += 1;
        }
    }
    let left = other.words(&lexed);
    if !left.is_empty() {
        return match (spreadsheet_error || words == 0, denies) {
            (true, _) => Heard::whole(Reading::UNREADABLE),
            (false, true) => Heard { understood: Reading::between(0.0, 1.0), left },
            (false, false) => Heard::whole(Reading::exactly(1.0)),
        };
    }
    // All of it is understood.
    Heard::whole(match (yes, no, missing) {
        (true, false, false) => Reading::exactly(1.0),
        (false, true, false) => Reading::exactly(0.0),
        (false, false, false) if words > 0 => Reading::exactly(1.0),
        _ => Reading::UNREADABLE,
    })
}

fn has_words(lexed: &Lexed<'_>, lexemes: std::ops::Range<usize>) -> bool {
    lexemes.flat_map(|at| lexed.tokens_of(at)).any(|token| !lexed.tokens.is(token, Kind::Mark))
}

/// Whether a lexeme is a word of its own: no part of a file's name ("no_photo.pdf"), of an address, or of a number's
/// ("No. 4711").
fn stands_free(lexed: &Lexed<'_>, at: usize) -> bool {
    let tokens = lexed.tokens.all();
    let own = lexed.tokens_of(at);
    let gap = |at: usize| tokens.get(at).is_none_or(|token| token.gap);
    let before = own.start == 0 || gap(own.start) || matches!(lexed.tokens.text(own.start - 1), "(" | "[" | "\"");
    let ends = matches!(lexed.tokens.text(own.end), "," | ";" | ":" | "." | "!" | ")" | "]" | "\"");
    let after = gap(own.end) || ends && gap(own.end + 1);
    let figure = |at: usize| lexed.tokens.is(at, Kind::Figure);
    let numbers = lexed.tokens.text(own.start) == "no"
        && (own.len() == 2 && lexed.tokens.text(own.end - 1) == "." && figure(own.end)
            || lexed.tokens.text(own.end) == "." && figure(own.end + 1)
            || figure(own.end) && lexed.tokens.text(own.end).len() > 2);
    before && after && !numbers
}

/// Yes or no, or nothing of it.
fn answer(cursor: &mut Cursor<'_>) -> Option<bool> {
    let mut ahead = *cursor;
    // "n'" and "s'" are the start of a word, not short for an answer.
    if cursor.text(0).len() == 1 && cursor.text(1) == "'" && !cursor.gap(1) {
        return None;
    }
    let answer = ahead.take(|sense| match sense {
        Sense::Answer(answer) => Some(answer),
        Sense::Nothing(_) => Some(false),
        _ => None,
    });
    let answer = answer.or_else(|| one_or_zero(&mut ahead))?;
    *cursor = ahead;
    Some(answer)
}

/// `1`, `0.0`: a spreadsheet's yes and no, as a cell of their own or in brackets.
fn one_or_zero(cursor: &mut Cursor<'_>) -> Option<bool> {
    let inside = cursor.at > 0 && cursor.lexed().tokens.text(cursor.at - 1) == "(";
    let alone = |cursor: &Cursor<'_>| match inside {
        true => cursor.text(0) == ")",
        false => cursor.is_done() || matches!(cursor.text(0), "=" | "("),
    };
    let first = cursor.at == 0 || inside;
    let answer = match cursor.figure(0).filter(|_| first)? {
        "1" => true,
        "0" => false,
        _ => return None,
    };
    cursor.at += 1;
    if matches!(cursor.text(0), "." | ",") && cursor.figure(1) == Some("0") {
        cursor.at += 2;
    }
    alone(cursor).then_some(answer)
}

/// An amount, a place or a name after an answer.
fn tells_more(cursor: &mut Cursor<'_>, formats: &Formats) -> bool {
    let measure = Measure::time(formats);
    let mut ahead = *cursor;
    if measure.amount(&mut ahead).and_then(Reading::hull).is_some_and(|range| range.low > 0.0) {
        *cursor = ahead;
        return true;
    }
    // When it was is accounted for, and changes no answer.
    if period::take(&mut ahead) {
        *cursor = ahead;
        return true;
    }
    // "oui, permis B"
    let after = cursor.before().is_some_and(|before| {
        matches!(before.text(0), "," | ":" | "(" | "-" | ";") || before.clone().take_neutral(Topic::Permit)
    });
    cursor.take_named() || cursor.take_role() || cursor.take_neutral(Topic::Permit) || after && cursor.take_name()
}

/// Takes a mark that changes no answer.
pub(super) fn mark(cursor: &mut Cursor<'_>) -> bool {
    cursor.take_idle() || cursor.take_text(&[",", ".", ":", ";", "(", ")", "'", "/", "|", "=", "-", "[", "]", "¿"])
}
