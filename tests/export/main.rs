//! The files for machines, from a corpus built by hand.

mod bibtex;
mod corpus;
mod draft_07;
#[path = "../example/mod.rs"]
mod example;
mod feeds;

use corpus::{POST, corpus, findings};
use serde_json::{Value, json};
use variorum::check::summary::Disputes;
use variorum::export::{catalogue, files, json_ld_block};
use variorum::model::{Corpus, Export, SheetIx};
use variorum::output::{OutPath, OutputTree, verify};
use variorum::plan::{PageKind, Route};
use variorum::{pipeline, source};

fn text(corpus: &Corpus, route: &str) -> String {
    let mut files = files(corpus, &findings(corpus));
    files.retain(|(at, _)| at.as_str() == route);
    assert_eq!(files.len(), 1, "{route} is written once");
    String::from_utf8(files.remove(0).1).unwrap()
}

fn data(corpus: &Corpus, route: &str) -> Value {
    serde_json::from_str(&text(corpus, route)).unwrap()
}

fn with_address() -> Corpus {
    let mut corpus = corpus();
    corpus.settings.base_url = Some("https://desk.example/raids/".to_owned());
    corpus
}

/// Reads RFC 4180, by its own rules rather than the writer's.
fn table(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut chars = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(c) = chars.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                row.last_mut().unwrap().push(chars.next().unwrap());
            }
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => row.push(String::new()),
            '\r' if !is_quoted => {
                assert_eq!(chars.next(), Some('\n'), "rows end in CR LF");
                rows.push(vec![String::new()]);
            }
            other => row.last_mut().unwrap().push(other),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last row ends too");
    rows
}

/// The value of a column in the row of a claim.
fn field(table: &[Vec<String>], key: (&str, &str), column: &str) -> String {
    let at = table[0].iter().position(|name| name == column).expect(column);
    let row = table.iter().find(|row| (row[0].as_str(), row[1].as_str()) == key).unwrap();
    row[at].clone()
}

fn check_claim(key: (&str, &str), expected: &[(&str, &str)]) {
    let table = table(&text(&corpus(), "data/claims.csv"));
    for (column, value) in expected {
        assert_eq!(field(&table, key, column), *value, "{column} of {key:?}");
    }
}

#[test]
fn every_file_of_the_contract_is_written_once() {
    let corpus = corpus();
    let mut routes: Vec<String> = files(&corpus, &[]).iter().map(|(route, _)| route.to_string()).collect();
    let n_files = routes.len();
    routes.sort();
    routes.dedup();
    assert_eq!(routes.len(), n_files);
    for route in [
        ".nojekyll",
        "robots.txt",
        "data/annotations.jsonld",
        "data/articles.bib",
        "data/articles.csl.json",
        "data/claims.csv",
        "data/discrepancies.csv",
        "data/discrepancies.json",
        "data/facts.json",
        "data/statements.ftm.jsonl",
        "data/variorum.jsonld",
    ] {
        assert!(routes.iter().any(|written| written == route), "{route}");
    }
}

#[test]
fn a_data_file_beside_the_usual_ones_comes_with_its_schema_where_it_is_asked_for() {
    let beside = [
        (Export::Annotations, "data/annotations.jsonld"),
        (Export::Bibtex, "data/articles.bib"),
        (Export::Csvw, "data/claims.csv-metadata.json"),
        (Export::Followthemoney, "data/statements.ftm.jsonl"),
    ];
    let routes = |exports: &[Export]| {
        let mut corpus = corpus();
        corpus.settings.exports = exports.iter().copied().collect();
        let listed: Vec<Route> =
            catalogue(&corpus).into_iter().flat_map(|file| [file.route, file.schema]).collect();
        let written: Vec<Route> = files(&corpus, &[]).into_iter().map(|(route, _)| route).collect();
        assert!(listed.iter().all(|route| written.contains(route)), "what is listed is there");
        let data =
            |route: &&Route| route.as_str().starts_with("data/") && !route.as_str().contains("metadata");
        assert_eq!(written.iter().filter(data).count(), listed.len(), "what is there is listed");
        written
    };
    let has = |routes: &[Route], path: &str| routes.iter().any(|route| route.as_str() == path);
    let usual = routes(&[]);
    assert_eq!(usual.iter().filter(|route| route.as_str().starts_with("data/schema/")).count(), 6);
    for (export, path) in beside {
        assert!(!has(&usual, path), "{path}");
        let asked = routes(&[export]);
        for (other, path) in beside {
            assert_eq!(has(&asked, path), other == export, "{path}");
        }
    }
}

#[test]
fn feed_and_sitemap_need_an_address() {
    let has =
        |corpus: &Corpus, name: &str| files(corpus, &[]).iter().any(|(route, _)| route.as_str() == name);
    for name in ["feed.xml", "feed.json", "sitemap.xml"] {
        assert!(!has(&corpus(), name));
        assert!(has(&with_address(), name));
    }
}

#[test]
fn discrepancies_have_the_shape_of_the_contract() {
    let found = data(&corpus(), "data/discrepancies.json");
    let list = found["discrepancies"].as_array().unwrap();
    assert_eq!(list.len(), 2, "agreement and gap are no discrepancies");
    assert_eq!(
        list[0],
        json!({
            "id": "raids--dates--post--times", "dispute": null, "owner": "event/raids", "facts": ["dates"], "part": null,
            "class": "contradict", "rule": "date-disjoint", "severity": "major", "modifiers": [],
            "reason": "14 July is not 14 November.", "sources": ["times", "post"],
            "claims": [
                {
                    "id": "fact-2--post", "source": "post", "via": [], "speaker": "Square", "value": "2025-07-14/2025-07-16",
                    "quote": "they say 2025-07-14/2025-07-16, we hear",
                },
                {
                    "id": "fact-2--times", "source": "times", "via": [], "speaker": "\"times\", a <report>", "value": "{XXXX-11-14,XXXX-11-16}",
                    "quote": "they say {XXXX-11-14,XXXX-11-16}, we hear",
                },
            ],
            "represents": 1, "independent_origins": 2,
            "ruling": { "status": "explained", "prefer": "post", "note": "Two waves, perhaps." },
        })
    );
}

#[test]
fn facts_and_claims_of_another_owner_carry_it_in_front() {
    let found = data(&corpus(), "data/discrepancies.json");
    let joined = &found["discrepancies"][1];
    assert_eq!(joined["owner"], "event/raids");
    assert_eq!(joined["facts"], json!(["arrests", "question/works/enough"]));
    assert_eq!(joined["claims"][2]["id"], "question/works/fact-6--post");
    assert_eq!(joined["ruling"], Value::Null);
}

#[test]
fn a_hedged_figure_keeps_its_words_and_both_intervals() {
    check_claim(
        ("event/raids", "fact-0--post"),
        &[
            ("value", "over 1,000"),
            ("reading", "1000"),
            ("hedge", "more-than"),
            ("unit", "people"),
            ("hard_low", "1000"),
            ("hard_low_end", "open"),
            ("hard_high", ""),
            ("hard_high_end", "none"),
            ("plausible_low", "1000"),
            ("plausible_low_end", "open"),
            ("plausible_high", "2000"),
            ("plausible_high_end", "closed"),
            ("date_first", ""),
            ("as_of", "2025-07-16"),
            ("scope_place", "cambodia"),
            ("scope_window", "July"),
            ("via", "entity/minister;source/times"),
            ("quote", "they say over 1,000, we hear"),
            ("quote_verified", "capture"),
            ("link", "events/raids.html#fact-0--post"),
            ("published", "2025-07"),
            ("outlet", "Square"),
        ],
    );
}

#[test]
fn words_that_a_spreadsheet_would_calculate_are_guarded_in_csv_only() {
    check_claim(("event/raids", "fact-0--times"), &[("value", "'=1,000"), ("reading", "1000")]);
    let facts = data(&corpus(), "data/facts.json");
    assert_eq!(facts["facts"][0]["claims"][1]["value"], "=1,000");
}

#[test]
fn dates_of_an_unspecified_year_never_get_one() {
    check_claim(
        ("event/raids", "fact-2--times"),
        &[
            ("reading", "{XXXX-11-14,XXXX-11-16}"),
            ("date_first", "--11-14"),
            ("date_last", "--11-16"),
            ("hedge", ""),
        ],
    );
    check_claim(
        ("event/raids", "fact-2--post"),
        &[("date_first", "2025-07-14"), ("date_last", "2025-07-16")],
    );
}

#[test]
fn every_kind_of_answer_has_a_reading() {
    check_claim(("event/raids", "fact-1--indonesian--times"), &[("part", "indonesian"), ("reading", "271")]);
    check_claim(("event/raids", "fact-3--post"), &[("reading", "minister"), ("kind", "entity")]);
    check_claim(("event/raids", "fact-4--post"), &[("reading", "\"phones\";cambodia")]);
    check_claim(("question/works", "fact-5--times"), &[("reading", "works")]);
    check_claim(("question/works", "fact-6--post"), &[("reading", "no"), ("kind", "yes-no")]);
    check_claim(("entity/minister", "fact-7--post"), &[("reading", ""), ("kind", "text")]);
}

#[test]
fn rows_and_records_count_the_same() {
    let corpus = corpus();
    assert_eq!(table(&text(&corpus, "data/claims.csv")).len(), corpus.claims.len() + 1);
    assert_eq!(table(&text(&corpus, "data/discrepancies.csv")).len(), 2 + 1);
    let facts = data(&corpus, "data/facts.json");
    let n_claims: usize =
        facts["facts"].as_array().unwrap().iter().map(|fact| fact["claims"].as_array().unwrap().len()).sum();
    assert_eq!(n_claims, corpus.claims.len());
}

#[test]
fn partial_and_unknown_dates_stay_so_in_citations() {
    let items = data(&corpus(), "data/articles.csl.json");
    assert_eq!(items[0].get("issued"), None);
    assert_eq!(items[0].get("container-title"), None);
    assert_eq!(items[1]["issued"], json!({ "date-parts": [[2025, 7]] }));
    assert_eq!(items[1]["type"], "post");
}

#[test]
fn linked_data_join_claims_to_sources_and_events() {
    let file = text(&corpus(), "data/variorum.jsonld");
    assert!(!file.contains('<'), "the text may stand inside a page");
    let graph = data(&corpus(), "data/variorum.jsonld")["@graph"].as_array().unwrap().clone();
    let node =
        |id: &str| graph.iter().find(|node| node["@id"] == id).unwrap_or_else(|| panic!("{id}")).clone();
    let claim = node("../events/raids.html#fact-0--post");
    assert_eq!(claim["@type"], "Claim");
    assert_eq!(node(claim["appearance"]["@id"].as_str().unwrap())["@type"], "SocialMediaPosting");
    assert_eq!(claim["author"], json!([{ "@id": "../entities/minister.html#entity" }]));
    let event = node(claim["about"]["@id"].as_str().unwrap());
    // The sources contradict each other on it.
    assert_eq!((event.get("startDate"), event.get("endDate")), (None, None));
    assert_eq!(event["description"], "Police held over 1,000 people.");
    assert_eq!(
        node("../questions/works.html#fact-5--times")["text"],
        "The effect: It works",
        "a position by its label"
    );
    assert_eq!(claim["isBasedOn"]["@type"], "Quotation", "from where the claim appears");
}

#[test]
fn an_event_has_its_claims_in_a_file_beside_its_page() {
    let graph = data(&corpus(), "events/raids.jsonld")["@graph"].as_array().unwrap().clone();
    assert_eq!(graph[0]["@id"], "raids.html#event");
    let claims: Vec<&Value> = graph.iter().filter(|node| node["@type"] == "Claim").collect();
    assert_eq!(claims.len(), 7);
    for claim in claims {
        assert!(graph.iter().any(|node| node["@id"] == claim["appearance"]["@id"]), "{claim}");
    }
    assert!(!graph.iter().any(|node| node["@type"] == "ClaimReview"), "nothing here rates a claim");
}

#[test]
fn a_page_says_what_it_is_and_no_title_ends_the_element_that_says_it() {
    let mut corpus = corpus();
    corpus.sheets[0].title = "</script><script>alert(1)</script><!--".to_owned();
    let disputes = Disputes::new(&corpus, &[]);
    let block = |route: &str, kind| json_ld_block(&corpus, &disputes, &Route::new(route), kind);
    let event = block("events/raids.html", PageKind::Event(SheetIx(0))).unwrap();
    assert!(!event.contains('<'), "{event}");
    let event: Value = serde_json::from_str(&event).unwrap();
    assert_eq!((&event["@type"], &event["name"]), (&json!("Event"), &json!(corpus.sheets[0].title)));
    assert_eq!(event["@id"], "raids.html#event");
    let report: Value = serde_json::from_str(&block("index.html", PageKind::Briefing).unwrap()).unwrap();
    assert_eq!(
        (&report["@type"], &report["hasPart"]["@id"]),
        (&json!("Report"), &json!("data.html#dataset"))
    );
    let dataset: Value = serde_json::from_str(&block("data.html", PageKind::Data).unwrap()).unwrap();
    let routes: Vec<Value> = catalogue(&corpus).iter().map(|file| json!(file.route.as_str())).collect();
    let distribution = dataset["distribution"].as_array().unwrap().iter();
    assert_eq!(distribution.map(|download| download["contentUrl"].clone()).collect::<Vec<_>>(), routes);
    assert_eq!(dataset["license"], "https://creativecommons.org/licenses/by/4.0/");
    assert_eq!(block("timeline.html", PageKind::Timeline), None);
}

#[test]
fn links_are_absolute_where_the_edition_has_an_address() {
    let corpus = with_address();
    let table = table(&text(&corpus, "data/claims.csv"));
    let link = field(&table, ("event/raids", "fact-0--post"), "link");
    assert_eq!(link, "https://desk.example/raids/events/raids.html#fact-0--post");
    assert!(text(&corpus, "robots.txt").ends_with("\nSitemap: https://desk.example/raids/sitemap.xml\n"));
}

#[test]
fn the_feed_takes_its_dates_from_the_data() {
    let feed = text(&with_address(), "feed.xml");
    assert!(feed.contains("<title>Raids &amp; rulings</title>\n"));
    assert!(feed.contains("<updated>2026-11-22T00:00:00Z</updated>"), "the day of the ruling: {feed}");
    assert!(
        !feed.contains("#agreed") && !feed.contains("#joined"),
        "the feed tells of headline disputes only"
    );
    assert_eq!(feed.matches("<entry>").count(), 2, "the question has no day, and Atom wants one");
}

#[test]
fn the_sitemap_lists_pages_with_the_days_of_their_data() {
    let sitemap = text(&with_address(), "sitemap.xml");
    let listed =
        "    <loc>https://desk.example/raids/sources/post.html</loc>\n    <lastmod>2025-07</lastmod>\n";
    assert!(sitemap.contains(listed), "{sitemap}");
    assert!(sitemap.contains("sources/times.html</loc>\n  </url>"), "an undated source has no date");
    assert!(!sitemap.contains("404.html") && !sitemap.contains("search.html"));
}

#[test]
fn xml_files_are_well_formed() {
    let mut tree = OutputTree::default();
    for (route, bytes) in files(&with_address(), &findings(&corpus())) {
        if route.as_str().ends_with(".xml") {
            tree.insert(OutPath::new(route.as_str()).unwrap(), bytes).unwrap();
        }
    }
    let faults = verify(&tree, Some("https://elsewhere.example/"));
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn data_files_match_their_schemas() {
    for corpus in [corpus(), with_address()] {
        for file in catalogue(&corpus) {
            let schema = data(&corpus, file.schema.as_str());
            let value = records(file.media_type, &text(&corpus, file.route.as_str()));
            let faults = draft_07::faults(&schema, &value);
            assert!(faults.is_empty(), "{}: {faults:#?}", file.route);
        }
    }
}

#[test]
fn the_files_of_this_repositorys_edition_match_their_schemas() {
    let Some(example) = example::root() else { return };
    let loaded = source::load(example).unwrap();
    let judged = pipeline::judge(&loaded, &pipeline::Options::default()).0.unwrap();
    let files = files(&judged.corpus, &judged.findings);
    let bytes = |route: &Route| &files.iter().find(|(written, _)| written == route).unwrap().1;
    for file in catalogue(&judged.corpus) {
        let schema: Value = serde_json::from_slice(bytes(&file.schema)).unwrap();
        let written = str::from_utf8(bytes(&file.route)).unwrap();
        let value = records(file.media_type, written);
        let faults = draft_07::faults(&schema, &value);
        assert!(faults.is_empty(), "{}: {faults:#?}", file.route);
    }
}

#[test]
fn every_data_file_lists_its_fields_in_order() {
    let fields = |name: &str| {
        let file = catalogue(&corpus()).into_iter().find(|file| file.route.as_str() == name).unwrap();
        file.fields.into_iter().map(|field| field.path).collect::<Vec<_>>()
    };
    let header = table(&text(&corpus(), "data/claims.csv")).remove(0);
    assert_eq!(fields("data/claims.csv"), header);
    assert_eq!(
        fields("data/discrepancies.json")[..4],
        ["discrepancies", "discrepancies[].id", "discrepancies[].dispute", "discrepancies[].owner"]
    );
}

/// What a schema describes: the file itself, or its rows, lines or entries as objects.
fn records(media_type: &str, text: &str) -> Value {
    match media_type {
        "text/csv" => rows_as_objects(text),
        "application/x-ndjson" => {
            text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()).collect()
        }
        "application/x-bibtex" => bibtex::entries(text),
        _ => serde_json::from_str(text).unwrap(),
    }
}

#[test]
fn tables_are_described_for_tools() {
    let corpus = corpus();
    for (file, key) in [("claims", json!(["owner", "claim"])), ("discrepancies", json!(["id"]))] {
        let metadata = data(&corpus, &format!("data/{file}.csv-metadata.json"));
        assert_eq!(metadata["url"], format!("{file}.csv"));
        assert_eq!(metadata["tableSchema"]["primaryKey"], key);
        let header = table(&text(&corpus, &format!("data/{file}.csv"))).remove(0);
        let columns = metadata["tableSchema"]["columns"].as_array().unwrap();
        assert_eq!(columns.iter().map(|column| column["name"].as_str().unwrap()).collect::<Vec<_>>(), header);
    }
}

#[test]
fn statements_keep_who_says_what_apart() {
    let corpus = corpus();
    let lines: Vec<Value> = text(&corpus, "data/statements.ftm.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let claim = lines.iter().find(|line| line["origin"] == "event/raids/fact-0--post").unwrap();
    assert_eq!((&claim["dataset"], &claim["schema"]), (&json!("source_post"), &json!("Event")));
    assert_eq!(
        (&claim["prop"], &claim["value"]),
        (&json!("notes"), &json!("The arrests: over 1,000 (its source: minister and \"times\", a <report>)"))
    );
    assert_eq!(
        (&claim["lang"], &claim["original_value"]),
        (&json!("eng"), &json!("they say over 1,000, we hear"))
    );
    // As the format reckons it: SHA-1 of `source_post.event-raids.notes.` with the value and `@eng`.
    assert_eq!(claim["id"], "d1ce49f0a94202c7cbbced72f9982b86e77f09b0");
    let named = lines.iter().find(|line| line["prop"] == "namesMentioned").unwrap();
    assert_eq!((&named["entity_id"], &named["value"]), (&json!("source-post"), &json!("Hun Manet")));
    for line in &lines {
        let exists = |other: &&Value| other["prop"] == "id" && other["entity_id"] == line["entity_id"];
        assert_eq!(lines.iter().filter(exists).count(), 1, "{line}: each entity is there once");
        assert_eq!(line["origin"].is_null(), line["dataset"] == "curated", "{line}");
    }
    let ids: std::collections::BTreeSet<&str> =
        lines.iter().map(|line| line["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), lines.len(), "an id names one statement");
}

#[test]
fn annotations_lead_from_the_words_to_the_claim() {
    let mut corpus = corpus();
    corpus.claims[0].quote.exact = "over 1,000 ... in July".to_owned();
    corpus.claims[0].quote.prefix = Some("they held".to_owned());
    corpus.articles[POST.index()].url = Some("https://post.example/a".to_owned());
    let file = data(&corpus, "data/annotations.jsonld");
    assert_eq!(file["total"], corpus.claims.len());
    let items = file["first"]["items"].as_array().unwrap();
    assert_eq!(items[0]["id"], "../events/raids.html#fact-0--post");
    assert_eq!(
        items[0]["target"],
        json!([
            {
                "source": "https://post.example/a",
                "selector": { "type": "TextQuoteSelector", "exact": "over 1,000", "prefix": "they held" },
            },
            { "source": "https://post.example/a", "selector": { "type": "TextQuoteSelector", "exact": "in July" } },
        ])
    );
    assert_eq!(items[1]["target"][0]["source"], "../sources/times.html");
}

#[test]
fn citations_for_latex_hold_together_whatever_a_title_holds() {
    let mut corpus = corpus();
    corpus.articles[0].title = "50% of {braces \\input{/etc/passwd} ភ្នំពេញ".to_owned();
    let entries = bibtex::entries(&text(&corpus, "data/articles.bib"));
    assert_eq!(entries[0]["key"], "times");
    let title = "{50\\% of \\textbraceleft{}braces \\textbackslash{}input\\textbraceleft{}/etc/passwd\\textbraceright{} ភ្នំពេញ}";
    assert_eq!(entries[0]["title"], title);
    assert_eq!((&entries[1]["year"], &entries[1]["month"]), (&json!("2025"), &json!("jul")));
    assert_eq!(entries[1].get("day"), None, "the day is not known");
}

fn rows_as_objects(text: &str) -> Value {
    let mut rows = table(text).into_iter();
    let header = rows.next().unwrap();
    rows.map(|row| {
        assert_eq!(row.len(), header.len());
        header.iter().cloned().zip(row.into_iter().map(Value::from)).collect::<serde_json::Map<_, _>>()
    })
    .map(Value::Object)
    .collect()
}
