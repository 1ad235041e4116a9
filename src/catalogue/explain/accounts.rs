//! The account of one candidate, and two of them side by side.

use super::{Display, Formatter, Lang, Spoken, fmt};

// The account of one candidate.
phrases! {
    /// Met.
    met() { en: "met", fr: "satisfait" }
    /// Not met.
    not_met() { en: "not met", fr: "non satisfait" }
    /// Unknown.
    unknown() { en: "open", fr: "à vérifier" }
    /// There is no threshold to meet.
    adds_points() { en: "no threshold", fr: "sans seuil" }
    /// It does not count.
    skipped() { en: "skipped", fr: "non compté" }
    /// Every required criterion is met.
    eligible() { en: "eligible", fr: "éligible" }
    /// Something required is open.
    review() { en: "for review", fr: "à examiner" }
    /// Something required is not met.
    not_eligible() { en: "not eligible", fr: "non éligible" }
    /// Must be met.
    required() { en: "required", fr: "exigé" }
    /// Only adds points.
    asset() { en: "asset", fr: "atout" }
    /// Where a record is.
    source(file, row) { en: "{file}, row {row}", fr: "{file}, ligne {row}" }
    /// Values of the criteria file that are others in this run.
    with(source, set) { en: "{source}; set here: {set}", fr: "{source} ; modifié ici : {set}" }
    /// A rank among all.
    rank(rank, total) { en: "rank {rank} of {total}", fr: "rang {rank} sur {total}" }
    /// How far a rank may move.
    rank_range(rank, best, worst) {
        en: "{rank} ({best} at best, {worst} at worst)",
        fr: "{rank} ({best} au mieux, {worst} au pire)"
    }
    /// A score that nothing can change.
    score(score) { en: "score {score}", fr: "score {score}" }
    /// A score that may rise.
    score_range(score, score_max) {
        en: "score {score} proven, {score_max} possible",
        fr: "score {score} établi, {score_max} possible"
    }
    /// How many of the requirements are met.
    required_met(met, all) {
        en: "{met} of {all} requirements met" | "{met} of {all} requirements met",
        fr: "{met} exigence satisfaite sur {all}" | "{met} exigences satisfaites sur {all}"
    }
    /// What is open beside it.
    and_open(line, names) { en: "{line}; to check: {names}", fr: "{line} ; à vérifier : {names}" }
    /// What is not met beside it.
    and_not_met(line, names) { en: "{line}; not met: {names}", fr: "{line} ; non satisfait : {names}" }
    /// How many points the assets add.
    assets_earn(points, all) { en: "assets: {points} of {all} points", fr: "points des atouts : {points} sur {all}" }
    /// What a criterion is called, and what it weighs.
    heading(label, need, weight) { en: "{label} [{need}, weight {weight}]", fr: "{label} [{need}, poids {weight}]" }
    /// Points of a weight.
    points(points, weight) { en: "{points} of {weight}", fr: "{points} sur {weight}" }
    /// The posting's words.
    label_posting() { en: "posting", fr: "annonce" }
    /// What is asked.
    label_asked() { en: "asked", fr: "demandé" }
    /// Why a column about a protected ground may be read.
    label_lawful() { en: "lawful", fr: "licite" }
    /// The cell's text.
    label_cell() { en: "cell", fr: "cellule" }
    /// How it was read.
    label_reading() { en: "reading", fr: "lecture" }
    /// The verdict.
    label_verdict() { en: "verdict", fr: "verdict" }
    /// The points.
    label_points() { en: "points", fr: "points" }
    /// A note on the record.
    note(text) { en: "note: {text}", fr: "note : {text}" }
    /// Nothing in the cell.
    no_text() { en: "(empty)", fr: "(vide)" }
    /// What joins the parts of the line under the name.
    beside(first, second) { en: "{first} · {second}", fr: "{first} · {second}" }
    /// A verdict and its reason.
    because(verdict, reason) { en: "{verdict} – {reason}", fr: "{verdict} – {reason}" }

    /// The heading of what would change the outcome.
    what_would_change() { en: "What would change it", fr: "Ce qui changerait le résultat" }
    /// A row to be put right.
    row_first(source) {
        en: "Put the row right in the file ({source}) and screen again; until then nothing in it is relied on",
        fr: "Corriger la ligne dans le fichier ({source}) et relancer ; d'ici là, rien de ce qu'elle contient n'est retenu"
    }
    /// Which confirmations are needed.
    confirm(count) {
        en: "{count} confirmation would make this candidate eligible:" | "{count} confirmations would make this candidate eligible:",
        fr: "{count} confirmation rendrait cette candidature éligible :" | "{count} confirmations rendraient cette candidature éligible :"
    }
    /// Where the candidate would then stand.
    then_stands(score) { en: "Then: proven score {score}", fr: "Alors : score établi {score}" }
    /// At which rank.
    at_rank(standing, rank) { en: "{standing}, {rank}", fr: "{standing}, {rank}" }
    /// Nothing is needed.
    already_eligible() {
        en: "Every requirement is met: nothing needs to be asked",
        fr: "Toutes les exigences sont satisfaites : il n'y a rien à demander"
    }
    /// A requirement fails.
    fails(label, reason) { en: "{label}: {reason}", fr: "{label} : {reason}" }
    /// Only a correction helps.
    only_correction(count) {
        en: "This requirement is not met; only a correction of the application could change that:" | "These {count} requirements are not met; only a correction of the application could change that:",
        fr: "Cette exigence n'est pas satisfaite ; seule une correction de la candidature y changerait quelque chose :" | "Ces {count} exigences ne sont pas satisfaites ; seule une correction de la candidature y changerait quelque chose :"
    }
    /// No confirmation is enough, though nothing is refuted.
    no_confirmation() {
        en: "No confirmation was found that would meet every requirement: some of them ask for things that exclude each other",
        fr: "Aucune confirmation trouvée ne permettrait de satisfaire à toutes les exigences : certaines s'excluent entre elles"
    }
    /// An empty cell that counts as not met.
    supply(columns) {
        en: "supplying it ({columns}) would reopen this requirement",
        fr: "le fournir ({columns}) rouvrirait cette exigence"
    }
    /// What is still open and adds points.
    open_points() { en: "Still open, and what it could add to the score:", fr: "Encore à vérifier, et ce que cela pourrait ajouter au score :" }
    /// How much one criterion could add.
    could_add(label, points) { en: "{label}: up to {points}", fr: "{label} : jusqu'à {points}" }
    /// How many more there are.
    and_more(count) { en: "and {count} more" | "and {count} more", fr: "et {count} autre" | "et {count} autres" }
    /// If all goes well.
    all_well(score) { en: "If all of it went well: score {score}", fr: "Si tout était confirmé : score {score}" }
    /// Nothing is open.
    nothing_open() { en: "Nothing is open: the score cannot change", fr: "Rien n'est à vérifier : le score ne peut pas changer" }
}

// Two candidates side by side.
phrases! {
    /// Who stands above whom.
    above(first, second) { en: "Why {first} is above {second}", fr: "Pourquoi {first} est devant {second}" }
    /// Two who stand the same.
    tied_with(first, second) { en: "{first} and {second} are tied", fr: "{first} et {second} sont à égalité" }
    /// Status comes first.
    status_decides(first, second) {
        en: "Status comes before score: {first} comes before {second}.",
        fr: "Le statut passe avant le score : « {first} » vient avant « {second} »."
    }
    /// The score decides.
    score_decides(points) {
        en: "The status is the same, and the proven score is {points} points higher.",
        fr: "Le statut est le même ; l'écart de score établi est de {points}."
    }
    /// What is possible decides.
    possible_decides(first, second) {
        en: "Status and proven score are the same; the possible score decides ({first} against {second}).",
        fr: "Statut et score établi sont les mêmes ; le score possible les départage ({first} contre {second})."
    }
    /// Nothing does.
    nothing_decides() {
        en: "Status, proven and possible score are the same: the order is that of the file.",
        fr: "Statut, scores établi et possible sont les mêmes : l'ordre est celui du fichier."
    }
    /// Points for the first.
    for_first(points) { en: "{points} points more for the first", fr: "écart de {points} en faveur de la première" }
    /// Points for the second.
    for_second(points) { en: "{points} points more for the second", fr: "écart de {points} en faveur de la seconde" }
    /// The points are the same, and the verdicts are not.
    no_points() { en: "as many points", fr: "autant de points" }
    /// The criteria that make no difference.
    the_same(names) { en: "The same for both: {names}", fr: "Identique pour les deux : {names}" }
    /// The heading of what would turn the order.
    what_would_turn() { en: "What would turn them", fr: "Ce qui inverserait l'ordre" }
    /// Confirmations do.
    turn_confirmed(asks, second, score, first) {
        en: "Once confirmed ({asks}), {second} would have a proven score of {score} and stand above {first}.",
        fr: "Une fois confirmé ({asks}), {second} aurait un score établi de {score} et passerait devant {first}."
    }
    /// Everything that is open does.
    turn_all_well(second, score, first) {
        en: "If all that is open went well, {second} would have a score of {score} and stand above {first}.",
        fr: "Si tout ce qui est à vérifier était confirmé, {second} aurait un score de {score} et passerait devant {first}."
    }
    /// Nothing does.
    no_turn(second, score, first) {
        en: "Even if all that is open went well (score {score}), {second} would not stand above {first}.",
        fr: "Même si tout ce qui est à vérifier était confirmé (score {score}), {second} ne passerait pas devant {first}."
    }
    /// What is open of the first turns out badly.
    turn_refuted(first, open, second) {
        en: "Still open of {first}: {open}. If that turned out not to be met, {second} would stand above {first}.",
        fr: "Reste à vérifier pour {first} : {open}. Si cela s'avérait non satisfait, {second} passerait devant {first}."
    }
    /// A correction does, too.
    turn_correction_too(second, lacks) {
        en: "So would a correction of {second}'s application: {lacks}",
        fr: "Une correction de la candidature {second} inverserait aussi l'ordre : {lacks}"
    }
    /// Only a correction does.
    turn_correction(second, lacks) {
        en: "Only a correction of {second}'s application: {lacks}",
        fr: "Seule une correction de la candidature {second} inverserait l'ordre : {lacks}"
    }
}

// The account addressed to the applicant.
phrases! {
    /// The salutation with a name.
    dear_name(name) { en: "Dear {name},", fr: "Bonjour {name}," }
    /// The salutation without one.
    dear() { en: "Dear applicant,", fr: "Madame, Monsieur," }
    /// The opening, with the posting.
    thanks_for(title) {
        en: "Thank you for your application for “{title}”. This letter sets out what the posting asks, what your application shows, and what was not found in it.",
        fr: "Nous vous remercions de votre candidature au poste « {title} ». Cette lettre présente ce que demande l'annonce, ce que montre votre candidature et ce que nous n'y avons pas trouvé."
    }
    /// The opening, without.
    thanks() {
        en: "Thank you for your application. This letter sets out what the posting asks, what your application shows, and what was not found in it.",
        fr: "Nous vous remercions de votre candidature. Cette lettre présente ce que demande l'annonce, ce que montre votre candidature et ce que nous n'y avons pas trouvé."
    }
    /// The reference of the application.
    reference(id) { en: "Reference: {id}", fr: "Référence : {id}" }
    /// What is met.
    shown() { en: "What your application shows", fr: "Ce que montre votre candidature" }
    /// What is open.
    not_established() { en: "What could not be established yet", fr: "Ce que nous n'avons pas encore pu établir" }
    /// What is not met.
    not_found() { en: "What was asked and not found", fr: "Ce qui était demandé et que nous n'avons pas trouvé" }
    /// A condition that is a matter of yes or no, by its name.
    condition(label) { en: "A condition: {label}.", fr: "Condition : {label}." }
    /// An asset that is a matter of yes or no, by its name.
    asset_of(label) { en: "An asset, not a condition: {label}.", fr: "Un atout, et non une condition : {label}." }
    /// The answer to it.
    you_answered(cell) { en: "Your answer: “{cell}”.", fr: "Votre réponse : « {cell} »." }
    /// A criterion that must be met.
    asked_for(requirement) { en: "The posting asks for: {requirement}.", fr: "L'annonce demande : {requirement}." }
    /// A criterion that is an asset.
    an_asset(requirement) { en: "An asset, not a condition: {requirement}.", fr: "Un atout, et non une condition : {requirement}." }
    /// The posting's words.
    in_its_words(quote) { en: "In its own words: “{quote}”.", fr: "Texte de l'annonce : « {quote} »." }
    /// The same words as those of a point above.
    same_words() { en: "The same passage of the posting as above.", fr: "Même passage de l'annonce que ci-dessus." }
    /// What the application says under one of several questions.
    you_wrote_under(question, cell) {
        en: "Under “{question}”, your application says: “{cell}”.",
        fr: "À « {question} », votre candidature indique : « {cell} »."
    }
    /// What the application says.
    you_wrote(cell) { en: "Your application says: “{cell}”.", fr: "Votre candidature indique : « {cell} »." }
    /// Nothing is said.
    you_said_nothing() { en: "Your application says nothing on this point.", fr: "Votre candidature ne dit rien à ce sujet." }
    /// The file has no such column.
    you_not_recorded() { en: "Our file does not record this point.", fr: "Ce point ne figure pas dans notre fichier." }
    /// Parts of a criterion that are met.
    parts_found(parts) { en: "Found: {parts}.", fr: "Trouvé : {parts}." }
    /// Parts of a criterion that are open.
    parts_open(parts) { en: "Not established: {parts}.", fr: "Pas encore établi : {parts}." }
    /// Parts of a criterion that are not met.
    parts_not_found(parts) { en: "Not found: {parts}.", fr: "Non trouvé : {parts}." }
    /// How it was read.
    understood(read) { en: "We read it as: {read}.", fr: "Nous l'avons compris ainsi : {read}." }
    /// A panel's mean.
    panel(read) { en: "The panel's ratings so far: {read}.", fr: "Les notes du jury à ce jour : {read}." }
    /// It could not be read.
    not_understood() { en: "We could not read it with certainty.", fr: "Nous n'avons pas pu comprendre cette réponse avec certitude." }
    /// Words that were not understood.
    you_unread(words) { en: "We did not understand: {words}.", fr: "Nous n'avons pas compris : {words}." }
    /// A degree under way.
    you_under_way() { en: "It appears to be still under way.", fr: "Ce diplôme semble encore en cours." }
    /// A degree elsewhere.
    you_elsewhere() {
        en: "We could not link it to one of the fields asked for.",
        fr: "Nous n'avons pas pu rattacher ce diplôme à l'un des domaines demandés."
    }
    /// A negation.
    you_negated() {
        en: "The words stand beside a negation, and we could not tell what is meant.",
        fr: "Les mots figurent à côté d'une négation, et nous n'avons pas pu déterminer ce que vous vouliez dire."
    }
    /// Named, but open.
    you_left_open() {
        en: "The words are there, but what stands around them leaves open what is meant.",
        fr: "Les mots y figurent, mais le contexte ne nous a pas permis de déterminer ce que vous vouliez dire."
    }
    /// An abbreviation that is an everyday word.
    you_everyday() {
        en: "The word also has an everyday meaning, and we could not tell which is meant.",
        fr: "Le mot a aussi un sens courant, et nous n'avons pas pu déterminer lequel vous vouliez lui donner."
    }
    /// Why a point on a protected ground may be asked.
    you_lawful(basis) { en: "The law allows this to be asked: {basis}.", fr: "La loi permet de poser cette question : {basis}." }
    /// Left out.
    you_left_out() { en: "This point was left out of account.", fr: "Ce point n'a pas été pris en compte." }
    /// A row that could not be read whole.
    you_untrusted() {
        en: "The record of your application could not be read whole, for a reason that lies with our file and not with you. It is to be put right before anything is concluded.",
        fr: "Les données de votre candidature n'ont pas pu être lues en entier, pour une raison qui tient à notre fichier et non à vous. Elles doivent être corrigées avant toute conclusion."
    }
    /// What the applicant can do.
    you_may_complete() {
        en: "If something is missing above, or was misread, please write to us, so that a person can look at it.",
        fr: "Si un élément manque ci-dessus ou a été mal compris, nous vous invitons à nous écrire, afin qu'une personne puisse l'examiner."
    }
    /// How it was done.
    how_done() {
        en: "How this was done: a computer program compared what your application says with the criteria of the posting, point by point, as shown above. The program proposes; people decide.",
        fr: "Comment votre candidature a été examinée : un programme informatique a comparé ce que dit votre candidature aux critères de l'annonce, point par point, comme indiqué ci-dessus. Le programme propose ; la décision revient à des personnes."
    }
    /// The applicant's rights.
    rights() {
        en: "Your rights: you may ask for a person to look at your application again, give your point of view, contest what was concluded, have mistakes corrected, and ask for a copy of your data and for an explanation of the part that the program played. See Articles 15, 16 and 22 of the General Data Protection Regulation (EU) 2016/679 and Article 86 of the Artificial Intelligence Act (EU) 2024/1689.",
        fr: "Vos droits : vous pouvez demander qu'une personne réexamine votre candidature, exprimer votre point de vue, contester la décision, faire rectifier des erreurs, et demander une copie de vos données ainsi qu'une explication du rôle joué par le programme. Voir les articles 15, 16 et 22 du règlement (UE) 2016/679 (règlement général sur la protection des données) et l'article 86 du règlement (UE) 2024/1689 (règlement sur l'intelligence artificielle)."
    }
    /// The closing.
    regards() { en: "Yours faithfully,", fr: "Nous vous prions d'agréer nos salutations distinguées." }
    /// Who signs where nobody is named.
    signed() { en: "The selection committee", fr: "Le comité de sélection" }
}
