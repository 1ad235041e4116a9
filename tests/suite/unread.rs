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

/// Rows of CSV or TSV.
fn cells(ran: &Ran, delimiter: u8) -> Vec<Vec<String>> {
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(&*ran.stdout);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The columns of the words stand beside the verdicts in which these may decide nothing, and beside no others.
#[test]
fn they_are_a_column_of_their_own() {
    let head = "rank,rank_best,rank_worst,id,name,status,score,score_max,exp,exp.unread,strict,either,either.unread,\
                source.file,source.line,notes";
    for order in ["rank", "input"] {
        for (format, delimiter) in [("csv", b','), ("tsv", b'\t')] {
            let rows = cells(&listed(&["-f", format, "--sort", order]), delimiter);
            assert_eq!(rows[0].join(","), head, "{format} {order}");
            for (id, exp, either) in
                [("A1", "in banking", "in banking"), ("A2", "", ""), ("A3", "in banking", "in banking; zyxvut")]
            {
                let row = rows.iter().find(|row| row[3] == id).unwrap();
                assert_eq!((row[9].as_str(), row[12].as_str()), (exp, either), "{id} {format} {order}");
            }
        }
    }
    let none = CRITERIA.replace("unread: note", "unread: review");
    let args = ["a.csv", "-c", "c.yaml", "-f", "csv"];
    let strict = Test::new().file("c.yaml", none).file("a.csv", CANDIDATES).args(args).output();
    assert!(!cells(&strict, b',')[0].iter().any(|head| head.contains("unread")));
    // Two files with the columns are compared by the verdicts alone.
    let list = listed(&["-f", "csv"]).stdout;
    let test = Test::new().file("a.csv", &list).file("b.csv", &list).args(["diff", "a.csv", "b.csv"]).output();
    assert_eq!(test.status, 0, "{}{}", test.text(), test.stderr);
    // Also where all that was left reads as verdicts.
    let (with, without) = ("id,exp,exp.unread,exp.reason\nA,met,met,met\n", "id,exp\nA,met\n");
    let test = Test::new().file("a.csv", with).file("b.csv", without).args(["diff", "a.csv", "b.csv"]).output();
    assert_eq!(test.status, 0, "{}{}", test.text(), test.stderr);
}

#[test]
fn they_are_asked_for_as_reasons_are() {
    for order in ["rank", "input"] {
        let rows = cells(&listed(&["-f", "csv", "--sort", order, "--columns", "strict.unread,id,exp"]), b',');
        assert_eq!(rows[0], ["strict.unread", "id", "exp"]);
        assert!(rows.contains(&["in banking", "A1", "met"].map(str::to_owned).to_vec()), "{rows:?}");
        assert!(rows.contains(&["", "A2", "met"].map(str::to_owned).to_vec()), "{rows:?}");
    }
    let ran = listed(&["-f", "jsonl", "--columns", "id,exp.unread"]);
    assert!(ran.text().contains(r#""unread":["in banking"]"#), "{}", ran.text());
    assert!(parts(&listed(&["-f", "xlsx"]).stdout).contains("exp.unread"));
    for format in ["table", "markdown", "html"] {
        let ran = listed(&["-f", format, "--columns", "id,exp.unread"]);
        assert_eq!(ran.status, 2, "{format}");
        assert!(ran.stderr.contains("`.unread`"), "{}", ran.stderr);
    }
    let ran = listed(&["-f", "csv", "--columns", "id,strict.unraed"]);
    assert!(ran.status == 1 && ran.stderr.contains("did you mean `strict.unread`?"), "{}", ran.stderr);
}

/// A candidate's words cannot run in a spreadsheet, wherever they stand.
#[test]
fn they_are_made_harmless_as_other_cells_are() {
    let list = "id,name,years,adv\nA1,Ada Fictive,\"8 years @sum; =cmd, \"\"x\"\"\",no\n";
    for (format, delimiter) in [("csv", b','), ("tsv", b'\t')] {
        let args = ["a.csv", "-c", "criteria.yaml", "-f", format, "--columns", "exp.unread,either.unread,exp.reason"];
        let ran = Test::new().file("criteria.yaml", CRITERIA).file("a.csv", list).args(args).output();
        let rows = cells(&ran, delimiter);
        for cell in &rows[1] {
            assert!(cell.contains("cmd") && !cell.starts_with(['=', '@', '+', '-']), "{format}: {}", ran.text());
        }
    }
}

/// A panel's rating lets what was understood decide, as every other kind does, and never against anybody.
#[test]
fn a_rating_beside_them_decides() {
    let criteria = "version: 1\ncriteria:\n  - id: panel\n    unread: note\n    rating: { columns: [one, two], out_of: 5, at_least: 3 }\n";
    let list = "id,one,two\nA,4 zyxvut,3\nB,1 zyxvut,2\nC,4 zyxvut,zyxvut\n";
    let args = ["a.csv", "-c", "c.yaml", "-f", "csv", "--sort", "input", "--columns", "id,panel,panel.unread"];
    let ran = Test::new().file("c.yaml", criteria).file("a.csv", list).args(args).output();
    assert_eq!(ran.text(), "id,panel,panel.unread\nA,met,zyxvut\nB,unknown,zyxvut\nC,unknown,zyxvut\n");
    // Where no rating is without such words, what was understood is said all the same.
    let args = ["a.csv", "-c", "c.yaml", "-f", "csv", "--columns", "panel.reason"];
    let list = "id,one,two\nA,1 zyxvut,2 zyxvut\n";
    let ran = Test::new().file("c.yaml", criteria).file("a.csv", list).args(args).output();
    assert_eq!(ran.text(), "panel.reason\n1.5 out of 5; `zyxvut` is not understood\n");
}

/// Who somebody is stays hidden among the words that were not understood.
#[test]
fn blind_hides_who_they_are_among_them() {
    let list = "id,name,years,adv\nA1,Ada Fictive,8 years adafictive Fictive,no\n";
    for format in ["table", "csv", "tsv", "jsonl", "markdown"] {
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
