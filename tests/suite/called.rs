//! The program speaks of itself under the name that it was called by: `screen`, or `screen-hr` where `screen` is another's.
#![cfg(unix)]
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

use super::common::pages;

/// Standard output and standard error of a run in the project's folder, called by this name.
fn called(name: &str, args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_screen"));
    command.arg0(name).args(args).env_clear().env("COLUMNS", "100").current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = command.output().unwrap();
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

/// Command lines whose answers name the program: help, completions, the manual, mistakes, and what to type next.
const SAID: &[&[&str]] = &[
    &["-h"],
    &["--help"],
    &["--version"],
    &["explain", "-h"],
    &["settle", "--help"],
    &["man"],
    &["completions", "bash"],
    &["completions", "zsh"],
    &["completions", "fish"],
    &["completions", "powershell"],
    &["completions", "elvish"],
    &["--nonsense"],
    &["--top", "3", "explain", "a", "b"],
    &["--list"],
    &["-c", "nowhere.yaml", "fixtures/candidates.csv"],
    &["-c", "fixtures/clean.csv", "fixtures/candidates.csv"],
    &["-c", "/dev/null", "fixtures/candidates.csv"],
    &["--decisions", "fixtures/clean.csv", "fixtures/candidates.csv"],
    &["fixtures/field-coordinator.csv"],
    &["fixtures/candidates.csv"],
    &["fixtures/candidates.csv", "-f", "markdown"],
    &["diff", "fixtures/candidates.csv", "fixtures/clean.csv"],
    &["init"],
    &["init", "fixtures/data-analyst.csv", "--yes"],
];

/// Words without the spaces between them, which a longer name moves.
fn words(text: &str) -> Vec<&str> {
    let rule = |c: char| c == '─' || c == '-';
    text.split_whitespace().filter(|word| !word.chars().all(rule)).collect()
}

#[test]
fn everything_is_said_under_the_name_that_was_called() {
    for lang in ["en", "fr"] {
        for args in SAID {
            let args = [args, &["--lang", lang][..]].concat();
            let (own, other) = (called("screen", &args), called("/usr/bin/screen-hr", &args));
            assert!(other.contains("screen-hr"), "{args:?}: {other}");
            for wrong in ["`screen`", "`screen ", "  screen ", "$ screen ", "Usage: screen ", "Utilisation : screen "] {
                assert!(!other.contains(wrong), "{args:?}: {wrong}: {other}");
            }
            if args[0] == "completions" || args[0] == "man" {
                continue;
            }
            let back = other.replace("screen-hr", "screen");
            assert_eq!(words(&back), words(&own), "{args:?}: nothing but the name differs");
        }
    }
}

#[test]
fn completions_and_the_manual_are_those_of_the_name() {
    for (shell, own) in [
        ("bash", "complete -F _screen__hr -o nosort -o bashdefault -o default screen-hr"),
        ("zsh", "#compdef screen-hr\n"),
        ("fish", "complete -c screen-hr "),
    ] {
        let text = called("screen-hr", &["completions", shell]);
        assert!(text.contains(own), "{shell}: {text}");
        assert!(!text.contains("complete -c screen ") && !text.contains("#compdef screen\n"), "{shell}");
    }
    let page = called("screen-hr", &["man"]);
    assert!(page.contains(".TH screen-hr 1") && page.contains(".SH \"SCREEN-HR EXPLAIN\""), "{page}");
}

#[test]
fn another_name_is_none_of_ours() {
    let own = called("screen", &["-h"]);
    for name in ["", "screen", "./screen", "/opt/hr/applicants", "screen-hrx", "screen-h", "scr", "-h"] {
        assert_eq!(called(name, &["-h"]), own, "{name}");
    }
    let hr = called("screen-hr", &["-h"]);
    assert_ne!(hr, own);
    for name in ["/usr/bin/screen-hr", "Screen-HR.EXE", "../screen-hr.exe"] {
        assert_eq!(called(name, &["-h"]), hr, "{name}");
    }
}

/// The program is installed under both names.
#[test]
fn it_is_built_under_both_names() {
    let output = Command::new(env!("CARGO_BIN_EXE_screen-hr")).arg("--version").output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), format!("screen-hr {}\n", env!("CARGO_PKG_VERSION")));
}

/// What a list holds of the name is kept with its run: whoever checks it may call the program otherwise.
#[test]
fn a_record_is_the_same_under_either_name() {
    let folder = tempfile::tempdir().unwrap();
    let run = |name: &str, args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_screen"));
        command.arg0(name).args(args).env_clear().current_dir(folder.path());
        let output = command.output().unwrap();
        (output.status.code().unwrap(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
    };
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/candidates.csv");
    std::fs::copy(list, folder.path().join("list.csv")).unwrap();
    for (maker, checker) in [("screen-hr", "screen"), ("screen", "screen-hr")] {
        let made = run(maker, &["list.csv", "-f", "table", "-o", "ranked.txt", "--record", "run.json", "-q"]);
        assert_eq!(made, (0, String::new()));
        let list = std::fs::read_to_string(folder.path().join("ranked.txt")).unwrap();
        assert!(list.contains(&format!("`{maker}` ships with")) && list.contains(&format!("    {maker} explain ")));
        let (status, told) = run(checker, &["verify", "run.json"]);
        assert_eq!(status, 0, "{told}");
    }
}

/// A sentence that names the program by hand would say the wrong name under the other.
#[test]
fn no_sentence_names_the_program_by_hand() {
    for name in pages::files("src/catalogue") {
        let path = pages::root().join(name);
        let text = std::fs::read_to_string(&path).unwrap();
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let named = ["`screen ", "`screen`", "\"screen ", "| screen "].iter().any(|name| line.contains(name));
            assert!(!named, "{}: {line}", path.display());
        }
    }
}
