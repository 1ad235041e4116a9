//! Decisions on random rows, against a model that knows nothing of how they are applied.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::records::Input;
use crate::verdict::{Credit, Finding};

const CRITERIA: &str = "
version: 1
criteria:
  - id: experience
    years: { column: a, at_least: 7, full_at: 14 }
  - id: permit
    yes_no: { column: b }
  - id: writing
    need: asset
    when_missing: skip
    level: { column: c, scale: proficiency, at_least: good, full_at: excellent }
  - id: either
    any_of:
      of:
        - yes_no: { column: b }
        - years: { column: a, at_least: 10 }
";
const COLUMNS: [&str; 3] = ["a", "b", "c"];

fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 5, 26).unwrap()
}

fn criteria() -> Criteria {
    crate::criteria::read("criteria.yaml", CRITERIA).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn plan() -> Plan {
    let column = |name: &str| COLUMNS.iter().position(|known| *known == name);
    Plan::new(&criteria(), Stage::Application, &column, as_of())
}

fn decisions(entries: Vec<Entry>) -> (Decisions, Vec<Diagnostic>) {
    Decisions::new(entries, &criteria(), Stage::Application, as_of(), str::to_owned)
}

fn entry(id: &str, criterion: &str, cell: &str, decision: &str, reason: &str) -> Entry {
    let text = str::to_owned;
    let (id, criterion, cell) = (text(id), text(criterion), text(cell));
    Entry { id, criterion, cell, decision: text(decision), reason: text(reason), ..Entry::default() }
}

fn machine(plan: &Plan, row: &Vec<String>) -> Vec<Judged> {
    plan.criteria.iter().zip(plan.account(row)).map(|(planned, account)| planned.count(account.outcome)).collect()
}

fn row(cells: [&str; 3]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

/// What a criterion comes to by a decision: as if the cell had said so, or between the bound's credit and all of it.
fn model(plan: &Plan, criterion: usize, cells: &[String], decision: &str) -> Judged {
    let credit = |low, high| Credit { low, high };
    let under = |bound: f64| f64::from_bits(bound.to_bits() - 1);
    let (met, not_met) = match criterion {
        0 => (credit(0.5, 1.0), credit(0.0, under(0.5))),
        1 => (Credit::FULL, Credit::NONE),
        2 => (credit(0.5, 1.0), credit(0.0, under(0.5))),
        // One yes is all of it; ten years are all of it, and up to them there is some.
        _ => (credit(1.0, 1.0), credit(0.0, under(1.0))),
    };
    let judged = |verdict, credit| Judged { verdict, credit, counts: true };
    match decision {
        "met" => judged(Verdict::Met, met),
        "not met" => judged(Verdict::NotMet, not_met),
        reading => {
            let mut cells = cells.to_vec();
            match reading.split_once(": ") {
                Some((column, text)) => {
                    let at = COLUMNS.iter().position(|known| *known == column).unwrap();
                    text.clone_into(&mut cells[at]);
                }
                None => reading.clone_into(&mut cells[criterion]),
            }
            machine(plan, &cells)[criterion]
        }
    }
}

/// The text that is seen: the cell, or both cells with their names where both say something.
fn seen(criterion: usize, cells: &[String]) -> String {
    match (criterion, cells[1].as_str(), cells[0].as_str()) {
        (0..3, ..) => cells[criterion].clone(),
        (_, "", a) => a.to_owned(),
        (_, b, "") => b.to_owned(),
        (_, b, a) => format!("b: {b}; a: {a}"),
    }
}

const CELLS: [&[&str]; 3] = [
    &["", "8", "6-9 years", "3", "plenty", "12 ans"],
    &["", "yes", "no", "maybe", "Oui"],
    &["", "good", "basic", "so-so"],
];
const READINGS: [&[&str]; 4] = [
    &["8 years", "3", "6-8", "met", "not met"],
    &["yes", "no", "met", "not met"],
    &["excellent", "basic", "met", "not met"],
    &["b: yes", "a: 12", "b: no", "met", "not met"],
];

/// A decision on one of three candidates or on all, for the text that is there, as others may write it, or for another text.
fn any_decision() -> impl Strategy<Value = (usize, usize, usize, usize, bool, bool)> {
    (0_usize..4, 0_usize..4, 0_usize..4, any::<prop::sample::Index>(), any::<bool>(), any::<bool>()).prop_map(
        |(id, criterion, cell, reading, reason, by)| {
            (id, criterion, cell, reading.index(READINGS[criterion].len()), reason, by)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn decisions_are_what_they_are_said_to_be(
        rows in prop::collection::vec((0_usize..6, 0_usize..5, 0_usize..4), 3),
        made in prop::collection::vec(any_decision(), 0..8),
    ) {
        let plan = plan();
        let rows: Vec<Vec<String>> =
            rows.into_iter().map(|(a, b, c)| row([CELLS[0][a], CELLS[1][b], CELLS[2][c]])).collect();
        let entries: Vec<Entry> = made
            .iter()
            .map(|&(id, criterion, cell, reading, reason, by)| {
                let at = id.saturating_sub(1);
                let text = seen(criterion, &rows[at]);
                let text = match cell {
                    0 => text,
                    1 => format!("  {} ", text.to_uppercase()),
                    2 => text.replace(' ', "\u{a0}\u{a0}"),
                    _ => format!("{text} more"),
                };
                let id = if id == 0 { String::new() } else { format!("A{id}") };
                let reason = if reason { "seen the letter" } else { "" };
                let by = if by { "x" } else { "y" }.to_owned();
                Entry { by, ..entry(&id, &plan.criteria[criterion].id, &text, READINGS[criterion][reading], reason) }
            })
            .collect();
        let (decisions, problems) = decisions(entries.clone());
        let without_cell = |entry: &&Entry| entry.id.is_empty() && entry.cell.trim().is_empty();
        prop_assert_eq!(problems.len(), entries.iter().filter(without_cell).count());
        let mut applied = std::collections::HashSet::new();
        for (nth, row) in rows.iter().enumerate() {
            let id = format!("A{}", nth + 1);
            let said = machine(&plan, row);
            let ruling = decisions.rule(&format!(" {} ", id.to_lowercase()), &plan.criteria, row, &said);
            let mut judged = said.clone();
            ruling.apply(&mut judged);
            for criterion in 0..4 {
                let folds = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
                let now = folds(&seen(criterion, row));
                let holds = |entry: &&Entry| {
                    if entry.criterion != plan.criteria[criterion].id {
                        return false;
                    }
                    let mine = entry.id == id || entry.id.is_empty() && !entry.cell.trim().is_empty();
                    let by_it = model(&plan, criterion, row, &entry.decision);
                    let against = said[criterion].counts && said[criterion].verdict != Verdict::Unknown;
                    let needs = against && said[criterion].verdict != by_it.verdict;
                    mine && folds(&entry.cell) == now && (!needs || !entry.reason.is_empty())
                };
                let last = entries.iter().rposition(|entry| holds(&entry));
                let expected = last.map_or(said[criterion], |at| model(&plan, criterion, row, &entries[at].decision));
                prop_assert_eq!(judged[criterion], expected, "{} {:?} {:?}", id, row, entries);
                applied.extend(last);
                let ruled = ruling.criteria.iter().find(|ruled| ruled.criterion == criterion);
                prop_assert_eq!(ruled.is_some(), last.is_some());
                // What the machine said is still there.
                if let Some(ruled) = ruled {
                    prop_assert_eq!(ruled.machine, said[criterion]);
                }
            }
        }
        prop_assert_eq!(decisions.tally().applied, applied.len());
    }

    /// A decision that was made for a cell is stale once the cell is another text, and only then.
    #[test]
    fn another_text_makes_a_decision_stale(cell in "[a-c0-3 ]{0,5}", now in "[a-cA-C0-3\u{a0} ]{0,5}") {
        let plan = plan();
        let (decisions, _) = decisions(vec![entry("A1", "experience", &cell, "8 years", "why")]);
        let row = row([&now, "", ""]);
        let ruling = decisions.rule("A1", &plan.criteria, &row, &machine(&plan, &row));
        let same = fold(&cell) == fold(&now);
        prop_assert_eq!(ruling.criteria.len(), usize::from(same));
        let problems: Vec<&str> = decisions.problems(false).iter().map(|problem| problem.code).collect();
        prop_assert_eq!(problems, if same { vec![] } else { vec!["stale-decision"] });
    }
}

#[test]
fn a_status_overrides_the_status_alone() {
    let (decisions, problems) = decisions(vec![
        entry("A1", "", "", "éligible", "vu par le comité"),
        entry("A1", "", "", "eligible", ""),
        entry("", "", "", "eligible", "why"),
        entry("A2", "", "", "yes", "why"),
    ]);
    let codes: Vec<&str> = problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["no-reason", "no-candidate", "unknown-decision"]);
    let (plan, row) = (plan(), row(["3", "no", ""]));
    let ruling = decisions.rule("A1", &plan.criteria, &row, &machine(&plan, &row));
    assert_eq!((ruling.criteria.len(), ruling.status.map(|(status, _)| status)), (0, Some(Status::Eligible)));
    assert!(decisions.rule("A2", &plan.criteria, &row, &machine(&plan, &row)).is_empty());
}

#[test]
fn what_cannot_be_used_is_told_with_what_to_do() {
    let (decisions, problems) = decisions(vec![
        entry("A1", "experiance", "x", "8", ""),
        entry("A1", "zzz", "x", "8", ""),
        entry("A1", "experience", "x", "long enough", ""),
        entry("A1", "permit", "x", "8 bananas", ""),
        entry("A1", "either", "x", "yes", ""),
        entry("A1", "either", "x", "b: perhaps", ""),
        entry("", "experience", " ", "8", ""),
        entry("A9", "experience", "x", "8", ""),
    ]);
    let codes: Vec<&str> = problems.iter().map(|problem| problem.code).collect();
    assert_eq!(
        codes,
        [
            "unknown-criterion",
            "unknown-criterion",
            "unknown-reading",
            "unknown-reading",
            "unknown-reading",
            "no-candidate"
        ]
    );
    assert!(problems.iter().all(|problem| problem.help.is_some()));
    assert!(problems[0].help.as_ref().unwrap().en.contains("`experience`"));
    let (plan, row) = (plan(), row(["x", "", ""]));
    assert!(decisions.rule("A1", &plan.criteria, &row, &machine(&plan, &row)).is_empty());
    let codes: Vec<&str> = decisions.problems(false).iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["unknown-reading", "no-such-candidate"]);
}

#[test]
fn people_who_disagree_are_told() {
    let by = |by: &str, decision: &str| Entry { by: by.into(), ..entry("A1", "permit", "maybe", decision, "") };
    for (made, codes) in [
        (vec![by("x", "yes"), by("y", "no")], vec!["disagree"]),
        (vec![by("x", "yes"), by("x", "no")], vec![]),
        (vec![by("x", "yes"), by("y", "YES")], vec![]),
        (vec![Entry { id: String::new(), ..by("x", "yes") }, by("y", "not met")], vec!["disagree"]),
    ] {
        let (decisions, _) = decisions(made.clone());
        let (plan, row) = (plan(), row(["", "maybe", ""]));
        let ruling = decisions.rule("A1", &plan.criteria, &row, &machine(&plan, &row));
        assert_eq!(ruling.criteria[0].decision.entry, *made.last().unwrap());
        let told: Vec<&str> = decisions.problems(false).iter().map(|problem| problem.code).collect();
        assert_eq!(told, codes, "{made:?}");
    }
}

#[test]
fn a_skipped_criterion_counts_once_it_is_decided() {
    let (decisions, _) = decisions(vec![entry("A1", "writing", "", "good", "")]);
    let (plan, row) = (plan(), row(["", "", ""]));
    let said = machine(&plan, &row);
    assert_eq!(said[2].finding(), Finding::Skipped);
    let ruling = decisions.rule("A1", &plan.criteria, &row, &said);
    assert_eq!(ruling.criteria[0].judged.finding(), Finding::Met);
}

fn file(text: &str) -> Result<(Vec<Entry>, Vec<Diagnostic>), Diagnostic> {
    read(Input::Stdin(Box::new(std::io::Cursor::new(text.to_owned()))), "decisions.csv")
}

#[test]
fn files_are_read_in_both_languages() {
    let english = "id,criterion,cell,decision,reason,by,at,read as\nA1,permit,maybe,yes,asked,Jo,2024-06-02T10:00:00Z,?\nA2,permit,x,,,,,\n";
    let french = "\u{feff}Candidat;Critère;Cellule;Décision;Motif;Par;Le\r\nA1;permit;maybe;yes;asked;Jo;2024-06-02T10:00:00Z\r\n";
    let (entries, problems) = file(english).unwrap();
    assert_eq!((entries.len(), problems.len()), (1, 0));
    let (others, notes) = file(french).unwrap();
    assert_eq!(entries, others);
    assert!(notes.iter().all(|note| note.severity == crate::diagnostic::Severity::Note));
    assert_eq!((entries[0].by.as_str(), entries[0].place.line), ("Jo", 2));
    for empty in ["", "id,criterion,cell,decision\n"] {
        assert_eq!(file(empty).unwrap(), (vec![], vec![]), "{empty:?}");
    }
    for wrong in ["id,criterion,decision\nA1,x,y\n", "id,candidat,criterion,cell,decision\n1,2,3,4,5\n", "a,b\n1,2\n"] {
        assert_eq!(file(wrong).unwrap_err().code, "not-decisions", "{wrong:?}");
    }
    let (entries, problems) =
        file("id,criterion,cell,decision\nA1,permit,x,yes\nA2,permit,y\nA3,permit,z,no\n").unwrap();
    assert_eq!((entries.len(), problems[0].code), (2, "too-few-cells"));
}

proptest! {
    /// Whatever stands in a decisions file, it is read or refused, and no row of it stops a run.
    #[test]
    fn any_file_is_read_or_refused(
        head in "(id|candidat|criterion|cell|cellule|decision|reason|by|at|x|,|;|\n){0,12}",
        body in "(A1|experience|permit|either|writing|met|8 years|a: 3; b: yes|: |; |,|;|\"|\n|=1+1|\u{1b}\\[2J){0,60}",
        cells in prop::array::uniform3("[a-z0-9: ;,\"]{0,9}"),
    ) {
        if let Ok((entries, _)) = file(&format!("id,criterion,cell,decision{head}\n{body}\n")) {
            let (decisions, problems) = decisions(entries.clone());
            prop_assert!(problems.len() <= entries.len());
            let (plan, row) = (plan(), cells.to_vec());
            let said = machine(&plan, &row);
            let ruling = decisions.rule("A1", &plan.criteria, &row, &said);
            prop_assert!(ruling.criteria.len() <= plan.criteria.len());
            prop_assert!(ruling.is_empty() || decisions.may_concern("A1", &plan.criteria, &row));
            let _ = decisions.problems(false);
            let _ = decisions.problems(true);
        }
    }
}
