//! The words for degrees, for their fields, and for those that are not finished; both languages side by side.

/// What sort of word names a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A degree of its own.
    Named,
    /// A degree of some level ("diploma", "degree"): where a degree is named beside it, it is that one.
    Open,
    /// Not a degree that counts for itself beside another ("certificate").
    Minor,
    /// A kind of school, which tells a level only where nothing else does.
    School,
    /// A degree still under way by its name ("doctorante").
    UnderWay,
}

/// Levels on `education`, and the words for them.
pub(super) struct Row {
    pub low: u8,
    pub high: u8,
    pub sort: Sort,
    /// The subject that the words themselves say (`LLM` is law), by its name in [`SUBJECTS`].
    pub subject: Option<&'static str>,
    pub words: &'static [&'static str],
}

const fn row(low: u8, high: u8, sort: Sort, words: &'static [&'static str]) -> Row {
    Row { low, high, sort, subject: None, words }
}

const fn of(subject: &'static str, low: u8, high: u8, words: &'static [&'static str]) -> Row {
    Row { low, high, sort: Sort::Named, subject: Some(subject), words }
}

use Sort::{Minor, Named, Open, School, UnderWay};

/// 0 none, 1 secondary, 2 short cycle, 3 bachelor, 4 master, 5 doctorate.
#[rustfmt::skip]
pub(super) const LEVELS: &[Row] = &[
    row(0, 0, Named, &["primary", "primary school", "primary education", "elementary school", "école primaire", "primaire", "certificat d'études primaires",
        "CEP", "brevet des collèges", "diplôme national du brevet", "DNB", "BEPC", "CAP", "BEP",
        "certificat d'aptitude professionnelle",
        "lower secondary", "lower secondary education", "secondaire inférieur", "CESI", "CE1D", "middle school",
        "brevet d'études professionnelles"]),
    row(0, 1, Named, &["GCSE", "GCSEs", "O-level", "O-levels", "O level", "O levels", "IGCSE", "vocational training", "apprenticeship", "apprentissage",
        "formation professionnelle", "CFC", "certificat fédéral de capacité", "some high school"]),
    row(1, 1, Named, &["secondary", "secondary school", "secondary education", "upper secondary", "upper secondary education", "high school",
        "high school diploma", "highschool", "GED", "A-level", "A-levels", "A level", "A levels",
        "international baccalaureate", "IB", "IB diploma",
        "baccalauréat international", "Abitur", "matura", "maturité", "maturité gymnasiale", "maturité fédérale",
        "maturité professionnelle",
        "bachillerato", "maturità", "matric", "matriculation", "leaving certificate", "WASSCE", "K-12", "grade 12",
        "12th grade", "secondaire",
        "secondaire supérieur", "études secondaires", "diplôme d'études secondaires", "enseignement secondaire",
        "école secondaire",
        "CESS", "certificat d'enseignement secondaire supérieur", "certificat d'enseignement secondaire",
        "humanités générales", "lycée", "terminale", "niveau lycée",
        "bac pro", "bac professionnel", "bac S", "bac ES", "bac L", "bac STG", "bac STMG", "bac général",
        "bac technologique", "bac scientifique",
        "bac littéraire", "bac économique", "baccalauréat général", "baccalauréat technologique",
        "baccalauréat professionnel",
        "baccalauréat scientifique", "baccalauréat littéraire", "baccalauréat français", "french baccalaureate",
        "European baccalaureate", "baccalauréat européen",
        "DAEU", "capacité en droit", "diploma of secondary education", "secondary diploma",
        "secondary school diploma", "school leaving certificate"]),
    row(1, 2, Named, &["some college", "some university", "CEGEP", "cégep", "DEC", "post-secondary", "postsecondary", "prépa", "classe préparatoire",
        "classes préparatoires", "CPGE", "hypokhâgne", "khâgne", "post-bac"]),
    row(1, 3, Named, &["bac", "baccalauréat", "baccalaureate", "undergraduate"]),
    row(2, 2, Named, &["short cycle", "short-cycle", "cycle court", "BTS", "brevet de technicien supérieur", "DUT", "diplôme universitaire de technologie",
        "DEUG", "diplôme d'études universitaires générales", "DEUST", "HND", "HNC", "higher national diploma",
        "higher national certificate",
        "foundation degree", "associate degree", "associate's degree", "associates degree", "associate of arts",
        "associate of science", "associate's",
        "A.A.", "A.A.S.", "AAS", "BES", "brevet d'enseignement supérieur", "candidature", "candidatures",
        "kandidatuur", "DipHE", "CertHE",
        "diploma of higher education", "certificate of higher education", "advanced diploma", "licence 2", "L2",
        "technicien supérieur",
        "enseignement supérieur de type court"]),
    row(2, 3, Named, &["graduat", "gradué", "graduée"]),
    row(3, 3, Named, &["bachelor", "bachelors", "bachelor's", "bachelor degree", "bachelor of arts", "bachelor of science", "bachelor of sciences",
        "bachelor of social science", "bachelor of social sciences", "baccalaureus", "bachelier", "bachelière", "BA",
        "B.A.", "BA Hons", "BSc", "B.Sc.",
        "BS", "B.S.", "BScEcon", "BSocSc", "B.Soc.Sc.", "BFA", "BPhil", "BES", "honours degree", "honors degree",
        "first degree", "licence", "license",
        "licence 3", "L3", "licence professionnelle", "licence pro", "LP", "Bac. univ.", "baccalauréat universitaire",
        "baccalaureate degree", "BUT",
        "bachelor universitaire de technologie", "grado", "bacharelado", "bacharel", "laurea triennale",
        "laurea breve", "undergraduate degree", "undergrad degree", "undergraduate diploma",
        "pre-master", "premaster", "kandidat", "candidatus", "DEES", "bachelor honours", "haute école",
        "professional bachelor", "bachelier professionnel",
        "ordinary degree", "three-year degree", "4-year degree", "four-year degree"]),
    of("law", 3, 3, &["LLB", "LL.B.", "L.L.B.", "bachelor of laws", "bachelor of law"]),
    of("business", 3, 3, &["BBA", "B.B.A.", "BCom", "B.Com.", "bachelor of business administration", "bachelor of commerce"]),
    of("engineering", 3, 3, &["BEng", "B.Eng.", "BTech", "B.Tech.", "bachelor of engineering"]),
    of("education", 3, 3, &["BEd", "B.Ed.", "bachelor of education"]),
    of("social work", 3, 3, &["BSW", "B.S.W.", "bachelor of social work"]),
    row(3, 4, Named, &["maîtrise 1", "master 1", "master I", "M1", "M 1", "licenciatura", "licenciado", "licenciada", "licenciature", "licencié", "licenciée",
        "licentiaat", "licentiate", "lic.", "lic. iur.", "lic. en", "lic. phil.", "laurea", "Diplom (FH)",
        "FH-Diplom", "Diplom FH", "postgraduate diploma", "post-graduate diploma", "PGDip", "PG Dip", "PgD",
        "PG diploma", "PGD",
        "postgraduate certificate", "PGCert", "PGCE", "graduate diploma", "graduate certificate", "CAPES", "CAPA",
        "agrégation", "AESS", "DESS-DEA préparatoire",
        "diplôme de 3e cycle", "DAS", "diploma of advanced studies", "école de commerce", "business school",
        "spécialisation universitaire",
        "barrister", "bar professional training course", "BPTC", "LPC", "legal practice course", "BVC", "DES",
        "diplôme d'études spécialisées"]),
    of("law", 3, 4, &["BCL", "bachelor of civil law", "GDL", "graduate diploma in law"]),
    row(4, 4, Named, &["master", "masters", "master's", "master degree", "master of arts", "master of science", "master of sciences", "master of research",
        "master of philosophy", "master of studies", "master of letters", "master of advanced studies", "MAS", "MA",
        "M.A.", "MSc", "M.Sc.", "MS", "M.S.", "MPhil", "M.Phil.", "MRes",
        "M.Res.", "MLitt", "M.Litt.", "MSt", "M.St.", "MFA", "MSSc", "MSocSc", "MALD", "MIA", "M.I.A.", "EMA", "E.MA",
        "Diplom", "Dipl.", "Staatsexamen", "erstes Staatsexamen", "zweites Staatsexamen",
        "Magister", "Mag.", "Mgr", "magistère", "mastère", "mastère spécialisé", "maîtrise", "DEA", "D.E.A.", "DESS",
        "D.E.S.S.", "diplôme d'études approfondies",
        "diplôme d'études supérieures spécialisées", "master 2", "master II", "M2", "M 2", "maestría", "mestrado",
        "laurea magistrale", "laurea specialistica",
        "doctorandus", "Drs.", "double master", "double master's", "second master", "executive master",
        "advanced master", "master complémentaire", "master spécialisé",
        "master professionnel", "master recherche", "post-master", "diplôme d'ingénieur",
        "titre d'ingénieur", "école d'ingénieur",
        "école d'ingénieurs", "ingénieur civil", "ingénieur commercial", "ingénieur de gestion", "ingénieur agronome",
        "bioingénieur", "ingénieur diplômé", "diplôme de grande école", "grande école", "magistrate",
        "specialist degree"]),
    of("law", 4, 4, &["LLM", "LL.M.", "L.L.M.", "LLMs", "master of laws", "meester in de rechten", "MJur", "M.Jur."]),
    of("business", 4, 4, &["MBA", "M.B.A.", "EMBA", "executive MBA", "master of business administration"]),
    of("public administration", 4, 4, &["MPA", "M.P.A.", "master of public administration", "master of public affairs"]),
    of("public policy", 4, 4, &["MPP", "M.P.P.", "master of public policy"]),
    of("public health", 4, 4, &["MPH", "M.P.H.", "master of public health"]),
    of("education", 4, 4, &["MEd", "M.Ed.", "master of education"]),
    of("engineering", 4, 4, &["MEng", "M.Eng.", "master of engineering"]),
    of("social work", 4, 4, &["MSW", "M.S.W.", "master of social work"]),
    of("law", 4, 5, &["JD", "J.D.", "juris doctor", "juris doctorate", "doctor of jurisprudence"]),
    row(4, 5, Named, &["MD", "M.D.", "PharmD", "Pharm.D.", "docteur en médecine", "docteur en pharmacie", "doctorat en médecine", "doctor of medicine", "doctorat en pharmacie",
        "doctor", "Dr", "Dr. iur.", "Dr. jur.", "Dr. phil.", "Dr. en", "Dr. in", "Dr. rer.", "Dr. med.",
        "postgraduate degree", "post-graduate degree", "graduate degree", "advanced degree",
        "advanced university degree", "third cycle", "troisième cycle", "3e cycle", "3ème cycle",
        "diplôme de troisième cycle", "master's or higher", "diplôme universitaire supérieur"]),
    row(5, 5, Named, &["doctorate", "doctoral", "doctoral degree", "doctorat", "docteur", "docteure", "PhD", "Ph.D.", "Ph. D.", "PhDs", "D.Phil.", "DPhil", "doctor of philosophy", "doctor of law",
        "doctor of laws", "Doktor", "Doktorat", "doctorado", "dottorato", "dottorato di ricerca", "doutorado",
        "doutoramento", "Promotion Dr.", "HDR", "habilitation à diriger des recherches", "habilitation",
        "habilitation à diriger les recherches", "thèse de doctorat", "thèse d'État", "postdoc", "post-doc",
        "postdoctoral", "postdoctorat", "post-doctorat",
        "ScD", "Sc.D.", "DSc", "D.Sc.", "SJD", "S.J.D.", "JSD", "J.S.D.", "DBA", "D.B.A.", "doctorate degree"]),
    of("law", 5, 5, &["docteur en droit", "LLD", "LL.D."]),
    of("education", 5, 5, &["EdD", "Ed.D.", "doctor of education"]),
    row(5, 5, UnderWay, &["doctorant", "doctorante", "doctorants", "thésard", "thésarde", "ABD", "A.B.D.", "all but dissertation", "PhD researcher", "doctoral researcher", "doctoral student",
        "doctoral candidate", "PhDc", "PhD(c)", "doctorat en cours", "aspirant FNRS"]),
    row(3, 4, UnderWay, &["undergraduate student", "licence 1", "L1"]),
    row(4, 5, UnderWay, &["graduate student", "postgraduate student", "grad student"]),
    row(3, 5, Open, &["degree", "degrees", "university degree", "university diploma", "diplôme universitaire", "diplômes universitaires", "titre universitaire", "grade universitaire",
        "diplôme d'université", "academic degree", "postgraduate", "post-graduate", "graduate", "graduated",
        "postgrad",
        "university graduate", "diplômé universitaire", "diplômée universitaire",
        "diplômé de l'université", "diplômée de l'université", "Universitätsabschluss", "título universitario"]),
    row(2, 5, Open, &["diplôme d'études supérieures", "diplôme supérieur", "études supérieures", "enseignement supérieur", "diplôme de l'enseignement supérieur",
        "diplômé de l'enseignement supérieur", "higher education", "tertiary", "tertiary education",
        "tertiary degree", "higher degree", "college degree", "diplôme d'enseignement supérieur"]),
    row(1, 5, Open, &["diplôme", "diplômes", "diplômé", "diplômée", "graduate studies", "postgraduate studies", "formation universitaire", "études universitaires", "university studies",
        "university education", "title", "qualification", "qualifications"]),
    row(0, 5, Minor, &["certificate", "certificates", "certificat", "certificats", "certification", "certified", "diploma", "diplomas", "DU", "D.U.", "DIU", "CAS", "MOOC", "summer school",
        "université d'été", "executive education", "short course", "online course", "training", "attestation",
        "certificate of advanced studies", "foundation course", "erasmus", "exchange"]),
    row(1, 5, School, &["university", "université", "universitaire", "supérieur", "higher", "university level", "niveau universitaire", "academic"]),
    row(0, 3, School, &["college", "collège"]),
    row(3, 4, School, &["Sciences Po", "IEP", "institut d'études politiques", "Science Po", "ENA"]),
];

/// Words that hold a level's word and are no degree.
#[rustfmt::skip]
pub(super) const NO_LEVEL: &[&str] = &[
    "driving licence", "driving license", "driver's license", "driver's licence", "drivers license",
    "licence de conduire", "scrum master",
    "licence to practise", "license to practice", "licence to practice", "graduate institute", "graduate school",
    "postgraduate school",
    "the graduate institute", "school of advanced studies", "college of europe", "collège d'europe",
    "university college", "college london",
    "imperial college", "trinity college", "collège de france", "doctoral school", "école doctorale",
    "doctors without borders",
    "master of ceremonies", "head master", "quiz master", "master class", "master file", "law licence",
    "certificat médical", "formation continue",
    "ministry of higher education", "higher school", "haute école spécialisée", "secondary school teacher",
    "high school teacher",
    "professeur de lycée", "enseignant en lycée", "university teacher", "graduate assistant", "associate professor",
    "associate researcher",
    "pre-doctoral", "predoctoral", "pré-doctorat",
    "master key", "chess master", "grand master", "master of wine", "master mariner", "master electrician",
    "master carpenter", "master plumber", "master builder", "bachelor party", "maîtrise d'ouvrage", "maîtrise d'œuvre",
    "maîtrise de soi", "maître d'ouvrage", "doctor's appointment", "postmaster", "balanced scorecard",
    "MS Office", "MS Word", "MS Excel", "MS Project", "permis", "dual degree programme", "degree programme", "degree program", "master programme",
];

/// Abbreviations that may be another word: in small letters, and in a cell that is all capitals.
#[rustfmt::skip]
pub(super) const CAPITALS: &[&str] = &[
    "but", "des", "du", "mas", "ms", "bs", "cap", "cas", "ib", "das", "ena", "mia", "dec", "lp", "ema", "cep", "bes",
    "mag", "lic",
    "dipl", "dr", "drs", "as",
];

/// Those of them that are everyday words.
pub(super) const EVERYDAY: &[&str] = &["but", "des", "du", "mas", "cap", "cas", "as", "ena", "mia", "ema"];

/// Those of them that are never sure in small letters: first names, and "dipl." for any diploma.
pub(super) const NAMES: &[&str] = &["ena", "mia", "ema", "dipl"];

/// Those of them that are also titles, before a name.
pub(super) const TITLES: &[&str] = &["ms", "dr", "drs", "mag"];

/// French nouns for degrees that "ma" (my) goes with.
pub(super) const POSSESSED: &[&str] =
    &["licence", "license", "maitrise", "maturite", "candidature", "these", "formation", "terminale", "prepa"];

/// Under way, given up, or otherwise not a finished degree for certain.
#[rustfmt::skip]
pub(super) const UNDER_WAY: &[&str] = &[
    // English.
    "in progress", "ongoing", "on-going", "under way", "underway", "expected", "expecting", "anticipated",
    "candidate", "candidates", "student",
    "currently", "current", "studying", "enrolled", "enrolling", "pursuing", "final year", "last year", "first year",
    "second year", "third year",
    "1st year", "2nd year", "3rd year", "year 1", "year 2", "year 3", "incomplete", "uncompleted", "unfinished",
    "not completed", "not complete",
    "not finished", "not yet", "not obtained", "not awarded", "not defended", "not graduated", "not validated",
    "did not finish", "did not complete", "didn't finish",
    "didn't complete", "never finished", "never completed", "without finishing", "without completing",
    "without degree", "without diploma", "no degree", "no diploma",
    "dropped out", "drop out", "dropout", "withdrew", "withdrawn", "interrupted", "abandoned", "suspended", "on hold",
    "deferred", "failed",
    "left before", "to be completed", "to be obtained", "to be awarded", "to be defended", "to be submitted",
    "to complete", "to finish", "awaiting", "awarding", "pending", "defence scheduled",
    "defense scheduled", "submitted", "under examination", "all but dissertation", "abd", "graduating", "will",
    "soon", "future", "planned", "starting", "start", "started",
    "begin", "beginning", "almost", "nearly", "partial", "partially", "partly", "some", "coursework", "credits",
    "equivalent", "equivalence", "equivalency", "honorary",
    "honoris causa", "present", "now", "to date", "since", "admitted", "accepted", "applying", "applied", "preparing",
    "writing up", "working on", "working towards", "working toward",
    "towards", "toward", "unaccredited", "expired", "lost", "claimed", "probably", "maybe", "perhaps", "tbc", "tbd",
    "halfway", "transferred", "semester", "semestre", "one exam", "exams left", "exam left", "left to", "remaining",
    "cand", "finishing", "finalising", "finalizing",
    "last semester", "discontinued", "paused", "on leave", "revoked", "cancelled", "canceled", "quit",
    "stopped", "unvalidated", "dropped", "due", "half completed", "half complete", "half finished", "module left",
    "modules left", "exams to", "offer received", "offer", "defence in", "defense in", "viva in", "left in", "years completed",
    "years done", "year done", "part one", "results pending", "results awaited", "all courses but", "missing",
    "outstanding", "thesis pending", "thesis outstanding", "thesis due", "thesis not", "dissertation pending",
    "dissertation outstanding", "dissertation due", "dissertation not", "aspirant", "aspiring",
    "final semester", "doing", "en train de", "to go", "%", "à partir de", "à partir du", "dès septembre",
    "dès octobre", "from september", "from october", "from january", "from february", "restant",
    // French.
    "mémoire en cours", "thèse en cours", "mémoire à", "dernier semestre", "rentrée", "rattrapage", "soutenance", "non délivré",
    "résultats en", "résultats à", "manquant", "manquante", "pause", "annulé",
    "arrêt", "envisagé", "révoqué", "années sur", "ans sur", "1re et 2e années",
    "en cours", "en préparation", "préparation", "prépare", "préparant", "en formation", "attendu", "attendue",
    "prévu", "prévue", "prévus", "candidat", "candidate au",
    "étudiant", "étudiante", "étudie", "actuellement", "actuel", "actuelle", "inscrit", "inscrite", "inscription",
    "dernière année", "première année", "deuxième année",
    "troisième année", "seconde année", "quatrième année", "1re année", "1ère année", "1er année", "2e année",
    "2ème année", "3e année", "3ème année", "4e année", "4ème année", "5e année", "5ème année",
    "inachevé", "inachevée", "non achevé", "non achevée", "non terminé", "non terminée", "pas terminé",
    "pas terminée", "non obtenu", "non obtenue", "pas obtenu", "pas obtenue",
    "non validé", "non validée", "pas validé", "pas validée", "non soutenu", "non soutenue", "non complété",
    "non complétée", "incomplet", "incomplète", "abandonné", "abandonnée", "abandon",
    "interrompu", "interrompue", "arrêté", "arrêtée", "échoué", "échec", "ajourné", "suspendu", "suspendue",
    "à obtenir", "à valider", "à terminer", "à soutenir", "à venir", "à finir",
    "soutenance prévue", "soutenance en", "en attente", "attente", "bientôt", "futur", "future", "presque", "partiel",
    "partielle", "partiellement", "équivalent", "équivalente", "équivalence",
    "aujourd'hui", "à ce jour", "ce jour", "présent", "depuis", "admis en", "admise en", "je termine", "termine",
    "poursuit", "poursuis", "sans diplôme", "sans le diplôme", "sans mémoire",
    "sans thèse", "pas encore", "probablement", "peut-être", "reprise d'études", "en alternance depuis",
    "validation en cours",
];

/// Just before a degree: it is wished for, taught, had by somebody else, or had in part.
#[rustfmt::skip]
pub(super) const NOT_HAD_BEFORE: &[&str] = &[
    // English.
    "planning a", "planning an", "interested in", "interest in", "considering", "plans", "plan", "plans to do", "intend to do", "intends to do",
    "hoping to do", "hope to do", "hoping for", "would like to do", "would like", "wish to do", "want to do", "looking for",
    "dream of", "aspiring", "prospective", "applicant for", "offer for", "offer of", "teaches on", "teaching on",
    "teach on", "taught on", "teaches", "teach", "lecturer on", "lecturer in", "assistant for", "assistant on", "supervises",
    "supervising", "director of", "head of", "coordinator of", "administrator of", "tutor on", "tutor for", "father has",
    "mother has", "wife has", "husband has", "brother has", "sister has", "parents have", "mentored by", "supervised by",
    "fake", "false", "bogus", "attending", "attend", "years of", "year of", "months of", "semesters of", "upgraded from",
    "master's level", "supervisor", "born in",
    "application for", "applying for", "applied for",
    // French.
    "candidature en", "candidature au", "candidature à", "candidature pour",
    "intéressé par", "intéressée par", "projet de", "projets de", "envisage", "souhaite faire", "souhaite",
    "aimerais faire", "voudrais faire", "veux faire", "compte faire", "enseignante en", "enseignant en", "enseigne en",
    "chargé de cours en", "chargée de cours en", "cours en", "professeur en", "professeure en", "responsable de",
    "directeur de", "directrice de", "auditeur libre en", "auditrice libre en", "employé au", "employée au", "faux", "père a",
    "mère a", "ans de", "an de", "années de", "année de", "mois de", "semestres de", "en vue de",

];

/// Just after a degree: somebody who has to do with it, or what is wanted of it.
#[rustfmt::skip]
pub(super) const NOT_HAD_AFTER: &[&str] = &[
    "applicant", "applicants", "application", "project", "proposal", "fellow", "fellows", "fellowship", "courses", "classes",
    "lecturer", "teacher", "tutor", "supervisor", "theses", "offer", "envisaged", "envisagé", "level experience", "party",
    "aspirant", "project proposal",
];

/// Of which none is had.
#[rustfmt::skip]
pub(super) const NOT: &[&str] = &[
    "no", "not", "never", "without", "neither", "nor", "don't have", "do not have", "lack", "lacking", "less than",
    "below", "under",
    "inférieur", "inférieure", "moins que", "moins de", "moins du", "en dessous de", "infra", "non", "pas", "sans",
    "aucun", "aucune", "ni", "jamais", "ne",
];

/// The whole cell where somebody has no degree, with the highest step that leaves open.
#[rustfmt::skip]
pub(super) const NONE: &[(&str, u8)] = &[
    ("none", 0), ("no", 0), ("nil", 0), ("no education", 0), ("no formal education", 0), ("no schooling", 0),
    ("0", 0), ("nothing", 0), ("zero", 0), ("not any", 0),
    ("aucun", 0), ("aucune", 0), ("néant", 0), ("rien", 0), ("non", 0), ("sans", 0), ("aucune formation", 0),
    ("sans formation", 0), ("non diplômé", 0), ("non diplômée", 0),
    ("none of the above", 5), ("self-taught", 2), ("self taught", 2), ("autodidact", 2), ("autodidacte", 2),
    ("no formal qualification", 0), ("no formal qualifications", 0), ("no qualification", 0),
    ("no qualifications", 0), ("no diploma", 0), ("no higher education", 1),
    ("no university education", 2), ("no university studies", 2), ("no studies", 1), ("pas d'études", 1),
    ("pas d'études supérieures", 1), ("pas de formation", 0), ("pas de diplôme", 0),
];

/// A step or a higher one.
#[rustfmt::skip]
pub(super) const OR_MORE: &[&str] = &[
    "or higher", "or above", "or more", "or better", "and above", "and higher", "at least", "minimum", "min",
    "et plus", "ou plus", "ou supérieur", "et supérieur",
    "au moins", "au minimum", "or beyond", "et au-delà", "minimum de", "ou plus élevé",
];

/// What makes a subject next to it something else than the degree's: a part of it, or work.
#[rustfmt::skip]
pub(super) const ASIDE: &[&str] = &[
    // A part of the degree.
    "minor", "minors", "minoring", "mineure", "thesis", "dissertation", "mémoire", "thèse", "module", "modules",
    "course", "courses", "cours", "elective", "electives", "paper",
    "thesis on", "sujet", "séminaire", "seminar", "seminars", "focus", "interest", "intérêt", "certificate",
    "certificat", "training", "summer school", "mooc",
    // Work, and what is asked rather than had.
    "officer", "officers", "lawyer", "advocate", "consultant", "consultante", "coordinator", "coordinateur",
    "coordinatrice", "director", "directeur", "directrice", "manager",
    "advisor", "adviser", "conseiller", "conseillère", "chargé", "chargée", "responsable", "intern", "internship",
    "stagiaire", "stage", "assistant", "assistante", "experience",
    "experiences", "expérience", "expériences", "worked", "work", "working", "travail", "travaillé", "job", "emploi",
    "years", "volunteer", "bénévole", "activist", "militant", "ngo", "ong",
    "teacher", "enseignant", "professor", "related to", "no", "not", "non", "pas", "hors", "sans", "without",
    "excluding", "except", "sauf", "autre que", "other than", "instead of",
    "unrelated", "center", "centre",
];

/// A subject: the words for it and those that are near it or part of it, in both languages.
pub(super) struct Subject {
    pub name: &'static str,
    /// The subject itself.
    pub exact: &'static [&'static str],
    /// What may well be that subject, under another name or in another language.
    pub near: &'static [&'static str],
}

const fn subject(name: &'static str, exact: &'static [&'static str], near: &'static [&'static str]) -> Subject {
    Subject { name, exact, near }
}

#[rustfmt::skip]
pub(super) const SUBJECTS: &[Subject] = &[
    subject("law", &["law", "laws", "droit"],
        &["legal", "legal studies", "legal science", "jurisprudence", "juridique", "juridiques",
        "sciences juridiques", "études juridiques",
        "derecho", "recht", "rechten", "rechtswissenschaft", "rechtswissenschaften", "jura", "giurisprudenza",
        "diritto", "direito", "juriste", "notariat", "justice", "право"]),
    subject("human rights", &["human rights", "droits humains", "droits de l'homme", "droits de la personne"],
        &["derechos humanos", "menschenrechte", "mensenrechten", "diritti umani", "direitos humanos",
        "droits fondamentaux",
        "fundamental rights", "humanitarian", "humanitaire", "humanitarian action", "action humanitaire",
        "transitional justice", "justice transitionnelle", "refugee studies", "civil rights", "droits des femmes",
        "droits de l'enfant", "rights", "human right"]),
    subject("international relations", &["international relations", "relations internationales", "international relation", "relation internationale"], &["international affairs", "affaires internationales", "international studies", "études internationales",
        "international politics", "politique internationale", "diplomacy", "diplomatie", "global affairs",
        "world politics", "security studies", "geopolitics", "géopolitique", "relaciones internacionales",
        "internationale betrekkingen", "relazioni internazionali", "relações internacionais",
        "internationale beziehungen", "IR", "RI", "global governance", "international security", "strategic studies",
        "international cooperation", "coopération internationale"]),
    subject("political science", &["political science", "political sciences", "sciences politiques", "science politique"], &["politics", "politique", "politiques", "political", "political studies", "études politiques",
        "politologie", "governance", "gouvernance", "ciencias políticas", "ciencia política", "politikwissenschaft",
        "politikwissenschaften", "politicologie", "politieke wetenschappen", "scienze politiche", "government", "PPE",
        "sciences po", "science po", "IEP", "public affairs", "affaires publiques", "sciences sociales",
        "social sciences"]),
    subject("public policy", &["public policy", "politiques publiques", "politique publique"],
        &["policy", "policy studies"]),
    subject("public administration", &["public administration", "administration publique", "public management", "gestion publique", "management public"], &["administration"]),
    subject("economics", &["economics", "économie", "sciences économiques", "science économique", "economy", "econometrics", "économétrie"], &["economic", "économique", "éco"]),
    subject("business", &["business", "business administration", "management", "gestion", "commerce", "administration des affaires", "entrepreneurship", "sciences de gestion", "marketing", "logistics", "logistique", "supply chain", "project management", "gestion de projet"], &["affaires"]),
    subject("finance", &["finance", "finances", "accounting", "comptabilité", "audit", "banking", "banque"], &[]),
    subject("human resources", &["human resources", "ressources humaines", "HRM", "GRH"], &["RH"]),
    subject("history", &["history", "histoire"], &["historical"]),
    subject("philosophy", &["philosophy", "philosophie", "ethics", "éthique"], &[]),
    subject("sociology", &["sociology", "sociologie"], &["social"]),
    subject("anthropology", &["anthropology", "anthropologie", "ethnology", "ethnologie"], &[]),
    subject("psychology", &["psychology", "psychologie", "psychoanalysis"], &[]),
    subject("education", &["education", "éducation", "sciences de l'éducation", "pedagogy", "pédagogie", "teaching", "enseignement"], &[]),
    subject("literature", &["literature", "littérature", "lettres", "lettres modernes", "lettres classiques", "english literature", "humanities", "classics", "literary studies", "creative writing"], &["letters", "humanités"]),
    subject("languages", &["linguistics", "linguistique", "languages", "langues", "langues étrangères appliquées", "LEA", "translation", "traduction", "interpreting", "interprétation", "interprétariat", "philology", "philologie", "romance languages", "langues romanes", "langues germaniques", "modern languages", "english studies", "études anglaises", "french studies"], &["english", "anglais", "spanish", "espagnol", "arabic", "arabe", "russian", "russe"]),
    subject("communication", &["communication", "communications", "journalism", "journalisme", "media studies", "médias", "public relations", "relations publiques", "information and communication"], &["media"]),
    subject("arts", &["art history", "histoire de l'art", "fine arts", "beaux-arts", "music", "musique", "theatre", "théâtre", "cinema", "cinéma", "film studies", "design", "graphic design", "dance", "danse", "photography", "arts plastiques", "performing arts", "museology", "cultural management", "gestion culturelle"], &["arts", "culture"]),
    subject("architecture", &["architecture", "urban planning", "urbanisme", "interior design"], &[]),
    subject("geography", &["geography", "géographie"], &[]),
    subject("environment", &["environment", "environnement", "environmental science", "environmental studies", "sustainable development", "développement durable", "ecology", "écologie", "climate"], &[]),
    subject("development", &["development studies", "international development", "études du développement", "développement international", "coopération au développement", "development"], &["développement"]),
    subject("european studies", &["european studies", "études européennes", "european affairs", "affaires européennes", "european politics"], &["european", "européen", "européenne"]),
    subject("gender studies", &["gender studies", "études de genre", "women's studies", "gender"], &[]),
    subject("social work", &["social work", "travail social", "assistant social", "action sociale"], &[]),
    subject("theology", &["theology", "théologie", "religious studies", "divinity"], &[]),
    subject("peace studies", &["peace studies", "conflict studies", "peace and conflict studies", "conflict resolution", "résolution des conflits", "études de paix", "war studies", "conflict analysis"], &["peace", "conflict"]),
    subject("criminology", &["criminology", "criminologie"], &["criminal justice"]),
    subject("area studies", &["african studies", "études africaines", "middle eastern studies", "asian studies", "latin american studies", "american studies", "slavic studies", "oriental studies", "études orientales"], &[]),
    subject("biology", &["biology", "biologie", "biochemistry", "biochimie", "life sciences", "genetics", "génétique", "biotechnology", "biotechnologie", "zoology", "botany"], &[]),
    subject("chemistry", &["chemistry", "chimie"], &[]),
    subject("physics", &["physics", "physique", "astronomy", "astrophysics"], &[]),
    subject("mathematics", &["mathematics", "maths", "math", "mathématiques", "statistics", "statistiques", "statistique", "actuarial science"], &[]),
    subject("computer science", &["computer science", "informatique", "computing", "software engineering", "information technology", "data science", "artificial intelligence", "information systems", "cybersecurity"], &["IT"]),
    subject("engineering", &["engineering", "ingénierie", "génie civil", "civil engineering", "mechanical engineering", "electrical engineering", "génie mécanique", "électronique", "electronics", "mécanique", "ingénieur"], &["génie"]),
    subject("medicine", &["medicine", "médecine", "nursing", "soins infirmiers", "infirmier", "infirmière", "dentistry", "pharmacy", "pharmacie", "physiotherapy", "kinésithérapie", "veterinary", "midwifery", "kinesiology"], &[]),
    subject("public health", &["public health", "santé publique", "global health", "epidemiology"],
        &["health", "santé"]),
    subject("agriculture", &["agriculture", "agronomy", "agronomie", "forestry"], &[]),
    subject("tourism", &["tourism", "tourisme", "hospitality", "hôtellerie", "hotel management", "cuisine", "cooking", "fashion", "mode"], &[]),
    subject("sports", &["sports science", "sport science", "STAPS", "sports", "physical education", "éducation physique"], &["sport"]),
    subject("library", &["library science", "bibliothéconomie", "archival studies", "archivistique"], &[]),
];

/// Schools and offices whose names hold a subject that is not the degree's.
#[rustfmt::skip]
pub(super) const OPAQUE: &[&str] = &[
    "school of economics", "school of economics and political science", "law enforcement",
    "institut d'études politiques", "institute of political studies",
    "graduate institute of international studies", "graduate institute of international and development studies",
    "graduate institute of international relations",
    "institut de hautes études internationales", "institut de hautes études internationales et du développement",
    "institut universitaire de hautes études internationales",
    "school of international and public affairs", "school of public policy", "kennedy school of government",
    "fletcher school of law and diplomacy", "business school", "école de commerce", "business law school",
    "human rights centre", "human rights center", "human rights institute", "school of management",
    "human rights watch", "law society", "law firm", "droit de vote", "permis",
];

/// Words that may stand beside a subject and add nothing: with them a note is still only a subject.
#[rustfmt::skip]
pub(super) const BESIDE: &[&str] = &[
    "in", "of", "the", "and", "en", "de", "d", "l", "du", "des", "la", "le", "les", "et", "field", "fields",
    "domaine", "filière", "spécialité", "spécialisation", "specialisation", "specialization",
    "specialised", "specialized", "specialty", "option", "mention", "parcours", "major", "majoring", "majeure",
    "orientation", "subject", "discipline", "section", "concentration", "international", "internationale",
    "internationales", "internationaux", "public", "publique", "private", "privé", "european", "européen",
    "européenne", "comparative", "comparé", "applied", "appliquée", "general", "général", "générale", "studies",
    "études",
    "science", "sciences", "théorie", "theory", "penal", "pénal", "criminal", "criminel", "civil", "constitutional",
    "constitutionnel", "humanitarian", "humanitaire", "social", "sociales",
];

/// Places where a "licence" was a degree of four or five years before 2005 or so.
#[rustfmt::skip]
pub(super) const LONG_LICENCE: &[&str] = &[
    "belgique", "belgium", "belge", "belgian", "ULB", "UCL", "UCLouvain", "louvain", "liège", "ULg", "gand", "ghent",
    "gent", "UGent", "leuven", "KUL", "KU leuven", "VUB",
    "namur", "FUNDP", "anvers", "antwerp", "bruxelles", "brussels", "mons", "suisse", "switzerland", "swiss",
    "genève", "geneva", "lausanne", "fribourg", "neuchâtel", "IUHEI",
    "pré-bologne", "pre-bologna", "avant bologne", "before bologna", "4 ans", "5 ans", "4 years", "5 years",
    "candidature", "candidatures",
];
