//! Charts at their edges: every case is a golden drawing in this folder, well formed and free of
//! colours. `VARIORUM_BLESS=1 cargo test --test charts` rewrites the drawings; read the difference.

#[path = "../example/mod.rs"]
mod example;
mod of_corpus;
mod of_dates;
mod of_edition;
mod of_figures;
mod properties;
mod rows;

use std::collections::BTreeSet;
use std::path::PathBuf;

use quick_xml::events::Event;
use variorum::chart::{ChartSpec, Credit, Layouts, csv, draw, standalone, table};

fn cases() -> Vec<(&'static str, ChartSpec)> {
    [of_figures::cases(), of_dates::cases(), of_edition::cases()].concat()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/charts")
}

#[expect(clippy::disallowed_methods, reason = "the person who runs the test asks in this way")]
fn asked(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).map(PathBuf::from)
}

#[test]
fn drawings_equal_their_golden_files() {
    let mut expected = BTreeSet::new();
    for (name, spec) in cases() {
        let drawing = draw(&spec, Layouts::Both);
        for (layout, svg) in [("", drawing.svg_wide), (".narrow", drawing.svg_narrow)] {
            let path = folder().join(format!("{name}{layout}.svg"));
            let svg = format!("{}\n", svg.replace("><", ">\n<"));
            if asked("VARIORUM_BLESS").is_some() {
                fs_err::write(&path, &svg).unwrap();
            }
            let golden = fs_err::read_to_string(&path).unwrap_or_default();
            assert!(svg == golden, "{name} differs from tests/charts/{name}{layout}.svg");
            expected.insert(format!("{name}{layout}.svg"));
        }
    }
    let files =
        fs_err::read_dir(folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let drawings: BTreeSet<_> = files.filter(|file| file.ends_with(".svg")).collect();
    assert_eq!(expected, drawings, "a golden file that no case draws");
}

fn credit() -> Credit {
    Credit {
        edition: "Scam compounds in Cambodia".to_owned(),
        as_of: Some("16 July 2025".to_owned()),
        licence: Some("CC BY 4.0".to_owned()),
        address: Some("https://example.org/events/raids.html".to_owned()),
    }
}

/// Whoever meets the file alone can say whose it is, of what day, and where to look.
#[test]
fn a_downloaded_chart_says_whence_it_comes() {
    for (name, spec) in cases() {
        let svg = standalone(&draw(&spec, Layouts::Both), &credit());
        assert!(!svg.contains("<a "), "{name}: a link that leads nowhere from another folder");
        assert!(spec.about.sources.is_empty() || svg.contains(">Source"), "{name}: sources");
        for words in ["As of 16 July 2025", "CC BY 4.0", "https://example.org/events/raids.html"] {
            assert!(svg.contains(words), "{name}: {words}");
        }
        for rule in svg.split("<style>").nth(1).unwrap().split("</style>").next().unwrap().lines() {
            let Some((selector, _)) = rule.split_once(" { ") else { continue };
            let is_drawn = |selector: &str| {
                let classes: Vec<&str> =
                    selector.split(['.', ' ', ':', '+']).filter(|one| one.starts_with("vc-")).collect();
                classes.is_empty() || svg.contains(&format!("class=\"{}", classes.join(" ")))
            };
            assert!(selector.split(',').any(is_drawn), "{name}: {rule}");
        }
    }
}

#[test]
fn every_drawing_is_well_formed_and_names_itself() {
    for (name, spec) in cases() {
        let drawing = draw(&spec, Layouts::Both);
        check_xml(name, &drawing.svg_narrow);
        check_xml(name, &drawing.svg_wide);
        let file = standalone(&drawing, &credit());
        check_xml(name, &file);
        for svg in [&drawing.svg_inline(), &file] {
            for needed in ["viewBox=\"", "role=\"img\"", "aria-labelledby=\"", "aria-describedby=\""] {
                assert!(svg.contains(needed), "{name}: {needed}");
            }
        }
        assert!(file.contains("<title id=\"") && file.contains("<desc id=\""), "{name}");
    }
}

fn check_xml(name: &str, svg: &str) {
    let mut reader = quick_xml::Reader::from_str(svg);
    let mut ids = BTreeSet::new();
    loop {
        match reader.read_event().expect(name) {
            Event::Eof => break,
            Event::Start(element) | Event::Empty(element) => {
                for attribute in element.attributes().map(|attribute| attribute.expect(name)) {
                    let is_id = attribute.key.as_ref() == "id";
                    assert!(!is_id || ids.insert(attribute.value.to_string()), "{name}: an id stands twice");
                }
            }
            _ => {}
        }
    }
}

#[test]
fn inline_drawings_hold_no_colour_no_style_and_no_size() {
    for (name, spec) in cases() {
        let svg = draw(&spec, Layouts::Both).svg_inline();
        let root = &svg[..svg.find('>').unwrap()];
        assert!(!root.contains(" width=") && !root.contains(" height="), "{name}: a fixed size");
        for forbidden in ["style", "rgb(", "hsl(", "fill=\"#", "stroke=", "currentColor", "<script", "onload"]
        {
            assert!(!svg.contains(forbidden), "{name}: {forbidden}");
        }
    }
}

#[test]
fn titles_have_at_most_twelve_words() {
    for (name, spec) in cases() {
        let title = draw(&spec, Layouts::Both).title;
        assert!((1..=12).contains(&title.split_whitespace().count()), "{name}: {title}");
    }
}

#[test]
fn coordinates_have_at_most_one_decimal() {
    for (name, spec) in cases() {
        let svg = draw(&spec, Layouts::Both).svg_inline();
        for (at, _) in svg.match_indices('.') {
            let decimals = svg[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
            assert!(decimals < 2, "{name}: {}", &svg[at..at + 4]);
        }
    }
}

#[test]
fn drawings_stay_below_twelve_kilobytes() {
    for (name, spec) in cases().into_iter().filter(|case| case.0 != "ranges-sixty") {
        let drawing = draw(&spec, Layouts::Both);
        let bytes = drawing.svg_wide.len().max(drawing.svg_narrow.len());
        assert!(bytes <= 12 * 1024, "{name}: {bytes}");
    }
}

#[test]
fn tables_hold_a_row_for_every_claim_and_csv_a_line_for_every_row() {
    for (name, spec) in cases() {
        let table = table(&spec);
        assert!(table.rows.iter().all(|row| row.cells.len() == table.headers.len()), "{name}");
        assert_eq!(csv(&spec).matches("\r\n").count(), table.rows.len() + 1, "{name}");
    }
    assert_eq!(table(&of_figures::every_hedge()).rows.len(), 9);
    assert_eq!(table(&of_figures::sixty()).rows.len(), 60);
}

/// Writes the drawings as files of their own into the folder that VARIORUM_CHARTS names.
#[test]
fn files_are_written_where_someone_wants_to_look_at_them() {
    let Some(folder) = asked("VARIORUM_CHARTS") else { return };
    let edges = cases().into_iter().map(|(name, spec)| (name.to_owned(), spec));
    for (name, spec) in edges.chain(of_corpus::own()) {
        fs_err::write(folder.join(format!("{name}.svg")), standalone(&draw(&spec, Layouts::Both), &credit()))
            .unwrap();
    }
}
