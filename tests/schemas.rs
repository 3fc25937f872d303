//! Schemas for editors: whatever the program accepts they accept, and what both refuse is listed
//! in tests/schemas.txt. `VARIORUM_BLESS=1 cargo test --test schemas` rewrites the list.

use std::fmt::Write as _;

use camino::{Utf8Path, Utf8PathBuf};
use jsonschema::Validator;
use serde_json::{Map, Value};
use variorum::diag::Level;
use variorum::parse::{FormatSchema, parse, schemas};
use variorum::source::{SourceFile, Sources};

fn root() -> &'static Utf8Path {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn validators() -> Vec<(FormatSchema, Validator)> {
    let compiled = |schema: FormatSchema| {
        let validator = jsonschema::draft7::new(&schema.schema).unwrap();
        (schema, validator)
    };
    schemas().into_iter().map(compiled).collect()
}

/// The YAML of a file of a project: all of it, or its front matter.
fn yaml<'a>(path: &Utf8Path, text: &'a str) -> Option<&'a str> {
    if path.extension() == Some("yaml") {
        return Some(text);
    }
    let rest = text.strip_prefix("---\n")?;
    rest.split_once("\n---\n").map(|(yaml, _)| yaml)
}

/// What an editor's YAML reader makes of a text; `None` where it cannot read it.
fn json(text: &str) -> Option<Value> {
    fn convert(value: serde_yaml::Value) -> Option<Value> {
        Some(match value {
            serde_yaml::Value::Sequence(items) => {
                Value::Array(items.into_iter().map(convert).collect::<Option<_>>()?)
            }
            serde_yaml::Value::Mapping(entries) => {
                let mut map = Map::new();
                for (key, value) in entries {
                    let key = match key {
                        serde_yaml::Value::String(key) => key,
                        other => serde_yaml::to_string(&other).ok()?.trim().to_owned(),
                    };
                    map.insert(key, convert(value)?);
                }
                Value::Object(map)
            }
            other => serde_json::to_value(other).ok()?,
        })
    }
    convert(serde_yaml::from_str(text).ok()?)
}

fn matches(pattern: &str, path: &Utf8Path) -> bool {
    match pattern.split_once('*') {
        Some((before, after)) => path.as_str().starts_with(before) && path.as_str().ends_with(after),
        None => path == pattern,
    }
}

/// Every file of a project that has a schema, with its text.
fn files(project: &Utf8Path) -> Vec<(Utf8PathBuf, String)> {
    let loaded = variorum::source::load(project).unwrap();
    let known: Vec<&str> = schemas().iter().flat_map(|schema| schema.files).copied().collect();
    let files = loaded.sources.iter().map(|(_, file)| (file.path.clone(), file.text.clone()));
    files.filter(|(path, _)| known.iter().any(|pattern| matches(pattern, path))).collect()
}

/// Whether the program accepts a file for itself, and the schema.
fn verdicts(path: &Utf8Path, text: &str, validators: &[(FormatSchema, Validator)]) -> (bool, bool) {
    let sources = Sources::new(vec![SourceFile { path: path.to_owned(), text: text.to_owned() }]);
    let (_, faults) = parse(&sources);
    let accepted = !faults.iter().any(|fault| fault.level == Level::Error);
    let (_, validator) = validators
        .iter()
        .find(|(schema, _)| schema.files.iter().any(|pattern| matches(pattern, path)))
        .unwrap();
    let value = yaml(path, text).and_then(json);
    (accepted, value.is_some_and(|value| validator.is_valid(&value)))
}

#[test]
fn the_repositorys_own_content_and_the_starter_suit_the_schemas() {
    let validators = validators();
    for project in [".", "src/author/starter", "tests/faults/sound"] {
        let files = files(&root().join(project));
        assert!(files.len() > 4, "{project}");
        for (path, text) in files {
            assert_eq!(verdicts(&path, &text, &validators), (true, true), "{project}: {path}");
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the person who runs the test asks in this way")]
fn blessing() -> bool {
    std::env::var_os("VARIORUM_BLESS").is_some()
}

#[test]
fn a_schema_never_refuses_what_the_program_accepts() {
    let validators = validators();
    let mut cases: Vec<Utf8PathBuf> = root()
        .join("tests/faults")
        .read_dir_utf8()
        .unwrap()
        .map(|entry| entry.unwrap().into_path())
        .collect();
    cases.sort();
    let mut list = String::new();
    for case in cases {
        for (path, text) in files(&case) {
            let name = case.file_name().unwrap();
            let word = match verdicts(&path, &text, &validators) {
                (true, true) => "both accept",
                (false, false) => "both refuse",
                (false, true) => "only the program refuses",
                (true, false) => panic!("the schema refuses {name}/{path}, which the program accepts"),
            };
            _ = writeln!(list, "{word}: {name}/{path}");
        }
    }
    let golden = root().join("tests/schemas.txt");
    if blessing() {
        fs_err::write(&golden, &list).unwrap();
    }
    assert!(list == fs_err::read_to_string(&golden).unwrap(), "tests/schemas.txt differs:\n{list}");
}

#[test]
fn every_field_of_every_schema_says_what_it_is_for() {
    for schema in schemas() {
        let definitions = schema.schema["definitions"].as_object().unwrap();
        assert!(!definitions.is_empty(), "{}", schema.file);
        for (name, definition) in definitions {
            let fields = definition["properties"].as_object().unwrap();
            for (field, property) in fields {
                let words = property["description"].as_str().unwrap_or_default();
                assert!(words.ends_with('.') && !words.starts_with(' '), "{name}.{field}: {words}");
            }
        }
    }
}

#[test]
fn examples_suit_their_own_fields() {
    for schema in schemas() {
        for (name, definition) in schema.schema["definitions"].as_object().unwrap() {
            for (field, property) in definition["properties"].as_object().unwrap() {
                let mut alone = property.clone();
                alone["definitions"] = schema.schema["definitions"].clone();
                let validator = jsonschema::draft7::new(&alone).unwrap();
                for example in property["examples"].as_array().into_iter().flatten() {
                    assert!(validator.is_valid(example), "{name}.{field}: {example}");
                }
            }
        }
    }
}

#[test]
fn a_misspelt_field_and_a_wrong_word_are_refused_in_an_editor() {
    let validators = validators();
    let check = |path: &str, text: &str| verdicts(Utf8Path::new(path), text, &validators);
    assert_eq!(check("content/pages/a.md", "---\ntitel: A\n---\n"), (false, false));
    assert_eq!(check("content/entities.yaml", "a: {kind: persn, name: A}\n"), (false, false));
    assert_eq!(
        check("content/entities.yaml", "a: {kind: person, name: A, aliases: [\"1843\"]}\n"),
        (true, true)
    );
}
