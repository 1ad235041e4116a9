//! What is said of two outputs side by side.

use super::{PROGRAM, catalogue};

catalogue! {
    /// Something that is no output of the program.
    no_output(why) { en: "this is no output of `{PROGRAM}` that can be compared: {why}", fr: "ce n'est pas un résultat de `{PROGRAM}` qui puisse être comparé : {why}" }
    /// What to do about it.
    two_outputs_help() {
        en: "give two outputs written with `--format json`, `jsonl` or `csv`; of a candidates' file, give the other rules with `--to FILE`",
        fr: "donnez deux résultats écrits avec `--format json`, `jsonl` ou `csv` ; pour un fichier de candidatures, donnez les autres règles avec `--to FICHIER`"
    }
    /// Why it is none.
    other_json() { en: "its JSON holds something else", fr: "son JSON contient autre chose" }
    /// Why it is none.
    broken_json(why) { en: "its JSON is broken ({why})", fr: "son JSON est mal formé ({why})" }
    /// Why it is none.
    no_fields() { en: "there is no column `id`", fr: "il n'y a pas de colonne `id`" }
    /// Why it is none.
    bad_field(name) { en: "`{name}` holds something else here", fr: "`{name}` contient ici autre chose" }
    /// Why it cannot be compared.
    nothing_to_compare() { en: "it tells neither status, score, rank nor a criterion", fr: "il ne donne ni statut, ni score, ni rang, ni critère" }
    /// Not two outputs.
    two_outputs(count) {
        en: "two outputs are compared, and {count} is given" | "two outputs are compared, and {count} are given",
        fr: "il faut deux résultats à comparer, et {count} est donné" | "il faut deux résultats à comparer, et {count} sont donnés"
    }
    /// Rules for outputs that are finished.
    rules_for_outputs(option) {
        en: "`{option}` needs the other rules beside it: `--to FILE` or `--to-decisions FILE`",
        fr: "`{option}` ne va pas sans les autres règles : `--to FICHIER` ou `--to-decisions FICHIER`"
    }

    /// What is compared.
    title(before, after) { en: "{before} → {after}", fr: "{before} → {after}" }
    /// The days that "present" means.
    as_of(before, after) { en: "as of {before} → {after}", fr: "à la date du {before} → {after}" }
    /// Nothing differs.
    alike(n) {
        en: "Alike: {n} candidate, the same status, score, ranks and verdicts" | "Alike: {n} candidates, the same statuses, scores, ranks and verdicts",
        fr: "Identiques : {n} candidature, mêmes statut, score, rangs et verdicts" | "Identiques : {n} candidatures, mêmes statuts, scores, rangs et verdicts"
    }
    /// A heading.
    rules() { en: "Other criteria", fr: "Critères différents" }
    /// A criterion that only the second has.
    rule_new(label) { en: "{label}: new", fr: "{label} : nouveau" }
    /// A criterion that only the first has.
    rule_gone(label) { en: "{label}: no longer counts", fr: "{label} : ne compte plus" }
    /// A criterion that counts otherwise.
    rule_changed(label, how) { en: "{label}: {how}", fr: "{label} : {how}" }
    /// From something to something else.
    from_to(before, after) { en: "{before} → {after}", fr: "{before} → {after}" }
    /// Its weight.
    weight(before, after) { en: "weight {before} → {after}", fr: "poids {before} → {after}" }
    /// A heading.
    other_status(n) { en: "Another status ({n})" | "Another status ({n})", fr: "Autre statut ({n})" | "Autre statut ({n})" }
    /// A heading.
    same_status(n) { en: "Same status, other score or verdicts ({n})" | "Same status, other score or verdicts ({n})", fr: "Même statut, autre score ou autres verdicts ({n})" | "Même statut, autre score ou autres verdicts ({n})" }
    /// Those who moved only since others did.
    moved_by_others(n) {
        en: "One other candidate moved in rank, since others did" | "{n} other candidates moved in rank, since others did",
        fr: "Une autre candidature change de rang, parce que d'autres en changent" | "{n} autres candidatures changent de rang, parce que d'autres en changent"
    }
    /// How far.
    at_most_by(places) { en: "by {places} at most", fr: "de {places} au plus" }
    /// Those for whom nothing else than how far unknowns can move them is new.
    other_reach(n) {
        en: "For one other candidate, the unknowns can move the rank less or more far" | "For {n} other candidates, the unknowns can move the rank less or more far",
        fr: "Pour une autre candidature, ce qui est à vérifier peut déplacer le rang plus loin ou moins loin qu'avant" | "Pour {n} autres candidatures, ce qui est à vérifier peut déplacer le rang plus loin ou moins loin qu'avant"
    }
    /// A heading.
    new(n) { en: "New ({n})" | "New ({n})", fr: "Nouvelles ({n})" | "Nouvelles ({n})" }
    /// A heading.
    gone(n) { en: "Gone ({n})" | "Gone ({n})", fr: "Disparues ({n})" | "Disparues ({n})" }
    /// A rank before and after, and by how much it moved.
    rank(before, after, moved) { en: "rank {before} → {after} ({moved})", fr: "rang {before} → {after} ({moved})" }
    /// A rank.
    rank_at(rank) { en: "rank {rank}", fr: "rang {rank}" }
    /// A score before and after.
    score(before, after) { en: "score {before} → {after}", fr: "score {before} → {after}" }
    /// A proven and a possible score.
    scores(low, high) { en: "{low}–{high}", fr: "{low}–{high}" }
    /// What a criterion said before and says now.
    cause(label, before, after) { en: "{label}: {before} → {after}", fr: "{label} : {before} → {after}" }
    /// A criterion of which the same verdict earns something else.
    cause_credit(label, verdict, before, after) { en: "{label}: {verdict}, credit {before} → {after}", fr: "{label} : {verdict}, part des points {before} → {after}" }
    /// A criterion of which the same is now a person's decision, or no longer.
    cause_same(label, verdict) { en: "{label}: {verdict}", fr: "{label} : {verdict}" }
    /// The criterion is not among those of that run.
    not_asked() { en: "not asked", fr: "non demandé" }
    /// One thing more.
    and(one, more) { en: "{one}; {more}", fr: "{one} ; {more}" }
    /// Its cell before and now.
    cells(before, after) { en: "the cell said “{before}”, and says “{after}”", fr: "la cellule disait « {before} », et dit « {after} »" }
    /// Who decided.
    decided(decision) { en: "decided: {decision}", fr: "décidé : {decision}" }
    /// Who decided, and what.
    decided_by(decision, by) { en: "decided by {by}: {decision}", fr: "décidé par {by} : {decision}" }
    /// By somebody whose name and words are not told.
    by_hand() { en: "decided by a person", fr: "décidé par une personne" }
    /// A decision that no longer holds.
    undecided() { en: "no longer decided by a person", fr: "n'est plus décidé par une personne" }
    /// The status itself.
    the_status() { en: "status", fr: "statut" }
    /// No criterion explains it.
    no_cause() { en: "no criterion tells why: its row, or a decision", fr: "aucun critère ne l'explique : cela vient de sa ligne, ou d'une décision" }
    /// Candidates are told apart by their lines.
    by_line() {
        en: "the candidates have neither ids nor names: they are compared line by line",
        fr: "les candidatures n'ont ni identifiants ni noms : elles sont comparées ligne par ligne"
    }
    /// A head of a column.
    before() { en: "Before", fr: "Avant" }
    /// A head of a column.
    after() { en: "After", fr: "Après" }
    /// Counts before and after.
    total() { en: "candidates", fr: "candidatures" }
}
