//! Schemas for editors: whatever the program accepts they accept, and what both refuse is listed
//! in tests/schemas.txt. `VARIORUM_BLESS=1 cargo test --test schemas` rewrites the list.

use std::fmt::Write as _;

mod mutation;

use camino::{Utf8Path, Utf8PathBuf};
use jsonschema::Validator;
use mutation::mutation;
use proptest::collection::vec;
use proptest::prelude::proptest;
use proptest::test_runner::Config;
use serde_json::{Map, Value};
use variorum::capture::read_lock;
use variorum::diag::Level;
use variorum::language;
use variorum::model::{Overrides, Settings, Tolerances};
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
    let rest = text.strip_prefix("---")?.split_once('\n')?.1;
    let mut end = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some(&rest[..end]);
        }
        end += line.len();
    }
    None
}

/// What an editor's YAML reader makes of a text; `None` where it cannot read it. It holds nothing
/// against a text without a value, as the program reads one as an empty mapping.
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
    match serde_yaml::from_str(text).ok()? {
        serde_yaml::Value::Null => Some(Value::Object(Map::new())),
        value => convert(value),
    }
}

/// Whether a path has the form of a pattern, in which `*` stands for anything but a folder's end.
fn matches(pattern: &str, path: &Utf8Path) -> bool {
    let (pattern, path): (Vec<&str>, Vec<&str>) =
        (pattern.split('/').collect(), path.as_str().split('/').collect());
    let part = |(pattern, part): (&&str, &&str)| match pattern.split_once('*') {
        Some((before, after)) => part.starts_with(before) && part.ends_with(after),
        None => pattern == part,
    };
    pattern.len() == path.len() && pattern.iter().zip(&path).all(part)
}

/// Every file of a project that has a schema, with its text.
fn files(project: &Utf8Path) -> Vec<(Utf8PathBuf, String)> {
    let loaded = variorum::source::load(project).unwrap();
    let known: Vec<&str> = schemas().iter().flat_map(|schema| schema.files).copied().collect();
    let files = loaded.sources.iter().map(|(_, file)| (file.path.clone(), file.text.clone()));
    files.filter(|(path, _)| known.iter().any(|pattern| matches(pattern, path))).collect()
}

/// The settings of a project in a language, with the theme whose words are read.
fn settings(language: &str) -> Settings {
    Settings {
        title: String::new(),
        description: String::new(),
        language: language.to_owned(),
        base_url: None,
        feed_id: None,
        translations: Vec::new(),
        theme: "dusk".to_owned(),
        overrides: Overrides::Templates,
        publisher: None,
        licence: None,
        repository: None,
        tolerances: Tolerances::default(),
        menu: Vec::new(),
        removed: Vec::new(),
        drafts: false,
        accepted: Vec::new(),
        exports: std::collections::BTreeSet::new(),
    }
}

/// Whether the program accepts a file for itself, and the schema.
fn verdicts(path: &Utf8Path, text: &str, validators: &[(FormatSchema, Validator)]) -> (bool, bool) {
    let sources = Sources::new(vec![SourceFile { path: path.to_owned(), text: text.to_owned() }]);
    let faults = match path.file_stem().filter(|_| path.as_str().contains("strings/")) {
        Some(tag) => language::read(&sources, &settings(tag)).faults,
        None => {
            let (parsed, mut faults) = parse(&sources);
            faults.extend(parsed.lock.and_then(|(_, node)| read_lock(&node).err()));
            faults
        }
    };
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
        // A fork may have as little content as it likes.
        assert!(files.len() > 4 || project == ".", "{project}");
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
fn every_field_says_what_it_is_for_and_shows_an_example_and_every_choice_what_it_means() {
    for schema in schemas() {
        let definitions = schema.schema["definitions"].as_object().unwrap();
        assert!(!definitions.is_empty(), "{}", schema.file);
        for (name, definition) in definitions {
            let fields = definition["properties"].as_object().unwrap();
            for (field, property) in fields {
                let words = property["description"].as_str().unwrap_or_default();
                assert!(words.ends_with('.') && !words.starts_with(' '), "{name}.{field}: {words}");
                let examples = property["examples"].as_array();
                assert!(
                    examples.is_some_and(|examples| !examples.is_empty()),
                    "{name}.{field} shows no example"
                );
                let Some(choices) = property["enum"].as_array() else { continue };
                let meanings = property["enumDescriptions"].as_array().unwrap();
                assert_eq!(choices.len(), meanings.len(), "{name}.{field}");
                assert!(
                    meanings.iter().all(|words| words.as_str().unwrap().ends_with('.')),
                    "{name}.{field}"
                );
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

proptest! {
    #![proptest_config(Config { cases: 1500, failure_persistence: None, ..Config::default() })]

    #[test]
    fn whatever_a_slip_makes_of_a_file_no_schema_refuses_what_the_program_accepts(mutations in vec(mutation(), 1..4)) {
        let (files, validators) = &*SLIPPED;
        let (path, text) = mutations[0].file.get(files);
        let text = mutations.iter().fold(text.clone(), |text, mutation| mutation.of_text(&text));
        assert_ne!(verdicts(path, &text, validators), (true, false), "{path}\n{text}");
    }
}

/// Files that slips are made in, and the schemas they are held against.
type Slipped = (Vec<(Utf8PathBuf, String)>, Vec<(FormatSchema, Validator)>);

static SLIPPED: std::sync::LazyLock<Slipped> = std::sync::LazyLock::new(|| {
    let mut found = files(&root().join("tests/faults/sound"));
    found.extend(files(&root().join("src/author/starter")));
    let strings = fs_err::read_to_string(root().join("languages/en.yaml")).unwrap();
    found.push(("strings/en.yaml".into(), strings));
    let lock = fs_err::read_to_string(root().join("tests/schemas.lock.yaml")).unwrap();
    found.push(("content/captures.lock.yaml".into(), lock.trim_end().to_owned()));
    found.push(("themes/dusk/theme.yaml".into(), "name: dusk\ndescription: Grey on grey.\n".to_owned()));
    (found, validators())
});
