//! A run that is asked to stop, or that meets a limit, leaves an edition whole and nothing beside it.

use std::process::{Command, Stdio};
use std::time::Duration;

use super::desk::{Desk, code, ends_in_time, output_in_time, said};

#[test]
fn asked_to_stop_the_program_ends_as_the_signal_asks() {
    let desk = Desk::built();
    for (round, (signal, expected)) in
        [("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)].iter().cycle().take(32).enumerate()
    {
        desk.answer(&round.to_string());
        let mut command = desk.command(&["build"]);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(4 + 9 * round as u64));
        let id = child.id().to_string();
        drop(Command::new("kill").args([&format!("-{signal}"), &id]).status());
        let output = ends_in_time(child);
        // It may have ended before the signal came.
        assert!([*expected, 0].contains(&code(&output)), "{signal}: {} {}", code(&output), said(&output));
        // A signal that comes before the program watches ends it at once, and nothing is begun by then.
        assert_eq!(desk.in_project(), ["content", "site", "variorum.yaml"], "round {round}");
        assert!(desk.text("p/site/index.html").ends_with("</html>\n"));
    }
}

#[test]
fn a_signal_that_the_caller_ignores_is_ignored() {
    let desk = Desk::built();
    desk.answer("21");
    // The first signal comes before the program watches for any.
    let script = "trap '' HUP; kill -HUP $$; \"$0\" --project \"$1\" build & P=$!; \
        for i in 1 2 3 4 5 6 7 8; do sleep 0.02; kill -HUP $P 2>/dev/null; done; wait $P";
    let mut command = Command::new("sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_variorum"), desk.path("p").as_str()]);
    let output = output_in_time(command);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(desk.text("p/site/events/raid.html").contains("Raid 21"));
}

#[test]
fn a_reader_that_goes_away_stops_no_build() {
    let desk = Desk::built();
    desk.answer("21");
    let script = "{ \"$0\" --project \"$1\" build --format json 2>&1; echo $? >\"$2\"; } | true; sleep 1";
    let mut command = Command::new("sh");
    let (program, project, status) = (env!("CARGO_BIN_EXE_variorum"), desk.path("p"), desk.path("status"));
    command.args(["-c", script, program, project.as_str(), status.as_str()]);
    assert_eq!(code(&output_in_time(command)), 0);
    assert_eq!(desk.text("status"), "0\n");
    assert!(desk.text("p/site/events/raid.html").contains("Raid 21"));
    assert_eq!(desk.in_project(), ["content", "site", "variorum.yaml"]);
}

#[test]
fn a_limit_of_file_sizes_is_an_error_and_leaves_the_old_edition() {
    let desk = Desk::built();
    let before = desk.files("p/site");
    desk.answer("21");
    let mut command = Command::new("sh");
    let script = "ulimit -f 2; exec \"$0\" --project \"$1\" build";
    command.args(["-c", script, env!("CARGO_BIN_EXE_variorum"), desk.path("p").as_str()]);
    let output = output_in_time(command);
    assert_eq!(code(&output), 2, "{}", said(&output));
    assert!(said(&output).contains("is as it was"), "{}", said(&output));
    assert_eq!(desk.files("p/site"), before);
    assert_eq!(desk.in_project(), ["content", "site", "variorum.yaml"]);
}

#[test]
fn an_older_build_never_follows_a_newer_one() {
    let desk = Desk::built();
    for round in 0..6 {
        desk.answer(&format!("{round}-old"));
        let first = desk.command(&["build"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(10 * round));
        desk.answer(&format!("{round}-new"));
        let second = desk.run(&["build"]);
        assert_eq!(code(&second), 0, "{}", said(&second));
        assert_eq!(code(&ends_in_time(first)), 0);
        assert!(desk.text("p/site/events/raid.html").contains(&format!("Raid {round}-new")));
    }
}

#[test]
fn an_edition_that_turns_out_to_be_faulty_when_it_is_made_leaves_nothing() {
    let desk = Desk::built();
    let before = desk.files("p/site");
    desk.answer("21");
    desk.put("p/content/pages/about.md", "---\ntitle: About\n---\nRead [this](events/gone.html).\n");
    for how in ["exchange", "in-place"] {
        let output = desk.run(&["build", "--publish", how]);
        assert_eq!(code(&output), 1, "{}", said(&output));
        assert!(said(&output).contains("events/gone.html"), "{}", said(&output));
        assert_eq!(desk.files("p/site"), before, "{how}");
        assert_eq!(desk.in_project(), ["content", "site", "variorum.yaml"], "{how}");
    }
    let first = desk.run(&["build", "--output", desk.path("deep/er/site").as_str()]);
    assert_eq!(code(&first), 1, "{}", said(&first));
    assert!(!desk.path("deep").exists(), "folders on the way are taken away again");
}
