//! What is said of people's decisions.

use super::{PROGRAM, Text, catalogue};

catalogue! {
    /// A table without the columns of decisions.
    missing_columns(count, names) {
        en: "a decisions file needs a column {names}" | "a decisions file needs the columns {names}",
        fr: "il manque au fichier de décisions la colonne {names}" | "il manque au fichier de décisions les colonnes {names}"
    }
    /// What to do about it.
    missing_columns_help() {
        en: "`{PROGRAM} settle --list FILE` and `{PROGRAM} --output FILE.xlsx` write one to fill in; its columns are `id`, `criterion`, `cell`, `decision`, `reason`, `by`, `at`, or only `id`, `decision`, `reason`, `by`, `at` where statuses are decided",
        fr: "`{PROGRAM} settle --list FICHIER` et `{PROGRAM} --output FICHIER.xlsx` en écrivent un à remplir ; ses colonnes sont `candidat`, `critère`, `cellule`, `décision`, `motif`, `par`, `le`, ou seulement `candidat`, `décision`, `motif`, `par`, `le` quand ce sont des statuts qui sont décidés"
    }
    /// Two columns for one.
    two_columns(name, headers) { en: "`{name}` could be any of the columns {headers}", fr: "`{name}` pourrait être n'importe laquelle des colonnes {headers}" }
    /// What to do about it.
    two_columns_help() { en: "rename all but one of them", fr: "renommez-les toutes sauf une" }
    /// A criterion that there is not.
    unknown_criterion(id) { en: "there is no criterion `{id}`", fr: "il n'y a pas de critère `{id}`" }
    /// What there is.
    criteria_there(ids) { en: "there are {ids}", fr: "les critères sont {ids}" }
    /// A decision without criterion that is no status.
    no_status(text) { en: "without a criterion a status is decided, and `{text}` is none", fr: "sans critère, c'est le statut qui est décidé, et `{text}` n'en est pas un" }
    /// What to do about it.
    no_status_help() {
        en: "write `eligible`, `review` or `not eligible`, or name the criterion",
        fr: "écrivez `éligible`, `à examiner` ou `non éligible`, ou nommez le critère"
    }
    /// A status for no candidate.
    status_for_nobody() { en: "a status is decided for one candidate, and none is named", fr: "un statut se décide pour une candidature, et aucune n'est nommée" }
    /// What to do about it.
    status_for_nobody_help() { en: "write the candidate's id", fr: "écrivez l'identifiant de la candidature" }
    /// A status without a reason.
    status_without_reason() { en: "a status that a person decides needs a reason", fr: "un statut décidé par une personne demande un motif" }
    /// A verdict against the machine's, without a reason.
    without_reason(decision, criterion) {
        en: "`{decision}` overturns what the machine decided for `{criterion}`, and no reason is given: it is not applied",
        fr: "`{decision}` contredit le résultat de la machine pour `{criterion}`, sans motif : cette décision n'est pas appliquée"
    }
    /// What to do about it.
    reason_help() { en: "write why in the column `reason`", fr: "écrivez pourquoi dans la colonne `motif`" }
    /// Neither candidate nor cell.
    for_all_without_cell() { en: "neither a candidate nor a cell is named", fr: "ni candidature ni cellule n'est nommée" }
    /// What to do about it.
    for_all_without_cell_help() {
        en: "write the candidate's id, or the text of the cell for everybody who wrote it",
        fr: "écrivez l'identifiant de la candidature, ou le texte de la cellule pour toutes celles qui l'indiquent"
    }
    /// A reading for one of several columns.
    which_column(text) { en: "`{text}` may be meant for any of several columns", fr: "`{text}` peut viser l'une ou l'autre de plusieurs colonnes" }
    /// What to do about it.
    which_column_help(columns) { en: "say which: {columns}; or `met`, `not met`", fr: "indiquez laquelle : {columns} ; ou `satisfait`, `non satisfait`" }
    /// A reading that is none.
    not_understood(text, requirement) { en: "`{text}` is not understood where {requirement} is asked", fr: "`{text}` n'est pas compris, alors qu'il est demandé : {requirement}" }
    /// The same beside other cells.
    not_understood_beside(text) { en: "`{text}` is not understood beside the other cells", fr: "`{text}` n'est pas compris à côté des autres cellules" }
    /// What to do about it.
    write_as_cell(examples) {
        en: "write it as the cell could have been, such as {examples}; or `met`, `not met`",
        fr: "écrivez-le comme la cellule aurait pu l'être, par exemple {examples} ; ou `satisfait`, `non satisfait`"
    }
    /// The same where there is no example of it.
    write_what_it_means() {
        en: "write it as the cell could have been; or `met`, `not met`",
        fr: "écrivez-le comme la cellule aurait pu l'être ; ou `satisfait`, `non satisfait`"
    }
    /// Nobody has the id.
    not_there(id) { en: "no candidate has the id `{id}`", fr: "aucune candidature n'a l'identifiant `{id}`" }
    /// The same where nobody is to know who.
    not_there_blind() { en: "no candidate has the id that this decision is for", fr: "aucune candidature n'a l'identifiant que vise cette décision" }
    /// What to do about it.
    not_there_help() { en: "is it written as in the candidates' file? has the candidate gone?", fr: "est-il écrit comme dans le fichier de candidatures ? la candidature a-t-elle été retirée ?" }
    /// A decision for a cell that says something else now.
    stale(decision, id, criterion, cell) {
        en: "`{decision}` for {id} (`{criterion}`) was decided on “{cell}”, and the cell says something else now: it is not applied",
        fr: "`{decision}` pour {id} (`{criterion}`) se fondait sur « {cell} », et la cellule dit maintenant autre chose : cette décision n'est pas appliquée"
    }
    /// The same where nobody is to know who.
    stale_blind(decision, criterion) {
        en: "`{decision}` (`{criterion}`) was decided on another text than the cell has now: it is not applied",
        fr: "`{decision}` (`{criterion}`) se fondait sur un autre texte que celui de la cellule : cette décision n'est pas appliquée"
    }
    /// A decision for a cell that nobody has any more.
    stale_for_all(decision, criterion, cell) {
        en: "`{decision}` (`{criterion}`) was decided for everybody who wrote “{cell}”, and nobody's cell says that now",
        fr: "`{decision}` (`{criterion}`) valait pour toutes les candidatures qui indiquaient « {cell} », et aucune ne l'indique plus"
    }
    /// What to do about it.
    stale_help() { en: "look at the cell and decide again, or take the row out", fr: "regardez la cellule et décidez à nouveau, ou retirez la ligne" }
    /// Two people who disagree.
    disagree(later, earlier, line) { en: "{later}, and {earlier} on line {line}: the later one counts", fr: "{later}, et {earlier} à la ligne {line} : la dernière décision l'emporte" }
    /// What somebody said.
    who_said(by, decision) { en: "{by} decided `{decision}`", fr: "{by} a décidé `{decision}`" }
    /// Somebody who is not named.
    a_person() { en: "a person", fr: "une personne" }
    /// Somebody who is not named.
    somebody() { en: "somebody", fr: "quelqu'un" }
    /// A header.
    id() { en: "id", fr: "candidat" }
    /// A header.
    criterion() { en: "criterion", fr: "critère" }
    /// A header.
    cell() { en: "cell", fr: "cellule" }
    /// A header.
    decision() { en: "decision", fr: "décision" }
    /// A header.
    reason() { en: "reason", fr: "motif" }
    /// A header.
    by() { en: "by", fr: "par" }
    /// A header.
    at() { en: "at", fr: "le" }
    /// A header beside.
    person() { en: "name", fr: "nom" }
    /// A header beside.
    label() { en: "what it is", fr: "intitulé" }
    /// A header beside.
    asked() { en: "asked", fr: "demandé" }
    /// A header beside.
    posting() { en: "in the posting", fr: "dans l'annonce" }
    /// A header beside.
    read_as() { en: "read as", fr: "lu comme" }
    /// A header beside.
    who() { en: "written by", fr: "écrit par" }
    /// An answer.
    yes() { en: "yes", fr: "oui" }
    /// An answer.
    no() { en: "no", fr: "non" }
    /// An answer.
    met() { en: "met", fr: "satisfait" }
    /// An answer.
    not_met() { en: "not met", fr: "non satisfait" }
}

/// What to write where a text is not understood, with texts that are, where there are some.
#[must_use]
pub fn not_understood_help(examples: Option<Text>) -> Text {
    examples.map_or_else(write_what_it_means, write_as_cell)
}

/// Cells of many kinds, of which the reader of a criterion understands some.
#[must_use]
pub fn examples() -> [Text; 6] {
    let same = |text: &str| Text::same(text);
    let both = |en: &str, fr: &str| Text { en: en.to_owned(), fr: fr.to_owned() };
    [both("8 years", "8 ans"), same("C1"), same("master"), both("yes", "oui"), same("2024-05-26"), same("12")]
}
