//! Languages and how well they are known, in a cell about one language or about several.
//!
//! A list is read in the ways people write one: each language with its level after it or before it, a level shared by
//! several languages, headings such as "Fluent:". Where it cannot be told to which language a level belongs, each of
//! them stays open; a language that is not named is below A1 only where every word of the cell is understood.

mod table;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::boxes;
use super::fold;
use super::lexicon::{LIMIT, Lexicon, Tokens};
use super::scale::{self, CEFR, CEFR_CODES, Span};
use crate::catalogue::Text;
use crate::reading::Reading;
use table::LANGUAGES;

/// A language.
#[derive(Debug)]
pub struct Language {
    /// ISO 639-1, else 639-2 or 639-3.
    code: &'static str,
    /// Its codes of three letters.
    codes: &'static [&'static str],
    en: &'static str,
    fr: &'static str,
    /// Other words for it.
    words: &'static [&'static str],
}

impl Language {
    /// Its ISO 639 code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> Text {
        Text { en: self.en.to_owned(), fr: self.fr.to_owned() }
    }

    fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.en, self.fr].into_iter().chain(self.words.iter().copied())
    }

    fn is(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

/// Codes that people write for a language although they are another's, or a country's.
#[rustfmt::skip]
const MISTAKEN: &[(&str, &str)] = &[
    ("sp", "es"), ("ge", "de"), ("al", "de"), ("jp", "ja"), ("jap", "ja"), ("cn", "zh"), ("gr", "el"), ("dk", "da"),
    ("cz", "cs"), ("ua", "uk"), ("gb", "en"), ("us", "en"), ("an", "en"), ("du", "nl"), ("ne", "nl"), ("vn", "vi"),
    ("kr", "ko"), ("ir", "fa"), ("po", "pl"), ("iw", "he"), ("in", "id"), ("eng-us", "en"), ("at", "de"),
    ("br", "pt"), ("ch", "zh"), ("by", "be"), ("rs", "sr"),
];

/// The language with this ISO 639 code, in any case.
#[must_use]
pub fn by_code(code: &str) -> Option<&'static Language> {
    let code = code.trim();
    let is = |other: &str| other.eq_ignore_ascii_case(code);
    LANGUAGES.iter().find(|language| is(language.code) || language.codes.iter().any(|other| is(other)))
}

/// Every language that is known.
pub fn all() -> impl Iterator<Item = &'static Language> {
    LANGUAGES.iter()
}

/// The language that a mistaken code may mean: its name written out, a country's code, a region's ("en-GB").
#[must_use]
pub fn nearest(code: &str) -> Option<&'static Language> {
    let folded = fold(code);
    if folded.is_empty() || folded.len() > 64 {
        return None;
    }
    let named = |word: &str| LANGUAGES.iter().find(|language| language.names().any(|name| fold(name) == word));
    let mistaken = |word: &str| MISTAKEN.iter().find(|(wrong, _)| *wrong == word).and_then(|(_, code)| by_code(code));
    let main = folded.split(['-', '_', ' ']).next().unwrap_or_default();
    let starts = |length: usize| {
        let usual = COMMON.iter().filter_map(|code| by_code(code));
        usual
            .chain(LANGUAGES)
            .find(|language| folded.len() >= length && language.names().any(|name| fold(name).starts_with(&folded)))
    };
    // A spelling mistake: within two letters of a name that is long enough for that.
    let misspelt = || {
        let distance = |language: &&Language| {
            language.names().map(|name| strsim::osa_distance(&fold(name), &folded)).min().unwrap_or(usize::MAX)
        };
        let usual = COMMON.iter().filter_map(|code| by_code(code));
        usual.chain(LANGUAGES).min_by_key(distance).filter(|l| distance(l) <= 2 && folded.len() > 4)
    };
    named(&folded)
        .or_else(|| mistaken(&folded))
        .or_else(|| by_code(main))
        .or_else(|| named(main))
        .or_else(|| mistaken(main))
        .or_else(|| starts(2))
        .or_else(misspelt)
}

/// Languages whose codes applicants write in a cell. Codes of others are more often words of another kind.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "en", "fr", "es", "de", "it", "pt", "nl", "ru", "ar", "zh", "ja", "pl", "ro", "uk", "tr", "el", "sv", "da", "fi",
    "no", "cs", "hu", "bg", "hr", "sr", "sk", "sl", "he", "fa", "hi", "ca", "eu", "ga", "et", "lv", "lt", "sq", "mk",
    "ko", "vi", "sw",
];

/// Languages that are near enough for one's name to leave the other open.
#[rustfmt::skip]
const RELATED: &[(&str, &str)] = &[
    ("sh", "sr"), ("sh", "hr"), ("sh", "bs"), ("zh", "yue"), ("fa", "prs"), ("ar", "ary"), ("de", "gsw"),
    ("de", "nds"), ("ber", "tzm"), ("ber", "kab"), ("ber", "rif"), ("ber", "shi"), ("ber", "tmh"), ("ht", "cpf"),
    ("ga", "cel"), ("gd", "cel"), ("no", "nb"), ("no", "nn"), ("el", "grc"), ("ms", "id"), ("nd", "nr"), ("ak", "tw"),
    ("pcm", "en"),
];

fn related(a: &Language, b: &Language) -> bool {
    RELATED.iter().any(|(x, y)| (a.code == *x && b.code == *y) || (a.code == *y && b.code == *x))
}

/// What a phrase of a list is, besides a language and a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    /// Says nothing of a level: "I speak", "since 2010", a region, an exam's name.
    Nothing,
    /// "other languages": what follows is of those that are not named.
    Others,
    /// None of it, before the language: "no Russian", "pas de russe".
    No,
    /// None of it, after the language: "Russian: no".
    AnswerNo,
    /// It is being learned, or wished for, or not what it was.
    Hesitant,
}

#[rustfmt::skip]
const NOTHING: &[&str] = &[
    // English.
    "language", "languages", "language skills", "spoken languages", "languages spoken", "tongue", "speaker",
    "speaking", "i speak", "speak", "speaks", "speaks fluently", "i know", "i use", "know", "using", "as well",
    "also", "as well as", "both", "them", "it", "as", "at", "on", "for", "year", "years", "since", "certified",
    "certificate", "certification", "diploma", "test", "exam", "second language", "third language",
    "foreign language", "1st", "2nd", "3rd", "first", "second", "third", "foreign", "official", "including",
    "standard", "modern", "skills in", "communication", "yes", "daily", "used daily", "working", "work",
    "professionally", "my language", "main", "certificate in", "according to", "score", "ibt", "toefl", "ielts",
    "toeic", "cambridge", "linguaskill", "goethe", "testdaf", "torfl", "hsk", "jlpt", "cils", "celi", "dele", "siele",
    "dalf", "delf", "tcf", "tef", "cae", "cpe", "fce", "first certificate", "certificate of proficiency",
    "proficiency certificate", "european framework", "common european framework", "france", "spain", "espagne",
    "england", "angleterre", "germany", "allemagne", "russia", "russie", "italy", "italie", "british", "american",
    "us", "uk",
    "usa", "united kingdom", "brazil", "latin america", "latin american", "mexico", "canada", "canadian", "belgium",
    "belgian", "swiss", "switzerland", "syrian", "egyptian", "moroccan", "levant", "region", "accent", "university",
    "degree", "studied", "lived", "born", "parent",
    // How a level is known, and what it is called besides.
    "no certificate", "no official certificate", "not certified", "uncertified", "without certificate",
    "without a certificate", "obtained", "passed", "validated", "self-assessed", "self-assessment", "cefr scale",
    "test result", "result", "duolingo", "bulats", "ef set", "since childhood", "with an accent", "daily use", "not expired",
    "still valid", "effective operational proficiency", "threshold", "vantage", "waystage", "breakthrough",
    // French.
    "est", "sont", "are", "langue", "langues", "langue parlée", "langues parlées", "langues étrangères",
    "langue étrangère",
    "langue seconde", "seconde langue", "deuxième langue", "troisième langue", "langue vivante", "lv1", "lv2", "lv3",
    "je parle", "parle", "parler", "je connais", "je pratique", "pratique", "ainsi que", "aussi", "également", "tous",
    "toutes", "depuis", "an", "ans", "année", "années", "certifié", "certifiée", "certificat", "certification",
    "diplôme", "examen", "attestation", "score de", "oui", "très", "première", "deuxième", "troisième", "étrangère",
    "étrangères", "officielle", "comme", "avec", "dont", "au", "aux", "pour", "professionnellement", "quotidien",
    "sans certificat", "pas de certificat", "non certifié", "non certifiée", "sans diplôme", "validé", "validée", "réussi",
    "réussie", "acquis", "acquise", "auto-évaluation", "autoévaluation", "auto-évalué", "cecrl", "cecr", "depuis l'enfance",
    "de naissance", "utilisation quotidienne", "toujours valable",
    "quotidiennement", "au quotidien", "royaume-uni", "états-unis", "brésil", "amérique latine", "amérique du sud",
    "mexique", "belgique", "suisse", "maroc", "syrie", "égypte", "cadre européen", "cadre européen commun", "obtenu",
    "obtenue", "université", "né", "née", "vécu", "étudié", "moderne",
];

#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "other", "others", "other languages", "other language", "any other", "additional languages", "autre", "autres",
    "autres langues", "autre langue", "langues supplémentaires",
];

#[rustfmt::skip]
const NO: &[&str] = &[
    "no", "not any", "no knowledge of", "without", "don't speak", "do not speak", "can't speak", "cannot speak",
    "pas", "pas de", "pas d'", "pas du tout de", "aucune notion de", "aucune notion d'", "aucune connaissance de",
    "aucune connaissance en", "aucune connaissance du", "sans", "ne parle pas", "ne parle pas le", "ne parle pas l'",
    "ne parle pas du tout", "je ne parle pas", "je ne parle pas le", "je ne parle pas l'", "i don't speak",
    "i do not speak", "none in", "zero", "zéro",
];

const ANSWER_NO: &[&str] = &["no", "non", "not at all", "pas du tout", "0", "not spoken", "non parlé"];

#[rustfmt::skip]
const HESITANT: &[&str] = &[
    // English.
    "learning", "learn", "learned", "learnt", "to learn", "studying", "study", "improving", "improve", "currently",
    "in progress", "ongoing", "soon", "want", "like", "plan", "planned", "planning", "will", "would", "hope", "wish",
    "interested", "interest", "rusty", "was", "used", "formerly", "once", "forgotten", "lost", "expected",
    "expecting", "pending", "target", "goal", "towards", "toward", "aiming", "aim", "starting", "started", "start",
    "almost", "nearly", "approximately", "about", "around", "maybe", "perhaps", "not", "never", "only", "but not",
    "unsure", "untested", "refresh", "refreshing", "need", "needs", "future", "taking", "course", "courses", "class",
    "classes", "lessons", "passive", "passively", "understand", "understanding only", "dictionary",
    "parents", "father", "mother", "wife", "husband", "family", "speakers", "colleagues",
    // French.
    "famille", "père", "mère", "mari", "épouse", "conjoint", "conjointe", "collègues",
    "apprentissage", "en apprentissage", "apprendre", "apprends", "à apprendre", "en cours", "cours",
    "en cours d'apprentissage", "étudie", "étudier", "amélioration", "à améliorer", "améliorer", "bientôt", "veux",
    "souhaite", "souhaiterais", "aimerais", "envisage", "prévu", "prévue", "objectif", "vise", "visé", "débute",
    "commence", "commencé", "rouillé", "rouillée", "oublié", "ancien", "ancienne", "jadis", "autrefois", "presque",
    "environ", "peut-être", "vers", "ne", "jamais", "seulement", "uniquement", "à rafraîchir", "rafraîchir",
    "remise à niveau", "à réactiver", "passif", "passive", "comprends", "comprise", "compris", "notions à",
];

/// After these another statement starts.
const TURNS: &[&str] = &["but", "however", "mais", "cependant", "toutefois", "whereas", "while", "puis", "then"];

/// Words that join two languages or two statements.
const AND: [&str; 7] = ["and", "et", "&", "+", "y", "und", "en"];
const OR: [&str; 4] = ["or", "ou", "nor", "ni"];

/// Steps that are said of two languages or more at once.
#[rustfmt::skip]
const OF_SEVERAL: [&str; 16] = [
    "bilingue", "bilingues", "bilingual", "trilingue", "trilingues", "trilingual", "quadrilingue", "quadrilingual",
    "courants", "courantes", "natifs", "natives", "both", "maternelles", "excellents", "excellentes",
];

static NAMES: LazyLock<Lexicon<&'static Language>> =
    LazyLock::new(|| Lexicon::new(LANGUAGES.iter().flat_map(|l| l.names().map(move |name| (name, l)))));

static CODES: LazyLock<HashMap<&'static str, &'static Language>> = LazyLock::new(|| {
    let common = COMMON.iter().filter_map(|code| by_code(code));
    common.flat_map(|l| l.codes.iter().copied().chain([l.code]).map(move |code| (code, l))).collect()
});

static WORDS: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let rows = [
        (OTHERS, Word::Others),
        (HESITANT, Word::Hesitant),
        (NO, Word::No),
        (ANSWER_NO, Word::AnswerNo),
        (NOTHING, Word::Nothing),
    ];
    Lexicon::new(rows.into_iter().flat_map(|(words, word)| words.iter().map(move |w| (*w, word))))
});

/// Words that no step and no filler of the scale may be taken for.
static ANSWERS_NO: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::new(ANSWER_NO.iter().map(|word| (*word, ()))));

/// The CEFR levels that a cell about one language can mean.
#[must_use]
pub fn level(cell: &str, language: Option<&Language>) -> Reading {
    if cell.len() > LIMIT {
        return Reading::UNREADABLE;
    }
    let Some(said) = boxes::answer(cell) else { return Reading::UNREADABLE };
    let answer = super::grammar::answer::read(&said, &super::Formats::default()).reading();
    let list = List::new(&said);
    let named = list.parts.iter().any(|part| matches!(part.what, What::Tongue(_)));
    match language {
        Some(language) if named => {
            let own = list.parts.iter().any(|part| matches!(part.what, What::Tongue(tongue) if tongue.is(language)));
            return if own { list.level(language) } else { Reading::UNREADABLE };
        }
        _ => {}
    }
    let whole = std::slice::from_ref(&(0..list.tokens.len())).to_vec();
    match list.span(&whole) {
        Heard::Step(span) => span.reading(),
        _ if answer == Reading::exactly(0.0) => Reading::exactly(0.0),
        Heard::Named if answer == Reading::exactly(1.0) => NAMED.reading(),
        _ if answer == Reading::exactly(1.0) && list.tokens.len() == 1 => NAMED.reading(),
        _ => Reading::UNREADABLE,
    }
}

/// The CEFR levels of one language that a cell with several can mean: below A1 where only others are named.
#[must_use]
pub fn in_list(cell: &str, language: &'static Language) -> Reading {
    Listed::default().level(cell, language)
}

/// The cell with several languages that was read last, so that it is read once for all that are asked about.
#[derive(Default)]
pub struct Listed {
    cell: Option<String>,
    /// What it says, where it has the usual shape.
    items: Vec<quick::Item>,
    usual: bool,
    /// The same cut into words, once that is asked for; nothing where it cannot be read.
    list: Option<Option<List>>,
    /// What it says of the languages asked about.
    levels: Vec<(&'static Language, Reading)>,
}

impl Listed {
    /// The same as [`in_list`].
    pub fn level(&mut self, cell: &str, language: &'static Language) -> Reading {
        if self.cell.as_deref() != Some(cell) {
            self.levels.clear();
            let kept = self.cell.get_or_insert_default();
            kept.clear();
            kept.push_str(cell);
            self.usual = quick::read(cell, &mut self.items);
            self.list = None;
        }
        if let Some((_, level)) = self.levels.iter().find(|(known, _)| std::ptr::eq(*known, language)) {
            return *level;
        }
        let level = self.level_anew(cell, language);
        self.levels.push((language, level));
        level
    }

    fn level_anew(&mut self, cell: &str, language: &Language) -> Reading {
        if let Some(reading) = self.usual.then(|| quick::level(&self.items, language)).flatten() {
            return reading;
        }
        if cell.len() > LIMIT {
            return Reading::UNREADABLE;
        }
        let list = self.list.get_or_insert_with(|| boxes::answer(cell).map(|said| List::new(&said)));
        list.as_ref().map_or(Reading::UNREADABLE, |list| list.level(language))
    }
}

/// A language that is named without a level.
const NAMED: Span = Span::of(1, 6);

/// What a stretch of a cell says of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heard {
    /// A level.
    Step(Span),
    /// None: the language is only named.
    Named,
    /// Words that are not understood.
    Unclear,
    /// It is being learned, or not what it was.
    Hesitant,
}

/// What matters of a cell for telling its languages apart.
#[derive(Clone, Copy, Debug)]
enum What {
    Tongue(&'static Language),
    /// A level, or a word for none.
    Step {
        /// None of it.
        none: bool,
        /// It is said of several languages.
        shared: bool,
    },
    /// Ends all that came before: `;`, a line break, "but".
    Break,
    Comma,
    And,
    Or,
    /// `/`, `-` between words.
    Slash,
    Colon,
    /// "in", "of": the language of the level before it follows.
    In,
    Others,
}

#[derive(Clone, Debug)]
struct Part {
    what: What,
    at: Range<usize>,
}

/// The level that belongs to a language: the tokens that tell it.
#[derive(Clone, Debug)]
struct Group {
    tongues: Vec<&'static Language>,
    ranges: Vec<Range<usize>>,
    /// It cannot be told whether the level is this language's.
    open: bool,
}

struct List {
    tokens: Tokens,
    parts: Vec<Part>,
    /// Every word of the cell is understood.
    understood: bool,
}

impl List {
    fn new(cell: &str) -> Self {
        let tokens = Tokens::new(cell);
        let mut list = Self { tokens, parts: Vec::new(), understood: true };
        list.cut();
        list
    }

    /// The language at this place, and the place after it. A code counts where it is in capitals or starts a statement,
    /// and is followed by what follows a language.
    fn tongue(&self, at: usize) -> Option<(&'static Language, usize)> {
        let tokens = &self.tokens;
        if let Some((language, mut end)) = NAMES.longest(tokens, at) {
            // "Esp. B2": the full stop of an abbreviation.
            if tokens.text_of(end) == "." && tokens.text_of(end - 1).len() <= 4 && end + 1 < tokens.len() {
                end += 1;
            }
            return Some((language, end));
        }
        let text = tokens.text_of(at);
        if text == "all" && tokens.text_of(at + 1) == "." && tokens.is_glued(at + 1) {
            return by_code("de").map(|language| (language, at + 2));
        }
        let language = CODES.get(text)?;
        if tokens.text_of(at + 1) == "'" {
            return None;
        }
        let (before, after) = (at.checked_sub(1).map_or("", |at| tokens.text_of(at)), tokens.text_of(at + 1));
        let starts = matches!(before, "" | ";" | "," | "\n" | "|" | "/" | "•" | "(" | "-" | "&" | "*");
        let capitals = tokens.is_upper(at) && (!tokens.shouts() || starts);
        let marked = matches!(after, ":" | "=" | "(" | "-" | "–");
        let ends = matches!(after, "" | ";" | "," | "\n" | "|" | "/" | "&" | ")" | ".") || AND.contains(&after);
        let level = scale::cefr().step_at(tokens, at + 1).is_some() || self.exam(at + 1).is_some();
        let fits = if capitals {
            // Capitals that more often mean something else need a level.
            marked
                || level
                || (ends && !matches!(text, "it" | "no" | "uk" | "hr" | "ca" | "eu" | "et" | "he" | "sl" | "el"))
        } else {
            (starts && (marked || (level && text != "no")))
                || (starts
                    && ends
                    && matches!(text, "en" | "fr" | "es" | "de" | "nl" | "ru" | "pt" | "ar" | "eng" | "fra" | "spa"))
        };
        fits.then_some((*language, at + 1))
    }

    fn word(&self, at: usize) -> Option<(Word, usize)> {
        WORDS.longest(&self.tokens, at)
    }

    /// A word for none of a language: before it, or as an answer after a colon.
    fn none(&self, at: usize) -> Option<usize> {
        if let Some((Word::No, end)) = self.word(at)
            && self.tongue(self.past_articles(end)).is_some()
        {
            return Some(end);
        }
        let before = at.checked_sub(1).map_or("", |at| self.tokens.text_of(at));
        let ((), end) = ANSWERS_NO.longest(&self.tokens, at)?;
        let ends = matches!(self.tokens.text_of(end), "" | ";" | "," | "\n" | "|" | "/" | ")" | "." | "•");
        let after_name = (at.saturating_sub(3)..at).any(|from| self.tongue(from).is_some_and(|(_, end)| end == at));
        (ends && at > 0 && (after_name || (at > 1 && matches!(before, ":" | "=" | "-" | "(" | "–")))).then_some(end)
    }

    fn past_articles(&self, mut at: usize) -> usize {
        while matches!(self.tokens.text_of(at), "le" | "la" | "l" | "'" | "the" | "d" | "de" | "du" | "any" | "en")
            && self.tongue(at).is_none()
        {
            at += 1;
        }
        at
    }

    /// A test's name and its result.
    fn exam(&self, at: usize) -> Option<(Span, usize)> {
        exam(&self.tokens, at)
    }

    /// Cuts the cell into what matters, and tells whether all of it is understood.
    fn cut(&mut self) {
        let mut at = 0;
        let mut depth = 0_usize;
        let mut parts = Vec::new();
        while at < self.tokens.len() {
            let (what, end) = self.part(at, &mut depth);
            match what {
                Some(what) => parts.push(Part { what, at: at..end }),
                None if end == at => {
                    self.understood = false;
                    at += 1;
                    continue;
                }
                None => {}
            }
            at = end;
        }
        self.parts = parts;
    }

    /// What stands at this place; the same place again where it is not understood.
    fn part(&self, at: usize, depth: &mut usize) -> (Option<What>, usize) {
        let tokens = &self.tokens;
        let text = tokens.text_of(at);
        if let Some((language, end)) = self.tongue(at) {
            // A step may have a language's name in it ("langue maternelle" has not), never the reverse.
            return (Some(What::Tongue(language)), end);
        }
        if let Some(end) = self.none(at) {
            return (Some(What::Step { none: true, shared: false }), end);
        }
        if let Some((_, end)) = self.exam(at) {
            return (Some(What::Step { none: false, shared: false }), end);
        }
        if let Some((span, end)) = scale::cefr().step_at(tokens, at) {
            let shared = (at..end).any(|at| OF_SEVERAL.contains(&tokens.text_of(at)));
            return (Some(What::Step { none: span.high == 0, shared }), end);
        }
        if TURNS.contains(&text) && *depth == 0 {
            return (Some(What::Break), at + 1);
        }
        let mark = match text {
            ";" | "\n" | "|" | "•" | "·" | "●" | "▪" | "►" | "→" if *depth == 0 => Some(What::Break),
            "." if *depth == 0 && at + 1 < tokens.len() && !tokens.is_glued(at + 1) => Some(What::Break),
            "," if *depth == 0 => Some(What::Comma),
            ":" | "=" => Some(What::Colon),
            "/" | "-" => Some(What::Slash),
            _ if *depth == 0 && AND.contains(&text) && !(text == "en" || text == "y") => Some(What::And),
            _ if OR.contains(&text) => Some(What::Or),
            "in" | "of" | "en" | "de" | "du" | "d" | "l" => Some(What::In),
            _ => None,
        };
        if let Some(mark) = mark {
            return (Some(mark), at + 1);
        }
        match text {
            "(" | "[" => {
                // A parenthesis that holds languages of its own is read as if it were none.
                let close =
                    (at..tokens.len()).find(|at| matches!(tokens.text_of(*at), ")" | "]")).unwrap_or(tokens.len());
                if !(at + 1..close).any(|at| self.tongue(at).is_some()) && close < tokens.len() {
                    *depth += 1;
                }
                return (None, at + 1);
            }
            ")" | "]" => {
                *depth = depth.saturating_sub(1);
                return (None, at + 1);
            }
            "." | "!" | "\"" | "'" | "*" | "," | ";" | "\n" | "•" | "|" | "&" | "+" | "–" | "_" | "·" | "✓" | "✔" =>
            {
                return (None, at + 1);
            }
            _ => {}
        }
        match self.word(at) {
            Some((Word::Others, end)) => (Some(What::Others), end),
            Some((Word::No | Word::AnswerNo, end)) if text == "0" || text == "n" => (None, end.max(at + 1)),
            Some((_, end)) => (None, end),
            None => match scale::cefr().filler_at(tokens, at) {
                Some(end) => (None, end),
                None if is_number(text) => (None, at + 1),
                None => (None, at),
            },
        }
    }

    /// What these tokens say of a level, with the languages in them passed over.
    fn span(&self, ranges: &[Range<usize>]) -> Heard {
        let also = |at: usize| -> Option<(Option<Span>, usize)> {
            if let Some((_, end)) = self.tongue(at) {
                return Some((None, end));
            }
            if let Some(end) = self.none(at) {
                return Some((Some(Span::of(0, 0)), end));
            }
            if let Some((span, end)) = self.exam(at) {
                return Some((Some(span), end));
            }
            if scale::cefr().filler_at(&self.tokens, at).is_some() {
                return None;
            }
            match self.word(at) {
                Some((Word::Nothing | Word::Others, end)) => Some((None, end)),
                _ if is_number(self.tokens.text_of(at)) => Some((None, at + 1)),
                _ => None,
            }
        };
        if let Some(span) = scale::cefr().span_of(&self.tokens, ranges, &also) {
            return Heard::Step(span);
        }
        let within = |at: &usize| ranges.iter().any(|range| range.contains(at));
        let hesitant = (0..self.tokens.len()).filter(within).any(|at| {
            let word = self.word(at).map(|(word, _)| word);
            self.tongue(at).is_none()
                && (matches!(word, Some(Word::Hesitant | Word::No)) || self.tokens.text_of(at) == "?")
        });
        if hesitant
            && let [range] = ranges
            && let Some(now) = self.before_the_next(range)
        {
            return Heard::Step(now);
        }
        let steps = self.parts.iter().any(|part| matches!(part.what, What::Step { .. }) && within(&part.at.start));
        match (hesitant, steps) {
            (true, _) => Heard::Hesitant,
            (false, true) => Heard::Unclear,
            (false, false) => Heard::Named,
        }
    }

    /// The level that is had, where a higher one is said to be under way or not reached: "B2 (C1 in progress)".
    fn before_the_next(&self, range: &Range<usize>) -> Option<Span> {
        let cut =
            range.clone().skip(1).find(|at| matches!(self.tokens.text_of(*at), "(" | "," | "-" | "not" | "pas"))?;
        let Heard::Step(now) = self.span(std::slice::from_ref(&(range.start..cut))) else { return None };
        let mut later = (cut..range.end).filter_map(|at| scale::cefr().step_at(&self.tokens, at)).map(|(span, _)| span);
        let next = later.next()?;
        (later.next().is_none() && next.low > now.high).then_some(now)
    }

    /// The levels of one language.
    fn level(&self, language: &Language) -> Reading {
        let groups = self.groups();
        let mut said: Option<Span> = None;
        let mut named: Option<Span> = None;
        for group in groups.iter().filter(|group| group.tongues.iter().any(|tongue| tongue.is(language))) {
            let heard = if group.open { Heard::Named } else { self.span(&group.ranges) };
            let (slot, span) = match heard {
                Heard::Step(span) => (&mut said, span),
                Heard::Named => (&mut named, NAMED),
                Heard::Unclear => (&mut said, NAMED),
                Heard::Hesitant => (&mut said, Span::of(0, 6)),
            };
            *slot = Some(slot.map_or(span, |other| other.hull(span)));
        }
        if let Some(span) = said.or(named) {
            return span.reading();
        }
        let tongues = || groups.iter().flat_map(|group| group.tongues.iter());
        if !self.understood || tongues().any(|tongue| related(tongue, language)) {
            return Reading::UNREADABLE;
        }
        let whole = std::slice::from_ref(&(0..self.tokens.len())).to_vec();
        // "Other languages" are not named, unless they follow or there are none.
        let others_are_told =
            self.parts.iter().enumerate().filter(|(_, part)| matches!(part.what, What::Others)).all(|(at, _)| {
                let after = self.parts.iter().skip(at + 1).take_while(|part| !matches!(part.what, What::Break));
                after.into_iter().any(|part| matches!(part.what, What::Tongue(_) | What::Step { none: true, .. }))
            });
        match tongues().next() {
            Some(_) if others_are_told => Reading::exactly(0.0),
            Some(_) => Reading::UNREADABLE,
            None => match self.span(&whole) {
                Heard::Step(span) if span.high == 0 => Reading::exactly(0.0),
                _ => Reading::UNREADABLE,
            },
        }
    }

    /// Which tokens tell the level of which languages.
    fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        // Levels that stand alone before any language: "C1, English; B2, French".
        let mut forward: Vec<Range<usize>> = Vec::new();
        let mut leads = None;
        let mut start = 0;
        for end in
            (0..self.parts.len()).filter(|at| matches!(self.parts[*at].what, What::Break)).chain([self.parts.len()])
        {
            let parts = &self.parts[start..end];
            start = end + 1;
            if let Some(shared) = self.shared(parts) {
                groups.push(shared);
                continue;
            }
            for piece in pieces(parts) {
                let piece = &parts[piece];
                let has = |tongue: bool| {
                    piece.iter().any(|part| match part.what {
                        What::Tongue(_) => tongue,
                        What::Step { .. } => !tongue,
                        _ => false,
                    })
                };
                match (has(true), has(false)) {
                    (true, _) => {
                        leads.get_or_insert(true);
                        let from = groups.len();
                        self.statement(piece, &mut groups);
                        if leads == Some(false) && !has(false) {
                            // The level came first.
                            if let Some(group) = groups.get_mut(from) {
                                group.ranges.append(&mut forward);
                            }
                        }
                        forward.clear();
                    }
                    (false, true) => {
                        leads.get_or_insert(false);
                        let range = span_of(piece);
                        if piece.iter().any(|part| matches!(part.what, What::Others)) {
                            continue;
                        }
                        if leads == Some(true) {
                            if let Some(group) = groups.last_mut() {
                                group.ranges.push(range);
                            }
                        } else {
                            forward.push(range);
                        }
                    }
                    (false, false) => {
                        // "Mother tongue" and its like say what follows; skills go with what came before.
                        if let (Some(group), false) = (groups.last_mut(), piece.is_empty())
                            && leads == Some(true)
                            && !piece.iter().any(|part| matches!(part.what, What::Others))
                        {
                            group.ranges.push(span_of(piece));
                        }
                    }
                }
            }
        }
        self.claim(&mut groups);
        groups
    }

    /// Gives each group the words around it that no part stands for, up to the next break, so that a doubt among them is
    /// seen.
    fn claim(&self, groups: &mut [Group]) {
        let taken: Vec<Range<usize>> = groups.iter().flat_map(|group| group.ranges.iter().cloned()).collect();
        for group in groups {
            for range in &mut group.ranges {
                while range.end < self.tokens.len()
                    && !taken.iter().any(|other| other.contains(&range.end))
                    && !self.ends(range.end)
                {
                    range.end += 1;
                }
                while range.start > 0
                    && !taken.iter().any(|other| other.contains(&(range.start - 1)))
                    && !self.ends(range.start - 1)
                {
                    range.start -= 1;
                }
            }
        }
    }

    /// Whether a statement ends at this token.
    fn ends(&self, at: usize) -> bool {
        self.parts.iter().any(|part| {
            part.at.contains(&at)
                && matches!(part.what, What::Break | What::Comma | What::And | What::Tongue(_) | What::Others)
        })
    }

    /// One level for several languages: "Fluent: English, French", "fluent in English, French and Spanish".
    fn shared(&self, parts: &[Part]) -> Option<Group> {
        let is_step = |part: &&Part| matches!(part.what, What::Step { .. });
        let tongues: Vec<(usize, &'static Language)> = parts
            .iter()
            .enumerate()
            .filter_map(|(at, part)| match part.what {
                What::Tongue(language) => Some((at, language)),
                _ => None,
            })
            .collect();
        let (first, _) = *tongues.first()?;
        let (last, _) = *tongues.last()?;
        // "English, French (both fluent)"
        let after = &parts[last + 1..];
        let says_all = after.iter().any(|part| is_step(&part))
            && !parts[..last].iter().any(|part| is_step(&part))
            && (parts[last].at.end..after.last().map_or(0, |part| part.at.end))
                .any(|at| matches!(self.tokens.text_of(at), "both" | "all" | "tous" | "toutes" | "each" | "deux"));
        if says_all && tongues.len() > 1 {
            return Some(Group {
                tongues: tongues.iter().map(|(_, language)| *language).collect(),
                ranges: vec![span_of(parts)],
                open: false,
            });
        }
        if tongues.len() < 2 || parts[first..].iter().any(|part| is_step(&part)) {
            return None;
        }
        let before = &parts[..first];
        if !before.iter().any(|part| is_step(&part))
            || before.iter().any(|part| matches!(part.what, What::Comma | What::Others))
        {
            return None;
        }
        let header = before.iter().any(|part| matches!(part.what, What::Colon));
        let within = before.iter().any(|part| matches!(part.what, What::In));
        let several = before.iter().any(|part| matches!(part.what, What::Step { shared: true, .. }));
        let none = before.iter().any(|part| matches!(part.what, What::Step { none: true, .. }));
        let between = &parts[first..last];
        let last_joint =
            between.iter().rev().find(|part| !matches!(part.what, What::In | What::Tongue(_))).map(|part| part.what);
        let commas = between.iter().any(|part| matches!(part.what, What::Comma));
        let listed = match last_joint {
            Some(What::And) => within || !commas,
            Some(What::Or) => none,
            _ => false,
        };
        (header || listed || several).then(|| Group {
            tongues: tongues.iter().map(|(_, language)| *language).collect(),
            ranges: vec![span_of(parts)],
            open: false,
        })
    }

    /// The languages of one statement without commas, and the levels next to them.
    fn statement(&self, parts: &[Part], groups: &mut Vec<Group>) {
        let mut start = 0;
        for cut in self.cuts(parts).into_iter().chain([parts.len()]) {
            self.simple(&parts[start..cut], groups);
            start = (cut + 1).min(parts.len());
        }
    }

    /// Where "and" or a slash parts two statements that are each whole: "English C1 and French B2".
    fn cuts(&self, parts: &[Part]) -> Vec<usize> {
        let mut cuts = Vec::new();
        let mut start = 0;
        for at in 0..parts.len() {
            let joins = match parts[at].what {
                What::And | What::Or => true,
                What::Slash => parts.get(at + 1).is_some_and(|next| matches!(next.what, What::Tongue(_))),
                _ => false,
            };
            if !joins {
                continue;
            }
            let (left, right) = (order(&parts[start..at]), order(&parts[at + 1..]));
            let whole = |order: &str| order.contains('L') && order.contains('S');
            if whole(&left) && right.contains('L') && (whole(&right) || left.ends_with('S')) {
                cuts.push(at);
                start = at + 1;
            }
        }
        cuts
    }

    fn simple(&self, parts: &[Part], groups: &mut Vec<Group>) {
        let mut tongues: Vec<(usize, &'static Language)> = Vec::new();
        let mut steps: Vec<usize> = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            match part.what {
                What::Tongue(language) => tongues.push((at, language)),
                What::Step { .. } => steps.push(at),
                _ => {}
            }
        }
        let Some(whole) = (!parts.is_empty()).then(|| span_of(parts)) else { return };
        let order = order(parts);
        let mut add = |tongues: Vec<&'static Language>, range: Range<usize>, open: bool| {
            groups.push(Group { tongues, ranges: vec![range], open });
        };
        let all: Vec<&'static Language> = tongues.iter().map(|(_, language)| *language).collect();
        let same = all.windows(2).all(|pair| pair[0].is(pair[1]));
        let joined = |from: usize, to: usize| {
            let joints = parts[from..=to].split(|part| matches!(part.what, What::Tongue(_)));
            // Each two of them are joined, not merely side by side.
            joints.filter(|joint| !joint.is_empty()).count() + 1 == tongues.len()
                && parts[from + 1..to]
                    .iter()
                    .all(|part| matches!(part.what, What::And | What::Slash | What::In | What::Tongue(_)))
        };
        match tongues.as_slice() {
            [] => {}
            [_] => add(all, whole, false),
            // "Portuguese (Brazilian): C1"
            _ if same => add(all, whole, false),
            _ if steps.is_empty() => {
                for (at, language) in &tongues {
                    add(vec![language], parts[*at].at.clone(), false);
                }
            }
            [(first, _), .., (last, _)] => {
                let only_after = steps.iter().all(|step| step > last);
                let only_before = steps.iter().all(|step| step < first);
                let colon = only_after && parts[*last..].iter().any(|part| matches!(part.what, What::Colon));
                let several = steps.iter().any(|step| matches!(parts[*step].what, What::Step { shared: true, .. }));
                let shared = joined(*first, *last) && ((only_after && (colon || several)) || only_before);
                if shared {
                    add(all, whole, false);
                } else if only_after {
                    for (at, language) in &tongues {
                        let range = if at == last { parts[*at].at.start..whole.end } else { parts[*at].at.clone() };
                        add(vec![language], range, at != last);
                    }
                } else if only_before {
                    for (at, language) in &tongues {
                        let range = if at == first { whole.start..parts[*at].at.end } else { parts[*at].at.clone() };
                        add(vec![language], range, at != first);
                    }
                } else if is_alternating(&order, 'L') {
                    for (number, (at, language)) in tongues.iter().enumerate() {
                        let end = tongues.get(number + 1).map_or(whole.end, |(next, _)| parts[*next].at.start);
                        add(vec![language], parts[*at].at.start..end, false);
                    }
                } else if is_alternating(&order, 'S') {
                    let mut start = whole.start;
                    for (number, (at, language)) in tongues.iter().enumerate() {
                        let end = if number + 1 == tongues.len() { whole.end } else { parts[*at].at.end };
                        add(vec![language], start..end, false);
                        start = end;
                    }
                } else {
                    for (at, language) in &tongues {
                        add(vec![language], parts[*at].at.clone(), true);
                    }
                }
            }
        }
    }
}

/// The pieces of a stretch between commas.
fn pieces(parts: &[Part]) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for at in (0..parts.len()).filter(|at| matches!(parts[*at].what, What::Comma)).chain([parts.len()]) {
        if start < at {
            pieces.push(start..at);
        }
        start = at + 1;
    }
    pieces
}

/// The order of languages (L) and levels (S), each run of either once.
fn order(parts: &[Part]) -> String {
    let mut order = String::new();
    let mut last: Option<&Language> = None;
    for part in parts {
        match part.what {
            What::Tongue(language) if !last.is_some_and(|last| last.is(language)) => {
                order.push('L');
                last = Some(language);
            }
            What::Step { .. } if !order.ends_with('S') => {
                order.push('S');
                last = None;
            }
            _ => {}
        }
    }
    order
}

/// Whether languages and levels take turns, starting with one and ending with the other.
fn is_alternating(order: &str, first: char) -> bool {
    order.len().is_multiple_of(2) && order.chars().enumerate().all(|(at, c)| (c == first) == at.is_multiple_of(2))
}

fn span_of(parts: &[Part]) -> Range<usize> {
    match parts {
        [] => 0..0,
        [first, .., last] => first.at.start..last.at.end,
        [one] => one.at.clone(),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A language test with its result, as its owner publishes the levels (ETS for TOEFL and TOEIC, the IELTS partners,
/// Cambridge English); the place after it.
fn exam(tokens: &Tokens, at: usize) -> Option<(Span, usize)> {
    let fixed = match tokens.text_of(at) {
        "cpe" => Some(Span::code(6, 6)),
        "cae" => Some(Span::code(5, 6)),
        "fce" => Some(Span::code(4, 5)),
        _ => None,
    };
    if let Some(span) = fixed {
        return Some((span, at + 1));
    }
    let name = tokens.text_of(at);
    if !matches!(name, "toefl" | "ielts" | "toeic") {
        return None;
    }
    let mut next = at + 1;
    while matches!(
        tokens.text_of(next),
        "ibt" | "score" | "of" | ":" | "(" | "academic" | "test" | "-" | "de" | "overall" | "band" | "="
    ) {
        next += 1;
    }
    let text = tokens.text_of(next);
    let whole: u32 = is_number(text).then(|| text.parse().ok())??;
    next += 1;
    let mut half = 0;
    if matches!(tokens.text_of(next), "." | ",")
        && tokens.is_glued(next)
        && tokens.is_glued(next + 1)
        && is_number(tokens.text_of(next + 1))
    {
        half = match tokens.text_of(next + 1) {
            "0" => 0,
            "5" => 5,
            _ => return None,
        };
        next += 2;
    }
    let score = whole * 10 + half;
    let span = match (name, score) {
        ("toefl", 1140..=1200) => Span::code(6, 6),
        ("toefl", 950..1140) => Span::code(5, 5),
        ("toefl", 720..950) => Span::code(4, 4),
        ("toefl", 420..720) => Span::code(3, 3),
        ("ielts", 85..=90) => Span::code(6, 6),
        ("ielts", 70..85) => Span::code(5, 5),
        // The owners' own chart lets 6.5 be either.
        ("ielts", 65..70) => Span::code(4, 5),
        ("ielts", 55..65) => Span::code(4, 4),
        ("ielts", 40..55) => Span::code(3, 3),
        // The test measures nothing above C1.
        ("toeic", 9450..=9900) => Span::code(5, 6),
        ("toeic", 7850..9450) => Span::code(4, 4),
        ("toeic", 5500..7850) => Span::code(3, 3),
        ("toeic", 2250..5500) => Span::code(2, 2),
        ("toeic", 1200..2250) => Span::code(1, 1),
        _ => return None,
    };
    // "110/120", "out of 9"
    if matches!(tokens.text_of(next), "/") && is_number(tokens.text_of(next + 1)) {
        next += 2;
    }
    Some((span, next))
}

/// The usual shape of a list, "French C1; Spanish B2; Arabic native", read without cutting it into words.
mod quick {
    use super::{CEFR, CEFR_CODES, COMMON, LANGUAGES, Language, LazyLock, RELATED, Reading, Span, by_code};

    #[derive(Clone, Copy, Debug)]
    enum Known {
        Tongue {
            language: &'static Language,
            /// Another language is near it.
            relatives: bool,
        },
        Step(Span),
    }

    /// The longest word that is looked up.
    const LONGEST: usize = 16;
    const SLOTS: usize = 2048;

    /// Single words in ASCII, by their bytes in lower case as a number; 0 for none.
    struct Table {
        keys: Box<[u128; SLOTS]>,
        known: Vec<Option<Known>>,
    }

    static KNOWN: LazyLock<Table> = LazyLock::new(|| {
        let mut table = Table { keys: Box::new([0; SLOTS]), known: vec![None; SLOTS] };
        let mut add = |word: &str, known: Known| {
            let plain = word.bytes().all(|byte| byte.is_ascii_alphanumeric());
            let Some(key) = key(word.as_bytes()).filter(|_| plain) else { return };
            let at = table.slot(key);
            if table.keys[at] == 0 {
                table.keys[at] = key;
                if let Some(slot) = table.known.get_mut(at) {
                    *slot = Some(known);
                }
            }
        };
        for (number, code) in (1..).zip(CEFR_CODES) {
            add(code, Known::Step(Span::code(number, number)));
        }
        for word in WORDS {
            if let Some(row) = CEFR.iter().find(|row| row.phrases().any(|phrase| phrase == *word)) {
                add(word, Known::Step(Span::of(row.low, row.high)));
            }
        }
        for language in COMMON.iter().filter_map(|code| by_code(code)).chain(LANGUAGES) {
            let relatives = RELATED.iter().any(|(a, b)| *a == language.code || *b == language.code);
            for name in language.names().filter(|name| name.len() > 3) {
                add(name, Known::Tongue { language, relatives });
            }
        }
        table
    });

    /// Words for a level that are looked up.
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "native", "fluent", "advanced", "intermediate", "basic", "beginner", "good", "excellent", "bilingue", "courant",
        "maternelle", "natif", "scolaire", "notions", "professional", "conversational", "elementary",
    ];

    impl Table {
        /// The slot that a word has, or the free one that it would take.
        #[expect(clippy::cast_possible_truncation, reason = "the number is mixed and then cut to the table's size")]
        fn slot(&self, key: u128) -> usize {
            let mixed = (key as u64 ^ ((key >> 64) as u64).rotate_left(31)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            let mut at = (mixed >> 48) as usize % SLOTS;
            while self.keys[at] != 0 && self.keys[at] != key {
                at = (at + 1) % SLOTS;
            }
            at
        }

        fn get(&self, word: &[u8]) -> Option<Known> {
            *self.known.get(self.slot(key(word)?))?
        }
    }

    /// A word's bytes in lower case as a number; nothing for none and for a longer one.
    fn key(word: &[u8]) -> Option<u128> {
        let mut bytes = [0; LONGEST];
        bytes.get_mut(..word.len()).filter(|_| !word.is_empty())?.copy_from_slice(word);
        bytes.make_ascii_lowercase();
        Some(u128::from_le_bytes(bytes))
    }

    /// A language and its level.
    #[derive(Clone, Copy, Debug)]
    pub(super) struct Item {
        tongue: &'static Language,
        relatives: bool,
        span: Span,
    }

    /// Reads the languages of a cell; answers false where it has another shape.
    pub(super) fn read(cell: &str, items: &mut Vec<Item>) -> bool {
        let table = &*KNOWN;
        items.clear();
        let read = |item: &[u8]| {
            let item = item.trim_ascii();
            let name_end = item.iter().position(|byte| !byte.is_ascii_alphanumeric())?;
            let (name, rest) = item.split_at(name_end);
            let rest = rest.trim_ascii_start();
            let rest = rest.strip_prefix(b":").unwrap_or(rest).trim_ascii_start();
            let Known::Tongue { language: tongue, relatives } = table.get(name)? else { return None };
            let Known::Step(span) = table.get(rest)? else { return None };
            Some(Item { tongue, relatives, span })
        };
        cell.as_bytes()
            .split(|byte| matches!(byte, b';' | b','))
            .all(|item| read(item).map(|item| items.push(item)).is_some())
    }

    /// The level of one language; nothing where another of the same family may be it.
    pub(super) fn level(items: &[Item], language: &Language) -> Option<Reading> {
        let mut found: Option<Span> = None;
        for Item { tongue, relatives, span } in items {
            if tongue.is(language) {
                // Named twice, it may be either.
                found = Some(found.map_or(*span, |before| before.hull(*span)));
            } else if *relatives && super::related(tongue, language) {
                return None;
            }
        }
        Some(found.map_or(Reading::exactly(0.0), Span::reading))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(code: &str) -> &'static Language {
        by_code(code).unwrap_or_else(|| panic!("no language {code}"))
    }

    fn shown(reading: Reading) -> String {
        let names = ["<A1", "A1", "A2", "B1", "B2", "C1", "C2"];
        match reading.hull() {
            None => "?".to_owned(),
            Some(range) if range.is_exact() => names[range.low as usize].to_owned(),
            Some(range) => format!("{}-{}", names[range.low as usize], names[range.high as usize]),
        }
    }

    #[test]
    fn what_stands_beside_a_level() {
        for (cell, said) in [
            ("C1 (no certificate)", "C1"),
            ("C1 sans certificat", "C1"),
            ("C1 validé", "C1"),
            ("B2 (C1 in progress)", "B2"),
            ("B1 (B2 en cours)", "B1"),
            ("B2, not C1", "B2"),
            ("C1 (in progress)", "?"),
            ("C1 not certain", "?"),
            ("[ ] C1", "?"),
            ("C1 [ ]", "?"),
            ("[ ] B2 [x] C1", "C1"),
            ("☐ Native ☑ B2", "B2"),
            ("my parents are native speakers", "?"),
            ("famille bilingue", "?"),
        ] {
            assert_eq!(shown(level(cell, Some(of("en")))), said, "{cell:?}");
        }
        let in_french = |cell: &str| shown(in_list(cell, of("fr")));
        assert_eq!(in_french("[ ] French C1; [x] English C1"), "<A1");
        assert_eq!(in_french("English C2; French B2 (C1 in progress)"), "B2");
    }

    #[test]
    fn codes() {
        for (code, found) in [
            ("en", "en"),
            ("EN", "en"),
            ("eng", "en"),
            ("fra", "fr"),
            ("fre", "fr"),
            ("no", "no"),
            ("nob", "nb"),
            ("deu", "de"),
            ("ger", "de"),
            ("yue", "yue"),
            ("sw", "sw"),
            ("chi", "zh"),
            ("zu", "zu"),
            ("aa", "aa"),
            ("sgn", "sgn"),
            ("fil", "tl"),
        ] {
            assert_eq!(of(code).code(), found, "{code}");
        }
        for code in ["", "xx", "english", "e", "en-GB", "franc"] {
            assert!(by_code(code).is_none(), "{code}");
        }
        let two = LANGUAGES.iter().filter(|language| language.code.len() == 2).count();
        assert!(two >= 184, "{two} codes of ISO 639-1");
        let mut all: Vec<&str> =
            LANGUAGES.iter().flat_map(|l| l.codes.iter().copied().filter(|c| *c != l.code).chain([l.code])).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count, "a code twice");
        assert_eq!(of("fr").name(), Text { en: "French".to_owned(), fr: "français".to_owned() });
    }

    #[test]
    fn nearest_codes() {
        for (code, near) in [
            ("english", "en"),
            ("Anglais", "en"),
            ("sp", "es"),
            ("español", "es"),
            ("en-GB", "en"),
            ("fr_BE", "fr"),
            ("frnech", "fr"),
            ("Spannish", "es"),
            ("jp", "ja"),
            ("ge", "de"),
            ("germ", "de"),
            ("cn", "zh"),
            ("russ", "ru"),
            ("gr", "el"),
        ] {
            assert_eq!(nearest(code).map(Language::code), Some(near), "{code}");
        }
        for code in ["", "qqq", "zz", "42"] {
            assert!(nearest(code).is_none(), "{code}");
        }
    }

    #[test]
    fn own_column() {
        for (cell, level) in [
            ("C1", "C1"),
            ("c1", "C1"),
            ("C1+", "C1"),
            ("B2+", "B2"),
            ("B2/C1", "B2-C1"),
            ("B2-C1", "B2-C1"),
            ("B2 à C1", "B2-C1"),
            ("between B2 and C1", "B2-C1"),
            ("C2 (native)", "C2"),
            ("native", "C2"),
            ("Native speaker", "C2"),
            ("Mother tongue", "C2"),
            ("langue maternelle", "C2"),
            ("Langue Maternelle", "C2"),
            ("bilingue", "C2"),
            ("bilingual", "C2"),
            ("natif/ve", "C2"),
            ("fluent", "C1-C2"),
            ("Fluent (C1)", "C1"),
            ("courant", "C1-C2"),
            ("courante", "C1-C2"),
            ("COURANT", "C1-C2"),
            ("lu, écrit, parlé couramment", "C1-C2"),
            ("advanced", "B2-C1"),
            ("avancé", "B2-C1"),
            ("Avancée (C1)", "C1"),
            ("Avancé(e)", "B2-C1"),
            ("professional", "B2-C1"),
            ("full professional proficiency", "C1-C2"),
            ("Native or bilingual proficiency", "C2"),
            ("professional working proficiency", "B2-C1"),
            ("limited working proficiency", "B1"),
            ("elementary proficiency", "A1-A2"),
            ("intermediate", "B1-B2"),
            ("intermédiaire", "B1-B2"),
            ("Intermédiaire (B1)", "B1"),
            ("upper intermediate", "B2"),
            ("conversational", "B1-B2"),
            ("basic", "A1-A2"),
            ("notions", "A1-A2"),
            ("débutant", "A1-A2"),
            ("débutante", "A1-A2"),
            ("beginner", "A1-A2"),
            ("none", "<A1"),
            ("aucun", "<A1"),
            ("aucune connaissance", "<A1"),
            ("no", "<A1"),
            ("non", "<A1"),
            ("0", "<A1"),
            ("yes", "A1-C2"),
            ("oui", "A1-C2"),
            ("x", "A1-C2"),
            ("✓", "A1-C2"),
            ("Yes, C1", "C1"),
            ("oui, courant", "C1-C2"),
            ("Oui (B2)", "B2"),
            ("excellent", "C1-C2"),
            ("very good", "B2-C2"),
            ("très bon", "B2-C2"),
            ("Très bonne maîtrise", "B2-C2"),
            ("bonne maîtrise", "B1-C1"),
            ("good", "B1-C1"),
            ("C1 oral, B2 écrit", "B2-C1"),
            ("oral C1 / écrit B2", "B2-C1"),
            ("Speaking: C1, writing: B2", "B2-C1"),
            ("spoken fluent, written good", "B1-C2"),
            ("niveau C1", "C1"),
            ("CEFR C1", "C1"),
            ("Level B2 (CEFR)", "B2"),
            ("niveau B2 du CECRL", "B2"),
            ("English C1", "C1"),
            ("anglais courant", "C1-C2"),
            ("fluent in English", "C1-C2"),
            ("English", "A1-C2"),
            ("IELTS 7.5", "C1"),
            ("IELTS: 8,5", "C2"),
            ("TOEFL 110", "C1"),
            ("TOEFL iBT 115/120", "C2"),
            ("TOEFL iBT: 80", "B2"),
            ("TOEIC 950", "C1-C2"),
            ("TOEIC 800", "B2"),
            ("C1 (IELTS 7.5)", "C1"),
            ("DALF C1", "C1"),
            ("DELF B2", "B2"),
            ("DELE B2 (2015)", "B2"),
            ("CPE", "C2"),
            ("Cambridge CAE", "C1-C2"),
            ("working knowledge", "B1-C1"),
            ("at least B2", "B2-C2"),
            ("B2 minimum", "B2-C2"),
            ("near native", "C1-C2"),
            ("je parle couramment", "C1-C2"),
            ("C2.", "C2"),
            ("« C1 »", "C1"),
            ("[B1]", "B1"),
            ("B1/B2 (intermédiaire)", "B1-B2"),
            ("scolaire", "A1-B1"),
            ("C1-", "B2-C1"),
            ("proficient", "B2-C2"),
            ("school level", "A1-B1"),
            ("Good knowledge of English", "B1-C1"),
            ("bonne connaissance de l'anglais", "B1-C1"),
            ("C1 since 2015", "C1"),
        ] {
            assert_eq!(shown(level_en(cell)), level, "{cell:?}");
        }
        for cell in [
            "C1 (en cours)",
            "C1 expected",
            "C1?",
            "was fluent",
            "rusty",
            "learning",
            "en apprentissage",
            "not fluent",
            "presque C1",
            "almost C1",
            "C3",
            "D1",
            "12",
            "French: B2",
            "TOEFL 600",
            "see CV",
            "voir CV",
            "IELTS 12",
            "pas courant",
            "objectif C1",
            "B2, preparing C1",
            "C1 expired",
            "better than most",
        ] {
            assert_eq!(shown(level_en(cell)), "?", "{cell:?}");
        }
    }

    fn level_en(cell: &str) -> Reading {
        level(cell, Some(of("en")))
    }

    /// (cell, en, fr, es, ru)
    #[rustfmt::skip]
    const LISTS: &[(&str, &str, &str, &str, &str)] = &[
        ("French C1; Spanish B2", "<A1", "C1", "B2", "<A1"),
        ("FR: C1, ES: B2", "<A1", "C1", "B2", "<A1"),
        ("English (fluent), French (native), basic Russian", "C1-C2", "C2", "<A1", "A1-A2"),
        ("anglais courant, espagnol intermédiaire", "C1-C2", "<A1", "B1-B2", "<A1"),
        ("Anglais : C2 / Espagnol : B1", "C2", "<A1", "B1", "<A1"),
        ("C1 French", "<A1", "C1", "<A1", "<A1"),
        ("C1 French, B2 Spanish", "<A1", "C1", "B2", "<A1"),
        ("fluent in English and French", "C1-C2", "C1-C2", "<A1", "<A1"),
        ("fluent in English, French and Spanish", "C1-C2", "C1-C2", "C1-C2", "<A1"),
        ("Courant en anglais et en français", "C1-C2", "C1-C2", "<A1", "<A1"),
        ("bonne maîtrise de l'anglais et du russe", "B1-C1", "<A1", "<A1", "B1-C1"),
        ("English, French and Spanish", "A1-C2", "A1-C2", "A1-C2", "<A1"),
        ("bilingue français-anglais", "C2", "C2", "<A1", "<A1"),
        ("bilingue français/anglais", "C2", "C2", "<A1", "<A1"),
        ("Bilingual (English/French)", "C2", "C2", "<A1", "<A1"),
        ("English: N/A; French: C1", "A1-C2", "C1", "?", "?"),
        ("Langues maternelles : anglais et français", "C2", "C2", "<A1", "<A1"),
        ("Ma langue maternelle est le français et je parle couramment l'anglais", "C1-C2", "C2", "<A1", "<A1"),
        ("Fluent English French Spanish", "C1-C2", "A1-C2", "A1-C2", "<A1"),
        ("English, French (both fluent)", "C1-C2", "C1-C2", "<A1", "<A1"),
        ("anglais oui, espagnol non", "A1-C2", "<A1", "<A1", "<A1"),
        ("English (UK), French (France)", "A1-C2", "A1-C2", "<A1", "<A1"),
        ("Français, anglais courants", "C1-C2", "A1-C2", "<A1", "<A1"),
        ("trilingue FR/EN/ES", "C1-C2", "C1-C2", "C1-C2", "<A1"),
        ("Langue maternelle : français ; anglais (C1)", "C1", "C2", "<A1", "<A1"),
        ("Langue maternelle : français\nAutres langues : anglais C1, espagnol B1", "C1", "C2", "B1", "<A1"),
        ("EN C2 | FR B2", "C2", "B2", "<A1", "<A1"),
        ("Français, Anglais (lu, parlé, écrit)", "A1-C2", "A1-C2", "<A1", "<A1"),
        ("Notions de russe", "<A1", "<A1", "<A1", "A1-A2"),
        ("English C1, no Russian", "C1", "<A1", "<A1", "<A1"),
        ("no Russian", "<A1", "<A1", "<A1", "<A1"),
        ("pas de russe", "<A1", "<A1", "<A1", "<A1"),
        ("anglais C1, pas de russe", "C1", "<A1", "<A1", "<A1"),
        ("Russian: no; Spanish: yes", "<A1", "<A1", "A1-C2", "<A1"),
        ("Russian: none, English: C1", "C1", "<A1", "<A1", "<A1"),
        ("French - native\nEnglish - C1", "C1", "C2", "<A1", "<A1"),
        ("• French: native\n• English: C1", "C1", "C2", "<A1", "<A1"),
        ("- Français : C2\n- Anglais : C1", "C1", "C2", "<A1", "<A1"),
        ("fluent English, French", "C1-C2", "A1-C2", "<A1", "<A1"),
        ("English, French: fluent", "A1-C2", "C1-C2", "<A1", "<A1"),
        ("English and French: fluent", "C1-C2", "C1-C2", "<A1", "<A1"),
        ("anglais et français courants", "C1-C2", "C1-C2", "<A1", "<A1"),
        ("fluent English and French", "C1-C2", "C1-C2", "<A1", "<A1"),
        ("fluent English and native French", "C1-C2", "C2", "<A1", "<A1"),
        ("native French and fluent English, basic Spanish", "C1-C2", "C2", "A1-A2", "<A1"),
        ("English C1 and French", "C1", "A1-C2", "<A1", "<A1"),
        ("English fluent and native French", "C1-C2", "C2", "<A1", "<A1"),
        ("C1 in English and B2 in French", "C1", "B2", "<A1", "<A1"),
        ("English C1 French B2 Spanish A2", "C1", "B2", "A2", "<A1"),
        ("C1 English B2 French A2 Spanish", "C1", "B2", "A2", "<A1"),
        ("English, C1, French, B2", "C1", "B2", "<A1", "<A1"),
        ("English; C1; French; B2", "C1", "B2", "<A1", "<A1"),
        ("English\nC1\nFrench\nB2", "C1", "B2", "<A1", "<A1"),
        ("C1, English, B2, French", "C1", "B2", "<A1", "<A1"),
        ("Fluent: English, French. Basic: Russian", "C1-C2", "C1-C2", "<A1", "A1-A2"),
        ("Courant : anglais, français ; notions : russe, espagnol", "C1-C2", "C1-C2", "A1-A2", "A1-A2"),
        ("French: C1 oral, B2 écrit; English C2", "C2", "B2-C1", "<A1", "<A1"),
        ("French C1/C2, English B2-C1", "B2-C1", "C1-C2", "<A1", "<A1"),
        ("English (C1)", "C1", "<A1", "<A1", "<A1"),
        ("English (British) C1", "C1", "<A1", "<A1", "<A1"),
        ("Portuguese (Brazilian): C1; Spanish: C1", "<A1", "<A1", "C1", "<A1"),
        ("Anglais. Français.", "A1-C2", "A1-C2", "<A1", "<A1"),
        ("Ang. C1, esp. B2", "C1", "<A1", "B2", "<A1"),
        ("ENGLISH: FLUENT, FRENCH: NATIVE", "C1-C2", "C2", "<A1", "<A1"),
        ("fr: c1; en: c2", "C2", "C1", "<A1", "<A1"),
        ("FR(C1) EN(C2)", "C2", "C1", "<A1", "<A1"),
        ("FR=C1;EN=C2", "C2", "C1", "<A1", "<A1"),
        ("FRA C1, ENG C2, SPA B1", "C2", "C1", "B1", "<A1"),
        ("FR, EN, ES", "A1-C2", "A1-C2", "A1-C2", "<A1"),
        ("FR/EN", "A1-C2", "A1-C2", "<A1", "<A1"),
        ("English: native; French: learning", "C2", "<A1-C2", "<A1", "<A1"),
        ("English (native), Spanish (en cours d'apprentissage)", "C2", "<A1", "<A1-C2", "<A1"),
        ("English C2, would like to learn Russian", "C2", "<A1", "<A1", "<A1-C2"),
        ("English but no French", "A1-C2", "<A1", "<A1", "<A1"),
        ("anglais courant mais pas de russe", "C1-C2", "<A1", "<A1", "<A1"),
        ("none", "<A1", "<A1", "<A1", "<A1"),
        ("aucune", "<A1", "<A1", "<A1", "<A1"),
        ("English C1; other languages: none", "C1", "<A1", "<A1", "<A1"),
        ("English C1; others: none", "C1", "<A1", "<A1", "<A1"),
        ("Arabic native, English IELTS 7.5", "C1", "<A1", "<A1", "<A1"),
        ("French (DALF C1), English (TOEFL 115)", "C2", "C1", "<A1", "<A1"),
        ("Swahili, Lingala, French", "<A1", "A1-C2", "<A1", "<A1"),
        ("Deutsch C2, Englisch C1", "C1", "<A1", "<A1", "<A1"),
        ("español nativo", "?", "?", "A1-C2", "?"),
        ("Klingon C1, English C2", "C2", "?", "?", "?"),
        ("Frensh B2, English C1", "C1", "?", "?", "?"),
        ("English, French, etc.", "A1-C2", "A1-C2", "?", "?"),
        ("English and other languages", "A1-C2", "?", "?", "?"),
        ("multilingual", "?", "?", "?", "?"),
        ("fluent", "?", "?", "?", "?"),
        ("C1", "?", "?", "?", "?"),
        ("see CV", "?", "?", "?", "?"),
        ("5 languages", "?", "?", "?", "?"),
        ("I speak English fluently and have good French", "C1-C2", "B1-C1", "<A1", "<A1"),
        ("Je parle couramment anglais et français", "C1-C2", "C1-C2", "<A1", "<A1"),
        ("Je parle anglais (C1), français (langue maternelle) et un peu espagnol", "C1", "C2", "A1-B1", "<A1"),
        ("Français : langue maternelle ; anglais : courant ; espagnol : notions", "C1-C2", "C2", "A1-A2", "<A1"),
        ("Français (langue maternelle), Anglais (bilingue), Espagnol (scolaire)", "C2", "C2", "A1-B1", "<A1"),
        ("English – C1 – professional; French – A2", "C1", "A2", "<A1", "<A1"),
        ("French: advanced (B2+), Russian: beginner", "<A1", "B2", "<A1", "A1-A2"),
        ("not fluent in Russian", "<A1", "<A1", "<A1", "<A1-C2"),
        ("French C1, French B2", "<A1", "B2-C1", "<A1", "<A1"),
        ("Languages: English, French. French: C1", "A1-C2", "C1", "<A1", "<A1"),
        ("mother tongue English, French C1", "C2", "C1", "<A1", "<A1"),
        ("English mother tongue, French C1", "C2", "C1", "<A1", "<A1"),
        ("English (mother tongue) French (C1) Spanish (B1)", "C2", "C1", "B1", "<A1"),
        ("English as a second language", "A1-C2", "<A1", "<A1", "<A1"),
        ("Dari C2, Pashto C2", "<A1", "<A1", "<A1", "<A1"),
        ("anglais (C1) ; russe (A2) ; arabe (langue maternelle)", "C1", "<A1", "<A1", "A2"),
        ("EN: C1\r\nFR: B2\r\nRU: A1", "C1", "B2", "<A1", "A1"),
        ("French B2 (2019), English C1 (2020)", "C1", "B2", "<A1", "<A1"),
        ("English: Full professional proficiency; French: Native or bilingual proficiency", "C1-C2", "C2", "<A1",
        "<A1"),
    ];

    #[test]
    fn lists() {
        let mut wrong = Vec::new();
        for (cell, en, fr, es, ru) in LISTS {
            for (code, expected) in [("en", en), ("fr", fr), ("es", es), ("ru", ru)] {
                let found = shown(in_list(cell, of(code)));
                if found != **expected {
                    wrong.push(format!("{cell:?} {code}: {found}, not {expected}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
    }

    const NAMES_OF: &[&str] =
        &["French", "ENGLISH", "Spanish", "anglais", "russe", "Arabic", "german", "Swahili", "Italian"];
    const LEVELS: &[&str] =
        &["C1", "b2", "A1", "native", "Fluent", "basic", "courant", "notions", "good", "intermediate"];

    proptest! {
        #[test]
        fn any_text(cell in any::<String>()) {
            let _ = (in_list(&cell, of("en")), level(&cell, Some(of("fr"))), level(&cell, None), nearest(&cell), by_code(&cell));
        }

        #[test]
        fn any_words(words in prop::collection::vec(prop::sample::select(&[
            "French", "C1", "and", "/", "-", ":", ",", ";", "no", "pas de", "fluent", "in", "(", ")", "\n", "en",
            "EN", "other",
            "languages", "courants", "TOEFL", "110", ".", "but", "x"][..]), 0..14)) {
            let cell = words.join(" ");
            let _ = (in_list(&cell, of("en")), level(&cell, Some(of("fr"))));
        }

        /// The quick way and the general one agree.
        #[test]
        fn both_ways(
            items in prop::collection::vec((prop::sample::select(NAMES_OF),
            prop::sample::select(&[" ", ": ", ":", "  "][..]),
                prop::sample::select(LEVELS), prop::sample::select(&["; ", ", ", ";", " , "][..])), 1..6),
            code in prop::sample::select(&["en", "fr", "es", "ru", "sw"][..]),
        ) {
            let cell: String = items.iter().map(|(name, gap, level, end)| format!("{name}{gap}{level}{end}")).collect();
            let cell = cell.trim().trim_end_matches([';', ',']).trim();
            let language = of(code);
            let mut read = Vec::new();
            let usual = quick::read(cell, &mut read);
            if let Some(quick) = usual.then(|| quick::level(&read, language)).flatten() {
                prop_assert_eq!(quick, List::new(cell).level(language), "{:?}", cell);
            }
        }

        #[test]
        fn dress(row in prop::sample::select(LISTS)) {
            let (cell, ..) = row;
            for code in ["en", "fr", "es", "ru"] {
                let plain = in_list(cell, of(code));
                let mut listed = Listed::default();
                prop_assert_eq!([listed.level("French", of(code)), listed.level(cell, of(code))], [in_list("French", of(code)), plain]);
                prop_assert_eq!(listed.level(cell, of(code)), plain);
                let spaced = format!("\u{a0}{}\u{a0}", cell.replace(' ', "\u{a0}"));
                prop_assert_eq!(in_list(&spaced, of(code)), plain, "{:?}", cell);
            }
        }
    }

    #[test]
    fn the_quick_way_is_taken() {
        for cell in ["French C1; Spanish B2; Arabic native", "English: C2, Russian: basic"] {
            assert!(quick::read(cell, &mut Vec::new()), "{cell}");
        }
    }
}
