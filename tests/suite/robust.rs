//! `screen robust`: what is proved, drawn and asked, as a user sees it.
use super::common;

use super::common::Test;
use serde_json::Value;

const CRITERIA: &str = "\
version: 1
posting: { title: Programme officer, deadline: 2024-05-26 }
identity: [name]
shortlist: { top: 2 }
criteria:
  - id: years
    weight: 30
    years: { column: years, at_least: 5, full_at: 10 }
  - id: english
    need: asset
    weight: 20
    level: { column: english, scale: proficiency, at_least: good, full_at: excellent }
  - id: permit
    weight: 10
    yes_no: { column: permit }
";

const LIST: &str = "\
id,name,years,english,permit
A,Ada Fictive,10,excellent,yes
B,Bo Sample,9,good,yes
C,Cy Specimen,5,excellent,yes
D,Di Placeholder,5-8,good,yes
E,Ed Dummy,10,,yes
F,Flo Mockup,3,excellent,no
G,Gus Gabarit,4.9,good,yes
";

fn robust(more: &str) -> common::Ran {
    let test = Test::new().file("c.yaml", CRITERIA).file("list.csv", LIST);
    test.args("robust list.csv -c c.yaml".split(' ')).args(more.split(' ').filter(|word| !word.is_empty())).output()
}

#[test]
fn a_proof_an_answer_and_the_questions_that_matter() {
    let ran = robust("-f json");
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let document: Value = serde_json::from_str(ran.text()).unwrap();
    assert_eq!(document["places"], 2);
    let first = document["first"].as_array().unwrap();
    assert_eq!(first.iter().map(|one| one["id"].as_str().unwrap()).collect::<Vec<_>>(), ["A", "B"]);
    // Nobody has more of anything than A: no weights take its place.
    assert_eq!((&first[0]["proved"], &first[0]["holds"]), (&true.into(), &1.into()));
    // B has 92 % and 50 %; E may have all of both, once its English is known.
    assert_eq!(first[1]["holds"], 0);
    assert_eq!(first[1]["turned"]["ahead"], serde_json::json!(["A", "E"]));
    assert_eq!(first[1]["turned"]["answers"], serde_json::json!([{ "id": "E", "criterion": "english" }]));
    let asked: Vec<(&str, &str)> = document["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["id"].as_str().unwrap(), one["criterion"].as_str().unwrap()))
        .collect();
    assert_eq!(asked, [("E", "english")]);
    let funnel = &document["funnel"];
    assert_eq!(funnel["steps"][0]["alone"], serde_json::json!(["G"]));
    assert_eq!(funnel["steps"][0]["near"], serde_json::json!(["G"]));
    assert_eq!(funnel["together"][0]["criteria"], serde_json::json!(["years", "permit"]));
    assert_eq!((&funnel["eligible"], &funnel["review"]), (&5.into(), &0.into()));
}

#[test]
fn the_same_bytes_for_the_same_seed() {
    for options in ["", "--around 0.2", "--ordered", "--places 3 --draws 500", "-f csv", "-f json", "-f markdown"] {
        assert_eq!(robust(options), robust(options), "{options}");
    }
    assert_ne!(robust("-f json").text(), robust("-f json --seed 7").text());
}

#[test]
fn a_file_that_appears_whole_in_the_format_of_its_name() {
    let test = Test::new().file("c.yaml", CRITERIA).file("list.csv", LIST);
    let test = test.args("robust list.csv -c c.yaml --places 1 -o out.md".split(' '));
    assert_eq!(test.output().status, 0);
    let text = std::fs::read_to_string(test.path("out.md")).unwrap();
    assert!(text.starts_with("# Programme officer: would another choice give another first 1?"), "{text}");
}

#[test]
fn what_cannot_be_meant_is_told() {
    for (line, told) in [
        ("--around 2", "0 to 1"),
        ("--places 0", "whole number"),
        ("--draws 0", "whole number"),
        ("--around 0.3 --ordered", "--ordered"),
    ] {
        let ran = robust(line);
        assert_eq!(ran.status, 2, "{line}");
        assert!(ran.stderr.contains(told), "{}", ran.stderr);
    }
}

/// The list's line is drawn in the table, ties are in, and it is said who could still cross it.
#[test]
fn the_line_of_a_shortlist() {
    let test = || Test::new().file("c.yaml", CRITERIA).file("list.csv", LIST);
    let table = test().args("list.csv -c c.yaml".split(' ')).output();
    let lines: Vec<&str> = table.text().lines().collect();
    let at =
        lines.iter().position(|line| line.starts_with("── end of the shortlist: the first 2, ties included")).unwrap();
    assert!(lines[at - 1].contains("Bo Sample") && lines[at + 1].contains("Cy Specimen"), "{}", table.text());
    let told = table.text().replace('\n', " ");
    assert!(told.contains("Shortlist: 2 candidates (the first 2, ties included). 1 could still come on it: E. 1 could still come off it: B."), "{}", table.text());
    let french = test().args("list.csv -c c.yaml -f markdown --lang fr".split(' ')).output();
    assert!(
        french.text().contains("Liste restreinte\u{a0}: 2 candidatures (les 2 premières, y compris les ex æquo)."),
        "{}",
        french.text()
    );
    for (list, told) in [
        ("{ top: 2, score: 70 }", "a shortlist has one line"),
        ("{ at_least: 3 }", "a shortlist has one line"),
        ("{ score: 170 }", "from 0 to 100"),
        ("{ top: 2.5 }", "whole"),
        ("{ first: 2 }", "first"),
    ] {
        let criteria = CRITERIA.replace("{ top: 2 }", list);
        let ran = Test::new().file("c.yaml", criteria).args(["check", "c.yaml"]).output();
        assert_eq!(ran.status, 1, "{list}");
        assert!(ran.stderr.contains(told), "{list}: {}", ran.stderr);
    }
}

/// Nobody's number depends on the line ends in cells: it is the row that a spreadsheet shows, here as in the list.
#[test]
fn candidates_without_names_have_the_numbers_of_the_list() {
    let criteria = "version: 1\ncolumns: { id: [email] }\nidentity: [id]\ncriteria:\n  - id: years\n    years: { column: years, at_least: 3, full_at: 9 }\n";
    let list = "email,years,why\na@example.org,9,\"two\nlines\"\nb@example.org,8,one\nc@example.org,7,one\n";
    let of = |args: &[&str]| {
        let test = Test::new().file("c.yaml", criteria).file("l.csv", list);
        let ran =
            test.args(args.iter().copied()).args(["l.csv", "-c", "c.yaml", "--blind", "-q", "-f", "json"]).output();
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ["#2", "#3", "#4", "#5"].map(|id| ran.text().contains(&format!("\"{id}\"")))
    };
    assert!(!of(&["robust", "--places", "2"])[3]);
    assert_eq!(
        (of(&[]), of(&["robust", "--places", "2"])[..2].to_vec()),
        ([true, true, true, false], vec![true, true])
    );
}

#[test]
fn what_is_set_for_this_run_is_told_below_the_title() {
    for format in ["table", "markdown", "html"] {
        let ran = robust(&format!("-f {format} --set english.weight=5"));
        assert!(ran.status == 0 && ran.text().contains("Set here: "), "{format}: {}", ran.text());
        assert!(!robust(&format!("-f {format}")).text().contains("Set here"), "{format}");
    }
}
