//! What a requirement calls by its name, such as "R or Python": the cells may name it where no header does.

use super::columns::Item;
use super::guess::Guess;
use super::survey::ColumnCells;
use crate::header::fold_name;
use crate::lexed::Lexed;
use crate::lexicon::{Cue, Joint, Lexicon, Section, Sections, Sense};

/// What says how names are asked for.
const SECTIONS: Sections = Sections::of(&[], &[Section::Postings, Section::Joints]);
/// What has names of another kind.
const OTHERS: Sections = Sections::of(&[], &[Section::Zones, Section::Languages, Section::Cefr]);

/// A column is said to name things where so many per cent of its cells do, and at least [`LEAST`] of them.
const OFTEN: usize = 20;
/// So many where a cell may say yes alone.
const MOSTLY: usize = 60;
const LEAST: usize = 2;

/// What a requirement calls by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NamesAsked {
    /// The names, as the posting writes them.
    pub names: Vec<String>,
    /// Whether one of them is enough.
    pub any: bool,
    /// Whether they are examples: "such as SPSS or similar".
    pub examples: bool,
    /// Whether others will do: "R or another language".
    pub others: bool,
}

impl NamesAsked {
    /// The names in a requirement: words with a capital where a sentence has none, or with several; no places, no languages
    /// and no levels, which cells name for other reasons.
    pub(super) fn of(quote: &str) -> Self {
        let lexed = Lexed::of_text(quote.into(), &Lexicon::default(), SECTIONS);
        let says = |like: &dyn Fn(&Sense) -> bool| (0..lexed.len()).any(|at| lexed.senses(at).iter().any(like));
        let examples = says(&|sense| matches!(sense, Sense::Cue(Cue::Examples | Cue::Related)));
        let others = examples || says(&|sense| *sense == Sense::Cue(Cue::Others));
        let any = others || quote.contains('/') || says(&|sense| *sense == Sense::Joint(Joint::Or));
        Self { names: names(quote), any, examples, others }
    }

    /// Whether a cell names one of them.
    pub(super) fn is_in(&self, cell: &str) -> bool {
        let cell = format!(" {} ", fold_name(cell));
        self.names.iter().any(|name| cell.contains(&format!(" {} ", fold_name(name))))
    }

    /// Whether the cells of a column name them, as often as those do that answer a question about them.
    pub(super) fn are_in(&self, item: &Item<'_>) -> bool {
        // Where yes or no is an answer as well, most say which.
        let often = match item.guess {
            Guess::OneOf { .. } | Guess::Mentions { .. } => OFTEN,
            Guess::YesNo => MOSTLY,
            _ => return false,
        };
        let named = |cell: &str| self.is_in(cell);
        let names = |column: &&ColumnCells| column.count(named) >= LEAST && column.mostly(often, named);
        !self.names.is_empty() && item.columns.iter().all(names)
    }
}

fn names(quote: &str) -> Vec<String> {
    let words: Vec<&str> =
        quote.split_inclusive([' ', '/', '\u{a0}']).map(str::trim).filter(|word| !word.is_empty()).collect();
    // In a title every word has a capital.
    let long = || words.iter().skip(1).filter(|word| word.chars().count() > 3);
    let begins = words.first().is_none_or(|first| !first.starts_with(char::is_lowercase));
    let title = begins && long().count() > 1 && long().all(|word| word.starts_with(char::is_uppercase));
    let mut names: Vec<String> = Vec::new();
    let mut last = None;
    for (at, word) in words.iter().enumerate() {
        // "d'Excel"
        let word = word
            .split_once(['\'', '’'])
            .filter(|(before, _)| before.chars().count() < 3)
            .map_or(*word, |(_, rest)| rest);
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '+' | '#'));
        let capital = bare.starts_with(char::is_uppercase) && at > 0 && !title;
        let several = bare.chars().filter(|c| c.is_uppercase()).count() > 1;
        if !(capital || several) || is_of_other_kind(bare) {
            continue;
        }
        // "Power BI" is one name.
        let follows = last == Some(at) && words[at - 1].ends_with(char::is_alphanumeric);
        match names.last_mut().filter(|_| follows) {
            Some(name) => *name = format!("{name} {bare}"),
            None => names.push(bare.to_owned()),
        }
        last = Some(at + 1);
    }
    names
}

/// Whether a word names a place, a language or a level.
fn is_of_other_kind(word: &str) -> bool {
    let lexed = Lexed::of_text(word.into(), &Lexicon::default(), OTHERS);
    (0..lexed.len()).any(|at| !lexed.senses(at).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_out_by_their_capitals() {
        for (quote, names, any, examples) in [
            ("Proficiency in R or Python", &["R", "Python"][..], true, false),
            ("Good command of QGIS and Power BI", &["QGIS", "Power BI"], false, false),
            ("SPSS/Stata: good knowledge", &["SPSS", "Stata"], true, false),
            ("Maîtrise d'un logiciel de comptabilité (Sage, Ciel ou équivalent)", &["Sage", "Ciel"], true, false),
            ("Bonne maîtrise d'un SIG comme QGIS", &["SIG", "QGIS"], true, true),
            ("Experience with QGIS or other GIS software", &["QGIS", "GIS"], true, true),
            ("Good Knowledge Of Office Software", &[], false, false),
            ("preferably QuickBooks or Sage", &["QuickBooks", "Sage"], true, false),
            ("Good knowledge of Kenya and of French at B2", &[], false, false),
            ("Knowledge of accounting", &[], false, false),
        ] {
            let named = NamesAsked::of(quote);
            assert_eq!(
                (&named.names[..], named.any, named.others),
                (&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()[..], any, examples),
                "{quote}"
            );
        }
    }

    #[test]
    fn a_name_is_a_word_by_itself() {
        let named = NamesAsked::of("Proficiency in R or Python");
        for (cell, is_in) in [("R (advanced)", true), ("python, SQL", true), ("RStudio", false), ("Stata", false)] {
            assert_eq!(named.is_in(cell), is_in, "{cell}");
        }
    }
}
