//! What `screen check` says.

use super::catalogue;

catalogue! {
    /// A criteria file without mistakes.
    right(count, name) {
        en: "{name}: no mistakes, {count} criterion" | "{name}: no mistakes, {count} criteria",
        fr: "{name} : aucune erreur, {count} critère" | "{name} : aucune erreur, {count} critères"
    }
    /// The criteria of the application.
    application(required, assets, weight) {
        en: "on the application: {required}, {assets}; weights add up to {weight}",
        fr: "à la candidature : {required}, {assets} ; les poids font {weight} au total"
    }
    /// Required criteria.
    required(count) { en: "{count} required" | "{count} required", fr: "{count} obligatoire" | "{count} obligatoires" }
    /// Assets.
    assets(count) { en: "{count} asset" | "{count} assets", fr: "{count} atout" | "{count} atouts" }
    /// The criteria of the interview.
    interview(count) { en: "at the interview: one more" | "at the interview: {count} more", fr: "à l'entretien : un de plus" | "à l'entretien : {count} de plus" }
    /// A column's head: the name in the criteria file.
    name() { en: "name", fr: "nom" }
    /// A column's head: the header in the candidates' file.
    header() { en: "header in the file", fr: "en-tête dans le fichier" }
    /// A column's head.
    read() { en: "read", fr: "lues" }
    /// A column's head.
    missing() { en: "empty", fr: "vides" }
    /// A column's head.
    unreadable() { en: "unreadable", fr: "illisibles" }
    /// A column's head.
    examples() { en: "such as", fr: "par exemple" }
    /// The words that stop cells from deciding.
    not_understood() { en: "Words that were not understood, which leave a cell to people", fr: "Mots non compris, qui laissent la cellule à vérifier" }
    /// One of them, and how many records have it.
    word(count, word) { en: "{word} ({count})" | "{word} ({count})", fr: "{word} ({count})" | "{word} ({count})" }
    /// What to do about them.
    not_understood_help() {
        en: "Those that decide nothing go under `words`, as in `words: {{ understood: [human rights, NGO] }}`.",
        fr: "Ceux qui ne décident de rien s'écrivent sous `words`, par exemple `words: {{ understood: [droits humains, ONG] }}`."
    }
    /// A header that is not there.
    not_there() { en: "(not in the file)", fr: "(pas dans le fichier)" }
}
