//! Why a verdict is what it is, and how the cells were read.

use super::{Display, Formatter, Lang, Spoken, fmt};

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
    in_column(column, asked) { en: "{column}: {asked}", fr: "« {column} » : {asked}" }
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
    you_looked_at() { en: "A person has looked at this point and decided on it.", fr: "Une personne a examiné ce critère et s'est prononcée." }
    /// To the applicant, of the whole.
    you_decided() { en: "A person has looked at your application as a whole and decided on it.", fr: "Une personne a examiné votre candidature dans son ensemble et s'est prononcée." }
}
