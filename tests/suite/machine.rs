//! What programs read: the form of the output, reasons as columns, what is found as data, colours asked for.

use super::common;

use super::common::{CRITERIA, Test};

const VERSION: &str = env!("CARGO_PKG_VERSION");

#[test]
fn documents_say_which_program_wrote_them_in_which_form() {
    let screen = format!("{{\n  \"screen\": {{\"version\":\"{VERSION}\",\"format\":1}},\n");
    let list = Test::small().args(["candidates.csv", "-f", "json", "-q"]).output();
    assert!(list.text().starts_with(&screen), "{}", list.text());
    for args in [
        &["audit", "-c", "criteria.yaml", "--by", "advocacy", "candidates.csv", "-f", "json"][..],
        &["robust", "-c", "criteria.yaml", "candidates.csv", "-f", "json"],
        &["check", "criteria.yaml", "-f", "json"],
    ] {
        let ran =
            Test::new().file("criteria.yaml", CRITERIA).file("candidates.csv", common::CANDIDATES).args(args).output();
        let document: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
        assert_eq!(document["screen"], serde_json::json!({ "version": VERSION, "format": 1 }), "{args:?}");
        assert!(document.as_object().unwrap().keys().len() > 1);
    }
    // Each line is a candidate and nothing else, so that files of them can be put one after the other.
    let lines = Test::small().args(["candidates.csv", "-f", "jsonl", "-q"]).output();
    assert!(lines.text().lines().all(|line| line.starts_with("{\"rank\":")));
}

/// The small list as rows of CSV with these columns.
fn rows(args: &[&str]) -> Vec<Vec<String>> {
    let ran = Test::small().args(["candidates.csv", "-q"]).args(args).output();
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&*ran.stdout);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn reasons_are_columns() {
    let json = Test::small().args(["candidates.csv", "-f", "json", "-q"]).output();
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    for sort in ["rank", "input"] {
        for threads in ["1", "3"] {
            let columns = "writing.reason,id,experience,experience.reason,advocacy.reason,email,writing";
            let rows = rows(&["-f", "csv", "--columns", columns, "--sort", sort, "--threads", threads]);
            assert_eq!(rows[0].join(","), columns);
            assert_eq!(rows.len(), 7);
            for row in &rows[1..] {
                let person = json["candidates"].as_array().unwrap().iter().find(|one| one["id"] == row[1]).unwrap();
                for (at, criterion) in [(0, "writing"), (3, "experience"), (4, "advocacy")] {
                    assert_eq!(person["criteria"][criterion]["reason"], row[at], "{sort} {}", row[1]);
                }
                for (at, criterion) in [(2, "experience"), (6, "writing")] {
                    assert_eq!(person["criteria"][criterion]["verdict"], row[at], "{sort} {}", row[1]);
                }
            }
        }
    }
    // Without reasons the same verdicts are written.
    let with = rows(&["-f", "csv", "--columns", "id,experience,advocacy,writing,experience.reason"]);
    let without = rows(&["-f", "csv", "--columns", "id,experience,advocacy,writing"]);
    assert!(with.iter().zip(&without).all(|(with, without)| with[..4] == without[..]));
    let tabs = Test::small().args(["candidates.csv", "-q", "-f", "tsv", "--columns", "id,experience.reason"]).output();
    assert!(tabs.text().lines().all(|line| line.matches('\t').count() == 1), "{}", tabs.text());
    for format in ["table", "markdown", "html"] {
        let ran = Test::small().args(["candidates.csv", "-f", format, "--columns", "id,experience.reason"]).output();
        assert_eq!(ran.status, 2, "{format}");
    }
    let unknown = Test::small().args(["candidates.csv", "-f", "csv", "--columns", "id,nothing.reason"]).output();
    assert_eq!(unknown.status, 1);
}

#[test]
fn reasons_cannot_run_and_say_what_people_decided() {
    let run = |extra: &[&str]| {
        let rows = "id,experience,advocacy,writing\nX,=1+1;-2,\"@x\",\"+cmd|'\"\nY,7,yes,good\n";
        let decided = "id,criterion,cell,decision,reason,by,at\nX,advocacy,@x,met,=asked,Kim Sample,2024-06-01\n";
        Test::small()
            .file("hostile.csv", rows)
            .file("decided.csv", decided)
            .args([
                "hostile.csv",
                "-q",
                "-f",
                "csv",
                "--columns",
                "advocacy.reason,experience.reason,writing.reason,id",
            ])
            .args(extra)
            .output()
    };
    let ran = run(&[]);
    let mut reader = csv::Reader::from_reader(&*ran.stdout);
    for row in reader.records().map(Result::unwrap) {
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{row:?}");
    }
    let decided = run(&["--decisions", "decided.csv"]);
    assert!(decided.text().contains("Kim Sample"), "{}", decided.text());
}

#[test]
fn ids_with_what_is_said_of_them_are_completed() {
    for shell in ["bash", "zsh", "fish"] {
        let ran = Test::new().file("c.yaml", CRITERIA).args(["completions", shell, "--criteria", "c.yaml"]).output();
        for id in ["experience.reason", "experience.unread"] {
            assert!(ran.text().contains(id), "{shell}: {id}");
        }
    }
}

#[test]
fn what_is_found_is_data_for_editors_and_workflows() {
    let wrong =
        CRITERIA.replace("at_least: 7", "at_leest: 7").replace("weight: 10\n    yes_no", "weight: -1\n    yes_no");
    let check = |criteria: &str, args: &[&str]| {
        Test::new()
            .file("c.yaml", criteria)
            .file("a.csv", common::CANDIDATES.replace("advocacy", "Plaidoyer"))
            .args(["check", "c.yaml"])
            .args(args)
            .output()
    };
    let ran = check(&wrong, &["--format", "json"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (1, ""));
    let found: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    assert_eq!(found["right"], false);
    let problems = found["problems"].as_array().unwrap();
    let line = wrong.lines().position(|line| line.contains("at_leest")).unwrap() + 1;
    let first = problems.iter().find(|problem| problem["line"] == line).unwrap();
    let column = wrong.lines().nth(line - 1).unwrap().find("at_leest").unwrap() + 1;
    assert_eq!((&first["column"], &first["end_column"]), (&column.into(), &(column + 8).into()));
    assert!(problems.len() >= 2 && problems.iter().all(|problem| problem["file"] == "c.yaml"));

    let ran = check(&wrong, &["--format", "github"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (1, ""));
    assert!(ran.text().lines().all(|line| line.starts_with("::error file=c.yaml,line=")), "{}", ran.text());
    assert_eq!(ran.text().lines().count(), problems.len());

    let ran = check(CRITERIA, &["--format", "json"]);
    let found: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    assert_eq!((ran.status, &found["right"], found["problems"].as_array().unwrap().len()), (0, &true.into(), 0));
    // A column that is not there is wrong with the file, and is told in the same way.
    let ran = check(CRITERIA, &["a.csv", "--format", "json"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (1, ""));
    assert!(ran.text().contains("\"a.csv\""), "{}", ran.text());
    let ran = check(CRITERIA, &["none.csv", "--format", "github"]);
    assert!(ran.text().starts_with("::error file=none.csv,"), "{}", ran.text());
}

#[test]
fn colour_is_there_where_it_is_asked_for() {
    let coloured = |env: &[(&str, &str)], args: &[&str]| {
        let test = Test::small().args(["candidates.csv"]).args(args);
        let ran = env.iter().fold(test, |test, (name, value)| test.env(name, *value)).output();
        assert_eq!(ran.status, 0);
        ran.text().contains('\u{1b}')
    };
    assert!(!coloured(&[], &[]));
    assert!(coloured(&[("FORCE_COLOR", "1")], &[]));
    assert!(!coloured(&[("FORCE_COLOR", "0")], &[]));
    assert!(!coloured(&[("FORCE_COLOR", "1"), ("NO_COLOR", "1")], &[]));
    assert!(!coloured(&[("FORCE_COLOR", "1")], &["--color", "never"]));
    assert!(coloured(&[("NO_COLOR", "1")], &["--color", "always"]));
    // A file is no terminal, whatever is forced.
    let test = Test::small().args(["candidates.csv", "-o", "list.txt"]).env("FORCE_COLOR", "1");
    assert_eq!(test.output().status, 0);
    assert!(!std::fs::read_to_string(test.path("list.txt")).unwrap().contains('\u{1b}'));
}

#[test]
fn findings_are_status_3_and_a_ranking_never_is() {
    let files = |criteria: &str| {
        Test::new()
            .file("criteria.yaml", criteria)
            .file("candidates.csv", common::CANDIDATES)
            .file("other.csv", "id,status\nA1,review\n")
    };
    let status = |args: &[&str]| files(CRITERIA).args(args).output().status;
    let base = ["-c", "criteria.yaml", "candidates.csv", "-q"];
    let test = files(CRITERIA);
    let list = Test::small().args(["candidates.csv", "-f", "json", "-q"]).output();
    let test = test
        .file("one.json", &list.stdout)
        .file("two.json", String::from_utf8(list.stdout).unwrap().replace("\"eligible\"", "\"review\""));
    let same = test.args(["diff", "one.json", "one.json"]);
    assert_eq!(same.output().status, 0);
    assert_eq!(same.shell("\"$SCREEN\" diff one.json two.json").status, 3);
    let audit = ["audit", "-c", "criteria.yaml", "candidates.csv", "--by", "advocacy", "--small"];
    assert_eq!(status(&audit), 0);
    assert_eq!(status(&[&audit[..], &["--fail-below", "0.8"]].concat()), 3);
    for more in [&[][..], &["--strict"], &["--status", "eligible", "--min-score", "100"], &["--top", "0"]] {
        assert!(status(&[&base[..], more].concat()) < 2, "{more:?}");
    }
}
