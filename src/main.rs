//! The `screen` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    screen::commands::start(std::env::args_os().collect()).into()
}
