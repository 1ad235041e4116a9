//! What is said of the record of a run, and of checking it.

use super::{PROGRAM, catalogue};

catalogue! {
    /// Something that is no record.
    no_record(why) { en: "this is no record of a run: {why}", fr: "ce n'est pas le relevé d'un classement : {why}" }
    /// What to do about it.
    no_record_help() {
        en: "give the file that `--record` wrote, as it was written",
        fr: "donnez le fichier que `--record` a écrit, tel quel"
    }
    /// A record of another form.
    other_form(form) {
        en: "the record is of form {form}, and this program reads form 1" | "the record is of form {form}, and this program reads form 1",
        fr: "le relevé est au format {form}, et ce programme lit le format 1" | "le relevé est au format {form}, et ce programme lit le format 1"
    }
    /// What to do about it.
    other_form_help() { en: "check it with the version of `{PROGRAM}` that wrote it", fr: "vérifiez-le avec la version de `{PROGRAM}` qui l'a écrit" }
    /// A record of what cannot be read again.
    read_once(name) { en: "`{name}` can be read only once: a run from it cannot be checked later", fr: "`{name}` ne peut être lu qu'une fois : un classement qui en est tiré ne pourra pas être vérifié plus tard" }
    /// What to do about it.
    read_once_help() { en: "put it in a file, and name that file", fr: "mettez-le dans un fichier, et nommez ce fichier" }
    /// A record on standard output.
    record_needs_file() { en: "`--record` needs a file: paths in it are seen from its folder", fr: "`--record` demande un fichier : les chemins y sont relatifs à son dossier" }
    /// A path that a record cannot hold.
    no_way(name) { en: "`{name}` cannot be told from the record's folder", fr: "`{name}` ne peut pas être désigné depuis le dossier du relevé" }
    /// A file that changed while it was read.
    changed_meanwhile(name) { en: "`{name}` changed during the run", fr: "`{name}` a changé pendant le classement" }
    /// What to do about it.
    changed_meanwhile_help() { en: "run it again; nothing was written", fr: "relancez ; rien n'a été écrit" }
    /// An output that nobody read to its end.
    output_cut() { en: "whoever read the output left before its end: no record is written", fr: "le résultat n'a pas été lu jusqu'au bout : aucun relevé n'est écrit" }
    /// The record over the output.
    record_is_output(name) { en: "the record would be written over the output `{name}`", fr: "le relevé écraserait le résultat `{name}`" }

    /// What is checked.
    title(name, version) { en: "{name}: a run of screen {version}", fr: "{name} : un classement de screen {version}" }
    /// The criteria that come with the program.
    shipped() { en: "the criteria that `{PROGRAM}` ships with", fr: "les critères fournis avec `{PROGRAM}`" }
    /// Something that was checked, and what came of it.
    told(what, how) { en: "{what}: {how}", fr: "{what} : {how}" }
    /// Of a file.
    same() { en: "the same", fr: "identique" }
    /// Of a file.
    other_bytes() { en: "its bytes are others (SHA-256)", fr: "son contenu a changé (SHA-256)" }
    /// Of a file.
    other_size(before, now) { en: "it has {now} bytes, and had {before}", fr: "il fait {now} octets, et en faisait {before}" }
    /// Of a file.
    gone() { en: "it is not there", fr: "il est introuvable" }
    /// Of a file.
    unread(why) { en: "it cannot be read: {why}", fr: "impossible de le lire : {why}" }
    /// Of the program.
    the_program() { en: "the program", fr: "le programme" }
    /// Of the program.
    other_version(before, now) { en: "it was version {before}, and this is {now}", fr: "c'est la version {now}, et c'était la {before}" }
    /// The run again.
    run_again() { en: "the run again", fr: "le classement refait" }
    /// The run again.
    same_output() { en: "the same output, byte for byte", fr: "le même résultat, octet pour octet" }
    /// The run again.
    other_output(before, now) { en: "another output: its SHA-256 was {before}, and is {now}", fr: "un autre résultat : son SHA-256 était {before}, et c'est maintenant {now}" }
    /// The run again.
    other_counts(what, before, now) { en: "{what}: {now}, and the record has {before}", fr: "{what} : {now}, alors que le relevé indique {before}" }
    /// The run again.
    not_run() { en: "not done, since files are missing", fr: "pas fait, car des fichiers manquent" }
    /// The run again.
    cannot_run() { en: "it cannot be done; the reason is told beside", fr: "impossible ; la raison est donnée à part" }
    /// What is not so any more.
    as_of() { en: "the day", fr: "la date" }
    /// All is well.
    all_same() { en: "Everything is the same.", fr: "Tout est identique." }
    /// Not all is well.
    differs(n) { en: "One thing differs." | "{n} things differ.", fr: "{n} différence." | "{n} différences." }
}
