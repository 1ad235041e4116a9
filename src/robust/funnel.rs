//! The funnel: everybody counted once, by the first requirement that removes them.

use std::collections::BTreeMap;

use crate::roll::Roll;
use crate::score::Need;

/// What the requirements leave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Funnel {
    /// How many candidates there are.
    pub candidates: usize,
    /// The requirements, in the order of the criteria file.
    pub steps: Vec<FunnelStep>,
    /// Whom several requirements remove together: these requirements, and how many fail just them; the most first.
    pub together: Vec<(Vec<usize>, usize)>,
    /// How many are eligible, and how many in review.
    pub eligible: usize,
    /// Those for whom a requirement is open, and none fails.
    pub review: usize,
}

/// What one requirement removes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunnelStep {
    /// The criterion.
    pub criterion: usize,
    /// How many come to it: no requirement before it removed them.
    pub come: usize,
    /// How many it removes of these.
    pub removed: usize,
    /// Whom it alone removes, of all.
    pub alone: Vec<usize>,
    /// How many it removes only together with others, of all.
    pub with_others: usize,
    /// Those among [`Self::alone`] who nearly meet it.
    pub near: Vec<usize>,
}

/// Counts.
#[must_use]
pub(crate) fn funnel(roll: &Roll) -> Funnel {
    let required = roll.asked.iter().enumerate().filter(|(_, asked)| asked.need == Need::Required);
    let step =
        |criterion| FunnelStep { criterion, come: 0, removed: 0, alone: Vec::new(), with_others: 0, near: Vec::new() };
    let mut steps: Vec<FunnelStep> = required.map(|(criterion, _)| step(criterion)).collect();
    let mut together: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    for (at, person) in roll.people.iter().enumerate() {
        let failed: Vec<usize> = person.failed(&roll.asked).collect();
        for step in &mut steps {
            step.come += usize::from(failed.first().is_none_or(|first| step.criterion <= *first));
            step.removed += usize::from(failed.first() == Some(&step.criterion));
            match failed.as_slice() {
                [one] if *one == step.criterion => {
                    step.alone.push(at);
                    step.near.extend(person.near.then_some(at));
                }
                many => step.with_others += usize::from(many.len() > 1 && many.contains(&step.criterion)),
            }
        }
        if failed.len() > 1 {
            *together.entry(failed).or_default() += 1;
        }
    }
    let mut together: Vec<(Vec<usize>, usize)> = together.into_iter().collect();
    together.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let [eligible, review, _] = roll.by_status();
    Funnel { candidates: roll.people.len(), steps, together, eligible, review }
}
