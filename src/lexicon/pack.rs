//! One language pack as it is written: sections, each a mapping from a meaning to the phrases that say it.
//!
//! A pack is YAML of the plainest form, which `build.rs` reads with the few lines here and no YAML reader:
//!
//! ```yaml
//! units:
//!   year: [year, years, "y"]
//! ordinals: {1: [first], 2: [second],
//!   3: [third]}
//! ```
//!
//! Sections stand at the margin, meanings two spaces in, phrases in brackets over as many lines as they need. A section
//! of many short meanings may stand in braces, several meanings on a line. A phrase that holds a comma, a colon, a
//! bracket, `#` or a quote stands in double quotes. A test holds that a YAML reader sees the same.

use std::collections::HashSet;

use super::normal::normal;

/// Sections whose meanings are the kinds of cells or the places in them where the phrase stands, so that one phrase may
/// have several.
pub(crate) const BY_PLACE: [&str; 11] = [
    "neutral",
    "nothing",
    "slots",
    "subjects",
    "identity",
    "headers",
    "headings",
    "postings",
    "around",
    "topics",
    "currencies",
];

/// A phrase with where it stands in its pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PackEntry<'a> {
    /// The section's name.
    pub section: &'a str,
    /// What the phrase means.
    pub meaning: &'a str,
    /// The phrase.
    pub phrase: &'a str,
}

/// The phrases of one pack so far, as they are compared with cells.
#[derive(Debug, Default)]
pub(crate) struct PackPhrases {
    seen: HashSet<(String, String, Vec<u8>)>,
}

impl PackPhrases {
    /// Adds a phrase; answers whether its section did not have it, however it was written there.
    pub(crate) fn add(&mut self, entry: PackEntry<'_>) -> bool {
        let mut folded = Vec::new();
        normal(entry.phrase, &mut folded);
        let place = if BY_PLACE.contains(&entry.section) { entry.meaning } else { "" };
        self.seen.insert((entry.section.to_owned(), place.to_owned(), folded))
    }
}

/// Where the reader is in a pack.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PackLevel {
    /// Between the meanings of a section, one on a line.
    Lines,
    /// Between the meanings of a section in braces.
    Braces,
}

/// Hands on every phrase of a pack, in its order.
///
/// # Errors
/// The first line that is not of the form, and its number.
pub(crate) fn read<'a>(pack: &'a str, mut each: impl FnMut(PackEntry<'a>)) -> Result<(), (usize, &'a str)> {
    let (mut section, mut meaning, mut at, mut listed) = ("", "", PackLevel::Lines, false);
    for (number, line) in pack.lines().enumerate() {
        let wrong = (number + 1, line);
        let mut rest = line.trim_ascii();
        if at == PackLevel::Lines && !listed && !line.starts_with(' ') && !is_over(rest) {
            (section, rest) = line.split_once(':').ok_or(wrong)?;
            rest = rest.trim_ascii();
            match rest.strip_prefix('{') {
                Some(inner) => (at, rest) = (PackLevel::Braces, inner),
                None if is_over(rest) => continue,
                None => return Err(wrong),
            }
        }
        loop {
            if listed {
                let after = phrases(rest, |phrase| each(PackEntry { section, meaning, phrase })).ok_or(wrong)?;
                let Some(after) = after else { break };
                (rest, listed) = (after, false);
                if at == PackLevel::Lines && !is_over(rest.trim_ascii_start()) {
                    return Err(wrong);
                }
            }
            rest = rest.trim_ascii_start();
            if at == PackLevel::Braces {
                rest = rest.strip_prefix(',').unwrap_or(rest).trim_ascii_start();
                if let Some(after) = rest.strip_prefix('}') {
                    (at, rest) = (PackLevel::Lines, after.trim_ascii_start());
                    is_over(rest).then_some(()).ok_or(wrong)?;
                }
            }
            if is_over(rest) {
                break;
            }
            let (key, after) = rest.split_once(": [").ok_or(wrong)?;
            (meaning, rest, listed) = (unquoted(key), after, true);
            if at == PackLevel::Lines && !line.starts_with("  ") {
                return Err(wrong);
            }
        }
    }
    Ok(())
}

/// Whether nothing more is said on a line.
fn is_over(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('#')
}

/// Hands on the phrases of a line, up to its end or to the closing bracket; answers what stands after that, where it has
/// come. Nothing where a quote is not closed.
fn phrases<'a>(line: &'a str, mut each: impl FnMut(&'a str)) -> Option<Option<&'a str>> {
    let mut rest = line.trim_ascii_start();
    loop {
        match rest.as_bytes().first() {
            None | Some(b'#') => return Some(None),
            Some(b']') => return Some(rest.get(1..)),
            Some(b',' | b' ') => rest = rest[1..].trim_ascii_start(),
            Some(b'"') => {
                let (phrase, after) = rest[1..].split_once('"')?;
                each(phrase);
                rest = after;
            }
            Some(_) => {
                let end = memchr::memchr2(b',', b']', rest.as_bytes()).unwrap_or(rest.len());
                each(rest[..end].trim_ascii_end());
                rest = &rest[end..];
            }
        }
    }
}

fn unquoted(key: &str) -> &str {
    key.strip_prefix('"').and_then(|key| key.strip_suffix('"')).unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_has_a_phrase_once() {
        let mut phrases = PackPhrases::default();
        for (section, meaning, phrase, is_new) in [
            ("units", "year", "année", true),
            ("units", "year", "année", false),
            // Written otherwise, and with another meaning.
            ("units", "year", "Annee", false),
            ("units", "month", "annee", false),
            ("answers", "year", "annee", true),
            ("answers", "yes", "très-bien", true),
            ("answers", "yes", "tres bien", false),
            ("answers", "no", "d’accord", true),
            ("answers", "no", "d'accord", false),
            // One phrase may stand in several places of a cell.
            ("neutral", "years", "experience", true),
            ("neutral", "number", "experience", true),
            ("neutral", "years", "Expérience", false),
        ] {
            assert_eq!(phrases.add(PackEntry { section, meaning, phrase }), is_new, "{section}.{meaning}: {phrase}");
        }
    }

    #[test]
    fn reads_the_plain_form() {
        let pack = "# about\nunits:\n  year: [year, years, \"y, or #\"] # note\n  \"0\": [a\n    b, c d]\n\
            ordinals: {1: [first, 1st], 2: [\n  second],\n  # more\n  \"3\": [third]} # all\nyes:\n  yes: [oui]\n";
        let mut seen = Vec::new();
        read(pack, |entry| seen.push((entry.section, entry.meaning, entry.phrase))).unwrap();
        assert_eq!(
            seen,
            [
                ("units", "year", "year"),
                ("units", "year", "years"),
                ("units", "year", "y, or #"),
                ("units", "0", "a"),
                ("units", "0", "b"),
                ("units", "0", "c d"),
                ("ordinals", "1", "first"),
                ("ordinals", "1", "1st"),
                ("ordinals", "2", "second"),
                ("ordinals", "3", "third"),
                ("yes", "yes", "oui"),
            ]
        );
        assert_eq!(read("units: [a]", |_| {}), Err((1, "units: [a]")));
        assert_eq!(read("units:\n  a: b", |_| {}), Err((2, "  a: b")));
        assert_eq!(read("units:\n  a: [\"b]", |_| {}), Err((2, "  a: [\"b]")));
        assert_eq!(read("units:\n  a: [b] c: [d]", |_| {}), Err((2, "  a: [b] c: [d]")));
        assert_eq!(read("units: {a: [b]} c", |_| {}), Err((1, "units: {a: [b]} c")));
        assert_eq!(read("units: {a: b}", |_| {}), Err((1, "units: {a: b}")));
    }
}
