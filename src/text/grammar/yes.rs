//! A yes before the years that a question asks for: "yes - 4 years".

use super::Heard;
use crate::formats::Formats;
use crate::lexed::{Lexed, is};
use crate::lexicon::{Sections, Sense, TimeUnit, sections};

/// What a cell of years says after a yes: "yes - 4 years", "ja (5 jaar)", "oui : 2012-2020". Nothing where there is none, or
/// where what is left tells no years and may be a code of the yes or its sign: "yes (1)", "yes, -8".
pub(super) fn after_a_yes(cell: &str, formats: &Formats, read: impl FnOnce(&str) -> Heard) -> Option<Heard> {
    const YES: Sections = sections!(; Answers);
    const TIME: Sections = sections!(; Units);
    const MARKS: [char; 8] = [',', ':', ';', '.', '-', '–', '—', '('];
    let (word, rest) = cell.split_at(cell.find(|c: char| MARKS.contains(&c) || c.is_ascii_digit())?);
    let word = word.trim();
    let is_word = word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    let rest = match rest.strip_prefix('(') {
        Some(inner) => inner.trim_end().strip_suffix(')')?,
        // "yes 2010-2012"
        None if rest.starts_with(|c: char| c.is_ascii_digit()) => rest,
        // A dash that is a sign has no space after it.
        None => rest.strip_prefix(MARKS).filter(|rest| rest.starts_with(char::is_whitespace))?,
    };
    let rest = rest.trim();
    if !is_word || !rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let years = is!(Sense::Unit(TimeUnit::Year | TimeUnit::Month | TimeUnit::Decade));
    let units = |rest| {
        Lexed::new(rest, &formats.lexicon, TIME).is_some_and(|lexed| (0..lexed.len()).any(|at| lexed.has(at, years)))
    };
    let dated = rest.split(|c: char| !c.is_ascii_digit()).any(|figures| figures.len() == 4);
    if !formats.lexicon.meanings(word, YES).contains(&Sense::Answer(true)) || !(dated || units(rest)) {
        return None;
    }
    let heard = read(rest);
    // "Yes, 0 years" denies itself.
    let none = heard.understood.hull().is_some_and(|range| range.high <= 0.0);
    Some(if none { Heard::NOTHING } else { heard })
}
