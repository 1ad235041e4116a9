//! JSON Lines in: what Spark, DuckDB, pandas and jq write, and what breaks on the way.

use super::common;

use super::common::{CANDIDATES, CRITERIA, Test};

/// The fields that do not say where a record was.
const FIELDS: &str = "rank,rank_best,rank_worst,id,name,status,score,score_max,experience,advocacy,writing,notes";

/// The small list, one object a line.
fn lines() -> String {
    let mut rows = CANDIDATES.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = rows.next().unwrap();
    let object = |row: Vec<&str>| {
        let members: Vec<String> = header.iter().zip(row).map(|(key, cell)| format!("{key:?}:{cell:?}")).collect();
        format!("{{{}}}\n", members.join(","))
    };
    rows.map(object).collect()
}

fn run(file: &str, text: impl AsRef<[u8]>, args: &[&str]) -> common::Ran {
    Test::small().file(file, text).args(["--quiet", "--columns", FIELDS, "-f", "csv"]).args(args).output()
}

fn from_csv() -> Vec<u8> {
    run("x", "", &["candidates.csv"]).stdout
}

#[test]
fn an_object_a_line_says_what_a_row_says() {
    let gzip = |text: &str| {
        use std::io::Write as _;
        let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        out.write_all(text.as_bytes()).unwrap();
        out.finish().unwrap()
    };
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(lines().encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for (file, text) in [
        ("a.jsonl", lines().into_bytes()),
        ("a.ndjson", lines().into_bytes()),
        ("a.JSONL.gz", gzip(&lines())),
        ("a.txt", lines().into_bytes()),
        ("marked.json", [&b"\xef\xbb\xbf"[..], lines().as_bytes()].concat()),
        ("wide.txt", wide),
        ("crlf.jsonl", lines().replace('\n', "\r\n").into_bytes()),
    ] {
        let ran = run(file, text, &[file]);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{file}");
        assert_eq!(String::from_utf8(ran.stdout), String::from_utf8(from_csv()), "{file}");
    }
    let piped = Test::small().stdin(lines()).args(["--quiet", "--columns", FIELDS, "-f", "csv", "-"]).output();
    assert_eq!(piped.stdout, from_csv());
}

#[test]
fn what_other_tools_write_is_read() {
    // Spark leaves keys out whose values are null; DuckDB and jq write them; pandas writes whole numbers with a part.
    for text in [
        r#"{"id":"A1","experience":10,"advocacy":true,"writing":"very good"}
{"id":"A4","advocacy":true}
"#,
        r#"{"id":"A1","experience":10,"advocacy":true,"writing":"very good"}
{"id":"A4","experience":null,"advocacy":true,"writing":null}
"#,
        r#"{"id":"A1","experience":10.0,"advocacy":"yes","writing":"very good"}
{"id":"A4","experience":null,"advocacy":"yes","writing":null}
"#,
        r#"{"id":"A1","experience":1.0E1,"advocacy":1,"writing":"very good"}
{"advocacy":1,"id":"A4"}
"#,
    ] {
        let ran = Test::small()
            .file("a.jsonl", text)
            .args(["a.jsonl", "--quiet", "-f", "csv", "--columns", "id,status,score,score_max"])
            .output();
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{text}");
        assert_eq!(
            ran.text(),
            "id,status,score,score_max\nA1,eligible,79.464286,79.464286\nA4,review,25,100\n",
            "{text}"
        );
    }
}

#[test]
fn a_key_that_comes_late_is_a_column() {
    let mut lines: Vec<String> = (0..3000).map(|n| format!(r#"{{"id":"N{n}","advocacy":true}}"#)).collect();
    lines.push(r#"{"id":"LAST","experience":10,"advocacy":true,"writing":"excellent"}"#.to_owned());
    for args in [&["a.jsonl"][..], &["a.jsonl", "--sort", "input"], &["a.jsonl", "--threads", "1"]] {
        let ran = run("a.jsonl", lines.join("\n"), args);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
        assert_eq!(ran.text().lines().count(), 3002);
        assert!(ran.text().lines().any(|line| line.contains("LAST,,eligible")), "{args:?}");
    }
}

#[test]
fn a_damaged_line_costs_its_own_record_only_and_is_told_with_its_number() {
    let bad = ["{\"id\": \"B\", \"experience\": \"10", "[1]", "{\"id\": 1, \"id\": 2}", "\u{0}", "{\"id\":\"B\"} x"];
    for (nth, bad) in bad.iter().enumerate() {
        for at in 0..=6 {
            let mut all: Vec<String> = lines().lines().map(str::to_owned).collect();
            all.insert(at, (*bad).to_owned());
            all.insert(at, String::new());
            let ran = Test::small()
                .stdin(all.join("\n"))
                .args(["--columns", "id,status,source.line,notes", "-f", "csv", "--input-format", "jsonl"])
                .output();
            assert_eq!(ran.status, 0, "{nth} {at}: {}", ran.stderr);
            assert_eq!(ran.text().lines().count(), 8, "{nth} {at}: {}", ran.text());
            let line = format!(",review,{},", at + 2);
            assert!(ran.text().lines().any(|row| row.contains(&line)), "{nth} {at}: {}", ran.text());
            assert!(ran.stderr.contains(&format!("<standard input>:{}", at + 2)), "{nth} {at}: {}", ran.stderr);
        }
    }
}

#[test]
fn every_command_takes_them() {
    let small =
        || Test::new().file("criteria.yaml", CRITERIA).file("a.jsonl", lines()).file("candidates.csv", CANDIDATES);
    for args in [
        &["explain", "-c", "criteria.yaml", "a.jsonl", "A2"][..],
        &["compare", "-c", "criteria.yaml", "a.jsonl", "A2", "A3"],
        &["audit", "-c", "criteria.yaml", "--by", "advocacy", "a.jsonl"],
        &["robust", "-c", "criteria.yaml", "a.jsonl"],
        &["check", "criteria.yaml", "a.jsonl"],
        &["init", "a.jsonl", "--yes"],
    ] {
        let told = |file: &str| {
            let named = args.iter().map(|arg| arg.replace("a.jsonl", file));
            let ran = small().args(named).output();
            assert_eq!(ran.status, 0, "{args:?}: {}", ran.stderr);
            // The row of a table counts its header, and what is called after the file is not the same.
            let text = ran.text().replace(file, "FILE");
            text.lines().filter(|line| !line.contains("row ") && !line.contains("FILE")).collect::<Vec<_>>().join("\n")
        };
        assert_eq!(told("a.jsonl"), told("candidates.csv"), "{args:?}");
    }
    let list = small().args(["settle", "-c", "criteria.yaml", "a.jsonl", "--list", "open.csv", "-q"]);
    assert_eq!(list.output().status, 0);
    let both = small().args(["-c", "criteria.yaml", "a.jsonl", "candidates.csv", "-f", "csv", "-q"]).output();
    assert_eq!((both.status, both.text().lines().count()), (0, 13));
    assert!(
        both.text().contains("row 2 of candidates.csv") && both.text().contains("row 1 of a.jsonl"),
        "{}",
        both.text()
    );
}

#[test]
fn json_that_is_no_lines_is_told_what_to_do() {
    for text in ["{\n  \"id\": \"A1\"\n}\n", "[{\"id\": \"A1\"}]\n"] {
        for args in [&["a.json"][..], &["a.json", "--input-format", "jsonl"]] {
            let ran = run("a.json", text, args);
            assert_eq!(ran.status, 1);
            assert!(ran.stderr.contains("jq -c"), "{}", ran.stderr);
        }
    }
}

#[test]
fn an_empty_part_is_no_error_in_input_order() {
    let header = CANDIDATES.lines().next().unwrap();
    for (file, text) in [("a.jsonl", ""), ("a.csv", header), ("b.jsonl", "\n\n")] {
        let ran = run(file, text, &[file, "--sort", "input"]);
        assert_eq!((ran.status, ran.text().lines().count(), ran.stderr.as_str()), (0, 1, ""), "{file}");
        let ranked = run(file, text, &[file]);
        assert_eq!(ranked.status, 1, "{file}");
    }
    let piped = Test::small().args(["--sort", "input", "-f", "jsonl", "--input-format", "jsonl", "-"]).output();
    assert_eq!((piped.status, piped.stdout.len()), (0, 0), "{}", piped.stderr);
}
