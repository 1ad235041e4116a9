//! `screen verify RECORD`: the files of a recorded run and the run itself, held against the record.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::load::SHIPPED;
use super::record::counts;
use super::screen::Screened;
use super::{Failure, Setting, shown};
use crate::args::{Screening, Verify};
use crate::catalogue::{Say, Text, commands, record as words, records, render as counted};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Place};
use crate::exit::Exit;
use crate::record::{Counts, File, FileSum, Record, Summing};
use crate::render::{renderer, safe};

pub(super) fn run(asked: &Verify, setting: &Setting) -> anyhow::Result<Exit> {
    let name = shown(&asked.record);
    let bytes = std::fs::read(&asked.record).map_err(|error| unread(&error, &name))?;
    let record = Record::read(&bytes, &name).map_err(Failure::from)?;
    let folder = asked.record.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut report = Report { setting, text: String::new(), differing: 0 };
    let title = words::title(&name, &record.screen).say(setting.config.lang);
    let _ = writeln!(report.text, "{}", safe::terminal(&title));
    let now = env!("CARGO_PKG_VERSION");
    if record.screen == now {
        report.tell(&words::the_program(), None);
    } else {
        report.tell(&words::the_program(), Some(words::other_version(&record.screen, now)));
    }
    let mut all_there = true;
    for file in record.inputs.iter().chain(std::iter::once(&record.criteria)).chain(&record.decisions) {
        all_there &= report.file(file, folder);
    }
    if record.output.path.is_some() {
        report.file(&record.output, folder);
    }
    if all_there {
        report.again(&record, &name, folder)?;
    } else {
        report.tell(&words::run_again(), Some(words::not_run()));
    }
    let end = if report.differing == 0 { words::all_same() } else { words::differs(report.differing) };
    let _ = writeln!(report.text, "\n{}", end.to(setting.config.lang));
    let exit = if report.differing == 0 { Exit::Well } else { Exit::Found };
    setting.say(&report.text)?;
    Ok(exit)
}

fn unread(error: &io::Error, name: &str) -> Failure {
    let problem = match error.kind() {
        io::ErrorKind::NotFound => Diagnostic::error("no-file", records::no_file(name)).help(records::no_file_help()),
        _ => super::cannot_read(error, name),
    };
    problem.at(Place::file(name)).into()
}

/// What was found, a line for each thing.
struct Report<'a> {
    setting: &'a Setting,
    text: String,
    differing: usize,
}

impl Report<'_> {
    /// Tells of something that it is the same, or how it differs.
    fn tell(&mut self, what: &Text, differs: Option<Text>) {
        self.say(what, differs, words::same());
    }

    fn say(&mut self, what: &Text, differs: Option<Text>, same: Text) {
        self.differing += usize::from(differs.is_some());
        let sign = if differs.is_some() { '✗' } else { '✓' };
        let line = format!("{sign} {}", words::told(what, differs.unwrap_or(same)).to(self.setting.config.lang));
        let _ = writeln!(self.text, "{}", safe::terminal(&line));
    }

    /// Holds a file against the record; whether it is there.
    fn file(&mut self, file: &File, folder: &Path) -> bool {
        let found = match file.place(folder) {
            Some(place) => FileSum::of_file(&place),
            None => Ok(FileSum::of(SHIPPED.as_bytes())),
        };
        let differs = match &found {
            Ok(sum) if file.has(sum) => None,
            Ok(sum) if sum.bytes != file.bytes => Some(words::other_size(file.bytes, sum.bytes)),
            Ok(_) => Some(words::other_bytes()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Some(words::gone()),
            Err(error) => Some(words::unread(crate::catalogue::system::why(error))),
        };
        let name = file.name.as_deref().map_or_else(words::shipped, Text::same);
        self.tell(&name, differs);
        found.is_ok()
    }

    /// Does the run once more.
    fn again(&mut self, record: &Record, name: &str, folder: &Path) -> Result<(), Failure> {
        let Some((run, format, lang, terminal)) = Screening::again(record) else {
            let problem = Diagnostic::error("not-a-record", words::no_record("options"));
            return Err(problem.at(Place::file(name)).help(words::no_record_help()).into());
        };
        let today = match record.as_of_source.as_str() {
            "today" => NaiveDate::parse_from_str(&record.as_of, "%Y-%m-%d").unwrap_or(self.setting.config.today),
            _ => self.setting.config.today,
        };
        let setting = Setting {
            config: Config { lang, today, quiet: true, ..self.setting.config.clone() },
            stop: Arc::clone(&self.setting.stop),
            unfinished: Arc::clone(&self.setting.unfinished),
            elsewhere: places(record, folder),
        };
        let mut screened = match Screened::new(&run, &setting) {
            Ok(screened) => screened,
            Err(Failure::Problems(problems)) => {
                self.setting.tell(&problems);
                self.tell(&words::run_again(), Some(words::cannot_run()));
                return Ok(());
            }
            Err(failure) => return Err(failure),
        };
        screened.ask_again(&record.options.program, &record.options.again);
        let mut out = Summing::new(io::sink());
        let foot = screened.write(&run, &setting, &mut *renderer(format, terminal), &mut out)?;
        let sum = out.sum();
        // Enough of a sum to tell it from others; the record has the whole.
        let first = |sum: &str| sum.chars().take(12).chain(['…']).collect::<String>();
        let differs = || words::other_output(first(&record.output.sha256), first(&sum.sha256));
        let differs = (!record.output.has(&sum)).then(differs);
        self.say(&words::run_again(), differs, words::same_output());
        let (as_of, source) = screened.as_of(&run);
        if (as_of.to_string().as_str(), source) != (&record.as_of, &record.as_of_source) {
            self.tell(&words::as_of(), Some(words::other_counts(words::as_of(), as_of.to_string(), &record.as_of)));
        }
        self.counts(counts(&foot), record.counts);
        Ok(())
    }

    fn counts(&mut self, now: Counts, known: Counts) {
        let each =
            |counts: Counts| [counts.candidates, counts.eligible, counts.review, counts.not_eligible, counts.shown];
        let names = [
            commands::records(),
            counted::eligible(),
            counted::review(),
            counted::not_eligible(),
            counted::shown_of_all(),
        ];
        for ((now, known), name) in each(now).into_iter().zip(each(known)).zip(names) {
            if now != known {
                self.tell(&words::run_again(), Some(words::other_counts(name, now, known)));
            }
        }
    }
}

/// Where the files of a record are, by their names.
fn places(record: &Record, folder: &Path) -> HashMap<PathBuf, PathBuf> {
    let each = record.files().filter_map(|file| Some((PathBuf::from(file.name.as_deref()?), file.place(folder)?)));
    each.collect()
}
