//! Prose that is bound to facts, in editions of other languages: it is read in the edition's language and in
//! English, and what no claim says is refused in both.

#[expect(dead_code, reason = "a folder that other tests share")]
mod project;

use project::Project;
use variorum::pipeline::{self, Options};
use variorum::source;

const SETTINGS: &str = include_str!("faults/sound/variorum.yaml");

/// What is wrong with a page of these words in an edition of a language.
fn errors(language: &str, words: &str) -> Vec<String> {
    let settings = SETTINGS.replace("language: en", &format!("language: {language}"));
    let page = format!("---\ntitle: Notes\n---\n{words}\n");
    let project =
        Project::over(&[("variorum.yaml", settings.as_bytes()), ("content/pages/notes.md", page.as_bytes())]);
    let built = pipeline::build(&source::load(&project.root).unwrap(), &Options::default());
    let of_page = built.diagnostics.iter().filter(|fault| fault.code.as_str().starts_with("prose"));
    of_page.map(|fault| format!("{}; {}", fault.message, fault.help.as_deref().unwrap_or_default())).collect()
}

#[track_caller]
fn accepts(language: &str, words: &str) {
    assert_eq!(errors(language, words), Vec::<String>::new(), "{language}: {words}");
}

#[track_caller]
fn refuses(language: &str, words: &str) {
    assert_eq!(errors(language, words).len(), 1, "{language}: {words}");
}

#[test]
fn german_prose_is_read_in_german() {
    accepts("de", "Die Zeitung zählt [über 1.500](fact:raid/arrests@beta) Festnahmen.");
    accepts("de", "Sie zählt [mehr als 1.500 Festgenommene](fact:raid/arrests@beta).");
    accepts(
        "de",
        "Alpha News zählt [1.208](fact:raid/arrests@alpha) Festnahmen am [14. Juli 2025](fact:raid/raid-date@alpha).",
    );
    refuses("de", "Die Zeitung zählt [1.500](fact:raid/arrests@beta) Festnahmen.");
    refuses("de", "Sie zählt [etwa 1.500](fact:raid/arrests@beta) Festnahmen.");
    refuses("de", "Alpha News zählt [mehr als 1.208](fact:raid/arrests@alpha) Festnahmen.");
    refuses("de", "Am [15. Juli 2025](fact:raid/raid-date@alpha) begann es.");
}

#[test]
fn khmer_prose_is_read_in_khmer() {
    accepts("km", "ប៉ូលិសបានចាប់ខ្លួនមនុស្ស [ជាង ១៥០០ នាក់](fact:raid/arrests@beta)។");
    accepts(
        "km",
        "ចំនួន [១២០៨](fact:raid/arrests@alpha) នាក់ នៅថ្ងៃទី [១៤ ខែកក្កដា ឆ្នាំ២០២៥](fact:raid/raid-date@alpha)។",
    );
    refuses("km", "ប៉ូលិសបានចាប់ខ្លួនមនុស្ស [១៥០០ នាក់](fact:raid/arrests@beta)។");
    refuses("km", "ប៉ូលិសបានចាប់ខ្លួនមនុស្ស [ជាង ១២០៨ នាក់](fact:raid/arrests@alpha)។");
    refuses("km", "នៅថ្ងៃទី [១៥ ខែកក្កដា ឆ្នាំ២០២៥](fact:raid/raid-date@alpha)។");
}

#[test]
fn english_is_read_in_every_edition() {
    for language in ["de", "km", "ar", "en", "xh"] {
        accepts(language, "The paper counts [over 1,500 arrests](fact:raid/arrests@beta).");
        accepts(language, "The paper counts [more than 1,500](fact:raid/arrests@beta).");
        refuses(language, "The paper counts [about 1,500](fact:raid/arrests@beta).");
        accepts(language, "It began on [14 July 2025](fact:raid/raid-date@alpha).");
        refuses(language, "It began on [15 July 2025](fact:raid/raid-date@alpha).");
    }
}

#[test]
fn what_stands_around_a_figure_of_prose_is_read() {
    refuses("en", "[The toll passed 1,208](fact:raid/arrests@alpha).");
    refuses("de", "[Die Zahl der Opfer überstieg 1.208](fact:raid/arrests@alpha).");
    accepts("en", "[The toll passed 1,500](fact:raid/arrests@beta).");
    accepts("de", "[Die Zahl der Opfer überstieg 1.500](fact:raid/arrests@beta).");
    accepts("en", "They held [1,208 to over 1,500](fact:raid/arrests).");
    refuses("de", "Nach Zählung von Alpha News [nicht 1.208](fact:raid/arrests@alpha).");
}

#[test]
fn the_titles_of_charts_are_read_in_the_language_of_the_edition() {
    let chart = |title: &str| format!("Vorab.\n\n![{title}](chart:raid/arrests)\n");
    accepts("de", &chart("1.208 oder mehr als 1.500 Festnahmen"));
    refuses("de", &chart("Rund 1.500 Festnahmen"));
    accepts("de", &chart("Festnahmen am 14. Juli 2025"));
    refuses("de", &chart("Festnahmen am 13 July 2025"));
    accepts("de", &chart("More than 1,500 arrests"));
    refuses("de", &chart("More than 1,208 arrests"));
}

#[test]
fn pages_say_what_a_source_is_read_as_in_the_words_of_the_edition() {
    let strings = "group: \".\"\ndecimal: \",\"\nstrings:\n  read-as: \"Gelesen als {reading}\"\n  \
        perhaps-rounded: \"{figure}, vielleicht gerundet\"\n  plausibly: \"{strict}; wohl {plausible}\"\n  above: \"über {figure}\"\n  \
        at-most: \"höchstens {figure}\"\n  both-ends: \"{low}, {high}\"\n";
    let article = "---\ntitle: รายงาน\noutlet: Gamma\npublished: \"2025-07-18\"\nlanguage: th\nkind: report\ntext: full\n---\n\
        มีผู้ได้รับผลกระทบ 20 ล้านคน และตำรวจจับกุมมากกว่า 500 คน\n";
    let sheet = "title: Folgen\nsummary: Folgen.\nfacts:\n  \
        affected:\n    kind: count\n    unit: people\n    claims:\n      \
        - {source: gamma, value: 20 ล้าน, quote: ได้รับผลกระทบ 20 ล้านคน}\n  \
        held:\n    kind: count\n    unit: people\n    claims:\n      \
        - {source: gamma, value: มากกว่า 500, quote: จับกุมมากกว่า 500 คน}\n";
    let project = Project::over(&[
        ("variorum.yaml", SETTINGS.replace("language: en", "language: de").as_bytes()),
        ("strings/de.yaml", strings.as_bytes()),
        ("content/articles/gamma.md", article.as_bytes()),
        ("content/events/effects.yaml", sheet.as_bytes()),
    ]);
    let built = pipeline::build(&source::load(&project.root).unwrap(), &Options::default());
    let errors: Vec<_> =
        built.diagnostics.iter().filter(|fault| fault.code.as_str() != "strings-missing").collect();
    let edition = built.edition.as_ref();
    assert!(edition.is_some(), "{errors:#?}");
    let page = edition.and_then(|edition| edition.tree.get("events/effects.html")).unwrap();
    let page = String::from_utf8_lossy(page);
    for words in
        ["20 ล้าน", "20.000.000, vielleicht gerundet", "มากกว่า 500", "über 500; wohl über 500, höchstens 625"]
    {
        assert!(page.contains(words), "{words}\n{page}");
    }
}

#[test]
fn an_address_of_mail_in_prose_is_a_link_on_its_page() {
    let page = "---\ntitle: X\n---\nWrite to <desk@example.org> for more.\n";
    let project = Project::over(&[("content/pages/x.md", page.as_bytes())]);
    let built = pipeline::build(&source::load(&project.root).unwrap(), &Options::default());
    assert_eq!(built.diagnostics, []);
    let tree = built.edition.unwrap().tree;
    let html = String::from_utf8(tree.get("x.html").unwrap().to_vec()).unwrap();
    assert!(html.contains("<a href=\"mailto:desk@example.org\">desk@example.org</a>"), "{html}");
}

#[test]
fn no_file_for_libraries_makes_up_a_day_for_a_text_of_two_months() {
    let article = "---\ntitle: B\noutlet: O\npublished: \"2024-05/2024-06\"\nlanguage: en\nkind: report\ntext: full\n---\nText.\n";
    let settings = format!("{SETTINGS}exports: [bibtex]\n");
    let files: [(&str, &str); 2] = [("content/articles/late.md", article), ("variorum.yaml", &settings)];
    let project = Project::over(&files.map(|(path, text)| (path, text.as_bytes())));
    let built = pipeline::build(&source::load(&project.root).unwrap(), &Options::default());
    let tree = built.edition.unwrap().tree;
    let text = |path: &str| String::from_utf8(tree.get(path).unwrap().to_vec()).unwrap();
    let bibtex = text("data/articles.bib");
    assert!(bibtex.contains("date = {2024-05/2024-06}"), "{bibtex}");
    let csl = text("data/articles.csl.json").split_whitespace().collect::<String>();
    assert!(csl.contains("[[2024,5],[2024,6]]"), "{csl}");
    for (path, bytes) in tree.iter() {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("2024-05-01") && !text.contains("2024-06-30"), "{path}");
    }
}
