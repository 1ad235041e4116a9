//! Records brought into an order in little memory, about a fiftieth of what they have: sorted runs wait in a temporary
//! file and are merged at the end.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;

use crate::records::packed;

/// What records are ordered by: the first number, then the second one.
pub(crate) type SortKey = (u64, u64);

/// How many bytes of records are held before they are sorted and go to the file, at the least.
const HELD: usize = 2 << 20;
/// No more is held than such a part of what the file has: runs grow with it, and stay few enough to be merged at once.
const PART: u64 = 128;
/// How many bytes of a run are read at a time.
const WINDOW: usize = 64 << 10;
/// No more stands before a record: its order, the first number as the difference to the one before, and how long it is.
const HEAD: usize = 3 * packed::MOST;

/// Records as they come. Each thread fills its own.
#[derive(Default)]
pub(crate) struct Runs {
    held: Vec<u8>,
    /// The order of each record that is held, and where it begins and ends.
    index: Vec<(SortKey, usize, usize)>,
    bytes: Vec<u8>,
    file: Option<File>,
    /// Where each run in the file ends.
    ends: Vec<u64>,
    count: u64,
}

impl Runs {
    /// Adds a record, which `write` writes.
    ///
    /// # Errors
    /// A temporary file that cannot be written.
    pub(crate) fn push(&mut self, order: SortKey, write: impl FnOnce(&mut Vec<u8>)) -> io::Result<()> {
        let start = self.held.len();
        write(&mut self.held);
        self.index.push((order, start, self.held.len()));
        self.count += 1;
        let filed = self.ends.last().unwrap_or(&0) / PART;
        if self.held.len() < HELD || (self.held.len() as u64) < filed { Ok(()) } else { self.put_away() }
    }

    /// How many records there are.
    #[must_use]
    pub(crate) const fn count(&self) -> u64 {
        self.count
    }

    /// Sorts what is held into one run.
    fn sort(&mut self) {
        self.index.sort_unstable();
        self.bytes.clear();
        let mut before = 0;
        for ((first, second), start, end) in self.index.drain(..) {
            packed::put(first - before, &mut self.bytes);
            packed::put(second, &mut self.bytes);
            packed::put((end - start) as u64, &mut self.bytes);
            self.bytes.extend_from_slice(&self.held[start..end]);
            before = first;
        }
        self.held.clear();
    }

    /// Writes what is held as one run.
    fn put_away(&mut self) -> io::Result<()> {
        self.sort();
        super::temporary(&mut self.file)?.write_all(&self.bytes)?;
        self.ends.push(self.ends.last().unwrap_or(&0) + self.bytes.len() as u64);
        Ok(())
    }
}

/// All records of some runs, in their order.
pub(crate) struct Merged {
    runs: Vec<SortedRun>,
    files: Vec<File>,
    /// The next record of each run.
    next: BinaryHeap<Reverse<(SortKey, usize)>>,
}

impl Merged {
    /// Of all that has been added.
    ///
    /// # Errors
    /// A temporary file that cannot be read.
    pub(crate) fn new(all: Vec<Runs>) -> io::Result<Self> {
        let mut merged = Self { runs: Vec::new(), files: Vec::new(), next: BinaryHeap::new() };
        for mut runs in all {
            runs.sort();
            let mut from = 0;
            for to in runs.ends {
                merged.runs.push(SortedRun::new(merged.files.len(), from..to, Vec::new()));
                from = to;
            }
            merged.runs.push(SortedRun::new(0, 0..0, runs.bytes));
            merged.files.extend(runs.file);
        }
        for (at, run) in merged.runs.iter_mut().enumerate() {
            merged.next.extend(run.head(&mut merged.files)?.map(|order| Reverse((order, at))));
        }
        Ok(merged)
    }

    /// Adds the next record to `out` and answers with its order; nothing where there are no more.
    ///
    /// # Errors
    /// A temporary file that cannot be read.
    pub(crate) fn next(&mut self, out: &mut Vec<u8>) -> io::Result<Option<SortKey>> {
        let Some(mut first) = self.next.peek_mut() else { return Ok(None) };
        let Reverse((order, at)) = *first;
        let run = &mut self.runs[at];
        run.take(&mut self.files, out)?;
        match run.head(&mut self.files)? {
            Some(next) => *first = Reverse((next, at)),
            None => {
                PeekMut::pop(first);
            }
        }
        Ok(Some(order))
    }
}

/// One run, a part of it in memory.
struct SortedRun {
    file: usize,
    /// What has not been read of it is there in the file.
    left: Range<u64>,
    bytes: Vec<u8>,
    at: usize,
    /// The first number of the next record, and how long that is.
    first: u64,
    length: usize,
}

impl SortedRun {
    const fn new(file: usize, left: Range<u64>, bytes: Vec<u8>) -> Self {
        Self { file, left, bytes, at: 0, first: 0, length: 0 }
    }

    /// The order of the next record, whose bytes are then to be taken.
    fn head(&mut self, files: &mut [File]) -> io::Result<Option<SortKey>> {
        self.have(HEAD, files)?;
        let mut from = &self.bytes[self.at..];
        if from.is_empty() {
            *self = Self::new(self.file, 0..0, Vec::new());
            return Ok(None);
        }
        let mut number = || packed::take(&mut from).ok_or(io::ErrorKind::InvalidData);
        let (more, second, length) = (number()?, number()?, number()?);
        self.first = self.first.wrapping_add(more);
        self.length = usize::try_from(length).map_err(io::Error::other)?;
        self.at = self.bytes.len() - from.len();
        Ok(Some((self.first, second)))
    }

    fn take(&mut self, files: &mut [File], out: &mut Vec<u8>) -> io::Result<()> {
        self.have(self.length, files)?;
        let record = self.bytes.get(self.at..self.at + self.length).ok_or(io::ErrorKind::UnexpectedEof)?;
        out.extend_from_slice(record);
        self.at += self.length;
        Ok(())
    }

    /// Reads on until so many bytes are there, or all that are left.
    fn have(&mut self, count: usize, files: &mut [File]) -> io::Result<()> {
        if self.bytes.len() - self.at >= count || self.left.is_empty() {
            return Ok(());
        }
        self.bytes.drain(..self.at);
        self.at = 0;
        let start = self.bytes.len();
        let more = ((WINDOW.max(count) - start) as u64).min(self.left.end - self.left.start);
        self.bytes.resize(start + usize::try_from(more).map_err(io::Error::other)?, 0);
        let file = &mut files[self.file];
        file.seek(SeekFrom::Start(self.left.start))?;
        file.read_exact(&mut self.bytes[start..])?;
        self.left.start += more;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_come_in_their_order() {
        let mut expected = Vec::new();
        let mut all = [Runs::default(), Runs::default(), Runs::default()];
        for n in 0..60_000_u64 {
            // Many share the first number; one record is longer than a window.
            let order = (n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 50, n);
            let text = if n == 777 { "long ".repeat(40_000) } else { format!("{n}").repeat((n % 40) as usize) };
            all[usize::from(n % 5 == 0)].push(order, |out| out.extend_from_slice(text.as_bytes())).unwrap();
            expected.push((order, text));
        }
        assert!(all[0].ends.len() > 1 && all[2].count() == 0, "{}", all[0].ends.len());
        expected.sort();
        let mut merged = Merged::new(all.into()).unwrap();
        for (order, text) in expected {
            let mut out = Vec::new();
            assert_eq!(merged.next(&mut out).unwrap(), Some(order));
            assert!(out == text.as_bytes());
        }
        assert_eq!(merged.next(&mut Vec::new()).unwrap(), None);
    }
}
