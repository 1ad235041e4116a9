//! How the tests of a group come together.

/// How the tests of a group come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// The number of tests met is measured against the group's bound.
    Some,
    /// Met if any is; the largest credit.
    Any,
    /// Met if all are; the mean credit.
    All,
}

impl How {
    /// Whether tests that come together so have no threshold, given whether any of them has none: so many of them are one.
    #[must_use]
    pub fn earns_only(self, any: impl FnOnce() -> bool) -> bool {
        self != Self::Some && any()
    }
}
