//! What the words of a text announce: what a heading is about, what a sentence asks.

use std::borrow::Cow;
use std::ops::Range;

use super::tongue;
use crate::lexed::Lexed;
use crate::lexicon::{Cue, Joint, Lexicon, Section, Sections, Sense};
use crate::tokens::Tokens;

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
    let how = |more: Range<usize>| {
        let next = text[more.end..].split_whitespace().next().unwrap_or_default();
        // The ending of French words that say how: a matter of form.
        next.trim_end_matches([',', ':']).ends_with("ment")
    };
    let more = has(text, &[Cue::InAddition]) || around(text, Cue::More).into_iter().any(how);
    let says_more = |cue: Cue, place: &CueWords| more && cue == Cue::Wishes && place.size == 1;
    // "What makes you right for this role" is about who reads it.
    let of_you = has(text, &[Cue::You]);
    let told = |cue: Cue, place: &CueWords| place.led && (of_other || of_you && cue == Cue::Duties);
    cues.retain(|(cue, place)| !told(*cue, place) && !says_more(*cue, place));
    let long = text.split_whitespace().count() > LONG && !text.ends_with('?');
    // "For the profile that will join us, the tasks are:" announces tasks.
    let asks = |cue: Cue| matches!(cue, Cue::Requirements | Cue::Wishes);
    cues.retain(|(cue, place)| !long || !asks(*cue) || place.size > 1 || place.at < SOON);
    let mut cues: Vec<(Cue, usize)> = cues.into_iter().map(|(cue, place)| (cue, place.size)).collect();
    // "You" is a heading by itself, and in no other.
    if text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count() > 2 {
        let who = has(text, &[Cue::You, Cue::We, Cue::Us]);
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

/// The place after the longest phrase that is said around what is asked, has one of these cues and begins at this token; the
/// token itself where none does.
fn end_of(tokens: &Tokens, at: usize, cues: &[Cue]) -> usize {
    const AROUND: Sections = Sections::of(&[], &[Section::Around]);
    let mut end = at;
    tongue::LEXICON.starting(tokens, at, AROUND, |sense, _, to| {
        if matches!(sense, Sense::Cue(cue) if cues.contains(&cue)) {
            end = end.max(to);
        }
    });
    if end > at { tokens.after_ending(end) } else { at }
}

/// Where the phrases of a cue stand that are said around what is asked, whatever else they say.
pub(super) fn around(text: &str, cue: Cue) -> Vec<Range<usize>> {
    let tokens = Tokens::new(text);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < tokens.all().len() {
        let end = end_of(&tokens, at, &[cue]);
        if end > at {
            found.push(tokens.all()[at].span.start..tokens.all()[end - 1].span.end);
        }
        at = end.max(at + 1);
    }
    found
}

/// The same where they stand apart: "in", and not "in-depth", nor what an apostrophe hangs on.
pub(super) fn apart(text: &str, cue: Cue) -> Vec<Range<usize>> {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\'', '’']);
    let is_apart = |place: &Range<usize>| text[..place.start].ends_with(' ') && ends(&text[place.end..]);
    around(text, cue).into_iter().filter(is_apart).collect()
}

/// Whether such a phrase stands in a text, of one of these cues.
pub(super) fn has(text: &str, cues: &[Cue]) -> bool {
    let tokens = Tokens::new(text);
    (0..tokens.all().len()).any(|at| end_of(&tokens, at, cues) > at)
}

/// What stands after such a phrase, where a text begins with one.
pub(super) fn after<'a>(text: &'a str, cues: &[Cue]) -> Option<&'a str> {
    let tokens = Tokens::new(text);
    let last = end_of(&tokens, 0, cues).checked_sub(1)?;
    Some(text[tokens.all()[last].span.end..].trim_start_matches(['\'', '’', ' ']))
}

/// Whether a text begins with such a phrase.
pub(super) fn opens(text: &str, cues: &[Cue]) -> bool {
    after(text, cues).is_some()
}

/// Whether a text is such a phrase and nothing else.
pub(super) fn is_word(text: &str, cues: &[Cue]) -> bool {
    let tokens = Tokens::new(text);
    let all = tokens.all().len();
    all > 0 && end_of(&tokens, 0, cues) == all
}

/// What a text answers where it is an answer and nothing else.
pub(super) fn answer(text: &str) -> Option<bool> {
    let meanings = Lexicon::default().meanings(text, Sections::of(&[], &[Section::Answers]));
    meanings.into_iter().find_map(|sense| if let Sense::Answer(yes) = sense { Some(yes) } else { None })
}

/// Whether a word joins two things in one of these ways, in a language that postings are read in.
pub(super) fn is_joint(word: &str, joints: &[Joint]) -> bool {
    let meanings = tongue::LEXICON.meanings(word, Sections::of(&[], &[Section::Joints]));
    // "Où" is not "ou": none of these words has an accent.
    word.is_ascii() && meanings.iter().any(|sense| matches!(sense, Sense::Joint(joint) if joints.contains(joint)))
}

/// Where the words of a text stand that join in one of these ways.
pub(crate) fn joints(text: &str, joints: &[Joint]) -> Vec<Range<usize>> {
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| is_joint(word, joints));
    words.map(|word| place(word)..place(word) + word.len()).collect()
}

/// The parts of a text between some places in it.
pub(super) fn parts(text: &str, between: Vec<Range<usize>>) -> impl Iterator<Item = &str> {
    let starts = [0].into_iter().chain(between.iter().map(|place| place.end)).collect::<Vec<_>>();
    let ends = between.into_iter().map(|place| place.start).chain([text.len()]);
    starts.into_iter().zip(ends).map(|(start, end)| &text[start..end])
}

/// Whether a text names what somebody is at work.
pub(super) fn names_role(text: &str) -> bool {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), Sections::of(&[], &[Section::Roles]));
    (0..lexed.len()).any(|at| lexed.senses(at).contains(&Sense::Role))
}

/// Whether a text says that something follows.
pub(super) fn says_following(text: &str) -> bool {
    has(text, &[Cue::Following])
}

/// Whether a text begins with a phrase of headings of this kind: "To apply".
pub(super) fn opens_with(text: &str, cue: Cue) -> bool {
    cues_of(text, Section::Headings).iter().any(|(found, place)| *found == cue && place.at == 0 && place.size > 1)
}

/// A text in which who may be a woman or a man is named once: "le-la candidat·e", "les candidat(e)s".
pub(super) fn one_gender(text: &str) -> Cow<'_, str> {
    // Endings and articles of French nouns, which have two forms side by side: a matter of form, and not of what words mean.
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
        let this = before(1).is_some_and(|word| is_word(word, &[Cue::Definite]));
        let led = before(1 + usize::from(this)).is_some_and(|word| is_word(word, &[Cue::For]));
        let place = || CueWords { at: tokens.start, size: tokens.len(), led };
        let cue = |sense: &Sense| if let Sense::Cue(cue) = sense { Some((*cue, place())) } else { None };
        lexed.senses(at).iter().filter_map(cue).collect::<Vec<_>>()
    };
    (0..lexed.len()).flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_are_found_whatever_else_they_say() {
        let found = |text: &str, cue: Cue| {
            around(text, cue).into_iter().map(|place| text[place].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("A degree in the field of law, in Rome", Cue::Field), ["in the field of", "in"]);
        assert_eq!(found("Un CV ainsi qu’une lettre et un plan", Cue::Joined), ["ainsi qu", "et"]);
        // A word of one letter is another with an accent, and without it.
        for (word, cue, is) in [
            ("a", Cue::Indefinite, true),
            ("A", Cue::Indefinite, true),
            ("à", Cue::Indefinite, false),
            ("a", Cue::To, false),
            ("à", Cue::To, true),
            ("À", Cue::To, true),
            ("ideally", Cue::WishLead, true),
            ("idealement", Cue::WishLead, true),
            ("as soon", Cue::When, true),
            ("as", Cue::When, false),
            ("as soon as", Cue::When, false),
        ] {
            assert_eq!(is_word(word, &[cue]), is, "{word}");
        }
        assert_eq!(after("L’Exemple aide", &[Cue::Definite]), Some("Exemple aide"));
        assert_eq!(after("Exemple", &[Cue::Definite]), None);
        assert!(!has("", &[Cue::You]) && !is_word("", &[Cue::You]) && !opens("", &[Cue::You]));
    }

    #[test]
    fn words_join_in_the_languages_that_are_read() {
        let or = |text: &str| joints(text, &[Joint::Or]).len();
        assert_eq!((or("droit ou gestion, law or business"), or("o u od où"), or("")), (2, 0, 0));
        let text = "law or economics ou histoire";
        assert_eq!(parts(text, joints(text, &[Joint::Or])).collect::<Vec<_>>(), ["law ", " economics ", " histoire"]);
        assert_eq!(parts("law", Vec::new()).collect::<Vec<_>>(), ["law"]);
    }
}
