//! What a posting asks in one breath and a form in several boxes: "a driving licence and a car", "citizenship or a permit".

use std::collections::HashSet;

use super::columns::Item;
use super::guess::Guess;
use super::matching::{HeadersSaid, Matched, Wish};
use crate::head::{Topics, topics};
use crate::lexicon::Joint;
use crate::posting::{Ask, joints};

/// The columns that answer the parts of a wish.
pub(super) struct AskedTogether<'a> {
    /// Whether one of them is enough; else all are asked for.
    pub any: bool,
    /// The columns by their places, each once, in the order of the parts.
    pub places: Vec<usize>,
    /// The parts that no column answers.
    pub missing: Vec<&'a str>,
}

/// The columns of yes and no, and of what is there or not, that answer a wish together with the one that was found for it; nothing where that one answers
/// all of it.
pub(super) fn together<'a>(
    wish: &Wish<'a>,
    found: &Matched,
    items: &[Item<'_>],
    said: &HeadersSaid,
    used: &HashSet<usize>,
) -> Option<AskedTogether<'a>> {
    let [own] = found.places[..] else { return None };
    let is_box = |place: usize| matches!(items[place].guess, Guess::YesNo | Guess::Provided);
    if !matches!(wish.ask, Ask::Fact | Ask::Done) || !is_box(own) {
        return None;
    }
    let (any, parts) = parts(&wish.requirement.quote)?;
    let mut together = AskedTogether { any, places: Vec::new(), missing: Vec::new() };
    for (part, about) in parts {
        let others = (0..items.len()).filter(|place| *place != own && is_box(*place));
        let best = others.filter_map(|place| Some((answers(&about, place, said)?, place)));
        // Of two that say as much, the one that nothing else was asked of.
        let order = |place: usize| (!used.contains(&place), std::cmp::Reverse(place));
        let best = best.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| order(a.1).cmp(&order(b.1))));
        let by_own = answers(&about, own, said);
        match best.filter(|(score, _)| by_own.is_none_or(|own| *score > own)) {
            Some((_, place)) => together.places.push(place),
            None if by_own.is_some() || about.keys().any(|key| said.titles[own].has(key)) => together.places.push(own),
            None => together.missing.push(part),
        }
    }
    if !together.places.contains(&own) {
        return None;
    }
    let mut seen = Vec::new();
    together.places.retain(|place| {
        !seen.contains(place) && {
            seen.push(*place);
            true
        }
    });
    (together.places.len() > 1 || !together.missing.is_empty()).then_some(together)
}

/// How much of what a header speaks of a part speaks of as well; nothing where that is little.
fn answers(about: &Topics, place: usize, said: &HeadersSaid) -> Option<f64> {
    const SURE: f64 = 0.5;
    let title = &said.titles[place];
    let sum = |keys: &mut dyn Iterator<Item = u64>| keys.map(|key| said.weight(key)).sum::<f64>();
    let all = sum(&mut title.keys());
    let shared = sum(&mut title.keys().filter(|key| about.has(*key)));
    (all > 0.0 && shared / all >= SURE).then(|| shared / (all + sum(&mut about.keys()) - shared))
}

/// The parts of a requirement that names several things, each with what it is about, and whether one of them is enough.
fn parts(quote: &str) -> Option<(bool, Vec<(&str, Topics)>)> {
    let any = !joints(quote, &[Joint::Or]).is_empty();
    let mut ends = joints(quote, &[Joint::Or, Joint::And]);
    if ends.is_empty() {
        return None;
    }
    ends.extend(quote.match_indices([',', '/', '+']).map(|(at, mark)| at..at + mark.len()));
    ends.sort_by_key(|end| end.start);
    let starts = std::iter::once(0).chain(ends.iter().map(|end| end.end));
    let stops = ends.iter().map(|end| end.start).chain([quote.len()]);
    let parts = starts.zip(stops).filter_map(|(start, stop)| quote.get(start..stop)).map(str::trim);
    // What speaks of nothing by itself says more of what stands beside it: "B or C", "valid and clean".
    let parts: Vec<_> = parts.map(|part| (part, topics(part))).filter(|(_, about)| !about.is_empty()).collect();
    (parts.len() > 1).then_some((any, parts))
}
