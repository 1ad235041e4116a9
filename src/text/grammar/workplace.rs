//! Names of those whom somebody worked for, told from what only looks like one: a subject, a school, time that was no work.

use super::habit::Habit;
use super::period;
use crate::lexed::{Cursor, is};
use crate::lexicon::{Joint, Sections, Sense, Slot, Study, sections};
use crate::tokens::{Case, TokenKind};

/// What else words with capitals may name.
const OTHER: Sections = sections!(; Subjects Studies Away);

/// Takes a name that no word leads to, as of who somebody worked for. "8 years (Accounting)" says in what, "2010-2016, Ghent
/// University" may be where somebody studied, and "2010-2018 Retired" is no work; nor does one word with a capital say more
/// ("8 years, Sales").
pub(super) fn take(cursor: &mut Cursor<'_>) -> bool {
    cursor.follows(|cursor| {
        let from = cursor.at;
        let named = cursor.take_name();
        // A line holds a name whole.
        let lines = |at: &usize| cursor.lexed().cursor_at(*at).line();
        cursor.at = (from + 1..cursor.at).find(lines).unwrap_or(cursor.at);
        named && cursor.had_distinct_name(from) && is_workplace(cursor, from)
    })
}

/// Takes a name, in a `slot` where one can stand, or before what it is the name of.
pub(super) fn take_in(cursor: &mut Cursor<'_>, slot: bool, habit: Habit) -> bool {
    // The first word of a sentence has a capital anyway.
    let upper = cursor.token(0).is_some_and(|token| token.case == Case::Upper);
    let from = cursor.at;
    if !take(cursor) {
        return false;
    }
    let mut next = *cursor;
    while next.take_text(&[":", ",", "(", "-"]) {}
    let leads = matches!(cursor.text(0), ":" | ",") || period::find(&mut next, habit).is_some();
    slot || leads && (upper || cursor.at > from + 1)
}

/// Whether what a word leads to is no work, as one word says: "8 years at School".
pub(super) fn is_no_work(cursor: &Cursor<'_>, from: usize) -> bool {
    let lexed = cursor.lexed();
    let known = |at: usize| {
        let mut known = false;
        lexed.meanings_from(lexed.tokens_of(at).start, OTHER, |sense, _| {
            known |= matches!(sense, Sense::Away | Sense::Study(Study::Institution));
        });
        known
    };
    !cursor.had_distinct_name(from) && (from..cursor.at).any(known)
}

/// Whether what stands from a place up to here may be who somebody worked for: it is more than subjects, schools with where
/// they are, and time without work. Who has a role beside may have it at a school, and who tells of years alone has; beside
/// dates, a school may be where somebody studied.
fn is_workplace(cursor: &Cursor<'_>, from: usize) -> bool {
    let lexed = cursor.lexed();
    let employed = has_role_beside(cursor, from);
    let year = |at: usize| lexed.cursor_at(at).figure(0).is_some_and(|figure| figure.len() == 4);
    let dated = (0..lexed.len()).any(year);
    let (mut token, end) = (lexed.tokens_of(from).start, lexed.tokens_of(cursor.at - 1).end);
    let mut named = false;
    while token < end {
        let (mut known, mut next, mut studied) = (false, token + 1, false);
        lexed.meanings_from(token, OTHER, |sense, to| {
            let school = matches!(sense, Sense::Study(Study::Institution));
            if matches!(sense, Sense::Subject(_) | Sense::Near(_) | Sense::Part | Sense::Away) || school {
                (known, next) = (true, next.max(to));
            }
            known &= !(school && employed);
            studied |= school && dated && !employed;
        });
        if studied {
            return false;
        }
        let at = lexed.lexeme_at(from, token);
        known |= lexed.has(at, is!(Sense::Slot(Slot::Article | Slot::Within) | Sense::Place));
        named |= !known && lexed.tokens.is(token, TokenKind::Word);
        token = next;
    }
    named
}

/// Whether a role is named in the same entry: between two semicolons or on the same line.
fn has_role_beside(cursor: &Cursor<'_>, from: usize) -> bool {
    let lexed = cursor.lexed();
    let ends = |at: usize| matches!(lexed.text_at(at), ";" | "|");
    let first = (1..=from).rev().find(|at| lexed.cursor_at(*at).line() || ends(at - 1)).unwrap_or(0);
    let last = (cursor.at..lexed.len()).find(|at| lexed.cursor_at(*at).line() || ends(*at)).unwrap_or(lexed.len());
    (first..last).any(|at| lexed.has(at, is!(Sense::Role)))
}

/// Whether what stands from a place up to here is more than a place: "Amnesty Nederland".
pub(super) fn names_somebody(cursor: &Cursor<'_>, from: usize) -> bool {
    let lexed = cursor.lexed();
    let name =
        |at: usize| lexed.token(at).is_some_and(|token| token.case != Case::Lower) && lexed.senses(at).is_empty();
    (from..cursor.at).any(name)
}

/// Whether what stands here is joined to a place that "in" led to, and so is where or in what: "in China and Retail".
pub(super) fn is_beside_a_place(cursor: &Cursor<'_>) -> bool {
    let and = cursor.before().filter(|before| before.has(0, is!(Sense::Joint(Joint::And))));
    and.and_then(|and| and.before()).is_some_and(|place| place.has(0, is!(Sense::Place)))
}
