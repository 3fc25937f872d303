//! Reads the vector files and reports every line that fails.

/// Runs each line of a table and compares what comes out with the line's last columns.
///
/// `actual` gets all columns; what it returns must equal as many of the last columns as it has.
pub fn check<const N: usize>(table: &str, actual: impl Fn([&str; N]) -> Result<String, String>) {
    let mut failures = Vec::new();
    let mut n_lines = 0;
    for (at, line) in table.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        n_lines += 1;
        let line = unescape(line);
        let mut columns = [""; N];
        let mut given = line.split('|').map(str::trim);
        columns.iter_mut().zip(&mut given).for_each(|(column, cell)| *column = cell);
        assert!(given.next().is_none(), "line {} has more than {N} columns", at + 1);
        let outcome = actual(columns).unwrap_or_else(|fault| format!("FAULT {fault}"));
        let cells: Vec<&str> = outcome.split('|').map(str::trim).collect();
        let expected = &columns[N - cells.len().min(N)..];
        if cells != expected {
            failures.push(format!(
                "line {}: {}\n  expected {}\n  found    {outcome}",
                at + 1,
                columns[0],
                expected.join(" | ")
            ));
        }
    }
    assert!(n_lines > 0, "the table is empty");
    assert!(failures.is_empty(), "{} of {n_lines} lines fail\n{}", failures.len(), failures.join("\n"));
}

/// The expected part where the text contains it, so that the columns agree; else the text itself.
pub fn contains(text: &str, expected: &str) -> String {
    if text.contains(expected) { expected.to_owned() } else { text.to_owned() }
}

/// A column that may be empty.
pub fn optional(column: &str) -> Option<&str> {
    (!column.is_empty() && column != "-").then_some(column)
}

/// `\u{a0}` as the character that it stands for.
fn unescape(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("\\u{") {
        let (code, after) = after.split_once('}').expect("an escape ends with a brace");
        let code = u32::from_str_radix(code, 16).expect("an escape holds a hexadecimal number");
        text.push_str(before);
        text.push(char::from_u32(code).expect("an escape stands for a character"));
        rest = after;
    }
    text + rest
}
