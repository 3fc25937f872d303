//! A run that is asked to stop, or that meets a limit, leaves an edition whole and nothing beside it.

use std::process::{Command, Stdio};
use std::time::Duration;

use super::desk::{Desk, code, ends_in_time, output_in_time, said};

#[test]
fn asked_to_stop_the_program_ends_as_the_signal_asks() {
    let desk = Desk::built();
    for (round, (signal, expected)) in [("TERM", 143), ("INT", 130)].iter().cycle().take(24).enumerate() {
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
        assert_eq!(desk.names("p"), ["content", "site", "variorum.yaml"], "round {round}");
        assert!(desk.text("p/site/index.html").ends_with("</html>\n"));
    }
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
    assert_eq!(desk.names("p"), ["content", "site", "variorum.yaml"]);
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
