//! SHA-256 sums of files, and of what is written on its way.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;

use sha2::{Digest as _, Sha256};

/// What bytes come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileSum {
    /// Their SHA-256, in 64 hexadecimal figures.
    pub sha256: String,
    /// How many there are.
    pub bytes: u64,
}

impl FileSum {
    /// Of these bytes.
    #[must_use]
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let mut summing = Summing::new(io::sink());
        let _ = summing.write_all(bytes);
        summing.sum()
    }

    /// Of a file.
    ///
    /// # Errors
    /// It cannot be read, or is no file that can be read twice.
    pub(crate) fn of_file(path: &Path) -> io::Result<Self> {
        const PIECE: usize = 1 << 16;
        let mut file = fs::File::open(path)?;
        if !file.metadata()?.is_file() {
            return Err(io::ErrorKind::Unsupported.into());
        }
        let mut summing = Summing::new(io::sink());
        let mut piece = vec![0; PIECE];
        loop {
            match file.read(&mut piece) {
                Ok(0) => return Ok(summing.sum()),
                Ok(count) => summing.write_all(&piece[..count])?,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

/// Passes on what is written, and adds it up.
pub(crate) struct Summing<W> {
    to: W,
    hash: Sha256,
    bytes: u64,
}

impl<W: Write> Summing<W> {
    /// Nothing so far.
    pub(crate) fn new(to: W) -> Self {
        Self { to, hash: Sha256::new(), bytes: 0 }
    }

    /// What was written comes to.
    pub(crate) fn sum(self) -> FileSum {
        let mut sha256 = String::new();
        for byte in self.hash.finalize() {
            let _ = write!(sha256, "{byte:02x}");
        }
        FileSum { sha256, bytes: self.bytes }
    }
}

impl<W: Write> Write for Summing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.to.write(bytes)?;
        self.hash.update(&bytes[..count]);
        self.bytes += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_the_standard() {
        let sum = FileSum::of(b"abc");
        assert_eq!(sum.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!((sum.bytes, FileSum::of(b"").sha256.len()), (3, 64));
    }
}
