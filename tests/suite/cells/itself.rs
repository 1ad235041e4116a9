//! What a criteria file writes matches itself, whatever marks it holds, and nothing that only looks like it.

use super::*;

/// Words as criteria files hold them, with all sorts of marks.
const MARKED: &[&str] = &[
    "C",
    "C#",
    "C++",
    ".NET",
    "net",
    "ASP.NET",
    "R&D",
    "R",
    "D",
    "A/B testing",
    "Node.js",
    "Vue.js",
    "24/7",
    "1-3 years",
    "13 years",
    "n/a",
    "N.A.",
    "?",
    "-",
    "2 - Good",
    "A - Expert",
    "A",
    "A+",
    "A-",
    "Yes, fully",
    "Yes",
    "No",
    "no",
    "None of these",
    "none",
    "no experience with X",
    "Employed, full-time",
    "Ph.D.",
    "a.s.b.l.",
    "St. Gallen",
    "U.N.",
    "UN",
    "EU",
    "IT",
    "US",
    "Élève (e)",
    "français·e",
    "défenseur·e des droits",
    "l'UE",
    "> 5 years",
    "5+ years",
    "100%",
    "50 %",
    "#metoo",
    "@home",
    "Q&A",
    "Yahoo!",
    "What? No",
    "(HR) law",
    "a_b",
    "to be confirmed",
    "unknown",
    "TBD",
    "x",
    "✓",
    "☐ yes",
    "[x] yes",
    "[ ] no",
    "0",
    "00",
    "1.5",
    "1,5",
    "$100k",
    "€50",
    "Ça va",
    "straße",
    "Łódź",
    "ﬁnance",
    "права",
    "人権",
    "half-time",
    "not applicable",
    "sans objet",
    "AIDS",
    "who",
    "C/C++",
    "F#",
    "H&M",
    "T-SQL",
    "à",
    "tom & jerry",
    "etc.",
    "B2/C1",
    "4/5",
    "2 of 3",
    "either",
    "or",
    "and",
];

/// A word inside quotes of YAML.
fn quoted(word: &str) -> String {
    serde_json::to_string(word).unwrap()
}

fn one_of(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    format!("one_of: {{ column: a, values: [{}] }}", words.join(", "))
}

fn mentions(word: &str) -> String {
    format!("mentions: {{ columns: [a], terms: [{}] }}", quoted(word))
}

/// A scale with this word as its third step of five.
fn level(word: &str) -> String {
    let word = quoted(word);
    format!("level: {{ column: a, scale: [lowest, lower, {word}, higher, highest], at_least: {word} }}")
}

/// Whether the word is the step, and no other.
fn is_the_step(account: &TestAccount) -> bool {
    account.outcome.verdict == Verdict::Met
        && account.reading.hull().is_some_and(|range| range.low == 2.0 && range.high == 2.0)
}

/// A cell in every case that a person or a form may write it in, with the space and marks that forms put around it.
fn dressed(word: &str) -> Vec<String> {
    vec![
        word.to_owned(),
        word.to_uppercase(),
        word.to_lowercase(),
        format!(" {word} "),
        format!("\u{a0}{word}\u{200b}"),
        word.replace(' ', "\u{202f}"),
        word.replace('-', "–"),
        word.replace('é', "e\u{301}").replace('ç', "c"),
    ]
}

#[track_caller]
fn matches_itself(word: &str) {
    let readers = [Reader::new(&one_of(&[word])), Reader::new(&mentions(word))];
    let step = Reader::new(&level(word));
    for cell in dressed(word) {
        for reader in &readers {
            let account = reader.read(&cell);
            assert_eq!(account.outcome.verdict, Verdict::Met, "{word:?} as {cell:?}: {account:?}");
        }
        assert!(is_the_step(&step.read(&cell)), "{word:?} as {cell:?}: {:?}", step.read(&cell));
    }
}

#[test]
fn whatever_is_written_matches_itself() {
    for word in MARKED {
        matches_itself(word);
    }
}

/// Among other values and steps of the same kind, each is itself and no other.
#[test]
fn each_step_is_itself_among_others() {
    for scale in [
        &["0 - None", "1 - Basic", "2 - Good", "3 - Very good"][..],
        &["A", "B", "C", "E - Exempt"],
        &["A-", "A", "A+", "A++"],
        &["C", "C++", "C#", "F#"],
        &["n/a", "no", "no, but soon", "yes, partly", "Yes, fully"],
        &["< 1 year", "1-3 years", "3-5 years", "5+ years", "13 years"],
        &["none of these", "some of these", "all of these"],
        &["-", "+", "++"],
        &["no experience with X", "some experience with X", "experience with X"],
        &["1/4", "2/4", "3/4", "4/4"],
        &["0", "0.5", "1", "1,5"],
        &["never", "1-2 x / week", "24/7"],
        &["A1", "A1+", "A2", "A2+"],
        &["D (fail)", "C (pass)", "B (good)", "A (very good)"],
        &["Aucune", "Débutant·e", "Confirmé·e", "Expert·e"],
    ] {
        let words: Vec<String> = scale.iter().map(|word| quoted(word)).collect();
        for (at, word) in scale.iter().enumerate() {
            let test = format!("level: {{ column: a, scale: [{}], at_least: {} }}", words.join(", "), quoted(word));
            let reader = Reader::new(&test);
            for cell in dressed(word) {
                let found = reader.read(&cell).reading.hull().map(|range| (range.low, range.high));
                assert_eq!(found, Some((at as f64, at as f64)), "{cell:?} on {scale:?}");
            }
            // Two in one cell are from the one to the other, or open: "some experience; no experience".
            let both = reader.read(&format!("{word}; {}", scale[0]));
            if scale[0] != "-" && *word != "-" && *word != "+" && *word != "++" {
                let found = both.reading.hull().map(|range| (range.low, range.high));
                let between = found.is_none_or(|found| found == (0.0, at as f64));
                assert!(between, "{word:?} and {:?} on {scale:?}: {found:?}", scale[0]);
            }
        }
    }
}

/// What is a word of its own is not in a longer one, nor the longer in it.
#[test]
fn a_word_is_not_in_another() {
    for (word, others) in [
        ("C", &["C#", "C++", "C#, F#", "objective c++", "F#/C#"][..]),
        ("C#", &["C", "C++", "C.", "c, d", "C; # 5", "C-level"]),
        ("C++", &["C", "C+", "C#", "C + D"]),
        (".NET", &["net", "the net", "network", "internet", "net.", "NET"]),
        ("net", &[".NET", ".net, Java", "C#/.NET", "(.NET)", "internet", "network"]),
        ("R", &["R&D", "H&R Block", "R#", "Rs", "our"]),
        ("D", &["R&D", "R&D unit", "D&I", "D'abord"]),
        ("A", &["A+", "A++", "A#", "Q&A"]),
        ("24/7", &["24", "7", "24-7-2020", "24 and 7"]),
        ("R&D", &["R", "R and D", "RD", "R & Dev"]),
        ("Node.js", &["node", "js", "node express js"]),
        ("13 years", &["1-3 years", "1.3 years"]),
        ("1-3 years", &["13 years", "3 years", "1 year"]),
    ] {
        let (value, mention) = (Reader::new(&one_of(&[word])), Reader::new(&mentions(word)));
        for other in others {
            assert_ne!(value.verdict(other), Verdict::Met, "one_of {word:?} in {other:?}");
            assert_ne!(mention.verdict(other), Verdict::Met, "mentions {word:?} in {other:?}");
        }
    }
}

/// Terms with marks inside running text and lists.
#[test]
fn terms_with_marks_are_found_in_text() {
    for word in MARKED.iter().filter(|word| word.chars().filter(|c| c.is_alphanumeric()).count() > 1) {
        // What ends a sentence or answers, an everyday word and a box are the reader's to weigh.
        let weighed = [
            "What? No",
            "no",
            "No",
            "none",
            "None of these",
            "not applicable",
            "unknown",
            "TBD",
            "who",
            "or",
            "and",
            "either",
            "00",
            "sans objet",
            "to be confirmed",
            "[ ] no",
            "☐ yes",
            "[x] yes",
            "AIDS",
        ];
        if weighed.contains(word) {
            continue;
        }
        let reader = Reader::new(&mentions(word));
        for text in [
            format!("Skills: {word}, Excel"),
            format!("{word}, Excel, Word"),
            format!("Excel; {word}; Word"),
            format!("Excel, Word, {word}"),
            format!("Excel\n{word}\nWord"),
            format!("Excel / {word} / Word"),
            format!("Five years of work with {word} in Liège"),
            format!("I have used {word} for five years."),
            format!("mes outils ({word}) au quotidien"),
        ] {
            assert_eq!(reader.verdict(&text), Verdict::Met, "{word:?} in {text:?}");
        }
    }
}

/// Values with marks among others in one cell.
#[test]
fn values_with_marks_are_found_in_a_list() {
    for word in [
        "C#",
        "C++",
        ".NET",
        "R&D",
        "A/B testing",
        "Node.js",
        "1-3 years",
        "2 - Good",
        "Yes, fully",
        "A+",
        "Employed, full-time",
        "Ph.D.",
        "5+ years",
        "Q&A",
        "no experience with X",
        "N.A.",
    ] {
        let reader = Reader::new(&one_of(&[word]));
        for text in [
            format!("{word}; Excel"),
            format!("Excel; {word}"),
            format!("Excel | {word} | Word"),
            format!("Excel\n{word}"),
        ] {
            assert_eq!(reader.verdict(&text), Verdict::Met, "{word:?} in {text:?}");
        }
    }
}

/// A word for an empty cell says nothing, but where the criteria file lists it.
#[test]
fn a_listed_word_for_nothing_is_itself() {
    for word in ["n/a", "na", "-", "—", "?", "unknown", "inconnu", "TBD", "à confirmer"] {
        for test in [one_of(&["yes"]), mentions("yes"), level("middle")] {
            assert_eq!(Reader::new(&test).verdict(word), Verdict::Unknown, "{word:?} of {test}");
        }
        matches_itself(word);
        let reader = Reader::new(&one_of(&["yes", word]));
        assert_eq!(reader.verdict(""), Verdict::Unknown);
        assert_eq!(reader.verdict("  "), Verdict::Unknown);
    }
}

/// Whether the one verdict is the other's opposite.
fn turns(one: Verdict, other: Verdict) -> bool {
    matches!((one, other), (Verdict::Met, Verdict::NotMet) | (Verdict::NotMet, Verdict::Met))
}

/// A word of letters and marks.
fn marked() -> impl Strategy<Value = String> {
    let free = "[A-Za-z0-9éÉçßœ #+&/.,'’:;!?%$@()\\[\\]<>*=_–-]{1,14}";
    prop_oneof![
        free.prop_filter("something", |word| word.chars().any(|c| !c.is_whitespace())),
        prop::sample::select(MARKED).prop_map(str::to_owned)
    ]
}

proptest! {
    /// Whatever a criteria file writes matches itself.
    #[test]
    fn any_word_matches_itself(word in marked()) {
        matches_itself(&word);
    }

    /// Capital letters never turn a verdict.
    #[test]
    fn capitals_turn_no_verdict(word in marked(), before in marked(), after in marked(), gap in prop::sample::select(&["", " ", ", ", "; ", "\n"][..])) {
        for test in [one_of(&[&word]), mentions(&word), level(&word)] {
            let reader = Reader::new(&test);
            for cell in [before.clone(), format!("{before}{gap}{word}{gap}{after}"), format!("{word}{gap}{after}")] {
                let verdict = reader.verdict(&cell);
                for other in [cell.to_uppercase(), cell.to_lowercase()] {
                    let other_verdict = reader.verdict(&other);
                    prop_assert!(!turns(verdict, other_verdict), "{test}: {cell:?} {verdict:?}, {other:?} {other_verdict:?}");
                }
            }
        }
    }

    /// A word that nobody knows makes nothing met that was not.
    #[test]
    fn an_unknown_word_makes_nothing_met(word in marked(), cell in marked(), gap in prop::sample::select(&[" ", ", ", "; ", "\n"][..])) {
        for test in [one_of(&[&word]), mentions(&word), level(&word)] {
            let reader = Reader::new(&test);
            if reader.verdict(&cell) == Verdict::NotMet {
                let more = format!("{cell}{gap}zyxvut");
                prop_assert_ne!(reader.verdict(&more), Verdict::Met, "{}: {:?}", test, more);
            }
        }
    }

    /// One word is not in another that only marks make of it.
    #[test]
    fn marks_make_another_word(letter in "[A-Z]", mark in prop::sample::select(&["#", "++"][..])) {
        let marked = format!("{letter}{mark}");
        for cell in [marked.clone(), format!("{marked}, Excel"), format!("Excel / {marked}")] {
            prop_assert_ne!(Reader::new(&one_of(&[&letter])).verdict(&cell), Verdict::Met, "{:?}", cell);
            prop_assert_eq!(Reader::new(&mentions(&letter)).verdict(&cell), Verdict::NotMet, "{:?}", cell);
        }
        prop_assert_ne!(Reader::new(&one_of(&[&marked])).verdict(&letter), Verdict::Met);
        prop_assert_eq!(Reader::new(&mentions(&marked)).verdict(&letter), Verdict::NotMet);
    }
}
