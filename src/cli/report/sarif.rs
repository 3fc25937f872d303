//! Faults as SARIF 2.1.0, for code scanning and editors.

use serde_json::{Value, json};

use super::Report;
use super::row::{FilePlace, Row};
use crate::diag::{self, Code};

/// One run with its rules and results.
pub(super) fn text(report: &Report<'_>) -> String {
    let results: Vec<Value> = report.rows().iter().map(result).collect();
    let whole = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "variorum",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": Code::ALL.iter().copied().map(rule).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{whole:#}\n")
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.as_str(),
        "shortDescription": {"text": code.meaning().trim()},
        "help": {"text": diag::explain(code)},
    })
}

fn result(row: &Row) -> Value {
    let index = Code::ALL.iter().position(|code| *code == row.code);
    let mut result = json!({
        "ruleId": row.code.as_str(),
        "ruleIndex": index,
        "level": row.level,
        "message": {"text": row.in_full()},
        "locations": row.place.iter().map(|place| json!({"physicalLocation": location(place)})).collect::<Vec<_>>(),
    });
    if let Some((place, why)) = &row.related {
        let related = json!([{"id": 0, "physicalLocation": location(place), "message": {"text": why}}]);
        result["relatedLocations"] = related;
    }
    result
}

fn location(place: &FilePlace) -> Value {
    json!({
        "artifactLocation": {"uri": uri(&place.file), "uriBaseId": "%SRCROOT%"},
        "region": {
            "startLine": place.start.line,
            "startColumn": place.start.column,
            "endLine": place.end.line,
            "endColumn": place.end.column,
        },
    })
}

/// A path as a reference: everything but plain characters is written as bytes.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
    path.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}
