//! What a criteria file means: bounds that a requirement needs, words for an empty cell, columns that are not there.

use super::common::criteria::{mistakes, one, with};
use super::common::{CANDIDATES, CRITERIA, Test};

// ---- What is required needs its bound ---------------------------------------------------------------------------------

/// Tests that any answer meets, and the bound that is proposed.
const UNBOUND: [(&str, &str); 15] = [
    ("years: { column: c, full_at: 10 }", "at_least: 7"),
    ("years: { column: c, at_least: 0 }", "at_least: 7"),
    ("number: { column: c, full_at: 10 }", "at_least: 60"),
    ("level: { column: c, scale: proficiency }", "at_least: good"),
    ("level: { column: c, scale: proficiency, at_least: none, full_at: good }", "at_least: good"),
    ("level: { column: c, scale: [low, high], at_least: low }", "at_least: high"),
    ("language: { language: en, column: c }", "at_least: B1"),
    ("language: { language: en, list: c, full_at: B2 }", "at_least: B1"),
    ("degree: { column: c, fields: [law], other_field: fail }", "at_least: bachelor"),
    ("degree: { column: c, at_least: none }", "at_least: bachelor"),
    ("rating: { columns: [c], out_of: 5 }", "at_least: 3"),
    ("rating: { columns: [c], out_of: 5, at_least: 0 }", "at_least: 3"),
    ("mentions: { columns: [c], terms: [x, y], at_least: 0, full_at: 2 }", "at_least: 1"),
    ("some_of: { at_least: 0, full_at: 1, of: [{ yes_no: { column: c } }] }", "at_least: 1"),
    (
        "any_of: { of: [{ all_of: { of: [{ yes_no: { column: c } }, { years: { column: d, full_at: 3 } }] } }] }",
        "at_least: 7",
    ),
];

#[test]
fn what_is_required_needs_its_bound() {
    for (test, write) in UNBOUND {
        let found = mistakes(&with(test));
        assert_eq!(found.iter().map(|problem| problem.code).collect::<Vec<_>>(), ["no-bound"], "{test}");
        let help = &found[0].help.as_ref().unwrap().en;
        assert!(help.contains(&format!("`{write}`")) && help.contains("`need: asset`"), "{help}");
        let asset = one(&format!("id: a, need: asset, {test}"));
        assert!(mistakes(&asset).is_empty(), "an asset may be measured without a bound: {test}");
    }
    for test in [
        "number: { column: c, at_least: 0 }",
        "number: { column: c, at_most: 5 }",
        "language: { language: en, column: c, at_least: A1 }",
        "mentions: { columns: [c], terms: [x] }",
        "some_of: { of: [{ yes_no: { column: c } }] }",
    ] {
        assert!(mistakes(&with(test)).is_empty(), "{test}");
    }
    // Whether it is required is told under another name, and is not told again.
    let told = mistakes(&one("id: a, optional: true, years: { column: c, full_at: 3 }"));
    assert_eq!(told.iter().map(|problem| problem.code).collect::<Vec<_>>(), ["unknown-key"]);
}

#[test]
fn the_schema_asks_for_the_bound_too() {
    let schema = screen::schema::schema();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let valid = |text: &str| validator.is_valid(&serde_yaml::from_str::<serde_json::Value>(text).unwrap());
    for (test, _) in UNBOUND {
        assert!(valid(&one(&format!("id: a, need: asset, {test}"))), "{test}");
        // Which steps a scale begins with is left to the checker.
        if !test.contains("at_least: none") && !test.contains("at_least: low") {
            assert!(!valid(&with(test)), "{test}");
        }
    }
}

// ---- Words for an empty cell ------------------------------------------------------------------------------------------

#[test]
fn words_for_an_empty_cell_add_to_the_usual_ones() {
    let verdicts = |missing: &str| {
        let formats = if missing.is_empty() { String::new() } else { format!("formats: {{ missing: {missing} }}\n") };
        let text =
            format!("version: 1\n{formats}criteria:\n  - {{ id: a, when_missing: fail, provided: {{ column: c }} }}\n");
        let ran = Test::new()
            .file("criteria.yaml", text)
            .file("c.csv", "id,c\n1,n/a\n2,inconnu\n3,to follow\n4,zz\n5,\n")
            .args(["--criteria", "criteria.yaml", "c.csv", "--format", "csv", "--columns", "a", "--sort", "input"])
            .output();
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran.text().lines().skip(1).map(|line| line == "not_met").collect::<Vec<_>>()
    };
    assert_eq!(verdicts("")[3..], [false, true]);
    assert_eq!(verdicts("[zz]"), [true, true, verdicts("")[2], true, true], "added");
    assert_eq!(verdicts("zz"), verdicts("[zz]"));
    assert_eq!(verdicts("{ only: [zz] }")[3..], [true, true]);
    assert!(!verdicts("{ only: [zz] }")[1], "the usual words no longer count");
    assert_eq!(verdicts("{ only: zz }"), verdicts("{ only: [zz] }"));
    assert_eq!(verdicts("[]"), verdicts(""));
}

// ---- Columns that the file does not have ------------------------------------------------------------------------------

/// The first candidate's verdict and reason, in JSON, without any column but those of `header`.
fn without(test: &str, missing: &str, header: &str, cells: &str) -> (String, String, String) {
    let text = one(&format!("id: a, when_missing: {missing}, {test}"));
    let ran = Test::new()
        .file("criteria.yaml", text)
        .file("c.csv", format!("id,{header}\n1,{cells}\n"))
        .args(["--criteria", "criteria.yaml", "c.csv", "--format", "json", "--missing-columns", "review"])
        .output();
    assert_eq!(ran.status, 0, "{test}: {}", ran.stderr);
    let json: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    let candidate = &json["candidates"][0];
    let said = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    (
        said(&candidate["status"]),
        said(&candidate["criteria"]["a"]["verdict"]),
        said(&candidate["criteria"]["a"]["reason"]),
    )
}

#[test]
fn a_column_that_the_file_does_not_have_is_open_whatever_an_empty_cell_is() {
    for missing in ["review", "fail", "skip"] {
        for (test, header, cells) in [
            ("years: { column: gone, at_least: 7 }", "c", "x"),
            ("yes_no: { column: gone }", "c", "x"),
            ("provided: { column: gone }", "c", "x"),
            ("language: { language: fr, column: gone, list: gone_too, at_least: B2 }", "c", "x"),
            ("language: { language: fr, column: gone, list: languages, at_least: B2 }", "languages", "English C2"),
            ("language: { language: fr, column: gone, list: languages, at_least: B2 }", "languages", ""),
            ("language: { language: fr, column: french, list: gone, at_least: B2 }", "french", ""),
            ("degree: { level: gone, field: subject, at_least: master, fields: [law] }", "subject", "law"),
            ("mentions: { columns: [letter, gone], terms: [x] }", "letter", "nothing of it"),
            ("mentions: { columns: [letter, gone], terms: [x] }", "letter", ""),
            ("rating: { columns: [rater, gone], out_of: 5, at_least: 3 }", "rater", "3"),
            ("any_of: { of: [{ yes_no: { column: here } }, { yes_no: { column: gone } }] }", "here", "no"),
            ("any_of: { of: [{ yes_no: { column: here } }, { yes_no: { column: gone } }] }", "here", ""),
            ("all_of: { of: [{ yes_no: { column: here } }, { yes_no: { column: gone } }] }", "here", "yes"),
            ("some_of: { of: [{ yes_no: { column: gone } }, { yes_no: { column: gone_too } }] }", "c", "x"),
        ] {
            let (status, verdict, reason) = without(test, missing, header, cells);
            assert_eq!((&*status, &*verdict), ("review", "unknown"), "{missing}: {test}: {reason}");
            assert!(reason.contains("the file has no column `gone"), "{missing}: {test}: {reason}");
        }
    }
    // What the columns that are there say decides.
    for (test, header, cells, verdict) in [
        ("mentions: { columns: [letter, gone], terms: [x] }", "letter", "x it is", "met"),
        ("language: { language: fr, column: gone, list: languages, at_least: B2 }", "languages", "French C1", "met"),
        (
            "language: { language: fr, column: gone, list: languages, at_least: B2 }",
            "languages",
            "French A1",
            "not_met",
        ),
        ("language: { language: fr, column: french, list: gone, at_least: B2 }", "french", "A2", "not_met"),
        ("any_of: { of: [{ yes_no: { column: here } }, { yes_no: { column: gone } }] }", "here", "yes", "met"),
        ("all_of: { of: [{ yes_no: { column: here } }, { yes_no: { column: gone } }] }", "here", "no", "not_met"),
    ] {
        assert_eq!(without(test, "fail", header, cells).1, verdict, "{test}");
    }
    // An empty cell is what the criteria file says.
    assert_eq!(without("yes_no: { column: here }", "fail", "here", "\"\"").1, "not_met");
}

#[test]
fn the_account_says_that_the_file_has_no_such_column() {
    let criteria = CRITERIA.replace("    weight: 10\n    yes_no", "    weight: 10\n    when_missing: fail\n    yes_no");
    let rows = CANDIDATES.split_once('\n').unwrap().1;
    for (lang, says) in
        [("en", "the file has no column `advocacy`"), ("fr", "le fichier n'a pas de colonne `advocacy`")]
    {
        let ran = Test::new()
            .file("criteria.yaml", &criteria)
            .file("c.csv", format!("id,name,email,experience,other,writing\n{rows}"))
            .args(["explain", "c.csv", "A1", "--missing-columns", "review", "--lang", lang])
            .args(["--criteria", "criteria.yaml"])
            .output();
        assert!(ran.status == 0 && ran.text().contains(says), "{}{}", ran.text(), ran.stderr);
    }
}

// ---- Words of its own -------------------------------------------------------------------------------------------------

#[test]
fn words_are_taught_by_section_or_by_a_meaning_that_one_section_has() {
    for (words, test, cell, verdict) in [
        ("{ en: { yes: [sure thing] } }", "yes_no: { column: a }", "sure thing", "met"),
        ("{ en: { answers: { yes: [sure thing] } } }", "yes_no: { column: a }", "Sure thing!", "met"),
        ("{ nl: { no: [mispoes] } }", "yes_no: { column: a }", "mispoes", "not_met"),
        ("{ en: { master: [LM-52] } }", "degree: { column: a, at_least: master }", "LM-52", "met"),
        // What is taught stands in place of what the packs say.
        ("{ en: { no: [sure] } }", "yes_no: { column: a }", "sure", "not_met"),
        ("{ en: { degrees: { bachelor: [LLM] } } }", "degree: { column: a, at_least: master }", "LL.M.", "not_met"),
        // Of a longer phrase it says nothing.
        ("{ en: { no: [of] } }", "yes_no: { column: a }", "of course", "met"),
        // Another section keeps what it says.
        ("{ understood: [sure] }", "yes_no: { column: a }", "sure", "met"),
    ] {
        let criteria = one(&format!("id: c, {test}")).replacen("criteria:", &format!("words: {words}\ncriteria:"), 1);
        let ran = Test::new()
            .file("c.yaml", &criteria)
            .file("a.csv", format!("id,a\nA1,{cell}\n"))
            .args(["a.csv", "-c", "c.yaml", "-f", "csv", "--columns", "c"])
            .output();
        assert_eq!(ran.text(), format!("c\n{verdict}\n"), "{words}: {}", ran.stderr);
    }
}

/// What each criterion makes of a cell is told beside how it is cut.
#[test]
fn words_tells_what_the_criteria_make_of_a_cell() {
    let criteria = one("id: law, degree: { column: a, at_least: master }");
    let words = |args: &[&str]| Test::new().file("c.yaml", &criteria).arg("words").args(args).output();
    let ran = words(&["-c", "c.yaml", "Master zyxvut", "LL.M."]);
    let said: Vec<&str> =
        ran.text().lines().filter_map(|line| line.trim().strip_prefix("law ")).map(str::trim).collect();
    assert_eq!(said.len(), 2, "{}{}", ran.text(), ran.stderr);
    assert!(said[0].starts_with("open") && said[0].ends_with("`zyxvut` is not understood"), "{said:?}");
    assert!(said[1].starts_with("met"), "{said:?}");
    assert!(!words(&["Master"]).text().contains("law "));
}
