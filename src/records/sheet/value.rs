//! A cell's value, and the text that it is written out as.

use chrono::{Datelike, Days, NaiveDate};

/// A cell's value, whatever kind of spreadsheet it comes from.
#[derive(Clone, Copy, Debug)]
pub(super) enum CellValue<'a> {
    /// A number.
    Number(f64),
    /// A number in hundredths.
    Percent(f64),
    /// A number that stands in the file as it is to be written ([`is_plain`]).
    Plain(&'a str),
    /// A text.
    Text(&'a str),
    /// True or false.
    Flag(bool),
    /// Days since the epoch, which is that of old Macs where `since_1904`.
    Moment {
        /// The days, with the time of day as a part of one.
        days: f64,
        /// Whether they are counted from 1904.
        since_1904: bool,
    },
    /// Days, to be told in hours.
    Duration(f64),
    /// A day, perhaps with a time, as ISO 8601 has it.
    MomentIso(&'a str),
    /// A duration as ISO 8601 has it.
    DurationIso(&'a str),
}

/// The last second of a day is not rounded up to the next day.
const MILLISECONDS: f64 = 86_400_000.0;

impl CellValue<'_> {
    /// Adds the text that a reader of cells understands. It has no carriage return.
    pub(super) fn say(&self, out: &mut String) {
        match *self {
            Self::Number(value) => out.push_str(&number(value)),
            Self::Percent(value) => {
                out.push_str(&number(value * 100.0));
                out.push('%');
            }
            Self::Plain(text) => out.push_str(text),
            Self::Text(text) => push_text(text, out),
            Self::Flag(value) => out.push_str(if value { "TRUE" } else { "FALSE" }),
            Self::Moment { days, since_1904 } => out.push_str(&moment(days, since_1904)),
            Self::Duration(days) => out.push_str(&hours(days)),
            Self::MomentIso(text) => push_text(text.strip_suffix("T00:00:00").unwrap_or(text), out),
            Self::DurationIso(text) => match duration_iso(text) {
                Some(clock) => out.push_str(&clock),
                None => push_text(text, out),
            },
        }
    }

    /// A plain number that could be a day of the years 1979 to 2064, as a spreadsheet counts them.
    pub(super) fn day_number(&self) -> Option<f64> {
        let day = match self {
            Self::Number(day) => *day,
            Self::Plain(text) => text.parse().ok()?,
            _ => return None,
        };
        (29_000.0..60_000.0).contains(&day).then_some(day)
    }
}

fn push_text(text: &str, out: &mut String) {
    let mut parts = text.split('\r').peekable();
    while let Some(part) = parts.next() {
        out.push_str(part);
        if parts.peek().is_some_and(|next| !next.starts_with('\n')) {
            out.push('\n');
        }
    }
}

/// Whether a number is written as [`number`] would write it: no more than fifteen figures, no zeros that say nothing.
pub(super) fn is_plain(text: &str) -> bool {
    let figures = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = figures.split_once('.').map_or((figures, None), |(whole, part)| (whole, Some(part)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    figures.len() <= 15
        && digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && part.is_none_or(|part| digits(part) && !part.ends_with('0'))
        && text != "-0"
}

/// A number as a spreadsheet shows it: fifteen digits, no zeros at the end.
pub(super) fn number(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    // Sums in binary leave a last digit that is not meant: 0.1 + 0.2.
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

/// A day, a day and a time, or a time of day. What is no day of the years 1900 to 9999 stays a number.
fn moment(value: f64, since_1904: bool) -> String {
    if !(0.0..2_958_466.0).contains(&value) {
        return number(value);
    }
    if value < 1.0 {
        return hours(value);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the years 1900 to 9999")]
    let (days, milliseconds) = (value as u64, (value.fract() * MILLISECONDS).round().min(MILLISECONDS - 1.0) as u64);
    // Excel's year 1900 has a 29th of February, on day 60.
    let (year, month, day, after) = match (since_1904, days) {
        (true, days) => (1904, 1, 1, days),
        (false, days @ ..60) => (1899, 12, 31, days),
        (false, days) => (1899, 12, 30, days),
    };
    let date = match NaiveDate::from_ymd_opt(year, month, day).and_then(|day| day.checked_add_days(Days::new(after))) {
        _ if !since_1904 && days == 60 => "1900-02-29".to_owned(),
        Some(day) => format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
        None => return number(value),
    };
    // Parts of a second are dropped, never rounded: that could make it the next day.
    match milliseconds / 1000 {
        0 => date,
        seconds => {
            let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
            format!("{date}T{hour:02}:{minute:02}:{second:02}")
        }
    }
}

/// Days as hours and minutes.
fn hours(days: f64) -> String {
    if !days.is_finite() || days < 0.0 {
        return number(days);
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative, and saturating")]
    let seconds = (days * 86_400.0).round() as u64;
    clock(seconds / 3600, seconds / 60 % 60, seconds % 60)
}

fn clock(hours: u64, minutes: u64, seconds: u64) -> String {
    if seconds == 0 { format!("{hours:02}:{minutes:02}") } else { format!("{hours:02}:{minutes:02}:{seconds:02}") }
}

/// `PT7H30M00S` as hours and minutes.
fn duration_iso(text: &str) -> Option<String> {
    let mut rest = text.strip_prefix("PT")?;
    let mut parts = [0; 3];
    for (part, unit) in parts.iter_mut().zip(['H', 'M', 'S']) {
        if let Some((figures, after)) = rest.split_once(unit) {
            *part = figures.split(['.', ',']).next()?.parse().ok()?;
            rest = after;
        }
    }
    rest.is_empty().then(|| clock(parts[0], parts[1], parts[2]))
}

#[cfg(test)]
mod tests {
    use super::{CellValue, is_plain, number};

    fn said(value: CellValue<'_>) -> String {
        let mut out = String::new();
        value.say(&mut out);
        out
    }

    #[test]
    fn numbers_have_the_figures_that_are_meant() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (7.5, "7.5"),
            (0.1 + 0.2, "0.3"),
            (1e15, "1000000000000000"),
            (-12.25, "-12.25"),
            (1.0 / 3.0, "0.333333333333333"),
        ] {
            assert_eq!(number(value), text);
        }
        for plain in ["0", "7", "-7", "7.5", "0.3", "-0.001", "1234.6789012345", "123456789012345"] {
            assert!(is_plain(plain), "{plain}");
            assert_eq!(number(plain.parse().unwrap()), plain);
        }
        for other in ["", "-", "-0", "00", "07", "7.", ".5", "7.50", "7e3", "+7", " 7", "1234567890123456", "1.2.3"] {
            assert!(!is_plain(other), "{other}");
        }
    }

    #[test]
    fn moments_are_days_and_times() {
        let moment = |days| said(CellValue::Moment { days, since_1904: false });
        for (days, text) in [
            (0.25, "06:00"),
            (1.0, "1900-01-01"),
            (59.0, "1900-02-28"),
            (60.0, "1900-02-29"),
            (61.0, "1900-03-01"),
            (366.0, "1900-12-31"),
            (367.0, "1901-01-01"),
            (45438.0, "2024-05-26"),
            (45_438.999_988_425_92, "2024-05-26T23:59:59"),
            (45_438.999_999_999_9, "2024-05-26T23:59:59"),
            (45_438.5, "2024-05-26T12:00:00"),
            (2_958_465.0, "9999-12-31"),
            (2_958_466.0, "2958466"),
            (-1.0, "-1"),
        ] {
            assert_eq!(moment(days), text);
        }
        let mac = |days| said(CellValue::Moment { days, since_1904: true });
        assert_eq!([mac(1.0), mac(43_976.0), mac(60.0)], ["1904-01-02", "2024-05-26", "1904-03-01"]);
        assert_eq!(said(CellValue::Duration(1.5)), "36:00");
        assert_eq!(said(CellValue::DurationIso("PT07H30M00S")), "07:30");
        assert_eq!(said(CellValue::DurationIso("P1D")), "P1D");
        assert_eq!(said(CellValue::MomentIso("2024-05-26T00:00:00")), "2024-05-26");
        assert_eq!(said(CellValue::Text("a\r\nb\rc\r")), "a\nb\nc\n");
        assert_eq!(said(CellValue::Percent(0.29)), "29%");
    }
}
