//! Columns that say who somebody is: found, hidden, and never judged.

use super::survey::Cells;
use crate::header::fold_name;

/// What a column is for, beside the criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It tells records apart.
    Id,
    /// It says who somebody is; the name by which the criteria file knows that.
    Identity(&'static str),
}

/// Headers of ids, whole.
const IDS: &[&str] = &[
    "id",
    "ids",
    "candidate id",
    "applicant id",
    "application id",
    "candidate number",
    "applicant number",
    "application number",
    "candidate no",
    "application no",
    "candidate",
    "no",
    "n",
    "number",
    "num",
    "ref",
    "reference",
    "reference number",
    "identifiant",
    "identifier",
    "numero",
    "numero de candidat",
    "numero de candidature",
    "numero de dossier",
    "n de candidat",
    "n de candidature",
    "n de dossier",
    "n candidat",
    "n candidature",
    "n° de candidat",
    "n° de candidature",
    "n° de dossier",
    "n°",
    "no de dossier",
    "dossier",
    "matricule",
    "code",
    "response id",
    "submission id",
    "id de la reponse",
    "id de candidature",
];

/// Words of headers, and what they say of somebody. Each list is looked for as whole words, in this order.
const WORDS: &[(&str, &[&str])] = &[
    ("email", &["email", "e mail", "mail", "courriel", "adresse electronique", "mel"]),
    (
        "date_of_birth",
        &[
            "date of birth",
            "birth date",
            "birthdate",
            "birthday",
            "dob",
            "date de naissance",
            "ne e le",
            "ne le",
            "nee le",
            "born",
            "year of birth",
            "annee de naissance",
        ],
    ),
    ("birthplace", &["place of birth", "birthplace", "lieu de naissance", "country of birth", "pays de naissance"]),
    (
        "nationality",
        &[
            "nationality",
            "nationalities",
            "citizenship",
            "nationalite",
            "nationalites",
            "citoyennete",
            "country of origin",
            "pays d origine",
        ],
    ),
    ("gender", &["gender", "sex", "genre", "sexe", "civilite", "pronouns", "pronoms", "salutation"]),
    ("age", &["age", "ages"]),
    (
        "marital_status",
        &[
            "marital status",
            "family status",
            "etat civil",
            "situation familiale",
            "situation de famille",
            "children",
            "enfants",
            "dependants",
        ],
    ),
    (
        "phone",
        &[
            "phone",
            "telephone",
            "tel",
            "mobile phone",
            "mobile number",
            "gsm",
            "portable",
            "whatsapp",
            "numero de mobile",
        ],
    ),
    (
        "address",
        &[
            "address",
            "home address",
            "adresse",
            "adresse postale",
            "street",
            "rue",
            "postcode",
            "postal code",
            "zip",
            "code postal",
            "city",
            "ville",
            "commune",
            "place of residence",
            "lieu de residence",
            "domicile",
        ],
    ),
    ("photo", &["photo", "photos", "photograph", "picture", "photographie", "portrait", "headshot"]),
    ("religion", &["religion", "faith", "confession"]),
    ("ethnicity", &["ethnicity", "ethnic", "race", "ethnie", "origine ethnique"]),
    (
        "disability",
        &["disability", "disabilities", "handicap", "disabled", "health condition", "state of health", "etat de sante"],
    ),
    ("orientation", &["sexual orientation", "orientation sexuelle"]),
    (
        "opinions",
        &[
            "political opinions",
            "political affiliation",
            "opinions politiques",
            "parti politique",
            "trade union",
            "syndicat",
        ],
    ),
];

/// Headers of names: nothing but these words.
const NAME: &[&str] = &[
    "name",
    "names",
    "full",
    "first",
    "last",
    "middle",
    "given",
    "family",
    "maiden",
    "surname",
    "forename",
    "nom",
    "noms",
    "prenom",
    "prenoms",
    "complet",
    "famille",
    "usage",
    "jeune",
    "fille",
    "candidate",
    "candidat",
    "candidats",
    "applicant",
    "candidates",
];
const FILLERS: &[&str] =
    &["of", "the", "your", "and", "et", "de", "du", "la", "le", "l", "d", "votre", "vos", "s", "e", "or", "ou"];

/// Words of a header that is about something else than the person, whatever other words it has.
const NOT_WHO: &[&str] = &[
    "experience",
    "experiences",
    "knowledge",
    "connaissance",
    "connaissances",
    "law",
    "droit",
    "droits",
    "level",
    "niveau",
    "years",
    "annees",
    "science",
    "sciences",
    "rights",
    "policy",
    "report",
    "rapport",
    "motivation",
    "degree",
    "diplome",
    "skills",
    "competences",
    "programme",
    "program",
    "training",
    "formation",
];

/// Whether a header says by its words alone that the column says who somebody is.
#[must_use]
pub fn says_who(header: &str) -> bool {
    let header = fold_name(header);
    let words: Vec<&str> = header.split(' ').collect();
    is_name(&words) || by_words(&header, &words).is_some()
}

/// Whether these are the words of a name's header.
fn is_name(words: &[&str]) -> bool {
    words.iter().all(|word| NAME.contains(word) || FILLERS.contains(word))
        && words.iter().any(|word| NAME.contains(word))
}

/// What the words of a header, folded, say of somebody.
fn by_words(header: &str, words: &[&str]) -> Option<&'static str> {
    if words.iter().any(|word| NOT_WHO.contains(word)) {
        return None;
    }
    let has = |phrase: &&&str| format!(" {header} ").contains(&format!(" {phrase} "));
    WORDS.iter().find(|(_, phrases)| phrases.iter().any(|phrase| has(&phrase))).map(|(name, _)| *name)
}

/// What a column is for; nothing where it can be judged. The first column that can be an id is one.
pub fn of(column: &Cells, first: bool) -> Option<Role> {
    let header = fold_name(&column.header);
    if first && IDS.contains(&header.as_str()) && !has_spaced_words(column) {
        return Some(Role::Id);
    }
    if column.mostly(80, is_email) {
        return Some(Role::Identity("email"));
    }
    if column.filled() > 2 && column.mostly(90, is_gender) && !column.mostly(50, |cell| cell.trim().len() < 2) {
        return Some(Role::Identity("gender"));
    }
    let words: Vec<&str> = header.split(' ').collect();
    if is_name(&words) && !column.mostly(50, |cell| cell.trim().chars().all(|c| c.is_ascii_digit())) {
        return Some(Role::Identity("name"));
    }
    if words.iter().any(|word| NOT_WHO.contains(word)) {
        return None;
    }
    if let Some(name) = by_words(&header, &words) {
        return Some(Role::Identity(name));
    }
    if column.filled() > 1 && column.mostly(80, is_phone) {
        return Some(Role::Identity("phone"));
    }
    None
}

fn has_spaced_words(column: &Cells) -> bool {
    column.mostly(50, |cell| cell.split_whitespace().count() > 1 && !cell.chars().any(|c| c.is_ascii_digit()))
}

fn is_email(cell: &str) -> bool {
    let cell = cell.trim();
    !cell.contains(char::is_whitespace)
        && cell.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

fn is_gender(cell: &str) -> bool {
    const WORDS: [&str; 22] = [
        "m",
        "f",
        "h",
        "x",
        "male",
        "female",
        "man",
        "woman",
        "homme",
        "femme",
        "mr",
        "mrs",
        "ms",
        "mme",
        "m.",
        "mlle",
        "monsieur",
        "madame",
        "non-binary",
        "non binaire",
        "masculin",
        "feminin",
    ];
    WORDS.contains(&crate::text::fold(cell).as_str())
}

/// An international number, or a long one that begins with 0: neither a date nor a sum.
fn is_phone(cell: &str) -> bool {
    let cell = cell.trim();
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    (9..=15).contains(&digits)
        && cell.starts_with(['+', '0', '('])
        && cell.chars().all(|c| c.is_ascii_digit() || " +().-\u{a0}".contains(c))
}
