//! What is told of a record beside its verdicts, and what is wrong with the data as a whole.

use super::catalogue;

catalogue! {
    /// A row, where there is one file.
    row(row) { en: "row {row}", fr: "ligne {row}" }
    /// Several of its rows.
    rows(rows) { en: "rows {rows}", fr: "lignes {rows}" }
    /// A row of one of several files.
    row_of(row, file) { en: "row {row} of {file}", fr: "ligne {row} de {file}" }
    /// Several rows of one of several files.
    rows_of(rows, file) { en: "rows {rows} of {file}", fr: "lignes {rows} de {file}" }
    /// The note of a record whose id comes again.
    same_id(places) { en: "the same id in {places}", fr: "même identifiant : {places}" }
    /// The note of a record whose person comes again.
    same_person(places) { en: "the same person, it seems, in {places}", fr: "sans doute la même personne que {places}" }
    /// A note about one criterion.
    of_criterion(label, note) { en: "{label}: {note}", fr: "{label} : {note}" }
    /// The note of a record without an id of its own.
    no_id() { en: "no id; its row number stands for it", fr: "pas d'identifiant ; le numéro de ligne en tient lieu" }
    /// The note of a record whose id may be in another column.
    unsure_id() {
        en: "its id is not sure; its row number stands for it",
        fr: "son identifiant n'est pas sûr ; le numéro de ligne en tient lieu"
    }
    /// Places that are not named.
    more_places(count) { en: "one more" | "{count} more", fr: "une autre" | "{count} autres" }
    /// Records with the same id.
    id_twice(places) { en: "one id comes more than once: {places}", fr: "un même identifiant figure plusieurs fois : {places}" }
    /// What to do about it.
    id_twice_help() { en: "all of them are kept; decide which one counts", fr: "toutes les candidatures sont gardées ; décidez laquelle retenir" }
    /// Records of the same person.
    person_twice(places) {
        en: "the same e-mail, or the same name and date of birth, comes more than once: {places}",
        fr: "même adresse électronique, ou mêmes nom et date de naissance, plusieurs fois : {places}"
    }
    /// Records that were written before their doubles were known.
    twins_not_in_notes() {
        en: "with `--sort input`, each record is written before its doubles are known: they are told here and not in its notes",
        fr: "avec `--sort input`, chaque candidature est écrite avant que ses doublons soient connus : ils sont signalés ici et non dans ses remarques"
    }
    /// Dates that nothing settles.
    dates_open(open, name) {
        en: "`{name}`: {open} date can be two days: `formats: {{ dates: dmy }}` or `mdy` in the criteria file settles it (to try it: `--set formats.dates=dmy`)" | "`{name}`: {open} dates can be two days each: `formats: {{ dates: dmy }}` or `mdy` in the criteria file settles them (to try it: `--set formats.dates=dmy`)",
        fr: "`{name}` : {open} date peut désigner deux jours : `formats: {{ dates: dmy }}` ou `mdy` dans le fichier de critères tranche (pour essayer : `--set formats.dates=dmy`)" | "`{name}` : {open} dates peuvent désigner deux jours chacune : `formats: {{ dates: dmy }}` ou `mdy` dans le fichier de critères tranche (pour essayer : `--set formats.dates=dmy`)"
    }
    /// Dates that the others settle.
    dates_settled(open, name, others, order) {
        en: "`{name}`: {open} date can be two days, {others}: `formats: {{ dates: {order} }}` in the criteria file settles it (to try it: `--set formats.dates={order}`)" | "`{name}`: {open} dates can be two days each, {others}: `formats: {{ dates: {order} }}` in the criteria file settles them (to try it: `--set formats.dates={order}`)",
        fr: "`{name}` : {open} date peut désigner deux jours, {others} : `formats: {{ dates: {order} }}` dans le fichier de critères tranche (pour essayer : `--set formats.dates={order}`)" | "`{name}` : {open} dates peuvent désigner deux jours chacune, {others} : `formats: {{ dates: {order} }}` dans le fichier de critères tranche (pour essayer : `--set formats.dates={order}`)"
    }
    /// How many dates settle it.
    others_prove(proofs, order) {
        en: "{proofs} other proves {order}" | "{proofs} others prove {order}",
        fr: "{proofs} autre prouve l'ordre {order}" | "{proofs} autres prouvent l'ordre {order}"
    }
    /// An order.
    day_first() { en: "day-month-year", fr: "jour-mois-année" }
    /// An order.
    month_first() { en: "month-day-year", fr: "mois-jour-année" }
    /// Dates of a column that has both orders.
    dates_mixed(open, name, days, months) {
        en: "`{name}`: {open} date can be two days, and the others do not agree ({days} day first, {months} month first)" | "`{name}`: {open} dates can be two days each, and the others do not agree ({days} day first, {months} month first)",
        fr: "`{name}` : {open} date peut désigner deux jours, et les autres ne s'accordent pas (jour d'abord : {days} ; mois d'abord : {months})" | "`{name}` : {open} dates peuvent désigner deux jours chacune, et les autres ne s'accordent pas (jour d'abord : {days} ; mois d'abord : {months})"
    }
    /// Numbers that nothing settles.
    numbers_open(open, name) {
        en: "`{name}`: {open} number can be two, as 1,000 is a thousand or one: `formats: {{ decimal: point }}` or `comma` in the criteria file, the mark before decimals, settles it (to try one: `--set formats.decimal=point` or `=comma`)" | "`{name}`: {open} numbers can be two each, as 1,000 is a thousand or one: `formats: {{ decimal: point }}` or `comma` in the criteria file, the mark before decimals, settles them (to try one: `--set formats.decimal=point` or `=comma`)",
        fr: "`{name}` : {open} nombre peut se lire de deux façons, comme 1,000 (mille ou un) : le séparateur décimal, `formats: {{ decimal: point }}` ou `comma` dans le fichier de critères, tranche (pour essayer : `--set formats.decimal=point` ou `=comma`)" | "`{name}` : {open} nombres peuvent se lire de deux façons, comme 1,000 (mille ou un) : le séparateur décimal, `formats: {{ decimal: point }}` ou `comma` dans le fichier de critères, tranche (pour essayer : `--set formats.decimal=point` ou `=comma`)"
    }
    /// Numbers that the others settle.
    numbers_settled(open, name, proofs, mark, value) {
        en: "`{name}`: {open} number can be two, others ({proofs}) prove {mark} before decimals: `formats: {{ decimal: {value} }}` in the criteria file settles it (to try it: `--set formats.decimal={value}`)" | "`{name}`: {open} numbers can be two each, others ({proofs}) prove {mark} before decimals: `formats: {{ decimal: {value} }}` in the criteria file settles them (to try it: `--set formats.decimal={value}`)",
        fr: "`{name}` : {open} nombre peut se lire de deux façons, et d'autres ({proofs}) prouvent que {mark} est le séparateur décimal : `formats: {{ decimal: {value} }}` dans le fichier de critères tranche (pour essayer : `--set formats.decimal={value}`)" | "`{name}` : {open} nombres peuvent se lire de deux façons, et d'autres ({proofs}) prouvent que {mark} est le séparateur décimal : `formats: {{ decimal: {value} }}` dans le fichier de critères tranche (pour essayer : `--set formats.decimal={value}`)"
    }
    /// A mark before decimals.
    comma() { en: "the comma", fr: "la virgule" }
    /// A mark before decimals.
    point() { en: "the point", fr: "le point" }
    /// Numbers of a column that has both marks.
    numbers_mixed(open, name, commas, points) {
        en: "`{name}`: {open} number can be two, and the others do not agree on the mark before decimals (comma {commas}, point {points})" | "`{name}`: {open} numbers can be two each, and the others do not agree on the mark before decimals (comma {commas}, point {points})",
        fr: "`{name}` : {open} nombre peut se lire de deux façons, et les autres ne s'accordent pas sur le séparateur décimal (virgule : {commas} ; point : {points})" | "`{name}` : {open} nombres peuvent se lire de deux façons, et les autres ne s'accordent pas sur le séparateur décimal (virgule : {commas} ; point : {points})"
    }
    /// Records without an id.
    without_id(count) {
        en: "one record has no id; its row number stands for it" | "{count} records have no id; their row numbers stand for them",
        fr: "une candidature n'a pas d'identifiant ; son numéro de ligne en tient lieu" | "{count} candidatures n'ont pas d'identifiant ; leur numéro de ligne en tient lieu"
    }
    /// Rows that hold nothing.
    blank_rows(count) {
        en: "one row with nothing in any cell was left out" | "{count} rows with nothing in any cell were left out",
        fr: "une ligne entièrement vide a été laissée de côté" | "{count} lignes entièrement vides ont été laissées de côté"
    }
}
