//! A format as a JSON Schema (draft-07), so that editors complete and flag; entry point [`schema`].
//!
//! A schema accepts whatever the reading accepts. Where an editor cannot tell quoted words from
//! bare ones, or would have to look at a second file, it is the reading that refuses.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{FieldShape, RecordShape, Shape};

/// Ids as the model defines them.
const ID_PATTERN: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// SHA-256 in hexadecimal digits.
const DIGEST_PATTERN: &str = "^[0-9a-fA-F]{64}$";

/// The schema of a format.
pub fn schema(title: &str, description: &str, shape: &Shape) -> Value {
    let mut definitions = BTreeMap::new();
    let mut whole = of(shape, &mut definitions);
    whole["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    whole["title"] = json!(title);
    whole["description"] = json!(description);
    whole["definitions"] = json!(definitions);
    whole
}

fn of(shape: &Shape, definitions: &mut BTreeMap<String, Value>) -> Value {
    match shape {
        Shape::Text => json!({"type": "string", "minLength": 1}),
        Shape::Words => json!({"type": ["string", "number", "boolean"], "minLength": 1}),
        Shape::Id => json!({"type": ["string", "number", "boolean"], "pattern": ID_PATTERN}),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::Count => json!({"type": "integer", "minimum": 0}),
        Shape::Exactly(number) => json!({"const": number}),
        // Without a letter in it, an editor takes one without quotes for a number.
        Shape::Digest => json!({"type": ["string", "number"], "pattern": DIGEST_PATTERN}),
        Shape::Choice(words) => {
            let (words, meanings): (Vec<_>, Vec<_>) = words.iter().copied().unzip();
            // Not of the standard: yaml-language-server shows these beside the words.
            json!({"enum": words, "enumDescriptions": meanings})
        }
        Shape::List(item) => json!({"type": "array", "items": of(item, definitions)}),
        Shape::Filled(item) => json!({"type": "array", "items": of(item, definitions), "minItems": 1}),
        Shape::Entries(value) => json!({
            "type": "object",
            "propertyNames": {"pattern": ID_PATTERN},
            "additionalProperties": of(value, definitions),
        }),
        Shape::Names(value) => {
            json!({"type": "object", "additionalProperties": of(value, definitions)})
        }
        Shape::Record(record) => {
            let name =
                record.what.trim_start_matches("a ").trim_start_matches("an ").trim_start_matches("the ");
            let name = name.replace(' ', "-");
            if !definitions.contains_key(&name) {
                // The place is taken first, so that records may hold each other.
                definitions.insert(name.clone(), Value::Null);
                let object = object(record, definitions);
                definitions.insert(name.clone(), object);
            }
            json!({"allOf": [{"$ref": format!("#/definitions/{name}")}]})
        }
        Shape::OneLine(record) => {
            let mut object = object(record, definitions);
            object["required"] = json!([]);
            object["additionalProperties"] = json!({"type": "string", "pattern": "\\{[^{}]+\\}"});
            object
        }
        Shape::Either(shapes) => {
            let shapes: Vec<Value> = shapes.iter().map(|shape| of(shape, definitions)).collect();
            json!({"anyOf": shapes})
        }
    }
}

fn object(record: &RecordShape, definitions: &mut BTreeMap<String, Value>) -> Value {
    let mut properties = Map::new();
    for field in &record.fields {
        let mut property = of(&field.shape, definitions);
        property["description"] = json!(field.doc);
        property["examples"] = json!(examples(field));
        properties.insert(field.name.to_owned(), property);
    }
    let required: Vec<&str> =
        record.fields.iter().filter(|field| field.is_required).map(|field| field.name).collect();
    json!({
        "type": "object",
        "description": record.doc,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// Values of a field as it is written: the one given with it, or what its shape says already.
fn examples(field: &FieldShape) -> Vec<Value> {
    let words = |words: &[(&str, &str)]| words.iter().map(|(word, _)| json!(word)).collect();
    match (given(field), &field.shape) {
        (Some(example), _) => vec![example],
        (None, Shape::Choice(choices)) => words(choices),
        (None, shape) => by_shape(shape).into_iter().collect(),
    }
}

/// Examples are written in YAML, where words need no quotes.
fn given(field: &FieldShape) -> Option<Value> {
    field.example.and_then(|example| serde_yaml::from_str(example).ok())
}

/// A value that a shape takes, made of the examples of the fields inside it.
fn by_shape(shape: &Shape) -> Option<Value> {
    match shape {
        Shape::Text | Shape::Words | Shape::Id | Shape::Count | Shape::Digest => None,
        Shape::Exactly(number) => Some(json!(number)),
        Shape::Flag => Some(json!(true)),
        Shape::Choice(words) => words.first().map(|(word, _)| json!(word)),
        Shape::List(item) | Shape::Filled(item) => by_shape(item).map(|item| json!([item])),
        Shape::Entries(value) | Shape::Names(value) => by_shape(value).map(|value| json!({"an-id": value})),
        Shape::Either(shapes) => shapes.iter().find_map(by_shape),
        Shape::Record(record) | Shape::OneLine(record) => {
            let shown = record.fields.iter().filter(|field| field.is_required || record.fields.len() < 6);
            let fields =
                shown.filter_map(|field| Some((field.name.to_owned(), examples(field).first()?.clone())));
            Some(Value::Object(fields.collect()))
        }
    }
}
