//! What stands above, in and below the output, and around a problem.

use super::catalogue;

catalogue! {
    /// A workbook that waits in a temporary file.
    workbook_unwritten() {
        en: "its temporary file cannot be written; is the folder `TMPDIR` there, and is there room in it?",
        fr: "impossible d'écrire son fichier temporaire ; le dossier `TMPDIR` existe-t-il, et y a-t-il de la place ?"
    }
    /// A status.
    eligible() { en: "eligible", fr: "éligible" }
    /// A status.
    review() { en: "review", fr: "à examiner" }
    /// A status.
    not_eligible() { en: "not eligible", fr: "non éligible" }
    /// A verdict.
    met() { en: "met", fr: "satisfait" }
    /// A verdict.
    not_met() { en: "not met", fr: "non satisfait" }
    /// A verdict.
    unknown() { en: "unknown", fr: "à vérifier" }
    /// A mark: so much of the points that a criterion can add.
    share_of_points() { en: "share of the points", fr: "part des points" }
    /// The same, drawn in figures from 0 to 4.
    quarters_of_points() { en: "quarters of the points", fr: "quarts des points" }
    /// A share.
    percent(number) { en: "{number}%", fr: "{number}\u{202f}%" }
    /// A mark: a criterion that does not count for this candidate.
    skipped_here() { en: "skipped for this candidate", fr: "non compté pour cette candidature" }
    /// A mark that a person decided.
    by_a_person() { en: "decided by a person", fr: "décidé par une personne" }
    /// Why a status is what it is.
    a_person_decided() { en: "a person decided", fr: "une personne a décidé" }
    /// A column's head.
    by_people() { en: "Decided by people", fr: "Décidé par des personnes" }
    /// What came of people's decisions.
    decisions_applied(n) { en: "{n} decision by people applied" | "{n} decisions by people applied", fr: "{n} décision humaine appliquée" | "{n} décisions humaines appliquées" }
    /// Of these.
    overturned(n) { en: "{n} against the machine" | "{n} against the machine", fr: "{n} contre l'avis de la machine" | "{n} contre l'avis de la machine" }
    /// No longer applied.
    stale(n) { en: "{n} stale and not applied" | "{n} stale and not applied", fr: "{n} périmée et non appliquée" | "{n} périmées et non appliquées" }
    /// Some of them.
    of_them(all, some) { en: "{all}; {some}", fr: "{all} ; {some}" }
    /// The same as a verdict.
    skipped() { en: "skipped", fr: "non compté" }
    /// A mark: the row has a note.
    noted() { en: "something is wrong with the row", fr: "ligne à vérifier" }
    /// The words that decided nothing, below the table.
    unread() { en: "Words that were not understood and decided nothing", fr: "Mots non compris, qui n'ont rien décidé" }
    /// What the posting requires and nothing looks at.
    unchecked(count) {
        en: "The posting requires this as well, and nothing here looks at it" | "The posting requires {count} things more, and nothing here looks at them",
        fr: "L'annonce exige aussi cet élément, qui n'est pas examiné ici" | "L'annonce exige aussi {count} éléments qui ne sont pas examinés ici"
    }
    /// Such words that are not told there.
    more_unread(count) {
        en: "and one more; each row's own are in its notes (`--format csv`)" | "and {count} more; each row's own are in its notes (`--format csv`)",
        fr: "et une autre remarque ; chaque ligne porte les siennes (`--format csv`)" | "et {count} autres remarques ; chaque ligne porte les siennes (`--format csv`)"
    }
    /// What the ranks in brackets are.
    rank_key() {
        en: "Rank: by what is proven (best–worst, as the unknowns turn out)",
        fr: "Rang : selon ce qui est établi (meilleur–pire, selon l'issue des éléments à vérifier)"
    }
    /// What two scores are.
    score_key() { en: "Score: proven–possible", fr: "Score : établi–possible" }

    /// What is asked about a protected ground, and why that is allowed.
    shortlist(n, what) { en: "Shortlist: {n} candidate ({what})" | "Shortlist: {n} candidates ({what})", fr: "Liste restreinte : {n} candidature ({what})" | "Liste restreinte : {n} candidatures ({what})" }
    /// Where it ends.
    list_ends(what) { en: "end of the shortlist: {what}", fr: "fin de la liste restreinte : {what}" }
    /// A line by place.
    the_first(n) { en: "the first {n}, ties included", fr: "les {n} premières, y compris les ex æquo" }
    /// A line by score.
    score_of(n) { en: "a score of at least {n}", fr: "un score d'au moins {n}" }
    /// A line by part.
    part_of(n) { en: "the first {n} %, ties included", fr: "les {n} % les mieux classées, y compris les ex æquo" }
    /// No fewer than so many.
    no_fewer(what, n) { en: "{what}, and no fewer than {n}", fr: "{what}, et au moins {n}" }
    /// Who could still come on the list.
    could_come_on(n, ids) {
        en: "{n} could still come on it: {ids}." | "{n} could still come on it: {ids}.",
        fr: "{n} pourrait encore y entrer : {ids}." | "{n} pourraient encore y entrer : {ids}."
    }
    /// Who could still come off it.
    could_come_off(n, ids) {
        en: "{n} could still come off it: {ids}." | "{n} could still come off it: {ids}.",
        fr: "{n} pourrait encore en sortir : {ids}." | "{n} pourraient encore en sortir : {ids}."
    }
    /// A criterion with why it may be asked.
    on_basis(asked, basis) { en: "{asked}; lawful basis: {basis}", fr: "{asked} ; base légale : {basis}" }

    /// A column's head.
    rank() { en: "Rank", fr: "Rang" }
    /// A column's head.
    rank_best() { en: "Best", fr: "Meilleur" }
    /// A column's head.
    rank_worst() { en: "Worst", fr: "Pire" }
    /// A column's head.
    id() { en: "Id", fr: "N°" }
    /// A column's head: the row in the candidates' file.
    row() { en: "Row", fr: "Ligne" }
    /// A column's head.
    name() { en: "Name", fr: "Nom" }
    /// A column's head.
    status() { en: "Status", fr: "Statut" }
    /// A column's head.
    score() { en: "Score", fr: "Score" }
    /// A column's head.
    score_max() { en: "Possible", fr: "Possible" }
    /// A column's head.
    file() { en: "File", fr: "Fichier" }
    /// A column's head.
    line() { en: "Line", fr: "Ligne" }
    /// A column's head.
    notes() { en: "Notes", fr: "Remarques" }
    /// The head over the marks of criteria that can reject.
    required() { en: "Required", fr: "Exigés" }
    /// The head over the marks of criteria that only add points.
    assets() { en: "Assets", fr: "Atouts" }
    /// One criterion that can reject.
    required_one() { en: "required", fr: "exigé" }
    /// One criterion that only adds points.
    asset_one() { en: "asset", fr: "atout" }

    /// The head over what is to be asked of a candidate, or what decided.
    why_head() { en: "To check, or not met", fr: "À vérifier, ou non satisfait" }
    /// What is to be asked of a candidate in review.
    to_check(names) { en: "to check: {names}", fr: "à vérifier : {names}" }
    /// A candidate of whom nothing is known.
    check_row() { en: "to check: the whole row", fr: "à vérifier : toute la ligne" }
    /// What a candidate who is not eligible does not meet.
    decided_by(names) { en: "not met: {names}", fr: "non satisfait : {names}" }
    /// The heading of a block.
    block_eligible() { en: "Eligible, by score", fr: "Éligibles, par score" }
    /// The heading of a block.
    block_review() {
        en: "For review: below everybody eligible, whatever the score",
        fr: "À examiner : après toutes les éligibles, quel que soit le score"
    }
    /// The heading of a block.
    block_not_eligible() {
        en: "Not eligible: below everybody else, whatever the score",
        fr: "Non éligibles : après toutes les autres, quel que soit le score"
    }

    /// A criterion below the table.
    criterion(label, requirement) { en: "{label}: {requirement}", fr: "{label} : {requirement}" }
    /// What was screened.
    screened(files, criteria, day, source) {
        en: "{files} · {criteria} · as of {day} ({source})",
        fr: "{files} · {criteria} · à la date du {day} ({source})"
    }
    /// The criteria come with the program.
    shipped_criteria(program) { en: "the criteria that `{program}` ships with", fr: "les critères fournis avec `{program}`" }
    /// The criteria come from a file.
    criteria_from(file) { en: "criteria of {file}", fr: "critères de {file}" }
    /// Criteria with values that are others in this run.
    criteria_with(criteria, set) { en: "{criteria}; set here: {set}", fr: "{criteria} ; modifié ici : {set}" }
    /// Files beyond the first ones.
    and_more_files(n) { en: "{n} more file" | "{n} more files", fr: "{n} autre fichier" | "{n} autres fichiers" }
    /// Standard input.
    standard_input() { en: "standard input", fr: "l'entrée standard" }
    /// A list without a title.
    untitled() { en: "Candidates", fr: "Candidatures" }

    /// A count.
    candidates(n) { en: "{n} candidate" | "{n} candidates", fr: "{n} candidature" | "{n} candidatures" }
    /// A count.
    count_eligible(n) { en: "{n} eligible" | "{n} eligible", fr: "{n} éligible" | "{n} éligibles" }
    /// A count.
    count_review(n) { en: "{n} for review" | "{n} for review", fr: "{n} à examiner" | "{n} à examiner" }
    /// A count.
    count_not_eligible(n) { en: "{n} not eligible" | "{n} not eligible", fr: "{n} non éligible" | "{n} non éligibles" }
    /// All counts in a line.
    counts(candidates, eligible, review, not_eligible) {
        en: "{candidates}: {eligible}, {review}, {not_eligible}",
        fr: "{candidates} : {eligible}, {review}, {not_eligible}"
    }
    /// Those who are shown.
    shown_of_all() { en: "shown", fr: "affichées" }
    /// Fewer are shown than there are.
    shown(n) { en: "{n} shown" | "{n} shown", fr: "{n} affichée" | "{n} affichées" }
    /// All counts, and how many of them are shown.
    counts_shown(counts, shown) { en: "{counts}; {shown}", fr: "{counts} ; {shown}" }
    /// Nobody at all.
    no_candidates() { en: "no candidates", fr: "aucune candidature" }
    /// Nobody that the options let through.
    none_shown() { en: "no candidate to show with these options", fr: "aucune candidature à afficher avec ces options" }
    /// Who misses one requirement only, and that nearly.
    near_misses(n) { en: "Near misses ({n})" | "Near misses ({n})", fr: "Écartée de peu ({n})" | "Écartées de peu ({n})" }
    /// What is wrong with the data.
    problems() { en: "Problems in the data", fr: "Anomalies dans les données" }
    /// More near misses than told, and where they are.
    and_more_near(n) {
        en: "and {n} more (`--format json` tells all)" | "and {n} more (`--format json` tells all)",
        fr: "et {n} autre (`--format json` les donne toutes)" | "et {n} autres (`--format json` les donne toutes)"
    }
    /// More problems than told, and where they are.
    and_more_noted(n) {
        en: "and {n} more; each row's own are in its notes (`--format csv`)" | "and {n} more; each row's own are in its notes (`--format csv`)",
        fr: "et {n} autre ; celles d'une ligne sont dans ses remarques (`--format csv`)" | "et {n} autres ; celles d'une ligne sont dans ses remarques (`--format csv`)"
    }
    /// Who decides.
    people_decide() {
        en: "This list is a proposal; people decide.",
        fr: "Cette liste est une proposition ; la décision revient à des personnes."
    }
    /// Before the command that tells one candidate's whole account.
    whole_account() { en: "One candidate's whole account:", fr: "Pour le détail d'une candidature :" }
    /// Before the command that asks what is open.
    settle() { en: "To settle what is to be checked, one question after the other:", fr: "Pour trancher ce qui est à vérifier, une question après l'autre :" }
    /// Stands for an id that cannot be typed.
    id_word() { en: "ID", fr: "N°" }
    /// Stands for a file that has no name to type.
    file_word() { en: "FILE", fr: "FICHIER" }

    /// Words as they were written.
    quoted(text) { en: "“{text}”", fr: "« {text} »" }
    /// A severity.
    error() { en: "error", fr: "erreur" }
    /// A severity.
    warning() { en: "warning", fr: "attention" }
    /// A severity.
    note() { en: "note", fr: "note" }
    /// Before what to do.
    help() { en: "help", fr: "aide" }
    /// What stands before a colon that is not ours to write.
    before_colon(name) { en: "{name}", fr: "{name} " }
    /// A problem in one line.
    told(severity, what) { en: "{severity}: {what}", fr: "{severity} : {what}" }
    /// Of many problems some.
    first_told(n, counted) {
        en: "{counted}; the first is shown" | "{counted}; the first {n} are shown",
        fr: "{counted} ; le premier message est affiché" | "{counted} ; les {n} premiers messages sont affichés"
    }
    /// A count of problems.
    errors(n) { en: "{n} error" | "{n} errors", fr: "{n} erreur" | "{n} erreurs" }
    /// A count of problems.
    warnings(n) { en: "{n} warning" | "{n} warnings", fr: "{n} avertissement" | "{n} avertissements" }
    /// A count of problems.
    notes_counted(n) { en: "{n} note" | "{n} notes", fr: "{n} note" | "{n} notes" }

    /// A sheet's name.
    sheet_ranking() { en: "Candidates", fr: "Candidatures" }
    /// A sheet's name, from the second on.
    sheet_ranking_more(n) { en: "Candidates {n}" | "Candidates {n}", fr: "Candidatures {n}" | "Candidatures {n}" }
    /// A sheet's name.
    sheet_decisions() { en: "Decisions", fr: "Décisions" }
    /// A sheet's name.
    sheet_reasons() { en: "Reasons", fr: "Motifs" }
    /// A column's head, for what people decide.
    decision_head() { en: "Decision", fr: "Décision" }
    /// A column's head, for why they do.
    reason_head() { en: "Reason", fr: "Motif" }
    /// A column's head, for who decides.
    by_head() { en: "By", fr: "Par" }
    /// A column's head.
    verdict_head() { en: "Verdict", fr: "Verdict" }
    /// A column's head.
    cell_head() { en: "What the application says", fr: "Ce que dit la candidature" }
    /// A column's head.
    why_it_is() { en: "Why", fr: "Pourquoi" }
    /// A column's head, beside what is to be decided.
    why_open() { en: "why it is open", fr: "pourquoi à vérifier" }
    /// The legend.
    legend_eligible() { en: "eligible: every requirement is met", fr: "éligible : toutes les exigences sont satisfaites" }
    /// The legend.
    legend_review() { en: "review: nothing required is refuted, something is open", fr: "à examiner : aucune exigence n'est réfutée, il reste des éléments à vérifier" }
    /// The legend.
    legend_not_eligible() { en: "not eligible: a requirement is not met", fr: "non éligible : une exigence n'est pas satisfaite" }
    /// The legend.
    legend_share() { en: "50%: the share of its points, where a criterion has no threshold", fr: "50 % : part des points, pour un critère sans seuil" }
    /// The legend.
    legend_decide() {
        en: "Decision, Reason, By: for people to fill in; what is open stands one by one in the sheet Decisions",
        fr: "Décision, Motif, Par : réservé aux personnes qui décident ; ce qui est à vérifier figure un à un dans la feuille Décisions"
    }
    /// A sheet's name.
    sheet_criteria() { en: "Criteria", fr: "Critères" }
    /// A sheet's name.
    sheet_problems() { en: "Problems", fr: "Anomalies" }
    /// A column's head.
    criterion_head() { en: "Criterion", fr: "Critère" }
    /// A column's head.
    need_head() { en: "Need", fr: "Exigé ou atout" }
    /// A column's head.
    weight_head() { en: "Weight", fr: "Poids" }
    /// A column's head.
    requirement_head() { en: "What is asked", fr: "Ce qui est demandé" }
    /// A column's head.
    quote_head() { en: "In the posting's words", fr: "Texte de l'annonce" }
    /// A column's head.
    severity_head() { en: "Severity", fr: "Gravité" }
    /// A column's head.
    what_head() { en: "What is wrong", fr: "Anomalie" }
    /// A column's head.
    help_head() { en: "What to do", fr: "Que faire" }
    /// A text that Excel cannot hold whole.
    cut_here() { en: " [cut here]", fr: " [coupé ici]" }
}
