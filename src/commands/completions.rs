//! `screen completions SHELL`: what a shell needs to complete the command line.

use super::load;
use super::output::to_stdout;
use super::screen::FIELDS;
use crate::args::{self, Completions};
use crate::catalogue::Lang;
use crate::exit::Exit;

pub fn run(asked: &Completions, lang: Lang) -> anyhow::Result<Exit> {
    let fields = FIELDS.map(|(name, _)| name);
    let ids: Vec<String> = match &asked.criteria {
        Some(path) => {
            // What else an id may hold, a shell could take for something to be done.
            let plain = |id: &String| id.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
            let criteria = load::criteria(Some(path), None, &[])?.criteria;
            criteria.into_iter().map(|criterion| criterion.id).filter(plain).collect()
        }
        None => Vec::new(),
    };
    to_stdout(&args::completions(asked.shell, lang, &fields, &ids))
}
