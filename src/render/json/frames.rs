//! What was written of each criterion around its evidence, remembered: what is said of millions of candidates is said in few
//! sentences.

use std::ops::Range;

use super::push_named;
use crate::render::figures::push_six;
use crate::render::safe::push_json;
use crate::verdict::Finding;
use crate::view::Told;

/// What was written of criteria.
#[derive(Clone, Debug, Default)]
pub(super) struct Frames {
    bytes: Vec<u8>,
    /// Where it stands, by its number: what is before the evidence, and what is after. Of what is known with its evidence, all
    /// stands before.
    places: Vec<Option<(Range<usize>, Range<usize>)>>,
}

impl Frames {
    /// Beyond so many bytes, nothing is remembered with its evidence: much text is slower to fetch than to write anew.
    const MOST_WHOLE: usize = 1 << 20;

    /// A criterion's member: what goes before its verdict, and the rest of its object.
    pub fn push(&mut self, out: &mut Vec<u8>, before: &[u8], told: Told<'_>) {
        if let Some((whole, _)) = self.get(told.number()) {
            out.extend_from_slice(&self.bytes[whole.clone()]);
            return;
        }
        let start = out.len();
        let number = told.number_of_saying();
        if let Some((before, after)) = self.get(number) {
            out.extend_from_slice(&self.bytes[before.clone()]);
            push_json(out, told.evidence());
            out.extend_from_slice(&self.bytes[after.clone()]);
        } else {
            let evidence = push_told(out, before, told);
            self.keep(number, &out[start..evidence.start], &out[evidence.end..]);
        }
        if self.bytes.len() < Self::MOST_WHOLE {
            self.keep(told.number(), &out[start..], &[]);
        }
    }

    fn get(&self, number: Option<u32>) -> Option<&(Range<usize>, Range<usize>)> {
        self.places.get(number? as usize)?.as_ref()
    }

    fn keep(&mut self, number: Option<u32>, before: &[u8], after: &[u8]) {
        let Some(number) = number.map(|number| number as usize) else { return };
        let start = self.bytes.len();
        self.bytes.extend_from_slice(before);
        let middle = self.bytes.len();
        self.bytes.extend_from_slice(after);
        self.places.resize(self.places.len().max(number + 1), None);
        self.places[number] = Some((start..middle, middle..self.bytes.len()));
    }
}

/// A criterion's member: what goes before its verdict, and the rest of its object. Answers where its evidence is.
fn push_told(out: &mut Vec<u8>, before: &[u8], told: Told<'_>) -> Range<usize> {
    let (saying, evidence) = (told.saying(), told.evidence());
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
    use crate::view::Words;

    #[test]
    fn what_was_written_is_written_again() {
        let mut frames = Frames::default();
        let mut words = Words::default();
        let sayings = sample::sayings();
        for evidence in ["7-9 ans", "\"12\"", ""] {
            for keep in [false, true, true] {
                for saying in &sayings {
                    let place = words.say(saying.clone());
                    let phrase = words.phrase(place, evidence);
                    let phrase = if keep { words.keep(phrase) } else { phrase };
                    words.tell(phrase);
                }
            }
            for told in (0..words.len()).filter_map(|at| words.get(at)) {
                let mut expected = Vec::new();
                push_told(&mut expected, b"\"id\":{\"verdict\":\"", told);
                for _ in 0..3 {
                    let mut out = Vec::new();
                    frames.push(&mut out, b"\"id\":{\"verdict\":\"", told);
                    assert_eq!(out, expected);
                }
            }
            words.turn();
        }
    }
}
