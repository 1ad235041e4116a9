//! What comes out: every format on a small list, and what each option does to it.

mod beside;

use super::common;

use super::common::{CANDIDATES, CRITERIA, Ran, Test};
use insta::assert_snapshot;
use serde_json::Value;

/// The small list with these options; it runs and says nothing else.
#[track_caller]
fn ran(options: &[&str]) -> Ran {
    let ran = Test::small().arg("candidates.csv").args(options).output();
    assert_eq!((ran.status, &*ran.stderr), (0, ""), "{options:?}");
    ran
}

#[track_caller]
fn text(options: &[&str]) -> String {
    ran(options).text().to_owned()
}

/// The cells of some columns, one line each.
#[track_caller]
fn cells(options: &[&str], columns: &str) -> Vec<String> {
    let text = text(&[options, &["--format", "csv", "--columns", columns]].concat());
    text.lines().skip(1).map(str::to_owned).collect()
}

// ---- Formats ---------------------------------------------------------------------------------------------------------

#[test]
fn table() {
    assert_snapshot!(text(&[]));
}

#[test]
fn table_in_french() {
    assert_snapshot!(text(&["--lang", "fr"]));
}

#[test]
fn csv() {
    assert_snapshot!(text(&["--format", "csv"]));
}

#[test]
fn json() {
    assert_snapshot!(text(&["--format", "json"]));
}

#[test]
fn jsonl() {
    assert_snapshot!(text(&["--format", "jsonl"]));
}

#[test]
fn markdown() {
    assert_snapshot!(text(&["--format", "markdown"]));
}

#[test]
fn markdown_in_french() {
    assert_snapshot!(text(&["--format", "markdown", "--lang", "fr"]));
}

#[test]
fn explain() {
    for (id, lang) in [("A1", "en"), ("A2", "en"), ("A2", "fr"), ("A3", "en")] {
        let test = Test::new().file("criteria.yaml", CRITERIA).file("candidates.csv", CANDIDATES);
        let test = test.args(["explain", "candidates.csv", id, "--criteria", "criteria.yaml", "--lang", lang]);
        assert_snapshot!(format!("explain_{id}_{lang}"), test.shown());
    }
}

#[test]
fn check() {
    for lang in ["en", "fr"] {
        let test = Test::new().file("criteria.yaml", CRITERIA).file("candidates.csv", CANDIDATES);
        let test = test.args(["check", "criteria.yaml", "candidates.csv", "--lang", lang]);
        assert_snapshot!(format!("check_{lang}"), test.shown());
    }
}

/// What stands in neither list of a category is told with how often, the most frequent first.
#[test]
fn check_tells_the_values_in_neither_list() {
    let yaml = "version: 1\ncriteria:\n  - id: permit\n    \
        one_of: { column: permit, values: [EU citizen], not: [student visa] }\n";
    let values =
        ["EU citizen", "student visa", "blue card", "refugee status", "refugee status", "", "EU citizen, cancelled"];
    let lines: String = values.iter().enumerate().map(|(id, value)| format!("{id},\"{value}\"\n")).collect();
    for (lang, told) in [
        ("en", "permit: in neither list: `refugee status` 2 times, `blue card` 1 time\n"),
        ("fr", "permit : dans aucune des deux listes : `refugee status` 2 fois, `blue card` 1 fois\n"),
    ] {
        let test = Test::new().file("criteria.yaml", yaml).file("a.csv", format!("id,permit\n{lines}"));
        let ran = test.args(["check", "criteria.yaml", "a.csv", "--lang", lang]).output();
        let text = ran.text().replace(['\u{a0}', '\u{202f}'], " ");
        assert!(text.contains(told), "{text}");
    }
}

#[test]
fn an_empty_answer_is_an_answer() {
    assert_snapshot!("nobody_table", text(&["--top", "0"]));
    assert_eq!(text(&["--top", "0", "--format", "csv"]).lines().count(), 1);
    assert_eq!(text(&["--top", "0", "--format", "jsonl"]), "");
    let json: Value = serde_json::from_str(&text(&["--top", "0", "--format", "json"])).unwrap();
    assert_eq!(json["candidates"], Value::Array(Vec::new()));
}

#[test]
fn machine_formats_are_the_same_in_every_language_but_for_sentences() {
    for format in ["csv", "json", "jsonl"] {
        let [en, fr] = ["en", "fr"].map(|lang| text(&["--format", format, "--lang", lang]));
        if format == "csv" {
            assert_eq!(en, fr);
            continue;
        }
        let read = |text: &str| -> Vec<Value> {
            let values = if format == "json" { vec![text] } else { text.lines().collect() };
            values.into_iter().map(|text| serde_json::from_str(text).unwrap()).collect()
        };
        const SENTENCES: [&str; 6] = ["reason", "label", "title", "requirement", "notes", "as_of_source"];
        // Keys, and everything that is no sentence for people.
        fn shape(value: &Value, under: &str) -> Value {
            match value {
                Value::Object(members) => {
                    Value::Object(members.iter().map(|(key, value)| (key.clone(), shape(value, key))).collect())
                }
                Value::Array(items) => Value::Array(items.iter().map(|item| shape(item, under)).collect()),
                _ if SENTENCES.contains(&under) => Value::Null,
                plain => plain.clone(),
            }
        }
        let [en, fr] = [en, fr].map(|text| read(&text).iter().map(|value| shape(value, "")).collect::<Vec<_>>());
        assert_eq!(en, fr, "{format}");
    }
}

#[test]
fn numbers_for_french_people_have_decimal_commas() {
    let options = ["--columns", "id,score,score_max", "--lang", "fr"];
    for (options, there, not_there) in [
        (&options[..], "79,5", "79.5"),
        (&[&options[..], &["--format", "markdown"]].concat(), "79,5", "79.5"),
        (&[&options[..], &["--format", "csv"]].concat(), "79.464286", "79,4"),
        (&[&options[..], &["--format", "jsonl"]].concat(), "79.464286", "79,4"),
    ] {
        let text = text(options);
        assert!(text.contains(there) && !text.contains(not_there), "{options:?}: {text}");
    }
}

#[test]
fn a_workbook_is_a_zip_archive_and_the_same_every_time() {
    let [first, second] = [(); 2].map(|()| ran(&["--format", "xlsx"]).stdout);
    assert!(first.starts_with(b"PK\x03\x04"));
    assert_eq!(first, second);
}

#[test]
fn a_table_is_as_wide_as_it_may_be() {
    for width in ["40", "60", "80", "120"] {
        let ran = Test::small().arg("candidates.csv").env("COLUMNS", width).output();
        // A command to be copied is whole, however wide.
        let lines = ran.text().lines().filter(|line| !line.starts_with("    screen "));
        let widest = lines.map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= width.parse().unwrap(), "{width}: {}", ran.text());
    }
}

#[test]
fn colour_comes_when_it_is_asked_for_and_changes_no_word() {
    let plain = text(&[]);
    let coloured = text(&["--color", "always"]);
    assert!(!plain.contains('\u{1b}') && coloured.contains('\u{1b}'));
    let mut stripped = String::new();
    let mut rest = &*coloured;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        stripped.push_str(before);
        rest = after.split_once('m').unwrap().1;
    }
    stripped.push_str(rest);
    assert_eq!(stripped, plain);
}

// ---- Options ---------------------------------------------------------------------------------------------------------

#[test]
fn top_shows_the_first_and_counts_all() {
    assert_eq!(cells(&["--top", "2"], "rank,rank_best,rank_worst,id"), cells(&[], "rank,rank_best,rank_worst,id")[..2]);
    assert_snapshot!(text(&["--top", "2"]));
}

#[test]
fn status_shows_those_alone_with_the_ranks_they_have_among_all() {
    let all = cells(&[], "status,rank,rank_best,rank_worst,id,score");
    for statuses in ["eligible", "review", "not_eligible", "eligible,review", "not-eligible,eligible"] {
        let wanted: Vec<&String> = all
            .iter()
            .filter(|line| statuses.replace('-', "_").split(',').any(|status| line.split(',').next() == Some(status)))
            .collect();
        assert!(!wanted.is_empty());
        let shown = cells(&["--status", statuses], "status,rank,rank_best,rank_worst,id,score");
        assert_eq!(shown.iter().collect::<Vec<_>>(), wanted, "{statuses}");
    }
}

#[test]
fn min_score_counts_what_is_proven() {
    let scores = cells(&[], "score");
    for least in ["0", "28.75", "62.5", "79.464286", "79.464287", "100"] {
        let wanted = scores.iter().filter(|score| score.parse::<f64>().unwrap() >= least.parse().unwrap()).count();
        assert_eq!(cells(&["--min-score", least], "id").len(), wanted, "{least}");
    }
}

#[test]
fn columns_are_shown_in_the_order_asked_for() {
    assert_snapshot!(text(&["--format", "csv", "--columns", "score,advocacy,id,Experience,email,notes"]));
    assert_snapshot!("columns_table", text(&["--columns", "name,score,email,writing"]));
}

#[test]
fn blind_shows_nobody_in_any_format() {
    let who: Vec<String> = CANDIDATES
        .lines()
        .skip(1)
        .flat_map(|line| line.split(',').skip(1).take(2))
        .flat_map(|cell| cell.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.len() > 2 && !["example", "org"].contains(word))
        .map(str::to_lowercase)
        .collect();
    assert!(who.len() >= 12);
    for format in ["table", "csv", "json", "jsonl", "markdown", "html"] {
        for more in [&[][..], &["--columns", "id,name,email,score"], &["--sort", "input"]] {
            let options = [&["--format", format], more].concat();
            let open = text(&options).to_lowercase();
            let blind = text(&[&options[..], &["--blind"]].concat());
            let blind = if format == "html" { common::page(&blind) } else { blind }.to_lowercase();
            for word in &who {
                assert!(
                    open.contains(word) || more.is_empty(),
                    "{options:?}: {word} is not there even without `--blind`"
                );
                assert!(!blind.contains(word), "{options:?}: {word} in {blind}");
            }
        }
    }
}

#[test]
fn blind_changes_no_verdict_and_no_rank() {
    let columns = "rank,rank_best,rank_worst,id,status,score,score_max,experience,advocacy,writing,source.line";
    assert_eq!(cells(&[], columns), cells(&["--blind"], columns));
}

#[test]
fn blind_hides_an_identity_column_under_whatever_header_it_has() {
    let criteria = CRITERIA
        .replace("identity: [name, email]", "identity: [name, email, sex, born]")
        .replace("columns:\n", "columns:\n  sex: [sex, genre]\n");
    let list = "id,name,email,experience,advocacy,writing,Genre,BORN\nA1,Ada,ada@example.org,9,yes,good,feminin,1970\n";
    for format in ["table", "csv", "json", "jsonl", "markdown", "html"] {
        let test = Test::new().file("criteria.yaml", &criteria).file("c.csv", list);
        let test =
            test.args(["c.csv", "--criteria", "criteria.yaml", "--format", format, "--columns", "id,Genre,sex,born"]);
        let open = test.output();
        let blind = test.arg("--blind").output();
        assert_eq!((open.status, blind.status), (0, 0), "{}{}", open.stderr, blind.stderr);
        for hidden in ["feminin", "1970"] {
            assert!(open.text().contains(hidden) && !blind.text().contains(hidden), "{format}: {}", blind.text());
        }
    }
}

#[test]
fn input_order_gives_the_same_verdicts_and_no_ranks() {
    let columns = "source.line,id,name,status,score,score_max,experience,advocacy,writing,notes";
    let mut ranked = cells(&[], columns);
    ranked.sort();
    assert_eq!(ranked, cells(&["--sort", "input"], columns));
    assert_snapshot!("input_order_csv", text(&["--sort", "input", "--format", "csv"]));
    assert_snapshot!("input_order_table", text(&["--sort", "input"]));
    for line in text(&["--sort", "input", "--format", "jsonl"]).lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        assert!(record.get("rank").is_none_or(Value::is_null), "{line}");
    }
}

#[test]
fn ranking_changes_no_verdict_however_many_criteria_there_are() {
    for count in [1, 31, 32, 33, 70] {
        let each = (1..=count).map(|at| {
            let asked = ["years: { column: experience, at_least: 6 }", "yes_no: { column: advocacy }"][at % 2];
            format!("  - id: c{at}\n    need: asset\n    when_missing: skip\n    {asked}\n")
        });
        let criteria = format!("version: 1\ncriteria:\n{}", each.collect::<String>());
        let lines = |order: &str| {
            let test = Test::small().file("criteria.yaml", &criteria).arg("candidates.csv");
            let ids: Vec<String> = (1..=count).map(|at| format!("c{at}")).collect();
            let columns = format!("id,status,score,score_max,{}", ids.join(","));
            let ran = test.args(["--format", "csv", "--sort", order, "--columns", &columns]).output();
            let mut lines: Vec<String> = ran.text().lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        assert_eq!(lines("rank"), lines("input"), "{count} criteria");
    }
}

#[test]
fn input_order_shows_every_candidate_in_every_format() {
    for format in ["table", "csv", "json", "jsonl", "markdown", "html"] {
        for threads in ["1", "3"] {
            let text = text(&["--sort", "input", "--format", format, "--threads", threads]);
            for line in CANDIDATES.lines().skip(1) {
                let name = line.split(',').nth(1).unwrap();
                assert!(text.contains(name), "{format}: {name} is not in {text}");
            }
        }
    }
}

#[test]
fn a_workbook_has_every_candidate_in_either_order() {
    for order in ["rank", "input"] {
        let bytes = ran(&["--format", "xlsx", "--sort", order]).stdout;
        let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut texts = String::new();
        std::io::Read::read_to_string(&mut book.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut texts).unwrap();
        for line in CANDIDATES.lines().skip(1) {
            let name = line.split(',').nth(1).unwrap();
            assert!(texts.contains(&format!("<t>{name}</t>")), "{order}: {name}");
        }
    }
}

#[test]
fn an_output_file_has_the_format_its_ending_names() {
    for (name, format) in [
        ("out.csv", "csv"),
        ("out.json", "json"),
        ("out.jsonl", "jsonl"),
        ("out.ndjson", "jsonl"),
        ("out.md", "markdown"),
        ("out.html", "html"),
        ("out.htm", "html"),
        ("OUT.CSV", "csv"),
        ("out.txt", "table"),
        ("out", "table"),
        ("out.xlsx", "xlsx"),
    ] {
        let test = Test::small().args(["candidates.csv", "--output", name]);
        let ran = test.output();
        assert_eq!((ran.status, ran.text(), &*ran.stderr), (0, "", ""), "{name}");
        let written = std::fs::read(test.path(name)).unwrap();
        assert!(written == self::ran(&["--format", format]).stdout, "{name} is not {format}");
    }
}

#[test]
fn a_format_asked_for_goes_before_the_ending() {
    let test = Test::small().args(["candidates.csv", "--output", "out.csv", "--format", "jsonl"]);
    assert_eq!(test.output().status, 0);
    assert_eq!(std::fs::read_to_string(test.path("out.csv")).unwrap(), text(&["--format", "jsonl"]));
}

#[test]
fn an_output_file_is_written_over_only_when_it_is_whole() {
    let test = Test::small().file("out.csv", "old").args(["candidates.csv", "--output", "out.csv"]);
    assert_eq!(test.output().status, 0);
    assert_eq!(std::fs::read_to_string(test.path("out.csv")).unwrap(), text(&["--format", "csv"]));
}

#[test]
fn quiet_says_nothing_beside_the_answer() {
    let test = Test::small()
        .file("c.csv", "id;name;experience;advocacy\nA1;Ada;9;yes\nA2;Bo\n")
        .args(["c.csv", "--format", "csv"]);
    let loud = test.output();
    let quiet = test.arg("--quiet").output();
    assert!(loud.stderr.contains("missing-column") && loud.stderr.contains("`;`"), "{}", loud.stderr);
    assert_eq!((quiet.status, &*quiet.stderr, quiet.stdout), (0, "", loud.stdout));
}

// ---- Input -----------------------------------------------------------------------------------------------------------

#[test]
fn standard_input_is_a_file_like_another() {
    let read = |test: Test| {
        let ran = test.args(["--format", "csv", "--columns", "rank,id,status,score,source.line"]).output();
        assert_eq!((ran.status, &*ran.stderr), (0, ""));
        ran.stdout
    };
    let file = read(Test::small().arg("candidates.csv"));
    assert_eq!(read(Test::small().stdin(CANDIDATES)), file);
    assert_eq!(read(Test::small().stdin(CANDIDATES).arg("-")), file);
    let named =
        Test::small().stdin(CANDIDATES).args(["-", "--format", "csv", "--columns", "source.file", "--top", "1"]);
    assert_eq!(named.output().text(), "source.file\n<standard input>\n");
}

#[test]
fn several_files_are_one_list() {
    let (header, rows) = CANDIDATES.split_once('\n').unwrap();
    let (first, second): (Vec<_>, Vec<_>) =
        rows.lines().partition(|line| line.starts_with("A1") || line.starts_with("A3"));
    let part = |lines: Vec<&str>| format!("{header}\n{}\n", lines.join("\n"));
    let test = Test::small().file("a.csv", part(first)).file("b.csv", part(second)).args(["a.csv", "b.csv"]);
    let columns = "rank,rank_best,rank_worst,id,status,score";
    let ran = test.args(["--format", "csv", "--columns", columns]).output();
    assert_eq!((ran.status, &*ran.stderr), (0, ""));
    let mut lines: Vec<&str> = ran.text().lines().skip(1).collect();
    let mut one = cells(&[], columns);
    lines.sort_unstable();
    one.sort_unstable();
    assert_eq!(lines, one);
}

#[test]
fn several_files_each_with_columns_and_marks_of_their_own() {
    let test = Test::small()
        .file("fr.csv", "Années d'expérience;writing;advocacy;id;name\n9,5;bonne;oui;F1;Nils\n")
        .args(["candidates.csv", "fr.csv", "--top", "3"]);
    assert_snapshot!(test.shown());
}

#[test]
fn files_of_two_headers_in_turn_say_what_each_says_alone() {
    let files = [
        ("a.csv", "id,experience,advocacy,writing\nA,9 ans,yes,very good\nB,12 ans,no,basic\n"),
        ("b.csv", "writing,id,advocacy,experience\ngood,C,yes,5-8\n"),
        ("c.csv", "id,experience,advocacy,writing\nD,3,oui,none\nE,9 ans,non,good\n"),
    ];
    let of = |names: &[&str]| {
        let test = files.iter().fold(Test::small(), |test, (name, text)| test.file(name, text));
        let test = test.args(["--sort", "input", "--format", "jsonl", "--threads", "1"]).args(names);
        test.output().text().lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let alone: Vec<String> = files.iter().flat_map(|(name, _)| of(&[name])).collect();
    assert_eq!(of(&["a.csv", "b.csv", "c.csv"]), alone);
}

#[test]
fn the_page_tells_the_same_rank_of_a_change_in_either_order() {
    let ranks = |order: &str| {
        let page = text(&["--format", "html", "--sort", order]);
        let told = page.match_indices("rank ").map(|(at, _)| page[at..].chars().take_while(|c| *c != '<').collect());
        let mut told: Vec<String> = told.filter(|told: &String| told.ends_with(" of 6")).collect();
        told.sort();
        told
    };
    assert_eq!(ranks("input"), ["rank 3 of 6", "rank 3 of 6"]);
    assert_eq!(ranks("rank"), ranks("input"));
}

#[test]
fn an_id_in_two_files_is_told() {
    let test = Test::small().file("b.csv", CANDIDATES.lines().take(2).collect::<Vec<_>>().join("\n"));
    let test =
        test.args(["candidates.csv", "b.csv", "--format", "csv", "--columns", "id,source.file,notes", "--top", "2"]);
    assert_snapshot!(test.shown());
}

#[test]
fn the_environment_names_criteria_and_language() {
    let test = Test::new().file("criteria.yaml", CRITERIA).file("candidates.csv", CANDIDATES).arg("candidates.csv");
    let ran = test.env("SCREEN_CRITERIA", "criteria.yaml").env("SCREEN_LANG", "fr").output();
    assert_eq!(ran.text(), text(&["--lang", "fr"]).replace(" --criteria criteria.yaml --lang fr\n", "\n"));
    for (name, value, lang) in [("LANG", "fr_BE.UTF-8", "fr"), ("LC_ALL", "fr_FR", "fr"), ("LANG", "de_DE.UTF-8", "en")]
    {
        let ran = Test::small().arg("candidates.csv").env(name, value).output();
        assert_eq!(ran.text(), text(&["--lang", lang]).replace(&format!(" --lang {lang}\n"), "\n"), "{name}={value}");
    }
}

#[test]
fn the_as_of_day_is_what_present_means() {
    let list = "id,name,experience,advocacy,writing\nA1,Ada,2015-03/present,yes,good\n";
    for (day, verdict) in [("2022-03-31", "met"), ("2021-12-31", "not_met")] {
        let test = Test::small().file("c.csv", list);
        let ran = test.args(["c.csv", "--as-of", day, "--format", "csv", "--columns", "experience"]).output();
        assert_eq!(ran.text(), format!("experience\n{verdict}\n"), "{day}");
    }
}
