//! Where the output goes: standard output, or a file that appears when it is whole.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use tempfile::NamedTempFile;

use super::Failure;
use crate::catalogue::commands as words;
use crate::diagnostic::{Diagnostic, Place};
use crate::exit::Exit;
use crate::pipeline::Stopped;

/// The temporary file that an interruption has to take away.
pub type Unfinished = Arc<Mutex<Option<PathBuf>>>;

/// An open output. Nothing is left under a file's name unless [`Sink::finish`] is reached.
pub struct Sink {
    to: To,
    closed: bool,
}

enum To {
    Stdout(BufWriter<io::Stdout>),
    /// A device or a pipe, which cannot be replaced.
    Direct(BufWriter<fs::File>),
    File {
        temporary: BufWriter<NamedTempFile>,
        path: PathBuf,
        unfinished: Unfinished,
    },
}

const BUFFER: usize = 1 << 16;

impl Sink {
    /// Standard output.
    #[must_use]
    pub fn stdout() -> Self {
        Self { to: To::Stdout(BufWriter::with_capacity(BUFFER, io::stdout())), closed: false }
    }

    /// A file, written beside its place and moved there when whole. `inputs` may not be written over.
    ///
    /// # Errors
    /// A place that cannot be written, or that is one of the inputs.
    pub fn file(path: &Path, inputs: &[&Path], unfinished: &Unfinished) -> Result<Self, Diagnostic> {
        let shown = path.display().to_string();
        // The kind alone: the whole error may name the temporary file.
        let fail = |error: &io::Error| {
            let problem = Diagnostic::error("cannot-write", words::cannot_write(&shown, error.kind().to_string()));
            problem.at(Place::file(&shown)).help(words::cannot_write_help())
        };
        if let Some(input) = inputs.iter().find(|input| same_file(input, path)) {
            let problem = Diagnostic::error("output-is-input", words::output_is_input(input.display().to_string()));
            return Err(problem.help(words::output_is_input_help()));
        }
        // Through a link, the file it leads to is replaced, not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let old = fs::metadata(&path).ok();
        if old.as_ref().is_some_and(fs::Metadata::is_dir) {
            let problem = Diagnostic::error("output-is-directory", words::output_is_directory(&shown));
            return Err(problem.help(words::output_is_directory_help()));
        }
        if old.as_ref().is_some_and(|old| !old.is_file()) {
            let file = fs::OpenOptions::new().write(true).open(&path).map_err(|error| fail(&error))?;
            return Ok(Self { to: To::Direct(BufWriter::with_capacity(BUFFER, file)), closed: false });
        }
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        if !folder.exists() {
            let problem = Diagnostic::error("no-folder", words::no_folder(folder.display().to_string()));
            return Err(problem.at(Place::file(&shown)).help(words::no_folder_help()));
        }
        let mut builder = tempfile::Builder::new();
        builder.prefix(".screen-").suffix(".part");
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let temporary = builder.tempfile_in(folder).map_err(|error| fail(&error))?;
        if let Some(old) = old {
            // A file that may not be written is not replaced behind its owner's back.
            fs::OpenOptions::new().append(true).open(&path).map_err(|error| fail(&error))?;
            fs::set_permissions(temporary.path(), old.permissions()).map_err(|error| fail(&error))?;
        }
        *unfinished.lock().unwrap_or_else(PoisonError::into_inner) = Some(temporary.path().to_owned());
        let temporary = BufWriter::with_capacity(BUFFER, temporary);
        Ok(Self { to: To::File { temporary, path, unfinished: Arc::clone(unfinished) }, closed: false })
    }

    /// Whether the reader has gone: nothing is wrong then, and nothing more is to be written.
    #[must_use]
    pub fn closed(&self) -> bool {
        self.closed
    }

    /// Writes what is still held, and puts a file in its place.
    ///
    /// # Errors
    /// What the system says.
    pub fn finish(mut self) -> io::Result<()> {
        if self.closed {
            return Ok(());
        }
        match self.flush() {
            Err(_) if self.closed => return Ok(()),
            done => done?,
        }
        if let To::File { temporary, path, unfinished } = self.to {
            let temporary = temporary.into_inner().map_err(io::IntoInnerError::into_error)?;
            temporary.as_file().sync_all()?;
            temporary.persist(path).map_err(|error| error.error)?;
            *unfinished.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }
        Ok(())
    }

    fn remember<T>(&mut self, done: io::Result<T>) -> io::Result<T> {
        if let Err(error) = &done {
            self.closed |= error.kind() == io::ErrorKind::BrokenPipe;
        }
        done
    }
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let done = match &mut self.to {
            To::Stdout(out) => out.write(bytes),
            To::Direct(out) => out.write(bytes),
            To::File { temporary, .. } => temporary.write(bytes),
        };
        self.remember(done)
    }

    fn flush(&mut self) -> io::Result<()> {
        let done = match &mut self.to {
            To::Stdout(out) => out.flush(),
            To::Direct(out) => out.flush(),
            To::File { temporary, .. } => temporary.flush(),
        };
        self.remember(done)
    }
}

/// Writes a text that is whole to standard output.
///
/// # Errors
/// What the system says; a reader that has gone is no error.
pub fn to_stdout(text: &[u8]) -> anyhow::Result<Exit> {
    let mut sink = Sink::stdout();
    match sink.write_all(text).and_then(|()| sink.flush()) {
        Err(_) if sink.closed() => {}
        done => done.map_err(|error| Failure::from(Stopped::Output(error)))?,
    }
    Ok(Exit::Well)
}

/// Whether two paths are one file.
fn same_file(a: &Path, b: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        if let (Ok(a), Ok(b)) = (fs::metadata(a), fs::metadata(b)) {
            return a.is_file() && a.dev() == b.dev() && a.ino() == b.ino();
        }
    }
    matches!((fs::canonicalize(a), fs::canonicalize(b)), (Ok(a), Ok(b)) if a == b)
}
