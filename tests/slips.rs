//! Single slips as newcomers make them, one a line of tests/slips.txt: what is written in place of what, and the code and place
//! that are told. `VARIORUM_BLESS=1 cargo test --test slips` rewrites what is told; read the difference.

#[expect(dead_code, reason = "a folder that other tests share")]
mod project;

use project::Project;
use variorum::diag::Diagnostic;
use variorum::pipeline::{self, Options};
use variorum::source;

/// A line of the table: a name, a file of the sound project, words of it, what is typed for them, and what is told.
struct Slip<'a> {
    name: &'a str,
    file: &'a str,
    words: String,
    typed: String,
}

const SEPARATOR: &str = " | ";

fn read(line: &str) -> Option<(Slip<'_>, &str)> {
    let fields: Vec<&str> = line.splitn(5, SEPARATOR).collect();
    let [name, file, words, typed, told] = fields.as_slice() else { return None };
    let text = |field: &str| field.replace("\\n", "\n").replace("\\t", "\t").replace("\\_", "\u{a0}");
    Some((Slip { name, file, words: text(words), typed: text(typed) }, told))
}

/// The faults of the sound project with one slip, as `code line:column` each, and what is wrong with their words.
fn told(slip: &Slip<'_>) -> (String, Vec<String>) {
    let project = Project::over(&[]);
    let path = project.root.join(slip.file);
    let text = fs_err::read_to_string(&path).unwrap();
    let mut wrong = Vec::new();
    if !text.contains(&slip.words) {
        wrong.push(format!("{}: `{}` is not in the file", slip.name, slip.words));
    }
    project.write(slip.file, text.replacen(&slip.words, &slip.typed, 1).as_bytes());
    let loaded = source::load(&project.root).unwrap();
    let built = pipeline::build(&loaded, &Options::default());
    let place = |fault: &Diagnostic| {
        let Some(span) = fault.span else { return format!("{} nowhere", fault.code) };
        let place = loaded.sources.place(span);
        let file = &loaded.sources.file(span.file).path;
        let file = if *file == slip.file { String::new() } else { format!("{file}:") };
        format!("{} {file}{}:{}", fault.code, place.line, place.column)
    };
    let told: Vec<String> = built.diagnostics.iter().map(place).collect();
    if told.is_empty() {
        wrong.push(format!("nothing is told of: {}", slip.name));
    }
    for fault in &built.diagnostics {
        const JARGON: [&str; 4] = ["did not find", "scalar", "token", "mapping values"];
        if fault.help.is_none() || JARGON.iter().any(|word| fault.message.contains(word)) {
            wrong.push(format!("{}: `{}`", slip.name, fault.message));
        }
    }
    (told.join(", "), wrong)
}

#[expect(clippy::disallowed_methods, reason = "the person who runs the test asks in this way")]
fn blessing() -> bool {
    std::env::var_os("VARIORUM_BLESS").is_some()
}

#[test]
fn no_slip_is_silent() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/slips.txt");
    let table = fs_err::read_to_string(path).unwrap();
    let (mut found, mut wrong) = (String::new(), Vec::new());
    for line in table.lines() {
        let Some((slip, _)) = read(line) else {
            found.push_str(&format!("{line}\n"));
            continue;
        };
        let (told, faults) = told(&slip);
        wrong.extend(faults);
        let head: Vec<&str> = line.splitn(5, SEPARATOR).take(4).collect();
        found.push_str(&format!("{}{SEPARATOR}{told}\n", head.join(SEPARATOR)));
    }
    if blessing() {
        fs_err::write(path, &found).unwrap();
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(found, fs_err::read_to_string(path).unwrap());
}
