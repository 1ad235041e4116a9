use std::io::Cursor;

use proptest::prelude::*;

use super::super::{Chunk, ReadOptions, RowReader, Trouble, open};
use super::*;
use crate::records::Input;
use crate::records::trouble::DEEPEST;

/// The header, and each row with its line, what is wrong with it and its cells.
type Seen = (Vec<String>, Vec<(u64, Option<Trouble>, Vec<String>)>);

fn seen(text: &[u8]) -> Result<Seen, Diagnostic> {
    let options = ReadOptions { form: Some(crate::records::Form::Lines), ..ReadOptions::default() };
    let mut source = open(Input::Stdin(Box::new(Cursor::new(text.to_vec()))), "a.jsonl", &options, false)?;
    let (mut rows, mut chunk) = (Vec::new(), Chunk::default());
    let mut reader = RowReader::new(source.dialect());
    while source.next(&mut chunk)? {
        reader.rows(&chunk, |row| {
            assert_eq!(row.line, row.number);
            rows.push((row.line, row.trouble, row.cells().map(str::to_owned).collect()));
        });
    }
    Ok((source.header().to_vec(), rows))
}

/// The cells of a line by their keys, and what is wrong with it.
fn one(line: &str) -> (Vec<(String, String)>, Option<Trouble>) {
    let whole = [br#"{"first": 1}"#, &b"\n"[..], line.as_bytes()].concat();
    let (header, rows) = seen(&whole).unwrap();
    let (line, trouble, cells) = rows[1].clone();
    assert_eq!(line, 2);
    let told = header.into_iter().zip(cells).filter(|(_, cell)| !cell.is_empty());
    (told.collect(), trouble)
}

#[test]
fn values_are_cells() {
    for (line, expected) in [
        (r#"{"a": "x; \"y\"\n\u00e9", "b": "\ud83d\ude00"}"#, "a=x; \"y\"\né b=😀"),
        // No digit is lost, and none is made up.
        (
            r#"{"a": 12345678901234567890123, "b": 1.10, "c": -0.0, "d": 7.0}"#,
            "a=12345678901234567890123 b=1.10 c=-0.0 d=7.0",
        ),
        (
            r#"{"a": 1.5E3, "b": 1e-2, "c": -12E0, "d": 1e400, "e": 1.0E10}"#,
            "a=1500 b=0.01 c=-12 d=1e400 e=10000000000",
        ),
        (r#"{"a": true, "b": false, "c": null, "d": "null"}"#, "a=true b=false d=null"),
        (r#"{"a": ["x", null, 2, true, ""], "b": [], "c": {}}"#, "a=x; 2; true"),
        (r#"{"a": {"b": {"c": 1}, "d": [2, 3]}}"#, "a.b.c=1 a.d=2; 3"),
        (r#"{"a": [{"b": 1, "c": "x"}, {"b": 2}, 3], "d": [[1, 2], [3]]}"#, "a.b=1; 2 a.c=x a=3 d=1; 2; 3"),
        ("\u{feff}{\"a\": 1}\r", "a=1"),
        (r#"{"": 1, " a ": 2}"#, "=1 a=2"),
    ] {
        let (cells, trouble) = one(line);
        let told: Vec<String> = cells.into_iter().map(|(key, cell)| format!("{key}={cell}")).collect();
        assert_eq!((told.join(" ").as_str(), trouble), (expected, None), "{line}");
    }
}

#[test]
fn what_is_no_object_is_a_row_with_what_is_wrong() {
    use Trouble::{KeyTwice, NotAnObject, NotJson, TooDeep};
    let deep = format!(r#"{{"a": 1, "b": {}{}}}"#, "[".repeat(DEEPEST), "]".repeat(DEEPEST));
    for (line, expected, trouble) in [
        (r#"{"a": 1, "b": "#, "a=1", NotJson { at: 14 }),
        (r#"{"a": 1, "b": "\ud83d"}"#, "a=1", NotJson { at: 22 }),
        (r#"{"a": 1}{"a": 2}"#, "a=1", NotJson { at: 9 }),
        (r#"{"a": 1, "b": NaN}"#, "a=1", NotJson { at: 15 }),
        ("x,y", "", NotJson { at: 1 }),
        ("[{\"a\": 1}]", "", NotAnObject),
        ("null", "", NotAnObject),
        (r#"{"a": 1, "b": 2, "b": 2}"#, "a=1", KeyTwice),
        (r#"{"a": 1, "b": {"c": 2, "c": [3]}, "d": {"c": 4}}"#, "a=1 d.c=4", KeyTwice),
        (r#"{"b": 1, "b": {"c": 2}, "bc": 3}"#, "bc=3", KeyTwice),
        (r#"{"a.b": 1, "a": {"b": 2}, "c": [{"d": 1, "d": 2}]}"#, "", KeyTwice),
        (&deep, "a=1", TooDeep),
    ] {
        let (cells, found) = one(line);
        let told: Vec<String> = cells.into_iter().map(|(key, cell)| format!("{key}={cell}")).collect();
        assert_eq!((told.join(" ").as_str(), found), (expected, Some(trouble)), "{line}");
    }
    let (_, rows) = seen(b"{\"a\": \"\xc3\xa9\"}\n{\"a\": \"\xff\"}\n").unwrap();
    assert_eq!(rows[1], (2, Some(Trouble::NotText), vec!["\u{fffd}".to_owned()]));
}

#[test]
fn lines_are_counted_with_those_that_hold_nothing() {
    let (header, rows) = seen(b"\n{\"a\": 1}\n\n  \r\n{}\n{\"b\": 2}").unwrap();
    assert_eq!(header, ["a", "b"]);
    let cells = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    assert_eq!(rows, [(2, None, cells(&["1"])), (6, None, cells(&["", "2"]))]);
}

#[test]
fn hostile_lines_are_told_in_a_moment() {
    let long = [r#"{"a": ["#, &"1,".repeat(LONGEST / 2), "1], \"b\": 2}\n{\"a\": 3}"].concat();
    let (_, rows) = seen(long.as_bytes()).unwrap();
    assert!(matches!(rows[0].1, Some(Trouble::TooLong { .. })));
    assert_eq!((rows[1].0, rows[1].1), (2, None));
    let deep = [r#"{"a": "#, &"[".repeat(1 << 22), "\n{\"a\": 3}"].concat();
    assert!(matches!(seen(deep.as_bytes()).unwrap().1[0].1, Some(Trouble::NotJson { .. })));
    let closed = [r#"{"a": "#, &"[".repeat(1 << 20), &"]".repeat(1 << 20), "}"].concat();
    assert_eq!(seen(closed.as_bytes()).unwrap().1[0].1, Some(Trouble::TooDeep));
    let quotes = [r#"{"a": ""#, &r#"\""#.repeat(LONGEST / 2 - 100), "\"}\n{\"a\": 3}"].concat();
    let (_, rows) = seen(quotes.as_bytes()).unwrap();
    assert_eq!((rows.len(), rows[1].1), (2, None));
    let keys: String = (0..=object::MOST_KEYS).map(|key| format!("{{\"k{key}\": 1}}\n")).collect();
    assert_eq!(seen(keys.as_bytes()).unwrap_err().code, "too-many-keys");
}

#[test]
fn what_holds_no_objects_is_refused() {
    for text in ["{\n  \"a\": 1\n}\n", "[{\"a\": 1},\n{\"a\": 2}]", "a,b\n1,2\n"] {
        assert_eq!(seen(text.as_bytes()).unwrap_err().code, "not-json-lines", "{text}");
    }
    for (text, lines) in [
        ("{\"a\": 1}\n{", true),
        (" \n {\"a\": 1}", true),
        ("{\"a\": 1", false),
        ("{\"a\": 1},\n{\"a\": 2}", false),
        ("{\"a\": 1}{\"a\": 2}\n", false),
        ("a,b", false),
    ] {
        assert_eq!(are_lines(text, true), lines, "{text}");
    }
    assert!(!are_lines("{\"a\": 1}", false), "more may follow on the line");
}

proptest! {
    /// Whatever an object holds comes back, each under its key, and no line takes another's.
    #[test]
    fn any_values_come_back(lines in prop::collection::vec(prop::collection::btree_map("[a-e]", any::<String>(), 1..5), 1..20)) {
        let text: Vec<String> = lines.iter().map(|line| serde_json::to_string(line).unwrap()).collect();
        let (header, rows) = seen(text.join("\n").as_bytes()).unwrap();
        let blank = |cell: &String| crate::records::row::is_blank(cell);
        let filled: Vec<_> = (1u64..).zip(&lines).filter(|(_, line)| !line.values().all(blank)).collect();
        prop_assert_eq!(rows.len(), filled.len());
        for ((number, line), (at, trouble, cells)) in filled.into_iter().zip(rows) {
            prop_assert_eq!((number, trouble), (at, None));
            for (key, cell) in header.iter().zip(&cells) {
                prop_assert_eq!(line.get(key).map_or("", String::as_str), cell);
            }
        }
    }

    /// No bytes stop it, and each line that holds something is a row.
    #[test]
    fn any_bytes_are_rows_or_refused(lines in prop::collection::vec(r#"[{}\[\]",:a1\\ \xff]{1,12}"#, 1..12)) {
        let text = ["{\"a\": 1}", &lines.join("\n")].join("\n");
        let (_, rows) = seen(text.as_bytes()).unwrap();
        let held = lines.iter().filter(|line| !line.trim().is_empty()).count();
        prop_assert!(rows.len() <= held + 1);
        prop_assert!(rows.iter().filter(|row| row.1.is_some()).count() < rows.len());
    }
}
