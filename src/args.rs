//! The command line as typed. The only room that knows clap.
//!
//! What is said about each part is not here but in [`crate::catalogue::args`], in both languages; the comments on the
//! fields below are for readers of the code.

pub mod again;
mod help;
mod recorded;
mod wrong;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{ArgAction, Args as ClapArgs, FromArgMatches, Parser, Subcommand, ValueEnum};

pub use self::help::{completions, manual};
use self::wrong::Wrong;
use crate::catalogue::{Lang, args as words};
use crate::criteria::Set;
use crate::diagnostic::Diagnostic;
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
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
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
        let (asked, matches) = match (&mut self.command, matches.subcommand()) {
            (Some(Command::Explain(explain)), Some((_, matches))) => (&mut explain.asked, matches),
            (Some(Command::Diff(diff)), Some((_, matches))) => (&mut diff.asked, matches),
            (Some(Command::Audit(audit)), Some((_, matches))) => (&mut audit.asked, matches),
            (Some(Command::Robust(robust)), Some((_, matches))) => (&mut robust.asked, matches),
            (Some(Command::Settle(settle)), Some((_, matches))) => (&mut settle.asked, matches),
            (Some(Command::Compare(compare)), Some((_, matches))) => (&mut compare.asked, matches),
            (None, _) => (&mut self.screening.asked, matches),
            _ => return,
        };
        let set = matches.value_source("criteria") == Some(EnvVariable);
        asked.criteria_from = set.then_some(CRITERIA_VARIABLE);
    }
}

/// What the program can do other than to screen.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// One candidate's whole account, and what would change it
    Explain(Explain),
    /// Why one candidate stands above another
    Compare(Compare),
    /// Whether a criteria file is right, and how it binds to a candidates' file
    Check(Check),
    /// What is open, settled by a person, one question after the other
    Settle(Settle),
    /// What differs between two outputs, or under other rules
    Diff(Diff),
    /// Rates and ratios of groups, as ranges over what is open
    Audit(Audit),
    /// Whether other weights or answers would give another list
    Robust(Robust),
    /// Parts of a run, ranked as one list
    Merge(Merge),
    /// A criteria file to start from, made from a candidates' file
    Init(Init),
    /// How cells are cut, and what their words are taken for
    Words(Words),
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
pub struct Completions {
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
pub struct Voice {
    /// The language of labels and sentences: `en` or `fr`
    #[arg(long, global = true, value_name = "LANG", env = "SCREEN_LANG", hide_env = true, hide_possible_values = true)]
    pub lang: Option<Language>,
    /// Whether it was typed, and does not come from the environment.
    #[arg(skip)]
    pub lang_typed: bool,
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
    pub fn before(lang: Lang) -> Self {
        let lang = match lang {
            Lang::En => Language::En,
            Lang::Fr => Language::Fr,
        };
        Self { lang: Some(lang), lang_typed: false, color: Colour::Auto, quiet: false, help: None }
    }
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

/// The variable of the environment that names the criteria file.
pub const CRITERIA_VARIABLE: &str = "SCREEN_CRITERIA";

/// The posting's side: criteria, day, stage.
#[derive(Clone, Debug, ClapArgs)]
#[command(next_help_heading = "What is asked")]
pub struct Asked {
    /// The criteria file; the shipped posting's if not given
    #[arg(long, short, value_name = "FILE", env = CRITERIA_VARIABLE, hide_env = true)]
    pub criteria: Option<PathBuf>,
    /// The variable of the environment that names it, where no option does.
    #[arg(skip)]
    pub criteria_from: Option<&'static str>,
    /// What people decided; may be repeated, later ones win
    #[arg(long, hide_short_help = true, value_name = "FILE")]
    pub decisions: Vec<PathBuf>,
    /// The day and the stage.
    #[command(flatten)]
    pub when: When,
}

/// The day that is counted to, and the stage of the selection.
#[derive(Clone, Debug, ClapArgs)]
pub struct When {
    /// The day that "present" means: the posting's deadline, else today, if not given
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// With `interview`, the criteria of the interview count too
    #[arg(
        long,
        hide_short_help = true,
        value_name = "STAGE",
        default_value = "application",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub stage: StageArg,
    /// Another value of the criteria file, for this run; may be repeated
    #[arg(long, hide_short_help = true, value_name = "NAME=VALUE", value_parser = parse_set)]
    pub set: Vec<Set>,
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
    #[arg(long, hide_short_help = true, value_name = "NAME=HEADER", value_parser = parse_map)]
    pub map: Vec<(String, String)>,
    /// With `review`, go on without a required column
    #[arg(
        long,
        hide_short_help = true,
        value_name = "WHAT",
        default_value = "error",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub missing_columns: MissingColumns,
    /// What the files are.
    #[command(flatten)]
    pub input: Input,
}

/// What candidates' files are, where it is not to be found out.
#[derive(Clone, Debug, ClapArgs)]
#[command(next_help_heading = "How files are read")]
pub struct Input {
    /// The mark between cells: `,` `;` `|` or `tab`; found out if not given
    #[arg(long, hide_short_help = true, value_name = "MARK", value_parser = parse_delimiter)]
    pub delimiter: Option<u8>,
    /// The encoding, such as `utf-8` or `windows-1252`; found out if not given
    #[arg(long, hide_short_help = true, value_name = "NAME", value_parser = parse_encoding)]
    pub encoding: Option<&'static encoding_rs::Encoding>,
    /// The sheet of a workbook, by name or number; the first if not given
    #[arg(long, hide_short_help = true, value_name = "SHEET")]
    pub sheet: Option<String>,
    /// `csv` or `jsonl`, where neither the name nor the first line tells
    #[arg(long, hide_short_help = true, value_name = "FORMAT", hide_possible_values = true)]
    pub input_format: Option<InputFormat>,
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    /// Cells with marks between them
    Csv,
    /// An object on each line
    Jsonl,
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
    /// Candidates' files (CSV, XLSX, ODS, JSON Lines); `-` or nothing for standard input
    #[arg(value_name = "FILE", hide_short_help = true)]
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
    /// table, csv, tsv, json, jsonl, markdown, html or xlsx
    #[arg(long, short, value_name = "FORMAT", hide_possible_values = true)]
    pub format: Option<FormatArg>,
    /// Write to a file, whole or not at all
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Keep what it takes to check this run later
    #[arg(long, hide_short_help = true, value_name = "FILE")]
    pub record: Option<PathBuf>,
    /// Only the first N
    #[arg(long, value_name = "N", value_parser = parse_count)]
    pub top: Option<usize>,
    /// Only these: `eligible`, `review`, `not_eligible`
    #[arg(long, hide_short_help = true, value_name = "STATUS,...", value_delimiter = ',', hide_possible_values = true)]
    pub status: Vec<StatusArg>,
    /// Only scores of at least this
    #[arg(long, hide_short_help = true, value_name = "SCORE", value_parser = parse_score)]
    pub min_score: Option<f64>,
    /// These fields, criteria and columns of the file, in this order
    #[arg(long, hide_short_help = true, value_name = "NAME,...", value_delimiter = ',')]
    pub columns: Vec<String>,
    /// Hide who the candidates are
    #[arg(long)]
    pub blind: bool,
    /// Who reads the page: `committee`, or `rater`: no scores, no ranks, nobody else's ratings
    #[arg(
        long = "for",
        hide_short_help = true,
        value_name = "READER",
        default_value = "committee",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub reader: ReaderArg,
    /// With `input`, no ranks: each record out as soon as it is in
    #[arg(
        long,
        hide_short_help = true,
        value_name = "ORDER",
        default_value = "rank",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub sort: Sort,
    /// Any problem in the data makes the exit status 1
    #[arg(long, hide_short_help = true)]
    pub strict: bool,
    /// Judge a part, to be ranked with others by `screen merge`
    #[arg(long, hide_short_help = true)]
    pub for_merge: bool,
    /// How many threads work; all cores if not given
    #[arg(long, hide_short_help = true, value_name = "N", value_parser = parse_threads)]
    pub threads: Option<u16>,
}

impl Output {
    /// All of it in this order, nothing hidden.
    #[must_use]
    pub const fn new(sort: Sort) -> Self {
        Self {
            format: None,
            output: None,
            record: None,
            top: None,
            status: Vec::new(),
            min_score: None,
            columns: Vec::new(),
            blind: false,
            reader: ReaderArg::Committee,
            sort,
            strict: false,
            for_merge: false,
            threads: None,
        }
    }
}

/// The order of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Sort {
    /// By rank
    Rank,
    /// As the records came
    Input,
}

/// Who reads a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReaderArg {
    /// Whoever decides
    Committee,
    /// Whoever is still to rate the candidates
    Rater,
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
    /// The candidates' ids or names, or their rows where there are no ids
    #[arg(value_name = "ID", required_unless_present = "all")]
    pub ids: Vec<String>,
    /// Everybody of the file
    #[arg(long, conflicts_with = "ids")]
    pub all: bool,
    /// Addressed to the applicant: no scores, no ranks
    #[arg(long)]
    pub for_candidate: bool,
    /// `text`, `markdown` or `json`
    #[arg(
        long,
        short,
        value_name = "FORMAT",
        default_value = "text",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub format: Sheet,
    /// Write to a file, or with `--all` a file for each into a folder
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Hide who the candidate is
    #[arg(long)]
    pub blind: bool,
    /// What is asked.
    #[command(flatten)]
    pub asked: Asked,
    /// How files are read.
    #[command(flatten)]
    pub reading: Reading,
}

/// To settle what is open.
#[derive(Clone, Debug, ClapArgs)]
pub struct Settle {
    /// Candidates' files
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Only what this criterion leaves open; may be repeated
    #[arg(long, value_name = "ID")]
    pub criterion: Vec<String>,
    /// Only what is open of this candidate; may be repeated
    #[arg(long, value_name = "ID")]
    pub id: Vec<String>,
    /// Who decides
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// No more questions than this
    #[arg(long, value_name = "N", value_parser = parse_count)]
    pub limit: Option<usize>,
    /// Only what can still change who the first N are
    #[arg(long, value_name = "N", value_parser = parse_places)]
    pub places: Option<usize>,
    /// Hide who the candidates are
    #[arg(long)]
    pub blind: bool,
    /// Ask nothing, and write the questions to fill in: `.xlsx` or `.csv`
    #[arg(long, value_name = "FILE")]
    pub list: Option<PathBuf>,
    /// What is asked.
    #[command(flatten)]
    pub asked: Asked,
    /// How files are read.
    #[command(flatten)]
    pub reading: Reading,
}

/// To compare.
#[derive(Clone, Debug, ClapArgs)]
pub struct Diff {
    /// Two outputs (JSON, JSON Lines, CSV); or, with `--to` or two `--decisions`, candidates' files
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// The criteria file of the second run
    #[arg(long, value_name = "FILE")]
    pub to: Option<PathBuf>,
    /// The decisions of the second run; may be repeated
    #[arg(long, value_name = "FILE")]
    pub to_decisions: Vec<PathBuf>,
    /// What is asked.
    #[command(flatten)]
    pub asked: Asked,
    /// How files are read.
    #[command(flatten)]
    pub reading: Reading,
    /// `table`, `json` or `markdown`
    #[arg(long, short, value_name = "FORMAT", hide_possible_values = true)]
    pub format: Option<DiffFormat>,
    /// Write to a file, whole or not at all
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// How a difference is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For people
    Table,
    /// For scripts
    Json,
    /// For a page
    Markdown,
}

/// To audit.
#[derive(Clone, Debug, ClapArgs)]
pub struct Audit {
    /// Candidates' files; `-` or nothing for standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The column that makes the groups; may be repeated
    #[arg(long, value_name = "COLUMN", required = true)]
    pub by: Vec<String>,
    /// A file of its own with the groups, joined by id
    #[arg(long, value_name = "FILE")]
    pub groups: Option<PathBuf>,
    /// Also all combinations of the columns
    #[arg(long)]
    pub together: bool,
    /// Groups joined by hand; may be repeated
    #[arg(long, value_name = "NAME=WORD,...", value_parser = parse_group)]
    pub group: Vec<(String, Vec<String>)>,
    /// Who counts as selected: `eligible` if not given
    #[arg(long, value_name = "STATUS,...", value_delimiter = ',', hide_possible_values = true)]
    pub selected: Vec<StatusArg>,
    /// Only the first N count as selected
    #[arg(long, value_name = "N", value_parser = parse_count)]
    pub top: Option<usize>,
    /// Every cut of the score, and every bound of the criteria
    #[arg(long)]
    pub sweep: bool,
    /// Name the candidates who decide, by id
    #[arg(long)]
    pub who: bool,
    /// Show groups of fewer than five people
    #[arg(long)]
    pub small: bool,
    /// Exit status 3 where a ratio is below this at best
    #[arg(long, value_name = "RATIO", value_parser = parse_part)]
    pub fail_below: Option<f64>,
    /// What is asked.
    #[command(flatten)]
    pub asked: Asked,
    /// How files are read.
    #[command(flatten)]
    pub reading: Reading,
    /// How it is written.
    #[command(flatten)]
    pub written: Written,
}

/// To try other weights and answers.
#[derive(Clone, Debug, ClapArgs)]
pub struct Robust {
    /// Candidates' files; `-` or nothing for standard input
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How many places; the shortlist's, else 5
    #[arg(long, value_name = "N", value_parser = parse_places)]
    pub places: Option<usize>,
    /// Weights within this part of the given ones
    #[arg(long, value_name = "PART", value_parser = parse_part)]
    pub around: Option<f64>,
    /// Draw only weights in the same order
    #[arg(long, conflicts_with = "around")]
    pub ordered: bool,
    /// How many draws
    #[arg(long, value_name = "N", value_parser = parse_draws, default_value = "10000", hide_default_value = true)]
    pub draws: u32,
    /// Where the random numbers begin
    #[arg(long, value_name = "N", default_value = "0", hide_default_value = true)]
    pub seed: u64,
    /// Hide who the candidates are
    #[arg(long)]
    pub blind: bool,
    /// What is asked.
    #[command(flatten)]
    pub asked: Asked,
    /// How files are read.
    #[command(flatten)]
    pub reading: Reading,
    /// How it is written.
    #[command(flatten)]
    pub written: Written,
}

/// To rank parts as one list.
#[derive(Clone, Debug, ClapArgs)]
pub struct Merge {
    /// Parts, in the order of their candidates; `-` for standard input
    #[arg(value_name = "PART", required = true)]
    pub parts: Vec<PathBuf>,
    /// The parts are pieces of one file of this name, in their order
    #[arg(long, value_name = "NAME")]
    pub whole: Option<String>,
    /// The criteria that the parts were judged with, to be sure of it
    #[arg(long, short, value_name = "FILE")]
    pub criteria: Option<PathBuf>,
    /// What people decided; may be repeated, later ones win
    #[arg(long, value_name = "FILE")]
    pub decisions: Vec<PathBuf>,
    /// What comes out.
    #[command(flatten)]
    pub output: Output,
}

/// How figures are written.
#[derive(Clone, Debug, ClapArgs)]
#[command(next_help_heading = "What comes out")]
pub struct Written {
    /// `table`, `csv`, `json`, `markdown` or `html`
    #[arg(id = "figures", long = "format", short = 'f', value_name = "FORMAT", hide_possible_values = true)]
    pub format: Option<FiguresFormat>,
    /// Write to a file, whole or not at all
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// How figures are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FiguresFormat {
    /// For people
    Table,
    /// For spreadsheets
    Csv,
    /// For scripts
    Json,
    /// For a page
    Markdown,
    /// For a browser, and on paper
    Html,
}

/// To compare.
#[derive(Clone, Debug, ClapArgs)]
pub struct Compare {
    /// The candidates' file; `-` for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Two or more candidates, by id or name
    #[arg(value_name = "ID", required = true, num_args = 2..)]
    pub ids: Vec<String>,
    /// `text`, `markdown` or `json`
    #[arg(
        long,
        short,
        value_name = "FORMAT",
        default_value = "text",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub format: Sheet,
    /// Hide who the candidates are
    #[arg(long)]
    pub blind: bool,
    /// What is asked.
    #[command(flatten)]
    pub asked: Asked,
    /// How files are read.
    #[command(flatten)]
    pub reading: Reading,
}

/// How an account is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Sheet {
    /// As text
    Text,
    /// As Markdown
    Markdown,
    /// As JSON
    Json,
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
    /// `text`, `json` or `github`
    #[arg(
        long,
        short,
        value_name = "FORMAT",
        default_value = "text",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub format: CheckFormat,
    /// The day and the stage.
    #[command(flatten)]
    pub when: When,
    /// How files are read.
    #[command(flatten)]
    pub reading: Reading,
}

/// How what is found is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people
    Text,
    /// For editors
    Json,
    /// For annotations of a workflow
    Github,
}

/// To check a run again.
#[derive(Clone, Debug, ClapArgs)]
pub struct Verify {
    /// What `--record` wrote
    #[arg(value_name = "RECORD")]
    pub record: PathBuf,
}

/// To print a schema.
#[derive(Clone, Copy, Debug, ClapArgs)]
pub struct Schema {
    /// That of a run's record
    #[arg(long)]
    pub record: bool,
}

/// To see how cells are read.
#[derive(Clone, Debug, ClapArgs)]
pub struct Words {
    /// The cells, each in quotes
    #[arg(value_name = "CELL", required = true)]
    pub cells: Vec<String>,
    /// A criteria file whose words are read too
    #[arg(long, short, value_name = "FILE")]
    pub criteria: Option<PathBuf>,
}

/// To make a criteria file.
#[derive(Clone, Debug, ClapArgs)]
pub struct Init {
    /// A candidates' file to make it from; a commented example if not given
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The posting, as plain text: what it asks becomes the criteria
    #[arg(long, short, value_name = "FILE", requires = "file")]
    pub posting: Option<PathBuf>,
    /// Where to write it; standard output if not given
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Ask nothing
    #[arg(long, short)]
    pub yes: bool,
    /// What the file is.
    #[command(flatten)]
    pub input: Input,
}

/// What a command line comes to.
#[derive(Debug)]
pub enum Parsed {
    /// Something to do.
    Args(Box<Args>),
    /// Something to show: help or the version; styled for a terminal.
    Show(String),
    /// Something that cannot be meant.
    Wrong(Box<Diagnostic>),
}

/// What is known before a command line is understood.
#[derive(Clone, Copy)]
pub struct Before {
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
pub fn parse(argv: &[OsString], before: Before) -> Parsed {
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
pub fn near_command(word: &str) -> Option<String> {
    let command = <Args as clap::CommandFactory>::command();
    wrong::near_command(word, command.get_subcommands().map(clap::Command::get_name)).map(str::to_owned)
}

/// What a value is called on the command line.
fn value_name<T: ValueEnum>(value: &T) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

fn parse_map(text: &str) -> Result<(String, String), Wrong> {
    match text.split_once('=') {
        Some((name, header)) if !name.trim().is_empty() && !header.trim().is_empty() => {
            Ok((name.trim().to_owned(), header.trim().to_owned()))
        }
        _ => Err(Wrong(words::write_map())),
    }
}

fn parse_set(text: &str) -> Result<Set, Wrong> {
    match text.split_once('=') {
        Some((path, value)) if path.trim().split('.').filter(|part| !part.is_empty()).count() > 1 => {
            Ok(Set { path: path.trim().to_owned(), value: value.trim().to_owned() })
        }
        _ => Err(Wrong(words::write_set())),
    }
}

fn parse_group(text: &str) -> Result<(String, Vec<String>), Wrong> {
    let wrong = || Wrong(crate::catalogue::audit::write_group());
    let (name, listed) = text.split_once('=').ok_or_else(wrong)?;
    let listed: Vec<String> =
        listed.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    if name.trim().is_empty() || listed.is_empty() { Err(wrong()) } else { Ok((name.trim().to_owned(), listed)) }
}

fn parse_part(text: &str) -> Result<f64, Wrong> {
    match text.trim().parse::<f64>() {
        Ok(part) if (0.0..=1.0).contains(&part) => Ok(part),
        _ => Err(Wrong(crate::catalogue::audit::write_ratio())),
    }
}

fn parse_places(text: &str) -> Result<usize, Wrong> {
    text.trim().parse().ok().filter(|places| *places > 0).ok_or_else(|| Wrong(words::write_count()))
}

/// No more draws than a run of a minute or so makes.
fn parse_draws(text: &str) -> Result<u32, Wrong> {
    text.trim().parse().ok().filter(|draws| (1..=10_000_000).contains(draws)).ok_or_else(|| Wrong(words::write_count()))
}

fn parse_delimiter(text: &str) -> Result<u8, Wrong> {
    match (text, text.as_bytes()) {
        ("tab" | "\\t", _) => Ok(b'\t'),
        (_, [one]) if one.is_ascii_punctuation() && *one != b'"' || text == "\t" => Ok(*one),
        _ => Err(Wrong(words::write_delimiter())),
    }
}

fn parse_encoding(text: &str) -> Result<&'static encoding_rs::Encoding, Wrong> {
    encoding_rs::Encoding::for_label(text.trim().as_bytes()).ok_or_else(|| Wrong(words::write_encoding()))
}

fn parse_score(text: &str) -> Result<f64, Wrong> {
    match text.trim().parse::<f64>() {
        Ok(score) if (0.0..=100.0).contains(&score) => Ok(score),
        _ => Err(Wrong(words::write_score())),
    }
}

fn parse_count(text: &str) -> Result<usize, Wrong> {
    text.trim().parse().map_err(|_| Wrong(words::write_count()))
}

fn parse_threads(text: &str) -> Result<u16, Wrong> {
    match text.trim().parse() {
        Ok(threads @ 1..=256) => Ok(threads),
        _ => Err(Wrong(words::write_threads())),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::catalogue::args::{ABOUTS, ARGS, Entry, HEADINGS, MORE, VALUES};

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
        let empty = |entry: &&Entry| entry.en.is_empty() || entry.fr.is_empty();
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
                    assert_eq!(args.voice.lang, Some(Language::Fr), "{line}");
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
