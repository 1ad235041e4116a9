//! Stochastic multicriteria acceptability analysis: SMAA-2 (R. Lahdelma and P. Salminen, Operations Research 49, 2001).
//!
//! Weights are drawn, what is open is drawn evenly between what is proven and what is possible, and for each draw the
//! candidates are ranked. Draws are numbered and each has random numbers of its own, so that the same seed gives the same
//! figures with any number of threads; sums are whole numbers, and nothing is computed whose last digit depends on the
//! machine.

use std::thread;

use super::model::{CandidateCredits, End, Model};
use crate::score::Status;

/// Which weights are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Weights {
    /// Any, evenly over all that add up to one.
    Any,
    /// Each within this part of the given one.
    Around(f64),
    /// Any in which what is heavier stays so.
    Ordered,
}

/// What is to be drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SampleQuery {
    /// How many draws.
    pub draws: u32,
    /// Where the random numbers begin.
    pub seed: u64,
    /// Which weights.
    pub weights: Weights,
    /// How many places are looked at.
    pub places: usize,
    /// How many threads draw.
    pub threads: usize,
}

/// What came of the draws, for one candidate.
#[derive(Clone, Debug, PartialEq)]
pub struct Acceptability {
    /// The candidate.
    pub person: usize,
    /// The share of draws in which the candidate has each of the first ranks.
    pub ranks: Vec<f64>,
    /// The share of draws in which the candidate is among the first; who is level with the last is in.
    pub first: f64,
    /// The mean of the weights for which the candidate is the very first.
    pub central: Option<Vec<f64>>,
    /// The share of draws of what is open in which the candidate is the very first with these weights.
    pub confidence: Option<f64>,
}

/// Adds up draws. The core of the method: whatever values and weights it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DrawTally {
    /// For each candidate, how often each of the first ranks.
    ranks: Vec<u32>,
    /// For each candidate, the sum of the weights with which it was the very first, in steps of [`STEPS`].
    central: Vec<u64>,
    places: usize,
    weights: usize,
    draws: u32,
}

/// A weight of 1 in whole steps.
const STEPS: f64 = (1_u64 << 40) as f64;

impl DrawTally {
    /// For so many candidates, of whom so many first ranks are counted, and so many weights.
    #[must_use]
    pub(crate) fn new(people: usize, places: usize, weights: usize) -> Self {
        Self { ranks: vec![0; people * places], central: vec![0; people * weights], places, weights, draws: 0 }
    }

    /// Adds a draw: the values of some candidates, `order` being their places, behind `ahead` others, and the weights. A
    /// candidate's rank is one more than how many have a larger value.
    pub(crate) fn add(&mut self, values: &[f64], order: &mut [u32], ahead: usize, weights: &[f64]) {
        self.draws += 1;
        let left = self.places.saturating_sub(ahead).min(order.len());
        if left == 0 {
            return;
        }
        let value = |at: &u32| values[*at as usize];
        let larger = |a: &u32, b: &u32| value(b).total_cmp(&value(a));
        order.select_nth_unstable_by(left - 1, larger);
        let last = value(&order[left - 1]);
        order[..left].sort_unstable_by(larger);
        let (mut rank, mut before) = (0, f64::INFINITY);
        for (at, person) in order[..left].iter().enumerate() {
            if value(person) < before {
                (rank, before) = (at, value(person));
            }
            self.count(*person, ahead + rank, weights);
        }
        // Who is level with the last of them has the same rank.
        for person in order[left..].iter().filter(|person| value(person) >= last) {
            self.count(*person, ahead + rank, weights);
        }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "weights from 0 to 1")]
    fn count(&mut self, person: u32, rank: usize, weights: &[f64]) {
        let person = person as usize;
        self.ranks[person * self.places + rank] += 1;
        if rank == 0 {
            let sums = &mut self.central[person * self.weights..][..self.weights];
            sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += (weight * STEPS).round() as u64);
        }
    }

    /// With the draws of another.
    pub(crate) fn join(&mut self, other: &Self) {
        self.ranks.iter_mut().zip(&other.ranks).for_each(|(sum, more)| *sum += more);
        self.central.iter_mut().zip(&other.central).for_each(|(sum, more)| *sum += more);
        self.draws += other.draws;
    }

    /// What came of the draws for a candidate, without the confidence factor.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "sums of some thousand weights")]
    pub(crate) fn acceptability(&self, person: usize) -> Acceptability {
        let counts = &self.ranks[person * self.places..][..self.places];
        let share = |count: u32| f64::from(count) / f64::from(self.draws.max(1));
        let very_first = counts.first().copied().unwrap_or_default();
        let mean = |sum: &u64| *sum as f64 / STEPS / f64::from(very_first);
        let sums = &self.central[person * self.weights..][..self.weights];
        Acceptability {
            person,
            ranks: counts.iter().map(|count| share(*count)).collect(),
            first: share(counts.iter().sum()),
            central: (very_first > 0).then(|| sums.iter().map(mean).collect()),
            confidence: None,
        }
    }
}

/// Random numbers: SplitMix64 (G. Steele, D. Lea and C. Flood, OOPSLA 2014), a stream for each draw.
struct Random(u64);

impl Random {
    fn new(seed: u64, stream: u64) -> Self {
        let mut random = Self(seed);
        let start = random.next();
        Self(start ^ Self(stream).next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    /// From 0 to under 1, evenly.
    #[expect(clippy::cast_precision_loss, reason = "53 bits")]
    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Draws weights that add up to one; those that are 0 stay so.
struct Drawer {
    given: Vec<f64>,
    /// The places of those above 0, the heaviest first.
    drawn: Vec<usize>,
    ways: Weights,
    cuts: Vec<f64>,
}

impl Drawer {
    fn new(given: &[f64], ways: Weights) -> Self {
        let mut drawn: Vec<usize> = (0..given.len()).filter(|at| given[*at] > 0.0).collect();
        drawn.sort_by(|a, b| given[*b].total_cmp(&given[*a]).then(a.cmp(b)));
        Self { given: given.to_vec(), drawn, ways, cuts: Vec::new() }
    }

    fn draw(&mut self, random: &mut Random, weights: &mut Vec<f64>) {
        weights.clear();
        weights.resize(self.given.len(), 0.0);
        if let Weights::Around(part) = self.ways {
            for at in &self.drawn {
                weights[*at] = self.given[*at] * (1.0 + part * (2.0 * random.part() - 1.0));
            }
            let all: f64 = weights.iter().sum();
            weights.iter_mut().for_each(|weight| *weight /= all.max(f64::MIN_POSITIVE));
            return;
        }
        // The lengths between even cuts of the line from 0 to 1 are even over all weights that add up to one.
        self.cuts.clear();
        self.cuts.extend((1..self.drawn.len()).map(|_| random.part()));
        self.cuts.sort_unstable_by(f64::total_cmp);
        self.cuts.push(1.0);
        let mut before = 0.0;
        for cut in &mut self.cuts {
            (*cut, before) = (*cut - before, *cut);
        }
        if self.ways == Weights::Ordered {
            self.order();
        }
        for (at, weight) in self.drawn.iter().zip(&self.cuts) {
            weights[*at] = *weight;
        }
    }

    /// Gives the largest lengths to what is heaviest; among equals they stay in the order in which they were drawn.
    fn order(&mut self) {
        let mut nth: Vec<usize> = (0..self.cuts.len()).collect();
        nth.sort_by(|a, b| self.cuts[*b].total_cmp(&self.cuts[*a]).then(a.cmp(b)));
        let mut from = 0;
        for equals in self.drawn.chunk_by(|a, b| self.given[*a] >= self.given[*b] && self.given[*b] >= self.given[*a]) {
            nth[from..from + equals.len()].sort_unstable();
            from += equals.len();
        }
        self.cuts = nth.into_iter().map(|at| self.cuts[at]).collect();
    }
}

/// The candidates who are drawn for: those of the status in which the line falls, behind all of the status before.
struct Contenders<'a> {
    model: &'a Model,
    /// Their places.
    people: Vec<u32>,
    ahead: usize,
    /// What is proven, criterion by criterion.
    proven: Vec<Vec<f64>>,
    /// The open credits: the candidate's place here, the criterion, and how far it is from proven to possible.
    open: Vec<(usize, usize, f64)>,
    /// Those for whom not all criteria count.
    partial: Vec<usize>,
}

impl<'a> Contenders<'a> {
    fn new(model: &'a Model, places: usize) -> Self {
        let (status, _) = model.line(places);
        let of = |status: Status| (0..model.people.len()).filter(move |at| model.people[*at].status == status);
        let people: Vec<usize> = of(status).collect();
        let ahead = if status == Status::Eligible { 0 } else { of(Status::Eligible).count() };
        let one = |at: &usize| &model.people[*at];
        // What does not count adds nothing to the points.
        let credit = |one: &CandidateCredits, at: usize| if one.counts[at] { one.low[at] } else { 0.0 };
        let criteria = 0..model.weights.len();
        let proven = criteria.clone().map(|at| people.iter().map(|person| credit(one(person), at)).collect()).collect();
        let each = people.iter().enumerate();
        let open = each.clone().flat_map(|(nth, person)| {
            let one = one(person);
            criteria
                .clone()
                .filter(|at| one.counts[*at] && one.low[*at] < one.high[*at])
                .map(move |at| (nth, at, one.high[at] - one.low[at]))
        });
        Self {
            model,
            open: open.collect(),
            partial: each
                .filter(|(_, person)| !one(person).counts.iter().all(|counts| *counts))
                .map(|(nth, _)| nth)
                .collect(),
            proven,
            people: people.iter().map(|at| u32::try_from(*at).unwrap_or(u32::MAX)).collect(),
            ahead,
        }
    }

    /// The values of all under these weights, what is open drawn.
    fn values(&self, weights: &[f64], random: &mut Random, values: &mut Vec<f64>) {
        values.clear();
        values.resize(self.people.len(), 0.0);
        for (weight, credits) in weights.iter().zip(&self.proven).filter(|(weight, _)| **weight > 0.0) {
            values.iter_mut().zip(credits).for_each(|(value, credit)| *value += weight * credit);
        }
        for (nth, at, reach) in &self.open {
            values[*nth] += weights[*at] * reach * random.part();
        }
        for nth in &self.partial {
            let counts = &self.model.people[self.people[*nth] as usize].counts;
            let all: f64 = weights.iter().zip(counts).filter(|(_, counts)| **counts).map(|(weight, _)| weight).sum();
            values[*nth] /= all.max(f64::MIN_POSITIVE);
        }
    }

    /// The share of draws of what is open in which one candidate is the very first with these weights.
    fn confidence(&self, nth: usize, weights: &[f64], ask: &SampleQuery) -> f64 {
        let one = |at: usize| &self.model.people[self.people[at] as usize];
        let proven = |at: usize| one(at).score(weights, End::Proven);
        // Only who can be ahead of this candidate's worst matters, and who is ahead of its best at its worst settles it.
        let ahead = |at: &usize| *at != nth && one(*at).score(weights, End::Possible) > proven(nth);
        let rivals: Vec<usize> = (0..self.people.len()).filter(ahead).collect();
        let best = one(nth).score(weights, End::Possible);
        if rivals.iter().any(|at| proven(*at) > best) {
            return 0.0;
        }
        // Of each what is proven, and how far each open answer can bring it.
        let reaches = |at: usize| -> (f64, Vec<f64>) {
            let one = one(at);
            let all: f64 =
                weights.iter().zip(&one.counts).filter(|(_, counts)| **counts).map(|(weight, _)| weight).sum();
            let open = (0..weights.len()).filter(|at| one.counts[*at] && one.low[*at] < one.high[*at]);
            (
                proven(at),
                open.map(|at| weights[at] * (one.high[at] - one.low[at]) / all.max(f64::MIN_POSITIVE)).collect(),
            )
        };
        let (mine, rivals): (_, Vec<_>) = (reaches(nth), rivals.into_iter().map(reaches).collect());
        let drawn = |(proven, reaches): &(f64, Vec<f64>), random: &mut Random| {
            reaches.iter().fold(*proven, |value, reach| value + reach * random.part())
        };
        let is_first = |draw: &u32| {
            let mut random = Random::new(ask.seed, u64::from(*draw));
            let mine = drawn(&mine, &mut random);
            rivals.iter().all(|rival| drawn(rival, &mut random) <= mine)
        };
        let draws = if rivals.is_empty() { 1 } else { ask.draws };
        f64::from(u32::try_from((0..draws).filter(is_first).count()).unwrap_or(draws)) / f64::from(draws.max(1))
    }
}

impl Model {
    /// Draws, and answers with those who are among the first in any draw or as things stand; the largest share first.
    #[must_use]
    pub(crate) fn sample(&self, ask: &SampleQuery) -> Vec<Acceptability> {
        let field = Contenders::new(self, ask.places);
        let tally = draws(&field, ask);
        let listed = self.first(&self.weights, ask.places);
        let mut found: Vec<Acceptability> = field
            .people
            .iter()
            .enumerate()
            .map(|(nth, person)| {
                let one = tally.acceptability(nth);
                let confidence = one.central.as_ref().map(|central| field.confidence(nth, central, ask));
                Acceptability { person: *person as usize, confidence, ..one }
            })
            .filter(|one| one.first > 0.0 || listed[one.person])
            .collect();
        // Those of the status before the line are in, with whatever weights.
        let before = (0..self.people.len()).filter(|at| field.ahead > 0 && self.people[*at].status == Status::Eligible);
        let sure = |person| Acceptability { person, ranks: Vec::new(), first: 1.0, central: None, confidence: None };
        found.extend(before.map(sure));
        found.sort_by(|a, b| {
            b.first
                .total_cmp(&a.first)
                .then_with(|| b.ranks.partial_cmp(&a.ranks).unwrap_or(std::cmp::Ordering::Equal))
                .then(a.person.cmp(&b.person))
        });
        found
    }
}

fn draws(field: &Contenders<'_>, ask: &SampleQuery) -> DrawTally {
    let threads = u32::try_from(ask.threads.max(1)).unwrap_or(1).min(ask.draws.max(1));
    let some = |thread: u32| {
        let mut tally = DrawTally::new(field.people.len(), ask.places, field.model.weights.len());
        let mut drawer = Drawer::new(&field.model.weights, ask.weights);
        let (mut weights, mut values) = (Vec::new(), Vec::new());
        let mut order: Vec<u32> = (0..u32::try_from(field.people.len()).unwrap_or(u32::MAX)).collect();
        for draw in (thread..ask.draws).step_by(threads as usize) {
            let mut random = Random::new(ask.seed, u64::from(draw));
            drawer.draw(&mut random, &mut weights);
            field.values(&weights, &mut random, &mut values);
            tally.add(&values, &mut order, field.ahead, &weights);
        }
        tally
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|thread| scope.spawn(move || some(thread))).collect();
        let mut tally = some(0);
        for other in others {
            match other.join() {
                Ok(other) => tally.join(&other),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        tally
    })
}
