//! What is said about the command line: help, completions, the manual page, in one language.

use std::fmt::Write as _;
use std::io;

use clap::{Arg, Command, CommandFactory};

use super::commands::NOT_OF_PARTS;
use super::{Args, STYLES};
use crate::catalogue::args::{ABOUTS, ARGS, HEADINGS, HelpEntry, MORE, VALUES};
use crate::catalogue::{Lang, PROGRAM, args as words};
use crate::exit::Exit;

/// Help is never wider than this, however wide the terminal: long lines are hard to read.
const WIDEST: usize = 100;

/// How far examples reach before what they do is said.
const EXAMPLE: usize = 38;

/// The command line, spoken of in `lang`, with help at most `width` columns wide.
pub(super) fn command(lang: Lang, width: usize) -> Command {
    // What stands in front of the options names the commands; clap's own list would name them again.
    whole(lang, width).mut_subcommands(|sub| sub.hide(true))
}

fn whole(lang: Lang, width: usize) -> Command {
    let command = Args::command().name(PROGRAM.name()).bin_name(PROGRAM.name()).term_width(width.min(WIDEST));
    let command = command
        .about(told(ABOUTS, "screen", lang))
        .help_template("{before-help}{all-args}{after-help}")
        .before_help(front(lang, false))
        .before_long_help(front(lang, true))
        .after_long_help(back(lang))
        .override_usage(words::usage().to(lang).to_owned());
    let command = command.mut_args(|arg| spoken(arg, "", lang));
    command.mut_subcommands(|sub| {
        let name = sub.get_name().to_owned();
        let about = told(ABOUTS, &name, lang);
        let usage = heading(words::usage_heading().to(lang));
        sub.about(about).help_template(format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}")).mut_args(
            |arg| {
                let refused = name == "merge" && NOT_OF_PARTS.contains(&arg.get_id().as_str());
                spoken(arg, &name, lang).hide(refused)
            },
        )
    })
}

/// The entry of this id; nothing where there is none, which the tests forbid.
fn told(table: &[HelpEntry], id: &str, lang: Lang) -> String {
    table.iter().find(|entry| entry.id == id).map_or_else(String::new, |entry| entry.to(lang))
}

/// What an argument's entry is called: its command's name first where it means something else there.
fn key(table: &'static [HelpEntry], arg: &str, command: &str) -> String {
    let own = format!("{command} {arg}");
    if table.iter().any(|entry| entry.id == own) { own } else { arg.to_owned() }
}

/// An argument with its help, heading and value's name in `lang`.
fn spoken(arg: Arg, command: &str, lang: Lang) -> Arg {
    let id = arg.get_id().to_string();
    let help = told(ARGS, &key(ARGS, &id, command), lang);
    let more = told(MORE, &key(MORE, &id, command), lang);
    let section = match arg.get_help_heading() {
        _ if arg.is_positional() => "Arguments",
        heading => heading.unwrap_or("Options"),
    };
    let section = told(HEADINGS, section, lang);
    let value = arg.get_value_names().and_then(|names| names.first()).map(|name| told(VALUES, name, lang));
    let long = if more.is_empty() { help.clone() } else { format!("{help}. {more}") };
    let arg = arg.help(help).long_help(long).help_heading(section);
    match value.filter(|value| !value.is_empty()) {
        None => arg,
        Some(value) => arg.value_name(value),
    }
}

fn heading(text: &str) -> String {
    let style = STYLES.get_header();
    format!("{}{text}{}", style.render(), style.render_reset())
}

fn literal(text: &str) -> String {
    let style = STYLES.get_literal();
    format!("{}{text}{}", style.render(), style.render_reset())
}

/// What stands before the options: what the program does, examples first, how it is called, its commands.
fn front(lang: Lang, long: bool) -> String {
    let mut text = format!("{}\n\n", told(ABOUTS, "screen", lang));
    if long {
        let _ = writeln!(text, "{}\n", words::about_more().to(lang));
        for (title, examples) in [(words::recruiters(), words::RECRUITERS), (words::pipelines(), words::PIPELINES)] {
            let _ = writeln!(text, "{}", heading(title.to(lang)));
            example_lines(&mut text, examples, lang);
            text.push('\n');
        }
    } else {
        example_lines(&mut text, words::FIRST, lang);
        text.push('\n');
    }
    let _ = writeln!(text, "{} {}\n", heading(words::usage_heading().to(lang)), words::usage().to(lang));
    let _ = writeln!(text, "{}", heading(words::commands_heading().to(lang)));
    // A screen has few lines: what only engineers need is left for the long help.
    let left_out: &[&str] = if long { &["screen"] } else { &["screen", "merge", "words", "schema", "man"] };
    for entry in ABOUTS.iter().filter(|entry| !left_out.contains(&entry.id)) {
        let _ = writeln!(text, "  {}{}{}", literal(entry.id), pad(entry.id, 13), entry.to(lang));
    }
    text.truncate(text.trim_end().len());
    text
}

fn pad(text: &str, to: usize) -> String {
    " ".repeat(to.saturating_sub(text.chars().count()).max(1))
}

/// Examples, each with what it does: beside it, or on the line above where any of them leaves no room.
fn example_lines(text: &mut String, examples: &[HelpEntry], lang: Lang) {
    let beside = examples.iter().all(|example| example.typed().chars().count() < EXAMPLE);
    for example in examples {
        let (typed, what) = (example.typed(), example.to(lang));
        let _ = if beside {
            writeln!(text, "  {}{}{what}", literal(&typed), pad(&typed, EXAMPLE))
        } else {
            writeln!(text, "  # {what}\n  {}", literal(&typed))
        };
    }
}

/// What stands after the options: the environment and the exit statuses.
fn back(lang: Lang) -> String {
    let mut text = format!("{}\n", heading(words::environment_heading().to(lang)));
    for entry in words::ENVIRONMENT {
        let _ = writeln!(text, "  {}{}{}", literal(entry.id), pad(entry.id, 17), entry.to(lang));
    }
    let _ = writeln!(text, "\n{}", heading(words::exit_heading().to(lang)));
    for exit in Exit::ALL {
        let code = exit.code().to_string();
        let _ = writeln!(text, "  {}{}{}", literal(&code), pad(&code, 5), exit.meaning().to(lang));
    }
    text.truncate(text.trim_end().len());
    text
}

/// What a shell needs to complete the command line, with the fields of the output and the `ids` of criteria where these are
/// typed.
#[must_use]
pub(crate) fn completions(shell: clap_complete::Shell, lang: Lang, fields: &[&str], ids: &[String]) -> Vec<u8> {
    use clap::builder::{PossibleValue, PossibleValuesParser};
    let said = ids.iter().flat_map(|id| [".reason", ".unread"].map(|after| format!("{id}{after}")));
    let fields = fields.iter().map(|field| (*field).to_owned()).chain(ids.to_vec()).chain(said);
    let columns: Vec<PossibleValue> = fields.map(PossibleValue::new).collect();
    let orders = ["dmy", "mdy", "ymd"].map(|order| format!("formats.dates={order}"));
    let of_criteria = ids.iter().flat_map(|id| ["weight", "need", "at_least"].map(|field| format!("{id}.{field}=")));
    let sets: Vec<PossibleValue> = of_criteria.chain(orders).map(PossibleValue::new).collect();
    let known = |arg: Arg| match arg.get_id().as_str() {
        "columns" => arg.value_parser(PossibleValuesParser::new(columns.clone())),
        "set" => arg.value_parser(PossibleValuesParser::new(sets.clone())),
        _ => arg,
    };
    let mut command = whole(lang, WIDEST).mut_args(known).mut_subcommands(|sub| sub.mut_args(known));
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut command, PROGRAM.name(), &mut out);
    out
}

/// The manual page, as roff: the program's options, then those of each command.
///
/// # Errors
/// None that writing to memory can meet.
pub(crate) fn manual(lang: Lang) -> io::Result<Vec<u8>> {
    let command = whole(lang, WIDEST).after_long_help(plain(&back(lang))).long_about(long_about(lang));
    let page = clap_mangen::Man::new(command.clone()).manual(PROGRAM.name());
    let mut out = Vec::new();
    page.render_title(&mut out)?;
    page.render_name_section(&mut out)?;
    page.render_synopsis_section(&mut out)?;
    page.render_description_section(&mut out)?;
    page.render_options_section(&mut out)?;
    for sub in command.get_subcommands() {
        let mut section = Vec::new();
        let name = format!("{PROGRAM} {}", sub.get_name());
        // What holds for every command has been said above.
        let own = sub.clone().bin_name(name.clone()).disable_help_flag(true).mut_args(|arg| {
            let (global, hidden) = (arg.is_global_set(), arg.is_hide_set());
            arg.hide(global || hidden)
        });
        let page = clap_mangen::Man::new(own);
        section.extend(format!(".SH \"{}\"\n", name.to_uppercase()).bytes());
        page.render_description_section(&mut section)?;
        section.extend(b".PP\n");
        page.render_synopsis_section(&mut section)?;
        page.render_options_section(&mut section)?;
        out.extend(without_headings(&String::from_utf8_lossy(&section)).bytes());
    }
    page.render_extra_section(&mut out)?;
    Ok(translated(&String::from_utf8_lossy(&out), lang).into_bytes())
}

fn long_about(lang: Lang) -> String {
    let mut text = format!("{}\n\n", words::about_more().to(lang));
    for entry in words::RECRUITERS.iter().chain(words::PIPELINES) {
        let _ = writeln!(text, "{}\n\n    {}\n", entry.to(lang), entry.typed());
    }
    text
}

/// A text without its styles.
fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

/// A command's part of the page has one heading, its name: those of its sections go.
fn without_headings(roff: &str) -> String {
    let mut seen = false;
    let mut out = String::new();
    for line in roff.lines() {
        let is_heading = line.starts_with(".SH");
        if is_heading && seen {
            out.push_str(".PP\n");
        } else {
            out.push_str(line);
            out.push('\n');
        }
        seen |= is_heading;
    }
    out
}

/// The headings that the page's maker writes, in `lang`.
fn translated(roff: &str, lang: Lang) -> String {
    let mut out = String::with_capacity(roff.len());
    for line in roff.lines() {
        // What is to be copied stays in one line, as it is.
        if line.starts_with("    ") {
            let _ = writeln!(out, ".nf\n{line}\n.fi");
            continue;
        }
        let heading = line.strip_prefix(".SH ").map(|name| told(words::SECTIONS, name.trim_matches('"'), lang));
        match heading {
            Some(name) if !name.is_empty() => {
                let _ = writeln!(out, ".SH \"{name}\"");
            }
            // A heading of ours ends with the space that French puts before a colon.
            Some(_) => {
                let _ = writeln!(
                    out,
                    "{}",
                    line.strip_suffix("\u{a0}\"").map_or(line.to_owned(), |line| format!("{line}\""))
                );
            }
            None => {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    out
}
