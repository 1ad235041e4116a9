//! What every command that judges is given: what is asked, as of which day, and how files are read.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use super::CRITERIA_VARIABLE;
use super::values::{parse_delimiter, parse_encoding, parse_map, parse_row, parse_set};
use crate::criteria::Set;

/// The posting's side: criteria, day, stage.
#[derive(Clone, Debug, ClapArgs)]
#[command(next_help_heading = "What is asked")]
pub(crate) struct PostingArgs {
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
    pub when: WhenArgs,
}

/// The day that is counted to, and the stage of the selection.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct WhenArgs {
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
pub(crate) enum StageArg {
    /// On the application alone
    Application,
    /// At the interview too
    Interview,
}

/// The candidates' side: how their files are read.
#[derive(Clone, Debug, ClapArgs)]
#[command(next_help_heading = "How files are read")]
pub(crate) struct ReadingArgs {
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
    pub input: InputArgs,
}

/// What candidates' files are, where it is not to be found out.
#[derive(Clone, Debug, ClapArgs)]
#[command(next_help_heading = "How files are read")]
pub(crate) struct InputArgs {
    /// The mark between cells: `,` `;` `|` or `tab`; found out if not given
    #[arg(long, hide_short_help = true, value_name = "MARK", value_parser = parse_delimiter)]
    pub delimiter: Option<u8>,
    /// The encoding, such as `utf-8` or `windows-1252`; found out if not given
    #[arg(long, hide_short_help = true, value_name = "NAME", value_parser = parse_encoding)]
    pub encoding: Option<&'static encoding_rs::Encoding>,
    /// The sheet of a workbook, by name or number; the first if not given
    #[arg(long, hide_short_help = true, value_name = "SHEET")]
    pub sheet: Option<String>,
    /// The row that names the columns; the first if not given
    #[arg(long, hide_short_help = true, value_name = "N", value_parser = parse_row)]
    pub header_row: Option<u32>,
    /// `csv` or `jsonl`, where neither the name nor the first line tells
    #[arg(long, hide_short_help = true, value_name = "FORMAT", hide_possible_values = true)]
    pub input_format: Option<InputFormat>,
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputFormat {
    /// Cells with marks between them
    Csv,
    /// An object on each line
    Jsonl,
}

/// What a required column that is not there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum MissingColumns {
    /// A reason to stop
    Error,
    /// A reason for every candidate's review
    Review,
}
