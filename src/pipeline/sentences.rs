//! What a format wrote of each criterion, remembered: millions of records are told in few different sentences.
//!
//! What is told of a cell is the same wherever the cell comes again. Of the cells that come often, all that was written
//! is remembered. Of others, where it follows from what was read, the frame around the evidence is, and which part of the
//! cell the evidence is.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::blind::Blind;
use super::{Bound, Job};
use crate::explain;
use crate::kinds::{Account, Check};
use crate::plan::{Depends, Known, NONE, Planned, Scratch};
use crate::reading::{Reading, Why};
use crate::records::Row;
use crate::score::Judged;
use crate::view::{Pieces, Render, Stretch, Told, Written};

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
    /// What is remembered of the cells that each plan reads, by its number.
    plans: HashMap<usize, Memories>,
    /// What was written and is remembered.
    kept: Vec<u8>,
    /// What was written of the record at hand.
    fresh: Vec<u8>,
    /// Where each criterion of the record at hand is.
    pieces: Vec<Pieces>,
    /// The numbers of its cells; none where these cannot be trusted.
    numbers: Vec<u32>,
    /// The evidence at hand, where it was cut.
    cut: String,
}

/// What is remembered of the cells that one plan reads, by criterion.
type Memories = Vec<Memory>;

/// What is remembered of the cells that one criterion depends on.
struct Memory {
    cells: Cells,
    frames: Vec<Frame>,
}

enum Cells {
    /// Of one cell, which has a number.
    One {
        /// The column's place among the numbered ones, and in the file.
        column: usize,
        index: usize,
        /// Of cells that came early: all that is written.
        early: Vec<Stretch>,
        /// Of the others: the phrase's place, counted from 1. Many cells share a phrase.
        places: Vec<u16>,
        phrases: Vec<Phrase>,
        /// The places of those around an evidence.
        around: HashMap<Phrase, u16, FixedState>,
    },
    /// Of several cells together.
    Few(Depends, Known<Stretch>),
    /// Nothing.
    More,
}

/// What is told of a cell: all of it as it was written, or what stands before and after the evidence, and which part of
/// the cell the evidence is.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Phrase {
    before: Stretch,
    evidence: Option<Part>,
    after: Stretch,
}

/// A part of a cell.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
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
        let (shown, start, cut) = match evidence.strip_suffix(Self::DOTS) {
            Some(shown) if cell.starts_with(shown) => (shown, 0, true),
            _ => (evidence, Self::place(cell, evidence)?, false),
        };
        Some(Self { start: u16::try_from(start).ok()?, end: u16::try_from(start + shown.len()).ok()?, cut })
    }

    /// Where in a cell the evidence is. Most of it has been cut out of that very cell.
    fn place(cell: &str, evidence: &str) -> Option<usize> {
        let cut = (evidence.as_ptr() as usize).wrapping_sub(cell.as_ptr() as usize);
        let is_here = cell.get(cut..).is_some_and(|rest| rest.starts_with(evidence));
        if is_here { Some(cut) } else { memchr::memmem::find(cell.as_bytes(), evidence.as_bytes()) }
    }

    /// The evidence, in `buffer` where it is no part of the cell.
    fn of<'a>(self, cell: &'a str, buffer: &'a mut String) -> &'a str {
        let shown = cell.get(usize::from(self.start)..usize::from(self.end)).unwrap_or_default();
        if !self.cut {
            return shown;
        }
        buffer.clear();
        buffer.push_str(shown);
        buffer.push(Self::DOTS);
        buffer
    }
}

/// What stands before and after the evidence wherever this was read.
struct Frame {
    reading: Reading,
    doubt: Option<Why>,
    before: Stretch,
    after: Stretch,
}

impl Frame {
    /// It and the evidence within.
    const fn around(&self, fresh: Stretch) -> Pieces {
        Pieces { before: self.before, fresh, after: self.after }
    }
}

impl Memory {
    fn new(planned: &Planned) -> Self {
        let cells = match &planned.depends {
            Depends::Cell { column, index } => Cells::One {
                column: *column,
                index: *index,
                early: Vec::new(),
                places: Vec::new(),
                phrases: Vec::new(),
                around: HashMap::default(),
            },
            few @ Depends::Cells(_) => Cells::Few(few.clone(), Known::default()),
            Depends::More => Cells::More,
        };
        Self { cells, frames: Vec::new() }
    }

    /// The frame around what was read so.
    fn frame(&self, reading: Reading, doubt: Option<Why>) -> Option<&Frame> {
        self.frames.iter().find(|frame| frame.reading == reading && frame.doubt == doubt)
    }

    /// All that is told of the row whose cells have these numbers, where one stretch is remembered of it.
    #[inline]
    fn whole(&self, numbers: &[u32]) -> Option<Stretch> {
        match &self.cells {
            Cells::One { column, early, .. } => {
                let stretch = *early.get(*numbers.get(*column)? as usize)?;
                (stretch != Stretch::default()).then_some(stretch)
            }
            Cells::Few(cells, known) => known.get(cells.key(numbers)?).copied(),
            Cells::More => None,
        }
    }

    /// What is told of the row whose cells have these numbers, and the column of the cell that it rests on.
    #[inline]
    fn phrase(&self, numbers: &[u32]) -> Option<(&Phrase, usize)> {
        let Cells::One { column, index, places, phrases, .. } = &self.cells else { return None };
        let place = *places.get(*numbers.get(*column)? as usize)?;
        Some((phrases.get(usize::from(place).wrapping_sub(1))?, *index))
    }

    /// Remembers what is told of the row whose cells have these numbers: its frame and which part of the cell the evidence
    /// is, where these are enough, else all of it, unless there is too much.
    fn put(
        &mut self,
        numbers: &[u32],
        row: &Row<'_>,
        evidence: &str,
        pieces: Pieces,
        fresh: &[u8],
        kept: &mut Vec<u8>,
    ) {
        let start = kept.len();
        let mut whole = || {
            let again = |stretch: Stretch| stretch.start as usize..stretch.end as usize;
            kept.extend_from_within(again(pieces.before));
            kept.extend_from_slice(pieces.fresh.of(fresh));
            kept.extend_from_within(again(pieces.after));
            since(start, kept)
        };
        match &mut self.cells {
            Cells::One { column, index, early, places, phrases, around } => {
                let Some(number) = numbers.get(*column).filter(|number| **number != NONE) else { return };
                let number = *number as usize;
                if number < WHOLE {
                    early.resize(WHOLE, Stretch::default());
                    early[number] = whole();
                    return;
                }
                let Ok(next) = u16::try_from(phrases.len() + 1) else { return };
                let framed = pieces.after != Stretch::default();
                let place = match if framed { Part::find(row.get(*index), evidence) } else { None } {
                    evidence @ Some(_) => {
                        let phrase = Phrase { before: pieces.before, evidence, after: pieces.after };
                        let place = *around.entry(phrase).or_insert(next);
                        phrases.extend((place == next).then_some(phrase));
                        place
                    }
                    None => {
                        phrases.push(Phrase { before: whole(), evidence: None, after: Stretch::default() });
                        next
                    }
                };
                if number >= places.len() {
                    places.resize(number + 1, 0);
                }
                places[number] = place;
            }
            Cells::Few(cells, known) => {
                if let Some(key) = cells.key(numbers)
                    && !known.put(key, whole())
                {
                    kept.truncate(start);
                }
            }
            Cells::More => {}
        }
    }
}

/// The stretch of `written` from `start` to its end.
fn since(start: usize, written: &[u8]) -> Stretch {
    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Stretch { start: number(start), end: number(written.len()) }
}

impl Sentences {
    /// What was written last.
    pub fn written(&self) -> Written<'_> {
        Written { kept: &self.kept, fresh: &self.fresh, pieces: &self.pieces }
    }

    /// What `render` writes of each criterion about the record just judged with `scratch`.
    pub fn find(
        &mut self,
        job: &Job<'_>,
        blind: Option<&Blind>,
        file: &Bound,
        row: &Row<'_>,
        scratch: &mut Scratch,
        render: &dyn Render,
    ) {
        let Self { plans, kept, fresh, pieces, numbers, cut } = self;
        let new = || file.plan.criteria.iter().map(Memory::new).collect();
        let memories = plans.entry(file.number).or_insert_with(new);
        fresh.clear();
        pieces.clear();
        pieces.resize(memories.len(), Pieces::default());
        numbers.clear();
        if row.trouble.is_none() {
            numbers.extend_from_slice(scratch.numbers());
        }
        let mut telling = Telling { job, blind, file, row, numbers, scratch, render, kept, fresh };
        // The evidence written last, since criteria side by side often rest on one cell.
        let mut last: Option<(usize, Part, Stretch)> = None;
        for (at, (memory, pieces)) in memories.iter_mut().zip(pieces).enumerate() {
            if let Some(whole) = memory.whole(numbers) {
                pieces.before = whole;
                continue;
            }
            let Some((phrase, index)) = memory.phrase(numbers) else {
                *pieces = telling.anew(at, memory);
                continue;
            };
            pieces.before = phrase.before;
            if let Some(part) = phrase.evidence {
                pieces.after = phrase.after;
                pieces.fresh = match last {
                    Some((known, same, fresh)) if (known, same) == (index, part) => fresh,
                    _ => telling.evidence(part.of(row.get(index), cut)),
                };
                last = Some((index, part, pieces.fresh));
            }
        }
    }
}

/// One record on its way to be told.
struct Telling<'a> {
    job: &'a Job<'a>,
    blind: Option<&'a Blind>,
    file: &'a Bound,
    row: &'a Row<'a>,
    /// The numbers of its cells; none where these cannot be trusted.
    numbers: &'a [u32],
    scratch: &'a mut Scratch,
    render: &'a dyn Render,
    kept: &'a mut Vec<u8>,
    fresh: &'a mut Vec<u8>,
}

impl Telling<'_> {
    /// Writes evidence, and answers where it is.
    fn evidence(&mut self, evidence: &str) -> Stretch {
        let start = self.fresh.len();
        self.render.evidence(evidence, self.fresh);
        since(start, self.fresh)
    }

    /// What is told of one criterion, where it is not remembered; remembers it if it may come again.
    #[cold]
    fn anew(&mut self, at: usize, memory: &mut Memory) -> Pieces {
        let Self { file, row, .. } = *self;
        let criterion = &file.plan.criteria[at];
        // Where there is no frame, its account is wanted and the cell need not be read for less.
        let frames = row.trouble.is_none() && !memory.frames.is_empty();
        let said = if frames { file.plan.said_again(criterion, row, self.scratch) } else { None };
        let said = said.filter(|said| said.left.is_empty());
        let framed = said.and_then(|said| Some((memory.frame(said.reading, said.doubt)?, said.parts)));
        let (mut account, part);
        let (pieces, evidence) = if let Some((frame, parts)) = &framed {
            part = self.part(criterion, parts.first().map_or("", |part| part));
            let evidence = explain::evidence_of(&part);
            (frame.around(self.evidence(&evidence)), evidence)
        } else {
            account = file.plan.account_again(criterion, row, self.scratch);
            if let Some(blind) = self.blind {
                blind.cut_account(&criterion.check, row, row.trouble.is_some(), &mut account);
            }
            let evidence = explain::evidence(&account);
            (self.write(at, &account, &evidence, memory), evidence)
        };
        if self.kept.len() < MOST_BYTES {
            memory.put(self.numbers, row, &evidence, pieces, self.fresh, self.kept);
        }
        pieces
    }

    /// The part of the one cell that a criterion reads, as it may be shown.
    fn part<'p>(&self, criterion: &Planned, part: &'p str) -> Cow<'p, str> {
        let column = match &criterion.check {
            Check::Leaf(leaf) => leaf.slots.first().and_then(|slot| slot.index),
            Check::Group(_) => None,
        };
        match (self.blind, column) {
            (Some(blind), Some(column)) => blind.cut_part(self.row.get(column), part),
            (Some(blind), None) => blind.cut(part),
            (None, _) => part.into(),
        }
    }

    /// Writes what a criterion's account says, in a frame if there is one.
    fn write(&mut self, at: usize, account: &Account, evidence: &str, memory: &mut Memory) -> Pieces {
        let (criterion, lang) = (&self.file.plan.criteria[at], self.job.lang);
        let trouble = self.row.trouble;
        let framed = trouble.is_none() && explain::follows_from_reading(account);
        if let Some(frame) = memory.frame(account.reading, account.doubt).filter(|_| framed) {
            return frame.around(self.evidence(evidence));
        }
        let mut reason = String::new();
        let judged = match trouble {
            None => {
                let judged = criterion.count(account.outcome);
                explain::reason_into(&mut reason, lang, account, &judged, criterion.when_missing);
                judged
            }
            Some(trouble) => {
                reason.push_str(explain::untrusted(&trouble.say()).to(lang));
                Judged::UNKNOWN
            }
        };
        let Self { kept, fresh, .. } = self;
        let start = fresh.len();
        let middle =
            self.render.criterion(at, &told(criterion, &judged, (evidence, &reason, &explain::unread(account))), fresh);
        if !framed || memory.frames.len() >= FRAMES {
            return Pieces { fresh: since(start, fresh), ..Pieces::default() };
        }
        let mut keep = |bytes: &[u8]| {
            let start = kept.len();
            kept.extend_from_slice(bytes);
            since(start, kept)
        };
        let (before, after) = (keep(&fresh[start..middle.start]), keep(&fresh[middle.end..]));
        let frame = Frame { reading: account.reading, doubt: account.doubt, before, after };
        let pieces = frame.around(since(middle.start, &fresh[..middle.end]));
        memory.frames.push(frame);
        pieces
    }
}

/// What is told of a criterion, with these words.
pub(super) fn told<'a>(
    criterion: &Planned,
    judged: &Judged,
    (evidence, reason, unread): (&'a str, &'a str, &'a [&'a str]),
) -> Told<'a> {
    let weight = if judged.counts { criterion.weight } else { 0.0 };
    Told { finding: judged.finding(), credit: judged.credit, weight, evidence, reason, unread }
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
                    let mut buffer = String::new();
                    prop_assert_eq!(part.of(&cell, &mut buffer), evidence);
                }
            }
            prop_assert!(Part::find(&cell, &own).is_some());
            let start: String = cell.chars().take(to).chain(['…']).collect();
            prop_assert!(Part::find(&cell, &start).is_some());
        }
    }
}
