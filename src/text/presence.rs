//! Whether something is there: a file, a link, a text.

use std::sync::LazyLock;

use super::lexicon::{LIMIT, Lexicon, Tokens};
use super::yes_no;
use crate::reading::Reading;

/// The whole of a cell that says that nothing was given.
const NOTHING: &[&str] = &[
    // English.
    "not provided",
    "not supplied",
    "not submitted",
    "not attached",
    "not included",
    "not enclosed",
    "not uploaded",
    "not received",
    "not given",
    "not sent",
    "none provided",
    "none attached",
    "none submitted",
    "missing",
    "absent",
    "nothing",
    "nothing attached",
    "no cv",
    "no resume",
    "no letter",
    "no cover letter",
    "no motivation letter",
    "no file",
    "no files",
    "no document",
    "no documents",
    "no attachment",
    "no attachments",
    "no upload",
    "without",
    "without cv",
    "without cover letter",
    // French.
    "non fourni",
    "non fournie",
    "pas fourni",
    "pas fournie",
    "non joint",
    "non jointe",
    "pas joint",
    "pas jointe",
    "non transmis",
    "non transmise",
    "pas transmis",
    "non remis",
    "non remise",
    "non soumis",
    "non soumise",
    "non reçu",
    "non reçue",
    "pas reçu",
    "pas reçue",
    "non envoyé",
    "non envoyée",
    "manquant",
    "manquante",
    "manque",
    "absente",
    "rien",
    "néant",
    "sans",
    "sans cv",
    "sans lettre",
    "sans lettre de motivation",
    "pas de cv",
    "pas de lettre",
    "pas de lettre de motivation",
    "pas de fichier",
    "pas de document",
    "pas de pièce jointe",
    "aucun fichier",
    "aucun document",
    "aucun cv",
    "aucune lettre",
    "aucune pièce jointe",
];

/// What in a short text leaves in doubt whether something is there: it is promised, elsewhere, refused or broken.
const DOUBT: &[&str] = &[
    // English: promised.
    "follow",
    "follows",
    "following",
    "will",
    "shall",
    "later",
    "pending",
    "soon",
    "coming",
    "tomorrow",
    "upcoming",
    "forthcoming",
    "promised",
    "tbd",
    "tba",
    "tbc",
    "expected",
    "awaiting",
    "awaited",
    "waiting",
    "wait",
    "requested",
    "request",
    "asap",
    "progress",
    "being",
    "shortly",
    "next",
    "ready",
    "yet",
    "deadline",
    "extension",
    // Elsewhere, or on a condition.
    "see email",
    "see e-mail",
    "see linkedin",
    "see cv",
    "see mail",
    "by email",
    "by e-mail",
    "by mail",
    "by post",
    "sent",
    "emailed",
    "available",
    "if",
    "maybe",
    "perhaps",
    "probably",
    "sure",
    "unsure",
    "unknown",
    "confirm",
    "elsewhere",
    "already",
    "same as",
    "idem",
    "ditto",
    "other",
    // Negated, refused, broken.
    "no",
    "not",
    "never",
    "none",
    "without",
    "missing",
    "unable",
    "impossible",
    "unavailable",
    "cannot",
    "t",
    "refused",
    "declined",
    "lost",
    "forgot",
    "forgotten",
    "corrupt",
    "corrupted",
    "broken",
    "unreadable",
    "illegible",
    "wrong",
    "error",
    "failed",
    "empty",
    "blank",
    "null",
    "undefined",
    "nan",
    "expired",
    "partial",
    "partially",
    "incomplete",
    "draft",
    "applicable",
    "optional",
    "required",
    "please",
    "want",
    "wanted",
    "but",
    "0",
    "nothing",
    "lack",
    "lacks",
    // French: promised.
    "suivre",
    "suivra",
    "suit",
    "venir",
    "viendra",
    "plus tard",
    "attente",
    "bientôt",
    "prochainement",
    "demain",
    "promis",
    "promise",
    "prévu",
    "prévue",
    "attendu",
    "attendue",
    "demandé",
    "demandée",
    "demande",
    "cours",
    "futur",
    "enverrai",
    "enverra",
    "envoyer",
    "envoie",
    "transmettrai",
    "transmettre",
    "fournirai",
    "fournir",
    "joindrai",
    "joindre",
    "remettrai",
    "compléter",
    "complété",
    "dès que possible",
    "ultérieurement",
    "sous peu",
    "encore",
    // Elsewhere, or on a condition.
    "voir mail",
    "voir courriel",
    "voir email",
    "voir e-mail",
    "voir linkedin",
    "voir cv",
    "par mail",
    "par courriel",
    "par email",
    "par e-mail",
    "par courrier",
    "par la poste",
    "envoyé",
    "envoyée",
    "disponible",
    "si",
    "peut",
    "probablement",
    "sûr",
    "sûre",
    "inconnu",
    "confirmer",
    "ailleurs",
    "déjà",
    "autre",
    // Negated, refused, broken.
    "non",
    "pas",
    "jamais",
    "aucun",
    "aucune",
    "sans",
    "manque",
    "manquant",
    "manquante",
    "incapable",
    "indisponible",
    "refusé",
    "refusée",
    "perdu",
    "perdue",
    "oublié",
    "oubliée",
    "illisible",
    "corrompu",
    "erreur",
    "échec",
    "échoué",
    "vide",
    "expiré",
    "expirée",
    "partiel",
    "partielle",
    "partiellement",
    "incomplet",
    "incomplète",
    "brouillon",
    "objet",
    "facultatif",
    "mais",
    "ne",
    "n'",
    "rien",
    "ni",
    // Missing words that a file's own list may not hold.
    "n a",
    "n c",
    "n d",
    "nd",
    "s o",
    "so",
    "xx",
    "xxx",
    "test",
];

/// More words than this are the letter itself, not a note about it.
const WORDS: usize = 60;

static NOTHINGS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::new(NOTHING.iter().map(|word| (*word, ()))));
static DOUBTS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::new(DOUBT.iter().map(|word| (*word, ()))));

/// Exactly 1 where something is there (a file's name, a link, a yes, the text itself), exactly 0 for an explicit no;
/// what is promised, elsewhere or in doubt cannot be read.
#[must_use]
pub fn read(cell: &str) -> Reading {
    if cell.len() > LIMIT {
        // The text itself, if it is text.
        return if cell.split_whitespace().filter(|w| w.contains(char::is_alphabetic)).nth(WORDS).is_some() {
            Reading::exactly(1.0)
        } else {
            Reading::UNREADABLE
        };
    }
    let text = cell.trim();
    let tokens = Tokens::new(text);
    let answer = yes_no::read(cell);
    if answer != Reading::UNREADABLE {
        // "Not yet" is a no to a question, and a promise where something is to be handed in.
        let promised = (0..tokens.len()).any(|at| matches!(tokens.text_of(at), "yet" | "encore"));
        return if promised { Reading::UNREADABLE } else { answer };
    }
    let one_piece = !text.contains(char::is_whitespace);
    if one_piece && (is_link(text) || is_file(text)) {
        return Reading::exactly(1.0);
    }
    let words = (0..tokens.len()).filter(|at| tokens.is_word(*at)).count();
    let ends = |at: usize| (at..tokens.len()).all(|at| matches!(tokens.text_of(at), "." | "!" | ")" | "]" | "\""));
    let start = (0..tokens.len()).find(|at| !matches!(tokens.text_of(*at), "(" | "[" | "-" | "\"")).unwrap_or(0);
    if NOTHINGS.longest_where(&tokens, start, |(), end| ends(end)).is_some() {
        return Reading::exactly(0.0);
    }
    if words > WORDS {
        return Reading::exactly(1.0);
    }
    let doubt = words == 0
        || text.starts_with('#')
        || (0..tokens.len()).any(|at| tokens.text_of(at) == "?" || DOUBTS.longest(&tokens, at).is_some());
    if doubt { Reading::UNREADABLE } else { Reading::exactly(1.0) }
}

fn is_link(text: &str) -> bool {
    let start: String = text.chars().take(8).flat_map(char::to_lowercase).collect();
    ["http://", "https://", "www.", "ftp://"]
        .iter()
        .any(|scheme| start.starts_with(scheme) && text.len() > scheme.len())
}

fn is_file(text: &str) -> bool {
    const KINDS: [&str; 16] = [
        "pdf", "doc", "docx", "odt", "rtf", "txt", "md", "pages", "jpg", "jpeg", "png", "tif", "tiff", "heic", "zip",
        "htm",
    ];
    text.rsplit_once('.').is_some_and(|(name, kind)| {
        name.contains(char::is_alphanumeric) && KINDS.iter().any(|known| kind.eq_ignore_ascii_case(known))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads() {
        for cell in [
            "cv.pdf",
            "CV_Zephyrine_Exemple.docx",
            "no_name.pdf",
            "Pending.PDF",
            "CV Zephyrine Exemple 2024.pdf",
            "https://example.org/not-here",
            "www.example.org/cv",
            "yes",
            "Yes - attached",
            "oui",
            "attached",
            "Attached.",
            "ci-joint",
            "Ci-jointe",
            "en annexe",
            "voir pièce jointe",
            "see attachment",
            "received",
            "reçu",
            "reçue le 12 mai",
            "provided",
            "fourni",
            "fournie",
            "included",
            "x",
            "✓",
            "1",
            "2",
            "3 pages",
            "lettre de motivation",
            "Dear members of the panel, I write with enthusiasm",
            "Madame, Monsieur, je vous adresse ma candidature",
        ] {
            assert_eq!(read(cell), Reading::exactly(1.0), "{cell:?}");
        }
        for cell in [
            "no",
            "No.",
            "NON",
            "none",
            "aucun",
            "Aucune",
            "not provided",
            "Not provided.",
            "(not provided)",
            "non fourni",
            "Non fournie",
            "missing",
            "manquant",
            "Manquante",
            "absent",
            "absente",
            "0",
            "false",
            "faux",
            "✗",
            "☐",
            "no cv",
            "No cover letter",
            "pas de lettre",
            "sans cv",
            "not attached",
            "non joint",
            "nothing",
            "rien",
            "néant",
            "aucun document",
            "n",
        ] {
            assert_eq!(read(cell), Reading::exactly(0.0), "{cell:?}");
        }
        for cell in [
            "to follow",
            "à suivre",
            "à venir",
            "will send",
            "I will send it tomorrow",
            "je l'enverrai demain",
            "pending",
            "later",
            "plus tard",
            "en attente",
            "en cours",
            "see email",
            "voir mail",
            "sent by email",
            "envoyé par courriel",
            "on request",
            "sur demande",
            "not available",
            "non disponible",
            "...",
            "-",
            "?",
            "cv.pdf ?",
            "#N/A",
            "#REF!",
            "n.c.",
            "S.O.",
            "0 file",
            "0 fichier",
            "CV missing",
            "lettre manquante",
            "attached, but not signed",
            "draft",
            "brouillon",
            "maybe",
            "peut-être",
            "N/D",
            "yes, later",
            "oui, à venir",
            "empty",
            "(blank)",
            "I could not attach it",
            "I couldn't attach it",
            "undefined",
            "ready soon",
            "cv.pdf to follow",
            "not yet",
            "Pas encore",
            "No, not yet",
        ] {
            assert_eq!(read(cell), Reading::UNREADABLE, "{cell:?}");
        }
        assert_eq!(read(&"I have not yet seen a better post. ".repeat(20)), Reading::exactly(1.0));
        assert_eq!(read(&"I have not yet seen a better post. ".repeat(20_000)), Reading::exactly(1.0));
        assert_eq!(read(&"-".repeat(100_000)), Reading::UNREADABLE);
    }

    proptest! {
        #[test]
        fn any_text(cell in any::<String>()) {
            let _ = read(&cell);
        }
    }
}
