//! `--record` and `screen verify`: a run that can be checked later.
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test that cannot go on has failed, and says what it skips"
)]

use std::path::{Path, PathBuf};
use std::process::Command;

use super::common::{CANDIDATES, CRITERIA, Ran, Test, cases};
use insta::assert_snapshot;
use proptest::prelude::*;
use serde_json::Value;

/// A recorded run of the small list, in folders of its own.
struct Recorded {
    folder: tempfile::TempDir,
}

const FILES: [&str; 3] = ["in/candidates.csv", "job.yaml", "out/ranked"];

impl Recorded {
    fn new(options: &[&str]) -> Self {
        let folder = tempfile::Builder::new().prefix("screen-record-").tempdir().unwrap();
        for name in ["in", "out"] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        std::fs::write(folder.path().join("in/candidates.csv"), CANDIDATES).unwrap();
        std::fs::write(folder.path().join("job.yaml"), CRITERIA).unwrap();
        let recorded = Self { folder };
        let run = ["in/candidates.csv", "-c", "job.yaml", "-o", "out/ranked", "--record", "out/run.json"];
        let ran = recorded.screen(&[&run, options].concat(), recorded.folder.path());
        assert_eq!((ran.status, &*ran.stderr), (0, ""), "{options:?}");
        recorded
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn screen(&self, args: &[&str], folder: &Path) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_screen"));
        let output = command.args(args).env_clear().current_dir(folder).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        Ran { status: output.status.code().unwrap(), stdout: output.stdout, stderr }
    }

    fn verify(&self) -> Ran {
        self.screen(&["verify", "out/run.json"], self.folder.path())
    }

    fn record(&self) -> Value {
        serde_json::from_slice(&std::fs::read(self.path("out/run.json")).unwrap()).unwrap()
    }

    /// Another value at a place of the record.
    fn put(&self, place: &str, value: impl Into<Value>) {
        let mut record = self.record();
        *record.pointer_mut(place).unwrap() = value.into();
        std::fs::write(self.path("out/run.json"), record.to_string()).unwrap();
    }

    /// The names of what differs, as the verifier in Python tells; nothing where there is no Python.
    fn by_python(&self) -> Option<Vec<String>> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verify_record.py");
        let Ok(output) = Command::new("python3").arg(script).arg(self.path("out/run.json")).output() else {
            eprintln!("skipped: there is no python3");
            return None;
        };
        let names: Vec<String> = String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect();
        assert_eq!(output.status.code(), Some(if names.is_empty() { 0 } else { 3 }), "{names:?}");
        Some(names)
    }
}

/// The names of the files that differ, as `screen verify` tells.
fn differing(ran: &Ran) -> Vec<&str> {
    let marked = ran.text().lines().filter_map(|line| line.strip_prefix("✗ "));
    marked.map(|line| line.split(':').next().unwrap()).filter(|name| FILES.contains(name)).collect()
}

#[test]
fn a_run_is_the_same_on_another_day_and_in_another_place() {
    for options in [
        &["-f", "csv"][..],
        &["-f", "json", "--lang", "fr", "--top", "3"],
        &["-f", "html", "--for", "rater", "--top", "3"],
        &["-f", "jsonl", "--sort", "input", "--columns", "id,name,email,status"],
        &["-f", "table", "--color", "always", "--blind"],
        &["-f", "markdown", "--status", "review,not_eligible", "--min-score", "20.5", "--as-of", "2024-01-31"],
        &["-f", "xlsx"],
        &["-f", "csv", "--delimiter", ",", "--encoding", "windows-1252", "--map", "writing=advocacy", "--strict"],
        &["-f", "csv", "--stage", "interview", "--missing-columns", "review"],
    ] {
        let recorded = Recorded::new(options);
        let ran = recorded.verify();
        assert_eq!((ran.status, &*ran.stderr), (0, ""), "{options:?}\n{}", ran.text());
        assert!(recorded.by_python().is_none_or(|names| names.is_empty()), "{options:?}");
        let elsewhere = tempfile::tempdir().unwrap();
        let there = elsewhere.path().join("moved");
        std::fs::rename(recorded.folder.path(), &there).unwrap();
        let run = there.join("out/run.json");
        let ran = recorded.screen(&["verify", run.to_str().unwrap(), "--lang", "fr"], Path::new("/"));
        assert_eq!((ran.status, &*ran.stderr), (0, ""), "{options:?}\n{}", ran.text());
    }
}

#[test]
fn what_is_found_is_told() {
    let recorded = Recorded::new(&["-f", "csv"]);
    let mut shown = String::from_utf8(recorded.verify().stdout).unwrap();
    std::fs::write(recorded.path("in/candidates.csv"), CANDIDATES.replace("5-8", "8")).unwrap();
    std::fs::remove_file(recorded.path("out/ranked")).unwrap();
    let ran = recorded.verify();
    assert_eq!(ran.status, 3);
    shown.push_str(ran.text());
    std::fs::remove_file(recorded.path("job.yaml")).unwrap();
    let ran = recorded.verify();
    assert_eq!(ran.status, 3);
    shown.push_str(ran.text());
    let sum = |word: &str| word.len() == 12 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let words = shown.split_inclusive(|c: char| !c.is_alphanumeric());
    let words = words.map(|word| match word.trim_end_matches('…') {
        end if sum(end) => word.replace(end, "SUM"),
        _ => word.to_owned(),
    });
    assert_snapshot!(words.collect::<String>());
}

#[test]
fn what_the_record_says_is_held_against_the_run() {
    for (place, value) in [
        ("/screen", Value::from("0.0.9")),
        ("/as_of", "2024-05-27".into()),
        ("/as_of_source", "today".into()),
        ("/counts/review", 3.into()),
        ("/counts/shown", 5.into()),
        ("/options/top", 2.into()),
        ("/output/sha256", "0".repeat(64).into()),
        ("/criteria/bytes", 1.into()),
    ] {
        let recorded = Recorded::new(&["-f", "csv"]);
        recorded.put(place, value);
        let ran = recorded.verify();
        assert_eq!((ran.status, &*ran.stderr), (3, ""), "{place}\n{}", ran.text());
    }
    for (place, value) in [("/record", 2), ("/options/stage", 1), ("/options/sort", 0)] {
        let recorded = Recorded::new(&["-f", "csv"]);
        recorded.put(place, value);
        let ran = recorded.verify();
        assert_eq!((ran.status, ran.text(), ran.stderr.contains("not-a-record")), (1, "", true), "{}", ran.stderr);
    }
}

#[test]
fn criteria_that_cannot_be_used_any_more_are_told() {
    let recorded = Recorded::new(&["-f", "csv"]);
    std::fs::write(recorded.path("job.yaml"), "version: 1\n").unwrap();
    let ran = recorded.verify();
    assert_eq!((ran.status, ran.stderr.contains("job.yaml")), (3, true), "{}", ran.stderr);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(5)))]

    /// Any flipped bit of what was read or written is found, by the program and by the verifier in Python, which agree on
    /// where it is.
    #[test]
    fn any_flipped_byte_is_found(which in 0_usize..3, at in any::<prop::sample::Index>(), bit in 0_u32..8) {
        let recorded = Recorded::new(&["-f", "csv"]);
        let path = recorded.path(FILES[which]);
        let mut bytes = std::fs::read(&path).unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        std::fs::write(&path, bytes).unwrap();
        let ran = recorded.verify();
        prop_assert_eq!(ran.status, 3, "{}", ran.text());
        prop_assert_eq!(differing(&ran), vec![FILES[which]]);
        if let Some(names) = recorded.by_python() {
            prop_assert_eq!(names, vec![FILES[which].to_owned()]);
        }
    }
}

#[test]
fn a_record_is_as_its_schema_says() {
    let ran = Test::new().args(["schema", "--record"]).output();
    let schema: Value = serde_json::from_slice(&ran.stdout).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for options in [&["-f", "csv"][..], &["--top", "2", "--as-of", "2024-01-01", "--map", "writing=advocacy"]] {
        let record = Recorded::new(options).record();
        let errors: Vec<String> = validator.iter_errors(&record).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0]);
        // Whatever is missing or beside it is no record.
        for key in record.as_object().unwrap().keys() {
            let mut less = record.clone();
            less.as_object_mut().unwrap().remove(key);
            assert!(!validator.is_valid(&less), "{key}");
        }
    }
}

#[test]
fn what_cannot_be_read_again_is_not_recorded() {
    let run = |args: &[&str]| {
        let test = Test::small().stdin(CANDIDATES).args(args).output();
        (test.status, test.stderr)
    };
    let (status, told) = run(&["-", "--record", "run.json"]);
    assert_eq!((status, told.contains("read-once")), (1, true), "{told}");
    let (status, told) = run(&["candidates.csv", "--record", "-"]);
    assert_eq!((status, told.contains("--record")), (2, true), "{told}");
    let (status, told) = run(&["candidates.csv", "-o", "a", "--record", "a"]);
    assert_eq!((status, told.contains("over the output")), (2, true), "{told}");
    let (status, told) = run(&["candidates.csv", "--record", "candidates.csv"]);
    assert_eq!((status, told.contains("output-is-input")), (1, true), "{told}");
    let (status, told) = run(&["not-there.csv", "--record", "run.json"]);
    assert_eq!((status, told.contains("no-file")), (1, true), "{told}");
    // The output comes out as without a record.
    let [with, without] =
        [&["--record", "run.json"][..], &[]].map(|more| Test::small().arg("candidates.csv").args(more).output());
    assert_eq!(with, without);
}
