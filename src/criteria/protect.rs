//! What no criterion may read: who somebody is, and the grounds that the law protects.

use std::collections::HashMap;

use super::Criterion;
use crate::catalogue::{Text, criteria as words};
use crate::diagnostic::Diagnostic;
use crate::formats::Formats;
use crate::head::{HeaderWords, limited_ground};
use crate::header::fold_name;
use crate::lexicon::Who;
use crate::sexes::Sexes;

/// A ground on which the law lets nobody be judged, unless it says otherwise.
struct Ground {
    /// What the packs say of headers that are about it.
    who: Who,
    /// What it is called.
    name: fn() -> Text,
    /// What may be asked in its stead.
    lawful: fn() -> Text,
}

/// The place of sex among them.
const SEX: usize = 1;

/// The grounds of Article 21 of the Charter of Fundamental Rights of the European Union that columns are about.
const GROUNDS: [Ground; 8] = [
    Ground { who: Who::Birth, name: words::ground_age, lawful: words::ask_experience },
    Ground { who: Who::Sex, name: words::ground_sex, lawful: words::ask_the_work },
    Ground { who: Who::Origin, name: words::ground_origin, lawful: words::ask_permit },
    Ground { who: Who::Religion, name: words::ground_religion, lawful: words::ask_the_work },
    Ground { who: Who::Health, name: words::ground_health, lawful: words::ask_the_work },
    Ground { who: Who::Family, name: words::ground_family, lawful: words::ask_hours },
    Ground { who: Who::Opinions, name: words::ground_opinions, lawful: words::ask_the_work },
    Ground { who: Who::Orientation, name: words::ground_orientation, lawful: words::ask_the_work },
];

fn ground_of(who: Who) -> Option<&'static Ground> {
    GROUNDS.iter().find(|ground| ground.who == who)
}

/// The protected ground that a column of this name is about, and about nothing else (`DateOfBirth`, `What is your age?`).
fn ground(column: &str) -> Option<&'static Ground> {
    ground_of(HeaderWords::of(column).ground()?)
}

/// What is wrong with a criterion that reads a column with one of these names, where one of them is about a protected
/// ground and nothing says why that is allowed.
#[must_use]
pub fn protected<'a>(criterion: &Criterion, names: impl IntoIterator<Item = &'a str>) -> Option<Diagnostic> {
    if criterion.lawful_basis.is_some() {
        return None;
    }
    let (name, ground) = names.into_iter().find_map(|name| Some((name, ground(name)?)))?;
    let what = words::protected(&criterion.id, name, (ground.name)());
    Some(Diagnostic::error("protected-ground", what).help(words::protected_help((ground.lawful)())))
}

/// The ground that an id or a label is about, and by which words: the ground by itself, or with what only says how much
/// of it is asked ("Maximum age: 35"). "Gender equality" is about something else.
fn ground_named(text: &str) -> Option<(String, &'static Ground)> {
    let (who, words) = limited_ground(text)?;
    Some((words, ground_of(who)?))
}

/// What is wrong with a criterion whose id, label, values or terms name a protected ground, where nothing says why that is
/// allowed: where, and what.
fn names_protected(criterion: &Criterion) -> Option<Diagnostic> {
    if criterion.lawful_basis.is_some() {
        return None;
    }
    let sexes = Formats::default();
    let sex = |text: &str| {
        let sex = Sexes::new(&sexes).read(text).filter(|sex| *sex != "other");
        // One letter of a name is no word for it: "H&M", "F#".
        let mut words = text.split(|c: char| !c.is_alphabetic());
        sex.and_then(|_| GROUNDS.get(SEX)).filter(|_| words.any(|word| word.chars().count() > 1))
    };
    let own = [&criterion.id, &criterion.label.en, &criterion.label.fr].into_iter();
    let mut own = own.filter_map(|text| Some((ground_named(text)?, &criterion.place)));
    let mut listed = criterion.listed.iter().filter_map(|(is_value, text)| {
        let may_be = |ground: &Ground| match is_value {
            // To be a citizen is one of the ways to be allowed to work.
            true => ground.who == Who::Origin,
            // What free text is to mention may be whom the work is for: women, children, migrants.
            false => HeaderWords::of(&text.value).who() == Some(Who::Alone),
        };
        let ground = ground(&text.value).filter(|ground| !may_be(ground));
        let ground = ground.or_else(|| sex(&text.value).filter(|_| *is_value))?;
        Some(((text.value.clone(), ground), &text.place))
    });
    let ((name, ground), place) = own.next().or_else(|| listed.next())?;
    let what = words::names_protected(&criterion.id, name, (ground.name)());
    Some(Diagnostic::error("protected-ground", what).at(place.clone()).help(words::protected_help((ground.lawful)())))
}

/// What may stand for a protected ground, by what columns are called, folded, and why.
#[rustfmt::skip]
const PROXIES: [(&[&str], fn() -> Text); 3] = [
    (
        &["photo", "photos", "photograph", "picture", "profile picture", "headshot", "portrait", "photographie",
          "photo d identite"],
        words::proxy_photo,
    ),
    (
        &["address", "postal address", "home address", "street address", "postcode", "post code", "postal code", "zip",
          "zip code", "place of residence", "city of residence", "neighbourhood", "adresse", "adresse postale",
          "adresse personnelle", "code postal", "domicile", "lieu de residence", "quartier"],
        words::proxy_address,
    ),
    (
        &["graduation year", "year of graduation", "graduation date", "date of graduation", "year graduated",
          "graduated in", "annee de diplome", "annee du diplome", "annee d obtention", "annee d obtention du diplome",
          "date d obtention du diplome"],
        words::proxy_year,
    ),
];

/// What there is to say of a criterion that reads a column which may stand for a protected ground, by one of its names;
/// nothing where the criterion says why that is allowed.
#[must_use]
pub fn proxy<'a>(criterion: &Criterion, names: impl IntoIterator<Item = &'a str>) -> Option<Diagnostic> {
    if criterion.lawful_basis.is_some() {
        return None;
    }
    let of = |name: &'a str| {
        let folded = fold_name(name);
        PROXIES.iter().find(|(columns, _)| columns.contains(&folded.as_str())).map(|(_, why)| (name, why()))
    };
    let (name, why) = names.into_iter().find_map(of)?;
    let problem = Diagnostic::warning("proxy", words::proxy(&criterion.id, name, why));
    Some(problem.at(criterion.place.clone()).help(words::proxy_help()))
}

/// The folded headers by which a column under `identity` may be reached, each with the first name there that reaches it:
/// that name, those listed for it, and those of a column that is listed with one of these.
pub(super) fn identity_headers<'a>(
    identity: &'a [String],
    columns: &[(String, Vec<String>)],
) -> HashMap<String, &'a str> {
    let fold = |(column, listed): &(String, Vec<String>)| {
        std::iter::once(column).chain(listed).map(|header| fold_name(header)).collect()
    };
    let mut listed: Vec<Vec<String>> = columns.iter().map(fold).collect();
    let mut lists: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, headers) in listed.iter().enumerate() {
        headers.iter().for_each(|header| lists.entry(header.clone()).or_default().push(at));
    }
    let mut reached = HashMap::new();
    for name in identity {
        let mut next = vec![fold_name(name)];
        while let Some(header) = next.pop() {
            for at in lists.remove(&header).into_iter().flatten() {
                next.append(&mut listed[at]);
            }
            reached.entry(header).or_insert(name.as_str());
        }
    }
    reached
}

/// Tells where criteria read what they may not.
pub(super) fn protect(
    criteria: &[Criterion],
    identity: &[String],
    columns: &[(String, Vec<String>)],
    problems: &mut Vec<Diagnostic>,
) {
    let who = identity_headers(identity, columns);
    let listed: HashMap<&str, &Vec<String>> = columns.iter().map(|(name, headers)| (name.as_str(), headers)).collect();
    for criterion in criteria {
        let before = problems.len();
        for column in criterion.rule.columns() {
            let listed = listed.get(column.value.as_str()).copied();
            let names = || std::iter::once(&column.value).chain(listed.into_iter().flatten()).map(String::as_str);
            let problem = match names().find_map(|name| who.get(&fold_name(name))) {
                Some(name) => {
                    let problem = Diagnostic::error("reads-identity", words::reads_identity(&criterion.id, *name));
                    Some(problem.help(words::reads_identity_help(*name)))
                }
                None => protected(criterion, names()),
            };
            problems.extend(problem.map(|problem| problem.at(column.place.clone())));
        }
        if problems.len() == before {
            problems.extend(names_protected(criterion));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_about_protected_grounds() {
        for name in ["Age", "What is your age?", "dateOfBirth", "Date de naissance (facultatif)", "SEXE", "Nationality"]
        {
            assert!(ground(name).is_some(), "{name}");
        }
        for name in ["", "what is your", "page", "age of the project", "health policy", "work permit", "union law"] {
            assert!(ground(name).is_none(), "{name}");
        }
    }

    #[test]
    fn ids_and_labels_that_name_a_protected_ground() {
        for text in
            ["age", "age-limit", "Maximum age: 35", "Âge maximal", "nationality", "EU nationality required", "Sexe"]
        {
            assert!(ground_named(text).is_some(), "{text}");
        }
        for text in
            ["", "language", "Gender equality", "age of the project", "work with children", "Freedom of religion"]
        {
            assert!(ground_named(text).is_none(), "{text}");
        }
        assert_eq!((GROUNDS[SEX].name)(), words::ground_sex());
    }

    #[test]
    fn identity_is_reached_by_every_name() {
        let columns = [
            ("gender".to_owned(), vec!["sex".to_owned(), "Genre".to_owned()]),
            ("who".to_owned(), vec!["Gender".to_owned()]),
            ("cv".to_owned(), vec!["cv".to_owned()]),
        ];
        for name in ["Gender", "sex"] {
            let identity = [name.to_owned()];
            let headers = identity_headers(&identity, &columns);
            for header in ["gender", "sex", "genre", "who"] {
                assert_eq!(headers.get(header), Some(&name), "{header}");
            }
            assert_eq!(headers.len(), 4);
        }
    }
}
