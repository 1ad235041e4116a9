//! How many people somebody led, which is no number of years: "managing 8 people", "équipe de 10", "Team von zwölf".

use super::amount::AmountOf;
use super::quantity::unit;
use crate::lexed::{Cursor, is};
use crate::lexicon::{People, Quantifier, Sense, Slot};

/// Takes a number of people, with what says so.
pub(super) fn headcount(cursor: &mut Cursor<'_>, measure: AmountOf) -> bool {
    let small = |cursor: &mut Cursor<'_>| {
        let small = is!(Sense::Slot(Slot::Name | Slot::Within) | Sense::Quantifier(Quantifier::One));
        while cursor.take_any(small) || cursor.take_glued(&["'"]) {}
    };
    cursor.follows(|cursor| {
        small(cursor);
        cursor.take_sense(Sense::People(People::Lead));
        small(cursor);
        let team = cursor.take_sense(Sense::People(People::Team));
        cursor.take_text(&[":"]);
        small(cursor);
        if measure.count().amount(cursor).is_none() {
            return false;
        }
        // "a 5-person team"
        cursor.take_glued(&["-"]);
        small(cursor);
        let people = cursor.take_any(is!(Sense::People(People::Person | People::Team)));
        cursor.take_sense(Sense::People(People::Team));
        people || team && unit(&mut cursor.clone()).is_none()
    })
}
