//! What the commands themselves say.

use super::{PROGRAM, catalogue};

catalogue! {
    /// Reasons are asked for in a format that has no room for them.
    reasons_where() {
        en: "reasons (`.reason`) and words not understood (`.unread`) are columns of csv, tsv, xlsx, json and jsonl only",
        fr: "les raisons (`.reason`) et les mots non compris (`.unread`) ne sont des colonnes qu'en csv, tsv, xlsx, json et jsonl"
    }
    /// Values of the criteria file that are others in this run.
    set_here(set) { en: "Set here: {set}", fr: "Modifié ici : {set}" }
    /// One candidate to compare with nobody.
    two_wanted() { en: "two different candidates are compared, and all that is named leads to one", fr: "une comparaison porte sur deux candidatures différentes, et tout ce qui est nommé mène à une seule" }
    /// Standard input, as a file's name.
    stdin() { en: "<standard input>", fr: "<entrée standard>" }
    /// A file that cannot be written.
    cannot_write(path, why) { en: "`{path}` cannot be written: {why}", fr: "impossible d'écrire `{path}` : {why}" }
    /// What to do about it.
    cannot_write_help() { en: "give another place with `--output`", fr: "donnez un autre emplacement avec `--output`" }
    /// An output into a folder that is not there.
    no_folder(folder) { en: "there is no folder `{folder}`", fr: "il n'y a pas de dossier `{folder}`" }
    /// What to do about it.
    no_folder_help() { en: "make it first, or give another place with `--output`", fr: "créez-le d'abord, ou donnez un autre emplacement avec `--output`" }
    /// An output that cannot be written on.
    cannot_write_on(why) { en: "the output cannot be written: {why}", fr: "impossible d'écrire le résultat : {why}" }
    /// An output that would destroy an input.
    output_is_input(path) { en: "the output would be written over `{path}`, which is read", fr: "le résultat écraserait `{path}`, qui est lu" }
    /// What to do about it.
    output_is_input_help() { en: "give the output another name", fr: "donnez un autre nom au résultat" }
    /// A link that leads nowhere else.
    link_loop(path) { en: "`{path}` is a link that leads back to itself", fr: "`{path}` est un lien qui revient sur lui-même" }
    /// Standard output that is not there.
    output_closed() { en: "standard output is closed", fr: "la sortie standard est fermée" }
    /// What to do about it.
    output_closed_help() {
        en: "send it somewhere, such as `> FILE`, or give `--output FILE`; `> /dev/null` throws it away",
        fr: "envoyez-la quelque part, par exemple `> FICHIER`, ou donnez `--output FICHIER` ; `> /dev/null` l'ignore"
    }
    /// Standard input that is not there.
    input_closed() { en: "standard input is closed: there is nothing to read", fr: "l'entrée standard est fermée : il n'y a rien à lire" }
    /// What to do about it.
    input_closed_help() { en: "name a file, or send it in with `< FILE`", fr: "nommez un fichier, ou envoyez-le avec `< FICHIER`" }
    /// What could not be kept of a file that was written over.
    not_kept(what) { en: "the file was written anew; what could not be kept: {what}", fr: "le fichier a été récrit ; n'ont pas pu être conservés : {what}" }
    /// What could not be kept.
    owner() { en: "its owner", fr: "le propriétaire" }
    /// What could not be kept.
    group() { en: "its group", fr: "le groupe" }
    /// What could not be kept.
    mode() { en: "its permissions", fr: "les droits d'accès" }
    /// What could not be kept.
    attributes() { en: "its extended attributes", fr: "les attributs étendus" }
    /// A file that was written over has other names.
    other_names() { en: "the file has other names (hard links); these still lead to what was there before", fr: "le fichier a d'autres noms (liens physiques) ; ceux-ci mènent toujours à l'ancien contenu" }
    /// An output that is a folder.
    output_is_directory(path) { en: "`{path}` is a folder", fr: "`{path}` est un dossier" }
    /// What to do about it.
    output_is_directory_help() { en: "name a file in it", fr: "nommez un fichier dans ce dossier" }
    /// After a wrong command line.
    usage_help() { en: "`{PROGRAM} --help` tells all", fr: "`{PROGRAM} --help` affiche toute l'aide" }
    /// The same of one command.
    usage_help_of(command) { en: "`{PROGRAM} {command} --help` tells all", fr: "`{PROGRAM} {command} --help` affiche toute l'aide" }
    /// A criteria file that is not there.
    no_criteria_file(path) { en: "there is no criteria file `{path}`", fr: "il n'y a pas de fichier de critères `{path}`" }
    /// What to do about it.
    no_criteria_file_help() {
        en: "check the path; `{PROGRAM} init candidates.csv --output criteria.yaml` makes one to start from",
        fr: "vérifiez le chemin ; `{PROGRAM} init candidatures.csv --output criteres.yaml` en crée un pour commencer"
    }
    /// Nobody named criteria, and the file is for another posting.
    other_posting(title) {
        en: "without `--criteria`, the criteria of the shipped posting apply (`{title}`), and this file has other columns",
        fr: "sans `--criteria`, ce sont les critères de l'annonce donnée en exemple qui s'appliquent (`{title}`), et ce fichier a d'autres colonnes"
    }
    /// What to do about it: the commands follow.
    other_posting_help() {
        en: "make criteria from this file and from your posting's text (without one, leave out `--posting`), then rank with them:",
        fr: "créez des critères d'après ce fichier et le texte de votre annonce (sans annonce, enlevez `--posting`), puis lancez le classement :"
    }
    /// The name of a posting's text.
    posting_name() { en: "posting.txt", fr: "annonce.txt" }
    /// The name of a criteria file that is proposed.
    criteria_name() { en: "criteria.yaml", fr: "criteres.yaml" }
    /// Stands for a file that has no name to type.
    file_word() { en: "FILE", fr: "FICHIER" }
    /// Where the path of a file that cannot be read comes from.
    named_by(variable) { en: "the variable `{variable}` names it; `--criteria FILE` names another", fr: "la variable `{variable}` le désigne ; `--criteria FICHIER` en désigne un autre" }
    /// A criteria file that is a folder.
    criteria_is_directory(path) { en: "`{path}` is a folder, not a criteria file", fr: "`{path}` est un dossier, pas un fichier de critères" }
    /// A file that cannot be read.
    cannot_read(path, why) { en: "`{path}` cannot be read: {why}", fr: "impossible de lire `{path}` : {why}" }
    /// A criteria file in another encoding.
    not_utf8() { en: "the criteria file is not UTF-8 text", fr: "le fichier de critères n'est pas du texte UTF-8" }
    /// What to do about it.
    not_utf8_help() { en: "save it as UTF-8", fr: "enregistrez-le en UTF-8" }
    /// An as-of date that is none.
    bad_as_of(day) { en: "`--as-of {day}`: write the day as `2024-05-26`", fr: "`--as-of {day}` : écrivez le jour comme `2024-05-26`" }
    /// Where the as-of date comes from.
    as_of_asked() { en: "as asked", fr: "comme demandé" }
    /// Where the as-of date comes from.
    as_of_deadline() { en: "the posting's deadline", fr: "date limite de l'annonce" }
    /// Where the as-of date comes from.
    as_of_today() { en: "today", fr: "aujourd'hui" }
    /// No file and a terminal.
    no_input() { en: "no candidates' file is given", fr: "aucun fichier de candidatures n'est donné" }
    /// A word that no language pack knows.
    not_known() { en: "not known", fr: "inconnu" }
    /// The words of a cell that are left.
    words_left(words) { en: "left: {words}", fr: "reste : {words}" }
    /// Standard input twice.
    stdin_twice() { en: "`-` can be given only once", fr: "`-` ne peut être donné qu'une fois" }
    /// A file whose name is not to be known.
    file_number(number) { en: "file {number}", fr: "fichier {number}" }
    /// More files than can be told apart.
    too_many_files(count, most) {
        en: "{count} file given, and at most {most} are read in one run" | "{count} files are given, and at most {most} are read in one run",
        fr: "{count} fichier donné, et {most} au plus sont lus à la fois" | "{count} fichiers sont donnés, et {most} au plus sont lus à la fois"
    }
    /// An output whose name ends as files of another kind do.
    output_ending(ending) { en: "no format ends in `.{ending}`", fr: "aucun format ne se termine par `.{ending}`" }
    /// What to do about it.
    output_ending_help(endings) {
        en: "write {endings}, or say what it is with `--format`",
        fr: "écrivez {endings}, ou précisez le format avec `--format`"
    }
    /// Why `--strict` ends with a status of failure, with the first problem.
    strict(count, first) {
        en: "{first} (`--strict`: this problem makes the exit status 1)" | "{first} (`--strict`: this and other problems, {count} in all, make the exit status 1)",
        fr: "{first} (`--strict` : cette anomalie donne le code de sortie 1)" | "{first} (`--strict` : cette anomalie et d'autres, {count} en tout, donnent le code de sortie 1)"
    }
    /// A workbook on a terminal.
    binary_on_terminal(format) { en: "a terminal cannot show `{format}`: add `--output FILE`", fr: "un terminal ne peut pas afficher le format `{format}` : ajoutez `--output FICHIER`" }
    /// A page for a rater, in a format that is no page.
    rater_wants_page() { en: "`--for rater` makes a page: add `--format html`", fr: "`--for rater` produit une page : ajoutez `--format html`" }
    /// What to do about a criterion that would read who somebody is.
    reads_identity_help(name) {
        en: "no criterion may judge by identity; bind `{name}` to another column",
        fr: "aucun critère ne peut porter sur l'identité ; reliez `{name}` à une autre colonne"
    }
    /// A column that is not there.
    no_such_column(name) { en: "`--columns`: there is no field, criterion or column `{name}`", fr: "`--columns` : il n'y a ni champ, ni critère, ni colonne `{name}`" }
    /// What there is.
    columns_there(names) { en: "there are {names}", fr: "les noms possibles sont {names}" }
    /// More problems than are told.
    more_problems(count) {
        en: "one more problem is not told here; `--strict` tells all" | "{count} more problems are not told here; `--strict` tells all",
        fr: "un autre problème n'est pas affiché ici ; `--strict` les affiche tous" | "{count} autres problèmes ne sont pas affichés ici ; `--strict` les affiche tous"
    }
    /// A folder for letters that is not empty.
    folder_not_empty(path) { en: "`{path}` has something in it", fr: "`{path}` contient déjà quelque chose" }
    /// What to do about it.
    folder_not_empty_help() { en: "name a new folder: no letter is written over", fr: "nommez un nouveau dossier, pour qu'aucune lettre ne soit écrasée" }
    /// Letters that were written.
    letters_written(count, folder) {
        en: "{count} file written into `{folder}`" | "{count} files written into `{folder}`",
        fr: "{count} fichier écrit dans `{folder}`" | "{count} fichiers écrits dans `{folder}`"
    }
    /// An id or a name that nobody has.
    no_such_candidate(id, count) { en: "none of the {count} candidates has the id or name `{id}`", fr: "aucune des {count} candidatures n'a l'identifiant ou le nom `{id}`" }
    /// More candidates with the id that is asked for than are told of.
    more_accounts(count) {
        en: "one more candidate has this id and is not told of here" | "{count} more candidates have this id and are not told of here",
        fr: "une autre candidature a cet identifiant et n'est pas détaillée ici" | "{count} autres candidatures ont cet identifiant et ne sont pas détaillées ici"
    }
    /// What to do about it.
    more_accounts_help() {
        en: "does the column bound to `id` hold the same for everybody? `--map id=\"HEADER\"` binds another",
        fr: "la colonne liée à `id` contient-elle la même chose pour tout le monde ? `--map id=\"EN-TÊTE\"` associe un autre en-tête"
    }
    /// What to do about it.
    no_such_candidate_help() {
        en: "ids are in the column bound to `id`; where there is none, the row number is the id",
        fr: "les identifiants sont dans la colonne liée à `id` ; sans elle, le numéro de ligne est l'identifiant"
    }
    /// The same where names are hidden.
    nobody_by_name_help() {
        en: "with `--blind` nobody is found by name: give the id, or the number that the list shows, such as `#17`",
        fr: "avec `--blind`, personne n'est retrouvé par son nom : donnez l'identifiant, ou le numéro que montre la liste, par exemple `#17`"
    }
    /// The nearest ids.
    candidate_did_you_mean(ids) { en: "did you mean {ids}?", fr: "vouliez-vous dire {ids} ?" }
    /// After a count of records, in the progress bar.
    records() { en: "records", fr: "candidatures" }
    /// After a time, in the progress bar.
    left() { en: "left", fr: "restantes" }
}
