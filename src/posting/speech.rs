//! Whom a sentence speaks of, and what for: of applicants and what they are to be, of those who recruit, of how to apply.

use std::ops::Range;

use super::ask::{self, Ask};
use super::cues::{after, announces, around, cues, first_cue, has, is_word, opens, opens_with, says, says_following};
use super::cuts::{HEADS, SECTIONS, is_cue, is_head};
use super::denial::{Denial, denial};
use super::lines::labelled;
use super::sections::Passage;
use crate::lexed::Lexed;
use crate::lexicon::{Cue, Lexicon, Section, Sections, Sense};

/// Whether a sentence only says that requirements follow.
fn only_leads(sentence: &str) -> bool {
    let follows = says_following(sentence);
    // "Knowledge of the following is desirable: Arabic" says what is wished for.
    let bare = || !sentence.contains(':') && !HEADS.iter().any(|head| says(sentence, *head));
    match announces(sentence) {
        // "One of the following packages: Sage, Navision" says what follows.
        Some(Cue::Requirements) => follows && sentence.split_once(':').is_none_or(|(_, said)| said.trim().is_empty()),
        Some(Cue::Wishes) => follows && bare(),
        _ => false,
    }
}

/// Whether a sentence speaks to its reader.
pub(super) fn speaks_to_you(sentence: &str) -> bool {
    has(sentence, &[Cue::You, Cue::Your])
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
    opens(sentence, &[Cue::We])
}

/// Whether a sentence says how to apply.
pub(super) fn says_how_to_apply(sentence: &str) -> bool {
    names_papers(sentence) || sentence.contains('@')
}

/// Whether a sentence names a paper that every application has.
fn names_papers(sentence: &str) -> bool {
    says(sentence, Cue::Cv) || says(sentence, Cue::Letter)
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

/// Whether a text says that something is required whatever it stands among, and does not deny it: "not required".
pub(super) fn insists_by_itself(text: &str) -> bool {
    const NEAR: usize = 4;
    around(text, Cue::Insists).iter().any(|place| !is_denied(&text[..place.start], NEAR))
}

/// Whether the last few words before a place deny what is said there.
fn is_denied(before: &str, near: usize) -> bool {
    let lexed = Lexed::of_text(before.into(), &Lexicon::default(), Sections::of(&[], &[Section::Negations]));
    let negates = |at: usize| lexed.senses(at).contains(&Sense::Negation(true));
    (lexed.len().saturating_sub(near)..lexed.len()).any(negates)
}

/// Whether a sentence begins with having something.
pub(super) fn begins_with_having(sentence: &str) -> bool {
    opens(sentence, &[Cue::Have])
}

/// Whether a line says what applicants must be: "Applicants must be students".
pub(super) fn is_asked_of_candidates(line: &str) -> bool {
    speaks_of_candidates(line, &cues(line))
}

/// Whether a sentence says what applicants must be, and not what they must send.
fn speaks_of_candidates(sentence: &str, cues: &[(Cue, usize)]) -> bool {
    let says = |cue: Cue| cues.iter().any(|(found, _)| *found == cue);
    // "As soon as the candidate is chosen" tells when.
    let told = || opens(sentence, &[Cue::When]) || has(sentence, &[Cue::Applying]) || says_what_they_will_do(sentence);
    // "The employee must report monthly" is a duty.
    let somebody = || has(sentence, &[Cue::Applicant]) || has(sentence, &[Cue::Chosen]) && must_be(sentence);
    says(Cue::Must) && !says(Cue::Send) && somebody() && !told()
}

/// Whether a text begins with what somebody will do, in French: "veillera", "s'occupera".
pub(super) fn will_do(text: &str) -> bool {
    // The endings of French verbs that tell what somebody will do: a matter of form, which no list of words tells.
    const FUTURE: [&str; 3] = ["era", "ira", "dra"];
    let first = first_word(text);
    let verb = first.rsplit(['\'', '’']).next().unwrap_or_default();
    FUTURE.iter().any(|end| verb.ends_with(end)) && !is_word(verb, &[Cue::WillBe])
}

/// Whether a sentence says what the one who is chosen will do: "the candidate will arrange our archives".
fn says_what_they_will_do(sentence: &str) -> bool {
    let will = |will: Range<usize>| {
        let next = &sentence[will.end..];
        next.contains(char::is_alphabetic) && !opens(next.trim_start(), &[Cue::Have, Cue::Shows])
    };
    around(sentence, Cue::TheyWill).into_iter().any(will) && !HEADS.iter().any(|head| says(sentence, *head))
}

/// What stands around a sentence and tells how it is meant.
#[derive(Clone, Copy)]
pub(super) struct Around {
    /// Another sentence of its block speaks of applicants.
    pub among: bool,
    /// A part of the posting lists what is asked.
    pub listed: bool,
}

/// Whether a sentence says what applicants are to be: all of it under a heading that says so; elsewhere where its own
/// words do, or, among others that do, where it speaks to them.
pub(super) fn speaks_of_applicants(passage: &Passage, sentence: &str, around: Around) -> bool {
    let cues = cues(sentence);
    let any = |all: &[Cue]| cues.iter().any(|(cue, _)| all.contains(cue));
    if speaks_of_something_else(passage, sentence, &cues) {
        return false;
    }
    let cued = any(&[Cue::Must, Cue::Asset]);
    let known = any(&[Cue::Experience, Cue::Skill, Cue::Hold]);
    // "We seek an archivist with experience" says in short what a list says at length, where there is one.
    let sought = seeks_somebody(sentence) || !around.listed && known && any(&[Cue::Recruits]) && says_who(sentence);
    match passage.section {
        // What the post is stands in whole sentences, what is asked in a few words or in words that ask.
        Some(Cue::Requirements | Cue::Wishes) if !passage.item && !cued => {
            let told = passage.text.ends_with(['.', ':']) && !says_little(sentence);
            // "The projects focus on training" tells of no applicant.
            let of_them = begins_with_head(sentence)
                || asks_soon(sentence)
                || speaks_to_you(sentence)
                || is_asked_of_candidates(sentence);
            !passage.loose && (!told || any(&HEADS) && of_them || is_quality_of_yours(passage))
        }
        Some(Cue::Requirements | Cue::Wishes) => cued || !passage.loose,
        // "Avoir le permis B" among the conditions.
        Some(Cue::Offer) if passage.item && begins_with_having(sentence) && any(&[Cue::Hold]) => true,
        _ if passage.item && begins_with_having(sentence) && has(sentence, &[Cue::Permit]) => true,
        // "We work fast, and the candidate must keep up" tells who recruits.
        Some(Cue::Offer | Cue::About) if speaks_of_us(sentence) && !sought => {
            matches!(first_cue(sentence), Some(Cue::Must | Cue::Recruits)) && speaks_of_candidates(sentence, &cues)
        }
        Some(Cue::Offer | Cue::About) => {
            // "The post is subject to a security check"
            let told: Vec<Cue> = cues.iter().map(|(cue, _)| *cue).filter(|cue| *cue != Cue::Quality).collect();
            let holds = !speaks_to_you(sentence) && told.windows(2).any(|pair| *pair == [Cue::Must, Cue::Hold]);
            // "You should have two years' experience" asks wherever it stands, and so does what is said beside it.
            let tested = || kind_of_test(sentence).is_some();
            let of_you = speaks_to_you(sentence) && must_be(sentence) && known || around.among && cued && tested();
            let of_you = of_you || asks_you_for_something(sentence, &cues);
            sought || holds || of_you || speaks_of_candidates(sentence, &cues) || is_post_for(sentence, &cues)
        }
        Some(Cue::Apply) => any(&[Cue::Must]) && known || speaks_of_candidates(sentence, &cues),
        Some(_) => {
            let tested = !matches!(ask::of(sentence, None, None), Ask::Fact | Ask::Done | Ask::Level { .. });
            let said = || {
                // "The gardener must prune" is a duty.
                let insisted = || insists_by_itself(sentence) && !has(sentence, &[Cue::Should]);
                let beside = around.among && (cued && known || insisted() || forbids_something(sentence));
                seeks_somebody(sentence) || known && must_be(sentence) || cued && asks_for_travel(sentence) || beside
            };
            cued && tested || !passage.item && said() || passage.item && must_travel(sentence)
        }
        None => {
            let asked = || {
                speaks_of_candidates(sentence, &cues)
                    || asks_for_travel(sentence)
                    || !matches!(ask::of(sentence, None, None), Ask::Fact | Ask::Level { .. })
            };
            // "The work requires the ability to ..."
            let of_post = names_post(sentence) && any(&[Cue::Must]) && any(&[Cue::Ability, Cue::Quality]);
            let question = asks_you_for_something(sentence, &cues);
            let forbidden = around.among && forbids_something(sentence);
            sought || of_post || question || forbidden || cued && (known || around.among || asked())
        }
    }
}

/// Whether a sentence says at its beginning what its reader or who applies is not to be or to have done: "You have never
/// worked for us". What "you will not" is told, and not asked.
fn forbids_something(sentence: &str) -> bool {
    let told = |rest: &str| opens(rest, &[Cue::Is]);
    let whom = after(sentence, &[Cue::You, Cue::Applicant]).filter(|rest| !told(rest));
    let soon = |rest: &str| {
        let start: Vec<&str> = rest.split_whitespace().take(3).collect();
        has(&start.join(" "), &[Cue::Denies])
    };
    whom.is_some_and(soon) && denial(sentence) == Some(Denial::Forbids)
}

/// Whether a sentence asks what is no requirement, leads to something, tells how to apply or what the post is.
fn speaks_of_something_else(passage: &Passage, sentence: &str, cues: &[(Cue, usize)]) -> bool {
    let any = |all: &[Cue]| cues.iter().any(|(cue, _)| all.contains(cue));
    // "You speak German?" below a heading that says so asks for it; another question, and where more can be read, do not.
    let listed = matches!(passage.section, Some(Cue::Requirements | Cue::Wishes));
    let of_you = listed && speaks_to_you(sentence) || asks_you_for_something(sentence, cues);
    let question = sentence.trim_end().ends_with('?') && !of_you;
    // "Be in search of work (ask work@example.org)" asks for it.
    let addressed = (sentence.contains("://") || sentence.contains('@'))
        && !(listed && passage.item && (begins_with_having(sentence) || will_do(sentence)));
    if question || sentence.trim_end().ends_with(':') || addressed || names_papers(sentence) || only_leads(sentence) {
        return true;
    }
    // "A thorough knowledge of one of the official languages" is asked; what "we cannot" is not.
    let aside = any(&[Cue::Aside]) && !begins_with_head(sentence);
    let of_us = speaks_of_us(sentence) && !any(&[Cue::Must, Cue::Asset, Cue::Recruits]);
    // "Please see the site", and not "please note that applicants must be nurses".
    let asks_to_do = opens(sentence, &[Cue::Please]) && !any(&[Cue::Must]);
    // "Reporting to the director, you will have wide responsibilities"
    let reports = opens(sentence, &[Cue::Reports]);
    // "We are looking for talented individuals to join our team"
    let joins = speaks_of_us(sentence) && has(sentence, &[Cue::Join]) && !any(&HEADS);
    if reports
        || joins
        || aside
        || asks_to_do
        || of_us
        || tells_of_post(sentence, cues)
        || opens_with(sentence, Cue::Apply)
    {
        return true;
    }
    // "Place of work: ..." says nothing of applicants; "Diploma required: ..." does.
    // "Why this job suits you" leads to what somebody is.
    let short = |label: &&str| label.split_whitespace().count() < 6 && !speaks_to_you(label);
    let named = passage.label.as_deref().filter(short);
    let labels = named.filter(|name| announces(name) != Some(Cue::Requirements)).map(super::cues::cues);
    let about_post = [Cue::Title, Cue::Place, Cue::Deadline, Cue::Organisation];
    let placed = passage.item && !passage.under.1 && !begins_with_having(sentence);
    placed && labels.unwrap_or_default().iter().any(|(cue, _)| about_post.contains(cue))
}

/// Whether a sentence asks its reader for what applicants are to have: "Do you have two years' experience of litigation?"
fn asks_you_for_something(sentence: &str, cues: &[(Cue, usize)]) -> bool {
    let question = sentence.trim_end().ends_with('?') && opens(sentence, &[Cue::AsksYou]);
    let known = cues.iter().any(|(cue, _)| matches!(cue, Cue::Experience | Cue::Skill | Cue::Hold));
    question && (known || kind_of_test(sentence).is_some())
}

/// Whether a sentence says whom the post is for: "This post is intended for graduates".
fn is_post_for(sentence: &str, cues: &[(Cue, usize)]) -> bool {
    let both = |pair: &[(Cue, usize)]| {
        let has = |cue: Cue| pair.iter().any(|(found, _)| *found == cue);
        has(Cue::Must) && has(Cue::OneOf) && pair[0].1 == pair[1].1
    };
    names_post(sentence) && cues.windows(2).any(both)
}

/// Whether a sentence begins with naming the post: "The position", "Ce poste".
fn names_post(sentence: &str) -> bool {
    let post = |named: &str| {
        let word = named.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        says(word, Cue::Title) || matches!(announces(word), Some(Cue::Duties | Cue::Offer))
    };
    after(sentence, &[Cue::Definite]).is_some_and(post)
}

/// Whether a sentence says what the post is and asks for nothing: "The position is paid", "This is a permanent post".
fn tells_of_post(sentence: &str, cues: &[(Cue, usize)]) -> bool {
    let asks = cues.iter().any(|(cue, _)| matches!(cue, Cue::Must | Cue::Asset) || HEADS.contains(cue));
    !asks && (names_post(sentence) || opens(sentence, &[Cue::ThisIs]) && says(sentence, Cue::Title))
}

/// Whether a sentence begins with looking for somebody: "We are looking for people who ...".
fn seeks_somebody(sentence: &str) -> bool {
    let lexed = Lexed::of_text(sentence.into(), &Lexicon::default(), SECTIONS);
    speaks_of_us(sentence) && lexed.len() > 0 && is_cue(&lexed, 0, Cue::Must) && {
        // "Nous cherchons une personne pour tenir la caisse" says what the work is.
        let purpose = is_word(lexed.text_at(1), &[Cue::For, Cue::To]) && !says_who(sentence);
        has(lexed.written(0, 1), &[Cue::Somebody]) && !purpose
    }
}

/// Whether a sentence says of somebody who they are to be: "a volunteer with ...".
fn says_who(sentence: &str) -> bool {
    has(sentence, &[Cue::With, Cue::Having])
}

/// Whether a text begins with what somebody knows, has done, holds or is able to do: "Have a good knowledge".
fn begins_with_head(text: &str) -> bool {
    let lexed = Lexed::of_text(text.into(), &Lexicon::default(), SECTIONS);
    let before = |at: &usize| {
        is_cue(&lexed, *at, Cue::Quality) || is_cue(&lexed, *at, Cue::Must) || lexed.written(*at, at + 1).len() < 2
    };
    (0..lexed.len()).find(|at| !before(at) || is_head(&lexed, *at)).is_some_and(|at| is_head(&lexed, at))
}

/// Whether a sentence names in its first words what somebody knows, has done, holds or is able to do, or what a test reads.
fn asks_soon(sentence: &str) -> bool {
    const SOON: usize = 4;
    let start: Vec<&str> = sentence.split_whitespace().take(SOON).collect();
    let start = start.join(" ");
    HEADS.iter().any(|head| says(&start, *head)) || kind_of_test(sentence).is_some()
}

/// Whether a line is the name of a quality and says of its reader what that is: "Patient: You know that trust takes time".
fn is_quality_of_yours(passage: &Passage) -> bool {
    labelled(&passage.text).is_some_and(|(_, said)| opens(said, &[Cue::You]))
}

/// Whether a sentence says that there is to be travel: "Travel within the region is required".
fn asks_for_travel(sentence: &str) -> bool {
    opens(sentence, &[Cue::Travel]) || has(sentence, &[Cue::Travels])
}

/// Whether a sentence says that somebody has to travel, and not what has to be done for those who do.
fn must_travel(sentence: &str) -> bool {
    has(sentence, &[Cue::MustTravel])
}

/// Whether a sentence says what somebody has to be or to have, and not what they have to do.
pub(super) fn must_be(sentence: &str) -> bool {
    // "Devra en conséquence faire preuve de rigueur"
    const APART: usize = 3;
    let said = |must: Range<usize>| {
        let rest = &sentence[must.end..];
        let words = rest.match_indices(|c: char| !c.is_alphabetic()).map(|(at, mark)| &rest[at + mark.len()..]);
        words.take(APART).any(|words| opens(words, &[Cue::Have]))
    };
    around(sentence, Cue::Should).into_iter().any(said)
}
