//! Exit statuses: the only place that gives them their numbers.

use std::process::ExitCode;

use crate::catalogue::{Text, args as words};

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It ran.
    Well,
    /// The files or the criteria cannot be used; or, with `--strict`, something is wrong with the data.
    Unusable,
    /// The command line is wrong.
    Usage,
    /// What was asked about was found: a difference, or a ratio below the one asked for.
    Found,
    /// Somebody stopped it.
    Interrupted,
}

impl Exit {
    /// Every way to end.
    pub const ALL: [Self; 5] = [Self::Well, Self::Unusable, Self::Usage, Self::Found, Self::Interrupted];

    /// What it means, for the documentation.
    #[must_use]
    pub fn meaning(self) -> Text {
        match self {
            Self::Well => words::it_ran(),
            Self::Unusable => words::unusable(),
            Self::Usage => words::wrong_usage(),
            Self::Found => words::found(),
            Self::Interrupted => words::interrupted(),
        }
    }

    /// The number that the shell sees.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Well => 0,
            Self::Unusable => 1,
            Self::Usage => 2,
            Self::Found => 3,
            Self::Interrupted => 130,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
