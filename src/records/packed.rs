//! Numbers in as few bytes as they need: seven bits in each, the lowest first, and a high bit where more follow.

/// No number takes more bytes.
pub const MOST: usize = 10;

/// Adds a number to `out`.
#[inline]
pub fn put(mut value: u64, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Takes the number that `from` begins with; nothing where it begins with something else.
#[inline]
pub fn take(from: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..u64::BITS).step_by(7) {
        let (byte, rest) = from.split_first()?;
        *from = rest;
        value |= u64::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_number_comes_back(value: u64, shift in 0..64_u32, rest: Vec<u8>) {
            let value = value >> shift;
            let mut bytes = Vec::new();
            put(value, &mut bytes);
            prop_assert!(bytes.len() <= MOST);
            prop_assert_eq!(take(&mut &bytes[..bytes.len() - 1]), None);
            bytes.extend_from_slice(&rest);
            let mut from = &bytes[..];
            prop_assert_eq!(take(&mut from), Some(value));
            prop_assert_eq!(from, &rest[..]);
        }
    }
}
