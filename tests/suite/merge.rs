//! Parts judged apart and merged: the very bytes of one run over all of them.

use super::common;

use super::common::{CANDIDATES, CRITERIA, Test};
use proptest::prelude::*;

/// Every format, and what else changes the bytes.
const OUTPUTS: &[&[&str]] = &[
    &["-f", "table"],
    &["-f", "csv"],
    &["-f", "tsv"],
    &["-f", "json"],
    &["-f", "jsonl"],
    &["-f", "markdown", "--lang", "fr"],
    &["-f", "html"],
    #[cfg(feature = "xlsx")]
    &["-f", "xlsx"],
    &["-f", "json", "--blind"],
    &["-f", "html", "--blind"],
    &["-f", "csv", "--top", "3", "--columns", "rank,id,email,score,notes"],
    &["-f", "jsonl", "--sort", "input"],
    &["-f", "table", "--status", "review", "--min-score", "10", "--strict"],
];

const HEADER: &str = "id,name,email,experience,advocacy,writing";

/// One record as it may come: with line breaks, twins, ties, damage, nothing at all.
fn record() -> impl Strategy<Value = String> {
    let id = prop_oneof!["[A-E]", "", Just("\"=1+1\"".to_owned())];
    let name = prop_oneof!["(Ada|Bo) Fictive", Just("\"Zoé\nSample, \"\"Z\"\"\"".to_owned()), ""];
    let email = prop_oneof!["[ab]@example\\.org", "", "[a-z]{3}@example\\.org"];
    let experience = prop_oneof!["[0-9]{1,2}", "[1-9]-1[0-9]", "", "since 2015", Just("\"7\n years\"".to_owned())];
    let answer = prop_oneof!["yes", "no", "", "oui"];
    let writing = prop_oneof!["good", "excellent", "", "basic", "x@y"];
    let whole = (id, name, email, experience, answer, writing)
        .prop_map(|(id, name, email, years, answer, writing)| [id, name, email, years, answer, writing].join(","));
    prop_oneof![
        20 => whole,
        1 => Just("A,short".to_owned()),
        1 => Just("B,too,many,cells,in,this,row".to_owned()),
        1 => Just(",,,,,".to_owned()),
        1 => Just(String::new()),
        1 => Just("C,\"never closed,x,10,yes,good".to_owned()),
    ]
}

/// A run of `screen` in the folder of `test`.
fn run(test: &Test, args: &[&str]) -> common::Ran {
    let args = args.iter().map(|arg| format!("'{arg}'")).collect::<Vec<_>>().join(" ");
    test.shell(&format!("\"$SCREEN\" {args}"))
}

/// Files judged apart, each into a part of its own.
fn parts(test: &Test, files: &[String]) -> Vec<String> {
    let part = |file: &String| {
        let part = format!("{file}.part");
        let ran = run(
            test,
            &["-c", "criteria.yaml", file, "--sort", "input", "-f", "jsonl", "--for-merge", "-o", &part, "-q"],
        );
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{file}");
        part
    };
    files.iter().map(part).collect()
}

/// Holds what a merge writes against what one run writes, for every output.
fn same(test: &Test, one: &[&str], merge: &[&str]) -> Result<(), TestCaseError> {
    for output in OUTPUTS {
        let first = run(test, &[&["-c", "criteria.yaml"], one, *output, &["--threads", "1"]].concat());
        let second = run(test, &[&["merge"], merge, *output].concat());
        prop_assert_eq!(first.status, second.status, "{:?}: {} {}", output, first.stderr, second.stderr);
        let text = |ran: &common::Ran| String::from_utf8_lossy(&ran.stdout).into_owned();
        prop_assert!(first.stdout == second.stdout, "{:?}:\n{}\n{}", output, text(&first), text(&second));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: common::cases(2), max_shrink_iters: 40, ..ProptestConfig::default() })]

    /// Any records in any number of files, judged apart, are what they are together.
    #[test]
    fn any_split_is_one_run(
        records in prop::collection::vec((record(), 0..40usize), 1..60),
        parts_count in 1..=40usize,
        tabs in any::<bool>(),
    ) {
        let mut files = vec![String::new(); parts_count];
        for (record, at) in &records {
            files[at % parts_count].push_str(&format!("{record}\n"));
        }
        files.retain(|file| file.lines().any(|line| !line.trim_matches(',').is_empty()));
        prop_assume!(!files.is_empty());
        let mut test = Test::new().file("criteria.yaml", CRITERIA);
        let mut names = Vec::new();
        for (at, file) in files.iter().enumerate() {
            let name = format!("p{at:02}.csv");
            let text = format!("{HEADER}\n{file}");
            // Some are written otherwise: that is each file's own.
            let text = if tabs && at % 3 == 1 { text.replace('\n', "\r\n") } else { text };
            test = test.file(&name, text);
            names.push(name);
        }
        let parts = parts(&test, &names);
        let (names, parts): (Vec<&str>, Vec<&str>) =
            (names.iter().map(String::as_str).collect(), parts.iter().map(String::as_str).collect());
        same(&test, &names, &parts)?;
    }

    /// Any pieces of one file, also such with nobody in them, are the file again: its name, its lines, its rows.
    #[test]
    fn any_pieces_are_the_file(
        records in prop::collection::vec(record(), 1..60),
        cuts in prop::collection::vec(0..60usize, 0..39),
        ended in any::<bool>(),
    ) {
        prop_assume!(records.iter().any(|record| !record.trim_matches(',').is_empty()));
        let body: Vec<String> = records.iter().map(|record| format!("{record}\n")).collect();
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(body.len())).collect();
        cuts.sort_unstable();
        let (mut from, mut pieces) = (0, Vec::new());
        for cut in cuts.into_iter().chain([body.len()]) {
            pieces.push(body[from..cut].concat());
            from = cut;
        }
        // A quote that is never closed swallows what follows, here less than there.
        prop_assume!(!body.concat().contains("never closed"));
        let mut test = Test::new().file("criteria.yaml", CRITERIA).file("all.csv", format!("{HEADER}\n{}", body.concat()));
        let mut names = Vec::new();
        for (at, piece) in pieces.iter().enumerate() {
            let name = format!("p{at:02}.csv");
            let text = format!("{HEADER}\n{piece}");
            test = test.file(&name, if ended { text.trim_end_matches('\n').to_owned() } else { text });
            names.push(name);
        }
        // Without its last line ends a piece is some lines shorter.
        prop_assume!(!ended || pieces.iter().all(|piece| !piece.contains("\n\n") && !piece.starts_with('\n')));
        let parts = parts(&test, &names);
        let merge: Vec<&str> = ["--whole", "all.csv"].into_iter().chain(parts.iter().map(String::as_str)).collect();
        same(&test, &["all.csv"], &merge)?;
    }
}

/// The small list as two files, and their parts.
fn small() -> (Test, [&'static str; 2]) {
    let mut lines = CANDIDATES.lines();
    let header = lines.next().unwrap();
    let lines: Vec<&str> = lines.collect();
    let file = |lines: &[&str]| format!("{header}\n{}\n", lines.join("\n"));
    let test = Test::new()
        .file("criteria.yaml", CRITERIA)
        .file("a.csv", file(&lines[..2]))
        .file("b.csv", file(&[&lines[2..], &["A1,Ada Fictive,ada.fictive@example.org,9,yes,good"]].concat()));
    parts(&test, &["a.csv".to_owned(), "b.csv".to_owned()]);
    (test, ["a.csv.part", "b.csv.part"])
}

#[test]
fn twins_are_found_across_parts() {
    let (test, [a, b]) = small();
    let ran = run(&test, &["merge", a, b, "-f", "csv", "-q"]);
    assert!(ran.text().contains("row 5 of b.csv") || ran.text().contains("row 6 of b.csv"), "{}", ran.text());
    assert!(same(&test, &["a.csv", "b.csv"], &[a, b]).is_ok());
    // Parts one after the other are all of them, and a stream is as good as a file.
    let piped = test.shell("cat a.csv.part b.csv.part | gzip | \"$SCREEN\" merge - -f csv -q");
    assert_eq!(piped.stdout, ran.stdout);
}

#[test]
fn files_of_every_kind_are_parts() {
    let (test, _) = small();
    let lines = "{\"id\":\"J1\",\"experience\":9,\"advocacy\":true,\"name\":\"Zoé\"}\n\n{\"id\":\"J2\"\n[]\n";
    let test = test
        .file("c.jsonl", lines)
        .file("d.csv", b"id;experience;advocacy;name;writing\nL1;8;oui;Zo\xe9;bon\n")
        .file("e.jsonl", "");
    let parts = parts(&test, &["c.jsonl".to_owned(), "d.csv".to_owned()]);
    let merge: Vec<&str> = parts.iter().map(String::as_str).collect();
    assert!(same(&test, &["c.jsonl", "d.csv"], &merge).is_ok());
    let told = run(&test, &[&["merge"], &*merge, &["-f", "csv"]].concat());
    assert!(told.stderr.contains("parts-differ"), "{}", told.stderr);
}

#[test]
fn an_empty_part_adds_nobody() {
    let (test, [a, b]) = small();
    let test = test.file("none.csv", "id,name,email,experience,advocacy,writing\n").file("none.jsonl", "");
    let none = parts(&test, &["none.csv".to_owned(), "none.jsonl".to_owned()]);
    let with = run(&test, &["merge", a, &none[0], b, &none[1], "-f", "csv", "-q"]);
    let without = run(&test, &["merge", a, b, "-f", "csv", "-q"]);
    assert_eq!((with.status, with.stdout), (0, without.stdout), "{}", with.stderr);
    let nobody = run(&test, &["merge", &none[1], &none[0], "-f", "jsonl"]);
    assert_eq!((nobody.status, nobody.stdout.len(), nobody.stderr.as_str()), (0, 0, ""));
}

#[test]
fn a_part_that_is_not_whole_is_never_merged() {
    let (test, [a, b]) = small();
    let whole = std::fs::read(test.path(b)).unwrap();
    let refused = |bytes: Vec<u8>, what: &str| {
        std::fs::write(test.path("broken"), bytes).unwrap();
        let ran = run(&test, &["merge", a, "broken", "-f", "csv"]);
        assert_eq!((ran.status, ran.stdout.len()), (1, 0), "{what}: {}", ran.stderr);
        assert!(ran.stderr.contains("broken"), "{what}: {}", ran.stderr);
    };
    for cut in (0..whole.len()).step_by(97).chain([whole.len() - 1]) {
        refused(whole[..cut].to_vec(), &format!("cut at {cut}"));
    }
    let lines: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').collect();
    for at in 0..lines.len() {
        refused([&lines[..at], &lines[at + 1..]].concat().concat(), &format!("without line {at}"));
        refused([&lines[..at], &[lines[at]], &lines[at..]].concat().concat(), &format!("line {at} twice"));
    }
    refused(CANDIDATES.into(), "candidates");
    refused(b"{\"id\": 1}\n".to_vec(), "an object");
}

#[test]
fn parts_that_were_asked_otherwise_are_told() {
    let (test, [a, _]) = small();
    let other = CRITERIA.replace("at_least: 7", "at_least: 6");
    let test = test.file("other.yaml", other);
    for (args, told) in [
        (&["-c", "other.yaml"][..], "other criteria"),
        (&["-c", "criteria.yaml", "--as-of", "2024-05-01"], "another day"),
        (&["-c", "criteria.yaml", "--set", "experience.weight=3"], "other options"),
        (&["-c", "criteria.yaml", "--map", "writing=advocacy"], "other options"),
    ] {
        let made = run(&test, &[args, &["b.csv", "--for-merge", "-o", "other.part", "-q"]].concat());
        assert_eq!(made.status, 0, "{}", made.stderr);
        let ran = run(&test, &["merge", a, "other.part"]);
        assert_eq!(ran.status, 1);
        assert!(ran.stderr.contains(told) && ran.stderr.contains("parts-disagree"), "{}", ran.stderr);
    }
    let ran = run(&test, &["merge", a, "-c", "other.yaml"]);
    assert_eq!(ran.status, 1);
    assert_eq!(run(&test, &["merge", a, "-c", "criteria.yaml", "-q"]).status, 0);
    for wrong in [&["--top", "3"][..], &["-f", "csv"], &["--blind"], &["--decisions", "a.csv"], &["--columns", "id"]] {
        let ran = run(&test, &[&["-c", "criteria.yaml", "a.csv", "--for-merge"], wrong].concat());
        assert_eq!(ran.status, 2, "{wrong:?}");
    }
}

#[test]
fn what_people_decided_is_said_of_all_parts() {
    let (test, [a, b]) = small();
    let decisions = "id,criterion,cell,decision,reason,by,at\nA2,experience,5-8,met,asked,Kim Sample,2024-06-01\n";
    let test = test.file("decided.csv", decisions);
    for format in ["table", "csv", "json", "html"] {
        let one = run(&test, &["-c", "criteria.yaml", "--decisions", "decided.csv", "a.csv", "b.csv", "-f", format]);
        let merged = run(&test, &["merge", "--decisions", "decided.csv", a, b, "-f", format]);
        assert_eq!((one.status, merged.status), (0, 0), "{} {}", one.stderr, merged.stderr);
        assert!(one.stdout == merged.stdout, "{format}");
    }
}

#[test]
fn a_part_keeps_its_day() {
    // Without a deadline the day is that of the run; the merge may be on another.
    let criteria = CRITERIA.replace("  deadline: 2024-05-26\n", "");
    let (test, _) = small();
    let test = test.file("criteria.yaml", criteria);
    let made = run(&test, &["-c", "criteria.yaml", "a.csv", "--for-merge", "-o", "day.part", "-q"]);
    assert_eq!(made.status, 0, "{}", made.stderr);
    let part = std::fs::read_to_string(test.path("day.part")).unwrap();
    let day = part.split("\"as_of\":\"").nth(1).unwrap()[..10].to_owned();
    std::fs::write(test.path("day.part"), part.replace(&day, "2020-02-02")).unwrap();
    let ran = run(&test, &["merge", "day.part", "-f", "json", "-q"]);
    assert!(ran.text().contains("\"as_of\": \"2020-02-02\""), "{}", ran.text());
}
