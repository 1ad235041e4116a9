//! What a word of a cell can mean, for whoever asks how a cell is cut.

use super::catalogue;

catalogue! {
    /// A sense.
    number() { en: "a number", fr: "un nombre" }
    /// A sense.
    ordinal() { en: "an ordinal", fr: "un ordinal" }
    /// A sense.
    fraction() { en: "a fraction", fr: "une fraction" }
    /// A sense.
    decimal_mark() { en: "a decimal mark", fr: "une marque décimale" }
    /// A sense.
    unit() { en: "a unit of time", fr: "une unité de temps" }
    /// A sense.
    month() { en: "a month", fr: "un mois" }
    /// A sense.
    weekday() { en: "a day of the week", fr: "un jour de la semaine" }
    /// A sense.
    season() { en: "a season", fr: "une saison" }
    /// A sense.
    bound() { en: "says how much of an amount", fr: "précise une quantité" }
    /// A sense.
    joint() { en: "joins two things", fr: "relie deux éléments" }
    /// A sense.
    edge() { en: "an end of a period", fr: "une borne de période" }
    /// A sense.
    share() { en: "a share of the working time", fr: "une part du temps de travail" }
    /// A sense.
    quantifier() { en: "an amount without a figure", fr: "une quantité sans chiffre" }
    /// A sense.
    yes() { en: "a yes", fr: "un oui" }
    /// A sense.
    no() { en: "a no", fr: "un non" }
    /// A sense.
    missing() { en: "stands for no answer", fr: "tient lieu de réponse absente" }
    /// A sense.
    nothing() { en: "says that there is none", fr: "dit qu'il n'y en a pas" }
    /// A sense.
    under_way() { en: "not finished", fr: "en cours" }
    /// A sense.
    subject() { en: "a subject of study", fr: "un domaine d'études" }
    /// A sense.
    study() { en: "belongs to a degree", fr: "accompagne un diplôme" }
    /// A sense.
    skill() { en: "a skill in a language", fr: "une compétence linguistique" }
    /// A sense.
    place() { en: "a place", fr: "un lieu" }
    /// A sense.
    sex() { en: "a sex", fr: "un sexe" }
    /// A sense.
    role() { en: "a role", fr: "une fonction" }
    /// A sense.
    employer() { en: "tells an employer from another name", fr: "distingue un employeur" }
    /// A sense.
    away() { en: "time without work", fr: "une période sans activité" }
    /// A sense.
    elsewhere() { en: "says that it stands elsewhere", fr: "renvoie ailleurs" }
    /// A sense.
    office() { en: "what a role is about", fr: "l'objet d'une fonction" }
    /// A sense.
    counted() { en: "what is counted", fr: "ce qui est compté" }
    /// A sense.
    slot() { en: "a name or a place may follow", fr: "un nom ou un lieu peut suivre" }
    /// A sense.
    neutral() { en: "decides nothing", fr: "ne décide de rien" }
    /// A sense.
    currency() { en: "a currency", fr: "une monnaie" }
    /// A sense.
    pay() { en: "what pay is for", fr: "la période de la rémunération" }
    /// A sense.
    negation() { en: "a negation", fr: "une négation" }
    /// A sense.
    condition() { en: "a condition", fr: "une condition" }
    /// A sense.
    everyday() { en: "an everyday word", fr: "un mot courant" }
    /// A sense.
    identity() { en: "who somebody is", fr: "l'identité de quelqu'un" }
    /// A sense.
    head() { en: "a word of headers", fr: "un mot d'en-tête" }
    /// A sense.
    cue() { en: "a word of postings", fr: "un mot d'annonce" }
    /// A sense.
    about() { en: "what something is about", fr: "ce dont il est question" }
    /// A sense.
    zone() { en: "a time zone", fr: "un fuseau horaire" }
    /// A sense.
    when() { en: "says when", fr: "précise une date" }
    /// A sense.
    clock() { en: "a time of day", fr: "une heure" }
    /// A sense.
    understood() { en: "understood", fr: "compris" }
    /// A sense.
    figure() { en: "a figure", fr: "un chiffre" }
    /// A sense.
    mark() { en: "a mark", fr: "un signe" }
    /// A step of a scale.
    level(step) { en: "a level: {step}", fr: "un niveau : {step}" }
    /// Any step between two.
    level_between(low, high) { en: "a level: {low} to {high}", fr: "un niveau : {low} à {high}" }
    /// A language by its name.
    language(name) { en: "a language: {name}", fr: "une langue : {name}" }
    /// A certificate of a language.
    certificate(name) { en: "a certificate of a language: {name}", fr: "une certification de langue : {name}" }
}
