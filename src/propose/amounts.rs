//! How many of something a requirement asks for: "a team of three or more people".

use super::columns::Item;
use crate::head::HeaderWords;
use crate::lexed::Lexed;
use crate::lexicon::{Counted, Head, Lexicon, Sense, sections};
use crate::tokens::TokenKind;

/// The least number of people or things that a requirement asks for; none where it counts time alone.
pub(super) fn amount(quote: &str) -> Option<f64> {
    const NEAR: usize = 4;
    const BEFORE: usize = 3;
    let lexed =
        Lexed::of_text(quote.into(), &Lexicon::default(), sections!(; Numbers Counted Units Months BoundsBefore));
    let says = |at: usize, like: &dyn Fn(&Sense) -> bool| at < lexed.len() && lexed.senses(at).iter().any(like);
    let other = |at: usize| {
        let mark = lexed.tokens_of(at).any(|token| lexed.tokens.text(token) == "%");
        mark || says(at, &|sense| matches!(sense, Sense::Unit(_) | Sense::Month(_)))
    };
    (0..lexed.len()).find_map(|at| {
        let number = number_at(&lexed, at)?;
        // "Three or more people", "two (2) persons": what is counted follows soon, and no unit of time before it.
        let thing = |sense: &Sense| matches!(sense, Sense::Counted(Counted::Thing));
        let soon = (at + 1..lexed.len().min(at + 1 + NEAR)).take_while(|at| !other(*at)).any(|at| says(at, &thing));
        let team = |sense: &Sense| matches!(sense, Sense::Counted(Counted::Team));
        let of_team = (at.saturating_sub(BEFORE)..at).any(|at| says(at, &team));
        let bound = |sense: &Sense| matches!(sense, Sense::Before(_));
        let bounded = (at.saturating_sub(2)..at).any(|at| says(at, &bound));
        let next = at + 1 < lexed.len() && lexed.is(at + 1, TokenKind::Word);
        let counts = !(at + 1 < lexed.len() && other(at + 1)) && (soon || of_team || bounded && next);
        counts.then_some(number)
    })
}

/// Whether the numbers of a column count people or things, by its header.
pub(super) fn counts(item: &Item<'_>) -> bool {
    let title = item.title();
    let lexed = Lexed::of_text(title.into(), &Lexicon::default(), sections!(; Counted));
    let thing = |sense: &Sense| matches!(sense, Sense::Counted(Counted::Thing));
    HeaderWords::of(title).say(&[Head::Count]) || (0..lexed.len()).any(|at| lexed.senses(at).iter().any(thing))
}

/// The whole number that stands at a place, in figures or in words; one is an article as well, and a year is no amount.
fn number_at(lexed: &Lexed<'_>, at: usize) -> Option<f64> {
    const YEARS: std::ops::RangeInclusive<f64> = 1900.0..=2100.0;
    let word = |sense: &Sense| if let Sense::Number(number) = sense { Some(*number) } else { None };
    let figures = || lexed.tokens.text(lexed.tokens_of(at).start).parse::<f64>().ok();
    let number = lexed.senses(at).iter().find_map(word).or_else(figures)?;
    (number >= 2.0 && number.fract() == 0.0 && !YEARS.contains(&number)).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_told_from_years_and_days() {
        for (quote, expected) in [
            ("Experience of supervising a team of three or more people.", Some(3.0)),
            ("Vous avez déjà encadré une équipe d'au moins deux personnes (stagiaires compris).", Some(2.0)),
            ("Avoir encadré 5 salariés", Some(5.0)),
            ("A track record of published articles (minimum of two publications)", Some(2.0)),
            ("Management of at least four staff members", Some(4.0)),
            ("At least seven years' experience in finance", None),
            ("Au moins 2 ans d'encadrement d'équipe", None),
            ("Available to start no later than 1 March 2027", None),
            ("Travel for up to 30% of the time", None),
            ("Pratique d'un logiciel de gestion de contacts", None),
            ("One or more languages", None),
        ] {
            assert_eq!(amount(quote), expected, "{quote}");
        }
    }
}
