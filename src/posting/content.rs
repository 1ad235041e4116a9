//! Lists that no heading announces, known by what their lines ask.

use super::cues::{has, is_word, says};
use super::sections::Passage;
use super::speech::{
    begins_like_a_requirement, begins_with_having, first_word, is_asked_of_candidates, kind_of_test, must_be,
    speaks_to_you, will_do,
};
use crate::lexicon::Cue;

/// Whether a part is an item of a list, or as short as one.
fn lists(passage: &Passage) -> bool {
    const LONGEST: usize = 30;
    passage.item || passage.under.0 > 0 && passage.text.split_whitespace().count() < LONGEST
}

/// What is asked by what it says: a list is one of requirements where most of its lines begin like one. Under a heading
/// that says otherwise they must ask for several things that can be tested, among duties for one.
pub(super) fn by_content(passages: &mut [Passage]) {
    let mut groups: Vec<usize> =
        passages.iter().filter(|passage| lists(passage)).map(|passage| passage.under.0).collect();
    groups.dedup();
    for group in groups {
        let of_group = |passage: &&Passage| passage.under.0 == group && lists(passage);
        let lines: Vec<&Passage> = passages.iter().filter(of_group).collect();
        let Some((section, which)) = section_of(&lines) else { continue };
        for passage in passages.iter_mut().filter(|passage| passage.under.0 == group && which(passage)) {
            passage.section = Some(section);
        }
    }
}

/// What the lines below a heading are by what they say, and which of them; nothing where that is as the heading says.
fn section_of(lines: &[&Passage]) -> Option<(Cue, fn(&Passage) -> bool)> {
    let first = lines.first()?;
    if lines.iter().filter(|passage| asks_a_question(passage)).count() > 1 {
        return Some((Cue::Duties, asks_a_question));
    }
    // "Conditions" may be those of the contract or those to meet, whatever one of their lines says of itself.
    let open = lines.iter().any(|passage| names_conditions(passage) && passage.section != Some(Cue::Requirements));
    if first.section == Some(Cue::Wishes) && are_further(lines) {
        return Some((Cue::Requirements, lists));
    }
    if !first.under.1 && are_offered(lines) {
        return Some((Cue::Offer, lists));
    }
    let asks = |passage: &&Passage| matches!(passage.section, Some(Cue::Requirements | Cue::Wishes));
    if !open && lines.iter().any(asks) {
        // "Une personne qui s'occupera de ..., veillera à ..." is told what the work is.
        let told = lines.iter().filter(|passage| passage.item && tells_what_the_work_is(passage)).count();
        return (told > 1 && told * 2 > lines.len()).then_some((Cue::Duties, |passage| passage.item));
    }
    let mut tests: Vec<u8> = lines.iter().filter_map(|passage| kind_of_test(&passage.text)).collect();
    tests.sort_unstable();
    tests.dedup();
    let insists =
        |part: &Passage| names_conditions(part) && (says(&part.text, Cue::Must) || begins_with_having(&part.text));
    let begins = |part: &&&Passage| begins_like_a_requirement(&part.text) || insists(part);
    let asked = lines.iter().filter(begins).count();
    let said = first.under.1 && !names_conditions(first);
    let enough = match (said, lines.iter().any(|passage| passage.section == Some(Cue::Duties))) {
        (true, _) => tests.len() > 1 && lines.len() > 2,
        // "Must be reliable" is no duty.
        (false, true) => !tests.is_empty() || lines.iter().filter(|part| must_be(&part.text)).count() * 2 > lines.len(),
        // What the employer does is told in lists as well.
        (false, false) => {
            !tests.is_empty() || lines.iter().any(|passage| passage.item && passage.section != Some(Cue::About))
        }
    };
    // "Applicants must be students", first among conditions: these are what is to be met.
    let to_meet = names_conditions(first) && is_asked_of_candidates(&first.text);
    let most = asked * 5 >= lines.len() * 3 || to_meet;
    (lines.len() > 1 && most && enough).then_some((Cue::Requirements, lists))
}

/// Whether the heading above some lines says only that they are more of what stands before, and they say of themselves which
/// is wished for: "Additional qualifications".
fn are_further(lines: &[&Passage]) -> bool {
    let heading = lines.first().and_then(|first| first.label.as_deref());
    let further = heading.is_some_and(|heading| has(heading, &[Cue::Further]));
    let wished = lines.iter().filter(|passage| says(&passage.text, Cue::Asset)).count();
    further && wished > 0 && wished < lines.len()
}

/// Whether most lines below a heading that is not known name what is given to who works here, and none insists on anything.
fn are_offered(lines: &[&Passage]) -> bool {
    let offered = lines.iter().filter(|line| has(&line.text, &[Cue::Offered])).count();
    let asked = lines.iter().any(|line| says(&line.text, Cue::Must) || says(&line.text, Cue::Experience));
    lines.len() > 1 && offered * 2 >= lines.len() && !asked
}

/// Whether the heading above a part is "Conditions".
fn names_conditions(part: &Passage) -> bool {
    part.label.as_ref().is_some_and(|label| has(label, &[Cue::Conditions]))
}

/// Whether an item says what somebody will do: "veillera à ...", or "Reviewing texts" below "You will be:".
fn tells_what_the_work_is(passage: &Passage) -> bool {
    let last = |label: &str| label.split_whitespace().next_back().is_some_and(|word| is_word(word, &[Cue::Be]));
    let below_be = passage.label.as_deref().is_some_and(last);
    // The ending of what English says of an action that goes on: a matter of form.
    let doing = || first_word(&passage.text).ends_with("ing");
    will_do(&passage.text) || below_be && doing() && !begins_like_a_requirement(&passage.text)
}

/// Whether an item is a question that does not speak to its reader: one of several is what the work is to find out.
fn asks_a_question(passage: &Passage) -> bool {
    passage.item && passage.text.contains('?') && !speaks_to_you(&passage.text)
}
