//! What is told of a criterion, on its way to a workbook: written once for all candidates of whom the same is told, and read
//! again where it goes into cells.

use std::ops::Range;

use crate::verdict::{Credit, Finding};
use crate::view::{Line, Told};

/// Between the parts; no text has it.
const END: u8 = 0x1f;

/// What one criterion says of one candidate.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub finding: Finding,
    pub credit: Credit,
    pub reason: String,
    pub evidence: String,
}

impl Cell {
    /// As it is told.
    pub fn told(&self) -> Told<'_> {
        let Self { finding, credit, reason, evidence } = self;
        Told { finding: *finding, credit: *credit, weight: 0.0, evidence, reason, unread: &[] }
    }
}

/// Writes it; answers where the evidence is.
pub fn write(told: &Told<'_>, out: &mut Vec<u8>) -> Range<usize> {
    out.push(told.finding as u8);
    out.extend(told.credit.low.to_le_bytes());
    out.extend(told.credit.high.to_le_bytes());
    push(told.reason, out);
    out.push(END);
    let start = out.len();
    push(told.evidence, out);
    start..out.len()
}

/// A text without what stands between the parts.
pub fn push(text: &str, out: &mut Vec<u8>) {
    out.extend(text.bytes().filter(|byte| *byte != END));
}

/// Reads what was written of a criterion of this line, or what the line says itself.
pub fn read(line: &Line<'_>, at: usize) -> Option<Cell> {
    let mut bytes = Vec::new();
    if !line.written.push(at, &mut bytes) {
        let told = line.criteria.get(at)?;
        let Told { finding, credit, reason, evidence, .. } = *told;
        return Some(Cell { finding, credit, reason: reason.to_owned(), evidence: evidence.to_owned() });
    }
    let (finding, rest) = bytes.split_first()?;
    let (low, rest) = rest.split_first_chunk::<8>()?;
    let (high, rest) = rest.split_first_chunk::<8>()?;
    let end = rest.iter().position(|byte| *byte == END)?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Some(Cell {
        finding: *Finding::ALL.get(usize::from(*finding))?,
        credit: Credit { low: f64::from_le_bytes(*low), high: f64::from_le_bytes(*high) },
        reason: text(&rest[..end]),
        evidence: text(&rest[end + 1..]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;
    use crate::view::{Pieces, Stretch, Written};

    #[test]
    fn what_is_written_is_read() {
        let line = sample::line();
        let told = Told { evidence: "a\u{1f}b", reason: "é \u{1f}!", ..line.criteria[4] };
        let mut fresh = Vec::new();
        let evidence = write(&told, &mut fresh);
        assert_eq!(&fresh[evidence], b"ab");
        let end = u32::try_from(fresh.len()).unwrap();
        let pieces = [Pieces { fresh: Stretch { start: 0, end }, ..Pieces::default() }];
        let written = Written { kept: b"", fresh: &fresh, pieces: &pieces };
        let cell = read(&crate::view::Line { written, criteria: &[], ..line }, 0).unwrap();
        assert_eq!(
            cell,
            Cell { finding: told.finding, credit: told.credit, reason: "é !".into(), evidence: "ab".into() }
        );
    }
}
