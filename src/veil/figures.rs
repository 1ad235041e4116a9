//! Telephone numbers, and days of birth in every way to write them.

use std::collections::HashSet;
use std::hash::BuildHasher;
use std::ops::Range;

use super::{fold, month};

/// The fewest digits of a number that says who somebody is.
const FEWEST: usize = 6;
/// The most.
const MOST: usize = 18;
/// Two ways to write one number, with the country's code or without, end in so many same digits.
const SAME: usize = 8;

/// The figures of a text.
pub(super) struct TextFigures<'a> {
    text: &'a str,
    groups: Vec<Range<usize>>,
}

/// What a number is compared by.
fn key(digits: &str) -> Option<u64> {
    let digits = digits.trim_start_matches('0');
    digits.get(digits.len().saturating_sub(SAME)..)?.parse().ok()
}

impl<'a> TextFigures<'a> {
    /// The figures of this text.
    pub(super) fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut groups = Vec::new();
        let mut at = 0;
        while let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|start| at + start) {
            at = bytes[start..].iter().position(|byte| !byte.is_ascii_digit()).map_or(bytes.len(), |end| start + end);
            groups.push(start..at);
        }
        Self { text, groups }
    }

    /// The numbers that say who somebody is, to be told to [`Self::telephones`].
    pub(super) fn numbers(&self) -> impl Iterator<Item = u64> {
        let mut at = 0;
        std::iter::from_fn(move || {
            let first = at;
            let mut digits = String::from(self.text.get(self.groups.get(first)?.clone())?);
            at += 1;
            while at < self.groups.len() && self.gap(at).is_some_and(is_loose) {
                digits.push_str(&self.text[self.groups[at].clone()]);
                at += 1;
            }
            Some(Some(digits).filter(|digits| (FEWEST..=MOST).contains(&digits.len())).and_then(|digits| key(&digits)))
        })
        .flatten()
    }

    /// What stands before a group, up to the one before.
    fn gap(&self, at: usize) -> Option<&'a str> {
        self.text.get(self.groups.get(at.checked_sub(1)?)?.end..self.groups.get(at)?.start)
    }

    /// Where there are telephone numbers by their form, and the numbers that are `hidden`, however they are written.
    pub(super) fn telephones<H: BuildHasher>(&self, hidden: &HashSet<u64, H>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.groups.len() {
            match self.hidden(at, hidden).or_else(|| self.by_form(at)) {
                Some(last) => {
                    found.push(self.start(at)..self.groups[last].end);
                    at = last + 1;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The number's start, with the sign or bracket before it.
    fn start(&self, at: usize) -> usize {
        let start = self.groups[at].start;
        let before = &self.text[..start];
        before.trim_end_matches(['+', '(']).len().max(start.saturating_sub(2))
    }

    /// The last group of the hidden number that begins with this one.
    fn hidden<H: BuildHasher>(&self, at: usize, hidden: &HashSet<u64, H>) -> Option<usize> {
        if hidden.is_empty() {
            return None;
        }
        let (mut digits, mut last) = (String::new(), None);
        for next in at..self.groups.len() {
            digits.push_str(&self.text[self.groups[next].clone()]);
            if digits.len() > MOST || (next > at && !self.gap(next).is_some_and(is_loose)) {
                break;
            }
            if digits.len() >= FEWEST && key(&digits).is_some_and(|key| hidden.contains(&key)) {
                last = Some(next);
            }
        }
        last
    }

    /// The last group of what has the form of a telephone number that begins with this one.
    fn by_form(&self, at: usize) -> Option<usize> {
        let start = self.groups[at].start;
        let before = &self.text[..start];
        let first = &self.text[self.groups[at].clone()];
        let international = before.ends_with('+') || before.ends_with("+(");
        let mut last = at;
        while last - at < MOST && last + 1 < self.groups.len() && self.gap(last + 1).is_some_and(is_strict) {
            last += 1;
        }
        let lengths: Vec<usize> = self.groups[at..=last].iter().map(Range::len).collect();
        // The American form, whatever follows it.
        if matches!(lengths[..], [3, 3, 4, ..] | [1, 3, 3, 4, ..]) && (lengths[0] == 3 || first == "1") {
            return Some(at + if lengths[0] == 3 { 2 } else { 3 });
        }
        let digits: usize = lengths.iter().sum();
        let years = || (at..=last).any(|at| self.is_year(at));
        let fits = match first.as_bytes() {
            _ if international => (7..=16).contains(&digits),
            [b'0', b'0', ..] => (10..=17).contains(&digits) && first.len() > 2 && !years(),
            [b'0', _, ..] => (9..=12).contains(&digits) && !years(),
            _ => false,
        };
        (fits || (self.is_called(start) && (FEWEST..=MOST).contains(&digits) && !years())).then_some(last)
    }

    fn is_year(&self, at: usize) -> bool {
        let digits = &self.text[self.groups[at].clone()];
        digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
    }

    /// Whether a word for telephones stands before.
    fn is_called(&self, start: usize) -> bool {
        const WORDS: &[&str] = &[
            "tel",
            "telephone",
            "phone",
            "mobile",
            "mob",
            "gsm",
            "cell",
            "portable",
            "whatsapp",
            "signal",
            "fax",
            "call",
            "appelez",
            "joignable",
            "handy",
        ];
        const FAR: usize = 24;
        let from = (start.saturating_sub(FAR)..start).find(|at| self.text.is_char_boundary(*at)).unwrap_or(start);
        let before = self.text[from..start].trim_end_matches(|c: char| !c.is_alphabetic());
        let near = start - from - before.len() < 6;
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        near && WORDS.contains(&fold(word).as_str())
    }

    /// Where there are days, each with all that it may be: the year, and day and month in either order.
    pub(super) fn days(&self) -> impl Iterator<Item = (Range<usize>, Vec<u32>)> {
        let parts = self.parts();
        let last = parts.len();
        (0..last).filter_map(move |at| {
            if let DatePart { place, what: What::Whole(days) } = &parts[at] {
                return Some((place.clone(), days.clone()));
            }
            let three = parts.get(at..at + 3)?;
            let near =
                |pair: &[DatePart]| self.text.get(pair[0].place.end..pair[1].place.start).is_some_and(is_date_gap);
            if !three.windows(2).all(near) {
                return None;
            }
            let days = days_of([three[0].number()?, three[1].number()?, three[2].number()?]);
            (!days.is_empty()).then(|| (three[0].place.start..three[2].place.end, days))
        })
    }

    /// The figures and months of the text, in order.
    fn parts(&self) -> Vec<DatePart> {
        let text = self.text;
        let figure = |place: &Range<usize>| {
            let digits = &text[place.clone()];
            let what = match digits.len() {
                8 => What::Whole(whole(digits)),
                1 | 2 | 4 => What::Number(digits.parse().unwrap_or_default(), digits.len()),
                _ => What::Number(0, 0),
            };
            DatePart { place: place.clone(), what }
        };
        let mut parts: Vec<DatePart> = self.groups.iter().map(figure).collect();
        // A day in words has two figures beside its month.
        if parts.len() > 1 {
            let months = super::words(text).filter_map(|place| {
                let what = What::Month(month(&fold(&text[place.clone()]))?);
                Some(DatePart { place, what })
            });
            parts.extend(months);
            parts.sort_by_key(|part| part.place.start);
        }
        parts
    }
}

/// What may stand between the groups of a number that is known.
fn is_loose(gap: &str) -> bool {
    gap.chars().count() < 4 && gap.chars().all(|c| c.is_whitespace() || " .-/()_·–‑'’\u{2012}".contains(c))
}

/// What stands between the groups of what is a telephone number by its form alone.
fn is_strict(gap: &str) -> bool {
    matches!(
        gap,
        " " | "." | "-" | "/" | "\u{a0}" | "\u{202f}" | "‑" | "–" | ") " | ")" | " (" | ")-" | "-(" | "(" | ")/"
    )
}

/// What may stand between day, month and year.
fn is_date_gap(gap: &str) -> bool {
    const WORDS: &[&str] =
        &["", "of", "de", "d", "st", "nd", "rd", "th", "er", "the", "le", "du", "st of", "nd of", "rd of", "th of"];
    let letters: Vec<&str> = gap.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    gap.len() < 12 && WORDS.contains(&letters.join(" ").to_lowercase().as_str())
}

/// A figure or a month.
struct DatePart {
    place: Range<usize>,
    what: What,
}

enum What {
    /// A figure, and of how many digits.
    Number(u32, usize),
    Month(u32),
    /// A whole day in eight digits.
    Whole(Vec<u32>),
}

impl DatePart {
    const fn number(&self) -> Option<(u32, usize)> {
        match self.what {
            What::Number(_, 0) | What::Whole(_) => None,
            What::Number(number, digits) => Some((number, digits)),
            What::Month(month) => Some((month, 0)),
        }
    }
}

/// A day in one number, day and month in no order.
fn day(year: u32, one: u32, other: u32) -> Option<u32> {
    let (less, more) = (one.min(other), one.max(other));
    ((1..=12).contains(&less) && more <= 31).then_some(year * 10_000 + less * 100 + more)
}

/// The days that three figures may be, a month named having no digits.
fn days_of(parts: [(u32, usize); 3]) -> Vec<u32> {
    let years = |(number, digits): (u32, usize)| match digits {
        4 if (1900..2100).contains(&number) => vec![number],
        2 => vec![1900 + number, 2000 + number],
        _ => Vec::new(),
    };
    let four = parts.iter().any(|(_, digits)| *digits == 4);
    let places = [(0, 1, 2), (2, 0, 1)].into_iter();
    places
        .filter(|(year, ..)| !four || parts[*year].1 == 4)
        .filter(|(_, one, other)| parts[*one].1 < 3 && parts[*other].1 < 3)
        .flat_map(|(year, one, other)| {
            years(parts[year]).into_iter().filter_map(move |year| day(year, parts[one].0, parts[other].0))
        })
        .collect()
}

/// The days that eight digits may be.
fn whole(digits: &str) -> Vec<u32> {
    let number =
        |place: Range<usize>| digits.get(place).and_then(|digits| digits.parse::<u32>().ok()).unwrap_or_default();
    let first = [(number(0..4), number(4..6), number(6..8)), (number(4..8), number(0..2), number(2..4))];
    let years = first.into_iter().filter(|(year, ..)| (1900..2100).contains(year));
    years.filter_map(|(year, one, other)| day(year, one, other)).collect()
}
