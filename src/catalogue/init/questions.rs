//! What is asked on the way to a criteria file, and told at its end.

use super::super::catalogue;

catalogue! {
    /// A question.
    ask_title() { en: "Title of the posting (Enter: later)", fr: "Intitulé du poste (Entrée pour passer)" }
    /// A question.
    ask_organisation() { en: "Organisation (Enter: later)", fr: "Organisation (Entrée pour passer)" }
    /// A question about what was read.
    is_title() { en: "Title of the posting", fr: "Intitulé du poste" }
    /// A question about what was read.
    is_organisation() { en: "Organisation", fr: "Organisation" }
    /// A question.
    ask_deadline() { en: "Deadline, such as 26 May 2024 (Enter: later)", fr: "Date limite, par exemple 26 mai 2024 (Entrée pour passer)" }
    /// An answer that is no date.
    ask_deadline_again(answer) { en: "`{answer}` names no day: write it with its year, such as 26 May 2024", fr: "`{answer}` n'est pas une date complète : écrivez par exemple 26 mai 2024" }
    /// A question.
    ask_which_day() { en: "Which day is meant?", fr: "De quel jour s'agit-il ?" }
    /// A question: which column answers a requirement.
    ask_which_column(quote) { en: "“{quote}”: which column answers this?", fr: "« {quote} » : quelle colonne y répond ?" }
    /// An answer.
    answer_column(header) { en: "{header}", fr: "{header}" }
    /// An answer.
    answer_no_column() { en: "none (it stays as a comment)", fr: "aucune (cela reste en commentaire)" }
    /// A question: the need of a column.
    ask_column(label, test) { en: "{label} ({test})", fr: "{label} ({test})" }
    /// An answer.
    answer_asset() { en: "an asset: adds points", fr: "un atout : donne des points" }
    /// An answer.
    answer_required() { en: "required: rejects who does not meet it", fr: "exigé : écarte les candidatures qui n'y satisfont pas" }
    /// An answer.
    answer_left_out() { en: "left out", fr: "laissé de côté" }
    /// A question: the bound of a criterion.
    ask_bound(label) { en: "{label}: at least what?", fr: "{label} : quel minimum ?" }
    /// A question: the most that is accepted.
    ask_ceiling(label) { en: "{label}: at most what?", fr: "{label} : quel maximum ?" }
    /// An answer.
    answer_no_ceiling() { en: "no limit: it does not count", fr: "pas de limite : cela ne compte pas" }
    /// An answer.
    answer_no_bound() { en: "no bound: more is better", fr: "pas de seuil : plus le niveau ou le nombre est élevé, plus la candidature gagne de points" }
    /// An answer, with what it would do.
    answer_bound(bound, preview) { en: "{bound}   ({preview})", fr: "{bound}   ({preview})" }
    /// What a bound would do.
    preview(met, all, open) {
        en: "{met} of {all} would meet it, {open} open" | "{met} of {all} would meet it, {open} open",
        fr: "{met} sur {all} y satisferait, {open} à vérifier" | "{met} sur {all} y satisferaient, {open} à vérifier"
    }
    /// A requirement without a bound.
    required_needs_bound() {
        en: "Without a bound nobody could fail it: it is kept as an asset.",
        fr: "Sans seuil, ce critère n'écarterait personne : il reste un atout."
    }
    /// A question: where to write.
    ask_output() { en: "Where to write the criteria (`-`: here)", fr: "Où écrire les critères (`-` : ici)" }
    /// What was written, and what to type next.
    written(path, command) { en: "Written to `{path}`. To rank: {command}", fr: "Écrit dans `{path}`. Pour classer : {command}" }
    /// The posting was not given.
    with_a_posting(command) {
        en: "These criteria know nothing of your posting; with its text in a file, they are made from it: {command}",
        fr: "Ces critères ne tiennent pas compte de votre annonce ; avec son texte dans un fichier, ils en sont tirés : {command}"
    }
    /// A posting's words in a question.
    quoted(quote) { en: "“{quote}”", fr: "« {quote} »" }
    /// A prompt that failed.
    no_answer(why) { en: "no answer could be read: {why}", fr: "aucune réponse n'a pu être lue : {why}" }
    /// A file of which few rows have as many cells as the header.
    ragged(all, broken) {
        en: "this is no table: of {all} rows, {broken} do not have one cell for each column",
        fr: "ce n'est pas un tableau : sur {all} lignes, {broken} n'ont pas une cellule par colonne"
    }
    /// The output is called as no criteria file is.
    criteria_ending_help(endings) {
        en: "a criteria file is text: give it a name that ends in {endings}",
        fr: "un fichier de critères est du texte : donnez-lui un nom qui se termine par {endings}"
    }
    /// A file that is there already.
    already_there(path) { en: "`{path}` is there already, and is left as it is", fr: "`{path}` existe déjà et n'a pas été modifié" }
    /// What to do about it.
    already_there_help() { en: "give another name with `--output`, or remove the file first", fr: "donnez un autre nom avec `--output`, ou supprimez d'abord le fichier" }
}
