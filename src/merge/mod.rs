//! Parts of a run, judged apart and ranked together: on another machine, after another, or beside each other.
//!
//! A part ([`write`]) is JSON Lines. Its first line says what was asked, with the whole text of the criteria; then come,
//! file by file, the header, each record with where it was, its cells and what came of it, and how many there were. Its
//! last line says that it is whole. [`read`] takes parts and gives the files that they were made of as they were read, so
//! that everything after that is what one run over all of them does: no rule of ranks, twins or words is here a second
//! time, and every format writes the same bytes.

mod read;
mod write;

use serde::{Deserialize, Serialize};

pub(crate) use self::read::{PartInput, Parts, read};
pub(crate) use self::write::Writer;

/// The form of the lines; another number is another form.
pub(crate) const FORM: u32 = 1;

/// Which program wrote something, and in which form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Screen {
    /// The program's version.
    pub version: String,
    /// [`FORM`].
    pub format: u32,
}

/// What was asked of a part: all parts of a run are asked the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartAsked {
    /// The criteria.
    pub criteria: Rules,
    /// The day that "present" means.
    pub as_of: String,
    /// Where that day comes from: `asked`, `deadline` or `today`.
    pub as_of_source: String,
    /// The options that say what is asked and how columns are found, as words of the command line.
    pub options: Vec<String>,
    /// Those that say what the files are.
    pub input: Vec<String>,
}

/// Criteria, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rules {
    /// The file's name as it was given; nothing for those that the program ships with.
    pub name: Option<String>,
    /// Whether a variable of the environment named it.
    pub by_variable: bool,
    /// The SHA-256 of the text.
    pub sha256: String,
    /// The file's text.
    pub text: String,
}

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PartHead {
    screen: Screen,
    part: PartAsked,
}

/// The lines that are no records.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum OtherLine {
    /// A file begins.
    File(PartFile),
    /// It ends.
    FileEnd(FileEnd),
    /// The part ends.
    PartEnd(PartEnd),
}

/// A candidates' file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PartFile {
    /// Its name, as it was given.
    name: String,
    header: Vec<String>,
    header_line: u64,
    /// Whether it has neither a header nor a record.
    void: bool,
    /// The byte between its cells, and the one that ends its lines.
    delimiter: u8,
    line_end: u8,
    encoding: String,
    /// The line and the row before the first record.
    before: (u64, u64),
}

/// What is known where a file ends.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileEnd {
    records: u64,
    /// Rows that were left out, since they hold nothing.
    blank_rows: u64,
    /// How many lines and rows there are below the header.
    below: (u64, u64),
}

/// What is known where a part ends.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PartEnd {
    records: u64,
    by_status: [u64; 3],
}
