//! Yes and no.

use std::sync::LazyLock;

use super::lexicon::{LIMIT, Lexicon, Tokens};
use crate::reading::Reading;

/// Yes, where the cell says nothing more.
const YES_ALONE: &[&str] = &[
    // English, then French.
    "y",
    "true",
    "x",
    "1",
    "✓",
    "✔",
    "☑",
    "✅",
    "🗸",
    "yep",
    "yup",
    "i do",
    "i have",
    "i am",
    "i did",
    "of course",
    "absolutely",
    "certainly",
    "definitely",
    "indeed",
    "affirmative",
    "confirmed",
    "o",
    "vrai",
    "bien sûr",
    "absolument",
    "tout à fait",
    "certainement",
    "affirmatif",
    "je confirme",
    "en effet",
    "c'est le cas",
    // What other applicants write.
    "sí",
    "si",
    "ja",
    "da",
    "sim",
    "tak",
    "да",
    "نعم",
    "是",
];

/// Yes, where more may follow: "yes, 5 years".
const YES: &[&str] = &["yes", "yeah", "oui", "ouais", "✓", "✔", "☑", "✅", "🗸"];

/// No, where the cell says nothing more.
const NO_ALONE: &[&str] = &[
    "n",
    "false",
    "0",
    "✗",
    "✘",
    "✖",
    "❌",
    "☐",
    "nope",
    "none",
    "nil",
    "zero",
    "never",
    "not at all",
    "absolutely not",
    "of course not",
    "definitely not",
    "certainly not",
    "not yet",
    "no way",
    "negative",
    "i do not",
    "i don't",
    "i have not",
    "i haven't",
    "i am not",
    "i'm not",
    "faux",
    "aucun",
    "aucune",
    "jamais",
    "pas du tout",
    "absolument pas",
    "certainement pas",
    "bien sûr que non",
    "pas encore",
    "négatif",
    "je n'en ai pas",
    "nein",
    "nee",
    "não",
    "nej",
    "нет",
    "لا",
    "否",
];

/// No, where one of [`AFTER_NO`] may follow.
const NO: &[&str] = &["no", "non"];

/// What may follow a no and leaves it a no. Anything else may take it back ("no, but ..."), so nothing else is accepted.
const AFTER_NO: &[&str] = &[
    "no",
    "non",
    "n",
    "thanks",
    "thank you",
    "sorry",
    "not yet",
    "not at all",
    "never",
    "none",
    "i do not",
    "i don't",
    "i have not",
    "i haven't",
    "i am not",
    "merci",
    "désolé",
    "désolée",
    "pas encore",
    "pas du tout",
    "jamais",
    "aucun",
    "aucune",
    "je n'en ai pas",
    "nee",
    "nein",
    "нет",
];

/// What may follow a yes and takes it back, or half of it.
const AFTER_YES_DOUBT: &[&str] = &[
    // English.
    "no",
    "not",
    "n",
    "but",
    "however",
    "although",
    "though",
    "except",
    "unless",
    "if",
    "only",
    "partly",
    "partially",
    "partial",
    "somewhat",
    "sometimes",
    "almost",
    "nearly",
    "soon",
    "later",
    "will",
    "shall",
    "would",
    "could",
    "may",
    "might",
    "maybe",
    "perhaps",
    "probably",
    "possibly",
    "likely",
    "hopefully",
    "pending",
    "progress",
    "ongoing",
    "expected",
    "planned",
    "future",
    "upcoming",
    "from next",
    "tbc",
    "tbd",
    "expired",
    "until",
    "need",
    "needs",
    "require",
    "requires",
    "never",
    "none",
    "without",
    "false",
    "unsure",
    "sure",
    "think",
    "believe",
    "limited",
    "little",
    "lack",
    "neither",
    "nor",
    "cannot",
    "t",
    "zero",
    "0",
    "yet",
    "incomplete",
    "in principle",
    "subject",
    "depends",
    "depending",
    // French.
    "non",
    "pas",
    "mais",
    "cependant",
    "toutefois",
    "sauf",
    "hormis",
    "si",
    "sinon",
    "seulement",
    "uniquement",
    "partiellement",
    "en partie",
    "partiel",
    "partielle",
    "parfois",
    "presque",
    "bientôt",
    "prochainement",
    "plus tard",
    "peut",
    "pourrait",
    "probablement",
    "possiblement",
    "éventuellement",
    "cours",
    "attente",
    "prévu",
    "prévue",
    "futur",
    "future",
    "à venir",
    "expiré",
    "expirée",
    "jusqu",
    "jusque",
    "besoin",
    "nécessite",
    "jamais",
    "aucun",
    "aucune",
    "sans",
    "ni",
    "ne",
    "n'",
    "faux",
    "sûr",
    "pense",
    "crois",
    "limité",
    "limitée",
    "peu",
    "manque",
    "encore",
    "incomplet",
    "en principe",
    "sous réserve",
    "dépend",
    "selon",
    "à confirmer",
    "objectif",
    "✗",
    "✘",
    "✖",
    "❌",
    "☐",
    "☒",
];

/// The longest answer, in words, that is still one yes and its note.
const WORDS: usize = 24;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Yes,
    YesAlone,
    No,
    NoAlone,
}

static ANSWERS: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let rows = [(YES, Word::Yes), (YES_ALONE, Word::YesAlone), (NO, Word::No), (NO_ALONE, Word::NoAlone)];
    Lexicon::new(rows.into_iter().flat_map(|(words, word)| words.iter().map(move |w| (*w, word))))
});
static AFTER: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::new(AFTER_NO.iter().map(|word| (*word, ()))));
static DOUBT: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::new(AFTER_YES_DOUBT.iter().map(|word| (*word, ()))));

/// Exactly 1 for a yes, exactly 0 for a no; what is neither, both, half or in the future cannot be read.
#[must_use]
pub fn read(cell: &str) -> Reading {
    if cell.len() > LIMIT {
        return Reading::UNREADABLE;
    }
    let tokens = Tokens::new(cell);
    match answer(&tokens) {
        Some(true) => Reading::exactly(1.0),
        Some(false) => Reading::exactly(0.0),
        None => Reading::UNREADABLE,
    }
}

/// Marks that mean nothing around an answer.
fn is_dressing(mark: &str) -> bool {
    matches!(
        mark,
        "." | ","
            | ";"
            | ":"
            | "!"
            | "-"
            | "("
            | ")"
            | "["
            | "]"
            | "\""
            | "'"
            | "*"
            | "/"
            | "|"
            | "\n"
            | "..."
            | "•"
            | "="
            | "&"
    )
}

fn answer(tokens: &Tokens) -> Option<bool> {
    let text: Vec<&str> = (0..tokens.len()).map(|at| tokens.text_of(at)).collect();
    match text[..] {
        // How spreadsheets write 1 and 0, and how forms write a box.
        ["1", "." | ",", "0" | "00"] | ["[", "x", "]"] => return Some(true),
        ["0", "." | ",", "0" | "00"] | ["[", "]"] => return Some(false),
        // A question, a guess, a negative number.
        _ if text.iter().any(|t| matches!(*t, "?" | "~" | "☒"))
            || (text.first() == Some(&"-") && tokens.is_glued(1)) =>
        {
            return None;
        }
        _ => {}
    }
    let first = skip(tokens, 0);
    let (word, next) = ANSWERS.longest(tokens, first)?;
    let after = skip(tokens, next);
    let ends = after == tokens.len();
    match word {
        // A digit with a mark is a number of some list ("1)", "0.").
        Word::YesAlone | Word::NoAlone if ends && tokens.text_of(first).bytes().all(|b| b.is_ascii_digit()) => {
            (tokens.len() == 1).then_some(word == Word::YesAlone)
        }
        _ if ends => Some(matches!(word, Word::Yes | Word::YesAlone)),
        // The same answer twice ("yes / oui"), or an answer and its note.
        Word::Yes | Word::YesAlone
            if ANSWERS.longest(tokens, after).is_some_and(|(w, end)| {
                matches!(w, Word::Yes | Word::YesAlone) && skip(tokens, end) == tokens.len()
            }) =>
        {
            (text.iter().all(|t| t.parse::<u64>().is_err())).then_some(true)
        }
        Word::Yes => {
            let words = (after..tokens.len()).filter(|at| tokens.is_word(*at)).count();
            let doubt = (after..tokens.len()).any(|at| DOUBT.longest(tokens, at).is_some());
            (words <= WORDS && !doubt).then_some(true)
        }
        Word::No => {
            let mut at = after;
            while at < tokens.len() {
                let ((), end) = AFTER.longest(tokens, at)?;
                at = skip(tokens, end);
            }
            Some(false)
        }
        Word::YesAlone | Word::NoAlone => None,
    }
}

/// The place of the first token from `at` on that is not mere dressing.
fn skip(tokens: &Tokens, mut at: usize) -> usize {
    while at < tokens.len() && is_dressing(tokens.text_of(at)) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const YES_CELLS: &[&str] = &[
        "yes",
        "YES!",
        " Yes. ",
        "Y",
        "y",
        "true",
        "TRUE",
        "1",
        "1.0",
        "1,0",
        "x",
        "X",
        "[x]",
        "✓",
        "✔",
        "✔️",
        "☑",
        "✅",
        "oui",
        "Oui",
        "OUI !",
        "o",
        "O",
        "vrai",
        "Vrai",
        "VRAI",
        "sí",
        "Sí",
        "si",
        "ja",
        "da",
        "Да",
        "Yes, 5 years",
        "yes 5 years",
        "Oui, 5 ans",
        "oui, à l'ONU",
        "Oui : à l’Union européenne",
        "Yes - attached",
        "oui (ci-joint)",
        "Yes / Oui",
        "yes, yes",
        "Bien sûr",
        "tout à fait",
        "of course",
        "Absolutely!",
        "I do",
        "yes, I have managed teams of 10",
        "« Oui »",
        "\u{a0}oui\u{a0}",
        "✓ 5 years",
        "\"yes\"",
        "*yes*",
        "Yes.\nSince 2012",
        "absolument",
        "Confirmed",
        "oui oui",
    ];
    const NO_CELLS: &[&str] = &[
        "no",
        "no.",
        "NO",
        "N",
        "n",
        "false",
        "FAUX",
        "faux",
        "0",
        "0.0",
        "0,0",
        "✗",
        "✘",
        "❌",
        "☐",
        "[ ]",
        "non",
        "Non.",
        "non merci",
        "Non, merci",
        "no thanks",
        "No, sorry",
        "nein",
        "Nee",
        "нет",
        "None",
        "aucun",
        "Aucune",
        "jamais",
        "never",
        "not yet",
        "Pas encore",
        "no, not yet",
        "non, pas encore",
        "not at all",
        "pas du tout",
        "No / Non",
        "bien sûr que non",
        "of course not",
        "I do not",
        "I don't",
        "je n'en ai pas",
        "zero",
    ];
    const NEITHER: &[&str] = &[
        "yes and no",
        "oui et non",
        "Yes/No",
        "Y/N",
        "O/N",
        "yes?",
        "oui ?",
        "not sure",
        "pas sûr",
        "partially",
        "partiellement",
        "en partie",
        "bientôt",
        "soon",
        "maybe",
        "peut-être",
        "yes, but not in the UN",
        "oui, mais pas à l'ONU",
        "Yes (pending)",
        "oui, en cours",
        "yes, soon",
        "Oui, bientôt",
        "no, but soon",
        "non, mais bientôt",
        "no problem",
        "No objection",
        "no restriction",
        "No, 5 years",
        "No. 5",
        "Nº",
        "Nº 5",
        "1 year",
        "1/2",
        "10",
        "-1",
        "1)",
        "2",
        "0 to 5",
        "x years",
        "si nécessaire",
        "oui, si nécessaire",
        "yes if needed",
        "☑ Yes ☐ No",
        "☐ Yes ☑ No",
        "☐ Yes",
        "☒",
        "non-binary",
        "none of the above is false",
        "Yes, expired",
        "oui, expiré",
        "yes, I need a visa",
        "5 ans",
        "Yes, until 2020",
        "true story",
        "da vinci",
        "see CV",
        "",
        "...",
        "yesterday",
        "nonante",
        "yes, I don't",
        "Yes, I think",
        "×",
        "o n",
        "yes, in progress",
        "no yes",
        "non oui",
        "yes 0",
        "oui, non applicable",
    ];

    #[test]
    fn reads() {
        for cell in YES_CELLS {
            assert_eq!(read(cell), Reading::exactly(1.0), "{cell:?}");
        }
        for cell in NO_CELLS {
            assert_eq!(read(cell), Reading::exactly(0.0), "{cell:?}");
        }
        for cell in NEITHER {
            assert_eq!(read(cell), Reading::UNREADABLE, "{cell:?}");
        }
        assert_eq!(read(&"yes ".repeat(1_000_000)), Reading::UNREADABLE);
    }

    proptest! {
        #[test]
        fn any_text(cell in any::<String>()) {
            let _ = read(&cell);
        }

        /// A yes and a no in one cell are never decided.
        #[test]
        fn both(yes in prop::sample::select(YES), no in prop::sample::select(NO), gap in prop::sample::select(&[" ", ", ", " / ", "\n", " - "][..])) {
            prop_assert_eq!(read(&format!("{yes}{gap}{no}")), Reading::UNREADABLE);
            prop_assert_eq!(read(&format!("{no}{gap}{yes}")), Reading::UNREADABLE);
        }
    }
}
