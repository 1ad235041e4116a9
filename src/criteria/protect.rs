//! What no criterion may read: who somebody is, and the grounds that the law protects.

use super::Criterion;
use crate::catalogue::{Text, criteria as words};
use crate::diagnostic::Diagnostic;
use crate::header::fold_name;

/// A ground on which the law lets nobody be judged, unless it says otherwise.
struct Ground {
    /// What it is called.
    name: fn() -> Text,
    /// What may be asked in its stead.
    lawful: fn() -> Text,
    /// What columns about it are called, in English and French, folded as [`fold_name`] does.
    columns: &'static [&'static str],
}

/// The grounds of Article 21 of the Charter of Fundamental Rights of the European Union that columns are about.
#[rustfmt::skip]
const GROUNDS: [Ground; 8] = [
    Ground {
        name: words::ground_age,
        lawful: words::ask_experience,
        columns: &[
            "age", "ages", "age group", "age range", "age in years", "date of birth", "birth date", "birthdate", "birthday",
            "birth", "dob", "born", "born on", "year of birth", "birth year", "tranche d age", "classe d age",
            "date de naissance", "annee de naissance", "naissance", "ne le", "nee le", "ne e le",
        ],
    },
    Ground {
        name: words::ground_sex,
        lawful: words::ask_the_work,
        columns: &[
            "sex", "gender", "gender identity", "pronouns", "salutation", "woman", "man", "female", "male", "sexe", "genre",
            "identite de genre", "civilite", "pronoms", "femme", "homme",
        ],
    },
    Ground {
        name: words::ground_origin,
        lawful: words::ask_permit,
        columns: &[
            "nationality", "nationalities", "citizenship", "citizenships", "country of origin", "origin", "place of birth",
            "birthplace", "country of birth", "ethnicity", "ethnic group", "ethnic origin", "race", "skin colour",
            "skin color", "visible minority", "minority", "indigenous", "nationalite", "nationalites", "citoyennete",
            "pays d origine", "origine", "origines", "lieu de naissance", "pays de naissance", "ethnie",
            "origine ethnique", "couleur de peau", "minorite visible", "autochtone",
        ],
    },
    Ground {
        name: words::ground_religion,
        lawful: words::ask_the_work,
        columns: &[
            "religion", "religions", "faith", "belief", "beliefs", "religious belief", "religious beliefs", "confession",
            "croyance", "croyances", "convictions religieuses", "appartenance religieuse",
        ],
    },
    Ground {
        name: words::ground_health,
        lawful: words::ask_the_work,
        columns: &[
            "health status", "state of health", "health condition", "health conditions", "medical condition",
            "medical history", "disability", "disabilities", "disabled", "disability status", "pregnant", "pregnancy",
            "etat de sante", "antecedents medicaux", "handicap", "handicaps", "situation de handicap", "rqth", "enceinte",
            "grossesse",
        ],
    },
    Ground {
        name: words::ground_family,
        lawful: words::ask_hours,
        columns: &[
            "marital status", "family status", "civil status", "family situation", "parental status", "married", "children",
            "number of children", "dependants", "dependents", "etat civil", "situation familiale", "situation de famille",
            "situation matrimoniale", "marie", "mariee", "marie e", "enfants", "nombre d enfants", "personnes a charge",
        ],
    },
    Ground {
        name: words::ground_opinions,
        lawful: words::ask_the_work,
        columns: &[
            "trade union", "trade union membership", "union membership", "political opinion", "political opinions",
            "political affiliation", "political party", "syndicat", "appartenance syndicale", "opinions politiques",
            "opinion politique", "parti politique", "appartenance politique",
        ],
    },
    Ground {
        name: words::ground_orientation,
        lawful: words::ask_the_work,
        columns: &["sexual orientation", "orientation sexuelle"],
    },
];

/// Words of a header that say nothing of what is asked.
const FILLERS: &[&str] = &[
    "what",
    "is",
    "are",
    "your",
    "the",
    "of",
    "a",
    "in",
    "you",
    "candidate",
    "applicant",
    "s",
    "optional",
    "please",
    "quel",
    "quelle",
    "est",
    "votre",
    "vos",
    "du",
    "de",
    "des",
    "d",
    "la",
    "le",
    "l",
    "les",
    "candidat",
    "facultatif",
];

/// The protected ground that a column of this name is about.
fn ground(column: &str) -> Option<&'static Ground> {
    let bare = |name: &str| name.split(' ').filter(|word| !FILLERS.contains(word)).collect::<String>();
    // As it is, and without what says nothing: `DateOfBirth`, `What is your age?`
    let folded = fold_name(column);
    let (whole, bare_name) = (folded.replace(' ', ""), bare(&folded));
    let is = |known: &str| known.replace(' ', "") == whole || (!bare_name.is_empty() && bare(known) == bare_name);
    GROUNDS.iter().find(|ground| ground.columns.iter().any(|known| is(known)))
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

/// Names under `identity`, each with all the folded headers by which its column may be reached: its own, those listed for
/// it, and those of a column that is listed with one of these.
pub(super) fn identity_headers(identity: &[String], columns: &[(String, Vec<String>)]) -> Vec<(String, Vec<String>)> {
    let of = |name: &String| {
        let mut headers = vec![fold_name(name)];
        loop {
            let before = headers.len();
            for (column, listed) in columns {
                let all = std::iter::once(column).chain(listed).map(|header| fold_name(header));
                let all: Vec<String> = all.collect();
                if all.iter().any(|header| headers.contains(header)) {
                    let new: Vec<String> = all.into_iter().filter(|header| !headers.contains(header)).collect();
                    headers.extend(new);
                }
            }
            if headers.len() == before {
                return (name.clone(), headers);
            }
        }
    };
    identity.iter().map(of).collect()
}

/// Tells where a criterion reads what it may not.
pub(super) fn protect(
    criterion: &Criterion,
    identity: &[(String, Vec<String>)],
    columns: &[(String, Vec<String>)],
    problems: &mut Vec<Diagnostic>,
) {
    for column in criterion.rule.columns() {
        let listed = columns.iter().find(|(known, _)| *known == column.value).map(|(_, headers)| headers);
        let names = || std::iter::once(&column.value).chain(listed.into_iter().flatten()).map(String::as_str);
        let reads = |headers: &[String]| names().any(|name| headers.contains(&fold_name(name)));
        let problem = match identity.iter().find(|(_, headers)| reads(headers)) {
            Some((name, _)) => {
                let problem = Diagnostic::error("reads-identity", words::reads_identity(&criterion.id, name));
                Some(problem.help(words::reads_identity_help(name)))
            }
            None => protected(criterion, names()),
        };
        problems.extend(problem.map(|problem| problem.at(column.place.clone())));
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
        let ages = GROUNDS.iter().flat_map(|ground| ground.columns).filter(|name| fold_name(name) != **name);
        assert_eq!(ages.collect::<Vec<_>>(), Vec::<&&str>::new());
    }

    #[test]
    fn identity_is_reached_by_every_name() {
        let columns = [
            ("gender".to_owned(), vec!["sex".to_owned(), "Genre".to_owned()]),
            ("who".to_owned(), vec!["Gender".to_owned()]),
            ("cv".to_owned(), vec!["cv".to_owned()]),
        ];
        for name in ["Gender", "sex"] {
            let headers = &identity_headers(&[name.to_owned()], &columns)[0].1;
            for header in ["gender", "sex", "genre", "who"] {
                assert!(headers.contains(&header.to_owned()), "{name}: {header}");
            }
            assert_eq!(headers.len(), 4);
        }
    }
}
