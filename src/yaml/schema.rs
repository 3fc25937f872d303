//! A format as a JSON Schema (draft-07), so that editors complete and flag; entry point [`schema`].
//!
//! A schema accepts whatever the reading accepts. Where an editor cannot tell quoted words from
//! bare ones, or would have to look at a second file, it is the reading that refuses.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{RecordShape, Shape};

/// Ids as the model defines them.
const ID_PATTERN: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// The schema of a format.
pub fn schema(title: &str, description: &str, shape: &Shape) -> Value {
    let mut definitions = BTreeMap::new();
    let mut whole = of(shape, &mut definitions);
    // A file without a word is read as an empty mapping.
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
        Shape::Choice(words) => json!({"enum": words}),
        Shape::List(item) => json!({"type": "array", "items": of(item, definitions)}),
        Shape::Filled(item) => json!({"type": "array", "items": of(item, definitions), "minItems": 1}),
        Shape::Entries(value) => json!({
            "type": "object",
            "propertyNames": {"pattern": ID_PATTERN},
            "additionalProperties": of(value, definitions),
        }),
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
        // Examples are written in YAML, where words need no quotes.
        let example = field.example.and_then(|example| serde_yaml::from_str::<Value>(example).ok());
        if let Some(example) = example {
            property["examples"] = json!([example]);
        }
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
