//! The bytes that shape a table, found a block at a time.
//!
//! Searching for the end of each cell anew pays the start of a search for every few bytes. Here all delimiters, quotes
//! and line ends of 64 bytes are found at once and then taken one by one.

use wide::u8x16;

/// How many bytes are looked at together, one for each bit of the mask.
const BLOCK: usize = 64;

/// Where delimiters, quotes and line ends stand in a text, in order.
pub(super) struct Marks<'a> {
    bytes: &'a [u8],
    delimiter: u8x16,
    /// The first byte of the block that is looked at.
    block: usize,
    /// Those of the block that have not been taken.
    mask: u64,
}

impl<'a> Marks<'a> {
    /// Those of a text, whose `delimiter` is ASCII.
    pub(super) fn new(bytes: &'a [u8], delimiter: u8) -> Self {
        let mut marks = Self { bytes, delimiter: u8x16::splat(delimiter), block: 0, mask: 0 };
        marks.look();
        marks
    }

    /// Takes the next one.
    #[inline]
    pub(super) fn take(&mut self) -> Option<usize> {
        while self.mask == 0 {
            self.block += BLOCK;
            if self.block >= self.bytes.len() {
                self.block = self.bytes.len();
                return None;
            }
            self.look();
        }
        let at = self.block + self.mask.trailing_zeros() as usize;
        self.mask &= self.mask - 1;
        Some(at)
    }

    /// Goes on from here.
    pub(super) fn go_to(&mut self, at: usize) {
        self.block = at;
        self.look();
    }

    fn look(&mut self) {
        let rest = self.bytes.get(self.block..).unwrap_or_default();
        self.mask = match rest.first_chunk() {
            Some(block) => self.of(block),
            None => {
                let mut block = [0; BLOCK];
                block[..rest.len()].copy_from_slice(rest);
                self.of(&block) & ((1 << rest.len()) - 1)
            }
        };
    }

    #[inline]
    fn of(&self, block: &[u8; BLOCK]) -> u64 {
        let (parts, _) = block.as_chunks::<16>();
        let mut mask = 0;
        for (at, part) in parts.iter().enumerate() {
            let part = u8x16::new(*part);
            let is = |byte: u8| part.simd_eq(u8x16::splat(byte));
            let found = part.simd_eq(self.delimiter) | is(b'"') | is(b'\n') | is(b'\r');
            mask |= u64::from(found.to_bitmask()) << (16 * at);
        }
        mask
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_mark_once_and_in_order(text in "[a,;\"\r\n\0é]{0,200}", from in 0usize..200) {
            for delimiter in [b',', b';', b'\t'] {
                let expected: Vec<usize> = (text.bytes().enumerate())
                    .filter(|(_, byte)| [delimiter, b'"', b'\n', b'\r'].contains(byte))
                    .map(|(at, _)| at)
                    .collect();
                let mut marks = Marks::new(text.as_bytes(), delimiter);
                let all: Vec<usize> = std::iter::from_fn(|| marks.take()).collect();
                prop_assert_eq!(&all, &expected);
                marks.go_to(from);
                let rest: Vec<usize> = std::iter::from_fn(|| marks.take()).collect();
                prop_assert_eq!(rest, expected.into_iter().filter(|at| *at >= from).collect::<Vec<_>>());
            }
        }
    }
}
