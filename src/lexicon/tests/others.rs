//! Other people's lists of the same words: CLDR's names, the C library's months and days, numbers in words.

use std::collections::{BTreeMap, BTreeSet};

use super::super::pack::PackEntry;
use super::super::phrases::Own;
use super::super::section::Section;
use super::super::sense::{Sense, sense};
use super::super::taken::Sections;
use super::super::{Lexicon, Topic};
use super::{entries, tongues};
use crate::formats::Formats;
use crate::lexed::Lexed;
use crate::reading::{Range, Reading};
use crate::text::grammar::number;

/// Places of CLDR's that the packs leave out: no one works there, CLDR names them as no one does, or the name is another
/// word ("réunion", "maurice").
const NOT_HELD: [&str; 21] = [
    "AC", "AQ", "BV", "CC", "CD", "CG", "CP", "CQ", "DG", "EA", "GS", "HK", "HM", "IC", "IO", "MO", "RE", "SH", "TA",
    "TF", "UM",
];

/// Names of languages of CLDR's that the packs leave out, since they are another language's more often, or no one's.
const NOT_CALLED: [&str; 13] = [
    "schottisch",
    "schots",
    "escocés",
    "syrisch",
    "moré",
    "kongolesisch",
    "fidschi",
    "gälisch",
    "norwegisch",
    "zuid-ndbele",
    "koyraboro senni",
    "koyra senni",
    "luba-kasaï",
];

/// The senses that a phrase has in a section, read with one pack.
fn senses(code: &str, section: Section, phrase: &str) -> Vec<Sense> {
    const ALL: &[Topic] = &[];
    let lexicon = Lexicon::of([code].into_iter(), Own::default());
    let sections = match section {
        Section::Months => Sections::of(ALL, &[Section::Months]),
        Section::Weekdays => Sections::of(ALL, &[Section::Weekdays]),
        Section::Languages => Sections::of(ALL, &[Section::Languages]),
        _ => Sections::of(ALL, &[Section::Places]),
    };
    let lexed = Lexed::of_text(phrase.into(), &lexicon, sections);
    if lexed.len() == 1 { lexed.senses(0).to_vec() } else { Vec::new() }
}

/// CLDR's names: their kind, their code, and each with the pack of its language.
fn cldr() -> Vec<(&'static str, &'static str, &'static str, &'static str)> {
    let mut names = Vec::new();
    for line in include_str!("../cldr.tsv").lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let (kind, code) = (cells.next().unwrap(), cells.next().unwrap());
        names
            .extend(["en", "fr", "es", "de", "nl"].into_iter().zip(cells).map(|(pack, name)| (kind, code, pack, name)));
    }
    names
}

/// A name without what CLDR sets in brackets.
fn plain(name: &str) -> String {
    let name = name.to_lowercase();
    name.split(" (").next().unwrap_or_default().to_owned()
}

#[test]
fn languages_are_called_as_cldr_calls_them() {
    let mut missing = Vec::new();
    for (kind, code, pack, name) in cldr() {
        let plain = plain(name);
        // "Norwegisch (Bokmål)"
        if kind != "language" || name.is_empty() || NOT_CALLED.contains(&plain.as_str()) {
            continue;
        }
        let found = senses(pack, Section::Languages, &plain);
        if found != [sense(Section::Languages, code).unwrap()] {
            missing.push(format!("{pack}: {code}: {name}: {found:?}"));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn countries_are_called_as_cldr_calls_them() {
    let mut missing = Vec::new();
    for (kind, code, pack, name) in cldr() {
        if kind != "country" || NOT_HELD.contains(&code) || (code, pack) == ("MU", "fr") {
            continue;
        }
        if senses(pack, Section::Places, &plain(name)).is_empty() {
            missing.push(format!("{pack}: {code}: {name}"));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn months_and_days_are_called_as_glibc_calls_them() {
    use pure_rust_locales::{de_DE, en_US, es_ES, fr_FR, nl_NL};
    // "So", "do", "za" are words of other kinds.
    const SHORT: [&str; 3] = ["en", "es", "fr"];
    let all = [
        ("en", en_US::LC_TIME::MON, en_US::LC_TIME::ABMON, en_US::LC_TIME::DAY, en_US::LC_TIME::ABDAY),
        ("fr", fr_FR::LC_TIME::MON, fr_FR::LC_TIME::ABMON, fr_FR::LC_TIME::DAY, fr_FR::LC_TIME::ABDAY),
        ("es", es_ES::LC_TIME::MON, es_ES::LC_TIME::ABMON, es_ES::LC_TIME::DAY, es_ES::LC_TIME::ABDAY),
        ("de", de_DE::LC_TIME::MON, de_DE::LC_TIME::ABMON, de_DE::LC_TIME::DAY, de_DE::LC_TIME::ABDAY),
        ("nl", nl_NL::LC_TIME::MON, nl_NL::LC_TIME::ABMON, nl_NL::LC_TIME::DAY, nl_NL::LC_TIME::ABDAY),
    ];
    for (code, months, short_months, days, short_days) in all {
        for (number, name) in (1..).zip(months).chain((1..).zip(short_months)) {
            // "ago": "7 years ago".
            if *name != "ago" {
                assert_eq!(senses(code, Section::Months, name), [Sense::Month(number)], "{code}: {name}");
            }
        }
        let short_days = if SHORT.contains(&code) { short_days } else { &[] };
        // Theirs start with Sunday.
        for (number, name) in (0..).zip(days).chain((0..).zip(short_days)) {
            let number = if number == 0 { 7 } else { number };
            assert_eq!(senses(code, Section::Weekdays, name), [Sense::Weekday(number)], "{code}: {name}");
        }
    }
}

/// What others read a number in words as.
fn theirs(code: &str, words: &str) -> Option<u32> {
    let language = text2num::get_interpreter_for(code).unwrap();
    text2num::text2digits(words, &language).ok()?.parse().ok()
}

/// What people may write for the numbers up to 999, as others read it: hundreds, tens and ones of a pack, and what joins
/// them.
fn spelled(code: &str) -> Vec<(u32, String)> {
    let entries = entries(code);
    let words = |from: u32, to: u32| -> Vec<String> {
        let fits = |entry: &&PackEntry<'_>| {
            entry.section == "numbers" && entry.meaning.parse().is_ok_and(|value: u32| (from..=to).contains(&value))
        };
        entries.iter().filter(fits).map(|entry| entry.phrase.to_owned()).collect()
    };
    let joints: &[&str] = match code {
        "en" => &[" ", "-", " and "],
        "fr" => &[" ", "-", "-et-", " et "],
        "es" => &[" ", " y "],
        _ => &[" ", ""],
    };
    let read = |words: Vec<String>| -> Vec<(u32, String)> {
        words.into_iter().filter_map(|words| Some((theirs(code, &words)?, words))).collect()
    };
    let join = |left: &[String], right: &[String]| -> Vec<(u32, String)> {
        let pairs = left.iter().flat_map(|left| right.iter().map(move |right| (left, right)));
        read(pairs.flat_map(|(left, right)| joints.iter().map(move |joint| format!("{left}{joint}{right}"))).collect())
    };
    let mut under = read(words(0, 99));
    under.extend(join(&words(20, 99), &words(0, 19)));
    let mut over = read(words(100, 900));
    over.extend(join(&words(1, 9), &words(100, 100)));
    let one_of_each = |all: &[(u32, String)]| -> Vec<String> {
        all.iter().cloned().collect::<BTreeMap<u32, String>>().into_values().collect()
    };
    let long = join(&one_of_each(&over), &one_of_each(&under));
    under.into_iter().chain(over).chain(long).collect()
}

#[test]
fn numbers_in_words_are_those_that_others_read() {
    let formats = Formats::default();
    for code in tongues() {
        let (mut same, mut differ) = (BTreeSet::new(), Vec::new());
        for (value, words) in spelled(code) {
            match number::read(&words, &formats).reading() {
                Reading::Within(range) if range == Range::exactly(f64::from(value)) => _ = same.insert(value),
                Reading::Unknown(_) => {}
                other => differ.push(format!("{code}: {words}: {value}, not {other:?}")),
            }
        }
        assert!(differ.is_empty(), "{} {:#?}", differ.len(), &differ[..differ.len().min(40)]);
        // "Once" is a word of English; "null" an empty cell.
        let left_out = |value: u32| {
            matches!((code, value), ("es", 11) | ("de", 0)) || matches!((code, value % 100), ("es", 11) | ("nl", 1))
        };
        let missing: Vec<u32> = (0..1000).filter(|value| !same.contains(value) && !left_out(*value)).collect();
        assert!(missing.is_empty(), "{code}: {missing:?}");
    }
}
