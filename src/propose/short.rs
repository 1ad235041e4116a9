//! What heads the column of a criterion in a table: what its requirement speaks of, in a word or two.

use std::ops::Range;

use super::matching::Wish;
use crate::catalogue::{Text, init as words};
use crate::head::topics;
use crate::lexed::Lexed;
use crate::lexicon::{Joint, Lexicon, Sense, sections};
use crate::posting::Ask;

/// A name of so many characters is short.
const SHORT: usize = 24;

/// The short names of a criterion whose label is too long to be one, the best first; none where its requirement says nothing
/// by which people would know it. `named`: what it calls by its name is looked for.
pub(super) fn shorts(wish: &Wish<'_>, label: &Text, named: bool) -> Vec<Text> {
    if [&label.en, &label.fr].iter().all(|label| label.chars().count() <= SHORT) {
        return Vec::new();
    }
    let quote = wish.requirement.quote.as_str();
    let names = Some(&wish.named.names).filter(|_| named).and_then(|names| passage_of(quote, names));
    let said = about(quote);
    let (leading, said) = if said.as_deref().is_some_and(only_leads) { (said, None) } else { (None, said) };
    let kind = match &wish.ask {
        Ask::Degree { .. } => return vec![words::short_degree()],
        Ask::Languages { .. } => return Vec::new(),
        Ask::Years { .. } => Some(words::short_experience()),
        _ => wish.amount.filter(|_| leading.is_some()).map(|_| words::short_team()),
    };
    let own = [names, said].into_iter().flatten().map(Text::same);
    own.chain(kind).chain(leading.map(Text::same)).collect()
}

/// Whether words say of some leading that it was done, and not of what.
fn only_leads(words: &str) -> bool {
    let (said, leading) = (topics(words), topics("management"));
    said.keys().all(|key| leading.has(key))
}

/// The passage of a requirement from the first name in it to the last, or the first name alone where that is long.
fn passage_of(quote: &str, names: &[String]) -> Option<String> {
    let (first, last) = (names.first()?, names.last()?);
    let start = quote.find(first.as_str())?;
    let end = quote.rfind(last.as_str())? + last.len();
    let whole = quote.get(start..end).filter(|passage| passage.chars().count() <= SHORT);
    Some(whole.unwrap_or(first).to_owned())
}

/// The words of a requirement that say what it is about: those that stand together, or with an article between them; of
/// several such passages the one that says most.
fn about(quote: &str) -> Option<String> {
    let lexed = Lexed::of_text(quote.into(), &Lexicon::default(), sections!(; Topics));
    let small = |between: &str| {
        let lexed = Lexed::of_text(between.into(), &Lexicon::default(), sections!(; Joints));
        let one =
            |at: usize| lexed.senses(at).iter().any(|sense| matches!(sense, Sense::Joint(Joint::And | Joint::Or)));
        between.split_whitespace().all(is_article) && !(0..lexed.len()).any(one)
    };
    let topic = |at: usize| {
        let article = is_article(&lexed.text[lexed.span(at, at + 1)]);
        !article && lexed.senses(at).iter().any(|sense| matches!(sense, Sense::About(_)))
    };
    let topics: Vec<usize> = (0..lexed.len()).filter(|at| topic(*at)).collect();
    let mut passages: Vec<(Range<usize>, usize)> = Vec::new();
    for at in topics {
        let span = lexed.span(at, at + 1);
        let joined = passages.last_mut().filter(|(last, _)| {
            let between = quote.get(last.end..span.start).map(str::trim);
            let near = between.is_some_and(|between| between.is_empty() || small(between));
            near && quote[last.start..span.end].chars().count() <= SHORT
        });
        match joined {
            Some((last, count)) => (last.end, *count) = (span.end, *count + 1),
            None => passages.push((span, 1)),
        }
    }
    passages.retain(|(span, _)| quote[span.clone()].chars().count() <= SHORT);
    // Of equals the first, but "leading" says less than what is led.
    let said = |(span, count): &(Range<usize>, usize)| if only_leads(&quote[span.clone()]) { 0 } else { *count };
    let most = passages.iter().map(said).max()?;
    let (span, _) = passages.iter().find(|passage| said(passage) == most)?;
    let mut letters = quote[span.clone()].trim_end_matches(|c: char| !c.is_alphanumeric()).chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

/// Whether a word of a few letters leads to another: "a", "une", "d'".
fn is_article(word: &str) -> bool {
    word.chars().count() < 4 && word.chars().all(|c| c.is_lowercase() || matches!(c, '\'' | '’'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requirements_in_a_word_or_two() {
        for (quote, expected) in [
            ("A minimum of seven years' experience in financial management", Some("Financial management")),
            ("including at least three years managing grants from institutional donors", Some("Managing grants")),
            ("Experience of supervising a team of three or more people.", Some("Supervising a team")),
            ("The right to work in Kenya.", Some("Right to work")),
            ("A valid driving licence.", Some("Driving licence")),
            ("Experience of leading an external audit.", Some("Audit")),
            ("Au moins cinq ans d'expérience professionnelle en plaidoyer", Some("Plaidoyer")),
            ("Vous avez déjà encadré une équipe d'au moins deux personnes", Some("Encadré une équipe")),
            ("Previous work for a human rights or legal aid organisation.", Some("Legal aid organisation")),
            ("Être disponible au plus tard le 1er février 2027.", Some("Disponible")),
            ("A track record of zymurgy", None),
        ] {
            assert_eq!(about(quote).as_deref(), expected, "{quote}");
        }
    }
}
