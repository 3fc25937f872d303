//! The tables against what describes them to tools (CSV on the Web): the same columns, and in every
//! field a value of the type that is declared.

use serde_json::Value;

use crate::committed;

/// Reads RFC 4180: the rows of a table.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut is_quoted = false;
    for c in text.chars() {
        match c {
            // Two quotation marks inside a field are one, so leaving and entering again keeps the second.
            '"' => {
                is_quoted = !is_quoted;
                if is_quoted && !field(&mut rows).is_empty() {
                    field(&mut rows).push('"');
                }
            }
            ',' if !is_quoted => rows.last_mut().expect("there is a row").push(String::new()),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            other => field(&mut rows).push(other),
        }
    }
    rows.pop();
    rows
}

fn field(rows: &mut [Vec<String>]) -> &mut String {
    rows.last_mut().and_then(|row| row.last_mut()).expect("there is a field")
}

fn is_of(datatype: &str, text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match datatype {
        "string" => true,
        "decimal" => {
            let text = text.trim_start_matches('-');
            text.split_once('.').map_or(digits(text), |(whole, rest)| digits(whole) && digits(rest))
        }
        "nonNegativeInteger" => digits(text),
        "boolean" => text == "true" || text == "false",
        "anyURI" => !text.contains([' ', '<', '>', '"']),
        _ => false,
    }
}

fn check(table: &str) {
    let Some(site) = committed() else { return };
    let text = String::from_utf8_lossy(&site[table]);
    let metadata: Value = serde_json::from_slice(&site[&format!("{table}-metadata.json")]).expect(table);
    assert_eq!(metadata["@context"], "http://www.w3.org/ns/csvw");
    assert_eq!(metadata["url"], table.trim_start_matches("data/"), "beside the table");
    let columns = metadata["tableSchema"]["columns"].as_array().expect("columns are listed");
    let mut rows = rows(&text).into_iter();
    let names: Vec<&str> = columns.iter().filter_map(|column| column["name"].as_str()).collect();
    assert_eq!(rows.next().expect("there is a header"), names);
    let mut n_typed = 0;
    for row in rows {
        for (value, column) in row.iter().zip(columns) {
            let datatype = column["datatype"].as_str().expect("every column has a type");
            assert!(value.is_empty() || is_of(datatype, value), "{table}: {} {value}", column["name"]);
            assert!(!value.is_empty() || column["required"] == false, "{table}: no {}", column["name"]);
            assert!(column.get("separator").is_none_or(|separator| separator == ";"));
            n_typed += usize::from(datatype != "string" && !value.is_empty());
        }
    }
    assert!(n_typed > 0, "{table}: no field has a type of its own");
}

#[test]
fn every_field_is_of_the_type_that_its_column_declares() {
    check("data/claims.csv");
    check("data/discrepancies.csv");
}

#[test]
fn a_quoted_field_is_read_as_it_was() {
    assert_eq!(rows("a,b\r\n\"x, \"\"y\"\"\nz\",\r\n"), [vec!["a", "b"], vec!["x, \"y\"\nz", ""]]);
}
