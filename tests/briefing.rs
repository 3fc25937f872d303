//! The briefing to the minimum of a situation report: what stands on it and in which order, on the
//! page and in briefing.md alike; where corrections go; how many highlights are too few or too many.

#[expect(dead_code, reason = "a folder that other tests share")]
mod project;

use project::Project;
use variorum::pipeline::{self, Built, Options};
use variorum::source;

const BRIEFING: &str = include_str!("faults/sound/content/briefing.md");
const SETTINGS: &str = include_str!("faults/sound/variorum.yaml");

fn built(files: &[(&str, &str)]) -> Built {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    let project = Project::over(&files);
    pipeline::build(&source::load(&project.root).unwrap(), &Options::default())
}

/// The page and the Markdown of a sound project with files laid over it.
fn both(files: &[(&str, &str)]) -> [String; 2] {
    let built = built(files);
    let edition = built.edition.unwrap_or_else(|| unbuilt(&built.diagnostics));
    ["index.html", "briefing.md"]
        .map(|path| String::from_utf8_lossy(edition.tree.get(path).unwrap()).into_owned())
}

#[allow(clippy::panic, reason = "a test whose project is faulty has nothing to say")]
fn unbuilt<T>(faults: &impl std::fmt::Debug) -> T {
    panic!("{faults:#?}")
}

/// The headings of the page below its title.
fn headings_of_page(html: &str) -> Vec<String> {
    let main = html.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
    let headings = main.split("<h2").skip(1).filter_map(|rest| rest.split_once('>'));
    headings.filter_map(|(_, rest)| Some(rest.split_once("</h2>")?.0.to_owned())).collect()
}

fn headings_of_markdown(text: &str) -> Vec<String> {
    text.lines().filter_map(|line| line.strip_prefix("## ")).map(str::to_owned).collect()
}

#[test]
fn the_page_and_the_markdown_have_the_same_sections_in_the_same_order() {
    let expected = [
        "In brief",
        "Key figures",
        "Overview",
        "Open disputes",
        "What is not known",
        "Timeline",
        "How we know",
        "Notes",
        "Cite this page",
    ];
    let [page, text] = both(&[]);
    assert_eq!(headings_of_page(&page), expected);
    assert_eq!(headings_of_markdown(&text), expected);
    for said in [
        "1 August 2025",
        "The range of reports",
        "Alpha News",
        "rests on a short quotation",
        "How this works",
    ] {
        assert!(page.contains(said), "the page does not say `{said}`");
        assert!(text.contains(said), "the Markdown does not say `{said}`");
    }
}

#[test]
fn an_edition_without_disputes_or_notes_says_so_in_both() {
    let quiet = "title: A raid\ndate: \"2025-07-15\"\nsummary: Nothing is said.\nsources: {beta: {}}\nfacts:\n  officers:\n    \
                 kind: count\n    unit: officers\n    claims:\n      - {source: beta, value: 31, quote: 31 officers are based}\n";
    let [page, text] = both(&[
        ("content/events/raid.yaml", quiet),
        ("content/briefing.md", "---\nas_of: \"2025-08-01\"\n---\n"),
        ("content/pages/about.md", "---\ntitle: About\n---\nA desk.\n"),
    ]);
    for text in [&page, &text] {
        assert!(text.contains("No contradiction between the sources is open."), "{text}");
        assert!(text.contains("31"), "{text}");
    }
    assert_eq!(headings_of_page(&page), headings_of_markdown(&text));
}

#[test]
fn corrections_go_to_the_contact_else_to_the_repository_else_to_the_page_about_the_edition() {
    let check = |settings: &str, expected: [&str; 2]| {
        let [page, text] = both(&[("variorum.yaml", &format!("{SETTINGS}{settings}"))]);
        assert!(page.contains(expected[0]), "{settings}: no {}", expected[0]);
        assert!(text.contains(expected[1]), "{settings}: no {}", expected[1]);
    };
    let contact =
        "publisher: {name: A desk, contact: desk@example.org}\nrepository: https://example.org/repository\n";
    check(
        contact,
        ["href=\"mailto:desk@example.org\"", "questions: [desk@example.org](mailto:desk@example.org)"],
    );
    let repository = "repository: https://example.org/repository\n";
    check(
        repository,
        ["href=\"https://example.org/repository\"", "questions: [https://example.org/repository]"],
    );
    check("", ["Corrections and questions: <a href=\"about.html\"", "questions: [About"]);
}

#[test]
fn two_to_five_highlights_can_be_read_at_a_glance() {
    let check = |n: usize, expected: Option<&str>| {
        let one = "  - Alpha News counts [1,208](fact:raid/arrests@alpha) arrests.\n";
        let list =
            if n == 0 { "highlights: []\n".to_owned() } else { format!("highlights:\n{}", one.repeat(n)) };
        let briefing = format!("---\nas_of: \"2025-08-01\"\n{list}---\nNothing else is known.\n");
        let built = built(&[("content/briefing.md", &briefing)]);
        let said = built.diagnostics.iter().find(|fault| fault.code.as_str() == "highlights-uncounted");
        assert_eq!(said.map(|fault| fault.message.as_str()), expected, "{n}");
        assert!(built.edition.is_some(), "a count is a warning: {:?}", built.diagnostics);
    };
    check(0, Some("the briefing has 0 highlights"));
    check(1, Some("the briefing has 1 highlight"));
    check(2, None);
    check(5, None);
    check(6, Some("the briefing has 6 highlights"));
}

#[test]
fn the_desk_chooses_the_figures_that_lead() {
    let chosen = |figures: &str| {
        let front = format!("---\nas_of: \"2025-08-01\"\nkey_figures: {figures}\n");
        BRIEFING.replacen("---\nas_of: \"2025-08-01\"\n", &front, 1)
    };
    let [page, text] = both(&[("content/briefing.md", &chosen("[raid/arrests]"))]);
    let figures = page.split_once("id=\"key-figures\"").unwrap().1.split_once("</section>").unwrap().0;
    assert_eq!(figures.matches("<p class=\"head\">").count(), 1, "{figures}");
    assert!(figures.contains("<li class=\"first\">") && figures.contains("<figure"), "its range is drawn");
    assert!(text.contains("## Key figures"));
    let refused = |figures: &str, expected: &str| {
        let built = built(&[("content/briefing.md", &chosen(figures))]);
        assert!(built.edition.is_none(), "{figures}");
        let said: Vec<&str> = built.diagnostics.iter().map(|fault| fault.message.as_str()).collect();
        assert!(said.iter().any(|said| said.contains(expected)), "{figures}: {said:?}");
    };
    refused("[raid/order-giver]", "is no question for one figure");
    refused("[raid/arrests-by-nationality]", "is no question for one figure");
    refused("[raid/arrests@alpha]", "is no question for one figure");
    refused("[raid/arests]", "arests");
    refused(&format!("[{}]", ["raid/arrests"; 6].join(", ")), "the briefing has 6 key figures");
}

#[test]
fn what_would_settle_a_dispute_is_told_once() {
    let [page, text] = both(&[]);
    for told in [&page, &text] {
        let settles = told.matches("settle").count();
        assert!(settles <= 2, "{settles}: {told}");
    }
}

#[test]
fn a_briefing_says_that_its_sources_are_old_by_its_own_date_and_no_clock() {
    let stale = "Not updated since ";
    let [page, text] = both(&[]);
    assert!(!page.contains(stale) && !text.contains(stale), "the sources are of the same weeks");
    let later = BRIEFING.replace("2025-08-01", "2026-08-01");
    for text in both(&[("content/briefing.md", &later)]) {
        assert!(text.contains(stale), "{text}");
    }
}

#[test]
fn a_vague_figure_is_said_of_what_it_counts() {
    let beta = include_str!("faults/sound/content/articles/beta.md");
    let raid = include_str!("faults/sound/content/events/raid.yaml");
    let raid = raid.replace("rulings:", "  helpers:\n    kind: count\n    unit: people\n    claims:\n      - {source: beta, value: tens of thousands, quote: tens of thousands of people fled}\nrulings:");
    let [page, text] = both(&[
        ("content/articles/beta.md", &format!("{beta}\nThey add that tens of thousands of people fled.\n")),
        ("content/events/raid.yaml", &raid),
    ]);
    assert!(text.contains("tens of thousands of people"), "{text}");
    assert!(page.contains("tens of thousands <small>of people</small>"));
}
