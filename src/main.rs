//! The `screen` program.

fn main() {}
