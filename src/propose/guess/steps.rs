//! Cells that are steps of a scale: one that is built in, or one of the column's own.

use std::sync::Arc;

use super::super::one_line;
use super::super::survey::ColumnCells;
use super::{EXAMPLE, is_narrow};
use crate::fold::fold;
use crate::reading::Reading;
use crate::scale;

/// Steps that people use in order, from the lowest up; each with its other words.
const FAMILIES: &[&[&[&str]]] = &[
    &[
        &["never", "jamais"],
        &["rarely", "rarement", "seldom", "yearly", "once a year"],
        &[
            "sometimes",
            "parfois",
            "occasionally",
            "occasionnellement",
            "monthly",
            "mensuel",
            "chaque mois",
            "a few times",
        ],
        &["weekly", "often", "souvent", "regularly", "regulierement", "hebdomadaire", "chaque semaine", "once a week"],
        &["several times a week", "plusieurs fois par semaine"],
        &["daily", "always", "toujours", "quotidien", "quotidiennement", "every day", "tous les jours", "chaque jour"],
    ],
    &[
        &["low", "faible", "bas", "basse"],
        &["medium", "moyen", "moyenne", "mid", "modere"],
        &["high", "eleve", "elevee", "haut", "fort", "forte"],
    ],
    &[
        &["intern", "stagiaire", "trainee"],
        &["junior", "debutant", "debutante", "entry level"],
        &["confirmed", "confirme", "confirmee", "mid level", "mid-level", "intermediate", "intermediaire"],
        &["senior"],
        &["lead", "expert", "experte", "principal", "principale"],
    ],
];

/// The built-in scale whose words the cells are.
pub(super) fn built_in(
    column: &ColumnCells,
    read: &dyn Fn(&scale::Scale, &str) -> Reading,
) -> Option<(&'static Arc<scale::Scale>, &'static str)> {
    let scales = [(scale::proficiency(), "good"), (scale::cefr(), "B2"), (scale::education(), "bachelor")];
    let fits = |scale: &scale::Scale| column.count(|cell| is_narrow(read(scale, cell), 1.0));
    // The first of equals: `proficiency` has the commonest words.
    let (at, count) = scales.iter().map(|(scale, _)| fits(scale)).enumerate().rev().max_by_key(|(_, count)| *count)?;
    (count * 10 >= column.filled() * 7).then_some(scales[at])
}

/// Where a cell stands in the first family that has it: the family, the step.
pub(super) fn family_step(cell: &str) -> Option<(usize, usize)> {
    let folded = fold(cell);
    FAMILIES.iter().enumerate().find_map(|(family, steps)| {
        let step = steps.iter().position(|words| words.contains(&folded.as_str()))?;
        Some((family, step))
    })
}

/// The steps of a scale of the column's own, from the lowest up, where nearly all cells are steps of one family.
pub(super) fn own_steps(column: &ColumnCells) -> Option<Vec<Vec<String>>> {
    let family = (0..FAMILIES.len())
        .max_by_key(|family| column.count(|cell| family_step(cell).is_some_and(|(found, _)| found == *family)))?;
    if !column.mostly(80, |cell| family_step(cell).is_some_and(|(found, _)| found == family)) {
        return None;
    }
    let mut steps: Vec<(usize, Vec<String>)> = Vec::new();
    for (cell, _) in &column.cells {
        let Some((_, step)) = family_step(cell).filter(|(found, _)| *found == family) else { continue };
        let word = one_line(cell, EXAMPLE);
        match steps.iter_mut().find(|(known, _)| *known == step) {
            Some((_, words)) if words.iter().any(|known| fold(known) == fold(&word)) => {}
            Some((_, words)) => words.push(word),
            None => steps.push((step, vec![word])),
        }
    }
    steps.sort_by_key(|(step, _)| *step);
    (steps.len() > 1).then(|| steps.into_iter().map(|(_, words)| words).collect())
}
