//! What is wrong with a YAML text, or with a mapping in it.

use super::{PROGRAM, catalogue};

catalogue! {
    /// A file over the limit.
    too_large(bytes) { en: "the criteria file has {bytes} bytes, over the limit of 1 MiB", fr: "le fichier de critères fait {bytes} octets, au-delà de la limite de 1 Mio" }
    /// What to do about it.
    too_large_help() { en: "is this the candidates' file?", fr: "est-ce le fichier de candidatures ?" }
    /// A file with nothing in it.
    empty() { en: "the criteria file is empty", fr: "le fichier de critères est vide" }
    /// What to do about it.
    empty_help() { en: "start from a file that works: see `{PROGRAM} init`", fr: "partez d'un fichier qui fonctionne : voir `{PROGRAM} init`" }
    /// A file of candidates in the place of the criteria.
    a_table(columns) {
        en: "this looks like a list of candidates, with the columns {columns}, not like criteria",
        fr: "cela ressemble à une liste de candidatures, avec les colonnes {columns}, et non à des critères"
    }
    /// A spreadsheet or another file that is no text.
    a_spreadsheet() {
        en: "this is a spreadsheet or another office file, not criteria",
        fr: "c'est un classeur ou un autre fichier bureautique, et non des critères"
    }
    /// What to do about it.
    not_criteria_help() {
        en: "criteria are written in a YAML file, and `{PROGRAM} init` starts one from the candidates' file; then: `{PROGRAM} --criteria criteria.yaml candidates.csv`",
        fr: "les critères s'écrivent dans un fichier YAML, que `{PROGRAM} init` ébauche à partir du fichier de candidatures ; ensuite : `{PROGRAM} --criteria criteres.yaml candidatures.csv`"
    }
    /// Brackets in brackets in brackets.
    too_deep(depth) { en: "values nest more than {depth} deep", fr: "les valeurs s'imbriquent sur plus de {depth} niveaux" }
    /// What to do about it.
    too_deep_help() {
        en: "take away brackets and braces that hold nothing but others; a test within tests can be a criterion of its own",
        fr: "supprimez les crochets et les accolades qui n'en contiennent que d'autres ; un test imbriqué peut devenir un critère à part entière"
    }
    /// More values than a file may hold.
    too_many_values(most) { en: "the criteria file holds more than {most} values", fr: "le fichier de critères contient plus de {most} valeurs" }
    /// What to do about it.
    too_many_values_help() {
        en: "the criteria of a posting take a few hundred: leave out what no criterion needs",
        fr: "les critères d'une annonce en demandent quelques centaines : retirez ce dont aucun critère n'a besoin"
    }
    /// Anchors and aliases beyond measure.
    too_many_aliases() {
        en: "what is written once with `&` is said again too often with `*`",
        fr: "ce qui est écrit une fois avec `&` est repris trop souvent avec `*`"
    }
    /// What to do about it.
    too_many_aliases_help() {
        en: "write the values out where they are used; a text that begins with `&` or `*` goes in quotes",
        fr: "écrivez les valeurs là où elles servent ; un texte qui commence par `&` ou `*` se met entre guillemets"
    }
    /// A second document.
    several_documents() { en: "a second document begins here", fr: "un second document commence ici" }
    /// What to do about it.
    several_documents_help() {
        en: "a criteria file is one document: take away this line, or keep the rest in a file of its own",
        fr: "un fichier de critères est un seul document : supprimez cette ligne, ou gardez la suite dans un autre fichier"
    }
    /// A text that is not YAML, and nothing more is known.
    not_yaml() { en: "this cannot be read as YAML", fr: "ceci ne se lit pas comme du YAML" }
    /// What to do about it.
    not_yaml_help() {
        en: "check the indentation, the colons and the quotes here and on the line above",
        fr: "vérifiez l'indentation, les deux-points et les guillemets ici et à la ligne au-dessus"
    }
    /// A tab in the indentation.
    tab() { en: "a tab stands in the indentation here", fr: "une tabulation figure ici dans l'indentation" }
    /// What to do about it.
    tab_help() { en: "YAML is indented with spaces, not with tabs", fr: "le YAML s'indente avec des espaces, pas des tabulations" }
    /// A colon within a text without quotes.
    colon_within() {
        en: "this colon stands within a text, and is read as the end of a field's name",
        fr: "ce deux-points figure dans un texte, et se lit comme la fin d'un nom de champ"
    }
    /// The field, with quotes round its text.
    quotes_help(name, text) { en: "put quotes round the text: `{name}: {text}`", fr: "mettez le texte entre guillemets : `{name}: {text}`" }
    /// A colon within braces after another.
    second_colon() {
        en: "a comma is missing before this colon, or quotes round the text that it stands in",
        fr: "il manque une virgule avant ce deux-points, ou des guillemets autour du texte où il figure"
    }
    /// What to write.
    second_colon_help() {
        en: "write `{{ column: experience, at_least: 7 }}`, or `{{ en: \"Profile: lawyer\" }}`",
        fr: "écrivez `{{ column: experience, at_least: 7 }}`, ou `{{ fr: \"Profil : juriste\" }}`"
    }
    /// A bracket that is still open on a later line.
    open_bracket(bracket) { en: "the `{bracket}` on this line is not closed", fr: "le `{bracket}` de cette ligne n'est pas refermé" }
    /// A line that starts at the wrong column.
    indented() {
        en: "this line is not indented as the lines around it are",
        fr: "cette ligne n'est pas indentée comme celles qui l'entourent"
    }
    /// What to do about it.
    indented_help() {
        en: "the fields of one thing start in one column, and what belongs to a field starts further right",
        fr: "les champs d'un même élément commencent dans la même colonne, et ce qui dépend d'un champ commence plus à droite"
    }
    /// A line without a colon.
    no_colon() { en: "this line is no field: it has no colon", fr: "cette ligne n'est pas un champ : il lui manque le deux-points" }
    /// No space after a colon.
    no_space_after_colon() { en: "a space is missing after the colon", fr: "il manque un espace après le deux-points" }
    /// No space after a dash.
    no_space_after_dash() { en: "a space is missing after the dash", fr: "il manque un espace après le tiret" }
    /// What to write.
    write_help(written) { en: "write `{written}`", fr: "écrivez `{written}`" }
    /// A comma between two fields or two items.
    no_comma() { en: "a comma or a closing bracket is missing before this", fr: "il manque une virgule ou un crochet fermant avant ceci" }
    /// How they are written.
    comma_help() {
        en: "commas separate what stands within brackets, which are closed after it: `{{ column: experience, at_least: 7 }}`, `[law, economics]`",
        fr: "des virgules séparent ce qui est entre crochets, que l'on referme ensuite : `{{ column: experience, at_least: 7 }}`, `[droit, économie]`"
    }
    /// Brackets without a partner.
    bracket() { en: "this bracket has no partner", fr: "ce crochet n'a pas de pendant" }
    /// What to do about it.
    bracket_help() {
        en: "each `{{` is closed with `}}` and each `[` with `]`; a text with a bracket at its start goes in quotes",
        fr: "chaque `{{` se ferme par `}}` et chaque `[` par `]` ; un texte qui commence par un crochet se met entre guillemets"
    }
    /// A text after the closing quote.
    after_quotes() { en: "something follows the closing quote", fr: "il y a du texte après le guillemet fermant" }
    /// What to do about it.
    after_quotes_help() {
        en: "write a quote within quotes twice, `'the posting''s words'`, or use the other kind round it, `\"the posting's words\"`; commas separate the items of a list",
        fr: "doublez l'apostrophe entre apostrophes, `'l''annonce'`, ou employez l'autre sorte de guillemets autour, `\"l'annonce\"` ; des virgules séparent les éléments d'une liste"
    }
    /// A quote that is not closed.
    open_quote() { en: "the quote that opens here is never closed", fr: "le guillemet ouvert ici n'est jamais refermé" }
    /// What to do about it.
    open_quote_help() { en: "end the text with the same quote", fr: "terminez le texte par le même guillemet" }
    /// A backslash within double quotes.
    escape() {
        en: "within double quotes, a backslash begins a code, and this is none",
        fr: "entre guillemets doubles, une barre oblique inverse commence un code, et ceci n'en est pas un"
    }
    /// What to do about it.
    escape_help() { en: "write the backslash twice, or use single quotes", fr: "doublez la barre oblique inverse, ou employez des apostrophes" }
    /// A text that begins with a mark.
    begins_with(mark) {
        en: "{mark} at the start of a text has a meaning of its own in YAML",
        fr: "{mark} au début d'un texte a un sens particulier en YAML"
    }
    /// What to do about it.
    begins_with_help() { en: "put quotes round the text", fr: "mettez le texte entre guillemets" }
    /// A character that cannot be seen.
    unseen_here(code) {
        en: "a character that looks like nothing or like a plain space, {code}, stands here",
        fr: "un caractère invisible, ou qui ressemble à un espace ordinaire, {code}, figure ici"
    }
    /// The same within a field.
    unseen(name, code) { en: "`{name}` holds a character that cannot be seen, {code}", fr: "`{name}` contient un caractère invisible, {code}" }
    /// What to do about it.
    unseen_help() { en: "delete it, or type it again", fr: "supprimez-le, ou retapez-le" }
    /// The same, with the text without it.
    unseen_write_help(text) { en: "write `{text}`, typed anew", fr: "écrivez `{text}`, en le retapant" }
    /// A value of the wrong type.
    wrong_type(name, expected, found) { en: "`{name}` must be {expected}, not {found}", fr: "`{name}` doit être {expected}, pas {found}" }
    /// What to write.
    write_such_as(written) { en: "write for example `{written}`", fr: "écrivez par exemple `{written}`" }
    /// A mark that takes a text for itself.
    mark_help(mark) {
        en: "`{mark}` at the start of a text has a meaning of its own: put quotes round the text",
        fr: "`{mark}` au début d'un texte a un sens particulier : mettez le texte entre guillemets"
    }
    /// A mapping is needed.
    not_a_mapping(what, found) { en: "{what} must be a set of fields, not {found}", fr: "{what} doit être une suite de champs, pas {found}" }
    /// How a mapping is written.
    mapping_help() { en: "write `name: value` pairs, one per line or within braces", fr: "écrivez des paires `nom: valeur`, une par ligne ou entre accolades" }
    /// A key that does not exist.
    unknown_key(name, what) { en: "{what} has no field `{name}`", fr: "{what} n'a pas de champ `{name}`" }
    /// A key that is no text.
    no_name(what) { en: "{what} has a field whose name is not a word", fr: "{what} a un champ dont le nom n'est pas un mot" }
    /// The nearest one.
    did_you_mean(name) { en: "did you mean `{name}`?", fr: "vouliez-vous dire `{name}` ?" }
    /// The ones there are.
    known_keys(count, names) { en: "its only field is {names}" | "its fields are {names}", fr: "son seul champ est {names}" | "ses champs sont {names}" }
    /// The field that is meant is there already.
    meant_twice(name) { en: "is it `{name}`, which is there already?", fr: "est-ce `{name}`, qui s'y trouve déjà ?" }
    /// A field of a test beside the test.
    within_test() {
        en: "it goes within the test, as in `years: {{ column: experience, at_least: 7 }}`",
        fr: "sa place est dans le test, comme dans `years: {{ column: experience, at_least: 7 }}`"
    }
    /// A field of a criterion within the test.
    beside_test() {
        en: "it goes beside the test, at the same indent as `id`",
        fr: "sa place est à côté du test, au même retrait que `id`"
    }
    /// A field of the whole file within something else.
    of_the_file(name) {
        en: "it goes at the left margin of the file, as in `{name}:`, beside `criteria:`",
        fr: "sa place est à la marge gauche du fichier, comme `{name}:`, à côté de `criteria:`"
    }
    /// A key that comes twice.
    key_twice(name, line) { en: "`{name}` stands here again; it is on line {line} already", fr: "`{name}` figure ici une seconde fois ; il est déjà à la ligne {line}" }
    /// What to do about it.
    key_twice_help() { en: "keep one of the two", fr: "gardez l'un des deux" }
    /// A field that is needed.
    missing_field(name, to_what) { en: "{to_what} needs `{name}`", fr: "il manque `{name}` {to_what}" }
    /// A choice that does not exist.
    unknown_choice(value, name) { en: "`{value}` is no value of `{name}`", fr: "`{value}` n'est pas une valeur de `{name}`" }
    /// The choices there are.
    write_one_of(names) { en: "write {names}", fr: "écrivez {names}" }
    /// A number that is below zero.
    below_zero(name) { en: "`{name}` is below 0", fr: "`{name}` est inférieur à 0" }
    /// A number beyond measure.
    too_large_number(name) { en: "`{name}` is larger than any number that is asked for", fr: "`{name}` dépasse tout nombre que l'on puisse demander" }
    /// A number that is not whole.
    not_whole(name) { en: "`{name}` must be a whole number", fr: "`{name}` doit être un nombre entier" }
    /// A date that does not exist.
    not_a_day(value) { en: "`{value}` is not a date", fr: "`{value}` n'est pas une date" }
    /// How a date is written.
    day_help() { en: "write year-month-day, such as `2024-05-26`", fr: "écrivez année-mois-jour, par exemple `2024-05-26`" }
    /// A day after the last of its month.
    day_beyond(last) { en: "that month ends on {last}", fr: "ce mois finit le {last}" }
    /// The deadline is used and there is none.
    no_deadline() { en: "`deadline` is used here, and the posting has none", fr: "`deadline` est utilisé ici, et l'annonce n'en a pas" }
    /// What to do about it.
    no_deadline_help() { en: "write `deadline:` under `posting:`, or a date here", fr: "écrivez `deadline:` sous `posting:`, ou une date ici" }
    /// An empty text.
    empty_text(name) { en: "`{name}` is empty", fr: "`{name}` est vide" }
    /// A text beyond measure.
    too_long(count, name, most) {
        en: "a text of `{name}` has {count} character, over the limit of {most}" | "a text of `{name}` has {count} characters, over the limit of {most}",
        fr: "un texte de `{name}` a {count} caractère, au-delà de la limite de {most}" | "un texte de `{name}` a {count} caractères, au-delà de la limite de {most}"
    }
    /// What to do about it.
    too_long_help() {
        en: "write a few words; the posting's own go under `quote`",
        fr: "écrivez quelques mots ; ceux de l'annonce vont sous `quote`"
    }
    /// An empty text in a list.
    empty_item(name) { en: "an item of `{name}` is empty", fr: "un élément de `{name}` est vide" }
    /// A space that looks like the plain one.
    odd_space(name, code) {
        en: "`{name}` holds a space that looks like the plain one and is another, {code}",
        fr: "`{name}` contient un espace qui ressemble à l'espace ordinaire et en est un autre, {code}"
    }
    /// How a text in two languages is written.
    label_help() {
        en: "write one text, or one for each language: `{{ en: \"Experience\", fr: \"Expérience\" }}`",
        fr: "écrivez un texte, ou un texte par langue : `{{ en: \"Experience\", fr: \"Expérience\" }}`"
    }
    /// What stands for an empty cell.
    missing_words() { en: "a list of words, or `{{ only: [...] }}`", fr: "une liste de mots, ou `{{ only: [...] }}`" }
    /// How it is written.
    missing_help() {
        en: "list words to add to the usual ones, `missing: [to follow]`, or write all there are, `missing: {{ only: [n/a, \"-\"] }}`",
        fr: "donnez les mots qui s'ajoutent aux mots habituels, `missing: [à venir]`, ou tous ceux qui comptent, `missing: {{ only: [n/a, \"-\"] }}`"
    }
    /// How tests within a test are written.
    tests_help() {
        en: "begin each test with a dash: `- yes_no: {{ column: advocacy }}`",
        fr: "commencez chaque test par un tiret : `- yes_no: {{ column: plaidoyer }}`"
    }
    /// How tests within a test are written, where they are a list.
    tests_in_list() {
        en: "put the list under `of`: `{{ of: [{{ yes_no: {{ column: advocacy }} }}, {{ provided: {{ column: cv }} }}] }}`",
        fr: "mettez la liste sous `of` : `{{ of: [{{ yes_no: {{ column: plaidoyer }} }}, {{ provided: {{ column: cv }} }}] }}`"
    }
    /// The same, where one of them stands alone.
    tests_within(key) {
        en: "tests stand in a list under `of`: `{{ of: [{{ {key}: {{ ... }} }}] }}`",
        fr: "les tests forment une liste sous `of` : `{{ of: [{{ {key}: {{ ... }} }}] }}`"
    }
    /// Quotes that are none to YAML.
    straight_quotes() {
        en: "“curly” and «angle» quotes are letters to YAML: write straight ones round the text, `\"Experience, in years\"`",
        fr: "les guillemets “courbes” et «français» sont des lettres pour YAML : mettez le texte entre guillemets droits, `\"Expérience, en années\"`"
    }
    /// How criteria are written.
    criteria_help() {
        en: "begin each criterion with a dash: `- id: experience`",
        fr: "commencez chaque critère par un tiret : `- id: experience`"
    }

    /// A kind of value.
    a_text() { en: "text", fr: "un texte" }
    /// A kind of value.
    a_number() { en: "a number", fr: "un nombre" }
    /// A kind of value.
    a_flag() { en: "`true` or `false`", fr: "`true` ou `false`" }
    /// A kind of value.
    a_list() { en: "a list", fr: "une liste" }
    /// A kind of value.
    a_mapping() { en: "a set of fields", fr: "une suite de champs" }
    /// A text that was written.
    the_text(text) { en: "the text `{text}`", fr: "le texte `{text}`" }
    /// A number that was written.
    the_number(number) { en: "the number {number}", fr: "le nombre {number}" }
    /// True or false, as it was written.
    the_flag(flag) { en: "`{flag}`", fr: "`{flag}`" }
    /// A kind of value.
    nothing() { en: "nothing", fr: "une valeur vide" }
    /// A kind of value.
    a_label() { en: "text, or one text per language: `{{ en: ..., fr: ... }}`", fr: "un texte, ou un texte par langue : `{{ en: ..., fr: ... }}`" }
    /// A kind of value.
    texts() { en: "a list of texts", fr: "une liste de textes" }
    /// A kind of value.
    word_lists() {
        en: "a list whose items are a word, a list of words or a word for each language",
        fr: "une liste dont chaque élément est un mot, une liste de mots ou un mot par langue"
    }
    /// A word with what it is called in each language, in a sentence.
    a_word_of(field) { en: "a word of `{field}`", fr: "un mot de `{field}`" }
    /// How it is written.
    word_help() {
        en: "write `{{ en: law, fr: droit, also: [Recht, Jura] }}`, one word for each language and all others under `also`; or `[law, droit]`",
        fr: "écrivez `{{ en: law, fr: droit, also: [Recht, Jura] }}`, un mot par langue et tous les autres sous `also` ; ou `[law, droit]`"
    }
    /// A language alone, which may be the word itself.
    one_language(key, word) {
        en: "`{key}: {word}` may be the word `{key}` or the word for one language alone",
        fr: "`{key}: {word}` peut être le mot `{key}` ou le mot d'une seule langue"
    }
    /// What to write for each.
    one_language_help(key, word) {
        en: "write `{word}` where it is called so in both languages, `[{key}, {word}]` where `{key}` is the word",
        fr: "écrivez `{word}` si c'est son nom dans les deux langues, `[{key}, {word}]` si `{key}` est le mot"
    }
    /// A kind of value.
    a_list_of_tests() { en: "a list of tests", fr: "une liste de tests" }
    /// A kind of value.
    a_list_of_criteria() { en: "a list of criteria", fr: "une liste de critères" }
    /// A kind of value.
    a_day() { en: "a date such as `2024-05-26`", fr: "une date comme `2024-05-26`" }
    /// A kind of value.
    a_scale() { en: "a scale's name or a list of steps", fr: "le nom d'une échelle ou une liste d'échelons" }
}
