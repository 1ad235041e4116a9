//! `screen explain FILE ID`: one candidate's whole account.

use std::io;
use std::sync::{Mutex, PoisonError};

use super::load::{self, Binding};
use super::output::{self, Inputs};
use super::progress::Progress;
use super::{Failure, Setting};
use crate::args::Explain;
use crate::catalogue::{commands as words, list_or};
use crate::diagnostic::{Diagnostic, Place};
use crate::exit::Exit;
use crate::explain::{self, CandidateAccount, Letter, Part, Show};
use crate::pipeline::blind::Blind;
use crate::pipeline::twins::Spot;
use crate::pipeline::{self, Aside, Bound, Census, Job, Ranked, Stopped};
use crate::rank::{Key, Near};
use crate::records::Row;
use crate::render::safe;
use crate::score::Score;
use crate::text::fold;

pub fn run(asked: &Explain, setting: &Setting) -> anyhow::Result<Exit> {
    let inputs = [Some(asked.file.as_path()), asked.asked.criteria.as_deref()];
    output::check_standard(&Inputs::of(inputs.into_iter().flatten()))?;
    let criteria = load::criteria(asked.asked.criteria.as_deref(), asked.asked.criteria_from)?;
    let stage = load::stage(asked.asked.when.stage);
    let (as_of, _) = load::as_of(asked.asked.when.as_of.as_deref(), &criteria, setting)?;
    let binding = Binding {
        criteria: &criteria,
        stage,
        as_of,
        reading: &asked.reading,
        shown: &[],
        blind: asked.blind,
        at_once: false,
    };
    let mut candidates = load::candidates(std::slice::from_ref(&asked.file), &binding, setting)?;
    setting.tell_unless_quiet(&candidates.warnings);
    let progress = Progress::new(setting, candidates.size());
    let watch = |bytes, records| progress.update(bytes, records);
    let job = Job {
        criteria: &criteria,
        lang: setting.config.lang,
        blind: asked.blind,
        ranked: true,
        threads: setting.config.cores,
        top: None,
        statuses: [true; 3],
        least: Score::default(),
        problems: 0,
        near_misses: 0,
        reasons: true,
        watch: &watch,
        stop: &setting.stop,
    };
    let wanted = Wanted::new(&asked.id, asked.blind);
    candidates.files.iter_mut().for_each(|file| file.keep(job.reasons));
    let done = pipeline::rank(&mut candidates.sources, &candidates.files, &job, &|file, row| wanted.may_be(file, row));
    progress.done();
    let (census, ranked) = done.map_err(Failure::from)?;
    let total = census.candidates;
    let teller = Teller { asked, setting, criteria: &criteria, stage, files: &candidates.files, wanted: &wanted };
    let text = teller.accounts(&census, ranked)?;
    if text.is_empty() {
        return Err(Failure::from(wanted.not_found(&candidates.files[0].name, total)).into());
    }
    setting.say(&text)
}

/// The id that is looked for, and the ids near it.
struct Wanted<'a> {
    id: &'a str,
    folded: String,
    /// Whether candidates are numbered, and then the number asked for.
    blind: bool,
    number: Option<u64>,
    near: Mutex<Vec<(u64, String)>>,
}

/// How many near ids are told.
const NEAR: usize = 3;

impl<'a> Wanted<'a> {
    fn new(id: &'a str, blind: bool) -> Self {
        let id = id.trim();
        let number = id.strip_prefix('#').unwrap_or(id).parse().ok().filter(|_| blind);
        Self { id, folded: fold(id), blind, number, near: Mutex::default() }
    }

    /// Whether it is this one. A number that is asked for is known once all records have been read: until then it may be
    /// any.
    fn may_be(&self, file: &Bound, row: &Row<'_>) -> bool {
        self.number.is_some() || self.is(file, row)
    }

    fn is(&self, file: &Bound, row: &Row<'_>) -> bool {
        let mut line = String::new();
        if self.blind {
            // Those without an id have the number that they are told by, and what is near would tell who is there.
            let id = file.own_id(row);
            return !id.is_empty() && (id == self.id || fold(id) == self.folded);
        }
        let id = file.id_of(row, &mut line);
        let folded = fold(id);
        if id == self.id || folded == self.folded {
            return true;
        }
        let likeness = strsim::jaro_winkler(&folded, &self.folded);
        // A slip of one sign makes short ids very unlike.
        if likeness > 0.8 || strsim::osa_distance(&folded, &self.folded) == 1 {
            let mut near = self.near.lock().unwrap_or_else(PoisonError::into_inner);
            // The most alike first; among equals, in the order of the alphabet.
            near.push((u64::MAX - likeness.to_bits(), id.to_owned()));
            near.sort();
            near.dedup();
            near.truncate(NEAR);
        }
        false
    }

    fn not_found(self, file: &str, candidates: u64) -> Diagnostic {
        let near = self.near.into_inner().unwrap_or_else(PoisonError::into_inner);
        let near: Vec<String> = near.into_iter().map(|(_, id)| format!("`{}`", safe::terminal(&id))).collect();
        let problem = Diagnostic::error("no-such-candidate", words::no_such_candidate(self.id, candidates));
        problem.at(Place::file(file)).help(match near.as_slice() {
            [] => words::no_such_candidate_help(),
            near => words::candidate_did_you_mean(list_or(near)),
        })
    }
}

/// So many accounts are told of candidates with one id, the first in the order of rank.
const MOST: usize = 20;

/// Makes the accounts of the candidates that were found.
struct Teller<'a> {
    asked: &'a Explain,
    setting: &'a Setting,
    criteria: &'a crate::criteria::Criteria,
    stage: crate::criteria::Stage,
    files: &'a [Bound],
    wanted: &'a Wanted<'a>,
}

impl Teller<'_> {
    fn accounts(&self, census: &Census, ranked: Ranked) -> anyhow::Result<String> {
        let Ranked { ranking, mut list } = ranked;
        let (twins, candidates, blind) = (&census.twins, census.candidates, census.blind.as_ref());
        let mut text = String::new();
        let mut record = Vec::new();
        let spilled = |error| Failure::from(Stopped::Spill(error));
        let mut told = 0;
        while let Some(listed) = list.next(&mut record).map_err(spilled)? {
            let aside = Aside::new(listed, &record).map_err(spilled)?;
            let file = &self.files[aside.spot.file()];
            let mut stored = file.stored.clone();
            let own = aside.text().and_then(|own| str::from_utf8(own).map_err(io::Error::other)).map_err(spilled)?;
            let row = aside.row(own, &mut stored).map_err(spilled)?;
            let line = blind.map_or(aside.spot.line(), |blind| blind.line(aside.spot));
            let mut number = String::new();
            let told_as = blind.map(|blind| blind.id(self.files, aside.spot, file.own_id(&row), &mut number));
            let is_number = self.wanted.number.is_some_and(|number| told_as == Some(&format!("#{number}")));
            if !is_number && !self.wanted.is(file, &row) {
                record.clear();
                continue;
            }
            told += 1;
            if told > MOST {
                record.clear();
                continue;
            }
            if !text.is_empty() {
                text.push('\n');
            }
            let mut others = ranking.keys().to_vec();
            if let Some(own) = others.iter().position(|other| *other == aside.key) {
                others.swap_remove(own);
            }
            let sought = twins.seek(std::iter::once(aside.spot)).first().map(|(_, sought)| *sought);
            let notes = pipeline::notes_of(self.files, blind, aside.spot, twins.of(sought));
            let ranks = ranking.ranks(aside.key, &mut Near::default());
            let found = Found { file, row, spot: aside.spot, line, blind, ranks, others: &others, notes, candidates };
            self.account(&found, &mut text)?;
            record.clear();
        }
        if told > MOST {
            let more = Diagnostic::note("more-accounts", words::more_accounts(told - MOST));
            self.setting.tell(&[more.help(words::more_accounts_help())]);
        }
        Ok(text)
    }

    fn account(&self, found: &Found<'_>, text: &mut String) -> anyhow::Result<()> {
        let Found { file, row, .. } = found;
        let config = &self.setting.config;
        let colour = config.output.colour;
        let paint = |part: Part, text: &str| paint(part, text, colour);
        let safe = |text: &str| safe::terminal(text).into_owned();
        let show = Show { lang: config.lang, width: config.output.width, safe: &safe, paint: &paint };
        let mut accounts = explain::accounts(self.criteria, self.stage, &file.plan, row);
        let mut notes = found.notes.clone();
        if let Some(trouble) = row.trouble {
            accounts = explain::distrust(accounts);
            notes.insert(0, trouble.say());
        }
        let mut line = String::new();
        let (id, name) = match found.blind {
            None => (file.id_of(row, &mut line), file.person.map_or("", |column| row.get(column).trim())),
            Some(blind) => {
                for (planned, one) in file.plan.criteria.iter().zip(&mut accounts) {
                    blind.cut_account(&planned.check, row, row.trouble.is_some(), &mut one.account);
                }
                (blind.id(self.files, found.spot, file.own_id(row), &mut line), "")
            }
        };
        let told = if self.asked.for_candidate {
            let letter = Letter {
                id,
                name,
                title: self.criteria.posting.title.as_ref().map(|title| title.to(config.lang)),
                organisation: self.criteria.posting.organisation.as_deref(),
                criteria: &accounts,
            };
            explain::for_candidate(&letter, &show, text)
        } else {
            let candidate = CandidateAccount {
                id,
                name,
                file: &file.name,
                line: found.line,
                notes: &notes,
                standing: explain::standing_of(&accounts),
                ranks: Some(found.ranks),
                total: found.candidates,
                criteria: &accounts,
                others: found.others,
            };
            explain::account_text(&candidate, &show, text)
        };
        Ok(told?)
    }
}

/// A candidate that was found.
struct Found<'a> {
    file: &'a Bound,
    row: Row<'a>,
    spot: Spot,
    line: u64,
    blind: Option<&'a Blind>,
    ranks: crate::view::Ranks,
    others: &'a [Key],
    notes: Vec<crate::catalogue::Text>,
    candidates: u64,
}

fn paint(_part: Part, text: &str, _colour: bool) -> String {
    text.to_owned()
}
