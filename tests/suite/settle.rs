//! `screen settle`: what is open, answered on a terminal or in a table.
#![cfg(unix)]

use std::io::Write as _;
use std::time::Duration;

use super::common::pty::{PROMPT, Session};
use super::common::{CRITERIA, Test, cases};
use insta::assert_snapshot;

/// Open cells: one alone, three that say the same, an empty one, an asset.
const OPEN: &str = "\
id,name,email,experience,advocacy,writing
A1,Ada Fictive,ada.fictive@example.org,5-8,yes,good
A2,Bo Sample,bo.sample@example.org,plenty,yes,good
A3,Cy Specimen,cy.specimen@example.org,Plenty ,yes,good
A4,Di Placeholder,di.placeholder@example.org,plenty,yes,so-so
A5,Ed Dummy,ed.dummy@example.org,10,,very good
A6,Flo Mockup,flo.mockup@example.org,3,perhaps,excellent
";

fn folder() -> Test {
    Test::new().file("job.yaml", CRITERIA).file("list.csv", OPEN)
}

const ARGS: [&str; 8] = ["settle", "list.csv", "-c", "job.yaml", "--decisions", "decisions.csv", "--by", "Jo"];

fn kept(folder: &Test) -> String {
    std::fs::read_to_string(folder.path("decisions.csv")).unwrap_or_default()
}

/// The decisions, without when they were made.
fn decided(folder: &Test) -> Vec<String> {
    let lines = kept(folder).lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    lines.iter().map(|line| line.rsplit_once(",\"2").unwrap_or((line, "")).0.to_owned()).collect()
}

/// The command below a table names nobody: who decides is asked.
#[test]
fn who_decides_is_asked_where_nothing_says_it() {
    let folder = folder();
    let mut session = Session::start(&folder.path("."), &ARGS[..6]);
    session.until("beside each decision: ");
    session.answer("Jo");
    session.answer("9 years");
    let (status, _) = session.last("q");
    assert_eq!(status, 0);
    assert!(decided(&folder)[0].ends_with("\"Jo\""), "{:?}", decided(&folder));
}

#[test]
fn questions_are_asked_once_the_most_useful_first_and_answers_are_kept() {
    let folder = folder();
    let mut session = Session::start(&folder.path("."), &ARGS);
    let mut shown = session.until(PROMPT);
    shown.push_str(&session.answer("a lot"));
    shown.push_str(&session.answer_until("6 to 8", "[y/N]: "));
    assert_eq!(kept(&folder), "", "nothing was decided");
    shown.push_str(&session.answer("n"));
    shown.push_str(&session.answer("9 years # told on the phone"));
    assert_eq!(
        decided(&folder),
        ["\"\",\"experience\",\"plenty\",\"9 years\",\"told on the phone\",\"Jo\""]
            .map(|line| line.replace("\"\",", ","))
    );
    shown.push_str(&session.answer("n"));
    shown.push_str(&session.answer("b"));
    assert_eq!(decided(&folder).len(), 1);
    shown.push_str(&session.answer("m"));
    shown.push_str(&session.answer("l"));
    shown.push_str(&session.answer(""));
    let (status, said) = session.last("q");
    assert_eq!(status, 0);
    shown.push_str(&said);
    let plain = anstream::adapter::strip_str(&shown).to_string().replace('\r', "");
    assert_snapshot!(format!("{plain}\n--- decisions.csv\n{}", decided(&folder).join("\n")));
    assert!(!folder.path("decisions.csv.lock").exists());
}

#[test]
fn an_answer_is_on_disk_before_the_next_question() {
    let folder = folder();
    let rounds = cases(20) as usize;
    for round in 0..rounds {
        let _ = std::fs::remove_file(folder.path("decisions.csv"));
        let mut session = Session::start(&folder.path("."), &ARGS);
        session.until(PROMPT);
        let answers = round % 4;
        for _ in 0..answers {
            session.answer("m");
        }
        // Killed while it waits, or while it takes one answer more.
        if round % 2 == 1 {
            session.keys.write_all(b"n\r").unwrap();
            std::thread::sleep(Duration::from_micros((round * 3700 / rounds) as u64));
        }
        session.child.kill().unwrap();
        session.child.wait().unwrap();
        let text = kept(&folder);
        let lines: Vec<&str> = text.lines().collect();
        let known = lines.len().saturating_sub(1);
        assert!(known == answers || known == answers + round % 2, "{round}: {text}");
        assert!(text.is_empty() || text.ends_with('\n'), "{round}: {text}");
        assert!(lines.iter().skip(1).take(answers).all(|line| line.contains("\"met\"")), "{round}: {text}");
    }
    // What is decided is not asked again, and the file grows.
    std::fs::remove_file(folder.path("decisions.csv")).unwrap();
    for nth in 1..=5_usize {
        let mut session = Session::start(&folder.path("."), &ARGS);
        assert!(session.until(PROMPT).contains(&format!("1 of {}", 6 - nth)));
        session.keys.write_all(b"m\r").unwrap();
        if nth < 5 {
            session.until(PROMPT);
            session.last("q");
        } else {
            assert_eq!(session.end().0, 0);
        }
        assert_eq!(decided(&folder).len(), nth);
    }
    let mut session = Session::start(&folder.path("."), &ARGS);
    assert_eq!(session.end(), (0, "Nothing is open.\n".to_owned()));
}

#[test]
fn two_runs_on_one_file_do_not_meet() {
    let folder = folder();
    let mut first = Session::start(&folder.path("."), &ARGS);
    first.until(PROMPT);
    let mut other = Session::start(&folder.path("."), &ARGS);
    let told = other.until("another file");
    assert!(told.contains("is held by Jo (process "), "{told}");
    assert_eq!(other.end(), (1, String::new()));
    first.answer("m");
    first.child.kill().unwrap();
    first.child.wait().unwrap();
    // Whoever is dead holds nothing.
    let mut next = Session::start(&folder.path("."), &ARGS);
    next.until(PROMPT);
    assert_eq!(next.last("q").0, 0);
}

#[test]
fn an_interruption_loses_nothing() {
    let folder = folder();
    let mut session = Session::start(&folder.path("."), &ARGS);
    session.until(PROMPT);
    session.answer("m");
    assert_eq!(session.interrupt().0, 130);
    assert_eq!(decided(&folder).len(), 1);
}

#[test]
fn only_what_is_asked_for_is_asked() {
    let folder = folder();
    let first = |more: &[&str]| {
        let mut session = Session::start(&folder.path("."), &[&ARGS[..], more].concat());
        let shown = session.until("[q]uit");
        session.last("q");
        shown
    };
    assert!(first(&["--criterion", "writing"]).contains("1 of 1"));
    let shown = first(&["--id", "a1"]);
    assert!(shown.contains("1 of 1") && shown.contains("A1 Ada Fictive"), "{shown}");
    assert!(first(&["--limit", "2"]).contains("1 of 2"));
    let shown = first(&["--blind"]);
    assert!(!shown.contains("Sample") && shown.contains("A2, and 2 others"), "{shown}");
    let shown = first(&["--lang", "fr"]);
    assert!(shown.contains("1 sur 5") && shown.contains("A2 Bo Sample, et 2 autres avec les mêmes mots"), "{shown}");
}

#[test]
fn a_file_goes_on_as_it_was_begun() {
    let french = "\u{feff}Par;Candidat;Critère;Cellule;Décision;Motif;Le;Remarque\r\nZ;A1;experience;5-8;8 ans;;;x";
    let folder = folder().file("decisions.csv", french);
    let mut session = Session::start(&folder.path("."), &ARGS);
    assert!(session.until(PROMPT).contains("1 of 4"));
    session.answer("12");
    session.last("q");
    let text = kept(&folder);
    assert!(text.starts_with(french), "{text}");
    let line = text.lines().nth(2).unwrap();
    assert!(line.starts_with("\"Jo\";;\"experience\";\"plenty\";\"12\";;\"2") && line.ends_with(';'), "{line}");
    for (content, told) in [
        (&b"PK\x03\x04"[..], "no CSV"),
        (b"id,criterion,cell,decision\nA1,x,y,z\n", "`reason`"),
        (b"id,criterion,cell,decision,reason,by,at\nA1,x\n", "too-few-cells"),
        (b"a,b\n1,2\n", "not-decisions"),
        (b"id,criterion,cell,decision,reason,by,at\nA1,experience,\xe9,8,,,\n", "UTF-8"),
    ] {
        let folder = self::folder().file("decisions.csv", content);
        let mut session = Session::start(&folder.path("."), &ARGS);
        let (status, _) = session.end();
        session.until(told);
        assert_eq!(status, 1, "{told}");
        assert_eq!(std::fs::read(folder.path("decisions.csv")).unwrap(), content);
    }
}

#[test]
fn what_cannot_be_meant_is_told() {
    let run = |args: &[&str]| {
        let ran = folder().args(["settle", "list.csv", "-c", "job.yaml"]).args(args).output();
        (ran.status, ran.stderr)
    };
    let (status, told) = run(&["--decisions", "d.csv"]);
    assert_eq!((status, told.contains("--list")), (2, true), "{told}");
    let stdin = folder().stdin(OPEN).args(["settle", "-", "-c", "job.yaml"]).output();
    assert!(stdin.status == 2 && stdin.stderr.contains("--decisions decisions.csv"), "{}", stdin.stderr);
    assert!(stdin.stderr.contains("settle --help"), "{}", stdin.stderr);
    let (status, told) = run(&["--list", "open.txt"]);
    assert_eq!((status, told.contains(".xlsx")), (2, true), "{told}");
    let (status, told) = run(&["--list", "list.csv"]);
    assert_eq!((status, told.contains("output-is-input")), (1, true), "{told}");
    let (status, told) = run(&["--list", "open.csv", "--criterion", "experiance"]);
    assert_eq!((status, told.contains("`experience`")), (1, true), "{told}");
}

#[test]
fn a_list_is_a_decisions_file_to_fill_in() {
    let folder = folder().args(["settle", "list.csv", "-c", "job.yaml", "--list", "open.csv"]);
    let ran = folder.output();
    assert_eq!((ran.status, ran.text()), (0, ""), "{}", ran.stderr);
    let mut told = std::fs::read_to_string(folder.path("open.csv")).unwrap();
    told.push_str(&ran.stderr);
    assert_snapshot!(told);
    let blind =
        self::folder().args(["settle", "list.csv", "-c", "job.yaml", "--list", "open.csv", "--blind", "--lang", "fr"]);
    assert_eq!(blind.output().status, 0);
    let text = std::fs::read_to_string(blind.path("open.csv")).unwrap();
    assert!(!text.contains("Sample") && text.contains("critère"), "{text}");
}

/// With `--places`, only what can still change who the first are is asked: an open cell of somebody who is far behind is not.
#[test]
fn only_what_can_change_the_first_is_asked() {
    let criteria = "version: 1\ncriteria:\n  - { id: years, years: { column: years, at_least: 5, full_at: 10 } }\n  \
                    - { id: english, need: asset, level: { column: english, scale: proficiency, at_least: good } }\n";
    let list = "id,years,english\nA,10,good\nB,9,gnarly\nC,5,swell indeed\nD,9,good\n";
    let listed = |places: &[&str]| {
        let test = Test::new().file("c.yaml", criteria).file("list.csv", list);
        let test =
            test.args(["settle", "list.csv", "-c", "c.yaml", "--list", "open.csv", "-q"]).args(places.iter().copied());
        let ran = test.output();
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
        let rows = std::fs::read_to_string(test.path("open.csv")).unwrap();
        ["swell indeed", "gnarly"].map(|cell| rows.contains(cell))
    };
    assert_eq!(listed(&[]), [true, true]);
    assert_eq!(listed(&["--places", "2"]), [false, true]);
    assert_eq!(listed(&["--places", "1"]), [false, false]);
}

/// The first list is asked for before there are any decisions.
#[test]
fn a_list_needs_no_decisions_yet() {
    let args = ["settle", "list.csv", "-c", "job.yaml", "--decisions", "decisions.csv", "--list", "open.csv"];
    let folder = folder().args(args);
    let ran = folder.output();
    assert_eq!((ran.status, std::fs::read_to_string(folder.path("open.csv")).is_ok()), (0, true), "{}", ran.stderr);
    assert!(!folder.path("decisions.csv").exists());
}

/// The text of one part of a workbook.
#[cfg(feature = "xlsx")]
fn part(path: &std::path::Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut text).unwrap();
    text
}

#[cfg(feature = "xlsx")]
#[test]
fn a_sheet_has_choices_and_is_a_decisions_file_once_it_is_filled_in() {
    let list = folder().args(["settle", "list.csv", "-c", "job.yaml", "--list", "open.xlsx", "--lang", "fr"]);
    assert_eq!(list.output().status, 0);
    let sheet = part(&list.path("open.xlsx"), "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<dataValidation") && sheet.contains("\"oui,non,satisfait,non satisfait\""), "{sheet}");
    assert!(sheet.contains("\"excellente,") || sheet.contains(",excellente,"), "{sheet}");
    let again = folder().args(["settle", "list.csv", "-c", "job.yaml", "--list", "open.xlsx", "--lang", "fr"]);
    again.output();
    assert_eq!(std::fs::read(again.path("open.xlsx")).unwrap(), std::fs::read(list.path("open.xlsx")).unwrap());
    // Empty, it decides nothing; filled in as a spreadsheet does, it settles everything.
    let run = |decisions: &str| {
        let args =
            ["list.csv", "-c", "job.yaml", "--decisions", decisions, "-f", "csv", "--columns", "id,status,decided"];
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_screen"));
        let output = command.args(args).env_clear().current_dir(list.path(".")).output().unwrap();
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (text, told) = run("open.xlsx");
    assert!(text.contains("A2,review,\n") && told.is_empty(), "{text}{told}");
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip([
        ["candidat", "critère", "cellule", "décision", "motif", "par", "le", "écrit par"],
        ["", "experience", "plenty", "9 ans", "", "Zoé", "", "A2"],
        ["A1", "experience", "5-8", "non satisfait", "", "Zoé", "", "A1"],
        ["A5", "advocacy", "", "oui", "", "Zoé", "", "A5"],
        ["A4", "writing", "so-so", "", "", "", "", "A4"],
    ]) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    book.save(list.path("filled.xlsx")).unwrap();
    let (text, told) = run("filled.xlsx");
    assert_eq!(told, "");
    let mut lines: Vec<&str> = text.lines().skip(1).collect();
    lines.sort_unstable();
    let expected = [
        "A1,not_eligible,experience",
        "A2,eligible,experience",
        "A3,eligible,experience",
        "A4,eligible,experience",
        "A5,eligible,advocacy",
        "A6,not_eligible,",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn without_a_file_answers_are_kept_beside_the_candidates_and_whoever_stops_is_told() {
    let folder = folder();
    let mut session = Session::start(&folder.path("."), &["settle", "list.csv", "-c", "job.yaml", "--by", "Jo"]);
    let shown = session.until(PROMPT);
    assert!(shown.contains("answers are kept in `list-decisions.csv`"), "{shown}");
    session.answer("9 years");
    let (status, _) = session.interrupt();
    let said = session.rest();
    assert!(said.contains("Stopped: one answer is kept in list-decisions.csv"), "{said}");
    assert_eq!(status, 130);
    let kept = std::fs::read_to_string(folder.path("list-decisions.csv")).unwrap();
    assert_eq!(kept.lines().count(), 2, "{kept}");
}

#[test]
fn examples_are_ones_that_the_question_accepts() {
    const RULES: &str =
        "version: 1\ncriteria:\n  - id: wolof\n    language: { column: wolof, language: wo, at_least: B2 }\n";
    let folder = Test::new().file("job.yaml", RULES).file("list.csv", "id,wolof\nA1,so-so\n");
    let mut session = Session::start(&folder.path("."), &ARGS);
    let mut shown = session.until(PROMPT);
    shown.push_str(&session.answer("zzz"));
    assert!(shown.contains("such as `C1`;") && !shown.contains("`yes`"), "{shown}");
    assert_eq!(session.last("C1").0, 0);
    assert!(kept(&folder).contains("\"C1\""), "{}", kept(&folder));
}
