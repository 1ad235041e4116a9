//! What an output says of its candidates, as far as it is compared.

use std::collections::HashSet;
use std::sync::Arc;

use foldhash::fast::FixedState;

use crate::score::{Need, Score, Status};
use crate::verdict::Finding;

/// An output: its criteria and its candidates, in their order.
#[derive(Debug, Default)]
pub struct Listing {
    /// The file's name, as the user gave it.
    pub file: String,
    /// Whether texts were written for a spreadsheet, with an apostrophe where a formula might begin.
    pub for_sheets: bool,
    /// The day that "present" means, as the output has it.
    pub as_of: Option<String>,
    /// Where that day comes from, in words: two outputs that say it in the same words speak the same language.
    pub(super) as_of_source: Option<String>,
    /// The criteria, in the order in which they come up.
    pub criteria: Vec<Rated>,
    /// The candidates.
    pub people: Vec<ListedPerson>,
    texts: HashSet<Arc<str>, FixedState>,
}

/// A criterion, as far as an output tells of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rated {
    /// Its id.
    pub id: Arc<str>,
    /// What it is called.
    pub label: Option<String>,
    /// Whether it can reject.
    pub need: Option<Need>,
    /// Its weight.
    pub weight: Option<f64>,
    /// What is asked, as a phrase in the output's language.
    pub requirement: Option<String>,
}

/// A candidate, as far as an output tells of one. A candidate's own words: hostile until escaped.
#[derive(Clone, Debug, Default)]
pub struct ListedPerson {
    /// The id.
    pub id: Arc<str>,
    /// The name; empty where there is none.
    pub name: Arc<str>,
    /// The line of the candidates' file.
    pub line: Option<u64>,
    /// Rank, best rank, worst rank.
    pub ranks: [Option<u64>; 3],
    /// The status.
    pub status: Option<Status>,
    /// Who decided the status, and what.
    pub decided: Option<ListedDecision>,
    /// The proven and the possible score.
    pub scores: [Option<Score>; 2],
    /// What is told of the listing's criteria, each at its place; nothing of those beyond.
    pub told: Vec<Option<ListedCriterion>>,
}

/// What is told of one criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedCriterion {
    /// The verdict.
    pub finding: Finding,
    /// The proven and the possible credit.
    pub credits: [Option<f64>; 2],
    /// The text of the cells.
    pub evidence: Option<Arc<str>>,
    /// Who decided, and what.
    pub decided: Option<ListedDecision>,
}

/// A person's decision, as far as an output tells of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListedDecision {
    /// What was decided; empty where that is not told.
    pub decision: Arc<str>,
    /// Who decided; empty where that is not told.
    pub by: Arc<str>,
}

impl Listing {
    /// One without candidates.
    pub(super) fn new(file: &str, for_sheets: bool) -> Self {
        Self { file: file.to_owned(), for_sheets, ..Self::default() }
    }

    /// A text, kept once however often it comes.
    pub(super) fn text(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.texts.get(text) {
            return Arc::clone(known);
        }
        let text: Arc<str> = text.into();
        self.texts.insert(Arc::clone(&text));
        text
    }

    /// The place of the criterion with this id.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<usize> {
        self.criteria.iter().position(|criterion| &*criterion.id == id)
    }

    /// The place of the criterion with this id, new if it has not come up.
    pub(super) fn place_of(&mut self, id: &str, expected: usize) -> usize {
        // Most candidates have the same criteria in the same order.
        if self.criteria.get(expected).is_some_and(|criterion| &*criterion.id == id) {
            return expected;
        }
        self.place(id).unwrap_or_else(|| {
            self.criteria.push(Rated { id: id.into(), ..Rated::default() });
            self.criteria.len() - 1
        })
    }

    /// Whether there is more in it than who is there.
    pub(super) fn compares(&self) -> bool {
        let tells = |one: &ListedPerson| one.status.is_some() || one.ranks[0].is_some() || one.scores[0].is_some();
        !self.criteria.is_empty() || self.people.iter().all(tells)
    }

    /// How many of the candidates have each status, in the order of [`Status::ALL`].
    #[must_use]
    pub fn by_status(&self) -> [u64; 3] {
        let mut counts = [0; 3];
        self.people.iter().filter_map(|one| one.status).for_each(|status| counts[status as usize] += 1);
        counts
    }
}

impl ListedPerson {
    /// What is told of the criterion at this place.
    #[must_use]
    pub fn told(&self, place: Option<usize>) -> Option<&ListedCriterion> {
        self.told.get(place?)?.as_ref()
    }

    /// Puts what is told of the criterion at this place.
    pub(super) fn put(&mut self, place: usize, told: ListedCriterion) {
        if place >= self.told.len() {
            self.told.resize(place + 1, None);
        }
        self.told[place] = Some(told);
    }
}

/// The status with this name.
pub(super) fn status(name: &str) -> Option<Status> {
    Status::ALL.into_iter().find(|status| status.name() == name)
}

/// The finding with this name.
pub(super) fn finding(name: &str) -> Option<Finding> {
    Finding::ALL.into_iter().find(|finding| finding.name() == name)
}
