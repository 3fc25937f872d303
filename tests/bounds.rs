//! Inputs that took minutes or did not end: each is read to its end in a moment, and a limit is said at its
//! place. How the cost grows is measured by `cargo xtask test growth`.

#[expect(dead_code, reason = "a folder that other tests share")]
mod project;

use project::Project;
use variorum::diag;
use variorum::pipeline::{self, Options};
use variorum::source;

fn told(files: &[(String, String)]) -> Vec<String> {
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
    let loaded = source::load(&Project::over(&files).root).unwrap();
    let built = pipeline::build(&loaded, &Options::default());
    let shown = diag::first_of_each_kind(built.diagnostics);
    shown.iter().map(|fault| diag::short(fault, &loaded.sources)).collect()
}

fn asset(name: &str, text: String) -> Vec<(String, String)> {
    vec![(format!("content/static/{name}"), text)]
}

#[test]
fn a_style_sheet_of_openings_and_an_attribute_of_marks_are_read_once() {
    let css = told(&asset("x.css", "url(".repeat(80_000)));
    assert!(css.len() == 1 && css[0].len() < 1_000, "{:?}", css.iter().map(String::len).collect::<Vec<_>>());
    let html = format!("<!doctype html><title>x</title><a href='{}'>x</a>", "&".repeat(1_000_000));
    let html = told(&asset("x.html", html));
    assert!(html.len() == 1 && html[0].len() < 1_000, "{html:?}");
}

#[test]
fn sixteen_thousand_fields_that_nobody_knows_are_told() {
    let fields: String = (0..16_000).map(|i| format!("unknown-{i}: x\n")).collect();
    let sheet = format!("title: G\nsummary: S.\nfacts: {{}}\n{fields}");
    let told = told(&[("content/events/growth.yaml".to_owned(), sheet)]);
    assert!(told.iter().any(|line| line.contains("more of this kind are not shown")), "{told:?}");
    assert!(told.len() < 110, "{}", told.len());
}

#[test]
fn places_and_articles_in_long_chains_are_refused_where_a_chain_is_too_long() {
    let cast = fs_err::read_to_string(project::cases().join("sound/content/entities.yaml")).unwrap();
    let within = |i: usize| if i == 0 { String::new() } else { format!(", in: p{}", i - 1) };
    let places: String =
        (0..600).map(|i| format!("p{i}: {{kind: place, name: Place {i}{}}}\n", within(i))).collect();
    let told_of_places = told(&[("content/entities.yaml".to_owned(), cast + &places)]);
    assert_eq!(
        told_of_places[0],
        "content/entities.yaml:40:40: error[value-unsuited]: `p33` lies in more than 32 places, one in another"
    );
    let rests = |i: usize| if i == 0 { String::new() } else { format!("rests_on: [m{}]\n", i - 1) };
    let article = |i: usize| {
        let front = format!(
            "title: M{i}\noutlet: O{i}\npublished: \"2025-07-15\"\nlanguage: en\nkind: report\ntext: full\n{}",
            rests(i)
        );
        (format!("content/articles/m{i}.md"), format!("---\n{front}---\nNothing is counted.\n"))
    };
    let told_of_articles = told(&(0..600).map(article).collect::<Vec<_>>());
    assert_eq!(
        told_of_articles[0],
        "content/articles/m257.md:8:12: error[value-unsuited]: `m257` rests on more than 256 articles, one behind the other"
    );
    assert_eq!(told_of_articles.len(), 2);
}

#[test]
fn circles_are_told_as_before() {
    let cast = fs_err::read_to_string(project::cases().join("sound/content/entities.yaml")).unwrap();
    let circle = "a: {kind: place, name: A, in: b}\nb: {kind: place, name: B, in: c}\nc: {kind: place, name: C, in: a}\n";
    let told = told(&[("content/entities.yaml".to_owned(), format!("{cast}{circle}"))]);
    assert_eq!(
        told,
        ["content/entities.yaml:9:31: error[reference-circular]: `c` lies in `a`, which lies in `c`"]
    );
}

#[test]
fn what_would_grow_with_two_things_at_once_is_refused_at_its_place() {
    let sheet = |facts: &str, summary: &str| {
        ("content/events/growth.yaml".to_owned(), format!("title: G\nsummary: |\n{summary}facts:\n{facts}"))
    };
    let claim = "{source: alpha, value: \"1,208\", quote: \"arrested 1,208 people\"}";
    let other = "{source: beta, value: \"over 1,500\", quote: \"over 1,500 suspects were arrested\"}";
    let fact = format!("  f: {{kind: count, unit: people, claims: [{claim}, {other}]}}\n");
    let charts = told(&[sheet(&fact, &format!("  S.\n\n{}", "  ![](chart:f)\n\n".repeat(14)))]);
    assert_eq!(
        charts,
        [
            "content/events/growth.yaml:29:3: error[chart-impossible]: the text places the chart of `f` more than 12 times"
        ]
    );
    let long = claim.replace("arrested", &"arrested ".repeat(1_000));
    let quote =
        told(&[sheet(&format!("  f: {{kind: count, unit: people, claims: [{long}, {other}]}}\n"), "  S.\n")]);
    assert_eq!(
        quote,
        [
            "content/events/growth.yaml:5:82: error[value-unsuited]: the quote has 9013 letters; it may have 6000"
        ]
    );
    let pages =
        (0..60).map(|i| (format!("content/pages/p{i}.md"), format!("---\ntitle: P{i}\n---\nText.\n")));
    let menu = (0..60).map(|i| format!("p{i}")).collect::<Vec<_>>().join(", ");
    let settings = format!("title: T\ndescription: D\nlanguage: en\nmenu: [{menu}]\n");
    let menu = told(&pages.chain([("variorum.yaml".to_owned(), settings)]).collect::<Vec<_>>());
    assert_eq!(
        menu,
        [
            "variorum.yaml:4:198: error[setting-invalid]: the menu has more than 40 pages, and it stands on every page"
        ]
    );
}

/// The pages of an edition by their routes.
fn pages(files: &[(String, String)]) -> impl Fn(&str) -> String {
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
    let loaded = source::load(&Project::over(&files).root).unwrap();
    let built = pipeline::build(&loaded, &Options::default());
    let edition = built.edition.expect("the project is sound");
    move |route: &str| {
        String::from_utf8_lossy(edition.tree.get(route).expect("the page is planned")).into_owned()
    }
}

#[test]
fn a_page_names_some_of_what_grows_with_the_edition_and_counts_the_rest() {
    let article = |id: String, front: &str| {
        let head = "published: \"2025-07-15\"\nlanguage: en\nkind: report\ntext: full\n";
        let text = format!("---\ntitle: {id}\noutlet: O {id}\n{head}{front}---\nThey held 12 people.\n");
        (format!("content/articles/{id}.md"), text)
    };
    let quote = "quote: \"They held 12 people\"";
    let facts: String = (0..100)
        .map(|i| {
            format!("  f{i}: {{kind: count, unit: people, claims: [{{source: m{i}, value: 12, {quote}}}]}}\n")
        })
        .collect();
    let mut files: Vec<_> = (0..100).map(|i| article(format!("m{i}"), "rests_on: [hub]\n")).collect();
    files.extend((0..100).map(|i| article(format!("o{i}"), "")));
    let origins: Vec<String> = (0..100).map(|i| format!("o{i}")).collect();
    files.push(article("hub".to_owned(), &format!("rests_on: [{}]\n", origins.join(", "))));
    let listed: Vec<String> = (0..100).map(|i| format!("m{i}: {{}}")).collect();
    let head = format!("title: G\nsummary: S.\nsources: {{{}}}\n", listed.join(", "));
    files.push(("content/events/growth.yaml".to_owned(), format!("{head}facts:\n{facts}")));
    files.extend(
        (0..60).map(|i| (format!("content/pages/p{i}.md"), format!("---\ntitle: Page {i}\n---\nText.\n"))),
    );
    let page = pages(&files);
    let source = page("sources/m7.html");
    assert!(source.contains("Questions on its events that it does not answer: 99"), "{source}");
    assert!(
        source.contains("59 more questions stand with the others on: <a href=\"../events/growth.html\">")
    );
    assert_eq!(source.matches("growth.html#f").count(), 42, "{source}");
    assert!(source.contains(">o44.html</a>") || source.contains("60 more"), "{source}");
    assert_eq!(page("events/raid.html").matches(">Page ").count(), 39);
    assert!(page("events/raid.html").contains("<a href=\"../index.html#colophon\">21 more pages</a>"));
    assert_eq!(page("index.html").matches(">Page ").count(), 60);
}
