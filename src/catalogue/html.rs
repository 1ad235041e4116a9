//! The committee's page: what stands around the candidates, on its controls and in its messages.

use super::{Lang, catalogue};

/// Makes a list of sentences without placeholders of the compiler's, by name: what stands in braces the page's script puts in.
macro_rules! by_name {
    ($(#[$list:meta])* $all:ident: $($(#[$meta:meta])* $name:ident { en: $en:literal, fr: $fr:literal $(,)? })*) => {
        $(#[$list])*
        #[must_use]
        pub fn $all(lang: Lang) -> Vec<(&'static str, &'static str)> {
            vec![$((stringify!($name), match lang { Lang::En => $en, Lang::Fr => $fr })),*]
        }
    };
}

catalogue! {
    /// Nothing stands in the way.
    nothing() { en: "every requirement is met", fr: "toutes les exigences sont satisfaites" }
    /// Several requirements together.
    several() { en: "several requirements", fr: "plusieurs exigences" }
    /// A row that cannot be trusted.
    broken_row() { en: "a damaged row", fr: "une ligne endommagée" }
    /// What to ask a candidate.
    to_ask() { en: "To be asked", fr: "À demander" }
    /// Many candidates on one page.
    many(n) {
        en: "{n} candidate: the page may be slow" | "{n} candidates are many for one page: `--top 500` makes a lighter one of the first 500",
        fr: "{n} candidature : la page peut être lente" | "{n} candidatures, c'est beaucoup pour une page : `--top 500` en fait une plus légère avec les 500 premières"
    }
    /// Before a candidate's id, at the head of the account.
    account() { en: "Account of", fr: "Détail de" }
    /// Before what is said of a criterion.
    point(label) { en: "{label}: ", fr: "{label} : " }
    /// Before the number of another point of the account, whose cell is the same.
    same_cell() { en: "(cell of ", fr: "(cellule du " }
    /// Words that were not understood.
    unread(words) { en: "not understood: {words}", fr: "non compris : {words}" }
    /// What stands on each printed sheet.
    printed(title, day) { en: "{title} · as of {day}", fr: "{title} · à la date du {day}" }
}

by_name! {
    /// What stands on the page whoever the candidates are.
    all:
    /// A link past the head of the page.
    skip { en: "To the list", fr: "Aller à la liste" }
    /// Who decides.
    people_decide { en: "This list is a proposal; people decide.", fr: "Cette liste est une proposition ; la décision revient à des personnes." }
    /// Who a rater's page is for.
    rater_page {
        en: "For whoever rates: scores, ranks and other people's ratings are left out, and the order is that of the files.",
        fr: "À l'usage des personnes qui évaluent : les scores, les rangs et les notes des autres n'y figurent pas, et l'ordre est celui des fichiers."
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
        fr: "Chaque candidature comptée une fois : celles qu'une seule exigence arrête, et celles que plusieurs arrêtent"
    }
    /// A column's head.
    number { en: "No", fr: "N°" }
    /// A column's head.
    asked { en: "What is asked", fr: "Ce qui est demandé" }
    /// A column's head.
    quoted { en: "In the posting's words", fr: "Texte de l'annonce" }
    /// A column's head.
    need { en: "Need", fr: "Exigé ou atout" }
    /// A column's head.
    weight { en: "Weight", fr: "Poids" }
    /// A column's head.
    met { en: "Met", fr: "Satisfait" }
    /// A column's head.
    open { en: "Open", fr: "À vérifier" }
    /// A column's head.
    not_met { en: "Not met", fr: "Non satisfait" }
    /// A column's head.
    near { en: "Near misses", fr: "Écartées de peu" }
    /// A column's head.
    values { en: "Values", fr: "Valeurs" }
    /// A column's head.
    who { en: "Candidates", fr: "Candidatures" }
    /// A column's head.
    because { en: "Because of", fr: "En raison de" }
    /// All together.
    total { en: "Everybody", fr: "Au total" }
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
        fr: "Barre : pleine pour ce qui est établi, hachurée pour ce qui est possible, un morceau par critère, dans leur ordre"
    }
    /// What a range of ranks is.
    rank_key {
        en: "Rank: by what is proven (best–worst, as the unknowns turn out)",
        fr: "Rang : selon ce qui est établi (meilleur–pire, selon l'issue des éléments à vérifier)"
    }
    /// What two scores are.
    score_key { en: "Score: proven–possible, of 100", fr: "Score : établi–possible, sur 100" }
    /// A section.
    what_if { en: "What if the weights or thresholds were others?", fr: "Et avec d'autres poids ou d'autres seuils ?" }
    /// What to do to compare.
    compare_hint { en: "Tick a second candidate to compare.", fr: "Cochez une deuxième candidature pour comparer." }
    /// A section.
    compare { en: "Side by side", fr: "Côte à côte" }
    /// A control.
    decided_by { en: "Decided by", fr: "Décidé par" }
    /// A control.
    take_decisions { en: "Save the decisions (decisions.csv)", fr: "Enregistrer les décisions (decisions.csv)" }
    /// A control.
    take_notes { en: "Save my notes", fr: "Enregistrer mes notes" }
    /// A decision.
    verdict_met { en: "met", fr: "satisfait" }
    /// A decision.
    verdict_not_met { en: "not met", fr: "non satisfait" }
    /// What a note's mark is.
    note_key { en: "the row has a note", fr: "ligne à vérifier" }
}

by_name! {
    /// What the page's script says.
    script:
    /// How many are shown.
    count { en: "{shown} of {all} shown", fr: "Affichées : {shown} sur {all}" }
    /// A control.
    search { en: "Search", fr: "Rechercher" }
    /// A group of controls.
    statuses { en: "Status", fr: "Statut" }
    /// A share.
    percent { en: "{n}%", fr: "{n}\u{202f}%" }
    /// A choice.
    any_criterion { en: "any", fr: "tous" }
    /// A control.
    finding { en: "Verdict", fr: "Verdict" }
    /// A control.
    shortlist { en: "Shortlist: the first", fr: "Liste restreinte : les premières" }
    /// A control.
    show_more { en: "Show 50 more", fr: "En afficher 50 de plus" }
    /// A control.
    show_all { en: "Show all", fr: "Tout afficher" }
    /// A section.
    weights { en: "Weights and thresholds", fr: "Poids et seuils" }
    /// A column's head.
    head_criterion { en: "Criterion", fr: "Critère" }
    /// A column's head.
    head_slider { en: "Slider", fr: "Curseur" }
    /// A column's head.
    head_weight { en: "Weight", fr: "Poids" }
    /// A column's head.
    head_share { en: "Share", fr: "Part" }
    /// A column's head.
    head_size { en: "What is asked", fr: "Ce qui est demandé" }
    /// A control's name.
    weight_of { en: "Weight of “{criterion}”, slider", fr: "Poids de « {criterion} », curseur" }
    /// A control's name.
    weight_typed { en: "Weight of “{criterion}”", fr: "Poids de « {criterion} »" }
    /// A control's name.
    at_least { en: "The least asked for “{criterion}”", fr: "Le minimum demandé pour « {criterion} »" }
    /// A control's name.
    at_most { en: "The most allowed for “{criterion}”", fr: "Le maximum admis pour « {criterion} »" }
    /// A unit.
    unit_years { en: "years at least", fr: "ans au moins" }
    /// A unit.
    unit_of { en: "of {n}", fr: "sur {n}" }
    /// A control.
    weights_own { en: "The posting's", fr: "Ceux de l'annonce" }
    /// A control.
    weights_equal { en: "Equal", fr: "Égaux" }
    /// A control.
    weights_mine { en: "Mine", fr: "Les miens" }
    /// A control.
    reset { en: "Reset all", fr: "Tout rétablir" }
    /// A control.
    copy_yaml { en: "Copy the weights as YAML", fr: "Copier les poids en YAML" }
    /// A control.
    take_weights { en: "Save the weights", fr: "Enregistrer les poids" }
    /// A control.
    take_criteria { en: "Put them into a criteria file:", fr: "Les reporter dans un fichier de critères :" }
    /// A message.
    copied { en: "Copied", fr: "Copié" }
    /// A message.
    not_all_found {
        en: "{n} of {all} criteria were found in that file",
        fr: "Critères trouvés dans ce fichier : {n} sur {all}"
    }
    /// A message.
    as_printed { en: "The criteria's own weights", fr: "Les poids d'origine des critères" }
    /// The banner.
    not_own {
        en: "These are not the criteria's weights and thresholds: this list is a what-if.",
        fr: "Ces poids et ces seuils ne sont pas ceux des critères : cette liste est une simulation."
    }
    /// The banner.
    nobody_crosses {
        en: "Nobody crosses the line of the shortlist (the first {n}).",
        fr: "Aucune candidature ne franchit la limite de la liste restreinte (les {n} premières)."
    }
    /// The banner.
    enter { en: "Onto the shortlist of {n}: {who}.", fr: "Entrées dans la liste restreinte de {n} : {who}." }
    /// The banner.
    leave { en: "Off the shortlist of {n}: {who}.", fr: "Sorties de la liste restreinte de {n} : {who}." }
    /// The banner.
    moves { en: "Candidates whose rank changes: {n}.", fr: "Candidatures dont le rang change : {n}." }
    /// The banner.
    among_shown {
        en: "Ranks are among the candidates on this page.",
        fr: "Les rangs ne portent que sur les candidatures de cette page."
    }
    /// The banner.
    no_weight { en: "No weight is above zero: no score can be told.", fr: "Aucun poids n'est supérieur à zéro : aucun score ne peut être calculé." }
    /// A rank that has moved.
    moved_up { en: "{n} up", fr: "monte de {n}" }
    /// A rank that has moved.
    moved_down { en: "{n} down", fr: "descend de {n}" }
    /// A control's name.
    compare_one { en: "Compare {who}", fr: "Comparer {who}" }
    /// A message.
    compare_most { en: "Four at most can be compared", fr: "On peut comparer quatre candidatures au plus" }
    /// A section.
    compare { en: "Side by side", fr: "Côte à côte" }
    /// A row's head.
    total_score { en: "Score", fr: "Score" }
    /// A rank.
    rank_n { en: "rank {n}", fr: "rang {n}" }
    /// Between the items of a list.
    between { en: "; ", fr: " ; " }
    /// Why one is above another.
    by_status {
        en: "{above} is above {below} by status: {first}, {second}. No weight turns that.",
        fr: "{above} est devant {below} en raison du statut : {first}, {second}. Aucun poids n'y change rien."
    }
    /// Why one is above another.
    above_by { en: "{above} is above {below}: {parts}.", fr: "{above} est devant {below} : {parts}." }
    /// Two are equal.
    tied_by { en: "{above} and {below} are tied: {parts}.", fr: "{above} et {below} sont à égalité : {parts}." }
    /// Two are equal.
    tied { en: "{above} and {below} earn the same of every criterion.", fr: "{above} et {below} obtiennent autant de points à chaque critère." }
    /// What would turn two.
    would_turn { en: "One weight alone would turn them: {list}.", fr: "Changer un seul poids suffirait à inverser l'ordre : {list}." }
    /// A weight.
    turn_more { en: "{criterion} from {weight} up", fr: "{criterion} à partir de {weight}" }
    /// A weight.
    turn_less { en: "{criterion} from {weight} down", fr: "{criterion} à {weight} ou moins" }
    /// What would turn two.
    none_turns { en: "No single weight would turn them.", fr: "Changer un seul poids ne suffirait pas à inverser l'ordre." }
    /// Before the posting's words.
    posting { en: "In the posting's words:", fr: "Texte de l'annonce :" }
    /// What could add points.
    open_points { en: "Still open, and what it could add to the score", fr: "Encore à vérifier, et ce que cela pourrait ajouter au score" }
    /// What could add points.
    could_add { en: "{criterion}: up to {n} points", fr: "{criterion} : jusqu'à {n}" }
    /// A control's name.
    notes_on { en: "My notes on {who}", fr: "Mes notes sur {who}" }
    /// A section, on paper.
    accounts { en: "Accounts of the shortlist", fr: "Détail de la liste restreinte" }
    /// Before the reader's own notes, on paper.
    notes { en: "Notes:", fr: "Notes :" }
    /// A control's help.
    notes_stay { en: "My notes (kept nowhere: they are gone with this page)", fr: "Mes notes (non enregistrées : elles disparaissent avec cette page)" }
    /// A control.
    decide { en: "Decide", fr: "Décider" }
    /// A control.
    decision { en: "Decision", fr: "Décision" }
    /// A control.
    reason { en: "Reason", fr: "Motif" }
    /// A control's name.
    decision_on { en: "Decision on “{criterion}”", fr: "Décision sur « {criterion} »" }
    /// A control's name.
    reason_on { en: "Reason for “{criterion}”", fr: "Motif pour « {criterion} »" }
    /// How many decisions there are.
    decisions { en: "Decisions taken on this page: {n}", fr: "Décisions prises sur cette page : {n}" }
    /// A column's head.
    values { en: "Values", fr: "Valeurs" }
    /// A spread of values.
    spread { en: "Values from {from} to {to}", fr: "Valeurs de {from} à {to}" }
}
