//! Tables of cells and what they say of degrees; `tests/cells/degrees.tsv` has the verdicts of many more.

use proptest::prelude::*;

use super::*;
use crate::verdict::Verdict;

fn list(fields: &[&[&str]]) -> FieldList {
    let fields: Vec<Vec<String>> =
        fields.iter().map(|words| words.iter().map(|word| (*word).to_owned()).collect()).collect();
    FieldList::new(&fields, &Formats::default().lexicon)
}

fn posting() -> FieldList {
    list(&[
        &["human rights", "droits humains", "droits de l'homme"],
        &["international relations", "relations internationales"],
        &["law", "droit"],
        &["political science", "sciences politiques"],
    ])
}

fn read_with(cell: &str, fields: &FieldList) -> Degrees {
    let as_of = NaiveDate::from_ymd_opt(2024, 5, 26).unwrap_or_default();
    read(cell, fields, &Formats::default(), as_of)
}

/// Each degree: its level, `~` under way, `?` open, then its field: listed (L), other (O), another name (N), unsaid
/// (nothing). Ways are parted by `|`.
fn shown(degrees: &Degrees) -> String {
    let one = |found: &NamedDegree| {
        let Range { low, high, .. } = found.level;
        let level = if found.level.is_exact() { low.to_string() } else { format!("{low}-{high}") };
        let field = match found.field {
            StudyField::Listed => "L",
            StudyField::Other => "O",
            StudyField::Unlisted => "N",
            StudyField::Unsaid => "",
        };
        let (under_way, open) = (if found.under_way { "~" } else { "" }, if found.open { "?" } else { "" });
        format!("{level}{under_way}{open}{field}")
    };
    let way = |way: &Vec<NamedDegree>| way.iter().map(one).collect::<Vec<_>>().join(" ");
    degrees.ways.iter().map(way).collect::<Vec<_>>().join(" | ")
}

const CELLS: &[(&str, &str)] = &[
    // One degree with its field, its school and its time.
    ("LLM in International Human Rights Law, Essex (2012); LLB, Ghent", "4L 3L"),
    ("Master 2 Droits de l'homme, Paris Nanterre", "4L"),
    ("LICENCE EN DROIT", "3L"),
    ("ma international relations", "4L"),
    ("M.A. in International Relations (Kent, 2010)", "4L"),
    ("LLM (Master of Laws)", "4L"),
    ("JD", "4-5L"),
    ("PhD, Political Science, 2010", "5L"),
    ("BA (Hons) Law", "3L"),
    ("Law degree", "3-5L"),
    ("Diplôme universitaire : master en droit", "4L"),
    ("MBA, Solvay", "4O"),
    ("MA History, London School of Economics", "4O"),
    ("Master in Kinesthetics", "4N"),
    ("Master in Legal Studies", "4N"),
    ("Master in law enforcement", "4O"),
    ("MA Law Practicum", "4N"),
    ("Master en droit de la vannerie", "4L"),
    ("Master, Faculty of Law, Ghent", "4"),
    ("Bac+3 à Bac+5", "3-4"),
    ("Bac+3/4", "3-4"),
    ("bac+5 minimum", "4-5"),
    ("Licence en droit, ULB, 2001", "3-4L"),
    ("Bachelor, ULB, 2001", "3"),
    ("MSc Economics, GPA 3.8/4.0", "4O"),
    ("1. Master in Law", "4L"),
    // Several.
    ("Bachelor and Master in Law", "3L 4L"),
    ("BA Law, MA History", "3L 4O"),
    ("Law (LLB) Human Rights (LLM)", "3L 4L"),
    ("BA History and Law MA", "3N 4N"),
    ("• MA Human Rights\n• BA History", "4L 3O"),
    ("Master; droits humains", "4L"),
    ("MA History; Law", "4N"),
    ("Licence ou master", "3-4"),
    ("BA, Law; certificate in French", "3L"),
    ("MA LLB", "4 3L | 3L"),
    ("licence, DES en droit", "3 3-4L"),
    ("LICENCE EN DROIT DES AFFAIRES", "3L"),
    ("Bac, pas de licence", "1-2 0-2"),
    ("Master: none", "0-3"),
    // Not finished.
    ("PhD candidate, MA Law", "5~ 4L"),
    ("Master in Law, degree expected in 2025", "4~L"),
    ("Licence en droit et master en cours", "3L 4~"),
    ("BA and MA in progress", "3~ 4~"),
    ("LLB and currently pursuing LLM", "3L 4~L"),
    ("PhD in progress (MA 2015)", "5~ 4"),
    ("Master 2022-", "4~"),
    ("Étudiant en master", "4~"),
    ("Master in law, jamais obtenu", "4~L"),
    // Words that have no place.
    ("my father has a BA, an MA", "3? 4?"),
    ("Master in law; PhD in zyxvut, rejected by zyxvut", "4L 5~?N"),
    ("Master (zyxvut)", "4?"),
    ("Master; I love dogs", "4?"),
    ("Essex, LLM", "4?L"),
    ("Essex University, LLM", "4L"),
    ("Considering LLM", "4?L"),
    // Another word.
    ("Boston, MA", "4 | "),
    ("Ms Smith, BA Law", "4N 3L | 3?L"),
    ("maîtrise de Word", "4N | 0-5N"),
    ("Scrum master; BA History", "3O"),
    // No level.
    ("Law", "0-5L"),
    ("none", "0"),
    ("0", "0"),
    ("see CV", ""),
    ("Ghent", ""),
    ("☐ LLM", ""),
    ("☐ Master in Law ☑ Bachelor of Law", "3L"),
];

#[test]
fn reads() {
    let fields = posting();
    let wrong = |(cell, expected): &(&str, &str)| {
        let found = shown(&read_with(cell, &fields));
        (found != *expected).then(|| format!("{cell:?}: {found:?}, not {expected:?}"))
    };
    let wrong: Vec<String> = CELLS.iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_left() {
    for (cell, left) in [
        ("Master in law, whatever", &["whatever"][..]),
        ("my father has a Master", &["father has"]),
        ("Master in law", &[]),
        ("LLM lecturer", &["lecturer"]),
        ("Master?", &["?"]),
    ] {
        assert_eq!(read_with(cell, &posting()).left, left, "{cell:?}");
    }
}

#[test]
fn when_it_ended() {
    for (cell, ends) in [
        ("Master (2025)", Some((2025, 1))),
        ("LLM 2010-2012, Essex", Some((2012, 1))),
        ("LLM 2010-12, Essex", Some((2012, 1))),
        ("LLM (Sept 2024)", Some((2024, 9))),
        ("LLM, fin 2024", Some((2024, 12))),
        ("LLM, juin 2024", Some((2024, 6))),
        ("LLM, du 1er septembre 2010 au 30 juin 2012", Some((2012, 6))),
        ("2008-2010: LLM", Some((2010, 1))),
        ("Master", None),
    ] {
        let found = read_with(cell, &posting()).ways[0][0].ends;
        assert_eq!(found.map(|month| (month / 12, month % 12 + 1)), ends, "{cell:?}");
    }
}

#[test]
fn a_field_of_its_own_column() {
    let fields = posting();
    let read = |cell: &str, fields: &FieldList| field(cell, fields, &Formats::default(), NaiveDate::default()).0;
    for (cell, expected) in [
        ("Law", StudyField::Listed),
        ("DROIT", StudyField::Listed),
        ("International law", StudyField::Listed),
        ("Law and Economics", StudyField::Listed),
        ("History; Law", StudyField::Listed),
        ("droits de l’homme", StudyField::Listed),
        ("Politikwissenschaft", StudyField::Listed),
        ("Economics", StudyField::Other),
        ("Business administration", StudyField::Other),
        ("Legal studies", StudyField::Unlisted),
        ("Politics", StudyField::Unlisted),
        ("Basket weaving", StudyField::Unlisted),
        ("lawn care", StudyField::Unlisted),
        ("Law enforcement studies", StudyField::Other),
    ] {
        let found = read(cell, &fields);
        assert_eq!((found.field, found.open), (expected, false), "{cell:?}");
    }
    for cell in ["not law", "Law, zyxvut", "Minor in law", "law, I guess", "see CV"] {
        assert!(read(cell, &fields).open || read(cell, &fields).field == StudyField::Unlisted, "{cell:?}");
    }
    assert!(read("Law (in progress)", &fields).under_way);
    // "Droits humains" is no "droit", and a word in one language stands for the same in another.
    let law = list(&[&["law"]]);
    for (cell, expected) in [
        ("droits humains", StudyField::Other),
        ("droit", StudyField::Listed),
        ("juridique", StudyField::Unlisted),
        ("droits", StudyField::Unlisted),
    ] {
        assert_eq!(read(cell, &law).field, expected, "{cell:?}");
    }
    // What a criteria file writes is itself, whatever marks it holds.
    let written = list(&[&["Node.js", "C#", "vannerie"]]);
    for (cell, expected) in [
        ("Node.js", StudyField::Listed),
        ("C#", StudyField::Listed),
        ("C", StudyField::Unlisted),
        ("Vannerie", StudyField::Listed),
        ("law", StudyField::Other),
    ] {
        assert_eq!(read(cell, &written).field, expected, "{cell:?}");
    }
}

#[test]
fn levels_alone() {
    let formats = Formats::default();
    for (cell, low, high) in [
        ("Master's", 4.0, 4.0),
        ("Bachelor's degree", 3.0, 3.0),
        ("short cycle", 2.0, 2.0),
        ("none", 0.0, 0.0),
        ("undergraduate", 1.0, 3.0),
        ("graduate", 3.0, 5.0),
        ("Bachelor; Master", 4.0, 4.0),
        ("Master ou plus", 4.0, 5.0),
        ("at least a bachelor", 3.0, 5.0),
        ("Bachelor+", 3.0, 5.0),
        ("Master en cours", 0.0, 4.0),
        ("Master (2026)", 0.0, 4.0),
        ("PhD candidate, Master", 4.0, 5.0),
        ("Niveau d'études : Bac+5", 4.0, 4.0),
        ("Niveau bac+5", 0.0, 4.0),
        ("licence ou bachelier", 3.0, 3.0),
        ("5. Doctorat", 5.0, 5.0),
        ("Less than high school", 0.0, 0.0),
        ("Master ou équivalent", 4.0, 4.0),
        ("ISCED 2011 level 7", 4.0, 4.0),
    ] {
        assert_eq!(level(cell, &formats, 2024).reading(), Reading::between(low, high), "{cell:?}");
    }
    for cell in ["", "42", "law", "see CV", "?", "certificate"] {
        assert_eq!(level(cell, &formats, 2024).reading().hull(), None, "{cell:?}");
    }
}

/// Words that are degrees, and words that may be.
const JUMBLE: &[&str] = &[
    "LLM",
    "BA",
    "MA",
    "Master",
    "licence",
    "Bac",
    "PhD",
    "doctorante",
    "DES",
    "BUT",
    "MAS",
    "ms",
    "des",
    "ma",
    "en",
    "in",
    "of",
    "de",
    "droit",
    "Law",
    "Histoire",
    "Kinesthetics",
    "Essex",
    "ULB",
    "Université",
    "Paris",
    ",",
    ";",
    "(",
    ")",
    "and",
    "et",
    "ou",
    "/",
    "-",
    ".",
    "2012",
    "2030",
    "en cours",
    "no",
    "pas de",
    "none",
    "student",
    "obtenu",
    "mention",
    "Dr.",
    "le",
    "La",
    "Mon",
    "A",
    "+",
    "5",
];

proptest! {
    #[test]
    fn any_text(cell in any::<String>()) {
        let fields = posting();
        let _ = (level(&cell, &Formats::default(), 2024), field(&cell, &fields, &Formats::default(), NaiveDate::default()));
        for degree in read_with(&cell, &fields).ways.into_iter().flatten() {
            prop_assert!(degree.level.low <= degree.level.high && degree.level.high <= 5.0 && degree.level.low >= 0.0);
        }
    }

    #[test]
    fn any_words(words in prop::collection::vec(prop::sample::select(&[
        "LLM", "BA", "Master", "en", "cours", "droit", "law", ",", ";", "(", ")", "and", "/", "2012", "-", "bac", "+", "5", "no",
        "niveau", "7", "degree", "history", "ou", "\n", ".", "PhD", "candidate", "diplôme", "de", "none", "ma", "des"][..]), 0..16)) {
        for degree in read_with(&words.join(" "), &posting()).ways.into_iter().flatten() {
            prop_assert!(degree.level.low <= degree.level.high, "{:?}", words);
        }
    }

    /// Capitals may leave a cell open, and turn nothing.
    #[test]
    fn capitals(words in prop::collection::vec(prop::sample::select(JUMBLE), 1..9)) {
        let cell = words.join(" ");
        let read = |cell: &str| level(cell, &Formats::default(), 2024).reading();
        let plain = read(&cell);
        for other in [cell.to_uppercase(), cell.to_lowercase()] {
            for least in 1..=5_u8 {
                let verdict = |reading: Reading| reading.decide(|range| range.at_least(f64::from(least)));
                let both = [verdict(plain), verdict(read(&other))];
                prop_assert!(!(both.contains(&Verdict::Met) && both.contains(&Verdict::NotMet)), "{:?} {:?}", cell, other);
            }
        }
    }

    /// Kinds of space and accents do not matter.
    #[test]
    fn dress(row in prop::sample::select(CELLS)) {
        let plain = read_with(row.0, &posting());
        prop_assert_eq!(read_with(&row.0.replace(' ', "\u{a0}"), &posting()).ways, plain.ways.clone(), "{:?}", row.0);
        let bare = row.0.replace(['é', 'è', 'ê'], "e").replace('î', "i").replace('É', "E").replace('à', "a");
        prop_assert_eq!(read_with(&bare, &posting()).ways, plain.ways, "{:?}", row.0);
    }

    /// A word that no pack knows leaves the degree open that it stands beside.
    #[test]
    fn an_unknown_word_opens(row in prop::sample::select(CELLS), word in "zy[a-z]{3,8}x",
        gap in prop::sample::select(&[" ", ", ", "; ", "\n", " - ", ": "][..])) {
        for cell in [format!("{}{gap}{word}", row.0), format!("{word} {}", row.0)] {
            let found = read_with(&cell, &posting());
            let open = |way: &Vec<NamedDegree>| way.is_empty() || way.iter().any(|degree| degree.open || degree.under_way);
            prop_assert!(found.ways.iter().all(open), "{:?}: {}", cell, shown(&found));
            prop_assert!(!found.left.is_empty() || found.ways.iter().all(Vec::is_empty), "{:?}", cell);
        }
    }
}
