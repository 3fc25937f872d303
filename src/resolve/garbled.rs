//! Articles whose text was read in the wrong encoding on its way here; entry point [`article`].
//!
//! A warning: a quote of such a text is found in it as it stands, and readers see it so.

use crate::diag::{Code, Diagnostic};
use crate::source::{FileId, Sources, Span};
use crate::text::mojibake;

/// Says of an article's file how many places of it are garbled, and shows the first.
pub(super) fn article(file: FileId, sources: &Sources, faults: &mut Vec<Diagnostic>) {
    let text = &sources.file(file).text;
    if text.is_ascii() {
        return;
    }
    let garbled = mojibake(text);
    let Some(first) = garbled.first() else { return };
    let (found, reading) = (&text[first.range.clone()], first.reading.trim());
    let more = match garbled.len() {
        1 => String::new(),
        2 => ", and one more place like it".to_owned(),
        n => format!(", and {} more places like it", n - 1),
    };
    let reading = if reading.is_empty() { "a space".to_owned() } else { format!("`{reading}`") };
    let message = format!("`{found}` is {reading} in the wrong encoding{more}");
    faults.push(
        Diagnostic::warning(Code::Mojibake, Span::new(file, first.range.clone()), message)
            .help("save the source again as UTF-8, and copy the article and its quotes from there"),
    );
}
