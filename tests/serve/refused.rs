//! What no client gets, and what no client can do to others.

use std::io::Write as _;

use super::server::{Server, variorum};

#[test]
fn strangers_names_for_this_machine_are_refused() {
    let server = Server::of_sample(&[]);
    for (host, status) in [
        ("Host: evil.example", 403),
        ("Host: localhost.evil.example:4000", 403),
        ("Host:", 403),
        ("Host: localhost:1", 200),
        ("Host: [::1]:4000", 200),
    ] {
        assert_eq!(server.ask("GET", "/", &[host]).status, status, "{host}");
    }
}

#[test]
fn nothing_outside_the_edition_is_sent() {
    let server = Server::of_sample(&[]);
    for path in [
        "/../variorum.yaml",
        "/%2e%2e/variorum.yaml",
        "/events/..%2f..%2fvariorum.yaml",
        "/variorum.yaml",
        "/content/briefing.md",
        "//etc/passwd",
        "/assets/",
        "/charts/",
        "/.variorum/",
        "/.variorum/../variorum.yaml",
        "/%5c..%5cvariorum.yaml",
        "/.git/config",
    ] {
        let answer = server.get(path);
        assert!([400, 404].contains(&answer.status), "{path}: {}", answer.status);
        assert!(!answer.text().contains("base_url:"), "{path}");
    }
}

#[test]
fn other_methods_are_refused() {
    let server = Server::of_sample(&[]);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
        let answer = server.ask(method, "/", &["Content-Length: 0"]);
        assert_eq!(answer.status, 405, "{method}");
        assert!(answer.head.contains("allow: get, head"), "{method}: {}", answer.head);
    }
}

#[test]
fn clients_that_send_nothing_do_not_keep_others_waiting() {
    let server = Server::of_sample(&[]);
    let mut idle: Vec<_> = (0..400).map(|_| server.connect()).collect();
    for socket in &mut idle {
        socket.write_all(b"GET / HT").unwrap();
    }
    assert_eq!(server.get("/").status, 200);
    drop(idle);
    let mut large = server.connect();
    let _ = large.write_all(format!("GET / HTTP/1.1\r\nX: {}\r\n", "x".repeat(100_000)).as_bytes());
    assert_eq!(server.get("/").status, 200);
}

#[test]
fn a_taken_port_is_said_with_a_way_on() {
    let server = Server::of_sample(&[]);
    let port = server.address.rsplit_once(':').unwrap().1;
    let second =
        variorum().args(["--project", server.project.as_str(), "serve", "--port", port]).output().unwrap();
    assert_eq!(second.status.code(), Some(3));
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(said.contains("another `variorum serve`") && said.contains("--port 0"), "{said}");
}

#[test]
fn a_command_for_an_editor_that_names_no_file_is_refused() {
    let server = Server::of_sample(&[]);
    let refused = variorum()
        .args(["--project", server.project.as_str(), "serve", "--port", "0", "--editor", "code"])
        .output()
        .unwrap();
    assert_eq!(refused.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("{file}"));
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_and_leaves_nothing_behind() {
    use std::os::unix::process::ExitStatusExt as _;
    let server = Server::of_sample(&[]);
    server.get("/");
    let project = server.project.clone();
    let before = super::server::files(&project);
    let _open = server.listen("/");
    let after = super::server::files(&project);
    assert_eq!(server.interrupt().signal(), Some(2));
    assert_eq!(before, after);
}
