//! Every French sentence has the spaces that French typography asks for, and one word for one thing.
//!
//! `UPDATE_FRENCH=1 cargo test --test suite french` writes the spaces into the catalogue.
use std::path::PathBuf;

use super::common::pages;

/// A space that no line breaks at.
const NO_BREAK: char = '\u{a0}';

fn catalogue() -> Vec<PathBuf> {
    pages::files("src/catalogue").into_iter().map(|name| pages::root().join(name)).collect()
}

/// Where the string literal that begins at this quote ends, its closing quote included.
fn literal(text: &str, from: usize) -> usize {
    let mut escaped = false;
    let end = text[from + 1..].char_indices().find(|(_, c)| {
        let closes = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        closes
    });
    from + 1 + end.unwrap().0 + 1
}

/// Where the French literals of a file are: after `fr:`, with the form of the plural after a bar, and the last of an entry.
fn french(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("fr: \"") {
        let mut start = at + "fr: ".len();
        loop {
            let end = literal(text, start);
            found.push((start, end));
            match text[end..].strip_prefix(" | \"") {
                Some(_) => start = end + " | ".len(),
                None => break,
            }
        }
    }
    for (at, _) in text.match_indices("entry(") {
        let mut from = at + "entry(".len();
        let mut last = None;
        for _ in 0..3 {
            let rest = text[from..].trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            if !rest.starts_with('"') {
                last = None;
                break;
            }
            let start = text.len() - rest.len();
            let end = literal(text, start);
            last = Some((start, end));
            from = end;
        }
        found.extend(last);
    }
    found.sort_unstable();
    found
}

/// A sentence with its spaces, but for what stands in backquotes, which is to be typed as it is.
fn spaced(sentence: &str) -> String {
    let mut out = String::with_capacity(sentence.len());
    for (nth, part) in sentence.split('`').enumerate() {
        if nth > 0 {
            out.push('`');
        }
        // What follows a piece of code: its colon, too.
        if nth % 2 == 1 {
            out.push_str(part);
            continue;
        }
        let mut chars = part.chars().peekable();
        while let Some(c) = chars.next() {
            let before_mark = c == ' ' && chars.peek().is_some_and(|next| ":;?!%»".contains(*next));
            let after_quote = c == ' ' && out.ends_with('«');
            out.push(if before_mark || after_quote { NO_BREAK } else { c });
        }
    }
    out
}

#[test]
fn marks_have_spaces_that_no_line_breaks_at() {
    let update = std::env::var_os("UPDATE_FRENCH").is_some();
    let mut wrong = Vec::new();
    for file in catalogue() {
        let text = std::fs::read_to_string(&file).unwrap();
        let mut new = String::new();
        let mut from = 0;
        for (start, end) in french(&text) {
            let sentence = &text[start..end];
            let right = spaced(sentence);
            if right != sentence {
                wrong.push(format!("{}: {sentence}", file.file_name().unwrap().to_string_lossy()));
            }
            new.push_str(&text[from..start]);
            new.push_str(&right);
            from = end;
        }
        new.push_str(&text[from..]);
        if update && new != text {
            std::fs::write(&file, new).unwrap();
        }
    }
    assert!(update || wrong.is_empty(), "UPDATE_FRENCH=1 writes the spaces:\n{}", wrong.join("\n"));
}

/// One term for one thing: exigé, satisfait, à vérifier, atout, éligible, liste restreinte.
#[test]
fn one_term_stands_for_one_thing() {
    for file in catalogue() {
        let text = std::fs::read_to_string(&file).unwrap();
        for (start, end) in french(&text) {
            let sentence = text[start..end].to_lowercase();
            for word in sentence.split(|c: char| !c.is_alphabetic()) {
                let drifts = ["obligatoire", "facultati", "admissib", "présélection", "abîmé"]
                    .iter()
                    .any(|drifting| word.starts_with(drifting))
                    || ["rempli", "remplie", "remplis", "remplies", "remplit"].contains(&word);
                assert!(!drifts, "{}: {sentence}", file.display());
            }
        }
    }
}

/// French has its singular for none, too, which then must name its number.
#[test]
fn none_is_not_one() {
    use screen::catalogue::{Lang, settle};
    assert_eq!(settle::done(0, "d.csv").to(Lang::Fr), "0 réponse enregistrée dans d.csv.");
    assert_eq!(settle::done(1, "d.csv").to(Lang::Fr), "1 réponse enregistrée dans d.csv.");
    assert_eq!(settle::done(2, "d.csv").to(Lang::Fr), "2 réponses enregistrées dans d.csv.");
}

#[test]
fn spaces_are_put_where_they_belong() {
    assert_eq!(spaced("\"a : « b » ; `c ; d` ? 5 %\""), "\"a\u{a0}: «\u{a0}b\u{a0}»\u{a0}; `c ; d`\u{a0}? 5\u{a0}%\"");
}

use super::common;

/// However narrow the terminal, no line begins with a mark that belongs to the line before, nor ends with an opening quote.
#[test]
fn no_line_breaks_before_a_mark() {
    let runs: [&[&str]; 5] = [
        &["candidates.csv"],
        &["explain", "candidates.csv", "--all"],
        &["explain", "candidates.csv", "C048", "--for-candidate"],
        &["compare", "candidates.csv", "C026", "C002", "C048"],
        &["check", "missing.yaml"],
    ];
    for args in runs {
        for width in ["50", "61", "80", "97"] {
            let test = common::Test::new().of_project("fixtures/candidates.csv");
            let ran = test.args(args).args(["--lang", "fr"]).env("COLUMNS", width).output();
            for line in ran.text().lines().chain(ran.stderr.lines()) {
                let start = line.trim_start();
                // The signs of the table's own.
                let own = ["? ", "?✓", "! ligne"].iter().any(|sign| start.starts_with(sign));
                let broken =
                    start.starts_with([':', ';', '?', '!', '%', '»']) && !own || line.trim_end().ends_with('«');
                assert!(!broken, "{args:?} {width}: {line}");
                assert!(!(start.starts_with("h ") || start.starts_with("h\u{a0}")), "{args:?} {width}: {line}");
            }
        }
    }
}
