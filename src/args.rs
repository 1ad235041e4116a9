//! The command line as typed. The only room that knows clap.

use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use crate::render::Format;

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
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true,
    max_term_width = 100,
    override_usage = "screen [OPTIONS] [FILE]...\n       screen <COMMAND>"
)]
pub struct Args {
    /// What to do other than to screen.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// How to screen.
    #[command(flatten)]
    pub screening: Screening,
    /// How to speak.
    #[command(flatten)]
    pub voice: Voice,
}

/// What the program can do other than to screen.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// One candidate's whole account, and what would change it
    Explain(Explain),
    /// Whether a criteria file is right, and how it binds to a candidates' file
    Check(Check),
    /// A criteria file to start from, made from a candidates' file
    Init(Init),
    /// The JSON Schema of the criteria file, for editors
    Schema,
    /// Completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// The manual page
    Man,
}

/// In what language, how loudly, in what colours.
#[derive(Clone, Debug, ClapArgs)]
#[command(next_help_heading = "How it speaks")]
pub struct Voice {
    /// The language of labels and sentences: `en` or `fr`
    #[arg(long, global = true, value_name = "LANG", env = "SCREEN_LANG", hide_env = true)]
    pub lang: Option<Language>,
    /// When to use colour
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub color: Colour,
    /// No progress, no notes
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// English
    En,
    /// French
    Fr,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The posting's side: criteria, day, stage.
#[derive(Clone, Debug, ClapArgs)]
#[command(next_help_heading = "What is asked")]
pub struct Asked {
    /// The criteria file; the shipped posting's if not given
    #[arg(long, short, value_name = "FILE", env = "SCREEN_CRITERIA", hide_env_values = true)]
    pub criteria: Option<PathBuf>,
    /// The day that "present" means: the posting's deadline, else today, if not given
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// With `interview`, the criteria of the interview count too
    #[arg(
        long,
        value_name = "STAGE",
        default_value = "application",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub stage: StageArg,
}

/// When a criterion counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum StageArg {
    /// On the application alone
    Application,
    /// At the interview too
    Interview,
}

/// The candidates' side: how their files are read.
#[derive(Clone, Debug, ClapArgs)]
#[command(next_help_heading = "How files are read")]
pub struct Reading {
    /// Bind a column by hand; may be repeated
    #[arg(long, value_name = "NAME=HEADER", value_parser = parse_map)]
    pub map: Vec<(String, String)>,
    /// With `review`, go on without a required column
    #[arg(long, value_name = "WHAT", default_value = "error", hide_possible_values = true, hide_default_value = true)]
    pub missing_columns: MissingColumns,
    /// The mark between cells: `,` `;` `|` or `tab`; found out if not given
    #[arg(long, value_name = "MARK", value_parser = parse_delimiter)]
    pub delimiter: Option<u8>,
    /// The encoding, such as `utf-8` or `windows-1252`; found out if not given
    #[arg(long, value_name = "NAME", value_parser = parse_encoding)]
    pub encoding: Option<&'static encoding_rs::Encoding>,
    /// The sheet of a workbook, by name or number; the first if not given
    #[arg(long, value_name = "SHEET")]
    pub sheet: Option<String>,
}

/// What a required column that is not there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MissingColumns {
    /// A reason to stop
    Error,
    /// A reason for every candidate's review
    Review,
}

/// To screen.
#[derive(Clone, Debug, ClapArgs)]
pub struct Screening {
    /// Candidates' files (CSV, XLSX, ODS); `-` or nothing for standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What is asked.
    #[command(flatten)]
    pub asked: Asked,
    /// How files are read.
    #[command(flatten)]
    pub reading: Reading,
    /// What comes out.
    #[command(flatten)]
    pub output: Output,
}

/// What comes out.
#[derive(Clone, Debug, ClapArgs)]
#[command(next_help_heading = "What comes out")]
pub struct Output {
    /// `table`, `csv`, `json`, `jsonl`, `markdown` or `xlsx`
    #[arg(long, short, value_name = "FORMAT")]
    pub format: Option<FormatArg>,
    /// Write to a file, whole or not at all
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Only the first N
    #[arg(long, value_name = "N")]
    pub top: Option<usize>,
    /// Only these: `eligible`, `review`, `not_eligible`
    #[arg(long, value_name = "STATUS,...", value_delimiter = ',')]
    pub status: Vec<StatusArg>,
    /// Only scores of at least this
    #[arg(long, value_name = "SCORE", value_parser = parse_score)]
    pub min_score: Option<f64>,
    /// These fields, criteria and columns of the file, in this order
    #[arg(long, value_name = "NAME,...", value_delimiter = ',')]
    pub columns: Vec<String>,
    /// Hide who the candidates are
    #[arg(long)]
    pub blind: bool,
    /// With `input`, no ranks: each record out as soon as it is in
    #[arg(long, value_name = "ORDER", default_value = "rank", hide_possible_values = true, hide_default_value = true)]
    pub sort: Sort,
    /// Any problem in the data makes the exit status 1
    #[arg(long)]
    pub strict: bool,
    /// How many threads work; all cores if not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,
}

/// The order of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Sort {
    /// By rank
    Rank,
    /// As the records came
    Input,
}

/// A format, as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatArg(pub Format);

impl ValueEnum for FormatArg {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [FormatArg; Format::ALL.len()] = {
            let mut all = [FormatArg(Format::Table); Format::ALL.len()];
            let mut at = 0;
            while at < all.len() {
                all[at] = FormatArg(Format::ALL[at]);
                at += 1;
            }
            all
        };
        &ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.0.name()))
    }
}

/// A status, as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum StatusArg {
    /// Every required criterion is met
    Eligible,
    /// Something required is open
    Review,
    /// Something required is not met
    #[value(alias = "not-eligible")]
    NotEligible,
}

/// To explain.
#[derive(Clone, Debug, ClapArgs)]
pub struct Explain {
    /// The candidates' file; `-` for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The candidate's id, or the line where there are no ids
    #[arg(value_name = "ID")]
    pub id: String,
    /// Addressed to the applicant: no scores, no ranks
    #[arg(long)]
    pub for_candidate: bool,
    /// What is asked.
    #[command(flatten)]
    pub asked: Asked,
    /// How files are read.
    #[command(flatten)]
    pub reading: Reading,
}

/// To check.
#[derive(Clone, Debug, ClapArgs)]
pub struct Check {
    /// The criteria file; the shipped posting's if not given
    #[arg(value_name = "CRITERIA")]
    pub criteria: Option<PathBuf>,
    /// A candidates' file to bind them to
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The day that "present" means
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// With `interview`, the criteria of the interview count too
    #[arg(
        long,
        value_name = "STAGE",
        default_value = "application",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub stage: StageArg,
    /// How files are read.
    #[command(flatten)]
    pub reading: Reading,
}

/// To make a criteria file.
#[derive(Clone, Debug, ClapArgs)]
pub struct Init {
    /// A candidates' file to make it from; a commented example if not given
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Where to write it; standard output if not given
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Ask nothing
    #[arg(long, short)]
    pub yes: bool,
    /// How files are read.
    #[command(flatten)]
    pub reading: Reading,
}

fn parse_map(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, header)) if !name.trim().is_empty() && !header.trim().is_empty() => {
            Ok((name.trim().to_owned(), header.trim().to_owned()))
        }
        _ => Err("write the name in the criteria file, `=`, and the header in the candidates' file".to_owned()),
    }
}

fn parse_delimiter(text: &str) -> Result<u8, String> {
    match (text, text.as_bytes()) {
        ("tab" | "\\t", _) => Ok(b'\t'),
        (_, [one]) if one.is_ascii_punctuation() && *one != b'"' || text == "\t" => Ok(*one),
        _ => Err("write one mark, such as `,` `;` `|`, or `tab`".to_owned()),
    }
}

fn parse_encoding(text: &str) -> Result<&'static encoding_rs::Encoding, String> {
    encoding_rs::Encoding::for_label(text.trim().as_bytes())
        .ok_or_else(|| "write a name such as `utf-8`, `utf-16le`, `windows-1252` or `iso-8859-15`".to_owned())
}

fn parse_score(text: &str) -> Result<f64, String> {
    match text.trim().parse::<f64>() {
        Ok(score) if (0.0..=100.0).contains(&score) => Ok(score),
        _ => Err("write a number from 0 to 100".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        super::Args::command().debug_assert();
    }
}
