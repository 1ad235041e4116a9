//! Whether something is there: a file, a link, a text.

use std::sync::LazyLock;

use super::lexicon::{LIMIT, Lexicon, Tokens};
use super::{markup, yes_no};
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

/// What a form says of an empty field starts with one of these.
const FORM_STARTS: &[&str] = &[
    "choose",
    "select",
    "browse",
    "drag",
    "drop",
    "upload",
    "add",
    "attach",
    "insert",
    "paste",
    "write",
    "type",
    "enter",
    "click",
    "tap",
    "fill",
    "provide",
    "submit",
    "describe",
    "your",
    "choisir",
    "choisissez",
    "sélectionner",
    "sélectionnez",
    "parcourir",
    "ajouter",
    "ajoutez",
    "télécharger",
    "téléchargez",
    "téléverser",
    "téléversez",
    "déposer",
    "déposez",
    "glisser",
    "glissez",
    "insérer",
    "insérez",
    "coller",
    "collez",
    "écrire",
    "écrivez",
    "saisir",
    "saisissez",
    "cliquer",
    "cliquez",
    "joindre",
    "joignez",
    "taper",
    "tapez",
    "importer",
    "importez",
    "entrer",
    "entrez",
    "rédiger",
    "rédigez",
    "indiquer",
    "indiquez",
    "votre",
    "vos",
];

/// What leaves a note in doubt, but not a letter: announcements and failures.
const NOTE_DOUBT: &[&str] = &[
    "dead",
    "denied",
    "forbidden",
    "unauthorized",
    "unauthorised",
    "inaccessible",
    "invalid",
    "deleted",
    "removed",
    "timeout",
    "preparation",
    "bad file",
    "to do",
    "todo",
    "lien mort",
    "liens morts",
    "page blanche",
    "pages blanches",
    "ajouter",
    "insérer",
    "déposer",
    "remettre",
    "téléverser",
    "rédiger",
    "finaliser",
    "soumettre",
    "communiquer",
    "préciser",
    "préparation",
    "mauvais",
    "mauvaise",
    "introuvable",
    "interdit",
    "interdite",
    "invalide",
    "supprimé",
    "supprimée",
    "à faire",
];

/// More words than this are no form's own.
const FORM_WORDS: usize = 12;

/// More words than this are no note.
const NOTE_WORDS: usize = 8;

/// More words than this are the letter itself, not a note about it.
const WORDS: usize = 60;

static NOTHINGS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::new(NOTHING.iter().map(|word| (*word, ()))));
static FORMS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::new(FORM_STARTS.iter().map(|word| (*word, ()))));
static NOTE_DOUBTS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::new(NOTE_DOUBT.iter().map(|word| (*word, ()))));
static DOUBTS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::new(DOUBT.iter().map(|word| (*word, ()))));

/// Exactly 1 where something is there (a file's name, a link, a yes, the text itself), exactly 0 for an explicit no;
/// what is promised, elsewhere or in doubt cannot be read, nor can a form's own words for an empty field.
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
    let cell = markup::bare(cell);
    let text = cell.trim();
    let tokens = Tokens::new(text);
    let answer = yes_no::read(text);
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
        || (0..tokens.len()).any(|at| tokens.text_of(at) == "?" || is_doubt(&tokens, at))
        || words <= FORM_WORDS && is_empty_field(text, &tokens, start, words);
    if doubt { Reading::UNREADABLE } else { Reading::exactly(1.0) }
}

/// Whether something is left in doubt at this place. "Please find attached" asks for nothing.
fn is_doubt(tokens: &Tokens, at: usize) -> bool {
    let polite = tokens.text_of(at) == "please" && matches!(tokens.text_of(at + 1), "find" | "see");
    !polite && DOUBTS.longest(tokens, at).is_some()
}

/// Whether a short text is a form's own words, an announcement or a failure.
fn is_empty_field(text: &str, tokens: &Tokens, start: usize, words: usize) -> bool {
    if is_file(text) || text.split_whitespace().any(|piece| is_link(piece) || is_file(piece)) {
        return false;
    }
    // "to be provided"
    let announced = |at: usize| {
        let done = tokens.text_of(at + 2);
        let (to, be) = (tokens.text_of(at), tokens.text_of(at + 1));
        to == "to"
            && be == "be"
            && (done.ends_with("ed") || matches!(done, "sent" | "given" | "done" | "written" | "made"))
    };
    let last = (0..tokens.len()).rfind(|at| tokens.is_word(*at)).map_or("", |at| tokens.text_of(at));
    let says = |any: &[&str]| (0..tokens.len()).any(|at| any.contains(&tokens.text_of(at)));
    let there = says(&["attached", "enclosed"]);
    FORMS.longest(tokens, start).is_some() && !there && !says(&["successful", "done"])
        || matches!(last, "here" | "ici") && !there && !says(&["joint", "jointe", "joints"])
        || (0..tokens.len())
            .any(|at| words <= NOTE_WORDS && (announced(at) || NOTE_DOUBTS.longest(tokens, at).is_some()))
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
            "Please find attached my CV",
            "Veuillez trouver ci-joint mon CV",
            "<p>cv.pdf</p>",
            "<a href=\"https://example.org/cv.pdf\">CV</a>",
            "My CV is here: https://example.org/cv.pdf",
            "Upload CV final.pdf",
            "Please see attached",
            "Attached here",
            "Lettre de Blanche Exemple",
            "Select references attached",
            "Uploaded",
            "téléchargé",
            "I write to you with enthusiasm, and I wish to be considered for this post",
            "Je souhaite ajouter mon nom à la liste des personnes qui défendent les droits humains",
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
            "&nbsp;",
            "&#160;",
            "&amp;nbsp;",
            "<p></p>",
            "<br>",
            "<p><br></p>",
            "<p>&nbsp;</p>",
            "<div></div>",
            "<span></span>",
            "<span style=\"color: red\"></span>",
            "Choose file",
            "Select a file",
            "Browse…",
            "Parcourir...",
            "Choisir un fichier",
            "Ajouter un fichier",
            "Joindre un fichier",
            "Add file",
            "Attach file",
            "Drag and drop files here",
            "Glissez-déposez vos fichiers",
            "Click or drag file to this area to upload",
            "Upload your CV here",
            "Déposez votre CV ici",
            "Insérer votre lettre ici",
            "Your message here",
            "Votre message",
            "Write here",
            "Écrivez ici",
            "to be provided",
            "To be submitted",
            "CV to be uploaded",
            "to be completed",
            "to be added",
            "to be attached",
            "à ajouter",
            "en préparation",
            "dead link",
            "lien mort",
            "access denied",
            "Permission denied",
            "page blanche",
            "mauvais fichier",
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
