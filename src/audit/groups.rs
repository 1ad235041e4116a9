//! The groups that people are in: the same words for one group are one group.

use std::collections::HashMap;

use crate::fold::{fold, trimmed};
use crate::formats::Formats;
use crate::sexes::Sexes;

/// Who is in which group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Groups {
    /// What the groups are called, the largest first, equals in the order of the alphabet.
    pub labels: Vec<String>,
    /// For each candidate the group's place; nothing where it is not known.
    pub of: Vec<Option<usize>>,
}

/// The words of a cell as groups are compared: case, accents, spaces, and the marks between letters do not matter. A mark
/// beside a figure does: `50+` is not `50`, nor `30-39` `3039`.
fn folded(cell: &str) -> String {
    let folded: Vec<char> = fold(cell).chars().collect();
    let letter = |at: Option<usize>| at.and_then(|at| folded.get(at)).is_some_and(|c| c.is_alphabetic());
    let apart = |at: usize| {
        !folded[at].is_alphanumeric() && letter(at.checked_sub(1)) && (letter(Some(at + 1)) || at + 1 == folded.len())
    };
    let plain: String = (0..folded.len()).map(|at| if apart(at) { ' ' } else { folded[at] }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a group is called, before the groups are known.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Name {
    /// Joined by hand, under this name.
    Joined(String),
    /// A sex.
    Sex(&'static str),
    /// By its folded words.
    Folded(String),
}

/// A group joined by hand: its name and the words for it.
pub(crate) type Joined = (String, Vec<String>);

/// The groups of cells; a candidate whose cell says nothing, or has no cell, is in none. Where `sexes` are asked for, or all
/// cells name one, the words of all languages for one sex are one group.
#[must_use]
pub(crate) fn groups<'a>(
    cells: impl Iterator<Item = Option<&'a str>> + Clone,
    formats: &Formats,
    joined: &[Joined],
    sexes: bool,
) -> Groups {
    let reader = Sexes::new(formats);
    let said = |cell: Option<&'a str>| cell.filter(|cell| !formats.is_missing(cell) && !reader.says_nothing(cell));
    let by_hand: HashMap<String, &str> = joined
        .iter()
        .flat_map(|(name, words)| words.iter().chain([name]).map(move |word| (folded(word), name.as_str())))
        .collect();
    let all_name_one = || {
        let mut named = cells.clone().filter_map(said).map(|cell| reader.read(cell)).peekable();
        named.peek().is_some() && named.all(|sex| sex.is_some())
    };
    let sexes = sexes || all_name_one();
    let name = |cell: &str| match by_hand.get(&folded(cell)) {
        Some(name) => Name::Joined((*name).to_owned()),
        None => match reader.read(cell).filter(|_| sexes) {
            Some(sex) => Name::Sex(sex),
            None => Name::Folded(folded(cell)),
        },
    };
    let names: Vec<Option<(Name, &str)>> =
        cells.map(|cell| said(cell).map(|cell| (name(cell), trimmed(cell)))).collect();
    number(&names)
}

/// Gives each group its place and what it is called: as it is written most often.
fn number(names: &[Option<(Name, &str)>]) -> Groups {
    let mut written: HashMap<&Name, HashMap<&str, usize>> = HashMap::new();
    for (name, cell) in names.iter().flatten() {
        *written.entry(name).or_default().entry(cell).or_default() += 1;
    }
    let label = |name: &Name, cells: &HashMap<&str, usize>| match name {
        Name::Joined(name) => name.clone(),
        Name::Sex(sex) => (*sex).to_owned(),
        Name::Folded(_) => {
            let most = cells.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)));
            most.map_or_else(String::new, |(cell, _)| (*cell).to_owned())
        }
    };
    let count = |cells: &HashMap<&str, usize>| cells.values().sum::<usize>();
    let mut order: Vec<(usize, String, &Name)> =
        written.iter().map(|(name, cells)| (usize::MAX - count(cells), label(name, cells), *name)).collect();
    order.sort();
    let place: HashMap<&Name, usize> = order.iter().enumerate().map(|(at, (.., name))| (*name, at)).collect();
    Groups {
        of: names.iter().map(|name| name.as_ref().and_then(|(name, _)| place.get(name).copied())).collect(),
        labels: order.into_iter().map(|(_, label, _)| label).collect(),
    }
}

impl Groups {
    /// The groups of people who are in the same group of each of these; who is in none of one is in none.
    #[must_use]
    pub(crate) fn together(all: &[&Self], between: &str) -> Self {
        let people = all.first().map_or(0, |groups| groups.of.len());
        let label = |person: usize| {
            let labels: Option<Vec<&str>> =
                all.iter().map(|groups| groups.of[person].map(|at| groups.labels[at].as_str())).collect();
            labels.map(|labels| labels.join(between))
        };
        let labels: Vec<Option<String>> = (0..people).map(label).collect();
        let names: Vec<Option<(Name, &str)>> = labels
            .iter()
            .map(|label| label.as_ref().map(|label| (Name::Joined(label.clone()), label.as_str())))
            .collect();
        number(&names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(cells: &[&str], joined: &[Joined], sexes: bool) -> (Vec<String>, Vec<Option<usize>>) {
        let Groups { labels, of } = groups(cells.iter().map(|cell| Some(*cell)), &Formats::default(), joined, sexes);
        (labels, of)
    }

    #[test]
    fn one_sex_in_five_languages_is_one_group() {
        let male = ["m", "M.", "homme", "male", "Mann", "hombre", "man", "Herr", "männlich", "Monsieur"];
        let female = ["F", "femme", "Mme", "weiblich", "mujer", "vrouw", "woman (she/her)"];
        let cells: Vec<&str> = male.iter().chain(&female).copied().chain(["n/a", "prefer not to say"]).collect();
        let (labels, of) = of(&cells, &[], false);
        assert_eq!(labels, ["male", "female"]);
        assert!(of[..10].iter().all(|at| *at == Some(0)) && of[10..17].iter().all(|at| *at == Some(1)));
        assert_eq!(of[17..], [None, None]);
    }

    #[test]
    fn other_groups_are_folded_or_joined_by_hand() {
        let cells = ["Île-de-France", "ile de france", "ILE-DE-FRANCE", "Île-de-France", "Bretagne", ""];
        let (labels, groups) = of(&cells, &[], false);
        assert_eq!(labels, ["Île-de-France", "Bretagne"]);
        assert_eq!(groups, [Some(0), Some(0), Some(0), Some(0), Some(1), None]);
        // `m` is a man only where the column says sexes, or nothing else.
        assert_eq!(of(&["m", "M", "s", "xl"], &[], false).0, ["M", "s", "xl"]);
        assert_eq!(of(&["m", "homme", "s"], &[], true).0, ["male", "s"]);
        let joined = [("older".to_owned(), vec!["40-49".to_owned(), "50+".to_owned()])];
        assert_eq!(of(&["50+", "40-49", "30-39"], &joined, false).0, ["older", "30-39"]);
    }

    #[test]
    fn groups_together() {
        let a = Groups { labels: vec!["f".into(), "m".into()], of: vec![Some(0), Some(1), None, Some(0)] };
        let b = Groups { labels: vec!["40+".into(), "-40".into()], of: vec![Some(0), Some(1), Some(1), Some(0)] };
        let both = Groups::together(&[&a, &b], " · ");
        assert_eq!(both.labels, ["f · 40+", "m · -40"]);
        assert_eq!(both.of, [Some(0), Some(1), None, Some(0)]);
    }
}
