//! Where the output goes: a descriptor that is open, or a file that appears when it is whole.

mod descriptor;
mod ending;
mod inputs;
mod keep;
mod target;
mod whole;

use std::fs::File;
use std::io::{self, BufWriter, Write};

pub(super) use self::ending::{CRITERIA_ENDINGS, by_ending};
pub(super) use self::inputs::Inputs;
pub(super) use self::target::Target;
use self::whole::Whole;
pub(super) use self::whole::{Unfinished, remove};
use super::Failure;
use crate::catalogue::{commands as words, system};
use crate::diagnostic::Diagnostic;
use crate::exit::Exit;
use crate::pipeline::Stopped;

/// An open output. Nothing is left under a file's name unless [`Sink::finish`] is reached.
pub(super) struct Sink {
    to: To,
    closed: bool,
}

enum To {
    /// Written as it comes: a descriptor, a device or a pipe, which cannot be replaced.
    Direct(BufWriter<File>),
    Whole(BufWriter<Whole>),
}

const BUFFER: usize = 1 << 16;

impl Sink {
    /// What is open already.
    fn direct(file: File) -> Self {
        Self { to: To::Direct(BufWriter::with_capacity(BUFFER, file)), closed: false }
    }

    /// A file that appears when it is whole.
    fn whole(file: Whole) -> Self {
        Self { to: To::Whole(BufWriter::with_capacity(BUFFER, file)), closed: false }
    }

    /// Whether the reader has gone: nothing is wrong then, and nothing more is to be written.
    #[must_use]
    pub(super) fn closed(&self) -> bool {
        self.closed
    }

    /// Writes what is still held, and puts a file in its place. Answers with what is worth knowing about that.
    ///
    /// # Errors
    /// What the system says, or that the file's place has become that of an input.
    pub(super) fn finish(mut self) -> Result<Vec<Diagnostic>, Failure> {
        let failed = |error| Failure::from(Stopped::Output(error));
        match self.flush() {
            Err(_) if self.closed => return Ok(Vec::new()),
            done => done.map_err(failed)?,
        }
        match self.to {
            To::Direct(out) => {
                let file = out.into_inner().map_err(io::IntoInnerError::into_error);
                file.and_then(close).map_err(failed)?;
                Ok(Vec::new())
            }
            To::Whole(out) => {
                let whole = out.into_inner().map_err(io::IntoInnerError::into_error).map_err(failed)?;
                Ok(whole.commit()?)
            }
        }
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
            To::Direct(out) => out.write(bytes),
            To::Whole(out) => out.write(bytes),
        };
        self.remember(done)
    }

    fn flush(&mut self) -> io::Result<()> {
        let done = match &mut self.to {
            To::Direct(out) => out.flush(),
            To::Whole(out) => out.flush(),
        };
        self.remember(done)
    }
}

/// Refuses, before the work begins, to write on standard output where it is closed or one of the inputs.
///
/// # Errors
/// That it is so.
pub(super) fn check_standard(inputs: &Inputs) -> Result<(), Failure> {
    Ok(Target::of(None, inputs).map(drop)?)
}

/// Closes a file. Some systems tell only then that what was written did not reach the disk.
fn close(file: File) -> io::Result<()> {
    #[cfg(unix)]
    nix::unistd::close(file)?;
    #[cfg(not(unix))]
    drop(file);
    Ok(())
}

/// Writes a text that is whole to standard output.
///
/// # Errors
/// What the system says; a reader that has gone is no error.
pub(super) fn to_stdout(text: &[u8]) -> anyhow::Result<Exit> {
    let mut sink = Sink::direct(descriptor::standard_output().map_err(Failure::from)?);
    match sink.write_all(text) {
        Err(_) if sink.closed() => {}
        done => {
            done.map_err(|error| Failure::from(Stopped::Output(error)))?;
            sink.finish()?;
        }
    }
    Ok(Exit::Well)
}

/// A place that cannot be written, and why.
fn cannot_write(shown: &str, error: &io::Error) -> Diagnostic {
    // The kind alone: the whole error may name the temporary file.
    let problem = Diagnostic::error("cannot-write", words::cannot_write(shown, system::why(&error.kind().into())));
    problem.at(crate::diagnostic::Place::file(shown)).help(system::help(error).unwrap_or_else(words::cannot_write_help))
}
