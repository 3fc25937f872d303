//! Faults as JSON, for programs of one's own.

use serde_json::{Value, json};

use super::Report;
use super::row::{FilePlace, Row};

/// One object: every fault, in order of place, and the closing line.
pub(super) fn text(report: &Report<'_>) -> String {
    let rows: Vec<Value> = report.rows().iter().map(row).collect();
    let whole = json!({"diagnostics": rows, "summary": report.summary});
    format!("{whole:#}\n")
}

fn row(row: &Row) -> Value {
    json!({
        "code": row.code.as_str(),
        "level": row.level,
        "message": row.message,
        "help": row.help,
        "place": row.place.as_ref().map(place),
        "related": row.related.as_ref().map(|(at, why)| json!({"place": place(at), "message": why})),
    })
}

fn place(place: &FilePlace) -> Value {
    json!({
        "file": place.file,
        "line": place.start.line,
        "column": place.start.column,
        "end_line": place.end.line,
        "end_column": place.end.column,
    })
}
