//! The bytes that shape a table, found a block at a time.
//!
//! Searching for the end of each cell anew pays the start of a search for every few bytes. Here all delimiters, quotes
//! and line ends of 64 bytes are found at once and then taken one by one.

use wide::u8x16;

/// How many bytes are looked at together, one for each bit of the mask.
const BLOCK: usize = 64;

/// Where delimiters, quotes and line ends stand in a text, in order. A copy goes on from where it was made, without the
/// waits for what is written through a reference.
#[derive(Clone, Copy)]
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
        let delimiter = u8x16::splat(delimiter);
        Self { bytes, delimiter, block: 0, mask: look(bytes, delimiter) }
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
            self.mask = look(&self.bytes[self.block..], self.delimiter);
        }
        let at = self.block + self.mask.trailing_zeros() as usize;
        self.mask &= self.mask - 1;
        Some(at)
    }

    /// Goes on from here.
    pub(super) fn go_to(&mut self, at: usize) {
        self.block = at;
        self.mask = look(self.bytes.get(at..).unwrap_or_default(), self.delimiter);
    }
}

/// Where they stand among the first bytes.
#[inline]
fn look(bytes: &[u8], delimiter: u8x16) -> u64 {
    match bytes.first_chunk() {
        Some(block) => look_at(block, delimiter),
        None => {
            let mut block = [0; BLOCK];
            block[..bytes.len()].copy_from_slice(bytes);
            look_at(&block, delimiter) & ((1 << bytes.len()) - 1)
        }
    }
}

#[inline]
fn look_at(block: &[u8; BLOCK], delimiter: u8x16) -> u64 {
    let (parts, _) = block.as_chunks::<16>();
    let mut mask = 0;
    for (at, part) in parts.iter().enumerate() {
        let part = u8x16::new(*part);
        let is = |byte: u8| part.simd_eq(u8x16::splat(byte));
        let found = part.simd_eq(delimiter) | is(b'"') | is(b'\n') | is(b'\r');
        mask |= u64::from(found.to_bitmask()) << (16 * at);
    }
    mask
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
