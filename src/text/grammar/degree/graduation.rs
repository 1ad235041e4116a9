//! The figures beside a degree: when it was had, how many years it took, its result.

use crate::lexed::{Cursor, is, said};
use crate::lexicon::{Edge, Joint, Lexicon, Sections, Sense, Slot, Study, TimeUnit, sections};
use crate::text::grammar::calendar;
use crate::text::grammar::habit::Habit;
use crate::tokens::TokenKind;

/// A time beside a degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    /// The last month named, counted from year 0; of a year alone its first.
    pub ends: i32,
    /// It has no end, or none yet.
    pub goes_on: bool,
}

/// The time that starts at this place.
pub(super) fn find(cursor: &mut Cursor<'_>, habit: Habit) -> Option<Period> {
    cursor.attempt(|cursor| {
        let since = cursor.take_any(is!(Sense::Edge(Edge::Since | Edge::From)));
        lead(cursor);
        let start = calendar::point(cursor, habit)?;
        let to_its_end = cursor.attempt(|cursor| {
            let until = cursor.take_any(is!(Sense::Joint(Joint::To) | Sense::Edge(Edge::Until)));
            let dash = !until && cursor.take_text(&["-", "→", "~", ">"]);
            if !until && !dash && !cursor.take_text(&["/"]) {
                return None;
            }
            lead(cursor);
            let open = dash && cursor.ends();
            let goes_on = cursor.take_sense(Sense::Edge(Edge::Present)) || open;
            let end = calendar::short_year(cursor, start, habit);
            let end = end.or_else(|| if goes_on { Some(start) } else { calendar::point(cursor, habit) })?;
            Some(Period { ends: end.last_month()?.max(start.completed(end).last_month()?), goes_on })
        });
        to_its_end.or_else(|| Some(Period { ends: start.last_month()?, goes_on: since }))
    })
}

/// "in", "the year", before a point in time.
fn lead(cursor: &mut Cursor<'_>) {
    let small = is!(Sense::Slot(Slot::Place | Slot::Article | Slot::Within)
        | Sense::Study(Study::Of | Study::Field)
        | Sense::Unit(TimeUnit::Year));
    while cursor.take_any(small) || cursor.take_glued(&["'"]) {}
}

/// The steps of a level.
pub(super) fn degree(sense: Sense) -> Option<(u8, u8)> {
    said!(Sense::Degree(low, high) => (low, high))(sense)
}

/// After a level that ends with a figure, another one: "Bac+3/4", "bac+3 à 5", "M1/2". The highest step of it.
pub(super) fn years_after(cursor: &mut Cursor<'_>) -> Option<u8> {
    const LEVELS: Sections = sections!(; Degrees);
    let tokens = &cursor.lexed().tokens;
    let level = cursor.lexed().tokens_of(cursor.at.checked_sub(1)?);
    let words = level.start..level.end.checked_sub(1).filter(|last| tokens.is(*last, TokenKind::Figure))?;
    cursor.attempt(|cursor| {
        let joined = cursor.take_glued(&["/", "-"]) || cursor.take_any(is!(Sense::Joint(Joint::Or | Joint::To)));
        let second = cursor.take_figure().filter(|second| second.len() == 1 && joined && !words.is_empty())?;
        let phrase: Vec<&str> = words.map(|at| tokens.text(at)).chain([second]).collect();
        let (_, high) = Lexicon::default().meanings(&phrase.join(" "), LEVELS).into_iter().find_map(degree)?;
        Some(high)
    })
}

/// A result in figures: "GPA 3.8/4", "note : 16/20".
pub(super) fn grade(cursor: &mut Cursor<'_>) -> bool {
    cursor.follows(|cursor| {
        let named = cursor.take_sense(Sense::Study(Study::Grade));
        cursor.take_text(&[":"]);
        let figures = named && cursor.figure(0).is_some();
        while figures && cursor.take_figure().is_some() {
            cursor.at += usize::from(cursor.figure(1).is_some() && matches!(cursor.text(0), "." | "," | "/"));
        }
        figures
    })
}
