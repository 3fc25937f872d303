//! A theme changes what it says it changes, and inherits the rest; an edition's language is on its pages.

use crate::{build, committed, example, tree};
use camino::Utf8Path;

/// The repository's own project with its settings changed, built.
fn built_with(settings: impl Fn(&str) -> String) -> Option<tree::Tree> {
    let example = example()?;
    let folder = tempfile::tempdir().expect("a folder for tests can be made");
    let project = Utf8Path::from_path(folder.path()).expect("it is UTF-8").join("project");
    for part in ["content", "themes"] {
        tree::write(&tree::read(&example.join(part)), &project.join(part));
    }
    let own = fs_err::read_to_string(example.join("variorum.yaml")).expect("the repository is a project");
    fs_err::write(project.join("variorum.yaml"), settings(&own)).expect("the folder is ours");
    build(&project, &project.join("site"), &[]);
    Some(tree::read(&project.join("site")))
}

fn page(site: &tree::Tree, name: &str) -> String {
    String::from_utf8_lossy(site.get(name).unwrap_or_else(|| unreachable!("no {name}"))).into_owned()
}

/// A style sheet by its name without the digest.
fn sheet<'a>(site: &'a tree::Tree, name: &str) -> Option<&'a [u8]> {
    let start = format!("assets/{name}");
    let mut sheets = site.iter().filter(|(path, _)| path.starts_with(&start) && path.ends_with(".css"));
    sheets.next().map(|(_, bytes)| bytes.as_slice())
}

#[test]
fn the_second_theme_overrides_templates_palette_and_strings_and_inherits_the_rest() {
    let wire = built_with(|own| own.replace("theme: default", "theme: wire"));
    let (Some(wire), Some(default)) = (wire, committed()) else { return };
    let html = wire.keys().filter(|name| name.ends_with(".html"));
    assert!(html.eq(default.keys().filter(|name| name.ends_with(".html"))), "the same pages");
    let (briefing, events) = (page(&wire, "index.html"), page(&wire, "events/index.html"));
    assert!(briefing.contains("<link rel=\"stylesheet\" href=\"assets/wire-"));
    assert!(briefing.contains("<h2>Top line</h2>") && events.contains("Every version on file"));
    assert!(events.contains("<ol class=\"log\">"), "a template of the theme's own");
    assert!(sheet(&wire, "variorum") == sheet(&default, "variorum"), "the style below it");
    let event = page(&wire, "events/2025-07-raids.html");
    assert!(event.contains("id=\"arrests\"") && event.contains("<h2>What the sources say</h2>"));
    let at = |id: &str| event.find(&format!("id=\"{id}\"")).unwrap_or_else(|| unreachable!("no {id}"));
    let order = ["disagreements", "by-question", "answers", "what-happened", "sources"].map(at);
    assert!(order.is_sorted(), "an order of the theme's own: {order:?}");
    assert!(!event.contains("<details class=\"all\">"), "every answer stands open");
}

#[test]
fn an_edition_in_a_language_from_right_to_left_says_so_and_marks_what_stays_english() {
    let Some(arabic) = built_with(|own| own.replace("language: en", "language: ar")) else { return };
    let event = page(&arabic, "events/2025-07-raids.html");
    assert!(event.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(event.contains("<p lang=\"en\" dir=\"ltr\">"), "the checker's sentences are English");
    let apart = |words: &str| format!("<span lang=\"en\" dir=\"ltr\">{words}</span>");
    assert!(
        event.contains(&format!("<h2>{}</h2>", apart("What happened"))),
        "a string without a translation"
    );
    assert!(event.contains(&format!("<p class=\"words\">{}", apart("14–16 July 2025"))), "a date");
    assert!(
        event.contains("\" lang=\"en\" dir=\"ltr\">The nationwide operation, which took place"),
        "quoted words"
    );
    assert!(event.contains("assets/rtl-"), "prose and names keep the order of their own script");
}

#[test]
fn an_edition_in_khmer_has_its_months_and_marks() {
    let Some(khmer) = built_with(|own| own.replace("language: en", "language: km")) else { return };
    let event = page(&khmer, "events/2025-07-raids.html");
    assert!(event.contains("<html lang=\"km\">") && event.contains("កក្កដា 2025"));
    for english in ["July", "November"] {
        let marked = format!("<span lang=\"en\" dir=\"ltr\">15 {english}");
        assert!(!event.contains(&marked), "dates have Khmer months");
    }
    assert!(!event.contains("assets/rtl-"));
}
