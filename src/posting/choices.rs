//! Items of which one is enough: those of a list that says so, and those that an "or" leads to.

use super::Requirement;
use super::ask::{self, Ask};
use super::cues::is_joint;
use super::sections::Passage;
use crate::lexicon::{Cue, Joint};

/// What stands between items of which one is enough.
const BETWEEN: &str = " / ";

/// Puts together the items of which one is enough; of wishes, each is one by itself.
pub(super) fn join(passages: Vec<Passage>) -> Vec<Passage> {
    let mut joined: Vec<Passage> = Vec::with_capacity(passages.len());
    for passage in passages {
        match joined.last_mut().filter(|last| is_beside(last, &passage)) {
            Some(last) => {
                last.text.push_str(if last.choice { BETWEEN } else { " " });
                last.text.push_str(&passage.text);
            }
            None => joined.push(passage),
        }
    }
    joined
}

/// Whether an item is another way to meet the one before it.
fn is_beside(last: &Passage, passage: &Passage) -> bool {
    let or = last.text.rsplit(' ').next().is_some_and(|word| is_joint(word, &[Joint::Or]));
    let items = last.item && passage.item && last.under == passage.under && passage.section == Some(Cue::Requirements);
    items && (last.choice || or)
}

/// The one requirement of a list of which one item is enough.
pub(super) fn requirement(passage: &Passage) -> Requirement {
    let asks = passage.text.split(BETWEEN).map(|item| ask::of(item, None, None));
    let ask = asks.reduce(either).unwrap_or(Ask::Fact);
    Requirement { quote: passage.text.trim().to_owned(), label: passage.label.clone(), required: true, ask }
}

/// What asks for one of two things, where one test can.
fn either(one: Ask, other: Ask) -> Ask {
    match (one, other) {
        (Ask::Years { at_least: one }, Ask::Years { at_least: other }) => Ask::Years { at_least: one.min(other) },
        (
            Ask::Degree { level, fields, or_experience },
            Ask::Degree { level: other, fields: others, or_experience: experience },
        ) if level == other => {
            let any = fields.is_empty() || others.is_empty();
            let fields = if any { Vec::new() } else { [fields, others].concat() };
            Ask::Degree { level, fields, or_experience: or_experience || experience }
        }
        (Ask::Languages { codes, enough, level }, Ask::Languages { codes: others, level: other, .. })
            if level == other && others.len() == 1 && (enough == Some(1) || codes.len() == 1) =>
        {
            Ask::Languages { codes: [codes, others].concat(), enough: Some(1), level }
        }
        _ => Ask::Fact,
    }
}
