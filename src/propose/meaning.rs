//! What the words of a question say of the answers below it.

use crate::head::HeaderWords;
use crate::header::fold_name;
use crate::lexicon::Head;

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

/// Whether "yes" to a question may speak against somebody: "Do you need a visa?", "Have you been convicted?".
pub(super) fn may_speak_against(title: &str) -> bool {
    const WORDS: [&str; 32] = [
        "need",
        "needs",
        "require",
        "sponsorship",
        "convicted",
        "conviction",
        "convictions",
        "criminal",
        "dismissed",
        "disciplinary",
        "relatives",
        "relative",
        "conflict",
        "besoin",
        "condamne",
        "condamnee",
        "condamnation",
        "condamnations",
        "casier",
        "licencie",
        "licenciee",
        "parente",
        "conflit",
        "benotigen",
        "brauchen",
        "verurteilt",
        "vorbestraft",
        "nodig",
        "strafblad",
        "necesita",
        "antecedentes",
        "condenado",
    ];
    // "The right to work without sponsorship" is asked the other way round.
    const WITHOUT: [&str; 5] = ["without", "sans", "ohne", "zonder", "sin"];
    let title = fold_name(title);
    title.split(' ').take_while(|word| !WITHOUT.contains(word)).any(|word| WORDS.contains(&word))
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
        ] {
            assert_eq!(may_speak_against(title), against, "{title}");
        }
    }
}
