//! Numbers kept in bounded memory: what is too much for it waits in a temporary file.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, Write};

/// How many bytes are held before they go to a file.
const HELD: usize = 4 << 20;

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
            let file = match &mut self.file {
                Some(file) => file,
                none => none.insert(tempfile::tempfile()?),
            };
            let bytes: Vec<u8> = self.held.iter().flat_map(|number| number.to_le_bytes()).collect();
            file.write_all(&bytes)?;
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

/// How many parts the numbers are kept in, by their top bits.
const PARTS: usize = 64;
/// How many numbers of one part are held before they go to a file.
const BLOCK: usize = 1024;

/// Evenly spread numbers (hashes), each with a mark, among which those that come more than once are to be found.
/// Each thread fills its own.
pub struct Pool {
    parts: Vec<Part>,
    file: Option<File>,
    written: u64,
}

#[derive(Default)]
struct Part {
    held: Vec<Marked>,
    /// Where its full blocks are in the file.
    blocks: Vec<u64>,
}

impl Default for Pool {
    fn default() -> Self {
        Self { parts: (0..PARTS).map(|_| Part::default()).collect(), file: None, written: 0 }
    }
}

impl Pool {
    /// Adds a number with its mark.
    ///
    /// # Errors
    /// A temporary file that cannot be written.
    pub fn push(&mut self, marked: Marked) -> io::Result<()> {
        let part = &mut self.parts[(marked.0 >> 58) as usize];
        part.held.push(marked);
        if part.held.len() == BLOCK {
            let file = match &mut self.file {
                Some(file) => file,
                none => none.insert(tempfile::tempfile()?),
            };
            let mut bytes = Vec::with_capacity(BLOCK * 16);
            for (number, mark) in part.held.drain(..) {
                bytes.extend_from_slice(&number.to_le_bytes());
                bytes.extend_from_slice(&mark.to_le_bytes());
            }
            file.write_all(&bytes)?;
            part.blocks.push(self.written);
            self.written += bytes.len() as u64;
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
        let mut bytes = vec![0; BLOCK * 16];
        for part in 0..PARTS {
            all.clear();
            for pool in &mut pools {
                all.append(&mut pool.parts[part].held);
                for at in &pool.parts[part].blocks {
                    if let Some(file) = &mut pool.file {
                        file.seek(io::SeekFrom::Start(*at))?;
                        file.read_exact(&mut bytes)?;
                    }
                    let number = |b: &[u8]| b.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte));
                    all.extend(bytes.chunks_exact(16).map(|b| (number(&b[..8]), number(&b[8..]))));
                }
            }
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
