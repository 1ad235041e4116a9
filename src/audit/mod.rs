//! Does what is asked weigh on some groups more than on others? Measured as ranges over all that is open.
//!
//! Pure: everybody judged and the groups they are in go in, figures come out. No individual leaves this room, but for those
//! whose answers decide, by their places, for whoever asks for them by name.

mod criteria;
pub(crate) mod groups;
pub(crate) mod rate;
pub(crate) mod significance;
mod sweep;

pub(crate) use self::criteria::{CellsRead, Demand, Read, Reads};
pub(crate) use self::groups::Groups;
use self::rate::{Impact, Rate, highest, impact};
use self::significance::{Proportion, fisher, holm, pooled_z, ratio_interval};
pub(crate) use self::sweep::{Cut, Sizes, Sweep};
use crate::rank::{Key, Near, Ranking};
use crate::roll::Roll;
use crate::score::{Score, Standing};
use crate::shortlist::{Lot, Shortlist, Statuses, by_status};
use crate::verdict::Verdict;

/// Groups of fewer people are not shown.
pub(crate) const FEWEST: u64 = 5;
/// Stands between the names of groups that are taken together.
pub(crate) const BETWEEN: &str = " · ";
/// Groups under one in so many people are too small for a ratio: 2 % (6 RCNY § 5-301).
const ONE_IN: u64 = 50;
/// So many ways in which open cases may turn out are tried for the range of a probability, times the people in a group.
const MOST_WAYS: u64 = 2_000_000;

/// What is asked of an audit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AuditQuery {
    /// Which statuses are selected.
    pub statuses: Statuses,
    /// The shortlist, where selection is by more than status.
    pub shortlist: Option<Shortlist>,
    /// Whether groups of fewer than [`FEWEST`] are shown.
    pub small: bool,
    /// Whether every cut is tried.
    pub sweep: bool,
}

/// What an audit finds.
#[derive(Clone, Debug, PartialEq)]
pub struct Audit {
    /// How many candidates there are.
    pub candidates: u64,
    /// By each grouping.
    pub dimensions: Vec<Dimension>,
}

/// By one grouping.
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    /// The column, or the columns, that make the groups.
    pub name: String,
    /// The groups, in the order of [`Groups::labels`].
    pub groups: Vec<Group>,
    /// How many people's group is not known: they are left out.
    pub unknown: u64,
    /// The group with the highest selection rate, as things stand.
    pub highest: Option<usize>,
    /// The candidates whose answers decide whether four fifths are reached, where that is open; by their places.
    pub decide: Vec<usize>,
    /// What each required criterion does.
    pub demands: Vec<Demand>,
    /// How often each column's cells say nothing or are not understood.
    pub reads: Vec<Reads>,
    /// Every cut, where that is asked for.
    pub sweeps: Vec<Sweep>,
}

/// One group.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// What it is called.
    pub label: String,
    /// How many people.
    pub people: u64,
    /// Its figures; nothing where it is too small to be shown.
    pub figures: Option<Figures>,
}

/// A group's figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// Those selected.
    pub selected: Rate,
    /// The selection rate against the highest.
    pub impact: Option<Impact>,
    /// Under 2 % of the people whose group is known: its ratio says little, and it sets none.
    pub too_small: bool,
    /// Those whose proven score is above the median.
    pub scoring: Rate,
    /// The scoring rate against the highest.
    pub scoring_impact: Option<Impact>,
    /// Against the group with the highest rate, as things stand; nothing for that group itself.
    pub chance: Option<Chance>,
}

/// How likely a difference is by chance alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// Fisher's exact test, two-sided.
    pub fisher: f64,
    /// Over all ways in which the open cases of both groups may turn out; nothing where there are too many to try.
    pub fisher_range: Option<(f64, f64)>,
    /// After Holm's correction for all comparisons of the audit.
    pub holm: f64,
    /// The difference in standard errors.
    pub z: f64,
    /// Its two-sided probability.
    pub z_chance: f64,
    /// The 95 % confidence interval of the ratio.
    pub interval: Option<(f64, f64)>,
}

/// Groups of candidates by one or several columns.
pub(crate) struct GroupBy {
    /// The column, or the columns.
    pub name: String,
    /// Who is in which.
    pub groups: Groups,
}

/// Audits: `cells` says of each column how each candidate's cell could be read, `sizes` what was read for the criteria
/// whose bound can be moved.
#[must_use]
pub(crate) fn audit(roll: &Roll, by: &[GroupBy], cells: &[CellsRead], sizes: &[Sizes], ask: &AuditQuery) -> Audit {
    let standings: Vec<Standing> = roll.people.iter().map(|person| person.standing).collect();
    let lots = lots(&standings, ask);
    let mut dimensions: Vec<Dimension> = by
        .iter()
        .map(|by| {
            let mut dimension = dimension(by, &standings, &lots, ask);
            let shown = dimension.shown();
            dimension.demands = criteria::demands(roll, by, &shown, ask);
            dimension.reads = criteria::reads(cells, by, &shown);
            if ask.sweep {
                dimension.sweeps = sweep::sweeps(roll, by, &shown, sizes, ask);
            }
            dimension
        })
        .collect();
    correct(&mut dimensions);
    Audit { candidates: roll.people.len() as u64, dimensions }
}

/// Who is selected.
fn lots(standings: &[Standing], ask: &AuditQuery) -> Vec<Lot> {
    let Some(shortlist) = ask.shortlist else {
        return standings.iter().map(|standing| by_status(ask.statuses, *standing)).collect();
    };
    let keys: Vec<Key> = standings.iter().copied().map(Key::from).collect();
    let ranking = Ranking::of_all(keys.clone());
    let mut near = Near::default();
    let all = standings.len() as u64;
    let lot =
        |(standing, key): (&Standing, Key)| shortlist.lot(ask.statuses, *standing, ranking.ranks(key, &mut near), all);
    standings.iter().zip(keys).map(lot).collect()
}

/// Which groups are shown, and which of them set the ratio.
struct ShownGroups {
    shown: Vec<bool>,
    sets: Vec<bool>,
}

impl Dimension {
    fn shown(&self) -> ShownGroups {
        let figures = || self.groups.iter().map(|group| group.figures.as_ref());
        ShownGroups {
            shown: figures().map(|figures| figures.is_some()).collect(),
            sets: figures().map(|figures| figures.is_some_and(|figures| !figures.too_small)).collect(),
        }
    }

    /// Whether groups that are too small to be shown are named all the same: not where most people are in such groups, so
    /// that the names would tell persons.
    #[must_use]
    pub fn names_small(&self) -> bool {
        let all: u64 = self.groups.iter().map(|group| group.people).sum();
        let small = self.groups.iter().filter(|group| group.figures.is_none()).map(|group| group.people).sum::<u64>();
        2 * small <= all
    }

    /// The lowest of the best cases of all ratios that count; nothing where there are none.
    #[must_use]
    pub fn best_case(&self) -> Option<f64> {
        let figures = self.groups.iter().filter_map(|group| group.figures.as_ref());
        let ratios = figures.filter(|figures| !figures.too_small).filter_map(|figures| figures.impact);
        ratios.map(|impact| impact.high.value()).reduce(f64::min)
    }
}

fn rates(by: &GroupBy, lots: &[Lot]) -> Vec<Rate> {
    let mut rates = vec![Rate::default(); by.groups.labels.len()];
    for (group, lot) in by.groups.of.iter().zip(lots) {
        if let Some(group) = group {
            rates[*group].add(*lot);
        }
    }
    rates
}

fn dimension(by: &GroupBy, standings: &[Standing], lots: &[Lot], ask: &AuditQuery) -> Dimension {
    let selected = rates(by, lots);
    let scoring = rates(by, &above_median(by, standings));
    let known: u64 = selected.iter().map(|rate| rate.of).sum();
    let shown: Vec<bool> = selected.iter().map(|rate| ask.small || rate.of >= FEWEST).collect();
    let too_small: Vec<bool> = selected.iter().map(|rate| rate.of * ONE_IN < known).collect();
    let sets: Vec<bool> = shown.iter().zip(&too_small).map(|(shown, small)| *shown && !small).collect();
    let highest = highest(&selected, &sets);
    let figures = |at: usize| Figures {
        selected: selected[at],
        impact: impact(&selected, &sets, at),
        too_small: too_small[at],
        scoring: scoring[at],
        scoring_impact: impact(&scoring, &sets, at),
        chance: highest.filter(|highest| *highest != at).and_then(|highest| chance(selected[at], selected[highest])),
    };
    let group = |(at, label): (usize, &String)| Group {
        label: label.clone(),
        people: selected[at].of,
        figures: shown[at].then(|| figures(at)),
    };
    let groups: Vec<Group> = by.groups.labels.iter().enumerate().map(group).collect();
    let decide = decide(by, lots, &selected, &sets, &groups);
    Dimension {
        name: by.name.clone(),
        groups,
        unknown: by.groups.of.iter().filter(|group| group.is_none()).count() as u64,
        highest,
        decide,
        demands: Vec::new(),
        reads: Vec::new(),
        sweeps: Vec::new(),
    }
}

/// Whose proven score is strictly above the median of those whose group is known; of an even number, the mean of the two
/// in the middle.
fn above_median(by: &GroupBy, standings: &[Standing]) -> Vec<Lot> {
    let known = by.groups.of.iter().zip(standings).filter(|(group, _)| group.is_some());
    let mut scores: Vec<Score> = known.map(|(_, standing)| standing.score).collect();
    scores.sort_unstable();
    let steps = |at: usize| scores.get(at).map_or(0, |score| u64::from(score.steps()));
    let twice = steps(scores.len().saturating_sub(1) / 2) + steps(scores.len() / 2);
    let above = |standing: &Standing| {
        let now = 2 * u64::from(standing.score.steps()) > twice;
        Lot { now, sure: now, possible: now }
    };
    standings.iter().map(above).collect()
}

fn chance(group: Rate, highest: Rate) -> Option<Chance> {
    let ([_, now, _], [_, other, _]) = (group.parts(), highest.parts());
    let (z, z_chance) = pooled_z(now, other)?;
    let part = |selected, of| Proportion { selected, of };
    let ways = (group.most - group.least + 1).saturating_mul(highest.most - highest.least + 1);
    let few = ways.saturating_mul(group.of.min(highest.of)) <= MOST_WAYS;
    let all = few.then(|| {
        let pairs = (group.least..=group.most).flat_map(|a| (highest.least..=highest.most).map(move |b| (a, b)));
        let chances = pairs.filter_map(|(a, b)| fisher(part(a, group.of), part(b, highest.of)));
        chances.fold((1.0_f64, 0.0_f64), |(low, high), chance| (low.min(chance), high.max(chance)))
    });
    let fisher = fisher(now, other)?;
    Some(Chance { fisher, fisher_range: all, holm: fisher, z, z_chance, interval: ratio_interval(now, other) })
}

/// Holm's correction over all comparisons.
fn correct(dimensions: &mut [Dimension]) {
    let groups = dimensions.iter_mut().flat_map(|dimension| &mut dimension.groups);
    let mut chances: Vec<&mut Chance> =
        groups.filter_map(|group| group.figures.as_mut()).filter_map(|figures| figures.chance.as_mut()).collect();
    let corrected = holm(&chances.iter().map(|chance| chance.fisher).collect::<Vec<_>>());
    for (chance, corrected) in chances.iter_mut().zip(corrected) {
        chance.holm = corrected;
    }
}

/// The open candidates of the groups for which it is open whether four fifths are reached, and of those that may set the
/// ratio: once they are settled, so is that.
fn decide(by: &GroupBy, lots: &[Lot], rates: &[Rate], sets: &[bool], groups: &[Group]) -> Vec<usize> {
    let open = |group: &Group| {
        let impact = group.figures.as_ref().and_then(|figures| figures.impact);
        impact.is_some_and(|impact| impact.four_fifths() == Verdict::Unknown)
    };
    if !groups.iter().any(open) {
        return Vec::new();
    }
    let setting = || (0..rates.len()).filter(|at| sets[*at]).map(|at| (at, rates[at].parts()));
    let surely = setting().map(|(_, [least, ..])| least.share()).fold(0.0, f64::max);
    let may_set = |at: usize| sets[at] && rates[at].parts()[2].share() >= surely;
    let counts: Vec<bool> = (0..groups.len()).map(|at| open(&groups[at]) || may_set(at)).collect();
    let of = by.groups.of.iter().zip(lots).enumerate();
    of.filter(|(_, (group, lot))| group.is_some_and(|at| counts[at]) && lot.is_open()).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests;
