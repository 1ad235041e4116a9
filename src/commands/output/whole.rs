//! A file that appears under its name when it is whole.
//!
//! Until then it has no name where the system can do that, so that whatever ends the program leaves nothing of it.
//! Elsewhere it waits under a name of its own that nobody else may read; what a run that was killed left so, the next
//! one to the same name takes away. Each holds a lock on its file while it lives, by which others know that it does.

use std::ffi::OsString;
use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tempfile::{Builder, TempPath};

use super::inputs::Inputs;
use super::{cannot_write, keep};
use crate::diagnostic::Diagnostic;

/// The name of a file that waits. Held while a file is put in its place, so that an interruption comes before or after.
pub(crate) type Unfinished = Arc<Mutex<Option<PathBuf>>>;

/// Takes away the file that waits, and holds off whoever would put one in its place.
pub(crate) fn remove(unfinished: &Unfinished) -> MutexGuard<'_, Option<PathBuf>> {
    let mut waiting = unfinished.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(path) = waiting.take() {
        let _ = fs::remove_file(path);
    }
    waiting
}

/// A file that is being written.
pub(super) struct Whole {
    file: File,
    /// Its name while it waits, if it has one, and the rights it is to have if no file is there before it.
    waits: Option<(TempPath, Permissions)>,
    path: PathBuf,
    inputs: Inputs,
    unfinished: Unfinished,
}

impl Whole {
    /// A file for this place, at which there is one already or not. The place is no link.
    ///
    /// # Errors
    /// A place that cannot be written.
    pub(super) fn new(
        path: PathBuf,
        is_there: bool,
        inputs: &Inputs,
        unfinished: &Unfinished,
    ) -> Result<Self, Diagnostic> {
        Self::open(path, is_there, inputs, unfinished, unnamed)
    }

    fn open(
        path: PathBuf,
        is_there: bool,
        inputs: &Inputs,
        unfinished: &Unfinished,
        unnamed: fn(&Path) -> Option<File>,
    ) -> Result<Self, Diagnostic> {
        let fail = |error: io::Error| cannot_write(&path.display().to_string(), &error);
        if is_there {
            // A file that may not be written is not replaced behind its owner's back.
            fs::OpenOptions::new().append(true).open(&path).map_err(fail)?;
        }
        let folder = folder(&path);
        sweep(folder, &start(&path));
        let (file, waits) = match unnamed(folder) {
            Some(file) => {
                // For the moment in which it has another name than its own.
                let _ = file.try_lock();
                (file, None)
            }
            None => {
                let (file, name, rights) = named(folder, &start(&path)).map_err(fail)?;
                *unfinished.lock().unwrap_or_else(PoisonError::into_inner) = Some(name.to_path_buf());
                (file, Some((name, rights)))
            }
        };
        Ok(Self { file, waits, path, inputs: inputs.clone(), unfinished: Arc::clone(unfinished) })
    }

    /// Puts the file in its place. Answers with what could not be kept of the one that was there.
    ///
    /// # Errors
    /// What the system says, or that an input is now in that place.
    pub(super) fn commit(mut self) -> Result<Vec<Diagnostic>, Diagnostic> {
        let shown = self.path.display().to_string();
        let fail = |error: &io::Error| cannot_write(&shown, error);
        self.file.sync_all().map_err(|error| fail(&error))?;
        let old = fs::metadata(&self.path).ok().filter(Metadata::is_file);
        let mut told = Vec::new();
        match &old {
            Some(old) => {
                self.inputs.refuse(old, Some(&self.path))?;
                told = keep::keep(&self.file, &self.path, old);
            }
            None => {
                if let Some((_, rights)) = &self.waits {
                    self.file.set_permissions(rights.clone()).map_err(|error| fail(&error))?;
                }
            }
        }
        let waits = self.waits.take();
        let mut unfinished = self.unfinished.lock().unwrap_or_else(PoisonError::into_inner);
        let placed = match waits {
            Some((name, _)) => name.persist(&self.path).map_err(|error| error.error),
            None => place(&self.file, &self.path, old.is_some()),
        };
        *unfinished = None;
        placed.map_err(|error| fail(&error))?;
        Ok(told)
    }
}

impl Write for Whole {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// The folder of a place.
fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// How the names of files start that wait for this place.
fn start(path: &Path) -> OsString {
    // Names have 255 bytes at most.
    const MOST: usize = 60;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    format!(".screen-{}-", name.chars().take(MOST).collect::<String>()).into()
}

const END: &str = ".part";

fn builder(start: &OsString) -> Builder<'_, 'static> {
    let mut builder = Builder::new();
    builder.prefix(start).suffix(END);
    builder
}

/// A file in this folder that has no name, where the system can make one and give it one later.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn unnamed(folder: &Path) -> Option<File> {
    use rustix::fs::{CWD, Mode, OFlags, openat};
    // The system takes from these rights what new files are not to have.
    let rights = Mode::from_raw_mode(0o666);
    let file = openat(CWD, folder, OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC, rights).ok()?;
    let file = File::from(file);
    fs::metadata(through(&file)).is_ok().then_some(file)
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn unnamed(_: &Path) -> Option<File> {
    None
}

/// The path that leads to an open file, named or not.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn through(file: &File) -> PathBuf {
    use std::os::fd::AsRawFd as _;
    PathBuf::from(format!("/proc/self/fd/{}", file.as_raw_fd()))
}

/// Gives a file without a name its own: at once where none is there, else another one for the moment, since the system
/// replaces a name only by another.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn place(file: &File, path: &Path, is_there: bool) -> io::Result<()> {
    use rustix::fs::{AtFlags, CWD, linkat};
    let link = |name: &Path| -> io::Result<()> { Ok(linkat(CWD, through(file), CWD, name, AtFlags::SYMLINK_FOLLOW)?) };
    if !is_there {
        match link(path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            done => return done,
        }
    }
    let named = builder(&start(path)).make_in(folder(path), link)?;
    named.persist(path).map(drop).map_err(|error| error.error)
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn place(_: &File, _: &Path, _: bool) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// A file in this folder that nobody else may read, its name, and the rights of a new file.
fn named(folder: &Path, start: &OsString) -> io::Result<(File, TempPath, Permissions)> {
    let mut builder = builder(start);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    loop {
        let (file, name) = builder.tempfile_in(folder)?.into_parts();
        // Where files cannot be locked, none is taken for left behind either.
        let _ = file.lock();
        if !name.exists() {
            // Taken for left behind before it was locked.
            continue;
        }
        // What the system left of the rights asked for is what new files have.
        let rights = file.metadata()?.permissions();
        #[cfg(unix)]
        file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
        return Ok((file, name, rights));
    }
}

/// Takes away what runs to the same name left when they were killed: those that live hold a lock.
fn sweep(folder: &Path, start: &OsString) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.as_encoded_bytes();
        let waits = name.starts_with(start.as_encoded_bytes()) && name.ends_with(END.as_bytes());
        if waits && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let open = fs::OpenOptions::new().read(true).write(true).open(entry.path());
            if open.is_ok_and(|file| file.try_lock().is_ok()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    /// Files of a folder that wait.
    fn waiting(folder: &Path) -> Vec<PathBuf> {
        let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        paths.filter(|path| path.to_string_lossy().ends_with(END)).collect()
    }

    /// A file as where files must have names.
    fn whole(path: &Path, unfinished: &Unfinished) -> Whole {
        Whole::open(path.to_owned(), path.exists(), &Inputs::default(), unfinished, |_| None).unwrap()
    }

    #[test]
    fn a_file_that_waits_under_a_name_is_nobody_elses() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out");
        let usual = mode(tempfile_of_all(folder.path()).path());
        for (old, rights) in [(None, usual), (Some(0o640), 0o640)] {
            if let Some(old) = old {
                fs::write(&path, "old").unwrap();
                fs::set_permissions(&path, Permissions::from_mode(old)).unwrap();
            }
            let unfinished = Unfinished::default();
            let mut file = whole(&path, &unfinished);
            file.write_all(b"new").unwrap();
            let [waits] = waiting(folder.path()).try_into().unwrap();
            assert_eq!((mode(&waits), unfinished.lock().unwrap().as_ref()), (0o600, Some(&waits)));
            // Another run to the same name lets it live.
            drop(whole(&path, &Unfinished::default()));
            assert!(waits.exists());
            assert_eq!(file.commit().unwrap(), []);
            assert_eq!((mode(&path), fs::read_to_string(&path).unwrap().as_str()), (rights, "new"));
            assert_eq!((waiting(folder.path()).len(), unfinished.lock().unwrap().as_ref()), (0, None));
        }
    }

    fn tempfile_of_all(folder: &Path) -> tempfile::NamedTempFile {
        Builder::new().permissions(Permissions::from_mode(0o666)).tempfile_in(folder).unwrap()
    }

    #[test]
    fn nothing_is_left_of_a_file_that_is_given_up_or_interrupted() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out");
        drop(whole(&path, &Unfinished::default()));
        let unfinished = Unfinished::default();
        let _file = whole(&path, &unfinished);
        assert_eq!(waiting(folder.path()).len(), 1);
        drop(remove(&unfinished));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn another_group_and_owner_get_no_more_than_everybody() {
        for (mode, owned, grouped, rights) in [
            (0o4750, true, true, 0o4750),
            (0o4750, false, true, 0o750),
            (0o6664, true, false, 0o644),
            (0o2760, true, false, 0o700),
            (0o1777, false, false, 0o1777),
        ] {
            assert_eq!(keep::rights(mode, owned, grouped), rights, "{mode:o}");
        }
    }
}
