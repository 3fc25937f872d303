//! JSON files with a record on each line, keys in the order of the view struct, and a newline at the end.

use std::io;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

/// The bytes of a JSON file.
pub fn write(view: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, Lines::default());
    view.serialize(&mut serializer).expect(
        "views have text keys and no floats, which always serialize, and memory takes what is written",
    );
    bytes.push(b'\n');
    bytes
}

/// Breaks lines between the members of the outermost value and between the items of the lists that are such
/// members: indenting every member would make a file half as large again.
#[derive(Default)]
struct Lines {
    /// For each value that is open whether a line breaks before each of its members.
    open: Vec<bool>,
    /// Whether the outermost value is a list.
    is_list: bool,
}

impl Lines {
    fn begin<W: ?Sized + io::Write>(&mut self, out: &mut W, bracket: &[u8], is_list: bool) -> io::Result<()> {
        let depth = self.open.len();
        if depth == 0 {
            self.is_list = is_list;
        }
        self.open.push(depth == 0 || (depth == 1 && is_list && !self.is_list));
        out.write_all(bracket)
    }

    fn member<W: ?Sized + io::Write>(&self, out: &mut W, is_first: bool) -> io::Result<()> {
        if !is_first {
            out.write_all(b",")?;
        }
        if self.open.last() == Some(&true) { out.write_all(b"\n") } else { Ok(()) }
    }

    fn end<W: ?Sized + io::Write>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        if self.open.pop() == Some(true) {
            out.write_all(b"\n")?;
        }
        out.write_all(bracket)
    }
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b"[", true)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"]")
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, out: &mut W, is_first: bool) -> io::Result<()> {
        self.member(out, is_first)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b"{", false)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"}")
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, out: &mut W, is_first: bool) -> io::Result<()> {
        self.member(out, is_first)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::write;

    fn check(value: &serde_json::Value, expected: &str) {
        assert_eq!(String::from_utf8(write(value)).unwrap(), expected);
    }

    #[test]
    fn a_record_is_a_line() {
        check(
            &json!({ "about": { "title": "A" }, "claims": [{ "id": "a", "via": [1, 2] }, { "id": "b" }] }),
            "{\n\"about\":{\"title\":\"A\"},\n\"claims\":[\n{\"id\":\"a\",\"via\":[1,2]},\n{\"id\":\"b\"}\n]\n}\n",
        );
    }

    #[test]
    fn a_list_of_records_has_them_on_lines_of_their_own() {
        check(&json!([{ "a": [1] }, { "a": [] }]), "[\n{\"a\":[1]},\n{\"a\":[]}\n]\n");
    }
}
