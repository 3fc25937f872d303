//! A pipe where a file is expected is refused or replaced; nothing waits for it.

use super::desk::{Desk, code, pipe, said};

#[test]
fn a_pipe_at_a_pages_path_is_somebody_elses() {
    for name in ["index.html", "events/new.html", ".variorum-manifest"] {
        let desk = Desk::built();
        let path = desk.path("p/site").join(name);
        drop(fs_err::remove_file(&path));
        pipe(&path);
        desk.answer("21");
        let output = desk.run(&["build"]);
        if name == "events/new.html" {
            assert_eq!(code(&output), 0, "it is in nobody's way: {}", said(&output));
        } else {
            assert_eq!(code(&output), 2, "{name}: {}", said(&output));
        }
        assert_eq!(desk.files("p/site")[name], "special");
    }
}

#[test]
fn a_pipe_at_the_lock_of_captures_and_at_a_capture_is_told() {
    let desk = Desk::new();
    pipe(&desk.path("p/content/captures.lock.yaml"));
    let output = desk.run(&["check"]);
    assert_eq!(code(&output), 1);
    assert!(said(&output).contains("captures.lock.yaml:1:1"), "{}", said(&output));
    fs_err::remove_file(desk.path("p/content/captures.lock.yaml")).unwrap();
    fs_err::create_dir(desk.path("captures")).unwrap();
    pipe(&desk.path("captures/h.txt"));
    let digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    desk.put(
        "p/content/articles/herald.md",
        &format!("---\ntitle: H\noutlet: Herald\npublished: unknown\nlanguage: en\nkind: report\ntext: digest\ncapture: {{file: h.txt, sha256: {digest}}}\n---\nA digest.\n"),
    );
    let output = desk.run(&["verify", "--captures", desk.path("captures").as_str()]);
    assert_eq!(code(&output), 1);
    assert!(said(&output).contains("not a regular file"), "{}", said(&output));
}

#[test]
fn pipes_under_the_names_beside_an_edition_are_refused() {
    for name in ["p/.site.variorum-lock", "p/.site.variorum-staging"] {
        let desk = Desk::built();
        pipe(&desk.path(name));
        desk.answer("21");
        let output = desk.run(&["build"]);
        assert_eq!(code(&output), 2);
        assert!(said(&output).contains("move it away"), "{}", said(&output));
    }
}
