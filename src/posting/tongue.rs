//! The language that a posting is in, by the words of the packs.

use std::sync::LazyLock;

use crate::lexed::Lexed;
use crate::lexicon::{Lexicon, Own, PACKS, Sections, sections};

/// The languages that postings are read in: those with a pack of what postings say.
fn read() -> impl Iterator<Item = &'static str> {
    let reads = |files: &[&str]| files.iter().any(|file| file.starts_with("postings/"));
    PACKS.iter().filter(move |(_, files)| reads(files)).map(|(code, _)| *code)
}

/// The words of these languages.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of(read(), Own::default()));

/// How many words of some texts each pack knows that no other does.
fn known_alone<'a>(
    texts: impl Iterator<Item = &'a str>,
    lexicon: &Lexicon,
) -> impl Iterator<Item = (&'static str, usize)> {
    const SECTIONS: Sections = Sections::ALL.and(sections!(; Headers));
    let mut alone = [0; u8::BITS as usize];
    for text in texts {
        let lexed = Lexed::of_text(text.into(), lexicon, SECTIONS);
        alone.iter_mut().zip(lexed.known_alone()).for_each(|(all, more)| *all += more);
    }
    PACKS.iter().zip(alone).map(|((code, _), count)| (*code, count))
}

/// Whether more words of some texts are of another language that is read than of this one.
pub(super) fn is_other_than<'a>(code: &str, texts: impl Iterator<Item = &'a str>) -> bool {
    let (own, others): (Vec<_>, Vec<_>) = known_alone(texts, &LEXICON).partition(|(known, _)| *known == code);
    others.into_iter().map(|(_, count)| count).max() > own.into_iter().map(|(_, count)| count).max()
}

/// The language that a posting seems to be in, by its ISO 639 code, where that is one in which none is read.
///
/// What counts are words that a line shares with one pack alone. A posting that says everything in two languages is read
/// in one of them.
#[must_use]
pub(crate) fn unread(text: &str) -> Option<&'static str> {
    const LEAST: usize = 6;
    const TIMES: usize = 3;
    let is_read = |code: &str| read().any(|read| read == code);
    let (read, others): (Vec<_>, Vec<_>) =
        known_alone(text.lines(), &Lexicon::default()).partition(|(code, _)| is_read(code));
    let read = read.into_iter().map(|(_, count)| count).sum::<usize>();
    let (code, most) = others.into_iter().max_by_key(|(_, count)| *count)?;
    (most >= LEAST && most > read * TIMES).then_some(code)
}
