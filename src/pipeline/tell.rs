//! One candidate put into words and handed to a format.

use std::borrow::Cow;
use std::io;

use super::blind::Blind;
use super::words::Memory;
use super::{Bound, Job};
use crate::catalogue::{Text, pipeline as words};
use crate::kinds::Kept;
use crate::records::Row;
use crate::score::Standing;
use crate::text::trimmed;
use crate::verdict::Glance;
use crate::view::{Heading, Line, Ranks, Render};

/// Puts candidates into words and hands them to a format; one for each thread.
pub(super) struct Teller<'a> {
    job: &'a Job<'a>,
    heading: &'a Heading,
    blind: Option<&'a Blind>,
    pen: Pen<'a>,
    memory: Memory,
    glances: Vec<Glance>,
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
    pens.into_iter().map(move |pen| Teller { job, heading, blind, pen, memory: Memory::default(), glances: Vec::new() })
}

/// A candidate to be told of.
pub(super) struct Candidate<'a> {
    pub file: &'a Bound,
    pub row: &'a Row<'a>,
    pub id: &'a str,
    pub standing: Standing,
    pub ranks: Option<Ranks>,
    pub notes: &'a [Text],
}

/// What its criteria said.
pub(super) enum Said<'a> {
    /// At a glance, one byte for each.
    Glances(&'a [u8]),
    /// To be put into words: the numbers of its cells, none where these cannot be trusted, and what is known of its texts.
    Words { cells: &'a [u32], kept: &'a mut Kept },
}

impl Teller<'_> {
    /// Forgets what was said of earlier candidates.
    pub fn forget(&mut self) {
        self.memory.forget();
    }

    /// Tells one candidate, after those that `out` has already.
    pub fn tell(&mut self, candidate: &Candidate<'_>, said: Said<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        let Candidate { file, row, id, standing, ranks, notes } = *candidate;
        let render: &mut dyn Render = match &mut self.pen {
            Pen::Copy(copy) => &mut **copy,
            Pen::Only(only) => *only,
        };
        if !out.is_empty() {
            out.extend_from_slice(render.between());
        }
        self.glances.clear();
        match said {
            Said::Glances(glances) => self.glances.extend(glances.iter().copied().map(Glance::from_byte)),
            Said::Words { cells, kept } => self.memory.tell(self.job, self.blind, file, row, cells, kept),
        }
        let mut all_notes: Vec<Text> = row.trouble.iter().map(|trouble| trouble.say()).collect();
        if file.lacks_id(row) {
            all_notes.push(if row.trouble.is_some() { words::unsure_id() } else { words::no_id() });
        }
        all_notes.extend_from_slice(notes);
        let cell = |column: Option<usize>| column.map_or("", |column| row.get(column));
        let shown = |column: &Option<usize>| match self.blind {
            None => Cow::Borrowed(cell(*column)),
            Some(_) if row.trouble.is_some() => Cow::Borrowed(""),
            Some(blind) => blind.cut(cell(*column)),
        };
        let cells: Vec<Cow<'_, str>> = file.shown.iter().map(shown).collect();
        let cells: Vec<&str> = cells.iter().map(|cell| &**cell).collect();
        let line = Line {
            ranks,
            id,
            name: if self.heading.blind { "" } else { trimmed(cell(file.person)) },
            status: standing.status,
            score: standing.score,
            score_max: standing.score_max,
            criteria: &self.glances,
            told: self.memory.words(),
            file: &file.name,
            line: row.line,
            notes: &all_notes,
            cells: &cells,
        };
        render.line(&line, out)
    }
}
