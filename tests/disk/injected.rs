//! Errors of the machine in the middle of a build, one at each system call that publishing or reading makes.
//!
//! A first run tells which calls of a thread touch the folder; then the same build fails at one of
//! them after the other.

use std::collections::BTreeMap;
use std::process::{Command, Output};

use super::desk::{Desk, code, has_tracer, output_in_time, said};

/// How many places of one call are tried: the first, the last and some between them.
const PLACES_MAX: usize = 7;

/// The text of every file by its name.
type Files = BTreeMap<String, String>;

/// The program under the tracer, on one thread beside its first, so that calls keep their numbers.
fn traced(desk: &Desk, filters: &[&str], arguments: &[&str]) -> Command {
    let mut command = Command::new("strace");
    let log = desk.path("log");
    command.args(["-f", "-y", "-o", log.as_str()]);
    for filter in filters {
        command.args(["-e", filter]);
    }
    command.args([env!("CARGO_BIN_EXE_variorum"), "--project"]);
    command.arg(desk.path("p")).args(arguments).env("RAYON_NUM_THREADS", "1");
    command.env_remove("GITHUB_ACTIONS").env_remove("GITHUB_STEP_SUMMARY");
    command
}

/// The numbers of the calls that speak of a path in whichever thread makes a call of that number: the
/// tracer counts in each thread apart, and calls of the loader and of libraries are not looked at.
fn places(desk: &Desk, call: &str, path: &str) -> Vec<usize> {
    let mut so_far: BTreeMap<String, usize> = BTreeMap::new();
    let mut found: BTreeMap<usize, bool> = BTreeMap::new();
    for line in desk.text("log").lines() {
        let Some((thread, said)) = line.split_once(' ') else { continue };
        if said.trim_start().starts_with(&format!("{call}(")) {
            let n = so_far.entry(thread.to_owned()).or_default();
            *n += 1;
            *found.entry(*n).or_insert(true) &= said.contains(path);
        }
    }
    let found: Vec<usize> = found.into_iter().filter(|(_, ours)| *ours).map(|(n, _)| n).collect();
    let step = |i: usize| found[i * (found.len() - 1) / (PLACES_MAX - 1)];
    if found.len() <= PLACES_MAX { found } else { (0..PLACES_MAX).map(step).collect() }
}

/// Two editions of one project: the second has other pages, one more and one less.
fn change(desk: &Desk, edition: &str) {
    desk.answer(edition);
    let [here, gone] = if edition == "one" { ["a", "b"] } else { ["b", "a"] };
    desk.put(&format!("p/content/static/only/{here}.txt"), edition);
    if desk.path(&format!("p/content/static/only/{gone}.txt")).exists() {
        fs_err::remove_file(desk.path(&format!("p/content/static/only/{gone}.txt"))).unwrap();
    }
}

/// The site as it has to be after a build that was made to fail at one place.
struct Expected<'a> {
    old: &'a Files,
    new: &'a Files,
}

impl Expected<'_> {
    #[track_caller]
    fn every_file_is_whole(&self, desk: &Desk, place: &str) -> bool {
        let mut now = desk.files("p/site");
        let is_inside = now.keys().any(|name| name.starts_with(".variorum-staging"));
        now.retain(|name, _| !name.starts_with(".variorum-"));
        for (name, text) in &now {
            let known = [self.old.get(name), self.new.get(name)];
            assert!(known.contains(&Some(text)), "{place}: {name} is neither old nor new");
        }
        let missing = self.old.keys().find(|name| self.new.contains_key(*name) && !now.contains_key(*name));
        assert_eq!(missing, None, "{place}");
        is_inside
    }
}

fn pages(desk: &Desk) -> Files {
    let mut files = desk.files("p/site");
    files.retain(|name, _| !name.starts_with(".variorum-"));
    files
}

#[track_caller]
fn is_told(output: &Output, error: &str, place: &str) {
    let words = if error == "EIO" { "Input/output error" } else { "No space left on device" };
    let told = said(output);
    assert!(code(output) == 2 && told.contains(words), "{place}: {} {told}", code(output));
}

#[test]
fn an_error_at_any_call_of_publishing_in_place_leaves_whole_files_and_is_mended_by_the_next_build() {
    if !has_tracer("errors while publishing in place") {
        return;
    }
    let build = ["build", "--publish", "in-place", "--sync"];
    let desk = Desk::new();
    change(&desk, "two");
    assert_eq!(code(&desk.run(&build)), 0);
    let new = pages(&desk);
    change(&desk, "one");
    assert_eq!(code(&desk.run(&build)), 0);
    let (old, before) = (pages(&desk), desk.path("p/site"));
    let kept = desk.path("kept");
    copy(&before, &kept);
    let start = || {
        fs_err::remove_dir_all(&before).unwrap();
        copy(&kept, &before);
    };

    change(&desk, "two");
    let calls = ["renameat", "write", "openat2", "unlinkat", "fchmodat", "mkdirat", "syncfs"];
    let filter = format!("trace={}", calls.join(","));
    assert_eq!(code(&output_in_time(traced(&desk, &[&filter], &build))), 0);
    assert!(!desk.text("log").contains("\"../.\""), "no library probes /proc, which may fail as well");
    let tried: Vec<(&str, usize)> = calls
        .iter()
        .flat_map(|call| places(&desk, call, "/p/site").into_iter().map(move |n| (*call, n)))
        .collect();
    for call in ["renameat", "write", "openat2", "unlinkat", "syncfs"] {
        assert!(tried.iter().any(|(tried, _)| *tried == call), "{call} is made");
    }

    let mut n_failed = 0;
    for (i, (call, n)) in tried.into_iter().enumerate() {
        start();
        let error = if i % 2 == 0 { "EIO" } else { "ENOSPC" };
        let place = format!("{call} number {n}");
        let inject = format!("inject={call}:error={error}:when={n}");
        let output = output_in_time(traced(&desk, &[&format!("trace={call}"), &inject], &build));
        let expected = Expected { old: &old, new: &new };
        let is_staging_left = expected.every_file_is_whole(&desk, &place);
        if code(&output) == 0 {
            // What a build keeps beside the edition may fail without a word; the edition may not.
            assert_eq!(pages(&desk), new, "{place}: {}", said(&output));
        } else {
            n_failed += 1;
            // A write of this number may be the message itself.
            let is_silent = call == "write" && code(&output) == 2;
            if !is_silent {
                is_told(&output, error, &place);
            }
        }
        // What cannot be removed stays until the next run.
        assert!(!is_staging_left || call == "unlinkat", "{place}: the staging folder stays");
        let mended = desk.run(&build);
        assert_eq!(code(&mended), 0, "{place}: {}", said(&mended));
        assert_eq!(pages(&desk), new, "{place}");
        assert!(!desk.names("p/site").contains(&".variorum-staging".to_owned()), "{place}");
    }
    assert!(n_failed > 10, "{n_failed}");
}

#[test]
fn an_error_while_an_input_is_read_is_told_in_the_words_of_the_system() {
    if !has_tracer("errors while reading") {
        return;
    }
    let desk = Desk::built();
    let before = pages(&desk);
    desk.answer("21");
    desk.put("p/content/static/kit.txt", "kit");
    for input in
        ["variorum.yaml", "content/events/raid.yaml", "content/articles/herald.md", "content/static/kit.txt"]
    {
        for error in ["EIO", "ENOSPC"] {
            let inject = format!("inject=read:error={error}:when=1");
            let mut command = Command::new("strace");
            command.args(["-f", "-o", "/dev/null", "-e", "trace=read", "-e", &inject, "-P"]);
            command.arg(desk.path(&format!("p/{input}"))).arg(env!("CARGO_BIN_EXE_variorum"));
            command.arg("--project").arg(desk.path("p")).arg("build");
            let output = output_in_time(command);
            is_told(&output, error, input);
            assert_eq!(pages(&desk), before, "{input}");
        }
    }
}

#[test]
fn an_error_of_looking_at_a_file_is_never_taken_for_its_absence() {
    if !has_tracer("errors while looking at files") {
        return;
    }
    for how in ["exchange", "in-place"] {
        let build = ["build", "--publish", how];
        let desk = Desk::new();
        change(&desk, "two");
        assert_eq!(code(&desk.run(&build)), 0);
        let new = pages(&desk);
        change(&desk, "one");
        assert_eq!(code(&desk.run(&build)), 0);
        desk.put("p/site/CNAME", "desk.test");
        let old = pages(&desk);
        let (site, kept) = (desk.path("p/site"), desk.path("kept"));
        copy(&site, &kept);
        change(&desk, "two");
        let calls = ["statx", "newfstatat", "fstat"];
        assert_eq!(code(&output_in_time(traced(&desk, &[&format!("trace={}", calls.join(","))], &build))), 0);
        let is_ours = |call: &&str| desk.text("log").contains(&format!("{call}("));
        let tried: Vec<(&str, usize)> = calls
            .into_iter()
            .filter(is_ours)
            .flat_map(|call| places(&desk, call, "/p").into_iter().map(move |n| (call, n)))
            .collect();
        assert!(tried.len() > 4, "{tried:?}");
        for (call, n) in tried {
            fs_err::remove_dir_all(&site).unwrap();
            copy(&kept, &site);
            let inject = format!("inject={call}:error=EIO:when={n}");
            let output = output_in_time(traced(&desk, &[&format!("trace={call}"), &inject], &build));
            let (now, place) = (pages(&desk), format!("{how}: {call} number {n}: {}", said(&output)));
            assert_eq!(now.get("CNAME").map(String::as_str), Some("desk.test"), "{place}");
            if code(&output) == 0 {
                let ours = now.into_iter().filter(|(name, _)| name != "CNAME").collect::<Files>();
                assert_eq!(ours, new, "{place}");
            } else {
                is_told(&output, "EIO", &place);
                let expected = Expected { old: &old, new: &new };
                expected.every_file_is_whole(&desk, &place);
            }
        }
    }
}

fn copy(from: &camino::Utf8Path, to: &camino::Utf8Path) {
    assert!(Command::new("cp").args(["-a", from.as_str(), to.as_str()]).status().unwrap().success());
}
