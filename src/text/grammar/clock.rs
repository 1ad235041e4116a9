//! Times of day, and where a clock stands.

use chrono::{DateTime, Days, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use crate::lexicon::{Clock, Sense};
use crate::text::Cursor;
use crate::tokens::Kind;

/// A time of day: its first and its last second.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Time {
    pub first: u32,
    pub last: u32,
}

fn said(cursor: &mut Cursor<'_>, clock: Clock) -> bool {
    cursor.take_sense(Sense::Clock(clock))
}

/// Reads a time: `23:59`, `11:59 pm`, `23h59`, `T235900`, "noon".
pub(crate) fn time(cursor: &mut Cursor<'_>) -> Option<Time> {
    let mut ahead = *cursor;
    if said(&mut ahead, Clock::Noon) {
        *cursor = ahead;
        return Some(Time { first: 43_200, last: 43_200 });
    }
    // At its start or at its end.
    if said(&mut ahead, Clock::Midnight) {
        *cursor = ahead;
        return Some(Time { first: 0, last: 86_399 });
    }
    let t = ahead.at > 0 && ahead.take_glued(&["t"]) && !ahead.gap(0);
    let figure = ahead.figure(0)?;
    ahead.at += 1;
    let found = match figure.len() {
        4 | 6 if t => basic(figure),
        1 | 2 => figures(&mut ahead, figure.parse().ok()?, t),
        _ => None,
    }?;
    *cursor = ahead;
    Some(found)
}

/// `2359`, `235900`
fn basic(figure: &str) -> Option<Time> {
    let number = |from: usize| figure.get(from..from + 2).and_then(|figure| figure.parse::<u32>().ok());
    let second = if figure.len() == 6 { Some(number(4)?) } else { None };
    clock(number(0)?, Some(number(2)?), second, None)
}

fn figures(cursor: &mut Cursor<'_>, hour: u32, known: bool) -> Option<Time> {
    let two = |cursor: &Cursor<'_>, at: usize| {
        cursor.figure(at).filter(|figure| figure.len() == 2).and_then(|figure| figure.parse::<u32>().ok())
    };
    let (mut minute, mut second, mut known) = (None, None, known);
    if cursor.text(0) == ":" && !cursor.gap(0) && two(cursor, 1).is_some() {
        minute = two(cursor, 1);
        cursor.at += 2;
        known = true;
        if cursor.text(0) == ":" && !cursor.gap(0) && two(cursor, 1).is_some() {
            second = two(cursor, 1);
            cursor.at += 2;
            if matches!(cursor.text(0), "." | ",") && !cursor.gap(1) && cursor.figure(1).is_some() {
                cursor.at += 2;
            }
        }
    } else if said(cursor, Clock::Hour) {
        known = true;
        minute = two(cursor, 0);
        if minute.is_some() {
            cursor.at += 1;
            said(cursor, Clock::Minute);
        }
    } else if cursor.text(0) == "." && !cursor.gap(0) && two(cursor, 1).is_some() {
        let mut ahead = *cursor;
        ahead.at += 2;
        let half = ahead.has(0, |sense| matches!(sense, Sense::Clock(Clock::Am | Clock::Pm)));
        if half || ahead.is_done() && ahead.at > 3 {
            minute = two(cursor, 1);
            known = true;
            *cursor = ahead;
        }
    }
    let half = cursor.take(|sense| match sense {
        Sense::Clock(Clock::Am) => Some(false),
        Sense::Clock(Clock::Pm) => Some(true),
        _ => None,
    });
    let more = cursor.text(0) == ":" && !cursor.gap(0);
    if !(known || half.is_some()) || more {
        return None;
    }
    clock(hour, minute, second, half)
}

/// A time as a clock shows it; 24:00 is the last second of the day, and a leap second the one before.
fn clock(hour: u32, minute: Option<u32>, second: Option<u32>, pm: Option<bool>) -> Option<Time> {
    let hour = match pm {
        Some(pm) if (1..=12).contains(&hour) => hour % 12 + if pm { 12 } else { 0 },
        Some(_) if hour < 13 => return None,
        _ => hour,
    };
    if hour == 24 && minute.unwrap_or(0) == 0 && second.unwrap_or(0) == 0 {
        return Some(Time { first: 86_399, last: 86_399 });
    }
    let fits = hour < 24 && minute.unwrap_or(0) < 60 && second.unwrap_or(0) <= 60;
    if !fits {
        return None;
    }
    let second = second.map(|second| second.min(59));
    let first = hour * 3_600 + minute.unwrap_or(0) * 60 + second.unwrap_or(0);
    let last = first
        + if second.is_some() {
            0
        } else if minute.is_some() {
            59
        } else {
            3_599
        };
    Some(Time { first, last })
}

/// Where a clock stands.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Zone {
    /// In a place.
    Named(Tz),
    /// So many seconds ahead of UTC, at least and at most.
    Ahead(i64, i64),
}

impl Zone {
    /// The first and the last moment that a clock can show this, in seconds since 1970 in UTC.
    pub(super) fn utc(self, clock: NaiveDateTime) -> (i64, i64) {
        let plain = clock.and_utc().timestamp();
        match self {
            Self::Ahead(least, most) => (plain - most, plain - least),
            Self::Named(zone) => match zone.from_local_datetime(&clock) {
                MappedLocalTime::Single(one) => (one.timestamp(), one.timestamp()),
                MappedLocalTime::Ambiguous(a, b) => {
                    (a.timestamp().min(b.timestamp()), a.timestamp().max(b.timestamp()))
                }
                // Clocks were set forward over it: it is told by the old time or by the new.
                MappedLocalTime::None => {
                    let told = |hours: i64| {
                        let near = DateTime::<Utc>::from_timestamp(plain, 0)
                            .and_then(|utc| utc.checked_add_signed(TimeDelta::hours(hours)))
                            .unwrap_or_default()
                            .naive_utc();
                        let offset = zone.offset_from_utc_datetime(&near);
                        plain - i64::from(chrono::Offset::fix(&offset).local_minus_utc())
                    };
                    let (a, b) = (told(-26), told(26));
                    (a.min(b), a.max(b))
                }
            },
        }
    }
}

/// The first and the last second of some days.
pub(crate) fn days(first: NaiveDate, last: NaiveDate, zone: Zone) -> (i64, i64) {
    let next = last.checked_add_days(Days::new(1)).unwrap_or(last);
    let midnights = [first, next].map(|day| day.and_time(NaiveTime::MIN));
    let [start, end] = midnights.map(|midnight| {
        let (early, late) = zone.utc(midnight);
        match zone {
            // A midnight that comes twice starts the day the first time; over one that is skipped, the clocks jump at
            // its old time.
            Zone::Named(zone) if zone.from_local_datetime(&midnight) == MappedLocalTime::None => (late, late),
            Zone::Named(_) => (early, early),
            Zone::Ahead(..) => (early, late),
        }
    });
    (start.0, end.1 - 1)
}

/// Reads a time zone: `+02:00`, `Z`, `(UTC+2)`, "Brussels time", "heure locale".
pub(crate) fn zone(cursor: &mut Cursor<'_>) -> Option<Zone> {
    let mut ahead = *cursor;
    let opened = ahead.take_text(&["(", "["]);
    let found = if opened { None } else { offset(&mut ahead) }.or_else(|| named(&mut ahead))?;
    if opened && !ahead.take_text(&[")", "]"]) {
        return None;
    }
    *cursor = explained(ahead);
    Some(found)
}

/// A zone by its letters or its place.
fn named(cursor: &mut Cursor<'_>) -> Option<Zone> {
    let mut ahead = *cursor;
    // "heure de Bruxelles", "Brussels time"
    let before = said(&mut ahead, Clock::TimeOf);
    if before && said(&mut ahead, Clock::Local) || said(&mut ahead, Clock::Local) {
        *cursor = ahead;
        return Some(Zone::Ahead(-12 * 3_600, 14 * 3_600));
    }
    let minutes = ahead.clone().take(|sense| match sense {
        Sense::Offset(low, high) => Some((low, high)),
        _ => None,
    });
    if let Some((low, high)) = minutes.filter(|_| !before) {
        ahead.at += 1;
        // "UTC+2"
        let told = if (low, high) == (0, 0) { offset(&mut ahead) } else { None };
        *cursor = ahead;
        return Some(told.unwrap_or(Zone::Ahead(i64::from(low) * 60, i64::from(high) * 60)));
    }
    let zone = ahead.take(|sense| match sense {
        Sense::Zone(zone) => Some(zone),
        _ => None,
    })?;
    let after = said(&mut ahead, Clock::TimeOf);
    (before || after).then(|| *cursor = ahead)?;
    Some(Zone::Named(zone))
}

/// After what explains a zone: "GMT+0200 (Central European Summer Time)".
fn explained(after: Cursor<'_>) -> Cursor<'_> {
    let mut ahead = after;
    if !ahead.take_text(&["("]) {
        return after;
    }
    let mut time = false;
    while ahead.token(0).is_some_and(|token| token.kind == Kind::Word) {
        time |= ahead.has(0, |sense| sense == Sense::Clock(Clock::TimeOf));
        ahead.at += 1;
    }
    if time && ahead.take_text(&[")"]) { ahead } else { after }
}

/// "+02:00", "-0500", "+2": seconds ahead of UTC.
fn offset(cursor: &mut Cursor<'_>) -> Option<Zone> {
    let mut ahead = *cursor;
    let sign = match ahead.text(0) {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    ahead.at += 1;
    let figure = ahead.figure(0).filter(|_| !ahead.gap(0))?;
    ahead.at += 1;
    let (hours, minutes) = match figure.len() {
        1 | 2 if ahead.text(0) == ":" && ahead.figure(1).is_some_and(|figure| figure.len() == 2) => {
            let minutes = ahead.figure(1)?.parse::<i64>().ok()?;
            ahead.at += 2;
            (figure.parse::<i64>().ok()?, minutes)
        }
        1 | 2 => (figure.parse().ok()?, 0),
        4 => (figure.get(..2)?.parse().ok()?, figure.get(2..)?.parse().ok()?),
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then(|| *cursor = ahead)?;
    let ahead = sign * (hours * 3_600 + minutes * 60);
    Some(Zone::Ahead(ahead, ahead))
}
