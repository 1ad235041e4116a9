//! The text that a verdict rests on.

use std::borrow::Cow;

use super::Cells;
use super::check::{Check, TestAccount};

/// How much of the cells is shown as evidence, in characters.
const EVIDENCE: usize = 500;

/// The text of the cells that the verdict rests on, up to 500 characters; each under its column's name where there are
/// several. A candidate's own words: hostile until escaped.
#[must_use]
pub fn evidence(account: &TestAccount) -> Cow<'_, str> {
    if let ([cell], []) = (account.evidence.as_slice(), account.parts.as_slice()) {
        return evidence_of(&cell.text);
    }
    let mut cells: Vec<(&str, &str)> = Vec::new();
    gather(account, &mut cells);
    match together(&cells) {
        Cow::Borrowed(text) => cut(text, EVIDENCE),
        Cow::Owned(text) => cut(&text, EVIDENCE).into_owned().into(),
    }
}

/// The same where all of it is a part of one cell.
#[must_use]
pub fn evidence_of(part: &str) -> Cow<'_, str> {
    cut(part.trim(), EVIDENCE)
}

/// Adds the cells that are not empty, each once, in the order of the criteria file.
pub fn gather<'a>(account: &'a TestAccount, cells: &mut Vec<(&'a str, &'a str)>) {
    for cell in &account.evidence {
        let told = (&*cell.column, cell.text.trim());
        if !told.1.is_empty() && !cells.contains(&told) {
            cells.push(told);
        }
    }
    for part in &account.parts {
        gather(part, cells);
    }
}

/// The texts of several cells, each under its column's name; of one cell alone.
fn together<'a>(cells: &[(&'a str, &'a str)]) -> Cow<'a, str> {
    match cells {
        [] => "".into(),
        [(_, text)] => (*text).into(),
        several => {
            let each: Vec<String> = several.iter().map(|(column, text)| format!("{column}: {text}")).collect();
            each.join("; ").into()
        }
    }
}

/// The start of a text of more than `most` characters.
pub fn cut(text: &str, most: usize) -> Cow<'_, str> {
    // No text has more characters than bytes.
    if text.len() <= most {
        return text.into();
    }
    match text.char_indices().nth(most) {
        None => text.into(),
        Some(_) => {
            let end = text.char_indices().nth(most.saturating_sub(1)).map_or(0, |(at, _)| at);
            format!("{}…", text.get(..end).unwrap_or_default().trim_end()).into()
        }
    }
}

impl Check {
    /// All that it is given to read in a row, as the evidence of an account is written, and not cut.
    #[must_use]
    pub fn whole_evidence(&self, row: &dyn Cells) -> String {
        let mut cells: Vec<(&str, &str)> = Vec::new();
        self.each_cell(&mut |name, index| {
            let cell = (name, index.map_or("", |index| row.cell(index).trim()));
            if !cell.1.is_empty() && !cells.contains(&cell) {
                cells.push(cell);
            }
        });
        together(&cells).into_owned()
    }
}
