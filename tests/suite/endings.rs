//! Names say what they name: an output's ending its format, a short name one criterion.

use super::common::{CANDIDATES, CRITERIA, Test};

/// Every command that writes holds to the ending of the name it is given.
#[test]
fn what_other_commands_write_says_what_it_is() {
    let run = |args: &[&str], name: &str| {
        let test = Test::new().file("criteria.yaml", CRITERIA).file("candidates.csv", CANDIDATES);
        let test = test.args(args).args(["-o", name]);
        let ran = test.output();
        (ran.status, ran.stderr.clone(), std::fs::read_to_string(test.path(name)).ok())
    };
    let judged = ["-c", "criteria.yaml"];
    let explain = [&["explain", "candidates.csv", "A1"][..], &judged].concat();
    let audit = [&["audit", "candidates.csv", "--by", "name"][..], &judged].concat();
    let robust = [&["robust", "candidates.csv", "--draws", "10"][..], &judged].concat();
    let init = vec!["init", "candidates.csv", "--yes"];
    for (args, names) in [
        (&explain, &["x.pdf", "x.html", "x.xlsx", "x.csv"][..]),
        (&audit, &["x.pdf", "x.xlsx", "x.jsonl"]),
        (&robust, &["x.pdf", "x.xlsx", "x.docx"]),
        (&init, &["x.pdf", "x.csv", "x.xlsx"]),
    ] {
        for name in names {
            let (status, told, written) = run(args, name);
            assert!(status == 1 && written.is_none(), "{args:?} {name}: {told}");
            assert!(told.contains("no format ends in"), "{args:?} {name}: {told}");
        }
    }
    for (args, name, start) in [
        (&explain, "x.json", "{"),
        (&explain, "x.MD", "#"),
        (&audit, "x.json", "{"),
        (&audit, "x.htm", "<!"),
        (&robust, "x.markdown", "#"),
        (&init, "x.yml", "#"),
    ] {
        let (_, told, written) = run(args, name);
        assert!(written.is_some_and(|text| text.starts_with(start)), "{args:?} {name}: {told}");
    }
}

/// What is open of the first of two may turn them as well as what the second lacks.
#[test]
fn a_comparison_knows_what_is_open_of_the_first() {
    let criteria = "version: 1
posting: { title: P }
criteria:
  - { id: e, label: Experience, need: required, years: { column: exp, at_least: 5 } }
  - { id: s, label: Supervision, need: required, years: { column: sup, at_least: 3 } }
";
    let list = "id,exp,sup\nA,6 years,\nB,7 years,1 year\nC,1 year,\n";
    let told = |ids: [&str; 2]| {
        let test = Test::new().file("c.yaml", criteria).file("l.csv", list);
        test.args(["compare", "l.csv", "-c", "c.yaml"]).args(ids).output().text().to_owned()
    };
    let text = told(["A", "B"]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Still open of A: Supervision. If that turned out not to be met, B would stand above A."));
    assert!(text.contains("So would a correction of B's application: Supervision"), "{text}");
    let text = told(["B", "C"]);
    assert!(!text.contains("Still open") && text.contains("What would turn them"), "{text}");
}

/// What is given and says nothing is a mistake; two criteria of one short name are told apart.
#[test]
fn names_that_name_nothing_are_mistakes() {
    let criteria = "version: 1
posting: { title: P }
shortlist: { top: 0 }
criteria:
  - { id: a, label: '', short: ' ', need: required, years: { column: a, at_least: 5 } }
  - { id: b, label: { en: B, fr: '' }, years: { column: b } }
";
    let ran = Test::new().file("c.yaml", criteria).args(["check", "c.yaml"]).output();
    assert_eq!(ran.status, 1);
    for (place, what) in [
        ("c.yaml:3:", "`top: 0`"),
        ("c.yaml:5:", "`label` is empty"),
        ("c.yaml:5:", "`short`"),
        ("c.yaml:6:", "`label`"),
    ] {
        assert!(ran.stderr.contains(place) && ran.stderr.contains(what), "{place} {what}: {}", ran.stderr);
    }
}
