//! What holds of every audit, and published examples.

use proptest::prelude::*;

use super::groups::Groups;
use super::rate::{Ratio, highest, impact};
use super::significance::{Proportion, fisher, holm, pooled_z, ratio_interval};
use super::*;
use crate::roll::{Person, RollCriterion};
use crate::score::{Judged, Need, Status, standing};
use crate::verdict::{Credit, Verdict};

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * b.abs().max(1.0)
}

const fn part(selected: u64, of: u64) -> Proportion {
    Proportion { selected, of }
}

/// SciPy 1.17.1: `fisher_exact([[a, n-a], [b, m-b]])`, `relative_risk(a, n, b, m).confidence_interval(0.95)`; the pooled z
/// as `aedt_audit` 0.3.0 has it (`standard_deviation_test`).
#[test]
fn figures_of_other_programs() {
    for (a, b, exact, z, z_chance, interval) in FIGURES {
        let (a, b) = (part(a.0, a.1), part(b.0, b.1));
        assert!(close(fisher(a, b).unwrap(), *exact), "{a:?} {b:?} {:?}", fisher(a, b));
        let (own_z, own_chance) = pooled_z(a, b).unwrap();
        assert!(close(own_z, *z) && close(own_chance, *z_chance), "{a:?} {b:?} {own_z} {own_chance}");
        let own = ratio_interval(a, b);
        assert_eq!(own.is_some(), interval.is_some());
        for ((low, high), (l, h)) in own.into_iter().zip(*interval) {
            assert!(close(low, l) && close(high, h), "{low} {high}");
        }
    }
}

type Figure = ((u64, u64), (u64, u64), f64, f64, f64, Option<(f64, f64)>);

#[rustfmt::skip]
const FIGURES: &[Figure] = &[
    ((12, 40), (48, 80), 0.003409221767849183, -3.098386676965933, 0.0019457736937391575, Some((0.30143294104559687, 0.8293718633829844))),
    ((3, 10), (9, 12), 0.0835573095635015, -2.110687091920543, 0.03479921620986434, Some((0.14692788906356985, 1.088969568811911))),
    ((0, 7), (5, 9), 0.033653846153846145, -2.3783535600422527, 0.017390142762916602, None),
    ((555, 1181), (667, 1390), 0.6344861896601153, -0.5017085186301136, 0.6158725713966654, Some((0.9025636108900947, 1.0626403038645615))),
    ((205, 470), (1128, 2400), 0.18863934509477112, -1.3447537254859254, 0.17870477843013968, Some((0.830337822991615, 1.0371975191135507))),
    ((1, 1), (1, 2), 1.0, 0.8660254037844385, 0.3864762307712328, Some((0.5001953065198127, 7.996876315834763))),
    ((10, 10), (20, 20), 1.0, 0.0, 1.0, Some((1.0, 1.0))),
    ((412, 1790), (610, 2210), 0.00102936349339325, -3.306046413182564, 0.0009462241268267211, Some((0.7482660368579617, 0.9293027322666042))),
    ((5, 100), (18, 120), 0.025111455449275795, -2.4138202833238, 0.015786246663061342, Some((0.12832080758969716, 0.8658853789822332))),
    ((2, 3), (2, 4), 1.0, 0.4409585518440984, 0.6592430036926307, Some((0.3762621242831433, 4.7248385182665125))),
    ((49, 98), (50, 99), 1.0, -0.07088721640211258, 0.9434875176130376, Some((0.7498032658821339, 1.307142879468423))),
];

/// Holm's correction as statsmodels 0.14 gives it (`multipletests(p, method="holm")`).
#[test]
fn holms_correction() {
    let corrected = holm(&[0.01, 0.04, 0.03, 0.005, 0.9]);
    for (own, known) in corrected.iter().zip([0.04, 0.09, 0.09, 0.025, 0.9]) {
        assert!(close(*own, known), "{corrected:?}");
    }
    assert!(holm(&[]).is_empty());
}

/// 29 CFR § 1607.4 D and Questions and Answers on the Uniform Guidelines (44 FR 11996, 1979).
#[test]
fn four_fifths_in_whole_numbers() {
    let ratio = |a, b| Ratio { group: a, highest: b };
    // Question 12: of 80 White applicants 48 are hired, of 40 Black ones 12: 60 % and 30 %, half.
    let half = ratio(part(12, 40), part(48, 80));
    assert!(half.is_under_four_fifths() && close(half.value(), 0.5));
    assert_eq!(half.more_for_four_fifths(), 8); // 20 of 40 is 50 %, over 48 %
    // Four fifths themselves are no adverse impact: 48 % against 60 %.
    let exact = ratio(part(12, 25), part(48, 80));
    assert!(!exact.is_under_four_fifths());
    assert_eq!(exact.more_for_four_fifths(), 0);
    // In floating point, 0.8 × 3/4 × 5 is a little over 3.
    assert_eq!(ratio(part(2, 5), part(3, 4)).more_for_four_fifths(), 1);
}

/// Sizes of groups and what is sure and possible of each, small enough to try all.
fn some_rates() -> impl Strategy<Value = (Vec<Rate>, Vec<bool>)> {
    let rate = (1..7_u64, 0..7_u64, 0..4_u64).prop_map(|(of, least, more)| {
        let least = least.min(of);
        let most = (least + more).min(of);
        Rate { least, now: least, most, of }
    });
    prop::collection::vec((rate, prop::bool::weighted(0.8)), 1..5).prop_map(|all| all.into_iter().unzip())
}

/// Every way in which counts may turn out.
fn ways(rates: &[Rate]) -> Vec<Vec<u64>> {
    rates.iter().fold(vec![Vec::new()], |ways, rate| {
        let more = |way: &Vec<u64>| {
            (rate.least..=rate.most).map(|count| [way.as_slice(), &[count]].concat()).collect::<Vec<_>>()
        };
        ways.iter().flat_map(more).collect()
    })
}

proptest! {
    /// The ratio's range is that over all ways, and both ends are reached.
    #[test]
    fn ranges_are_those_over_all_ways((rates, sets) in some_rates()) {
        for group in 0..rates.len() {
            let mut seen: Option<(f64, f64)> = None;
            for way in ways(&rates) {
                let share = |at: usize| way[at] as f64 / rates[at].of as f64;
                let top = (0..rates.len()).filter(|at| sets[*at]).map(share).fold(0.0, f64::max);
                if top > 0.0 {
                    let ratio = share(group) / top;
                    let (low, high) = seen.unwrap_or((ratio, ratio));
                    seen = Some((low.min(ratio), high.max(ratio)));
                }
            }
            let own = impact(&rates, &sets, group).map(|impact| (impact.low.value(), impact.high.value()));
            prop_assert_eq!(own.is_some(), seen.is_some(), "{:?} {:?}", own, seen);
            if let (Some(own), Some(seen)) = (own, seen) {
                prop_assert!(close(own.0, seen.0) && close(own.1, seen.1), "{:?} {:?}", own, seen);
            }
        }
    }

    /// Up to 16 in review, settled in every way: the rates and what is said of four fifths hold for each, and settling those
    /// who are said to decide does.
    #[test]
    fn all_completions(people in prop::collection::vec((0..3_usize, 0..3_usize), 10..40), most in 0..16_usize) {
        let mut open = 0;
        let people: Vec<(Status, usize)> = people.into_iter().map(|(status, group)| {
            open += usize::from(status == 1);
            (if status == 1 && open > most { Status::NotEligible } else { Status::ALL[status] }, group)
        }).collect();
        let asked = AuditQuery { statuses: crate::shortlist::ELIGIBLE, shortlist: None, small: true, sweep: false };
        let found = audit(&roll(&people), &[by(&people)], &[], &[], &asked);
        let dimension = &found.dimensions[0];
        let in_review: Vec<usize> = (0..people.len()).filter(|at| people[*at].0 == Status::Review).collect();
        let settled = |ways: u32, whom: &[usize]| {
            let mut people = people.clone();
            for (bit, at) in whom.iter().enumerate() {
                people[*at].0 = if ways >> bit & 1 == 1 { Status::Eligible } else { Status::NotEligible };
            }
            audit(&roll(&people), &[by(&people)], &[], &[], &asked).dimensions.remove(0)
        };
        // All ways of few, some ways of many: an audit of each would take long.
        let step = (1_u32 << in_review.len()).div_ceil(300).max(1);
        for way in (0..1_u32 << in_review.len()).step_by(step as usize) {
            for (before, after) in dimension.groups.iter().zip(settled(way, &in_review).groups) {
                let (before, after) = (before.figures.as_ref().unwrap(), after.figures.unwrap());
                let Rate { least, most, .. } = before.selected;
                prop_assert!((least..=most).contains(&after.selected.now));
                if let Some(after) = after.impact {
                    let before = before.impact.unwrap();
                    let value = after.now.unwrap().value();
                    prop_assert!(before.low.value() - 1e-12 <= value && value <= before.high.value() + 1e-12);
                    if before.four_fifths() != Verdict::Unknown {
                        prop_assert_eq!(after.four_fifths(), before.four_fifths());
                    }
                }
            }
        }
        for way in [0, u32::MAX, 0x5555, 0x1234] {
            let after = settled(way, &dimension.decide);
            for group in after.groups {
                let impact = group.figures.unwrap().impact;
                prop_assert!(impact.is_none_or(|impact| impact.four_fifths() != Verdict::Unknown));
            }
        }
    }

    /// Fisher's test is the sum over all tables, in whole numbers.
    #[test]
    fn fisher_by_counting(na in 1..9_u64, nb in 1..9_u64, a in 0..9_u64, b in 0..9_u64) {
        let (a, b) = (a.min(na), b.min(nb));
        let choose = |n: u64, k: u64| (0..k).fold(1_u64, |product, i| product * (n - i) / (i + 1));
        let tables = |x: u64| choose(na, x) * choose(nb, a + b - x);
        let all = (0..=na).filter(|x| *x <= a + b && a + b - x <= nb);
        let (sum, not_above) = all.fold((0, 0), |(sum, not_above), x| {
            (sum + tables(x), not_above + if tables(x) <= tables(a) { tables(x) } else { 0 })
        });
        prop_assert!(close(fisher(part(a, na), part(b, nb)).unwrap(), not_above as f64 / sum as f64));
    }
}

/// People with one requirement.
fn roll(people: &[(Status, usize)]) -> Roll {
    let asked = vec![RollCriterion { id: "degree".into(), need: Need::Required, weight: 1.0 }];
    let person = |(at, (status, _)): (usize, &(Status, usize))| {
        let verdict = [Verdict::Met, Verdict::Unknown, Verdict::NotMet][*status as usize];
        let judged = vec![Judged { verdict, credit: Credit::of(verdict), counts: true }];
        let standing = standing(asked.iter().zip(&judged).map(|(asked, judged)| (asked.need, asked.weight, judged)));
        Person { id: at.to_string(), standing, judged, trusted: true, near: false }
    };
    Roll { people: people.iter().enumerate().map(person).collect(), asked: asked.clone() }
}

fn by(people: &[(Status, usize)]) -> GroupBy {
    let labels = ["a", "b", "c"].map(str::to_owned).to_vec();
    GroupBy {
        name: "group".into(),
        groups: Groups { labels, of: people.iter().map(|(_, group)| Some(*group)).collect() },
    }
}

fn counts(all: &[(usize, usize, usize)]) -> Vec<(Status, usize)> {
    let group = |(at, (eligible, review, not)): (usize, &(usize, usize, usize))| {
        let each = [(Status::Eligible, *eligible), (Status::Review, *review), (Status::NotEligible, *not)];
        each.into_iter().flat_map(move |(status, count)| std::iter::repeat_n((status, at), count)).collect::<Vec<_>>()
    };
    all.iter().enumerate().flat_map(group).collect()
}

const ASK: AuditQuery =
    AuditQuery { statuses: crate::shortlist::ELIGIBLE, shortlist: None, small: false, sweep: false };

#[test]
fn small_groups_are_not_shown_and_set_no_ratio() {
    let people = counts(&[(30, 0, 170), (60, 0, 140), (4, 0, 0)]);
    let found = audit(&roll(&people), &[by(&people)], &[], &[], &ASK).dimensions.remove(0);
    assert_eq!(found.highest, Some(1));
    assert!(found.groups[2].figures.is_none() && found.demands[0].groups[2].is_none());
    let shown =
        audit(&roll(&people), &[by(&people)], &[], &[], &AuditQuery { small: true, ..ASK }).dimensions.remove(0);
    let figures = shown.groups[2].figures.as_ref().unwrap();
    // Four of 404 are under 2 %: shown, and the highest rate without being the one that others are held against.
    assert!(figures.too_small && shown.highest == Some(1));
    assert!(close(figures.impact.unwrap().low.value(), 1.0 / 0.3));
}

#[test]
fn which_requirement_makes_the_difference() {
    let people = counts(&[(30, 5, 15), (45, 0, 5), (0, 0, 0)]);
    let found = audit(&roll(&people), &[by(&people)], &[], &[], &ASK).dimensions.remove(0);
    let passing = found.demands[0].groups[0].unwrap();
    assert_eq!((passing.pass.least, passing.open, passing.fail), (30, 5, 15));
    assert!(close(passing.impact.unwrap().low.value(), 0.6 / 0.9));
    // Without the only requirement, all are eligible.
    assert!(close(passing.without.unwrap().low.value(), 1.0));
    let figures = found.groups[0].figures.as_ref().unwrap();
    assert_eq!(figures.impact.unwrap().four_fifths(), Verdict::NotMet);
    assert_eq!(figures.impact.unwrap().now.unwrap().more_for_four_fifths(), 6);
}

#[test]
fn the_largest_of_equals_is_the_highest() {
    let rates = [Rate::exactly(1, 2), Rate::exactly(2, 4), Rate::exactly(0, 9)];
    assert_eq!(highest(&rates, &[true; 3]), Some(1));
    assert_eq!(highest(&[Rate::exactly(0, 3)], &[true]), None);
}
