//! What the cells of a column say most often: its categories, its languages, its long words.

use std::collections::HashMap;

use super::super::one_line;
use super::super::survey::ColumnCells;
use super::EXAMPLE;
use crate::fold::fold;
use crate::head::tongues;

/// How many characters an option of a drop-down has at most.
const OPTION: usize = 80;

/// Whether so many values stand so often in a column that people choose among them.
pub(super) fn are_chosen(column: &ColumnCells, values: usize) -> bool {
    column.filled() >= values * 3
}

/// The values of a column of few short ones that repeat, or of longer ones that people choose among.
pub(super) fn categories(column: &ColumnCells) -> Option<Vec<String>> {
    const MOST: usize = 12;
    let mut values: Vec<(String, String)> = Vec::new();
    for (cell, _) in &column.cells {
        let folded = fold(cell);
        if !values.iter().any(|(known, _)| *known == folded) {
            values.push((folded, one_line(cell, OPTION)));
        }
    }
    let most = if are_chosen(column, values.len()) { OPTION } else { EXAMPLE };
    let short = values.iter().all(|(folded, shown)| folded.chars().count() < most && !shown.is_empty());
    let repeat = values.len() <= 8 || values.len() <= MOST && column.filled() >= values.len() * 2;
    (short && repeat).then(|| values.into_iter().map(|(_, shown)| shown).collect())
}

/// The languages that cells name, the most frequent first.
pub(super) fn most_named(column: &ColumnCells) -> Vec<(&'static str, usize)> {
    const MOST: usize = 6;
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for (cell, count) in &column.cells {
        for code in tongues(cell) {
            match counts.iter_mut().find(|(known, _)| *known == code) {
                Some((_, total)) => *total += count,
                None => counts.push((code, *count)),
            }
        }
    }
    counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    counts.truncate(MOST);
    counts
}

/// Long words that several cells have: what applicants write about, not what the posting asks.
pub(super) fn frequent(column: &ColumnCells) -> Vec<String> {
    const MOST: usize = 6;
    const LONG: usize = 7;
    let mut counts: Vec<(String, usize)> = Vec::new();
    let mut at: HashMap<String, usize> = HashMap::new();
    for (cell, count) in column.cells.iter().take(200) {
        let folded = fold(cell);
        let mut words: Vec<&str> = folded
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| (LONG..30).contains(&word.chars().count()))
            .collect();
        words.sort_unstable();
        words.dedup();
        for word in words {
            let place = *at.entry(word.to_owned()).or_insert_with(|| {
                counts.push((word.to_owned(), 0));
                counts.len() - 1
            });
            counts[place].1 += count;
        }
    }
    counts.retain(|(_, count)| *count > 1);
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.into_iter().take(MOST).map(|(word, _)| word).collect()
}
