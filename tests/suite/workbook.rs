//! The workbook of a run: filled in, it is a decisions file, and it names a record as people do.

use std::io::{Cursor, Read as _, Write as _};

use super::common::Test;

/// A workbook with these cells filled in: the part, the row, and the text of each column.
fn filled(bytes: &[u8], cells: &[(&str, u32, &[(&str, &str)])]) -> Vec<u8> {
    let mut book = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..book.len() {
        let mut part = book.by_index(at).unwrap();
        let (name, mut text) = (part.name().unwrap().into_owned(), String::new());
        part.read_to_string(&mut text).unwrap();
        for (_, row, written) in cells.iter().filter(|(part, ..)| name == format!("xl/worksheets/{part}.xml")) {
            let start = text.find(&format!("<row r=\"{row}\"")).unwrap();
            let end = start + text[start..].find("</row>").unwrap();
            let cell = |(column, text): &(&str, &str)| {
                format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
            };
            text.insert_str(end, &written.iter().map(cell).collect::<String>());
        }
        new.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(text.as_bytes()).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// The texts of a row of a sheet, by their columns.
fn row(bytes: &[u8], part: &str, row: u32) -> Vec<(String, String)> {
    let mut text = String::new();
    let mut book = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    book.by_name(&format!("xl/worksheets/{part}.xml")).unwrap().read_to_string(&mut text).unwrap();
    let (_, row) = text.split_once(&format!("<row r=\"{row}\"")).unwrap();
    let (row, _) = row.split_once("</row>").unwrap();
    let cells = row.split("<c r=\"").skip(1).map(|cell| {
        let column = cell.chars().take_while(char::is_ascii_alphabetic).collect();
        let of =
            |tag: &str| Some(cell.split_once(&format!("<{tag}"))?.1.split_once('>')?.1.split('<').next()?.to_owned());
        (column, of("t").or_else(|| of("v")).unwrap_or_default())
    });
    cells.collect()
}

/// The column under this head.
fn column(bytes: &[u8], part: &str, head: &str) -> String {
    row(bytes, part, 1).into_iter().find(|(_, text)| text == head).unwrap_or_else(|| panic!("{head}")).0
}

#[test]
fn a_workbook_that_was_filled_in_is_a_decisions_file_in_either_language() {
    for (lang, [decision, reason, by], decided, met) in [
        ("en", ["Decision", "Reason", "By"], "not eligible", "met"),
        ("fr", ["Décision", "Motif", "Par"], "non éligible", "satisfait"),
    ] {
        let bytes = Test::small().args(["candidates.csv", "-q", "-f", "xlsx", "--lang", lang]).output().stdout;
        let ids: Vec<String> = [2, 3].map(|at| row(&bytes, "sheet1", at)[3].1.clone()).to_vec();
        let open = row(&bytes, "sheet2", 2);
        let at = |head: &str| column(&bytes, "sheet1", head);
        let lower = |head: &str| column(&bytes, "sheet2", &head.to_lowercase());
        let status = [(at(decision), decided), (at(reason), "a cousin"), (at(by), "Jo")];
        let verdict = [(lower(decision), met), (lower(reason), "a call"), (lower(by), "Jo")];
        let [status, verdict] = [&status, &verdict].map(|cells| cells.each_ref().map(|(at, text)| (&**at, *text)));
        let book = filled(&bytes, &[("sheet1", 3, &status), ("sheet2", 2, &verdict)]);
        for read_in in ["en", "fr"] {
            let test = Test::small().file("r.xlsx", &book).args(["candidates.csv", "--decisions", "r.xlsx"]);
            let ran =
                test.args(["--strict", "-f", "csv", "--columns", "id,status,decided", "--lang", read_in]).output();
            assert_eq!((ran.status, &*ran.stderr), (0, ""), "{lang} {read_in}");
            let told = ran.text();
            assert!(told.contains(&format!("{},not_eligible,status\n", ids[1])), "{told}");
            assert!(told.lines().any(|line| line.starts_with(&*open[0].1) && line.ends_with(&*open[1].1)), "{told}");
            assert_eq!(told.lines().filter(|line| !line.ends_with(',')).count(), 3, "the header and two: {told}");
        }
        // As it came, it decides nothing, and says nothing.
        let test = Test::small().file("r.xlsx", &bytes).args(["candidates.csv", "--decisions", "r.xlsx"]);
        let ran = test.args(["--strict", "-f", "csv", "--columns", "decided"]).output();
        assert_eq!((ran.status, &*ran.stderr), (0, ""));
        assert!(ran.text().lines().skip(1).all(|line| line.trim_matches('"').is_empty()), "{}", ran.text());
    }
}

#[test]
fn a_place_in_a_workbook_names_its_sheet_and_what_is_no_decision_is_told_in_the_readers_words() {
    let bytes = Test::small().args(["candidates.csv", "-q", "-f", "xlsx"]).output().stdout;
    let cell = [(&*column(&bytes, "sheet1", "Decision"), "maybe")];
    let book = filled(&bytes, &[("sheet1", 2, &cell)]);
    let test = Test::small().file("r.xlsx", &book).args(["candidates.csv", "--decisions", "r.xlsx", "-f", "csv"]);
    let ran = test.output();
    assert!(ran.stderr.contains("r.xlsx[Candidates]:2"), "{}", ran.stderr);
    for (lang, names) in [("en", "`criterion` and `cell`"), ("fr", "`critère` et `cellule`")] {
        let test = Test::small().file("d.csv", "id,decision\nA1,met\n").args(["candidates.csv", "--lang", lang]);
        let ran = test.args(["--decisions", "d.csv"]).output();
        assert_eq!((ran.status, ran.stderr.contains(names)), (1, true), "{}", ran.stderr);
    }
}

#[test]
fn answers_are_offered_in_the_cells() {
    let bytes = Test::small().args(["candidates.csv", "-q", "-f", "xlsx", "--lang", "fr"]).output().stdout;
    let mut book = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    for (part, answers) in [("sheet1", "éligible,à examiner,non éligible"), ("sheet2", "satisfait,non satisfait")] {
        let mut text = String::new();
        book.by_name(&format!("xl/worksheets/{part}.xml")).unwrap().read_to_string(&mut text).unwrap();
        assert!(text.contains(&format!("<formula1>\"{answers}\"</formula1>")), "{text}");
    }
}

/// A record is named by its row as a spreadsheet counts it, wherever people read; machines are told the line.
#[test]
fn people_are_told_one_number_of_a_record() {
    const CELLS: &str = "id,years,why\nA,8 years,\"one\ntwo\nthree\"\nB,9 years,x\n";
    const RULES: &str = "version: 1\ncriteria:\n  - id: exp\n    years: { column: years, at_least: 7 }\n";
    let ran = |args: &[&str]| {
        let test = Test::new().file("c.yaml", RULES).file("l.csv", CELLS).args(["-q", "l.csv", "-c", "c.yaml"]);
        let ran = test.args(args).output();
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran
    };
    let columns = ["--columns", "id,source.line", "-f"];
    assert!(ran(&[&columns[..], &["csv"]].concat()).text().contains("B,5\n"));
    assert!(ran(&[&columns[..], &["markdown"]].concat()).text().contains("| Id | Row |\n"));
    assert!(ran(&[&columns[..], &["markdown"]].concat()).text().contains("| B | 3 |\n"));
    let bytes = ran(&["-f", "xlsx", "--sort", "input"]).stdout;
    let at = column(&bytes, "sheet1", "Row");
    assert!(row(&bytes, "sheet1", 3).contains(&(at, "3".to_owned())), "{:?}", row(&bytes, "sheet1", 3));
}
