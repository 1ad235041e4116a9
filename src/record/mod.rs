//! A run that can be checked later: what it read, what it was asked, what came of it, each file with its SHA-256.
//!
//! A [`Record`] is written beside the output and read again to do the same once more. Files are found from where the record
//! is, so that a folder can be moved as a whole.

mod schema;
mod sum;

use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

pub(crate) use self::schema::schema;
pub(crate) use self::sum::{FileSum, Summing};
use crate::catalogue::record as words;
use crate::diagnostic::{Diagnostic, Place};

/// The version of the form of records.
pub(crate) const VERSION: u32 = 1;

/// What is kept of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Record {
    /// The version of the form: [`VERSION`].
    pub record: u32,
    /// The version of the program.
    pub screen: String,
    /// The candidates' files, in the order given.
    pub inputs: Vec<File>,
    /// The criteria file.
    pub criteria: File,
    /// The decisions files, in the order given.
    pub decisions: Vec<File>,
    /// What was asked.
    pub options: Options,
    /// The day that "present" meant: `2024-05-26`.
    pub as_of: String,
    /// Where that day came from: `asked`, `deadline` or `today`.
    pub as_of_source: String,
    /// What came of it.
    pub counts: Counts,
    /// What was written.
    pub output: File,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    /// Its name as it was given, which the output may hold; nothing for what came with the program or went to standard output.
    pub name: Option<String>,
    /// Where it is from the record's folder, with `/` between folders; nothing where it has no name.
    pub path: Option<String>,
    /// The SHA-256 of its bytes, in hexadecimal figures.
    pub sha256: String,
    /// How many bytes it has.
    pub bytes: u64,
}

/// What was asked, as far as it may change the output.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Options {
    /// `--as-of`
    pub as_of: Option<String>,
    /// `--stage`
    pub stage: String,
    /// `--set`: a name and a value each.
    pub set: Vec<(String, String)>,
    /// `--map`: a name and a header each.
    pub map: Vec<(String, String)>,
    /// `--missing-columns`
    pub missing_columns: String,
    /// `--delimiter`
    pub delimiter: Option<String>,
    /// `--encoding`
    pub encoding: Option<String>,
    /// `--sheet`
    pub sheet: Option<String>,
    /// `--header-row`; not there where it was not asked for
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header_row: Option<u32>,
    /// `--input-format`; not there where it was not asked for
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input_format: Option<String>,
    /// `--format`
    pub format: String,
    /// `--top`
    pub top: Option<u64>,
    /// `--status`
    pub status: Vec<String>,
    /// `--min-score`
    pub min_score: Option<f64>,
    /// `--columns`
    pub columns: Vec<String>,
    /// `--blind`
    pub blind: bool,
    /// `--for`
    pub reader: String,
    /// `--sort`
    pub sort: String,
    /// `--strict`
    pub strict: bool,
    /// `--lang`
    pub lang: String,
    /// The name that the program was called by, which stands below a list.
    pub program: String,
    /// The words that ask for one account, as they stand below a list.
    pub again: Vec<String>,
    /// What the table was laid out for.
    pub terminal: RecordedTerminal,
}

/// What a table is laid out for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RecordedTerminal {
    /// How many columns.
    pub width: u64,
    /// With colours.
    pub colour: bool,
    /// With more than ASCII.
    pub unicode: bool,
}

/// How many candidates there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Counts {
    /// In all.
    pub candidates: u64,
    /// Eligible.
    pub eligible: u64,
    /// For review.
    pub review: u64,
    /// Not eligible.
    pub not_eligible: u64,
    /// In the output.
    pub shown: u64,
}

impl Record {
    /// The record as JSON.
    ///
    /// # Errors
    /// None that writing to memory can meet.
    pub(crate) fn document(&self) -> std::io::Result<Vec<u8>> {
        let mut out = serde_json::to_vec_pretty(self)?;
        out.push(b'\n');
        Ok(out)
    }

    /// Reads a record, shown as `name`.
    ///
    /// # Errors
    /// It is none, or of a later form.
    pub(crate) fn read(bytes: &[u8], name: &str) -> Result<Self, Diagnostic> {
        /// What every form has.
        #[derive(Deserialize)]
        struct Versioned {
            record: u32,
        }
        let no_record = |error: &serde_json::Error| {
            let problem = Diagnostic::error("not-a-record", words::no_record(error.to_string()));
            problem.at(Place::line(name, error.line() as u64)).help(words::no_record_help())
        };
        let Versioned { record } = serde_json::from_slice(bytes).map_err(|error| no_record(&error))?;
        if record != VERSION {
            let problem = Diagnostic::error("not-a-record", words::other_form(record as usize));
            return Err(problem.at(Place::file(name)).help(words::other_form_help()));
        }
        serde_json::from_slice(bytes).map_err(|error| no_record(&error))
    }

    /// Every file, with what it is: inputs, criteria, decisions, the output last.
    pub(crate) fn files(&self) -> impl Iterator<Item = &File> {
        let read = self.inputs.iter().chain(std::iter::once(&self.criteria)).chain(&self.decisions);
        read.chain(std::iter::once(&self.output))
    }
}

impl File {
    /// Where it is, seen from the record's folder.
    #[must_use]
    pub(crate) fn place(&self, folder: &Path) -> Option<PathBuf> {
        let path = self.path.as_deref()?;
        Some(path.split('/').fold(folder.to_owned(), |place, part| place.join(part)))
    }

    /// Whether it has this sum.
    #[must_use]
    pub(crate) fn has(&self, sum: &FileSum) -> bool {
        self.bytes == sum.bytes && self.sha256 == sum.sha256
    }
}

/// The way from a folder to a file, both without links, with `/` between folders; nothing where there is none, or where it
/// is no text.
#[must_use]
pub(crate) fn way(folder: &Path, file: &Path) -> Option<String> {
    let (from, to): (Vec<Component<'_>>, Vec<Component<'_>>) =
        (folder.components().collect(), file.components().collect());
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return None;
    }
    let up = from[shared..].iter().map(|_| Some(".."));
    let down = to[shared..].iter().map(|part| part.as_os_str().to_str());
    let parts: Option<Vec<&str>> = up.chain(down).collect();
    Some(parts?.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_from_the_record() {
        for (folder, file, told) in [
            ("/a/b", "/a/b/c.csv", "c.csv"),
            ("/a/b", "/a/c.csv", "../c.csv"),
            ("/a/b", "/d/e/c.csv", "../../d/e/c.csv"),
            ("/", "/c.csv", "c.csv"),
        ] {
            assert_eq!(way(Path::new(folder), Path::new(file)).as_deref(), Some(told));
        }
        assert_eq!(way(Path::new("/a"), Path::new("b/c")), None);
        let file = File { name: None, path: Some("../c.csv".into()), sha256: String::new(), bytes: 0 };
        assert_eq!(file.place(Path::new("/a/b")), Some("/a/b/../c.csv".into()));
    }
}
