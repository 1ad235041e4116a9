//! The name that the program speaks of itself under: the one that it was called by.
//!
//! The program is `screen`. Where that name is another program's (GNU screen's, on most systems) it is installed as
//! `screen-hr` too, and what it then says to be typed has to start with that name. A sentence holds `{PROGRAM}` for it.

use std::fmt;
use std::sync::OnceLock;

use super::{Lang, Say};

/// The names that it is installed under, the program's own first.
pub const NAMES: [&str; 2] = ["screen", "screen-hr"];

static CALLED: OnceLock<&'static str> = OnceLock::new();

/// Says by which name the program was called, once and before anything is told; any other name than [`NAMES`] is none of
/// ours, and the program then goes by its own.
pub fn call(name: &str) {
    let known = NAMES.into_iter().find(|known| known.eq_ignore_ascii_case(name));
    let _ = CALLED.set(known.unwrap_or(NAMES[0]));
}

/// The name itself, to stand in a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Program;

/// What `{PROGRAM}` in a sentence is.
pub const PROGRAM: Program = Program;

impl Program {
    /// The name that the program was called by.
    #[must_use]
    pub fn name(self) -> &'static str {
        CALLED.get().copied().unwrap_or(NAMES[0])
    }

    /// A text of a table, in which nothing is filled in, with the name in its place.
    #[must_use]
    pub fn into(self, text: &str) -> String {
        text.replace("{PROGRAM}", self.name())
    }
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Say for Program {
    fn say(&self, _: Lang) -> String {
        self.name().to_owned()
    }
}
