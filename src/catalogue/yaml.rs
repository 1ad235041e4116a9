//! What is wrong with a YAML text, or with a mapping in it.

use super::catalogue;

catalogue! {
    /// A file over the limit.
    too_large(bytes) { en: "the criteria file has {bytes} bytes, over the limit of 1 MiB", fr: "le fichier de critères fait {bytes} octets, au-delà de la limite de 1 Mio" }
    /// What to do about it.
    too_large_help() { en: "is this the candidates' file?", fr: "est-ce le fichier des candidatures ?" }
    /// A file with nothing in it.
    empty() { en: "the criteria file is empty", fr: "le fichier de critères est vide" }
    /// What to do about it.
    empty_help() { en: "start from a file that works: see `screen init`", fr: "partez d'un fichier qui fonctionne : voir `screen init`" }
    /// Brackets in brackets in brackets.
    too_deep(depth) { en: "values nest more than {depth} deep", fr: "les valeurs s'imbriquent sur plus de {depth} niveaux" }
    /// A text that is not YAML.
    not_yaml(what) { en: "this is not YAML: {what}", fr: "ce n'est pas du YAML : {what}" }
    /// What to do about it.
    not_yaml_help() {
        en: "check the indentation, the colons and the quotes here and on the line above",
        fr: "vérifiez l'indentation, les deux-points et les guillemets ici et à la ligne au-dessus"
    }
    /// A tab in the indentation.
    tab_help() { en: "YAML is indented with spaces, not with tabs", fr: "le YAML s'indente avec des espaces, pas des tabulations" }
    /// A value of the wrong type.
    wrong_type(name, expected, found) { en: "`{name}` must be {expected}, not {found}", fr: "`{name}` doit être {expected}, pas {found}" }
    /// A mapping is needed.
    not_a_mapping(what, found) { en: "{what} must be a mapping of fields, not {found}", fr: "{what} doit être une suite de champs, pas {found}" }
    /// How a mapping is written.
    mapping_help() { en: "write `name: value` pairs, one per line or within braces", fr: "écrivez des paires `nom: valeur`, une par ligne ou entre accolades" }
    /// A key that does not exist.
    unknown_key(name, what) { en: "{what} has no field `{name}`", fr: "{what} n'a pas de champ `{name}`" }
    /// The nearest one.
    did_you_mean(name) { en: "did you mean `{name}`?", fr: "vouliez-vous dire `{name}` ?" }
    /// The ones there are.
    known_keys(names) { en: "its fields are {names}", fr: "ses champs sont {names}" }
    /// A key that comes twice.
    key_twice(name, line) { en: "`{name}` stands here again; it is on line {line} already", fr: "`{name}` figure ici une seconde fois ; il est déjà à la ligne {line}" }
    /// What to do about it.
    key_twice_help() { en: "keep one of the two", fr: "gardez l'un des deux" }
    /// A field that is needed.
    missing_field(name, what) { en: "{what} needs `{name}`", fr: "il manque `{name}` à {what}" }
    /// What the field is.
    field_help(name, doc) { en: "`{name}`: {doc}", fr: "`{name}` : {doc}" }
    /// A choice that does not exist.
    unknown_choice(value, name) { en: "`{value}` is no value of `{name}`", fr: "`{value}` n'est pas une valeur de `{name}`" }
    /// The choices there are.
    write_one_of(names) { en: "write {names}", fr: "écrivez {names}" }
    /// A number that is below zero.
    below_zero(name) { en: "`{name}` is below 0", fr: "`{name}` est inférieur à 0" }
    /// A number that is not whole.
    not_whole(name) { en: "`{name}` must be a whole number", fr: "`{name}` doit être un nombre entier" }
    /// A date that does not exist.
    not_a_day(value) { en: "`{value}` is not a date", fr: "`{value}` n'est pas une date" }
    /// How a date is written.
    day_help() { en: "write year-month-day, such as `2024-05-26`", fr: "écrivez année-mois-jour, par exemple `2024-05-26`" }
    /// The deadline is used and there is none.
    no_deadline() { en: "`deadline` is used here, and the posting has none", fr: "`deadline` est utilisé ici, et l'annonce n'en a pas" }
    /// What to do about it.
    no_deadline_help() { en: "write `deadline:` under `posting:`, or a date here", fr: "écrivez `deadline:` sous `posting:`, ou une date ici" }
    /// An empty text.
    empty_text(name) { en: "`{name}` is empty", fr: "`{name}` est vide" }

    /// A kind of value.
    a_text() { en: "text", fr: "un texte" }
    /// A kind of value.
    a_number() { en: "a number", fr: "un nombre" }
    /// A kind of value.
    a_flag() { en: "`true` or `false`", fr: "`true` ou `false`" }
    /// A kind of value.
    a_list() { en: "a list", fr: "une liste" }
    /// A kind of value.
    a_mapping() { en: "a mapping", fr: "une suite de champs" }
    /// A kind of value.
    nothing() { en: "nothing", fr: "rien" }
    /// A kind of value.
    a_label() { en: "text, or one text per language: `{{ en: ..., fr: ... }}`", fr: "un texte, ou un texte par langue : `{{ en: ..., fr: ... }}`" }
    /// A kind of value.
    texts() { en: "a list of texts", fr: "une liste de textes" }
    /// A kind of value.
    word_lists() { en: "a list whose items are a word or a list of words", fr: "une liste dont chaque élément est un mot ou une liste de mots" }
    /// A kind of value.
    a_list_of_tests() { en: "a list of tests", fr: "une liste de tests" }
    /// A kind of value.
    a_day() { en: "a date such as `2024-05-26`", fr: "une date comme `2024-05-26`" }
    /// A kind of value.
    a_scale() { en: "a scale's name or a list of steps", fr: "le nom d'une échelle ou une liste d'échelons" }
}
