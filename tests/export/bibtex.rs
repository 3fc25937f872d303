//! Reads BibTeX by counting braces, as BibTeX does; a file that does not come out even is a fault.

use serde_json::{Map, Value};

/// The entries of a file, each as an object of its fields.
pub fn entries(text: &str) -> Value {
    let mut entries = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('@') {
        assert_eq!(rest[..start].trim(), "", "nothing stands between entries");
        let open = start + rest[start..].find('{').unwrap();
        assert_eq!(&rest[start..open], "@misc");
        let length = closed(&rest[open..]);
        entries.push(entry(&rest[open + 1..open + length - 1]));
        rest = &rest[open + length..];
    }
    assert_eq!(rest.trim(), "");
    Value::Array(entries)
}

/// How long a text in braces is, with both.
fn closed(text: &str) -> usize {
    let mut depth = 0;
    let ends = |&(_, c): &(usize, char)| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth == 0
    };
    let end = text.char_indices().find(ends);
    end.expect("braces are closed").0 + 1
}

fn entry(body: &str) -> Value {
    let (key, mut rest) = body.split_once(',').unwrap();
    let mut fields = Map::from_iter([("key".to_owned(), Value::from(key))]);
    while let Some((name, value)) = rest.split_once(" = ") {
        let (value, after) = if value.starts_with('{') {
            let length = closed(value);
            (&value[1..length - 1], &value[length..])
        } else {
            value.split_at(value.find(',').unwrap())
        };
        assert!(fields.insert(name.trim().to_owned(), Value::from(value)).is_none(), "{name} stands twice");
        rest = after.strip_prefix(',').expect("a field ends in a comma");
    }
    assert_eq!(rest.trim(), "");
    Value::Object(fields)
}
