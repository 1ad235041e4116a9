//! What would change a verdict: near misses, and what to ask for.

use super::{Display, Formatter, Lang, Spoken, fmt};

// Near misses.
phrases! {
    /// Who fails only one requirement, and by how much.
    near_miss(who, label, lack) { en: "{who}: {label}: {lack}", fr: "{who} : {label} : {lack}" }
    /// The same, with other requirements open.
    near_miss_open(open, miss) {
        en: "{miss}; {open} other requirement open" | "{miss}; {open} other requirements open",
        fr: "{miss} ; {open} autre exigence à vérifier" | "{miss} ; {open} autres exigences à vérifier"
    }
    /// So much of what is asked, in a unit of its own.
    of_asked(read, asked) { en: "{read} of {asked}", fr: "{read} sur {asked}" }
    /// A step and the one asked.
    step_asked(read, asked) { en: "{read}, {asked} asked", fr: "{read} ({asked} demandé)" }
    /// A moment that is too late.
    too_late(read, by) { en: "{read}: {by} too late", fr: "{read} : {by} de retard" }
    /// A moment that is too early.
    too_early(read, by) { en: "{read}: {by} too early", fr: "{read} : {by} trop tôt" }
    /// Seconds.
    seconds(count) { en: "{count} second" | "{count} seconds", fr: "{count} seconde" | "{count} secondes" }
    /// Minutes.
    minutes(count) { en: "{count} minute" | "{count} minutes", fr: "{count} minute" | "{count} minutes" }
    /// Hours.
    hours(count) { en: "{count} hour" | "{count} hours", fr: "{count} heure" | "{count} heures" }
    /// Days.
    days(count) { en: "{count} day" | "{count} days", fr: "{count} jour" | "{count} jours" }
    /// Hours and minutes in figures.
    in_figures(hours, minutes) { en: "{hours} h {minutes}", fr: "{hours}\u{a0}h\u{a0}{minutes}" }
    /// Hours and minutes in words.
    and(first, second) { en: "{first} and {second}", fr: "{first} et {second}" }
}

// What to ask for.
phrases! {
    /// A duration.
    ask_years(columns) { en: "ask for the number of years ({columns})", fr: "demander le nombre d'années ({columns})" }
    /// A number.
    ask_number(columns) { en: "ask for the number ({columns})", fr: "demander le nombre ({columns})" }
    /// A level.
    ask_level(columns) { en: "ask for the level ({columns})", fr: "demander le niveau ({columns})" }
    /// A degree.
    ask_degree(columns) { en: "ask for the degree ({columns})", fr: "demander le diplôme ({columns})" }
    /// Whether a degree is finished.
    ask_finished(columns) {
        en: "ask whether the degree is finished ({columns})",
        fr: "demander si le diplôme est obtenu ({columns})"
    }
    /// The field of a degree, where none is said.
    ask_field(columns) {
        en: "ask for the field of the degree ({columns})",
        fr: "demander le domaine du diplôme ({columns})"
    }
    /// The same, and whether the degree is finished.
    ask_field_finished(columns) {
        en: "ask for the field of the degree, and whether it is finished ({columns})",
        fr: "demander le domaine du diplôme, et si le diplôme est obtenu ({columns})"
    }
    /// Whether the field that is said is close enough to those listed.
    ask_related(columns) {
        en: "ask whether the degree is in a related field ({columns})",
        fr: "demander si le domaine du diplôme est connexe ({columns})"
    }
    /// The same, and whether the degree is finished.
    ask_related_finished(columns) {
        en: "ask whether the degree is in a related field, and whether it is finished ({columns})",
        fr: "demander si le domaine du diplôme est connexe, et si le diplôme est obtenu ({columns})"
    }
    /// A date.
    ask_date(columns) { en: "check the date ({columns})", fr: "vérifier la date ({columns})" }
    /// Yes or no.
    ask_yes_no(columns) { en: "ask for a yes or a no ({columns})", fr: "demander une réponse par oui ou par non ({columns})" }
    /// A document.
    ask_provided(columns) { en: "ask for what is to be provided ({columns})", fr: "demander ce qui est à fournir ({columns})" }
    /// A category.
    ask_category(columns) { en: "ask which value it is ({columns})", fr: "demander laquelle des valeurs s'applique ({columns})" }
    /// Terms in a text.
    ask_terms(columns) { en: "ask about what the text leaves open ({columns})", fr: "demander de préciser ce que le texte laisse incertain ({columns})" }
    /// Ratings of a panel.
    ask_rating(columns) { en: "complete the panel's ratings ({columns})", fr: "compléter les notes du jury ({columns})" }
    /// What the answer must show, and what is known so far.
    to_be_shown(ask, requirement, so_far) {
        en: "{ask}; to be shown: {requirement}; {so_far}",
        fr: "{ask} ; à établir : {requirement} ; {so_far}"
    }
    /// What the cell says so far.
    cell_says(cell) { en: "the cell says `{cell}`", fr: "la cellule dit `{cell}`" }
}
