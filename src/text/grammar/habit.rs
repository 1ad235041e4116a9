//! The orders in which a cell's dates in figures can be read, and where such dates are.

use chrono::{Datelike, NaiveDate};

use crate::formats::DateOrder;
use crate::lexed::{Cursor, Lexed};

/// What settles how a point in figures is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Habit {
    /// Whether a day in figures is read with the month first, where it can be read so.
    pub month_first: bool,
    /// Whether three figures of two digits start with the year.
    pub year_first: bool,
    /// The year of the as-of date, for years of two digits.
    pub year: i32,
    /// How many years after it one of these may be.
    pub ahead: i32,
}

/// How many years after the as-of date a year of two digits surely may be, and how many it perhaps may be.
const AHEAD: i32 = 10;
const FAR_AHEAD: i32 = 20;

impl Habit {
    /// A year of two digits: at most so many years after the as-of date.
    pub(super) fn century(self, two: u32) -> Option<i32> {
        let two = i32::try_from(two).ok()?;
        let base = self.year - self.year.rem_euclid(100);
        Some(if two <= self.year.rem_euclid(100) + self.ahead { base + two } else { base - 100 + two })
    }
}

/// The ways in which to read the dates in figures of a cell: one where it is settled, by the criteria file or by a date
/// of the cell that can only be read so; else with the day first and with the month first.
pub(crate) fn habits(lexed: &Lexed<'_>, settled: Option<DateOrder>, as_of: NaiveDate) -> Vec<Habit> {
    let (mut day_first, mut month_first) = match settled {
        Some(DateOrder::DayMonthYear) => (true, false),
        Some(DateOrder::MonthDayYear) => (false, true),
        Some(DateOrder::YearMonthDay) | None => (true, true),
    };
    let mut year_first = settled == Some(DateOrder::YearMonthDay);
    if day_first && month_first {
        let (mut cursor, mut days, mut long_ago) = (lexed.cursor(), Vec::new(), false);
        while !cursor.is_done() {
            match triple(&mut cursor) {
                Some([first, second, third]) => {
                    days.push((first, second));
                    let dashed = lexed.text_at(cursor.at - 2) == "-";
                    year_first |= dashed && settled.is_none() && is_year_first([first, third], as_of);
                    long_ago |= settled.is_none() && is_long_ago([first, third], as_of);
                }
                None => cursor.at += 1,
            }
        }
        year_first |= long_ago && days.len() == 1;
        let over = |number: &str| small(number).is_some_and(|number| number > 12);
        let day = days.iter().any(|(first, second)| over(first) && !over(second));
        let month = days.iter().any(|(first, second)| over(second) && !over(first));
        match (day, month) {
            (true, false) => month_first = false,
            (false, true) => day_first = false,
            _ => month_first = !days.is_empty(),
        }
    }
    // A year that far ahead may be of this century, as what is valid until then, or of the last.
    let far = |at: usize| lexed.cursor_at(at).figure(0).and_then(two).and_then(|two| i32::try_from(two).ok());
    let is_far = |two: i32| (AHEAD + 1..=FAR_AHEAD).contains(&(two - as_of.year().rem_euclid(100)));
    let both = (0..lexed.len()).filter_map(far).any(is_far);
    // Where the order is not settled, the year first is one more way.
    let first = year_first && settled.is_some();
    let tried = [(day_first, false, first), (month_first, true, first), (year_first && !first, false, true)];
    let ahead = [Some(AHEAD), both.then_some(FAR_AHEAD)];
    let of = |month_first, year_first| {
        let years = ahead.into_iter().flatten();
        years.map(move |ahead| Habit { month_first, year_first, year: as_of.year(), ahead })
    };
    let tried = tried.into_iter().filter(|(tried, ..)| *tried);
    tried.flat_map(|(_, month_first, year_first)| of(month_first, year_first)).collect()
}

/// Whether a date of two figures each may begin with its year: read with the year last it is to come, and with the year
/// first it is not. "24-02-29"
fn is_year_first([first, third]: [&str; 2], as_of: NaiveDate) -> bool {
    let year = as_of.year().rem_euclid(100).unsigned_abs();
    two(first).zip(two(third)).is_some_and(|(first, third)| first <= year && third > year)
}

/// Whether a date of two figures each was long ago with its year last, and is near the as-of date with its year first:
/// "26-10-01" in 2026. Of two such dates, the ends of a period, more is known.
fn is_long_ago([first, third]: [&str; 2], as_of: NaiveDate) -> bool {
    const LONG_AGO: u32 = 15;
    const NEAR: u32 = 2;
    let year = as_of.year().rem_euclid(100).unsigned_abs();
    let near = |first: u32| first <= year + NEAR && first + NEAR >= year;
    two(first).zip(two(third)).is_some_and(|(first, third)| near(first) && third + LONG_AGO < year)
}

/// A number of one or two figures.
pub(super) fn small(figure: &str) -> Option<u32> {
    (figure.len() <= 2).then(|| figure.parse().ok()).flatten()
}

/// A number of two figures.
pub(super) fn two(figure: &str) -> Option<u32> {
    small(figure).filter(|_| figure.len() == 2)
}

/// Takes three figures with the same marks between them, as of a date.
pub(super) fn triple<'a>(cursor: &mut Cursor<'a>) -> Option<[&'a str; 3]> {
    cursor.attempt(|cursor| {
        let first = cursor.take_figure()?;
        let mark = separator(cursor)?;
        let second = cursor.take_figure()?;
        (separator(cursor)? == mark).then_some(())?;
        let third = cursor.take_figure()?;
        // "1.2.3.4", "01/02/03/04"
        let glued = !cursor.gap(0) && !cursor.gap(1) && mark != " ";
        let more = glued && cursor.text(0) == mark && cursor.figure(1).is_some();
        let sizes = [first, second, third].map(str::len);
        let dated = matches!(sizes, [1 | 2, 1 | 2, 2 | 4] | [4, 1 | 2, 1 | 2]) && (mark != " " || sizes.contains(&4));
        (dated && !more).then_some([first, second, third])
    })
}

/// A mark between the figures of a date, with or without space around it; a space alone.
pub(super) fn separator<'a>(cursor: &mut Cursor<'a>) -> Option<&'a str> {
    let mark = cursor.text(0);
    if matches!(mark, "/" | "-" | ".") {
        cursor.at += 1;
        return Some(mark);
    }
    (cursor.gap(0) && cursor.figure(0).is_some() && !cursor.line()).then_some(" ")
}
