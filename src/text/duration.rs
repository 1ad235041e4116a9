//! A duration in years, told as such or as periods.

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use super::amount::{Found, Grammar, LATER, Mode, Unit};
use super::calendar::{self, Habit};
use super::number::{Meanings, both_bounds, habits, nothing_more};
use super::parts::{Parts, Phrases, Sort};
use super::period::{self, Event, Span};
use super::{Decimal, Formats, boxes, markup};
use crate::reading::{Range, Reading};

/// The longest cell, in bytes: a list of periods can be long.
const LIMIT: usize = 20_000;
/// The longest text around a duration, in words; what is longer is an essay.
const WORDS: usize = 60;
/// How many words before a duration can tell what it is of.
const LEAD: usize = 40;
/// More years than a working life has.
const LIFE: f64 = 80.0;
/// More than a number without unit can mean in years; it may be months.
const BARE: f64 = 50.0;

/// What makes a duration or a period doubtful where it stands beside it.
#[rustfmt::skip]
static DOUBT: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "not", "no", "without", "never", "none", "neither", "nor", "cannot", "don't", "doesn't", "didn't", "maybe", "perhaps", "possibly", "probably",
    "if", "unless", "except", "excluding", "excl", "but", "however", "though", "although", "interrupted", "interruption", "interruptions", "break",
    "gap", "gaps", "on and off", "intermittent", "unsure", "think", "guess", "believe", "tbc", "tbd", "unknown", "expected", "planned", "will", "would",
    "should", "could", "might", "may", "future", "upcoming", "goal", "target", "need", "needs", "needed", "required", "requires", "missing", "remaining",
    "lacking", "short", "ago", "old", "age", "aged", "born", "birth", "study", "studies", "studying", "student", "as a student", "degree studies",
    "per year", "per month", "per week", "per day", "a month", "each year", "each month", "every", "times", "double", "twice", "half of", "quarter of",
    "depends", "depending", "equivalent", "versus", "vs", "instead", "unemployed", "unemployment", "sabbatical", "leave", "maternity", "various",
    "irregular", "minus", "moins", "less", "déduit", "déduite", "déduits", "yo", "ungefähr", "n°", "warranty", "notice", "fixed", "contract of", "renewable", "in progress towards",
    "non", "pas", "ne", "sans", "jamais", "aucun", "aucune", "ni", "peut-être", "probablement", "possiblement", "si", "sauf", "hors", "hormis",
    "excepté", "mais", "cependant", "toutefois", "interrompu", "interrompue", "discontinu", "discontinue", "discontinus", "discontinues", "pause", "sûr", "crois", "pense",
    "inconnu", "à confirmer", "prévu", "prévue", "prévus", "aurai", "serai", "futur", "objectif", "requis", "requise", "requises", "demandé", "demandés",
    "demandées", "exigé", "exigés", "exigées", "manque", "manquent", "restant", "il y a", "âge", "âgé", "âgée", "né", "née", "naissance", "étude", "études", "étudiant",
    "étudiante", "par an", "par mois", "par semaine", "par jour", "chaque", "fois", "dépend", "selon", "équivalent", "équivalence", "plutôt", "chômage",
    "congé", "sabbatique", "maternité", "parental", "parentale", "divers", "irrégulier", "renouvelable", "préavis", "durée déterminée", "bac", "baccalauréat",
    "?", "<", ">", "=<", "×", "÷", "^", "#", "±", "≈", "~",
    "thesis", "phd", "doctorat", "thèse", "master", "masters", "master's", "bachelor", "licence", "university studies", "scolarité", "formation", "internship abroad",
])]));

/// Words of doubt that are none.
#[rustfmt::skip]
static NO_DOUBT: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "without interruption", "without interruptions", "without a break", "without break", "without gap", "no gap", "no gaps", "no break", "no interruption",
    "uninterrupted", "non-stop", "not including internships", "sans interruption", "sans interruptions", "sans pause", "non-governmental", "non-profit", "non profit",
    "not-for-profit", "hors stages", "hors stage", "sans compter les stages", "sans les stages", "excluding internships", "excluding internship", "excl internships", "without internships",
    "not counting internships", "équivalent temps plein", "equivalent full-time", "no less", "non gouvernementale", "non gouvernemental", "non gouvernementales", "non lucratif", "but lucratif", "à but non lucratif", "no doubt",
    ])]));

/// What a degree or a stage does not make doubtful in a duration that is told as such.
#[rustfmt::skip]
static ONLY_IN_PERIODS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "thesis", "phd", "doctorat", "thèse", "master", "masters", "master's", "bachelor", "licence", "formation", "parental", "parentale", "maternité", "maternity",
    "various", "divers",
])]));

/// What makes less of a duration or a period than it says: not yet, not all of it, or not of the kind that is asked.
#[rustfmt::skip]
static LESSER: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "going on", "from now", "barely", "hardly", "scarcely", "à peine", "next week", "next month", "next year", "next spring", "next summer", "next autumn", "next winter", "soon", "year end", "end of the year", "end of year",
    "end of this year", "end of the month", "later this year", "shy of", "verge of", "almost at", "nearly at", "not far from", "or nearly", "or almost", "or close", "or thereabouts",
    "rounded up", "rounded to", "rounding", "to be confirmed", "to be verified", "to be checked", "to confirm", "to verify", "to check", "unverified", "unconfirmed",
    "unrelated", "irrelevant", "another field", "another sector", "another domain", "another area", "another industry", "another profession", "other field", "other fields",
    "other sector", "other sectors", "other domain", "other domains", "other area", "other areas", "other industries", "different field", "different sector", "different area",
    "different domain", "different industry", "elsewhere", "part of", "some of", "half the", "intermittently", "intermittence", "occasional", "occasionally",
    "sporadic", "sporadically", "periodically", "now and then", "from time to time", "off and on", "seasonal", "seasonally", 
    "semaine prochaine", "mois prochain", "an prochain", "année prochaine", "prochainement", "fin de l'année", "fin d'année", "fin de cette année", "fin du mois", "en fin d'année",
    "ou presque", "ou pas loin", "pas loin de", "arrondi", "arrondis", "arrondie", "arrondies", "à peu de choses près", "à peu de chose près", "à vérifier", "à valider", "à préciser", "non vérifié",
    "autre domaine", "autres domaines", "autre secteur", "autres secteurs", "autre métier", "autres métiers", "autre branche", "autre profession", "domaine différent", "secteur différent",
    "ailleurs", "moitié", "une partie", "en partie", "partie des", "par intermittence", "occasionnel", "occasionnelle", "occasionnellement", "ponctuel", "ponctuelle", "ponctuels",
    "ponctuelles", "ponctuellement", "sporadique", "sporadiquement", "de temps en temps", "de temps à autre", "saisonnier", "saisonnière", "intermittente", "intermittents", "quelquefois", "parfois",
])]));

/// Few pieces of work, whose time is not said.
#[rustfmt::skip]
static PIECES: &[&str] = &[
    "mission", "missions", "project", "projects", "projet", "projets", "contract", "contracts", "contrat", "contrats", "assignment", "assignments", "consultancies", "consultations",
    "stage", "stages", "internships", "jobs", "gigs", "interventions", "formations", "trainings", "months", "mois",
];

/// What is counted that is no time: "7 countries".
#[rustfmt::skip]
static COUNTED: &[&str] = &[
    "country", "countries", "pays", "position", "positions", "post", "posts", "poste", "postes", "job", "jobs", "emploi", "emplois", "role", "roles", "fonctions", "people", "persons", "person",
    "staff", "personne", "personnes", "collaborateurs", "collaborators", "employees", "employes", "members", "membres", "agents", "reports", "subordinates", "consultants", "volunteers", "benevoles", "interns",
    "stagiaires", "colleagues", "collegues", "lawyers", "avocats", "defenders", "defenseurs", "children", "enfants", "language", "languages", "langue", "langues", "publication", "publications",
    "article", "articles", "papers", "reports", "rapports", "books", "livres", "employer", "employers", "employeur", "employeurs", "client", "clients", "customers", "ngo", "ngos", "ong",
    "organisation", "organisations", "organization", "organizations", "associations", "institutions", "agencies", "agences", "companies", "entreprises", "partners", "partenaires", "offices", "bureaux",
    "diplome", "diplomes", "degree", "degrees", "certificate", "certificates", "certificat", "certificats", "certifications", "courses", "cours", "training", "trainings", "formation", "formations",
    "internship", "internships", "stage", "stages", "summer", "summers", "etes", "star", "stars", "etoile", "etoiles", "point", "points", "continents", "cities", "villes", "regions",
    "places", "lieux", "teams", "equipes", "grants", "donors", "bailleurs", "campaigns", "campagnes", "cases", "dossiers", "affaires", "references", "awards", "prix", "euros", "eur", "usd", "k",
    "mission", "missions", "project", "projects", "projet", "projets", "programmes", "programs", "contract", "contracts", "contrat", "contrats", "assignments", "consultancies",
];

/// Words that may stand after a number of years that has no unit.
#[rustfmt::skip]
static AFTER_BARE: &[&str] = &[
    "at", "in", "as", "with", "within", "for", "of", "chez", "a", "au", "aux", "en", "comme", "dans", "pour", "avec", "de", "d", "du", "des", "and", "et", "or", "ou", "plus", "to", "since", "depuis",
    "from", "on", "relevant", "professional", "work", "working", "total", "altogether", "full", "exact", "exactly", "only", "seulement", "years", "year", "ans", "yoe", "y", "exp", "dont", "including", "incl", "pertinentes",
    "pertinents", "professionnelles", "exactement", "pile", "environ", "env", "approx", "about", "max", "min", "maximum", "minimum", "maxi", "mini", "soit", "ie", "i", "then", "puis", "now", "see", "voir", "cf", "revolus", "jahre",
    "bis", "x", "non", "no", "not", "pas", "actually", "rather", "part", "temps", "mi", "so", "currently", "actuellement", "presently", "ce", "bien", "tout", "tous", "all", "ok", "thanks", "merci", "ft", "until", "jusqu", "up", "or",
];

/// Where it is lived, and what one is, since then: no work.
#[rustfmt::skip]
static LIVED: &[&str] = &[
    "live", "lived", "living", "lives", "reside", "resides", "resided", "residing", "married", "divorced", "retired", "graduated", "naturalised", "naturalized", "emigrated",
    "immigrated", "exiled", "widowed", "jobless", "inactive",
    "habite", "habitant", "habite", "vis", "vit", "vivant", "vecu", "residant", "domicilie", "domiciliee", "divorce", "divorcee", "retraite", "retraitee", "diplome", "diplomee",
    "naturalise", "naturalisee", "exile", "exilee", "pacse", "pacsee", "veuf", "veuve",
];

/// What one is in a country.
#[rustfmt::skip]
static STATUS: &[&str] = &[
    "refugee", "resident", "citizen", "national", "inhabitant", "migrant", "immigrant", "expat", "expatriate", "pensioner", "graduate", "mother", "father", "parent", "alumnus", "alumna", "visa", "permit", "permis", "sejour", "passport", "maman", "papa", "mum", "mom", "sick", "ill", "malade", "based", "settled",
    "marie", "mariee", "installe", "installee", "arrive", "arrivee", "base", "basee",
    "refugie", "refugiee", "residente", "citoyen", "citoyenne", "ressortissant", "ressortissante", "habitante", "expatrie", "expatriee", "mere", "pere", "apatride", "immigre", "immigree",
];

/// What years can be of, and are not of work.
#[rustfmt::skip]
static LIFE_ITSELF: &[&str] = &[
    "marriage", "mariage", "exile", "exil", "prison", "jail", "detention", "captivity", "captivite", "school", "schooling", "ecole", "lycee", "life", "vie", "retirement", "residence",
    "residency", "motherhood", "parenthood", "maternite", "relationship", "couple", "therapy", "therapie", "celibat",
];

/// Nationalities that are often written beside a status.
#[rustfmt::skip]
static NATIONS: &[&str] = &[
    "belge", "belgian", "suisse", "swiss", "francais", "francaise", "french", "allemand", "allemande", "german", "italien", "italienne", "espagnol", "espagnole", "british", "britannique", "american", "americain",
    "americaine", "canadien", "canadienne", "canadian", "europeen", "europeenne", "european", "permanent", "permanente", "legal", "legale", "politique",
];

/// Words that tell of work, where a place is named.
#[rustfmt::skip]
static WORK: &[&str] = &[
    "poste", "post", "fonction", "fonctions", "compte", "temps", "time", "activite", "active", "actif", "secteur", "sector", "domaine", "field", "ong", "ongs", "ngo", "ngos", "onu", "un", "ue", "eu", "hcr", "unhcr", "ohchr",
    "hcdh", "cicr", "icrc", "msf", "oxfam", "amnesty", "fidh", "omct", "hrw", "droit", "droits", "rights", "humanitaire", "humanitarian", "travail", "work", "working", "job", "emploi", "exercice", "charge",
    "management", "gestion", "direction", "plaidoyer", "advocacy", "law", "justice", "protection", "developpement", "development", "defense", "defence", "cooperation", "civile", "civil", "freelance", "consultant", "consultante",
    "consulting", "ministere", "ministry", "barreau", "bar", "cabinet", "enseignement", "teaching", "recherche", "research", "politique", "policy", "programme", "programmes", "program", "programs", "office", "bureau",
    "cdi", "cdd", "role", "position", "practice", "team", "equipe", "total", "tout", "all", "tant", "as", "comme", "ddh", "dh", "hr", "hrd", "hrds", "service", "services", "international", "internationale", "relations", "association", "associations",
    "associatif", "organisation", "organization", "organisations", "organizations", "federation", "fondation", "foundation", "tribunal", "cour", "court", "parlement", "parliament", "commission", "ambassade", "embassy", "lobbying", "campaigning",
    "communication", "finance", "project", "projects", "projet", "projets", "career", "carriere", "profession", "industry", "area", "business", "private", "prive", "public", "lawyer", "avocat", "avocate", "nations", "agency", "agence",
];

/// Said before an amount, beside what every reader of amounts knows.
#[rustfmt::skip]
static BOUNDS: LazyLock<Phrases<Bound>> = LazyLock::new(|| Phrases::new(&[
    (Bound::AtMost, &["upto", "uptill", "jusque"]),
    (Bound::Under, &["less then", "moins que", "not yet", "pas encore", "not even", "même pas"]),
    (Bound::Exactly, &["exactly", "exactement"]),
]));

/// Said after an amount.
#[rustfmt::skip]
static NOTED: LazyLock<Phrases<Bound>> = LazyLock::new(|| Phrases::new(&[
    (Bound::AtMost, &["maxi", "grand maximum"]),
    (Bound::Almost, &["presque", "quasi", "quasiment", "pratiquement", "bientôt", "almost", "nearly", "not quite", "pas tout à fait"]),
    (Bound::About, &["or thereabouts", "thereabouts", "ish", "environ", "env", "approx", "approximately", "approximate", "about", "circa", "ca", "roughly", "estimated", "estimate", "estimation", "estimé", "à peu près",
        "approximatif", "approximativement", "more or less", "give or take", "plus ou moins"]),
]));

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    AtMost,
    Under,
    Exactly,
    Almost,
    About,
}

/// Nothing of it, whatever words of its kind follow.
#[rustfmt::skip]
static NO_EXPERIENCE: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "no experience", "no relevant experience", "no professional experience", "no work experience", "no previous experience", "no prior experience",
    "no such experience", "no experience at all", "i have no experience", "i do not have any experience", "i don't have any experience", "without experience",
    "without any experience", "zero experience", "no years of experience", "none of experience", "not any experience",
    "aucune expérience", "pas d'expérience", "sans expérience", "je n'ai pas d'expérience", "je n'ai aucune expérience", "aucune expérience professionnelle",
    "aucune expérience pertinente", "aucune année d'expérience", "pas encore d'expérience", "pas d'expérience professionnelle", "n'ai pas d'expérience", "n'ai aucune expérience",
    "expérience : aucune", "experience: none", "pas d'expérience pertinente", "zéro expérience",
])]));

/// Nothing of what follows.
#[rustfmt::skip]
static NONE: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &["none", "nothing", "aucun", "aucune", "rien"])]));

/// Nothing of it, where the cell says hardly more.
#[rustfmt::skip]
static NOTHING: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "none", "no", "nil", "nothing", "never", "not yet", "not any", "beginner", "no years", "none whatsoever",
    "aucun", "aucune", "néant", "nul", "nulle", "non", "rien", "jamais", "pas encore", "débutant", "débutante", "aucune année", "débutant(e)",
])]));

/// What does not count as full: "no significant experience" is some.
#[rustfmt::skip]
static SOME: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "direct", "formal", "specific", "specifically", "paid", "significant", "extensive", "long", "full", "per se", "as such", "officially", "but", "however", "except",
    "only", "lack", "less", "limited", "shortage", "problem", "other than", "outside", "apart", "yes", "some", "significative", "directe", "formelle", "formel", "spécifique", "rémunérée", "longue", "en tant que telle",
    "mais", "cependant", "toutefois", "sauf", "hormis", "hors", "seulement", "oui", "si", "à part", "autre que", "?",
])]));

/// Joints between two durations that make the second a part of the first.
#[rustfmt::skip]
static INCLUDING: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "including", "of which", "of them", "of these", "of those", "incl", "includes", "among which", "out of which", "with",
    "dont", "y compris", "parmi lesquelles", "parmi lesquels", "incluant", "avec",
])]));

/// Joints that say the same again: "= 7 ans", "soit 84 mois".
#[rustfmt::skip]
static EQUALS: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "=", "i.e.", "ie", "total", "in total", "total of", "that is", "altogether", "overall", "soit", "c'est-à-dire", "au total", "total de", "en tout", "cumul",
])]));

/// Words that hang a place of work on a duration, and so say nothing of its subject.
#[rustfmt::skip]
static AT_A_PLACE: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "at", "chez", "à", "au", "aux", "auprès", "au sein", "within",
])]));

/// What is no place of work after all: "at management level".
#[rustfmt::skip]
static NO_PLACE: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(&[((), &[
    "level", "levels", "niveau", "niveaux", "position", "poste", "post", "grade", "senior", "junior", "head", "chef", "cheffe", "tête", "plein", "partiel", "temps",
    "time", "mi-temps", "responsabilité", "management", "gestion", "direction", "university", "université", "school", "école", "in", "as", "en", "comme", "field", "terrain",
])]));

/// Work of less than all the time.
#[rustfmt::skip]
static SHARES: LazyLock<Phrases<(f64, f64)>> = LazyLock::new(|| Phrases::new(&[
    ((1.0 / 3.0, 1.0 / 3.0), &["tiers-temps", "tiers temps"]),
    ((0.25, 0.25), &["quart-temps", "quart temps"]),
    ((0.5, 0.5), &["half-time", "half time", "mi-temps", "à mi-temps"]),
    ((1.0, 1.0), &["full-time", "full time", "plein temps", "temps plein", "temps complet", "à temps plein"]),
    ((0.0, 1.0), &["part-time", "part time", "temps partiel", "à temps partiel"]),
]));

/// All the years that a cell can mean.
///
/// A duration beside the periods that make it is held against them: what fits both is meant, and where they contradict
/// anything between. Several durations are from the largest (or, where each may be of another subject, the smallest)
/// to their sum. A bare year, an age, and more years than a life has cannot be read.
#[must_use]
pub fn read(cell: &str, formats: &Formats, as_of: NaiveDate, prorate: bool) -> Reading {
    if cell.len() > LIMIT {
        return Reading::UNREADABLE;
    }
    let bare = markup::bare(cell);
    let Some(said) = boxes::answer(&bare) else { return Reading::UNREADABLE };
    let parts = Parts::new(&said);
    if is_nothing(&parts) {
        return Reading::exactly(0.0);
    }
    let mut all = Meanings::default();
    let mut plausible = false;
    for habit in calendar::habits(&parts, formats.dates, as_of) {
        for decimal in habits(&parts, formats) {
            if let Some(range) = Scan::new(&parts, habit, *decimal, as_of, prorate).years() {
                plausible |= range.low <= LIFE && (range.high <= LIFE + 20.0 || range.high.is_infinite());
                all.add(range);
            }
        }
    }
    if plausible { all.reading() } else { Reading::UNREADABLE }
}

/// Whether the cell says that there is nothing of it.
fn is_nothing(parts: &Parts) -> bool {
    let start = (0..parts.len()).find(|at| parts.sort(*at) != Some(Sort::Mark)).unwrap_or(0);
    // "No team management experience"
    let no = matches!(parts.text(start), "no" | "zero");
    let of_experience = no
        .then(|| (start + 1..start + 5).find(|at| parts.text(*at).starts_with("experienc")))
        .flatten()
        .map(|at| at + 1);
    // "Aucune en management", but not "none of the above".
    let of_none = || {
        let ((), end) = NONE.longest(parts, start)?;
        matches!(parts.text(end), "in" | "en" | "as" | "dans" | "comme" | "with" | "avec").then_some(end)
    };
    if NO_EXPERIENCE.longest(parts, start).is_some() || of_experience.is_some() || of_none().is_some() {
        let counts = |at: usize| {
            let one = matches!(parts.text(at), "un" | "une" | "one" | "zero" | "a");
            parts.figure(at).is_some()
                || !one && super::spelled::read(parts, at).is_some()
                || matches!(parts.text(at), "several" | "plusieurs" | "quelques" | "few")
        };
        return parts.len() < 40 && !(start..parts.len()).any(|at| counts(at) || SOME.longest(parts, at).is_some());
    }
    let mut end = start;
    while let Some(((), next)) = NOTHING.longest(parts, end) {
        // "aucune (débutante)"
        end = next + usize::from(matches!(parts.text(next), "(" | ","));
    }
    end > start && nothing_more(parts, end)
}

/// A duration found in a cell, and how it hangs on the one before.
#[derive(Clone, Copy, Debug)]
struct Told {
    found: Found,
    range: Range,
    segment: usize,
    joint: Joint,
    /// Hung on a place of work, or on nothing.
    place: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// One more.
    More,
    /// In parentheses.
    Parenthesis,
    /// A part of the one before.
    Including,
    /// The same again.
    Equals,
    /// After a slash: the same in another language, or one more.
    Slash,
}

struct Scan<'a> {
    parts: &'a Parts,
    habit: Habit,
    grammar: Grammar<'a>,
    as_of: NaiveDate,
    prorate: bool,
    spans: Vec<(Span, usize, usize, usize)>,
    points: Vec<Span>,
    /// Where the points stand.
    dated: Vec<(usize, usize)>,
    told: Vec<Found>,
    told_segment: Vec<usize>,
    doubts: Vec<usize>,
    /// A doubt that only matters beside periods.
    soft_doubts: Vec<usize>,
    /// Where it says that it is not known.
    unknown: Vec<usize>,
    shares: Vec<((f64, f64), usize, usize)>,
    month_words: bool,
    open: bool,
    words: usize,
    /// The place after the last span or point.
    last: usize,
    /// Whether "que" makes a French negation an "only".
    only: bool,
    /// Whether the cell says that it tells of experience, and not of an age.
    experience: bool,
    /// Where it says that not all of it counts.
    lesser: Vec<usize>,
}

impl<'a> Scan<'a> {
    fn new(parts: &'a Parts, habit: Habit, decimal: Decimal, as_of: NaiveDate, prorate: bool) -> Self {
        let any = |test: &dyn Fn(&str) -> bool| (0..parts.len()).any(|at| test(parts.text(at)));
        Self {
            parts,
            habit,
            grammar: Grammar { parts, mode: Mode::Years, decimal, money: false },
            as_of,
            prorate,
            spans: Vec::new(),
            points: Vec::new(),
            dated: Vec::new(),
            told: Vec::new(),
            told_segment: Vec::new(),
            doubts: Vec::new(),
            soft_doubts: Vec::new(),
            unknown: Vec::new(),
            shares: Vec::new(),
            month_words: false,
            open: false,
            words: 0,
            last: 0,
            only: any(&|text| matches!(text, "que" | "qu")),
            experience: any(&|text| text.starts_with("exper") || text.starts_with("trava")),
            lesser: Vec::new(),
        }
    }

    /// All that the cell can mean, in years.
    fn years(mut self) -> Option<Range> {
        self.scan()?;
        if !self.spans.is_empty() {
            return self.periods();
        }
        let all = self.durations()?;
        Some(if self.lesser.is_empty() { all } else { from_nothing(all) })
    }

    fn scan(&mut self) -> Option<()> {
        let parts = self.parts;
        let mut at = 0;
        let mut segment = 0;
        while at < parts.len() {
            if parts.sort(at) == Some(Sort::Line) || matches!(parts.text(at), ";" | "|" | "•") {
                segment += 1;
                at += 1;
                continue;
            }
            if let Some(found) = self.part_at_a_share(at) {
                self.told.push(found);
                self.told_segment.push(segment);
                at = found.end;
                continue;
            }
            if let Some((share, end)) = self.share(at) {
                self.shares.push((share, segment, at));
                at = end;
                continue;
            }
            if let Some((event, end)) = period::find(parts, at, self.habit) {
                match event {
                    Event::Span(span) | Event::Start(span) => {
                        if self.is_pieces(at) {
                            self.lesser.push(segment);
                        }
                        let since = matches!(parts.text(at), "since" | "depuis" | "ever");
                        if self.is_life(at, since) || self.is_life_after(at, end, since) {
                            self.doubts.push(segment);
                            self.open = true;
                        }
                        self.spans.push((span, segment, at, end));
                    }
                    Event::Point(span) => {
                        let late = (at..end).any(|at| matches!(parts.text(at), "end" | "late" | "fin" | "fall"));
                        if late && !span.is_over(self.as_of) {
                            self.lesser.push(segment);
                        }
                        self.points.push(span);
                        self.dated.push((at, end));
                    }
                    Event::Unbounded => self.open = true,
                    Event::Nonsense => return None,
                }
                // "13/2012 - 2016": a figure that no date takes.
                let mark =
                    at > 1 && matches!(parts.text(at - 1), "/" | "-" | ".") && !parts.gap(at) && !parts.gap(at - 1);
                if mark && parts.figure(at - 2).is_some() && self.last != at - 1 {
                    return None;
                }
                at = end;
                self.last = end;
                continue;
            }
            if calendar::is_triple(parts, at) {
                return None;
            }
            // "Genève – de 09/2010 à 08/2019" is no "less than".
            if parts.is(at, "-") && matches!(period::find(parts, at + 1, self.habit), Some((Event::Span(_), _))) {
                at += 1;
                continue;
            }
            if let Some(found) = self.bounded(at).or_else(|| self.grammar.find(at)) {
                if self.is_no_work(&found) {
                    self.doubts.push(segment);
                }
                if self.is_pieces(found.start) || self.is_of_many(&found) {
                    self.lesser.push(segment);
                }
                self.told.push(found);
                self.told_segment.push(segment);
                at = found.end.max(at + 1);
                continue;
            }
            if let Some(((), end)) = NO_DOUBT.longest(parts, at) {
                at = end;
                continue;
            }
            if at == 0
                && let Some((first, only)) = self.no_but(at)
            {
                if !only {
                    self.lesser.push(segment);
                }
                at = first;
                continue;
            }
            let full_time = parts.is(at, "equivalent") && parts.is(at.wrapping_sub(1), "time");
            if full_time {
                at += 1;
                continue;
            }
            if let Some(end) = self.lessened(at) {
                at = end;
                continue;
            }
            if LESSER.longest(parts, at).is_some() && self.makes_less(at) {
                self.lesser.push(segment);
            }
            if let Some(((), end)) = DOUBT.longest(parts, at) {
                // "plus de 5 ans mais moins de 7 ans"
                let joins =
                    matches!(parts.text(at), "but" | "mais")
                        && self.told.last().is_some_and(|told| {
                            told.end == at && told.range.is_some_and(|range| range.high.is_infinite())
                        })
                        && self.grammar.find(end).is_some_and(|next| {
                            next.range.is_some_and(|next| next.high.is_finite() && next.low <= 0.0)
                        });
                if joins {
                    at = end;
                    continue;
                }
                if matches!(parts.text(at), "?" | "tbc" | "tbd" | "inconnu" | "unknown") {
                    self.unknown.push(segment);
                }
                if ONLY_IN_PERIODS.longest(parts, at).is_some_and(|((), soft)| soft == end) {
                    self.soft_doubts.push(segment);
                } else {
                    self.doubts.push(segment);
                }
                at = end;
                continue;
            }
            match parts.text(at) {
                // "3 x 4 ans"
                "x" if parts.figure(at + 1).is_some() || at > 0 && parts.figure(at - 1).is_some() => {
                    self.doubts.push(segment)
                }
                // "j'ai 35 ans" is an age.
                "ai" if self.grammar.find(at + 1).is_some_and(|age| age.range.is_some_and(|age| age.low >= 18.0))
                    && !self.experience =>
                {
                    self.doubts.push(segment);
                }
                "etc" | "others" | "autres" | "more" | "since" | "depuis" => {
                    let more = !parts.is(at, "more") || !self.spans.is_empty();
                    self.open |= more && !(parts.text(at).len() > 4 && self.grammar.find(at + 1).is_some());
                }
                "n" if parts.is(at + 1, "'") && !self.only => self.doubts.push(segment),
                _ => {}
            }
            if parts.word(at).is_some() {
                self.words += 1;
                // "05-Jul" is what a spreadsheet makes of "5-7".
                let near = |at: usize| parts.figure(at).is_some();
                let by = at > 0
                    && matches!(
                        parts.text(at - 1),
                        "in" | "en" | "by" | "since" | "depuis" | "ici" | "of" | "from" | "until"
                    );
                let figure = by || near(at + 1) || at > 0 && near(at - 1) || (at > 1 && near(at - 2)) || near(at + 2);
                self.month_words |= calendar::month(parts.text(at)).is_some() && figure;
            }
            at += 1;
        }
        Some(())
    }

    /// A share of working time that starts at this place: `50%`, `50-60 %`, "part-time", hours.
    fn share(&self, at: usize) -> Option<((f64, f64), usize)> {
        let parts = self.parts;
        if let Some(found) = SHARES.longest(parts, at) {
            return Some(found);
        }
        let percent = |at: usize| -> Option<(f64, usize)> {
            let figure = parts.figure(at).filter(|f| f.len() <= 3)?;
            let decimals =
                matches!(parts.text(at + 1), "." | ",") && parts.glued_figure(at + 2).is_some() && !parts.gap(at + 1);
            Some((figure.parse::<f64>().ok()?, at + 1 + if decimals { 2 } else { 0 }))
        };
        let (low, end) = percent(at)?;
        let sign = |at: usize| match parts.text(at) {
            "%" | "percent" | "pct" => Some(at + 1),
            "pour" | "per" if parts.is(at + 1, "cent") => Some(at + 2),
            _ => None,
        };
        let share = |low: f64, high: f64| {
            if low > high || high > 100.0 { (0.0, 1.0) } else { (low / 100.0, high / 100.0) }
        };
        if let Some(end) = sign(end) {
            return Some((share(low, low), end));
        }
        if matches!(parts.text(end), "-" | "a" | "to")
            && let Some((high, end)) = percent(end + 1)
            && let Some(end) = sign(end)
        {
            return Some((share(low, high), end));
        }
        self.part_of_a_post(at)
            // "20h/semaine", "2000 hours": how much of the time is not said.
            .or_else(|| {
                let hours = matches!(parts.text(end), "h" | "hours" | "hour" | "hrs" | "heures" | "heure");
                hours.then_some(((0.0, 1.0), end + 1))
            })
    }

    /// "0.5 FTE", "4/5 temps", or just after a period "(0.8)" and "(4/5)".
    fn part_of_a_post(&self, at: usize) -> Option<((f64, f64), usize)> {
        let parts = self.parts;
        let mark = matches!(parts.text(at + 1), "." | "," | "/") && !parts.gap(at + 1);
        let (first, second) = (parts.figure(at)?, parts.glued_figure(at + 2).filter(|_| mark));
        let (value, end) = match (parts.text(at + 1), second) {
            ("/", Some(under)) => (first.parse::<f64>().ok()? / under.parse::<f64>().ok()?, at + 3),
            (_, Some(decimals)) => (format!("{first}.{decimals}").parse().ok()?, at + 3),
            _ => (first.parse().ok()?, at + 1),
        };
        let named = matches!(parts.text(end), "fte" | "etp" | "temps" | "time");
        let noted = at > 0 && self.last == at - 1 && parts.is(at - 1, "(") && parts.is(end, ")");
        let fits = value > 0.0 && value <= 1.0 && (named || noted && second.is_some());
        fits.then_some(((value, value), end + usize::from(named)))
    }

    /// A cell of durations, without periods.
    fn durations(&self) -> Option<Range> {
        if !self.doubts.is_empty() || self.month_words || self.open || self.words > WORDS {
            return None;
        }
        // "7 ans en 2026", "7 years by the end of 2024" is less today.
        let by = (0..self.parts.len()).any(|at| matches!(self.parts.text(at), "by" | "ici"));
        if self.points.iter().any(|point| point.is_after(self.as_of) || by && !point.is_over(self.as_of)) {
            return None;
        }
        let told = self.told(false)?;
        let (first, rest) = told.split_first()?;
        let shared = self.shared_parts(&told);
        let is_shared =
            |part: &Told| shared.iter().any(|shared| shared.start == part.found.start && (shared.sure || self.prorate));
        let mut all = first.range;
        // "2, 3 ans": which of the two it is, or both, is not said.
        let mut places =
            first.place && (first.found.unit.is_some() || rest.iter().all(|next| next.found.unit.is_none()));
        let mut breakdown = self.breakdown(&told);
        if rest.iter().take(breakdown).all(is_shared) {
            breakdown = 0;
        }
        if breakdown > 1 {
            let sum = rest[..breakdown].iter().fold(Range::exactly(0.0), |sum, part| Range {
                low: sum.low + part.range.low,
                high: sum.high + part.range.high,
                ..part.range
            });
            all = meet(all, sum).unwrap_or_else(|| all.hull(sum));
        }
        for next in &rest[if breakdown > 1 { breakdown } else { 0 }..] {
            let part = next.range.high <= all.high;
            let common = meet(all, next.range);
            all = match next.joint {
                Joint::Parenthesis | Joint::Equals | Joint::Slash if common.is_some() => common?,
                // "7 (6.5)"
                Joint::Parenthesis if self.parts.is(next.found.end, ")") => all.hull(next.range),
                Joint::Including | Joint::Parenthesis if part && next.place => all,
                _ if is_shared(next) => all,
                Joint::Including | Joint::Parenthesis => all.hull(next.range),
                Joint::Equals => all.hull(next.range),
                Joint::More if both_bounds(all, next.range).is_some_and(|_| all.high.is_infinite()) => {
                    both_bounds(all, next.range)?
                }
                Joint::More | Joint::Slash => {
                    places &= next.place;
                    let (low, low_open) = if (all.low <= next.range.low) == places {
                        (next.range.low, next.range.low_open)
                    } else {
                        (all.low, all.low_open)
                    };
                    Range {
                        low,
                        low_open,
                        high: all.high + next.range.high,
                        high_open: all.high_open && next.range.high_open,
                    }
                }
            };
        }
        if rest.is_empty() {
            all.high += self.since_told(first.found.end);
        }
        if self.prorate {
            let of_the_whole = self.shares.iter().filter(|share| !is_owned(&shared, share.2));
            let share = one_share(of_the_whole.map(|share| self.share_told(share))).unwrap_or((1.0, 1.0));
            all = weigh_all(all, share, &shared, first.place);
        }
        Some(all)
    }

    /// How many durations stand in the parenthesis after the first one: "7 ans (2 ans à Genève, 5 ans à Bruxelles)".
    fn breakdown(&self, told: &[Told]) -> usize {
        let [first, second, ..] = told else { return 0 };
        if second.joint != Joint::Parenthesis {
            return 0;
        }
        let open = (first.found.end..second.found.start).find(|at| self.parts.is(*at, "("));
        let Some(open) = open else { return 0 };
        let close = (open..self.parts.len()).find(|at| self.parts.is(*at, ")")).unwrap_or(open);
        told[1..].iter().take_while(|part| part.found.end <= close).count()
    }

    /// The durations of the cell, without the numbers that count something else. Nothing where one makes no sense.
    fn told(&self, beside_periods: bool) -> Option<Vec<Told>> {
        let parts = self.parts;
        let mut told: Vec<Told> = Vec::new();
        let mut factor = 1.0;
        for (index, found) in self.told.iter().enumerate() {
            if let Some(last) = told.last_mut()
                && let Some(by) = self.spread(&last.found, found)
            {
                last.range = Range::between((last.range.low - by).max(0.0), last.range.high + by);
                continue;
            }
            let previous = told.last().map(|told| told.found.end);
            let mut joint = self.joint(previous, found.start);
            // "dont 3 au HCR et 2 au CICR"
            if let (Joint::More, Some(before)) = (joint, told.last())
                && matches!(before.joint, Joint::Including | Joint::Parenthesis)
                && !(before.found.end..found.start).any(|at| matches!(parts.text(at), ")" | ";" | ""))
            {
                joint = Joint::Including;
            }
            // "7/8" may be a day.
            let glued = |mark: usize, figure: usize| parts.is(mark, "/") && parts.figure(figure).is_some();
            if found.unit.is_none()
                && !beside_periods
                && (glued(found.end, found.end + 1) || found.start > 1 && glued(found.start - 1, found.start - 2))
            {
                return None;
            }
            if found.unit.is_none() && !self.counts(found, previous, joint, beside_periods) {
                if previous.is_none() && !beside_periods && !self.told[index..].iter().any(|later| later.unit.is_some())
                {
                    return None;
                }
                // "7 (or 8) years"
                if !beside_periods && matches!(parts.text(found.start.wrapping_sub(1)), "or" | "ou" | "voire" | "even")
                {
                    return None;
                }
                // "6 CDD d'un an"
                let times = |at: usize| matches!(parts.text(at), "d" | "de" | "of" | "'" | "x" | "for" | "a");
                let next = self.told.get(index + 1).filter(|next| next.unit.is_some());
                if !beside_periods
                    && let Some(each) = next.filter(|next| times(next.start.wrapping_sub(1)))
                    && (found.end..each.start).all(|at| parts.word(at).is_some() || parts.is(at, "'"))
                {
                    factor = found.range.map_or(1.0, |range| range.high.max(1.0));
                }
                if !beside_periods && let Some(last) = told.last_mut() {
                    self.correct(last, found);
                }
                continue;
            }
            let range = found.range?;
            if range.low < 0.0 || (found.unit.is_none() && range.low > BARE && range.low < 200.0) {
                return None;
            }
            let next = self.told.get(index + 1).map_or(parts.len(), |next| next.start);
            let mut found = *found;
            let mut range = self.noted(&found, self.or_a_range(&found, range));
            range.high *= std::mem::replace(&mut factor, 1.0);
            // "7 years of experience or more"
            let mut later = found.end;
            while later < next {
                if let Some((more, end)) = LATER.longest(parts, later) {
                    if end <= next && self.grammar.find(later).is_none() {
                        range = self.grammar.bound(range, more);
                    }
                    later = end;
                } else {
                    later += 1;
                }
            }
            let place = self.place(found.end, next);
            found.range = Some(range);
            told.push(Told { found, range, segment: self.told_segment[index], joint, place });
        }
        Some(told)
    }

    /// "7 ± 1", "8 +/- 2": by how much a duration may be more or less.
    fn spread(&self, last: &Found, found: &Found) -> Option<f64> {
        let parts = self.parts;
        let start = found.start;
        let before = parts.is(start.wrapping_sub(1), "-") && parts.is(start.wrapping_sub(2), "/");
        let signed = parts.is(start, "±") || parts.is(start, "+") && parts.is(start + 1, "/") || before;
        // What is read as "about 1" is 1 here.
        let by = found.range.map(|range| f64::midpoint(range.low, range.high))?;
        (last.end == start && signed && by.is_finite()).then_some(by)
    }

    /// A number beside a duration that may correct it, or be the part of it that counts: "8 (corrected: 5)". What
    /// clearly counts something else does not.
    fn correct(&self, last: &mut Told, found: &Found) {
        let parts = self.parts;
        let Some(range) = found.range.filter(|range| range.low >= 0.0 && range.low <= BARE) else { return };
        // "p. 2"
        let stop = usize::from(parts.is(found.start.wrapping_sub(1), "."));
        let before = found.start.checked_sub(1 + stop).map_or("", |at| parts.text(at));
        let glued = found.start > 0 && !parts.gap(found.start) && parts.word(found.start - 1).is_some();
        let another = COUNTED.contains(&parts.text(found.end))
            || parts.word(found.end).is_some() && !parts.gap(found.end)
            || COUNTED.contains(&parts.text(found.end + 1)) && parts.word(found.end).is_some();
        let counts_else = matches!(
            before,
            "of" | "de"
                | "d"
                | "in"
                | "dans"
                | "en"
                | "a"
                | "page"
                | "p"
                | "pp"
                | "pg"
                | "section"
                | "annex"
                | "annexe"
                | "article"
                | "level"
                | "niveau"
                | "grade"
                | "no"
                | "#"
                | "with"
                | "avec"
                | "option"
                | "least"
                | "managing"
                | "gerant"
                | "an"
                | "un"
                | "the"
                | "les"
                | "par"
                | "by"
                | "per"
                | "than"
                | "to"
                | "que"
        );
        let one = found.spelled && range.high <= 1.0;
        if one || glued || another || counts_else {
            return;
        }
        last.range = last.range.hull(range);
    }

    /// "2/3 ans" is "2 à 3 ans" for many: the fraction, and all up to its second number.
    fn or_a_range(&self, found: &Found, range: Range) -> Range {
        let parts = self.parts;
        let Some(at) = (found.start..found.end).find(|at| parts.figure(*at).is_some()) else { return range };
        let slash = parts.is(at + 1, "/") && at + 2 < found.end.max(at + 3);
        let (Some(top), Some(under)) = (
            parts.figure(at).and_then(|figure| figure.parse::<f64>().ok()),
            parts.glued_figure(at + 2).filter(|_| slash).and_then(|figure| figure.parse::<f64>().ok()),
        ) else {
            return range;
        };
        let half = top <= 1.0 && under <= 2.0;
        if half || top >= under || range.high > 1.0 || range.low < 0.0 {
            return range;
        }
        let scale = range.high / (top / under);
        Range { high: (under * scale).max(range.high), high_open: false, ..range }
    }

    /// What is said after an amount, perhaps in parentheses: "7 (environ)", "7 ans maxi".
    fn noted(&self, found: &Found, range: Range) -> Range {
        let parts = self.parts;
        let opened = usize::from(matches!(parts.text(found.end), "(" | "," | "-"));
        let Some((bound, end)) = NOTED.longest(parts, found.end + opened) else { return range };
        let closed = end >= parts.len() || parts.word(end).is_none() && parts.figure(end).is_none();
        if closed { bounded(range, bound, found.unit) } else { range }
    }

    /// An amount with a word before it that sets a bound.
    fn bounded(&self, at: usize) -> Option<Found> {
        let (bound, end) = BOUNDS.longest(self.parts, at)?;
        let found = self.grammar.find(end)?;
        Some(Found {
            range: found.range.map(|range| bounded(range, bound, found.unit)),
            start: at,
            spelled: found.spelled && bound != Bound::Exactly,
            ..found
        })
    }

    /// "No, only 4 years": the place of the amount after a no, and whether it says that it is all.
    fn no_but(&self, at: usize) -> Option<(usize, bool)> {
        let parts = self.parts;
        if !matches!(parts.text(at), "no" | "non") {
            return None;
        }
        let mut here = at + 1;
        let mut only = false;
        while matches!(parts.text(here), "," | "(" | ":" | "-" | "only" | "just" | "seulement" | "juste" | "uniquement")
        {
            only |= parts.word(here).is_some();
            here += 1;
        }
        let follows = here > at + 1 && self.grammar.find(here).is_some_and(|found| found.unit.is_some());
        follows.then_some((here, only))
    }

    /// "8 ans moins un mois", "7 years less a month": the place after it.
    fn lessened(&mut self, at: usize) -> Option<usize> {
        if !matches!(self.parts.text(at), "moins" | "minus" | "less") {
            return None;
        }
        let less = self.grammar.find(at + 1).filter(|less| less.unit.is_some())?;
        let by = less.range?;
        let last = self.told.last_mut().filter(|last| last.end == at && last.unit.is_some())?;
        let range = last.range?;
        if by.high >= range.low {
            return None;
        }
        last.range = Some(Range { low: range.low - by.high, high: range.high - by.low, ..range });
        last.end = less.end;
        Some(less.end)
    }

    /// Whether words that can make less of a duration do so here.
    fn makes_less(&self, at: usize) -> bool {
        let parts = self.parts;
        let before = at.checked_sub(1).map_or("", |at| parts.text(at));
        match parts.text(at) {
            // "part of the last 10 years", but not "as part of a team".
            "part" | "some" => (at + 2..at + 5).any(|at| parts.figure(at).is_some()),
            // "human rights and other fields"
            "other" | "autre" | "autres" => !matches!(before, "and" | "et" | "or" | "ou" | "&"),
            "ailleurs" => before != "par",
            _ => true,
        }
    }

    /// Whether a number is some of many: "2 of the 10 years", "5 des 10 dernières années".
    fn is_of_many(&self, found: &Found) -> bool {
        let parts = self.parts;
        let of = matches!(parts.text(found.end), "of" | "out" | "des" | "de" | "sur" | "parmi" | "within");
        let many = (found.end..found.end + 5).take_while(|at| parts.word(*at).is_some()).last();
        // "2 of them at 50 %" are some of what is told before.
        let of = of && INCLUDING.longest(parts, found.end).is_none();
        found.unit.is_none() && of && many.is_some_and(|last| parts.figure(last + 1).is_some())
    }

    /// Whether what stands before a duration says that it is none of work: "dans 10 ans", "living here for 10 years".
    fn is_no_work(&self, found: &Found) -> bool {
        let parts = self.parts;
        let before = found.start.wrapping_sub(1);
        let later = matches!(parts.text(before), "dans" | "in" | "within" | "be" | "ici") && found.unit.is_some();
        let since = matches!(parts.text(before), "for" | "since" | "depuis" | "during" | "pendant");
        let start = if since { before } else { found.start };
        later
            || self.is_life(start, since)
            || found.unit.is_some() && (self.is_study(found.end) || self.is_of_life(found.end))
    }

    /// How many years may have come since a duration was true: "6 ans fin 2022" may be more by now.
    fn since_told(&self, from: usize) -> f64 {
        let parts = self.parts;
        let told = self.dated.iter().find(|(start, _)| {
            let small = |at: usize| {
                parts.word(at).is_none()
                    || matches!(
                        parts.text(at),
                        "in" | "en" | "at" | "a" | "au" | "as" | "of" | "on" | "the" | "le" | "by" | "cv"
                    )
            };
            *start >= from && *start < from + 6 && (from..*start).all(small)
        });
        let year =
            told.and_then(|(start, end)| (*start..*end).find_map(|at| parts.figure(at).and_then(calendar::year)));
        let past = year.map_or(0, |year| self.as_of.year() - year);
        if past > 0 { f64::from(past) + 1.0 } else { 0.0 }
    }

    /// Whether what stands just after a period says that it is none of work: "since 2010 in Belgium", "2010-2020 retired".
    fn is_life_after(&self, start: usize, end: usize, since: bool) -> bool {
        let parts = self.parts;
        let from = end + usize::from(parts.is(end, ":"));
        let words: Vec<&str> = (from..from + 8).map_while(|at| parts.word(at)).collect();
        if words.iter().any(|word| LIVED.contains(word)) || words.starts_with(&["at", "home"]) {
            return true;
        }
        let led = words.first().is_some_and(|word| matches!(*word, "in" | "en" | "a" | "au" | "aux"));
        let all = from + words.len() >= parts.len() && words.len() < 4 && start == 0;
        let work = words.iter().any(|word| WORK.contains(word) || tells_experience(word));
        self.is_of_life(from) || since && led && all && !work && words.len() > 1
    }

    /// Whether years are of something else than work: "8 years of marriage", "8 ans comme réfugiée au Mali".
    fn is_of_life(&self, from: usize) -> bool {
        let parts = self.parts;
        let small = |at: &usize| {
            let text = parts.text(*at);
            matches!(
                text,
                "of" | "de"
                    | "d"
                    | "'"
                    | "in"
                    | "en"
                    | "as"
                    | "a"
                    | "an"
                    | "un"
                    | "une"
                    | "comme"
                    | "l"
                    | "la"
                    | "le"
                    | "the"
                    | "at"
            ) || matches!(text, "primary" | "secondary" | "high" | "elementary" | "happy" | "my")
        };
        let at = (from..from + 6).find(|at| !small(at)).unwrap_or(from);
        let word = parts.text(at);
        let lived = at > from && (LIFE_ITSELF.contains(&word) || STATUS.contains(&word)) || LIVED.contains(&word);
        let next = parts.text(at + 1);
        let alone = parts.word(at + 1).is_none()
            || matches!(next, "in" | "en" | "au" | "aux" | "a" | "and" | "et" | "abroad" | "de");
        lived && alone && !self.experience
    }

    /// Whether years are those of a university without work there.
    fn is_study(&self, from: usize) -> bool {
        let parts = self.parts;
        let at = (from..from + 5).find(|at| parts.text(*at).starts_with("universit") || parts.is(*at, "college"));
        let Some(at) = at else { return false };
        let led = (from..at).all(|at| {
            matches!(parts.text(at), "at" | "a" | "l" | "d" | "of" | "the" | "in" | "en" | "'" | "de" | "une" | "an")
        });
        let role = |text: &str| {
            matches!(text, "as" | "comme" | "tant" | "staff" | "charge" | "chargee" | "maitre" | "work" | "working")
                || [
                    "lectur", "profess", "research", "cherch", "enseign", "assistan", "teach", "employ", "admin",
                    "exper", "trava",
                ]
                .iter()
                .any(|stem| text.starts_with(stem))
        };
        led && !(0..parts.len()).any(|at| role(parts.text(at)))
    }

    /// The words just before this place, back to the mark before them.
    fn words_before(&self, start: usize) -> Vec<&str> {
        let parts = self.parts;
        let ends = |at: usize| parts.word(at).is_none() && !matches!(parts.text(at), "'" | "-");
        let first = start.saturating_sub(LEAD);
        let from = (first..start).rev().find(|at| ends(*at)).map_or(first, |at| at + 1);
        (from..start).filter_map(|at| parts.word(at)).collect()
    }

    /// Whether a time is told of a few pieces of work, which need not fill it: "quelques missions entre 2010 et 2020".
    fn is_pieces(&self, start: usize) -> bool {
        let words = self.words_before(start);
        let few = words.iter().position(|word| matches!(*word, "quelques" | "some" | "few" | "several" | "plusieurs"));
        few.and_then(|at| words.get(at + 1)).is_some_and(|word| PIECES.contains(word))
    }

    /// Whether the words just before this place tell of something else than work: where someone lives, or what someone
    /// is. With `since`, a place alone does so too: "en Belgique depuis 2010".
    fn is_life(&self, start: usize, since: bool) -> bool {
        let words = self.words_before(start);
        let said = |list: &[&str]| words.iter().any(|word| list.contains(word));
        if said(LIVED) {
            return true;
        }
        let place = |word: &str| matches!(word, "in" | "en" | "a" | "au" | "aux" | "of" | "de");
        let status = words.iter().position(|word| STATUS.contains(word)).is_some_and(|at| {
            let next = words.get(at + 1).copied().unwrap_or("");
            next.is_empty() || place(next) || NATIONS.contains(&next)
        });
        let me = |word: &&&str| {
            matches!(**word, "i" | "m" | "am" | "ve" | "have" | "been" | "je" | "j" | "suis" | "ai" | "ete")
        };
        let mut rest = words.iter().skip_while(me);
        let led = rest.next().is_some_and(|word| matches!(*word, "in" | "en" | "a" | "au" | "aux"));
        let work = said(WORK) || words.iter().any(|word| tells_experience(word));
        since && (status || led && rest.next().is_some() && !work)
    }

    /// Whether a number without unit counts years.
    fn counts(&self, found: &Found, previous: Option<usize>, joint: Joint, beside_periods: bool) -> bool {
        let parts = self.parts;
        let part_at_a_share = || self.is_part(found) && self.own_share(found, parts.len()).is_some();
        if beside_periods {
            // "7 (2017-2024)", "2017-2024 = 7"
            let explained = found.start == 0 && parts.is(found.end, "(")
                || parts.is(found.start.wrapping_sub(1), "=")
                || part_at_a_share();
            return explained && found.range.is_some_and(|range| range.low <= BARE);
        }
        let alone = (0..parts.len())
            .filter(|at| !(found.start..found.end).contains(at))
            .all(|at| parts.sort(at) != Some(Sort::Word) && parts.figure(at).is_none());
        if found.spelled {
            return alone || part_at_a_share() || previous.is_some() && joint != Joint::More;
        }
        let before = parts.text(found.start.wrapping_sub(1));
        if previous.is_none() {
            let after = found.end + usize::from(matches!(parts.text(found.end), "(" | "["));
            let known = |word| AFTER_BARE.contains(&word) || tells_experience(word);
            let counted = parts.word(found.end).is_none_or(known)
                // "3 academic years"
                || matches!(parts.text(found.end + 1), "years" | "year" | "ans" | "an" | "annees" | "annee");
            if !counted || COUNTED.contains(&parts.text(after)) {
                return false;
            }
            let first = (0..found.start).all(|at| parts.sort(at) == Some(Sort::Mark) && !matches!(parts.text(at), "#"));
            return first
                || matches!(before, ":" | "=" | "experience" | "(" | "total")
                || before.starts_with("relevant");
        }
        // "3 years at X, 4 at Y", not "a team of 12", not "3 countries".
        let starts = matches!(
            before,
            "," | ";" | "+" | "and" | "et" | "" | "puis" | "then" | "dont" | "including" | "=" | "(" | "plus"
        ) || joint != Joint::More;
        let after = parts.text(found.end);
        let ends = matches!(
            after,
            "" | ","
                | ";"
                | "+"
                | ")"
                | "("
                | "."
                | "at"
                | "in"
                | "as"
                | "with"
                | "for"
                | "of"
                | "chez"
                | "a"
                | "au"
                | "aux"
                | "en"
                | "comme"
                | "dans"
                | "pour"
                | "avec"
                | "de"
                | "d"
                | "and"
                | "et"
                | "="
        );
        part_at_a_share()
            || starts && (ends || self.shares.iter().any(|share| share.2 == found.end || share.2 == found.end + 1))
    }

    /// The duration at this place where it is a part of a whole with its own share after it: "dont 3 à 50 %", which is
    /// not three to fifty.
    fn part_at_a_share(&self, at: usize) -> Option<Found> {
        let parts = self.parts;
        let whole = !self.told.is_empty() || !self.spans.is_empty();
        if !whole || parts.figure(at).is_none() && parts.word(at).is_none() {
            return None;
        }
        let joint = (at + 1..at + 5).find(|at| matches!(parts.text(*at), "a" | "at" | "@"))?;
        self.share(joint + 1)?;
        let alone = parts.without(joint, parts.len());
        // "dont un à mi-temps", "one of them at 50 %"
        let one = matches!(parts.text(at), "one" | "un" | "une");
        let one = one.then_some(Range::exactly(1.0));
        let one = one.map(|range| Found { range: Some(range), start: at, end: at + 1, unit: None, spelled: true });
        let found = Grammar { parts: &alone, ..self.grammar }.find(at).or(one)?;
        let of_them = INCLUDING.longest(parts, found.end).is_some_and(|((), end)| end == joint);
        // "dont 3 à 50 % et 2 à 80 %"
        let one_more = matches!(parts.text(at - 1), "," | "et" | "and")
            && self
                .told
                .last()
                .is_some_and(|last| self.is_part(last) && self.shares.last().is_some_and(|share| share.2 > last.end));
        let most = if self.is_included(at) || found.unit.is_some() || one_more || of_them {
            BARE
        } else if matches!(parts.text(at.wrapping_sub(1)), "(" | "," | ":" | "et" | "and" | "puis") {
            // "(50 à 60 %)" is a share.
            9.0
        } else {
            return None;
        };
        ((found.end == joint || of_them) && found.range.is_some_and(|range| range.high <= most)).then_some(found)
    }

    /// Whether a word that makes it a part of what was told before ends at this place: "dont", "of which".
    fn is_included(&self, at: usize) -> bool {
        (at.saturating_sub(3)..at).any(|from| INCLUDING.longest(self.parts, from).is_some_and(|((), end)| end == at))
    }

    /// Whether a duration is a part of what is told before it: after "dont", before "of them", or in parentheses.
    fn is_part(&self, found: &Found) -> bool {
        let parts = self.parts;
        let whole = self.told.iter().any(|told| told.end <= found.start)
            || self.spans.iter().any(|(_, _, _, end)| *end <= found.start);
        let bracket = (0..found.start).rev().find(|at| matches!(parts.text(*at), "(" | ")"));
        let since = |from: usize| (from..found.start).any(|at| INCLUDING.longest(parts, at).is_some());
        let last = self.told.iter().map(|told| told.end).chain(self.spans.iter().map(|span| span.3));
        let last = last.filter(|end| *end <= found.start).max().unwrap_or(0);
        whole
            && (bracket.is_some_and(|at| parts.is(at, "("))
                || since(last)
                || parts.is(found.start.wrapping_sub(1), ":")
                || ["last", "first", "dernier", "premier"].iter().any(|end| {
                    parts.text(found.start.wrapping_sub(1)).starts_with(end) || parts.text(found.end).starts_with(end)
                })
                || matches!(parts.text(found.end), "of" | "among") && INCLUDING.longest(parts, found.end).is_some())
    }

    /// The share of working time told of a part alone, the places of what tells it, and whether it may be told of the
    /// whole as well. `limit` is where what is told next starts.
    fn own_share(&self, found: &Found, limit: usize) -> Option<((f64, f64), std::ops::Range<usize>, bool)> {
        let parts = self.parts;
        let noted_share = |at: usize| parts.is(at, "(") && self.shares.iter().any(|share| share.2 == at + 1);
        let ends = |at: &usize| {
            matches!(parts.text(*at), "(" | ")" | ";" | "|") && !noted_share(*at) || parts.sort(*at) == Some(Sort::Line)
        };
        let opens = |at: &usize| {
            ends(at) || parts.is(*at, "(") || parts.is(*at, ",") || INCLUDING.longest(parts, *at).is_some()
        };
        let limit = (found.end..limit).find(ends).unwrap_or(limit);
        let told = |places: &std::ops::Range<usize>| {
            one_share(self.shares.iter().filter(|share| places.contains(&share.2)).map(|share| share.0))
        };
        let after = found.end..limit;
        if let Some(share) = told(&after) {
            let first = self.shares.iter().map(|share| share.2).find(|at| after.contains(at)).unwrap_or(limit);
            let inside = (0..found.start).rev().find(|at| matches!(parts.text(*at), "(" | ")"));
            let apart = (found.end..first).any(|at| parts.is(at, ",")) && inside.is_none_or(|at| parts.is(at, ")"));
            return Some((share, after, apart));
        }
        let before = (0..found.start).rev().find(opens)?..found.start;
        told(&before).map(|share| (share, before, false))
    }

    /// A share as it counts for what it is told of: "8 ans, dont certains à mi-temps" are not all at the half.
    fn share_told(&self, (share, _, at): &((f64, f64), usize, usize)) -> (f64, f64) {
        let last = self.told.iter().map(|told| told.end).chain(self.spans.iter().map(|span| span.3));
        let last = last.filter(|end| end <= at).max().unwrap_or(*at);
        let some = (last..*at).any(|from| INCLUDING.longest(self.parts, from).is_some_and(|((), end)| end <= *at));
        if some { (share.0, 1.0) } else { *share }
    }

    /// What is told with a share of working time of its own after a whole: its parts ("6 ans (dont 2 à mi-temps)"), and
    /// what may be a part of it or come on top ("8 years, 3 at 60%").
    fn shared_parts(&self, told: &[Told]) -> Vec<Shared> {
        let mut shared: Vec<Shared> = Vec::new();
        let mut last: Option<&Found> = None;
        for (index, Told { found, range, place, .. }) in told.iter().enumerate() {
            let next_told = told.get(index + 1).map_or(self.parts.len(), |next| next.found.start);
            let next_span = self.spans.iter().map(|span| span.2).find(|start| *start >= found.end);
            // "dont 3 à 50 % et 2 à 80 %"
            let goes_on = last.is_some_and(|last| {
                (last.end..found.start).all(|at| !matches!(self.parts.text(at), ")" | ";" | "|" | ""))
            });
            let sure = goes_on || self.is_part(found);
            if sure {
                last = Some(found);
            } else if index == 0 || !self.spans.is_empty() {
                continue;
            }
            let limit = next_span.map_or(next_told, |span| span.min(next_told));
            if let Some((share, told_at, also_whole)) = self.own_share(found, limit) {
                let place = *place;
                shared.push(Shared { start: found.start, range: *range, share, told_at, also_whole, sure, place });
            }
        }
        shared
    }

    /// How a duration hangs on what stands before it.
    fn joint(&self, previous: Option<usize>, start: usize) -> Joint {
        let parts = self.parts;
        let Some(previous) = previous else { return Joint::More };
        let between = previous..start;
        let at = |phrases: &Phrases<()>| {
            between.clone().any(|at| phrases.longest(parts, at).is_some_and(|((), end)| end <= start))
        };
        // Only what stands just before it, or just after what it hangs on.
        if (previous..start).any(|at| parts.is(at, ")")) {
            return Joint::More;
        }
        if previous + 1 == start && matches!(parts.text(previous), "/" | "|") {
            return Joint::Slash;
        }
        if parts.is(start.wrapping_sub(1), "(") {
            return if parts.is(previous, "(") && previous + 1 == start || !at(&INCLUDING) {
                Joint::Parenthesis
            } else {
                Joint::Including
            };
        }
        if at(&EQUALS) {
            return Joint::Equals;
        }
        let just_before =
            (previous..start).any(|at| INCLUDING.longest(parts, at).is_some_and(|((), end)| end == start));
        let after = self.told.iter().find(|told| told.start == start).map_or(start, |told| told.end);
        let just_after = INCLUDING.longest(parts, after).is_some() && matches!(parts.text(after), "of");
        if just_before || just_after {
            return Joint::Including;
        }
        Joint::More
    }

    /// Whether the words from here to there say where, and not what.
    fn place(&self, from: usize, to: usize) -> bool {
        let parts = self.parts;
        let Some(first) = (from..to).find(|at| parts.word(*at).is_some()) else { return true };
        let joined = matches!(parts.text(first), "and" | "et" | "then" | "puis" | "plus" | "dont" | "including");
        if joined {
            return true;
        }
        // "of them at the UN"
        let first = INCLUDING.longest(parts, first).map_or(first, |((), end)| end);
        AT_A_PLACE.longest(parts, first).is_some() && !(first + 1..to).any(|at| NO_PLACE.longest(parts, at).is_some())
    }

    /// A cell of periods, perhaps with durations.
    fn periods(&self) -> Option<Range> {
        let mut spans: Vec<Span> = Vec::with_capacity(self.spans.len() + self.points.len());
        let mut told = self.told(true)?;
        let shared = self.shared_parts(&told);
        told.retain(|told| !shared.iter().any(|shared| shared.start == told.found.start));
        let doubted = |segment: &usize| {
            [&self.doubts, &self.soft_doubts, &self.lesser].iter().any(|doubts| doubts.contains(segment))
        };
        for (span, segment, start, _) in &self.spans {
            let mut span = *span;
            span.doubtful |= doubted(segment);
            span.share = self.share_of(*segment, *start, &shared);
            spans.push(span);
        }
        spans.extend(&self.points);
        let mut all = period::together(&spans, self.as_of, self.prorate)?;
        if self.prorate && !shared.is_empty() {
            let whole = spans.iter().all(|span| span.share == (1.0, 1.0));
            let least = weigh(all, (1.0, 1.0), &shared);
            all = if whole { least } else { Range { high: all.high, ..least } };
        }
        if !told.is_empty() {
            all = self.beside(all, &told)?;
            if told.iter().any(|told| self.lesser.contains(&told.segment)) {
                all = from_nothing(all);
            }
        }
        // A number that may be a date that was not understood.
        let odd =
            self.told.iter().any(|found| found.unit.is_none() && found.range.is_none_or(|range| range.high >= 1_000.0));
        let unknown = self.unknown.iter().any(|segment| !self.spans.iter().any(|span| span.1 == *segment));
        if self.open || odd || unknown {
            all.high = f64::INFINITY;
        }
        Some(all)
    }

    /// The share of a span: told after it, or before the first span of its segment.
    fn share_of(&self, segment: usize, start: usize, shared: &[Shared]) -> (f64, f64) {
        let spans: Vec<usize> = self.spans.iter().filter(|span| span.1 == segment).map(|span| span.2).collect();
        let shares: Vec<((f64, f64), usize)> = self
            .shares
            .iter()
            .filter(|share| share.1 == segment && !is_owned(shared, share.2))
            .map(|share| (self.share_told(share), share.2))
            .collect();
        let first_span = spans.first().copied().unwrap_or(0);
        let ahead = shares.first().is_some_and(|share| share.1 < first_span);
        let index = spans.iter().position(|span| *span == start).unwrap_or(0);
        let (from, to) = if ahead {
            (if index == 0 { 0 } else { spans[index - 1] }, start)
        } else {
            (start, spans.get(index + 1).copied().unwrap_or(usize::MAX))
        };
        one_share(shares.iter().filter(|share| (from..to).contains(&share.1)).map(|share| share.0))
            .unwrap_or((1.0, 1.0))
    }

    /// Periods and durations in one cell: the one explains the other, or comes on top.
    fn beside(&self, periods: Range, told: &[Told]) -> Option<Range> {
        let parts = self.parts;
        let mut low = periods.low;
        let mut more = 0.0;
        let mut explained: Option<Range> = None;
        for duration in told {
            let range = duration.range;
            let close = self.spans.iter().any(|(_, segment, start, end)| {
                let alone = self.words == 0 && self.points.is_empty() && told.len() == 1;
                (*segment == duration.segment || alone)
                    && self.explains(duration.found.start, duration.found.end, *start, *end)
            });
            if close {
                explained = Some(match explained {
                    None => range,
                    Some(other) => Range::between(other.low.max(range.low), other.high + range.high),
                });
            } else {
                more += range.high;
                let beside_span = self.spans.iter().any(|span| span.1 == duration.segment);
                if beside_span {
                    low = low.min(range.low);
                }
            }
        }
        let mut all = periods;
        if let Some(explained) = explained {
            all = match meet(periods, explained) {
                Some(common) => common,
                // "(2 years at the UN)" is a part of it.
                None if explained.high < periods.low
                    && told.iter().all(|told| told.place && parts.word(told.found.end).is_some()) =>
                {
                    periods
                }
                None => periods.hull(explained),
            };
            if more == 0.0 {
                return Some(all);
            }
            low = low.min(all.low);
        }
        Some(Range {
            low: low.min(all.low),
            low_open: false,
            high: all.high.max(periods.high) + more,
            high_open: false,
        })
    }

    /// Whether a duration and a span stand so close that the one explains the other.
    fn explains(&self, start: usize, end: usize, span: usize, span_end: usize) -> bool {
        let parts = self.parts;
        let (from, to) = if end <= span { (end, span) } else { (span_end, start) };
        let mut words = 0;
        let mut parenthesis = false;
        for at in from..to {
            match parts.text(at) {
                "(" | "[" => parenthesis = true,
                "," | ":" | "-" | "=" | ")" | "." | "'" | "·" | "/" | ";" | "|" | "" => {}
                "soit" | "i" | "e" | "ie" | "total" | "about" | "environ" | "for" | "pendant" | "de" | "from"
                | "du" => {}
                _ => words += 1,
            }
        }
        if words == 0 {
            return true;
        }
        // "7 years of experience in human rights (2012-2019)": nothing but the span in the parenthesis.
        parenthesis
            && end <= span
            && parts.is(span.wrapping_sub(1), "(")
            && matches!(parts.text(span_end), ")" | ";" | "," | "")
            && (end..span).all(|at| parts.figure(at).is_none())
    }
}

/// Whether a word is one of experience, work or time.
fn tells_experience(word: &str) -> bool {
    ["exper", "trava", "profes", "year", "anne", "yera", "yaer", "yeer", "anee", "work", "relev", "pertin"]
        .iter()
        .any(|stem| word.starts_with(stem))
}

/// All from nothing to the end of a range.
fn from_nothing(range: Range) -> Range {
    Range { low: 0.0, low_open: false, ..range }
}

/// A range with what is said of it.
fn bounded(range: Range, bound: Bound, unit: Option<Unit>) -> Range {
    let one = match unit {
        Some(Unit::Part(parts)) => 1.0 / parts,
        _ => 1.0,
    };
    match bound {
        Bound::AtMost => Range { high_open: range.high_open, ..Range::up_to(0.0, range.high) },
        Bound::Under => Range::under(0.0, range.high),
        Bound::Exactly => range,
        // As "almost" before it: less, but not by more than one, nor by less than a fifth.
        Bound::Almost => {
            let low = (range.low - one).min(range.low * 0.8).max(0.0);
            Range { high_open: true, ..Range::between(low, range.high) }
        }
        // As "about" before it: within an eighth, or within half of one.
        Bound::About => {
            let around = |value: f64| (value.abs() / 8.0).max(one / 2.0);
            Range::between((range.low - around(range.low)).max(0.0), range.high + around(range.high))
        }
    }
}

/// The shares told of one thing as one: "part-time, 50%" is the half.
fn one_share(shares: impl Iterator<Item = (f64, f64)> + Clone) -> Option<(f64, f64)> {
    let join = |a: (f64, f64), b: (f64, f64)| (a.0.min(b.0), a.1.max(b.1));
    let vague = |share: &(f64, f64)| share.0 <= 0.0 && share.1 >= 1.0;
    shares.clone().filter(|share| !vague(share)).reduce(join).or_else(|| shares.reduce(join))
}

/// A part of a whole with a share of working time of its own.
#[derive(Clone, Debug)]
struct Shared {
    /// Where it stands.
    start: usize,
    /// The part, in years.
    range: Range,
    /// Its share of working time.
    share: (f64, f64),
    /// Where that is told.
    told_at: std::ops::Range<usize>,
    /// Whether it may be the share of the whole: "8 ans, dont 2 à Genève, à 80 %".
    also_whole: bool,
    /// Whether it is a part for certain, and does not come on top.
    sure: bool,
    /// Hung on a place of work, or on nothing.
    place: bool,
}

/// Whether the share told at this place is that of a part alone.
fn is_owned(shared: &[Shared], at: usize) -> bool {
    shared.iter().any(|part| part.told_at.contains(&at))
}

/// As [`weigh`], with what may be a part of the whole or come on top. `place` is whether the whole may be of the same
/// subject as these.
fn weigh_all(whole: Range, share: (f64, f64), shared: &[Shared], place: bool) -> Range {
    let (sure, more): (Vec<Shared>, Vec<Shared>) = shared.iter().cloned().partition(|part| part.sure);
    let alone = weigh(whole, share, &sure);
    if more.is_empty() {
        return alone;
    }
    let all = weigh(whole, share, shared);
    let on_top: f64 = more.iter().map(|more| more.range.high * more.share.1).sum();
    let apart = more.iter().filter(|more| !(place && more.place));
    let apart = apart.map(|more| more.range.low * more.share.0).fold(all.low.min(alone.low), f64::min);
    Range { low: apart, high: alone.high + on_top, ..all }
}

/// A whole at its share of working time, its parts at theirs. Parts that are more than the whole leave open what is
/// meant; nothing is ever more than the whole.
fn weigh(whole: Range, mut share: (f64, f64), parts: &[Shared]) -> Range {
    for part in parts.iter().filter(|part| part.also_whole) {
        share.0 = share.0.min(part.share.0);
    }
    // All at one end: a part counts for as much or as little as makes the sum least, or most.
    let sum = |whole: f64, share: f64, of_part: &dyn Fn(&Shared) -> f64, most: bool| {
        let mut left = whole;
        let mut sum = 0.0;
        for part in parts {
            let own = of_part(part);
            let long = (own > share) == most;
            let years = if long { part.range.high } else { part.range.low };
            left -= years;
            sum += years * own;
        }
        if left < 0.0 { None } else { Some(sum + left * share) }
    };
    let least = parts.iter().map(|part| part.share.0).fold(share.0, f64::min);
    let low = sum(whole.low, share.0, &|part| part.share.0, false).unwrap_or(whole.low * least);
    let high = if whole.high.is_finite() {
        sum(whole.high, share.1, &|part| part.share.1, true).unwrap_or(whole.high)
    } else {
        whole.high
    };
    Range { low: low.min(high), high, ..whole }
}

/// What two ranges have in common.
fn meet(a: Range, b: Range) -> Option<Range> {
    let (low, low_open) =
        if a.low > b.low || (a.low >= b.low && a.low_open) { (a.low, a.low_open) } else { (b.low, b.low_open) };
    let (high, high_open) = if a.high < b.high || (a.high <= b.high && a.high_open) {
        (a.high, a.high_open)
    } else {
        (b.high, b.high_open)
    };
    (low < high || (low <= high && !low_open && !high_open)).then_some(Range { low, high, low_open, high_open })
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;
    use crate::text::DateOrder;
    use crate::text::amount::told;
    use crate::verdict::Verdict;

    fn as_of() -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 5, 26).unwrap()
    }

    fn plain(cell: &str) -> Reading {
        read(cell, &Formats::default(), as_of(), false)
    }

    fn told_as(cell: &str, prorate: bool) -> String {
        told::reading(read(cell, &Formats::default(), as_of(), prorate), told::number)
    }

    #[rustfmt::skip]
    const CELLS: &[(&str, &str)] = &[
        ("84+ months", "[7..inf]"),
        ("300 or more mois", "[25..inf]"),
        ("plus de 84 mois", "(7..inf]"),
        ("7", "7"),
        ("7 years", "7"),
        ("7 ans", "7"),
        ("7 ans et demi", "7.5"),
        ("7y 6m", "7.5"),
        ("7y6m", "7.5"),
        ("84 months", "7"),
        ("84 mois", "7"),
        ("seven years", "7"),
        ("sept ans", "7"),
        ("7 years and 6 months", "7.5"),
        ("7 ans 1/2", "7.5"),
        ("7 1/2 ans", "7.5"),
        ("7½ ans", "7.5"),
        ("seven and a half years", "7.5"),
        ("6 mois", "0.5"),
        ("18-24 months", "[1.5..2]"),
        ("5-7 years", "[5..7]"),
        ("5 à 7 ans", "[5..7]"),
        ("plus de 10 ans", "(10..inf]"),
        ("10+ yrs", "[10..inf]"),
        ("10 years+", "[10..inf]"),
        ("10+", "[10..inf]"),
        ("over a decade", "(10..inf]"),
        ("une décennie", "10"),
        ("two decades", "20"),
        ("une dizaine d'années", "[8..12.5]"),
        ("several years", "[2..inf]"),
        ("plusieurs années", "[2..inf]"),
        ("a few years", "[2..inf]"),
        ("quelques années", "[2..inf]"),
        ("a year", "1"),
        ("un an", "1"),
        ("less than a year", "[0..1)"),
        ("moins d'un an", "[0..1)"),
        ("moins d’un an", "[0..1)"),
        ("bientôt 7 ans", "[5.6..7)"),
        ("almost 7 years", "[5.6..7)"),
        ("since 2015", "[8.4032..9.4167]"),
        ("depuis 2015", "[8.4032..9.4167]"),
        ("7 years (2012-2019)", "7"),
        ("7 years of experience in human rights", "7"),
        ("sept ans d'expérience dans les DDH", "7"),
        ("7 ans dont 3 à l'ONU", "7"),
        ("10 ans d'expérience, dont 5 ans en management", "[5..10]"),
        ("3 years at X, 4 years at Y", "[4..7]"),
        ("3 ans chez A; 4 ans chez B", "[4..7]"),
        ("3 + 4", "[4..7]"),
        ("7 years (part-time)", "7"),
        ("none", "0"),
        ("aucune", "0"),
        ("0", "0"),
        ("non", "0"),
        ("no experience", "0"),
        ("débutant", "0"),
        ("Aucune expérience", "0"),
        ("pas d'expérience en management", "0"),
        ("1998", "?"),
        ("2015", "?"),
        ("100 years", "?"),
        ("-3", "?"),
        ("-3 ans", "?"),
        ("1,500", "1.5 OR 1500"),
        ("7,5", "7.5"),
        ("6,5 ans", "6.5"),
        ("more than 7 years", "(7..inf]"),
        ("7 ans environ", "[6.125..7.875]"),
        ("environ 7 ans", "[6.125..7.875]"),
        ("about 8 years", "[7..9]"),
        ("~7 ans", "7"),
        ("un an et demi", "1.5"),
        ("a year and a half", "1.5"),
        ("18 mois", "1.5"),
        ("1 an et 3 mois", "1.25"),
        ("52 weeks", "1"),
        ("2 semaines", "0.0385"),
        ("365 days", "1"),
        ("7yrs", "7"),
        ("7 yr", "7"),
        ("7 years' experience", "7"),
        ("7-year", "7"),
        ("7 full years", "7"),
        ("7 bonnes années", "7"),
        ("entre 5 et 7 ans", "[5..7]"),
        ("between five and seven years", "[5..7]"),
        ("5 ou 6 ans", "[5..6]"),
        ("5/7 ans", "[5..7]"),
        ("6 months to 2 years", "[0.5..2]"),
        ("7 or more years", "[7..inf]"),
        ("7 ans ou plus", "[7..inf]"),
        ("7 ans minimum", "[7..inf]"),
        ("7 ans d'expérience minimum", "[7..inf]"),
        ("7 years of experience or more", "[7..inf]"),
        ("minimum 7 ans", "[7..inf]"),
        ("un peu plus de 7 ans", "(7..inf]"),
        ("just under 7 years", "[5.6..7)"),
        ("7 (sept) ans", "7"),
        ("sept (7) ans", "7"),
        ("seven (7) years", "7"),
        ("7 ans (84 mois)", "7"),
        ("35 years old", "?"),
        ("j'ai 35 ans", "?"),
        ("il y a 7 ans", "?"),
        ("7 years ago", "?"),
        ("05-Jul", "?"),
        ("2024-07-05", "?"),
        ("7 years managing a team of 12", "7"),
        ("7 ans (équipe de 5 personnes)", "7"),
        ("Bac+5", "?"),
        ("2000 hours", "?"),
        ("7?", "?"),
        ("maybe 7", "?"),
        ("I have 7 years of experience", "7"),
        ("J'ai sept années d'expérience", "7"),
        ("Je n'ai que 3 ans d'expérience", "3"),
        ("only 3 years", "3"),
        ("5 years in law, 2 years in human rights", "[2..7]"),
        ("ONU : 3 ans ; OMCT : 4 ans", "[3..7]"),
        ("4 ans + 3 ans = 7 ans", "7"),
        ("depuis 7 ans", "7"),
        ("depuis plus de 7 ans", "(7..inf]"),
        ("over the last 7 years", "7"),
        ("ces 7 dernières années", "7"),
        ("7 years including 3 in management", "[3..7]"),
        ("10 years (5 at the UN)", "10"),
        ("7th year", "?"),
        ("7 years in 3 countries", "7"),
        ("zéro", "0"),
        ("nil", "0"),
        ("not applicable", "?"),
        ("No, but 3 years in a similar field", "?"),
        ("non communiqué", "?"),
        ("no formal experience", "?"),
        ("7 ans à 80 %", "7"),
        ("30 ans", "30"),
        ("60", "?"),
        ("84", "?"),
        ("15 ans d'expérience professionnelle", "15"),
        ("dix ans", "10"),
        ("quinze ans", "15"),
        ("vingt ans", "20"),
        ("plus de vingt ans", "(20..inf]"),
        ("a couple of years", "[2..3]"),
        ("deux ou trois ans", "[2..3]"),
        ("2-3", "[2..3]"),
        ("2 to 3", "[2..3]"),
        (">7", "(7..inf]"),
        ("<3 ans", "[0..3)"),
        ("≥ 7 ans", "[7..inf]"),
        ("7 plus years", "[7..inf]"),
        ("7-plus years", "[7..inf]"),
        ("7 years plus", "[7..inf]"),
        ("+7 ans", "[7..inf]"),
        ("+ de 7 ans", "(7..inf]"),
        ("- de 3 ans", "[0..3)"),
        ("7 ans révolus", "7"),
        ("7 ans passés", "[7..inf]"),
        ("7 ans et quelques mois", "(7..8)"),
        ("since Sept", "?"),
        ("See CV", "?"),
        ("voir CV", "?"),
        ("7 years (see CV)", "7"),
        ("7 ans de stage", "7"),
        ("Plus de 5 ans mais moins de 7 ans", "(5..7)"),
        ("7 years, 3 months", "7.25"),
        ("1 month", "0.0833"),
        ("half a year", "0.5"),
        ("6 months and a half", "0.5417"),
        ("many years", "[2..inf]"),
        ("years of experience", "?"),
        ("7 jours", "0.0192"),
        ("8 years in human rights, incl. 5 years with HRDs", "[5..8]"),
        ("0.5", "0.5"),
        ("1/2 an", "0.5"),
        ("3 years\n4 years", "[4..7]"),
        ("- 3 years at X\n- 4 years at Y", "[4..7]"),
        ("5 years 3 months", "5.25"),
        ("5 yrs 3 mos", "5.25"),
        ("5 ans, 3 mois", "5.25"),
        ("8", "8"),
        ("08", "8"),
        ("7 years or less", "[0..7]"),
        ("up to 7 years", "[0..7]"),
        ("jusqu'à 7 ans", "[0..7]"),
        ("une vingtaine d'années", "[16..25]"),
        ("an", "?"),
        ("7a", "7"),
        ("2,5 années", "2.5"),
        ("trois ans et demi", "3.5"),
        ("3.5 yrs", "3.5"),
        ("12 mois", "1"),
        ("douze mois", "1"),
        ("7 years fulltime", "7"),
        ("12 + years", "[12..inf]"),
        ("10 years plus", "[10..inf]"),
        ("15+years", "[15..inf]"),
        ("approximately ten years", "[8.75..11.25]"),
        ("near 7 years", "[6.125..7.875]"),
        ("near to 7", "[6.125..7.875]"),
        ("close to 7 years", "[6.125..7.875]"),
        ("près de 10 ans", "[8..10)"),
        ("au moins 8 ans", "[8..inf]"),
        ("at least eight (8) years", "[8..inf]"),
        ("nearly a decade", "[8..10)"),
        ("7 years 0 months", "7"),
        ("2012-03/2016-06; 2016-09/present", "[12.0699..12.0833]"),
        ("2012-03/2016-06", "4.3333"),
        ("03/2012 – 06/2016", "4.3333"),
        ("Mar 2012 to June 2016", "4.3333"),
        ("mars 2012 à juin 2016", "4.3333"),
        ("since 03/2015", "[9.2366..9.25]"),
        ("depuis mars 2015", "[9.2366..9.25]"),
        ("2012–2016", "[3..5]"),
        ("from 2012 to 2016", "[3..5]"),
        ("de 2012 à 2016", "[3..5]"),
        ("du 1er mars 2012 au 30 juin 2016", "4.3333"),
        ("entre 2012 et 2016", "[3..5]"),
        ("between 2012 and 2016", "[3..5]"),
        ("2012 à 2016", "[3..5]"),
        ("2012/2016", "[3..5]"),
        ("2012-16", "[3..5]"),
        ("03.2012-06.2016", "4.3333"),
        ("03/12 - 06/16", "4.3333"),
        ("2010; 2012–2016", "[3..6]"),
        ("Mar 2012 – Jun 2016 : Programme officer, XYZ", "4.3333"),
        ("Programme officer (2012–2016)", "[3..5]"),
        ("XYZ, 2012–2016; ABC, 2016–present", "[10.4032..12.4167]"),
        ("2012–2014, 2015–2017", "[2..6]"),
        ("2012–2014 and 2015–2017", "[2..6]"),
        ("2012–2014 et 2015–2017", "[2..6]"),
        ("early 2015 - late 2018", "[2..4]"),
        ("début 2015 à fin 2018", "[2..4]"),
        ("Q1 2015 – Q4 2018", "[2..4]"),
        ("summer 2015 - present", "[8.4032..9.4167]"),
        ("2015 -", "[8.4032..9.4167]"),
        ("2015–", "[8.4032..9.4167]"),
        ("2015 – ...", "[8.4032..9.4167]"),
        ("2015-...", "[8.4032..9.4167]"),
        ("2016–2012", "?"),
        ("2012–2012", "[0..1]"),
        ("06/2016 - 03/2012", "?"),
        ("2020–2030", "[3.4032..4.4167]"),
        ("2025–2030", "0"),
        ("2030-2035", "0"),
        ("2012-01/2015-12 (50%)", "4"),
        ("01/03/2012 - 30/06/2016", "4.3333"),
        ("2012-03-01/2016-06-30", "4.3333"),
        ("15/03/2012 - 14/03/2019", "7"),
        ("03/04/2012 - 05/06/2016", "4.1747"),
        ("2012-2016; consultant", "[3..5]"),
        ("2012-2016; divers contrats", "[3..5]"),
        ("2012-2016; 2 years consulting", "[3..7]"),
        ("2012–2016, etc.", "[3..inf]"),
        ("depuis 2015 jusqu'en 2018", "[2..4]"),
        ("2015 à ce jour", "[8.4032..9.4167]"),
        ("2015 to date", "[8.4032..9.4167]"),
        ("2015 onwards", "[8.4032..9.4167]"),
        ("2015 - aujourd'hui", "[8.4032..9.4167]"),
        ("2015 – présent", "[8.4032..9.4167]"),
        ("01/2017 - actuellement", "[7.4032..7.4167]"),
        ("01/2017 - en cours", "[7.4032..7.4167]"),
        ("2017 (en cours)", "[6.4032..7.4167]"),
        ("2015+", "[8.4032..9.4167]"),
        ("2015/present", "[8.4032..9.4167]"),
        ("June 2017 - present", "[6.9866..7]"),
        ("2017-05-27 - present", "[7..7.0134]"),
        ("2017-06/2024-05", "[6.9866..7]"),
        ("March to June 2016", "0.3333"),
        ("mars-juin 2016", "0.3333"),
        ("Nov – Feb 2016", "0.3333"),
        ("du 1er au 30 juin 2016", "0.0833"),
        ("Mar-12 – Jun-16", "4.3333"),
        ("mars 12 – juin 16", "4.3333"),
        ("Mar 2012 – Jun 2016 · 4 yrs 4 mos", "4.3333"),
        ("7 years since 2012", "[7..12.4167]"),
        ("2012-2019, soit 7 ans", "7"),
        ("2012-2019 (7 ans)", "7"),
        ("2019 – présent (2 ans au Mali)", "[4.4032..5.4167]"),
        ("10 years (2005–2010, 2012–2017)", "10"),
        ("2010-2012 Master; 2012-2016 Amnesty", "[3..7]"),
        ("2012 - 2014 - 2016", "?"),
        ("2012-2014-2016", "?"),
        ("2012", "?"),
        ("2012, 2016", "?"),
        ("mars 2012", "?"),
        ("01/03/2012", "?"),
        ("2009-10", "?"),
        ("2009-10/2012-03", "2.5"),
        ("2009-10 – 2012-03", "2.5"),
        ("until 2016", "?"),
        ("jusqu'en 2016", "?"),
        ("2012? - 2016", "?"),
        ("2012-?", "[0..12.4167]"),
        ("2013-2015\n2016-2019", "[3..7]"),
        ("• 2013-2015 FIDH\n• 2016-2019 OMCT", "[3..7]"),
        ("vers 2012 – 2016", "[2..6]"),
        ("circa 2012 to 2016", "[2..6]"),
        ("2012 - Programme officer", "[0..12.4167]"),
        ("Article 19, 2012-2016", "[3..5]"),
        ("2012-2016: 3 projets", "[3..5]"),
        ("I worked from 2012 to 2016 at X and I have 3 years in Y", "[3..8]"),
        ("7 years of experience since 2012", "[7..19.4167]"),
        ("7 years of experience in human rights (2012-2019)", "7"),
        ("7 years, from 2012 to 2019", "7"),
        ("31/02/2012 - 2016", "?"),
        ("13/2012 - 2016", "?"),
        ("2012-2016 | 2014-2018", "[5..7]"),
        ("2012-2016; 2014-2018; 2017-present", "[11.4032..12.4167]"),
        ("Sept 2012 - Dec 2019", "7.3333"),
        ("sept. 2012 - déc. 2019", "7.3333"),
        ("Septembre 2012 à aujourd’hui", "[11.7366..11.75]"),
        ("2012 → 2016", "[3..5]"),
        ("2012 -> 2016", "[3..5]"),
        ("2012--2016", "[3..5]"),
        ("12/2012-12/2019", "7.0833"),
        ("From March 2012 until now", "[12.2366..12.25]"),
        ("since January 1st, 2015", "[9.4032..9.4167]"),
        ("depuis le 1er janvier 2015", "[9.4032..9.4167]"),
        ("2015 - 2024 (present)", "[8..9.4167]"),
        ("Jan 2012 - Dec 2012; Jan 2013 - Dec 2013", "2"),
        ("2012 to 2016 (except 2014)", "[0..5]"),
        ("2012-2016 (sans interruption)", "[3..5]"),
        ("2012/13", "[0..2]"),
        ("2011/12", "?"),
        ("7 (2017-2024)", "7"),
        ("2017-2024 = 7", "7"),
        ("2012-2016 : bénévole (10h/semaine)", "[3..5]"),
        ("Depuis 2018 : OMCT; 2012-2018 : FIDH", "[10.4032..12.4167]"),
        ("OMCT depuis 2018", "[5.4032..6.4167]"),
        ("OMCT (since 2018), FIDH (2012-2018)", "[10.4032..12.4167]"),
        ("2019-2023 planned", "[0..5]"),
        ("'12-'16", "[3..5]"),
        ("2012-2016 (4 ans), 2016-2019 (3 ans)", "[5..7]"),
        ("2012–2014/2015–2017", "[2..6]"),
        ("2012, Mar - 2016, Jun", "4.3333"),
        ("2012, mars 2013", "?"),
        ("2012 Mar - 2016 Jun", "4.3333"),
        ("5 years as a programme officer, 3 years as a director", "[3..8]"),
        ("7 years in NGOs", "7"),
        ("7 years at the UN and 3 years at Amnesty", "[7..10]"),
        ("J’ai plus de sept ans d’expérience dans la protection des DDH", "(7..inf]"),
        ("Plus de 8 ans d'expérience professionnelle pertinente", "(8..inf]"),
        ("8 years (2 as manager)", "[2..8]"),
        ("8 years, 2 of which as manager", "[2..8]"),
        ("8 ans (dont 2 comme responsable)", "[2..8]"),
        ("10 years in total, 7 in human rights", "[7..10]"),
        ("7-8", "[7..8]"),
        ("7/8", "?"),
        ("7 à 8 ans environ", "[6.125..9]"),
        ("7,5 ans", "7.5"),
        ("7.5 years", "7.5"),
        ("7 years, 6 months", "7.5"),
        ("7 years 6 months 15 days", "7.5411"),
        ("7 ans et 3 mois", "7.25"),
        ("7ans", "7"),
        ("7 ANS", "7"),
        ("sept", "7"),
        ("Sept ans", "7"),
        ("SEPT ANS", "7"),
        ("huit (8) ans", "8"),
        ("10 yrs", "10"),
        ("10yrs.", "10"),
        ("10 yrs.", "10"),
        ("approx 10", "[8.75..11.25]"),
        ("10 or so years", "10"),
        ("10ish", "[8.75..11.25]"),
        ("10 years experience", "10"),
        ("10 years exp", "10"),
        ("~10", "10"),
        ("c. 10 years", "[8.75..11.25]"),
        ("10 ans (2014-2024)", "10"),
        ("10 ans : 2014-2024", "10"),
        ("10 ans; 2014-2024", "10"),
        ("depuis 2014 (10 ans)", "10"),
        ("Depuis 10 ans", "10"),
        ("Since 10 years", "10"),
        ("for 10 years", "10"),
        ("during 10 years", "10"),
        ("1 year", "1"),
        ("one year", "1"),
        ("une année", "1"),
        ("1 an", "1"),
        ("0 an", "0"),
        ("0 years", "0"),
        ("zero years", "0"),
        ("no", "0"),
        ("No.", "0"),
        ("N", "?"),
        ("aucun", "0"),
        ("Aucune expérience à ce jour", "0"),
        ("None so far", "0"),
        ("not yet", "0"),
        ("pas encore", "0"),
        ("6 months", "0.5"),
        ("six mois", "0.5"),
        ("six months", "0.5"),
        ("3 months", "0.25"),
        ("18 months - 2 years", "[1.5..2]"),
        ("two and a half years", "2.5"),
        ("2 ans 1/2", "2.5"),
        ("2 ans ½", "2.5"),
        ("deux ans et demi", "2.5"),
        ("2.5", "2.5"),
        ("less than 3 years", "[0..3)"),
        ("moins de 3 ans", "[0..3)"),
        ("moins de trois ans", "[0..3)"),
        ("fewer than 5", "[0..5)"),
        ("under five years", "[0..5)"),
        ("au maximum 5 ans", "[0..5]"),
        ("5 years max", "[0..5]"),
        ("jusqu'à 5", "[0..5]"),
        ("entre trois et cinq ans", "[3..5]"),
        ("three to five years", "[3..5]"),
        ("3 ou 4 ans", "[3..4]"),
        ("3-4 ans", "[3..4]"),
        ("3 - 4 ans", "[3..4]"),
        ("3 à 4", "[3..4]"),
        ("at least 7", "[7..inf]"),
        ("7 years at least", "[7..inf]"),
        ("au moins sept ans", "[7..inf]"),
        ("minimum 7 years", "[7..inf]"),
        ("7 years min.", "[7..inf]"),
        ("10 ans +", "[10..inf]"),
        ("15+ ", "[15..inf]"),
        (">10", "(10..inf]"),
        ("> 10 ans", "(10..inf]"),
        ("≥7", "[7..inf]"),
        (">=7 ans", "[7..inf]"),
        ("<5", "[0..5)"),
        ("a lot", "?"),
        ("beaucoup", "?"),
        ("beaucoup d'années", "?"),
        ("plenty", "?"),
        ("senior", "?"),
        ("voir CV ci-joint", "?"),
        ("cf. CV", "?"),
        ("lots of years", "?"),
        ("longue expérience", "?"),
        ("extensive", "?"),
        ("#REF!", "?"),
        ("####", "?"),
        ("12345", "?"),
        ("1e1", "10"),
        ("-", "?"),
        ("twenty years+", "[20..inf]"),
        ("7 ans, dont 4 ans au sein d'une ONG", "7"),
        ("7 years (4 with Amnesty)", "[4..7]"),
        ("12 ans dont 8 dans le secteur", "[8..12]"),
        ("8 years' professional experience incl. 3 in leadership", "[3..8]"),
        ("7 years minus 1", "?"),
        ("7 years maternity leave included", "?"),
        ("7 ans (congé parental déduit)", "?"),
        ("1 decade", "10"),
        ("10 years in 2025", "?"),
        ("7 years in June", "?"),
        ("7 years in June 2024", "?"),
        ("7 ans en juin 2024", "?"),
        ("I will have 7 years in September", "?"),
        ("J'aurai 7 ans d'expérience en juin", "?"),
        ("presque 7 ans", "[5.6..7)"),
        ("pratiquement 7 ans", "[5.6..7)"),
        ("quasi 7 ans", "[5.6..7)"),
        ("nearly seven years", "[5.6..7)"),
        ("6 years 11 months", "6.9167"),
        ("6,99", "6.99"),
        ("83 months", "6.9167"),
        ("6 ans et 11 mois", "6.9167"),
        ("6 ans 12 mois", "7"),
        ("7 years 18 months", "[7..8.5]"),
        ("seven-year", "7"),
        ("7yo", "?"),
        ("5y", "5"),
        ("5 y", "5"),
        ("5Y", "5"),
        ("5 a", "5"),
        ("5 m", "0.4167"),
        ("60 months", "5"),
        ("90 mois", "7.5"),
        ("365 jours", "1"),
        ("100 semaines", "1.9231"),
        ("10 ans\n2014-2024", "10"),
        ("5 years, incl. 2 in 2015", "[2..5]"),
        ("10 ans; OMCT 2014-2024", "[9..20.4167]"),
        (".5", "0.5"),
        ("v2.5", "?"),
        ("12 MONTHS", "1"),
        ("2020 (6 months), 2021 (3 months)", "[0.5..0.75]"),
        ("3 years (UN), 4 years (NGO)", "[3..7]"),
        ("7 ans / 7 years", "7"),
        ("7 years | 7 ans", "7"),
        ("3 ans / 4 ans", "[4..7]"),
        ("Experience (years): 7", "7"),
        ("Nombre d'années : 7", "7"),
        ("un à deux ans", "[1..2]"),
        ("one to two years", "[1..2]"),
        ("a year or two", "[1..2]"),
        ("6 mois à 1 an", "[0.5..1]"),
        ("au moins 7 ans, maximum 10", "[7..10]"),
        ("Aucune en gestion d'équipe", "0"),
        ("none of the above", "?"),
        ("no management experience", "0"),
        ("No lack of experience", "?"),
        ("No experience yet but 2 years of volunteering", "?"),
        ("2010/11 - 2011/12", "[0..3]"),
        ("2010-11/2011-12", "1.1667"),
        ("2009-10 – present", "[14.6532..14.6667]"),
        ("2012-13 - 2015-16", "?"),
        ("2010-2012 / 2014-2016", "[2..6]"),
        ("5 years at UN (2010–2015) and 3 years at Amnesty (2016–2019)", "[6..8]"),
        ("7 years, team leader since 2020", "[3.4032..11.4167]"),
        ("depuis 2015, soit plus de 8 ans", "[8.4032..9.4167]"),
        ("7 years plus 6 months", "[7..7.5]"),
        ("7 plus 3", "[7..10]"),
        ("2, 3 ans", "[2..5]"),
        ("2012 - 2016, 2018 - present", "[8.4032..11.4167]"),
        ("Officer 2012-2016, Manager 2016-2020, Director 2020-", "[9.4032..12.4167]"),
        ("2012 – 2016 (full-time), 2016 – 2018 (part-time)", "[4..7]"),
        ("01.03.2012–30.06.2016", "4.3333"),
        ("1.3.2012 bis 30.6.2016", "?"),
        ("From 1 March 2012 to 30 June 2016", "4.3333"),
        ("March 1, 2012 - June 30, 2016", "4.3333"),
        ("3/2012-6/2016", "4.3333"),
        ("2012/03-2016/06", "4.3333"),
        ("2012.03-2016.06", "4.3333"),
        ("2012 03 - 2016 06", "?"),
        ("201203-201606", "?"),
        ("Mar. 2012 – juin 2016", "4.3333"),
        ("03/2012 to present (OMCT) ; 01/2008 to 02/2012 (FIDH)", "[16.4032..16.4167]"),
        ("03/2012 - ", "[12.2366..12.25]"),
        ("Depuis 03/2012", "[12.2366..12.25]"),
        ("dès 2012", "[11.4032..12.4167]"),
        ("from 2012", "[11.4032..12.4167]"),
        ("2012 - date", "[11.4032..12.4167]"),
        ("2012 till date", "[11.4032..12.4167]"),
        ("2012 - till now", "[11.4032..12.4167]"),
        ("2012 à maintenant", "[11.4032..12.4167]"),
        ("2012 jusqu'à présent", "[11.4032..12.4167]"),
        ("de mars 2012 jusqu'à aujourd'hui", "[12.2366..12.25]"),
        ("2012 - actuel", "[11.4032..12.4167]"),
        ("2012 - poste actuel", "[11.4032..12.4167]"),
        ("2012–current", "[11.4032..12.4167]"),
        ("2012-2016, 2014-2018", "[5..7]"),
        ("2012-2016; 2014-2018 (overlap)", "[5..7]"),
        ("XYZ: 2012-2016\nABC: 2016-2019\n", "[5..8]"),
        ("1999-2001", "[1..3]"),
        ("1985-2020", "[34..36]"),
        ("2012-2106", "[0..inf]"),
        ("2012-20166", "[0..inf]"),
        ("20122-2016", "?"),
        ("2012-2016 ; ?", "[3..inf]"),
        ("2012-2016 ; n/a", "[3..5]"),
        ("2012-2016; see CV", "[3..5]"),
        ("2012-2016; depuis 2020: indépendant", "[6.4032..9.4167]"),
        ("2012-2016; 3 mois en 2018", "[3..6.25]"),
        ("2012-2016 puis 2018-2020", "[4..8]"),
        ("between March 2012 and June 2016", "4.3333"),
        ("2012 to June 2016", "[3.5..4.5]"),
        ("March 2012 to 2016", "[3.8333..4.8333]"),
        ("2012-06/2012-03", "?"),
        ("2024-05/present", "[0.0699..0.0833]"),
        ("2024-06/present", "0"),
        ("05/2024 - present", "[0.0699..0.0833]"),
        ("26/05/2024 - present", "[0.0027..0.0161]"),
        ("present", "?"),
        ("2017-05-26/2024-05-25", "7"),
        ("Sept. 2015 – août 2022", "7"),
        ("1er sept. 2015 – 31 août 2022", "7"),
        ("Q3 2015 to Q2 2022", "[6..8]"),
        ("mi-2015 à fin 2022", "[6..8]"),
        ("mi-mars 2015 à juin 2016", "[1.25..1.3333]"),
        ("fall 2015 to spring 2022", "[6..8]"),
        ("hiver 2015 - printemps 2018", "[2..4]"),
        ("un ou deux ans", "[1..2]"),
        ("entre un et deux ans", "[1..2]"),
        ("one or two years", "[1..2]"),
        ("entre 1 et 2 ans", "[1..2]"),
        ("une à deux années", "[1..2]"),
        ("one of the best", "?"),
        ("7 ans en gestion de projets, 3 ans en plaidoyer", "[3..10]"),
        ("Gestion d'équipe : 3 ans", "3"),
        ("Team management: 3 years", "3"),
        ("3 yrs mgmt", "3"),
        ("3 ans de management d’équipe (5 personnes)", "3"),
        ("environ sept ans", "[6.125..7.875]"),
        ("plus de cinq ans, moins de dix ans", "(5..10)"),
        ("5+ years, less than 10", "[5..10)"),
        ("7 ans d’expérience (2 ans à Genève, 5 ans à Bruxelles)", "7"),
        ("7 years (2+5)", "7"),
        ("2 + 5 = 7", "7"),
        ("4 ans et 8 mois", "4.6667"),
        ("4,5 ans", "4.5"),
        ("4 1/2 years", "4.5"),
        ("four and a half", "4.5"),
        ("quatre ans et demi", "4.5"),
        ("3.5", "3.5"),
        ("36 mois", "3"),
        ("3 ans (36 mois)", "3"),
        ("36 months (3 years)", "3"),
        ("trois (03) ans", "3"),
        ("03 ans", "3"),
        ("10 ans et +", "[10..inf]"),
        ("10 ans ou +", "[10..inf]"),
        ("15 ans+ ", "[15..inf]"),
        ("more than fifteen years", "(15..inf]"),
        ("quinze années d’expérience", "15"),
        ("une année et demie", "1.5"),
        ("deux décennies", "20"),
        ("depuis toujours", "?"),
        ("since I graduated", "?"),
        ("since university", "?"),
        ("0 mois", "0"),
        ("aucune (débutante)", "0"),
        ("stagiaire", "?"),
        ("junior", "?"),
        ("5 years full time, equivalent", "?"),
        ("Approx. 12 yrs", "[10.5..13.5]"),
        ("12 yrs approx", "[10.5..13.5]"),
        ("à peu près 5 ans", "[4.375..5.625]"),
        ("2 ans minimum, 5 ans maximum", "[2..5]"),
        ("8 years and counting", "[8..inf]"),
        ("8 years as of May 2024", "8"),
        ("8 ans au 26/05/2024", "8"),
        ("8 years on 26 May 2024", "8"),
        ("9 ans en mai 2024", "9"),
        ("7 years by the end of 2024", "?"),
        ("7 years 11 months 29 days", "7.9961"),
        ("1 month 2 weeks", "0.1218"),
        ("7years6months", "7.5"),
        ("7 y. 6 m.", "7.5"),
        ("7 a. 6 m.", "[0.5..7.5]"),
        (">= 7 years", "[7..inf]"),
        ("at least 7 yrs, maybe 8", "?"),
        ("7, maybe 8", "?"),
        ("7 (or 8) years", "?"),
        ("5 to 6 years+", "[5..inf]"),
        ("6-8 yrs of exp.", "[6..8]"),
        ("6 - 8 yrs. exp", "[6..8]"),
        ("from 5 to 7 years", "[5..7]"),
        ("de 5 à 7 ans", "[5..7]"),
        ("de 5 à 7 années d'expérience", "[5..7]"),
        ("5-7 ans d'expérience", "[5..7]"),
        ("7 ans d'expérience professionnelle dont 4 ans à l'international", "7"),
        ("10 ans, 3 mois et 2 jours", "10.2555"),
        ("7 years of relevant experience, no management", "?"),
        ("7 years; no gap", "7"),
        ("+10 ans", "[10..inf]"),
        ("plus 10 ans", "[10..inf]"),
        ("10 ans et plus", "[10..inf]"),
        ("10 years and over", "[10..inf]"),
        ("10 or more", "[10..inf]"),
        ("dix ans et plus", "[10..inf]"),
        ("une bonne dizaine d'années", "[8..12.5]"),
        ("quelques mois", "[0.1667..2]"),
        ("several months", "[0.1667..2]"),
        ("plusieurs mois", "[0.1667..2]"),
        ("a few months", "[0.1667..2]"),
        ("less than six months", "[0..0.5)"),
        ("moins de 6 mois", "[0..0.5)"),
        ("under a year", "[0..1)"),
        ("trois mois", "0.25"),
        ("un mois", "0.0833"),
        ("half year", "0.5"),
        ("un semestre", "0.5"),
        ("2 semestres", "1"),
        ("3 academic years", "3"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("1,5 an", "1.5"),
        ("1 an 1/2", "1.5"),
        ("10 ans (dont 3 au HCR et 2 au CICR)", "10"),
        ("8 ans en 2024", "8"),
        ("3 ans plus 4 ans", "[4..7]"),
        ("7 years (3 in Kenya)", "[3..7]"),
        ("7 years (5 yrs UN, 3 yrs NGO)", "[7..8]"),
        ("J'ai plus de 7 ans", "(7..inf]"),
        ("7 ans, soit plus de 80 mois", "7"),
        ("more than 7 years, incl. 2 at the UN", "(7..inf]"),
        ("7 ans dont 2 ans chez OMCT et 1 an chez FIDH", "7"),
        ("Human rights: 7 years; management: 3 years", "[3..10]"),
        ("2 years (2018-2020), 3 years (2020-2023)", "[3..5]"),
        ("2 years 2018-2020 and 3 years 2020-2023", "[3..5]"),
        ("ONU 2012–2016 / OMCT 2016–2020", "[6..9]"),
        ("OMCT, Genève, mars 2012 - juin 2016, chargé de programme", "4.3333"),
        ("Coordinator at FIDH from 03/2012 to 06/2016, then Director at OMCT since 09/2016", "[12.0699..12.0833]"),
        ("Responsable de programme chez OMCT depuis septembre 2016 ; avant : FIDH (2012 à 2016)", "[10.7366..12.4167]"),
        ("2012-2016 Responsable, 2016-2020 Directrice", "[6..9]"),
        ("09/2016 - now; 03/2012 - 06/2016", "[12.0699..12.0833]"),
        ("Since 2016 – OMCT", "[7.4032..8.4167]"),
        ("2016 – OMCT", "[0..8.4167]"),
        ("2016: OMCT, 2018: FIDH", "?"),
        ("2016 -> now", "[7.4032..8.4167]"),
        ("2016 - présent (8 ans)", "8"),
        ("2016-2024", "[7..8.4167]"),
        ("January 2015-December 2021", "7"),
        ("01-2015 - 12-2021", "7"),
        ("1-2015/12-2021", "7"),
        ("15.01.2015-14.01.2022", "7"),
        ("2015-01-15 to 2022-01-14", "7"),
        ("15/01/2015 au 14/01/2022", "7"),
        ("15 janvier 2015 - 14 janvier 2022", "7"),
        ("15 jan. 2015 – 14 jan. 2022", "7"),
        ("01/02/2015 - 01/02/2022", "7.0027"),
        ("1/15/2015 - 1/14/2022", "7"),
        ("jan 15 - dec 21", "?"),
        ("Jan'15 - Dec'21", "7"),
        ("Jan 2015-Dec 2021 (7 yrs)", "7"),
        ("2015 à 2021 inclus", "[5..7]"),
        ("2015 through 2021", "[5..7]"),
        ("2015 thru 2021", "[5..7]"),
        ("du 01/2015 au 12/2021", "7"),
        ("de janvier 2015 à décembre 2021", "7"),
        ("De 2015 à aujourd'hui", "[8.4032..9.4167]"),
        ("De 2015 à maintenant", "[8.4032..9.4167]"),
        ("2015 - aujourd’hui", "[8.4032..9.4167]"),
        ("2015 – auj.", "[8.4032..9.4167]"),
        ("2015 - Present", "[8.4032..9.4167]"),
        ("2015 - PRESENT", "[8.4032..9.4167]"),
        ("2015 — présent", "[8.4032..9.4167]"),
        ("2015-présent", "[8.4032..9.4167]"),
        ("2015/current", "[8.4032..9.4167]"),
        ("2015 to current", "[8.4032..9.4167]"),
        ("2015 to now", "[8.4032..9.4167]"),
        ("01/01/2015 - 31/12/2021", "7"),
        ("2012-2016: 50%, 2016-2020: 100%", "[6..9]"),
        ("2012-01/2015-12 (4/5)", "4"),
        ("2/3 ans", "[0.6667..3]"),
        ("2/4 ans", "[0.5..4]"),
        ("1/3 ans", "[0.3333..3]"),
        ("3/4 ans", "[0.75..4]"),
        ("2/3", "[0.6667..3]"),
        ("2/3 years", "[0.6667..3]"),
        ("plus de 2/3 ans", "(0.6667..inf]"),
        ("7 1/3 ans", "7.3333"),
        ("2~4", "[2..4]"),
        ("6~8", "[6..8]"),
        ("6 ~ 8", "[6..8]"),
        ("6 bis 8 Jahre", "[6..8]"),
        ("☐ 0-3 ☐ 4-6 ☑ 7+", "[7..inf]"),
        ("[ ] 7+ [x] 0-3", "[0..3]"),
        ("☒ 4-6 ans ☐ 7 ans et plus", "[4..6]"),
        ("☐ 0-3 ☐ 4-6", "?"),
        ("15 ans d'expérience dont 3 pertinents", "[3..15]"),
        ("10 years (only 3 relevant)", "[3..10]"),
        ("Total 15, relevant 4", "[4..15]"),
        ("15 (4 relevant)", "[4..15]"),
        ("10 years total, 3 relevant", "[3..10]"),
        ("10 ans au total, 3 pertinents", "[3..10]"),
        ("8 years, mostly unrelated", "[0..8]"),
        ("10 ans (autre domaine)", "[0..10]"),
        ("10 years in another field", "[0..10]"),
        ("7 years in human rights and other fields", "7"),
        ("10 ans dans un autre secteur", "[0..10]"),
        ("7 (environ)", "[6.125..7.875]"),
        ("7 (approx.)", "[6.125..7.875]"),
        ("7 years or thereabouts", "[0..7.875]"),
        ("7 ± 1", "[6..8]"),
        ("8 +/- 2", "[5..11]"),
        ("7 ± 1 ans", "[6..8]"),
        ("7 years next month", "[0..7]"),
        ("7 ans le mois prochain", "[0..7]"),
        ("7 ans fin 2024", "[0..7]"),
        ("7 years by year end", "[0..7]"),
        ("7 years soon", "[0..7]"),
        ("going on 7 years", "[0..7]"),
        ("just shy of 7 years", "[0..7]"),
        ("almost at 7 years", "[0..7]"),
        ("7 ans ou presque", "[0..7]"),
        ("7 years or nearly", "[0..7]"),
        ("à peu de choses près 7 ans", "[0..7]"),
        ("arrondi à 7 ans", "[0..7]"),
        ("7 ans, à vérifier", "[0..7]"),
        ("7 years (to be confirmed)", "[0..7]"),
        ("dans 10 ans", "?"),
        ("in 10 years", "?"),
        ("upto 7 years", "[0..7]"),
        ("jusque 7 ans", "[0..7]"),
        ("7 ans maxi", "[0..7]"),
        ("exactly seven", "7"),
        ("not yet 7 years", "[0..7)"),
        ("pas encore 7 ans", "[0..7)"),
        ("less then 5 years", "[0..5)"),
        ("moins que 7 ans", "[0..7)"),
        ("8 (corrected: 5)", "[5..8]"),
        ("8 (erratum : 5)", "[5..8]"),
        ("8 (lire 5)", "[5..8]"),
        ("8 or rather 5", "[5..8]"),
        ("7 (error, it's 6)", "[6..7]"),
        ("7 (6,5 exactement)", "[6.5..7]"),
        ("7 (6 years 8 months)", "[6.6667..7]"),
        ("7 years (6.9)", "[6.9..7]"),
        ("5 (corrigé : 8)", "[5..8]"),
        ("5 years, now 8", "[5..8]"),
        ("2 of the 10 years 2010-2020", "[0..10]"),
        ("5 des 10 dernières années", "[0..inf]"),
        ("la moitié des 10 dernières années", "[0..inf]"),
        ("intermittently over 10 years", "[0..inf]"),
        ("par intermittence depuis 2010", "[0..14.4167]"),
        ("quelques missions entre 2010 et 2020", "[0..11]"),
        ("2005-2012; occasionally since 2015", "[6..17.4167]"),
        ("En Belgique depuis 2010", "[0..inf]"),
        ("Living abroad since 2010", "[0..inf]"),
        ("J'habite à Bruxelles depuis 2009", "[0..inf]"),
        ("résident belge depuis 2012", "[0..inf]"),
        ("in Belgium for 10 years", "?"),
        ("Diplômé en droit depuis 2010", "[0..inf]"),
        ("graduated since 2010", "[0..inf]"),
        ("Retraité depuis 10 ans", "?"),
        ("8 ans à l'université", "?"),
        ("8 years at university", "?"),
        ("8 years at the university as a lecturer", "8"),
        ("Marié depuis 2010", "[0..inf]"),
        ("réfugiée en France depuis 2012", "[0..inf]"),
        ("Refugee lawyer since 2010", "[13.4032..14.4167]"),
        ("diplomate depuis 2010", "[13.4032..14.4167]"),
        ("in the sector since 2010", "[13.4032..14.4167]"),
        ("dans le secteur depuis 2010", "[13.4032..14.4167]"),
        ("avocate au barreau de Bruxelles depuis 2012", "[11.4032..12.4167]"),
        ("No, only 4 years", "4"),
        ("Non, seulement 4 ans", "4"),
        ("No (4 years)", "[0..4]"),
        ("<p>9 years</p>", "9"),
        ("&gt;7", "(7..inf]"),
        ("2005-2010<br>2012-2018", "[9..13]"),
        ("<li>2005-2010 Amnesty</li><li>2012-2018 FIDH</li>", "[9..13]"),
        ("8 years full-time equivalent", "8"),
        ("2010 - jusqu'à maintenant", "[13.4032..14.4167]"),
        ("OMCT, Genève – de 09/2010 à 08/2019 (chargée de plaidoyer)", "9"),
        ("8 years, see p. 2", "8"),
        ("8 ans (voir page 2)", "8"),
        ("Relevant 8, total 12", "[8..12]"),
        ("8 so far", "8"),
        ("7 ans (presque)", "[5.6..7)"),
        ("7 years (nearly)", "[5.6..7)"),
        ("7-ish", "[6.125..7.875]"),
        ("à peine 7 ans", "[0..7]"),
        ("10 years, three relevant", "[3..10]"),
        ("10 years of which only three are relevant", "[3..10]"),
        ("8 years of marriage", "?"),
        ("8 ans comme réfugiée au Mali", "?"),
        ("8 years in prison", "?"),
        ("8 years in prison monitoring", "8"),
        ("8 years in refugee protection", "8"),
        ("d'ici 8 ans", "?"),
        ("8 years as of September", "?"),
        ("permis de séjour depuis 2010", "[0..inf]"),
        ("Since 2010 in Belgium", "[0..inf]"),
        ("Depuis 2010 je vis à Bruxelles", "[0..inf]"),
        ("2010-2020 in prison", "[0..inf]"),
        ("2010-2018 marriage counsellor", "[7..9]"),
        ("depuis 2010 à l'ONU", "[13.4032..14.4167]"),
        ("6 ans fin 2022", "[6..9]"),
        ("6 years (2021)", "[6..10]"),
        ("7 countries", "?"),
        ("9 pays", "?"),
        ("7 postes", "?"),
        ("12 ONG", "?"),
        ("7 out of 10", "?"),
        ("3 stages", "?"),
        ("3 summers", "?"),
        ("7 in human rights", "7"),
        ("7 (postes)", "?"),
        ("6 CDD d'un an", "[1..6]"),
        ("36 mois (2 contrats)", "3"),
        ("8 ans moins un mois", "7.9167"),
        ("7 years less a month", "6.9167"),
        ("8 ans, hors stages", "8"),
        ("8 years excluding internships", "8"),
    ];

    #[rustfmt::skip]
    const PRORATED: &[(&str, &str)] = &[
        ("7 years (part-time)", "[0..7]"),
        ("7 years at 50%", "3.5"),
        ("7 ans à 80 %", "5.6"),
        ("2012-01/2015-12 (50%)", "2"),
        ("2012-01/2015-12 à mi-temps", "2"),
        ("2012-01/2015-12 (temps partiel)", "[0..4]"),
        ("2012-01/2013-12 (50%), 2014-01/2015-12 (100%)", "3"),
        ("50% 2012-01/2013-12, 80% 2014-01/2015-12", "2.6"),
        ("2012-01/2013-12 (50%); 2013-01/2013-12 (50%)", "[1..1.5]"),
        ("2012-2016 : bénévole (10h/semaine)", "[0..5]"),
        ("2012 – 2016 (full-time), 2016 – 2018 (part-time)", "[3..7]"),
        ("2012-2016: 50%, 2016-2020: 100%", "[4.5..7]"),
        ("2012-01/2015-12 (80 %)", "3.2"),
        ("2012-01/2015-12 80%", "3.2"),
        ("2012-01/2015-12 [0.8]", "4"),
        ("2012-01/2015-12 (0,5 ETP)", "2"),
        ("2012-01/2015-12 (0.5 FTE)", "2"),
        ("2012-01/2015-12 half-time", "2"),
        ("2012-01/2015-12 (50-60%)", "[2..2.4]"),
        ("2012-01/2015-12 (100%)", "4"),
        ("2012-01/2015-12 (50 % ) | 2016-01/2017-12", "4"),
        ("2012-01/2015-12 (150%)", "[0..4]"),
        ("2012-01/2015-12 (part-time, 50%)", "2"),
        ("4 ans (50%)", "2"),
        ("4 ans à mi-temps", "2"),
        ("4 ans à temps partiel", "[0..4]"),
        ("2 ans à 100% + 2 ans à 50%", "[1..3]"),
        ("2012-01/2015-12 (4/5)", "3.2"),
        ("2012-01/2015-12 4/5 temps", "3.2"),
        ("0.5", "0.5"),
        ("10 ans", "10"),
        ("2012-01/2015-12, 2016-01/2017-12 (50%)", "5"),
        // A part of the whole has its own share.
        ("6 ans (dont 2 à mi-temps)", "5"),
        ("6 ans dont 2 ans à mi-temps", "5"),
        ("6 ans, dont deux à mi-temps", "5"),
        ("8 years including 1 at 50%", "7.5"),
        ("8 years (1 year at 50%)", "7.5"),
        ("8 years (2 of them at 50 %)", "7"),
        ("8 years, 2 of which at 50%", "7"),
        ("8 years, of which 2 half-time", "7"),
        ("8 years (of which 2 part-time)", "[6..8]"),
        ("8 years (6 months at 80%)", "7.9"),
        ("8 years (50% for 2 years)", "7"),
        ("8 ans, dont 6 mois à 80 %", "7.9"),
        ("8 ans dont 3 à 50 %", "6.5"),
        ("8 ans, dont 3 ans à 50 %", "6.5"),
        ("8 ans (3 à 50 %)", "6.5"),
        ("8 ans (50 à 60 %)", "[4..4.8]"),
        ("8 ans (dont 3 à 50-60 %)", "[6.5..6.8]"),
        ("10 ans, dont 3 à 50 % et 2 à 80 %", "8.1"),
        ("10 ans (3 à 50 %, 2 à 80 %)", "8.1"),
        ("8 ans (à 80 % pendant 2 ans)", "7.6"),
        ("8 ans à 80 %, dont 2 à 50 %", "5.8"),
        ("8 years full-time, including 2 at 50%", "7"),
        ("8 years at 50%, including 2 at UNHCR", "4"),
        ("8 ans, y compris 1 an à 50 %", "7.5"),
        ("8 ans, dont 2 ans à Genève, à 80 %", "[6.4..7.6]"),
        ("8 years (8 years at 50%)", "4"),
        ("7 ans (2 ans à 50 %, 5 ans à 100 %)", "6"),
        ("2 years (3 years at 50%)", "[1..2]"),
        ("more than 8 years, including 2 at 50%", "(7..inf]"),
        ("2010-01/2017-12 (dont 3 ans à mi-temps)", "6.5"),
        ("2010-01/2017-12, dont 3 à 50 %", "6.5"),
        ("2010-01/2017-12 (4 years at 50%)", "6"),
        ("2012-01/2015-12 (4 ans à 50 %)", "2"),
    ];

    #[test]
    fn reads() {
        let mut wrong = Vec::new();
        for (prorate, cells) in [(false, CELLS), (true, PRORATED)] {
            for (cell, expected) in cells {
                let found = told_as(cell, prorate);
                if found != *expected {
                    wrong.push(format!("{cell:?}: {found}, not {expected}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert_eq!(plain(&"7 ".repeat(1_000_000)), Reading::UNREADABLE);
    }

    #[test]
    fn dress_does_not_matter() {
        for (cell, expected) in CELLS {
            for dressed in told::dressed(cell) {
                assert_eq!(told_as(&dressed, false), *expected, "{cell:?} as {dressed:?}");
            }
        }
    }

    #[test]
    fn whole_years_are_exact() {
        for years in 1..40u16 {
            let exact = Reading::exactly(f64::from(years));
            let from = 2024 - i32::from(years);
            for cell in [
                format!("{years} years"),
                format!("{} months", years * 12),
                format!("01/{from} – 12/2023"),
                format!("26/05/{from} - 25/05/2024"),
                format!("2 mars {from} au 1er mars 2024"),
            ] {
                assert_eq!(plain(&cell), exact, "{cell}");
            }
        }
    }

    #[test]
    fn the_order_of_days_is_settled_or_both() {
        let with =
            |dates, cell: &str| told::reading(read(cell, &Formats::usual(dates, None), as_of(), false), told::number);
        let cell = "01/03/2012 - 01/05/2012";
        assert_eq!(with(Some(DateOrder::DayMonthYear), cell), "0.1694");
        assert_eq!(with(Some(DateOrder::MonthDayYear), cell), "0.0081");
        assert_eq!(with(None, cell), "0.0081 OR 0.1694");
    }

    #[test]
    fn a_long_list_takes_little_time() {
        let list: String = (0..1_000).map(|n| format!("{}-{}; ", 1990 + n % 30, 1991 + n % 30)).collect();
        assert!(list.len() < LIMIT);
        let started = std::time::Instant::now();
        let _ = plain(&list);
        let _ = plain(&"7 ans dont 3, ".repeat(1_200));
        let _ = plain(&"(((7 years - ".repeat(1_200));
        let _ = plain(&"sept depuis ".repeat(1_600));
        let _ = plain(&"2/3 ans à l'université ".repeat(800));
        let _ = plain(&"[x] ( ) <p> &lt; 7 ".repeat(1_000));
        assert!(started.elapsed().as_secs() < 20);
    }

    /// One end of a period: how it is written, and the first and the last day it can be.
    #[derive(Clone, Debug)]
    enum End {
        Year(i32),
        Month(i32, u32),
        Day(i32, u32, u32),
    }

    impl End {
        fn text(&self) -> String {
            match self {
                End::Year(y) => y.to_string(),
                End::Month(y, m) => format!("{m:02}/{y}"),
                End::Day(y, m, d) => format!("{y}-{m:02}-{d:02}"),
            }
        }

        /// A day that it can mean, as a start or as an end.
        fn day(&self, pick: u32, start: bool) -> NaiveDate {
            match *self {
                End::Year(y) => NaiveDate::from_yo_opt(y, 1 + pick % 365).unwrap(),
                End::Month(y, m) if start => NaiveDate::from_ymd_opt(y, m, 1).unwrap(),
                End::Month(y, m) => NaiveDate::from_ymd_opt(y, m, calendar::days_in(y, m)).unwrap(),
                End::Day(y, m, d) => NaiveDate::from_ymd_opt(y, m, d).unwrap(),
            }
        }

        /// The same, told less precisely.
        fn looser(&self) -> Self {
            match *self {
                End::Year(y) | End::Month(y, _) | End::Day(y, ..) => End::Year(y),
            }
        }
    }

    fn end() -> impl Strategy<Value = End> {
        (2010i32..2026, 1u32..=12, 1u32..=28, 0u8..3).prop_map(|(y, m, d, kind)| match kind {
            0 => End::Year(y),
            1 => End::Month(y, m),
            _ => End::Day(y, m, d),
        })
    }

    /// The years of these days, counted one by one on a calendar where every month is as long as any other.
    fn count(spans: &[(NaiveDate, NaiveDate)]) -> f64 {
        let mut steps = 0u32;
        let mut day = NaiveDate::from_ymd_opt(2009, 1, 1).unwrap();
        while day <= as_of() {
            if spans.iter().any(|(start, end)| (*start..=*end).contains(&day)) {
                let last = calendar::days_in(day.year(), day.month());
                steps += if day.day() == last { 32 - last } else { 1 };
            }
            day = day.checked_add_days(Days::new(1)).unwrap();
        }
        f64::from(steps) / 372.0
    }

    fn written(spans: &[(End, End)]) -> String {
        spans.iter().map(|(start, end)| format!("{} – {}", start.text(), end.text())).collect::<Vec<_>>().join("; ")
    }

    proptest! {
        #[test]
        fn any_text(cell in any::<String>(), prorate in any::<bool>()) {
            let _ = read(&cell, &Formats::default(), as_of(), prorate);
        }

        #[test]
        fn any_jumble(cell in told::jumble(), prorate in any::<bool>()) {
            if let Some(range) = read(&cell, &Formats::default(), as_of(), prorate).hull() {
                prop_assert!(range.low <= range.high && range.low >= 0.0, "{cell:?}: {range:?}");
            }
        }

        /// Whatever days the ends of overlapping periods are, their union lies within what is read.
        #[test]
        fn every_meaning_lies_within(
            ends in prop::collection::vec((end(), end(), any::<[u32; 2]>()), 1..4),
        ) {
            let mut concrete = Vec::new();
            let mut told = Vec::new();
            for (a, b, [i, j]) in ends {
                let (start, stop) = (a.day(i, true), b.day(j, false));
                if start <= stop {
                    concrete.push((start, stop));
                    told.push((a, b));
                }
            }
            if told.is_empty() {
                return Ok(());
            }
            let cell = written(&told);
            let range = plain(&cell).hull();
            prop_assert!(range.is_some(), "{cell}");
            let (range, years) = (range.unwrap(), count(&concrete));
            prop_assert!(range.low <= years + 1e-9 && years <= range.high + 1e-9, "{cell}: {range:?} without {years}");
        }

        /// A cell that says more never reads as anything that the vaguer cell excludes.
        #[test]
        fn precision_never_contradicts(ends in prop::collection::vec((end(), end()), 1..4), loosen in any::<[bool; 6]>()) {
            let precise = written(&ends);
            let loose: Vec<(End, End)> = ends
                .iter()
                .enumerate()
                .map(|(at, (a, b))| {
                    let pick = |end: &End, loosen: bool| if loosen { end.looser() } else { end.clone() };
                    (pick(a, loosen[at * 2]), pick(b, loosen[at * 2 + 1]))
                })
                .collect();
            if let Some(exact) = plain(&precise).hull() {
                let range = plain(&written(&loose)).hull();
                prop_assert!(range.is_some_and(|range| range.low <= exact.low && exact.high <= range.high), "{precise}: {exact:?}, {loose:?}: {range:?}");
                for bound in 0..15u8 {
                    let (vague, sure) = (range.unwrap().at_least(f64::from(bound)), exact.at_least(f64::from(bound)));
                    prop_assert!(vague == sure || vague == Verdict::Unknown);
                }
            }
        }

        /// More years never turn met into not met.
        #[test]
        fn more_is_more(
            a in 1u32..40, more in 0u32..9,
            template in prop::sample::select(&[
                "{}", "{} years", "{} ans", "plus de {} ans", "{}+", "at least {} years", "moins de {} ans", "almost {} years", "environ {} ans", "{} ans et demi",
                "{} years of experience", "{} ans dont 1 chez OMCT", "3 ans chez A, {} ans chez B", "{} mois", "{} years or more", "jusqu'à {} ans",
                "{} (corrected: 5)", "{} years, now 8", "5 years, now {}", "{} ans dont 3 pertinents", "10 ans dont {} pertinents", "{} years next month", "{} ± 1", "{} (environ)",
                "No, only {} years", "No ({} years)", "{} ans moins un mois", "upto {} years", "not yet {} years", "☐ 0-3 ☑ {}+", "<b>{}</b>", "{} stages d'un an", "{} of the last 10 years", "{} ans fin 2022",
                "3 of the {} years",
            ][..]),
        ) {
            let hull = |n: u32| plain(&template.replace("{}", &n.to_string())).hull();
            let (a, b) = (hull(a), hull(a + more));
            prop_assert!(a.is_some() && b.is_some(), "{template}");
            if let (Some(a), Some(b)) = (a, b) {
                prop_assert!(a.low <= b.low && a.high <= b.high, "{template}: {a:?} {b:?}");
            }
        }

        /// A longer stay is never less, and a shorter share never more.
        #[test]
        fn longer_is_longer(start in 1990i32..2020, months in 0i32..60, more in 0i32..60, share in 1u32..=100) {
            let month = |count: i32| { let at = start * 12 + count; format!("{}-{:02}", at.div_euclid(12), at.rem_euclid(12) + 1) };
            let cell = |count: i32| format!("{start}-01/{} ({share}%)", month(count));
            let hull = |count: i32, prorate| read(&cell(count), &Formats::default(), as_of(), prorate).hull().unwrap();
            let (short, long) = (hull(months, false), hull(months + more, false));
            prop_assert!(short.low <= long.low && short.high <= long.high);
            let prorated = hull(months, true);
            prop_assert!((prorated.low - short.low * f64::from(share) / 100.0).abs() < 1e-9);
            prop_assert!(prorated.high <= short.high);
        }
    }
}
