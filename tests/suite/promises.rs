//! What an account promises comes true: once the cells say what is to be confirmed, the candidate stands where it said.

use super::common::Test;
use proptest::prelude::*;
use proptest::sample::select;
use screen::criteria::{self, Criteria, Stage};
use screen::explain::{self, CriterionAccount, change};
use screen::plan::Plan;
use screen::reading::Range;
use screen::score::Status;

/// Criteria that read the same cells in several ways.
const CRITERIA: &str = "\
version: 1
criteria:
  - { id: few, weight: 5, years: { column: exp, at_least: 2, full_at: 6 } }
  - { id: more, weight: 7, when_missing: skip, years: { column: exp, at_least: 4, full_at: 8 } }
  - { id: many, need: asset, weight: 9, years: { column: exp, at_least: 10, full_at: 15 } }
  - { id: none, need: asset, weight: 2, when_missing: fail, years: { column: exp, at_least: 1 } }
  - id: either
    weight: 4
    any_of: { of: [{ yes_no: { column: permit } }, { years: { column: exp, at_least: 7 } }] }
  - id: degree
    weight: 6
    degree: { column: degree, at_least: bachelor, full_at: master, fields: &fields [law, [human rights, droits humains]] }
  - { id: master, need: asset, weight: 4, degree: { column: degree, at_least: master, fields: *fields } }
  - { id: doctorate, need: asset, weight: 3, degree: { column: degree, at_least: doctorate, fields: *fields } }
  - { id: any-degree, weight: 3, degree: { column: degree, at_least: short cycle, full_at: doctorate } }
  - { id: english, weight: 5, language: { language: en, column: english, at_least: B2, full_at: C2 } }
  - { id: good-english, need: asset, weight: 5, language: { language: en, column: english, at_least: C1 } }
  - { id: drafting, weight: 3, level: { column: drafting, scale: proficiency, at_least: good, full_at: excellent } }
  - id: two
    weight: 2
    some_of:
      at_least: 2
      full_at: 3
      of:
        - level: { column: drafting, scale: proficiency, at_least: very good }
        - yes_no: { column: permit }
        - years: { column: exp, at_least: 5 }
";

const COLUMNS: [(&str, &[&str]); 5] = [
    ("exp", &["", "5-8", "3+", "1-9", "2012–2016", "many", "12", "6", "n/a", "1 to 3"]),
    ("permit", &["", "yes", "no", "perhaps"]),
    (
        "degree",
        &[
            "",
            "Master en sociologie",
            "Master",
            "PhD in law (expected 2031)",
            "BSc Chemistry; Master en droits humains (en cours)",
            "Licence en droit",
            "MSc in Biology (in progress)",
            "Bachelor of Laws, PhD in biology",
            "something",
        ],
    ),
    ("english", &["", "B2/C1", "fluent", "intermediate", "A2 to C2", "so so", "C1"]),
    ("drafting", &["", "good", "basic to excellent", "so so", "good to very good", "excellent"]),
];

fn accounts(criteria: &Criteria, row: &Vec<String>) -> Vec<CriterionAccount> {
    let column = |name: &str| COLUMNS.iter().position(|(known, _)| *known == name);
    let as_of = chrono::NaiveDate::from_ymd_opt(2024, 5, 26).unwrap();
    explain::accounts(criteria, Stage::Application, &Plan::new(criteria, Stage::Application, &column, as_of), row)
}

/// A cell of this column that says what is confirmed and no more.
fn written(column: &str, Range { low, high, .. }: Range) -> String {
    const LEVELS: [&str; 7] = ["none", "A1", "A2", "B1", "B2", "C1", "C2"];
    const STEPS: [&str; 5] = ["none", "basic", "good", "very good", "excellent"];
    const DEGREES: [&str; 6] = ["none", "secondary", "short cycle", "Bachelor", "Master", "PhD"];
    match column {
        "exp" if high == f64::INFINITY => format!("{low}+"),
        "exp" => format!("{low}-{high}"),
        "permit" => "yes".to_owned(),
        "degree" => format!("{} in law", DEGREES[low as usize]),
        "english" => format!("{}/{}", LEVELS[low as usize], LEVELS[high as usize]),
        _ => format!("{} to {}", STEPS[low as usize], STEPS[high as usize]),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_promised_comes_true(row in COLUMNS.map(|(_, cells)| select(cells)).to_vec()) {
        let criteria = criteria::read("criteria.yaml", CRITERIA).unwrap_or_else(|problems| panic!("{problems:?}"));
        let row: Vec<String> = row.into_iter().map(str::to_owned).collect();
        let before = accounts(&criteria, &row);
        let Some(confirmations) = change::cheapest(&before) else { return Ok(()) };
        let promised = change::standing_after(&before, &confirmations);
        prop_assert_eq!(promised.status, Status::Eligible);
        let mut told = row.clone();
        for one in &confirmations {
            let [column] = one.columns.as_slice() else { panic!("{one:?}") };
            let at = COLUMNS.iter().position(|(known, _)| known == column).unwrap();
            prop_assert_eq!(&told[at], &row[at], "asked twice of one cell");
            told[at] = written(column, one.reading.hull().unwrap());
        }
        let after = explain::standing_of(&accounts(&criteria, &told));
        prop_assert_eq!(after.status, Status::Eligible, "{:?} {:?} {:?}", row, told, confirmations);
        prop_assert!(after.score >= promised.score, "{:?} {:?}: {:?}, not {:?}", row, told, after, promised);
        // What is written says no more than what was asked for: only the field of a degree is written whole.
        let degree = confirmations.iter().any(|one| one.columns == ["degree"]);
        prop_assert!(degree || after.score == promised.score, "{:?} {:?}: {:?}, not {:?}", row, told, after, promised);
    }
}

/// The candidates that come with it: what is promised to one, and what the program says once the cell is settled.
#[test]
fn a_related_field_counts_where_it_was_promised() {
    let list = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/candidates.csv")).unwrap();
    let account = |list: &str| {
        let test = Test::new().file("list.csv", list).args(["explain", "list.csv", "C026"]);
        test.output().text().to_owned()
    };
    let before = account(&list);
    assert!(before.contains("ask whether the degree is in a related field"), "{before}");
    assert!(before.contains("Then: proven score 86.08, rank 6 of 67"), "{before}");
    let after = account(&list.replace("Master en sociologie", "Master en droit"));
    assert!(after.contains("eligible · rank 6 of 67") && after.contains("score 86.08"), "{after}");
}
