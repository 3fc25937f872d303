//! What is shown of results, in blocks of neighbours; entry point [`blocks`].

use serde_json::{Value, json};

use crate::view::Document;

/// About what a block holds: small, since results are scattered; not tiny, since each is a request.
const BLOCK_BYTES: usize = 8 << 10;

/// The blocks, and the number of the first document of each.
pub fn blocks(documents: &[Document]) -> (Vec<Value>, Vec<usize>) {
    let mut blocks: Vec<Vec<Value>> = Vec::new();
    let mut starts = Vec::new();
    let mut room = 0_usize;
    for (i, document) in documents.iter().enumerate() {
        let size = bytes(document);
        if room < size || blocks.is_empty() {
            blocks.push(Vec::new());
            starts.push(i);
            room = BLOCK_BYTES;
        }
        room = room.saturating_sub(size);
        blocks.last_mut().into_iter().for_each(|block| block.push(row(document)));
    }
    (blocks.into_iter().map(Value::Array).collect(), starts)
}

fn bytes(document: &Document) -> usize {
    const AROUND: usize = 14;
    AROUND + document.href.len() + document.title.len() + document.context.len() + shown(document).len()
}

fn shown(document: &Document) -> &str {
    document.opening.as_deref().unwrap_or(&document.text)
}

/// Address, title, context, text and, where it has one of its own, language.
fn row(document: &Document) -> Value {
    let Document { href, title, context, lang, .. } = document;
    let text = shown(document);
    match lang {
        Some(lang) => json!([href, title, context, text, lang]),
        None => json!([href, title, context, text]),
    }
}
