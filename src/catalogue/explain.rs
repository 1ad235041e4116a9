//! Why a verdict is what it is, what would change it, and the account of one candidate.
//!
//! A run may need a reason for every criterion of every candidate, in one language only. The phrases here are
//! therefore made for the language that is asked for, and written straight to where they are shown.

use std::fmt::{self, Display, Formatter};

use super::Lang;

/// Something that is written when it is shown.
struct Phrase<F>(F);

impl<F: Fn(&mut Formatter<'_>) -> fmt::Result> Display for Phrase<F> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}

/// Declares phrases as [`super::catalogue!`] declares sentences; each is made for one language, the first argument.
/// With `one` and `many` forms, the first placeholder is a count.
macro_rules! phrases {
    () => {};
    ($(#[$meta:meta])* $name:ident($($arg:ident),* $(,)?) { en: $en:literal, fr: $fr:literal $(,)? } $($rest:tt)*) => {
        $(#[$meta])*
        pub fn $name(lang: Lang $(, $arg: impl Display)*) -> impl Display {
            #[deny(unused_variables)]
            fn en(f: &mut Formatter<'_> $(, $arg: &dyn Display)*) -> fmt::Result { write!(f, $en) }
            #[deny(unused_variables)]
            fn fr(f: &mut Formatter<'_> $(, $arg: &dyn Display)*) -> fmt::Result { write!(f, $fr) }
            Phrase(move |f: &mut Formatter<'_>| match lang {
                Lang::En => en(f $(, &$arg)*),
                Lang::Fr => fr(f $(, &$arg)*),
            })
        }
        phrases! { $($rest)* }
    };
    ($(#[$meta:meta])* $name:ident($count:ident $(, $arg:ident)* $(,)?) {
        en: $en_one:literal | $en_many:literal, fr: $fr_one:literal | $fr_many:literal $(,)?
    } $($rest:tt)*) => {
        $(#[$meta])*
        pub fn $name(lang: Lang, $count: usize $(, $arg: impl Display)*) -> impl Display {
            #[allow(unused_variables)] // "one criterion" need not name its number
            fn en(f: &mut Formatter<'_>, one: bool, $count: &dyn Display $(, $arg: &dyn Display)*) -> fmt::Result {
                if one { write!(f, $en_one) } else { write!(f, $en_many) }
            }
            #[allow(unused_variables)]
            fn fr(f: &mut Formatter<'_>, one: bool, $count: &dyn Display $(, $arg: &dyn Display)*) -> fmt::Result {
                if one { write!(f, $fr_one) } else { write!(f, $fr_many) }
            }
            Phrase(move |f: &mut Formatter<'_>| {
                let said = super::Say::say(&$count, lang);
                match lang {
                    Lang::En => en(f, $count == 1, &said $(, &$arg)*),
                    Lang::Fr => fr(f, $count < 2, &said $(, &$arg)*),
                }
            })
        }
        phrases! { $($rest)* }
    };
}

// Sizes and ranges of them.
phrases! {
    /// A number of years, for which the singular is right.
    year(number) { en: "{number} year", fr: "{number} an" }
    /// A number of years, for which the plural is right.
    years(number) { en: "{number} years", fr: "{number} ans" }
    /// A rating.
    out_of(number, top) { en: "{number} out of {top}", fr: "{number} sur {top}" }
    /// So many of a list of terms.
    terms(total, number) { en: "{number} of {total} term" | "{number} of {total} terms", fr: "{number} terme sur {total}" | "{number} des {total} termes" }
    /// So many of the tests of a group.
    tests(total, number) { en: "{number} of {total} met" | "{number} of {total} met", fr: "{number} sur {total}" | "{number} sur {total}" }
    /// From one size to another, both meant.
    to(low, high) { en: "{low} to {high}", fr: "{low} à {high}" }
    /// Two sizes and all between, neither of them meant.
    between(low, high) { en: "more than {low} and less than {high}", fr: "plus de {low} et moins de {high}" }
    /// From one size, up to another that is not meant.
    to_less_than(low, high) { en: "{low} to less than {high}", fr: "de {low} à moins de {high}" }
    /// Above one size that is not meant, up to another.
    more_than_to(low, high) { en: "more than {low} and at most {high}", fr: "plus de {low} et au plus {high}" }
    /// A size or any larger one.
    or_more(low) { en: "{low} or more", fr: "{low} ou plus" }
    /// Any larger size.
    more_than(low) { en: "more than {low}", fr: "plus de {low}" }
    /// A size or any smaller one.
    at_most(high) { en: "at most {high}", fr: "au plus {high}" }
    /// Any smaller size.
    less_than(high) { en: "less than {high}", fr: "moins de {high}" }
    /// One of two ranges.
    either(one, other) { en: "{one} or {other}", fr: "{one} ou {other}" }
    /// The lowest step of a language, which is also that of one that is not named.
    no_level_of_it() { en: "below A1 or not named", fr: "langue non citée ou niveau inférieur à A1" }
    /// Nothing excluded.
    anything() { en: "any value", fr: "une valeur quelconque" }
    /// From one day or moment to another.
    span(first, last) { en: "{first} to {last}", fr: "du {first} au {last}" }
    /// A moment: its day, its hour and minute, and the time zone.
    at(day, time, zone) { en: "{day} at {time} ({zone})", fr: "{day} à {time} ({zone})" }
    /// A moment between two times of a day.
    between_times(day, first, last, zone) {
        en: "{day} between {first} and {last} ({zone})",
        fr: "{day} entre {first} et {last} ({zone})"
    }
    /// A time of day.
    clock(hour, minute) { en: "{hour:02}:{minute:02}", fr: "{hour}\u{a0}h\u{a0}{minute:02}" }
    /// A day or any later one.
    or_later(day) { en: "{day} or later", fr: "{day} ou plus tard" }
    /// A day or any earlier one.
    or_earlier(day) { en: "{day} or earlier", fr: "{day} ou plus tôt" }
    /// Yes.
    yes() { en: "yes", fr: "oui" }
    /// No.
    no() { en: "no", fr: "non" }
    /// Something is there.
    provided() { en: "provided", fr: "fourni" }
    /// Nothing is there.
    not_provided() { en: "not provided", fr: "non fourni" }
    /// A value of the list.
    listed() { en: "one of the values that pass", fr: "l'une des valeurs admises" }
    /// A value that is not on the list.
    not_listed() { en: "none of the values that pass", fr: "aucune des valeurs admises" }
}

// Why a verdict is what it is.
phrases! {
    /// Enough.
    asked(read, least) { en: "{read}: {least} asked", fr: "{read} (minimum demandé : {least})" }
    /// Little enough.
    limit_kept(read, most) { en: "{read}: at most {most} asked", fr: "{read} (maximum demandé : {most})" }
    /// Within two bounds.
    within(read, least, most) { en: "{read}: from {least} to {most} asked", fr: "{read} (demandé : de {least} à {most})" }
    /// No bound at all.
    no_bound(read, full) { en: "{read} (full credit at {full})", fr: "{read} (tous les points à partir de {full})" }
    /// Too little.
    under(read, least) { en: "{read}, under the {least} asked", fr: "{read}, sous le minimum demandé ({least})" }
    /// Too much.
    over(read, most) { en: "{read}, over the limit of {most}", fr: "{read}, au-dessus du maximum demandé ({most})" }
    /// Too little or too much.
    outside(read, least, most) {
        en: "{read}, outside the {least} to {most} asked",
        fr: "{read}, hors de la fourchette demandée (de {least} à {most})"
    }
    /// Perhaps enough.
    perhaps_enough(read, least) {
        en: "{read}: the {least} asked may or may not be reached",
        fr: "{read} : on ne sait pas si le minimum demandé ({least}) est atteint"
    }
    /// Perhaps little enough.
    perhaps_over(read, most) {
        en: "{read}: the limit of {most} may or may not be kept",
        fr: "{read} : on ne sait pas si le maximum demandé ({most}) est respecté"
    }
    /// Perhaps within two bounds.
    perhaps_within(read, least, most) {
        en: "{read}: may or may not be within the {least} to {most} asked",
        fr: "{read} : on ne sait pas si c'est dans la fourchette demandée (de {least} à {most})"
    }
    /// None of the terms.
    no_term(total) {
        en: "the term asked for is not named" | "none of the {total} terms is named",
        fr: "le terme demandé n'est pas mentionné" | "aucun des {total} termes n'est mentionné"
    }
    /// Not after a day.
    in_time(read, day) { en: "{read}, not after {day}", fr: "{read} (demandé : au plus tard le {day})" }
    /// Not before a day.
    late_enough(read, day) { en: "{read}, not before {day}", fr: "{read} (demandé : à partir du {day})" }
    /// Between two days.
    between_days(read, first, last) { en: "{read}, from {first} to {last}", fr: "{read} (demandé : du {first} au {last})" }
    /// After a day.
    after(read, day) { en: "{read}, after {day}", fr: "{read}, après le {day}" }
    /// Before a day.
    before(read, day) { en: "{read}, before {day}", fr: "{read}, avant le {day}" }
    /// Not between two days.
    not_between_days(read, first, last) {
        en: "{read}, not from {first} to {last}",
        fr: "{read}, hors de la période demandée (du {first} au {last})"
    }
    /// Perhaps after a day.
    perhaps_after(read, day) {
        en: "{read}: may or may not be after {day}",
        fr: "{read} : on ne sait pas si c'est après le {day}"
    }
    /// Perhaps before a day.
    perhaps_before(read, day) {
        en: "{read}: may or may not be before {day}",
        fr: "{read} : on ne sait pas si c'est avant le {day}"
    }
    /// Perhaps between two days.
    perhaps_between(read, first, last) {
        en: "{read}: may or may not be from {first} to {last}",
        fr: "{read} : on ne sait pas si c'est dans la période demandée (du {first} au {last})"
    }
    /// Neither yes nor no.
    yes_or_no() { en: "neither a clear yes nor a clear no", fr: "ni un oui clair, ni un non clair" }
    /// It cannot be told whether it is there.
    perhaps_provided() { en: "it cannot be told whether it is there", fr: "on ne sait pas si c'est fourni" }
    /// It cannot be told whether it is on the list.
    perhaps_listed() {
        en: "it cannot be told whether it is one of the values that pass",
        fr: "on ne sait pas si c'est l'une des valeurs admises"
    }

    /// The one cell is empty.
    empty() { en: "the cell is empty", fr: "la cellule est vide" }
    /// All the cells are empty.
    all_empty() { en: "the cells are empty", fr: "les cellules sont vides" }
    /// The cell holds a word for nothing.
    says_nothing(cell) { en: "the cell says nothing (`{cell}`)", fr: "la cellule ne dit rien (`{cell}`)" }
    /// No such column.
    no_column(names) { en: "the file has no column {names}", fr: "le fichier n'a pas de colonne {names}" }
    /// The criterion counts an empty cell as not met.
    counted_as_not_met(reason) {
        en: "{reason}, which this posting counts as not met",
        fr: "{reason}, ce que cette annonce tient pour non satisfait"
    }
    /// The criterion is left out where its cell is empty.
    left_out(reason) {
        en: "{reason}, so this criterion is left out",
        fr: "{reason} : ce critère n'est donc pas compté"
    }
    /// The row cannot be trusted.
    untrusted() { en: "the row cannot be trusted", fr: "la ligne n'est pas fiable" }
    /// The row cannot be trusted, and why.
    untrusted_because(why) { en: "the row cannot be trusted: {why}", fr: "la ligne n'est pas fiable : {why}" }
    /// Still under way.
    degree_under_way() { en: "a degree still under way", fr: "un diplôme encore en cours" }
    /// Still under way.
    under_way() { en: "still under way", fr: "encore en cours" }
    /// Negated.
    negated() { en: "named beside a negation", fr: "mentionné à côté d'une négation" }
    /// Named, but nothing says that it is there.
    left_open() {
        en: "named, but what stands around it leaves it open",
        fr: "mentionné, mais le contexte ne permet pas de conclure"
    }
    /// An abbreviation that is an everyday word.
    everyday() { en: "cannot be told from an everyday word", fr: "ne se distingue pas d'un mot courant" }
    /// A degree in another field, for certain.
    other_field() {
        en: "the degree is in another field than those listed",
        fr: "le diplôme relève d'un autre domaine que ceux demandés"
    }
    /// A degree in another field, or in none that is said.
    no_field() {
        en: "no degree in one of the fields listed is named",
        fr: "aucun diplôme n'est cité dans l'un des domaines demandés"
    }
    /// A language that the cell does not name.
    language_not_named() { en: "the cell does not name this language", fr: "la cellule ne cite pas cette langue" }
    /// Something else is named.
    something_else() { en: "the cell names something else", fr: "la cellule indique autre chose" }

    /// Not a duration.
    no_years(cell) { en: "`{cell}` cannot be read as years", fr: "`{cell}` ne se lit pas comme une durée" }
    /// Between what was read and the words that are not understood.
    besides() { en: "; ", fr: " ; " }
    /// Words of a cell that are not understood.
    is_not_understood(words) { en: "{words} is not understood", fr: "{words} n'est pas compris" }
    /// Words that are hidden, since they say who somebody is.
    something_not_understood() { en: "words that are hidden are not understood", fr: "des mots masqués ne sont pas compris" }
    /// Several such.
    are_not_understood(words) { en: "{words} are not understood", fr: "{words} ne sont pas compris" }
    /// Not a number.
    no_number(cell) { en: "`{cell}` cannot be read as a number", fr: "`{cell}` ne se lit pas comme un nombre" }
    /// Not a step of a scale.
    no_level(cell) { en: "`{cell}` cannot be read as a level", fr: "`{cell}` ne se lit pas comme un niveau" }
    /// Not a level of a language.
    no_language_level(cell) {
        en: "`{cell}` cannot be read as a level of this language",
        fr: "`{cell}` ne se lit pas comme un niveau de cette langue"
    }
    /// Not a degree.
    no_degree(cell) { en: "`{cell}` cannot be read as a degree", fr: "`{cell}` ne se lit pas comme un diplôme" }
    /// Not a date.
    no_date(cell) { en: "`{cell}` cannot be read as a date", fr: "`{cell}` ne se lit pas comme une date" }
    /// Not a yes or a no.
    no_yes_no(cell) { en: "`{cell}` cannot be read as yes or no", fr: "`{cell}` ne se lit pas comme oui ou non" }
    /// Not a rating.
    no_rating(cell) { en: "`{cell}` cannot be read as a rating", fr: "`{cell}` ne se lit pas comme une note" }
    /// Not anything.
    no_reading(cell) { en: "`{cell}` cannot be read", fr: "`{cell}` ne peut pas être lu" }

    /// One part of a group, with what was read.
    part(requirement, read) { en: "{requirement} ({read})", fr: "{requirement} ({read})" }
    /// More parts than are told.
    more_parts(count) { en: "{count} more" | "{count} more", fr: "{count} autre" | "{count} autres" }
    /// Any of several, met.
    through(parts) { en: "met through: {parts}", fr: "satisfait grâce à : {parts}" }
    /// Any of several, none met.
    none_of(parts) { en: "none is met: {parts}", fr: "aucun n'est satisfait : {parts}" }
    /// Any of several, some open.
    open_through(parts) { en: "none is certain; open: {parts}", fr: "rien de certain ; à vérifier : {parts}" }
    /// All of several, met.
    all_met(count) { en: "met" | "all {count} are met", fr: "satisfait" | "les {count} sont satisfaits" }
    /// All of several, some not met.
    lacking(parts) { en: "not met: {parts}", fr: "non satisfait : {parts}" }
    /// All of several, some open.
    still_open(count, parts) {
        en: "{count} met; open: {parts}" | "{count} met; open: {parts}",
        fr: "{count} satisfait ; à vérifier : {parts}" | "{count} satisfaits ; à vérifier : {parts}"
    }
    /// How many of several are met, surely.
    count_met(met, total) {
        en: "{met} of {total} met" | "{met} of {total} met",
        fr: "{met} satisfait sur {total}" | "{met} satisfaits sur {total}"
    }
    /// A bound for a count of tests met.
    count_asked(count, met) { en: "{met}, {count} asked" | "{met}, {count} asked", fr: "{met}, {count} demandé" | "{met}, {count} demandés" }
    /// What is told of the parts after the count.
    count_parts(met, parts) { en: "{met}: {parts}", fr: "{met} : {parts}" }
    /// The open parts after the count.
    count_open(met, parts) { en: "{met}; open: {parts}", fr: "{met} ; à vérifier : {parts}" }
}

// How a cell was read.
phrases! {
    /// A cell that could be read.
    read_as(read) { en: "read as {read}", fr: "lu comme {read}" }
    /// A cell that could not be read.
    cannot_be_read() { en: "cannot be read", fr: "illisible" }
    /// An empty cell.
    nothing_said() { en: "nothing is said", fr: "rien n'est dit" }
    /// A row that cannot be trusted.
    not_read() { en: "not read, since the row cannot be trusted", fr: "non lu, car la ligne n'est pas fiable" }
    /// A text in the language's own quotation marks.
    quote(text) { en: "“{text}”", fr: "« {text} »" }
    /// What is asked of a column.
    in_column(column, asked) { en: "{column}: {asked}", fr: "{column} : {asked}" }
}

// What people decided.
phrases! {
    /// By nobody who is named.
    by_hand() { en: "decided", fr: "décidé" }
    /// By whom.
    by_whom(decided, by) { en: "{decided} by {by}", fr: "{decided} par {by}" }
    /// When.
    on_day(decided, day) { en: "{decided} on {day}", fr: "{decided} le {day}" }
    /// What.
    decided(decided, decision) { en: "{decided}: {decision}", fr: "{decided} : {decision}" }
    /// Why.
    with_reason(decided, reason) { en: "{decided} ({reason})", fr: "{decided} ({reason})" }
    /// Beside what the machine had said.
    label_machine() { en: "machine", fr: "machine" }
    /// What the machine had said.
    machine_said(verdict, points) { en: "{verdict}; {points}", fr: "{verdict} ; {points}" }
    /// The status that a person decided, and that of the machine.
    status_decided(decided, machine) { en: "status {decided}; by the criteria: {machine}", fr: "statut {decided} ; selon les critères : {machine}" }
    /// What follows tells of the criteria alone.
    status_is_decided() { en: "The status was decided by a person. By the criteria alone:", fr: "Le statut a été décidé par une personne. Selon les seuls critères :" }
    /// To the applicant, of one point.
    you_looked_at() { en: "A person has looked at this point and decided on it.", fr: "Une personne a examiné ce point et s'est prononcée." }
    /// To the applicant, of the whole.
    you_decided() { en: "A person has looked at your application as a whole and decided on it.", fr: "Une personne a examiné votre candidature dans son ensemble et s'est prononcée." }
}

// Near misses.
phrases! {
    /// Who fails only one requirement, and by how much.
    near_miss(who, label, lack) { en: "{who}: {label}: {lack}", fr: "{who} : {label} : {lack}" }
    /// The same, with other requirements open.
    near_miss_open(open, miss) {
        en: "{miss}; {open} other requirement open" | "{miss}; {open} other requirements open",
        fr: "{miss} ; {open} autre exigence à vérifier" | "{miss} ; {open} autres exigences à vérifier"
    }
    /// So much of what is asked, in a unit of its own.
    of_asked(read, asked) { en: "{read} of {asked}", fr: "{read} sur {asked}" }
    /// A step and the one asked.
    step_asked(read, asked) { en: "{read}, {asked} asked", fr: "{read} ({asked} demandé)" }
    /// A moment that is too late.
    too_late(read, by) { en: "{read}: {by} too late", fr: "{read} : {by} de retard" }
    /// A moment that is too early.
    too_early(read, by) { en: "{read}: {by} too early", fr: "{read} : {by} trop tôt" }
    /// Seconds.
    seconds(count) { en: "{count} second" | "{count} seconds", fr: "{count} seconde" | "{count} secondes" }
    /// Minutes.
    minutes(count) { en: "{count} minute" | "{count} minutes", fr: "{count} minute" | "{count} minutes" }
    /// Hours.
    hours(count) { en: "{count} hour" | "{count} hours", fr: "{count} heure" | "{count} heures" }
    /// Days.
    days(count) { en: "{count} day" | "{count} days", fr: "{count} jour" | "{count} jours" }
    /// Hours and minutes in figures.
    in_figures(hours, minutes) { en: "{hours} h {minutes}", fr: "{hours}\u{a0}h\u{a0}{minutes}" }
    /// Hours and minutes in words.
    and(first, second) { en: "{first} and {second}", fr: "{first} et {second}" }
}

// What to ask for.
phrases! {
    /// A duration.
    ask_years(columns) { en: "ask for the number of years ({columns})", fr: "demander le nombre d'années ({columns})" }
    /// A number.
    ask_number(columns) { en: "ask for the number ({columns})", fr: "demander le nombre ({columns})" }
    /// A level.
    ask_level(columns) { en: "ask for the level ({columns})", fr: "demander le niveau ({columns})" }
    /// A degree.
    ask_degree(columns) { en: "ask for the degree ({columns})", fr: "demander le diplôme ({columns})" }
    /// Whether a degree is finished.
    ask_finished(columns) {
        en: "ask whether the degree is finished ({columns})",
        fr: "demander si le diplôme est obtenu ({columns})"
    }
    /// The field of a degree, where none is said.
    ask_field(columns) {
        en: "ask for the field of the degree ({columns})",
        fr: "demander le domaine du diplôme ({columns})"
    }
    /// The same, and whether the degree is finished.
    ask_field_finished(columns) {
        en: "ask for the field of the degree, and whether it is finished ({columns})",
        fr: "demander le domaine du diplôme, et si le diplôme est obtenu ({columns})"
    }
    /// Whether the field that is said is close enough to those listed.
    ask_related(columns) {
        en: "ask whether the degree is in a related field ({columns})",
        fr: "demander si le domaine du diplôme est connexe ({columns})"
    }
    /// The same, and whether the degree is finished.
    ask_related_finished(columns) {
        en: "ask whether the degree is in a related field, and whether it is finished ({columns})",
        fr: "demander si le domaine du diplôme est connexe, et si le diplôme est obtenu ({columns})"
    }
    /// A date.
    ask_date(columns) { en: "check the date ({columns})", fr: "vérifier la date ({columns})" }
    /// Yes or no.
    ask_yes_no(columns) { en: "ask for a yes or a no ({columns})", fr: "demander une réponse par oui ou par non ({columns})" }
    /// A document.
    ask_provided(columns) { en: "ask for what is to be provided ({columns})", fr: "demander ce qui est à fournir ({columns})" }
    /// A category.
    ask_category(columns) { en: "ask which value it is ({columns})", fr: "demander laquelle des valeurs s'applique ({columns})" }
    /// Terms in a text.
    ask_terms(columns) { en: "ask about what the text leaves open ({columns})", fr: "demander de préciser ce que le texte laisse incertain ({columns})" }
    /// Ratings of a panel.
    ask_rating(columns) { en: "complete the panel's ratings ({columns})", fr: "compléter les notes du jury ({columns})" }
    /// What the answer must show, and what is known so far.
    to_be_shown(ask, requirement, so_far) {
        en: "{ask}; to be shown: {requirement}; {so_far}",
        fr: "{ask} ; à établir : {requirement} ; {so_far}"
    }
    /// What the cell says so far.
    cell_says(cell) { en: "the cell says `{cell}`", fr: "la cellule dit `{cell}`" }
}

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
    /// What the application says.
    you_wrote(cell) { en: "Your application says: “{cell}”.", fr: "Votre candidature indique : « {cell} »." }
    /// Nothing is said.
    you_said_nothing() { en: "Your application says nothing on this point.", fr: "Votre candidature ne dit rien sur ce point." }
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
}
