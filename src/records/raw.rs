//! The bytes of an input as they stand, looked at before anything is made of them.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use flate2::bufread::MultiGzDecoder;

use super::problems::{cannot_open, directory};
use super::source::{CHUNK, CountedStream};
use super::{Input, content, encoding};
use crate::diagnostic::Diagnostic;

/// How much of a file is looked at to find out its encoding, and how much where that has no accents in it.
pub(super) const HEAD: usize = 1 << 20;
const LONG_HEAD: usize = 8 << 20;
/// How much of the text is looked at to find out its dialect.
pub(super) const SAMPLE: usize = 64 << 10;

/// The bytes of an input, and what is known of them.
pub(super) struct Raw {
    /// What was read to look at it.
    pub(super) head: Vec<u8>,
    /// What follows.
    pub(super) rest: Box<dyn Read + Send>,
    /// The file itself, where the bytes are a file's as it stands.
    pub(super) file: Option<Arc<File>>,
    pub(super) size: Option<u64>,
    pub(super) count: Arc<AtomicU64>,
    /// Whether there is no more than what was read.
    pub(super) ended: bool,
    /// Whether records are to be handed over as they come.
    pub(super) live: bool,
}

impl Raw {
    pub(super) fn open(input: Input, name: &str, at_once: bool) -> Result<Self, Diagnostic> {
        let count = Arc::new(AtomicU64::new(0));
        let (stream, file, size): (Box<dyn Read + Send>, _, _) = match input {
            Input::Stdin(stream) => (stream, None, None),
            Input::Path(path) => {
                let (file, size) = open_file(&path, name)?;
                let file = Arc::new(file);
                (Box::new(Arc::clone(&file)), size.is_some().then_some(file), size)
            }
        };
        Ok(Self {
            head: Vec::new(),
            rest: Box::new(CountedStream { inner: stream, count: Arc::clone(&count) }),
            live: file.is_none() && at_once,
            file,
            size,
            count,
            ended: false,
        })
    }

    /// Reads enough to find out what it is. Where reading fails after a while, that is told when what was read has been
    /// used.
    pub(super) fn look(&mut self) -> io::Result<()> {
        match self.look_at_head() {
            Err(error) if !self.head.is_empty() => self.rest = Box::new(Failing(Some(error))),
            result => return result,
        }
        Ok(())
    }

    /// Of a stream whose records are awaited, no more than two lines are looked at.
    fn look_at_head(&mut self) -> io::Result<()> {
        if self.live {
            while !self.ended && self.head.len() < SAMPLE && self.awaited().is_none() {
                self.read_once(SAMPLE)?;
            }
            return Ok(());
        }
        self.read_up_to(HEAD)?;
        let mut plain = self.head.is_ascii();
        while !self.ended && self.head.len() < LONG_HEAD && plain {
            let from = self.head.len();
            self.read_up_to(from + CHUNK)?;
            plain = self.head[from..].is_ascii();
        }
        Ok(())
    }

    /// Reads what there is, if that is not too much.
    fn read_once(&mut self, up_to: usize) -> io::Result<()> {
        let from = self.head.len();
        self.head.resize(up_to, 0);
        let count = encoding::read(&mut self.rest, &mut self.head[from..]);
        self.head.truncate(from + *count.as_ref().unwrap_or(&0));
        self.ended = count? == 0;
        Ok(())
    }

    /// Reads until so much is there, in however small pieces it comes.
    fn read_up_to(&mut self, length: usize) -> io::Result<()> {
        let from = self.head.len();
        let wanted = length.saturating_sub(from);
        // Of a small file no more room than it takes, and one byte to see that it ends.
        let size = self.size.filter(|_| self.file.is_some()).and_then(|size| usize::try_from(size).ok());
        self.head.reserve_exact(size.map_or(wanted, |size| wanted.min(size.saturating_sub(from) + 1)));
        let count = self.rest.by_ref().take(wanted as u64).read_to_end(&mut self.head)?;
        self.ended = count < wanted;
        Ok(())
    }

    /// The same, uncompressed.
    pub(super) fn unpack(self) -> Self {
        let packed = BufReader::with_capacity(CHUNK, Cursor::new(self.head).chain(self.rest));
        Self { head: Vec::new(), rest: Box::new(MultiGzDecoder::new(packed)), file: None, ended: false, ..self }
    }

    /// Where the lines end that decide of a stream whose records are awaited, however much more has come with them.
    pub(super) fn awaited(&self) -> Option<usize> {
        if self.live && !content::is_container(&self.head) { two_lines(&self.head) } else { None }
    }

    /// What decides, so that it is the same however a stream happens to arrive.
    pub(super) fn known(&self) -> &[u8] {
        &self.head[..self.awaited().unwrap_or(self.head.len())]
    }

    pub(super) fn whole(self) -> impl Read + Send + 'static {
        Cursor::new(self.head).chain(self.rest)
    }
}

/// A stream that has failed.
struct Failing(Option<io::Error>);

impl Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

/// Where the second line that has something on it ends, its line end included.
pub(super) fn two_lines(head: &[u8]) -> Option<usize> {
    let ends = |(i, byte): (usize, &u8)| match byte {
        b'\n' => true,
        b'\r' => head.get(i + 1).is_some_and(|next| *next != b'\n' && *next != 0),
        _ => false,
    };
    let mut from = 0;
    let mut lines = 0;
    for (i, _) in head.iter().enumerate().filter(|at| ends(*at)) {
        lines += usize::from(head[from..i].iter().any(|byte| *byte > b' '));
        from = i + 1;
        if lines == 2 {
            return Some(from);
        }
    }
    None
}

/// The file, and its size where it is a file that can be read from any place.
fn open_file(path: &Path, name: &str) -> Result<(File, Option<u64>), Diagnostic> {
    let file = File::open(path).map_err(|error| cannot_open(&error, path, name))?;
    let about = file.metadata().map_err(|error| cannot_open(&error, path, name))?;
    if about.is_dir() {
        return Err(directory(name));
    }
    let size = about.is_file().then_some(about.len());
    Ok((file, size))
}
