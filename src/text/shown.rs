//! How a cell is cut and what its words are taken for: what somebody needs who mends a pack.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::grammar::{Heard, answer, date, number, years};
use crate::formats::Formats;
use crate::lexed::Lexed;
use crate::lexicon::Sections;
use crate::reading::Reading;
use crate::tokens::TokenKind;

/// A phrase of the packs in a cell, or a token that none of them knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Looked {
    /// As it is written.
    pub text: String,
    /// What it can mean: the packs' senses, a figure, a mark; nothing where no pack knows it.
    pub senses: Vec<String>,
}

/// How a cell is cut, with the senses of every section.
#[must_use]
pub(crate) fn cut(cell: &str, formats: &Formats) -> Vec<Looked> {
    let Some(lexed) = Lexed::new(cell, &formats.lexicon, Sections::ALL) else { return Vec::new() };
    let looked = |at: usize| {
        let token = lexed.tokens.all().get(lexed.tokens_of(at).start);
        let mut senses: Vec<String> = lexed.senses(at).iter().map(|sense| format!("{sense:?}")).collect();
        match token.map(|token| token.kind) {
            Some(TokenKind::Figure) => senses.push("figure".to_owned()),
            Some(TokenKind::Mark) if senses.is_empty() => senses.push("mark".to_owned()),
            _ => {}
        }
        Looked { text: lexed.text.get(lexed.span(at, at + 1)).unwrap_or_default().to_owned(), senses }
    };
    (0..lexed.len()).map(looked).collect()
}

/// What each kind of cell that stands alone makes of it: what was understood, and the words that were left.
#[must_use]
pub(crate) fn heard(cell: &str, formats: &Formats, as_of: NaiveDate) -> Vec<(&'static str, Reading, Vec<String>)> {
    let kinds: [(&'static str, Heard); 5] = [
        ("years", years::read(cell, formats, as_of, false)),
        ("number", number::read(cell, formats)),
        ("date", date::read(cell, formats, Tz::UTC, as_of)),
        ("yes_no", answer::read(cell, formats, as_of)),
        ("provided", answer::provided(cell, formats, as_of)),
    ];
    kinds.into_iter().map(|(kind, heard)| (kind, heard.understood, heard.left)).collect()
}
