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
