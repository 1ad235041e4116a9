//! What holds for every list: nobody is lost, order and form of the file do not matter, threads do not matter, ranks
//! are what they are defined to be, and knowing more never overturns what was decided.

mod one_cell;

use std::collections::HashMap;

use super::common::{Test, cases};
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::select;
use screen::criteria::{self, Stage};
use screen::plan::{Memory, Plan};
use screen::score::Standing;
use screen::verdict::Verdict;

/// Every test there is, over columns of their own names.
const CRITERIA: &str = "\
version: 1
posting: { title: Everything, deadline: 2024-05-26, time_zone: Europe/Brussels }
identity: [name, email]
criteria:
  - id: c_years
    weight: 10
    years: { column: years, at_least: 7, full_at: 15, prorate: true }
  - id: c_number
    weight: 3
    number: { column: salary, at_least: 100, at_most: 5100 }
  - id: c_level
    weight: 4
    need: asset
    level: { column: level, scale: proficiency, at_least: good, full_at: excellent }
  - id: c_language
    weight: 7
    language: { language: en, column: english, list: languages, at_least: B2, full_at: C2 }
  - id: c_degree
    weight: 6
    need: asset
    degree: { column: degree, at_least: bachelor, full_at: master, fields: [law, [human rights, droits humains]] }
  - id: c_yes
    weight: 2
    when_missing: skip
    yes_no: { column: advocacy }
  - id: c_date
    weight: 0
    date: { column: received, on_or_before: deadline }
  - id: c_provided
    weight: 0
    need: asset
    provided: { column: cv }
  - id: c_one
    weight: 1
    when_missing: fail
    need: asset
    one_of: { column: permit, values: [[EU citizen, citoyen UE], work permit] }
  - id: c_mentions
    weight: 5
    need: asset
    mentions: { columns: [letter], terms: [[special rapporteur, rapporteur spécial], EEAS, treaty body], at_least: 1, full_at: 3 }
  - id: c_rating
    weight: 4
    need: asset
    rating: { columns: [r1, r2], out_of: 5, at_least: 3, full_at: 5 }
  - id: c_some
    weight: 3
    need: asset
    some_of:
      at_least: 1
      full_at: 2
      of:
        - language: { language: fr, list: languages, at_least: B2 }
        - any_of: { of: [ { yes_no: { column: advocacy } }, { years: { column: years, at_least: 10 } } ] }
        - all_of: { of: [ { provided: { column: cv } }, { number: { column: salary, at_most: 4000 } } ] }
";

/// The columns of the lists below: a name, and cells that may be in it.
const COLUMNS: [(&str, &[&str]); 14] = [
    (
        "years",
        &[
            "",
            "7",
            "6,9",
            "7+",
            "5-8",
            "2012–2016",
            "2010-03/2016-06; 2016-09/present",
            "84 mois",
            "sept ans",
            "many",
            "0",
            "2010-01/2020-01 (50%)",
        ],
    ),
    ("salary", &["", "4300", "4'300", "4.300", "5 100", "5100,01", "4,000.50", "3000-6000", "n/a", "a lot", "-5"]),
    ("level", &["", "good", "très bonne", "excellent", "none", "4/5", "good to excellent", "so so", "?"]),
    ("english", &["", "C1", "B2/C1", "native", "courant", "a bit", "none", "intermediate"]),
    (
        "languages",
        &["", "English C2, French B2", "français (langue maternelle) ; anglais C1", "Klingon", "EN: B1; FR: A2"],
    ),
    (
        "degree",
        &[
            "",
            "LLM in International Law",
            "Master en droits humains",
            "BSc Chemistry",
            "PhD (expected 2025)",
            "Licence",
            "yes",
        ],
    ),
    ("advocacy", &["", "yes", "non", "oui", "✓", "perhaps", "N/A", "no"]),
    ("received", &["", "2024-05-26", "27/05/2024", "03/04/2024", "2024-05-26T23:30:00Z", "26 mai 2024 23:59", "soon"]),
    ("cv", &["", "yes", "cv.pdf", "non", "https://example.org/cv", "missing"]),
    ("permit", &["", "EU citizen", "Citoyen UE", "visa", "work permit, EU citizen"]),
    (
        "letter",
        &[
            "",
            "I worked with the special rapporteur and the EEAS.",
            "no experience of the EEAS",
            "=1+1, \"quoted\"; and | more",
            "two\nlines: treaty bodies",
        ],
    ),
    ("r1", &["", "4", "3,5", "6", "absent"]),
    ("r2", &["", "5", "2", "4.5"]),
    ("name", &["Ada Fictive", "Zoé L'Exemple", "Bo, Sample", "Łucja \"Test\"", ""]),
];

const MACHINE: &str = "rank,rank_best,rank_worst,id,status,score,score_max,c_years,c_number,c_level,c_language,c_degree,\
                       c_yes,c_date,c_provided,c_one,c_mentions,c_rating,c_some";

type Rows = Vec<Vec<String>>;

/// A list: the candidates' cells in the order of [`COLUMNS`], ids of their own in front.
fn rows(count: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = Rows> {
    let row: Vec<_> = COLUMNS.iter().map(|(_, cells)| select(*cells)).collect();
    prop::collection::vec(row, count).prop_map(|rows| {
        let numbered = |(at, row): (usize, Vec<&str>)| {
            let cells = row.into_iter().map(str::to_owned);
            std::iter::once(format!("K{at:03}")).chain(cells).collect()
        };
        rows.into_iter().enumerate().map(numbered).collect()
    })
}

fn write(rows: &[Vec<String>], delimiter: u8, end: csv::Terminator) -> String {
    let mut writer =
        csv::WriterBuilder::new().flexible(true).delimiter(delimiter).terminator(end).from_writer(Vec::new());
    writer.write_record(std::iter::once("id").chain(COLUMNS.iter().map(|(name, _)| *name))).unwrap();
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn plain(rows: &[Vec<String>]) -> String {
    write(rows, b',', csv::Terminator::Any(b'\n'))
}

/// The line of a row that lost some of its cells or all but one, has one too many, has no id, lost its id and a cell with
/// it, or has a quote that is never closed.
fn damaged(mut row: Vec<String>, damage: u8) -> String {
    match damage {
        0 => row.truncate(4),
        1 => row.truncate(1),
        2 => row.insert(3, "shifted".to_owned()),
        3 => row[0].clear(),
        4 => {
            row[0].clear();
            row.pop();
        }
        _ => {}
    }
    let line = write(&[row], b',', csv::Terminator::Any(b'\n'));
    let line = line.strip_prefix(&plain(&[])).unwrap_or_default();
    if damage == 5 {
        line.trim_end().split('"').next().unwrap_or_default().to_owned() + ",\"open\n"
    } else {
        line.to_owned()
    }
}

/// What comes out of a list.
fn screen(list: impl AsRef<[u8]>, options: &[&str]) -> Vec<u8> {
    let test = Test::new().file("criteria.yaml", CRITERIA).file("list.csv", list);
    let ran = test.args(["list.csv", "--criteria", "criteria.yaml", "--quiet"]).args(options).output();
    assert_eq!((ran.status, &*ran.stderr), (0, ""), "{options:?}");
    ran.stdout
}

/// The fields of each candidate, by name.
fn records(output: &[u8]) -> Vec<HashMap<String, String>> {
    csv::Reader::from_reader(output).deserialize().map(|record| record.unwrap()).collect()
}

/// Few cases for what runs the program, which is slow where it is not optimized.
fn runs(few: u32) -> ProptestConfig {
    ProptestConfig { cases: cases(few), max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(runs(1))]

    #[test]
    fn threads_change_no_byte(rows in rows(40..60)) {
        // Long enough to be cut into several pieces, with what is looked for across pieces in it: ids that come twice.
        let mut rows: Rows = rows.iter().cycle().take(600).cloned().collect();
        for (at, row) in rows.iter_mut().enumerate() {
            row[0] = format!("K{:04}", if at % 250 == 7 { 0 } else { at });
            row[11].push_str(&" and so on, at length".repeat(45));
        }
        let list = plain(&rows);
        prop_assert!(list.len() > 512 << 10);
        for options in [
            &["--format", "table"][..],
            &["--format", "csv"],
            &["--format", "json", "--top", "300"],
            &["--format", "jsonl", "--status", "eligible,review"],
            &["--format", "markdown"],
            &["--format", "csv", "--sort", "input"],
            &["--format", "table", "--sort", "input"],
        ] {
            let [one, many] = ["1", "5"].map(|threads| screen(&list, &[options, &["--threads", threads]].concat()));
            prop_assert!(!one.is_empty());
            prop_assert!(one == many, "{:?}", options);
        }
    }
}

proptest! {
    #![proptest_config(runs(2))]

    /// Those who can no longer be among the first are not judged whole, and nothing that is told shows it.
    #[test]
    fn the_first_are_the_start_of_the_whole_list(rows in rows(40..60), top in 1..12_usize) {
        let mut rows: Rows = rows.iter().cycle().take(600).cloned().collect();
        for (at, row) in rows.iter_mut().enumerate() {
            row[0] = format!("K{at:04}");
            row[11].push_str(&" and so on, at length".repeat(45));
            // Enough who are eligible, with scores that differ.
            if at % 3 == 0 {
                let years = format!("{}", 7 + at % 9);
                let good = [&*years, "4300", "good", "C1", "", "LLM in International Law", "yes", "2024-05-26", "yes", "EU citizen"];
                row.iter_mut().skip(1).zip(good).for_each(|(cell, good)| good.clone_into(cell));
            }
        }
        let list = plain(&rows);
        let read = |options: &[&str]| -> serde_json::Value {
            serde_json::from_slice(&screen(&list, &[&["--format", "json"], options].concat())).unwrap()
        };
        let (whole, first) = (read(&[]), read(&["--top", &top.to_string()]));
        prop_assert!(whole["summary"]["eligible"].as_u64() > Some(100), "{}", whole["summary"]);
        let shown = &whole["candidates"].as_array().unwrap()[..top];
        prop_assert_eq!(shown, first["candidates"].as_array().unwrap().as_slice());
        for part in ["candidates", "eligible", "review", "not_eligible", "near_misses", "problems"] {
            prop_assert_eq!(&whole["summary"][part], &first["summary"][part], "{}", part);
        }
    }
}

proptest! {
    #![proptest_config(runs(4))]

    #[test]
    fn the_order_of_the_rows_changes_nothing(
        (rows, shuffled) in rows(1..40).prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))
    ) {
        let read = |rows: &[Vec<String>]| {
            let mut records = records(&screen(plain(rows), &["--format", "csv", "--columns", MACHINE]));
            records.sort_by(|a, b| a["id"].cmp(&b["id"]));
            records
        };
        prop_assert_eq!(read(&rows), read(&shuffled));
    }

    /// Nor where cells are missing, too many or in quotes that are not closed, and ids with them: then the line stands for
    /// the id, and nothing else depends on it.
    #[test]
    fn the_order_of_damaged_rows_changes_nothing_but_their_numbers(
        (lines, shuffled) in prop::collection::vec((rows(1), 0..7u8), 1..25).prop_flat_map(|rows| {
            let lines: Vec<String> = rows.into_iter().enumerate().map(|(at, (mut rows, damage))| {
                let mut row = rows.remove(0);
                row[0] = format!("K{at:03}");
                damaged(row, damage)
            }).collect();
            (Just(lines.clone()), Just(lines).prop_shuffle())
        })
    ) {
        let read = |lines: &[String]| {
            let list = plain(&[]) + &lines.concat();
            let columns = format!("{MACHINE},name");
            let mut records = records(&screen(list, &["--format", "csv", "--columns", &columns]));
            for record in &mut records {
                // The row stands for an id; those of the list have letters.
                if record["id"].parse::<u64>().is_ok() {
                    record.insert("id".to_owned(), String::new());
                }
            }
            let mut records: Vec<Vec<(String, String)>> = records.into_iter().map(|record| {
                let mut fields: Vec<(String, String)> = record.into_iter().collect();
                fields.sort();
                fields
            }).collect();
            records.sort();
            records
        };
        let records = read(&lines);
        prop_assert_eq!(records.len(), lines.len());
        prop_assert_eq!(records, read(&shuffled));
    }

    #[test]
    fn the_form_of_the_file_changes_nothing(rows in rows(3..20)) {
        let options = ["--format", "jsonl"];
        let expected = screen(plain(&rows), &options);
        let crlf = write(&rows, b';', csv::Terminator::CRLF);
        let tabs = write(&rows, b'\t', csv::Terminator::Any(b'\n'));
        let bars = write(&rows, b'|', csv::Terminator::CRLF);
        let utf16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2], text: &str| -> Vec<u8> {
            mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect()
        };
        for (form, bytes) in [
            ("semicolons and CRLF", crlf.clone().into_bytes()),
            ("tabs", tabs.clone().into_bytes()),
            ("bars and CRLF", bars.into_bytes()),
            ("a mark in front", ["\u{feff}", &plain(&rows)].concat().into_bytes()),
            ("UTF-16, small end first", utf16([0xff, 0xfe], u16::to_le_bytes, &tabs)),
            ("UTF-16, big end first", utf16([0xfe, 0xff], u16::to_be_bytes, &crlf)),
        ] {
            prop_assert_eq!(
                String::from_utf8(screen(bytes, &options)).unwrap(),
                String::from_utf8(expected.clone()).unwrap(),
                "{}",
                form
            );
        }
    }

    #[test]
    fn windows_1252_says_the_same_as_utf_8(rows in rows(3..20)) {
        let mut rows = rows;
        for cell in rows.iter_mut().flatten() {
            *cell = cell.replace(['Ł', '✓'], "œ");
        }
        let text = plain(&rows);
        let (bytes, _, unmappable) = encoding_rs::WINDOWS_1252.encode(&text);
        prop_assert!(!unmappable);
        prop_assert!(screen(bytes, &["--format", "csv"]) == screen(&text, &["--format", "csv"]));
    }

    #[test]
    fn ranks_are_what_they_are_defined_to_be(rows in rows(1..40)) {
        struct Candidate { ranks: [usize; 3], status: u8, score: i64, score_max: i64 }
        let read = |record: &HashMap<String, String>| {
            let number = |name: &str| record[name].parse::<usize>().unwrap();
            let score = |name: &str| (record[name].parse::<f64>().unwrap() * 1e6).round() as i64;
            Candidate {
                ranks: ["rank_best", "rank", "rank_worst"].map(number),
                status: ["eligible", "review", "not_eligible"].iter().position(|s| *s == record["status"]).unwrap() as u8,
                score: score("score"),
                score_max: score("score_max"),
            }
        };
        let output = screen(plain(&rows), &["--format", "csv", "--columns", MACHINE]);
        let all: Vec<Candidate> = records(&output).iter().map(read).collect();
        prop_assert_eq!(all.len(), rows.len());
        // Smaller is ahead.
        let well = |c: &Candidate| (if c.status == 1 { 0 } else { c.status }, -c.score_max);
        let badly = |c: &Candidate| (if c.status == 1 { 2 } else { c.status }, -c.score);
        for (at, mine) in all.iter().enumerate() {
            let others = || all.iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, other)| other);
            let proven = |c: &Candidate| (c.status, -c.score, -c.score_max);
            let best = 1 + others().filter(|other| badly(other) < well(mine)).count();
            let rank = 1 + others().filter(|other| proven(other) < proven(mine)).count();
            let worst = 1 + others().filter(|other| well(other) < badly(mine)).count();
            prop_assert_eq!(mine.ranks, [best, rank, worst]);
            prop_assert!(best <= rank && rank <= worst && worst <= all.len());
            prop_assert!((0..=mine.score_max).contains(&mine.score) && mine.score_max <= 100_000_000);
            // The order of the lines is the order of rank.
            prop_assert!(at == 0 || all[at - 1].ranks[1] <= mine.ranks[1]);
        }
    }

    #[test]
    fn nobody_is_lost_from_a_messy_file(
        rows in prop::collection::vec((0..6u8, "[A-C][0-9]{0,2}", "[a-zé\"',;|= ]{0,12}", any::<bool>()), 2..60),
        crlf in any::<bool>(),
    ) {
        let mut text = String::from("id,years,salary,level,english,languages,advocacy,received\n");
        let mut expected: Vec<String> = Vec::new();
        for (kind, id, cell, twice) in &rows {
            let quoted = format!("\"{}\"", cell.replace('"', "\"\""));
            let row = match kind {
                0 => format!("{id},7,4300,good,C1,,yes,2024-05-01"),
                1 => format!("{id},{quoted}"),
                2 => format!("{id},7,4300,good,C1,{quoted},yes,2024-05-01,,,more,{quoted}"),
                3 => format!("\"{id}\",\"7\nyears\",,,,{quoted},,"),
                4 => format!("  {id} ,{quoted},{quoted},{quoted},{quoted},{quoted},{quoted},{quoted}"),
                // Nothing at all: no record.
                _ => String::new(),
            };
            let copies = if *twice { 2 } else { 1 };
            for _ in 0..copies {
                text.push_str(&row);
                text.push_str(if crlf { "\r\n" } else { "\n" });
                if *kind != 5 {
                    expected.push(id.clone());
                }
            }
        }
        prop_assume!(!expected.is_empty());
        expected.sort();
        for options in [
            &["--threads", "1"][..],
            &["--threads", "4"],
            &["--sort", "input"],
            &["--top", "1000000"],
        ] {
            let options = [&["--format", "csv", "--columns", "id,status", "--missing-columns", "review"], options].concat();
            let output = screen(&text, &options);
            let mut ids: Vec<String> = records(&output).into_iter().map(|mut record| record.remove("id").unwrap()).collect();
            ids.sort();
            prop_assert_eq!(&ids, &expected, "{:?}\n{}", options, text);
        }
    }
}
