//! A file for each candidate, in a folder of their own.

use std::collections::HashSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::args::AccountFormat;
use crate::catalogue::{commands as words, system};
use crate::commands::Failure;
use crate::diagnostic::{Diagnostic, Place};

/// The folder, and the names that are taken in it.
pub(super) struct Letters {
    folder: PathBuf,
    taken: HashSet<String>,
}

/// No name is longer, in characters.
const LONGEST: usize = 80;

impl Letters {
    /// A folder that is new or empty: nothing that somebody has made of a letter is written over.
    ///
    /// # Errors
    /// It has something in it, or cannot be made.
    pub(super) fn into(folder: &Path) -> Result<Self, Failure> {
        let shown = folder.display().to_string();
        fs::create_dir_all(folder).map_err(|error| cannot_write(&shown, &error))?;
        let mut inside = fs::read_dir(folder).map_err(|error| cannot_write(&shown, &error))?;
        if inside.next().is_some() {
            let problem = Diagnostic::error("folder-not-empty", words::folder_not_empty(&shown));
            return Err(problem.at(Place::file(&shown)).help(words::folder_not_empty_help()).into());
        }
        Ok(Self { folder: folder.to_owned(), taken: HashSet::new() })
    }

    /// Writes what is for one candidate.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn write(&mut self, id: &str, name: &str, format: AccountFormat, text: &str) -> anyhow::Result<()> {
        let ending = match format {
            AccountFormat::Text => "txt",
            AccountFormat::Markdown => "md",
            AccountFormat::Json => "json",
        };
        let stem = self.stem(id, name);
        let path = self.folder.join(format!("{stem}.{ending}"));
        let shown = path.display().to_string();
        let write = || fs::File::create_new(&path)?.write_all(text.as_bytes());
        Ok(write().map_err(|error| Failure::from(cannot_write(&shown, &error)))?)
    }

    /// How many were written, and where.
    pub(super) fn told(&self) -> Diagnostic {
        let what = words::letters_written(self.taken.len(), self.folder.display().to_string());
        Diagnostic::note("letters", what)
    }

    /// A name that no file of the folder has, on any system.
    fn stem(&mut self, id: &str, name: &str) -> String {
        let plain = plain(&if name.is_empty() { id.to_owned() } else { format!("{id} {name}") });
        let mut stem = plain.clone();
        let mut count = 1;
        while !self.taken.insert(stem.to_lowercase()) {
            count += 1;
            stem = format!("{plain}-{count}");
        }
        stem
    }
}

/// A text as a file's name on any system: letters, digits and hyphens, and nothing that a system keeps for itself.
fn plain(text: &str) -> String {
    const KEPT: [&str; 4] = ["con", "prn", "aux", "nul"];
    let mut out = String::new();
    for c in text.chars().take(LONGEST) {
        match c {
            c if c.is_alphanumeric() => out.push(c),
            '_' => out.push('_'),
            _ if !out.ends_with('-') => out.push('-'),
            _ => {}
        }
    }
    let out = out.trim_matches('-');
    let lower = out.to_lowercase();
    let device = lower.len() == 4 && (lower.starts_with("com") || lower.starts_with("lpt"));
    if out.is_empty() || device || KEPT.contains(&lower.as_str()) { format!("candidate-{out}") } else { out.to_owned() }
}

fn cannot_write(shown: &str, error: &std::io::Error) -> Diagnostic {
    let problem = Diagnostic::error("cannot-write", words::cannot_write(shown, system::why(&error.kind().into())));
    problem.at(Place::file(shown)).help(system::help(error).unwrap_or_else(words::cannot_write_help))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_plain_and_differ() {
        for (text, name) in [
            ("C001 Ada Fictive", "C001-Ada-Fictive"),
            ("../../etc/passwd", "etc-passwd"),
            ("#17", "17"),
            ("=HYPERLINK(\"x\") Évil\u{202e}", "HYPERLINK-x-Évil"),
            ("con", "candidate-con"),
            ("LPT1", "candidate-LPT1"),
            ("...", "candidate-"),
        ] {
            assert_eq!(plain(text), name, "{text}");
        }
        let folder = tempfile::tempdir().unwrap();
        let mut letters = Letters::into(&folder.path().join("new")).unwrap();
        assert_eq!(["A/1", "a:1", "A 1"].map(|id| letters.stem(id, "")), ["A-1", "a-1-2", "A-1-3"]);
    }
}
