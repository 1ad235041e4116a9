//! Languages by their ISO 639 codes. What cells call them is in the language packs.

use std::sync::{LazyLock, OnceLock};

use crate::catalogue::Text;
use crate::fold::fold;
use crate::lexicon::{Lexicon, Sections, Sense, sections};

/// A language.
#[derive(Debug, Eq)]
pub struct Language {
    /// ISO 639-1, else 639-2 or 639-3.
    code: &'static str,
    /// Its codes of three letters.
    codes: &'static str,
    /// Its name in English, as in the ISO 639 registers of the Library of Congress in the usual spelling.
    en: &'static str,
    /// The same in French.
    fr: &'static str,
    /// The codes of those that are near it, once somebody has asked.
    near: OnceLock<Vec<&'static str>>,
}

/// Each stands in the table once, and nowhere else.
impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Language {
    /// Its ISO 639 code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Text {
        Text { en: self.en.to_owned(), fr: self.fr.to_owned() }
    }

    fn has_code(&self, code: &str) -> bool {
        self.code.eq_ignore_ascii_case(code) || self.codes.split(' ').any(|other| other.eq_ignore_ascii_case(code))
    }

    /// Whether there is a language that is near it ([`Self::is_near`]).
    pub(crate) fn has_near(&self) -> bool {
        !self.near().is_empty()
    }

    /// Whether one's name leaves open whether the other is meant.
    pub(crate) fn is_near(&self, other: &Self) -> bool {
        self.near().contains(&other.code)
    }

    fn near(&self) -> &[&'static str] {
        self.near.get_or_init(|| {
            let other = |(a, b): &(&'static str, &'static str)| match self.code {
                code if code == *a => Some(*b),
                code if code == *b => Some(*a),
                _ => None,
            };
            NEAR.iter().filter_map(other).collect()
        })
    }
}

/// Languages that are near enough for one's name to leave the other open.
#[rustfmt::skip]
const NEAR: &[(&str, &str)] = &[
    ("sh", "sr"), ("sh", "hr"), ("sh", "bs"), ("zh", "yue"), ("fa", "prs"), ("ar", "ary"), ("de", "gsw"),
    ("de", "nds"), ("ber", "tzm"), ("ber", "kab"), ("ber", "rif"), ("ber", "shi"), ("ber", "tmh"), ("ht", "cpf"),
    ("ga", "cel"), ("gd", "cel"), ("no", "nb"), ("no", "nn"), ("el", "grc"), ("ms", "id"), ("nd", "nr"), ("ak", "tw"),
    ("pcm", "en"),
];

/// Codes that people write for a language although they are another's, or a country's.
#[rustfmt::skip]
const MISTAKEN: &[(&str, &str)] = &[
    ("sp", "es"), ("ge", "de"), ("al", "de"), ("jp", "ja"), ("jap", "ja"), ("cn", "zh"), ("gr", "el"), ("dk", "da"),
    ("cz", "cs"), ("ua", "uk"), ("gb", "en"), ("us", "en"), ("an", "en"), ("du", "nl"), ("ne", "nl"), ("vn", "vi"),
    ("kr", "ko"), ("ir", "fa"), ("po", "pl"), ("iw", "he"), ("in", "id"), ("eng-us", "en"), ("at", "de"),
    ("br", "pt"), ("ch", "zh"), ("by", "be"), ("rs", "sr"),
];

/// Languages whose codes applicants write in a cell. Codes of others are more often words of another kind.
#[rustfmt::skip]
const USUAL: &[&str] = &[
    "en", "fr", "es", "de", "it", "pt", "nl", "ru", "ar", "zh", "ja", "pl", "ro", "uk", "tr", "el", "sv", "da", "fi",
    "no", "cs", "hu", "bg", "hr", "sr", "sk", "sl", "he", "fa", "hi", "ca", "eu", "ga", "et", "lv", "lt", "sq", "mk",
    "ko", "vi", "sw",
];

/// The language with this ISO 639 code, in any case.
#[must_use]
pub fn by_code(code: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| language.has_code(code.trim()))
}

/// The language with this code, if applicants write its code in a cell.
pub(crate) fn by_usual_code(code: &str) -> Option<&'static Language> {
    usual().find(|language| language.has_code(code))
}

fn usual() -> impl Iterator<Item = &'static Language> {
    USUAL.iter().filter_map(|code| by_code(code))
}

/// Every language that is known.
pub fn all() -> impl Iterator<Item = &'static Language> {
    LANGUAGES.iter()
}

/// The language with this name in any pack.
fn named(name: &str) -> Option<&'static Language> {
    const NAMES: Sections = sections!(; Languages);
    Lexicon::default().meanings(name, NAMES).into_iter().find_map(|sense| match sense {
        Sense::Language(code) => of_sense(code),
        _ => None,
    })
}

/// The language of a pack's code.
pub(crate) fn of_sense(code: [u8; 3]) -> Option<&'static Language> {
    by_code(std::str::from_utf8(&code).ok()?)
}

/// The language that a mistaken code may mean: its name written out, a country's code, a region's ("en-GB").
#[must_use]
pub fn nearest(code: &str) -> Option<&'static Language> {
    let folded = fold(code);
    if folded.is_empty() || folded.len() > 64 {
        return None;
    }
    let names = |language: &Language| [fold(language.en), fold(language.fr)];
    let mistaken = |word: &str| MISTAKEN.iter().find(|(wrong, _)| *wrong == word).and_then(|(_, code)| by_code(code));
    let main = folded.split(['-', '_', ' ']).next().unwrap_or_default();
    let starts = || {
        let starts = |language: &&Language| names(language).iter().any(|name| name.starts_with(&folded));
        usual().chain(all()).find(|language| folded.len() >= 2 && starts(language))
    };
    // A spelling mistake: within two letters of a name that is long enough for that.
    let misspelt = || {
        let distance = |language: &&Language| {
            names(language).iter().map(|name| strsim::osa_distance(name, &folded)).min().unwrap_or(usize::MAX)
        };
        usual().chain(all()).min_by_key(distance).filter(|l| distance(l) <= 2 && folded.len() > 4)
    };
    named(&folded)
        .or_else(|| mistaken(&folded))
        .or_else(|| by_code(main))
        .or_else(|| named(main))
        .or_else(|| mistaken(main))
        .or_else(starts)
        .or_else(misspelt)
}

/// Every language, as the table beside this file has it.
static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let language = |line: &'static str| {
        let mut cells = line.split('\t');
        let (code, codes, en, fr) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
        Some(Language { code, codes, en, fr, near: OnceLock::new() })
    };
    include_str!("languages.tsv").lines().filter(|line| !line.starts_with('#')).filter_map(language).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        for (code, found) in [
            ("en", "en"),
            ("EN", "en"),
            (" eng ", "en"),
            ("fra", "fr"),
            ("fre", "fr"),
            ("no", "no"),
            ("nob", "nb"),
            ("deu", "de"),
            ("ger", "de"),
            ("yue", "yue"),
            ("sw", "sw"),
            ("chi", "zh"),
            ("zu", "zu"),
            ("aa", "aa"),
            ("sgn", "sgn"),
            ("fil", "tl"),
        ] {
            assert_eq!(by_code(code).map(Language::code), Some(found), "{code}");
        }
        for code in ["", "xx", "english", "e", "en-GB", "franc"] {
            assert!(by_code(code).is_none(), "{code}");
        }
        let two = LANGUAGES.iter().filter(|language| language.code.len() == 2).count();
        assert!(two >= 184, "{two} codes of ISO 639-1");
        let codes = |language: &'static Language| {
            language.codes.split(' ').filter(|code| *code != language.code).chain([language.code])
        };
        let mut all: Vec<&str> = LANGUAGES.iter().flat_map(codes).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count, "a code twice");
    }

    /// The packs call every language what the program calls it.
    #[test]
    fn every_name_is_in_the_packs() {
        for language in LANGUAGES.iter() {
            for name in [language.en, language.fr] {
                assert_eq!(named(name), Some(language), "{name}");
            }
        }
    }

    #[test]
    fn nearest_codes() {
        for (code, near) in [
            ("english", "en"),
            ("Anglais", "en"),
            ("sp", "es"),
            ("español", "es"),
            ("en-GB", "en"),
            ("fr_BE", "fr"),
            ("frnech", "fr"),
            ("Spannish", "es"),
            ("jp", "ja"),
            ("ge", "de"),
            ("germ", "de"),
            ("cn", "zh"),
            ("russ", "ru"),
            ("gr", "el"),
            ("Deutsch", "de"),
        ] {
            assert_eq!(nearest(code).map(Language::code), Some(near), "{code}");
        }
        for code in ["", "qqq", "zz", "42"] {
            assert!(nearest(code).is_none(), "{code}");
        }
    }
}
