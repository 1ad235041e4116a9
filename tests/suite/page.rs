//! The committee's page in a real browser: what it ranks, what it lets in, who can use it, how fast it is.
//!
//! What is tested stands in `tests/page/`, one file each, for Node.js and a Chromium of the system. Where one of them is
//! missing, these tests say so and pass, unless `SCREEN_PAGE_TESTS` is set: `.ci/run` installs what they need and sets it.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::path::Path;
use std::process::Command;

/// What is missing for these tests, if anything is.
fn missing() -> Option<&'static str> {
    let runs = |name: &str| Command::new(name).arg("--version").output().is_ok_and(|ran| ran.status.success());
    let chromium = std::env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/page/node_modules/playwright-core");
    if !runs("node") {
        Some("there is no Node.js")
    } else if !Path::new(&chromium).exists() {
        Some("there is no Chromium")
    } else if !modules.exists() {
        Some("`npm ci` was not run in `tests/page`")
    } else {
        None
    }
}

/// Runs one of the files.
#[track_caller]
fn run(command: &str, args: &[&str]) {
    if let Some(missing) = missing() {
        assert!(std::env::var_os("SCREEN_PAGE_TESTS").is_none(), "{missing}");
        eprintln!("skipped: {missing}; `.ci/run` installs what is missing");
        return;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/page");
    let mut run = Command::new(command);
    let ran = run.args(args).current_dir(folder).env("SCREEN", env!("CARGO_BIN_EXE_screen")).output().unwrap();
    let told = |bytes: &[u8]| String::from_utf8_lossy(bytes).chars().take(4_000).collect::<String>();
    assert!(ran.status.success(), "{}\n{}", told(&ran.stdout), told(&ran.stderr));
}

#[test]
fn the_page_ranks_as_the_program_does_whatever_the_weights_and_sizes() {
    run("node", &["weights.mjs"]);
}

#[test]
fn nothing_runs_or_loads_whatever_is_written_and_everybody_can_use_it() {
    run("node", &["safe.mjs"]);
}

#[test]
fn keys_alone_do_everything() {
    run("node", &["keys.mjs"]);
}

#[test]
#[ignore = "measures: other work on the machine would fail it"]
fn thousands_open_at_once_and_follow_a_slider() {
    run("node", &["speed.mjs"]);
}

#[test]
fn the_script_is_typed() {
    run("node", &["node_modules/typescript/bin/tsc", "-p", "."]);
}
