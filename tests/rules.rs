//! Rules from YAML to reasons: one folder a rule in tests/rules/, each with sheets that fire and
//! sheets that nearly do; entry point [`cases`].
//!
//! A case is an event sheet `<case>.yaml` beside `<case>.txt`, the findings and faults that it
//! gives. `VARIORUM_BLESS=1 cargo test --test rules` rewrites the expected files; read the difference.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use camino::Utf8Path;
use fs_err as fs;
use variorum::check;
use variorum::language::Language;
use variorum::model::{Modifier, Rule};
use variorum::pipeline::{Options, Resolved, resolved};
use variorum::source::{Loaded, SourceFile, Sources, load};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

/// The project of the cases, with one case as its event. What follows a line `# --- <path>` in a
/// case is added to that file.
fn loaded_with(case: &str) -> Loaded {
    let root = folder().join("_project");
    let mut loaded = load(Utf8Path::from_path(&root).expect("the checkout has a UTF-8 path")).unwrap();
    let mut files: Vec<SourceFile> = loaded.sources.iter().map(|(_, file)| file.clone()).collect();
    let (sheet, addition) = case.split_once("# --- ").unwrap_or((case, ""));
    let (path, more) = addition.split_once('\n').unwrap_or_default();
    files.iter_mut().filter(|file| file.path == path).for_each(|file| file.text.push_str(more));
    files.push(SourceFile { path: "content/events/case.yaml".into(), text: sheet.to_owned() });
    loaded.sources = Sources::new(files);
    loaded
}

/// Findings and faults as lines.
fn told(sheet: &str) -> String {
    let loaded = loaded_with(sheet);
    // The cases quote from nowhere, so they go past the stage that looks quotes up: a build says
    // nothing of prose that rests on a quote in doubt.
    let Resolved { corpus, faults: mut diagnostics, .. } = resolved(&loaded, &Options::default());
    let corpus = corpus.expect("the project of the cases has settings");
    let findings = check::findings(&corpus);
    let english = Language::english();
    diagnostics.extend(check::diagnose(&corpus, &findings, &|| &english));
    let mut lines = String::new();
    for finding in &findings {
        let modifiers: Vec<&str> = finding.modifiers.iter().map(|modifier| modifier.as_str()).collect();
        let modifiers =
            if modifiers.is_empty() { String::new() } else { format!(" [{}]", modifiers.join(" ")) };
        let ruled = finding.ruling.map_or("", |_| " (ruled)");
        let (class, rule, severity) = (finding.class, finding.rule, finding.severity);
        writeln!(
            lines,
            "{class} {rule} {severity}{modifiers}{ruled}\n  {}\n  {}",
            finding.id, finding.reason
        )
        .unwrap();
    }
    for fault in &diagnostics {
        let place = fault.span.map_or_else(String::new, |span| {
            let place = loaded.sources.place(span);
            format!(" {}:{}", place.line, place.column)
        });
        writeln!(
            lines,
            "{}{place}: {}\n  {}",
            fault.code,
            fault.message,
            fault.help.as_deref().unwrap_or_default()
        )
        .unwrap();
    }
    lines
}

/// Every sheet in the folders, in order.
fn cases() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|folder| folder.is_dir() && !folder.ends_with("_project"));
    let mut cases: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    cases.sort();
    cases
}

#[expect(clippy::disallowed_methods, reason = "the person who runs the test asks in this way")]
fn is_update() -> bool {
    std::env::var_os("VARIORUM_BLESS").is_some()
}

#[test]
fn every_case_gives_what_its_file_says() {
    let mut wrong = Vec::new();
    for case in cases() {
        let told = told(&fs::read_to_string(&case).unwrap());
        let path = case.with_extension("txt");
        if is_update() {
            fs::write(&path, &told).unwrap();
        } else if fs::read_to_string(&path).unwrap_or_default() != told {
            wrong.push(format!("{}\n{told}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_and_modifier_has_a_case_that_fires_and_one_that_nearly_does() {
    let names = Rule::ALL.iter().map(|rule| rule.as_str()).chain(Modifier::ALL.iter().map(|m| m.as_str()));
    for name in names {
        let heads = |case: &str| -> String {
            let path = folder().join(name).join(case);
            let sheet = fs::read_to_string(&path).unwrap_or_else(|_| panic!("no {}", path.display()));
            told(&sheet).lines().filter(|line| !line.starts_with(' ')).collect::<Vec<_>>().join("\n")
        };
        let is_told = |text: &str| text.split(['\n', ' ', '[', ']']).any(|word| word == name);
        assert!(is_told(&heads("fires.yaml")), "{name} does not fire");
        assert!(!is_told(&heads("near-miss.yaml")), "{name} fires in its near miss");
    }
}

#[test]
fn no_expected_file_is_left_over() {
    for case in cases() {
        let texts = fs::read_dir(case.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
        for text in texts.filter(|path| path.extension().is_some_and(|extension| extension == "txt")) {
            assert!(text.with_extension("yaml").exists(), "{} belongs to no case", text.display());
        }
    }
}
