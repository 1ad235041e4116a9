//! The `screen` program.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    screen::commands::run(screen::args::Args::parse()).into()
}
