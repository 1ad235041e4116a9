//! What is told when something cannot be used: the words, the places, the exit status.

use super::common::{CANDIDATES, CRITERIA, Test};
use insta::assert_snapshot;

// ---- Candidates' files -----------------------------------------------------------------------------------------------

#[test]
fn a_file_that_is_not_there() {
    assert_snapshot!(Test::small().arg("candidats.csv").shown());
}

#[test]
fn a_file_that_is_not_there_in_french() {
    assert_snapshot!(Test::small().args(["candidats.csv", "--lang", "fr"]).shown());
}

#[test]
fn a_folder() {
    assert_snapshot!(Test::small().folder("applications").arg("applications").shown());
}

#[test]
fn an_empty_file() {
    assert_snapshot!(Test::small().file("c.csv", "").arg("c.csv").shown());
}

#[test]
fn nothing_on_standard_input() {
    assert_snapshot!(Test::small().shown());
}

#[test]
fn a_header_alone() {
    let header = CANDIDATES.lines().next().unwrap();
    assert_snapshot!(Test::small().file("c.csv", header).arg("c.csv").shown());
}

#[test]
fn a_picture() {
    assert_snapshot!(Test::small().file("c.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").arg("c.csv").shown());
}

#[test]
fn several_files_that_cannot_be_used_are_all_told() {
    let test = Test::small().folder("b").file("c.csv", "").args(["a.csv", "b", "c.csv", "candidates.csv"]);
    assert_snapshot!(test.shown());
}

#[test]
fn standard_input_twice() {
    assert_snapshot!(Test::small().args(["-", "-"]).shown());
}

// ---- Columns ---------------------------------------------------------------------------------------------------------

/// The small list with another header row.
fn headed(header: &str) -> Test {
    let rows = CANDIDATES.split_once('\n').unwrap().1;
    Test::small().file("c.csv", format!("{header}\n{rows}")).arg("c.csv")
}

#[test]
fn required_columns_that_are_not_there() {
    assert_snapshot!(headed("id,name,email,experiences,plaidoyer,writing").shown());
}

#[test]
fn required_columns_that_are_not_there_in_french() {
    assert_snapshot!(headed("id,name,email,experiences,plaidoyer,writing").args(["--lang", "fr"]).shown());
}

#[test]
fn a_required_column_that_may_be_missing() {
    let test = headed("id,name,email,experience,plaidoyer,writing").args(["--missing-columns", "review"]);
    assert_snapshot!(test.args(["--format", "csv"]).shown());
}

#[test]
fn an_assets_column_that_is_not_there() {
    assert_snapshot!(headed("id,name,email,experience,advocacy,style").args(["--format", "csv"]).shown());
}

#[test]
fn two_headers_for_one_name() {
    assert_snapshot!(headed("id,name,email,experience,Années d'expérience,advocacy").shown());
}

#[test]
fn two_headers_for_one_name_in_french() {
    assert_snapshot!(headed("id,name,email,experience,Années d'expérience,advocacy").args(["--lang", "fr"]).shown());
}

#[test]
fn two_headers_that_are_the_same() {
    assert_snapshot!(headed("id,name,email,experience,advocacy,experience").shown());
}

#[test]
fn two_headers_that_differ_in_case_are_told_apart_by_hand() {
    let header = "id,name,email,Advocacy,advocacy,EXPERIENCE";
    let both = headed(header).output();
    assert!(both.status == 1 && both.stderr.contains("`--map advocacy=\"Advocacy\"`"), "{}", both.stderr);
    let ran =
        headed(header).args(["--map", "advocacy=advocacy", "--format", "csv", "--columns", "id,advocacy"]).output();
    assert_eq!((ran.status, ran.text().lines().nth(1)), (0, Some("A1,met")), "{}", ran.stderr);
}

#[test]
fn a_criterion_cannot_be_led_to_who_somebody_is() {
    assert_snapshot!(Test::small().args(["candidates.csv", "--map", "writing=email"]).shown());
    let named_by_its_header = CRITERIA.replace("experience: [", "mail: [e-mail, email]\n  experience: [");
    let led = named_by_its_header.replace("yes_no: { column: advocacy }", "yes_no: { column: mail }");
    let ran = asked(led).output();
    assert!(ran.status == 1 && ran.stderr.contains("reads-identity"), "{}", ran.stderr);
}

#[test]
fn one_of_two_headers_is_named_by_hand() {
    let test = headed("id,name,email,experience,Années d'expérience,advocacy");
    let ran = test.args(["--map", "experience=experience", "--map", "writing=experience"]).output();
    assert_eq!((ran.status, &*ran.stderr), (0, ""));
}

#[test]
fn a_map_to_nothing() {
    assert_snapshot!(Test::small().args(["candidates.csv", "--map", "experience=Experiense"]).shown());
}

#[test]
fn a_map_of_nothing() {
    assert_snapshot!(Test::small().args(["candidates.csv", "--map", "experiense=experience"]).shown());
}

#[test]
fn a_field_of_the_output_that_does_not_exist() {
    assert_snapshot!(Test::small().args(["candidates.csv", "--columns", "id,scores"]).shown());
}

// ---- The criteria file -----------------------------------------------------------------------------------------------

/// The small list held against another criteria file.
fn asked(criteria: impl AsRef<[u8]>) -> Test {
    Test::new().file("criteria.yaml", criteria).file("candidates.csv", CANDIDATES).args([
        "--criteria",
        "criteria.yaml",
        "candidates.csv",
    ])
}

#[test]
fn criteria_that_are_not_there() {
    assert_snapshot!(Test::new().args(["--criteria", "criterea.yaml", "candidates.csv"]).shown());
}

#[test]
fn criteria_that_are_not_there_in_french() {
    let test = Test::new().args(["--criteria", "criterea.yaml", "candidates.csv", "--lang", "fr"]);
    assert_snapshot!(test.shown());
}

#[test]
fn criteria_that_are_a_folder() {
    assert_snapshot!(Test::new().folder("criteria").args(["--criteria", "criteria", "candidates.csv"]).shown());
}

#[test]
fn criteria_that_are_no_yaml() {
    assert_snapshot!(asked("version: 1\ncriteria:\n  - id: \"experience\n    weight: 20\n").shown());
}

#[test]
fn criteria_indented_with_tabs() {
    assert_snapshot!(asked("version: 1\ncriteria:\n\t- id: experience\n").shown());
}

#[test]
fn criteria_that_are_empty() {
    assert_snapshot!(asked("").shown());
}

#[test]
fn criteria_in_another_encoding() {
    assert_snapshot!(asked(b"version: 1\nposting: { title: \"Charg\xe9 de programme\" }\n").shown());
}

#[test]
fn candidates_in_the_place_of_criteria() {
    assert_snapshot!(Test::new().file("c.csv", CANDIDATES).args(["--criteria", "c.csv", "c.csv"]).shown());
}

/// Ten mistakes, at least one in each part of the file.
const TEN_MISTAKES: &str = "\
version: 1
posting:
  titel: Programme officer
  deadline: 2024-02-30
columns:
  experience: [experience]
identity: [name, email]
formats: { dates: dym }
criteria:
  - id: experience
    weight: -20
    years: { column: experience, at_least: 14, full_at: 7 }
  - id: experience
    need: optional
    yes_no: { column: advocacy }
  - id: writing
    need: asset
    level: { column: writing, scale: proficiency, at_least: superb }
  - id: reach
    yes_no: { column: email }
  - id: network
    any_of: { of: [] }
";

#[test]
fn ten_mistakes_are_told_in_one_run() {
    assert_snapshot!(asked(TEN_MISTAKES).shown());
}

#[test]
fn ten_mistakes_are_told_in_one_run_in_french() {
    assert_snapshot!(asked(TEN_MISTAKES).args(["--lang", "fr"]).shown());
}

#[test]
fn ten_mistakes_each_have_a_place_and_a_help_in_the_files_order() {
    let ran = asked(TEN_MISTAKES).output();
    let places: Vec<(u32, u32)> = ran
        .stderr
        .lines()
        .filter_map(|line| {
            let (line, column) = line.split_once("--> criteria.yaml:")?.1.split_once(':')?;
            Some((line.parse().unwrap(), column.parse().unwrap()))
        })
        .collect();
    let starting = |start: &str| ran.stderr.lines().filter(|line| line.trim_start().starts_with(start)).count();
    assert_eq!((ran.status, places.len(), starting("error["), starting("= help:")), (1, 10, 10, 10), "{}", ran.stderr);
    assert!(places.is_sorted(), "{places:?}");
}

/// Mistakes of single kinds of test, and of the names of columns.
const KINDS: &str = "\
version: 1
columns:
  experience: [Years, Experience]
  english: experience
  experience: years
criteria:
  - id: applied
    date: { column: applied, on_or_after: 2024-06-01, on_or_before: 2024-05-01 }
  - id: field
    degree: { field: field, at_least: master }
  - id: degree
    degree: { at_least: master }
  - id: both
    degree: { column: degree, level: level, at_least: master }
  - id: interview
    rating: { columns: [panel], out_of: 0, at_least: 1 }
  - id: short
    level: { column: drafting, scale: [good], at_least: good }
  - id: twice
    level: { column: drafting, scale: [poor, good, Good], at_least: good }
";

#[test]
fn mistakes_of_each_kind_have_a_help() {
    let shown = asked(KINDS).shown();
    assert_eq!(shown.matches("\nerror[").count(), shown.matches("= help:").count(), "{shown}");
    assert_snapshot!(shown);
}

#[test]
fn no_criteria_at_all() {
    assert_snapshot!(asked("version: 1\ncriteria: []\n").shown());
}

#[test]
fn a_check_tells_the_same_mistakes() {
    let check = Test::new().file("criteria.yaml", TEN_MISTAKES).args(["check", "criteria.yaml"]).output();
    let screen = asked(TEN_MISTAKES).output();
    assert_eq!((check.status, check.stderr), (screen.status, screen.stderr));
}

// ---- The command line ------------------------------------------------------------------------------------------------

#[test]
fn an_as_of_day_that_is_none() {
    assert_snapshot!(Test::small().args(["candidates.csv", "--as-of", "26/05/2024"]).shown());
}

#[test]
fn an_as_of_day_that_is_none_in_french() {
    assert_snapshot!(Test::small().args(["candidates.csv", "--as-of", "2024-02-30", "--lang", "fr"]).shown());
}

#[test]
fn wrong_values_of_options_are_wrong_usage() {
    for lang in ["en", "fr"] {
        let mut told = String::new();
        for wrong in [
            &["--format", "tabel"][..],
            &["--status", "elligible"],
            &["--stage", "interveiw"],
            &["--sort", "score"],
            &["--min-score", "101"],
            &["--top", "-1"],
            &["--top", "ten"],
            &["--threads", "0"],
            &["--map", "experience"],
            &["--missing-columns", "ignore"],
            &["--delimiter", "semi"],
            &["--encoding", "utf-9"],
            &["--color", "rainbow"],
            &["--formatt", "csv"],
            &["--top"],
        ] {
            let ran = Test::small().args(["candidates.csv", "--lang", lang]).args(wrong).output();
            assert_eq!((ran.status, ran.text()), (2, ""), "{wrong:?}");
            assert!(wrong.iter().any(|word| ran.stderr.contains(word)), "{wrong:?}: {}", ran.stderr);
            told.push_str(&format!("$ screen ... {}\n{}", wrong.join(" "), ran.stderr));
        }
        assert_snapshot!(format!("wrong_usage_{lang}"), told);
    }
}

#[test]
fn a_language_that_does_not_exist() {
    assert_snapshot!(Test::small().args(["candidates.csv", "--lang", "de"]).shown());
}

#[test]
fn a_candidate_that_is_not_there() {
    let test = Test::new().file("criteria.yaml", CRITERIA).file("candidates.csv", CANDIDATES);
    assert_snapshot!(test.args(["explain", "candidates.csv", "A7", "--criteria", "criteria.yaml"]).shown());
}

// ---- The output ------------------------------------------------------------------------------------------------------

#[test]
fn an_output_over_the_candidates() {
    let test = Test::small().args(["candidates.csv", "--output", "./candidates.csv"]);
    assert_eq!(std::fs::read_to_string(test.path("candidates.csv")).unwrap(), CANDIDATES);
    assert_snapshot!(test.shown());
}

#[test]
fn an_output_over_the_criteria() {
    assert_snapshot!(Test::small().args(["candidates.csv", "--output", "criteria.yaml"]).shown());
}

#[test]
fn an_output_into_a_folder_that_is_not_there() {
    assert_snapshot!(Test::small().args(["candidates.csv", "--output", "results/ranked.csv"]).shown());
}

#[test]
fn an_output_that_is_a_folder() {
    assert_snapshot!(Test::small().folder("results").args(["candidates.csv", "--output", "results"]).shown());
}

#[test]
fn nothing_is_left_under_the_outputs_name_when_the_run_fails() {
    let old = "kept";
    let test = headed("id,name,email,experience,plaidoyer,writing").file("out.csv", old).args(["--output", "out.csv"]);
    assert_eq!(test.output().status, 1);
    assert_eq!(std::fs::read_to_string(test.path("out.csv")).unwrap(), old);
    let test = headed("id,name,email,experience,plaidoyer,writing").args(["--output", "new.csv"]);
    assert_eq!(test.output().status, 1);
    assert!(!test.path("new.csv").exists());
}

// ---- Problems in the data --------------------------------------------------------------------------------------------

/// A row that is too long, a row that is too short, an id twice, a candidate without an id, a row with nothing in it.
const TROUBLED: &str = "\
id,name,email,experience,advocacy,writing
A1,Ada Fictive,ada@example.org,10,yes,very good
A2,Bo, Sample,bo@example.org,12,yes,good
A3,Cy Specimen,cy@example.org,9
A1,Ada Fictive-Sample,ada.sample@example.org,8,yes,good
,Di Placeholder,di@example.org,7,yes,basic
,,,,,
";

#[test]
fn problems_in_the_data_are_told_in_the_table() {
    assert_snapshot!(Test::small().file("c.csv", TROUBLED).arg("c.csv").shown());
}

#[test]
fn problems_in_the_data_are_told_in_the_table_in_french() {
    assert_snapshot!(Test::small().file("c.csv", TROUBLED).args(["c.csv", "--lang", "fr"]).shown());
}

#[test]
fn problems_in_the_data_are_told_in_the_notes() {
    assert_snapshot!(Test::small().file("c.csv", TROUBLED).args(["c.csv", "--format", "csv"]).shown());
}

#[test]
fn strict_is_1_after_everything_has_come_out() {
    for format in ["table", "csv", "json", "jsonl", "markdown"] {
        let run = |more: &[&str]| {
            Test::small().file("c.csv", TROUBLED).args(["c.csv", "--format", format]).args(more).output()
        };
        let (plain, strict) = (run(&[]), run(&["--strict"]));
        assert_eq!((plain.status, strict.status), (0, 1), "{format}");
        assert_eq!(plain.text(), strict.text(), "{format}");
        for told in ["too-many-cells", "too-few-cells", "id-twice"] {
            assert!(strict.stderr.contains(told), "{format}: {told}: {}", strict.stderr);
        }
    }
}

#[test]
fn strict_is_0_where_nothing_is_wrong() {
    let ran = Test::small().args(["candidates.csv", "--strict", "--format", "csv"]).output();
    assert_eq!((ran.status, &*ran.stderr), (0, ""));
}

#[test]
fn strict_tells_every_problem() {
    let mut text = String::from("id,name,email,experience,advocacy,writing\n");
    for number in 0..25 {
        text.push_str(&format!("A{number},too,short\n"));
    }
    let lines = |more: &[&str]| {
        let ran = Test::small().file("c.csv", &text).args(["c.csv", "--format", "csv"]).args(more).output();
        let told = ran.stderr.lines().filter(|line| line.contains("--> c.csv:")).count();
        (ran.status, told, ran.stderr.contains("15 more problems"))
    };
    assert_eq!(lines(&[]), (0, 10, true));
    assert_eq!(lines(&["--strict"]), (1, 25, false));
}
