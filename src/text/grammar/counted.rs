//! What somebody counts beside their years, which is no number of years: "managing 8 people", "équipe de 10", "in 20
//! countries".

use super::amount::AmountOf;
use super::quantity::unit;
use crate::lexed::{Cursor, is};
use crate::lexicon::{Counted, Quantifier, Sense};

/// Takes a number of people, countries or projects, with what says so.
pub(super) fn counted(cursor: &mut Cursor<'_>, measure: AmountOf) -> bool {
    let small = |cursor: &mut Cursor<'_>| {
        let small = is!(Sense::Slot(_) | Sense::Quantifier(Quantifier::One));
        while cursor.take_any(small) || cursor.take_glued(&["'"]) {}
    };
    cursor.follows(|cursor| {
        small(cursor);
        cursor.take_sense(Sense::Counted(Counted::Lead));
        small(cursor);
        let team = cursor.take_sense(Sense::Counted(Counted::Team));
        cursor.take_text(&[":"]);
        small(cursor);
        if measure.count().amount(cursor).is_none() {
            return false;
        }
        // "a 5-person team"
        cursor.take_glued(&["-"]);
        small(cursor);
        let things = cursor.take_any(is!(Sense::Counted(Counted::Thing | Counted::Team)));
        cursor.take_sense(Sense::Counted(Counted::Team));
        things || team && unit(&mut cursor.clone()).is_none()
    })
}
