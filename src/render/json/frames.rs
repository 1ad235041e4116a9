//! What was written of each criterion around its evidence, remembered: what is said of millions of candidates is said in few
//! sentences.

use std::ops::Range;

use super::push_named;
use crate::render::figures::push_six;
use crate::render::safe::push_json;
use crate::verdict::Finding;
use crate::view::{Saying, Told};

/// What was written of criteria.
#[derive(Clone, Debug, Default)]
pub(super) struct Frames {
    /// Of what age it is ([`Told::age`]): with what was told, what was written is forgotten.
    age: u32,
    bytes: Vec<u8>,
    /// Where all of it stands, by the number of what is told.
    whole: Vec<Range<u32>>,
    /// Where that stands which is around the evidence, by the number of what is said: before it, and after.
    around: Vec<(Range<u32>, Range<u32>)>,
}

impl Frames {
    /// Beyond so many bytes, nothing is remembered with its evidence: much text is slower to fetch than to write anew.
    const MOST_WHOLE: usize = 1 << 20;

    /// A criterion's member: what goes before its verdict, and the rest of its object.
    #[inline]
    pub(super) fn push(&mut self, out: &mut Vec<u8>, before: &[u8], told: Told<'_>) {
        match told.number().and_then(|number| self.whole.get(number)) {
            Some(whole) if !whole.is_empty() && self.age == told.age() => out.extend_from_slice(self.at(whole)),
            _ => self.push_new(out, before, told),
        }
    }

    /// The same where all of it is not remembered; remembers what may come again.
    fn push_new(&mut self, out: &mut Vec<u8>, before: &[u8], told: Told<'_>) {
        if self.age != told.age() {
            *self = Self { age: told.age(), ..Self::default() };
        }
        let start = out.len();
        let saying = told.number_of_saying();
        let around = saying.and_then(|saying| self.around.get(saying)).filter(|(before, _)| !before.is_empty());
        if let Some((before, after)) = around {
            out.extend_from_slice(self.at(before));
            push_json(out, told.evidence());
            out.extend_from_slice(self.at(after));
        } else {
            let evidence = push_told(out, before, told.saying(), told.evidence());
            if let Some(saying) = saying {
                let around = (self.keep(&out[start..evidence.start]), self.keep(&out[evidence.end..]));
                self.around.resize(self.around.len().max(saying + 1), Default::default());
                self.around[saying] = around;
            }
        }
        if let Some(number) = told.number().filter(|_| self.bytes.len() < Self::MOST_WHOLE) {
            self.whole.resize(self.whole.len().max(number + 1), 0..0);
            self.whole[number] = self.keep(&out[start..]);
        }
    }

    fn at(&self, place: &Range<u32>) -> &[u8] {
        &self.bytes[place.start as usize..place.end as usize]
    }

    fn keep(&mut self, written: &[u8]) -> Range<u32> {
        let place = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let start = place(&self.bytes);
        self.bytes.extend_from_slice(written);
        start..place(&self.bytes)
    }
}

/// A criterion's member: what goes before its verdict, and the rest of its object. Answers where its evidence is.
pub(super) fn push_told(out: &mut Vec<u8>, before: &[u8], saying: &Saying, evidence: &str) -> Range<usize> {
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
    fn what_was_written_is_written_again_until_it_is_forgotten() {
        let mut frames = Frames::default();
        let mut words = Words::default();
        let sayings = sample::sayings();
        for evidence in ["7-9 ans", "\"12\"", "", "8", "7-9 ans"] {
            for keep in [false, true, true] {
                for saying in &sayings {
                    let place = words.say(saying.clone());
                    let phrase = words.phrase(place, evidence);
                    if keep {
                        words.keep(phrase);
                    }
                    words.tell(phrase);
                }
            }
            for told in (0..words.len()).filter_map(|at| words.get(at)) {
                let mut expected = Vec::new();
                push_told(&mut expected, b"\"id\":{\"verdict\":\"", told.saying(), told.evidence());
                for _ in 0..3 {
                    let mut out = Vec::new();
                    frames.push(&mut out, b"\"id\":{\"verdict\":\"", told);
                    assert_eq!(out, expected);
                }
            }
            words.turn();
            if evidence.is_empty() {
                words.forget();
            }
        }
    }
}
