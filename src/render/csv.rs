//! CSV: one line per candidate, for spreadsheets and scripts.
//!
//! The names of the fields and of their values are the same in every language. What a candidate supplies cannot run:
//! a cell that a spreadsheet would take for a formula gets an apostrophe in front ([`safe::runs`]), and so does what
//! would start one if the spreadsheet divided cells at another mark than the comma, or at every one whatever the quotes
//! ([`safe::divided`]). Control characters that could drive a terminal become `�`.

use std::borrow::Cow;
use std::io::{self, Write};

use super::figures::{push_score, push_whole};
use super::safe;
use crate::catalogue::Lang;
use crate::verdict::Finding;
use crate::view::{CriterionHead, Foot, Heading, Line, OutputColumn, Render, Saying};

/// Writes CSV.
#[derive(Clone, Debug, Default)]
pub(super) struct Csv {
    lang: Lang,
    /// The criteria, where people's decisions are heeded.
    criteria: Vec<CriterionHead>,
    fields: Vec<OutputColumn>,
    /// Each line is made here and written at once.
    buffer: Vec<u8>,
    /// Several notes become one cell here.
    notes: String,
}

impl Render for Csv {
    fn wants_reasons(&self, heading: &Heading) -> bool {
        heading.fields().iter().any(OutputColumn::is_said)
    }

    fn wants_shares(&self) -> bool {
        false
    }

    fn begin(&mut self, heading: &Heading, out: &mut dyn Write) -> io::Result<()> {
        self.lang = heading.lang;
        self.criteria = if heading.decisions { heading.criteria.clone() } else { Vec::new() };
        self.fields = heading.fields();
        self.buffer.clear();
        for (at, field) in self.fields.iter().enumerate() {
            if at > 0 {
                self.buffer.push(b',');
            }
            push_cell(&mut self.buffer, &name(field, heading));
        }
        finish(&mut self.buffer, 0);
        out.write_all(&self.buffer)
    }

    fn line(&mut self, line: &Line<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        let Self { lang, fields, notes, criteria, .. } = self;
        let start = out.len();
        for field in fields {
            match field {
                OutputColumn::Criterion(i) => {
                    let glance = line.criteria.get(*i).copied();
                    if let Some(glance) = glance.or_else(|| said(line, *i).map(Saying::glance)) {
                        push_verdict(out, glance.finding);
                        continue;
                    }
                }
                OutputColumn::Reason(i) => push_cell(out, said(line, *i).map_or("", |said| &said.reason)),
                OutputColumn::Unread(i) => push_cell(out, &unread(line, *i)),
                OutputColumn::Rank => push_rank(out, line.ranks.map(|ranks| ranks.rank)),
                OutputColumn::RankBest => push_rank(out, line.ranks.map(|ranks| ranks.best)),
                OutputColumn::RankWorst => push_rank(out, line.ranks.map(|ranks| ranks.worst)),
                OutputColumn::Id => push_cell(out, line.id),
                OutputColumn::Name => push_cell(out, line.name),
                OutputColumn::Status => out.extend_from_slice(line.status.name().as_bytes()),
                OutputColumn::Score => push_score(out, line.score),
                OutputColumn::ScoreMax => push_score(out, line.score_max),
                OutputColumn::SourceFile => push_cell(out, line.file),
                OutputColumn::SourceLine => push_whole(out, line.line),
                OutputColumn::Notes => {
                    notes.clear();
                    for (i, note) in line.all_notes().enumerate() {
                        notes.push_str(if i > 0 { "; " } else { "" });
                        notes.push_str(note.to(*lang));
                    }
                    push_cell(out, notes);
                }
                OutputColumn::Decided => push_cell(out, &line.decided_in(criteria)),
                OutputColumn::Cell(i, _) => push_cell(out, line.cells.get(*i).copied().unwrap_or_default()),
            }
            out.push(b',');
        }
        if out.len() > start {
            // The comma after the last one.
            out.pop();
        }
        finish(out, start);
        Ok(())
    }

    fn fork(&self) -> Option<Box<dyn Render>> {
        Some(Box::new(self.clone()))
    }

    fn end(&mut self, _: &Foot, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// What is said of the criterion at this place, by a person where one decided.
pub(super) fn said<'a>(line: &'a Line<'_>, at: usize) -> Option<&'a Saying> {
    line.by_hand(at).map(|one| one.saying).or_else(|| line.told.get(at).map(|told| told.saying()))
}

/// The words that were not understood by the criterion at this place, in one text.
pub(super) fn unread(line: &Line<'_>, at: usize) -> String {
    said(line, at).map_or_else(String::new, |said| said.unread.join("; "))
}

/// The name of a field, the same in every language.
pub(super) fn name<'a>(field: &'a OutputColumn, heading: &'a Heading) -> Cow<'a, str> {
    let id = |at: usize| heading.criteria.get(at).map_or("", |criterion| criterion.id.as_str());
    let name = match field {
        OutputColumn::Rank => "rank",
        OutputColumn::RankBest => "rank_best",
        OutputColumn::RankWorst => "rank_worst",
        OutputColumn::Id => "id",
        OutputColumn::Name => "name",
        OutputColumn::Status => "status",
        OutputColumn::Score => "score",
        OutputColumn::ScoreMax => "score_max",
        OutputColumn::Criterion(i) => id(*i),
        OutputColumn::Reason(i) => return format!("{}.reason", id(*i)).into(),
        OutputColumn::Unread(i) => return format!("{}.unread", id(*i)).into(),
        OutputColumn::SourceFile => "source.file",
        OutputColumn::SourceLine => "source.line",
        OutputColumn::Notes => "notes",
        OutputColumn::Decided => "decided",
        OutputColumn::Cell(_, name) => name,
    };
    name.into()
}

/// A verdict and a comma. Most fields are such: eight bytes are written at once, and those beyond the comma given back.
fn push_verdict(out: &mut Vec<u8>, finding: Finding) {
    let (bytes, length) = match finding {
        Finding::Met => (b"met,    ", 4),
        Finding::NotMet => (b"not_met,", 8),
        Finding::Unknown => (b"unknown,", 8),
        Finding::Skipped => (b"skipped,", 8),
    };
    out.extend_from_slice(bytes);
    out.truncate(out.len() - bytes.len() + length);
}

fn push_rank(out: &mut Vec<u8>, rank: Option<u64>) {
    if let Some(rank) = rank {
        push_whole(out, rank);
    }
}

/// Ends a line. One that would be empty is a quoted nothing, since readers skip empty lines.
fn finish(out: &mut Vec<u8>, start: usize) {
    if out.len() == start {
        out.extend_from_slice(b"\"\"");
    }
    out.push(b'\n');
}

const PLAIN: u8 = 0;
const QUOTE: u8 = 1;
const CONTROL: u8 = 2;
const DIVIDES: u8 = 4;

/// What a byte asks of its cell: nothing, quotes, a look at each character, or at what follows.
const ASKS: [u8; 256] = {
    let mut asks = [PLAIN; 256];
    let mut byte = 0;
    while byte < 0x20 {
        asks[byte] = CONTROL;
        byte += 1;
    }
    asks[b'\t' as usize] = DIVIDES;
    asks[b'\n' as usize] = QUOTE | DIVIDES;
    asks[b'\r' as usize] = CONTROL | DIVIDES;
    asks[b',' as usize] = QUOTE | DIVIDES;
    asks[b';' as usize] = DIVIDES;
    asks[b'|' as usize] = DIVIDES;
    asks[b'"' as usize] = QUOTE;
    asks[0x7f] = CONTROL;
    // The first byte of the controls from 0x80 to 0x9f, and of some letters.
    asks[0xc2] = CONTROL;
    asks
};

/// A text that is not the program's own.
fn push_cell(out: &mut Vec<u8>, text: &str) {
    let asked = text.bytes().fold(PLAIN, |asked, byte| asked | ASKS[usize::from(byte)]);
    // The first cell of a line is all of the line where the comma divides nothing.
    let first = out.last().is_none_or(|last| *last == b'\n');
    let runs = if first { safe::runs_on(text) } else { safe::runs(text) };
    let text = if asked & DIVIDES == 0 { Cow::Borrowed(text) } else { safe::divided(text) };
    let text = &*text;
    if asked & (QUOTE | CONTROL) == 0 {
        if runs {
            out.push(b'\'');
        }
        out.extend_from_slice(text.as_bytes());
        return;
    }
    out.push(b'"');
    if runs {
        out.push(b'\'');
    }
    if asked & CONTROL == 0 {
        let mut rest = text.as_bytes();
        while let Some(at) = rest.iter().position(|byte| *byte == b'"') {
            out.extend_from_slice(&rest[..=at]);
            out.push(b'"');
            rest = &rest[at + 1..];
        }
        out.extend_from_slice(rest);
    } else {
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\r' if chars.peek() == Some(&'\n') => {}
                '\r' => out.push(b'\n'),
                c => push_char(out, c),
            }
        }
    }
    out.push(b'"');
}

fn push_char(out: &mut Vec<u8>, c: char) {
    let c = match c {
        '"' => {
            out.push(b'"');
            c
        }
        '\t' | '\n' => c,
        c if c.is_control() => safe::MARK,
        c => c,
    };
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::render::sample;

    #[test]
    fn verdicts_are_written_by_their_names() {
        for finding in Finding::ALL {
            let mut out = Vec::new();
            push_verdict(&mut out, finding);
            assert_eq!(out, format!("{},", finding.name()).into_bytes());
        }
    }

    #[test]
    fn a_header_and_a_line_each() {
        let written = sample::write(&mut Csv::default(), &sample::heading(Lang::Fr));
        insta::assert_snapshot!(written);
    }

    #[test]
    fn columns_asked_for() {
        let mut heading = sample::heading(Lang::En);
        heading.fields =
            Some(vec![OutputColumn::Score, OutputColumn::Cell(0, "=email".into()), OutputColumn::Criterion(1)]);
        let written = sample::write(&mut Csv::default(), &heading);
        insta::assert_snapshot!(written);
    }

    #[test]
    fn without_ranks() {
        let mut line = sample::line();
        line.ranks = None;
        let mut heading = sample::heading(Lang::En);
        heading.ranked = false;
        heading.fields = Some(vec![OutputColumn::Rank]);
        assert_eq!(sample::write_lines(&mut Csv::default(), &heading, &[line]), "rank\n\"\"\n");
    }

    /// What is left of a text, apart from the apostrophes.
    fn expected(text: &str) -> String {
        let kept = |c: char| if c.is_control() && !matches!(c, '\t' | '\n') { safe::MARK } else { c };
        text.replace("\r\n", "\n").replace('\r', "\n").chars().map(kept).filter(|c| *c != '\'').collect()
    }

    /// What a spreadsheet may take for a formula, whatever stands before its sign that it may pass over.
    fn formula(cell: &str) -> bool {
        let start = cell.trim_start_matches(|c: char| c.is_whitespace() || safe::is_unseen(c));
        start.starts_with(['=', '@', '＝', '＠', '＋', '－'])
            || start.starts_with(['+', '-'])
                && !matches!(start.trim_end(), "+" | "-")
                && start.trim_end().replace(',', ".").parse::<f64>().is_err()
    }

    /// A line with these texts in three of its fields, the first and the last among them.
    fn written(first: &str, cell: &str, notes: &[&str]) -> String {
        let mut heading = sample::heading(Lang::En);
        heading.fields = Some(vec![
            OutputColumn::Id,
            OutputColumn::Score,
            OutputColumn::Cell(0, "c".into()),
            OutputColumn::Rank,
            OutputColumn::Notes,
        ]);
        let notes: Vec<crate::catalogue::Text> = notes.iter().copied().map(crate::catalogue::Text::same).collect();
        let mut line = sample::line();
        let cells = [cell];
        (line.id, line.cells, line.notes) = (first, &cells, &notes);
        sample::write_lines(&mut Csv::default(), &heading, &[line])
    }

    #[test]
    fn what_runs_nowhere_stays_as_it_is() {
        let line = |first: &str, cell: &str| written(first, cell, &[]).lines().nth(1).unwrap().to_owned();
        assert_eq!(line("-5", "-5"), "'-5,82.456789,-5,1,");
        assert_eq!(line(" +5", "a;b|c\td"), "' +5,82.456789,a;b|c\td,1,");
        // A number after a line break stands where a formula would.
        let read = |cell: &str| {
            let written = written("a", cell, &[]);
            let mut reader = ::csv::Reader::from_reader(written.as_bytes());
            reader.records().next().unwrap().unwrap()[2].to_owned()
        };
        assert_eq!(read("\r+1"), "'\n'+1");
        assert_eq!(line("a;=1", "5-7;8+"), "a;'=1,82.456789,5-7;8+,1,");
    }

    proptest! {
        #[test]
        fn no_delimiter_starts_a_formula(
            first in "[=+@\\-\u{ff1d}\u{ff0b}a \"',;|\t\r\n\u{0}\u{200b}\u{a0}1.]{0,12}",
            cell in "[=+@\\-\u{ff1d}\u{ff0b}a \"',;|\t\r\n\u{0}\u{200b}\u{a0}1.]{0,12}",
            note in "[=+@\\-a \"',;|\t\r\n1]{0,8}",
        ) {
            let written = written(&first, &cell, &[&note, &first]);
            for delimiter in [b',', b';', b'\t', b'|'] {
                for quoting in [true, false] {
                    let mut reader = ::csv::ReaderBuilder::new();
                    reader.has_headers(false).flexible(true).delimiter(delimiter).quoting(quoting);
                    for record in reader.from_reader(written.as_bytes()).records() {
                        let record = record.unwrap();
                        let runs = record.iter().find(|cell| formula(cell));
                        prop_assert_eq!(runs, None, "{:?} {} {}", written, char::from(delimiter), quoting);
                    }
                }
            }
        }

        #[test]
        fn any_cell_reads_back(
            first in any::<String>(),
            cell in "[=+@\\-\u{ff1d}a \"',;\t\r\n\u{0}\u{9b}é1.]{0,10}",
            note in any::<String>(),
        ) {
            let written = written(&first, &cell, &[&note]);
            let mut reader = ::csv::Reader::from_reader(written.as_bytes());
            let records: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            prop_assert_eq!(records.len(), 1);
            for (at, text) in [(0, &first), (2, &cell), (4, &note)] {
                let back = &records[0][at];
                prop_assert!(!safe::runs(back), "{:?}", back);
                prop_assert_eq!(back.replace('\'', ""), expected(text));
                prop_assert_eq!(back.starts_with('\''), safe::runs(text) || at == 0 && safe::runs_on(text) || text.starts_with('\''));
            }
        }

        #[test]
        fn a_copy_writes_the_same(id in any::<String>(), name in any::<String>()) {
            let heading = sample::heading(Lang::En);
            let mut csv = Csv::default();
            csv.begin(&heading, &mut Vec::new()).unwrap();
            let mut copy = csv.fork().unwrap();
            let mut line = sample::line();
            (line.id, line.name) = (&id, &name);
            let (mut a, mut b) = (Vec::new(), Vec::new());
            csv.line(&line, &mut a).unwrap();
            copy.line(&line, &mut b).unwrap();
            prop_assert_eq!(a, b);
        }
    }
}
