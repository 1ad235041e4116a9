//! `screen completions SHELL`: what a shell needs to complete the command line.

use super::output::to_stdout;
use crate::args::{self, Completions};
use crate::catalogue::Lang;
use crate::exit::Exit;

pub fn run(asked: &Completions, lang: Lang) -> anyhow::Result<Exit> {
    to_stdout(&args::completions(asked.shell, lang))
}
