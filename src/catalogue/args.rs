//! What is said about the command line: help in both languages side by side, and what is wrong with what was typed.

use super::{Lang, PROGRAM, catalogue};

/// What is said about one part of the command line.
#[derive(Debug)]
pub struct Entry {
    /// Which part: a command, an argument's id, or `command argument` where an id means something else there.
    pub id: &'static str,
    /// In English.
    pub en: &'static str,
    /// In French.
    pub fr: &'static str,
}

impl Entry {
    /// The words in one language.
    #[must_use]
    pub fn to(&self, lang: Lang) -> String {
        PROGRAM.into(match lang {
            Lang::En => self.en,
            Lang::Fr => self.fr,
        })
    }

    /// An example as it is typed.
    #[must_use]
    pub fn typed(&self) -> String {
        PROGRAM.into(self.id)
    }
}

const fn entry(id: &'static str, en: &'static str, fr: &'static str) -> Entry {
    Entry { id, en, fr }
}

/// The program and its commands.
pub const ABOUTS: &[Entry] = &[
    entry(
        "screen",
        "Ranks applicants against a posting's required qualifications and shows why",
        "Classe les candidatures selon les qualifications requises et explique pourquoi",
    ),
    entry(
        "explain",
        "One candidate's whole account, and what would change it",
        "Détaille une candidature, et ce qui changerait son résultat",
    ),
    entry(
        "compare",
        "Why one candidate stands above another",
        "Explique pourquoi une candidature est devant une autre",
    ),
    entry(
        "check",
        "Whether a criteria file is right, and fits a candidates' file",
        "Vérifie un fichier de critères, seul ou avec des candidatures",
    ),
    entry(
        "settle",
        "What is open, settled by a person and kept in a file",
        "Fait trancher ce qui est à vérifier, et garde les réponses",
    ),
    entry(
        "diff",
        "What differs between two outputs, or under other rules",
        "Compare deux résultats, ou deux jeux de critères",
    ),
    entry(
        "audit",
        "Rates and ratios of groups, as ranges over what is open",
        "Compare les taux par groupe, points à vérifier compris",
    ),
    entry(
        "merge",
        "Parts judged with `--for-merge`, ranked as one list",
        "Réunit en une liste des parties évaluées par `--for-merge`",
    ),
    entry(
        "robust",
        "Whether other weights or answers would give another list",
        "Dit si d'autres poids ou réponses changeraient la liste",
    ),
    entry(
        "init",
        "A criteria file to start from, made from a candidates' file",
        "Ébauche un fichier de critères à partir des candidatures",
    ),
    entry(
        "words",
        "How cells are cut, and what their words are taken for",
        "Montre comment les cellules sont découpées et comprises",
    ),
    entry(
        "verify",
        "Whether a recorded run is still the same",
        "Vérifie, d'après son relevé, qu'un classement est inchangé",
    ),
    entry(
        "schema",
        "The JSON Schema of the criteria file, for editors",
        "Affiche le schéma JSON des critères, pour les éditeurs",
    ),
    entry("completions", "Completions for a shell", "Affiche la complétion pour un shell"),
    entry("man", "The manual page", "Affiche la page de manuel"),
];

/// The arguments.
pub const ARGS: &[Entry] = &[
    entry(
        "files",
        "Candidates' files; `-` or nothing: standard input",
        "Fichiers de candidatures ; `-` ou rien : entrée standard",
    ),
    entry(
        "criteria",
        "The criteria file; the shipped posting's if not given",
        "Fichier de critères ; par défaut, ceux fournis",
    ),
    entry("cells", "The cells, each in quotes", "Les cellules, chacune entre guillemets"),
    entry(
        "words criteria",
        "A criteria file whose words are read too",
        "Fichier de critères dont les mots sont reconnus aussi",
    ),
    entry(
        "decisions",
        "What people decided; may be repeated, and later rows win",
        "Décisions prises par des personnes ; répétable, la dernière ligne l'emporte",
    ),
    entry(
        "completions criteria",
        "A criteria file whose ids are completed, too",
        "Fichier de critères dont les identifiants sont complétés aussi",
    ),
    entry("as_of", "The day that \"present\" means", "Le jour que désigne « à ce jour »"),
    entry(
        "stage",
        "`application`, or `interview`: its criteria count too",
        "`application`, ou `interview` : les critères de l'entretien comptent aussi",
    ),
    entry(
        "set",
        "Another value of the criteria file, for this run: `english.weight=5`",
        "Changer une valeur des critères, le temps d'un essai : `english.weight=5`",
    ),
    entry("map", "Bind a column by hand; may be repeated", "Relier une colonne à la main ; répétable"),
    entry(
        "missing_columns",
        "With `review`, go on without a required column",
        "Avec `review`, continuer même s'il manque une colonne exigée",
    ),
    entry(
        "delimiter",
        "The mark between cells: `,` `;` `|` or `tab`",
        "Le séparateur des cellules : `,` `;` `|` ou `tab`",
    ),
    entry(
        "encoding",
        "The encoding, such as `utf-8` or `windows-1252`",
        "L'encodage, par exemple `utf-8` ou `windows-1252`",
    ),
    entry("sheet", "The sheet of a workbook, by name or number", "La feuille d'un classeur, par son nom ou son numéro"),
    entry("input_format", "`csv`, or `jsonl`: an object on each line", "`csv`, ou `jsonl` : un objet par ligne"),
    entry(
        "format",
        "table, csv, tsv, json, jsonl, markdown, html or xlsx",
        "table, csv, tsv, json, jsonl, markdown, html ou xlsx",
    ),
    entry("output", "Write to a file, whole or not at all", "Écrire dans un fichier, en entier ou pas du tout"),
    entry(
        "record",
        "Keep what it takes to check this run later with `{PROGRAM} verify`",
        "Écrire un relevé, pour vérifier ce classement plus tard avec `{PROGRAM} verify`",
    ),
    entry("verify record", "What `--record` wrote", "Le relevé écrit par `--record`"),
    entry("schema record", "That of a run's record", "Donner plutôt celui du relevé d'un classement"),
    entry("top", "Only the first N", "Seulement les N premières"),
    entry(
        "status",
        "Only these: `eligible`, `review`, `not_eligible`",
        "Seulement ces statuts : `eligible`, `review`, `not_eligible`",
    ),
    entry("min_score", "Only scores of at least this", "Seulement à partir de ce score"),
    entry(
        "columns",
        "These fields, criteria and columns, in this order",
        "Ces champs, critères et colonnes, dans cet ordre",
    ),
    entry("blind", "Hide who the candidates are", "Masquer l'identité des personnes"),
    entry(
        "reader",
        "Of `html`: `committee`, or `rater`: no scores, no ranks, no ratings",
        "Avec `html` : `committee` (comité), ou `rater` (évaluation) : ni score, ni rang, ni note",
    ),
    entry(
        "sort",
        "`rank`, or `input`: no ranks, each record out at once",
        "`rank`, ou `input` : sans rang, chaque candidature écrite aussitôt",
    ),
    entry(
        "strict",
        "Any problem in the data makes the exit status 1",
        "Tout problème dans les données donne le code de sortie 1",
    ),
    entry(
        "for_merge",
        "Judge a part, to be ranked with others by `{PROGRAM} merge`",
        "Évaluer une partie, à classer avec d'autres par `{PROGRAM} merge`",
    ),
    entry(
        "parts",
        "Parts, in the order of their candidates; `-` for standard input",
        "Les parties, dans l'ordre des candidatures ; `-` pour l'entrée standard",
    ),
    entry(
        "whole",
        "The parts are pieces of one file of this name, in their order",
        "Les parties sont les morceaux d'un fichier de ce nom, dans l'ordre",
    ),
    entry(
        "merge criteria",
        "The criteria that the parts were judged with, to be sure of it",
        "Les critères des parties, pour s'en assurer",
    ),
    entry("check format", "`text`, `json`, or `github`: annotations", "`text`, `json`, ou `github` : des annotations"),
    entry("threads", "How many threads work; all cores if not given", "Nombre de threads ; par défaut, tous les cœurs"),
    entry("lang", "`en` or `fr`; the locale's if not given", "`en` ou `fr` ; par défaut, celle du système"),
    entry("color", "`auto`, `always` or `never`", "`auto`, `always` (toujours) ou `never` (jamais)"),
    entry("quiet", "No progress, no notes", "Ni progression ni notes"),
    entry("help", "This; `--help` tells all, with examples", "Affiche l'aide (`--help` : aide complète)"),
    entry("version", "Which version this is", "Affiche la version"),
    entry(
        "explain file",
        "The candidates' file; `-` for standard input",
        "Le fichier de candidatures ; `-` : entrée standard",
    ),
    entry(
        "explain ids",
        "The candidates' ids or names, or their rows where there are no ids",
        "Identifiants ou noms des candidatures ; à défaut d'identifiants, leurs lignes",
    ),
    entry("all", "Everybody of the file", "Toutes les candidatures du fichier"),
    entry("explain format", "text, markdown or json", "text, markdown ou json"),
    entry(
        "explain output",
        "Write to a file; with `--all`, a file for each into this folder",
        "Écrire dans un fichier ; avec `--all`, un fichier par candidature dans ce dossier",
    ),
    entry(
        "compare file",
        "The candidates' file; `-` for standard input",
        "Le fichier de candidatures ; `-` : entrée standard",
    ),
    entry(
        "compare ids",
        "Two or more candidates, by id or name",
        "Deux candidatures ou plus, par identifiant ou par nom",
    ),
    entry("compare format", "text, markdown or json", "text, markdown ou json"),
    entry("compare blind", "Hide who the candidates are", "Masquer l'identité des personnes"),
    entry(
        "explain for_candidate",
        "Addressed to the applicant: no scores, no ranks",
        "Lettre adressée à la personne : ni score, ni rang",
    ),
    entry("explain blind", "Hide who the candidate is", "Masquer l'identité de la personne"),
    entry(
        "check criteria",
        "The criteria file; the shipped posting's if not given",
        "Fichier de critères ; par défaut, ceux fournis",
    ),
    entry("check file", "A candidates' file to bind it to", "Un fichier de candidatures auquel l'appliquer"),
    entry("settle files", "Candidates' files", "Fichiers de candidatures"),
    entry(
        "settle decisions",
        "The file that the answers are added to, made if it is not there; of several, the last",
        "Le fichier auquel s'ajoutent les réponses, créé s'il n'existe pas ; le dernier, s'il y en a plusieurs",
    ),
    entry(
        "settle criterion",
        "Only what this criterion leaves open; may be repeated",
        "Seulement ce que ce critère laisse à vérifier ; répétable",
    ),
    entry(
        "settle id",
        "Only what is open of this candidate; may be repeated",
        "Seulement ce qui est à vérifier pour cette candidature ; répétable",
    ),
    entry(
        "settle by",
        "Who decides; else `SCREEN_BY`, else the login name",
        "Qui décide ; par défaut `SCREEN_BY`, sinon le nom de session",
    ),
    entry(
        "settle places",
        "Only what can still change who the first N are",
        "Seulement ce qui peut encore changer les N premières",
    ),
    entry("settle limit", "No more questions than this", "Nombre maximal de questions"),
    entry(
        "settle list",
        "Ask nothing, and write the questions to be filled in: `.xlsx` or `.csv`",
        "Ne rien demander, et écrire un tableau de questions à remplir : `.xlsx` ou `.csv`",
    ),
    entry(
        "diff files",
        "Two outputs (JSON, JSON Lines, CSV); or, with `--to` or two `--decisions`, candidates' files",
        "Deux résultats (JSON, JSON Lines, CSV) ; ou, avec `--to` ou deux `--decisions`, des fichiers de candidatures",
    ),
    entry(
        "audit by",
        "The column that makes the groups; may be repeated",
        "La colonne qui forme les groupes ; répétable",
    ),
    entry(
        "groups",
        "A file of its own with the groups, joined by id",
        "Un fichier à part qui donne les groupes, relié par identifiant",
    ),
    entry("together", "Also all combinations of the columns", "Croiser aussi les colonnes entre elles"),
    entry("group", "Groups joined by hand; may be repeated", "Réunir des groupes à la main ; répétable"),
    entry(
        "selected",
        "Who counts as selected: `eligible` if not given",
        "Statuts qui comptent comme retenus ; par défaut, `eligible`",
    ),
    entry("audit top", "Only the first N count as selected", "Seules les N premières comptent comme retenues"),
    entry(
        "sweep",
        "Every cut of the score, and every bound of the criteria",
        "Essayer tous les seuils de score, et tous les seuils des critères",
    ),
    entry(
        "who",
        "Name the candidates who decide, by id",
        "Donner l'identifiant des candidatures dont dépend la conclusion",
    ),
    entry("small", "Show groups of fewer than five people", "Montrer les groupes de moins de cinq personnes"),
    entry(
        "fail_below",
        "Exit status 3 where a ratio is below this at best",
        "Code de sortie 3 si un rapport, au mieux, reste sous ce seuil",
    ),
    entry(
        "places",
        "How many places; the shortlist's, else 5",
        "Nombre de places ; par défaut, celles de la liste restreinte, sinon 5",
    ),
    entry("around", "Weights within this part of the given ones", "Écart maximal des poids, en part de ceux donnés"),
    entry("ordered", "Draw only weights in the same order", "Ne tirer que des poids rangés dans le même ordre"),
    entry("draws", "How many draws", "Nombre de tirages"),
    entry("seed", "Where the random numbers begin", "Graine des nombres aléatoires"),
    entry("figures", "`table`, `csv`, `json`, `markdown` or `html`", "`table`, `csv`, `json`, `markdown` ou `html`"),
    entry("diff to", "The criteria file of the second run", "Le fichier de critères du second classement"),
    entry(
        "diff to_decisions",
        "The decisions of the second run, in place of `--decisions`; may be repeated",
        "Les décisions du second classement, au lieu de celles de `--decisions` ; répétable",
    ),
    entry("diff format", "`table`, `json` or `markdown`", "`table`, `json` ou `markdown`"),
    entry(
        "init file",
        "A candidates' file to make it from; a commented example if not given",
        "Le fichier de candidatures de départ ; sans lui, un exemple commenté",
    ),
    entry(
        "init output",
        "Where to write it, never over another file; standard output if not given",
        "Où l'écrire, jamais par-dessus un fichier existant ; par défaut, la sortie standard",
    ),
    entry(
        "init posting",
        "The posting, as plain text: what it asks becomes the criteria",
        "L'annonce, en texte brut : les critères sont tirés de ce qu'elle demande",
    ),
    entry("init yes", "Ask nothing", "Ne rien demander"),
    entry(
        "completions shell",
        "`bash`, `zsh`, `fish`, `elvish` or `powershell`",
        "`bash`, `zsh`, `fish`, `elvish` ou `powershell`",
    ),
];

/// What `--help` and the manual add about an argument.
pub const MORE: &[Entry] = &[
    entry(
        "files",
        "CSV, XLSX, ODS, JSON Lines; several files are ranked together",
        "CSV, XLSX, ODS, JSON Lines ; plusieurs fichiers donnent un seul classement",
    ),
    entry("init output", "`-` is standard output", "`-` désigne la sortie standard"),
    entry(
        "criteria",
        "`{PROGRAM} init` makes one to start from, `{PROGRAM} check` tells every mistake in it",
        "`{PROGRAM} init` en crée un pour commencer, `{PROGRAM} check` y trouve toutes les erreurs",
    ),
    entry(
        "as_of",
        "Written 2024-05-26; the posting's deadline, else today, if not given",
        "Sous la forme 2024-05-26 ; par défaut, la date limite de l'annonce, sinon aujourd'hui",
    ),
    entry(
        "map",
        "The name as in the criteria file, the header as in the candidates' file",
        "Le nom est celui du fichier de critères, l'en-tête celui du fichier de candidatures",
    ),
    entry(
        "missing_columns",
        "Every candidate is then in review; without it, a missing column is an error",
        "Toutes les candidatures sont alors à examiner ; sinon, une colonne manquante est une erreur",
    ),
    entry(
        "color",
        "`auto`: on a terminal, unless NO_COLOR is set, and wherever FORCE_COLOR is",
        "`auto` : sur un terminal, sauf si NO_COLOR est définie, et partout si FORCE_COLOR l'est",
    ),
    entry(
        "columns",
        "A criterion's id and `.reason` say why: `english.reason`, in CSV, TSV, XLSX and JSON",
        "L'identifiant d'un critère suivi de `.reason` dit pourquoi : `english.reason`, en CSV, TSV, XLSX et JSON",
    ),
    entry(
        "for_merge",
        "Everybody, as they came, with their cells, as JSON Lines",
        "Tout le monde, dans l'ordre, avec les cellules, en JSON Lines",
    ),
    entry("delimiter", "Found out from the file if not given", "Par défaut, déduit du fichier"),
    entry("encoding", "Found out from the file if not given", "Par défaut, déduit du fichier"),
    entry("sheet", "The first if not given", "Par défaut, la première"),
    entry(
        "input_format",
        "Told by the first line and by the file's name if not given",
        "Par défaut, d'après la première ligne et le nom du fichier",
    ),
    entry(
        "output",
        "`-` is standard output; the ending says which format, if not given",
        "`-` désigne la sortie standard ; l'extension donne le format, s'il n'est pas précisé",
    ),
    entry(
        "record",
        "The version, every file with its SHA-256, the options, the day, the counts; paths are seen from its folder",
        "Il contient la version, chaque fichier avec son SHA-256, les options, la date, les nombres de candidatures ; les chemins sont relatifs à son dossier",
    ),
    entry("status", "Several with commas", "Plusieurs se séparent par des virgules"),
    entry(
        "columns",
        "With commas, such as `rank,name,score,degree`",
        "Séparés par des virgules, par exemple `rank,name,score,degree`",
    ),
    entry(
        "blind",
        "The columns under `identity` are left out and their words cut out of what is quoted, with e-mails, telephone \
         numbers and links; candidates are numbered by line (`#17`) unless their ids are codes, and files by place",
        "Les colonnes sous `identity` sont omises, et leurs mots retirés des citations, ainsi que les adresses \
         électroniques, numéros de téléphone et liens ; les candidatures sont désignées par leur ligne (`#17`), sauf si \
         leurs identifiants sont des codes, et les fichiers par leur ordre",
    ),
];

/// The headings of groups of options, by their English name; a colon follows.
pub const HEADINGS: &[Entry] = &[
    entry("Arguments", "Arguments", "Arguments "),
    entry("Options", "Options", "Options "),
    entry("What is asked", "What is asked", "Ce qui est demandé "),
    entry("How files are read", "How files are read", "Lecture des fichiers "),
    entry("What comes out", "What comes out", "Résultats "),
    entry("How it speaks", "How it speaks", "Langue et affichage "),
];

/// The names of values.
pub const VALUES: &[Entry] = &[
    entry("FILE", "FILE", "FICHIER"),
    entry("DATE", "DATE", "DATE"),
    entry("STAGE", "STAGE", "ÉTAPE"),
    entry("NAME=HEADER", "NAME=HEADER", "NOM=EN-TÊTE"),
    entry("NAME=VALUE", "NAME=VALUE", "NOM=VALEUR"),
    entry("WHAT", "WHAT", "QUOI"),
    entry("MARK", "MARK", "SIGNE"),
    entry("NAME", "NAME", "NOM"),
    entry("SHEET", "SHEET", "FEUILLE"),
    entry("FORMAT", "FORMAT", "FORMAT"),
    entry("COLUMN", "COLUMN", "COLONNE"),
    entry("NAME=WORD,...", "NAME=WORD,...", "NOM=MOT,..."),
    entry("RATIO", "RATIO", "RAPPORT"),
    entry("PART", "PART", "PART"),
    entry("N", "N", "N"),
    entry("STATUS,...", "STATUS,...", "STATUT,..."),
    entry("READER", "READER", "LECTEUR"),
    entry("SCORE", "SCORE", "SCORE"),
    entry("NAME,...", "NAME,...", "NOM,..."),
    entry("ORDER", "ORDER", "ORDRE"),
    entry("LANG", "LANG", "LANGUE"),
    entry("WHEN", "WHEN", "QUAND"),
    entry("ID", "ID", "ID"),
    entry("CELL", "CELL", "CELLULE"),
    entry("CRITERIA", "CRITERIA", "CRITÈRES"),
    entry("RECORD", "RECORD", "RELEVÉ"),
    entry("SHELL", "SHELL", "SHELL"),
];

/// The first examples; what is typed, and what it does.
pub const FIRST: &[Entry] = &[
    entry("{PROGRAM} candidates.csv", "rank the candidates of a file", "classer les candidatures d'un fichier"),
    entry(
        "{PROGRAM} -c job.yaml candidates.csv",
        "by the criteria of your posting",
        "selon les critères de votre annonce",
    ),
    entry(
        "{PROGRAM} explain candidates.csv C017",
        "why one stands where it does",
        "pourquoi telle candidature est à ce rang",
    ),
];

/// Examples for recruiters.
pub const RECRUITERS: &[Entry] = &[
    entry("{PROGRAM} candidates.csv", "rank the candidates of a file", "classer les candidatures d'un fichier"),
    entry(
        "{PROGRAM} explain candidates.csv C017",
        "why one stands where it does",
        "pourquoi telle candidature est à ce rang",
    ),
    entry(
        "{PROGRAM} --blind --top 20 candidates.xlsx",
        "a short list, without names",
        "une liste restreinte, sans les noms",
    ),
    entry(
        "{PROGRAM} init candidates.csv --output job.yaml",
        "your own posting: a criteria file to start from",
        "votre propre annonce : un fichier de critères pour commencer",
    ),
    entry(
        "{PROGRAM} check job.yaml candidates.csv",
        "what is wrong with it, and how much of the file can be read",
        "ce qui ne va pas, et ce qui est lu du fichier de candidatures",
    ),
    entry(
        "{PROGRAM} -c job.yaml candidates.csv -f xlsx -o ranked.xlsx",
        "a workbook for the panel",
        "un classeur pour le jury",
    ),
];

/// Examples for scripts.
pub const PIPELINES: &[Entry] = &[
    entry(
        "curl -s https://forms.example.org/answers.csv | {PROGRAM} -f json",
        "from standard input to JSON",
        "de l'entrée standard à du JSON",
    ),
    entry(
        "{PROGRAM} --sort input -f jsonl big.csv | jq -r 'select(.status == \"review\").id'",
        "each record as it comes, in constant memory",
        "chaque candidature dès qu'elle est lue, à mémoire constante",
    ),
    entry(
        "{PROGRAM} --strict --as-of 2024-05-26 -f csv -o ranked.csv candidates.csv",
        "the same bytes on every run, and status 1 if any row has a problem",
        "les mêmes octets à chaque fois, et le code de sortie 1 si une ligne pose problème",
    ),
];

/// The variables that are heeded.
pub const ENVIRONMENT: &[Entry] = &[
    entry("SCREEN_CRITERIA", "the criteria file, as `--criteria`", "le fichier de critères, comme `--criteria`"),
    entry(
        "SCREEN_LANG",
        "the language, as `--lang`; else LC_ALL, LC_MESSAGES, LANG",
        "la langue, comme `--lang` ; sinon LC_ALL, LC_MESSAGES, LANG",
    ),
    entry("SCREEN_BY", "who decides, as `settle --by`", "qui décide, comme `settle --by`"),
    entry("NO_COLOR", "no colour, if set", "pas de couleur, si elle est définie"),
    entry(
        "FORCE_COLOR",
        "colour, if set, though there is no terminal",
        "des couleurs, si elle est définie, même sans terminal",
    ),
    entry("COLUMNS", "how wide the output may be", "la largeur de l'affichage"),
];

/// The headings of the manual page, by what its maker calls them.
pub const SECTIONS: &[Entry] = &[
    entry("NAME", "NAME", "NOM"),
    entry("SYNOPSIS", "SYNOPSIS", "SYNOPSIS"),
    entry("DESCRIPTION", "DESCRIPTION", "DESCRIPTION"),
    entry("OPTIONS", "OPTIONS", "OPTIONS"),
    entry("EXTRA", "ENVIRONMENT AND EXIT STATUS", "ENVIRONNEMENT ET CODES DE SORTIE"),
];

catalogue! {
    /// How it is called.
    usage() { en: "{PROGRAM} [OPTIONS] [FILE]...  |  {PROGRAM} COMMAND", fr: "{PROGRAM} [OPTIONS] [FICHIER]...  |  {PROGRAM} COMMANDE" }
    /// A heading.
    usage_heading() { en: "Usage:", fr: "Utilisation :" }
    /// A heading.
    commands_heading() { en: "Commands:", fr: "Commandes :" }
    /// A heading.
    environment_heading() { en: "Environment:", fr: "Environnement :" }
    /// A heading.
    exit_heading() { en: "Exit status:", fr: "Codes de sortie :" }
    /// A heading.
    recruiters() { en: "For recruiters:", fr: "Pour le recrutement :" }
    /// A heading.
    pipelines() { en: "For scripts and pipelines:", fr: "Pour les scripts :" }
    /// What the program promises.
    about_more() {
        en: "Every cell is read as the range of values it can mean, so that what is missing or unclear puts a candidate in review and never turns one down. Every record that goes in comes out.",
        fr: "Chaque cellule est lue avec tous les sens qu'elle peut avoir : une réponse absente ou peu claire place la candidature « à examiner » et n'écarte personne. Aucune candidature ne disparaît."
    }
    /// What an exit status means.
    it_ran() { en: "it ran", fr: "exécution réussie" }
    /// What an exit status means.
    unusable() {
        en: "the files or the criteria cannot be used, or `--strict` found a problem",
        fr: "fichiers ou critères inutilisables, ou problème trouvé par `--strict`"
    }
    /// What an exit status means.
    wrong_usage() { en: "the command line is wrong", fr: "ligne de commande incorrecte" }
    /// What an exit status means.
    found() {
        en: "`diff` or `verify` found a difference, or `audit` a ratio below `--fail-below`",
        fr: "`diff` ou `verify` a trouvé une différence, ou `audit` un rapport sous `--fail-below`"
    }
    /// What an exit status means.
    interrupted() { en: "it was stopped (Ctrl-C)", fr: "interrompu (Ctrl-C)" }

    /// An option that does not exist.
    no_option(name) { en: "there is no option `{name}`", fr: "il n'y a pas d'option `{name}`" }
    /// A command that has the option.
    option_of(name, command) { en: "`{name}` is an option of `{PROGRAM} {command}`", fr: "`{name}` est une option de `{PROGRAM} {command}`" }
    /// A word too many.
    not_expected(word) { en: "`{word}` is not expected here", fr: "`{word}` n'est pas attendu ici" }
    /// A mistyped command.
    did_you_mean_command(name) { en: "did you mean the command `{name}`?", fr: "vouliez-vous dire la commande `{name}` ?" }
    /// An option without its value.
    no_value(name) { en: "`{name}` needs a value", fr: "`{name}` a besoin d'une valeur" }
    /// A file's name with nothing in it.
    empty_name(name) { en: "`{name}` is given as an empty name", fr: "le nom donné à `{name}` est vide" }
    /// What to do about it.
    empty_name_help() { en: "give a file's name, or leave it out", fr: "donnez le nom d'un fichier, ou omettez-le" }
    /// An option with a value it does not take.
    no_value_wanted(name) { en: "`{name}` takes no value", fr: "`{name}` ne prend pas de valeur" }
    /// A value that cannot be one.
    bad_value(name, value) { en: "`{value}` is no value of `{name}`", fr: "`{value}` n'est pas une valeur de `{name}`" }
    /// An option that comes twice.
    twice(name) { en: "`{name}` is given twice", fr: "`{name}` est donné deux fois" }
    /// What to do about it.
    once(name) { en: "give `{name}` once", fr: "donnez `{name}` une seule fois" }
    /// Two arguments that exclude each other.
    both(name, other) { en: "`{name}` and `{other}` exclude each other", fr: "`{name}` et `{other}` s'excluent" }
    /// What to do about it.
    either(name, other) { en: "give one of `{name}` and `{other}`", fr: "donnez soit `{name}`, soit `{other}`" }
    /// Fewer values than are needed.
    too_few(least, name) {
        en: "`{name}` needs {least} value" | "`{name}` needs at least {least} values",
        fr: "`{name}` demande {least} valeur" | "`{name}` demande au moins {least} valeurs"
    }
    /// Arguments that are needed.
    missing(count, names) { en: "{names} is missing" | "{names} are missing", fr: "il manque {names}" | "il manque {names}" }
    /// An argument that is not text.
    not_text() { en: "an argument is not UTF-8 text", fr: "un argument n'est pas du texte UTF-8" }
    /// An option before a command.
    before_command(name, command) { en: "`{name}` stands before the command `{command}`", fr: "`{name}` est placé avant la commande `{command}`" }
    /// Where it goes.
    after_command(command, option) { en: "write `{PROGRAM} {command} ... {option}`, if `{command}` takes it", fr: "écrivez `{PROGRAM} {command} ... {option}`, si `{command}` l'accepte" }
    /// How a binding is written.
    write_map() {
        en: "write the name in the criteria file, `=`, and the header in the candidates' file",
        fr: "écrivez le nom qui figure dans le fichier de critères, `=`, puis l'en-tête du fichier de candidatures"
    }
    /// How a value of the criteria file is set.
    write_set() {
        en: "write a criterion's id, `.`, one of its fields, `=` and the value: `english.weight=5`, `formats.dates=dmy`",
        fr: "écrivez l'identifiant d'un critère, `.`, un de ses champs, `=` et la valeur : `english.weight=5`, `formats.dates=dmy`"
    }
    /// How a delimiter is written.
    write_delimiter() { en: "write one mark, such as `,` `;` `|`, or `tab`", fr: "écrivez un seul signe, comme `,` `;` ou `|`, ou bien `tab`" }
    /// How an encoding is written.
    write_encoding() {
        en: "write a name such as `utf-8`, `utf-16le`, `windows-1252` or `iso-8859-15`",
        fr: "écrivez un nom comme `utf-8`, `utf-16le`, `windows-1252` ou `iso-8859-15`"
    }
    /// How a score is written.
    write_score() { en: "write a number from 0 to 100", fr: "écrivez un nombre de 0 à 100" }
    /// How a count is written.
    write_count() { en: "write a whole number", fr: "écrivez un nombre entier" }
    /// How a number of threads is written.
    write_threads() { en: "write a whole number from 1 to 256", fr: "écrivez un nombre entier de 1 à 256" }
}
