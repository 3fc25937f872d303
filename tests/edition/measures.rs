//! Measures in an edition: compared in the unit of their fact, shown in the words of their source.

use variorum::pipeline::{self, Options};
use variorum::source::{Loaded, SourceFile, Sources};

const SETTINGS: &str = "title: A small edition\ndescription: Reports of one fire.\nlanguage: en\n\
                        theme: default\nbase_url: https://example.org/\n";
const SHEET: &str = r#"
title: Fire
summary: Fires burned [12.1](fact:burned@beta), or [30 acres](fact:burned@alpha).
facts:
  burned:
    kind: measure
    unit: hectares
    claims:
      - {source: alpha, value: 30 acres, quote: Fires burned 30 acres}
      - {source: beta, value: "12.1", quote: Fires burned 12.1 hectares}
"#;

fn article(title: &str, text: &str) -> String {
    format!(
        "---\ntitle: {title}\noutlet: {title}\npublished: \"2025-07-18\"\nlanguage: en\nkind: report\n\
         text: full\n---\n{text}\n"
    )
}

#[test]
fn a_measure_in_another_unit_is_shown_with_its_conversion_and_drawn() {
    let files = [
        ("variorum.yaml", SETTINGS.to_owned()),
        ("content/articles/alpha.md", article("Alpha", "Fires burned 30 acres.")),
        ("content/articles/beta.md", article("Beta", "Fires burned 12.1 hectares.")),
        ("content/events/fire.yaml", SHEET.to_owned()),
    ]
    .map(|(path, text)| SourceFile { path: path.into(), text });
    let loaded = Loaded { sources: Sources::new(files.into()), ..Loaded::default() };
    let built = pipeline::build(&loaded, &Options::default());
    assert_eq!(built.diagnostics, Vec::new());
    let tree = built.edition.expect("the edition is sound").tree;
    let text = |path: &str| String::from_utf8(tree.get(path).expect("the file is there").to_vec()).unwrap();
    assert!(text("events/fire.html").contains("Read as 12.14 hectares"));
    assert!(text("charts/fire--burned.svg").contains("hectares"));
    let facts = text("data/facts.json");
    assert!(facts.contains(r#""low":"12.1405692672""#) && facts.contains(r#""value":"30 acres""#));
    assert!(text("data/discrepancies.json").contains("count-overlap"));
}
