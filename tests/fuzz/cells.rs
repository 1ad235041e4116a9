//! Any cell, read by every test.

use std::sync::LazyLock;

use screen::catalogue::Lang;
use screen::criteria::{Criteria, Stage};
use screen::explain;
use screen::kinds::{How, KINDS, TestAccount};
use screen::plan::{Memory, Plan};
use screen::reading::{Bound, Range, Reading};
use screen::verdict::Verdict;

use super::{as_of, check_credit, right};

/// Tests that the examples of the documentation leave out, by name.
const MORE: &[(&str, &str)] = &[
    ("years-prorate", "years: { column: a, at_least: 3, prorate: true }"),
    ("number-at-most", "number: { column: a, at_least: 2, at_most: 9.5, full_at: 5 }"),
    ("level-cefr", "level: { column: a, scale: cefr, at_least: B1 }"),
    ("level-education", "need: asset\nlevel: { column: a, scale: education, full_at: doctorate }"),
    ("level-own", "level: { column: a, scale: [low, [middle, moyen], high], at_least: middle }"),
    ("language-list", "language: { language: en, column: a, list: b, at_least: C1, full_at: C2 }"),
    ("language-bare", "language: { language: es, column: a, at_least: A2 }"),
    (
        "degree-other-field",
        "degree: { level: a, field: b, at_least: bachelor, fields: [law, economics], other_field: fail }",
    ),
    ("degree-bare", "degree: { column: a, at_least: master }"),
    ("date-window", "date: { column: a, on_or_after: 2024-01-01, on_or_before: 2024-12-31 }"),
    ("mentions-several", "mentions: { columns: [a, b], terms: [UN, special procedures, droits humains], at_least: 2 }"),
    ("rating-alone", "rating: { columns: [a], out_of: 10, at_least: 4 }"),
];

/// What settles ambiguous cells, in three ways, by name.
const FORMATS: &[(&str, &str)] = &[
    ("", ""),
    (" dmy", "formats: { dates: dmy, decimal: comma }\n"),
    (" mdy", "formats: { dates: mdy, decimal: point, missing: [nil] }\n"),
];

struct Test {
    /// Its own, or its kind's key, with that of the formats.
    name: String,
    criteria: Criteria,
    plan: Plan,
    columns: usize,
    /// Whether capitals say nothing: they tell an abbreviation or a name from a word ("DES", "EN") in the tests that look for names.
    any_case: bool,
}

static PLANS: LazyLock<Vec<Test>> = LazyLock::new(|| {
    let tests = KINDS.iter().map(|kind| (kind.key, kind.example)).chain(MORE.iter().copied());
    let each = tests.flat_map(|test| FORMATS.iter().map(move |formats| (test, formats)));
    each.map(|((name, test), (settled, formats))| {
        let name = format!("{name}{settled}");
        let posting = "posting: { deadline: 2024-05-26, time_zone: Europe/Brussels }";
        let test = test.replace('\n', "\n    ");
        let criteria = right(&format!("version: 1\n{posting}\n{formats}criteria:\n  - id: c\n    {test}\n"));
        let mut names: Vec<String> = Vec::new();
        for column in criteria.criteria[0].rule.columns() {
            if !names.contains(&column.value) {
                names.push(column.value.clone());
            }
        }
        let column = |name: &str| names.iter().position(|known| known == name);
        let plan = Plan::new(&criteria, Stage::Application, &column, as_of());
        let names_things =
            ["years:", "language:", "degree:", "scale: education", "scale: cefr", "one_of:", "mentions:"];
        let any_case = !names_things.iter().any(|key| test.contains(key));
        Test { name, criteria, plan, columns: names.len(), any_case }
    })
    .collect()
});

/// The test that an input is for, and its cell: the first line names the test; one that names none is for whichever.
fn test_of(input: &str) -> Option<(&'static Test, &str)> {
    let (name, cell) = input.split_once('\n')?;
    let any = || &PLANS[name.bytes().map(usize::from).sum::<usize>() % PLANS.len()];
    Some((PLANS.iter().find(|test| test.name == name).unwrap_or_else(any), cell))
}

/// Whether an input's first line names a test.
pub(crate) fn names_a_test(bytes: &[u8]) -> bool {
    let name = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    PLANS.iter().any(|test| test.name.as_bytes() == name)
}

/// The first line picks the test and the formats; the rest is the cell, put in every column that the test reads.
pub(crate) fn cells(bytes: &[u8]) {
    let Some((bound, cell)) = str::from_utf8(bytes).ok().and_then(test_of) else { return };
    let row = |cell: &str| -> Vec<String> { (0..bound.columns).map(|_| cell.to_owned()).collect() };
    let mut memory = Memory::default();
    let mut judge = |cell: &str| {
        let judgement = bound.plan.judge(&row(cell), &mut memory);
        (judgement.standing, judgement.each())
    };
    let (standing, each) = judge(cell);
    let judged = each[0].judged;
    assert!(standing.score <= standing.score_max, "{standing:?}");
    check_credit(judged.verdict, judged.credit);

    // From memory, after other rows, and fresh: the same.
    for other in ["", "yes", "7"] {
        judge(other);
    }
    assert_eq!(judge(cell), (standing, each), "from memory");
    let account = &bound.plan.account(&row(cell))[0];
    assert_eq!(bound.plan.criteria[0].count(account.outcome), judged, "as its account says");
    check(account);

    // Space around never matters, and case decides nothing the other way.
    for same in [format!(" \u{a0}{cell}\u{a0}\t"), format!("\u{202f}{cell}\r\n")] {
        let again = &bound.plan.account(&row(&same))[0];
        assert_eq!(again.reading, account.reading, "{cell:?} and {same:?}");
        assert_eq!(again.outcome, account.outcome, "{cell:?} and {same:?}");
    }
    for same in [cell.to_ascii_uppercase(), cell.to_ascii_lowercase()] {
        let again = &bound.plan.account(&row(&same))[0];
        // What is not understood may be so for another reason.
        let open = [again.reading, account.reading].iter().all(|reading| matches!(reading, Reading::Unknown(_)));
        if bound.any_case && !open {
            assert_eq!(again.reading, account.reading, "{cell:?} and {same:?}");
        }
        let both = [again.outcome.verdict, account.outcome.verdict];
        assert!(!(both.contains(&Verdict::Met) && both.contains(&Verdict::NotMet)), "{cell:?} and {same:?}");
    }

    // It can be told, and the sentence says something.
    let accounts = explain::accounts(&bound.criteria, Stage::Application, &bound.plan, &row(cell));
    let reason = accounts[0].reason();
    assert!(!reason.en.trim().is_empty() && !reason.fr.trim().is_empty(), "{accounts:?}");
    let _ = (explain::evidence(account), explain::how_read(account));
    let mut said = String::new();
    explain::reason_into(&mut said, Lang::Fr, account, &judged, bound.criteria.criteria[0].when_missing);
    assert_eq!(said, reason.fr);
    if let Some(confirmations) = explain::change::cheapest(&accounts) {
        let after = explain::change::standing_after(&accounts, &confirmations);
        assert!(after.score <= after.score_max, "{after:?}");
    }
}

/// The verdict follows from the reading and the bound, and from nothing else.
fn check(account: &TestAccount) {
    let TestAccount { outcome, reading, bound, .. } = account;
    check_credit(outcome.verdict, outcome.credit);
    let ranges: &[Range] = match reading {
        Reading::Within(range) => &[*range],
        Reading::Either(a, b) => &[*a, *b],
        Reading::Unknown(_) => &[],
    };
    for range in ranges {
        assert!(range.low <= range.high, "{reading:?} is upside down");
        assert!(!(range.low.is_nan() || range.high.is_nan()), "{reading:?}");
        assert!(range.low < range.high || !(range.low_open || range.high_open), "{reading:?} holds nothing");
    }
    if outcome.missing {
        assert_eq!(outcome.verdict, Verdict::Unknown, "nothing said is nothing known");
    }
    for part in &account.parts {
        check(part);
    }
    let parts = || account.parts.iter().map(|part| part.outcome.verdict);
    match account.how {
        None | Some(How::Some) => match outcome.verdict {
            Verdict::Met => {
                assert!(!ranges.is_empty() && ranges.iter().all(|range| passes(bound, *range)), "{account:?}")
            }
            Verdict::NotMet => {
                assert!(!ranges.is_empty() && ranges.iter().all(|range| fails(bound, *range)), "{account:?}")
            }
            Verdict::Unknown => {
                assert!(ranges.is_empty() || !ranges.iter().all(|range| passes(bound, *range)), "{account:?}");
                assert!(ranges.is_empty() || !ranges.iter().all(|range| fails(bound, *range)), "{account:?}");
            }
        },
        Some(How::Any) => assert_eq!(outcome.verdict == Verdict::Met, parts().any(|part| part == Verdict::Met)),
        Some(How::All) => assert_eq!(outcome.verdict == Verdict::Met, parts().all(|part| part == Verdict::Met)),
    }
    if account.how.is_none() && bound.full_at.is_none() {
        match outcome.verdict {
            Verdict::Met => assert_eq!((outcome.credit.low, outcome.credit.high), (1.0, 1.0)),
            Verdict::NotMet => assert_eq!((outcome.credit.low, outcome.credit.high), (0.0, 0.0)),
            Verdict::Unknown => {}
        }
    }
}

/// Every value of the range passes.
fn passes(bound: &Bound, range: Range) -> bool {
    // Without a threshold, whatever earns something passes.
    if bound.at_least.is_none() && bound.at_most.is_none() {
        return range.low > 0.0;
    }
    bound.at_least.is_none_or(|least| range.low >= least) && bound.at_most.is_none_or(|most| range.high <= most)
}

/// No value of the range passes.
fn fails(bound: &Bound, range: Range) -> bool {
    // Without a threshold, what earns nothing fails.
    if bound.at_least.is_none() && bound.at_most.is_none() {
        return range.high <= 0.0;
    }
    let below = bound.at_least.is_some_and(|least| range.high < least || range.high <= least && range.high_open);
    let above = bound.at_most.is_some_and(|most| range.low > most || range.low >= most && range.low_open);
    below || above
}
