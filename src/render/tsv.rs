//! TSV: CSV with tabs between cells, and a line of its own for each candidate whatever stands in a cell.

use std::io::{self, Write};

use super::csv::Csv;
use crate::view::{Foot, Heading, Line, Render};

/// Writes TSV: what [`Csv`] writes, with the same care for what could run, but one line a record: tabs and line ends
/// within cells are spaces. A cell with a double quote is quoted, for readers that heed quotes.
#[derive(Clone, Debug, Default)]
pub(super) struct Tsv {
    csv: Csv,
    record: Vec<u8>,
}

impl Render for Tsv {
    fn wants_reasons(&self, heading: &Heading) -> bool {
        self.csv.wants_reasons(heading)
    }

    fn wants_shares(&self) -> bool {
        self.csv.wants_shares()
    }

    fn begin(&mut self, heading: &Heading, out: &mut dyn Write) -> io::Result<()> {
        self.record.clear();
        self.csv.begin(heading, &mut self.record)?;
        let mut line = Vec::with_capacity(self.record.len());
        tabbed(&self.record, &mut line);
        out.write_all(&line)
    }

    fn line(&mut self, line: &Line<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        self.record.clear();
        self.csv.line(line, &mut self.record)?;
        tabbed(&self.record, out);
        Ok(())
    }

    fn fork(&self) -> Option<Box<dyn Render>> {
        Some(Box::new(self.clone()))
    }

    fn end(&mut self, _: &Foot, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// A record of CSV, its line end included, as a line of TSV.
fn tabbed(record: &[u8], out: &mut Vec<u8>) {
    let (body, end) = record.split_at(record.len().saturating_sub(1));
    let mut quoted = false;
    let mut start = out.len();
    let mut bytes = body.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if quoted && bytes.next_if_eq(&b'"').is_some() => out.push(b'"'),
            b'"' => quoted = !quoted,
            b',' if !quoted => {
                enclose(out, start);
                out.push(b'\t');
                start = out.len();
            }
            b'\t' | b'\n' => out.push(b' '),
            byte => out.push(byte),
        }
    }
    enclose(out, start);
    out.extend_from_slice(end);
}

/// Quotes the cell that begins here, where it has a quote in it.
fn enclose(out: &mut Vec<u8>, start: usize) {
    if memchr::memchr(b'"', &out[start..]).is_some() {
        let cell = out.split_off(start);
        out.push(b'"');
        for byte in cell {
            out.extend(std::iter::repeat_n(byte, if byte == b'"' { 2 } else { 1 }));
        }
        out.push(b'"');
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::Lang;
    use crate::render::sample;
    use crate::view::OutputColumn;

    fn written(id: &str, cell: &str) -> String {
        let mut heading = sample::heading(Lang::En);
        heading.fields = Some(vec![OutputColumn::Id, OutputColumn::Criterion(0), OutputColumn::Cell(0, "c, d".into())]);
        let cells = [cell];
        let line = Line { id, cells: &cells, ..sample::line() };
        sample::write_lines(&mut Tsv::default(), &heading, &[line])
    }

    #[test]
    fn one_line_for_each() {
        assert_eq!(written("a,b", "x\ty\r\nz"), "id\tdegree\tc, d\na,b\tmet\tx y z\n");
        assert_eq!(written("say \"hi\"", "=1"), "id\tdegree\tc, d\n\"say \"\"hi\"\"\"\tmet\t'=1\n");
        assert_eq!(written("", ""), "id\tdegree\tc, d\n\tmet\t\n");
    }

    proptest! {
        #[test]
        fn it_reads_back_as_csv_does(id in any::<String>(), cell in "[=a \"',;\t\r\n|é1]{0,12}") {
            let written = written(&id, &cell);
            prop_assert_eq!(written.lines().count(), 2, "{:?}", written);
            let mut reader = ::csv::ReaderBuilder::new().delimiter(b'\t').from_reader(written.as_bytes());
            let record = reader.records().next().unwrap().unwrap();
            prop_assert_eq!(record.len(), 3);
            let blank = |text: &str| text.replace("\r\n", " ").replace(['\r', '\n', '\t'], " ").replace('\'', "");
            prop_assert_eq!(record[2].replace('\'', ""), blank(&cell));
        }
    }
}
