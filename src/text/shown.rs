//! How a cell is cut and what its words are taken for: what somebody needs who asks why a cell is open, or mends a pack.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::grammar::{Heard, answer, date, number, years};
use crate::catalogue::{Text, senses as words};
use crate::formats::Formats;
use crate::languages::{self, of_sense};
use crate::lexed::Lexed;
use crate::lexicon::{Sections, Sense};
use crate::reading::Reading;
use crate::scale::{self, Scale};
use crate::tokens::TokenKind;

/// A phrase of the packs in a cell, or a token that none of them knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Looked {
    /// As it is written.
    pub text: String,
    /// What it can mean: the packs' senses, a figure, a mark; nothing where no pack knows it.
    pub senses: Vec<Text>,
}

/// How a cell is cut, with the senses of every section.
#[must_use]
pub(crate) fn cut(cell: &str, formats: &Formats) -> Vec<Looked> {
    let Some(lexed) = Lexed::new(cell, &formats.lexicon, Sections::ALL) else { return Vec::new() };
    let looked = |at: usize| {
        let token = lexed.tokens.all().get(lexed.tokens_of(at).start);
        let mut senses: Vec<Text> = Vec::new();
        for said in lexed.senses(at).iter().map(|sense| said(*sense)) {
            if !senses.contains(&said) {
                senses.push(said);
            }
        }
        match token.map(|token| token.kind) {
            Some(TokenKind::Figure) => senses.push(words::figure()),
            Some(TokenKind::Mark) if senses.is_empty() => senses.push(words::mark()),
            _ => {}
        }
        Looked { text: lexed.text.get(lexed.span(at, at + 1)).unwrap_or_default().to_owned(), senses }
    };
    (0..lexed.len()).map(looked).collect()
}

/// What a phrase means, in words.
fn said(sense: Sense) -> Text {
    let steps = |scale: &Scale, low: u8, high: u8| match (usize::from(low), usize::from(high)) {
        (low, high) if low == high => words::level(scale.name(low)),
        (low, high) => words::level_between(scale.name(low), scale.name(high)),
    };
    let language = |code| of_sense(code).map_or_else(|| Text::same("?"), languages::Language::name);
    match sense {
        Sense::Number(_) | Sense::Multiple(_) | Sense::Round(_) => words::number(),
        Sense::Ordinal(_) | Sense::OrdinalEnding => words::ordinal(),
        Sense::Fraction(_) => words::fraction(),
        Sense::DecimalMark => words::decimal_mark(),
        Sense::Unit(_) => words::unit(),
        Sense::Month(_) => words::month(),
        Sense::Weekday(_) => words::weekday(),
        Sense::Season(_) => words::season(),
        Sense::Before(_) | Sense::After(_) => words::bound(),
        Sense::Joint(_) => words::joint(),
        Sense::Edge(_) => words::edge(),
        Sense::Share(_) => words::share(),
        Sense::Quantifier(_) => words::quantifier(),
        Sense::Answer(true) => words::yes(),
        Sense::Answer(false) => words::no(),
        Sense::Missing => words::missing(),
        Sense::Nothing(_) => words::nothing(),
        Sense::Proficiency(low, high) => steps(scale::proficiency(), low, high),
        Sense::Cefr(low, high) => steps(scale::cefr(), low, high),
        Sense::Degree(low, high) => steps(scale::education(), low, high),
        Sense::UnderWay => words::under_way(),
        Sense::Subject(_) | Sense::Near(_) | Sense::Part => words::subject(),
        Sense::Study(_) => words::study(),
        Sense::Language(code) => words::language(language(code)),
        Sense::Certificate(code) => words::certificate(language(code)),
        other => said_of_others(other),
    }
}

/// The same of what neither amounts nor studies are made of.
fn said_of_others(sense: Sense) -> Text {
    match sense {
        Sense::Skill(_) => words::skill(),
        Sense::Place => words::place(),
        Sense::Employer(_) => words::employer(),
        Sense::Sex(_) => words::sex(),
        Sense::Role => words::role(),
        Sense::Agrees => words::yes(),
        Sense::Away => words::away(),
        Sense::Elsewhere => words::elsewhere(),
        Sense::Office => words::office(),
        Sense::Counted(_) => words::counted(),
        Sense::Slot(_) => words::slot(),
        Sense::Neutral(_) => words::neutral(),
        Sense::Currency(_) => words::currency(),
        Sense::Pay(_) => words::pay(),
        Sense::Negation(true) => words::negation(),
        Sense::Negation(false) => words::condition(),
        Sense::Everyday(_) => words::everyday(),
        Sense::Identity(_) => words::identity(),
        Sense::Head(_) => words::head(),
        Sense::Cue(_) => words::cue(),
        Sense::About(_) => words::about(),
        Sense::Zone(_) | Sense::Offset(..) => words::zone(),
        Sense::WhenBefore(_) | Sense::WhenAfter(_) => words::when(),
        Sense::Clock(_) => words::clock(),
        _ => words::understood(),
    }
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
