//! One language pack as it is written: sections, each a mapping from a meaning to the phrases that say it.
//!
//! A pack is YAML of the plainest form, so that it is read in a fraction of the time that a YAML reader takes, on every
//! start of the program:
//!
//! ```yaml
//! units:
//!   year: [year, years, "y"]
//! ```
//!
//! Sections stand at the margin, meanings two spaces in, phrases in brackets over as many lines as they need. A phrase
//! that holds a comma, a bracket, `#` or a quote stands in double quotes. A test holds that a YAML reader sees the same.

/// A phrase with where it stands in its pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry<'a> {
    /// The section's name.
    pub section: &'a str,
    /// What the phrase means.
    pub meaning: &'a str,
    /// The phrase.
    pub phrase: &'a str,
}

/// Hands on every phrase of a pack, in its order.
///
/// # Errors
/// The first line that is not of the form, and its number.
pub(crate) fn read<'a>(pack: &'a str, mut each: impl FnMut(Entry<'a>)) -> Result<(), (usize, &'a str)> {
    let (mut section, mut meaning, mut inside) = ("", "", false);
    for (number, line) in pack.lines().enumerate() {
        let wrong = (number + 1, line);
        let mut text = line;
        if !inside {
            if line.trim_start().starts_with('#') || line.trim().is_empty() {
                continue;
            }
            let (key, rest) = line.split_once(':').ok_or(wrong)?;
            match key.strip_prefix("  ") {
                None => {
                    section = key;
                    if !rest.trim().is_empty() || key.starts_with(' ') {
                        return Err(wrong);
                    }
                    continue;
                }
                Some(key) => meaning = unquoted(key),
            }
            text = rest.trim_start().strip_prefix('[').ok_or(wrong)?;
        }
        let end = phrases(text, |phrase| each(Entry { section, meaning, phrase })).ok_or(wrong)?;
        inside = !end;
    }
    Ok(())
}

/// Hands on the phrases of a line, up to its end or to the closing bracket; answers whether that has come. Nothing where
/// a quote is not closed.
fn phrases<'a>(line: &'a str, mut each: impl FnMut(&'a str)) -> Option<bool> {
    let mut rest = line.trim_start();
    loop {
        match rest.as_bytes().first() {
            None | Some(b'#') => return Some(false),
            Some(b']') => return Some(true),
            Some(b',' | b' ') => rest = rest[1..].trim_start(),
            Some(b'"') => {
                let (phrase, after) = rest[1..].split_once('"')?;
                each(phrase);
                rest = after;
            }
            Some(_) => {
                let end = rest.find([',', ']']).unwrap_or(rest.len());
                each(rest[..end].trim_end());
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
    fn reads_the_plain_form() {
        let pack = "# about\nunits:\n  year: [year, years, \"y, or #\"] # note\n  \"0\": [a\n    b, c d]\nyes:\n  yes: [oui]\n";
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
                ("yes", "yes", "oui"),
            ]
        );
        assert_eq!(read("units: [a]", |_| {}), Err((1, "units: [a]")));
        assert_eq!(read("units:\n  a: b", |_| {}), Err((2, "  a: b")));
        assert_eq!(read("units:\n  a: [\"b]", |_| {}), Err((2, "  a: [\"b]")));
    }
}
