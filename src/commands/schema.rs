//! `screen schema`: the JSON Schema of the criteria file, or of a run's record.

use super::output::to_stdout;
use crate::args::Schema;
use crate::exit::Exit;
use crate::{record, schema};

pub(super) fn run(asked: Schema) -> anyhow::Result<Exit> {
    let schema = if asked.record { record::schema() } else { schema::schema() };
    to_stdout(format!("{schema:#}\n").as_bytes())
}
