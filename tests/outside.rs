//! What a terminal, a disk and a browser make of the names and files of a project.

#[expect(dead_code, reason = "a folder that other tests share")]
mod project;

use std::process::{Command, Output};

use project::Project;
use variorum::diag;
use variorum::pipeline::{self, Options};
use variorum::source;

fn told(project: &Project) -> Vec<String> {
    let loaded = source::load(&project.root).unwrap();
    let built = pipeline::build(&loaded, &Options::default());
    built.diagnostics.iter().map(|fault| diag::short(fault, &loaded.sources)).collect()
}

#[track_caller]
fn check(files: &[(&str, &str)], expected: &[&str]) {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    assert_eq!(told(&Project::over(&files)), expected);
}

#[test]
fn names_that_windows_keeps_for_devices_are_refused_at_their_place() {
    let page = "---\ntitle: A\n---\nx\n";
    let sheet = "title: E\nsummary: S.\nfacts:\n  f:\n    kind: count\n    unit: people\n    claims: [{source: alpha, value: \"1,208\", quote: \"arrested 1,208 people\"}]\n";
    check(
        &[
            ("content/pages/con.md", page),
            ("content/events/aux.yaml", sheet),
            ("content/questions/lpt1.yaml", sheet),
        ],
        &[
            "content/events/aux.yaml:1:1: error[id-invalid]: `aux` is a name that Windows keeps for a device",
            "content/pages/con.md:1:1: error[id-invalid]: `con` is a name that Windows keeps for a device",
            "content/questions/lpt1.yaml:1:1: error[id-invalid]: `lpt1` is a name that Windows keeps for a device",
        ],
    );
    let cast = fs_err::read_to_string(project::cases().join("sound/content/entities.yaml")).unwrap();
    check(
        &[("content/entities.yaml", &format!("{cast}prn: {{kind: person, name: Prn}}\n"))],
        &["content/entities.yaml:7:1: error[id-invalid]: `prn` is a name that Windows keeps for a device"],
    );
}

#[test]
fn files_to_copy_that_some_disk_cannot_hold_are_refused_at_their_place() {
    for name in [
        "CON.txt",
        "NUL",
        "con.html",
        "a./b.txt",
        "trailing ",
        "con/a.txt",
        "aux .tar.gz",
        "COM¹",
        "lpt9.x",
        "dot.",
    ] {
        let path = format!("content/static/{name}");
        let told = told(&Project::over(&[(&path, b"x")]));
        let [fault] = told.as_slice() else { panic!("{name}: {told:?}") };
        assert!(fault.starts_with(&format!("{path}:1:1: error[file-unpublishable]")), "{fault}");
    }
    check(
        &[("content/static/A.txt", "x"), ("content/static/a.txt", "x")],
        &[
            "content/static/a.txt:1:1: error[file-unpublishable]: this file `A.txt` differs in case only, which some disks take for one file",
        ],
    );
}

#[test]
fn names_that_some_disk_takes_for_one_are_refused_at_their_place() {
    for (one, other, way) in [
        ("straße.txt", "STRASSE.txt", "only in case or in how its letters are encoded"),
        ("caf\u{e9}.txt", "cafe\u{301}.txt", "only in case or in how its letters are encoded"),
        ("ﬁle.txt", "FILE.txt", "only in case or in how its letters are encoded"),
        ("Kit/a.txt", "kit/b.txt", "in case only"),
        ("x/Kit/a.txt", "x/kit/y/b.txt", "in case only"),
        ("kit", "Kit/b.txt", "in case only"),
    ] {
        let paths = [format!("content/static/{one}"), format!("content/static/{other}")];
        let told = told(&Project::over(&[(&paths[0], b"x"), (&paths[1], b"x")]));
        let [fault] = told.as_slice() else { panic!("{one}: {told:?}") };
        assert!(
            paths.iter().any(|path| fault.starts_with(&format!("{path}:1:1: error[file-unpublishable]")))
        );
        assert!(fault.contains(way), "{fault}");
    }
    let apart = ["a-b.txt", "a\u{2010}b.txt", "ı.txt", "i.txt", "a'b.txt", "a\u{2019}b.txt"];
    let paths: Vec<String> = apart.iter().map(|name| format!("content/static/{name}")).collect();
    let files: Vec<(&str, &str)> = paths.iter().map(|path| (path.as_str(), "x")).collect();
    check(&files, &[]);
}

#[test]
fn a_fact_or_a_position_may_be_called_con() {
    let sheet = "title: E\nsummary: S.\nfacts:\n  con:\n    kind: position\n    positions: {pro: For, con: Against}\n    claims: [{source: alpha, value: con, quote: \"arrested 1,208 people\"}]\n";
    check(&[("content/events/vote.yaml", sheet)], &[]);
}

#[test]
fn files_that_run_scripts_are_warned_of_and_a_themes_own_are_not() {
    check(
        &[
            ("content/static/page.html", "<!doctype html>\n<title>x</title><script>1</script>"),
            ("content/static/mark.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='1'/>"),
            ("content/static/plain.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
            ("content/static/plain.html", "<!doctype html>\n<title>x</title><p>script</p>"),
            ("content/static/app.js", "1"),
        ],
        &[
            "content/static/mark.svg:1:41: warning[script-published]: this file runs a script, with the rights of every page of the site",
            "content/static/page.html:2:17: warning[script-published]: this file runs a script, with the rights of every page of the site",
        ],
    );
}

fn run(project: &Project, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_variorum"));
    command.args(["--project", project.root.as_str()]).args(arguments);
    command.env_remove("GITHUB_ACTIONS").env_remove("GITHUB_STEP_SUMMARY").output().unwrap()
}

#[cfg(unix)]
#[test]
fn escapes_and_line_ends_in_file_names_are_written_out_in_every_format() {
    let project = Project::over(&[
        ("content/events/a\u{1b}[31m\u{9b}1m\nb\u{202e}.yaml", b"titel: x\n"),
        ("content/notes\u{1b}]0;x\u{7}\r.txt", b"x"),
    ]);
    for format in ["human", "short", "json", "github", "sarif"] {
        let output = run(&project, &["check", "--format", format]);
        let text = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(text.contains("yaml"), "{format}: {text}");
        let hostile = text.chars().find(|c| c.is_control() && *c != '\n' || *c == '\u{202e}');
        assert_eq!(hostile, None, "{format}: {text}");
        // No line is the rest of a file's name.
        assert!(!text.lines().any(|line| line.starts_with('b')), "{format}: {text}");
        let json = text.contains("\\\\u001b") || text.contains("\\u001b");
        assert!(!json, "{format}: JSON hides an escape that its reader would print: {text}");
    }
}

#[test]
fn many_faults_of_a_kind_are_counted_and_long_values_cut() {
    let fields: String = (0..300).map(|i| format!("unknown-{i}: x\n")).collect();
    let sheet = format!("title: E\nsummary: S.\n{}: x\n{fields}facts: {{}}\n", "k".repeat(900));
    let project = Project::over(&[("content/events/many.yaml", sheet.as_bytes())]);
    let output = run(&project, &["check", "--format", "short"]);
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(text.matches("many.yaml").count(), 50, "{text}");
    assert!(text.contains("error[field-unknown]: 251 more of this kind are not shown"), "{text}");
    assert!(text.contains("301 errors"), "{text}");
    assert!(text.lines().all(|line| line.len() < 400), "{text}");
}
