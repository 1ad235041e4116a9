//! `screen words CELL...`: how a cell is cut, what each word is taken for, and what is left of it.

use std::fmt::Write as _;

use super::{Setting, load};
use crate::args::WordsArgs;
use crate::catalogue::commands as words;
use crate::exit::Exit;
use crate::reading::Reading;
use crate::render::safe;
use crate::text::shown;

pub(super) fn run(asked: &WordsArgs, setting: &Setting) -> anyhow::Result<Exit> {
    let criteria = load::criteria(asked.criteria.as_deref(), None, &[], setting)?;
    let (as_of, _) = load::as_of(None, &criteria, setting)?;
    let lang = setting.config.lang;
    let mut text = String::new();
    for cell in &asked.cells {
        writeln!(text, "{}", safe::terminal(cell))?;
        for looked in shown::cut(cell, &criteria.formats) {
            let senses = looked.senses.join(", ");
            let senses = if senses.is_empty() { words::not_known().to(lang).to_owned() } else { senses };
            writeln!(text, "  {:<20} {senses}", safe::terminal(&looked.text))?;
        }
        for (kind, reading, left) in shown::heard(cell, &criteria.formats, as_of) {
            let left: Vec<String> = left.iter().map(|words| format!("`{}`", safe::terminal(words))).collect();
            let left =
                if left.is_empty() { String::new() } else { words::words_left(left.join(", ")).to(lang).to_owned() };
            writeln!(text, "  {kind:<20} {:<20} {left}", figures(reading))?;
        }
    }
    setting.say(&text)
}

/// A reading in figures: years, a number, seconds since 1970, 1 for yes.
fn figures(reading: Reading) -> String {
    match reading {
        Reading::Within(range) if range.is_exact() => range.low.to_string(),
        Reading::Within(range) => format!("{} – {}", range.low, range.high),
        Reading::Either(a, b) => format!("{} – {} | {} – {}", a.low, a.high, b.low, b.high),
        Reading::Unknown(_) => "?".to_owned(),
    }
}
