//! What criteria are called in a word or two, where the file does not say: the first words of their labels, told apart.

use std::collections::HashMap;

use super::Criterion;
use crate::catalogue::Text;
use crate::head;

/// A label of so many characters is short.
const SHORT: usize = 24;

/// Gives each criterion without a short name one.
pub(super) fn name(criteria: &mut [Criterion]) {
    let languages: [fn(&mut Text) -> &mut String; 2] = [|text| &mut text.en, |text| &mut text.fr];
    for of in languages {
        let mut labels: Vec<(String, String)> =
            criteria.iter_mut().map(|one| (of(&mut one.label).clone(), of(&mut one.short).clone())).collect();
        names(&mut labels);
        for (criterion, (_, name)) in criteria.iter_mut().zip(labels) {
            *of(&mut criterion.short) = name;
        }
    }
}

/// The short names beside these labels, where there are none, or where one was given to several: it would name another
/// criterion than the one that decided.
fn names(labels: &mut [(String, String)]) {
    for same in alike(labels).into_values().filter(|same| same.len() > 1) {
        same.into_iter().for_each(|at| labels[at].1.clear());
    }
    let made: Vec<usize> = (0..labels.len()).filter(|at| labels[*at].1.is_empty()).collect();
    for at in &made {
        let (label, name) = &mut labels[*at];
        *name = short(label);
    }
    // Those that begin alike are called by what is different in them.
    for same in alike(labels).into_values().filter(|same| same.len() > 1) {
        let words = |at: usize| labels[at].0.split_whitespace();
        let shared = (0..).take_while(|nth| {
            let word = words(same[0]).nth(*nth);
            word.is_some() && same.iter().all(|at| words(*at).nth(*nth) == word)
        });
        let shared = shared.count();
        for at in same.into_iter().filter(|at| shared > 0 && made.contains(at)) {
            let rest = labels[at].0.split_whitespace().skip(shared).collect::<Vec<_>>().join(" ");
            if !rest.is_empty() {
                labels[at].1 = format!("… {}", short(&rest));
            }
        }
    }
    for same in alike(labels).into_values() {
        for (nth, at) in (1..).zip(same).skip(1).filter(|(_, at)| made.contains(at)) {
            labels[at].1 = format!("{} ({nth})", labels[at].1);
        }
    }
}

fn short(label: &str) -> String {
    if label.chars().count() <= SHORT { label.trim().to_owned() } else { head::brief(label, SHORT) }
}

/// The places of each name.
fn alike(labels: &[(String, String)]) -> HashMap<String, Vec<usize>> {
    let mut places = HashMap::<String, Vec<usize>>::new();
    for (at, (_, name)) in labels.iter().enumerate() {
        places.entry(name.to_lowercase()).or_default().push(at);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_begin_alike_are_told_apart() {
        let mut labels: Vec<(String, String)> = [
            ("Expérience", ""),
            ("Combien d'années d'expérience avez-vous en gestion de projet ?", ""),
            ("Combien d'années d'expérience avez-vous auprès de bailleurs ?", ""),
            ("Combien d'années d'expérience", ""),
            ("CV", ""),
            ("CV", ""),
            ("University degree", "Degree"),
            ("Degree", ""),
            ("Professional experience", "Experience"),
            ("Supervisory experience", "experience"),
        ]
        .map(|(label, name)| (label.to_owned(), name.to_owned()))
        .to_vec();
        names(&mut labels);
        let names: Vec<&str> = labels.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(
            names,
            [
                "Expérience",
                "… gestion de projet ?",
                "… auprès de bailleurs ?",
                "Années d'expérience",
                "CV",
                "CV (2)",
                "Degree",
                "Degree (2)",
                "Professional experience",
                "Supervisory experience"
            ]
        );
    }
}
