//! Answers: yes or no, and whether something was provided.

use super::amount::Measure;
use super::calendar::Habit;
use super::period;
use super::{Heard, Left};
use crate::reading::Reading;
use crate::text::Formats;
use crate::text::cell::{Cursor, Kind, Lexed};
use crate::text::words::{Section, Sections, Sense, Topic};

/// What an answer is made of.
pub(crate) const SECTIONS: Sections = Sections::of(
    &[Topic::Answer],
    &[
        Section::Answers,
        Section::Nothing,
        Section::Numbers,
        Section::Units,
        Section::BoundsBefore,
        Section::BoundsAfter,
        Section::Quantifiers,
        Section::Places,
        Section::Slots,
        Section::Roles,
        Section::Months,
        Section::Seasons,
        Section::Joints,
        Section::Edges,
    ],
);

/// What tells that nothing was provided.
const NOTHING: Sections =
    Sections::of(&[Topic::Answer, Topic::Provided], &[Section::Answers, Section::Nothing, Section::Missing]);

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

/// Reads whether something was provided (1) or not (0): anything is something, but for what says no, nothing or that it
/// is missing.
pub(crate) fn provided(cell: &str, formats: &Formats) -> Heard {
    let Some(lexed) = Lexed::new(cell, &formats.lexicon, NOTHING) else { return Heard::whole(Reading::UNREADABLE) };
    let spreadsheet_error = lexed.text.trim_start().starts_with('#') && lexed.len() < 6;
    let says = lexed.tokens.all().iter().any(|token| token.kind != Kind::Mark);
    let mut cursor = lexed.cursor();
    let (mut yes, mut no, mut missing) = (false, false, false);
    while !cursor.is_done() {
        if let Some(answer) = answer(&mut cursor) {
            yes |= answer;
            no |= !answer;
        } else if cursor.take_sense(Sense::Missing) {
            missing = true;
        } else if !cursor.take_neutral(Topic::Answer) && !cursor.take_neutral(Topic::Provided) && !mark(&mut cursor) {
            let reading = if spreadsheet_error || !says { Reading::UNREADABLE } else { Reading::exactly(1.0) };
            return Heard::whole(reading);
        }
    }
    // All of it is understood.
    Heard::whole(match (yes, no, missing) {
        (true, false, false) => Reading::exactly(1.0),
        (false, true, false) => Reading::exactly(0.0),
        (false, false, false) if says => Reading::exactly(1.0),
        _ => Reading::UNREADABLE,
    })
}

/// Yes or no, or nothing of it.
fn answer(cursor: &mut Cursor<'_>) -> Option<bool> {
    let mut ahead = *cursor;
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
    let measure = Measure { time: true, decimal: formats.decimal, floor: 0.0 };
    let mut ahead = *cursor;
    if measure.amount(&mut ahead).and_then(Reading::hull).is_some_and(|range| range.low > 0.0) {
        *cursor = ahead;
        return true;
    }
    // When it was is accounted for, and changes no answer.
    let habit = Habit { month_first: false, year_first: false, year: 2030 };
    if period::find(&mut ahead, habit).is_some() {
        *cursor = ahead;
        return true;
    }
    let after_mark = cursor.at > 0 && matches!(cursor.lexed().tokens.text(cursor.at - 1), "," | ":" | "(" | "-" | ";");
    cursor.take_named() || cursor.take_sense(Sense::Role) || after_mark && cursor.take_name()
}

/// Takes a mark that changes no answer.
pub(super) fn mark(cursor: &mut Cursor<'_>) -> bool {
    cursor.take_text(&[",", ".", ":", ";", "(", ")", "!", "\"", "'", "*", "/", "|", "=", "-", "[", "]", "¡", "¿"])
}
