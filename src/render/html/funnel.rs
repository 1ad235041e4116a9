//! What became of everybody: each candidate once, with what alone stands in the way.

use serde::Serialize;

use super::super::people;
use crate::catalogue::{Lang, Say as _, html as words};
use crate::score::{Need, Status};
use crate::verdict::Finding;
use crate::view::Heading;
use crate::view::account::Account;

/// What stands between a candidate and the list of those who are eligible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Obstacle {
    Nothing,
    /// One required criterion, by its place.
    One(usize),
    Several,
    /// The row cannot be trusted.
    Row,
}

/// What became of all candidates.
#[derive(Clone, Debug, Default)]
pub(super) struct FunnelTable(Vec<(Status, Vec<usize>, bool)>);

/// A row of the funnel's table.
#[derive(Serialize)]
pub(super) struct FunnelRow {
    status: String,
    because: String,
    /// The number of the criterion, where it is one.
    criterion: Option<usize>,
    count: usize,
}

impl FunnelTable {
    /// One more candidate, of whom it is not yet known which criteria are required.
    pub(super) fn add(&mut self, account: &Account<'_>) {
        let against = match account.line.status {
            Status::Eligible => None,
            Status::Review => Some(Finding::Unknown),
            Status::NotEligible => Some(Finding::NotMet),
        };
        let is_against = |at: &usize| Some(account.criteria[*at].finding) == against;
        let those = (0..account.criteria.len()).filter(is_against).collect();
        self.0.push((account.line.status, those, account.untrusted));
    }

    /// How many candidates there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// The rows of the table, in the order of status, one requirement alone before several.
    pub(super) fn steps(&self, heading: &Heading) -> Vec<FunnelRow> {
        let lang = heading.lang;
        let mut counts = std::collections::BTreeMap::new();
        for (status, against, untrusted) in &self.0 {
            let required = |at: &&usize| heading.criteria.get(**at).is_some_and(|one| one.need == Need::Required);
            let mut required = against.iter().filter(required);
            let why = match (untrusted, required.next(), required.next()) {
                (true, ..) => Obstacle::Row,
                (_, None, _) => Obstacle::Nothing,
                (_, Some(one), None) => Obstacle::One(*one),
                _ => Obstacle::Several,
            };
            *counts.entry((*status, why)).or_insert(0) += 1;
        }
        let step = |((status, why), count)| FunnelRow {
            status: people::status(status).say(lang),
            because: because(why, heading, lang),
            criterion: if let Obstacle::One(at) = why { Some(at + 1) } else { None },
            count,
        };
        counts.into_iter().map(step).collect()
    }
}

fn because(why: Obstacle, heading: &Heading, lang: Lang) -> String {
    let text = match why {
        Obstacle::One(at) => return heading.criteria.get(at).map(|one| one.label.clone()).unwrap_or_default(),
        Obstacle::Nothing => words::nothing(),
        Obstacle::Several => words::several(),
        Obstacle::Row => words::broken_row(),
    };
    text.say(lang)
}
