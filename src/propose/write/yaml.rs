//! Tests and values as YAML.

use std::fmt::Write as _;

use super::super::guess::{COLUMN, Guess};
use super::super::{AskedBeyond, is_private};
use crate::catalogue::{Lang, init as words};

/// A test as lines of YAML, the first with its key.
pub(super) fn test(guess: &Guess, names: &[String], terms: &AskedBeyond, lang: Lang) -> Vec<String> {
    let column = names.first().map_or("", String::as_str);
    let all = names.join(", ");
    let bound = terms.at_least.as_ref().map_or_else(String::new, |bound| format!(", at_least: {bound}"));
    let one = match guess {
        Guess::Years { full_at } | Guess::Number { full_at, .. } => {
            let key = guess.key();
            let full = if terms.exceeded_by(*full_at) { format!(", full_at: {full_at}") } else { String::new() };
            format!("{key}: {{ column: {column}{bound}{full} }}")
        }
        Guess::Ceiling { at_most, per, .. } => {
            let most = terms.at_least.clone().unwrap_or_else(|| at_most.to_string());
            let per = per.map_or_else(String::new, |per| format!(", per: {per}"));
            format!("number: {{ column: {column}, at_most: {most}{per} }}")
        }
        Guess::Level { scale, .. } => format!("level: {{ column: {column}, scale: {scale}{bound} }}"),
        Guess::Own { steps } => format!("level: {{ column: {column}, scale: [{}]{bound} }}", own_steps(steps)),
        Guess::Language { code, listed } => {
            let from = if *listed { "list" } else { "column" };
            format!("language: {{ language: {code}, {from}: {column}{bound} }}")
        }
        Guess::Languages { codes } => {
            let of: Vec<_> = codes.iter().map(|(code, _)| (*code, column.to_owned(), true)).collect();
            return some_of(&of, 1, terms.at_least.as_deref().unwrap_or("B2"));
        }
        Guess::Tongues { of, enough } => {
            return terms.at_least.as_ref().map_or_else(|| any_of(of), |level| some_of(of, *enough, level));
        }
        Guess::Degree { two } => return degree(*two, names, terms),
        Guess::Several { of, .. } => {
            let each = of.iter().flat_map(|(column, guess)| test(guess, std::slice::from_ref(column), terms, lang));
            return group(guess.key(), each);
        }
        Guess::YesNo | Guess::Consent { yes_no: true } => format!("yes_no: {{ column: {column} }}"),
        Guess::Received => format!("date: {{ column: {column}, on_or_before: deadline }}"),
        Guess::Day { last } => {
            let day = terms.at_least.clone().unwrap_or_else(|| last.to_string());
            format!("date: {{ column: {column}, on_or_before: {day} }}")
        }
        Guess::Provided | Guess::Consent { yes_no: false } => format!("provided: {{ column: {column} }}"),
        Guess::OneOf { values, not, .. } => {
            let list = |values: &[String]| values.iter().map(|value| quoted(value)).collect::<Vec<_>>().join(", ");
            let not = if not.is_empty() { String::new() } else { format!(", not: [{}]", list(not)) };
            format!("one_of: {{ column: {column}, values: [{}]{not} }}", list(values))
        }
        Guess::Mentions { named, .. } if named.is_empty() => {
            format!("mentions: {{ columns: [{column}], terms: {} }}", words::some_terms().to(lang))
        }
        Guess::Mentions { named, .. } => {
            let terms: Vec<String> = named.iter().map(|name| word(name)).collect();
            format!("mentions: {{ columns: [{column}], terms: [{}]{bound}, otherwise: review }}", terms.join(", "))
        }
        Guess::Rating { out_of, .. } => format!("rating: {{ columns: [{all}], out_of: {out_of}{bound} }}"),
        Guess::Wanted { test: wanted } => return test(wanted, &[COLUMN.to_owned()], terms, lang),
    };
    vec![one]
}

/// The steps of a scale of its own, each with its words.
fn own_steps(steps: &[Vec<String>]) -> String {
    let step = |words: &Vec<String>| {
        let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
        if let [word] = words.as_slice() { word.clone() } else { format!("[{}]", words.join(", ")) }
    };
    steps.iter().map(step).collect::<Vec<_>>().join(", ")
}

/// A group of tests.
fn group(key: &str, tests: impl Iterator<Item = String>) -> Vec<String> {
    let head = [format!("{key}:"), "  of:".to_owned()];
    head.into_iter().chain(tests.map(|line| format!("    - {line}"))).collect()
}

/// A language, the name of its column, and whether that is a list.
type ListedTongue = (&'static str, String, bool);

/// So many of several languages, at a level.
fn some_of(of: &[ListedTongue], enough: usize, level: &str) -> Vec<String> {
    let head = ["some_of:".to_owned(), format!("  at_least: {enough}"), "  of:".to_owned()];
    head.into_iter().chain(tongues(of, &format!(", at_least: {level}"))).collect()
}

/// Whichever of several languages is known best.
fn any_of(of: &[ListedTongue]) -> Vec<String> {
    ["any_of:", "  of:"].map(str::to_owned).into_iter().chain(tongues(of, "")).collect()
}

fn tongues(of: &[ListedTongue], bound: &str) -> impl Iterator<Item = String> {
    of.iter().map(move |(code, column, listed)| {
        let from = if *listed { "list" } else { "column" };
        format!("    - language: {{ language: {code}, {from}: {column}{bound} }}")
    })
}

/// A degree: within `some_of` where it is all or nothing, since a lower one would earn a part otherwise.
fn degree(two: bool, names: &[String], terms: &AskedBeyond) -> Vec<String> {
    let column = names.first().map_or("", String::as_str);
    let mut parts = match names.get(1).filter(|_| two) {
        Some(field) => vec![format!("level: {column}"), format!("field: {field}")],
        None => vec![format!("column: {column}")],
    };
    parts.extend(terms.at_least.as_ref().map(|bound| format!("at_least: {bound}")));
    if !terms.fields.is_empty() {
        let fields: Vec<String> = terms.fields.iter().map(|field| quoted(field)).collect();
        parts.push("other_field: review".to_owned());
        parts.push(format!("fields: [{}]", fields.join(", ")));
    }
    let test = format!("degree: {{ {} }}", parts.join(", "));
    if !terms.whole {
        return vec![test];
    }
    vec!["some_of:".to_owned(), "  at_least: 1".to_owned(), "  of:".to_owned(), format!("    - {test}")]
}

/// A value as YAML: as it stands where that is surely a word, else quoted.
pub(super) fn word(text: &str) -> String {
    const TAKEN: [&str; 9] = ["yes", "no", "on", "off", "true", "false", "null", "y", "n"];
    let plain = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
        && !TAKEN.contains(&text.to_ascii_lowercase().as_str());
    if plain { text.to_owned() } else { quoted(text) }
}

/// A text in double quotes; what cannot be seen is escaped.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            ' ' => out.push(c),
            c if c.is_control() || c.is_whitespace() || crate::fold::is_invisible(c) || is_private(c) => {
                let code = u32::from(c);
                let _ = if code > 0xffff { write!(out, "\\U{code:08x}") } else { write!(out, "\\u{code:04x}") };
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
