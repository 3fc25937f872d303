//! CSV on the Web: a description beside each table, which tools that know the standard find by its
//! name; entry point [`metadata`].

use serde_json::{Value, json};

use super::csv::Column;
use super::json;
use crate::plan::Route;

/// `data/claims.csv` is described by `data/claims.csv-metadata.json`.
pub fn metadata<R>(table: &str, columns: &[Column<R>], key: &[&str]) -> (Route, Vec<u8>) {
    let name = table.rsplit('/').next().unwrap_or(table);
    let column = |column: &Column<R>| {
        json!({
            "name": column.name, "titles": column.name, "dc:description": column.about, "datatype": "string",
            "required": key.contains(&column.name),
        })
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
