//! A value that the editors read, not the program: it is compared as they read it, and every page
//! and data file that shows it says so.

use variorum::pipeline::{self, Edition, Options};
use variorum::source::{Loaded, SourceFile, Sources};

const SETTINGS: &str = "title: A small edition\ndescription: Reports of one raid.\nlanguage: en\n\
                        theme: default\nbase_url: https://example.org/\nexports: [annotations]\n";
const SHEET: &str = r#"
title: Raid on a compound
summary: Police held people in one raid.
facts:
  arrests:
    kind: count
    unit: people
    claims:
      - source: redio
        value: watu zaidi ya mia tano
        reading: {as: more than 500, by: editors, note: "“zaidi ya” is more than."}
        quote: waliwakamata watu zaidi ya mia tano
      - {source: herald, value: "300", quote: arrested 300 people}
  raided:
    kind: date
    claims:
      - source: redio
        value: siku ya Jumatatu
        reading: {as: "2025-07-14", by: A. Reader}
        quote: siku ya Jumatatu
"#;

fn article(title: &str, language: &str, text: &str) -> String {
    format!(
        "---\ntitle: {title}\noutlet: {title}\npublished: \"2025-07-18\"\nlanguage: {language}\nkind: report\n\
         text: full\n---\n{text}\n"
    )
}

fn edition() -> Edition {
    let built = build("Polisi waliwakamata watu zaidi ya mia tano siku ya Jumatatu.", SHEET);
    assert_eq!(built.diagnostics, Vec::new());
    built.edition.expect("the edition is sound")
}

fn build(redio: &str, sheet: &str) -> pipeline::Built {
    let files = [
        ("variorum.yaml", SETTINGS.to_owned()),
        ("content/articles/redio.md", article("Redio", "sw", redio)),
        ("content/articles/herald.md", article("Herald", "en", "Police arrested 300 people.")),
        ("content/events/raid.yaml", sheet.to_owned()),
    ]
    .map(|(path, text)| SourceFile { path: path.into(), text });
    let loaded = Loaded { sources: Sources::new(files.into()), ..Loaded::default() };
    pipeline::build(&loaded, &Options::default())
}

/// The sheet with one claim on an article in Swahili, which no reading file is there for.
fn with_claim(claim: &str) -> pipeline::Built {
    let sheet = format!(
        "title: Raid\nsummary: A raid.\nfacts:\n  arrests:\n    kind: count\n    unit: people\n    claims:\n      \
         - {{source: redio, quote: watu 500 walikamatwa, {claim}}}\n"
    );
    build("Jana watu 500 walikamatwa.", &sheet)
}

#[test]
fn what_the_help_of_an_unread_value_says_settles_it() {
    let unread = with_claim("value: \"500\"").diagnostics;
    let [fault] = &unread[..] else { panic!("{unread:?}") };
    assert_eq!(fault.code.as_str(), "value-unread");
    assert!(fault.help.as_deref().is_some_and(|help| help.contains("`reading: {as: …, by: …}`")));
    for claim in [
        "value: \"500\", reading: {as: \"500\", by: editors}",
        "value: watu 500, reading: {as: \"500\", by: editors}",
    ] {
        let built = with_claim(claim);
        assert_eq!(built.diagnostics, Vec::new(), "{claim}");
        let edition = built.edition.expect("the edition is sound");
        check(&edition, "events/raid.html", &["Read by the editors, not by the program: 500"]);
    }
}

#[track_caller]
fn check(edition: &Edition, path: &str, words: &[&str]) {
    let text = std::str::from_utf8(edition.tree.get(path).expect("the file is there")).unwrap();
    for words in words {
        assert!(text.contains(words), "{path} does not say `{words}`");
    }
}

#[test]
fn every_page_that_shows_such_a_value_says_who_read_it() {
    let edition = edition();
    let read = "Read by the editors, not by the program: more than 500";
    let named = "Read by A. Reader, not by the program: 14 July 2025";
    let note = "“zaidi ya” is more than.";
    check(&edition, "events/raid.html", &[read, named, note, "watu zaidi ya mia tano", "siku ya Jumatatu"]);
    check(&edition, "sources/redio.html", &[read, named, note, "2 values are read by the editors"]);
    check(&edition, "discrepancies.html", &[read, note]);
    check(&edition, "methodology.html", &["2 values of this edition are read by the editors"]);
}

#[test]
fn such_a_value_is_compared_as_the_editors_read_it() {
    let reason = "Herald says 300 people and Redio more than 500";
    check(&edition(), "data/discrepancies.json", &["count-disjoint", reason]);
}

#[test]
fn data_files_hold_the_words_and_the_reading() {
    let edition = edition();
    let words = r#""value":"watu zaidi ya mia tano""#;
    let read = [r#""as":"more than 500""#, r#""by":"editors""#, words];
    check(&edition, "data/facts.json", &read);
    check(&edition, "data/discrepancies.json", &read);
    check(&edition, "data/discrepancies.csv", &["redio: more than 500"]);
    check(
        &edition,
        "data/claims.csv",
        &["watu zaidi ya mia tano,500,more than 500,editors,“zaidi ya” is more than."],
    );
    check(
        &edition,
        "data/annotations.jsonld",
        &["watu zaidi ya mia tano (read by the editors as more than 500)"],
    );
}
