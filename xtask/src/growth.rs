//! What a project costs when one thing in it is doubled, no more than a little over twice the
//! instructions, and what a whole build costs of four times the events; entry point [`check`].
//!
//! Instructions are counted by valgrind, which gives the same number on a busy machine as on an idle
//! one. What the program does for any project is counted apart and taken off.

mod pairs;

use crate::bench::corpus;
use crate::command::{command, output, run};
use crate::tools;
use anyhow::{Context as _, Result, bail};
use std::fs;
use std::path::Path;

/// The growth that is allowed where the input is doubled, in hundredths.
const GROWTH_MAX: u64 = 220;

/// Events of the made-up corpus that are built, and the growth that is allowed between them, in hundredths.
const EVENTS: [usize; 2] = [60, 240];
const GROWTH_OF_BUILD_MAX: u64 = 420;

/// One way to make a project large: its name, how many of the thing, and the files that hold them.
struct Kind {
    name: &'static str,
    n: usize,
    files: fn(usize) -> Files,
}

/// Files of a project: their paths and texts.
type Files = Vec<(String, String)>;

const KINDS: &[Kind] = &[
    Kind { name: "fields that no format knows", n: 1_000, files: unknown_fields },
    Kind { name: "claims in a fact", n: 300, files: claims },
    Kind { name: "days of a running total", n: 800, files: days },
    Kind { name: "sources that answer one fact", n: 100, files: sources },
    Kind { name: "facts in a sheet", n: 300, files: facts },
    Kind { name: "places one in another", n: 400, files: places },
    Kind { name: "articles that rest one on another", n: 100, files: chain },
    Kind { name: "`url(` in a style sheet", n: 20_000, files: |n| asset("x.css", "url(".repeat(n)) },
    Kind {
        name: "`&` in an attribute",
        n: 200_000,
        files: |n| {
            asset("x.html", format!("<!doctype html><title>x</title><a href='{}'>x</a>", "&".repeat(n)))
        },
    },
    Kind {
        name: "tags in a page",
        n: 20_000,
        files: |n| {
            asset("x.html", format!("<!doctype html><title>x</title>{}", "<b onclik a='b'>".repeat(n)))
        },
    },
    Kind { name: "digits of a value", n: 20_000, files: long_value },
    Kind { name: "links in prose", n: 500, files: links },
    Kind { name: "declarations in a style sheet", n: 10_000, files: declarations },
    Kind { name: "attributes of an element", n: 20_000, files: attributes },
    Kind { name: "elements of a picture, one in another", n: 20_000, files: picture },
    Kind { name: "files in static, linked to each other", n: 1_500, files: linked_files },
    Kind { name: "turns of a loop in a template", n: 20_000, files: template_turns },
    Kind { name: "tags of a template", n: 2_000, files: template_tags },
    Kind { name: "templates that include each other, one behind the other", n: 10, files: template_chain },
];

/// Doubles each kind of input and compares what it costs.
pub fn check(root: &Path) -> Result<()> {
    tools::install_valgrind(root)?;
    run(command(root, "cargo", &["build", "--release", "--locked", "--quiet"]))?;
    let binary = root.join("target/release/variorum");
    let folder = root.join("target/growth");
    let base = cost(root, &binary, &folder, &[])?;
    let mut slow = Vec::new();
    for kind in KINDS.iter().chain(pairs::KINDS) {
        let once = cost(root, &binary, &folder, &(kind.files)(kind.n))?.saturating_sub(base);
        let twice = cost(root, &binary, &folder, &(kind.files)(2 * kind.n))?.saturating_sub(base);
        let growth = growth(once, twice);
        println!("{:>5}.{:02} times  {}", growth / 100, growth % 100, kind.name);
        if growth > GROWTH_MAX {
            slow.push(kind.name);
        }
    }
    let [few, many] = EVENTS.map(|n| cost_of_build(root, &binary, &folder, n));
    let growth = growth(few?, many?);
    println!("{:>5}.{:02} times  a build of four times the events", growth / 100, growth % 100);
    if growth > GROWTH_OF_BUILD_MAX {
        slow.push("a build of four times the events");
    }
    if slow.is_empty() { Ok(()) } else { bail!("these cost too much when they grow: {}", slow.join(", ")) }
}

fn growth(once: u64, twice: u64) -> u64 {
    twice.saturating_mul(100) / once.max(1)
}

/// The instructions that a first build of the made-up corpus takes, from reading to publishing.
fn cost_of_build(root: &Path, binary: &Path, folder: &Path, n: usize) -> Result<u64> {
    clear(folder)?;
    corpus::write(folder, n)?;
    let script = counted(binary, folder, "build --quiet >/dev/null");
    output(command(root, "sh", &["-c", &script]))?;
    counted_in(folder)
}

/// The instructions that a check of the sound project takes, with these files added.
fn cost(root: &Path, binary: &Path, folder: &Path, files: &[(String, String)]) -> Result<u64> {
    clear(folder)?;
    copy(&root.join("tests/faults/sound"), folder)?;
    for (path, text) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("make {}", parent.display()))?;
        }
        fs::write(&path, text).with_context(|| format!("write {}", path.display()))?;
    }
    // The project may have faults; what it says of them is not looked at here.
    let script = counted(binary, folder, "check --format short >/dev/null 2>&1 || true");
    output(command(root, "sh", &["-c", &script]))?;
    counted_in(folder)
}

fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("clear {}", folder.display()))?;
    }
    Ok(())
}

/// A command of the program on the project in a folder, as the shell runs it under valgrind.
fn counted(binary: &Path, folder: &Path, command: &str) -> String {
    format!(
        "RAYON_NUM_THREADS=1 valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null \
         --log-file='{}' '{}' --project '{}' {command}",
        folder.with_extension("log").display(),
        binary.display(),
        folder.display()
    )
}

/// What the last counted command took.
fn counted_in(folder: &Path) -> Result<u64> {
    let log = folder.with_extension("log");
    let text = fs::read_to_string(&log).with_context(|| format!("read {}", log.display()))?;
    instructions(&text).with_context(|| format!("valgrind counted nothing: {text}"))
}

/// The figure behind `I refs:`.
fn instructions(log: &str) -> Option<u64> {
    let (_, behind) = log.split_once("I refs:").or_else(|| log.split_once("I   refs:"))?;
    behind.lines().next()?.trim().replace(',', "").parse().ok()
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("make {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("list {}", from.display()))? {
        let entry = entry.with_context(|| format!("list {}", from.display()))?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target).with_context(|| format!("copy to {}", target.display()))?;
        }
    }
    Ok(())
}

fn asset(name: &str, text: String) -> Vec<(String, String)> {
    vec![(format!("content/static/{name}"), text)]
}

fn sheet(facts: &str) -> (String, String) {
    ("content/events/growth.yaml".to_owned(), format!("title: G\nsummary: S.\nfacts:\n{facts}"))
}

const CLAIM: &str = "{source: alpha, value: \"1,208\", quote: \"arrested 1,208 people\"}";

fn article(id: &str, front: &str, text: &str) -> (String, String) {
    let head = format!(
        "title: {id}\noutlet: Outlet {id}\npublished: \"2025-07-15\"\nlanguage: en\nkind: report\ntext: full"
    );
    (format!("content/articles/{id}.md"), format!("---\n{head}\n{front}---\n{text}\n"))
}

fn unknown_fields(n: usize) -> Vec<(String, String)> {
    let fields: String = (0..n).map(|i| format!("    unknown-{i}: x\n")).collect();
    vec![sheet(&format!("  a:\n    kind: count\n    unit: people\n    claims: [{CLAIM}]\n{fields}"))]
}

fn claims(n: usize) -> Vec<(String, String)> {
    let said = |i: usize| format!("In place {i} there were {i} people held");
    let text: String = (1..=n).map(|i| said(i) + ".\n\n").collect();
    let claims: String = (1..=n)
        .map(|i| format!("      - {{source: many, value: \"{i}\", quote: \"{}\"}}\n", said(i)))
        .collect();
    vec![
        article("many", "", &text),
        sheet(&format!("  a:\n    kind: count\n    unit: people\n    claims:\n{claims}")),
    ]
}

fn days(n: usize) -> Vec<(String, String)> {
    let said = |i: usize| format!("By day {i} there were {} people held", 100 + 3 * i);
    let text: String = (0..n).map(|i| said(i) + ".\n\n").collect();
    let claim = |i: usize| {
        let (figure, day) = (100 + 3 * i, days_from(1900, i));
        format!("      - {{source: many, value: \"{figure}\", as_of: \"{day}\", quote: \"{}\"}}\n", said(i))
    };
    let claims: String = (0..n).map(claim).collect();
    let kind = "    kind: count\n    unit: people\n    series: cumulative\n    claims:\n";
    vec![article("many", "", &text), sheet(&format!("  a:\n{kind}{claims}"))]
}

/// A day, so many after the beginning of a year, where each month has 28.
fn days_from(year: usize, i: usize) -> String {
    format!("{:04}-{:02}-{:02}", year + i / 336, 1 + i / 28 % 12, 1 + i % 28)
}

fn sources(n: usize) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> =
        (1..=n).map(|i| article(&format!("m{i}"), "", &format!("There were {i} people held."))).collect();
    let claims: String = (1..=n)
        .map(|i| format!("      - {{source: m{i}, value: \"{i}\", quote: \"There were {i} people held\"}}\n"))
        .collect();
    files.push(sheet(&format!("  a:\n    kind: count\n    unit: people\n    claims:\n{claims}")));
    files
}

fn facts(n: usize) -> Vec<(String, String)> {
    vec![sheet(
        &(0..n)
            .map(|i| format!("  f{i}: {{kind: count, unit: people, claims: [{CLAIM}]}}\n"))
            .collect::<String>(),
    )]
}

fn places(n: usize) -> Vec<(String, String)> {
    let own = "hun-manet: {kind: person, name: Hun Manet}\nhun-sen: {kind: person, name: Hun Sen}\ncambodia: {kind: place, name: Cambodia}\npoipet: {kind: place, name: Poipet, in: cambodia}\nchinese: {kind: group, name: Chinese}\ncambodian: {kind: group, name: Cambodian}\n";
    let within = |i: usize| if i == 0 { String::new() } else { format!(", in: p{}", i - 1) };
    let places: String =
        (0..n).map(|i| format!("p{i}: {{kind: place, name: Place {i}{}}}\n", within(i))).collect();
    vec![("content/entities.yaml".to_owned(), format!("{own}{places}"))]
}

fn chain(n: usize) -> Vec<(String, String)> {
    let rests = |i: usize| if i == 0 { String::new() } else { format!("rests_on: [m{}]\n", i - 1) };
    (0..n).map(|i| article(&format!("m{i}"), &rests(i), "Nothing is counted here.")).collect()
}

fn long_value(n: usize) -> Vec<(String, String)> {
    let claim = format!("{{source: alpha, value: \"{}x\", quote: \"arrested 1,208 people\"}}", "9".repeat(n));
    vec![sheet(&format!("  a: {{kind: count, unit: people, claims: [{claim}]}}\n"))]
}

fn links(n: usize) -> Vec<(String, String)> {
    let links = "See [the raid](events/raid.html).\n\n".repeat(n);
    vec![("content/pages/links.md".to_owned(), format!("---\ntitle: Links\n---\n{links}"))]
}

fn declarations(n: usize) -> Vec<(String, String)> {
    let rule = |i: usize| format!(".a{i} {{ color: red; --b{i}: url(\"x.css\"); /* {i} */ }}\n");
    asset("x.css", (0..n).map(rule).collect())
}

fn attributes(n: usize) -> Vec<(String, String)> {
    let attributes: String = (0..n).map(|i| format!(" data-a{i}='{i}&amp;' id=a{i}")).collect();
    asset("x.html", format!("<!doctype html><title>x</title><a href=x.html{attributes}>x</a>"))
}

fn picture(n: usize) -> Vec<(String, String)> {
    let open: String = (0..n).map(|i| format!("<g id='a{i}'>")).collect();
    let svg = format!("<svg xmlns='http://www.w3.org/2000/svg'>{open}{}</svg>", "</g>".repeat(n));
    asset("x.svg", svg)
}

fn linked_files(n: usize) -> Vec<(String, String)> {
    let page = |i: usize| {
        let text = format!("<!doctype html><title>x</title><a href='{}.html'>x</a>", (i + 1) % n);
        (format!("content/static/pages/{i}.html"), text)
    };
    (0..n).map(page).collect()
}

/// The error page, which is one page however many there are of anything.
fn template(text: String) -> Vec<(String, String)> {
    let settings = "title: A small edition\ndescription: D\nlanguage: en\noverrides: templates\n";
    vec![("variorum.yaml".to_owned(), settings.to_owned()), ("templates/404.html".to_owned(), text)]
}

fn template_tags(n: usize) -> Vec<(String, String)> {
    let tag = |i: usize| {
        format!("{{% set a{i} = \"x\" ~ {i} %}}{{% if a{i} == \"y\" %}}{{{{ a{i} | upper }}}}{{% endif %}}\n")
    };
    template((0..n).map(tag).collect())
}

fn template_turns(n: usize) -> Vec<(String, String)> {
    template(format!("{{% set a = \"x\" %}}{{% for i in range(end={n}) %}}{{{{ a ~ i }}}}{{% endfor %}}"))
}

fn template_chain(n: usize) -> Vec<(String, String)> {
    let mut files = template("{% include \"part0.html\" %}".to_owned());
    let part = |i: usize| {
        let next = if i + 1 < n { format!("{{% include \"part{}.html\" %}}", i + 1) } else { "x".to_owned() };
        (format!("templates/part{i}.html"), next)
    };
    files.extend((0..n).map(part));
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_read_from_what_valgrind_says() {
        assert_eq!(instructions("==1== \n==1== I refs:        1,234,567\n"), Some(1_234_567));
        assert_eq!(instructions("==1== I   refs:      89\n"), Some(89));
        assert_eq!(instructions("nothing"), None);
    }

    #[test]
    fn growth_is_told_in_hundredths() {
        assert_eq!(growth(100, 220), 220);
        assert_eq!(growth(0, 5), 500);
    }
}
