//! Every slip that is known: a folder in tests/faults/ lies over the sound project there, and
//! `expected.txt` holds what is said of it. `VARIORUM_BLESS=1 cargo test --test faults` rewrites
//! those files; read the difference.

mod project;

use project::{Project, case_names, cases};
use variorum::diag::{self, Diagnostic};
use variorum::pipeline::{self, Built, Options};
use variorum::source::{self, Loaded};

fn build(project: &Project) -> (Loaded, Built) {
    let loaded = source::load(&project.root).unwrap();
    let built = pipeline::build(&loaded, &Options::default());
    (loaded, built)
}

/// Every fault as one line with its help and its other place below it.
fn faults(project: &Project) -> String {
    let (loaded, built) = build(project);
    told(project, &loaded, &built)
}

fn told(project: &Project, loaded: &Loaded, built: &Built) -> String {
    let mut text = String::new();
    for fault in &built.diagnostics {
        text.push_str(&diag::short(fault, &loaded.sources));
        text.push('\n');
        if let Some((span, why)) = &fault.related {
            let place = loaded.sources.place(*span);
            let path = &loaded.sources.file(span.file).path;
            text.push_str(&format!("  see: {path}:{}:{}: {why}\n", place.line, place.column));
        }
        for line in fault.help.iter().flat_map(|help| help.lines()) {
            text.push_str(&format!("  help: {line}\n"));
        }
    }
    text.replace(project.root.as_str(), "PROJECT")
}

#[expect(clippy::disallowed_methods, reason = "the person who runs the test asks in this way")]
fn blessing() -> bool {
    std::env::var_os("VARIORUM_BLESS").is_some()
}

#[track_caller]
fn check(project: &Project, expected: &[&str]) {
    let faults = faults(project);
    let found: Vec<&str> = faults.lines().filter(|line| !line.starts_with("  ")).collect();
    assert_eq!(found, expected);
}

/// A fault points at something, and says what to do.
fn check_words(name: &str, fault: &Diagnostic) {
    assert!(fault.span.is_some(), "{name}: `{}` has no place", fault.message);
    assert!(fault.help.as_ref().is_some_and(|help| !help.is_empty()), "{name}: `{}`", fault.message);
    let first = fault.message.chars().next().unwrap();
    assert!(!first.is_uppercase() && !fault.message.ends_with('.'), "{name}: `{}`", fault.message);
}

#[test]
fn the_project_below_all_cases_is_sound() {
    assert_eq!(faults(&Project::over(&[])), "");
}

#[test]
fn every_case_is_told_as_expected() {
    let mut wrong = Vec::new();
    for name in case_names() {
        let file = cases().join(&name).join("expected.txt");
        let project = Project::of(&name);
        let (loaded, built) = build(&project);
        assert_eq!(built.edition.is_none(), diag::has_errors(&built.diagnostics), "{name}");
        built.diagnostics.iter().for_each(|fault| check_words(&name, fault));
        let faults = told(&project, &loaded, &built);
        if blessing() {
            fs_err::write(&file, &faults).unwrap();
        }
        let expected = fs_err::read_to_string(&file).unwrap_or_else(|_| panic!("{name} expects nothing"));
        if faults != expected {
            wrong.push(format!("## {name}\n--- expected\n{expected}--- found\n{faults}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_mark_at_the_start_and_line_ends_of_windows_change_nothing() {
    let sound = Project::over(&[]);
    let sheet = fs_err::read_to_string(sound.root.join("content/events/raid.yaml")).unwrap();
    let article = fs_err::read_to_string(sound.root.join("content/articles/alpha.md")).unwrap();
    let marked = format!("\u{feff}{}", sheet.replace('\n', "\r\n"));
    let windows = format!("\u{feff}{}", article.replace('\n', "\r\n"));
    let project = Project::over(&[
        ("content/events/raid.yaml", marked.as_bytes()),
        ("content/articles/alpha.md", windows.as_bytes()),
    ]);
    check(&project, &[]);
    let faulty = marked.replace("kind: date", "kind: dates");
    let project = Project::over(&[("content/events/raid.yaml", faulty.as_bytes())]);
    check(
        &project,
        &[
            "content/events/raid.yaml:13:11: error[value-unknown]: `dates` is not `count`, `money`, `percent`, `measure`, `date`, `entity`, `set`, `position`, `text` or `yes-no`",
            "content/events/raid.yaml:18:11: error[value-unknown]: `dates` is not `count`, `money`, `percent`, `measure`, `date`, `entity`, `set`, `position`, `text` or `yes-no`",
        ],
    );
}

/// The faults that no slip may turn into a wrong page, each with the folder or the test that shows it.
const PROMISED: &[(&str, &str)] = &[
    ("unclosed quote", "quote-unclosed"),
    ("bad indent", "indent-bad"),
    ("tab", "tab"),
    ("duplicate key at any depth", "key-duplicate"),
    ("unknown field", "field-unknown"),
    ("missing field", "field-missing"),
    ("ill-typed field", "field-ill-typed"),
    ("null or empty value", "value-empty"),
    ("truth value in a string field", "truth-value-in-words"),
    ("count that cannot be read", "count-unreadable"),
    ("number with a comma, unquoted in a flow mapping", "number-with-comma-in-flow-mapping"),
    ("date that cannot be read", "date-unreadable"),
    ("unknown source, entity, fact, part or place", "reference-unknown"),
    ("list where a map belongs", "list-for-mapping"),
    ("map where a list belongs", "mapping-for-list"),
    ("empty claims", "claims-empty"),
    ("a claim twice", "claim-twice"),
    ("two files with one id", "id-used-twice"),
    ("ids differing only in case", "id-differs-in-case"),
    (
        "mark of byte order and line ends of Windows",
        "a_mark_at_the_start_and_line_ends_of_windows_change_nothing",
    ),
    ("Latin-1", "a Latin-1 file"),
    ("UTF-16", "a UTF-16 file"),
    ("NUL", "a NUL byte"),
    ("control characters", "a control character behind an escape"),
    ("anchors and aliases", "anchors-and-aliases"),
    ("alias bomb", "alias-bomb"),
    ("nesting 100,000 deep", "nesting 100,000 deep"),
    ("a file of 200 MB", "a file of 200 MB"),
    ("a directory named x.yaml", "a directory named x.yaml"),
    ("unreadable file", "a_file_that_may_not_be_read_is_named"),
    ("symlink out of content", "a link out of content"),
    ("symlink in a loop", "a link that leads in a circle"),
    ("empty file", "file-empty"),
    ("front matter unclosed", "front-matter-unclosed"),
    ("quote not in the text", "quote-not-in-text"),
    ("quote edited since", "a quote edited since it was verified"),
    ("ruling without its fact", "ruling-without-fact"),
    ("empty project", "an empty project"),
    ("unknown fact link, raw HTML, unsafe URL", "prose-links"),
    ("broken link or anchor", "prose-anchors"),
    ("template that cannot be read", "template-syntax"),
    ("template that names a missing field", "template-faulty"),
    ("theme", "theme-faulty"),
    ("settings", "settings-faulty"),
    ("contradictory settings", "settings-contradictory"),
    ("unknown rule", "ruling-expects-a-rule"),
    ("circular containment", "places-in-a-circle"),
    ("circular same_as", "joined-in-a-circle"),
    ("circular origins", "origins-in-a-circle"),
    ("circular citations", "cited-in-a-circle"),
    ("dates reckoned from each other", "date-reckoned-from-itself"),
    ("facts that cannot be compared", "joined-to-another-unit"),
    ("a unit that cannot be compared", "claim-in-another-unit"),
    ("an office with two holders", "office-held-by-two"),
    ("ten faults in one file", "ten-faults-in-one-file"),
    ("ten broken files", "ten-broken-files"),
    ("lock that the program did not write", "lock-edited"),
    ("lock of another version", "lock-of-another-version"),
    ("mark that YAML keeps to itself", "mark-at-start"),
    ("quotation mark inside a quotation", "quote-inside-quotes"),
    ("value that goes on too far left", "quote-broken-without-indent"),
    ("language that is no tag", "article-language"),
    ("reference that nothing defines", "references-undefined"),
    ("fault inside a fact whose id is none", "fact-id-invalid"),
    ("template of a page that the edition lacks", "template-of-no-page"),
    ("words in a file of no language", "strings-misnamed"),
    ("faults of every stage in one run", "faults-of-every-stage"),
];

#[test]
fn every_promised_fault_is_shown_by_a_folder_or_a_test() {
    let own = concat!(include_str!("faults.rs"), include_str!("refused.rs"));
    let names = case_names();
    for (fault, shown_by) in PROMISED {
        let is_shown = names.iter().any(|name| name == shown_by)
            || own.contains(&format!("fn {shown_by}("))
            || own.contains(&format!("name: \"{shown_by}\""));
        assert!(is_shown, "{fault}: nothing is called {shown_by}");
    }
}

#[test]
fn ten_faults_are_told_as_ten_in_one_file_or_in_ten() {
    for case in ["ten-faults-in-one-file", "ten-broken-files"] {
        let expected = fs_err::read_to_string(cases().join(case).join("expected.txt")).unwrap();
        assert_eq!(expected.matches(": error[").count(), 10, "{case}:\n{expected}");
    }
}
