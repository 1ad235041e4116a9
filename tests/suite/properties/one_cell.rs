//! What holds for one cell: more is never worse, and saying more overturns nothing.

use super::*;

/// What one criterion says of cells, in the order of the columns it names.
struct Judge {
    plan: Plan,
    memory: Memory,
}

/// Verdict, proven and possible credit, and the standing of the whole.
type Said = (Verdict, f64, f64, Standing);

impl Judge {
    /// For a test over columns `a`, `b`, `c`, ...
    fn new(test: &str, formats: &str) -> Self {
        let text = format!(
            "version: 1\nposting: {{ deadline: 2024-05-26, time_zone: Europe/Brussels }}\nformats: {{ {formats} }}\n\
             criteria:\n  - id: x\n    {test}\n"
        );
        let criteria = criteria::read("c.yaml", &text).unwrap_or_else(|problems| panic!("{text}\n{problems:?}"));
        let column = |name: &str| usize::from(name.as_bytes()[0]).checked_sub(usize::from(b'a'));
        let as_of = NaiveDate::from_ymd_opt(2024, 5, 26).unwrap();
        Self { plan: Plan::new(&criteria, Stage::Application, &column, as_of), memory: Memory::default() }
    }

    fn say(&mut self, cells: &[&str]) -> Said {
        let row: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
        let judgement = self.plan.judge(&row, &mut self.memory);
        let judged = judgement.each()[0].judged;
        (judged.verdict, judged.credit.low, judged.credit.high, judgement.standing)
    }
}

/// Holds a cell that says less against one that says more: what the first decides the second does not overturn, and the
/// credit of the second lies within that of the first.
fn no_flip(judge: &mut Judge, vague: &str, precise: &str) -> Result<(), TestCaseError> {
    let (less, more) = (judge.say(&[vague]), judge.say(&[precise]));
    prop_assert!(
        less.0 == Verdict::Unknown || less.0 == more.0,
        "`{}` is {:?}, `{}` {:?}",
        vague,
        less.0,
        precise,
        more.0
    );
    prop_assert!(
        less.1 <= more.1 + 1e-9 && more.2 <= less.2 + 1e-9,
        "`{}` earns {} to {}, `{}` {} to {}",
        vague,
        less.1,
        less.2,
        precise,
        more.1,
        more.2
    );
    prop_assert!(less.3.score <= more.3.score && more.3.score_max <= less.3.score_max);
    Ok(())
}

/// A number of quarters as it is written: `7`, `7.25`, `7,5`.
fn number(quarters: u32, comma: bool) -> String {
    let text = (f64::from(quarters) / 4.0).to_string();
    if comma { text.replace('.', ",") } else { text }
}

fn cells(pattern: &[&'static str]) -> impl Strategy<Value = &'static str> + use<> {
    select(pattern.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn more_years_are_never_worse(
        a in 0..80u32, b in 0..80u32, bound in 1..15u32, over in 0..10u32, comma in any::<bool>(),
        form in cells(&["@", "@ ans", "@ years", "@+", "over @", "plus de @ ans", "au moins @ ans", "~@", "@ yrs", "moins de @", "@ à 30 ans", "0-@"]),
    ) {
        let mut judge = Judge::new(&format!("years: {{ column: a, at_least: {bound}, full_at: {} }}", bound + over.max(1)), "");
        // Nobody has fewer than no years: such a cell says nothing, so it has no place in the order.
        let least = u32::from(form.starts_with("moins"));
        let (few, many) = (a.min(b).max(least), a.max(b).max(least));
        let [few, many] = [few, many].map(|count| form.replace('@', &number(count, comma)));
        let (less, more) = (judge.say(&[&few]), judge.say(&[&many]));
        let order = |verdict| [Verdict::NotMet, Verdict::Unknown, Verdict::Met].iter().position(|v| *v == verdict);
        prop_assert!(order(less.0) <= order(more.0), "`{}` is {:?}, `{}` {:?}", few, less.0, many, more.0);
        prop_assert!(less.1 <= more.1 + 1e-9 && less.2 <= more.2 + 1e-9);
    }

    #[test]
    fn a_longer_period_is_never_worse(start in 1990..2015i32, months in 1..150i32, more in 0..80i32, bound in 1..12u32) {
        let mut judge = Judge::new(&format!("years: {{ column: a, at_least: {bound} }}"), "");
        let period = |months: i32| format!("{start}-01/{}-{:02}", start + months / 12, months % 12 + 1);
        let (less, longer) = (judge.say(&[&period(months)]), judge.say(&[&period(months + more)]));
        prop_assert!(!(less.0 == Verdict::Met && longer.0 != Verdict::Met));
        prop_assert!(!(longer.0 == Verdict::NotMet && less.0 != Verdict::NotMet));
        prop_assert!(less.1 <= longer.1 + 1e-9 && less.2 <= longer.2 + 1e-9);
    }

    #[test]
    fn saying_more_of_years_overturns_nothing(
        low in 0..60u32, width in 0..40u32, at in 0..=100u32, bound in 1..20u32, comma in any::<bool>(),
        form in cells(&["@-#", "@–#", "@ - # ans", "@ à # ans", "@ to # years", "between @ and #", "entre @ et # ans", "@+", "over @", "at least @", "plus de @ ans"]),
    ) {
        let mut judge = Judge::new(&format!("years: {{ column: a, at_least: {bound}, full_at: {} }}", bound + 4), "");
        let vague = form.replace('@', &number(low, comma)).replace('#', &number(low + width, comma));
        let open = !form.contains('#');
        // For an open range, a value over its end; else one within.
        let value = if open { low + 1 + at } else { low + width * at / 100 };
        no_flip(&mut judge, &vague, &number(value, comma))?;
        no_flip(&mut judge, "", &number(value, comma))?;
    }

    #[test]
    fn saying_more_of_a_number_overturns_nothing(
        low in 0..40_000u32, width in 0..20_000u32, at in 0..=100u32, least in 0..5000u32, most in 5000..9000u32,
        form in cells(&["@-#", "@ à #", "@ to #", "between @ and #", "entre @ et #"]),
    ) {
        let mut judge = Judge::new(&format!("number: {{ column: a, at_least: {least}, at_most: {most} }}"), "");
        let vague = form.replace('@', &number(low, false)).replace('#', &number(low + width, false));
        no_flip(&mut judge, &vague, &number(low + width * at / 100, false))?;
    }

    #[test]
    fn saying_which_number_was_meant_overturns_nothing(whole in 1..999u32, part in 0..1000u32, bound in 0..20_000u32) {
        let mut judge = Judge::new(&format!("number: {{ column: a, at_most: {bound} }}"), "");
        for mark in [',', '.'] {
            let vague = format!("{whole}{mark}{part:03}");
            no_flip(&mut judge, &vague, &format!("{whole}{part:03}"))?;
            no_flip(&mut judge, &vague, &format!("{whole}.{part:03}0"))?;
        }
    }

    #[test]
    fn saying_more_of_a_level_overturns_nothing(low in 0..7usize, high in 0..7usize, at in 0..7usize, bound in 0..6usize) {
        const LEVELS: [&str; 7] = ["A1", "A1", "A2", "B1", "B2", "C1", "C2"];
        let (low, high) = (low.min(high), low.max(high));
        let at = at.clamp(low, high);
        let mut judge = Judge::new(&format!("language: {{ language: en, column: a, at_least: {} }}", LEVELS[bound]), "");
        for mark in ["/", "-", " to ", " à "] {
            no_flip(&mut judge, &format!("{}{mark}{}", LEVELS[low], LEVELS[high]), LEVELS[at])?;
        }
        const STEPS: [&str; 5] = ["none", "basic", "good", "very good", "excellent"];
        let (low, high) = (low.min(4), high.min(4));
        let at = at.clamp(low, high);
        let bound = STEPS[bound.clamp(1, 4)];
        let mut judge = Judge::new(&format!("level: {{ column: a, scale: proficiency, at_least: {bound} }}"), "");
        for mark in [" to ", "/", " - "] {
            no_flip(&mut judge, &format!("{}{mark}{}", STEPS[low], STEPS[high]), STEPS[at])?;
        }
    }

    #[test]
    fn a_level_behind_a_word_overturns_nothing(
        (word, low, high) in select(vec![
            ("fluent", 5, 6), ("courant", 5, 6), ("advanced", 4, 5), ("avancé", 4, 5), ("professional", 4, 5),
            ("intermediate", 3, 4), ("intermédiaire", 3, 4), ("conversational", 3, 4), ("basic", 1, 2), ("notions", 1, 2),
            ("débutant", 1, 2), ("native", 6, 6), ("bilingue", 6, 6),
        ]),
        at in 0..2usize, bound in 0..6usize,
    ) {
        const LEVELS: [&str; 6] = ["A1", "A2", "B1", "B2", "C1", "C2"];
        let mut judge = Judge::new(&format!("language: {{ language: en, column: a, at_least: {} }}", LEVELS[bound]), "");
        no_flip(&mut judge, word, LEVELS[(low + at).min(high) - 1])?;
    }

    #[test]
    fn saying_which_day_was_meant_overturns_nothing(
        day in 1..=12u32, month in 1..=12u32, mark in cells(&["/", ".", "-"]), bound in 0..366i64,
        side in cells(&["on_or_before", "on_or_after"]),
    ) {
        let bound = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap() + chrono::TimeDelta::days(bound);
        let mut judge = Judge::new(&format!("date: {{ column: a, {side}: {bound} }}"), "");
        let vague = format!("{day:02}{mark}{month:02}{mark}2024");
        no_flip(&mut judge, &vague, &format!("2024-{month:02}-{day:02}"))?;
        no_flip(&mut judge, &vague, &format!("2024-{day:02}-{month:02}"))?;
        no_flip(&mut judge, &vague, &format!("2024-{day:02}-{month:02}T10:30:00+02:00"))?;
        no_flip(&mut judge, &format!("2024-{month:02}-{day:02}"), &format!("2024-{month:02}-{day:02} 17:00"))?;
    }

    #[test]
    fn saying_the_months_of_a_period_overturns_nothing(
        start in 1995..2015u32, length in 0..9u32, first in 1..=12u32, last in 1..=12u32, bound in 1..10u32,
        mark in cells(&["–", "-", " to ", " à "]),
    ) {
        let end = start + length;
        prop_assume!((start, first) <= (end, last));
        let mut judge = Judge::new(&format!("years: {{ column: a, at_least: {bound} }}"), "");
        no_flip(&mut judge, &format!("{start}{mark}{end}"), &format!("{start}-{first:02}/{end}-{last:02}"))?;
        no_flip(&mut judge, &format!("since {start}"), &format!("{start}-{first:02}/present"))?;
    }

    /// Every way to fill the open cells is tried: met is what holds in all of them, not met what holds in none, and the
    /// credit goes from the least to the most.
    #[test]
    fn groups_are_judged_by_every_way_to_fill_what_is_open(
        tree in tree(),
        cells in prop::collection::vec(select(vec!["yes", "no", ""]), 5),
    ) {
        let mut judge = Judge::new(&tree, "");
        let (verdict, low, high, _) = judge.say(&cells);
        let open: Vec<usize> = (0..cells.len()).filter(|at| cells[*at].is_empty()).collect();
        let mut ways = Vec::new();
        for way in 0..1u32 << open.len() {
            let mut filled = cells.clone();
            for (bit, at) in open.iter().enumerate() {
                filled[*at] = if way >> bit & 1 == 1 { "yes" } else { "no" };
            }
            let (verdict, low, high, _) = judge.say(&filled);
            prop_assert!(verdict != Verdict::Unknown && low == high, "{} is open in {:?}", tree, filled);
            ways.push((verdict == Verdict::Met, low));
        }
        let expected = match ways.iter().filter(|(met, _)| *met).count() {
            0 => Verdict::NotMet,
            met if met == ways.len() => Verdict::Met,
            _ => Verdict::Unknown,
        };
        prop_assert_eq!(verdict, expected, "{} of {:?}", tree, cells);
        let least = ways.iter().map(|(_, credit)| *credit).fold(f64::INFINITY, f64::min);
        let most = ways.iter().map(|(_, credit)| *credit).fold(0.0, f64::max);
        prop_assert!((low - least).abs() < 1e-9 && (high - most).abs() < 1e-9, "{}: {}..{} is not {}..{}", tree, low, high, least, most);
    }
}

/// Tests within tests, over five columns of yes and no.
fn tree() -> impl Strategy<Value = String> {
    let leaf = select(vec!["a", "b", "c", "d", "e"]).prop_map(|column| format!("yes_no: {{ column: {column} }}"));
    leaf.prop_recursive(3, 12, 4, |inner| {
        (prop::collection::vec(inner, 1..4), 0..3u8, 1..4usize, 0..3usize).prop_map(|(tests, how, least, more)| {
            let least = least.min(tests.len());
            let full = (least + more).min(tests.len());
            let of: Vec<String> = tests.iter().map(|test| format!("{{ {test} }}")).collect();
            let of = of.join(", ");
            match how {
                0 => format!("any_of: {{ of: [ {of} ] }}"),
                1 => format!("all_of: {{ of: [ {of} ] }}"),
                _ => format!("some_of: {{ at_least: {least}, full_at: {full}, of: [ {of} ] }}"),
            }
        })
    })
}
