//! Days: as a criteria file writes them, and those that somebody meant who wrote them otherwise.

use chrono::{Datelike, Months, NaiveDate};

use crate::catalogue::{Lang, Say, Text, list_or, yaml as words};

/// A day as it is written: year, month, day.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()
}

/// What to write in the place of a text that is no day: the day that is meant, or both where it may be two.
pub(super) fn day_help(text: &str) -> Text {
    let written = |day: NaiveDate| format!("`{}`", day.format("%Y-%m-%d"));
    match meant(text) {
        Some(Meant::Days(days)) => words::write_one_of(list_or(&days.into_iter().map(written).collect::<Vec<_>>())),
        Some(Meant::Beyond(last)) => words::day_beyond(written(last)),
        None => words::day_help(),
    }
}

enum Meant {
    /// These days, in the order of day and month that is more common.
    Days(Vec<NaiveDate>),
    /// A day after the last of its month.
    Beyond(NaiveDate),
}

/// The days that a text may mean: `15/11/2025`, `26 mai 2024`, `2024-02-30`.
fn meant(text: &str) -> Option<Meant> {
    let lower = text.to_lowercase();
    let parts: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = *parts.as_slice() else { return None };
    let year = |part: &str| part.parse::<i32>().ok().filter(|year| part.len() == 4 && *year > 999);
    let number = |part: &str| part.trim_end_matches("er").trim_end_matches("st").parse::<u32>().ok();
    let (year, [one, two]) = match (year(first), year(third)) {
        (Some(year), None) => (year, [third, second]),
        (None, Some(year)) => (year, [first, second]),
        (None, None) if third.len() == 2 => (2000 + third.parse::<i32>().ok()?, [first, second]),
        _ => return None,
    };
    let pairs: Vec<(u32, u32)> = match (number(one), number(two)) {
        (Some(one), Some(two)) if parts[0].len() == 4 || one == two => vec![(one, two)],
        (Some(one), Some(two)) => vec![(one, two), (two, one)],
        (Some(day), None) => months(two).map(|month| (day, month)).collect(),
        (None, Some(day)) => months(one).map(|month| (day, month)).collect(),
        (None, None) => return None,
    };
    let days: Vec<NaiveDate> =
        pairs.iter().filter_map(|(day, month)| NaiveDate::from_ymd_opt(year, *month, *day)).collect();
    if !days.is_empty() {
        return Some(Meant::Days(days));
    }
    let starts = pairs.iter().filter(|(day, _)| *day <= 31);
    let start = starts.filter_map(|(_, month)| NaiveDate::from_ymd_opt(year, *month, 1)).next()?;
    Some(Meant::Beyond(start.checked_add_months(Months::new(1))?.pred_opt()?))
}

/// The months that a word, or its first letters, may name.
fn months(word: &str) -> impl Iterator<Item = u32> {
    let plain = |name: &str| name.to_lowercase().replace(['é', 'è'], "e").replace('û', "u");
    let word = plain(word);
    let days = (1..=12).filter_map(|month| NaiveDate::from_ymd_opt(2000, month, 2));
    let named = move |day: &NaiveDate| {
        [Lang::En, Lang::Fr].iter().any(|lang| {
            let said = day.say(*lang);
            said.split(' ').nth(1).is_some_and(|name| word.len() > 2 && plain(name).starts_with(&word))
        })
    };
    days.filter(named).map(|day| day.month())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_that_was_written() {
        for (text, expected) in [
            ("15/11/2025", "write `2025-11-15`"),
            ("15.11.2025", "write `2025-11-15`"),
            ("15/11/25", "write `2025-11-15`"),
            ("05/11/2025", "write `2025-11-05` or `2025-05-11`"),
            ("2025/11/15", "write `2025-11-15`"),
            ("26 mai 2024", "write `2024-05-26`"),
            ("1er août 2024", "write `2024-08-01`"),
            ("May 26, 2024", "write `2024-05-26`"),
            ("3 jui 2024", "write `2024-06-03` or `2024-07-03`"),
            ("2024-02-30", "that month ends on `2024-02-29`"),
            ("2024-13-01", "write year-month-day, such as `2024-05-26`"),
            ("2024-05-99", "write year-month-day, such as `2024-05-26`"),
            ("soon", "write year-month-day, such as `2024-05-26`"),
        ] {
            assert_eq!(day_help(text).en, expected, "{text}");
        }
    }
}
