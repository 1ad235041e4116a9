//! What a denial makes of what a posting asks: "French is not needed" asks for nothing, "must not be employed by a partner"
//! asks that something is not so, "applications without a permit are not considered" asks for the permit.

use std::ops::Range;

use super::cues::{around, has, opens, says};
use super::cuts::HEADS;
use crate::lexicon::Cue;

/// What a denial makes of what some words ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Denial {
    /// They ask for nothing.
    Waives,
    /// They ask that something is not so.
    Forbids,
}

/// What a denial makes of what some words ask; nothing where they deny nothing of it.
pub(super) fn denial(words: &str) -> Option<Denial> {
    let denials = denials(words);
    if waives(words, &denials) {
        return Some(Denial::Waives);
    }
    let excluded = around(words, Cue::Excludes).into_iter().next();
    let excludes = excluded.is_some_and(|place| {
        // Who lacks something is turned away for want of it.
        let before = &words[..place.start];
        // "Ne sont pas éligibles" denies once, by two words.
        let own = |denial: &Range<usize>| denial.start >= place.start || words_in(&words[denial.end..place.start]) < 2;
        !has(before, &[Cue::Lacking]) && denials.iter().all(own)
    });
    let whole = denials.iter().any(|denial| denies_the_whole(&words[..denial.start]));
    // "Not a must, but an asset" wishes.
    let forbids = whole && !has(words, &[Cue::Excludes]) && !says(words, Cue::Asset);
    (excludes || forbids).then_some(Denial::Forbids)
}

/// Whether a sentence asks something of some alone: "unless you hold a passport".
pub(super) fn excepts(sentence: &str) -> bool {
    has(sentence, &[Cue::Unless])
}

/// Where some words deny something; not where they only bound it or add to it: "not only", "no later than".
fn denials(words: &str) -> Vec<Range<usize>> {
    let idle = around(words, Cue::DeniesNothing);
    let within = |denial: &Range<usize>| idle.iter().any(|idle| idle.start <= denial.start && denial.end <= idle.end);
    let mut all = around(words, Cue::Denies);
    all.retain(|denial| !within(denial));
    // "Non requis", and not "non-governmental".
    let non = around(words, Cue::Non);
    all.extend(non.into_iter().filter(|non| opens(words[non.end..].trim_start(), &[Cue::Needed])));
    all
}

fn words_in(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Whether some words say only that something is not needed: "No degree is required", "you need no car". What is "not
/// required, but an asset" is wished for, and of "applicants with no car must ..." the denial is said of something else.
fn waives(words: &str, denials: &[Range<usize>]) -> bool {
    const NEAR: usize = 6;
    let needed = around(words, Cue::Needed);
    let denied = |place: &Range<usize>| {
        let (before, after) = (&words[..place.start], &words[place.end..]);
        let ahead = denials.iter().rfind(|denial| denial.end <= place.start).is_some_and(|denial| {
            let between = &words[denial.end..place.start];
            // "No knowledge of ... is required": what begins with a denial denies to its end.
            let opens = words_in(&words[..denial.start]) == 0 && !has(between, &[Cue::Clause, Cue::With, Cue::Having]);
            (opens || words_in(between) < NEAR) && !has(between, &[Cue::Should])
        });
        // "Needs no degree"
        let behind =
            denials.iter().any(|denial| denial.start >= place.end && words_in(&words[place.end..denial.start]) == 0);
        let must = has(&words[place.clone()], &[Cue::Should]);
        let wished = says(before, Cue::Asset) || says(after, Cue::Asset);
        !must && (ahead || behind) && !wished
    };
    !needed.is_empty() && needed.iter().all(denied)
}

/// Whether a denial after these words is said of all that they begin: "is not", "you must never have been".
fn denies_the_whole(before: &str) -> bool {
    const SOON: usize = 5;
    let few = words_in(before) < SOON;
    let within = before.contains(['(', ':', ';', ',']) || has(before, &[Cue::Clause, Cue::With, Cue::Having]);
    let named = HEADS.iter().any(|head| says(before, *head)) && !has(before, &[Cue::You, Cue::Your]);
    few && !within && !named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_denial_waives_forbids_or_asks() {
        use Denial::{Forbids, Waives};
        for (words, expected) in [
            ("You do not need a driving licence", Some(Waives)),
            ("You don't need to speak Dutch", Some(Waives)),
            ("French is not needed", Some(Waives)),
            ("No knowledge of Dutch is expected", Some(Waives)),
            ("No degree needed", Some(Waives)),
            ("The post requires no degree", Some(Waives)),
            ("Fluent German is not necessary", Some(Waives)),
            ("Driving licence: not required", Some(Waives)),
            ("You do not have to live in Brussels", Some(Waives)),
            ("No previous experience in a similar organisation is required", Some(Waives)),
            ("Aucune connaissance du néerlandais n'est demandée", Some(Waives)),
            ("Il n'est pas nécessaire d'avoir le permis B", Some(Waives)),
            ("Le travail de nuit n'est pas prévu", Some(Waives)),
            ("Le permis B n’est pas exigé", Some(Waives)),
            ("Vous n'avez besoin d'aucun diplôme", Some(Waives)),
            ("Pas de diplôme requis", Some(Waives)),
            ("Permis B non requis", Some(Waives)),
            ("Is not currently employed by one of our grantees", Some(Forbids)),
            ("Must not be employed by a tobacco company", Some(Forbids)),
            ("Has never worked for the tobacco industry", Some(Forbids)),
            ("No conflicts of interest", Some(Forbids)),
            ("Candidates who have already taken part are not eligible", Some(Forbids)),
            ("Former interns are excluded", Some(Forbids)),
            ("Ne pas être employé par un partenaire", Some(Forbids)),
            ("Vous n'avez jamais été condamné", Some(Forbids)),
            ("Aucun conflit d'intérêts", Some(Forbids)),
            ("Les personnes déjà lauréates ne sont pas éligibles", Some(Forbids)),
            ("Candidates without a permit will not be considered", None),
            ("Applicants who do not hold a degree are not eligible", None),
            ("Les candidatures sans permis ne seront pas retenues", None),
            ("Not only French but also English is required", None),
            ("At least three and no more than five years of experience", None),
            ("Ability to work with people who do not speak French", None),
            ("Experience with databases (not necessarily SQL)", None),
            ("Applicants with no car must live in town", None),
            ("French is not required, but an asset", None),
            ("Ability to work without supervision", None),
            ("Expérience en organisation non gouvernementale", None),
            ("Fluent English", None),
        ] {
            assert_eq!(denial(words), expected, "{words}");
        }
    }
}
