//! What a format wrote of each criterion, remembered: millions of records are told in few different sentences.
//!
//! What is told of a cell is the same wherever the cell comes again. Of the cells that come often, all that was written
//! is remembered. Of others, where it follows from what was read, the frame around the evidence is, and which part of the
//! cell the evidence is.

use std::borrow::Cow;
use std::ops::Range;

use super::{Bound, Job};
use crate::explain;
use crate::kinds::Account;
use crate::plan::{Known, Plan, Planned, Same, Scratch};
use crate::reading::{Reading, Why};
use crate::records::{Row, Trouble};
use crate::score::Judged;
use crate::view::{Render, Stretch, Told, Written};

/// Beyond so many bytes of what is remembered, no more is.
const MOST_BYTES: usize = 1 << 28;
/// How many frames of one criterion are remembered.
const FRAMES: usize = 32;
/// Of cells that come after so many others, no more is remembered than their frame, where they have one: much text is
/// slower to fetch than to write anew.
const WHOLE: usize = 256;

/// What a format wrote of criteria: of cells seen before, and of the record at hand.
#[derive(Default)]
pub(super) struct Sentences {
    /// What is remembered of each file's cells.
    files: Vec<Memories>,
    /// What was written and is remembered.
    kept: Vec<u8>,
    /// What was written of the record at hand.
    fresh: Vec<u8>,
    /// Where each criterion of the record at hand is.
    places: Vec<Stretch>,
}

/// What is remembered of one file's cells.
#[derive(Default)]
struct Memories {
    /// By numbered column, then as [`Same::Cell`] says.
    cells: Vec<Vec<Memory>>,
    /// By criterion, of several cells together.
    joint: Vec<Known<Memory>>,
    frames: Vec<Vec<Frame>>,
}

/// What is remembered of one cell.
#[derive(Clone, Copy, Default)]
enum Memory {
    #[default]
    Nothing,
    /// Where all that is told is written.
    Whole { start: u32, length: u16 },
    /// The frame, and what part of the cell the evidence is.
    Framed { frame: u8, part: Part },
}

/// A part of a cell.
#[derive(Clone, Copy)]
struct Part {
    start: u16,
    end: u16,
    /// Three dots follow it.
    cut: bool,
}

impl Part {
    const DOTS: char = '…';

    /// What part of a cell the evidence is, if it is one.
    fn find(cell: &str, evidence: &str) -> Option<Self> {
        let find = |part: &str| memchr::memmem::find(cell.as_bytes(), part.as_bytes());
        let (shown, start, cut) = match evidence.strip_suffix(Self::DOTS) {
            Some(shown) if cell.starts_with(shown) => (shown, 0, true),
            _ => (evidence, find(evidence)?, false),
        };
        Some(Self { start: u16::try_from(start).ok()?, end: u16::try_from(start + shown.len()).ok()?, cut })
    }

    /// The evidence.
    fn of(self, cell: &str) -> Cow<'_, str> {
        let shown = cell.get(usize::from(self.start)..usize::from(self.end)).unwrap_or_default();
        if self.cut { [shown, Self::DOTS.encode_utf8(&mut [0; 4])].concat().into() } else { shown.into() }
    }
}

/// What stands before and after the evidence wherever this was read.
struct Frame {
    reading: Reading,
    doubt: Option<Why>,
    before: Vec<u8>,
    after: Vec<u8>,
}

impl Memories {
    fn new(plan: &Plan) -> Self {
        let (mut cells, mut joint, mut frames) = (Vec::new(), Vec::new(), Vec::new());
        cells.resize_with(plan.width(), Vec::new);
        joint.resize_with(plan.criteria.len(), Known::default);
        frames.resize_with(plan.criteria.len(), Vec::new);
        Self { cells, joint, frames }
    }

    /// The frame of a criterion around what was read so.
    fn frame(&self, criterion: usize, reading: Reading, doubt: Option<Why>) -> Option<u8> {
        let same = |frame: &Frame| frame.reading == reading && frame.doubt == doubt;
        u8::try_from(self.frames[criterion].iter().position(same)?).ok()
    }

    #[inline]
    fn get(&self, criterion: usize, same: Same) -> Memory {
        let known = match same {
            Same::Cell { column, at, .. } => self.cells[column].get(at).copied(),
            Same::Cells(key) => self.joint[criterion].get(key),
            Same::Nothing => None,
        };
        known.unwrap_or_default()
    }

    /// Remembers what was written of a criterion: its frame and which part of the row's cell the evidence is, where these
    /// are enough, else all of it, unless there is too much.
    fn remember(
        &mut self,
        criterion: usize,
        same: Same,
        frame: Option<u8>,
        (row, evidence): (&Row<'_>, &str),
        written: &[u8],
        kept: &mut Vec<u8>,
    ) {
        let framed = match (same, frame) {
            (Same::Cell { index, at, .. }, Some(frame)) if at >= WHOLE => {
                Part::find(row.get(index), evidence).map(|part| (frame, part))
            }
            _ => None,
        };
        let memory = match (framed, u32::try_from(kept.len()), u16::try_from(written.len())) {
            (Some((frame, part)), ..) => Memory::Framed { frame, part },
            (None, Ok(start), Ok(length)) if kept.len() < MOST_BYTES => Memory::Whole { start, length },
            _ => return,
        };
        let remembered = match same {
            Same::Cell { column, at, .. } => {
                let cells = &mut self.cells[column];
                if at >= cells.len() {
                    cells.resize(at + 1, Memory::Nothing);
                }
                cells[at] = memory;
                true
            }
            Same::Cells(key) => self.joint[criterion].put(key, memory),
            Same::Nothing => false,
        };
        if remembered && matches!(memory, Memory::Whole { .. }) {
            kept.extend_from_slice(written);
        }
    }
}

impl Sentences {
    /// What was written last.
    pub fn written(&self) -> Written<'_> {
        Written { before: &self.kept, fresh: &self.fresh, places: &self.places }
    }

    /// What `render` writes of each criterion about the record just judged with `scratch`.
    pub fn find(&mut self, job: &Job<'_>, file: &Bound, row: &Row<'_>, scratch: &mut Scratch, render: &dyn Render) {
        self.fresh.clear();
        self.places.clear();
        if self.files.len() <= file.number {
            self.files.resize_with(file.number + 1, Memories::default);
        }
        let memories = &mut self.files[file.number];
        if memories.frames.is_empty() {
            *memories = Memories::new(&file.plan);
        }
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        // The evidence written last, since criteria side by side often rest on one cell.
        let mut last: Option<(&str, Range<usize>)> = None;
        for (at, criterion) in file.plan.criteria.iter().enumerate() {
            let same = if row.trouble.is_none() { file.plan.same(criterion, scratch) } else { Same::Nothing };
            let start = self.fresh.len();
            match (memories.get(at, same), same) {
                (Memory::Whole { start, length }, _) => {
                    self.places.push(Stretch { fresh: false, start, end: start + u32::from(length) });
                    continue;
                }
                (Memory::Framed { frame, part }, Same::Cell { index, .. }) => {
                    let evidence = part.of(row.get(index));
                    let place = memories.frames[at][usize::from(frame)].write(&mut self.fresh, |out| {
                        match (&evidence, &last) {
                            (Cow::Borrowed(evidence), Some((known, place))) if std::ptr::eq(*evidence, *known) => {
                                out.extend_from_within(place.clone());
                            }
                            _ => render.evidence(&evidence, out),
                        }
                    });
                    if let Cow::Borrowed(evidence) = evidence {
                        last = Some((evidence, place));
                    }
                }
                _ => {
                    let Self { fresh, kept, .. } = self;
                    // Where there is no frame, its account is wanted and the cell need not be read for less.
                    let frames = row.trouble.is_none() && !memories.frames[at].is_empty();
                    let said = if frames { file.plan.said_again(criterion, row, scratch) } else { None };
                    let framed =
                        said.and_then(|said| Some((memories.frame(at, said.reading, said.doubt)?, said.parts)));
                    if let Some((frame, parts)) = framed {
                        let evidence = explain::evidence_of(parts.first().map_or("", |part| part));
                        memories.frames[at][usize::from(frame)].write(fresh, |out| render.evidence(&evidence, out));
                        memories.remember(at, same, Some(frame), (row, &evidence), &fresh[start..], kept);
                    } else {
                        let account = file.plan.account_again(criterion, row, scratch);
                        let evidence = explain::evidence(&account);
                        let told = Telling {
                            at,
                            job,
                            criterion,
                            account: &account,
                            evidence: &evidence,
                            trouble: row.trouble,
                        };
                        let frame = told.write(memories, render, fresh);
                        memories.remember(at, same, frame, (row, &evidence), &fresh[start..], kept);
                    }
                }
            }
            self.places.push(Stretch { fresh: true, start: number(start), end: number(self.fresh.len()) });
        }
    }
}

impl Frame {
    /// Writes it around what `evidence` writes, and answers where that is.
    fn write(&self, out: &mut Vec<u8>, evidence: impl FnOnce(&mut Vec<u8>)) -> Range<usize> {
        out.extend_from_slice(&self.before);
        let start = out.len();
        evidence(out);
        let end = out.len();
        out.extend_from_slice(&self.after);
        start..end
    }
}

/// What is told of one criterion.
struct Telling<'a> {
    at: usize,
    job: &'a Job<'a>,
    criterion: &'a Planned,
    account: &'a Account,
    evidence: &'a str,
    trouble: Option<Trouble>,
}

impl Telling<'_> {
    /// Writes it. Answers with its frame, if it has one.
    fn write(&self, memories: &mut Memories, render: &dyn Render, out: &mut Vec<u8>) -> Option<u8> {
        let Self { at, job, criterion, account, evidence, trouble } = *self;
        let framed = trouble.is_none() && explain::follows_from_reading(account);
        let known = memories.frame(at, account.reading, account.doubt).filter(|_| framed);
        let frames = &mut memories.frames[at];
        if let Some(frame) = known {
            frames[usize::from(frame)].write(out, |out| render.evidence(evidence, out));
            return known;
        }
        let mut reason = String::new();
        let judged = match trouble {
            None => {
                let judged = criterion.count(account.outcome);
                explain::reason_into(&mut reason, job.lang, account, &judged, criterion.when_missing);
                judged
            }
            Some(trouble) => {
                reason.push_str(explain::untrusted(&trouble.say()).to(job.lang));
                Judged::UNKNOWN
            }
        };
        let start = out.len();
        let middle = render.criterion(at, &told(criterion, &judged, evidence, &reason), out);
        if !framed || frames.len() >= FRAMES {
            return None;
        }
        frames.push(Frame {
            reading: account.reading,
            doubt: account.doubt,
            before: out[start..middle.start].to_vec(),
            after: out[middle.end..].to_vec(),
        });
        u8::try_from(frames.len() - 1).ok()
    }
}

/// What is told of a criterion, with these words.
pub(super) fn told<'a>(criterion: &Planned, judged: &Judged, evidence: &'a str, reason: &'a str) -> Told<'a> {
    let weight = if judged.counts { criterion.weight } else { 0.0 };
    Told { verdict: judged.verdict, credit: judged.credit, weight, evidence, reason }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// A part of a cell that is remembered is the evidence again.
        #[test]
        fn the_evidence_comes_back(cell in "[ a…é\u{a0}]{0,30}", evidence in "[ a…é\u{a0}]{0,12}", from in 0..30usize, to in 0..30usize) {
            let own: String = cell.chars().skip(from).take(to).collect();
            for evidence in [&evidence, &own, &format!("{own}…"), &cell] {
                if let Some(part) = Part::find(&cell, evidence) {
                    prop_assert_eq!(&part.of(&cell), evidence);
                }
            }
            prop_assert!(Part::find(&cell, &own).is_some());
            let start: String = cell.chars().take(to).chain(['…']).collect();
            prop_assert!(Part::find(&cell, &start).is_some());
        }
    }
}
