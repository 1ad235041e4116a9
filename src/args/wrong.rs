//! A command line that cannot be meant, told like every other problem.

use std::error::Error as _;
use std::ffi::{OsStr, OsString};
use std::fmt;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use crate::catalogue::{PROGRAM, Text, args as words, commands as help, list_and, list_or, yaml};
use crate::diagnostic::Diagnostic;
use crate::yaml::nearest;

/// Why a value cannot be one: what to write instead.
#[derive(Clone, Debug)]
pub(super) struct Wrong(pub Text);

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.en)
    }
}

impl std::error::Error for Wrong {}

/// An option that stands before a command and has to stand after it.
pub(super) fn misplaced(option: &str, command: &str) -> Error {
    let mut error = Error::new(ErrorKind::ArgumentConflict);
    error.insert(ContextKind::InvalidArg, ContextValue::String(option.to_owned()));
    error.insert(ContextKind::InvalidSubcommand, ContextValue::String(command.to_owned()));
    error
}

/// What is wrong, and what to do about it.
pub(super) fn told(error: &Error, command: &Command, argv: &[OsString]) -> Diagnostic {
    let of = typed_command(argv, command);
    let usage = || usage_of(of);
    let arg = strings(error, ContextKind::InvalidArg).into_iter().next().unwrap_or_default();
    let name = name(&arg);
    let from = variable(name, command, argv);
    let name = from.as_deref().unwrap_or(name);
    let value = strings(error, ContextKind::InvalidValue).into_iter().next().unwrap_or_default();
    let (what, hint) = match error.kind() {
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => unknown(error, name, command, argv),
        // What stands in a place of its own and is empty has been typed so.
        ErrorKind::InvalidValue if value.is_empty() && name.starts_with(['[', '<']) => {
            (words::empty_name(name.trim_matches(['[', ']', '<', '>', '.'])), words::empty_name_help())
        }
        ErrorKind::InvalidValue if value.is_empty() => (words::no_value(name), valid(error).unwrap_or_else(usage)),
        ErrorKind::InvalidValue => {
            let known = strings(error, ContextKind::ValidValue);
            let near = nearest(&value, known.iter().map(String::as_str))
                .or_else(|| known.iter().map(String::as_str).find(|known| strsim::osa_distance(known, &value) == 1));
            let hint = near.map(yaml::did_you_mean).or_else(|| valid(error));
            (words::bad_value(name, &value), hint.unwrap_or_else(usage))
        }
        ErrorKind::ValueValidation => {
            let why = error.source().and_then(|source| source.downcast_ref::<Wrong>());
            (words::bad_value(name, &value), why.map_or_else(usage, |why| why.0.clone()))
        }
        ErrorKind::TooFewValues if let Some(ContextValue::Number(least)) = error.get(ContextKind::MinValues) => {
            let least = usize::try_from(*least).unwrap_or_default();
            (words::too_few(least, name.trim_end_matches('.')), usage())
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            (words::no_value(name), usage())
        }
        ErrorKind::TooManyValues => (words::no_value_wanted(name), usage()),
        ErrorKind::ArgumentConflict => match strings(error, ContextKind::InvalidSubcommand).first() {
            Some(before) => (words::before_command(name, before), words::after_command(before, &arg)),
            None => match strings(error, ContextKind::PriorArg).first().map(|prior| self::name(prior)) {
                Some(prior) if prior != name => (words::both(name, prior), words::either(name, prior)),
                _ => (words::twice(name), words::once(name)),
            },
        },
        ErrorKind::MissingRequiredArgument => {
            let missing = strings(error, ContextKind::InvalidArg);
            let missing: Vec<String> = missing.iter().map(|name| format!("`{name}`")).collect();
            let everybody = of.is_some_and(|of| of.get_arguments().any(|arg| arg.get_long() == Some("all")));
            let hint = if everybody { words::or_all(usage()) } else { usage() };
            (words::missing(missing.len(), list_and(&missing)), hint)
        }
        ErrorKind::InvalidUtf8 => (words::not_text(), usage()),
        _ => {
            let text = error.to_string();
            let line = text.lines().next().unwrap_or_default();
            (Text::same(line.strip_prefix("error: ").unwrap_or(line)), usage())
        }
    };
    Diagnostic::error("usage", what).help(hint)
}

/// Every argument that a variable of the environment can stand for, and the variable.
fn variables(command: &Command) -> impl Iterator<Item = (&clap::Arg, &OsStr)> {
    let commands = std::iter::once(command).chain(command.get_subcommands());
    commands.flat_map(Command::get_arguments).filter_map(|arg| Some((arg, arg.get_env()?)))
}

/// The variable that an option's value comes from, where the option is not typed.
fn variable(option: &str, command: &Command, argv: &[OsString]) -> Option<String> {
    let (arg, variable) = variables(command).find(|(arg, _)| arg.get_long() == option.strip_prefix("--"))?;
    let short = arg.get_short().map(|short| format!("-{short}"));
    let typed = |word: &OsString| {
        let word = word.to_string_lossy();
        word.split('=').next() == Some(option) || short.as_ref().is_some_and(|short| word.starts_with(short))
    };
    (!argv.iter().any(typed)).then(|| variable.to_string_lossy().into_owned())
}

/// An option or a word that is not known here.
fn unknown(error: &Error, name: &str, command: &Command, argv: &[OsString]) -> (Text, Text) {
    if let Some(command) = mistyped(argv, command) {
        return (words::not_expected(name), words::did_you_mean_command(command));
    }
    if !name.starts_with('-') {
        return (words::not_expected(name), usage_of(typed_command(argv, command)));
    }
    let near = strings(error, ContextKind::SuggestedArg);
    let has = |command: &Command| {
        command.get_arguments().any(|arg| arg.get_long().is_some_and(|long| name == format!("--{long}")))
    };
    let others = command.get_subcommands().filter(|sub| has(sub)).map(|sub| format!("`{PROGRAM} {}`", sub.get_name()));
    let there: Vec<String> = has(command).then(|| format!("`{PROGRAM} FILE`")).into_iter().chain(others).collect();
    let hint = match (there.as_slice(), near.first()) {
        ([_, ..], _) => words::option_of(name, list_and(&there)),
        ([], Some(near)) => yaml::did_you_mean(self::name(near)),
        ([], None) => usage_of(typed_command(argv, command)),
    };
    (words::no_option(name), hint)
}

/// The command that is typed, where one is.
fn typed_command<'a>(argv: &[OsString], command: &'a Command) -> Option<&'a Command> {
    let word = argv.iter().skip(1).filter_map(|word| word.to_str()).find(|word| !word.starts_with('-'))?;
    command.get_subcommands().find(|sub| sub.get_name() == word)
}

/// Where all that can be typed is told.
fn usage_of(command: Option<&Command>) -> Text {
    command.map_or_else(help::usage_help, |command| help::usage_help_of(command.get_name()))
}

/// The command that the first word was meant to be, where it is no command and no file.
fn mistyped<'a>(argv: &[OsString], command: &'a Command) -> Option<&'a str> {
    let first = argv.iter().skip(1).filter_map(|word| word.to_str()).find(|word| !word.starts_with('-'))?;
    let names = || command.get_subcommands().map(Command::get_name);
    if names().any(|name| name == first) {
        return None;
    }
    near_command(first, names())
}

/// The command nearest to a word that could be one.
pub(super) fn near_command<'a>(word: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if word.is_empty() || !word.chars().all(char::is_alphabetic) { None } else { nearest(word, names) }
}

/// An argument's name without its value's: `--format <FORMAT>` is `--format`.
fn name(arg: &str) -> &str {
    arg.split([' ', '=']).next().unwrap_or(arg)
}

fn valid(error: &Error) -> Option<Text> {
    let values: Vec<String> =
        strings(error, ContextKind::ValidValue).iter().map(|value| format!("`{value}`")).collect();
    (!values.is_empty()).then(|| yaml::write_one_of(list_or(&values)))
}

fn strings(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
