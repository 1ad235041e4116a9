//! Names of those whom somebody worked for, told from what only looks like one: a subject, a school, time that was no work.

use crate::lexed::{Cursor, is};
use crate::lexicon::{Sections, Sense, Slot, Study, sections};
use crate::tokens::{Case, TokenKind};

/// What else words with capitals may name.
const OTHER: Sections = sections!(; Subjects Studies Away);

/// Takes a name that no word leads to, as of who somebody worked for. "8 years (Accounting)" says in what, "2010-2016, Ghent
/// University" may be where somebody studied, and "2010-2018 Retired" is no work.
pub(super) fn take(cursor: &mut Cursor<'_>) -> bool {
    cursor.follows(|cursor| {
        let from = cursor.at;
        cursor.take_name() && is_workplace(cursor, from)
    })
}

/// Whether what stands from a place up to here may be who somebody worked for. Who has a role may have it at a school.
fn is_workplace(cursor: &Cursor<'_>, from: usize) -> bool {
    let lexed = cursor.lexed();
    let role = (0..lexed.len()).any(|at| lexed.has(at, is!(Sense::Role)));
    let (mut token, end) = (lexed.tokens_of(from).start, lexed.tokens_of(cursor.at - 1).end);
    let mut named = false;
    while token < end {
        let (mut subject, mut next) = (false, token + 1);
        let mut away = false;
        lexed.meanings_from(token, OTHER, |sense, to| {
            away |= match sense {
                Sense::Away => true,
                Sense::Study(study) => study == Study::Institution && !role,
                _ => false,
            };
            if matches!(sense, Sense::Subject(_) | Sense::Near(_) | Sense::Part) {
                (subject, next) = (true, next.max(to));
            }
        });
        if away {
            return false;
        }
        let small = lexed.has(lexed.lexeme_at(from, token), is!(Sense::Slot(Slot::Article | Slot::Within)));
        named |= !subject && !small && lexed.tokens.is(token, TokenKind::Word);
        token = next;
    }
    named
}

/// Whether what stands from a place up to here is more than a place: "Amnesty Nederland".
pub(super) fn names_somebody(cursor: &Cursor<'_>, from: usize) -> bool {
    let lexed = cursor.lexed();
    let name =
        |at: usize| lexed.token(at).is_some_and(|token| token.case != Case::Lower) && lexed.senses(at).is_empty();
    (from..cursor.at).any(name)
}
