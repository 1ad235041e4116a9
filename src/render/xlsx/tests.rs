use std::io::Read;

use super::*;
use crate::records::{self, Chunk, Input, ReadOptions, RowReader};
use crate::render::sample;

fn book(lang: Lang, render: &mut Xlsx) -> Vec<u8> {
    sample::with_lines(|lines| sample::write_bytes(render, &sample::heading(lang), lines, &sample::foot()))
}

/// A part of the workbook, as it stands.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn names(bytes: &[u8]) -> Vec<String> {
    let text = part(bytes, "xl/workbook.xml");
    let after = text.split("<sheet name=\"").skip(1);
    after.map(|text| text.split_once('"').unwrap().0.to_owned()).collect()
}

/// The rows of a sheet, the header first.
fn rows(bytes: &[u8], sheet: &str) -> Vec<Vec<String>> {
    let options = ReadOptions { sheet: Some(sheet.to_owned()), ..ReadOptions::default() };
    let input = Input::Stdin(Box::new(io::Cursor::new(bytes.to_vec())));
    let mut source = records::open(input, "out.xlsx", &options, false).unwrap();
    let mut rows = vec![source.header().to_vec()];
    let mut chunk = Chunk::default();
    while source.next(&mut chunk).unwrap() {
        let mut reader = RowReader::new(source.dialect());
        reader.rows(&chunk, |row| rows.push(row.cells().map(str::to_owned).collect()));
    }
    rows
}

#[test]
fn a_workbook_reads_back() {
    let bytes = book(Lang::Fr, &mut Xlsx::default());
    assert_eq!(names(&bytes), ["Candidatures", "Décisions", "Motifs", "Critères", "Anomalies"]);
    let sheet = rows(&bytes, "Candidatures");
    assert_eq!((sheet[0][0].as_str(), sheet[1][0].as_str()), ("Rang", "1"));
    assert_eq!(sheet[2][3], "'=HYPERLINK(\"http://x.test\")");
    assert_eq!((sheet[1][5].as_str(), sheet[1][6].as_str()), ("éligible", "82.456789"));
    assert_eq!(sheet[3][12], "non compté");
    assert_eq!(rows(&bytes, "Critères")[1][0], "degree");
    assert_eq!(rows(&bytes, "Anomalies")[1][2], "5");
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!xml.contains("<f>") && !xml.contains("<f "), "no cell is a formula");
    // Figures are numbers, and texts are none.
    assert!(xml.contains("<c r=\"A2\"") && !xml.contains("<c r=\"A2\" t="), "{xml}");
    assert!(xml.contains("<v>82.456789</v>") && xml.contains(" t=\"inlineStr\""), "{xml}");
}

#[test]
fn people_have_room_for_their_decisions() {
    let bytes = book(Lang::En, &mut Xlsx::default());
    let sheet = rows(&bytes, "Candidates");
    assert_eq!(sheet[0][sheet[0].len() - 3..], ["Decision", "Reason", "By"]);
    assert!(sheet[1..].iter().all(|row| row.iter().skip(16).all(String::is_empty)), "{sheet:?}");
    // What is open is a list of decisions, one a row.
    let decisions = rows(&bytes, "Decisions");
    assert_eq!(decisions[0][..7], ["id", "criterion", "cell", "decision", "reason", "by", "at"]);
    let open: Vec<[&str; 4]> = decisions[1..].iter().map(|row| [&*row[0], &*row[1], &*row[2], &*row[3]]).collect();
    assert_eq!(open, [["C-003", "hrd-experience", "7-9 ans", ""], ["C-003", "english", "7-9 ans", ""]]);
    // Who and what it is, for people.
    assert_eq!(decisions[0][7..], ["name", "what it is", "why it is open", "in the posting"]);
    assert!(decisions[1][7..9].iter().all(|text| !text.is_empty()), "{decisions:?}");
    let reasons = rows(&bytes, "Reasons");
    assert_eq!(reasons[1][..4], ["C-001", "University degree", "met", "7-9 ans"]);
    assert_eq!(reasons.len(), 1 + sample::LINES * 5);
    let criteria = rows(&bytes, "Criteria");
    assert!(criteria.iter().any(|row| row[0].starts_with("not eligible: ")), "a legend: {criteria:?}");
    let printed = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(printed.contains("orientation=\"landscape\"") && printed.contains("fitToHeight=\"0\""), "{printed}");
    assert!(part(&bytes, "xl/workbook.xml").contains("Candidates!$1:$1"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(book(Lang::En, &mut Xlsx::default()), book(Lang::En, &mut Xlsx::default()));
}

#[test]
fn a_full_sheet_is_followed_by_another() {
    let bytes = book(Lang::En, &mut Xlsx { most_rows: 4, ..Xlsx::default() });
    assert_eq!(names(&bytes), ["Candidates", "Decisions", "Reasons", "Candidates 2", "Criteria", "Problems"]);
    assert_eq!(["Candidates", "Candidates 2"].map(|name| rows(&bytes, name).len()), [4, 3]);
}

#[test]
fn a_cell_that_is_too_long_is_cut_and_says_so() {
    let long = "x".repeat(40_000);
    let mut line = sample::line();
    line.name = &long;
    let bytes = sample::write_bytes(&mut Xlsx::default(), &sample::heading(Lang::En), &[line], &sample::foot());
    let name = &rows(&bytes, "Candidates")[1][4];
    assert!(name.len() == LONGEST && name.ends_with(" [cut here]"));
}
