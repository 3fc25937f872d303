//! What stands around a page where prose cannot hedge it (its date in header, lists, search results and
//! linked data, its description) says no more than the answers do.

use crate::tree::{self, Tree};

const SOURCES: [(&str, &str, &str); 2] = [
    ("alpha", "Alpha News", "Police raided the compound on July 14, 2025 and held 12 people."),
    ("beta", "Beta Daily", "The raid took place on November 16, 2025. Police held 12 people."),
];

/// An event beside which the other stands on the timeline.
const TRIAL: &str = r#"title: Trial
date: "2026-01"
summary: It was heard in the town.
facts:
  held:
    kind: count
    unit: people
    claims:
      - {source: alpha, value: "12", quote: "held 12 people"}
"#;

/// The edition of two reports and one sheet.
fn edition(sheet: &str) -> Tree {
    edition_of(&[("raid", sheet)])
}

fn edition_of(sheets: &[(&str, &str)]) -> Tree {
    let dir = tempfile::tempdir().unwrap();
    let root = camino::Utf8Path::from_path(dir.path()).unwrap();
    let mut project = Tree::new();
    let settings = "title: A small edition\ndescription: Two reports.\nlanguage: en\n\
                    base_url: https://example.org/\nexports: [followthemoney]\n";
    project.insert("variorum.yaml".into(), settings.into());
    for (id, outlet, text) in SOURCES {
        let article = format!(
            "---\ntitle: {outlet}\noutlet: {outlet}\npublished: \"2025-11-20\"\nlanguage: en\nkind: report\ntext: full\n---\n{text}\n"
        );
        project.insert(format!("content/articles/{id}.md"), article.into());
    }
    for (id, sheet) in sheets {
        project.insert(format!("content/events/{id}.yaml"), (*sheet).into());
    }
    tree::write(&project, &root.join("desk"));
    crate::build(&root.join("desk"), &root.join("out"), &[]);
    tree::read(&root.join("out"))
}

fn sheet(summary: &str, november: &str) -> String {
    format!(
        r#"title: Raid
date: "2025-07-14"
date_of: day
summary: >-
  {summary}
facts:
  day:
    kind: date
    claims:
      - {{source: alpha, value: "2025-07-14", quote: "raided the compound on July 14, 2025"}}
      {november}
  held:
    kind: count
    unit: people
    claims:
      - {{source: alpha, value: "12", quote: "held 12 people"}}
      - {{source: beta, value: "12", quote: "held 12 people"}}
"#
    )
}

const NOVEMBER: &str = r#"- {source: beta, value: "2025-11-16", quote: "took place on November 16, 2025"}"#;

fn text<'a>(site: &'a Tree, name: &str) -> &'a str {
    std::str::from_utf8(&site[name]).unwrap()
}

#[test]
fn a_disputed_date_is_every_answer_wherever_it_stands_and_none_in_linked_data() {
    let site = edition(&sheet("Police held [12](fact:held) people.", NOVEMBER));
    let both = "14 July 2025 or 16 November 2025";
    for page in ["events/raid.html", "events/index.html", "timeline.html", "index.html"] {
        let page = text(&site, page);
        assert!(page.contains(both) && page.contains(">disputed"), "{page}");
    }
    for file in ["briefing.md", "search.html"] {
        assert!(text(&site, file).contains(&format!("{both} · disputed")), "{file}");
    }
    let found: Vec<&str> =
        site.keys().filter(|name| name.starts_with("search/")).map(|name| text(&site, name)).collect();
    assert!(found.iter().any(|part| part.contains(&format!("{both} · disputed"))));
    for file in
        ["events/raid.html", "events/raid.jsonld", "data/variorum.jsonld", "data/statements.ftm.jsonl"]
    {
        assert!(!text(&site, file).contains("startDate"), "{file}");
    }
    assert!(text(&site, "data/facts.json").contains("\"date_disputed\":true"));
}

#[test]
fn a_chart_of_events_draws_every_answer_to_a_disputed_date() {
    let raid = sheet("Police held [12](fact:held) people.", NOVEMBER);
    let site = edition_of(&[("raid", &raid), ("trial", TRIAL)]);
    let told: Vec<&str> =
        text(&site, "charts/timeline.csv").lines().filter(|line| line.contains("Raid")).collect();
    let (first, second) = (told.first().expect("the raid is drawn"), told.get(1).expect("in two rows"));
    assert!(first.contains("Alpha News") && first.contains("14 July 2025, disputed"), "{first}");
    assert!(second.contains("Beta Daily") && second.contains("16 November 2025, disputed"), "{second}");
    let page = text(&site, "timeline.html");
    assert!(page.contains("Two events, one of them on disputed days"), "{page}");
}

#[test]
fn an_agreed_date_is_one_date_and_stands_in_linked_data() {
    let site = edition(&sheet("Police held [12](fact:held) people.", ""));
    assert!(text(&site, "events/raid.html").contains("14 July 2025"));
    assert!(!text(&site, "events/index.html").contains("disputed"));
    assert!(text(&site, "events/raid.jsonld").contains("\"startDate\":\"2025-07-14\""));
}

fn description(site: &Tree) -> &str {
    let page = text(site, "events/raid.html");
    let from = page.split("name=\"description\" content=\"").nth(1).unwrap();
    from.split('"').next().unwrap()
}

#[test]
fn a_description_keeps_the_hedge_of_its_sentence() {
    let long = "Police held [12](fact:held) people in a compound that lies at the edge of the town and had been \
                watched by them for the better part of a year before anybody came to open its gates, according to Alpha News.";
    let site = edition(&sheet(long, NOVEMBER));
    assert!(!description(&site).contains("Police held"), "{}", description(&site));
    let site = edition(&sheet(
        "According to Alpha News police held [12](fact:held) people. Then they left.",
        NOVEMBER,
    ));
    assert_eq!(description(&site), "According to Alpha News police held 12 people.");
}

#[test]
fn a_description_says_whose_answer_it_is_where_the_page_has_a_citation() {
    let site = edition(&sheet("Police came on [14 July 2025](fact:day@alpha).", NOVEMBER));
    assert_eq!(description(&site), "Police came on 14 July 2025 (Alpha News).");
}
