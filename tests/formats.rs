//! docs/formats.md says of every field what the program says: it exists, and whether it has to be there.

use std::collections::BTreeSet;

const RECORDS: &str = concat!(
    include_str!("../src/parse/record.rs"),
    include_str!("../src/parse/settings.rs"),
    include_str!("../src/parse/theme.rs"),
    include_str!("../src/parse/lock.rs")
);
const WORDS: &str = include_str!("../src/parse/words.rs");
const REFERENCE: &str = include_str!("../docs/formats.md");

/// A field, and whether it has to be there.
type Fields = BTreeSet<(String, bool)>;

/// The records that the program reads: their name and fields.
fn records() -> Vec<(&'static str, Fields)> {
    let body = |text: &'static str| text.split_once(") {\n").map_or("", |(_, body)| body);
    let blocks = RECORDS.split("record! {\n").skip(1);
    blocks
        .map(|block| {
            let block = block.split("\n}\n").next().unwrap_or(block);
            let name = block.split('"').nth(1).unwrap_or("?");
            let fields = body(block).lines().filter_map(|line| {
                let (presence, rest) = line.trim().split_once(' ')?;
                let (field, _) = rest.split_once(": ")?;
                let is_field = matches!(presence, "required" | "optional");
                is_field.then(|| (field.trim_start_matches("r#").to_owned(), presence == "required"))
            });
            (name, fields.collect())
        })
        .collect()
}

/// The tables of fields in the reference.
fn tables() -> Vec<Fields> {
    let mut tables = Vec::new();
    let mut lines = REFERENCE.lines();
    while let Some(line) = lines.next() {
        if !line.starts_with("| field |") {
            continue;
        }
        let rows = lines.by_ref().skip(1).take_while(|line| line.starts_with('|'));
        let fields = rows.map(|row| {
            let mut cells = row.trim_matches('|').split('|').map(str::trim);
            let field = cells.next().unwrap_or_default().trim_matches('`').to_owned();
            (field, cells.next() == Some("•"))
        });
        tables.push(fields.collect());
    }
    tables
}

#[test]
fn every_record_has_a_table_with_its_fields() {
    let tables = tables();
    let records = records();
    assert!(records.len() > 10, "the records are found: {records:?}");
    for (name, fields) in &records {
        assert!(tables.contains(fields), "no table in docs/formats.md has the fields of {name}: {fields:#?}");
    }
    for table in &tables {
        assert!(records.iter().any(|(_, fields)| fields == table), "no record has the fields {table:#?}");
    }
}

#[test]
fn every_word_that_a_field_takes_stands_in_the_reference() {
    let choices = WORDS.split("choice! {").skip(1).map(|block| block.split("} }").next().unwrap_or(block));
    let words: Vec<&str> = choices
        .flat_map(str::lines)
        .filter_map(|line| line.split_once("\" => ")?.0.trim_start().strip_prefix('"'))
        .collect();
    assert!(words.len() > 20, "the words are found: {words:?}");
    for word in words {
        assert!(REFERENCE.contains(&format!("`{word}`")), "`{word}` does not stand in docs/formats.md");
    }
}
