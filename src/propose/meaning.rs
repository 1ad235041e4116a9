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
    fold_name(title).split(' ').any(|word| WORDS.contains(&word))
}
