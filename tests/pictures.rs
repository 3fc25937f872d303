//! Pictures in prose: on every kind of page, measured, under names that change with their bytes, and in what
//! leaves the site as text.

#[expect(dead_code, reason = "a folder that other tests share")]
mod project;

use project::Project;
use variorum::diag::Diagnostic;
use variorum::digest::Digest;
use variorum::output::OutputTree;
use variorum::pipeline::{self, Options};
use variorum::source;

const MAP: &[u8] = br#"<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"/>"#;

/// The head of a PNG file of 40 × 30.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x28\0\0\0\x1e\x08\x02\0\0\0";

/// The edition of the sound project with files laid over it, and its warnings.
#[track_caller]
fn edition(files: &[(&str, &[u8])]) -> (OutputTree, Vec<Diagnostic>) {
    let project = Project::over(files);
    let built = pipeline::build(&source::load(&project.root).unwrap(), &Options::default());
    assert!(built.edition.is_some(), "{:?}", built.diagnostics);
    (built.edition.unwrap().tree, built.diagnostics)
}

fn page(words: &str) -> Vec<u8> {
    format!("---\ntitle: Notes\n---\n{words}\n").into_bytes()
}

fn text(tree: &OutputTree, path: &str) -> String {
    String::from_utf8(tree.get(path).expect(path).to_vec()).unwrap()
}

/// The name that a picture is published under.
fn named(stem: &str, bytes: &[u8], ending: &str) -> String {
    format!("pictures/{stem}-{}.{ending}", &Digest::of(bytes).to_string()[..8])
}

#[test]
fn a_picture_has_its_size_its_description_and_its_caption() {
    let words = "Before.\n\n![A \"map\" of *the* border](static/Big%20Map.svg \"Where it <lies>\")\n\nAfter.";
    let (tree, faults) =
        edition(&[("content/pages/notes.md", &page(words)), ("content/static/Big Map.svg", MAP)]);
    let name = named("big-map", MAP, "svg");
    let expected = format!(
        "<p>Before.</p>\n<figure class=\"picture\"><img src=\"{name}\" alt=\"A &quot;map&quot; of the border\" \
         width=\"640\" height=\"480\" loading=\"lazy\" decoding=\"async\"><figcaption>Where it &lt;lies&gt;</figcaption></figure>\n\
         <p>After.</p>"
    );
    let html = text(&tree, "notes.html");
    assert!(html.contains(&expected), "{html}");
    assert_eq!(tree.get(&name).unwrap(), MAP);
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn pictures_stand_in_every_kind_of_prose() {
    let picture = "![The border](static/map.svg \"At the border\")";
    let sheet = include_str!("faults/sound/content/events/raid.yaml").replacen(
        "summary: >-\n",
        &format!("summary: |-\n  {picture}\n\n"),
        1,
    );
    let capture = format!("text: digest\ncapture: {{file: gamma.txt, sha256: {}}}", "0".repeat(64));
    let digest = include_str!("faults/sound/content/articles/alpha.md").replacen("text: full", &capture, 1);
    let briefing = include_str!("faults/sound/content/briefing.md");
    let (tree, _) = edition(&[
        ("content/events/raid.yaml", sheet.as_bytes()),
        ("content/articles/gamma.md", format!("{digest}\n{picture}\n").as_bytes()),
        ("content/briefing.md", format!("{briefing}\n{picture}\n").as_bytes()),
        ("content/pages/notes.md", &page(picture)),
        ("content/static/map.svg", MAP),
    ]);
    let name = named("map", MAP, "svg");
    for (path, root) in
        [("index.html", ""), ("notes.html", ""), ("events/raid.html", "../"), ("sources/gamma.html", "../")]
    {
        let html = text(&tree, path);
        assert!(html.contains(&format!("<img src=\"{root}{name}\" alt=\"The border\"")), "{path}: {html}");
        assert!(html.contains("<figcaption>At the border</figcaption></figure>"), "{path}");
        assert!(!html.contains("<p></p>"), "{path}");
    }
    let markdown = text(&tree, "briefing.md");
    assert!(markdown.contains(&format!("![The border]({name})\n\nAt the border")), "{markdown}");
    // What leaves the site as plain text has neither marks nor half a caption in its sentences.
    for path in ["feed.xml", "data/edition.json", "search/1.js"] {
        let Some(bytes) = tree.get(path) else { continue };
        let plain = String::from_utf8_lossy(bytes);
        assert!(!plain.contains("![") && !plain.contains("static/map.svg"), "{path}");
    }
    for (path, bytes) in tree.iter() {
        let plain = String::from_utf8_lossy(bytes);
        assert!(!plain.contains("](static/"), "{path}");
    }
}

#[test]
fn a_picture_within_words_a_list_or_a_link_is_an_image_there() {
    let words = "Words ![a sign](static/sign.png) here.\n\n- ![b](../static/sign.png)\n\n| a |\n|---|\n| ![c](static/sign.png) |\n\n[![d](static/sign.png)](about.html)";
    let (tree, faults) =
        edition(&[("content/pages/notes.md", &page(words)), ("content/static/sign.png", PNG)]);
    let html = text(&tree, "notes.html");
    for alt in ["a sign", "b", "c", "d"] {
        assert!(html.contains(&format!("alt=\"{alt}\" width=\"40\" height=\"30\"")), "{html}");
    }
    assert!(html.contains("<a href=\"about.html\"><img "), "{html}");
    assert!(!html.contains("<figure class=\"picture\">"));
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn a_file_goes_by_its_bytes_and_not_by_its_name() {
    let words = "![a](static/a/x.png)\n\n![b](static/b/x.png)\n\n![c](static/វាល.jpeg)";
    let (tree, _) = edition(&[
        ("content/pages/notes.md", &page(words)),
        ("content/static/a/x.png", PNG),
        ("content/static/b/x.png", MAP),
        ("content/static/វាល.jpeg", PNG),
    ]);
    for name in [named("x", PNG, "png"), named("x", MAP, "svg"), named("picture", PNG, "png")] {
        assert!(tree.get(&name).is_some(), "{name}");
    }
}

#[test]
fn the_figures_of_descriptions_and_captions_are_checked_and_can_be_set_aside() {
    let told = |words: &str| {
        let (_, faults) =
            edition(&[("content/pages/notes.md", &page(words)), ("content/static/map.svg", MAP)]);
        faults.iter().map(|fault| format!("{} {}", fault.code, fault.message)).collect::<Vec<_>>()
    };
    let bound = |words: &str| format!("unbound-number `{words}` is bound to no fact, so nothing checks it");
    assert_eq!(
        told("![The border in 1989](static/map.svg \"With 14 places\")"),
        [bound("1989"), bound("14")]
    );
    assert!(told("![The border in [1989](aside:year of a map)](static/map.svg \"Of [14](aside:number of the map)\")").is_empty());
}

/// Folders are in another order than their paths as text: `a/` comes before `a-b`, and `-` before `/`.
#[test]
fn a_picture_is_found_beside_a_folder_that_begins_like_it() {
    let files = ["a-b.svg", "a.svg", "a/b.svg", "a/c-d.svg", "a0.svg"];
    let words: String = files.iter().map(|file| format!("![The border](static/{file})\n\n")).collect();
    let notes = page(&words);
    let paths = files.map(|file| format!("content/static/{file}"));
    let mut all = vec![("content/pages/notes.md", notes.as_slice())];
    all.extend(paths.iter().map(|path| (path.as_str(), MAP)));
    let (tree, _) = edition(&all);
    assert_eq!(text(&tree, "notes.html").matches("<img ").count(), files.len());
}
