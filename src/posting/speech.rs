//! Whom a sentence speaks of, and what for: of applicants and what they are to be, of those who recruit, of how to apply.

use super::ask::{self, Ask};
use super::cuts::{HEADS, SECTIONS};
use super::sections::{Passage, announces, cues, first_cue};
use crate::lexed::Lexed;
use crate::lexicon::{Cue, Lexicon, Sense};

/// Whether a sentence only says that requirements follow.
fn only_leads(sentence: &str) -> bool {
    const FOLLOWING: [&str; 6] = ["following", "below", "suivant", "suivants", "suivante", "suivantes"];
    let lower = sentence.to_lowercase();
    let follows = lower.split(|c: char| !c.is_alphabetic()).any(|word| FOLLOWING.contains(&word));
    follows && announces(sentence) == Some(Cue::Requirements)
}

/// Whether a sentence speaks to its reader.
fn speaks_to_you(sentence: &str) -> bool {
    const YOU: [&str; 10] = ["you", "your", "vous", "votre", "vos", "tu", "t", "te", "ton", "tes"];
    let lower = sentence.to_lowercase();
    lower.split(|c: char| !c.is_alphabetic()).any(|word| YOU.contains(&word))
}

/// Whether a sentence has no more words than an item of a list.
fn says_little(sentence: &str) -> bool {
    const MOST_WORDS: usize = 12;
    sentence.split_whitespace().count() <= MOST_WORDS
}

/// The first word of a text, in small letters.
pub(super) fn first_word(text: &str) -> String {
    text.split_whitespace().next().unwrap_or_default().to_lowercase()
}

/// Whether a sentence is about those who recruit.
fn speaks_of_us(sentence: &str) -> bool {
    matches!(first_word(sentence).as_str(), "we" | "nous" | "we'll" | "we’ll" | "we're" | "we’re")
}

/// Whether a sentence says how to apply.
pub(super) fn says_how_to_apply(sentence: &str) -> bool {
    let papers = cues(sentence).iter().any(|(cue, _)| matches!(cue, Cue::Cv | Cue::Letter));
    papers || sentence.contains('@')
}

/// Whether a text begins as requirements do: with what somebody knows, has done, holds or is able to do.
pub(super) fn begins_like_a_requirement(text: &str) -> bool {
    const SOON: usize = 5;
    let cues = cues(text);
    let head = cues.iter().take(SOON).any(|(cue, _)| HEADS.contains(cue));
    // "You have", "Être titulaire de"; "at least two visits a year" asks nothing.
    let must = first_cue(text) == Some(Cue::Must) && !begins_with_a_bound(text);
    head || must || !matches!(ask::of(text, None, None), Ask::Fact | Ask::Level { .. } | Ask::Done)
}

fn begins_with_a_bound(text: &str) -> bool {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), SECTIONS);
    lexed.len() > 0 && lexed.senses(0).iter().any(|sense| matches!(sense, Sense::Before(_)))
}

/// Which test a text could be read by: one of years, degrees and languages, by a number of its own.
pub(super) fn kind_of_test(text: &str) -> Option<u8> {
    match ask::of(text, None, None) {
        _ if says_how_to_apply(text) => None,
        Ask::Years { .. } => Some(0),
        Ask::Degree { .. } => Some(1),
        Ask::Languages { .. } => Some(2),
        _ => None,
    }
}

/// Whether a sentence begins with having something.
fn begins_with_having(sentence: &str) -> bool {
    const HAVING: [&str; 8] = ["avoir", "posséder", "disposer", "détenir", "être", "have", "hold", "possess"];
    HAVING.contains(&first_word(sentence).as_str())
}

/// Whether a sentence says what applicants must be, and not what they must send.
fn speaks_of_candidates(sentence: &str, cues: &[(Cue, usize)]) -> bool {
    const WHO: [&str; 3] = ["applicant", "candidate", "candidat"];
    const APPLYING: [&str; 8] =
        ["apply", "application", "interview", "form", "postul", "candidature", "entretien", "quote"];
    let words = sentence.to_lowercase();
    let begins = |starts: &[&str]| {
        words.split(|c: char| !c.is_alphanumeric()).any(|word| starts.iter().any(|start| word.starts_with(start)))
    };
    let has = |cue: Cue| cues.iter().any(|(found, _)| *found == cue);
    has(Cue::Must) && !has(Cue::Send) && begins(&WHO) && !begins(&APPLYING)
}

/// Whether a sentence says what applicants are to be: all of it under a heading that says so; elsewhere where its own
/// words do, or, `among` others that do, where it speaks to them.
pub(super) fn speaks_of_applicants(passage: &Passage, sentence: &str, among: bool) -> bool {
    let cues = cues(sentence);
    let has = |all: &[Cue]| cues.iter().any(|(cue, _)| all.contains(cue));
    // "You speak German?" below a heading that says so asks for it; another question, and where more can be read, do not.
    let asks = matches!(passage.section, Some(Cue::Requirements | Cue::Wishes)) && speaks_to_you(sentence);
    let question = sentence.trim_end().ends_with('?') && !asks;
    let elsewhere = question || sentence.trim_end().ends_with(':') || sentence.contains("://");
    if elsewhere || says_how_to_apply(sentence) || only_leads(sentence) {
        return false;
    }
    // "A thorough knowledge of one of the official languages" is asked; what "we cannot" is not.
    let aside = has(&[Cue::Aside]) && !(passage.item && has(&HEADS));
    if aside || speaks_of_us(sentence) && !has(&[Cue::Must, Cue::Asset, Cue::Recruits]) {
        return false;
    }
    // "Place of work: ..." says nothing of applicants.
    let named = passage.label.as_deref().filter(|label| label.split_whitespace().count() < 6);
    let labels = named.map(cues).unwrap_or_default();
    let about_post = [Cue::Title, Cue::Place, Cue::Deadline, Cue::Organisation];
    if labels.iter().any(|(cue, _)| about_post.contains(cue)) && passage.item && !passage.under.1 {
        return false;
    }
    let cued = has(&[Cue::Must, Cue::Asset]);
    match passage.section {
        // What the post is stands in whole sentences, what is asked in a few words or in words that ask.
        Some(Cue::Requirements | Cue::Wishes) if !passage.item && !cued => {
            let told = passage.text.ends_with(['.', ':']) && !says_little(sentence);
            !passage.loose && (!told || has(&HEADS))
        }
        Some(Cue::Requirements | Cue::Wishes) => cued || !passage.loose,
        // "Avoir le permis B" among the conditions.
        Some(Cue::Offer) if passage.item && begins_with_having(sentence) && has(&[Cue::Hold]) => true,
        Some(Cue::Offer | Cue::About) => speaks_of_candidates(sentence, &cues),
        Some(Cue::Apply) => {
            let heads = has(&[Cue::Experience, Cue::Skill, Cue::Hold, Cue::Ability]);
            has(&[Cue::Must]) && heads || speaks_of_candidates(sentence, &cues)
        }
        Some(_) => cued && !matches!(ask::of(sentence, None, None), Ask::Fact | Ask::Done | Ask::Level { .. }),
        None => {
            let heads = has(&[Cue::Experience, Cue::Skill, Cue::Hold]);
            cued && (heads
                || among
                || speaks_of_candidates(sentence, &cues)
                || !matches!(ask::of(sentence, None, None), Ask::Fact))
        }
    }
}
