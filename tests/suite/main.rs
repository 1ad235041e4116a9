//! What the built program and the library hold, one file for each matter; one program, so that it is linked once.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod audit;
mod blind;
mod called;
mod cells;
mod common;
mod criteria_files;
mod criteria_meaning;
mod criteria_slips;
mod csv_spectrum;
mod decisions;
mod diff;
mod endings;
mod errors;
mod explain;
mod first_run;
mod forms;
mod french;
#[path = "../fuzz/mod.rs"]
mod fuzz;
mod fuzz_corpus;
mod growth;
mod help;
mod hostile;
mod hostile_sheets;
mod init;
mod json_lines;
mod layers;
mod links;
mod lint;
mod machine;
mod merge;
mod named;
mod outputs;
mod packs;
mod page;
mod people;
mod promises;
mod properties;
mod questions;
mod readme;
mod record;
mod robust;
mod schema;
mod settle;
mod spark;
mod unread;
mod workbook;
mod written;
