//! A build that changes nothing says what the last one said, and whatever is changed is built as if for the first time.

use camino::Utf8Path;
use fs_err as fs;
use variorum::digest::Digest;

use super::desk::{Desk, code, said};

const KEPT: &str = "p/.site.variorum-last-build";

/// Lets the program have said something else, in a note that is whole: what is told then comes from the note.
fn say_otherwise(desk: &Desk) {
    let text = desk.text(KEPT);
    let mut lines = text.splitn(3, '\n');
    let (first, rest) = (lines.next().unwrap(), lines.nth(1).unwrap());
    let rest = rest.replace("0 disputes", "none of the disputes");
    desk.put(KEPT, &format!("{first}\n{}\n{rest}", Digest::of(rest.as_bytes())));
}

/// Whether a build says what the note says, without a look at the project.
fn is_said_again(desk: &Desk, args: &[&str]) -> bool {
    say_otherwise(desk);
    let output = desk.run(args);
    assert_eq!(code(&output), 0, "{}", said(&output));
    said(&output).contains("none of the disputes")
}

#[test]
fn the_same_build_again_is_told_from_the_last_one() {
    let desk = Desk::built();
    let first = desk.run(&["build"]);
    assert!(said(&first).contains("(0 written, "), "{}", said(&first));
    assert!(is_said_again(&desk, &["build"]));
    assert!(is_said_again(&desk, &["build", "--publish", "in-place"]));
    let again = desk.run(&["build", "--strict"]);
    assert!(said(&again).contains("none of the disputes"), "nothing is wrong: {}", said(&again));
}

#[test]
fn warnings_are_told_again_and_stop_a_strict_build() {
    let desk = Desk::new();
    desk.put("p/variorum.yaml", "title: T\ndescription: D\nlanguage: en\n");
    let first = desk.run(&["build"]);
    assert!(said(&first).contains("base-url-missing"), "{}", said(&first));
    let again = desk.run(&["build"]);
    let faults = |text: String| text.split("site: ").next().unwrap().to_owned();
    assert_eq!(faults(said(&first)), faults(said(&again)));
    assert_eq!(code(&desk.run(&["build", "--strict"])), 1);
    assert_eq!(code(&desk.run(&["build"])), 0);
}

#[test]
fn whatever_is_read_or_asked_for_is_built_when_it_changes() {
    type Change = (&'static str, fn(&Desk), &'static [&'static str]);
    let changes: [Change; 6] = [
        ("a sheet", |desk| desk.answer("21"), &["build"]),
        ("a file that is copied", |desk| desk.put("p/content/static/a.txt", "a"), &["build"]),
        ("a template that nothing uses", |desk| desk.put("p/templates/a.html", "a"), &["build"]),
        ("the address", |_| {}, &["build", "--base-url", "https://other.test/"]),
        ("drafts", |_| {}, &["build", "--drafts"]),
        ("a page", |desk| desk.put("p/site/index.html", "<p>"), &["build"]),
    ];
    for (what, change, args) in changes {
        let desk = Desk::built();
        change(&desk);
        assert!(!is_said_again(&desk, args), "{what}");
        assert!(is_said_again(&desk, args), "{what}, again");
    }
}

#[test]
fn a_page_that_somebody_changed_or_removed_is_put_back_and_the_change_kept_and_told() {
    let desk = Desk::built();
    let whole = desk.files("p/site");
    fs::remove_file(desk.path("p/site/index.html")).unwrap();
    desk.put("p/site/events/raid.html", "<p>");
    let output = desk.run(&["build"]);
    assert_eq!(code(&output), 0);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("site/events/raid.html.kept"), "{told}");
    assert_eq!(desk.text("p/site/events/raid.html.kept"), "<p>");
    fs::remove_file(desk.path("p/site/events/raid.html.kept")).unwrap();
    assert_eq!(desk.files("p/site"), whole);
}

#[test]
fn a_build_that_fails_leaves_what_the_last_one_said() {
    let desk = Desk::built();
    let sheet = desk.text("p/content/events/raid.yaml");
    desk.put("p/content/events/raid.yaml", "title: [");
    assert_eq!(code(&desk.run(&["build"])), 1);
    desk.put("p/content/events/raid.yaml", &sheet);
    assert!(is_said_again(&desk, &["build"]));
}

/// One edit of a project, chosen by a number.
fn edit(desk: &Desk, n: u64) {
    let id = n / 8 % 5;
    let event = format!("p/content/events/event-{id}.yaml");
    let remove = |path: &str| drop(fs::remove_file(desk.path(path)));
    match n % 8 {
        0 | 1 => desk.put(
            &event,
            &format!("title: Event {n}\nsummary: Police held [](fact:held) people.\nfacts:\n  held:\n    label: Held\n    kind: count\n    unit: people\n    claims:\n      - {{source: herald, value: 20, quote: held 20 people}}\n"),
        ),
        2 => remove(&event),
        3 => drop(fs::rename(desk.path(&event), desk.path("p/content/events/renamed.yaml"))),
        4 => desk.put(
            &format!("p/content/articles/wire-{id}.md"),
            &format!("---\ntitle: W {n}\noutlet: Wire\npublished: unknown\nlanguage: en\nkind: report\ntext: full\n---\nNothing more.\n"),
        ),
        5 => remove(&format!("p/content/articles/wire-{id}.md")),
        6 => desk.put("p/content/static/note.txt", &n.to_string()),
        _ => desk.answer(&n.to_string()),
    }
}

#[test]
fn after_any_edits_the_edition_is_the_one_that_a_first_build_makes() {
    let desk = Desk::built();
    let mut random: u64 = 0x9E37_79B9_7F4A_7C15;
    for round in 0..16 {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        // Some builds follow no edit at all, as that of the first round.
        (0..round % 3).for_each(|i| edit(&desk, (random >> (8 * i)) % 1000));
        let (warm, cold) = (desk.run(&["build"]), format!("cold-{round}"));
        let first = desk.run(&["build", "--output", desk.path(&cold).as_str()]);
        assert_eq!((code(&warm), code(&first)), (0, 0), "{}", said(&warm));
        assert_eq!(desk.files("p/site"), desk.files(&cold), "round {round}");
        fs::remove_dir_all(desk.path(&cold)).unwrap();
    }
}

#[test]
fn what_is_kept_stands_beside_the_edition_and_may_be_removed() {
    let desk = Desk::built();
    assert!(!desk.files("p/site").keys().any(|name| name.contains("last-build")));
    let whole = desk.text(KEPT);
    fs::remove_file(desk.path(KEPT)).unwrap();
    let output = desk.run(&["build"]);
    assert!(said(&output).contains("(0 written, "), "{}", said(&output));
    assert_eq!(desk.text(KEPT), whole);
    assert!(Utf8Path::new(KEPT).file_name().is_some_and(|name| name.starts_with(".site.variorum-")));
}
