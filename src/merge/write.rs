//! A part, written as it is judged.

use std::io::{self, Write};

use super::{FORM, FileEnd, OtherLine, PartAsked, PartEnd, PartFile, PartHead, Screen};
use crate::diagnostic::Diagnostic;
use crate::pipeline::{BoundFile, Stopped};
use crate::plan::Memory;
use crate::records::{Chunk, Row, RowReader, Source};
use crate::render::safe::push_json;
use crate::score::Standing;

/// How the line of a record begins, as no other does.
pub(super) const RECORD: &[u8] = b"{\"line\":";

/// Writes a part.
pub(crate) struct Writer<'w> {
    out: &'w mut dyn Write,
    /// The lines that are not written yet.
    lines: Vec<u8>,
    records: u64,
    by_status: [u64; 3],
}

/// How many bytes are written at once.
const PIECE: usize = 1 << 18;

impl<'w> Writer<'w> {
    /// Begins a part of which this was asked, by this version of the program.
    ///
    /// # Errors
    /// Whatever the output says.
    pub(crate) fn new(asked: PartAsked, version: &str, out: &'w mut dyn Write) -> io::Result<Self> {
        let mut writer = Self { out, lines: Vec::new(), records: 0, by_status: [0; 3] };
        writer.mark(&PartHead { screen: Screen { version: version.to_owned(), format: FORM }, part: asked })?;
        Ok(writer)
    }

    /// Judges the records of a file and writes them; `each` is told how many bytes of it have been read and how many
    /// records there are so far, and may stop it.
    ///
    /// # Errors
    /// A file that cannot be read on, an output that cannot be written, an interruption.
    pub(crate) fn file(
        &mut self,
        source: &mut Source,
        file: &BoundFile,
        each: &mut dyn FnMut(u64, u64) -> Result<(), Stopped>,
    ) -> Result<(), Stopped> {
        let (dialect, before) = (source.dialect(), source.position());
        self.mark(&OtherLine::File(PartFile {
            name: file.name.clone(),
            header: source.header().to_vec(),
            header_line: source.header_line(),
            void: source.is_void(),
            delimiter: dialect.delimiter,
            line_end: dialect.line_end(),
            encoding: source.encoding().name().to_owned(),
            before,
        }))?;
        let (mut reader, mut chunk) = (RowReader::new(dialect), Chunk::default());
        let (mut memory, first) = (Memory::default(), self.records);
        let mut ended = false;
        loop {
            let more: Result<bool, Diagnostic> = source.next(&mut chunk);
            if !more? {
                break;
            }
            reader.rows(&chunk, |row| self.record(&row, file, &mut memory));
            ended = chunk.bytes().last() == Some(&dialect.line_end());
            self.flush(PIECE)?;
            each(source.bytes_read(), self.records)?;
        }
        let after = source.position();
        // The header's line end comes after it, and the last line may have none.
        let below = |before: u64, after: u64| (after + u64::from(!ended) - before).saturating_sub(1);
        self.mark(&OtherLine::FileEnd(FileEnd {
            records: self.records - first,
            blank_rows: reader.blank_rows(),
            below: (below(before.0, after.0), below(before.1, after.1)),
        }))?;
        Ok(())
    }

    /// Says that the part is whole, and answers how many have each status.
    ///
    /// # Errors
    /// Whatever the output says.
    pub(crate) fn finish(mut self) -> io::Result<[u64; 3]> {
        self.mark(&OtherLine::PartEnd(PartEnd { records: self.records, by_status: self.by_status }))?;
        self.flush(0)?;
        self.out.flush()?;
        Ok(self.by_status)
    }

    fn record(&mut self, row: &Row<'_>, file: &BoundFile, memory: &mut Memory) {
        let Standing { status, score, score_max } = file.judge(row, memory).standing;
        self.records += 1;
        self.by_status[status as usize] += 1;
        let out = &mut self.lines;
        out.extend_from_slice(RECORD);
        // Writing to memory cannot fail.
        let _ = write!(out, "{},\"row\":{}", row.line, row.number);
        if let Some(trouble) = row.trouble {
            let [kind, first, second] = trouble.numbers();
            let _ = write!(out, ",\"trouble\":[{kind},{first},{second}]");
        }
        let _ =
            write!(out, ",\"status\":\"{}\",\"score\":{score},\"score_max\":{score_max},\"cells\":[", status.name());
        for (at, cell) in row.cells().enumerate() {
            if at > 0 {
                out.push(b',');
            }
            push_json(out, cell);
        }
        out.extend_from_slice(b"]}\n");
    }

    fn mark(&mut self, line: &impl serde::Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.lines, line)?;
        self.lines.push(b'\n');
        self.flush(PIECE)
    }

    /// Writes what waits, if that is so much.
    fn flush(&mut self, least: usize) -> io::Result<()> {
        if self.lines.len() > least || least == 0 {
            self.out.write_all(&self.lines)?;
            self.lines.clear();
        }
        Ok(())
    }
}
