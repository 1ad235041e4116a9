//! The packs, held whole: their form, what they lack against English, and other people's lists of the same words.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use proptest::prelude::*;

use super::lexicon::Own;
use super::normal::{cut, normal};
use super::pack::{self, Entry};
use super::section::{Section, Sections};
use super::sense::{Sense, sense};
use super::{EVERYWHERE, Lexicon, PACKS};
use crate::reading::{Range, Reading};
use crate::text::Formats;
use crate::text::cell::Lexed;
use crate::text::grammar::{answer, number, years};
use crate::text::languages;

/// The most lines of a pack.
const LINES: usize = 500;

/// Sections whose meanings are the kinds of cells or the places in them where the phrase stands, so that one phrase may
/// have several.
const BY_PLACE: [&str; 9] =
    ["neutral", "nothing", "slots", "subjects", "headers", "headings", "postings", "topics", "currencies"];

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

fn entries(code: &str) -> Vec<Entry<'static>> {
    let (_, text) = PACKS.iter().find(|(known, _)| *known == code).unwrap();
    let mut entries = Vec::new();
    pack::read(text, |entry| entries.push(entry)).unwrap_or_else(|(line, text)| panic!("{code}.yaml:{line}: {text}"));
    entries
}

fn codes() -> impl Iterator<Item = &'static str> {
    PACKS.iter().map(|(code, _)| *code)
}

fn tongues() -> impl Iterator<Item = &'static str> {
    codes().filter(|code| *code != EVERYWHERE)
}

fn folded(phrase: &str) -> String {
    let mut out = Vec::new();
    normal(phrase, &mut out);
    String::from_utf8(out).unwrap()
}

/// The senses that a phrase has in a section, read with one pack.
fn senses(code: &str, section: Section, phrase: &str) -> Vec<Sense> {
    const ALL: &[super::Topic] = &[];
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

#[test]
fn every_pack_is_of_the_plain_form() {
    for (code, _) in PACKS {
        entries(code);
        for file in [format!("{code}.yaml"), format!("subjects/{code}.yaml"), format!("forms/{code}.yaml")] {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text/words").join(&file);
            let lines = std::fs::read_to_string(path).map_or(0, |text| text.lines().count());
            assert!(lines <= LINES, "{file} has more than {LINES} lines");
        }
    }
}

#[test]
fn the_readme_shows_the_form_and_tells_every_section() {
    let readme = include_str!("README.md");
    for block in readme.split("```yaml\n").skip(1) {
        let block = block.split("```").next().unwrap();
        let margin = block.len() - block.trim_start().len();
        let lines: Vec<&str> = block.lines().map(|line| line.get(margin..).unwrap_or_default()).collect();
        assert_eq!(pack::read(&lines.join("\n"), |_| ()), Ok(()), "{block}");
    }
    for (name, section) in Section::ALL.iter().filter(|(_, section)| *section != Section::Understood) {
        assert!(readme.contains(&format!("`{name}`")), "README.md tells nothing of {section:?}");
    }
}

#[test]
fn a_yaml_reader_sees_the_same() {
    type Tree = BTreeMap<String, BTreeMap<String, Vec<String>>>;
    for (code, text) in PACKS {
        let mut ours = Tree::new();
        for Entry { section, meaning, phrase } in entries(code) {
            let meanings = ours.entry(section.to_owned()).or_default();
            meanings.entry(meaning.to_owned()).or_default().push(phrase.to_owned());
        }
        let theirs: Tree = serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{code}.yaml: {error}"));
        for (section, meanings) in &theirs {
            assert_eq!(ours.get(section), Some(meanings), "{code}.yaml: {section}");
        }
        assert_eq!(ours.len(), theirs.len(), "{code}.yaml");
    }
}

#[test]
fn every_section_and_meaning_is_known() {
    for code in codes() {
        for Entry { section, meaning, .. } in entries(code) {
            let known = Section::named(section).unwrap_or_else(|| panic!("{code}.yaml: no section `{section}`"));
            assert!(sense(known, meaning).is_some(), "{code}.yaml: `{section}` has no `{meaning}`");
            assert_ne!(known, Section::Understood, "{code}.yaml: what is understood is the criteria file's to say");
        }
    }
}

#[test]
fn no_phrase_is_twice_in_a_section() {
    let mut twice = Vec::new();
    for code in codes() {
        let mut seen = BTreeSet::new();
        for Entry { section, meaning, phrase } in entries(code) {
            let place = if BY_PLACE.contains(&section) { meaning } else { "" };
            if !seen.insert((section, place, folded(phrase))) {
                twice.push(format!("{code}.yaml: {section}: {phrase}"));
            }
        }
    }
    assert!(twice.is_empty(), "{twice:#?}");
}

#[test]
fn a_phrase_means_the_same_in_every_pack() {
    let mut meanings: BTreeMap<(&str, String), (&str, &str)> = BTreeMap::new();
    let mut differ = Vec::new();
    for code in codes() {
        for Entry { section, meaning, phrase } in entries(code) {
            if BY_PLACE.contains(&section) {
                continue;
            }
            let (first, said) = *meanings.entry((section, folded(phrase))).or_insert((code, meaning));
            if said != meaning {
                differ.push(format!("{section}: {phrase}: {said} in {first}, {meaning} in {code}"));
            }
        }
    }
    assert!(differ.is_empty(), "{differ:#?}");
}

/// What a pack says that it lacks: `# Lacks: joints.and, numbers.1000`.
fn excused(code: &str) -> BTreeSet<String> {
    let (_, text) = PACKS.iter().find(|(known, _)| *known == code).unwrap();
    let comments = text.lines().map_while(|line| line.strip_prefix('#'));
    let text: Vec<&str> = comments.skip_while(|line| !line.contains("Lacks:")).collect();
    let list = text.join(" ").replace("Lacks:", "");
    list.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

#[test]
fn what_a_pack_lacks_is_told_in_it() {
    let names = |code: &str| -> BTreeSet<String> {
        entries(code).iter().map(|entry| format!("{}.{}", entry.section, entry.meaning)).collect()
    };
    let everywhere = names(EVERYWHERE);
    let english: BTreeSet<String> = names("en").into_iter().filter(|name| !name.starts_with("certificates.")).collect();
    for code in tongues() {
        let own: BTreeSet<String> = names(code).union(&everywhere).cloned().collect();
        let written = names(code);
        let excused = excused(code);
        // A section may be lacking as a whole.
        let section = |name: &String| name.split('.').next().unwrap_or_default().to_owned();
        let whole = |name: &String| {
            excused.contains(&section(name)) && !written.iter().any(|other| section(other) == section(name))
        };
        let lacks: BTreeSet<String> =
            english.difference(&own).map(|name| if whole(name) { section(name) } else { name.clone() }).collect();
        assert_eq!(lacks, excused, "{code}.yaml");
    }
    let sections =
        names("en").iter().chain(&everywhere).map(|name| name.split('.').next().unwrap().to_owned()).collect();
    let all: BTreeSet<String> =
        Section::ALL.iter().map(|(name, _)| (*name).to_owned()).filter(|name| name != "understood").collect();
    assert_eq!(all.difference(&sections).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn folding_of_packs_is_that_of_cells() {
    for code in codes() {
        for Entry { phrase, .. } in entries(code) {
            let mut slow = Vec::new();
            cut(phrase, &mut slow);
            assert_eq!(folded(phrase).as_bytes(), slow, "{code}.yaml: {phrase}");
        }
    }
}

proptest! {
    #[test]
    fn folding_of_taught_words_is_that_of_cells(phrase in "[a-zA-Z0-9 '.,éÉßøÑ½+#–-]{0,12}|\\PC{0,8}") {
        let mut slow = Vec::new();
        cut(&phrase, &mut slow);
        prop_assert_eq!(folded(&phrase).into_bytes(), slow);
    }
}

#[test]
fn every_language_has_a_name_in_every_pack() {
    for code in tongues() {
        let all: Vec<Entry<'_>> = entries(code).into_iter().chain(entries(EVERYWHERE)).collect();
        let named: BTreeSet<&str> =
            all.iter().filter(|entry| entry.section == "languages").map(|entry| entry.meaning).collect();
        for language in languages::all() {
            assert!(named.contains(language.code()), "{code}.yaml names no `{}`", language.code());
        }
        for name in named {
            // `mul` is what languages are called that are not named.
            assert!(name == EVERYWHERE || languages::by_code(name).is_some(), "{code}.yaml: no language `{name}`");
        }
    }
}

/// CLDR's names: their kind, their code, and each with the pack of its language.
fn cldr() -> Vec<(&'static str, &'static str, &'static str, &'static str)> {
    let mut names = Vec::new();
    for line in include_str!("cldr.tsv").lines().filter(|line| !line.starts_with('#')) {
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
        let fits = |entry: &&Entry<'_>| {
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

#[test]
fn words_of_another_kind_turn_nothing() {
    let formats = Formats::default();
    let day = NaiveDate::from_ymd_opt(2024, 5, 26).unwrap();
    let holds = |reading: Reading, value: f64| match reading {
        Reading::Within(range) => range.low <= value && value <= range.high,
        Reading::Either(a, b) => [a, b].iter().any(|range| range.low <= value && value <= range.high),
        Reading::Unknown(_) => true,
    };
    // "8 years a month" is eight years and one month.
    const SAID: [&str; 1] = ["a month"];
    let mut turned = Vec::new();
    for code in codes() {
        for Entry { section, meaning, phrase } in entries(code) {
            let section = Section::named(section).unwrap();
            let sense = sense(section, meaning).unwrap();
            if SAID.contains(&phrase) {
                continue;
            }
            let takes = |sections: Sections| sections.take(section, sense);
            if !takes(years::SECTIONS)
                && !holds(years::read(&format!("8 years {phrase}"), &formats, day, false).reading(), 8.0)
            {
                turned.push(format!("8 years {phrase}"));
            }
            if !takes(number::SECTIONS) && !holds(number::read(&format!("60 {phrase}"), &formats).reading(), 60.0) {
                turned.push(format!("60 {phrase}"));
            }
            if !takes(answer::SECTIONS) && !holds(answer::read(&format!("yes {phrase}"), &formats).reading(), 1.0) {
                turned.push(format!("yes {phrase}"));
            }
        }
    }
    assert!(turned.is_empty(), "{} {:#?}", turned.len(), &turned[..turned.len().min(60)]);
}
