//! Lists that no heading announces, known by what their lines ask.

use super::sections::Part;
use super::split::{begins_like_a_requirement, kind_of_test};
use crate::lexicon::Cue;

/// What is asked by what it says: a list is one of requirements where most of its lines begin like one. Under a heading
/// that says otherwise they must ask for several things that can be tested, among duties for one.
pub(super) fn by_content(parts: &mut [Part]) {
    const LONGEST: usize = 30;
    let lists = |part: &Part| part.under.0 > 0 && (part.item || part.text.split_whitespace().count() < LONGEST);
    let mut groups: Vec<usize> = parts.iter().filter(|part| lists(part)).map(|part| part.under.0).collect();
    groups.dedup();
    for group in groups {
        let lines: Vec<&Part> = parts.iter().filter(|part| part.under.0 == group && lists(part)).collect();
        if lines.iter().any(|part| matches!(part.section, Some(Cue::Requirements | Cue::Wishes))) {
            continue;
        }
        let asked = lines.iter().filter(|part| begins_like_a_requirement(&part.text)).count();
        let mut tests: Vec<u8> = lines.iter().filter_map(|part| kind_of_test(&part.text)).collect();
        tests.sort_unstable();
        tests.dedup();
        // "Conditions" may be those of the contract or those to meet.
        let conditions =
            |part: &Part| part.label.as_ref().is_some_and(|label| label.to_lowercase().contains("condition"));
        let (said, duties) =
            (lines[0].under.1 && !conditions(lines[0]), lines.iter().any(|part| part.section == Some(Cue::Duties)));
        let enough = match (said, duties) {
            (true, _) => tests.len() > 1 && lines.len() > 2,
            (false, true) => !tests.is_empty(),
            (false, false) => !tests.is_empty() || lines.iter().any(|part| part.item),
        };
        if lines.len() > 1 && asked * 5 >= lines.len() * 3 && enough {
            for part in parts.iter_mut().filter(|part| part.under.0 == group && lists(part)) {
                part.section = Some(Cue::Requirements);
            }
        }
    }
}
