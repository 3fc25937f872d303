//! CSV on the Web: a description beside each table, which tools that know the standard find by its
//! name; entry point [`metadata`].

use serde_json::{Value, json};

use super::csv::{Column, Values};
use super::json;
use crate::plan::Route;

/// `data/claims.csv` is described by `data/claims.csv-metadata.json`.
pub fn metadata<R>(table: &str, columns: &[Column<R>], key: &[&str]) -> (Route, Vec<u8>) {
    let name = table.rsplit('/').next().unwrap_or(table);
    let column = |column: &Column<R>| {
        let mut described = json!({
            "name": column.name, "titles": column.name, "dc:description": column.about,
            "datatype": datatype(column.values), "required": key.contains(&column.name),
        });
        if column.values == Values::Lists {
            described["separator"] = json!(";");
        }
        described
    };
    let columns: Vec<Value> = columns.iter().map(column).collect();
    let metadata = json!({
        "@context": "http://www.w3.org/ns/csvw",
        "url": name,
        "dialect": { "lineTerminators": ["\r\n"], "quoteChar": "\"", "doubleQuote": true, "header": true },
        "tableSchema": { "columns": columns, "primaryKey": key },
    });
    (Route::new(format!("{table}-metadata.json")), json::write(&metadata))
}

/// What the standard calls such values; those of a list are texts each.
fn datatype(values: Values) -> &'static str {
    match values {
        Values::Texts | Values::Lists => "string",
        Values::Decimals => "decimal",
        Values::Counts => "nonNegativeInteger",
        Values::Truths => "boolean",
        Values::Addresses => "anyURI",
    }
}
