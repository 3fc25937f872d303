//! What the documentation shows: the commands and files of docs/ten-minutes.md do what it says, codes that are named
//! exist, and the example projects build.

use std::process::Command;

use camino::{Utf8Path, Utf8PathBuf};
use variorum::diag::Code;

fn root() -> &'static Utf8Path {
    Utf8Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A fenced block: what stands behind its language, and its text.
struct Block {
    language: String,
    told: String,
    text: String,
}

fn blocks(markdown: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = markdown.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else { continue };
        let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let (language, told) = info.split_once(' ').unwrap_or((info, ""));
        let text = format!("{}\n", text.join("\n"));
        blocks.push(Block { language: language.to_owned(), told: told.to_owned(), text });
    }
    blocks
}

/// Runs a block of a shell in a folder with the program on the path; what it said, how it ended, and where it stands.
fn shell(folder: &Utf8Path, text: &str) -> (String, i32, Utf8PathBuf) {
    let programs = Utf8Path::new(env!("CARGO_BIN_EXE_variorum")).parent().unwrap();
    let mark = "---where---";
    let script = format!("set -e\ntrap 'echo {mark}$(pwd)' EXIT\n{text}");
    let mut command = Command::new("sh");
    command.args(["-c", &script]).current_dir(folder).env_clear();
    let output = command.env("PATH", format!("{programs}:/usr/bin:/bin")).output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    let (said, place) = out.split_once(mark).unwrap();
    let said = format!("{said}{}", String::from_utf8(output.stderr).unwrap());
    (said, output.status.code().unwrap(), place.trim().into())
}

#[test]
fn the_ten_minutes_do_what_they_say() {
    let folder = tempfile::tempdir().unwrap();
    let mut place = Utf8PathBuf::from_path_buf(folder.path().to_owned()).unwrap();
    let guide = fs_err::read_to_string(root().join("docs/ten-minutes.md")).unwrap();
    let (mut said, mut n_run) = (String::new(), 0);
    for block in blocks(&guide) {
        let (kind, path) = block.told.split_once('=').unwrap_or((&block.told, ""));
        match (block.language.as_str(), kind) {
            ("sh", "" | "fails") => {
                let code = if kind == "fails" { 1 } else { 0 };
                let (words, ended, now) = shell(&place, &block.text);
                assert_eq!(ended, code, "{}\n{words}", block.text);
                (said, place, n_run) = (words, now, n_run + 1);
            }
            (_, "file") => {
                fs_err::create_dir_all(place.join(path).parent().unwrap()).unwrap();
                fs_err::write(place.join(path), block.text).unwrap();
            }
            // What stands below the front matter is what the reader is asked to put there.
            (_, "body") => {
                let before = fs_err::read_to_string(place.join(path)).unwrap();
                let (front, _) = before.rsplit_once("---\n").unwrap();
                fs_err::write(place.join(path), format!("{front}---\n{}", block.text)).unwrap();
            }
            (_, "said") => assert!(said.contains(block.text.trim()), "expected {} in:\n{said}", block.text),
            (language, told) => panic!("a block that nobody runs: {language} {told}"),
        }
    }
    assert!(n_run > 6, "{n_run} blocks were run");
    assert!(place.join("site/discrepancies.html").is_file());
    assert!(place.join(".github/workflows/pages.yml").is_file());
}

#[test]
fn every_code_stands_in_one_row_of_the_page_on_troubleshooting() {
    let text = fs_err::read_to_string(root().join("docs/troubleshooting.md")).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    let codes = rows
        .flat_map(|row| row.split('|').nth(1).unwrap().split(',').map(|code| code.trim().trim_matches('`')));
    let mut told: Vec<&str> = codes.collect();
    told.sort_unstable();
    let mut known: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    known.sort_unstable();
    assert_eq!(told, known);
}

#[test]
fn every_page_of_the_documentation_is_listed() {
    let list = fs_err::read_to_string(root().join("docs/README.md")).unwrap();
    for page in root().join("docs").read_dir_utf8().unwrap() {
        let page = page.unwrap();
        let name = page.file_name();
        assert!(
            name == "README.md" || page.path().is_dir() || list.contains(&format!("({name})")),
            "docs/README.md does not list {name}"
        );
    }
}

#[test]
fn the_example_projects_build_with_the_disputes_they_are_there_for() {
    for (project, headline) in [
        ("ferry", "2 disputes in 2 records"),
        ("march", "2 disputes in 4 records"),
        ("filings", "4 disputes in 4 records"),
    ] {
        let output = tempfile::tempdir().unwrap();
        let folder = Utf8Path::from_path(output.path()).unwrap().join("site");
        let mut command = Command::new(env!("CARGO_BIN_EXE_variorum"));
        let options =
            ["build", "--strict", "--base-url", "https://examples.test/", "--output", folder.as_str()];
        command.args(["--project", root().join("examples").join(project).as_str()]).args(options);
        let built = command.env_remove("GITHUB_ACTIONS").output().unwrap();
        let said = String::from_utf8(built.stderr).unwrap();
        assert_eq!(built.status.code(), Some(0), "{said}");
        assert!(said.contains(headline), "{said}");
    }
}
