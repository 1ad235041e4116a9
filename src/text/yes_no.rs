//! Yes and no.

use std::sync::LazyLock;

use super::boxes::{self, Form, Item, Mark};
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

/// No, where one of [`AFTER_NO`] may follow, or a note after a mark.
const NO: &[&str] = &["no", "non"];

/// What may stand before an answer and changes nothing of it.
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "answer", "my answer", "my answer is", "the answer is", "response", "unfortunately", "sadly", "alas", "sorry",
    "réponse", "ma réponse", "ma réponse est", "la réponse est", "malheureusement", "hélas", "désolé", "désolée",
];

/// What may follow a yes and leaves it a yes, though it holds words of [`AFTER_YES_DOUBT`].
#[rustfmt::skip]
const AFTER_YES_STILL: &[&str] = &[
    "no problem", "no problem at all", "not a problem", "no problems", "no worries", "no restriction",
    "no restrictions", "no limitation", "no limitations", "no doubt", "no visa needed", "no visa required",
    "no sponsorship needed", "no sponsorship required", "without hesitation", "without problem", "without a problem",
    "without problems", "without any problem", "without difficulty", "without restriction", "without restrictions",
    "without doubt", "without a doubt",
    "sans problème", "sans aucun problème", "sans problèmes", "pas de problème", "aucun problème", "aucun souci",
    "sans souci", "pas de souci", "sans hésitation", "sans hésiter", "sans difficulté", "sans restriction",
    "sans restrictions", "aucune restriction", "sans réserve", "sans aucun doute", "aucun doute",
];

/// What may follow a no and takes it back, or half of it.
#[rustfmt::skip]
const AFTER_NO_DOUBT: &[&str] = &[
    // English.
    "actually", "wait", "correction", "i mean", "but i have", "but i did", "but i do", "but i had", "but i can",
    "but have", "but did", "but had", "but also", "but yes", "except", "unless", "if", "apart", "aside", "besides",
    "other than", "partly", "partially", "partial", "somewhat", "a little", "a bit", "sometimes", "maybe", "perhaps",
    "probably", "possibly", "problem", "problems", "objection", "objections", "restriction", "restrictions",
    "limitation", "limitations", "worries", "issue", "issues", "need", "needed", "sure", "think", "know", "doubt",
    "answer", "comment", "information", "info", "data", "applicable", "relevant", "of", "not only", "not no", "not a no",
    "does not apply", "hesitation", "none of", "one",
    // French.
    "enfin", "en fait", "plutôt", "en réalité", "pardon", "mais j'ai", "mais ai", "mais je l'ai", "mais je peux",
    "mais si", "mais aussi", "sauf", "excepté", "hormis", "si", "à part", "autre que", "partiellement", "en partie",
    "partiel", "un peu", "parfois", "peut", "probablement", "possiblement", "éventuellement", "problème",
    "problèmes", "réserve", "réserves", "souci", "soucis", "besoin", "sûr", "pense", "crois", "sais", "doute",
    "réponse", "commentaire", "communiqué", "précisé", "renseigné", "spécifié", "concerné", "concernée", "objet",
    "seulement que", "non seulement", "pas que", "pas seulement",
];

/// What may follow a no and leaves it a no, with or without a mark between.
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
    "not directly",
    "unfortunately",
    "merci",
    "désolé",
    "désolée",
    "pas encore",
    "pas du tout",
    "jamais",
    "aucun",
    "aucune",
    "je n'en ai pas",
    "je n'ai pas",
    "je ne l'ai pas",
    "pas directement",
    "malheureusement",
    "hélas",
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
    "refused",
    "rejected",
    "denied",
    "declined",
    "revoked",
    "withdrawn",
    "cancelled",
    "suspended",
    "lost",
    "wish",
    "hope",
    "want",
    "intend",
    "plan",
    "plans",
    "planning",
    "husband",
    "wife",
    "spouse",
    "my partner does",
    "my partner is",
    "my partner has",
    "my partner did",
    "my father",
    "my mother",
    "my brother",
    "my sister",
    "my son",
    "my daughter",
    "my friend",
    "my colleague",
    "my colleagues",
    "my boss",
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
    "refusé",
    "refusée",
    "rejeté",
    "rejetée",
    "retiré",
    "retirée",
    "annulé",
    "annulée",
    "suspendu",
    "suspendue",
    "perdu",
    "perdue",
    "en projet",
    "aimerais",
    "voudrais",
    "souhaite",
    "souhaiterais",
    "espère",
    "compte",
    "mari",
    "épouse",
    "époux",
    "conjoint",
    "conjointe",
    "ma femme",
    "mon père",
    "ma mère",
    "mon frère",
    "ma sœur",
    "mon fils",
    "ma fille",
    "mon ami",
    "mon amie",
    "mon collègue",
    "ma collègue",
    "mes collègues",
    "mon partenaire a",
    "mon partenaire est",
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
static AFTER: LazyLock<Lexicon<()>> = LazyLock::new(|| phrases(AFTER_NO));
static DOUBT: LazyLock<Lexicon<()>> = LazyLock::new(|| phrases(AFTER_YES_DOUBT));
static STILL: LazyLock<Lexicon<()>> = LazyLock::new(|| phrases(AFTER_YES_STILL));
static NO_DOUBT: LazyLock<Lexicon<()>> = LazyLock::new(|| phrases(AFTER_NO_DOUBT));
static LEAD: LazyLock<Lexicon<()>> = LazyLock::new(|| phrases(LEADS));

fn phrases(words: &'static [&'static str]) -> Lexicon<()> {
    Lexicon::new(words.iter().map(|word| (*word, ())))
}

/// Exactly 1 for a yes, exactly 0 for a no; what is neither, both, half or in the future cannot be read. A no with a
/// note ("no, see my CV") is not read: it may be about something else than what is asked.
#[must_use]
pub fn read(cell: &str) -> Reading {
    said(cell, None)
}

/// As [`read`], where yes or no is what is asked, in this year: a no that a note explains is a no ("no, but I learn
/// fast"), and a yes that ends in a later year is still a yes ("yes, valid until 2026").
#[must_use]
pub fn read_answer(cell: &str, year: i32) -> Reading {
    said(cell, Some(year))
}

fn said(cell: &str, asked: Option<i32>) -> Reading {
    if cell.len() > LIMIT {
        return Reading::UNREADABLE;
    }
    let tokens = Tokens::new(cell);
    let said = match boxes::read(&tokens) {
        Form::None => answer(&tokens, asked),
        Form::Unclear => None,
        // "✓ 5 years"
        Form::Items(items) if matches!(items[..], [Item { mark: Mark::Ticked, .. }]) => {
            ticked(&items, asked).filter(|yes| *yes).or_else(|| answer(&tokens, asked))
        }
        Form::Items(items) => ticked(&items, asked),
    };
    match said {
        Some(true) => Reading::exactly(1.0),
        Some(false) => Reading::exactly(0.0),
        None => Reading::UNREADABLE,
    }
}

/// The answer whose box is ticked; a single no that is crossed is a no.
fn ticked(items: &[Item], asked: Option<i32>) -> Option<bool> {
    let said = |item: &Item| answer(&Tokens::new(&item.text), asked);
    if let [item @ Item { mark: Mark::Crossed, .. }] = items {
        return said(item).filter(|yes| !yes);
    }
    let mut ticked = items.iter().filter(|item| item.mark == Mark::Ticked);
    let first = said(ticked.next()?)?;
    ticked.all(|item| said(item) == Some(first)).then_some(first)
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

fn answer(tokens: &Tokens, asked: Option<i32>) -> Option<bool> {
    let text: Vec<&str> = (0..tokens.len()).map(|at| tokens.text_of(at)).collect();
    match text[..] {
        // How spreadsheets write 1 and 0, and how forms write a box.
        ["1", "." | ",", "0" | "00"] | ["[", "x", "]"] => return Some(true),
        ["0", "." | ",", "0" | "00"] | ["[", "]"] => return Some(false),
        // A figure and its meaning.
        ["1", "(", word, ")"] | ["1", "=" | "-", word] | [word, "(", "1", ")"] if YES.contains(&word) => {
            return Some(true);
        }
        ["0", "(", word, ")"] | ["0", "=" | "-", word] | [word, "(", "0", ")"] if NO.contains(&word) => {
            return Some(false);
        }
        // A question, a guess, a negative number.
        _ if text.iter().any(|t| matches!(*t, "?" | "~" | "☒"))
            || (text.first() == Some(&"-") && tokens.is_glued(1)) =>
        {
            return None;
        }
        _ => {}
    }
    let mut first = skip(tokens, 0);
    if let Some(((), next)) = LEAD.longest(tokens, first) {
        first = skip(tokens, next);
    }
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
        Word::Yes => (is_note(tokens, after) && !is_doubted(tokens, after, asked)).then_some(true),
        Word::No => {
            let mut at = after;
            while let Some(((), end)) = AFTER.longest(tokens, at) {
                at = skip(tokens, end);
            }
            // What is said after a mark explains the no, unless it takes it back.
            let marked = asked.is_some() && (next..at).any(|at| parts(tokens, at));
            let turned = asked.is_some() && matches!(tokens.text_of(at), "but" | "mais");
            (at == tokens.len() || ((marked || turned) && is_note(tokens, at) && !is_taken_back(tokens, at)))
                .then_some(false)
        }
        Word::YesAlone | Word::NoAlone => None,
    }
}

/// Whether what follows is short enough for a note to an answer.
fn is_note(tokens: &Tokens, from: usize) -> bool {
    (from..tokens.len()).filter(|at| tokens.is_word(*at)).count() <= WORDS
}

/// Whether what follows a yes takes it back, or half of it.
fn is_doubted(tokens: &Tokens, from: usize, asked: Option<i32>) -> bool {
    // "Until 2026", where that is to come.
    let lasts = |at: usize| {
        let until = matches!(tokens.text_of(at), "until" | "jusqu" | "jusque");
        let year = (at + 1..at + 4).find_map(|at| tokens.text_of(at).parse::<i32>().ok().filter(|y| *y > 1900));
        until && year.zip(asked).is_some_and(|(year, asked)| year > asked && year < 3000)
    };
    let mut at = from;
    while at < tokens.len() {
        if let Some(((), end)) = STILL.longest(tokens, at) {
            at = end;
        } else if lasts(at) {
            at += 1;
        } else if DOUBT.longest(tokens, at).is_some() {
            return true;
        } else {
            at += 1;
        }
    }
    false
}

/// Whether the mark at this place parts a no from a note: "no, I study", but not "non-binary" or "no/yes".
fn parts(tokens: &Tokens, at: usize) -> bool {
    match tokens.text_of(at) {
        "," | ";" | ":" | "(" | "[" | "\n" | "!" => true,
        "." => !tokens.is_glued(at + 1),
        "-" => !tokens.is_glued(at) && !tokens.is_glued(at + 1),
        _ => false,
    }
}

/// Whether what follows a no takes it back, or half of it: a yes, a figure, an exception.
fn is_taken_back(tokens: &Tokens, from: usize) -> bool {
    (from..tokens.len()).any(|at| {
        let text = tokens.text_of(at);
        // "No, I do": a whole sentence that says yes; "no, I am a student" is none.
        let yes = ANSWERS.longest(tokens, at).is_some_and(|(word, end)| match word {
            Word::Yes => true,
            Word::YesAlone => !text.starts_with('i') || skip(tokens, end) == tokens.len(),
            Word::No | Word::NoAlone => false,
        });
        let figure = tokens.is_word(at) && text.bytes().any(|b| b.is_ascii_digit()) && text.parse() != Ok(0);
        let mark = !tokens.is_word(at) && !is_dressing(text);
        yes || figure || mark || NO_DOUBT.longest(tokens, at).is_some()
    })
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

    #[rustfmt::skip]
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
        "☑ Yes ☐ No", "[ ] Non [x] Oui", "Yes (x) No ( )", "☒ Oui ☐ Non", "● Yes ○ No", "✓ yes", "Yes ✓", "Yes: my partner organisations were there", "1 (yes)", "Oui (1)", "1 = oui",
        "Yes, no problem", "Oui, sans problème", "Oui, aucun souci", "Yes, no visa needed", "Answer: yes",
        "Réponse : oui", "Yes, without hesitation", "Yes, I have no restrictions",
    ];
    #[rustfmt::skip]
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
        "☐ Yes ☑ No", "[x] Non [ ] Oui", "Oui ☐ Non ☑", "✗ No", "❌ Non", "0 (no)", "Non (0)", "Unfortunately no",
        "Malheureusement non", "Hélas, non", "Answer: No", "Réponse : non", "No, not directly",
        "Non, pas directement", "Non je n'ai pas", "[ ] yes [x] no",
    ];
    #[rustfmt::skip]
    const EXPLAINED: &[(&str, f64)] = &[
        ("No, but I learn fast", 0.0), ("Non, mais j'apprends vite", 0.0), ("no, but soon", 0.0),
        ("non, mais bientôt", 0.0), ("No but I learn fast", 0.0), ("No\nbut I am learning", 0.0),
        ("Non (mais intéressée)", 0.0), ("No - see CV", 0.0), ("Non, voir CV", 0.0), ("No; I am a student", 0.0),
        ("Non ; étudiante", 0.0), ("No, I have only worked with NGOs", 0.0), ("no (yet)", 0.0),
        ("No, in progress", 0.0), ("Non, en cours", 0.0), ("Non, aucune expérience", 0.0),
        ("No: never worked there", 0.0), ("NO. I STUDIED LAW", 0.0), ("☐ Oui ☑ Non, mais intéressée", 0.0),
        ("Yes, valid until 2026", 1.0), ("Oui, valable jusqu'en 2026", 1.0), ("[x] Yes, until 12/2026", 1.0),
    ];
    #[rustfmt::skip]
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
        "[ ] yes", "( ) oui", "☐ Yes ☐ No", "☑ Yes ☑ No", "[x] yes [x] no", "Yes ✗", "☒ Yes", "Permit: [x] yes [ ] no",
        "yes, my husband does", "Oui, mon mari", "yes (refused)", "oui (refusé)", "yes, it was rejected",
        "oui, en projet", "oui j'aimerais", "Yes, I wish", "Yes, no problem, but not before June",
        "No... actually yes", "non, enfin oui", "No, n/a: not applicable", "No, I do", "no, 3 times", "No, maybe",
        "No, but I have worked on it", "Non, mais j'ai travaillé dessus", "non, sauf à Lyon", "No, except in Lyon",
        "No / see CV", "non seulement oui", "No, not only", "1 (no)", "Yes (0)", "No, problem", "no. of years",
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
            assert_eq!(read_answer(cell, 2024), Reading::exactly(1.0), "{cell:?}");
        }
        for cell in NO_CELLS {
            assert_eq!(read(cell), Reading::exactly(0.0), "{cell:?}");
            assert_eq!(read_answer(cell, 2024), Reading::exactly(0.0), "{cell:?}");
        }
        for cell in NEITHER {
            assert_eq!(read(cell), Reading::UNREADABLE, "{cell:?}");
            assert_eq!(read_answer(cell, 2024), Reading::UNREADABLE, "{cell:?}");
        }
        // Only where yes or no is asked.
        for (cell, answer) in EXPLAINED {
            assert_eq!(read(cell), Reading::UNREADABLE, "{cell:?}");
            assert_eq!(read_answer(cell, 2024), Reading::exactly(*answer), "{cell:?}");
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
