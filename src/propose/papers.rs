//! Which column holds a document that is to be handed in.

use super::columns::Item;
use super::guess::Guess;
use crate::fold::fold;
use crate::posting::Paper;

/// Whether a column is for a document.
pub(super) fn holds(item: &Item<'_>, paper: Paper) -> bool {
    let there = matches!(item.guess, Guess::Provided | Guess::YesNo | Guess::OneOf { .. } | Guess::Mentions { .. });
    there && paper.is_named(item.title())
}

/// The one column of documents whose header calls by a word of its own what a posting wants: "Upload your certificate" for "a
/// copy of your professional certificate". What several headers say ("upload") is no such word.
pub(super) fn named_by_a_word(items: &[Item<'_>], quote: &str, is_free: impl Fn(usize) -> bool) -> Option<usize> {
    let wanted = words_of(quote);
    let headers: Vec<(usize, Vec<String>)> = items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.guess == Guess::Provided)
        .map(|(at, item)| (at, words_of(item.title())))
        .collect();
    // Of one header alone it cannot be told which word is its own.
    let several = headers.len() > 1;
    let own = |at: usize, word: &String| !headers.iter().any(|(other, words)| *other != at && words.contains(word));
    let mut named =
        headers.iter().filter(|(at, words)| words.iter().any(|word| own(*at, word) && wanted.contains(word)));
    let (at, _) = named.next().filter(|_| several && named.next().is_none())?;
    Some(*at).filter(|at| is_free(*at))
}

/// The words of a text that are long enough to name something, by their first letters.
fn words_of(text: &str) -> Vec<String> {
    const SHORT: usize = 4;
    const STEM: usize = 6;
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= SHORT);
    words.map(|word| word.chars().take(STEM).collect()).collect()
}
