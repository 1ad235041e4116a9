//! Words that were not understood are named: where they leave a cell open, where `unread: note` lets what was understood
//! decide without them, and to whoever checks a criteria file.

use std::io::{Cursor, Read as _};

use super::common::{Ran, Test};

const CRITERIA: &str = "\
version: 1
identity: [name]
criteria:
  - { id: exp, label: { en: Experience, fr: Expérience }, unread: note, years: { column: years, at_least: 7 } }
  - { id: strict, years: { column: years, at_least: 7 } }
  - id: either
    unread: note
    any_of: { of: [{ years: { column: years, at_least: 7 } }, { yes_no: { column: adv } }] }
";

const CANDIDATES: &str = "\
id,name,years,adv
A1,Ada Fictive,8 years in banking,no
A2,Bo Sample,8 years,no
A3,Cy Specimen,3 years in banking,yes zyxvut
A4,Di Placeholder,9 ans in Banking,
";

fn run(args: &[&str]) -> Ran {
    Test::new().file("criteria.yaml", CRITERIA).file("a.csv", CANDIDATES).args(args.iter().copied()).output()
}

fn listed(args: &[&str]) -> Ran {
    run(&[&["a.csv", "-c", "criteria.yaml"], args].concat())
}

/// The text of all parts of a workbook.
fn parts(bytes: &[u8]) -> String {
    let mut book = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for at in 0..book.len() {
        book.by_index(at).unwrap().read_to_string(&mut all).unwrap();
    }
    all.replace("&apos;", "'")
}

#[test]
fn they_stand_beside_the_verdict_in_every_format() {
    let said = ["Experience: `in banking` is not understood", "Expérience\u{a0}: `in banking` n'est pas compris"];
    for (lang, said) in ["en", "fr"].into_iter().zip(said) {
        for order in ["rank", "input"] {
            for format in ["table", "csv", "json", "jsonl", "markdown", "xlsx"] {
                let ran = listed(&["-f", format, "--lang", lang, "--sort", order]);
                assert_eq!(ran.status, 0, "{}", ran.stderr);
                let text = if format == "xlsx" { parts(&ran.stdout) } else { ran.text().replace('\\', "") };
                assert!(text.contains(said), "{format} in {lang}, by {order}:\n{text}");
            }
        }
    }
}

#[test]
fn the_reason_names_them_whether_they_decide_or_not() {
    let ran = listed(&["-f", "jsonl", "--sort", "input"]);
    let records: Vec<serde_json::Value> = ran.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for (id, criterion, verdict, reason, unread) in [
        ("A1", "exp", "met", "8 years: 7 asked; `in banking` is not understood", Some("in banking")),
        ("A1", "strict", "unknown", "8 years; `in banking` is not understood", Some("in banking")),
        ("A1", "either", "met", "(8 years; `in banking` is not understood)", Some("in banking")),
        ("A2", "exp", "met", "8 years: 7 asked", None),
        ("A3", "exp", "unknown", "3 years; `in banking` is not understood", Some("in banking")),
        ("A3", "either", "met", "(yes; `zyxvut` is not understood)", Some("in banking")),
    ] {
        let record = records.iter().find(|record| record["id"] == id).unwrap();
        let told = &record["criteria"][criterion];
        assert_eq!(told["verdict"], verdict, "{id} {criterion}: {told}");
        assert!(told["reason"].as_str().unwrap().ends_with(reason), "{id} {criterion}: {told}");
        assert_eq!(told["unread"][0].as_str(), unread, "{id} {criterion}: {told}");
    }
    for (args, said) in [
        (&["--lang", "en"][..], "verdict met – 8 years: 7 asked; `in banking` is not understood"),
        (&["--lang", "fr"], "verdict satisfait – 8 ans (minimum demandé : 7) ; `in banking` n'est pas compris"),
        (&["--lang", "en", "--for-candidate"], "We did not understand: “in banking”."),
        (&["--lang", "fr", "--for-candidate"], "Nous n'avons pas compris : « in banking »."),
    ] {
        let ran = run(&[&["explain", "a.csv", "A1", "-c", "criteria.yaml"], args].concat());
        let text = ran.text().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(said), "{args:?}: {text}");
    }
}

/// Who somebody is stays hidden among the words that were not understood.
#[test]
fn blind_hides_who_they_are_among_them() {
    let list = "id,name,years,adv\nA1,Ada Fictive,8 years adafictive Fictive,no\n";
    for format in ["table", "csv", "jsonl", "markdown"] {
        let ran = Test::new()
            .file("criteria.yaml", CRITERIA)
            .file("a.csv", list)
            .args(["a.csv", "-c", "criteria.yaml", "--blind", "-f", format])
            .output();
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert!(!ran.text().contains("Fictive"), "{format}: {}", ran.text());
    }
}

#[test]
fn check_lists_the_most_frequent_of_each_column() {
    let more: String = (0..9).map(|n| format!("B{n},,9 years xyzzy{n},no\n")).collect();
    let list = format!("{CANDIDATES}{more}C1,,9 years Xyzzy8,no\n");
    let check = |lang| {
        let args = ["check", "criteria.yaml", "a.csv", "--lang", lang];
        Test::new().file("criteria.yaml", CRITERIA).file("a.csv", &list).args(args).output()
    };
    let lines = |ran: &Ran| {
        let text = ran.text();
        let found = text.lines().skip_while(|line| !line.contains("understood") && !line.contains("compris"));
        found.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
    };
    let (en, fr) = (check("en"), check("fr"));
    assert_eq!((en.status, fr.status), (0, 0), "{}{}", en.stderr, fr.stderr);
    assert_eq!(
        lines(&en),
        [
            "Words that were not understood, which leave a cell to people",
            "years `in banking` (3), `xyzzy8` (2), `xyzzy0` (1), `xyzzy1` (1), `xyzzy2`",
            "(1) and 5 more",
            "adv `zyxvut` (1)",
            "Those that decide nothing go under `words`, as in `words: { understood: [human rights, NGO] }`.",
        ]
    );
    assert_eq!(lines(&fr)[0], "Mots non compris, qui laissent la cellule à vérifier");
    // What cannot be read whole is counted with what cannot be read.
    assert!(en.text().contains("years  years               1     0      13"), "{}", en.text());
}

#[test]
fn how_a_cell_is_cut_is_told_in_the_words_of_people() {
    for (lang, told) in [
        (
            "en",
            [
                "C1                   a level: C1",
                "anglais              a subject of study, a language: English",
                "years                3 to 5 years",
            ],
        ),
        (
            "fr",
            [
                "C1                   un niveau : C1",
                "anglais              un domaine d'études, une langue : anglais",
                "years                3 à 5 ans",
            ],
        ),
    ] {
        let ran =
            Test::new().args(["words", "C1 en anglais", "3-5 years", "12 mois de CDD", "no", "--lang", lang]).output();
        told.iter().for_each(|part| assert!(ran.text().contains(part), "{part}: {}", ran.text()));
        assert!(!ran.text().contains(['(', '[', '∞']) && !ran.text().contains("inf"), "{}", ran.text());
        assert!(ran.text().lines().all(|line| line.trim_end() == line), "{:?}", ran.text());
    }
}
