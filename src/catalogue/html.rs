//! The committee's page: what stands around the candidates, on its controls and in its messages.

use super::{Lang, Say as _, catalogue};

/// Declares sentences without placeholders, and all of them by name.
macro_rules! by_name {
    ($all:ident: $($(#[$meta:meta])* $name:ident { en: $en:literal, fr: $fr:literal $(,)? })*) => {
        catalogue! { $($(#[$meta])* $name() { en: $en, fr: $fr })* }
        /// All of them, by name.
        #[must_use]
        pub fn $all(lang: Lang) -> Vec<(&'static str, String)> {
            vec![$((stringify!($name), $name().say(lang))),*]
        }
    };
}

catalogue! {
    /// Many candidates on one page.
    many(n) {
        en: "{n} candidate: the page may be slow" | "{n} candidates are many for one page: `--top 500` makes a lighter one of the first 500",
        fr: "{n} candidature : la page peut être lente" | "{n} candidatures, c'est beaucoup pour une page : `--top 500` en fait une plus légère avec les 500 premières"
    }
    /// Before a candidate's id, at the head of the account.
    account() { en: "Account of", fr: "Détail de" }
    /// Before what is said of a criterion.
    point(label) { en: "{label}: ", fr: "{label} : " }
    /// The same cell as another point of the account.
    same_cell(n) { en: "cell of {n}" | "cell of {n}", fr: "cellule du {n}" | "cellule du {n}" }
    /// Words that were not understood.
    unread(words) { en: "not understood: {words}", fr: "non compris : {words}" }
    /// A spread of values.
    spread(from, to) { en: "values from {from} to {to}", fr: "valeurs de {from} à {to}" }
    /// What stands on each printed sheet.
    printed(title, day) { en: "{title} · as of {day}", fr: "{title} · à la date du {day}" }
    /// Years, with their unit.
    years(n) { en: "{n} years", fr: "{n} ans" }
}

by_name! { all:
    /// A link past the head of the page.
    skip { en: "To the list", fr: "Aller à la liste" }
    /// Who decides.
    people_decide { en: "This list is a proposal; people decide.", fr: "Cette liste est une proposition ; la décision revient à des personnes." }
    /// Who a rater's page is for.
    rater_page {
        en: "For whoever rates: scores, ranks and other people's ratings are left out, and the order is that of the files.",
        fr: "Pour qui évalue : les scores, les rangs et les notes des autres n'y sont pas, et l'ordre est celui des fichiers."
    }
    /// The criteria, the files and the day.
    screened_head { en: "What was screened", fr: "Ce qui a été examiné" }
    /// A section.
    problems { en: "To know about the data", fr: "À savoir sur les données" }
    /// A section.
    legend { en: "What the marks mean", fr: "Ce que signifient les marques" }
    /// A section.
    list { en: "Candidates", fr: "Candidatures" }
    /// What the table is.
    caption {
        en: "Everybody, each with the whole account below",
        fr: "Toutes les candidatures, chacune suivie de son détail"
    }
    /// A section.
    criteria { en: "Criteria", fr: "Critères" }
    /// A section.
    funnel { en: "What became of everybody", fr: "Ce qu'il est advenu de chaque candidature" }
    /// What the funnel is.
    funnel_caption {
        en: "Everybody once: whom one requirement alone keeps, and whom several",
        fr: "Chaque candidature une fois : qui n'est arrêté que par une exigence, et qui l'est par plusieurs"
    }
    /// A column's head.
    number { en: "No", fr: "N°" }
    /// A column's head.
    asked { en: "What is asked", fr: "Ce qui est demandé" }
    /// A column's head.
    quoted { en: "In the posting's words", fr: "Dans les mots de l'annonce" }
    /// A column's head.
    need { en: "Need", fr: "Nature" }
    /// A column's head.
    weight { en: "Weight", fr: "Poids" }
    /// A column's head.
    met { en: "Met", fr: "Remplis" }
    /// A column's head.
    open { en: "Open", fr: "À vérifier" }
    /// A column's head.
    not_met { en: "Not met", fr: "Non remplis" }
    /// A column's head.
    near { en: "Near misses", fr: "Manqués de peu" }
    /// A column's head.
    values { en: "Values", fr: "Valeurs" }
    /// A column's head.
    who { en: "Candidates", fr: "Candidatures" }
    /// A column's head.
    because { en: "Because of", fr: "En raison de" }
    /// Several requirements together.
    several { en: "several requirements", fr: "plusieurs exigences" }
    /// A row that cannot be trusted.
    broken_row { en: "a damaged row", fr: "une ligne abîmée" }
    /// Nothing stands in the way.
    nothing { en: "every requirement is met", fr: "toutes les exigences sont remplies" }
    /// All together.
    total { en: "Everybody", fr: "Au total" }
    /// What to ask a candidate.
    to_ask { en: "To be asked", fr: "À demander" }
    /// What is to be known about a record.
    notes { en: "Notes", fr: "Remarques" }
    /// Before the date of the meeting.
    date { en: "Date", fr: "Date" }
    /// Before the names of those who decide.
    names { en: "Names", fr: "Noms" }
    /// Before their signatures.
    signatures { en: "Signatures", fr: "Signatures" }
    /// What the bar is.
    bar_key {
        en: "Bar: solid for what is proven, hatched for what is possible, one piece for each criterion in their order",
        fr: "Barre : pleine pour ce qui est établi, hachurée pour ce qui est possible, un morceau par critère, dans leur ordre"
    }
    /// What a range of ranks is.
    rank_key {
        en: "Rank: by what is proven (best–worst, as the unknowns turn out)",
        fr: "Rang : selon ce qui est établi (meilleur–pire, selon l'issue des inconnues)"
    }
    /// What two scores are.
    score_key { en: "Score: proven–possible, of 100", fr: "Score : établi–possible, sur 100" }
    /// What a note's mark is.
    note_key { en: "the row has a note", fr: "la ligne a une remarque" }
}

by_name! { script:
    /// Opens a candidate's account.
    show_account { en: "Show the account of", fr: "Afficher le détail de" }
}
