//! A part's text, within what may be read of it.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};

use super::limits::{Limits, MOST_EVENT, Reached};

/// What may yet be read.
pub(super) struct Allowance {
    bytes: Cell<u64>,
    elements: Cell<u64>,
}

impl Allowance {
    pub(super) fn of(limits: &Limits) -> Self {
        Self { bytes: Cell::new(limits.unpacked), elements: Cell::new(limits.elements) }
    }

    /// Takes note of so many elements; false where there are too many.
    pub(super) fn elements(&self, count: u64) -> bool {
        let left = self.elements.get();
        self.elements.set(left.saturating_sub(count));
        left >= count
    }
}

/// A part's text that ends with an error where it is more than is allowed.
pub(super) struct Bounded<'a> {
    text: BufReader<Box<dyn Read + 'a>>,
    pub(super) left: &'a Allowance,
    /// What was taken since [`Bounded::begin`].
    taken: usize,
}

impl<'a> Bounded<'a> {
    pub(super) fn new(text: BufReader<Box<dyn Read + 'a>>, left: &'a Allowance) -> Self {
        Self { text, left, taken: 0 }
    }

    /// A tag or a piece of text begins.
    pub(super) fn begin(&mut self) {
        self.taken = 0;
    }
}

impl Read for Bounded<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(out)?;
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Bounded<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.taken > MOST_EVENT {
            return Err(io::Error::other(Reached::Event));
        }
        let bytes = self.text.fill_buf()?;
        if !bytes.is_empty() && self.left.bytes.get() == 0 {
            return Err(io::Error::other(Reached::Unpacked));
        }
        Ok(bytes)
    }

    fn consume(&mut self, count: usize) {
        self.taken += count;
        self.left.bytes.set(self.left.bytes.get().saturating_sub(count as u64));
        self.text.consume(count);
    }
}
