//! Links that somebody committed lead nowhere out of the project, whichever command meets them.

use super::desk::{Desk, code, said};

const CLAIM: [&str; 12] = [
    "add",
    "claim",
    "--event",
    "raid",
    "--fact",
    "arrests",
    "--source",
    "herald",
    "--value",
    "20",
    "--quote",
    "Police held 20 people",
];

/// The desk's own file outside the project, which nothing may touch.
fn with_bashrc() -> Desk {
    let desk = Desk::new();
    desk.put("bashrc", "mine");
    desk
}

#[test]
fn a_link_prepared_under_the_name_of_a_new_file_is_not_written_through() {
    for name in ["p/content/events/.raid.yaml.variorum-new", "p/content/events/.raid.yaml.tmp"] {
        let desk = with_bashrc();
        desk.link("../../../bashrc", name);
        let output = desk.run(&CLAIM);
        assert_eq!(code(&output), 0, "{}", said(&output));
        assert_eq!(desk.text("bashrc"), "mine");
        assert!(!desk.path("p/content/events/raid.yaml").is_symlink());
    }
}

#[test]
fn a_file_that_is_a_link_is_not_written() {
    let desk = with_bashrc();
    desk.link("../../bashrc", "p/schemas/sheet.schema.json");
    let output = desk.run(&["schema"]);
    assert_eq!(code(&output), 2);
    assert!(said(&output).contains("nothing is written through links"), "{}", said(&output));
    assert_eq!(desk.text("bashrc"), "mine");
}

#[test]
fn a_sheet_that_is_a_link_inside_content_is_read_and_not_written() {
    let desk = Desk::new();
    fs_err::rename(desk.path("p/content/events/raid.yaml"), desk.path("p/content/shared.yaml")).unwrap();
    let before = desk.text("p/content/shared.yaml");
    desk.link("../shared.yaml", "p/content/events/raid.yaml");
    let output = desk.run(&CLAIM);
    assert_ne!(code(&output), 0, "{}", said(&output));
    assert_eq!(desk.text("p/content/shared.yaml"), before);
}

#[test]
fn a_folder_that_is_a_link_out_of_the_project_is_not_written_into() {
    let desk = with_bashrc();
    fs_err::create_dir(desk.path("elsewhere")).unwrap();
    desk.link("../elsewhere", "p/schemas");
    let output = desk.run(&["schema"]);
    assert_eq!(code(&output), 2);
    assert!(said(&output).contains("leads out of the project"), "{}", said(&output));
    assert!(desk.names("elsewhere").is_empty());
    fs_err::remove_dir_all(desk.path("p/content/articles")).unwrap();
    desk.link("../../elsewhere", "p/content/articles");
    let output = desk.run(&["new", "article", "new-one"]);
    assert_ne!(code(&output), 0, "{}", said(&output));
    assert!(desk.names("elsewhere").is_empty(), "{:?}", desk.names("elsewhere"));
}

#[test]
fn links_to_another_site_beside_the_edition_take_nothing_from_it() {
    for name in ["p/.site.variorum-staging", "p/.site.variorum-lock", "p/.site.variorum-aside"] {
        let desk = Desk::built();
        desk.put("other/CNAME", "theirs.org");
        desk.put("other/.git/HEAD", "ref");
        desk.put("other/.variorum-manifest", &desk.text("p/site/.variorum-manifest"));
        let theirs = desk.files("other");
        desk.link("../other", name);
        desk.answer("21");
        let output = desk.run(&["build"]);
        assert_eq!(code(&output), 0, "{}", said(&output));
        assert_eq!(desk.files("other"), theirs);
        assert!(!desk.path("p/site/CNAME").exists());
    }
}

#[test]
fn links_in_static_to_what_is_not_published_are_refused_at_their_place() {
    for (target, reason) in [
        ("../../.git", "leads out of `content/`"),
        ("../../.env", "leads out of `content/`"),
        ("../../site", "leads out of `content/`"),
        ("../../../bashrc", "leads out of `content/`"),
        (".hidden", "leads to something hidden"),
        ("/etc/hostname", "leads out of `content/`"),
    ] {
        let desk = with_bashrc();
        desk.put("p/.git/config", "token = 1");
        desk.put("p/.env", "TOKEN=1");
        desk.put("p/site/old.html", "old");
        desk.put("p/content/static/.hidden/key", "1");
        desk.link(target, "p/content/static/g");
        let output = desk.run(&["build", "--output", desk.path("out").as_str()]);
        assert_eq!(code(&output), 1, "{target}");
        let told = said(&output);
        assert!(told.contains("content/static/g:1:1") && told.contains(reason), "{target}: {told}");
        assert!(!desk.path("out").exists());
    }
}

#[test]
fn folders_that_link_to_each_other_are_read_once_each() {
    let desk = Desk::new();
    for n in 0..40 {
        desk.put(&format!("p/content/static/{n}/x.txt"), "x");
        desk.link(&format!("../{}", n + 1), &format!("p/content/static/{n}/a"));
        desk.link(&format!("../{}", n + 1), &format!("p/content/static/{n}/b"));
    }
    desk.put("p/content/static/40/x.txt", "x");
    assert_eq!(code(&desk.run(&["check"])), 1);
}

#[test]
fn an_output_that_really_lies_among_the_projects_own_files_is_refused() {
    let desk = Desk::new();
    desk.link("p/content", "shortcut");
    for output in ["shortcut/out", "p/content/../content/out", "shortcut"] {
        let refused = desk.run(&["build", "--output", desk.path(output).as_str()]);
        assert_eq!(code(&refused), 3, "{output}: {}", said(&refused));
        assert!(!desk.path("p/content/out").exists());
    }
}
