//! Every dialect of a file, and the workbook that is read again.

use super::*;

#[test]
fn files_of_different_dialects_are_one_list() {
    let room = Room::new();
    room.put("a.csv", "id,name,years,note\nT1,Ada Fictive,9,defenders\nT2,Bo Example,3,x\n");
    let second = "id;name;years;note\r\nT3;Zoé Exemple;\"8,5\";défenseurs\r\nT1;Noël Essai;7;x\r\n";
    room.put("b.csv", encoding_rs::WINDOWS_1252.encode(second).0);
    let done = room.screen(&["a.csv", "b.csv", "--format", "csv"]).well();
    assert_eq!(done.column("id"), ["T1", "T3", "T1", "T2"], "{}", done.out);
    assert_eq!(done.column("name")[1], "Zoé Exemple");
    assert_eq!(done.column("source.file"), ["a.csv", "b.csv", "b.csv", "a.csv"]);
    assert_eq!(done.column("source.line"), ["2", "2", "3", "3"]);
    for (at, other) in [(0, "b.csv"), (2, "a.csv")] {
        assert!(done.column("notes")[at].contains(other), "{}", done.out);
    }
    assert!(done.err.contains("row 2 of a.csv and row 3 of b.csv"), "{}", done.err);
    let strict = room.screen(&["a.csv", "b.csv", "--format", "csv", "--strict"]).end();
    assert_eq!((strict.code, strict.out), (Some(1), done.out), "{}", strict.err);
}

/// The shipped candidates, without those whom Windows-1252 cannot write.
fn shipped() -> Vec<csv::StringRecord> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/candidates.csv");
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path).expect("the fixture is there");
    let records = reader.records().map(|record| record.expect("a record"));
    records.filter(|record| record.iter().all(|cell| !encoding_rs::WINDOWS_1252.encode(cell).2)).collect()
}

/// The records, written so.
fn written(records: &[csv::StringRecord], delimiter: u8, end: csv::Terminator) -> String {
    let mut writer =
        csv::WriterBuilder::new().flexible(true).delimiter(delimiter).terminator(end).from_writer(Vec::new());
    for record in records {
        writer.write_record(record).expect("a record");
    }
    String::from_utf8(writer.into_inner().expect("bytes")).expect("text")
}

fn utf16(text: &str, mark: bool, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let mark = mark.then_some('\u{feff}');
    let text: String = mark.into_iter().chain(text.chars()).collect();
    text.encode_utf16().flat_map(bytes).collect()
}

/// What must not depend on how a file is written: all but where a record is in it.
fn answers(done: &Done) -> Vec<BTreeMap<String, String>> {
    let mut candidates = done.candidates();
    for candidate in &mut candidates {
        for field in ["source.file", "source.line", "notes"] {
            candidate.remove(field);
        }
    }
    candidates
}

const LF: csv::Terminator = csv::Terminator::Any(b'\n');

/// The records as a file of each dialect, under its name.
fn in_every_dialect(records: &[csv::StringRecord]) -> Vec<(&'static str, Vec<u8>)> {
    let (crlf, cr) = (csv::Terminator::CRLF, csv::Terminator::Any(b'\r'));
    let clean = written(records, b',', LF);
    let semicolons = written(records, b';', crlf);
    let blank_lines = {
        // Between records only: a line break may stand within one.
        let one = |record: &csv::StringRecord| written(std::slice::from_ref(record), b',', LF) + "\n";
        records.iter().map(one).collect::<String>()
    };
    let longest = records.iter().map(csv::StringRecord::len).max().unwrap_or(0);
    let trailing: Vec<csv::StringRecord> = records
        .iter()
        .map(|record| {
            // Where a row is short it stays short of what the header names.
            let more = if record.len() == longest { 3 } else { 0 };
            record.iter().chain(std::iter::repeat_n("", more)).collect()
        })
        .collect();
    let windows = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    vec![
        ("crlf.csv", written(records, b',', crlf).into()),
        ("cr.csv", written(records, b',', cr).into()),
        ("semicolons.csv", semicolons.clone().into()),
        ("tabs.tsv", written(records, b'\t', LF).into()),
        ("bars.csv", written(records, b'|', LF).into()),
        ("mark.csv", format!("\u{feff}{clean}").into()),
        ("utf-16le.csv", utf16(&semicolons, true, u16::to_le_bytes)),
        ("utf-16be.csv", utf16(&semicolons, true, u16::to_be_bytes)),
        ("utf-16le-tabs.txt", utf16(&written(records, b'\t', crlf), true, u16::to_le_bytes)),
        ("utf-16le-without-mark.csv", utf16(&clean, false, u16::to_le_bytes)),
        ("windows-1252.csv", windows(&semicolons)),
        ("windows-1252-commas.csv", windows(&clean)),
        ("sep.csv", format!("sep=;\r\n{semicolons}").into()),
        ("sep-mark.csv", format!("\u{feff}sep=;\r\n{semicolons}").into()),
        ("trailing.csv", written(&trailing, b';', crlf).into()),
        ("blank-lines.csv", blank_lines.into()),
        ("no-last-line-end.csv", clean.trim_end().into()),
    ]
}

#[test]
fn every_dialect_gives_the_same_answers() {
    let room = Room::new();
    let records = shipped();
    assert!(records.len() > 60, "{}", records.len());
    room.put("clean.csv", written(&records, b',', LF));
    let run = |name: &str| room.bare(&[name, "--format", "csv"]).well();
    let expected = answers(&run("clean.csv"));
    assert!(expected.len() >= records.len() - 1, "{}", expected.len());
    for (name, bytes) in in_every_dialect(&records) {
        room.put(name, bytes);
        let done = run(name);
        assert_eq!(answers(&done), expected, "{name}: {}", done.err);
    }
    // A workbook has no rows that are too short, and its XML no control characters: those cannot be compared.
    let alike = |record: &&csv::StringRecord| {
        record.len() == records[0].len()
            && !record.iter().any(|cell| cell.contains(|c: char| c.is_control() && c != '\n'))
    };
    let whole: Vec<csv::StringRecord> = records.iter().filter(alike).cloned().collect();
    assert!(whole.len() > 60, "{}", whole.len());
    room.put("whole.csv", written(&whole, b',', LF));
    let expected = answers(&run("whole.csv"));
    if let Some(workbook) = workbook(&whole) {
        room.put("candidates.xlsx", workbook);
        let done = run("candidates.xlsx");
        assert_eq!(answers(&done), expected, "{}", done.err);
    }
    // Every column as text: what is asked here is not how LibreOffice reads figures.
    let longest = records.iter().map(csv::StringRecord::len).max().unwrap_or(0);
    let columns: Vec<String> = (1..=longest).map(|column| format!("{column}/2")).collect();
    let filter = format!("--infilter=Text - txt - csv (StarCalc):44,34,76,1,{}", columns.join("/"));
    if office(&room, &[&filter, "--convert-to", "ods", "whole.csv"]) {
        let done = run("whole.ods");
        assert_eq!(answers(&done), expected, "{}", done.err);
    } else {
        skipped("the candidates as ODS");
    }
}

/// The records as a workbook of texts.
fn workbook(records: &[csv::StringRecord]) -> Option<Vec<u8>> {
    #[cfg(feature = "xlsx")]
    {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (row, record) in (0..).zip(records) {
            for (column, cell) in (0..).zip(record) {
                sheet.write_string(row, column, cell).expect("a cell");
            }
        }
        Some(book.save_to_buffer().expect("a workbook"))
    }
    #[cfg(not(feature = "xlsx"))]
    {
        let _ = records;
        None
    }
}

fn skipped(what: &str) {
    // Past the capture of the tests' output: a test that is skipped says so.
    let _ = writeln!(std::io::stderr(), "skipped: {what} needs LibreOffice (`soffice`), which is not here");
}

/// Converts a file of the room by LibreOffice; false where that is not installed.
fn office(room: &Room, args: &[&str]) -> bool {
    let profile = format!("-env:UserInstallation=file://{}", room.path("office").display());
    let mut command = Command::new("soffice");
    command.args(["--headless", "--norestore", &profile]).args(args).current_dir(room.0.path()).stdin(Stdio::null());
    let Ok(done) = command.output() else { return false };
    assert!(done.status.success(), "{done:?}");
    true
}

#[cfg(feature = "xlsx")]
#[test]
fn libreoffice_reads_the_workbook() {
    let room = Room::new();
    let mut text = many(60);
    for (at, hostile) in HOSTILE.iter().enumerate() {
        text.push_str(&format!("H{at},\"{}\",8,x\n", hostile.replace('"', "\"\"")));
    }
    room.put("candidates.csv", text);
    let fields = "rank,rank_best,rank_worst,id,name,status,score,source.line";
    let expected = room.screen(&["candidates.csv", "--format", "csv", "--columns", fields]).well();
    room.screen(&["candidates.csv", "--columns", fields, "--output", "out.xlsx"]).well();
    // Commas, quotes, UTF-8, cells as shown.
    let to = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";
    if !office(&room, &["--convert-to", to, "out.xlsx"]) {
        return skipped("the workbook");
    }
    let back = fs::read_to_string(room.path("out.csv")).expect("it was converted");
    let mut reader = csv::Reader::from_reader(back.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("a record")).collect();
    let candidates = expected.candidates();
    assert_eq!(rows.len(), candidates.len());
    for (row, candidate) in rows.iter().zip(&candidates) {
        for (at, field) in fields.split(',').enumerate() {
            match field {
                "score" => {
                    let [shown, exact] = [&row[at], candidate[field].as_str()].map(|score| score.parse::<f64>());
                    let (shown, exact) = (shown.expect("a score"), exact.expect("a score"));
                    assert!((shown - exact).abs() <= 0.005_001, "{shown} {exact}");
                }
                // In words.
                "status" => assert!(!row[at].is_empty()),
                _ => assert_eq!(row[at], candidate[field], "{field}"),
            }
        }
    }
}
