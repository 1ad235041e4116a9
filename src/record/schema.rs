//! The JSON Schema (draft 2020-12) of a record.

use serde_json::{Value, json};

use super::VERSION;
use crate::catalogue::program::NAMES;

/// The schema, the same bytes every time it is printed.
#[must_use]
pub(crate) fn schema() -> Value {
    let count = json!({ "type": "integer", "minimum": 0 });
    let list = |items: Value| json!({ "type": "array", "items": items });
    let file = json!({ "$ref": "#/$defs/file" });
    let sum = json!({ "type": "string", "pattern": "^[0-9a-f]{64}$" });
    let day = json!({ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" });
    let maybe = json!({ "type": ["string", "null"] });
    let text = json!({ "type": "string" });
    let flag = json!({ "type": "boolean" });
    let mut record = object(
        "What a run read, what it was asked and what came of it. Paths are seen from the record's folder.",
        &[
            ("record", json!({ "const": VERSION })),
            ("screen", described(&text, "The version of the program.")),
            ("inputs", described(&list(file.clone()), "The candidates' files, in the order given.")),
            ("criteria", described(&file, "The criteria file; without a path, those that the program ships with.")),
            ("decisions", described(&list(file.clone()), "The decisions files, in the order given.")),
            ("options", json!({ "$ref": "#/$defs/options" })),
            ("as_of", described(&day, "The day that \"present\" meant.")),
            ("as_of_source", json!({ "enum": ["asked", "deadline", "today"] })),
            ("counts", json!({ "$ref": "#/$defs/counts" })),
            ("output", described(&file, "What was written; without a path, on standard output.")),
        ],
    );
    let file = object(
        "A file.",
        &[
            ("name", described(&maybe, "As it was given; the output may hold it.")),
            ("path", described(&maybe, "Where it is from the record's folder.")),
            ("sha256", described(&sum, "The SHA-256 of its bytes.")),
            ("bytes", count.clone()),
        ],
    );
    let mut options = object(
        "What was asked, as far as it may change the output.",
        &[
            ("as_of", maybe.clone()),
            ("stage", json!({ "enum": ["application", "interview"] })),
            ("set", list(json!({ "type": "array", "items": text, "minItems": 2, "maxItems": 2 }))),
            ("map", list(json!({ "type": "array", "items": text, "minItems": 2, "maxItems": 2 }))),
            ("missing_columns", json!({ "enum": ["error", "review"] })),
            ("delimiter", maybe.clone()),
            ("encoding", maybe.clone()),
            ("sheet", maybe.clone()),
            ("format", text.clone()),
            ("top", json!({ "type": ["integer", "null"], "minimum": 0 })),
            ("status", list(json!({ "enum": ["eligible", "review", "not_eligible"] }))),
            ("min_score", json!({ "type": ["number", "null"], "minimum": 0, "maximum": 100 })),
            ("columns", list(text.clone())),
            ("program", described(&json!({ "enum": NAMES }), "What the program was called by.")),
            ("again", list(text)),
            ("blind", flag.clone()),
            ("reader", json!({ "enum": ["committee", "rater"] })),
            ("sort", json!({ "enum": ["rank", "input"] })),
            ("strict", flag.clone()),
            ("lang", json!({ "enum": ["en", "fr"] })),
            (
                "terminal",
                object(
                    "What a table is laid out for.",
                    &[("width", count.clone()), ("colour", flag.clone()), ("unicode", flag)],
                ),
            ),
        ],
    );
    // Only where it was asked for.
    options["properties"]["input_format"] =
        described(&maybe, "`csv` or `jsonl`; not there where it was not asked for.");
    let names = ["candidates", "eligible", "review", "not_eligible", "shown"];
    let counts = object("How many candidates there are.", &names.map(|name| (name, count.clone())));
    record["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    record["$id"] = format!("urn:screen-hr:record:{VERSION}").into();
    record["title"] = "Record of a run of screen".into();
    record["$defs"] = json!({ "file": file, "options": options, "counts": counts });
    record
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

fn described(schema: &Value, doc: &str) -> Value {
    let mut schema = schema.clone();
    schema["description"] = doc.into();
    schema
}
