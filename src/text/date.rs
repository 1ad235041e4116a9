//! A date or a moment.

use std::sync::LazyLock;

use chrono::{
    DateTime, Datelike, Days, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc, Weekday,
};
use chrono_tz::Tz;

use super::Formats;
use super::calendar::{self, Form, Habit, When};
use super::lexicon::LIMIT;
use super::number::Meanings;
use super::parts::{Parts, Phrases, Sort};
use crate::reading::{Range, Reading};

/// The first and the last second of a day in a time zone, in seconds since 1970 in UTC.
#[must_use]
pub fn day(day: NaiveDate, zone: Tz) -> (i64, i64) {
    days(day, day, Zone::Named(zone))
}

/// All the moments that a cell can mean, in seconds since 1970 in UTC.
///
/// A date without a time is its whole day, a month or a year all of its days, a time its whole minute or second. Where
/// clocks are set back, a time that comes twice is both. A serial number of a spreadsheet is not read: nothing in the
/// cell says that it is a date. Two dates of which one is unlike the named day of the week are the other.
#[must_use]
pub fn read(cell: &str, formats: &Formats, zone: Tz, as_of: NaiveDate) -> Reading {
    if cell.len() > LIMIT {
        return Reading::UNREADABLE;
    }
    let parts = Parts::new(cell);
    if let Some(reading) = at_once(&parts, zone, as_of) {
        return reading;
    }
    let mut all = Meanings::default();
    for habit in calendar::habits(&parts, formats.dates, as_of) {
        if let Some(range) = moments(&parts, habit, zone) {
            all.add(range);
        }
    }
    all.reading()
}

/// "Immediately": by the as-of date, give or take the month in which it was written.
fn at_once(parts: &Parts, zone: Tz, as_of: NaiveDate) -> Option<Reading> {
    let ((), end) = AT_ONCE.longest(parts, 0)?;
    let ends = (end..parts.len()).all(|at| matches!(parts.text(at), "." | "!"));
    let last = as_of.checked_add_days(Days::new(31))?;
    ends.then(|| Reading::Within(Range::between(f64::NEG_INFINITY, seconds(day(last, zone).1))))
}

#[rustfmt::skip]
static AT_ONCE: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "immediately", "available immediately", "immediate", "with immediate effect", "at once", "right away", "immediately available",
    "immédiatement", "immédiate", "immédiat", "tout de suite", "disponible immédiatement", "disponible de suite", "de suite", "disponibilité immédiate",
    "immédiatement disponible",
])]));

#[derive(Clone, Copy, PartialEq, Eq)]
enum Say {
    Before,
    After,
    By,
    On,
}

#[rustfmt::skip]
static SAID: LazyLock<Phrases<Say>> = LazyLock::new(|| Phrases::new(&[
    (Say::Before, &["before", "prior to", "earlier than", "avant", "avant le"]),
    (Say::After, &["after", "later than", "après", "après le"]),
    (Say::By, &["by", "no later than", "not later than", "at the latest", "until", "up to", "au plus tard", "au plus tard le", "jusqu'au", "jusqu'à", "d'ici le", "d'ici au"]),
    (Say::On, &[
        "on", "at", "the", "of", "date", "dated", "received", "received on", "submitted", "submitted on", "sent", "sent on", "applied on", "from", "since", "as of", "as from",
        "starting", "available", "available from", "in", "between", "entre", "time", "hours", "day", "by email", "by e-mail", "via email", "by mail", "by post",
        "le", "la", "à", "du", "de", "au", "en", "reçu", "reçue", "reçu le", "reçue le", "reçus", "soumis", "soumise", "soumis le", "envoyé", "envoyée", "envoyé le", "déposé",
        "déposée", "déposé le", "depuis", "depuis le", "dès", "dès le", "à partir du", "à partir de", "à compter du", "disponible", "disponible dès le", "jour", "heures", "heure",
        "par e-mail", "par email", "par courriel", "par mail", "par courrier", "candidature", "application",
    ]),
]));

/// Words that leave a month or a year as it is: any day of it is meant.
#[rustfmt::skip]
static SOME_DAY: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "early", "mid", "late", "end of", "the end of", "beginning of", "start of", "début", "mi", "fin", "courant", "fin de", "début de",
])]));

/// All the moments of the cell under one habit.
fn moments(parts: &Parts, habit: Habit, zone: Tz) -> Option<Range> {
    let mut parts = parts.clone();
    let mut zone = Zone::Named(zone);
    let mut time = None;
    let told = (0..parts.len()).find_map(|at| time_at(&parts, at).map(|(end, time)| (at, end, time)));
    if let Some((start, mut end, found)) = told {
        // "10:00-12:00" is no offset.
        let until = parts.is(end, "-") && !parts.gap(end) && !parts.gap(end + 1);
        if until && found.first != found.last && !parts.is(start, "t") {
            return None;
        }
        if let Some((after, told)) = zone_at(&parts, end) {
            zone = told;
            end = after;
        }
        time = Some(found);
        parts = parts.without(start, end);
    }
    let mut said = Say::On;
    let mut weekday: Option<Weekday> = None;
    let mut dates: Option<(NaiveDate, NaiveDate)> = None;
    let mut any_day = false;
    let mut at = 0;
    while at < parts.len() {
        if let Some((first, last, end)) = dates_at(&parts, at, habit) {
            if dates.is_some() {
                return None;
            }
            any_day = first != last;
            dates = Some((first, last));
            at = end;
            // "2024-05-26+02:00"
            if let Some((after, told)) = zone_at(&parts, at)
                && matches!(zone, Zone::Named(_))
                && !parts.gap(at)
            {
                zone = told;
                at = after;
            }
            continue;
        }
        if dates.is_some() || time.is_some() {
            if let Some((after, told)) = zone_at(&parts, at) {
                zone = told;
                at = after;
                continue;
            }
        }
        if let Some((say, end)) = SAID.longest(&parts, at) {
            if say != Say::On {
                if dates.is_some() || said != Say::On {
                    return None;
                }
                said = say;
            }
            at = end;
            continue;
        }
        if let Some(((), end)) = SOME_DAY.longest(&parts, at) {
            let next = end + usize::from(parts.is(end, "-"));
            let (first, last, _) = dates_at(&parts, next, habit)?;
            if first == last {
                return None;
            }
            at = next;
            continue;
        }
        if let Some(day) = parts.word(at).and_then(calendar::weekday) {
            weekday = Some(day);
            at += 1;
            continue;
        }
        // "mar. 28 mai" is a Tuesday.
        if parts.is(at, "mar") {
            weekday = Some(Weekday::Tue);
            at += 1;
            continue;
        }
        match parts.sort(at) {
            Some(Sort::Mark)
                if matches!(
                    parts.text(at),
                    "," | "." | ";" | ":" | "-" | "(" | ")" | "[" | "]" | "\"" | "'" | "|" | "/" | "@" | "=" | "!"
                ) => {}
            Some(Sort::Line) => {}
            _ => return None,
        }
        at += 1;
    }
    let (first, last) = dates?;
    if weekday.is_some_and(|weekday| first == last && first.weekday() != weekday) {
        return None;
    }
    let (low, high) = match time {
        Some(time) if !any_day => {
            let at = |seconds: u32| NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0);
            let (a, b) = (first.and_time(at(time.first)?), first.and_time(at(time.last)?));
            (zone.utc(a).0, zone.utc(b).1)
        }
        _ => days(first, last, zone),
    };
    let (low, high) = (seconds(low), seconds(high));
    Some(match said {
        Say::On => Range::between(low, high),
        Say::Before => Range { high_open: true, ..Range::between(f64::NEG_INFINITY, low) },
        Say::After => Range { low_open: true, ..Range::from(high) },
        Say::By => Range::between(f64::NEG_INFINITY, high),
    })
}

/// The first and the last day of the date, or of the dates from one to another, at this place.
fn dates_at(parts: &Parts, at: usize, habit: Habit) -> Option<(NaiveDate, NaiveDate, usize)> {
    let one = |at: usize| {
        let found = calendar::when(parts, at, habit).filter(|found| {
            found.form == Form::Sure || matches!(found.when, When::Month(..)) && found.form != Form::Pair
        })?;
        let (first, last) = match found.when {
            When::Day(day) => (day, day),
            When::Month(year, month) => (
                NaiveDate::from_ymd_opt(year, month, 1)?,
                NaiveDate::from_ymd_opt(year, month, calendar::days_in(year, month))?,
            ),
            When::Year(year) => (NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?),
        };
        Some((first, last, found.end))
    };
    let joint = |at: usize| match parts.text(at) {
        "-" | "to" | "a" | "au" | "or" | "ou" | "and" | "et" => {
            Some(at + 1 + usize::from(matches!(parts.text(at + 1), "le" | "the")))
        }
        _ => None,
    };
    let Some((first, last, end)) = one(at) else {
        // "26-27 May 2024", "26 et 27 mai 2024"
        let day: u32 = parts.figure(at).filter(|f| f.len() <= 2)?.parse().ok()?;
        let mut here = at + 1;
        if parts.word(here).is_some_and(calendar::is_ordinal) && !parts.gap(here) {
            here += 1;
        }
        let next = joint(here)?;
        parts.figure(next).filter(|f| f.len() <= 2)?;
        parts.word(next + 1).or_else(|| parts.word(next + 2)).and_then(calendar::month)?;
        let (last, same, end) = one(next)?;
        let first =
            NaiveDate::from_ymd_opt(last.year(), last.month(), day).filter(|first| *first < last && last == same)?;
        return Some((first, last, end));
    };
    if let Some(next) = joint(end)
        && let Some((from, to, end)) = one(next)
    {
        return (first <= from && last <= to).then_some((first, to, end));
    }
    Some((first, last, end))
}

/// A time of day: its first and its last second.
#[derive(Clone, Copy, Debug)]
struct Time {
    first: u32,
    last: u32,
}

fn time_at(parts: &Parts, at: usize) -> Option<(usize, Time)> {
    match parts.text(at) {
        "noon" | "midday" | "midi" => {
            return Some((at + 1, Time { first: 43_200, last: 43_200 }));
        }
        // At its start or at its end.
        "midnight" | "minuit" => return Some((at + 1, Time { first: 0, last: 86_399 })),
        _ => {}
    }
    // "2024-05-26T23:59", "20240526T235900"
    let t = parts.is(at, "t")
        && at > 0
        && parts.figure(at - 1).is_some()
        && !parts.gap(at)
        && parts.glued_figure(at + 1).is_some();
    let start = at + usize::from(t);
    let figure = parts.figure(start)?;
    if !t
        && at > 0
        && !parts.gap(at)
        && (parts.word(at - 1).is_some() || matches!(parts.text(at - 1), "/" | "." | "-" | "+"))
    {
        return None;
    }
    if t && matches!(figure.len(), 4 | 6) && !parts.is(start + 1, ":") {
        let number = |from: usize| figure.get(from..from + 2).and_then(|f| f.parse::<u32>().ok());
        let seconds = if figure.len() == 6 { Some(number(4)?) } else { None };
        return clock(number(0)?, Some(number(2)?), seconds, None).map(|time| (start + 1, time));
    }
    let two = |at: usize| parts.figure(at).filter(|f| f.len() <= 2).and_then(|f| f.parse::<u32>().ok());
    let hour = two(start)?;
    let mut end = start + 1;
    let (mut minute, mut second) = (None, None);
    let mut known = t;
    if parts.is(end, ":") && !parts.gap(end) && parts.glued_figure(end + 1).is_some_and(|f| f.len() == 2) {
        minute = two(end + 1);
        end += 2;
        known = true;
        if parts.is(end, ":") && !parts.gap(end) && parts.glued_figure(end + 1).is_some_and(|f| f.len() == 2) {
            second = two(end + 1);
            end += 2;
            if matches!(parts.text(end), "." | ",") && !parts.gap(end) && parts.glued_figure(end + 1).is_some() {
                end += 2;
            }
        }
    } else if matches!(parts.text(end), "h" | "heures" | "heure" | "hrs") {
        let long = parts.text(end) != "h";
        end += 1;
        known = true;
        if let Some(m) =
            parts.figure(end).filter(|f| f.len() == 2 && (!long || parts.gap(end))).and_then(|f| f.parse().ok())
        {
            minute = Some(m);
            end += 1;
            if matches!(parts.text(end), "min" | "mn" | "m") {
                end += 1;
            }
        }
    } else if parts.is(end, ".")
        && parts.glued_figure(end + 1).is_some_and(|f| f.len() == 2)
        && !parts.gap(end)
        && (half_of_day(parts, end + 2).is_some() || (at > 0 && parts.gap(at) && end + 2 == parts.len()))
    {
        minute = two(end + 1);
        known = at > 0;
        end += 2;
    }
    let half = half_of_day(parts, end);
    if let Some((_, after)) = half {
        end = after;
        known = true;
    }
    if !known || parts.is(end, ":") && !parts.gap(end) {
        return None;
    }
    clock(hour, minute, second, half.map(|(pm, _)| pm)).map(|time| (end, time))
}

/// "am", "p.m.": whether it is after noon, and the place after it.
fn half_of_day(parts: &Parts, at: usize) -> Option<(bool, usize)> {
    match parts.text(at) {
        "am" => Some((false, at + 1)),
        "pm" => Some((true, at + 1)),
        letter @ ("a" | "p") if parts.is(at + 1, ".") && parts.is(at + 2, "m") => {
            Some((letter == "p", at + 3 + usize::from(parts.is(at + 3, "."))))
        }
        _ => None,
    }
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
enum Zone {
    /// In a place.
    Named(Tz),
    /// So many seconds ahead of UTC, at least and at most.
    Ahead(i64, i64),
}

impl Zone {
    /// The first and the last moment that a clock can show this, in seconds since 1970 in UTC.
    fn utc(self, clock: NaiveDateTime) -> (i64, i64) {
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
fn days(first: NaiveDate, last: NaiveDate, zone: Zone) -> (i64, i64) {
    let start = zone.utc(first.and_time(NaiveTime::MIN)).0;
    let next = last.checked_add_days(Days::new(1)).unwrap_or(last);
    // Midnight that comes twice ends the day the first time; one that is skipped, where the clocks land.
    let end = match zone {
        Zone::Named(_) => zone.utc(next.and_time(NaiveTime::MIN)).0,
        Zone::Ahead(..) => zone.utc(next.and_time(NaiveTime::MIN)).1,
    };
    (start, end - 1)
}

/// A time zone at this place, and the place after it.
fn zone_at(parts: &Parts, at: usize) -> Option<(usize, Zone)> {
    let opened = usize::from(matches!(parts.text(at), "(" | "[" | ","));
    let here = at + opened;
    let hours = |low: f64, high: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "at most a day")]
        let ahead = |hours: f64| (hours * 3_600.0) as i64;
        Zone::Ahead(ahead(low), ahead(high))
    };
    let (end, zone) = if let Some((end, offset)) = offset_at(parts, here).filter(|_| opened == 0) {
        (end, Zone::Ahead(offset, offset))
    } else if let Some((named, end)) = PLACES.longest(parts, here) {
        (end, named.map_or(hours(-12.0, 14.0), Zone::Named))
    } else {
        let (low, high) = match parts.text(here) {
            "z" if !parts.gap(here) || here + 1 == parts.len() => (0.0, 0.0),
            "utc" | "gmt" | "ut" => {
                if let Some((end, offset)) = offset_at(parts, here + 1) {
                    return Some((after_zone(parts, end, opened), Zone::Ahead(offset, offset)));
                }
                (0.0, 0.0)
            }
            "wet" => (0.0, 0.0),
            "cet" | "west" | "wat" | "mez" => (1.0, 1.0),
            "cest" | "eet" | "cat" | "sast" | "mesz" => (2.0, 2.0),
            "eest" | "eat" | "msk" | "trt" => (3.0, 3.0),
            "bst" => (1.0, 6.0),
            "ist" => (1.0, 5.5),
            "est" => (-5.0, -5.0),
            "edt" | "ast" => (-4.0, -4.0),
            "cst" => (-6.0, 8.0),
            "cdt" => (-5.0, -5.0),
            "mst" => (-7.0, 8.0),
            "mdt" => (-6.0, -6.0),
            "pst" => (-8.0, 8.0),
            "pdt" => (-7.0, -7.0),
            "jst" => (9.0, 9.0),
            "aest" => (10.0, 10.0),
            "aedt" => (11.0, 11.0),
            "sgt" | "hkt" | "pht" => (8.0, 8.0),
            _ => return None,
        };
        (here + 1, hours(low, high))
    };
    Some((after_zone(parts, end, opened), zone))
}

/// The place after what closes a zone and what explains it: "GMT+0200 (Central European Summer Time)".
fn after_zone(parts: &Parts, end: usize, opened: usize) -> usize {
    let end = end + usize::from(opened > 0 && matches!(parts.text(end), ")" | "]"));
    let close = (end..parts.len().min(end + 8)).find(|at| parts.is(end, "(") && parts.is(*at, ")"));
    let explains = |close: &usize| {
        (end + 1..*close).all(|at| parts.word(at).is_some() || matches!(parts.text(at), "'" | "-"))
            && (end + 1..*close).any(|at| matches!(parts.text(at), "time" | "heure" | "cet" | "cest" | "utc"))
    };
    close.filter(explains).map_or(end, |close| close + 1)
}

/// Clocks of places that applicants name; a clock "here" may be anywhere.
#[rustfmt::skip]
static PLACES: LazyLock<Phrases<Option<Tz>>> = LazyLock::new(|| Phrases::new(&[
    (Some(Tz::Europe__Brussels), &["Brussels time", "Brussels", "heure de Bruxelles", "Bruxelles", "Europe/Brussels"]),
    (Some(Tz::Europe__Paris), &["Paris time", "Paris", "heure de Paris", "Europe/Paris"]),
    (Some(Tz::Europe__Zurich), &["Geneva time", "Geneva", "heure de Genève", "Genève", "Swiss time", "Europe/Zurich", "heure suisse"]),
    (Some(Tz::Europe__London), &["London time", "London", "heure de Londres", "Londres", "UK time", "Europe/London"]),
    (Some(Tz::Africa__Tunis), &["Tunis time", "heure de Tunis", "Africa/Tunis"]),
    (Some(Tz::America__New_York), &["New York time", "heure de New York", "Eastern time", "ET", "America/New_York"]),
    (None, &["local time", "heure locale", "my time"]),
]));

/// "+02:00", "-0500", "+2": seconds ahead of UTC, and the place after it.
fn offset_at(parts: &Parts, at: usize) -> Option<(usize, i64)> {
    let sign = match parts.text(at) {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let figure = parts.glued_figure(at + 1)?;
    let (hours, minutes, end) = match figure.len() {
        1 | 2 if parts.is(at + 2, ":") && parts.glued_figure(at + 3).is_some_and(|f| f.len() == 2) => {
            (figure.parse::<i64>().ok()?, parts.text(at + 3).parse::<i64>().ok()?, at + 4)
        }
        1 | 2 => (figure.parse().ok()?, 0, at + 2),
        4 => (figure[..2].parse().ok()?, figure[2..].parse().ok()?, at + 2),
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then_some((end, sign * (hours * 3_600 + minutes * 60)))
}

/// A moment as a size.
#[expect(clippy::cast_precision_loss, reason = "seconds of any calendar year are far below 2⁵³")]
fn seconds(moment: i64) -> f64 {
    moment as f64
}
