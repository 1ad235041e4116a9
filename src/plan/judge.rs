//! A row judged: one call that gives one value.

use super::memory::{Memory, Sayings};
use super::{Plan, Planned, Step};
use crate::kinds::{Cells, Kept, Leaf};
use crate::score::{Judged, Score, Standing, Status, Sum};

/// What all criteria say of one row: all that later steps ask for.
///
/// To put something else in the place of what was judged, change [`Judgement::each`] and make a new one of it
/// ([`Plan::judgement`]): the standing and the near miss follow.
pub struct Judgement<'m> {
    /// Where it stands. Without its scores where it was not judged to the end.
    pub standing: Standing,
    /// Whether it was judged to the end.
    pub whole: bool,
    /// The one required criterion that it nearly meets; nothing where it meets all, fails several, or is not near.
    pub near_miss: Option<Miss>,
    /// The numbers of its cells, by the places of the numbered columns; none where these cannot be trusted.
    pub cells: &'m [u32],
    /// What is known of its texts, for whoever reads them again.
    pub kept: &'m mut Kept,
    plan: &'m Plan,
    said: Said<'m>,
}

/// What the criteria said.
enum Said<'m> {
    /// As it is remembered: of each column, and of the criteria that do not depend on one column alone.
    Remembered { columns: &'m [Sayings], places: &'m [usize], others: &'m [(usize, Answer)] },
    /// Each in its place.
    Each(Vec<Answer>),
}

/// What one criterion says of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer {
    /// What it counts as.
    pub judged: Judged,
    /// How near the cells come to what is asked, as [`crate::kinds::Outcome::gap`] says; infinite where they are empty.
    pub gap: f32,
}

impl Answer {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { judged: Judged::UNKNOWN, gap: 0.0 };
}

/// The one required criterion that is not met, and that nearly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Miss {
    /// Its place among the criteria that count.
    pub criterion: usize,
    /// How near, as [`crate::kinds::Outcome::gap`] says: from 0 to 1.
    pub gap: f32,
    /// How many other required criteria are open.
    pub open: u32,
}

/// What is known of a row of which all that is required has been judged.
pub struct SoFar {
    /// What has been judged comes to this.
    together: Together,
    /// What has not, if all goes well.
    hope: Sum,
}

impl SoFar {
    /// Its status, which is settled.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.together.sum.status()
    }

    /// The best that may come of it.
    #[must_use]
    pub fn best(&self) -> Standing {
        self.together.sum.plus(self.hope).standing()
    }

    /// As [`Judgement::near_miss`] says.
    #[must_use]
    pub fn near_miss(&self) -> Option<Miss> {
        self.together.near_miss()
    }
}

/// What some criteria come to together.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Together {
    sum: Sum,
    /// The place of the one that is required and not met in the upper half, how near that is in the lower; without meaning
    /// where there are several.
    miss: u64,
}

impl Together {
    const fn plus(self, other: Self) -> Self {
        Self { sum: self.sum.plus(other.sum), miss: self.miss.wrapping_add(other.miss) }
    }

    #[expect(clippy::cast_possible_truncation, reason = "one half after the other")]
    fn near_miss(&self) -> Option<Miss> {
        let (criterion, gap) = ((self.miss >> 32) as usize, f32::from_bits(self.miss as u32));
        (self.sum.failed == 1 && gap <= 1.0).then_some(Miss { criterion, gap, open: self.sum.open })
    }
}

impl Plan {
    /// Judges a row.
    pub fn judge<'m, R: Cells + ?Sized>(&'m self, row: &R, memory: &'m mut Memory) -> Judgement<'m> {
        self.judge_while(row, memory, |_| true)
    }

    /// The same, unless `wanted` says no on the way: all that is required is judged first, what takes longest last.
    pub fn judge_while<'m, R: Cells + ?Sized>(
        &'m self,
        row: &R,
        memory: &'m mut Memory,
        wanted: impl Fn(&SoFar) -> bool,
    ) -> Judgement<'m> {
        memory.begin(self);
        let [first, rest @ ..] = &self.steps;
        let mut together = self.step(first, row, memory);
        let mut whole = true;
        for step in rest {
            whole = wanted(&SoFar { together, hope: step.hope });
            if !whole {
                break;
            }
            together = together.plus(self.step(step, row, memory));
        }
        let Memory { kept, columns, cells, places, others, .. } = memory;
        let none = Standing { status: together.sum.status(), score: Score::default(), score_max: Score::default() };
        Judgement {
            standing: if whole { together.sum.standing() } else { none },
            whole,
            near_miss: together.near_miss(),
            cells,
            kept,
            plan: self,
            said: Said::Remembered { columns, places, others },
        }
    }

    /// The judgement that follows from what each criterion says, in their order.
    #[must_use]
    pub fn judgement<'m>(&'m self, each: Vec<Answer>, memory: &'m mut Memory) -> Judgement<'m> {
        let all = self.criteria.iter().enumerate().zip(&each);
        let all = all.map(|((at, criterion), answer)| criterion.together(at, answer));
        let together = all.fold(Together::default(), Together::plus);
        Judgement {
            standing: together.sum.standing(),
            whole: true,
            near_miss: together.near_miss(),
            cells: &[],
            kept: &mut memory.kept,
            plan: self,
            said: Said::Each(each),
        }
    }

    /// What is known of a row that cannot be trusted: nothing, so it is in review.
    #[must_use]
    pub fn distrust<'m>(&'m self, memory: &'m mut Memory) -> Judgement<'m> {
        let judgement = self.judgement(vec![Answer::UNKNOWN; self.criteria.len()], memory);
        Judgement { standing: judgement.standing.untrusted(), ..judgement }
    }

    /// What the criteria of one step come to.
    fn step<R: Cells + ?Sized>(&self, step: &Step, row: &R, memory: &mut Memory) -> Together {
        let mut together = Together::default();
        let Memory { kept, numbers, columns, cells, places, .. } = memory;
        for at in &step.columns {
            let (column, said) = (&self.columns[*at], &mut columns[*at]);
            let number = numbers[*at].of(row, column.index);
            cells[*at] = number;
            if !column.alone.is_empty() {
                let place = said.place(number).unwrap_or_else(|| self.alone(&column.alone, number, row, said, kept));
                places[*at] = place;
                together = together.plus(said.together(place));
            }
        }
        if step.others.is_empty() { together } else { together.plus(self.others(step, row, memory)) }
    }

    /// What the criteria that depend on one column alone say of a cell; answers where it stands.
    #[cold]
    fn alone<R: Cells + ?Sized>(
        &self,
        criteria: &[usize],
        number: u32,
        row: &R,
        said: &mut Sayings,
        kept: &mut Kept,
    ) -> usize {
        let mut together = Together::default();
        for (at, to) in criteria.iter().zip(said.at_hand(criteria.len())) {
            *to = self.criteria[*at].answer(row, kept);
            together = together.plus(self.criteria[*at].together(*at, to));
        }
        said.keep(number, criteria.len(), together)
    }

    /// What the other criteria come to, once the cells that they depend on are numbered.
    fn others<R: Cells + ?Sized>(&self, step: &Step, row: &R, memory: &mut Memory) -> Together {
        let Memory { kept, few, cells, others, .. } = memory;
        let mut together = Together::default();
        for at in &step.others {
            let criterion = &self.criteria[*at];
            let key = criterion.depends.key(cells);
            let (answer, sum) = key.and_then(|key| few[*at].get(key)).unwrap_or_else(|| {
                let answer = criterion.answer(row, kept);
                let said = (answer, criterion.together(*at, &answer));
                key.into_iter().for_each(|key| few[*at].put(key, said));
                said
            });
            others.push((*at, answer));
            together = together.plus(sum);
        }
        together
    }
}

impl Judgement<'_> {
    /// What each criterion says, in their order; of one that was not judged, nothing.
    #[must_use]
    pub fn each(&self) -> Vec<Answer> {
        match &self.said {
            Said::Each(each) => each.clone(),
            Said::Remembered { columns, places, others } => {
                let mut each = vec![Answer::UNKNOWN; self.plan.criteria.len()];
                for ((column, said), place) in self.plan.columns.iter().zip(*columns).zip(*places) {
                    let answers = said.each(*place, column.alone.len());
                    column.alone.iter().zip(answers).for_each(|(at, answer)| each[*at] = *answer);
                }
                others.iter().for_each(|(at, answer)| each[*at] = *answer);
                each
            }
        }
    }

    /// Adds one byte for each criterion to `out`, in their order: what it comes to at a glance
    /// ([`crate::verdict::Glance`]).
    pub fn put_glances(&self, out: &mut Vec<u8>) {
        let start = out.len();
        out.resize(start + self.plan.criteria.len(), 0);
        let out = &mut out[start..];
        let mut put = |at: usize, answer: &Answer| out[at] = answer.judged.glance().to_byte();
        match &self.said {
            Said::Each(each) => each.iter().enumerate().for_each(|(at, answer)| put(at, answer)),
            Said::Remembered { columns, places, others } => {
                others.iter().for_each(|(at, answer)| put(*at, answer));
                for ((column, said), place) in self.plan.columns.iter().zip(*columns).zip(*places) {
                    let glances = said.glances(*place, column.alone.len());
                    column.alone.iter().zip(glances).for_each(|(at, glance)| out[*at] = *glance);
                }
            }
        }
    }
}

impl Planned {
    /// What it says of a row.
    fn answer<R: Cells + ?Sized>(&self, row: &R, kept: &mut Kept) -> Answer {
        let outcome = self.check.outcome(&mut |leaf: &Leaf| leaf.judge(row, kept.of(leaf.number)));
        // An empty cell that counts as not met is not near.
        let gap = if outcome.missing { f32::INFINITY } else { outcome.gap };
        Answer { judged: self.count(outcome), gap }
    }

    /// What its answer adds, at this place among the criteria.
    fn together(&self, at: usize, answer: &Answer) -> Together {
        let sum = self.sum(&answer.judged);
        let miss = (at as u64) << 32 | u64::from(answer.gap.to_bits());
        Together { sum, miss: if sum.failed > 0 { miss } else { 0 } }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::*;
    use crate::criteria::Stage;

    fn plan() -> Plan {
        let yaml = "version: 1\ncriteria:\n  - id: a\n    yes_no: { column: a }\n  - id: ab\n    any_of:\n      of:\n        \
                    - yes_no: { column: b }\n        - all_of: { of: [{ provided: { column: a } }, { provided: { column: c } }] }\n  \
                    - id: c\n    need: asset\n    when_missing: skip\n    level: { column: c, scale: proficiency, at_least: good }\n";
        let criteria = crate::criteria::read("test.yaml", yaml).unwrap_or_else(|problems| panic!("{problems:?}"));
        let column = |name: &str| ["a", "b", "c"].iter().position(|known| *known == name);
        Plan::new(&criteria, Stage::Application, &column, NaiveDate::default())
    }

    /// All that a judgement says.
    fn all(judgement: &Judgement<'_>) -> (Standing, bool, Option<Miss>, Vec<Answer>) {
        (judgement.standing, judgement.whole, judgement.near_miss, judgement.each())
    }

    proptest! {
        /// A row is judged the same whether its cells have been seen before or not, and as its account says.
        #[test]
        fn what_is_remembered_is_what_is_read(rows in prop::collection::vec(prop::collection::vec("yes|no||x|good|none|basic|.{0,70}", 3), 1..40)) {
            let plan = plan();
            let mut memory = Memory::default();
            for row in rows.iter().chain(&rows) {
                let judgement = all(&plan.judge(row, &mut memory));
                prop_assert_eq!(&judgement, &all(&plan.judge(row, &mut Memory::default())));
                let (standing, _, near_miss, each) = judgement;
                let judged: Vec<Judged> = each.iter().map(|answer| answer.judged).collect();
                let weighed = plan.criteria.iter().zip(&judged).map(|(planned, judged)| (planned.need, planned.weight, judged));
                prop_assert_eq!(standing, crate::score::standing(weighed));
                let mut glances = Vec::new();
                plan.judge(row, &mut memory).put_glances(&mut glances);
                prop_assert_eq!(glances, judged.iter().map(|judged| judged.glance().to_byte()).collect::<Vec<_>>());
                for ((planned, account), judged) in plan.criteria.iter().zip(plan.account(row)).zip(judged) {
                    prop_assert_eq!(planned.count(account.outcome), judged);
                }
                // What each says makes the same judgement again.
                prop_assert_eq!((standing, true, near_miss, each.clone()), all(&plan.judgement(each, &mut memory)));
            }
        }

        /// Whoever does not want a row to the end has its status, and no score that is not known.
        #[test]
        fn what_is_not_wanted_has_its_status(row in prop::collection::vec("yes|no||x|good|none|basic", 3)) {
            let plan = plan();
            let mut memory = Memory::default();
            let (standing, _, near_miss, each) = all(&plan.judge(&row, &mut memory));
            let asked = std::cell::Cell::new(false);
            let judgement = plan.judge_while(&row, &mut memory, |so_far| {
                asked.set(so_far.status() == standing.status && so_far.near_miss() == near_miss);
                assert!(so_far.best().score_max >= standing.score_max);
                false
            });
            prop_assert!(asked.get() && !judgement.whole);
            prop_assert_eq!(judgement.standing, Standing { status: standing.status, score: Score::default(), score_max: Score::default() });
            prop_assert_eq!(&judgement.each()[..2], &each[..2]);
        }
    }
}
