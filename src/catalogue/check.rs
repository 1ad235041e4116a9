//! What `screen check` says.

use super::{PROGRAM, catalogue};

catalogue! {
    /// Criteria with values that are others in this run.
    with(criteria, set) { en: "{criteria} ({set} set here)", fr: "{criteria} ({set} modifié ici)" }
    /// A criteria file without mistakes.
    right(count, name) {
        en: "{name}: no mistakes, {count} criterion" | "{name}: no mistakes, {count} criteria",
        fr: "{name} : aucune erreur, {count} critère" | "{name} : aucune erreur, {count} critères"
    }
    /// The criteria of the application.
    application(required, assets, weight) {
        en: "on the application: {required}, {assets}; weights add up to {weight}",
        fr: "pour la candidature : {required}, {assets} ; total des poids : {weight}"
    }
    /// Required criteria.
    required(count) { en: "{count} required" | "{count} required", fr: "{count} exigé" | "{count} exigés" }
    /// Assets.
    assets(count) { en: "{count} asset" | "{count} assets", fr: "{count} atout" | "{count} atouts" }
    /// The criteria of the interview.
    interview(count) { en: "at the interview: one more" | "at the interview: {count} more", fr: "pour l'entretien : un de plus" | "pour l'entretien : {count} de plus" }
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
    /// The examples hold.
    examples_hold(n) { en: "{n} example holds" | "{n} examples hold", fr: "{n} exemple se vérifie" | "{n} exemples se vérifient" }
    /// An example does not.
    example_failed(id, cell, expected, said) {
        en: "criterion `{id}`: `{cell}` is to be `{expected}`, and it is `{said}`",
        fr: "critère `{id}` : `{cell}` doit donner `{expected}`, et donne `{said}`"
    }
    /// What to do about it.
    example_failed_help() {
        en: "mend the criterion, or the example; `{PROGRAM} words` shows how a cell is read",
        fr: "corrigez le critère, ou l'exemple ; `{PROGRAM} words` montre comment une cellule est lue"
    }
    /// A criterion that nobody meets.
    nobody_meets(id) { en: "nobody meets `{id}`", fr: "aucune candidature ne satisfait à `{id}`" }
    /// What to do about it.
    nobody_meets_help() {
        en: "see whether it asks what is meant, and whether the column is the right one",
        fr: "vérifiez que ce critère demande ce que vous voulez, et que la colonne est la bonne"
    }
    /// A criterion that everybody meets.
    everybody_meets(id) { en: "everybody meets `{id}`: it tells nobody apart", fr: "toutes les candidatures satisfont à `{id}` : ce critère n'en départage aucune" }
    /// What to do about it.
    everybody_meets_help() { en: "see whether it asks enough, or is needed", fr: "vérifiez que ce critère demande assez, ou qu'il est utile" }
    /// The same credit for all.
    same_credit(id) { en: "`{id}` gives everybody the same points: it orders nobody", fr: "`{id}` donne les mêmes points à toutes les candidatures : ce critère n'en départage aucune" }
    /// What to do about it.
    same_credit_help() { en: "see whether `full_at` is too low, or the column empty", fr: "vérifiez que `full_at` n'est pas trop bas, ni la colonne vide" }
    /// Two that say the same.
    agree(a, b) { en: "`{a}` and `{b}` say the same of everybody: what they ask may count twice", fr: "`{a}` et `{b}` disent la même chose de toutes les candidatures : ce qu'ils demandent compte peut-être deux fois" }
    /// What to do about it.
    agree_help() { en: "see whether both are meant", fr: "vérifiez que vous voulez bien les deux" }
    /// One that alone removes more than half.
    removes_most(id, n, all) { en: "`{id}` alone removes {n} of {all} candidates", fr: "`{id}` écarte à lui seul {n} candidatures sur {all}" }
    /// What to do about it.
    removes_most_help() {
        en: "see whether it is really required, and read as it is meant; `{PROGRAM} robust` shows the funnel",
        fr: "vérifiez que ce critère est vraiment exigé, et lu comme vous l'entendez ; `{PROGRAM} robust` montre l'entonnoir"
    }
    /// One weight above all others together.
    heaviest(id) { en: "`{id}` weighs more than all others together: it decides the order alone", fr: "`{id}` pèse plus que tous les autres ensemble : il décide seul de l'ordre" }
    /// What to do about it.
    heaviest_help() { en: "see whether that is meant", fr: "vérifiez que c'est bien ce que vous voulez" }
    /// A test of `any_of` that never decides.
    idle_branch(id, nth) { en: "test {nth} of the `any_of` of `{id}` never decides: without it, everybody would have the same", fr: "le test {nth} du `any_of` de `{id}` ne décide jamais : sans lui, rien ne changerait pour aucune candidature" }
    /// What to do about it.
    idle_branch_help() { en: "see whether it reads the right column and asks what is meant", fr: "vérifiez que ce test lit la bonne colonne et demande ce que vous voulez" }
    /// A column that is often not understood.
    column_not_understood(column, n, all, words) {
        en: "{n} of {all} cells of `{column}` are not understood, most often {words}",
        fr: "{n} cellules sur {all} de `{column}` ne sont pas comprises, le plus souvent {words}"
    }
    /// What to do about it.
    column_not_understood_help() {
        en: "teach the words that decide nothing under `words`, or see whether the column is the right one",
        fr: "ajoutez sous `words` les mots qui ne décident de rien, ou vérifiez que la colonne est la bonne"
    }
    /// A column that looks like identity.
    identity_not_listed(name) { en: "`{name}` looks like who somebody is, and is not under `identity`", fr: "`{name}` semble identifier la personne, et ne figure pas sous `identity`" }
    /// What to do about it.
    identity_not_listed_help() { en: "list it under `identity`, so that no criterion can come to read it", fr: "ajoutez-la sous `identity`, pour qu'aucun critère ne puisse la lire" }
    /// The same where a criterion reads it.
    identity_read(id, name) {
        en: "criterion `{id}` reads `{name}`, which looks like who somebody is",
        fr: "le critère `{id}` lit `{name}`, qui semble identifier la personne"
    }
    /// What to do about it.
    identity_read_help() {
        en: "take the criterion out and list the column under `identity`, or write under `lawful_basis` why it may be read",
        fr: "retirez ce critère et ajoutez la colonne sous `identity`, ou indiquez sous `lawful_basis` pourquoi elle peut être lue"
    }
    /// A name under `identity` that is near to a header and is none.
    identity_unknown(name) { en: "no column of this file is called `{name}`, as `identity` has it", fr: "aucune colonne de ce fichier ne s'appelle `{name}`, comme l'écrit `identity`" }
    /// Values of a column that no list of its criterion has.
    in_neither_list(name, values) { en: "{name}: in neither list: {values}", fr: "{name} : dans aucune des deux listes : {values}" }
    /// How often there is one.
    so_often(count, value) { en: "{value} {count} time" | "{value} {count} times", fr: "{value} {count} fois" | "{value} {count} fois" }
    /// More of them.
    and_more(count) { en: "and {count} more" | "and {count} more", fr: "et {count} autre" | "et {count} autres" }
    /// A header that is not there.
    not_there() { en: "(not in the file)", fr: "(absent du fichier)" }
}
