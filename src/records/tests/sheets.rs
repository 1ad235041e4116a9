//! Spreadsheets through the whole room.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::*;

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Cover").unwrap();
    book.add_worksheet().set_name("Notes").unwrap().set_hidden(true).write(0, 0, "hidden").unwrap();
    let sheet = book.add_worksheet().set_name("Candidates").unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let time = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    let percent = Format::new().set_num_format("0.0%");
    for (i, header) in ["id", "nom", "Submitted", "received", "date of birth", "rate", "cv", "note"].iter().enumerate()
    {
        sheet.write(1, i as u16, *header).unwrap();
    }
    for i in 0..3u32 {
        let row = 2 + 2 * i;
        sheet.write(row, 0, i + 1).unwrap();
        sheet.write(row, 1, format!("Zoé \"Z\" {i}, PhD")).unwrap();
        let date = ExcelDateTime::from_ymd(2024, 5, 26).unwrap();
        sheet.write_with_format(row, 2, &date, &day).unwrap();
        let stamp = ExcelDateTime::from_ymd(2024, 5, 26).unwrap().and_hms(23, 59, 0).unwrap();
        sheet.write_with_format(row, 3, &stamp, &time).unwrap();
        sheet.write(row, 4, 33_000.0 + f64::from(i)).unwrap();
        sheet.write_with_format(row, 5, 0.1 + 0.2, &percent).unwrap();
        sheet.write(row, 6, i != 1).unwrap();
        sheet.write(row, 7, if i == 2 { "two\nlines" } else { "" }).unwrap();
    }
    sheet.write(6, 9, "a remark to the right").unwrap();
    book.add_worksheet().set_name("Archive 2023").unwrap().write(0, 0, "id").unwrap().write(1, 0, 7.5).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn reads_a_workbook() {
    let bytes = workbook();
    for input in
        [stdin(bytes.clone()), stdin(gzip(&bytes)), Input::Path(on_disk(&bytes).into_temp_path().keep().unwrap())]
    {
        let path = match &input {
            Input::Path(path) => Some(path.clone()),
            Input::Stdin(_) => None,
        };
        let (source, rows) = all(input, &ReadOptions::default()).unwrap();
        if let Some(path) = path {
            std::fs::remove_file(path).unwrap();
        }
        assert_eq!(source.header(), ["id", "nom", "Submitted", "received", "date of birth", "rate", "cv", "note"]);
        assert_eq!(source.header_line(), 2);
        assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [3, 5, 7]);
        assert_eq!(
            rows[0].cells[..7],
            ["1", "Zoé \"Z\" 0, PhD", "2024-05-26", "2024-05-26T23:59:00", "33000", "30%", "TRUE"]
        );
        assert_eq!((rows[1].cells[6].as_str(), rows[2].cells[7].as_str()), ("FALSE", "two\nlines"));
        assert!(rows.iter().all(|row| row.trouble.is_none()));
        assert_eq!(codes(&source), ["sheet", "date-as-number"]);
        let note = source.notes()[0].what.en.clone();
        assert_eq!(note, "the sheet `Candidates` is read, and not `Cover`, `Notes` (hidden) and `Archive 2023`");
        assert!(source.notes()[1].what.en.contains("`date of birth`"));
    }
}

#[test]
fn reads_the_sheet_that_is_asked_for() {
    let bytes = workbook();
    let ask =
        |sheet: &str| all(stdin(bytes.clone()), &ReadOptions { sheet: Some(sheet.into()), ..ReadOptions::default() });
    for sheet in ["Archive 2023", "archive 2023", "4"] {
        let (_, rows) = ask(sheet).unwrap();
        assert_eq!(cells(&rows), [["7.5"]]);
    }
    let problem = ask("Candidate").err().unwrap();
    assert_eq!(problem.code, "unknown-sheet");
    assert!(problem.help.unwrap().en.starts_with("did you mean `Candidates`?"));
    assert_eq!(ask("9").err().unwrap().code, "unknown-sheet");
    assert_eq!(ask("Cover").err().unwrap().code, "empty-file");
}

#[test]
fn a_damaged_workbook_is_told() {
    let bytes = workbook();
    assert_eq!(refused(&bytes[..bytes.len() / 2]).code, "damaged-sheet");
    assert_eq!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing of it").code, "damaged-sheet");
}

/// A ZIP of files that are not compressed.
fn zip(files: &[(&str, &str)]) -> Vec<u8> {
    let (mut out, mut index) = (Vec::new(), Vec::new());
    for (name, text) in files {
        let mut sum = flate2::Crc::new();
        sum.update(text.as_bytes());
        let offset = out.len() as u32;
        let mut about = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
        about.extend(sum.sum().to_le_bytes());
        about.extend([text.len() as u32; 2].iter().flat_map(|n| n.to_le_bytes()));
        about.extend((name.len() as u16).to_le_bytes());
        about.extend([0, 0]);
        out.extend(b"PK\x03\x04".iter().chain(&about).chain(name.as_bytes()).chain(text.as_bytes()));
        index.extend(b"PK\x01\x02\x14\0".iter().chain(&about).chain(&[0; 10]));
        index.extend(offset.to_le_bytes().iter().chain(name.as_bytes()));
    }
    let (start, count) = (out.len() as u32, files.len() as u16);
    let size = index.len() as u32;
    out.append(&mut index);
    out.extend(b"PK\x05\x06\0\0\0\0".iter().chain(&count.to_le_bytes()).chain(&count.to_le_bytes()));
    out.extend(size.to_le_bytes().iter().chain(&start.to_le_bytes()).chain(&[0, 0]));
    out
}

#[test]
fn reads_an_open_document() {
    let cell = |kind: &str, text: &str| {
        format!("<table:table-cell office:value-type={kind}><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let header = row(&["id", "nom", "reçu", "années", "durée"].map(|name| cell("\"string\"", name)));
    let data = row(&[
        cell("\"float\" office:value=\"1\"", "1"),
        cell("\"string\"", "Zoé, PhD"),
        cell("\"date\" office:date-value=\"2024-05-26T23:59:00\"", "26/05/24"),
        cell("\"float\" office:value=\"7.5\"", "7,5"),
        cell("\"time\" office:time-value=\"PT07H30M00S\"", "07:30"),
    ]);
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
         <table:table table:name=\"Feuille1\">{header}{data}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let manifest = "<?xml version=\"1.0\"?><manifest:manifest \
         xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    let bytes = zip(&[("mimetype", kind), ("content.xml", &content), ("META-INF/manifest.xml", manifest)]);
    let (source, rows) = read_bytes(&bytes).unwrap();
    assert_eq!(source.header(), ["id", "nom", "reçu", "années", "durée"]);
    assert_eq!(cells(&rows), [["1", "Zoé, PhD", "2024-05-26T23:59:00", "7.5", "07:30"]]);
    assert_eq!(codes(&source), [""; 0]);
}
