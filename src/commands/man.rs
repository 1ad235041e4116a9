//! `screen man`: the manual page.

use super::output::to_stdout;
use crate::args;
use crate::catalogue::Lang;
use crate::exit::Exit;

pub(super) fn run(lang: Lang) -> anyhow::Result<Exit> {
    to_stdout(&args::manual(lang)?)
}
