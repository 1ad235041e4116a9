//! The cells of a row, as a test sees them.

/// The cells of one row.
pub trait Cells {
    /// The text of the cell in this column.
    fn cell(&self, index: usize) -> &str;

    /// The same as one number, where it is short.
    fn short(&self, index: usize) -> Option<Short> {
        Short::new(self.cell(index))
    }
}

impl Cells for Vec<String> {
    fn cell(&self, index: usize) -> &str {
        self.get(index).map_or("", String::as_str)
    }
}

/// A cell of at most 15 bytes as one number: its bytes, and how many they are. Most cells are such, and a number is
/// compared and hashed faster than text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Short(u128);

impl Short {
    /// The most bytes that fit beside their count.
    const MOST: usize = 15;

    /// The cell, if it is short.
    #[must_use]
    pub fn new(cell: &str) -> Option<Self> {
        let mut bytes = [0; 16];
        bytes.get_mut(..cell.len())?.copy_from_slice(cell.as_bytes());
        Self::start_of(bytes, cell.len())
    }

    /// The first `length` of these bytes, if they are few enough; what follows them does not matter.
    #[must_use]
    #[inline]
    pub const fn start_of(bytes: [u8; 16], length: usize) -> Option<Self> {
        if length > Self::MOST {
            return None;
        }
        let kept = (1 << (8 * length)) - 1;
        Some(Self(u128::from_le_bytes(bytes) & kept | (length as u128) << 120))
    }

    /// A hash that spreads over all its bits.
    #[must_use]
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "both halves are used")]
    pub const fn hash(self) -> u64 {
        const A: u64 = 0x9E37_79B9_7F4A_7C15;
        const B: u64 = 0xC2B2_AE3D_27D4_EB4F;
        let product = ((self.0 as u64 ^ A) as u128).wrapping_mul(((self.0 >> 64) as u64 ^ B) as u128);
        product as u64 ^ (product >> 64) as u64
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn short_cells_are_told_apart_by_their_bytes_and_length() {
        let cells = ["", "\0", "a", "b", "a\0", "é", "123456789012345", "123456789012346", "12345678901234"];
        for (at, one) in cells.iter().enumerate() {
            for (other_at, other) in cells.iter().enumerate() {
                assert_eq!(Short::new(one) == Short::new(other), at == other_at, "{one:?} {other:?}");
            }
            assert!(Short::new(one).is_some(), "{one:?}");
        }
        // With its count, 16 bytes are too many; so is more.
        assert_eq!(Short::new("1234567890123456"), None);
        assert_eq!(Short::new("12345678901234567"), None);
    }

    #[test]
    fn what_follows_a_short_cell_does_not_matter() {
        for length in 0..=16 {
            let (mut one, mut other) = ([b'x'; 16], [b'x'; 16]);
            one[length..].fill(b'y');
            other[length..].fill(0xff);
            let short = Short::start_of(one, length);
            assert_eq!(short, Short::start_of(other, length), "{length}");
            assert_eq!(short, Short::new(&"x".repeat(length)), "{length}");
        }
    }

    #[test]
    fn hashes_are_spread_over_all_bits() {
        let cells = (0..4096).map(|at| format!("cell {at}"));
        let hashes: Vec<u64> = cells.map(|cell| Short::new(&cell).unwrap().hash()).collect();
        assert_eq!(hashes.iter().collect::<HashSet<_>>().len(), 4096);
        for bit in 0..64 {
            let set = hashes.iter().filter(|hash| *hash >> bit & 1 == 1).count();
            assert!((1700..2400).contains(&set), "bit {bit} is set in {set} of 4096");
        }
    }

    #[test]
    fn a_cell_that_a_row_does_not_have_is_empty() {
        let row = vec!["a".to_owned()];
        assert_eq!((row.cell(0), row.cell(1)), ("a", ""));
        assert_eq!((row.short(0), row.short(1)), (Short::new("a"), Short::new("")));
    }
}
