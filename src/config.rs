//! The command line as meant: what the terminal, the environment and the clock say is asked here and nowhere below.

use std::io::IsTerminal;
use std::num::NonZero;

use chrono::NaiveDate;

use crate::args::{Colour, Language, Voice};
use crate::catalogue::Lang;
use crate::render::Terminal;

/// What a run needs to know of the world around it.
#[derive(Clone, Debug)]
pub struct Config {
    /// The language of sentences.
    pub lang: Lang,
    /// Standard output as a place for tables.
    pub output: Terminal,
    /// Standard error as a place for problems.
    pub errors: Terminal,
    /// Whether somebody watches standard error.
    pub watched: bool,
    /// Whether somebody can answer questions.
    pub answers: bool,
    /// Whether standard input is a terminal, so that nothing comes from it by itself.
    pub input_is_terminal: bool,
    /// Whether standard output is a terminal.
    pub output_is_terminal: bool,
    /// No progress, no notes.
    pub quiet: bool,
    /// How many threads there are.
    pub cores: usize,
    /// Today, where the program runs.
    pub today: NaiveDate,
}

/// How wide a table may be where nobody says.
const WIDTH: usize = 80;

impl Config {
    /// From the command line and the world.
    #[must_use]
    pub fn new(voice: &Voice) -> Self {
        let output_is_terminal = std::io::stdout().is_terminal();
        let watched = std::io::stderr().is_terminal();
        let input_is_terminal = std::io::stdin().is_terminal();
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse::<usize>().ok());
        let width = |on: bool, size: Option<(terminal_size::Width, terminal_size::Height)>| {
            let size = size.filter(|_| on).map(|(width, _)| usize::from(width.0));
            columns.or(size).filter(|width| *width > 0).unwrap_or(WIDTH)
        };
        let wanted = |choice: anstream::ColorChoice| match voice.color {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => !matches!(choice, anstream::ColorChoice::Never),
        };
        Self {
            lang: lang(voice.lang),
            output: Terminal {
                width: width(output_is_terminal, terminal_size::terminal_size_of(std::io::stdout())),
                colour: wanted(anstream::AutoStream::choice(&std::io::stdout())),
                unicode: true,
            },
            errors: Terminal {
                width: width(watched, terminal_size::terminal_size_of(std::io::stderr())),
                colour: wanted(anstream::AutoStream::choice(&std::io::stderr())),
                unicode: true,
            },
            watched,
            answers: input_is_terminal && watched,
            input_is_terminal,
            output_is_terminal,
            quiet: voice.quiet,
            cores: std::thread::available_parallelism().map_or(1, NonZero::get),
            today: chrono::Local::now().date_naive(),
        }
    }
}

/// Whether an environment variable is set to something.
#[must_use]
pub fn is_set(name: &std::ffi::OsStr) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// How wide help may be, before the command line is understood.
#[must_use]
pub fn help_width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse::<usize>().ok());
    let size = terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0));
    columns.or(size).filter(|width| *width > 0).unwrap_or(WIDTH)
}

/// The language asked for, else the locale's, else English.
fn lang(asked: Option<Language>) -> Lang {
    match asked {
        Some(Language::Fr) => Lang::Fr,
        Some(Language::En) => Lang::En,
        None => {
            let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
            let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).unwrap_or_default();
            if locale.to_lowercase().starts_with("fr") { Lang::Fr } else { Lang::En }
        }
    }
}

/// The language of what is said before the command line is understood.
#[must_use]
pub fn first_lang(args: &[std::ffi::OsString]) -> Lang {
    let text = |arg: &std::ffi::OsString| arg.to_str().map(str::to_owned);
    let asked = args.iter().enumerate().find_map(|(at, arg)| match text(arg)?.strip_prefix("--lang")? {
        "" => text(args.get(at + 1)?),
        value => value.strip_prefix('=').map(str::to_owned),
    });
    match asked.or_else(|| std::env::var("SCREEN_LANG").ok()).as_deref() {
        Some("fr") => Lang::Fr,
        Some("en") => Lang::En,
        _ => lang(None),
    }
}
