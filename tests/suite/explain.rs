//! Accounts of candidates, letters to them, and two side by side.
use super::common;

use super::common::{CANDIDATES, CRITERIA, Test};
use serde_json::Value;

fn test(list: &str) -> Test {
    Test::new().file("criteria.yaml", CRITERIA).file("candidates.csv", list)
}

fn run(args: &[&str]) -> common::Ran {
    test(CANDIDATES).args(args).args(["-c", "criteria.yaml"]).output()
}

/// The first lines of each account.
fn heads(text: &str) -> Vec<&str> {
    let mut lines = text.lines().peekable();
    let mut heads = Vec::new();
    while let Some(line) = lines.next() {
        if lines.peek().is_some_and(|next| next.starts_with("candidates.csv, row ")) {
            heads.push(line);
        }
    }
    heads
}

#[test]
fn several_candidates_by_id_or_name() {
    for (who, found) in [
        (&["A6", "A1"][..], &["A6 Flo Mockup", "A1 Ada Fictive"][..]),
        (&["flo mockup"], &["A6 Flo Mockup"]),
        (&["MOCKUP", "sample bo"], &["A6 Flo Mockup", "A2 Bo Sample"]),
        (&["a1", "Ada"], &["A1 Ada Fictive"]),
    ] {
        let ran = run(&[&["explain", "candidates.csv"], who].concat());
        assert_eq!(heads(ran.text()), found, "{}", ran.stderr);
        // Somebody who is named twice is told of once, and is there.
        assert!(!ran.stderr.contains("no-such-candidate"), "{}", ran.stderr);
    }
    let ran = run(&["explain", "candidates.csv", "A1", "Flo Mokup", "Z9"]);
    assert_eq!((ran.status, heads(ran.text())), (1, vec!["A1 Ada Fictive"]));
    assert!(ran.stderr.contains("did you mean `Flo Mockup`?") && ran.stderr.contains("`Z9`"), "{}", ran.stderr);
    // Where nobody is to be known, a name finds nobody.
    let ran = run(&["explain", "candidates.csv", "Flo Mockup", "--blind"]);
    assert!(ran.status == 1 && !ran.stderr.contains("A6"), "{}", ran.stderr);
    assert!(run(&["explain", "candidates.csv", "A6", "A2", "--blind"]).text().contains("\nA2\n"));
}

#[test]
fn the_summary_comes_first() {
    let ran = run(&["explain", "candidates.csv", "A2"]);
    let at = |part: &str| ran.text().find(part).unwrap_or_else(|| panic!("no {part} in {}", ran.text()));
    assert!(at("1 of 2 requirements met; to check: Experience") < at("What would change it"));
    assert!(at("assets: ") < at("What would change it") && at("What would change it") < at("[required, weight 20]"));
    let ran = run(&["explain", "candidates.csv", "A3", "--lang", "fr"]);
    assert!(ran.text().contains("non satisfait : Expérience, Plaidoyer"), "{}", ran.text());
}

#[test]
fn every_format_says_the_same() {
    let json = run(&["explain", "candidates.csv", "A2", "-f", "json"]);
    let json: Value = serde_json::from_str(json.text()).unwrap();
    assert_eq!((&json["id"], &json["status"], &json["source"]["row"]), (&"A2".into(), &"review".into(), &3.into()));
    assert_eq!(json["criteria"][0]["verdict"], "unknown");
    assert_eq!(json["screen"]["format"], 1);
    assert_eq!(json["screen"]["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(json["change"]["confirm"][0]["columns"][0], "experience");
    let list = run(&["explain", "candidates.csv", "A2", "A1", "-f", "json"]);
    assert_eq!(serde_json::from_str::<Value>(list.text()).unwrap().as_array().unwrap().len(), 2);
    let all = run(&["explain", "candidates.csv", "--all", "-f", "json"]);
    let all: Value = serde_json::from_str(all.text()).unwrap();
    let ids: Vec<&str> = all.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["A1", "A5", "A2", "A4", "A6", "A3"], "in the order of rank");
    let markdown = run(&["explain", "candidates.csv", "A2", "-f", "markdown"]);
    assert!(markdown.text().starts_with("# A2 Bo Sample\n\n") && markdown.text().contains("### ? Experience"));
    // Colour where it is asked for, and no word otherwise than without it.
    let plain = run(&["explain", "candidates.csv", "A2"]);
    let coloured = run(&["explain", "candidates.csv", "A2", "--color", "always"]);
    assert!(coloured.text().contains("\u{1b}[33m?\u{1b}[0m Experience"), "{}", coloured.text());
    let bare: String = coloured
        .text()
        .split("\u{1b}[")
        .map(|part| part.split_once('m').filter(|(code, _)| code.len() < 3).map_or(part, |it| it.1))
        .collect();
    assert_eq!(bare, plain.text());
}

#[test]
fn a_letter_for_everybody_in_a_folder() {
    let list = CANDIDATES.replace("A4,Di Placeholder", "../x/:A4,\"Di \"\"Plâce\"\"\nholder\"").replace("A5", "A1");
    let test = test(&list).args(["explain", "candidates.csv", "--all", "--for-candidate", "-o", "out/letters"]);
    let test = test.args(["-c", "criteria.yaml", "--lang", "fr"]);
    let ran = test.output();
    assert_eq!((ran.status, ran.text()), (0, ""), "{}", ran.stderr);
    assert!(ran.stderr.contains("6 fichiers écrits dans `out/letters`"), "{}", ran.stderr);
    let mut names: Vec<String> = std::fs::read_dir(test.path("out/letters"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let expected =
        ["A1-Ada-Fictive.txt", "A1-Ed-Dummy.txt", "A2-Bo-Sample.txt", "A3-Cy-Specimen.txt", "A6-Flo-Mockup.txt"];
    assert_eq!(names[..5], expected);
    assert_eq!(names[5], "x-A4-Di-Plâce-holder.txt");
    let letter = std::fs::read_to_string(test.path("out/letters/A2-Bo-Sample.txt")).unwrap();
    // Each paragraph is one line: whoever reads it has a width of their own.
    assert!(letter.lines().any(|line| line.starts_with("Vos droits") && line.ends_with('.')), "{letter}");
    assert!(letter.lines().any(|line| line.chars().count() > 300), "{letter}");
    // Nothing that somebody may have changed is written over.
    let again = test.output();
    assert!(again.status == 1 && again.stderr.contains("folder-not-empty"), "{}", again.stderr);
}

#[test]
fn why_one_stands_above_another() {
    let ran = run(&["compare", "candidates.csv", "A6", "Ada Fictive"]);
    let text = ran.text();
    assert!(text.starts_with("Why A1 Ada Fictive is above A6 Flo Mockup\n"), "{text}");
    assert!(text.contains("Status comes before score: eligible comes before not eligible."), "{text}");
    let at = |part: &str| text.find(part).unwrap_or_else(|| panic!("no {part} in {text}"));
    // What a requirement decides comes before points, and what is the same comes last.
    assert!(
        at("Experience: 14.29 points more for the first") < at("Writing: 6.25 points more for the second"),
        "{text}"
    );
    assert!(at("Writing:") < at("The same for both: Advocacy"), "{text}");
    assert!(text.contains("Only a correction of A6's application: Experience: 6 of 7 years"), "{text}");
    assert!(
        run(&["compare", "candidates.csv", "A1", "A5"]).text().starts_with("A1 Ada Fictive and A5 Ed Dummy are tied")
    );
    let three = run(&["compare", "candidates.csv", "A3", "A2", "A1", "--lang", "fr"]);
    assert_eq!(three.text().matches("Pourquoi ").count(), 2, "{}", three.text());
    let json = run(&["compare", "candidates.csv", "A2", "A1", "-f", "json"]);
    assert_eq!(serde_json::from_str::<Value>(json.text()).unwrap()[0]["id"], "A1");
    assert!(!run(&["compare", "candidates.csv", "A2", "A1", "--blind"]).text().contains("Ada"));
}

#[test]
fn two_different_candidates_are_compared() {
    for again in ["A1", "a1", "Ada Fictive"] {
        let ran = run(&["compare", "candidates.csv", "A1", again]);
        assert_eq!((ran.status, ran.text()), (2, ""), "{again}");
        assert!(ran.stderr.contains("two different candidates"), "{}", ran.stderr);
    }
    let twice = run(&["explain", "candidates.csv", "A1", "Ada Fictive"]);
    assert_eq!((twice.status, twice.text().matches("A1 Ada Fictive\n").count()), (0, 1), "{}", twice.text());
}

#[test]
fn a_comparison_in_markdown_is_made_of_lists() {
    let ran = run(&["compare", "candidates.csv", "A6", "A1", "-f", "markdown", "--set", "writing.weight=3"]);
    let text = ran.text();
    assert!(text.contains("\n\nSet here: \\`writing\\.weight=3\\`\n\n- A1 Ada Fictive: eligible"), "{text}");
    assert!(!text.contains("\n\n\n"), "{text}");
    let lines: Vec<&str> = text.lines().collect();
    for pair in lines.windows(2) {
        let is_item = |line: &str| line.trim_start().starts_with("- ");
        assert!(!is_item(pair[0]) || is_item(pair[1]) || pair[1].is_empty(), "{pair:?}");
    }
}

#[test]
fn what_would_turn_them_comes_true() {
    let compare = |list: &str| {
        let test = test(list).args(["compare", "candidates.csv", "A1", "A4", "-c", "criteria.yaml"]);
        test.output().text().to_owned()
    };
    let before = compare(CANDIDATES);
    assert!(before.starts_with("Why A1 Ada Fictive is above A4 Di Placeholder"), "{before}");
    assert!(
        before.contains("If all that is open went well, A4 would have a score of 100 and stand above A1."),
        "{before}"
    );
    let after =
        compare(&CANDIDATES.replace("placeholder@example.org,,yes,", "placeholder@example.org,14,yes,excellent"));
    assert!(after.starts_with("Why A4 Di Placeholder is above A1 Ada Fictive"), "{after}");
}

#[test]
fn a_letter_gives_the_verdicts_own_reason_and_names_what_it_quotes() {
    const RULES: &str = "\
version: 1
criteria:
  - id: degree
    quote: A degree in law, and Arabic or French.
    degree: { column: degree, at_least: bachelor, fields: [law] }
  - id: tongues
    quote: A degree in law, and Arabic or French.
    any_of:
      of:
        - language: { column: level_of_arabic, language: ar, at_least: B2 }
        - language: { column: level_of_french, language: fr, at_least: B2 }
";
    const LIST: &str =
        "id,degree,level_of_arabic,level_of_french\nA,HND Business,A2,C1\nB,Bachelor in chemistry,A2,C1\n";
    let letter = |id: &str| {
        let test =
            Test::new().file("c.yaml", RULES).file("list.csv", LIST).args(["explain", "list.csv", id, "-c", "c.yaml"]);
        test.arg("--for-candidate").output().text().to_owned()
    };
    let low = letter("A");
    // What is too low whatever its field is told by its level; an open field by the field.
    assert!(low.contains("We read it as: at most “short cycle”.") && !low.contains("fields asked for"), "{low}");
    assert!(letter("B").contains("We could not link it to one of the fields asked for."), "{}", letter("B"));
    assert!(low.contains("Under “level of arabic”, your application says: “A2”."), "{low}");
    assert_eq!(low.matches("A degree in law, and Arabic or French").count(), 1, "{low}");
    assert!(low.contains("The same passage of the posting as above."), "{low}");
    assert!(low.ends_with("Yours faithfully,\nThe selection committee\n"), "{low}");
}
