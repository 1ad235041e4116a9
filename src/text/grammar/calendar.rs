//! Years, months and days as people write them: what the readers of dates and of periods share.

use chrono::{Datelike, NaiveDate};

use super::habit::{Habit, separator, small, triple};
use crate::lexicon::{Sense, Slot};
use crate::text::Cursor;

/// How loosely a point in time is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Degree {
    /// As it stands.
    Plain,
    /// Some day of it: "mid-March 2012".
    Fuzzy,
    /// A year sooner or later: "vers 2012".
    Loose,
}

/// A point in time, as far as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Point {
    /// The year.
    pub year: Option<i32>,
    /// The month, from 1.
    pub month: Option<u32>,
    /// The day of the month, from 1.
    pub day: Option<u32>,
    /// How loosely it is told.
    pub degree: Degree,
    /// `2009-10`: a month, or two years; the second of them.
    pub or_year: Option<i32>,
    /// The day of the week that is named, from 1 for Monday.
    pub weekday: Option<u32>,
    /// Whether the year is told by its last two figures, which may be a day: "May-24".
    pub short: bool,
}

/// A year of four figures.
fn year(figure: &str) -> Option<i32> {
    let year = figure.parse().ok().filter(|_| figure.len() == 4)?;
    (1900..=2100).contains(&year).then_some(year)
}

/// Reads a point in time, as far as it is written.
pub(crate) fn point(cursor: &mut Cursor<'_>, habit: Habit) -> Option<Point> {
    let mut ahead = *cursor;
    let (degree, day_before) = lead(&mut ahead);
    let found = in_figures(&mut ahead, habit).or_else(|| named(&mut ahead, habit)).or_else(|| quarter(&mut ahead));
    let mut found = found?;
    found.degree = found.degree.max(degree);
    // "7 June 2022 (Tuesday)" says it again.
    *cursor = ahead;
    let mut after = ahead;
    after.take_text(&["(", ","]);
    let day_after = weekday(&mut after);
    if day_after.is_some() {
        after.take_text(&[")"]);
        *cursor = after;
    }
    Some(Point { weekday: day_before.or(day_after), ..found })
}

fn weekday(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.take(|sense| match sense {
        Sense::Weekday(day) => Some(day),
        _ => None,
    })
}

/// What is said before a point: "the", a day of the week, "early", "vers".
fn lead(cursor: &mut Cursor<'_>) -> (Degree, Option<u32>) {
    let (mut degree, mut named) = (Degree::Plain, None);
    loop {
        let mut ahead = *cursor;
        let said = ahead.take(|sense| match sense {
            Sense::Season => Some(Degree::Fuzzy),
            Sense::Before(crate::lexicon::Bound::About) => Some(Degree::Loose),
            Sense::Slot(Slot::Within | Slot::Place) | Sense::Neutral(crate::lexicon::Topic::Date) => {
                Some(Degree::Plain)
            }
            _ => None,
        });
        let said = said.or_else(|| {
            // "mar. 2022-06-07": Tuesday, since a month stands there in figures.
            // "mar. 28 mai" as well, since a month follows.
            let day = weekday(&mut ahead)?;
            let next = skipping_comma(ahead);
            let mut numbered = next;
            let dated = triple(&next).is_some()
                || day_number(&mut numbered).is_some() && numbered.sense(0, Sense::month).is_some();
            (dated || cursor.sense(0, Sense::month).is_none()).then(|| ahead = next)?;
            named = Some(day);
            Some(Degree::Plain)
        });
        let Some(said) = said else { return (degree, named) };
        // Only where a point follows: "in 3 countries" has none.
        degree = degree.max(said);
        ahead.take_glued(&["-"]);
        *cursor = ahead;
    }
}

fn skipping_comma(mut cursor: Cursor<'_>) -> Cursor<'_> {
    cursor.take_text(&[",", "."]);
    cursor
}

impl Point {
    fn of(year: Option<i32>, month: Option<u32>, day: Option<u32>) -> Option<Self> {
        let fits = month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| (1..=days_in(year.unwrap_or(2000), month.unwrap_or(1))).contains(&day));
        fits.then_some(Self { year, month, day, degree: Degree::Plain, or_year: None, weekday: None, short: false })
    }

    /// What is missing of it, taken from another point: "March to June 2016".
    pub(super) fn completed(self, other: Self) -> Self {
        let month = self.month.or(other.month.filter(|_| self.day.is_some()));
        let year = self.year.or(other.year);
        Self { year, month, ..self }
    }
}

/// A point in figures alone.
fn in_figures(cursor: &mut Cursor<'_>, habit: Habit) -> Option<Point> {
    if let Some((figures, end)) = triple(cursor) {
        let found = day(figures, habit)?;
        *cursor = end;
        return Some(found);
    }
    let mut ahead = *cursor;
    if ahead.take_text(&["'"]) && !ahead.gap(0) {
        let two = ahead.figure(0).filter(|figure| figure.len() == 2).and_then(small)?;
        *cursor = ahead;
        cursor.at += 1;
        return Point::of(habit.century(two), None, None);
    }
    let first = cursor.figure(0)?;
    ahead = *cursor;
    ahead.at += 1;
    // "20240526"
    if first.len() == 8 {
        *cursor = ahead;
        return day([first.get(..4)?, first.get(4..6)?, first.get(6..)?], habit);
    }
    let spaced = ahead.gap(0);
    let mark = separator(&mut ahead);
    let second = mark.and_then(|_| ahead.figure(0));
    let glued = !spaced && !ahead.gap(0);
    ahead.at += usize::from(second.is_some());
    let found = match (year(first), mark, second) {
        (None, Some("/" | "-" | "." | " "), Some(second)) if small(first).is_some() => {
            Point::of(Some(year(second)?), small(first).filter(|month| *month > 0), None)
        }
        (Some(from), Some(mark), Some(second)) if second.len() == 2 => year_and(from, second, mark, glued, habit)
            .or_else(|| {
                ahead = *cursor;
                ahead.at += 1;
                Point::of(Some(from), None, None)
            }),
        (Some(from), mark, second) => {
            let single = second.filter(|second| second.len() == 1 && glued && mark != Some(" ")).and_then(small);
            if single.is_none() {
                ahead = *cursor;
                ahead.at += 1;
                // "2012 Mar", "2012, Mar", "2019/aug/01"
                return year_then_named(cursor, from, ahead);
            }
            Point::of(Some(from), single, None)
        }
        _ => None,
    }?;
    *cursor = ahead;
    Some(found)
}

/// A year and two figures after it: a month, or the year that a span ends with, which is no point.
fn year_and(from: i32, second: &str, mark: &str, glued: bool, habit: Habit) -> Option<Point> {
    let two = small(second)?;
    let next = from - from.rem_euclid(100) + i32::try_from(two).ok()?;
    let as_month = (1..=12).contains(&two);
    // "2012-16": two years.
    if !as_month || mark == " " && !(1..=12).contains(&two) {
        return None;
    }
    // "2009-10": October 2009, or 2009 to 2010.
    let or_year = (next > from && next <= habit.year && mark != "." && glued).then_some(next);
    Point::of(Some(from), Some(two), None).map(|point| Point { or_year, ..point })
}

/// A day of three figures.
fn day([first, second, third]: [&str; 3], habit: Habit) -> Option<Point> {
    if first.len() == 4 {
        return Point::of(Some(year(first)?), small(second), small(third));
    }
    let full = |figure: &str| year(figure).or_else(|| small(figure).and_then(|two| habit.century(two)));
    if habit.year_first && third.len() == 2 {
        return Point::of(full(first), small(second), small(third));
    }
    let (one, two) = (small(first)?, small(second)?);
    let (day, month) = match habit.month_first {
        true if one <= 12 => (two, one),
        true => (one, two),
        false if two <= 12 => (one, two),
        false => (two, one),
    };
    Point::of(full(third), Some(month), Some(day))
}

/// A year, and perhaps a month in words after it: "2012 Mar", "2012, Mar", "2019/aug/01".
fn year_then_named<'a>(cursor: &mut Cursor<'a>, from: i32, after: Cursor<'a>) -> Option<Point> {
    *cursor = after;
    let mut ahead = after;
    ahead.take_text(&[",", "/", "-", "."]);
    let named = ahead.take(Sense::month).filter(|_| {
        // "2012, mars 2013" are two points.
        let mut next = ahead;
        next.take_text(&[".", ","]);
        next.figure(0).and_then(year).is_none()
    });
    let Some(month) = named else { return Point::of(Some(from), None, None) };
    *cursor = ahead;
    ahead.take_text(&["/", "-", "."]);
    let day = ahead.figure(0).and_then(small).filter(|_| ahead.at > cursor.at || ahead.gap(0));
    match day {
        Some(day) => {
            ahead.at += 1;
            *cursor = ahead;
            Point::of(Some(from), Some(month), Some(day))
        }
        None => Point::of(Some(from), Some(month), None),
    }
}

/// A point with the month in words: "26 mai 2024", "May 26, 2024", "mars 2012", "fourth of July 1995", "Mar-12".
fn named(cursor: &mut Cursor<'_>, habit: Habit) -> Option<Point> {
    let mut ahead = *cursor;
    let mut before = day_number(&mut ahead);
    if before.is_some() {
        ahead.take_text(&[".", "-", "/"]);
        while ahead.take_sense(Sense::Slot(Slot::Within)) {}
    }
    // "Sept 2024" is no seventh.
    if ahead.sense(0, Sense::month).is_none() {
        (before, ahead) = (None, *cursor);
    }
    let month = ahead.take(Sense::month)?;
    *cursor = ahead;
    let mut after = None;
    if before.is_none() {
        let mut to = ahead;
        to.take_text(&["-", "/"]);
        // "Mar-12" is a month of 2012, "March 12, 2019" and "March 12" a day.
        let spaced = to.at == ahead.at && to.gap(0);
        while spaced && to.take_sense(Sense::Slot(Slot::Within)) {}
        after = day_number(&mut to).filter(|_| spaced);
        let year_follows = {
            let mut next = to;
            next.take_text(&[","]);
            next.figure(0).and_then(year).is_some()
        };
        let two = ahead.figure(0).filter(|figure| figure.len() == 2).and_then(small);
        if after.is_some() && (year_follows || two.is_none_or(|two| two <= 31)) {
            *cursor = to;
        } else {
            after = None;
        }
    }
    let mut to = *cursor;
    to.take_text(&[",", "-", "/", "."]);
    while to.take_sense(Sense::Slot(Slot::Within)) || to.take_sense(Sense::Slot(Slot::Place)) {}
    let apostrophe = to.take_text(&["'"]);
    let full = to.figure(0).and_then(year).filter(|_| !apostrophe);
    let two = to.figure(0).filter(|figure| figure.len() == 2).and_then(small);
    let dashed = to.at > cursor.at && !to.gap(0);
    let short = two.filter(|_| apostrophe || dashed || before.is_some()).and_then(|two| habit.century(two));
    let year = full.or(short);
    if year.is_some() {
        to.at += 1;
        *cursor = to;
    }
    let point = Point::of(year, Some(month), before.or(after))?;
    Some(Point { short: full.is_none() && short.is_some() && !apostrophe && before.is_none(), ..point })
}

/// The number of a day: "1", "1st", "1er", "fourth".
fn day_number(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut ahead = *cursor;
    let number = match ahead.figure(0) {
        Some(figure) => {
            ahead.at += 1;
            let mut ending = ahead;
            if !ending.gap(0) && ending.take_sense(Sense::OrdinalEnding) {
                ahead = ending;
            }
            small(figure)?
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the packs' ordinals are small")]
        None => ahead.take(|sense| match sense {
            Sense::Ordinal(number) | Sense::Number(number) if number.fract() == 0.0 => Some(number as u32),
            _ => None,
        })?,
    };
    (1..=31).contains(&number).then(|| *cursor = ahead)?;
    Some(number)
}

/// "03/12", "mars 12": a month and the last two figures of its year, as an end of a span where both ends are such.
pub(crate) fn month_and_two(cursor: &mut Cursor<'_>, habit: Habit) -> Option<Point> {
    let mut ahead = *cursor;
    let month = match ahead.take(Sense::month) {
        Some(month) => month,
        None => {
            let month = ahead.figure(0).and_then(small)?;
            ahead.at += 1;
            ahead.take_glued(&["/", "."]).then_some(month)?
        }
    };
    let year = ahead.figure(0).filter(|figure| figure.len() == 2).and_then(small).and_then(|two| habit.century(two))?;
    ahead.at += 1;
    let point = Point::of(Some(year), Some(month), None)?;
    *cursor = ahead;
    Some(point)
}

/// A day of a month that is told elsewhere: "du 1er au 30 juin 2016", "August 10 - 22, 2012".
pub(crate) fn bare_day(cursor: &mut Cursor<'_>) -> Option<Point> {
    let mut ahead = *cursor;
    lead(&mut ahead);
    let day = day_number(&mut ahead)?;
    let mut to = ahead;
    to.take_text(&[","]);
    let year = to.figure(0).and_then(year);
    if year.is_some() {
        to.at += 1;
        ahead = to;
    }
    *cursor = ahead;
    Point::of(year, None, Some(day))
}

/// "2012-16", "2012/13": the last two figures of a year, after the year that a span begins with.
pub(crate) fn short_year(cursor: &mut Cursor<'_>, start: Point, habit: Habit) -> Option<Point> {
    let figure = cursor.figure(0).filter(|figure| figure.len() == 2 && !cursor.gap(0) && start.month.is_none())?;
    let from = start.year?;
    let year = from - from.rem_euclid(100) + figure.parse::<i32>().ok()?;
    (year > from && year <= habit.year + 10).then(|| cursor.at += 1)?;
    Point::of(Some(year), None, None)
}

/// "Q1 2015", "T1 2015": some day of that year.
fn quarter(cursor: &mut Cursor<'_>) -> Option<Point> {
    let mut ahead = *cursor;
    if !ahead.take_text(&["q", "t", "s", "h"]) || ahead.gap(0) {
        return None;
    }
    small(ahead.figure(0)?).filter(|number| (1..=4).contains(number))?;
    ahead.at += 1;
    let year = ahead.figure(0).and_then(year)?;
    ahead.at += 1;
    *cursor = ahead;
    Point::of(Some(year), None, None).map(|point| Point { degree: Degree::Fuzzy, ..point })
}

/// How many days a month has.
pub(crate) fn days_in(year: i32, month: u32) -> u32 {
    let next =
        if month == 12 { NaiveDate::from_ymd_opt(year + 1, 1, 1) } else { NaiveDate::from_ymd_opt(year, month + 1, 1) };
    next.and_then(|next| next.pred_opt()).map_or(31, |last| last.day())
}
