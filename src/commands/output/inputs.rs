//! The files that are read, told from every other one.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::descriptor::standard;
use crate::catalogue::{Text, commands as words};
use crate::diagnostic::Diagnostic;

/// What tells a file from every other one, however it is reached.
#[cfg(unix)]
type Id = (u64, u64);
#[cfg(not(unix))]
type Id = std::path::PathBuf;

/// The files that are read, over which nothing may be written.
#[derive(Clone, Default)]
pub(crate) struct Inputs(Arc<[(Id, Text)]>);

impl Inputs {
    /// The files at these paths; `-` is standard input.
    pub(crate) fn of<'a>(paths: impl IntoIterator<Item = &'a Path>) -> Self {
        let named = |path: &Path| {
            if path == Path::new("-") {
                let stdin = standard(&io::stdin()).ok()?;
                return Some((id(&stdin.metadata().ok()?, None)?, words::stdin()));
            }
            Some((id(&fs::metadata(path).ok()?, Some(path))?, Text::same(path.display().to_string())))
        };
        Self(paths.into_iter().filter_map(named).collect())
    }

    /// These, and the file at another path.
    pub(crate) fn with(&self, path: Option<&Path>) -> Self {
        let more = Self::of(path);
        Self(self.0.iter().chain(more.0.iter()).cloned().collect())
    }

    /// Refuses the file of this metadata, where it is one of them.
    pub(super) fn refuse(&self, metadata: &Metadata, path: Option<&Path>) -> Result<(), Diagnostic> {
        let Some(id) = id(metadata, path) else { return Ok(()) };
        let Some((_, name)) = self.0.iter().find(|(input, _)| *input == id) else { return Ok(()) };
        let problem = Diagnostic::error("output-is-input", words::output_is_input(name));
        Err(problem.help(words::output_is_input_help()))
    }

    pub(super) fn refuse_open(&self, file: &File) -> Result<(), Diagnostic> {
        file.metadata().map_or(Ok(()), |metadata| self.refuse(&metadata, None))
    }
}

/// The identity of a file. A terminal, a socket or `/dev/null` may well be read and written in one run.
#[cfg(unix)]
fn id(metadata: &Metadata, _: Option<&Path>) -> Option<Id> {
    use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _};
    let kind = metadata.file_type();
    let holds = kind.is_file() || kind.is_fifo() || kind.is_block_device();
    holds.then(|| (metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn id(_: &Metadata, path: Option<&Path>) -> Option<Id> {
    fs::canonicalize(path?).ok()
}
