//! What somebody meant who wrote something else: the nearest of some names, and words that others use for them.

/// The nearest of some names, where one is near enough to be meant.
#[must_use]
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// Longer ones are no slip of a name.
    const LONGEST: usize = 100;
    if name.len() > LONGEST {
        return None;
    }
    let name = name.to_lowercase();
    known
        .into_iter()
        .filter(|known| known.len() <= LONGEST)
        .map(|known| (strsim::jaro_winkler(&name, &known.to_lowercase()), known))
        .filter(|(near, _)| *near > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, known)| known)
}

/// Other words for a field's name, in English and in French.
#[rustfmt::skip]
const FIELDS: &[(&str, &[&str])] = &[
    // Of a criterion.
    ("need", &["type", "kind", "importance", "priority", "besoin"]),
    ("weight", &["points", "point", "score", "poids", "ponderation", "coefficient", "weighting"]),
    ("label", &["title", "name", "titre", "nom", "intitule", "libelle", "description"]),
    ("quote", &["text", "source", "citation", "texte", "comment", "note"]),
    ("id", &["identifier", "key", "identifiant", "code"]),
    ("when_missing", &["missing", "if_missing", "empty", "if_empty", "default", "manquant", "si_vide"]),
    ("stage", &["phase", "step", "etape"]),
    // Of a test.
    ("at_least", &["min", "minimum", "least", "minimal", "threshold", "from", "more_than", "gte", "au_moins", "seuil"]),
    ("at_most", &["max", "maximum", "most", "maximal", "up_to", "less_than", "lte", "au_plus", "plafond"]),
    ("full_at", &["full", "ideal", "target", "best", "full_score", "points_complets"]),
    ("column", &["field", "header", "colonne", "champ", "cell", "source"]),
    ("columns", &["fields", "headers", "colonnes", "champs"]),
    ("values", &["options", "choices", "allowed", "any_of", "one_of", "valeurs", "choix", "accepted"]),
    ("terms", &["keywords", "words", "phrases", "values", "termes", "mots", "mots_cles"]),
    ("fields", &["subjects", "disciplines", "domains", "domaines", "filieres"]),
    ("scale", &["steps", "levels", "values", "echelle", "echelons", "niveaux"]),
    ("language", &["lang", "code", "langue"]),
    ("list", &["languages", "langues", "columns"]),
    ("of", &["tests", "criteria", "items", "criteres", "any", "all", "conditions"]),
    ("out_of", &["max", "maximum", "scale", "top", "sur"]),
    ("on_or_before", &["before", "until", "deadline", "latest", "at_most", "avant", "au_plus_tard"]),
    ("on_or_after", &["after", "from", "since", "earliest", "at_least", "apres", "a_partir_de"]),
    ("prorate", &["part_time", "pro_rata", "prorata", "temps_partiel"]),
    // The tests themselves.
    ("years", &["experience", "duration", "year", "annees", "duree"]),
    ("number", &["amount", "integer", "numeric", "salary", "nombre", "montant"]),
    ("yes_no", &["boolean", "bool", "yes", "oui_non", "flag", "checkbox"]),
    ("provided", &["exists", "present", "document", "attached", "not_empty", "fourni"]),
    ("one_of", &["choice", "category", "in", "option", "select", "enum", "choix", "categorie"]),
    ("mentions", &["keywords", "contains", "keyword", "text_contains", "mots_cles", "mentionne"]),
    ("rating", &["ratings", "mark", "grade", "evaluation", "notation"]),
    ("degree", &["education", "diploma", "qualification", "diplome", "formation"]),
    ("date", &["deadline", "day", "jour"]),
    ("any_of", &["or", "any", "either", "ou"]),
    ("all_of", &["and", "all", "both", "et"]),
    // Of the whole file.
    ("criteria", &["criterion", "requirements", "tests", "criteres", "rules"]),
    ("posting", &["job", "vacancy", "position", "annonce", "poste"]),
    ("columns", &["headers", "mapping", "fields", "colonnes"]),
    ("identity", &["personal", "blind", "hidden", "identite"]),
    ("formats", &["format"]),
    ("deadline", &["closing_date", "closing", "date_limite", "echeance"]),
    ("time_zone", &["timezone", "tz", "fuseau", "fuseau_horaire"]),
    ("organisation", &["organization", "employer", "company", "employeur"]),
    ("decimal", &["decimals", "numbers", "separator"]),
    ("dates", &["date", "date_format"]),
    ("missing", &["empty", "na", "manquants", "vides"]),
];

/// Other words for a choice.
#[rustfmt::skip]
const CHOICES: &[(&str, &[&str])] = &[
    ("required", &[
        "must", "must_have", "mandatory", "compulsory", "obligatory", "essential", "eliminatory", "yes", "true",
        "obligatoire", "requis", "exige", "eliminatoire", "oui",
    ]),
    ("asset", &[
        "optional", "preferred", "desirable", "nice", "nice_to_have", "bonus", "plus", "no", "false", "atout",
        "facultatif", "optionnel", "souhaite", "non",
    ]),
    ("fail", &["reject", "rejected", "not_met", "no", "refuse", "exclude", "echec"]),
    ("skip", &["ignore", "leave_out", "pass", "ignorer"]),
    ("review", &["unknown", "open", "ask", "examiner"]),
    ("interview", &["entretien"]),
    ("application", &["candidature", "dossier"]),
    ("dmy", &["dd/mm/yyyy", "jj/mm/aaaa", "dd.mm.yyyy", "dd-mm-yyyy", "european", "eu", "fr"]),
    ("mdy", &["mm/dd/yyyy", "us", "american", "mm-dd-yyyy"]),
    ("ymd", &["yyyy-mm-dd", "aaaa-mm-jj", "iso", "yyyy/mm/dd"]),
    ("comma", &[",", "virgule"]),
    ("point", &[".", "dot", "period"]),
];

/// The field that is meant by a name that does not exist.
#[must_use]
pub fn meant<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    field(name, None, &known).map(|(field, _)| field)
}

/// The field that a key means, and what to write: its name, or its name with a value. `known` are the fields there are;
/// `value` is what stands under the key, where that is one word.
pub(super) fn field<'a>(key: &str, value: Option<&str>, known: &[&'a str]) -> Option<(&'a str, String)> {
    let word = folded(key);
    if let Some(field) = known.iter().find(|field| **field == "need")
        && let Some(need) = need(&word, value)
    {
        return Some((field, format!("need: {need}")));
    }
    let found = known.iter().find(|field| **field == word).or_else(|| known.iter().find(|field| alike(field, &word)));
    let found = found.copied().or_else(|| nearest(key, known.iter().copied()));
    found.map(|field| (field, field.to_owned()))
}

/// Whether a criterion is required, by another key than `need`: `required: true`, `optional: no`, `type: required`.
fn need(word: &str, value: Option<&str>) -> Option<&'static str> {
    const NEEDS: [&str; 2] = ["required", "asset"];
    if alike("need", word) {
        return spelled(value?, &NEEDS);
    }
    let said = spelled(word, &NEEDS).filter(|_| !is_no(word) && !matches!(word, "yes" | "true" | "oui"))?;
    let other = NEEDS[usize::from(said == NEEDS[0])];
    Some(if value.is_some_and(is_no) { other } else { said })
}

/// The choice that a word means.
pub(super) fn choice<'a>(word: &str, choices: &[&'a str]) -> Option<&'a str> {
    spelled(word, choices).or_else(|| nearest(word, choices.iter().copied()))
}

/// The choice that a word is, or that it is another word for.
fn spelled<'a>(word: &str, choices: &[&'a str]) -> Option<&'a str> {
    let word = folded(word);
    let other = |choice: &&&str| CHOICES.iter().any(|(known, words)| known == *choice && words.contains(&&*word));
    choices.iter().find(|choice| **choice == word).or_else(|| choices.iter().find(other)).copied()
}

/// Whether a field of a test is meant, whatever the test.
pub(super) fn is_of_a_test(key: &str) -> bool {
    const OF_TESTS: [&str; 7] = ["at_least", "at_most", "full_at", "column", "columns", "values", "terms"];
    let word = folded(key);
    OF_TESTS.iter().any(|field| *field == word || alike(field, &word))
}

/// Whether it is a field of the whole file.
pub(super) fn is_of_the_file(key: &str) -> bool {
    matches!(key, "version" | "posting" | "shortlist" | "identity" | "formats" | "words" | "criteria")
}

/// Whether it is a field of a criterion, whatever its test.
pub(super) fn is_of_a_criterion(key: &str) -> bool {
    const OF_CRITERIA: [&str; 8] = ["id", "label", "quote", "need", "weight", "when_missing", "unread", "stage"];
    OF_CRITERIA.contains(&key)
}

/// Whether a folded word is another word for a field.
fn alike(field: &str, word: &str) -> bool {
    FIELDS.iter().any(|(known, words)| *known == field && words.contains(&word))
}

/// In small letters, without accents, `_` for what stands between words.
fn folded(word: &str) -> String {
    let word = word.trim().to_lowercase().replace([' ', '-'], "_");
    word.replace(['é', 'è', 'ê'], "e").replace(['à', 'â'], "a")
}

fn is_no(word: &str) -> bool {
    matches!(&*folded(word), "false" | "no" | "non" | "0" | "off")
}
