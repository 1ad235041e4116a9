//! Exit statuses: the only place that gives them their numbers.

use std::process::ExitCode;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It ran.
    Well,
    /// The files or the criteria cannot be used; or, with `--strict`, something is wrong with the data.
    Unusable,
    /// The command line is wrong.
    Usage,
    /// Somebody stopped it.
    Interrupted,
}

impl Exit {
    /// Every way to end.
    pub const ALL: [Self; 4] = [Self::Well, Self::Unusable, Self::Usage, Self::Interrupted];

    /// The number that the shell sees.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Well => 0,
            Self::Unusable => 1,
            Self::Usage => 2,
            Self::Interrupted => 130,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
