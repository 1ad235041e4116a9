//! Years, months and days as people write them: what the readers of dates and of periods share.

use chrono::{Datelike, NaiveDate, Weekday};

use super::DateOrder;
use super::parts::Parts;

/// A point in time, as precise as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// Some day of a year.
    Year(i32),
    /// A month of a year, from 1.
    Month(i32, u32),
    /// A day.
    Day(NaiveDate),
}

/// How sure the form of a point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// It can be nothing else.
    Sure,
    /// `2009-10`: a month, or two years.
    MonthOrYears,
    /// `03/12`: a month and the last two digits of its year, or a day and a month.
    Pair,
}

/// A point in time found in a cell.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    /// The point.
    pub when: When,
    /// How sure its form is.
    pub form: Form,
    /// The place after it.
    pub end: usize,
}

/// What settles how a point in figures is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Habit {
    /// Whether a day in figures is read with the month first, where it can be read so.
    pub month_first: bool,
    /// Whether three figures of two digits start with the year.
    pub year_first: bool,
    /// The year of the as-of date, for years of two digits.
    pub year: i32,
}

impl Habit {
    /// A year of two digits: at most ten years after the as-of date.
    pub fn century(self, two: u32) -> Option<i32> {
        let two = i32::try_from(two).ok()?;
        let base = self.year - self.year.rem_euclid(100);
        Some(if two <= self.year.rem_euclid(100) + 10 { base + two } else { base - 100 + two })
    }
}

/// The ways in which to read the dates in figures of a cell: one where it is settled, by the criteria file or by a date
/// of the cell that can only be read so; else with the day first and with the month first.
pub(crate) fn habits(
    parts: &Parts,
    settled: Option<DateOrder>,
    as_of: NaiveDate,
) -> impl Iterator<Item = Habit> + use<> {
    let (mut day_first, mut month_first) = match settled {
        Some(DateOrder::DayMonthYear) => (true, false),
        Some(DateOrder::MonthDayYear) => (false, true),
        Some(DateOrder::YearMonthDay) | None => (true, true),
    };
    if day_first && month_first {
        let firsts = |over: usize| {
            (0..parts.len()).any(|at| {
                let figure = |at: usize| parts.figure(at).and_then(small).is_some_and(|number| number > 12);
                is_triple(parts, at) && figure(at + over) && !figure(at + 2 - over)
            })
        };
        match (firsts(0), firsts(2)) {
            (true, false) => month_first = false,
            (false, true) => day_first = false,
            _ => month_first = (0..parts.len()).any(|at| is_triple(parts, at)),
        }
    }
    let year_first = settled == Some(DateOrder::YearMonthDay);
    [(day_first, false), (month_first, true)]
        .into_iter()
        .filter(|(tried, _)| *tried)
        .map(move |(_, month_first)| Habit { month_first, year_first, year: as_of.year() })
}

/// The month with this name or abbreviation, from 1.
pub(crate) fn month(word: &str) -> Option<u32> {
    Some(match word {
        "january" | "jan" | "janvier" | "janv" => 1,
        "february" | "feb" | "fevrier" | "fevr" | "fev" | "febr" => 2,
        "march" | "mar" | "mars" => 3,
        "april" | "apr" | "avril" | "avr" => 4,
        "may" | "mai" => 5,
        "june" | "jun" | "juin" => 6,
        "july" | "jul" | "juillet" | "juil" => 7,
        "august" | "aug" | "aout" => 8,
        "september" | "sept" | "sep" | "septembre" => 9,
        "october" | "oct" | "octobre" => 10,
        "november" | "nov" | "novembre" => 11,
        "december" | "dec" | "decembre" => 12,
        _ => return None,
    })
}

/// Whether a month is named as only French names it, so that a number after it is no day.
fn is_french(word: &str) -> bool {
    matches!(
        word,
        "janvier"
            | "janv"
            | "fevrier"
            | "fevr"
            | "fev"
            | "mars"
            | "avril"
            | "avr"
            | "mai"
            | "juin"
            | "juillet"
            | "juil"
            | "aout"
            | "septembre"
            | "octobre"
            | "novembre"
            | "decembre"
    )
}

/// The day of the week with this name or abbreviation.
pub(crate) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mon" | "lundi" | "lun" => Weekday::Mon,
        "tuesday" | "tue" | "tues" | "mardi" => Weekday::Tue,
        "wednesday" | "wed" | "mercredi" | "mer" => Weekday::Wed,
        "thursday" | "thu" | "thur" | "thurs" | "jeudi" | "jeu" => Weekday::Thu,
        "friday" | "fri" | "vendredi" | "ven" => Weekday::Fri,
        "saturday" | "sat" | "samedi" | "sam" => Weekday::Sat,
        "sunday" | "sun" | "dimanche" | "dim" => Weekday::Sun,
        _ => return None,
    })
}

/// A year of four digits, of a life's time.
pub(crate) fn year(figure: &str) -> Option<i32> {
    (figure.len() == 4).then(|| figure.parse().ok()).flatten().filter(|year| (1930..2100).contains(year))
}

fn small(figure: &str) -> Option<u32> {
    (figure.len() <= 2).then(|| figure.parse().ok()).flatten()
}

/// Endings of a day's number: 1er, 2nd, 26th.
pub(crate) fn is_ordinal(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th" | "er" | "ere" | "e" | "eme" | "ieme" | "nde" | "re")
}

/// A figure, and the separator and figure glued to it.
fn pair(parts: &Parts, at: usize) -> Option<(&str, &str, &str)> {
    let mark = parts.text(at + 1);
    let first = parts.figure(at)?;
    (matches!(mark, "-" | "/" | ".") && !parts.gap(at + 1)).then_some(())?;
    Some((first, mark, parts.glued_figure(at + 2)?))
}

/// Whether three figures stand here as in a date, whether or not there is such a day.
pub(crate) fn is_triple(parts: &Parts, at: usize) -> bool {
    pair(parts, at).is_some_and(|(a, mark, b)| {
        parts.is(at + 3, mark)
            && !parts.gap(at + 3)
            && parts.glued_figure(at + 4).is_some_and(|c| {
                b.len() <= 2 && ((a.len() == 4 && c.len() <= 2) || (a.len() <= 2 && matches!(c.len(), 2 | 4)))
            })
    })
}

/// The point in time that starts at this place.
pub(crate) fn when(parts: &Parts, at: usize, habit: Habit) -> Option<Found> {
    if parts.figure(at).is_some() {
        if at > 0 && parts.word(at - 1).is_some() && !parts.gap(at) {
            return None;
        }
        return triple(parts, at, habit)
            .or_else(|| in_figures(parts, at, habit))
            .or_else(|| day_month(parts, at, habit));
    }
    // "premier mai 2024"
    if parts.is(at, "premier") {
        return day_month(parts, at, habit);
    }
    month_first(parts, at)
}

fn triple(parts: &Parts, at: usize, habit: Habit) -> Option<Found> {
    if !is_triple(parts, at) {
        return None;
    }
    let [a, b, c] = [at, at + 2, at + 4].map(|at| parts.text(at));
    let day = |y: i32, m: u32, d: u32| NaiveDate::from_ymd_opt(y, m, d);
    let found = if a.len() == 4 {
        day(long_year(a)?, small(b)?, small(c)?)
    } else {
        let (a, b) = (small(a)?, small(b)?);
        let year = if c.len() == 4 { long_year(c)? } else { habit.century(small(c)?)? };
        let (dmy, mdy) = (day(year, b, a), day(year, a, b));
        let ymd = (habit.year_first && c.len() == 2)
            .then(|| habit.century(a).and_then(|year| day(year, b, small(c)?)))
            .flatten();
        ymd.or(if habit.month_first { mdy.or(dmy) } else { dmy.or(mdy) })
    };
    Some(Found { when: When::Day(found?), form: Form::Sure, end: at + 5 })
}

/// A year of four digits, of a calendar in use.
fn long_year(figure: &str) -> Option<i32> {
    figure.parse().ok().filter(|year| (1900..2200).contains(year))
}

/// `2012-03`, `03/2012`, `03/12`, `20240526`, `2012`, `2012 March`.
fn in_figures(parts: &Parts, at: usize, habit: Habit) -> Option<Found> {
    let first = parts.figure(at)?;
    let found = |when, form, end| Some(Found { when, form, end });
    if let Some((a, mark, b)) = pair(parts, at) {
        // No third figure: that would be a day, or nonsense.
        let third =
            parts.is(at + 3, mark) && parts.glued_figure(at + 4).is_some_and(|c| c.len() <= 2) && !parts.gap(at + 3);
        if let (Some(y), Some(m)) = (year(a), small(b).filter(|m| (1..=12).contains(m)))
            && !third
        {
            let years = b.len() == 2 && mark != "." && i64::from(m) > i64::from(y.rem_euclid(100));
            return found(When::Month(y, m), if years { Form::MonthOrYears } else { Form::Sure }, at + 3);
        }
        if let (Some(m), Some(y)) = (small(a).filter(|m| (1..=12).contains(m)), year(b)) {
            return found(When::Month(y, m), Form::Sure, at + 3);
        }
        if let (Some(m), Some(y), "/", 2, false) =
            (small(a).filter(|m| (1..=12).contains(m)), small(b), mark, b.len(), third)
        {
            return found(When::Month(habit.century(y)?, m), Form::Pair, at + 3);
        }
        if small(a).is_some() {
            return None;
        }
    }
    if first.len() == 8 {
        let (y, rest) = first.split_at(4);
        let (m, d) = rest.split_at(2);
        let day = NaiveDate::from_ymd_opt(long_year(y)?, m.parse().ok()?, d.parse().ok()?)?;
        return found(When::Day(day), Form::Sure, at + 1);
    }
    let y = year(first)?;
    // "2012 March", "2012-Mar", and then no other year, whose month it would be.
    let joined = parts.is(at + 1, ",") || parts.is(at + 1, "-") && !parts.gap(at + 1) && !parts.gap(at + 2);
    let next = at + 1 + usize::from(joined);
    if let Some(m) = parts.word(next).and_then(month) {
        let stop = parts.is(next + 1, ".") || parts.is(next + 1, "-") && !parts.gap(next + 1) && !parts.gap(next + 2);
        let after = next + 1 + usize::from(stop);
        let Some(day) = parts.figure(after) else {
            return found(When::Month(y, m), Form::Sure, after);
        };
        if day.len() <= 2 {
            return found(When::Day(NaiveDate::from_ymd_opt(y, m, small(day)?)?), Form::Sure, after + 1);
        }
    }
    found(When::Year(y), Form::Sure, at + 1)
}

/// `1 March 2012`, `1er mars 2012`, `01-Mar-12`, `26th of May, 2024`.
fn day_month(parts: &Parts, at: usize, habit: Habit) -> Option<Found> {
    let day = if parts.is(at, "premier") { 1 } else { small(parts.figure(at)?)? };
    let mut here = at + 1;
    // "1er", and "1 er", which can be nothing else.
    if parts.word(here).is_some_and(is_ordinal) && (!parts.gap(here) || parts.is(here, "er")) {
        here += 1;
    }
    here = skip(parts, here, &["-", "/", "of", "de", "."]);
    let month = parts.word(here).and_then(month)?;
    let between = skip(parts, here + 1, &[".", ",", "-", "/", "de", "of", "'"]);
    let figure = parts.figure(between)?;
    let year = match figure.len() {
        4 => long_year(figure)?,
        2 => habit.century(small(figure)?)?,
        _ => return None,
    };
    let day = NaiveDate::from_ymd_opt(year, month, day)?;
    Some(Found { when: When::Day(day), form: Form::Sure, end: between + 1 })
}

/// `March 2012`, `mars 2012`, `Mar-12`, `May 26, 2024`.
fn month_first(parts: &Parts, at: usize) -> Option<Found> {
    let name = parts.word(at)?;
    let month = month(name)?;
    let here = skip(parts, at + 1, &[".", ",", "-", "/", "of", "de"]);
    let figure = parts.figure(here)?;
    let found = |when, end| Some(Found { when, form: Form::Sure, end });
    if figure.len() == 4 {
        return found(When::Month(long_year(figure).filter(|_| year(figure).is_some())?, month), here + 1);
    }
    let mut after = here + 1;
    if parts.word(after).is_some_and(is_ordinal) && !parts.gap(after) {
        after += 1;
    }
    after = skip(parts, after, &[",", ".", "-", "/"]);
    if let Some(y) = parts.figure(after).filter(|y| y.len() == 4).and_then(long_year) {
        // "Mar 12 - 2016" is no day of March 2016.
        if !(parts.is(after - 1, "-") && parts.gap(after)) {
            return found(When::Day(NaiveDate::from_ymd_opt(y, month, small(figure)?)?), after + 1);
        }
    }
    None
}

/// `Mar-12`, `Mar '12`, `mars 12`: a month and the last two digits of its year, or of `'12` alone.
pub(crate) fn short(parts: &Parts, at: usize, habit: Habit) -> Option<Found> {
    let found = |when, end| Some(Found { when, form: Form::Sure, end });
    let two = |at: usize| parts.figure(at).filter(|f| f.len() == 2).and_then(small);
    if parts.is(at, "'") {
        return found(When::Year(habit.century(two(at + 1).filter(|_| !parts.gap(at + 1))?)?), at + 2);
    }
    let name = parts.word(at)?;
    let month = month(name)?;
    let here = at + 1 + usize::from(parts.is(at + 1, "."));
    let (marked, here) = match parts.text(here) {
        "'" => (true, here + 1),
        "-" | "/" if !parts.gap(here) && !parts.gap(here + 1) => (true, here + 1),
        _ => (false, here),
    };
    let year = two(here).filter(|year| marked || is_french(name) || *year > 31)?;
    found(When::Month(habit.century(year)?, month), here + 1)
}

/// The place after any one of these marks or words, twice at most ("26. of May").
fn skip(parts: &Parts, mut at: usize, any: &[&str]) -> usize {
    for _ in 0..2 {
        if any.iter().any(|text| parts.is(at, text)) && parts.sort(at).is_some() {
            at += 1;
        }
    }
    at
}

/// How many days a month has.
pub(crate) fn days_in(year: i32, month: u32) -> u32 {
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, month, 1).and_then(|first| first.pred_opt()).map_or(31, |last| last.day())
}
