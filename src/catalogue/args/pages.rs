//! What the help tells beside the arguments: headings, values, examples, the world around.

use super::{HelpEntry, entry};

/// What `--help` and the manual add about an argument.
pub const MORE: &[HelpEntry] = &[
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
        "A criterion's id and `.reason` say why, and `.unread` which words were not understood: `english.reason`, in CSV, \
         TSV, XLSX and JSON",
        "L'identifiant d'un critère suivi de `.reason` dit pourquoi, suivi de `.unread`, quels mots n'ont pas été \
         compris : `english.reason`, en CSV, TSV, XLSX et JSON",
    ),
    entry(
        "for_merge",
        "Everybody, as they came, with their cells, as JSON Lines",
        "Tout le monde, dans l'ordre, avec les cellules, en JSON Lines",
    ),
    entry("delimiter", "Found out from the file if not given", "Par défaut, déduit du fichier"),
    entry("encoding", "Found out from the file if not given", "Par défaut, déduit du fichier"),
    entry(
        "sheet",
        "The first that can be seen and has something in it, if not given",
        "Par défaut, la première qui est visible et n'est pas vide",
    ),
    entry(
        "header_row",
        "As a spreadsheet counts rows; the first if not given",
        "Telle qu'un tableur la numérote ; par défaut, la première",
    ),
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
         numbers and links; candidates are numbered by row (`#17`) unless their ids are codes, and files by place",
        "Les colonnes sous `identity` sont omises, et leurs mots retirés des citations, ainsi que les adresses \
         électroniques, numéros de téléphone et liens ; les candidatures sont désignées par leur ligne (`#17`), sauf si \
         leurs identifiants sont des codes, et les fichiers par leur ordre",
    ),
];

/// The headings of groups of options, by their English name; a colon follows.
pub const HEADINGS: &[HelpEntry] = &[
    entry("Arguments", "Arguments", "Arguments "),
    entry("Options", "Options", "Options "),
    entry("What is asked", "What is asked", "Ce qui est demandé "),
    entry("How files are read", "How files are read", "Lecture des fichiers "),
    entry("What comes out", "What comes out", "Résultats "),
    entry("How it speaks", "How it speaks", "Langue et affichage "),
];

/// The names of values.
pub const VALUES: &[HelpEntry] = &[
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
pub const FIRST: &[HelpEntry] = &[
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
pub const RECRUITERS: &[HelpEntry] = &[
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
        "{PROGRAM} init candidates.csv --posting posting.txt",
        "your own posting: a criteria file to start from",
        "à partir de votre annonce : l'ébauche d'un fichier de critères",
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
pub const PIPELINES: &[HelpEntry] = &[
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
        "un résultat identique à l'octet près à chaque exécution, et le code de sortie 1 si une ligne pose problème",
    ),
];

/// The variables that are heeded.
pub const ENVIRONMENT: &[HelpEntry] = &[
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
pub const SECTIONS: &[HelpEntry] = &[
    entry("NAME", "NAME", "NOM"),
    entry("SYNOPSIS", "SYNOPSIS", "SYNOPSIS"),
    entry("DESCRIPTION", "DESCRIPTION", "DESCRIPTION"),
    entry("OPTIONS", "OPTIONS", "OPTIONS"),
    entry("EXTRA", "ENVIRONMENT AND EXIT STATUS", "ENVIRONNEMENT ET CODES DE SORTIE"),
];
