//! What a proposed criteria file says, and what is asked on the way to it.

mod example;
mod questions;

pub use self::example::*;
pub use self::questions::*;
use super::{PROGRAM, catalogue};

catalogue! {
    /// Stopped before anything was written.
    stopped() { en: "Stopped: nothing was written.", fr: "Interrompu : rien n'a été écrit." }
    /// How an editor comes to know the fields.
    schema_help() {
        en: "`{PROGRAM} schema > criteria.schema.json` writes the schema beside this file: editors then complete and check it.",
        fr: "`{PROGRAM} schema > criteria.schema.json` écrit le schéma à côté de ce fichier : l'éditeur peut alors le compléter et le vérifier."
    }
    /// Where a proposal comes from.
    made_from(file, rows, columns) { en: "Proposed from {file}: {rows}, {columns}.", fr: "Proposé d'après {file} : {rows}, {columns}." }
    /// Rows, counted.
    rows(count) { en: "{count} candidate" | "{count} candidates", fr: "{count} candidature" | "{count} candidatures" }
    /// Columns, counted.
    columns(count) { en: "{count} column" | "{count} columns", fr: "{count} colonne" | "{count} colonnes" }
    /// Not the whole file was looked at.
    first_rows() { en: "There are more; only the first were looked at.", fr: "Il y en a d'autres ; seules les premières ont été examinées." }
    /// What a person is to do.
    what_to_do() {
        en: "It is a place to start from, not what your posting asks. For each criterion:\n  1. set what the posting asks where a comment says so, and paste its words as `quote: \"...\"`;\n  2. write `need: required` only where the posting requires it: an asset adds points and rejects nobody;\n  3. give it a weight (only the proportions count), or delete it.\nThen `{PROGRAM} check THIS-FILE CANDIDATES` tells every mistake, and `{PROGRAM} -c THIS-FILE CANDIDATES` ranks.",
        fr: "C'est un point de départ, pas ce que demande votre annonce. Pour chaque critère :\n  1. fixez ce que demande l'annonce là où un commentaire le dit, et citez-en le passage : `quote: \"...\"` ;\n  2. n'écrivez `need: required` que si l'annonce l'exige : un atout (`asset`) donne des points et n'écarte personne ;\n  3. donnez-lui un poids (seules les proportions comptent), ou supprimez-le.\nEnsuite, `{PROGRAM} check CE-FICHIER CANDIDATURES` signale toutes les erreurs, et `{PROGRAM} -c CE-FICHIER CANDIDATURES` établit le classement."
    }
    /// What a person is to do with what was read of a posting.
    what_to_check() {
        en: "The criteria are what the posting was read to ask, each with its own words as `quote`. For each of them:\n  1. check the bound and the column; `NOT SURE` and `No column` say where to look first;\n  2. `need: required` rejects who does not meet it, an asset adds points and rejects nobody;\n  3. give it a weight (only the proportions count), or delete it.\nThen `{PROGRAM} check THIS-FILE CANDIDATES` tells every mistake, and `{PROGRAM} -c THIS-FILE CANDIDATES` ranks.",
        fr: "Les critères sont tirés de l'annonce, chacun avec le passage cité dans `quote`. Pour chacun :\n  1. vérifiez le seuil et la colonne ; `À CONFIRMER` et `Aucune colonne` disent où regarder d'abord ;\n  2. `need: required` écarte les candidatures qui n'y satisfont pas, un atout (`asset`) donne des points et n'écarte personne ;\n  3. donnez-lui un poids (seules les proportions comptent), ou supprimez-le.\nEnsuite, `{PROGRAM} check CE-FICHIER CANDIDATURES` signale toutes les erreurs, et `{PROGRAM} -c CE-FICHIER CANDIDATURES` établit le classement."
    }
    /// Above the posting.
    posting_help() { en: "The posting. The deadline still counts, in its time zone (UTC if not given).", fr: "L'annonce. La date limite est incluse, dans son fuseau horaire (UTC par défaut)." }
    /// A title to be replaced.
    a_title() { en: "Title of the post", fr: "Intitulé du poste" }
    /// An organisation to be replaced.
    an_organisation() { en: "Your organisation", fr: "Votre organisation" }
    /// Above the columns.
    columns_help() {
        en: "The name used below, and the headers it may have; case, accents, spaces and punctuation do not matter.",
        fr: "Le nom utilisé plus bas, et les en-têtes possibles ; la casse, les accents, les espaces et la ponctuation ne comptent pas."
    }
    /// Above the identity.
    identity_help() {
        en: "Who somebody is: no criterion may read these, and `--blind` hides them.",
        fr: "L'identité des personnes : aucun critère ne peut lire ces colonnes, et `--blind` les masque."
    }
    /// In the place of the identity where nothing was recognised.
    no_identity() {
        en: "No column was recognised as saying who somebody is. Name those that do, so that `--blind` hides them:",
        fr: "Aucune colonne n'a été reconnue comme identifiant les personnes. Indiquez celles qui le font, pour que `--blind` les masque :"
    }
    /// The same, told on the way.
    knows_nobody(name) {
        en: "no column of `{name}` was recognised as saying who somebody is: `--blind` will hide nothing",
        fr: "aucune colonne de `{name}` n'a été reconnue comme identifiant les personnes : `--blind` ne masquera rien"
    }
    /// What to do about it.
    knows_nobody_help() {
        en: "name such columns under `identity` in the file that is written",
        fr: "indiquez ces colonnes sous `identity` dans le fichier écrit"
    }
    /// Above the formats: how many dates wait for them, and what proves them.
    formats_help(open, proof, header) {
        en: "One date can be two days; others prove the order of day and month, such as “{proof}” under `{header}`." | "{open} dates can be two days; others prove the order of day and month, such as “{proof}” under `{header}`.",
        fr: "Une date peut désigner deux jours ; d'autres prouvent l'ordre du jour et du mois, par exemple « {proof} » sous `{header}`." | "{open} dates peuvent désigner deux jours ; d'autres prouvent l'ordre du jour et du mois, par exemple « {proof} » sous `{header}`."
    }
    /// Above the formats: numbers that wait for the mark before decimals, and what proves it.
    decimal_help(open, proof, header) {
        en: "One number can be two; others prove the mark before decimals, such as “{proof}” under `{header}`." | "{open} numbers can be two; others prove the mark before decimals, such as “{proof}” under `{header}`.",
        fr: "Un nombre peut se lire de deux façons ; d'autres prouvent le séparateur décimal, par exemple « {proof} » sous `{header}`." | "{open} nombres peuvent se lire de deux façons ; d'autres prouvent le séparateur décimal, par exemple « {proof} » sous `{header}`."
    }
    /// The same where nothing proves it.
    decimal_open(open, example, header) {
        en: "One number can be two, and stays open: “{example}” under `{header}`. This would settle it, if it is so:" | "{open} numbers can be two, and stay open, such as “{example}” under `{header}`. This would settle them, if it is so:",
        fr: "Un nombre peut se lire de deux façons, et reste à vérifier : « {example} » sous `{header}`. Ceci trancherait, si c'est bien le cas :" | "{open} nombres peuvent se lire de deux façons, et restent à vérifier, par exemple « {example} » sous `{header}`. Ceci trancherait, si c'est bien le cas :"
    }
    /// In the place of criteria where none counts.
    nothing_counts() {
        en: "Nothing above counts yet. A file of criteria needs one that does: this one stands for it, and stays open for everybody.\nWrite what the posting asks in its place.",
        fr: "Rien ne compte encore, et il faut au moins un critère qui compte : celui-ci en tient lieu, et reste à vérifier pour tout le monde.\nÉcrivez à sa place ce que demande l'annonce."
    }
    /// A document.
    paper_cv() { en: "CV", fr: "CV" }
    /// A document.
    paper_letter() { en: "Cover letter", fr: "Lettre de motivation" }
    /// A document.
    paper_references() { en: "References", fr: "Références" }
    /// A document.
    paper_diplomas() { en: "Copies of diplomas", fr: "Copies des diplômes" }
    /// A document.
    paper_sample() { en: "Work sample", fr: "Exemple de travaux" }
    /// A document.
    paper_portfolio() { en: "Portfolio", fr: "Portfolio" }
    /// Ratings without a name.
    panel() { en: "The panel's ratings", fr: "Les notes du jury" }
    /// Above the columns that are not used.
    unused() { en: "Columns that nothing above reads:", fr: "Colonnes que rien ci-dessus n'utilise :" }
    /// One of them.
    unused_one(header, why) { en: "  `{header}`: {why}", fr: "  `{header}` : {why}" }
    /// Why.
    unused_empty() { en: "it is empty", fr: "elle est vide" }
    /// Why.
    unused_no_header() { en: "its header says nothing", fr: "son en-tête ne dit rien" }
    /// Why.
    unused_same_header() { en: "another column has the same header: rename one of them", fr: "une autre colonne a le même en-tête : renommez l'une des deux" }
    /// Why.
    unused_id() { en: "it tells candidates apart, as the `id` does", fr: "elle distingue les candidatures, comme `id`" }
    /// Why.
    unused_form() { en: "the form keeps it of itself", fr: "le formulaire l'ajoute de lui-même" }
    /// Why.
    unused_too_many() { en: "there are too many columns", fr: "il y a trop de colonnes" }
    /// Why.
    unused_unclear(count, examples) {
        en: "no test reads its one cell: {examples}" | "no test reads its {count} cells, such as {examples}",
        fr: "aucun test ne sait lire sa seule cellule : {examples}" | "aucun test ne sait lire ses {count} cellules, par exemple {examples}"
    }
    /// What the cells of a column are.
    seen(count, parts) { en: "One cell: {parts}" | "{count} cells: {parts}", fr: "{count} cellule : {parts}" | "{count} cellules : {parts}" }
    /// Cells that the test reads.
    read_as(count, kind) { en: "{count} read as {kind}" | "{count} read as {kind}", fr: "{count} lue comme {kind}" | "{count} lues comme {kind}" }
    /// Cells that say nothing.
    empty(count) { en: "{count} empty" | "{count} empty", fr: "{count} vide" | "{count} vides" }
    /// Cells that the test does not read.
    unreadable(count) { en: "{count} unreadable" | "{count} unreadable", fr: "{count} illisible" | "{count} illisibles" }
    /// With some of the unreadable ones.
    with_examples(line, examples) { en: "{line}, such as {examples}", fr: "{line}, par exemple {examples}" }

    /// What cells are read as.
    as_years() { en: "years", fr: "des années" }
    /// What cells are read as.
    as_numbers() { en: "numbers", fr: "des nombres" }
    /// What cells are read as.
    as_steps(scale) { en: "steps of the scale {scale}", fr: "des niveaux ({scale})" }
    /// What cells are read as.
    as_own_steps() { en: "steps of a scale", fr: "des niveaux" }
    /// What cells are read as.
    as_level_of(language) { en: "a level of {language}", fr: "des niveaux ({language})" }
    /// What cells are read as.
    as_languages() { en: "languages", fr: "des langues" }
    /// What cells are read as.
    as_degrees() { en: "degrees", fr: "des diplômes" }
    /// What cells are read as.
    as_yes_no() { en: "yes or no", fr: "oui ou non" }
    /// What cells are read as.
    as_days() { en: "days", fr: "des dates" }
    /// What cells are read as.
    as_provided() { en: "there or not", fr: "fournies ou non" }
    /// What cells are read as.
    as_categories() { en: "categories", fr: "des catégories" }
    /// What cells are read as.
    as_text() { en: "text", fr: "du texte" }
    /// What cells are read as.
    as_ratings() { en: "ratings", fr: "des notes" }

    /// What to do.
    hint_years(full) {
        en: "Set what the posting asks: `at_least: 5`, say. Full credit is at {full}: few have more.",
        fr: "Fixez ce que demande l'annonce, par exemple `at_least: 5`. Maximum de points à {full} : peu de candidatures ont davantage."
    }
    /// What to do.
    hint_number(full) {
        en: "Set what the posting asks, with `at_least` or `at_most`. Full credit is at {full}: few have more.",
        fr: "Fixez ce que demande l'annonce, avec `at_least` ou `at_most`. Maximum de points à {full} : peu de candidatures ont davantage."
    }
    /// What to do.
    hint_direction() {
        en: "More of it is no merit by itself: take away the `#` if the posting asks for it.",
        fr: "En avoir davantage n'est pas un mérite en soi : enlevez les `#` si l'annonce le demande."
    }
    /// What to do.
    hint_ceiling(most) {
        en: "Less is better for you here. The highest one seen is {most}: set the most that the posting accepts, then take away the `#`.",
        fr: "Ici, le plus bas est le mieux pour vous. Le plus élevé est {most} : fixez le maximum que l'annonce accepte, puis enlevez les `#`."
    }
    /// What to do.
    hint_level(step) { en: "Set what the posting asks: `at_least: {step}`, say.", fr: "Fixez ce que demande l'annonce, par exemple `at_least: {step}`." }
    /// What to do.
    hint_either() {
        en: "“Yes” may be the answer that speaks against somebody: if the posting asks for it, say which answer meets it, then take away the `#`.",
        fr: "« Oui » est peut-être la réponse défavorable : si l'annonce en parle, indiquez quelle réponse convient, puis enlevez les `#`."
    }
    /// What to do.
    hint_own() {
        en: "The steps that were found, from the lowest up: check their order, and set `at_least` if the posting asks for one.",
        fr: "Les échelons trouvés, du plus bas au plus haut : vérifiez l'ordre, et fixez `at_least` si l'annonce en demande un."
    }
    /// What to do.
    hint_languages(named) {
        en: "Named: {named}. Keep the languages that the posting asks for, set the level (B2 only stands for one), then take away the `#`.",
        fr: "Citées : {named}. Gardez les langues que demande l'annonce, fixez le niveau (B2 est provisoire), puis enlevez les `#`."
    }
    /// What to do.
    hint_degree() {
        en: "Set what the posting asks: `at_least: bachelor`, say, and `fields: [law, {{ en: human rights, fr: droits humains }}]`.",
        fr: "Fixez ce que demande l'annonce, par exemple `at_least: bachelor` et `fields: [droit, {{ fr: droits humains, en: human rights }}]`."
    }
    /// What to do.
    hint_received() {
        en: "This waits for the posting's `deadline`: write it above, then take away the `#`.",
        fr: "Ce critère attend la date limite de l'annonce : écrivez `deadline` plus haut, puis enlevez les `#`."
    }
    /// What to do.
    hint_day() {
        en: "The last day seen: write the day that the posting asks for, then take away the `#`.",
        fr: "Le dernier jour rencontré : écrivez le jour que demande l'annonce, puis enlevez les `#`."
    }
    /// What to do.
    hint_formality() {
        en: "A formality, no merit: it weighs nothing. Write `need: required` if an application is not complete without it.",
        fr: "Une formalité, non un mérite : elle ne rapporte aucun point. Écrivez `need: required` si la candidature est incomplète sans elle."
    }
    /// What to do.
    hint_consent() {
        en: "Consent or a declaration, no merit: it weighs nothing.",
        fr: "Un consentement ou une déclaration, non un mérite : cela ne rapporte aucun point."
    }
    /// What to do.
    hint_one_of() {
        en: "All the values that were found: keep those that the posting accepts, move the others to `not: [...]`, then take away the `#`; a value in neither list is asked about.",
        fr: "Toutes les valeurs trouvées : gardez celles que l'annonce accepte, déplacez les autres dans `not: [...]`, puis enlevez les `#` ; une valeur qui n'est dans aucune des deux listes reste à vérifier."
    }
    /// What to do.
    hint_mentions() {
        en: "Write the terms that the posting looks for, each with other words for it, then take away the `#`.",
        fr: "Écrivez les termes que cherche l'annonce, chacun avec ses synonymes, puis enlevez les `#`."
    }
    /// What is looked for.
    hint_named() {
        en: "What the posting calls by its name is looked for in the cells. How well somebody knows it is for a person to see.",
        fr: "Ce que l'annonce désigne par son nom est cherché dans les cellules. À vous de juger à quel niveau chacun le maîtrise."
    }
    /// The short name of a criterion.
    short_degree() { en: "Degree", fr: "Diplôme" }
    /// The short name of a criterion.
    short_experience() { en: "Experience", fr: "Expérience" }
    /// The short name of a criterion.
    short_team() { en: "Team", fr: "Équipe" }
    /// Terms to be replaced, as YAML.
    some_terms() { en: "[first term, [second term, other word for it]]", fr: "[premier terme, [deuxième terme, synonyme]]" }
    /// What many write.
    hint_frequent(words) { en: "Many candidates write: {words}", fr: "Mots fréquents dans les candidatures : {words}" }
    /// What to do.
    hint_rating(mean) {
        en: "Counts only with `--stage interview`. Set what is asked: `at_least: {mean}`, say.",
        fr: "Ne compte qu'avec `--stage interview`. Fixez ce qui est demandé, par exemple `at_least: {mean}`."
    }
    /// A posting that is no plain text.
    posting_is_no_text(name) { en: "`{name}` is not plain text", fr: "`{name}` n'est pas du texte brut" }
    /// What to do about it.
    posting_is_no_text_help() {
        en: "open it where it was made and save it as plain text, or copy its words into a text file",
        fr: "ouvrez-la avec le programme d'origine et enregistrez-la en texte brut, ou copiez son texte dans un fichier texte"
    }
    /// A posting that is a table.
    posting_is_table(name) { en: "`{name}` is a table, not a posting's text", fr: "`{name}` est un tableau, pas le texte d'une annonce" }
    /// What to do about it.
    posting_is_table_help() {
        en: "the candidates' table comes first, and the posting after `--posting`: `{PROGRAM} init candidates.csv --posting posting.txt`",
        fr: "le tableau des candidatures vient d'abord, et l'annonce après `--posting` : `{PROGRAM} init candidatures.csv --posting annonce.txt`"
    }
    /// What to do about a posting that is not there.
    no_posting_help() { en: "name the file that holds your posting's text, or leave out `--posting`", fr: "indiquez le fichier qui contient le texte de votre annonce, ou enlevez `--posting`" }
    /// A posting that is a PDF.
    posting_is_pdf(name) { en: "`{name}` is a PDF, and a posting is read as plain text", fr: "`{name}` est un PDF, or une annonce se lit en texte brut" }
    /// What to do about it.
    posting_is_pdf_help() {
        en: "open it, select all of its text, and copy that into a file that ends in `.txt`",
        fr: "ouvrez-le, sélectionnez tout son texte et copiez-le dans un fichier `.txt`"
    }
    /// A posting in a language in which none is read.
    posting_language(name, language) {
        en: "`{name}` seems to be in {language}, and postings are read in English and French",
        fr: "`{name}` semble écrit dans une autre langue ({language}), or les annonces se lisent en français et en anglais"
    }
    /// What to do about it.
    posting_language_help() {
        en: "translate what it asks of applicants, or leave out `--posting`: the candidates' file itself may be in that language",
        fr: "traduisez ce qu'elle demande, ou enlevez `--posting` : le fichier de candidatures peut, lui, être dans cette langue"
    }
    /// Nothing in a posting was recognised as asked.
    no_requirements() {
        en: "no sentence of the posting was recognised as asking something of applicants",
        fr: "aucune phrase de l'annonce n'a été reconnue comme une demande adressée aux candidats"
    }
    /// What to do about it.
    no_requirements_help() {
        en: "put a heading such as `Requirements` above what is asked, and what is asked into a list",
        fr: "placez un titre tel que `Profil recherché` au-dessus de ce qui est demandé, et mettez-le en liste"
    }
    /// How many requirements were found, how many of them count, wait for somebody and have no column.
    found_requirements(count, counting, waiting, without) {
        en: "The posting asks one thing. Counting: {counting}; waiting for you, as comments: {waiting}; without a column, as comments: {without}" | "The posting asks {count} things. Counting: {counting}; waiting for you, as comments: {waiting}; without a column, as comments: {without}",
        fr: "L'annonce demande {count} point. Pris en compte : {counting} ; à compléter par vous, en commentaire : {waiting} ; sans colonne, en commentaire : {without}" | "L'annonce demande {count} points. Pris en compte : {counting} ; à compléter par vous, en commentaire : {waiting} ; sans colonne, en commentaire : {without}"
    }
    /// A requirement whose column is there, and that waits for what only a person knows.
    line_waits(quote, header) {
        en: "  ! “{quote}”\n      column `{header}`: does not count yet; a comment in the file says what to fill in",
        fr: "  ! « {quote} »\n      colonne `{header}` : pas encore pris en compte ; un commentaire du fichier dit ce qu'il faut compléter"
    }
    /// A question: the answers of a column are below it.
    ask_accepted(name) {
        en: "{name}: which answers does the posting accept? (Space marks one; Enter with none leaves it for later)",
        fr: "{name} : quelles réponses l'annonce accepte-t-elle ? (Espace en coche une ; Entrée sans rien cocher laisse la question pour plus tard)"
    }
    /// An answer: a number that is not in the list.
    answer_another() { en: "another number", fr: "un autre nombre" }
    /// A question.
    ask_figure() { en: "Which number?", fr: "Quel nombre ?" }
    /// What was answered is no number.
    ask_figure_again(answer) {
        en: "“{answer}” is no number; write one in figures, or press Enter to leave it open",
        fr: "« {answer} » n'est pas un nombre ; écrivez-en un en chiffres, ou appuyez sur Entrée pour ne rien fixer"
    }
    /// Words of a posting that ask several things, and the one that is meant.
    quoted_of(quote, name) { en: "“{quote}” — {name}", fr: "« {quote} » — {name}" }
    /// A need, in a line.
    is_required() { en: "required", fr: "exigé" }
    /// A need, in a line.
    is_asset() { en: "asset", fr: "atout" }
    /// Required by the posting, and proposed as an asset.
    is_asset_here() {
        en: "an asset here, though the posting requires it: the file says why",
        fr: "atout ici, bien que l'annonce l'exige : le fichier dit pourquoi"
    }
    /// A requirement with its column.
    line_sure(quote, header, test, need) { en: "  + “{quote}”\n      column `{header}`: {test} ({need})", fr: "  + « {quote} »\n      colonne `{header}` : {test} ({need})" }
    /// A requirement with a column that is not sure.
    line_likely(quote, header, test, need) { en: "  ? “{quote}”\n      not sure: column `{header}`: {test} ({need})", fr: "  ? « {quote} »\n      à confirmer : colonne `{header}` : {test} ({need})" }
    /// A requirement without a column.
    line_none(quote) { en: "  - “{quote}”\n      no column: left as a comment", fr: "  - « {quote} »\n      aucune colonne : reste en commentaire" }
    /// A column answers what the posting asks.
    fits_sure(header) { en: "Column `{header}`: its words and its cells answer this.", fr: "Colonne `{header}` : ses mots et ses cellules y répondent." }
    /// A column may answer it.
    fits_likely(header) {
        en: "Column `{header}`: NOT SURE. Its cells could answer this; check that it asks the same.",
        fr: "Colonne `{header}` : À CONFIRMER. Ses cellules pourraient y répondre ; vérifiez qu'elle demande la même chose."
    }
    /// What stands below every list as not looked at.
    unchecked_help() {
        en: "What the posting requires and nothing below looks at: every list says so. What becomes a criterion with the same\n`quote` is no longer told.",
        fr: "Ce que l'annonce exige et qu'aucun critère n'examine : chaque liste le rappelle. Un point repris par un critère\navec la même `quote` n'y figure plus."
    }
    /// No column answers it.
    fits_nothing() {
        en: "No column answers this. Look at it elsewhere (the interview, the CV), or write the column's name for COLUMN, say\nunder `columns` which header it has, and take away the `#`.",
        fr: "Aucune colonne n'y répond. Vérifiez ce critère autrement (entretien, CV), ou remplacez COLUMN par le nom d'une colonne,\nindiquez son en-tête sous `columns`, et enlevez les `#`."
    }
    /// A column that was matched with nothing that the posting asks.
    unused_not_asked(test) {
        en: "nothing that the posting asks was found to go with it ({test} would read it)",
        fr: "aucun passage de l'annonce ne lui a été associé ({test} la lirait)"
    }
    /// A deadline has an hour.
    hour_of(hour) { en: "the posting says {hour}: here the day counts to its end", fr: "l'annonce dit {hour} : ici, la journée compte en entier" }
    /// A deadline has an hour, below what is proposed.
    hour_told(hour) {
        en: "The posting's deadline is at {hour}. Here that day counts to its end: look at what came later on it.",
        fr: "L'annonce fixe l'heure limite à {hour}. Ici, cette journée compte en entier : vérifiez ce qui est arrivé plus tard ce jour-là."
    }
    /// The place that tells the time zone.
    zone_of(place) { en: "{place}, says the posting", fr: "{place}, selon l'annonce" }
    /// What to do.
    hint_full(full) { en: "Full credit is at {full}: few have more.", fr: "Maximum de points à {full} : peu de candidatures ont davantage." }
    /// What to do.
    hint_fields() {
        en: "Another field is for a person to look at, never turned down by the program: no list says which are related.",
        fr: "Un autre domaine est à vérifier par une personne, jamais écarté par le programme : aucune liste ne dit lesquels sont connexes."
    }
    /// What people say of themselves.
    note_self_declared() {
        en: "The posting requires it, but what people say of themselves proves nothing: it earns points and turns nobody down.",
        fr: "L'annonce l'exige, mais chacun s'évalue ici soi-même : cela donne des points et n'écarte personne."
    }
    /// Required without a bound.
    note_no_bound() {
        en: "The posting requires it and says not how much: it earns points. Set `at_least` and `need: required` if you do.",
        fr: "L'annonce l'exige sans dire combien : cela donne des points. Si vous fixez un minimum, écrivez `at_least` et `need: required`."
    }
    /// Experience in the stead of a degree.
    note_or_experience() {
        en: "The posting takes experience in its stead: it earns points and turns nobody down.",
        fr: "L'annonce accepte de l'expérience à la place : cela donne des points et n'écarte personne."
    }
    /// A note.
    note_not_all() {
        en: "The posting accepts other languages as well, for which this file has no column: an asset here, so that nobody is turned down for it.",
        fr: "L'annonce accepte aussi d'autres langues, pour lesquelles ce fichier n'a pas de colonne : un atout ici, pour n'écarter personne."
    }
    /// The file asks for some only of what the posting accepts.
    note_not_others() {
        en: "The posting accepts something else as well, for which this file has no column: an asset here, so that nobody is turned down for it.",
        fr: "L'annonce accepte aussi autre chose, pour quoi ce fichier n'a pas de colonne : un atout ici, pour n'écarter personne."
    }
    /// What is named are examples.
    note_examples() {
        en: "The posting names examples, and others will do: an asset here, so that nobody is turned down for it.",
        fr: "L'annonce donne des exemples, d'autres conviennent aussi : un atout ici, pour n'écarter personne."
    }
    /// What a last day is called.
    deadline_name() { en: "Received by the deadline", fr: "Reçue dans les délais" }
    /// The days of a column may be others.
    note_other_day() {
        en: "Its header does not say that it is the day on which the application came: take away the `#` if it is.",
        fr: "Son titre ne dit pas que c'est le jour où la candidature est arrivée : enlevez les `#` si c'est le cas."
    }
    /// It is not to be so.
    note_denied() {
        en: "The posting asks that it is not so, or asks it of some alone. If “no” is the answer that meets it, write `one_of: {{ column: ..., values: [\"no\"], not: [\"yes\"] }}`; then take away the `#`.",
        fr: "L'annonce demande que ce ne soit pas le cas, ou ne le demande qu'à certaines personnes. Si « non » est la réponse qui convient, écrivez `one_of: {{ column: ..., values: [\"non\"], not: [\"oui\"] }}` ; retirez ensuite les `#`."
    }
    /// No level is said.
    note_no_level() {
        en: "The posting names no level: B2 only stands for one.",
        fr: "L'annonce n'indique pas de niveau : B2 est provisoire."
    }
    /// A degree without a level.
    note_no_degree() {
        en: "The posting names no level of degree: `secondary` only stands for one.",
        fr: "L'annonce n'indique pas de niveau de diplôme : `secondary` est provisoire."
    }
    /// No level is said of what is only wished for.
    note_any_level() {
        en: "The posting names no level: the better it is known, the more points.",
        fr: "L'annonce n'indique pas de niveau : mieux la langue est connue, plus elle donne de points."
    }
    /// Left out by the person who was asked.
    left_out() { en: "Left out: take away the `#` to have it count.", fr: "Laissé de côté : enlevez les `#` pour que ce critère compte." }
}
