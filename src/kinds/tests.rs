//! Every kind of test as people write it: what is wrong with it, what it asks, and what it says of cells.

use chrono::NaiveDate;

use super::*;
use crate::catalogue::{Lang, explain as told, kinds as words};
use crate::criteria::{self, Criteria, Stage};
use crate::plan::Plan;
use crate::reading::{Range, Why};
use crate::scale;
use crate::verdict::Credit;
use crate::verdict::Verdict::{self, Met, NotMet, Unknown};

/// A criterion that is written so, on its own.
fn read(criterion: &str) -> Result<Criteria, Vec<Diagnostic>> {
    let posting = "posting: { deadline: 2024-05-26, time_zone: Europe/Brussels }";
    let criterion = format!("{{ id: c, need: asset, {criterion} }}");
    criteria::read("criteria.yaml", &format!("version: 1\n{posting}\ncriteria:\n  - {criterion}\n"))
}

/// The check of a test, in a file with the columns `a`, `b` and `c`.
fn check(criterion: &str) -> Check {
    let criteria = read(criterion).unwrap_or_else(|problems| panic!("{criterion}: {problems:?}"));
    let column = |name: &str| ["a", "b", "c"].iter().position(|known| *known == name);
    let mut plan = Plan::new(&criteria, Stage::Application, &column, NaiveDate::from_ymd_opt(2024, 5, 26).unwrap());
    plan.criteria.remove(0).check
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

/// What a check says when it only judges, without an account.
fn judged(check: &Check, row: &Vec<String>) -> Outcome {
    check.outcome(&mut |leaf| leaf.judge(row, Kept::default().of(0)))
}

// ---- As it is written -------------------------------------------------------------------------------------------------

#[test]
fn what_contradicts_itself_is_told_once() {
    for (test, code) in [
        ("years: { column: a, at_least: 9, full_at: 5 }", "at-least-over"),
        ("years: { column: a, at_least: 5, full_at: 5 }", ""),
        ("years: { column: a, full_at: 0 }", "full-at-zero"),
        ("number: { column: a, full_at: -1 }", "full-at-zero"),
        ("mentions: { columns: [a], terms: [x], at_least: 0, full_at: 0 }", "full-at-zero"),
        ("number: { column: a, at_least: 9, at_most: 5 }", "at-least-over"),
        ("number: { column: a, at_least: 5, at_most: 5 }", ""),
        ("level: { column: a, scale: cefr, at_least: C1, full_at: B2 }", "at-least-over"),
        ("level: { column: a, scale: cefr, at_least: C1, full_at: C1 }", ""),
        ("level: { column: a, scale: cefr, at_least: Z9 }", "unknown-step"),
        ("level: { column: a, scale: nope, at_least: x }", "unknown-scale"),
        ("level: { column: a, scale: [one], at_least: one }", "short-scale"),
        ("level: { column: a, scale: [one, two], at_least: two }", ""),
        ("level: { column: a, scale: [one, two, One], at_least: two }", "step-twice"),
        ("language: { language: en, at_least: B2 }", "missing-field"),
        ("language: { language: en, list: a, at_least: B2 }", ""),
        ("language: { language: zz, column: a, at_least: B2 }", "unknown-language"),
        ("degree: { at_least: master }", "missing-field"),
        ("degree: { level: a, at_least: master }", ""),
        ("degree: { level: a, at_least: master, fields: [law] }", "missing-field"),
        ("degree: { column: [a, b], at_least: master }", "wrong-type"),
        ("degree: { field: a, at_least: master }", "missing-field"),
        ("degree: { column: a, level: b, at_least: master }", "two-ways"),
        ("degree: { column: a, field: b, at_least: master }", "two-ways"),
        ("degree: { level: a, field: b, at_least: master }", ""),
        ("degree: { column: a, at_least: master, fields: [] }", "empty-list"),
        ("date: { column: a, on_or_after: 2024-05-02, on_or_before: 2024-05-01 }", "dates-crossed"),
        ("date: { column: a, on_or_after: 2024-05-01, on_or_before: 2024-05-01 }", ""),
        ("date: { column: a, on_or_after: 2024-05-01, on_or_before: 2024-05-02 }", ""),
        ("one_of: { column: a, values: [] }", "empty-list"),
        ("one_of: { column: a, values: [x, y], not: [z, Y] }", "value-in-both"),
        ("mentions: { columns: [a], terms: [] }", "empty-list"),
        ("mentions: { columns: [a], terms: [], at_least: 1 }", "empty-list"),
        ("mentions: { columns: [a, b, a], terms: [x] }", "column-twice"),
        ("mentions: { columns: [a], terms: [x, y], at_least: 3 }", "over-the-top"),
        ("mentions: { columns: [a], terms: [x, y], at_least: 2 }", ""),
        ("rating: { columns: [a], out_of: 5, at_least: 6 }", "over-the-top"),
        ("rating: { columns: [a], out_of: 5, at_least: 5 }", ""),
        ("rating: { columns: [a], out_of: 0, at_least: 3 }", "zero-out-of"),
        ("some_of: { of: [] }", "empty-list"),
        ("some_of: { at_least: 2, of: [{ yes_no: { column: a } }] }", "over-the-top"),
    ] {
        let found: Vec<&str> = read(test).err().unwrap_or_default().iter().map(|problem| problem.code).collect();
        let expected: Vec<&str> = [code].into_iter().filter(|code| !code.is_empty()).collect();
        assert_eq!(found, expected, "{test}");
    }
    // Beside a slip that says it already, nothing is said of what is missing for it.
    for test in [
        "degree: { colum: a, at_least: master }",
        "degree: { column: a, at_least: master, fields: 7x: }",
        "one_of: { column: a, valeus: [x] }",
        "mentions: { columns: [a], term: [x] }",
    ] {
        let found = read(test).err().unwrap_or_default();
        assert!(!found.is_empty() && found.iter().all(|problem| problem.code != "empty-list"), "{test}: {found:?}");
    }
}

#[test]
fn many_steps_are_not_all_named() {
    let help = |count: usize| {
        let steps: Vec<String> = (0..count).map(|at| format!("s{at}")).collect();
        let problems = read(&format!("level: {{ column: a, scale: [{}], at_least: x }}", steps.join(", "))).err();
        problems.unwrap().remove(0).help.unwrap().en
    };
    assert!(help(20).contains("or “s19”"), "{}", help(20));
    assert!(help(21).contains("“s19” and 1 more") && !help(21).contains("s20"), "{}", help(21));
}

#[test]
fn a_rule_says_what_it_reads_and_which_bound_it_lacks() {
    let (a, ab) = (&["a"][..], &["a", "b"][..]);
    for (test, columns, unbound, earns_only) in [
        ("years: { column: a, at_least: 7 }", a, None, false),
        ("years: { column: a, at_least: 0 }", a, Some("at_least: 7"), false),
        ("years: { column: a, full_at: 9 }", a, Some("at_least: 7"), true),
        ("number: { column: a, at_most: 100 }", a, None, false),
        ("number: { column: a, at_least: -5 }", a, None, false),
        ("number: { column: a, full_at: 9 }", a, Some("at_least: 60"), true),
        ("number: { column: a, at_least: 1, at_most: 9 }", a, None, false),
        ("level: { column: a, scale: cefr, full_at: C1 }", a, Some("at_least: B1"), true),
        ("rating: { columns: [a, b], out_of: 5, full_at: 5 }", ab, Some("at_least: 3"), true),
        ("mentions: { columns: [a, b], terms: [EEAS], at_least: 0 }", ab, Some("at_least: 1"), false),
        ("language: { language: en, column: a, list: b, at_least: B2 }", ab, None, false),
        ("degree: { level: a, field: b, at_least: master, fields: [law] }", ab, None, false),
        ("yes_no: { column: a }", a, None, false),
        ("provided: { column: a }", a, None, false),
        ("date: { column: a, on_or_before: 2024-05-26 }", a, None, false),
        ("one_of: { column: a, values: [x] }", a, None, false),
        ("some_of: { of: [{ yes_no: { column: a } }, { provided: { column: b } }] }", ab, None, false),
        (
            "some_of: { at_least: 0, of: [{ yes_no: { column: a } }, { yes_no: { column: b } }] }",
            ab,
            Some("at_least: 1"),
            false,
        ),
        ("some_of: { of: [{ years: { column: a, full_at: 9 } }, { yes_no: { column: b } }] }", ab, None, false),
        ("any_of: { of: [{ years: { column: a, full_at: 9 } }, { yes_no: { column: b } }] }", ab, None, true),
        ("all_of: { of: [{ yes_no: { column: a } }, { yes_no: { column: b } }] }", ab, None, false),
    ] {
        let criteria = read(test).unwrap_or_else(|problems| panic!("{test}: {problems:?}"));
        let (rule, check) = (&criteria.criteria[0].rule, check(test));
        let names: Vec<&str> = rule.columns().iter().map(|column| column.value.as_str()).collect();
        assert_eq!((&*names, &*check.columns()), (columns, columns), "{test}");
        assert_eq!((rule.unbound().as_deref(), rule.earns_only()), (unbound, earns_only), "{test}");
        assert_eq!(check.account(&row(&["", ""])).earns_only(), earns_only, "{test}");
        assert_eq!(rule.requirement(), *check.requirement(), "{test}");
        assert!(!check.requirement().en.is_empty() && !check.requirement().fr.is_empty(), "{test}");
    }
}

#[test]
fn sizes_are_said_in_their_unit() {
    let (cefr, years) = (Unit::Step(Arc::clone(scale::cefr())), |size: f64| words::years(size));
    let step = |index: usize| words::quoted(&scale::cefr().name(index));
    let bound = |at_least, at_most, full_at| Bound { at_least, at_most, full_at };
    for (found, expected) in [
        (Unit::Years.sizes(bound(Some(7.0), None, None)), words::at_least(years(7.0))),
        (Unit::Years.sizes(bound(None, Some(7.0), None)), words::at_most(years(7.0))),
        (Unit::Years.sizes(bound(Some(2.0), Some(7.0), None)), words::from_to(years(2.0), years(7.0))),
        (Unit::Years.sizes(bound(None, None, Some(7.0))), words::more_is_better(years(7.0))),
        (Unit::Years.sizes(Bound::default()), Text::default()),
        (cefr.sizes(bound(Some(6.0), None, None)), words::exactly(step(6))),
        (cefr.sizes(bound(Some(4.0), None, None)), words::or_better(step(4))),
        (cefr.sizes(bound(None, None, Some(6.0))), words::higher_is_better(step(6))),
        (Unit::Rating(5.0).size(4.0), words::out_of_text(4.0, 5.0)),
        (of_tests(5).size(2.0), words::of_tests(5, 2.0)),
    ] {
        assert_eq!(found, expected);
    }
    assert_eq!(Unit::Number.size(4.5).fr, "4,5");
    assert_eq!([-1.0, 0.0, 1.0, 2.4, 2.6].map(step_index), [0, 0, 1, 2, 3]);
    let Unit::Count(count) = of_tests(5) else { panic!("a count") };
    assert_eq!((count.most(), Count { of: None, ..count }.most()), (5.0, f64::INFINITY));
    assert_eq!(count.read(Lang::En, (2.0, "2")), told::tests(Lang::En, 5, "2").to_string());
    assert_eq!(count.asked(2.0), words::of_tests(5, 2.0));
    // In French a degree has its article, and the highest of all is asked for as it is.
    let asked = |least: &str| check(&format!("degree: {{ column: a, at_least: {least} }}")).requirement().clone();
    let [some, top] = [asked("bachelor"), asked("doctorate")];
    assert!(some.fr.contains("au moins une ") && some.en.contains("better"), "{some:?}");
    assert!(top.fr.contains("un ") && !top.fr.contains("au moins") && !top.en.is_empty(), "{top:?}");
}

// ---- What is said of cells --------------------------------------------------------------------------------------------

#[test]
fn each_kind_decides_by_its_cells() {
    let window = "date: { column: a, on_or_after: 2024-05-01, on_or_before: 2024-05-26 }";
    let both = "degree: { level: a, field: b, at_least: master, fields: [law], other_field: fail }";
    for (test, cells, verdict, missing) in [
        ("years: { column: a, at_least: 7 }", &["7"][..], Met, false),
        ("years: { column: a, at_least: 7 }", &["6"], NotMet, false),
        ("years: { column: a, at_least: 7 }", &[" "], Unknown, true),
        ("years: { column: z, at_least: 7 }", &["7"], Unknown, false),
        (window, &["2024-04-30"], NotMet, false),
        (window, &["2024-05-01"], Met, false),
        (window, &["2024-05-26"], Met, false),
        (window, &["2024-05-27"], NotMet, false),
        (both, &["Master", "law"], Met, false),
        (both, &["Master", "chemistry"], NotMet, false),
        (both, &["Master", ""], Unknown, false),
        ("one_of: { column: a, values: [x], not: [y] }", &["y"], NotMet, false),
        ("one_of: { column: a, values: [x], not: [y] }", &["z"], Unknown, false),
        ("one_of: { column: a, values: [x], other: fail }", &["z"], NotMet, false),
        // A word for an empty cell is itself where the criteria file writes it.
        ("one_of: { column: a, values: [x] }", &["n/a"], Unknown, true),
        ("one_of: { column: a, values: [x, n/a] }", &["n/a"], Met, false),
        ("level: { column: a, scale: [low, high], at_least: high }", &["n/a"], Unknown, true),
        ("level: { column: a, scale: [n/a, low, high], at_least: low }", &["n/a"], NotMet, false),
        ("mentions: { columns: [a], terms: [x] }", &["n/a"], Unknown, true),
        ("mentions: { columns: [a], terms: [n/a] }", &["n/a"], Met, false),
        ("mentions: { columns: [a], terms: [x] }", &["see CV"], Unknown, true),
        ("mentions: { columns: [a], terms: [x], otherwise: review }", &["y"], Unknown, false),
        ("mentions: { columns: [a], terms: [x], otherwise: review }", &["x"], Met, false),
        ("mentions: { columns: [a], terms: [x], otherwise: review }", &["None"], NotMet, false),
        ("number: { column: a, at_most: 5000, currency: CHF }", &["4000 CHF"], Met, false),
        ("number: { column: a, at_most: 5000, currency: CHF }", &["4000 EUR"], Unknown, false),
        ("any_of: { of: [{ yes_no: { column: a } }, { yes_no: { column: b } }] }", &["", ""], Unknown, true),
        ("any_of: { of: [{ yes_no: { column: a } }, { yes_no: { column: b } }] }", &["", "no"], Unknown, false),
        ("any_of: { of: [{ yes_no: { column: a } }, { yes_no: { column: b } }] }", &["yes", ""], Met, false),
    ] {
        let (check, row) = (check(test), row(cells));
        let outcome = check.account(&row).outcome;
        assert_eq!((outcome.verdict, outcome.missing), (verdict, missing), "{test}: {cells:?}");
        assert_eq!(judged(&check, &row), outcome, "{test}: {cells:?}");
        assert_eq!(check.names("n/a"), test.contains("n/a"), "{test}");
    }
    let within = check("any_of: { of: [{ one_of: { column: a, values: [n/a] } }, { yes_no: { column: b } }] }");
    assert!(within.names("n/a") && !within.names("x"));
}

/// Words that are not understood leave it open, but where a criterion says that they are only to be noted: then what was
/// understood decides, and never against the candidate.
#[test]
fn words_that_are_left_decide_nothing_against_anybody() {
    for (test, cell, noted) in [
        ("years: { column: a, at_least: 7 }", "10 years zyxvut", Met),
        ("years: { column: a, at_least: 7 }", "3 years zyxvut", Unknown),
        ("level: { column: a, scale: proficiency, at_least: good }", "very good zyxvut", Met),
        ("level: { column: a, scale: proficiency, at_least: good }", "basic zyxvut", Unknown),
        ("rating: { columns: [a], out_of: 5, at_least: 3 }", "4 zyxvut", Met),
        ("rating: { columns: [a], out_of: 5, at_least: 3 }", "2 zyxvut", Unknown),
        ("language: { language: en, column: a, at_least: B2 }", "English C1 zyxvut", Met),
        // It may be the name of another language.
        ("language: { language: en, column: a, at_least: B2 }", "C1 zyxvut", Unknown),
        ("degree: { column: a, at_least: master, fields: [law] }", "Master in Law, whatever", Met),
        ("degree: { column: a, at_least: master, fields: [law] }", "Bachelor in Law, whatever", Unknown),
        ("one_of: { column: a, values: [green card] }", "green card zyxvut", Met),
        ("yes_no: { column: a }", "yes zyxvut", Met),
        ("yes_no: { column: a }", "no zyxvut", Unknown),
    ] {
        let row = row(&[cell]);
        let strict = check(test).account(&row);
        assert_eq!((strict.outcome.verdict, strict.lenient), (Unknown, false), "{test}: {cell}");
        assert!(!strict.left.is_empty(), "{test}: {cell}");
        let check = check(&format!("unread: note, {test}"));
        let account = check.account(&row);
        assert_eq!((account.outcome.verdict, judged(&check, &row).verdict), (noted, noted), "{test}: {cell}");
        assert_eq!((account.strict, account.left), (strict.reading, strict.left), "{test}: {cell}");
    }
}

#[test]
fn the_mean_of_a_panel_is_as_open_as_its_ratings() {
    let check = check("rating: { columns: [a, b, c], out_of: 5, at_least: 3 }");
    for (cells, range) in [
        (["4", "2", "3"], Range::exactly(3.0)),
        (["5", "5", "2"], Range::exactly(4.0)),
        (["4", "2", ""], Range::between(2.0, 11.0 / 3.0)),
        (["over 3", "4", "5"], Range { low_open: true, ..Range::between(4.0, 14.0 / 3.0) }),
        (["4", "<3", "5"], Range { high_open: true, ..Range::between(3.0, 4.0) }),
    ] {
        let account = check.account(&row(&cells));
        assert_eq!(account.reading, Reading::Within(range), "{cells:?}");
        assert_eq!(judged(&check, &row(&cells)), account.outcome, "{cells:?}");
    }
    assert_eq!(check.account(&row(&["?", "", ""])).reading.why(), Some(Why::Missing));
    assert_eq!(check.account(&row(&["zyxvut", "", ""])).reading.why(), Some(Why::Unreadable));
}

#[test]
fn outcomes_come_together() {
    let part = |verdict, low, high| Outcome { verdict, credit: Credit { low, high }, missing: false, gap: 0.0 };
    let (full, half) = (part(Met, 1.0, 1.0), part(Met, 0.5, 0.5));
    let (open, none) = (part(Unknown, 0.0, 1.0), part(NotMet, 0.2, 0.2));
    let bound = Bound { at_least: Some(1.0), at_most: None, full_at: Some(2.0) };
    for (how, parts, counts, verdict, low, high) in [
        (How::All, &[full, half][..], (2.0, 2.0), Met, 0.75, 0.75),
        (How::All, &[half, open], (1.0, 2.0), Unknown, 0.25, 0.75),
        (How::All, &[full, full, half, half], (4.0, 4.0), Met, 0.75, 0.75),
        (How::All, &[none, full], (1.0, 1.0), NotMet, 0.6, 0.6),
        (How::Any, &[none, open], (0.0, 1.0), Unknown, 0.2, 1.0),
        (How::Any, &[half, none], (1.0, 1.0), Met, 0.5, 0.5),
        (How::Some, &[full, open, none], (1.0, 2.0), Met, 0.5, 1.0),
        (How::Some, &[half, half, none], (2.0, 2.0), Met, 1.0, 1.0),
        (How::Some, &[none, none], (0.0, 0.0), NotMet, 0.0, 0.0),
    ] {
        let (reading, outcome) = how.together(&bound, parts.iter().copied());
        assert_eq!(reading, Reading::between(counts.0, counts.1), "{how:?} {parts:?}");
        assert_eq!((outcome.verdict, outcome.credit), (verdict, Credit { low, high }), "{how:?} {parts:?}");
        let missing = |which: &[bool]| {
            let parts = which.iter().map(|missing| Outcome { missing: *missing, ..open });
            how.together(&bound, parts).1.missing
        };
        assert!(missing(&[true, true]) && !missing(&[true, false]) && !missing(&[false, false]), "{how:?}");
    }
}

/// What a person decides earns all that might be behind it, and no more.
#[test]
fn a_verdict_alone_earns_what_it_may() {
    let graded = "years: { column: a, at_least: 5, full_at: 10 }";
    let under = |credit: f64| credit.next_down();
    let both = format!("of: [{{ {graded} }}, {{ yes_no: {{ column: b }} }}]");
    for (test, met, not_met) in [
        (graded.to_owned(), (0.5, 1.0), (0.0, under(0.5))),
        ("years: { column: a, at_least: 7 }".to_owned(), (1.0, 1.0), (0.0, under(1.0))),
        ("years: { column: a, full_at: 7 }".to_owned(), (0.0, 1.0), (0.0, 0.0)),
        ("yes_no: { column: a }".to_owned(), (1.0, 1.0), (0.0, 0.0)),
        (format!("all_of: {{ {both} }}"), (0.75, 1.0), (0.0, f64::midpoint(1.0, under(0.5)))),
        (format!("any_of: {{ {both} }}"), (0.5, 1.0), (0.0, under(0.5))),
        (format!("some_of: {{ at_least: 1, full_at: 2, {both} }}"), (0.5, 1.0), (0.0, under(0.5))),
    ] {
        let check = check(&test);
        let credit = |(low, high)| Credit { low, high };
        assert_eq!(check.decided(Met), credit(met), "{test}");
        assert_eq!(check.decided(NotMet), credit(not_met), "{test}");
        assert_eq!(check.decided(Verdict::Unknown), Credit::UNKNOWN, "{test}");
    }
}

#[test]
fn what_is_in_doubt_is_told_where_it_is() {
    let years = check("years: { column: a, at_least: 7 }");
    let doubt = |check: &Check, cells: &[&str]| check.account(&row(cells)).doubt;
    assert_eq!((doubt(&years, &["5-8"]), doubt(&years, &["9"])), (None, None));
    assert_eq!((doubt(&years, &[""]), doubt(&years, &["many"])), (Some(Why::Missing), Some(Why::Words)));
    assert_eq!(doubt(&years, &["10 years zyxvut"]), Some(Why::Words));
    // A column that the file does not have, but where the others are enough.
    let some = check("mentions: { columns: [a, z], terms: [EEAS, treaty body] }");
    assert_eq!((doubt(&some, &["nothing of it"]), doubt(&some, &["the EEAS"])), (Some(Why::Absent), None));
    // Where the column of one language has an answer, no list matters.
    let own = check("language: { language: en, column: a, list: z, at_least: B2 }");
    assert_eq!((doubt(&own, &["B1/B2"]), doubt(&own, &["§§§"])), (None, Some(Why::Words)));
    // What the file has no column for may stand in a list that cannot be read, and not in one of other languages.
    let listed = check("language: { language: en, column: z, list: a, at_least: B2 }");
    assert_eq!((doubt(&listed, &["French C1"]), doubt(&listed, &["§§§"])), (Some(Why::Absent), Some(Why::Words)));
    // How near it comes, where it is not met.
    let gap = |cell: &str| years.account(&row(&[cell])).outcome.gap;
    assert_eq!((gap("6.3"), gap("9"), gap("5-8"), gap("1")), (1.0, 0.0, 0.0, f32::INFINITY));
}

// ---- What it rests on -------------------------------------------------------------------------------------------------

#[test]
fn evidence_is_each_cell_once_under_its_column() {
    let check = check(
        "any_of: { of: [{ yes_no: { column: a } }, { provided: { column: b } }, { provided: { column: a } }, { yes_no: { column: z } }] }",
    );
    for (cells, expected) in
        [(["yes", " cv.pdf "], "a: yes; b: cv.pdf"), (["", "cv.pdf"], "cv.pdf"), (["yes", " "], "yes"), (["", ""], "")]
    {
        let row = row(&cells);
        assert_eq!((evidence(&check.account(&row)).as_ref(), &*check.whole_evidence(&row)), (expected, expected));
    }
    assert_eq!(check.columns(), ["a", "b", "z"]);
    let row = row(&["x", "y"]);
    let cells = ["a", "b", "c", "z"].map(|column| check.cell_of(column, &row));
    assert_eq!(cells, [Some("x"), Some("y"), None, None]);
    assert_eq!(check.read_in(|unit| matches!(unit, Unit::Presence)).len(), 2);
    assert_eq!(check.read_in(|unit| matches!(unit, Unit::Years)), []);
}

#[test]
fn what_is_said_of_one_cell_stands_alone() {
    let said = |test: &str, cell: &str| {
        let (check, row) = (check(test), row(&[cell]));
        let Check::Leaf(leaf) = &check else { panic!("{test} is one test") };
        leaf.said_of_cell(&row, Kept::default().of(0)).map(|said| (said.reading, said.parts.concat()))
    };
    let one = said("years: { column: a, at_least: 7 }", "9 years");
    assert_eq!(one, Some((Reading::exactly(9.0), "9 years".to_owned())));
    assert_eq!(said("rating: { columns: [a, b], out_of: 5, at_least: 3 }", "4"), None);
}

#[test]
fn each_text_that_is_shown_can_be_put_another_way() {
    let check = check("any_of: { of: [{ yes_no: { column: a } }, { years: { column: b, at_least: 7 } }] }");
    let mut account = check.account(&row(&["yes", "10 years zyxvut"]));
    let mut seen = Vec::new();
    check.each_text(&mut account, &mut |column, text| {
        seen.push((column, text.clone()));
        text.insert(0, '*');
    });
    let texts = [(Some(0), "yes"), (Some(1), "10 years zyxvut"), (Some(1), "zyxvut")];
    assert_eq!(seen, texts.map(|(column, text)| (column, text.to_owned())));
    assert_eq!(
        (&*account.parts[1].evidence[0].text, &*account.parts[1].left),
        ("*10 years zyxvut", &["*zyxvut".to_owned()][..])
    );
    // Words of which nothing is shown are not told either.
    check.each_text(&mut account, &mut |_, text| text.clear());
    assert_eq!(account.parts[1].left, [""; 0]);
}

#[test]
fn long_evidence_is_cut() {
    for (text, most, expected) in
        [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("éàü", 3, "éàü"), ("ab cd", 4, "ab…"), ("a", 0, "…"), ("", 0, "")]
    {
        assert_eq!(cut(text, most), expected, "{text:?} to {most}");
    }
    let long = check("provided: { column: a }").account(&row(&[&"x".repeat(501)]));
    assert_eq!(evidence(&long), "x".repeat(499) + "…");
    assert_eq!(evidence_of(" some \n"), "some");
}

#[test]
fn what_surrounds_a_mention_is_its_evidence() {
    let check = check("mentions: { columns: [a], terms: [EEAS, treaty body] }");
    let filler = "and so on, at length ".repeat(30);
    let part = |cell: &str| check.account(&row(&[cell])).evidence[0].text.clone();
    assert_eq!(part("nothing of it"), "nothing of it");
    assert_eq!(part(&"x".repeat(81)), "x".repeat(80) + "…");
    assert_eq!(part(&"x".repeat(80)), "x".repeat(80));
    let apart = part(&format!("the EEAS {filler} a treaty body"));
    assert_eq!(apart.matches(" … ").count(), 1, "{apart}");
    assert!(apart.contains("EEAS") && apart.contains("treaty body") && apart.len() < filler.len(), "{apart}");
    let near = part(&format!("the EEAS and a treaty body {filler}"));
    assert!(!near.contains(" … ") && near.matches("EEAS").count() == 1, "{near}");
    // A column that the file does not have may mention all of them.
    let absent = self::check("mentions: { columns: [a, z], terms: [EEAS, treaty body] }");
    assert_eq!(absent.account(&row(&["EEAS"])).reading, Reading::between(1.0, 2.0));
}
