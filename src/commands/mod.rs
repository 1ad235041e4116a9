//! What the program does: one file for each command, each reading like a table of contents.

mod ask;
mod audit;
mod check;
mod compare;
mod completions;
mod cut;
mod diff;
mod explain;
mod find;
mod gather;
mod init;
mod load;
mod man;
mod merge;
mod output;
mod part;
mod posting;
mod preview;
mod progress;
mod prompt;
mod record;
mod robust;
mod schema;
mod screen;
mod settle;
mod verify;

use std::collections::HashMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use self::output::Unfinished;
use crate::args::{self, Args, Before, Command, Parsed, Screening, Voice};
use crate::catalogue::{Text, commands as words, records, system};
use crate::config::{self, Config};
use crate::diagnostic::Diagnostic;
use crate::exit::Exit;
use crate::pipeline::Stopped;
use crate::render::problems;

/// What stopped a command, told already or to be told.
#[derive(Debug)]
enum Failure {
    /// The files or the criteria cannot be used.
    Problems(Vec<Diagnostic>),
    /// The command line cannot be meant.
    Usage(Text),
    /// Somebody stopped it.
    Interrupted,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Problems(problems) => write!(f, "{} problems", problems.len()),
            Self::Usage(text) => f.write_str(&text.en),
            Self::Interrupted => f.write_str("interrupted"),
        }
    }
}

impl std::error::Error for Failure {}

impl From<Diagnostic> for Failure {
    fn from(problem: Diagnostic) -> Self {
        Self::Problems(vec![problem])
    }
}

impl From<Stopped> for Failure {
    fn from(stopped: Stopped) -> Self {
        match stopped {
            Stopped::Problem(problem) => (*problem).into(),
            Stopped::Output(error) => {
                let problem = Diagnostic::error("cannot-write", words::cannot_write_on(system::why(&error)));
                problem.help(system::help(&error).unwrap_or_else(words::cannot_write_help)).into()
            }
            Stopped::Spill(error) => {
                let problem = Diagnostic::error("no-room", records::spool_failed(system::why(&error)));
                problem.help(records::spool_failed_help()).into()
            }
            Stopped::Interrupted => Self::Interrupted,
        }
    }
}

/// Of mistakes in the criteria and in what a file's header lacks, so many are told one by one.
const MOST_TOLD: usize = 50;

/// What every command is given.
struct Setting {
    config: Config,
    stop: Arc<AtomicBool>,
    unfinished: Unfinished,
    /// Where files are that are called otherwise than where they are: those of a record, by their names.
    elsewhere: HashMap<PathBuf, PathBuf>,
}

/// Reads the command line, its first word the program's name, and does what it asks.
#[must_use]
pub fn start(mut argv: Vec<OsString>) -> Exit {
    config::called(&argv);
    tell_of_files_too_large();
    if argv.len() == 1 && config::input_is_terminal() {
        // Nothing is asked and nothing will come: what can be asked helps more than an error.
        argv.push("-h".into());
    }
    let lang = config::first_lang(&argv);
    let early = || Setting::new(Config::new(&Voice::before(lang)));
    let before = Before { lang, width: config::help_width(), set: config::is_set };
    match args::parse(&argv, before) {
        Parsed::Args(args) => run(*args),
        Parsed::Show(text) => {
            let setting = early();
            setting.show(&text).unwrap_or_else(|error| setting.fail(&error))
        }
        Parsed::Wrong(problem) => {
            early().tell(&[*problem]);
            Exit::Usage
        }
    }
}

/// A write beyond the system's limit on files is an error to be told, not the end of the program. Holds for threads
/// that are started from now on.
fn tell_of_files_too_large() {
    #[cfg(unix)]
    {
        use nix::sys::signal::{SigSet, Signal};
        let _ = SigSet::from(Signal::SIGXFSZ).thread_block();
    }
}

/// Does what the command line asks.
fn run(args: Args) -> Exit {
    let setting = Setting::new(Config::new(&args.voice));
    let lang = setting.config.lang;
    setting.heed_interruptions();
    let done = match args.command {
        None => mistyped(&args.screening).and_then(|()| match args.screening.output.for_merge {
            true => part::run(&args.screening, &setting),
            false => screen::run(&args.screening, &setting),
        }),
        Some(Command::Explain(explain)) => explain::run(&explain, &setting),
        Some(Command::Compare(compare)) => compare::run(&compare, &setting),
        Some(Command::Check(check)) => check::run(&check, &setting),
        Some(Command::Settle(asked)) => settle::run(&asked, &setting),
        Some(Command::Diff(asked)) => diff::run(&asked, &setting),
        Some(Command::Audit(asked)) => audit::run(&asked, &setting),
        Some(Command::Robust(asked)) => robust::run(&asked, &setting),
        Some(Command::Merge(asked)) => merge::run(&asked, &setting),
        Some(Command::Init(init)) => init::run(&init, &setting),
        Some(Command::Words(asked)) => cut::run(&asked, &setting),
        Some(Command::Verify(asked)) => verify::run(&asked, &setting),
        Some(Command::Schema(asked)) => schema::run(asked),
        Some(Command::Completions(completions)) => completions::run(&completions, &setting),
        Some(Command::Man) => man::run(lang),
    };
    done.unwrap_or_else(|error| setting.fail(&error))
}

/// A command that is not spelled right is taken for a file, which is then not there: that is told with the command.
fn mistyped(asked: &Screening) -> anyhow::Result<()> {
    let Some(first) = asked.files.first().filter(|first| !first.exists()) else { return Ok(()) };
    let name = shown(first);
    let Some(command) = args::near_command(&name) else { return Ok(()) };
    let problem = Diagnostic::error("no-file", crate::catalogue::records::no_file(&name));
    let problem = problem.help(crate::catalogue::args::did_you_mean_command(command));
    Err(Failure::from(problem).into())
}

impl Setting {
    fn new(config: Config) -> Self {
        Self { config, stop: Arc::default(), unfinished: Unfinished::default(), elsewhere: HashMap::new() }
    }

    /// Where the file of this name is.
    fn place<'a>(&'a self, name: &'a Path) -> &'a Path {
        self.elsewhere.get(name).map_or(name, PathBuf::as_path)
    }

    /// Shows a styled text on standard output, without its styles where they are not wanted.
    fn show(&self, text: &str) -> anyhow::Result<Exit> {
        let plain = (!self.config.output.colour).then(|| anstream::adapter::strip_str(text).to_string());
        self.say(plain.as_deref().unwrap_or(text))
    }

    /// Writes a text for people on standard output.
    fn say(&self, text: &str) -> anyhow::Result<Exit> {
        output::to_stdout(self.config.output.letters(text).as_bytes())
    }

    /// Ctrl-C asks the run to stop; one that does not within a moment (it waits for input, say) is ended.
    fn heed_interruptions(&self) {
        const MOMENT: Duration = Duration::from_millis(30);
        let (stop, unfinished) = (Arc::clone(&self.stop), Arc::clone(&self.unfinished));
        // Without a handler the system's own way to stop is left, which keeps no promise but does stop. One whose thread
        // the system refuses would be deaf.
        if std::thread::Builder::new().spawn(|| {}).is_err() {
            return;
        }
        let _ = ctrlc::set_handler(move || {
            stop.store(true, Ordering::Relaxed);
            std::thread::sleep(MOMENT);
            // Held to the end: nothing is put in its place any more.
            let _held = output::remove(&unfinished);
            std::process::exit(i32::from(Exit::Interrupted.code()));
        });
    }

    /// Tells problems on standard error.
    fn tell(&self, told: &[Diagnostic]) {
        self.tell_first(told, Some(MOST_TOLD));
    }

    fn tell_first(&self, told: &[Diagnostic], most: Option<usize>) {
        let Config { lang, errors, .. } = self.config;
        // Where standard error is gone there is nobody to tell.
        let _ = problems::draw(told, most, lang, errors, &mut std::io::stderr().lock());
    }

    /// Tells one problem on standard error in a line, even where nobody wants notes.
    fn tell_in_a_line(&self, problem: &Diagnostic) {
        let Config { lang, errors, .. } = self.config;
        let _ = problems::line(problem, lang, errors, &mut std::io::stderr().lock());
    }

    /// Tells problems on standard error; notes only where somebody wants them.
    fn tell_unless_quiet(&self, told: &[Diagnostic]) {
        if !self.config.quiet && !told.is_empty() {
            self.tell(told);
        }
    }

    /// Tells all problems in the data, however many, unless nobody wants them.
    fn tell_data(&self, told: &[Diagnostic]) {
        if !self.config.quiet && !told.is_empty() {
            self.tell_first(told, None);
        }
    }

    fn fail(&self, error: &anyhow::Error) -> Exit {
        match error.downcast_ref::<Failure>() {
            Some(Failure::Problems(problems)) => {
                self.tell(problems);
                Exit::Unusable
            }
            Some(Failure::Usage(text)) => {
                let help = self.config.command.as_ref().map_or_else(words::usage_help, words::usage_help_of);
                self.tell(&[Diagnostic::error("usage", text.clone()).help(help)]);
                Exit::Usage
            }
            Some(Failure::Interrupted) => Exit::Interrupted,
            None => {
                let system = error.downcast_ref::<std::io::Error>().map(system::why);
                self.tell(&[Diagnostic::error("failed", system.unwrap_or_else(|| Text::same(format!("{error:#}"))))]);
                Exit::Unusable
            }
        }
    }
}

/// A file beside the candidates' that cannot be read.
fn cannot_read(error: &std::io::Error, name: &str) -> Diagnostic {
    let problem = Diagnostic::error("cannot-read", words::cannot_read(name, system::why(error)));
    problem.help(system::help(error).unwrap_or_else(records::read_failed_help))
}

/// Paths as a user gave them.
fn shown(path: &Path) -> String {
    path.display().to_string()
}
