//! `screen FILE...`: criteria, files, judgement, ranks, output.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::load::{self, Binding, Candidates};
use super::output::{Inputs, Target, by_ending};
use super::progress::Progress;
use super::record::{Recorder, Run};
use super::{Failure, Setting, shown};
use crate::args::{Output, ReaderArg, Screening, SortArg, StatusArg};
use crate::catalogue::{PROGRAM, commands as words};
use crate::criteria::{Criteria, Criterion, Set, Stage};
use crate::decisions::Decisions;
use crate::diagnostic::{Diagnostic, Severity};
use crate::exit::Exit;
use crate::pipeline::{self, Census, Job, Stopped};
use crate::record::Summing;
use crate::render::{Format, renderer};
use crate::score::Score;
use crate::view::{Audience, CriterionHead, Foot, Heading, OutputColumn, Render};

/// How many problems with the data are told, unless all are asked for.
const PROBLEMS: usize = 10;

pub(super) fn run(asked: &Screening, setting: &Setting) -> anyhow::Result<Exit> {
    show(asked, &inputs(asked), || Screened::new(asked, setting), setting)
}

/// Shows what comes of criteria and candidates that `screened` makes ready.
pub(super) fn show(
    asked: &Screening,
    inputs: &Inputs,
    screened: impl FnOnce() -> Result<Screened, Failure>,
    setting: &Setting,
) -> anyhow::Result<Exit> {
    let output = &asked.output;
    // Before anything is opened: what is open now was given to the program.
    let target = Target::of(output.output.as_deref(), inputs).map_err(Failure::from)?;
    let format = format_for(output, &target)?;
    let to_standard_output = target.is_standard();
    let mut terminal = setting.config.output;
    terminal.colour &= to_standard_output;
    let recorder = output.record.as_deref().map(|record| Recorder::new(record, asked, &target, inputs));
    let recorder = recorder.transpose()?;
    let mut screened = screened()?;
    if screened.heading.wants_reasons() && !format.has_reasons() {
        return Err(Failure::Usage(words::reasons_where()).into());
    }
    let mut sink = target.open(inputs, &setting.unfinished).map_err(Failure::from)?;
    setting.tell_unless_quiet(&screened.candidates.warnings);
    let mut render = renderer(format, terminal);
    let (done, sum) = match &recorder {
        None => (screened.write(asked, setting, &mut *render, &mut sink), None),
        Some(_) => {
            let mut summing = Summing::new(&mut sink);
            let done = screened.write(asked, setting, &mut *render, &mut summing);
            (done, Some(summing.sum()))
        }
    };
    let foot = match done {
        // Whoever read the output has seen enough.
        Err(Stopped::Output(_)) if sink.closed() => {
            setting.tell_unless_quiet(&recorder.map(|_| output_cut()).into_iter().collect::<Vec<_>>());
            return Ok(Exit::Well);
        }
        done => done.map_err(Failure::from)?,
    };
    screened.hold(&foot)?;
    recorder.as_ref().map_or(Ok(()), Recorder::still)?;
    setting.tell_unless_quiet(&sink.finish()?);
    if let Some((recorder, sum)) = recorder.zip(sum) {
        let (as_of, as_of_source) = screened.as_of(asked);
        let options = asked.options(format, &screened.heading, terminal);
        let written = recorder.output(output.output.as_deref(), sum)?;
        let run = Run { options, as_of, as_of_source, foot: &foot, output: written };
        recorder.write(run, &inputs.with(output.output.as_deref()), setting)?;
    }
    // Formats for people tell problems themselves, where people see them.
    let told = to_standard_output && matches!(format, Format::Table | Format::Markdown);
    if !told || output.strict {
        setting.tell_data(&problems(&foot));
    }
    Ok(exit(output, &screened, &foot, setting))
}

/// The format that is asked for, or that the output's name asks for, where it can be written there.
fn format_for(output: &Output, target: &Target) -> Result<Format, Failure> {
    let format = output.format.map_or_else(|| format_of(output.output.as_deref()), |format| Ok(format.0))?;
    if format.is_binary() && target.is_terminal() {
        return Err(Failure::Usage(words::binary_on_terminal(format.name())));
    }
    if output.reader == ReaderArg::Rater && format != Format::Html {
        return Err(Failure::Usage(words::rater_wants_page()));
    }
    Ok(format)
}

/// The exit status: with `--strict`, whatever is wrong with the data fails the run.
fn exit(output: &Output, screened: &Screened, foot: &Foot, setting: &Setting) -> Exit {
    let wrong = |problem: &&Diagnostic| problem.severity != Severity::Note;
    let wrong: Vec<&Diagnostic> = screened.candidates.warnings.iter().chain(&foot.problems).filter(wrong).collect();
    let Some(first) = wrong.first().filter(|_| output.strict) else { return Exit::Well };
    if setting.config.quiet {
        let what = words::strict(wrong.len(), &first.what);
        setting.tell_in_a_line(&Diagnostic { what, ..(*first).clone() });
    }
    Exit::Unusable
}

/// Criteria and candidates' files that fit each other, ready to be screened.
pub(super) struct Screened {
    criteria: Criteria,
    stage: Stage,
    /// The candidates' files.
    pub candidates: Candidates,
    heading: Heading,
    /// What people decided, where that is asked for.
    decisions: Option<Decisions>,
    /// How many have each status, where that has been told of them before.
    by_status: Option<[u64; 3]>,
}

impl Screened {
    /// Reads the criteria and the files' headers.
    pub(super) fn new(asked: &Screening, setting: &Setting) -> Result<Self, Failure> {
        let posting = &asked.asked;
        let criteria = load::criteria(posting.criteria.as_deref(), posting.criteria_from, &posting.when.set, setting)?;
        Self::of(criteria, asked, |binding| load::candidates(&asked.files, binding, setting), setting)
    }

    /// The same with criteria that have been read, and files that are opened otherwise.
    pub(super) fn of(
        criteria: Criteria,
        asked: &Screening,
        open: impl FnOnce(&Binding<'_>) -> Result<Candidates, Failure>,
        setting: &Setting,
    ) -> Result<Self, Failure> {
        let Screening { asked: posting, reading, output, .. } = asked;
        let stage = load::stage(posting.when.stage);
        let (as_of, as_of_source) = load::as_of(posting.when.as_of.as_deref(), &criteria, setting)?;
        let (fields, extra) = fields(&output.columns, &criteria, stage);
        let (blind, at_once) = (output.blind, at_once(output));
        let of = Binding::of((&criteria, stage, as_of), reading, posting.criteria.is_none());
        let may_be_empty = output.sort == SortArg::Input;
        let binding = Binding { shown: &extra, blind, at_once, may_be_empty, ..of };
        let mut candidates = open(&binding)?;
        let (decisions, problems) = load::decided(&posting.decisions, &criteria, stage, as_of, setting)?;
        candidates.warnings.extend(problems);
        let heading = Heading {
            as_of_source: as_of_source.to(setting.config.lang).to_owned(),
            fields,
            ranked: output.sort == SortArg::Rank,
            blind,
            decisions: decisions.is_some(),
            reader: match output.reader {
                ReaderArg::Committee => Audience::Committee,
                ReaderArg::Rater => Audience::Rater,
            },
            criteria_file: posting.criteria.as_deref().map(shown),
            again: again(asked, setting),
            set: posting.when.set.iter().map(Set::typed).collect(),
            ..heading(&criteria, stage, &candidates, as_of, setting)
        };
        Ok(Self { criteria, stage, candidates, heading, decisions, by_status: None })
    }

    /// Expects so many of each status.
    pub(super) fn expect(self, by_status: [u64; 3]) -> Self {
        // What people decide is decided here, and may be otherwise.
        let expected = self.decisions.is_none().then_some(by_status);
        Self { by_status: expected, ..self }
    }

    /// Holds what came out against what was expected.
    fn hold(&self, foot: &Foot) -> Result<(), Failure> {
        match self.by_status {
            Some(expected) if expected != foot.by_status => {
                Err(Diagnostic::error("judged-otherwise", crate::catalogue::merge::otherwise()).into())
            }
            _ => Ok(()),
        }
    }

    /// Says under this name of the program, and in these words, how one account is asked for.
    pub(super) fn ask_again(&mut self, program: &str, words: &[String]) {
        program.clone_into(&mut self.heading.program);
        self.heading.again = words.to_vec();
    }

    /// The day that "present" means, and where it comes from, in one word.
    pub(super) fn as_of(&self, asked: &Screening) -> (chrono::NaiveDate, &'static str) {
        (self.heading.as_of, as_of_source(asked.asked.when.as_of.as_deref(), &self.criteria))
    }

    /// Judges every record and writes what comes of it.
    pub(super) fn write(
        &mut self,
        asked: &Screening,
        setting: &Setting,
        render: &mut dyn Render,
        out: &mut (dyn Write + Send),
    ) -> Result<Foot, Stopped> {
        let Self { criteria, stage, candidates, heading, decisions, .. } = self;
        let output = &asked.output;
        let progress = Progress::new(setting, candidates.size());
        let watch = |bytes, records| progress.update(bytes, records);
        let at_once = at_once(output) && !render.wants_accounts();
        let job = Job {
            criteria,
            decisions: decisions.as_ref(),
            lang: setting.config.lang,
            blind: output.blind,
            ranked: heading.ranked,
            // An account is read from the cells, as reasons are.
            reasons: render.wants_reasons(heading) || render.wants_accounts(),
            shares: render.wants_shares(),
            threads: output.threads.map_or(setting.config.cores, usize::from),
            // The first are the first by rank.
            top: output.top.filter(|_| heading.ranked || at_once),
            statuses: statuses(&output.status),
            least: output.min_score.map_or(Score::default(), Score::new),
            problems: if output.strict { usize::MAX } else { PROBLEMS },
            near_misses: render.near_misses(),
            watch: &watch,
            stop: &setting.stop,
        };
        let criteria = criteria.of_stage(*stage).collect();
        let mut telling = Showing { job: &job, heading, stage: *stage, criteria, render, out };
        let done = if at_once { telling.stream(candidates) } else { telling.rank(candidates) };
        progress.done();
        done
    }
}

/// Where the day that "present" means comes from, in one word.
pub(super) fn as_of_source(asked: Option<&str>, criteria: &Criteria) -> &'static str {
    match (asked, criteria.posting.deadline) {
        (Some(_), _) => "asked",
        (None, Some(_)) => "deadline",
        (None, None) => "today",
    }
}

fn output_cut() -> Diagnostic {
    Diagnostic::warning("output-cut", crate::catalogue::record::output_cut())
}

/// Whether each record is told as soon as it has come: what is to be hidden is known once all have been read.
fn at_once(output: &Output) -> bool {
    output.sort == SortArg::Input && !output.blind
}

/// How a run is told.
struct Showing<'a> {
    job: &'a Job<'a>,
    heading: &'a Heading,
    stage: Stage,
    /// Those that count at this stage of the selection.
    criteria: Vec<&'a Criterion>,
    render: &'a mut dyn Render,
    out: &'a mut (dyn Write + Send),
}

impl Showing<'_> {
    /// All records judged, and told in the order of rank, or of reading where there are no ranks.
    fn rank(&mut self, candidates: &mut Candidates) -> Result<Foot, Stopped> {
        let Self { job, heading, stage, render, out, .. } = self;
        let Candidates { sources, files, .. } = candidates;
        let (mut census, mut ranked) = pipeline::rank(sources, files, job, &|_, _| true)?;
        let shown = ranked.list.left();
        // How many a part of all are is known now.
        let shortlist = heading.shortlist.map(|shortlist| shortlist.of(census.candidates));
        let heading = &Heading { shortlist, ..heading.clone() };
        render.begin(heading, out)?;
        if render.wants_accounts() {
            pipeline::accounts(files, job, *stage, &census, &mut ranked, *render, *out)?;
        } else {
            pipeline::list(files, job, &census, &mut ranked, heading, *render, *out)?;
        }
        self.end(candidates, &mut census, shown)
    }

    /// Each record told as soon as it is judged.
    fn stream(&mut self, candidates: &mut Candidates) -> Result<Foot, Stopped> {
        self.render.begin(self.heading, self.out)?;
        let Candidates { sources, files, .. } = candidates;
        let (mut census, shown) = pipeline::stream(sources, files, self.job, self.heading, self.render, self.out)?;
        self.end(candidates, &mut census, shown)
    }

    /// What stands below the candidates.
    fn end(&mut self, candidates: &Candidates, census: &mut Census, shown: u64) -> Result<Foot, Stopped> {
        let Self { job, criteria, render, out, .. } = self;
        let mut foot = pipeline::foot(&candidates.files, job, census, shown);
        foot.problems.extend(job.decisions.iter().flat_map(|decisions| decisions.problems(job.blind)));
        let Census { near, blind, .. } = census;
        let told = near.tell(&candidates.files, job, blind.as_ref(), criteria, |miss| {
            if job.near_misses < usize::MAX {
                foot.near_misses.push(miss.told.clone());
                return Ok(());
            }
            render.near_miss(miss, out)
        })?;
        foot.more_near_misses -= told;
        render.end(&foot, out)?;
        out.flush()?;
        Ok(foot)
    }
}

/// What is known before the first candidate.
pub(super) fn heading(
    criteria: &Criteria,
    stage: Stage,
    candidates: &Candidates,
    as_of: chrono::NaiveDate,
    setting: &Setting,
) -> Heading {
    let lang = setting.config.lang;
    let head = |criterion: &Criterion| CriterionHead {
        id: criterion.id.clone(),
        label: criterion.label.to(lang).to_owned(),
        short: criterion.short.to(lang).to_owned(),
        quote: criterion.quote.clone(),
        requirement: criterion.rule.requirement().to(lang).to_owned(),
        need: criterion.need,
        earns_only: criterion.rule.earns_only(),
        weight: criterion.weight,
        lawful_basis: criterion.lawful_basis.clone(),
        lenient: criterion.lenient,
    };
    Heading {
        lang,
        title: criteria.posting.title.as_ref().map(|title| title.to(lang).to_owned()),
        organisation: criteria.posting.organisation.clone(),
        files: candidates.files.iter().map(|file| file.name.clone()).collect(),
        criteria_file: None,
        as_of,
        as_of_source: String::new(),
        criteria: criteria.of_stage(stage).map(head).collect(),
        unchecked: criteria.unchecked(),
        fields: None,
        ranked: true,
        blind: false,
        decisions: false,
        reader: Audience::default(),
        program: PROGRAM.to_string(),
        again: Vec::new(),
        set: Vec::new(),
        shortlist: criteria.shortlist,
        by_row: candidates.files.iter().all(|file| file.id.is_none()),
    }
}

/// What `screen explain` is to be asked for to say the same.
fn again(asked: &Screening, setting: &Setting) -> Vec<String> {
    let options = [asked.asked.again(), asked.reading.again()].concat();
    let blind = asked.output.blind.then_some("--blind".to_owned());
    options.into_iter().chain(blind).chain(setting.config.again()).collect()
}

/// The fields asked for, and the candidates' own columns among them.
fn fields(asked: &[String], criteria: &Criteria, stage: Stage) -> (Option<Vec<OutputColumn>>, Vec<String>) {
    let mut extra = Vec::new();
    let ids: Vec<&str> = criteria.of_stage(stage).map(|criterion| criterion.id.as_str()).collect();
    let fields = asked
        .iter()
        .map(|name| name.trim())
        .filter(|name| !name.is_empty())
        .map(|name| {
            if let Some((_, field)) = OutputColumn::NAMED.iter().find(|(known, _)| *known == name) {
                return field.clone();
            }
            if let Some(at) = ids.iter().position(|id| *id == name) {
                return OutputColumn::Criterion(at);
            }
            let said = OutputColumn::SAID.iter().find_map(|(after, field)| {
                let of = name.strip_suffix(after)?;
                Some(field(ids.iter().position(|id| *id == of)?))
            });
            if let Some(field) = said {
                return field;
            }
            extra.push(name.to_owned());
            OutputColumn::Cell(extra.len() - 1, name.into())
        })
        .collect::<Vec<_>>();
    ((!fields.is_empty()).then_some(fields), extra)
}

/// The format that a file's name asks for; a table if it asks for none.
fn format_of(path: Option<&Path>) -> Result<Format, Failure> {
    let formats: Vec<_> = Format::ALL.iter().map(|format| (*format, format.endings())).collect();
    Ok(by_ending(path, &formats, words::output_ending_help)?.unwrap_or_default())
}

fn statuses(asked: &[StatusArg]) -> [bool; 3] {
    let all = [StatusArg::Eligible, StatusArg::Review, StatusArg::NotEligible];
    all.map(|status| asked.is_empty() || asked.contains(&status))
}

/// The files that are read, which the output may not be.
pub(super) fn inputs(asked: &Screening) -> Inputs {
    let stdin = asked.files.is_empty().then_some(Path::new("-"));
    Inputs::of(
        asked
            .files
            .iter()
            .map(PathBuf::as_path)
            .chain(stdin)
            .chain(asked.asked.criteria.as_deref())
            .chain(asked.asked.decisions.iter().map(PathBuf::as_path)),
    )
}

/// The problems of the data, and how many more there are.
fn problems(foot: &Foot) -> Vec<Diagnostic> {
    let mut problems = foot.problems.clone();
    if let Some(more) = usize::try_from(foot.more_problems).ok().filter(|more| *more > 0) {
        problems.push(Diagnostic::note("more-problems", words::more_problems(more)));
    }
    problems
}
