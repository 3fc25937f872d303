//! Every chart of the built edition: what stands beside it, what it is made of, and its files.

use std::collections::BTreeSet;

use camino::Utf8PathBuf;
use quick_xml::events::Event;

use crate::tree::Tree;
use crate::{build, committed, repository, tree};

/// A chart as it stands in a page.
struct Shown<'a> {
    page: &'a str,
    html: &'a str,
}

impl<'a> Shown<'a> {
    fn between(&self, start: &str, end: &str) -> &'a str {
        let (_, rest) = self.html.split_once(start).expect(self.page);
        rest.split_once(end).expect(self.page).0
    }

    fn svg(&self) -> String {
        format!("<svg {}</svg>", self.between("<svg ", "</svg>"))
    }

    /// The caption, which names the drawing, and the paragraph that describes it.
    fn told(&self) -> (&'a str, &'a str) {
        let caption = self.between("<figcaption id=\"", "</figcaption>");
        let (id, title) = caption.split_once("--t\">").expect(self.page);
        let desc = self.between(&format!("<p id=\"{id}--d\">"), "</p>");
        let names = format!("aria-labelledby=\"{id}--t\" aria-describedby=\"{id}--d\"");
        assert!(self.html.contains(&names), "{}: {id}", self.page);
        (title, desc)
    }
}

fn text<'a>(site: &'a Tree, name: &str) -> &'a str {
    std::str::from_utf8(&site[name]).expect("the edition is UTF-8")
}

fn shown(site: &Tree) -> Vec<Shown<'_>> {
    let mut all = Vec::new();
    for page in site.keys().filter(|name| name.ends_with(".html")) {
        for rest in text(site, page).split("<figure class=\"chart\"").skip(1) {
            all.push(Shown { page, html: rest.split("</figure>").next().unwrap_or_default() });
        }
    }
    all
}

/// Parses an SVG, and gives the texts of its title and description and the names of its elements.
fn parsed(name: &str, svg: &str) -> (String, String, BTreeSet<String>) {
    let mut reader = quick_xml::Reader::from_str(svg);
    let (mut title, mut desc, mut names, mut at) =
        (String::new(), String::new(), BTreeSet::new(), String::new());
    loop {
        match reader.read_event().expect(name) {
            Event::Eof => return (title, desc, names),
            Event::Start(element) | Event::Empty(element) => {
                at = element.name().as_ref().to_owned();
                names.insert(at.clone());
                element.attributes().for_each(|attribute| drop(attribute.expect(name)));
            }
            Event::Text(words) if at == "title" => title.push_str(words.as_ref()),
            Event::Text(words) if at == "desc" => desc.push_str(words.as_ref()),
            Event::End(_) => at.clear(),
            _ => {}
        }
    }
}

/// What could give a drawing a look of its own.
const LOOKS: [&str; 9] =
    ["style=", "rgb(", "hsl(", "oklch(", "fill=\"#", "stroke=", "color", "font", "onload"];

#[test]
fn drawings_in_pages_are_well_formed_named_and_without_a_look_of_their_own() {
    let Some(site) = committed() else { return };
    let shown = shown(&site);
    assert!(shown.len() > 6, "{}", shown.len());
    for one in shown {
        let svg = one.svg();
        let (inside, _, names) = parsed(one.page, &svg);
        assert!(inside.is_empty(), "{}: named twice", one.page);
        let (title, desc) = one.told();
        assert!((1..=12).contains(&title.split_whitespace().count()), "{}: {title}", one.page);
        // A map shows places; every other chart what sources say.
        let is_told = desc.contains("ource") || desc.starts_with("Locator map");
        assert!(desc.contains(": ") && is_told, "{}: {desc}", one.page);
        assert!(svg.contains("role=\"img\"") && svg.contains("viewBox=\""), "{}", one.page);
        assert!(!names.contains("style") && !names.contains("script"), "{}", one.page);
        let root = &svg[..svg.find('>').expect("it was found by its tag")];
        assert!(!root.contains(" width=") && !root.contains(" height="), "{}: a fixed size", one.page);
        for tag in svg.split('<').skip(1).map(|tag| tag.split('>').next().unwrap_or_default()) {
            let look = LOOKS.iter().find(|look| tag.contains(*look));
            // The measure of a chart may speak of colour; its markup may not.
            assert!(look.is_none() || tag.starts_with("a href"), "{}: {tag}", one.page);
        }
        assert!(svg.len() <= 12 * 1024, "{}: {}", one.page, svg.len());
    }
}

#[test]
fn every_chart_has_a_caption_a_reading_aid_its_data_and_two_files() {
    let Some(site) = committed() else { return };
    for one in shown(&site) {
        assert!(!one.told().0.trim().is_empty(), "{}", one.page);
        let aid = one.between("<p>", "</p>");
        assert!(aid.contains("Each "), "{}: {aid}", one.page);
        let n_rows = one.between("<tbody>", "</tbody>").matches("<tr>").count();
        assert!(n_rows > 0, "{}: no data", one.page);
        let file = |ending: &str| {
            let end = one.html.find(ending).unwrap_or_else(|| panic!("{}: no {ending}", one.page));
            let start = one.html[..end].rfind("charts/").expect("files of charts lie there");
            text(&site, &one.html[start..end + ending.len() - 1])
        };
        assert_eq!(file(".csv\"").lines().count(), n_rows + 1, "{}: figures of the file", one.page);
        assert!(file(".svg\"").contains("prefers-color-scheme:dark"), "{}", one.page);
    }
}

#[test]
fn files_of_charts_come_in_pairs_and_hold_both_palettes() {
    let Some(site) = committed() else { return };
    let names: Vec<&String> = site.keys().filter(|name| name.starts_with("charts/")).collect();
    assert!(names.len() > 12, "{}", names.len());
    for name in &names {
        let stem = name.trim_end_matches(".svg").trim_end_matches(".csv");
        assert!(["svg", "csv"].iter().all(|format| site.contains_key(&format!("{stem}.{format}"))), "{name}");
    }
    for name in names.into_iter().filter(|name| name.ends_with(".svg")) {
        let svg = text(&site, name);
        let (title, desc, elements) = parsed(name, svg);
        assert!(!title.is_empty() && !desc.is_empty() && elements.contains("style"), "{name}");
        assert!(svg.contains("prefers-color-scheme:dark") && !svg.contains("var("), "{name}");
    }
}

/// A file that no page leads to is found by nobody, and a single answer needs no drawing.
#[test]
fn every_file_of_a_chart_is_shown_on_a_page_and_compares_two_answers() {
    let Some(site) = committed() else { return };
    let pages: String =
        site.keys().filter(|name| name.ends_with(".html")).map(|name| text(&site, name)).collect();
    for name in site.keys().filter(|name| name.starts_with("charts/")) {
        assert!(pages.contains(&format!("{name}\"")), "{name} is linked from nowhere");
        // A map says where a place is; every other chart compares.
        let is_compared = name.ends_with(".csv") && !name.ends_with("--places.csv");
        assert!(!is_compared || text(&site, name).lines().count() > 2, "{name} has a single row");
    }
}

/// The drawing that a telephone shows and the one that fills the column: a page has both, a file the second. A small
/// chart stands beside others and is narrow everywhere.
#[test]
fn every_chart_is_drawn_narrow_and_wide() {
    let Some(site) = committed() else { return };
    for one in shown(&site) {
        let n_wide = usize::from(!one.html.contains("data-small"));
        for (class, n) in [("class=\"vc vc-narrow\"", 1), ("class=\"vc vc-wide\"", n_wide)] {
            assert_eq!(one.html.matches(class).count(), n, "{}: {class}", one.page);
        }
    }
}

#[test]
fn nothing_near_a_chart_speaks_of_an_average_or_of_confidence() {
    let Some(site) = committed() else { return };
    for one in shown(&site) {
        let told = one.html.to_lowercase().replace("no average is drawn", "");
        for word in ["average", "mean of", "median", "confidence", "trend"] {
            assert!(!told.contains(word), "{}: {word}", one.page);
        }
    }
}

/// The edition has a chart of each kind that its facts allow; none of them allows a series.
#[test]
fn the_edition_has_each_kind_of_chart_that_its_facts_allow() {
    let Some(site) = committed() else { return };
    let told: String = shown(&site).iter().map(|one| one.told().1).collect();
    for kind in [
        "Range of reports",
        "Breakdown",
        "Dates by source",
        "Timeline",
        "Bars for each two sources, divided by how they stand to each other",
        "Bars for each class",
        "Bars for each source",
        "Who says what",
        "Who relays whom",
        "Dumbbells",
        "Lanes",
    ] {
        assert!(told.contains(kind), "{kind}");
    }
}

#[test]
fn one_chart_on_two_pages_and_twice_on_one_keeps_its_ids_apart() {
    let dir = tempfile::tempdir().expect("there is room for a folder");
    let root = Utf8PathBuf::from_path_buf(dir.path().join("desk")).expect("the path is UTF-8");
    tree::write(&tree::read(&repository().join("tests/faults/sound")), &root);
    let chart = "![](chart:raid/arrests)\n\n![Arrests: 1,208 and over 1,500](chart:raid/arrests)\n";
    let briefing = fs_err::read_to_string(root.join("content/briefing.md")).expect("it was just written");
    fs_err::write(root.join("content/briefing.md"), format!("{briefing}\n{chart}"))
        .expect("the folder is ours");
    let sheet = root.join("content/events/raid.yaml");
    let text = fs_err::read_to_string(&sheet).expect("it was just written");
    let text = text
        .replace("summary: >-\n", "summary: |-\n")
        .replace("\nsources:", "\n\n  ![](chart:arrests)\nsources:")
        .replace("  order-date:\n", "  order-date:\n    chart: dates\n");
    fs_err::write(&sheet, text).expect("the folder is ours");
    build(&root, &root.join("site"), &[]);
    let page = |name: &str| fs_err::read_to_string(root.join("site").join(name)).expect("it was just built");
    let ids = |name: &str| -> Vec<String> {
        page(name)
            .split("<figure class=\"chart\" id=\"")
            .skip(1)
            .map(|rest| rest[..rest.find('"').expect("it ends")].to_owned())
            .collect()
    };
    assert_eq!(ids("index.html"), ["chart-raid--arrests", "chart-raid--arrests--2"]);
    assert!(page("index.html").contains("--t\">Arrests: 1,208 and over 1,500</figcaption>"));
    let others = ["chart-raid--all--dates", "chart-raid--order-date", "chart-raid--arrests-by-nationality"];
    assert_eq!(ids("events/raid.html"), [&["chart-raid--arrests"][..], &others].concat());
    assert!(page("briefing.md").contains("![Arrests: 1,208 and over 1,500](charts/raid--arrests.svg)"));
}
