//! What is said about the command line: help in both languages side by side, and what is wrong with what was typed.

mod arguments;
mod pages;

pub use self::arguments::ARGS;
pub use self::pages::{ENVIRONMENT, FIRST, HEADINGS, MORE, PIPELINES, RECRUITERS, SECTIONS, VALUES};
use super::{Lang, PROGRAM, catalogue};

/// What is said about one part of the command line.
#[derive(Debug)]
pub struct HelpEntry {
    /// Which part: a command, an argument's id, or `command argument` where an id means something else there.
    pub id: &'static str,
    /// In English.
    pub en: &'static str,
    /// In French.
    pub fr: &'static str,
}

impl HelpEntry {
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

const fn entry(id: &'static str, en: &'static str, fr: &'static str) -> HelpEntry {
    HelpEntry { id, en, fr }
}

/// The program and its commands.
pub const ABOUTS: &[HelpEntry] = &[
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
        "Fait trancher les éléments à vérifier et enregistre les réponses",
    ),
    entry(
        "diff",
        "What differs between two outputs, or under other rules",
        "Compare deux résultats, ou deux jeux de critères",
    ),
    entry(
        "audit",
        "Rates and ratios of groups, as ranges over what is open",
        "Compare les taux par groupe, éléments à vérifier compris",
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
    option_of(name, commands) { en: "`{name}` is an option of {commands}", fr: "`{name}` est une option de {commands}" }
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
    /// Who could be named, or everybody.
    or_all(help) { en: "name one, or `--all` for everybody; {help}", fr: "nommez-en un, ou `--all` pour toutes les candidatures ; {help}" }
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
