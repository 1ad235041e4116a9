//! The JSON Schema (draft 2020-12) of the criteria file, made from the tables that the checker reads by.
//!
//! It is never stricter than the checker, so that an editor marks nothing that would have been accepted. What only the
//! whole file can tell (a step that is not on its scale, an id that comes twice) is left to the checker.

use serde_json::{Map, Value, json};

use crate::criteria::{CRITERION, MOST_TESTS, TAKEN, TOP};
use crate::kinds::{KINDS, Kind};
use crate::lexicon::PACKS;
use crate::scale;
use crate::verdict::Finding;
use crate::yaml::{self, Field, MOST_NUMBER, Node, Shape};

/// The schema, the same bytes every time it is printed.
#[must_use]
pub fn schema() -> Value {
    let mut top = mapping(TOP);
    set(&mut top, "$schema", "https://json-schema.org/draft/2020-12/schema");
    set(&mut top, "$id", "urn:screen-hr:criteria:1");
    set(&mut top, "title", "Criteria of screen");
    set(&mut top, "description", "What a posting asks of candidates: one test per criterion, each with its weight.");
    let mut defs = Map::new();
    for kind in KINDS {
        defs.insert(kind.key.to_owned(), test(kind));
    }
    defs.insert("criterion".to_owned(), criterion());
    defs.insert("nested".to_owned(), nested());
    defs.insert("words".to_owned(), words());
    defs.insert("bounded".to_owned(), bounded());
    set(&mut top, "$defs", defs);
    top
}

/// A mapping with these fields and no others.
fn mapping(fields: &[Field]) -> Value {
    let properties: Map<String, Value> =
        fields.iter().map(|field| (field.name.to_owned(), described(value(field), field.doc))).collect();
    let required: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    let mut mapping = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        set(&mut mapping, "required", required);
    }
    mapping
}

/// A criterion: its own fields and exactly one test.
fn criterion() -> Value {
    let mut criterion = mapping(CRITERION);
    if let Some(properties) = criterion.get_mut("properties").and_then(Value::as_object_mut) {
        properties.extend(tests());
    }
    let one: Vec<Value> = KINDS.iter().map(|kind| json!({ "required": [kind.key] })).collect();
    set(&mut criterion, "oneOf", one);
    let asset = json!({ "properties": { "need": { "const": "asset" } }, "required": ["need"] });
    set(&mut criterion, "anyOf", json!([asset, reference("bounded")]));
    described(criterion, "One thing that is asked, with the test that decides it.")
}

/// What a required criterion's test needs beside: a bound, in the tests within too.
fn bounded() -> Value {
    let each = KINDS.iter().filter_map(|kind| Some((kind.key.to_owned(), bound(kind)?)));
    json!({
        "description": "A test that is required has a bound: what everything meets decides nothing.",
        "properties": each.collect::<Map<String, Value>>(),
    })
}

/// The bound that a test needs where it is required; nothing where it always has one.
fn bound(kind: &Kind) -> Option<Value> {
    let shape = |name: &str| kind.fields.iter().find(|field| field.name == name).map(|field| field.shape);
    let above = json!({ "at_least": { "exclusiveMinimum": 0 } });
    let mut bound = match shape("at_least") {
        _ if shape("at_most").is_some() => {
            json!({ "anyOf": [{ "required": ["at_least"] }, { "required": ["at_most"] }] })
        }
        Some(Shape::Size) => json!({ "properties": above, "required": ["at_least"] }),
        Some(Shape::Count) => json!({ "properties": above }),
        Some(_) => json!({ "required": ["at_least"] }),
        None => json!({ "properties": {} }),
    };
    if shape("of").is_some() {
        set(&mut bound["properties"], "of", json!({ "items": reference("bounded") }));
    }
    (bound != json!({ "properties": {} })).then_some(bound)
}

/// A test within a test: a mapping with one key.
fn nested() -> Value {
    let tests: Map<String, Value> = tests().collect();
    json!({
        "description": "One test: its key, with its fields.",
        "type": "object",
        "properties": tests,
        "additionalProperties": false,
        "minProperties": 1,
        "maxProperties": 1,
    })
}

fn tests() -> impl Iterator<Item = (String, Value)> {
    KINDS.iter().map(|kind| (kind.key.to_owned(), reference(kind.key)))
}

/// A test's own table, with its example.
fn test(kind: &Kind) -> Value {
    let mut test = described(mapping(kind.fields), kind.doc);
    if let Some(example) = example(kind) {
        set(&mut test, "examples", vec![example]);
    }
    test
}

/// The fields of a test's example; its tests hold that every one is YAML.
fn example(kind: &Kind) -> Option<Value> {
    match plain(&yaml::parse(kind.key, kind.example).ok()?) {
        Value::Object(mut fields) => fields.remove(kind.key),
        _ => None,
    }
}

/// An item of a list of words: a word, a list of a word and other words for it, `word: others`, or a word for each
/// language with other words for it.
fn words() -> Value {
    let others = json!({ "anyOf": [text(), { "type": "array", "items": text(), "minItems": 1 }] });
    json!({
        "description": "A word; a list: the word and other words for it; or what it is called in each language (`en`, `fr`), with other words for it (`also`).",
        "examples": ["law", ["law", "droit"], { "en": "law", "fr": "droit", "also": ["Recht", "Jura"] }],
        "anyOf": [
            text(),
            { "type": "array", "items": text(), "minItems": 1 },
            {
                "type": "object",
                "properties": { "en": text(), "fr": text(), "also": others },
                "additionalProperties": false,
                "minProperties": 2,
            },
            { "type": "object", "additionalProperties": reference("words"), "minProperties": 1, "maxProperties": 1 },
        ],
    })
}

/// What a field may hold, as the checker sees it.
fn value(field: &Field) -> Value {
    match field.shape {
        Shape::Id => {
            let mut id = text();
            set(&mut id, "not", json!({ "enum": TAKEN }));
            id
        }
        Shape::Text | Shape::Column | Shape::Step | Shape::Language => text(),
        Shape::Label => label(),
        Shape::Columns => json!({ "anyOf": [scalar(), { "type": "array", "items": scalar(), "minItems": 1 }] }),
        Shape::Missing => missing(),
        Shape::Texts => texts(),
        Shape::Number if field.name == "version" => json!({ "const": 1 }),
        Shape::Number if field.name == "weight" => json!({ "type": "number", "minimum": 0, "maximum": MOST_NUMBER }),
        Shape::Number => json!({ "type": "number", "minimum": -MOST_NUMBER, "maximum": MOST_NUMBER }),
        Shape::Size => json!({ "type": "number", "minimum": 0, "maximum": MOST_NUMBER }),
        Shape::Count => json!({ "type": "integer", "minimum": 0 }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Choice(choices) => json!({ "enum": choices }),
        Shape::Day => day(),
        Shape::DayOrDeadline => json!({ "anyOf": [{ "const": "deadline" }, day()] }),
        Shape::Scale => {
            let names = [scale::proficiency(), scale::cefr(), scale::education()].map(|scale| scale.id());
            json!({ "anyOf": [{ "enum": names }, { "type": "array", "items": reference("words"), "minItems": 2 }] })
        }
        Shape::Words => {
            let least = usize::from(field.required);
            json!({ "anyOf": [scalar(), { "type": "array", "items": reference("words"), "minItems": least }] })
        }
        Shape::Tests => json!({ "type": "array", "items": reference("nested"), "minItems": 1 }),
        Shape::Criteria => {
            json!({ "type": "array", "items": reference("criterion"), "minItems": 1, "maxItems": MOST_TESTS })
        }
        Shape::Mapping(fields) => mapping(fields),
        Shape::Names => {
            let headers = json!({ "anyOf": [{ "type": "null" }, scalar(), { "type": "array", "items": scalar() }] });
            json!({ "type": "object", "additionalProperties": headers })
        }
        Shape::Examples => {
            let verdicts = Finding::ALL.map(Finding::name);
            json!({ "type": "object", "additionalProperties": { "enum": verdicts } })
        }
        Shape::Taught => taught(),
        Shape::Test => json!({ "type": "object" }),
    }
}

/// A text, or one for each language.
fn label() -> Value {
    let languages = json!({ "en": scalar(), "fr": scalar() });
    json!({ "anyOf": [
        scalar(),
        { "type": "object", "properties": languages, "additionalProperties": false, "minProperties": 1 },
    ] })
}

/// Words for an empty cell: beside the known ones, or those `only`.
fn missing() -> Value {
    let words = texts();
    json!({ "anyOf": [
        scalar(),
        { "type": "array", "items": scalar() },
        { "type": "object", "properties": { "only": words }, "required": ["only"], "additionalProperties": false },
    ] })
}

/// What words of cells mean: by language pack, its sections and their phrases.
fn taught() -> Value {
    let meanings = json!({ "type": "object", "additionalProperties": texts() });
    let sections = json!({ "type": "object", "additionalProperties": { "anyOf": [texts(), meanings] } });
    let packs = PACKS.iter().map(|(code, _)| ((*code).to_owned(), sections.clone()));
    let properties: serde_json::Map<String, Value> = packs.chain([("understood".to_owned(), texts())]).collect();
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// A text, or a list of them.
fn texts() -> Value {
    json!({ "anyOf": [scalar(), { "type": "array", "items": scalar() }] })
}

/// Text; the checker takes a number, true or false as it is written.
fn scalar() -> Value {
    json!({ "type": ["string", "number", "boolean"] })
}

/// The same, with something to see in it.
fn text() -> Value {
    json!({ "type": ["string", "number", "boolean"], "pattern": "\\S" })
}

/// A date: year, month, day.
fn day() -> Value {
    json!({ "type": "string", "pattern": "^\\s*[+-]?\\d+-\\s*\\d{1,2}-\\s*\\d{1,2}\\s*$", "examples": ["2024-05-26"] })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn described(mut schema: Value, doc: &str) -> Value {
    set(&mut schema, "description", doc);
    schema
}

fn set(schema: &mut Value, key: &str, value: impl Into<Value>) {
    if let Value::Object(fields) = schema {
        fields.insert(key.to_owned(), value.into());
    }
}

/// A tree without its places.
fn plain(node: &Node) -> Value {
    match &node.value {
        yaml::NodeValue::Null => Value::Null,
        yaml::NodeValue::Bool(flag) => (*flag).into(),
        // As it is written where that is JSON, so that 7 stays 7 and does not become 7.0.
        yaml::NodeValue::Number(number, written) => serde_json::from_str(written).unwrap_or_else(|_| (*number).into()),
        yaml::NodeValue::Text(text) => text.as_str().into(),
        yaml::NodeValue::List(items) => items.iter().map(plain).collect(),
        yaml::NodeValue::Map(entries) => {
            Value::Object(entries.iter().map(|(key, node)| (key.value.clone(), plain(node))).collect())
        }
    }
}
