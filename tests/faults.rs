//! Every slip that is known: a folder in tests/faults/ lies over the sound project there, and
//! `expected.txt` holds what is said of it. `VARIORUM_BLESS=1 cargo test --test faults` rewrites
//! those files; read the difference.

use std::collections::BTreeSet;
use std::process::{Command, Output};

use camino::{Utf8Path, Utf8PathBuf};
use variorum::diag::{self, Diagnostic};
use variorum::pipeline::{self, Built, Options};
use variorum::source::{self, Loaded};

/// A project folder that is removed with the value.
struct Project {
    _dir: tempfile::TempDir,
    root: Utf8PathBuf,
}

impl Project {
    /// The sound project with files laid over it.
    fn over(files: &[(&str, &[u8])]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let root = Utf8PathBuf::from_path_buf(dir.path().join("desk")).unwrap();
        copy(&cases().join("sound"), &root);
        let project = Self { _dir: dir, root };
        files.iter().for_each(|(path, bytes)| project.write(path, bytes));
        project
    }

    /// The sound project with a case laid over it.
    fn of(case: &str) -> Self {
        let project = Self::over(&[]);
        copy(&cases().join(case), &project.root);
        fs_err::remove_file(project.root.join("expected.txt")).unwrap_or_default();
        project
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.root.join(path);
        fs_err::create_dir_all(path.parent().unwrap()).unwrap();
        fs_err::write(path, bytes).unwrap();
    }

    fn build(&self) -> (Loaded, Built) {
        let loaded = source::load(&self.root).unwrap();
        let built = pipeline::build(&loaded, &Options::default());
        (loaded, built)
    }

    /// Every fault as one line with its help and its other place below it.
    fn faults(&self) -> String {
        let (loaded, built) = self.build();
        self.told(&loaded, &built)
    }

    fn told(&self, loaded: &Loaded, built: &Built) -> String {
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
        text.replace(self.root.as_str(), "PROJECT")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let program = env!("CARGO_BIN_EXE_variorum");
        let mut command = Command::new(program);
        command.args(["--project", self.root.as_str()]).args(arguments);
        command.env_remove("GITHUB_ACTIONS").env_remove("GITHUB_STEP_SUMMARY").output().unwrap()
    }
}

fn cases() -> Utf8PathBuf {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults")
}

fn case_names() -> Vec<String> {
    let mut names: Vec<String> = fs_err::read_dir(cases())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.retain(|name| name != "sound");
    names.sort();
    names
}

fn copy(from: &Utf8Path, to: &Utf8Path) {
    fs_err::create_dir_all(to).unwrap();
    for entry in from.read_dir_utf8().unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(entry.path(), &target);
        } else {
            fs_err::copy(entry.path(), target).unwrap();
        }
    }
}

/// Every file below a folder with its bytes.
fn snapshot(folder: &Utf8Path) -> BTreeSet<(Utf8PathBuf, Vec<u8>)> {
    let mut files = BTreeSet::new();
    for entry in folder.read_dir_utf8().unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            files.extend(snapshot(entry.path()));
        } else {
            files.insert((entry.path().to_owned(), fs_err::read(entry.path()).unwrap()));
        }
    }
    files
}

#[expect(clippy::disallowed_methods, reason = "the person who runs the test asks in this way")]
fn blessing() -> bool {
    std::env::var_os("VARIORUM_BLESS").is_some()
}

#[track_caller]
fn check(project: &Project, expected: &[&str]) {
    let faults = project.faults();
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
    assert_eq!(Project::over(&[]).faults(), "");
}

#[test]
fn every_case_is_told_as_expected() {
    let mut wrong = Vec::new();
    for name in case_names() {
        let file = cases().join(&name).join("expected.txt");
        let project = Project::of(&name);
        let (loaded, built) = project.build();
        assert_eq!(built.edition.is_none(), diag::has_errors(&built.diagnostics), "{name}");
        built.diagnostics.iter().for_each(|fault| check_words(&name, fault));
        let faults = project.told(&loaded, &built);
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
fn a_faulty_case_exits_with_1_and_leaves_the_edition_as_it_was() {
    let sound = Project::over(&[]);
    assert_eq!(sound.run(&["build"]).status.code(), Some(0));
    let before = snapshot(&sound.root.join("site"));
    for name in case_names() {
        let expected = fs_err::read_to_string(cases().join(&name).join("expected.txt")).unwrap();
        if !expected.contains(": error[") {
            continue;
        }
        let project = Project::of(&name);
        let site = sound.root.join("site").as_str().to_owned();
        let output = project.run(&["build", "--output", &site, "--format", "short"]);
        assert_eq!(output.status.code(), Some(1), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(!project.root.join("site").exists(), "{name} was published");
        assert!(snapshot(&sound.root.join("site")) == before, "{name} changed the edition");
    }
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
            "content/events/raid.yaml:13:11: error[value-unknown]: `dates` is not `count`, `money`, `percent`, `date`, `entity`, `set`, `position`, `text` or `yes-no`",
            "content/events/raid.yaml:18:11: error[value-unknown]: `dates` is not `count`, `money`, `percent`, `date`, `entity`, `set`, `position`, `text` or `yes-no`",
        ],
    );
}

#[test]
fn other_encodings_and_control_characters_are_refused_where_they_begin() {
    let utf_16: Vec<u8> = "title: A\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let project = Project::over(&[
        ("content/events/a.yaml", b"title: x\nsummary: Caf\xE9\n"),
        ("content/events/b.yaml", &[b"\xFF\xFE".as_slice(), &utf_16].concat()),
        ("content/events/c.yaml", b"title: \0x\n"),
        ("content/events/d.yaml", b"title: a\x08b\n"),
    ]);
    check(
        &project,
        &[
            "content/events/a.yaml:2:13: error[file-unreadable]: this is not UTF-8 text: 0xE9 at byte 21",
            "content/events/b.yaml:1:1: error[file-unreadable]: this is not UTF-8 text: it begins like UTF-16, low byte first, at byte 0",
            "content/events/c.yaml:1:8: error[file-unreadable]: this is not UTF-8 text: a control character, U+0000, at byte 7",
            "content/events/d.yaml:1:9: error[file-unreadable]: this is not UTF-8 text: a control character, U+0008, at byte 8",
        ],
    );
}

#[test]
fn a_control_character_behind_an_escape_is_refused() {
    let project = Project::over(&[("content/pages/a.md", b"---\ntitle: \"a\\u0007b\"\n---\nWords.\n")]);
    check(
        &project,
        &["content/pages/a.md:2:8: error[type-mismatch]: the value holds the control character U+0007"],
    );
}

#[test]
fn nesting_of_any_depth_is_refused_at_once() {
    let deep = format!("title: {}{}\n", "[".repeat(100_000), "]".repeat(100_000));
    let project = Project::over(&[("content/events/a.yaml", deep.as_bytes())]);
    check(
        &project,
        &["content/events/a.yaml:1:263: error[yaml-syntax]: lists and mappings are nested too deep"],
    );
}

#[test]
fn a_file_of_200_megabytes_is_refused_unread() {
    let project = Project::over(&[("content/events/a.yaml", b"title: x\n")]);
    let file =
        fs_err::OpenOptions::new().write(true).open(project.root.join("content/events/a.yaml")).unwrap();
    file.set_len(200 << 20).unwrap();
    check(&project, &["content/events/a.yaml:1:1: error[file-unreadable]: this file is larger than 8 MiB"]);
}

#[test]
fn a_folder_named_like_a_sheet_is_refused() {
    let project = Project::over(&[("content/events/x.yaml/y.yaml", b"title: x\n")]);
    check(
        &project,
        &[
            "content/events/x.yaml:1:1: error[file-unreadable]: this is a folder; a file is expected under this name",
        ],
    );
}

#[test]
fn an_empty_project_is_told_what_to_do() {
    let project = Project::over(&[]);
    for folder in ["events", "articles", "pages"] {
        fs_err::remove_dir_all(project.root.join("content").join(folder)).unwrap();
    }
    fs_err::remove_file(project.root.join("content/briefing.md")).unwrap();
    assert_eq!(
        project.faults(),
        "variorum.yaml:1:1: error[project-empty]: the project has no event and no question\n  \
         help: add a fact sheet as content/events/<id>.yaml\n"
    );
    assert_eq!(project.run(&["build"]).status.code(), Some(1));
}

#[cfg(unix)]
#[test]
fn links_out_of_the_project_and_in_circles_are_refused() {
    use std::os::unix::fs::symlink;
    let project = Project::over(&[("../secret.yaml", b"title: x\n")]);
    let events = project.root.join("content/events");
    symlink("../../../secret.yaml", events.join("out.yaml")).unwrap();
    symlink("..", events.join("circle")).unwrap();
    symlink("gone.yaml", events.join("nowhere.yaml")).unwrap();
    check(
        &project,
        &[
            "content/events/circle:1:1: error[file-unreadable]: this link leads back to a folder that contains it",
            "content/events/nowhere.yaml:1:1: error[file-unreadable]: this link leads to nothing that can be read",
            "content/events/out.yaml:1:1: error[file-unreadable]: this link leads out of the project, so its target is not read",
        ],
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::over(&[("content/events/a.yaml", b"title: x\n")]);
    let path = project.root.join("content/events/a.yaml");
    fs_err::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    // A superuser may read everything; there is nothing to see then.
    if fs_err::read(&path).is_err() {
        check(
            &project,
            &[
                "content/events/a.yaml:1:1: error[file-unreadable]: this file cannot be read: permission denied",
            ],
        );
    }
}

#[test]
fn a_quote_edited_since_it_was_verified_is_refused_where_it_stands() {
    let quote = "arrested 1,208 people";
    let digest = variorum::digest::Digest::of_parts([quote.as_bytes(), b"", b""]);
    let sha256 = "a".repeat(64);
    let article = format!(
        "---\ntitle: Gamma\noutlet: Gamma\npublished: \"2025-07-15\"\nlanguage: en\nkind: report\ntext: digest\ncapture: {{file: gamma.txt, sha256: {sha256}}}\n---\nA digest.\n"
    );
    let sheet = |quote: &str| {
        format!(
            "title: A case\nsummary: Nothing is bound.\nfacts:\n  held:\n    kind: count\n    unit: people\n    claims:\n      - {{source: gamma, value: \"1,208\", quote: \"{quote}\"}}\n"
        )
    };
    let mut lock = variorum::capture::Lock::default();
    let locked = variorum::capture::LockedArticle {
        sha256: variorum::digest::Digest::from_hex(&sha256).unwrap(),
        file: "gamma.txt".to_owned(),
        n_bytes: 100,
        quotes: [(digest, variorum::capture::LockedQuote { rung: variorum::text::Rung::Exact, offset: 7 })]
            .into(),
        figures: Vec::new(),
    };
    lock.articles.insert(variorum::model::Id::new("gamma").unwrap(), locked);
    let files = |quote: &str| {
        Project::over(&[
            ("content/articles/gamma.md", article.as_bytes()),
            ("content/captures.lock.yaml", lock.to_yaml().as_bytes()),
            ("content/events/case.yaml", sheet(quote).as_bytes()),
        ])
    };
    check(&files(quote), &[]);
    check(
        &files("arrested 1,208 men"),
        &[
            "content/events/case.yaml:8:48: error[quote-unverified]: this quote has not been found in the capture of `gamma`",
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
    ("Latin-1, UTF-16, NUL", "other_encodings_and_control_characters_are_refused_where_they_begin"),
    ("control characters", "a_control_character_behind_an_escape_is_refused"),
    ("anchors and aliases", "anchors-and-aliases"),
    ("alias bomb", "alias-bomb"),
    ("nesting 100,000 deep", "nesting_of_any_depth_is_refused_at_once"),
    ("a file of 200 MB", "a_file_of_200_megabytes_is_refused_unread"),
    ("a directory named x.yaml", "a_folder_named_like_a_sheet_is_refused"),
    ("unreadable file", "a_file_that_may_not_be_read_is_named"),
    ("symlink out of content or in a loop", "links_out_of_the_project_and_in_circles_are_refused"),
    ("empty file", "file-empty"),
    ("front matter unclosed", "front-matter-unclosed"),
    ("quote not in the text", "quote-not-in-text"),
    ("quote edited since", "a_quote_edited_since_it_was_verified_is_refused_where_it_stands"),
    ("ruling without its fact", "ruling-without-fact"),
    ("empty project", "an_empty_project_is_told_what_to_do"),
    ("unknown fact link, raw HTML, unsafe URL", "prose-links"),
    ("broken link or anchor", "prose-anchors"),
    ("template that cannot be read", "template-syntax"),
    ("template that names a missing field", "template-faulty"),
    ("theme", "theme-faulty"),
    ("settings", "settings-faulty"),
    ("ten faults in one file", "ten-faults-in-one-file"),
    ("ten broken files", "ten-broken-files"),
    ("faults of every stage in one run", "faults-of-every-stage"),
];

#[test]
fn every_promised_fault_is_shown_by_a_folder_or_a_test() {
    let own = include_str!("faults.rs");
    let names = case_names();
    for (fault, shown_by) in PROMISED {
        let is_shown = names.iter().any(|name| name == shown_by) || own.contains(&format!("fn {shown_by}()"));
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
