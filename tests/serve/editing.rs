//! An edit reaches the pages that it changes, and says what it did.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::server::Server;

const SHEET: &str = "content/events/pier-9-fire.yaml";
const GAZETTE: &str = "content/articles/harbour-gazette.md";

/// The Gazette comes round to the figure of the other report.
fn agree(server: &Server) {
    for (file, from, to) in [
        (GAZETTE, "14 people were", "23 people were"),
        ("content/briefing.md", "[14]", "[23]"),
        (SHEET, "[14]", "[23]"),
        (SHEET, "14 people were hurt", "23 people were hurt"),
        (SHEET, "value: \"14\"", "value: \"23\""),
    ] {
        if server.read(file).contains(from) {
            server.edit(file, from, to);
        }
    }
}

/// Nothing but the ruling on the contradiction goes.
fn without_rulings(server: &Server) {
    let text = server.read(SHEET);
    if let Some(at) = text.find("rulings:") {
        server.write(SHEET, &text[..at]);
    }
}

#[test]
fn a_page_is_loaded_again_when_its_own_bytes_change_and_no_other_is() {
    let server = Server::of_sample(&[]);
    let mut event = server.listen("/events/pier-9-fire.html");
    let mut about = server.listen("/about.html");
    about.await_state(|_| true);
    server.edit(SHEET, "People hurt", "People who were hurt");
    event.await_event("reload");
    assert!(server.get("/events/pier-9-fire.html").text().contains("People who were hurt"));
    let (_, others) = about.await_state(|state| state["edit"].as_u64() > Some(1));
    assert_eq!(others, Vec::<String>::new(), "the page about the edition says nothing of the fact");
}

#[test]
fn a_colour_changes_without_loading_the_page_again() {
    let server = Server::of_sample(&[]);
    let mut event = server.listen("/");
    event.await_state(|_| true);
    server.write("themes/default/static/assets/variorum.css", ":root { --ink: #123456 }");
    let styles = event.await_event("styles");
    assert!(styles.starts_with("assets/variorum-"), "{styles}");
    assert!(server.get(&format!("/{styles}")).text().contains("#123456"));
    assert!(server.get("/").text().contains(&styles), "whoever loads the page gets the new one");
}

#[test]
fn what_an_edit_did_to_the_findings_is_said() {
    let server = Server::of_sample(&[]);
    without_rulings(&server);
    let mut event = server.listen("/");
    event.await_state(|state| state["errors"].as_array().is_some_and(Vec::is_empty));
    agree(&server);
    let gone = |state: &serde_json::Value| {
        let lines = state["change"].as_array().cloned().unwrap_or_default();
        lines
            .iter()
            .any(|line| line["text"].as_str().is_some_and(|text| text.contains("was contradiction (")))
    };
    let (state, _) = event.await_state(gone);
    assert!(state["change"].to_string().contains("pier-9-fire/people-hurt"), "{}", state["change"]);
    server.await_said("was contradiction (");
}

#[test]
fn a_page_that_is_gone_says_so_and_leads_to_the_nearest() {
    let server = Server::of_sample(&[]);
    server.write("content/pages/visit.md", "---\ntitle: Visit\n---\n\nCome in.\n");
    server.await_said("content/pages/visit.md");
    let mut event = server.listen("/visit.html");
    event.await_state(|_| true);
    fs_err::rename(
        server.project.join("content/pages/visit.md"),
        server.project.join("content/pages/visits.md"),
    )
    .unwrap();
    assert_eq!(event.await_event("gone"), "visits.html");
}

#[test]
fn many_readers_see_one_edition_or_the_other_and_no_error() {
    let server = Server::of_sample(&[]);
    let pages = |server: &Server| server.get("/events/pier-9-fire.html").text();
    let before = pages(&server);
    server.edit(SHEET, "People hurt", "People harmed");
    server.await_said("content/events/pier-9-fire.yaml: ");
    let after = pages(&server);
    assert_ne!(before, after);
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let readers: Vec<_> = (0..100)
            .map(|_| {
                scope.spawn(|| {
                    let mut n = 0;
                    while !is_over.load(Ordering::Relaxed) || n == 0 {
                        let answer = server.get("/events/pier-9-fire.html");
                        assert_eq!(answer.status, 200);
                        let text = answer.text();
                        assert!(text == before || text == after, "a page of neither edition");
                        n += 1;
                    }
                })
            })
            .collect();
        for i in 0..40 {
            let (from, to) =
                if i % 2 == 0 { ("People harmed", "People hurt") } else { ("People hurt", "People harmed") };
            server.edit(SHEET, from, to);
            std::thread::sleep(Duration::from_millis(50));
        }
        is_over.store(true, Ordering::Relaxed);
        readers.into_iter().for_each(|reader| reader.join().unwrap());
    });
}
