//! Words that some format or other would take for more than words.

use std::collections::BTreeMap;

use serde_json::Value;
use variorum::resolve::Selection;

use super::{Project, texts};

/// Words that some format or other would take for more than words.
const HOSTILE: &str = "=cmd|'/c calc'!A <script>alert(a)</script> <!-- </textarea> <img src=x onerror=alert(d)> \"onmouseover=\"alert(b) </title> --> ]]> {{ n*n }} &amp; \\input{x} javascript:alert(c) \u{2067}\u{2028}";

/// The same as YAML, which takes JSON's texts as they are.
fn hostile() -> String {
    serde_json::to_string(HOSTILE).expect("a text always serializes")
}

fn hostile_project() -> Project {
    let h = hostile();
    // What stands in a source's text is Markdown, in which tags are a fault of their own, and an entity is
    // what readers see of it.
    let said = "=a+a \"onmouseover=\"alert(b) ]]> &amp; javascript:alert(c)";
    let written = said.replace('&', "&amp;");
    let article = format!(
        "---\ntitle: {h}\noutlet: {h}\nauthor: {h}\nurl: \"https://a.example/?a=1&b=%22%3E\"\npublished: \"2026-01-02\"\n\
         language: en\nkind: report\ntext: full\nrests_on: [{h}]\nset_aside: [{{words: \"1+1\", reason: {h}}}]\n---\nThey say {written} and no more.\n"
    );
    let quote = serde_json::to_string(said).expect("a text always serializes");
    let event = format!(
        "title: {h}\ndate: \"2026-01-01\"\ntags: [{h}]\nplaces: [hostile]\nsummary: Nothing is said.\nsources: {{hostile: {{}}, alpha: {{}}, beta: {{}}}}\n\
         facts:\n  said:\n    label: {h}\n    note: {h}\n    kind: text\n    scope: {{population: {h}, basis: {h}, window: {h}, counted_by: {h}}}\n    claims:\n      \
         - {{source: hostile, value: {h}, quote: {quote}, note: {h}}}\n      \
         - {{source: alpha, value: {h}, quote: raided the compound, note: {h}}}\n  \
         counted:\n    label: {h}\n    kind: count\n    unit: {h}\n    claims:\n      \
         - {{source: alpha, value: \"1,208\", quote: \"arrested 1,208 people\"}}\n      \
         - {{source: beta, value: \"over 1,500\", quote: \"over 1,500 suspects\"}}\n  \
         by-town:\n    label: {h}\n    kind: count\n    unit: {h}\n    by: {h}\n    claims:\n      \
         - {{source: alpha, parts: {{hostile: \"1,208\"}}, quote: \"arrested 1,208 people\", via: [hostile]}}\n  \
         held:\n    label: {h}\n    kind: position\n    exclusive: true\n    positions: {{one: {h}, other: {h}}}\n    claims:\n      \
         - {{source: alpha, value: one, quote: raided the compound}}\n      \
         - {{source: beta, value: other, quote: suspects were arrested}}\n  \
         seized:\n    label: {h}\n    kind: set\n    claims:\n      \
         - {{source: hostile, value: [{quote}], quote: {quote}}}\n\
         rulings:\n  - {{fact: counted, status: open, note: {h}, decided: \"2026-02-02\", expect: contradict, would_settle: {h}}}\n"
    );
    let entities = include_str!("../faults/sound/content/entities.yaml");
    let entities = format!(
        "{entities}hostile: {{kind: place, name: {h}, native: {}, aliases: [{h}], note: {h}}}\n",
        h.replace("=cmd", "+cmd")
    );
    let settings = format!(
        "title: {h}\ndescription: {h}\nlanguage: en\nbase_url: https://example.org/edition/\nlicence: {h}\npublisher: {{name: {h}, url: \"https://a.example/?a=1&b=2\", contact: \"o'desk@a.example\"}}\n\
         repository: \"https://a.example/?x='&amp;\"\ntranslations: [{{language: km, url: \"https://a.example/km/&amp;/'\"}}]\nexports: [annotations, bibtex, csvw, followthemoney]\n"
    );
    Project::over(&[
        ("variorum.yaml", &settings),
        ("content/articles/hostile.md", &article),
        ("content/events/hostile.yaml", &event),
        ("content/entities.yaml", &entities),
        ("content/pages/hostile.md", &format!("---\ntitle: {h}\n---\nWords.\n")),
    ])
}

/// The start tags of a page as a browser reads them: name, and attributes with values.
fn tags(html: &str) -> Vec<(&str, Vec<(&str, &str)>)> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let name_end = rest.find(|c: char| c.is_whitespace() || c == '>').expect("a tag ends");
        let (name, mut inner) = rest.split_at(name_end);
        let mut attributes = Vec::new();
        loop {
            inner = inner.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            if let Some(after) = inner.strip_prefix('>') {
                rest = after;
                break;
            }
            let key_end =
                inner.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>')).expect("a tag ends");
            let (key, after) = inner.split_at(key_end);
            let (value, after) = match after.strip_prefix("=\"") {
                Some(quoted) => quoted.split_once('"').expect("a value ends"),
                None => ("", after),
            };
            attributes.push((key, value));
            inner = after;
        }
        tags.push((name, attributes));
        if name == "script" {
            rest = &rest[rest.find("</script>").expect("a script ends")..];
        }
    }
    tags
}

#[test]
fn no_words_become_markup_script_or_address_on_a_page() {
    let tree = hostile_project().build(Selection::default());
    let texts = texts(&tree);
    assert!(texts["events/hostile.html"].contains("&lt;script&gt;alert(a)"), "the words are shown as words");
    for (path, html) in texts.iter().filter(|(path, _)| path.ends_with(".html")) {
        let tags = tags(html);
        let policy = tags
            .iter()
            .find(|(_, attributes)| attributes.contains(&("http-equiv", "Content-Security-Policy")));
        check_policy(path, policy.expect(path).1.iter().find(|(key, _)| *key == "content").expect(path).1);
        assert_eq!(tags.iter().filter(|(name, _)| *name == "title").count(), 1, "{path}");
        for (name, attributes) in &tags {
            for (key, value) in attributes {
                assert!(!key.starts_with("on") && *key != "style", "{path}: {name} {key}");
                let scheme = value.split([':', '/', '?', '#']).next().unwrap_or_default().trim();
                let is_address = matches!(*key, "href" | "src" | "action" | "data" | "poster" | "formaction");
                assert!(!is_address || !scheme.eq_ignore_ascii_case("javascript"), "{path}: {value}");
            }
            let is_data = attributes.contains(&("type", "application/ld+json"));
            let has_source = attributes.iter().any(|(key, _)| *key == "src");
            assert!(*name != "style" && (*name != "script" || is_data || has_source), "{path}: {name}");
        }
        for block in html.split("application/ld+json\">{").skip(1) {
            let json = format!("{{{}", block.split("</script>").next().expect(path));
            serde_json::from_str::<Value>(&json).expect(path);
        }
    }
}

/// The policy allows what the edition itself brings, and nothing else.
fn check_policy(path: &str, policy: &str) {
    let policy = policy.replace("&#39;", "'");
    let directives: BTreeMap<&str, &str> =
        policy.split("; ").filter_map(|directive| directive.split_once(' ')).collect();
    assert_eq!(directives["default-src"], "'none'", "{path}");
    assert_eq!((directives["base-uri"], directives["form-action"]), ("'none'", "'self'"), "{path}");
    for (directive, sources) in directives {
        assert!(matches!(sources, "'none'" | "'self'"), "{path}: {directive} {sources}");
    }
}

#[test]
fn every_file_for_machines_reads_and_gives_the_words_back() {
    let tree = hostile_project().build(Selection::default());
    let texts = texts(&tree);
    for (path, text) in &texts {
        if path.ends_with(".json") || path.ends_with(".jsonld") {
            serde_json::from_str::<Value>(text).expect(path);
        }
        if path.ends_with(".jsonl") {
            text.lines().for_each(|line| drop(serde_json::from_str::<Value>(line).expect(path)));
        }
        if path.ends_with(".csv") {
            // A text begins after a comma or a line break, and a quotation mark where it needs one.
            for start in [",=", ",\"=", "\n=", "\n\"=", ",+", ",\"+", ",@", ",\"@", ",\t", ",\"\t"] {
                assert!(!text.contains(start), "{path}: {start}");
            }
        }
        if path.ends_with(".bib") {
            check_bibtex(text);
        }
        if path.starts_with("search/") {
            check_call(path, text);
        }
        if path.ends_with(".md") {
            // A reader of Markdown takes tags for tags where they are not escaped.
            assert!(!text.replace("\\<", "").contains("<script"), "{path}");
        }
        if path.ends_with(".svg") || path.ends_with(".xml") {
            for tag in ["<script", "<img", "<!--", "<textarea"] {
                assert!(!text.contains(tag), "{path}: {tag}");
            }
        }
    }
    let facts: Value = serde_json::from_str(&texts["data/facts.json"]).expect("it was just read");
    assert_eq!(facts["edition"]["title"], HOSTILE);
    let feed: Value = serde_json::from_str(&texts["feed.json"]).expect("it was just read");
    assert_eq!(feed["title"], HOSTILE);
    assert!(feed["items"].as_array().expect("a list").iter().any(|item| item["title"] == HOSTILE));
}

/// A file of the search index calls one function with data, and does nothing else.
fn check_call(path: &str, text: &str) {
    let data =
        text.strip_prefix("variorum(").and_then(|rest| rest.trim_end().strip_suffix(");")).expect(path);
    serde_json::from_str::<Value>(&format!("[{data}]")).expect(path);
}

/// Words are no commands, and neither open nor close what they stand in; no line of a source begins an entry.
fn check_bibtex(text: &str) {
    const COMMANDS: [&str; 5] =
        ["textbackslash", "textasciitilde", "textasciicircum", "textbraceleft", "textbraceright"];
    let mut depth = 0;
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '{', '}']) {
        let (found, after) = rest[at..].split_at(1);
        rest = after;
        match found {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {
                let is_known = COMMANDS.iter().any(|command| after.starts_with(&format!("{command}{{}}")));
                let is_escape = after.starts_with(['{', '}', '&', '%', '$', '#', '_']);
                assert!(is_known || is_escape, "{}", after.lines().next().unwrap_or_default());
                rest = &after[usize::from(is_escape)..];
            }
        }
        assert!(depth >= 0, "{text}");
    }
    assert_eq!(depth, 0, "{text}");
    assert!(text.contains("alert(a)"), "the words are there");
    let entries = text.lines().filter(|line| line.starts_with('@')).count();
    assert_eq!(entries, text.matches("\n}\n").count(), "{text}");
}
