//! Candidates put into words, in the order in which they are shown.

use std::borrow::Cow;
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use super::blind::Blind;
use super::in_order::in_order;
use super::judge::{Judgement, NearMiss};
use super::ranked::{Aside, Listed};
use super::sentences::{Sentences, told};
use super::twins::{Bond, Group, Sought, Spot, Twins};
use super::{Bound, Job, Stopped};
use crate::catalogue::{Text, list_and, pipeline as words};
use crate::diagnostic::{Diagnostic, Place};
use crate::explain;
use crate::plan::Scratch;
use crate::rank::Near;
use crate::records::{Row, Stored};
use crate::score::Standing;
use crate::text::trimmed;
use crate::view::{Foot, Heading, Line, Ranks, Render, Told};

/// How many candidates are told at a time.
const BATCH: usize = 512;
/// Nor many more once they have so many bytes.
const BATCH_BYTES: usize = 1 << 20;

/// Puts candidates into words and hands them to a format; one for each thread.
pub(super) struct Teller<'a> {
    job: &'a Job<'a>,
    heading: &'a Heading,
    render: Option<Box<dyn Render>>,
    blind: Option<&'a Blind>,
    sentences: Sentences,
    /// What is told of the record at hand where no evidence and reasons are.
    told: Vec<Told<'static>>,
}

impl<'a> Teller<'a> {
    pub fn new(job: &'a Job<'a>, heading: &'a Heading, render: Option<Box<dyn Render>>) -> Self {
        Self { job, heading, render, blind: None, sentences: Sentences::default(), told: Vec::new() }
    }

    /// The same, telling nobody who the candidates are.
    pub fn blind(self, blind: Option<&'a Blind>) -> Self {
        Self { blind, ..self }
    }

    /// Whether each candidate's judgements are to be in `scratch` before it is told; a format that wants reasons needs
    /// none of those that were told before.
    pub fn wants_each(&self) -> bool {
        self.render.as_ref().is_none_or(|render| !render.wants_reasons())
    }

    /// Tells one candidate, just judged with `scratch`.
    #[expect(clippy::too_many_arguments, reason = "a line of the output is made of all of these")]
    pub fn line(
        &mut self,
        file: &Bound,
        row: &Row<'_>,
        id: &str,
        standing: Standing,
        scratch: &mut Scratch,
        ranks: Option<Ranks>,
        notes: &[Text],
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let Some(mut render) = self.render.take() else { return Ok(()) };
        if !out.is_empty() {
            out.extend_from_slice(render.between());
        }
        let told = self.tell(file, row, id, standing, scratch, ranks, notes, &mut *render, out);
        self.render = Some(render);
        told
    }

    /// Tells one candidate, just judged with `scratch`, through `render`.
    #[expect(clippy::too_many_arguments, reason = "a line of the output is made of all of these")]
    pub fn tell(
        &mut self,
        file: &Bound,
        row: &Row<'_>,
        id: &str,
        standing: Standing,
        scratch: &mut Scratch,
        ranks: Option<Ranks>,
        notes: &[Text],
        render: &mut dyn Render,
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let mut all_notes: Vec<Text> = row.trouble.iter().map(|trouble| trouble.say()).collect();
        if file.lacks_id(row) {
            all_notes.push(words::no_id());
        }
        all_notes.extend_from_slice(notes);
        self.told.clear();
        if render.wants_reasons() {
            self.sentences.find(self.job, self.blind, file, row, scratch, render);
        } else if !file.verdicts_only {
            let each = file.plan.criteria.iter().zip(&scratch.judged);
            self.told.extend(each.map(|(criterion, judged)| told(criterion, judged, "", "")));
        }
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
            criteria: &self.told,
            written: self.sentences.written(),
            verdicts: file.verdicts_only.then_some(scratch.verdicts),
            file: &file.name,
            line: line_of(self.blind, Spot::new(file.number, row.line)),
            notes: &all_notes,
            cells: &cells,
        };
        render.line(&line, out)
    }
}

/// What one thread has while it tells.
struct Worker<'a> {
    stored: Vec<Stored>,
    scratches: Vec<Scratch>,
    teller: Teller<'a>,
    near: Near,
    id: String,
}

/// One candidate on its way to be told.
struct Candidate<'a> {
    listed: Listed,
    aside: Aside<'a>,
    twins: Option<Sought<'a>>,
}

/// Candidates on their way to be told.
#[derive(Default)]
struct Piece {
    records: Vec<u8>,
    /// Who they are, and where their records end.
    listed: Vec<(Listed, usize)>,
    /// The text of all records, so that it is known to be text once for all.
    text: Vec<u8>,
}

impl Piece {
    /// Each candidate, with what was put aside and its text.
    fn each<'a>(&'a mut self, twins: &'a Twins) -> io::Result<impl Iterator<Item = (Candidate<'a>, &'a str)>> {
        self.text.clear();
        let mut from = 0;
        let mut all = Vec::with_capacity(self.listed.len());
        for (listed, to) in &self.listed {
            let aside = Aside::new(&self.records[std::mem::replace(&mut from, *to)..*to])?;
            self.text.extend_from_slice(aside.text()?);
            all.push((Candidate { listed: *listed, aside, twins: None }, self.text.len()));
        }
        for (at, sought) in twins.seek(all.iter().map(|(candidate, _)| candidate.aside.spot)) {
            all[at].0.twins = Some(sought);
        }
        let text = simdutf8::basic::from_utf8(&self.text).map_err(io::Error::other)?;
        let mut from = 0;
        Ok(all.into_iter().map(move |(candidate, to)| {
            (candidate, text.get(std::mem::replace(&mut from, to)..to).unwrap_or_default())
        }))
    }
}

/// Candidates told, on their way to the output.
#[derive(Default)]
struct Batch {
    out: Vec<u8>,
    failed: Option<Stopped>,
}

/// Tells the candidates that are shown, in the order of rank, through `render`, begun already.
///
/// # Errors
/// A temporary file that cannot be read, an output that cannot be written, an interruption.
pub fn tell(
    files: &[Bound],
    job: &Job<'_>,
    judgement: &mut Judgement,
    heading: &Heading,
    render: &mut dyn Render,
    out: &mut (dyn Write + Send),
) -> Result<(), Stopped> {
    let Judgement { ranking, twins, ranked, blind, .. } = judgement;
    let (ranking, twins, blind) = (&*ranking, &*twins, blind.as_ref());
    let one = |worker: &mut Worker<'_>,
               (Candidate { listed, aside, twins: sought }, text): (Candidate<'_>, &str),
               render: &mut dyn Render,
               out: &mut Vec<u8>| {
        let Worker { stored, scratches, teller, near, id } = worker;
        let number = aside.spot.file();
        let file = &files[number];
        let scratch = &mut scratches[number];
        let row = aside.row(text, &mut stored[number]).map_err(Stopped::Spill)?;
        let standing = if file.verdicts_only {
            scratch.verdicts = aside.verdicts;
            listed.key.standing()
        } else if row.trouble.is_some() {
            file.plan.distrust(scratch)
        } else {
            let standing = file.plan.judge(&row, scratch);
            if !render.wants_reasons() {
                file.plan.judge_each(&row, scratch);
            }
            standing
        };
        // Where the order is that of reading, neither ranks nor twins are told of.
        let notes = if job.ranked { notes_of(files, blind, aside.spot, twins.of(sought)) } else { Vec::new() };
        let ranks = job.ranked.then(|| ranking.ranks(listed.key, near));
        let id = match blind {
            Some(blind) => blind.id(files, aside.spot, file.own_id(&row), id),
            None => file.id_of(&row, id),
        };
        teller.tell(file, &row, id, standing, scratch, ranks, &notes, render, out).map_err(Stopped::Output)
    };
    // A format whose lines depend on each other has no copies: it writes all of them itself, on one thread.
    let whole = render.fork().is_none();
    let threads = if whole { 1 } else { job.threads.max(1) };
    let workers = (0..threads)
        .map(|_| Worker {
            stored: files.iter().map(|file| file.stored.clone()).collect(),
            scratches: files.iter().map(|_| Scratch::default()).collect(),
            teller: Teller::new(job, heading, render.fork()).blind(blind),
            near: Near::default(),
            id: String::new(),
        })
        .collect();
    let between = render.between();
    let whole = whole.then(|| Mutex::new(render));
    let take = |piece: &mut Piece| -> Result<bool, Stopped> {
        job.check_stop()?;
        piece.records.clear();
        piece.listed.clear();
        while piece.listed.len() < BATCH
            && piece.records.len() < BATCH_BYTES
            && let Some(listed) = ranked.next(&mut piece.records).map_err(Stopped::Spill)?
        {
            piece.listed.push((listed, piece.records.len()));
        }
        Ok(!piece.listed.is_empty())
    };
    let work = |worker: &mut Worker<'_>, piece: &mut Piece, batch: &mut Batch| {
        batch.out.clear();
        let mut own = worker.teller.render.take();
        let mut whole = whole.as_ref().map(|whole| whole.lock().unwrap_or_else(PoisonError::into_inner));
        let render: &mut dyn Render = match (own.as_deref_mut(), &mut whole) {
            (Some(own), _) => own,
            (None, Some(whole)) => &mut ***whole,
            (None, None) => return,
        };
        let told = piece.each(twins).map_err(Stopped::Spill).and_then(|mut each| {
            each.try_for_each(|candidate| {
                if !batch.out.is_empty() {
                    batch.out.extend_from_slice(between);
                }
                one(worker, candidate, render, &mut batch.out)
            })
        });
        batch.failed = told.err();
        worker.teller.render = own;
    };
    let mut first = true;
    let hand_on = |batch: &mut Batch| -> Result<(), Stopped> {
        if let Some(stopped) = batch.failed.take() {
            return Err(stopped);
        }
        if !std::mem::take(&mut first) {
            out.write_all(between)?;
        }
        Ok(out.write_all(&batch.out)?)
    };
    in_order(workers, take, work, hand_on)?;
    Ok(())
}

/// What else is to be known about the candidate of this record: where its twins are.
#[must_use]
pub fn notes_of<'a>(
    files: &[Bound],
    blind: Option<&Blind>,
    spot: Spot,
    twins: impl Iterator<Item = Group<'a>>,
) -> Vec<Text> {
    let mut notes: Vec<Text> = twins
        .map(|group| {
            let others = places(files, blind, &group, |other| other != spot);
            match group.bond {
                Bond::Id => words::same_id(others),
                Bond::Person => words::same_person(others),
            }
        })
        .collect();
    notes.dedup();
    notes
}

/// The places of a group's records, a few of them.
fn places(files: &[Bound], blind: Option<&Blind>, group: &Group<'_>, fits: impl Fn(Spot) -> bool) -> Text {
    const FEW: usize = 5;
    let all: Vec<Spot> = group.spots.iter().copied().filter(|spot| fits(*spot)).collect();
    let mut few: Vec<Text> = all.iter().take(FEW).map(|spot| place(files, blind, *spot)).collect();
    if all.len() > FEW {
        few.push(words::more_places(all.len() - FEW));
    }
    list_and(&few)
}

fn place(files: &[Bound], blind: Option<&Blind>, spot: Spot) -> Text {
    let line = line_of(blind, spot).to_string();
    match files {
        [_] => words::line(line),
        _ => words::line_of(line, files.get(spot.file()).map_or("", |file| &file.name)),
    }
}

/// The line of a record, as it is told.
fn line_of(blind: Option<&Blind>, spot: Spot) -> u64 {
    blind.map_or_else(|| spot.line(), |blind| blind.line(spot))
}

/// What is known after the last candidate. Rows with something wrong and twins are told as problems, at most
/// `job.problems` of them.
#[must_use]
pub fn foot(files: &[Bound], job: &Job<'_>, judgement: &Judgement, criteria: &[&crate::criteria::Criterion]) -> Foot {
    let mut problems: Vec<Diagnostic> = Vec::new();
    let blind = judgement.blind.as_ref();
    let at = |spot: Spot| {
        let name = files.get(spot.file()).map_or("", |file| file.name.as_str());
        Place::line(name, line_of(blind, spot))
    };
    for (spot, trouble) in &judgement.troubles {
        let problem = Diagnostic::warning(trouble.code(), trouble.say()).help(trouble.help());
        problems.push(problem.at(at(*spot)));
    }
    for group in judgement.twins.groups().take(job.problems.saturating_sub(problems.len())) {
        let places = places(files, blind, &group, |_| true);
        let problem = match group.bond {
            Bond::Id => Diagnostic::warning("id-twice", words::id_twice(places)).help(words::id_twice_help()),
            Bond::Person => {
                Diagnostic::warning("person-twice", words::person_twice(places)).help(words::id_twice_help())
            }
        };
        problems.push(problem.at(at(group.spots[0])));
    }
    let told = problems.len() as u64;
    // What to do is said once.
    let mut helped: Vec<&'static str> = Vec::new();
    for problem in &mut problems {
        if helped.contains(&problem.code) {
            problem.help = None;
        } else {
            helped.push(problem.code);
        }
    }
    let all = judgement.troubled + judgement.twins.count() as u64;
    let count = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    if judgement.without_id > 0 {
        problems.push(Diagnostic::note("no-id", words::without_id(count(judgement.without_id))));
    }
    if judgement.blank_rows > 0 {
        problems.push(Diagnostic::note("blank-rows", words::blank_rows(count(judgement.blank_rows))));
    }
    let near = judgement.near.few.iter();
    Foot {
        candidates: judgement.candidates,
        by_status: judgement.by_status,
        shown: judgement.shown,
        near_misses: near.filter_map(|miss| near_miss(files, blind, miss, criteria)).collect(),
        more_near_misses: judgement.near.all - judgement.near.few.len() as u64,
        problems,
        more_problems: all - told,
    }
}

fn near_miss(
    files: &[Bound],
    blind: Option<&Blind>,
    miss: &NearMiss,
    criteria: &[&crate::criteria::Criterion],
) -> Option<Text> {
    let file = files.get(miss.spot.file())?;
    let planned = file.plan.criteria.get(miss.miss.criterion)?;
    let mut account = planned.check.account(&miss.cells);
    let cell = |column: Option<usize>| column.and_then(|column| miss.cells.get(column)).map_or("", |cell| cell.trim());
    let line = miss.spot.line().to_string();
    let (id, name) = match blind {
        None => (Some(cell(file.id)).filter(|id| !id.is_empty()).unwrap_or(&line).to_owned(), cell(file.person)),
        Some(blind) => {
            blind.cut_account(&planned.check, &miss.cells, false, &mut account);
            (blind.id(files, miss.spot, cell(file.id), &mut String::new()).to_owned(), "")
        }
    };
    let label = &criteria.get(miss.miss.criterion)?.label;
    let judged = planned.count(account.outcome);
    Some(explain::near_miss((&id, name), label, &account, &judged, planned.when_missing, miss.miss.open as usize))
}
