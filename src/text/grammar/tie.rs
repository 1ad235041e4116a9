//! How the things that a cell of years tells are tied to each other.

use crate::lexed::Cursor;

/// How what comes next belongs to what came before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// Nothing has come yet.
    Start,
    /// Nothing stands between: only what is a part of the same can follow.
    None,
    /// A comma, a line break: one more, or the same told otherwise.
    Beside,
    /// A semicolon, "and": one more.
    More,
    /// "+", "plus": one more, at another time.
    Sum,
    /// `=`, "soit": the same said otherwise.
    Same,
    /// "dont": a part of it.
    Part,
}

/// A mark between one thing and the next: how it ties the two.
pub(super) fn mark(cursor: &mut Cursor<'_>, tie: Tie, in_part: bool) -> Option<Tie> {
    let before = cursor.before().is_some_and(|before| before.figure(0).is_some());
    let after = cursor.figure(1).is_some();
    let glued = !cursor.gap(0) && !cursor.gap(1) && cursor.token(1).is_some();
    let found = match cursor.text(0) {
        // "-3" is no list of one, nor "12-pound" or "3-4" one of two.
        "-" if after && !cursor.gap(1) || before && glued => return None,
        // "11:40", "15 / 2"
        ":" if before && after && glued => return None,
        "/" if before && after => return None,
        // "2*4", "3 years * 3" are multiplied; a list has its sign before each item.
        "·" if before && after => return None,
        "*" if cursor.at > 0 && !cursor.line() && cursor.lexed().text_at(0) != "*" => return None,
        // "1. Oxfam": a number that tells the items of a list apart.
        "." if before => tie,
        "!" | "¡" => tie,
        "=" | "·" => Tie::Same,
        "+" => Tie::Sum,
        ";" | "|" | "&" => Tie::More,
        "," if in_part => Tie::Part,
        "," | ":" | "/" | "-" | "•" | "*" | "." => Tie::Beside,
        _ => return None,
    };
    cursor.at += 1;
    Some(found)
}
