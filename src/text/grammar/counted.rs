//! What somebody counts beside their years, which is no number of years: "managing 8 people", "équipe de 10", "in 20
//! countries".

use super::amount::AmountOf;
use super::quantity::unit;
use crate::lexed::{Cursor, is};
use crate::lexicon::{Counted, Quantifier, Sense, Slot};
use crate::reading::{Range, Reading};

/// Takes a whole number: half of one, or a share of the time, counts nobody.
fn whole(cursor: &mut Cursor<'_>, measure: AmountOf) -> bool {
    let from = cursor.at;
    let counts = |range: Range| range.low.fract() == 0.0 && range.low >= 1.0;
    let found = measure.count().amount(cursor).and_then(Reading::hull);
    found.is_some_and(counts) && !cursor.lexed().written(from, cursor.at).contains('%')
}

/// Whether a unit of time follows.
fn timed(cursor: &Cursor<'_>) -> bool {
    unit(&mut cursor.clone()).is_some()
}

/// Takes a number of people or countries, with what says so.
pub(super) fn counted(cursor: &mut Cursor<'_>, measure: AmountOf) -> bool {
    let small = |cursor: &mut Cursor<'_>| {
        let small = is!(Sense::Slot(_) | Sense::Quantifier(Quantifier::One));
        while cursor.take_any(small) || cursor.take_glued(&["'"]) {}
    };
    // "manager of 8", "chef d'équipe de 8"
    let leads =
        cursor.before().is_some_and(|before| before.has(0, is!(Sense::Role | Sense::Office | Sense::Counted(_))));
    let leads = leads && cursor.has(0, is!(Sense::Slot(Slot::Article)));
    cursor.follows(|cursor| {
        small(cursor);
        cursor.take_sense(Sense::Counted(Counted::Lead));
        small(cursor);
        let team = cursor.take_sense(Sense::Counted(Counted::Team));
        cursor.take_text(&[":"]);
        small(cursor);
        if !whole(cursor, measure) {
            return false;
        }
        // "a 5-person team"
        cursor.take_glued(&["-"]);
        small(cursor);
        let things = cursor.take_any(is!(Sense::Counted(Counted::Thing)));
        // "une équipe de 12"
        let teams = cursor.take_sense(Sense::Counted(Counted::Team));
        if teams {
            cursor.follows(|cursor| {
                small(cursor);
                whole(cursor, measure) && (cursor.take_sense(Sense::Counted(Counted::Thing)) || !timed(cursor))
            });
        }
        things || teams || leads && cursor.ends() || team && !timed(cursor)
    })
}
