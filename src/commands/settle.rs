//! `screen settle FILE... --decisions FILE`: what is open, one question after the other, or as a table to fill in.

mod ask;
mod kept;

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use self::ask::Asking;
use self::kept::DecisionsFile;
use super::load::{self, Binding, Candidates};
use super::output::{Inputs, Target};
use super::progress::Progress;
use super::{Failure, Setting, shown};
use crate::args::{Settle, again};
use crate::catalogue::{PROGRAM, commands as files, settle as words};
use crate::criteria::{Criteria, Criterion, Stage};
use crate::decisions::{Decisions, Entry};
use crate::diagnostic::Diagnostic;
use crate::exit::Exit;
use crate::fold::fold;
use crate::pipeline::blind::Blind;
use crate::pipeline::decided::Over;
use crate::pipeline::{self, BoundFile, Job, PutAside, Stopped};
use crate::plan::{Memory, Planned};
use crate::records::Row;
use crate::render::decisions as rows;
use crate::robust::questions as questions_that_matter;
use crate::roll::{self, Roll};
use crate::score::{Judged, Status, standing};
use crate::settle::{AskedAbout, OpenCandidate, OpenSurvey, Question};

pub(super) fn run(asked: &Settle, setting: &Setting) -> anyhow::Result<Exit> {
    let beside = beside(asked);
    let given = if asked.asked.decisions.is_empty() { beside.as_slice() } else { &asked.asked.decisions };
    let (kept, earlier) = match given.split_last() {
        // The file that answers are added to may still be to be made.
        Some((last, earlier)) if asked.list.is_some() && !setting.place(last).exists() => (None, earlier),
        _ if asked.list.is_some() => (None, given),
        None => return Err(Failure::Usage(words::no_decisions_file()).into()),
        Some((last, earlier)) => (Some(last), earlier),
    };
    let read = asked.files.iter().chain(&asked.asked.criteria).chain(earlier);
    let inputs = Inputs::of(read.map(PathBuf::as_path));
    let list =
        asked.list.as_deref().map(|list| Ok::<_, Failure>((list, Target::of(Some(list), &inputs)?))).transpose()?;
    if list.is_none() && !setting.config.answers {
        return Err(Failure::Usage(words::no_terminal()).into());
    }
    if let [beside] = beside.as_slice() {
        setting.tell_unless_quiet(&[Diagnostic::note("kept", words::kept_beside(shown(beside)))]);
    }
    let by = asked.by.as_deref().or(setting.config.user.as_deref()).map(str::trim).filter(|by| !by.is_empty());
    let typed = if by.is_none() && kept.is_some() { ask::name(setting)? } else { None };
    let by = by.or(typed.as_deref());
    let (mut entries, warnings) = load::decisions(earlier, setting)?;
    setting.tell_unless_quiet(&warnings);
    let kept = match (kept, by) {
        (None, _) => None,
        (Some(_), None) => return Err(Failure::Usage(words::who_are_you()).into()),
        (Some(path), Some(by)) => {
            let (kept, known) = DecisionsFile::open(path, &inputs, by, setting.config.lang, &setting.unfinished)?;
            entries.extend(known);
            Some((kept, path, by))
        }
    };
    let (questions, decisions, damaged) = questions(asked, entries, setting)?;
    if damaged > 0 {
        let damaged = usize::try_from(damaged).unwrap_or(usize::MAX);
        setting.tell_unless_quiet(&[Diagnostic::note("damaged", words::damaged(damaged))]);
    }
    match (list, kept) {
        (Some((path, target)), _) => {
            let all = questions.len();
            let questions = if asked.blind { listed_blind(questions) } else { questions };
            if questions.len() < all {
                let told = words::left_out(all - questions.len());
                setting.tell_unless_quiet(&[Diagnostic::note("left-out", told)]);
            }
            write(&questions, path, target, &inputs, setting)
        }
        _ if questions.is_empty() => setting.say(&format!("{}\n", words::nothing_open().to(setting.config.lang))),
        (None, None) => Ok(Exit::Well),
        (None, Some((kept, path, by))) => {
            ask(Asking { setting, questions: &questions, decisions: &decisions, by, path, kept }, asked)
        }
    }
}

/// Asks, and says what was decided, what is left, and how to rank with it.
fn ask(asking: Asking<'_>, asked: &Settle) -> anyhow::Result<Exit> {
    let (setting, path, all) = (asking.setting, asking.path, asking.questions.len());
    let answered = asking.run()?;
    let lang = setting.config.lang;
    let mut text = format!("{}\n", words::done(answered, shown(path)).to(lang));
    if answered < all {
        text.push_str(&format!("{}\n", words::left_open(all - answered).to(lang)));
    }
    if answered > 0 {
        text.push_str(&format!("{}\n", words::rank_again(rank_again(asked, path, setting)).to(lang)));
    }
    setting.say(&text)
}

/// The command that ranks with the answers kept in this file, to be typed as it stands.
fn rank_again(asked: &Settle, kept: &Path, setting: &Setting) -> String {
    let files = asked.files.iter().map(|file| again::path(file));
    let decisions = asked.asked.decisions.is_empty().then(|| ["--decisions".to_owned(), again::path(kept)]);
    let options = [asked.asked.again(), asked.reading.again()].concat();
    let blind = asked.blind.then_some("--blind".to_owned());
    let words = [PROGRAM.name().to_owned()].into_iter().chain(files).chain(options);
    let words = words.chain(decisions.into_iter().flatten()).chain(blind).chain(setting.config.again());
    again::command(words, files::file_word().to(setting.config.lang))
}

/// The file beside the candidates' that answers are kept in where none is named; a list asks for none, and what comes on
/// standard input stands beside nothing.
fn beside(asked: &Settle) -> Vec<PathBuf> {
    let first = asked.files.first().filter(|file| file.as_os_str() != "-" && asked.list.is_none());
    let own = asked.asked.decisions.is_empty();
    let Some((file, stem)) = first.filter(|_| own).and_then(|file| Some((file, file.file_stem()?))) else {
        return Vec::new();
    };
    vec![file.with_file_name(format!("{}-decisions.csv", stem.to_string_lossy()))]
}

/// The questions that a list can hold that is to say of nobody who it is: a decision is then for everybody with the cell,
/// unless the id says nothing.
fn listed_blind(mut questions: Vec<Question>) -> Vec<Question> {
    let says_nothing = |person: &AskedAbout| person.id == person.shown;
    questions.retain(|question| {
        let nameless = !question.cell.trim().is_empty() || question.people.iter().all(says_nothing);
        nameless && !question.hidden
    });
    let known = |person: &AskedAbout| if says_nothing(person) { person.id.clone() } else { String::new() };
    questions.iter_mut().flat_map(|question| &mut question.people).for_each(|person| person.id = known(person));
    questions
}

/// Writes the questions to be filled in.
fn write(
    questions: &[Question],
    path: &Path,
    target: Target,
    inputs: &Inputs,
    setting: &Setting,
) -> anyhow::Result<Exit> {
    let lang = setting.config.lang;
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    let write: fn(&[Question], _, &mut dyn io::Write) -> io::Result<()> = match ending.as_deref() {
        Some("csv") => rows::csv,
        #[cfg(feature = "xlsx")]
        Some("xlsx") => rows::xlsx,
        _ => return Err(Failure::Usage(words::list_format()).into()),
    };
    let mut sink = target.open(inputs, &setting.unfinished).map_err(Failure::from)?;
    write(questions, lang, &mut sink).map_err(|error| Failure::from(Stopped::Output(error)))?;
    setting.tell_unless_quiet(&sink.finish()?);
    setting.tell_unless_quiet(&[Diagnostic::note("listed", words::listed(questions.len(), shown(path)))]);
    Ok(Exit::Well)
}

/// What is open after these decisions, and how many rows are damaged.
fn questions(
    asked: &Settle,
    entries: Vec<Entry>,
    setting: &Setting,
) -> Result<(Vec<Question>, Decisions, u64), Failure> {
    let (criteria, stage, as_of) = load::asked(&asked.asked, setting)?;
    for id in &asked.criterion {
        load::known_criterion(id, &criteria, stage)?;
    }
    let of = Binding::of((&criteria, stage, as_of), &asked.reading, asked.asked.criteria.is_none());
    let binding = Binding { blind: asked.blind, ..of };
    let mut candidates = load::candidates(&asked.files, &binding, setting)?;
    setting.tell_unless_quiet(&candidates.warnings);
    let (decisions, problems) = Decisions::new(entries, &criteria, stage, as_of, rows::written);
    setting.tell_unless_quiet(&problems);
    let asking = Surveying { asked, criteria: &criteria, stage, decisions: &decisions, setting };
    let survey = asking.survey(&mut candidates)?;
    let damaged = survey.damaged;
    let mut questions = survey.questions();
    questions.truncate(asked.limit.unwrap_or(usize::MAX));
    Ok((questions, decisions, damaged))
}

/// Goes through the candidates in the order of rank.
struct Surveying<'a> {
    asked: &'a Settle,
    criteria: &'a Criteria,
    stage: Stage,
    decisions: &'a Decisions,
    setting: &'a Setting,
}

impl Surveying<'_> {
    fn survey(&self, candidates: &mut Candidates) -> Result<OpenSurvey, Failure> {
        let setting = self.setting;
        let progress = Progress::new(setting, candidates.size());
        let watch = |bytes, records| progress.update(bytes, records);
        let everybody = Job::everybody(self.criteria, setting.config.lang, &watch, &setting.stop);
        let (decisions, blind) = (Some(self.decisions), self.asked.blind);
        let job = Job { decisions, blind, threads: setting.config.cores, reasons: true, ..everybody };
        let ranked = pipeline::rank(&mut candidates.sources, &mut candidates.files, &job, &|_, _| true);
        progress.done();
        let (census, mut ranked) = ranked?;
        let asked = self.criteria.of_stage(self.stage);
        let asked =
            asked.map(|one| roll::RollCriterion { id: one.id.clone(), need: one.need, weight: one.weight }).collect();
        let mut roll = Roll { asked, people: Vec::new() };
        let mut survey = OpenSurvey::default();
        let mut record = Vec::new();
        let spilled = |error| Failure::from(Stopped::Spill(error));
        while let Some(aside) = ranked.list.next(&mut record).map_err(spilled)? {
            let file = &candidates.files[aside.spot.file()];
            let mut stored = file.stored.clone();
            let row = aside.own_row(&mut stored).map_err(spilled)?;
            let judged = self.judged(file, &row);
            roll.people.push(person(&roll.asked, judged.clone(), row.trouble.is_none()));
            let shown = self.shown(&candidates.files, &aside, &row, census.blind.as_ref());
            let one = CandidateAtHand {
                nth: roll.people.len() as u64,
                file,
                row: &row,
                shown,
                status: aside.key.standing().status,
            };
            self.add(&one, &judged, census.blind.as_ref(), &mut survey);
        }
        if let Some(places) = self.asked.places {
            let matter: HashSet<(usize, u64)> =
                questions_that_matter(&roll, places).iter().map(|one| (one.criterion, one.person as u64 + 1)).collect();
            survey.keep(|criterion, nth| matter.contains(&(criterion, nth)));
        }
        Ok(survey)
    }

    /// What each criterion says of a record, and people in its place where its row can be trusted.
    fn judged(&self, file: &BoundFile, row: &Row<'_>) -> Vec<Judged> {
        let machine = file.judge(row, &mut Memory::default()).each();
        let over = Some(self.decisions).filter(|_| row.trouble.is_none());
        let over = over.and_then(|decisions| Over::of(decisions, file, row, || machine.clone()));
        over.map_or(machine, |over| over.each).iter().map(|answer| answer.judged).collect()
    }

    /// What a candidate is called.
    fn shown(&self, files: &[BoundFile], aside: &PutAside<'_>, row: &Row<'_>, blind: Option<&Blind>) -> String {
        let (file, mut buffer) = (&files[aside.spot.file()], String::new());
        match blind {
            Some(blind) => blind.id(files, aside.spot, file.own_id(row), &mut buffer).to_owned(),
            None => {
                let name = file.person.map_or("", |column| row.get(column).trim());
                format!("{} {name}", file.id_of(row, &mut buffer)).trim().to_owned()
            }
        }
    }

    /// Adds what is open of a candidate, if anybody asks about them.
    fn add(&self, one: &CandidateAtHand<'_>, judged: &[Judged], blind: Option<&Blind>, survey: &mut OpenSurvey) {
        let CandidateAtHand { nth, file, row, status, .. } = *one;
        let id = file.id_of(row, &mut String::new()).to_owned();
        let wanted = &self.asked.id;
        if !wanted.is_empty() && !wanted.iter().any(|wanted| fold(wanted) == fold(&id)) {
            return;
        }
        if row.trouble.is_some() {
            survey.damaged += 1;
            return;
        }
        let each: Vec<(&Criterion, &Planned)> = self.criteria.of_stage(self.stage).zip(&file.plan.criteria).collect();
        let candidate = OpenCandidate { person: AskedAbout { id, shown: one.shown.clone(), nth }, status, row, judged };
        let account = |planned: &Planned| {
            let mut account = planned.check.account(row);
            if let Some(blind) = blind {
                blind.cut_account(&planned.check, row, false, &mut account);
            }
            account
        };
        let hides = |text: &str| blind.is_some_and(|blind| blind.cut(text) != text);
        survey.add(&candidate, &each, &|id| self.wants(id), &account, &hides);
    }

    fn wants(&self, criterion: &str) -> bool {
        self.asked.criterion.is_empty() || self.asked.criterion.iter().any(|id| id.trim() == criterion)
    }
}

/// A candidate at hand.
struct CandidateAtHand<'a> {
    /// How many are at this place of the list and before it.
    nth: u64,
    file: &'a BoundFile,
    row: &'a Row<'a>,
    /// What the candidate is called.
    shown: String,
    status: Status,
}

/// A candidate as far as the questions that matter need it.
fn person(asked: &[roll::RollCriterion], judged: Vec<Judged>, trusted: bool) -> roll::Person {
    let standing = standing(asked.iter().zip(&judged).map(|(asked, judged)| (asked.need, asked.weight, judged)));
    let standing = if trusted { standing } else { standing.untrusted() };
    roll::Person { id: String::new(), standing, judged, trusted, near: false }
}
