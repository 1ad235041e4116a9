//! `--decisions`: what people decided, in every command and every format.

use super::common::{CANDIDATES, CRITERIA, Ran, Test, cases};
use insta::assert_snapshot;
use proptest::prelude::*;
use serde_json::Value;

const HEAD: &str = "id,criterion,cell,decision,reason,by,at\n";

/// One open cell read, one verdict overturned, one open cell that says met, a status, a stale row.
const DECISIONS: &str = "\
id,criterion,cell,decision,reason,by,at
A2,experience,5-8,9 years,told on the phone,Jo,2024-06-02T10:00:00+02:00
A3,advocacy,no,met,the letter shows it,Jo,2024-06-02T10:01:00+02:00
A4,experience,,met,,Ben,2024-06-02T10:02:00+02:00
A6,,,review,the panel wants to see the portfolio,Ben,2024-06-02T10:03:00+02:00
A1,experience,9,12 years,,Jo,2024-06-02T10:04:00+02:00
";

fn with(decisions: &str) -> Test {
    Test::small().file("decisions.csv", decisions).args(["--decisions", "decisions.csv"])
}

#[track_caller]
fn ran(decisions: &str, args: &[&str]) -> Ran {
    let ran = with(decisions).arg("candidates.csv").args(args).output();
    assert_eq!(ran.status, 0, "{args:?} {}", ran.stderr);
    ran
}

fn json(decisions: &str, args: &[&str]) -> Value {
    serde_json::from_slice(&ran(decisions, &[&["-f", "json"], args].concat()).stdout).unwrap()
}

fn candidate<'a>(document: &'a Value, id: &str) -> &'a Value {
    document["candidates"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap()
}

#[test]
fn table() {
    assert_snapshot!(ran(DECISIONS, &[]).text());
}

#[test]
fn table_in_french() {
    assert_snapshot!(ran(DECISIONS, &["--lang", "fr"]).text());
}

#[test]
fn a_decided_verdict_is_underlined_where_there_is_colour() {
    let text = ran(DECISIONS, &["--color", "always"]).text().to_owned();
    assert!(text.contains("\u{1b}[4m"), "{text:?}");
    assert!(!ran(HEAD, &["--color", "always"]).text().contains("\u{1b}[4m"));
}

#[test]
fn csv() {
    assert_snapshot!(ran(DECISIONS, &["-f", "csv"]).text());
}

#[test]
fn without_decisions_nothing_is_new() {
    let plain = Test::small().args(["candidates.csv", "-f", "csv"]).output();
    assert!(!plain.text().lines().next().unwrap().contains("decided"));
    // An empty file of decisions is one, so that whoever reads the output finds the column.
    assert!(ran(HEAD, &["-f", "csv"]).text().lines().next().unwrap().contains(",decided,"));
}

#[test]
fn markdown() {
    assert_snapshot!(ran(DECISIONS, &["-f", "markdown"]).text());
}

#[test]
fn data_has_what_was_decided_and_what_the_machine_said() {
    let document = json(DECISIONS, &[]);
    let read = &candidate(&document, "A2")["criteria"]["experience"];
    assert_eq!((&read["verdict"], &read["evidence"]), (&"met".into(), &"5-8".into()));
    assert_eq!(read["reason"], "decided by Jo on 2 June 2024: 9 years (told on the phone)");
    let decided = serde_json::json!({
        "decision": "9 years", "reason": "told on the phone", "by": "Jo", "at": "2024-06-02T10:00:00+02:00",
        "machine": { "verdict": "unknown", "credit": 0.357143, "credit_max": 0.571429 }
    });
    assert_eq!(read["decided"], decided);
    let overturned = &candidate(&document, "A3")["criteria"]["advocacy"];
    assert_eq!(
        (&overturned["verdict"], &overturned["decided"]["machine"]["verdict"]),
        (&"met".into(), &"not_met".into())
    );
    let met = &candidate(&document, "A4")["criteria"]["experience"];
    assert_eq!((&met["credit"], &met["credit_max"]), (&0.5.into(), &1.into()));
    let status = candidate(&document, "A6");
    assert_eq!((&status["status"], &status["decided"]["decision"]), (&"review".into(), &"review".into()));
    assert_eq!(status["decided"]["machine"]["status"], "not_eligible");
    let plain: Value =
        serde_json::from_slice(&Test::small().args(["candidates.csv", "-f", "json"]).output().stdout).unwrap();
    // A status is no score.
    assert_eq!(status["score"], candidate(&plain, "A6")["score"]);
    assert_eq!(candidate(&document, "A1")["criteria"], candidate(&plain, "A1")["criteria"]);
    assert_eq!(document["summary"]["decisions"], serde_json::json!({ "applied": 4, "overturned": 2, "stale": 1 }));
    let lines = ran(DECISIONS, &["-f", "jsonl"]);
    for (line, one) in lines.text().lines().zip(document["candidates"].as_array().unwrap()) {
        assert_eq!(serde_json::from_str::<Value>(line).unwrap(), *one);
    }
}

#[test]
fn every_way_through_tells_the_same() {
    let ranked = json(DECISIONS, &[]);
    let streamed = json(DECISIONS, &["--sort", "input"]);
    let blind = json(DECISIONS, &["--blind"]);
    let top = json(DECISIONS, &["--top", "2"]);
    for id in ["A1", "A2", "A3", "A4", "A5", "A6"] {
        let one = candidate(&ranked, id);
        for other in [candidate(&streamed, id), candidate(&blind, id)] {
            assert_eq!(
                (&one["status"], &one["score"], &one["criteria"]),
                (&other["status"], &other["score"], &other["criteria"])
            );
            assert_eq!(one["decided"], other["decided"]);
        }
    }
    let first =
        |document: &Value| document["candidates"].as_array().unwrap().iter().take(2).cloned().collect::<Vec<_>>();
    assert_eq!(first(&top), first(&ranked));
    for args in [&["-f", "csv"][..], &["-f", "json"], &["-f", "table"], &["-f", "jsonl", "--sort", "input"]] {
        let one = ran(DECISIONS, &[args, &["--threads", "1"]].concat());
        for threads in ["2", "7"] {
            assert_eq!(ran(DECISIONS, &[args, &["--threads", threads]].concat()), one);
        }
    }
    // Verdicts in CSV are those in JSON.
    let csv = ran(DECISIONS, &["-f", "csv", "--columns", "id,status,experience,advocacy,writing,decided"]);
    for line in csv.text().lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let one = candidate(&ranked, cells[0]);
        let verdicts = ["experience", "advocacy", "writing"].map(|id| one["criteria"][id]["verdict"].as_str().unwrap());
        assert_eq!((cells[1], &cells[2..5]), (one["status"].as_str().unwrap(), &verdicts[..]));
    }
}

#[test]
fn an_account_says_who_when_why_and_what_the_machine_had_said() {
    let of = |id: &str, more: &[&str]| {
        let test = Test::small().file("decisions.csv", DECISIONS);
        let test = Test::new()
            .file("criteria.yaml", CRITERIA)
            .file("candidates.csv", CANDIDATES)
            .file("decisions.csv", std::fs::read(test.path("decisions.csv")).unwrap())
            .args(["explain", "candidates.csv", id, "-c", "criteria.yaml", "--decisions", "decisions.csv", "-q"])
            .args(more);
        let ran = test.output();
        assert_eq!((ran.status, &*ran.stderr), (0, ""));
        ran.text().to_owned()
    };
    assert_snapshot!(["A2", "A3", "A6"].map(|id| of(id, &[])).join("\n=====\n"));
    assert_snapshot!("letters", ["A3", "A6"].map(|id| of(id, &["--for-candidate", "--lang", "fr"])).join("\n=====\n"));
}

#[test]
fn what_cannot_be_used_is_told_and_fails_only_a_strict_run() {
    let decisions = format!(
        "{HEAD}A1,experiance,10,8,,Jo,\nA9,experience,10,8,,Jo,\nA2,experience,5-8,a lot,,Jo,\nA3,advocacy,no,met,,Jo,\n\
         A1,experience,9,8,,Jo,\nA4,,,eligible,,Jo,\nA2,experience,5-8,7,,Jo,\nA2,experience,5-8,6,,Ben,\n"
    );
    let ran = with(&decisions).args(["candidates.csv", "-f", "csv"]).output();
    assert_eq!(ran.status, 0);
    assert_snapshot!(ran.stderr);
    let strict = with(&decisions).args(["candidates.csv", "-f", "csv", "--strict"]).output();
    assert_eq!((strict.status, strict.stdout), (1, ran.stdout));
    // Two people who disagree are a note, and fail nothing.
    let note = format!("{HEAD}A2,experience,5-8,7,,Jo,\nA2,experience,5-8,6,,Ben,\n");
    let strict = with(&note).args(["candidates.csv", "-f", "csv", "--strict"]).output();
    assert_eq!((strict.status, strict.stderr.contains("disagree")), (0, true), "{}", strict.stderr);
    let missing = Test::small().args(["candidates.csv", "--decisions", "not-there.csv"]).output();
    assert_eq!((missing.status, missing.stderr.contains("no-file")), (1, true));
    let other = with("a,b\n1,2\n").arg("candidates.csv").output();
    assert_eq!((other.status, other.stderr.contains("not-decisions")), (1, true));
}

#[test]
fn several_files_are_read_one_after_the_other() {
    let test = || {
        let first = format!("{HEAD}A2,experience,5-8,not met,,Jo,\n");
        Test::small().file("first.csv", first).file("second.csv", format!("{HEAD}A2,experience,5-8,met,,Jo,\n"))
    };
    let verdict = |files: [&str; 2]| {
        let args = ["candidates.csv", "-f", "csv", "--columns", "id,experience"];
        let test = test().args(args).args(files.iter().flat_map(|file| ["--decisions", file]));
        test.output().text().lines().find(|line| line.starts_with("A2")).unwrap().to_owned()
    };
    assert_eq!(verdict(["first.csv", "second.csv"]), "A2,met");
    assert_eq!(verdict(["second.csv", "first.csv"]), "A2,not_met");
}

#[test]
fn decisions_can_be_held_against_each_other_and_checked_later() {
    let test = Test::new()
        .file("criteria.yaml", CRITERIA)
        .file("candidates.csv", CANDIDATES)
        .file("decisions.csv", DECISIONS)
        .args(["diff", "candidates.csv", "-q", "-c", "criteria.yaml", "--to-decisions", "decisions.csv"]);
    let ran = test.output();
    assert_eq!(ran.status, 3, "{}", ran.stderr);
    assert_snapshot!(ran.text());
    // Two files of decisions are one for each run.
    let two = Test::new()
        .file("criteria.yaml", CRITERIA)
        .file("candidates.csv", CANDIDATES)
        .file("none.csv", HEAD)
        .file("decisions.csv", DECISIONS);
    let rules = ["-c", "criteria.yaml", "--decisions", "none.csv", "--decisions", "decisions.csv"];
    let same = two.args(["diff", "candidates.csv", "-q"]).args(rules).output();
    assert_eq!((same.status, same.text().lines().skip(1).eq(ran.text().lines().skip(1))), (3, true), "{}", same.text());
    let test = with(DECISIONS);
    let shell = "$SCREEN -q candidates.csv -c criteria.yaml --decisions decisions.csv -f csv -o out.csv --record run.json && \
                 $SCREEN verify run.json && sed -i 's/9 years/8 years/' decisions.csv && ! $SCREEN verify run.json";
    let ran = test.shell(shell);
    assert_eq!((ran.status, &*ran.stderr), (0, ""), "{}", ran.text());
    assert!(ran.text().contains("✗ decisions.csv"), "{}", ran.text());
}

/// The status, score, and ranks of everybody.
fn standings(document: &Value) -> Vec<Value> {
    let of = |one: &Value| {
        let criteria = one["criteria"].as_object().unwrap();
        let judged = |(id, told): (&String, &Value)| {
            (id.clone(), serde_json::json!([told["verdict"], told["credit"], told["credit_max"]]))
        };
        let criteria: serde_json::Map<String, Value> = criteria.iter().map(judged).collect();
        serde_json::json!([
            one["id"],
            one["rank"],
            one["rank_best"],
            one["rank_worst"],
            one["status"],
            one["score"],
            one["score_max"],
            criteria
        ])
    };
    document["candidates"].as_array().unwrap().iter().map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(3)))]

    /// A reading acts as if the cell had said it: everybody's status, score and ranks are those of a file that says so.
    #[test]
    fn a_reading_acts_as_if_the_cell_had_said_it(
        rows in prop::collection::vec((0_usize..5, 0_usize..4, 0_usize..4), 4..9),
        made in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..3, 0_usize..4), 0..6),
    ) {
        const CELLS: [&[&str]; 3] = [&["", "5-8", "3", "12 ans", "plenty"], &["yes", "no", "", "perhaps"], &["good", "basic", "", "so-so"]];
        const READINGS: [&[&str]; 3] = [&["8 years", "3", "6-9", "14"], &["yes", "no", "oui", "non"], &["good", "basic", "excellent", "none"]];
        let names = ["experience", "advocacy", "writing"];
        let mut cells: Vec<[String; 3]> =
            rows.iter().map(|(a, b, c)| [CELLS[0][*a], CELLS[1][*b], CELLS[2][*c]].map(str::to_owned)).collect();
        let list = |cells: &[[String; 3]]| {
            let lines = cells.iter().enumerate().map(|(at, [a, b, c])| format!("B{at},N{at},n{at}@example.org,{a},{b},{c}\n"));
            format!("id,name,email,experience,advocacy,writing\n{}", lines.collect::<String>())
        };
        let before = list(&cells);
        let mut decisions = HEAD.to_owned();
        for (who, criterion, reading) in &made {
            let at = who.index(cells.len());
            decisions.push_str(&format!("B{at},{},{},{},why,Jo,\n", names[*criterion], rows_cell(&rows, at, *criterion, CELLS), READINGS[*criterion][*reading]));
            READINGS[*criterion][*reading].clone_into(&mut cells[at][*criterion]);
        }
        let run = |list: &str, decisions: &str| {
            let test = with(decisions).file("candidates.csv", list).args(["candidates.csv", "-f", "json"]);
            let ran = test.output();
            assert_eq!(ran.status, 0, "{}", ran.stderr);
            standings(&serde_json::from_slice(&ran.stdout).unwrap())
        };
        prop_assert_eq!(run(&before, &decisions), run(&list(&cells), HEAD));
    }
}

fn rows_cell<'a>(rows: &[(usize, usize, usize)], at: usize, criterion: usize, cells: [&[&'a str]; 3]) -> &'a str {
    let (a, b, c) = rows[at];
    cells[criterion][[a, b, c][criterion]]
}

#[test]
fn a_page_and_a_workbook_mark_what_was_decided() {
    let page = ran(DECISIONS, &["-f", "html"]).text().to_owned();
    assert!(page.contains("decided by Jo on 2 June 2024: 9 years (told on the phone)"));
    assert!(page.contains("4 decisions by people applied; 2 against the machine; 1 stale and not applied"));
    #[cfg(feature = "xlsx")]
    {
        let book = |decisions: &str| {
            let bytes = ran(decisions, &["-f", "xlsx"]).stdout;
            let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
            let mut text = String::new();
            std::io::Read::read_to_string(&mut archive.by_name("xl/styles.xml").unwrap(), &mut text).unwrap();
            text
        };
        assert!(book(DECISIONS).contains("<u/>") && !book(HEAD).contains("<u/>"));
    }
}

/// Nobody is named by what was decided, nor by what is wrong with it.
#[test]
fn blind_decisions_name_nobody() {
    let decisions = format!(
        "{HEAD}ada.fictive@example.org,experience,10,8,,Jo,\nA2,experience,5-8,9 years,Bo Sample told me,Jo,\n\
         A3,experience,Cy Specimen has 3,9,,Jo,\n"
    );
    for format in ["table", "csv", "json", "markdown", "html"] {
        let ran = ran(&decisions, &["--blind", "-f", format]);
        for name in ["Sample", "Specimen", "fictive"] {
            assert!(!ran.text().contains(name) && !ran.stderr.contains(name), "{format} {name}");
        }
    }
}
