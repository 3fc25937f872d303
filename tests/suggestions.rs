//! What a message tells its reader to write is right: it is written in the place that the message marks, and then the
//! fault is gone and no other has come.

mod project;

use std::process::{Command, Output};

use camino::{Utf8Path, Utf8PathBuf};
use project::{Project, case_names, cases};
use variorum::diag::{Diagnostic, Level};
use variorum::digest::Digest;
use variorum::pipeline::{self, Options};
use variorum::source::{self, Loaded, Sources};

/// What a help has before words to be written as they stand.
const WORDS_FOLLOW: [&str; 3] = ["did you mean `", "write `", "or write `"];

/// Words of a help that stand for something, or for a place elsewhere.
const NO_WORDS: [&str; 6] = ["…", "<sheet>", "<id>", "(address)", "[words]", "lines, indented"];

/// A fault with what its help says to write.
struct Advice {
    fault: Diagnostic,
    words: String,
}

fn advice(faults: &[Diagnostic]) -> Vec<Advice> {
    let mut all = Vec::new();
    for fault in faults.iter().filter(|fault| fault.span.is_some()) {
        let Some(help) = &fault.help else { continue };
        for opening in WORDS_FOLLOW {
            for (at, _) in help.match_indices(opening) {
                let rest = &help[at + opening.len()..];
                let words = rest.split('`').next().unwrap_or_default();
                let is_choice =
                    rest[words.len()..].starts_with("`, `") || rest[words.len()..].starts_with("` or `");
                if !words.is_empty() && !is_choice && !NO_WORDS.iter().any(|no| words.contains(no)) {
                    all.push(Advice { fault: fault.clone(), words: words.to_owned() });
                }
            }
        }
    }
    all
}

/// The text of a file with the words in the place of what the fault marks, in each way that a reader may take it.
fn ways(text: &str, advice: &Advice) -> Vec<String> {
    let span = advice.fault.span.unwrap();
    let (start, end) = (span.start as usize, (span.end as usize).min(text.len()));
    let (marked, words) = (&text[start..end], advice.words.as_str());
    let with = |from: usize, to: usize, words: &str| format!("{}{words}{}", &text[..from], &text[to..]);
    let mut ways = vec![with(start, end, words)];
    // A word that the message names, in what is marked or on its line.
    let line_end = text[end..].find('\n').map_or(text.len(), |i| end + i);
    let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
    for named in advice.fault.message.split('`').skip(1).step_by(2).filter(|named| !named.is_empty()) {
        for (from, within) in [(start, marked), (line_start, &text[line_start..line_end])] {
            ways.extend(within.find(named).map(|at| with(from + at, from + at + named.len(), words)));
        }
    }
    // The address of a link, its anchor, or the value of a field.
    for (open, close) in [("](", ")"), ("#", ")"), ("\"", "\""), (": ", "\n"), (": ", ","), (": ", "}")] {
        let Some(at) = marked.find(open).map(|at| start + at + if open == "#" { 0 } else { open.len() })
        else {
            continue;
        };
        if let Some(length) = text[at..].find(close) {
            ways.push(with(at, at + length, words));
            ways.push(with(at, at + length, &format!("\"{words}\"")));
        }
    }
    // A field of the claim, where the words are a field.
    let fields = words.split_once(": ").map(|(key, _)| (key.to_owned(), words.to_owned()));
    let named = advice.fault.message.split('`').skip(1).step_by(2);
    let named = named.map(|key| (key.to_owned(), format!("{key}: {words}")));
    for (key, field) in fields.into_iter().chain(named) {
        let Some(at) = text[line_start..].find(&format!("{key}: ")).map(|at| line_start + at) else {
            continue;
        };
        let value = at + key.len() + 2;
        let closing = if text[value..].starts_with('[') { "]" } else { "" };
        let bracket = text[value..].find(closing).map_or(value, |i| value + i + closing.len());
        let length = text[bracket..].find([',', '}', '\n']).unwrap_or(text.len() - bracket);
        ways.push(with(at, bracket + length, &field));
    }
    // Where the message asks for empty lines.
    ways.push(with(start, end, &format!("\n\n{words}\n\n")));
    let indent = text[line_start..].len() - text[line_start..].trim_start_matches([' ', '-']).len();
    ways.push(with(line_start + indent, line_end, words));
    ways.push(with(end, end, &format!(", {words}")));
    ways.push(with(start, end, &format!("\"{words}\"")));
    ways.push(with(start, start, &format!("{words}, ")));
    ways.push(with(
        line_start,
        line_start,
        &format!("{}{words}\n", &text[line_start..line_start + indent].replace('-', " ")),
    ));
    ways
}

fn n_errors(faults: &[Diagnostic]) -> usize {
    faults.iter().filter(|fault| fault.level == Level::Error).count()
}

/// A fault as it is known after its file has changed.
type Known = (String, String, String);

fn known(fault: &Diagnostic, sources: &Sources) -> Known {
    let file = fault.span.map_or_else(String::new, |span| sources.file(span.file).path.to_string());
    (file, fault.code.to_string(), fault.message.clone())
}

fn faults(loaded: &Loaded, is_whole: bool) -> Vec<Diagnostic> {
    if is_whole {
        return pipeline::build(loaded, &Options::default()).diagnostics;
    }
    pipeline::judge(loaded, &Options::default()).1
}

/// The advice of a project that helps in no way, a line each.
fn wrong(name: &str, project: &Project) -> Vec<String> {
    let loaded = source::load(&project.root).unwrap();
    let built = faults(&loaded, true);
    let judged = faults(&loaded, false);
    let mut wrong = Vec::new();
    for advice in advice(&built) {
        let is_whole = !judged.contains(&advice.fault);
        let before = if is_whole { &built } else { &judged };
        let count = |faults: &[Diagnostic], sources: &Sources, one: &Known| {
            faults.iter().filter(|fault| known(fault, sources) == *one).count()
        };
        let own = known(&advice.fault, &loaded.sources);
        let n_before = count(before, &loaded.sources, &own);
        let file = loaded.sources.file(advice.fault.span.unwrap().file);
        let helps = ways(&file.text, &advice).into_iter().any(|text| {
            project.write(file.path.as_str(), text.as_bytes());
            let after_loading = source::load(&project.root).unwrap();
            let after = faults(&after_loading, is_whole);
            // A field that is read again may hold a fault of its own.
            count(&after, &after_loading.sources, &own) < n_before && n_errors(&after) <= n_errors(before)
        });
        project.write(file.path.as_str(), file.text.as_bytes());
        if !helps {
            wrong.push(format!("{name}: {}: {} ({})", advice.fault.code, advice.words, advice.fault.message));
        }
    }
    wrong
}

/// Advice that takes more than one place, each with what else it takes.
const ELSEWHERE: [(&str, &str); 4] = [
    ("pictures: picture-unusable: ![the map]", "the picture is put into content/static/ as well"),
    ("template-unused: template-invalid: ", "the file gets another name"),
    ("prose-links: picture-unusable: ![a picture]", "as above"),
    ("quote-in-an-address: picture-unusable: ", "as above"),
];

#[track_caller]
fn check(wrong: Vec<String>) {
    let is_elsewhere = |line: &String| ELSEWHERE.iter().any(|(start, _)| line.starts_with(start));
    let wrong: Vec<String> = wrong.into_iter().filter(|line| !is_elsewhere(line)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_a_message_says_to_write_helps() {
    check(case_names().iter().flat_map(|name| wrong(name, &Project::of(name))).collect());
}

#[test]
fn what_is_said_of_a_single_slip_to_write_helps() {
    let mut found = Vec::new();
    for line in include_str!("slips.txt").lines() {
        let fields: Vec<&str> = line.splitn(5, " | ").collect();
        let [name, file, words, typed, _] = fields.as_slice() else { continue };
        let text = |field: &str| field.replace("\\n", "\n").replace("\\t", "\t").replace("\\_", "\u{a0}");
        let project = Project::over(&[]);
        let sound = fs_err::read_to_string(project.root.join(file)).unwrap();
        project.write(file, sound.replacen(&text(words), &text(typed), 1).as_bytes());
        found.extend(wrong(name, &project));
    }
    check(found);
}

/// The program run in a project, as a message says to; `DIR` is the folder of captures.
fn run(project: &Project, command: &str, captures: &Utf8Path) -> Output {
    let words =
        command.split_whitespace().skip(1).map(|word| if word == "DIR" { captures.as_str() } else { word });
    Command::new(env!("CARGO_BIN_EXE_variorum")).args(words).current_dir(&project.root).output().unwrap()
}

fn shown(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat()
}

/// The commands that words name, each in backticks.
fn commands(words: &str) -> Vec<&str> {
    words.split('`').skip(1).step_by(2).filter(|command| command.starts_with("variorum ")).collect()
}

/// The quotes of Charlie Times, of which the desk keeps a capture and publishes its own words.
fn with_captures() -> (Project, Utf8PathBuf) {
    const CAPTURE: &str = "Soldiers arrested 1,300 people in the compound.\n";
    let digest = Digest::of(CAPTURE.as_bytes());
    let article = format!(
        "---\ntitle: Soldiers in the compound\noutlet: Charlie Times\npublished: \"2025-07-18\"\nlanguage: en\nkind: report\n\
         text: digest\ncapture: {{file: charlie.txt, sha256: {digest}}}\n---\nOurs.\n"
    );
    let sheet = include_str!("faults/sound/content/events/raid.yaml");
    let claim = "quote: \"over 1,500 suspects were arrested\"}\n";
    let more = "      - {source: charlie, value: \"1,300\", quote: \"arrested 1,300 people\"}\n";
    let sheet = sheet.replace(claim, &format!("{claim}{more}"));
    let sheet = sheet.replace("sources:\n", "sources:\n  charlie: {}\n");
    let files = [("content/articles/charlie.md", article), ("content/events/raid.yaml", sheet)];
    let project = Project::over(&files.each_ref().map(|(path, text)| (*path, text.as_bytes())));
    let captures = project.root.with_file_name("captures");
    fs_err::create_dir(&captures).unwrap();
    fs_err::write(captures.join("charlie.txt"), CAPTURE).unwrap();
    (project, captures)
}

#[test]
fn what_a_message_says_to_run_helps() {
    let mut ran = 0;
    let names_a_command = |name: &String| {
        fs_err::read_to_string(cases().join(name).join("expected.txt")).unwrap().contains("`variorum ")
    };
    for name in case_names().into_iter().filter(names_a_command) {
        let loaded = source::load(&Project::of(&name).root).unwrap();
        for fault in faults(&loaded, true) {
            for command in commands(fault.help.as_deref().unwrap_or_default()) {
                let project = Project::of(&name);
                if fault.help.as_ref().is_some_and(|help| help.contains("delete the file")) {
                    let path = &loaded.sources.file(fault.span.unwrap().file).path;
                    fs_err::remove_file(project.root.join(path)).unwrap();
                }
                let output = run(&project, command, &project.root);
                assert!(
                    output.status.code().is_some_and(|code| code < 2),
                    "{name}: {command}: {}",
                    shown(&output)
                );
                ran += 1;
                if command.contains(" explain ") {
                    assert!(!output.stdout.is_empty(), "{name}: {command}");
                    continue;
                }
                let after = source::load(&project.root).unwrap();
                let is_gone = !faults(&after, true)
                    .iter()
                    .any(|left| known(left, &after.sources) == known(&fault, &loaded.sources));
                assert!(is_gone, "{name}: {command} leaves {}", fault.message);
            }
        }
    }
    assert!(ran > 8, "{ran} commands");
}

#[test]
fn quotes_that_nobody_has_verified_are_after_the_command_that_is_named() {
    let (project, captures) = with_captures();
    let unverified = |project: &Project| {
        let loaded = source::load(&project.root).unwrap();
        let all = faults(&loaded, true);
        all.into_iter().filter(|fault| fault.code.as_str() == "quote-unverified").collect::<Vec<_>>()
    };
    let before = unverified(&project);
    let help = before.first().and_then(|fault| fault.help.clone()).unwrap();
    let [command] = commands(&help)[..] else { panic!("{help}") };
    let output = run(&project, command, &captures);
    assert_eq!(output.status.code(), Some(0), "{}", shown(&output));
    assert_eq!(unverified(&project), []);
}

#[test]
fn what_doctor_says_to_run_leaves_it_nothing_to_say_of_that() {
    let (project, captures) = with_captures();
    let told = |project: &Project| shown(&run(project, "variorum doctor", &captures));
    let before = told(&project);
    let named = commands(&before);
    assert!(named.contains(&"variorum schema") && named.len() > 1, "{before}");
    for command in named {
        let output = run(&project, command, &captures);
        assert_eq!(output.status.code(), Some(0), "{command}: {}", shown(&output));
    }
    assert_eq!(commands(&told(&project)), Vec::<&str>::new());
}

#[test]
fn a_folder_without_a_project_gets_one_by_the_command_that_is_named() {
    for stranger in [None, Some("_config.yml")] {
        let project = Project::over(&[]);
        fs_err::remove_dir_all(&project.root).unwrap();
        fs_err::create_dir(&project.root).unwrap();
        if let Some(stranger) = stranger {
            fs_err::write(project.root.join(stranger), "title: A blog\n").unwrap();
        }
        let told = shown(&run(&project, "variorum check", &project.root));
        let named = commands(&told).into_iter().find(|command| command.contains(" new "));
        let command = named.unwrap_or_else(|| panic!("{told}"));
        // The folder is not empty where another generator has its settings, so the project gets one of its own.
        let output = run(&project, &format!("{command} desk"), &project.root);
        assert_eq!(output.status.code(), Some(0), "{command}: {}", shown(&output));
        let checked = run(&project, "variorum --project desk check", &project.root);
        assert_eq!(checked.status.code(), Some(0), "{}", shown(&checked));
    }
}
