//! What `screen audit` says. Figures and what follows from them; nothing of why they are so.

use super::catalogue;

catalogue! {
    /// What was looked at.
    title(name, n) { en: "{name}: {n} candidates by group", fr: "{name} : {n} candidatures par groupe" }
    /// By which column.
    by(column) { en: "By {column}", fr: "Selon `{column}`" }
    /// People without a group.
    unknown(n) {
        en: "The group of {n} person is not known: left out of every figure below." | "The groups of {n} people are not known: they are left out of every figure below.",
        fr: "Groupe inconnu pour {n} personne, qui n'entre dans aucun chiffre ci-dessous." | "Groupe inconnu pour {n} personnes, qui n'entrent dans aucun chiffre ci-dessous."
    }
    /// Nobody is in a group.
    no_groups() { en: "Nobody's group is known.", fr: "Aucun groupe n'est connu." }
    /// A column's head.
    group() { en: "group", fr: "groupe" }
    /// A column's head.
    people() { en: "people", fr: "personnes" }
    /// A column's head.
    selected() { en: "selected", fr: "retenues" }
    /// A column's head.
    rate() { en: "rate", fr: "taux" }
    /// A column's head.
    ratio() { en: "ratio", fr: "rapport" }
    /// The table beside.
    beside() { en: "Scores, and what chance may do", fr: "Scores, et part possible du hasard" }
    /// What the heads of that table are.
    about_beside() {
        en: "\"over median\": the share whose proven score is above the median. Chances are against the group with the highest rate, as things stand.",
        fr: "« > médiane » : part des candidatures dont le score établi dépasse la médiane. Les probabilités sont calculées par rapport au groupe dont le taux est le plus élevé, en l'état actuel."
    }
    /// A column's head.
    four_fifths() { en: "four fifths", fr: "quatre cinquièmes" }
    /// Four fifths are reached.
    reached() { en: "reached", fr: "atteints" }
    /// They are not.
    not_reached() { en: "not reached", fr: "non atteints" }
    /// That is open.
    open_yet() { en: "open", fr: "incertain" }
    /// A column's head: the share above the median score.
    scoring() { en: "over median", fr: "> médiane" }
    /// A column's head.
    fisher() { en: "Fisher p", fr: "p de Fisher" }
    /// A column's head.
    holm() { en: "Holm p", fr: "p de Holm" }
    /// A column's head.
    interval() { en: "95 % of ratio", fr: "rapport à 95 %" }
    /// A small group.
    fewer(n) { en: "fewer than {n}", fr: "moins de {n}" }
    /// Several small groups whose names are not shown.
    small_groups(n) { en: "{n} small group" | "{n} small groups", fr: "{n} petit groupe" | "{n} petits groupes" }
    /// A range.
    range(low, high) { en: "{low}–{high}", fr: "{low}–{high}" }
    /// A part of a hundred.
    percent(n) { en: "{n} %", fr: "{n} %" }
    /// The mark of the highest rate.
    highest(label) { en: "{label} (highest)", fr: "{label} (taux le plus élevé)" }
    /// The mark of a group under 2 %.
    too_small(label) { en: "{label} (under 2 %)", fr: "{label} (moins de 2 %)" }
    /// What the ranges are.
    about_ranges() {
        en: "A range holds every way in which what is open may still turn out.",
        fr: "Une fourchette couvre toutes les issues possibles de ce qui reste à vérifier."
    }
    /// What small groups are not used for.
    about_too_small() {
        en: "A group under 2 % is too small for its ratio to say much, and no other group is held against it.",
        fr: "Un groupe de moins de 2 % est trop petit pour que son rapport soit parlant, et aucun autre groupe ne lui est comparé."
    }
    /// Below four fifths, whatever comes.
    below(label, ratio, highest) {
        en: "{label}: the rate is {ratio} of that of {highest}; it differs by more than the four-fifths rule allows, whatever is still open.",
        fr: "{label} : le taux vaut {ratio} fois celui du groupe « {highest} » ; l'écart dépasse ce qu'admet la règle des quatre cinquièmes, quelle que soit l'issue de ce qui reste à vérifier."
    }
    /// Below four fifths, and nothing open.
    below_now(label, ratio, highest) {
        en: "{label}: the rate is {ratio} of that of {highest}; it differs by more than the four-fifths rule allows.",
        fr: "{label} : le taux vaut {ratio} fois celui du groupe « {highest} » ; l'écart dépasse ce qu'admet la règle des quatre cinquièmes."
    }
    /// Open whether four fifths are reached.
    open(label, low, high) {
        en: "{label}: the ratio may turn out anywhere from {low} to {high}; whether it differs by more than the four-fifths rule allows is open.",
        fr: "{label} : le rapport peut aller de {low} à {high} ; on ne sait pas encore si l'écart dépasse ce qu'admet la règle des quatre cinquièmes."
    }
    /// Four fifths are reached, whatever comes.
    within(label) {
        en: "{label}: within the four-fifths rule, whatever is still open.",
        fr: "{label} : l'écart reste dans ce qu'admet la règle des quatre cinquièmes, quelle que soit l'issue de ce qui reste à vérifier."
    }
    /// How many more selections would reach four fifths.
    more(n) {
        en: "{n} more selection in this group would reach four fifths." | "{n} more selections in this group would reach four fifths.",
        fr: "Avec {n} personne retenue de plus, ce groupe atteindrait les quatre cinquièmes." | "Avec {n} personnes retenues de plus, ce groupe atteindrait les quatre cinquièmes."
    }
    /// What the test says of chance.
    may_be_chance(p) {
        en: "The difference may be chance (Fisher's exact test, corrected for all comparisons: p = {p}).",
        fr: "L'écart peut tenir au hasard (test exact de Fisher, corrigé pour toutes les comparaisons : p = {p})."
    }
    /// What the test says of chance.
    not_likely_chance(p) {
        en: "Chance alone would rarely bring a difference as large (Fisher's exact test, corrected for all comparisons: p = {p}).",
        fr: "Le hasard seul donnerait rarement un écart aussi grand (test exact de Fisher, corrigé pour toutes les comparaisons : p = {p})."
    }
    /// Who decides.
    decide(n) {
        en: "Settling {n} candidate decides it." | "Settling these {n} candidates decides it.",
        fr: "Trancher {n} candidature suffit à le savoir." | "Trancher ces {n} candidatures suffit à le savoir."
    }
    /// Who decides, by id.
    decide_who(n, ids) {
        en: "Settling {n} candidate decides it: {ids}." | "Settling these {n} candidates decides it: {ids}.",
        fr: "Trancher {n} candidature suffit à le savoir : {ids}." | "Trancher ces {n} candidatures suffit à le savoir : {ids}."
    }
    /// The requirements' table.
    demands() { en: "Requirement by requirement", fr: "Exigence par exigence" }
    /// A column's head.
    requirement() { en: "requirement", fr: "exigence" }
    /// A column's head.
    pass() { en: "pass", fr: "satisfaite" }
    /// A column's head.
    open_head() { en: "open", fr: "à vérifier" }
    /// A column's head.
    fail() { en: "fail", fr: "non satisfaite" }
    /// A column's head: the selection's ratio without this requirement.
    without() { en: "ratio without", fr: "rapport sans" }
    /// What the last columns are.
    about_demands() {
        en: "\"ratio\" is that of the rates of passing; \"ratio without\" is that of selection if this requirement alone were not asked.",
        fr: "« rapport » : celui des taux de candidatures qui satisfont à l'exigence ; « rapport sans » : celui des taux de sélection si cette seule exigence n'était pas posée."
    }
    /// Which requirement makes the difference.
    makes_difference(id, label, from, to) {
        en: "Without `{id}` the ratio of {label} would be {to} instead of {from}: no other requirement changes it as much.",
        fr: "Sans `{id}`, le rapport du groupe « {label} » serait de {to} au lieu de {from} : aucune autre exigence ne le change autant."
    }
    /// The table of what is missing.
    reads() { en: "What is not said or not understood", fr: "Ce qui n'est pas dit, ou n'est pas compris" }
    /// A column's head.
    column() { en: "column", fr: "colonne" }
    /// What the figures are.
    about_reads() {
        en: "Of each group's cells, how many of a hundred are empty / not understood.",
        fr: "Sur cent cellules de chaque groupe, combien sont vides / non comprises."
    }
    /// The table of cuts.
    sweep_score() { en: "By the least score", fr: "Selon le score minimal" }
    /// The table of cuts.
    sweep(id) { en: "By what `{id}` asks at least", fr: "Selon le minimum demandé par `{id}`" }
    /// A column's head.
    at_least() { en: "at least", fr: "au moins" }
    /// How many cuts are not shown.
    more_cuts(n) {
        en: "{n} more cut; `--format csv` or `json` has all." | "{n} more cuts; `--format csv` or `json` has all.",
        fr: "{n} autre seuil ; `--format csv` ou `json` les donne tous." | "{n} autres seuils ; `--format csv` ou `json` les donne tous."
    }
    /// How selection is counted.
    selection(what) { en: "Selected: {what}.", fr: "Candidatures retenues : {what}." }
    /// Of a status.
    of_status(status, what) { en: "{status}: {what}", fr: "{status} : {what}" }
    /// What ranges of a list by place are.
    about_places() {
        en: "With a line by place, each group's range holds by itself; the ends of two groups may not come together.",
        fr: "Quand la liste s'arrête à un rang, la fourchette de chaque groupe vaut pour ce seul groupe ; les extrêmes de deux groupes peuvent ne pas se produire ensemble."
    }
    /// No claim beyond the figures.
    about() {
        en: "These are figures about one list. They are no legal finding and no independent audit.",
        fr: "Ce sont des chiffres sur une liste. Ils ne constituent ni une conclusion juridique ni un audit indépendant."
    }
    /// No column to group by.
    no_by() { en: "say by which column: `--by COLUMN`", fr: "indiquez selon quelle colonne : `--by COLONNE`" }
    /// A column that is in none of the files.
    no_such_column(name, file) { en: "{file} has no column `{name}`", fr: "{file} n'a pas de colonne `{name}`" }
    /// The columns that there are.
    columns_there(names) { en: "it has {names}", fr: "il a {names}" }
    /// The groups' file needs ids.
    no_id(file) { en: "{file} has no column of ids to join the groups by", fr: "{file} n'a pas de colonne d'identifiants pour relier les groupes" }
    /// One id with two groups.
    two_groups(n, file) {
        en: "{n} id of {file} has two different groups: it counts as not known" | "{n} ids of {file} have two different groups: they count as not known",
        fr: "{n} identifiant de {file} a deux groupes différents : son groupe est tenu pour inconnu" | "{n} identifiants de {file} ont deux groupes différents : leurs groupes sont tenus pour inconnus"
    }
    /// Rows of the groups' file that are nobody's.
    nobody(n, file) {
        en: "{n} row of {file} has the id of no candidate" | "{n} rows of {file} have the id of no candidate",
        fr: "{n} ligne de {file} n'a l'identifiant d'aucune candidature" | "{n} lignes de {file} n'ont l'identifiant d'aucune candidature"
    }
    /// What to write for `--group`.
    write_group() { en: "write the group's name and its words: `--group \"40 and over=40-49,50+\"`", fr: "écrivez le nom du groupe et les mots qui le désignent : `--group \"40 ans et plus=40-49,50+\"`" }
    /// What to write for a ratio.
    write_ratio() { en: "write a number from 0 to 1, such as `0.8`", fr: "écrivez un nombre de 0 à 1, par exemple `0.8`" }
    /// A sex.
    female() { en: "women", fr: "femmes" }
    /// A sex.
    male() { en: "men", fr: "hommes" }
    /// A sex.
    other() { en: "other", fr: "autre" }
}
