//! What is told beside verdicts: that a criterion does not count, and near misses.

use super::*;

/// A criterion that is left out for want of a cell has a word of its own in every format; one of weight 0 has not.
#[test]
fn what_does_not_count_is_skipped_in_every_format() {
    let criteria = "version: 1\ncriteria:\n  - { id: exp, weight: 5, years: { column: exp, at_least: 5 } }\n  \
                    - { id: cv, weight: 0, when_missing: skip, provided: { column: cv } }\n  \
                    - { id: talk, weight: 3, when_missing: skip, need: asset, yes_no: { column: talk } }\n";
    // More than fit one number, so that CSV takes the other way.
    let many: String = (0..30)
        .map(|at| format!("  - {{ id: more{at}, need: asset, when_missing: skip, yes_no: {{ column: talk }} }}\n"))
        .collect();
    let list = "id,exp,cv,talk\nA1,6,,\nA2,6,cv.pdf,perhaps\n";
    let run = |criteria: &str, options: &[&str]| {
        let test = Test::new().file("c.yaml", criteria).file("list.csv", list);
        let ran = test.args(["list.csv", "-c", "c.yaml", "-q"]).args(options).output();
        assert_eq!((ran.status, &*ran.stderr), (0, ""), "{options:?}");
        ran.text().to_owned()
    };
    let expected = "id,exp,cv,talk\nA1,met,skipped,skipped\nA2,met,met,unknown\n";
    for criteria in [criteria, &[criteria, &many].concat()] {
        for options in [&["-f", "csv"][..], &["-f", "csv", "--sort", "input"]] {
            assert_eq!(run(criteria, &[options, &["--columns", "id,exp,cv,talk"]].concat()), expected, "{options:?}");
        }
        for options in [&["-f", "jsonl"][..], &["-f", "jsonl", "--sort", "input"]] {
            let first: Value = serde_json::from_str(run(criteria, options).lines().next().unwrap()).unwrap();
            for id in ["cv", "talk"] {
                let told = &first["criteria"][id];
                assert_eq!(told["verdict"], "skipped", "{told}");
                assert!(told["credit"].is_null() && told["credit_max"].is_null(), "{told}");
                assert_eq!((&told["points"], &told["weight"]), (&0.into(), &0.into()));
            }
        }
    }
    for (lang, skipped) in [("en", "skipped"), ("fr", "non compté")] {
        for format in ["table", "markdown"] {
            let words = run(criteria, &["-f", format, "--lang", lang, "--columns", "id,cv,talk"]);
            assert_eq!(words.matches(skipped).count(), 2, "{words}");
        }
        let table = run(criteria, &["--lang", lang]);
        assert!(table.contains("✓ · "), "{table}");
        assert!(table.contains(&format!("· {skipped}")), "{table}");
        let explained = Test::new().file("c.yaml", criteria).file("list.csv", list);
        let explained = explained.args(["explain", "list.csv", "A1", "-c", "c.yaml", "--lang", lang]).output();
        assert!(explained.text().contains(&format!("  verdict  {skipped} – ")), "{}", explained.text());
        assert!(explained.text().contains("\n· cv ["), "{}", explained.text());
    }
    assert!(!text(&[]).contains('·') || !text(&[]).contains("· skipped"), "a legend only where it is needed");
}

const NEAR: &str = "\
version: 1
posting: { deadline: 2024-05-26, time_zone: Europe/Brussels }
criteria:
  - { id: exp, weight: 0, years: { column: exp, at_least: 7 } }
  - { id: pay, weight: 0, number: { column: pay, at_most: 5000 } }
  - { id: english, weight: 0, language: { language: en, column: english, at_least: C1 } }
  - { id: received, weight: 0, date: { column: received, on_or_before: deadline } }
  - { id: permit, weight: 1, when_missing: fail, yes_no: { column: permit } }
  - { id: degree, weight: 0, degree: { column: degree, at_least: master } }
";

const NEAR_HEADER: &str = "id,exp,pay,english,received,permit,degree\n";

/// Somebody who has what is asked but for the cell of one column.
fn applicant(id: &str, at: usize, cell: &str) -> String {
    let mut cells = ["8", "4000", "C1", "2024-05-01", "yes", "MA"];
    cells[at] = cell;
    format!("{id},{}\n", cells.join(","))
}

fn near_run(list: &str, options: &[&str]) -> String {
    let test = Test::new().file("c.yaml", NEAR).file("list.csv", list);
    let ran = test.args(["list.csv", "-c", "c.yaml", "-q", "--as-of", "2024-05-26"]).args(options).output();
    assert_eq!((ran.status, &*ran.stderr), (0, ""), "{options:?}");
    ran.text().to_owned()
}

fn near_misses(list: &str, options: &[&str]) -> Vec<Value> {
    let json: Value = serde_json::from_str(&near_run(list, &[options, &["-f", "json"]].concat())).unwrap();
    json["summary"]["near_misses"].as_array().unwrap().clone()
}

/// What is near, in its order: a tenth of what is asked, one step, three days; nothing else, however it fails alone. What is
/// as near comes in the order of the score, here the same, and then of the file.
#[test]
fn near_misses_are_near_and_sorted_by_how_near() {
    let far = [
        (0, "1"),
        (0, "6.2"),
        (0, "3 to 6"),
        (1, "5501"),
        (2, "B1"),
        (3, "2024-05-30"),
        (4, "no"),
        (4, ""),
        (5, "none"),
    ];
    let near = [
        ("late", 3, "2024-05-27T00:05", "2024-05-27T00:05:00+02:00", "2024-05-26"),
        ("years", 0, "6.9", "6.9", "7"),
        ("day", 3, "2024-05-27", "2024-05-27", "2024-05-26"),
        ("range", 0, "5 to 6.5", "6.5", "7"),
        ("step", 2, "B2", "B2", "C1"),
        ("tenth", 0, "6.3", "6.3", "7"),
        ("days", 3, "2024-05-29", "2024-05-29", "2024-05-26"),
        ("pay", 1, "5500", "5500", "5000"),
        ("level", 5, "Licence", "bachelor", "master"),
    ];
    let mut list = String::from(NEAR_HEADER);
    for (at, (column, cell)) in far.iter().enumerate() {
        list.push_str(&applicant(&format!("far{at}"), *column, cell));
    }
    // Two requirements missed, each nearly: no near miss.
    list.push_str("two,6.9,4000,B2,2024-05-01,yes,MA\n");
    for (id, at, cell, ..) in near {
        list.push_str(&applicant(id, at, cell));
    }
    let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let told = near_misses(&list, &[]);
    let columns = ["exp", "pay", "english", "received", "permit", "degree"];
    for (miss, (id, at, _, value, asked)) in told.iter().zip(near) {
        let found = ["id", "criterion", "value", "asked"].map(|key| plain(&miss[key]));
        assert_eq!(found, [id, columns[at], value, asked], "{miss}");
    }
    assert_eq!(told.len(), near.len());
    for options in [&["--top", "1"][..], &["--status", "eligible"], &["--sort", "input"], &["--lang", "fr"]] {
        let keep = |misses: Vec<Value>| misses.iter().map(|miss| miss["id"].clone()).collect::<Vec<_>>();
        assert_eq!(keep(near_misses(&list, options)), keep(told.clone()), "{options:?}");
    }
    let table = near_run(&list, &["--top", "1"]);
    assert!(
        table.contains("Near misses (9)") && table.contains("late: received: ") && table.contains("and 4 more"),
        "{table}"
    );
    let near = table.split_once("Near misses").unwrap().1.split_once("This list").unwrap().0;
    assert!(!near.contains("far"), "{table}");
}

#[test]
fn all_near_misses_are_in_json_however_many_there_are() {
    let many: String = (0..3000).map(|at| applicant(&format!("M{at:04}"), 0, &format!("6.{}", 99 - at % 60))).collect();
    let all = near_misses(&(NEAR_HEADER.to_owned() + &many), &[]);
    assert_eq!(all.len(), 3000);
    let years: Vec<f64> = all.iter().map(|miss| miss["value"].as_f64().unwrap()).collect();
    assert!(years.is_sorted_by(|a, b| a >= b));
}
