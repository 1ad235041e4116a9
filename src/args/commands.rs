//! What each other command is given.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use super::values::{parse_count, parse_draws, parse_group, parse_part, parse_places};
use super::{InputArgs, Output, PostingArgs, ReadingArgs, StatusArg, WhenArgs};

/// How candidates are judged, and whether it is told who they are.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct Judging {
    /// Hide who the candidates are
    #[arg(long)]
    pub blind: bool,
    /// What is asked.
    #[command(flatten)]
    pub asked: PostingArgs,
    /// How files are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// To explain.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct Explain {
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
    /// How it is written.
    #[command(flatten)]
    pub written: AccountArgs,
    /// Write to a file, or with `--all` a file for each into a folder
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// How candidates are judged.
    #[command(flatten)]
    pub judging: Judging,
}

/// To settle what is open.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct Settle {
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
    pub asked: PostingArgs,
    /// How files are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// To compare.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct Diff {
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
    pub asked: PostingArgs,
    /// How files are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// `table`, `json` or `markdown`
    #[arg(long, short, value_name = "FORMAT", hide_possible_values = true)]
    pub format: Option<DiffFormat>,
    /// Write to a file, whole or not at all
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// How a difference is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people
    Table,
    /// For scripts
    Json,
    /// For a page
    Markdown,
}

/// To audit.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct AuditArgs {
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
    pub asked: PostingArgs,
    /// How files are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// How it is written.
    #[command(flatten)]
    pub written: WrittenArgs,
}

/// To try other weights and answers.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct Robust {
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
    /// How candidates are judged.
    #[command(flatten)]
    pub judging: Judging,
    /// How it is written.
    #[command(flatten)]
    pub written: WrittenArgs,
}

/// What comes out of a run and not of parts ranked together, by its argument: an error where it is asked for there.
pub(super) const NOT_OF_PARTS: [&str; 2] = ["record", "for_merge"];

/// To rank parts as one list.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct Merge {
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
pub(crate) struct WrittenArgs {
    /// `table`, `csv`, `json`, `markdown` or `html`
    #[arg(id = "figures", long = "format", short = 'f', value_name = "FORMAT", hide_possible_values = true)]
    pub format: Option<FiguresFormat>,
    /// Write to a file, whole or not at all
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// How figures are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FiguresFormat {
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
pub(crate) struct Compare {
    /// The candidates' file; `-` for standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Two or more candidates, by id or name
    #[arg(value_name = "ID", required = true, num_args = 2..)]
    pub ids: Vec<String>,
    /// How it is written.
    #[command(flatten)]
    pub written: AccountArgs,
    /// How candidates are judged.
    #[command(flatten)]
    pub judging: Judging,
}

/// How an account is written.
#[derive(Clone, Copy, Debug, ClapArgs)]
pub(crate) struct AccountArgs {
    /// `text`, `markdown` or `json`
    #[arg(long, short, value_name = "FORMAT", hide_possible_values = true)]
    pub format: Option<AccountFormat>,
}

/// How an account is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AccountFormat {
    /// As text
    Text,
    /// As Markdown
    Markdown,
    /// As JSON
    Json,
}

/// To check.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct CheckArgs {
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
    pub when: WhenArgs,
    /// How files are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
}

/// How what is found is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For people
    Text,
    /// For editors
    Json,
    /// For annotations of a workflow
    Github,
}

/// To check a run again.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct Verify {
    /// What `--record` wrote
    #[arg(value_name = "RECORD")]
    pub record: PathBuf,
}

/// To print a schema.
#[derive(Clone, Copy, Debug, ClapArgs)]
pub(crate) struct Schema {
    /// That of a run's record
    #[arg(long)]
    pub record: bool,
}

/// To see how cells are read.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct WordsArgs {
    /// The cells, each in quotes
    #[arg(value_name = "CELL", required = true)]
    pub cells: Vec<String>,
    /// A criteria file: its words are read too, and its criteria say what they make of the cell
    #[arg(long, short, value_name = "FILE")]
    pub criteria: Option<PathBuf>,
}

/// To make a criteria file.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct Init {
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
    pub input: InputArgs,
}
