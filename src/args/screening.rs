//! A ranking: its files, and what comes out.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use super::values::{parse_count, parse_score, parse_threads};
use super::{PostingArgs, ReadingArgs};
use crate::render::Format;

/// To screen.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct Screening {
    /// Candidates' files (CSV, XLSX, ODS, JSON Lines); `-` or nothing for standard input
    #[arg(value_name = "FILE", hide_short_help = true)]
    pub files: Vec<PathBuf>,
    /// What is asked.
    #[command(flatten)]
    pub asked: PostingArgs,
    /// How files are read.
    #[command(flatten)]
    pub reading: ReadingArgs,
    /// What comes out.
    #[command(flatten)]
    pub output: Output,
}

/// What comes out.
#[derive(Clone, Debug, ClapArgs)]
#[command(next_help_heading = "What comes out")]
pub(crate) struct Output {
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
    pub sort: SortArg,
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
    pub(crate) const fn new(sort: SortArg) -> Self {
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
pub(crate) enum SortArg {
    /// By rank
    Rank,
    /// As the records came
    Input,
}

/// Who reads a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReaderArg {
    /// Whoever decides
    Committee,
    /// Whoever is still to rate the candidates
    Rater,
}

/// A format, as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FormatArg(pub Format);

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
pub(crate) enum StatusArg {
    /// Every required criterion is met
    Eligible,
    /// Something required is open
    Review,
    /// Something required is not met
    #[value(alias = "not-eligible")]
    NotEligible,
}
