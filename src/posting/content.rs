//! Lists that no heading announces, known by what their lines ask.

use super::sections::Passage;
use super::speech::{
    begins_like_a_requirement, first_word, is_asked_of_candidates, kind_of_test, speaks_to_you, will_do,
};
use crate::lexicon::Cue;

/// What is asked by what it says: a list is one of requirements where most of its lines begin like one. Under a heading
/// that says otherwise they must ask for several things that can be tested, among duties for one.
pub(super) fn by_content(passages: &mut [Passage]) {
    const LONGEST: usize = 30;
    let lists =
        |passage: &Passage| passage.under.0 > 0 && (passage.item || passage.text.split_whitespace().count() < LONGEST);
    let mut groups: Vec<usize> =
        passages.iter().filter(|passage| lists(passage)).map(|passage| passage.under.0).collect();
    groups.dedup();
    for group in groups {
        let lines: Vec<&Passage> =
            passages.iter().filter(|passage| passage.under.0 == group && lists(passage)).collect();
        if lines.iter().filter(|passage| asks_a_question(passage)).count() > 1 {
            let questions = passages.iter_mut().filter(|passage| passage.under.0 == group && asks_a_question(passage));
            for passage in questions {
                passage.section = Some(Cue::Duties);
            }
            continue;
        }
        if lines.iter().any(|passage| matches!(passage.section, Some(Cue::Requirements | Cue::Wishes))) {
            // "Une personne qui s'occupera de ..., veillera à ..." is told what the work is.
            let told = lines.iter().filter(|passage| passage.item && tells_what_the_work_is(passage)).count();
            if told > 1 && told * 2 > lines.len() {
                for passage in passages.iter_mut().filter(|passage| passage.under.0 == group && passage.item) {
                    passage.section = Some(Cue::Duties);
                }
            }
            continue;
        }
        let asked = lines.iter().filter(|passage| begins_like_a_requirement(&passage.text)).count();
        let mut tests: Vec<u8> = lines.iter().filter_map(|passage| kind_of_test(&passage.text)).collect();
        tests.sort_unstable();
        tests.dedup();
        // "Conditions" may be those of the contract or those to meet.
        let conditions =
            |part: &Passage| part.label.as_ref().is_some_and(|label| label.to_lowercase().contains("condition"));
        let (said, duties) = (
            lines[0].under.1 && !conditions(lines[0]),
            lines.iter().any(|passage| passage.section == Some(Cue::Duties)),
        );
        let enough = match (said, duties) {
            (true, _) => tests.len() > 1 && lines.len() > 2,
            (false, true) => !tests.is_empty(),
            // What the employer does is told in lists as well.
            (false, false) => {
                let item = |passage: &&Passage| passage.item && passage.section != Some(Cue::About);
                !tests.is_empty() || lines.iter().any(item)
            }
        };
        // "Applicants must be students", first among conditions: these are what is to be met.
        let to_meet = conditions(lines[0]) && is_asked_of_candidates(&lines[0].text);
        if lines.len() > 1 && (asked * 5 >= lines.len() * 3 || to_meet) && enough {
            for passage in passages.iter_mut().filter(|passage| passage.under.0 == group && lists(passage)) {
                passage.section = Some(Cue::Requirements);
            }
        }
    }
}

/// Whether an item says what somebody will do: "veillera à ...", or "Reviewing texts" below "You will be:".
fn tells_what_the_work_is(passage: &Passage) -> bool {
    let below_be = passage.label.as_deref().is_some_and(|label| label.to_lowercase().ends_with(" be"));
    will_do(&passage.text)
        || below_be && first_word(&passage.text).ends_with("ing") && !begins_like_a_requirement(&passage.text)
}

/// Whether an item is a question that does not speak to its reader: one of several is what the work is to find out.
fn asks_a_question(passage: &Passage) -> bool {
    passage.item && passage.text.contains('?') && !speaks_to_you(&passage.text)
}
