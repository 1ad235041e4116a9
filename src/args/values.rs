//! Values of options that are more than a word: what is typed, to what is meant.

use clap::ValueEnum;

use super::wrong::Wrong;
use crate::catalogue::args as words;
use crate::criteria::Set;

/// What a value is called on the command line.
pub(super) fn value_name<T: ValueEnum>(value: &T) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

pub(super) fn parse_map(text: &str) -> Result<(String, String), Wrong> {
    match text.split_once('=') {
        Some((name, header)) if !name.trim().is_empty() && !header.trim().is_empty() => {
            Ok((name.trim().to_owned(), header.trim().to_owned()))
        }
        _ => Err(Wrong(words::write_map())),
    }
}

pub(super) fn parse_set(text: &str) -> Result<Set, Wrong> {
    match text.split_once('=') {
        Some((path, value)) if path.trim().split('.').filter(|part| !part.is_empty()).count() > 1 => {
            Ok(Set { path: path.trim().to_owned(), value: value.trim().to_owned() })
        }
        _ => Err(Wrong(words::write_set())),
    }
}

pub(super) fn parse_group(text: &str) -> Result<(String, Vec<String>), Wrong> {
    let wrong = || Wrong(crate::catalogue::audit::write_group());
    let (name, listed) = text.split_once('=').ok_or_else(wrong)?;
    let listed: Vec<String> =
        listed.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    if name.trim().is_empty() || listed.is_empty() { Err(wrong()) } else { Ok((name.trim().to_owned(), listed)) }
}

pub(super) fn parse_part(text: &str) -> Result<f64, Wrong> {
    match text.trim().parse::<f64>() {
        Ok(part) if (0.0..=1.0).contains(&part) => Ok(part),
        _ => Err(Wrong(crate::catalogue::audit::write_ratio())),
    }
}

pub(super) fn parse_places(text: &str) -> Result<usize, Wrong> {
    text.trim().parse().ok().filter(|places| *places > 0).ok_or_else(|| Wrong(words::write_count()))
}

/// No more draws than a run of a minute or so makes.
pub(super) fn parse_draws(text: &str) -> Result<u32, Wrong> {
    count(text, 10_000_000)
}

/// No header stands further down.
pub(super) fn parse_row(text: &str) -> Result<u32, Wrong> {
    count(text, 1_000)
}

/// A number from 1 to this one.
fn count(text: &str, most: u32) -> Result<u32, Wrong> {
    text.trim().parse().ok().filter(|count| (1..=most).contains(count)).ok_or_else(|| Wrong(words::write_count()))
}

pub(super) fn parse_delimiter(text: &str) -> Result<u8, Wrong> {
    match (text, text.as_bytes()) {
        ("tab" | "\\t", _) => Ok(b'\t'),
        (_, [one]) if one.is_ascii_punctuation() && *one != b'"' || text == "\t" => Ok(*one),
        _ => Err(Wrong(words::write_delimiter())),
    }
}

pub(super) fn parse_encoding(text: &str) -> Result<&'static encoding_rs::Encoding, Wrong> {
    encoding_rs::Encoding::for_label(text.trim().as_bytes()).ok_or_else(|| Wrong(words::write_encoding()))
}

pub(super) fn parse_score(text: &str) -> Result<f64, Wrong> {
    match text.trim().parse::<f64>() {
        Ok(score) if (0.0..=100.0).contains(&score) => Ok(score),
        _ => Err(Wrong(words::write_score())),
    }
}

pub(super) fn parse_count(text: &str) -> Result<usize, Wrong> {
    text.trim().parse().map_err(|_| Wrong(words::write_count()))
}

pub(super) fn parse_threads(text: &str) -> Result<u16, Wrong> {
    match text.trim().parse() {
        Ok(threads @ 1..=256) => Ok(threads),
        _ => Err(Wrong(words::write_threads())),
    }
}
