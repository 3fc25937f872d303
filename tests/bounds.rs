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
