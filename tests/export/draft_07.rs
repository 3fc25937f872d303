//! Checks JSON against the part of JSON Schema draft-07 that the program's schemas use.
//!
//! A keyword that stands in no arm is a failure, so a schema cannot ask for more than is checked.

use serde_json::Value;

/// Every way in which a value does not match a schema.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    check(schema, value, "", &mut faults);
    faults
}

fn check(schema: &Value, value: &Value, path: &str, faults: &mut Vec<String>) {
    let mut fault = |what: String| faults.push(format!("{path}: {what}"));
    let mut below = Vec::new();
    for (keyword, argument) in schema.as_object().unwrap() {
        match keyword.as_str() {
            "$schema" => assert_eq!(argument, "http://json-schema.org/draft-07/schema#"),
            "title" | "description" => assert!(!argument.as_str().unwrap().is_empty(), "{path}: {keyword}"),
            "type" if !is_type(argument, value) => fault(format!("{value} is no {argument}")),
            "const" if argument != value => fault(format!("{value} is not {argument}")),
            "enum" if !argument.as_array().unwrap().contains(value) => {
                fault(format!("{value} is not in {argument}"))
            }
            "pattern" => {
                if let Some(text) = value.as_str()
                    && !matches(argument.as_str().unwrap(), text)
                {
                    fault(format!("{text:?} does not match {argument}"));
                }
            }
            "minimum" if value.as_i64().is_some_and(|n| n < argument.as_i64().unwrap()) => {
                fault("too small".into())
            }
            "minItems" if n_items(value).is_some_and(|n| n < argument.as_u64().unwrap()) => {
                fault("too short".into())
            }
            "maxItems" if n_items(value).is_some_and(|n| n > argument.as_u64().unwrap()) => {
                fault("too long".into())
            }
            "items" => below.extend(
                value
                    .as_array()
                    .into_iter()
                    .flatten()
                    .enumerate()
                    .map(|(i, item)| (argument, item, format!("{path}/{i}"))),
            ),
            "required" => {
                let names = argument.as_array().unwrap().iter().map(|name| name.as_str().unwrap());
                names
                    .filter(|name| value.is_object() && value.get(name).is_none())
                    .for_each(|name| fault(format!("no {name}")));
            }
            "properties" => {
                let known = argument.as_object().unwrap();
                below.extend(
                    known.iter().filter_map(|(name, field)| {
                        Some((field, value.get(name)?, format!("{path}/{name}")))
                    }),
                );
            }
            "additionalProperties" => {
                assert_eq!(argument, false);
                let known = schema["properties"].as_object().unwrap();
                let keys = value.as_object().into_iter().flat_map(|object| object.keys());
                keys.filter(|key| !known.contains_key(*key)).for_each(|key| fault(format!("unknown {key}")));
            }
            "oneOf" => {
                let n_matching = argument
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter(|option| self::faults(option, value).is_empty())
                    .count();
                if n_matching != 1 {
                    fault(format!("{value} matches {n_matching} of the options"));
                }
            }
            "type" | "const" | "enum" | "minimum" | "minItems" | "maxItems" => {}
            unknown => panic!("the keyword {unknown} is not checked"),
        }
    }
    below.into_iter().for_each(|(schema, value, path)| check(schema, value, &path, faults));
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
            unknown => panic!("the type {unknown} is not checked"),
        },
    }
}

/// The three patterns that occur, each read by hand.
fn matches(pattern: &str, text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
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
        "^[0-9a-f]{64}$" => text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')),
        unknown => panic!("the pattern {unknown} is not checked"),
    }
}
