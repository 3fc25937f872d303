//! The program as a person runs it: exit codes, what is said where, and that a refused build
//! leaves the earlier edition as it was.

#[path = "commands/long.rs"]
mod long;

use std::path::Path;
use std::process::{Command, Output};

use camino::{Utf8Path, Utf8PathBuf};
use tempfile::TempDir;

const SETTINGS: &str = "title: T\ndescription: D\nlanguage: en\ntheme: default\noverrides: none\n";
const ARTICLE: &str = "---\ntitle: H\noutlet: Herald\npublished: unknown\nlanguage: en\nkind: report\ntext: full\n---\nPolice held 20 people in the raid.\n";
const SHEET: &str = "title: Raid\nsummary: Police held [](fact:arrests) people.\nfacts:\n  arrests:\n    label: People held\n    kind: count\n    unit: people\n    claims:\n      - {source: herald, value: 20, quote: held 20 people}\n";

/// A project on disk that builds.
struct Project {
    folder: TempDir,
}

impl Project {
    fn new() -> Self {
        let project = Self { folder: tempfile::tempdir().unwrap() };
        project.write("variorum.yaml", SETTINGS);
        project.write("content/articles/herald.md", ARTICLE);
        project.write("content/events/raid.yaml", SHEET);
        project
    }

    fn path(&self) -> &Utf8Path {
        Utf8Path::from_path(self.folder.path()).unwrap()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        fs_err::create_dir_all(path.parent().unwrap()).unwrap();
        fs_err::write(path, text).unwrap();
    }

    fn remove(&self, path: &str) {
        fs_err::remove_file(self.path().join(path)).unwrap();
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_variorum"));
        command.args(["--project", self.path().as_str()]).args(args);
        command.env_remove("GITHUB_ACTIONS").env_remove("GITHUB_STEP_SUMMARY").output().unwrap()
    }

    /// Every file of the edition with its bytes.
    fn site(&self) -> Vec<(Utf8PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        collect(self.path().join("site").as_std_path(), &mut files);
        files.sort();
        files
    }
}

fn collect(folder: &Path, files: &mut Vec<(Utf8PathBuf, Vec<u8>)>) {
    for entry in fs_err::read_dir(folder).unwrap() {
        let path = Utf8PathBuf::from_path_buf(entry.unwrap().path()).unwrap();
        if path.is_dir() {
            collect(path.as_std_path(), files);
        } else {
            files.push((path.clone(), fs_err::read(&path).unwrap()));
        }
    }
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Breaks a project that was built, builds again, and expects the fault and the old edition.
fn refused(break_it: impl Fn(&Project), expected: &str) {
    let project = Project::new();
    let built = project.run(&["build"]);
    assert_eq!(built.status.code(), Some(0), "{}", said(&built));
    let before = project.site();
    break_it(&project);
    let output = project.run(&["build"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains(expected), "expected {expected} in:\n{}", said(&output));
    assert!(output.stdout.is_empty());
    assert_eq!(project.site(), before);
}

#[test]
fn an_unknown_source_is_refused_at_its_place() {
    let sheet = SHEET.replace("source: herald", "source: herold");
    refused(|project| project.write("content/events/raid.yaml", &sheet), "content/events/raid.yaml:9:18");
    refused(|project| project.write("content/events/raid.yaml", &sheet), "did you mean `herald`?");
}

#[test]
fn a_missing_file_is_refused() {
    refused(|project| project.remove("content/articles/herald.md"), "content/events/raid.yaml:9:18");
    refused(|project| project.remove("variorum.yaml"), "file-missing");
}

#[test]
fn broken_yaml_is_refused_at_its_place() {
    let sheet = SHEET.replace("kind: count", "kind: [count");
    refused(|project| project.write("content/events/raid.yaml", &sheet), "content/events/raid.yaml:6:11");
}

#[test]
fn a_quote_that_is_not_in_the_text_is_refused() {
    let sheet = SHEET.replace("held 20 people", "held twenty men");
    refused(|project| project.write("content/events/raid.yaml", &sheet), "content/events/raid.yaml:9:");
}

#[test]
fn check_writes_nothing_and_agrees_with_build() {
    let project = Project::new();
    assert_eq!(project.run(&["check"]).status.code(), Some(0));
    assert!(!project.path().join("site").exists());
    project.remove("content/articles/herald.md");
    assert_eq!(project.run(&["check"]).status.code(), Some(1));
}

#[test]
fn warnings_stop_a_strict_build_only() {
    let project = Project::new();
    let sheet = SHEET.replace("quote: held 20 people", "quote: Police held 20 people in the raid");
    project.write("content/events/raid.yaml", &sheet);
    let loose = project.run(&["build"]);
    assert_eq!(loose.status.code(), Some(0), "{}", said(&loose));
    assert!(said(&loose).contains("base-url-missing"), "{}", said(&loose));
    assert_eq!(project.run(&["build", "--strict"]).status.code(), Some(1));
    assert_eq!(
        project.run(&["build", "--strict", "--base-url", "https://example.org/x"]).status.code(),
        Some(0)
    );
    assert!(said(&project.run(&["build", "--quiet"])).is_empty());
}

#[test]
fn wrong_usage_and_answers_have_their_own_exit_codes() {
    let project = Project::new();
    assert_eq!(project.run(&["bild"]).status.code(), Some(3));
    assert_eq!(project.run(&["build", "--base-url", "ftp://x"]).status.code(), Some(3));
    assert_eq!(project.run(&["--version"]).status.code(), Some(0));
    assert_eq!(project.run(&["explain", "no-such-rule"]).status.code(), Some(3));
    let template = project.run(&["explain", "event.html"]);
    assert!(String::from_utf8(template.stdout).unwrap().contains("view: EventView"));
    let explained = project.run(&["explain", "count-disjoint"]);
    assert_eq!(explained.status.code(), Some(0));
    assert!(String::from_utf8(explained.stdout).unwrap().contains("What it finds"));
}

#[test]
fn a_folder_that_somebody_else_filled_is_left_alone() {
    let project = Project::new();
    project.write("site/precious.txt", "mine");
    let output = project.run(&["build"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert_eq!(project.site().len(), 1);
}

/// A project with eleven errors and a warning, checked in a format.
fn faulty(args: &[&str]) -> (Project, Output) {
    let project = Project::new();
    let claims: String = (0..11).map(|i| format!("  f{i}: {{kind: dat{i}, claims: []}}\n")).collect();
    project.write("content/events/many.yaml", &format!("title: A\nsummary: B\nfacts:\n{claims}"));
    let output = project.run(&[&["check"], args].concat());
    (project, output)
}

#[test]
fn json_goes_to_standard_output_with_every_fault() {
    let (_project, output) = faulty(&["--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let faults = report["diagnostics"].as_array().unwrap();
    let errors = faults.iter().filter(|fault| fault["level"] == "error").count();
    assert!(errors >= 11, "{report:#}");
    let first = faults.iter().find(|fault| fault["code"] == "value-unknown").unwrap();
    assert_eq!(first["place"]["line"], 4);
    assert_eq!(first["place"]["column"], 14);
    assert_eq!(first["place"]["end_column"], 18);
    assert!(first["help"].as_str().unwrap().contains("did you mean `date`?"));
    assert_eq!(said(&output), "");
}

#[test]
fn sarif_names_a_rule_for_each_result() {
    let (_project, output) = faulty(&["--format", "sarif"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let run = &report["runs"][0];
    for result in run["results"].as_array().unwrap() {
        let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
    }
}

#[test]
fn sarif_has_the_shape_that_code_scanning_reads() {
    let shape: serde_json::Value = serde_json::from_str(include_str!("commands/sarif.schema.json")).unwrap();
    let shape = jsonschema::validator_for(&shape).unwrap();
    let clean = Project::new();
    clean.run(&["verify", "--captures", clean.path().as_str()]);
    for output in [faulty(&["--format", "sarif"]).1, clean.run(&["check", "--format", "sarif"])] {
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let faults: Vec<String> =
            shape.iter_errors(&report).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert_eq!(faults, [] as [String; 0]);
    }
    let mut broken: serde_json::Value =
        serde_json::from_slice(&faulty(&["--format", "sarif"]).1.stdout).unwrap();
    broken["runs"][0]["results"][0]["message"] = "a bare string".into();
    assert!(!shape.is_valid(&broken), "the shape has teeth");
}

#[test]
fn the_lock_names_its_schema_once_the_project_has_one() {
    let project = Project::new();
    let lock = || fs_err::read_to_string(project.path().join("content/captures.lock.yaml")).unwrap();
    let verify = || project.run(&["verify", "--captures", project.path().as_str()]).status.code();
    assert_eq!(verify(), Some(0));
    assert!(lock().starts_with("# What `variorum verify` found"), "{}", lock());
    project.run(&["schema"]);
    assert_eq!(verify(), Some(0));
    let found = lock();
    let (first, rest) = found.split_once('\n').unwrap();
    let schema = first.strip_prefix("# yaml-language-server: $schema=").unwrap();
    assert!(project.path().join("content").join(schema).is_file(), "{schema}");
    assert!(rest.starts_with("# What `variorum verify` found"), "{rest}");
    assert_eq!(
        project.run(&["check", "--strict", "--base-url", "https://example.org/"]).status.code(),
        Some(0)
    );
}

#[test]
fn annotations_stop_at_ten_and_say_how_many_more() {
    let (_project, output) = faulty(&["--format", "github"]);
    let lines = String::from_utf8(output.stdout.clone()).unwrap();
    let errors: Vec<&str> = lines.lines().filter(|line| line.starts_with("::error ")).collect();
    assert_eq!(errors.len(), 10, "{lines}");
    assert!(errors[9].contains("more errors stand in the log"), "{}", errors[9]);
    let place = "many.yaml,line=4,col=14,endLine=4,endColumn=18,title=value-unknown::";
    let unknown = errors.iter().find(|line| line.contains(place)).unwrap();
    assert!(unknown.contains("%0Ahelp: did you mean"), "{unknown}");
    assert!(said(&output).lines().count() > 11, "the log holds them all");
}

#[test]
fn a_github_workflow_gets_annotations_and_a_summary_unasked() {
    let (project, _) = faulty(&[]);
    let summary = project.path().join("summary.md");
    let mut command = Command::new(env!("CARGO_BIN_EXE_variorum"));
    command.args(["--project", project.path().as_str(), "check"]);
    let output = command.env("GITHUB_ACTIONS", "true").env("GITHUB_STEP_SUMMARY", &summary).output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("::error "));
    let summary = fs_err::read_to_string(summary).unwrap();
    assert!(
        summary.starts_with("### Variorum: ")
            && summary.contains("many.yaml:4:14` | error `value-unknown` |")
    );
}

#[test]
fn quiet_says_errors_only_and_strict_makes_errors_of_warnings() {
    let project = Project::new();
    let output = project.run(&["check", "--quiet"]);
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    // What is checked needs no address; what is published does.
    let output = project.run(&["check", "--strict"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let output = project.run(&["build", "--quiet", "--strict", "--format", "short"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("error[base-url-missing]"), "{}", said(&output));
    let output = project.run(&["build", "--strict"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!project.path().join("site").exists());
}

#[test]
fn a_day_that_is_none_is_answered_with_the_day_to_write() {
    let project = Project::new();
    for (day, help) in [("yesterday", "write a day: 2026-11-22"), ("4 July 2025", "write `2025-07-04`")] {
        let output = project.run(&["build", "--as-of", day]);
        assert_eq!(output.status.code(), Some(3));
        assert!(said(&output).contains(help), "{}", said(&output));
    }
}

#[test]
fn wrong_usage_exits_with_3_and_a_broken_machine_with_2() {
    let project = Project::new();
    assert_eq!(project.run(&["chekc"]).status.code(), Some(3));
    assert_eq!(project.run(&["check", "--format", "xml"]).status.code(), Some(3));
    project.write("blocked", "a file where a folder has to be");
    let output = project.run(&["build", "--output", project.path().join("blocked/site").as_str()]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
}

#[test]
fn an_edition_is_not_published_among_what_the_project_is_read_from() {
    let project = Project::new();
    let build = |folder: &str| project.run(&["build", "--output", project.path().join(folder).as_str()]);
    for folder in ["content", "content/events/site", "templates/x", "site/../content/x"] {
        let output = build(folder);
        assert_eq!(output.status.code(), Some(3), "{folder}: {}", said(&output));
        assert!(said(&output).contains("publish into another folder"), "{}", said(&output));
    }
    assert!(!project.path().join("templates").exists());
    assert_eq!(build("content/../contents").status.code(), Some(0));
}

#[cfg(target_os = "linux")]
#[test]
fn faults_that_cannot_be_written_down_break_the_run() {
    let project = Project::new();
    for arguments in [["check", "--format", "json"], ["check", "--format", "sarif"]] {
        let full = fs_err::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_variorum"));
        command.args(["--project", project.path().as_str()]).args(arguments);
        let output = command.stdout(full.into_file()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    }
}

#[test]
fn talk_that_no_terminal_reads_is_never_coloured() {
    let project = Project::new();
    project.write("content/events/raid.yaml", &SHEET.replace("herald,", "herold,"));
    for command in ["check", "build"] {
        let output = project.run(&[command]);
        assert_eq!(output.status.code(), Some(1));
        assert!(!said(&output).contains('\u{1b}') && output.stdout.is_empty(), "{}", said(&output));
    }
}

#[test]
fn quiet_keeps_errors_in_every_format() {
    for (format, is_data) in
        [("human", false), ("short", false), ("json", true), ("sarif", true), ("github", true)]
    {
        let (_project, output) = faulty(&["--quiet", "--format", format]);
        assert_eq!(output.status.code(), Some(1), "{format}");
        let data = String::from_utf8(output.stdout.clone()).unwrap();
        let talk = said(&output);
        assert_eq!(data.is_empty(), !is_data, "{format}: data goes to standard output, talk does not");
        assert!(format!("{data}{talk}").contains("value-unknown"), "{format}");
        assert!(!data.contains("\"level\": \"warning\"") && !data.contains("::warning"), "{format}: {data}");
        assert!(!talk.contains("warning["), "{format}: {talk}");
    }
}

/// What the program writes to a terminal, and whether it ended well.
#[cfg(target_os = "linux")]
fn said_to_a_terminal(args: &[&str], environment: &[(&str, &str)]) -> (String, bool) {
    use rustix::fs::{Mode, OFlags};
    use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

    let desk = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&desk).unwrap();
    unlockpt(&desk).unwrap();
    let name = ptsname(&desk, Vec::new()).unwrap();
    let terminal = rustix::fs::open(name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_variorum"));
    command.args(args).env("TERM", "xterm").env_remove("GITHUB_ACTIONS").stderr(terminal);
    command.stdout(std::process::Stdio::null()).envs(environment.iter().copied());
    let mut child = command.spawn().unwrap();
    // The other end of the terminal is closed with the command, or the reading would not end.
    drop(command);
    let (mut said, mut buffer) = (Vec::new(), [0; 4096]);
    // A terminal that everybody has left is an error to the reader, and no more than the end.
    while let Ok(n @ 1..) = rustix::io::read(&desk, &mut buffer) {
        said.extend_from_slice(&buffer[..n]);
    }
    let ended = child.wait().unwrap();
    (String::from_utf8(said).unwrap(), ended.success())
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_colours_unless_no_color_is_set() {
    let project = Project::new();
    project.write("content/events/raid.yaml", &SHEET.replace("kind: count", "kind: cuont"));
    // Quietly: how far a long run has got is told with more than colours.
    let args = ["--project", project.path().as_str(), "check", "--quiet"];
    let (coloured, _) = said_to_a_terminal(&args, &[("NO_COLOR", "")]);
    assert!(coloured.contains("\x1b["), "{coloured}");
    let (plain, _) = said_to_a_terminal(&args, &[("NO_COLOR", "1")]);
    assert!(!plain.contains('\x1b'), "{plain}");
    assert!(plain.contains("cuont"), "{plain}");
}

#[test]
fn verify_leaves_out_the_warnings_that_the_desk_accepts() {
    let project = Project::new();
    project.write("content/articles/herald.md", &format!("{ARTICLE}\nIn the cafÃ©.\n"));
    let told = said(&project.run(&["verify", "--captures", project.path().as_str()]));
    assert!(told.contains("warning[mojibake]"), "{told}");
    let accept = "accept: [{code: mojibake, reason: as the source has it}, {code: quote-short, reason: x}]\n";
    project.write("variorum.yaml", &format!("{SETTINGS}{accept}"));
    let told = said(&project.run(&["verify", "--captures", project.path().as_str()]));
    assert!(!told.contains("mojibake") && told.contains("1 warning is accepted in variorum.yaml"), "{told}");
    // What verifying does not look for may well be there.
    assert!(!told.contains("acceptance-needless"), "{told}");
}
