//! A project on disk and the program run on it: [`Desk`].

use std::collections::BTreeMap;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;

const SETTINGS: &str =
    "title: T\ndescription: D\nlanguage: en\ntheme: default\noverrides: none\nbase_url: https://desk.test/\n";
const ARTICLE: &str = "---\ntitle: H\noutlet: Herald\npublished: unknown\nlanguage: en\nkind: report\ntext: full\n---\nPolice held 20 people in the raid.\n";

/// A folder with a project in `p/`, removed with the value.
pub struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    /// A project that builds.
    pub fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        desk.put("p/variorum.yaml", SETTINGS);
        desk.put("p/content/articles/herald.md", ARTICLE);
        desk.answer("20");
        desk
    }

    /// A project that was built once.
    pub fn built() -> Self {
        let desk = Self::new();
        assert_eq!(code(&desk.run(&["build"])), 0);
        desk
    }

    /// The folder that everything is in.
    pub fn root(&self) -> Utf8PathBuf {
        Utf8PathBuf::from_path_buf(self.folder.path().canonicalize().unwrap()).unwrap()
    }

    /// A path below it.
    pub fn path(&self, below: &str) -> Utf8PathBuf {
        self.root().join(below)
    }

    /// Writes a file and its folders, the file in one step: a build that runs meanwhile meets it whole.
    pub fn put(&self, below: &str, text: &str) {
        let path = self.path(below);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let beside = self.folder.path().join("being-written");
        fs::write(&beside, text).unwrap();
        fs::rename(&beside, path).unwrap();
    }

    /// Makes a link and its folders.
    pub fn link(&self, target: &str, below: &str) {
        let path = self.path(below);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(target, path).unwrap();
    }

    /// The text of a file.
    pub fn text(&self, below: &str) -> String {
        fs::read_to_string(self.path(below)).unwrap()
    }

    /// Lets the sheet's title say a word, so that a build has something to change.
    pub fn answer(&self, word: &str) {
        self.put(
            "p/content/events/raid.yaml",
            &format!("title: Raid {word}\nsummary: Police held [](fact:arrests) people.\nfacts:\n  arrests:\n    label: People held\n    kind: count\n    unit: people\n    claims:\n      - {{source: herald, value: 20, quote: held 20 people}}\n"),
        );
    }

    /// The program with arguments, in the project.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_variorum"));
        command.args(["--project", self.path("p").as_str()]).args(args);
        command.env_remove("GITHUB_ACTIONS").env_remove("GITHUB_STEP_SUMMARY");
        command
    }

    /// Runs it, and fails where it does not end within half a minute.
    pub fn run(&self, args: &[&str]) -> Output {
        output_in_time(self.command(args))
    }

    /// Every file below a folder with its text; links and pipes are told by what they are.
    pub fn files(&self, below: &str) -> BTreeMap<String, String> {
        let root = self.path(below);
        let mut found = BTreeMap::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in folder.read_dir_utf8().unwrap() {
                let path = entry.unwrap().into_path();
                let name = path.strip_prefix(&root).unwrap().to_string();
                let kind = path.symlink_metadata().unwrap().file_type();
                if kind.is_dir() {
                    folders.push(path);
                } else if kind.is_symlink() {
                    found.insert(name, format!("link to {}", path.read_link_utf8().unwrap()));
                } else if kind.is_file() {
                    found.insert(name, String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned());
                } else {
                    found.insert(name, "special".to_owned());
                }
            }
        }
        found
    }

    /// The names in the project, without the file in which a build keeps what it said.
    pub fn in_project(&self) -> Vec<String> {
        let mut names = self.names("p");
        names.retain(|name| name != ".site.variorum-last-build");
        names
    }

    /// The names in a folder.
    pub fn names(&self, below: &str) -> Vec<String> {
        let entries = self.path(below).read_dir_utf8().unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().to_owned()).collect();
        names.sort();
        names
    }
}

/// Runs a command, and fails where it does not end within half a minute.
pub fn output_in_time(mut command: Command) -> Output {
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    ends_in_time(child)
}

/// Waits for a child, and fails where it does not end within half a minute.
pub fn ends_in_time(child: Child) -> Output {
    let id = child.id();
    let waited = std::thread::spawn(move || child.wait_with_output());
    for _ in 0..6_000 {
        if waited.is_finished() {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    if !waited.is_finished() {
        drop(Command::new("kill").args(["-9", &id.to_string()]).status());
        assert!(waited.is_finished(), "the program does not end");
    }
    waited.join().unwrap().unwrap()
}

/// The exit code, or 128 and the signal that ended it, as a shell says it.
pub fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or_else(|| 128 + output.status.signal().unwrap())
}

/// What was said to the person.
pub fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Makes a pipe.
pub fn pipe(path: &Utf8Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// Whether the test runs as root, which the gate does.
#[expect(clippy::disallowed_methods, reason = "a test that cannot run says so, and fails in CI")]
pub fn is_root(test: &str) -> bool {
    let root = rustix::process::geteuid().is_root();
    if !root {
        assert!(std::env::var_os("CI").is_none(), "{test} needs root");
        eprintln!("{test} was not run: it needs root");
    }
    root
}

/// Whether the system's calls can be watched and made to fail, which the gate installs a tracer for.
#[expect(clippy::disallowed_methods, reason = "a test that cannot run says so, and fails in CI")]
pub fn has_tracer(test: &str) -> bool {
    let is_there = Command::new("strace").arg("-V").output().is_ok();
    if !is_there {
        assert!(std::env::var_os("CI").is_none(), "{test} needs strace");
        eprintln!("{test} was not run: strace is not installed");
    }
    is_there
}
