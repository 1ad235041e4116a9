//! The splitter against the `csv` crate, and streams however they arrive.

use std::io::{self, Read};

use proptest::prelude::*;

use super::super::split::{Splitter, line_end};
use super::*;

// What the splitter must see, written so that one can see it.

/// The ends of records that are cut short.
fn naive_breaks(text: &[u8]) -> Vec<usize> {
    let mut breaks = Vec::new();
    let mut at = 0;
    let mut cell_starts = true;
    while at < text.len() {
        let byte = text[at];
        if byte != b'"' || !cell_starts {
            cell_starts = matches!(byte, b',' | b'\r' | b'\n');
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < text.len() && !(text[end] == b'"' && text.get(end + 1) != Some(&b'"')) {
            end += if text[end] == b'"' { 2 } else { 1 };
        }
        let closed = end < text.len();
        let next = text.get(end + 1..).and_then(|rest| rest.iter().find(|byte| **byte != b' '));
        let rightly = matches!(next, None | Some(b',' | b'\r' | b'\n'));
        let lines = text[at..end.min(text.len())].iter().any(|byte| matches!(byte, b'\r' | b'\n'));
        if !closed || (lines && !rightly) {
            at = line_end(text, at);
            breaks.push(at);
            cell_starts = true;
        } else {
            at = end + 1;
            cell_starts = false;
        }
    }
    breaks
}

/// The records as the `csv` crate reads them, between the breaks.
fn by_csv(text: &[u8], breaks: &[usize]) -> Vec<(Vec<String>, bool)> {
    let mut records = Vec::new();
    let mut from = 0;
    for (to, broken) in breaks.iter().map(|to| (*to, true)).chain([(text.len(), false)]) {
        let part = &text[from..to];
        let part = if broken { part.strip_suffix(b"\n").unwrap_or(part) } else { part };
        let part = if broken { part.strip_suffix(b"\r").unwrap_or(part) } else { part };
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(part);
        for record in reader.records() {
            records.push((record.unwrap().iter().map(str::to_owned).collect(), false));
        }
        if let Some((_, last)) = records.last_mut().filter(|_| broken) {
            *last = true;
        }
        from = to;
    }
    records.retain(|(cells, broken): &(Vec<String>, bool)| *broken || !cells.iter().all(|cell| cell.trim().is_empty()));
    records
}

/// A text given a few bytes at a time.
struct Pieces(Vec<u8>, Vec<usize>);

impl Read for Pieces {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let size = self.1.pop().unwrap_or(usize::MAX).min(self.0.len()).min(out.len());
        out[..size].copy_from_slice(&self.0[..size]);
        self.0.drain(..size);
        Ok(size)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn the_splitter_and_the_csv_crate_see_the_same(
        text in "[\"\"\",,\r\n\nab ]{0,60}",
        sizes in proptest::collection::vec(1usize..9, 0..60),
    ) {
        let bytes = text.as_bytes();
        let breaks = naive_breaks(bytes);
        let expected = by_csv(bytes, &breaks);

        // The splitter, on a buffer that grows by pieces and is cut wherever it can be.
        let dialect = Dialect { delimiter: b',', newline: b'\n', fewest: 0, most: usize::MAX, noted: false };
        let mut reader = RowReader::new(dialect);
        let mut splitter = Splitter::new(b',', b'\n');
        let mut buffer = Vec::new();
        let (mut offset, mut line, mut fed) = (0, 1, 0);
        let mut rows = Vec::new();
        let mut sizes = sizes.into_iter();
        loop {
            let size = sizes.next().unwrap_or(usize::MAX).min(bytes.len() - fed);
            buffer.extend_from_slice(&bytes[fed..fed + size]);
            fed += size;
            let last = fed == bytes.len();
            splitter.scan(&buffer, last);
            let cut = splitter.cut;
            let breaks = splitter.breaks.clone();
            let chunk = Chunk { bytes: buffer[..cut].to_vec(), used: cut, breaks, line, row: line };
            reader.rows(&chunk, |row| rows.push(Seen { end: offset + row.end, ..seen(row) }));
            line += split::count_lines(&buffer[..cut], b'\n');
            offset += cut;
            splitter.breaks.clear();
            splitter.drop_front(cut);
            buffer.drain(..cut);
            if last {
                break;
            }
        }
        prop_assert!(buffer.is_empty());
        let found: Vec<(Vec<String>, bool)> =
            rows.iter().map(|row| (row.cells.clone(), matches!(row.trouble, Some(Trouble::UnclosedQuote { .. })))).collect();
        prop_assert_eq!(&found, &expected);
        for row in &rows {
            let within: u64 = row.cells.iter().map(|cell| split::count_lines(cell.as_bytes(), b'\n')).sum();
            prop_assert_eq!(row.line + within, 1 + split::count_lines(&bytes[..row.end], b'\n'));
        }
    }

    #[test]
    fn how_a_stream_arrives_changes_nothing(
        body in "[\"\",,;\r\n\naé ]{0,80}",
        sizes in proptest::collection::vec(1usize..9, 0..90),
    ) {
        let text = format!("a,b,c\n1,2,3\n{body}");
        let at_once = open(stdin(text.clone()), "-", &ReadOptions::default(), false).unwrap();
        let pieces = Input::Stdin(Box::new(Pieces(text.into_bytes(), sizes)));
        let in_pieces = open(pieces, "-", &ReadOptions::default(), true).unwrap();
        let rows = |mut source: Source| {
            let (mut rows, blank) = rest(&mut source).unwrap();
            // Chunks may begin elsewhere.
            rows.iter_mut().for_each(|row| row.end = 0);
            (source.header().to_vec(), rows, blank)
        };
        prop_assert_eq!(rows(at_once), rows(in_pieces));
    }

    #[test]
    fn nothing_makes_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), at_once in any::<bool>()) {
        if let Ok(mut source) = open(stdin(bytes), "-", &ReadOptions::default(), at_once) {
            let _ = rest(&mut source);
        }
    }
}
