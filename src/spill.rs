//! Numbers and records kept in bounded memory: what is too much for it waits in a temporary file.

mod runs;

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, Write};

pub use self::runs::{Merged, Order, Runs};

/// How many bytes are held before they go to a file.
const HELD: usize = 4 << 20;

/// The temporary file, made where there is none yet.
fn temporary(file: &mut Option<File>) -> io::Result<&mut File> {
    match file {
        Some(file) => Ok(file),
        none => Ok(none.insert(tempfile::tempfile()?)),
    }
}

/// Numbers in the order they came.
#[derive(Default)]
pub struct Log {
    held: Vec<u64>,
    file: Option<File>,
    unbounded: bool,
}

impl Log {
    /// A log that never goes to a file, for a caller that needs all of it in memory.
    #[must_use]
    pub fn in_memory() -> Self {
        Self { unbounded: true, ..Self::default() }
    }

    /// Adds numbers.
    ///
    /// # Errors
    /// A temporary file that cannot be written.
    pub fn extend(&mut self, numbers: &[u64]) -> io::Result<()> {
        self.held.extend_from_slice(numbers);
        if self.held.len() * 8 >= HELD && !self.unbounded {
            let bytes: Vec<u8> = self.held.iter().flat_map(|number| number.to_le_bytes()).collect();
            temporary(&mut self.file)?.write_all(&bytes)?;
            self.held.clear();
        }
        Ok(())
    }

    /// The numbers that are in memory: all of them for [`Log::in_memory`].
    #[must_use]
    pub fn into_held(self) -> Vec<u64> {
        self.held
    }

    /// All the numbers, in order.
    ///
    /// # Errors
    /// A temporary file that cannot be read.
    pub fn iter(&mut self) -> io::Result<impl Iterator<Item = io::Result<u64>>> {
        let filed = match &mut self.file {
            Some(file) => {
                file.rewind()?;
                Some(Numbers(BufReader::with_capacity(1 << 16, &*file)))
            }
            None => None,
        };
        Ok(filed.into_iter().flatten().chain(self.held.iter().map(|number| Ok(*number))))
    }
}

/// A number and where it comes from.
pub type Marked = (u64, u64);

/// How many bits say which part of a pool a number belongs to.
const PART_BITS: u32 = 6;
const PARTS: usize = 1 << PART_BITS;
/// How many numbers are held before they go to a file.
const RUN: usize = 32 << 10;
/// How many bytes a number takes there, with its mark.
const MARKED: usize = 16;

/// Evenly spread numbers (hashes), each with a mark, among which those that come more than once are to be found.
/// Each thread fills its own.
#[derive(Default)]
pub struct Pool {
    held: Vec<Marked>,
    file: Option<File>,
    /// Where each run in the file has its parts: one after the other, by the top bits of the numbers.
    runs: Vec<[usize; PARTS + 1]>,
    bytes: Vec<u8>,
}

fn part_of(number: u64) -> usize {
    (number >> (u64::BITS - PART_BITS)) as usize
}

impl Pool {
    /// Adds a number with its mark.
    ///
    /// # Errors
    /// A temporary file that cannot be written.
    pub fn push(&mut self, marked: Marked) -> io::Result<()> {
        self.held.push(marked);
        if self.held.len() < RUN { Ok(()) } else { self.put_away() }
    }

    /// Writes what is held as one run.
    fn put_away(&mut self) -> io::Result<()> {
        let start = self.runs.last().map_or(0, |run| run[PARTS]);
        let mut run = [start; PARTS + 1];
        for (number, _) in &self.held {
            run[part_of(*number) + 1] += MARKED;
        }
        for part in 0..PARTS {
            run[part + 1] += run[part] - start;
        }
        let mut next = run.map(|at| at - start);
        self.bytes.resize(RUN * MARKED, 0);
        for (number, mark) in self.held.drain(..) {
            let at = &mut next[part_of(number)];
            let (first, second) = self.bytes[*at..*at + MARKED].split_at_mut(MARKED / 2);
            first.copy_from_slice(&number.to_le_bytes());
            second.copy_from_slice(&mark.to_le_bytes());
            *at += MARKED;
        }
        temporary(&mut self.file)?.write_all(&self.bytes)?;
        self.runs.push(run);
        Ok(())
    }

    /// Adds the numbers of one part to `all`.
    fn part(&mut self, part: usize, all: &mut Vec<Marked>) -> io::Result<()> {
        all.extend(self.held.iter().filter(|(number, _)| part_of(*number) == part));
        let Some(file) = &mut self.file else { return Ok(()) };
        for run in &self.runs {
            self.bytes.resize(run[part + 1] - run[part], 0);
            file.seek(io::SeekFrom::Start(run[part] as u64))?;
            file.read_exact(&mut self.bytes)?;
            let numbers = self.bytes.as_chunks().0.iter().map(|bytes| u64::from_le_bytes(*bytes));
            all.extend(numbers.clone().step_by(2).zip(numbers.skip(1).step_by(2)));
        }
        Ok(())
    }

    /// Hands over the marks of every number that came more than once in any of the pools, in order; the numbers in
    /// order.
    ///
    /// # Errors
    /// A temporary file that cannot be read.
    pub fn repeated(mut pools: Vec<Self>, mut each: impl FnMut(&[u64])) -> io::Result<()> {
        let mut marks = Vec::new();
        let mut all: Vec<Marked> = Vec::new();
        let mut slots = Slots::default();
        for part in 0..PARTS {
            all.clear();
            for pool in &mut pools {
                pool.part(part, &mut all)?;
            }
            slots.keep_shared(&mut all);
            all.sort_unstable();
            for group in all.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
                marks.clear();
                marks.extend(group.iter().map(|(_, mark)| *mark));
                each(&marks);
            }
        }
        Ok(())
    }
}

/// Drops most numbers that come once, at the cost of two looks at each, so that few are left to be sorted.
#[derive(Default)]
struct Slots {
    taken: Vec<u64>,
    shared: Vec<u64>,
}

impl Slots {
    /// So many slots for each number, but not more than stay near the processor.
    const EACH: usize = 32;
    const MOST: usize = 1 << 20;

    /// Keeps the numbers whose slot another one has too; equal numbers have the same slot.
    fn keep_shared(&mut self, all: &mut Vec<Marked>) {
        let count = (all.len() * Self::EACH).next_power_of_two().clamp(u64::BITS as usize, Self::MOST);
        for bits in [&mut self.taken, &mut self.shared] {
            bits.clear();
            bits.resize(count / u64::BITS as usize, 0);
        }
        let place = |number: u64| {
            let slot = usize::try_from(number & (count as u64 - 1)).unwrap_or_default();
            (slot / 64, 1 << (slot % 64))
        };
        for (number, _) in &*all {
            let (at, bit) = place(*number);
            self.shared[at] |= self.taken[at] & bit;
            self.taken[at] |= bit;
        }
        all.retain(|(number, _)| {
            let (at, bit) = place(*number);
            self.shared[at] & bit != 0
        });
    }
}

/// Numbers of 8 bytes, one after another.
struct Numbers<R>(BufReader<R>);

impl<R: Read> Iterator for Numbers<R> {
    type Item = io::Result<u64>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut item = [0; 8];
        match self.0.read_exact(&mut item) {
            Ok(()) => Some(Ok(u64::from_le_bytes(item))),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => None,
            Err(error) => Some(Err(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_keeps_the_order() {
        let mut log = Log::default();
        let numbers: Vec<u64> = (0..1_500_000).collect();
        for some in numbers.chunks(1000) {
            log.extend(some).unwrap();
        }
        assert!(log.file.is_some());
        assert!(log.iter().unwrap().map(Result::unwrap).eq(numbers));
    }

    #[test]
    fn a_pool_finds_what_comes_again() {
        let spread = |n: u64| n.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut pools = vec![Pool::default(), Pool::default()];
        for n in 0..300_000 {
            pools[usize::from(n % 3 == 0)].push((spread(n), n)).unwrap();
        }
        for n in [7, 123_456] {
            pools[1].push((spread(n), n + 1_000_000)).unwrap();
        }
        assert!(pools.iter().all(|pool| pool.file.is_some()));
        let mut expected = vec![(spread(7), vec![7, 1_000_007]), (spread(123_456), vec![123_456, 1_123_456])];
        expected.sort_unstable();
        let mut found = Vec::new();
        Pool::repeated(pools, |marks| found.push(marks.to_vec())).unwrap();
        assert_eq!(found, expected.into_iter().map(|(_, marks)| marks).collect::<Vec<_>>());
    }
}
