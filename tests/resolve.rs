//! From files to the corpus: what is refused, where, and that one run reports everything.

use camino::Utf8PathBuf;
use variorum::diag::{self, Level};
use variorum::model::{Corpus, Reading};
use variorum::parse::parse;
use variorum::resolve::{Selection, resolve};
use variorum::source::{SourceFile, Sources};

const SETTINGS: (&str, &str) =
    ("variorum.yaml", "title: T\ndescription: D\nlanguage: en\ntheme: default\noverrides: none\n");
const ARTICLE: (&str, &str) = (
    "content/articles/herald.md",
    "---\ntitle: H\noutlet: Herald\npublished: unknown\nlanguage: en\nkind: report\ntext: full\n---\nPolice held 20 people.\n",
);
const POST: (&str, &str) = (
    "content/articles/post.md",
    "---\ntitle: P\noutlet: Post\npublished: 2025-07\nlanguage: en\nkind: report\ntext: full\n---\nPolice held 30 people.\n",
);
const ENTITIES: (&str, &str) = (
    "content/entities.yaml",
    "ann-lee: {kind: person, name: Ann Lee, aliases: [A. Lee]}\n\
     asia: {kind: place, name: Asia}\n\
     laos: {kind: place, name: Laos, in: asia}\n\
     thai: {kind: group, name: Thai}\n\
     mayor: {kind: office, name: Mayor, exclusive: true}\n",
);
const RAID: &str = "title: Raid\nsummary: Police held [](fact:arrests) people.\nfacts:\n  arrests:\n    kind: count\n    unit: people\n    claims:\n      - {source: herald, value: 20, quote: held 20 people}\n";

/// Resolves a project of the standing files and the given ones, which replace those of their path.
fn project(files: &[(&str, &str)]) -> (Option<Corpus>, Sources, Vec<diag::Diagnostic>) {
    let mut all: Vec<(&str, &str)> =
        vec![SETTINGS, ARTICLE, POST, ENTITIES, ("content/events/raid.yaml", RAID)];
    for file in files {
        all.retain(|(path, _)| path != &file.0);
        all.push(*file);
    }
    let files = all
        .into_iter()
        .map(|(path, text)| SourceFile { path: Utf8PathBuf::from(path), text: text.to_owned() });
    let sources = Sources::new(files.collect());
    let (parsed, mut faults) = parse(&sources);
    let (corpus, more) = resolve(&parsed, &sources, Selection::default());
    faults.extend(more);
    diag::sort(&mut faults);
    (corpus, sources, faults)
}

/// What is reported, as `code path:line` and the text pointed at, up to its first 24 characters.
fn faults(files: &[(&str, &str)]) -> Vec<String> {
    let (_, sources, faults) = project(files);
    let shown = faults.iter().map(|fault| match fault.span {
        Some(span) => {
            let place = sources.place(span);
            let text: String = sources.text(span).chars().take(24).collect();
            format!("{} {}:{} {text}", fault.code, sources.file(span.file).path, place.line)
        }
        None => fault.code.to_string(),
    });
    shown.collect()
}

/// Resolves one event sheet with these lines below `facts:`, and lists what is reported.
fn facts(lines: &str) -> Vec<String> {
    let sheet = format!("title: R\nsummary: S\nfacts:\n{lines}");
    let all = faults(&[("content/events/raid.yaml", &sheet)]);
    all.into_iter().map(|fault| fault.replace("content/events/raid.yaml:4 ", "")).collect()
}

#[test]
fn a_sound_project_is_taken_as_it_is() {
    let (corpus, _, faults) = project(&[]);
    assert_eq!(faults, []);
    let corpus = corpus.expect("settings are there");
    assert_eq!(corpus.claims[0].anchor, "arrests--herald");
    assert!(matches!(corpus.claims[0].reading, Reading::Quantity(_)));
}

#[test]
fn unknown_references_are_reported_where_they_stand() {
    assert_eq!(
        facts("  a: {kind: count, unit: people, claims: [{source: herold, value: 1, quote: held 1}]}\n"),
        ["reference-unknown herold"]
    );
    assert_eq!(
        facts(
            "  a: {kind: entity, office: mayr, claims: [{source: herald, value: A, quote: held A, via: [ana-lee]}]}\n"
        ),
        ["reference-unknown mayr", "reference-unknown ana-lee"]
    );
    assert_eq!(
        facts(
            "  a: {kind: count, unit: people, scope: {place: lao}, claims: [{source: herald, value: 1, quote: q 1}]}\n"
        ),
        ["reference-unknown lao"]
    );
}

#[test]
fn all_faults_of_all_files_are_reported_in_one_run() {
    let unread = "      - {source: herald, value: fifteenish, quote: held 20 people}\n";
    let sheet = RAID.replace("herald", "herold") + unread;
    let found = faults(&[
        ("content/events/raid.yaml", &sheet),
        ("content/events/other.yaml", "title: [\n"),
        ("content/articles/post.md", "no front matter"),
    ]);
    assert_eq!(found.len(), 4, "{found:?}");
}

#[test]
fn values_that_do_not_suit_their_fact_are_refused() {
    let count = |value: &str| {
        facts(&format!(
            "  a: {{kind: count, unit: people, claims: [{{source: herald, value: \"{value}\", quote: q 1}}]}}\n"
        ))
    };
    assert_eq!(count("15 people"), Vec::<String>::new());
    assert_eq!(count("15 dogs"), ["value-unsuited \"15 dogs\""]);
    assert_eq!(count("$15"), ["value-unsuited \"$15\""]);
    assert_eq!(count("15 %"), ["value-unsuited \"15 %\""]);
    assert_eq!(count("1.000"), ["number-unreadable 1.000"]);
    assert_eq!(
        facts("  a: {kind: money, claims: [{source: herald, value: 40 billion, quote: q 1}]}\n"),
        ["value-unsuited 40 billion"]
    );
    assert_eq!(
        facts("  a: {kind: date, claims: [{source: herald, value: 2025-02-30, quote: q 1}]}\n"),
        ["date-unreadable 2025-02-30"]
    );
    assert_eq!(
        facts(
            "  a: {kind: position, positions: {works: W, fails: F}, claims: [{source: herald, value: work, quote: q r s}]}\n"
        ),
        ["value-unknown work"]
    );
    assert_eq!(
        facts("  a: {kind: yes-no, claims: [{source: herald, value: maybe, quote: q r s}]}\n"),
        ["value-unknown maybe"]
    );
}

#[test]
fn fields_that_mean_nothing_for_the_kind_are_refused() {
    assert_eq!(
        facts(
            "  a: {kind: date, unit: days, series: new, claims: [{source: herald, value: 2025, quote: q 2025}]}\n"
        ),
        ["value-unsuited days", "value-unsuited new"]
    );
}

#[test]
fn parts_belong_to_breakdowns_and_values_to_plain_facts() {
    assert_eq!(
        facts("  a: {kind: count, unit: people, claims: [{source: herald, parts: {thai: 1}, quote: q 1}]}\n"),
        ["value-unsuited herald"]
    );
    assert_eq!(
        facts(
            "  a: {kind: count, unit: people, by: nationality, claims: [{source: herald, parts: {tai: 1}, quote: q 1}]}\n"
        ),
        ["reference-unknown tai"]
    );
    assert_eq!(
        facts("  a: {kind: count, unit: people, claims: [{source: herald, quote: q 1}]}\n"),
        ["value-unsuited herald"]
    );
}

#[test]
fn empty_and_doubled_claims_are_refused() {
    assert_eq!(facts("  a: {kind: text, claims: []}\n"), ["claims-empty []"]);
    let claim = "{source: herald, value: x, quote: q r s}";
    assert_eq!(facts(&format!("  a: {{kind: text, claims: [{claim}, {claim}]}}\n"))[0], "claim-duplicate x");
}

#[test]
fn a_source_that_answers_twice_is_told_apart_by_its_quotes() {
    let sheet = "title: R\nsummary: S\nfacts:\n  a: {kind: text, claims: [{source: herald, value: x, quote: q r s}, {source: herald, value: y, quote: t u v}]}\n";
    let (corpus, _, faults) = project(&[("content/events/raid.yaml", sheet)]);
    assert_eq!(faults, []);
    let corpus = corpus.expect("settings are there");
    let anchors: Vec<&str> = corpus.claims.iter().map(|claim| claim.anchor.as_str()).collect();
    assert_ne!(anchors[0], anchors[1]);
    assert!(
        anchors.iter().all(|anchor| anchor.starts_with("a--herald-") && anchor.len() == 14),
        "{anchors:?}"
    );
}

#[test]
fn circles_are_refused() {
    let circle = "asia: {kind: place, name: Asia, in: laos}\nlaos: {kind: place, name: Laos, in: asia}\n";
    assert_eq!(
        faults(&[("content/entities.yaml", circle)]),
        ["reference-circular content/entities.yaml:2 asia"]
    );
    let article = ARTICLE.1.replace("kind: report", "kind: report\nrests_on: [herald]");
    assert_eq!(
        faults(&[("content/articles/herald.md", &article)]),
        ["reference-circular content/articles/herald.md:7 herald"]
    );
    assert_eq!(
        facts("  a: {kind: text, same_as: raid/a, claims: [{source: herald, value: x, quote: q r s}]}\n"),
        ["reference-circular raid/a"]
    );
}

#[test]
fn names_that_two_entities_share_are_refused() {
    let entities =
        "ann-lee: {kind: person, name: Ann Lee}\nlee-ann: {kind: person, name: Lee, aliases: [Ann LEE]}\n";
    assert_eq!(
        faults(&[("content/entities.yaml", entities)]),
        ["name-ambiguous content/entities.yaml:2 Ann LEE"]
    );
}

#[test]
fn prose_is_bound_to_facts_that_exist() {
    let sheet = RAID.replace("fact:arrests", "fact:arests");
    assert_eq!(
        faults(&[("content/events/raid.yaml", &sheet)]),
        ["reference-unknown content/events/raid.yaml:2 [](fact:arests)"]
    );
    let page = "---\ntitle: A\n---\n[x](javascript:alert) <b>y</b> [](fact:raid/arrests@post)\n";
    assert_eq!(
        faults(&[("content/pages/about.md", page)]),
        [
            "link-unsafe content/pages/about.md:4 [x](javascript:alert)",
            "html-raw content/pages/about.md:4 <b>",
            "html-raw content/pages/about.md:4 </b>",
            "reference-unknown content/pages/about.md:4 [](fact:raid/arrests@pos",
        ]
    );
}

#[test]
fn relative_dates_follow_the_same_sources_date() {
    let sheet = "title: R\nsummary: S\nfacts:\n  visit: {kind: date, claims: [{source: herald, value: 2025-04-17, quote: q 17}]}\n  raid: {kind: date, claims: [{source: herald, relative: {to: visit, days: 3}, quote: three days after}]}\n";
    let (corpus, _, faults) = project(&[("content/events/raid.yaml", sheet)]);
    assert_eq!(faults, []);
    let corpus = corpus.expect("settings are there");
    let dates: Vec<_> = corpus.claims.iter().map(|claim| claim.reading.clone()).collect();
    let (Reading::Date(visit), Reading::Date(raid)) = (&dates[0], &dates[1]) else {
        panic!("two dates: {dates:?}")
    };
    assert_eq!(raid.earliest().map(|day| day.0), visit.earliest().map(|day| day.0 + 3));
}

#[test]
fn drafts_and_what_only_they_say_are_left_out() {
    let article = ARTICLE.1.replace("kind: report", "kind: report\ndraft: true");
    let raid = RAID.replace("[](fact:arrests)", "some");
    let other = raid.replace("herald, value: 20, quote: held 20", "post, value: 30, quote: held 30");
    let (corpus, _, faults) = project(&[
        ("content/articles/herald.md", &article),
        ("content/events/raid.yaml", &raid),
        ("content/events/other.yaml", &other),
    ]);
    assert!(faults.iter().all(|fault| fault.level != Level::Error), "{faults:?}");
    let corpus = corpus.expect("settings are there");
    assert_eq!((corpus.claims.len(), corpus.facts.len(), corpus.sheets.len()), (1, 1, 1));
    assert_eq!(corpus.articles.len(), 1);
}

#[test]
fn an_embargo_ends_on_its_day() {
    let article = ARTICLE.1.replace("kind: report", "kind: report\nembargo: 2026-01-02");
    let sources = |day: Option<i32>| {
        let files = [SETTINGS, ("content/articles/herald.md", article.as_str())];
        let files = files.map(|(path, text)| SourceFile { path: path.into(), text: text.to_owned() });
        let sources = Sources::new(files.to_vec());
        let (parsed, _) = parse(&sources);
        let selection = Selection { as_of: day.map(variorum::model::Day), drafts: false };
        resolve(&parsed, &sources, selection).0.expect("settings are there").articles.len()
    };
    // 2026-01-02 is day 20455.
    assert_eq!((sources(None), sources(Some(20454)), sources(Some(20455))), (0, 0, 1));
}

#[test]
fn files_that_nothing_reads_are_reported() {
    assert_eq!(faults(&[("content/event/x.yaml", "a: b\n")]), ["file-unexpected content/event/x.yaml:1 "]);
    assert_eq!(faults(&[("content/events/x.yml", "a: b\n")]), ["file-unexpected content/events/x.yml:1 "]);
}

#[test]
fn two_holders_of_a_one_holder_office_are_refused_where_their_periods_meet() {
    let office = |end: &str| {
        format!(
            "ann: {{kind: person, name: Ann}}\nbo: {{kind: person, name: Bo}}\n\
             mayor: {{kind: office, name: Mayor, exclusive: true, holders: [{{person: ann, to: {end}}}, {{person: bo, from: 2023-08-22}}]}}\n"
        )
    };
    assert_eq!(faults(&[("content/entities.yaml", &office("2023-08-22"))]), Vec::<String>::new());
    assert_eq!(faults(&[("content/entities.yaml", &office("2023-08"))]), Vec::<String>::new());
    let found = faults(&[("content/entities.yaml", &office("2024"))]);
    assert_eq!(found, ["office-overlap content/entities.yaml:3 {person: bo, from: 2023-"]);
    let person = "ann: {kind: person, name: Ann, holders: [{person: ann}]}\n";
    assert_eq!(
        faults(&[("content/entities.yaml", person)]),
        ["value-unsuited content/entities.yaml:1 {person: ann}"]
    );
}
