//! `screen completions SHELL`: what a shell needs to complete the command line.

use super::output::to_stdout;
use super::{Setting, load};
use crate::args::{self, Completions};
use crate::exit::Exit;
use crate::view::OutputColumn;

pub(super) fn run(asked: &Completions, setting: &Setting) -> anyhow::Result<Exit> {
    let fields = OutputColumn::NAMED.map(|(name, _)| name);
    // What else an id may hold, a shell could take for something to be done.
    let plain = |id: &String| id.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    // Without a file of one's own the criteria are the shipped ones, here as everywhere.
    let criteria = load::criteria(asked.criteria.as_deref(), None, &[], setting)?.criteria;
    let ids: Vec<String> = criteria.into_iter().map(|criterion| criterion.id).filter(plain).collect();
    to_stdout(&args::completions(asked.shell, setting.config.lang, &fields, &ids))
}
