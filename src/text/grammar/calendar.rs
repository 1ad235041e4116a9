//! Years, months and days as people write them: what the readers of dates and of periods share.

use super::habit::{Habit, separator, small, triple, two};
use crate::lexed::{Cursor, is, said};
use crate::lexicon::{Joint, Modifier, Sense, Slot, Topic};
use crate::timeline::{Looseness, PointInTime};

/// A year of four figures.
fn year(figure: &str) -> Option<i32> {
    let year = figure.parse().ok().filter(|_| figure.len() == 4)?;
    (1900..=2100).contains(&year).then_some(year)
}

/// Reads a point in time, as far as it is written.
pub(crate) fn point(cursor: &mut Cursor<'_>, habit: Habit) -> Option<PointInTime> {
    cursor.attempt(|cursor| {
        // Only where a point follows: "in 3 countries" has none.
        let (looseness, day_before) = lead(cursor);
        let found = cursor
            .attempt(|cursor| in_figures(cursor, habit))
            .or_else(|| cursor.attempt(|cursor| named(cursor, habit)))
            .or_else(|| quarter(cursor))?;
        // "7 June 2022 (Tuesday)" says it again.
        let day_after = cursor.attempt(|cursor| {
            cursor.take_text(&["(", ","]);
            let day = weekday(cursor)?;
            cursor.take_text(&[")"]);
            Some(day)
        });
        Some(PointInTime { looseness: found.looseness.max(looseness), weekday: day_before.or(day_after), ..found })
    })
}

fn weekday(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.take(said!(Sense::Weekday(day) => day))
}

/// What is said before a point: "the", a day of the week, "early", "vers".
fn lead(cursor: &mut Cursor<'_>) -> (Looseness, Option<u32>) {
    let (mut looseness, mut named) = (Looseness::Plain, None);
    loop {
        let said = cursor.take(said!(
            Sense::Season(two) => if two { Looseness::Wintry } else { Looseness::Fuzzy },
            Sense::Before(Modifier::About) => Looseness::Loose,
            Sense::Slot(Slot::Article | Slot::Within | Slot::Place) | Sense::Neutral(Topic::Date) => Looseness::Plain,
        ));
        let day = if said.is_none() { cursor.attempt(weekday_before) } else { None };
        if said.is_none() && day.is_none() {
            return (looseness, named);
        }
        looseness = looseness.max(said.unwrap_or(Looseness::Plain));
        named = day.or(named);
        cursor.take_glued(&["-"]);
    }
}

/// A day of the week before a date. "mar. 2022-06-07" is Tuesday, since a month stands there in figures, and "mar. 28 mai"
/// as well, since one follows.
fn weekday_before(cursor: &mut Cursor<'_>) -> Option<u32> {
    let month = cursor.sense(0, Sense::month).is_some();
    let day = weekday(cursor)?;
    cursor.take_text(&[",", "."]);
    let mut next = *cursor;
    let dated = triple(&mut next).is_some() || day_number(&mut next).is_some() && next.sense(0, Sense::month).is_some();
    (dated || !month).then_some(day)
}

/// A point in figures alone.
fn in_figures(cursor: &mut Cursor<'_>, habit: Habit) -> Option<PointInTime> {
    if let Some(figures) = triple(cursor) {
        return day(figures, habit);
    }
    if cursor.take_text(&["'"]) {
        let two = cursor.figure(0).filter(|_| !cursor.gap(0)).and_then(two)?;
        cursor.at += 1;
        return PointInTime::of(habit.century(two), None, None);
    }
    let first = cursor.take_figure()?;
    // "20240526"
    if first.len() == 8 {
        return day([first.get(..4)?, first.get(4..6)?, first.get(6..)?], habit);
    }
    let after = *cursor;
    let mark = separator(cursor);
    let second = mark.and_then(|_| cursor.figure(0));
    let glued = !after.gap(0) && !cursor.gap(0);
    cursor.at += usize::from(second.is_some());
    match (year(first), mark, second) {
        (None, Some(_), Some(second)) => {
            PointInTime::of(Some(year(second)?), Some(small(first)?).filter(|month| *month > 0), None)
        }
        (Some(from), Some(mark), Some(second)) if second.len() == 2 => {
            year_and(from, second, mark != "." && glued, habit).or_else(|| {
                *cursor = after;
                PointInTime::of(Some(from), None, None)
            })
        }
        (Some(from), Some("/" | "-" | "."), Some(second)) if second.len() == 1 && glued => {
            PointInTime::of(Some(from), small(second), None)
        }
        (Some(from), ..) => {
            *cursor = after;
            cursor.attempt(|cursor| year_then_quarter(cursor, from)).or_else(|| year_then_named(cursor, from))
        }
        _ => None,
    }
}

/// A year and two figures after it: a month, or where they can be so `glued` to it, the year that a span ends with.
/// "2012-16" is no point but two years.
fn year_and(from: i32, second: &str, glued: bool, habit: Habit) -> Option<PointInTime> {
    let month = small(second).filter(|month| (1..=12).contains(month))?;
    let next = from - from.rem_euclid(100) + i32::try_from(month).ok()?;
    // "2009-10": October 2009, or 2009 to 2010.
    let or_year = (next > from && next <= habit.year && glued).then_some(next);
    PointInTime::of(Some(from), Some(month), None).map(|point| PointInTime { or_year, ..point })
}

/// A day of three figures.
fn day([first, second, third]: [&str; 3], habit: Habit) -> Option<PointInTime> {
    if first.len() == 4 {
        return PointInTime::of(Some(year(first)?), small(second), small(third));
    }
    let full = |figure: &str| year(figure).or_else(|| small(figure).and_then(|two| habit.century(two)));
    if habit.year_first && third.len() == 2 {
        return PointInTime::of(full(first), small(second), small(third));
    }
    let (one, two) = (small(first)?, small(second)?);
    let (day, month) = match habit.month_first {
        true if one <= 12 => (two, one),
        true => (one, two),
        false if two <= 12 => (one, two),
        false => (two, one),
    };
    PointInTime::of(full(third), Some(month), Some(day))
}

/// What follows a year, perhaps a month in words: "2012 Mar", "2012, Mar", "2019/aug/01".
fn year_then_named(cursor: &mut Cursor<'_>, from: i32) -> Option<PointInTime> {
    let month = cursor.attempt(|cursor| {
        cursor.take_text(&[",", "/", "-", "."]);
        let month = cursor.take(Sense::month)?;
        // "2012, mars 2013" are two points.
        let mut next = *cursor;
        next.take_text(&[".", ","]);
        next.figure(0).and_then(year).is_none().then_some(month)
    });
    let day = |cursor: &mut Cursor<'_>| {
        let apart = cursor.take_text(&["/", "-", "."]) || cursor.gap(0);
        cursor.take_figure().filter(|_| apart).and_then(small)
    };
    PointInTime::of(Some(from), month, month.and_then(|_| cursor.attempt(day)))
}

/// A point with the month in words: "26 mai 2024", "May 26, 2024", "mars 2012", "fourth of July 1995", "Mar-12".
fn named(cursor: &mut Cursor<'_>, habit: Habit) -> Option<PointInTime> {
    let before = cursor.attempt(|cursor| {
        let day = day_number(cursor)?;
        cursor.take_text(&[".", "-", "/"]);
        while cursor.take_small() {}
        // "Sept 2024" is no seventh.
        cursor.sense(0, Sense::month).map(|_| day)
    });
    let month = cursor.take(Sense::month)?;
    let after = if before.is_none() { cursor.attempt(day_after) } else { None };
    let year = cursor.attempt(|cursor| {
        let from = cursor.at;
        cursor.take_text(&[",", "-", "/", "."]);
        // "6 de enero al 28 de julio"
        let joins = |cursor: &Cursor<'_>| cursor.has(0, is!(Sense::Joint(Joint::To)));
        while !joins(cursor) && cursor.take_any(is!(Sense::Slot(Slot::Article | Slot::Within | Slot::Place))) {}
        let apostrophe = cursor.take_text(&["'"]);
        let dashed = cursor.at > from && !cursor.gap(0);
        let figure = cursor.take_figure()?;
        if let Some(full) = year(figure).filter(|_| !apostrophe) {
            return Some((full, false));
        }
        let short = two(figure).filter(|_| apostrophe || dashed || before.is_some())?;
        Some((habit.century(short)?, !apostrophe && before.is_none()))
    });
    let point = PointInTime::of(year.map(|(year, _)| year), Some(month), before.or(after))?;
    Some(PointInTime { short: year.is_some_and(|(_, short)| short), ..point })
}

/// The day after its month: "March 12, 2019", "March 12". "Mar-12" is a month of 2012.
fn day_after(cursor: &mut Cursor<'_>) -> Option<u32> {
    if !cursor.gap(0) || matches!(cursor.text(0), "-" | "/") {
        return None;
    }
    let fits = cursor.figure(0).and_then(two).is_none_or(|two| two <= 31);
    while cursor.take_small() {}
    let day = day_number(cursor)?;
    let mut next = *cursor;
    next.take_text(&[","]);
    (fits || next.figure(0).and_then(year).is_some()).then_some(day)
}

/// The number of a day: "1", "1st", "1er", "fourth".
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the packs' ordinals are small")]
fn day_number(cursor: &mut Cursor<'_>) -> Option<u32> {
    let number = |cursor: &mut Cursor<'_>| match cursor.take_figure() {
        Some(figure) => {
            cursor.follows(|cursor| !cursor.gap(0) && cursor.take_sense(Sense::OrdinalEnding));
            small(figure)
        }
        None => cursor.take(said!(Sense::Ordinal(day) | Sense::Number(day) if day.fract() == 0.0 => day as u32)),
    };
    cursor.attempt(|cursor| number(cursor).filter(|number| (1..=31).contains(number)))
}

/// "03/12", "mars 12": a month and the last two figures of its year, as an end of a span where both ends are such.
pub(crate) fn month_and_two(cursor: &mut Cursor<'_>, habit: Habit) -> Option<PointInTime> {
    let named = cursor.take(Sense::month);
    let month = named.or_else(|| cursor.take_figure().and_then(small))?;
    (named.is_some() || cursor.take_glued(&["/", "."])).then_some(())?;
    let year = cursor.take_figure().and_then(two).and_then(|two| habit.century(two))?;
    PointInTime::of(Some(year), Some(month), None)
}

/// A day of a month that is told elsewhere: "du 1er au 30 juin 2016", "August 10 - 22, 2012".
pub(crate) fn bare_day(cursor: &mut Cursor<'_>) -> Option<PointInTime> {
    cursor.attempt(|cursor| {
        lead(cursor);
        let day = day_number(cursor)?;
        let year = cursor.attempt(|cursor| {
            cursor.take_text(&[","]);
            cursor.take_figure().and_then(year)
        });
        PointInTime::of(year, None, Some(day))
    })
}

/// "2012-16", "2012/13", "July 2013-15": the last two figures of a year, after the year that a span begins with.
pub(crate) fn short_year(cursor: &mut Cursor<'_>, start: PointInTime, habit: Habit) -> Option<PointInTime> {
    let figure = cursor.figure(0).filter(|figure| figure.len() == 2 && !cursor.gap(0) && start.day.is_none())?;
    let (from, short) = (start.year?, figure.parse::<i32>().ok()?);
    // "07/2009-10" may as well end in October.
    let year = from - from.rem_euclid(100) + Some(short).filter(|short| start.month.is_none() || *short > 12)?;
    (year > from && year <= habit.year + 10).then(|| cursor.at += 1)?;
    PointInTime::of(Some(year), None, None)
}

/// "Q1 2015", "T1 2015": some day of that year.
fn quarter(cursor: &mut Cursor<'_>) -> Option<PointInTime> {
    letter_and_part(cursor)?;
    let year = cursor.take_figure().and_then(year)?;
    some_day_of(year)
}

/// "2015 Q1", "2015-T1".
fn year_then_quarter(cursor: &mut Cursor<'_>, from: i32) -> Option<PointInTime> {
    cursor.take_text(&[",", "/", "-"]);
    letter_and_part(cursor)?;
    some_day_of(from)
}

/// The letter of a quarter or of a half of a year, with its number.
fn letter_and_part(cursor: &mut Cursor<'_>) -> Option<u32> {
    let letter = cursor.take_text(&["q", "t", "s", "h"]) && !cursor.gap(0);
    cursor.take_figure().and_then(small).filter(|number| letter && (1..=4).contains(number))
}

fn some_day_of(year: i32) -> Option<PointInTime> {
    PointInTime::of(Some(year), None, None).map(|point| PointInTime { looseness: Looseness::Fuzzy, ..point })
}
