//! The JSON Schema (draft 2020-12) of a record.

use serde_json::{Value, json};

use super::VERSION;
use crate::catalogue::program::NAMES;

/// The schema, the same bytes every time it is printed.
#[must_use]
pub(crate) fn schema() -> Value {
    let file = reference("file");
    let files = list(file.clone());
    let mut record = object(
        "What a run read, what it was asked and what came of it. Paths are seen from the record's folder.",
        &[
            ("record", json!({ "const": VERSION })),
            ("screen", described(text(), "The version of the program.")),
            ("inputs", described(files.clone(), "The candidates' files, in the order given.")),
            (
                "criteria",
                described(file.clone(), "The criteria file; without a path, those that the program ships with."),
            ),
            ("decisions", described(files, "The decisions files, in the order given.")),
            ("options", reference("options")),
            ("as_of", described(day(), "The day that \"present\" meant.")),
            ("as_of_source", json!({ "enum": ["asked", "deadline", "today"] })),
            ("counts", reference("counts")),
            ("output", described(file, "What was written; without a path, on standard output.")),
        ],
    );
    let names = ["candidates", "eligible", "review", "not_eligible", "shown"];
    let counts = object("How many candidates there are.", &names.map(|name| (name, count())));
    record["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    record["$id"] = format!("urn:screen-hr:record:{VERSION}").into();
    record["title"] = "Record of a run of screen".into();
    record["$defs"] = json!({ "file": a_file(), "options": options(), "counts": counts });
    record
}

fn a_file() -> Value {
    let sum = json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" });
    object(
        "A file.",
        &[
            ("name", described(maybe(), "As it was given; the output may hold it.")),
            ("path", described(maybe(), "Where it is from the record's folder.")),
            ("sha256", described(sum, "The SHA-256 of its bytes.")),
            ("bytes", count()),
        ],
    )
}

fn options() -> Value {
    let pair = json!({ "type": "array", "items": text(), "minItems": 2, "maxItems": 2 });
    let terminal = [("width", count()), ("colour", flag()), ("unicode", flag())];
    let mut options = object(
        "What was asked, as far as it may change the output.",
        &[
            ("as_of", maybe()),
            ("stage", json!({ "enum": ["application", "interview"] })),
            ("set", list(pair.clone())),
            ("map", list(pair)),
            ("missing_columns", json!({ "enum": ["error", "review"] })),
            ("delimiter", maybe()),
            ("encoding", maybe()),
            ("sheet", maybe()),
            ("format", text()),
            ("top", json!({ "type": ["integer", "null"], "minimum": 0 })),
            ("status", list(json!({ "enum": ["eligible", "review", "not_eligible"] }))),
            ("min_score", json!({ "type": ["number", "null"], "minimum": 0, "maximum": 100 })),
            ("columns", list(text())),
            ("program", described(json!({ "enum": NAMES }), "What the program was called by.")),
            ("again", list(text())),
            ("blind", flag()),
            ("reader", json!({ "enum": ["committee", "rater"] })),
            ("sort", json!({ "enum": ["rank", "input"] })),
            ("strict", flag()),
            ("lang", json!({ "enum": ["en", "fr"] })),
            ("terminal", object("What a table is laid out for.", &terminal)),
        ],
    );
    // Only where it was asked for.
    options["properties"]["header_row"] = described(count(), "Not there where it was not asked for.");
    options["properties"]["input_format"] =
        described(maybe(), "`csv` or `jsonl`; not there where it was not asked for.");
    options
}

fn text() -> Value {
    json!({ "type": "string" })
}

/// A text, or nothing.
fn maybe() -> Value {
    json!({ "type": ["string", "null"] })
}

fn flag() -> Value {
    json!({ "type": "boolean" })
}

fn count() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn day() -> Value {
    json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" })
}

fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

fn reference(to: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{to}") })
}

/// An object with all these members and no others.
fn object(doc: &str, members: &[(&str, Value)]) -> Value {
    let properties: serde_json::Map<String, Value> =
        members.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    let required: Vec<&str> = members.iter().map(|(name, _)| *name).collect();
    json!({
        "description": doc,
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn described(mut schema: Value, doc: &str) -> Value {
    schema["description"] = doc.into();
    schema
}
