//! The command line as typed. The only room that knows clap.
//!
//! What is said about each part is not here but in [`crate::catalogue::args`], in both languages; the comments on the
//! fields below are for readers of the code.

pub(crate) mod again;
mod asked;
mod commands;
mod help;
mod recorded;
mod screening;
mod values;
mod wrong;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{ArgAction, Args as ClapArgs, FromArgMatches, Parser, Subcommand, ValueEnum};

pub(crate) use self::asked::{InputArgs, InputFormat, MissingColumns, PostingArgs, ReadingArgs, StageArg, WhenArgs};
pub(crate) use self::commands::{
    AccountFormat, AuditArgs, CheckArgs, CheckFormat, Compare, Diff, DiffFormat, Explain, FiguresFormat, Init, Judging,
    Merge, Robust, Schema, Settle, Verify, WordsArgs, WrittenArgs,
};
pub(crate) use self::help::{completions, manual};
pub(crate) use self::screening::{FormatArg, Output, ReaderArg, Screening, SortArg, StatusArg};
use self::values::value_name;
use crate::catalogue::Lang;
use crate::diagnostic::Diagnostic;

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

/// Ranks applicants against a posting's required qualifications and shows why.
#[derive(Debug, Parser)]
#[command(
    name = "screen",
    version,
    styles = STYLES,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub(crate) struct Args {
    /// What to do other than to screen.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How to screen.
    #[command(flatten)]
    pub screening: Screening,
    /// How to speak.
    #[command(flatten)]
    pub voice: Voice,
    /// Which version this is.
    #[arg(long, short = 'V', action = ArgAction::Version, hide_short_help = true, help_heading = "How it speaks")]
    version: Option<bool>,
}

impl Args {
    /// Notes what was typed and what comes from the environment: a criteria file's path that is wrong is told of where it
    /// comes from, and a command line to be typed again needs no more than was typed.
    fn note_what_was_typed(&mut self, matches: &clap::ArgMatches) {
        use clap::parser::ValueSource::{CommandLine, EnvVariable};
        let below = matches.subcommand().map(|(_, matches)| matches);
        let of = |matches: &clap::ArgMatches| matches.value_source("lang") == Some(CommandLine);
        self.voice.lang_typed = of(matches) || below.is_some_and(of);
        self.voice.command = matches.subcommand_name().map(str::to_owned);
        let (asked, matches) = match (&mut self.command, matches.subcommand()) {
            (Some(Command::Explain(explain)), Some((_, matches))) => (&mut explain.judging.asked, matches),
            (Some(Command::Diff(diff)), Some((_, matches))) => (&mut diff.asked, matches),
            (Some(Command::Audit(audit)), Some((_, matches))) => (&mut audit.asked, matches),
            (Some(Command::Robust(robust)), Some((_, matches))) => (&mut robust.judging.asked, matches),
            (Some(Command::Settle(settle)), Some((_, matches))) => (&mut settle.asked, matches),
            (Some(Command::Compare(compare)), Some((_, matches))) => (&mut compare.judging.asked, matches),
            (None, _) => (&mut self.screening.asked, matches),
            _ => return,
        };
        let set = matches.value_source("criteria") == Some(EnvVariable);
        asked.criteria_from = set.then_some(CRITERIA_VARIABLE);
    }
}

/// What the program can do other than to screen.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// One candidate's whole account, and what would change it
    Explain(Explain),
    /// Why one candidate stands above another
    Compare(Compare),
    /// Whether a criteria file is right, and how it binds to a candidates' file
    Check(CheckArgs),
    /// What is open, settled by a person, one question after the other
    Settle(Settle),
    /// What differs between two outputs, or under other rules
    Diff(Diff),
    /// Rates and ratios of groups, as ranges over what is open
    Audit(AuditArgs),
    /// Whether other weights or answers would give another list
    Robust(Robust),
    /// Parts of a run, ranked as one list
    Merge(Merge),
    /// A criteria file to start from, made from a candidates' file
    Init(Init),
    /// How cells are cut, and what their words are taken for
    Words(WordsArgs),
    /// Whether a recorded run is still the same
    Verify(Verify),
    /// The JSON Schema of the criteria file, for editors
    Schema(Schema),
    /// Completions for a shell
    Completions(Completions),
    /// The manual page
    Man,
}

/// To complete the command line.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL", hide_possible_values = true)]
    pub shell: clap_complete::Shell,
    /// A criteria file whose ids are completed, too
    #[arg(long, short, value_name = "FILE")]
    pub criteria: Option<PathBuf>,
}

/// In what language, how loudly, in what colours.
#[derive(Clone, Debug, ClapArgs)]
#[command(next_help_heading = "How it speaks")]
pub(crate) struct Voice {
    /// The language of labels and sentences: `en` or `fr`
    #[arg(long, global = true, value_name = "LANG", env = "SCREEN_LANG", hide_env = true, hide_possible_values = true)]
    pub lang: Option<LangArg>,
    /// Whether it was typed, and does not come from the environment.
    #[arg(skip)]
    pub lang_typed: bool,
    /// The command that was typed.
    #[arg(skip)]
    pub command: Option<String>,
    /// When to use colour
    #[arg(
        long,
        hide_short_help = true,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub color: Colour,
    /// No progress, no notes
    #[arg(long, hide_short_help = true, short, global = true)]
    pub quiet: bool,
    /// What can be typed.
    #[arg(long, short, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

impl Voice {
    /// How to speak while the command line is not understood.
    #[must_use]
    pub(crate) fn before(lang: Lang) -> Self {
        let lang = match lang {
            Lang::En => LangArg::En,
            Lang::Fr => LangArg::Fr,
        };
        Self { lang: Some(lang), lang_typed: false, command: None, color: Colour::Auto, quiet: false, help: None }
    }
}

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LangArg {
    /// English
    En,
    /// French
    Fr,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The variable of the environment that names the criteria file.
pub(crate) const CRITERIA_VARIABLE: &str = "SCREEN_CRITERIA";

/// What a command line comes to.
#[derive(Debug)]
pub(crate) enum Parsed {
    /// Something to do.
    Args(Box<Args>),
    /// Something to show: help or the version; styled for a terminal.
    Show(String),
    /// Something that cannot be meant.
    Wrong(Box<Diagnostic>),
}

/// What is known before a command line is understood.
#[derive(Clone, Copy)]
pub(crate) struct Before {
    /// The language it is answered in.
    pub lang: Lang,
    /// How many columns help may take.
    pub width: usize,
    /// Whether an environment variable is set to something.
    pub set: fn(&std::ffi::OsStr) -> bool,
}

/// The command line as `--help` would be asked for, where it says `help` or `help COMMAND`.
fn asks_for_help(argv: &[OsString]) -> Option<Vec<OsString>> {
    let takes_value = |word: &OsString| word == "--lang" || word == "--color";
    let is_first = |at: &usize| {
        let before = at.checked_sub(1).and_then(|before| argv.get(before));
        !argv[*at].to_string_lossy().starts_with('-') && !before.is_some_and(takes_value)
    };
    let at = (1..argv.len()).find(is_first).filter(|at| argv[*at] == "help")?;
    let others = argv.iter().enumerate().filter(|(nth, _)| *nth != at).map(|(_, word)| word.clone());
    Some(others.chain(["--help".into()]).collect())
}

/// Reads a command line, its first word the program's name.
#[must_use]
pub(crate) fn parse(argv: &[OsString], before: Before) -> Parsed {
    let asked = asks_for_help(argv);
    let argv = asked.as_deref().unwrap_or(argv);
    let command = help::command(before.lang, before.width);
    // An empty variable is one that is not set.
    let heeded = |arg: clap::Arg| {
        let unset = arg.get_env().is_some_and(|name| !(before.set)(name));
        if unset { arg.env(clap::builder::Resettable::Reset) } else { arg }
    };
    let mut command = command.mut_args(heeded).mut_subcommands(|sub| sub.mut_args(heeded));
    command.build();
    let parsed = command.clone().try_get_matches_from(argv).and_then(|matches| {
        before_command(&command, &matches)?;
        let mut args = Args::from_arg_matches(&matches)?;
        args.note_what_was_typed(&matches);
        Ok(args)
    });
    match parsed {
        Ok(args) => Parsed::Args(Box::new(args)),
        Err(error) if error.use_stderr() => Parsed::Wrong(Box::new(wrong::told(&error, &command, argv))),
        Err(error) => Parsed::Show(error.render().ansi().to_string()),
    }
}

/// An option that stands before a command and is not one for all commands would be lost: that is told instead.
fn before_command(command: &clap::Command, matches: &clap::ArgMatches) -> Result<(), clap::Error> {
    let typed = |arg: &&clap::Arg| {
        !arg.is_global_set()
            && matches.value_source(arg.get_id().as_str()) == Some(clap::parser::ValueSource::CommandLine)
    };
    let Some((name, _)) = matches.subcommand() else { return Ok(()) };
    let Some(arg) = command.get_arguments().find(typed) else { return Ok(()) };
    Err(wrong::misplaced(&arg.to_string(), name))
}

/// The command that a word was meant to be, where it is near enough to one.
#[must_use]
pub(crate) fn near_command(word: &str) -> Option<String> {
    let command = <Args as clap::CommandFactory>::command();
    wrong::near_command(word, command.get_subcommands().map(clap::Command::get_name)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::catalogue::args::{ABOUTS, ARGS, HEADINGS, HelpEntry, MORE, VALUES};

    #[test]
    fn the_command_line_is_consistent() {
        Args::command().debug_assert();
        for lang in [Lang::En, Lang::Fr] {
            help::command(lang, 80).debug_assert();
        }
    }

    fn before(lang: Lang) -> Before {
        Before { lang, width: 80, set: |_| false }
    }

    /// What the catalogue is asked for: commands, arguments, headings, values.
    fn asked() -> [Vec<String>; 4] {
        let root = Args::command();
        let (mut commands, mut args) = (vec!["screen".to_owned()], Vec::new());
        let (mut headings, mut values) = (vec!["Arguments".to_owned(), "Options".to_owned()], Vec::new());
        let mut each = |command: &clap::Command, name: &str| {
            for arg in command.get_arguments() {
                let own = format!("{name} {}", arg.get_id());
                let known = ARGS.iter().any(|entry| entry.id == own);
                args.push(if known { own } else { arg.get_id().to_string() });
                headings.extend(arg.get_help_heading().map(str::to_owned));
                let names = arg.get_value_names().filter(|_| arg.get_action().takes_values());
                values.extend(names.into_iter().flatten().map(ToString::to_string));
            }
        };
        each(&root, "");
        for sub in root.get_subcommands() {
            commands.push(sub.get_name().to_owned());
            each(sub, sub.get_name());
        }
        let set = |mut names: Vec<String>| {
            names.sort();
            names.dedup();
            names
        };
        [set(commands), set(args), set(headings), set(values)]
    }

    #[test]
    fn every_part_is_told_in_both_languages_and_nothing_else_is() {
        for (asked, table) in asked().into_iter().zip([ABOUTS, ARGS, HEADINGS, VALUES]) {
            let mut told: Vec<&str> = table.iter().map(|entry| entry.id).collect();
            told.sort_unstable();
            assert_eq!(asked, told);
        }
        let args = asked()[1].clone();
        assert!(MORE.iter().all(|entry| args.iter().any(|id| id == entry.id)), "more is told of what there is");
        let empty = |entry: &&HelpEntry| entry.en.is_empty() || entry.fr.is_empty();
        assert!([ABOUTS, ARGS, HEADINGS, VALUES, MORE].iter().all(|table| !table.iter().any(|entry| empty(&entry))));
    }

    #[test]
    fn help_is_short_in_both_languages() {
        for lang in [Lang::En, Lang::Fr] {
            let Parsed::Show(text) = parse(&["screen".into(), "-h".into()], before(lang)) else { panic!("no help") };
            let text = anstream::adapter::strip_str(&text).to_string();
            assert!(text.lines().count() <= 35, "{text}");
            assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        }
    }

    #[test]
    fn an_option_may_stand_on_either_side_of_a_command_only_if_it_is_for_all_of_them() {
        let parse = |line: &str| {
            let argv: Vec<OsString> = line.split(' ').map(Into::into).collect();
            super::parse(&argv, before(Lang::En))
        };
        for line in ["screen --lang fr explain a b", "screen explain a b --lang fr", "screen explain --lang fr a b"] {
            match parse(line) {
                Parsed::Args(args) => {
                    assert_eq!(args.voice.lang, Some(LangArg::Fr), "{line}");
                    assert!(matches!(args.command, Some(Command::Explain(_))), "{line}");
                }
                other => panic!("{line}: {other:?}"),
            }
        }
        for line in ["screen --top 3 explain a b", "screen -c x explain a b", "screen --blind check"] {
            assert!(matches!(parse(line), Parsed::Wrong(_)), "{line}");
        }
        // A file that has a command's name is a file after another file.
        assert!(matches!(parse("screen a.csv check"), Parsed::Args(args) if args.screening.files.len() == 2));
    }
}
