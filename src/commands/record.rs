//! `--record FILE`: the files of a run are added up before it and after, and what came of it is put beside the output.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::load::SHIPPED;
use super::output::{Inputs, Target};
use super::{Failure, Setting, shown};
use crate::args::Screening;
use crate::catalogue::{commands, record as words, records};
use crate::diagnostic::{Diagnostic, Place};
use crate::pipeline::Stopped;
use crate::record::{Counts, File, FileSum, Record, way};
use crate::view::Foot;

/// A record that is to be written, and the files of its run.
pub(super) struct Recorder {
    target: Target,
    folder: PathBuf,
    inputs: Vec<File>,
    criteria: File,
    decisions: Vec<File>,
}

impl Recorder {
    /// Adds up the files that are to be read.
    ///
    /// # Errors
    /// A file that cannot be read twice, or a place where no record can be.
    pub(super) fn new(record: &Path, asked: &Screening, output: &Target, inputs: &Inputs) -> Result<Self, Failure> {
        let target = Target::of(Some(record), inputs)?;
        let Some(place) = target.place().filter(|_| record != Path::new("-")) else {
            return Err(Failure::Usage(words::record_needs_file()));
        };
        if output.place() == Some(place) {
            return Err(Failure::Usage(words::record_is_output(shown(record))));
        }
        let folder = place.parent().map(Path::to_owned).unwrap_or_default();
        let files = &asked.files;
        let stdin = [PathBuf::from("-")];
        let files = if files.is_empty() { &stdin[..] } else { files };
        let inputs = files.iter().map(|path| file(path, &folder)).collect::<Result<_, _>>()?;
        let criteria = match &asked.asked.criteria {
            Some(path) => file(path, &folder)?,
            None => unnamed(FileSum::of(SHIPPED.as_bytes())),
        };
        let decisions = asked.asked.decisions.iter().map(|path| file(path, &folder)).collect::<Result<_, _>>()?;
        Ok(Self { target, folder, inputs, criteria, decisions })
    }

    /// Refuses files that changed meanwhile.
    ///
    /// # Errors
    /// That it is so.
    pub(super) fn still(&self) -> Result<(), Failure> {
        for known in self.inputs.iter().chain(std::iter::once(&self.criteria)).chain(&self.decisions) {
            let (Some(place), Some(name)) = (known.place(&self.folder), known.name.as_deref()) else { continue };
            if FileSum::of_file(&place).ok().is_none_or(|now| !known.has(&now)) {
                let problem = Diagnostic::error("changed-meanwhile", words::changed_meanwhile(name));
                return Err(problem.at(Place::file(name)).help(words::changed_meanwhile_help()).into());
            }
        }
        Ok(())
    }

    /// What was written, and where.
    ///
    /// # Errors
    /// A place that the record cannot tell.
    pub(super) fn output(&self, output: Option<&Path>, sum: FileSum) -> Result<File, Failure> {
        match output.filter(|path| path.is_file()) {
            Some(path) => named(path, &self.folder, sum),
            None => Ok(unnamed(sum)),
        }
    }

    /// Writes the record of this run.
    ///
    /// # Errors
    /// A place that cannot be written.
    pub(super) fn write(self, run: Run<'_>, inputs: &Inputs, setting: &Setting) -> Result<(), Failure> {
        let Self { target, inputs: files, criteria, decisions, .. } = self;
        let record = Record {
            record: crate::record::VERSION,
            screen: env!("CARGO_PKG_VERSION").to_owned(),
            inputs: files,
            criteria,
            decisions,
            options: run.options,
            as_of: run.as_of.to_string(),
            as_of_source: run.as_of_source.to_owned(),
            counts: counts(run.foot),
            output: run.output,
        };
        let failed = |error| Failure::from(Stopped::Output(error));
        let mut sink = target.open(inputs, &setting.unfinished)?;
        record.document().and_then(|text| sink.write_all(&text)).map_err(failed)?;
        setting.tell_unless_quiet(&sink.finish()?);
        Ok(())
    }
}

/// What a record tells of a run, beside the files that were read.
pub(super) struct Run<'a> {
    pub options: crate::record::Options,
    pub as_of: chrono::NaiveDate,
    pub as_of_source: &'static str,
    pub foot: &'a Foot,
    pub output: File,
}

/// How many candidates there are.
pub(super) fn counts(foot: &Foot) -> Counts {
    let [eligible, review, not_eligible] = foot.by_status;
    Counts { candidates: foot.candidates, eligible, review, not_eligible, shown: foot.shown }
}

fn unnamed(FileSum { sha256, bytes }: FileSum) -> File {
    File { name: None, path: None, sha256, bytes }
}

/// A file that is read, with its sum.
fn file(path: &Path, folder: &Path) -> Result<File, Failure> {
    let name = shown(path);
    let once = |name: &str| Diagnostic::error("read-once", words::read_once(name)).help(words::read_once_help());
    if path == Path::new("-") {
        return Err(once(&commands::stdin().en).into());
    }
    let sum = FileSum::of_file(path).map_err(|error| {
        let problem = match error.kind() {
            io::ErrorKind::Unsupported => once(&name),
            io::ErrorKind::NotFound => {
                Diagnostic::error("no-file", records::no_file(&name)).help(records::no_file_help())
            }
            io::ErrorKind::IsADirectory => {
                Diagnostic::error("directory", records::directory(&name)).help(records::directory_help())
            }
            _ => super::cannot_read(&error, &name),
        };
        Failure::from(problem.at(Place::file(&name)))
    })?;
    named(path, folder, sum)
}

/// A file by its name as given and the way to it.
fn named(path: &Path, folder: &Path, FileSum { sha256, bytes }: FileSum) -> Result<File, Failure> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let place = std::fs::canonicalize(parent).ok().zip(path.file_name()).map(|(parent, name)| parent.join(name));
    let told = place.and_then(|place| way(folder, &place)).zip(path.to_str());
    let Some((way, name)) = told else {
        let problem = Diagnostic::error("no-way", words::no_way(shown(path)));
        return Err(problem.at(Place::file(&shown(path))).into());
    };
    Ok(File { name: Some(name.to_owned()), path: Some(way), sha256, bytes })
}
