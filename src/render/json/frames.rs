//! What was written of each criterion around its evidence, remembered: what is said of millions of candidates is said in few
//! sentences.

use std::ops::Range;

use super::push_named;
use crate::render::figures::push_six;
use crate::render::safe::push_json;
use crate::verdict::Finding;
use crate::view::Told;

/// What was written around the evidence.
#[derive(Clone, Debug, Default)]
pub(super) struct Frames {
    bytes: Vec<u8>,
    /// Where that of each saying stands, by its number: what is before the evidence, and what is after.
    places: Vec<Option<(Range<usize>, Range<usize>)>>,
}

impl Frames {
    /// A criterion's member: what goes before its verdict, and the rest of its object.
    pub fn push(&mut self, out: &mut Vec<u8>, before: &[u8], told: &Told<'_>) {
        let Some(number) = told.saying.number.map(|number| number as usize) else {
            push_told(out, before, told);
            return;
        };
        if let Some(Some((before, after))) = self.places.get(number) {
            out.extend_from_slice(&self.bytes[before.clone()]);
            push_json(out, told.evidence);
            out.extend_from_slice(&self.bytes[after.clone()]);
            return;
        }
        let start = out.len();
        let evidence = push_told(out, before, told);
        let mut keep = |written: &[u8]| {
            let start = self.bytes.len();
            self.bytes.extend_from_slice(written);
            start..self.bytes.len()
        };
        let frame = (keep(&out[start..evidence.start]), keep(&out[evidence.end..]));
        self.places.resize(self.places.len().max(number + 1), None);
        self.places[number] = Some(frame);
    }
}

/// A criterion's member: what goes before its verdict, and the rest of its object. Answers where its evidence is.
fn push_told(out: &mut Vec<u8>, before: &[u8], told: &Told<'_>) -> Range<usize> {
    let Told { saying, evidence } = *told;
    out.extend_from_slice(before);
    out.extend_from_slice(saying.finding.name().as_bytes());
    if saying.finding == Finding::Skipped {
        out.extend_from_slice(b"\",\"credit\":null,\"credit_max\":null,\"points\":0,\"weight\":0");
    } else {
        out.extend_from_slice(b"\",\"credit\":");
        push_six(out, saying.credit.low);
        out.extend_from_slice(b",\"credit_max\":");
        push_six(out, saying.credit.high);
        out.extend_from_slice(b",\"points\":");
        push_six(out, saying.credit.low * saying.weight);
        out.extend_from_slice(b",\"weight\":");
        push_six(out, saying.weight);
    }
    out.extend_from_slice(b",\"evidence\":");
    let start = out.len();
    push_json(out, evidence);
    let evidence = start..out.len();
    push_named(out, b",\"reason\":", &saying.reason);
    for (at, words) in saying.unread.iter().enumerate() {
        out.extend_from_slice(if at == 0 { b",\"unread\":[" } else { b"," });
        push_json(out, words);
    }
    out.extend_from_slice(if saying.unread.is_empty() { b"}" } else { b"]}" });
    evidence
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn what_was_written_is_written_again() {
        let told = sample::told();
        let mut frames = Frames::default();
        for (number, told) in (0..).zip(&told) {
            let mut saying = told.saying.clone();
            for evidence in ["7-9 ans", "\"12\"", ""] {
                let written = [None, Some(number)].map(|number| {
                    saying.number = number;
                    let mut out = b"before ".to_vec();
                    frames.push(&mut out, b"\"id\":{\"verdict\":\"", &Told { saying: &saying, evidence });
                    out
                });
                assert_eq!(written[0], written[1]);
            }
        }
    }
}
