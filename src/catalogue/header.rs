//! What is wrong between the criteria's columns and a file's header.

use super::catalogue;

catalogue! {
    /// A column in no header.
    missing_column(count, name, readers) {
        en: "no column for `{name}`, which {readers} reads" | "no column for `{name}`, which {readers} read",
        fr: "aucune colonne pour `{name}`, utilisée par le critère {readers}" | "aucune colonne pour `{name}`, utilisée par les critères {readers}"
    }
    /// The nearest header, and how to bind it.
    nearest_header(near, name, headers) {
        en: "is it `{near}`? then say `--map {name}=\"{near}\"`; `--missing-columns review` goes on without; the headers are {headers}",
        fr: "est-ce `{near}` ? indiquez alors `--map {name}=\"{near}\"` ; `--missing-columns review` permet de continuer sans cette colonne ; les en-têtes sont {headers}"
    }
    /// The headers there are.
    headers_there(headers) {
        en: "the headers are {headers}; `--map NAME=\"HEADER\"` binds one by hand",
        fr: "les en-têtes sont {headers} ; `--map NOM=\"EN-TÊTE\"` associe un en-tête à un nom"
    }
    /// The same, where nothing is read without the column.
    headers_there_needed(headers) {
        en: "the headers are {headers}; `--map NAME=\"HEADER\"` binds one by hand, and `--missing-columns review` goes on without",
        fr: "les en-têtes sont {headers} ; `--map NOM=\"EN-TÊTE\"` associe un en-tête à un nom, et `--missing-columns review` permet de continuer sans cette colonne"
    }
    /// Two headers for one name.
    two_headers(name, headers) { en: "`{name}` could be any of the columns {headers}", fr: "`{name}` pourrait être n'importe laquelle des colonnes {headers}" }
    /// What to do about it.
    two_headers_help(name, header) { en: "say which one: `--map {name}=\"{header}\"`", fr: "indiquez laquelle : `--map {name}=\"{header}\"`" }
    /// What to do about it, where the headers are the same.
    same_headers_help() {
        en: "rename all but one of them in the file: their headers are the same",
        fr: "renommez-les toutes sauf une dans le fichier : leurs en-têtes sont identiques"
    }
    /// A map for a name that nothing reads.
    map_unknown_name(name) { en: "`--map {name}=...`: no criterion reads a column named `{name}`", fr: "`--map {name}=...` : aucun critère ne lit de colonne `{name}`" }
    /// The names there are.
    map_known_names(names) { en: "the names are {names}", fr: "les noms sont {names}" }
    /// A map to a header that is not there.
    map_unknown_header(header, name) { en: "`--map {name}=\"{header}\"`: the file has no column `{header}`", fr: "`--map {name}=\"{header}\"` : le fichier n'a pas de colonne `{header}`" }
}
