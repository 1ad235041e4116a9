//! Numbers without a unit among years: some are a part of a name, a day, or count something else.

use super::habit::Habit;
use super::period::{self, Event};
use crate::lexed::{Cursor, is};
use crate::lexicon::{Joint, Sense, Slot};
use crate::tokens::TokenKind;

/// Whether a number without a unit, from `start` to `end`, can be one of years.
pub(super) fn is_number_of_years(start: &Cursor<'_>, end: &Cursor<'_>, habit: Habit) -> bool {
    // "P4", "Grade 5": a part of a name.
    let names = |sense: Sense| match sense {
        Sense::Place | Sense::Understood | Sense::Role | Sense::Office | Sense::Near(_) | Sense::Part => true,
        sense => matches!(sense, Sense::Subject(_) | Sense::Study(_)),
    };
    let is_word = |cursor: &Cursor<'_>| cursor.token(0).is_some_and(|token| token.kind == TokenKind::Word);
    let named = start
        .before()
        .is_some_and(|word| is_word(&word) && word.lexed().senses(word.at).iter().all(|sense| names(*sense)));
    // "12/03/2024 9.30": a time of day.
    let timed = start.before().is_some_and(|before| before.figure(0).is_some());
    // "5 managers": so many of them.
    let counts = end.clone().take_role();
    // "13 Set 2018": perhaps a month that no pack knows.
    let called = end.lexed().senses(end.at).is_empty() && end.clone().take_name();
    // "about 12 March 2015", "+23/sep/2020", "4 de enero", "twenty second of June": a day.
    let mut month = *end;
    month.take_text(&[".", "/", "-"]);
    while month.take_any(is!(Sense::Slot(Slot::Article | Slot::Within) | Sense::Ordinal(_))) {}
    let dated = month.sense(0, Sense::month).is_some();
    // "14.10. - 15.10.2013", "14. - 15.10.2013": a day as well.
    let two = start.lexed().written(start.at, end.at).contains('.') && end.token(1).is_some();
    let figures = end.text(0) == "." && !end.gap(0) && (two || matches!(end.text(1), "-" | "/"));
    !(named || timed || counts || called || dated || figures || leads_to_a_date(*end, habit))
}

/// "10.02 - 10.09.2021", "11, 2016": whether a date is the other end of what comes before, or says the year of a month.
fn leads_to_a_date(mut cursor: Cursor<'_>, habit: Habit) -> bool {
    let joined = cursor.take_text(&["-", ","]) || cursor.take_any(is!(Sense::Joint(Joint::To)));
    joined && matches!(period::find(&mut cursor, habit), Some(Event::Point(_)))
}
