//! What the words of a text announce: what a heading is about, what a sentence asks.

use std::borrow::Cow;
use std::ops::Range;

use crate::lexed::Lexed;
use crate::lexicon::{Cue, Lexicon, Section, Sections, Sense};

/// What a heading announces.
pub(super) fn announces(text: &str) -> Option<Cue> {
    // A heading of more words is a sentence, which says at its beginning what it is about.
    const LONG: usize = 8;
    const SOON: usize = 3;
    // Of several, the one that narrows the others.
    const ORDER: [Cue; 6] = [Cue::Wishes, Cue::Requirements, Cue::Apply, Cue::Offer, Cue::Duties, Cue::About];
    // Of several sentences, the last leads to the list: "We seek somebody to help us. The tasks are:".
    let text = text.rsplit(". ").next().filter(|_| text.trim_end().ends_with(':')).unwrap_or(text);
    let mut cues = cues_of(&one_gender(text), Section::Headings);
    // "The qualities needed for the post" are no duties.
    let of_other = cues.iter().any(|(_, place)| !place.led);
    // "Plus précisément, vous devrez :" and "une langue en plus du français" wish for nothing.
    let comparing = |word: &str, next: &str| {
        word.eq_ignore_ascii_case("plus") && next.trim_end_matches([',', ':']).ends_with("ment")
            || word.eq_ignore_ascii_case("en") && next == "plus"
    };
    let more = text.split_whitespace().zip(text.split_whitespace().skip(1)).any(|(word, next)| comparing(word, next));
    let says_more = |cue: Cue, place: &CueWords| more && cue == Cue::Wishes && place.size == 1;
    // "What makes you right for this role" is about who reads it.
    let of_you = has_a_word_of(text, &["you", "vous", "tu"]);
    let told = |cue: Cue, place: &CueWords| place.led && (of_other || of_you && cue == Cue::Duties);
    cues.retain(|(cue, place)| !told(*cue, place) && !says_more(*cue, place));
    let long = text.split_whitespace().count() > LONG && !text.ends_with('?');
    // "For the profile that will join us, the tasks are:" announces tasks.
    let asks = |cue: Cue| matches!(cue, Cue::Requirements | Cue::Wishes);
    cues.retain(|(cue, place)| !long || !asks(*cue) || place.size > 1 || place.at < SOON);
    let mut cues: Vec<(Cue, usize)> = cues.into_iter().map(|(cue, place)| (cue, place.size)).collect();
    // "You" is a heading by itself, and in no other.
    const WHO: [&str; 5] = ["you", "vous", "we", "nous", "us"];
    if text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count() > 2 {
        let lower = text.to_lowercase();
        let who = lower.split(|c: char| !c.is_alphanumeric()).any(|word| WHO.contains(&word));
        cues.retain(|(cue, long)| !(who && matches!(cue, Cue::Requirements | Cue::Offer) && *long == 1));
    }
    // "About the archivist position"
    let post = text.trim_end_matches(':').split_whitespace().next_back().is_some_and(|word| says(word, Cue::Title));
    if post && cues.first().is_some_and(|(cue, _)| *cue == Cue::About) {
        return Some(Cue::Duties);
    }
    // "About the role", "À propos de vous": the longest phrase.
    let longest = cues.iter().map(|(_, long)| *long).max()?;
    ORDER.into_iter().find(|cue| cues.contains(&(*cue, longest)))
}

/// The cues of a sentence, in their order, each with how many tokens it has.
pub(super) fn cues(text: &str) -> Vec<(Cue, usize)> {
    cues_of(&one_gender(text), Section::Postings).into_iter().map(|(cue, place)| (cue, place.size)).collect()
}

/// Whether a sentence has a cue.
pub(super) fn says(text: &str, cue: Cue) -> bool {
    cues(text).iter().any(|(found, _)| *found == cue)
}

/// The cue of the first words of a text.
pub(super) fn first_cue(text: &str) -> Option<Cue> {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[Section::Postings]));
    let cue = |sense: &Sense| if let Sense::Cue(cue) = sense { Some(*cue) } else { None };
    if lexed.len() == 0 { None } else { lexed.senses(0).iter().find_map(cue) }
}

/// Where the words of a cue stand that are said around what is asked.
pub(super) fn around(text: &str, cue: Cue) -> Vec<Range<usize>> {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[Section::Around]));
    let says = |at: &usize| lexed.senses(*at).contains(&Sense::Cue(cue));
    (0..lexed.len()).filter(says).map(|at| lexed.span(at, at + 1)).collect()
}

/// Whether a text names what somebody is at work.
pub(super) fn names_role(text: &str) -> bool {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[Section::Roles]));
    (0..lexed.len()).any(|at| lexed.senses(at).contains(&Sense::Role))
}

/// Whether a text says that something follows.
pub(super) fn says_following(text: &str) -> bool {
    const FOLLOWING: [&str; 6] = ["following", "below", "suivant", "suivants", "suivante", "suivantes"];
    has_a_word_of(text, &FOLLOWING)
}

/// Whether a text has one of these words.
pub(super) fn has_a_word_of(text: &str, words: &[&str]) -> bool {
    text.to_lowercase().split(|c: char| !c.is_alphabetic()).any(|word| words.contains(&word))
}

/// Whether a text begins with a phrase of headings of this kind: "To apply".
pub(super) fn opens_with(text: &str, cue: Cue) -> bool {
    cues_of(text, Section::Headings).iter().any(|(found, place)| *found == cue && place.at == 0 && place.size > 1)
}

/// A text in which who may be a woman or a man is named once: "le-la candidat·e", "les candidat(e)s".
pub(super) fn one_gender(text: &str) -> Cow<'_, str> {
    const ENDINGS: [&str; 12] = ["e", "es", "s", "ne", "nes", "le", "rice", "trice", "euse", "ère", "ve", "te"];
    const ARTICLES: [(&str, &str); 4] = [("le", "la"), ("un", "une"), ("du", "de la"), ("au", "à la")];
    if !text.contains(['-', '–', '·', '•', '.', '(', '/']) {
        return Cow::Borrowed(text);
    }
    let mut words: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let marks = ['-', '·', '•', '.', '(', '/'];
        let stem = word.find(marks).filter(|at| *at > 2).map(|at| word.split_at(at));
        let ends = stem.filter(|(stem, rest)| {
            let rest: Vec<&str> =
                rest.split([')', '-', '·', '•', '.', '(', '/', ':', ',']).filter(|end| !end.is_empty()).collect();
            stem.chars().all(char::is_alphabetic) && !rest.is_empty() && rest.iter().all(|end| ENDINGS.contains(end))
        });
        // "Les candidat-e-s"
        let many = ends.is_some_and(|(_, rest)| rest.trim_end_matches([')', ':', ',']).ends_with('s'));
        words.push(ends.map_or(word, |(stem, _)| stem).to_owned() + if many { "s" } else { "" });
    }
    let mut joined = words.join(" ");
    for (he, she) in ARTICLES {
        for mark in ["-", " - ", "/", " / ", "·", " ou "] {
            for (one, other) in [(he, she), (she, he)] {
                let both = format!("{one}{mark}{other} ");
                let lower = joined.to_lowercase();
                // Lower case may have other lengths than the text: then nothing is put in its place.
                if let Some(at) = lower.find(&both).filter(|_| lower.len() == joined.len()) {
                    joined.replace_range(at..at + both.len(), &format!("{he} "));
                }
            }
        }
    }
    Cow::Owned(joined)
}

/// Where the words of a cue stand: how many tokens stand before them, and how many they are.
pub(super) struct CueWords {
    pub at: usize,
    pub size: usize,
    /// Whether they only say what something else is for: "for the post".
    led: bool,
}

pub(super) fn cues_of(text: &str, section: Section) -> Vec<(Cue, CueWords)> {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[section]));
    let of = |at: usize| {
        let tokens = lexed.tokens_of(at);
        let before = |back: usize| tokens.start.checked_sub(back).map(|before| lexed.tokens.text(before));
        let this = matches!(before(1), Some("this" | "the" | "ce" | "cet" | "cette"));
        let led = matches!(before(1 + usize::from(this)), Some("for" | "pour"));
        let place = || CueWords { at: tokens.start, size: tokens.len(), led };
        let cue = |sense: &Sense| if let Sense::Cue(cue) = sense { Some((*cue, place())) } else { None };
        lexed.senses(at).iter().filter_map(cue).collect::<Vec<_>>()
    };
    (0..lexed.len()).flat_map(of).collect()
}
