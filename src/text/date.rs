//! A date or a moment.

use std::borrow::Cow;
use std::sync::LazyLock;

use chrono::{
    DateTime, Datelike, Days, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc, Weekday,
};
use chrono_tz::Tz;

use super::calendar::{self, Form, Habit, When};
use super::lexicon::LIMIT;
use super::number::Meanings;
use super::parts::{Parts, Phrases, Sort};
use super::{Formats, markup};
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
    let parts = Parts::new(&closed_up(&markup::bare(cell)));
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

/// The text with the days in figures that have spaces in them written without: "24 / 05 / 2024".
fn closed_up(text: &str) -> Cow<'_, str> {
    let spaced = |c: char| c.is_whitespace();
    let mut out = String::new();
    let mut done = 0;
    for (start, c) in text.char_indices() {
        if start < done || !c.is_ascii_digit() || text[..start].trim_end_matches(spaced).ends_with(['/', '.', '-']) {
            continue;
        }
        if text[..start].ends_with(|c: char| c.is_alphanumeric()) {
            continue;
        }
        let Some((end, day)) = spaced_day(&text[start..]) else { continue };
        out.push_str(&text[done..start]);
        out.push_str(&day);
        done = start + end;
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// A day in figures with spaces around its marks at the start of a text: its length there, and itself without them.
fn spaced_day(text: &str) -> Option<(usize, String)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut day = String::new();
    let mut at = 0;
    let mut mark = None;
    for most in [2, 2, 4] {
        if most < 4 || mark.is_some() {
            let length = digits(&text[at..]);
            if length == 0 || length > most || most == 4 && length < 4 {
                return None;
            }
            day.push_str(&text[at..at + length]);
            at += length;
        }
        if most == 4 {
            break;
        }
        let rest = text[at..].trim_start();
        let found = rest.chars().next().filter(|c| matches!(c, '/' | '.' | '-'))?;
        if mark.is_some_and(|mark| mark != found) || day.contains(found) && mark.is_none() {
            return None;
        }
        mark = Some(found);
        day.push(found);
        at = text.len() - rest[1..].trim_start().len();
    }
    let spaces = day.len() < at;
    let goes_on =
        text[at..].trim_start().starts_with(|c: char| mark == Some(c)) || text[at..].starts_with(char::is_alphanumeric);
    (spaces && !goes_on).then_some((at, day))
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
    /// On that day or later.
    NotBefore,
}

#[rustfmt::skip]
static SAID: LazyLock<Phrases<Say>> = LazyLock::new(|| Phrases::new(&[
    (Say::Before, &["before", "prior to", "earlier than", "avant", "avant le"]),
    (Say::After, &["after", "later than", "après", "après le"]),
    (Say::By, &["by", "no later than", "not later than", "at the latest", "until", "up to", "au plus tard", "au plus tard le", "jusqu'au", "jusqu'à", "d'ici le", "d'ici au"]),
    (Say::NotBefore, &[
        "not before", "no earlier than", "not earlier than", "no sooner than", "earliest", "at the earliest", "not available before",
        "pas avant", "pas avant le", "au plus tôt", "au plus tôt le", "pas disponible avant", "pas disponible avant le",
    ]),
    // What has run out has done so by then. "Expiré" and "expire" are one word without accents.
    (Say::By, &["expired", "expired on", "expirée", "expirée le", "périmé le", "périmée le"]),
    (Say::On, &[
        "valid until", "valid to", "valid till", "valid thru", "valid through", "expires", "expires on", "expiring", "expiring on",
        "expiry", "expiry date", "expiration", "expiration date", "exp",
        "valable jusqu'au", "valable jusqu'à", "valable jusqu'en", "valide jusqu'au", "valide jusqu'à", "valide jusqu'en", "expire",
        "expire le", "expire en", "date d'expiration", "échéance", "échéance le", "onwards", "onward",
        "on", "at", "the", "of", "date", "dated", "received", "received on", "submitted", "submitted on", "sent", "sent on", "applied on", "from", "since", "as of", "as from",
        "starting", "available", "available from", "in", "between", "entre", "time", "hours", "day", "by email", "by e-mail", "via email", "by mail", "by post",
        "le", "la", "à", "du", "de", "au", "en", "reçu", "reçue", "reçu le", "reçue le", "reçus", "soumis", "soumise", "soumis le", "envoyé", "envoyée", "envoyé le", "déposé",
        "déposée", "déposé le", "depuis", "depuis le", "dès", "dès le", "à partir du", "à partir de", "à compter du", "disponible", "disponible dès le", "jour", "heures", "heure",
        "par e-mail", "par email", "par courriel", "par mail", "par courrier", "candidature", "application",
    ]),
]));

/// Said after a date.
#[rustfmt::skip]
static SAID_AFTER: LazyLock<Phrases<Say>> = LazyLock::new(|| Phrases::new(&[
    (Say::NotBefore, &["at the earliest", "au plus tôt"]),
    (Say::By, &["at the latest", "au plus tard"]),
]));

/// The part of a month or of a year that is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Start,
    Middle,
    End,
    Any,
}

#[rustfmt::skip]
static SOME_DAY: LazyLock<Phrases<Part>> = LazyLock::new(|| Phrases::new(&[
    (Part::Start, &["early", "beginning of", "the beginning of", "start of", "the start of", "début", "début de"]),
    (Part::Middle, &["mid", "middle of", "the middle of", "mi"]),
    (Part::End, &["late", "end of", "the end of", "fin", "fin de"]),
    (Part::Any, &["courant"]),
]));

/// The days of a month or a year that its start, middle or end can be, with days to spare: who says "mid-September"
/// does not mean its first.
fn some_days(part: Part, first: NaiveDate, last: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let year = first.month() != last.month();
    let day =
        |month: u32, day: u32| NaiveDate::from_ymd_opt(first.year(), if year { month } else { first.month() }, day);
    Some(match (part, year) {
        (Part::Any, _) => (first, last),
        (Part::Start, false) => (first, day(0, 20)?),
        (Part::Middle, false) => (day(0, 6)?, day(0, 24)?),
        (Part::End, false) => (day(0, 11)?, last),
        (Part::Start, true) => (first, day(5, 15)?),
        (Part::Middle, true) => (day(4, 1)?, day(9, 30)?),
        (Part::End, true) => (day(9, 16)?, last),
    })
}

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
    let mut vague = false;
    let mut at = 0;
    while at < parts.len() {
        if let Some((first, last, end)) = quarter_at(&parts, at).or_else(|| dates_at(&parts, at, habit)) {
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
        if (dates.is_some() || time.is_some())
            && let Some((after, told)) = zone_at(&parts, at)
        {
            zone = told;
            at = after;
            continue;
        }
        if let Some((say, end)) = SAID_AFTER.longest(&parts, at).filter(|_| dates.is_some()) {
            if said != Say::On {
                return None;
            }
            said = say;
            at = end;
            continue;
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
        if let Some((part, end)) = SOME_DAY.longest(&parts, at) {
            let next = end + usize::from(parts.is(end, "-"));
            let (first, last, end) = dates_at(&parts, next, habit)?;
            // Of several months, or of "late June or July", any day.
            let one = calendar::when(&parts, next, habit).is_some_and(|found| found.end == end);
            if first == last || dates.is_some() {
                return None;
            }
            dates = if one { some_days(part, first, last) } else { Some((first, last)) };
            (vague, any_day) = (true, true);
            at = end;
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
        // Before some day of it.
        Say::Before if vague => Range::between(f64::NEG_INFINITY, high),
        Say::After if vague => Range::from(low),
        Say::NotBefore => Range::from(low),
        Say::Before => Range { high_open: true, ..Range::between(f64::NEG_INFINITY, low) },
        Say::After => Range { low_open: true, ..Range::from(high) },
        Say::By => Range::between(f64::NEG_INFINITY, high),
    })
}

/// A quarter or a half of a year: `Q1 2024`, `2024-T1`, `1er trimestre 2024`, `H2 2024`. Semesters may be a school's.
fn quarter_at(parts: &Parts, at: usize) -> Option<(NaiveDate, NaiveDate, usize)> {
    let year = |at: usize| parts.figure(at).and_then(calendar::year);
    let letter = |at: usize| {
        let months = match parts.text(at) {
            "q" | "t" => 3,
            "h" => 6,
            _ => return None,
        };
        Some((months, parts.glued_figure(at + 1).filter(|f| f.len() == 1)?.parse::<u32>().ok()?, at + 2))
    };
    let named = |at: usize| {
        let number = match parts.text(at) {
            "first" | "premier" => 1,
            "second" | "deuxieme" => 2,
            "third" | "troisieme" => 3,
            "fourth" | "quatrieme" => 4,
            figure => parts.figure(at).filter(|f| f.len() == 1).and_then(|_| figure.parse().ok())?,
        };
        let figure = parts.figure(at).is_some();
        let ordinal = figure && parts.word(at + 1).is_some_and(calendar::is_ordinal);
        let end = at + 1 + usize::from(ordinal);
        (ordinal || !figure).then_some(())?;
        matches!(parts.text(end), "quarter" | "trimestre").then_some((3, number, end + 1))
    };
    let join = |at: usize| at + usize::from(matches!(parts.text(at), "-" | "/" | "of" | "de" | ","));
    let ((months, number, end), year) = if let Some((months, number, end)) = letter(at).or_else(|| named(at)) {
        let next = join(end);
        ((months, number, next + 1), year(next)?)
    } else {
        (letter(join(at + 1))?, year(at)?)
    };
    if !(1..=12 / months).contains(&number) || parts.is(end, "-") || parts.is(end, "/") {
        return None;
    }
    let last = number * months;
    Some((
        NaiveDate::from_ymd_opt(year, last - months + 1, 1)?,
        NaiveDate::from_ymd_opt(year, last, calendar::days_in(year, last))?,
        end,
    ))
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::DateOrder;
    use crate::text::amount::told;

    const ZONE: Tz = Tz::Europe__Brussels;

    fn as_of() -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 5, 26).unwrap()
    }

    #[expect(clippy::cast_possible_truncation, reason = "a moment of this century")]
    fn local(moment: f64) -> String {
        if moment.is_infinite() {
            return moment.to_string();
        }
        let utc = DateTime::<Utc>::from_timestamp(moment as i64, 0).unwrap();
        utc.with_timezone(&ZONE).format("%Y-%m-%dT%H:%M:%S%z").to_string()
    }

    fn told_as(cell: &str, dates: Option<DateOrder>) -> String {
        told::reading(read(cell, &Formats::usual(dates, None), ZONE, as_of()), local)
    }

    #[rustfmt::skip]
    const CELLS: &[(&str, &str)] = &[
        ("2024-05-26", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("2024-05-26T23:59:00+02:00", "2024-05-26T23:59:00+0200"),
        ("2024-05-26T21:59:00Z", "2024-05-26T23:59:00+0200"),
        ("2024-05-26T21:59:00.123Z", "2024-05-26T23:59:00+0200"),
        ("2024-05-26 23:59", "[2024-05-26T23:59:00+0200..2024-05-26T23:59:59+0200]"),
        ("2024-05-26 23:59:59", "2024-05-26T23:59:59+0200"),
        ("26/05/2024", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("5/26/2024", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("26.05.2024", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("26-05-2024", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("26 mai 2024", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("1er mai 2024", "[2024-05-01T00:00:00+0200..2024-05-01T23:59:59+0200]"),
        ("May 26, 2024", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("26th of May 2024", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("Sunday 26 May 2024", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("Monday 26 May 2024", "?"),
        ("dimanche 26 mai 2024 à 23h59", "[2024-05-26T23:59:00+0200..2024-05-26T23:59:59+0200]"),
        ("26/05/2024 23:59", "[2024-05-26T23:59:00+0200..2024-05-26T23:59:59+0200]"),
        ("26/05/2024 23:59:59", "2024-05-26T23:59:59+0200"),
        ("26/05/2024 11:59 PM", "[2024-05-26T23:59:00+0200..2024-05-26T23:59:59+0200]"),
        ("26/05/2024 11:59PM", "[2024-05-26T23:59:00+0200..2024-05-26T23:59:59+0200]"),
        ("May 26, 2024 at 11:59 p.m.", "[2024-05-26T23:59:00+0200..2024-05-26T23:59:59+0200]"),
        ("2024-05-26 23:59 CEST", "[2024-05-26T23:59:00+0200..2024-05-26T23:59:59+0200]"),
        ("2024-05-26 23:59 UTC", "[2024-05-27T01:59:00+0200..2024-05-27T01:59:59+0200]"),
        ("2024-05-26 23:59 GMT", "[2024-05-27T01:59:00+0200..2024-05-27T01:59:59+0200]"),
        ("2024-05-26 23:59 CET", "[2024-05-27T00:59:00+0200..2024-05-27T00:59:59+0200]"),
        ("2024-05-26 23:59 (UTC+2)", "[2024-05-26T23:59:00+0200..2024-05-26T23:59:59+0200]"),
        ("2024-05-26 23:59 GMT+02:00", "[2024-05-26T23:59:00+0200..2024-05-26T23:59:59+0200]"),
        ("26 mai 2024 23h59", "[2024-05-26T23:59:00+0200..2024-05-26T23:59:59+0200]"),
        ("26 mai 2024, 23 h 59", "[2024-05-26T23:59:00+0200..2024-05-26T23:59:59+0200]"),
        ("26-May-24", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("26-mai-24", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("26/05/24", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("20240526", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("20240526T235900Z", "2024-05-27T01:59:00+0200"),
        ("2024/05/26", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("45438", "?"),
        ("45438.5", "?"),
        ("May 2024", "[2024-05-01T00:00:00+0200..2024-05-31T23:59:59+0200]"),
        ("mai 2024", "[2024-05-01T00:00:00+0200..2024-05-31T23:59:59+0200]"),
        ("2024", "[2024-01-01T00:00:00+0100..2024-12-31T23:59:59+0100]"),
        ("05/2024", "[2024-05-01T00:00:00+0200..2024-05-31T23:59:59+0200]"),
        ("2024-05", "[2024-05-01T00:00:00+0200..2024-05-31T23:59:59+0200]"),
        ("before 26 May 2024", "[-inf..2024-05-26T00:00:00+0200)"),
        ("avant le 26 mai 2024", "[-inf..2024-05-26T00:00:00+0200)"),
        ("after 26 May 2024", "(2024-05-26T23:59:59+0200..inf]"),
        ("avant le 26 mai", "?"),
        ("26 May", "?"),
        ("03/04/2024", "[2024-03-04T00:00:00+0100..2024-03-04T23:59:59+0100] OR [2024-04-03T00:00:00+0200..2024-04-03T23:59:59+0200]"),
        ("03.04.2024", "[2024-03-04T00:00:00+0100..2024-03-04T23:59:59+0100] OR [2024-04-03T00:00:00+0200..2024-04-03T23:59:59+0200]"),
        ("31/02/2024", "?"),
        ("30/02/2024", "?"),
        ("29/02/2023", "?"),
        ("29/02/2024", "[2024-02-29T00:00:00+0100..2024-02-29T23:59:59+0100]"),
        ("2024-05-26 24:00", "2024-05-26T23:59:59+0200"),
        ("2024-05-26 23:59:60", "2024-05-26T23:59:59+0200"),
        ("2024-05-26 25:00", "?"),
        ("26 May 2024 midnight", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("today", "?"),
        ("aujourd'hui", "?"),
        ("yesterday", "?"),
        ("immediately", "[-inf..2024-06-26T23:59:59+0200]"),
        ("Sun May 26 2024 23:59:00 GMT+0200 (Central European Summer Time)", "2024-05-26T23:59:00+0200"),
        ("Sun, 26 May 2024 23:59:00 +0200", "2024-05-26T23:59:00+0200"),
        ("Sun May 26 23:59:00 2024", "2024-05-26T23:59:00+0200"),
        ("2024-05-26T23:59:00", "2024-05-26T23:59:00+0200"),
        ("2024-05-26T23:59", "[2024-05-26T23:59:00+0200..2024-05-26T23:59:59+0200]"),
        ("2024-05-27T00:30:00+03:00", "2024-05-26T23:30:00+0200"),
        ("2024-10-27 02:30", "[2024-10-27T02:30:00+0200..2024-10-27T02:30:59+0100]"),
        ("2024-03-31 02:30", "[2024-03-31T01:30:00+0100..2024-03-31T03:30:59+0200]"),
        ("2024-05-26+02:00", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("2024-05-26Z", "[2024-05-26T02:00:00+0200..2024-05-27T01:59:59+0200]"),
        ("le 26 mai 2024", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("Reçu le 26 mai 2024", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("received on 26 May 2024", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("26 May 2024 (Brussels time)", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("26/05/2024 à 23:59 heure de Bruxelles", "[2024-05-26T23:59:00+0200..2024-05-26T23:59:59+0200]"),
        ("26 mai 2024 23h59 heure locale", "[2024-05-26T11:59:00+0200..2024-05-27T13:59:59+0200]"),
        ("26-27 May 2024", "[2024-05-26T00:00:00+0200..2024-05-27T23:59:59+0200]"),
        ("25/05/2024 ou 27/05/2024", "[2024-05-25T00:00:00+0200..2024-05-27T23:59:59+0200]"),
        ("1 June 2024 - 5 June 2024", "[2024-06-01T00:00:00+0200..2024-06-05T23:59:59+0200]"),
        ("Available from 1 June 2024", "[2024-06-01T00:00:00+0200..2024-06-01T23:59:59+0200]"),
        ("Disponible à partir du 1er juin 2024", "[2024-06-01T00:00:00+0200..2024-06-01T23:59:59+0200]"),
        ("début juin 2024", "[2024-06-01T00:00:00+0200..2024-06-20T23:59:59+0200]"),
        ("mi-juin 2024", "[2024-06-06T00:00:00+0200..2024-06-24T23:59:59+0200]"),
        ("fin juin 2024", "[2024-06-11T00:00:00+0200..2024-06-30T23:59:59+0200]"),
        ("courant juin 2024", "[2024-06-01T00:00:00+0200..2024-06-30T23:59:59+0200]"),
        ("early June 2024", "[2024-06-01T00:00:00+0200..2024-06-20T23:59:59+0200]"),
        ("early 2024", "[2024-01-01T00:00:00+0100..2024-05-15T23:59:59+0200]"),
        ("mi-2024", "[2024-04-01T00:00:00+0200..2024-09-30T23:59:59+0200]"),
        ("fin 2024", "[2024-09-16T00:00:00+0200..2024-12-31T23:59:59+0100]"),
        ("before the end of June 2024", "[-inf..2024-06-30T23:59:59+0200]"),
        ("avant fin juin 2024", "[-inf..2024-06-30T23:59:59+0200]"),
        ("après fin juin 2024", "[2024-06-11T00:00:00+0200..inf]"),
        ("fin juin - début juillet 2024", "?"),
        ("late June 2024 at 10:00", "[2024-06-11T00:00:00+0200..2024-06-30T23:59:59+0200]"),
        ("Q2 2024", "[2024-04-01T00:00:00+0200..2024-06-30T23:59:59+0200]"),
        ("T1 2024", "[2024-01-01T00:00:00+0100..2024-03-31T23:59:59+0200]"),
        ("2024-Q4", "[2024-10-01T00:00:00+0200..2024-12-31T23:59:59+0100]"),
        ("2024 T4", "[2024-10-01T00:00:00+0200..2024-12-31T23:59:59+0100]"),
        ("1er trimestre 2024", "[2024-01-01T00:00:00+0100..2024-03-31T23:59:59+0200]"),
        ("3rd quarter of 2024", "[2024-07-01T00:00:00+0200..2024-09-30T23:59:59+0200]"),
        ("premier trimestre de 2024", "[2024-01-01T00:00:00+0100..2024-03-31T23:59:59+0200]"),
        ("H2 2024", "[2024-07-01T00:00:00+0200..2024-12-31T23:59:59+0100]"),
        ("Q5 2024", "?"),
        ("Q1-Q2 2024", "?"),
        ("Q1", "?"),
        ("S1 2024", "?"),
        ("not before 15 September 2024", "[2024-09-15T00:00:00+0200..inf]"),
        ("pas avant le 15 septembre 2024", "[2024-09-15T00:00:00+0200..inf]"),
        ("au plus tôt le 15 septembre 2024", "[2024-09-15T00:00:00+0200..inf]"),
        ("15 septembre 2024 au plus tôt", "[2024-09-15T00:00:00+0200..inf]"),
        ("earliest 15 September 2024", "[2024-09-15T00:00:00+0200..inf]"),
        ("from January 2025 onwards", "[2025-01-01T00:00:00+0100..2025-01-31T23:59:59+0100]"),
        ("26 May 2024 at the latest", "[-inf..2024-05-26T23:59:59+0200]"),
        ("valid until 31/12/2026", "[2026-12-31T00:00:00+0100..2026-12-31T23:59:59+0100]"),
        ("valable jusqu'au 31/12/2026", "[2026-12-31T00:00:00+0100..2026-12-31T23:59:59+0100]"),
        ("expires in 2025", "[2025-01-01T00:00:00+0100..2025-12-31T23:59:59+0100]"),
        ("expire le 31/12/2026", "[2026-12-31T00:00:00+0100..2026-12-31T23:59:59+0100]"),
        ("expired 31/12/2023", "[-inf..2023-12-31T23:59:59+0100]"),
        ("expirée le 31/12/2023", "[-inf..2023-12-31T23:59:59+0100]"),
        ("no longer valid (31/12/2026)", "?"),
        ("24 / 05 / 2024", "[2024-05-24T00:00:00+0200..2024-05-24T23:59:59+0200]"),
        ("24. 05. 2024 10:12", "[2024-05-24T10:12:00+0200..2024-05-24T10:12:59+0200]"),
        ("03 / 04 / 2024", "[2024-03-04T00:00:00+0100..2024-03-04T23:59:59+0100] OR [2024-04-03T00:00:00+0200..2024-04-03T23:59:59+0200]"),
        ("24 / 05 / 2024 / 3", "?"),
        ("24 / 05 - 2024", "?"),
        ("1 er mai 2024", "[2024-05-01T00:00:00+0200..2024-05-01T23:59:59+0200]"),
        ("premier mai 2024", "[2024-05-01T00:00:00+0200..2024-05-01T23:59:59+0200]"),
        ("24/05/2024&nbsp;10:12", "[2024-05-24T10:12:00+0200..2024-05-24T10:12:59+0200]"),
        ("<td>24/05/2024</td>", "[2024-05-24T00:00:00+0200..2024-05-24T23:59:59+0200]"),
        ("May-24", "?"),
        ("05/24", "?"),
        ("26/5/2024 9:05", "[2024-05-26T09:05:00+0200..2024-05-26T09:05:59+0200]"),
        ("26/5/2024 9h", "[2024-05-26T09:00:00+0200..2024-05-26T09:59:59+0200]"),
        ("9h05 le 26 mai 2024", "[2024-05-26T09:05:00+0200..2024-05-26T09:05:59+0200]"),
        ("3/4/2024 11:59 PM", "[2024-03-04T23:59:00+0100..2024-03-04T23:59:59+0100] OR [2024-04-03T23:59:00+0200..2024-04-03T23:59:59+0200]"),
        ("Sunday 03/03/2024", "[2024-03-03T00:00:00+0100..2024-03-03T23:59:59+0100]"),
        ("mercredi 03/04/2024", "[2024-04-03T00:00:00+0200..2024-04-03T23:59:59+0200]"),
        ("mar. 28 mai 2024", "[2024-05-28T00:00:00+0200..2024-05-28T23:59:59+0200]"),
        ("dim. 26 mai 2024", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("26 mai 2024 (par e-mail)", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("26 août 2024", "[2024-08-26T00:00:00+0200..2024-08-26T23:59:59+0200]"),
        ("26 Aug 2024", "[2024-08-26T00:00:00+0200..2024-08-26T23:59:59+0200]"),
        ("Aug. 26, 2024", "[2024-08-26T00:00:00+0200..2024-08-26T23:59:59+0200]"),
        ("1st June 2024", "[2024-06-01T00:00:00+0200..2024-06-01T23:59:59+0200]"),
        ("2nd of June, 2024", "[2024-06-02T00:00:00+0200..2024-06-02T23:59:59+0200]"),
        ("26/05/2024?", "?"),
        ("not 26/05/2024", "?"),
        ("26/05/2024 27/05/2024", "?"),
        ("2024-05-26 10:00-12:00", "?"),
        ("26/05/0024", "?"),
        ("1990-01-01", "[1990-01-01T00:00:00+0100..1990-01-01T23:59:59+0100]"),
        ("12/31/2024", "[2024-12-31T00:00:00+0100..2024-12-31T23:59:59+0100]"),
        ("31/12/2024", "[2024-12-31T00:00:00+0100..2024-12-31T23:59:59+0100]"),
        ("2024-5-6", "[2024-05-06T00:00:00+0200..2024-05-06T23:59:59+0200]"),
        ("ASAP", "?"),
        ("n'importe quoi", "?"),
        ("2024-W21", "?"),
        ("26 05 2024", "?"),
        ("26/05/2024 00:00", "[2024-05-26T00:00:00+0200..2024-05-26T00:00:59+0200]"),
        ("26 mai 2024 minuit", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("26 mai 2024 à midi", "2024-05-26T12:00:00+0200"),
        ("2024-05-26 23:59 EST", "[2024-05-27T06:59:00+0200..2024-05-27T06:59:59+0200]"),
        ("26 mai 24", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("mai 26, 2024", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("2024 May 26", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("2024, May 26", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("26/May/2024", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("26.5.24", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("26/05/2024 23.59", "[2024-05-26T23:59:00+0200..2024-05-26T23:59:59+0200]"),
        ("26 mai 2024 - 23h59", "[2024-05-26T23:59:00+0200..2024-05-26T23:59:59+0200]"),
        ("05/26/2024 23:59", "[2024-05-26T23:59:00+0200..2024-05-26T23:59:59+0200]"),
        ("May 26 2024", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("26 MAI 2024", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("between 1 and 5 June 2024", "[2024-06-01T00:00:00+0200..2024-06-05T23:59:59+0200]"),
        ("entre le 1er et le 5 juin 2024", "[2024-06-01T00:00:00+0200..2024-06-05T23:59:59+0200]"),
        ("du 1er au 5 juin 2024", "[2024-06-01T00:00:00+0200..2024-06-05T23:59:59+0200]"),
        ("by 26 May 2024", "[-inf..2024-05-26T23:59:59+0200]"),
        ("2024-05-26 22:30:00 +0000", "2024-05-27T00:30:00+0200"),
        ("2024-05-26 22:30:00 +0000 UTC", "2024-05-27T00:30:00+0200"),
        ("2024-05-26T23:59:00-05:00", "2024-05-27T06:59:00+0200"),
        ("26/05/2024 11:59 am CET", "[2024-05-26T12:59:00+0200..2024-05-26T12:59:59+0200]"),
        ("2024-May-26", "[2024-05-26T00:00:00+0200..2024-05-26T23:59:59+0200]"),
        ("12.05.2024", "[2024-05-12T00:00:00+0200..2024-05-12T23:59:59+0200] OR [2024-12-05T00:00:00+0100..2024-12-05T23:59:59+0100]"),
    ];

    #[test]
    fn reads() {
        let wrong: Vec<_> = CELLS
            .iter()
            .map(|(cell, as_told)| (cell, as_told, told_as(cell, None)))
            .filter(|(_, a, b)| *a != b)
            .collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert_eq!(told_as(&"2024 ".repeat(1_000_000), None), "?");
    }

    #[test]
    fn dress_does_not_matter() {
        for (cell, expected) in CELLS {
            for dressed in told::dressed(cell) {
                assert_eq!(told_as(&dressed, None), *expected, "{cell:?} as {dressed:?}");
            }
        }
    }

    #[test]
    fn formats_settle_the_order() {
        let whole = |day: &str| format!("[{day}T00:00:00+0200..{day}T23:59:59+0200]");
        for (cell, order, day) in [
            ("03/04/2024", DateOrder::DayMonthYear, "2024-04-03"),
            ("04/03/2024", DateOrder::MonthDayYear, "2024-04-03"),
            ("5/26/2024", DateOrder::DayMonthYear, "2024-05-26"),
            ("26/05/2024", DateOrder::MonthDayYear, "2024-05-26"),
            ("24/05/26", DateOrder::YearMonthDay, "2024-05-26"),
            ("26/05/2024", DateOrder::YearMonthDay, "2024-05-26"),
            ("2024-05-26", DateOrder::MonthDayYear, "2024-05-26"),
        ] {
            assert_eq!(told_as(cell, Some(order)), whole(day), "{cell:?}");
        }
    }

    #[test]
    fn a_day_lasts_until_its_own_midnight() {
        let hours = |y, m, d, zone| {
            let (first, last) = day(NaiveDate::from_ymd_opt(y, m, d).unwrap(), zone);
            (last + 1 - first) / 3_600
        };
        assert_eq!(hours(2024, 5, 26, ZONE), 24);
        assert_eq!(hours(2024, 3, 31, ZONE), 23);
        assert_eq!(hours(2024, 10, 27, ZONE), 25);
        // Midnight itself is skipped or comes twice.
        assert_eq!(hours(2018, 11, 4, Tz::America__Sao_Paulo), 23);
        assert_eq!(hours(2018, 2, 17, Tz::America__Sao_Paulo), 25);
        assert_eq!(day(NaiveDate::from_ymd_opt(1970, 1, 1).unwrap(), Tz::UTC), (0, 86_399));
        let _ = day(NaiveDate::MAX, ZONE);
        let _ = day(NaiveDate::MIN, ZONE);
    }

    proptest! {
        #[test]
        fn any_text(cell in any::<String>()) {
            let _ = read(&cell, &Formats::default(), ZONE, as_of());
        }

        #[test]
        fn any_jumble(cell in told::jumble()) {
            if let Some(range) = read(&cell, &Formats::default(), ZONE, as_of()).hull() {
                prop_assert!(range.low <= range.high, "{cell:?}: {range:?}");
            }
        }

        /// However a day is written, that day is among what is read, and a time of it lies within.
        #[test]
        fn every_writing_holds_the_day(days in 0u64..20_000, minute in 0u32..1_440) {
            let date = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap().checked_add_days(Days::new(days)).unwrap();
            let (first, last) = day(date, ZONE);
            let time = format!("{:02}:{:02}", minute / 60, minute % 60);
            for format in ["%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%-d.%-m.%Y", "%d %B %Y", "%B %-d, %Y", "%d-%b-%Y", "%Y%m%d", "%Y/%m/%d", "%A %-d %B %Y"] {
                let text = date.format(format).to_string();
                let reading = read(&text, &Formats::default(), ZONE, as_of());
                let same = |range: Range| range == Range::between(seconds(first), seconds(last));
                let held = match reading {
                    Reading::Within(range) => same(range),
                    Reading::Either(a, b) => same(a) || same(b),
                    Reading::Unknown(_) => false,
                };
                prop_assert!(held, "{text:?}: {reading:?}");
                let timed = read(&format!("{text} {time}"), &Formats::default(), ZONE, as_of());
                let (whole, timed) = (reading.hull().unwrap(), timed.hull().unwrap());
                prop_assert!(whole.low <= timed.low && timed.high <= whole.high, "{text:?} {time}");
            }
        }
    }
}
