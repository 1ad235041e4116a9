//! `screen init [FILE]`: a criteria file to start from.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::ask::Asker;
use super::ask::say;
use super::output::{CRITERIA_ENDINGS, Inputs, Target, by_ending};
use super::preview::KeptRows;
use super::{Failure, Setting, load, posting, shown};
use crate::args::{Init, again};
use crate::catalogue::{PROGRAM, commands as files, init as words};
use crate::diagnostic::{Diagnostic, Place};
use crate::exit::Exit;
use crate::pipeline::Stopped;
use crate::propose::{self, PostingSaid, Survey};
use crate::records::{self, Chunk, RowReader};

pub(super) fn run(asked: &Init, setting: &Setting) -> anyhow::Result<Exit> {
    let inputs = Inputs::of(asked.file.as_deref());
    by_ending(asked.output.as_deref(), &[((), CRITERIA_ENDINGS)], words::criteria_ending_help)
        .map_err(anyhow::Error::from)?;
    let target = Target::of(asked.output.as_deref(), &inputs).map_err(Failure::from)?;
    if let (Some(path), Target::At(_)) = (&asked.output, &target)
        && path.symlink_metadata().is_ok()
    {
        let problem = Diagnostic::error("already-there", words::already_there(shown(path)));
        return Err(Failure::from(problem.help(words::already_there_help())).into());
    }
    let (text, path) = match &asked.file {
        None => (propose::example(setting.config.lang), None),
        Some(file) => proposed(asked, file, setting).inspect_err(|failure| {
            if let Failure::Interrupted = failure {
                say(&words::stopped(), setting);
            }
        })?,
    };
    let target = match &path {
        Some(path) => Target::of(Some(path), &inputs).map_err(Failure::from)?,
        None => target,
    };
    let written = path.or_else(|| asked.output.clone()).filter(|_| matches!(target, Target::At(_)));
    let mut sink = target.open(&inputs, &setting.unfinished).map_err(Failure::from)?;
    match sink.write_all(text.as_bytes()) {
        Err(_) if sink.closed() => {}
        done => {
            done.map_err(|error| Failure::from(Stopped::Output(error)))?;
            sink.finish()?;
        }
    }
    if let Some(path) = written.filter(|_| !setting.config.quiet) {
        tell_what_is_next(asked, &path, setting);
    }
    Ok(Exit::Well)
}

/// Tells where the criteria were written, and the command that ranks with them; without a posting, the one that reads it.
fn tell_what_is_next(asked: &Init, path: &Path, setting: &Setting) {
    let lang = setting.config.lang;
    let file = asked.file.as_deref().filter(|file| *file != Path::new("-"));
    let placeholder = files::file_word();
    let file = file.map_or_else(|| placeholder.to(lang).to_owned(), again::path);
    let command = |words: &[&str]| {
        let words = words.iter().map(|word| (*word).to_owned()).chain(asked.input.again());
        again::command(words, placeholder.to(lang))
    };
    let rank = command(&[PROGRAM.name(), "-c", &again::path(path), &file]);
    say(&words::written(shown(path), rank), setting);
    if asked.posting.is_none() && asked.file.is_some() {
        let posting = files::posting_name();
        say(&words::with_a_posting(command(&[PROGRAM.name(), "init", &file, "--posting", posting.to(lang)])), setting);
    }
}

/// The file that is proposed, after the questions that somebody can answer, and where it is to be written, where that was
/// one of them.
fn proposed(asked: &Init, file: &Path, setting: &Setting) -> Result<(String, Option<PathBuf>), Failure> {
    let asker = (setting.config.answers && !asked.yes).then(|| Asker::new(setting));
    let LookedFile { name, survey, rows } = survey(asked, setting, asker.is_some())?;
    let read = asked.posting.as_deref().map(|path| posting::read(path, setting)).transpose()?;
    let mut posting = read.as_ref().map(PostingSaid::from).unwrap_or_default();
    if let Some(asker) = &asker {
        asker.posting(&mut posting)?;
    }
    let today = setting.config.today;
    let as_of = posting.deadline.or_else(|| propose::last_day(&survey, today)).unwrap_or(today);
    let mut draft = match &read {
        Some(read) => {
            let open = propose::open_questions(&survey, read, as_of);
            let choices = asker.as_ref().map(|asker| asker.columns(&open)).transpose()?.unwrap_or_default();
            propose::draft_for(&survey, read, as_of, &choices)
        }
        None => propose::draft(&survey, as_of),
    };
    // A deadline that somebody typed is not lost where no column says when an application came.
    if posting.deadline.is_some() && !draft.holds_a_deadline() {
        draft.wait_for_the_day(String::new());
    }
    if draft.knows_nobody() {
        let warning = Diagnostic::warning("no-identity", words::knows_nobody(&name));
        setting.tell_unless_quiet(&[warning.help(words::knows_nobody_help())]);
    }
    if let Some(asker) = &asker {
        match &read {
            Some(_) => asker.open_bounds(&mut draft, &posting, &rows, as_of)?,
            None => asker.needs(&mut draft, &posting, &rows, as_of)?,
        }
    }
    if read.is_some() {
        posting::tell(&draft, &posting, setting);
    }
    let path = match &asker {
        Some(asker) if asked.output.is_none() => asker.output(file)?,
        _ => None,
    };
    Ok((propose::file(&draft, &posting, &name, setting.config.lang), path))
}

/// A file that was looked at.
struct LookedFile {
    /// Its name.
    name: String,
    /// What its columns hold.
    survey: Survey,
    /// Its rows, where criteria are to be tried on them.
    rows: KeptRows,
}

/// Looks at a file; its rows are kept where criteria are to be tried on them.
fn survey(asked: &Init, setting: &Setting, keep: bool) -> Result<LookedFile, Failure> {
    let options = load::options(&asked.input);
    let (name, input) = load::input(asked.file.as_deref().unwrap_or(Path::new("-")), setting)?;
    let mut source = records::open(input, &name, &options, true)?;
    setting.tell_unless_quiet(source.notes());
    let mut survey = Survey::new(source.header(), source.questions());
    let mut rows = KeptRows { header: source.header().to_vec(), cells: Vec::new(), broken: 0 };
    let mut reader = RowReader::new(source.dialect());
    let mut chunk = Chunk::default();
    let mut more = true;
    while more && source.next(&mut chunk)? {
        reader.rows(&chunk, |row| {
            if !more {
                return;
            }
            if row.trouble.is_some() {
                survey.add_broken();
                return;
            }
            more = survey.add(|at| row.get(at));
            if keep && more {
                rows.cells.push((0..rows.header.len()).map(|at| row.get(at).to_owned()).collect());
            }
        });
    }
    setting.tell_unless_quiet(source.late_note().as_slice());
    let broken = survey.broken();
    rows.broken = broken;
    if broken > survey.rows().max(1) {
        let problem = Diagnostic::error("no-table", words::ragged(survey.rows() + broken, broken));
        return Err(problem.at(Place::file(&name)).help(crate::catalogue::records::blocks_help()).into());
    }
    if survey.rows() == 0 {
        let problem = Diagnostic::error("no-candidates", crate::catalogue::records::header_only());
        return Err(problem.at(Place::file(&name)).into());
    }
    Ok(LookedFile { name, survey, rows })
}
