//! Which changes are seen, and that many of them are one.

use std::time::Duration;

use super::server::Server;

const SHEET: &str = "content/events/pier-9-fire.yaml";

#[test]
fn a_file_that_another_takes_the_place_of_is_seen() {
    let server = Server::of_sample(&[]);
    let mut event = server.listen("/events/pier-9-fire.html");
    event.await_state(|_| true);
    // As vim and others save: the old file goes aside, a new one comes.
    let text = server.read(SHEET).replacen("People hurt", "People harmed", 1);
    let (sheet, aside) = (server.project.join(SHEET), server.project.join(format!("{SHEET}~")));
    fs_err::rename(&sheet, &aside).unwrap();
    fs_err::write(&sheet, text).unwrap();
    fs_err::remove_file(&aside).unwrap();
    event.await_event("reload");
    // As VS Code and atomic writers do: one step.
    let mut event = server.listen("/events/pier-9-fire.html");
    event.await_state(|_| true);
    let new = server.project.join("content/.new");
    fs_err::write(&new, server.read(SHEET).replacen("People harmed", "People hurt", 1)).unwrap();
    fs_err::rename(&new, &sheet).unwrap();
    event.await_event("reload");
}

#[test]
fn a_folder_that_goes_and_comes_back_is_seen() {
    let server = Server::of_sample(&[]);
    let mut event = server.listen("/");
    event.await_state(|state| state["errors"].as_array().is_some_and(Vec::is_empty));
    let (content, aside) = (server.project.join("content"), server.project.join("aside"));
    fs_err::rename(&content, &aside).unwrap();
    event.await_state(|state| state["edit"].as_u64() > Some(1));
    fs_err::rename(&aside, &content).unwrap();
    event.await_state(|state| {
        state["errors"].as_array().is_some_and(Vec::is_empty) && state["edit"].as_u64() > Some(2)
    });
    let mut event = server.listen("/events/pier-9-fire.html");
    event.await_state(|_| true);
    server.edit(SHEET, "People hurt", "People harmed");
    event.await_event("reload");
}

#[test]
fn a_thousand_files_at_once_are_few_editions() {
    let server = Server::of_sample(&[]);
    let mut event = server.listen("/about.html");
    event.await_state(|_| true);
    for i in 0..1_000 {
        server.write(&format!("content/static/notes/{i}.txt"), "words\n");
    }
    let begun = super::server::now();
    while server.get("/notes/999.txt").status != 200 {
        assert!(begun.elapsed() < super::server::PATIENCE);
        std::thread::sleep(Duration::from_millis(50));
    }
    server.edit(SHEET, "People hurt", "People harmed");
    let (state, _) = event.await_state(|state| state["edit"].as_u64() > Some(1));
    let n_editions = server.said().matches(" ms)").count();
    assert!(n_editions <= 100, "{n_editions} editions of one checkout: {state}");
}

#[test]
fn a_disk_that_tells_nothing_is_looked_at() {
    let server = Server::of_sample(&["--poll"]);
    assert!(server.said().contains("twice a second"), "{}", server.said());
    let mut event = server.listen("/events/pier-9-fire.html");
    event.await_state(|_| true);
    server.edit(SHEET, "People hurt", "People harmed");
    event.await_event("reload");
}

#[test]
fn captures_that_were_named_are_verified_after_an_edit() {
    let (folder, project) = super::server::sample();
    let captures = project.parent().unwrap().join("captures");
    fs_err::create_dir(&captures).unwrap();
    let server = Server::of((folder, project), &["--captures", captures.as_str()]);
    assert_eq!(server.get("/").status, 200);
    let mut event = server.listen("/events/pier-9-fire.html");
    event.await_state(|_| true);
    server.edit(SHEET, "People hurt", "People harmed");
    event.await_event("reload");
}
