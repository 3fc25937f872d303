//! Pages that are found by a label, in the menu, or at an address that they had before.

#[expect(dead_code, reason = "a folder that other tests share")]
mod project;

use project::Project;
use variorum::pipeline::{self, Built, Options};
use variorum::source;

const SETTINGS: &str = include_str!("faults/sound/variorum.yaml");
const SHEET: &str = include_str!("faults/sound/content/events/raid.yaml");
const PAGE: &str = include_str!("faults/sound/content/pages/about.md");

fn built(settings: &str, sheet: &str, page: &str) -> Built {
    let settings = format!("{SETTINGS}{settings}");
    let sheet = SHEET.replacen("places:", &format!("{sheet}places:"), 1);
    let page = PAGE.replacen("---\n", &format!("---\n{page}"), 1);
    let files = [
        ("variorum.yaml", settings.as_bytes()),
        ("content/events/raid.yaml", sheet.as_bytes()),
        ("content/pages/about.md", page.as_bytes()),
    ];
    pipeline::build(&source::load(&Project::over(&files).root).unwrap(), &Options::default())
}

/// A file of a sound edition.
fn file(built: &Built, path: &str) -> String {
    let edition = built.edition.as_ref().unwrap_or_else(|| unbuilt(built));
    String::from_utf8_lossy(edition.tree.get(path).unwrap_or_else(|| unbuilt(&path))).into_owned()
}

#[allow(clippy::panic, reason = "a test whose project is faulty has nothing to say")]
fn unbuilt<T>(what: &impl std::fmt::Debug) -> T {
    panic!("{what:#?}")
}

#[track_caller]
fn refused(built: &Built, expected: &[&str]) {
    let told: Vec<&str> = built.diagnostics.iter().map(|fault| fault.message.as_str()).collect();
    assert_eq!(told, expected);
    assert!(built.edition.is_none());
}

/// The targets of the links in the first list of a page, or of its foot.
fn menu(html: &str, part: &str) -> Vec<String> {
    let list = html.split_once(part).unwrap().1.split_once("<ul>").unwrap().1.split_once("</ul>").unwrap().0;
    let links = list.split("href=\"").skip(1);
    links.map(|rest| rest.split_once('"').unwrap().0.to_owned()).collect()
}

#[test]
fn each_label_has_a_page_that_lists_what_bears_it() {
    let built = built("", "tags: [raids, Human trafficking, Raids, ការវាយឆ្មក់]\n", "");
    let index = file(&built, "tags/index.html");
    assert!(index.contains("<a href=\"human-trafficking.html\">Human trafficking</a>"), "{index}");
    assert_eq!(index.matches("<a href=\"raids.html\">").count(), 1, "one label in two spellings");
    let page = file(&built, "tags/raids.html");
    assert!(page.contains("<a href=\"../events/raid.html\">Raid on a compound</a>"), "{page}");
    let event = file(&built, "events/raid.html");
    assert!(event.contains("<a href=\"../tags/human-trafficking.html\">Human trafficking</a>"), "{event}");
    let map = file(&built, "sitemap.xml");
    assert!(map.contains("https://example.org/edition/tags/raids.html"), "{map}");
    assert!(file(&built, "search.html").contains("href=\"tags/raids.html\""));
    let khmer = event.split("href=\"../tags/").find(|rest| rest.contains("ការវាយឆ្មក់</a>")).unwrap();
    assert!(khmer.split('"').next().unwrap().is_ascii(), "an address needs no escaping: {khmer}");
}

#[test]
fn an_edition_without_labels_has_no_pages_of_them() {
    let built = built("", "", "");
    assert!(!file(&built, "index.html").contains("tags/"));
    assert!(built.edition.unwrap().tree.get("tags/index.html").is_none());
}

#[test]
fn the_menu_has_the_pages_that_it_names_in_their_order() {
    let built = built("menu: [discrepancies, about, briefing, questions]\n", "", "");
    let page = file(&built, "index.html");
    // There are no questions to list, so that the menu leaves them out.
    assert_eq!(menu(&page, "class=\"masthead\""), ["discrepancies.html", "about.html", "index.html"]);
    let foot = menu(&page, "class=\"colophon\"");
    assert!(foot.contains(&"events/index.html".to_owned()) && foot.contains(&"search.html".to_owned()));
    assert!(!foot.contains(&"about.html".to_owned()), "{foot:?}");
    refused(
        &self::built("menu: [briefing, discrepencies, briefing]\n", "", ""),
        &["no page of the edition is called `discrepencies`", "`briefing` stands twice in the menu"],
    );
}

#[test]
fn an_old_address_leads_to_the_page_that_stood_there() {
    let sheet = "redirect_from: [old-raid, news/2025/raid.html]\n";
    let built = built("", sheet, "redirect_from: [legal/imprint.html]\n");
    for (old, new, title) in [
        ("events/old-raid.html", "raid.html", "Raid on a compound"),
        ("news/2025/raid.html", "../../events/raid.html", "Raid on a compound"),
        ("legal/imprint.html", "../about.html", "About"),
    ] {
        let page = file(&built, old);
        assert!(page.contains(&format!("<meta http-equiv=\"refresh\" content=\"0; url={new}\">")), "{page}");
        assert!(page.contains(&format!("<a href=\"{new}\">{title}")), "{page}");
    }
    let page = file(&built, "events/old-raid.html");
    let canonical = "<link rel=\"canonical\" href=\"https://example.org/edition/events/raid.html\">";
    assert!(page.contains(canonical), "{page}");
    let map = file(&built, "sitemap.xml");
    assert!(!map.contains("old-raid") && map.contains("events/raid.html"));
    assert!(!file(&built, "search.html").contains("old-raid"));
}

#[test]
fn an_old_address_that_is_taken_or_is_none_is_refused() {
    refused(
        &built("", "redirect_from: [sources/alpha.html]\n", ""),
        &["`sources/alpha.html` is the path of another file of the edition"],
    );
    refused(
        &built("", "redirect_from: [gone]\n", "redirect_from: [events/gone.html]\n"),
        &["`events/gone.html` is the path of another file of the edition"],
    );
    for words in ["/events/old.html", "../old.html", "'events/old page.html'", "https://example.org/old.html"]
    {
        let told = words.trim_matches('\'');
        let message = format!("`{told}` is neither the path of a page nor an id");
        refused(&built("", &format!("redirect_from: [{words}]\n"), ""), &[&message]);
    }
}

#[test]
fn the_address_of_a_page_that_was_taken_away_says_so() {
    let removed = "removed:\n  - page: events/hoax.html\n    reason: The outlet withdrew its report.\n";
    let built = built(removed, "", "");
    let page = file(&built, "events/hoax.html");
    assert!(page.contains("Page removed") && page.contains("The outlet withdrew its report."), "{page}");
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">") && !page.contains("canonical"));
    assert!(!file(&built, "sitemap.xml").contains("hoax"));
    refused(
        &self::built("removed: [{page: events/raid.html, reason: Gone.}]\n", "", ""),
        &["`events/raid.html` is the path of another file of the edition"],
    );
    refused(
        &self::built("removed: [{page: events, reason: Gone.}]\n", "", ""),
        &["`events` is not the path of a page"],
    );
}
