//! Everybody judged, as plain data: what is given to the rooms that look at all candidates together.

use crate::score::{Judged, Need, Standing, Status, standing};
use crate::verdict::Verdict;

/// A criterion, as far as they need it.
#[derive(Clone, Debug, PartialEq)]
pub struct RollCriterion {
    /// Its id.
    pub id: String,
    /// Whether it can reject.
    pub need: Need,
    /// Its weight.
    pub weight: f64,
}

/// A candidate.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// What the candidate is called in the output.
    pub id: String,
    /// Status and score.
    pub standing: Standing,
    /// What each criterion says, in the order of [`Roll::asked`].
    pub judged: Vec<Judged>,
    /// Whether the row can be trusted; one that cannot is in review whatever its cells say.
    pub trusted: bool,
    /// Whether the one requirement that fails is nearly met.
    pub near: bool,
}

/// All candidates, in the order of reading, with what is asked of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roll {
    /// The criteria that count.
    pub asked: Vec<RollCriterion>,
    /// The candidates.
    pub people: Vec<Person>,
}

impl Person {
    /// The standing that would follow if one criterion were not asked.
    #[must_use]
    pub fn without(&self, asked: &[RollCriterion], left_out: usize) -> Standing {
        let all = asked.iter().zip(&self.judged).enumerate().filter(move |(at, _)| *at != left_out);
        let standing = standing(all.map(|(_, (asked, judged))| (asked.need, asked.weight, judged)));
        if self.trusted { standing } else { standing.untrusted() }
    }

    /// The required criteria that the candidate does not meet, by their places.
    pub fn failed<'a>(&'a self, asked: &'a [RollCriterion]) -> impl Iterator<Item = usize> + 'a {
        self.required(asked, Verdict::NotMet)
    }

    /// The required criteria that are open, by their places.
    pub fn open<'a>(&'a self, asked: &'a [RollCriterion]) -> impl Iterator<Item = usize> + 'a {
        self.required(asked, Verdict::Unknown)
    }

    fn required<'a>(&'a self, asked: &'a [RollCriterion], verdict: Verdict) -> impl Iterator<Item = usize> + 'a {
        let all = asked.iter().zip(&self.judged).enumerate();
        let is = move |(_, (asked, judged)): &(usize, (&RollCriterion, &Judged))| {
            asked.need == Need::Required && judged.counts && judged.verdict == verdict
        };
        all.filter(is).map(|(at, _)| at)
    }
}

impl Roll {
    /// How many candidates have each status, in the order of [`Status::ALL`].
    #[must_use]
    pub fn by_status(&self) -> [usize; 3] {
        Status::ALL.map(|status| self.people.iter().filter(|person| person.standing.status == status).count())
    }
}
