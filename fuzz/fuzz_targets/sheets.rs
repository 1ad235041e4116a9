//! Any spreadsheet, whole or in parts.

#![no_main]

#[path = "../../tests/fuzz/mod.rs"]
#[allow(dead_code, reason = "one body of five")]
mod bodies;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| bodies::sheets(bytes));
