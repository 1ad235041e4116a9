//! What the tests ask, and what is wrong with how one is written.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{Lang, Text, catalogue, decimals};

/// So many years: in French, fewer than two are singular.
#[must_use]
pub fn years(size: f64) -> Text {
    Text {
        en: format!("{} {}", decimals(size, 2, Lang::En), if (size - 1.0).abs() < 1e-9 { "year" } else { "years" }),
        fr: format!("{} {}", decimals(size, 2, Lang::Fr), if size < 2.0 { "an" } else { "ans" }),
    }
}

/// A step's name, in the language's own quotation marks where it is a word.
#[must_use]
pub fn quoted(name: &Text) -> Text {
    Text::each(|lang| quoted_in(name, lang).into_owned())
}

/// The same in one language.
#[must_use]
pub fn quoted_in(name: &Text, lang: Lang) -> Cow<'_, str> {
    let name = name.to(lang);
    match lang {
        _ if !name.chars().any(char::is_lowercase) || name.chars().count() <= 2 => name.into(),
        Lang::En => format!("“{name}”").into(),
        Lang::Fr => format!("«\u{a0}{name}\u{a0}»").into(),
    }
}

/// A level of education with its article in French, by its English name.
#[must_use]
pub fn with_article(level: &str) -> Option<&'static str> {
    const ARTICLES: [(&str, &str); 5] = [
        ("secondary", "un diplôme du secondaire"),
        ("short cycle", "un diplôme de cycle court"),
        ("bachelor", "une licence (bachelier)"),
        ("master", "un master"),
        ("doctorate", "un doctorat"),
    ];
    ARTICLES.iter().find(|(en, _)| *en == level).map(|(_, fr)| *fr)
}

/// A degree at a level, in one of these fields.
#[must_use]
pub fn degree(level: Text, fields: &[Text]) -> Text {
    if fields.is_empty() { a_degree(level) } else { a_degree_in(level, super::list_or(fields)) }
}

/// Any of several requirements.
#[must_use]
pub fn any_of(parts: &[Text]) -> Text {
    join(parts, "; or ", "\u{a0}; ou ")
}

/// All of several requirements.
#[must_use]
pub fn all_of(parts: &[Text]) -> Text {
    join(parts, "; and ", "\u{a0}; et ")
}

/// So many of several requirements.
#[must_use]
pub fn some_of(count: Text, parts: &[Text]) -> Text {
    let all = some_of_these(count, join(parts, "; ", "\u{a0}; "));
    // One of one: in French the requirement speaks for itself.
    match parts {
        [only] => Text { fr: only.fr.clone(), ..all },
        _ => all,
    }
}

fn join(parts: &[Text], en: &str, fr: &str) -> Text {
    let each = |lang: Lang, between: &str| parts.iter().map(|p| p.to(lang)).collect::<Vec<_>>().join(between);
    Text { en: each(Lang::En, en), fr: each(Lang::Fr, fr) }
}

/// So many of some terms.
#[must_use]
pub fn of_terms(total: usize, size: f64) -> Text {
    terms_of(total, counted(size))
}

/// So many of some tests.
#[must_use]
pub fn of_tests(total: usize, size: f64) -> Text {
    tests_of(total, counted(size))
}

/// A count within a sentence: in French, one is a word.
fn counted(size: f64) -> Text {
    let text = Text::each(|lang| decimals(size, 2, lang));
    if (size - 1.0).abs() < 1e-9 { Text { fr: "un".to_owned(), ..text } } else { text }
}

/// Terms that a text mentions.
#[must_use]
pub fn mentions(count: Text, terms: Text) -> Text {
    let of = if count.fr.starts_with("au ") { "d'" } else { "" };
    let fr = format!("{of}{}", count.fr);
    mentions_of(Text { fr, ..count }, terms)
}

/// What is asked, without the name before it where the label says that already: "C1 or better" of "English: C1 or better".
#[must_use]
pub fn beside_label<'a>(label: &str, asked: &'a str) -> &'a str {
    let end = asked.char_indices().nth(label.chars().count()).map_or(asked.len(), |(at, _)| at);
    let (name, rest) = asked.split_at(end);
    if name.to_lowercase() != label.to_lowercase() {
        return asked;
    }
    [": ", "\u{a0}: ", ", "].iter().find_map(|colon| rest.strip_prefix(colon)).unwrap_or(asked)
}

/// On one day or before.
#[must_use]
pub fn on_or_before(day: NaiveDate) -> Text {
    by(day)
}

catalogue! {
    /// A bound from below.
    at_least(size) { en: "at least {size}", fr: "au moins {size}" }
    /// A bound from above.
    at_most(size) { en: "at most {size}", fr: "au plus {size}" }
    /// A bound on both sides.
    from_to(low, high) { en: "from {low} to {high}", fr: "de {low} à {high}" }
    /// A step of a scale, or a higher one.
    or_better(step) { en: "{step} or better", fr: "{step} minimum" }
    /// The top step of a scale.
    exactly(step) { en: "{step}", fr: "{step}" }
    /// No bound, only credit.
    more_is_better(full) { en: "the more the better, up to {full}", fr: "le plus possible, jusqu'à {full}" }
    /// The same of steps.
    higher_is_better(full) { en: "the higher the better, up to {full}", fr: "meilleur niveau possible, jusqu'à {full}" }
    /// A mean rating.
    out_of_text(size, out_of) { en: "{size} out of {out_of}", fr: "{size} sur {out_of}" }
    /// So many terms.
    terms_of(total, size) { en: "{size} of {total} term" | "{size} of {total} terms", fr: "{size} terme" | "{size} des {total} termes" }
    /// So many tests.
    tests_of(total, size) {
        en: "{size} of the following" | "{size} of the following {total}",
        fr: "{size} élément" | "{size} des {total} éléments suivants"
    }
    /// So many of these requirements.
    some_of_these(count, parts) { en: "{count}: {parts}", fr: "{count} : {parts}" }
    /// A degree of any field.
    a_degree(level) { en: "a degree: {level}", fr: "{level}" }
    /// A degree in one of these fields.
    a_degree_in(level, fields) { en: "a degree: {level}, in {fields}", fr: "{level}, en {fields}" }
    /// A language at a level.
    language(name, level) { en: "{name}: {level}", fr: "{name}, {level}" }
    /// Terms that a text mentions.
    mentions_of(count, terms) { en: "mentions {count}: {terms}", fr: "mention {count} : {terms}" }
    /// A yes.
    yes() { en: "yes", fr: "oui" }
    /// A document that is there.
    provided() { en: "provided", fr: "document fourni" }
    /// A category.
    one_of(values) { en: "one of {values}", fr: "l'une de ces valeurs : {values}" }
    /// A day or before.
    by(day) { en: "on or before {day}", fr: "au plus tard le {day}" }
    /// A day or after.
    on_or_after(day) { en: "on or after {day}", fr: "à partir du {day}" }
    /// Two days and all between.
    between_days(first, last) { en: "from {first} to {last}", fr: "du {first} au {last}" }

    /// A bound beyond the highest there is.
    over_the_top(size, top) { en: "{size} is over {top}, the most there can be", fr: "{size} dépasse {top}, le maximum possible" }
    /// What to write instead.
    over_the_top_help(top) { en: "write a number up to {top}", fr: "écrivez {top} au maximum" }
    /// Bounds that contradict each other.
    at_least_over(name) { en: "`at_least` is over `{name}`", fr: "`at_least` dépasse `{name}`" }
    /// What to write instead.
    at_least_over_help(name) { en: "lower `at_least` or raise `{name}`", fr: "baissez `at_least` ou relevez `{name}`" }
    /// Full credit for nothing.
    full_at_zero() { en: "`full_at` must be over 0: everybody would have full credit", fr: "`full_at` doit dépasser 0 : tout le monde aurait le maximum des points" }
    /// What to write instead.
    full_at_zero_help() { en: "write what earns full credit, or leave `full_at` out", fr: "écrivez ce qui vaut le maximum des points, ou retirez `full_at`" }
    /// A column that stands twice in a list.
    column_twice(name) { en: "`{name}` stands twice in this list", fr: "`{name}` figure deux fois dans cette liste" }
    /// What to do about it.
    column_twice_help() { en: "a column is read once; keep one of the two", fr: "une colonne n'est lue qu'une fois ; gardez l'une des deux" }
    /// One of several fields is needed.
    one_is_needed(names) { en: "{names} is needed", fr: "il manque {names}" }
    /// A scale that does not exist.
    unknown_scale(name) { en: "there is no scale named `{name}`", fr: "aucune échelle ne s'appelle `{name}`" }
    /// The scales there are.
    unknown_scale_help(names) {
        en: "write {names}, or list your own steps from the lowest up: `scale: [none, some, much]`",
        fr: "écrivez {names}, ou la liste de vos propres échelons, du plus bas au plus haut : `scale: [aucun, moyen, bon]`"
    }
    /// A scale of fewer than two steps.
    short_scale() { en: "a scale needs at least two steps", fr: "une échelle a besoin d'au moins deux échelons" }
    /// How a scale is written.
    short_scale_help() {
        en: "list its steps from the lowest up, such as `[none, some, good, excellent]`",
        fr: "donnez ses échelons du plus bas au plus haut, par exemple `[aucune, moyenne, bonne, excellente]`"
    }
    /// A word for two steps.
    step_twice(word) { en: "`{word}` stands twice on this scale", fr: "`{word}` figure deux fois sur cette échelle" }
    /// What to do about it.
    step_twice_help() { en: "a word belongs to one step; keep it on one", fr: "un mot n'a qu'un échelon ; gardez-le à un seul endroit" }
    /// A step that is not on its scale.
    unknown_step(word) { en: "`{word}` is not a step of this scale", fr: "`{word}` n'est pas un échelon de cette échelle" }
    /// The steps there are.
    unknown_step_help(steps) { en: "its steps are {steps}", fr: "écrivez l'un de ses échelons : {steps}" }
    /// A language code that does not exist.
    unknown_language(code) { en: "there is no language with the code `{code}`", fr: "aucune langue n'a le code `{code}`" }
    /// The nearest language.
    language_did_you_mean(code, name) { en: "did you mean `{code}` ({name})?", fr: "vouliez-vous dire `{code}` ({name}) ?" }
    /// What a language code is.
    language_code_help() {
        en: "write the language's ISO 639 code, such as `en`, `fr` or `es`",
        fr: "écrivez le code ISO 639 de la langue, par exemple `en`, `fr` ou `es`"
    }
    /// A code of no currency.
    unknown_currency(code) { en: "there is no currency with the code `{code}`", fr: "aucune monnaie n'a le code `{code}`" }
    /// What a currency code is.
    currency_code_help() {
        en: "write the currency's ISO 4217 code, such as `EUR`, `CHF` or `USD`",
        fr: "écrivez le code ISO 4217 de la monnaie, par exemple `EUR`, `CHF` ou `USD`"
    }
    /// No column for a degree.
    degree_needs_column() { en: "`column`, or `level` and `field`, is needed", fr: "il manque `column`, ou bien `level` et `field`" }
    /// What they are.
    degree_needs_column_help() {
        en: "`column` holds the whole degree; or `level` and `field` name the columns of its two parts",
        fr: "`column` contient le diplôme entier ; ou `level` et `field` nomment les colonnes de ses deux parties"
    }
    /// A field without a level.
    degree_needs_level() { en: "`field` needs `level` beside it", fr: "`field` ne va pas sans `level`" }
    /// Fields asked for, and no column that has them.
    degree_needs_field() {
        en: "`fields` are asked for, and no column holds them: `level` needs `field` beside it",
        fr: "des `fields` sont demandés, et aucune colonne ne les contient : il faut `field` à côté de `level`"
    }
    /// Both ways at once.
    degree_two_ways() {
        en: "`column` cannot stand beside `level` or `field`",
        fr: "`column` ne peut pas figurer à côté de `level` ou `field`"
    }
    /// A list with nothing in it.
    empty_list(name) { en: "`{name}` is empty", fr: "`{name}` est vide" }
    /// What to do about it.
    empty_list_help(written) { en: "write at least one, such as `{written}`", fr: "écrivez-en au moins un, par exemple `{written}`" }
    /// A test as an item of a list.
    a_test() { en: "- yes_no: {{ column: advocacy }}", fr: "- yes_no: {{ column: plaidoyer }}" }
    /// A value that meets and does not.
    value_in_both(word) { en: "`{word}` stands under `values` and under `not`", fr: "`{word}` figure sous `values` et sous `not`" }
    /// What to do about it.
    value_in_both_help() { en: "a value either passes or does not; keep it in one of the two lists", fr: "une valeur convient ou ne convient pas ; gardez-la dans une seule des deux listes" }
    /// What to do about it where the fields of a degree are meant.
    empty_fields_help() {
        en: "write at least one, such as `fields: [law, political science]`, or leave `fields` out for a degree in any field",
        fr: "écrivez-en au moins un, par exemple `fields: [droit, science politique]`, ou retirez `fields` pour un diplôme de tout domaine"
    }
    /// Dates that leave no day between.
    dates_crossed() { en: "`on_or_after` is later than `on_or_before`", fr: "`on_or_after` est postérieur à `on_or_before`" }
    /// What to do about it.
    dates_crossed_help() { en: "no date can be both; swap the two, or leave one out", fr: "aucune date ne peut satisfaire aux deux ; échangez-les, ou retirez-en une" }
    /// A rating out of nothing.
    out_of_positive() { en: "`out_of` must be over 0", fr: "`out_of` doit être supérieur à 0" }
    /// What it is.
    out_of_help() { en: "it is the best rating there is, such as `out_of: 5`", fr: "c'est la meilleure note possible, par exemple `out_of: 5`" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_reads_well_in_french() {
        let terms = |count: Text| mentions(count, Text::same("A et B")).fr;
        assert_eq!(terms(at_least(of_terms(2, 1.0))), "mention d'au moins un des 2 termes\u{a0}: A et B");
        assert_eq!(of_tests(3, 2.0).fr, "2 des 3 éléments suivants");
    }

    #[test]
    fn a_label_is_not_said_twice() {
        for (label, asked, expected) in [
            ("English", "English: C1 or better", "C1 or better"),
            ("Anglais", "anglais, C1 minimum", "C1 minimum"),
            ("Anglais", "anglais", "anglais"),
            ("Anglais (niveau)", "anglais, C1 minimum", "anglais, C1 minimum"),
            ("Angl", "anglais, C1 minimum", "anglais, C1 minimum"),
        ] {
            assert_eq!(beside_label(label, asked), expected);
        }
    }
}
