//! A criteria file that is checked like code: examples, criteria that do not do what they seem to, protected grounds.

use std::fmt::Write as _;

use super::common::{Ran, Test};

fn check(criteria: &str, list: Option<&str>) -> Ran {
    let mut test = Test::new().file("c.yaml", format!("version: 1\n{criteria}")).args(["check", "c.yaml"]);
    if let Some(list) = list {
        test = test.file("list.csv", list).arg("list.csv");
    }
    test.output()
}

#[test]
fn examples_are_held_and_told_like_a_failed_test() {
    let criteria = "criteria:\n  - id: years\n    examples: { \"5-8\": unknown, \"7 ans\": met, 3: not_met, \"\": skipped }\n    \
                    when_missing: skip\n    years: { column: years, at_least: 7 }\n";
    let ran = check(criteria, None);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert!(ran.text().contains("4 examples hold"), "{}", ran.text());
    let ran = check(&criteria.replace("\"7 ans\": met", "\"7 ans\": not_met"), None);
    assert_eq!((ran.status, ran.text()), (1, ""));
    assert!(ran.stderr.contains("criterion `years`: `7 ans` is to be `not_met`, and it is `met`"), "{}", ran.stderr);
    assert!(ran.stderr.contains("c.yaml:4:"), "{}", ran.stderr);
    for (what, told) in [
        (criteria.replace("\"7 ans\": met", "\"7 ans\": meet"), "`meet` is no verdict"),
        (
            criteria.replace("years: { column", "degree: { level: a, field: b, at_least: master }\n    x: { column"),
            "several",
        ),
    ] {
        let ran = check(&what, None);
        assert_eq!(ran.status, 1);
        assert!(ran.stderr.contains(told), "{}", ran.stderr);
    }
}

#[test]
fn criteria_that_do_not_do_what_they_seem_to_are_warned_of() {
    let criteria = "\
identity: [e-mail]
criteria:
  - { id: heavy, weight: 50, years: { column: years, at_least: 7 } }
  - { id: same, need: asset, yes_no: { column: all } }
  - { id: nobody, need: asset, number: { column: score, at_least: 900 } }
  - { id: alike, need: asset, years: { column: years, at_least: 7 } }
  - id: either
    need: asset
    any_of: { of: [{ years: { column: years, at_least: 6 } }, { years: { column: years, at_least: 60 } }] }
  - { id: words, need: asset, level: { column: english, scale: proficiency, at_least: good } }
  - { id: photo, need: asset, provided: { column: photo } }
";
    let mut list = String::from("id,full name,e-mail,years,all,score,english,photo\n");
    for at in 0..30 {
        let english = if at % 3 == 0 { "swell" } else { "good" };
        writeln!(list, "K{at},Ada Fictive {at},a{at}@example.org,{},yes,{},{english},x", [3, 9, 2, 6, 4][at % 5], at)
            .unwrap();
    }
    let ran = check(criteria, Some(&list));
    assert_eq!(ran.status, 0);
    for code in [
        "heaviest",
        "everybody-meets",
        "nobody-meets",
        "always-agree",
        "idle-branch",
        "removes-most",
        "not-understood",
        "proxy",
        "identity-not-listed",
    ] {
        assert!(ran.stderr.contains(&format!("[{code}]")), "{code}: {}", ran.stderr);
    }
    assert!(ran.stderr.contains("`swell` (10)"), "{}", ran.stderr);
    assert!(ran.stderr.contains("`full name`") && !ran.stderr.contains("`e-mail` looks"), "{}", ran.stderr);
    let misspelt =
        check("identity: [e-mial, nick]\ncriteria: [{ id: a, yes_no: { column: all } }]\n", Some(&list)).stderr;
    assert!(misspelt.contains("[identity-unknown]") && misspelt.contains("did you mean `e-mail`?"), "{misspelt}");
    assert!(!misspelt.contains("`nick`"), "{misspelt}");
    let french = Test::new().file("c.yaml", format!("version: 1\n{criteria}")).file("list.csv", &list);
    let french = french.args(["check", "c.yaml", "list.csv", "--lang", "fr"]).output();
    assert!(french.stderr.contains("pèse plus que tous les autres ensemble"), "{}", french.stderr);
}

#[test]
fn protected_grounds_are_refused_with_the_lawful_question() {
    for (test, ground, lawful) in [
        ("id: age\n    number: { column: age, at_most: 35 }", "age", "years: {"),
        ("id: max-age\n    number: { column: q1, at_most: 35 }", "age", "years: {"),
        ("id: a\n    label: Maximum age\n    number: { column: q1, at_most: 35 }", "age", "years: {"),
        ("id: a\n    label: { en: A, fr: Âge maximal }\n    number: { column: q1, at_most: 35 }", "age", "years: {"),
        ("id: gender\n    one_of: { column: gender, values: [male] }", "sex or gender", "the work"),
        ("id: a\n    one_of: { column: q1, values: [[M, homme], autre] }", "sex or gender", "the work"),
        ("id: a\n    any_of: { of: [{ one_of: { column: q1, values: [women] } }] }", "sex or gender", "the work"),
        ("id: a\n    mentions: { columns: [cv], terms: [nationality] }", "nationality or origin", "work_permit"),
        ("id: a\n    mentions: { columns: [cv], terms: [gender] }", "sex or gender", "the work"),
        ("id: nationality\n    one_of: { column: q1, values: [Testland] }", "nationality or origin", "work_permit"),
    ] {
        let criteria = format!("criteria:\n  - {test}\n");
        let ran = check(&criteria, None);
        assert_eq!(ran.status, 1, "{test}");
        let told = ran.stderr.replace("\n         ", "");
        assert!(told.contains(&format!("{ground} is a ground that the law protects")), "{test}: {told}");
        assert!(told.contains(lawful), "{test}: {told}");
        let allowed = format!("{criteria}    lawful_basis: \"Article 4 of the directive\"\n");
        assert_eq!(check(&allowed, None).status, 0, "{test}");
    }
    for test in [
        "id: language\n    one_of: { column: q1, values: [French] }",
        "id: a\n    label: Work on gender equality\n    mentions: { columns: [cv], terms: [gender equality, women's rights] }",
        "id: permit\n    one_of: { column: work_permit, values: [EU citizen, { en: citizen, fr: citoyenneté }] }",
        "id: size\n    one_of: { column: q1, values: [m, s, x] }",
        "id: a\n    mentions: { columns: [cv], terms: [women, children, migrant, refugees, Roma, mujer] }",
    ] {
        let ran = check(&format!("criteria:\n  - {test}\n"), None);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{test}");
    }
}
