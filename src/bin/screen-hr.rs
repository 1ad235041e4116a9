//! The `screen` program under the name that no other program has.

use std::process::ExitCode;

fn main() -> ExitCode {
    screen::commands::start(std::env::args_os().collect()).into()
}
