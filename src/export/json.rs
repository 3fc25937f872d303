//! JSON files: indented, keys in the order of the view struct, with a newline at the end.

use serde::Serialize;

/// The bytes of a JSON file.
pub fn write(view: &impl Serialize) -> Vec<u8> {
    let mut bytes =
        serde_json::to_vec_pretty(view).expect("views have text keys and no floats, which always serialize");
    bytes.push(b'\n');
    bytes
}
