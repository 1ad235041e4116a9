//! Candidates put into words, in the order in which they are shown.

use std::collections::HashMap;
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use super::blind::Blind;
use super::decided::{Over, Worded};
use super::in_order::in_order;
use super::judge::Judgement;
use super::ranked::{Aside, Listed};
use super::sentences::{Sentences, told};
use super::twins::{Bond, Group, Sought, Spot, Twins};
use super::{Bound, Job, Stopped};
use crate::catalogue::{Text, list_and, pipeline as words};
use crate::decisions::Decisions;
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

    /// Forgets what was written of earlier candidates.
    pub fn forget(&mut self) {
        self.sentences = Sentences::default();
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
        over: Option<&Over<'_>>,
        ranks: Option<Ranks>,
        notes: &[Text],
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let Some(mut render) = self.render.take() else { return Ok(()) };
        if !out.is_empty() {
            out.extend_from_slice(render.between());
        }
        let told = self.tell(file, row, id, standing, scratch, over, ranks, notes, &mut *render, out);
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
        over: Option<&Over<'_>>,
        ranks: Option<Ranks>,
        notes: &[Text],
        render: &mut dyn Render,
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let mut all_notes = file.notes(row);
        all_notes.extend_from_slice(notes);
        self.told.clear();
        if render.wants_reasons() {
            self.sentences.find(self.job, self.blind, file, row, scratch, render);
        } else if !file.verdicts_only {
            let each = file.plan.criteria.iter().zip(over.map_or(&scratch.judged, |over| &over.judged));
            self.told.extend(each.map(|(criterion, judged)| told(criterion, judged, ("", "", &[]))));
        }
        let unread = self.unread(file, row, scratch);
        let cells = file.cells(row, self.blind);
        let cells: Vec<&str> = cells.iter().map(|cell| &**cell).collect();
        let worded = over.map(|over| Worded::new(over, file, row, self.blind, self.job.lang));
        let (decided, status_decided) = worded.as_ref().map_or_else(Default::default, Worded::told);
        let line = Line {
            ranks,
            id,
            name: if self.heading.blind { "" } else { trimmed(file.person.map_or("", |column| row.get(column))) },
            status: standing.status,
            score: standing.score,
            score_max: standing.score_max,
            criteria: &self.told,
            written: self.sentences.written(),
            verdicts: file.verdicts_only.then_some(scratch.verdicts),
            file: &file.name,
            line: row.line,
            notes: &all_notes,
            unread: &unread,
            cells: &cells,
            decided: &decided,
            status_decided,
        };
        render.line(&line, out)
    }
}

impl Teller<'_> {
    /// The words that were left beside what was understood, where a criterion lets these decide nothing.
    fn unread(&self, file: &Bound, row: &Row<'_>, scratch: &mut Scratch) -> Vec<Text> {
        let mut notes = Vec::new();
        let each = file.plan.criteria.iter().zip(&self.heading.criteria);
        for (criterion, head) in each.filter(|(one, _)| one.lenient && row.trouble.is_none()) {
            let mut account = file.plan.account_again(criterion, row, scratch);
            if let Some(blind) = self.blind {
                blind.cut_account(&criterion.check, row, false, &mut account);
            }
            notes.extend(explain::unread_told(&account).map(|told| words::of_criterion(&head.label, told)));
        }
        notes
    }
}

/// What one thread has while it tells.
struct Worker<'a> {
    plans: Plans,
    teller: Teller<'a>,
    near: Near,
    id: String,
}

/// What it takes to tell the rows of files with the same header, by the number of their plan.
#[derive(Default)]
struct Plans(HashMap<usize, (Stored, Scratch)>);

impl Plans {
    /// So many are remembered at a time, since each may remember many cells.
    const MOST: usize = 64;

    fn of(&mut self, file: &Bound, teller: &mut Teller<'_>) -> &mut (Stored, Scratch) {
        if self.0.len() >= Self::MOST && !self.0.contains_key(&file.number) {
            self.0.clear();
            teller.forget();
        }
        self.0.entry(file.number).or_insert_with(|| (file.stored.clone(), Scratch::default()))
    }
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
        let Worker { plans, teller, near, id } = worker;
        let file = &files[aside.spot.file()];
        let (stored, scratch) = plans.of(file, teller);
        let mut row = aside.row(text, stored).map_err(Stopped::Spill)?;
        row.line = line_of(blind, aside.spot, aside.line);
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
        let over = job.decisions.and_then(|decisions| Over::of(decisions, file, &row));
        let standing = over.as_ref().map_or(standing, |over| over.standing);
        // Where the order is that of reading, neither ranks nor twins are told of.
        let notes = if job.ranked { notes_of(files, aside.spot, twins.of(sought)) } else { Vec::new() };
        let ranks = job.ranked.then(|| ranking.ranks(listed.key, near));
        let id = match blind {
            Some(blind) => blind.id(files, aside.spot, file.own_id(&row), id),
            None => file.id_of(&row, id),
        };
        teller
            .tell(file, &row, id, standing, scratch, over.as_ref(), ranks, &notes, render, out)
            .map_err(Stopped::Output)
    };
    // A format whose lines depend on each other has no copies: it writes all of them itself, on one thread.
    let whole = render.fork().is_none();
    let threads = if whole { 1 } else { job.threads.max(1) };
    let workers = (0..threads)
        .map(|_| Worker {
            plans: Plans::default(),
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
pub fn notes_of<'a>(files: &[Bound], spot: Spot, twins: impl Iterator<Item = Group<'a>>) -> Vec<Text> {
    // Where some lines end in another way than most, records of many groups may be on one line.
    let few = twins.take(Bond::MOST);
    let mut notes: Vec<Text> = few
        .map(|group| {
            let others = places(files, &group, Some(spot));
            match group.bond {
                Bond::Id => words::same_id(others),
                Bond::Person => words::same_person(others),
            }
        })
        .collect();
    notes.dedup();
    notes
}

/// How many places of a group are named.
const PLACES: usize = 5;

/// The first places of a group's records, but for the one at hand, and how many more there are.
fn places(files: &[Bound], group: &Group<'_>, at_hand: Option<Spot>) -> Text {
    // Groups are large where a column holds the same for everybody, and this is asked for every one of them.
    let others = group.spots.iter().copied().filter(|spot| Some(*spot) != at_hand);
    let few: Vec<Spot> = others.take(PLACES).collect();
    let more = group.count - usize::from(at_hand.is_some()) - few.len();
    let more = (more > 0).then(|| words::more_places(more));
    let rows = |few: &[Spot]| few.iter().map(|spot| Text::same(spot.row().to_string())).collect::<Vec<_>>();
    if let [_] = files {
        let rows: Vec<Text> = rows(&few).into_iter().chain(more).collect();
        return if let [row] = &*rows { words::row(row) } else { words::rows(list_and(&rows)) };
    }
    let of_file = |few: &[Spot]| {
        let name = few.first().and_then(|spot| files.get(spot.file())).map_or("", |file| &file.name);
        match &*rows(few) {
            [row] => words::row_of(row, name),
            rows => words::rows_of(list_and(rows), name),
        }
    };
    let by_file = few.chunk_by(|a, b| a.file() == b.file()).map(of_file);
    list_and(&by_file.chain(more).collect::<Vec<_>>())
}

/// The line of a record, as it is told.
pub(super) fn line_of(blind: Option<&Blind>, spot: Spot, line: u64) -> u64 {
    blind.map_or(line, |blind| blind.line(spot, line))
}

/// What is known after the last candidate. Near misses are told apart ([`super::NearMisses::tell`]).
#[must_use]
pub fn foot(files: &[Bound], job: &Job<'_>, judgement: &Judgement) -> Foot {
    let (mut problems, told) = problems(files, job, judgement);
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
    // What a word in the criteria file settles comes first.
    problems.splice(0..0, judgement.orders.told(files));
    if judgement.without_id > 0 {
        problems.push(Diagnostic::note("no-id", words::without_id(count(judgement.without_id))));
    }
    if judgement.blank_rows > 0 {
        problems.push(Diagnostic::note("blank-rows", words::blank_rows(count(judgement.blank_rows))));
    }
    Foot {
        candidates: judgement.candidates,
        by_status: judgement.by_status,
        shown: judgement.shown,
        near_misses: Vec::new(),
        more_near_misses: judgement.near.all,
        problems,
        more_problems: all - told as u64,
        decisions: job.decisions.map(Decisions::tally),
    }
}

/// Rows with something wrong, and twins, at most `job.problems` of them, and how many these are. Where no note of a
/// candidate tells of its twins, some of these come first, and that is told.
fn problems(files: &[Bound], job: &Job<'_>, judgement: &Judgement) -> (Vec<Diagnostic>, usize) {
    let blind = judgement.blind.as_ref();
    let name = |spot: Spot| files.get(spot.file()).map_or("", |file| file.name.as_str());
    let troubles = judgement.troubles.iter();
    let troubles = troubles.map(|(spot, line, trouble)| trouble.told(name(*spot), line_of(blind, *spot, *line)));
    let twins = judgement.twins.groups().map(|group| {
        let places = places(files, &group, None);
        let (code, what) = match group.bond {
            Bond::Id => ("id-twice", words::id_twice(places)),
            Bond::Person => ("person-twice", words::person_twice(places)),
        };
        let spot = group.spots[0];
        Diagnostic::warning(code, what).help(words::id_twice_help()).at(Place::file(name(spot)))
    });
    if !judgement.at_once || judgement.twins.count() == 0 {
        let problems: Vec<Diagnostic> = troubles.chain(twins).take(job.problems).collect();
        let told = problems.len();
        return (problems, told);
    }
    let mut problems: Vec<Diagnostic> = twins.take(job.problems.div_ceil(2)).collect();
    let room = job.problems - problems.len();
    problems.push(Diagnostic::note("twins-not-in-notes", words::twins_not_in_notes()));
    problems.extend(troubles.take(room));
    let told = problems.len() - 1;
    (problems, told)
}
