//! The criteria files that ship with the program are right, and their fixtures bind to them.

use std::fs;
use std::path::{Path, PathBuf};

use screen::catalogue::Lang;
use screen::criteria::{self, Criteria, Stage};
use screen::header::Header;

/// Each fixture, the criteria that it is for, and the stage that its columns go up to.
const FIXTURES: &[(&str, &str, Stage)] = &[
    ("candidates.csv", "omct-hrd-director.yaml", Stage::Application),
    ("clean.csv", "omct-hrd-director.yaml", Stage::Application),
    ("applications-fr.csv", "omct-hrd-director.yaml", Stage::Application),
    ("interview.csv", "omct-hrd-director.yaml", Stage::Interview),
    ("field-coordinator.csv", "field-coordinator.yaml", Stage::Interview),
    ("data-analyst.csv", "data-analyst.yaml", Stage::Interview),
];

fn read(name: &str) -> Criteria {
    let text = fs::read_to_string(root().join("criteria").join(name)).expect("the criteria file is there");
    criteria::read(name, &text).unwrap_or_else(|problems| {
        let told = |problem: &screen::diagnostic::Diagnostic| {
            let place = problem.place.clone().unwrap_or_default();
            format!("{name}:{}:{}: {}\n", place.line, place.column, problem.what.to(Lang::En))
        };
        panic!("{}", problems.iter().map(told).collect::<String>())
    })
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The names of the files in a folder that end so.
fn files(folder: &str, ending: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(folder)).expect("the folder is there");
    let paths: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    let names = paths.iter().filter_map(|path| path.file_name()?.to_str());
    names.filter(|name| name.ends_with(ending)).map(str::to_owned).collect()
}

#[test]
fn every_criteria_file_is_right() {
    let names = files("criteria", ".yaml");
    assert!(names.len() >= 3, "{names:?}");
    for name in names {
        let criteria = read(&name);
        assert!(criteria.posting.title.is_some(), "{name} has a title");
        for criterion in &criteria.criteria {
            let (en, fr) = (criterion.label.to(Lang::En), criterion.label.to(Lang::Fr));
            assert!(!en.is_empty() && !fr.is_empty(), "{name}: {} has a label", criterion.id);
            assert!(criterion.quote.is_some(), "{name}: {} has the posting's words", criterion.id);
            for column in criterion.rule.columns() {
                let listed = criteria.columns.iter().any(|(known, _)| *known == column.value);
                assert!(listed, "{name}: `{}` is listed under `columns`", column.value);
            }
        }
    }
}

#[test]
fn every_fixture_binds_to_its_criteria() {
    let mut unused: Vec<String> = files("fixtures", ".csv");
    for (fixture, criteria, stage) in FIXTURES {
        unused.retain(|name| name != fixture);
        let bytes = fs::read(root().join("fixtures").join(fixture)).expect("the fixture is there");
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => encoding_rs::WINDOWS_1252.decode(error.as_bytes()).0.into_owned(),
        };
        let delimiter = if text.lines().next().is_some_and(|line| line.contains(';')) { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
        let header = Header::new(reader.headers().expect("a header").iter().map(str::to_owned).collect());
        let wanted = read(criteria).wanted(*stage);
        match header.bind(fixture, &wanted, &[], false) {
            Ok((bound, warnings)) => {
                assert!(warnings.is_empty(), "{fixture}: {warnings:?}");
                for name in ["id", "name"] {
                    assert!(bound.contains_key(name), "{fixture} has `{name}`");
                }
            }
            Err(problems) => panic!("{fixture}: {problems:?}"),
        }
    }
    assert_eq!(unused, Vec::<String>::new(), "every fixture is listed above");
}
