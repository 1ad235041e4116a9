//! Ordered scales: their steps, the words for them, and a cell read as one step or a range of steps.

use std::sync::{Arc, LazyLock};

use super::boxes;
use super::grammar::degree;
use super::{Formats, fold};
use super::lexicon::{LIMIT, Lexicon, Tokens};
use super::written::{Written, is_loose};
use crate::catalogue::Text;
use crate::reading::Reading;

/// One step of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is called.
    pub name: Text,
    /// Other words for it.
    pub words: Vec<String>,
}

/// An ordered list of steps; the lowest is 0.
#[derive(Clone, Debug)]
pub struct Scale {
    name: String,
    sort: Sort,
    steps: Vec<Step>,
    /// The steps of a scale of the criteria file's own, as they are written.
    written: Written,
    words: Lexicon<Word>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Proficiency,
    Cefr,
    Education,
    Own,
}

/// Steps `low` to `high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// The lowest step meant.
    pub low: usize,
    /// The highest step meant.
    pub high: usize,
    /// Whether the step itself is named (`C1`, `4/5`) rather than described (`fluent`).
    pub code: bool,
}

impl Span {
    /// Steps described by a word.
    pub const fn of(low: usize, high: usize) -> Self {
        Self { low, high, code: false }
    }

    /// A step that is named.
    pub const fn code(low: usize, high: usize) -> Self {
        Self { low, high, code: true }
    }

    /// The smallest span that holds both.
    pub fn hull(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high), code: self.code && other.code }
    }

    /// The steps in both.
    pub fn both(self, other: Self) -> Option<Self> {
        let (low, high) = (self.low.max(other.low), self.high.min(other.high));
        (low <= high).then_some(Self { low, high, code: self.code || other.code })
    }

    /// As a reading.
    #[expect(clippy::cast_precision_loss, reason = "a scale has few steps")]
    pub fn reading(self) -> Reading {
        Reading::between(self.low as f64, self.high as f64)
    }
}

/// What stands between a step and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Joint {
    /// Only space.
    Space,
    /// A comma, a colon, a dash: an explanation, or one more.
    Mark,
    /// A parenthesis: an explanation.
    Parenthesis,
    /// "to", "or", a slash: a range, or either.
    Either,
}

/// All that steps written one after another can mean. An explanation narrows ("fluent (C1)"); where it contradicts, and
/// wherever several skills or a range are told, all that is said stays possible.
pub(crate) fn combine(parts: &[(Span, Joint)], several_skills: bool) -> Option<Span> {
    let ((mut all, _), rest) = parts.split_first().map(|(first, rest)| (*first, rest))?;
    let mut narrows = !several_skills;
    for (next, joint) in rest {
        let explains = match joint {
            Joint::Parenthesis => true,
            Joint::Space | Joint::Mark => all.code != next.code,
            Joint::Either => false,
        };
        match all.both(*next).filter(|_| explains && narrows) {
            Some(both) => all = both,
            None => {
                narrows &= all == *next;
                all = all.hull(*next);
            }
        }
    }
    Some(all)
}

/// What has been read of a cell so far.
struct Said {
    steps: Vec<(Span, Joint)>,
    /// What stands between the last step and the next.
    joint: Joint,
    skills: bool,
    at_least: bool,
    at_most: bool,
    /// What is known well or not follows: "good knowledge of ...".
    object: bool,
}

impl Default for Said {
    fn default() -> Self {
        Self { steps: Vec::new(), joint: Joint::Space, skills: false, at_least: false, at_most: false, object: false }
    }
}

impl Said {
    fn push(&mut self, span: Span) -> Option<()> {
        let plain = self.joint == Joint::Space
            && self
                .steps
                .last()
                .is_some_and(|(last, _)| last.code == span.code && (last.low, last.high) != (span.low, span.high));
        // Two steps side by side with nothing between them are no phrase that is known.
        if plain && !self.skills {
            return None;
        }
        self.steps.push((span, self.joint));
        self.joint = Joint::Space;
        self.object = false;
        Some(())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Step(Span),
    Filler,
    /// Speaking, writing: the steps may be of several skills.
    Skill,
    AtLeast,
    AtMost,
    Either,
}

/// Phrases for the same steps, in both languages.
pub(crate) struct Row {
    /// The lowest step meant.
    pub low: usize,
    /// The highest step meant.
    pub high: usize,
    /// In English.
    pub en: &'static [&'static str],
    /// In French.
    pub fr: &'static [&'static str],
}

impl Row {
    /// Every phrase of the row.
    pub fn phrases(&self) -> impl Iterator<Item = &'static str> {
        self.en.iter().chain(self.fr).copied()
    }
}

/// Proficiency: 0 none, 1 basic, 2 good, 3 very good, 4 excellent. Words that are looser than one step span several.
#[rustfmt::skip]
const PROFICIENCY: &[Row] = &[
    Row { low: 0, high: 0,
        en: &["none", "no", "0", "nil", "zero", "no knowledge", "no experience", "no skills", "no notion",
        "never used", "not at all",
            "none at all", "no knowledge at all"],
        fr: &["aucun", "aucune", "aucune connaissance", "aucune expérience", "aucune notion", "aucune compétence",
        "non", "nul", "nulle",
            "néant", "zéro", "pas de connaissance", "pas de connaissances", "pas d'expérience", "pas de notions",
            "pas du tout",
            "inexistant", "inexistante", "jamais utilisé", "sans connaissance", "sans expérience"] },
    Row { low: 0, high: 1,
        en: &["poor", "very basic", "very limited", "low", "weak", "very poor", "minimal", "little", "very little"],
        fr: &["faible", "très faible", "très limité", "très limitée", "très basique", "bas", "médiocre", "mauvais",
        "mauvaise", "minimal",
            "minimale", "très peu", "peu"] },
    Row { low: 1, high: 1,
        en: &["basic", "basics", "elementary", "beginner", "novice", "limited", "rudimentary", "some knowledge",
        "a little", "notions",
            "basic knowledge", "introductory", "foundation"],
        fr: &["basique", "basiques", "de base", "élémentaire", "élémentaires", "débutant", "débutante",
        "notions de base", "quelques notions",
            "limité", "limitée", "limitées", "rudimentaire", "rudiments", "un peu", "bases", "scolaire",
            "initiation"] },
    Row { low: 1, high: 2,
        en: &["fair", "average", "medium", "moderate", "satisfactory", "sufficient", "intermediate", "fairly good",
        "quite good", "acceptable",
            "adequate", "working knowledge", "lower intermediate", "pre-intermediate", "reasonable", "decent",
            "some experience"],
        fr: &["moyen", "moyenne", "correct", "correcte", "correctes", "passable", "satisfaisant", "satisfaisante",
        "suffisant", "suffisante",
            "intermédiaire", "assez bon", "assez bonne", "assez bien", "plutôt bon", "plutôt bonne",
            "connaissance pratique", "acceptable"] },
    Row { low: 2, high: 2,
        en: &["good", "good knowledge", "good command", "good working knowledge"],
        fr: &["bon", "bonne", "bons", "bonnes", "bien", "bonne maîtrise", "bonnes connaissances",
        "bonne connaissance"] },
    Row { low: 2, high: 3,
        en: &["solid", "strong", "competent", "confirmed", "operational", "sound", "upper intermediate", "really good"],
        fr: &["solide", "solides", "confirmé", "confirmée", "compétent", "compétente", "opérationnel", "opérationnelle",
            "intermédiaire supérieur", "intermédiaire avancé", "bien maîtrisé"] },
    Row { low: 2, high: 4,
        en: &["proficient", "professional", "skilled", "experienced"],
        fr: &["professionnel", "professionnelle", "expérimenté", "expérimentée", "maîtrisé"] },
    Row { low: 3, high: 3,
        en: &["very good", "very good knowledge", "very good command", "v good", "v. good", "verry good"],
        fr: &["très bon", "très bonne", "très bons", "très bonnes", "très bien", "très bonne maîtrise",
        "très bonne connaissance",
            "très bonnes connaissances"] },
    Row { low: 3, high: 4,
        en: &["advanced", "high", "very strong", "very high", "fluent", "in-depth", "extensive", "thorough", "great",
        "very advanced",
            "highly proficient", "mastery", "superior", "very proficient", "very solid", "full"],
        fr: &["avancé", "avancée", "avancées", "élevé", "élevée", "très élevé", "courant", "courante", "approfondi",
        "approfondie",
            "approfondies", "couramment", "très avancé", "très avancée", "très solide", "supérieur", "supérieure",
            "pleine maîtrise"] },
    Row { low: 4, high: 4,
        en: &["excellent", "excelent", "excellant", "expert", "outstanding", "exceptional", "perfect", "native", "native speaker",
        "mother tongue", "bilingual", "excellent knowledge",
            "excellent command", "expert level"],
        fr: &["excellente", "excellents", "excellentes", "excellente maîtrise", "excellente connaissance",
        "exceptionnel",
            "exceptionnelle", "parfait", "parfaite", "parfaitement", "parfaite maîtrise", "remarquable",
            "langue maternelle", "maternelle",
            "bilingue", "natif", "native", "experte", "expertise"] },
];

/// CEFR levels: 0 below A1, 1 A1 ... 6 C2. The levels themselves are named by their codes.
#[rustfmt::skip]
pub(crate) const CEFR: &[Row] = &[
    Row { low: 0, high: 0,
        en: &["none", "nil", "below A1", "pre-A1", "A0", "no knowledge", "none at all", "not at all", "no notion",
        "zero"],
        fr: &["aucun", "aucune", "aucune connaissance", "aucune notion", "en dessous de A1", "nul", "nulle", "néant",
        "pas de connaissance",
            "pas de connaissances", "pas de notions", "pas du tout", "inexistant", "sans connaissance", "zéro"] },
    Row { low: 0, high: 2,
        en: &["very basic", "very limited", "very little", "poor", "very poor", "minimal"],
        fr: &["très faible", "faible", "très limité", "très limitée", "très peu", "très basique", "peu"] },
    Row { low: 1, high: 2,
        en: &["basic", "basics", "basic knowledge", "elementary", "elementary proficiency", "notions", "beginner",
        "false beginner",
            "novice", "rudimentary", "basic user", "survival", "low"],
        fr: &["basique", "de base", "bases", "notions de base", "quelques notions", "élémentaire", "élémentaires",
        "débutant", "débutante",
            "faux débutant", "fausse débutante", "rudiments", "rudimentaire", "utilisateur élémentaire",
            "compétence élémentaire", "initiation"] },
    Row { low: 1, high: 3,
        en: &["limited", "some", "some knowledge", "a little", "a bit", "school level"],
        fr: &["limité", "limitée", "limitées", "un peu", "scolaire", "niveau scolaire"] },
    Row { low: 2, high: 3,
        en: &["pre-intermediate", "lower intermediate", "low intermediate"],
        fr: &["pré-intermédiaire", "intermédiaire inférieur", "intermédiaire faible"] },
    Row { low: 2, high: 4,
        en: &["average", "fair", "medium", "moderate", "satisfactory", "fairly good", "quite good", "reasonable",
        "decent"],
        fr: &["moyen", "moyenne", "passable", "correct", "correcte", "satisfaisant", "assez bon", "assez bonne",
        "assez bien", "plutôt bon",
            "plutôt bonne"] },
    Row { low: 3, high: 3,
        en: &["limited working", "limited working proficiency"],
        fr: &["compétence professionnelle limitée"] },
    Row { low: 3, high: 4,
        en: &["intermediate", "high intermediate", "strong intermediate", "intermediate user", "conversational",
            "independent user"],
        fr: &["intermédiaire", "intermédiaires", "intermédiaire avancé", "intermédiaire fort", "conversation",
            "conversationnel", "utilisateur indépendant"] },
    Row { low: 4, high: 4, en: &["upper intermediate"], fr: &["intermédiaire supérieur"] },
    Row { low: 3, high: 5,
        en: &["good", "good knowledge", "good working knowledge", "good command", "working knowledge", "operational",
        "competent", "solid", "confident", "independent"],
        fr: &["bon", "bonne", "bonnes", "bien", "bonne maîtrise", "bonne connaissance", "bonnes connaissances",
        "opérationnel",
            "opérationnelle", "solide", "confirmé", "confirmée", "connaissance pratique", "autonome"] },
    Row { low: 4, high: 5,
        en: &["advanced", "professional", "professional working", "professional working proficiency",
        "professional proficiency",
            "working language", "working proficiency", "business", "business level", "near fluent", "almost fluent",
            "nearly fluent",
            "advanced level"],
        fr: &["avancé", "avancée", "avancées", "professionnel", "professionnelle", "langue de travail",
        "compétence professionnelle",
            "quasi courant", "presque courant"] },
    Row { low: 4, high: 6,
        en: &["very good", "very good knowledge", "very good command", "proficient", "very strong", "strong", "high",
        "very advanced",
            "very proficient", "mastery", "highly proficient"],
        fr: &["très bon", "très bonne", "très bonnes", "très bien", "très bonne maîtrise", "très bonne connaissance",
        "très avancé",
            "très avancée", "élevé", "maîtrisé", "maîtrisée", "approfondi", "approfondie"] },
    Row { low: 5, high: 6,
        en: &["fluent", "fluently", "fully fluent", "totally fluent", "very fluent", "completely fluent", "fluency",
        "full professional",
            "full professional proficiency", "excellent", "perfect", "near native", "expert", "proficient user",
            "excellent command",
            "excellent knowledge", "outstanding", "trilingual", "quadrilingual"],
        fr: &["courant", "courante", "courants", "courantes", "couramment", "parle couramment", "parlé couramment",
        "très courant",
            "parfaitement courant", "pleine compétence professionnelle", "compétence professionnelle complète",
            "excellente", "excellents",
            "excellentes", "excellente maîtrise", "excellente connaissance", "parfait", "parfaite", "parfaitement",
            "parfaite maîtrise",
            "quasi natif", "quasi maternelle", "quasi bilingue", "presque bilingue", "utilisateur expérimenté",
            "trilingue", "quadrilingue"] },
    Row { low: 6, high: 6,
        en: &["native", "natives", "native speaker", "native speakers", "native language", "native languages",
        "native tongue", "mother tongues", "native level", "native or bilingual", "native or bilingual proficiency",
        "native proficiency",
            "mother tongue", "mother language", "maternal", "first language", "bilingual", "fully bilingual"],
        fr: &["langue maternelle", "langues maternelles", "maternelle", "maternelles", "maternel", "langue première",
        "natif", "natifs", "locuteur natif", "locutrice native",
            "bilingue", "bilingues", "parfaitement bilingue", "totalement bilingue", "compétence bilingue",
            "compétence bilingue ou langue natale"] },
];

/// The codes of the CEFR.
pub(crate) const CEFR_CODES: [&str; 6] = ["A1", "A2", "B1", "B2", "C1", "C2"];

/// Words around a step that say nothing of it.
#[rustfmt::skip]
pub(crate) const FILLERS: &[&str] = &[
    // English.
    "level", "levels", "knowledge", "skill", "skills", "proficiency", "command", "ability", "understanding", "of",
    "the", "a", "an", "in", "my", "i", "have", "i am", "am", "is", "with", "very much", "self-assessed", "user",
    "experience", "exposure", "yes", "daily use", "used daily", "in daily use",
    "cefr", "overall",
    // French.
    "niveau", "niveaux", "connaissance", "connaissances", "compétence", "compétences", "maîtrise", "de", "d'", "du",
    "des", "la", "le", "l'", "les", "en", "un", "une", "mon", "ma", "j'ai", "je suis", "ai", "utilisateur",
    "utilisatrice", "cecr", "cecrl", "global", "expérience", "oui", "pratique",
    "utilisation quotidienne", "usage quotidien", "pratique quotidienne",
];

/// Languages, where the column that is read is about one: "good knowledge of English".
#[rustfmt::skip]
const TONGUES: &[&str] = &[
    "English", "anglais", "French", "français", "Spanish", "espagnol", "Russian", "russe", "Arabic", "arabe",
    "German", "allemand", "Dutch", "néerlandais", "Italian", "italien", "Portuguese", "portugais", "Chinese",
    "chinois",
];

/// Speaking, writing and their like.
#[rustfmt::skip]
pub(crate) const SKILLS: &[&str] = &[
    // English.
    "spoken", "written", "speaking", "writing", "reading", "listening", "oral", "orally", "speech", "read", "write",
    "speak", "comprehension", "theory", "theoretical", "practice", "practical",
    // French.
    "oral", "à l'oral", "orale", "écrit", "à l'écrit", "écrite", "lu", "lue", "parlé", "parlée", "lecture",
    "écriture", "compréhension", "expression", "théorie", "théorique",
];

/// Words that take back what was said, or half of it.
#[rustfmt::skip]
const HEDGES: &[&str] = &[
    "not", "no", "but", "except", "only", "never", "learning", "improving", "without", "lacking", "needs", "need",
    "nothing", "some", "few", "one", "theory",
    "however", "though", "although", "if", "nor", "pas", "mais", "sauf", "sans", "jamais", "seulement", "uniquement",
    "aucun", "aucune", "ni", "cependant",
    "rien", "certains", "certaines", "quelques", "cours", "apprentissage", "progress", "t",
];

#[rustfmt::skip]
pub(crate) const AT_LEAST: &[&str] = &[
    "at least", "minimum", "min", "or better", "or above", "or higher", "or more", "and above", "au moins",
    "au minimum", "ou plus", "ou mieux", "minimum de", "et plus",
];

pub(crate) const AT_MOST: &[&str] =
    &["at most", "up to", "maximum", "max", "au plus", "au maximum", "jusqu'à", "jusque"];

pub(crate) const EITHER: &[&str] =
    &["to", "or", "and", "between", "from", "à", "ou", "et", "entre", "jusqu'au", "voire"];

static PROFICIENCY_SCALE: LazyLock<Arc<Scale>> = LazyLock::new(|| {
    Scale::built_in(
        "proficiency",
        Sort::Proficiency,
        &[
            ("none", "aucune"),
            ("basic", "notions"),
            ("good", "bonne"),
            ("very good", "très bonne"),
            ("excellent", "excellente"),
        ],
        PROFICIENCY,
    )
});

static CEFR_SCALE: LazyLock<Arc<Scale>> = LazyLock::new(|| {
    Scale::built_in(
        "cefr",
        Sort::Cefr,
        &[
            ("below A1", "en dessous de A1"),
            ("A1", "A1"),
            ("A2", "A2"),
            ("B1", "B1"),
            ("B2", "B2"),
            ("C1", "C1"),
            ("C2", "C2"),
        ],
        CEFR,
    )
});

static EDUCATION_SCALE: LazyLock<Arc<Scale>> = LazyLock::new(|| {
    Scale::built_in(
        "education",
        Sort::Education,
        &[
            ("none", "aucun diplôme"),
            ("secondary", "secondaire"),
            ("short cycle", "cycle court"),
            ("bachelor", "licence ou bachelier"),
            ("master", "master"),
            ("doctorate", "doctorat"),
        ],
        &[],
    )
});

/// `proficiency`: none, basic, good, very good, excellent.
#[must_use]
pub fn proficiency() -> &'static Arc<Scale> {
    &PROFICIENCY_SCALE
}

/// `cefr`: below A1, A1, A2, B1, B2, C1, C2 (Common European Framework of Reference for Languages).
#[must_use]
pub fn cefr() -> &'static Arc<Scale> {
    &CEFR_SCALE
}

/// `education`: none, secondary, short cycle, bachelor, master, doctorate (levels 4 to 8 of the European
/// Qualifications Framework, and none).
#[must_use]
pub fn education() -> &'static Arc<Scale> {
    &EDUCATION_SCALE
}

impl Scale {
    /// A scale of the criteria file's own, its steps from the lowest.
    #[must_use]
    pub fn own(name: impl Into<String>, steps: Vec<Step>) -> Self {
        Self::new(name.into(), Sort::Own, steps, &[])
    }

    fn built_in(name: &str, sort: Sort, names: &[(&str, &str)], rows: &[Row]) -> Arc<Self> {
        let step = |(en, fr): &(&str, &str)| Step {
            name: Text { en: (*en).to_owned(), fr: (*fr).to_owned() },
            words: Vec::new(),
        };
        Arc::new(Self::new(name.to_owned(), sort, names.iter().map(step).collect(), rows))
    }

    fn new(name: String, sort: Sort, steps: Vec<Step>, rows: &[Row]) -> Self {
        // The CEFR's own names are codes: next to a description they settle it.
        let code = sort == Sort::Cefr;
        let names = steps.iter().enumerate().flat_map(|(at, step)| {
            let span = Span { low: at, high: at, code: code && at > 0 };
            [step.name.en.as_str(), step.name.fr.as_str()]
                .into_iter()
                .chain(step.words.iter().map(String::as_str))
                .filter(|word| sort != Sort::Own || is_loose(word))
                .map(move |word| (word, Word::Step(span)))
        });
        let described =
            rows.iter().flat_map(|row| row.phrases().map(|word| (word, Word::Step(Span::of(row.low, row.high)))));
        let around = [
            (SKILLS, Word::Skill),
            (AT_LEAST, Word::AtLeast),
            (AT_MOST, Word::AtMost),
            (EITHER, Word::Either),
            (FILLERS, Word::Filler),
            (TONGUES, Word::Filler),
        ];
        let around = around.into_iter().flat_map(|(words, word)| words.iter().map(move |w| (*w, word)));
        let words = Lexicon::new(names.chain(described).chain(around));
        let own = steps.iter().enumerate().filter(|_| sort == Sort::Own);
        let written = own.flat_map(|(at, step)| {
            [step.name.en.as_str()].into_iter().chain(step.words.iter().map(String::as_str)).map(move |word| (word, at))
        });
        Self { written: Written::new(written), name, sort, steps, words }
    }

    /// What the scale is called in the criteria file.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.name
    }

    /// Its steps, from the lowest.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The number of its highest step; 0 for a scale without steps.
    #[must_use]
    pub fn top(&self) -> usize {
        self.steps.len().saturating_sub(1)
    }

    /// What a step is called; empty for a step that is not on the scale.
    #[must_use]
    pub fn name(&self, index: usize) -> Text {
        self.steps.get(index).map(|step| step.name.clone()).unwrap_or_default()
    }

    /// The step that a criteria file names, by its name in either language or by a word that means that step alone.
    /// `_` stands for a space.
    #[must_use]
    pub fn step(&self, word: &str) -> Option<usize> {
        let folded = fold(&word.replace('_', " "));
        let named = |step: &Step| {
            [&step.name.en, &step.name.fr].into_iter().chain(&step.words).any(|name| fold(name) == folded)
        };
        self.written.whole(word).or_else(|| self.steps.iter().position(named)).or_else(|| match self.sort {
            Sort::Education => {
                let level = degree::level(word, &Formats::default()).reading().hull().filter(|level| level.is_exact())?;
                (0..self.steps.len()).find(|at| level.holds(index(*at)))
            }
            _ => match self.words.whole(&Tokens::new(&folded)) {
                Some(Word::Step(span)) if span.low == span.high => Some(span.low),
                _ => None,
            },
        })
    }

    /// Whether the cell is one of the steps, as it is written.
    #[must_use]
    pub fn names(&self, cell: &str) -> bool {
        self.written.whole(cell).is_some()
    }

    /// The steps that a cell can mean. Every word of the cell must be understood; what is not, or is negated, cannot be
    /// read.
    #[must_use]
    pub fn read(&self, cell: &str) -> Reading {
        if cell.len() > LIMIT || self.steps.is_empty() {
            return Reading::UNREADABLE;
        }
        let step = |said: &str| self.written.whole(said).map(|at| Span::of(at, at).reading());
        if let Some(step) = step(cell) {
            return step;
        }
        let Some(said) = boxes::answer(cell) else { return Reading::UNREADABLE };
        if let Some(step) = step(&said) {
            return step;
        }
        let tokens = Tokens::new(&said);
        match self.sort {
            // "Post-bac" is anything after school.
            Sort::Education if is_after_school(&tokens) => Reading::UNREADABLE,
            Sort::Education => degree::level(&said, &Formats::default()).reading(),
            Sort::Cefr => match self.span(&tokens) {
                Some(span) => span.reading(),
                // Certificates and test results, whatever their language.
                None => super::language::level(&said, None),
            },
            _ => self.span(&tokens).map_or(Reading::UNREADABLE, Span::reading),
        }
    }

    fn span(&self, tokens: &Tokens) -> Option<Span> {
        self.span_of(tokens, std::slice::from_ref(&(0..tokens.len())), &|_| None)
    }

    /// The step that starts at this place, as far as it is one, and the place after it.
    pub(crate) fn step_at(&self, tokens: &Tokens, at: usize) -> Option<(Span, usize)> {
        match self.words.longest(tokens, at) {
            Some((Word::Step(span), end)) => Some((span, end)),
            _ => None,
        }
    }

    /// The place after a word at this one that says nothing of a step.
    pub(crate) fn filler_at(&self, tokens: &Tokens, at: usize) -> Option<usize> {
        self.words.longest(tokens, at).map(|(_, end)| end)
    }

    /// The steps that these parts of a cell mean together. `also` knows more words: it gives the step they stand for, or
    /// none for words to pass over, and the place after them.
    pub(crate) fn span_of(
        &self,
        tokens: &Tokens,
        parts: &[std::ops::Range<usize>],
        also: &dyn Fn(usize) -> Option<(Option<Span>, usize)>,
    ) -> Option<Span> {
        let mut said = Said::default();
        for part in parts {
            said.joint = said.joint.max(Joint::Mark);
            if said.steps.is_empty() {
                said.joint = Joint::Space;
            }
            let mut at = part.start;
            while at < part.end {
                at = self.take(tokens, at, part.end, also, &mut said)?;
            }
        }
        let mut span = combine(&said.steps, said.skills)?;
        match (said.at_least, said.at_most) {
            (true, true) => return None,
            (true, false) => span.high = self.top(),
            (false, true) => span.low = 0,
            (false, false) => {}
        }
        Some(span)
    }

    /// Takes in what stands at this place, and gives the place after it; nothing where it is not understood.
    fn take(
        &self,
        tokens: &Tokens,
        at: usize,
        end: usize,
        also: &dyn Fn(usize) -> Option<(Option<Span>, usize)>,
        said: &mut Said,
    ) -> Option<usize> {
        if let Some((step, next)) = also(at) {
            if let Some(span) = step {
                said.push(span)?;
            }
            return Some(next);
        }
        let rating = self.rating(tokens, at).or_else(|| self.stars(tokens, at));
        let known = [rating.map(|(_, next)| next), self.words.longest(tokens, at).map(|(_, next)| next)];
        let written = self.written.longest(tokens, at);
        if let Some((step, next)) = written.filter(|(_, next)| known.iter().flatten().all(|other| other <= next)) {
            said.push(Span::of(step, step))?;
            return Some(next);
        }
        if let Some((span, next)) = rating {
            said.steps.push((span, said.joint));
            said.joint = Joint::Space;
            return Some(next);
        }
        if let Some((word, next)) = self.words.longest(tokens, at) {
            match word {
                Word::Step(span) => said.push(span)?,
                Word::Filler => {
                    let of = matches!(tokens.text_of(at), "of" | "in" | "de" | "d" | "du" | "des" | "en");
                    said.object |= of && !said.steps.is_empty();
                }
                Word::Skill => said.skills = true,
                Word::AtLeast => said.at_least = true,
                Word::AtMost => said.at_most = true,
                Word::Either => said.joint = said.joint.max(Joint::Either),
            }
            return Some(next);
        }
        match tokens.text_of(at) {
            "+" if !said.steps.is_empty() && tokens.is_glued(at) => {
                // "B2+" is still B2; "good+" is good or better.
                said.at_least |= self.sort != Sort::Cefr;
            }
            "-" if !said.steps.is_empty() && tokens.is_glued(at) && at + 1 == end => {
                let (last, _) = said.steps.last_mut().filter(|(last, _)| last.code)?;
                last.low = last.low.saturating_sub(1);
            }
            "-" if tokens.is_glued(at) && tokens.is_glued(at + 1) => said.joint = said.joint.max(Joint::Either),
            "/" | "|" => said.joint = said.joint.max(Joint::Either),
            "(" | "[" => said.joint = said.joint.max(Joint::Parenthesis),
            ")" | "]" | "," | ";" | ":" | "-" | "=" | "\n" | "&" | "+" | "•" => {
                said.joint = said.joint.max(Joint::Mark)
            }
            "." | "!" | "\"" | "'" | "*" => {}
            // An ornament of a rating: "5/5 ⭐".
            "⭐" | "★" if said.steps.last().is_some_and(|(last, _)| last.code) && at + 1 == end => {}
            // "Good knowledge of EU institutions": what is known well is not the scale's to say.
            // But "excellent in 1995" is not today.
            word if said.object
                && self.sort == Sort::Proficiency
                && tokens.is_word(at)
                && !HEDGES.contains(&word)
                && !(word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())) =>
            {
                return Some(at + 1);
            }
            _ => return None,
        }
        said.object &= tokens.is_glued(at + 1);
        Some(at + 1)
    }

    /// `4/5`, `3-4/5`, `3.5 out of 5`: steps counted from 1, where there are as many steps as the number after says.
    fn rating(&self, tokens: &Tokens, at: usize) -> Option<(Span, usize)> {
        if !matches!(self.sort, Sort::Proficiency | Sort::Own) {
            return None;
        }
        let (low, high, mut end) = number(tokens, at)?;
        let (mut low, mut high) = (low, high);
        if matches!(tokens.text_of(end), "-" | "to" | "a" | "or" | "ou")
            && let Some((_, upper, after)) = number(tokens, end + 1)
        {
            (low, high, end) = (low.min(upper), high.max(upper), after);
        }
        end = match (tokens.text_of(end), tokens.text_of(end + 1)) {
            ("/" | "sur", _) => end + 1,
            ("out", "of") => end + 2,
            _ => return None,
        };
        let (of, same, end) = number(tokens, end)?;
        if (self.sort, low, high, of, same) == (Sort::Proficiency, 0, 0, 5, 5) {
            return Some((Span::code(0, 0), end));
        }
        if of != same || of != self.steps.len() || low < 1 || high > of {
            return None;
        }
        let counted = Span::code(low - 1, high - 1);
        // Steps that are numbers themselves may start at 0: then both are meant.
        let worded = (low..=high)
            .filter_map(|n| self.step(&n.to_string()))
            .map(|step| Span::code(step, step))
            .fold(counted, Span::hull);
        Some((worded, end))
    }

    /// `★★★★☆`: as many stars as there are steps. Without hollow ones only the usual five are certain.
    fn stars(&self, tokens: &Tokens, at: usize) -> Option<(Span, usize)> {
        if !matches!(self.sort, Sort::Proficiency | Sort::Own) {
            return None;
        }
        let full = (at..tokens.len()).take_while(|at| matches!(tokens.text_of(*at), "★" | "⭐")).count();
        let hollow = (at + full..tokens.len()).take_while(|at| tokens.text_of(*at) == "☆").count();
        let certain = full > 0 && full + hollow == self.steps.len() && (hollow > 0 || full == 5);
        certain.then(|| (Span::code(full - 1, full - 1), at + full + hollow))
    }
}

/// Whether the whole cell says that something was studied after school, and not what.
fn is_after_school(tokens: &Tokens) -> bool {
    const AFTER: [&str; 5] = ["post", "postbac", "postsecondary", "postsecondaire", "postsecondaires"];
    const SCHOOL: [&str; 13] = [
        "bac",
        "baccalaureat",
        "secondary",
        "secondaire",
        "secondaires",
        "etudes",
        "education",
        "studies",
        "formation",
        "school",
        "high",
        "level",
        "niveau",
    ];
    let mut words = (0..tokens.len()).filter(|at| tokens.is_word(*at)).map(|at| tokens.text_of(at));
    words.clone().any(|word| AFTER.contains(&word)) && words.all(|word| AFTER.contains(&word) || SCHOOL.contains(&word))
}

/// A step's number as a value of a reading.
#[expect(clippy::cast_precision_loss, reason = "a scale has few steps")]
const fn index(step: usize) -> f64 {
    step as f64
}

/// A whole number, or the two whole numbers around a decimal one; and the place after it.
fn number(tokens: &Tokens, at: usize) -> Option<(usize, usize, usize)> {
    let digits = |at: usize| -> Option<usize> {
        let text = tokens.text_of(at);
        (text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
    };
    let whole = digits(at)?;
    let decimal = matches!(tokens.text_of(at + 1), "." | ",") && tokens.is_glued(at + 1) && tokens.is_glued(at + 2);
    match digits(at + 2).filter(|_| decimal) {
        Some(0) => Some((whole, whole, at + 3)),
        Some(_) => Some((whole, whole + 1, at + 3)),
        None => Some((whole, whole, at + 1)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(reading: Reading) -> String {
        match reading.hull() {
            None => "?".to_owned(),
            Some(range) if range.is_exact() => range.low.to_string(),
            Some(range) => format!("{}-{}", range.low, range.high),
        }
    }

    fn check(scale: &Scale, cells: &[(&str, &str)]) {
        let wrong: Vec<String> = cells
            .iter()
            .map(|(cell, expected)| (cell, shown(scale.read(cell)), expected))
            .filter(|(_, found, expected)| found != *expected)
            .map(|(cell, found, expected)| format!("{cell:?}: {found}, not {expected}"))
            .collect();
        assert!(wrong.is_empty(), "{}: {}", scale.id(), wrong.join("\n"));
    }

    #[rustfmt::skip]
    const PROFICIENCY_CELLS: &[(&str, &str)] = &[
        ("none", "0"), ("None", "0"), ("aucune", "0"), ("aucun", "0"), ("0", "0"), ("no", "0"), ("non", "0"),
        ("Aucune connaissance", "0"), ("pas du tout", "0"),
        ("no experience", "0"), ("néant", "0"), ("basic", "1"), ("Basic knowledge", "1"), ("notions", "1"),
        ("quelques notions", "1"), ("débutant", "1"),
        ("débutant(e)", "1"), ("beginner", "1"), ("élémentaire", "1"), ("limited", "1"), ("fair", "1-2"),
        ("average", "1-2"), ("moyen", "1-2"), ("intermediate", "1-2"),
        ("intermédiaire", "1-2"), ("assez bon", "1-2"), ("good", "2"), ("Good.", "2"), ("GOOD", "2"), ("bon", "2"),
        ("bonne", "2"), ("Bonnes connaissances", "2"),
        ("good knowledge", "2"), ("good level", "2"), ("bon niveau", "2"), ("niveau : bon", "2"), ("very good", "3"),
        ("Very good knowledge of the UN", "3"), ("extensive experience", "3-4"), ("no experience", "0"),
        ("oui, bonne", "2"), ("good working knowledge", "2"), ("Excellent knowledge of EU institutions", "4"),
        ("bonne connaissance des procédures onusiennes", "2"), ("Excellent drafting skills", "?"),
        ("good knowledge of law but not of finance", "?"), ("good in nothing", "?"),
        ("très bon", "3"), ("Très bonne", "3"), ("très bonne maîtrise", "3"), ("tres bien", "3"), ("advanced", "3-4"),
        ("avancé", "3-4"), ("avancée", "3-4"), ("avancé·e", "3-4"),
        ("excellent", "4"), ("Excellente", "4"), ("excellent knowledge", "4"), ("expert", "4"),
        ("Excellente maîtrise", "4"), ("outstanding", "4"), ("parfait", "4"),
        ("1/5", "0"), ("2/5", "1"), ("3/5", "2"), ("4/5", "3"), ("5/5", "4"), ("4 / 5", "3"), ("4 out of 5", "3"),
        ("4 sur 5", "3"), ("3-4/5", "2-3"), ("3.5/5", "2-3"), ("3,5/5", "2-3"),
        ("★★★★☆", "3"), ("★★★★★", "4"), ("★★★", "?"), ("★★★☆☆", "2"), ("good/very good", "2-3"),
        ("bon à très bon", "2-3"), ("between good and very good", "2-3"), ("good to excellent", "2-4"),
        ("good or very good", "2-3"), ("excellent (5/5)", "4"), ("good (4/5)", "2-3"), ("good+", "2-4"),
        ("at least good", "2-4"), ("au moins bon", "2-4"), ("good, excellent", "2-4"),
        ("excellent written, good oral", "2-4"), ("bonne à l'écrit, excellente à l'oral", "2-4"), ("Excellent!", "4"),
        ("\u{a0}good\u{202f}", "2"),
        ("not good", "?"), ("pas bon", "?"), ("no good", "?"), ("good?", "?"), ("see CV", "?"), ("5", "?"),
        ("4", "?"), ("7/10", "?"), ("6/5", "?"), ("0/5", "0"), ("V. good", "3"),
        ("5/5 ⭐", "4"),
        ("good ⭐", "?"), ("verry good", "3"), ("excelent", "4"), ("[x] Excellent", "4"),
        ("Excellent ✓", "4"), ("[ ] Excellent", "?"), ("( ) very good", "?"), ("☐ bon ☑ excellent", "4"), ("Excellent ☐", "?"), ("excellent in 1995", "?"), ("excellente en 1995", "?"), ("Excellent, daily use", "4"), ("Très bon (utilisation quotidienne)", "3"), ("80%", "?"), ("yes", "?"), ("", "?"),
        ("good enough", "?"), ("better than good", "?"), ("learning", "?"), ("goods", "?"),
        ("excellent but rusty", "?"), ("almost excellent", "?"), ("pas encore bon", "?"), ("good excellent", "?"),
    ];

    #[rustfmt::skip]
    const CEFR_CELLS: &[(&str, &str)] = &[
        ("A1", "1"), ("a2", "2"), ("B1", "3"), ("B2", "4"), ("C1", "5"), ("C2", "6"), ("c1+", "5"), ("C1+", "5"),
        ("B2/C1", "4-5"), ("B2-C1", "4-5"), ("B2 - C1", "4-5"), ("B2 à C1", "4-5"), ("B2 ou C1", "4-5"),
        ("C1-", "4-5"), ("below A1", "0"), ("A0", "0"), ("none", "0"), ("aucun", "0"), ("native", "6"),
        ("langue maternelle", "6"), ("mother tongue", "6"), ("bilingue", "6"), ("bilingual", "6"),
        ("fluent", "5-6"), ("courant", "5-6"), ("fluent (C1)", "5"), ("Courant (C2)", "6"), ("C1 (courant)", "5"),
        ("fluent, C1", "5"), ("advanced", "4-5"), ("avancé", "4-5"), ("professional", "4-5"),
        ("full professional", "5-6"), ("professional working", "4-5"), ("limited working", "3"),
        ("intermediate", "3-4"), ("intermédiaire", "3-4"), ("conversational", "3-4"), ("basic", "1-2"),
        ("elementary", "1-2"), ("notions", "1-2"), ("beginner", "1-2"), ("débutant", "1-2"), ("niveau C1", "5"),
        ("CEFR: B2", "4"), ("good", "3-5"), ("very good", "4-6"), ("excellent", "5-6"),
        ("at least B2", "4-6"), ("jusqu'à B2", "0-4"), ("spoken C1, written B2", "4-5"),
        ("lu : C1, écrit : B2, parlé : B1", "3-5"), ("basic (C1)", "1-5"), ("upper intermediate", "4"),
        ("good knowledge of English", "3-5"), ("C1?", "?"), ("C1 expected", "?"), ("not fluent", "?"), ("D2", "?"),
        ("C3", "?"), ("C", "?"), ("5/5", "?"), ("4", "?"), ("", "?"), ("C1 B2", "?"),
    ];

    #[rustfmt::skip]
    const EDUCATION_CELLS: &[(&str, &str)] = &[
        ("none", "0"), ("secondary", "1"), ("bac", "1-3"), ("BTS", "2"), ("bachelor", "3"), ("Licence", "3"),
        ("Master", "4"), ("Bac+5", "4"), ("PhD", "5"), ("doctorat", "5"), ("Master en cours", "0-4"),
        ("licence; master", "4"), ("short cycle", "2"), ("cycle court", "2"), ("see CV", "?"), ("", "?"), ("12", "?"),
    ];

    #[test]
    fn reads_built_in_scales() {
        check(proficiency(), PROFICIENCY_CELLS);
        check(cefr(), CEFR_CELLS);
        check(education(), EDUCATION_CELLS);
    }

    fn own(steps: &[&[&str]]) -> Scale {
        let step = |words: &&[&str]| Step {
            name: Text::same(words[0]),
            words: words[1..].iter().map(|word| (*word).to_owned()).collect(),
        };
        Scale::own("own", steps.iter().map(step).collect())
    }

    #[test]
    fn reads_own_scales() {
        check(
            &own(&[&["novice", "débutant"], &["practitioner", "praticien"], &["lead", "chef d'équipe"]]),
            &[
                ("novice", "0"),
                ("Débutante", "?"),
                ("Débutant(e)", "0"),
                ("PRACTITIONER", "1"),
                ("praticien·ne", "1"),
                ("lead", "2"),
                ("chef d’équipe", "2"),
                ("novice to lead", "0-2"),
                ("practitioner or lead", "1-2"),
                ("2/3", "1"),
                ("3/3", "2"),
                ("2/5", "?"),
                ("good", "?"),
                ("", "?"),
                ("leader", "?"),
                ("not lead", "?"),
                ("at least practitioner", "1-2"),
            ],
        );
        // Steps that are figures: the words themselves, and a count from 1, are both meant.
        check(
            &own(&[&["0"], &["1"], &["2"], &["3"]]),
            &[("0", "0"), ("2", "2"), ("2/4", "1-2"), ("3", "3"), ("4", "?")],
        );
        check(&own(&[&["C"], &["B"], &["A"]]), &[("A", "2"), ("a", "2"), ("B/A", "1-2"), ("A+", "2")]);
        check(
            &own(&[&["never"], &["sometimes"], &["always"]]),
            &[("never", "0"), ("always", "2"), ("sometimes/always", "1-2")],
        );
    }

    #[test]
    fn steps() {
        for (scale, word, step) in [
            (proficiency(), "very good", Some(3)),
            (proficiency(), "very_good", Some(3)),
            (proficiency(), "bonne", Some(2)),
            (proficiency(), "none", Some(0)),
            (proficiency(), "Excellent", Some(4)),
            (proficiency(), "advanced", None),
            (proficiency(), "goood", None),
            (cefr(), "B2", Some(4)),
            (cefr(), "c1", Some(5)),
            (cefr(), "below A1", Some(0)),
            (cefr(), "native", Some(6)),
            (cefr(), "fluent", None),
            (education(), "bachelor", Some(3)),
            (education(), "Master", Some(4)),
            (education(), "short_cycle", Some(2)),
            (education(), "licence", Some(3)),
            (education(), "doctorate", Some(5)),
            (education(), "doctorat", Some(5)),
            (education(), "PhD", Some(5)),
            (education(), "secondary", Some(1)),
            (education(), "none", Some(0)),
            (education(), "degree", None),
            (education(), "wizard", None),
        ] {
            assert_eq!(scale.step(word), step, "{word:?} on {}", scale.id());
        }
        // Every step is found by its own name in both languages.
        for scale in [proficiency(), cefr(), education()] {
            for at in 0..=scale.top() {
                assert_eq!(
                    (scale.step(&scale.name(at).en), scale.step(&scale.name(at).fr)),
                    (Some(at), Some(at)),
                    "{at} of {}",
                    scale.id()
                );
            }
        }
    }

    #[test]
    fn every_phrase_is_read_as_its_row_says() {
        for (scale, rows) in [(proficiency(), PROFICIENCY), (cefr(), CEFR)] {
            for row in rows {
                for phrase in row.phrases() {
                    assert_eq!(
                        scale.read(phrase),
                        Span::of(row.low, row.high).reading(),
                        "{phrase:?} on {}",
                        scale.id()
                    );
                }
            }
        }
    }

    proptest! {
        #[test]
        fn any_text(cell in any::<String>()) {
            for scale in [proficiency(), cefr(), education()] {
                let read = scale.read(&cell);
                if let Some(range) = read.hull() {
                    prop_assert!(range.low >= 0.0 && range.low <= range.high && range.high <= index(scale.top()));
                }
                let _ = scale.step(&cell);
            }
        }

        #[test]
        fn dress(row in prop::sample::select(PROFICIENCY_CELLS)) {
            let plain = proficiency().read(row.0);
            prop_assert_eq!(proficiency().read(&row.0.to_uppercase()), plain);
            prop_assert_eq!(proficiency().read(&format!("\u{a0}{}\n", row.0.replace(' ', "\u{202f}"))), plain);
        }
    }
}
