//! The decisions file while somebody answers: each answer is on disk before the next question, and nobody else writes it.

use std::fs;
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

use super::super::output::{Inputs, Target, Unfinished};
use super::super::{Failure, shown};
use crate::catalogue::{Lang, Text, list_and, settle as words, system};
use crate::decisions::{self, Entry, WIDTH};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::pipeline::Stopped;
use crate::records::{self, ReadOptions};
use crate::render::decisions as rows;

/// A decisions file to which answers are added. Another run cannot open it meanwhile.
pub(super) struct DecisionsFile {
    path: PathBuf,
    /// What was there before, and what is added, a line for each answer.
    before: Vec<u8>,
    added: Vec<String>,
    columns: [Option<usize>; WIDTH],
    width: usize,
    mark: u8,
    inputs: Inputs,
    unfinished: Unfinished,
    _lock: Lock,
}

impl DecisionsFile {
    /// Opens a decisions file, which need not be there yet; answers with the decisions in it.
    ///
    /// # Errors
    /// It is one of the inputs, no CSV in UTF-8, damaged, or held by somebody else.
    pub(super) fn open(
        path: &Path,
        inputs: &Inputs,
        by: &str,
        lang: Lang,
        unfinished: &Unfinished,
    ) -> Result<(Self, Vec<Entry>), Failure> {
        let name = shown(path);
        let target = Target::of(Some(path), inputs)?;
        let Some(place) = target.place().filter(|place| !place.exists() || place.is_file()) else {
            return Err(cannot_add(&name, words::no_file()).into());
        };
        let lock = Lock::of(place, by, &name)?;
        let before = match fs::read(place) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(cannot_add(&name, system::why(&error)).into()),
        };
        let mut kept = Self {
            path: place.to_owned(),
            before,
            added: Vec::new(),
            columns: rows::columns(),
            width: WIDTH,
            mark: b',',
            inputs: inputs.clone(),
            unfinished: unfinished.clone(),
            _lock: lock,
        };
        if kept.before.iter().all(u8::is_ascii_whitespace) {
            kept.before = rows::header(lang).into_bytes();
            return Ok((kept, Vec::new()));
        }
        let entries = kept.look(&name)?;
        if !kept.before.ends_with(b"\n") {
            kept.before.push(b'\n');
        }
        Ok((kept, entries))
    }

    /// Finds out how the file is written.
    fn look(&mut self, name: &str) -> Result<Vec<Entry>, Failure> {
        if str::from_utf8(&self.before).is_err()
            || [&b"PK"[..], b"{"].iter().any(|start| self.before.starts_with(start))
        {
            return Err(cannot_add(name, words::no_csv()).into());
        }
        let input = || records::Input::Stdin(Box::new(io::Cursor::new(self.before.clone())));
        let (entries, problems) = decisions::read(input(), name)?;
        if problems.iter().any(|problem| problem.severity != Severity::Note) {
            return Err(Failure::Problems(problems));
        }
        let bound = match records::open(input(), name, &ReadOptions::default(), true) {
            Ok(source) => {
                self.width = source.header().len();
                self.mark = source.dialect().delimiter;
                decisions::bind(source.header(), source.header_line(), name)?
            }
            // A header and nothing else: the same columns in the same order, or none that can be told.
            Err(_) => self.header_alone(name)?,
        };
        let missing = (0..).zip(bound).filter(|(_, column)| column.is_none());
        let missing: Vec<_> = missing.map(|(at, _)| decisions::named(at)).collect();
        if !missing.is_empty() {
            return Err(cannot_add(name, words::no_room_for(list_and(&missing))).into());
        }
        self.columns = bound;
        Ok(entries)
    }

    /// The columns of a file that is a header.
    fn header_alone(&mut self, name: &str) -> Result<[Option<usize>; WIDTH], Failure> {
        let mut with_a_row = self.before.clone();
        with_a_row.extend_from_slice(b"\n\"x\"\n");
        let input = records::Input::Stdin(Box::new(io::Cursor::new(with_a_row)));
        let source = records::open(input, name, &ReadOptions::default(), true)?;
        self.width = source.header().len();
        self.mark = source.dialect().delimiter;
        Ok(decisions::bind(source.header(), source.header_line(), name)?)
    }

    /// Keeps an answer: it is on disk when this is done.
    ///
    /// # Errors
    /// It cannot be written.
    pub(super) fn keep(&mut self, entry: &Entry) -> Result<(), Failure> {
        self.added.push(rows::line(entry, &self.columns, self.width, self.mark));
        self.write()
    }

    /// Takes the last answer back.
    ///
    /// # Errors
    /// It cannot be written.
    pub(super) fn take_back(&mut self) -> Result<(), Failure> {
        self.added.pop();
        self.write()
    }

    /// How many answers were added.
    pub(super) const fn added(&self) -> usize {
        self.added.len()
    }

    fn write(&self) -> Result<(), Failure> {
        let failed = |error| Failure::from(Stopped::Output(error));
        let mut sink = Target::At(self.path.clone()).open(&self.inputs, &self.unfinished)?;
        sink.write_all(&self.before).map_err(failed)?;
        self.added.iter().try_for_each(|line| sink.write_all(line.as_bytes())).map_err(failed)?;
        sink.finish()?;
        // The name, too, is to outlive a power cut.
        #[cfg(unix)]
        if let Some(folder) = self.path.parent() {
            fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
        }
        Ok(())
    }
}

fn cannot_add(name: &str, why: Text) -> Diagnostic {
    let problem = Diagnostic::error("cannot-settle", words::cannot_add(name, why));
    problem.at(Place::file(name)).help(words::cannot_add_help())
}

/// Holds off other runs on the same file: a file beside it that says who holds it, locked for as long as the run lives.
struct Lock {
    path: PathBuf,
    _file: fs::File,
}

impl Lock {
    /// Locks the file at this place, shown as `name`, for somebody.
    ///
    /// # Errors
    /// Somebody else holds it.
    fn of(place: &Path, by: &str, name: &str) -> Result<Self, Failure> {
        let mut path = place.as_os_str().to_owned();
        path.push(".lock");
        let path = PathBuf::from(path);
        let fail = |error: &io::Error| Failure::from(cannot_add(name, system::why(&error.kind().into())));
        loop {
            let open = fs::OpenOptions::new().create(true).read(true).write(true).truncate(false).open(&path);
            let mut file = open.map_err(|error| fail(&error))?;
            match file.try_lock() {
                Err(fs::TryLockError::WouldBlock) => {
                    let mut holder = String::new();
                    let _ = file.read_to_string(&mut holder);
                    let problem = Diagnostic::error("held", words::held(name, holder.trim()));
                    return Err(problem.at(Place::file(name)).help(words::held_help()).into());
                }
                // Where files cannot be locked, nobody is held off.
                Err(fs::TryLockError::Error(_)) | Ok(()) => {}
            }
            // Another run may have taken its own away in between: then this one is nobody's.
            if !is_still(&file, &path) {
                continue;
            }
            let text = words::holder(by, std::process::id().to_string()).en;
            let write = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(text.as_bytes()));
            write.map_err(|error| fail(&error))?;
            return Ok(Self { path, _file: file });
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// Whether an open file is the one that is at this place.
#[cfg(unix)]
fn is_still(file: &fs::File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let id = |found: fs::Metadata| (found.dev(), found.ino());
    match (file.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(there)) => id(open) == id(there),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_still(_: &fs::File, _: &Path) -> bool {
    true
}
