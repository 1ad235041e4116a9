//! Who stays on the list under every weighting near the given one, whatever is open turns out: proved, or what turns it.
//!
//! Weights move within a part `p` of themselves, each by itself. One candidate passes another somewhere in that box iff
//! the largest difference of their scores in it is more than 0, and that largest difference is at a corner: with `d` the
//! differences of their credits, `Σ w·d + p·Σ w·|d|`. Nobody falls off the first N whom fewer than N others can pass.

use super::model::{CandidateCredits, End, MARGIN, Model};
use crate::score::Status;

/// What is known of a candidate's place among the first.
#[derive(Clone, Debug, PartialEq)]
pub struct ProvedStanding {
    /// The candidate.
    pub person: usize,
    /// Weights may all move, each by itself, by less than this part of themselves, and nothing that is open can take the
    /// candidate off the list: proved. 0 where answers alone can; 1 where no weights above 0 can.
    pub holds: f64,
    /// What turns it; nothing where nothing was found.
    pub turned: Option<Turn>,
}

/// What takes a candidate off the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// By which part of themselves the weights move; 0 where answers alone are enough.
    pub by: f64,
    /// The weights at which it turns.
    pub weights: Vec<f64>,
    /// Who is ahead then.
    pub ahead: Vec<usize>,
    /// Those among them who are not ahead as things stand.
    pub newly: Vec<usize>,
    /// The answers that it takes, as candidate and criterion: with the candidate's own, refuted; with others', well.
    pub answers: Vec<(usize, usize)>,
}

/// So many corners are tried for one that turns a place.
const TRIED: usize = 64;
/// A step over a threshold, so that who is level there is ahead.
const OVER: f64 = 1e-9;

impl Model {
    /// What is known of the places of those who are among the first.
    #[must_use]
    pub(crate) fn standings(&self, places: usize) -> Vec<ProvedStanding> {
        let first = self.first(&self.weights, places);
        let listed = first.iter().enumerate().filter(|(_, listed)| **listed);
        listed.map(|(person, _)| self.standing(person, places)).collect()
    }

    fn standing(&self, person: usize, places: usize) -> ProvedStanding {
        let me = &self.people[person];
        if me.status != Status::Eligible {
            let turned = Turn {
                by: 0.0,
                weights: self.weights.clone(),
                ahead: Vec::new(),
                newly: Vec::new(),
                answers: self
                    .open_cells(person)
                    .into_iter()
                    .filter(|at| self.required[*at])
                    .map(|at| (person, at))
                    .collect(),
            };
            return ProvedStanding { person, holds: 0.0, turned: Some(turned) };
        }
        let mut passes: Vec<(f64, usize)> = self
            .rivals(person)
            .filter_map(|rival| Some((self.passes(&self.people[rival], End::Possible, me, End::Proven)?, rival)))
            .collect();
        passes.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let holds = places.checked_sub(1).and_then(|at| passes.get(at)).map_or(1.0, |(part, _)| *part);
        ProvedStanding { person, holds, turned: self.turn(person, places, &passes) }
    }

    fn rivals(&self, person: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.people.len()).filter(move |at| *at != person && self.people[*at].may_be_listed())
    }

    /// The criteria whose outcome is open for a candidate.
    fn open_cells(&self, person: usize) -> Vec<usize> {
        (0..self.weights.len()).filter(|at| self.people[person].open[*at]).collect()
    }

    /// By which part of themselves the weights must at least move for one candidate to pass another: 0 where it is ahead
    /// already, nothing where it never is.
    fn passes(&self, one: &CandidateCredits, end: End, other: &CandidateCredits, other_end: End) -> Option<f64> {
        if one.counts == other.counts {
            let (mut sum, mut reach) = (0.0, 0.0);
            for ((weight, counts), (a, b)) in
                self.weights.iter().zip(&one.counts).zip(one.credits(end).iter().zip(other.credits(other_end)))
            {
                if *counts {
                    let difference = a - b - MARGIN;
                    sum += weight * difference;
                    reach += weight * difference.abs();
                }
            }
            return match sum {
                _ if sum > 0.0 => Some(0.0),
                _ if reach <= 0.0 => None,
                _ => Some(-sum / reach).filter(|part| *part < 1.0 - OVER),
            };
        }
        // Criteria that do not count for one of them: the best of one against the worst of the other, each by itself. That
        // can only be too careful.
        let best = |part: f64| self.extreme(one, end, part, true) - self.extreme(other, other_end, part, false);
        if best(0.0) > MARGIN {
            return Some(0.0);
        }
        if best(1.0 - OVER) <= MARGIN {
            return None;
        }
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..50 {
            let middle = f64::midpoint(low, high);
            if best(middle) > MARGIN { high = middle } else { low = middle }
        }
        Some(low)
    }

    /// The largest or smallest score of a candidate with weights that move by a part of themselves: those of the largest
    /// credits up and the others down, or the other way round.
    fn extreme(&self, one: &CandidateCredits, end: End, part: f64, largest: bool) -> f64 {
        let each = self.weights.iter().zip(one.credits(end)).zip(&one.counts).filter(|(_, counts)| **counts);
        let mut each: Vec<(f64, f64)> = each.map(|((weight, credit), _)| (*credit, *weight)).collect();
        each.sort_by(|a, b| if largest { b.0.total_cmp(&a.0) } else { a.0.total_cmp(&b.0) });
        let score = |up: usize| {
            let (mut points, mut all) = (0.0, 0.0);
            for (at, (credit, weight)) in each.iter().enumerate() {
                let weight = weight * if at < up { 1.0 + part } else { 1.0 - part };
                points += weight * credit;
                all += weight;
            }
            if all > 0.0 { points / all } else { 0.0 }
        };
        let scores = (0..=each.len()).map(score);
        if largest { scores.fold(0.0, f64::max) } else { scores.fold(1.0, f64::min) }
    }

    /// The smallest change that was found to take a candidate off the list; `passes` are those who can pass, the nearest
    /// first.
    fn turn(&self, person: usize, places: usize, passes: &[(f64, usize)]) -> Option<Turn> {
        let at = places.checked_sub(1)?;
        if passes.get(at)?.0 <= 0.0 {
            return Some(self.told(person, places, 0.0, self.weights.clone()));
        }
        let turns = |weights: &[f64]| self.ahead(person, weights, End::Possible).count() >= places;
        let corner = |rival: usize, part: f64| -> Vec<f64> {
            let (rival, me) = (&self.people[rival], &self.people[person]);
            let each = self.weights.iter().enumerate();
            let moved = each.map(|(at, weight)| {
                let credit = |one: &CandidateCredits, end| if one.counts[at] { one.credits(end)[at] } else { 0.0 };
                let up = credit(rival, End::Possible) > credit(me, End::Proven);
                weight * if up { 1.0 + part } else { 1.0 - part }
            });
            moved.collect()
        };
        let mut best: Option<(f64, Vec<f64>)> = None;
        for (part, rival) in passes.iter().skip(at).take(TRIED) {
            let part = part + OVER;
            if best.as_ref().is_some_and(|(known, _)| *known <= part) {
                break;
            }
            // The corner of one rival may be enough; else any of the nearer ones' further out.
            let nearer = passes.iter().take(at + 1).map(|(_, near)| *near).chain([*rival]);
            for rival in nearer {
                let weights = corner(rival, part);
                if turns(&weights) {
                    best = Some((part, weights));
                    break;
                }
            }
        }
        best.map(|(part, weights)| self.told(person, places, part, weights))
    }

    /// Who is ahead of a candidate under these weights, if what is open goes well for them.
    fn ahead<'a>(&'a self, person: usize, weights: &'a [f64], end: End) -> impl Iterator<Item = usize> + 'a {
        let mine = self.people[person].score(weights, End::Proven);
        self.rivals(person).filter(move |at| {
            let rival = &self.people[*at];
            (end == End::Possible || rival.status == Status::Eligible) && rival.score(weights, end) > mine + MARGIN
        })
    }

    /// What it takes that so many are ahead under these weights: who are so already, and those whom the fewest answers
    /// bring there.
    fn told(&self, person: usize, places: usize, by: f64, weights: Vec<f64>) -> Turn {
        let mut ahead: Vec<usize> = self.ahead(person, &weights, End::Proven).collect();
        let mine = self.people[person].score(&weights, End::Proven);
        let others = self.ahead(person, &weights, End::Possible).filter(|at| !ahead.contains(at));
        let mut others: Vec<(usize, Vec<usize>)> =
            others.map(|rival| (rival, self.answers(rival, &weights, mine))).collect();
        others.sort_by_key(|(rival, answers)| (answers.len(), *rival));
        others.truncate(places.saturating_sub(ahead.len()));
        let answers = others.iter().flat_map(|(rival, cells)| cells.iter().map(|cell| (*rival, *cell))).collect();
        ahead.extend(others.iter().map(|(rival, _)| *rival));
        let before: Vec<usize> = self.ahead(person, &self.weights, End::Proven).collect();
        let newly = ahead.iter().copied().filter(|at| !before.contains(at)).collect();
        Turn { by, weights, ahead, newly, answers }
    }

    /// The answers that bring a rival over a score: what is required of one in review, then the largest until they do.
    fn answers(&self, rival: usize, weights: &[f64], over: f64) -> Vec<usize> {
        let one = &self.people[rival];
        let needed = |at: &usize| one.status == Status::Review && self.required[*at];
        let swing = |at: &usize| weights[*at] * (one.high[*at] - one.low[*at]);
        let mut open = self.open_cells(rival);
        open.sort_by(|a, b| needed(b).cmp(&needed(a)).then(swing(b).total_cmp(&swing(a))).then(a.cmp(b)));
        let least = open.iter().filter(|at| needed(at)).count();
        let mut settled = one.clone();
        let is_over = |settled: &CandidateCredits| settled.score(weights, End::Proven) > over + MARGIN;
        let mut given = 0;
        while given < open.len() && (given < least || !is_over(&settled)) {
            settled.low[open[given]] = settled.high[open[given]];
            given += 1;
        }
        open.truncate(given);
        open
    }

    /// Those who are not among the first but could be, with weights that move by less than this part of themselves and
    /// whatever is open; each with the part up to which they are surely out.
    #[must_use]
    pub(crate) fn could_enter(&self, places: usize, within: f64) -> Vec<(usize, f64)> {
        let first = self.first(&self.weights, places);
        let out = (0..self.people.len()).filter(|at| !first[*at] && self.people[*at].may_be_listed());
        let surely = |person: usize| {
            let me = &self.people[person];
            // How far the weights may move while another stays ahead: until this one passes or is level.
            let stays =
                self.rivals(person).filter(|at| self.people[*at].status == Status::Eligible).filter_map(|rival| {
                    let rival = &self.people[rival];
                    let ahead =
                        rival.score(&self.weights, End::Proven) - me.score(&self.weights, End::Possible) > MARGIN;
                    ahead.then(|| self.passes(me, End::Possible, rival, End::Proven).unwrap_or(1.0))
                });
            let mut stays: Vec<f64> = stays.collect();
            stays.sort_by(|a, b| b.total_cmp(a));
            (person, places.checked_sub(1).and_then(|at| stays.get(at).copied()).unwrap_or(0.0))
        };
        out.map(surely).filter(|(_, part)| *part < within).collect()
    }
}
