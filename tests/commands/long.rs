//! What a long run tells of itself: a line on a terminal, and the time of each stage.

use serde_json::Value;

use super::{Project, said};

/// Articles of so many words that the program has more to do than half a second.
fn large() -> Project {
    let project = Project::new();
    project.write("variorum.yaml", &format!("{}base_url: https://example.org/\n", super::SETTINGS));
    let words = "Nothing more was known of it in the evening, said the officials of the town. ".repeat(400);
    for i in 0..100 {
        let article = super::ARTICLE.replace("Police held", &format!("{words}\n\nPolice held"));
        project.write(&format!("content/articles/herald-{i}.md"), &article);
    }
    project
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_is_told_what_a_long_run_does_until_it_is_done() {
    let project = large();
    let of_project = |args: &[&'static str], environment: &[(&str, &str)]| {
        let args: Vec<&str> = ["--project", project.path().as_str()].iter().chain(args).copied().collect();
        let (said, is_fine) = super::said_to_a_terminal(&args, environment);
        assert!(is_fine, "{said}");
        said
    };
    let said = of_project(&["build"], &[]);
    let (line, rest) = said.split_once("site: ").expect("it says what was written");
    assert!(line.contains(" s"), "{line:?}");
    let told = ["reading", "parsing", "checking", "rendering pages: ", "drawing", "publishing", "comparing"];
    assert!(told.iter().any(|words| line.contains(words)), "{line:?}");
    // The last thing that is done to the line is to clear it.
    let behind = line.rsplit("\x1b[2K").next().filter(|_| line.contains("\x1b[2K")).unwrap_or(line);
    assert!(!behind.contains(" s"), "{said:?}");
    assert!(!rest.contains('\x1b'), "{rest:?}");
    for (args, environment) in [(&["build", "--quiet"][..], &[][..]), (&["build"], &[("TERM", "dumb")])] {
        let said = of_project(args, environment);
        assert!(!said.contains('\x1b') && !said.contains("rendering"), "{said:?}");
    }
}

#[test]
fn nobody_is_told_of_a_long_run_where_output_is_redirected() {
    let output = large().run(&["build"]);
    let said = said(&output);
    assert_eq!((said.lines().count(), said.contains('\x1b')), (1, false), "{said}");
}

#[test]
fn timings_tell_of_every_stage_in_words_or_as_json() {
    let project = Project::new();
    let stages = [
        "load", "parse", "resolve", "settle", "compare", "check", "plan", "data", "pages", "charts",
        "search", "verify", "publish",
    ];
    let output = project.run(&["build", "--timings"]);
    assert!(output.status.success() && output.stdout.is_empty());
    let text = said(&output);
    for stage in stages {
        let row = text.lines().find(|line| line.split_whitespace().next() == Some(stage));
        let row: Vec<&str> = row.unwrap_or_else(|| panic!("{stage}: {text}")).split_whitespace().collect();
        assert!(row[1].parse::<f64>().is_ok(), "{row:?}");
    }
    // Where nothing changed since, nothing is done but reading.
    let output = project.run(&["build", "--timings"]);
    assert!(said(&output).contains("load") && !said(&output).contains("publish"), "{}", said(&output));
    project.write("content/static/new.txt", "new");
    let output = project.run(&["build", "--timings=json", "--quiet"]);
    assert!(output.stderr.is_empty(), "{}", said(&output));
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let told: Vec<&str> =
        json["stages"].as_array().unwrap().iter().map(|row| row["stage"].as_str().unwrap()).collect();
    assert!(stages.iter().all(|stage| told.contains(stage)), "{told:?}");
    let of =
        |stage: &str| json["stages"].as_array().unwrap().iter().find(|row| row["stage"] == stage).unwrap();
    assert_eq!(of("load")["files"], 4);
    let n_files = project.site().len() - 1;
    assert_eq!(of("publish")["files"], n_files, "the manifest is counted apart");
    let n_pages = project.site().iter().filter(|(path, _)| path.as_str().ends_with(".html")).count();
    assert_eq!(of("pages")["files"], n_pages);
}

#[test]
fn two_documents_for_programs_are_not_written_to_one_output() {
    let project = Project::new();
    for format in ["json", "sarif", "github"] {
        let output = project.run(&["build", "--timings=json", "--format", format]);
        assert_eq!(output.status.code(), Some(3), "{format}");
        assert!(output.stdout.is_empty() && said(&output).contains("--timings=text"), "{format}");
    }
    let output = project.run(&["check", "--timings", "--format", "json"]);
    assert!(output.status.success() && said(&output).contains("seconds"));
}
