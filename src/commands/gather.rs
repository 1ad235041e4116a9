//! Everybody judged, for the commands that look at all candidates together.

use std::path::PathBuf;

use super::load::{self, Binding, Candidates};
use super::output::{Inputs, Sink, Target, by_ending};
use super::progress::Progress;
use super::{Failure, Setting};
use crate::args::{FiguresFormat, PostingArgs, ReadingArgs, WrittenArgs};
use crate::catalogue::{Lang, Say as _, Text, commands as words, list_and};
use crate::criteria::{Criteria, Stage};
use crate::decisions::Decisions;
use crate::kinds::TestAccount;
use crate::pipeline::{self, BoundFile, Job, Stopped};
use crate::records::Row;
use crate::render::page::{Grid, Page, write_csv};
use crate::render::value::Value;
use crate::render::{Format, Terminal};
use crate::roll::Roll;

/// Criteria and candidates' files that fit each other.
pub(super) struct Gathering {
    /// The criteria.
    pub criteria: Criteria,
    /// Their stage.
    pub stage: Stage,
    /// The candidates' files.
    pub candidates: Candidates,
    blind: bool,
    /// What people decided, where that is asked for.
    decisions: Option<Decisions>,
    /// What is set for this run alone, as it was typed.
    set: Vec<String>,
}

impl Gathering {
    /// Reads the criteria and the files' headers; `shown` are columns of the files that are looked at as they are.
    pub(super) fn new(
        files: &[PathBuf],
        asked: &PostingArgs,
        reading: &ReadingArgs,
        shown: &[String],
        blind: bool,
        setting: &Setting,
    ) -> Result<Self, Failure> {
        let (criteria, stage, as_of) = load::asked(asked, setting)?;
        let of = Binding::of((&criteria, stage, as_of), reading, asked.criteria.is_none());
        let binding = Binding { shown, blind, ..of };
        let candidates = load::candidates(files, &binding, setting)?;
        setting.tell_unless_quiet(&candidates.warnings);
        let (decisions, warnings) = load::decided(&asked.decisions, &criteria, stage, as_of, setting)?;
        setting.tell_unless_quiet(&warnings);
        let set = asked.when.set.iter().map(|set| format!("`{}`", set.typed())).collect();
        Ok(Self { criteria, stage, candidates, decisions, blind, set })
    }

    /// Judges everybody. With `accounts`, `look` is given what each criterion read in each row.
    pub(super) fn roll(
        &mut self,
        accounts: bool,
        look: &mut (dyn FnMut(&BoundFile, &Row<'_>, &[TestAccount]) + Send),
        setting: &Setting,
    ) -> Result<Roll, Failure> {
        let progress = Progress::new(setting, self.candidates.size());
        let watch = |bytes, records| progress.update(bytes, records);
        let everybody = Job::everybody(&self.criteria, setting.config.lang, &watch, &setting.stop);
        let job = Job { decisions: self.decisions.as_ref(), blind: self.blind, ..everybody };
        let Candidates { sources, files, .. } = &mut self.candidates;
        let (roll, _) = pipeline::everybody(sources, files, &job, (&self.criteria, self.stage), accounts, look)?;
        progress.done();
        setting.tell_unless_quiet(&self.decisions.iter().flat_map(|one| one.problems(self.blind)).collect::<Vec<_>>());
        Ok(roll)
    }

    /// What it is called: the posting's title, else the first file's name.
    pub(super) fn name(&self, setting: &Setting) -> String {
        let title = self.criteria.posting.title.as_ref().map(|title| title.to(setting.config.lang).to_owned());
        title.unwrap_or_else(|| self.candidates.files.first().map_or_else(String::new, |file| file.name.clone()))
    }

    /// What is set for this run alone, in a sentence.
    pub(super) fn set_here(&self) -> Option<Text> {
        (!self.set.is_empty()).then(|| words::set_here(list_and(&self.set)))
    }

    /// Why the criteria that read a protected ground may do so: their ids with the reason.
    pub(super) fn lawful(&self) -> Vec<(String, String)> {
        let of = |one: &crate::criteria::Criterion| Some((one.id.clone(), one.lawful_basis.clone()?));
        self.criteria.of_stage(self.stage).filter_map(of).collect()
    }
}

/// What is written of figures.
pub(super) struct WrittenFigures<'a> {
    /// For people.
    pub page: &'a dyn Fn() -> Page,
    /// For spreadsheets.
    pub table: &'a dyn Fn() -> Grid,
    /// What is said below the title for people.
    pub set: Option<Text>,
    /// For scripts.
    pub document: &'a dyn Fn() -> Value,
}

/// Where figures go.
pub(super) struct Destination {
    target: Target,
    inputs: Inputs,
    terminal: Terminal,
    format: FiguresFormat,
}

impl Destination {
    /// Before anything is opened: what is open now was given to the program.
    pub(super) fn new(written: &WrittenArgs, inputs: Inputs, setting: &Setting) -> Result<Self, Failure> {
        let format = written.format.map_or_else(|| format_of(written), Ok)?;
        let target = Target::of(written.output.as_deref(), &inputs).map_err(Failure::from)?;
        let mut terminal = setting.config.output;
        terminal.colour &= target.is_standard();
        Ok(Self { target, inputs, terminal, format })
    }

    /// Writes figures in the format asked for, else the one that the output's name says.
    pub(super) fn write(self, figures: &WrittenFigures<'_>, setting: &Setting) -> Result<(), Failure> {
        let mut sink = self.target.open(&self.inputs, &setting.unfinished).map_err(Failure::from)?;
        match write(self.format, figures, self.terminal, setting.config.lang, &mut sink) {
            Err(_) if sink.closed() => {}
            done => {
                done.map_err(|error| Failure::from(Stopped::Output(error)))?;
                setting.tell_unless_quiet(&sink.finish()?);
            }
        }
        Ok(())
    }
}

/// The format that the output's name says; a table if it says none.
fn format_of(written: &WrittenArgs) -> Result<FiguresFormat, Failure> {
    let formats = [
        (FiguresFormat::Table, Format::Table.endings()),
        (FiguresFormat::Csv, Format::Csv.endings()),
        (FiguresFormat::Json, Format::Json.endings()),
        (FiguresFormat::Markdown, Format::Markdown.endings()),
        (FiguresFormat::Html, Format::Html.endings()),
    ];
    let named = by_ending(written.output.as_deref(), &formats, words::output_ending_help)?;
    Ok(named.unwrap_or(FiguresFormat::Table))
}

fn write(
    format: FiguresFormat,
    figures: &WrittenFigures<'_>,
    terminal: Terminal,
    lang: Lang,
    out: &mut Sink,
) -> std::io::Result<()> {
    let page = || match &figures.set {
        Some(set) => (figures.page)().with(set.say(lang)),
        None => (figures.page)(),
    };
    match format {
        FiguresFormat::Table => page().on_terminal(terminal, out),
        FiguresFormat::Markdown => page().as_markdown(out),
        FiguresFormat::Html => page().as_html(lang, out),
        FiguresFormat::Csv => write_csv(&(figures.table)(), out),
        FiguresFormat::Json => std::io::Write::write_all(out, &(figures.document)().document()),
    }
}
