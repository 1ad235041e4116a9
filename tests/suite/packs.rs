//! Words of one kind beside cells of another: whatever stands in the language packs, a verdict may open and never turns.
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::NaiveDate;
use screen::criteria::{self, Stage};
use screen::kinds::{KINDS, Kind};
use screen::plan::Plan;
use screen::verdict::Verdict;
use screen::yaml::Shape;

/// The sections of a pack, each with its meanings and their phrases.
type Pack = BTreeMap<String, BTreeMap<String, Vec<String>>>;

/// Each phrase of all packs, with the sections that it stands in.
fn phrases() -> BTreeMap<String, BTreeSet<String>> {
    let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon");
    let mut phrases: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for folder in [words.clone(), words.join("answers"), words.join("subjects")] {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "yaml") {
                let pack: Pack = serde_yaml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
                for (section, meanings) in pack {
                    for phrase in meanings.into_values().flatten() {
                        phrases.entry(phrase).or_default().insert(section.clone());
                    }
                }
            }
        }
    }
    phrases
}

/// A test, what may turn its verdict, and cells that decide.
struct Case {
    test: &'static str,
    /// The sections whose words say what it asks about. Of what is in no other, none may turn a verdict.
    own: &'static [&'static [&'static str]],
    met: &'static [&'static str],
    not_met: &'static [&'static str],
}

/// From the one to the other, or beyond it.
const RANGES: &[&str] = &["bounds_before", "bounds_after", "joints", "edges"];
/// Amounts, and what is said of them.
const AMOUNTS: &[&str] = &["numbers", "rounds", "fractions", "decimal_marks", "shares", "quantifiers", "nothing"];
const DURATIONS: &[&str] = &["ordinals", "ordinal_endings", "units", "months", "seasons"];
const DATES: &[&str] = &[
    "numbers",
    "ordinals",
    "ordinal_endings",
    "months",
    "weekdays",
    "seasons",
    "bounds_before",
    "joints",
    "when_before",
    "when_after",
    "clock",
];
const LANGUAGES: &[&str] = &["cefr", "nothing", "answers", "languages", "certificates"];
const DEGREES: &[&str] =
    &["degrees", "under_way", "nothing", "subjects", "studies", "negations", "answers", "bounds_before", "joints"];

const CASES: &[Case] = &[
    Case {
        test: "years: { column: a, at_least: 7 }",
        own: &[AMOUNTS, RANGES, DURATIONS],
        met: &["8 years", "neuf ans", "2010-2020", "10+ ans d'expérience", "2010 - present"],
        not_met: &["3 years", "trois ans", "2018-2020", "less than 2 years"],
    },
    Case {
        test: "number: { column: a, at_least: 50, at_most: 100 }",
        own: &[AMOUNTS, RANGES],
        met: &["60", "60.5", "soixante"],
        not_met: &["20", "4 300", "vingt"],
    },
    Case {
        test: "level: { column: a, scale: proficiency, at_least: good }",
        own: &[&["proficiency", "answers", "nothing"], RANGES],
        met: &["very good", "bonne", "4/5"],
        not_met: &["basic", "notions", "none"],
    },
    Case {
        test: "level: { column: a, scale: [novice, [practitioner, praticien], [lead, chef]], at_least: practitioner }",
        own: &[RANGES],
        met: &["practitioner", "chef"],
        not_met: &["novice"],
    },
    Case {
        test: "level: { column: a, scale: cefr, at_least: B2 }",
        own: &[LANGUAGES, RANGES],
        met: &["C1", "courant", "native"],
        not_met: &["A2", "notions"],
    },
    Case {
        test: "level: { column: a, scale: education, at_least: bachelor }",
        own: &[DEGREES],
        met: &["Master", "licence", "PhD"],
        not_met: &["high school", "none"],
    },
    Case {
        test: "language: { language: en, column: a, at_least: B2 }",
        own: &[LANGUAGES, RANGES],
        met: &["C1", "English C1", "courant"],
        not_met: &["A2", "notions", "none"],
    },
    Case {
        test: "language: { language: en, list: a, at_least: B2 }",
        own: &[LANGUAGES, RANGES],
        met: &["English C1, French B1", "anglais courant ; espagnol : notions"],
        not_met: &["English A2, French C1", "français C1"],
    },
    Case {
        test: "degree: { column: a, at_least: bachelor, fields: [law, [human rights, droits humains]], other_field: fail }",
        own: &[DEGREES, RANGES],
        met: &["Master in law", "licence en droit", "LLM"],
        not_met: &["Master in chemistry", "maîtrise en histoire", "none"],
    },
    Case {
        test: "yes_no: { column: a }",
        own: &[&["answers", "nothing"]],
        met: &["yes", "oui", "✓"],
        not_met: &["no", "non", "aucune"],
    },
    Case {
        test: "date: { column: a, on_or_before: 2024-05-26 }",
        own: &[DATES],
        met: &["2024-05-01", "12 mai 2024"],
        not_met: &["2024-06-15", "15 June 2024"],
    },
    Case {
        test: "provided: { column: a }",
        own: &[&["answers", "nothing", "missing"]],
        met: &["yes", "cv.pdf", "https://example.org/cv"],
        not_met: &["no", "non fourni"],
    },
    Case {
        test: "one_of: { column: a, values: [[EU citizen, citoyen UE], work permit] }",
        own: &[&["answers", "nothing", "missing", "negations"]],
        met: &["EU citizen", "citoyen UE", "work permit"],
        not_met: &[],
    },
    Case {
        test: "mentions: { columns: [a], terms: [[special rapporteur, rapporteur spécial], EEAS, treaty body] }",
        own: &[],
        met: &["I worked with the special rapporteur", "EEAS", "avec le rapporteur spécial"],
        not_met: &["I worked with children", "ONG"],
    },
    Case {
        test: "rating: { columns: [a], out_of: 5, at_least: 3 }",
        own: &[AMOUNTS, RANGES],
        met: &["4", "4/5", "quatre"],
        not_met: &["1", "1/5"],
    },
];

fn plan(test: &str) -> Plan {
    let posting = "posting: { deadline: 2024-05-26, time_zone: Europe/Brussels }";
    let yaml = format!("version: 1\n{posting}\ncriteria:\n  - id: c\n    need: asset\n    {test}\n");
    let criteria = criteria::read("criteria.yaml", &yaml).unwrap_or_else(|problems| panic!("{yaml}\n{problems:?}"));
    let column = |name: &str| (name == "a").then_some(0);
    Plan::new(&criteria, Stage::Application, &column, NaiveDate::from_ymd_opt(2024, 5, 26).unwrap())
}

/// The cells with another word beside them that have the verdict opposite to theirs.
fn turned(case: &Case, phrases: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let plan = plan(case.test);
    let verdict = |cell: &str| plan.criteria[0].check.account(&vec![cell.to_owned()]).outcome.verdict;
    let decided = case.met.iter().map(|cell| (cell, Verdict::Met, Verdict::NotMet));
    let decided = decided.chain(case.not_met.iter().map(|cell| (cell, Verdict::NotMet, Verdict::Met)));
    let all = std::env::var_os("ALL").is_some();
    let is_own = |sections: &BTreeSet<String>| case.own.iter().copied().flatten().any(|own| sections.contains(*own));
    let plain = |phrase: &str| phrase.to_lowercase().replace('.', "");
    let own: BTreeSet<String> =
        phrases.iter().filter(|(_, sections)| is_own(sections)).map(|(phrase, _)| plain(phrase)).collect();
    // Nor what holds a phrase of these: "noch keine" in "noch keine erfahrung".
    let holds_own = |phrase: &str| {
        let words: Vec<&str> = phrase.split(' ').collect();
        (0..words.len()).any(|from| (from + 1..=words.len()).any(|to| own.contains(&plain(&words[from..to].join(" ")))))
    };
    let phrases: Vec<&String> = phrases.keys().filter(|phrase| !holds_own(phrase)).collect();
    let mut turned = Vec::new();
    for (at, (cell, now, other)) in decided.enumerate() {
        if verdict(cell) != now {
            turned.push(format!("{}: {cell:?} is {:?}, not {now:?}", case.test, verdict(cell)));
        }
        let same = if now == Verdict::Met { case.met.len() } else { case.not_met.len() };
        for (nth, phrase) in phrases.iter().enumerate() {
            let beside = [
                format!("{cell} {phrase}"),
                format!("{phrase} {cell}"),
                format!("{cell}, {phrase}"),
                format!("{phrase}; {cell}"),
                format!("{cell} ({phrase})"),
            ];
            // Each phrase beside one cell of each verdict, in one place; all in all places where there is time.
            let one = nth / same % beside.len();
            let places = match all {
                true => 0..beside.len(),
                false if nth % same == at % same => one..one + 1,
                false => continue,
            };
            for both in &beside[places] {
                if verdict(both) == other {
                    turned.push(format!("{}: {cell:?} is {now:?}, {both:?} {other:?}", case.test));
                }
            }
        }
    }
    turned
}

#[test]
fn a_word_of_another_kind_turns_no_verdict() {
    let phrases = phrases();
    assert!(phrases.len() > 8000, "{}", phrases.len());
    // A group of tests reads no cell of its own.
    let reads = |kind: &&&Kind| !kind.fields.iter().any(|field| matches!(field.shape, Shape::Tests));
    for kind in KINDS.iter().filter(reads) {
        assert!(CASES.iter().any(|case| case.test.starts_with(&format!("{}: ", kind.key))), "{}", kind.key);
    }
    let half = CASES.len().div_ceil(2);
    let turned: Vec<String> = std::thread::scope(|scope| {
        let of = |cases: &'static [Case]| {
            let phrases = &phrases;
            scope.spawn(move || cases.iter().flat_map(|case| turned(case, phrases)).collect::<Vec<_>>())
        };
        let both = [of(&CASES[..half]), of(&CASES[half..])];
        both.into_iter().flat_map(|cases| cases.join().unwrap()).collect()
    });
    assert!(turned.is_empty(), "{} {:#?}", turned.len(), &turned[..turned.len().min(300)]);
}
