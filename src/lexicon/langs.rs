//! Sets of language packs.

use super::{EVERYWHERE, PACKS};

/// A set of packs: those whose words are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Langs(pub(super) u8);

impl Langs {
    /// All packs.
    pub(crate) const ALL: Self = Self(u8::MAX);

    /// The packs of both; nothing where they share none.
    pub(crate) fn both(self, other: Self) -> Option<Self> {
        Some(Self(self.0 & other.0)).filter(|both| both.0 != 0)
    }

    /// The packs of either.
    pub(crate) fn either(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The numbers of the packs of one language; none where it is said everywhere.
    pub(crate) fn each(self) -> impl Iterator<Item = usize> {
        let one = if self.is_everywhere() { 0 } else { self.0 };
        (0..u8::BITS as usize).filter(move |at| one & (1 << at) != 0)
    }

    /// Whether it is said in every language, or by the criteria file.
    pub(crate) const fn is_everywhere(self) -> bool {
        self.0 & (1 << (PACKS.len() - 1)) != 0
    }

    /// The packs with these codes; nothing where one is not there.
    pub(crate) fn of<'a>(codes: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        let bit = |code: &str| Self::pack_of(code).map(|pack| 1 << pack);
        codes.into_iter().chain([EVERYWHERE]).map(bit).try_fold(0, |all, bit| Some(all | bit?)).map(Self)
    }

    /// The number of the pack with this code.
    pub(crate) fn pack_of(code: &str) -> Option<usize> {
        PACKS.iter().position(|(known, _)| *known == code)
    }
}
