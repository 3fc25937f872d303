//! JSON Schema (draft-07) in a few words: one function for each kind of value.
//!
//! Objects name all their fields and allow no other, so that a schema that falls behind its file
//! fails the tests.

use serde_json::{Map, Value, json};

/// A whole schema file.
pub fn document(title: &str, root: Value) -> Value {
    let mut schema = root;
    strip(&mut schema);
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["title"] = json!(title);
    schema
}

/// What [`optional`] leaves in a schema for [`object`], which takes it out again.
const MAY_BE_ABSENT: &str = "may-be-absent";

/// An object with these fields and no other: all of them, but for those that are [`optional`].
pub fn object(about: &str, mut fields: Vec<(&str, Value)>) -> Value {
    let mut required = Vec::new();
    for (name, schema) in &mut fields {
        let may_be_absent = schema.as_object_mut().and_then(|schema| schema.remove(MAY_BE_ABSENT)).is_some();
        if !may_be_absent {
            required.push((*name).to_owned());
        }
    }
    let mut object = sparse_object(about, fields);
    object["required"] = json!(required);
    object
}

/// An object with some of these fields, or none.
pub fn sparse_object(about: &str, fields: Vec<(&str, Value)>) -> Value {
    let properties: Map<String, Value> =
        fields.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect();
    json!({
        "type": "object", "description": about, "properties": properties, "additionalProperties": false,
    })
}

/// Any text.
pub fn text(about: &str) -> Value {
    json!({ "type": "string", "description": about })
}

/// A text that matches a regular expression.
pub fn pattern(about: &str, pattern: &str) -> Value {
    json!({ "type": "string", "description": about, "pattern": pattern })
}

/// An exact decimal, as text so that no reader rounds it.
pub fn decimal(about: &str) -> Value {
    pattern(about, r"^-?[0-9]+(\.[0-9]+)?$")
}

/// A calendar day, or month and day where the year is unspecified.
pub fn day(about: &str) -> Value {
    pattern(about, "^(-?[0-9]{4,}|-)-[0-9]{2}-[0-9]{2}$")
}

/// One of these words.
pub fn choice<'a>(about: &str, words: impl IntoIterator<Item = &'a str>) -> Value {
    let words: Vec<&str> = words.into_iter().collect();
    json!({ "type": "string", "description": about, "enum": words })
}

/// A whole number from zero.
pub fn count(about: &str) -> Value {
    json!({ "type": "integer", "description": about, "minimum": 0 })
}

/// True or false.
pub fn boolean(about: &str) -> Value {
    json!({ "type": "boolean", "description": about })
}

/// A list of such items.
pub fn list(about: &str, items: Value) -> Value {
    let mut list = json!({ "type": "array", "description": about });
    list["items"] = items;
    list
}

/// A list of such items, absent where there are none.
pub fn optional_list(about: &str, items: Value) -> Value {
    optional(list(about, items))
}

/// Exactly one of these.
pub fn one_of(about: &str, options: Vec<Value>) -> Value {
    let mut choice = json!({ "description": about });
    choice["oneOf"] = Value::Array(options);
    choice
}

/// The same, absent where nothing is stated.
pub fn optional(mut schema: Value) -> Value {
    schema[MAY_BE_ABSENT] = json!(true);
    schema
}

/// The same, or null where nothing is stated.
pub fn nullable(mut schema: Value) -> Value {
    schema["type"] = json!([schema["type"].clone(), "null"]);
    schema
}

/// Takes [`MAY_BE_ABSENT`] out of what is no field of an object.
fn strip(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            members.remove(MAY_BE_ABSENT);
            members.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
