//! Texts of a criteria file: whether they can be shown, and how they are said in a sentence.

use super::tree::NodeValue;
use crate::catalogue::unseen::{code_point, is_break, is_odd_space, is_silent, is_unseen};
use crate::catalogue::{Text, yaml as words};
use crate::diagnostic::{Diagnostic, Place};

/// More than this are no label, no name of a column and no word.
pub(super) const MOST_IN_TEXT: usize = 2000;

/// Whether a character cannot be seen and has no place in a text for people: joiners and line ends have one.
const fn is_hidden(c: char) -> bool {
    is_unseen(c) && !is_silent(c) && !is_break(c)
}

/// What is wrong with a text that is shown: it is too long, or has a character that cannot be seen.
#[must_use]
pub fn shown(name: &str, text: &str, place: &Place) -> Option<Diagnostic> {
    long(name, text, MOST_IN_TEXT, place).or_else(|| unseen(name, text, place, is_hidden))
}

/// A text of more characters than there may be.
pub(super) fn long(name: &str, text: &str, most: usize, place: &Place) -> Option<Diagnostic> {
    // No text has more characters than bytes.
    let count = if text.len() > most { text.chars().count() } else { 0 };
    let problem = || Diagnostic::error("too-long", words::too_long(count, name, most));
    (count > most).then(|| problem().at(place.clone()).help(words::too_long_help()))
}

pub(super) fn unseen(name: &str, text: &str, place: &Place, is: impl Fn(char) -> bool) -> Option<Diagnostic> {
    let c = text.chars().find(|c| is(*c))?;
    let visible: String = text.chars().map(|c| if is_odd_space(c) { ' ' } else { c }).filter(|c| !is(*c)).collect();
    let start = usize::try_from(place.column).unwrap_or_default().saturating_sub(1);
    let on_line = place.text.as_deref().and_then(|line| line.chars().skip(start).position(|on_line| on_line == c));
    let place = match on_line {
        Some(at) => Place { column: place.column + at as u64, width: 1, ..place.clone() },
        None => place.clone(),
    };
    let what = if is_odd_space(c) { words::odd_space(name, code_point(c)) } else { words::unseen(name, code_point(c)) };
    let help = words::unseen_write_help(short(visible.trim()));
    Some(Diagnostic::error("unseen-character", what).at(place).help(help))
}

/// The start of a text, on one line and without the marks that would end its quotation.
#[must_use]
pub fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('`', "'");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// What a value is, in words.
pub(super) fn found(value: &NodeValue) -> Text {
    match value {
        NodeValue::Null => words::nothing(),
        NodeValue::Bool(flag) => words::the_flag(flag.to_string()),
        NodeValue::Number(_, written) => words::the_number(short(written)),
        NodeValue::Text(text) => words::the_text(short(text)),
        NodeValue::List(_) => words::a_list(),
        NodeValue::Map(_) => words::a_mapping(),
    }
}
