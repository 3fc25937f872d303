//! What `--sync` waits for, as the system sees it.

use std::process::Command;

use super::desk::{Desk, code, has_tracer, output_in_time, said};

/// The calls that bring to the disk or put in place, in their order; `None` without the tracer.
fn calls(desk: &Desk, arguments: &[&str]) -> Option<Vec<String>> {
    if !has_tracer("what --sync waits for") {
        return None;
    }
    let log = desk.path("log");
    let mut command = Command::new("strace");
    let calls = "trace=syncfs,fsync,renameat,renameat2,unlinkat";
    command.args(["-f", "-y", "-e", calls, "-o", log.as_str(), env!("CARGO_BIN_EXE_variorum"), "--project"]);
    command.arg(desk.path("p")).args(arguments);
    let output = output_in_time(command);
    assert_eq!(code(&output), 0, "{}", said(&output));
    let text = desk.text("log");
    let done = text.lines().filter(|line| line.trim_end().ends_with("= 0"));
    Some(done.map(|line| line.split_once(' ').unwrap().1.trim().to_owned()).collect())
}

fn at(calls: &[String], words: &[&str]) -> Vec<usize> {
    let is_it = |call: &String| words.iter().all(|word| call.contains(word));
    calls.iter().enumerate().filter(|(_, call)| is_it(call)).map(|(n, _)| n).collect()
}

#[test]
fn everything_is_on_the_disk_before_editions_change_places_and_after() {
    let desk = Desk::built();
    desk.answer("21");
    let Some(calls) = calls(&desk, &["build", "--sync", "--publish", "exchange"]) else { return };
    let exchanged = at(&calls, &["renameat2", "RENAME_EXCHANGE"]);
    let [exchanged] = exchanged.as_slice() else { panic!("one exchange: {calls:#?}") };
    let synced = at(&calls, &["syncfs"]);
    assert!(synced.iter().any(|at| at < exchanged), "files and manifest before the exchange: {calls:#?}");
    assert!(synced.iter().any(|at| at > exchanged), "the exchange itself: {calls:#?}");
    // The manifest is the last file that is put into the staging folder, and stands before the wait.
    let manifest = at(&calls, &["renameat", "variorum-manifest"]);
    assert!(!manifest.is_empty() && manifest.iter().all(|at| *at < synced[0]), "{calls:#?}");
    // The folder of the numbered files is empty, and no part of an edition.
    let is_of_the_old = |at: &usize| !calls[*at].contains("variorum-files");
    let mut removed =
        at(&calls, &["unlinkat", "variorum-staging", "AT_REMOVEDIR"]).into_iter().filter(is_of_the_old);
    assert!(removed.all(|at| at > synced[1]), "the old edition goes last: {calls:#?}");
}

#[test]
fn in_place_everything_is_on_the_disk_before_the_first_file_is_put_in_place() {
    let desk = Desk::built();
    desk.answer("21");
    let Some(calls) = calls(&desk, &["build", "--sync", "--publish", "in-place"]) else { return };
    let synced = at(&calls, &["syncfs"]);
    let put = at(&calls, &["renameat", "raid.html"]);
    assert!(!put.is_empty() && synced.first() < put.first() && synced.last() > put.last(), "{calls:#?}");
}

#[test]
fn without_it_nothing_is_waited_for() {
    let desk = Desk::built();
    desk.answer("21");
    let Some(calls) = calls(&desk, &["build"]) else { return };
    assert_eq!(at(&calls, &["sync"]), [0; 0], "{calls:#?}");
}
