//! What is said while people settle what is open.

use super::{PROGRAM, catalogue};

catalogue! {
    /// A decisions file to which nothing can be added.
    cannot_add(name, why) { en: "answers cannot be added to `{name}`: {why}", fr: "impossible d'ajouter des réponses à `{name}` : {why}" }
    /// What to do about it.
    cannot_add_help() {
        en: "name a file that is not there yet, or one that `{PROGRAM} settle` began; several files can be given to `--decisions` later",
        fr: "nommez un fichier qui n'existe pas encore, ou que `{PROGRAM} settle` a commencé ; plusieurs fichiers peuvent ensuite être donnés à `--decisions`"
    }
    /// Why.
    no_file() { en: "it is no file", fr: "ce n'est pas un fichier" }
    /// Why.
    no_csv() { en: "it is no CSV in UTF-8", fr: "ce n'est pas du CSV en UTF-8" }
    /// Why.
    no_room_for(names) { en: "it has no column {names}", fr: "il n'a pas de colonne {names}" }
    /// Somebody else is at it.
    held(name, holder) { en: "`{name}` is held by {holder}", fr: "`{name}` est déjà utilisé par {holder}" }
    /// What to do about it.
    held_help() { en: "wait until they are done, or name another file", fr: "attendez qu'il soit libre, ou nommez un autre fichier" }
    /// Who.
    holder(by, process) { en: "{by} (process {process})", fr: "{by} (processus {process})" }
    /// Nobody at a terminal.
    no_terminal() {
        en: "`settle` asks on a terminal; `--list FILE` writes the questions for a spreadsheet",
        fr: "`settle` pose ses questions sur un terminal ; `--list FICHIER` les écrit pour un tableur"
    }
    /// Who decides, where nothing says it.
    your_name() { en: "Your name, which stands beside each decision", fr: "Votre nom, inscrit à côté de chaque décision" }
    /// Nobody is named.
    who_are_you() { en: "who decides? give `--by NAME`", fr: "qui décide ? donnez `--by NOM`" }
    /// No place for the answers.
    no_decisions_file() { en: "where are the answers kept? give `--decisions decisions.csv`", fr: "où garder les réponses ? donnez `--decisions decisions.csv`" }
    /// The place for the answers where none is given.
    kept_beside(file) {
        en: "answers are kept in `{file}`; `--decisions FILE` names another file",
        fr: "les réponses sont enregistrées dans `{file}` ; `--decisions FICHIER` désigne un autre fichier"
    }
    /// A list in a format that is none.
    list_format() { en: "`--list` writes a file that ends in `.csv` or `.xlsx`", fr: "`--list` écrit un fichier dont le nom finit par `.csv` ou `.xlsx`" }
    /// Nothing to do.
    nothing_open() { en: "Nothing is open.", fr: "Rien n'est à vérifier." }
    /// Rows of which nothing can be read.
    damaged(n) {
        en: "one row is damaged and cannot be settled here: mend it in the file" | "{n} rows are damaged and cannot be settled here: mend them in the file",
        fr: "une ligne est endommagée et ne peut pas être traitée ici : corrigez-la dans le fichier" | "{n} lignes sont endommagées et ne peuvent pas être traitées ici : corrigez-les dans le fichier"
    }
    /// At the end.
    done(n, file) {
        en: "One answer kept in {file}." | "{n} answers kept in {file}.",
        fr: "{n} réponse enregistrée dans {file}." | "{n} réponses enregistrées dans {file}."
    }
    /// Stopped in the middle.
    stopped(n, file) {
        en: "Stopped: one answer is kept in {file}; the question at hand is still open." | "Stopped: {n} answers are kept in {file}; the question at hand is still open.",
        fr: "Interrompu : {n} réponse est enregistrée dans {file} ; la question en cours reste à trancher." | "Interrompu : {n} réponses sont enregistrées dans {file} ; la question en cours reste à trancher."
    }
    /// At the end.
    left_open(n) { en: "One question is still open." | "{n} questions are still open.", fr: "{n} question reste à trancher." | "{n} questions restent à trancher." }
    /// The command that ranks with the answers.
    rank_again(command) { en: "To rank with these answers:\n    {command}", fr: "Pour classer avec ces réponses :\n    {command}" }
    /// At the end of a list.
    listed(n, file) { en: "One question in {file}." | "{n} questions in {file}.", fr: "{n} question dans {file}." | "{n} questions dans {file}." }

    /// Questions that would say who somebody is.
    left_out(n) {
        en: "one question would say who somebody is and is not in the list: answer it in a terminal, or without `--blind`" | "{n} questions would say who somebody is and are not in the list: answer them in a terminal, or without `--blind`",
        fr: "une question révélerait l'identité d'une personne et n'est pas dans la liste : répondez-y dans un terminal, ou sans `--blind`" | "{n} questions révéleraient l'identité d'une personne et ne sont pas dans la liste : répondez-y dans un terminal, ou sans `--blind`"
    }
    /// The number of a question.
    nth(at, of) { en: "{at} of {of}", fr: "{at} sur {of}" }
    /// Beside the posting's words.
    posting() { en: "posting", fr: "annonce" }
    /// Beside the cell's words.
    cell() { en: "cell", fr: "cellule" }
    /// Beside what was read.
    read() { en: "read", fr: "lu" }
    /// An empty cell.
    empty() { en: "(empty)", fr: "(vide)" }
    /// Others with the same words.
    and_others(n, who) {
        en: "{who}, and one other with the same words" | "{who}, and {n} others with the same words",
        fr: "{who}, et une autre candidature avec les mêmes mots" | "{who}, et {n} autres avec les mêmes mots"
    }
    /// The prompt.
    prompt(unit) {
        en: "Read it as ({unit}), [m]et, [n]ot met, [l]eave open, [b]ack, [?], [q]uit",
        fr: "Lire comme ({unit}), [s]atisfait, [n]on satisfait, [l]aisser à vérifier, [r]evenir, [?], [q]uitter"
    }
    /// The letters of the prompt in its order: met, not met, leave, back, quit, help.
    letters() { en: "mnlbq?", fr: "snlrq?" }
    /// What a reading is.
    years() { en: "years", fr: "années" }
    /// What a reading is.
    number() { en: "a number", fr: "un nombre" }
    /// What a reading is.
    yes_or_no() { en: "yes or no", fr: "oui ou non" }
    /// What a reading is, where no word says it.
    such_as(examples) { en: "such as {examples}", fr: "par exemple {examples}" }
    /// The same where there is no example.
    its_words() { en: "what the cell means", fr: "ce que dit la cellule" }
    /// What a reading is: a step of a scale.
    between(lowest, highest) { en: "{lowest} to {highest}", fr: "{lowest} à {highest}" }
    /// Help.
    help(unit) {
        en: "Write what the cell means as a cell could have said it ({unit}). `# ` and why after it are kept with it: `met # phoned on 3 June`. Every answer is on disk before the next question; `b` takes the last one back.",
        fr: "Écrivez ce que la cellule veut dire, comme elle aurait pu le dire ({unit}). Le motif se note après `# ` et il est conservé avec la réponse : `satisfait # confirmé par téléphone le 3 juin`. Chaque réponse est enregistrée avant la question suivante ; `r` annule la dernière."
    }
    /// Nothing before it.
    first_question() { en: "This is the first question.", fr: "C'est la première question." }
    /// An answer, shown back.
    shown_back(read, verdict) { en: "{read}: {verdict}", fr: "{read} : {verdict}" }
    /// It decides nothing.
    still_open() { en: "still open", fr: "encore à vérifier" }
    /// It decides together with others.
    with_other_cells() { en: "kept, with what the other cells say", fr: "gardé, avec ce que disent les autres cellules" }
    /// Whether to keep what decides nothing.
    keep_it() { en: "Keep it all the same? [y/N]", fr: "Le garder quand même ? [o/N]" }
    /// The letters for yes.
    yes_letters() { en: "y", fr: "oy" }
}
