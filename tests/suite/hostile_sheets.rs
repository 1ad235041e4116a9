//! Whole runs of the program on spreadsheets that lie, unfold without end or break off: each ends soon, in bounded
//! memory, with what is wrong and what to do.

use std::io::{Cursor, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::common::Test;
use screen::records::{self, Input, ReadOptions};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What a file of about a megabyte may take of the processor, in seconds: one or two, and what a build for debugging
/// adds.
const SECONDS: u32 = 30;

/// A run that takes longer hangs, however busy the machine is.
const LIMIT: Duration = Duration::from_secs(300);

/// The most address space, in KiB. Threads' stacks count too; what is really used stays under half of it.
const MEMORY: u32 = 1 << 20;

const CRITERIA: &str = "version: 1
criteria:
  - id: experience
    years: { column: years, at_least: 7 }
";

const RELATIONS: &str =
    "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const BOOK: &str = "<workbook><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>";
const BOOK_RELATIONS: &str =
    "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"sheet.xml\"/></Relationships>";
const HEADER: &str = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>years</t></is></c></row>";
const ROW: &str = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>T1</t></is></c><c r=\"B2\"><v>9</v></c></row>";
const ODS_HEADER: &str = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>id</text:p></table:table-cell>\
     <table:table-cell office:value-type=\"string\"><text:p>years</text:p></table:table-cell></table:table-row>";
const ODS_ROW: &str = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>T1</text:p></table:table-cell>\
     <table:table-cell office:value-type=\"float\" office:value=\"9\"/></table:table-row>";

/// A ZIP file of these parts; each part is pieces, written so many times.
fn zip(parts: &[(&str, &[(&str, usize)])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, pieces) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        for (piece, times) in *pieces {
            let many = piece.repeat(1 + (1 << 16) / piece.len().max(1));
            let mut left = piece.len() * times;
            while left > 0 {
                let some = left.min(many.len());
                zip.write_all(&many.as_bytes()[..some]).unwrap();
                left -= some;
            }
        }
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of this sheet, and other parts.
fn xlsx(sheet: &[(&str, usize)], others: &[(&str, &[(&str, usize)])]) -> Vec<u8> {
    let start = [("<worksheet><sheetData>", 1)];
    let sheet = [&start[..], sheet, &[("</sheetData></worksheet>", 1)]].concat();
    let usual: [(&str, &[(&str, usize)]); 4] = [
        ("_rels/.rels", &[(RELATIONS, 1)]),
        ("xl/workbook.xml", &[(BOOK, 1)]),
        ("xl/_rels/workbook.xml.rels", &[(BOOK_RELATIONS, 1)]),
        ("xl/sheet.xml", &sheet),
    ];
    let usual = usual.into_iter().filter(|(name, _)| !others.iter().any(|(other, _)| other == name));
    zip(&usual.chain(others.iter().copied()).collect::<Vec<_>>())
}

fn plain_xlsx(rows: &str) -> Vec<u8> {
    xlsx(&[(rows, 1)], &[])
}

const ODS_START: &str = "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"S\">";
const ODS_END: &str = "</table:table></office:spreadsheet></office:body></office:document-content>";

/// A workbook of this content.
fn ods_of(content: &[(&str, usize)]) -> Vec<u8> {
    zip(&[("mimetype", &[("application/vnd.oasis.opendocument.spreadsheet", 1)]), ("content.xml", content)])
}

/// A workbook of a sheet with these rows.
fn ods(rows: &[(&str, usize)]) -> Vec<u8> {
    ods_of(&[&[(ODS_START, 1)], rows, &[(ODS_END, 1)]].concat())
}

/// Runs the program on a file within the limits. Answers its status, its output and its errors.
fn run(name: &str, bytes: &[u8], args: &str) -> (i32, String, String) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("criteria.yaml"), CRITERIA).unwrap();
    std::fs::write(folder.path().join(name), bytes).unwrap();
    let script = format!("ulimit -v {MEMORY} -t {SECONDS}; exec \"$SCREEN\" -c criteria.yaml -f csv {name} {args}");
    let mut command = Command::new("bash");
    command.args(["-c", &script]).current_dir(folder.path()).env("SCREEN", env!("CARGO_BIN_EXE_screen"));
    command.env("LC_ALL", "C.UTF-8").env_remove("SCREEN_LANG").env("COLUMNS", "500");
    let started = Instant::now();
    let done = command.stdin(Stdio::null()).output().unwrap();
    assert!(started.elapsed() < LIMIT, "{name} took {:?}", started.elapsed());
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let (out, err) = (text(done.stdout), text(done.stderr));
    assert!(!err.contains("panicked"), "{err}");
    (done.status.code().unwrap_or_else(|| panic!("{name} was ended by a signal: {err}")), out, err)
}

/// A file is refused for this reason, and there is advice.
#[track_caller]
fn refused(what: &str, bytes: &[u8], reason: &str) {
    assert!(bytes.len() < 1_200_000, "{what} has {} bytes", bytes.len());
    let (status, out, err) = run("book.bin", bytes, "");
    assert_eq!((status, out.as_str()), (1, ""), "{what}: {err}");
    assert!(err.contains(reason) && err.contains("help: "), "{what}: {err}");
}

/// A file is read, with so many candidates.
#[track_caller]
fn read(what: &str, bytes: &[u8], candidates: usize) -> (String, String) {
    let (status, out, err) = run("book.bin", bytes, "");
    assert_eq!(status, 0, "{what}: {err}");
    assert_eq!(out.lines().count(), candidates + 1, "{what}: {out}");
    (out, err)
}

#[cfg(unix)]
#[test]
fn texts_without_end_are_refused() {
    let strings = |pieces: &[(&str, usize)]| xlsx(&[(HEADER, 1), (ROW, 1)], &[("xl/sharedStrings.xml", pieces)]);
    for count in ["1000000000", "4294967296", "18446744073709551615", "1000000000000000000000000"] {
        let start = format!("<sst count=\"{count}\" uniqueCount=\"{count}\"><si><t>a</t></si></sst>");
        read(count, &strings(&[(&start, 1)]), 1);
    }
    let long = strings(&[("<sst><si><t>", 1), ("aaaaaaaa", 1 << 25), ("</t></si></sst>", 1)]);
    refused("a shared text of 256 MiB", &long, "a cell has over 1 MiB of text");
    refused(
        "six million shared texts",
        &strings(&[("<sst>", 1), ("<si><t>a</t></si>", 6_000_000), ("</sst>", 1)]),
        "elements, which a file of its size may have",
    );
    let cell = "<row><c t=\"inlineStr\"><is><t>";
    refused(
        "an inline text of 90 MB",
        &xlsx(&[(HEADER, 1), (cell, 1), ("aaaaaaaaa", 10_000_000), ("</t></is></c></row>", 1)], &[]),
        "a cell has over 1 MiB of text",
    );
    let long = [("<sst><si><t>", 1), ("a", 1_000_000), ("</t></si></sst>", 1)];
    refused(
        "a long text in 500 cells",
        &xlsx(&[(HEADER, 1), ("<row><c t=\"s\"><v>0</v></c></row>", 500)], &[("xl/sharedStrings.xml", &long)]),
        "its rows have over 64 MiB of text",
    );
    refused(
        "a long text in 40 cells of a row",
        &xlsx(&[("<row>", 1), ("<c t=\"s\"><v>0</v></c>", 40), ("</row>", 1)], &[("xl/sharedStrings.xml", &long)]),
        "a row has over 16 MiB of text",
    );
    refused(
        "what no one sees",
        &xlsx(&[(HEADER, 1), (ROW, 1), ("<a x=\"", 1), ("aaaaaaaaa", 10_000_000)], &[]),
        "too large",
    );
    let after = xlsx(&[(HEADER, 1), (ROW, 1), ("</sheetData>", 1), ("aaaaaaaa", 40_000_000)], &[]);
    refused("what comes after the rows", &after, "which a file of its size may be");
}

#[cfg(unix)]
#[test]
fn cells_and_rows_without_end_are_refused() {
    let rows: String = (2..60_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c><c r=\"XFD{row}\"><v>1</v></c></row>"))
        .collect();
    // No header is above it: what stands there is not read, and costs nothing.
    let (status, out, err) = run("book.bin", &xlsx(&[(HEADER, 1), (&rows, 1)], &[]), "--top 1");
    assert_eq!((status, out.lines().count()), (0, 2), "{err}");
    let header = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>years</v></c><c r=\"XFD1\" t=\"str\"><v>x</v></c></row>";
    refused("a table of 16,384 columns", &xlsx(&[(header, 1), (&rows, 1)], &[]), "its rows have over");
    refused("cells without end", &xlsx(&[(HEADER, 1), ("<row>", 1), ("<c/>", 40_000_000)], &[]), "too large");
    let cells = "<c><v>1</v></c>".repeat(16_385);
    refused(
        "a row of 16,385 cells",
        &plain_xlsx(&format!("{HEADER}<row r=\"2\">{cells}</row>")),
        "more than 16,384 columns",
    );
    for row in ["1048577", "1000000000000000000", "99999999999999999999999999"] {
        refused(row, &plain_xlsx(&format!("{HEADER}{ROW}<row r=\"{row}\"/>")), "more than 1,048,576 rows");
    }
    refused("elements within elements", &xlsx(&[(HEADER, 1), ("<row>", 1_000_000)], &[]), "within one another");
    let sheets = format!("<workbook><sheets>{}</sheets></workbook>", "<sheet name=\"S\" r:id=\"r1\"/>".repeat(100_000));
    let book = xlsx(&[(HEADER, 1), (ROW, 1)], &[("xl/workbook.xml", &[(&sheets, 1)])]);
    refused("100,000 sheets", &book, "more than 10,000 sheets");
}

#[test]
fn what_does_not_fit_together_is_told_with_its_row() {
    for (rows, reason) in [
        ("<row r=\"4\"><c><v>1</v></c></row><row r=\"3\"/>", "row 3 comes after row 4"),
        ("<row r=\"4\"><c><v>1</v></c></row><row r=\"4\"/>", "row 4 comes after row 4"),
        ("<row r=\"0\"/>", "`0` is no place"),
        ("<row r=\"-7\"/>", "`-7` is no place"),
        ("<row r=\"x\"/>", "`x` is no place"),
        ("<row r=\"4\"><c r=\"A5\"><v>1</v></c></row>", "`A5` is no place"),
        ("<row r=\"4\"><c r=\"AAAA4\"><v>1</v></c></row>", "`AAAA4` is no place"),
        ("<row r=\"4\"><c r=\"%\"><v>1</v></c></row>", "`%` is no place"),
        ("<row r=\"4\"><c r=\"A4\"><v>1</v></c><c r=\"A4\"><v>2</v></c></row>", "two cells stand in column 1"),
        ("<row r=\"4\"><c t=\"s\"><v>0</v></c></row>", "a cell holds `0`"),
        ("<row r=\"4\"><c t=\"s\"><v>99999999999999999999</v></c></row>", "a cell holds `99999999999999999999`"),
        ("<row r=\"4\"><c t=\"n\"><v>nine</v></c></row>", "a cell holds `nine`"),
        ("<row r=\"4\"><c t=\"b\"><v>2</v></c></row>", "a cell holds `2`"),
        ("<row r=\"4\"><c t=\"?\"><v>2</v></c></row>", "a cell holds `?`"),
        ("<row r=4><c><v>2</v></c></row>", "the tag `row` has an attribute that is none"),
        ("<row r=\"4\"><c><v>2</v></row>", "`xl/sheet.xml` is damaged"),
        ("<row r=\"4\"><c t=\"str\"><v>&none;</v></c></row>", "`xl/sheet.xml` is damaged"),
    ] {
        refused(rows, &plain_xlsx(&format!("{HEADER}{ROW}{rows}")), reason);
    }
    let (_, _, err) =
        run("book.xlsx", &plain_xlsx(&format!("{HEADER}{ROW}<row r=\"7\"><c t=\"n\"><v>x</v></c></row>")), "");
    assert!(err.contains("book.xlsx:7"), "{err}");
}

#[cfg(unix)]
#[test]
fn what_an_open_document_repeats_is_bounded() {
    let cell = |text: &str, more: &str| {
        format!("<table:table-cell office:value-type=\"string\" {more}><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |cells: &str, more: &str| format!("<table:table-row {more}>{cells}</table:table-row>");
    let columns = |times: &str| format!("table:number-columns-repeated=\"{times}\"");
    let rows = |times: &str| format!("table:number-rows-repeated=\"{times}\"");
    let all = row(&cell("a", &columns("16384")), &rows("6000"));
    refused("6,000 rows of 16,384 values", &ods(&[(&all, 1)]), "its rows have over 64 MiB of text");
    for many in ["1048576", "1000000000000000000", "999999999999999999999999999999"] {
        let many_rows = row(&cell("a", ""), &rows(many));
        refused(many, &ods(&[(ODS_HEADER, 1), (&many_rows, 1)]), "more than 1,048,576 rows");
        let many_headers = row(&cell("a", &columns(many)), "");
        refused(many, &ods(&[(&many_headers, 1), (ODS_ROW, 1)]), "more than 16,384 columns");
        // Beyond the header, and of nothing: that is free.
        let far = row(&cell("T2", &columns(many)), "");
        let nothing = row(&format!("<table:table-cell {}/>", columns(many)), &rows(many));
        read(many, &ods(&[(ODS_HEADER, 1), (ODS_ROW, 1), (&far, 1), (&nothing, 1)]), 2);
    }
    for count in ["1048577", "1000000000", "99999999999999999999"] {
        let spaces = row(&cell(&format!("a<text:s text:c=\"{count}\"/>b"), ""), "");
        refused(count, &ods(&[(ODS_HEADER, 1), (&spaces, 1)]), "a cell has over 1 MiB of text");
    }
    for wrong in ["0", "-1", "x", ""] {
        let row = row(&cell("a", ""), &rows(wrong));
        refused(wrong, &ods(&[(ODS_HEADER, 1), (&row, 1)]), "is no place");
    }
    let long = row(&cell(&"a".repeat(1_000_000), ""), &rows("1000"));
    refused("a long row 1,000 times", &ods(&[(ODS_HEADER, 1), (&long, 1)]), "its rows have over 64 MiB of text");
    refused("groups within groups", &ods(&[("<table:table-row-group>", 1_000_000)]), "within one another");
}

#[test]
fn an_open_document_that_breaks_off_is_told_wherever_it_does() {
    let content = format!("{ODS_START}{ODS_HEADER}{ODS_ROW}{ODS_END}");
    assert!(read("the whole of it", &ods_of(&[(&content, 1)]), 1).0.contains("T1"));
    for end in 0..content.len() {
        let bytes = ods_of(&[(&content[..end], 1)]);
        let input = Input::Stdin(Box::new(Cursor::new(bytes)));
        let Err(problem) = records::open(input, "book.ods", &ReadOptions::default(), false) else {
            panic!("read where it breaks off at {end}: {}", &content[..end])
        };
        assert_eq!(problem.code, "damaged-sheet", "{end}: {problem:?}");
    }
    refused("cut short", &ods_of(&[(&content[..content.len() / 2], 1)]), "`content.xml` breaks off");
}

#[test]
fn a_workbook_cut_or_changed_anywhere_is_refused_or_read() {
    let whole = plain_xlsx(&format!("{HEADER}{ROW}"));
    let code = |bytes: Vec<u8>| {
        let opened =
            records::open(Input::Stdin(Box::new(Cursor::new(bytes))), "book.xlsx", &ReadOptions::default(), false);
        opened.map(|source| source.header().to_vec()).map_err(|problem| problem.code)
    };
    for end in 8..whole.len() - 1 {
        assert!(code(whole[..end].to_vec()).is_err(), "{end}");
    }
    for at in 4..whole.len() {
        for bit in [1, 0x80] {
            let mut bytes = whole.clone();
            bytes[at] ^= bit;
            // A sum stands by each part: what is read is what was written.
            if let Ok(header) = code(bytes) {
                assert_eq!(header, ["id", "years"], "{at}");
            }
        }
    }
}

#[test]
fn other_containers_are_told_for_what_they_are() {
    let ole = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &[0; 1000][..], &wide, &[0; 1000]].concat()
    };
    refused("old XLS", &ole("Workbook"), "this is an Excel workbook of the kind before 2007 (XLS), not a table");
    refused("older XLS", &ole("Book"), "save it as XLSX or CSV UTF-8");
    refused("with a password", &ole("EncryptedPackage"), "this is a file protected by a password");
    refused("no container", &ole("nothing"), "its container is not whole");
    let relations = RELATIONS.replace("workbook.xml", "workbook.bin");
    let binary = zip(&[("_rels/.rels", &[(&relations, 1)]), ("xl/workbook.bin", &[("x", 1)])]);
    refused("XLSB", &binary, "this is a binary Excel workbook (XLSB), not a table");
    let manifest =
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let mimetype = "application/vnd.oasis.opendocument.spreadsheet";
    let encrypted = zip(&[
        ("mimetype", &[(mimetype, 1)]),
        ("content.xml", &[("\u{1}\u{2}", 9)]),
        ("META-INF/manifest.xml", &[(manifest, 1)]),
    ]);
    refused("ODS with a password", &encrypted, "save it without the password");
    let twice = xlsx(&[(HEADER, 1), (ROW, 1)], &[("XL/Sheet.xml", &[("<worksheet/>", 1)])]);
    refused("a part twice", &twice, "two parts of the name `XL/Sheet.xml`");
    for part in ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sheet.xml"] {
        let gone = part.replace('x', "y");
        let without: Vec<u8> = plain_xlsx(&format!("{HEADER}{ROW}"));
        let text = |bytes: &[u8], from: &str, to: &str| {
            let mut bytes = bytes.to_vec();
            while let Some(at) = bytes.windows(from.len()).position(|part| part == from.as_bytes()) {
                bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
            }
            bytes
        };
        refused(part, &text(&without, part, &gone), &format!("its part `{part}` is missing"));
    }
}

#[test]
fn a_bad_workbook_among_good_files_does_not_end_the_run() {
    let bad = ods_of(&[(ODS_START, 1)]);
    let test =
        Test::new().file("criteria.yaml", CRITERIA).file("bad.ods", &bad).file("worse.xlsx", &bad[..bad.len() / 2]);
    let test = test.file("good.csv", "id,years\nT1,9\n").file("good.xlsx", plain_xlsx(&format!("{HEADER}{ROW}")));
    let ran = test.args(["-c", "criteria.yaml", "good.csv", "bad.ods", "worse.xlsx", "good.xlsx"]).output();
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("bad.ods") && ran.stderr.contains("worse.xlsx"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("panicked") && !ran.stderr.contains("good."), "{}", ran.stderr);
}

#[test]
fn hidden_rows_are_told() {
    let row = |at: usize, more: &str| {
        format!("<row r=\"{at}\"{more}><c r=\"A{at}\" t=\"str\"><v>T{at}</v></c><c r=\"B{at}\"><v>9</v></c></row>")
    };
    let hidden = |at: &usize| matches!(at, 3..=5 | 9);
    let rows: String = (2..12).map(|at| row(at, if hidden(&at) { " hidden=\"1\"" } else { "" })).collect();
    let book = plain_xlsx(&format!("{HEADER}{rows}<row r=\"20\" hidden=\"1\"/>"));
    let (_, err) = read("four hidden rows", &book, 10);
    let told = "4 rows that the sheet hides, by a filter or by hand, are read like the others: rows 3 to 5 and row 9";
    assert!(err.contains(told), "{err}");
    assert_eq!(run("book.xlsx", &book, "--strict").0, 1);
    let rows: String = (2..102).map(|at| row(at, if at % 2 == 0 { " hidden=\"true\"" } else { "" })).collect();
    let (_, err) = read("fifty hidden rows", &plain_xlsx(&format!("{HEADER}{rows}")), 100);
    assert!(err.contains("50 rows") && err.contains("row 18, row 20 and 40 more"), "{err}");
    let filtered = ODS_ROW.replace("<table:table-row>", "<table:table-row table:visibility=\"filter\">");
    let (_, err) = read("an open document", &ods(&[(ODS_HEADER, 1), (ODS_ROW, 1), (&filtered, 1)]), 2);
    assert!(err.contains("one row that the sheet hides is read like the others: row 3"), "{err}");
    let (_, err) = read("none", &plain_xlsx(&format!("{HEADER}{ROW}")), 1);
    assert!(!err.contains("hides"), "{err}");
}
