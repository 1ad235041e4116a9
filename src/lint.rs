//! Criteria that do not do what they seem to, as everybody's judgements show.

use crate::roll::{Person, Roll};
use crate::score::{Judged, Need};
use crate::verdict::{Finding, Verdict};

/// Of fewer candidates nothing is said: what nobody of three meets, the fourth may.
pub(crate) const FEWEST: usize = 5;

/// Of fewer candidates two criteria may say the same by chance.
const FEWEST_TO_AGREE: usize = 20;

/// What is odd about a criterion, or two; criteria by their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// Nobody meets it.
    Nobody(usize),
    /// Everybody meets it.
    Everybody(usize),
    /// It gives everybody the same credit, and so orders nobody.
    SameCredit(usize),
    /// Two always say the same.
    Agree(usize, usize),
    /// It alone removes more than half.
    RemovesMost(usize, usize),
    /// It weighs more than all others together.
    Heaviest(usize),
    /// One of the tests of `any_of` never decides: the criterion, and the place of the test.
    Branch(usize, usize),
}

/// What the tests of an `any_of` did, over all candidates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Branches {
    /// The criterion.
    pub criterion: usize,
    /// For how many candidates each test made a difference.
    pub decided: Vec<usize>,
}

impl Branches {
    /// Adds what the tests said of one candidate, each its verdict and its least and most credit: which of them made a
    /// difference, so that without it the verdict or the credit would be another.
    pub(crate) fn add(&mut self, tests: &[(Verdict, f64, f64)]) {
        self.decided.resize(self.decided.len().max(tests.len()), 0);
        let any = |left_out: Option<usize>| {
            let others = tests.iter().enumerate().filter(|(at, _)| Some(*at) != left_out);
            others.fold((Verdict::NotMet, 0.0_f64, 0.0_f64), |(verdict, low, high), (_, test)| {
                (verdict.or(test.0), low.max(test.1), high.max(test.2))
            })
        };
        let all = any(None);
        for (at, decided) in self.decided.iter_mut().enumerate() {
            *decided += usize::from(any(Some(at)) != all);
        }
    }
}

/// What is odd.
#[must_use]
pub(crate) fn doubts(roll: &Roll, branches: &[Branches]) -> Vec<Doubt> {
    let mut found: Vec<Doubt> = heaviest(roll).into_iter().collect();
    // Rows that cannot be trusted say nothing of the criteria.
    let people: Vec<&Person> = roll.people.iter().filter(|person| person.trusted).collect();
    if people.len() < FEWEST {
        return found;
    }
    let all =
        |criterion: usize, is: &dyn Fn(&Judged) -> bool| people.iter().all(|person| is(&person.judged[criterion]));
    for (criterion, asked) in roll.asked.iter().enumerate() {
        let is = |verdict| move |judged: &Judged| judged.counts && judged.verdict == verdict;
        let first = people[0].judged[criterion];
        let same = all(criterion, &|judged| judged.credit == first.credit && judged.counts == first.counts);
        if all(criterion, &is(Verdict::NotMet)) {
            found.push(Doubt::Nobody(criterion));
        } else if all(criterion, &is(Verdict::Met)) && (asked.need == Need::Required || same) {
            found.push(Doubt::Everybody(criterion));
        } else if same && asked.weight > 0.0 {
            found.push(Doubt::SameCredit(criterion));
        }
    }
    found.extend(agreements(roll, &people));
    for (criterion, _) in roll.asked.iter().enumerate().filter(|(_, asked)| asked.need == Need::Required) {
        let alone = roll.people.iter().filter(|person| person.failed(&roll.asked).eq([criterion])).count();
        if 2 * alone > roll.people.len() {
            found.push(Doubt::RemovesMost(criterion, alone));
        }
    }
    for one in branches.iter().filter(|one| one.decided.len() > 1) {
        let idle = one.decided.iter().enumerate().filter(|(_, decided)| **decided == 0);
        found.extend(idle.map(|(at, _)| Doubt::Branch(one.criterion, at)));
    }
    found
}

/// The criterion that weighs more than all others together, where there are two others.
fn heaviest(roll: &Roll) -> Option<Doubt> {
    let all: f64 = roll.asked.iter().map(|asked| asked.weight).sum();
    let some = roll.asked.iter().filter(|asked| asked.weight > 0.0).count();
    let heavy = roll.asked.iter().position(|asked| 2.0 * asked.weight > all);
    heavy.filter(|_| some > 2).map(Doubt::Heaviest)
}

/// Pairs that say the same of everybody, where they do not say the same all the time.
fn agreements(roll: &Roll, people: &[&Person]) -> Vec<Doubt> {
    let findings =
        |criterion: usize| -> Vec<Finding> { people.iter().map(|person| person.judged[criterion].finding()).collect() };
    if people.len() < FEWEST_TO_AGREE {
        return Vec::new();
    }
    let all: Vec<Vec<Finding>> = (0..roll.asked.len()).map(findings).collect();
    let told = |findings: &[Finding]| [Finding::Met, Finding::NotMet].iter().all(|one| findings.contains(one));
    let pairs = (0..all.len()).flat_map(|a| (a + 1..all.len()).map(move |b| (a, b)));
    pairs.filter(|(a, b)| all[*a] == all[*b] && told(&all[*a])).map(|(a, b)| Doubt::Agree(a, b)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roll::RollCriterion;
    use crate::score::standing;
    use crate::verdict::Credit;

    /// Candidates by what each criterion says: 1 met, 0 not met, 2 open.
    fn roll(needs: &[(Need, f64)], rows: &[&[u8]]) -> Roll {
        let asked: Vec<RollCriterion> = needs
            .iter()
            .enumerate()
            .map(|(at, (need, weight))| RollCriterion { id: at.to_string(), need: *need, weight: *weight })
            .collect();
        let person = |row: &&[u8]| {
            let verdict = |said: &u8| [Verdict::NotMet, Verdict::Met, Verdict::Unknown][usize::from(*said)];
            let judged: Vec<Judged> = row
                .iter()
                .map(|said| Judged { verdict: verdict(said), credit: Credit::of(verdict(said)), counts: true })
                .collect();
            let standing =
                standing(asked.iter().zip(&judged).map(|(asked, judged)| (asked.need, asked.weight, judged)));
            Person { id: String::new(), standing, judged, trusted: true, near: false }
        };
        Roll { people: rows.iter().map(person).collect(), asked: asked.clone() }
    }

    const REQUIRED: (Need, f64) = (Need::Required, 1.0);
    const ASSET: (Need, f64) = (Need::Asset, 1.0);

    #[test]
    fn what_seems_odd() {
        let rows: [&[u8]; 6] = [
            &[0, 1, 1, 1, 2],
            &[0, 1, 0, 0, 2],
            &[0, 1, 1, 1, 2],
            &[0, 1, 1, 1, 2],
            &[0, 1, 0, 0, 2],
            &[0, 1, 1, 1, 2],
        ];
        let found = doubts(&roll(&[ASSET, REQUIRED, ASSET, ASSET, ASSET], &rows), &[]);
        assert_eq!(found, [Doubt::Nobody(0), Doubt::Everybody(1), Doubt::SameCredit(4)]);
        let many = rows.repeat(4);
        assert!(doubts(&roll(&[ASSET, REQUIRED, ASSET, ASSET, ASSET], &many), &[]).contains(&Doubt::Agree(2, 3)));
        // Of four, nothing is said but of the weights.
        assert_eq!(doubts(&roll(&[ASSET, REQUIRED, ASSET, ASSET, ASSET], &rows[..4]), &[]), []);
        let found = doubts(
            &roll(
                &[(Need::Required, 9.0), ASSET, ASSET],
                &[&[0, 1, 0], &[0, 0, 1], &[0, 1, 1], &[1, 1, 0], &[0, 0, 0]],
            ),
            &[],
        );
        assert_eq!(found, [Doubt::Heaviest(0), Doubt::RemovesMost(0, 4)]);
    }

    #[test]
    fn a_test_that_never_decides() {
        let mut branches = Branches { criterion: 0, decided: Vec::new() };
        let (met, not) = ((Verdict::Met, 1.0, 1.0), (Verdict::NotMet, 0.0, 0.0));
        branches.add(&[met, not, met]);
        assert_eq!(branches.decided, [0, 0, 0]);
        branches.add(&[met, not, not]);
        branches.add(&[not, not, (Verdict::Met, 0.5, 0.5)]);
        assert_eq!(branches.decided, [1, 0, 1]);
        let rows: [&[u8]; 5] = [&[1], &[1], &[0], &[2], &[1]];
        assert_eq!(doubts(&roll(&[REQUIRED], &rows), &[branches]), [Doubt::Branch(0, 1)]);
    }
}
