//! A problem told to a person: what is wrong, where, and what to do.

use std::sync::Arc;

use crate::catalogue::Text;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The run cannot go on.
    Error,
    /// The run goes on; `--strict` makes it fail at the end.
    Warning,
    /// Worth knowing, and nothing to do about it.
    Note,
}

/// Where in a file. Lines and columns count from 1; columns count characters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The file's name, as the user gave it.
    pub file: Arc<str>,
    /// The line; 0 for the file as a whole.
    pub line: u64,
    /// The column; 0 for the line as a whole.
    pub column: u64,
    /// How many characters are meant; at least 1 where `column` is given.
    pub width: u64,
    /// The line itself, where it helps to show it.
    pub text: Option<Arc<str>>,
}

impl Place {
    /// The file as a whole.
    #[must_use]
    pub fn file(name: &str) -> Self {
        Self { file: name.into(), ..Self::default() }
    }

    /// A line of a file.
    #[must_use]
    pub fn line(name: &str, line: u64) -> Self {
        Self { line, ..Self::file(name) }
    }
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// A short name for the kind of problem, the same in every language: `unknown-key`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Where it is.
    pub place: Option<Place>,
    /// What is wrong: lower case, no full stop, names in backquotes.
    pub what: Text,
    /// What to do about it.
    pub help: Option<Text>,
    /// Commands that do it, each to be typed as it stands.
    pub commands: Vec<String>,
}

impl Diagnostic {
    /// A problem that stops the run.
    #[must_use]
    pub fn error(code: &'static str, what: Text) -> Self {
        Self { code, severity: Severity::Error, place: None, what, help: None, commands: Vec::new() }
    }

    /// A problem that the run survives.
    #[must_use]
    pub fn warning(code: &'static str, what: Text) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, what) }
    }

    /// Something worth knowing.
    #[must_use]
    pub fn note(code: &'static str, what: Text) -> Self {
        Self { severity: Severity::Note, ..Self::error(code, what) }
    }

    /// At this place.
    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }

    /// With commands to be typed as they stand.
    #[must_use]
    pub fn commands(self, commands: Vec<String>) -> Self {
        Self { commands, ..self }
    }

    /// With this advice.
    #[must_use]
    pub fn help(self, help: Text) -> Self {
        Self { help: Some(help), ..self }
    }
}
