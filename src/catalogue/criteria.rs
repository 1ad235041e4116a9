//! What is wrong with a criteria file, above the level of its YAML.

use super::catalogue;

catalogue! {
    /// The file, in a sentence.
    the_file() { en: "the criteria file", fr: "le fichier de critères" }
    /// The posting, in a sentence.
    the_posting() { en: "`posting`", fr: "`posting`" }
    /// The formats, in a sentence.
    the_shortlist() { en: "`shortlist`", fr: "`shortlist`" }
    /// None or several lines.
    one_line(n) {
        en: "a shortlist has one line, and here is {n}" | "a shortlist has one line, and here are {n}",
        fr: "une liste restreinte a une seule limite, et il y en a ici {n}" | "une liste restreinte a une seule limite, et il y en a ici {n}"
    }
    /// What to write.
    one_line_help() {
        en: "write `shortlist: {{ top: 10 }}`, `{{ score: 70 }}` or `{{ percent: 20 }}`",
        fr: "écrivez `shortlist: {{ top: 10 }}`, `{{ score: 70 }}` ou `{{ percent: 20 }}`"
    }
    /// A number that is not within a hundred.
    not_of_a_hundred(field) { en: "`{field}` goes from 0 to 100", fr: "`{field}` va de 0 à 100" }
    /// What to write.
    not_of_a_hundred_help() { en: "write a number from 0 to 100", fr: "écrivez un nombre de 0 à 100" }
    /// A shortlist with nobody on it.
    line_at_nobody(field) { en: "`{field}: 0` would put nobody on the shortlist", fr: "`{field}: 0` ne retiendrait personne" }
    /// What to write.
    line_at_nobody_help() { en: "write a number above 0, or leave `shortlist` out", fr: "écrivez un nombre supérieur à 0, ou supprimez `shortlist`" }
    /// A mapping of the file, in a sentence.
    the_formats() { en: "`formats`", fr: "`formats`" }
    /// A value is set of a criterion that is not there.
    set_no_criterion(id) { en: "no criterion has the id `{id}`", fr: "aucun critère n'a l'identifiant `{id}`" }
    /// The ones there are.
    set_criteria_there(names) { en: "what can be set is of {names}", fr: "on peut modifier {names}" }
    /// A value is set of a field that is not there.
    set_no_field(name, what) { en: "{what} has no field `{name}`", fr: "{what} n'a pas de champ `{name}`" }
    /// A criterion without id, in a sentence.
    a_criterion() { en: "this criterion", fr: "ce critère" }
    /// A criterion, in a sentence.
    the_criterion(id) { en: "criterion `{id}`", fr: "le critère `{id}`" }
    /// A test, in a sentence.
    the_test(key) { en: "test `{key}`", fr: "le test `{key}`" }
    /// A key of `words` that is none.
    unknown_words(key) { en: "`{key}` is no part of `words`", fr: "`{key}` ne fait pas partie de `words`" }
    /// What there is.
    unknown_words_help(known) { en: "write {known}", fr: "écrivez {known}" }
    /// What stands under a language.
    words_of_language_help(code) {
        en: "under a language stand sections, and meanings in them: `{code}: {{ degrees: {{ master: [LM-52] }} }}`",
        fr: "sous une langue viennent des sections, et leurs sens : `{code}: {{ degrees: {{ master: [LM-52] }} }}`",
    }
    /// A section stands under a language.
    words_section_help(name) {
        en: "a section stands under a language: `en: {{ {name}: … }}`",
        fr: "une section se place sous une langue : `fr: {{ {name}: … }}`",
    }
    /// A language that has no pack.
    unknown_pack(code) { en: "there is no language pack `{code}`", fr: "il n'y a pas de lexique `{code}`" }
    /// What there is.
    unknown_pack_help(known) { en: "the packs are {known}", fr: "les lexiques sont {known}" }
    /// A section that no pack has.
    unknown_section(name) { en: "`{name}` is neither a section of a language pack nor the meaning of one", fr: "`{name}` n'est ni une section de lexique, ni le sens d'une section" }
    /// A meaning that a section does not have.
    unknown_meaning(meaning, section) { en: "section `{section}` has no meaning `{meaning}`", fr: "la section `{section}` n'a pas de sens `{meaning}`" }
    /// Where sections and meanings are listed.
    unknown_meaning_help() {
        en: "write it as in the packs, for example `answers: {{ yes: [sure thing] }}`",
        fr: "écrivez-le comme dans les lexiques, par exemple `answers: {{ yes: [ça marche] }}`"
    }
    /// A phrase that is no text.
    phrase_not_text() { en: "a phrase is text", fr: "une expression est un texte" }
    /// What to write.
    phrase_not_text_help() { en: "write a list of phrases, for example `[NGO, human rights]`", fr: "écrivez une liste d'expressions, par exemple `[ONG, droits humains]`" }
    /// A version that is not 1.
    unknown_version() { en: "this version of the criteria language is not known", fr: "cette version du langage de critères n'est pas connue" }
    /// What to write.
    unknown_version_help() { en: "write `version: 1`", fr: "écrivez `version: 1`" }
    /// No criterion at all.
    no_criteria() { en: "`criteria` is empty", fr: "`criteria` est vide" }
    /// How a criterion is written, whole.
    no_criteria_help() {
        en: "write one: `- id: experience`, and under it `years: {{ column: years_of_experience, at_least: 7 }}`",
        fr: "écrivez-en un : `- id: experience`, et dessous `years: {{ column: annees_d_experience, at_least: 7 }}`"
    }
    /// Weights that are all zero.
    no_weight() { en: "no criterion has a weight above 0", fr: "aucun critère n'a de poids supérieur à 0" }
    /// What to do about it.
    no_weight_help() { en: "give at least one criterion a weight, such as `weight: 10`", fr: "donnez un poids à un critère au moins, par exemple `weight: 10`" }
    /// A time zone that does not exist.
    unknown_zone(name) { en: "there is no time zone named `{name}`", fr: "aucun fuseau horaire ne s'appelle `{name}`" }
    /// How time zones are written.
    zone_help() { en: "write a name such as `Europe/Brussels`", fr: "écrivez un nom comme `Europe/Brussels`" }
    /// A header that is no text.
    header_not_text(name) { en: "a header of `{name}` must be text", fr: "un en-tête de `{name}` doit être un texte" }
    /// How it is written.
    header_not_text_help(name) {
        en: "list the headers: `{name}: [\"Years: total\", Experience]`; one with a colon goes in quotes",
        fr: "donnez la liste des en-têtes : `{name}: [\"Années : total\", Expérience]` ; celui qui contient deux-points se met entre guillemets"
    }
    /// A header under two names.
    header_of_two(header, name, other) { en: "`{header}` is a header of `{name}` and of `{other}`", fr: "`{header}` est un en-tête de `{name}` et de `{other}`" }
    /// What to do about it.
    header_of_two_help() { en: "a column has one name; keep the header under one of the two", fr: "une colonne n'a qu'un nom ; gardez l'en-tête sous l'un des deux" }
    /// A criterion that is no mapping.
    criterion_not_mapping() { en: "a criterion must be a set of fields", fr: "un critère doit être une suite de champs" }
    /// How a criterion is written.
    criterion_help() { en: "start with `- id: a-name`, and write its other fields below `id`", fr: "commencez par `- id: un-nom`, et écrivez ses autres champs sous `id`" }
    /// An id that comes twice.
    id_twice(id, line) { en: "the id `{id}` is taken by the criterion on line {line}", fr: "l'identifiant `{id}` est déjà celui du critère de la ligne {line}" }
    /// What to do about it.
    id_twice_help() { en: "give one of the two another id", fr: "donnez un autre identifiant à l'un des deux" }
    /// An id that is a field of the output.
    id_taken(id) { en: "`{id}` is a field of the output and cannot be an id", fr: "`{id}` est un champ de la sortie et ne peut pas être un identifiant" }
    /// What to do about it.
    id_taken_help() { en: "choose another id", fr: "choisissez un autre identifiant" }
    /// A weight below zero.
    negative_weight() { en: "a weight cannot be below 0", fr: "un poids ne peut pas être inférieur à 0" }
    /// What to do about it.
    negative_weight_help() { en: "write 0 for a criterion that only decides the status", fr: "écrivez 0 pour un critère qui ne décide que du statut" }
    /// A criterion without a test.
    no_test(what) { en: "{what} has no test", fr: "{what} n'a pas de test" }
    /// The tests there are.
    no_test_help(names) {
        en: "write for example `yes_no: {{ column: advocacy }}`; the tests are {names}",
        fr: "écrivez par exemple `yes_no: {{ column: plaidoyer }}` ; les tests sont {names}"
    }
    /// A criterion with two tests.
    two_tests(what) { en: "{what} has two tests", fr: "{what} a deux tests" }
    /// What to do about it.
    two_tests_help() { en: "make two criteria of it, or join the tests with `all_of` or `any_of`", fr: "faites-en deux critères, ou réunissez les tests par `all_of` ou `any_of`" }
    /// A test within a test that is not one test.
    not_one_test() { en: "each item of `of` must be one test", fr: "chaque élément de `of` doit être un seul test" }
    /// How it is written.
    not_one_test_help(names) {
        en: "write each as `- yes_no: {{ column: advocacy }}`; the tests are {names}",
        fr: "écrivez chacun comme `- yes_no: {{ column: plaidoyer }}` ; les tests sont {names}"
    }
    /// A test that does not exist.
    unknown_test(name) { en: "there is no test named `{name}`", fr: "aucun test ne s'appelle `{name}`" }
    /// Tests within tests within tests.
    nested_too_deep() { en: "tests nest too deep here", fr: "les tests s'imbriquent trop profondément ici" }
    /// What to do about it.
    nested_too_deep_help() { en: "write some of the tests as criteria of their own", fr: "faites de certains tests des critères à part entière" }
    /// A required criterion without a bound.
    no_bound(criterion, test) {
        en: "{criterion} is required, and any answer meets its test `{test}`",
        fr: "{criterion} est exigé, et n'importe quelle réponse satisfait à son test `{test}`"
    }
    /// What to write.
    no_bound_help(bound) {
        en: "write the least that is enough, such as `{bound}`; or `need: asset` where nobody is to be turned down for it",
        fr: "écrivez le minimum demandé, par exemple `{bound}` ; ou `need: asset` si personne ne doit être écarté pour cela"
    }
    /// More tests than a file may have.
    too_many_tests(count, most) {
        en: "{count} test stands here, over the limit of {most}" | "{count} tests stand here, over the limit of {most}",
        fr: "{count} test figure ici, au-delà de la limite de {most}" | "{count} tests figurent ici, au-delà de la limite de {most}"
    }
    /// What to do about it.
    too_many_tests_help() {
        en: "keep what the posting asks; one test takes many words: `one_of` has `values`, `mentions` has `terms`",
        fr: "gardez ce que demande l'annonce ; un seul test admet beaucoup de mots : `values` pour `one_of`, `terms` pour `mentions`"
    }
    /// More columns than a file may read.
    too_many_columns(count, most) {
        en: "the criteria read {count} column, over the limit of {most}" | "the criteria read {count} columns, over the limit of {most}",
        fr: "les critères lisent {count} colonne, au-delà de la limite de {most}" | "les critères lisent {count} colonnes, au-delà de la limite de {most}"
    }
    /// What to do about it.
    too_many_columns_help() { en: "name only columns that the candidates' file has", fr: "ne nommez que des colonnes du fichier de candidatures" }
    /// A criterion that reads who somebody is.
    reads_identity(id, name) { en: "criterion `{id}` reads `{name}`, which is under `identity`", fr: "le critère `{id}` lit `{name}`, qui figure sous `identity`" }
    /// What to do about it.
    reads_identity_help(name) {
        en: "no criterion may judge by identity; take `{name}` out of `identity` or read another column",
        fr: "aucun critère ne peut porter sur l'identité ; retirez `{name}` de `identity`, ou faites lire une autre colonne"
    }
    /// A verdict that is none.
    unknown_verdict(name) { en: "`{name}` is no verdict", fr: "`{name}` n'est pas un verdict" }
    /// Examples of a test of several columns.
    examples_of_several() {
        en: "`examples` are for a criterion that reads one column, and this one reads several",
        fr: "`examples` s'écrit sous un critère qui lit une colonne, et celui-ci en lit plusieurs"
    }
    /// What to do about it.
    examples_of_several_help() {
        en: "leave `examples` out here, or write one criterion for each column",
        fr: "retirez `examples` ici, ou écrivez un critère par colonne"
    }
    /// A criterion that names a ground that the law protects.
    names_protected(id, name, ground) {
        en: "criterion `{id}` names `{name}`: {ground} is a ground that the law protects",
        fr: "le critère `{id}` cite `{name}` : {ground} est un motif de discrimination interdit par la loi"
    }
    /// A column that stands for a protected ground.
    proxy(id, name, why) {
        en: "criterion `{id}` reads `{name}`: {why}",
        fr: "le critère `{id}` lit `{name}` : {why}"
    }
    /// Why a photo does.
    proxy_photo() { en: "a photo shows age, sex and origin", fr: "une photo révèle l'âge, le sexe et l'origine" }
    /// Why an address does.
    proxy_address() { en: "where somebody lives may stand for origin or means", fr: "le lieu de résidence peut servir d'indice de l'origine ou des moyens financiers" }
    /// Why a year of graduation does.
    proxy_year() { en: "a year of graduation tells age", fr: "l'année du diplôme révèle l'âge" }
    /// What to do about it.
    proxy_help() {
        en: "ask for what the work needs instead; where it is needed, say why: `lawful_basis: \"...\"`",
        fr: "demandez plutôt ce que le travail exige ; si cette donnée est nécessaire, indiquez pourquoi : `lawful_basis: \"...\"`"
    }
    /// A criterion that reads a column about a ground that the law protects.
    protected(id, name, ground) {
        en: "criterion `{id}` reads `{name}`: {ground} is a ground that the law protects",
        fr: "le critère `{id}` lit `{name}` : {ground} est un motif de discrimination interdit par la loi"
    }
    /// What to do about it.
    protected_help(lawful) {
        en: "{lawful}; where the law allows the question, say why: `lawful_basis: \"...\"`",
        fr: "{lawful} ; si la loi permet la question, indiquez pourquoi : `lawful_basis: \"...\"`"
    }
    /// A protected ground.
    ground_age() { en: "age", fr: "l'âge" }
    /// A protected ground.
    ground_sex() { en: "sex or gender", fr: "le sexe ou le genre" }
    /// A protected ground.
    ground_origin() { en: "nationality or origin", fr: "la nationalité ou l'origine" }
    /// A protected ground.
    ground_religion() { en: "religion or belief", fr: "la religion ou les convictions" }
    /// A protected ground.
    ground_health() { en: "health or disability", fr: "la santé ou le handicap" }
    /// A protected ground.
    ground_family() { en: "family situation", fr: "la situation de famille" }
    /// A protected ground.
    ground_opinions() { en: "union membership or political opinion", fr: "l'appartenance syndicale ou l'opinion politique" }
    /// A protected ground.
    ground_orientation() { en: "sexual orientation", fr: "l'orientation sexuelle" }
    /// The lawful question in place of age.
    ask_experience() {
        en: "ask for experience: `years: {{ column: years_of_experience, at_least: 7 }}`",
        fr: "demandez l'expérience : `years: {{ column: annees_d_experience, at_least: 7 }}`"
    }
    /// The lawful question in place of nationality.
    ask_permit() {
        en: "ask for the right to work: `yes_no: {{ column: work_permit }}`",
        fr: "demandez le droit de travailler : `yes_no: {{ column: permis_de_travail }}`"
    }
    /// The lawful question in place of the family situation.
    ask_hours() {
        en: "ask for what the work needs, such as hours or travel: `yes_no: {{ column: can_travel }}`",
        fr: "demandez ce qu'exige le travail, comme les horaires ou les déplacements : `yes_no: {{ column: peut_se_deplacer }}`"
    }
    /// The lawful question in place of other grounds.
    ask_the_work() {
        en: "ask for what the work needs, which anybody may have",
        fr: "demandez ce qu'exige le travail, et que n'importe qui peut posséder"
    }
}
