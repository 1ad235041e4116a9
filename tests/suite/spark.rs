//! The Python module for Spark, held against one run of the program.
//!
//! It takes Java, and Spark from the package registry: only where `SCREEN_SPARK_TESTS` says how many candidates are wanted.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test that cannot go on has failed, and says what it skips"
)]

use std::path::Path;
use std::process::Command;

#[test]
fn ranks_on_spark_are_those_of_one_run() {
    let Ok(candidates) = std::env::var("SCREEN_SPARK_TESTS") else {
        eprintln!("skipped: SCREEN_SPARK_TESTS=20000 runs it with so many candidates, on Spark");
        return;
    };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging/check-spark");
    let mut command = Command::new("bash");
    command.arg(script).arg(candidates).env("SCREEN", env!("CARGO_BIN_EXE_screen"));
    assert!(command.status().unwrap().success());
}
