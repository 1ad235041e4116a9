//! `screen init`, run as people run it.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

fn screen() -> Command {
    let mut command = Command::cargo_bin("screen").unwrap();
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "SCREEN_LANG", "SCREEN_CRITERIA", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.env("COLUMNS", "80");
    command
}

/// Status, standard output, standard error.
fn run(args: &[&str], input: &str) -> (i32, String, String) {
    let output = screen().args(args).write_stdin(input).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name).display().to_string()
}

fn at(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).display().to_string()
}

const SMALL: &str = "\
id,Name,Years of experience,Drafting,Languages,Statement,Received,Rater 1,Rater 2,Size
A1,Ada Fictive,7,good,\"English C1, French B2\",I have worked for years with people at risk.,2024-05-02,4,5,
A2,Test Exemple,5-7,excellent,English (native),For as long as I remember it has mattered to me.,2024-05-03,3,4,
A3,Bo Placeholder,about seven,n/a,Russian B1,Because the work and the people matter to me.,2024-05-04,5,,
";

#[test]
fn a_small_file_becomes_a_commented_proposal() {
    let (status, text, errors) = run(&["init", "-"], SMALL);
    assert_eq!((status, errors.as_str()), (0, ""));
    insta::assert_snapshot!(text, @"");
}

#[test]
fn the_shipped_candidates_make_criteria_that_rank_them() {
    let folder = folder();
    for (name, lang) in [
        ("candidates.csv", "en"),
        ("clean.csv", "en"),
        ("applications-fr.csv", "fr"),
        ("data-analyst.csv", "en"),
        ("field-coordinator.csv", "fr"),
        ("interview.csv", "fr"),
    ] {
        let (file, made) = (fixture(name), at(&folder, &format!("{name}.yaml")));
        let (status, out, errors) = run(&["--quiet", "--lang", lang, "init", &file, "--yes", "-o", &made], "");
        assert_eq!((status, out.as_str(), errors.as_str()), (0, "", ""), "{name}");
        let (status, out, _) = run(&["check", &made, &file], "");
        assert_eq!(status, 0, "{name}: {out}");
        let (status, out, errors) = run(&["-q", "-c", &made, &file, "-f", "csv", "--columns", "id,rank,score"], "");
        assert_eq!(status, 0, "{name}: {errors}");
        let scores: Vec<&str> = out.lines().skip(1).filter_map(|line| line.rsplit(',').next()).collect();
        assert!(scores.len() > 9 && scores.iter().any(|score| *score != scores[0]), "{name}: {out}");
    }
}

#[test]
fn the_same_file_makes_the_same_proposal() {
    let file = fixture("candidates.csv");
    assert_eq!(run(&["init", &file], ""), run(&["init", &file], ""));
}

#[test]
fn without_a_file_it_is_an_example_that_is_right() {
    let folder = folder();
    for lang in ["en", "fr"] {
        let made = at(&folder, lang);
        let (status, text, errors) = run(&["init", "--lang", lang], "");
        assert_eq!((status, errors.as_str()), (0, ""));
        assert!(text.starts_with("# yaml-language-server: $schema=criteria.schema.json\n# `screen schema >"), "{text}");
        fs::write(&made, text).unwrap();
        assert_eq!(run(&["check", &made], "").0, 0);
    }
}

#[test]
fn no_file_is_written_over_not_even_an_empty_one() {
    let folder = folder();
    for (name, content) in [("full.yaml", "mine"), ("empty.yaml", "")] {
        let path = at(&folder, name);
        fs::write(&path, content).unwrap();
        let (status, out, errors) = run(&["init", "--output", &path], "");
        assert_eq!((status, out.as_str()), (1, ""));
        assert!(errors.contains("is there already") && errors.contains("--output"), "{errors}");
        assert_eq!(fs::read_to_string(&path).unwrap(), content);
    }
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(names.len(), 2, "nothing is left beside them");
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_nothing_is_written() {
    let folder = folder();
    let made = at(&folder, "made.yaml");
    for (file, input, part) in [
        (at(&folder, "none.csv"), "", "there is no file"),
        ("-".to_owned(), "", "empty"),
        ("-".to_owned(), "a,b\n", "header"),
        ("-".to_owned(), "a,b\n1\n", "header"),
    ] {
        let (status, out, errors) = run(&["init", &file, "-o", &made], input);
        assert_eq!((status, out.as_str()), (1, ""), "{file} {input:?}");
        assert!(errors.contains(part), "{errors}");
        assert!(!Path::new(&made).exists());
    }
}

#[test]
fn only_who_somebody_is_leaves_a_file_that_works() {
    let folder = folder();
    let (file, made) = (at(&folder, "a.csv"), at(&folder, "a.yaml"));
    fs::write(&file, "Name,E-mail\nAda Fictive,ada@example.org\nTest Exemple,test@example.org\n").unwrap();
    assert_eq!(run(&["init", &file, "-o", &made], "").0, 0);
    assert_eq!(run(&["check", &made], "").0, 0);
    assert_eq!(run(&["-c", &made, &file, "-f", "csv"], "").0, 0);
}
