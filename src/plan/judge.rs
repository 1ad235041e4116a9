//! A row judged: one call that gives one value.

use super::answer::{Answer, Miss, SoFar, Together};
use super::memory::{AtHand, Memory, ROWS, Sayings};
use super::{Plan, Planned, Task};
use crate::kinds::{Cells, Kept, Leaf, Outcome};
use crate::score::{Score, Standing};
use crate::verdict::{Finding, Glance};

/// What all criteria say of one row: all that later steps ask for.
///
/// Where people decided, what they said takes the place of what was judged ([`Judgement::decided`]).
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
    said: CriteriaAnswers<'m>,
}

/// What the criteria said.
enum CriteriaAnswers<'m> {
    /// As it is remembered: of each column, and of the criteria that do not depend on one column alone.
    Remembered { columns: &'m [Sayings], places: &'m [u32], others: &'m [Answer] },
    /// Each in its place.
    Each(Vec<Answer>),
}

/// Takes rows as they are judged.
pub trait Taker<R> {
    /// Whether a row of which so much is known is to be judged to the end.
    fn wants(&self, row: &R, so_far: &SoFar) -> bool;

    /// Takes a row.
    fn take(&mut self, row: &R, judgement: Judgement<'_>);
}

impl Plan {
    /// Judges a row.
    pub fn judge<'m, R: Cells>(&'m self, row: &R, memory: &'m mut Memory) -> Judgement<'m> {
        self.begin(std::slice::from_ref(row), memory, &|_, _| true);
        self.finish(row, 0, memory, &|_, _| true)
    }

    /// Judges rows, and hands them over in turn. A row is judged to the end as long as it is wanted: all that is required
    /// comes first, what takes longest last.
    pub fn judge_rows<R: Cells>(&self, rows: &[R], memory: &mut Memory, taker: &mut impl Taker<R>) {
        for rows in rows.chunks(ROWS) {
            self.begin(rows, memory, &|row, so_far| taker.wants(row, so_far));
            for (nth, row) in rows.iter().enumerate() {
                let judgement = self.finish(row, nth, memory, &|row, so_far| taker.wants(row, so_far));
                taker.take(row, judgement);
            }
        }
    }

    /// Judges of some rows what is soon judged.
    fn begin<R: Cells>(&self, rows: &[R], memory: &mut Memory, wants: &impl Fn(&R, &SoFar) -> bool) {
        let [first, second, _] = &self.steps;
        memory.begin(self, rows.len());
        self.step(first, rows, 0, memory);
        rows.iter()
            .zip(&mut memory.rows)
            .for_each(|(row, at_hand)| at_hand.ask(second.hope, |known| wants(row, known)));
        self.step(second, rows, 0, memory);
    }

    /// Judges the rest of the row at this place among them.
    fn finish<'m, R: Cells>(
        &'m self,
        row: &R,
        nth: usize,
        memory: &'m mut Memory,
        wants: &impl Fn(&R, &SoFar) -> bool,
    ) -> Judgement<'m> {
        let [.., last] = &self.steps;
        memory.rows[nth].ask(last.hope, |known| wants(row, known));
        self.step(last, std::slice::from_ref(row), nth, memory);
        let AtHand { together, wanted: whole } = memory.rows[nth];
        let none = Standing { status: together.sum.status(), score: Score::default(), score_max: Score::default() };
        let of_row = |width: usize| nth * width..(nth + 1) * width;
        let (columns, others) = (of_row(self.columns.len()), of_row(self.others.len()));
        Judgement {
            standing: if whole { together.sum.standing() } else { none },
            whole,
            near_miss: together.near_miss(),
            cells: &memory.cells[columns.clone()],
            kept: &mut memory.kept,
            plan: self,
            said: CriteriaAnswers::Remembered {
                columns: &memory.columns,
                places: &memory.places[columns],
                others: &memory.others[others],
            },
        }
    }

    /// What is known of a row that cannot be trusted: nothing, so it is in review.
    #[must_use]
    pub fn distrust<'m>(&'m self, memory: &'m mut Memory) -> Judgement<'m> {
        let each = vec![Answer::UNKNOWN; self.criteria.len()];
        Judgement {
            standing: self.comes_to(&each).0.untrusted(),
            whole: true,
            near_miss: None,
            cells: &[],
            kept: &mut memory.kept,
            plan: self,
            said: CriteriaAnswers::Each(each),
        }
    }

    /// How many numbers hold what all criteria say.
    fn numbers(&self) -> usize {
        self.criteria.len().div_ceil(Finding::IN_ONE)
    }

    /// What [`Judgement::put_glances`] wrote, one for each criterion; nothing where it is something else. Shares that were
    /// not asked for are 0.
    pub fn take_glances(&self, bytes: &[u8], out: &mut Vec<Glance>) -> Option<()> {
        out.clear();
        let (all, rest) = bytes.as_chunks();
        let (findings, shares) = all.split_at_checked(self.numbers())?;
        let finding = |at: usize| Finding::unpacked(u64::from_le_bytes(findings[at / Finding::IN_ONE]), at);
        out.extend((0..self.criteria.len()).map(|at| Glance { finding: finding(at), share: 0.0 }));
        for (glance, share) in out.iter_mut().zip(shares) {
            glance.share = f64::from_le_bytes(*share);
        }
        (rest.is_empty() && (shares.is_empty() || shares.len() == out.len())).then_some(())
    }

    /// What it comes to that each criterion says this, in their order: where the candidate stands, and what they nearly meet.
    #[must_use]
    pub fn comes_to(&self, each: &[Answer]) -> (Standing, Option<Miss>) {
        let all = self.criteria.iter().enumerate().zip(each);
        let all = all.map(|((at, criterion), answer)| criterion.together(at, answer));
        let together = all.fold(Together::default(), Together::plus);
        (together.sum.standing(), together.near_miss())
    }

    /// Judges one step of the rows, the first of which is at hand at this place, that are wanted.
    fn step<R: Cells>(&self, step: &Task, rows: &[R], first: usize, memory: &mut Memory) {
        // Column by column: what is remembered of one stays near the processor while it is asked for.
        for at in &step.columns {
            self.column(*at, rows, first, memory);
        }
        for at in step.others.clone() {
            for (nth, row) in (first..).zip(rows) {
                if memory.rows[nth].wanted {
                    self.other(at, row, nth, memory);
                }
            }
        }
    }

    /// Numbers the cells of a column, and judges what depends on it alone.
    fn column<R: Cells>(&self, at: usize, rows: &[R], first: usize, memory: &mut Memory) {
        let (width, column) = (self.columns.len(), &self.columns[at]);
        let Memory { kept, numbers, columns, rows: at_hand, cells, places, .. } = memory;
        let (numbers, said) = (&mut numbers[at], &mut columns[at]);
        for (nth, row) in (first..).zip(rows) {
            let at_hand = &mut at_hand[nth];
            if !at_hand.wanted {
                continue;
            }
            let number = numbers.of(row, column.index);
            cells[nth * width + at] = number;
            if column.alone.is_empty() {
                continue;
            }
            let place = said.place(number).unwrap_or_else(|| self.alone(&column.alone, row, number, said, (nth, kept)));
            places[nth * width + at] = place;
            at_hand.together = at_hand.together.plus(said.together(place));
        }
    }

    /// What the criteria that depend on one column alone say of its cell with this number, of the row at this place; answers
    /// where it stands.
    #[cold]
    fn alone<R: Cells>(
        &self,
        criteria: &[usize],
        row: &R,
        number: u32,
        said: &mut Sayings,
        (nth, kept): (usize, &mut Kept),
    ) -> u32 {
        let mut together = Together::default();
        for (at, to) in criteria.iter().zip(said.at_hand(nth, criteria.len(), self.numbers())) {
            *to = self.criteria[*at].answer(row, kept);
            together = together.plus(self.criteria[*at].together(*at, to));
        }
        said.keep(nth, number, (criteria, self.numbers()), together)
    }

    /// Judges the criterion at this place among those that do not depend on one column alone; the cells that it depends on
    /// are numbered.
    fn other<R: Cells>(&self, place: usize, row: &R, nth: usize, memory: &mut Memory) {
        let (at, width) = (self.others[place], self.columns.len());
        let Memory { kept, few, rows, cells, others, .. } = memory;
        let (criterion, few) = (&self.criteria[at], &mut few[at]);
        let key = criterion.depends.key(&cells[nth * width..][..width]);
        let (answer, sum) = key.and_then(|key| few.get(key)).unwrap_or_else(|| {
            let answer = criterion.answer(row, kept);
            let said = (answer, criterion.together(at, &answer));
            key.into_iter().for_each(|key| few.put(key, said));
            said
        });
        others[nth * self.others.len() + place] = answer;
        rows[nth].together = rows[nth].together.plus(sum);
    }
}

impl Judgement<'_> {
    /// The same with what people decided in the place of what was judged.
    #[must_use]
    pub fn decided(self, each: Vec<Answer>, standing: Standing, near_miss: Option<Miss>) -> Self {
        Self { standing, whole: true, near_miss, said: CriteriaAnswers::Each(each), ..self }
    }

    /// What each criterion says, in their order; of one that was not judged, nothing.
    #[must_use]
    pub fn each(&self) -> Vec<Answer> {
        let mut each = vec![Answer::UNKNOWN; self.plan.criteria.len()];
        self.for_each(|at, answer| each[at] = *answer);
        each
    }

    /// The same at a glance.
    pub fn glances(&self, out: &mut Vec<Glance>) {
        out.clear();
        out.resize(self.plan.criteria.len(), Glance::UNKNOWN);
        self.for_each(|at, answer| out[at] = answer.judged.glance());
    }

    /// Adds the same to what is kept in a file, for [`Plan::take_glances`]: what each criterion says, as many in a number as
    /// fit; and the `shares` of their points where these are asked for.
    pub fn put_glances(&self, shares: bool, out: &mut Vec<u8>) {
        let numbers = self.plan.numbers();
        for number in 0..numbers {
            let findings = match &self.said {
                CriteriaAnswers::Each(each) => self.packed(number, 0..each.len(), each),
                CriteriaAnswers::Remembered { columns, places, others } => {
                    let of_columns =
                        columns.iter().zip(*places).map(|(said, place)| said.findings(*place, number, numbers));
                    of_columns.fold(0, |all, some| all | some)
                        | self.packed(number, self.plan.others.iter().copied(), others)
                }
            };
            out.extend(findings.to_le_bytes());
        }
        if shares {
            self.each().iter().for_each(|answer| out.extend(answer.judged.glance().share.to_le_bytes()));
        }
    }

    /// What the criteria at these places say, as far as they are in this number.
    fn packed(&self, number: usize, places: impl Iterator<Item = usize>, answers: &[Answer]) -> u64 {
        let all = places.zip(answers).filter(|(at, _)| at / Finding::IN_ONE == number);
        all.fold(0, |all, (at, answer)| all | answer.judged.finding().packed(at))
    }

    /// Hands over what each criterion that was judged says, with its place, in no order.
    fn for_each(&self, mut take: impl FnMut(usize, &Answer)) {
        match &self.said {
            CriteriaAnswers::Each(each) => each.iter().enumerate().for_each(|(at, answer)| take(at, answer)),
            CriteriaAnswers::Remembered { columns, places, others } => {
                for ((column, said), place) in self.plan.columns.iter().zip(*columns).zip(*places) {
                    let answers = said.each(*place, column.alone.len());
                    column.alone.iter().zip(answers).for_each(|(at, answer)| take(*at, answer));
                }
                self.plan.others.iter().zip(*others).for_each(|(at, answer)| take(*at, answer));
            }
        }
    }
}

impl Planned {
    /// What it says of a row.
    fn answer<R: Cells + ?Sized>(&self, row: &R, kept: &mut Kept) -> Answer {
        self.answer_of(self.check.outcome(&mut |leaf: &Leaf| leaf.judge(row, kept.of(leaf.number))))
    }

    /// What it says where its test comes to this.
    #[must_use]
    pub fn answer_of(&self, outcome: Outcome) -> Answer {
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
    use crate::score::{Judged, Status};

    fn plan() -> Plan {
        let yaml = "version: 1\ncriteria:\n  - id: a\n    yes_no: { column: a }\n  - id: ab\n    any_of:\n      of:\n        \
                    - yes_no: { column: b }\n        - all_of: { of: [{ provided: { column: a } }, { provided: { column: c } }] }\n  \
                    - id: c\n    need: asset\n    when_missing: skip\n    level: { column: c, scale: proficiency, at_least: good }\n";
        let criteria = crate::criteria::read("test.yaml", yaml).unwrap_or_else(|problems| panic!("{problems:?}"));
        let column = |name: &str| ["a", "b", "c"].iter().position(|known| *known == name);
        Plan::new(&criteria, Stage::Application, &column, NaiveDate::default())
    }

    /// All that a judgement says.
    type All = (Standing, bool, Option<Miss>, Vec<Answer>);

    /// Takes what is wanted.
    struct Judge(fn(&SoFar) -> bool, Vec<All>);

    impl Taker<Vec<String>> for Judge {
        fn wants(&self, _: &Vec<String>, so_far: &SoFar) -> bool {
            (self.0)(so_far)
        }

        fn take(&mut self, _: &Vec<String>, judgement: Judgement<'_>) {
            self.1.push(all(&judgement));
        }
    }

    fn promising(so_far: &SoFar) -> bool {
        so_far.status() != Status::NotEligible && so_far.best().score_max > Score::new(50.0)
    }

    fn all(judgement: &Judgement<'_>) -> All {
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
                let (mut glances, mut kept, mut again) = (Vec::new(), Vec::new(), Vec::new());
                let judgement = plan.judge(row, &mut memory);
                judgement.glances(&mut glances);
                judgement.put_glances(true, &mut kept);
                prop_assert_eq!(plan.take_glances(&kept, &mut again), Some(()));
                prop_assert_eq!(&glances, &again);
                prop_assert_eq!(plan.take_glances(&kept[..8], &mut again), Some(()));
                prop_assert!(glances.iter().map(|one| one.finding).eq(again.iter().map(|one| one.finding)));
                prop_assert_eq!(plan.take_glances(&kept[1..], &mut again), None);
                prop_assert_eq!(glances, judged.iter().map(Judged::glance).collect::<Vec<_>>());
                let mut by_hand = Vec::new();
                plan.judge(row, &mut memory).decided(each.clone(), standing, near_miss).put_glances(true, &mut by_hand);
                prop_assert_eq!(by_hand, kept);
                for ((planned, account), judged) in plan.criteria.iter().zip(plan.account(row)).zip(judged) {
                    prop_assert_eq!(planned.count(account.outcome), judged);
                }
                // What each says makes the same judgement again.
                prop_assert_eq!((standing, near_miss), plan.comes_to(&each));
            }
        }

        /// Rows are judged the same one by one and together; whoever does not want one to the end has its status, and no score
        /// that is not known.
        #[test]
        fn together_as_one_by_one(rows in prop::collection::vec(prop::collection::vec("yes|no||x|good|none|basic|.{0,70}", 3), 1..80)) {
            let plan = plan();
            let (mut memory, mut alone) = (Memory::default(), Memory::default());
            let (mut judged, mut unwanted) = (Judge(|_| true, Vec::new()), Judge(promising, Vec::new()));
            plan.judge_rows(&rows, &mut memory, &mut judged);
            plan.judge_rows(&rows, &mut memory, &mut unwanted);
            let (judged, unwanted) = (judged.1, unwanted.1);
            prop_assert_eq!(judged.len(), rows.len());
            for ((row, judged), unwanted) in rows.iter().zip(judged).zip(unwanted) {
                prop_assert_eq!(&judged, &all(&plan.judge(row, &mut alone)));
                let standing = judged.0;
                prop_assert_eq!(unwanted.2, judged.2);
                prop_assert_eq!(&unwanted.3[..2], &judged.3[..2]);
                if unwanted.1 {
                    prop_assert_eq!(unwanted, judged);
                } else {
                    prop_assert!(standing.status == Status::NotEligible || standing.score_max <= Score::new(50.0));
                    prop_assert_eq!(unwanted.0, Standing { status: standing.status, score: Score::default(), score_max: Score::default() });
                }
            }
        }
    }
}
