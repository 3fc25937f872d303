//! docs/reference.md, made of the definitions that files are read by: every format, record and field, once.
//! `VARIORUM_BLESS=1 cargo test --test reference` rewrites it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::Value;
use variorum::parse::{FormatSchema, schemas};

const HEAD: &str = "\
# Reference of the fields

Every field of every file, made of the definitions that the program reads files by. [Formats](formats.md) explains them
and shows how they are used. Do not edit this page: `VARIORUM_BLESS=1 cargo test --test reference` writes it, and a test fails
where it is out of date.
";

/// The page.
fn reference() -> String {
    let mut page = HEAD.to_owned();
    for format in schemas() {
        write_format(&mut page, &format);
    }
    page
}

fn write_format(page: &mut String, format: &FormatSchema) {
    let files: Vec<String> = format.files.iter().map(|file| format!("`{file}`")).collect();
    let text = |key: &str| format.schema[key].as_str().unwrap();
    write!(page, "\n## {}\n\n{}.\n", files.join(", "), text("description")).unwrap();
    let whole = takes(&format.schema);
    let definitions = format.schema["definitions"].as_object().unwrap();
    if definitions.len() != 1 || whole != definitions.keys().next().unwrap().replace('-', " ") {
        writeln!(page, "The file holds {whole}.").unwrap();
    }
    for (name, record) in definitions {
        write_record(page, name, record);
    }
}

fn write_record(page: &mut String, name: &str, record: &Value) {
    let name = name.replace('-', " ");
    write!(page, "\n### {name}\n\n{}\n", record["description"].as_str().unwrap()).unwrap();
    let required: Vec<&str> =
        record["required"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    page.push_str("\n| field | required | takes | what it says | for example |\n|---|---|---|---|---|\n");
    let fields: BTreeMap<&String, &Value> = record["properties"].as_object().unwrap().iter().collect();
    let (mut needed, others): (Vec<_>, Vec<_>) =
        fields.into_iter().partition(|(name, _)| required.contains(&name.as_str()));
    needed.extend(others);
    for (field, shape) in needed {
        let is_required = if required.contains(&field.as_str()) { "yes" } else { "" };
        let doc = cell(shape["description"].as_str().unwrap());
        writeln!(
            page,
            "| `{field}` | {is_required} | {} | {doc} | {} |",
            cell(&takes(shape)),
            example(shape)
        )
        .unwrap();
    }
}

/// What a value may be, in words.
fn takes(shape: &Value) -> String {
    if let Some(words) = shape["enum"].as_array() {
        let words: Vec<String> = words.iter().map(|word| format!("`{}`", word.as_str().unwrap())).collect();
        return words.join(", ");
    }
    if let Some(shapes) = shape["anyOf"].as_array() {
        let shapes: Vec<String> = shapes.iter().map(takes).collect();
        return shapes.join(" or ");
    }
    if let Some(of) = shape["allOf"][0]["$ref"].as_str() {
        return of.trim_start_matches("#/definitions/").replace('-', " ");
    }
    if !shape["const"].is_null() {
        return format!("`{}`", shape["const"]);
    }
    match (&shape["type"], shape["pattern"].as_str()) {
        (Value::String(kind), _) if kind == "array" => format!("list of {}", takes(&shape["items"])),
        (Value::String(kind), _) if kind == "object" && shape["properties"].is_object() => {
            "fields, and one line of words with the value in braces".to_owned()
        }
        (Value::String(kind), _) if kind == "object" => {
            let keys = if shape["propertyNames"].is_object() { "ids" } else { "names" };
            format!("mapping from {keys} to {}", takes(&shape["additionalProperties"]))
        }
        (Value::String(kind), _) if kind == "boolean" => "`true` or `false`".to_owned(),
        (Value::String(kind), _) if kind == "integer" => "whole number".to_owned(),
        (_, Some(pattern)) if pattern.contains("{64}") => "SHA-256 digest".to_owned(),
        (_, Some(_)) => "id".to_owned(),
        (Value::String(_), None) => "text".to_owned(),
        (_, None) => "words as they are typed".to_owned(),
    }
}

/// The first example, on one line.
fn example(shape: &Value) -> String {
    let Some(example) = shape["examples"].get(0).filter(|_| shape["enum"].is_null()) else {
        return String::new();
    };
    let words = example.as_str().map_or_else(|| example.to_string(), str::to_owned);
    if words.chars().count() > 90 { String::new() } else { format!("`{}`", cell(&words)) }
}

/// Words in a cell of a table.
fn cell(words: &str) -> String {
    words.replace('|', "\\|").replace('\n', " ")
}

fn path() -> Utf8PathBuf {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference.md")
}

#[expect(clippy::disallowed_methods, reason = "the person who runs the test asks in this way")]
fn is_asked_to_write() -> bool {
    std::env::var_os("VARIORUM_BLESS").is_some()
}

#[test]
fn the_reference_is_that_of_the_definitions() {
    let reference = reference();
    if is_asked_to_write() {
        fs_err::write(path(), &reference).unwrap();
    }
    let committed = fs_err::read_to_string(path()).unwrap_or_default();
    assert!(
        committed == reference,
        "docs/reference.md is out of date: `VARIORUM_BLESS=1 cargo test --test reference` writes it"
    );
}

#[test]
fn every_field_of_the_reference_says_what_it_takes() {
    let reference = reference();
    let rows = reference.lines().filter(|line| line.starts_with("| `"));
    let mut n_rows = 0;
    for row in rows {
        let cells: Vec<&str> = row.split(" | ").collect();
        assert!(cells.len() >= 5 && !cells[2].trim().is_empty() && !cells[3].trim().is_empty(), "{row}");
        n_rows += 1;
    }
    assert!(n_rows > 80, "{n_rows}");
}
