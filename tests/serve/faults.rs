//! An error leaves the last good edition on show, and says where it is.

use super::server::{Server, sample};

const SHEET: &str = "content/events/pier-9-fire.yaml";

fn n_errors(state: &serde_json::Value) -> usize {
    state["errors"].as_array().map_or(0, Vec::len)
}

#[test]
fn an_error_is_told_with_its_place_over_the_last_good_page() {
    let server = Server::of_sample(&[]);
    let good = server.get("/events/pier-9-fire.html").text();
    let mut event = server.listen("/events/pier-9-fire.html");
    event.await_state(|state| n_errors(state) == 0);
    let text = server.read(SHEET);
    server.write(SHEET, &text.replacen("kind: date", "kind: dat", 1));
    let (state, others) = event.await_state(|state| n_errors(state) > 0);
    assert_eq!(others, Vec::<String>::new());
    assert_eq!(state["is_old"], true);
    let line = text.lines().position(|line| line.contains("kind: date")).unwrap() + 1;
    let place = state["errors"][0]["place"].as_str().unwrap();
    assert!(place.starts_with(&format!("{SHEET}:{line}:")), "{place}");
    assert!(state["errors"][0]["text"].as_str().unwrap().contains("kind: dat"), "{state}");
    assert_eq!(server.get("/events/pier-9-fire.html").text(), good);
    server.write(SHEET, &text);
    let (state, _) = event.await_state(|state| n_errors(state) == 0);
    assert_eq!(state["is_old"], false);
}

#[test]
fn an_editor_that_saves_in_two_steps_shows_no_error() {
    let server = Server::of_sample(&[]);
    let mut event = server.listen("/");
    event.await_state(|_| true);
    let text = server.read(SHEET);
    server.write(SHEET, "");
    std::thread::sleep(std::time::Duration::from_millis(60));
    server.write(SHEET, &text.replacen("People hurt", "People who were hurt", 1));
    let (state, _) = event.await_state(|state| state["edit"].as_u64() > Some(1));
    assert_eq!(n_errors(&state), 0, "{state}");
}

#[test]
fn a_template_in_error_is_told_at_its_place() {
    let server = Server::of_sample(&[]);
    let mut event = server.listen("/about.html");
    event.await_state(|_| true);
    server.write("templates/parts.html", "{{ 1 +");
    let (state, _) = event.await_state(|state| n_errors(state) > 0);
    assert!(state["errors"].to_string().contains("templates/parts.html:1:"), "{state}");
    assert_eq!(server.get("/about.html").status, 200);
    fs_err::remove_file(server.project.join("templates/parts.html")).unwrap();
    event.await_state(|state| n_errors(state) == 0);
}

#[test]
fn a_broken_link_is_told_when_the_whole_edition_was_looked_at() {
    let server = Server::of_sample(&[]);
    let mut event = server.listen("/about.html");
    event.await_state(|state| state["is_verified"] == true);
    let text = server.read("content/pages/about.md");
    server.write("content/pages/about.md", &format!("{text}\n[there](nowhere.html)\n"));
    let (state, _) = event.await_state(|state| n_errors(state) > 0);
    assert!(state["errors"].to_string().contains("link-broken"), "{state}");
}

#[test]
fn a_folder_without_a_project_is_served_until_there_is_one() {
    let (folder, full) = sample();
    let project = full.parent().unwrap().join("empty");
    fs_err::create_dir(&project).unwrap();
    let mut server = Server::of((folder, project.clone()), &[]);
    let answer = server.get("/");
    assert_eq!(answer.status, 503);
    assert!(answer.text().contains("variorum.yaml"), "{}", answer.text());
    let mut event = server.listen("/");
    event.await_state(|state| n_errors(state) > 0);
    fs_err::rename(full.join("content"), project.join("content")).unwrap();
    fs_err::rename(full.join("variorum.yaml"), project.join("variorum.yaml")).unwrap();
    event.await_event("reload");
    assert_eq!(server.get("/").status, 200);
    assert!(server.is_running());
}

#[test]
fn the_place_of_an_error_opens_in_the_editor_and_nothing_else_does() {
    let (folder, project) = sample();
    let told = project.parent().unwrap().join("opened.txt");
    let script = project.parent().unwrap().join("editor.sh");
    fs_err::write(&script, format!("echo \"$1\" > {told}\n")).unwrap();
    let editor = format!("sh {script} {{file}}:{{line}}:{{column}}");
    let server = Server::of((folder, project), &["--editor", &editor]);
    let mut event = server.listen("/");
    event.await_state(|_| true);
    server.edit(SHEET, "kind: date", "kind: dat");
    let (state, _) = event.await_state(|state| n_errors(state) > 0);
    let (token, place) = (state["token"].as_str().unwrap(), state["errors"][0]["place"].as_str().unwrap());
    let open = |token: &str, place: &str, headers: &[&str]| {
        server.ask("GET", &format!("/.variorum/open?token={token}&place={place}"), headers).status
    };
    assert_eq!(open("0", place, &[]), 403);
    assert_eq!(open(token, "content/entities.yaml:1:1", &[]), 403);
    assert_eq!(open(token, place, &["Sec-Fetch-Site: cross-site"]), 403);
    assert!(!told.exists());
    assert_eq!(open(token, place, &["Sec-Fetch-Site: same-origin"]), 200);
    let begun = super::server::now();
    while !fs_err::read_to_string(&told).is_ok_and(|text| text.ends_with('\n')) {
        assert!(begun.elapsed() < super::server::PATIENCE, "the editor was not started");
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let opened = fs_err::read_to_string(&told).unwrap();
    assert_eq!(opened.trim(), server.project.join(place));
}
