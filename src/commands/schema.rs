//! `screen schema`: the JSON Schema of the criteria file.

use super::output::to_stdout;
use crate::exit::Exit;
use crate::schema;

pub fn run() -> anyhow::Result<Exit> {
    to_stdout(format!("{:#}\n", schema::schema()).as_bytes())
}
