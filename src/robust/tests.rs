//! What is proved holds on grids and over all answers; what is sampled is what is known or published.

use std::path::Path;

use proptest::prelude::*;

use super::model::CandidateCredits;
use super::sample::{DrawTally, SampleQuery, Weights};
use super::*;
use crate::roll::{Person, Roll, RollCriterion};
use crate::score::{Judged, Need, Status, standing};
use crate::verdict::{Credit, Verdict};

const STATUSES: [Status; 3] = Status::ALL;

/// A few candidates with a few criteria, all numbers round.
fn some_model(skips: bool) -> impl Strategy<Value = Model> {
    let credit =
        (0..5_u8, 0..3_u8).prop_map(|(low, more)| (f64::from(low) / 4.0, f64::from((low + more).min(4)) / 4.0));
    let candidate =
        (0..5_usize, prop::collection::vec((credit, prop::bool::weighted(if skips { 0.8 } else { 1.0 })), 3));
    let candidate = candidate.prop_map(|(status, cells)| CandidateCredits {
        status: STATUSES[status.saturating_sub(2)],
        low: cells.iter().map(|((low, _), _)| *low).collect(),
        high: cells.iter().map(|((_, high), _)| *high).collect(),
        counts: cells.iter().map(|(_, counts)| *counts).collect(),
        open: cells.iter().map(|((low, high), counts)| *counts && low < high).collect(),
    });
    (prop::collection::vec(1..6_u8, 3), prop::collection::vec(candidate, 2..8)).prop_map(|(weights, people)| Model {
        weights: weights.into_iter().map(f64::from).collect(),
        required: vec![true, false, false],
        people,
    })
}

/// The corners and a grid of the weights within a part of those given.
fn box_of(weights: &[f64], part: f64) -> Vec<Vec<f64>> {
    const STEPS: i32 = 4;
    weights.iter().fold(vec![Vec::new()], |all, weight| {
        let moved = |at: i32| weight * (1.0 + part * f64::from(at) / f64::from(STEPS));
        all.iter().flat_map(|one| (-STEPS..=STEPS).map(move |at| [one.as_slice(), &[moved(at)]].concat())).collect()
    })
}

/// How many are ahead of a candidate, who is at the worst or best, the others the other way round.
fn ahead(model: &Model, weights: &[f64], person: usize, worst: bool) -> usize {
    let score = |one: &CandidateCredits, best: bool| {
        let credits = if best { &one.high } else { &one.low };
        let all: f64 = weights.iter().zip(&one.counts).filter(|(_, counts)| **counts).map(|(weight, _)| weight).sum();
        let each = weights.iter().zip(credits).zip(&one.counts).filter(|(_, counts)| **counts);
        let points: f64 = each.map(|((weight, credit), _)| weight * credit).sum();
        if all > 0.0 { points / all } else { 0.0 }
    };
    let me = score(&model.people[person], !worst);
    let rivals = model.people.iter().enumerate().filter(|(at, one)| {
        *at != person && (one.status == Status::Eligible || (worst && one.status == Status::Review))
    });
    rivals.filter(|(_, one)| score(one, worst) > me + 1e-8).count()
}

proptest! {
    /// Within the part for which a place is proved to hold, nothing on the grid takes it; what is said to turn it does.
    #[test]
    fn what_is_proved_holds_on_a_grid(model in some_model(false), places in 1..4_usize) {
        for standing in model.standings(places) {
            let person = standing.person;
            for weights in box_of(&model.weights, standing.holds * 0.999_999) {
                if standing.holds > 0.0 {
                    prop_assert!(ahead(&model, &weights, person, true) < places, "{standing:?} {weights:?}");
                }
            }
            let Some(turn) = standing.turned else { continue };
            prop_assert!(turn.by >= standing.holds - 1e-12);
            for (given, weight) in model.weights.iter().zip(&turn.weights) {
                prop_assert!((weight / given - 1.0).abs() <= turn.by + 1e-12);
            }
            if model.people[person].status == Status::Eligible {
                prop_assert!(turn.ahead.len() >= places);
                // With these answers and no others, they are ahead.
                let mut answered = model.clone();
                for (person, criterion) in &turn.answers {
                    let one = &mut answered.people[*person];
                    one.low[*criterion] = one.high[*criterion];
                }
                for at in turn.ahead.iter().filter(|at| model.people[**at].status == Status::Review) {
                    answered.people[*at].status = Status::Eligible;
                }
                let scores: Vec<f64> = answered.people.iter().map(|one| one.score(&turn.weights, super::model::End::Proven)).collect();
                prop_assert!(turn.ahead.iter().all(|at| scores[*at] > scores[person] && answered.people[*at].status == Status::Eligible));
            }
        }
    }

    /// The same where criteria do not count for some: proofs are careful, and never wrong.
    #[test]
    fn what_is_proved_holds_where_criteria_are_skipped(model in some_model(true), places in 1..3_usize) {
        for standing in model.standings(places).into_iter().filter(|standing| standing.holds > 0.0) {
            for weights in box_of(&model.weights, standing.holds * 0.999_999) {
                prop_assert!(ahead(&model, &weights, standing.person, true) < places, "{standing:?} {weights:?}");
            }
        }
    }

    /// Who is not said to be able to enter cannot, on the grid.
    #[test]
    fn who_is_out_stays_out(model in some_model(false), places in 1..4_usize) {
        let within = 0.25;
        let first = model.first(&model.weights, places);
        let could: Vec<usize> = model.could_enter(places, within).into_iter().map(|(at, _)| at).collect();
        for person in (0..first.len()).filter(|at| !first[*at] && !could.contains(at) && model.people[*at].status != Status::NotEligible) {
            for weights in box_of(&model.weights, within * 0.999_999) {
                prop_assert!(ahead(&model, &weights, person, false) >= places);
            }
        }
    }

    /// Within a weight's interval the list is the same, and just beyond its ends it is another.
    #[test]
    fn intervals_agree_with_a_grid(model in some_model(true), places in 1..4_usize) {
        let first = model.first(&model.weights, places);
        for interval in model.intervals(places) {
            let with = |weight: f64| {
                let mut weights = model.weights.clone();
                weights[interval.criterion] = weight;
                model.first(&weights, places)
            };
            let high = interval.high.unwrap_or(50.0);
            for step in 1..200 {
                let weight = f64::from(step) / 8.0;
                // Where scores cross they are level, and who is level is in.
                if weight > interval.low * 1.000_01 && weight < high * 0.999_99 {
                    let at = with(weight);
                    let same = at == first || first.iter().zip(&at).all(|(before, then)| *then || !before);
                    prop_assert!(same, "{interval:?} {weight}");
                }
            }
            // Two scores that touch at an end and do not cross part with the square of the way: there, a look from farther.
            let another = |near: f64, far: f64| {
                with(near) != first || touching(&model, interval.criterion, near) && with(far) != first
            };
            if let (Some(high), Some(above)) = (interval.high, &interval.above) {
                prop_assert!(another(high * 1.000_001 + 1e-6, high * 1.001 + 1e-3), "{interval:?}");
                prop_assert!(above.leaves.len() + above.enters.len() > 0);
            }
            if interval.below.is_some() {
                prop_assert!(another(interval.low * 0.999_999 - 1e-7, interval.low * 0.999 - 1e-4), "{interval:?}");
            }
        }
    }
}

/// Whether two candidates who are apart elsewhere have all but the same score where a criterion has this weight.
fn touching(model: &Model, criterion: usize, weight: f64) -> bool {
    let apart = |weight: f64, a: &CandidateCredits, b: &CandidateCredits| {
        let mut weights = model.weights.clone();
        weights[criterion] = weight;
        (a.score(&weights, super::model::End::Proven) - b.score(&weights, super::model::End::Proven)).abs()
    };
    let mut pairs =
        model.people.iter().enumerate().flat_map(|(at, a)| model.people[at + 1..].iter().map(move |b| (a, b)));
    pairs.any(|(a, b)| apart(weight, a, b) < 1e-9 && apart(weight + 1.0, a, b) > 1e-9)
}

#[test]
fn scores_that_touch_and_do_not_cross_are_told() {
    // They differ by a quarter of the square of what the weight is more than today's 1.
    let person = |credits: [f64; 3], counts: [bool; 3]| CandidateCredits {
        status: Status::Eligible,
        low: credits.to_vec(),
        high: credits.to_vec(),
        counts: counts.to_vec(),
        open: vec![false; 3],
    };
    let people = vec![person([0.0, 0.75, 0.5], [false, true, true]), person([0.75, 0.5, 0.25], [true; 3])];
    let model = Model { weights: vec![4.0, 1.0, 1.0], required: vec![false; 3], people };
    assert!(touching(&model, 1, 1.0 + 1e-6) || touching(&model, 2, 1.0 + 1e-6));
    for interval in model.intervals(1) {
        for (end, beyond) in [(interval.high, 1e-3), (interval.below.is_some().then_some(interval.low), -1e-3)] {
            let Some(end) = end else { continue };
            let mut weights = model.weights.clone();
            weights[interval.criterion] = end + beyond;
            assert_ne!(model.first(&weights, 1), model.first(&model.weights, 1), "{interval:?}");
        }
    }
}

/// A roll whose two criteria weigh the same; `cells` are credits in quarters, open ones with a second.
fn roll_of(people: &[(bool, [(u8, u8); 2])]) -> Roll {
    let asked: Vec<RollCriterion> =
        [Need::Required, Need::Asset].map(|need| RollCriterion { id: format!("{need:?}"), need, weight: 1.0 }).to_vec();
    let person = |(open, cells): &(bool, [(u8, u8); 2])| {
        let judged: Vec<Judged> = cells
            .iter()
            .enumerate()
            .map(|(at, (low, high))| {
                let verdict = if at == 0 && *open { Verdict::Unknown } else { Verdict::Met };
                Judged {
                    verdict,
                    credit: Credit { low: f64::from(*low) / 4.0, high: f64::from(*high) / 4.0 },
                    counts: true,
                }
            })
            .collect();
        let standing = standing(asked.iter().zip(&judged).map(|(asked, judged)| (asked.need, asked.weight, judged)));
        Person { id: String::new(), standing, judged, trusted: true, near: false }
    };
    Roll { people: people.iter().map(person).collect(), asked: asked.clone() }
}

/// All answers to an open cell: for the requirement in doubt, refuted too, as `None`.
fn answers(open: bool, (low, high): (u8, u8)) -> Vec<Option<u8>> {
    (low..=high).map(Some).chain(open.then_some(None)).collect()
}

/// Who is among the first, once everything is answered.
fn settled(people: &[[Option<u8>; 2]], places: usize) -> Vec<bool> {
    let score = |cells: &[Option<u8>; 2]| Some(cells[0]? + cells[1]?);
    let is_in = |mine: Option<u8>| {
        mine.is_some_and(|mine| people.iter().filter(|other| score(other) > Some(mine)).count() < places)
    };
    people.iter().map(|cells| is_in(score(cells))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    /// The questions that matter are those whose answer changes the list for some answers to all others.
    #[test]
    fn questions_are_those_that_matter(
        people in prop::collection::vec((prop::bool::weighted(0.3), [(0..5_u8, 0..2_u8), (0..5_u8, 0..3_u8)]), 2..5),
        places in 1..3_usize,
    ) {
        let people: Vec<(bool, [(u8, u8); 2])> = people
            .into_iter()
            .map(|(open, cells)| (open, cells.map(|(low, more)| (low, (low + more).min(4)))))
            .collect();
        let cells: Vec<(usize, usize)> = (0..people.len()).flat_map(|person| [(person, 0), (person, 1)]).collect();
        let all = cells.iter().fold(vec![Vec::new()], |all: Vec<Vec<Option<u8>>>, (person, at)| {
            let (open, own) = people[*person];
            let answers = answers(open && *at == 0, own[*at]);
            all.iter().flat_map(|one| answers.iter().map(move |answer| [one.as_slice(), &[*answer]].concat())).collect()
        });
        prop_assume!(all.len() < 3000);
        let list = |way: &[Option<u8>]| settled(&way.chunks(2).map(|pair| [pair[0], pair[1]]).collect::<Vec<_>>(), places);
        let mut matter = std::collections::BTreeSet::new();
        for way in &all {
            let before = list(way);
            for (at, (person, criterion)) in cells.iter().enumerate() {
                let (open, own) = people[*person];
                for answer in answers(open && *criterion == 0, own[*criterion]) {
                    let mut other = way.clone();
                    other[at] = answer;
                    if list(&other) != before {
                        matter.insert((*person, *criterion));
                    }
                }
            }
        }
        let own: std::collections::BTreeSet<(usize, usize)> =
            questions(&roll_of(&people), places).iter().map(|question| (question.person, question.criterion)).collect();
        prop_assert_eq!(own, matter, "{:?} {}", people, places);
    }
}

fn candidate(credits: &[f64]) -> CandidateCredits {
    CandidateCredits {
        status: Status::Eligible,
        low: credits.to_vec(),
        high: credits.to_vec(),
        counts: vec![true; credits.len()],
        open: vec![false; credits.len()],
    }
}

const ASK: SampleQuery = SampleQuery { draws: 20_000, seed: 1, weights: Weights::Any, places: 2, threads: 2 };

#[test]
fn acceptabilities_that_are_known() {
    // The first is ahead iff its weight is over a third of all: two thirds of the draws, with two thirds on the mean.
    let model = Model {
        weights: vec![1.0, 1.0],
        required: vec![false; 3],
        people: vec![candidate(&[1.0, 0.0]), candidate(&[0.0, 0.5])],
    };
    let near = |a: f64, b: f64| assert!((a - b).abs() < 0.01, "{a} {b}");
    let found = model.sample(&ASK);
    near(found[0].ranks[0], 2.0 / 3.0);
    near(found[1].ranks[0], 1.0 / 3.0);
    near(found[0].central.as_ref().unwrap()[0], 2.0 / 3.0);
    assert_eq!(found[0].confidence, Some(1.0));
    // Within a third of even weights, the first is always ahead; the same bytes with any number of threads.
    let around = model.sample(&SampleQuery { weights: Weights::Around(0.3), ..ASK });
    assert!((around[0].ranks[0] - 1.0).abs() <= 0.0);
    assert_eq!(found, model.sample(&SampleQuery { threads: 1, ..ASK }));
    assert_ne!(found, model.sample(&SampleQuery { seed: 2, ..ASK }));
    // With the second heavier than the first, the first is ahead iff 1/3 < w < 1/2 of the draws from 0 to 1/2.
    let ordered =
        Model { weights: vec![1.0, 2.0], ..model.clone() }.sample(&SampleQuery { weights: Weights::Ordered, ..ASK });
    near(ordered.iter().find(|one| one.person == 0).unwrap().ranks[0], 1.0 / 3.0);
    // What is open is drawn evenly: ahead of 0.5 in half of the draws, and so it is with the central weights.
    let mut open = candidate(&[0.0]);
    open.high = vec![1.0];
    let found =
        Model { weights: vec![1.0], required: vec![false; 3], people: vec![open, candidate(&[0.5])] }.sample(&ASK);
    near(found[0].ranks[0], 0.5);
    near(found[0].confidence.unwrap(), 0.5);
}

#[test]
fn weights_are_drawn_evenly_over_all() {
    // Of three weights the largest is over one half in three quarters of all weightings.
    let first = |at: usize| candidate(&(0..3).map(|c| if c == at { 1.0 } else { 0.0 }).collect::<Vec<_>>());
    let half = candidate(&[0.5, 0.5, 0.5]);
    let model =
        Model { weights: vec![1.0; 3], required: vec![false; 3], people: vec![first(0), first(1), first(2), half] };
    let found = model.sample(&ASK);
    let half = found.iter().find(|one| one.person == 3).unwrap();
    assert!((half.ranks[0] - 0.25).abs() < 0.01, "{half:?}");
}

#[test]
fn the_funnel_counts_everybody_once() {
    let asked: Vec<RollCriterion> =
        ["a", "b", "c"].map(|id| RollCriterion { id: id.into(), need: Need::Required, weight: 1.0 }).to_vec();
    let verdicts = [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 2, 0], [0, 0, 1]];
    let person = |row: &[usize; 3]| {
        let verdict = |at: &usize| [Verdict::Met, Verdict::NotMet, Verdict::Unknown][*at];
        let judged: Vec<Judged> = row
            .iter()
            .map(|at| Judged { verdict: verdict(at), credit: Credit::of(verdict(at)), counts: true })
            .collect();
        let standing = standing(asked.iter().zip(&judged).map(|(asked, judged)| (asked.need, asked.weight, judged)));
        Person { id: String::new(), standing, judged, trusted: true, near: row[2] == 1 }
    };
    let found = funnel(&Roll { people: verdicts.iter().map(person).collect(), asked: asked.clone() });
    let told: Vec<_> = found
        .steps
        .iter()
        .map(|step| (step.come, step.removed, step.alone.clone(), step.with_others, step.near.len()))
        .collect();
    assert_eq!(told, [(6, 2, vec![1], 1, 0), (4, 1, vec![3], 1, 0), (3, 1, vec![5], 0, 1)]);
    assert_eq!((found.together, found.eligible, found.review), (vec![(vec![0, 1], 1)], 1, 1));
    assert_eq!(found.steps.iter().map(|step| step.removed).sum::<usize>() + 2, found.candidates);
}

/// The draws, ordinal weights and acceptabilities of the benefits and risks of five antidepressants (Hansen et al., Annals of
/// Internal Medicine 143, 2005), as G. van Valkenhoef's R package `smaa` publishes them in `itest/`: fed to the tally, they
/// give the published figures exactly. The files are not ours to hand on: `SMAA_DRAWS` names a folder with them.
#[test]
#[ignore = "needs the published draws"]
fn published_draws_give_the_published_acceptabilities() {
    let folder = std::env::var("SMAA_DRAWS").unwrap();
    let (draws, people, criteria) = (10_000, 5, 6);
    let measured = numbers(&Path::new(&folder).join("hansen-meas.txt"));
    let drawn = numbers(&Path::new(&folder).join("hansen-weights-ord.txt"));
    assert_eq!((measured.len(), drawn.len()), (draws * people * criteria, draws * criteria));
    let mut tally = DrawTally::new(people, people, criteria);
    let mut order: Vec<u32> = (0..5).collect();
    for draw in 0..draws {
        let weights: Vec<f64> = (0..criteria).map(|at| drawn[at * draws + draw]).collect();
        let value =
            |person: usize| (0..criteria).map(|at| weights[at] * measured[(at * people + person) * draws + draw]).sum();
        tally.add(&(0..people).map(value).collect::<Vec<f64>>(), &mut order, 0, &weights);
    }
    let found: Vec<Vec<f64>> = (0..people).map(|person| tally.acceptability(person).ranks).collect();
    assert_eq!(found, PUBLISHED);
    // `itest/hansen-cf-ord.txt`: with its central weights, each is the very first in this share of the measurements.
    let confidence = |person: usize| {
        let central = tally.acceptability(person).central.unwrap();
        let value = |draw: usize, person: usize| -> f64 {
            (0..criteria).map(|at| central[at] * measured[(at * people + person) * draws + draw]).sum()
        };
        let first = |draw: &usize| (0..people).all(|other| value(*draw, other) <= value(*draw, person));
        (0..draws).filter(first).count()
    };
    assert_eq!((0..people).map(confidence).collect::<Vec<_>>(), [1183, 5217, 9860, 5188, 6458]);
    let central = tally.acceptability(0).central.unwrap();
    let known = [0.231973129264732, 0.0899003427608835, 0.266023764171828, 0.116080013490671, 0.114233151104907];
    assert!(central.iter().zip(known).all(|(own, known)| (own - known).abs() < 1e-9), "{central:?}");
}

/// `itest/hansen-ra-ord.txt`: each candidate's shares of the first to the last rank.
const PUBLISHED: [[f64; 5]; 5] = [
    [0.0244, 0.2601, 0.3195, 0.3216, 0.0744],
    [0.145, 0.3298, 0.2559, 0.2207, 0.0486],
    [0.6002, 0.1156, 0.098, 0.0616, 0.1246],
    [0.0768, 0.1304, 0.1895, 0.2254, 0.3779],
    [0.1536, 0.1641, 0.1371, 0.1707, 0.3745],
];

/// The numbers of a vector as R's `dput` writes it.
fn numbers(path: &Path) -> Vec<f64> {
    let text = std::fs::read_to_string(path).unwrap();
    let inner = text.split_once("c(").unwrap().1.split_once(')').unwrap().0;
    inner.split(',').map(|number| number.trim().parse().unwrap()).collect()
}
