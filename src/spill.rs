//! Numbers and records kept in bounded memory: what is too much for it waits in a temporary file.

mod runs;

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, Write};

use foldhash::fast::FixedState;

pub(crate) use self::runs::{Merged, Runs, SortKey};

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
pub(crate) struct Log {
    held: Vec<u64>,
    file: Option<File>,
    unbounded: bool,
}

impl Log {
    /// A log that never goes to a file, for a caller that needs all of it in memory.
    #[must_use]
    pub(crate) fn in_memory() -> Self {
        Self { unbounded: true, ..Self::default() }
    }

    /// Adds numbers.
    ///
    /// # Errors
    /// A temporary file that cannot be written.
    pub(crate) fn extend(&mut self, numbers: &[u64]) -> io::Result<()> {
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
    pub(crate) fn into_held(self) -> Vec<u64> {
        self.held
    }

    /// All the numbers, in order.
    ///
    /// # Errors
    /// A temporary file that cannot be read.
    pub(crate) fn iter(&mut self) -> io::Result<impl Iterator<Item = io::Result<u64>>> {
        let filed = match &mut self.file {
            Some(file) => {
                file.rewind()?;
                Some(WideNumbers(BufReader::with_capacity(1 << 16, &*file)))
            }
            None => None,
        };
        Ok(filed.into_iter().flatten().chain(self.held.iter().map(|number| Ok(*number))))
    }
}

/// A number and where it comes from.
pub(crate) type MarkedNumber = (u64, u64);

/// How many parts a pool has: the numbers with the same first bits are one part.
const PARTS: usize = 1 << PART_BITS;
const PART_BITS: u32 = 6;
/// Stands for a mark that is more than this beyond the one before: how far follows the number.
const FAR: u16 = u16::MAX;
/// How many bytes are held before they go to a file.
const RUN: usize = 512 << 10;

/// Evenly spread numbers (hashes), each with a mark, among which those that come more than once are to be found.
/// Each thread fills its own. Marks that mostly grow take the fewest bytes.
#[derive(Default)]
pub(crate) struct Pool {
    /// What is held of each part.
    parts: Vec<Bucket>,
    /// How many bytes these are.
    held: usize,
    file: Option<File>,
    /// Where each run in the file has its parts, one after the other.
    runs: Vec<[usize; PARTS + 1]>,
    bytes: Vec<u8>,
}

/// The numbers with the same first bits.
#[derive(Clone, Default)]
struct Bucket {
    /// For each number how much its mark is more than the last one of the part, in a file or not, and the number.
    bytes: Vec<u8>,
    /// That last mark.
    mark: u64,
}

impl Pool {
    /// Adds a number with its mark.
    ///
    /// # Errors
    /// A temporary file that cannot be written.
    pub(crate) fn push(&mut self, (number, mark): MarkedNumber) -> io::Result<()> {
        if self.parts.is_empty() {
            self.parts.resize(PARTS, Bucket::default());
        }
        let part = &mut self.parts[(number >> (u64::BITS - PART_BITS)) as usize];
        let before = part.bytes.len();
        let more = mark.wrapping_sub(part.mark);
        let near = u16::try_from(more).unwrap_or(FAR);
        let mut bytes = [0; 10];
        bytes[..2].copy_from_slice(&near.to_le_bytes());
        bytes[2..].copy_from_slice(&number.to_le_bytes());
        part.bytes.extend_from_slice(&bytes);
        if near == FAR {
            part.bytes.extend_from_slice(&more.to_le_bytes());
        }
        part.mark = mark;
        self.held += part.bytes.len() - before;
        if self.held < RUN { Ok(()) } else { self.put_away() }
    }

    /// Writes what is held as one run.
    fn put_away(&mut self) -> io::Result<()> {
        let start = self.runs.last().map_or(0, |run| run[PARTS]);
        let mut run = [start; PARTS + 1];
        self.bytes.clear();
        for (part, end) in self.parts.iter_mut().zip(&mut run[1..]) {
            self.bytes.append(&mut part.bytes);
            *end += self.bytes.len();
        }
        self.held = 0;
        temporary(&mut self.file)?.write_all(&self.bytes)?;
        self.runs.push(run);
        Ok(())
    }

    /// Hands over the numbers of one part, as they came, a bounded count at a time.
    fn part(&mut self, at: usize, mut each: impl FnMut(&[MarkedNumber])) -> io::Result<()> {
        let Self { parts, file, runs, bytes, .. } = self;
        let Some(part) = parts.get(at) else { return Ok(()) };
        let mut mark = 0;
        let mut numbers = Vec::new();
        for run in file.iter().flat_map(|file| runs.iter().map(move |run| (file, run))) {
            let (mut file, run) = run;
            bytes.resize(run[at + 1] - run[at], 0);
            file.seek(io::SeekFrom::Start(run[at] as u64))?;
            file.read_exact(bytes)?;
            read_marked(bytes, &mut mark, &mut numbers)?;
            each(&numbers);
        }
        read_marked(&part.bytes, &mut mark, &mut numbers)?;
        each(&numbers);
        Ok(())
    }

    /// Hands over the marks of every number that came more than once in any of the pools, in order, the first `most` of
    /// them, and how many there are; the numbers in order. Where `most` is small, memory does not grow with how often a
    /// number comes.
    ///
    /// # Errors
    /// A temporary file that cannot be read, or what `each` says.
    pub(crate) fn repeated(
        mut pools: Vec<Self>,
        most: usize,
        mut each: impl FnMut(&[u64], usize) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut marks = Vec::new();
        let mut known = Frequent { most: most.max(2), ..Frequent::default() };
        let mut slots = Slots::default();
        for part in 0..PARTS {
            known.all.clear();
            known.more.clear();
            for pool in &mut pools {
                pool.part(part, |numbers| known.add(numbers))?;
            }
            slots.keep_shared(&mut known.all);
            known.all.sort_unstable();
            for group in known.all.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
                marks.clear();
                marks.extend(group.iter().map(|(_, mark)| *mark).take(known.most));
                each(&marks, group.len() + known.more.get(&group[0].0).unwrap_or(&0))?;
            }
        }
        Ok(())
    }
}

/// Reads numbers and their marks, of which the last one was `mark`.
fn read_marked(mut from: &[u8], mark: &mut u64, numbers: &mut Vec<MarkedNumber>) -> io::Result<()> {
    numbers.clear();
    while let Some(([a, b, number @ ..], rest)) = from.split_first_chunk::<10>() {
        let number = u64::from_le_bytes(*number);
        from = rest;
        let more = match u16::from_le_bytes([*a, *b]) {
            FAR => {
                let (more, rest) = from.split_first_chunk().ok_or(io::ErrorKind::InvalidData)?;
                from = rest;
                u64::from_le_bytes(*more)
            }
            near => u64::from(near),
        };
        *mark = mark.wrapping_add(more);
        numbers.push((number, *mark));
    }
    if from.is_empty() { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// The numbers of one part, each with its first marks.
#[derive(Default)]
struct Frequent {
    most: usize,
    all: Vec<MarkedNumber>,
    /// How many more marks a number has.
    more: HashMap<u64, usize, FixedState>,
    /// How many were kept when it was last looked for those that come often.
    kept: usize,
}

impl Frequent {
    /// So many are kept before any is dropped.
    const FEW: usize = 1 << 16;

    fn add(&mut self, numbers: &[MarkedNumber]) {
        self.all.extend_from_slice(numbers);
        if self.most == usize::MAX || self.all.len() < Self::FEW.max(2 * self.kept) {
            return;
        }
        self.all.sort_unstable();
        let (mut last, mut count) = (None, 0);
        let Self { most, all, more, .. } = self;
        all.retain(|(number, _)| {
            count = if last.replace(*number) == Some(*number) { count + 1 } else { 1 };
            if count > *most {
                *more.entry(*number).or_default() += 1;
            }
            count <= *most
        });
        self.kept = self.all.len();
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
    fn keep_shared(&mut self, all: &mut Vec<MarkedNumber>) {
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
struct WideNumbers<R>(BufReader<R>);

impl<R: Read> Iterator for WideNumbers<R> {
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
        pools[0].push((spread(123_456), 5)).unwrap();
        assert!(pools.iter().all(|pool| pool.file.is_some()));
        let mut expected = vec![(spread(7), vec![7, 1_000_007]), (spread(123_456), vec![5, 123_456, 1_123_456])];
        expected.sort_unstable();
        let mut found = Vec::new();
        Pool::repeated(pools, usize::MAX, |marks, count| {
            assert_eq!(count, marks.len());
            found.push(marks.to_vec());
            Ok(())
        })
        .unwrap();
        assert_eq!(found, expected.into_iter().map(|(_, marks)| marks).collect::<Vec<_>>());
    }

    #[test]
    fn of_what_comes_often_little_is_kept() {
        const COUNT: u64 = 600_000;
        let mut pools = vec![Pool::default(), Pool::default()];
        for n in 0..COUNT {
            let number = if n % 2 == 0 { 7 } else { 8 + n % 5 };
            pools[usize::from(n % 3 == 0)].push((number, n)).unwrap();
        }
        let mut found = Vec::new();
        let each = |marks: &[u64], count: usize| {
            found.push((marks.to_vec(), count as u64));
            Ok(())
        };
        Pool::repeated(pools, 3, each).unwrap();
        assert_eq!(found[0], (vec![0, 2, 4], COUNT / 2));
        assert_eq!(found[1], (vec![5, 15, 25], COUNT / 10));
        assert_eq!(found.len(), 6);
        let mut known = Frequent { most: 3, ..Frequent::default() };
        (0..100).for_each(|_| known.add(&vec![(1, 1); 10_000]));
        assert!(known.all.len() < 2 * Frequent::FEW, "{}", known.all.len());
    }
}
