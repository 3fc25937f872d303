//! Publishing in place: every file is the old one or the new one, whole, and never missing.

use std::os::unix::fs::MetadataExt as _;
use std::process::Stdio;
use std::time::Duration;

use super::desk::{Desk, code, said};

#[test]
fn the_folder_stays_the_same_one_for_whoever_holds_it_open() {
    let desk = Desk::built();
    desk.put("p/site/CNAME", "desk.org");
    desk.put("p/site/events/notes.txt", "mine");
    let before = desk.path("p/site").metadata().unwrap().ino();
    desk.answer("21");
    let output = desk.run(&["build", "--publish", "in-place"]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert_eq!(desk.path("p/site").metadata().unwrap().ino(), before);
    assert_eq!(
        (desk.text("p/site/CNAME"), desk.text("p/site/events/notes.txt")),
        ("desk.org".into(), "mine".into())
    );
    assert!(desk.text("p/site/events/raid.html").contains("Raid 21"));
    assert_eq!(desk.in_project(), ["content", "site", "variorum.yaml"]);
}

#[test]
fn it_comes_to_the_same_edition_as_an_exchange() {
    let (a, b) = (Desk::built(), Desk::built());
    for desk in [&a, &b] {
        fs_err::rename(desk.path("p/content/events/raid.yaml"), desk.path("p/content/events/other.yaml"))
            .unwrap();
    }
    assert_eq!(code(&a.run(&["build", "--publish", "exchange"])), 0);
    assert_eq!(code(&b.run(&["build", "--publish", "in-place", "--sync"])), 0);
    assert_eq!(a.files("p/site"), b.files("p/site"));
}

#[test]
fn killed_at_any_moment_every_file_is_whole_and_the_next_run_finishes() {
    let desk = Desk::built();
    let page = || desk.text("p/site/events/raid.html");
    let mut word = 20;
    for round in 0..30_u64 {
        word += 1;
        desk.answer(&word.to_string());
        let mut command = desk.command(&["build", "--publish", "in-place"]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_micros(20_000 + round * 9_000));
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(page().contains("Raid ") && page().ends_with("</html>\n"), "whole after {round}");
        assert!(desk.text("p/site/index.html").ends_with("</html>\n"));
    }
    desk.answer("last");
    assert_eq!(code(&desk.run(&["build", "--publish", "in-place"])), 0);
    let fresh = Desk::new();
    fresh.answer("last");
    assert_eq!(code(&fresh.run(&["build"])), 0);
    assert_eq!(desk.files("p/site"), fresh.files("p/site"));
}

#[test]
fn a_reader_never_misses_a_page() {
    let desk = Desk::built();
    let page = desk.path("p/site/events/raid.html");
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for word in 21..29 {
                desk.answer(&word.to_string());
                assert_eq!(code(&desk.run(&["build", "--publish", "in-place"])), 0);
            }
        });
        while !writer.is_finished() {
            let seen = fs_err::read_to_string(&page).expect("the page is never missing");
            assert!(seen.ends_with("</html>\n"), "the page is whole");
        }
    });
}

#[test]
fn a_file_that_is_linked_from_elsewhere_is_replaced_and_not_written() {
    for how in ["exchange", "in-place"] {
        let desk = Desk::built();
        desk.put("elsewhere", "theirs");
        desk.put("notes", "theirs too");
        fs_err::remove_file(desk.path("p/site/events/raid.html")).unwrap();
        fs_err::hard_link(desk.path("elsewhere"), desk.path("p/site/events/raid.html")).unwrap();
        fs_err::hard_link(desk.path("notes"), desk.path("p/site/notes.txt")).unwrap();
        desk.answer("21");
        let output = desk.run(&["build", "--publish", how]);
        assert_eq!(code(&output), 0, "{}", said(&output));
        assert!(desk.text("p/site/events/raid.html").contains("Raid 21"), "{how}");
        assert_eq!(
            (desk.text("elsewhere"), desk.text("notes")),
            ("theirs".into(), "theirs too".into()),
            "{how}"
        );
        let inode = |below: &str| desk.path(below).metadata().unwrap().ino();
        assert_eq!(inode("p/site/notes.txt"), inode("notes"), "{how}");
    }
}
