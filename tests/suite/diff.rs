//! `screen diff`: two outputs side by side, and two sets of rules.

use std::io::Write as _;

use super::common::{CANDIDATES, CRITERIA, Ran, Test};
use insta::assert_snapshot;
use serde_json::Value;

/// Another day's list: one cell is clear now, one is gone, one is new, one says the same otherwise.
const LATER: &str = "\
id,name,email,experience,advocacy,writing
A1,Ada Fictive,ada.fictive@example.org,10,yes,very good
A2,Bo Sample,bo.sample@example.org,8,yes,good
A3,Cy Specimen,cy.specimen@example.org,3 years,no,basic
A5,Ed Dummy,ed.dummy@example.org,10 ans,oui,très bonne
A6,Flo Mockup,flo.mockup@example.org,6,yes,excellent
A7,Gus Pretend,gus.pretend@example.org,14,yes,excellent
";

fn stricter() -> String {
    CRITERIA.replace("at_least: 7,", "at_least: 9,").replace("weight: 20", "weight: 30")
}

/// A list as an output in this format.
fn output(candidates: &str, format: &[&str]) -> Vec<u8> {
    let test = Test::small().file("candidates.csv", candidates).arg("candidates.csv").args(["-f"]).args(format);
    test.output().stdout
}

fn later(format: &[&str]) -> Test {
    Test::new()
        .file("before", output(CANDIDATES, format))
        .file("after", output(LATER, format))
        .args(["diff", "before", "after"])
}

#[track_caller]
fn differs(test: Test) -> Ran {
    let ran = test.output();
    assert_eq!((ran.status, &*ran.stderr), (3, ""));
    ran
}

#[test]
fn who_changed_and_through_what() {
    assert_snapshot!(differs(later(&["json"])).text());
}

#[test]
fn the_same_in_french() {
    assert_snapshot!(differs(later(&["json"]).args(["--lang", "fr"])).text());
}

#[test]
fn as_markdown() {
    assert_snapshot!(differs(later(&["jsonl"]).args(["-f", "markdown"])).text());
}

#[test]
fn as_data() {
    assert_snapshot!(differs(later(&["csv"]).args(["-f", "json"])).text());
}

#[test]
fn every_format_tells_the_same() {
    let formats: [&[&str]; 4] = [&["json"], &["jsonl"], &["csv"], &["jsonl", "--lang", "fr"]];
    let packed = |bytes: &[u8]| {
        let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        out.write_all(bytes).unwrap();
        out.finish().unwrap()
    };
    let of = |list| formats.map(|format| output(list, format)).into_iter().flat_map(|out| [packed(&out), out]);
    let odd = CANDIDATES.replace("A1,Ada Fictive", "\"=A1;\t-2\",O'Ada").replace("A2,", "'A2,");
    for list in [CANDIDATES, &odd] {
        for before in of(list) {
            for after in of(list) {
                let test = Test::new().file("before", &before).file("after", after).args(["diff", "before", "after"]);
                let ran = test.output();
                assert_eq!((ran.status, &*ran.stderr), (0, ""), "{}", ran.text());
            }
            let test = Test::new().file("before", &before).file("after", output(LATER, &["csv"]));
            assert_eq!(test.args(["diff", "before", "after"]).output().status, 3);
        }
    }
}

#[test]
fn a_spreadsheets_own_csv_is_read() {
    let csv = String::from_utf8(output(CANDIDATES, &["csv"])).unwrap();
    // With the marks of a European spreadsheet: semicolons between cells, commas before decimals.
    let decimals = |cell: &str| if cell.parse::<f64>().is_ok() { cell.replace('.', ",") } else { cell.to_owned() };
    let line = |line: &str| line.split(',').map(decimals).collect::<Vec<_>>().join(";");
    let saved: String = csv.lines().map(|one| format!("{}\r\n", line(one))).collect();
    let test = Test::new().file("before", &csv).file("after", format!("\u{feff}{saved}"));
    let ran = test.args(["diff", "before", "after"]).output();
    assert_eq!((ran.status, &*ran.stderr), (0, ""), "{}", ran.text());
    // Where its cells fall apart it is told, and nothing is compared.
    let broken = csv.replace("A3,Cy", "A3,Cy,");
    let ran = Test::new().file("before", &csv).file("after", broken).args(["diff", "before", "after"]).output();
    assert_eq!((ran.status, ran.stderr.contains("not-an-output"), ran.text()), (1, true, ""), "{}", ran.stderr);
}

fn rules(to: &str) -> Test {
    let test = Test::new().file("criteria.yaml", CRITERIA).file("stricter.yaml", stricter());
    test.file("candidates.csv", CANDIDATES).args(["diff", "candidates.csv", "-c", "criteria.yaml", "--to", to])
}

#[test]
fn two_sets_of_rules() {
    assert_snapshot!(differs(rules("stricter.yaml")).text());
}

#[test]
fn the_same_rules_are_alike() {
    let ran = rules("criteria.yaml").output();
    assert_eq!((ran.status, &*ran.stderr), (0, ""), "{}", ran.text());
}

#[test]
fn what_is_no_output_is_told() {
    let told = |bytes: &[u8]| {
        let test = Test::new().file("before", bytes).file("after", output(CANDIDATES, &["json"]));
        let ran = test.args(["diff", "before", "after"]).output();
        assert_eq!((ran.status, ran.text()), (1, ""), "{}", ran.stderr);
        ran.stderr
    };
    for (bytes, code) in [
        (&b"{\"posting\": 1}"[..], "not-an-output"),
        (b"{\"id\": \"A1\"}", "not-an-output"),
        (b"[1, 2]", "not-an-output"),
        (b"{\"id\": \"A1\", \"status\": \"maybe\"}", "not-an-output"),
        (b"{\"id\": \"A1\", \"status\":", "not-an-output"),
        (b"a,b\n1,2\n", "not-an-output"),
        (b"id,rank,status\nA1,first,eligible\n", "not-an-output"),
        (b"", "empty-file"),
    ] {
        assert!(told(bytes).contains(code), "{:?} {}", String::from_utf8_lossy(bytes), told(bytes));
    }
    assert!(told(&output(CANDIDATES, &["json"])[..400]).contains("not-an-output"));
    let usage = |args: &[&str]| Test::new().file("a", "").args(["diff"]).args(args).output().status;
    assert_eq!(
        (usage(&["a"]), usage(&["a", "a", "a"]), usage(&["-", "-"]), usage(&["a", "a", "-c", "a"])),
        (2, 2, 2, 2)
    );
    assert_eq!(usage(&["a", "not-there"]), 1);
}

#[test]
fn a_pipe_can_be_one_of_them() {
    let before = output(CANDIDATES, &["json"]);
    let test =
        Test::new().file("after", output(LATER, &["csv"])).stdin(before).args(["diff", "-", "after", "-f", "json"]);
    let value: Value = serde_json::from_slice(&differs(test).stdout).unwrap();
    assert_eq!(value["counts"]["status"], 1);
    let changed = value["changed"].as_array().unwrap().iter().find(|one| one["id"] == "A2").unwrap();
    assert_eq!(changed["criteria"]["experience"]["verdict"]["after"], "met");
    assert_eq!(changed["through"], serde_json::json!(["experience"]));
}
