//! Who is on the shortlist and who could still cross its line, gathered while candidates are told.

use super::people::Escape;
use crate::catalogue::{Lang, Say, list_first, render as words};
use crate::score::Standing;
use crate::shortlist::{Cutoff as Cut, ELIGIBLE, Lot, Shortlist};
use crate::view::{Heading, Line};

/// So many candidates are named.
const NAMED: usize = 10;

/// What has been seen of the shortlist.
#[derive(Clone, Debug, Default)]
pub(super) struct ShortlistSeen {
    listed: usize,
    /// Those who are not on it and could come on it.
    enter: Vec<String>,
    /// Those who are on it and could come off it.
    leave: Vec<String>,
    /// Whether the last candidate was on it.
    inside: bool,
}

/// Whether a candidate is on the shortlist; nothing where there is none, or no ranks.
#[must_use]
pub(super) fn lot(heading: &Heading, line: &Line<'_>) -> Option<Lot> {
    let standing = Standing { status: line.status, score: line.score, score_max: line.score_max };
    // The parts of all candidates are places by now.
    Some(heading.shortlist?.lot(ELIGIBLE, standing, line.ranks?, 0))
}

impl ShortlistSeen {
    /// Sees a candidate.
    pub(super) fn see(&mut self, heading: &Heading, line: &Line<'_>) {
        let Some(lot) = lot(heading, line) else { return };
        self.listed += usize::from(lot.now);
        if lot.is_open() {
            let whom = if lot.now { &mut self.leave } else { &mut self.enter };
            whom.push(line.id.to_owned());
        }
    }

    /// Whether the line stands before this candidate: the one before is on the list, and this one is not.
    pub(super) fn crosses(&mut self, lot: Option<Lot>) -> bool {
        let inside = lot.is_some_and(|lot| lot.now);
        std::mem::replace(&mut self.inside, inside) && !inside
    }

    /// What is said of the shortlist below the candidates; nothing where there is none.
    #[must_use]
    pub(super) fn told(&self, heading: &Heading, escape: Escape) -> Option<String> {
        let lang = heading.lang;
        let mut told = format!("{}.", words::shortlist(self.listed, line(&heading.shortlist?)).to(lang));
        let named =
            |whom: &[String]| list_first(&whom.iter().map(|id| escape(id).into_owned()).collect::<Vec<_>>(), NAMED);
        if !self.enter.is_empty() {
            told = format!("{told} {}", words::could_come_on(self.enter.len(), named(&self.enter)).to(lang));
        }
        if !self.leave.is_empty() {
            told = format!("{told} {}", words::could_come_off(self.leave.len(), named(&self.leave)).to(lang));
        }
        Some(told)
    }
}

/// The shortlist's line in words.
#[must_use]
pub(super) fn line(shortlist: &Shortlist) -> crate::catalogue::Text {
    let line = match shortlist.line {
        Cut::Top(places) => words::the_first(places),
        Cut::Score(score) => words::score_of(score.points()),
        Cut::Part(part) => words::part_of(100.0 * part),
    };
    if shortlist.at_least > 0 && !matches!(shortlist.line, Cut::Top(_)) {
        words::no_fewer(line, shortlist.at_least)
    } else {
        line
    }
}

/// The line between those on the list and the others, as wide as there is room for.
#[must_use]
pub(super) fn rule(heading: &Heading, lang: Lang, width: usize) -> String {
    let what =
        heading.shortlist.as_ref().map_or_else(String::new, |shortlist| words::list_ends(line(shortlist)).say(lang));
    let text = format!("── {what} ");
    let left = width.saturating_sub(text.chars().count());
    format!("{text}{}", "─".repeat(left))
}
