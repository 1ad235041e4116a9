//! Where the output goes, and what becomes of what is there: descriptors, links, full disks, kills.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::common::{CANDIDATES, CRITERIA, Ran, Test};

const FORMATS: [&str; 7] = ["table", "csv", "json", "jsonl", "markdown", "html", "xlsx"];

/// The small list as CSV, or so much of it.
const RUN: &str = "\"$SCREEN\" -q -c criteria.yaml candidates.csv -f csv --columns id";

/// The ids of the small list as it is ranked.
const IDS: &str = "id\nA1\nA5\nA2\nA4\nA6\nA3\n";

/// Refused with this code, and nothing written.
#[track_caller]
fn refused(ran: &Ran, code: &str) {
    assert_eq!((ran.status, ran.text()), (1, ""), "{}", ran.stderr);
    let helped = ran.stderr.contains("help:") || code == "cannot-write";
    assert!(ran.stderr.contains(&format!("error[{code}]")) && helped, "{}", ran.stderr);
}

fn read(test: &Test, name: &str) -> String {
    fs::read_to_string(test.path(name)).unwrap()
}

/// Many candidates, who take a moment.
fn many(count: usize) -> String {
    let row = |at: usize| format!("T{at},Test Person {at},t{at}@example.org,{},yes,good\n", at % 20);
    CANDIDATES.lines().next().unwrap().to_owned() + "\n" + &(0..count).map(row).collect::<String>()
}

// ---- Inputs ----------------------------------------------------------------------------------------------------------

#[test]
fn no_input_is_written_over_however_it_is_reached() {
    let test = Test::small().file("other.csv", CANDIDATES);
    fs::hard_link(test.path("candidates.csv"), test.path("hard.csv")).unwrap();
    symlink("candidates.csv", test.path("soft.csv")).unwrap();
    symlink("soft.csv", test.path("softer.csv")).unwrap();
    let outputs = ["candidates.csv", "hard.csv", "softer.csv", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"];
    let inputs = ["", "-", "/dev/stdin", "/proc/self/fd/0", "other.csv - ", "other.csv hard.csv", "soft.csv other.csv"];
    for output in outputs {
        for input in inputs {
            let script = format!("\"$SCREEN\" -c criteria.yaml {input} -o {output} < candidates.csv");
            refused(&test.shell(&script), "output-is-input");
        }
    }
    for script in [
        "\"$SCREEN\" -c - candidates.csv -o criteria.yaml < criteria.yaml",
        "SCREEN_CRITERIA=criteria.yaml \"$SCREEN\" candidates.csv -o ./criteria.yaml",
        "\"$SCREEN\" -c criteria.yaml candidates.csv >> candidates.csv",
        "\"$SCREEN\" -c criteria.yaml candidates.csv -o - >> hard.csv",
        "\"$SCREEN\" -c criteria.yaml candidates.csv -o /dev/fd/5 5>> hard.csv",
        "\"$SCREEN\" init candidates.csv --yes >> candidates.csv",
        "\"$SCREEN\" explain candidates.csv A1 -c criteria.yaml >> hard.csv",
        "\"$SCREEN\" check criteria.yaml candidates.csv >> criteria.yaml",
    ] {
        refused(&test.shell(script), "output-is-input");
    }
    assert_eq!((read(&test, "hard.csv").as_str(), read(&test, "criteria.yaml").as_str()), (CANDIDATES, CRITERIA));
    // What holds nothing may be both.
    assert_eq!(test.shell(&format!("{RUN} -o /dev/null < /dev/null")).status, 0);
}

#[test]
fn an_input_is_not_replaced_that_took_the_outputs_name_during_the_run() {
    let test = Test::small();
    let script = "{ cat candidates.csv; sleep 1; } | \"$SCREEN\" -q -c criteria.yaml - candidates.csv -o out.csv & \
                  sleep 0.5; ln candidates.csv out.csv; wait $!";
    refused(&test.shell(script), "output-is-input");
    assert_eq!(read(&test, "candidates.csv"), CANDIDATES);
}

// ---- Descriptors and links -------------------------------------------------------------------------------------------

#[test]
fn what_is_open_is_written_through() {
    let test = Test::small();
    symlink("/dev/stdout", test.path("link.csv")).unwrap();
    for output in ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "/proc/thread-self/fd/1", "link.csv"] {
        let appended = format!("echo old > out; {RUN} -o {output} >> out; echo new >> out; cat out");
        let piped = format!("{RUN} -o {output} | cat");
        let shared = format!("{{ echo old; {RUN} -o {output}; echo new; }} > out; cat out");
        assert_eq!(test.shell(&appended).text(), format!("old\n{IDS}new\n"), "{output}");
        assert_eq!(test.shell(&piped).text(), IDS, "{output}");
        assert_eq!(test.shell(&shared).text(), format!("old\n{IDS}new\n"), "{output}");
    }
    for (output, through) in [("/dev/fd/7", "7"), ("/proc/self/fd/7", "7"), ("/dev/stderr", "2"), ("/dev/fd/2", "2")] {
        for way in [">", ">>"] {
            let script =
                format!("{{ echo old >&{through}; {RUN} -o {output}; echo new >&{through}; }} {through}{way} out");
            let ran = test.shell(&format!("rm -f out; {script}; cat out"));
            assert_eq!(ran.text(), format!("old\n{IDS}new\n"), "{script}: {}", ran.stderr);
        }
    }
    // Nothing was given under this number; what the program opens itself is not meant.
    let shut = (3..20).map(|number| format!("exec {number}>&-; ")).collect::<String>();
    for number in 3..20 {
        refused(&test.shell(&format!("{shut}{RUN} -o /dev/fd/{number}")), "cannot-write");
    }
    assert!(!test.path("-").exists());
    assert!(test.shell("\"$SCREEN\" -q -c criteria.yaml candidates.csv -f jsonl --top 1 -o -").text().starts_with('{'));
    assert!(test.shell("\"$SCREEN\" -q -c criteria.yaml candidates.csv -o -").text().contains("Rank"));
    assert!(test.shell("\"$SCREEN\" init -o -").text().contains("criteria:"));
}

#[test]
fn links_are_followed_to_where_a_file_is_to_be() {
    let test = Test::small().folder("results");
    symlink("results/out.csv", test.path("link.csv")).unwrap();
    for _ in 0..2 {
        assert_eq!(test.shell(&format!("{RUN} -o link.csv")).status, 0);
        assert_eq!(read(&test, "results/out.csv"), IDS);
        assert!(fs::symlink_metadata(test.path("link.csv")).unwrap().is_symlink());
    }
    symlink("b", test.path("a")).unwrap();
    symlink("a", test.path("b")).unwrap();
    symlink("nowhere/out.csv", test.path("lost")).unwrap();
    refused(&test.shell(&format!("{RUN} -o a")), "link-loop");
    refused(&test.shell(&format!("{RUN} -o lost")), "no-folder");
    refused(&test.shell(&format!("{RUN} -o new/")), "no-folder");
    refused(&test.shell(&format!("{RUN} -o results/")), "output-is-directory");
    refused(&test.shell(&format!("{RUN} -o candidates.csv/")), "cannot-write");
    assert!(fs::symlink_metadata(test.path("a")).unwrap().is_symlink());
}

#[test]
fn streams_that_are_closed_are_told() {
    let test = Test::small();
    let commands = [
        "-c criteria.yaml candidates.csv",
        "-c criteria.yaml candidates.csv -f xlsx",
        "-c criteria.yaml candidates.csv -o -",
        "explain candidates.csv A1 -c criteria.yaml",
        "check criteria.yaml candidates.csv",
        "init candidates.csv --yes",
        "schema",
        "man",
        "completions bash",
        "--help",
        "--version",
    ];
    for command in commands {
        refused(&test.shell(&format!("\"$SCREEN\" {command} >&-")), "output-closed");
        assert_eq!(test.shell(&format!("\"$SCREEN\" -q {command} > /dev/null")).status, 0, "{command}");
        assert_eq!(test.shell(&format!("\"$SCREEN\" {command} 2>&- >&-")).status, 1, "{command}");
        // As Python and Node start a program whose output nobody wants.
        assert_eq!(test.shell(&format!("\"$SCREEN\" -q {command} 1<> /dev/null")).status, 0, "{command}");
    }
    for command in ["-c criteria.yaml", "-c criteria.yaml -", "-c - candidates.csv", "check criteria.yaml -", "init -"]
    {
        refused(&test.shell(&format!("\"$SCREEN\" {command} <&-")), "input-closed");
    }
    // What is not needed may be closed.
    assert_eq!(test.shell(&format!("{RUN} -o out.csv <&- >&- 2>&-")).status, 0);
    assert_eq!(read(&test, "out.csv"), IDS);
}

#[test]
fn a_reader_that_leaves_a_command_is_no_mistake() {
    let test = Test::small();
    for command in [
        "explain candidates.csv A1 -c criteria.yaml",
        "check criteria.yaml candidates.csv",
        "init candidates.csv --yes",
        "init",
        "schema",
        "man",
        "completions bash",
        "--help",
    ] {
        for reader in ["true", "head -n 1"] {
            let ran = test.shell(&format!("\"$SCREEN\" {command} | {reader} > /dev/null; exit ${{PIPESTATUS[0]}}"));
            assert_eq!((ran.status, &*ran.stderr), (0, ""), "{command} | {reader}");
        }
    }
}

// ---- Full disks ------------------------------------------------------------------------------------------------------

#[test]
fn a_file_that_cannot_grow_leaves_the_old_one() {
    // More than the limit in every format, and less than a workbook without anybody.
    let test = Test::small().file("many.csv", many(5000));
    for format in FORMATS {
        for sort in ["rank", "input"] {
            let script = format!(
                "echo old > out; ulimit -f 64; \"$SCREEN\" -q -c criteria.yaml many.csv -f {format} --sort {sort} -o"
            );
            refused(&test.shell(&format!("{script} out")), "cannot-write");
            refused(&test.shell(&format!("{script} new")), "cannot-write");
            assert_eq!(read(&test, "out"), "old\n", "{format}");
            assert!(!test.path("new").exists(), "{format}");
        }
    }
}

// ---- What is kept ----------------------------------------------------------------------------------------------------

#[test]
fn a_new_file_has_the_rights_of_new_files_and_an_old_one_its_own() {
    let test = Test::small();
    for (mask, mode) in [("022", 0o644), ("077", 0o600), ("002", 0o664)] {
        assert_eq!(test.shell(&format!("rm -f out; umask {mask}; {RUN} -o out")).status, 0);
        assert_eq!(fs::metadata(test.path("out")).unwrap().mode() & 0o7777, mode, "{mask}");
    }
    for mode in [0o600, 0o640, 0o666, 0o755] {
        fs::set_permissions(test.path("out"), fs::Permissions::from_mode(mode)).unwrap();
        let ran = test.shell(&format!("umask 077; {RUN} -o out"));
        assert_eq!((ran.status, &*ran.stderr), (0, ""));
        assert_eq!(fs::metadata(test.path("out")).unwrap().mode() & 0o7777, mode, "{mode:o}");
    }
}

#[test]
fn attributes_are_kept() {
    let test = Test::small().file("out", "old").file("new", "old");
    let mark =
        |value: &[u8]| rustix::fs::setxattr(test.path("out"), "user.mark", value, rustix::fs::XattrFlags::empty());
    if mark(b"kept").is_err() {
        return;
    }
    assert_eq!(test.shell(&format!("{RUN} -o out && {RUN} -o new")).status, 0);
    let mut value = [0; 16];
    let length = rustix::fs::getxattr(test.path("out"), "user.mark", &mut value[..]).unwrap();
    assert_eq!((&value[..length], read(&test, "out").as_str()), (&b"kept"[..], IDS));
    assert!(rustix::fs::getxattr(test.path("new"), "user.mark", &mut value[..]).is_err());
}

#[test]
fn what_cannot_be_kept_is_told() {
    let test = Test::small().file("out", "old");
    fs::hard_link(test.path("out"), test.path("other")).unwrap();
    let ran = test.shell(&format!("{} -o out", RUN.replace("-q ", "")));
    assert_eq!((ran.status, read(&test, "other").as_str(), read(&test, "out").as_str()), (0, "old", IDS));
    assert!(ran.stderr.contains("note[other-names]"), "{}", ran.stderr);
}

// ---- Kills -----------------------------------------------------------------------------------------------------------

#[test]
fn a_run_that_is_killed_leaves_the_old_file_and_nothing_else() {
    let test = Test::small().file("many.csv", many(30_000)).file("out", "old\n");
    let run = |format: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_screen"));
        command.args(["-q", "-c", "criteria.yaml", "many.csv", "-o", "out", "-f", format]);
        command.current_dir(test.path("")).env("TMPDIR", test.path("tmp"));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let started = Instant::now();
    assert!(run("jsonl").wait().unwrap().success());
    let (whole, takes) = (read(&test, "out"), started.elapsed());
    for nth in 0..24_u32 {
        fs::write(test.path("out"), "old\n").unwrap();
        let mut child = run(if nth % 6 == 5 { "xlsx" } else { "jsonl" });
        // From the start to the end of a run, in another order each time.
        std::thread::sleep(takes * (nth * 7 % 24) / 22);
        let signal = ["-KILL", "-TERM", "-INT", "-HUP"][nth as usize % 4];
        let _ = Command::new("kill").args([signal, &child.id().to_string()]).stderr(Stdio::null()).status();
        child.wait().unwrap();
        let left = fs::read(test.path("out")).unwrap();
        assert!(left == b"old\n" || left == whole.as_bytes() || left.starts_with(b"PK"), "{signal}: {}", left.len());
        assert_eq!((test.unfinished().len(), fs::read_dir(test.path("tmp")).unwrap().count()), (0, 0), "{signal}");
    }
}

#[test]
fn what_a_dead_run_left_is_taken_away_and_what_a_live_one_writes_is_not() {
    let test = Test::small().file(".screen-out.csv-dead00.part", "personal").file(".screen-else.csv-dead00.part", "x");
    let live = fs::File::create(test.path(".screen-out.csv-live00.part")).unwrap();
    live.lock().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_screen"));
    command.args(["-q", "-c", "criteria.yaml", "candidates.csv", "-o", "out.csv"]).current_dir(test.path(""));
    assert!(command.status().unwrap().success());
    let mut left = test.unfinished();
    left.sort();
    assert_eq!(left, [".screen-else.csv-dead00.part", ".screen-out.csv-live00.part"]);
    // A process that another test is starting may hold the file a moment longer.
    live.unlock().unwrap();
    drop(live);
    assert!(command.status().unwrap().success());
    assert_eq!(test.unfinished(), [".screen-else.csv-dead00.part"]);
}

#[test]
fn runs_to_the_same_file_do_not_disturb_each_other() {
    let test = Test::small();
    let script = format!(
        "all=; for at in 1 2 3 4 5 6; do {RUN} -o out & all=\"$all $!\"; done; for one in $all; do wait $one || exit 9; done"
    );
    let started = Instant::now();
    assert_eq!((test.shell(&script).status, read(&test, "out").as_str()), (0, IDS));
    assert!(started.elapsed() < Duration::from_secs(60));
}

// ---- Locales and variables -------------------------------------------------------------------------------------------

#[test]
fn a_locale_of_other_characters_has_marks_in_ascii() {
    let runs = [
        "-c criteria.yaml candidates.csv",
        "explain candidates.csv A1 -c criteria.yaml",
        "explain candidates.csv A3 -c criteria.yaml --for-candidate",
        "check criteria.yaml candidates.csv",
        "-c criteria.yaml candidates.csv --top x",
        "-c criteria.yaml absent.csv",
        "--help",
        "-h",
        "man",
    ];
    let letters = |text: &str| text.replace("très bonne", "").replace("Expérience", "");
    for run in runs {
        for locale in ["C", "POSIX", "en_US.ISO-8859-1"] {
            let ran = Test::small().env("LC_ALL", locale).shell(&format!("\"$SCREEN\" {run} 2>&1"));
            assert!(letters(ran.text()).is_ascii(), "{locale} {run}: {}", ran.text());
        }
    }
    // Unicode's, and what scripts read, are what they always are.
    for (locale, format) in [("C.UTF-8", "table"), ("", "table"), ("C", "csv"), ("C", "json"), ("C", "markdown")] {
        let run = |locale: &str| {
            let test = Test::small().env("LC_ALL", locale).args(["candidates.csv", "-f", format]);
            test.args(["--lang", "en"]).output()
        };
        assert_eq!(run(locale), run("en_US.utf8"), "{locale} {format}");
    }
}

#[test]
fn a_wrong_value_names_the_variable_it_comes_from() {
    let told = |script: &str| Test::small().shell(script).stderr;
    let run = "\"$SCREEN\" candidates.csv -c criteria.yaml";
    for (script, name, not) in [
        (format!("SCREEN_LANG=de {run}"), "`SCREEN_LANG`", "--lang"),
        (format!("SCREEN_LANG=$'\\xff' {run}"), "`SCREEN_LANG`", "--lang"),
        ("SCREEN_LANG=de \"$SCREEN\" check".to_owned(), "`SCREEN_LANG`", "--lang"),
        (format!("SCREEN_LANG=de {run} --lang=it"), "`--lang`", "SCREEN_LANG"),
        ("SCREEN_CRITERIA=absent.yaml \"$SCREEN\" candidates.csv".to_owned(), "`SCREEN_CRITERIA`", "init"),
        ("SCREEN_CRITERIA=. \"$SCREEN\" explain candidates.csv A1".to_owned(), "`SCREEN_CRITERIA`", "init"),
        ("SCREEN_CRITERIA=x \"$SCREEN\" candidates.csv -c absent.yaml".to_owned(), "absent.yaml", "SCREEN_CRITERIA"),
    ] {
        let told = told(&script);
        assert!(told.contains(name) && !told.contains(not), "{script}: {told}");
    }
}
