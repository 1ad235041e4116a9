//! Times of day, and the time zones that cells name.

use crate::lexed::{Cursor, is, said};
use crate::lexicon::{Clock, Sense};
use crate::moments::Zone;
use crate::tokens::TokenKind;

/// A time of day: its first and its last second.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Time {
    pub first: u32,
    pub last: u32,
}

fn says(cursor: &mut Cursor<'_>, clock: Clock) -> bool {
    cursor.take_sense(Sense::Clock(clock))
}

/// Reads a time: `23:59`, `11:59 pm`, `23h59`, `T235900`, "noon".
pub(crate) fn time(cursor: &mut Cursor<'_>) -> Option<Time> {
    let said = cursor.take(said!(
        Sense::Clock(Clock::Noon) => Time { first: 43_200, last: 43_200 },
        // At its start or at its end.
        Sense::Clock(Clock::Midnight) => Time { first: 0, last: 86_399 },
    ));
    said.or_else(|| {
        cursor.attempt(|cursor| {
            let t = cursor.at > 0 && cursor.take_glued(&["t"]) && !cursor.gap(0);
            let figure = cursor.take_figure()?;
            match figure.len() {
                4 | 6 if t => basic(figure),
                1 | 2 => figures(cursor, figure.parse().ok()?, t),
                _ => None,
            }
        })
    })
}

/// `2359`, `235900`
fn basic(figure: &str) -> Option<Time> {
    let number = |from: usize| figure.get(from..from + 2).and_then(|figure| figure.parse().ok());
    clock(number(0)?, Some(number(2)?), number(4), None)
}

/// What follows an hour, which it is `known` to be or becomes by that.
fn figures(cursor: &mut Cursor<'_>, hour: u32, known: bool) -> Option<Time> {
    let two = |cursor: &mut Cursor<'_>| {
        let figure = cursor.take_figure().filter(|figure| figure.len() == 2)?;
        figure.parse::<u32>().ok()
    };
    let after = |cursor: &mut Cursor<'_>, mark: &str| cursor.after(|cursor| cursor.take_glued(&[mark]), two);
    let (mut minute, mut second) = (after(cursor, ":"), None);
    let mut known = known || minute.is_some();
    if minute.is_some() {
        // "18:30 Uhr"
        says(cursor, Clock::Hour);
        second = after(cursor, ":");
        if second.is_some() && matches!(cursor.text(0), "." | ",") && !cursor.gap(1) && cursor.figure(1).is_some() {
            cursor.at += 2;
        }
    } else if says(cursor, Clock::Hour) {
        known = true;
        minute = cursor.attempt(two);
        let _ = minute.is_some() && says(cursor, Clock::Minute);
    } else {
        minute = cursor.attempt(|cursor| {
            let minute = after(cursor, ".")?;
            let half = cursor.has(0, is!(Sense::Clock(Clock::Am | Clock::Pm)));
            (half || cursor.is_done() && cursor.at > 3).then_some(minute)
        });
        known |= minute.is_some();
    }
    let half = cursor.take(said!(Sense::Clock(Clock::Am) => false, Sense::Clock(Clock::Pm) => true));
    let more = cursor.text(0) == ":" && !cursor.gap(0);
    if (known || half.is_some()) && !more { clock(hour, minute, second, half) } else { None }
}

/// A time as a clock shows it; 24:00 is the last second of the day, and a leap second the one before.
fn clock(hour: u32, minute: Option<u32>, second: Option<u32>, pm: Option<bool>) -> Option<Time> {
    let hour = match pm {
        Some(pm) if (1..=12).contains(&hour) => hour % 12 + if pm { 12 } else { 0 },
        Some(_) if hour < 13 => return None,
        _ => hour,
    };
    let (minutes, seconds) = (minute.unwrap_or(0), second.unwrap_or(0));
    if (hour, minutes, seconds) == (24, 0, 0) {
        return Some(Time { first: 86_399, last: 86_399 });
    }
    let first = hour * 3_600 + minutes * 60 + seconds.min(59);
    let rest = match (minute, second) {
        (_, Some(_)) => 0,
        (Some(_), _) => 59,
        _ => 3_599,
    };
    (hour < 24 && minutes < 60 && seconds <= 60).then_some(Time { first, last: first + rest })
}

/// Reads a time zone: `+02:00`, `Z`, `(UTC+2)`, "Brussels time", "heure locale".
pub(crate) fn zone(cursor: &mut Cursor<'_>) -> Option<Zone> {
    let found = cursor.attempt(|cursor| {
        let opened = cursor.take_text(&["(", "["]);
        let offset = if opened { None } else { cursor.attempt(offset) };
        let found = offset.or_else(|| named(cursor))?;
        (!opened || cursor.take_text(&[")", "]"])).then_some(found)
    });
    // "GMT+0200 (Central European Summer Time)"
    let explained = |cursor: &mut Cursor<'_>| {
        let opened = cursor.take_text(&["("]);
        let from = cursor.at;
        while opened && cursor.token(0).is_some_and(|token| token.kind == TokenKind::Word) {
            cursor.at += 1;
        }
        cursor.had(from, is!(Sense::Clock(Clock::TimeOf))) && cursor.take_text(&[")"])
    };
    let _ = found.is_some() && cursor.follows(explained);
    found
}

/// A zone by its letters or its place: "heure de Bruxelles", "Brussels time".
fn named(cursor: &mut Cursor<'_>) -> Option<Zone> {
    let before = says(cursor, Clock::TimeOf);
    if says(cursor, Clock::Local) {
        return Some(Zone::Ahead(-12 * 3_600, 14 * 3_600));
    }
    let letters = said!(Sense::Offset(low, high) if !before => (i64::from(low) * 60, i64::from(high) * 60));
    if let Some((low, high)) = cursor.take(letters) {
        // "UTC+2"
        let told = if (low, high) == (0, 0) { cursor.attempt(offset) } else { None };
        return Some(told.unwrap_or(Zone::Ahead(low, high)));
    }
    let zone = cursor.take(said!(Sense::Zone(zone) => zone))?;
    (says(cursor, Clock::TimeOf) || before).then_some(Zone::Named(zone))
}

/// "+02:00", "-0500", "+2": seconds ahead of UTC.
fn offset(cursor: &mut Cursor<'_>) -> Option<Zone> {
    let sign = if cursor.text(0) == "-" { -1 } else { 1 };
    (cursor.take_text(&["+", "-"]) && !cursor.gap(0)).then_some(())?;
    let figure = cursor.take_figure()?;
    let (hours, minutes): (i64, i64) = match figure.len() {
        1 | 2 => {
            let minutes = cursor.attempt(|cursor| {
                let colon = cursor.take_text(&[":"]);
                cursor.take_figure().filter(|figure| colon && figure.len() == 2)?.parse().ok()
            });
            (figure.parse().ok()?, minutes.unwrap_or(0))
        }
        4 => (figure.get(..2)?.parse().ok()?, figure.get(2..)?.parse().ok()?),
        _ => return None,
    };
    let ahead = sign * (hours * 3_600 + minutes * 60);
    (hours <= 14 && minutes < 60).then_some(Zone::Ahead(ahead, ahead))
}
