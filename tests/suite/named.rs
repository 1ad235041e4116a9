//! A word of a criteria file may say what it is called in each language: cells match all its words, and people read it in
//! their own language.

use super::common::Test;
use screen::catalogue::Lang;
use screen::criteria;
use screen::diagnostic::Diagnostic;

/// One criterion of each test that takes words, in both languages.
const CRITERIA: &str = "\
version: 1
criteria:
  - id: field
    degree:
      column: degree
      at_least: bachelor
      fields: [{ en: human rights, fr: droits humains, also: derechos humanos }, { en: law, fr: droit, also: [Jura] }]
  - id: term
    mentions: { columns: [letter], terms: [{ en: special rapporteur, fr: rapporteur spécial }, { fr: SEAE, en: EEAS }] }
  - id: value
    one_of: { column: permit, values: [{ en: EU citizen, fr: citoyen UE, also: [Unionsbürger] }, asylum] }
  - id: step
    level:
      column: licence
      scale:
        - { en: no licence, fr: sans permis }
        - { en: car, fr: voiture, also: [B, Auto] }
        - { en: lorry, fr: poids lourd }
      at_least: Auto
      full_at: poids_lourd
";

const CANDIDATES: &str = "\
id,degree,letter,permit,licence
A1,Master in Human Rights,with the special rapporteur,EU citizen,car
A2,Licence en droits humains,avec le rapporteur spécial,citoyen UE,voiture
A3,Licenciatura en derechos humanos,with the SEAE,Unionsbürger,Auto
A4,Bachelor in Law,with the EEAS,asylum,lorry
A5,Master en droit,with the eeas,Asylum,poids lourd
A6,Master in History,nothing to tell,a visa,sans permis
";

fn test() -> Test {
    Test::new().file("criteria.yaml", CRITERIA).file("a.csv", CANDIDATES)
}

#[test]
fn each_of_its_words_is_the_word() {
    let ran = test().args(["a.csv", "-c", "criteria.yaml", "-f", "jsonl", "--sort", "input"]).output();
    for line in ran.text().lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        let Some(id) = record["id"].as_str().filter(|id| *id != "A6") else { continue };
        for criterion in ["field", "term", "value", "step"] {
            assert_eq!(record["criteria"][criterion]["verdict"], "met", "{id}: {}", record["criteria"][criterion]);
        }
    }
    assert!(ran.text().contains("\"A5\""), "{}", ran.text());
}

/// The words for one language alone, of `CRITERIA`: in the other they are never said but in a cell.
const ENGLISH: [&str; 7] = ["human rights", "law", "special rapporteur", "EEAS", "EU citizen", "“car”", "“lorry”"];
const FRENCH: [&str; 7] =
    ["droits humains", "droit", "rapporteur spécial", "SEAE", "citoyen UE", "« voiture »", "« poids lourd »"];

#[test]
fn people_read_it_in_their_own_language() {
    // Somebody who writes none of them.
    let last: Vec<&str> = CANDIDATES.lines().filter(|line| line.starts_with("id") || line.starts_with("A6")).collect();
    let last = last.join("\n");
    for (lang, own, other) in [("en", ENGLISH, FRENCH), ("fr", FRENCH, ENGLISH)] {
        let say = |args: &[&str]| {
            let ran = test()
                .file("a.csv", &last)
                .args(args.iter().copied())
                .args(["-c", "criteria.yaml", "--lang", lang])
                .output();
            assert_eq!(ran.status, 0, "{}", ran.stderr);
            // Spaces that keep words together, and lines that end between words.
            ran.text().split_whitespace().collect::<Vec<_>>().join(" ")
        };
        for args in [
            &["explain", "a.csv", "A6"][..],
            &["explain", "a.csv", "A6", "--for-candidate"],
            &["a.csv", "-f", "json"],
            &["a.csv", "-f", "jsonl"],
            &["a.csv", "-f", "csv"],
            &["a.csv", "-f", "markdown"],
            &["a.csv", "-f", "table"],
        ] {
            let said = say(args);
            let asks = args.contains(&"explain") || args.contains(&"json");
            for word in own.iter().filter(|word| asks && !word.contains(['“', '«'])) {
                assert!(said.contains(word), "{args:?} does not say {word} in {lang}:\n{said}");
            }
            assert!(!other.iter().any(|word| said.contains(word)), "{args:?} in {lang}:\n{said}");
        }
    }
}

// ---- What is no word -------------------------------------------------------------------------------------------------

fn mistakes(item: &str) -> Vec<Diagnostic> {
    let text = format!(
        "version: 1\ncriteria:\n  - {{ id: a, degree: {{ column: c, at_least: master, fields: [{item}] }} }}\n"
    );
    criteria::read("criteria.yaml", &text).err().unwrap_or_default()
}

#[test]
fn other_ways_to_write_a_word_stay() {
    for item in ["law", "[law, droit]", "law: droit", "law: [droit, Jura]", "{ de: Recht }", "2", "{ law: [droit] }"] {
        assert_eq!(mistakes(item), [], "{item}");
    }
    for item in ["{ en: law, fr: droit }", "{ fr: droit, also: Jura }", "{ en: law, also: [Jura, Recht] }"] {
        assert_eq!(mistakes(item), [], "{item}");
    }
}

#[test]
fn a_word_that_is_none_is_told_at_its_place() {
    for (item, code, at, en, help) in [
        ("{ en: law, fre: droit }", "unknown-key", "fre", "a word of `fields` has no field `fre`", "`{ en: law,"),
        ("{ en: law, FR: droit }", "unknown-key", "FR", "a word of `fields` has no field `FR`", "`fr`"),
        ("{ english: law, french: droit }", "unknown-key", "english", "`english`", "`{ en: law,"),
        ("{ en: law, fr: droit, de: Recht }", "unknown-key", "de", "`de`", "under `also`"),
        ("{ en: law, fr: [droit, loi] }", "wrong-type", "[", "`fr` must be text, not a list", "under `also`"),
        ("{ en: law, fr: { x: y } }", "wrong-type", "{", "`fr` must be text, not a set of fields", "`{ en:"),
        ("{ en: law, fr: }", "wrong-type", "fr", "`fr` must be text, not nothing", "`{ en:"),
        ("{ en: law, fr: \"\" }", "empty-text", "\"\"", "`fr` is empty", "`{ en:"),
        ("{ en: law, also: [] }", "empty-list", "[", "`also` is empty", "`{ en:"),
        ("{ en: law, also: [\" \"] }", "empty-text", "\" \"", "`also` is empty", "`{ en:"),
        ("{ en: law, also: [[a]] }", "wrong-type", "[a", "`also` must be a list of texts, not a list", "`{ en:"),
        ("{ also: [law] }", "missing-field", "{", "`en` or `fr` is needed", "`{ en:"),
        ("{ en: law, en: laws }", "key-twice", "en", "`en` stands here again", "keep one"),
        ("{ en: law }", "one-language", "en", "`en: law` may be the word `en`", "write `law` where"),
        ("[law, \"\"]", "empty-text", "\"\"", "an item of `fields` is empty", "write for example"),
        ("[]", "wrong-type", "[", "`fields` must be a list", "write for example"),
    ] {
        let found = mistakes(item);
        let [problem] = found.as_slice() else { panic!("{item}: {found:?}") };
        let place = problem.place.clone().unwrap();
        let from = place.text.clone().unwrap().chars().skip(place.column as usize - 1).collect::<String>();
        assert_eq!(problem.code, code, "{item}");
        assert!(from.starts_with(at), "{item}: {from:?}");
        assert!(problem.what.en.contains(en), "{item}: {}", problem.what.en);
        let told = problem.help.clone().unwrap();
        assert!(told.en.contains(help), "{item}: {}", told.en);
        assert_ne!((problem.what.to(Lang::Fr), told.to(Lang::Fr)), (&*problem.what.en, &*told.en), "{item}");
    }
}

#[test]
fn two_scales_with_the_same_names_are_two() {
    let level = |id: &str, other: &str| {
        format!("  - {{ id: {id}, level: {{ column: c, scale: [low, [high, {other}]], at_least: high }} }}\n")
    };
    let criteria = format!("version: 1\ncriteria:\n{}{}", level("a", "yes"), level("b", "oui"));
    let ran = Test::new()
        .file("criteria.yaml", criteria)
        .file("a.csv", "id,c\n1,oui\n2,yes\n")
        .args(["a.csv", "-c", "criteria.yaml", "-f", "csv", "--sort", "input"])
        .output();
    let verdicts =
        |line: &str| line.split(',').filter(|cell| matches!(*cell, "met" | "unknown")).collect::<Vec<_>>().join(" ");
    let said: Vec<String> = ran.text().lines().skip(1).map(verdicts).collect();
    assert_eq!(said, ["unknown met", "met unknown"], "{}", ran.text());
}
