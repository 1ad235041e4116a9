//! One candidate put into words and handed to a format.

use std::io;

use super::blind::Blind;
use super::decided::{Over, Worded};
use super::words::WordMemory;
use super::{BoundFile, Job};
use crate::catalogue::{Text, pipeline as words};
use crate::explain;
use crate::kinds::Kept;
use crate::records::Row;
use crate::score::Standing;
use crate::verdict::Glance;
use crate::view::{Heading, Line, Ranks, Render, Words};

/// Puts candidates into words and hands them to a format; one for each thread.
pub(super) struct Teller<'a> {
    job: &'a Job<'a>,
    heading: &'a Heading,
    blind: Option<&'a Blind>,
    pen: Pen<'a>,
    memory: WordMemory,
}

/// What writes: a copy of the format for each thread, or the format itself where its lines depend on each other.
enum Pen<'a> {
    Copy(Box<dyn Render>),
    Only(&'a mut dyn Render),
}

/// Tellers that write through `render`, begun already: as many as there are threads, or one alone where the format has no
/// copies. With `blind` they tell nobody who the candidates are.
pub(super) fn tellers<'a>(
    job: &'a Job<'a>,
    heading: &'a Heading,
    blind: Option<&'a Blind>,
    render: &'a mut dyn Render,
) -> impl Iterator<Item = Teller<'a>> {
    let copies: Option<Vec<_>> = (0..job.threads.max(1)).map(|_| render.fork().map(Pen::Copy)).collect();
    let pens = copies.unwrap_or_else(|| vec![Pen::Only(render)]);
    pens.into_iter().map(move |pen| Teller { job, heading, blind, pen, memory: WordMemory::default() })
}

/// A candidate to be told of.
#[derive(Clone, Copy)]
pub(super) struct ToldCandidate<'a> {
    pub file: &'a BoundFile,
    pub row: &'a Row<'a>,
    pub id: &'a str,
    pub standing: Standing,
    pub ranks: Option<Ranks>,
    pub notes: &'a [Text],
    pub over: Option<&'a Over<'a>>,
}

/// What its criteria said.
pub(super) enum CriteriaTold<'a> {
    /// At a glance.
    Glances(&'a [Glance]),
    /// To be put into words: the numbers of its cells, none where these cannot be trusted.
    Words(&'a [u32]),
}

impl Teller<'_> {
    /// Forgets what was said of earlier candidates.
    pub(super) fn forget(&mut self) {
        self.memory.forget();
    }

    /// Tells one candidate, after those that `out` has already; `kept` is what is known of their texts.
    pub(super) fn tell(
        &mut self,
        candidate: &ToldCandidate<'_>,
        said: CriteriaTold<'_>,
        kept: &mut Kept,
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let ToldCandidate { file, row, id, standing, ranks, notes, over } = *candidate;
        let (glances, told) = match said {
            CriteriaTold::Glances(glances) => (glances, None),
            CriteriaTold::Words(cells) => {
                self.memory.tell(self.job, self.blind, file, row, cells, kept);
                (&[][..], Some(self.memory.words()))
            }
        };
        let mut all_notes = file.notes(row);
        all_notes.extend_from_slice(notes);
        let unread = self.unread(file, row, told, kept);
        let cells = file.cells(row, self.blind);
        let cells: Vec<&str> = cells.iter().map(|cell| &**cell).collect();
        let worded = over.map(|over| Worded::new(over, file, row, self.blind, self.job.lang));
        let (decided, status_decided) = worded.as_ref().map_or_else(Default::default, Worded::told);
        let name = if self.heading.blind { "".into() } else { file.name_by(|column| row.get(column)) };
        let line = Line {
            ranks,
            id,
            name: &name,
            status: standing.status,
            score: standing.score,
            score_max: standing.score_max,
            criteria: glances,
            told: self.memory.words(),
            file: &file.name,
            line: row.line,
            row: row.number,
            notes: &all_notes,
            unread: &unread,
            cells: &cells,
            decided: &decided,
            status_decided,
        };
        let render: &mut dyn Render = match &mut self.pen {
            Pen::Copy(copy) => &mut **copy,
            Pen::Only(only) => *only,
        };
        if !out.is_empty() {
            out.extend_from_slice(render.between());
        }
        render.line(&line, out)
    }

    /// The words that were left beside what was understood, where a criterion lets these decide nothing: as they have been
    /// told, or read for this alone.
    fn unread(&self, file: &BoundFile, row: &Row<'_>, told: Option<&Words>, kept: &mut Kept) -> Vec<Text> {
        let mut notes = Vec::new();
        if !file.plan.lenient || row.trouble.is_some() {
            return notes;
        }
        let each = file.plan.criteria.iter().zip(&self.heading.criteria);
        for (at, (criterion, head)) in each.enumerate().filter(|(_, (one, _))| one.lenient) {
            let told = if let Some(told) = told.and_then(|told| told.get(at)) {
                explain::unread_told(&told.saying().unread)
            } else {
                let mut account = criterion.check.account_again(row, kept);
                if let Some(blind) = self.blind {
                    blind.cut_account(&criterion.check, row, false, &mut account);
                }
                explain::unread_told(&explain::unread(&account))
            };
            notes.extend(told.map(|told| words::of_criterion(&head.label, told)));
        }
        notes
    }
}
