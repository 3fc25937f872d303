//! Reading a project folder: what is read, what is refused, and where the fault is said to be.

#![allow(clippy::unwrap_used, reason = "a test that cannot set up its folder has nothing to say")]

use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;
use variorum::diag;
use variorum::source::{Loaded, load, load_captures};

/// A project folder that is removed with the value.
struct Project {
    _dir: tempfile::TempDir,
    root: Utf8PathBuf,
}

fn project(files: &[(&str, &[u8])]) -> Project {
    let dir = tempfile::tempdir().unwrap();
    let root = Utf8PathBuf::from_path_buf(dir.path().join("desk")).unwrap();
    fs::create_dir(&root).unwrap();
    for (path, bytes) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    Project { _dir: dir, root }
}

fn texts(loaded: &Loaded) -> Vec<&str> {
    loaded.sources.iter().map(|(_, file)| file.path.as_str()).collect()
}

/// Every diagnostic as `path:line:column code message`.
fn faults(loaded: &Loaded) -> Vec<String> {
    diag::of_loading(&loaded.faults)
        .iter()
        .map(|fault| match fault.span {
            Some(span) => {
                let place = loaded.sources.place(span);
                let path = &loaded.sources.file(span.file).path;
                format!("{path}:{}:{} {} {}", place.line, place.column, fault.code, fault.message)
            }
            None => format!("{} {}", fault.code, fault.message),
        })
        .collect()
}

#[track_caller]
fn check_faults(files: &[(&str, &[u8])], expected: &[&str]) {
    let mut files = files.to_vec();
    files.push(("variorum.yaml", b"title: x\n"));
    assert_eq!(faults(&load(&project(&files).root).unwrap()), expected);
}

#[test]
fn text_and_assets_come_in_order_of_path_and_nothing_else_is_read() {
    let project = project(&[
        ("variorum.yaml", b"title: x\n"),
        ("content/events/b.yaml", b"\xEF\xBB\xBFtitle: b\r\n"),
        ("content/articles/a.md", "---\n---\nភ្នំពេញ".as_bytes()),
        ("content/articles/.a.md.swp", b"\0"),
        ("content/static/logo.png", b"\x89PNG\0"),
        ("content/static/CNAME", b"example.org"),
        ("templates/page.html", b"<p>"),
        ("themes/plain/theme.yaml", b"name: plain"),
        ("themes/plain/static/a.css", b"a{}"),
        ("themes/plain/README.md", b"\xFF"),
        ("site/index.html", b"\xFF"),
        ("src/main.rs", b"\xFF"),
    ]);
    let loaded = load(&project.root).unwrap();
    assert_eq!(faults(&loaded), [""; 0]);
    assert_eq!(
        texts(&loaded),
        [
            "content/articles/a.md",
            "content/events/b.yaml",
            "templates/page.html",
            "themes/plain/theme.yaml",
            "variorum.yaml"
        ]
    );
    let assets: Vec<_> = loaded.assets.iter().map(|asset| asset.path.as_str()).collect();
    assert_eq!(assets, ["content/static/CNAME", "content/static/logo.png", "themes/plain/static/a.css"]);
    let event = loaded.sources.find(Utf8Path::new("content/events/b.yaml")).unwrap();
    assert_eq!(loaded.sources.file(event).text, "title: b\r\n");
}

#[test]
fn the_same_folder_read_with_one_thread_gives_the_same() {
    let names: Vec<String> = (0..60).map(|i| format!("content/events/e{:02}.yaml", i * 7 % 60)).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), name.as_bytes())).collect();
    let project = project(&files);
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let single = one.install(|| load(&project.root).unwrap());
    let many = load(&project.root).unwrap();
    assert_eq!(format!("{:?}", single.sources), format!("{:?}", many.sources));
}

#[test]
fn a_latin_1_file_is_refused_at_its_line_and_column() {
    check_faults(
        &[("content/events/a.yaml", b"title: x\nsummary: Caf\xE9\n")],
        &["content/events/a.yaml:2:13 file-unreadable this is not UTF-8 text: 0xE9 at byte 21"],
    );
}

#[test]
fn utf_16_and_nul_are_named() {
    check_faults(
        &[("content/events/a.yaml", b"\xFF\xFEt\0"), ("content/events/b.yaml", b"title: \0")],
        &[
            "content/events/a.yaml:1:1 file-unreadable this is not UTF-8 text: it begins like UTF-16, low byte first, at byte 0",
            "content/events/b.yaml:1:8 file-unreadable this is not UTF-8 text: a control character, U+0000, at byte 7",
        ],
    );
}

#[test]
fn a_refused_file_does_not_hide_the_others() {
    let project = project(&[
        ("variorum.yaml", b"title: x\n"),
        ("content/events/a.yaml", b"\xFF"),
        ("content/events/b.yaml", b"title: b\n"),
    ]);
    let loaded = load(&project.root).unwrap();
    assert_eq!(texts(&loaded), ["content/events/b.yaml", "variorum.yaml"]);
    assert_eq!(loaded.sources.find(Utf8Path::new("content/events/a.yaml")), None);
}

#[test]
fn a_file_over_the_limit_is_refused() {
    let large = vec![b'a'; (variorum::source::TEXT_BYTES_MAX + 1) as usize];
    check_faults(
        &[("content/events/a.yaml", &large)],
        &["content/events/a.yaml:1:1 file-unreadable this file is larger than 8 MiB"],
    );
}

#[test]
fn a_folder_named_like_a_sheet_is_refused() {
    check_faults(
        &[("content/events/a.yaml/b.yaml", b"title: x")],
        &["content/events/a.yaml:1:1 file-unreadable this is a folder; a file is expected under this name"],
    );
}

#[test]
fn a_wrong_ending_is_an_error_and_a_stray_file_a_warning() {
    check_faults(
        &[("content/events/a.yml", b"title: x"), ("content/notes.txt", b"x")],
        &[
            "content/events/a.yml:1:1 file-ignored this file is not read: its name does not end in `.yaml`",
            "content/notes.txt:1:1 file-ignored this file is not read: it is neither Markdown nor YAML",
        ],
    );
}

#[test]
fn a_missing_project_or_settings_file_is_a_diagnostic() {
    let empty = project(&[]);
    let found = faults(&load(&empty.root).unwrap());
    assert_eq!(found, [format!("file-missing there is no `variorum.yaml` in `{}`", empty.root)]);
    let nowhere = empty.root.join("nowhere");
    let found = faults(&load(&nowhere).unwrap());
    assert_eq!(found, [format!("file-missing there is no folder `{nowhere}`")]);
}

#[cfg(unix)]
#[test]
fn links_are_followed_inside_their_own_folder_only() {
    use std::os::unix::fs::symlink;
    let project = project(&[
        ("variorum.yaml", b"title: x\n"),
        ("content/events/a.yaml", b"title: a\n"),
        ("content/shared/b.yaml", b"title: b\n"),
        ("content/static/.drafts/d.txt", b"d"),
        ("notes/n.yaml", b"title: n\n"),
        (".env", b"TOKEN=1"),
        ("../secret.md", b"secret"),
        ("../elsewhere/c.yaml", b"title: c\n"),
    ]);
    let events = project.root.join("content/events");
    symlink("../shared", events.join("inside")).unwrap();
    symlink("../shared", events.join("twice")).unwrap();
    symlink("../../notes", events.join("notes")).unwrap();
    symlink("../../.env", project.root.join("content/static/env")).unwrap();
    symlink(".drafts", project.root.join("content/static/drafts")).unwrap();
    symlink("../..", events.join("loop")).unwrap();
    symlink("../../../elsewhere", events.join("outside")).unwrap();
    symlink("../../../secret.md", events.join("secret.md")).unwrap();
    symlink("nowhere.yaml", events.join("broken.yaml")).unwrap();
    let loaded = load(&project.root).unwrap();
    assert_eq!(
        texts(&loaded),
        ["content/events/a.yaml", "content/events/inside/b.yaml", "content/shared/b.yaml", "variorum.yaml"]
    );
    assert_eq!(
        loaded.assets.len(),
        1,
        "what stands in content/static itself is published under its own name"
    );
    assert_eq!(
        faults(&loaded),
        [
            "content/events/broken.yaml:1:1 file-unreadable this link leads to nothing that can be read",
            "content/events/loop:1:1 file-unreadable this link leads back to a folder that contains it",
            "content/events/notes:1:1 file-unreadable this link leads out of `content/`, so its target is not read",
            "content/events/outside:1:1 file-unreadable this link leads out of `content/`, so its target is not read",
            "content/events/secret.md:1:1 file-unreadable this link leads out of `content/`, so its target is not read",
            "content/events/twice:1:1 file-unreadable another link leads to the same folder, so it is not read a second time here",
            "content/static/drafts:1:1 file-unreadable this link leads to something hidden, so its target is not read",
            "content/static/env:1:1 file-unreadable this link leads out of `content/`, so its target is not read",
        ]
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_instead_of_waited_for() {
    let project = project(&[("variorum.yaml", b"title: x\n"), ("content/events/a.yaml", b"title: a\n")]);
    let made = std::process::Command::new("mkfifo").arg(project.root.join("content/events/b.yaml")).status();
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(
            faults(&load(&project.root).unwrap()),
            ["content/events/b.yaml:1:1 file-unreadable this is a device, a pipe or a socket, not a file"]
        );
    }
}

#[test]
fn captures_are_read_by_plain_name_only() {
    let project =
        project(&[("captures/a.txt", b"words\n"), ("captures/b.txt", b"\xFF"), ("secret.txt", b"secret")]);
    let names = ["a.txt", "b.txt", "c.txt", "../secret.txt"].map(str::to_owned).into();
    let captures = load_captures(&project.root.join("captures"), &names).unwrap();
    assert_eq!(captures.keys().collect::<Vec<_>>(), ["a.txt", "b.txt"]);
    assert_eq!(captures["a.txt"].text.as_deref(), Ok("words\n"));
    assert_eq!(captures["a.txt"].n_bytes, 6);
    assert_eq!(captures["b.txt"].text.as_deref(), Err(&"it is not UTF-8 text: 0xFF at byte 0".to_owned()));
    assert!(load_captures(&project.root.join("nowhere"), &Default::default()).is_err());
}
