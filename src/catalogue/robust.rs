//! What `screen robust` says.

use super::catalogue;

catalogue! {
    /// What was looked at.
    title(name, n) { en: "{name}: would another choice give another first {n}?", fr: "{name} : d'autres choix changeraient-ils la liste ({n} places) ?" }
    /// How much the list holds.
    places() { en: "The first, one by one", fr: "Les premières, une par une" }
    /// Nobody can be listed.
    nobody() { en: "Nobody is eligible or in review: there is no list to look at.", fr: "Aucune candidature n'est éligible ni à examiner : il n'y a pas de liste à étudier." }
    /// Proved to stay.
    stays(id, percent) {
        en: "{id} stays: whatever the weights within ±{percent} %, and whatever is open turns out. Proved.",
        fr: "{id} reste, quels que soient les poids à ±{percent} % près et quelle que soit l'issue de ce qui est à vérifier : c'est prouvé."
    }
    /// Proved to stay, with any weights above 0.
    always(id) {
        en: "{id} stays: whatever the weights, each moved by less than all of itself, and whatever is open turns out. Proved.",
        fr: "{id} reste, quels que soient les poids (chacun modifié de moins de 100 %) et quelle que soit l'issue de ce qui est à vérifier : c'est prouvé."
    }
    /// Holds up to a part.
    holds(id, percent) { en: "{id} stays up to ±{percent} % on the weights", fr: "{id} reste tant que les poids varient de ±{percent} % au plus" }
    /// It may not hold with the smallest change.
    not_proved(id) { en: "{id} is not proved to stay", fr: "{id} : rien ne prouve que cette candidature reste" }
    /// What turns it by weights.
    turned(n, ahead, percent, up, down) {
        en: "at ±{percent} % ({up} heavier, {down} lighter) {ahead} comes ahead" | "at ±{percent} % ({up} heavier, {down} lighter) {ahead} come ahead",
        fr: "à ±{percent} % (plus lourd : {up} ; plus léger : {down}), {ahead} passe devant" | "à ±{percent} % (plus lourd : {up} ; plus léger : {down}), {ahead} passent devant"
    }
    /// What turns it by weights in one direction.
    turned_up(n, ahead, percent, up) {
        en: "at +{percent} % on {up} {ahead} comes ahead" | "at +{percent} % on {up} {ahead} come ahead",
        fr: "à +{percent} % sur {up}, {ahead} passe devant" | "à +{percent} % sur {up}, {ahead} passent devant"
    }
    /// What turns it by weights in one direction.
    turned_down(n, ahead, percent, down) {
        en: "at −{percent} % on {down} {ahead} comes ahead" | "at −{percent} % on {down} {ahead} come ahead",
        fr: "à −{percent} % sur {down}, {ahead} passe devant" | "à −{percent} % sur {down}, {ahead} passent devant"
    }
    /// With these answers.
    with_answers(answers) { en: "if this turns out well: {answers}", fr: "si la réponse est favorable pour {answers}" }
    /// Its own status is open.
    own_open(n, id, cells) {
        en: "{id} is in review: {cells} decides whether this candidate stays." | "{id} is in review: {cells} decide whether this candidate stays.",
        fr: "{id} est à examiner : {cells} décide si cette candidature reste." | "{id} est à examiner : {cells} décident si cette candidature reste."
    }
    /// Answers alone turn it.
    answers_turn(n, id, ahead, answers) {
        en: "{id} may give way at the weights as they are: {ahead} comes ahead if this turns out well: {answers}." | "{id} may give way at the weights as they are: {ahead} come ahead if this turns out well: {answers}.",
        fr: "{id} peut céder sa place sans changement de poids : {ahead} passe devant si la réponse est favorable pour {answers}." | "{id} peut céder sa place sans changement de poids : {ahead} passent devant si la réponse est favorable pour {answers}."
    }
    /// One cell.
    cell(id, criterion) { en: "{id}'s `{criterion}`", fr: "`{criterion}` de {id}" }
    /// Who could enter.
    could_enter(n, percent, ids) {
        en: "{n} more candidate could still enter with the weights within ±{percent} %: {ids}." | "{n} more candidates could still enter with the weights within ±{percent} %: {ids}.",
        fr: "{n} autre candidature pourrait encore entrer avec des poids à ±{percent} % près : {ids}." | "{n} autres candidatures pourraient encore entrer avec des poids à ±{percent} % près : {ids}."
    }
    /// Nobody could.
    nobody_enters(percent) {
        en: "Nobody else can enter with the weights within ±{percent} %, whatever is open turns out. Proved.",
        fr: "Aucune autre candidature ne peut entrer avec des poids à ±{percent} % près, quelle que soit l'issue de ce qui est à vérifier : c'est prouvé."
    }
    /// The intervals.
    intervals() { en: "How far each weight can move, the others as they are", fr: "De combien chaque poids peut varier, les autres restant tels quels" }
    /// A column's head.
    criterion() { en: "criterion", fr: "critère" }
    /// A column's head.
    weight() { en: "weight", fr: "poids" }
    /// A column's head.
    same_from() { en: "same from", fr: "même liste de" }
    /// A column's head.
    same_to() { en: "to", fr: "à" }
    /// A column's head.
    below() { en: "below", fr: "en dessous" }
    /// A column's head.
    above() { en: "above", fr: "au-dessus" }
    /// No end.
    any() { en: "any", fr: "sans limite" }
    /// Who leaves and enters.
    change(leaves, enters) { en: "{leaves} out, {enters} in", fr: "− {leaves}, + {enters}" }
    /// Who enters.
    enters(enters) { en: "{enters} in", fr: "+ {enters}" }
    /// Who leaves.
    leaves(leaves) { en: "{leaves} out", fr: "− {leaves}" }
    /// What intervals are by.
    about_intervals() {
        en: "By what is proven as things stand; the first stay the same people within each interval.",
        fr: "D'après ce qui est établi, en l'état actuel ; dans chaque intervalle, les premières restent les mêmes."
    }
    /// The sample's head.
    sampled(draws) { en: "Sampled: {draws} draws", fr: "Par tirage au sort : {draws} tirages" }
    /// What was drawn.
    any_weights() { en: "Weights: any, evenly over all that add up to the same.", fr: "Poids : quelconques, tirés uniformément parmi tous ceux de même somme." }
    /// What was drawn.
    around(percent) { en: "Weights: each within ±{percent} % of the given one.", fr: "Poids : chacun à ±{percent} % près de celui qui est donné." }
    /// What was drawn.
    ordered() { en: "Weights: any in which what is heavier stays so.", fr: "Poids : tous ceux qui gardent l'ordre des poids donnés." }
    /// What else was drawn.
    about_draws(seed) {
        en: "What is open is drawn evenly between proven and possible; no draw moves a status. Seed {seed}.",
        fr: "Ce qui est à vérifier est tiré uniformément entre l'établi et le possible ; aucun tirage ne change un statut. Graine : {seed}."
    }
    /// A column's head.
    candidate() { en: "candidate", fr: "candidature" }
    /// A column's head.
    in_first(n) { en: "in first {n}", fr: "dans les {n}" }
    /// A column's head.
    very_first() { en: "first", fr: "première" }
    /// A column's head.
    confidence() { en: "confidence", fr: "confiance" }
    /// A column's head.
    central() { en: "heaviest when first", fr: "critères les plus lourds si première" }
    /// How many more.
    more_people(n) {
        en: "{n} more candidate is in the first in some draw; `--format json` has all." | "{n} more candidates are among the first in some draw; `--format json` has all.",
        fr: "{n} autre candidature est parmi les premières dans un tirage au moins ; `--format json` les donne toutes." | "{n} autres candidatures sont parmi les premières dans un tirage au moins ; `--format json` les donne toutes."
    }
    /// The questions.
    questions() { en: "The questions that matter", fr: "Les questions qui comptent" }
    /// None.
    no_question() { en: "No open answer can change who is among the first.", fr: "Aucune réponse à vérifier ne peut changer les premières." }
    /// What they are.
    about_questions(n, all) {
        en: "{n} of {all} open cells can still change who is among the first, at the weights as they are.",
        fr: "Cellules à vérifier qui peuvent encore changer les premières, aux poids donnés : {n} sur {all}."
    }
    /// A column's head.
    decides() { en: "decides", fr: "décide" }
    /// It decides the status.
    the_status() { en: "eligible or not", fr: "éligible ou non" }
    /// How many points.
    points(n) { en: "up to {n} points", fr: "jusqu'à {n} au score" }
    /// How many more.
    more_questions(n) {
        en: "{n} more; `--format csv` or `json` has all." | "{n} more; `--format csv` or `json` has all.",
        fr: "{n} de plus ; `--format csv` ou `json` les donne toutes." | "{n} de plus ; `--format csv` ou `json` les donne toutes."
    }
    /// The funnel.
    funnel(n) { en: "The funnel: {n} candidates, everybody counted once", fr: "L'entonnoir : {n} candidatures, chacune comptée une fois" }
    /// A column's head.
    come() { en: "come to it", fr: "y arrivent" }
    /// A column's head.
    removed() { en: "removed", fr: "écartées" }
    /// A column's head.
    alone() { en: "by it alone", fr: "par lui seul" }
    /// A column's head.
    with_others() { en: "with others", fr: "avec d'autres" }
    /// A column's head.
    near() { en: "near misses", fr: "de peu" }
    /// What is left.
    left(eligible, review) { en: "Left: {eligible} eligible, {review} in review.", fr: "Il en reste {eligible} au statut « éligible » et {review} au statut « à examiner »." }
    /// Who several remove.
    together(criteria, n) { en: "By {criteria} together: {n}.", fr: "Par {criteria} ensemble : {n}." }
    /// Whom a requirement removes alone.
    alone_who(criterion, ids) { en: "By `{criterion}` alone: {ids}.", fr: "Par `{criterion}` seul : {ids}." }
}
