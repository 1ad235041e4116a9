//! Candidates of one file found by id, row, number or name, each with all that is known of them.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::load::{self, Binding};
use super::output::{self, Inputs};
use super::progress::Progress;
use super::{Failure, Setting};
use crate::args::Judging;
use crate::catalogue::{Text, commands as words, list_or};
use crate::criteria::{Criteria, Set, Stage};
use crate::decisions::{Decisions, Entry};
use crate::diagnostic::{Diagnostic, Place};
use crate::explain::change::Others;
use crate::explain::{CandidateAccount, CriterionAccount};
use crate::fold::fold;
use crate::pipeline::blind::Blind;
use crate::pipeline::decided::accounts_of;
use crate::pipeline::twins::Spot;
use crate::pipeline::{self, BoundFile, Census, Job, Ranked, Stopped};
use crate::rank::{Key, Near};
use crate::records::Row;
use crate::render::safe;
use crate::score::Status;
use crate::view::Ranks;

/// What is asked for.
pub(super) struct Query<'a> {
    /// The candidates' file.
    pub file: &'a Path,
    /// How they are judged.
    pub judging: &'a Judging,
    /// Who is looked for; everybody if nobody is named.
    pub who: &'a [String],
}

impl Query<'_> {
    /// The files that are read.
    pub(super) fn inputs(&self) -> Inputs {
        let decisions = self.judging.asked.decisions.iter().map(PathBuf::as_path);
        Inputs::of(std::iter::once(self.file).chain(self.judging.asked.criteria.as_deref()).chain(decisions))
    }
}

/// A candidate who was found.
pub(super) struct FoundPerson {
    /// Which of those who are looked for it is.
    pub nth: usize,
    pub id: String,
    pub name: String,
    pub file: String,
    pub row: u64,
    pub set: Vec<String>,
    pub notes: Vec<Text>,
    pub criteria: Vec<CriterionAccount>,
    pub ranks: Ranks,
    pub total: u64,
    pub key: Key,
    /// Who decided the status, and what it is by the criteria.
    pub decided: Option<(Entry, Status)>,
}

impl FoundPerson {
    /// The account of this candidate among `all` the standings of the list.
    pub(super) fn account<'a>(&'a self, all: &'a [Key]) -> CandidateAccount<'a> {
        CandidateAccount {
            id: &self.id,
            name: &self.name,
            file: &self.file,
            row: self.row,
            set: &self.set,
            notes: &self.notes,
            standing: self.key.standing(),
            ranks: Some(self.ranks),
            total: self.total,
            criteria: &self.criteria,
            unchecked: &[],
            decided: self.decided.as_ref().map(|(entry, machine)| (entry, *machine)),
            others: Others { all, own: Some(self.key) },
        }
    }
}

/// Of the candidates with one id so many are told of, the first in the order of rank.
const MOST: usize = 20;

/// Finds candidates and hands each over, in the order of rank, with the criteria and the standings of all.
///
/// # Errors
/// Files or criteria that cannot be used; that somebody is not there, once all others have been handed over; and whatever
/// `tell` says.
pub(super) fn find(
    question: &Query<'_>,
    setting: &Setting,
    tell: &mut dyn FnMut(&Criteria, &[Key], FoundPerson) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let Query { file, judging: Judging { blind, asked, reading }, who } = *question;
    let blind = *blind;
    output::check_standard(&question.inputs())?;
    let (criteria, stage, as_of) = load::asked(asked, setting)?;
    let (decisions, warnings) = load::decided(&asked.decisions, &criteria, stage, as_of, setting)?;
    setting.tell_unless_quiet(&warnings);
    let binding = Binding { blind, ..Binding::of((&criteria, stage, as_of), reading, asked.criteria.is_none()) };
    let mut candidates = load::candidates(&[file.to_owned()], &binding, setting)?;
    setting.tell_unless_quiet(&candidates.warnings);
    let progress = Progress::new(setting, candidates.size());
    let watch = |bytes, records| progress.update(bytes, records);
    let everybody = Job::everybody(&criteria, setting.config.lang, &watch, &setting.stop);
    let job = Job { decisions: decisions.as_ref(), blind, threads: setting.config.cores, reasons: true, ..everybody };
    let wanted: Vec<LookedFor<'_>> = who.iter().map(|who| LookedFor::new(who, blind)).collect();
    // Each of them is asked, so that it knows what is near to it.
    let any = |file: &BoundFile, row: &Row<'_>| wanted.iter().filter(|one| one.may_be(file, row)).count() > 0;
    let may_be = |file: &BoundFile, row: &Row<'_>| wanted.is_empty() || any(file, row);
    let judged = pipeline::rank(&mut candidates.sources, &mut candidates.files, &job, &may_be);
    progress.done();
    let (census, ranked) = judged.map_err(Failure::from)?;
    let total = census.candidates;
    let set = asked.when.set.iter().map(Set::typed).collect();
    let decisions = decisions.as_ref();
    let teller =
        FoundTeller { decisions, setting, criteria: &criteria, stage, files: &candidates.files, wanted: &wanted, set };
    let found = teller.each(&census, ranked, tell)?;
    let missing = wanted.into_iter().zip(found).filter(|(_, found)| *found == 0);
    let file = &candidates.files[0].name;
    let missing: Vec<Diagnostic> = missing.map(|(wanted, _)| wanted.not_found(file, total)).collect();
    if missing.is_empty() { Ok(()) } else { Err(Failure::Problems(missing).into()) }
}

/// Somebody who is looked for, and the ids and names near that.
struct LookedFor<'a> {
    text: &'a str,
    folded: String,
    /// Whether candidates are numbered, and then the number asked for.
    blind: bool,
    number: Option<u64>,
    near: Mutex<Vec<(u64, String)>>,
}

/// How many near ids and names are told.
const NEAR: usize = 3;

impl<'a> LookedFor<'a> {
    fn new(text: &'a str, blind: bool) -> Self {
        let text = text.trim();
        let number = text.strip_prefix('#').unwrap_or(text).parse().ok().filter(|_| blind);
        Self { text, folded: fold(text), blind, number, near: Mutex::default() }
    }

    /// Whether it is this one. A number that is asked for is known once all records have been read: until then it may be
    /// any.
    fn may_be(&self, file: &BoundFile, row: &Row<'_>) -> bool {
        self.number.is_some() || self.is(file, row)
    }

    fn is(&self, file: &BoundFile, row: &Row<'_>) -> bool {
        let mut line = String::new();
        if self.blind {
            // Those without an id have the number that they are told by; a name, or what is near, would tell who is there.
            let id = file.own_id(row);
            return !id.is_empty() && (id == self.text || fold(id) == self.folded);
        }
        let id = file.id_of(row, &mut line);
        let folded = fold(id);
        if id == self.text || folded == self.folded {
            return true;
        }
        let name = file.name_by(|column| row.sure(column));
        let folded_name = fold(&name);
        if self.is_name(&folded_name) {
            return true;
        }
        self.remember(&folded, id);
        self.remember(&folded_name, &name);
        false
    }

    /// Whether each word that is asked for is one of a name's, whatever their order.
    fn is_name(&self, name: &str) -> bool {
        let between = |c: char| !c.is_alphanumeric();
        let asked = self.folded.split(between).filter(|word| !word.is_empty());
        // A number alone is an id or a row, whatever figures stand in a name.
        self.folded.chars().any(char::is_alphabetic)
            && asked.into_iter().all(|word| name.split(between).any(|known| known == word))
    }

    fn remember(&self, folded: &str, shown: &str) {
        let likeness = strsim::jaro_winkler(folded, &self.folded);
        // A slip of one sign makes short ids very unlike.
        if !shown.is_empty() && (likeness > 0.8 || strsim::osa_distance(folded, &self.folded) == 1) {
            let mut near = self.near.lock().unwrap_or_else(PoisonError::into_inner);
            // The most alike first; among equals, in the order of the alphabet.
            near.push((u64::MAX - likeness.to_bits(), shown.to_owned()));
            near.sort();
            near.dedup();
            near.truncate(NEAR);
        }
    }

    fn not_found(self, file: &str, candidates: u64) -> Diagnostic {
        let near = self.near.into_inner().unwrap_or_else(PoisonError::into_inner);
        let near: Vec<String> = near.into_iter().map(|(_, id)| format!("`{}`", safe::terminal(&id))).collect();
        let problem = Diagnostic::error("no-such-candidate", words::no_such_candidate(self.text, candidates));
        problem.at(Place::file(file)).help(match near.as_slice() {
            [] if self.blind => words::nobody_by_name_help(),
            [] => words::no_such_candidate_help(),
            near => words::candidate_did_you_mean(list_or(near)),
        })
    }
}

/// Hands over those who were found.
struct FoundTeller<'a> {
    setting: &'a Setting,
    criteria: &'a Criteria,
    stage: Stage,
    files: &'a [BoundFile],
    wanted: &'a [LookedFor<'a>],
    set: Vec<String>,
    /// What people decided.
    decisions: Option<&'a Decisions>,
}

impl FoundTeller<'_> {
    /// Answers how many were found of each who is looked for.
    fn each(
        &self,
        census: &Census,
        ranked: Ranked,
        tell: &mut dyn FnMut(&Criteria, &[Key], FoundPerson) -> anyhow::Result<()>,
    ) -> anyhow::Result<Vec<usize>> {
        let Ranked { ranking, mut list } = ranked;
        let (twins, candidates, blind) = (&census.twins, census.candidates, census.blind.as_ref());
        let mut found = vec![0; self.wanted.len()];
        let mut record = Vec::new();
        let spilled = |error| Failure::from(Stopped::Spill(error));
        while let Some(aside) = list.next(&mut record).map_err(spilled)? {
            let file = &self.files[aside.spot.file()];
            let mut stored = file.stored.clone();
            let row = aside.own_row(&mut stored).map_err(spilled)?;
            let each = self.which(file, &row, aside.spot, blind);
            for nth in &each {
                found[*nth] += 1;
            }
            // Whoever is named twice is told of once.
            let nth = if self.wanted.is_empty() { Some(0) } else { each.first().copied() };
            let told = nth.filter(|nth| found.get(*nth).is_none_or(|count| *count <= MOST));
            if let Some(nth) = told {
                let sought = twins.seek(std::iter::once(aside.spot)).first().map(|(_, sought)| *sought);
                let notes = pipeline::notes_of(self.files, aside.spot, twins.of(sought));
                let ranks = ranking.ranks(aside.key, &mut Near::default());
                let person = self.person(nth, file, &row, aside.spot, blind);
                let person = FoundPerson {
                    notes: [person.notes, notes].concat(),
                    ranks,
                    total: candidates,
                    key: aside.key,
                    ..person
                };
                tell(self.criteria, ranking.keys(), person)?;
            }
        }
        let more: usize = found.iter().map(|count| count.saturating_sub(MOST)).sum();
        if more > 0 {
            let more = Diagnostic::note("more-accounts", words::more_accounts(more));
            self.setting.tell(&[more.help(words::more_accounts_help())]);
        }
        Ok(found)
    }

    /// Which of those who are looked for a record is.
    fn which(&self, file: &BoundFile, row: &Row<'_>, spot: Spot, blind: Option<&Blind>) -> Vec<usize> {
        let mut number = String::new();
        let told_as = blind.map(|blind| blind.id(self.files, spot, file.own_id(row), &mut number));
        let is = |wanted: &LookedFor<'_>| {
            let by_number = wanted.number.is_some_and(|number| told_as == Some(&format!("#{number}")));
            by_number || wanted.is(file, row)
        };
        self.wanted.iter().enumerate().filter(|(_, wanted)| is(wanted)).map(|(nth, _)| nth).collect()
    }

    fn person(&self, nth: usize, file: &BoundFile, row: &Row<'_>, spot: Spot, blind: Option<&Blind>) -> FoundPerson {
        let (criteria, over) = accounts_of((self.criteria, self.stage), file, row, self.decisions, blind);
        let notes = row.trouble.iter().map(|trouble| trouble.say()).collect();
        let mut decided = over.and_then(|over| Some((over.ruling.status?.1.entry.clone(), over.by_criteria)));
        let mut line = String::new();
        let (id, name) = match blind {
            None => (file.id_of(row, &mut line).to_owned(), file.name_by(|column| row.get(column))),
            Some(blind) => {
                decided.iter_mut().for_each(|(entry, _)| blind.cut_entry(entry));
                (blind.id(self.files, spot, file.own_id(row), &mut line).to_owned(), "".into())
            }
        };
        FoundPerson {
            nth,
            id,
            name: name.into_owned(),
            file: file.name.clone(),
            row: spot.row(),
            set: self.set.clone(),
            notes,
            criteria,
            ranks: Ranks { rank: 0, best: 0, worst: 0 },
            total: 0,
            key: Key::FIRST,
            decided,
        }
    }
}
