//! Everything that is said to people, in both languages side by side.
//!
//! Each entry is a function that returns a [`Text`]: the same sentence in English and in French. The placeholders of
//! each language are compiled as that language's own function, so that one that is missing, misspelt or superfluous
//! fails the build. One file per room that speaks.

pub mod args;
pub mod audit;
pub mod check;
pub mod commands;
pub mod criteria;
pub mod decisions;
pub mod diff;
pub mod explain;
pub mod header;
pub mod html;
pub mod init;
pub mod kinds;
pub mod merge;
pub mod pipeline;
pub mod program;
pub mod record;
pub mod records;
pub mod render;
pub mod robust;
pub mod senses;
pub mod settle;
pub mod spaced;
pub mod system;
pub mod unseen;
pub mod yaml;

use chrono::{Datelike, NaiveDate};

pub use self::program::PROGRAM;

/// A language of the program's own words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Lang {
    /// Its code in ISO 639-1, as HTML's `lang` takes it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }
}

/// One text in every language of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text {
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
}

impl Text {
    /// A text that is the same in every language, such as a name.
    #[must_use]
    pub fn same(text: impl Into<String>) -> Self {
        let en = text.into();
        Self { fr: en.clone(), en }
    }

    /// A text made by asking for each language in turn.
    #[must_use]
    pub fn each(make: impl Fn(Lang) -> String) -> Self {
        Self { en: make(Lang::En), fr: make(Lang::Fr) }
    }

    /// The text in one language.
    #[must_use]
    pub fn to(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }
}

/// Something that a sentence can hold, said as the language says it.
pub trait Say {
    /// The words, in `lang`.
    fn say(&self, lang: Lang) -> String;
}

impl<T: Say + ?Sized> Say for &T {
    fn say(&self, lang: Lang) -> String {
        (**self).say(lang)
    }
}

impl Say for str {
    fn say(&self, _: Lang) -> String {
        self.to_owned()
    }
}

impl Say for String {
    fn say(&self, _: Lang) -> String {
        self.clone()
    }
}

impl Say for Text {
    fn say(&self, lang: Lang) -> String {
        self.to(lang).to_owned()
    }
}

/// A count, with its thousands set apart: `12,345`, `12 345`.
impl Say for usize {
    fn say(&self, lang: Lang) -> String {
        group(&self.to_string(), lang)
    }
}

/// A count, with its thousands set apart.
impl Say for u64 {
    fn say(&self, lang: Lang) -> String {
        group(&self.to_string(), lang)
    }
}

/// A measure, with at most two decimals and none that are zero: `6.8`, `6,8`.
impl Say for f64 {
    fn say(&self, lang: Lang) -> String {
        decimals(*self, 2, lang)
    }
}

/// A day: `26 May 2024`, `26 mai 2024`.
impl Say for NaiveDate {
    fn say(&self, lang: Lang) -> String {
        const EN: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        const FR: [&str; 12] = [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ];
        let month = self.month0() as usize;
        match lang {
            Lang::En => format!("{} {} {}", self.day(), EN[month], self.year()),
            Lang::Fr if self.day() == 1 => format!("1er {} {}", FR[month], self.year()),
            Lang::Fr => format!("{} {} {}", self.day(), FR[month], self.year()),
        }
    }
}

/// A number with at most `places` decimals, trailing zeros dropped, as the language writes it.
#[must_use]
pub fn decimals(value: f64, places: usize, lang: Lang) -> String {
    // Whole numbers that a float holds exactly, as most are, without a search for their digits.
    if value.fract() == 0.0 && value.abs() < 1e15 {
        #[expect(clippy::cast_possible_truncation, reason = "whole, and under 2⁵³")]
        return group(&(value as i64).to_string(), lang);
    }
    let text = rounded(value, places);
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    let (whole, part) = text.split_once('.').map_or((text, None), |(w, p)| (w, Some(p)));
    let mut out = group(if whole == "-0" && part.is_none() { "0" } else { whole }, lang);
    if let Some(part) = part {
        out.push(match lang {
            Lang::En => '.',
            Lang::Fr => ',',
        });
        out.push_str(part);
    }
    out
}

/// A number rounded half up to so many decimals, as people round what they see: 0.125 is 0.13. (A float's own rounding
/// makes it 0.12, and 0.12 of 0.124999999999, which is 0.125 but for the last steps of some arithmetic.)
fn rounded(value: f64, places: usize) -> String {
    /// What is further behind is no more than what arithmetic leaves.
    const MEANT: usize = 9;
    if !value.is_finite() {
        return value.to_string();
    }
    let mut text = format!("{:.*}", places + MEANT, value).into_bytes();
    let next = text.len() - MEANT;
    let up = text[next] >= b'5';
    text.truncate(next);
    if text.last() == Some(&b'.') {
        text.pop();
    }
    let first = usize::from(text.first() == Some(&b'-'));
    let mut carry = up;
    for digit in text[first..].iter_mut().rev().filter(|digit| **digit != b'.') {
        if !carry {
            break;
        }
        carry = *digit == b'9';
        *digit = if carry { b'0' } else { *digit + 1 };
    }
    if carry {
        text.insert(first, b'1');
    }
    // Digits, a point and a sign.
    text.into_iter().map(char::from).collect()
}

/// How many decimals, `usual` if they do, tell a number from each of these limits: 6.999 is not 7, nor is 99.96 all of 100.
#[must_use]
pub fn places_beside(value: f64, usual: usize, limits: &[f64]) -> usize {
    const MOST: usize = 15;
    if !limits.iter().any(|limit| (value - limit).abs() <= 0.5) {
        return usual;
    }
    let told = |places: &usize| {
        let shown: f64 = rounded(value, *places).parse().unwrap_or(value);
        limits.iter().all(|limit| shown.total_cmp(limit) == value.total_cmp(limit))
    };
    (usual..MOST).find(told).unwrap_or(MOST)
}

fn group(digits: &str, lang: Lang) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |d| ("-", d));
    let mut out = String::from(sign);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(match lang {
                Lang::En => ',',
                Lang::Fr => '\u{202f}',
            });
        }
        out.push(digit);
    }
    out
}

/// Names in a row: `a, b and c`, `a, b et c`.
#[must_use]
pub fn list_and<T: Say>(items: &[T]) -> Text {
    Text::each(|lang| list(items, lang, if lang == Lang::En { " and " } else { " et " }))
}

/// The first of some names in a row, and how many more there are: `a, b and 12 more`.
#[must_use]
pub fn list_first<T: Say>(items: &[T], most: usize) -> Text {
    match items.len().saturating_sub(most) {
        0 => list_and(items),
        more => Text::each(|lang| {
            let named: Vec<String> = items.iter().take(most).map(|item| item.say(lang)).collect();
            let more = more.say(lang);
            match lang {
                Lang::En => format!("{} and {more} more", named.join(", ")),
                Lang::Fr => format!("{} et {more} autre{}", named.join(", "), if more == "1" { "" } else { "s" }),
            }
        }),
    }
}

/// Choices in a row: `a, b or c`, `a, b ou c`.
#[must_use]
pub fn list_or<T: Say>(items: &[T]) -> Text {
    Text::each(|lang| list(items, lang, if lang == Lang::En { " or " } else { " ou " }))
}

/// A name as it stands where something is missing to it: in French after "à", which goes together with the article "le"
/// or "les", as in `au test`; in English by itself.
#[must_use]
pub fn to(name: &Text) -> Text {
    let contracted = [("le ", "au "), ("les ", "aux ")].into_iter().find_map(|(article, both)| {
        let rest = name.fr.strip_prefix(article)?;
        Some(format!("{both}{rest}"))
    });
    Text { en: name.en.clone(), fr: contracted.unwrap_or_else(|| format!("à {}", name.fr)) }
}

fn list<T: Say>(items: &[T], lang: Lang, last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.say(lang),
        [first @ .., end] => {
            let first: Vec<String> = first.iter().map(|item| item.say(lang)).collect();
            format!("{}{last}{}", first.join(", "), end.say(lang))
        }
    }
}

/// Declares sentences: `name(a, b) { en: "... {a} ... {b}", fr: "... {b} ... {a}" }`, or with `one` and `many` forms
/// chosen by the first placeholder, which is then a `usize`: `name(n) { en: "{n} row" | "{n} rows", fr: ... }`.
macro_rules! catalogue {
    () => {};
    ($(#[$meta:meta])* $name:ident($($arg:ident),* $(,)?) { en: $en:literal, fr: $fr:literal $(,)? } $($rest:tt)*) => {
        $(#[$meta])*
        #[must_use]
        pub fn $name($($arg: impl $crate::catalogue::Say),*) -> $crate::catalogue::Text {
            #[deny(unused_variables)]
            fn en($($arg: String),*) -> String { format!($en) }
            #[deny(unused_variables)]
            fn fr($($arg: String),*) -> String { format!($fr) }
            $crate::catalogue::Text {
                en: en($($arg.say($crate::catalogue::Lang::En)),*),
                fr: fr($($arg.say($crate::catalogue::Lang::Fr)),*),
            }
        }
        $crate::catalogue::catalogue! { $($rest)* }
    };
    ($(#[$meta:meta])* $name:ident($count:ident $(, $arg:ident)* $(,)?) {
        en: $en_one:literal | $en_many:literal, fr: $fr_one:literal | $fr_many:literal $(,)?
    } $($rest:tt)*) => {
        $(#[$meta])*
        #[must_use]
        pub fn $name($count: usize $(, $arg: impl $crate::catalogue::Say)*) -> $crate::catalogue::Text {
            #[allow(unused_variables)] // "one row" need not name its number
            fn en($count: String, one: bool $(, $arg: String)*) -> String {
                if one { format!($en_one) } else { format!($en_many) }
            }
            #[allow(unused_variables)]
            fn fr($count: String, one: bool $(, $arg: String)*) -> String {
                if one { format!($fr_one) } else { format!($fr_many) }
            }
            use $crate::catalogue::{Lang, Say as _};
            $crate::catalogue::Text {
                en: en($count.say(Lang::En), $count == 1 $(, $arg.say(Lang::En))*),
                fr: fr($count.say(Lang::Fr), $count < 2 $(, $arg.say(Lang::Fr))*),
            }
        }
        $crate::catalogue::catalogue! { $($rest)* }
    };
}
pub(crate) use catalogue;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_rounded_as_people_round_them() {
        for (value, places, en) in [
            (0.125, 2, "0.13"),
            (2.675, 2, "2.68"),
            (-2.675, 2, "-2.68"),
            (6.0 * 0.0875, 2, "0.53"),
            (13.0 / 3.0, 2, "4.33"),
            (0.25, 1, "0.3"),
            (99.95, 1, "100"),
            (9.999, 2, "10"),
            (-0.001, 2, "0"),
            (2.5, 0, "3"),
            (1_234_999.995, 2, "1,235,000"),
            (f64::INFINITY, 2, "inf"),
        ] {
            assert_eq!(decimals(value, places, Lang::En), en, "{value}");
        }
        assert_eq!(decimals(99.95, places_beside(99.95, 1, &[0.0, 100.0]), Lang::Fr), "99,95");
    }

    proptest! {
        #[test]
        fn a_number_is_not_shown_as_a_limit_that_it_is_not(steps in 0_u32..=100_000_000) {
            let value = f64::from(steps) / 1e6;
            let shown = decimals(value, places_beside(value, 1, &[0.0, 100.0]), Lang::En);
            prop_assert_eq!((shown == "0", shown == "100"), (steps == 0, steps == 100_000_000));
            prop_assert!((shown.parse::<f64>().unwrap() - value).abs() <= 0.05 + 1e-9);
        }
    }
}
