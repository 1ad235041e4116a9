//! Where the output is to go, found out before anything is read: a file's place, or a descriptor that is open already.

use std::fs::{self, File, Metadata};
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::whole::{Unfinished, Whole};
use super::{Sink, cannot_write};
use crate::catalogue::{Text, commands as words};
use crate::config;
use crate::diagnostic::{Diagnostic, Place};

/// What tells a file from every other one, however it is reached.
#[cfg(unix)]
type Id = (u64, u64);
#[cfg(not(unix))]
type Id = PathBuf;

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

impl Inputs {
    fn refuse_open(&self, file: &File) -> Result<(), Diagnostic> {
        file.metadata().map_or(Ok(()), |metadata| self.refuse(&metadata, None))
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

/// What is open under a number, to be written through, so that its place and its way of writing are kept.
fn descriptor(number: i32) -> io::Result<File> {
    match number {
        0 => standard(&io::stdin()),
        1 => standard(&io::stdout()),
        2 => standard(&io::stderr()),
        number => inherited(number),
    }
}

/// What the program was started with under another number than those of the standard ones.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn inherited(number: i32) -> io::Result<File> {
    use rustix::process::{PidfdFlags, PidfdGetfdFlags, getpid, pidfd_getfd, pidfd_open};
    let known = fs::read_to_string(format!("/proc/self/fdinfo/{number}"))?;
    let flags = known.lines().find_map(|line| line.strip_prefix("flags:"));
    let flags = flags.and_then(|flags| u32::from_str_radix(flags.trim(), 8).ok()).unwrap_or_default();
    if flags & rustix::fs::OFlags::CLOEXEC.bits() != 0 {
        // The program's own: nothing of that kind was there when it started.
        return Err(io::ErrorKind::NotFound.into());
    }
    let through = pidfd_open(getpid(), PidfdFlags::empty());
    match through.and_then(|own| pidfd_getfd(own, number, PidfdGetfdFlags::empty())) {
        Ok(file) => Ok(file.into()),
        // Where that is not allowed: opened once more.
        Err(_) => fs::OpenOptions::new().append(true).open(format!("/proc/self/fd/{number}")),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn inherited(number: i32) -> io::Result<File> {
    // What is opened there is what is open.
    fs::OpenOptions::new().append(true).open(format!("/dev/fd/{number}"))
}

/// Standard output, to be written through.
///
/// # Errors
/// That it was closed when the program started.
pub(super) fn standard_output() -> Result<File, Diagnostic> {
    let told = |error: io::Error| Diagnostic::error("cannot-write", words::cannot_write_on(error.to_string()));
    if config::is_closed(&io::stdout()) {
        return Err(Diagnostic::error("output-closed", words::output_closed()).help(words::output_closed_help()));
    }
    standard(&io::stdout()).map_err(told)
}

/// One of the standard streams as a file: without the standard library's own buffer, and with every error.
#[cfg(unix)]
fn standard(stream: &impl std::os::fd::AsFd) -> io::Result<File> {
    Ok(stream.as_fd().try_clone_to_owned()?.into())
}

#[cfg(windows)]
fn standard(stream: &impl std::os::windows::io::AsHandle) -> io::Result<File> {
    Ok(stream.as_handle().try_clone_to_owned()?.into())
}
