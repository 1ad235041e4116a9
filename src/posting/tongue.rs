//! The language that a posting is in, by the words of the packs.

use crate::lexed::Lexed;
use crate::lexicon::{Lexicon, Own, PACKS, Sections, sections};

/// The languages that postings are read in: those with a pack of what postings say.
fn read() -> impl Iterator<Item = &'static str> {
    let reads = |files: &[&str]| files.iter().any(|file| file.starts_with("postings/"));
    PACKS.iter().filter(move |(_, files)| reads(files)).map(|(code, _)| *code)
}

/// The words of these languages.
pub(super) fn lexicon() -> Lexicon {
    Lexicon::of(read(), Own::default())
}

/// The language that a posting seems to be in, by its ISO 639 code, where that is one in which none is read.
///
/// What counts are words that a line shares with one pack alone. A posting that says everything in two languages is read
/// in one of them.
#[must_use]
pub(crate) fn unread(text: &str) -> Option<&'static str> {
    const SECTIONS: Sections = Sections::ALL.and(sections!(; Headers));
    const LEAST: usize = 6;
    const TIMES: usize = 3;
    let mut alone = [0; u8::BITS as usize];
    for line in text.lines() {
        let lexed = Lexed::of_text(line.into(), &Lexicon::default(), SECTIONS);
        alone.iter_mut().zip(lexed.known_alone()).for_each(|(all, more)| *all += more);
    }
    let is_read = |code: &str| read().any(|read| read == code);
    let counts = PACKS.iter().zip(alone).map(|((code, _), count)| (*code, count));
    let read = counts.clone().filter(|(code, _)| is_read(code)).map(|(_, count)| count).sum::<usize>();
    let (code, most) = counts.filter(|(code, _)| !is_read(code)).max_by_key(|(_, count)| *count)?;
    (most >= LEAST && most > read * TIMES).then_some(code)
}
