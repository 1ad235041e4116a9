//! Categories: a cell that is one of several values, has one among others, or is something else.

use std::sync::LazyLock;

use super::cell::boxes::{self, Form, Mark};
use super::lexicon::{LIMIT, Lexicon, Tokens, phrase_end, same_word};
use super::written::{Written, is_cut, is_loose};

/// What a cell says of a list of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// One of the values.
    Listed,
    /// Another value.
    Other,
    /// It cannot be told.
    Mixed,
}

/// Values, each with other words for it.
#[derive(Clone, Debug)]
pub struct Values {
    /// The values as they are written.
    written: Written,
    /// The same without the marks that only dress them.
    phrases: Vec<Phrase>,
}

#[derive(Clone, Debug)]
struct Phrase {
    /// Its folded words.
    words: Vec<String>,
    /// Whether the words alone are the value.
    loose: bool,
    /// The abbreviations among them: "EU" of "EU citizen".
    short: Vec<String>,
}

/// What takes a value back, or half of it, wherever it stands in the cell.
#[rustfmt::skip]
const DOUBT: &[&str] = &[
    // English.
    "former", "formerly", "ex", "previous", "previously", "past", "was", "used to", "pending", "applied", "applying",
    "application", "in progress", "soon",
    "expected", "expecting", "expired", "expires", "until", "future", "will", "would", "could", "may", "might",
    "maybe", "perhaps", "probably", "possibly",
    "if", "unless", "depends", "depending", "almost", "nearly", "partly", "partially", "temporarily", "limited",
    "tbc", "tbd", "unsure", "sure", "next year", "next month", "prochain", "prochaine", "family member", "family",
    "spouse", "partner", "married", "child", "parent", "parents", "candidate", "awaiting", "waiting", "renewal",
    "prefer", "preferred", "preferably", "preference", "want", "wish",
    "like", "instead", "only", "rather", "or", "need", "needs", "require", "required", "requires", "sponsorship",
    "see", "unknown", "think", "believe",
    "equivalent", "similar", "eligible", "lost", "renounced", "to apply", "apply", "to be", "to obtain", "refused",
    "denied", "rejected", "revoked", "withdrawn", "cancelled", "unknown", "unclear", "planned", "planning",
    // French.
    "ancien", "ancienne", "précédemment", "auparavant", "était", "en cours", "attente", "demande", "demandé",
    "demandée", "bientôt", "prévu", "prévue", "expiré", "expirée", "expire",
    "jusqu", "jusque", "futur", "future", "peut", "pourrait", "probablement", "éventuellement", "si", "sauf",
    "dépend", "selon", "presque", "partiellement", "temporairement",
    "limité", "limitée", "à confirmer", "sûr", "membre de famille", "famille", "conjoint", "conjointe", "époux",
    "épouse", "marié", "mariée", "enfant", "parent", "parents", "candidat",
    "candidate", "renouvellement", "préfère", "préférence", "préférée", "souhaite", "plutôt", "seulement",
    "uniquement", "ou", "besoin", "nécessite", "voir", "équivalent", "éligible",
    "aimerais", "perdu", "partenaire", "à demander", "à obtenir", "à renouveler", "refusé", "refusée", "rejeté",
    "rejetée", "retiré", "retirée", "annulé", "annulée", "inconnu",
];

/// What says that a value is not had.
#[rustfmt::skip]
const NEGATION: &[&str] = &[
    "no", "not", "non", "never", "without", "neither", "nor", "none", "isn't", "don't", "cannot", "can't", "haven't",
    "hasn't", "nil", "lack", "except", "outside", "other than",
    "pas", "sans", "aucun", "aucune", "ni", "jamais", "ne", "n'", "hors", "sauf", "extra", "t", "0", "zéro", "zero",
    "néant", "false", "faux", "nul", "nulle",
];

/// Words around a value that leave it what it is: "I am a ...", "yes, ...".
#[rustfmt::skip]
const AROUND: &[&str] = &[
    "i am", "i'm", "i have", "i hold", "i", "am", "a", "an", "the", "my", "have", "hold", "holder", "holder of",
    "status", "with", "yes", "as", "valid", "full", "also", "currently", "current",
    "je suis", "j'ai", "je", "suis", "un", "une", "le", "la", "les", "l'", "de", "d'", "du", "des", "mon", "ma",
    "titulaire", "titulaire de", "titulaire d'un", "statut", "avec", "oui", "valide",
    "actuellement", "en", "category", "catégorie", "type", "in", "of", "on", "at", "à", "au", "is", "est", "based",
    "based in", "basé à", "basée à", "both", "and", "et",
];

/// The whole cell where all is possible, or nothing said.
#[rustfmt::skip]
const ANY: &[&str] = &[
    "any", "all", "all of them", "all of the above", "both", "either", "either one", "flexible", "open", "it depends",
    "depends", "no preference", "indifferent", "yes", "x", "✓", "✔", "1", "true",
    "see cv", "see above", "see below", "see letter", "tous", "toutes", "tout", "les deux", "l'un ou l'autre",
    "peu importe", "indifférent", "indifférente", "sans préférence", "pas de préférence",
    "ouvert", "ouverte", "ça dépend", "cela dépend", "oui", "vrai", "voir cv", "voir ci-dessus", "voir lettre",
    "unsure", "not sure", "don't know", "i don't know", "pas sûr", "ne sait pas",
    "je ne sais pas", "not specified", "non précisé", "not applicable", "sans objet", "pending", "en cours",
    "en attente", "maybe", "peut-être", "to be discussed", "à discuter", "negotiable", "négociable",
    "non spécifié", "non renseigné", "prefer not to say", "ne souhaite pas répondre", "anywhere", "partout",
    "immediately or later", "anything", "whatever", "no restriction", "aucune restriction",
];

/// Words that speak of the answer and not of a category, wherever they stand in a cell without any value: "to be
/// confirmed", "no answer", "please select", "non communiqué".
#[rustfmt::skip]
const UNSAID: &[&str] = &[
    "to be", "to confirm", "to specify", "tbc", "tbd", "tba", "answer", "answered", "reply", "response", "respond",
    "unclear", "unspecified", "undetermined", "undecided", "undefined", "undisclosed", "unanswered", "unsure",
    "not stated", "not given", "not provided", "not available", "not known", "not yet known", "not indicated",
    "not communicated", "not disclosed", "not answered", "not filled", "prefer not", "rather not", "don't know",
    "do not know", "no idea", "no data", "no information", "no info", "select", "choose", "see", "cf", "refer to",
    "attached", "idem", "ditto", "as above", "same as above", "same", "nan", "dunno",
    "à confirmer", "à déterminer", "à définir", "à préciser", "à compléter", "à voir", "à renseigner", "à venir",
    "réponse", "répondre", "répondu", "se prononce", "prononce pas", "préfère ne pas", "communiqué", "communiquée",
    "renseigné", "renseignée", "précisé", "précisée", "spécifié", "spécifiée", "indiqué", "indiquée", "déterminé",
    "défini", "sais pas", "sait pas", "nsp", "sans opinion", "sans avis", "aucune idée", "choisir", "choisissez",
    "sélectionner", "sélectionnez", "sélection", "voir", "ci-joint", "ci-dessus", "ci-dessous", "ci-après",
    "même chose", "pareil", "non connu", "pas encore connu", "confidential", "confidentiel", "confidentielle",
    "none given", "blank", "vide", "empty", "as per", "under discussion", "under review", "en discussion", "no clue",
    "in process", "in progress", "en cours",
];

/// The whole cell, its marks set aside, where an abbreviation says that nothing is said: "n.a.", "s/o", "t.b.c.".
const UNSAID_SHORT: &[&str] =
    &["na", "nc", "nd", "nr", "ns", "np", "so", "ras", "nsp", "nspp", "tba", "tbc", "tbd", "tbs", "idk", "apc"];

/// The whole cell where there is none of it.
#[rustfmt::skip]
const NOTHING: &[&str] = &[
    "no", "none", "none of them", "none of the above", "neither", "not any", "nothing", "non", "aucun", "aucune",
    "aucun des deux", "ni l'un ni l'autre", "rien", "n", "false", "faux", "0", "nil",
];

/// Words for the European Union and its like, in a value; and those that name one of its countries or their people, so
/// that "Belgian" is not taken for something other than "EU citizen".
#[rustfmt::skip]
const UNION: &[&str] = &["eu", "ue", "eea", "eee", "european", "europeen", "europeenne", "schengen"];
#[rustfmt::skip]
const MEMBERS: &[&str] = &[
    "austria", "autriche", "austrian", "autrichien", "belgium", "belgique", "belgian", "belge", "bulgaria",
    "bulgarie", "bulgarian", "bulgare", "croatia", "croatie", "croatian", "croate",
    "cyprus", "chypre", "cypriot", "chypriote", "czech", "czechia", "tcheque", "tchequie", "denmark", "danemark",
    "danish", "danois", "estonia", "estonie", "estonian", "estonien",
    "finland", "finlande", "finnish", "finlandais", "france", "french", "francais", "germany", "allemagne", "german",
    "allemand", "greece", "grece", "greek", "grec", "grecque",
    "hungary", "hongrie", "hungarian", "hongrois", "ireland", "irlande", "irish", "irlandais", "italy", "italie",
    "italian", "italien", "latvia", "lettonie", "latvian", "letton",
    "lithuania", "lituanie", "lithuanian", "lituanien", "luxembourg", "luxembourgish", "luxembourgeois", "malta",
    "malte", "maltese", "maltais", "netherlands", "pays", "dutch",
    "neerlandais", "poland", "pologne", "polish", "polonais", "portugal", "portuguese", "portugais", "romania",
    "roumanie", "romanian", "roumain", "slovakia", "slovaquie", "slovak",
    "slovaque", "slovenia", "slovenie", "slovenian", "slovene", "spain", "espagne", "spanish", "espagnol", "sweden",
    "suede", "swedish", "suedois", "be", "fr", "de", "nl", "es", "it", "lu",
    "norway", "norvege", "norwegian", "norvegien", "iceland", "islande", "liechtenstein", "europe",
];

fn lexicon(words: &'static [&'static str]) -> Lexicon<()> {
    Lexicon::new(words.iter().map(|word| (*word, ())))
}

static DOUBTS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon(DOUBT));
static NEGATIONS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon(NEGATION));
static AROUNDS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon(AROUND));
static ANYS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon(ANY));
static UNSAIDS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon(UNSAID));
static NOTHINGS: LazyLock<Lexicon<()>> = LazyLock::new(|| lexicon(NOTHING));

/// More words than this are a text, not a category.
const WORDS: usize = 12;

impl Values {
    /// The list of these values.
    #[must_use]
    pub fn new(values: Vec<Vec<String>>) -> Self {
        let phrases = values
            .iter()
            .flatten()
            .filter_map(|word| {
                let words = words_of(&Tokens::new(word));
                let short = word
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|part| (2..=4).contains(&part.len()) && part.chars().all(char::is_uppercase))
                    .map(super::fold)
                    .collect();
                (!words.is_empty()).then_some(Phrase { words, loose: is_loose(word), short })
            })
            .collect();
        Self { written: Written::new(values.iter().flatten().map(|word| (word.as_str(), 0))), phrases }
    }

    /// Whether the cell is one of the values, as it is written.
    #[must_use]
    pub fn names(&self, cell: &str) -> bool {
        self.written.whole(cell).is_some()
    }

    /// What a cell says: listed where it is one of the values or holds one beside notes or further values; another where
    /// it is short and holds none; nothing certain where a value is negated, doubtful, or one of several choices.
    #[must_use]
    pub fn read(&self, cell: &str) -> Found {
        if cell.len() > LIMIT {
            return Found::Mixed;
        }
        if self.names(cell) {
            return Found::Listed;
        }
        let tokens = Tokens::new(cell);
        let words: Vec<usize> = (0..tokens.len()).filter(|at| tokens.is_word(*at)).collect();
        match boxes::read(cell) {
            Form::None => {}
            Form::Unclear => return Found::Mixed,
            Form::Items(items) => {
                let ticked: Vec<Found> =
                    items.iter().filter(|i| i.mark == Mark::Ticked).map(|i| self.read(i.text)).collect();
                return match ticked[..] {
                    [] => Found::Mixed,
                    _ if ticked.contains(&Found::Listed) => Found::Listed,
                    _ if ticked.contains(&Found::Mixed) => Found::Mixed,
                    _ => Found::Other,
                };
            }
        }
        if self.is_whole(&tokens, &words) {
            return Found::Listed;
        }
        if tokens.len() == 0 || (0..tokens.len()).any(|at| matches!(tokens.text_of(at), "?" | "~" | "…")) {
            return Found::Mixed;
        }
        if whole(&ANYS, &tokens) {
            return Found::Mixed;
        }
        if whole(&NOTHINGS, &tokens) {
            return Found::Other;
        }
        let mentions = self.mentions(&tokens);
        if mentions.is_empty() {
            return self.without(&tokens, &words);
        }
        let rest = |at: &usize| !mentions.iter().any(|(start, end)| (*start..*end).contains(at));
        let negated = (0..tokens.len()).filter(rest).any(|at| NEGATIONS.longest(&tokens, at).is_some());
        if negated {
            return if is_plain_no(&tokens, &mentions) { Found::Other } else { Found::Mixed };
        }
        if words.len() <= WORDS && all_listed(&tokens, &mentions, &["and", "et", "or", "ou"]) {
            return Found::Listed;
        }
        let doubt = (0..tokens.len()).filter(rest).any(|at| DOUBTS.longest(&tokens, at).is_some());
        if doubt || words.len() > WORDS {
            return Found::Mixed;
        }
        if mentions.iter().any(|(start, end)| starts_item(&tokens, *start) && ends_item(&tokens, *end)) {
            // Choices told apart by a slash are one of them, and not said which; unless all of them are listed.
            let inside = |at: &usize| {
                let open = (0..*at).rfind(|at| matches!(tokens.text_of(*at), "(" | ")"));
                open.is_some_and(|at| tokens.text_of(at) == "(")
            };
            let choices = (0..tokens.len()).filter(rest).any(|at| tokens.text_of(at) == "/" && !inside(&at));
            return if choices && !all_listed(&tokens, &mentions, &["and", "et"]) {
                Found::Mixed
            } else {
                Found::Listed
            };
        }
        Found::Mixed
    }

    /// Whether the whole cell is one of the values, spaces and hyphens set aside.
    fn is_whole(&self, tokens: &Tokens, words: &[usize]) -> bool {
        let joined = join(words.iter().map(|at| tokens.text_of(*at)));
        let marks = || {
            words.iter().any(|at| is_cut(tokens, *at, *at + 1))
                || (0..tokens.len()).any(|at| matches!(tokens.text_of(at), "?" | "+" | "✗" | "✘"))
        };
        self.phrases.iter().filter(|phrase| phrase.loose).any(|phrase| {
            let same = phrase.words.len() == words.len()
                && phrase.words.iter().zip(words).all(|(word, at)| is_same(word, tokens.text_of(*at)));
            (same || join(phrase.words.iter().map(String::as_str)) == joined) && !words.is_empty() && !marks()
        })
    }

    /// Where values stand in the cell.
    fn mentions(&self, tokens: &Tokens) -> Vec<(usize, usize)> {
        let mut mentions = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let loose = self.phrases.iter().filter(|phrase| phrase.loose);
            let ends = loose
                .filter_map(|phrase| phrase_end(tokens, at, &phrase.words, is_same))
                .filter(|end| !is_cut(tokens, at, *end));
            match ends.chain(self.written.longest(tokens, at).map(|(_, end)| end)).max() {
                Some(end) => {
                    mentions.push((at, end));
                    at = end;
                }
                None => at += 1,
            }
        }
        mentions
    }

    /// A cell without any of the values: another one, unless it is long, in doubt, or near one of them.
    fn without(&self, tokens: &Tokens, words: &[usize]) -> Found {
        if words.len() > WORDS || words.is_empty() {
            return Found::Mixed;
        }
        let texts = words_of(tokens);
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        if says_nothing(tokens, &texts) {
            return Found::Mixed;
        }
        // "Not decided", "non applicable", "à convenir": neither a value nor another.
        let value = |text: &&str| self.phrases.iter().flat_map(|p| &p.words).any(|word| is_same(word, text));
        let verb = |text: &str| ["er", "ir", "re"].iter().any(|end| text.ends_with(end));
        match texts[..] {
            ["not" | "non" | "pas", ref rest @ ..] if !rest.is_empty() && !rest.iter().any(value) => {
                return Found::Mixed;
            }
            ["to", _, ..] => return Found::Mixed,
            ["a", second] if verb(second) => return Found::Mixed,
            _ => {}
        }
        // A number where no value has one is no category at all.
        let figures = |text: &str| !text.contains(char::is_alphabetic);
        if texts.iter().all(|text| figures(text))
            && !self.phrases.iter().flat_map(|p| &p.words).any(|word| figures(word))
        {
            return Found::Mixed;
        }
        let negated = (0..tokens.len()).any(|at| NEGATIONS.longest(tokens, at).is_some());
        let near = self.phrases.iter().any(|phrase| {
            let has = |word: &String| texts.iter().any(|text| is_same(word, text));
            let misspelt = texts.len() == phrase.words.len()
                && texts.iter().zip(&phrase.words).all(|(text, word)| {
                    is_same(word, text) || (word.len() > 4 && strsim::osa_distance(text, word) == 1)
                });
            // In another order; a part of it; its abbreviation with something else; its first letters.
            let all = phrase.words.len() > 1 && phrase.words.iter().all(has);
            let part = texts.len() < phrase.words.len()
                && phrase
                    .words
                    .windows(texts.len())
                    .any(|some| some.iter().zip(&texts).all(|(word, text)| is_same(word, text)));
            let short = !negated && phrase.short.iter().any(has);
            let initials: String = phrase.words.iter().filter_map(|word| word.chars().next()).collect();
            let initials = phrase.words.len() > 1 && texts.concat() == initials;
            let member = phrase.words.iter().any(|word| UNION.contains(&word.as_str()))
                && texts.iter().any(|text| {
                    MEMBERS.iter().any(|member| is_same(member, text))
                        || (!negated && ["european", "europeen"].iter().any(|union| is_same(union, text)))
                });
            misspelt || all || part || short || initials || member
        });
        if near { Found::Mixed } else { Found::Other }
    }
}

/// The words of a cell or a value, each with the marks that make another word of it: "c#", "c++".
fn words_of(tokens: &Tokens) -> Vec<String> {
    let marks = |at: usize| {
        let glued = |at: usize, mark: &str| tokens.is_glued(at) && tokens.text_of(at) == mark;
        match at + 1 {
            next if glued(next, "#") => "#",
            next if glued(next, "+") && glued(next + 1, "+") => "++",
            _ => "",
        }
    };
    let words = (0..tokens.len()).filter(|at| tokens.is_word(*at));
    words.map(|at| [tokens.text_of(at), marks(at)].concat()).collect()
}

/// Words without what stands between them, but for what parts figures: "1-3 years" is not "13 years".
fn join<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut joined = String::new();
    for word in words {
        if word.starts_with(|c: char| c.is_ascii_digit()) && joined.ends_with(|c: char| c.is_ascii_digit()) {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}

/// Whether two words are the same but for number and, in French, gender: "citoyenne" is "citoyen".
fn is_same(word: &str, text: &str) -> bool {
    let masculine = |text: &str| -> Option<String> {
        let stem = text.trim_end_matches('s').strip_suffix('e')?;
        let doubled = ["nn", "ll", "tt"].iter().any(|end| stem.ends_with(end));
        (stem.len() >= 4).then(|| stem[..stem.len() - usize::from(doubled)].to_owned())
    };
    same_word(word.as_bytes(), text.as_bytes())
        || masculine(text).is_some_and(|text| text.trim_end_matches('s') == word.trim_end_matches('s'))
        || masculine(word).is_some_and(|word| word.trim_end_matches('s') == text.trim_end_matches('s'))
}

/// Whether a cell without any value speaks of the answer itself, or is a placeholder: "#N/A", "xxx", "n.a.".
fn says_nothing(tokens: &Tokens, texts: &[&str]) -> bool {
    let joined = texts.concat();
    let first = joined.chars().next();
    tokens.text_of(0) == "#"
        || (joined.len() > 1 && joined.chars().all(|c| Some(c) == first && c.is_alphabetic()))
        || UNSAID_SHORT.contains(&joined.as_str())
        || (0..tokens.len()).any(|at| UNSAIDS.longest(tokens, at).is_some())
}

/// Whether the whole cell is one of these phrases.
fn whole(phrases: &Lexicon<()>, tokens: &Tokens) -> bool {
    let is_dressing = |at: &usize| matches!(tokens.text_of(*at), "." | "!" | "(" | ")" | "\"" | "-" | ":" | "*");
    let first = (0..tokens.len()).find(|at| !is_dressing(at)).unwrap_or(0);
    phrases.longest_where(tokens, first, |(), end| (end..tokens.len()).all(|at| is_dressing(&at))).is_some()
}

fn is_item_mark(text: &str) -> bool {
    matches!(
        text,
        "" | ";"
            | ","
            | "\n"
            | "|"
            | "/"
            | "•"
            | "&"
            | "+"
            | "and"
            | "et"
            | "*"
            | "·"
            | "✓"
            | "✔"
            | "☑"
            | ":"
            | "-"
            | "="
    )
}

/// Whether a value starts an item of the cell, but for words that leave it what it is.
fn starts_item(tokens: &Tokens, start: usize) -> bool {
    let mut from = start;
    while from > 0 && !is_item_mark(tokens.text_of(from - 1)) {
        from -= 1;
    }
    // What stands before the value in its item.
    let mut at = from;
    while at < start {
        match AROUNDS.longest(tokens, at) {
            Some(((), end)) if end <= start => at = end,
            _ if matches!(tokens.text_of(at), "." | "(" | "\"" | "'" | "[" | "]" | ")" | "-") => at += 1,
            _ if tokens.text_of(at) == "x" && at == from => at += 1,
            _ => return false,
        }
    }
    true
}

/// Whether what answers a value and its colon is a yes, a country, or words that leave the value what it is.
fn is_agreed(tokens: &Tokens, at: usize) -> bool {
    const AGREED: [&str; 19] = [
        "",
        "yes",
        "y",
        "oui",
        "o",
        "x",
        "1",
        "true",
        "vrai",
        "ok",
        "✓",
        "✔",
        "☑",
        "✅",
        "since",
        "depuis",
        "valable",
        "permanent",
        "permanente",
    ];
    let text = tokens.text_of(at);
    let member = |text: &str| MEMBERS.iter().any(|member| is_same(member, text));
    // "In process", "à faire" are no place.
    let place = matches!(text, "in" | "a" | "en" | "on" | "at" | "au" | "of" | "de");
    AGREED.contains(&text)
        || (AROUNDS.longest(tokens, at).is_some() && (!place || member(tokens.text_of(at + 1))))
        || member(text)
        || is_item_mark(text)
}

/// Whether after a value nothing but a note stands in its item.
fn ends_item(tokens: &Tokens, end: usize) -> bool {
    let text = tokens.text_of(end);
    if matches!(text, ":" | "=") {
        return is_agreed(tokens, end + 1);
    }
    if is_item_mark(text) || matches!(text, "(" | "[" | "." | "!" | ")" | "\"" | "]") {
        return true;
    }
    // "in 2026" is not today.
    let year = tokens.text_of(end + 1);
    if matches!(text, "in" | "en" | "from" | "for" | "pour")
        && year.len() == 4
        && year.bytes().all(|b| b.is_ascii_digit())
    {
        return false;
    }
    // "EU citizen since 2010", "permanent contract in Belgium": a note that adds where or since when.
    matches!(
        text,
        "since"
            | "depuis"
            | "from"
            | "in"
            | "en"
            | "at"
            | "with"
            | "avec"
            | "for"
            | "pour"
            | "status"
            | "holder"
            | "par"
            | "by"
            | "through"
    )
}

/// Whether the cell is nothing but a negation and a value: "not an EU citizen", "non-EU citizen".
fn is_plain_no(tokens: &Tokens, mentions: &[(usize, usize)]) -> bool {
    let [(start, end)] = mentions else { return false };
    let ends = (*end..tokens.len()).all(|at| matches!(tokens.text_of(at), "." | "!" | ")" | "\""));
    let mut negations = 0;
    let mut at = 0;
    while at < *start {
        if let Some(((), next)) = NEGATIONS.longest(tokens, at).filter(|((), next)| next <= start) {
            let text = tokens.text_of(at);
            // "ne suis pas", "je n'ai pas" are one negation.
            negations += usize::from(!matches!(text, "ne" | "n"));
            at = next;
        } else if let Some(((), next)) = AROUNDS.longest(tokens, at).filter(|((), next)| next <= start) {
            at = next;
        } else if matches!(tokens.text_of(at), "-" | "'" | "(" | "\"" | "," | "suis" | "ai" | "do" | "don") {
            at += 1;
        } else {
            return false;
        }
    }
    ends && negations == 1
}

/// Whether every item of the cell is one of the values, with no words between but these.
fn all_listed(tokens: &Tokens, mentions: &[(usize, usize)], between: &[&str]) -> bool {
    (0..tokens.len()).all(|at| {
        mentions.iter().any(|(start, end)| (*start..*end).contains(&at))
            || !tokens.is_word(at)
            || between.contains(&tokens.text_of(at))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn values(values: &[&[&str]]) -> Values {
        Values::new(values.iter().map(|words| words.iter().map(|word| (*word).to_owned()).collect()).collect())
    }

    fn permit() -> Values {
        values(&[&["EU citizen", "citoyen UE", "citoyen de l'UE"], &["work permit", "permis de travail"]])
    }

    #[rustfmt::skip]
    const CELLS: &[(&str, Found)] = &[
        ("EU citizen", Found::Listed), ("eu citizen", Found::Listed), ("EU Citizens", Found::Listed),
        ("EU-citizen", Found::Listed), ("EU  citizen.", Found::Listed),
        ("citoyenne UE", Found::Listed), ("Citoyennes de l'UE", Found::Listed), ("Citoyen·ne UE", Found::Listed),
        ("citoyens UE", Found::Listed), ("Citoyen de l’UE", Found::Listed), ("work permit", Found::Listed),
        ("Permis de travail", Found::Listed), ("EU citizen (Belgium)", Found::Listed),
        ("EU citizen, Belgian", Found::Listed), ("EU citizen - France", Found::Listed),
        ("EU citizen; work permit", Found::Listed), ("EU citizen / work permit", Found::Listed),
        ("I am an EU citizen", Found::Listed), ("Je suis citoyen UE", Found::Listed),
        ("Yes, EU citizen", Found::Listed), ("Work permit: yes", Found::Listed), ("valid work permit", Found::Listed),
        ("EU citizen and Canadian", Found::Listed),
        ("J'ai un permis de travail", Found::Listed), ("work permit since 2015", Found::Listed),
        ("☑ EU citizen", Found::Listed), ("(EU citizen)", Found::Listed),
        ("not an EU citizen", Found::Other), ("non-EU citizen", Found::Other), ("Non EU citizen", Found::Other),
        ("I am not an EU citizen", Found::Other),
        ("Pas citoyen UE", Found::Other), ("je ne suis pas citoyen UE", Found::Other),
        ("no work permit", Found::Other), ("sans permis de travail", Found::Other),
        ("je n'ai pas de permis de travail", Found::Other), ("none", Found::Other), ("aucun", Found::Other),
        ("no", Found::Other), ("Swiss", Found::Other), ("Belgian", Found::Mixed), ("Belge", Found::Mixed),
        ("nationalité française", Found::Mixed), ("EU citizen (French/Moroccan)", Found::Listed),
        ("student visa", Found::Other),
        ("non-EU", Found::Other), ("not an EU citizen but have a work permit", Found::Mixed),
        ("EU citizen, no work permit", Found::Mixed), ("Former EU citizen", Found::Mixed),
        ("Spouse of EU citizen", Found::Mixed), ("conjoint de citoyen UE", Found::Mixed),
        ("family member of an EU citizen", Found::Mixed), ("work permit pending", Found::Mixed),
        ("work permit (expired)", Found::Mixed), ("permis de travail en cours", Found::Mixed),
        ("EU citizen?", Found::Mixed), ("?", Found::Mixed), ("yes", Found::Mixed), ("oui", Found::Mixed),
        ("x", Found::Mixed), ("EU", Found::Mixed), ("EU national", Found::Mixed), ("citizen of the EU", Found::Mixed),
        ("EU citzen", Found::Mixed), ("it depends", Found::Mixed),
        ("need a work permit", Found::Mixed), ("EU citizen / other", Found::Mixed),
        ("EU citizen or other", Found::Mixed), ("see CV", Found::Mixed), ("both", Found::Mixed),
        ("I will apply for a work permit", Found::Mixed), ("", Found::Mixed), ("EUcitizen", Found::Listed),
        ("neu citizen", Found::Other), ("citoyen", Found::Mixed),
        ("[ ] EU citizen", Found::Mixed), ("☐ citoyen UE", Found::Mixed), ("EU citizen ❌", Found::Mixed),
        ("Work permit: ✗", Found::Mixed), ("[x] EU citizen", Found::Listed), ("EU citizen ✓", Found::Listed),
        ("[ ] EU citizen [x] other", Found::Other), ("☑ citoyen UE ☐ autre", Found::Listed),
        ("EU citizen [ ] other [x]", Found::Other), ("○ EU citizen ● Other", Found::Other),
        ("[ ] EU citizen [ ] work permit", Found::Mixed), ("☐ EU citizen ☑ work permit", Found::Listed),
        ("Work permit: 0", Found::Mixed), ("permis de travail : néant", Found::Mixed), ("EU citizen = FALSE", Found::Mixed),
        ("citoyen UE : faux", Found::Mixed), ("EU citizen: nein", Found::Mixed), ("Work permit: in process", Found::Mixed),
        ("permis de travail : à faire", Found::Mixed), ("EU citizen: Belgian", Found::Listed),
        ("citoyen UE : oui", Found::Listed), ("EU citizen: ✓", Found::Listed), ("EU citizen in 2026", Found::Mixed),
        ("Work permit (to apply)", Found::Mixed), ("permis de travail (à demander)", Found::Mixed),
        ("work permit refused", Found::Mixed), ("permis de travail refusé", Found::Mixed),
        ("EU citizen or work permit", Found::Listed), ("citoyen UE ou permis de travail", Found::Listed),
        ("European citizen", Found::Mixed), ("citoyenne européenne", Found::Mixed), ("Chinese", Found::Other),
        ("TBC", Found::Mixed), ("t.b.c.", Found::Mixed), ("to be confirmed", Found::Mixed), ("à définir", Found::Mixed),
        ("à convenir", Found::Mixed), ("n.a.", Found::Mixed), ("N/D", Found::Mixed), ("s/o", Found::Mixed),
        ("#REF!", Found::Mixed), ("#N/A", Found::Mixed), ("xxx", Found::Mixed), ("Select...", Found::Mixed),
        ("- Select -", Found::Mixed), ("Veuillez choisir", Found::Mixed), ("cf. CV", Found::Mixed), ("idem", Found::Mixed),
        ("no answer", Found::Mixed), ("sans réponse", Found::Mixed), ("Not stated", Found::Mixed),
        ("non communiqué", Found::Mixed), ("not decided", Found::Mixed), ("non applicable", Found::Mixed),
        ("je préfère ne pas répondre", Found::Mixed), ("I prefer not to answer", Found::Mixed), ("NSP", Found::Mixed),
        ("sans papiers", Found::Other), ("autre (préciser)", Found::Other), ("Schengen visa", Found::Other),
        ("refugee status", Found::Other), ("visa étudiant", Found::Other),
    ];

    #[test]
    fn reads() {
        let permit = permit();
        let mut wrong = Vec::new();
        for (cell, expected) in CELLS {
            let found = permit.read(cell);
            if found != *expected {
                wrong.push(format!("{cell:?}: {found:?}, not {expected:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn others() {
        let time = values(&[&["full-time", "temps plein"]]);
        for (cell, expected) in [
            ("Full time", Found::Listed),
            ("fulltime", Found::Listed),
            ("full-time (100%)", Found::Listed),
            ("Temps plein", Found::Listed),
            ("part-time", Found::Other),
            ("temps partiel", Found::Other),
            ("full-time or part-time", Found::Mixed),
            ("full-time / part-time", Found::Mixed),
            ("FT", Found::Mixed),
            ("flexible", Found::Mixed),
            ("full-time, remote", Found::Listed),
            ("not full-time", Found::Other),
            ("temps plein ou partiel", Found::Mixed),
            ("80%", Found::Mixed),
            ("full", Found::Mixed),
        ] {
            assert_eq!(time.read(cell), expected, "{cell:?}");
        }
        let place = values(&[&["Brussels", "Bruxelles"], &["C++"], &["no"]]);
        for (cell, expected) in [
            ("Brussels", Found::Listed),
            ("BRUXELLES", Found::Listed),
            ("Brussels, Belgium", Found::Listed),
            ("Geneva; Brussels", Found::Listed),
            ("Geneva", Found::Other),
            ("near Brussels", Found::Mixed),
            ("Brussels or Geneva", Found::Mixed),
            ("no", Found::Listed),
            ("Based in Brussels", Found::Listed),
            ("à Bruxelles", Found::Listed),
            ("outside Brussels", Found::Other),
            ("Brusels", Found::Mixed),
        ] {
            assert_eq!(place.read(cell), expected, "{cell:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text(cell in any::<String>()) {
            let _ = permit().read(&cell);
        }

        /// A negated value is never taken for the value.
        #[test]
        fn negated(word in prop::sample::select(&["not", "no", "non", "pas", "sans", "never", "without", "ni",
        "aucun"][..]),
            gap in prop::sample::select(&[" ", " a ", "-", " de ", " any "][..]),
            value in prop::sample::select(&["EU citizen", "work permit", "permis de travail", "citoyen UE"][..])) {
            prop_assert_ne!(permit().read(&format!("{word}{gap}{value}")), Found::Listed);
        }

        #[test]
        fn dress(row in prop::sample::select(CELLS)) {
            let (cell, expected) = row;
            prop_assert_eq!(permit().read(&cell.replace(' ', "\u{a0}")), expected);
            prop_assert_eq!(permit().read(&cell.to_lowercase()), expected, "{:?}", cell);
        }
    }
}
