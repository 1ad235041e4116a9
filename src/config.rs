//! The command line as meant: what the terminal, the environment and the clock say is asked here and nowhere below.

use std::ffi::OsString;
use std::io::IsTerminal;
use std::num::NonZero;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Local, NaiveDate};

use crate::args::{Colour, LangArg, Voice};
use crate::catalogue::{Lang, program};
use crate::render::Terminal;
use crate::streams;

/// What a run needs to know of the world around it.
#[derive(Clone, Debug)]
pub(crate) struct Config {
    /// The language of sentences.
    pub lang: Lang,
    /// Whether it was typed.
    pub lang_typed: bool,
    /// The command that was typed.
    pub command: Option<String>,
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
    /// Whether standard input was closed when the program started.
    pub input_is_closed: bool,
    /// No progress, no notes.
    pub quiet: bool,
    /// How many threads there are.
    pub cores: usize,
    /// Today, where the program runs.
    pub today: NaiveDate,
    /// Who uses it, as far as the environment says.
    pub user: Option<String>,
}

/// How wide a table may be where nobody says.
const WIDTH: usize = 80;

impl Config {
    /// From the command line and the world.
    #[must_use]
    pub(crate) fn new(voice: &Voice) -> Self {
        let output_is_terminal = std::io::stdout().is_terminal();
        let watched = std::io::stderr().is_terminal();
        let input_is_terminal = input_is_terminal();
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse::<usize>().ok());
        let width = |on: bool, size: Option<(terminal_size::Width, terminal_size::Height)>| {
            let size = size.filter(|_| on).map(|(width, _)| usize::from(width.0));
            columns.or(size).filter(|width| *width > 0).unwrap_or(WIDTH)
        };
        let unicode = shows_unicode(|name| std::env::var(name).ok());
        let wanted = |choice: anstream::ColorChoice| match voice.color {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => forced(|name| std::env::var(name).ok()).unwrap_or(choice != anstream::ColorChoice::Never),
        };
        Self {
            lang: lang(voice.lang),
            lang_typed: voice.lang_typed,
            command: voice.command.clone(),
            output: Terminal {
                width: width(output_is_terminal, terminal_size::terminal_size_of(std::io::stdout())),
                colour: wanted(anstream::AutoStream::choice(&std::io::stdout())),
                unicode,
            },
            errors: Terminal {
                width: width(watched, terminal_size::terminal_size_of(std::io::stderr())),
                colour: wanted(anstream::AutoStream::choice(&std::io::stderr())),
                unicode,
            },
            watched,
            answers: input_is_terminal && watched,
            input_is_terminal,
            input_is_closed: streams::input_was_closed(),
            quiet: voice.quiet,
            cores: std::thread::available_parallelism().map_or(1, NonZero::get),
            today: day(SystemTime::now()),
            user: user(),
        }
    }

    /// Now, where the program runs, as RFC 3339 writes it.
    #[must_use]
    pub(crate) fn moment(&self) -> String {
        Local::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    }
}

/// Who decides: the name in `SCREEN_BY`, else the login name.
fn user() -> Option<String> {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    ["SCREEN_BY", "LOGNAME", "USER", "USERNAME"].into_iter().find_map(set)
}

impl Config {
    /// The words of the command line that say the same again.
    #[must_use]
    pub(crate) fn again(&self) -> Vec<String> {
        let name = if self.lang == Lang::Fr { "fr" } else { "en" };
        if self.lang_typed { vec!["--lang".to_owned(), name.to_owned()] } else { Vec::new() }
    }
}

/// Whether standard input is a terminal.
#[must_use]
pub(crate) fn input_is_terminal() -> bool {
    std::io::stdin().is_terminal()
}

/// The day of a moment, where the program runs. A clock may stand before 1970, or beyond what a calendar has.
fn day(moment: SystemTime) -> NaiveDate {
    let seconds = |time: Duration| i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
    let since = match moment.duration_since(UNIX_EPOCH) {
        Ok(since) => seconds(since),
        Err(before) => -seconds(before.duration()) - i64::from(before.duration().subsec_nanos() > 0),
    };
    let moment = DateTime::from_timestamp(since, 0).unwrap_or_default();
    moment.with_timezone(&Local).date_naive()
}

/// Whether `FORCE_COLOR` asks for colour, or for none; `NO_COLOR` goes before it.
fn forced(variable: impl Fn(&str) -> Option<String>) -> Option<bool> {
    let set = |name| variable(name).filter(|value| !value.is_empty());
    if set("NO_COLOR").is_some() {
        return None;
    }
    set("FORCE_COLOR").map(|value| !matches!(value.as_str(), "0" | "false"))
}

/// Notes by which name the program was called: the first word of the command line, without its folders and its ending.
pub(crate) fn called(argv: &[OsString]) {
    let name = argv.first().map(Path::new).and_then(Path::file_stem).unwrap_or_default();
    program::call(&name.to_string_lossy());
}

/// Whether an environment variable is set to something.
#[must_use]
pub(crate) fn is_set(name: &std::ffi::OsStr) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// How wide help may be, before the command line is understood.
#[must_use]
pub(crate) fn help_width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse::<usize>().ok());
    let size = terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0));
    columns.or(size).filter(|width| *width > 0).unwrap_or(WIDTH)
}

/// Whether the locale's characters are Unicode's: not so in the locales `C` and `POSIX`, nor with an encoding of their
/// own. Where nothing is said of it they are.
fn shows_unicode(variable: impl Fn(&str) -> Option<String>) -> bool {
    let set = |name| variable(name).filter(|value| !value.is_empty());
    let Some(locale) = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set) else { return true };
    let locale = locale.split('@').next().unwrap_or_default();
    match locale.split_once('.') {
        Some((_, encoding)) => matches!(encoding.to_ascii_lowercase().as_str(), "utf-8" | "utf8"),
        None => !matches!(locale, "C" | "POSIX"),
    }
}

/// The language asked for, else the locale's, else English.
fn lang(asked: Option<LangArg>) -> Lang {
    match asked {
        Some(LangArg::Fr) => Lang::Fr,
        Some(LangArg::En) => Lang::En,
        None => {
            let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
            let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).unwrap_or_default();
            if locale.to_lowercase().starts_with("fr") { Lang::Fr } else { Lang::En }
        }
    }
}

/// The language of what is said before the command line is understood.
#[must_use]
pub(crate) fn first_lang(args: &[std::ffi::OsString]) -> Lang {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_those_of_the_locale() {
        let shows = |all: &'static str, characters: &'static str, lang: &'static str| {
            shows_unicode(|name| {
                let value = match name {
                    "LC_ALL" => all,
                    "LC_CTYPE" => characters,
                    _ => lang,
                };
                Some(value.to_owned())
            })
        };
        for all in ["C", "POSIX", "fr_FR.ISO-8859-1", "fr_FR.iso885915@euro", "en_US.US-ASCII"] {
            assert!(!shows(all, "C.UTF-8", "en_US.UTF-8"), "{all}");
        }
        for all in ["C.UTF-8", "C.utf8", "fr_FR.UTF-8@euro", "fr_FR", "en"] {
            assert!(shows(all, "C", "C"), "{all}");
        }
        assert!(shows("", "", "") && shows("", "C.UTF-8", "C") && !shows("", "C", "C.UTF-8") && !shows("", "", "C"));
        assert!(shows_unicode(|_| None));
    }

    #[test]
    fn colour_is_forced_unless_nobody_wants_it() {
        for (no, force, expected) in [
            ("", "", None),
            ("", "1", Some(true)),
            ("", "3", Some(true)),
            ("", "0", Some(false)),
            ("", "false", Some(false)),
            ("1", "1", None),
        ] {
            let set = |name: &str| Some(if name == "NO_COLOR" { no } else { force }.to_owned());
            assert_eq!(forced(set), expected, "{no} {force}");
        }
    }

    #[test]
    fn every_clock_has_a_day() {
        let shift = |days: u64| Duration::from_secs(days * 86_400);
        let (earlier, later) = (day(UNIX_EPOCH - shift(10)), day(UNIX_EPOCH + shift(10)));
        assert_eq!((later - earlier).num_days(), 20);
        assert_eq!(day(UNIX_EPOCH - Duration::from_nanos(1)), day(UNIX_EPOCH - Duration::from_secs(1)));
        for far in [1 << 40, 1 << 60, i64::MAX as u64] {
            let far = Duration::from_secs(far);
            UNIX_EPOCH.checked_sub(far).map(day);
            UNIX_EPOCH.checked_add(far).map(day);
        }
    }
}
