//! What the words of a question say of the answers below it.

use crate::head::HeaderWords;
use crate::header::fold_name;
use crate::lexed::Lexed;
use crate::lexicon::{Head, Joint, Lexicon, Section, Sections, Sense};

/// Whether a header asks what somebody wants to be paid, or how long they must be waited for; in German and Dutch such words
/// are compounds: "Bruttojahresgehalt".
pub(super) fn asks_for_pay(header: &HeaderWords, title: &str) -> bool {
    const TAILS: [&str; 7] = ["gehalt", "gehaltes", "lohn", "loon", "salaris", "verdienst", "verloning"];
    let folded = fold_name(title);
    header.say(&[Head::Ceiling])
        || folded.split(' ').any(|word| word.len() > 6 && TAILS.iter().any(|tail| word.ends_with(tail)))
}

/// Whether a header says that the numbers below it are marks, which are the better the higher they are.
pub(super) fn is_a_mark(title: &str) -> bool {
    HeaderWords::of(title).say(&[Head::Rater])
}

/// Whether "yes" to a question may speak against somebody: "Do you need a visa?", "Have you been convicted?", "I have no
/// diploma". "The right to work without sponsorship" is asked the other way round, and "(yes/no)" denies nothing.
pub(super) fn may_speak_against(title: &str) -> bool {
    const SAID: Sections = Sections::of(&[], &[Section::Headers]);
    const ANSWERED: Sections = Sections::of(&[], &[Section::Answers, Section::Negations, Section::Joints]);
    let said = Lexed::of_text(title.into(), &Lexicon::default(), SAID);
    let is = |at: usize, head: Head| said.senses(at).contains(&Sense::Head(head));
    let until = (0..said.len()).find(|at| is(*at, Head::Without)).unwrap_or(said.len());
    let answered = Lexed::of_text(title.into(), &Lexicon::default(), ANSWERED);
    let has = |at: usize, sense: &Sense| answered.senses(at).contains(sense);
    // "(yes/no)": an answer, and another one right before it or after it, with a mark or an "or" between them.
    let joins = |at: usize| answered.written(at, at + 1) == "/" || has(at, &Sense::Joint(Joint::Or));
    let before = |at: usize| at > 1 && joins(at - 1) && has(at - 2, &Sense::Answer(true));
    let after = |at: usize| at + 2 < answered.len() && joins(at + 1) && has(at + 2, &Sense::Answer(true));
    let no = |at: usize| has(at, &Sense::Negation(true)) || has(at, &Sense::Answer(false));
    let denies = |at: usize| no(at) && !before(at) && !after(at);
    until == said.len() && (0..answered.len()).any(denies) || (0..until).any(|at| is(at, Head::Against))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_yes_may_speak_against_somebody() {
        for (title, against) in [
            ("Do you need a visa?", true),
            ("Will you require sponsorship to work here?", true),
            ("Do you have the right to work here without sponsorship?", false),
            ("Pouvez-vous travailler ici sans avoir besoin d'un visa ?", false),
            ("Have you been dismissed without notice?", true),
            ("Avez-vous un lien de parenté avec un membre du personnel ?", true),
            ("I do not have a driving licence", true),
            ("Je n'ai pas le permis B", true),
            ("Driving licence (yes/no)", false),
            ("¿Tiene permiso de trabajo? (sí/no)", false),
            ("Permis B", false),
        ] {
            assert_eq!(may_speak_against(title), against, "{title}");
        }
    }
}
