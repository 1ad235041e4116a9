//! Where the output is to go, found out before anything is read: a file's place, or a descriptor that is open already.

use std::fs::{self, File};
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};

use super::descriptor::{descriptor, standard_output};
use super::inputs::Inputs;
use super::whole::{Unfinished, Whole};
use super::{Sink, cannot_write};
use crate::catalogue::commands as words;
use crate::diagnostic::{Diagnostic, Place};

/// Where the output is to go.
pub(crate) enum Target {
    /// Standard output.
    Standard(File),
    /// Another descriptor.
    Open(File),
    /// A file, a device or a pipe.
    At(PathBuf),
}

impl Target {
    /// Standard output if no path is given, and for `-` and the paths that lead to it; the place the path leads to if
    /// it is a link, whether there is a file or not yet.
    ///
    /// # Errors
    /// A place that cannot be written, or that is one of the inputs.
    pub(crate) fn of(path: Option<&Path>, inputs: &Inputs) -> Result<Self, Diagnostic> {
        let Some(path) = path.filter(|path| *path != Path::new("-")) else {
            let file = standard_output()?;
            inputs.refuse_open(&file)?;
            return Ok(Self::Standard(file));
        };
        let shown = path.display().to_string();
        match resolve(path, &shown)? {
            Resolved::Descriptor(1) => Self::of(None, inputs),
            Resolved::Descriptor(number) => {
                let file = descriptor(number).map_err(|error| cannot_write(&shown, &error))?;
                inputs.refuse_open(&file)?;
                Ok(Self::Open(file))
            }
            Resolved::Path(path) => {
                let Ok(old) = fs::metadata(&path) else { return Ok(Self::At(path)) };
                if old.is_dir() {
                    let problem = Diagnostic::error("output-is-directory", words::output_is_directory(&shown));
                    return Err(problem.help(words::output_is_directory_help()));
                }
                inputs.refuse(&old, Some(&path))?;
                Ok(Self::At(path))
            }
        }
    }

    /// The place of a file that is to be.
    pub(crate) fn place(&self) -> Option<&Path> {
        match self {
            Self::At(path) => Some(path),
            _ => None,
        }
    }

    /// Whether it is standard output.
    pub(crate) fn is_standard(&self) -> bool {
        matches!(self, Self::Standard(_))
    }

    /// Whether it is a terminal.
    pub(crate) fn is_terminal(&self) -> bool {
        match self {
            Self::Standard(file) | Self::Open(file) => file.is_terminal(),
            Self::At(_) => false,
        }
    }

    /// Opens it. A file is written beside its place and moved there when whole.
    ///
    /// # Errors
    /// A place that cannot be written.
    pub(crate) fn open(self, inputs: &Inputs, unfinished: &Unfinished) -> Result<Sink, Diagnostic> {
        let path = match self {
            Self::Standard(file) | Self::Open(file) => return Ok(Sink::direct(file)),
            Self::At(path) => path,
        };
        let old = fs::metadata(&path).ok();
        if old.as_ref().is_some_and(|old| !old.is_file()) {
            let file = fs::OpenOptions::new().write(true).open(&path);
            return file.map(Sink::direct).map_err(|error| cannot_write(&path.display().to_string(), &error));
        }
        Whole::new(path, old.is_some(), inputs, unfinished).map(Sink::whole)
    }
}

/// Where a path leads.
enum Resolved {
    /// To what the program was given under this number.
    Descriptor(i32),
    /// To this place, which is no link.
    Path(PathBuf),
}

/// As many links are followed as the system follows.
const MOST_LINKS: usize = 40;

/// Follows the links of a path, to a place that there may not be yet.
fn resolve(path: &Path, shown: &str) -> Result<Resolved, Diagnostic> {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let Some(name) = path.file_name() else { return Ok(Resolved::Path(path)) };
        if let Some(number) = number(folder, name) {
            return Ok(Resolved::Descriptor(number));
        }
        let names_folder = path.as_os_str().as_encoded_bytes().ends_with(b"/");
        let folder = match fs::canonicalize(if names_folder { &path } else { folder }) {
            Ok(real) if names_folder => return Ok(Resolved::Path(real)),
            Ok(real) => real,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let folder = if names_folder { &path } else { folder };
                return Err(no_folder(folder, shown));
            }
            Err(error) => return Err(cannot_write(shown, &error)),
        };
        let full = folder.join(name);
        if !fs::symlink_metadata(&full).is_ok_and(|found| found.is_symlink()) {
            return Ok(Resolved::Path(full));
        }
        let next = fs::read_link(&full).map_err(|error| cannot_write(shown, &error))?;
        let next = folder.join(next);
        if fs::symlink_metadata(&next).is_err() && fs::metadata(&full).is_ok() {
            // What the system keeps of another process is no path though it looks like one.
            return Ok(Resolved::Path(full));
        }
        path = next;
    }
    let problem = Diagnostic::error("link-loop", words::link_loop(shown));
    Err(problem.at(Place::file(shown)).help(words::cannot_write_help()))
}

fn no_folder(folder: &Path, shown: &str) -> Diagnostic {
    let problem = Diagnostic::error("no-folder", words::no_folder(folder.display().to_string()));
    problem.at(Place::file(shown)).help(words::no_folder_help())
}

/// The descriptor that a name in this folder stands for.
fn number(folder: &Path, name: &std::ffi::OsStr) -> Option<i32> {
    let number = name.to_str()?.parse().ok();
    if folder == Path::new("/dev/fd") || folder == Path::new("/proc/self/fd") {
        return number;
    }
    // Also under the process's own number, and as its threads see it.
    let own = fs::canonicalize("/proc/self").ok()?;
    let folder = fs::canonicalize(folder).ok()?;
    if folder.starts_with(own) && folder.ends_with("fd") { number } else { None }
}
