//! The packs, held whole: their form, and what they lack against English.

#![allow(clippy::unwrap_used)]

mod others;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::normal::{cut, normal};
use super::pack::{self, BY_PLACE, PackEntry};
use super::section::Section;
use super::sense::sense;
use super::taken::Sections;
use super::{EVERYWHERE, PACKS};
use crate::formats::Formats;
use crate::languages;
use crate::reading::Reading;
use crate::text::grammar::{answer, number, years};

/// The most lines of a pack.
const LINES: usize = 500;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon")
}

/// The packs, by their codes, each as one text.
static TEXTS: LazyLock<Vec<(&str, String)>> = LazyLock::new(|| {
    let text =
        |files: &[&str]| files.iter().map(|file| std::fs::read_to_string(folder().join(file)).unwrap()).collect();
    PACKS.iter().map(|(code, files)| (*code, text(files))).collect()
});

fn text(code: &str) -> &'static str {
    TEXTS.iter().find(|(known, _)| *known == code).map(|(_, text)| text.as_str()).unwrap()
}

fn entries(code: &str) -> Vec<PackEntry<'static>> {
    let mut entries = Vec::new();
    let read = pack::read(text(code), |entry| entries.push(entry));
    read.unwrap_or_else(|(line, text)| panic!("{code}.yaml:{line}: {text}"));
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

#[test]
fn every_pack_is_of_the_plain_form() {
    for (code, files) in PACKS {
        entries(code);
        for file in *files {
            let lines = std::fs::read_to_string(folder().join(file)).unwrap().lines().count();
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
    for code in codes() {
        let mut ours = Tree::new();
        for PackEntry { section, meaning, phrase } in entries(code) {
            let meanings = ours.entry(section.to_owned()).or_default();
            meanings.entry(meaning.to_owned()).or_default().push(phrase.to_owned());
        }
        let theirs: Tree = serde_yaml::from_str(text(code)).unwrap_or_else(|error| panic!("{code}.yaml: {error}"));
        for (section, meanings) in &theirs {
            assert_eq!(ours.get(section), Some(meanings), "{code}.yaml: {section}");
        }
        assert_eq!(ours.len(), theirs.len(), "{code}.yaml");
    }
}

#[test]
fn every_section_and_meaning_is_known() {
    for code in codes() {
        for PackEntry { section, meaning, .. } in entries(code) {
            let known = Section::named(section).unwrap_or_else(|| panic!("{code}.yaml: no section `{section}`"));
            assert!(sense(known, meaning).is_some(), "{code}.yaml: `{section}` has no `{meaning}`");
            assert_ne!(known, Section::Understood, "{code}.yaml: what is understood is the criteria file's to say");
        }
    }
}

#[test]
fn a_phrase_means_the_same_in_every_pack() {
    // A thousand in Spanish, and after figures a million in English: both are meant.
    const APART: [&str; 1] = ["mil"];
    let mut meanings: BTreeMap<(&str, String), (&str, &str)> = BTreeMap::new();
    let mut differ = Vec::new();
    for code in codes() {
        for PackEntry { section, meaning, phrase } in entries(code) {
            if BY_PLACE.contains(&section) || APART.contains(&phrase) {
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
    let comments = text(code).lines().map_while(|line| line.strip_prefix('#'));
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
        for PackEntry { phrase, .. } in entries(code) {
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
        let all: Vec<PackEntry<'_>> = entries(code).into_iter().chain(entries(EVERYWHERE)).collect();
        let named: BTreeSet<&str> =
            all.iter().filter(|entry| entry.section == "languages").map(|entry| entry.meaning).collect();
        for language in languages::all() {
            assert!(named.contains(language.code()), "{code}.yaml names no `{}`", language.code());
        }
        for name in named {
            // `mul` is what languages are called that are not named, `mis` one that is not somebody's first.
            assert!(
                matches!(name, EVERYWHERE | "mis") || languages::by_code(name).is_some(),
                "{code}.yaml: no language `{name}`"
            );
        }
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
        for PackEntry { section, meaning, phrase } in entries(code) {
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
            if !takes(answer::SECTIONS) && !holds(answer::read(&format!("yes {phrase}"), &formats, day).reading(), 1.0)
            {
                turned.push(format!("yes {phrase}"));
            }
        }
    }
    assert!(turned.is_empty(), "{} {:#?}", turned.len(), &turned[..turned.len().min(60)]);
}
