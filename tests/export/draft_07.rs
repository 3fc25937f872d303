//! Checks JSON against the part of JSON Schema draft-07 that the program's schemas use.
//!
//! A keyword, type or pattern that is not known here is a fault, so a schema cannot ask for more than
//! is checked.

use serde_json::Value;

/// Every way in which a value does not match a schema.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    check(schema, value, "", &mut faults);
    faults
}

fn check(schema: &Value, value: &Value, path: &str, faults: &mut Vec<String>) {
    let keywords = schema.as_object().unwrap();
    let wrong = keywords.iter().flat_map(|(keyword, argument)| wrong(keyword, argument, value));
    faults.extend(wrong.map(|what| format!("{path}: {what}")));
    if keywords.contains_key("additionalProperties") {
        let known = schema["properties"].as_object().unwrap();
        let unknown = value
            .as_object()
            .into_iter()
            .flat_map(|object| object.keys())
            .filter(|key| !known.contains_key(*key));
        faults.extend(unknown.map(|key| format!("{path}: unknown {key}")));
    }
    for (i, item) in value.as_array().into_iter().flatten().enumerate() {
        keywords
            .get("items")
            .into_iter()
            .for_each(|items| check(items, item, &format!("{path}/{i}"), faults));
    }
    for (name, field) in keywords.get("properties").and_then(Value::as_object).into_iter().flatten() {
        value.get(name).into_iter().for_each(|value| check(field, value, &format!("{path}/{name}"), faults));
    }
}

/// What a keyword finds wrong with a value itself.
fn wrong(keyword: &str, argument: &Value, value: &Value) -> Vec<String> {
    let unless = |is_right: bool| {
        if is_right { vec![] } else { vec![format!("{value} is against {keyword} {argument}")] }
    };
    match keyword {
        "$schema" => unless(argument == "http://json-schema.org/draft-07/schema#"),
        "title" | "description" => unless(argument.as_str().is_some_and(|text| !text.is_empty())),
        "additionalProperties" => unless(argument == false),
        "items" | "properties" => vec![],
        "type" => unless(is_type(argument, value)),
        "const" => unless(argument == value),
        "enum" => unless(argument.as_array().unwrap().contains(value)),
        "pattern" => unless(value.as_str().is_none_or(|text| matches(argument.as_str().unwrap(), text))),
        "minimum" => unless(value.as_i64().is_none_or(|n| n >= argument.as_i64().unwrap())),
        "minItems" => unless(n_items(value).is_none_or(|n| n >= argument.as_u64().unwrap())),
        "maxItems" => unless(n_items(value).is_none_or(|n| n <= argument.as_u64().unwrap())),
        "oneOf" => unless(
            argument.as_array().unwrap().iter().filter(|option| faults(option, value).is_empty()).count()
                == 1,
        ),
        "required" => {
            let names = argument.as_array().unwrap().iter().map(|name| name.as_str().unwrap());
            let missing = names.filter(|name| value.is_object() && value.get(name).is_none());
            missing.map(|name| format!("no {name}")).collect()
        }
        _ => vec![format!("the keyword {keyword} is not checked")],
    }
}

fn n_items(value: &Value) -> Option<u64> {
    value.as_array().map(|items| items.len() as u64)
}

fn is_type(types: &Value, value: &Value) -> bool {
    match types {
        Value::Array(types) => types.iter().any(|one| is_type(one, value)),
        _ => match types.as_str().unwrap() {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "integer" => value.is_i64() || value.is_u64(),
            "boolean" => value.is_boolean(),
            "null" => value.is_null(),
            _ => false,
        },
    }
}

/// The patterns that occur, each read by hand.
fn matches(pattern: &str, text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let hexadecimal = |text: &str| text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    match pattern {
        r"^-?[0-9]+(\.[0-9]+)?$" => {
            let text = text.strip_prefix('-').unwrap_or(text);
            text.split_once('.').map_or(digits(text), |(whole, rest)| digits(whole) && digits(rest))
        }
        "^(-?[0-9]{4,}|-)-[0-9]{2}-[0-9]{2}$" => {
            let mut parts = text.rsplitn(3, '-');
            let (day, month) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
            let year = parts.next().unwrap_or("");
            let is_year = |year: &str| year.len() >= 4 && digits(year);
            [day, month].iter().all(|part| part.len() == 2 && digits(part))
                && (year == "-" || is_year(year.strip_prefix('-').unwrap_or(year)))
        }
        "^[0-9a-f]{64}$" => text.len() == 64 && hexadecimal(text),
        "^[0-9a-f]{40}$" => text.len() == 40 && hexadecimal(text),
        "^[0-9]{4}$" => text.len() == 4 && digits(text),
        "^[0-9]{1,2}$" => text.len() <= 2 && digits(text),
        "^[a-z]{3}$" => text.len() == 3 && text.bytes().all(|b| b.is_ascii_lowercase()),
        // Any other pattern has to be read here before a schema can use it.
        _ => false,
    }
}

#[test]
fn what_does_not_match_is_found() {
    let schema = serde_json::json!({
        "type": "object", "required": ["a"], "additionalProperties": false,
        "properties": { "a": { "type": ["integer", "null"], "minimum": 0 }, "b": { "type": "array", "items": { "enum": ["x"] } } },
    });
    let n_faults = |value: Value| faults(&schema, &value).len();
    assert_eq!(n_faults(serde_json::json!({ "a": 1, "b": ["x"] })), 0);
    assert_eq!(n_faults(serde_json::json!({ "a": null })), 0);
    assert_eq!(n_faults(serde_json::json!({ "a": -1, "b": ["y", "x"], "c": 1 })), 3);
    assert_eq!(n_faults(serde_json::json!({ "b": 1 })), 2);
}
