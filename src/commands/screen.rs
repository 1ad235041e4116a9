//! `screen FILE...`: criteria, files, judgement, ranks, output.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::load::{self, Binding, Candidates};
use super::output::{Inputs, Sink, Target};
use super::progress::Progress;
use super::{Failure, Setting, shown};
use crate::args::{Output, Screening, Sort, StatusArg};
use crate::catalogue::commands as words;
use crate::criteria::{Criteria, Criterion, Stage};
use crate::diagnostic::{Diagnostic, Severity};
use crate::exit::Exit;
use crate::pipeline::{self, Census, Job, Stopped};
use crate::render::{Format, renderer};
use crate::score::Score;
use crate::view::{CriterionHead, Field, Foot, Heading, Render};

/// How many problems with the data are told, unless all are asked for.
const PROBLEMS: usize = 10;

pub fn run(asked: &Screening, setting: &Setting) -> anyhow::Result<Exit> {
    let Screening { files: paths, asked: posting, reading, output } = asked;
    let inputs = inputs(asked);
    // Before anything is opened: what is open now was given to the program.
    let target = Target::of(output.output.as_deref(), &inputs).map_err(Failure::from)?;
    let format = output.format.map_or_else(|| format_of(output.output.as_deref()), |format| format.0);
    if format.is_binary() && target.is_terminal() {
        return Err(Failure::Usage(words::binary_on_terminal(format.name())).into());
    }
    let to_standard_output = target.is_standard();
    let criteria = load::criteria(posting.criteria.as_deref(), posting.criteria_from)?;
    let stage = load::stage(posting.when.stage);
    let (as_of, as_of_source) = load::as_of(posting.when.as_of.as_deref(), &criteria, setting)?;
    let (fields, extra) = fields(&output.columns, &criteria, stage);
    let ranked = output.sort == Sort::Rank;
    // What is to be hidden is known once all records have been read.
    let at_once = !ranked && !output.blind;
    let binding = Binding { criteria: &criteria, stage, as_of, reading, shown: &extra, blind: output.blind, at_once };
    let mut candidates = load::candidates(paths, &binding, setting)?;
    let heading = Heading {
        as_of_source: as_of_source.to(setting.config.lang).to_owned(),
        fields,
        ranked,
        blind: output.blind,
        criteria_file: posting.criteria.as_deref().map(shown),
        ..heading(&criteria, stage, &candidates, as_of, setting)
    };
    let mut sink = target.open(&inputs, &setting.unfinished).map_err(Failure::from)?;
    setting.tell_unless_quiet(&candidates.warnings);
    let mut terminal = setting.config.output;
    terminal.colour &= to_standard_output;
    let mut render = renderer(format, terminal);
    let progress = Progress::new(setting, candidates.size());
    let watch = |bytes, records| progress.update(bytes, records);
    let job = job(output, &criteria, &heading, &*render, setting, &watch);
    let of_stage: Vec<&Criterion> = criteria.of_stage(stage).collect();
    let way = if at_once { stream } else { rank };
    let done = way(&mut candidates, &job, &heading, &mut *render, &mut sink, &of_stage);
    progress.done();
    let foot = match done {
        // Whoever read the output has seen enough.
        Err(Stopped::Output(_)) if sink.closed() => return Ok(Exit::Well),
        done => done.map_err(Failure::from)?,
    };
    setting.tell_unless_quiet(&sink.finish()?);
    // Formats for people tell problems themselves, where people see them.
    let told = to_standard_output && matches!(format, Format::Table | Format::Markdown);
    if !told || output.strict {
        setting.tell_data(&problems(&foot));
    }
    let wrong = |problem: &Diagnostic| problem.severity != Severity::Note;
    let clean = !foot.problems.iter().any(wrong) && !candidates.warnings.iter().any(wrong);
    Ok(if output.strict && !clean { Exit::Unusable } else { Exit::Well })
}

/// What is asked of the run.
fn job<'a>(
    output: &Output,
    criteria: &'a Criteria,
    heading: &Heading,
    render: &dyn Render,
    setting: &'a Setting,
    watch: &'a (dyn Fn(u64, u64) + Sync),
) -> Job<'a> {
    Job {
        criteria,
        lang: setting.config.lang,
        blind: output.blind,
        ranked: heading.ranked,
        reasons: render.wants_reasons(heading),
        threads: output.threads.map_or(setting.config.cores, usize::from),
        // The first are the first by rank.
        top: output.top.filter(|_| heading.ranked || !output.blind),
        statuses: statuses(&output.status),
        least: output.min_score.map_or(Score::default(), Score::new),
        problems: if output.strict { usize::MAX } else { PROBLEMS },
        near_misses: render.near_misses(),
        watch,
        stop: &setting.stop,
    }
}

/// All records judged, and told in the order of rank, or of reading where there are no ranks.
fn rank(
    candidates: &mut Candidates,
    job: &Job<'_>,
    heading: &Heading,
    render: &mut dyn Render,
    sink: &mut Sink,
    criteria: &[&Criterion],
) -> Result<Foot, Stopped> {
    candidates.files.iter_mut().for_each(|file| file.keep(job.reasons));
    let (mut census, mut ranked) = pipeline::rank(&mut candidates.sources, &candidates.files, job, &|_, _| true)?;
    let shown = ranked.list.left();
    render.begin(heading, sink)?;
    pipeline::list(&candidates.files, job, &census, &mut ranked, heading, render, sink)?;
    end(candidates, job, (&mut census, shown), render, sink, criteria)
}

/// Each record told as soon as it is judged.
fn stream(
    candidates: &mut Candidates,
    job: &Job<'_>,
    heading: &Heading,
    render: &mut dyn Render,
    sink: &mut Sink,
    criteria: &[&Criterion],
) -> Result<Foot, Stopped> {
    render.begin(heading, sink)?;
    let Candidates { sources, files, .. } = candidates;
    let (mut census, shown) = pipeline::stream(sources, files, job, heading, render, sink)?;
    end(candidates, job, (&mut census, shown), render, sink, criteria)
}

/// What stands below the candidates.
fn end(
    candidates: &Candidates,
    job: &Job<'_>,
    (census, shown): (&mut Census, u64),
    render: &mut dyn Render,
    sink: &mut Sink,
    criteria: &[&Criterion],
) -> Result<Foot, Stopped> {
    let mut foot = pipeline::foot(&candidates.files, job, census, shown);
    let Census { near, blind, .. } = census;
    let told = near.tell(&candidates.files, job, blind.as_ref(), criteria, |miss| {
        if job.near_misses < usize::MAX {
            foot.near_misses.push(miss.told.clone());
            return Ok(());
        }
        render.near_miss(miss, sink)
    })?;
    foot.more_near_misses -= told;
    render.end(&foot, sink)?;
    sink.flush()?;
    Ok(foot)
}

/// What is known before the first candidate.
pub fn heading(
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
        quote: criterion.quote.clone(),
        requirement: criterion.rule.requirement().to(lang).to_owned(),
        need: criterion.need,
        weight: criterion.weight,
        lawful_basis: criterion.lawful_basis.clone(),
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
        fields: None,
        ranked: true,
        blind: false,
    }
}

/// The fields asked for, and the candidates' own columns among them.
fn fields(asked: &[String], criteria: &Criteria, stage: Stage) -> (Option<Vec<Field>>, Vec<String>) {
    let mut extra = Vec::new();
    let ids: Vec<&str> = criteria.of_stage(stage).map(|criterion| criterion.id.as_str()).collect();
    let fields = asked
        .iter()
        .map(|name| name.trim())
        .filter(|name| !name.is_empty())
        .map(|name| {
            if let Some((_, field)) = Field::NAMED.iter().find(|(known, _)| *known == name) {
                return field.clone();
            }
            if let Some(at) = ids.iter().position(|id| *id == name) {
                return Field::Criterion(at);
            }
            extra.push(name.to_owned());
            Field::Cell(extra.len() - 1, name.into())
        })
        .collect::<Vec<_>>();
    ((!fields.is_empty()).then_some(fields), extra)
}

/// The format that a file's name asks for; a table if it asks for none.
fn format_of(path: Option<&Path>) -> Format {
    let ending = path.and_then(Path::extension).and_then(|ending| ending.to_str()).map(str::to_lowercase);
    match ending.as_deref() {
        Some("md") => Format::Markdown,
        Some("ndjson") => Format::Jsonl,
        Some(ending) => Format::ALL.iter().copied().find(|format| format.name() == ending).unwrap_or_default(),
        None => Format::default(),
    }
}

fn statuses(asked: &[StatusArg]) -> [bool; 3] {
    let all = [StatusArg::Eligible, StatusArg::Review, StatusArg::NotEligible];
    all.map(|status| asked.is_empty() || asked.contains(&status))
}

/// The files that are read, which the output may not be.
fn inputs(asked: &Screening) -> Inputs {
    let stdin = asked.files.is_empty().then_some(Path::new("-"));
    Inputs::of(asked.files.iter().map(PathBuf::as_path).chain(stdin).chain(asked.asked.criteria.as_deref()))
}

/// The problems of the data, and how many more there are.
fn problems(foot: &Foot) -> Vec<Diagnostic> {
    let mut problems = foot.problems.clone();
    if let Some(more) = usize::try_from(foot.more_problems).ok().filter(|more| *more > 0) {
        problems.push(Diagnostic::note("more-problems", words::more_problems(more)));
    }
    problems
}
