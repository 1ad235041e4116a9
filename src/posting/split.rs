//! Sentences split into requirements.

use std::ops::Range;

use super::Requirement;
use super::ask::{self, Ask};
use super::choices;
use super::cues::{after, has, is_joint, is_word, opens, says, says_following};
use super::cuts::{CutSentence, SECTIONS, chunks, ends_as_a_plus, is_cue, names_more_than_wish, says_how_well};
use super::denial::{Denial, denial, excepts};
use super::lines::labelled;
use super::sections::Passage;
use super::speech::{
    Around, begins_with_having, insists_by_itself, kind_of_test, says_how_to_apply, speaks_of_applicants,
};
use crate::head::tongues;
use crate::lexed::Lexed;
use crate::lexicon::{Cue, Joint, Lexicon};

/// The requirements of a posting, in its order.
pub(super) fn requirements(passages: &[Passage]) -> Vec<Requirement> {
    let mut all: Vec<Requirement> = Vec::new();
    let listed = passages.iter().any(|passage| matches!(passage.section, Some(Cue::Requirements | Cue::Wishes)));
    for passage in passages {
        for one in of_passage(passage, listed) {
            // The same said twice is asked once.
            if !all.iter().any(|known| known.quote == one.quote) {
                all.push(one);
            }
        }
    }
    all
}

/// A requirement with where it stands in its block, and in which of its sentences.
struct PlacedAsk {
    span: Range<usize>,
    sentence: usize,
    required: bool,
    ask: Ask,
}

/// The requirements of a block of a posting in which what is asked is `listed` in a part of its own, or is not.
fn of_passage(passage: &Passage, listed: bool) -> Vec<Requirement> {
    let text = passage.text.as_str();
    if passage.choice && passage.section == Some(Cue::Requirements) {
        return vec![choices::requirement(passage)];
    }
    // "Languages: English" says what it is about before the colon.
    let label = labelled(text).filter(|(name, _)| tongues(name).is_empty());
    let from = label.map_or(0, |(_, said)| text.len() - said.len());
    let mut pieces: Vec<PlacedAsk> = Vec::new();
    let sentences = sentences(text, from);
    // How to apply is told in one paragraph.
    let applying = !passage.item && sentences.iter().any(|one| says_how_to_apply(&text[one.span.clone()]));
    // "You are organised" beside "you hold a degree" is one more.
    let alone = Around { among: false, listed };
    let among = sentences.iter().any(|one| speaks_of_applicants(passage, &text[one.span.clone()], alone));
    let around = Around { among, listed };
    let (mut asked, mut following) = (false, false);
    for (number, Sentence { span, goes_on }) in sentences.into_iter().enumerate() {
        let words = &text[span.clone()];
        let asks = (!applying || says(words, Cue::Must)) && speaks_of_applicants(passage, words, around);
        let further = goes_on && asked && !says_how_to_apply(words) && !says(words, Cue::Aside);
        asked = asks || further;
        following = leads_to_list(words) || following && goes_on;
        // "Several of these: open coding; axial coding" is one list.
        // "Preferably Sage; advanced Excel" wishes for the first alone.
        let own = |last: &PlacedAsk| !last.required && !is_asset(words) && says_how_well(words);
        let goes_with = |last: &&mut PlacedAsk| further && is_part_of_list(words, following) && !own(last);
        match pieces.last_mut().filter(goes_with) {
            Some(last) => {
                last.span.end = span.end;
                last.ask = if from > 0 && last.ask.is_claim() { Ask::Fact } else { last.ask.clone() };
            }
            None if asked => of_sentence(passage, number, span, &mut pieces),
            None => {}
        }
    }
    join(text, &mut pieces, from > 0);
    let whole = pieces.len() == 1 && from > 0 && pieces[0].sentence == 0;
    let made = pieces.into_iter().map(|piece| {
        // A label belongs to the only requirement after it.
        let span = if whole { 0..piece.span.end } else { piece.span };
        Requirement {
            quote: text[span].trim().to_owned(),
            label: passage.label.clone(),
            required: piece.required,
            ask: piece.ask,
        }
    });
    let mut made: Vec<Requirement> = made.collect();
    ask::higher_wish(&mut made);
    made
}

/// The requirements of a sentence, after those of the sentences before it.
fn of_sentence(passage: &Passage, number: usize, sentence: Range<usize>, pieces: &mut Vec<PlacedAsk>) {
    let text = passage.text.as_str();
    let said = CutSentence::new(&text[sentence.clone()]);
    let mut last: Option<Ask> = None;
    let excepted = excepts(&text[sentence.clone()]);
    let mut spared: Option<Range<usize>> = None;
    let section_asks = passage.section != Some(Cue::Wishes);
    // "No degree or experience is required" denies both.
    let waived = denial(&text[sentence.clone()]) == Some(Denial::Waives);
    for span in chunks(&said) {
        let span = sentence.start + span.start..sentence.start + span.end;
        let Some(span) = tidy(text, span) else { continue };
        let words = &text[span.clone()];
        let denial = denial(words);
        // Among wishes "not required" says that it is one.
        if section_asks && (waived || denial == Some(Denial::Waives)) {
            spared = Some(span);
            continue;
        }
        // "Not indispensable, but a plus" wishes for what was named before.
        let of_it = spared.take().filter(|_| wishes(words) && !wishes_for_something(words));
        let span = of_it.map_or(span.start, |before| before.start)..span.end;
        let words = &text[span.clone()];
        // "Turkish: fluent" names its language once.
        let label = passage.label.as_deref().filter(|label| pieces.is_empty() || tongues(label).is_empty());
        let aside = wish_in_brackets(words);
        let ask = match denial {
            Some(Denial::Forbids) => Ask::Denied,
            _ if excepted => Ask::Denied,
            _ => ask::of(&aside.as_ref().map_or(words.to_owned(), Aside::without), label, last.as_ref()),
        };
        let piece = PlacedAsk { span: span.clone(), sentence: number, required: true, ask: ask.clone() };
        if pieces.last_mut().is_some_and(|before| goes_on_with(before, &piece, text, label)) {
            continue;
        }
        // "... the experience that you will share with us" says more of what stands before it.
        if !pieces.is_empty() && matches!(ask, Ask::Fact) && opens(words, &[Cue::Relative]) {
            continue;
        }
        // "... is preferred, but we are open to others" asks nothing more.
        if pieces.last().is_some_and(|last| concedes(&text[..span.start], words, last)) {
            continue;
        }
        // "You'll need ..." below a list of wishes, "a permit is indispensable" in it.
        let needed = passage.loose && says(words, Cue::Must) || insists_by_itself(words);
        let section = passage.section == Some(Cue::Wishes) && !needed;
        let wished = section || is_asset(words);
        let wish = aside.filter(|aside| wishes_at_an_end(aside.within)).map(|aside| {
            let within = span.start + aside.before.len() + 1..span.end - aside.after.len() - 1;
            PlacedAsk { span: within, sentence: number, required: false, ask: ask::of(aside.within, label, Some(&ask)) }
        });
        last = Some(ask.clone());
        pieces.push(PlacedAsk { span, sentence: number, required: !wished, ask });
        pieces.extend(wish);
    }
    wish_for_both(text, pieces);
}

/// Whether a piece says more of the one before it, which then ends with it.
fn goes_on_with(before: &mut PlacedAsk, piece: &PlacedAsk, text: &str, label: Option<&str>) -> bool {
    let words = &text[piece.span.clone()];
    // "... may be accepted in lieu of the degree" speaks of the degree before it.
    let same = piece.sentence == before.sentence;
    let stead = matches!(piece.ask, Ask::Degree { or_experience: true, .. }) && !same;
    let degree = matches!(before.ask, Ask::Degree { .. });
    let equivalent = degree && same && (says(words, Cue::Equivalent) || has_another_way(before, words));
    if is_alternative(words) || stead && degree || equivalent {
        before.span.end = piece.span.end;
        if let Ask::Degree { or_experience, .. } = &mut before.ask {
            *or_experience = true;
        }
        return true;
    }
    // "Able to read English. Level B2" speaks of English.
    let spoken = !tongues(&text[before.span.clone()]).is_empty();
    if ask::is_level_alone(words) && spoken && !matches!(before.ask, Ask::Languages { level: Some(_), .. }) {
        before.span.end = piece.span.end;
        before.ask = ask::of(&text[before.span.clone()], label, None);
        return true;
    }
    false
}

/// "A doctorate and experience abroad are desirable" wishes for both.
fn wish_for_both(text: &str, pieces: &mut [PlacedAsk]) {
    let [.., one, two] = pieces else { return };
    let both = has(&text[two.span.clone()], &[Cue::Are]);
    let joint = text.get(one.span.end..two.span.start);
    let joined = one.sentence == two.sentence && joint.is_some_and(|joint| is_joint(joint, &[Joint::And]));
    if joined && both && !two.required && !says(&text[one.span.clone()], Cue::Must) {
        one.required = false;
    }
}

/// A text with a wish in brackets: what stands before them, in them and after them.
struct Aside<'a> {
    before: &'a str,
    within: &'a str,
    after: &'a str,
}

impl Aside<'_> {
    /// The text without the brackets.
    fn without(&self) -> String {
        format!("{} {}", self.before.trim_end(), self.after.trim_start())
    }
}

/// Whether a text begins or ends with words that make a wish of it: "Master's preferred".
fn wishes_at_an_end(text: &str) -> bool {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), SECTIONS);
    let last = lexed.len().saturating_sub(1);
    lexed.len() > 0 && (is_cue(&lexed, 0, Cue::Asset) || is_cue(&lexed, last, Cue::Asset) || ends_as_a_plus(text))
}

/// A wish in brackets that is one more than what stands around it: "Licence B (C1 is a plus)" requires B, "Licence B (a
/// real plus)" wishes for it.
fn wish_in_brackets(text: &str) -> Option<Aside<'_>> {
    let (before, rest) = text.split_once('(')?;
    let (within, after) = rest.split_once(')')?;
    let one = wishes(within) && wishes_for_something(within);
    (one && has_word(before)).then_some(Aside { before, within, after })
}

/// Whether a piece is another way to meet the one before it: "or a bachelor's degree with two years more".
fn is_alternative(piece: &str) -> bool {
    let first = piece.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    is_joint(first, &[Joint::Or]) || is_word(first, &[Cue::Alternatively])
}

/// Whether a piece goes on with another way to have a degree: "or an equivalent combination of training" - "with six years".
fn has_another_way(before: &PlacedAsk, piece: &str) -> bool {
    matches!(before.ask, Ask::Degree { or_experience: true, .. }) && opens(piece, &[Cue::With])
}

/// Whether a piece after a wish says what else is welcome: "French is desirable, but the post is open to all".
fn concedes(said: &str, piece: &str, wish: &PlacedAsk) -> bool {
    let but = said.trim_end().rsplit(|c: char| !c.is_alphabetic()).next();
    !wish.required && but.is_some_and(|but| is_joint(but, &[Joint::But])) && says(piece, Cue::OneOf)
}

/// Whether a clause says that a list follows, and begins it: "one of the following: ...".
fn leads_to_list(clause: &str) -> bool {
    clause.split_once(':').is_some_and(|(before, said)| has_word(said) && says_following(before))
}

/// Whether a clause only names one thing more: in a few words, unless it stands in a list that was said to follow.
fn is_part_of_list(clause: &str, following: bool) -> bool {
    const MOST_WORDS: usize = 5;
    const MOST_LISTED: usize = 12;
    // "Social networks; Facebook, Twitter and Instagram"
    let small = |word: &str| word.starts_with(char::is_lowercase) && !is_joint(word, &[Joint::And, Joint::Or]);
    let names = || !clause.split_whitespace().any(small) && clause.contains(',');
    clause.split_whitespace().count() <= if following { MOST_LISTED } else { MOST_WORDS }
        && (clause.trim_start().starts_with(char::is_lowercase) || names())
        && !begins_with_having(clause)
        && super::cues::cues(clause).iter().all(|(cue, _)| *cue == Cue::Quality)
        && kind_of_test(clause).is_none()
}

fn is_asset(text: &str) -> bool {
    wish_in_brackets(text).map_or_else(|| wishes(text), |aside| wishes(aside.before) || wishes(aside.after))
}

/// Whether words make a wish of what they say.
fn wishes(text: &str) -> bool {
    says(text, Cue::Asset) || ends_as_a_plus(text)
}

/// Whether a few words say what is wished for, beside that it is.
fn wishes_for_something(text: &str) -> bool {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), SECTIONS);
    names_more_than_wish(&lexed, 0..lexed.len())
}

/// Puts together what stands side by side without any test: in one sentence, or in the whole of an item with a label.
fn join(text: &str, pieces: &mut Vec<PlacedAsk>, labelled: bool) {
    let mut at = 1;
    while at < pieces.len() {
        let (one, two) = (&pieces[at - 1], &pieces[at]);
        let facts = one.ask == Ask::Fact && two.ask == Ask::Fact && one.required == two.required;
        let abilities = labelled && one.ask.is_claim() && two.ask.is_claim() && one.required == two.required;
        // "You must be ..., and you must hold a permit" are two.
        let holds = |piece: &PlacedAsk| says(&text[piece.span.clone()], Cue::Hold);
        let held = holds(one) || holds(two);
        if !held && (facts && (labelled || one.sentence == two.sentence) || abilities) {
            let end = pieces.remove(at).span.end;
            pieces[at - 1].span.end = end;
            pieces[at - 1].ask = Ask::Fact;
        } else {
            at += 1;
        }
    }
}

/// A sentence, or a clause of one that is cut by semicolons.
struct Sentence {
    span: Range<usize>,
    /// Whether it goes on with what the one before it says: "the candidate will hold ...; will have ...".
    goes_on: bool,
}

/// The sentences of a text, each with all its clauses.
pub(super) fn whole_sentences(text: &str) -> Vec<&str> {
    let starts =
        sentences(text, 0).into_iter().filter(|sentence| !sentence.goes_on).map(|sentence| sentence.span.start);
    let starts: Vec<usize> = starts.chain([text.len()]).collect();
    starts.windows(2).map(|ends| &text[ends[0]..ends[1]]).collect()
}

/// The sentences of a text from a place on.
fn sentences(text: &str, from: usize) -> Vec<Sentence> {
    let mut found = Vec::new();
    let (mut start, mut goes_on) = (from, false);
    let listed = is_run_on(text);
    for (at, c) in text.char_indices().filter(|(at, _)| *at >= from) {
        let after = &text[at + c.len_utf8()..];
        let next = after.trim_start();
        let ends = match c {
            ';' => true,
            '-' => listed && begins_run_on(&text[..at], after),
            '.' | '!' | '?' => {
                after.starts_with(char::is_whitespace) && begins(next) && !abbreviates(&text[start..at], next)
            }
            _ => false,
        };
        if ends {
            found.push(Sentence { span: start..at + usize::from(!matches!(c, ';' | '-')), goes_on });
            (start, goes_on) = (at + c.len_utf8(), c == ';');
        }
    }
    found.push(Sentence { span: start..text.len(), goes_on });
    found.retain(|sentence| has_word(&text[sentence.span.clone()]));
    found
}

/// Whether the items of a list have run on in one line: "Ability to listen -team spirit -good humour".
fn is_run_on(text: &str) -> bool {
    text.match_indices('-').filter(|(at, _)| begins_run_on(&text[..*at], &text[at + 1..])).count() > 1
}

/// Whether a dash between these two stands before an item that has run on.
fn begins_run_on(before: &str, after: &str) -> bool {
    before.ends_with(' ') && after.starts_with(char::is_alphabetic)
}

fn begins(next: &str) -> bool {
    next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '«' | '“' | '"' | '('))
}

/// Whether words begin with one that stands at the beginning of sentences: "Applicants with a C.P.R. You must ...".
fn opens_a_sentence(words: &str) -> bool {
    opens(words, &[Cue::You, Cue::We, Cue::They, Cue::Definite, Cue::Indefinite])
}

/// Whether a dot between these words is that of an abbreviation.
fn abbreviates(before: &str, after: &str) -> bool {
    let word = before.rsplit([' ', '(', '\u{a0}', '\'', '’']).next().unwrap_or_default().to_lowercase();
    // "etc." ends a sentence as well, "M.", "Ph.D." and "C.P.R." do not.
    let letters = |part: &str| (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic);
    let initials = word.contains('.') && word.split('.').all(letters);
    is_word(&word, &[Cue::Abbreviated])
        || initials && !opens_a_sentence(after)
        || word.chars().count() == 1 && word.chars().all(char::is_alphabetic)
}

/// A span without the joints and marks around what it says; nothing where it says nothing.
fn tidy(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let mut passage = &text[span.clone()];
    loop {
        let before = passage;
        passage =
            passage.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '.'));
        passage = after(passage, &[Cue::Besides]).unwrap_or(passage);
        if passage == before {
            break;
        }
    }
    let start = span.end - passage.len();
    let end = start + passage.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':')).len();
    (has_word(&text[start..end]) && !is_points(&text[start..end])).then_some(start..end)
}

/// "(8 points)": how much a requirement counts.
fn is_points(text: &str) -> bool {
    let inner = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    inner.is_some_and(|inner| inner.starts_with(|c: char| c.is_ascii_digit()) && inner.split_whitespace().count() <= 2)
}

/// Whether a text says something: "3." does not.
fn has_word(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.into_iter().any(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1)
}
