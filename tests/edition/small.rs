//! A small edition in memory: what a value takes from its article, words for links that were left
//! empty and what the editors’ record says are the same on pages and in data, and the order in which
//! files and claims are given changes nothing.

use proptest::prelude::*;
use variorum::pipeline::{self, Options};
use variorum::source::{Loaded, SourceFile, Sources};

const SETTINGS: &str = "title: A small edition\ndescription: Reports of one raid.\nlanguage: en\n\
                        theme: default\nbase_url: https://example.org/\n";
const ENTITIES: &str = "
hun-manet: {kind: person, name: Hun Manet}
hun-sen: {kind: person, name: Hun Sen}
prime-minister:
  kind: office
  name: Prime Minister of Cambodia
  exclusive: true
  holders: [{person: hun-sen, to: 2023-08}, {person: hun-manet, from: 2023-08}]
";
const CLAIMS: [&str; 3] = [
    "{source: alpha, value: \"293\", quote: arrested 293 people}",
    "{source: beta, value: \"271\", quote: 271 people were arrested}",
    "{source: beta, value: about 280, quote: some say about 280}",
];

fn article(title: &str, day: u8, text: &str) -> String {
    format!(
        "---\ntitle: {title}\noutlet: {title}\npublished: \"2025-07-{day}\"\nlanguage: en\nkind: report\n\
         text: full\n---\n{text}\n"
    )
}

fn sheet(claims: &[&str]) -> String {
    let claims: String = claims.iter().map(|claim| format!("      - {claim}\n")).collect();
    format!(
        "title: Raid on a compound
date: \"2025-07-14\"
summary: Police held [](fact:arrests) in one raid.
facts:
  raid-date:
    kind: date
    claims:
      - {{source: alpha, value: \"2025-07-14\", quote: Police raided the compound on Monday}}
  premier:
    kind: entity
    office: prime-minister
    claims:
      - {{source: alpha, value: Hun Sen, quote: Prime Minister Hun Sen gave the order}}
  arrests:
    kind: count
    unit: people
    claims:
{claims}"
    )
}

fn files(claims: &[&str]) -> Vec<SourceFile> {
    let alpha = "Police raided the compound on Monday and arrested 293 people. Prime Minister Hun Sen gave the order.";
    let beta = "In the raid 271 people were arrested; some say about 280.";
    [
        ("variorum.yaml", SETTINGS.to_owned()),
        ("content/entities.yaml", ENTITIES.to_owned()),
        ("content/articles/alpha.md", article("Alpha News", 16, alpha)),
        ("content/articles/beta.md", article("Beta Daily", 17, beta)),
        ("content/events/raid.yaml", sheet(claims)),
    ]
    .map(|(path, text)| SourceFile { path: path.into(), text })
    .into()
}

/// Every file of the edition, by path.
fn edition(files: Vec<SourceFile>) -> Vec<(String, Vec<u8>)> {
    let loaded = Loaded { sources: Sources::new(files), ..Loaded::default() };
    let built = pipeline::build(&loaded, &Options::default());
    assert_eq!(built.diagnostics, Vec::new());
    let edition = built.edition.expect("the small edition is sound");
    edition.tree.iter().map(|(path, bytes)| (path.to_string(), bytes.to_vec())).collect()
}

fn file(edition: &[(String, Vec<u8>)], path: &str) -> String {
    let found = edition.iter().find(|(name, _)| name == path).expect("every edition has the file");
    String::from_utf8(found.1.clone()).unwrap()
}

#[test]
fn what_a_date_takes_from_its_articles_day_is_told_on_the_page_and_in_the_data() {
    let edition = edition(files(&CLAIMS));
    let derived = "Monday is reckoned from the article's date, 16 July 2025";
    for path in ["events/raid.html", "data/facts.json", "data/claims.csv"] {
        let text = file(&edition, path);
        assert!(
            text.replace("&#39;", "'").replace("&#x27;", "'").contains(derived),
            "{path} does not say where the day comes from"
        );
    }
}

#[test]
fn the_data_page_names_only_the_files_that_the_edition_has() {
    let edition = edition(files(&CLAIMS));
    let page = file(&edition, "data.html");
    for path in ["articles.bib", "statements.ftm.jsonl", "annotations.jsonld", "CSVW"] {
        assert!(!page.contains(path), "{path}");
    }
    for (path, _) in edition.iter().filter(|(path, _)| path.starts_with("data/")) {
        assert!(page.contains(&format!("href=\"{path}\"")), "{path}");
    }
}

#[test]
fn a_holder_named_for_a_time_out_of_office_is_remarked_on() {
    let edition = edition(files(&CLAIMS));
    let remark = "record Hun Sen held the office until August 2023, and this answer is for 14 July 2025";
    for path in ["events/raid.html", "data/facts.json"] {
        assert!(file(&edition, path).contains(remark), "{path}");
    }
}

#[test]
fn an_empty_link_is_filled_alike_on_pages_and_in_data() {
    let edition = edition(files(&CLAIMS));
    for path in ["data/facts.json", "feed.xml", "feed.json", "data/variorum.jsonld"] {
        assert!(file(&edition, path).contains("Police held 271 to 293 in one raid."), "{path}");
    }
    assert!(file(&edition, "events/raid.html").contains("271 to 293"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_files_changes_no_byte(order in Just(files(&CLAIMS)).prop_shuffle()) {
        prop_assert!(edition(order) == edition(files(&CLAIMS)));
    }

    #[test]
    fn the_order_of_claims_changes_no_finding(claims in Just(CLAIMS.to_vec()).prop_shuffle()) {
        let (one, other) = (edition(files(&CLAIMS)), edition(files(&claims)));
        for path in ["data/discrepancies.json", "data/discrepancies.csv"] {
            prop_assert_eq!(file(&one, path), file(&other, path));
        }
    }
}
