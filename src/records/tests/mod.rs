//! Whole files through the whole room.

#[cfg(feature = "xlsx")]
mod sheets;
mod splitter;

use std::io::{self, Cursor, Read, Write};
use std::sync::mpsc;

use super::raw::HEAD;
use super::split::LONGEST;
use super::*;

/// A source is read on one thread, its chunks on others, and rows are put aside and read again on any.
#[test]
fn everything_can_move_to_where_it_is_needed() {
    const fn send<T: Send>() {}
    const fn share<T: Send + Sync>() {}
    send::<Source>();
    send::<RowReader>();
    share::<Chunk>();
    share::<Stored>();
}

/// A row as it came out.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    end: usize,
    line: u64,
    trouble: Option<Trouble>,
    cells: Vec<String>,
}

fn seen(row: Row<'_>) -> Seen {
    let cells = row.cells().map(str::to_owned).collect();
    Seen { end: row.end, line: row.line, trouble: row.trouble, cells }
}

fn rest(source: &mut Source) -> Result<(Vec<Seen>, u64), Diagnostic> {
    let mut rows = Vec::new();
    let mut reader = RowReader::new(source.dialect());
    let mut chunk = Chunk::default();
    while source.next(&mut chunk)? {
        reader.rows(&chunk, |row| rows.push(seen(row)));
    }
    Ok((rows, reader.blank_rows()))
}

fn stdin(bytes: impl Into<Vec<u8>>) -> Input {
    Input::Stdin(Box::new(Cursor::new(bytes.into())))
}

/// A file on disk with these bytes.
fn on_disk(bytes: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file
}

/// Opens and reads.
fn all(input: Input, options: &ReadOptions) -> Result<(Source, Vec<Seen>), Diagnostic> {
    let mut source = open(input, "candidates", options, false)?;
    let (rows, _) = rest(&mut source)?;
    Ok((source, rows))
}

fn read_bytes(bytes: &[u8]) -> Result<(Source, Vec<Seen>), Diagnostic> {
    let file = on_disk(bytes);
    all(Input::Path(file.path().to_owned()), &ReadOptions::default())
}

fn refused(bytes: &[u8]) -> Diagnostic {
    match read_bytes(bytes) {
        Ok((_, rows)) => panic!("read {} rows of {:?}", rows.len(), String::from_utf8_lossy(bytes)),
        Err(problem) => problem,
    }
}

fn cells(rows: &[Seen]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.cells.clone()).collect()
}

fn codes(source: &Source) -> Vec<&'static str> {
    source.notes().iter().map(|note| note.code).collect()
}

/// Sixty candidates with everything that makes a table hard: accents, delimiters, quotes and line breaks in cells.
fn table() -> Vec<Vec<String>> {
    let mut table = vec![["id", "Prénom et nom", "Années", "Langues, niveaux", "Note"].map(str::to_owned).to_vec()];
    for i in 1..=60 {
        table.push(vec![
            i.to_string(),
            format!("Zoé Exemple-{i}"),
            format!("{},{}", i % 20, i % 10),
            format!("fr: C{}; en: B2 | es", i % 2 + 1),
            match i % 4 {
                0 => "dit « oui »\nà \"tout\"".to_owned(),
                1 => String::new(),
                2 => "naïve; œuvre, tab\there".to_owned(),
                _ => "plain".to_owned(),
            },
        ]);
    }
    table
}

fn written(table: &[Vec<String>], delimiter: u8, end: &str) -> String {
    let terminator = if end == "\r\n" { csv::Terminator::CRLF } else { csv::Terminator::Any(end.as_bytes()[0]) };
    let mut writer = csv::WriterBuilder::new().delimiter(delimiter).terminator(terminator).from_writer(Vec::new());
    table.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn utf16(text: &str, mark: bool, big: bool) -> Vec<u8> {
    let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
    units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

#[test]
fn the_same_table_in_every_dialect_gives_the_same_cells() {
    let table = table();
    let plain = written(&table, b',', "\n");
    let semicolons = written(&table, b';', "\r\n");
    let tabs = written(&table, b'\t', "\n");
    let western = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let mac = encoding_rs::MACINTOSH.encode(&written(&table, b';', "\r")).0.into_owned();
    let variants: Vec<(&str, Vec<u8>, &[&str])> = vec![
        ("plain", plain.clone().into_bytes(), &[]),
        ("mark", format!("\u{feff}{plain}").into_bytes(), &[]),
        ("crlf", written(&table, b',', "\r\n").into_bytes(), &[]),
        ("cr", written(&table, b',', "\r").into_bytes(), &[]),
        ("semicolons", semicolons.clone().into_bytes(), &[]),
        ("tabs", tabs.clone().into_bytes(), &[]),
        ("bars", written(&table, b'|', "\n").into_bytes(), &[]),
        ("sep", format!("sep=;\r\n{semicolons}").into_bytes(), &[]),
        ("mark and sep", format!("\u{feff}\"sep=;\"\r\n{semicolons}").into_bytes(), &[]),
        ("windows-1252", western(&semicolons), &[]),
        ("windows-1252 with commas", western(&plain), &[]),
        ("utf-16le", utf16(&tabs, true, false), &[]),
        ("utf-16be", utf16(&tabs, true, true), &[]),
        ("utf-16le, no mark", utf16(&semicolons, false, false), &[]),
        ("utf-16be, no mark", utf16(&plain, false, true), &[]),
        ("gzip", gzip(plain.as_bytes()), &[]),
        ("gzip of windows-1252", gzip(&western(&semicolons)), &[]),
        ("no last line end", plain.trim_end().as_bytes().to_vec(), &[]),
        ("macintosh", mac, &["encoding"]),
    ];
    for (name, bytes, notes) in variants {
        let file = on_disk(&bytes);
        for input in [Input::Path(file.path().to_owned()), stdin(bytes.clone())] {
            let (source, rows) = all(input, &ReadOptions::default()).unwrap();
            assert_eq!(codes(&source), notes, "{name}");
            assert_eq!(source.header(), table[0], "{name}");
            assert_eq!(cells(&rows), table[1..], "{name}");
            assert!(rows.iter().all(|row| row.trouble.is_none()), "{name}");
            assert_eq!(source.bytes_read(), bytes.len() as u64, "{name}");
        }
        // The same as a stream whose records are awaited.
        let mut source = open(stdin(bytes), "-", &ReadOptions::default(), true).unwrap();
        let (rows, _) = rest(&mut source).unwrap();
        assert_eq!(rows.len(), 60, "{name}");
    }
}

#[test]
fn counts_lines_and_skips_what_is_blank() {
    let text = "\n\nid;name;\n1;Ann;\n\n;;\n2;\"Bea\nof two lines\";\n\" \";\u{a0};\n3;Cy;x\n";
    let (source, rows) = read_bytes(text.as_bytes()).unwrap();
    assert_eq!((source.header_line(), source.header()), (3, &["id".to_owned(), "name".to_owned()][..]));
    let lines: Vec<(u64, &str)> = rows.iter().map(|row| (row.line, row.cells[0].as_str())).collect();
    assert_eq!(lines, [(4, "1"), (7, "2"), (10, "3")]);
    assert!(rows.iter().all(|row| row.trouble.is_none()));
    let mut source = open(stdin(text), "-", &ReadOptions::default(), false).unwrap();
    assert_eq!(rest(&mut source).unwrap().1, 2);
}

#[test]
fn a_closed_file_is_opened_again_and_is_still_the_same() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let open_it = || {
        std::fs::write(file.path(), "id,name\n1,Ann\n2,Bea\n").unwrap();
        let mut source = open(Input::Path(file.path().to_owned()), "f", &ReadOptions::default(), false).unwrap();
        source.close();
        source
    };
    let mut source = open_it();
    assert!(source.buffer.is_empty());
    assert_eq!(cells(&rest(&mut source).unwrap().0), [["1", "Ann"], ["2", "Bea"]]);
    for other in ["id,nom\n1,Ann\n", "\nid,name\n1,Ann\n", "id;name\n1;Ann\n"] {
        let mut source = open_it();
        std::fs::write(file.path(), other).unwrap();
        assert_eq!(rest(&mut source).err().unwrap().code, "file-changed", "{other:?}");
    }
    // A stream is not closed: it comes once.
    let mut source = open(stdin("id,name\n1,Ann\n"), "-", &ReadOptions::default(), false).unwrap();
    source.close();
    assert_eq!(cells(&rest(&mut source).unwrap().0), [["1", "Ann"]]);
}

#[test]
fn tells_rows_of_another_width() {
    let (_, rows) = read_bytes(b"a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n1,2,3,,5,\n").unwrap();
    let troubles: Vec<Option<Trouble>> = rows.iter().map(|row| row.trouble).collect();
    let many = |found| Some(Trouble::TooManyCells { found, expected: 3 });
    assert_eq!(troubles, [None, Some(Trouble::TooFewCells { found: 2, expected: 3 }), many(4), None, many(5)]);
    // A column without a header is no reason to mistrust a row.
    let (source, rows) = read_bytes(b"a,b,\n1,2,remark\n1,2\n").unwrap();
    assert_eq!((source.header().len(), rows[0].trouble, rows[1].trouble), (2, None, None));
}

#[test]
fn cells_are_sure_where_nothing_can_have_shifted_them() {
    let (_, rows) = read_bytes(b"a,b,c\n1,2,3\n1,2\n1,2,3,4\n1,2,\"3\n1,\"2,3\n\xff,2,3\n\xff,2\n").unwrap();
    let spared = |row: &Seen| (0..3).map(|column| row.trouble.is_none_or(|trouble| trouble.spares(column))).collect();
    let spared: Vec<Vec<bool>> = rows.iter().map(spared).collect();
    let first = vec![true, false, false];
    let all = vec![true; 3];
    let two = vec![true, true, false];
    assert_eq!(spared, [all.clone(), first.clone(), first.clone(), two, first.clone(), all, first]);
}

#[test]
fn an_unclosed_quote_costs_one_row() {
    let mut text = String::from("id,name,note\n1,Ann,x\n2,\"Bea,y\n");
    for i in 3..100_000 {
        let note = match i % 5 {
            0 => "\"a, b\"",
            1 => "\"said \"\"no\"\"\"",
            2 => "\"two\nlines\"",
            _ => "plain",
        };
        text.push_str(&format!("{i},Candidate {i},{note}\n"));
    }
    let (_, rows) = read_bytes(text.as_bytes()).unwrap();
    assert_eq!(rows.len(), 99_999);
    for (i, row) in rows.iter().enumerate() {
        assert_eq!(row.cells[0], (i + 1).to_string());
        assert_eq!(row.trouble, (i == 1).then_some(Trouble::UnclosedQuote { before: 1 }), "{row:?}");
    }
    assert_eq!(rows[1].cells, ["2", "Bea,y"]);
}

#[test]
fn an_unclosed_quote_at_the_end_is_told() {
    for text in ["a,b\n1,2\n3,\"x\n", "a,b\n1,2\n3,\"x", "a,b\n1,2\n3,\"x\r\n"] {
        let (_, rows) = read_bytes(text.as_bytes()).unwrap();
        assert_eq!(cells(&rows), [["1", "2"], ["3", "x"]], "{text:?}");
        assert_eq!((rows[0].trouble, rows[1].trouble), (None, Some(Trouble::UnclosedQuote { before: 1 })), "{text:?}");
    }
    let (_, rows) = read_bytes(b"a,b\n1,\"x\n2,y\n3,z\n").unwrap();
    assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 3, 4]);
}

#[test]
fn large_cells_and_many_columns_are_read() {
    let long = "lorem, \"\"ipsum\"\"\n".repeat(600_000);
    let text = format!("id,letter\n1,\"{long}\"\n2,short\n");
    let (_, rows) = read_bytes(text.as_bytes()).unwrap();
    assert_eq!((rows.len(), rows[0].cells[1].len(), rows[0].trouble), (2, 15 * 600_000, None));
    assert_eq!((rows[1].cells[1].as_str(), rows[1].line), ("short", 600_003));

    let row = |prefix: &str| (0..5000).map(|i| format!("{prefix}{i}")).collect::<Vec<_>>();
    let table: Vec<Vec<String>> = std::iter::once(row("column ")).chain((0..40).map(|_| row("cell "))).collect();
    let (source, rows) = read_bytes(written(&table, b';', "\n").as_bytes()).unwrap();
    assert_eq!(source.header(), table[0]);
    assert_eq!(cells(&rows), table[1..]);
}

#[test]
fn a_record_beyond_the_limit_is_cut_and_told() {
    let long = "x".repeat(LONGEST + 300_000);
    let trouble = Trouble::TooLong { before: 1 };
    for cell in [long.clone(), format!("\"{long}")] {
        let text = format!("id,letter\n1,a\n2,{cell}\n3,c\n");
        let (_, rows) = read_bytes(text.as_bytes()).unwrap();
        assert_eq!(rows.iter().map(|row| row.cells[0].as_str()).collect::<Vec<_>>(), ["1", "2", "3"]);
        assert_eq!(rows.iter().map(|row| row.trouble).collect::<Vec<_>>(), [None, Some(trouble), None]);
        assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 3, 4]);
        let (_, piped) = all(stdin(text), &ReadOptions::default()).unwrap();
        assert_eq!(cells(&piped[2..]), cells(&rows[2..]));
    }
    // The first candidate of all.
    let (_, rows) = all(stdin(format!("id,letter\n1,{long}\n2,b\n")), &ReadOptions::default()).unwrap();
    assert_eq!(rows.iter().map(|row| row.trouble).collect::<Vec<_>>(), [Some(trouble), None]);
    assert_eq!(open(stdin(long), "-", &ReadOptions::default(), false).err().unwrap().code, "no-header");
    // A quote that is not closed within the limit is broken; the lines below it are rows.
    let text = format!("id,letter\n1,\"a\n{}", "2,b\n".repeat(LONGEST / 4 + 10));
    let (_, rows) = all(stdin(text), &ReadOptions::default()).unwrap();
    assert_eq!((rows.len(), rows[0].trouble), (LONGEST / 4 + 11, Some(Trouble::UnclosedQuote { before: 1 })));
}

#[test]
fn bytes_that_are_no_text_cost_one_row() {
    let mut bytes = "id,nom\n1,Zoé\n2,Chloé\n3,".as_bytes().to_vec();
    bytes.extend_from_slice(b"Ren\xe9e\n4,\xc3");
    bytes.extend_from_slice("\n5,Noël\n".as_bytes());
    let (source, rows) = read_bytes(&bytes).unwrap();
    assert_eq!(codes(&source), [""; 0]);
    let troubles: Vec<bool> = rows.iter().map(|row| row.trouble == Some(Trouble::NotText)).collect();
    assert_eq!(troubles, [false, false, true, true, false]);
    assert_eq!((rows[2].cells[1].as_str(), rows[4].cells[1].as_str()), ("Ren\u{fffd}e", "Noël"));
    // Halves of a character in two cells are no character.
    let (_, rows) = read_bytes(b"id,\xc3\xa9,x\n1,\xc3,\xa9\n2,\xc3\xa9,\xc3\xa9\n").unwrap();
    assert_eq!((rows[0].trouble, rows[1].trouble), (Some(Trouble::NotText), None));
}

#[test]
fn a_late_accent_settles_the_encoding() {
    let mut bytes = b"id,name\n".to_vec();
    for i in 0..120_000 {
        bytes.extend_from_slice(format!("{i},Candidate {i}\n").as_bytes());
    }
    assert!(bytes.len() > HEAD);
    bytes.extend_from_slice(b"x,Ren\xe9e\n");
    let (source, rows) = read_bytes(&bytes).unwrap();
    assert_eq!(codes(&source), [""; 0]);
    assert_eq!(rows.last().unwrap().cells[1], "Renée");
    // A stream says so when it comes to it.
    let mut source = open(stdin(bytes), "-", &ReadOptions::default(), true).unwrap();
    let (rows, _) = rest(&mut source).unwrap();
    assert_eq!((rows.last().unwrap().cells[1].as_str(), codes(&source)), ("Renée", vec!["encoding"]));
}

#[test]
fn nul_bytes_are_text_and_many_are_not() {
    let (_, rows) = read_bytes(b"id,name\n1,A\0nn\n2,Bea\n").unwrap();
    assert_eq!(rows[0].cells[1], "A\0nn");
    assert_eq!(refused(&[0; 4096]).code, "not-a-table");
    let noise: Vec<u8> = (0..20_000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    assert_eq!(refused(&noise).code, "not-a-table");
}

#[test]
fn refuses_what_is_no_table() {
    for bytes in [
        &b"%PDF-1.7\n%\xe2\xe3"[..],
        b"\x89PNG\r\n\x1a\n",
        b"\x7fELF\x02\x01",
        b"MZ\x90\0\x03\0",
        b"PK\x03\x04\x14\0word/document.xml",
        b"PK\x03\x04\x14\0cv.pdf",
        b"<!DOCTYPE html><table><tr><td>1",
        b"<?xml version=\"1.0\"?><Workbook>",
        b"[{\"id\": 1}]",
        b"\xff\xfe\0\0i\0\0\0",
    ] {
        let problem = refused(bytes);
        assert_eq!(problem.code, "not-a-table", "{bytes:?}");
        assert!(problem.help.is_some() && problem.place.is_some());
    }
}

#[test]
fn tells_what_cannot_be_opened() {
    let directory = tempfile::tempdir().unwrap();
    let open_path = |path: PathBuf| open(Input::Path(path), "x", &ReadOptions::default(), false).err().unwrap().code;
    assert_eq!(open_path(directory.path().to_owned()), "directory");
    assert_eq!(open_path(directory.path().join("none.csv")), "no-file");
    for (text, code) in [
        ("", "empty-file"),
        ("\u{feff}", "empty-file"),
        ("\n \n,,\n", "empty-file"),
        ("sep=;\n", "empty-file"),
        ("id,name\n", "no-candidates"),
        ("id,name", "no-candidates"),
        ("id,name\n,\n\n", "no-candidates"),
        ("1,Ann,ann@example.org\n2,Bea,bea@example.org\n", "no-header"),
        ("Applications 2024\nid,name,years\n1,Ann,7\n2,Bea,8\n", "no-header"),
        ("id,\"name\n1,Ann\n2,\"Bea\"\n", "no-header"),
    ] {
        assert_eq!(refused(text.as_bytes()).code, code, "{text:?}");
        // A stream is told the same, but for a title, which takes more than two lines to see.
        if !text.starts_with("Applications") && !text.contains("name\n,\n") {
            let streamed = open(stdin(text), "-", &ReadOptions::default(), true);
            assert_eq!(streamed.err().map(|problem| problem.code), Some(code), "{text:?}");
        }
    }
    let (source, _) = read_bytes(b"1,7,2024-05-26\n2,8,2024-05-25\n").unwrap();
    assert_eq!(codes(&source), ["no-header"]);
    assert_eq!(source.notes()[0].severity, crate::diagnostic::Severity::Warning);
}

#[test]
fn does_what_the_user_says() {
    let given = |text: &str, options: ReadOptions| all(stdin(text), &options).unwrap();
    let (source, rows) = given("a:b\n1:2\n", ReadOptions { delimiter: Some(b':'), ..ReadOptions::default() });
    assert_eq!((source.header().len(), cells(&rows), codes(&source)), (2, vec![vec!["1".into(), "2".into()]], vec![]));
    // The user goes before the file's own `sep=` line.
    let (source, _) = given("sep=;\na,b\n1,2\n", ReadOptions { delimiter: Some(b','), ..ReadOptions::default() });
    assert_eq!((source.header(), source.header_line()), (&["a".to_owned(), "b".to_owned()][..], 2));
    let bytes = b"id,name\n1,\xe6\xc0\n2,x\n".to_vec();
    let options = ReadOptions { encoding: Encoding::for_label(b"windows-1251"), ..ReadOptions::default() };
    let (source, rows) = all(stdin(bytes), &options).unwrap();
    assert_eq!((rows[0].cells[1].as_str(), source.notes().len()), ("жА", 0));
    let below = |row| ReadOptions { header_row: Some(row), ..ReadOptions::default() };
    let titled = "Applications 2024\n\nid;name;years\n1;Ann;7\n2;Bea;8\n";
    let (source, rows) = given(titled, below(3));
    assert_eq!((source.header().join(" "), source.header_line(), rows.len()), ("id name years".to_owned(), 3, 2));
    for row in [2, 9] {
        assert!(open(stdin(titled.as_bytes().to_vec()), "-", &below(row), false).is_err());
    }
    let wrong = ReadOptions { delimiter: Some(b'"'), ..ReadOptions::default() };
    assert_eq!(open(stdin("a\n1\n"), "-", &wrong, false).err().unwrap().code, "delimiter");
}

/// Gives what is sent, when it is sent.
struct Pipe(mpsc::Receiver<Vec<u8>>, Vec<u8>);

impl Read for Pipe {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.1.is_empty() {
            match self.0.recv() {
                Ok(bytes) => self.1 = bytes,
                Err(_) => return Ok(0),
            }
        }
        let count = self.1.len().min(out.len());
        out[..count].copy_from_slice(&self.1[..count]);
        self.1.drain(..count);
        Ok(count)
    }
}

#[test]
fn a_record_is_there_as_soon_as_its_line_has_come() {
    let (send, receive) = mpsc::channel();
    let line = |text: &str| send.send(text.as_bytes().to_vec()).unwrap();
    line("id,na");
    line("me\n1,Ann\n");
    let mut source =
        open(Input::Stdin(Box::new(Pipe(receive, Vec::new()))), "-", &ReadOptions::default(), true).unwrap();
    let mut reader = RowReader::new(source.dialect());
    let mut chunk = Chunk::default();
    for (text, id) in [("", "1"), ("2,Bea\n", "2"), ("3,Cy\r\n4,D", "3"), ("ee\n5,Eve\n", "4"), ("6,\"F\n\"\n", "6")] {
        if !text.is_empty() {
            line(text);
        }
        assert!(source.next(&mut chunk).unwrap());
        let mut ids = Vec::new();
        reader.rows(&chunk, |row| ids.push(row.get(0).to_owned()));
        assert_eq!(ids[0], id);
    }
    line("7,Gus");
    drop(send);
    assert!(source.next(&mut chunk).unwrap());
    assert_eq!(chunk.bytes(), b"7,Gus");
    assert!(!source.next(&mut chunk).unwrap());
}

#[test]
fn what_breaks_off_is_told() {
    let text = written(&table(), b',', "\n").repeat(40);
    let packed = gzip(text.as_bytes());
    for size in [packed.len() - 9, packed.len() / 2] {
        let mut source = open(stdin(&packed[..size]), "-", &ReadOptions::default(), false).unwrap();
        let mut chunk = Chunk::default();
        let mut rows = Vec::new();
        let mut reader = RowReader::new(source.dialect());
        let problem = loop {
            match source.next(&mut chunk) {
                Ok(more) => assert!(more),
                Err(problem) => break problem,
            }
            reader.rows(&chunk, |row| rows.push(row.line));
        };
        let line = problem.place.map_or(0, |place| place.line);
        assert_eq!(problem.code, "truncated-file");
        assert!(rows.len() > 500 && line > *rows.last().unwrap(), "{line} {}", rows.len());
    }
    let mut damaged = packed.clone();
    let middle = damaged.len() / 2;
    damaged[middle..middle + 40].fill(0x55);
    assert!(matches!(all(stdin(damaged), &ReadOptions::default()), Err(problem) if problem.code == "damaged-file"));
    assert_eq!(refused(&packed[..8]).code, "truncated-file");

    let mut cut = utf16("id;name\n1;Ann\n2;Bea", true, false);
    cut.pop();
    let (_, rows) = read_bytes(&cut).unwrap();
    assert_eq!((rows[0].trouble, rows[1].trouble), (None, Some(Trouble::NotText)));
    assert_eq!(rows[1].cells, ["2", "Be\u{fffd}"]);
}

#[test]
fn marks_in_the_midst_are_no_part_of_a_cell() {
    let (_, rows) = read_bytes("id,name\n1,Ann\n\u{feff}2,Bea\n\u{feff}\"3\n\",Cy\n".as_bytes()).unwrap();
    assert_eq!(cells(&rows), [["1", "Ann"], ["2", "Bea"], ["3\n", "Cy"]]);
}
