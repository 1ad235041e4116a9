//! What is read of the spreadsheets that the fuzz target begins with.

use std::io::{Cursor, Write};
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::diagnostic::Diagnostic;
use crate::records::{Chunk, Input, ReadOptions, RowReader, open};

/// A spreadsheet of the corpus as the rows that have something in them, the header first, and the codes of its notes.
fn read(name: &str) -> Result<(Vec<Vec<String>>, Vec<&'static str>), Diagnostic> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/sheets").join(name);
    let mut bytes = std::fs::read(path).unwrap();
    if !bytes.starts_with(b"PK") {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for part in String::from_utf8(bytes).unwrap().split("=== ").skip(1) {
            let (name, text) = part.split_once('\n').unwrap();
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        bytes = zip.finish().unwrap().into_inner();
    }
    let mut source = open(Input::Stdin(Box::new(Cursor::new(bytes))), name, &ReadOptions::default(), false)?;
    let mut rows = vec![source.header().to_vec()];
    let mut chunk = Chunk::default();
    while source.next(&mut chunk)? {
        let mut reader = RowReader::new(source.dialect());
        reader.rows(&chunk, |row| rows.push(row.cells().map(str::to_owned).collect()));
    }
    Ok((rows, source.notes().iter().map(|note| note.code).collect()))
}

#[test]
fn every_kind_of_cell_is_read_as_what_it_shows() {
    for (name, expected) in [
        ("inline", &[&["id", "years", "note"][..], &["T1", "7.5", "Zoé, \"Z\""], &["T2", "0.3"]][..]),
        ("shared", &[&["id", "years"], &[" T1 ", "8"]]),
        // Without the readings above the words.
        ("rich", &[&["id", "山田"], &["山田", "8"]]),
        (
            "formats",
            &[
                &["id", "years", "note"],
                &["2024-05-26", "2024-05-26T23:59:59", "29%"],
                &["36:00", "06:00", "1900-02-29"],
            ],
        ),
        (
            "since-1904",
            &[
                &["id", "years", "note"],
                &["2028-05-27", "2028-05-27T23:59:59", "29%"],
                &["36:00", "06:00", "1904-03-01"],
            ],
        ),
        ("kinds", &[&["id", "years", "note"], &["TRUE", "#N/A", "a\nb"], &["2024-05-26", "TRUE"]]),
        ("without-references", &[&["id", "years"], &["1", "", "3"]]),
        ("prefixed", &[&["id & <so>"], &["7"]]),
        ("entities", &[&["id", "years", "note"], &["a&b<é😀\nc", "10"]]),
        ("far-right", &[&["id", "years", "note"], &["1"]]),
        ("ods", &[&["id", "years", "note"], &["T1", "7.5", "Zoé"]]),
        ("ods-kinds", &[&["id", "years", "note"], &["2024-05-26", "07:30", "TRUE"], &["29%", "#DIV/0!", "a & b"]]),
        ("ods-texts", &[&["id", "years", "note"], &["a   b\tc\nd", "span collapsed", "one\ntwo"], &["in a list"]]),
        (
            "whole-xlsx",
            &[
                &["id", "years", "note"],
                &["2024-05-26", "2024-05-26T23:59:59", "29%"],
                &["36:00", "06:00", "1900-02-29"],
            ],
        ),
    ] {
        let (rows, notes) = read(name).unwrap();
        assert_eq!(rows, expected, "{name}");
        assert_eq!(notes, [""; 0], "{name}");
    }
}

#[test]
fn what_an_open_document_repeats_stands_there_as_often() {
    let (rows, _) = read("ods-repeated").unwrap();
    assert_eq!(rows.len(), 6);
    assert!(rows[1..5].iter().all(|row| *row == ["x", "x", "x"]), "{rows:?}");
    // Up to where a column could have a header.
    assert_eq!(rows[5].len(), 64);
    assert_eq!(rows[5][..4], ["", "", "far", "y"]);
}

#[test]
fn what_is_worth_knowing_is_noted() {
    for (name, notes) in [
        ("hidden-rows", "hidden-rows"),
        ("ods-hidden", "hidden-rows"),
        ("dates-as-numbers", "date-as-number"),
        ("ods-two-sheets", "sheet"),
    ] {
        assert_eq!(read(name).unwrap().1, [notes], "{name}");
    }
}

#[test]
fn what_cannot_be_read_is_refused() {
    for (name, code) in [
        ("laughs", "damaged-sheet"),
        ("no-sheet", "damaged-sheet"),
        ("ods-cut", "damaged-sheet"),
        ("garbage", "not-a-table"),
        ("ods-password", "not-a-table"),
        ("two-sheets", "empty-file"),
    ] {
        assert_eq!(read(name).unwrap_err().code, code, "{name}");
    }
}
