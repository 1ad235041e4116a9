//! What `screen init` asks on a terminal, answered as people answer it: in a terminal of the test's own.

#![cfg(unix)]
use std::fs::{self, File, OpenOptions};
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use tempfile::TempDir;

const ENTER: &str = "\r";
const DOWN: &str = "\x1b[B";

/// Runs the program on a terminal and gives each answer once what stands before it has been shown; answers with all that
/// was shown, and the exit status.
fn talk(folder: &TempDir, args: &[&str], answers: &[(&str, &str)]) -> (String, Option<i32>) {
    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&master).unwrap();
    unlockpt(&master).unwrap();
    let name = ptsname(&master, Vec::new()).unwrap().into_string().unwrap();
    let slave = || Stdio::from(OpenOptions::new().read(true).write(true).open(&name).unwrap());
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("screen"));
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "SCREEN_LANG", "SCREEN_CRITERIA", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.env("COLUMNS", "120").env("TERM", "xterm").current_dir(folder.path());
    let mut child = command.args(args).stdin(slave()).stdout(slave()).stderr(slave()).spawn().unwrap();
    drop(command);
    let mut screen = File::from(master);
    let mut reader = screen.try_clone().unwrap();
    let (send, shown) = mpsc::channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            if send.send(buffer[..count].to_vec()).is_err() {
                break;
            }
        }
    });
    let (mut all, mut seen) = (String::new(), 0);
    let more = |all: &mut String| match shown.recv_timeout(Duration::from_secs(20)) {
        Ok(bytes) => {
            all.push_str(&plain(&String::from_utf8_lossy(&bytes)));
            true
        }
        Err(_) => false,
    };
    for (question, answer) in answers {
        while !all[seen..].contains(question) {
            assert!(more(&mut all), "never asked: {question}\n{all}");
        }
        seen += all[seen..].find(question).unwrap() + question.len();
        // The prompt is drawn whole before it takes keys.
        std::thread::sleep(Duration::from_millis(150));
        screen.write_all(answer.as_bytes()).unwrap();
    }
    let status = child.wait().unwrap();
    while let Ok(bytes) = shown.recv_timeout(Duration::from_millis(300)) {
        all.push_str(&plain(&String::from_utf8_lossy(&bytes)));
    }
    (all, status.code())
}

/// What was shown, without the terminal's own signs.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\x1b' => while chars.next().is_some_and(|c| !c.is_ascii_alphabetic()) {},
            '\r' => {}
            c => out.push(c),
        }
    }
    out
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name).display().to_string()
}

const SMALL: &str = "\
id,Name,Years of experience,Drafting,Received
A1,Ada Fictive,7,good,2024-05-02
A2,Test Exemple,3,excellent,2024-05-03
A3,Bo Placeholder,about seven,basic,2024-05-04
A4,Cy Dummy,,good,2024-05-04
";

#[test]
fn each_question_has_an_answer_that_enter_takes() {
    let folder = folder();
    fs::write(folder.path().join("a.csv"), SMALL).unwrap();
    let asked = [
        ("Title of the posting", ENTER),
        ("Organisation", ENTER),
        ("Deadline", ENTER),
        ("Years of experience (years)", ENTER),
        ("Years of experience: at least", ENTER),
        ("Drafting (level)", ENTER),
        ("Drafting: at least", ENTER),
        ("Where to write the criteria", ENTER),
    ];
    let (shown, status) = talk(&folder, &["init", "a.csv"], &asked);
    assert_eq!(status, Some(0), "{shown}");
    assert!(shown.contains("Written to `a.yaml`. To rank: screen -c a.yaml a.csv"), "{shown}");
    // Asked by nobody, answered by nobody: the same as without questions.
    let output = Command::new(assert_cmd::cargo::cargo_bin("screen"))
        .args(["init", "a.csv", "--yes"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("a.yaml")).unwrap(), String::from_utf8(output.stdout).unwrap());
}

#[test]
fn a_bound_is_chosen_by_what_it_does_and_the_deadline_written_as_people_write_it() {
    let folder = folder();
    fs::write(folder.path().join("a.csv"), SMALL).unwrap();
    let five = DOWN.repeat(4) + ENTER;
    let required = DOWN.to_owned() + ENTER;
    let left_out = DOWN.repeat(2) + ENTER;
    let asked = [
        ("Title of the posting", "Archivist\r"),
        ("Organisation", ENTER),
        ("Deadline", "soon\r"),
        ("names no day", ""),
        ("Deadline", "03/05/2024\r"),
        ("Which day is meant?", ENTER),
        ("Years of experience (years)", &required),
        ("5   (2 of 4 would meet it, 1 open)", &five),
        ("Drafting (level)", &left_out),
        ("Where to write the criteria", "out.yaml\r"),
    ];
    let (shown, status) = talk(&folder, &["init", "a.csv"], &asked);
    assert_eq!(status, Some(0), "{shown}");
    let text = fs::read_to_string(folder.path().join("out.yaml")).unwrap();
    assert!(text.contains("title: \"Archivist\"") && text.contains("deadline: 2024-05-03"), "{text}");
    assert!(
        text.contains("    need: required\n    weight: 10\n    years: { column: years_of_experience, at_least: 5"),
        "{text}"
    );
    assert!(text.contains("  # - id: drafting"), "{text}");
}

const NUMBERS: &str = "\
id,Name,Articles published,Expected salary
A1,Ada Fictive,2,2000
A2,Test Exemple,4,2400
A3,Bo Placeholder,6,2600
A4,Cy Dummy,8,3000
";

#[test]
fn the_bounds_of_numbers_are_asked_and_enter_sets_none() {
    let folder = folder();
    fs::write(folder.path().join("a.csv"), NUMBERS).unwrap();
    let first = [("Title of the posting", ENTER), ("Organisation", ENTER), ("Deadline", ENTER)];
    let enters = [
        ("Articles published (number)", ENTER),
        ("6   (2 of 4 would meet it, 0 open)", ENTER),
        ("Expected salary (number)", ENTER),
        ("Expected salary: at most", ENTER),
        ("Where to write the criteria", "enter.yaml\r"),
    ];
    let (shown, status) = talk(&folder, &["init", "a.csv"], &[&first[..], &enters[..]].concat());
    assert_eq!(status, Some(0), "{shown}");
    let text = fs::read_to_string(folder.path().join("enter.yaml")).unwrap();
    assert!(text.contains("    number: { column: articles_published, full_at: 6 }"), "{text}");
    assert!(text.contains("  #   number: { column: expected_salary, at_most: 3000 }"), "{text}");
    // The second of those that stand at the quarters of the cells.
    let (required, second) = (DOWN.to_owned() + ENTER, DOWN.repeat(2) + ENTER);
    let bounds = [
        ("Articles published (number)", required.as_str()),
        ("Articles published: at least", second.as_str()),
        ("Expected salary (number)", ENTER),
        ("2600   (3 of 4 would meet it, 0 open)", second.as_str()),
        ("Where to write the criteria", "bounds.yaml\r"),
    ];
    let (shown, status) = talk(&folder, &["init", "a.csv"], &[&first[..], &bounds[..]].concat());
    assert_eq!(status, Some(0), "{shown}");
    let text = fs::read_to_string(folder.path().join("bounds.yaml")).unwrap();
    assert!(
        text.contains("need: required\n    weight: 10\n    number: { column: articles_published, at_least: 6"),
        "{text}"
    );
    assert!(
        text.contains("    need: asset\n    weight: 10\n    number: { column: expected_salary, at_most: 2600 }"),
        "{text}"
    );
}

#[test]
fn a_requirement_without_a_bound_stays_an_asset() {
    let folder = folder();
    fs::write(folder.path().join("a.csv"), SMALL).unwrap();
    let required = DOWN.to_owned() + ENTER;
    let asked = [
        ("Title of the posting", ENTER),
        ("Organisation", ENTER),
        ("Deadline", "26 mai 2024\r"),
        ("Years of experience (years)", required.as_str()),
        ("Years of experience: at least", ENTER),
        ("kept as an asset", ""),
        ("Drafting (level)", ENTER),
        ("Drafting: at least", ENTER),
    ];
    let (shown, status) = talk(&folder, &["init", "a.csv", "--output", "b.yaml"], &asked);
    assert_eq!(status, Some(0), "{shown}");
    let text = fs::read_to_string(folder.path().join("b.yaml")).unwrap();
    assert!(text.contains("deadline: 2024-05-26") && !text.contains("need: required\n    weight: 10"), "{text}");
}

#[test]
fn with_a_posting_only_what_is_not_sure_is_asked() {
    let folder = folder();
    let posting = fixture("tests/postings/omct-hrd-director.txt");
    let file = fixture("fixtures/candidates.csv");
    // The posting says everything else, and the columns of this form leave no doubt.
    let asked = [
        ("(Directeur-rice du programme", ENTER),
        ("Organisation (OMCT)", "Example Aid\r"),
        ("espagnol ou russe)", ENTER),
        ("Where to write the criteria", ENTER),
    ];
    let (shown, status) = talk(&folder, &["init", &file, "--posting", &posting], &asked);
    assert_eq!(status, Some(0), "{shown}");
    assert!(shown.contains("B2   (52 of 67 would meet it, 2 open)"), "{shown}");
    assert!(!shown.contains("which column answers this?"), "{shown}");
    let text = fs::read_to_string(folder.path().join("candidates.yaml")).unwrap();
    assert!(text.contains("years: { column: hrd_experience_years, at_least: 7"), "{text}");
    assert!(text.contains("title: \"Directeur-rice du programme") && text.contains(": \"Example Aid\""), "{text}");
}

#[test]
fn a_column_that_is_not_sure_is_asked_for() {
    let folder = folder();
    fs::write(folder.path().join("a.csv"), SMALL).unwrap();
    let posting = "Archivist\n\nRequirements\n- At least 5 years of experience in an archive\n- Good knowledge of cataloguing\n\nHow to apply\nSend your CV to a@example.org before 26 May 2024.\n";
    fs::write(folder.path().join("p.txt"), posting).unwrap();
    let asked = [
        ("Title of the posting (Archivist)", ENTER),
        ("Organisation", ENTER),
        ("in an archive”: which column answers this?", ENTER),
        ("cataloguing”: which column answers this?", ENTER),
        ("Where to write the criteria", ENTER),
    ];
    let (shown, status) = talk(&folder, &["init", "a.csv", "--posting", "p.txt"], &asked);
    assert_eq!(status, Some(0), "{shown}");
    assert!(shown.contains("none (it stays as a comment)"), "none speaks of it: {shown}");
    let text = fs::read_to_string(folder.path().join("a.yaml")).unwrap();
    // Enter takes the likely column.
    assert!(text.contains("years: { column: years_of_experience, at_least: 5"), "{text}");
    assert!(text.contains("  # - id: good-knowledge-of-cataloguing"), "{text}");
}

#[test]
fn yes_asks_nothing_and_ctrl_c_leaves_nothing() {
    let folder = folder();
    fs::write(folder.path().join("a.csv"), SMALL).unwrap();
    let (shown, status) = talk(&folder, &["init", "a.csv", "--yes"], &[]);
    assert_eq!(status, Some(0));
    assert!(shown.contains("criteria:") && !shown.contains("Title of the posting (Enter"), "{shown}");
    let (shown, status) = talk(&folder, &["init", "a.csv"], &[("Title of the posting", "\x03")]);
    assert_eq!(status, Some(130));
    assert!(shown.contains("Stopped: nothing was written."), "{shown}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is written");
}
