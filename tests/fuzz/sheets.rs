//! Any spreadsheet: bytes that are one, or the parts of one.

use std::io::{Cursor, Write};

use screen::records::{self, Chunk, Input, ReadOptions, RowReader};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What begins the name of a part, and its line.
const PART: &[u8] = b"=== ";

/// How files of spreadsheets begin: of ZIP files, and of the containers before them. Any other bytes are text.
const BEGIN: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"];

/// Why a spreadsheet may be refused.
const CODES: [&str; 8] = [
    "damaged-sheet",
    "too-large",
    "empty-file",
    "no-header",
    "no-candidates",
    "not-a-table",
    "unknown-sheet",
    "damaged-file",
];

/// More than any spreadsheet has.
const ROWS: u64 = 1 << 20;

/// What came of reading a spreadsheet.
#[derive(Debug, PartialEq)]
enum Reading {
    Refused(&'static str),
    Opened { header: Vec<String>, notes: Vec<&'static str>, rows: u64, cells: usize, first: Vec<String> },
}

/// A spreadsheet's own bytes where they begin as one does. Otherwise lines that begin with `=== ` name a part,
/// and what stands below is what is in it, so that a changed byte is one in its XML.
pub(crate) fn sheets(bytes: &[u8]) {
    let book = if BEGIN.iter().any(|begin| bytes.starts_with(begin)) { bytes.to_vec() } else { zipped(bytes) };
    let stream = || Input::Stdin(Box::new(Cursor::new(book.clone())));
    let read = Reading::of(stream(), None);
    let mut copy = tempfile::NamedTempFile::new().expect("a temporary file");
    copy.write_all(&book).expect("a temporary file");
    assert_eq!(Reading::of(Input::Path(copy.path().to_owned()), None), read, "from a file");
    Reading::of(stream(), Some("2"));
}

/// The parts as a ZIP file.
fn zipped(bytes: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut open = false;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_prefix(PART).map(|name| String::from_utf8_lossy(name.trim_ascii()).into_owned()) {
            Some(name) => open = zip.start_file(name, options).is_ok(),
            None if open => zip.write_all(line).expect("memory can be written"),
            None => {}
        }
    }
    zip.finish().expect("memory can be written").into_inner()
}

impl Reading {
    fn of(input: Input, sheet: Option<&str>) -> Self {
        let options = ReadOptions { sheet: sheet.map(str::to_owned), ..ReadOptions::default() };
        let mut source = match records::open(input, "book", &options, false) {
            Ok(source) => source,
            Err(problem) => {
                assert!(CODES.contains(&problem.code), "{problem:?}");
                assert!(!problem.what.en.is_empty() && !problem.what.fr.is_empty(), "{problem:?}");
                return Self::Refused(problem.code);
            }
        };
        let mut reader = RowReader::new(source.dialect());
        let (mut rows, mut cells, mut line, mut first) = (0, 0, source.header_line(), Vec::new());
        let mut chunk = Chunk::default();
        while source.next(&mut chunk).expect("what was written out can be read") {
            reader.rows(&chunk, |row| {
                assert!(row.line > line && row.line <= ROWS, "{line} {row:?}");
                assert!(row.cells().all(|cell| !cell.contains('\r')), "{row:?}");
                line = row.line;
                rows += 1;
                cells += row.len();
                if rows == 1 {
                    first = row.cells().map(str::to_owned).collect();
                }
            });
        }
        let notes = source.notes().iter().map(|note| note.code).collect();
        Self::Opened { header: source.header().to_vec(), notes, rows, cells, first }
    }
}
