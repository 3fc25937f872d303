//! What surrounds a project is not as one would wish: a home that cannot be written to, no network, a proxy that is
//! not there, long paths. Nothing of it changes an edition, and what cannot be done is said before anything is half made.

use std::process::{Command, Output};

use camino::{Utf8Path, Utf8PathBuf};

/// Addresses at which nobody answers.
const NOBODY: &str = "http://127.0.0.1:9";

struct Desk {
    _dir: tempfile::TempDir,
    path: Utf8PathBuf,
}

impl Desk {
    /// A project with the files of a static host, in a folder whose name has spaces and umlauts.
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::from_path_buf(dir.path().join("Büro für Größe")).unwrap();
        let desk = Self { _dir: dir, path };
        desk.is_fine(&mut desk.program(&["new", "project", desk.path.as_str()]));
        desk.is_fine(&mut desk.program(&["new", "deployment", "static", "--program", "desk/variorum"]));
        desk
    }

    /// The program where no home, no folder for temporary files and no network is.
    fn program(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_variorum"));
        command.args(["--project", self.path.as_str()]).args(words);
        without_surroundings(&mut command);
        command
    }

    /// The script that fetches a release, run in the project.
    fn script(&self, words: &[&str]) -> Command {
        let mut command = Command::new("sh");
        command.arg("tools/variorum.sh").args(words).current_dir(&self.path);
        without_surroundings(&mut command);
        command
    }

    #[track_caller]
    fn is_fine(&self, command: &mut Command) -> String {
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        said(&output)
    }

    /// Every file that a script left, without the project's own.
    fn left(&self) -> Vec<Utf8PathBuf> {
        let mut found = Vec::new();
        let mut folders = vec![self.path.join(".variorum")];
        while let Some(folder) = folders.pop() {
            for entry in folder.read_dir_utf8().into_iter().flatten() {
                let path = entry.unwrap().into_path();
                if path.is_dir() { folders.push(path) } else { found.push(path) }
            }
        }
        found
    }
}

/// Not even the superuser can write below a device.
fn without_surroundings(command: &mut Command) {
    command.env_clear().env("PATH", "/usr/bin:/bin");
    for name in ["HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "TMPDIR"] {
        command.env(name, "/dev/null");
    }
    for name in ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "ALL_PROXY"] {
        command.env(name, NOBODY);
    }
}

fn said(output: &Output) -> String {
    let [out, err] =
        [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    out + &err
}

/// A release of this system whose program says what it is asked for, with its checksums.
fn release(folder: &Utf8Path) {
    let script = r#"
        set -eu
        case "$(uname -s)-$(uname -m)" in
          Linux-x86_64) target=x86_64-unknown-linux-musl ;;
          Linux-aarch64) target=aarch64-unknown-linux-musl ;;
          Darwin-x86_64) target=x86_64-apple-darwin ;;
          *) target=aarch64-apple-darwin ;;
        esac
        name="variorum-$VERSION-$target"
        mkdir -p "$name"
        printf '#!/bin/sh\necho "asked for $*"\n' > "$name/variorum"
        chmod +x "$name/variorum"
        tar -czf "$name.tar.gz" "$name"
        { sha256sum "$name.tar.gz" 2>/dev/null || shasum -a 256 "$name.tar.gz"; } > SHA256SUMS
    "#;
    let mut command = Command::new("sh");
    command.args(["-c", script]).current_dir(folder).env("VERSION", env!("CARGO_PKG_VERSION"));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn without_home_network_or_proxy_a_project_is_made_checked_and_built() {
    let desk = Desk::new();
    desk.is_fine(&mut desk.program(&["check"]));
    desk.is_fine(&mut desk.program(&["build"]));
    desk.is_fine(&mut desk.program(&["doctor"]));
    assert!(desk.path.join("site/index.html").is_file());
}

#[test]
fn an_id_that_is_too_long_is_wrong_usage_and_makes_nothing() {
    let desk = Desk::new();
    let id = "harbour-".repeat(40);
    let output = desk.program(&["new", "article", &id]).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(said(&output).contains("an id has at most 100 letters"), "{}", said(&output));
}

#[test]
fn a_path_that_windows_has_no_room_for_is_told_by_the_doctor() {
    let desk = Desk::new();
    let folder =
        desk.path.join("content/static").join("minutes-".repeat(20)).join("of-the-council-".repeat(3));
    fs_err::create_dir_all(&folder).unwrap();
    fs_err::write(folder.join("a.txt"), "Agreed.\n").unwrap();
    let told = desk.is_fine(&mut desk.program(&["doctor"]));
    assert!(told.contains("a.txt` is longer than 180 bytes, and Windows takes 260"), "{told}");
}

#[test]
fn the_script_keeps_the_program_in_the_project_where_the_home_cannot_be_written_to() {
    let desk = Desk::new();
    let downloads = tempfile::tempdir().unwrap();
    let downloads = Utf8Path::from_path(downloads.path()).unwrap();
    release(downloads);
    let mut first = desk.script(&["check", "--strict"]);
    let said = desk.is_fine(first.env("VARIORUM_DOWNLOADS", format!("file://{downloads}")));
    assert_eq!(said, "asked for check --strict\n");
    let left = desk.left();
    assert!(left.iter().any(|path| path.ends_with("variorum")), "{left:?}");
    // Once it is there, nothing is fetched.
    desk.is_fine(desk.script(&["check"]).env("VARIORUM_DOWNLOADS", "file:///nowhere"));
}

#[test]
fn where_nothing_can_be_fetched_the_script_says_so_and_runs_nothing() {
    let desk = Desk::new();
    for downloads in ["file:///nowhere", "https://releases.test/v1"] {
        let output = desk.script(&["check"]).env("VARIORUM_DOWNLOADS", downloads).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("is the network there, or a proxy needed"), "{}", said(&output));
        assert_eq!(desk.left(), Vec::<Utf8PathBuf>::new(), "{downloads}");
    }
}
