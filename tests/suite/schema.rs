//! The printed schema accepts what the checker accepts, and refuses what a schema can see is wrong.

use std::fs;
use std::path::{Path, PathBuf};

use screen::catalogue::Lang;
use screen::{criteria, kinds, propose};
use serde_json::{Value, json};

fn printed() -> Value {
    let run = assert_cmd::Command::cargo_bin("screen").unwrap().arg("schema").assert().success();
    assert!(run.get_output().stderr.is_empty());
    let text = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert!(text.ends_with("}\n") && text.contains("\"$id\": \"urn:screen-hr:criteria:1\""));
    serde_json::from_str(&text).unwrap()
}

fn validator() -> jsonschema::Validator {
    let schema = printed();
    assert!(jsonschema::meta::is_valid(&schema));
    jsonschema::draft202012::new(&schema).unwrap()
}

fn value(yaml: &str) -> Value {
    serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{error}\n{yaml}"))
}

fn mistakes(validator: &jsonschema::Validator, instance: &Value) -> Vec<String> {
    validator.iter_errors(instance).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn criteria_files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<PathBuf> = ["criteria", "benches"]
        .iter()
        .flat_map(|folder| fs::read_dir(root.join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    files.sort();
    files
}

#[test]
fn it_is_the_same_every_time() {
    assert_eq!(printed().to_string(), printed().to_string());
}

#[test]
fn every_criteria_file_passes() {
    let validator = validator();
    let files = criteria_files();
    assert!(files.len() >= 4);
    for path in files {
        let found = mistakes(&validator, &value(&fs::read_to_string(&path).unwrap()));
        assert!(found.is_empty(), "{}: {found:#?}", path.display());
    }
    for lang in [Lang::En, Lang::Fr] {
        assert_eq!(mistakes(&validator, &value(&propose::example(lang))), Vec::<String>::new());
    }
}

/// A criteria file with this test, each of its lines indented as it must be.
fn with_test(test: &str) -> String {
    let test: String = test.lines().map(|line| format!("    {line}\n")).collect();
    format!("version: 1\nposting: {{ deadline: 2024-05-26 }}\ncriteria:\n  - id: a\n{test}")
}

#[test]
fn every_test_is_told_and_its_example_passes() {
    let (schema, validator) = (printed(), validator());
    for kind in kinds::KINDS {
        let told = &schema["$defs"][kind.key];
        assert_eq!(told["description"], json!(kind.doc));
        assert!(told["examples"][0].is_object(), "{} has an example", kind.key);
        for field in kind.fields {
            assert_eq!(told["properties"][field.name]["description"], json!(field.doc), "{}.{}", kind.key, field.name);
        }
        let text = with_test(kind.example);
        assert!(criteria::read("a.yaml", &text).is_ok(), "{text}");
        assert_eq!(mistakes(&validator, &value(&text)), Vec::<String>::new(), "{text}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "two tables of criteria")]
fn what_a_schema_can_see_is_refused() {
    let validator = validator();
    let whole = |top: &str| format!("version: 1\n{top}\ncriteria:\n  - {{ id: a, yes_no: {{ column: c }} }}\n");
    let one = |criterion: &str| format!("version: 1\ncriteria:\n  - {criterion}\n");
    let right = [
        whole("identity: name"),
        whole("columns: { a: , b: x, c: [1, true, y] }"),
        whole("posting: { title: 2024, organisation: true }"),
        whole("formats: { missing: [x, 1] }"),
        whole("formats: { missing: { only: [x] } }"),
        whole("formats: { missing: { only: x } }"),
        one("{ id: a, need: asset, years: { column: c, full_at: 7 } }"),
        one("{ id: 1, label: { en: x }, weight: 0.5, yes_no: { column: 7 } }"),
        one("{ id: a, level: { column: c, scale: [[1, one], {two: [2, deux]}, 3], at_least: 2 } }"),
        one("{ id: a, mentions: { columns: c, terms: x, at_least: 1.0 } }"),
        one("{ id: a, one_of: { column: c, values: [{ en: x, fr: y, also: z }, { fr: 1, also: [2, true] }] } }"),
        one("{ id: a, level: { column: c, scale: [{ en: low, fr: bas }, { en: high, fr: haut }], at_least: haut } }"),
        one("{ id: a, date: { column: c, on_or_before: 2024-5-6 } }"),
    ];
    for text in right {
        assert!(criteria::read("a.yaml", &text).is_ok(), "{text}");
        assert_eq!(mistakes(&validator, &value(&text)), Vec::<String>::new(), "{text}");
    }
    let wrong = [
        // An unknown key, at every level.
        whole("postng: {}"),
        whole("posting: { titel: x }"),
        whole("posting: { title: { de: x } }"),
        whole("formats: { date: dmy }"),
        one("{ id: a, wieght: 1, yes_no: { column: c } }"),
        one("{ id: a, yes_no: { column: c, at_least: 1 } }"),
        one("{ id: a, any_of: { of: [{ yes_no: { colum: c } }] } }"),
        // A wrong type.
        whole("columns: [a]"),
        one("{ id: a, one_of: { column: c, values: [{ en: x, fre: y }] } }"),
        one("{ id: a, one_of: { column: c, values: [{ en: x, fr: [y, z] }] } }"),
        one("{ id: a, one_of: { column: c, values: [{ en: x, also: [] }] } }"),
        whole("posting: "),
        one("a"),
        one("{ id: [a], yes_no: { column: c } }"),
        one("{ id: ' ', yes_no: { column: c } }"),
        one("{ id: a, yes_no: c }"),
        one("{ id: a, weight: heavy, yes_no: { column: c } }"),
        one("{ id: a, years: { column: c, at_least: seven } }"),
        one("{ id: a, years: { column: c, at_least: 7, prorate: 1 } }"),
        one("{ id: a, date: { column: c, on_or_before: tomorrow } }"),
        one("{ id: a, mentions: { columns: [c], terms: [x], at_least: 1.5 } }"),
        one("{ id: a, mentions: { columns: [c], terms: [[]] } }"),
        // A field that is missing.
        "version: 1\n".to_owned(),
        "criteria:\n  - { id: a, yes_no: { column: c } }\n".to_owned(),
        one("{ yes_no: { column: c } }"),
        one("{ id: a, yes_no: {} }"),
        one("{ id: a, language: { column: c } }"),
        // A word that is no choice.
        whole("formats: { dates: dym }"),
        "version: 2\ncriteria:\n  - { id: a, yes_no: { column: c } }\n".to_owned(),
        one("{ id: a, need: must, yes_no: { column: c } }"),
        one("{ id: a, stage: later, yes_no: { column: c } }"),
        one("{ id: a, level: { column: c, scale: skill } }"),
        one("{ id: status, yes_no: { column: c } }"),
        // Too many tests, none, or one within that is none.
        one("{ id: a, yes_no: { column: c }, provided: { column: c } }"),
        one("{ id: a }"),
        one("{ id: a, any_of: { of: [] } }"),
        one("{ id: a, any_of: { of: [{ yes_no: { column: c }, provided: { column: c } }] } }"),
        one("{ id: a, any_of: { of: [{}] } }"),
        one("{ id: a, mentions: { columns: [c], terms: [] } }"),
        "version: 1\ncriteria: []\n".to_owned(),
        whole("formats: { missing: { just: [x] } }"),
        whole("formats: { missing: { only: [[x]] } }"),
        // What is required without a bound.
        one("{ id: a, years: { column: c, full_at: 7 } }"),
        one("{ id: a, need: required, any_of: { of: [{ language: { language: fr, column: c } }] } }"),
        // Numbers below zero, and beyond measure.
        one("{ id: a, weight: 1e300, yes_no: { column: c } }"),
        one("{ id: a, weight: -1, yes_no: { column: c } }"),
        one("{ id: a, years: { column: c, at_least: -1 } }"),
    ];
    for text in wrong {
        assert!(criteria::read("a.yaml", &text).is_err(), "the checker refuses it: {text}");
        assert!(!validator.is_valid(&value(&text)), "the schema refuses it: {text}");
    }
}

/// Every way to change one value within a file.
fn changed(file: &Value) -> Vec<Value> {
    fn paths(value: &Value, at: &str, out: &mut Vec<String>) {
        out.push(at.to_owned());
        match value {
            Value::Object(fields) => fields.iter().for_each(|(key, value)| paths(value, &format!("{at}/{key}"), out)),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(i, value)| paths(value, &format!("{at}/{i}"), out))
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    paths(file, "", &mut found);
    let others = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(3),
        json!(""),
        json!("x"),
        json!("deadline"),
        json!("2024-05-26"),
        json!([]),
        json!(["x"]),
        json!([["x", "y"], 2]),
        json!({}),
        json!({ "en": "x" }),
    ];
    let mut all = Vec::new();
    for path in &found {
        for other in &others {
            let mut copy = file.clone();
            if let Some(place) = copy.pointer_mut(path) {
                *place = other.clone();
                all.push(copy);
            }
        }
    }
    all
}

#[test]
fn it_refuses_nothing_that_the_checker_accepts() {
    let validator = validator();
    let mut texts = vec![
        "version: 1\nposting: { title: x, deadline: 2024-05-26, time_zone: Europe/Brussels }\n\
         columns: { id: [id], cv: cv }\nidentity: [name]\nformats: { dates: dmy, decimal: comma, missing: [x] }\n\
         criteria:\n  - { id: a, label: { en: x, fr: y }, quote: x, weight: 1, provided: { column: cv } }\n"
            .to_owned(),
    ];
    texts.extend(kinds::KINDS.iter().map(|kind| with_test(kind.example)));
    let (mut accepted, mut all) = (0, 0);
    for text in texts {
        let file = value(&text);
        assert!(criteria::read("a.yaml", &file.to_string()).is_ok(), "{text}");
        for changed in changed(&file) {
            all += 1;
            // JSON is YAML: the checker reads the very same values.
            if criteria::read("a.yaml", &changed.to_string()).is_ok() {
                accepted += 1;
                assert_eq!(mistakes(&validator, &changed), Vec::<String>::new(), "{changed}");
            }
        }
    }
    assert!(accepted > 100 && accepted < all, "{accepted} of {all}");
}
